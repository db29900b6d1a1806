import type { DiagnosticParts } from '../kernel/diagnostics.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import type { RequiredPlugin } from './packer-block.ts';
import type { ComponentCatalog } from './plan.ts';

export type ComponentKind = 'builder' | 'provisioner' | 'post-processor';

/** What to say about a component that is not there: refused by name, another plugin's, or a typing error. */
export function unknownComponent(
  kind: ComponentKind,
  type: string,
  subject: SourceRange,
  catalog: ComponentCatalog,
  plugins: readonly RequiredPlugin[],
): DiagnosticParts {
  const remedy = catalog.unsupported.get(type);
  if (remedy !== undefined) {
    return {
      code: `unsupported-${kind}`,
      summary: `The ${kind} "${type}" is not supported`,
      detail: `${remedy}${leaveOut(kind)}`,
      subject,
    };
  }
  const plugin = plugins.find(({ name }) => type === name || type.startsWith(`${name}-`));
  const known = {
    builder: catalog.builders,
    provisioner: catalog.provisioners,
    'post-processor': catalog.postProcessors,
  }[kind];
  const suggested = didYouMean(type, known.keys());
  if (plugin !== undefined && suggested === '') {
    return {
      code: `unsupported-${kind}`,
      summary: `The ${kind} "${type}" is not supported`,
      detail: `It belongs to the plugin "${plugin.name}" (${plugin.source}), which is not built in; plugins are not downloaded.${leaveOut(kind)}`,
      subject,
    };
  }
  return {
    code: `unknown-${kind}`,
    summary: `Unknown ${kind} "${type}"`,
    detail: `There is no ${kind} of that name.${suggested} There are: ${[...known.keys()].sort().join(', ')}.`,
    subject,
  };
}

function leaveOut(kind: ComponentKind): string {
  if (kind === 'builder') return ' To build the other sources, leave this one out with -except or -only.';
  return kind === 'post-processor' ? ' To keep the template as it is, skip it with -except.' : '';
}
