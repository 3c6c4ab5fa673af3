// expect: timeout
// purpose: fills every place for calls, then computes for ever
// class: async-and-call-floods
// needs: slow.wait
// ---
for (let i = 0; i < 90; i++) api.slow.wait({ ms: 60000 }).catch(() => {}); for (;;);
