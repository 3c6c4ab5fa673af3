// expect: no-escape
// purpose: the accessor that watches a call's promise gives nothing away
// class: sdk-shim-tampering
// needs: items.list
// ---
const p = api.items.list({ n: 1 }); const out = []; const d = Object.getOwnPropertyDescriptor(p, "constructor"); for (const f of [d?.get, d?.set]) if (f) { try { f.call({}, 1); } catch (e) {} try { f.constructor("return 1")(); out.push("ESCAPED:Function"); } catch (e) {} try { if (f.caller || f.arguments) out.push("ESCAPED:caller"); } catch (e) {} } class Q extends Promise {} try { p.constructor = Q; } catch (e) {} const q = p.then((r) => r.count); return [out.join(), await q, (await p).count];
