// expect: error|no-escape
// purpose: super and new.target show what the body is wrapped in
// class: source-tricks
// ---
return [typeof new.target, typeof super.constructor];
