import { describe, expect, it } from '@jest/globals';
import { BakeError } from '../../src/kernel/errors.ts';
import { TextRenderer } from '../../src/template/text-renderer.ts';
import { surroundings } from './go-template/support.ts';

const renderer = new TextRenderer(surroundings);

describe('TextRenderer', () => {
  it('renders once at the plan, and says what has no value', () => {
    expect(renderer.atPlan('{{ "{{ timestamp }}" }}')).toEqual({ text: '{{ timestamp }}', withoutValue: [] });
    expect(renderer.atPlan("docker inspect -f '{{.Id}}'")).toEqual({
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
