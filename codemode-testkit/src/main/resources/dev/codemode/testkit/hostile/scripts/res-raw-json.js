// expect: no-escape
// purpose: raw JSON text as part of a result must not break out of it
// class: result-serialisation
// ---
if (typeof JSON.rawJSON !== "function") return "absent"; const out = []; for (const t of ["1,\"forged\":2", "}", "1e400", "123456789012345678901234567890", "\"\ud800\""]) { try { out.push(JSON.rawJSON(t)); } catch (e) { out.push("refused"); } } return out;
