// DOMException (Web IDL, 2.8.1): an Error whose name says what went wrong.
(function (p, r) {
  const CODES =
    'IndexSizeError:1 HierarchyRequestError:3 WrongDocumentError:4 InvalidCharacterError:5 NoModificationAllowedError:7' +
    ' NotFoundError:8 NotSupportedError:9 InUseAttributeError:10 InvalidStateError:11 SyntaxError:12' +
    ' InvalidModificationError:13 NamespaceError:14 InvalidAccessError:15 TypeMismatchError:17 SecurityError:18' +
    ' NetworkError:19 AbortError:20 URLMismatchError:21 QuotaExceededError:22 TimeoutError:23 InvalidNodeTypeError:24' +
    ' DataCloneError:25 ';
  const names = new p.WeakMap();

  const nameOf = (exception) => {
    const name = p.weakMapGet(names, exception);
    if (name === undefined) {
      throw new p.TypeError('Illegal invocation: this is not a DOMException');
    }
    return name;
  };

  const codeOf = (name) => {
    const at = p.indexOf(` ${CODES}`, ` ${name}:`);
    return at < 0 ? 0 : p.toNumber(p.slice(CODES, at + name.length + 1, p.indexOf(CODES, ' ', at)));
  };

  class DOMException {
    constructor(message = '', options = 'Error') {
      const detailed = typeof options === 'object' && options !== null;
      const name = detailed ? options.name : options;
      const exception = p.construct(p.Error, [`${message}`], new.target);
      p.weakMapSet(names, exception, name === undefined ? 'Error' : `${name}`);
      if (detailed && 'cause' in options) {
        r.hidden(exception, 'cause', options.cause);
      }
      r.retitle(exception, `${nameOf(exception)}: ${message}`);
      return exception;
    }

    get name() {
      return nameOf(this);
    }

    get code() {
      return codeOf(nameOf(this));
    }
  }
  p.setPrototypeOf(DOMException.prototype, p.ErrorPrototype);

  const nameIfAny = (value) => p.weakMapGet(names, value);

  return { __proto__: null, DOMException: r.interface(DOMException, 'DOMException'), nameIfAny };
})
