declare namespace shop {
  /** Does it. */
  function call(args: { value: { id: string; note?: string | null; "unit price": number } }): Promise<{ id: string; note?: string | null; "unit price": number }>;
}
