import { PACKER_VERSION } from '../../app/outputs/behaves-as.ts';
import { VERSION } from '../../kernel/version.ts';
import { type Flag, refusePositionals } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { OUTPUT_FLAGS, uiFor } from '../output-flags.ts';

const FLAGS = { 'machine-readable': OUTPUT_FLAGS['machine-readable'] } as const satisfies Record<string, Flag>;

export const versionCommand: Command = {
  name: 'version',
  summary: 'Print the version',
  positionals: '',
  flags: FLAGS,
  async run(parsed, terminal) {
    refusePositionals('version', parsed);
    const ui = uiFor(parsed, terminal);
    ui.machine('version', [VERSION]);
    // Spelt as Packer spells it.
    ui.machine('version-prelease', ['']);
    ui.machine('version-commit', ['']);
    ui.say(`bake-ami ${VERSION} (behaves as Packer ${PACKER_VERSION})`);
    return EXIT.done;
  },
};
