import { decodeOptions } from '../../../src/hcl/decode/options.ts';
import { parseFile } from '../../../src/hcl/parser.ts';
import { EMPTY_SCOPE } from '../../../src/hcl/scope.ts';
import { Source } from '../../../src/hcl/source.ts';
import type { DecodedOptions } from '../../../src/kernel/schema.ts';
import type { DataOutputs, DataSource } from '../../../src/template/data-source.ts';

/** Options as a template writes them. */
function optionsOf(source: DataSource<unknown>, text: string): DecodedOptions<unknown> {
  const { value, diagnostics } = decodeOptions(
    parseFile(new Source('a.pkr.hcl', text)).body,
    source.schema,
    EMPTY_SCOPE,
  );
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ detail }) => detail).join('\n'));
  return value;
}

/** What validation says, as `<code>: <summary>`. */
export function judged(source: DataSource<unknown>, text: string): readonly string[] {
  return source.validate(optionsOf(source, text)).map(({ code, summary }) => `${code}: ${summary}`);
}

/** What the source gives for these options. */
export function read(source: DataSource<unknown>, text: string): Promise<DataOutputs> {
  return source.read(optionsOf(source, text), new AbortController().signal);
}

/** The outputs that are secrets with these options. */
export function secretsOf(source: DataSource<unknown>, text: string): readonly string[] {
  return source.secretOutputs(optionsOf(source, text).options);
}
