/** Writes to the output that comes back with the script's result. */
declare const console: {
  debug(...values: unknown[]): void;
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  dir(value: unknown): void;
  table(value: unknown): void;
};

/** Finds operations from within a script. */
declare namespace codemode {
  interface Hit {
    name: string;
    description: string;
    effect: "read" | "write" | "destructive";
    signature: string;
  }

  /** Finds operations by words. */
  function search(
    query: string,
    options?: { service?: string; limit?: number; offset?: number },
  ): Promise<{ total: number; hits: Hit[] }>;

  /** Returns the TypeScript of an operation and of the types that it needs. */
  function describe(name: string): Promise<string>;
}

declare function setTimeout(callback: (...values: any[]) => void, milliseconds?: number, ...values: unknown[]): number;
declare function setInterval(callback: (...values: any[]) => void, milliseconds?: number, ...values: unknown[]): number;
declare function clearTimeout(timer: number | undefined): void;
declare function clearInterval(timer: number | undefined): void;
declare function queueMicrotask(callback: () => void): void;

/** The clock stands still while a script computes. */
declare const performance: {
  readonly timeOrigin: number;
  now(): number;
};

/** Copies data, with cycles. Nothing can be transferred. */
declare function structuredClone<T>(value: T): T;

/** Decodes base64 to a text of one character per byte. */
declare function atob(base64: string): string;
/** Encodes a text of one character per byte as base64. */
declare function btoa(text: string): string;

/** Numbers from the seed of the execution: unique, but not secret. */
declare const crypto: {
  randomUUID(): `${string}-${string}-${string}-${string}-${string}`;
  getRandomValues<T extends ArrayBufferView>(array: T): T;
};

declare class TextEncoder {
  readonly encoding: string;
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number };
}

/** Decodes utf-8, utf-16le, utf-16be and windows-1252. */
declare class TextDecoder {
  constructor(encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}

declare class URL {
  constructor(url: string | URL, base?: string | URL);
  static canParse(url: string | URL, base?: string | URL): boolean;
  static parse(url: string | URL, base?: string | URL): URL | null;
  href: string;
  readonly origin: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  readonly searchParams: URLSearchParams;
  hash: string;
  toString(): string;
  toJSON(): string;
}

declare class URLSearchParams {
  constructor(init?: string | Record<string, string> | Iterable<[string, string]> | URLSearchParams);
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string, value?: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string, value?: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  forEach(callback: (value: string, name: string, params: URLSearchParams) => void, thisArg?: any): void;
  entries(): IterableIterator<[string, string]>;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  [Symbol.iterator](): IterableIterator<[string, string]>;
  toString(): string;
}

declare class DOMException extends Error {
  constructor(message?: string, name?: string | { name?: string; cause?: unknown });
  readonly name: string;
  readonly code: number;
}

declare class Event {
  constructor(type: string, options?: { bubbles?: boolean; cancelable?: boolean; composed?: boolean });
  readonly type: string;
  readonly target: EventTarget | null;
  readonly currentTarget: EventTarget | null;
  readonly eventPhase: number;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly composed: boolean;
  readonly defaultPrevented: boolean;
  readonly isTrusted: boolean;
  readonly timeStamp: number;
  composedPath(): EventTarget[];
  preventDefault(): void;
  stopPropagation(): void;
  stopImmediatePropagation(): void;
}

type EventListener = ((event: Event) => void) | { handleEvent(event: Event): void };

declare class EventTarget {
  addEventListener(
    type: string,
    listener: EventListener | null,
    options?: boolean | { capture?: boolean; once?: boolean; passive?: boolean; signal?: AbortSignal },
  ): void;
  removeEventListener(type: string, listener: EventListener | null, options?: boolean | { capture?: boolean }): void;
  dispatchEvent(event: Event): boolean;
}

declare class AbortSignal extends EventTarget {
  private constructor();
  static abort(reason?: any): AbortSignal;
  static timeout(milliseconds: number): AbortSignal;
  static any(signals: Iterable<AbortSignal>): AbortSignal;
  readonly aborted: boolean;
  readonly reason: any;
  onabort: ((event: Event) => void) | null;
  throwIfAborted(): void;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: any): void;
}

interface ArrayConstructor {
  fromAsync<T>(items: AsyncIterable<T> | Iterable<T | PromiseLike<T>> | ArrayLike<T | PromiseLike<T>>): Promise<T[]>;
  fromAsync<T, U>(
    items: AsyncIterable<T> | Iterable<T> | ArrayLike<T>,
    map: (value: Awaited<T>, index: number) => U,
    thisArg?: any,
  ): Promise<Awaited<U>[]>;
}

