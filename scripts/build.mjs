// Builds dist/ from src/: ES modules with lazy chunks, the same bytes from the same input. With --check, builds into a
// temporary folder and fails when dist/ differs.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const output = check ? mkdtempSync(path.join(tmpdir(), 'bake-ami-dist-')) : path.join(root, 'dist');

const entries = {
  main: 'src/action/main.ts',
  post: 'src/action/post.ts',
  prune: 'src/action/prune.ts',
  sweep: 'src/action/sweep.ts',
  validate: 'src/action/validate.ts',
  plan: 'src/action/plan.ts',
  merge: 'src/action/merge.ts',
  cli: 'src/cli/main.ts',
};

// These say in their package.json that any module may have side effects; none that we use has. Without this, all of
// undici and the whole EC2 client would be loaded for one function of each.
const withoutSideEffects = /[\\/]node_modules[\\/](@actions|@octokit|undici|tunnel|@aws-sdk|@smithy|@aws-crypto)[\\/]/;

rmSync(output, { recursive: true, force: true });
const chunks = [
  ...(await write(entries, { chunkFileNames: 'chunks/[name]-[hash].js' })),
  // One file: a machine of the local cloud sees nothing else of the project.
  ...(await write({ 'sandbox-guest': 'src/local-cloud/sandbox/guest/main.ts' }, { codeSplitting: false })),
];
writeFileSync(path.join(output, 'package.json'), '{ "type": "module" }\n');
writeFileSync(path.join(output, 'licenses.txt'), licences(chunks));

if (check) {
  const differences = compare(output, path.join(root, 'dist'));
  rmSync(output, { recursive: true, force: true });
  if (differences.length > 0) {
    console.error(`dist/ is not what src/ builds. Run "npm run build". Different:\n  ${differences.join('\n  ')}`);
    process.exitCode = 1;
  } else console.log('dist/ is what src/ builds.');
} else {
  const bytes = files(output).reduce((sum, file) => sum + statSync(path.join(output, file)).size, 0);
  console.log(`dist/: ${files(output).length} files, ${Math.round(bytes / 1024)} KiB`);
}

/** Bundles these entries into the output folder. */
async function write(input, options) {
  const bundle = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    // Optional native add-ons of ssh2: it falls back to JavaScript when they can't be loaded, and they would not run everywhere.
    external: ['cpu-features', /\.node$/],
    // The ES modules that packages bring beside their CommonJS: only of those can unused parts be left out. For Node the
    // bundler would take the CommonJS, and with it all of the EC2 client for the few commands in use.
    resolve: { mainFields: ['module', 'main'] },
    transform: { target: 'node20' },
    treeshake: { moduleSideEffects: (id) => !withoutSideEffects.test(id) },
  });
  const written = await bundle.write({
    dir: output,
    format: 'esm',
    entryFileNames: '[name].js',
    comments: { legal: true, annotation: true, jsdoc: false },
    ...options,
  });
  await bundle.close();
  return written.output;
}

/** The licence texts of every package whose code is in the bundle. */
function licences(written) {
  const packages = new Map();
  for (const chunk of written) {
    for (const id of chunk.type === 'chunk' ? chunk.moduleIds : []) {
      const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id.replace(/^\0/, ''));
      if (match?.[1] !== undefined) packages.set(path.relative(root, match[1]), match[1]);
    }
  }
  const parts = [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, folder]) => {
      const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text =
        file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
      return `${name} ${version}\nLicence: ${license ?? 'see below'}\n${text}\n`;
    });
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}

function files(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
      .sort();
  } catch {
    return [];
  }
}

function compare(built, committed) {
  const all = new Set([...files(built), ...files(committed)]);
  return [...all].filter((file) => {
    try {
      return !readFileSync(path.join(built, file)).equals(readFileSync(path.join(committed, file)));
    } catch {
      return true;
    }
  });
}
