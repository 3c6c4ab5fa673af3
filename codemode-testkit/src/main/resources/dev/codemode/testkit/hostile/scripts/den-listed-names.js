// expect: value:"hidden"
// purpose: no list of keys, globals, prototypes or texts of functions names a hidden operation
// class: denied-operations
// ---
const seen = new Set(), texts = [];
const walk = (thing, depth) => {
  if ((typeof thing !== "object" && typeof thing !== "function") || thing === null || seen.has(thing) || depth > 2) return;
  seen.add(thing);
  for (const key of Reflect.ownKeys(thing)) {
    texts.push(String(key));
    try { walk(Object.getOwnPropertyDescriptor(thing, key)?.value, depth + 1); } catch (e) { texts.push(String(e?.message)); }
  }
  try { walk(Object.getPrototypeOf(thing), depth + 1); } catch (e) { texts.push(String(e?.message)); }
};
walk(globalThis, 0); walk(api, 0); walk(api.items, 0);
for (const thing of [api, api.items]) { for (const key in thing) texts.push(key); texts.push(Object.keys(thing).join(), JSON.stringify(thing) ?? "", String(Object.entries(thing))); }
return texts.some((text) => /^(?:.*\.)?(?:purge|admin)$|items\.remove/.test(text)) ? "ESCAPED:listed" : "hidden";
