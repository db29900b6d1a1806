import type { Diagnostic } from '../kernel/diagnostics.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import type { FindSource } from './planned-component.ts';

/** The names that a template declares. */
export interface DeclaredNames {
  readonly variables: Iterable<string>;
  readonly locals: Iterable<string>;
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
  if (code !== 'unsupported-attribute' || context === undefined) return diagnostic;
  const owner = source.text.slice(context.start.offset, subject.start.offset).trim();
  const name = text.replace(/^\s*\.\s*/, '');
  if (owner === 'var') return undeclared(diagnostic, 'variable', name, names.variables, names.locals);
  if (owner === 'local') return undeclared(diagnostic, 'local', name, names.locals, names.variables);
  return diagnostic;
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
