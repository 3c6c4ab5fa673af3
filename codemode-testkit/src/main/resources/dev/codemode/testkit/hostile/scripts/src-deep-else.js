// expect: error|no-escape|timeout
// purpose: a ladder of fifty thousand else branches is not a stack of them
// class: source-tricks
// variationOf: src-long-sum.js
// expand: [{"marker": "@@X@@", "unit": "if(0);else ", "count": 20000}]
// ---
@@X@@; return 1;
