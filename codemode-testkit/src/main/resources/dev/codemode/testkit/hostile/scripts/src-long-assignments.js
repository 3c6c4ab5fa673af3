// expect: timeout|value:20000
// purpose: twenty thousand assignments to one variable, each of a type that follows from the one before
// class: source-tricks
// expand: [{"marker": "@@X@@", "unit": "a = a + 1;\n", "count": 20000}]
// ---
let a = 0;
@@X@@
return a;
