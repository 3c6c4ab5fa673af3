declare namespace shop {
  /** Does it. */
  function call(args: {
    /** (1 to 10 items) */
    value: ("a" | "b")[];
  }): Promise<("a" | "b")[]>;
}
