// expect: no-escape
// purpose: beginnings of hidden words, as many as a script may ask for, must be answered like beginnings of nothing
// class: denied-operations
// ---
if (typeof codemode === "undefined" || !codemode.search) return "no search";
const answer = async (word) => JSON.stringify(await codemode.search({ query: word })).replaceAll(word, "WORD");
const nothing = await answer("qxz"), told = [];
for (const word of ["pur", "purg", "adm", "admi", "urge", "dmin"]) if ((await answer(word)) !== nothing) told.push(word);
return told.length ? "ESCAPED:" + told.join() : "equal";
