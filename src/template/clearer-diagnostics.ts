import type { Source } from '../hcl/source.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import { explainBareName, type ReferableNames } from './bare-names.ts';
import type { FindSource } from './text-place.ts';
import { type DataNames, undeclaredData } from './undeclared-data.ts';

/** The names that a template declares. */
export interface DeclaredNames extends ReferableNames, DataNames {}

/**
 * Says in Packer's terms what the HCL layer can only say in general ones: `var.x` is no attribute of an object to the
 * people who write templates, but a variable.
 */
export function clearer(diagnostic: Diagnostic, findSource: FindSource, names: DeclaredNames): Diagnostic {
  const { code, subject, context } = diagnostic;
  const source = subject === undefined ? undefined : findSource(subject.filename);
  if (subject === undefined || source === undefined) return diagnostic;
  const text = source.slice(subject);
  if (code === 'unknown-variable') return explainBareName(diagnostic, source, subject, names);
  if (code === 'variables-not-allowed' && /^(?:var|local|data)$/.test(text)) {
    return {
      ...diagnostic,
      detail: `Only literal values and functions can be used here, so "${text}" has no meaning. Write what is made of other values as a local: locals { name = … }, and use local.name.`,
    };
  }
  if (code !== 'unsupported-attribute' || context === undefined) return diagnostic;
  const owner = source.text.slice(context.start.offset, subject.start.offset).trim();
  const name = text.replace(/^\s*\.\s*/, '');
  if (owner === 'var') return undeclared(diagnostic, 'variable', name, names.variables, names.locals);
  if (owner === 'data' || /^data\s*\.\s*[\w-]+$/.test(owner)) return undeclaredData(diagnostic, owner, name, names);
  if (owner === 'source') return unquotedSource(diagnostic, name, source.text.slice(subject.end.offset));
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

/** `source.amazon-ebs.x` without quotes: to an expression, `source` is the one that a step runs for. */
function unquotedSource(diagnostic: Diagnostic, type: string, rest: string): Diagnostic {
  const name = /^\s*\.\s*([\w-]+)/.exec(rest)?.[1];
  if (name === undefined) return diagnostic;
  return {
    ...diagnostic,
    code: 'unquoted-source',
    summary: 'A source without quotes',
    detail: `A source is referred to by a string. Put it in quotes: "source.${type}.${name}".`,
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
