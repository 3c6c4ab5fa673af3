// expect: timeout|no-escape
// purpose: values whose reading writes to the console again
// class: output-flooding
// variationOf: out-console-flood.js
// ---
const o = { get a() { console.log(o); return 1; } }; console.log(o); return "ok";
