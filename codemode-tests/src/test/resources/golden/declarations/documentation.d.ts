/** Customer orders. */
declare namespace orders {
  /** Names an order. */
  export interface OrderId {
    id: string;
  }

  /**
   * Finds orders, newest first.
   * Drafts are left out.
   * @returns their ids
   */
  export function find(args: {
    /** at most this many (integer, 1 to 100, default 20) */
    limit: number;
    /**
     * first day (date, example "2026-01-31")
     * @deprecated Use `since`.
     */
    from?: string;
    /**
     * A comment *\/ that ends early.
     * Two lines.
     */
    text?: string;
  }): Promise<string[]>;

  /** Deletes an order. (destructive) */
  function delete_(args: OrderId): Promise<null>;
  export { delete_ as delete };

  export namespace notes {
    /** Adds a note. (writes) */
    function create(args: OrderId): Promise<null>;
  }
}
