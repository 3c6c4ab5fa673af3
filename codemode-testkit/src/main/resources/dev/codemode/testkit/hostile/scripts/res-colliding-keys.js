// expect: no-escape
// purpose: a result of eight thousand keys that share one hash
// class: result-serialisation
// ---
const key = (i) => { let text = ""; for (let bit = 0; bit < 13; bit++) text += (i >> bit) & 1 ? "Aa" : "BB"; return text; };
const result = {}; for (let i = 0; i < 8000; i++) result[key(i)] = 0; return result;
