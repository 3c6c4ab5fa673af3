// expect: error
// purpose: a proxy that was revoked, deep in the result
// class: result-serialisation
// ---
const r = Proxy.revocable({}, {}); r.revoke(); return { list: [{ item: r.proxy }] };
