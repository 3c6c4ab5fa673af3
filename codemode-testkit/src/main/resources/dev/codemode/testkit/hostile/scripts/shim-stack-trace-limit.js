// expect: no-escape
// purpose: an accessor in place of the limit of stack traces, at the depth of a deep stack
// class: sdk-shim-tampering
// needs: items.list
// ---
let reads = 0; Object.defineProperty(Error, "stackTraceLimit", { configurable: true, get() { reads++; return 1e9; }, set() { reads++; } }); const down = (n) => n === 0 ? api.items.list({ n: 1 }) : down(n - 1); let found; try { found = await down(200); } catch (e) { found = { count: "refused" }; } return [found.count, typeof reads];
