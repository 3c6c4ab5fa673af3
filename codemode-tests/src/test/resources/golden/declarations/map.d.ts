declare namespace shop {
  /** Does it. */
  function call(args: { value: { [key: string]: number[] } }): Promise<{ [key: string]: number[] }>;
}
