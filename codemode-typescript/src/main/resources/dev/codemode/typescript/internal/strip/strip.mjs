// The main module of the worker that strips types on V8. A run's body is SWC's mode and, after a line feed, the text; the result
// is SWC's answer.
import { serve } from './serve.mjs';
import { Swc } from './swc.mjs';
import module from './swc.json' with { type: 'json' };

const swc = new Swc(Uint8Array.fromBase64(module));

class StripRealm {
  #run;

  open(frame, run) {
    this.#run = run;
  }

  run(body) {
    const end = body.indexOf('\n');
    this.#run.completed(JSON.stringify(swc.transform(body.slice(end + 1), body.slice(0, end))), []);
  }
}

await serve(() => new StripRealm());
