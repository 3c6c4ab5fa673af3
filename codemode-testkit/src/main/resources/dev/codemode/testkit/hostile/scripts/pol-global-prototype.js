// expect: no-escape
// purpose: a proxy as the prototype of the global object answers every name
// class: cross-execution-state
// ---
try { Object.setPrototypeOf(globalThis, new Proxy({}, { get: () => "ESCAPED:global", has: () => true })); } catch (e) {} try { Object.setPrototypeOf(Object.prototype, new Proxy({}, { get: () => "ESCAPED:object" })); } catch (e) {} return 1;
