/** Books */
declare namespace api {
  /** Finds one book */
  function getBook(args: {
    shelf: string;
    /** Instead of the path's. */
    verbose?: "yes" | "no";
    /** ISBN-13 (matches ^[0-9]{13}$) */
    isbn: string;
    shelfInQuery?: number;
    /** @deprecated Not for new code. */
    "X-Trace"?: string;
    session?: string;
  }): Promise<string>;

  /** GET /styles/{label}{matrix} */
  function styles(args: {
    label: string[];
    matrix: { [key: string]: string };
    form?: string[];
    spaces?: string[];
    pipes?: string[];
    deep?: { min?: number; [key: string]: unknown };
    filter?: { a?: string; [key: string]: unknown };
    reserved?: string;
    odd?: string;
    "filter[name]"?: string;
    /** The page, from 1. (integer, at least 1, default 1) */
    page?: number;
  }): Promise<null>;

  /** GET /undeclared/{id} */
  function undeclared(args: { id: string }): Promise<null>;
}
