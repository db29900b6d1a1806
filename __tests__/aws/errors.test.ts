import { describe, expect, it } from '@jest/globals';
import { factsOfCode, KNOWN_CODES } from '../../src/aws/error-codes.ts';
import { KINDS } from '../../src/aws/error-kinds.ts';
import {
  AwsError,
  awsError,
  isDenied,
  isForeign,
  isNotFound,
  isRetryable,
  isThrottled,
  isUnknownProfile,
  shortageOf,
} from '../../src/aws/errors.ts';

const CALL = { service: 'ec2', action: 'RunInstances', region: 'eu-west-1', onGitHub: false };

/** What the SDK throws for an error of the service. */
function refused(code: string, message = 'Because.', status = 400): Error {
  return Object.assign(new Error(message), { name: code, $metadata: { httpStatusCode: status } });
}

describe('an error of AWS', () => {
  it.each([
    ['UnauthorizedOperation', 'not-authorised', 'auth', false],
    ['AccessDenied', 'not-authorised', 'auth', false],
    ['AuthFailure', 'credentials-invalid', 'auth', false],
    ['ExpiredToken', 'credentials-expired', 'auth', false],
    ['RequestExpired', 'credentials-expired', 'auth', false],
    ['CredentialsProviderError', 'credentials-missing', 'auth', false],
    ['OptInRequired', 'region-not-enabled', 'auth', false],
    ['InvalidAMIID.NotFound', 'not-found', 'cloud', false],
    ['InvalidInstanceID.NotFound', 'not-found', 'cloud', false],
    ['InvalidAMIID.Unavailable', 'not-found', 'cloud', false],
    ['NoSuchEntity', 'not-found', 'cloud', false],
    ['InvalidAMIName.Duplicate', 'ami-name-taken', 'cloud', false],
    ['InvalidKeyPair.Duplicate', 'duplicate-name', 'cloud', false],
    ['VcpuLimitExceeded', 'quota-exceeded', 'cloud', false],
    ['SecurityGroupLimitExceeded', 'quota-exceeded', 'cloud', false],
    ['InsufficientInstanceCapacity', 'insufficient-capacity', 'cloud', false],
    ['SpotMaxPriceTooLow', 'spot-price-too-low', 'cloud', false],
    ['AuthFailure.ServiceLinkedRoleCreationNotPermitted', 'service-linked-role', 'auth', false],
    ['Unsupported', 'unsupported', 'cloud', false],
    ['EntityAlreadyExistsException', 'duplicate-name', 'cloud', false],
    ['DeleteConflictException', 'in-use', 'cloud', false],
    ['ConcurrentModificationException', 'concurrent-change', 'cloud', true],
    ['DependencyViolation', 'in-use', 'cloud', false],
    ['RequestLimitExceeded', 'throttled', 'cloud', true],
    ['ThrottlingException', 'throttled', 'cloud', true],
    ['InternalError', 'aws-unavailable', 'cloud', true],
    ['InvalidParameterValue', 'aws-error', 'cloud', false],
    ['PendingVerification', 'account-not-verified', 'auth', false],
    ['Blocked', 'account-blocked', 'auth', false],
    ['DryRunOperation', 'dry-run-passed', 'cloud', false],
    ['RequestTimeTooSkewed', 'credentials-expired', 'auth', false],
    ['KMSInvalidStateException', 'key-unusable', 'auth', false],
    ['KMSSomethingNewException', 'key-unusable', 'auth', false],
    ['ConcurrentTagAccess', 'concurrent-change', 'cloud', true],
    ['SlowDown', 'throttled', 'cloud', true],
    ['SnapshotCreationPerVolumeRateExceeded', 'throttled', 'cloud', true],
    ['SomethingThrottledException', 'throttled', 'cloud', true],
    ['InsufficientSomethingCapacity', 'insufficient-capacity', 'cloud', false],
    ['SomethingAlreadyExistsException', 'duplicate-name', 'cloud', false],
    ['DefaultVpcDoesNotExist', 'not-found', 'cloud', false],
    ['MaxSpotInstanceCountExceeded', 'quota-exceeded', 'cloud', false],
  ])('%s is %s (%s)', (code, kind, category, retryable) => {
    const error = awsError(refused(code), CALL);
    expect(error).toBeInstanceOf(AwsError);
    expect(error).toMatchObject({ code: kind, category, retryable, awsCode: code });
  });

  it('of an unknown code is judged by its status', () => {
    expect(isRetryable(refused('SomethingNew', '', 503))).toBe(true);
    expect(isThrottled(refused('SomethingNew', '', 429))).toBe(true);
    expect(isRetryable(refused('SomethingNew', '', 400))).toBe(false);
  });

  it('that is no answer of AWS at all can be tried again: a gateway sent it, or an emulator that can not do it', () => {
    const page = (status: number) => Object.assign(new Error('no XML'), { $metadata: { httpStatusCode: status } });
    expect(isForeign(page(500))).toBe(true);
    expect(isForeign(awsError(page(500), CALL))).toBe(true);
    expect(isRetryable(page(500))).toBe(true);
    expect(isForeign(page(503))).toBe(false);
    expect(isRetryable(page(503))).toBe(true);
    expect(isForeign(refused('InternalError', '', 500))).toBe(false);
  });

  it('about a product of AWS Marketplace that nobody has bought says so; the same code also stands for a region', () => {
    const text =
      'In order to use this AWS Marketplace product you need to accept terms and subscribe. To do so please visit https://aws.amazon.com/marketplace/pp?sku=abc';
    expect(awsError(refused('OptInRequired', text), CALL)).toMatchObject({
      code: 'not-subscribed',
      hint: expect.stringContaining('subscribe with this account'),
    });
  });

  it('has a remedy of its own where that of its kind says too little', () => {
    expect(awsError(refused('VcpuLimitExceeded'), CALL).hint).toContain('vCPUs per family');
    expect(awsError(refused('InvalidSubnetID.NotFound'), CALL).hint).toContain('subnet_id');
    expect(awsError(refused('ResourceLimitExceeded'), CALL).hint).toContain('Service Quotas');
  });

  it('is in the table once, with a kind that has facts', () => {
    expect(new Set(KNOWN_CODES).size).toBe(KNOWN_CODES.length);
    for (const code of KNOWN_CODES) {
      const kind = factsOfCode(code)?.kind ?? 'aws-error';
      expect({ code, facts: KINDS[kind] }).toEqual({
        code,
        facts: expect.objectContaining({ retry: expect.any(Boolean) }),
      });
    }
  });

  it.each([
    ['ECONNRESET', true],
    ['ETIMEDOUT', true],
    ['EAI_AGAIN', true],
    ['ENOTFOUND', false],
    ['ECONNREFUSED', false],
    ['EPROTO', false],
    ['ERR_INVALID_URL', false],
    ['SELF_SIGNED_CERT_IN_CHAIN', false],
  ])('of the network, %s, can be tried again: %s', (code, retryable) => {
    const error = awsError(Object.assign(new Error('connect failed'), { code }), CALL);
    expect(error).toMatchObject({ code: 'network', retryable });
    expect(error.message).toBe(`AWS could not be reached for ec2:RunInstances in eu-west-1 (${code}): connect failed`);
  });

  it('names the IAM action that is missing: the one that AWS names, else that of the call', () => {
    expect(
      awsError(refused('UnauthorizedOperation', 'You are not authorized to perform this operation.'), CALL),
    ).toMatchObject({
      message:
        'The credentials may not call ec2:RunInstances (UnauthorizedOperation from ec2:RunInstances in eu-west-1): You are not authorized to perform this operation',
      hint: 'Allow ec2:RunInstances in the IAM policy of the role or user that bakes; a permissions boundary or a service control policy may deny it too.',
    });
    const passRole = refused(
      'UnauthorizedOperation',
      'You are not authorized to perform: iam:PassRole on resource: arn:aws:iam::1:role/x. Encoded authorization failure message: abcDEF_-123',
    );
    expect(awsError(passRole, CALL).hint).toMatch(/^Allow iam:PassRole /);
    expect(awsError(passRole, CALL).message).not.toContain('abcDEF');
  });

  it('about missing credentials speaks of OpenID Connect in a job of GitHub Actions', () => {
    const thrown = refused('CredentialsProviderError', 'Could not load credentials from any providers');
    expect(awsError(thrown, { ...CALL, onGitHub: true }).hint).toContain('permissions: id-token: write');
    expect(awsError(thrown, CALL).hint).toContain('AWS_PROFILE');
  });

  it('is recognised by what it means', () => {
    expect(isNotFound(awsError(refused('InvalidGroup.NotFound'), CALL))).toBe(true);
    expect(isDenied(awsError(refused('AccessDenied'), CALL))).toBe(true);
    expect(isNotFound(new Error('InvalidGroup.NotFound'))).toBe(false);
  });

  it('that is one of ours already stays what it is', () => {
    const error = awsError(refused('AccessDenied'), CALL);
    expect(awsError(error, CALL)).toBe(error);
  });
});

