import { didYouMean } from '../kernel/suggestion.ts';
import { UsageError } from './arguments.ts';

const BUILT_IN =
  'There is nothing to install or to remove: all supported plugins are built in. "bake-ami init TEMPLATE" says which ones a template requires.';
const LEAVE_OUT = 'Leave the step out.';

/** Commands of Packer's that do not exist here, with what to do instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  plugins: BUILT_IN,
  plugin: BUILT_IN,
  fix: 'Legacy JSON templates are read as they are. For those that a very old Packer wrote, "packer fix" is still needed once.',
  hcl2_upgrade: 'There is no need to convert: legacy JSON templates are read as they are.',
  execute: `Plugins are no programs of their own here. ${LEAVE_OUT}`,
  'sbom-generate': `No SBOM is made for HCP Packer. ${LEAVE_OUT}`,
  'verify-attestation': 'Attestations are made and verified by GitHub: use "gh attestation verify".',
};

/** Where people who know Terraform or Docker would look. */
const MEANT: Readonly<Record<string, string>> = { apply: 'build', run: 'build', check: 'validate', lint: 'validate' };

/** The error for a command that does not exist. */
export function unavailable(name: string, commands: readonly string[]): UsageError {
  const instead = Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : undefined;
  if (instead !== undefined) return new UsageError(`bake-ami has no command "${name}".`, instead);
  const meant = Object.hasOwn(MEANT, name) ? ` Did you mean "${MEANT[name]}"?` : didYouMean(name, commands);
  return new UsageError(`bake-ami has no command "${name}".`, `${meant} bake-ami -help lists all.`.trim());
}
