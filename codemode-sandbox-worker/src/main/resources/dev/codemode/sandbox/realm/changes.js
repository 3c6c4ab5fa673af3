// What the setters of a URL do to its record (URL standard, 6.1: the parser with a state override). A value that is not
// valid changes nothing.
(function (p, r) {
  const {
    PORTS, isSpecial, isDigit, withoutBreaks, schemeOf, setHost, setPort, endOfHost, endOfAuthority, startPath, setQuery,
    setFragment,
  } = r.use('parts');
  const { percentEncode, USERINFO } = r.use('percent');

  const isOpaque = (url) => typeof url.path === 'string';

  const hasNoPlaceForCredentials = (url) => url.host === null || url.host === '' || url.scheme === 'file';

  const protocol = (url, value) => {
    const scheme = schemeOf(withoutBreaks(`${value}:`));
    const hasAuthority = url.username !== '' || url.password !== '' || url.port !== null;
    if (scheme === null || (PORTS[scheme] !== undefined) !== isSpecial(url) || (scheme === 'file' && hasAuthority) ||
        (url.scheme === 'file' && url.host === '')) {
      return;
    }
    url.scheme = scheme;
    url.port = url.port === PORTS[scheme] ? null : url.port;
  };

  const username = (url, value) => {
    if (!hasNoPlaceForCredentials(url)) {
      url.username = percentEncode(value, USERINFO);
    }
  };

  const password = (url, value) => {
    if (!hasNoPlaceForCredentials(url)) {
      url.password = percentEncode(value, USERINFO);
    }
  };

  const leadingDigits = (text) => {
    let end = 0;
    while (end < text.length && isDigit(p.charCodeAt(text, end))) {
      end++;
    }
    return p.slice(text, 0, end);
  };

  const port = (url, value) => {
    if (hasNoPlaceForCredentials(url)) {
      return;
    }
    if (value === '') {
      url.port = null;
    } else {
      setPort(url, leadingDigits(withoutBreaks(value)));
    }
  };

  const endOfPlace = (url, text) => {
    const end = endOfAuthority(url, text);
    const mark = p.indexOf(text, '?');
    const hash = p.indexOf(text, '#');
    return p.min(end, p.min(mark < 0 ? end : mark, hash < 0 ? end : hash));
  };

  const fileHost = (url, text) => {
    if (text === '') {
      url.host = '';
    } else if (setHost(url, text) && url.host === 'localhost') {
      url.host = '';
    }
  };

  const place = (url, value, withPort) => {
    if (isOpaque(url)) {
      return;
    }
    const text = withoutBreaks(value);
    const whole = p.slice(text, 0, endOfPlace(url, text));
    if (url.scheme === 'file') {
      fileHost(url, whole);
      return;
    }
    const colon = endOfHost(whole);
    const hasPort = colon < whole.length;
    const hasAuthority = url.username !== '' || url.password !== '' || url.port !== null;
    if ((hasPort && (colon === 0 || !withPort)) || (colon === 0 && hasAuthority)) {
      return;
    }
    if (setHost(url, p.slice(whole, 0, colon)) && hasPort) {
      setPort(url, leadingDigits(p.slice(whole, colon + 1)));
    }
  };

  const pathname = (url, value) => {
    if (isOpaque(url)) {
      return;
    }
    const text = withoutBreaks(value);
    url.path = r.list();
    startPath(url, text);
    if (url.path.length === 0 && url.host === null) {
      url.path[0] = '';
    }
  };

  const search = (url, value) => {
    if (value === '') {
      url.query = null;
    } else {
      setQuery(url, withoutBreaks(value[0] === '?' ? p.slice(value, 1) : value));
    }
  };

  const hash = (url, value) => {
    if (value === '') {
      url.fragment = null;
    } else {
      setFragment(url, withoutBreaks(value[0] === '#' ? p.slice(value, 1) : value));
    }
  };

  return {
    __proto__: null,
    protocol, username, password, port, pathname, search, hash,
    host: (url, value) => place(url, value, true),
    hostname: (url, value) => place(url, value, false),
  };
})
