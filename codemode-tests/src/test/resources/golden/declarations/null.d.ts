declare namespace shop {
  /** Does it. */
  function call(args: { value: null }): Promise<null>;
}
