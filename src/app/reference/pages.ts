import type { Schema } from '../../kernel/schema.ts';
import type { Plugins } from '../registry.ts';
import { optionTables } from './option-tables.ts';

/** A component, as far as its page goes. */
interface Component {
  readonly type: string;
  readonly schema: Schema;
  /** Set for what is declared and does not run: what to do instead. */
  readonly instead?: string;
  /** Names of `build.*`, for builders. */
  readonly generatedNames?: readonly string[];
  readonly connects?: boolean;
  readonly outputs?: Readonly<Record<string, { readonly kind: string }>>;
}

interface Kind {
  readonly folder: string;
  readonly title: string;
  /** How a block of it begins in a template; `TYPE` is the component's. */
  readonly block: string;
  readonly components: readonly Component[];
}

/** The reference of all options, as Markdown by file name below `docs/reference/`, made of the same schemas that decode them. */
export function referencePages(plugins: Plugins): ReadonlyMap<string, string> {
  const kinds = kindsOf(plugins);
  return new Map([
    ['README.md', indexPage(kinds)],
    ...kinds.flatMap((kind) =>
      kind.components.map((component) => [`${kind.folder}/${component.type}.md`, page(kind, component)] as const),
    ),
  ]);
}

function kindsOf({ declared, ...running }: Plugins): readonly Kind[] {
  const all = (...maps: readonly ReadonlyMap<string, Component>[]): readonly Component[] =>
    maps.flatMap((map) => [...map.values()]).toSorted((a, b) => (a.type < b.type ? -1 : 1));
  return [
    {
      folder: 'builders',
      title: 'Builders',
      block: 'source "TYPE" "NAME"',
      components: all(connecting(running.builders), declared.builders),
    },
    {
      folder: 'communicators',
      title: 'Communicators',
      block: 'communicator = "TYPE"',
      components: all(running.communicators, declared.communicators),
    },
    {
      folder: 'provisioners',
      title: 'Provisioners',
      block: 'provisioner "TYPE"',
      components: all(running.provisioners, declared.provisioners),
    },
    {
      folder: 'post-processors',
      title: 'Post-processors',
      block: 'post-processor "TYPE"',
      components: all(running.postProcessors, declared.postProcessors),
    },
    {
      folder: 'data-sources',
      title: 'Data sources',
      block: 'data "TYPE" "NAME"',
      components: all(running.dataSources),
    },
  ];
}

function connecting(builders: ReadonlyMap<string, Component>): ReadonlyMap<string, Component> {
  return new Map([...builders].map(([type, builder]) => [type, { ...builder, connects: true }]));
}

function indexPage(kinds: readonly Kind[]): string {
  const sections = kinds.map(({ folder, title, components }) => {
    const lines = components.map(
      ({ type, instead }) =>
        `- [\`${type}\`](${folder}/${type}.md)${instead === undefined ? '' : ' (does not run yet)'}`,
    );
    return `## ${title}\n\n${lines.join('\n')}`;
  });
  return text(
    '# Options',
    "Every option of every component, made of the declarations that templates are checked against (`npm run docs`). Names and meanings are Packer's; where something differs, the option says so.",
    ...sections,
  );
}

function page({ block }: Kind, component: Component): string {
  const { type, schema, instead, connects, generatedNames = [], outputs } = component;
  const written = block.replace('TYPE', type);
  const parts = [
    `# \`${type}\``,
    `\`${written}\`${Object.keys(schema).length === 0 ? ' has no options.' : ' takes these options.'}`,
  ];
  if (instead !== undefined) parts.push(`**It is checked, and does not run yet.** ${instead}`);
  if (connects === true) {
    parts.push(
      'Which [communicator](../README.md#communicators) talks to the machine is said by `communicator` (default `"ssh"`); its options are written in the same block.',
    );
  }
  if (Object.keys(schema).length > 0) parts.push('## Options', optionTables(schema));
  if (outputs !== undefined) {
    const names = Object.entries(outputs).map(([name, { kind }]) => `- \`${name}\` (${kind})`);
    parts.push('## Outputs', `\`data.${type}.NAME.…\`:`, names.join('\n'));
  }
  if (generatedNames.length > 0) {
    const names = generatedNames.map((name) => `- \`${name}\``);
    parts.push('## Data of the build', 'Beside what every build has, `build.…` knows:', names.join('\n'));
  }
  return text(...parts);
}

function text(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
