// What buffers and views hold, read past anything that a script may have put onto them.
(function (p) {
  const { raw } = p;
  const name = p.uncurryThis(raw.typedArrayName);
  const typedArray = {
    __proto__: null,
    buffer: p.uncurryThis(raw.typedArrayBuffer),
    offset: p.uncurryThis(raw.typedArrayOffset),
    length: p.uncurryThis(raw.typedArrayBytes),
  };
  const dataView = {
    __proto__: null,
    buffer: p.uncurryThis(raw.viewBuffer),
    offset: p.uncurryThis(raw.viewOffset),
    length: p.uncurryThis(raw.viewBytes),
  };
  const bufferBytes = p.uncurryThis(raw.bufferBytes);

  const isBuffer = (value) => {
    try {
      return bufferBytes(value) >= 0;
    } catch {
      return false;
    }
  };

  const isDataView = (value) => {
    try {
      return dataView.offset(value) >= 0;
    } catch {
      return false;
    }
  };

  // 'Uint8Array' and so on, 'DataView', 'ArrayBuffer', or undefined for anything else.
  const typeOf = (value) => {
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    const typed = name(value);
    return typed !== undefined ? typed : isDataView(value) ? 'DataView' : isBuffer(value) ? 'ArrayBuffer' : undefined;
  };

  // The buffer, offset and length in bytes of a view of that type.
  const placeOf = (value, type) => {
    const { buffer, offset, length } = type === 'DataView' ? dataView : typedArray;
    return { __proto__: null, buffer: buffer(value), offset: offset(value), length: length(value) };
  };

  // The bytes of a buffer or a view, not copied.
  const bytesOf = (value) => {
    const type = typeOf(value);
    if (type === undefined) {
      throw new p.TypeError('The argument must be an ArrayBuffer or a view of one, such as a Uint8Array');
    }
    if (type === 'ArrayBuffer') {
      return new p.Uint8Array(value);
    }
    const { buffer, offset, length } = placeOf(value, type);
    return new p.Uint8Array(buffer, offset, length);
  };

  return { __proto__: null, bufferBytes, typeOf, placeOf, bytesOf };
})
