/** Directions */
declare namespace api {
  interface Address {
    street?: string;
    [key: string]: unknown;
  }

  interface Team {
    users?: User[];
    parent?: Team;
    [key: string]: unknown;
  }

  interface TeamInput {
    users?: UserInput[];
    parent?: TeamInput;
    [key: string]: unknown;
  }

  interface User {
    id: number;
    name: string;
    address?: Address;
    [key: string]: unknown;
  }

  interface UserInput {
    name: string;
    password?: string;
    address?: Address;
    [key: string]: unknown;
  }

  /** POST /users (writes) */
  function createUser(args: { name: string; password?: string; address?: Address }): Promise<User>;

  /** POST /teams (writes) */
  function createTeam(args?: { team?: TeamInput }): Promise<Team>;
}
