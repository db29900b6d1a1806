import { UNKNOWN_TEXT } from '../hcl/decode/attribute-values.ts';
import { childScope, EMPTY_SCOPE, type Scope } from '../hcl/scope.ts';
import { fromPlain } from '../hcl/values/json.ts';
import { DYNAMIC, STRING } from '../hcl/values/types.ts';
import { Value } from '../hcl/values/value.ts';
import { COMMON_BUILD_NAMES, PACKER_VERSION } from './compatibility.ts';
import type { GeneratedData, SourceName } from './plan.ts';

/** `packer.…` and `path.…`, which mean the same everywhere. */
export function constantObjects(root: string, workingDirectory: string): readonly (readonly [string, Value])[] {
  return [
    ['path', Value.object({ cwd: Value.string(workingDirectory), root: Value.string(root) })],
    [
      'packer',
      Value.object({
        version: Value.string(PACKER_VERSION),
        // Only known with HCP Packer, which is not used.
        iterationID: Value.unknownOf(STRING),
        versionFingerprint: Value.unknownOf(STRING),
      }),
    ],
  ];
}

/** What an expression can use where there is no template around it. */
export function constantScope(root: string, workingDirectory: string): Scope {
  const nothing = Value.object({});
  return childScope(EMPTY_SCOPE, [
    ...constantObjects(root, workingDirectory),
    ['var', nothing],
    ['local', nothing],
    ['data', nothing],
    UNKNOWN_SOURCE,
  ]);
}

/** `source.…` where it is not known which source is meant. */
export const UNKNOWN_SOURCE: readonly [string, Value] = [
  'source',
  Value.object({ type: Value.unknownOf(STRING), name: Value.unknownOf(STRING) }),
];

/** Adds `source.…`. */
export function sourceScope(parent: Scope, { type, localName }: SourceName): Scope {
  return childScope(parent, [['source', Value.object({ type: Value.string(type), name: Value.string(localName) })]]);
}

/** `build.…`: before the run its names, with values not known yet; at the run what was generated. */
export function buildObject(
  buildName: string,
  announced: readonly string[],
  generated: GeneratedData | undefined,
): Value {
  const values = new Map<string, Value>();
  for (const name of [...COMMON_BUILD_NAMES, ...announced]) {
    // A port is a number, most others are texts.
    values.set(name, generated === undefined ? Value.unknownOf(DYNAMIC) : Value.string(UNKNOWN_TEXT));
  }
  for (const [name, value] of Object.entries(generated ?? {})) values.set(name, fromPlain(value));
  values.set('name', Value.string(buildName));
  return Value.object(values);
}
