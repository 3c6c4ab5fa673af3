declare namespace shop {
  /** Does it. */
  function call(args: { value: string | number | boolean }): Promise<string | number | boolean>;
}
