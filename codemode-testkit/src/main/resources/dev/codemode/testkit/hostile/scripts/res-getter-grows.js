// expect: error|memory|timeout|no-escape
// purpose: a property that is small when it is measured and large when it is written
// class: result-serialisation
// ---
let n = 0; return { get a() { return n++ ? "x".repeat(10000000) : "small"; } };
