// The main module of the workers that run scripts.
import shim from './shim.mjs';
import { realms } from './realm.mjs';
import { rehearse } from './rehearsal.mjs';
import { fail, serve } from './serve.mjs';

const MEMORY = 'memory=';
const REHEARSALS = 3;

// Scripts cannot reach this realm; and if one could, it would find the language in it and nothing else.
const LANGUAGE = new Set(
  ('globalThis undefined NaN Infinity Object Function Array Number Boolean String Symbol BigInt Math Date RegExp JSON Promise '
    + 'Proxy Reflect Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator Intl ArrayBuffer DataView Error '
    + 'AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError Uint8Array').split(' '));

const strip = () => {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!LANGUAGE.has(name)) {
      delete globalThis[name];
    }
  }
};

if (new Intl.DateTimeFormat().resolvedOptions().timeZone !== 'UTC') {
  fail(new Error('A worker needs TZ=UTC in its environment. Let the command prefix pass it on.'));
}
const memory = Deno.args.find((argument) => argument.startsWith(MEMORY));
const create = realms(shim, Number(memory.slice(MEMORY.length)), fail);
strip();
for (let i = 0; i < REHEARSALS; i++) {
  await rehearse(create);
}
await serve(create);
