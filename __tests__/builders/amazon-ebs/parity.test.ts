import { describe, expect, it } from '@jest/globals';
import { amazonEbsSchema } from '../../../src/builders/amazon-ebs/options.ts';
import { sshSchema } from '../../../src/communicators/ssh/options.ts';
import { PACKER_OPTIONS } from './support/packer-options.ts';

const declared = { communicator: undefined, ...sshSchema, ...amazonEbsSchema };

describe('the options of amazon-ebs', () => {
  it('are those of Packer: each is supported, or refused by name with what to do instead', () => {
    expect(PACKER_OPTIONS).toHaveLength(148);
    expect(Object.keys(declared).toSorted()).toEqual(PACKER_OPTIONS);
  });

  it('that are refused say what to do instead, in a whole sentence', () => {
    for (const [name, option] of Object.entries(amazonEbsSchema)) {
      if (option.kind !== 'unsupported') continue;
      expect({ name, remedy: option.remedy }).toEqual({ name, remedy: expect.stringMatching(/^[A-Z].{10,}\.$/) });
    }
  });
});
