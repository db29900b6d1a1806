import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const SRC = path.join(import.meta.dirname ?? '', '..', 'src');

/** What each folder may import besides itself: the arrows of docs/architecture.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  hcl: ['kernel'],
  template: ['kernel', 'hcl'],
  engine: ['kernel', 'hcl', 'template'],
  aws: ['kernel'],
  'data-sources': ['kernel', 'hcl', 'template', 'aws'],
  // The wire format of Session Manager, which the client and the local cloud speak.
  'session-manager': ['kernel'],
  communicators: ['kernel', 'hcl', 'template', 'engine', 'session-manager'],
  builders: ['kernel', 'hcl', 'template', 'engine', 'aws'],
  provisioners: ['kernel', 'hcl', 'template', 'engine'],
  'post-processors': ['kernel', 'hcl', 'template', 'engine', 'aws'],
  images: ['kernel', 'hcl', 'template', 'engine', 'aws'],
  'local-cloud': ['kernel', 'session-manager'],
  app: [
    'kernel',
    'hcl',
    'template',
    'engine',
    'aws',
    'communicators',
    'builders',
    'provisioners',
    'post-processors',
    'data-sources',
    'images',
    'local-cloud',
  ],
  action: ['kernel', 'app', 'hcl'],
  cli: ['kernel', 'app', 'hcl'],
};

/** Folders in which each sub-folder is a plugin of its own. */
const PLUGIN_FOLDERS = ['communicators', 'builders', 'provisioners', 'post-processors', 'data-sources'];

/** Folders beside the plugins that hold what several of them share, with the plugins that may import them. */
const SHARED: Readonly<Record<string, RegExp>> = {
  'builders/amazon': /^amazon-/,
  'data-sources/shared': /^(http|remote-functions)$/,
};

