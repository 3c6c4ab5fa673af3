// expect: no-escape
// purpose: line ends and NUL, encoded once and again, in a path and in a query
// class: http-injection-ssrf
// needs: items.get
// ---
const out = [];
for (const text of ["%0d%0aX-Admin:1", "%0D%0A%0D%0AGET /admin HTTP/1.1", "%250d%250a", "%00", "%2500", "%u000d%u000a", "%E5%98%8A%E5%98%8DX", "%c0%8d%c0%8a", "%", "%%", "%zz", "%2", "a%0", "%F0%80%80%8D", "\u0000", "\r\n", "\u2028"]) {
  for (const a of [{ id: text }, { id: "1", expand: text }, { id: text, expand: text + "&role=admin" }]) { try { const r = await api.items.get(a); out.push(typeof r); } catch (e) { out.push("refused"); } }
}
return out.length;
