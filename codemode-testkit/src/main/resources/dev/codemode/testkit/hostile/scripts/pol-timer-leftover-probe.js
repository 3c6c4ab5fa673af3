// expect: value:"undefined"
// purpose: no timer of the execution before fires in this one
// class: cross-execution-state
// after: pol-timer-leftover.js
// ---
await new Promise((done) => setTimeout(done, 150)); return typeof late;
