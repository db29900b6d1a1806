import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { AskRemote, DataSource } from './data-source.ts';
import type { FileSystem } from './file-system.ts';
import type { ComponentCatalog } from './plan.ts';
import type { ConfigType } from './template-files.ts';

/** What says which template is meant, and with which values. */
export interface PlanRequest {
  /** File or folder, relative to `workingDirectory` or absolute. */
  readonly template: string;
  /** What a file is whose name does not end as that of an HCL2 template. Default: one of the older JSON templates. */
  readonly configType?: ConfigType;
  /** In the order given; a later one of the same name wins. Values are raw text. */
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  /** `-var-file`, in the order given. */
  readonly variableFiles: readonly string[];
  /** Whether a value in a variable file for a variable that is not declared is worth a warning. Default: no. */
  readonly warnOnUndeclared?: boolean;
  /** Globs on full build names; empty: all. */
  readonly only: readonly string[];
  /** Globs on full build names, and names of post-processors. */
  readonly except: readonly string[];
  /**
   * Whether data sources are read, and functions may ask services elsewhere; else what they would give is unknown, and
   * nobody is asked. Default: no.
   */
  readonly evaluateDataSources?: boolean;
  /** Absolute; relative paths in options and in this request are relative to it. */
  readonly workingDirectory: string;
}

/** What reading a template needs of the world outside. */
export interface TemplatePorts {
  readonly fileSystem: FileSystem;
  readonly catalog: ComponentCatalog;
  /** By type. */
  readonly dataSources: ReadonlyMap<string, DataSource<unknown>>;
  readonly askRemote: AskRemote;
  /** Ends all reading of data sources. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly ids: Ids;
  /** When the process began, in milliseconds since the epoch: what `{{ timestamp }}` and `{{ isotime }}` show. */
  readonly startTime: number;
  /** For `PKR_VAR_…` and the function `env`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What `~` stands for in paths that functions take; undefined when there is no home. */
  readonly homeDirectory: string | undefined;
}
