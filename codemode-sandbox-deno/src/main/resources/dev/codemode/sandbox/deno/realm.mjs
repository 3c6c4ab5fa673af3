// Realms for scripts: a fresh context of V8 for each, in which nothing of this process can be reached.
//
// Invariant: only numbers, booleans and text cross, through one function that no script can reach, and no object and no error
// of the worker's own realm comes into a script's. Held by RealmWallsTest.
import v8 from 'node:v8';
import vm from 'node:vm';
import { ScriptEnd } from './run.mjs';
import { functionOf, holds, NAME, positionIn } from './text.mjs';

// The name by which stacks.js recognises what scripts do not see.
const OWN = '<realm>';
// A context says for itself whether text becomes code; V8's flag for it does not count here.
const NO_CODE = { codeGeneration: { strings: false, wasm: false } };

const OPERATION = 1;
const NAMESPACE = 2;

// In the realm: what the worker throws, which is only a stack that is too deep, is replaced by the realm's own error.
const BRIDGE = `(function (shim, send) {
  'use strict';
  const { RangeError } = globalThis;
  return shim((a, b, c, d, e, f, g, h) => {
    try {
      return send(a, b, c, d, e, f, g, h);
    } catch {
      throw new RangeError('Maximum call stack size exceeded');
    }
  });
})`;

/** The names that a script can call, as a tree: the counterpart of OperationIndex in Java. */
class Operations {
  #kinds = new Map();
  #members = new Map();

  constructor(names) {
    for (const name of names) {
      this.#add(name, OPERATION);
      for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
        this.#add(name.slice(0, dot), NAMESPACE);
      }
    }
  }

  #add(name, kind) {
    const known = this.#kinds.get(name);
    this.#kinds.set(name, (known ?? 0) | kind);
    if (known === undefined) {
      const dot = name.lastIndexOf('.');
      const path = dot < 0 ? '' : name.slice(0, dot);
      this.#members.set(path, `${this.#members.get(path) ?? ''}${name.slice(dot + 1)}\n`);
    }
  }

  kind(name) {
    return this.#kinds.get(name) ?? 0;
  }

  members(path) {
    return this.#members.get(path) ?? '';
  }
}

let latestNames = [];
let latest = new Operations(latestNames);

const operationsOf = (names) => {
  if (names !== latestNames) {
    latest = new Operations(names);
    latestNames = names;
  }
  return latest;
};

const text = (value) => {
  if (typeof value !== 'string') {
    throw new TypeError('The realm sent no text where one belongs.');
  }
  return value;
};

const number = (value) => {
  if (typeof value !== 'number') {
    throw new TypeError('The realm sent no number where one belongs.');
  }
  return value;
};

const integer = (value) => number(value) | 0;

// Reads numbers, each followed by a space.
const ids = (value) => text(value).split(' ').filter((id) => id !== '').map(Number);

class ScriptRealm {
  #context = vm.createContext(vm.constants.DONT_CONTEXTIFY, NO_CODE);
  #entry;
  #failed;
  #run = null;
  #operations = null;
  #body = '';

  constructor(shim, maxBufferBytes, failed) {
    this.#failed = failed;
    this.#entry = shim.runInContext(this.#context)(maxBufferBytes, (...message) => this.#receive(message));
  }

  open({ operations, startedAt, seedHigh, seedLow, limits }, run) {
    this.#run = run;
    this.#operations = operationsOf(operations);
    const { maxArgumentBytes, maxResultBytes } = limits;
    const services = this.#operations.members('');
    this.#enter(() => this.#entry.open(services, startedAt, seedHigh, seedLow, NAME, maxArgumentBytes, maxResultBytes));
  }

  run(body) {
    this.#body = body;
    const script = functionOf(body);
    this.#enter(() => this.#entry.run(script.runInContext(this.#context)));
  }

  settle(clockMillis, callId, reply) {
    if (reply.fulfilled) {
      this.#enter(() => this.#entry.settle(clockMillis, callId, true, reply.json));
    } else {
      const { message, code, operation, retryable } = reply;
      this.#enter(() => this.#entry.settle(clockMillis, callId, false, message, code, operation, retryable));
    }
  }

  fire(clockMillis, timerId) {
    this.#enter(() => this.#entry.fire(clockMillis, timerId));
  }

  // The shim catches what scripts throw, so only a stack too deep for it arrives here. The error may be the script's: it is
  // not looked at.
  #enter(action) {
    try {
      action();
    } catch {
      throw new ScriptEnd('THROWN', 'RangeError', 'Maximum call stack size exceeded');
    }
  }

  #receive(message) {
    try {
      return this.#take(message);
    } catch (error) {
      if (!(error instanceof RangeError)) {
        this.#failed(error);
      }
      throw error;
    }
  }

  #take([kind, ...a]) {
    const run = this.#run;
    switch (kind) {
      case 'call':
        return run.call(integer(a[0]), text(a[1]), text(a[2]));
      case 'kind':
        return this.#operations.kind(text(a[0]));
      case 'members':
        return this.#operations.members(text(a[0]));
      case 'log':
        return run.log(text(a[0]), text(a[1]));
      case 'timer':
        return run.startTimer(integer(a[0]), number(a[1]));
      case 'clear':
        return run.clearTimer(integer(a[0]));
      case 'completed':
        return run.completed(a[0] === undefined || a[0] === null ? null : text(a[0]), ids(a[1]));
      case 'failed':
        return run.failed(this.#failure(a), ids(a[6]));
      case 'limit':
        return run.stop(text(a[0]));
      default:
        throw new TypeError('The realm sent an unknown message.');
    }
  }

  #failure([kind, name, message, line, column, call]) {
    return {
      kind: text(kind),
      name: text(name),
      message: text(message),
      position: holds(number(line), number(column)) ? positionIn(this.#body, line, column) : null,
      call: integer(call),
    };
  }
}

// Taken without a flag that every realm would see.
const collector = () => {
  v8.setFlagsFromString('--expose-gc');
  const gc = new vm.Script('gc').runInContext(vm.createContext(vm.constants.DONT_CONTEXTIFY, NO_CODE));
  v8.setFlagsFromString('--no-expose-gc');
  return gc;
};

/**
 * Returns a function that creates realms.
 *
 * V8 keeps what scripts left behind until its heap is nearly full, and could then end the process during a script that is
 * not to blame; so leftovers are collected between scripts once they fill half of it.
 *
 * @param shim the text of what every realm starts with, for V8
 * @param maxBufferBytes the size of the largest buffer
 * @param failed takes an error of the worker itself; does not return
 */
export const realms = (shim, maxBufferBytes, failed) => {
  const start = new vm.Script(
    `(function (maxBufferBytes, send) {\n'use strict';\nreturn (${BRIDGE})((${shim})(maxBufferBytes), send);\n})`,
    { filename: OWN });
  const gc = collector();
  return () => {
    const { used_heap_size: used, heap_size_limit: limit } = v8.getHeapStatistics();
    if (used > limit / 2) {
      gc();
    }
    return new ScriptRealm(start, maxBufferBytes, failed);
  };
};
