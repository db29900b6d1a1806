import { type LocalScriptOptions, localScriptSchema, validateLocalScript } from '../../engine/local-script/options.ts';
import { runLocalScript } from '../../engine/local-script/run-local-script.ts';
import type { Artifact, PostProcessContext, PostProcessor } from '../../engine/ports.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';

/** Runs scripts on the machine that bakes, once the artifact is there. */
export const shellLocalPostProcessor: PostProcessor<LocalScriptOptions> = {
  type: 'shell-local',
  schema: localScriptSchema,
  keepsInput: 'always',
  runsOnReused: false,
  validate: validateLocalScript,
  async process(decoded, artifact: Artifact, context: PostProcessContext) {
    await runLocalScript(throughShell(decoded), context);
    return artifact;
  },
};

/** Only here: an execute_command of one element is a command line for a shell. */
function throughShell(decoded: DecodedOptions<LocalScriptOptions>): DecodedOptions<LocalScriptOptions> {
  const command = decoded.options.execute_command;
  if (command?.length !== 1) return decoded;
  const options = { ...decoded.options, execute_command: ['sh', '-c', ...command] };
  return {
    options,
    range: (path) => decoded.range(path),
    given: (path) => decoded.given(path),
    unknown: (path) => decoded.unknown(path),
  };
}
