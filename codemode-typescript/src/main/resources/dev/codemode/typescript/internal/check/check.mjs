// The main module of the worker that checks scripts on V8: the counterpart of CheckRealm and TypeChecker in Java.
//
// A run's body is an order, a line of words and then the script; its operations are the keys of declarations, which the worker
// asks for, by a call, if it does not have them.
import vm from 'node:vm';
import { serve } from './serve.mjs';
import texts from './texts.json' with { type: 'json' };

const MARK = 'check ';
const NOTHING = '[]';
const NANOS_PER_MILLI = 1e6;

// A check must finish before its process is killed.
const SHARE_OF_CPU_TIME = 0.75;

// The compiler reads hostile text, and needs nothing but the language.
const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, { codeGeneration: { strings: false, wasm: false } });
const evaluate = (text, filename) => new vm.Script(text, { filename }).runInContext(context);

evaluate(texts.compiler, 'typescript.js');
const checker = evaluate(texts.checker, 'checker.js')(context.ts, texts.library);

// Only a script can have a limit of time, so a check is called by one.
const call = new vm.Script('check()', { filename: 'check.js' });

const within = (millis, action) => {
  context.check = action;
  try {
    return call.runInContext(context, { timeout: Math.max(1, Math.trunc(millis)) });
  } catch (error) {
    if (error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      return NOTHING;
    }
    throw error;
  }
};

const read = (body) => {
  const end = body.indexOf('\n');
  if (!body.startsWith(MARK) || end < 0) {
    return { form: 'STATEMENTS', typed: false, view: 'none', services: [], script: body };
  }
  const [form, typed, view, ...services] = body.slice(MARK.length, end).trim().split(' ');
  return { form, typed: typed === 'true', view, services, script: body.slice(end + 1) };
};

class CheckRealm {
  #asked = new Map();
  #frame;
  #run;

  open(frame, run) {
    this.#frame = frame;
    this.#run = run;
  }

  run() {
    for (const key of this.#frame.operations) {
      const call = this.#asked.size + 1;
      if (!checker.has(key) && this.#run.call(call, key, '{}')) {
        this.#asked.set(call, key);
      }
    }
    this.#checkWhenComplete();
  }

  settle(clockMillis, callId, reply) {
    const key = this.#asked.get(callId);
    this.#asked.delete(callId);
    if (reply.fulfilled) {
      checker.load(key, JSON.parse(reply.json));
    }
    this.#checkWhenComplete();
  }

  #checkWhenComplete() {
    if (this.#asked.size > 0) {
      return;
    }
    const { body, operations, limits } = this.#frame;
    const { form, typed, view, services, script } = read(body);
    const millis = (Number(limits.maxCpuNanos) / NANOS_PER_MILLI) * SHARE_OF_CPU_TIME;
    const found = script.trim() === ''
      ? NOTHING
      : within(millis, () => checker.check(script, form, typed, view, services, operations));
    this.#run.completed(found, []);
  }
}

await serve(() => new CheckRealm());
