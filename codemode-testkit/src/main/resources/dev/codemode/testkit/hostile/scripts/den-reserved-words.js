// expect: no-escape
// purpose: reserved words and names of the language as services and operations are unknown names like others
// class: denied-operations
// ---
const odd = [];
for (const word of ["delete", "import", "class", "default", "new", "function", "in", "var", "await", "yield", "enum", "static", "this", "super", "null", "true", "arguments", "eval", "let", "package"]) {
  for (const call of [() => api[word].item({}), () => api.items[word]({})]) {
    try { await call(); odd.push(word); } catch (e) { if (e.name === "SyntaxError" || e.name === "InternalError") odd.push(word + " " + e.name); }
  }
}
return odd.length ? "ESCAPED:" + odd.join() : "unknown";
