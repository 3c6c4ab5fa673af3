// Leaves rejected promises behind that would tell if anyone looked at them, and returns whether anyone did.
const looks = [];
const trap = (name) => new Proxy(function () {}, {
  ...Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((key) => [key, (...a) => {
    looks.push(`${name}.${key}`);
    return Reflect[key](...a);
  }])),
});
Promise.reject(trap('reason'));
const promise = Promise.reject(new Error('a'));
for (const key of ['constructor', 'then', 'catch', 'finally', Symbol.toStringTag]) {
  Object.defineProperty(promise, key, { get: () => { looks.push(`promise.${String(key)}`); return undefined; } });
}
const error = new Error('b');
for (const key of ['name', 'message', 'stack', 'cause', 'errors', 'constructor', 'toString', Symbol.toPrimitive]) {
  Object.defineProperty(error, key, { get: () => { looks.push(`error.${String(key)}`); return undefined; } });
}
Object.setPrototypeOf(error, trap('prototype'));
Promise.reject(error);
(async () => { throw trap('thrown'); })();
await new Promise((resolve) => setTimeout(resolve, 50));
await books.find({});
await new Promise((resolve) => setTimeout(resolve, 50));
return looks;
