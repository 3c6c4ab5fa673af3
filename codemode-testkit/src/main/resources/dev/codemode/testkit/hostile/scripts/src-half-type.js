// expect: error
// purpose: a text that ends where a type should begin
// class: source-tricks
// ---
const n = 1; type Half<T extends { a: 
