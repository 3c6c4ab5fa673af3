// Places and names in scripts.

function finding(kind, certain, node, more) {
  const place = ts.getLineAndCharacterOfPosition(main, start(node));
  return { kind, certain, line: place.line + 1, column: place.character + 1 - (place.line === 0 ? offset : 0), ...more };
}

function start(node) {
  let at = node.pos;
  const text = main.text;
  for (;;) {
    const c = text.charCodeAt(at);
    if (c === 32 || c === 9 || c === 10 || c === 13 || c === 0xfeff || c === 0xa0 || c === 0x2028 || c === 0x2029) at++;
    else if (c === 47 && text.charCodeAt(at + 1) === 47) { while (at < text.length && text.charCodeAt(at) !== 10) at++; }
    else if (c === 47 && text.charCodeAt(at + 1) === 42) at = text.indexOf("*/", at + 2) + 2;
    else return at;
  }
}

/** Returns the largest node, except statements, that begins where the diagnostic does and is no longer than it. */
function nodeOf(diagnostic) {
  const from = diagnostic.start, to = from + diagnostic.length;
  let node = main;
  for (;;) {
    const inner = ts.forEachChild(node, (child) => (child.pos <= from && to <= child.end ? child : undefined));
    const found = node !== main && node.kind !== Kind.ExpressionStatement && start(node) === from && node.end <= to;
    if (inner === undefined || found) return node;
    node = inner;
  }
}

function isTypePosition(node) {
  for (let at = node; at !== undefined && at !== main; at = at.parent) {
    if (at.kind >= Kind.FirstTypeNode && at.kind <= Kind.LastTypeNode) return true;
    if (at.kind === Kind.HeritageClause || at.kind === Kind.TypeParameter || at.kind === Kind.InterfaceDeclaration || at.kind === Kind.TypeAliasDeclaration) return true;
    if (at.kind === Kind.Block || at.kind === Kind.CallExpression) return false;
  }
  return false;
}

function fileHolding(node) {
  let at = node;
  while (at.parent !== undefined) at = at.parent;
  return at;
}

function fileOf(declaration) {
  return declaration === undefined ? "" : fileHolding(declaration).fileName ?? "";
}

function isOfServices(symbol) {
  return symbol?.declarations?.some((declaration) => fileOf(declaration).startsWith("/sdk/")) ?? false;
}

/** Returns the dotted name by which scripts call what is declared. */
function pathOf(declaration) {
  const path = [];
  for (let at = declaration; at !== undefined; at = at.parent) {
    if (at.kind === Kind.ModuleDeclaration || at.kind === Kind.FunctionDeclaration) path.unshift(String(at.name.escapedText).replace(/^__/, "_"));
  }
  return path.map((name, at) => (at === 0 ? name : renamed.get(path[0] + " " + name) ?? name)).join(".");
}

/** Returns the namespace of services that an expression stands for, or undefined. */
function namespaceOf(expression) {
  const symbol = checker.getTypeAtLocation(expression).symbol;
  const declaration = symbol?.declarations?.find((one) => one.kind === Kind.ModuleDeclaration
    && (isOfServices(symbol) || one.name.escapedText === "codemode"));
  return declaration === undefined ? undefined : pathOf(declaration);
}

/** Returns the call of an operation in whose arguments the node is, or undefined. */
function callAround(node) {
  for (let at = node; at.parent !== undefined; at = at.parent) {
    if (at.kind === Kind.ArrowFunction || at.kind === Kind.FunctionExpression || at.kind === Kind.Block) return undefined;
    if (at.parent.kind === Kind.CallExpression && at !== at.parent.expression && operationOf(at.parent) !== undefined) return at.parent;
  }
  return undefined;
}

function operationOf(call) {
  const symbol = checker.getTypeAtLocation(call.expression).symbol;
  return isOfServices(symbol) ? symbol.declarations.find((one) => one.kind === Kind.FunctionDeclaration) : undefined;
}

/** Returns a type, and that of a property as it is declared: what the compiler prints depends on what it has seen. */
function typeText(type, property) {
  const node = property?.valueDeclaration?.type;
  const declared = fileOf(node).startsWith("/sdk/");
  const written = declared ? fileHolding(node).text.slice(node.pos, node.end).trim() : printed(type);
  const shown = written.replace(/"(?:[^"\\]|\\.)*"|\s+/g, (found) => (found[0] === '"' ? found : " "));
  return shown.length > MAX_TYPE ? shown.slice(0, MAX_TYPE) + "…" : shown;
}

function printed(type) {
  const print = (one) => checker.typeToString(one, undefined, 1);
  const constants = parts(type).filter((part) => part.flags & (Flags.StringLiteral | Flags.NumberLiteral));
  if (type.aliasSymbol !== undefined || type.origin !== undefined || constants.length < 2) return print(type);
  return [...constants.map(print).sort(), ...parts(type).filter((part) => !constants.includes(part)).map(print)].join(" | ");
}

/** Returns what a property takes in a few words; the signature has them all. */
function shortType(property) {
  const shown = typeText(checker.getTypeOfSymbol(property), property);
  return shown.length > 60 && shown.startsWith("{") ? "an object" : shown;
}

function propertyNames(type) {
  return checker.getPropertiesOfType(type).slice(0, 200).map((property) => String(property.escapedName));
}
