// Event and EventTarget (DOM standard, 2.2 and 2.7) without a tree: an event reaches only its target.
(function (p, r) {
  const { DOMException } = r.use('exceptions');
  let stateOf;
  let listenersOf;

  const options = (init) => (init === undefined || init === null ? { __proto__: null } : init);

  class Event {
    #state;

    constructor(type, init = undefined) {
      if (arguments.length === 0) {
        throw new p.TypeError('Event: the first argument must be its type');
      }
      const given = options(init);
      this.#state = {
        __proto__: null,
        type: `${type}`,
        bubbles: !!given.bubbles,
        cancelable: !!given.cancelable,
        composed: !!given.composed,
        target: null,
        current: null,
        dispatched: false,
        stopped: false,
        prevented: false,
        passive: false,
        trusted: false,
        time: r.elapsed(),
      };
    }

    static {
      stateOf = (event) => event.#state;
    }

    get type() {
      return this.#state.type;
    }

    get target() {
      return this.#state.target;
    }

    get currentTarget() {
      return this.#state.current;
    }

    get eventPhase() {
      return this.#state.current === null ? 0 : 2;
    }

    get bubbles() {
      return this.#state.bubbles;
    }

    get cancelable() {
      return this.#state.cancelable;
    }

    get composed() {
      return this.#state.composed;
    }

    get defaultPrevented() {
      return this.#state.prevented;
    }

    get isTrusted() {
      return this.#state.trusted;
    }

    get timeStamp() {
      return this.#state.time;
    }

    composedPath() {
      return this.#state.current === null ? [] : [this.#state.current];
    }

    preventDefault() {
      const state = this.#state;
      state.prevented = state.prevented || (state.cancelable && !state.passive);
    }

    // There is no tree to propagate through.
    stopPropagation() {
      stateOf(this);
    }

    stopImmediatePropagation() {
      this.#state.stopped = true;
    }
  }

  const captures = (given) => !!(typeof given === 'object' && given !== null ? given.capture : given);

  const find = (listeners, type, callback, capture) => {
    for (let i = 0; i < listeners.length; i++) {
      const listener = listeners[i];
      if (listener.type === type && listener.callback === callback && listener.capture === capture) {
        return i;
      }
    }
    return -1;
  };

  // Replaces the list, so that a dispatch in progress keeps its own.
  const without = (target, index) => {
    const before = listenersOf(target);
    const after = r.list();
    for (let i = 0; i < before.length; i++) {
      if (i !== index) {
        after[after.length] = before[i];
      }
    }
    before[index].removed = true;
    listenersOf(target, after);
  };

  const remove = (target, listener) => {
    const index = find(listenersOf(target), listener.type, listener.callback, listener.capture);
    if (index >= 0 && listenersOf(target)[index] === listener) {
      without(target, index);
    }
  };

  const checked = (callback) => {
    if (callback !== null && typeof callback !== 'function' && typeof callback !== 'object') {
      throw new p.TypeError('The listener must be a function, or an object with handleEvent');
    }
    return callback;
  };

  const call = (listener, event, target) => {
    const { callback } = listener;
    if (typeof callback === 'function') {
      r.guarded(callback, target, [event]);
    } else {
      r.guarded(() => p.apply(callback.handleEvent, callback, [event]), undefined, []);
    }
  };

  const invoke = (target, event, capture) => {
    const state = stateOf(event);
    const listeners = listenersOf(target);
    const count = listeners.length;
    for (let i = 0; i < count && !state.stopped; i++) {
      const listener = listeners[i];
      if (listener.type !== state.type || listener.capture !== capture || listener.removed) {
        continue;
      }
      if (listener.once) {
        remove(target, listener);
      }
      state.passive = listener.passive;
      call(listener, event, target);
      state.passive = false;
    }
  };

  const dispatch = (target, event, trusted) => {
    const state = stateOf(event);
    state.trusted = trusted;
    state.target = target;
    state.current = target;
    state.dispatched = true;
    invoke(target, event, true);
    invoke(target, event, false);
    state.dispatched = false;
    state.current = null;
    state.stopped = false;
    return !state.prevented;
  };

  class EventTarget {
    #listeners = r.list();

    static {
      listenersOf = (target, replacement) => {
        if (replacement !== undefined) {
          target.#listeners = replacement;
        }
        return target.#listeners;
      };
    }

    addEventListener(type, callback, init = undefined) {
      const listeners = this.#listeners;
      const capture = captures(init);
      const given = options(init);
      const { signal } = given;
      const listener = {
        __proto__: null,
        type: `${type}`,
        callback: checked(callback === undefined ? null : callback),
        capture,
        once: !!given.once,
        passive: !!given.passive,
        removed: false,
      };
      if (listener.callback === null || find(listeners, listener.type, callback, capture) >= 0) {
        return;
      }
      if (signal === undefined || r.use('abort').whenAborted(signal, () => remove(this, listener))) {
        listeners[listeners.length] = listener;
      }
    }

    removeEventListener(type, callback, init = undefined) {
      const index = find(this.#listeners, `${type}`, callback, captures(init));
      if (index >= 0) {
        without(this, index);
      }
    }

    dispatchEvent(event) {
      listenersOf(this);
      if (stateOf(event).dispatched) {
        throw new DOMException('The event is already being dispatched', 'InvalidStateError');
      }
      return dispatch(this, event, false);
    }
  }

  return {
    __proto__: null,
    Event: r.interface(Event, 'Event'),
    EventTarget: r.interface(EventTarget, 'EventTarget'),
    dispatch,
  };
})
