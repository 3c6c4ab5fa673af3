// Provides what models expect besides the language. A part is evaluated when a script first names one of its globals: until
// then the global is an accessor, afterwards a plain property, as it would have been from the start.
(function (p, r, host) {
  const PARTS = {
    __proto__: null,
    DOMException: 'exceptions',
    Event: 'events',
    EventTarget: 'events',
    AbortController: 'abort',
    AbortSignal: 'abort',
    TextEncoder: 'encoding',
    TextDecoder: 'encoding',
    atob: 'base64',
    btoa: 'base64',
    structuredClone: 'clone',
    crypto: 'random',
    URL: 'url',
    URLSearchParams: 'params',
  };
  const loaded = { __proto__: null };

  // The prototypes of objects that structuredClone refuses. Some of them have a text, which stands for them as JSON.
  r.opaque = { __proto__: null, length: 0 };

  // Returns undefined for what has no such text.
  r.textForm = (value) => {
    for (let i = 0; i < r.opaque.length; i++) {
      const { prototype, text } = r.opaque[i];
      if (text !== undefined && p.isPrototypeOf(prototype, value)) {
        try {
          return text(value);
        } catch {
          return undefined;
        }
      }
    }
    return undefined;
  };

  r.use = (part) => {
    let globals = loaded[part];
    if (globals === undefined) {
      globals = r.part(part)(p, r, host);
      loaded[part] = globals;
    }
    return globals;
  };

  // An array that no setter on Array.prototype sees: it may be appended to by index.
  r.list = () => p.setPrototypeOf([], null);

  r.hidden = (owner, name, value) =>
    p.tryDefine(owner, name, { __proto__: null, value, writable: true, enumerable: false, configurable: true });

  r.interface = (type, name, text = undefined) => {
    p.defineProperty(type.prototype, p.toStringTag, { __proto__: null, value: name, configurable: true });
    if (name !== 'DOMException') {
      r.opaque[r.opaque.length++] = { __proto__: null, prototype: type.prototype, name, text };
    }
    return type;
  };

  const provide = (owner, name, part) =>
    p.defineProperty(owner, name, {
      __proto__: null,
      enumerable: false,
      configurable: true,
      get() {
        const value = r.use(part)[name];
        r.hidden(owner, name, value);
        return value;
      },
      set(value) {
        r.hidden(this === undefined ? owner : this, name, value);
      },
    });

  for (const name in PARTS) {
    provide(p.globalThis, name, PARTS[name]);
  }
  if (p.Temporal !== undefined) {
    provide(p.globalThis, 'Temporal', 'temporal');
  }
  provide(p.Array, 'fromAsync', 'arrays');
})
