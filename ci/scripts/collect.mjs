// Collects real scripts against the GitHub API: the functions in the npm packages next to this file (package.json),
// and the fenced blocks in their documentation, that call Octokit's REST methods. Each is rewritten mechanically into
// a script against the service `github` in the declarations, and never fitted to what a type checker says:
//
//   await octokit.rest.a.b(x)              ({ data: await github.a.b(x), status: 200, headers: {}, url: "" })
//   octokit.rest.a.b(x)                    github.a.b(x).then((data) => ({ data, status: 200, … }))
//   octokit.paginate(octokit.rest.a.b, x)  github.a.b(x)
//
// Where the declarations return `{ data, headers }`, its `.data` is the body; where a paginated body is an object, the
// one list in it is the result, as in Octokit. An awaited call stays plain where its result is unused, and keeps
// `.then` where an object literal would be an alarm of its own, as in a destructuring. `this` becomes `self`, names
// that are free in the text become parameters, types that are declared elsewhere become `any`.
//
// usage: node collect.mjs DECLARATIONS.d.ts > snippets.jsonl
// Writes {"name": "package@version path:line", "code": "async function example(…) {…}"}, and counts to standard error.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const PER_PACKAGE = 60; // The other limits are in characters.
const [MOST_OF_A_FILE, MOST_OF_A_SNIPPET, MOST_OF_A_LINE] = [1_500_000, 12_000, 400];
const USERS = /octokit|@actions\/github|probot|danger/i; // What a file mentions whose `client` or `api` is Octokit.
const CLIENT = /octokit|github|^(gh|client|api|rest)$/i;
const REQUEST_PARAMETERS = new Set(["headers", "mediaType", "request", "baseUrl"]);
const READ = /(?<!\.min|\.d)\.([cm]?[jt]s|[jt]sx|md)$/;
const FENCED = /^([ \t]*)```[ \t]*(?:js|javascript|mjs|ts|typescript)\b[^\n]*\n(.*?)^[ \t]*```/gms;
const RESPONSE = `status: 200, headers: {}, url: ""`;
const SERVICE = "$service$"; // Stands for our `github` until other things of that name are renamed.
const WEB_AND_NODE = `AbortController AbortSignal Buffer TextDecoder TextEncoder URL URLSearchParams atob btoa clearInterval
  clearTimeout console queueMicrotask setInterval setTimeout structuredClone undefined globalThis`;
const UNSUPPORTED = /^(PrivateIdentifier|Jsx\w+|MetaProperty|ImportKeyword)$/;

class Skipped extends Error {}
const skip = (reason) => { throw new Skipped(reason); };
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const parse = (name, text) => ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);

const libraries = here("node_modules/typescript/lib/");
const ecmascript = readdirSync(libraries).filter((name) => /^lib\.es[\w.]*\.d\.ts$/.test(name))
  .map((name) => readFileSync(libraries + name, "utf8")).join("\n");
const DECLARED = /^(?:declare )?(?:var|function|interface|type|namespace) (\w+)/gm;
/** The names that are never parameters, with those that TypeScript's own declarations of ECMAScript declare. */
const GLOBALS = new Set([...WEB_AND_NODE.split(/\s+/), ...[...ecmascript.matchAll(DECLARED)].map((match) => match[1])]);

/** The operations of the declarations, each with the ways to the body and to the list that its result has. */
function operationsOf(file) {
  const source = parse(file, readFileSync(file, "utf8"));
  const [operations, types] = [new Map(), new Map()];
  const service = source.statements.find((node) => ts.isModuleDeclaration(node) && node.name.text === "github");
  const membersOf = (type) => {
    const named = type && ts.isTypeReferenceNode(type) ? types.get(type.typeName.getText()) : type;
    return named?.members ?? (named?.type ? membersOf(named.type) : []);
  };
  const member = (type, name) => membersOf(type).find((found) => found.name?.getText() === name);
  for (const node of service.body.statements) if (!ts.isModuleDeclaration(node)) types.set(node.name?.text, node);
  for (const space of service.body.statements.filter(ts.isModuleDeclaration)) {
    for (const node of space.body.statements.filter(ts.isFunctionDeclaration)) {
      const result = node.type.typeArguments[0];
      const enveloped = ts.isTypeLiteralNode(result) && member(result, "data") && member(result, "headers");
      const body = enveloped ? member(result, "data").type : result;
      const lists = membersOf(body).filter((found) => found.name && found.type && ts.isArrayTypeNode(found.type));
      const toBody = enveloped ? ".data" : "";
      const toList = lists.length === 1 ? `${toBody}.${lists[0].name.getText()}` : toBody;
      operations.set(`${space.name.text}.${node.name.text}`, { toBody, toList });
    }
  }
  return operations;
}

