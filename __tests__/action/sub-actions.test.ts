import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { ReadInput } from '../../src/action/input-values.ts';
import { MarkdownWriter } from '../../src/action/markdown.ts';
import { readMergeInputs } from '../../src/action/merge-inputs.ts';
import { mergeSummary } from '../../src/action/merge-results.ts';
import { actionOutputs } from '../../src/action/outputs.ts';
import { planOutputs, planSummary, readPlanInputs } from '../../src/action/plan-results.ts';
import { readValidateInputs } from '../../src/action/validate-inputs.ts';
import { notFormatted, validateOutputs, validateSummary } from '../../src/action/validate-results.ts';
import { notWhole } from '../../src/app/merge.ts';
import { outputsRecord } from '../../src/app/outputs/outputs-record.ts';
import { NO_OUTPUTS } from '../../src/app/run/run-report.ts';
import { errorDiagnostic, warningDiagnostic } from '../../src/kernel/diagnostics.ts';
import { startOf } from '../../src/kernel/source-range.ts';

interface ActionFile {
  readonly inputs: Record<string, { description: string; default: string }>;
  readonly outputs: Record<string, { description: string }>;
  readonly runs: Record<string, string>;
}

const LEG = { id: 'a-b', build: 'a b', only: 'a b', builder: 'amazon-ebs', source: 'b', ami_id: '' };
const INVALID = {
  valid: false,
  diagnostics: [
    errorDiagnostic({ code: 'x', summary: 'Wrong <b>', detail: 'Do it.', subject: startOf('a.pkr.hcl') }),
    warningDiagnostic({ code: 'y', summary: 'Odd', detail: 'Look.' }),
  ],
  plan: undefined,
};
const SUB_ACTIONS: Readonly<
  Record<string, { readonly read: (input: ReadInput) => unknown; readonly outputs: Readonly<Record<string, string>> }>
> = {
  validate: { read: (input) => readValidateInputs(input, '/workspace'), outputs: validateOutputs(INVALID, []) },
  plan: { read: (input) => readPlanInputs(input, '/workspace'), outputs: planOutputs([LEG]) },
  merge: { read: (input) => readMergeInputs(input, '/workspace'), outputs: actionOutputs(outputsRecord(NO_OUTPUTS)) },
};
const PLAIN = new MarkdownWriter((text) => text);

describe.each(Object.entries(SUB_ACTIONS))('%s/action.yml', (name, { read, outputs }) => {
  const folder = path.join(import.meta.dirname, '..', '..', name);
  const action: ActionFile = parse(readFileSync(path.join(folder, 'action.yml'), 'utf8'));

  it('runs the bundle of the whole project', () => {
    expect(action.runs).toEqual({ using: 'node24', main: `../dist/${name}.js` });
  });

  it('declares exactly the inputs that are read, with the defaults that the code has', () => {
    const asked = new Set<string>();
    const byDefault = read((input) => {
      asked.add(input);
      return '';
    });
    expect([...asked].sort()).toEqual(Object.keys(action.inputs).sort());
    expect(read((input) => action.inputs[input]?.default ?? '')).toEqual(byDefault);
  });

  it('declares exactly the outputs that are written, and a type for everything', () => {
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(action.outputs).sort());
    const types: { inputs: object; outputs: object } = parse(
      readFileSync(path.join(folder, 'action-types.yml'), 'utf8'),
    );
    expect(Object.keys(types.inputs)).toEqual(Object.keys(action.inputs));
    expect(Object.keys(types.outputs)).toEqual(Object.keys(action.outputs));
  });
});

describe('the action validate', () => {
  it('counts errors and warnings, and lists what is not formatted', () => {
    expect(validateOutputs(INVALID, ['b.pkr.hcl'])).toEqual({
      valid: 'false',
      builds: '[]',
      errors: '1',
      warnings: '1',
      unformatted: '["b.pkr.hcl"]',
    });
    expect(notFormatted(['a.pkr.hcl', 'b.pkr.hcl']).message).toBe(
      'a.pkr.hcl, b.pkr.hcl are not in the canonical format',
    );
  });

  it('lists in its summary what is wrong, with its place, and no HTML of others', () => {
    const summary = validateSummary(INVALID, [], PLAIN);
    expect(summary).toContain('## The template is not valid');
    expect(summary).toContain('### Errors\n\n- **Wrong &lt;b&gt;** in <code>a.pkr.hcl:1</code><br>Do it.\n');
    expect(summary).toContain('### Warnings\n\n- **Odd**<br>Look.\n');
    expect(summary).toMatch(
      /\n<sub>Error code <a href="[^"]+troubleshooting\.md#template"><code>x<\/code><\/a><\/sub>\n/,
    );
  });

  it('does not call a template fine that fails because it is not formatted', () => {
    const valid = { valid: true, diagnostics: [], plan: undefined };
    const summary = validateSummary(valid, ['a.pkr.hcl'], PLAIN);
    expect(summary).toMatch(/^## The template is valid, but not in the canonical format\n/);
    expect(summary).toContain('- <code>a.pkr.hcl</code>\n');
    expect(summary).toContain('<br>➜ bake-ami fmt, or packer fmt, writes them in it.');
    expect(validateSummary(valid, [], PLAIN)).toBe('## The template is valid\n');
  });
});

