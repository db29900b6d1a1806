import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { GoTemplateProblem } from '../../../src/template/go-template/problem.ts';
import { TextRenderer } from '../../../src/template/text-renderer.ts';
import { surroundings } from './support.ts';

/**
 * Texts and what Packer 1.6.6 (Debian's) wrote for them, each as the `content` of a `file` source named `n`; null where
 * it refused the text.
 */
const recorded: readonly (readonly [string, string | null])[] = JSON.parse(
  readFileSync(new URL('../vectors/go-template.json', import.meta.url), 'utf8'),
);

/** Where we differ, knowingly: what no template for Packer has been seen to use. */
const DIFFERENT: readonly string[] = [
  '%[2]d', // Arguments of printf by position.
  '%*d', // Widths of printf as arguments.
  '%.1f', // Ties are rounded up, not to even.
  '1e20', // A whole number is shown as one, however it was written.
];

const renderer = new TextRenderer({ ...surroundings, buildName: 'n', buildType: 'file' });

function rendered(text: string): string | null {
  try {
    return renderer.atPlan(text).text;
  } catch (thrown) {
    if (thrown instanceof GoTemplateProblem) return null;
    throw thrown;
  }
}

describe('a text is rendered as Packer renders it', () => {
  const alike = recorded.filter(([text]) => !DIFFERENT.some((part) => text.includes(part)));

  it.each(alike)('%j', (text, expected) => {
    expect(rendered(text)).toBe(expected);
  });

  it('but for what is listed as different, which is different indeed', () => {
    const differences = recorded.filter(([text]) => DIFFERENT.some((part) => text.includes(part)));
    expect(differences).toHaveLength(DIFFERENT.length);
    for (const [text, expected] of differences) expect(rendered(text)).not.toBe(expected);
  });
});
