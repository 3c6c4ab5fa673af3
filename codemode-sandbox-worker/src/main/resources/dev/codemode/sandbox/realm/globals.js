// Leaves only known globals: what an engine adds in its next version does not reach scripts by itself.
(function (p, r) {
  const ALLOWED = {
    __proto__: null,
    globalThis: 1, undefined: 1, NaN: 1, Infinity: 1, Object: 1, Function: 1, Array: 1, Number: 1, Boolean: 1,
    String: 1, Symbol: 1, BigInt: 1, Math: 1, Date: 1, RegExp: 1, JSON: 1, Promise: 1, Proxy: 1, Reflect: 1,
    Map: 1, Set: 1, WeakMap: 1, WeakSet: 1, Iterator: 1, Intl: 1, ArrayBuffer: 1, DataView: 1, Error: 1,
    AggregateError: 1, EvalError: 1, RangeError: 1, ReferenceError: 1, SyntaxError: 1, TypeError: 1, URIError: 1,
    Int8Array: 1, Uint8Array: 1, Uint8ClampedArray: 1, Int16Array: 1, Uint16Array: 1, Int32Array: 1,
    Uint32Array: 1, Float16Array: 1, Float32Array: 1, Float64Array: 1, BigInt64Array: 1, BigUint64Array: 1,
    parseInt: 1, parseFloat: 1, isNaN: 1, isFinite: 1, encodeURI: 1, encodeURIComponent: 1, decodeURI: 1,
    decodeURIComponent: 1, escape: 1, unescape: 1, Temporal: 1,
  };

  const names = p.ownKeys(p.globalThis);
  for (let i = 0; i < names.length; i++) {
    if (typeof names[i] === 'string' && ALLOWED[names[i]] === undefined) {
      delete p.globalThis[names[i]];
    }
  }

  r.constant = (name, value) =>
    p.defineProperty(p.globalThis, name, {
      __proto__: null, value, writable: false, enumerable: true, configurable: false,
    });
})
