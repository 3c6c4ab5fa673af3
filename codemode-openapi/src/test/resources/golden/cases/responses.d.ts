/** Responses */
declare namespace api {
  interface Item {
    id: string;
    [key: string]: unknown;
  }

  /**
   * GET /one
   * @returns The item, as it is now.
   */
  function one(): Promise<Item>;

  /** GET /paged */
  function paged(): Promise<{ data: Item[]; headers: { Link?: string; "X-Next-Cursor"?: string; "X-Total"?: string } }>;

  /**
   * GET /several
   * @returns Later
   */
  function several(): Promise<Item | null>;

  /** GET /silent */
  function silent(): Promise<unknown>;

  /** GET /fallback */
  function fallback(): Promise<Item>;

  /** GET /range */
  function range(): Promise<Item>;

  /** GET /text */
  function text(): Promise<string>;

  /**
   * GET /file
   * @returns (base64)
   */
  function file(): Promise<string>;

  /** GET /either */
  function either(): Promise<Item>;

  /** HEAD /head */
  function head(): Promise<null>;

  /** GET /none */
  function none(): Promise<unknown>;

  /** GET /late */
  function late(): Promise<unknown>;
}
