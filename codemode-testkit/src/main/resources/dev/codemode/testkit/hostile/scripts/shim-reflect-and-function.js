// expect: value:3
// purpose: Reflect, Function.prototype and the iterator protocol replaced before a call
// class: sdk-shim-tampering
// needs: items.list
// ---
for (const k of Object.getOwnPropertyNames(Reflect)) Reflect[k] = () => "FORGED"; for (const k of ["call", "apply", "bind"]) Function.prototype[k] = () => "FORGED"; Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true }); Map.prototype.get = WeakMap.prototype.get = () => "FORGED"; String.prototype.slice = String.prototype.indexOf = () => "FORGED"; return (await api.items.list({ n: 3 })).count;
