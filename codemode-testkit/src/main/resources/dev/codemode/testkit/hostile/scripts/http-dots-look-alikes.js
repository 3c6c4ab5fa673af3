// expect: no-escape
// purpose: characters that some normalisation turns into dots and slashes are data
// class: http-injection-ssrf
// needs: items.get
// ---
const out = [], dots = ["\u2024", "\u2025", "\uff0e", "\ufe52", "\u3002", "\uff61", "\u2026", "\u0660", "\u06d4"], slashes = ["\u2215", "\uff0f", "\u29f8", "\u2044", "\uff3c", "\u2216"];
for (const dot of dots) for (const slash of slashes) {
  if (out.length > 90) break;
  const id = dot + dot + slash + "admin";
  try { const r = await api.items.get({ id }); out.push(String(r?.id ?? r?.path ?? "").length); } catch (e) { out.push("refused"); }
}
return out.length;
