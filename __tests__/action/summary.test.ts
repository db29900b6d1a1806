import { describe, expect, it } from '@jest/globals';
import { MarkdownWriter } from '../../src/action/markdown.ts';
import { jobSummary } from '../../src/action/summary.ts';
import type { BuildResult } from '../../src/app/build.ts';
import type { RunReport } from '../../src/engine/run-report.ts';
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
    isReused: false,
    fingerprint: undefined,
  },
};

const PLAIN = new MarkdownWriter((text) => text);

describe('the job summary', () => {
  it('has a table of the images, and of the machines that they were built on', () => {
    const image = { region: 'eu-central-1', id: 'ami-1', name: 'app-1', snapshotIds: ['snap-1'] };
    const artifact = {
      builderId: 'b',
      id: 'eu-central-1:ami-1',
      description: '',
      images: [image],
      sourceImageId: 'ami-0',
    };
    const report: RunReport = {
      runId: 'run1',
      runUuid: 'uuid',
      startedAt: '2026-01-02T03:04:05.000Z',
      elapsedMs: 1,
      outcome: 'succeeded',
      builds: [
        {
          build: 'amazon-ebs.x',
          source: { type: 'amazon-ebs', name: 'x', localName: 'x' },
          outcome: 'succeeded',
          elapsedMs: 1,
          region: 'eu-central-1',
          artifact,
          artifacts: [artifact],
          error: undefined,
          furtherErrors: [],
          launched: { id: 'i-1', type: 't3.micro', market: 'spot', availabilityZone: 'eu-central-1b' },
          steps: [],
          left: [],
        },
      ],
    };
    const text = jobSummary(
      { ...nothing, report, outputs: { ...nothing.outputs, artifacts: { 'amazon-ebs.x': [artifact] } } },
      'aws',
      PLAIN,
    );
    expect(text).toBe(
      [
        '## Baked',
        '',
        '| Build | Region | AMI | Name | Source AMI | Built on |',
        '| --- | --- | --- | --- | --- | --- |',
        '| amazon-ebs.x | eu-central-1 | <code>ami-1</code> | app-1 | ami-0 | spot t3.micro in eu-central-1b |',
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
    expect(jobSummary({ ...nothing, outcome: 'failed', error }, 'aws', PLAIN)).toBe(
      '## Failed\n\n### What went wrong\n\n- No credentials. Configure them.\n',
    );
  });

  it('says of a rehearsal that nothing was made in AWS', () => {
    expect(jobSummary(nothing, 'local', PLAIN)).toBe(
      '## Baked on the local cloud\n\nA rehearsal: nothing was made in AWS, and these images are gone after the job.\n',
    );
  });

  it('does not let a name become markup', () => {
    const error = new BakeError('<img src=x> ![a](http://evil) @org | `x`\n## forged', {
      code: 'x',
      category: 'cloud',
    });
    const text = jobSummary({ ...nothing, outcome: 'failed', error }, 'aws', PLAIN);
    expect(text).toContain('&lt;img src=x&gt; \\!\\[a\\]\\(http://evil\\) \\@org \\| \\`x\\` \\#\\# forged');
  });

  it('masks a secret whose characters Markdown escapes', () => {
    const error = new BakeError('No such user: p_a*ss<w>', { code: 'x', category: 'cloud' });
    const masking = new MarkdownWriter((text) => text.replaceAll('p_a*ss<w>', 'SECRET'));
    expect(jobSummary({ ...nothing, outcome: 'failed', error }, 'aws', masking)).toContain('- No such user: SECRET');
  });

  it('stays below what the runner takes', () => {
    const image = { region: 'r', id: 'ami-1', name: 'n'.repeat(1000), snapshotIds: [] };
    const artifact = { builderId: 'b', id: 'x', description: '', images: Array.from({ length: 2000 }, () => image) };
    const text = jobSummary(
      { ...nothing, outputs: { ...nothing.outputs, artifacts: { a: [artifact] } } },
      'aws',
      PLAIN,
    );
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toMatch(/The rest was cut off: a summary may have 1 MiB\.\n$/);
  });
});
