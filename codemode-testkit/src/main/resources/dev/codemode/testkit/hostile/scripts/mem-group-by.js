// expect: memory|timeout|error
// purpose: groups without end
// class: memory-exhaustion
// variationOf: mem-array-push.js
// ---
let n = 0; return Object.keys(Object.groupBy({ *[Symbol.iterator]() { for (;;) yield n++; } }, (v) => "key-" + v)).length;
