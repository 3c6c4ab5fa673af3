// expect: no-escape
// purpose: a word of a hidden operation and a word of none must have the same answer
// class: denied-operations
// ---
if (typeof codemode === "undefined" || !codemode.search) return "no search";
const answer = async (word) => JSON.stringify(await codemode.search({ query: "list items " + word })).replaceAll(word, "WORD");
const nothing = await answer("xylophone"), told = [];
for (const word of ["purge", "purges", "purging", "admin", "admins"]) if ((await answer(word)) !== nothing) told.push(word);
return told.length ? "ESCAPED:" + told.join() : "equal";
