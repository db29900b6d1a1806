import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { validate } from '../../src/app/validate.ts';
import { parseArguments } from '../../src/cli/arguments.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { parseFile } from '../../src/hcl/parser.ts';
import { Source } from '../../src/hcl/source.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { documents, ROOT, type Snippet, snippetsOf } from './snippets.ts';

const DOCUMENTS = documents();
const SNIPPETS = DOCUMENTS.flatMap(snippetsOf);
const named = (...languages: readonly string[]): readonly (readonly [string, Snippet])[] =>
  SNIPPETS.filter(({ language }) => languages.includes(language)).map((snippet) => [snippet.place, snippet]);

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface ActionFile {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** Our own action that a step uses; undefined: somebody else's. */
function ourAction({ uses = '' }: Step): ActionFile | undefined {
  const [, folder] = /^bake-ami\/bake-ami(?:\/([a-z-]+))?@v1$/.exec(uses) ?? [undefined];
  if (!uses.startsWith('bake-ami/')) return undefined;
  return parse(readFileSync(path.join(ROOT, folder ?? '', 'action.yml'), 'utf8'));
}

/** Every mapping within a value of YAML that looks like a step. */
function stepsIn(value: unknown): readonly Step[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'uses' in value ? [value as Step] : [];
  return [...own, ...Object.values(value).flatMap(stepsIn)];
}

/** What is wrong with the steps of ours in a text of YAML: inputs and outputs that there are not. */
function wrongWithSteps(text: string): readonly string[] {
  const steps = stepsIn(parse(text));
  return steps.flatMap((step) => {
    const action = ourAction(step);
    if (action === undefined) return [];
    const inputs = Object.keys(step.with ?? {}).filter((name) => !Object.hasOwn(action.inputs, name));
    const reads = [...text.matchAll(/steps\.([\w-]+)\.outputs\.(\w+)/g)].filter(([, id]) => id === step.id);
    const outputs = reads.map(([, , name = '']) => name).filter((name) => !Object.hasOwn(action.outputs, name));
    return [
      ...inputs.map((name) => `${step.uses} has no input ${name}`),
      ...outputs.map((name) => `${step.uses} has no output ${name}`),
    ];
  });
}

describe('the documents', () => {
  it('are found, with code in them', () => {
    expect(DOCUMENTS).toEqual(expect.arrayContaining(['README.md', 'docs/iam.md', 'sweep/README.md']));
    expect(named('yaml').length).toBeGreaterThan(5);
    expect(named('sh').length).toBeGreaterThan(3);
  });

  it.each(DOCUMENTS)('%s has no link to a file or heading that is not there', (name) => {
    const text = readFileSync(path.join(ROOT, name), 'utf8').replace(/```[\s\S]*?```/g, '');
    const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, link = '']) => link);
    const dead = links.filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = path.join(ROOT, file === '' ? name : path.join(path.dirname(name), file));
      if (!existsSync(target)) return true;
      return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor);
    });
    expect(dead).toEqual([]);
  });
});

describe('the README', () => {
  it('leads to every page of docs/ and to every example workflow', () => {
    const text = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    const pages = readdirSync(path.join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
    const examples = readdirSync(path.join(ROOT, 'examples', 'workflows'));
    const links = [...pages.map((name) => `docs/${name}`), ...examples.map((name) => `examples/workflows/${name}`)];
    expect(links.filter((link) => !text.includes(`](${link})`))).toEqual([]);
  });
});

describe('the threat model', () => {
  it('names only files and tests that there are', () => {
    const text = readFileSync(path.join(ROOT, 'docs', 'threat-model.md'), 'utf8');
    const files = [...text.matchAll(/`((?:src|__tests__)\/[^`]+)`/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('names a test for every invariant', () => {
    const text = readFileSync(path.join(ROOT, 'docs', 'threat-model.md'), 'utf8');
    const tables = text.split('| Invariant | Held by |').slice(1);
    const rows = tables.flatMap((table) => (table.split('\n\n')[0] ?? '').split('\n').slice(2));
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => !/`__tests__\/[^`]+\.test\.ts`/.test(row))).toEqual([]);
  });
});

