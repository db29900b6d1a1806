import { type Action, type ActionContext, queryAction } from '../action.ts';
import { decodeDenial } from '../encoded-denial.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { accepted, integer, required, text } from '../protocol/parameters.ts';
import { stableHex } from '../state/identifiers.ts';

/**
 * STS: who is calling, and what it was denied for; roles of whatever account may be assumed, also with the token of an
 * identity provider. The caller is always the same user, `local`.
 */
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
      SerialNumber: text,
      TokenCode: text,
    },
    run: (context, input) => {
      checkMfaCode(input.SerialNumber, input.TokenCode);
      return sessionOf(context, input);
    },
  }),
  queryAction({
    name: 'AssumeRoleWithWebIdentity',
    parameters: {
      RoleArn: required(text),
      RoleSessionName: required(text),
      WebIdentityToken: required(text),
      DurationSeconds: integer,
      ProviderId: accepted,
      Policy: accepted,
      PolicyArns: accepted,
    },
    run: (context, input) => {
      // A JSON Web Token: three parts (RFC 7519).
      if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(input.WebIdentityToken)) {
        throw new CloudError(
          'InvalidIdentityToken',
          'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
        );
      }
      return sessionOf(context, input);
    },
  }),
  queryAction({
    name: 'DecodeAuthorizationMessage',
    parameters: { EncodedMessage: required(text) },
    run: (_, { EncodedMessage }) => ({ DecodedMessage: decodeDenial(EncodedMessage) }),
  }),
];

/** There are no devices here, so every code of the right form is right. */
function checkMfaCode(serialNumber: string | undefined, tokenCode: string | undefined): void {
  if (serialNumber === undefined && tokenCode === undefined) return;
  if (serialNumber === undefined || tokenCode === undefined) {
    const both = 'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.';
    throw new CloudError('AccessDenied', both, 403);
  }
  if (!/^\d{6}$/.test(tokenCode)) {
    throw new CloudError('AccessDenied', 'MultiFactorAuthentication failed with invalid MFA one time pass code.', 403);
  }
}

interface SessionInput {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly DurationSeconds: number | undefined;
}

/** Temporary credentials for a role. */
function sessionOf({ cloud, now }: ActionContext, input: SessionInput) {
  const { RoleArn, RoleSessionName, DurationSeconds: seconds = 3_600 } = input;
  if (seconds < 900 || seconds > 43_200) throw invalidMember(String(seconds), 'durationSeconds', '900 to 43200');
  if (!/^[\w+=,.@-]{2,64}$/.test(RoleSessionName)) {
    throw invalidMember(RoleSessionName, 'roleSessionName', '2 to 64 of the characters [\\w+=,.@-]');
  }
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
      Expiration: new Date(now + seconds * 1_000),
    },
  };
}

function invalidMember(value: string, member: string, allowed: string): CloudError {
  return new CloudError(
    'ValidationError',
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must be ${allowed}`,
  );
}
