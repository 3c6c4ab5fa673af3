// Writes a value as JSON text. What has no JSON form is decided by the rules that the caller gives. Every property is
// read once, and length, depth and size are checked while the text is written.
(function (p, r) {
  const isIdentifierCode = (code, first) =>
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36 ||
    (!first && code >= 48 && code <= 57);

  const isIdentifier = (text) => {
    for (let i = 0; i < text.length; i++) {
      if (!isIdentifierCode(p.charCodeAt(text, i), i === 0)) {
        return false;
      }
    }
    return text.length > 0;
  };

  const segment = (key) => {
    if (typeof key === 'number') {
      return `[${key}]`;
    }
    const short = key.length > 60 ? `${p.slice(key, 0, 60)}…` : key;
    return isIdentifier(short) ? `.${short}` : `[${p.jsonText(short)}]`;
  };

  r.pathText = (path) => {
    let text = '';
    let at = path;
    for (; at !== null && text.length < 200; at = at.parent) {
      text = segment(at.key) + text;
    }
    return `$${at === null ? '' : '…'}${text}`;
  };

  // Returns undefined if the rules leave the value out.
  r.writeJson = (root, rules) => {
    const open = new p.WeakSet();
    // Where the root is a copy, what refers back to the original is still a cycle.
    if (rules.original !== undefined) {
      p.weakSetAdd(open, rules.original);
    }
    let text = '';
    let nodes = 0;

    const put = (piece) => {
      text += piece;
      if (text.length > rules.maxLength) {
        rules.tooLong();
      }
    };

    const hold = (value, path) => {
      if (p.weakSetHas(open, value)) {
        rules.refuse(path, 'refers back to an object that holds it');
      }
      p.weakSetAdd(open, value);
    };

    const enter = (value, path, depth, size) => {
      nodes += size;
      if (nodes > rules.maxNodes) {
        rules.refuse(path, `has more than ${rules.maxNodes} values`);
      }
      if (depth > rules.maxDepth) {
        rules.refuse(path, `is nested deeper than ${rules.maxDepth} levels`);
      }
      hold(value, path);
    };

    const list = (value, length, path, depth) => {
      if (!p.isInteger(length) || length < 0) {
        rules.refuse(path, 'has no valid length');
      }
      enter(value, path, depth, length);
      put('[');
      for (let i = 0; i < length; i++) {
        const at = { __proto__: null, parent: path, key: i };
        if (!any(value[i], at, depth + 1, i === 0 ? '' : ',', true)) {
          put(i === 0 ? 'null' : ',null');
        }
      }
      put(']');
      p.weakSetDelete(open, value);
    };

    const object = (value, path, depth) => {
      const keys = p.keys(value);
      enter(value, path, depth, keys.length);
      put('{');
      let separator = '';
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i];
        const at = { __proto__: null, parent: path, key };
        if (any(value[key], at, depth + 1, `${separator}${p.jsonText(key)}:`, false)) {
          separator = ',';
        }
      }
      put('}');
      p.weakSetDelete(open, value);
    };

    const compound = (value, path, depth, prefix) => {
      if (p.isArray(value)) {
        put(prefix);
        list(value, value.length, path, depth);
        return true;
      }
      const prototype = p.getPrototypeOf(value);
      if (prototype !== p.ObjectPrototype && prototype !== null) {
        const length = rules.listLength(value);
        if (length >= 0) {
          put(prefix);
          list(value, length, path, depth);
          return true;
        }
        const plain = rules.plain(value, path);
        if (plain !== value) {
          // What stands for a Map or a Set is made anew each time: the cycle is seen at the original.
          hold(value, path);
          const known = any(plain, path, depth, prefix, false);
          p.weakSetDelete(open, value);
          return known;
        }
      }
      put(prefix);
      object(value, path, depth);
      return true;
    };

    const any = (value, path, depth, prefix, inList) => {
      switch (typeof value) {
        case 'string':
          put(prefix + p.jsonText(value));
          return true;
        case 'boolean':
          put(`${prefix}${value}`);
          return true;
        case 'number':
          put(prefix + (p.isFinite(value) ? `${value}` : rules.notFinite(value, path)));
          return true;
        case 'object':
          if (value !== null) {
            return compound(value, path, depth, prefix);
          }
          put(`${prefix}null`);
          return true;
        default: {
          const other = rules.other(value, path, inList);
          if (other === undefined) {
            return false;
          }
          put(prefix + other);
          return true;
        }
      }
    };

    return any(root, null, 1, '', false) ? text : undefined;
  };
})
