// expect: error|no-escape|timeout
// purpose: parser overflow by calls within arguments
// class: source-tricks
// variationOf: src-deep-parens.js
// expand: [{"marker": "@@O@@", "unit": "f(", "count": 80000}, {"marker": "@@C@@", "unit": ")", "count": 80000}]
// ---
const f = (x) => x; return @@O@@1@@C@@;
