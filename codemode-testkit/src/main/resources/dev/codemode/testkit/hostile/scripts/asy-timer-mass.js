// expect: memory|timeout|error|no-escape
// purpose: a million timers that are not due
// class: async-and-call-floods
// ---
const text = "t".repeat(1000); for (let i = 0; i < 1e6; i++) setTimeout(() => text + i, 60000, text); return "ok";
