declare namespace shop {
  export function list(args: { id: string }): Promise<null>;

  export namespace delete__ {
    function item(args: { id: string }): Promise<null>;
  }

  export namespace orders {
    export function new__(args: { id: string }): Promise<null>;
    export { new__ as new };
  }

  export namespace orders.new__ {
    function draft(args: { id: string }): Promise<null>;
  }

  export namespace orders.import__.delete_ {
    function class__(args: { id: string }): Promise<null>;
    export { class__ as class };
  }

  export namespace orders { export { import__ as import }; }

  export { delete__ as delete };
}
