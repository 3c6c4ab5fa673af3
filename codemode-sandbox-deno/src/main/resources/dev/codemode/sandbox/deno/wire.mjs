// Frames in the pipes to and from the host, byte for byte as FrameWriter and FrameReader in Java have them: the length of
// what follows (four bytes, big-endian), a byte for the kind, then the fields. A text is its length in bytes and its UTF-8.
const { exit, stdin, stdout } = Deno;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export const RUN = 1;
export const REPLY = 2;
export const READY = 3;
export const CALL = 4;
export const LINE = 5;
export const ENDED = 6;
export const TIMER = 7;
export const CLEAR = 8;
export const FIRED = 9;
export const STOP = 10;

const CAPACITY = 1 << 16;

// The most that is kept between frames.
const KEPT = 1 << 20;

/** Builds one frame after another in the same buffer. */
class Writer {
  #bytes = new Uint8Array(CAPACITY);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  #reserve(size) {
    if (this.#length + size > this.#bytes.length) {
      const bytes = new Uint8Array(Math.max(this.#length + size, 2 * this.#bytes.length));
      bytes.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = bytes;
      this.#view = new DataView(bytes.buffer);
    }
  }

  begin(kind) {
    this.#length = 4;
    return this.byte(kind);
  }

  byte(value) {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
    return this;
  }

  int(value) {
    this.#reserve(4);
    this.#view.setInt32(this.#length, value);
    this.#length += 4;
    return this;
  }

  long(value) {
    this.#reserve(8);
    this.#view.setBigInt64(this.#length, value);
    this.#length += 8;
    return this;
  }

  text(value) {
    // Each unit of UTF-16 has at most three bytes.
    this.#reserve(4 + 3 * value.length);
    const { written } = encoder.encodeInto(value, this.#bytes.subarray(this.#length + 4));
    this.int(written);
    this.#length += written;
    return this;
  }

  /** Sends the frame. Blocks while the pipe is full. */
  send() {
    this.#view.setInt32(0, this.#length - 4);
    for (let from = 0; from < this.#length; ) {
      from += stdout.writeSync(this.#bytes.subarray(from, this.#length));
    }
    if (this.#bytes.length > KEPT) {
      this.#bytes = new Uint8Array(CAPACITY);
      this.#view = new DataView(this.#bytes.buffer);
    }
  }
}

/** The fields of one frame, in their order. */
class Fields {
  #bytes;
  #view;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  byte() {
    return this.#bytes[this.#at++];
  }

  flag() {
    return this.byte() !== 0;
  }

  int() {
    this.#at += 4;
    return this.#view.getInt32(this.#at - 4);
  }

  long() {
    this.#at += 8;
    return this.#view.getBigInt64(this.#at - 8);
  }

  text() {
    const length = this.int();
    this.#at += length;
    return decoder.decode(this.#bytes.subarray(this.#at - length, this.#at));
  }
}

class Reader {
  #bytes = new Uint8Array(CAPACITY);
  #from = 0;
  #to = 0;

  /** Waits until so many bytes are there; returns false if the pipe was closed before. */
  #fill(size) {
    if (this.#from + size > this.#bytes.length) {
      const bytes = size > this.#bytes.length ? new Uint8Array(size) : this.#bytes;
      bytes.set(this.#bytes.subarray(this.#from, this.#to));
      this.#bytes = bytes;
      this.#to -= this.#from;
      this.#from = 0;
    }
    while (this.#to - this.#from < size) {
      const count = stdin.readSync(this.#bytes.subarray(this.#to));
      if (!count) {
        return false;
      }
      this.#to += count;
    }
    return true;
  }

  /** Waits for the next frame; returns null if the pipe was closed. */
  next() {
    if (!this.#fill(4)) {
      return null;
    }
    const length = new DataView(this.#bytes.buffer, this.#from, 4).getUint32(0);
    this.#from += 4;
    if (!this.#fill(length)) {
      return null;
    }
    this.#from += length;
    // A copy: the fields are read before the next frame, but a large one must not keep its buffer.
    const fields = new Fields(this.#bytes.subarray(this.#from - length, this.#from));
    if (this.#bytes.length > KEPT && this.#from === this.#to) {
      this.#bytes = new Uint8Array(CAPACITY);
      this.#from = 0;
      this.#to = 0;
    }
    return fields;
  }
}

export const out = new Writer();
const reader = new Reader();

const reply = (f) => ({
  kind: REPLY,
  callId: f.int(),
  clockMillis: Number(f.long()),
  ...(f.flag()
    ? { fulfilled: true, json: f.text() }
    : { fulfilled: false, code: f.text(), operation: f.text(), message: f.text(), retryable: f.flag() }),
});

const limits = (f) => ({
  maxRunNanos: f.long(),
  maxCpuNanos: f.long(),
  maxMemoryBytes: Number(f.long()),
  maxHostCalls: f.int(),
  maxConcurrentHostCalls: f.int(),
  maxSourceBytes: f.int(),
  maxArgumentBytes: f.int(),
  maxCallResultBytes: f.int(),
  maxResultBytes: f.int(),
  maxConsoleBytes: f.int(),
});

const run = (f) => ({
  kind: RUN,
  id: f.long(),
  body: f.text(),
  operations: f.flag() ? Array.from({ length: f.int() }, () => f.text()) : null,
  limits: limits(f),
  startedAt: Number(f.long()),
  seedHigh: f.int(),
  seedLow: f.int(),
});

/** Waits for what the host sends next; returns null if it is gone. */
export const receive = () => {
  const f = reader.next();
  if (f === null) {
    return null;
  }
  const kind = f.byte();
  switch (kind) {
    case RUN:
      return run(f);
    case REPLY:
      return reply(f);
    case FIRED:
      return { kind, timerId: f.int(), clockMillis: Number(f.long()) };
    case STOP:
      return { kind, runId: f.long(), limit: f.text() };
    default:
      throw new Error(`There is no frame of kind ${kind} from a host.`);
  }
};

/** Waits until the host has closed the pipe or killed the process. */
export const awaitEnd = () => {
  const rest = new Uint8Array(CAPACITY);
  while (stdin.readSync(rest)) {
    // What was meant for a script that has ended.
  }
  exit(0);
};
