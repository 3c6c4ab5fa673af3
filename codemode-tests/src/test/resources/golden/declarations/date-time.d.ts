declare namespace shop {
  /** Does it. */
  function call(args: {
    /** (date-time) */
    value: string;
  }): Promise<string>;
}
