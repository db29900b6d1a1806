import type { Block } from '../hcl/ast.ts';
import { decodeOptions } from '../hcl/decode/options.ts';
import type { Scope } from '../hcl/scope.ts';
import { DYNAMIC } from '../hcl/values/types.ts';
import { SENSITIVE, Value } from '../hcl/values/value.ts';
import { type Diagnostic, errorDiagnostic, hasErrors } from '../kernel/diagnostics.ts';
import { toBakeError } from '../kernel/errors.ts';
import type { DecodedOptions } from '../kernel/schema.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import type { DataOutputs, DataSource } from './data-source.ts';
import type { Findings } from './findings.ts';
import { renderOptionText } from './option-text.ts';
import type { FindSource } from './text-place.ts';
import type { TextRenderer } from './text-renderer.ts';

/** One `data` block. */
export interface DataDeclaration {
  readonly type: string;
  readonly name: string;
  readonly block: Block;
  /** Undefined when there is no such data source: what would come of it is unknown. */
  readonly source: DataSource<unknown> | undefined;
}

const HCP =
  'bake-ami does not use HCP Packer. Find the image with data "amazon-ami" and its filters, or pass its id in as a variable.';

/** Reads the headers of all `data` blocks, by `type.name`. */
export function readDataDeclarations(
  blocks: readonly Block[],
  known: ReadonlyMap<string, DataSource<unknown>>,
  findings: Findings,
): ReadonlyMap<string, DataDeclaration> {
  const declared = new Map<string, DataDeclaration>();
  for (const block of blocks) {
    const [type = '', name = ''] = block.labels.map(({ text }) => text);
    const key = `${type}.${name}`;
    const before = declared.get(key);
    if (before !== undefined) {
      const { filename, start } = before.block.headerRange;
      findings.error({
        code: 'duplicate-data-source',
        summary: `Duplicate data source "${key}"`,
        detail: `A data source of that type and name is declared at ${filename}:${start.line} already.`,
        subject: block.headerRange,
      });
      continue;
    }
    const source = known.get(type);
    if (source === undefined) reportUnknown(block, type, known, findings);
    declared.set(key, { type, name, block, source });
  }
  return declared;
}

function reportUnknown(
  { labels, headerRange }: Block,
  type: string,
  known: ReadonlyMap<string, unknown>,
  findings: Findings,
): void {
  const subject = labels[0]?.range ?? headerRange;
  if (type.startsWith('hcp-packer-')) {
    const summary = `The data source "${type}" is not supported`;
    findings.error({ code: 'unsupported-data-source', summary, detail: HCP, subject });
    return;
  }
  findings.error({
    code: 'unknown-data-source',
    summary: `Unknown data source "${type}"`,
    detail: `There is no data source of that type.${didYouMean(type, known.keys())} There are: ${[...known.keys()].sort().join(', ')}. Plugins are not downloaded: a value that another plugin would find can be passed in as a variable.`,
    subject,
  });
}

/** A data source whose options have been read. */
export interface DecodedData {
  readonly decoded: DecodedOptions<unknown>;
  /** Whether nothing in the options is unknown or wrong. */
  readonly ready: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** How the `{{ }}` in its texts are rendered: outside of any build. */
export interface DataTexts {
  readonly renderer: TextRenderer;
  readonly findSource: FindSource;
}

/** The options of a block `data`, with whether all that they need is known. */
export function decodeData(
  { block }: DataDeclaration,
  source: DataSource<unknown>,
  scope: Scope,
  { renderer, findSource }: DataTexts,
): DecodedData {
  const warnings: Diagnostic[] = [];
  const decoded = decodeOptions(block.body, source.schema, scope, {
    header: block.headerRange,
    text: (text, place) => renderOptionText(text, place, renderer, findSource, warnings, undefined),
  });
  const { value } = decoded;
  const diagnostics = [...decoded.diagnostics, ...warnings];
  const all = hasErrors(diagnostics) ? diagnostics : [...diagnostics, ...source.validate(value)];
  const isKnown = Object.keys(source.schema).every((name) => !value.unknown(name));
  return { decoded: value, ready: isKnown && !hasErrors(all), diagnostics: all };
}

/** Asks the source; an error becomes one at its block. Rejects only when the run is cancelled. */
export async function readData(
  { type, name, block }: DataDeclaration,
  source: DataSource<unknown>,
  decoded: DecodedOptions<unknown>,
  signal: AbortSignal,
): Promise<{ readonly outputs: DataOutputs | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  try {
    return { outputs: await source.read(decoded, signal), diagnostics: [] };
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    const { code, message, hint } = toBakeError(thrown);
    const diagnostic = errorDiagnostic({
      code,
      summary: `The data source ${type}.${name} could not be read`,
      detail: `${message}.${hint === undefined ? '' : ` ${hint}`}`,
      subject: block.headerRange,
    });
    return { outputs: undefined, diagnostics: [diagnostic] };
  }
}

/** What expressions see of a data source; without outputs each of them is unknown. */
export function dataValue(
  source: DataSource<unknown> | undefined,
  options: unknown,
  outputs: DataOutputs | undefined,
): Value {
  if (source === undefined) return Value.unknownOf(DYNAMIC);
  const secret = new Set(source.secretOutputs(options));
  return Value.object(
    Object.entries(source.outputs).map(([name, type]): readonly [string, Value] => {
      const output = outputs?.[name];
      const value =
        output === undefined
          ? Value.unknownOf(type)
          : typeof output === 'string'
            ? Value.string(output)
            : Value.map(
                { kind: 'string' },
                Object.entries(output).map(([key, each]) => [key, Value.string(each)]),
              );
      return [name, secret.has(name) ? value.withMarks([SENSITIVE]) : value];
    }),
  );
}
