// The main loop of a worker: runs one script after another, each in a realm that is made while there is nothing else to do.
//
// A realm has four methods. open(frame, run) and run(body) start a script; settle(clockMillis, callId, reply) and
// fire(clockMillis, timerId) continue it. It talks to its run, and throws ScriptEnd when the script cannot go on.
import { Run, ScriptEnd } from './run.mjs';
import { FIRED, out, READY, receive, REPLY, RUN, STOP } from './wire.mjs';

const NEVER_SETTLES = 'The script awaits a promise that nothing can settle: no call and no timer is pending.';

const { exit, stderr } = Deno;
const { addEventListener, setImmediate } = globalThis;
const encoder = new TextEncoder();

// All microtasks, of any realm, have run when an immediate is called.
const microtasks = () => new Promise((resolve) => setImmediate(resolve));

// A promise of a script that nobody handles is no fault of the worker. Neither it nor its reason is looked at.
addEventListener('unhandledrejection', (event) => event.preventDefault());

// Returns what the host sends to this run next; null if it is gone.
const next = (frame, run) => {
  for (;;) {
    const delivery = receive();
    if (delivery === null || delivery.kind === REPLY || delivery.kind === FIRED) {
      return delivery;
    }
    if (delivery.kind === STOP && delivery.runId === frame.id) {
      run.stop(delivery.limit);
    }
  }
};

const take = (delivery, realm, run) => {
  if (delivery.kind === REPLY) {
    run.replied();
    realm.settle(delivery.clockMillis, delivery.callId, delivery);
  } else if (run.fired(delivery.timerId)) {
    realm.fire(delivery.clockMillis, delivery.timerId);
  }
};

/**
 * Runs a script to its end.
 *
 * @param realm a new realm
 * @param frame the script
 * @param run takes what the realm sends
 * @param deliver returns the next reply or timer; null if the host is gone
 */
export const execute = async (realm, frame, run, deliver) => {
  try {
    realm.open(frame, run);
    realm.run(frame.body);
    await microtasks();
    while (!run.ended) {
      if (!run.waits) {
        run.failed({ kind: 'NEVER_SETTLES', name: '', message: NEVER_SETTLES, position: null, call: 0 }, []);
        return;
      }
      const delivery = deliver();
      if (delivery === null) {
        return;
      }
      take(delivery, realm, run);
      await microtasks();
    }
  } catch (error) {
    if (!(error instanceof ScriptEnd)) {
      throw error;
    }
    run.failed(error.failure, []);
    return;
  }
  while (run.calls) {
    const delivery = deliver();
    if (delivery === null) {
      return;
    }
    if (delivery.kind === REPLY) {
      run.replied();
    }
  }
};

/** Ends the process because the worker itself failed. */
export const fail = (error) => {
  stderr.writeSync(encoder.encode(`The worker failed: ${error?.stack ?? error}\n`));
  exit(1);
};

/**
 * Serves the host until it is gone, and then ends the process.
 *
 * @param create returns a new realm
 */
export const serve = async (create) => {
  try {
    out.begin(READY).send();
    let operations = [];
    for (;;) {
      const realm = create();
      let frame = receive();
      while (frame !== null && frame.kind !== RUN) {
        // What was meant for the previous run.
        frame = receive();
      }
      if (frame === null) {
        exit(0);
      }
      operations = frame.operations ?? operations;
      frame.operations = operations;
      const run = new Run(frame);
      await execute(realm, frame, run, () => next(frame, run));
      if (!run.ended) {
        exit(0);
      }
      run.finish();
    }
  } catch (error) {
    fail(error);
  }
};
