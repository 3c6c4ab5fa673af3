/** Writes to the output that comes back with the script's result. */
declare const console: {
  debug(...values: unknown[]): void;
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
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
declare function clearTimeout(timer: number | undefined): void;
declare function queueMicrotask(callback: () => void): void;
