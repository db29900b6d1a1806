/** A role, with its inline policies. */
export interface Role {
  readonly name: string;
  readonly path: string;
  /** `AROA…` */
  readonly id: string;
  readonly description: string | undefined;
  /** JSON: who may take the role on. */
  readonly trustPolicy: string;
  /** JSON by name. */
  readonly policies: Map<string, string>;
  readonly tags: ReadonlyMap<string, string>;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  /** It was there from the beginning. */
  readonly isSeeded: boolean;
}

export interface InstanceProfile {
  readonly name: string;
  readonly path: string;
  /** `AIPA…` */
  readonly id: string;
  readonly tags: ReadonlyMap<string, string>;
  readonly createdAt: number;
  readonly isSeeded: boolean;
  /** The one role that a profile may have. */
  role: string | undefined;
  /** From when EC2 knows it with that role. */
  knownAt: number;
}

/** What IAM knows; it is not bound to a region. */
export class IamState {
  readonly roles = new Map<string, Role>();
  readonly profiles = new Map<string, InstanceProfile>();
  #count = 0;

  /** @param names of instance profiles that are there from the beginning, each with a role of the same name */
  constructor(names: readonly string[]) {
    for (const name of names) {
      const common = { name, path: '/', tags: new Map<string, string>(), createdAt: 0, isSeeded: true };
      const trustPolicy = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      });
      this.roles.set(name, {
        ...common,
        id: this.newId('AROA'),
        description: undefined,
        trustPolicy,
        policies: new Map(),
      });
      this.profiles.set(name, { ...common, id: this.newId('AIPA'), role: name, knownAt: 0 });
    }
  }

  /** `AROALOCALCLOUD0000001` */
  newId(prefix: string): string {
    this.#count += 1;
    return `${prefix}LOCALCLOUD${String(this.#count).padStart(7, '0')}`;
  }
}
