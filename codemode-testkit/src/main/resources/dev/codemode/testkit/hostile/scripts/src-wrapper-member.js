// expect: error
// purpose: closes a method and starts another, as in a class
// class: source-tricks
// ---
} async other() { console.log("ESCAPED:wrapper");
