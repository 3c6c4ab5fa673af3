// Says what was thrown, without trusting it: every read may run the script's code, and may fail.
(function (p, r) {
  const MAX_MESSAGE = 8192;
  const MAX_NAME = 100;
  const MAX_CAUSES = 8;
  const callOfError = new p.WeakMap();

  const read = (value, key) => {
    try {
      return value[key];
    } catch {
      return undefined;
    }
  };

  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

  const isError = (value) => {
    try {
      return isObject(value) && p.isPrototypeOf(p.ErrorPrototype, value);
    } catch {
      return false;
    }
  };

  r.textOf = (value, key) => {
    const text = read(value, key);
    return typeof text === 'string' ? p.slice(text, 0, MAX_MESSAGE) : '';
  };

  // "    at f (script.js:3:10)": the topmost frame in the script, as engines write it.
  const place = (stack) => {
    const at = p.indexOf(stack, `${r.settings.scriptName}:`, p.max(0, p.indexOf(stack, '\n    at ')));
    const numbers = { __proto__: null, line: 0, column: 0 };
    if (at < 0) {
      return numbers;
    }
    let key = 'line';
    for (let i = at + r.settings.scriptName.length + 1; i < stack.length; i++) {
      const code = p.charCodeAt(stack, i);
      if (code === 58 && key === 'line') {
        key = 'column';
      } else if (code < 48 || code > 57 || numbers[key] > 1e7) {
        break;
      } else {
        numbers[key] = numbers[key] * 10 + code - 48;
      }
    }
    return numbers;
  };

  r.remember = (error, call) => p.weakMapSet(callOfError, error, call);

  const callOf = (thrown) => {
    let error = thrown;
    for (let i = 0; i < MAX_CAUSES && isObject(error); i++) {
      const call = p.weakMapGet(callOfError, error);
      if (call !== undefined) {
        return call;
      }
      const errors = read(error, 'errors');
      error = isObject(errors) ? read(errors, 0) : read(error, 'cause');
    }
    return 0;
  };

  r.describe = (thrown) => {
    const failure = { __proto__: null, name: '', message: '', line: 0, column: 0, call: callOf(thrown) };
    if (!isError(thrown)) {
      failure.message = p.slice(`The script threw a value that is not an Error: ${r.show(thrown)}`, 0, MAX_MESSAGE);
      return failure;
    }
    failure.name = p.slice(r.textOf(thrown, 'name'), 0, MAX_NAME);
    failure.message = r.textOf(thrown, 'message');
    const stack = read(thrown, 'stack');
    if (typeof stack === 'string') {
      const { line, column } = place(stack);
      failure.line = line;
      failure.column = column;
    }
    return failure;
  };

  const define = (error, name, value, enumerable) =>
    p.defineProperty(error, name, { __proto__: null, value, writable: true, enumerable, configurable: true });

  // Replaces the first line of the stack, which engines write when an error is created.
  r.retitle = (error, title) => {
    const stack = read(error, 'stack');
    const frames = typeof stack === 'string' ? p.indexOf(stack, '\n') : -1;
    define(error, 'stack', `${title}${frames < 0 ? '' : p.slice(stack, frames)}`, false);
  };

  // Makes the error that was created where the operation was called into the rejection of that call.
  r.operationError = (error, id, code, operation, message, retryable) => {
    define(error, 'name', 'OperationError', false);
    define(error, 'message', message, false);
    define(error, 'code', code, true);
    define(error, 'operation', operation, true);
    define(error, 'retryable', retryable, true);
    r.retitle(error, `OperationError: ${message}`);
    r.remember(error, id);
    return error;
  };
})
