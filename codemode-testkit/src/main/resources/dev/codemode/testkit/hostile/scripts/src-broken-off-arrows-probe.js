// expect: value:49995000
// purpose: arrow functions at every position of the text after a parser has given up on another one
// class: source-tricks
// after: src-broken-off-arrows.js
// expand: [{"marker": "@@ARROWS@@", "unit": "(a)=>a,", "count": 10000}]
// ---
let sum = 0; const add = [@@ARROWS@@]; add.forEach((one, i) => { sum += one(i); }); return sum;
