// expect: timeout|memory|error|value:"absent"
// purpose: Array.fromAsync over a generator that never ends
// class: async-and-call-floods
// variationOf: asy-thenable-nested.js
// ---
if (typeof Array.fromAsync !== "function") return "absent"; return (await Array.fromAsync((async function* () { for (;;) yield "v".repeat(100); })())).length;
