// expect: no-escape|error
// purpose: folded lines, framing words, tabs and 64 kB in a header stay one value or are refused
// class: http-injection-ssrf
// needs: items.get
// ---
const out = [];
for (const trace of ["a\r\n b", "a\r\n\tTransfer-Encoding: chunked", "chunked", "\tx", "x\t", "a\u000bb", "a\u001fb", "a\u007fb", "a\u2028b", "\u010a\u010d", "x".repeat(65536), "a, b, c", "\"", "a;b=\"", "=?utf-8?q?=0d=0aX?=", "\ud800", ""]) {
  try { const r = await api.items.get({ id: "1", trace }); out.push(typeof r); } catch (e) { out.push("refused"); }
}
return out;
