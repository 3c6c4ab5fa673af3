// expect: memory|error|timeout
// purpose: replacement texts that grow a short text a thousand times
// class: memory-exhaustion
// variationOf: mem-string-repeat-max.js
// ---
const k = []; for (;;) k.push("a".repeat(100000).replaceAll("", "b".repeat(100) + k.length), "abcdef".repeat(1000).replace(/[^]*/, "$&".repeat(1000) + k.length));
