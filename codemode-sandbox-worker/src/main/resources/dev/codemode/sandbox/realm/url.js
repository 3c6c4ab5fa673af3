// The URL class (URL standard, 6.1).
(function (p, r) {
  const { parse, hostText, pathText, write } = r.use('address');
  const { isSpecial } = r.use('parts');
  const { linked } = r.use('params');
  const { parseForm, formText } = r.use('percent');
  const { toWellFormed } = r.use('text');
  const changes = r.use('changes');
  const SHOWN = 200;

  const textOf = (value) => toWellFormed(`${value}`);

  const parsed = (url, base) => {
    const text = textOf(url);
    const start = base === undefined ? null : parse(textOf(base), null);
    return base !== undefined && start === null ? null : parse(text, start);
  };

  const invalid = (url, base) => {
    const shown = (value) => p.jsonText(p.slice(textOf(value), 0, SHOWN));
    return new p.TypeError(`Invalid URL: ${shown(url)}${base === undefined ? '' : ` with the base ${shown(base)}`}`);
  };

  const originOf = (url) => {
    if (url.scheme === 'blob') {
      const inner = parse(pathText(url), null);
      return inner !== null && (inner.scheme === 'http' || inner.scheme === 'https') ? originOf(inner) : 'null';
    }
    return isSpecial(url) && url.scheme !== 'file' ? `${url.scheme}://${hostText(url)}` : 'null';
  };

  const queryOf = (url) => (url.query === null ? '' : url.query);

  class URL {
    #record;
    #search = null;
    #stale = false;

    constructor(url, base = undefined) {
      if (arguments.length === 0) {
        throw new p.TypeError('URL: the first argument must be a URL');
      }
      this.#record = parsed(url, base);
      if (this.#record === null) {
        throw invalid(url, base);
      }
    }

    static canParse(url, base = undefined) {
      return parsed(url, base) !== null;
    }

    static parse(url, base = undefined) {
      const record = parsed(url, base);
      if (record === null) {
        return null;
      }
      const result = new URL('about:blank');
      result.#record = record;
      return result;
    }

    // Changes of the parameters reach the query when it is read, so that many of them cost as much as one.
    #current() {
      if (this.#stale) {
        const query = formText(this.#search.get());
        this.#record.query = query === '' ? null : query;
        this.#stale = false;
      }
      return this.#record;
    }

    #queryChanged(text) {
      this.#stale = false;
      this.#parameters().set(parseForm(text));
    }

    #parameters() {
      if (this.#search === null) {
        this.#search = linked(parseForm(queryOf(this.#record)), () => {
          this.#stale = true;
        });
      }
      return this.#search;
    }

    get href() {
      return write(this.#current());
    }

    set href(value) {
      const record = parse(textOf(value), null);
      if (record === null) {
        throw invalid(value, undefined);
      }
      this.#record = record;
      this.#queryChanged(queryOf(record));
    }

    get origin() {
      return originOf(this.#record);
    }

    get protocol() {
      return `${this.#record.scheme}:`;
    }

    set protocol(value) {
      changes.protocol(this.#record, textOf(value));
    }

    get username() {
      return this.#record.username;
    }

    set username(value) {
      changes.username(this.#record, textOf(value));
    }

    get password() {
      return this.#record.password;
    }

    set password(value) {
      changes.password(this.#record, textOf(value));
    }

    get host() {
      return hostText(this.#record);
    }

    set host(value) {
      changes.host(this.#record, textOf(value));
    }

    get hostname() {
      return this.#record.host === null ? '' : this.#record.host;
    }

    set hostname(value) {
      changes.hostname(this.#record, textOf(value));
    }

    get port() {
      return this.#record.port === null ? '' : `${this.#record.port}`;
    }

    set port(value) {
      changes.port(this.#record, textOf(value));
    }

    get pathname() {
      return pathText(this.#record);
    }

    set pathname(value) {
      changes.pathname(this.#record, textOf(value));
    }

    get search() {
      const { query } = this.#current();
      return query === null || query === '' ? '' : `?${query}`;
    }

    set search(value) {
      const text = textOf(value);
      changes.search(this.#record, text);
      this.#queryChanged(text[0] === '?' ? p.slice(text, 1) : text);
    }

    get searchParams() {
      return this.#parameters().params;
    }

    get hash() {
      const { fragment } = this.#record;
      return fragment === null || fragment === '' ? '' : `#${fragment}`;
    }

    set hash(value) {
      changes.hash(this.#record, textOf(value));
    }

    toString() {
      return write(this.#current());
    }

    toJSON() {
      return write(this.#current());
    }
  }

  return { __proto__: null, URL: r.interface(URL, 'URL', p.uncurryThis(URL.prototype.toString)) };
})
