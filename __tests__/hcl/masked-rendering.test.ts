import { expect, test } from '@jest/globals';
import { concealedSource } from '../../src/hcl/concealed-source.ts';
import { snippetOf } from '../../src/hcl/diagnostic-text.ts';
import { renderDiagnostic } from '../../src/hcl/print-diagnostic.ts';
import { Source } from '../../src/hcl/source.ts';
import { type Diagnostic, errorDiagnostic } from '../../src/kernel/diagnostics.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';

const PHRASE = 'correct horse battery staple and a long enough passphrase with many blanks in it';

function registry(...values: readonly string[]): SecretRegistry {
  const secrets = new SecretRegistry();
  for (const value of values) secrets.register(value);
  return secrets;
}

function rendered(diagnostic: Partial<Diagnostic>, secrets: SecretRegistry, source?: Source): string {
  const whole = { ...errorDiagnostic({ code: 'c', summary: 'Wrong', detail: 'No.' }), ...diagnostic };
  return renderDiagnostic(whole, { secrets, source: () => source });
}

test('a secret over which a line would be wrapped is masked before it is', () => {
  const text = rendered({ detail: `There is no file "${PHRASE}".` }, registry(PHRASE));
  expect(text).toMatch(/There is no file "\*\*\*"\./);
});

test('a secret is masked as JSON quotes it, and as HCL does', () => {
  const secret = 'hun"ter\\${2}';
  const secrets = registry(secret);
  expect(secrets.mask(JSON.stringify(secret))).toBe('"***"');
  expect(secrets.mask('p = "hun\\"ter\\\\$${2}"')).toBe('p = "***"');
});

test('a secret with control characters and tabs in it is masked in all that a diagnostic says', () => {
  const secret = 'hun\u0007ter\t2';
  const text = rendered(
    { summary: `Bad ${secret}`, detail: secret, values: [{ expression: `local.k[${secret}]`, value: secret }] },
    registry(secret),
  );
  expect(text).not.toMatch(/hun|ter|<U/);
});

test('the excerpt hides a secret and still underlines what is at fault', () => {
  const line = 'key\t= "hunter2\tsecret", other';
  const source = new Source('a.hcl', line);
  const subject = source.range(line.indexOf('other'), line.length);
  const text = rendered({ subject }, registry('hunter2\tsecret'), source);
  expect(text).toMatch(/1 │ key {2}= "\*\*\*", other\n {4}│ {15}\^{5}\n/);
});

test('what of a very long line is shown does not tell how long a secret in it is', () => {
  const excerpt = (length: number): string => {
    const secret = 's'.repeat(length);
    const line = `a = "${'x'.repeat(400)}${secret}xxx" ! "yyy${secret}${'y'.repeat(400)}"`;
    const source = new Source('a.hcl', line);
    const at = line.indexOf('!');
    const [, , , , shown = ''] = rendered({ subject: source.range(at, at + 1) }, registry(secret), source).split('\n');
    return shown;
  };
  expect(excerpt(20)).toMatch(/…x{10,}\*{3}xxx" ! "yyy\*{3}y{10,}…$/);
  expect(excerpt(90)).toBe(excerpt(20));
});

test('a secret that the subject cuts in two is hidden on both sides', () => {
  const source = new Source('a.hcl', 'a = "hunter2secret"');
  const text = rendered({ subject: source.range(8, 12) }, registry('hunter2secret'), source);
  expect(text).not.toMatch(/hun|ter2|secret/);
});

test('a secret of several short lines is hidden in the lines of a file', () => {
  const source = new Source('a.hcl', 'a = <<E\none\ntwo\nE\n');
  const text = rendered({ subject: source.range(0, 17) }, registry('one\ntwo\n'), source);
  expect(text).not.toMatch(/one|two/);
});

test('the snippet for programs hides secrets and points at the same text', () => {
  const line = 'a = "hunter2secret" bad';
  const source = new Source('a.hcl', line);
  const diagnostic = errorDiagnostic({ code: 'c', summary: 'S', detail: '', subject: source.range(20, 23) });
  const snippet = snippetOf(diagnostic, concealedSource(source, registry('hunter2secret')));
  expect(snippet?.code).toBe('a = "***" bad');
  expect(snippet?.code.slice(snippet.highlightStart, snippet.highlightEnd)).toBe('bad');
});

test('what is hidden of a file is not shown, however it is spelled', () => {
  const source = new Source('a.hcl', 'a = "\\u0068unter2"');
  const secrets = new SecretRegistry();
  secrets.hide('a.hcl', { start: 5, end: 17 });
  expect(rendered({ subject: source.range(0, 1) }, secrets, source)).toMatch(/1 │ a = "\*\*\*"/);
});
