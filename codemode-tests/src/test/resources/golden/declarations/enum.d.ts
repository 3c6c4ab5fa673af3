declare namespace shop {
  /** Does it. */
  function call(args: { value: "open" | "paid" | 3 | true }): Promise<"open" | "paid" | 3 | true>;
}
