import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { matrixOf, type ReuseLook } from '../../app/matrix.ts';
import { type Flag, flagChoice, flagOn, flagText, type ParsedArguments } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { OUTPUT_FLAGS, reporterFor } from '../output-flags.ts';
import { TEMPLATE_FLAGS, templateRequest } from '../template-flags.ts';
import type { Terminal } from '../terminal.ts';

const FLAGS = {
  ...TEMPLATE_FLAGS,
  matrix: { kind: 'boolean', doc: 'One line of JSON, as strategy.matrix of a GitHub workflow takes it.' },
  reuse: {
    kind: 'string',
    placeholder: 'never|if-unchanged',
    doc: 'Ask AWS which images are there already. BAKE_AMI_FINGERPRINT_KEY keys fingerprints.',
  },
  'verified-only': { kind: 'boolean', doc: 'With -reuse: only images that were verified count.' },
  'outputs-file': {
    kind: 'string',
    placeholder: 'FILE',
    doc: 'With -reuse: write the images that are there, for merge.',
  },
  'aws-region': { kind: 'string', placeholder: 'REGION', doc: 'For templates that name none.' },
  color: OUTPUT_FLAGS.color,
} as const satisfies Record<string, Flag>;

export const planCommand: Command = {
  name: 'plan',
  summary: 'List the builds of a template, one line each, or as a job matrix; AWS is asked with -reuse only',
  positionals: 'TEMPLATE',
  flags: FLAGS,
  async run(parsed, terminal) {
    // Programs read the list: whatever else there is to say goes beside it.
    const beside = { ...terminal, out: terminal.err };
    const request = templateRequest('plan', parsed, terminal.workingDirectory);
    const surroundings = terminal.surroundings(reporterFor(parsed, beside));
    const { legs, error } = await matrixOf({ ...surroundings, ...request }, lookOf(parsed, terminal.environment));
    if (error !== undefined) throw error;
    if (legs === undefined) return EXIT.failed;
    const text = flagOn(parsed, 'matrix')
      ? JSON.stringify({ include: legs })
      : legs.map(({ build, ami_id: ami }) => (ami === '' ? build : `${build}  ${ami} is there already`)).join('\n');
    terminal.out.write(`${terminal.secrets.mask(text)}\n`);
    return EXIT.done;
  },
};

function lookOf(parsed: ParsedArguments, environment: Terminal['environment']): ReuseLook | undefined {
  if ((flagChoice(parsed, 'reuse', ['never', 'if-unchanged']) ?? 'never') === 'never') return undefined;
  return {
    region: flagText(parsed, 'aws-region'),
    fingerprintKey: environment['BAKE_AMI_FINGERPRINT_KEY'] || undefined,
    verifiedOnly: flagOn(parsed, 'verified-only'),
    outputsFile: flagText(parsed, 'outputs-file'),
    runDirectory: mkdtempSync(path.join(tmpdir(), 'bake-ami-')),
  };
}
