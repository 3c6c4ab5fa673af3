// expect: error|no-escape|timeout
// purpose: annotations of types nested deeper than a reader of types may follow
// class: source-tricks
// expand: [{"marker": "@@O@@", "unit": "Array<[", "count": 20000}, {"marker": "@@C@@", "unit": "]>", "count": 20000}]
// ---
const x: @@O@@1@@C@@ = null; return 1;
