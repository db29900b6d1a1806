import { type Action, queryAction } from '../action.ts';
import { decodeDenial } from '../encoded-denial.ts';
import { CloudError } from '../protocol/cloud-error.ts';
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

/** IAM: whether an instance profile exists. */
export const iamActions: readonly Action[] = [
  queryAction({
    name: 'GetInstanceProfile',
    parameters: { InstanceProfileName: required(text) },
    run: ({ cloud }, input) => {
      const name = input.InstanceProfileName;
      if (!cloud.instanceProfiles.includes(name)) {
        throw new CloudError('NoSuchEntity', `Instance Profile ${name} cannot be found.`, 404);
      }
      return {
        InstanceProfile: {
          InstanceProfileId: 'AIPALOCALCLOUD0000001',
          InstanceProfileName: name,
          Path: '/',
          Arn: `arn:aws:iam::${cloud.accountId}:instance-profile/${name}`,
          CreateDate: new Date(0),
          Roles: [],
          Tags: [],
        },
      };
    },
  }),
];
