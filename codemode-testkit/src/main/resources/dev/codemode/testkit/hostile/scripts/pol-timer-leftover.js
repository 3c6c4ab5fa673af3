// expect: no-escape
// purpose: timers that fire after the result, in the next execution
// class: cross-execution-state
// ---
for (let i = 0; i < 100; i++) setTimeout(() => { globalThis.late = 1; console.log("ESCAPED:timer"); }, 1 + i); return 1;
