// A run whose host is played here, to warm up.
import { execute } from './serve.mjs';
import { FIRED, REPLY } from './wire.mjs';

const BODY = `const a = await Promise.all([1, 2].map((n) => warm.up({ n })));
console.log(a, Math.random()); try { await warm.down(); } catch (e) { e.message; }
await new Promise((done) => setTimeout(done, 0));
return a.map((x) => ({ x, at: new Date(), text: JSON.stringify(x) }));`;

const MIB = 1 << 20;

const FRAME = {
  body: BODY,
  operations: ['warm.up'],
  limits: { maxHostCalls: 100, maxArgumentBytes: MIB, maxResultBytes: MIB, maxConsoleBytes: MIB },
  startedAt: 0,
  seedHigh: 0,
  seedLow: 0,
};

class Rehearsal {
  #deliveries = [];
  ended = false;

  get waits() {
    return this.#deliveries.length > 0;
  }

  get calls() {
    return false;
  }

  next() {
    return this.#deliveries.shift() ?? null;
  }

  call(callId, operation) {
    const reply = operation === 'warm.up'
      ? { fulfilled: true, json: '{"title": "a"}' }
      : { fulfilled: false, code: 'unknown_operation', operation, message: 'There is none.', retryable: false };
    this.#deliveries.push({ kind: REPLY, clockMillis: 0, callId, ...reply });
    return true;
  }

  startTimer(timerId) {
    this.#deliveries.push({ kind: FIRED, clockMillis: 0, timerId });
  }

  replied() {}

  clearTimer() {}

  fired() {
    return true;
  }

  log() {}

  completed() {
    this.ended = true;
  }

  failed({ message }) {
    throw new Error(`The rehearsal failed: ${message}`);
  }

  stop(limit) {
    throw new Error(`The rehearsal reached a limit: ${limit}`);
  }
}

/** Runs a small script that uses most of a realm. */
export const rehearse = async (create) => {
  const run = new Rehearsal();
  await execute(create(), FRAME, run, () => run.next());
};
