import { BakeError } from '../../kernel/errors.ts';

/**
 * A path of a template as part of a URL, without a slash in front: every character in it belongs to its name, whatever it
 * means in URLs. Refuses the segments that lead elsewhere: what a secret's name is made of must not choose another API.
 * @param what what the path is, for messages: `the path of a secret`
 */
export function pathBelow(path: string, what: string): string {
  const segments = path.replace(/^\/+/, '').split('/');
  const leading = segments.find((segment) => segment === '.' || segment === '..');
  if (leading === undefined) return segments.map(encodeURIComponent).join('/');
  throw new BakeError(`"${path}" can't be ${what}: "${leading}" is a segment of it`, {
    code: 'invalid-path',
    category: 'input',
    hint: 'Write it without "." and ".." between slashes.',
  });
}
