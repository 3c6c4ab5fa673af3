// expect: error
// purpose: a text that ends where an exported value should begin
// class: source-tricks
// ---
module.exports =
