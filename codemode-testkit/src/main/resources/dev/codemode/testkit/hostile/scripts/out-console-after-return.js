// expect: timeout|no-escape
// purpose: writes to the console for ever after the result has settled
// class: output-flooding
// ---
(async () => { for (;;) { await null; console.log("late"); } })(); return 1;
