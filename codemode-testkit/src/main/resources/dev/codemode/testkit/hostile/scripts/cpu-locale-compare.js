// expect: timeout|memory|error
// purpose: collation of long strings in a sort
// class: cpu-exhaustion
// variationOf: cpu-bigint-tostring.js
// ---
const a = Array.from({ length: 20000 }, (_, i) => "\u00e9\u0301".repeat(2000) + (i * 7919) % 20011); a.sort((x, y) => x.localeCompare(y, "de", { sensitivity: "base", numeric: true })); return a.length;
