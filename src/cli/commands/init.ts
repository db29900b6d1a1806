import { init, type PluginState } from '../../app/init.ts';
import { type Flag, flagOn } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { OUTPUT_FLAGS, reporterFor, uiFor } from '../output-flags.ts';
import { TEMPLATE_FLAGS, templateRequest } from '../template-flags.ts';

const FLAGS = {
  upgrade: { kind: 'boolean', doc: 'Has nothing to do: what is built in changes with bake-ami itself.' },
  force: { kind: 'boolean', doc: 'Has nothing to do: nothing is downloaded, so nothing can be downloaded again.' },
  ...TEMPLATE_FLAGS,
  ...OUTPUT_FLAGS,
} as const satisfies Record<string, Flag>;

export const initCommand: Command = {
  name: 'init',
  summary: 'Say which plugins that a template requires are built in; there is nothing to download',
  positionals: 'TEMPLATE',
  flags: FLAGS,
  async run(parsed, terminal) {
    const ui = uiFor(parsed, terminal);
    const { plugins } = await init({
      ...terminal.surroundings(reporterFor(parsed, terminal)),
      ...templateRequest('init', parsed, terminal.workingDirectory),
    });
    if (plugins === undefined) return EXIT.failed;
    for (const plugin of plugins) ui.say(describe(plugin));
    if (plugins.length === 0)
      ui.say('No plugins requirement found, and none is needed: all that is supported is built in.');
    for (const name of ['upgrade', 'force']) {
      if (flagOn(parsed, name)) ui.say(`-${name} has nothing to do: plugins are built in and never downloaded.`);
    }
    return EXIT.done;
  },
};

function describe({ name, source, constraint, builtIn }: PluginState): string {
  const required = `${name} (${source} ${constraint})`;
  return builtIn === undefined
    ? `Not built in: ${required}. Builds that use it can't run here: leave them out with -only or -except, or run them with Packer.`
    : `Built in: ${required}, behaving as version ${builtIn}.`;
}
