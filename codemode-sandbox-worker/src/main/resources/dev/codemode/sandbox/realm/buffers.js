// On V8: refuses single buffers that are larger than a script's memory. V8 has them outside of its heap, where nothing else counts
// what is not written to yet.
(function (maxBytes) {
  'use strict';
  const { apply, construct } = Reflect;
  const getter = (prototype, name) => {
    const { get } = Object.getOwnPropertyDescriptor(prototype, name);
    return (value) => apply(get, value, []);
  };
  const bytesOf = getter(ArrayBuffer.prototype, 'byteLength');
  const maxBytesOf = getter(ArrayBuffer.prototype, 'maxByteLength');
  const bufferOf = getter(Object.getPrototypeOf(Uint8Array.prototype), 'buffer');
  const { RangeError } = globalThis;

  const check = (bytes) => {
    if (bytes > maxBytes) {
      throw new RangeError('Array buffer allocation failed');
    }
  };

  const bound = (name, bufferFrom) => {
    const type = globalThis[name];
    if (type === undefined) {
      return;
    }
    const replacement = new Proxy(type, {
      __proto__: null,
      construct(target, values, newTarget) {
        const made = construct(target, values, newTarget);
        const buffer = bufferFrom(made);
        check(bytesOf(buffer));
        check(maxBytesOf(buffer));
        return made;
      },
    });
    Object.defineProperty(type.prototype, 'constructor', { __proto__: null, value: replacement });
    Object.defineProperty(globalThis, name, { __proto__: null, value: replacement });
  };

  for (const name of ['transfer', 'transferToFixedLength']) {
    const { [name]: real } = ArrayBuffer.prototype;
    const replacement = {
      [name](length) {
        const bytes = length === undefined ? undefined : +length;
        check(bytes);
        return apply(real, this, [bytes]);
      },
    }[name];
    Object.defineProperty(replacement, 'length', { __proto__: null, value: 0 });
    Object.defineProperty(ArrayBuffer.prototype, name, { __proto__: null, value: replacement });
  }

  bound('ArrayBuffer', (buffer) => buffer);
  for (const name of [
    'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float16Array',
    'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array',
  ]) {
    bound(name, bufferOf);
  }
})
