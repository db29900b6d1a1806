import { describe, expect, it } from '@jest/globals';
import { authorization, rawQuery, refusal, testCloud } from '../../support/local-cloud.ts';

describe('a request', () => {
  it.each([
    ['an unknown action', 'MakeCoffee', {}, 'InvalidAction: The action MakeCoffee is not valid for this web service.'],
    [
      'an unknown parameter',
      'StopInstances',
      { Sugar: '2' },
      'UnknownParameter: The parameter Sugar is not recognized',
    ],
    [
      'an unknown part of a parameter',
      'DescribeImages',
      { 'Filter.1.Name': 'name', 'Filter.1.Values.1': 'x' },
      'UnknownParameter: The parameter Filter.1.Values is not recognized',
    ],
    [
      'a part of what has no parts',
      'DescribeImages',
      { 'MaxResults.1': '7' },
      'UnknownParameter: The parameter MaxResults.1 is not recognized',
    ],
    [
      'a list without numbers',
      'DescribeImages',
      { 'ImageId.first': 'ami-12345678' },
      'UnknownParameter: The parameter ImageId.first is not recognized',
    ],
    [
      'a missing parameter',
      'CreateImage',
      { InstanceId: 'i-12345678' },
      'MissingParameter: The request must contain the parameter Name',
    ],
    ['a missing list', 'TerminateInstances', {}, 'MissingParameter: The request must contain the parameter InstanceId'],
    [
      'text for a number',
      'RunInstances',
      { MinCount: 'one', MaxCount: '1' },
      'InvalidParameterValue: Value (one) for parameter MinCount is invalid. Expected an integer.',
    ],
    [
      'text for a boolean',
      'DescribeImages',
      { IncludeDeprecated: 'maybe' },
      "InvalidParameterValue: Value (maybe) for parameter IncludeDeprecated is invalid. Expected 'true' or 'false'.",
    ],
    [
      'a word that is not on the list',
      'CreateKeyPair',
      { KeyName: 'k', KeyType: 'dsa' },
      'InvalidParameterValue: Value (dsa) for parameter KeyType is invalid. Valid values: rsa, ed25519.',
    ],
    [
      'a moment that is none',
      'EnableImageDeprecation',
      { ImageId: 'ami-12345678', DeprecateAt: 'tomorrow' },
      'InvalidParameterValue: Value (tomorrow) for parameter DeprecateAt is invalid. Expected a timestamp in ISO 8601 format.',
    ],
  ])('with %s is refused', async (_, action, parameters, expected) => {
    expect(await refusal(testCloud().cloud, action, parameters)).toBe(expected);
  });

  it('is answered in the XML of EC2, errors too', async () => {
    const { cloud } = testCloud({ regions: ['eu-west-1'] });
    const headers = { authorization: authorization('ec2', 'eu-west-1') };
    const answer = await rawQuery(cloud, { Action: 'DescribeRegions', Version: '2016-11-15' }, headers);
    expect(answer.body).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<DescribeRegionsResponse xmlns="http:\/\/ec2\.amazonaws\.com\/doc\/2016-11-15\/"><requestId>[0-9a-f-]{36}<\/requestId><regionInfo><item><regionName>eu-west-1<\/regionName>/,
    );
    const error = await rawQuery(cloud, { Action: 'Nothing' }, headers);
    expect(error.status).toBe(400);
    expect(error.body).toMatch(
      /<Response><Errors><Error><Code>InvalidAction<\/Code><Message>[^<]*<\/Message><\/Error><\/Errors><RequestID>[0-9a-f-]{36}<\/RequestID><\/Response>$/,
    );
  });

  it('takes lists by number, not by order of arrival', async () => {
    const { cloud } = testCloud();
    const answer = await rawQuery(cloud, {
      Action: 'DescribeRegions',
      'RegionName.10': 'us-east-2',
      'RegionName.2': 'eu-west-1',
    });
    expect([...answer.body.matchAll(/<regionName>([^<]+)/g)].map(([, name]) => name)).toEqual([
      'eu-west-1',
      'us-east-2',
    ]);
  });

  it('must be signed', async () => {
    const { cloud } = testCloud();
    const answer = await rawQuery(cloud, { Action: 'DescribeRegions' }, {});
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('<Code>MissingAuthenticationToken</Code>');
    const json = await rawQuery(cloud, {}, { 'x-amz-target': 'AmazonSSM.GetParameter' });
    expect(JSON.parse(json.body)).toEqual({
      __type: 'MissingAuthenticationToken',
      message: 'Request is missing Authentication Token',
    });
  });

  it('may be signed in the query instead', async () => {
    const { cloud } = testCloud();
    const outcome = await cloud.handle({
      method: 'GET',
      path: '/',
      headers: {},
      query: new Map([
        ['Action', 'DescribeAvailabilityZones'],
        ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
        ['X-Amz-Credential', 'AKIALOCALCLOUD/20260102/eu-central-1/ec2/aws4_request'],
        ['X-Amz-Signature', '00'],
      ]),
      body: '',
    });
    expect(outcome).toMatchObject({ status: 200, body: expect.stringContaining('<zoneName>eu-central-1c</zoneName>') });
  });

  it('for a service that is not there says so', async () => {
    const { cloud } = testCloud();
    const answer = await rawQuery(cloud, { Action: 'ListBuckets' }, { authorization: authorization('s3') });
    expect(answer.body).toContain('The service s3 is not part of the local cloud.');
  });
});
