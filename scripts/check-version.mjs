// Whether this version may be released: X.Y.Z, that of package.json, and not released yet. `main` only grows, so whoever
// raises package.json has said that it is newer. Asks GitHub for the tags with `gh` (GITHUB_REPOSITORY, GH_TOKEN).
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const version = process.argv[2] ?? '';
const ofPackage = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

if (!/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(version)) fail(`"${version}" is not a version such as 1.4.2.`);
if (version !== ofPackage) fail(`package.json says ${ofPackage}, not ${version}. Commit the new version first.`);
if (tags().includes(`v${version}`)) fail(`v${version} is released already, and can't be changed. Take a new version.`);
console.log(`v${version} can be released.`);

/** The names of all tags that begin as versions do. */
function tags() {
  const path = `repos/${process.env.GITHUB_REPOSITORY}/git/matching-refs/tags/v`;
  const names = execFileSync('gh', ['api', '--paginate', path, '--jq', '.[].ref'], { encoding: 'utf8' });
  return names.split('\n').map((ref) => ref.replace('refs/tags/', ''));
}

function fail(message) {
  console.error(`::error::${message}`);
  process.exit(1);
}
