// Copies the arguments of a call: strict JSON, or a TypeError that names the operation and the place.
(function (p, r) {
  const MAX_DEPTH = 64;
  const MAX_NODES = 100000;

  const article = (value) => {
    if (typeof value === 'bigint') {
      return 'a BigInt, which JSON cannot carry: use Number(…) or String(…)';
    }
    if (typeof value === 'symbol') {
      return 'a symbol, which JSON cannot carry';
    }
    return 'a function, which JSON cannot carry';
  };

  const named = (value) => {
    if (p.isPrototypeOf(p.MapPrototype, value)) {
      return 'is a Map, which JSON cannot carry: use Object.fromEntries(…)';
    }
    if (p.isPrototypeOf(p.SetPrototype, value)) {
      return 'is a Set, which JSON cannot carry: use an array';
    }
    if (p.isPrototypeOf(p.PromisePrototype, value)) {
      return 'is a promise: await it first';
    }
    if (p.isPrototypeOf(p.TypedArrayPrototype, value)) {
      return 'is a typed array, which JSON cannot carry: use Array.from(…)';
    }
    if (p.isPrototypeOf(p.IteratorPrototype, value)) {
      return 'is an iterator, which JSON cannot carry: use Array.from(…)';
    }
    if (p.isPrototypeOf(p.AsyncIteratorPrototype, value)) {
      return 'is an async iterator, which JSON cannot carry: use await Array.fromAsync(…)';
    }
    return null;
  };

  const rules = (operation, index, maxLength) => {
    const refuse = (path, what) => {
      const argument = index === 0 ? 'argument' : `argument ${index + 1},`;
      throw new p.TypeError(`${operation}: ${argument} ${r.pathText(path)} ${what}`);
    };
    return {
      __proto__: null,
      maxDepth: MAX_DEPTH,
      maxNodes: MAX_NODES,
      maxLength,
      refuse,
      tooLong: () => {
        throw new p.RangeError(r.argumentsTooLong(operation));
      },
      notFinite: (value, path) => refuse(path, `is ${value}, which JSON cannot carry`),
      listLength: () => -1,
      plain: (value, path) => {
        if (p.isPrototypeOf(p.DatePrototype, value)) {
          const time = r.timeOf(value);
          if (time !== time) {
            refuse(path, 'is an invalid Date');
          }
          return p.dateIso(value);
        }
        const reason = named(value);
        if (reason !== null) {
          refuse(path, reason);
        }
        const text = r.textForm(value);
        return text === undefined ? value : text;
      },
      other: (value, path, inList) => {
        if (value !== undefined) {
          refuse(path, `is ${article(value)}`);
        }
        return inList ? refuse(path, 'is undefined, which JSON cannot carry: use null') : undefined;
      },
    };
  };

  r.timeOf = (value) => {
    try {
      return p.dateTime(value);
    } catch {
      return NaN;
    }
  };

  r.argumentsTooLong = (operation) =>
    `${operation}: the arguments are larger than ${r.settings.maxArgumentBytes} bytes (limit: maxArgumentBytes): pass less`;

  const isPlain = (value) => {
    if (typeof value !== 'object' || value === null || p.isArray(value)) {
      return false;
    }
    const prototype = p.getPrototypeOf(value);
    return prototype === p.ObjectPrototype || prototype === null;
  };

  // Copies what the rules have to decide about: the properties of which some are read already, and the rest.
  const copied = (value, keys, read, count) => {
    const copy = { __proto__: null };
    for (let i = 0; i < keys.length; i++) {
      copy[keys[i]] = i < count ? read[i] : value[keys[i]];
    }
    return copy;
  };

  // Most arguments are one object of texts, numbers and booleans, which need no rules. Every property is read once.
  const argumentText = (operation, index, value, maxLength) => {
    const keys = isPlain(value) ? p.keys(value) : null;
    if (keys === null || keys.length > 100) {
      return r.writeJson(value, rules(operation, index, maxLength));
    }
    const read = { __proto__: null };
    let text = '';
    for (let i = 0; i < keys.length; i++) {
      const item = value[keys[i]];
      read[i] = item;
      const type = typeof item;
      if (type !== 'string' && type !== 'boolean' && !(type === 'number' && p.isFinite(item))) {
        const strict = rules(operation, index, maxLength);
        strict.original = value;
        return r.writeJson(copied(value, keys, read, i + 1), strict);
      }
      text += `${i === 0 ? '' : ','}${p.jsonText(keys[i])}:${type === 'string' ? p.jsonText(item) : item}`;
    }
    return text.length + 2 > maxLength ? rules(operation, index, maxLength).tooLong() : `{${text}}`;
  };

  r.argumentsText = (operation, values) => {
    let count = values.length;
    while (count > 0 && values[count - 1] === undefined) {
      count--;
    }
    let text = '[';
    for (let i = 0; i < count; i++) {
      const left = r.settings.maxArgumentBytes - text.length;
      const value = argumentText(operation, i, values[i], left);
      text += (i === 0 ? '' : ',') + (value === undefined ? 'null' : value);
    }
    return `${text}]`;
  };
})
