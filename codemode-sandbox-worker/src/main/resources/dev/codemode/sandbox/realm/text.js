// UTF-8 and UTF-16 (Encoding standard, 8.1 and 10.2), and text that is put together from code units.
(function (p, r) {
  const REPLACEMENT = 0xfffd;
  const CHUNK = 500;
  const codePointAt = p.uncurryThis(p.raw.codePointAt);
  const toWellFormed = p.uncurryThis(p.raw.toWellFormed);

  // Collects code units, and joins them many at a time.
  const writer = () => {
    let text = '';
    let units = r.list();
    const flush = () => {
      text += p.apply(p.fromCharCode, undefined, units);
      units = r.list();
    };
    return {
      __proto__: null,
      unit: (unit) => {
        units[units.length] = unit;
        if (units.length >= CHUNK) {
          flush();
        }
      },
      point: (point) => {
        if (point > 0xffff) {
          units[units.length] = 0xd7c0 + (point >> 10);
          units[units.length] = 0xdc00 | (point & 0x3ff);
        } else {
          units[units.length] = point;
        }
        if (units.length >= CHUNK) {
          flush();
        }
      },
      text: () => {
        flush();
        return text;
      },
    };
  };

  // A lone surrogate is encoded as U+FFFD.
  const pointAt = (text, index) => {
    const point = codePointAt(text, index);
    return point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point;
  };

  const lengthOf = (point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

  const byteLength = (text) => {
    let bytes = text.length;
    for (let i = 0; i < text.length; i++) {
      if (p.charCodeAt(text, i) >= 0x80) {
        const point = pointAt(text, i);
        bytes += lengthOf(point) - (point > 0xffff ? 2 : 1);
        i += point > 0xffff ? 1 : 0;
      }
    }
    return bytes;
  };

  const put = (bytes, at, point) => {
    const length = lengthOf(point);
    if (length === 1) {
      bytes[at] = point;
      return 1;
    }
    bytes[at] = (length === 2 ? 0xc0 : length === 3 ? 0xe0 : 0xf0) | (point >> (6 * (length - 1)));
    for (let i = 1; i < length; i++) {
      bytes[at + i] = 0x80 | ((point >> (6 * (length - 1 - i))) & 0x3f);
    }
    return length;
  };

  // Writes as much as fits, whole code points only. Returns how many code units were read and how many bytes written.
  const encodeInto = (text, bytes) => {
    const capacity = p.typedArrayLength(bytes);
    let read = 0;
    let written = 0;
    while (read < text.length) {
      const point = pointAt(text, read);
      if (written + lengthOf(point) > capacity) {
        break;
      }
      written += put(bytes, written, point);
      read += point > 0xffff ? 2 : 1;
    }
    return { read, written };
  };

  const encode = (text) => {
    const bytes = new p.Uint8Array(byteLength(text));
    encodeInto(text, bytes);
    return bytes;
  };

  // A decoder takes bytes with put(byte), and end() where no more follow; malformed() is called for each fault.
  const utf8 = (out, malformed) => {
    let point = 0;
    let needed = 0;
    let lower = 0x80;
    let upper = 0xbf;

    const lead = (byte) => {
      if (byte < 0x80) {
        out(byte);
      } else if (byte >= 0xc2 && byte <= 0xdf) {
        needed = 1;
        point = byte & 0x1f;
      } else if (byte >= 0xe0 && byte <= 0xef) {
        lower = byte === 0xe0 ? 0xa0 : 0x80;
        upper = byte === 0xed ? 0x9f : 0xbf;
        needed = 2;
        point = byte & 0xf;
      } else if (byte >= 0xf0 && byte <= 0xf4) {
        lower = byte === 0xf0 ? 0x90 : 0x80;
        upper = byte === 0xf4 ? 0x8f : 0xbf;
        needed = 3;
        point = byte & 0x7;
      } else {
        malformed();
      }
    };

    return {
      __proto__: null,
      put: (byte) => {
        if (needed === 0) {
          lead(byte);
          return;
        }
        const continues = byte >= lower && byte <= upper;
        lower = 0x80;
        upper = 0xbf;
        if (!continues) {
          needed = 0;
          malformed();
          lead(byte);
          return;
        }
        point = (point << 6) | (byte & 0x3f);
        needed--;
        if (needed === 0) {
          out(point);
        }
      },
      end: () => {
        if (needed !== 0) {
          needed = 0;
          lower = 0x80;
          upper = 0xbf;
          malformed();
        }
      },
    };
  };

  const utf16 = (bigEndian) => (out, malformed) => {
    let first = -1;
    let high = -1;

    const unit = (value) => {
      const low = value >= 0xdc00 && value <= 0xdfff;
      if (high >= 0) {
        const before = high;
        high = -1;
        if (low) {
          out(0x10000 + ((before - 0xd800) << 10) + (value - 0xdc00));
          return;
        }
        malformed();
      }
      if (value >= 0xd800 && value <= 0xdbff) {
        high = value;
      } else if (low) {
        malformed();
      } else {
        out(value);
      }
    };

    return {
      __proto__: null,
      put: (byte) => {
        if (first < 0) {
          first = byte;
          return;
        }
        const value = bigEndian ? (first << 8) | byte : (byte << 8) | first;
        first = -1;
        unit(value);
      },
      end: () => {
        if (first >= 0 || high >= 0) {
          first = -1;
          high = -1;
          malformed();
        }
      },
    };
  };

  const decodeUtf8 = (bytes, length) => {
    const w = writer();
    const decoder = utf8(w.point, () => w.unit(REPLACEMENT));
    for (let i = 0; i < length; i++) {
      decoder.put(bytes[i]);
    }
    decoder.end();
    return w.text();
  };

  return { __proto__: null, codePointAt, toWellFormed, writer, encode, encodeInto, decodeUtf8, utf8, utf16, REPLACEMENT };
})
