import { CloudError, invalidValue, missingParameter } from './cloud-error.ts';

/** A request's parameters as a tree: `Filter.1.Name=a` is Filter → 1 → Name with the value `a`. */
export interface ParameterNode {
  value: string | undefined;
  readonly children: Map<string, ParameterNode>;
}

/** No parameter of the services here has as many parts; a name of nothing but dots must not fill the memory. */
const MOST_PARTS = 30;

/** Builds the tree from the dotted names of the AWS Query protocol. Throws CloudError for what is no such name. */
export function parameterTree(parameters: Iterable<readonly [string, string]>): ParameterNode {
  const root: ParameterNode = { value: undefined, children: new Map() };
  for (const [name, value] of parameters) {
    let node = root;
    const parts = name.split('.', MOST_PARTS + 1);
    if (parts.length > MOST_PARTS) throw unknownParameter(`${name.slice(0, 100)}…`);
    for (const part of parts) {
      let child = node.children.get(part);
      if (child === undefined) {
        child = { value: undefined, children: new Map() };
        node.children.set(part, child);
      }
      node = child;
    }
    node.value = value;
  }
  return root;
}

/** Reads one parameter, or refuses it as EC2 would; `path` is its full name, for messages. */
export interface Kind<T> {
  read(node: ParameterNode | undefined, path: string): T;
}

export type Fields = Readonly<Record<string, Kind<unknown>>>;
export type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Kind<infer T> ? T : never };

/** Reads all fields of a node and refuses what is no field. */
export function readFields<F extends Fields>(fields: F, node: ParameterNode, path = ''): Values<F> {
  for (const name of node.children.keys()) {
    if (!Object.hasOwn(fields, name)) throw unknownParameter(path + name);
  }
  const values: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(fields)) {
    values[name] = kind.read(node.children.get(name), path + name);
  }
  // The loop above has filled in exactly the fields of F, each through its own kind.
  return values as Values<F>;
}

function unknownParameter(path: string): CloudError {
  return new CloudError('UnknownParameter', `The parameter ${path} is not recognized`);
}

/** The value of a node that has no parts; an empty value is a value. */
function leaf(node: ParameterNode | undefined, path: string): string | undefined {
  const [part] = node?.children.keys() ?? [];
  if (part !== undefined) throw unknownParameter(`${path}.${part}`);
  return node?.value;
}

export const text: Kind<string | undefined> = { read: leaf };

/** Text whose empty form means "not given", as EC2 takes identifiers: Packer sends `SubnetId=` when it has none. */
export const identifier: Kind<string | undefined> = { read: (node, path) => leaf(node, path) || undefined };

export const integer: Kind<number | undefined> = {
  read: (node, path) => {
    const value = leaf(node, path);
    if (value === undefined) return undefined;
    if (!/^-?\d{1,15}$/.test(value)) throw invalidValue(value, path, 'Expected an integer.');
    return Number(value);
  },
};

export const flag: Kind<boolean | undefined> = {
  read: (node, path) => {
    const value = leaf(node, path)?.toLowerCase();
    if (value === undefined) return undefined;
    if (value !== 'true' && value !== 'false') throw invalidValue(value, path, "Expected 'true' or 'false'.");
    return value === 'true';
  },
};

/** A moment in ISO 8601; the value is milliseconds since the Unix epoch. */
export const timestamp: Kind<number | undefined> = {
  read: (node, path) => {
    const value = leaf(node, path);
    if (value === undefined) return undefined;
    const moment = Date.parse(value);
    if (Number.isNaN(moment)) throw invalidValue(value, path, 'Expected a timestamp in ISO 8601 format.');
    return moment;
  },
};

export function oneOf<const V extends string>(...allowed: readonly V[]): Kind<V | undefined> {
  return {
    read: (node, path) => {
      const value = leaf(node, path);
      if (value === undefined) return undefined;
      const found = allowed.find((candidate) => candidate === value);
      if (found === undefined) throw invalidValue(value, path, `Valid values: ${allowed.join(', ')}.`);
      return found;
    },
  };
}

/** A list as EC2 writes it: `Name.1`, `Name.2`, …; gaps are allowed, order is by number. Absent is empty. */
export function listOf<T>(element: Kind<T>): Kind<readonly Exclude<T, undefined>[]> {
  return {
    read: (node, path) => {
      const values: Exclude<T, undefined>[] = [];
      for (const [index, child] of orderedElements(node, path)) {
        const value = element.read(child, `${path}.${index}`);
        if (isPresent(value)) values.push(value);
      }
      return values;
    },
  };
}

/** A list as the AWS Query protocol writes it in IAM and STS: `Name.member.1`, `Name.member.2`, … */
export function membersOf<T>(element: Kind<T>): Kind<readonly Exclude<T, undefined>[]> {
  const list = listOf(element);
  return {
    read: (node, path) => {
      const stray = [...(node?.children.keys() ?? [])].find((name) => name !== 'member');
      if (stray !== undefined) throw unknownParameter(`${path}.${stray}`);
      return list.read(node?.children.get('member'), `${path}.member`);
    },
  };
}

function isPresent<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined;
}

function orderedElements(node: ParameterNode | undefined, path: string): [string, ParameterNode][] {
  const elements = [...(node?.children ?? [])];
  const stray = elements.find(([index]) => !/^\d{1,6}$/.test(index));
  if (stray !== undefined) throw unknownParameter(`${path}.${stray[0]}`);
  return elements.sort(([a], [b]) => Number(a) - Number(b));
}

export function structure<F extends Fields>(fields: F): Kind<Values<F> | undefined> {
  return { read: (node, path) => (node === undefined ? undefined : readFields(fields, node, `${path}.`)) };
}

export function required<T>(kind: Kind<T>): Kind<Exclude<T, undefined>> {
  return {
    read: (node, path) => {
      const value = kind.read(node, path);
      if (!isPresent(value) || (Array.isArray(value) && value.length === 0)) throw missingParameter(path);
      return value;
    },
  };
}

/** A parameter that EC2 knows and this cloud reads without any effect (docs/local-cloud.md lists them). */
export const accepted: Kind<undefined> = { read: () => undefined };
