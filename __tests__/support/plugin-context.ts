import type { BuildContext, Communicator, ProvisionContext } from '../../src/engine/ports.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import type { BakeEvent } from '../../src/kernel/events.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import type { DecodedOptions, Schema } from '../../src/kernel/schema.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { startOf } from '../../src/kernel/source-range.ts';
import type { GeneratedData } from '../../src/template/plan.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A context as the engine would give it, with what a test wants otherwise. */
export function buildContext(overrides: Partial<BuildContext> = {}): BuildContext & { readonly events: BakeEvent[] } {
  const events: BakeEvent[] = [];
  return {
    runId: 'run1',
    runUuid: '00000000-0000-4000-8000-000000000000',
    build: 'test.amazon-ebs.machine',
    source: { type: 'amazon-ebs', name: 'machine', localName: 'machine' },
    signal: new AbortController().signal,
    clock: systemClock,
    ids: randomIds,
    secrets: new SecretRegistry(),
    emit: (event) => events.push(event),
    render: renderFields,
    workingDirectory: process.cwd(),
    temporaryDirectory: overrides.temporaryDirectory ?? temporaryFolder(),
    environment: process.env,
    force: false,
    mentionsShutdown: false,
    reuse: { mode: 'never', requiredTags: [] },
    fingerprint: async () => undefined,
    step: (_name, _title, run) => run(),
    events,
    ...overrides,
  };
}

export interface RecordedLine {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

export function provisionContext(
  communicator: Communicator,
  overrides: Partial<ProvisionContext> = {},
): ProvisionContext & { readonly events: BakeEvent[]; readonly lines: RecordedLine[] } {
  const lines: RecordedLine[] = [];
  return {
    ...buildContext(overrides),
    communicator,
    generated: { ID: 'i-0123456789abcdef0', Host: '127.0.0.1' },
    line: (stream, text) => lines.push({ stream, text }),
    lines,
    ...overrides,
  };
}

/** The `{{ .Name }}` of a template, without its functions. */
function renderFields(text: string, data: GeneratedData): string {
  return text.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (_, name: string) => {
    const value = data[name];
    if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`there is no ${name}`);
    return String(value);
  });
}

/** Options as the decoder would hand them over: what is given, and the schema's defaults. */
export function decodedOptions<O>(schema: Schema, given: Partial<O>): DecodedOptions<O> {
  const defaults = Object.entries(schema).flatMap(([name, option]) => {
    if (option.kind === 'block') return [[name, option.repeated ? [] : undefined]];
    return [[name, option.default]];
  });
  return {
    options: { ...Object.fromEntries(defaults), ...given } as O,
    range: () => startOf('test.pkr.hcl'),
    given: (name) => Object.hasOwn(given, name),
    unknown: () => false,
  };
}
