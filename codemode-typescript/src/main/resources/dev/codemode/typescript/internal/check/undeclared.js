// What the compiler lets pass: members that an open type does not declare.

/** Whether a member was found by its name, which the compiler remembers; asking for the type of its owner is expensive. */
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
