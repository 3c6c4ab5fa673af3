/** Schemas */
declare namespace api {
  interface Everything {
    /** (uuid) */
    id: string;
    level?: Level;
    nothing?: null;
    /** (default false) */
    flag?: boolean;
    /** (integer, above 0, below 10) */
    count?: number;
    /** (multiple of 0.5) */
    step?: number;
    huge?: number;
    /** (1 to 9 characters) */
    text?: string | null;
    either?: string | number;
    constant?: 7;
    mixed?: "a" | 1 | true | null;
    objects?: unknown;
    tuple?: [string, number];
    openTuple?: unknown[];
    /** (1 to 3 items) */
    sized?: string[];
    map?: { [key: string]: number };
    closed?: { a?: string };
    open?: { a?: string; [key: string]: unknown };
    patterns?: { [key: string]: unknown };
    anything?: unknown;
    always?: unknown;
    never?: never;
    noType?: { a?: string; [key: string]: unknown };
    noTypeArray?: string[];
    anyOf?: string | number;
    oneOf?: Tree | null;
    allOf?: Tree & { more?: string; [key: string]: unknown };
    /** One tree. */
    single?: Tree;
    constrained?: { a?: string; b?: string; [key: string]: unknown };
    /** Its own words. */
    sibling?: Tree;
    widened?: Tree & { extra?: string; [key: string]: unknown };
    /** (not {"type":"string"}) */
    not?: unknown;
    /** (if {"required":["a"]}) (then {"required":["b"]}) */
    conditional?: { [key: string]: unknown };
    /** ($dynamicRef "#node") */
    dynamic?: unknown;
    word?: Promise2;
    /** (base64) */
    bytes?: string;
    "odd name"?: string;
    /** @deprecated Not for new code. */
    old?: string;
    strange?: unknown;
    undeclared: unknown;
    [key: string]: unknown;
  }

  type Level = "low" | "high";

  interface Promise2 {
    word?: string;
    [key: string]: unknown;
  }

  interface Tree {
    name: string;
    children?: Tree[];
  }

  /** GET /everything */
  function everything(): Promise<Everything>;
}
