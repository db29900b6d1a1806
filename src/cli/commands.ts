import type { Command } from './command.ts';

/** Each command is loaded only when it is called: what a run does not use costs no time. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.ts')).initCommand,
  build: async () => (await import('./commands/build.ts')).buildCommand,
  validate: async () => (await import('./commands/validate.ts')).validateCommand,
  inspect: async () => (await import('./commands/inspect.ts')).inspectCommand,
  console: async () => (await import('./commands/console.ts')).consoleCommand,
  fmt: async () => (await import('./commands/fmt.ts')).fmtCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  plan: async () => (await import('./commands/plan.ts')).planCommand,
  merge: async () => (await import('./commands/merge.ts')).mergeCommand,
  policy: async () => (await import('./commands/policy.ts')).policyCommand,
  prune: async () => (await import('./commands/prune.ts')).pruneCommand,
  sweep: async () => (await import('./commands/sweep.ts')).sweepCommand,
  'local-cloud': async () => (await import('./commands/local-cloud.ts')).localCloudCommand,
  version: async () => (await import('./commands/version.ts')).versionCommand,
};
