// expect: timeout|memory|error
// purpose: division and remainder of BigInts of a million digits
// class: cpu-exhaustion
// variationOf: cpu-bigint-tostring.js
// ---
const x = 3n ** (2n ** 22n), y = 7n ** (2n ** 20n); let r = 0n; for (let i = 0; i < 500; i++) r += x / (y + r) + x % (y + r); return r > 0n;
