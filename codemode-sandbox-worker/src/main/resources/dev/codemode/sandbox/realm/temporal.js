// Temporal, where the engine has it, with the execution's clock and UTC. Nothing reaches Temporal.Now before this has run.
(function (p, r) {
  const { Temporal } = p;
  const { Instant, Now } = Temporal;
  const { fromEpochMilliseconds } = Instant;
  const method = (type, name) => p.uncurryThis(type.prototype[name]);
  const toZoned = method(Instant, 'toZonedDateTimeISO');
  const toPlainDateTime = method(Temporal.ZonedDateTime, 'toPlainDateTime');
  const toPlainDate = method(Temporal.ZonedDateTime, 'toPlainDate');
  const toPlainTime = method(Temporal.ZonedDateTime, 'toPlainTime');

  const instant = () => p.apply(fromEpochMilliseconds, Instant, [r.time()]);
  const zoned = (timeZone) => toZoned(instant(), timeZone === undefined ? 'UTC' : timeZone);

  const frozen = {
    __proto__: null,
    timeZoneId() {
      return 'UTC';
    },
    instant() {
      return instant();
    },
    zonedDateTimeISO(timeZone = undefined) {
      return zoned(timeZone);
    },
    plainDateTimeISO(timeZone = undefined) {
      return toPlainDateTime(zoned(timeZone));
    },
    plainDateISO(timeZone = undefined) {
      return toPlainDate(zoned(timeZone));
    },
    plainTimeISO(timeZone = undefined) {
      return toPlainTime(zoned(timeZone));
    },
  };

  const names = p.ownKeys(Now);
  for (let i = 0; i < names.length; i++) {
    if (typeof names[i] === 'string') {
      delete Now[names[i]];
    }
  }
  for (const name in frozen) {
    r.hidden(Now, name, frozen[name]);
  }

  const types = p.ownKeys(Temporal);
  for (let i = 0; i < types.length; i++) {
    const type = Temporal[types[i]];
    if (typeof type === 'function') {
      r.opaque[r.opaque.length++] = {
        __proto__: null, prototype: type.prototype, name: `Temporal.${types[i]}`, text: method(type, 'toJSON'),
      };
    }
  }

  return { __proto__: null, Temporal };
})
