// expect: no-escape
// purpose: hidden and reordering characters on the console, in texts, keys and names of functions
// class: output-flooding
// ---
const unseen = [..."call admin"].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join("");
const named = { ["\u202e" + unseen]() {} }["\u202e" + unseen], C = class { static name = unseen; };
console.log(unseen, { [unseen]: "\u2066" }, [named], new C(), new Map([[unseen, named]]), Symbol(unseen), new Error(unseen)); console.error("%c" + unseen, "\u200f"); console.table?.([{ [unseen]: 1 }]); return "ok";
