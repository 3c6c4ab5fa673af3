declare namespace shop {
  /** Does it. */
  function call(args: { value: (string | null)[] | null }): Promise<(string | null)[] | null>;
}
