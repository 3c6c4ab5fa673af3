// expect: error|no-escape|timeout
// purpose: conditions whose middle may be the head of an arrow function or end at a colon
// class: source-tricks
// variationOf: src-broken-off-arrows.js
// expand: [{"marker": "@@OPEN@@", "unit": "a ? (b) : (", "count": 22}, {"marker": "@@CLOSE@@", "unit": ")", "count": 22}]
// ---
const a = 0, b = 1; const x = @@OPEN@@1@@CLOSE@@; return typeof x;
