// On V8: writes the stacks of errors, with only the frames of the script and of the language. V8 asks
// Error.prepareStackTrace for them, which would give a script more than text; so it stays what it is here.
(function () {
  'use strict';
  const { apply } = Reflect;
  const title = Error.prototype.toString;
  const SCRIPT = 'script.js';

  const titleOf = (error) => {
    try {
      return apply(title, error, []);
    } catch {
      return '<error>';
    }
  };

  const prepareStackTrace = (error, sites) => {
    let stack = titleOf(error);
    try {
      for (let i = 0; i < sites.length; i++) {
        const file = sites[i].getFileName();
        if (file === SCRIPT || file === undefined || file === null) {
          stack += `\n    at ${sites[i].toString()}`;
        }
      }
    } catch {
      // A script called this itself, or there is no room on the stack.
    }
    return stack;
  };

  Object.defineProperty(Error, 'prepareStackTrace', {
    __proto__: null,
    get: () => prepareStackTrace,
    set() {},
    enumerable: false,
    configurable: false,
  });
})
