// expect: error|timeout
// purpose: a trap that reads what it traps
// class: stack-exhaustion
// ---
const p = new Proxy({}, { get: (t, k, self) => self[k] }); return p.x;