/** Temporal, whose types are left open here. Temporal.Now is the clock of the execution, in UTC. */
declare namespace Temporal {
  const Now: any;
  const Instant: any;
  type Instant = any;
  const ZonedDateTime: any;
  type ZonedDateTime = any;
  const PlainDateTime: any;
  type PlainDateTime = any;
  const PlainDate: any;
  type PlainDate = any;
  const PlainTime: any;
  type PlainTime = any;
  const PlainYearMonth: any;
  type PlainYearMonth = any;
  const PlainMonthDay: any;
  type PlainMonthDay = any;
  const Duration: any;
  type Duration = any;
}

/** Books, their authors and prices. */
declare namespace catalogue {
  /** Somebody who wrote a book. */
  interface Author {
    /** the author's number (integer) */
    id: number;
    /** given name and surname */
    name: string;
    /** null where it is not known (integer) */
    birthYear: number | null;
  }

  /** A book that the shop sells. */
  interface Book {
    /** ISBN-13 without hyphens */
    isbn: string;
    /** the title */
    title: string;
    /** who wrote it */
    author: Author;
    /** the shelf that it stands on */
    genre: Genre;
    /** the day of publication (date) */
    published: string;
    /** the price of one copy in euros */
    price: number;
  }

  /** A price that was changed. */
  interface PriceChange {
    /** the book */
    isbn: string;
    /** the old price in euros */
    before: number;
    /** the new price in euros */
    after: number;
  }

  /** The shelf that a book stands on. */
  type Genre = "CRIME" | "FANTASY" | "HISTORY" | "POETRY" | "ROMANCE" | "SCIENCE" | "TRAVEL";

  /** Some of the rows that matched. */
  interface PageOfBook {
    /** how many rows matched in all (integer) */
    total: number;
    /** the offset of the next page, or null on the last one (integer) */
    nextOffset: number | null;
    /** the rows of this page */
    items: Book[];
  }

  /**
   * Returns an author.
   * @returns null if there is no such author
   */
  function author(args: {
    /** the author's number (integer) */
    id: number;
  }): Promise<Author | null>;

  /**
   * Finds authors.
   * @returns in the order of the names
   */
  function authors(args?: {
    /** part of the name, in any case */
    name?: string | null;
  }): Promise<Author[]>;

  /**
   * Returns the books of an author.
   * @returns the newest first; none if there is no such author
   */
  function byAuthor(args: {
    /** the author's number (integer) */
    authorId: number;
  }): Promise<Book[]>;

  /** Changes the price of a book. Orders that were placed keep theirs. (writes) */
  function changePrice(args: {
    /** ISBN-13 without hyphens */
    isbn: string;
    /** the new price in euros (above 0) */
    price: number;
  }): Promise<PriceChange>;

  /** Returns the number of books of each genre. */
  function genres(): Promise<{
    CRIME?: number;
    FANTASY?: number;
    HISTORY?: number;
    POETRY?: number;
    ROMANCE?: number;
    SCIENCE?: number;
    TRAVEL?: number;
  }>;

  /** Returns a book. */
  function get(args: {
    /** ISBN-13 without hyphens */
    isbn: string;
  }): Promise<Book>;

  /**
   * Returns the latest books.
   * @returns the newest first
   */
  function newReleases(args?: {
    /** only books published on this day or later (date) */
    since?: string | null;
    /** how many books to return (integer, 1 to 100, default 20) */
    limit?: number;
  }): Promise<Book[]>;

  /**
   * Finds books.
   * @returns in the order of the titles
   */
  function search(args?: {
    /** part of the title or of the author's name, in any case */
    text?: string | null;
    /** only books of this genre */
    genre?: Genre | null;
    /** only books that cost at most this many euros (above 0) */
    maxPrice?: number | null;
    /** how many books to skip (integer, at least 0, default 0) */
    offset?: number;
    /** how many books to return (integer, 1 to 100, default 20) */
    limit?: number;
  }): Promise<PageOfBook>;
}

/** Customers, their addresses and loyalty points. */
declare namespace customers {
  /** Somebody who buys. */
  interface Customer {
    /** the customer's number (integer) */
    id: number;
    /** given name and surname */
    name: string;
    /** unique among customers */
    email: string;
    /** where parcels go */
    address: Address;
    /** loyalty points (integer) */
    points: number;
    /** what the points are worth */
    level: LoyaltyLevel;
    /** the day of registration (date) */
    since: string;
  }

