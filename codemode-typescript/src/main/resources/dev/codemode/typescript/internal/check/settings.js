// What the compiler is asked, and the numbers of its findings.

const Kind = ts.SyntaxKind;
const MAX_LOADED = 6_000_000;
const MAX_FOUND = 8;
const MAX_TYPE = 160;
const MAX_FAILURE = 200;
const RUN = "run_(";
const options = {
  target: 10, module: 99, moduleDetection: 3, strict: true, noEmit: true, noLib: true,
  skipLibCheck: true, types: [], allowJs: true, checkJs: true, noResolve: true, allowUnreachableCode: true,
  allowUnusedLabels: true, useUnknownInCatchVariables: false, strictPropertyInitialization: false, noImplicitThis: false,
};
// What an engine has although it is not part of the language, so its presence proves nothing.
const FOREIGN = new Set(["load", "loadWithNewGlobal", "print", "printErr", "Graal", "Polyglot", "Java", "Packages", "ts"]);

const UNKNOWN_NAME = new Set([2304, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 18004]);
const NO_MEMBER = new Set([2339, 2551, 2568]);
const NOT_ITERABLE = new Set([2488, 2461, 2495, 2548, 2549, 2504]);
const ARGUMENT_COUNT = new Set([2554, 2555]);
const NULLABLE = new Set([2531, 2532, 2533, 18047, 18048, 18049]);
