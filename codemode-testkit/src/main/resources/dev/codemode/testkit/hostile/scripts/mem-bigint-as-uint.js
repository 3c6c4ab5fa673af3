// expect: memory|error|timeout
// purpose: a BigInt of 2^53-1 bits from one call
// class: memory-exhaustion
// variationOf: mem-string-repeat-max.js
// ---
return BigInt.asUintN(Number.MAX_SAFE_INTEGER, -1n) > 0n;
