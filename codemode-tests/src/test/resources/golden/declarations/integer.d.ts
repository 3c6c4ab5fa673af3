declare namespace shop {
  /** Does it. */
  function call(args: {
    /** (integer, 1 to 100) */
    value: number;
  }): Promise<number>;
}
