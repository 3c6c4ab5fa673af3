// expect: error|no-escape|timeout
// purpose: parser overflow by conditional expressions
// class: source-tricks
// variationOf: src-deep-parens.js
// expand: [{"marker": "@@O@@", "unit": "0?0:", "count": 50000}, {"marker": "@@C@@", "unit": " ", "count": 1}]
// ---
return @@O@@1@@C@@;
