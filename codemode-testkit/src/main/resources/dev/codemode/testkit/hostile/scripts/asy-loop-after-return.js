// expect: timeout|no-escape
// purpose: a job that starts to loop after the result has settled
// class: async-and-call-floods
// ---
(async () => { for (let i = 0; i < 20; i++) await null; for (;;); })(); return 1;
