import { describe, expect, it } from '@jest/globals';
import { type OptionsOf, option } from '../../src/kernel/schema.ts';

const schema = {
  name: option.string.required({ doc: 'Its name.' }),
  timeout: option.duration.withDefault(5_000, { doc: 'How long.' }),
  pty: option.bool.optional({ doc: 'Whether.' }),
  device: option.blocks({ size: option.number.optional({ doc: 'GiB.' }) }, { doc: 'Disks.' }),
  filter: option.block({ owners: option.strings.withDefault([], { doc: 'Who.' }) }, { doc: 'Filter.' }),
} as const;

describe('OptionsOf', () => {
  it('gives each option the type that it is decoded to', () => {
    // A compile-time check first of all: the assignment below must type-check exactly.
    const options: OptionsOf<typeof schema> = {
      name: 'x',
      timeout: 1,
      pty: undefined,
      device: [{ size: undefined }],
      filter: { owners: ['self'] },
    };
    // @ts-expect-error a required string is never undefined
    const missing: OptionsOf<typeof schema>['name'] = undefined;
    // @ts-expect-error an option with a default is never undefined
    const noDefault: OptionsOf<typeof schema>['timeout'] = undefined;
    expect([options.name, missing, noDefault]).toEqual(['x', undefined, undefined]);
  });
});
