/** Old books */
declare namespace api {
  interface Book {
    title: string;
    note?: string | null;
    [key: string]: unknown;
  }

  /**
   * GET /books
   * @returns Books
   */
  function listBooks(args?: {
    /** (integer, at least 1, default 10) */
    limit?: number;
    tags?: string[];
    csv?: string[];
    ssv?: string[];
    tsv?: string[];
    pipes?: string[];
    "X-Trace"?: string;
  }): Promise<{ data: Book[]; headers: { Link?: string } }>;

  /** POST /books (writes) */
  function addBook(args: { title: string; note?: string | null }): Promise<Book>;

  /** POST /books/{id}/cover (writes) */
  function setCover(args: {
    id: string;
    /** (file or content as base64) */
    cover: string | { content: string; filename?: string; type?: string };
    /** What it shows. */
    caption?: string;
  }): Promise<null>;

  /**
   * POST /search (writes)
   * @returns (base64)
   */
  function search(args: { words: string[]; in?: "title" | "text" }): Promise<string>;
}
