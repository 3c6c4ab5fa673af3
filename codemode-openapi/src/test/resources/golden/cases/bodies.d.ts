/** Bodies */
declare namespace api {
  interface Book {
    /** (at most 200 characters) */
    title: string;
    /** (above 0) */
    price?: number;
    /** (at most 5 items) */
    tags?: string[];
    [key: string]: unknown;
  }

  /** POST /flat (writes) */
  function flat(args: {
    /** (at most 200 characters) */
    title: string;
    /** (above 0) */
    price?: number;
    /** (at most 5 items) */
    tags?: string[];
  }): Promise<unknown>;

  /** POST /merged (writes) */
  function merged(args: {
    /** (at most 200 characters) */
    title: string;
    /** (above 0) */
    price?: number;
    /** (at most 5 items) */
    tags?: string[];
    by: string;
  }): Promise<unknown>;

  /** POST /optional (writes) */
  function optional(args?: {
    /** (at most 200 characters) */
    title?: string;
    /** (above 0) */
    price?: number;
    /** (at most 5 items) */
    tags?: string[];
  }): Promise<unknown>;

  /** POST /array (writes) */
  function array(args: {
    /** Books to add. */
    body: Book[];
  }): Promise<unknown>;

  /** POST /union (writes) */
  function union(args: { body: Book | string }): Promise<unknown>;

  /** POST /open (writes) */
  function open(args?: { name?: string; [key: string]: unknown }): Promise<unknown>;

  /** POST /map (writes) */
  function map(args: { body: { [key: string]: number } }): Promise<unknown>;

  /** PUT /collision/{title} (writes) */
  function collision(args: { title: string; body?: string; requestBody: Book }): Promise<null>;

  /** POST /form (writes) */
  function form(args?: { name?: string; ids?: number[]; deep?: { a?: string; [key: string]: unknown } }): Promise<null>;

  /** POST /upload (writes) */
  function upload(args: {
    /** (file or content as base64) */
    file: string | { content: string; filename?: string; type?: string };
    /** (each file or content as base64) */
    more?: (string | { content: string; filename?: string; type?: string })[];
    about?: Book;
  }): Promise<null>;

  /** POST /text (writes) */
  function text(args: {
    /** (text/plain) */
    body: string;
  }): Promise<null>;

  /** POST /xml (writes) */
  function xml(args: {
    /** (application/xml) */
    body: string;
  }): Promise<null>;

  /** POST /bytes (writes) */
  function bytes(args: {
    /** (application/octet-stream) (base64) */
    body: string;
  }): Promise<null>;

  /** POST /any (writes) */
  function any(args: {
    /** (at most 200 characters) */
    title: string;
    /** (above 0) */
    price?: number;
    /** (at most 5 items) */
    tags?: string[];
  }): Promise<null>;

  /** POST /empty (writes) */
  function empty(): Promise<null>;
}
