// expect: no-escape|error|timeout
// purpose: calls, timers and provided globals at the last frame that fits, so that the sandbox's own script runs out of stack at each of its steps
// class: stack-exhaustion
// needs: items.list
// ---
const steps = [() => api.items.list({ n: 1 }), () => setTimeout(() => {}, 1), () => new URL("a:b/../c"), () => structuredClone([[[1]]]), () => console.log([[[1]]]), () => api.items.nothing]; let calls = 0; const down = (n, step) => { try { return down(n + 1, step); } catch { if (calls < 60) { calls++; try { step(); } catch {} } throw 1; } }; for (const step of steps) { calls = 0; try { down(0, step); } catch {} } const found = await api.items.list({ n: 2 }); return found.count;
