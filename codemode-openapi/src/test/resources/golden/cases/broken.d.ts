/** Broken */
declare namespace api {
  /** GET /fine */
  function fine(): Promise<string>;

  /** GET /missing */
  function missing(): Promise<unknown>;

  /** GET /loop */
  function loop(): Promise<unknown>;

  /** GET /bad */
  function bad(): Promise<unknown>;

  /** GET /file */
  function file(): Promise<unknown>;

  /** GET /remote */
  function remote(): Promise<unknown>;

  /** POST /notAnOperation (writes) */
  function stillThere(): Promise<null>;

  /** GET /other */
  function elsewhere(): Promise<null>;
}
