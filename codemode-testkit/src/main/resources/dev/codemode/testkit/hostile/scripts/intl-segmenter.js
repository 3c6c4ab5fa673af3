// expect: timeout|memory|error
// purpose: words of a long text without spaces
// class: intl-abuse
// variationOf: intl-format-flood.js
// ---
return [...new Intl.Segmenter("th", { granularity: "word" }).segment("\u0e01\u0e32\u0e23".repeat(1e6))].length;
