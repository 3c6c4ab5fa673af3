// Provides what models expect beside the language. A part is evaluated when a script first names one of its globals: until
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

  // Prototypes of objects that are no data, which structuredClone refuses.
  r.opaque = { __proto__: null, length: 0 };

  r.use = (part) => {
    let globals = loaded[part];
    if (globals === undefined) {
      globals = r.parts[part](p, r, host);
      loaded[part] = globals;
    }
    return globals;
  };

  // An array that no setter on Array.prototype sees: it may be appended to by index.
  r.list = () => p.setPrototypeOf([], null);

  r.hidden = (owner, name, value) =>
    p.tryDefine(owner, name, { __proto__: null, value, writable: true, enumerable: false, configurable: true });

  r.interface = (type, name) => {
    p.defineProperty(type.prototype, p.toStringTag, { __proto__: null, value: name, configurable: true });
    if (name !== 'DOMException') {
      r.opaque[r.opaque.length++] = type.prototype;
    }
    return type;
  };

  r.provide = (owner, name, load) =>
    p.defineProperty(owner, name, {
      __proto__: null,
      enumerable: false,
      configurable: true,
      get() {
        const value = load();
        r.hidden(owner, name, value);
        return value;
      },
      set(value) {
        r.hidden(this === undefined ? owner : this, name, value);
      },
    });

  for (const name in PARTS) {
    r.provide(p.globalThis, name, () => r.use(PARTS[name])[name]);
  }
  r.provide(p.Array, 'fromAsync', () => r.use('arrays').fromAsync);
})
