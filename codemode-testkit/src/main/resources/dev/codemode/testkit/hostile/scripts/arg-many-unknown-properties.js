// expect: no-escape
// purpose: tens of thousands of properties that the schema does not know, in call after call
// class: host-call-arguments
// needs: items.create
// ---
const extra = { name: "a", qty: 1 }; for (let i = 0; i < 60000; i++) extra["quantity" + i] = 1; const seen = []; for (let i = 0; i < 5; i++) { try { await api.items.create(extra); return "ESCAPED:unknown properties taken"; } catch (e) { seen.push(e.message.length < 5000); } } return seen;
