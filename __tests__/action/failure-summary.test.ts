import { describe, expect, it } from '@jest/globals';
import { failureSummary } from '../../src/action/failure-summary.ts';
import { MarkdownWriter } from '../../src/action/markdown.ts';
import { errorDiagnostic, warningDiagnostic } from '../../src/kernel/diagnostics.ts';
import { BakeError, TemplateError } from '../../src/kernel/errors.ts';
import { startOf } from '../../src/kernel/source-range.ts';

const PLAIN = new MarkdownWriter((text) => text);
const PAGE = 'https://github.com/bake-ami/bake-ami/blob/main/docs/troubleshooting.md';

describe('the summary of a step that ended early', () => {
  it('says what is wrong, what to do, and where that is explained', () => {
    const error = new BakeError('The input "on-error" is "x"', {
      code: 'invalid-input',
      category: 'input',
      hint: 'It takes "cleanup".',
    });
    expect(failureSummary('Failed', error, PLAIN)).toBe(
      `## Failed\n\n### What went wrong\n\n- The input "on-error" is "x"<br>➜ It takes "cleanup".\n\n<sub>Error code <a href="${PAGE}#invalid-input"><code>invalid-input</code></a></sub>\n`,
    );
  });

  it('lists all that is wrong in a template, and what is worth a look', () => {
    const error = new TemplateError([
      errorDiagnostic({ code: 'a', summary: 'Wrong', detail: 'Do it.', subject: startOf('a.pkr.hcl') }),
      warningDiagnostic({ code: 'b', summary: 'Odd', detail: 'Look.' }),
      errorDiagnostic({ code: 'c', summary: 'Also wrong', detail: 'Do that.' }),
    ]);
    const text = failureSummary('There is no plan', error, PLAIN);
    expect(text).toContain('- **Wrong** in <code>a.pkr.hcl:1</code><br>Do it.\n- **Also wrong**<br>Do that.\n\n<sub>');
    expect(text).toMatch(/\n### Warnings\n\n- \*\*Odd\*\*<br>Look\.\n$/);
  });
});
