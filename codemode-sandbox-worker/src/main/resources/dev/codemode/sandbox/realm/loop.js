// Calls, timers and the end of the script. The host settles and fires from outside, one at a time.
(function (p, r, host) {
  // Where HTML's clamp of nested timers ends up.
  const MIN_INTERVAL = 4;

  // The host keeps the timers that wait, and counts them too.
  const MAX_TIMERS = 10000;

  const pending = new p.Map();
  const notAwaited = new p.Map();
  const timers = new p.Map();
  let calls = 0;
  let timerCount = 0;
  let finished = false;

  // A promise whose then() does not look up a species that the script may have set (ECMA-262, 7.3.22).
  const plain = (promise) =>
    p.defineProperty(promise, 'constructor', { __proto__: null, value: undefined, configurable: true });

  // Await, then() and Promise.all read a promise's constructor first (ECMA-262, 27.2.4.7.1 and 27.2.5.4), so a promise
  // whose constructor is never read was never awaited.
  const watched = (id, promise) => {
    p.mapSet(notAwaited, id, true);
    return p.defineProperty(promise, 'constructor', {
      __proto__: null,
      configurable: true,
      get: () => {
        p.mapDelete(notAwaited, id);
        return p.Promise;
      },
      set: (value) => {
        p.defineProperty(promise, 'constructor', {
          __proto__: null, value, writable: true, enumerable: true, configurable: true,
        });
      },
    });
  };

  const MAX_NOT_AWAITED = 20;
  const idsNotAwaited = () => {
    let count = 0;
    let ids = '';
    p.mapForEach(notAwaited, (_, id) => {
      ids += count++ < MAX_NOT_AWAITED ? `${id} ` : '';
    });
    return ids;
  };

  const ignore = () => {};

  const rejected = (error) => new p.Promise((_, reject) => reject(error));

  const late = (operation) =>
    rejected(new p.Error(`${operation}: the script has already returned; await each call before that`));

  const report = (thrown) => {
    const { name, message, line, column, call } = r.describe(thrown);
    host('failed', 'THROWN', name, message, line, column, call, idsNotAwaited());
  };

  const fail = (thrown) => {
    if (!finished) {
      finished = true;
      report(thrown);
    }
  };

  const complete = (value) => {
    if (finished) {
      return;
    }
    finished = true;
    let text;
    try {
      text = r.resultText(value);
    } catch (error) {
      if (r.isRefusal(error)) {
        host('failed', 'BAD_RESULT', '', error.message, 0, 0, 0, idsNotAwaited());
      } else {
        report(error);
      }
      return;
    }
    if (text === null) {
      host('limit', 'RESULT');
    } else {
      host('completed', text, idsNotAwaited());
    }
  };

  // What a callback throws has nowhere else to go: it fails the script.
  r.guarded = (callback, receiver, values) => {
    try {
      p.apply(callback, receiver, values);
    } catch (error) {
      fail(error);
    }
  };

  r.call = (operation, values) => {
    if (finished) {
      return late(operation);
    }
    let text;
    try {
      text = r.argumentsText(operation, values);
    } catch (error) {
      return rejected(error);
    }
    if (finished) {
      return late(operation);
    }
    const site = new p.Error('');
    const id = calls + 1;
    if (host('call', id, operation, text) === false) {
      return rejected(new p.RangeError(r.argumentsTooLong(operation)));
    }
    calls = id;
    return watched(id, new p.Promise((resolve, reject) => {
      p.mapSet(pending, id, { __proto__: null, resolve, reject, site });
    }));
  };

  // Notifies the host of a name that a script read but that is not an operation; returns the number of that call, or 0.
  r.report = (name) => {
    const id = calls + 1;
    if (finished || host('call', id, name, '[]') === false) {
      return 0;
    }
    calls = id;
    p.mapSet(pending, id, { __proto__: null, resolve: ignore, reject: ignore, site: new p.Error('') });
    return id;
  };

  // The ids of timers and intervals are one sequence, so either function clears both (HTML standard, 8.6).
  const start = (name, callback, delay, values, repeats) => {
    if (typeof callback !== 'function') {
      throw new p.TypeError(`${name}: the first argument must be a function`);
    }
    if (p.mapSize(timers) >= MAX_TIMERS) {
      throw new p.RangeError(`${name}: ${MAX_TIMERS} timers are already waiting, which is the limit`);
    }
    const least = repeats ? MIN_INTERVAL : 0;
    const milliseconds = p.toNumber(delay === undefined ? 0 : delay);
    const wait = milliseconds > least ? p.min(p.floor(milliseconds), 0x7fffffff) : least;
    const id = ++timerCount;
    p.mapSet(timers, id, { __proto__: null, callback, values, wait, repeats });
    host('timer', id, wait);
    return id;
  };

  const clear = (id) => {
    if (typeof id === 'number' && p.mapDelete(timers, id)) {
      host('clear', id);
    }
  };

  r.startTimer = (callback, delay) => start('setTimeout', callback, delay, [], false);
  r.constant('setTimeout', (callback, delay, ...values) => start('setTimeout', callback, delay, values, false));
  r.constant('setInterval', (callback, delay, ...values) => start('setInterval', callback, delay, values, true));
  r.constant('clearTimeout', (id) => clear(id));
  r.constant('clearInterval', (id) => clear(id));

  r.constant('queueMicrotask', (callback) => {
    if (typeof callback !== 'function') {
      throw new p.TypeError('queueMicrotask: the argument must be a function');
    }
    p.then(plain(new p.Promise((resolve) => resolve())), () => r.guarded(callback, undefined, []));
  });

  const settle = (now, id, fulfilled, text, code, operation, retryable) => {
    r.now(now);
    const call = p.mapGet(pending, id);
    p.mapDelete(pending, id);
    if (!fulfilled) {
      call.reject(r.operationError(call.site, id, code, operation, text, retryable));
      return;
    }
    let value;
    try {
      value = p.jsonParse(text);
    } catch {
      call.reject(new p.Error('The result of the call could not be read'));
      return;
    }
    call.resolve(value);
  };

  const fire = (now, id) => {
    r.now(now);
    const timer = p.mapGet(timers, id);
    if (!timer.repeats) {
      p.mapDelete(timers, id);
    }
    r.guarded(timer.callback, undefined, timer.values);
    if (timer.repeats && !finished && p.mapGet(timers, id) === timer) {
      host('timer', id, timer.wait);
    }
  };

  const run = (script) => {
    p.then(plain(script()), complete, fail);
  };

  const open = (services, startedAt, seedHigh, seedLow, scriptName, maxArgumentBytes, maxResultBytes) => {
    r.settings = p.freeze({ __proto__: null, scriptName, maxArgumentBytes, maxResultBytes });
    r.startClock(startedAt, seedHigh, seedLow);
    r.addServices(services);
  };

  return p.freeze({ __proto__: null, open, run, settle, fire });
})
