// Walks everything that a script can reach by reading, and returns what is not of its own realm.
const functions = [
  Function.prototype,
  Object.getPrototypeOf(async () => {}),
  Object.getPrototypeOf(function* () {}),
  Object.getPrototypeOf(async function* () {}),
];
const seen = new Map();
const queue = [];
const found = [];
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

const visit = (path, value) => {
  if (isObject(value) && !seen.has(value)) {
    seen.set(value, path);
    queue.push(value);
  }
};

const chain = (value) => {
  const links = [];
  for (let link = Object.getPrototypeOf(value); link !== null; link = Object.getPrototypeOf(link)) {
    links.push(link);
  }
  return links;
};

const judge = (path, value) => {
  const links = chain(value);
  const last = links.at(-1);
  if (last !== undefined && last !== Object.prototype) {
    found.push(`${path}: its prototypes end elsewhere`);
  }
  if (typeof value === 'function' && !functions.includes(value) && !links.some((link) => functions.includes(link))) {
    found.push(`${path}: a function of another realm`);
  }
  if (/\b(?:Deno|process|require|internalBinding|ext:|file:)/.test(path)) {
    found.push(`${path}: by name`);
  }
};

const walk = () => {
  while (queue.length > 0) {
    const value = queue.pop();
    const path = seen.get(value);
    judge(path, value);
    visit(`${path}.[[Prototype]]`, Object.getPrototypeOf(value));
    for (const key of Reflect.ownKeys(value)) {
      const name = `${path}.${String(key)}`;
      const descriptor = Object.getOwnPropertyDescriptor(value, key);
      visit(`${name} (get)`, descriptor?.get);
      visit(`${name} (set)`, descriptor?.set);
      visit(name, descriptor?.value);
      try {
        visit(`${name} (read)`, value[key]);
      } catch (error) {
        visit(`${name} (thrown)`, error);
      }
    }
  }
};

const thrown = async (name, action) => {
  try {
    visit(name, await action());
  } catch (error) {
    visit(`${name} (thrown)`, error);
  }
};

visit('globalThis', globalThis);
visit('iterator', [][Symbol.iterator]());
visit('async generator', (async function* () {})());
visit('generator', (function* () {})());
visit('regexp', /(?<a>b)/d.exec('b'));
visit('segments', new Intl.Segmenter('en').segment('a b')[Symbol.iterator]().next());
visit('template', ((strings) => strings)`a${1}b`);
visit('arguments', (function () { return arguments; })(1));
await thrown('call', () => books.find({ title: 'a' }));
await thrown('failed call', () => books.fail({}));
await thrown('unknown operation', () => books.none({}));
await thrown('frozen service', () => { books.find = 1; });
await thrown('cyclic arguments', () => { const a = {}; a.a = a; return books.find(a); });
await thrown('large arguments', () => books.find('x'.repeat(3e6)));
await thrown('timer', () => setTimeout(() => {}, 0));
await thrown('no callback', () => setTimeout(1));
await thrown('eval', () => (0, eval)('1'));
await thrown('Function', () => Function('return 1')());
await thrown('async Function', () => functions[1].constructor('return 1')());
await thrown('recursion', () => (function f() { return f() + 1; })());
await thrown('buffer', () => new ArrayBuffer(2 ** 52));
await thrown('rejection', () => Promise.any([Promise.reject(1)]));
await thrown('module', () => JSON.parse('{'));
await thrown('clone', () => structuredClone(() => {}));
await thrown('locale', () => new Intl.NumberFormat('no such locale'));
await thrown('stack', () => { const e = {}; Error.captureStackTrace(e); return e.stack; });
await thrown('prepareStackTrace', () => Error.prepareStackTrace(new Error('a'), [{ getFileName: () => 'script.js' }]));
walk();
return { found, enough: seen.size > 1200 };
