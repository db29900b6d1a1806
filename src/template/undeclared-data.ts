import type { Diagnostic } from '../kernel/diagnostics.ts';
import { suggestion } from '../kernel/suggestion.ts';

/** Data sources as a template has them, and the types that there are. */
export interface DataNames {
  /** The template's own, as `type.name`. */
  readonly data: Iterable<string>;
  readonly dataTypes: Iterable<string>;
}

/** As Terraform names its data sources of AWS. */
const OF_TERRAFORM = /^aws_/;

/**
 * What to say about a data source that no block declares. `owner` is `data` where there is none of the type `name`, and
 * `data.<type>` where there is none of the name. A block of a type that does not exist is never advised.
 */
export function undeclaredData(diagnostic: Diagnostic, owner: string, name: string, known: DataNames): Diagnostic {
  const meant = `${owner.replace(/\s/g, '')}.${name}`.slice('data.'.length);
  const [type = '', own] = meant.split('.');
  const what = own === undefined ? `type "${type}"` : `type "${type}" named "${own}"`;
  return {
    ...diagnostic,
    code: 'undeclared-data-source',
    summary: `Undeclared data source "${meant}"`,
    detail: `The template declares no data source of ${what}. ${remedy(meant, type, own, known)}`,
  };
}

function remedy(meant: string, type: string, own: string | undefined, { data, dataTypes }: DataNames): string {
  const types = [...dataTypes];
  const all = [...data];
  const candidates = own === undefined ? [...new Set(all.map(typeOf))] : all;
  const nearest = suggestion(meant, candidates);
  if (nearest !== undefined && types.includes(typeOf(nearest))) return `Did you mean "${nearest}"?`;
  if (types.includes(type)) {
    return nearest === undefined
      ? `To declare it, write data "${type}" "${own ?? '…'}" {}.`
      : `The block data "${typeOf(nearest)}" has a type that does not exist: if it is meant, correct it there.`;
  }
  const existing = `There are: ${types.sort().join(', ')}.`;
  const terraform = OF_TERRAFORM.test(type) ? "Terraform's data sources are not Packer's. " : '';
  const near = suggestion(type, types);
  return `${terraform}${near === undefined ? '' : `Did you mean "${near}"? `}${existing}`;
}

/** A type holds no dot. */
function typeOf(key: string): string {
  return key.split('.')[0] ?? '';
}
