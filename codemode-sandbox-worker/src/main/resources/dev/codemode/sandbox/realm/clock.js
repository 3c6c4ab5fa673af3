// A clock that stands still while the script computes, and random numbers from the execution's own seed.
(function (p, r) {
  const RealDate = p.Date;
  let now = 0;
  let origin = 0;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;

  r.now = (time) => {
    now = time;
  };

  r.time = () => now;

  r.elapsed = () => now - origin;

  const replace = (owner, name, value) =>
    p.defineProperty(owner, name, { __proto__: null, value, writable: true, enumerable: false, configurable: true });

  function Date(...parts) {
    if (new.target === undefined) {
      return p.dateText(new RealDate(now));
    }
    return p.construct(RealDate, parts.length === 0 ? [now] : parts, new.target);
  }
  p.defineProperty(Date, 'length', { __proto__: null, value: 7 });
  p.defineProperty(Date, 'prototype', { __proto__: null, value: p.DatePrototype, writable: false });
  replace(Date, 'now', () => now);
  replace(Date, 'parse', RealDate.parse);
  replace(Date, 'UTC', RealDate.UTC);
  replace(p.DatePrototype, 'constructor', Date);
  replace(p.globalThis, 'Date', Date);

  const FormatPrototype = p.Intl.DateTimeFormat.prototype;
  const realFormat = p.getter(FormatPrototype, 'format');
  const realParts = p.uncurryThis(FormatPrototype.formatToParts);
  const formats = new p.WeakMap();
  p.defineProperty(FormatPrototype, 'format', {
    __proto__: null,
    configurable: true,
    get() {
      const real = realFormat(this);
      let format = p.weakMapGet(formats, this);
      if (format === undefined) {
        format = (date) => real(date === undefined ? now : date);
        p.weakMapSet(formats, this, format);
      }
      return format;
    },
  });
  replace(FormatPrototype, 'formatToParts', function formatToParts(date) {
    return realParts(this, date === undefined ? now : date);
  });

  // Small fast counter generator (sfc32) of PractRand: 128 bits of state, passes its tests.
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  r.random32 = next;
  replace(p.Math, 'random', () => (next() * 0x200000 + (next() >>> 11)) / 0x20000000000000);

  r.startClock = (time, seedHigh, seedLow) => {
    now = time;
    origin = time;
    a = seedHigh;
    b = seedLow;
    c = 0x9e3779b9 | 0;
    d = 1;
    for (let i = 0; i < 16; i++) {
      next();
    }
    r.constant('performance', p.freeze({ timeOrigin: time, now: r.elapsed }));
  };
})
