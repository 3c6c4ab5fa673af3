// expect: error
// purpose: closes a method and starts another, as in an object
// class: source-tricks
// ---
}, async other() { console.log("ESCAPED:wrapper");
