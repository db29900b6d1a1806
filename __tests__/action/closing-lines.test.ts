import { describe, expect, it } from '@jest/globals';
import { closingLines } from '../../src/action/closing-lines.ts';
import { NO_OUTPUTS } from '../../src/app/run/run-report.ts';
import { NO_STORY } from '../../src/app/run/run-watch.ts';
import type { BuildReport } from '../../src/engine/run-report.ts';

describe('the end of the log', () => {
  it('says of each build what it made, whether that was verified, and what was printed before a failure', () => {
    const artifact = {
      builderId: 'b',
      id: 'us-east-1:ami-1',
      description: '',
      images: [{ region: 'us-east-1', id: 'ami-1', name: 'web-1', snapshotIds: [], sizeGib: 8 }],
    };
    const build = (name: string, more: Partial<BuildReport>): BuildReport => ({
      build: name,
      source: { type: 'amazon-ebs', name, localName: name },
      outcome: 'succeeded',
      startMs: 0,
      elapsedMs: 1_000,
      region: 'us-east-1',
      artifact: undefined,
      artifacts: [],
      error: undefined,
      furtherErrors: [],
      launched: undefined,
      steps: [],
      left: [],
      ...more,
    });
    const suite = {
      build: 'web',
      image: { id: 'ami-1', region: 'us-east-1', name: 'web-1' },
      startedAt: '2026-01-02T03:04:05.000Z',
      elapsedMs: 4_200,
      checks: [{ name: 'checks.sh', outcome: 'passed' as const, elapsedMs: 1 }],
    };
    const lines = closingLines({
      outcome: 'failed',
      diagnostics: [],
      error: undefined,
      outputs: NO_OUTPUTS,
      report: {
        runId: 'r',
        runUuid: 'u',
        startedAt: '2026-01-02T03:04:05.000Z',
        elapsedMs: 1_000,
        outcome: 'failed',
        builds: [build('web', { artifact, artifacts: [artifact] }), build('db', { outcome: 'failed' })],
      },
      verification: [suite],
      story: { ...NO_STORY, tails: new Map([['db', { step: 'Provisioner shell', lines: ['E: none'] }]]) },
    });
    expect(lines).toEqual([
      'web: ami-1 "web-1" in us-east-1, 8 GiB',
      'web: 1 check passed in 4.2 s, on a machine of ami-1',
      'db: Provisioner shell printed last:',
      '  | E: none',
    ]);
  });
});
