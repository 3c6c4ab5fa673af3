// The parts of a URL: how each is read and put into a record (URL standard, 4.2 to 4.4). A record is { scheme, username,
// password, host, port, path, query, fragment }; its path is a list of segments, or text where the path is opaque; null
// is an absent part.
(function (p, r) {
  const { parseHost } = r.use('host');
  const { percentEncode, FRAGMENT, QUERY, SPECIAL_QUERY, PATH } = r.use('percent');
  const toLowerCase = p.uncurryThis(p.raw.toLowerCase);

  const PORTS = { __proto__: null, 'http': 80, 'https': 443, 'ws': 80, 'wss': 443, 'ftp': 21, 'file': null };

  const isSpecial = (url) => PORTS[url.scheme] !== undefined;

  const isLetter = (code) => (code | 32) >= 97 && (code | 32) <= 122 && code < 128;

  const isDigit = (code) => code >= 48 && code <= 57;

  const isSlash = (url, text, at) => text[at] === '/' || (text[at] === '\\' && isSpecial(url));

  // Without tabs and line feeds, which the parser drops wherever they are.
  const withoutBreaks = (text) => {
    if (p.indexOf(text, '\n') < 0 && p.indexOf(text, '\t') < 0 && p.indexOf(text, '\r') < 0) {
      return text;
    }
    let kept = '';
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const code = p.charCodeAt(text, i);
      if (code === 9 || code === 10 || code === 13) {
        kept += p.slice(text, from, i);
        from = i + 1;
      }
    }
    return kept + p.slice(text, from);
  };

  const trimmed = (text) => {
    let start = 0;
    let end = text.length;
    while (start < end && p.charCodeAt(text, start) <= 32) {
      start++;
    }
    while (end > start && p.charCodeAt(text, end - 1) <= 32) {
      end--;
    }
    return p.slice(text, start, end);
  };

  // The scheme that the text begins with, or null.
  const schemeOf = (text) => {
    if (text.length === 0 || !isLetter(p.charCodeAt(text, 0))) {
      return null;
    }
    for (let i = 1; i < text.length; i++) {
      const code = p.charCodeAt(text, i);
      if (code === 58) {
        return toLowerCase(p.slice(text, 0, i));
      }
      if (!isLetter(code) && !isDigit(code) && code !== 43 && code !== 45 && code !== 46) {
        return null;
      }
    }
    return null;
  };

  const isDriveLetter = (text) =>
    text.length === 2 && isLetter(p.charCodeAt(text, 0)) && (text[1] === ':' || text[1] === '|');

  const startsWithDriveLetter = (text) =>
    isDriveLetter(p.slice(text, 0, 2)) && (text.length === 2 || text[2] === '/' || text[2] === '\\');

  const hasDrive = (path) => path.length > 0 && isDriveLetter(path[0]) && path[0][1] === ':';

  const dots = (segment) => {
    if (segment.length > 6) {
      return 0;
    }
    const lower = toLowerCase(segment);
    if (lower === '.' || lower === '%2e') {
      return 1;
    }
    return lower === '..' || lower === '.%2e' || lower === '%2e.' || lower === '%2e%2e' ? 2 : 0;
  };

  const shorten = (url) => {
    const { path } = url;
    if (path.length > 0 && !(url.scheme === 'file' && path.length === 1 && hasDrive(path))) {
      path.length--;
    }
  };

  const addSegment = (url, segment, last) => {
    const { path } = url;
    const count = dots(segment);
    if (count === 2) {
      shorten(url);
    }
    if (count > 0) {
      if (last) {
        path[path.length] = '';
      }
      return;
    }
    const drive = url.scheme === 'file' && path.length === 0 && isDriveLetter(segment);
    path[path.length] = drive ? `${segment[0]}:` : segment;
  };

  // Adds segments to a path; the slash before the first is gone already.
  const addPath = (url, text) => {
    let from = 0;
    for (let i = 0; i <= text.length; i++) {
      if (i === text.length || isSlash(url, text, i)) {
        addSegment(url, percentEncode(p.slice(text, from, i), PATH), i === text.length);
        from = i + 1;
      }
    }
  };

  // The path after a host.
  const startPath = (url, text) => {
    if (isSpecial(url) || text.length > 0) {
      addPath(url, isSlash(url, text, 0) ? p.slice(text, 1) : text);
    }
  };

  // Returns whether the text is a port, and no more.
  const setPort = (url, text) => {
    let port = 0;
    for (let i = 0; i < text.length; i++) {
      const code = p.charCodeAt(text, i);
      if (!isDigit(code) || port > 0xffff) {
        return false;
      }
      port = port * 10 + code - 48;
    }
    if (port > 0xffff) {
      return false;
    }
    if (text.length > 0) {
      url.port = port === PORTS[url.scheme] ? null : port;
    }
    return true;
  };

  // The colon that ends a host, or the length of the text.
  const endOfHost = (text) => {
    let inside = false;
    for (let i = 0; i < text.length; i++) {
      if (text[i] === ':' && !inside) {
        return i;
      }
      inside = text[i] === '[' || (inside && text[i] !== ']');
    }
    return text.length;
  };

  const setHost = (url, text) => {
    const special = isSpecial(url);
    const host = text.length > 0 ? parseHost(text, special) : special ? null : '';
    if (host !== null) {
      url.host = host;
    }
    return host !== null;
  };

  const endOfAuthority = (url, text) => {
    let end = 0;
    while (end < text.length && !isSlash(url, text, end)) {
      end++;
    }
    return end;
  };

  const setQuery = (url, text) => {
    url.query = percentEncode(text, isSpecial(url) ? SPECIAL_QUERY : QUERY);
  };

  const setFragment = (url, text) => {
    url.fragment = percentEncode(text, FRAGMENT);
  };

  return {
    __proto__: null, PORTS, isSpecial, isDigit, isSlash, withoutBreaks, trimmed, schemeOf, isDriveLetter,
    startsWithDriveLetter, hasDrive, shorten, addPath, startPath, setPort, endOfHost, setHost, endOfAuthority, setQuery,
    setFragment,
  };
})
