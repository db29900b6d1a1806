import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { localFileSystem } from '../../src/app/templates/local-file-system.ts';
import { parseExpression } from '../../src/hcl/parser.ts';
import { displayValue } from '../../src/hcl/values/display.ts';
import { hasErrors } from '../../src/kernel/diagnostics.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { SingleExpressions } from '../../src/template/single-expressions.ts';
import { byFunction, outcomeOf, type RecordedExpression, readVectors } from '../hcl/functions/vectors.ts';
import { load, ports } from './support/load.ts';

const FILES = fileURLToPath(new URL('../hcl/functions/vectors/files', import.meta.url));

describe('functions that see files and give random values do as those of Packer’s console', () => {
  const { expressions } = readVectors<{ expressions: RecordedExpression[] }>('packer-console-files.json');

  it('finds the files as they were recorded', () => {
    expect(readFileSync(`${FILES}/bytes.bin`).toString('hex')).toBe('fffe01');
  });

  it.each(byFunction(expressions))('%s', async (_, recorded) => {
    const evaluator = await SingleExpressions.open(
      { variables: new Map() },
      { ...ports(), fileSystem: localFileSystem, ids: randomIds, homeDirectory: FILES },
      { templateDirectory: FILES, workingDirectory: FILES, asksRemote: false },
    );
    const actual = recorded.map(async (each) => {
      const { value: expression } = parseExpression(each.expression, 'console');
      if (expression === undefined) return outcomeOf(each, 'no expression');
      const { value, diagnostics } = await evaluator.evaluate(expression);
      return outcomeOf(each, hasErrors(diagnostics) ? 'error' : displayValue(value));
    });
    expect(await Promise.all(actual)).toEqual(recorded.map((each) => outcomeOf(each)));
  });
});

describe('env in the default of a variable gives what Packer shows', () => {
  const { environment, defaults } = readVectors<{
    environment: Readonly<Record<string, string>>;
    defaults: readonly { default: string; type?: string; result?: string }[];
  }>('env.json');

  it.each(defaults)('$default, of the type $type', async ({ default: written, type, result }) => {
    const typed = type === undefined ? '' : `  type = ${type}\n`;
    const { reading, messages } = await load(`variable "x" {\n  default = ${written}\n${typed}}\n`, { environment });
    const shown = reading?.variables.map(({ value }) => displayValue(value)) ?? [];
    const about = messages.filter((message) => /^error [23]:/.test(message));
    expect(about.length > 0 ? 'error' : shown[0]).toBe(result ?? 'error');
  });
});
