import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Diagnostic } from '../../src/kernel/diagnostics.ts';
import { judgeRoot } from './corpus/judge-root.ts';
import { type CorpusRoot, readRoots } from './corpus/roots.ts';

/** Templates that Packer 1.16 refuses too, or that need what their repository does not hold: which finding says so. */
interface Refusal {
  readonly repository: string;
  readonly templates: readonly string[];
  readonly code: string;
  /** In the summary of the finding. */
  readonly about: string;
  readonly why: string;
}

const { refusals } = JSON.parse(readFileSync(new URL('vectors/corpus-refusals.json', import.meta.url), 'utf8')) as {
  readonly refusals: readonly Refusal[];
};

function refusalOf({ repository, template }: CorpusRoot): Refusal | undefined {
  return refusals.find((each) => each.repository === repository && each.templates.includes(template));
}

const corpus = process.env['BAKE_AMI_CORPUS'] ?? '';

describe('public templates validate as in Packer (copies in the folder that BAKE_AMI_CORPUS names)', () => {
  const roots = corpus === '' ? [] : readRoots(corpus);
  const rows: string[] = [];

  if (roots.length === 0) {
    it('are not asked for', () => {
      expect(corpus).toBe('');
    });
  } else {
    it('are all there', () => {
      expect(roots.length).toBeGreaterThanOrEqual(200);
    });
    it.each(roots.map((root) => [`${root.id}: ${root.repository} ${root.template}`, root] as const))(
      '%s',
      async (_, root) => {
        const { errors } = await judgeRoot(root);
        const refusal = refusalOf(root);
        rows.push(row(root, errors, refusal));
        const found = errors.map(({ code, summary }) => `${code}: ${summary}`);
        if (refusal === undefined) expect(found).toEqual([]);
        else expect(found).toContainEqual(expect.stringMatching(`^${refusal.code}: .*${refusal.about}`));
      },
      30_000,
    );
    // What each root came to, beside them, for people.
    afterAll(() => {
      const head = ['| root | repository | template | verdict | reason |', '| --- | --- | --- | --- | --- |'];
      writeFileSync(path.join(corpus, 'verdicts.md'), `${[...head, ...rows.sort(byId)].join('\n')}\n`);
    });
  }
});

function row({ id, repository, template }: CorpusRoot, [first]: readonly Diagnostic[], refusal?: Refusal): string {
  const place =
    first?.subject === undefined ? '' : `${path.basename(first.subject.filename)}:${first.subject.start.line}: `;
  const reason =
    first === undefined ? '' : `${place}${first.summary}${refusal === undefined ? '' : ` (${refusal.why})`}`;
  const verdict = first === undefined ? 'valid' : refusal === undefined ? 'WRONGLY REFUSED' : 'refused';
  return `| ${[id, repository, template, verdict, reason].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function byId(a: string, b: string): number {
  return Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]);
}
