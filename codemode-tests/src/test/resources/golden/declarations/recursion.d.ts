declare namespace shop {
  /** A tree. */
  interface Node {
    value: string;
    children?: Node[];
  }

  /** Does it. */
  function call(args: { value: Node }): Promise<Node>;
}
