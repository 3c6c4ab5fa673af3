// expect: no-escape
// purpose: a result of objects in objects, of which no form is small enough for a model
// class: result-serialisation
// ---
const tree = (depth) => depth === 0 ? "leaf" : Object.fromEntries([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => [i, tree(depth - 1)])); return [tree(4), tree(3), tree(3)];
