// expect: timeout|memory|error
// purpose: keeps large answers until memory ends
// class: async-and-call-floods
// variationOf: asy-replies-unread.js
// needs: big.get
// ---
const kept = []; for (let i = 0; i < 90; i++) { kept.push(await api.big.get({ n: 3900000 })); kept.push(kept[i] + i); } return kept.length;