/** As GitHub makes them of headings, and those that are written. */
function anchorsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const written = [...text.matchAll(/<a name="([^"]+)"><\/a>/g)].map(([, anchor = '']) => anchor);
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading);
  const seen = new Map<string, number>();
  const made = headings.map((heading) => {
    const anchor = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
  return [...made, ...written];
}

function validated(workingDirectory: string, variables: readonly { name: string; value: string }[] = []) {
  return validate({
    template: '.',
    variables,
    variableFiles: [],
    only: [],
    except: [],
    workingDirectory,
    clock: systemClock,
    ids: randomIds,
    environment: {},
    reporter: { report: () => undefined },
    secrets: new SecretRegistry(),
    signal: new AbortController().signal,
    syntaxOnly: false,
  });
}

describe('the example templates', () => {
  it.each([
    ['node-app', [{ name: 'app_version', value: '1.4.2' }], 1],
    ['many-images', [], 20],
  ])('%s is one that validate finds nothing wrong with', async (name, variables, builds) => {
    const { diagnostics, plan } = await validated(path.join(ROOT, 'examples', name), variables);
    expect(diagnostics.map(({ summary }) => summary)).toEqual([]);
    expect(new Set(plan?.builds.map((build) => build.name)).size).toBe(builds);
  });
});

describe('the code in the documents', () => {
  it.each(named('yaml', 'yml'))(
    '%s is YAML whose steps of ours have only inputs and outputs that there are',
    (_, { code }) => {
      expect(parseAllDocuments(code).flatMap((document) => document.errors.map(String))).toEqual([]);
      expect(wrongWithSteps(code)).toEqual([]);
    },
  );

  it.each(named('diff'))('%s becomes YAML that is right', (_, { code }) => {
    const after = code
      .split('\n')
      .filter((line) => !line.startsWith('-'))
      .map((line) => line.replace(/^\+/, ' '))
      .join('\n');
    expect(wrongWithSteps(after)).toEqual([]);
  });

  const hcl = named('hcl');
  if (hcl.length > 0) {
    it.each(hcl)('%s is HCL', (place, { code }) => {
      expect(parseFile(new Source(place, code)).diagnostics.map(({ summary }) => summary)).toEqual([]);
    });
  }

  const templates = hcl.filter(([, { code }]) => /^source "/m.test(code) && /^build /m.test(code));
  it.each(templates)('%s is a template that validate finds nothing wrong with', async (_, { place, code }) => {
    const folder = temporaryFolder('documents');
    writeFileSync(path.join(folder, 'app.pkr.hcl'), code);
    const playbook = SNIPPETS.find((other) => isOfOneDocument(place, other) && other.code.startsWith('- hosts:'));
    if (playbook !== undefined) writeFileSync(path.join(folder, 'playbook.yml'), playbook.code);
    const { diagnostics } = await validated(folder);
    expect(diagnostics.map(({ summary }) => summary)).toEqual([]);
  });

  it.each(named('json'))('%s is JSON', (_, { code }) => {
    expect(() => JSON.parse(code)).not.toThrow();
  });

  it.each(named('sh', 'bash'))('%s calls only commands and flags of ours that there are', async (_, { code }) => {
    const calls = [...code.matchAll(/(?:node dist\/cli\.js|bake-ami) ([a-z-]+)([^|#\n]*)/g)];
    for (const [, command = '', rest = ''] of calls) {
      const load = COMMANDS[command];
      if (load === undefined) throw new Error(`there is no command ${command}`);
      const words = (rest.match(/'[^']*'|"[^"]*"|[^\s'"]+(?:'[^']*'|"[^"]*")?/g) ?? []).map((word) =>
        word.replace(/['"]/g, ''),
      );
      parseArguments(command, words, (await load()).flags);
    }
  });
});

function isOfOneDocument(place: string, other: Snippet): boolean {
  return place.split(':')[0] === other.place.split(':')[0];
}

describe('the example workflows', () => {
  const folder = path.join(ROOT, 'examples', 'workflows');
  it.each(readdirSync(folder))('%s gives our actions only inputs that there are', (name) => {
    expect(wrongWithSteps(readFileSync(path.join(folder, name), 'utf8'))).toEqual([]);
  });
});
