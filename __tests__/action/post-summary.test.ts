import { describe, expect, it } from '@jest/globals';
import { MarkdownWriter } from '../../src/action/markdown.ts';
import { postSummary } from '../../src/action/post-summary.ts';
import { BakeError } from '../../src/kernel/errors.ts';

const PLAIN = new MarkdownWriter((text) => text);
const instance = { kind: 'instance', id: 'i-1', region: 'r' };
const group = { kind: 'security-group', id: 'sg-1', region: 'r' };

describe('the summary of the post step', () => {
  it('lists what it has removed and what stays, with the reason', () => {
    const error = new BakeError('It is in use', { code: 'x', category: 'left-behind' });
    const result = { clean: false, removed: [instance], left: [{ resource: group, error }], error: undefined };
    expect(postSummary(result, undefined, PLAIN)).toBe(
      [
        '## Cleaned up after the run',
        '### Left behind',
        'This may cost money. Remove it by hand.',
        '- security group sg-1 in r: It is in use',
        '### Removed',
        '- instance i-1 in r',
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    );
  });

  it('says why nothing could be looked for', () => {
    const error = new BakeError('Other credentials', { code: 'x', category: 'auth', hint: 'Configure them.' });
    const summary = postSummary({ clean: false, removed: [], left: [], error }, error, PLAIN);
    expect(summary).toContain('What is left could not be looked for: Other credentials<br>➜ Configure them.\n');
    expect(summary).toContain('troubleshooting.md#x"><code>x</code></a></sub>\n');
  });
});
