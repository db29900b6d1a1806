import { evaluateGoTemplate } from '../../../src/template/go-template/evaluator.ts';
import {
  packerTemplateFunctions,
  type TemplateSurroundings,
} from '../../../src/template/go-template/packer-functions.ts';
import { parseGoTemplate } from '../../../src/template/go-template/parser.ts';
import { GoTemplateProblem } from '../../../src/template/go-template/problem.ts';
import type { TemplateMap } from '../../../src/template/go-template/values.ts';

export const surroundings: TemplateSurroundings = {
  startTime: Date.parse('2026-03-07T15:04:09Z'),
  ids: { uuid: () => 'ffffffff-1111-4222-8333-444444444444', token: (length) => 'x'.repeat(length) },
  packerVersion: '1.16.0',
  workingDirectory: '/project',
  templateDirectory: '/project/images',
  buildName: 'ubuntu',
  buildType: 'amazon-ebs',
  generated: undefined,
};

export function render(text: string, data: TemplateMap = {}, changes: Partial<TemplateSurroundings> = {}): string {
  const functions = packerTemplateFunctions({ ...surroundings, ...changes });
  return evaluateGoTemplate(parseGoTemplate(text, functions), data, functions).text;
}

/** What is wrong with a text, as `<code> "<the part at fault>": <message>`. */
export function problem(text: string, data: TemplateMap = {}, changes: Partial<TemplateSurroundings> = {}): string {
  try {
    return `no problem: ${render(text, data, changes)}`;
  } catch (thrown) {
    if (!(thrown instanceof GoTemplateProblem)) throw thrown;
    const part = thrown.span === undefined ? '?' : text.slice(thrown.span.start, thrown.span.end);
    return `${thrown.code} <${part}>: ${thrown.message}`;
  }
}
