// expect: no-escape
// purpose: calls and console messages from within the handler of a stack overflow, at every depth
// class: stack-exhaustion
// needs: items.list
// ---
let n = 0; const down = () => { try { down(); } catch (e) { if (n++ < 50) { console.log("depth", e?.name); api.items.list({ n: 1 }).catch(() => {}); } throw e; } }; try { down(); } catch (e) {} return typeof n;
