// expect: error
// purpose: a long gap in the text and an error that makes the host look for a parameter before it
// class: source-tricks
// expand: [{"marker":"/*GAP*/","unit":" ","count":200000}]
// ---
function/*GAP*/unused() {} throw new TypeError("Cannot read property 'api' of undefined");
