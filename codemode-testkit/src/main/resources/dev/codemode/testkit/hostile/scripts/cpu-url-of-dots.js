// expect: no-escape|timeout|memory
// purpose: addresses, parameters and clones that are long, nested and wide, for what works on them in more than one pass
// class: cpu-exhaustion
// ---
const sizes = []; for (let n = 1000; n < 1e7; n *= 2) { sizes.push(new URL("http://h/" + "a/../".repeat(n) + "%2e%2e/".repeat(n)).href.length); const params = new URLSearchParams("b=1&a=2&".repeat(n)); params.sort(); sizes.push(params.size); sizes.push(structuredClone(Array.from({ length: n }, (_, i) => [i, [i]])).length); sizes.push(new TextDecoder().decode(new TextEncoder().encode("é€😀".repeat(n))).length); sizes.push(atob(btoa("ab".repeat(n))).length); } return sizes.length;
