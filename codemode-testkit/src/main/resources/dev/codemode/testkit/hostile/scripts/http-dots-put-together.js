// expect: no-escape
// purpose: dots half of which are encoded, and encodings that only come to be when others are undone
// class: http-injection-ssrf
// needs: items.get
// ---
const out = [];
for (const id of [".%2e", "%2e.", "%2E%2e", ".%252e", "%252e.", "%25%32%65%25%32%65", "%%32%65%%32%65", "%2%65%2%65", "%25" + "2e%2E", "..%2f", "%2F.", "%2f..", ".%2F.", "%2e%2f%2e%2e", "x%2f..%2f..", "..%5c", "%5c..%5c", "..;a=b", "%2e%2e;a", "..%3b", ";/..", "..%00", "%2e%2e%23", "..%3f", "%u002e%u002e", "%c0%ae%c0%ae", "%e0%80%ae"]) {
  for (const more of ["", "/", "admin"]) { try { const r = await api.items.get({ id: id + more }); out.push(typeof r); } catch (e) { out.push("refused"); } }
}
return out.length;
