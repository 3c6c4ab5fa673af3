// One frozen global for each service. Members are made when a script asks for them, so a catalog of any size costs
// nothing until then. Reading a name that is not an operation throws, and the host is notified once, for its records and
// for the suggestion that the model gets.
(function (p, r, host) {
  const OPERATION = 1;
  const NAMESPACE = 2;
  const MAX_NAME = 200;
  const RESERVED = ' then constructor __proto__ prototype toJSON toString valueOf ';

  const services = new p.WeakSet();

  const define = (target, key, value) =>
    p.defineProperty(target, key, { __proto__: null, value, writable: false, enumerable: true, configurable: false });

  const frozen = (path) => {
    throw new p.TypeError(`${path} is frozen: a script cannot change it`);
  };

  const node = (path, kind) => {
    const members = new p.Map();
    const unknown = new p.Map();
    const target = (kind & OPERATION) === 0 ? {} : (...values) => r.call(path, values);
    let whole = false;

    const kindOf = (key) => host('kind', `${path}.${key}`);

    const member = (key, memberKind) => {
      let found = p.mapGet(members, key);
      if (found === undefined) {
        found = node(`${path}.${key}`, memberKind);
        p.mapSet(members, key, found);
      }
      return found;
    };

    const missing = (key) => {
      const name = `${path}.${p.slice(key, 0, MAX_NAME)}`;
      let call = p.mapGet(unknown, key);
      if (call === undefined) {
        call = r.report(name);
        p.mapSet(unknown, key, call);
      }
      const error = new p.TypeError(`${name}: there is no such operation`);
      r.remember(error, call);
      throw error;
    };

    // Proxy invariants (ECMA-262, 10.5) ask for the real properties as soon as a script looks at them as a whole.
    const complete = () => {
      if (whole) {
        return target;
      }
      whole = true;
      const names = host('members', path);
      for (let from = 0; from < names.length; ) {
        const end = p.indexOf(names, '\n', from);
        const key = p.slice(names, from, end);
        define(target, key, member(key, kindOf(key)));
        from = end + 1;
      }
      return p.freeze(target);
    };

    const proxy = new p.Proxy(target, {
      __proto__: null,
      get: (_, key) => {
        if (typeof key === 'symbol' || p.indexOf(RESERVED, ` ${key} `) >= 0) {
          return target[key];
        }
        const known = p.mapGet(members, key);
        if (known !== undefined) {
          return known;
        }
        const memberKind = kindOf(key);
        if (memberKind !== 0) {
          return member(key, memberKind);
        }
        return key in target ? target[key] : missing(key);
      },
      has: (_, key) => key in complete(),
      ownKeys: () => p.ownKeys(complete()),
      getOwnPropertyDescriptor: (_, key) => p.descriptorOf(complete(), key),
      isExtensible: () => complete() === undefined,
      preventExtensions: () => complete() !== undefined,
      set: () => frozen(path),
      defineProperty: () => frozen(path),
      deleteProperty: () => frozen(path),
      setPrototypeOf: () => false,
    });
    if ((kind & OPERATION) === 0) {
      p.weakSetAdd(services, proxy);
    }
    return proxy;
  };

  r.isService = (value) => typeof value === 'object' && value !== null && p.weakSetHas(services, value);

  r.addServices = (names) => {
    for (let from = 0; from < names.length; ) {
      const end = p.indexOf(names, '\n', from);
      const service = p.slice(names, from, end);
      r.constant(service, node(service, NAMESPACE));
      from = end + 1;
    }
  };
})
