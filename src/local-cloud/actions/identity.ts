import { type Action, queryAction } from '../action.ts';
import { decodeDenial } from '../encoded-denial.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { accepted, integer, required, text } from '../protocol/parameters.ts';
import { stableHex } from '../state/identifiers.ts';

/** STS: who is calling, and what it was denied for; roles of whatever account may be assumed. The caller is always the same user, `local`. */
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
    name: 'AssumeRole',
    parameters: {
      RoleArn: required(text),
      RoleSessionName: required(text),
      DurationSeconds: integer,
      ExternalId: text,
      Policy: accepted,
      PolicyArns: accepted,
      Tags: accepted,
      TransitiveTagKeys: accepted,
      SourceIdentity: accepted,
    },
    run: ({ cloud, now }, { RoleArn, RoleSessionName, DurationSeconds = 3_600 }) => {
      const [, account, name] = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(RoleArn) ?? [];
      if (account === undefined || name === undefined) {
        throw new CloudError('ValidationError', `${RoleArn} is invalid`);
      }
      const id = stableHex(`${RoleArn}/${cloud.newRequestId()}`).toUpperCase();
      return {
        AssumedRoleUser: {
          Arn: `arn:aws:sts::${account}:assumed-role/${name}/${RoleSessionName}`,
          AssumedRoleId: `AROALOCALCLOUD0000001:${RoleSessionName}`,
        },
        Credentials: {
          // Who holds several clouds can tell by it whose this is.
          AccessKeyId: `ASIA${account}${id.slice(0, 4)}`,
          SecretAccessKey: `secret-${id}`,
          SessionToken: `session-${id}`,
          Expiration: new Date(now + DurationSeconds * 1_000),
        },
      };
    },
  }),
  queryAction({
    name: 'DecodeAuthorizationMessage',
    parameters: { EncodedMessage: required(text) },
    run: (_, { EncodedMessage }) => ({ DecodedMessage: decodeDenial(EncodedMessage) }),
  }),
];
