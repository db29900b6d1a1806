import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { MarkdownWriter } from '../../src/action/markdown.ts';
import { readPruneInputs } from '../../src/action/prune-inputs.ts';
import { pruneOutputs, pruneSummary } from '../../src/action/prune-results.ts';
import type { PruneFinding, PruneResult } from '../../src/app/prune/prune-request.ts';
import { BakeError } from '../../src/kernel/errors.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'prune');

interface ActionFile {
  readonly inputs: Record<string, { description: string; default: string }>;
  readonly outputs: Record<string, { description: string }>;
  readonly runs: Record<string, string>;
}
const action: ActionFile = parse(readFileSync(path.join(folder, 'action.yml'), 'utf8'));

/** Inputs as the runner gives them. */
const given =
  (inputs: Readonly<Record<string, string>>) =>
  (name: string): string =>
    inputs[name] ?? action.inputs[name]?.default ?? '';

const finding = (id: string, fields: Partial<PruneFinding> = {}): PruneFinding => ({
  resource: { kind: 'image', id, region: 'eu-west-1', name: `web ${id}` },
  family: 'web *',
  madeAt: Date.parse('2026-01-02T03:04:05Z'),
  verdict: 'deregister',
  why: 'there is a newer one of its family',
  ...fields,
});

const result = (fields: Partial<PruneResult> = {}): PruneResult => ({
  accountId: '123456789012',
  regions: ['eu-west-1'],
  findings: [],
  done: [],
  kept: [],
  left: [],
  unread: [],
  unknown: [],
  series: [],
  isTooMuch: false,
  error: undefined,
  ...fields,
});

const PLAIN = new MarkdownWriter((text) => text);

describe('prune/action.yml', () => {
  it('runs the bundle of the whole project', () => {
    expect(action.runs).toEqual({ using: 'node24', main: '../dist/prune.js' });
  });

  it('declares exactly the inputs that are read, with the defaults that the code has', () => {
    const read = new Set<string>();
    const byDefault = readPruneInputs((name) => {
      read.add(name);
      return name === 'keep-last' ? '3' : '';
    });
    expect([...read].sort()).toEqual(Object.keys(action.inputs).sort());
    expect(readPruneInputs(given({ 'keep-last': '3' }))).toEqual(byDefault);
    expect(byDefault).toMatchObject({ dryRun: true, keepLast: 3, keepDays: 0, mode: 'deregister', maxDeletions: 50 });
  });

  it('declares exactly the outputs that are written, and a type for each', () => {
    expect(Object.keys(pruneOutputs(result())).sort()).toEqual(Object.keys(action.outputs).sort());
    const types: { inputs: object; outputs: object } = parse(
      readFileSync(path.join(folder, 'action-types.yml'), 'utf8'),
    );
    expect(Object.keys(types.inputs)).toEqual(Object.keys(action.inputs));
    expect(Object.keys(types.outputs)).toEqual(Object.keys(action.outputs));
  });

  it.each([
    [{}, 'The input "keep-last" is not given, nor is keep-days'],
    [{ 'keep-last': '0' }, 'The input "keep-last" is "0"'],
    [{ 'keep-last': '1', mode: 'delete' }, 'The input "mode" is "delete"'],
    [{ 'keep-last': '1', 'skip-checks': 'instances\nsharng' }, 'The input "skip-checks" is "sharng"'],
    [{ 'keep-last': '1', 'image-names': 'web-*\n**' }, 'The input "image-names" holds "**", which every image'],
    [{ 'keep-last': '1', 'image-tags': 'Service' }, 'The input "image-tags" holds "Service"'],
    [{ 'keep-last': '1', 'image-tags': 'S*=web' }, 'The input "image-tags" holds "S*=web"'],
    [{ 'keep-last': '1', 'usage-roles': '111122223333' }, 'The input "usage-roles" holds "111122223333"'],
    [{ 'keep-last': '1', 'dry-run': 'no' }, 'The input "dry-run" is "no"'],
  ])('refuses %j by its name', (inputs, message) => {
    expect(() => readPruneInputs(given(inputs))).toThrow(message);
  });

  it('takes lists line by line', () => {
    const inputs = readPruneInputs(
      given({
        'keep-days': '30',
        'image-names': 'web *\napi, *',
        'image-tags': 'Service=web,api=x\nStage=',
        'skip-checks': '# people launch by hand\ninstances',
        'usage-roles': 'arn:aws:iam::111122223333:role/a/b',
      }),
    );
    expect(inputs).toMatchObject({
      keepLast: 1,
      keepDays: 30,
      selection: {
        names: ['web *', 'api, *'],
        tags: [
          { key: 'Service', value: 'web,api=x' },
          { key: 'Stage', value: '' },
        ],
      },
      skippedChecks: new Set(['instances']),
      usageRoles: ['arn:aws:iam::111122223333:role/a/b'],
    });
  });
});

