console.log("found", (await codemode.search("refund an order", { limit: 3 })).hits[0].signature);
const text: string = await codemode.describe("orders.find");
await new Promise(resolve => setTimeout(resolve, 10));
void text;
export {};
