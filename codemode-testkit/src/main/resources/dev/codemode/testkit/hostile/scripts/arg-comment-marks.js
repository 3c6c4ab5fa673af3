// expect: no-escape
// purpose: marks of comments, globs and templates in values and keys arrive as they were written
// class: host-call-arguments
// needs: items.create
// ---
const changed = [];
for (const text of ["/**", "*/", "/* x */", "// x", "src/**/*.java", "a/*b*/c", "`${1}`", "\\u002a/", "<!--", "{{x}}"]) {
  try {
    const made = await api.items.create({ name: text, qty: 1, meta: { [text]: [text] } });
    if (made?.name !== undefined && made.name !== text) changed.push(text);
    if (made?.meta?.[text] !== undefined && made.meta[text][0] !== text) changed.push("key " + text);
  } catch (e) { if (e.name === "SyntaxError") changed.push("refused " + text); }
}
return changed.length ? "ESCAPED:" + changed.join(" ") : "same";
