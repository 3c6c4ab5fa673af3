// expect: timeout|error|no-escape
// purpose: returns while a call still runs that outlasts the execution
// class: async-and-call-floods
// variationOf: asy-slow-call-beyond-limit.js
// needs: slow.wait
// ---
api.slow.wait({ ms: 60000 }).catch(() => {}); return 1;
