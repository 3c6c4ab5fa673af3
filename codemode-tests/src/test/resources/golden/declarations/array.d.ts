declare namespace shop {
  /** Does it. */
  function call(args: { value: string[] }): Promise<string[]>;
}
