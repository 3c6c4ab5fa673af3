// expect: value:20000
// purpose: a literal of escapes only, each of which stands for one character
// class: source-tricks
// expand: [{"marker": "@@X@@", "unit": "\\u{0061}", "count": 20000}]
// ---
return "@@X@@".length;
