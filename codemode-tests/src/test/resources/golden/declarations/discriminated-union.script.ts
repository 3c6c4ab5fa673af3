const payment = await shop.call({ value: { type: "invoice", days: 30 } });
if (payment.type === "card") {
  const number: string = payment.number;
  void number;
} else {
  const days: number = payment.days;
  void days;
}
// @ts-expect-error an invoice has no card number
await shop.call({ value: { type: "invoice", number: "1" } });
export {};
