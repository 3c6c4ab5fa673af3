// URLSearchParams (URL standard, 6.2).
(function (p, r) {
  const { parseForm, formText } = r.use('percent');
  const { toWellFormed } = r.use('text');
  const sort = p.uncurryThis(p.raw.sort);
  let pairsOf;
  let linked;

  const textOf = (value) => toWellFormed(`${value}`);

  const add = (pairs, name, value) => {
    pairs[pairs.length] = { __proto__: null, name, value };
  };

  const wrongPair = () => new p.TypeError('URLSearchParams: each entry must be a pair of a name and a value');

  const addPair = (pairs, pair) => {
    if (typeof pair !== 'object' || pair === null) {
      throw wrongPair();
    }
    const items = r.list();
    if (p.isArray(pair)) {
      for (let i = 0; i < pair.length && i < 3; i++) {
        items[i] = pair[i];
      }
    } else {
      // The script's own iterable, which gets nothing of ours.
      for (const item of pair) {
        items[items.length] = item;
        if (items.length > 2) {
          break;
        }
      }
    }
    if (items.length !== 2) {
      throw wrongPair();
    }
    const name = textOf(items[0]);
    add(pairs, name, textOf(items[1]));
  };

  const fromEntries = (pairs, init) => {
    if (p.isArray(init)) {
      for (let i = 0; i < init.length; i++) {
        addPair(pairs, init[i]);
      }
      return;
    }
    // As above.
    for (const pair of init) {
      addPair(pairs, pair);
    }
  };

  const fromRecord = (pairs, init) => {
    const keys = p.keys(init);
    const places = new p.Map();
    for (let i = 0; i < keys.length; i++) {
      const name = textOf(keys[i]);
      const value = textOf(init[keys[i]]);
      const place = p.mapGet(places, name);
      if (place === undefined) {
        p.mapSet(places, name, pairs.length);
        add(pairs, name, value);
      } else {
        pairs[place].value = value;
      }
    }
  };

  const copied = (pairs) => {
    const copy = r.list();
    for (let i = 0; i < pairs.length; i++) {
      add(copy, pairs[i].name, pairs[i].value);
    }
    return copy;
  };

  const pairsFrom = (init) => {
    if ((typeof init !== 'object' || init === null) && typeof init !== 'function') {
      const text = textOf(init);
      return parseForm(text[0] === '?' ? p.slice(text, 1) : text);
    }
    const own = pairsOf(init);
    if (own !== undefined) {
      return copied(own);
    }
    const pairs = r.list();
    const method = init[p.iterator];
    if (method === undefined || method === null) {
      fromRecord(pairs, init);
    } else {
      fromEntries(pairs, init);
    }
    return pairs;
  };

  const kept = (pairs, keep) => {
    const list = r.list();
    for (let i = 0; i < pairs.length; i++) {
      if (keep(pairs[i])) {
        list[list.length] = pairs[i];
      }
    }
    return list;
  };

  const matches = (name, value) => (pair) => pair.name === name && (value === undefined || pair.value === value);

  const first = (pairs, matching) => {
    for (let i = 0; i < pairs.length; i++) {
      if (matching(pairs[i])) {
        return pairs[i];
      }
    }
    return null;
  };

  class Entries {
    #params;
    #kind;
    #at = 0;

    constructor(params, kind) {
      this.#params = params;
      this.#kind = kind;
    }

    next() {
      const pairs = pairsOf(this.#params);
      if (this.#at >= pairs.length) {
        return { value: undefined, done: true };
      }
      const { name, value } = pairs[this.#at++];
      return { value: this.#kind === 'entries' ? [name, value] : this.#kind === 'keys' ? name : value, done: false };
    }
  }
  p.setPrototypeOf(Entries.prototype, p.IteratorPrototype);
  p.defineProperty(Entries.prototype, 'constructor', { __proto__: null, value: undefined });
  r.interface(Entries, 'URLSearchParams Iterator');

  class URLSearchParams {
    #pairs;
    #changed = null;

    constructor(init = '') {
      this.#pairs = pairsFrom(init);
    }

    static {
      pairsOf = (params) => (#pairs in params ? params.#pairs : undefined);
      // The parameters of a URL, which is notified of every change; set replaces them without notifying it.
      linked = (pairs, changed) => {
        const params = new URLSearchParams();
        params.#pairs = pairs;
        params.#changed = changed;
        return { __proto__: null, params, get: () => params.#pairs, set: (replacement) => (params.#pairs = replacement) };
      };
    }

    #change(pairs) {
      this.#pairs = pairs;
      if (this.#changed !== null) {
        this.#changed();
      }
    }

    get size() {
      return this.#pairs.length;
    }

    append(name, value) {
      const text = textOf(name);
      add(this.#pairs, text, textOf(value));
      this.#change(this.#pairs);
    }

    delete(name, value = undefined) {
      const matching = matches(textOf(name), value === undefined ? undefined : textOf(value));
      this.#change(kept(this.#pairs, (pair) => !matching(pair)));
    }

    get(name) {
      const pair = first(this.#pairs, matches(textOf(name)));
      return pair === null ? null : pair.value;
    }

    getAll(name) {
      const found = kept(this.#pairs, matches(textOf(name)));
      for (let i = 0; i < found.length; i++) {
        found[i] = found[i].value;
      }
      return p.setPrototypeOf(found, p.Array.prototype);
    }

    has(name, value = undefined) {
      return first(this.#pairs, matches(textOf(name), value === undefined ? undefined : textOf(value))) !== null;
    }

    set(name, value) {
      const text = textOf(name);
      const replacement = textOf(value);
      const matching = matches(text);
      const pair = first(this.#pairs, matching);
      if (pair === null) {
        add(this.#pairs, text, replacement);
      } else {
        pair.value = replacement;
      }
      this.#change(pair === null ? this.#pairs : kept(this.#pairs, (other) => other === pair || !matching(other)));
    }

    sort() {
      this.#change(sort(this.#pairs, (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)));
    }

    forEach(callback, receiver = undefined) {
      if (typeof callback !== 'function') {
        throw new p.TypeError('URLSearchParams.forEach: the argument must be a function');
      }
      for (let i = 0; i < this.#pairs.length; i++) {
        const { name, value } = this.#pairs[i];
        p.apply(callback, receiver, [value, name, this]);
      }
    }

    entries() {
      return new Entries(this, this.#pairs && 'entries');
    }

    keys() {
      return new Entries(this, this.#pairs && 'keys');
    }

    values() {
      return new Entries(this, this.#pairs && 'values');
    }

    toString() {
      return formText(this.#pairs);
    }
  }
  r.hidden(URLSearchParams.prototype, p.iterator, URLSearchParams.prototype.entries);

  const text = p.uncurryThis(URLSearchParams.prototype.toString);

  return { __proto__: null, URLSearchParams: r.interface(URLSearchParams, 'URLSearchParams', text), linked };
})
