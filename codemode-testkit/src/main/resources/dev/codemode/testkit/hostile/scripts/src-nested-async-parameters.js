// expect: error|no-escape|timeout
// purpose: complete async arrow functions as defaults of their own parameters: what is tried twice a level doubles
// class: source-tricks
// variationOf: src-broken-off-arrows.js
// expand: [{"marker": "@@OPEN@@", "unit": "async (a = ", "count": 26}, {"marker": "@@CLOSE@@", "unit": ") => a", "count": 26}]
// ---
const x = @@OPEN@@1@@CLOSE@@; return typeof (await x());
