// expect: error
// purpose: closes the function within an expression, on two lines
// class: source-tricks
// ---
} in
async function () { console.log("ESCAPED:wrapper");
