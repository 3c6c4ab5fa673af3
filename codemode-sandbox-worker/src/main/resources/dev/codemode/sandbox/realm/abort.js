// AbortController and AbortSignal (DOM standard, 3).
(function (p, r) {
  const { DOMException } = r.use('exceptions');
  const { Event, EventTarget, dispatch } = r.use('events');
  const OWN = { __proto__: null };
  let stateOf;

  class AbortSignal extends EventTarget {
    #state = { __proto__: null, aborted: false, reason: undefined, steps: r.list(), dependents: r.list(), sources: null,
      handler: null };

    constructor(key) {
      if (key !== OWN) {
        throw new p.TypeError('Illegal constructor: use new AbortController().signal, AbortSignal.timeout or AbortSignal.any');
      }
      super();
    }

    static {
      stateOf = (signal) => signal.#state;
    }

    static abort(reason = undefined) {
      const signal = new AbortSignal(OWN);
      mark(stateOf(signal), reason);
      return signal;
    }

    static timeout(milliseconds) {
      const delay = p.toNumber(milliseconds);
      if (!(delay >= 0 && delay <= 0x1fffffffffffff)) {
        throw new p.TypeError('AbortSignal.timeout: the argument must be a number of milliseconds');
      }
      const signal = new AbortSignal(OWN);
      r.startTimer(() => abort(signal, new DOMException('The signal timed out', 'TimeoutError')), delay);
      return signal;
    }

    static any(signals) {
      return anyOf(signals);
    }

    get aborted() {
      return this.#state.aborted;
    }

    get reason() {
      return this.#state.reason;
    }

    throwIfAborted() {
      if (this.#state.aborted) {
        throw this.#state.reason;
      }
    }

    get onabort() {
      return this.#state.handler;
    }

    set onabort(handler) {
      const state = this.#state;
      const before = state.handler;
      state.handler = typeof handler === 'function' ? handler : null;
      if (before === null && state.handler !== null) {
        state.listener = (event) => p.apply(state.handler, this, [event]);
        listen(this, 'abort', state.listener);
      } else if (before !== null && state.handler === null) {
        unlisten(this, 'abort', state.listener);
      }
    }
  }

  // As they are now, whatever a script replaces them with.
  const listen = p.uncurryThis(EventTarget.prototype.addEventListener);
  const unlisten = p.uncurryThis(EventTarget.prototype.removeEventListener);

  const mark = (state, reason) => {
    state.aborted = true;
    state.reason = reason === undefined ? new DOMException('This operation was aborted', 'AbortError') : reason;
  };

  const runSteps = (signal) => {
    const { steps } = stateOf(signal);
    stateOf(signal).steps = r.list();
    for (let i = 0; i < steps.length; i++) {
      steps[i]();
    }
    dispatch(signal, new Event('abort'), true);
  };

  const abort = (signal, reason) => {
    const state = stateOf(signal);
    if (state.aborted) {
      return;
    }
    mark(state, reason);
    const aborted = r.list();
    for (let i = 0; i < state.dependents.length; i++) {
      const dependent = state.dependents[i];
      if (!stateOf(dependent).aborted) {
        mark(stateOf(dependent), state.reason);
        aborted[aborted.length] = dependent;
      }
    }
    runSteps(signal);
    for (let i = 0; i < aborted.length; i++) {
      runSteps(aborted[i]);
    }
  };

  const listed = (signals) => {
    const list = r.list();
    if (p.isArray(signals)) {
      for (let i = 0; i < signals.length; i++) {
        list[list.length] = signals[i];
      }
      return list;
    }
    // The script's own iterable, which gets nothing of ours.
    for (const signal of signals) {
      list[list.length] = signal;
    }
    return list;
  };

  const depend = (signal, source) => {
    const { sources } = stateOf(signal);
    if (p.mapGet(sources, source) === undefined) {
      p.mapSet(sources, source, true);
      const { dependents } = stateOf(source);
      dependents[dependents.length] = signal;
    }
  };

  const anyOf = (signals) => {
    const list = listed(signals);
    const result = new AbortSignal(OWN);
    for (let i = 0; i < list.length; i++) {
      const state = stateOf(list[i]);
      if (state.aborted && !stateOf(result).aborted) {
        mark(stateOf(result), state.reason);
      }
    }
    if (stateOf(result).aborted) {
      return result;
    }
    stateOf(result).sources = new p.Map();
    for (let i = 0; i < list.length; i++) {
      const { sources } = stateOf(list[i]);
      if (sources === null) {
        depend(result, list[i]);
      } else {
        p.mapForEach(sources, (_, source) => depend(result, source));
      }
    }
    return result;
  };

  // Says whether the signal is not aborted yet, so that the step waits.
  const whenAborted = (signal, step) => {
    const state = stateOf(signal);
    if (!state.aborted) {
      state.steps[state.steps.length] = step;
    }
    return !state.aborted;
  };

  class AbortController {
    #signal = new AbortSignal(OWN);

    get signal() {
      return this.#signal;
    }

    abort(reason = undefined) {
      abort(this.#signal, reason);
    }
  }

  return {
    __proto__: null,
    AbortController: r.interface(AbortController, 'AbortController'),
    AbortSignal: r.interface(AbortSignal, 'AbortSignal'),
    whenAborted,
  };
})
