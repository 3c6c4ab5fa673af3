// expect: error|no-escape|timeout
// purpose: a chain of statements and nested async parameters that a parser gives up on: it must not remember where it saw no arrow function
// class: source-tricks
// expand: [{"marker": "@@CHAIN@@", "unit": "(a);", "count": 100}, {"marker": "@@OPEN@@", "unit": "async(a=", "count": 14}, {"marker": "@@CLOSE@@", "unit": ")", "count": 14}]
// ---
@@CHAIN@@
const x = @@OPEN@@1@@CLOSE@@;
return x(1);
