declare namespace shop {
  /** Does it. */
  function call(args: {
    value: { type: "card"; number: string } & ({ type: "invoice"; days: number } | { [key: string]: unknown });
  }): Promise<{ type: "card"; number: string } & ({ type: "invoice"; days: number } | { [key: string]: unknown })>;
}
