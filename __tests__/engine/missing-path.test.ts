import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { whereItWasLookedFor } from '../../src/engine/missing-path.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('a path that leads nowhere', () => {
  const here = temporaryFolder();

  beforeAll(() => {
    mkdirSync(path.join(here, 'packer/scripts'), { recursive: true });
    writeFileSync(path.join(here, 'packer/scripts/setup.sh'), '');
  });

  it.each([
    ['packer/a.pkr.hcl', 'scripts/setup.sh', '${path.root}/scripts/setup.sh'],
    ['packer/a.pkr.hcl', './scripts/setup.sh', '${path.root}/scripts/setup.sh'],
    ['packer/a.pkr.json', 'scripts/setup.sh', '${path.root}/scripts/setup.sh'],
    ['packer/a.json', 'scripts/setup.sh', '{{ template_dir }}/scripts/setup.sh'],
  ])('is found beside the template %s: %s', (template, written, better) => {
    expect(whereItWasLookedFor(written, here, template)).toBe(
      `A relative path starts at ${here}, as in Packer; but there is packer/scripts/setup.sh. Write "${better}", or run in packer.`,
    );
  });

  it('is named whole where the template is not below the working directory', () => {
    const elsewhere = path.join(here, 'ci');
    expect(whereItWasLookedFor('scripts/setup.sh', elsewhere, '../packer/a.pkr.hcl')).toBe(
      `A relative path starts at ${elsewhere}, as in Packer; but there is ${here}/packer/scripts/setup.sh. Write "\${path.root}/scripts/setup.sh", or run in ${here}/packer.`,
    );
  });

  it.each([
    ['gone.sh', 'packer/a.pkr.hcl', '${path.root}/…'],
    ['gone.sh', 'a.json', '{{ template_dir }}/…'],
  ])('may be nowhere at all: %s in %s', (written, template, form) => {
    expect(whereItWasLookedFor(written, here, template)).toBe(
      `A relative path starts at ${here}; "${form}" starts at the template's folder.`,
    );
  });

  it.each(['/gone/for/good', '~/gone'])('has no other place to be looked for at: %s', (written) => {
    expect(whereItWasLookedFor(written, here, 'packer/a.pkr.hcl')).toBe(
      'It has to be on the machine that runs this: check the path.',
    );
  });
});
