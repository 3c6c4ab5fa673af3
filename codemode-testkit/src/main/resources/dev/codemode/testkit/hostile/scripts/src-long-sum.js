// expect: error|no-escape|timeout
// purpose: a sum of a hundred thousand terms, a tree that leans to one side
// class: source-tricks
// expand: [{"marker": "@@X@@", "unit": "+1", "count": 100000}]
// ---
return 1@@X@@;
