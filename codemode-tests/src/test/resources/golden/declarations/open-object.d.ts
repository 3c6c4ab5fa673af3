declare namespace shop {
  /** Does it. */
  function call(args: { value: { id: number; [key: string]: unknown } }): Promise<{ id: number; [key: string]: unknown }>;
}
