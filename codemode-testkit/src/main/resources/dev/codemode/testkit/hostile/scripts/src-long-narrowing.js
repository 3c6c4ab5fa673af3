// expect: error|no-escape|timeout
// purpose: thousands of conditions in a row, each of which may change what a variable is
// class: source-tricks
// variationOf: src-long-assignments.js
// expand: [{"marker": "@@X@@", "unit": "if (typeof a === \"string\") a = n; else a = \"\" + n;\n", "count": 4000}]
// ---
let a = "x", n = 0;
@@X@@
return n;
