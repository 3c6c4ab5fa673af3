// expect: no-escape|error|memory
// purpose: arguments of a hundred thousand levels, of arrays, of objects and of both
// class: host-call-arguments
// needs: items.create
// ---
const out = [];
for (const wrap of [(x) => [x], (x) => ({ a: x }), (x) => [{ a: x }]]) {
  let meta = 1; for (let i = 0; i < 100000; i++) meta = wrap(meta);
  try { out.push(typeof (await api.items.create({ name: "n", qty: 1, meta }))); } catch (e) { out.push("refused"); }
}
return out;
