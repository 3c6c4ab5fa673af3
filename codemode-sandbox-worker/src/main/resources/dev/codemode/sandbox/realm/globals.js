// Leaves only known globals: what an engine adds in its next version does not reach scripts by itself.
(function (p, r) {
  const ALLOWED =
    ' globalThis undefined NaN Infinity Object Function Array Number Boolean String Symbol BigInt Math Date RegExp' +
    ' JSON Promise Proxy Reflect Map Set WeakMap WeakSet Iterator Intl ArrayBuffer DataView' +
    ' Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError' +
    ' Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array' +
    ' Float64Array BigInt64Array BigUint64Array parseInt parseFloat isNaN isFinite' +
    ' encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape ';

  const names = p.ownKeys(p.globalThis);
  for (let i = 0; i < names.length; i++) {
    if (typeof names[i] === 'string' && p.indexOf(ALLOWED, ` ${names[i]} `) < 0) {
      delete p.globalThis[names[i]];
    }
  }

  r.constant = (name, value) =>
    p.defineProperty(p.globalThis, name, {
      __proto__: null, value, writable: false, enumerable: true, configurable: false,
    });
})
