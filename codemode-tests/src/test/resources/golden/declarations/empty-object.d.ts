declare namespace shop {
  /** Does it. */
  function call(args: { value: {} }): Promise<{}>;
}
