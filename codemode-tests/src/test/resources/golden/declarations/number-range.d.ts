declare namespace shop {
  /** Does it. */
  function call(args: {
    /** (above 0, multiple of 0.05) */
    value: number;
  }): Promise<number>;
}
