import type { ActionContext } from './action.ts';
import { CloudError, invalidCombination, invalidValue } from './protocol/cloud-error.ts';
import { integer, text } from './protocol/parameters.ts';

/** The paging parameters of Describe actions. */
export const pagingParameters = { MaxResults: integer, NextToken: text };

export interface PagingInput {
  readonly MaxResults: number | undefined;
  readonly NextToken: string | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken: string | undefined;
}

interface Named {
  /** The identifiers of the request; pages can't be asked for together with them, as in EC2. */
  readonly ids: readonly string[];
  /** What EC2's message calls them. */
  readonly set: string;
  /** What MaxResults may be (API reference, of each action); 5 to 1,000 where it is not given. */
  readonly least?: number;
  readonly most?: number;
}

/** Cuts one page out of the items. */
export function pageOf<T>(
  { cloud }: ActionContext,
  items: readonly T[],
  input: PagingInput,
  { ids, set, least = 5, most = 1_000 }: Named,
): Page<T> {
  const { MaxResults: wanted, NextToken: token } = input;
  if (wanted !== undefined && ids.length > 0) {
    throw invalidCombination(`The parameter ${set} cannot be used with the parameter maxResults`);
  }
  if (wanted !== undefined && wanted < least) {
    throw invalidValue(wanted, 'maxResults', `Expecting a value greater than ${least}.`);
  }
  if (wanted !== undefined && wanted > most) {
    throw invalidValue(wanted, 'maxResults', `Expecting a value less than or equal to ${most}.`);
  }
  const start = token === undefined ? 0 : readToken(token);
  const limit = ids.length > 0 ? undefined : cloud.limits.pageSize;
  const size = Math.min(wanted ?? Number.POSITIVE_INFINITY, limit ?? Number.POSITIVE_INFINITY);
  const end = start + size;
  return {
    items: items.slice(start, end),
    nextToken: end < items.length ? writeToken(end) : undefined,
  };
}

function writeToken(offset: number): string {
  return Buffer.from(`bake-ami page ${offset}`).toString('base64');
}

function readToken(token: string): number {
  const [, offset] = /^bake-ami page (\d{1,9})$/.exec(Buffer.from(token, 'base64').toString('utf8')) ?? [];
  if (offset === undefined) {
    throw new CloudError('InvalidNextToken', `The token '${token}' is invalid`);
  }
  return Number(offset);
}

/**
 * One page of the other services' lists, whose tokens are how many came before. `invalid` is thrown for a token that this
 * cloud has not given out.
 */
export function cutPage<T>(
  all: readonly T[],
  token: string | undefined,
  size: number,
  invalid: CloudError,
): { readonly items: readonly T[]; readonly next: string | undefined } {
  if (token !== undefined && !/^\d{1,9}$/.test(token)) throw invalid;
  const start = Number(token ?? '0');
  const end = start + size;
  return { items: all.slice(start, end), next: end < all.length ? String(end) : undefined };
}