const operations = operationsOf(process.argv[2]);

/** The packages' files in a fixed order: the package, the path in it, and the file. */
function* filesIn(folder, home, path = "") {
  const manifest = join(folder, "package.json");
  const { name, version } = existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")) : {};
  if (name && version) [home, path] = [`${name}@${version}`, ""];
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(file, home, `${path}${entry.name}/`);
    else if (entry.isFile() && home && READ.test(entry.name)) yield { home, path: path + entry.name, file };
  }
}

/** The name that an expression ends in: `octokit` in `this.octokit`, `getOctokit(token)` and `octokit!`. */
function lastName(node) {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return node.expression ? lastName(node.expression) : "";
}
/** Octokit by its usual names; not the mocks of it, whose methods of the same names return no promise. */
const isClient = (node) => CLIENT.test(lastName(node)) && !/^mo[ck]/i.test(node.getText());

/** The name of the operation that an expression like `octokit.rest.issues.get` stands for. */
function operationAt(node) {
  const space = ts.isPropertyAccessExpression(node) ? node.expression : undefined;
  if (!space || !ts.isPropertyAccessExpression(space) || !isClient(space.expression)) return undefined;
  const name = `${space.name.text}.${node.name.text}`;
  return operations.has(name) ? name : undefined;
}

/** The call of an operation that a node is, by itself or through Octokit's pagination. */
function callAt(node) {
  if (!ts.isCallExpression(node)) return undefined;
  const direct = operationAt(node.expression);
  if (direct) return { operation: direct, how: "call", given: node.arguments };
  const how = ["paginate", "iterator"].find((name) => name === lastName(node.expression));
  const [first, ...given] = node.arguments;
  if (!how || !first || !/\bpaginate\b/.test(node.expression.getText())) return undefined;
  const operation = operationAt(first);
  if (operation) return { operation, how, given };
  if (!ts.isCallExpression(first) || !/\.endpoint\.merge$/.test(first.expression.getText())) return undefined;
  const merged = operationAt(first.expression.expression.expression);
  return merged && { operation: merged, how, given: [...first.arguments, ...given] };
}

/** The text of a node, where what `rewrite` gives for a node in it stands for that node. */
function render(node, rewrite) {
  const rewritten = rewrite(node);
  if (rewritten !== undefined) return rewritten;
  const text = node.getSourceFile().text;
  let [out, at] = ["", node.getStart()];
  ts.forEachChild(node, (child) => {
    if (child.end === child.pos) return;
    out += text.slice(at, child.getStart()) + render(child, rewrite);
    at = child.end;
  });
  return out + text.slice(at, node.end);
}

const ownsThis = (node) => (ts.isFunctionLike(node) && !ts.isArrowFunction(node)) || ts.isClassLike(node);
/** Whether a node inside a root, or one that it stands in below the root, fulfils a condition. */
function within(node, root, condition) {
  for (let at = node.parent; at && at !== root; at = at.parent) if (condition(at)) return true;
  return false;
}

/** Whether an object literal in the place of a node keeps its properties, which TypeScript else compares to a target. */
function admitsLiteral(node) {
  let { parent } = node;
  while (ts.isParenthesizedExpression(parent)) ({ parent } = parent);
  return ts.isVariableDeclaration(parent) ? ts.isIdentifier(parent.name) && !parent.type : ts.isAccessExpression(parent);
}

