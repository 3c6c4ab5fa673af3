// expect: error|no-escape|timeout
// purpose: comparisons that may be the arguments of a type until the last character
// class: source-tricks
// variationOf: src-broken-off-arrows.js
// expand: [{"marker": "@@OPEN@@", "unit": "f < a < (", "count": 4000}]
// ---
const f = 1, a = 2; const x = @@OPEN@@1; return typeof x;
