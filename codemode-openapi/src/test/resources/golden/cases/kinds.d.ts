/** Kinds */
declare namespace api {
  type Cat = PetBase & { mood?: string; [key: string]: unknown };

  interface Circle {
    radius?: number;
    [key: string]: unknown;
  }

  type Client = ({ protocol?: "openid-connect" } & OidcClient) | ({ protocol?: "saml" } & SamlClient);

  interface ClientBase {
    clientId: string;
    protocol?: string;
    [key: string]: unknown;
  }

  type Daughter = ParentBase & { daughter?: string; [key: string]: unknown };

  interface Delete {
    key: string;
    [key: string]: unknown;
  }

  type DogBase = PetBase & { bark: string; [key: string]: unknown };

  type OidcClient = { flows?: string[]; [key: string]: unknown } & ClientBase;

  type Operation = ({ type: "PUT" } & Put) | ({ type: "DELETE" | "REMOVE" } & Delete);

  type Parent = { kind?: string; [key: string]: unknown } & (Son | Daughter);

  interface ParentBase {
    kind?: string;
    [key: string]: unknown;
  }

  type Pet = ({ petType: "Cat" } & Cat) | ({ petType: "Dog" } & DogBase) | ({ petType: "Puppy" } & Puppy) | PetBase;

  interface PetBase {
    petType: string;
    name?: string;
    [key: string]: unknown;
  }

  type Puppy = DogBase & { age?: number; [key: string]: unknown };

  interface Put {
    key: string;
    content?: string;
    [key: string]: unknown;
  }

  type SamlClient = { signed?: boolean; [key: string]: unknown } & ClientBase;

  type Shape = ({ shape: "Circle" } & Circle) | Square;

  type Son = ParentBase & { son?: string; [key: string]: unknown };

  interface Square {
    shape: "square";
    side?: number;
    [key: string]: unknown;
  }

  /** POST /pets (writes) */
  function addPet(args: {
    petType: "Cat" | "Dog" | "Puppy" | string;
    name?: string;
    mood?: string;
    bark?: string;
    age?: number;
    [key: string]: unknown;
  }): Promise<Pet[]>;

  /** POST /forms (writes) */
  function addForm(args?: {
    petType?: "Cat" | "Dog" | "Puppy" | string;
    name?: string;
    mood?: string;
    bark?: string;
    age?: number;
    [key: string]: unknown;
  }): Promise<null>;

  /** POST /inline (writes) */
  function addInline(args?: { kind?: string; [key: string]: unknown }): Promise<null>;

  /** PUT /clients (writes) */
  function putClient(args: {
    protocol?: "openid-connect" | "saml";
    flows?: string[];
    clientId: string;
    signed?: boolean;
    [key: string]: unknown;
  }): Promise<Client>;

  /** POST /operations (writes) */
  function commit(args?: { all?: Operation[] }): Promise<Shape>;

  /** GET /parents */
  function getParent(): Promise<Parent>;
}
