import { type Diagnostic, errorDiagnostic, notYetDiagnostic } from '../kernel/diagnostics.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import type { ComponentCatalog } from './plan.ts';
import type { RequiredPlugin } from './required-plugin.ts';

export type ComponentKind = 'builder' | 'provisioner' | 'post-processor';

/**
 * What to say about a component that is not there. Packer may well know it, from a plugin that we do not have: then it is
 * named, and stops the build (`Diagnostic.stopsBuild`). A name that nobody knows is an error.
 */
export function unknownComponent(
  kind: ComponentKind,
  type: string,
  subject: SourceRange,
  catalog: ComponentCatalog,
  plugins: readonly RequiredPlugin[],
): Diagnostic {
  const known = {
    builder: catalog.builders,
    provisioner: catalog.provisioners,
    'post-processor': catalog.postProcessors,
  }[kind];
  const instead = catalog.foreign.get(type) ?? ofAnotherPlugin(type, plugins);
  if (instead !== undefined) {
    return notYetDiagnostic({
      code: `foreign-${kind}`,
      summary: `The ${kind} "${type}" is not built in`,
      detail: `Its options are not judged, and it does not run. ${instead}${leaveOut(kind)}`,
      subject,
    });
  }
  return errorDiagnostic({
    code: `unknown-${kind}`,
    summary: `Unknown ${kind} "${type}"`,
    detail: `There is no ${kind} of that name.${didYouMean(type, known.keys())} There are: ${[...known.keys()].sort().join(', ')}.`,
    subject,
  });
}

function ofAnotherPlugin(type: string, plugins: readonly RequiredPlugin[]): string | undefined {
  const plugin = plugins.find(({ name, builtIn }) => !builtIn && (type === name || type.startsWith(`${name}-`)));
  return plugin === undefined
    ? undefined
    : `It belongs to the plugin "${plugin.name}" (${plugin.source}), and plugins are not downloaded.`;
}

function leaveOut(kind: ComponentKind): string {
  if (kind === 'builder') return ' To build the other sources, leave this one out with -except or -only.';
  return kind === 'post-processor' ? ' To keep the template as it is, skip it with -except.' : '';
}
