// What types are called, and what they have.

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
