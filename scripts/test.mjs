// Runs jest as an ES module runner on this Node, or with --node24 on the Node 24 of the npm package `node`.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const args = process.argv.slice(2);
const onNode24 = args.includes('--node24');
const node = onNode24 ? node24() : process.execPath;
const jest = require.resolve('jest/bin/jest');
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest];
const { status } = spawnSync(node, [...flags, ...args.filter((argument) => argument !== '--node24')], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;

function node24() {
  try {
    return require.resolve('node/bin/node');
  } catch {
    throw new Error(
      'There is no Node 24 here. Install it with: npm install --no-save --ignore-scripts=false --allow-scripts=node node@24',
    );
  }
}
