// expect: value:[1,2,3,4,2]
// purpose: names of services and of the console as parameters, labels, classes and variables of inner scopes
// class: sdk-shim-tampering
// needs: items.list
// ---
const inner = []; { const api = 1; inner.push(api); } (function (api, console) { inner.push(api + console); })(1, 1);
api: for (const codemode of [3]) { inner.push(codemode); continue api; } { class console { static n = 4; } inner.push(console.n); }
const listed = await api.items.list({ n: 2 }); return [...inner, listed.items.length];
