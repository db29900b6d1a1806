import { describe, expect, it } from '@jest/globals';
import { BakeError } from '../../src/kernel/errors.ts';
import { TextRenderer } from '../../src/template/text-renderer.ts';
import { surroundings } from './go-template/support.ts';

const renderer = new TextRenderer(surroundings);

describe('TextRenderer', () => {
  it('renders once at the plan, and says what has no value', () => {
    expect(renderer.atPlan('{{ "{{ timestamp }}" }}')).toMatchObject({ text: '{{ timestamp }}', withoutValue: [] });
    expect(renderer.atPlan("docker inspect -f '{{.Id}}'")).toMatchObject({
      text: "docker inspect -f '<no value>'",
      withoutValue: [{ start: 21, end: 24 }],
    });
  });

  it('renders at the run until nothing changes', () => {
    const data = { Path: '/tmp/x.sh', Vars: "A='{{ build_name }}'", ID: 'i-1' };
    expect(renderer.atRun('{{ .Vars }} {{ .Path }} {{ build `ID` }}', data)).toBe("A='ubuntu' /tmp/x.sh i-1");
    expect(renderer.atRun('{{ .A }}', { A: '{{ .B }}', B: 'x' })).toBe('x');
  });

  it('leaves braces alone that were only made by rendering', () => {
    expect(renderer.atRun('{{ "{{" }}.Id}}', {})).toBe('<no value>');
    expect(renderer.atRun('a {{ "{{" }} b', {})).toBe('a {{ b');
  });

  it('ends with a text that makes itself again', () => {
    expect(renderer.atRun('x{{ .A }}', { A: 'x{{ .A }}' })).toBe(`${'x'.repeat(101)}{{ .A }}`);
  });

  it.each([
    ['{{ replace `-` `_` `all` `a-b` }}', 'Argument 3 of the function replace has to be a whole number, not a text'],
    ['{{ if true }}{{ index (split `a` `,` 3) }}{{ end }}', 'split makes 1 part of "a", and part 3 is not among them'],
    ['{{ env `HOME` }}', "The environment can't be read with {{ env }} here"],
  ])('finds in a text of the run what is wrong whatever the run says: %s', (text, message) => {
    expect(() => renderer.check(text)).toThrow(message);
  });

  it.each([
    '{{ .Path | upper }}',
    '{{ index . 3 }}',
    '{{ $.Vars | split `,` 3 }}',
    '{{ (upper .Path).Name }}',
    '{{ build `ID` }}',
    '{{ range $each := .All }}{{ upper $each }}{{ end }}',
  ])('leaves to the run what only the run can tell: %s', (text) => {
    expect(() => renderer.check(text)).not.toThrow();
  });

  it('throws a template error at the run, with the text', () => {
    const failing = () => renderer.atRun('sudo {{ .Path', {});
    expect(failing).toThrow(BakeError);
    expect(failing).toThrow(
      expect.objectContaining({
        code: 'unclosed-action',
        category: 'template',
        message: '"{{" has no "}}" (in the text "sudo {{ .Path")',
        hint: 'To have two braces in the text itself, write {{ "{{" }}.',
      }),
    );
  });
});