describe('the action plan', () => {
  it('gives a matrix that strategy.matrix takes', () => {
    expect(JSON.parse(planOutputs([LEG])['matrix'] ?? '')).toEqual({ include: [LEG] });
    expect(planOutputs([LEG])).toMatchObject({ builds: '["a b"]', count: '1', to_bake_count: '1' });
    const summary = planSummary([LEG], false, PLAIN);
    expect(summary).toMatch(/^## 1 build to bake\n\n\| Build \| Builder \| Leg \|\n/);
    expect(summary).toContain('| a b | amazon-ebs | <code>a-b</code> |\n');
  });

  it('sets apart what is there already', () => {
    const there = { ...LEG, id: 'c', build: 'c', only: 'c', ami_id: 'ami-1' };
    const outputs = planOutputs([LEG, there]);
    expect(outputs).toMatchObject({ builds: '["a b","c"]', count: '2', to_bake_count: '1' });
    expect(JSON.parse(outputs['to_bake'] ?? '')).toEqual({ include: [LEG] });
    const summary = planSummary([LEG, there], true, PLAIN);
    expect(summary).toMatch(/^## 1 of 2 builds to bake\n/);
    expect(summary).toContain('| a b | amazon-ebs | <code>a-b</code> | none: to be baked |\n');
    expect(summary).toContain('| <code>c</code> | <code>ami-1</code> |\n');
    expect(planSummary([there], true, PLAIN)).toMatch(/^## Nothing to bake: the image is there already\n/);
  });
});

describe('the action merge', () => {
  const result = {
    outputs: outputsRecord(NO_OUTPUTS),
    builds: { a: 'failed' as const },
    files: { a: 'legs/a.json' },
    missing: ['b'],
    unsuccessful: ['a'],
  };

  it('says what is missing and what failed', () => {
    expect(notWhole(result)?.message).toBe('Nothing was handed on for b; a did not succeed');
    expect(notWhole({ ...result, missing: [], unsuccessful: [] })).toBeUndefined();
    const summary = mergeSummary(result, PLAIN);
    expect(summary).toMatch(/^## 2 builds: 1 failed, 1 missing\n/);
    expect(summary).toContain('| a | failed |  |  |  | legs/a.json |\n| b | missing |  |  |  |  |\n');
    expect(summary).toContain('Nothing was handed on for b; a did not succeed<br>➜ The outputs hold what there is.');
    expect(summary).toContain('#legs-missing"><code>legs-missing</code></a>');
  });

  it('tells what was baked from what was there already, and which run handed it on', () => {
    const image = { region: 'eu-west-1', id: 'ami-1', name: 'app', snapshot_ids: [], size_gib: 8 };
    const made = {
      builder_id: '',
      artifact_id: '',
      images: [image],
      source_ami_id: '',
      fingerprint: '',
      reused_from: '',
    };
    const artifacts = {
      a: [{ ...made, reused: false }],
      b: [{ ...made, reused: true, reused_from: 'https://github.com/o/r/actions/runs/1' }],
      c: [{ ...made, reused: false }],
    };
    const all = {
      outputs: { ...result.outputs, artifacts },
      builds: { a: 'succeeded', b: 'succeeded', c: 'failed', d: 'succeeded' } as const,
      files: { a: 'legs/a.json', b: 'plan.json', c: 'legs/c.json', d: 'legs/d.json' },
      missing: [],
      unsuccessful: [],
    };
    const summary = mergeSummary(all, PLAIN);
    expect(summary).toMatch(/^## 4 builds: 1 baked, 1 reused, 1 failed, with an image, 1 built without an image\n/);
    expect(summary).toContain(
      '| b | <a href="https://github.com/o/r/actions/runs/1">reused</a> | eu-west-1 | <code>ami-1</code><br><sub>app</sub> | 8\u00a0GiB | plan.json |',
    );
    expect(summary).toContain('| c | failed, with an image | eu-west-1 |');
  });

  it('refuses a list of builds that is none', () => {
    expect(() => readMergeInputs((name) => (name === 'builds' ? 'a, b' : ''), '/workspace')).toThrow(
      'The input "builds" is no list of names in JSON',
    );
  });
});
