// expect: error|no-escape|timeout
// purpose: a chain of forty thousand properties
// class: source-tricks
// variationOf: src-long-sum.js
// expand: [{"marker": "@@X@@", "unit": ".a", "count": 40000}]
// ---
const o = {}; o.a = o; return typeof o@@X@@;
