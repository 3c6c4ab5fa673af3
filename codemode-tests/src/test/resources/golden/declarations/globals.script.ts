console.log("found", (await codemode.search("refund an order", { limit: 3 })).hits[0].signature);
const text: string = await codemode.describe("orders.find");
await new Promise(resolve => setTimeout(resolve, 10));
void text;

const url = new URL("/books?q=1", "https://shop.example");
url.searchParams.append("page", "2");
for (const [name, value] of url.searchParams) console.log(name, value);
const controller = new AbortController();
const signal: AbortSignal = AbortSignal.any([controller.signal, AbortSignal.timeout(100)]);
signal.addEventListener("abort", event => console.log(event.type), { once: true });
const interval: number = setInterval(() => controller.abort(new DOMException("late", "TimeoutError")), 10);
clearInterval(interval);
const decoded: string = new TextDecoder("utf-8", { fatal: true }).decode(new TextEncoder().encode(atob(btoa("shop"))));
const copy: { at: Date } = structuredClone({ at: new Date() });
const id: string = crypto.randomUUID();
const bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(16));
const doubled: number[] = await Array.fromAsync([1, Promise.resolve(2)], value => value * 2);
const day: Temporal.PlainDate = Temporal.Now.plainDateISO();
console.log(decoded, copy.at, id, bytes, doubled, day, performance.now());
// @ts-expect-error nothing is transferred
structuredClone(1, { transfer: [] });
// @ts-expect-error there is no network
await fetch("https://shop.example");
export {};
