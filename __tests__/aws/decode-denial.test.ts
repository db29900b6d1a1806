import { describe, expect, it } from '@jest/globals';
import type { StsApi } from '../../src/aws/api.ts';
import { AwsConnections } from '../../src/aws/connections.ts';
import { denialDecoder } from '../../src/aws/decode-denial.ts';
import { createLocalCloud } from '../../src/local-cloud/cloud.ts';
import { requestHandlerFor } from '../../src/local-cloud/request-handler.ts';
import { countingIds } from '../support/local-cloud.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const never = new AbortController().signal;

/** The message of a call that a cloud denies. */
async function denial(decodesDenials: boolean, alsoDenied: readonly string[] = []) {
  const clock = new VirtualClock({ autoAdvance: true });
  const cloud = createLocalCloud({
    clock,
    ids: countingIds(),
    deniedActions: ['ec2:DescribeRegions', ...alsoDenied],
  });
  const connections = new AwsConnections({
    environment: { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' },
    clock,
    ids: countingIds(),
    registerSecret: () => undefined,
    userAgent: 'bake-ami/test',
    requestHandler: requestHandlerFor(cloud),
  });
  const aws = await connections.open({ region: 'us-east-1', decodesDenials });
  const error: unknown = await aws
    .ec2('us-east-1')
    .describeRegions({}, never)
    .catch((thrown: unknown) => thrown);
  return { message: String(error), calls: cloud.calls.map(({ action }) => action) };
}

describe('a denied call', () => {
  it('is explained with what STS decodes, where the template wants that', async () => {
    const { message, calls } = await denial(true);
    expect(calls).toEqual(['DescribeRegions', 'DecodeAuthorizationMessage']);
    expect(message).toContain(
      'AWS decodes that as: arn:aws:iam::123456789012:user/local asked for ec2:DescribeRegions on *; no statement allows it',
    );
    expect(message).not.toContain('Encoded authorization');
  });

  it('is not decoded otherwise, and is the same error where decoding is denied too', async () => {
    const plain = await denial(false);
    expect(plain.calls).toEqual(['DescribeRegions']);
    expect(plain.message).toContain('The credentials may not call ec2:DescribeRegions');
    const both = await denial(true, ['sts:DecodeAuthorizationMessage']);
    expect(both.message).toBe(plain.message);
  });
});

describe('what STS decodes', () => {
  const decode = (message: unknown) => {
    const sts: Partial<StsApi> = {
      decodeAuthorizationMessage: async () => ({ $metadata: {}, DecodedMessage: JSON.stringify(message) }),
    };
    return denialDecoder(async () => sts as StsApi)('abc', never);
  };

  it('names the statements that deny it, and the conditions of the request', async () => {
    expect(
      await decode({
        allowed: false,
        explicitDeny: true,
        matchedStatements: { items: [{ statementId: 'OnlyEurope', effect: 'DENY' }] },
        context: {
          principal: { arn: 'arn:aws:sts::1:assumed-role/baker/job' },
          action: 'ec2:RunInstances',
          resource: 'arn:aws:ec2:us-east-1:1:instance/*',
          conditions: { items: [{ key: 'ec2:InstanceType', values: { items: [{ value: 't3.micro' }] } }] },
        },
      }),
    ).toEqual({
      action: 'ec2:RunInstances',
      text: 'arn:aws:sts::1:assumed-role/baker/job asked for ec2:RunInstances on arn:aws:ec2:us-east-1:1:instance/*; a statement denies it explicitly (OnlyEurope); with ec2:InstanceType = t3.micro',
    });
  });

  it('is passed over where it is nothing that is known', async () => {
    expect(await decode('nothing')).toBeUndefined();
    expect(await decode({})).toEqual({ action: undefined, text: expect.any(String) });
  });
});
