// expect: timeout|error|memory
// purpose: splice moves elements that are not there
// class: cpu-exhaustion
// variationOf: cpu-arraylike-max-length.js
// ---
return Array.prototype.splice.call({ length: Number.MAX_SAFE_INTEGER }, 0, 1).length;
