// expect: error|no-escape|timeout
// purpose: classes that hold classes in their static blocks
// class: source-tricks
// variationOf: src-deep-parens.js
// expand: [{"marker": "@@O@@", "unit": "class A{static{", "count": 10000}, {"marker": "@@C@@", "unit": "}}", "count": 10000}]
// ---
@@O@@@@C@@ return 1;
