// Checks scripts against declarations. Needs the global `ts`, and evaluates to the function that makes a checker.
(function (ts, lib) {
  "use strict";
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
  // What an engine has although it is no part of the language, so that its being there proves nothing.
  const FOREIGN = new Set(["load", "loadWithNewGlobal", "print", "printErr", "Graal", "Polyglot", "Java", "Packages", "ts"]);

  const UNKNOWN_NAME = new Set([2304, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 18004]);
  const NO_MEMBER = new Set([2339, 2551, 2568]);
  const NOT_ITERABLE = new Set([2488, 2461, 2495, 2548, 2549, 2504]);
  const ARGUMENT_COUNT = new Set([2554, 2555]);
  const NULLABLE = new Set([2531, 2532, 2533, 18047, 18048, 18049]);

  // ---- files: declarations are parsed once and kept, the least recently used go first ----

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

  // ---- compilers: one for each view of a catalog is kept, since to make one costs more than most checks ----

  const MAX_COMPILERS = 4;
  const MAX_TOGETHER = 1_500_000;
  const MAX_NEW_TYPES = 8_000;
  const compilers = new Map();

  /** Declares what scripts are given: as globals, and as the argument of a script that is a function. */
  function servicesFile(list) {
    const members = list.map((name) => `${name}: typeof ${name};`).join(" ");
    return ts.createSourceFile("/services.d.ts", `interface Services_ { ${members} [name: string]: any }\n`
      + "declare function run_(script: (services: Services_) => any): any;\n", 99, false);
  }

  function length(files) {
    return files.reduce((sum, file) => sum + file.text.length, 0);
  }

  function made(files, list) {
    const services = bound(servicesFile(list));
    const all = [library, services, ...files];
    const byName = new Map(all.map((file) => [file.fileName, file]));
    const none = () => undefined;
    const host = {
      getCompilerOptions: () => options, getSourceFiles: () => all, getSourceFile: (name) => byName.get(name),
      isSourceFileDefaultLibrary: (file) => file === library, getCurrentDirectory: () => "/", useCaseSensitiveFileNames: () => true,
      getCommonSourceDirectory: () => "/", fileExists: (name) => byName.has(name), getResolvedModule: none, getModeForUsageLocation: none,
      getEmitSyntaxForUsageLocation: none, getImpliedNodeFormatForEmit: none, getDefaultResolutionModeForFile: none,
      getEmitModuleFormatOfFile: () => options.module, getRedirectFromSourceFile: none, getRedirectFromOutput: none,
      isSourceOfProjectReferenceRedirect: () => false,
    };
    const checker = ts.createTypeChecker(host);
    return {
      files: new Set(files), list: new Set(list), services, renamed: renamedIn(files), checker, enough: checker.getTypeCount() + MAX_NEW_TYPES,
    };
  }

  /** Returns the reserved words that scripts write, by the services and the names that declarations have for them. */
  function renamedIn(files) {
    const names = new Map();
    const visit = (service, node) => {
      if (node.kind === Kind.ModuleDeclaration) visit(service ?? String(node.name.escapedText), node.body);
      if (node.kind === Kind.ModuleBlock) node.statements.forEach((one) => visit(service, one));
      for (const one of node.kind === Kind.ExportDeclaration ? node.exportClause.elements : []) {
        names.set(service + " " + String(one.propertyName.escapedText), String(one.name.escapedText));
      }
    };
    files.forEach((file) => file.statements.forEach((one) => visit(undefined, one)));
    return names;
  }

  /** Returns a compiler that knows these files of the view; it may know more of them. */
  function compilerOf(view, list, files) {
    const old = compilers.get(view);
    compilers.delete(view);
    if (old === undefined) return made(files, list);
    const full = old.checker.getTypeCount() > old.enough;
    if (!full && files.every((file) => old.files.has(file)) && list.every((name) => old.list.has(name))) return old;
    const together = [...new Set([...old.files, ...files])];
    return length(together) > MAX_TOGETHER ? made(files, list) : made(together, [...new Set([...old.list, ...list])]);
  }

  function bound(file) {
    file.imports ??= [];
    file.moduleAugmentations ??= [];
    file.ambientModuleNames ??= [];
    ts.bindSourceFile(file, options);
    return file;
  }

  // ---- one check ----

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
   * Returns what was found, or how the compiler failed. A script that nests too deeply for it is none of its failures. A check
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

  // ---- places and names ----

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

  /** Returns the largest node, no statement, that begins where the diagnostic does and is no longer than it. */
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

  // ---- types ----

  const Flags = ts.TypeFlags;

  function parts(type) {
    return type.flags & Flags.Union ? type.types : [type];
  }

  function isNone(type) {
    return (type.flags & (Flags.Undefined | Flags.Null | Flags.Void)) !== 0;
  }

  function presentParts(type) {
    return parts(type).filter((part) => !isNone(part));
  }

  function isAnything(type) {
    return (type.flags & (Flags.Any | Flags.Unknown | Flags.Never)) !== 0;
  }

  /** Whether some value may be of both types, as far as one part of one and one part of the other tell. */
  function overlap(given, wanted, depth = 0) {
    if (isAnything(given) || isAnything(wanted)) return true;
    const real = presentParts(given);
    return real.length === 0 || real.some((part) => parts(wanted).some((other) => partsOverlap(part, other, depth)));
  }

  function partsOverlap(given, wanted, depth) {
    if (checker.isTypeAssignableTo(given, wanted) || checker.isTypeAssignableTo(wanted, given)) return true;
    const structured = Flags.Object | Flags.Intersection;
    if (!(given.flags & structured) || !(wanted.flags & structured)) return false;
    if (depth > 3) return true;
    if (checker.isArrayType(given) !== checker.isArrayType(wanted)) return isTuple(given) || isTuple(wanted);
    if (checker.isArrayType(given)) return overlap(elementOf(given), elementOf(wanted), depth + 1);
    return checker.getPropertiesOfType(given).every((property) => {
      const other = checker.getPropertyOfType(wanted, String(property.escapedName));
      return other === undefined || overlap(checker.getTypeOfSymbol(property), checker.getTypeOfSymbol(other), depth + 1);
    });
  }

  function isTuple(type) {
    return type.target !== undefined && (type.target.objectFlags & ts.ObjectFlags.Tuple) !== 0;
  }

  function elementOf(array) {
    return array.resolvedTypeArguments?.[0] ?? { flags: Flags.Any };
  }

  function mayBeUndefined(type) {
    return (type.flags & (Flags.Any | Flags.Undefined)) !== 0 || parts(type).some((part) => part.flags & Flags.Undefined);
  }

  function isPromise(type) {
    return parts(type).some((part) => part.symbol?.escapedName === "Promise" && !isOfServices(part.symbol));
  }

  // ---- what a script asks before it does it: whether there is such a member ----

  const ASKS = new Set(["hasOwn", "hasOwnProperty", "has", "call", "getOwnPropertyDescriptor"]);
  let asked;

  /** Returns the names that the script asks for, and with a dot the namespaces of which it asks for any. */
  function questions() {
    if (asked !== undefined) return asked;
    asked = new Set();
    (function visit(node) {
      if (node.kind === Kind.BinaryExpression && node.operatorToken.kind === Kind.InKeyword) askIn(node.left, node.right);
      if (node.kind === Kind.ForInStatement) askAll(node.expression);
      if (node.kind === Kind.CallExpression) {
        const asks = ASKS.has(String(node.expression.name?.escapedText));
        const name = asks ? node.arguments.find(isText) : undefined;
        if (name !== undefined) asked.add(name.text);
        else node.arguments.forEach(askAll);
      }
      ts.forEachChild(node, visit);
    })(main);
    return asked;
  }

  function isText(node) {
    return node.kind === Kind.StringLiteral || node.kind === Kind.NoSubstitutionTemplateLiteral;
  }

  function askIn(key, holder) {
    while (key.kind === Kind.ParenthesizedExpression) key = key.expression;
    if (isText(key)) asked.add(key.text);
    else askAll(holder);
  }

  function askAll(expression) {
    const namespace = namespaceOf(expression);
    if (namespace !== undefined) asked.add(namespace + ".");
  }

  // ---- judging what the compiler found ----

  function judge(diagnostic) {
    const code = diagnostic.code;
    const node = nodeOf(diagnostic);
    if (UNKNOWN_NAME.has(code)) return unknownName(node);
    if (code === 2448) return hiddenService(node);
    if (code === 2307 || code === 2792) return required(node);
    if (NO_MEMBER.has(code)) return noMember(node);
    if (NOT_ITERABLE.has(code)) return isPromise(checker.getTypeAtLocation(node)) ? promise(node, "") : undefined;
    if (code === 2349) return notCallable(node);
    if (NULLABLE.has(code)) return nullable(node);
    const call = ARGUMENT_COUNT.has(code) ? callOfCount(node) : callAround(node);
    if (call !== undefined) return argument(diagnostic, node, call);
    return undefined;
  }

  function unknownName(node) {
    if (node.kind !== Kind.Identifier || isTypePosition(node)) return undefined;
    const name = String(node.escapedText);
    if (name === "module" && /\bmodule\s*\.\s*exports\b/.test(text)) return undefined;
    const known = !FOREIGN.has(name) && Object.prototype.hasOwnProperty.call(globalThis, name);
    if (known || new RegExp("typeof\\s*\\(?\\s*" + name.replace(/\$/g, "\\$") + "(?![\\w$])").test(text)) return undefined;
    return questions().has(name) ? undefined : finding("name", true, node, { name, candidates: localNames(node) });
  }

  /** Returns the names that the script itself declares, as far as they are in scope by their blocks. */
  function localNames(node) {
    const found = new Set();
    for (let at = node; at !== undefined; at = at.parent) {
      if (at.locals !== undefined) for (const name of at.locals.keys()) found.add(String(name));
    }
    return [...found].slice(0, 200);
  }

  function hiddenService(node) {
    const name = String(node.escapedText ?? "");
    return services.text.includes(` ${name}: typeof`) ? finding("name", true, node, { name, candidates: [] }) : undefined;
  }

  /** In JavaScript the compiler knows `require`, which scripts do not have. */
  function required(node) {
    const call = node.parent;
    return call?.kind === Kind.CallExpression && call.expression.escapedText === "require"
      ? finding("name", true, call.expression, { name: "require", candidates: [] })
      : undefined;
  }

  function accessOf(node) {
    const access = node.kind === Kind.PropertyAccessExpression ? node : node.parent;
    return access?.kind === Kind.PropertyAccessExpression ? access : undefined;
  }

  function noMember(node) {
    const access = accessOf(node);
    if (access === undefined) return noBinding(node);
    const name = String(access.name.escapedText);
    const namespace = namespaceOf(access.expression);
    if (namespace !== undefined) {
      if (questions().has(name) || questions().has(namespace + ".")) return undefined;
      return finding("operation", true, access.expression, {
        name: namespace + "." + name, written: namespace + "." + name + rest(access), candidates: membersOf(access.expression, namespace),
      });
    }
    return noField(access.name, checker.getTypeAtLocation(access.expression), name, access);
  }

  /** Returns what a script reads of a member, such as `.list` of `github.pulls`. */
  function rest(access) {
    let path = "";
    for (let at = access; at.parent?.kind === Kind.PropertyAccessExpression && at.parent.expression === at; at = at.parent) {
      path += "." + String(at.parent.name.escapedText);
    }
    return path;
  }

  function membersOf(expression, namespace) {
    return memberNames(expression).map((name) => namespace + "." + name);
  }

  /** Returns the members of a namespace, without what stands for those of another slice. */
  function memberNames(expression) {
    const service = namespaceOf(expression).split(".", 1)[0];
    return propertyNames(checker.getTypeAtLocation(expression)).filter((name) => name !== "_" && !renamed.has(service + " " + name));
  }

  function noBinding(node) {
    const element = node.kind === Kind.BindingElement ? node : node.parent;
    if (element?.kind !== Kind.BindingElement) return undefined;
    const holder = element.parent.parent;
    const type = holder.initializer === undefined ? undefined : checker.getTypeAtLocation(holder.initializer);
    const key = element.propertyName ?? element.name;
    if (type === undefined || key.kind !== Kind.Identifier) return undefined;
    if (element.initializer !== undefined) return undefined;
    return noField(node, type, String(key.escapedText), undefined);
  }

  function noField(node, type, name, access) {
    if (isPromise(type)) return promise(node, name);
    const real = presentParts(type);
    if (real.length === 0 || real.some(isAnything)) return undefined;
    if (real.some((part) => checker.getPropertyOfType(part, name) !== undefined) || isAssigned(name)) return undefined;
    if (questions().has(name)) return undefined;
    const ofServices = real.every((part) => isOfServices(part.symbol) || isOfServices(part.aliasSymbol));
    const candidates = [...new Set(real.flatMap(propertyNames))];
    const on = typeText(type);
    if (ofServices) return finding("field", access?.questionDotToken === undefined, node, { name, on, candidates });
    const listed = real.every((part) => fileOf(part.symbol?.declarations?.[0]) === "/lib.d.ts");
    return listed ? finding("builtIn", false, node, { name, on, candidates }) : undefined;
  }

  function isAssigned(name) {
    return new RegExp("[.]" + name.replace(/\$/g, "\\$") + "\\s*(=(?![=>])|\\+=|-=|\\?\\?=|\\|\\|=|\\+\\+|--)").test(text)
      || /\bObject\s*\.\s*(assign|defineProperty)\b/.test(text);
  }

  function promise(node, name) {
    const expression = accessOf(node)?.expression ?? node;
    const call = callBehind(expression);
    return finding("promise", true, node, { name, operation: call ?? "", on: main.text.slice(start(expression), expression.end).slice(0, 80) });
  }

  /** Returns the operation whose call an expression is, or the variable holds. */
  function callBehind(expression) {
    let at = expression;
    if (at.kind === Kind.Identifier) {
      const declaration = checker.getSymbolAtLocation(at)?.valueDeclaration;
      at = declaration?.initializer ?? at;
    }
    while (at.kind === Kind.ParenthesizedExpression) at = at.expression;
    const operation = at.kind === Kind.CallExpression ? operationOf(at) : undefined;
    return operation === undefined ? undefined : pathOf(operation);
  }

  function notCallable(node) {
    const namespace = namespaceOf(node);
    if (namespace !== undefined) {
      return finding("namespace", true, node, { name: namespace, candidates: memberNames(node) });
    }
    return undefined;
  }

  function nullable(node) {
    let expression = node;
    while (expression.kind === Kind.ParenthesizedExpression) expression = expression.expression;
    if (![Kind.PropertyAccessExpression, Kind.Identifier, Kind.AwaitExpression].includes(expression.kind)) return undefined;
    const symbol = checker.getSymbolAtLocation(expression);
    const initializer = symbol?.valueDeclaration?.initializer;
    const fromCall = (one) => one?.kind === Kind.AwaitExpression && one.expression.kind === Kind.CallExpression && operationOf(one.expression) !== undefined;
    if (!isOfServices(symbol) && !fromCall(initializer) && !fromCall(expression)) return undefined;
    return finding("nullable", false, node, { name: main.text.slice(start(node), node.end).slice(0, 80) });
  }

  function callOfCount(node) {
    for (let at = node; at !== undefined; at = at.parent) {
      if (at.kind === Kind.CallExpression) return operationOf(at) === undefined ? undefined : at;
      if (at.kind === Kind.Block) return undefined;
    }
    return undefined;
  }

  function argument(diagnostic, node, call) {
    const declaration = operationOf(call);
    const operation = pathOf(declaration);
    const given = call.arguments;
    if (given.some((one) => one.kind === Kind.SpreadElement)) return undefined;
    if (ARGUMENT_COUNT.has(diagnostic.code)) {
      return finding("count", given.length !== 1 || declaration.parameters.length > 0, call.expression, { operation, given: given.length });
    }
    const path = pathIn(node, call);
    const place = path.node;
    const wanted = place === given[0] ? checker.getTypeAtLocation(declaration.parameters[0]) : wantedAt(place);
    const type = checker.getTypeAtLocation(place);
    const more = { operation, path: path.text };
    if (diagnostic.code === 2353 || diagnostic.code === 2561) {
      const literal = literalAround(node);
      const key = node.kind === Kind.ShorthandPropertyAssignment ? node.name : node;
      const name = String(key.escapedText ?? key.text ?? "");
      const property = literal?.properties.find((one) => one.name === key);
      const holder = literal === undefined ? undefined : checker.getContextualType(literal);
      const value = property === undefined ? undefined : checker.getTypeAtLocation(property.initializer ?? property.name);
      const certain = value === undefined || (value.flags & Flags.Any) !== 0 || !mayBeUndefined(value);
      const candidates = holder === undefined ? [] : parts(holder).flatMap(propertyNames).filter((one) => !literal.properties.some((p) => String(p.name?.escapedText) === one));
      const spread = literal?.properties.some((one) => one.kind === Kind.SpreadAssignment);
      const missing = holder === undefined || spread ? [] : missingIn(literal, holder);
      return finding("extra", certain, node, { operation, path: pathIn(literal ?? node, call).text, name, candidates, missing });
    }
    if (wanted === undefined) return finding("value", false, place, { ...more, expected: "", found: typeText(type) });
    const literal = literalBehind(place);
    if (literal !== undefined) {
      const missing = missingIn(literal, wanted);
      const spread = literal.properties.some((one) => one.kind === Kind.SpreadAssignment);
      if (missing.length > 0) return finding("missing", !spread, place === given[0] ? call.expression : place, { ...more, missing });
    }
    if (overlap(type, wanted)) {
      const at = differing(type, wanted, propertyOf(place), path.text, 0);
      const optional = isOptional(at.property);
      return finding("value", false, place, { operation, path: at.path, expected: typeText(at.wanted, at.property), optional, found: typeText(at.given) });
    }
    const whole = place === given[0] && place.kind !== Kind.ObjectLiteralExpression;
    const property = propertyOf(place);
    return finding(whole ? "object" : "value", true, place, { ...more, expected: typeText(wanted, property), optional: isOptional(property), found: typeText(type) });
  }

  function isOptional(property) {
    return property !== undefined && (property.flags & ts.SymbolFlags.Optional) !== 0;
  }

  /** Returns the innermost place where one type does not fit into the other. */
  function differing(given, wanted, property, path, depth) {
    const real = presentParts(wanted);
    if (depth < 4 && real.length === 1 && (given.flags & Flags.Object) && !checker.isArrayType(given) && !isTuple(given)) {
      for (const one of checker.getPropertiesOfType(given)) {
        const other = checker.getPropertyOfType(real[0], String(one.escapedName));
        const type = checker.getTypeOfSymbol(one);
        if (other !== undefined && !checker.isTypeAssignableTo(type, checker.getTypeOfSymbol(other))) {
          return differing(type, checker.getTypeOfSymbol(other), other, path + "." + String(one.escapedName), depth + 1);
        }
      }
    }
    return { given, wanted, property, path };
  }

  /** Returns the property whose value is at this place of a literal, or undefined. */
  function propertyOf(place) {
    const { parent } = place;
    if (parent.kind !== Kind.ShorthandPropertyAssignment && parent.kind !== Kind.PropertyAssignment) return undefined;
    const holder = checker.getContextualType(parent.parent);
    const name = parent.name.escapedText ?? parent.name.text;
    const kinds = holder === undefined ? [] : presentParts(holder);
    return kinds.length !== 1 || name === undefined ? undefined : checker.getPropertyOfType(kinds[0], String(name));
  }

  function wantedAt(place) {
    if (place.parent.kind !== Kind.ShorthandPropertyAssignment) return checker.getContextualType(place);
    const property = propertyOf(place);
    return property === undefined ? undefined : checker.getTypeOfSymbol(property);
  }

  /** Returns the literal that a value is, also by the name of a constant that the script uses nowhere else. */
  function literalBehind(place) {
    if (place.kind === Kind.ObjectLiteralExpression) return place;
    if (place.kind !== Kind.Identifier) return undefined;
    const symbol = place.parent.kind === Kind.ShorthandPropertyAssignment
      ? checker.getShorthandAssignmentValueSymbol(place.parent)
      : checker.getSymbolAtLocation(place);
    const declaration = symbol?.valueDeclaration;
    const initializer = declaration?.kind === Kind.VariableDeclaration && (declaration.parent.flags & ts.NodeFlags.Const) ? declaration.initializer : undefined;
    const uses = text.match(new RegExp("(?<![\\w$.])" + String(place.escapedText).replace(/\$/g, "\\$") + "(?![\\w$])", "g"))?.length;
    return initializer?.kind === Kind.ObjectLiteralExpression && uses === 2 ? initializer : undefined;
  }

  function literalAround(node) {
    for (let at = node; at !== undefined; at = at.parent) if (at.kind === Kind.ObjectLiteralExpression) return at;
    return undefined;
  }

  /** Returns the properties that a literal lacks, each with its type. */
  function missingIn(literal, wanted) {
    const kinds = parts(wanted).filter((part) => part.flags & (Flags.Object | Flags.Intersection));
    if (kinds.length !== 1 || checker.isArrayType(kinds[0])) return [];
    const given = new Set(literal.properties.map((one) => String(one.name?.escapedText ?? one.name?.text)));
    return checker.getPropertiesOfType(kinds[0])
      .filter((property) => !(property.flags & ts.SymbolFlags.Optional) && !given.has(String(property.escapedName)))
      .slice(0, 4)
      .map((property) => ({ name: String(property.escapedName), type: shortType(property) }));
  }

  /** Returns where in the argument a value is, and the node of the value. */
  function pathIn(node, call) {
    const steps = [];
    let value = node.kind === Kind.ShorthandPropertyAssignment ? node.name : node;
    if (node.parent?.kind === Kind.PropertyAssignment && node.parent.name === node) value = node.parent.initializer;
    for (let at = value; at !== call && at.parent !== undefined; at = at.parent) {
      const parent = at.parent;
      if (parent.kind === Kind.PropertyAssignment && parent.initializer === at) steps.unshift("." + (parent.name.escapedText ?? parent.name.text ?? "?"));
      if (parent.kind === Kind.ShorthandPropertyAssignment) steps.unshift("." + parent.name.escapedText);
      if (parent.kind === Kind.ArrayLiteralExpression) steps.unshift("[" + parent.elements.indexOf(at) + "]");
    }
    return { text: "$" + steps.join(""), node: value };
  }

  // ---- what the compiler lets pass: members that an open type does not declare ----

  /** Whether a member was found by its name, which the compiler remembers; to ask for the type of what it belongs to is dear. */
  function isDeclared(name) {
    return checker.getSymbolAtLocation(name)?.escapedName === name.escapedText;
  }

  function undocumented(root, found) {
    (function visit(node) {
      if (found.length >= MAX_FOUND) return;
      if (node.kind === Kind.PropertyAccessExpression && node.name.kind === Kind.Identifier && !isDeclared(node.name)) {
        const type = checker.getTypeAtLocation(node.expression);
        const name = String(node.name.escapedText);
        if (isOfServices(type.symbol) && !(type.flags & Flags.Union) && type.symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeLiteral)
          && checker.getPropertyOfType(type, name) === undefined && !isAssigned(name)) {
          const candidates = propertyNames(type);
          if (candidates.length > 0 && !found.some((one) => one.kind === "field" && one.name === name)) {
            found.push(finding("open", false, node.name, { name, on: typeText(type), candidates }));
          }
        }
      }
      ts.forEachChild(node, visit);
    })(root);
  }

  return { load, has, check };
})
