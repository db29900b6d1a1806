import { didYouMean } from '../kernel/suggestion.ts';
import { UsageError } from './arguments.ts';

/** Commands of Packer's that do not exist here, with what to do instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  init: 'There is nothing to download: all supported plugins are built in. Leave the step out.',
  plugins: 'There is nothing to install: all supported plugins are built in.',
  plugin: 'There is nothing to install: all supported plugins are built in.',
  fmt: 'Use "packer fmt" for now.',
  console: 'Use "packer console" for now.',
  fix: 'It is only for legacy JSON templates. Use "packer fix", then "packer hcl2_upgrade".',
  hcl2_upgrade: 'Use "packer hcl2_upgrade" once, and keep what it writes.',
};

/** The error for a command that does not exist. */
export function unavailable(name: string, commands: readonly string[]): UsageError {
  const instead = Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : undefined;
  if (instead !== undefined) return new UsageError(`bake-ami has no command "${name}".`, instead);
  return new UsageError(
    `bake-ami has no command "${name}".`,
    `${didYouMean(name, commands)} bake-ami -help lists all.`.trim(),
  );
}
