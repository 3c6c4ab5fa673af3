// expect: error|timeout
// purpose: calls of names that do not exist count like any other
// class: async-and-call-floods
// variationOf: asy-call-flood-serial.js
// ---
for (let i = 0; i < 100000; i++) { try { await api["x" + i].y({}); } catch (e) {} } return "ESCAPED:unlimited";
