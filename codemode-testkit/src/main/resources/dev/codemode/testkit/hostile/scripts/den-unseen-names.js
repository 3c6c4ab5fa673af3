// expect: error
// purpose: names with letters that nobody sees are no names of operations, and the last one is what the answer has to show
// class: denied-operations
// ---
const found = [];
for (const name of ["\u3164", "\u115f", "\u2e2f", "list\u200b", "li\u00adst", "list\u202e", "list\ufe0f", "\u{e0001}list", "list\u{e0072}\u{e006d}", "l\u0131st", "list\u034f", "\ufeff" + "list"]) {
  try { await api.items[name]({ n: 1 }); found.push(escape(name)); } catch (e) {}
}
if (found.length) return "ESCAPED:" + found.join();
await api.items["list\u202e\u{e0072}\u{e006d}"]({ n: 1 });
