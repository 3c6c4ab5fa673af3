// expect: memory|error|timeout
// purpose: buffers that are small until they are resized
// class: memory-exhaustion
// variationOf: mem-arraybuffer.js
// ---
const k = []; for (;;) { const b = new ArrayBuffer(1, { maxByteLength: 1 << 24 }); b.resize(1 << 24); k.push(new Uint8Array(b).fill(k.length)); }