  /** Where parcels go. */
  interface Address {
    /** street and house number (not blank) */
    street: string;
    /** the city (not blank) */
    city: string;
    /** the postal code as the country writes it (not blank) */
    postcode: string;
    /** ISO 3166 code of two letters, such as "NL" (matches ^[A-Z]{2}$) */
    country: string;
  }

  /** Some of the rows that matched. */
  interface PageOfCustomer {
    /** how many rows matched in all (integer) */
    total: number;
    /** the offset of the next page, or null on the last one (integer) */
    nextOffset: number | null;
    /** the rows of this page */
    items: Customer[];
  }

  /** What a customer registers with. */
  interface NewCustomer {
    /** given name and surname (not blank) */
    name: string;
    /** must not belong to another customer (email) */
    email: string;
    /** where parcels go */
    address: Address;
  }

  /** What a customer's loyalty points are worth: SILVER from 500 points, GOLD from 2,000. */
  type LoyaltyLevel = "BRONZE" | "SILVER" | "GOLD";

  /** Adds loyalty points, which may lift the customer to a higher level. (writes) */
  function addPoints(args: {
    /** the customer's number (integer) */
    id: number;
    /** how many points to add (integer, above 0, at most 10000) */
    points: number;
  }): Promise<Customer>;

  /**
   * Returns the customer of an e-mail address.
   * @returns null if nobody has the address
   */
  function byEmail(args: {
    /** the whole address, in any case */
    email: string;
  }): Promise<Customer | null>;

  /** Changes where a customer's parcels go. (writes) */
  function changeAddress(args: {
    /** the customer's number (integer) */
    id: number;
    /** the new address */
    address: Address;
  }): Promise<Customer>;

  /**
   * Finds customers.
   * @returns in the order of the numbers
   */
  function find(args?: {
    /** part of the name, in any case */
    name?: string | null;
    /** ISO 3166 code of two letters, such as "NL" */
    country?: string | null;
    /** only customers with at least this many loyalty points (integer) */
    minPoints?: number | null;
    /** how many customers to skip (integer, at least 0, default 0) */
    offset?: number;
    /** how many customers to return (integer, 1 to 100, default 20) */
    limit?: number;
  }): Promise<PageOfCustomer>;

  /** Returns a customer. */
  function get(args: {
    /** the customer's number (integer) */
    id: number;
  }): Promise<Customer>;

  /** Registers a customer, who starts without loyalty points. (writes) */
  function register(args: NewCustomer): Promise<Customer>;
}

/** Customer orders, from placing to refund. */
declare namespace orders {
  /** An order with all that belongs to it. */
  interface Order {
    /** the order's number (integer) */
    id: number;
    /** who ordered (integer) */
    customerId: number;
    /** how far it has come */
    status: OrderStatus;
    /** when it was placed (date-time) */
    placedAt: string;
    /** when it left the shop, or null if it has not (date-time) */
    shippedAt: string | null;
    /** the books */
    lines: OrderLine[];
    /** the sum of the lines in euros */
    total: number;
    /** how it was paid, or null if it was not */
    payment: Payment | null;
    /** what the customer got back in euros */
    refunded: number;
  }

  /** How far an order has come: PLACED, then PAID, then SHIPPED. CANCELLED ends one that was not shipped. */
  type OrderStatus = "PLACED" | "PAID" | "SHIPPED" | "CANCELLED";

  /** Some of the rows that matched. */
  interface PageOfOrderSummary {
    /** how many rows matched in all (integer) */
    total: number;
    /** the offset of the next page, or null on the last one (integer) */
    nextOffset: number | null;
    /** the rows of this page */
    items: OrderSummary[];
  }

  /** How an order is paid. */
  type Payment = Card | Invoice | Voucher;

  /** What a customer wants to buy. */
  interface NewOrder {
    /** who orders (integer) */
    customerId: number;
    /** the books, each in one line (at least 1 item) */
    lines: NewOrderLine[];
  }

  /** A book in an order. */
  interface OrderLine {
    /** the book */
    isbn: string;
    /** how many copies (integer) */
    quantity: number;
    /** the price of one copy in euros on the day of the order */
    unitPrice: number;
  }

  /** An order without its lines. */
  interface OrderSummary {
    /** the order's number (integer) */
    id: number;
    /** who ordered (integer) */
    customerId: number;
    /** how far it has come */
    status: OrderStatus;
    /** when it was placed (date-time) */
    placedAt: string;
    /** the sum of its lines in euros */
    total: number;
  }

  /** By card, charged at once. */
  interface Card {
    type: "Card";
    /** the last four digits of the card's number (matches ^[0-9]{4}$) */
    lastFour: string;
  }

  /** By bank transfer. */
  interface Invoice {
    type: "Invoice";
    /** the day by which the money must arrive (date) */
    due: string;
  }

