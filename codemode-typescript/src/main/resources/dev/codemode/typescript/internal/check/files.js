// Files: declarations are parsed once and kept, the least recently used go first.

const loaded = new Map();
let loadedLength = 0;

/** Lets a script read through what the declarations leave open: what is unknown to them may be anything. */
function opened(file) {
  (function visit(node) {
    if (node.kind === Kind.UnknownKeyword) node.kind = Kind.AnyKeyword;
    ts.forEachChild(node, visit);
  })(file);
  return file;
}

/** Binds at once: a check that is broken off while it binds a file that others share would leave half of it. */
function parse(name, text) {
  return bound(opened(ts.createSourceFile(name, text, 99, false)));
}

const library = parse("/lib.d.ts", lib);

function fileName(key) {
  return (key.startsWith("globals") ? "/globals/" : "/sdk/") + key + ".d.ts";
}

function load(key, text) {
  const name = fileName(key);
  loaded.set(name, parse(name, text));
  loadedLength += text.length;
  for (const [oldest, file] of loaded) {
    if (loadedLength <= MAX_LOADED || oldest === name) break;
    loadedLength -= file.text.length;
    loaded.delete(oldest);
  }
}

function has(key) {
  const name = fileName(key);
  const file = loaded.get(name);
  if (file === undefined) return false;
  loaded.delete(name);
  loaded.set(name, file);
  return true;
}
