/** A request as the cloud takes it, whether it came over HTTP or in process. */
export interface CloudRequest {
  readonly method: string;
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: ReadonlyMap<string, string>;
  readonly body: string;
  /** Aborted when the caller no longer waits. */
  readonly signal?: AbortSignal;
}

export interface CloudResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a fault plan can make of an answer: the connection just breaks. */
export const BROKEN_CONNECTION = 'broken-connection';
export type CloudOutcome = CloudResponse | typeof BROKEN_CONNECTION;
