/**
 * Names. An API of names with markup .
 * And a second paragraph.
 */
declare namespace api {
  /** GET /c */
  export function getSomethingDeprecated(): Promise<null>;

  /** GET /d */
  export function same(): Promise<null>;

  /** GET /g */
  export function then_(): Promise<null>;

  /** GET /h */
  export function _2faEnable(): Promise<null>;

  /** GET /j */
  function delete_(): Promise<null>;
  export { delete_ as delete };

  /** GET / */
  export function get(): Promise<null>;

  /** GET /k */
  export function withoutSlash(): Promise<null>;

  export namespace issues {
    /** GET /a */
    function listForRepo(): Promise<null>;
  }

  export namespace admin.users.session {
    /** GET /b */
    function reset(): Promise<null>;
  }

  export namespace pets.toys {
    /** GET /v1/pets/{petId}/toys */
    export function get(args: { petId: string }): Promise<null>;

    /** DELETE /v1/pets/{petId}/toys (destructive) */
    function delete_(args: { petId: string }): Promise<null>;
    export { delete_ as delete };
  }

  export namespace pets {
    /** GET /v1/pets/{petId} */
    function getByPetId(args: { petId: string }): Promise<null>;

    /** PATCH /v1/pets/{petId} (writes) */
    function patchByPetId(args: { petId: string }): Promise<null>;

    /** HEAD /v1/pets/{petId} */
    function headByPetId(args: { petId: string }): Promise<null>;
  }

  export namespace items {
    /** GET /items/{item_id} */
    function getByItem_id(args: { item_id: string }): Promise<null>;
  }

  export namespace d {
    /** PUT /d (writes) */
    function put(): Promise<null>;
  }

  export namespace e {
    /** GET /e */
    function get(): Promise<null>;
  }

  export namespace zone {
    /** GET /f */
    function list(): Promise<null>;
  }

  export namespace i {
    /** GET /i */
    function get(): Promise<null>;
  }
}
