// expect: value:1
// purpose: a comment that nests types deeper than any parser of comments looks
// class: source-tricks
// expand: [{"marker": "@@OPEN@@", "unit": "A<", "count": 3000}, {"marker": "@@MEMBERS@@", "unit": "a: {", "count": 2000}, {"marker": "@@FUNCTIONS@@", "unit": "function(", "count": 2000}]
// ---
/** @type {@@OPEN@@ */
const one = 1;
/** @param {{ @@MEMBERS@@ }} x @returns {@@FUNCTIONS@@ */
const same = (x) => x;
return same(one);
