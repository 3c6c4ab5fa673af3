declare namespace shop {
  /** Does it. */
  function call(args: { value: number }): Promise<number>;
}
