// expect: value:[1,"ok"]
// purpose: members of Object.prototype that turn descriptors and records into something else
// class: sdk-shim-tampering
// needs: items.list
// ---
for (const [k, v] of [["get", () => "FORGED"], ["value", "FORGED"], ["writable", false], ["configurable", false], ["enumerable", false], ["callback", () => {}], ["values", ["FORGED"]], ["resolve", () => {}], ["reject", () => {}], ["site", 1], ["parent", {}], ["key", "FORGED"], ["original", {}], ["line", 9], ["call", 9]]) Object.prototype[k] = v; const found = await api.items.list({ n: 1 }); console.log(found, new Map([[1, 2]])); const fired = await new Promise((done) => setTimeout(done, 1, "ok")); return [found.count, fired];
