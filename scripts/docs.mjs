// Writes the tables of each action's README.md from its action.yml, between their markers. With --check, only says whether
// they are current.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const subActions = readdirSync(root).filter((name) => existsSync(path.join(root, name, 'action.yml')));

for (const folder of ['.', ...subActions.sort()]) writeTables(folder);

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

  if (!process.argv.includes('--check')) writeFileSync(readme, after);
  else if (after === before) console.log(`${name} says what ${path.join(folder, 'action.yml')} says.`);
  else {
    console.error(`${name} does not say what ${path.join(folder, 'action.yml')} says. Run "npm run docs".`);
    process.exitCode = 1;
  }
}

function cell(text) {
  return text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}
