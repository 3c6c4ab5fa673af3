// One check of one script.

let checks = 0;
let main, services, renamed, checker, text, offset;

/** The compiler looks into a return statement only inside a function, and a function holds no imports. */
function withoutImports(script) {
  return script.replace(/^[ \t]*import\b[^;(]*?from\s*["'][^"'\n]*["'];?/gm, (found) => found.replace(/[^\r\n]/g, " "));
}

// Comments of scripts declare nothing, and cost nothing.
const UNDOCUMENTED = { languageVersion: 99, jsDocParsingMode: 1 };
let brokenOff = false;

/**
 * Returns what was found, or how the compiler failed. A script that nests too deeply for it is not a failure. A check
 * may be broken off anywhere, also from outside: the next one first empties what it left.
 */
function check(script, form, typed, view, list, keys) {
  if (brokenOff) empty();
  brokenOff = true;
  let found;
  try {
    found = findings(script, form, typed, view, list, keys);
    brokenOff = false;
  } catch (failure) {
    found = failure instanceof RangeError ? [] : String(failure).slice(0, MAX_FAILURE);
  }
  return JSON.stringify(found);
}

/** The parser and the binder keep variables of a text until its end, so the end of another text empties them. */
function empty() {
  bound(ts.createSourceFile("/empty.ts", "", UNDOCUMENTED, false));
}

function findings(script, form, typed, view, list, keys) {
  text = script;
  asked = undefined;
  const statements = form === "STATEMENTS" && /\breturn\b/.test(script) && !/^\s*export\b/m.test(script);
  const open = form === "FUNCTION" ? RUN : form === "EXPRESSION" ? "(" : statements ? RUN + "async()=>{" : "";
  offset = open.length;
  const inner = statements ? withoutImports(script) : script.replace(/;\s*$/, (end) => end.replace(";", " "));
  const wrapped = open === "" ? script : open + inner + (statements ? "\n})" : "\n)");
  const compiler = compilerOf(view, list, keys.map((key) => loaded.get(fileName(key))).filter((file) => file !== undefined));
  ({ services, renamed, checker } = compiler);
  main = ts.createSourceFile("/main" + checks++ + (typed ? ".ts" : ".js"), wrapped, UNDOCUMENTED, false, typed ? 3 : 1);
  main.externalModuleIndicator ??= true;
  bound(main);
  const found = [];
  for (const diagnostic of [...main.bindDiagnostics, ...checker.getDiagnostics(main)]) {
    if (found.length === MAX_FOUND) break;
    const seen = diagnostic.start === undefined ? undefined : judge(diagnostic);
    if (seen !== undefined) found.push(seen);
  }
  if (found.length < MAX_FOUND) undocumented(main, found);
  // A compiler that was interrupted is not used again: it comes back only here.
  compilers.set(view, compiler);
  for (const oldest of compilers.keys()) {
    if (compilers.size <= MAX_COMPILERS) break;
    compilers.delete(oldest);
  }
  return found;
}
