import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { evaluateGoTemplate } from '../../../src/template/go-template/evaluator.ts';
import { packerTemplateFunctions } from '../../../src/template/go-template/packer-functions.ts';
import { parseGoTemplate } from '../../../src/template/go-template/parser.ts';
import { GoTemplateProblem } from '../../../src/template/go-template/problem.ts';
import { surroundings } from './support.ts';

/** Texts and what Go 1.26's text/template made of them with the data below; null where it refused the text. */
const recorded: readonly (readonly [string, string | null])[] = JSON.parse(
  readFileSync(new URL('../vectors/go-text-template.json', import.meta.url), 'utf8'),
);

const DATA = {
  Text: 'text',
  List: ['a', 'b', 'c'],
  Map: { k: 'v', b: '2' },
  Empty: [],
  Other: { k: 'o' },
};

function render(text: string): string {
  const functions = packerTemplateFunctions({ ...surroundings, generated: undefined });
  return evaluateGoTemplate(parseGoTemplate(text, functions), DATA, functions).text;
}

function rendered(text: string): string | null {
  try {
    return render(text);
  } catch (thrown) {
    if (thrown instanceof GoTemplateProblem) return null;
    throw thrown;
  }
}

function problemOf(text: string): string {
  try {
    return render(text);
  } catch (thrown) {
    if (!(thrown instanceof GoTemplateProblem)) throw thrown;
    const { code, message, span } = thrown;
    return `${code} ${span === undefined ? '' : JSON.stringify(text.slice(span.start, span.end))}: ${message}`;
  }
}

describe('a text means what it means to Go', () => {
  it.each(recorded)('%j', (text, expected) => {
    expect(rendered(text)).toBe(expected);
  });
});

describe('templates in a text', () => {
  it.each([
    [
      '{{ define "abc" }}{{ end }}{{ template "abd" }}',
      'unknown-template "\\"abd\\"": There is no template "abd" in this text',
    ],
    [
      '{{ define "a" }}{{ template "a" }}{{ end }}{{ template "a" }}',
      'template-depth-limit "\\"a\\"": Templates call each other more than 100 deep',
    ],
    ['{{ if true }}{{ define "a" }}{{ end }}{{ end }}', 'nested-define "define": {{ define }} within another action'],
    [
      '{{ define "a" }}1{{ end }}{{ define "a" }}2{{ end }}',
      'duplicate-definition "\\"a\\"": A second definition of "a"',
    ],
  ])('are wrong at their place: %s', (text, expected) => {
    expect(problemOf(text)).toBe(expected);
  });

  it('end although each uses the next one twice', () => {
    const definitions = Array.from({ length: 60 }, (_, index) => {
      const next = `{{ template "t${index + 1}" }}`;
      return `{{ define "t${index}" }}${next}${next}{{ end }}`;
    });
    const text = `${definitions.join('')}{{ define "t60" }}{{ end }}{{ template "t0" }}`;
    expect(problemOf(text)).toMatch(/^template-iteration-limit /);
  });
});
