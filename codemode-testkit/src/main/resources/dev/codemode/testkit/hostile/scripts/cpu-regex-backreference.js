// expect: timeout
// purpose: a group that is repeated and referred to
// class: cpu-exhaustion
// ---
return /^(?:(a+)+)+\1\1b$/.test("a".repeat(200) + "c");
