// expect: timeout
// purpose: a delay that is computed for ever
// class: async-and-call-floods
// ---
setTimeout(() => {}, { valueOf() { for (;;); } }); return "unreachable";
