// How long `validate` takes, beside Packer where it is installed (`packer` on the PATH), run by run in turn.
//
//   node __tests__/bench/validate.mjs [path of cli.js, default dist/cli.js] [number of runs, default 7]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { longText, manyLocals, manySources } from './templates.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const cli = path.resolve(process.argv[2] ?? path.join(root, 'dist', 'cli.js'));
const runs = Number(process.argv[3] ?? 7);
const memory = pathToFileURL(path.join(root, '__tests__', 'bench', 'peak-memory.mjs')).href;
const folder = mkdtempSync(path.join(tmpdir(), 'bake-ami-bench-'));

function template(name, text) {
  const file = path.join(folder, `${name}.pkr.hcl`);
  writeFileSync(file, text);
  return file;
}

const example = path.join(root, 'examples', 'node-app', 'app.pkr.hcl');
const cases = [
  { name: 'examples/node-app', args: ['-var', 'app_version=1.0.0', example], packer: true, goal: 200 },
  { name: '50 sources', args: [template('sources', manySources(50))], packer: true, goal: 300 },
  { name: '5,000 locals', args: [template('locals', manyLocals(5000))], packer: false },
  { name: 'a text of 1 MB', args: [template('text', longText(1_000_000))], packer: false },
];

const environment = { ...process.env, CHECKPOINT_DISABLE: '1' };
const hasPacker = spawnSync('packer', ['version'], { env: environment }).status === 0;

/** Milliseconds, and what came out; stops the benchmark where the template is not valid. */
function timed(program, args) {
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(program, args, { env: environment, encoding: 'utf8' });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return { milliseconds, stderr };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

try {
  for (const { name, args, packer, goal } of cases) {
    const ours = [];
    const theirs = [];
    // Packer 1.6.6 needs many seconds for many sources: a few runs of it are enough.
    const packerRuns = name === '50 sources' ? 2 : runs;
    for (let run = 0; run < runs; run += 1) {
      ours.push(timed(process.execPath, [cli, 'validate', ...args]).milliseconds);
      if (packer && hasPacker && run < packerRuns) theirs.push(timed('packer', ['validate', ...args]).milliseconds);
    }
    const { stderr } = timed(process.execPath, ['--import', memory, cli, 'validate', ...args]);
    const peak = Number(stderr.trim().split('\n').at(-1)) / 1024;
    const beside = theirs.length === 0 ? '' : `, Packer ${Math.round(median(theirs))} ms`;
    const ratio = theirs.length === 0 ? '' : ` (${(median(theirs) / median(ours)).toFixed(1)} times as long)`;
    const wanted = goal === undefined ? '' : `; goal ${goal} ms`;
    console.log(`${name}: ${Math.round(median(ours))} ms, ${Math.round(peak)} MiB${beside}${ratio}${wanted}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
