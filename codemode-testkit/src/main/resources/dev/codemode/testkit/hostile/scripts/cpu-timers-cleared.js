// expect: no-escape|timeout|memory
// purpose: timers that are cleared in the order that costs the host's side of them most
// class: cpu-exhaustion
// ---
const ids = []; for (let i = 0; i < 50000; i++) ids.push(setTimeout(() => {}, 1e6 + i)); for (let i = ids.length - 1; i >= 0; i -= 2) clearTimeout(ids[i]); for (let i = 0; i < ids.length; i += 2) clearTimeout(ids[i]); return ids.length;
