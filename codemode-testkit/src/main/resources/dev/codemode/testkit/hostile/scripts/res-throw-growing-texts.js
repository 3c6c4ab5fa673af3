// expect: error|memory|timeout
// purpose: an error whose name, message, cause and stack are texts without end that are made when they are read
// class: result-serialisation
// variationOf: res-throw-loop-object.js
// ---
let depth = 0;
const endless = () => ({ get name() { return "N".repeat(1e7); }, get message() { return "m\n".repeat(1e7); }, get stack() { return "    at f (x.js:1:1)\n".repeat(1e6); }, get cause() { return depth++ < 1e6 ? endless() : null; }, get errors() { return Array.from({ length: 1e5 }, endless); }, toString() { return "t".repeat(1e7); } });
throw Object.assign(Object.create(Error.prototype, Object.getOwnPropertyDescriptors(endless())));
