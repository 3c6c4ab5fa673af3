// expect: error|no-escape|timeout
// purpose: parser overflow by patterns within patterns
// class: source-tricks
// variationOf: src-deep-parens.js
// expand: [{"marker": "@@O@@", "unit": "{a:", "count": 50000}, {"marker": "@@C@@", "unit": "}", "count": 50000}]
// ---
const @@O@@a@@C@@ = {}; return 1;
