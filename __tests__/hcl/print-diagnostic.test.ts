import { describe, expect, it } from '@jest/globals';
import { snippetOf } from '../../src/hcl/diagnostic-text.ts';
import { parseFile } from '../../src/hcl/parser.ts';
import { type RenderOptions, renderDiagnostic } from '../../src/hcl/print-diagnostic.ts';
import { Source } from '../../src/hcl/source.ts';
import { columnsOf } from '../../src/hcl/visible-text.ts';
import { warningDiagnostic } from '../../src/kernel/diagnostics.ts';

/** The first error of a text, rendered. */
function render(text: string, options: RenderOptions = {}): string {
  const source = new Source('main.pkr.hcl', text);
  const [first] = parseFile(source).diagnostics;
  if (first === undefined) throw new Error('This text has no error');
  return renderDiagnostic(first, { source: () => source, ...options });
}

describe('renderDiagnostic', () => {
  it('shows severity, summary, position, the line with a caret, and the detail', () => {
    expect(render('a = 1\nb = [1, 2 3]\n')).toBe(
      [
        'Error: Missing comma',
        '',
        '  on main.pkr.hcl:2:11:',
        '',
        '  2 │ b = [1, 2 3]',
        '    │           ^',
        '',
        'Expected "," or "]" after an item of this list, but found the number 3.',
      ].join('\n'),
    );
  });

  it('wraps the detail at the width', () => {
    expect(render('a = "x\n', { width: 40 }).split('\n').slice(-4)).toEqual([
      'There is no closing quote (") for this',
      'string on its line. A quote within a',
      'string is written \\", and a text of',
      'several lines as a heredoc (<<EOT).',
    ]);
  });

  it('underlines by the columns of a terminal, not by characters', () => {
    expect(render('b = "日本" x\n').split('\n').slice(4, 6)).toEqual(['  1 │ b = "日本" x', '    │            ^']);
  });

  it('cuts a line that is as long as a file, and takes no time for it', () => {
    const source = new Source('a', `${'b'.repeat(300_000)}é${'c'.repeat(300_000)}`);
    const place = (offset: number) => ({ offset, line: 1, column: offset + 1 });
    const subject = { filename: 'a', start: place(300_000), end: place(300_001) };
    const diagnostic = warningDiagnostic({ code: 'x', summary: 'x', detail: 'x', subject });
    const start = performance.now();
    for (let count = 0; count < 200; count += 1) renderDiagnostic(diagnostic, { source: () => source });
    expect(performance.now() - start).toBeLessThan(10_000);
    const lines = renderDiagnostic(diagnostic, { source: () => source }).split('\n');
    expect(lines[4]).toBe(`  1 │ …${'b'.repeat(53)}é${'c'.repeat(53)}…`);
    expect(lines[5]?.indexOf('^')).toBe(lines[4]?.indexOf('é'));
    expect(snippetOf(diagnostic, source)).toMatchObject({ highlightStart: 2_048, highlightEnd: 2_049 });
    expect(snippetOf(diagnostic, source)?.code).toHaveLength(8_192);
  });

  it('underlines every line of a subject, without its indentation, and cuts what is too long', () => {
    const text = `x = {\n${'  a = 1\n'.repeat(8)}}\n`;
    const source = new Source('main.pkr.hcl', text);
    const subject = source.range(4, text.length);
    const diagnostic = warningDiagnostic({ code: 'c', summary: 'S', detail: 'D', subject });
    expect(renderDiagnostic(diagnostic, { source: () => source }).split('\n')).toEqual([
      'Warning: S',
      '',
      '  on main.pkr.hcl:1:5:',
      '',
      '  1 │ x = {',
      '    │     ^',
      '  2 │   a = 1',
      '    │   ^^^^^',
      '  3 │   a = 1',
      '    │   ^^^^^',
      '  4 │   a = 1',
      '    │   ^^^^^',
      '  5 │   a = 1',
      '    │   ^^^^^',
      '    │ …',
      '',
      'D',
    ]);
  });

  it('cuts a very long line around the subject', () => {
    const [, , , , line, carets] = render(`a = [${'"x", '.repeat(200)} 1 2, ${'"y", '.repeat(200)}]\n`).split('\n');
    expect(line).toMatch(/^ {2}1 │ …("?x?"?,? )*.*1 2, .*…$/);
    expect(line?.length).toBeLessThan(180);
    expect(carets?.indexOf('^')).toBe(line?.indexOf('2,'));
  });

  it.each([
    ['tabs', '\t', '\t'],
    ['wide characters', '日', '本'],
    ['characters of several code units', '👩‍👩‍👧', 'é'],
    ['control characters', '\u0007', '\u202e'],
  ])('keeps the caret below the subject in a very long line of %s, and cuts through none', (_, left, right) => {
    const text = `a = 1 /*${left.repeat(1_000)}*/ 2 /*${right.repeat(1_000)}*/`;
    const source = new Source('main.pkr.hcl', text);
    const at = text.indexOf('2');
    const diagnostic = warningDiagnostic({ code: 'c', summary: 'S', detail: 'D', subject: source.range(at, at + 1) });
    const [, , , , line = '', carets = ''] = renderDiagnostic(diagnostic, { source: () => source }).split('\n');
    expect(columnsOf(line)).toBeLessThan(180);
    expect(line).toMatch(/^ {2}1 │ ….*\*\/ 2 \/\*.*…$/u);
    expect(columnsOf(line.slice(0, line.indexOf('2')))).toBe(carets.indexOf('^'));
    expect(carets.trimEnd()).toMatch(/^ {4}│ +\^$/);
    for (const each of line.replaceAll(/<U\+[0-9A-F]{4}>/g, '').slice(7, -1)) {
      expect(`${left}${right}${text.slice(0, 8)}/* 2`).toContain(each);
    }
  });

  it('cuts long words and paragraphs that come from the template, wherever they stand', () => {
    const long = (letter: string): string => letter.repeat(10_000);
    const source = new Source('main.pkr.hcl', `source "null" "${long('l')}" {\n  a = 1\n}\n`);
    const rendered = renderDiagnostic(
      warningDiagnostic({
        code: 'c',
        summary: `Unknown "${long('s')}"`,
        detail: `There is no "${long('d')}" here.\n\n${'many words '.repeat(1_000)}.`,
        subject: source.range(source.text.indexOf('a = 1'), source.text.indexOf('a = 1') + 1),
      }),
      { source: () => source },
    );
    expect(rendered).toMatch(/^Warning: Unknown "s{99}…s{39}"\n/);
    expect(rendered).toMatch(/, in source "null" "l{99}…l{39}":\n/);
    expect(rendered).toMatch(/\nThere is no\n"d{99}…d{39}"\nhere\.\n/);
    expect(rendered).toMatch(/many words m…ds many words/);
    expect(rendered.length).toBeLessThan(2_600);
  });

  it('makes control characters visible, so that a template can’t speak to the terminal', () => {
    const rendered = render('a = "\u001b[2J\u202e" \u0007\n');
    expect(rendered.split('\n').slice(4, 6)).toEqual([
      '  1 │ a = "<U+001B>[2J<U+202E>" <U+0007>',
      '    │                           ^^^^^^^^',
    ]);
  });

  it('colours only when asked to', () => {
    expect(render('a = \n')).not.toContain('\u001b');
    const coloured = render('a = ,\n', { colours: true });
    expect(coloured).toContain('\u001b[31m\u001b[1mError:\u001b[22m\u001b[39m');
    expect(coloured).toContain('\u001b[31m^\u001b[39m');
  });

  it('does without the source, and without a position', () => {
    const source = new Source('gone.hcl', 'x');
    const parts = { code: 'c', summary: 'S', detail: 'D' };
    expect(renderDiagnostic(warningDiagnostic({ ...parts, subject: source.range(0, 1) }))).toBe(
      'Warning: S\n\n  on gone.hcl:1:1\n\nD',
    );
    expect(renderDiagnostic(warningDiagnostic(parts))).toBe('Warning: S\n\nD');
  });
});