  /** With a gift voucher. */
  interface Voucher {
    type: "Voucher";
    /** what is printed on it (not blank) */
    code: string;
  }

  /** A book to order. */
  interface NewOrderLine {
    /** ISBN-13 without hyphens */
    isbn: string;
    /** how many copies (integer, 1 to 99) */
    quantity: number;
  }

  /** Cancels an order that was not shipped and puts its books back. There is no way to revive it. (destructive) */
  function cancel(args: {
    /** the order's number (integer) */
    id: number;
    /** what the customer should read (not blank) */
    reason: string;
  }): Promise<Order>;

  /**
   * Finds orders, newest first.
   * @returns orders without their lines, which orders.get returns
   */
  function find(args?: {
    /** only orders in this state */
    status?: OrderStatus | null;
    /** only orders of this customer (integer) */
    customerId?: number | null;
    /** only orders placed on this day (UTC) or later (date) */
    from?: string | null;
    /** only orders placed on this day (UTC) or earlier (date) */
    to?: string | null;
    /** how many orders to skip (integer, at least 0, default 0) */
    offset?: number;
    /** how many orders to return (integer, 1 to 200, default 50) */
    limit?: number;
  }): Promise<PageOfOrderSummary>;

  /** Returns an order with its lines and its payment. */
  function get(args: {
    /** the order's number (integer) */
    id: number;
  }): Promise<Order>;

  /** Pays an order that was placed. (writes) */
  function pay(args: {
    /** the order's number (integer) */
    id: number;
    /** how it is paid */
    payment: Payment;
  }): Promise<Order>;

  /** Places an order at today's prices. Fails as a whole if one of its books is out of stock. (writes) */
  function place(args: NewOrder): Promise<Order>;

  /** Gives back money for an order that was paid. The money is gone at once. (destructive) */
  function refund(args: {
    /** the order's number (integer) */
    id: number;
    /** euros to give back; with earlier refunds at most the order's total (above 0) */
    amount: number;
  }): Promise<Order>;

  /** Ships an order that was paid. (writes) */
  function ship(args: {
    /** the order's number (integer) */
    id: number;
  }): Promise<Order>;
}

/** Stock levels, deliveries and losses. */
declare namespace inventory {
  /** How many copies of a book there are. */
  interface StockLevel {
    /** the book */
    isbn: string;
    /** copies in the shop (integer) */
    onHand: number;
    /** the number of copies below which the shop should order more (integer) */
    reorderBelow: number;
  }

  /** A change of a stock level. */
  interface StockMovement {
    /** when it happened (date-time) */
    at: string;
    /** what happened */
    kind: MovementKind;
    /** copies that came, below zero for those that went (integer) */
    change: number;
    /** what was written down about it */
    reason: string;
  }

  /** Books that a supplier brought. */
  interface Delivery {
    /** who brought them (not blank) */
    supplier: string;
    /**
     * how many copies by ISBN
     * Must not be empty.
     */
    copies: { [key: string]: number };
  }

  /** What changes a stock level. */
  type MovementKind = "DELIVERY" | "SALE" | "RETURN" | "COUNT" | "WRITE_OFF";

  /** Sets a stock level to what was counted. (writes) */
  function adjust(args: {
    /** ISBN-13 without hyphens */
    isbn: string;
    /** the copies that are there (integer, at least 0) */
    counted: number;
  }): Promise<StockLevel>;

  /** Returns how many copies of a book there are. */
  function level(args: {
    /** ISBN-13 without hyphens */
    isbn: string;
  }): Promise<StockLevel>;

  /**
   * Returns the books that the shop should order more of.
   * @returns the fewest copies first
   */
  function low(args?: {
    /** how many books to return (integer, 1 to 100, default 20) */
    limit?: number;
  }): Promise<StockLevel[]>;

  /**
   * Returns what changed a stock level.
   * @returns the newest first, at most 100
   */
  function movements(args: {
    /** ISBN-13 without hyphens */
    isbn: string;
  }): Promise<StockMovement[]>;

  /**
   * Puts a delivery on the shelves. Fails as a whole if one of its books is unknown. (writes)
   * @returns the new stock levels in the order of the ISBN
   */
  function receive(args: Delivery): Promise<StockLevel[]>;

  /** Writes off copies that are damaged or gone. They cannot be brought back. (destructive) */
  function writeOff(args: {
    /** ISBN-13 without hyphens */
    isbn: string;
    /** how many copies (integer, above 0) */
    copies: number;
    /** what happened to them (not blank) */
    reason: string;
  }): Promise<StockLevel>;
}
