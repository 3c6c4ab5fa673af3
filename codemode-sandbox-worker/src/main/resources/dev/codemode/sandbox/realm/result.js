// Writes what the script returned. Rules: undefined is left out of objects and null in arrays, as JSON.stringify does
// with functions and symbols too; NaN and infinities are null; a BigInt is its decimal digits as a string; an object
// around a primitive is the primitive; a Date is its ISO text; a Map is an object, or an array of entries if a key is not
// a string; a Set and a typed array are arrays; an Error is { name, message }. toJSON is not called.
(function (p, r) {
  const MAX_DEPTH = 256;
  let refusal = null;

  const refuse = (path, what) => {
    refusal = new p.Error(`The result has no JSON form: ${r.pathText(path)} ${what}.`);
    throw refusal;
  };

  const append = (list, value) =>
    p.defineProperty(list, list.length, {
      __proto__: null, value, writable: true, enumerable: true, configurable: true,
    });

  const fromSet = (value) => {
    const list = [];
    p.setForEach(value, (element) => append(list, element));
    return list;
  };

  const fromMap = (value) => {
    const object = { __proto__: null };
    const entries = [];
    let named = true;
    p.mapForEach(value, (element, key) => {
      named = named && typeof key === 'string';
      if (named) {
        object[key] = element;
      }
      append(entries, [key, element]);
    });
    return named ? object : entries;
  };

  // Returns undefined if the prototype lies about what the value is.
  const branded = (convert, value) => {
    try {
      return convert(value);
    } catch {
      return undefined;
    }
  };

  const fromDate = (value) => {
    const time = p.dateTime(value);
    return time === time ? p.dateIso(value) : null;
  };

  const boxes = [String.prototype, Number.prototype, Boolean.prototype, BigInt.prototype];
  const contents = [
    p.uncurryThis(boxes[0].valueOf),
    p.uncurryThis(boxes[1].valueOf),
    p.uncurryThis(boxes[2].valueOf),
    p.uncurryThis(boxes[3].valueOf),
  ];

  const unboxed = (value) => {
    for (let i = 0; i < 4; i++) {
      if (p.isPrototypeOf(boxes[i], value)) {
        return branded(contents[i], value);
      }
    }
    return undefined;
  };

  const converted = (value) => {
    if (p.isPrototypeOf(p.DatePrototype, value)) {
      return branded(fromDate, value);
    }
    if (p.isPrototypeOf(p.MapPrototype, value)) {
      return branded(fromMap, value);
    }
    if (p.isPrototypeOf(p.SetPrototype, value)) {
      return branded(fromSet, value);
    }
    if (p.isPrototypeOf(p.ErrorPrototype, value)) {
      return { __proto__: null, name: r.textOf(value, 'name'), message: r.textOf(value, 'message') };
    }
    const text = r.textForm(value);
    return text === undefined ? unboxed(value) : text;
  };

  const plain = (value, path) => {
    if (p.isPrototypeOf(p.PromisePrototype, value)) {
      refuse(path, 'is a promise that was not awaited: use await, or await Promise.all(…) for an array of them');
    }
    if (p.isPrototypeOf(p.IteratorPrototype, value)) {
      refuse(path, 'is an iterator: use Array.from(…)');
    }
    if (p.isPrototypeOf(p.AsyncIteratorPrototype, value)) {
      refuse(path, 'is an async iterator: use await Array.fromAsync(…)');
    }
    const replacement = converted(value);
    return replacement === undefined ? value : replacement;
  };

  const other = (value, path) => {
    if (typeof value === 'bigint') {
      return `"${value}"`;
    }
    if (path === null && typeof value === 'function') {
      refuse(path, 'is a function: call it and return what it returns');
    }
    if (path === null && typeof value === 'symbol') {
      refuse(path, 'is a symbol');
    }
    return undefined;
  };

  const listLength = (value) => {
    if (!p.isPrototypeOf(p.TypedArrayPrototype, value)) {
      return -1;
    }
    const length = branded(p.typedArrayLength, value);
    return length === undefined ? -1 : length;
  };

  // Most results are plain data, which the engine itself writes several times faster and to the same text. Says no to
  // what needs the rules or may be too long.
  const isPlainData = (root) => {
    let left = r.settings.maxResultBytes;

    const all = (value, keys, length, depth) => {
      left -= length;
      for (let i = 0; i < length && left >= 0; i++) {
        const key = keys === null ? i : keys[i];
        left -= keys === null ? 0 : key.length;
        if (!walk(value[key], depth + 1)) {
          return false;
        }
      }
      return left >= 0;
    };

    const walk = (value, depth) => {
      switch (typeof value) {
        case 'string':
          left -= value.length;
          return left >= 0;
        case 'number':
        case 'boolean':
        case 'undefined':
          return true;
        case 'object':
          break;
        default:
          return false;
      }
      if (value === null) {
        return true;
      }
      if (depth > MAX_DEPTH || 'toJSON' in value) {
        return false;
      }
      if (p.isArray(value)) {
        return all(value, null, value.length, depth);
      }
      const prototype = p.getPrototypeOf(value);
      const keys = prototype === p.ObjectPrototype || prototype === null ? p.keys(value) : null;
      return keys !== null && all(value, keys, keys.length, depth);
    };

    return walk(root, 1);
  };

  const written = (value, rules) => {
    try {
      if (isPlainData(value)) {
        return p.jsonText(value);
      }
    } catch {
      // The rules say what is wrong, and where.
    }
    return r.writeJson(value, rules);
  };

  r.isRefusal = (error) => error === refusal && refusal !== null;

  // Returns undefined for undefined, and null where the text is longer than the limit.
  r.resultText = (value) => {
    const tooLong = { __proto__: null };
    if (r.isService(value)) {
      refuse(null, 'is a service: call one of its operations and return what it returns');
    }
    try {
      return written(value, {
        __proto__: null,
        maxDepth: MAX_DEPTH,
        maxNodes: Infinity,
        maxLength: r.settings.maxResultBytes,
        refuse,
        tooLong: () => {
          throw tooLong;
        },
        notFinite: () => 'null',
        listLength,
        plain,
        other,
      });
    } catch (error) {
      if (error === tooLong) {
        return null;
      }
      throw error;
    }
  };
})
