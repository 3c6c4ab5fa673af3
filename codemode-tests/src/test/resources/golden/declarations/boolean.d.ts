declare namespace shop {
  /** Does it. */
  function call(args: { value: boolean }): Promise<boolean>;
}
