// Judging what the compiler found.

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
