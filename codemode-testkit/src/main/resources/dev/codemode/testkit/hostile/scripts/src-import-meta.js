// expect: error
// purpose: import.meta names the file of a module
// class: source-tricks
// ---
return import.meta.url;
