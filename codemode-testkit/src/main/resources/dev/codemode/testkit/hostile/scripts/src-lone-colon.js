// expect: error
// purpose: a text of one colon, before which there is no name
// class: source-tricks
// ---
:
