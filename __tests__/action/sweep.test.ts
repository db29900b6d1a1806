import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { MarkdownWriter } from '../../src/action/markdown.ts';
import { readSweepInputs } from '../../src/action/sweep-inputs.ts';
import { sweepOutputs, sweepSummary } from '../../src/action/sweep-results.ts';
import type { SweepFinding, SweepResult } from '../../src/app/sweep.ts';
import { BakeError } from '../../src/kernel/errors.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'sweep');

interface ActionFile {
  readonly inputs: Record<string, { description: string; default: string }>;
  readonly outputs: Record<string, { description: string }>;
  readonly runs: Record<string, string>;
}
const action: ActionFile = parse(readFileSync(path.join(folder, 'action.yml'), 'utf8'));

const finding = (id: string, fields: Partial<SweepFinding> = {}): SweepFinding => ({
  resource: { kind: 'key-pair', id, region: 'eu-west-1' },
  runId: 'run1',
  build: 'app',
  expiresAt: '2026-01-02T03:04:05.000Z',
  verdict: 'expired',
  why: 'it expired at 2026-01-02T03:04:05.000Z',
  ...fields,
});

const result = (fields: Partial<SweepResult> = {}): SweepResult => ({
  accountId: '123456789012',
  regions: ['eu-west-1'],
  findings: [],
  removed: [],
  left: [],
  unread: [],
  error: undefined,
  ...fields,
});

const PLAIN = new MarkdownWriter((text) => text);

describe('sweep/action.yml', () => {
  it('runs the bundle of the whole project', () => {
    expect(action.runs).toEqual({ using: 'node24', main: '../dist/sweep.js' });
  });

  it('declares exactly the inputs that are read, with the defaults that the code has', () => {
    const read = new Set<string>();
    const byDefault = readSweepInputs((name) => {
      read.add(name);
      return '';
    });
    expect([...read].sort()).toEqual(Object.keys(action.inputs).sort());
    expect(readSweepInputs((name) => action.inputs[name]?.default ?? '')).toEqual(byDefault);
    expect(byDefault).toMatchObject({ dryRun: true, regions: [], runs: [], olderThanMs: 0 });
  });

  it('declares exactly the outputs that are written, and a type for each', () => {
    expect(Object.keys(sweepOutputs(result())).sort()).toEqual(Object.keys(action.outputs).sort());
    const types: { inputs: object; outputs: object } = parse(
      readFileSync(path.join(folder, 'action-types.yml'), 'utf8'),
    );
    expect(Object.keys(types.inputs)).toEqual(Object.keys(action.inputs));
    expect(Object.keys(types.outputs)).toEqual(Object.keys(action.outputs));
  });

  it('refuses an age that is no duration by its name', () => {
    expect(() => readSweepInputs((name) => (name === 'older-than' ? '3 days' : ''))).toThrow(
      'The input "older-than" is "3 days"',
    );
  });
});

describe('the outputs of a sweep', () => {
  it('are what has expired, what of it was removed, and what of it was left', () => {
    const [gone, stuck, alive] = [finding('key-1'), finding('key-2'), finding('key-3', { verdict: 'stays' })];
    const outputs = sweepOutputs(
      result({
        findings: [gone, stuck, alive],
        removed: [gone.resource],
        left: [
          { resource: stuck.resource, error: new BakeError('no', { code: 'resource-left-behind', category: 'auth' }) },
        ],
      }),
    );
    const ids = Object.fromEntries(
      Object.entries(outputs).map(([name, text]) => {
        const list: readonly { readonly id: string }[] = JSON.parse(text);
        return [name, list.map(({ id }) => id)];
      }),
    );
    expect(ids).toEqual({ found: ['key-1', 'key-2'], removed: ['key-1'], left: ['key-2'] });
  });
});

describe('the summary of a sweep', () => {
  it('has a row for each resource, in which tags are only text', () => {
    const text = sweepSummary(result({ findings: [finding('key-1', { build: '<code>a|b</code>' })] }), true, PLAIN);
    expect(text).toContain('## Sweep (dry run)');
    expect(text).toContain('| eu-west-1 | key pair key-1 | run1 | &lt;code&gt;a\\|b&lt;/code&gt; | would be removed: ');
  });

  it('names the regions that could not be looked through', () => {
    const error = new BakeError('No', { code: 'not-authorised', category: 'auth', hint: 'Allow it.' });
    expect(sweepSummary(result({ unread: [{ region: 'us-east-1', error }] }), false, PLAIN)).toContain(
      '### Not looked through\n\n- us-east-1: No. Allow it.',
    );
  });
});
