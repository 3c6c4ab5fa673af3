declare namespace shop {
  /** Does it. */
  function call(args: { value: "book" }): Promise<"book">;
}
