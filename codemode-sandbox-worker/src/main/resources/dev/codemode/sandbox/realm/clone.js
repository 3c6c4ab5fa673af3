// structuredClone (HTML standard, 2.7), without a transfer list. What is left to copy waits in a list, so that no depth of
// nesting overflows the stack.
(function (p, r) {
  const { DOMException, nameIfAny } = r.use('exceptions');
  const { bufferBytes, typeOf, placeOf } = r.use('bytes');
  const { raw } = p;
  const setAdd = p.uncurryThis(raw.setAdd);
  const typedArraySet = p.uncurryThis(raw.typedArraySet);
  const regExpSource = p.uncurryThis(raw.regExpSource);
  const regExpFlags = p.uncurryThis(raw.regExpFlags);
  const isResizable = raw.bufferResizable === undefined ? () => false : p.uncurryThis(raw.bufferResizable);
  const maxBytes = raw.bufferMaxBytes === undefined ? bufferBytes : p.uncurryThis(raw.bufferMaxBytes);

  const refuse = (what) => {
    throw new DOMException(`structuredClone: ${what} cannot be cloned`, 'DataCloneError');
  };

  const ownValue = (error, name) => {
    const property = p.descriptorOf(error, name);
    return property === undefined ? undefined : property.value;
  };

  const copyDate = (value) => new p.Date(p.dateTime(value));

  const copyRegExp = (value) => new p.RegExp(regExpSource(value), regExpFlags(value));

  const copyMap = (value, work) => {
    const copy = new p.Map();
    work.later(() => {
      const keys = r.list();
      const values = r.list();
      p.mapForEach(value, (element, key) => {
        keys[keys.length] = key;
        values[values.length] = element;
      });
      for (let i = 0; i < keys.length; i++) {
        p.mapSet(copy, work.copy(keys[i]), work.copy(values[i]));
      }
    });
    return copy;
  };

  const copySet = (value, work) => {
    const copy = new p.Set();
    work.later(() => {
      const elements = r.list();
      p.setForEach(value, (element) => {
        elements[elements.length] = element;
      });
      for (let i = 0; i < elements.length; i++) {
        setAdd(copy, work.copy(elements[i]));
      }
    });
    return copy;
  };

  const copyBuffer = (value) => {
    const length = bufferBytes(value);
    const options = isResizable(value) ? { __proto__: null, maxByteLength: maxBytes(value) } : undefined;
    const copy = new p.ArrayBuffer(length, options);
    if (length > 0) {
      typedArraySet(new p.Uint8Array(copy), new p.Uint8Array(value));
    }
    return copy;
  };

  const copyView = (value, work) => {
    const type = typeOf(value);
    const { buffer, offset, length } = placeOf(value, type);
    if (type === 'DataView') {
      return new p.DataView(work.copy(buffer), offset, length);
    }
    const View = raw.typedArrays[type];
    return new View(work.copy(buffer), offset, p.typedArrayLength(value));
  };

  const copyError = (value, work) => {
    const message = ownValue(value, 'message');
    const texts = message === undefined ? [] : [`${message}`];
    const exception = nameIfAny(value);
    const type = exception === undefined ? raw.errors[`${value.name}`] : undefined;
    const copy = exception === undefined
      ? p.construct(type === undefined ? p.Error : type, texts)
      : new DOMException(`${message}`, exception);
    const stack = ownValue(value, 'stack');
    if (typeof stack === 'string') {
      r.hidden(copy, 'stack', stack);
    }
    const cause = p.descriptorOf(value, 'cause');
    if (cause !== undefined && 'value' in cause) {
      work.later(() => r.hidden(copy, 'cause', work.copy(cause.value)));
    }
    return copy;
  };

  const copyArray = (value, work) => {
    const copy = r.list();
    const { length } = value;
    work.later(() => {
      const keys = p.keys(value);
      const dense = keys.length === length && length > 0 && keys[length - 1] === `${length - 1}`;
      if (!dense) {
        copy.length = length;
      }
      for (let i = 0; i < keys.length; i++) {
        const key = dense ? i : keys[i];
        copy[key] = work.copy(value[key]);
      }
      p.setPrototypeOf(copy, p.Array.prototype);
    });
    return copy;
  };

  // Filled while it has no prototype, so that no key means anything.
  const copyObject = (value, work) => {
    const copy = { __proto__: null };
    work.later(() => {
      const keys = p.keys(value);
      for (let i = 0; i < keys.length; i++) {
        copy[keys[i]] = work.copy(value[keys[i]]);
      }
      p.setPrototypeOf(copy, p.ObjectPrototype);
    });
    return copy;
  };

  const KINDS = { __proto__: null, length: 0 };

  // An object is of a kind if it inherits from the prototype and the brand, which throws, does not contradict.
  const kind = (prototype, brand, copy) => {
    KINDS[KINDS.length++] = { __proto__: null, prototype, brand, copy };
  };

  const boxed = (prototype, valueOf) => {
    const primitive = p.uncurryThis(valueOf);
    kind(prototype, primitive, (value) => p.Object(primitive(value)));
  };

  const never = (prototype, what) => kind(prototype, () => {}, () => refuse(what));

  kind(p.DatePrototype, p.dateTime, copyDate);
  kind(p.MapPrototype, p.mapSize, copyMap);
  kind(p.SetPrototype, p.setSize, copySet);
  kind(p.ErrorPrototype, () => {}, copyError);
  kind(p.TypedArrayPrototype, p.typedArrayLength, copyView);
  kind(p.ArrayBuffer.prototype, bufferBytes, copyBuffer);
  kind(p.DataView.prototype, p.uncurryThis(raw.viewOffset), copyView);
  kind(p.RegExp.prototype, regExpSource, copyRegExp);
  boxed(p.Number.prototype, raw.numberOf);
  boxed(raw.String.prototype, raw.stringOf);
  boxed(raw.Boolean.prototype, raw.booleanOf);
  boxed(raw.BigInt.prototype, raw.bigintOf);
  never(raw.Symbol.prototype, 'a symbol');
  never(p.PromisePrototype, 'a promise');
  never(p.IteratorPrototype, 'an iterator');
  never(p.WeakMap.prototype, 'a WeakMap');
  never(p.WeakSet.prototype, 'a WeakSet');

  const isOf = (found, value) => {
    if (!p.isPrototypeOf(found.prototype, value)) {
      return false;
    }
    try {
      found.brand(value);
      return true;
    } catch {
      return false;
    }
  };

  const special = (value, work) => {
    for (let i = 0; i < KINDS.length; i++) {
      if (isOf(KINDS[i], value)) {
        return KINDS[i].copy(value, work);
      }
    }
    for (let i = 0; i < r.opaque.length; i++) {
      if (p.isPrototypeOf(r.opaque[i].prototype, value)) {
        refuse(`an object of the type ${r.opaque[i].name}`);
      }
    }
    return copyObject(value, work);
  };

  const objectOf = (value, work) => {
    if (p.isArray(value)) {
      return copyArray(value, work);
    }
    if (r.isService(value)) {
      return refuse('a service');
    }
    const prototype = p.getPrototypeOf(value);
    return prototype === p.ObjectPrototype || prototype === null ? copyObject(value, work) : special(value, work);
  };

  const clone = (root) => {
    const copies = new p.Map();
    const tasks = r.list();
    const work = {
      __proto__: null,
      later: (task) => {
        tasks[tasks.length] = task;
      },
      copy: (value) => {
        if (typeof value === 'function' || typeof value === 'symbol') {
          return refuse(`a ${typeof value}`);
        }
        if (typeof value !== 'object' || value === null) {
          return value;
        }
        let copy = p.mapGet(copies, value);
        if (copy === undefined) {
          copy = objectOf(value, work);
          p.mapSet(copies, value, copy);
        }
        return copy;
      },
    };
    const result = work.copy(root);
    while (tasks.length > 0) {
      const task = tasks[tasks.length - 1];
      tasks.length--;
      task();
    }
    return result;
  };

  const structuredClone = (value, options = undefined) => {
    const transfer = options === undefined || options === null ? undefined : options.transfer;
    if (transfer !== undefined && !(p.isArray(transfer) && transfer.length === 0)) {
      throw new DOMException(
        'structuredClone: nothing can be transferred here; leave the option out, and the value is copied', 'DataCloneError');
    }
    return clone(value);
  };

  return { __proto__: null, structuredClone };
})
