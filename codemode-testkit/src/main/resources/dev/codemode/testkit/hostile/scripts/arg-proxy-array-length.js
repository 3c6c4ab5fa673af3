// expect: error|memory|timeout|no-escape
// purpose: an array that claims 2^53-1 elements, each of which exists
// class: host-call-arguments
// variationOf: arg-dag-bomb.js
// needs: items.create
// ---
const meta = new Proxy([], { get: (t, k) => k === "length" ? Number.MAX_SAFE_INTEGER : 1 }); try { await api.items.create({ name: "p", qty: 1, meta }); return "accepted"; } catch (e) { return "refused"; }
