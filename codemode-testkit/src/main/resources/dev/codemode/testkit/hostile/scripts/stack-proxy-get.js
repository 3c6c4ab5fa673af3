// expect: error|timeout
// purpose: a trap that reads what it traps
// class: stack-exhaustion
// variationOf: stack-recursion-caught-retry.js
// ---
const p = new Proxy({}, { get: (t, k, self) => self[k] }); return p.x;
