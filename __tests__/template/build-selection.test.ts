import { describe, expect, it } from '@jest/globals';
import { BuildSelector } from '../../src/template/build-selection.ts';

const builds = ['web.amazon-ebs.ubuntu', 'web.amazon-ebs.debian', 'amazon-ebs.base', 'docker.local'];

function selected(only: readonly string[], except: readonly string[] = []): readonly string[] {
  const selector = new BuildSelector({ only, except });
  return builds.filter((build) => selector.selects(build));
}

describe('BuildSelector', () => {
  it.each([
    [[], [], builds],
    [['amazon-ebs.base'], [], ['amazon-ebs.base']],
    [['*.ubuntu'], [], ['web.amazon-ebs.ubuntu']],
    [['web.*'], [], ['web.amazon-ebs.ubuntu', 'web.amazon-ebs.debian']],
    [['*amazon-ebs*'], ['*.debian'], ['web.amazon-ebs.ubuntu', 'amazon-ebs.base']],
    [['*.{base,local}'], [], ['amazon-ebs.base', 'docker.local']],
    [['docker.loca[a-z]', 'amazon-ebs.bas?'], [], ['amazon-ebs.base', 'docker.local']],
    [['base'], [], []],
    [[], ['*'], []],
  ])('only %j except %j', (only, except, expected) => {
    expect(selected(only, except)).toEqual(expected);
  });

  it('drops post-processors by name and by type', () => {
    const selector = new BuildSelector({ only: [], except: ['manifest', 'upload-*'] });
    expect(selector.drops('manifest')).toBe(true);
    expect(selector.drops('upload-it')).toBe(true);
    expect(selector.drops('shell-local')).toBe(false);
    expect(selector.diagnostics()).toEqual([]);
  });

  it('names every pattern that fits nothing, with what there is', () => {
    const selector = new BuildSelector({ only: ['*.ubuntu', 'amazon-ebs.bas'], except: ['manifst'] });
    for (const build of builds) selector.selects(build);
    selector.drops('manifest');
    const known = `The builds are: ${builds.join(', ')}.`;
    expect(selector.diagnostics()).toEqual([
      {
        severity: 'warning',
        code: 'unmatched-selection',
        summary: '"only" names "amazon-ebs.bas", which fits no build',
        detail: `${known} Did you mean "amazon-ebs.base"? A "*" stands for any characters.`,
      },
      {
        severity: 'warning',
        code: 'unmatched-selection',
        summary: '"except" names "manifst", which fits no build',
        detail: `${known} Did you mean "manifest"? A "*" stands for any characters.`,
      },
    ]);
  });

  it("says of a pattern that it can't be read, and what is wrong with it", () => {
    const selector = new BuildSelector({ only: ['amazon-ebs.[ab'], except: ['{web,docker'] });
    expect(builds.filter((build) => selector.selects(build))).toEqual([]);
    expect(
      selector.diagnostics().map(({ severity, code, summary, detail }) => [severity, code, summary, detail]),
    ).toEqual([
      [
        'error',
        'invalid-selection',
        '"only" has the pattern "amazon-ebs.[ab", which can\'t be read',
        'A bracket is not closed. A backslash takes the meaning from the character after it.',
      ],
      [
        'error',
        'invalid-selection',
        '"except" has the pattern "{web,docker", which can\'t be read',
        'A bracket is not closed. A backslash takes the meaning from the character after it.',
      ],
    ]);
  });
});
