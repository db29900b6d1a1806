// Writes the tables of each action's README.md from its action.yml, between their markers, and docs/reference/ and
// docs/iam.md from what src/ declares. With --check, only says whether they are current.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { parse } from 'yaml';

const check = process.argv.includes('--check');
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const subActions = readdirSync(root).filter((name) => existsSync(path.join(root, name, 'action.yml')));

for (const folder of ['.', ...subActions.sort()]) writeTables(folder);
const { pages, iam } = await generatedPages();
writeReference(pages);
writeIam(iam);

function writeTables(folder) {
  const name = path.join(folder, 'README.md');
  const readme = path.join(root, name);
  const { inputs, outputs } = parse(readFileSync(path.join(root, folder, 'action.yml'), 'utf8'));
  const tables = {
    inputs: [
      '| Input | Default | What it is |',
      '| --- | --- | --- |',
      ...Object.entries(inputs).map(
        ([input, { default: value, description }]) =>
          `| \`${input}\` | ${value === '' ? '' : `\`${value}\``} | ${cell(description)} |`,
      ),
    ],
    outputs: [
      '| Output | What it is |',
      '| --- | --- |',
      ...Object.entries(outputs).map(([output, { description }]) => `| \`${output}\` | ${cell(description)} |`),
    ],
  };

  const before = readFileSync(readme, 'utf8');
  let after = before;
  for (const [table, rows] of Object.entries(tables)) {
    const markers = new RegExp(`(<!-- ${table}-start -->\n)[\\s\\S]*?(<!-- ${table}-end -->)`);
    if (!markers.test(after)) throw new Error(`${name} has no markers for ${table}`);
    after = after.replace(markers, (_all, start, end) => `${start}\n${rows.join('\n')}\n\n${end}`);
  }

  if (!check) writeFileSync(readme, after);
  else if (after === before) console.log(`${name} says what ${path.join(folder, 'action.yml')} says.`);
  else {
    console.error(`${name} does not say what ${path.join(folder, 'action.yml')} says. Run "npm run docs".`);
    process.exitCode = 1;
  }
}

/** The pages by their name below docs/reference/, and docs/iam.md. What builds them is TypeScript, which Node 20 does not run by itself. */
async function generatedPages() {
  // Within the project, so that packages are found from there.
  mkdirSync(path.join(root, 'node_modules', '.cache'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'node_modules', '.cache', 'bake-ami-docs-'));
  try {
    const bundle = await rolldown({
      input: path.join(root, 'src/app/reference/index.ts'),
      platform: 'node',
      transform: { target: 'node20' },
      // Packages stay where they are; but for the bundler's own.
      external: (id) => /^[@\w]/.test(id) && !id.startsWith('@oxc-project/'),
    });
    await bundle.write({
      dir: folder,
      format: 'esm',
      entryFileNames: 'reference.mjs',
      chunkFileNames: '[name]-[hash].mjs',
    });
    await bundle.close();
    const { currentReference, iamPage } = await import(pathToFileURL(path.join(folder, 'reference.mjs')).href);
    return { pages: currentReference(), iam: iamPage() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeIam(text) {
  const file = path.join(root, 'docs', 'iam.md');
  if (!check) writeFileSync(file, text);
  else if (existsSync(file) && readFileSync(file, 'utf8') === text) console.log('docs/iam.md says what src/ says.');
  else {
    console.error('docs/iam.md does not say what src/builders/amazon-ebs/permissions/ says. Run "npm run docs".');
    process.exitCode = 1;
  }
}

function writeReference(pages) {
  const folder = path.join(root, 'docs', 'reference');
  const there = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)).split(path.sep).join('/'))
    : [];
  const stale = there.filter((name) => !pages.has(name));
  const wrong = [...pages].filter(
    ([name, text]) => !there.includes(name) || readFileSync(path.join(folder, name), 'utf8') !== text,
  );
  if (check) {
    if (stale.length + wrong.length === 0) return console.log('docs/reference/ says what the schemas in src/ say.');
    const names = [...stale, ...wrong.map(([name]) => name)].join(', ');
    console.error(`docs/reference/ does not say what the schemas in src/ say: ${names}. Run "npm run docs".`);
    process.exitCode = 1;
    return;
  }
  for (const name of stale) rmSync(path.join(folder, name));
  for (const [name, text] of wrong) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

function cell(text) {
  return text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}
