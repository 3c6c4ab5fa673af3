declare namespace shop {
  /** Does it. */
  function call(args: { value: [string, number] }): Promise<[string, number]>;
}