describe('the results of a prune', () => {
  const [old, used] = [finding('ami-1'), finding('ami-2', { verdict: 'keep', why: 'it is used by the instance i-1' })];
  const failed = finding('ami-3');
  const snapshot = { kind: 'snapshot', id: 'snap-1', region: 'eu-west-1' };
  const error = new BakeError('AWS refused it', { code: 'aws-error', category: 'cloud' });
  const real = result({
    findings: [old, used, failed],
    done: [old.resource, snapshot],
    left: [{ resource: failed.resource, error }],
    error,
  });

  it('are lists of what was planned, done and left', () => {
    const outputs = pruneOutputs(real);
    expect(JSON.parse(outputs['plan'] ?? '')).toHaveLength(3);
    expect(JSON.parse(outputs['pruned'] ?? '')).toEqual([
      {
        region: 'eu-west-1',
        kind: 'image',
        id: 'ami-1',
        name: 'web ami-1',
        family: 'web *',
        created_at: '2026-01-02T03:04:05.000Z',
        verdict: 'deregister',
        why: 'there is a newer one of its family',
      },
    ]);
    expect(JSON.parse(outputs['deleted_snapshots'] ?? '')).toEqual([{ region: 'eu-west-1', id: 'snap-1' }]);
    expect(JSON.parse(outputs['left'] ?? '')).toMatchObject([{ id: 'ami-3' }]);
  });

  it('are a summary in which what stays is folded away', () => {
    expect(pruneSummary(real, false, PLAIN)).toBe(`## Prune

1 image deregistered in 1 region of the AWS account 123456789012; 1 snapshot deleted. 1 could not be removed. 1 image stays.

> [!CAUTION]
> AWS refused it

<sub>Error code <a href="https://github.com/bake-ami/bake-ami/blob/main/docs/troubleshooting.md#aws-error"><code>aws-error</code></a></sub>

| Region | Image | Name | Made | Family | What becomes of it |
| --- | --- | --- | --- | --- | --- |
| eu-west-1 | ami-1 | web ami-1 | 2026-01-02 | web \\* | deregistered: there is a newer one of its family |
| eu-west-1 | ami-3 | web ami-3 | 2026-01-02 | web \\* | left: AWS refused it |

<details><summary>What stays</summary>

| Region | Image | Name | Made | Family | What becomes of it |
| --- | --- | --- | --- | --- | --- |
| eu-west-1 | ami-2 | web ami-2 | 2026-01-02 | web \\* | stays: it is used by the instance i-1 |

</details>
`);
  });

  it('are no markup and no secrets in a summary, whatever images are called', () => {
    const hostile = finding('ami-1', {
      resource: { kind: 'image', id: 'ami-1', region: 'r', name: '[x](http://y) <b> s3cret' },
    });
    const masked = new MarkdownWriter((text) => text.replaceAll('s3cret', '***'));
    const summary = pruneSummary(result({ findings: [hostile] }), true, masked);
    expect(summary).toContain('\\[x\\]\\(http://y\\) &lt;b&gt; \\*\\*\\*');
    expect(summary).toMatch(/^## Prune \(dry run\)/);
  });
});
