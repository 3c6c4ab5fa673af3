declare namespace shop {
  /** Does it. */
  function call(args: { value: { [key: string]: unknown } }): Promise<{ [key: string]: unknown }>;
}
