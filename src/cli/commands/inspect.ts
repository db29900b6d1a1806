import { validate } from '../../app/validate.ts';
import type { Flag } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { OUTPUT_FLAGS, reporterFor } from '../output-flags.ts';
import { TEMPLATE_FLAGS, templateRequest } from '../template-flags.ts';

const FLAGS = { ...TEMPLATE_FLAGS, ...OUTPUT_FLAGS } as const satisfies Record<string, Flag>;

export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'Show the variables and builds of a template',
  positionals: 'TEMPLATE',
  flags: FLAGS,
  async run(parsed, terminal) {
    const { plan } = await validate({
      ...terminal.surroundings(reporterFor(parsed, terminal)),
      ...templateRequest('inspect', parsed, terminal.workingDirectory),
      syntaxOnly: false,
    });
    if (plan === undefined) return EXIT.failed;
    const write = (text = ''): void => terminal.out.write(`${terminal.secrets.mask(text)}\n`);
    write('> input-variables:\n');
    for (const { name, value } of plan.variables) write(`var.${name}: ${value}`);
    write('\n> builds:\n');
    for (const build of plan.builds) {
      write(`  > ${build.name}:`);
      const provisioners = build.provisioners.map(({ type }) => `      ${type}`);
      write(`\n    provisioners:\n${provisioners.length === 0 ? '      <no provisioner>' : provisioners.join('\n')}`);
      const chains = build.postProcessorChains.map((chain) => `      ${chain.map(({ type }) => type).join(' -> ')}`);
      write(`\n    post-processors:\n${chains.length === 0 ? '      <no post-processor>' : chains.join('\n')}\n`);
    }
    return EXIT.done;
  },
};
