import { type LocalScriptOptions, localScriptSchema, validateLocalScript } from '../../engine/local-script/options.ts';
import { runLocalScript } from '../../engine/local-script/run-local-script.ts';
import type { Provisioner } from '../../engine/ports.ts';

/** Runs scripts on the machine that bakes, not on the one that is baked. */
export const shellLocalProvisioner: Provisioner<LocalScriptOptions> = {
  type: 'shell-local',
  isLocal: true,
  writesLocalFiles: () => true,
  schema: localScriptSchema,
  validate: validateLocalScript,
  provision: runLocalScript,
  behaviourVersion: 1,
  localInputs: ({ options: { script, scripts = [] } }) =>
    [...(script === undefined ? [] : [script]), ...scripts].map((path) => ({ path, modes: 'none' })),
};
