import { merge, notWhole } from '../../app/merge.ts';
import { outputsFilesIn } from '../../app/outputs/outputs-files-in.ts';
import { randomIds } from '../../kernel/ids.ts';
import { type Flag, flagList, flagOn, flagText, UsageError } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';

const FLAGS = {
  builds: { kind: 'list', placeholder: 'NAME,…', doc: 'Builds that have to be there, by full name.' },
  'allow-missing': { kind: 'boolean', doc: 'End with 0 although builds failed or are not there.' },
  manifest: { kind: 'string', placeholder: 'FILE', doc: 'Write one manifest of all builds.' },
  tfvars: {
    kind: 'string',
    placeholder: 'FILE',
    doc: 'Write the images as variables of Terraform (*.auto.tfvars.json).',
  },
} as const satisfies Record<string, Flag>;

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'Join what several runs wrote with -outputs-file, as if one had baked everything; prints JSON',
  positionals: 'FILE-OR-FOLDER…',
  flags: FLAGS,
  async run(parsed, { out, err, workingDirectory }) {
    if (parsed.positionals.length === 0) {
      throw new UsageError('No file was given.', 'Usage: bake-ami merge [FLAGS] FILE-OR-FOLDER…');
    }
    const result = merge({
      files: parsed.positionals.flatMap((name) => outputsFilesIn(name, workingDirectory)),
      expected: flagList(parsed, 'builds'),
      manifest: flagText(parsed, 'manifest'),
      tfvars: flagText(parsed, 'tfvars'),
      workingDirectory,
      ids: randomIds,
    });
    out.write(`${JSON.stringify(result.outputs)}\n`);
    const lack = notWhole(result);
    if (lack === undefined) return EXIT.done;
    if (!flagOn(parsed, 'allow-missing')) throw lack;
    err.write(`${lack.message}.\n`);
    return EXIT.done;
  },
};
