// expect: no-escape
// purpose: one message of a hundred thousand long arguments
// class: output-flooding
// ---
console.log(...new Array(50000).fill("y".repeat(100000))); return "ok";
