// expect: value:"ReferenceError"
// purpose: a variable that is read before its declaration after a deleted optional chain has named it (CVE-2025-6554)
// class: source-tricks
// ---
function probe(nothing) {
  try {
    delete nothing?.[late]?.a;
    late;
    return "read";
  } catch (e) {
    return e.name;
  }
  let late = 1;
}
return probe(undefined);
