// expect: value:["/**","*/x","// no","/*`*/","\"/*\"","//",6,"a/**/b"]
// purpose: marks of comments, strings and templates within each other stay what they are
// class: source-tricks
// ---
const slash = 12 / 2 /* / */ ; const marks = ["/**", `*/${"x"}`, '// no', "/*`*/", `"/*"`, /\/\//.source.replaceAll("\\", ""), slash, "a/**/b"];
// */ "
return marks /* ' */ ; // `
