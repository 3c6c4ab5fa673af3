// Percent-encoding (URL standard, 1.3) and application/x-www-form-urlencoded (5).
(function (p, r) {
  const HEX = '0123456789ABCDEF';
  const CONTROLS = 1;
  const FRAGMENT = 2;
  const QUERY = 4;
  const SPECIAL_QUERY = 8;
  const PATH = 16;
  const USERINFO = 32;
  const FORM = 64;
  const ALL = 127;

  // For each ASCII character the sets that it is in; all others are in every set.
  const sets = new p.Uint8Array(128);
  const mark = (characters, bits) => {
    for (let i = 0; i < characters.length; i++) {
      sets[p.charCodeAt(characters, i)] |= bits;
    }
  };
  for (let code = 0; code < 128; code++) {
    sets[code] = code < 32 || code === 127 ? ALL : 0;
  }
  mark(' "<>', FRAGMENT | QUERY | SPECIAL_QUERY | PATH | USERINFO | FORM);
  mark('`', FRAGMENT | PATH | USERINFO | FORM);
  mark('#', QUERY | SPECIAL_QUERY | PATH | USERINFO | FORM);
  mark("'", SPECIAL_QUERY | FORM);
  mark('?^{}', PATH | USERINFO | FORM);
  mark('/:;=@[\\]|', USERINFO | FORM);
  mark('$%&+,!()~', FORM);

  const isIn = (code, set) => code > 127 || (sets[code] & set) !== 0;

  const escaped = (code, set) => (code === 32 && set === FORM ? '+' : `%${HEX[code >> 4]}${HEX[code & 15]}`);

  // Takes well-formed text.
  const percentEncode = (text, set) => {
    let encoded = '';
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const code = p.charCodeAt(text, i);
      if (!isIn(code, set)) {
        continue;
      }
      encoded += p.slice(text, from, i);
      from = i + 1;
      if (code < 128) {
        encoded += escaped(code, set);
        continue;
      }
      while (from < text.length && p.charCodeAt(text, from) > 127) {
        from++;
      }
      encoded += p.encodeURIComponent(p.slice(text, i, from));
      i = from - 1;
    }
    return from === 0 ? text : encoded + p.slice(text, from);
  };

  const hexValue = (code) => {
    if (code >= 48 && code <= 57) {
      return code - 48;
    }
    const lower = code | 32;
    return lower >= 97 && lower <= 102 ? lower - 87 : -1;
  };

  const escapeAt = (bytes, index, length) => {
    if (bytes[index] !== 37 || index + 2 >= length) {
      return -1;
    }
    const high = hexValue(bytes[index + 1]);
    const low = hexValue(bytes[index + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  };

  // What decodeURIComponent refuses: malformed escapes, and ones that are not UTF-8.
  const decodeMalformed = (text) => {
    const { encode, decodeUtf8 } = r.use('text');
    const bytes = encode(text);
    const length = p.typedArrayLength(bytes);
    let written = 0;
    for (let i = 0; i < length; i++) {
      const byte = escapeAt(bytes, i, length);
      bytes[written++] = byte < 0 ? bytes[i] : byte;
      i += byte < 0 ? 0 : 2;
    }
    return decodeUtf8(bytes, written);
  };

  // Takes well-formed text; bytes that are not UTF-8 become U+FFFD.
  const percentDecode = (text) => {
    if (p.indexOf(text, '%') < 0) {
      return text;
    }
    try {
      return p.decodeURIComponent(text);
    } catch {
      return decodeMalformed(text);
    }
  };

  const withSpaces = (text) => {
    let spaced = '';
    let from = 0;
    for (let plus = p.indexOf(text, '+'); plus >= 0; plus = p.indexOf(text, '+', from)) {
      spaced += `${p.slice(text, from, plus)} `;
      from = plus + 1;
    }
    return from === 0 ? text : spaced + p.slice(text, from);
  };

  const parseForm = (text) => {
    const pairs = r.list();
    for (let from = 0; from < text.length; ) {
      const ampersand = p.indexOf(text, '&', from);
      const end = ampersand < 0 ? text.length : ampersand;
      const pair = p.slice(text, from, end);
      const equals = p.indexOf(pair, '=');
      from = end + 1;
      if (pair.length > 0) {
        pairs[pairs.length] = {
          __proto__: null,
          name: percentDecode(withSpaces(equals < 0 ? pair : p.slice(pair, 0, equals))),
          value: equals < 0 ? '' : percentDecode(withSpaces(p.slice(pair, equals + 1))),
        };
      }
    }
    return pairs;
  };

  const formText = (pairs) => {
    let text = '';
    for (let i = 0; i < pairs.length; i++) {
      const { name, value } = pairs[i];
      text += `${i === 0 ? '' : '&'}${percentEncode(name, FORM)}=${percentEncode(value, FORM)}`;
    }
    return text;
  };

  return {
    __proto__: null, CONTROLS, FRAGMENT, QUERY, SPECIAL_QUERY, PATH, USERINFO,
    percentEncode, percentDecode, parseForm, formText,
  };
})
