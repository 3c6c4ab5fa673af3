// expect: no-escape
// purpose: everything that can be read from rejections of every kind
// class: credential-and-error-leaks
// needs: fail.boom, items.list
// ---
const out = []; for (const f of [() => api.fail.boom({}), () => api.items.list({ n: "x" }), () => api.items.list({ n: -1 }), () => api.items.list({ n: 2 ** 60 }), () => api.nope.nope({}), () => api.items.list({ n: 1, x: "y".repeat(2000000) }), () => api.items.list(1, 2, 3)]) { try { await f(); } catch (e) { for (let o = e, d = 0; o && d < 4; o = Object.getPrototypeOf(o), d++) for (const k of Reflect.ownKeys(o)) { try { out.push(String(k) + "=" + String(e[k]).slice(0, 200)); } catch (x) {} } } } return out.join("\n").slice(0, 20000);
