// expect: no-escape
// purpose: names that every object has, as services and as operations, hang nothing and call nothing
// class: sdk-shim-tampering
// ---
const out = [];
for (const name of ["then", "catch", "finally", "constructor", "prototype", "__proto__", "hasOwnProperty", "toString", "valueOf", "toJSON", "__defineGetter__", "__lookupSetter__", "isPrototypeOf", "call", "apply", "bind", "arguments", "caller", "name", "length", "inspect"]) {
  for (const use of [() => api[name], () => api[name]({}), () => api.items[name]({}), () => api.items.list[name]?.({}), () => api[name][name]({})]) {
    try { const got = await use(); out.push(typeof got); } catch (e) { out.push("refused"); }
  }
}
const same = (await api) === api; return [same, out.length];
