// expect: no-escape
// purpose: names that the library itself answers give no way to what is denied
// class: denied-operations
// ---
const out = []; for (const f of [() => codemode.describe({ name: "api.items.remove" }), () => codemode.search({ query: "admin purge remove" }), () => codemode.describe("api.admin.purge"), () => codemode["search.remove"]({}), () => codemode.execute({ code: "return 1" })]) { try { out.push(JSON.stringify(await f())); } catch (e) { out.push(String(e?.message)); } } return /items\.remove\(|admin\.purge\(/.test(out.join("\n")) ? "ESCAPED:" + out.join("\n").slice(0, 200) : "hidden";
