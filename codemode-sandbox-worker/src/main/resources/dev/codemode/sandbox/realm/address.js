// Parses and writes the records of URLs (URL standard, 4.4 and 4.5). Authority, path, query and fragment are cut out first,
// which gives what the standard's state machine gives, in fewer steps.
(function (p, r) {
  const {
    isSpecial, isSlash, withoutBreaks, trimmed, schemeOf, isDriveLetter, startsWithDriveLetter, hasDrive, shorten, addPath,
    startPath, setPort, endOfHost, setHost, endOfAuthority, setQuery, setFragment,
  } = r.use('parts');
  const { parseHost } = r.use('host');
  const { percentEncode, CONTROLS, USERINFO } = r.use('percent');

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

  const setCredentials = (url, text) => {
    const colon = p.indexOf(text, ':');
    url.username = percentEncode(colon < 0 ? text : p.slice(text, 0, colon), USERINFO);
    url.password = colon < 0 ? '' : percentEncode(p.slice(text, colon + 1), USERINFO);
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

  // Takes well-formed text, and a record or null. Returns null for text that is not a URL.
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

  return { __proto__: null, parse, hostText, pathText, write };
})
