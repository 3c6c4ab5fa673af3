// expect: value:"refused"
// purpose: every other way to use a variable before its declaration: chains, defaults, heritage, patterns, cases, loops, compound assignments
// class: source-tricks
// ---
const ways = {
  chain: () => { const x = {}; x?.[late]; let late = 1; },
  chainedCall: () => { const x = { f() {} }; x?.f?.(late); let late = 1; },
  kind: () => { typeof late; let late = 1; },
  increment: () => { late++; let late = 1; },
  logical: () => { late ||= 2; let late = 1; },
  coalescing: () => { late ??= 2; let late = 1; },
  constant: () => { late = 2; const late = 1; },
  defaults: () => { ((a = b, b = 1) => a)(); },
  heritage: () => { class Late extends Late {} },
  key: () => { class Late { [Late.name]() {} } },
  closure: () => { const read = () => late; read(); let late = 1; },
  pattern: () => { const { a = b, b } = {}; },
  initialiser: () => { let late = late; },
  loop: () => { for (let i of [i]) { } },
  loopHead: () => { for (let i = i + 1; i < 1;) { } },
  cases: () => { switch (1) { case 0: let late = 1; break; case 1: late; } },
  generator: () => { [...(function* () { yield late; let late = 1; })()]; },
  template: () => { String.raw`${late}`; let late = 1; },
  spread: () => { ({ ...late }); let late = {}; },
};
const read = [];
for (const [way, use] of Object.entries(ways)) {
  try { use(); read.push(way); } catch (e) { if (e.name !== "ReferenceError") read.push(way + " " + e.name); }
}
return read.length ? "ESCAPED:" + read.join() : "refused";
