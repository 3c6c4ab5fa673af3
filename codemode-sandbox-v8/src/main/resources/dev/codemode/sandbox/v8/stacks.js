// Writes the stacks of errors, without the frames of the realm's own code. V8 asks Error.prepareStackTrace for them, which
// would give a script more than text; so it stays what it is here.
(function () {
  'use strict';
  const { apply } = Reflect;
  const title = Error.prototype.toString;
  const OWN = '<realm>';

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
        if (sites[i].getFileName() !== OWN) {
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
