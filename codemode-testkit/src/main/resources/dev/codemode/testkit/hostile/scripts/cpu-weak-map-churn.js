// expect: timeout|memory
// purpose: collector pressure by short-lived keys of weak maps
// class: cpu-exhaustion
// variationOf: cpu-arraylike-max-length.js
// ---
const w = new WeakMap(); for (let i = 0; ; i++) { const k = {}; w.set(k, { k, text: "w".repeat(100) + i }); }
