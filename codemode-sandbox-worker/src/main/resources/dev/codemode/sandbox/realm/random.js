// crypto (Web Cryptography, 10.1) with numbers from the execution's own seed: unique, but not secret.
(function (p, r) {
  const { DOMException } = r.use('exceptions');
  const { bytesOf, typeOf } = r.use('bytes');
  const MAX_BYTES = 65536;
  const HEX = '0123456789abcdef';
  const OWN = { __proto__: null };
  const INTEGERS =
    ' Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array ';

  const fill = (bytes, length) => {
    let bits = 0;
    for (let i = 0; i < length; i++) {
      bits = i % 4 === 0 ? r.random32() : bits >>> 8;
      bytes[i] = bits & 0xff;
    }
  };

  // Version 4 (RFC 9562, 5.4).
  const uuid = () => {
    const bytes = new p.Uint8Array(16);
    fill(bytes, 16);
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let text = '';
    for (let i = 0; i < 16; i++) {
      text += (i === 4 || i === 6 || i === 8 || i === 10 ? '-' : '') + HEX[bytes[i] >> 4] + HEX[bytes[i] & 15];
    }
    return text;
  };

  class Crypto {
    constructor(key) {
      if (key !== OWN) {
        throw new p.TypeError('Illegal constructor: use crypto');
      }
    }

    randomUUID() {
      return uuid();
    }

    getRandomValues(array) {
      const type = typeOf(array);
      if (type === undefined || p.indexOf(INTEGERS, ` ${type} `) < 0) {
        throw new DOMException('crypto.getRandomValues: the argument must be a typed array of integers', 'TypeMismatchError');
      }
      const bytes = bytesOf(array);
      const length = p.typedArrayLength(bytes);
      if (length > MAX_BYTES) {
        throw new DOMException(
          `crypto.getRandomValues: the array has ${length} bytes, but at most ${MAX_BYTES} are filled at once`,
          'QuotaExceededError');
      }
      fill(bytes, length);
      return array;
    }
  }

  return { __proto__: null, crypto: new (r.interface(Crypto, 'Crypto'))(OWN) };
})
