// expect: error|memory|timeout|no-escape
// purpose: an array that is longer each time it is looked at
// class: result-serialisation
// variationOf: res-getter-grows.js
// ---
let n = 1; return new Proxy([], { get: (t, k) => k === "length" ? (n *= 1000) : k === "toJSON" ? undefined : "element", has: (t, k) => k !== "toJSON" });
