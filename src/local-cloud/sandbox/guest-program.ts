import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BakeError } from '../../kernel/errors.ts';

/** The guest program's name in `dist/`: a bundle of its own, one file, since machines see nothing else of the project. */
const GUEST_BUNDLE = 'sandbox-guest.js';

/** Where the guest program is: beside the bundle that runs, in its parent, or in `dist/` when the sources run. */
export function guestProgram(): string {
  const places = [`./${GUEST_BUNDLE}`, `../${GUEST_BUNDLE}`, `../../../dist/${GUEST_BUNDLE}`];
  const found = places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new BakeError(`${GUEST_BUNDLE} is missing`, {
    code: 'sandbox-guest-missing',
    category: 'internal',
    hint: 'Run "npm run build", which makes it in dist/.',
  });
}
