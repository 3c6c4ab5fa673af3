// expect: timeout|memory|no-escape
// purpose: one promise with a million reactions, all settled at once
// class: async-and-call-floods
// variationOf: asy-timer-mass.js
// ---
let n = 0; let go; const p = new Promise((r) => { go = r; }); for (let i = 0; i < 1e6; i++) p.then(() => { n++; }); go(); await p; await null; return n > 0;
