declare namespace shop {
  type Json = string | Json[] | { [key: string]: Json };

  /** Does it. */
  function call(args: { value: Json }): Promise<Json>;
}
