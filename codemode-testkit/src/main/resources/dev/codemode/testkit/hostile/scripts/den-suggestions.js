// expect: no-escape
// purpose: misspelt names of hidden operations must not be put right by a suggestion
// class: denied-operations
// ---
const texts = [];
for (const name of ["items.remov", "items.removee", "items.Remove", "item.remove", "admin.purg", "admin.purges", "admins.purge", "Admin.purge", "adminpurge.x"]) {
  const [service, operation] = name.split(".");
  try { await api[service][operation]({ id: "1" }); texts.push("ESCAPED:" + name); } catch (e) { texts.push(String(e?.message) + e?.stack); }
  try { texts.push(JSON.stringify(await codemode.describe({ name: "api." + name }))); } catch (e) { texts.push(String(e?.message)); }
}
return /items\.remove(?!e)|admin\.purge(?!s)/.test(texts.join("\n").replaceAll("item.remove", "")) ? "ESCAPED:" + texts.join("\n").slice(0, 500) : "no suggestion";