describe('a launch that EC2 refuses', () => {
  const NOT_IN_ZONE =
    'Your requested instance type (m7g.large) is not supported in your requested Availability Zone (us-east-1e).';

  it.each([
    ['InsufficientInstanceCapacity', 'We have none.', 'zone'],
    ['UnfulfillableCapacity', 'Unable to fulfill capacity.', 'zone'],
    ['InsufficientHostCapacity', 'The host is full.', 'zone'],
    ['ReservationCapacityExceeded', 'The reservation is used up.', 'zone'],
    ['InsufficientFreeAddressesInSubnet', 'Not enough free addresses.', 'zone'],
    ['SpotMaxPriceTooLow', 'Your price is too low.', 'zone'],
    ['Unsupported', NOT_IN_ZONE, 'zone'],
    ['InvalidFleetConfiguration', NOT_IN_ZONE, 'zone'],
    ['MaxSpotInstanceCountExceeded', 'Max spot instance count exceeded.', 'type'],
    ['VcpuLimitExceeded', 'More vCPU capacity than your limit.', 'type'],
    ['InstanceLimitExceeded', 'More instances than your limit.', 'type'],
    ['Unsupported', 'The requested configuration is currently not supported.', undefined],
    ['VolumeLimitExceeded', 'Too many volumes.', undefined],
    ['InvalidParameterValue', 'The architectures differ.', undefined],
    ['UnauthorizedOperation', 'No.', undefined],
  ])('with %s (%s) may work with another: %s', (code, message, scope) => {
    expect(shortageOf(awsError(refused(code, message), CALL))).toBe(scope);
  });

  it('because of an instance profile may only be early', () => {
    const message =
      'Value (packer-1) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name';
    expect(isUnknownProfile(awsError(refused('InvalidParameterValue', message), CALL))).toBe(true);
    expect(isUnknownProfile(awsError(refused('InvalidParameterValue', 'The type is wrong.'), CALL))).toBe(false);
  });
});
