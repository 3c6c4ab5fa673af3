// expect: value:"same"
// purpose: a hidden operation looks to every reflection like one that does not exist
// class: denied-operations
// ---
const look = (service, name) => {
  const ways = [
    (o) => name in o, (o) => typeof o[name], (o) => Object.hasOwn(o, name), (o) => Reflect.has(o, name), (o) => String(o[name]?.name), (o) => o[name]?.length,
    (o) => String(o[name]), (o) => JSON.stringify(Object.getOwnPropertyDescriptor(o, name)), (o) => Object.keys(o[name] ?? {}).join(), (o) => typeof o[name]?.prototype,
    (o) => Reflect.ownKeys(o).includes(name), (o) => Object.isFrozen(o[name]), (o) => typeof o[name]?.then, (o) => { o[name] = 1; return typeof o[name]; }, (o) => delete o[name],
  ];
  return JSON.stringify(ways.map((way) => { try { return way(service()) ?? null; } catch (e) { return e.name + e.message; } })).replaceAll(name, "NAME");
};
const pairs = [[() => api.items, "remove", "remoxe"], [() => api, "admin", "adnim"], [() => globalThis, "admin", "adnim"]];
const told = pairs.filter(([service, hidden, nothing]) => look(service, hidden) !== look(service, nothing)).map((pair) => pair[1]);
return told.length ? "ESCAPED:" + told.join() : "same";
