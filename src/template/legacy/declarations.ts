import type { JsonObject, JsonProperty } from '../../hcl/json/nodes.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import type { SourceRange } from '../../kernel/source-range.ts';

/** A template in Packer's older JSON format, taken apart; texts are as they are written. */
export interface LegacyTemplate {
  readonly description: string | undefined;
  readonly variables: ReadonlyMap<string, LegacyVariable>;
  /** Names in `sensitive-variables`. */
  readonly sensitiveVariables: ReadonlySet<string>;
  readonly builders: readonly LegacyBuilder[];
  readonly provisioners: readonly LegacyStep[];
  readonly errorCleanupProvisioner: LegacyStep | undefined;
  readonly postProcessorChains: readonly (readonly LegacyStep[])[];
  /** What makes no sense although it could be read, such as names of builders that there are not. */
  readonly problems: readonly Diagnostic[];
}

export interface LegacyVariable {
  readonly name: string;
  /** May hold `{{ }}`; undefined: null is written, and a value has to be given. */
  readonly fallback: string | undefined;
  /** The name, with its quotes. */
  readonly range: SourceRange;
  readonly valueRange: SourceRange;
}

/** What a plugin runs. */
export interface LegacyComponent {
  readonly type: string;
  /** What to point at for the component as a whole: its property `type`. */
  readonly range: SourceRange;
  readonly typeRange: SourceRange;
  /** Undefined for a post-processor that is written as its type alone. */
  readonly object: JsonObject | undefined;
  /** Its own options, without those that Packer itself reads. */
  readonly options: readonly JsonProperty[];
}

export interface LegacyBuilder extends LegacyComponent {
  /** May hold `{{ }}`; the type where none is written. */
  readonly name: string;
  readonly nameRange: SourceRange;
}

export interface LegacyStep extends LegacyComponent {
  /** Only of post-processors. */
  readonly name: string | undefined;
  readonly only: readonly string[];
  readonly except: readonly string[];
  /** By builder: options that replace those of the step. Empty for post-processors. */
  readonly override: ReadonlyMap<string, readonly JsonProperty[]>;
  readonly pauseBeforeMs: number;
  readonly timeoutMs: number | undefined;
  /** May hold `{{ }}`. */
  readonly maxRetries: { readonly text: string; readonly range: SourceRange } | undefined;
  readonly keepInputArtifact: boolean | undefined;
}
