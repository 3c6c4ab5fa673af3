// expect: no-escape
// purpose: a Date whose own methods write its text
// class: host-call-arguments
// needs: items.create
// ---
class D extends Date { toISOString() { return "ESCAPED:iso"; } toJSON() { return "ESCAPED:json"; } [Symbol.toPrimitive]() { return "ESCAPED:primitive"; } } try { return (await api.items.create({ name: "d", qty: 1, meta: { d: new D(0) } })).meta; } catch (e) { return "refused"; }
