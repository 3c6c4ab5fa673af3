// expect: no-escape|error
// purpose: sixty thousand keys that share one hash, in an argument: the host must not compare each with all
// class: host-call-arguments
// needs: items.create
// ---
const key = (i) => { let text = ""; for (let bit = 0; bit < 16; bit++) text += (i >> bit) & 1 ? "Aa" : "BB"; return text; };
const meta = {}; for (let i = 0; i < 60000; i++) meta[key(i)] = 1;
const made = []; for (let i = 0; i < 3; i++) { try { made.push(typeof (await api.items.create({ name: "n", qty: 1, meta }))); } catch (e) { made.push("refused"); } }
return made;
