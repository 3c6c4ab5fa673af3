// What a script asks before it does it: whether there is such a member.

const ASKS = new Set(["hasOwn", "hasOwnProperty", "has", "call", "getOwnPropertyDescriptor"]);
let asked;

/** Returns the names that the script asks for, and, with a dot, the namespaces in which it asks for any. */
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
