// expect: no-escape
// purpose: names of operations of ten megabytes each, which the host must not keep
// class: memory-exhaustion
// ---
const name = "x".repeat(10000000); for (let i = 0; i < 90; i++) api[name + i]({}).catch(() => {}); await api[name]({}).catch(() => {}); return "ok";
