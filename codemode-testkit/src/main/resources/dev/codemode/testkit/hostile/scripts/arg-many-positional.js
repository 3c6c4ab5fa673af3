// expect: error|memory|timeout|no-escape
// purpose: a hundred thousand positional arguments
// class: host-call-arguments
// needs: items.list
// ---
try { await api.items.list(...new Array(100000).fill({ n: 1 })); return "accepted"; } catch (e) { return "refused"; }
