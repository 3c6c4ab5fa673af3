// expect: error|no-escape|timeout
// purpose: comments that seem to open within comments, strings and templates
// class: source-tricks
// expand: [{"marker": "@@A@@", "unit": "/** // ", "count": 9000}]
// ---
const text = "@@A@@"; /* @@A@@ */ return text.length + `@@A@@`.length;
