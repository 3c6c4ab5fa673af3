// Hosts of URLs (URL standard, 3): domains, IPv4 and IPv6 addresses, and opaque hosts. null is a host that is not valid.
(function (p, r) {
  const { percentDecode, percentEncode, CONTROLS } = r.use('percent');
  const toLowerCase = p.uncurryThis(p.raw.toLowerCase);
  const FORBIDDEN = '\0\t\n\r #/:<>?@[\\]^|';

  const isDigit = (code) => code >= 48 && code <= 57;

  const hexValue = (code) => {
    if (isDigit(code)) {
      return code - 48;
    }
    const lower = code | 32;
    return lower >= 97 && lower <= 102 ? lower - 87 : -1;
  };

  const has = (text, isForbidden) => {
    for (let i = 0; i < text.length; i++) {
      if (isForbidden(p.charCodeAt(text, i), i)) {
        return true;
      }
    }
    return false;
  };

  const isForbiddenHost = (text) =>
    has(text, (code, i) => code < 128 && p.indexOf(FORBIDDEN, text[i]) >= 0);

  const isForbiddenDomain = (text) =>
    has(text, (code, i) => code < 32 || code === 37 || code === 127 || p.indexOf(FORBIDDEN, text[i]) >= 0);

  const isAscii = (text) => !has(text, (code) => code > 127);

  // NaN means that it is not a number.
  const ipv4Number = (text) => {
    let radix = 10;
    let from = 0;
    if (text.length > 1 && text[0] === '0') {
      radix = text[1] === 'x' || text[1] === 'X' ? 16 : 8;
      from = radix === 16 ? 2 : 1;
    }
    let value = text.length === 0 ? NaN : 0;
    for (let i = from; i < text.length; i++) {
      const digit = hexValue(p.charCodeAt(text, i));
      value = digit < 0 || digit >= radix ? NaN : value * radix + digit;
    }
    return value;
  };

  const endsInNumber = (text) => {
    const end = text[text.length - 1] === '.' ? text.length - 1 : text.length;
    const last = p.slice(text, p.lastIndexOf(text, '.', end - 1) + 1, end);
    if (end === 0 || last.length === 0) {
      return false;
    }
    const value = ipv4Number(last);
    return value === value || !has(last, (code) => !isDigit(code));
  };

  const ipv4 = (text) => {
    const end = text[text.length - 1] === '.' ? text.length - 1 : text.length;
    let address = 0;
    let from = 0;
    for (let count = 1; count <= 4; count++) {
      const dot = p.indexOf(text, '.', from);
      const last = dot < 0 || dot >= end;
      const value = ipv4Number(p.slice(text, from, last ? end : dot));
      if (last) {
        return value < 256 ** (5 - count) ? address + value : -1;
      }
      if (!(value <= 255)) {
        return -1;
      }
      address += value * 256 ** (4 - count);
      from = dot + 1;
    }
    return -1;
  };

  const ipv4Text = (address) => {
    let text = '';
    for (let shift = 24; shift >= 0; shift -= 8) {
      text += `${(address >>> shift) & 255}${shift > 0 ? '.' : ''}`;
    }
    return text;
  };

  // Reads the IPv4 address at the end of an IPv6 address into two pieces.
  const embedded = (text, start, pieces, at) => {
    let i = start;
    for (let seen = 0; seen < 4; seen++) {
      const first = i;
      let value = 0;
      for (; i < text.length && isDigit(p.charCodeAt(text, i)); i++) {
        value = value * 10 + p.charCodeAt(text, i) - 48;
        if (value > 255 || (i > first && text[first] === '0')) {
          return false;
        }
      }
      if (i === first || (seen < 3 ? text[i] !== '.' : i !== text.length)) {
        return false;
      }
      const piece = at + (seen >> 1);
      pieces[piece] = pieces[piece] * 256 + value;
      i++;
    }
    return true;
  };

  // Puts zeros where '::' stood, which is before the piece of that index.
  const expand = (pieces, count, compressed) => {
    if (compressed < 0) {
      return count === 8 ? pieces : null;
    }
    const moved = count - compressed;
    for (let i = 0; i < moved && count < 8; i++) {
      pieces[7 - i] = pieces[count - 1 - i];
      pieces[count - 1 - i] = 0;
    }
    return pieces;
  };

  const ipv6 = (text) => {
    const pieces = new p.raw.typedArrays.Uint16Array(8);
    let count = 0;
    let compressed = -1;
    let i = 0;
    if (text[0] === ':') {
      if (text[1] !== ':') {
        return null;
      }
      i = 2;
      compressed = ++count;
    }
    while (i < text.length) {
      if (count === 8) {
        return null;
      }
      if (text[i] === ':') {
        if (compressed >= 0) {
          return null;
        }
        i++;
        compressed = ++count;
        continue;
      }
      const start = i;
      let value = 0;
      for (; i < text.length && i < start + 4 && hexValue(p.charCodeAt(text, i)) >= 0; i++) {
        value = value * 16 + hexValue(p.charCodeAt(text, i));
      }
      if (text[i] === '.') {
        return i > start && count <= 6 && embedded(text, start, pieces, count) ? expand(pieces, count + 2, compressed) : null;
      }
      if (i < text.length && (text[i] !== ':' || i === text.length - 1)) {
        return null;
      }
      i++;
      pieces[count++] = value;
    }
    return expand(pieces, count, compressed);
  };

  // The first of the longest runs of two or more zeros; its length is 0 if there is none.
  const zeros = (pieces) => {
    const best = { __proto__: null, start: -1, length: 0 };
    for (let i = 0; i < 8; i++) {
      const start = i;
      while (i < 8 && pieces[i] === 0) {
        i++;
      }
      if (i - start > 1 && i - start > best.length) {
        best.start = start;
        best.length = i - start;
      }
    }
    return best;
  };

  const hexText = (value) => {
    const digits = '0123456789abcdef';
    return (value > 15 ? hexText(value >> 4) : '') + digits[value & 15];
  };

  // RFC 5952.
  const ipv6Text = (pieces) => {
    const { start, length } = zeros(pieces);
    let text = '';
    for (let i = 0; i < 8; i++) {
      if (i === start) {
        text += i === 0 ? '::' : ':';
        i += length - 1;
      } else {
        text += hexText(pieces[i]) + (i < 7 ? ':' : '');
      }
    }
    return text;
  };

  const domain = (text) => {
    const decoded = percentDecode(text);
    const ascii = isAscii(decoded) && p.indexOf(toLowerCase(decoded), 'xn--') < 0
      ? toLowerCase(decoded)
      : r.use('idna').toAscii(decoded);
    if (ascii === null || ascii.length === 0 || isForbiddenDomain(ascii)) {
      return null;
    }
    if (!endsInNumber(ascii)) {
      return ascii;
    }
    const address = ipv4(ascii);
    return address < 0 ? null : ipv4Text(address);
  };

  const parseHost = (text, isSpecial) => {
    if (text[0] === '[') {
      const pieces = text[text.length - 1] === ']' ? ipv6(p.slice(text, 1, -1)) : null;
      return pieces === null ? null : `[${ipv6Text(pieces)}]`;
    }
    if (isSpecial) {
      return domain(text);
    }
    return isForbiddenHost(text) ? null : percentEncode(text, CONTROLS);
  };

  return { __proto__: null, parseHost };
})
