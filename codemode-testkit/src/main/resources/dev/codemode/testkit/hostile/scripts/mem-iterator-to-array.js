// expect: memory|timeout|error
// purpose: an iterator helper that collects an endless iterator
// class: memory-exhaustion
// variationOf: mem-array-push.js
// ---
let n = 0; return Iterator.from({ next: () => ({ done: false, value: "v".repeat(1000) + n++ }) }).toArray().length;
