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

/** Cuts one page out of the items. Pages can't be asked for together with identifiers, as in EC2. */
export function pageOf<T>(
  { cloud }: ActionContext,
  items: readonly T[],
  input: PagingInput,
  named: { readonly ids: readonly string[]; readonly set: string },
): Page<T> {
  const { MaxResults: wanted, NextToken: token } = input;
  if (wanted !== undefined && named.ids.length > 0) {
    throw invalidCombination(`The parameter ${named.set} cannot be used with the parameter maxResults`);
  }
  if (wanted !== undefined && wanted < 5) {
    throw invalidValue(wanted, 'maxResults', 'Expecting a value greater than 5.');
  }
  if (wanted !== undefined && wanted > 1_000) {
    throw invalidValue(wanted, 'maxResults', 'Expecting a value less than or equal to 1000.');
  }
  const start = token === undefined ? 0 : readToken(token);
  const limit = named.ids.length > 0 ? undefined : cloud.limits.pageSize;
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
