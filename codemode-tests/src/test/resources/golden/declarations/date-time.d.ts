declare namespace shop {
  /**
   * Does it.
   * @returns (date-time)
   */
  function call(args: {
    /** (date-time) */
    value: string;
  }): Promise<string>;
}
