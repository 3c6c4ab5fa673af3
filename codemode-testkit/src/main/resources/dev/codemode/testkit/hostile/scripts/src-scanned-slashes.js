// expect: error|no-escape|timeout
// purpose: slashes that begin a regular expression or divide, undecided up to the end
// class: source-tricks
// expand: [{"marker": "@@X@@", "unit": "/ (a) / [g] ", "count": 20000}]
// ---
const a = 1, g = 1; return a @@X@@;
