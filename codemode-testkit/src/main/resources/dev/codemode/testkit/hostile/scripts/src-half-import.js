// expect: error
// purpose: a text that ends within the names of an import
// class: source-tricks
// ---
import { readFile, 
