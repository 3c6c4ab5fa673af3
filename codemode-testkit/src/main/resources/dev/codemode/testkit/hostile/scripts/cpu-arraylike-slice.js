// expect: timeout|error|memory|no-escape
// purpose: slice copies four thousand million holes
// class: cpu-exhaustion
// variationOf: cpu-arraylike-max-length.js
// ---
return Array.prototype.slice.call({ length: 4294967295 }).length;
