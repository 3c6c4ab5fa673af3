/** Schemas */
declare namespace api {
  interface Author {
    name?: string | null;
    [key: string]: unknown;
  }

  interface Cat {
    kind: "cat";
    lives?: number;
    [key: string]: unknown;
  }

  interface Dog {
    kind: "dog";
    tricks?: string[];
    [key: string]: unknown;
  }

  type Loose = ({ kind: "a" } & Author) | Dog;

  type Pet = Cat | Dog;

  /** GET /all */
  function all(): Promise<{
    nullable?: string | null;
    nullableEnum?: "a" | "b" | null;
    nullableReference?: Author | null;
    /** (integer, above 0, at most 9) */
    exclusive?: number;
    /** Still shown. */
    ignoredSibling?: Author;
    pet?: Pet;
    loose?: Loose;
    numbers?: "1" | "2";
    [key: string]: unknown;
  }>;
}
