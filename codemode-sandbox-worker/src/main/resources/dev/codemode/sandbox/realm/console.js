// The console: strings as they are, everything else as compact text like JSON. Never throws, never runs for long.
(function (p, r, host) {
  const MAX_DEPTH = 5;
  const MAX_ITEMS = 100;
  const MAX_LENGTH = 10000;

  const primitive = (value) => {
    switch (typeof value) {
      case 'string':
        return p.jsonText(value.length > MAX_LENGTH ? `${p.slice(value, 0, MAX_LENGTH)}…` : value);
      case 'bigint':
        return `${value}n`;
      case 'symbol':
        return p.symbolText(value);
      case 'function':
        return '[function]';
      default:
        return `${value}`;
    }
  };

  const writer = () => ({ __proto__: null, text: '', open: new p.WeakSet() });
  const full = (w) => w.text.length > MAX_LENGTH;

  const items = (w, count, write) => {
    for (let i = 0; i < count && !full(w); i++) {
      w.text += i === 0 ? '' : ',';
      if (i === MAX_ITEMS) {
        w.text += `… ${count - i} more`;
        return;
      }
      write(i);
    }
  };

  const list = (w, value, length, depth) => {
    w.text += '[';
    items(w, length, (i) => any(w, value[i], depth + 1));
    w.text += ']';
  };

  const object = (w, value, depth) => {
    const keys = p.keys(value);
    w.text += '{';
    items(w, keys.length, (i) => {
      w.text += `${p.jsonText(keys[i])}:`;
      any(w, value[keys[i]], depth + 1);
    });
    w.text += '}';
  };

  const collected = (value) => {
    const list = { __proto__: null, length: 0 };
    const append = (element) => {
      if (list.length <= MAX_ITEMS) {
        list[list.length++] = element;
      }
    };
    return { __proto__: null, list, append };
  };

  const map = (w, value, depth) => {
    const { list, append } = collected();
    p.mapForEach(value, (element, key) => append({ __proto__: null, key, element }));
    w.text += `Map(${p.mapSize(value)}) {`;
    items(w, list.length, (i) => {
      any(w, list[i].key, depth + 1);
      w.text += '=>';
      any(w, list[i].element, depth + 1);
    });
    w.text += '}';
  };

  const set = (w, value, depth) => {
    const { list, append } = collected();
    p.setForEach(value, append);
    w.text += `Set(${p.setSize(value)}) {`;
    items(w, list.length, (i) => any(w, list[i], depth + 1));
    w.text += '}';
  };

  const special = (w, value, depth) => {
    if (p.isPrototypeOf(p.ErrorPrototype, value)) {
      w.text += `${r.textOf(value, 'name')}: ${r.textOf(value, 'message')}`;
    } else if (p.isPrototypeOf(p.DatePrototype, value)) {
      const time = r.timeOf(value);
      w.text += time === time ? p.dateIso(value) : 'Invalid Date';
    } else if (p.isPrototypeOf(p.MapPrototype, value)) {
      map(w, value, depth);
    } else if (p.isPrototypeOf(p.SetPrototype, value)) {
      set(w, value, depth);
    } else if (p.isPrototypeOf(p.PromisePrototype, value)) {
      w.text += '[promise, not awaited]';
    } else if (p.isPrototypeOf(p.TypedArrayPrototype, value)) {
      list(w, value, p.typedArrayLength(value), depth);
    } else {
      const text = r.textForm(value);
      if (text === undefined) {
        object(w, value, depth);
      } else {
        w.text += text;
      }
    }
  };

  const any = (w, value, depth) => {
    if (typeof value !== 'object' || value === null) {
      w.text += primitive(value);
    } else if (p.weakSetHas(w.open, value)) {
      w.text += '[circular]';
    } else if (depth > MAX_DEPTH) {
      w.text += p.isArray(value) ? '[…]' : '{…}';
    } else {
      p.weakSetAdd(w.open, value);
      if (p.isArray(value)) {
        list(w, value, value.length, depth);
      } else {
        special(w, value, depth);
      }
      p.weakSetDelete(w.open, value);
    }
  };

  r.show = (value) => {
    const w = writer();
    try {
      any(w, value, 0);
    } catch {
      w.text += '[unreadable]';
    }
    return full(w) ? `${p.slice(w.text, 0, MAX_LENGTH)}…` : w.text;
  };

  const log = (level) => (...values) => {
    let line = '';
    for (let i = 0; i < values.length; i++) {
      line += (i === 0 ? '' : ' ') + (typeof values[i] === 'string' ? values[i] : r.show(values[i]));
    }
    host('log', level, line);
  };

  r.constant('console', p.freeze({
    debug: log('DEBUG'),
    log: log('LOG'),
    info: log('INFO'),
    warn: log('WARN'),
    error: log('ERROR'),
    dir: log('LOG'),
    table: log('LOG'),
  }));
})
