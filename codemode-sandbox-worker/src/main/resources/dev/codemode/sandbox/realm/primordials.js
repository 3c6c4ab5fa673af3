// Takes everything that the other parts use from the language before any script can have replaced it. No part calls a
// method by name on a value that a script can reach, iterates with for-of or spread, or appends to an array by index.
(function () {
  const { apply, construct, ownKeys } = Reflect;
  const uncurryThis = Function.prototype.bind.bind(Function.prototype.call);
  const method = (type, name) => uncurryThis(type.prototype[name]);
  const getter = (prototype, name) => uncurryThis(Object.getOwnPropertyDescriptor(prototype, name).get);
  const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype);
  return Object.freeze({
    __proto__: null,
    Date, Error, Intl, JSON, Map, Math, Number, Promise, Proxy, RangeError, Set, TypeError, WeakMap, WeakSet,
    globalThis, apply, construct, ownKeys, uncurryThis, getter,
    isArray: Array.isArray,
    isFinite: Number.isFinite,
    isInteger: Number.isInteger,
    toNumber: Number,
    symbolText: method(Symbol, 'toString'),
    jsonParse: JSON.parse,
    jsonText: JSON.stringify,
    max: Math.max,
    min: Math.min,
    floor: Math.floor,
    keys: Object.keys,
    freeze: Object.freeze,
    defineProperty: Object.defineProperty,
    getPrototypeOf: Object.getPrototypeOf,
    descriptorOf: Object.getOwnPropertyDescriptor,
    isPrototypeOf: method(Object, 'isPrototypeOf'),
    ObjectPrototype: Object.prototype,
    DatePrototype: Date.prototype,
    ErrorPrototype: Error.prototype,
    MapPrototype: Map.prototype,
    SetPrototype: Set.prototype,
    PromisePrototype: Promise.prototype,
    IteratorPrototype: Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())),
    TypedArrayPrototype,
    typedArrayLength: getter(TypedArrayPrototype, 'length'),
    charCodeAt: method(String, 'charCodeAt'),
    indexOf: method(String, 'indexOf'),
    lastIndexOf: method(String, 'lastIndexOf'),
    slice: method(String, 'slice'),
    then: method(Promise, 'then'),
    mapGet: method(Map, 'get'),
    mapSet: method(Map, 'set'),
    mapDelete: method(Map, 'delete'),
    mapForEach: method(Map, 'forEach'),
    mapSize: getter(Map.prototype, 'size'),
    setForEach: method(Set, 'forEach'),
    setSize: getter(Set.prototype, 'size'),
    weakMapGet: method(WeakMap, 'get'),
    weakMapSet: method(WeakMap, 'set'),
    weakSetHas: method(WeakSet, 'has'),
    weakSetAdd: method(WeakSet, 'add'),
    weakSetDelete: method(WeakSet, 'delete'),
    dateTime: method(Date, 'getTime'),
    dateText: method(Date, 'toString'),
    dateIso: method(Date, 'toISOString'),
  });
})
