import type { SourceRange } from '../kernel/source-range.ts';
import type { Findings } from './findings.ts';
import { parseConstraints, parseVersion, satisfies } from './version-constraint.ts';

export interface VersionRequirement {
  readonly what: string;
  /** What is built in; undefined: only whether the constraint can be read matters. */
  readonly version: string | undefined;
  readonly constraint: string;
  readonly subject: SourceRange;
}

/**
 * Nothing is downloaded: what is built in has to do, and mostly does. A template is told when it asks for another version;
 * were it to use what is not there, that would be refused by its name.
 */
export function checkVersion({ what, version, constraint, subject }: VersionRequirement, findings: Findings): void {
  const constraints = parseConstraints(constraint);
  if (constraints === undefined) {
    findings.error({
      code: 'invalid-version-constraint',
      summary: 'Invalid version constraint',
      detail: `"${constraint}" is no version constraint. Write for example ">= 1.2.0", "~> 1.2" or ">= 1.2.0, < 2.0.0".`,
      subject,
    });
    return;
  }
  const builtIn = version === undefined ? undefined : parseVersion(version);
  if (builtIn === undefined || satisfies(builtIn, constraints)) return;
  findings.warning({
    code: 'unmet-version-constraint',
    summary: `${what} is required in another version`,
    detail: `The template asks for "${constraint}"; bake-ami behaves as version ${version}, and downloads nothing. The build goes on with what is built in; an option that it does not know would be refused by name.`,
    subject,
  });
}
