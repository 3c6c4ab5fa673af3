// expect: no-escape|error
// purpose: calls of names that are nearly operations, each as long as a name may be, for each of which the host looks for the one that was meant
// class: async-and-call-floods
// ---
const tried = []; for (let i = 0; i < 90; i++) { try { await api.items["list".repeat(25) + i]({}); } catch (e) { tried.push(e.message.length); } } return Math.max(...tried) < 2000;
