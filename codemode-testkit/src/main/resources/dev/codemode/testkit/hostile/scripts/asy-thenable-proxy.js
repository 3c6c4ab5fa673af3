// expect: timeout|error|no-escape
// purpose: a proxy that is its own then, and resolves to itself
// class: async-and-call-floods
// variationOf: asy-thenable-nested.js
// ---
const p = new Proxy(function () {}, { get: () => p, apply: (t, self, a) => { if (typeof a[0] === "function") a[0](p); return p; } }); return p;
