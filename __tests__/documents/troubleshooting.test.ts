import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { errorPages } from '../../src/app/texts/error-page.ts';
import { BakeError, TemplateError } from '../../src/kernel/errors.ts';
import { errorCodes } from './error-codes.ts';
import { ROOT } from './snippets.ts';

const PAGE = readFileSync(path.join(ROOT, 'docs', 'troubleshooting.md'), 'utf8');
const ROWS = [...PAGE.matchAll(/^\| <a name="([^"]+)"><\/a>`([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)];

/** Files whose errors take their codes from elsewhere, with those codes that are written nowhere beside a category. */
const PASSED_ON: Readonly<Record<string, readonly string[]>> = {
  'app/cloud-access/enabled-regions.ts': [],
  'aws/errors.ts': [],
  'builders/amazon-ebs/diagnosis/diagnose.ts': [],
  'builders/amazon-ebs/fast-launch/enable.ts': [],
  'builders/amazon-ebs/incomplete.ts': [],
  'builders/amazon-ebs/launch/launch-fleet.ts': [],
  'builders/amazon-ebs/launch/refusals.ts': [],
  'builders/amazon-ebs/permissions/missing.ts': [],
  'builders/amazon-ebs/steps/check-regions.ts': ['unknown-region'],
  'builders/amazon-ebs/together.ts': [],
  'builders/amazon-ebs/verify-image.ts': [],
  'cli/json-reporter.ts': [],
  'communicators/ssh/connect.ts': ['ssh-bastion-unreachable', 'ssh-login-refused', 'ssh-silent', 'ssh-timeout'],
  'communicators/ssh/sftp.ts': ['remote-permission-denied'],
  'engine/provision.ts': ['unknown-builder', 'unknown-communicator', 'unknown-post-processor', 'unknown-provisioner'],
  'kernel/errors.ts': [],
  // Those of a template's problems.
  'template/text-renderer.ts': [],
};

describe('the page about errors', () => {
  const { codes, passedOn } = errorCodes();

  it('explains every code that a run can end with, and none that there is not', () => {
    const all = [...codes, ...Object.values(PASSED_ON).flat()].sort();
    expect(ROWS.map(([, name]) => name ?? '').sort()).toEqual([...new Set(all)]);
  });

  it('knows of every place where an error takes its code from elsewhere', () => {
    expect([...passedOn].sort()).toEqual(Object.keys(PASSED_ON).sort());
  });

  it.each(Object.entries(PASSED_ON).flatMap(([file, names]) => names.map((name) => [file, name] as const)))(
    'takes from %s what can become the code %s',
    (file, name) => {
      const text = readFileSync(path.join(ROOT, 'src', file), 'utf8');
      const isMade = name.startsWith('unknown-') && text.includes('`unknown-${what}`');
      expect(isMade || text.includes(`'${name}'`)).toBe(true);
    },
  );

  it('says of each code what it means and what to do, in the order of the alphabet within its area', () => {
    for (const [, anchor, name, meaning = '', remedy = ''] of ROWS) {
      expect(name).toBe(anchor);
      expect(meaning.trim().length).toBeGreaterThan(10);
      expect(remedy.trim().length).toBeGreaterThan(1);
    }
    expect(PAGE.match(/^\| <a/gm)).toHaveLength(ROWS.length);
    for (const area of PAGE.split(/^## /m).slice(1)) {
      const names = [...area.matchAll(/^\| <a name="([^"]+)"/gm)].map(([, name = '']) => name);
      expect(names).toEqual(names.toSorted());
    }
  });

  it('is what the last line of a failed run leads to', () => {
    const place = 'https://github.com/bake-ami/bake-ami/blob/main/docs/troubleshooting.md';
    const error = new BakeError('No', { code: 'ssh-timeout', category: 'connection' });
    expect(errorPages([error, error])).toEqual([`Error code ssh-timeout: ${place}#ssh-timeout`]);
    const subject = { severity: 'error', code: 'unknown-option', summary: 'No', detail: '' } as const;
    expect(errorPages([new TemplateError([subject])])).toEqual([`Error code unknown-option: ${place}#template`]);
    expect(PAGE).toContain('\n## Template\n');
    const [, ofTemplates = ''] = /^## Template\n([\s\S]*?)^## /m.exec(PAGE) ?? [];
    for (const [, code = ''] of ofTemplates.matchAll(/^\| <a name="([^"]+)"/gm)) {
      const found = new BakeError('No', { code, category: 'template' });
      expect(errorPages([found])).toEqual([`Error code ${code}: ${place}#${code}`]);
    }
    expect(PAGE).toContain(`Error code host-key-not-proven: ${place}#host-key-not-proven\n`);
  });
});
