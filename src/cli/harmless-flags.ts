import type { Reporter } from '../kernel/events.ts';
import { type Flag, flagOn, type ParsedArguments } from './arguments.ts';

/** Packer's flags that people have in their scripts and that have nothing to change here: each with the reason. */
const REASONS = {
  'ignore-prerelease-plugins': 'plugins are built in, and none of them is a pre-release.',
  'use-sequential-evaluation':
    'locals and data sources are evaluated after what they need, which gives the same values as one after the other.',
  'skip-enforcement': 'nothing is asked of HCP Packer, so it enforces nothing.',
} as const;
type Name = keyof typeof REASONS;

/** The declaration of such flags, for a command that has them in Packer. */
export function harmlessFlags<N extends Name>(...names: readonly N[]): Record<N, Flag> {
  const entries = names.map((name) => [name, { kind: 'boolean', doc: `Changes nothing: ${REASONS[name]}` }]);
  return Object.fromEntries(entries) as Record<N, Flag>;
}

/** Says of each that was given that it changes nothing. */
export function noteHarmlessFlags(parsed: ParsedArguments, reporter: Reporter): void {
  for (const [name, reason] of Object.entries(REASONS)) {
    if (flagOn(parsed, name)) {
      reporter.report({ type: 'log', level: 'info', message: `-${name} changes nothing here: ${reason}` });
    }
  }
}
