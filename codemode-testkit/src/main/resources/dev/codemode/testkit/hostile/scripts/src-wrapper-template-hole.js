// expect: error
// purpose: a template's hole that closes the function
// class: source-tricks
// ---
return `${ (() => { }) } }, console.log("ESCAPED:wrapper"), async function () { return `${1`;
