/** A version such as `1.8.0`, `v1.2` or `2.0.0-beta1`, as HashiCorp's tools read it; missing numbers are 0. */
export interface Version {
  readonly numbers: readonly number[];
  /** After the dash; empty for a release. */
  readonly prerelease: string;
}

/** One bound, such as `>= 1.8.0`. */
export interface Constraint {
  readonly operator: Operator;
  readonly version: Version;
  /** How many numbers are written: what `~>` depends on. */
  readonly precision: number;
}

type Operator = '=' | '!=' | '>' | '<' | '>=' | '<=' | '~>';

const VERSION = /^v?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.~-]+))?(?:\+[0-9A-Za-z.~-]+)?$/;
const CONSTRAINT = /^(=|!=|>=|<=|>|<|~>)?\s*(\S+)$/;

/** Undefined when the text is no version. */
export function parseVersion(text: string): Version | undefined {
  const match = VERSION.exec(text.trim());
  if (match === null) return undefined;
  return { numbers: (match[1] ?? '').split('.').map(Number), prerelease: match[2] ?? '' };
}

/** Reads constraints separated by commas, all of which have to hold; undefined when one can't be read. */
export function parseConstraints(text: string): readonly Constraint[] | undefined {
  const constraints: Constraint[] = [];
  for (const part of text.split(',')) {
    const match = CONSTRAINT.exec(part.trim());
    const version = match === null ? undefined : parseVersion(match[2] ?? '');
    if (match === null || version === undefined) return undefined;
    constraints.push({
      operator: (match[1] ?? '=') as Operator,
      version,
      precision: version.numbers.length,
    });
  }
  return constraints;
}

/** Whether all of the constraints hold for a version. */
export function satisfies(version: Version, constraints: readonly Constraint[]): boolean {
  return constraints.every((constraint) => satisfiesOne(version, constraint));
}

function satisfiesOne(version: Version, { operator, version: wanted, precision }: Constraint): boolean {
  const order = compareVersions(version, wanted);
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '~>':
      // Only the last number that is written may grow: ~> 1.2 allows 1.9, ~> 1.2.3 allows 1.2.9, ~> 1 allows 2.0.
      return (
        order >= 0 &&
        wanted.numbers.slice(0, precision - 1).every((number, index) => numberAt(version, index) === number)
      );
  }
}

/** Negative when `a` is older. A pre-release is older than its release. */
export function compareVersions(a: Version, b: Version): number {
  const length = Math.max(a.numbers.length, b.numbers.length);
  for (let index = 0; index < length; index += 1) {
    const difference = numberAt(a, index) - numberAt(b, index);
    if (difference !== 0) return difference;
  }
  if (a.prerelease === b.prerelease) return 0;
  if (a.prerelease === '' || b.prerelease === '') return a.prerelease === '' ? 1 : -1;
  return a.prerelease < b.prerelease ? -1 : 1;
}

function numberAt(version: Version, index: number): number {
  return version.numbers[index] ?? 0;
}
