import { CloudError } from './protocol/cloud-error.ts';
import type { RegionState } from './state/region-state.ts';

/** What a client token, which makes an action idempotent, says of a request. */
export interface ClientToken {
  /** What the same request made before; undefined: nothing, or there is no token. */
  readonly made: string | undefined;
  /** Notes down what the request has made. */
  keep(made: string): void;
}

/** Throws IdempotentParameterMismatch where the token came with another request before. */
export function clientToken(
  { clientTokens }: RegionState,
  action: string,
  input: { readonly ClientToken: string | undefined },
): ClientToken {
  if (input.ClientToken === undefined) return { made: undefined, keep: () => undefined };
  const key = `${action} ${input.ClientToken}`;
  const fingerprint = JSON.stringify(input);
  const known = clientTokens.get(key);
  if (known !== undefined && known.fingerprint !== fingerprint) {
    throw new CloudError(
      'IdempotentParameterMismatch',
      'Arguments on this idempotent request are inconsistent with arguments used in previous request(s).',
    );
  }
  return { made: known?.result, keep: (result) => void clientTokens.set(key, { fingerprint, result }) };
}
