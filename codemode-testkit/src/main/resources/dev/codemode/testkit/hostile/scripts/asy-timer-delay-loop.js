// expect: timeout
// purpose: a delay that is computed for ever
// class: async-and-call-floods
// variationOf: asy-calls-then-loop.js
// ---
setTimeout(() => {}, { valueOf() { for (;;); } }); return "unreachable";
