// Fills the stack, and near its end does everything that leaves the realm, at each depth. Returns what is not of its realm.
const found = new Set();
const isOwn = (error) => error instanceof Error && error.constructor.constructor === Function
  && Object.getPrototypeOf(Object.getPrototypeOf(Error.prototype)) === null;
const kept = [];
const actions = [
  () => console.log('a', { b: 1 }),
  () => kept.push(books.find({ a: 1 })),
  () => books.none,
  () => Object.keys(books),
  () => kept.push(setTimeout(() => {}, 1)),
  () => clearTimeout(kept.length),
  () => new Error('a').stack,
  () => { const e = {}; Error.captureStackTrace(e); return e.stack; },
  () => structuredClone({ a: [1] }),
  () => new URL('https://example.org/a?b=1').href,
  () => crypto.randomUUID(),
  () => new Date().toLocaleString(),
  () => queueMicrotask(() => {}),
  () => new TextEncoder().encode('a'),
  () => JSON.stringify({ toJSON: () => 1 }),
  () => Promise.reject(1).catch(() => {}),
  () => (async () => { await 0; throw 1; })().catch(() => {}),
];
const attempt = (action) => {
  try {
    action();
  } catch (error) {
    if (!isOwn(error)) {
      found.add(`${action}`);
    }
  }
};
for (const action of actions) {
  // The frames on the way back leave a little more room each.
  let left = 400;
  const descend = () => {
    try {
      descend();
    } catch (error) {
      if (!isOwn(error)) {
        found.add(`descend: ${action}`);
      }
      if (left-- > 0) {
        attempt(action);
        throw error;
      }
    }
  };
  descend();
}
await Promise.allSettled(kept);
return [...found];
