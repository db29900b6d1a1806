import { type Action, queryAction } from '../action.ts';
import { decodeDenial } from '../encoded-denial.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { accepted, integer, required, text } from '../protocol/parameters.ts';
import type { CloudState } from '../state/cloud-state.ts';
import { stableHex } from '../state/identifiers.ts';

/** STS: who is calling, and what it was denied for; roles of whatever account may be
 * assumed, also with the token of an identity provider. The caller is always the same user, `local`. */
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
    run: ({ cloud, now }, { RoleArn, RoleSessionName, DurationSeconds = 3_600, SerialNumber, TokenCode }) => {
      checkMfaCode(SerialNumber, TokenCode);
      return sessionOf(cloud, RoleArn, RoleSessionName, now + DurationSeconds * 1_000);
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
    run: ({ cloud, now }, { RoleArn, RoleSessionName, WebIdentityToken, DurationSeconds = 3_600 }) => {
      // A JSON Web Token: three parts (RFC 7519).
      if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(WebIdentityToken)) {
        throw new CloudError(
          'InvalidIdentityToken',
          'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
        );
      }
      return sessionOf(cloud, RoleArn, RoleSessionName, now + DurationSeconds * 1_000);
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

/** Temporary credentials for a role; `expiration` in milliseconds since the epoch. */
function sessionOf(cloud: CloudState, RoleArn: string, RoleSessionName: string, expiration: number) {
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
      Expiration: new Date(expiration),
    },
  };
}