/** The text of a function's body or of a whole block, with the calls of operations adapted. */
function adapted(root) {
  if (/\b_\w+\.sent\(\)/.test(root.getText())) skip("a compiled generator");
  const self = /\bself\b/.test(root.getText()) ? "self_" : "self";
  const used = new Set();
  const call = ({ operation, how, given }) => {
    const { toBody, toList } = operations.get(operation);
    if (given.length > (how === "paginate" ? 2 : 1) || given.some(ts.isSpreadElement)) skip("arguments unlike one object");
    used.add(operation);
    const promise = `${SERVICE}.${operation}(${given.length > 0 ? argument(given[0]) : ""})`;
    const path = how === "call" ? toBody : toList;
    const [name, data] = path ? ["body", `data: body${path}`] : ["data", "data"];
    const response = `.then((${name}) => ({ ${data}, ${RESPONSE} }))`;
    if (how === "iterator") return `[${promise}${response}]`;
    if (how === "call") return promise + response;
    if (given.length < 2) return path ? `${promise}.then((body) => body${path})` : promise;
    if (given[1].parameters?.length !== 1) skip("a mapper of more than the response");
    return `${promise}.then((${name}) => [{ ${data}, ${RESPONSE} }].flatMap(${render(given[1], rewrite)}))`;
  };
  const awaited = (node, found) => {
    const whole = `await ${call(found)}`;
    const promise = whole.slice(0, whole.lastIndexOf(".then("));
    const { toBody } = operations.get(found.operation);
    if (found.how === "call" && ts.isExpressionStatement(node.parent)) return promise;
    if (found.how !== "call" || !admitsLiteral(node)) return whole;
    return `({ data: ${toBody ? `(${promise})${toBody}` : promise}, ${RESPONSE} })`;
  };
  const argument = (node) => {
    const kept = node.properties?.filter((property) => !REQUEST_PARAMETERS.has(property.name?.getText()));
    if (kept?.length === node.properties?.length) return render(node, rewrite);
    return `{ ${kept.map((property) => render(property, rewrite)).join(", ")} }`;
  };
  const rewrite = (node) => {
    const found = callAt(ts.isAwaitExpression(node) ? ts.skipParentheses(node.expression) : node);
    if (found) return ts.isAwaitExpression(node) ? awaited(node, found) : call(found);
    if (node.kind === ts.SyntaxKind.ThisKeyword) return within(node, root, ownsThis) ? undefined : self;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return "";
    if (node.kind === ts.SyntaxKind.ExportKeyword || node.kind === ts.SyntaxKind.DefaultKeyword) return "";
    if (ts.isExportAssignment(node)) return `const exported = ${render(node.expression, rewrite)}`;
    if (UNSUPPORTED.test(ts.SyntaxKind[node.kind])) skip(ts.SyntaxKind[node.kind]);
    const owned = node.kind === ts.SyntaxKind.SuperKeyword || (ts.isIdentifier(node) && node.text === "arguments");
    return owned && !within(node, root, ownsThis) ? skip(node.getText()) : undefined;
  };
  const text = render(root, rewrite);
  const body = ts.isBlock(root) ? text.slice(1, -1) : ts.isSourceFile(root) ? text : `\n  return (${text});\n`;
  return { body, used: [...used] };
}

/** Whether an identifier refers to a value, rather than naming a property, a label or a declaration. */
function refers(node) {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  return ![parent.name, parent.propertyName, parent.label, ts.isQualifiedName(parent) && parent.right].includes(node);
}

const isLocal = (node) => ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isFunctionDeclaration(node);
const isPlainBinding = (node) => ts.isObjectBindingPattern(node.parent) && !node.propertyName && !node.dotDotDotToken;

/** The finished script: free names are parameters, and types from elsewhere are `any`. */
function closed(body) {
  const file = "snippet.ts";
  const source = parse(file, `async function example() {${body}}`);
  const host = { ...ts.createCompilerHost({}), getSourceFile: (name) => (name === file ? source : undefined) };
  const checker = ts.createProgram([file], { noLib: true, noResolve: true, types: [] }, host).getTypeChecker();
  const known = (name, node, flags) => GLOBALS.has(name) || checker.resolveName(name, node, flags, false);
  const parameters = new Set();
  const rewrite = (node) => {
    if (ts.isImportTypeNode(node)) return "any";
    if (ts.isTypeReferenceNode(node)) {
      const types = ts.SymbolFlags.Type | ts.SymbolFlags.Namespace;
      if (!ts.isConstTypeReference(node) && !known(node.typeName.getText().split(".")[0], node, types)) return "any";
      const given = node.typeArguments?.map((type) => render(type, rewrite)).join(", ");
      return node.typeName.getText() + (given ? `<${given}>` : "");
    }
    if (ts.isInterfaceDeclaration(node) && node.heritageClauses) skip("an interface of another");
    if (!ts.isIdentifier(node)) return undefined;
    if (node.text === SERVICE) return "github";
    const { text, parent } = node;
    const isGithub = text === "github";
    if (refers(node) && !known(text, node, ts.SymbolFlags.Value)) parameters.add(isGithub ? "github_" : text);
    const bound = ts.isBindingElement(parent) && parent.name === node;
    if (!isGithub || !(refers(node) || isLocal(parent) || bound)) return undefined;
    const short = ts.isShorthandPropertyAssignment(parent) || (bound && isPlainBinding(parent));
    return short ? "github: github_" : "github_";
  };
  const text = render(source.statements[0].body, rewrite);
  const code = `async function example(${[...parameters].sort().join(", ")}) ${text}`;
  if (parse(file, code).parseDiagnostics.length > 0) skip("does not parse");
  if (code.length > MOST_OF_A_SNIPPET) skip("too long");
  return code.split("\n").some((line) => line.length > MOST_OF_A_LINE) ? skip("minified") : code;
}

