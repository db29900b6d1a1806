// Writes the tables of README.md from action.yml, between their markers. With --check, only says whether they are current.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const readme = path.join(root, 'README.md');
const { inputs, outputs } = parse(readFileSync(path.join(root, 'action.yml'), 'utf8'));

const tables = {
  inputs: [
    '| Input | Default | What it is |',
    '| --- | --- | --- |',
    ...Object.entries(inputs).map(
      ([name, { default: value, description }]) =>
        `| \`${name}\` | ${value === '' ? '' : `\`${value}\``} | ${cell(description)} |`,
    ),
  ],
  outputs: [
    '| Output | What it is |',
    '| --- | --- |',
    ...Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`),
  ],
};

const before = readFileSync(readme, 'utf8');
let after = before;
for (const [name, rows] of Object.entries(tables)) {
  const markers = new RegExp(`(<!-- ${name}-start -->\n)[\\s\\S]*?(<!-- ${name}-end -->)`);
  if (!markers.test(after)) throw new Error(`README.md has no markers for ${name}`);
  after = after.replace(markers, (_all, start, end) => `${start}\n${rows.join('\n')}\n\n${end}`);
}

if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('README.md does not say what action.yml says. Run "npm run docs".');
    process.exitCode = 1;
  } else console.log('README.md says what action.yml says.');
} else writeFileSync(readme, after);

function cell(text) {
  return text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}
