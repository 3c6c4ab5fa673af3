// expect: value:"coarse"
// purpose: every clock moves in steps of a tenth of a second, and not while a script computes
// class: side-channels
// needs: slow.wait
// ---
const parts = new Intl.DateTimeFormat("en", { fractionalSecondDigits: 3 }); const clocks = [() => Date.now(), () => +new Date(), () => performance.now(), () => Number(parts.format()), () => Number(Date().slice(22, 24))]; const fine = []; for (const clock of clocks) { let last = clock(); for (let i = 0; i < 2000; i++) if (clock() !== last) fine.push("while computing"); for (let i = 0; i < 3; i++) { await api.slow.wait({ ms: 7 }); const now = clock(); if ((now - last) % 100 !== 0 && clock !== clocks[4]) fine.push(now - last); last = now; } } return fine.length ? "ESCAPED:" + fine.slice(0, 5).join() : "coarse";
