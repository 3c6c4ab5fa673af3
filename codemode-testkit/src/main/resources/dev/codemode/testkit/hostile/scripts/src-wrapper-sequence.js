// expect: error
// purpose: closes the function and goes on with a sequence of expressions
// class: source-tricks
// ---
}, console.log("ESCAPED:wrapper"), async function () {
