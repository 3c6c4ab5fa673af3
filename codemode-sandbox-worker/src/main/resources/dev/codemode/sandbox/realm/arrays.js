// Array.fromAsync (ECMA-262 2026, 23.1.2.1).
(function (p) {
  const nothing = function () {};

  const isConstructor = (value) => {
    if (value === p.Array) {
      return true;
    }
    try {
      p.construct(nothing, [], value);
      return true;
    } catch {
      return false;
    }
  };

  const define = (target, index, value) =>
    p.defineProperty(target, index, { __proto__: null, value, writable: true, enumerable: true, configurable: true });

  const isIterable = (items) => {
    if (items === undefined || items === null) {
      throw new p.TypeError('Array.fromAsync: the first argument must be iterable or like an array');
    }
    const method = items[p.asyncIterator];
    return (method !== undefined && method !== null) || (items[p.iterator] !== undefined && items[p.iterator] !== null);
  };

  const lengthOf = (items) => {
    const length = p.toNumber(items.length);
    return length > 0 ? p.min(p.floor(length), 0x1fffffffffffff) : 0;
  };

  const { fromAsync } = {
    async fromAsync(items, map = undefined, receiver = undefined) {
      if (map !== undefined && typeof map !== 'function') {
        throw new p.TypeError('Array.fromAsync: the second argument must be a function');
      }
      const iterable = isIterable(items);
      const length = iterable ? 0 : lengthOf(items);
      const result = !isConstructor(this) ? new p.Array(length) : iterable ? new this() : new this(length);
      let count = 0;
      if (iterable) {
        // The script's own iterable, which gets nothing of ours.
        for await (const item of items) {
          define(result, count, map === undefined ? item : await p.apply(map, receiver, [item, count]));
          count++;
        }
      }
      for (; count < length; count++) {
        const item = await items[count];
        define(result, count, map === undefined ? item : await p.apply(map, receiver, [item, count]));
      }
      result.length = count;
      return result;
    },
  };

  return { __proto__: null, fromAsync };
})
