import { describe, expect, it } from '@jest/globals';
import { jobSummary } from '../../src/action/summary.ts';
import type { BuildResult } from '../../src/app/build.ts';
import { BakeError } from '../../src/kernel/errors.ts';

const nothing: BuildResult = {
  outcome: 'succeeded',
  diagnostics: [],
  error: undefined,
  report: undefined,
  outputs: {
    amiId: undefined,
    amiIds: {},
    artifacts: {},
    manifest: undefined,
    sourceAmiId: undefined,
    snapshotIds: [],
  },
};

describe('the job summary', () => {
  it('has a table of the images', () => {
    const image = { region: 'eu-central-1', id: 'ami-1', name: 'app-1', snapshotIds: ['snap-1'] };
    const artifact = {
      builderId: 'b',
      id: 'eu-central-1:ami-1',
      description: '',
      images: [image],
      sourceImageId: 'ami-0',
    };
    const text = jobSummary(
      { ...nothing, outputs: { ...nothing.outputs, artifacts: { 'amazon-ebs.x': [artifact] } } },
      'aws',
    );
    expect(text).toBe(
      [
        '## Baked',
        '',
        '| Build | Region | AMI | Name | Source AMI |',
        '| --- | --- | --- | --- | --- |',
        '| amazon-ebs.x | eu-central-1 | <code>ami-1</code> | app-1 | ami-0 |',
        '',
      ].join('\n'),
    );
  });

  it('says what went wrong, with the remedy, even when no build began', () => {
    const error = new BakeError('No credentials', {
      code: 'no-credentials',
      category: 'auth',
      hint: 'Configure them.',
    });
    expect(jobSummary({ ...nothing, outcome: 'failed', error }, 'aws')).toBe(
      '## Failed\n\n### What went wrong\n\n- No credentials. Configure them.\n',
    );
  });

  it('says of a rehearsal that nothing was made in AWS', () => {
    expect(jobSummary(nothing, 'local')).toBe(
      '## Baked on the local cloud\n\nA rehearsal: nothing was made in AWS, and these images are gone after the job.\n',
    );
  });

  it('does not let a name become markup', () => {
    const error = new BakeError('<img src=x> ![a](http://evil) @org | `x`\n## forged', {
      code: 'x',
      category: 'cloud',
    });
    const text = jobSummary({ ...nothing, outcome: 'failed', error }, 'aws');
    expect(text).toContain('&lt;img src=x&gt; \\!\\[a\\]\\(http://evil\\) \\@org \\| \\`x\\` \\#\\# forged');
  });

  it('stays below what the runner takes', () => {
    const image = { region: 'r', id: 'ami-1', name: 'n'.repeat(1000), snapshotIds: [] };
    const artifact = { builderId: 'b', id: 'x', description: '', images: Array.from({ length: 2000 }, () => image) };
    const text = jobSummary({ ...nothing, outputs: { ...nothing.outputs, artifacts: { a: [artifact] } } }, 'aws');
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toMatch(/The rest was cut off: a summary may have 1 MiB\.\n$/);
  });
});
