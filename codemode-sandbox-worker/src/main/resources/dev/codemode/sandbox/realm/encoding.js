// TextEncoder and TextDecoder (Encoding standard, 7) for UTF-8, UTF-16 and windows-1252.
(function (p, r) {
  const { encode, encodeInto, writer, utf8, utf16, REPLACEMENT } = r.use('text');
  const { bytesOf, typeOf } = r.use('bytes');
  const toLowerCase = p.uncurryThis(p.raw.toLowerCase);

  const LABELS = {
    __proto__: null,
    'utf-8': ' utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 ',
    'utf-16le': ' utf-16le utf-16 ucs-2 unicode unicodefeff iso-10646-ucs-2 csunicode ',
    'utf-16be': ' utf-16be unicodefffe ',
    'windows-1252':
      ' windows-1252 latin1 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 ascii us-ascii l1 cp1252 x-cp1252' +
      ' cp819 ibm819 csisolatin1 iso-ir-100 ansi_x3.4-1968 ',
  };

  // 0x80 to 0x9f of windows-1252; every other byte is the code point of the same number.
  const WINDOWS_1252 =
    '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
    '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

  const windows1252 = (out) => ({
    __proto__: null,
    put: (byte) => out(byte >= 0x80 && byte <= 0x9f ? p.charCodeAt(WINDOWS_1252, byte - 0x80) : byte),
    end: () => {},
  });

  const DECODERS = {
    __proto__: null, 'utf-8': utf8, 'utf-16le': utf16(false), 'utf-16be': utf16(true), 'windows-1252': windows1252,
  };

  const isSpace = (code) => code === 32 || (code >= 9 && code <= 13 && code !== 11);

  const trimmed = (label) => {
    let start = 0;
    let end = label.length;
    while (start < end && isSpace(p.charCodeAt(label, start))) {
      start++;
    }
    while (end > start && isSpace(p.charCodeAt(label, end - 1))) {
      end--;
    }
    return p.slice(label, start, end);
  };

  const encodingOf = (label) => {
    const name = toLowerCase(trimmed(label));
    for (const encoding in LABELS) {
      if (name.length > 0 && p.indexOf(name, ' ') < 0 && p.indexOf(LABELS[encoding], ` ${name} `) >= 0) {
        return encoding;
      }
    }
    throw new p.RangeError(
      `TextDecoder: the encoding '${p.slice(label, 0, 50)}' is not available; utf-8, utf-16le, utf-16be and latin1 are`);
  };

  class TextEncoder {
    get encoding() {
      return 'utf-8';
    }

    encode(input = '') {
      return encode(`${input}`);
    }

    encodeInto(source, destination) {
      const text = `${source}`;
      if (typeOf(destination) !== 'Uint8Array') {
        throw new p.TypeError('TextEncoder.encodeInto: the second argument must be a Uint8Array');
      }
      return encodeInto(text, destination);
    }
  }

  class TextDecoder {
    #encoding;
    #fatal;
    #ignoreBOM;
    #decoder = null;
    #write;
    #started = false;

    constructor(label = 'utf-8', options = undefined) {
      this.#encoding = encodingOf(`${label}`);
      const given = options === undefined || options === null ? { __proto__: null } : options;
      this.#fatal = !!given.fatal;
      this.#ignoreBOM = !!given.ignoreBOM;
    }

    get encoding() {
      return this.#encoding;
    }

    get fatal() {
      return this.#fatal;
    }

    get ignoreBOM() {
      return this.#ignoreBOM;
    }

    #malformed() {
      if (this.#fatal) {
        throw new p.TypeError(`TextDecoder: the bytes are not valid ${this.#encoding}`);
      }
      this.#write.unit(REPLACEMENT);
    }

    #point(point) {
      const isMark = !this.#started && point === 0xfeff && !this.#ignoreBOM && this.#encoding !== 'windows-1252';
      this.#started = true;
      if (!isMark) {
        this.#write.point(point);
      }
    }

    decode(input = undefined, options = undefined) {
      const bytes = input === undefined ? new p.Uint8Array(0) : bytesOf(input);
      const stream = options !== undefined && options !== null && !!options.stream;
      if (this.#decoder === null) {
        this.#started = false;
        this.#decoder = DECODERS[this.#encoding]((point) => this.#point(point), () => this.#malformed());
      }
      const decoder = this.#decoder;
      this.#decoder = null;
      this.#write = writer();
      const length = p.typedArrayLength(bytes);
      for (let i = 0; i < length; i++) {
        decoder.put(bytes[i]);
      }
      if (stream) {
        this.#decoder = decoder;
      } else {
        decoder.end();
      }
      return this.#write.text();
    }
  }

  return {
    __proto__: null,
    TextEncoder: r.interface(TextEncoder, 'TextEncoder'),
    TextDecoder: r.interface(TextDecoder, 'TextDecoder'),
  };
})
