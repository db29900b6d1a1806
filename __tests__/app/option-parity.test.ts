import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catalogOf } from '../../src/app/registry.ts';
import type { Option } from '../../src/kernel/schema.ts';
import { OPTION_EFFECTS } from '../builders/amazon-ebs/support/option-effects.ts';
import {
  DEAD,
  OF_WINRM,
  SHOWN_ELSEWHERE,
  UNDER_A_REFUSED_OPTION,
} from '../builders/amazon-ebs/support/shown-elsewhere.ts';
import { registry } from './support/registry.ts';

const TESTS = path.join(import.meta.dirname ?? '', '..');
const packer: Readonly<Record<string, object>> = JSON.parse(
  readFileSync(path.join(TESTS, 'app/vectors/packer-options.json'), 'utf8'),
).builders['amazon-ebs'];
const schema = catalogOf(registry).builders.get('amazon-ebs')?.schema ?? {};

const isRefused = (option: Option | undefined): boolean => option?.notYet !== undefined;

/** Where the fate of an option is told: it has to be exactly one place. */
function fatesOf(name: string): string[] {
  const elsewhere = Object.values(SHOWN_ELSEWHERE).flatMap((titles) => Object.values(titles).flat());
  const isShown = OPTION_EFFECTS.some(({ options }) => options.includes(name)) || elsewhere.includes(name);
  return [
    isShown ? 'shown' : undefined,
    Object.hasOwn(DEAD, name) ? 'dead' : undefined,
    schema[name]?.notYet !== undefined ? 'refused' : undefined,
    Object.hasOwn(UNDER_A_REFUSED_OPTION, name) ? 'refused with another' : undefined,
    name.startsWith('winrm_') || OF_WINRM.includes(name) ? 'of a communicator that is refused' : undefined,
  ].filter((fate) => fate !== undefined);
}

describe("each of Packer's options for amazon-ebs", () => {
  it('is known: 148 of them', () => {
    expect(Object.keys(packer)).toHaveLength(148);
    expect(Object.keys(schema).toSorted()).toEqual(Object.keys(packer).toSorted());
  });

  it('has a test that shows its effect, or is dead, or is refused by name', () => {
    const wrong = Object.keys(packer)
      .map((name) => ({ name, fates: fatesOf(name) }))
      .filter(({ fates }) => fates.length !== 1);
    expect(wrong).toEqual([]);
  });

  it('is named in no list that it is not in', () => {
    const named = [
      ...OPTION_EFFECTS.flatMap(({ options }) => options),
      ...Object.values(SHOWN_ELSEWHERE).flatMap((titles) => Object.values(titles).flat()),
      ...Object.keys(DEAD),
      ...Object.keys(UNDER_A_REFUSED_OPTION),
      ...OF_WINRM,
    ];
    expect(named.filter((name) => !Object.hasOwn(packer, name))).toEqual([]);
  });

  it('that is said to be shown by a test elsewhere is: the test is there, and the option in its file', () => {
    const wrong = Object.entries(SHOWN_ELSEWHERE).flatMap(([file, titles]) => {
      const text = readFileSync(path.join(TESTS, file), 'utf8');
      return Object.entries(titles).flatMap(([title, options]) => {
        const isThere = ["'", '"'].some(
          (quote) => text.includes(`(${quote}${title}${quote}`) || text.includes(`  ${quote}${title}${quote},\n`),
        );
        const missing = options.filter((name) => !new RegExp(`(?:\\b|\\\\n)${name}\\b`).test(text));
        return isThere && missing.length === 0 ? [] : [{ file, title, isThere, missing }];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('that is refused with another one is so because the other one really is', () => {
    const others = Object.values(UNDER_A_REFUSED_OPTION);
    expect(others.filter((name) => !isRefused(schema[name]))).toEqual([]);
    expect([...registry.declared.communicators.keys()]).toEqual(['winrm']);
  });

  it('that is dead says so, where it is written or in the reference', () => {
    const silent = Object.keys(DEAD).filter((name) => {
      const { doc = '', note } = schema[name] ?? {};
      return note === undefined && !/never/.test(doc);
    });
    expect(silent).toEqual([]);
  });
});