/** The outermost of the functions, or the file itself, that hold a call not in a function of their own. */
function rootsIn(source) {
  const found = new Set();
  const visit = (node, owner) => {
    if (callAt(node)) found.add(owner);
    ts.forEachChild(node, (child) => visit(child, ts.isFunctionLike(node) && node.body ? node : owner));
  };
  visit(source, source);
  return [...found].filter((node) => !within(node, undefined, (at) => found.has(at))).map((node) => ({
    root: node.body ?? node,
    generator: node.asteriskToken !== undefined,
    named: (node.name ?? node.parent?.name ?? node.parent?.left)?.getText(),
    line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
  }));
}

/** The candidates in a file: functions of a source, whole blocks of a document. */
function candidatesIn(path, text) {
  if (!path.endsWith(".md")) return rootsIn(parse(path, text));
  return [...text.matchAll(FENCED)].flatMap((match) => {
    const root = parse("block.ts", match[2].replace(new RegExp(`^${match[1]}`, "gm"), ""));
    return rootsIn(root).length > 0 ? [{ root, line: text.slice(0, match.index).split("\n").length }] : [];
  });
}

const count = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);
const sorted = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const report = (number, text) => process.stderr.write(`${String(number).padStart(5)} ${text}\n`);

const spaces = [...new Set([...operations.keys()].map((name) => name.split(".")[0]))].join("|");
const mentions = new RegExp(`\\.\\s*(?:${spaces})\\s*\\??\\.`);
const [seen, repeated, skipped, collected] = [new Set(), new Map(), new Map(), new Map()];
for (const { home, path, file } of filesIn(here("node_modules"))) {
  const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  if (text.length > MOST_OF_A_FILE || !USERS.test(text) || !mentions.test(text)) continue;
  const name = home.slice(0, home.lastIndexOf("@"));
  for (const { root, generator, named, line } of candidatesIn(path, text)) {
    try {
      if (generator) skip("a generator");
      const { body, used } = adapted(root);
      const code = closed(body);
      // One function is often there twice: as a source, and built for one or two kinds of modules.
      const keys = [code.replace(/[\s;,]/g, "").replaceAll("'", '"'), ...(named ? [`${name} ${named} ${used}`] : [])];
      if (keys.some((key) => seen.has(key))) skip("a repetition");
      keys.forEach((key) => seen.add(key));
      count(repeated, `${name} ${used}`);
      const snippet = { name: `${home} ${path}:${line}`, code, rank: repeated.get(`${name} ${used}`), used };
      collected.set(name, [...(collected.get(name) ?? []), snippet]);
    } catch (failure) {
      if (!(failure instanceof Skipped)) throw failure;
      count(skipped, failure.message);
    }
  }
}
const kept = [];
for (const [name, snippets] of sorted(collected)) {
  const most = snippets.sort((a, b) => a.rank - b.rank).slice(0, PER_PACKAGE);
  report(most.length, `of ${snippets.length} ${name}`);
  kept.push(...most.sort((a, b) => (a.name < b.name ? -1 : 1)));
}
for (const { name, code } of kept) process.stdout.write(`${JSON.stringify({ name, code })}\n`);
for (const [reason, times] of sorted(skipped)) report(times, `skipped: ${reason}`);
report(kept.length, `snippets of ${new Set(kept.flatMap(({ used }) => used)).size} operations`);
