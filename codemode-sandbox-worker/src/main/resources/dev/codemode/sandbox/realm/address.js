// Parses and writes URLs (URL standard, 4.4 and 4.5). A record is { scheme, username, password, host, port, path, query,
// fragment }; its path is a list of segments, or text where the path is opaque; null is what is not there. Segments, query
// and fragment are cut out first, which gives what the standard's state machine gives, in fewer steps.
(function (p, r) {
  const { parseHost } = r.use('host');
  const { percentEncode, CONTROLS, FRAGMENT, QUERY, SPECIAL_QUERY, PATH, USERINFO } = r.use('percent');
  const toLowerCase = p.uncurryThis(p.raw.toLowerCase);

  const PORTS = { __proto__: null, 'http': 80, 'https': 443, 'ws': 80, 'wss': 443, 'ftp': 21, 'file': null };

  const isSpecial = (url) => PORTS[url.scheme] !== undefined;

  const isLetter = (code) => (code | 32) >= 97 && (code | 32) <= 122 && code < 128;

  const isDigit = (code) => code >= 48 && code <= 57;

  const isSlash = (url, text, at) => text[at] === '/' || (text[at] === '\\' && isSpecial(url));

  const blank = (scheme) => ({
    __proto__: null, scheme, username: '', password: '', host: null, port: null, path: r.list(), query: null, fragment: null,
  });

  const copiedPath = (path) => {
    if (typeof path === 'string') {
      return path;
    }
    const copy = r.list();
    for (let i = 0; i < path.length; i++) {
      copy[i] = path[i];
    }
    return copy;
  };

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

  const setCredentials = (url, text) => {
    const colon = p.indexOf(text, ':');
    url.username = percentEncode(colon < 0 ? text : p.slice(text, 0, colon), USERINFO);
    url.password = colon < 0 ? '' : percentEncode(p.slice(text, colon + 1), USERINFO);
  };

  const endOfAuthority = (url, text) => {
    let end = 0;
    while (end < text.length && !isSlash(url, text, end)) {
      end++;
    }
    return end;
  };

  const parseAuthority = (url, text) => {
    const end = endOfAuthority(url, text);
    const authority = p.slice(text, 0, end);
    const at = p.lastIndexOf(authority, '@');
    const place = p.slice(authority, at + 1);
    const colon = endOfHost(place);
    if (at >= 0) {
      setCredentials(url, p.slice(authority, 0, at));
    }
    if (colon === 0 && (at >= 0 || place.length > 0)) {
      return null;
    }
    if (!setHost(url, p.slice(place, 0, colon)) || !setPort(url, p.slice(place, colon + 1))) {
      return null;
    }
    startPath(url, p.slice(text, end));
    return url;
  };

  const afterSlashes = (text) => {
    let start = 0;
    while (text[start] === '/' || text[start] === '\\') {
      start++;
    }
    return p.slice(text, start);
  };

  const adopt = (url, base, names) => {
    for (let i = 0; i < names.length; i++) {
      url[names[i]] = names[i] === 'path' ? copiedPath(base.path) : base[names[i]];
    }
    return url;
  };

  // The host and path of a URL whose text after the scheme begins with two slashes.
  const parseFileHost = (url, text) => {
    const end = endOfAuthority(url, text);
    const host = p.slice(text, 0, end);
    if (isDriveLetter(host)) {
      addPath(url, text);
      return url;
    }
    const parsed = host.length === 0 ? '' : parseHost(host, true);
    if (parsed === null) {
      return null;
    }
    url.host = parsed === 'localhost' ? '' : parsed;
    startPath(url, p.slice(text, end));
    return url;
  };

  const parseFile = (url, text, base, hasQuery) => {
    url.host = '';
    const inherits = base !== null && base.scheme === 'file';
    if (isSlash(url, text, 0)) {
      if (isSlash(url, text, 1)) {
        return parseFileHost(url, p.slice(text, 2));
      }
      const rest = p.slice(text, 1);
      if (inherits) {
        url.host = base.host;
        if (!startsWithDriveLetter(rest) && hasDrive(base.path)) {
          url.path[0] = base.path[0];
        }
      }
      addPath(url, rest);
      return url;
    }
    if (!inherits) {
      addPath(url, text);
      return url;
    }
    if (startsWithDriveLetter(text)) {
      url.host = base.host;
      addPath(url, text);
      return url;
    }
    adopt(url, base, ['host', 'path']);
    return relativePath(url, text, base, hasQuery);
  };

  const relativePath = (url, text, base, hasQuery) => {
    if (text.length > 0) {
      shorten(url);
      addPath(url, text);
    } else if (!hasQuery) {
      url.query = base.query;
    }
    return url;
  };

  const parseRelative = (url, text, base, hasQuery) => {
    if (!isSlash(url, text, 0)) {
      adopt(url, base, ['username', 'password', 'host', 'port', 'path']);
      return relativePath(url, text, base, hasQuery);
    }
    if (isSlash(url, text, 1)) {
      return parseAuthority(url, isSpecial(url) ? afterSlashes(text) : p.slice(text, 2));
    }
    adopt(url, base, ['username', 'password', 'host', 'port']);
    addPath(url, p.slice(text, 1));
    return url;
  };

  const parseOpaque = (url, text, isLast) => {
    const path = percentEncode(text, CONTROLS);
    const end = path.length - 1;
    url.path = !isLast && path[end] === ' ' ? `${p.slice(path, 0, end)}%20` : path;
    return url;
  };

  const withScheme = (url, text, base, hasQuery, isLast) => {
    if (url.scheme === 'file') {
      return parseFile(url, text, base, hasQuery);
    }
    if (isSpecial(url)) {
      const relative = base !== null && base.scheme === url.scheme && !(text[0] === '/' && text[1] === '/');
      return relative ? parseRelative(url, text, base, hasQuery) : parseAuthority(url, afterSlashes(text));
    }
    if (text[0] !== '/') {
      return parseOpaque(url, text, isLast);
    }
    if (text[1] === '/') {
      return parseAuthority(url, p.slice(text, 2));
    }
    addPath(url, p.slice(text, 1));
    return url;
  };

  const withoutScheme = (text, base, hasQuery, isLast) => {
    if (base === null) {
      return null;
    }
    const url = blank(base.scheme);
    if (typeof base.path === 'string') {
      return text.length > 0 || hasQuery || isLast ? null : adopt(url, base, ['path', 'query']);
    }
    return url.scheme === 'file' ? parseFile(url, text, base, hasQuery) : parseRelative(url, text, base, hasQuery);
  };

  const setQuery = (url, text) => {
    url.query = percentEncode(text, isSpecial(url) ? SPECIAL_QUERY : QUERY);
  };

  const setFragment = (url, text) => {
    url.fragment = percentEncode(text, FRAGMENT);
  };

  // Takes well-formed text, and a record or null. Returns null for what is no URL.
  const parse = (input, base) => {
    const text = withoutBreaks(trimmed(input));
    const hash = p.indexOf(text, '#');
    const beforeHash = hash < 0 ? text : p.slice(text, 0, hash);
    const mark = p.indexOf(beforeHash, '?');
    const main = mark < 0 ? beforeHash : p.slice(beforeHash, 0, mark);
    const scheme = schemeOf(main);
    const isLast = hash < 0 && mark < 0;
    const url = scheme === null
      ? withoutScheme(main, base, mark >= 0, hash < 0)
      : withScheme(blank(scheme), p.slice(main, scheme.length + 1), base, mark >= 0, isLast);
    if (url !== null && mark >= 0) {
      setQuery(url, p.slice(beforeHash, mark + 1));
    }
    if (url !== null && hash >= 0) {
      setFragment(url, p.slice(text, hash + 1));
    }
    return url;
  };

  const hostText = (url) => (url.host === null ? '' : url.port === null ? url.host : `${url.host}:${url.port}`);

  const pathText = (url) => {
    const { path } = url;
    if (typeof path === 'string') {
      return path;
    }
    let text = '';
    for (let i = 0; i < path.length; i++) {
      text += `/${path[i]}`;
    }
    return text;
  };

  const authorityText = (url) => {
    const { username, password, host, path } = url;
    if (host === null) {
      return typeof path !== 'string' && path.length > 1 && path[0] === '' ? '/.' : '';
    }
    const secret = password === '' ? '' : `:${password}`;
    return `//${username}${secret}${username === '' && secret === '' ? '' : '@'}${hostText(url)}`;
  };

  const write = (url) =>
    `${url.scheme}:${authorityText(url)}${pathText(url)}` +
    (url.query === null ? '' : `?${url.query}`) + (url.fragment === null ? '' : `#${url.fragment}`);

  return {
    __proto__: null, PORTS, isSpecial, isDigit, withoutBreaks, schemeOf, parse, setHost, setPort, endOfHost, endOfAuthority,
    startPath, setQuery, setFragment, hostText, pathText, write,
  };
})
