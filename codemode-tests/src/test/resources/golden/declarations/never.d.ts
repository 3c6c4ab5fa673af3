declare namespace shop {
  /** Does it. */
  function call(args: { value: never }): Promise<never>;
}
