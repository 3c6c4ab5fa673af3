// expect: error
// purpose: closes a method and runs a static block
// class: source-tricks
// ---
} static { console.log("ESCAPED:wrapper"); } async other() {
