// Domains with characters beyond ASCII: what UTS 46 maps is approximated by compatibility normalisation and lower case;
// then Punycode (RFC 3492). Loaded when a script has such a domain.
(function (p, r) {
  const { codePointAt } = r.use('text');
  const normalize = p.uncurryThis(p.raw.normalize);
  const toLowerCase = p.uncurryThis(p.raw.toLowerCase);
  const exec = p.uncurryThis(p.raw.exec);

  // Punycode takes quadratic time, and no name of a host is nearly as long.
  const MAX_LENGTH = 1000;

  const IGNORED = ' \u00ad \u034f \u200b \u2060 \u2064 \ufeff ';
  const DOTS = '\u3002\uff0e\uff61';
  const DISALLOWED = /[\p{C}\p{Z}\ufffd]/u;
  const STARTS_WITH_MARK = /^\p{M}/u;

  const isIgnored = (point) =>
    (point >= 0xfe00 && point <= 0xfe0f) || p.indexOf(IGNORED, ` ${p.fromCodePoint(point)} `) >= 0;

  // Each code point separately: a final sigma stays as it is.
  const mapped = (text) => {
    let lower = '';
    for (let i = 0; i < text.length; i++) {
      const point = codePointAt(text, i);
      const character = p.fromCodePoint(point);
      i += point > 0xffff ? 1 : 0;
      if (p.indexOf(DOTS, character) >= 0) {
        lower += '.';
      } else if (!isIgnored(point)) {
        lower += toLowerCase(character);
      }
    }
    return lower;
  };

  const BASE = 36;
  const T_MIN = 1;
  const T_MAX = 26;

  const threshold = (k, bias) => p.min(p.max(k - bias, T_MIN), T_MAX);

  const adapted = (change, points, first) => {
    let delta = first ? p.floor(change / 700) : change >> 1;
    delta += p.floor(delta / points);
    let k = 0;
    while (delta > ((BASE - T_MIN) * T_MAX) >> 1) {
      delta = p.floor(delta / (BASE - T_MIN));
      k += BASE;
    }
    return k + p.floor(((BASE - T_MIN + 1) * delta) / (delta + 38));
  };

  const digit = (value) => p.fromCharCode(value < 26 ? 97 + value : 22 + value);

  const variableLength = (value, bias) => {
    let text = '';
    let rest = value;
    for (let k = BASE; ; k += BASE) {
      const t = threshold(k, bias);
      if (rest < t) {
        return text + digit(rest);
      }
      text += digit(t + ((rest - t) % (BASE - t)));
      rest = p.floor((rest - t) / (BASE - t));
    }
  };

  const pointsOf = (text) => {
    const points = r.list();
    for (let i = 0; i < text.length; i++) {
      const point = codePointAt(text, i);
      points[points.length] = point;
      i += point > 0xffff ? 1 : 0;
    }
    return points;
  };

  const leastFrom = (points, least) => {
    let next = Infinity;
    for (let i = 0; i < points.length; i++) {
      next = points[i] >= least ? p.min(next, points[i]) : next;
    }
    return next;
  };

  const encode = (label) => {
    const points = pointsOf(label);
    let text = '';
    for (let i = 0; i < points.length; i++) {
      text += points[i] < 128 ? p.fromCharCode(points[i]) : '';
    }
    const basic = text.length;
    text += basic > 0 ? '-' : '';
    let bias = 72;
    let delta = 0;
    let least = 128;
    for (let handled = basic; handled < points.length; least++, delta++) {
      const next = leastFrom(points, least);
      delta += (next - least) * (handled + 1);
      least = next;
      for (let i = 0; i < points.length; i++) {
        delta += points[i] < least ? 1 : 0;
        if (points[i] === least) {
          text += variableLength(delta, bias);
          bias = adapted(delta, handled + 1, handled === basic);
          delta = 0;
          handled++;
        }
      }
    }
    return text;
  };

  const valueOf = (code) => (code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? code - 22 : -1);

  const inserted = (points, index, point) => {
    for (let i = points.length; i > index; i--) {
      points[i] = points[i - 1];
    }
    points[index] = point;
  };

  const textOf = (points) => {
    let text = '';
    for (let i = 0; i < points.length; i++) {
      text += p.fromCodePoint(points[i]);
    }
    return text;
  };

  // Returns null for what no encoder writes.
  const decode = (text) => {
    const delimiter = p.lastIndexOf(text, '-');
    const points = pointsOf(p.slice(text, 0, p.max(delimiter, 0)));
    let point = 128;
    let index = 0;
    let bias = 72;
    for (let at = delimiter + 1; at < text.length; ) {
      const before = index;
      let weight = 1;
      for (let k = BASE; ; k += BASE) {
        const value = at < text.length ? valueOf(p.charCodeAt(text, at++)) : -1;
        if (value < 0 || index > 0x7fffffff) {
          return null;
        }
        index += value * weight;
        const t = threshold(k, bias);
        if (value < t) {
          break;
        }
        weight *= BASE - t;
      }
      bias = adapted(index - before, points.length + 1, before === 0);
      point += p.floor(index / (points.length + 1));
      index %= points.length + 1;
      if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
        return null;
      }
      inserted(points, index++, point);
    }
    return textOf(points);
  };

  const isAscii = (text) => {
    for (let i = 0; i < text.length; i++) {
      if (p.charCodeAt(text, i) > 127) {
        return false;
      }
    }
    return true;
  };

  const normal = (text) => normalize(mapped(normalize(mapped(text), 'NFKC')), 'NFC');

  const isLabel = (text) => exec(DISALLOWED, text) === null && exec(STARTS_WITH_MARK, text) === null;

  const asciiLabel = (label) => {
    if (isAscii(label) && p.slice(label, 0, 4) !== 'xn--') {
      return label;
    }
    if (!isAscii(label)) {
      return isLabel(label) ? `xn--${encode(label)}` : null;
    }
    const unicode = decode(p.slice(label, 4));
    const isValid = unicode !== null && !isAscii(unicode) && isLabel(unicode) && normal(unicode) === unicode;
    return isValid && `xn--${encode(unicode)}` === label ? label : null;
  };

  // Returns null for a domain that is not valid.
  const toAscii = (domain) => {
    if (domain.length > MAX_LENGTH) {
      return null;
    }
    const text = normal(domain);
    let ascii = '';
    for (let from = 0; from <= text.length; ) {
      const dot = p.indexOf(text, '.', from);
      const end = dot < 0 ? text.length : dot;
      const label = asciiLabel(p.slice(text, from, end));
      if (label === null) {
        return null;
      }
      ascii += (from === 0 ? '' : '.') + label;
      from = end + 1;
    }
    return ascii;
  };

  return { __proto__: null, toAscii };
})
