import { describe, expect, it } from '@jest/globals';
import { amazonEbsSchema } from '../../../src/builders/amazon-ebs/options.ts';
import { sshSchema } from '../../../src/communicators/ssh/options.ts';
import { winrmSchema } from '../../../src/communicators/winrm/options.ts';
import { PACKER_OPTIONS } from './support/packer-options.ts';

const declared = { ...sshSchema, ...winrmSchema, ...amazonEbsSchema };

describe('the options of amazon-ebs', () => {
  it('are those of Packer', () => {
    expect(PACKER_OPTIONS).toHaveLength(148);
    expect(['communicator', ...Object.keys(declared)].toSorted()).toEqual(PACKER_OPTIONS);
  });

  it('that do not work yet say what to do instead, in a whole sentence', () => {
    for (const [name, { notYet }] of Object.entries(declared)) {
      if (notYet === undefined) continue;
      expect({ name, notYet }).toEqual({ name, notYet: expect.stringMatching(/^[A-Z].{10,}\.$/) });
    }
  });
});
