declare namespace shop {
  /**
   * Does it.
   * @returns (email)
   */
  function call(args: {
    /** (email, 3 to 80 characters, matches ^.+@.+$) */
    value: string;
  }): Promise<string>;
}
