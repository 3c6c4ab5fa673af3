// atob and btoa (HTML standard, 8.3) with the forgiving decoder of the Infra standard, 5.
(function (p, r) {
  const { DOMException } = r.use('exceptions');
  const { writer } = r.use('text');
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const PAD = 61;

  const encodeUnits = () => {
    const units = new p.Uint8Array(64);
    for (let i = 0; i < 64; i++) {
      units[i] = p.charCodeAt(ALPHABET, i);
    }
    return units;
  };

  const decodeUnits = () => {
    const values = new p.Uint8Array(128);
    for (let i = 0; i < 128; i++) {
      values[i] = 0xff;
    }
    for (let i = 0; i < 64; i++) {
      values[p.charCodeAt(ALPHABET, i)] = i;
    }
    return values;
  };

  const UNITS = encodeUnits();
  const VALUES = decodeUnits();

  const refuse = (message) => {
    throw new DOMException(message, 'InvalidCharacterError');
  };

  const byteAt = (text, index) => {
    const code = index < text.length ? p.charCodeAt(text, index) : 0;
    return code <= 0xff
      ? code
      : refuse('btoa: the text has a character above U+00FF; encode it as bytes first, with TextEncoder');
  };

  const btoa = (data) => {
    const text = `${data}`;
    const out = writer();
    for (let i = 0; i < text.length; i += 3) {
      const bits = (byteAt(text, i) << 16) | (byteAt(text, i + 1) << 8) | byteAt(text, i + 2);
      out.unit(UNITS[bits >> 18]);
      out.unit(UNITS[(bits >> 12) & 63]);
      out.unit(i + 1 < text.length ? UNITS[(bits >> 6) & 63] : PAD);
      out.unit(i + 2 < text.length ? UNITS[bits & 63] : PAD);
    }
    return out.text();
  };

  const isSpace = (code) => code === 32 || (code >= 9 && code <= 13 && code !== 11);

  const atob = (data) => {
    const text = `${data}`;
    const out = writer();
    let bits = 0;
    let digits = 0;
    let pads = 0;
    for (let i = 0; i < text.length; i++) {
      const code = p.charCodeAt(text, i);
      if (isSpace(code)) {
        continue;
      }
      if (code === PAD) {
        pads++;
        continue;
      }
      const value = code < 128 ? VALUES[code] : 0xff;
      if (value === 0xff || pads > 0) {
        refuse('atob: the text is not valid base64');
      }
      bits = ((bits << 6) | value) & 0xffffff;
      digits++;
      if (digits % 4 === 0) {
        out.unit(bits >> 16);
        out.unit((bits >> 8) & 0xff);
        out.unit(bits & 0xff);
      }
    }
    const rest = digits % 4;
    if (rest === 1 || pads > 2 || (pads > 0 && (rest + pads) % 4 !== 0)) {
      refuse('atob: the text is not valid base64');
    }
    if (rest > 1) {
      out.unit(rest === 2 ? (bits >> 4) & 0xff : (bits >> 10) & 0xff);
    }
    if (rest === 3) {
      out.unit((bits >> 2) & 0xff);
    }
    return out.text();
  };

  return { __proto__: null, atob, btoa };
})
