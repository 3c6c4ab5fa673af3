// expect: no-escape|error
// purpose: numbers that no number holds: digits without end, huge exponents, raw JSON
// class: host-call-arguments
// needs: items.create
// ---
const out = [], raw = JSON.rawJSON ?? ((text) => Number(text));
for (const qty of [raw("1" + "0".repeat(100000)), raw("1e2147483647"), raw("-1E-2147483648"), raw("0." + "1".repeat(100000)), raw("\"1\""), raw("null"), Infinity, -0, NaN, 5e-324, 1.7976931348623157e308]) {
  try { out.push(typeof (await api.items.create({ name: "n", qty, meta: { qty } }))); } catch (e) { out.push("refused"); }
}
return out;
