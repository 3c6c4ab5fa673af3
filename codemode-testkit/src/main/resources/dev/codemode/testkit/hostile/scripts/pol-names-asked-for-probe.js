// expect: value:"clean"
// purpose: names that an execution before asked for hold none of its marks
// class: cross-execution-state
// after: pol-names-asked-for.js
// ---
const marks = [];
for (let i = 0; i < 90; i++) { try { if (typeof api["n" + i]?.mark === "string") marks.push(i); } catch (e) {} }
for (const thing of [api.items.list, api.items, api, Function.prototype, Object.prototype]) { try { if (typeof thing.mark === "string") marks.push("m"); } catch (e) {} }
return marks.length ? "ESCAPED:" + marks.join() : "clean";
