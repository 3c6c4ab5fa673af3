// expect: no-escape
// purpose: structured stack frames must not hold the host's functions or receivers
// class: java-interop-escape
// needs: items.list
// ---
const got = []; Error.prepareStackTrace = (e, sites) => { for (const s of Array.isArray(sites) ? sites : []) for (const k of ["getFunction", "getThis", "getEvalOrigin", "getFileName", "getScriptNameOrSourceURL"]) { try { const v = s[k]?.(); if (typeof v === "function" && /mapSet|argumentsText|weakMapSet/.test(Function.prototype.toString.call(v))) got.push(k); if (v !== null && typeof v === "object" && v !== globalThis && v !== api) got.push(k + ":object"); } catch (x) {} } return "frames"; }; try { await api.items.list({ n: "x" }); } catch (e) { String(e.stack); } try { api.items.list({ get n() { throw new Error("g"); } }).catch((e) => String(e.stack)); await null; } catch (e) {} return got.length ? "ESCAPED:" + got.join() : "clean";
