// expect: value:["undefined","undefined"]
// purpose: nothing of it is left
// class: cross-execution-state
// after: pol-global-prototype.js
// ---
return [typeof nobodyDefinedThis, typeof ({}).nobodyDefinedThis];
