// expect: no-escape
// purpose: denied names spelt with dots, controls, look-alikes and escapes
// class: denied-operations
// ---
const out = []; for (const k of ["items.remove", "items\u2024remove", "items.remove\u0000", " items.remove", "items.get.items.remove", "items..remove", "items.get/../remove", "ITEMS.REMOVE", "items.r\u0435move"]) { for (const f of [() => api[k]({ id: "1" }), () => api.items[k]({ id: "1" }), () => api.items.get[k]({ id: "1" })]) { try { out.push(k + ":" + typeof (await f())); } catch (e) {} } } return out.length ? "ESCAPED:" + out.join() : "denied";
