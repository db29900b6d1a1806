import { describe, expect, it } from '@jest/globals';
import { diagnosticText, snippetOf } from '../../src/hcl/diagnostic-text.ts';
import { enclosingBlocks } from '../../src/hcl/enclosing-blocks.ts';
import { evaluate } from '../../src/hcl/evaluator.ts';
import { parseExpression } from '../../src/hcl/parser.ts';
import { renderDiagnostic } from '../../src/hcl/print-diagnostic.ts';
import type { Scope } from '../../src/hcl/scope.ts';
import { Source } from '../../src/hcl/source.ts';
import { STRING } from '../../src/hcl/values/types.ts';
import { SENSITIVE, Value } from '../../src/hcl/values/value.ts';
import { errorDiagnostic } from '../../src/kernel/diagnostics.ts';
import { callOnly } from './support.ts';

const TEMPLATE = `build {
  sources = []
  provisioner "shell" {
    inline = [
      "one",
      "two",
      "three",
      "four",
    ]
  }
}
`;

const scope = {
  variables: new Map([
    [
      'var',
      Value.object({
        name: Value.string('web "x"'),
        secret: Value.string('hunter22').withMarks([SENSITIVE]),
        unknown: Value.unknownOf(STRING),
        list: Value.list(STRING, [Value.string('a'), Value.string('b')]),
        tags: Value.object({ a: Value.string('x') }),
        nothing: Value.nullOf(STRING),
      }),
    ],
  ]),
};

/** What is said about the only error in an expression. */
function said(text: string, within: Scope = scope): string {
  const { value, diagnostics } = parseExpression(text, 'main.pkr.hcl');
  const [first] = value === undefined ? diagnostics : evaluate(value, within).diagnostics;
  if (first === undefined) throw new Error('This text has no error');
  return diagnosticText(first);
}

describe('the text of a diagnostic', () => {
  it('ends with the values of the variables that the expression uses', () => {
    expect(said('var.name + 1')).toMatch(/\n\nwith var\.name as "web \\"x\\""$/);
    expect(said('var.nothing + var.list[0]')).toMatch(/\n\nwith var\.nothing as null$|\nwith var\.list\[0\] as "a"$/);
    expect(said('var.list * 2')).toMatch(/\nwith var\.list as list of string with 2 elements$/);
    expect(said('var.tags["a"] - var.tags')).toMatch(
      /with var\.tags\["a"\] as "x"\nwith var\.tags as an object with a$/,
    );
  });

  it('never tells what is sensitive or not known', () => {
    const text = said('(var.secret + 1) + var.unknown');
    expect(text).not.toContain('hunter22');
    expect(text).not.toContain('with ');
  });

  it('tells values only of the part that is wrong', () => {
    expect(said('[var.name, var.list * 2]')).not.toContain('var.name');
  });

  it('shows how far a path goes that leads nowhere', () => {
    expect(said('var.tags.nope')).toMatch(/\n\nwith var\.tags as an object with a$/);
    expect(said('var.list[7]')).toMatch(/\n\nwith var\.list as list of string with 2 elements$/);
    expect(said('var.nope')).not.toContain('with ');
  });

  it('tells no values where a name is wrong, or the number of arguments', () => {
    const table = { ...scope, functions: callOnly(['upper']) };
    const text = (expression: string) => said(expression, table);
    expect(text('uper(var.name)')).not.toContain('with ');
    expect(text('upper(var.name, var.name)')).not.toContain('with ');
  });

  it('is the detail alone where there are no values', () => {
    expect(diagnosticText(errorDiagnostic({ code: 'c', summary: 'S', detail: 'D.' }))).toBe('D.');
  });
});

describe('the place of a diagnostic', () => {
  const source = new Source('main.pkr.hcl', TEMPLATE);
  const at = (text: string) => source.range(TEMPLATE.indexOf(text), TEMPLATE.indexOf(text) + text.length);

  it('is named by the blocks around it', () => {
    expect(enclosingBlocks(source, TEMPLATE.indexOf('"three"'))).toBe('build, provisioner "shell"');
    expect(enclosingBlocks(source, TEMPLATE.indexOf('sources'))).toBe('build');
    expect(enclosingBlocks(source, TEMPLATE.indexOf('provisioner'))).toBe('build');
    expect(enclosingBlocks(source, 0)).toBe('');
    expect(enclosingBlocks(source, TEMPLATE.length)).toBe('');
  });

  it('is named in JSON by the path to what is around it', () => {
    const text =
      '\uFEFF{ "source": { "amazon-ebs": { "app": { "ami_nam": "x" } } }, "provisioners": [{ "inline": ["a", 1] }] }';
    const json = new Source('main.pkr.json', text);
    expect(enclosingBlocks(json, text.indexOf('"ami_nam"'))).toBe('source.amazon-ebs.app');
    expect(enclosingBlocks(json, text.indexOf('"x"'))).toBe('source.amazon-ebs.app');
    expect(enclosingBlocks(json, text.indexOf('1] }'))).toBe('provisioners[0].inline');
    expect(enclosingBlocks(json, text.indexOf('"provisioners"'))).toBe('');
  });

  it('is shown with the line on which its context begins, and a gap', () => {
    const context = source.range(TEMPLATE.indexOf('inline'), TEMPLATE.indexOf(']\n  }') + 1);
    const diagnostic = errorDiagnostic({ code: 'c', summary: 'S', detail: 'D', subject: at('"three"'), context });
    expect(renderDiagnostic(diagnostic, { source: () => source }).split('\n')).toEqual([
      'Error: S',
      '',
      '  on main.pkr.hcl:7:7, in build, provisioner "shell":',
      '',
      '  4 │     inline = [',
      '    │ …',
      '  7 │       "three",',
      '    │       ^^^^^^^',
      '  8 │       "four",',
      '  9 │     ]',
      '',
      'D',
    ]);
  });

  it('comes, for programs, as whole lines with the part at fault', () => {
    const subject = source.range(TEMPLATE.indexOf('"two"'), TEMPLATE.indexOf('"three"') + 7);
    const snippet = snippetOf(errorDiagnostic({ code: 'c', summary: 'S', detail: 'D', subject }), source);
    expect(snippet).toEqual({
      context: 'build, provisioner "shell"',
      code: '      "two",\n      "three",',
      startLine: 6,
      highlightStart: 6,
      highlightEnd: 26,
    });
    expect(snippet?.code.slice(snippet.highlightStart, snippet.highlightEnd)).toBe('"two",\n      "three"');
  });
});