/** What only certain files may use. The guest agent is a program of its own, inside a sandbox machine. */
const RESERVED = [
  { what: '@actions/*', pattern: /from '@actions\//, allowed: /^action\// },
  { what: 'AWS clients', pattern: /^(?!\s*import type).*(from|import\() ?'@aws-sdk\//m, allowed: /^aws\// },
  { what: 'process.env', pattern: /\bprocess\.env\b/, allowed: /^(action|cli)\// },
  {
    what: 'process.exit',
    pattern: /(?<![.#\w])process\.exit\(/,
    allowed: /^(action\/cancellation|action\/crash|cli\/process-terminal|local-cloud\/sandbox\/guest\/.*)\.ts$/,
  },
  { what: 'process.on', pattern: /\bprocess\.on\b/, allowed: /^(action|cli|local-cloud\/sandbox\/guest)\// },
  { what: 'console', pattern: /(?<![.#\w])console\.(log|info|warn|error|debug|table)\(/, allowed: /^(action|cli)\// },
  { what: 'Date.now', pattern: /\bDate\.now\(|new Date\(\)/, allowed: /^(kernel|cli)\// },
  { what: 'Math.random', pattern: /\bMath\.random\(/, allowed: /^kernel\// },
  { what: 'timers', pattern: /\b(setTimeout|setInterval)\(/, allowed: /^(kernel|action\/cancellation)/ },
  { what: 'random ids', pattern: /\brandomUUID\(/, allowed: /^kernel\// },
] as const;

interface SourceFile {
  readonly name: string;
  readonly code: string;
  readonly imports: readonly string[];
}

function sourceFiles(): readonly SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      // Comments may name what code may not use.
      const code = readFileSync(path.join(SRC, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      const imports = [...code.matchAll(/(?:from|import|import\()\s*'(\.{1,2}\/[^']+)'/g)].map(([, target]) =>
        path.posix.join(path.posix.dirname(name), target ?? ''),
      );
      return { name, code, imports };
    });
}

/** Every arrow that points the wrong way, as `file -> target: why`. */
function wrongArrows(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ name, imports }) => {
    const [layer = '', plugin = ''] = name.split('/');
    return imports.flatMap((target) => {
      const [targetLayer = '', targetPlugin] = target.split('/');
      if (layer !== targetLayer) {
        return MAY_IMPORT[layer]?.includes(targetLayer)
          ? []
          : [`${name} -> ${target}: ${layer} may not import ${targetLayer}`];
      }
      const shared = SHARED[`${targetLayer}/${targetPlugin}`]?.test(plugin) === true;
      const crossing = PLUGIN_FOLDERS.includes(layer) && plugin !== targetPlugin && !shared;
      return crossing ? [`${name} -> ${target}: two plugins never import each other`] : [];
    });
  });
}

function reservedUses(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ name, code }) =>
    RESERVED.filter(({ pattern, allowed }) => pattern.test(code) && !allowed.test(name)).map(
      ({ what }) => `${name}: ${what}`,
    ),
  );
}

const ROOT = path.join(SRC, '..');

interface Exports {
  readonly name: string;
  readonly code: string;
}

/** TypeScript and JavaScript of a folder; names are relative to the repository. */
function codeIn(folder: string): readonly Exports[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter((name) => /\.m?[jt]s$/.test(name))
    .map((name) => ({ name, code: readFileSync(path.join(ROOT, name), 'utf8') }));
}

/**
 * Functions, constants and classes of `files` that no other file names in an import, as `file: name`. A file that is
 * imported as a whole, or bundled by a script, has a user for all of it. (Types may be exported because exported functions have them.)
 */
function unusedExports(files: readonly Exports[], users: readonly Exports[]): readonly string[] {
  const used = new Set<string>();
  for (const { name, code } of users) {
    const at = (target = ''): string => path.posix.join(path.posix.dirname(name), target);
    for (const [, names = '', target] of code.matchAll(
      /(?:import|export)\s*(?:type\s*)?\{([^}]*)\}\s*from\s*'(\.[^']+)'/g,
    )) {
      for (const each of names.split(','))
        used.add(
          `${at(target)}: ${
            each
              .trim()
              .replace(/^type /, '')
              .split(' as ')[0]
          }`,
        );
    }
    for (const [, target] of code.matchAll(/(?:import\(\s*|\* as \w+ from )'(\.[^']+)'/g)) used.add(at(target));
    for (const [, entry = ''] of code.matchAll(/'(src\/[^']+\.ts)'/g)) used.add(entry);
  }
  return files.flatMap(({ name, code }) => {
    const exported = code.matchAll(/^export (?:async )?(?:abstract )?(?:function\*?|const|class) (\w+)/gm);
    return [...exported].map(([, each]) => `${name}: ${each}`).filter((each) => !used.has(each) && !used.has(name));
  });
}

describe('the architecture', () => {
  const files = sourceFiles();

  it('has a rule for every folder', () => {
    const layers = new Set(files.map(({ name }) => name.split('/')[0]));
    expect([...layers].filter((layer) => MAY_IMPORT[layer ?? ''] === undefined)).toEqual([]);
  });

  it('has no arrow that points the wrong way', () => {
    expect(wrongArrows(files)).toEqual([]);
  });

  it('keeps the outside world in its places', () => {
    expect(reservedUses(files)).toEqual([]);
  });

  it('exports no function, constant or class that nobody else uses', () => {
    expect(unusedExports(codeIn('src'), ['src', '__tests__', 'scripts'].flatMap(codeIn))).toEqual([]);
  });

  it('would name an export without a user', () => {
    const file = (name: string, code: string) => ({ name, code });
    const planted = [
      file('src/a.ts', 'export const one = 1;\nexport function two() {}\nexport class Three {}\nexport type Four = 4;'),
      file('src/b/c.ts', "import { one } from '../a.ts';\nexport const loaded = one;"),
      file('src/d.ts', "import {\n  type Three,\n} from './a.ts';\nawait import('./b/c.ts');"),
    ];
    expect(unusedExports(planted, planted)).toEqual(['src/a.ts: two']);
  });

  it('would name a file that breaks a rule', () => {
    const planted = [
      { name: 'kernel/clock.ts', code: 'const now = Date.now();', imports: ['engine/run.ts'] },
      { name: 'provisioners/shell/index.ts', code: 'console.log(1)', imports: ['provisioners/file/index.ts'] },
      { name: 'builders/amazon-ebs/index.ts', code: '', imports: ['builders/amazon/options/tags.ts'] },
      { name: 'builders/null/index.ts', code: '', imports: ['builders/amazon/options/tags.ts'] },
    ];
    expect(wrongArrows(planted)).toEqual([
      'kernel/clock.ts -> engine/run.ts: kernel may not import engine',
      'provisioners/shell/index.ts -> provisioners/file/index.ts: two plugins never import each other',
      'builders/null/index.ts -> builders/amazon/options/tags.ts: two plugins never import each other',
    ]);
    expect(reservedUses(planted)).toEqual(['provisioners/shell/index.ts: console']);
  });

  it('lets only the registry import the plugins', () => {
    const importers = files
      .filter(({ name, imports }) => {
        const [layer = ''] = name.split('/');
        return imports.some(
          (target) => PLUGIN_FOLDERS.includes(target.split('/')[0] ?? '') && !PLUGIN_FOLDERS.includes(layer),
        );
      })
      .map(({ name }) => name);
    expect(importers.filter((name) => name !== 'app/registry.ts')).toEqual([]);
  });
});
