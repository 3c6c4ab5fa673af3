// expect: timeout|memory|error
// purpose: asks for large answers and never reads them: they must not pile up on the host
// class: async-and-call-floods
// needs: big.get
// ---
for (let i = 0; i < 90; i++) api.big.get({ n: 2500000 }).catch(() => {}); for (;;);
