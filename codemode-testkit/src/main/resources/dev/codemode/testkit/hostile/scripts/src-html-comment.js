// expect: no-escape|error
// purpose: comments of the web's legacy syntax
// class: source-tricks
// ---
<!-- swallowed? " + api
return 1;
--> swallowed too
