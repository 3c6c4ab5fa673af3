// One execution: what a realm sends to its host, and how it ends. The counterpart of EventLoop and ConsoleBuffer in Java.
import { awaitEnd, CALL, CLEAR, ENDED, LINE, out, TIMER } from './wire.mjs';

const COMPLETED = 1;
const FAILED = 2;
const STOPPED = 3;
const MAX_INT = 0x7fffffff;

/** Returns the number of bytes as UTF-8; a lone surrogate counts as the replacement character, three bytes. */
const utf8Length = (text) => {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) {
      bytes += code < 0x800 ? 1 : 2;
      if (code >= 0xd800 && code < 0xdc00) {
        const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
        if (next >= 0xdc00 && next < 0xe000) {
          // Four bytes for two units.
          i++;
        }
      }
    }
  }
  return bytes;
};

const exceeds = (text, maxBytes) =>
  text.length > maxBytes || (3 * text.length > maxBytes && utf8Length(text) > maxBytes);

/** Thrown by a realm when its script cannot go on, with what is wrong with it. */
export class ScriptEnd extends Error {
  constructor(kind, name, message, position = null) {
    super(message);
    this.failure = { kind, name, message, position, call: 0 };
  }
}

export class Run {
  #id;
  #limits;
  #consoleBytes = 0;
  #dropped = 0;
  #calls = 0;
  #timers = new Set();
  #end = null;

  constructor(frame) {
    this.#id = frame.id;
    this.#limits = frame.limits;
  }

  /** Returns whether a call or a timer is pending. */
  get waits() {
    return this.#calls > 0 || this.#timers.size > 0;
  }

  /** Returns whether a call is pending. */
  get calls() {
    return this.#calls > 0;
  }

  /** Returns whether the script has ended. */
  get ended() {
    return this.#end !== null;
  }

  /** Starts a call; returns false if its arguments are too large, and the number is then used again. */
  call(id, operation, json) {
    if (exceeds(json, this.#limits.maxArgumentBytes)) {
      return false;
    }
    if (id > this.#limits.maxHostCalls) {
      this.stop('HOST_CALLS');
    }
    out.begin(CALL).int(id).text(operation).text(json).send();
    this.#calls++;
    return true;
  }

  /** Takes a reply. */
  replied() {
    this.#calls--;
  }

  startTimer(id, delayMillis) {
    out.begin(TIMER).int(id).long(BigInt(Math.trunc(delayMillis))).send();
    this.#timers.add(id);
  }

  clearTimer(id) {
    out.begin(CLEAR).int(id).send();
    this.#timers.delete(id);
  }

  /** Takes a timer that is due; returns false if it was cleared. */
  fired(id) {
    return this.#timers.delete(id);
  }

  /** Writes to the console. Each message counts one byte more than its text, so that empty ones are limited too. */
  log(level, text) {
    const left = this.#limits.maxConsoleBytes - this.#consoleBytes - 1;
    if (this.#dropped > 0 || left < 0 || exceeds(text, left)) {
      this.#dropped = Math.min(MAX_INT, this.#dropped + 1);
      return;
    }
    this.#consoleBytes += utf8Length(text) + 1;
    out.begin(LINE).text(level).text(text).send();
  }

  completed(json, callsNotAwaited) {
    if (json !== null && exceeds(json, this.#limits.maxResultBytes)) {
      this.stop('RESULT');
    }
    this.#end = () => {
      out.byte(COMPLETED).byte(json === null ? 0 : 1);
      if (json !== null) {
        out.text(json);
      }
      ids(callsNotAwaited);
    };
  }

  failed(failure, callsNotAwaited) {
    this.#end = () => {
      out.byte(FAILED).text(failure.kind).text(failure.name).text(failure.message);
      out.int(failure.position?.line ?? 0).int(failure.position?.column ?? 0).int(failure.call);
      ids(callsNotAwaited);
    };
  }

  /** Sends the end. */
  finish() {
    this.#begin();
    this.#end();
    out.send();
  }

  /** Ends the script because of a limit. Does not return: nothing in here can interrupt a script, so the host kills it. */
  stop(limit) {
    this.#begin();
    out.byte(STOPPED).text(limit).int(0).int(0).send();
    awaitEnd();
  }

  #begin() {
    out.begin(ENDED).long(this.#id).int(this.#dropped);
  }
}

const ids = (numbers) => {
  out.int(numbers.length);
  for (const number of numbers) {
    out.int(number);
  }
};
