import { counted } from '../../kernel/counted.ts';
import { type TemplateFunction, templateFunction } from './functions.ts';
import { GoTemplateProblem } from './problem.ts';

/** What Packer adds for working on texts. */
export const textFunctions: readonly TemplateFunction[] = [
  templateFunction('split', 3, (args) => part(args.text(0), args.text(1), args.integer(2))),
  templateFunction('replace', 4, (args) => replaced(args.text(0), args.text(1), args.integer(2), args.text(3))),
  templateFunction('replace_all', 3, (args) => replaced(args.text(0), args.text(1), -1, args.text(2))),
  templateFunction('upper', 1, (args) => args.text(0).toUpperCase()),
  templateFunction('lower', 1, (args) => args.text(0).toLowerCase()),
  templateFunction('clean_resource_name', 1, (args) => cleanResourceName(args.text(0))),
];

function part(text: string, separator: string, index: number): string {
  const parts = text.split(separator);
  const found = index < 0 ? undefined : parts[index];
  if (found !== undefined) return found;
  throw new GoTemplateProblem(
    `split makes ${counted(parts.length, 'part')} of "${text}", and part ${index} is not among them`,
    'template-index',
    { remedy: 'Parts are counted from 0.' },
  );
}

/** Go's strings.Replace: the first `count`, or all when it is negative. */
function replaced(old: string, replacement: string, count: number, text: string): string {
  const limit = count < 0 ? Number.POSITIVE_INFINITY : count;
  // An empty text is found before every character and at the end.
  const pieces = old === '' ? ['', ...Array.from(text), ''] : text.split(old);
  return pieces.reduce((result, piece, index) => result + (index <= limit ? replacement : old) + piece);
}

const AMI_NAME_BYTE = /[A-Za-z0-9()[\] ./'@_-]/;

/** The text with every byte (of its UTF-8 form) that an AMI name can't hold replaced by a dash. */
function cleanResourceName(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => String.fromCharCode(byte))
    .map((character) => (AMI_NAME_BYTE.test(character) ? character : '-'))
    .join('');
}
