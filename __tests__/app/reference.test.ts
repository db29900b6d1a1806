import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { optionTables } from '../../src/app/reference/option-tables.ts';
import { referencePages } from '../../src/app/reference/pages.ts';
import { atRun, atRunWithOnly, option } from '../../src/kernel/schema.ts';
import { registry } from './support/registry.ts';

const pages = referencePages(registry);

describe('the reference', () => {
  it("has every option of Packer's, on the page of its component", () => {
    const vectors = path.join(import.meta.dirname ?? '', 'vectors/packer-options.json');
    const packer: Readonly<Record<string, Readonly<Record<string, object>>>> = JSON.parse(
      readFileSync(vectors, 'utf8'),
    );
    const folders = { builders: 'builders', provisioners: 'provisioners', postProcessors: 'post-processors' };
    const communicators = [...pages].filter(([name]) => name.startsWith('communicators/')).map(([, text]) => text);
    const missing: string[] = [];
    for (const [kind, folder] of Object.entries({ ...folders, dataSources: 'data-sources' })) {
      for (const [type, options] of Object.entries(packer[kind] ?? {})) {
        const page = pages.get(`${folder}/${type}.md`) ?? '';
        const text = page.includes('(../README.md#communicators)') ? [page, ...communicators].join('\n') : page;
        for (const name of Object.keys(options)) {
          // Its choice is told in words.
          if (!text.includes(`| \`${name}\` |`) && name !== 'communicator') missing.push(`${folder}/${type} ${name}`);
        }
      }
    }
    expect(missing).toEqual([]);
  });

  it('links every page from the first one, and says what does not run', () => {
    const index = pages.get('README.md') ?? '';
    for (const name of pages.keys()) if (name !== 'README.md') expect(index).toContain(`](${name})`);
    expect(index).toContain('- [`amazon-chroot`](builders/amazon-chroot.md) (does not run yet)\n');
    expect(index).toContain('- [`amazon-ebs`](builders/amazon-ebs.md)\n');
    expect(pages.get('builders/amazon-chroot.md')).toContain('**It is checked, and does not run yet.** ');
  });

  it('tells what a builder and a data source give to templates', () => {
    expect(pages.get('builders/amazon-ebs.md')).toContain('\n- `SourceAMICreationDate`\n');
    expect(pages.get('data-sources/http.md')).toContain('\n- `body` (string)\n');
  });
});

describe('an option is shown', () => {
  const row = (declared: Parameters<typeof optionTables>[0]) => optionTables(declared).split('\n').slice(2).join('\n');

  it.each([
    [option.string.required({ doc: 'Name.' }), '| `x` | string, **required** |  | Name. |'],
    [option.duration.withDefault(90_000, { doc: 'How long.' }), '| `x` | duration | `1m30s` | How long. |'],
    [option.duration.withDefault(0, { doc: 'How long.' }), '| `x` | duration | `0s` | How long. |'],
    [option.bool.withDefault(false, { doc: 'Whether.' }), '| `x` | bool | `false` | Whether. |'],
    [option.strings.withDefault([], { doc: 'All.' }), '| `x` | list(string) |  | All. |'],
    [
      option.string.withDefault('a', { doc: 'a | b.', choices: ['a', 'b'], sensitive: true }),
      '| `x` | string | `"a"` | a \\| b. One of `a`, `b`. It is masked in logs. |',
    ],
    [option.string.optional({ doc: 'Old.', note: 'No effect.' }), '| `x` | string |  | Old. **Note:** No effect. |'],
    [
      option.string.optional({ doc: 'New.', notYet: 'Use y.' }),
      '| `x` | string |  | New. **Does not work yet.** Use y. |',
    ],
    [
      option.string.optional({ doc: 'Command.', rendering: atRun('Path') }),
      "| `x` | string |  | Command. Rendered during the build: `{{ }}` knows `.Path`, the build's data. |",
    ],
    [
      option.string.optional({ doc: 'Tag.', rendering: atRunWithOnly('Path') }),
      '| `x` | string |  | Tag. Rendered during the build: `{{ }}` knows `.Path`. |',
    ],
  ])('as %#', (declared, expected) => {
    expect(row({ x: declared })).toBe(expected);
  });

  it('with the blocks within blocks, each in a table of its own', () => {
    const inner = option.blocks({ y: option.number.optional({ doc: 'Why.' }) }, { doc: 'Inner.' });
    expect(
      optionTables({ outer: option.block({ inner }, { doc: 'Outer.' }) }),
    ).toBe(`| Option | Type | Default | What it is |
| --- | --- | --- | --- |
| \`outer\` | block |  | Outer. |

### Block \`outer\`

Outer.

| Option | Type | Default | What it is |
| --- | --- | --- | --- |
| \`inner\` | blocks |  | Inner. |

### Block \`outer.inner\`

Inner. It may be written several times.

| Option | Type | Default | What it is |
| --- | --- | --- | --- |
| \`y\` | number |  | Why. |`);
  });
});
