// expect: no-escape|error
// purpose: array-likes and typed arrays that grow, shrink and detach while they are copied
// class: host-call-arguments
// needs: items.create
// ---
const out = [];
const growing = [1]; Object.defineProperty(growing, 0, { enumerable: true, get() { growing.push(1, 2, 3); return growing.length; } });
const shrinking = Array.from({ length: 1000 }, (_, i) => i); Object.defineProperty(shrinking, 0, { enumerable: true, get() { shrinking.length = 1; return 0; } });
const buffer = new ArrayBuffer(64, { maxByteLength: 1024 }), view = new Uint8Array(buffer);
const resizing = { get a() { buffer.resize?.(0); return 1; }, view, get b() { buffer.resize?.(1024); return 2; } };
const self = []; Object.defineProperty(self, 0, { enumerable: true, get: () => [self.length, () => self] });
for (const meta of [growing, shrinking, resizing, self]) { try { out.push(typeof (await api.items.create({ name: "n", qty: 1, meta }))); } catch (e) { out.push("refused"); } }
return out;
