// expect: timeout|error
// purpose: an iterator helper that looks for what never comes
// class: cpu-exhaustion
// variationOf: cpu-arraylike-max-length.js
// ---
return Iterator.from({ next: () => ({ done: false, value: 0 }) }).filter(() => false).next();
