// expect: value:"undefined,undefined"
// purpose: what a script before declared is gone with it
// class: cross-execution-state
// after: pol-parsed-types.js
// ---
return typeof globalThis["invented"] + "," + typeof [1]["invented"];
