import { type Action, queryAction } from '../action.ts';
import { decodeDenial } from '../encoded-denial.ts';
import { required, text } from '../protocol/parameters.ts';

/** STS: who is calling, and what it was denied for. The caller is always the same user, `local`. */
export const stsActions: readonly Action[] = [
  queryAction({
    name: 'GetCallerIdentity',
    parameters: {},
    run: ({ cloud }) => ({
      Arn: `arn:aws:iam::${cloud.accountId}:user/local`,
      UserId: 'AIDALOCALCLOUD0000001',
      Account: cloud.accountId,
    }),
  }),
  queryAction({
    name: 'DecodeAuthorizationMessage',
    parameters: { EncodedMessage: required(text) },
    run: (_, { EncodedMessage }) => ({ DecodedMessage: decodeDenial(EncodedMessage) }),
  }),
];
