// expect: timeout
// purpose: a tag that is its own result, without end
// class: cpu-exhaustion
// variationOf: cpu-loop-empty.js
// ---
const tag = () => tag; let f = tag; for (;;) f = f`a${f}b`;
