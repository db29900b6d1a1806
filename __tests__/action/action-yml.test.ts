import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readInputs } from '../../src/action/inputs.ts';
import { actionOutputs } from '../../src/action/outputs.ts';
import { outputsRecord } from '../../src/app/outputs/outputs-record.ts';
import { NO_OUTPUTS } from '../../src/app/run/run-report.ts';

const root = path.join(import.meta.dirname, '..', '..');

interface ActionFile {
  readonly inputs: Record<string, { description: string; required: boolean; default: string }>;
  readonly outputs: Record<string, { description: string }>;
  readonly runs: Record<string, string>;
  readonly branding: Record<string, string>;
}
const action: ActionFile = parse(readFileSync(path.join(root, 'action.yml'), 'utf8'));

describe('action.yml', () => {
  it('runs the committed bundle on Node 24, and always cleans up after it', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/main.js', post: 'dist/post.js', 'post-if': 'always()' });
  });

  it('declares exactly the inputs that are read', () => {
    const read = new Set<string>();
    readInputs((name) => {
      read.add(name);
      return '';
    }, '/workspace');
    expect([...read].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  it('declares exactly the outputs that are written', () => {
    const outputs = actionOutputs(outputsRecord(NO_OUTPUTS));
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(action.outputs).sort());
  });

  it('names inputs in kebab-case and outputs in snake_case, and describes each', () => {
    for (const [name, { description, default: value }] of Object.entries(action.inputs)) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(description.trim()).not.toBe('');
      expect(typeof value).toBe('string');
    }
    for (const [name, { description }] of Object.entries(action.outputs)) {
      expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(description.trim()).not.toBe('');
    }
  });

  it('has no expression where the runner refuses one: it would refuse the whole action', () => {
    const texts = [...Object.values(action.inputs), ...Object.values(action.outputs)].map((each) => each.description);
    expect(texts.filter((text) => text.includes('$' + '{{'))).toEqual([]);
  });

  it('has a type for each input and output in action-types.yml', () => {
    const types: { inputs: object; outputs: object } = parse(readFileSync(path.join(root, 'action-types.yml'), 'utf8'));
    expect(Object.keys(types.inputs)).toEqual(Object.keys(action.inputs));
    expect(Object.keys(types.outputs)).toEqual(Object.keys(action.outputs));
  });

  it('has the defaults that the code has', () => {
    const withDefaults = readInputs((name) => action.inputs[name]?.default ?? '', '/workspace');
    expect(withDefaults).toEqual(readInputs(() => '', '/workspace'));
  });
});
