import type { Source } from '../hcl/source.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import { didYouMean, suggestion } from '../kernel/suggestion.ts';
import type { FindSource } from './text-place.ts';

/** The names that a template declares. */
export interface DeclaredNames {
  readonly variables: Iterable<string>;
  readonly locals: Iterable<string>;
  /** As `type.name`. */
  readonly data: Iterable<string>;
}

/**
 * Says in Packer's terms what the HCL layer can only say in general ones: `var.x` is no attribute of an object to the
 * people who write templates, but a variable.
 */
export function clearer(diagnostic: Diagnostic, findSource: FindSource, names: DeclaredNames): Diagnostic {
  const { code, subject, context } = diagnostic;
  const source = subject === undefined ? undefined : findSource(subject.filename);
  if (subject === undefined || source === undefined) return diagnostic;
  const text = source.slice(subject);
  if (code === 'unknown-variable' && text === 'build') {
    return {
      ...diagnostic,
      detail: 'build.… is what the run finds out: it is only known in provisioners and post-processors.',
    };
  }
  if (code === 'unknown-variable') return bareName(diagnostic, text, names);
  if (code !== 'unsupported-attribute' || context === undefined) return diagnostic;
  const owner = source.text.slice(context.start.offset, subject.start.offset).trim();
  const name = text.replace(/^\s*\.\s*/, '');
  if (owner === 'var') return undeclared(diagnostic, 'variable', name, names.variables, names.locals);
  if (owner === 'data' || /^data\s*\.\s*[\w-]+$/.test(owner))
    return undeclaredData(diagnostic, owner, name, names.data);
  if (owner === 'local') return undeclared(diagnostic, 'local', name, names.locals, names.variables);
  return diagnostic;
}

/** The same for all that there is to say, in the order of the files; what belongs to none of them comes first. */
export function clearerInOrder(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, Source>,
  names: DeclaredNames,
): readonly Diagnostic[] {
  const files = [...sources.keys()];
  const place = ({ subject }: Diagnostic): readonly [number, number] =>
    subject === undefined ? [-1, 0] : [files.indexOf(subject.filename), subject.start.offset];
  return diagnostics
    .map((each) => clearer(each, (filename) => sources.get(filename), names))
    .sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
}

/** Names of variables and locals are written with `var.` and `local.` before them; `source.x` and the like are not meant. */
function bareName(diagnostic: Diagnostic, name: string, { variables, locals }: DeclaredNames): Diagnostic {
  const declared = [
    ...Array.from(variables, (each) => ['var', each]),
    ...Array.from(locals, (each) => ['local', each]),
  ];
  const exact = declared.filter(([, each]) => each === name);
  // Something nearer to the name than a whole reference has been suggested already.
  const others = diagnostic.detail.includes('Did you mean') ? [] : declared;
  const nearest = suggestion(
    name,
    others.map(([, each]) => each ?? ''),
  );
  const meant = exact.length > 0 ? exact : declared.filter(([, each]) => each === nearest);
  if (meant.length === 0) return diagnostic;
  return {
    ...diagnostic,
    detail: `There is no variable named "${name}". Did you mean ${meant.map((each) => each.join('.')).join(' or ')}? To write text, enclose it in double quotes.`,
  };
}

/** `owner` is `data` where there is no data source of the type, and `data.<type>` where there is none of the name. */
function undeclaredData(diagnostic: Diagnostic, owner: string, name: string, known: Iterable<string>): Diagnostic {
  const meant = `${owner.replace(/\s/g, '')}.${name}`.slice('data.'.length);
  const [type, own] = meant.split('.');
  const all = [...known];
  const names = own === undefined ? [...new Set(all.map((each) => each.slice(0, each.indexOf('.'))))] : all;
  const what = own === undefined ? `type "${type}"` : `type "${type}" named "${own}"`;
  return {
    ...diagnostic,
    code: 'undeclared-data-source',
    summary: `Undeclared data source "${meant}"`,
    detail: `The template declares no data source of ${what}.${didYouMean(meant, names) || ` To declare it, write data "${type}" "${own ?? '…'}" {}.`}`,
  };
}

function undeclared(
  diagnostic: Diagnostic,
  kind: 'variable' | 'local',
  name: string,
  known: Iterable<string>,
  others: Iterable<string>,
): Diagnostic {
  const other = kind === 'variable' ? 'local' : 'variable';
  const hint = [...others].includes(name)
    ? ` There is a ${other} of that name: write ${other === 'local' ? 'local' : 'var'}.${name}.`
    : didYouMean(name, known) ||
      (kind === 'variable'
        ? ` To declare it, write variable "${name}" {}.`
        : ` To declare it, write ${name} = … in a locals block.`);
  return {
    ...diagnostic,
    code: `undeclared-${kind}`,
    summary: `Undeclared ${kind} "${name}"`,
    detail: `The template declares no ${kind} "${name}".${hint}`,
  };
}
