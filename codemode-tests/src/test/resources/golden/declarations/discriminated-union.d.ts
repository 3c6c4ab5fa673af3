declare namespace shop {
  /** How a customer pays. */
  type Payment = Card | Invoice;

  interface Card {
    type: "card";
    number: string;
  }

  interface Invoice {
    type: "invoice";
    days: number;
  }

  /** Does it. */
  function call(args: { value: Payment }): Promise<Payment>;
}
