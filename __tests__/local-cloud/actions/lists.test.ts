import { describe, expect, it } from '@jest/globals';
import type { LocalCloud } from '../../../src/local-cloud/cloud.ts';
import { refusal, testCloud } from '../../support/local-cloud.ts';
import { json, query, values } from '../support/raw-calls.ts';

async function group(cloud: LocalCloud, name: string, tags: Readonly<Record<string, string>>): Promise<string> {
  const given = Object.entries(tags).flatMap(([key, value], index) => [
    [`TagSpecification.1.Tag.${index + 1}.Key`, key],
    [`TagSpecification.1.Tag.${index + 1}.Value`, value],
  ]);
  const { body } = await query(cloud, 'ec2', 'CreateSecurityGroup', {
    GroupName: name,
    GroupDescription: 'd',
    'TagSpecification.1.ResourceType': 'security-group',
    ...Object.fromEntries(given),
  });
  return values(body, 'groupId')[0] ?? '';
}

describe('the list of tags', () => {
  it.each([
    [{ 'Filter.1.Name': 'tag:Name', 'Filter.1.Value.1': 'we*' }, ['web', 'west']],
    [{ 'Filter.1.Name': 'tag:Name', 'Filter.1.Value.1': 'we?' }, ['web']],
    [{ 'Filter.1.Name': 'tag:Name', 'Filter.1.Value.1': 'we\\*' }, []],
    [{ 'Filter.1.Name': 'tag:Name', 'Filter.1.Value.1': 'db', 'Filter.1.Value.2': 'web' }, ['web', 'db']],
    [{ 'Filter.1.Name': 'key', 'Filter.1.Value.1': 'O*', 'Filter.2.Name': 'value', 'Filter.2.Value.1': '*' }, ['me']],
  ])('is filtered with wildcards: %j', async (filters, expected) => {
    const { cloud } = testCloud();
    await group(cloud, 'a', { Name: 'web', Owner: 'me' });
    await group(cloud, 'b', { Name: 'west' });
    await group(cloud, 'c', { Name: 'db' });
    const { body } = await query(cloud, 'ec2', 'DescribeTags', filters);
    expect(values(body, 'value')).toEqual(expected);
  });
});

describe('pages', () => {
  it.each([
    ['DescribeLaunchTemplates', '1', 'ok'],
    ['DescribeLaunchTemplates', '201', '200'],
    ['DescribeInstanceTypes', '100', 'ok'],
    ['DescribeInstanceTypes', '101', '100'],
    ['DescribeRouteTables', '101', '100'],
    ['DescribeFastLaunchImages', '0', 'ok'],
    ['DescribeInstances', '4', '5'],
  ])('of %s may have %s: %s', async (action, MaxResults, expected) => {
    const { cloud } = testCloud();
    expect(await refusal(cloud, action, { MaxResults })).toMatch(
      expected === 'ok' ? /^ok$/ : new RegExp(`^InvalidParameterValue: .* ${expected}\\.$`),
    );
  });

  it.each([
    ['iam', 'ListRoles', 'MaxItems', '0', 'ValidationError'],
    ['iam', 'ListRoles', 'Marker', '1e1', 'ValidationError'],
    ['autoscaling', 'DescribeAutoScalingGroups', 'MaxRecords', '0', 'ValidationError'],
    ['autoscaling', 'DescribeAutoScalingGroups', 'NextToken', '-1', 'InvalidNextToken'],
  ])('of %s %s refuse %s=%s, which would have no end', async (service, action, name, value, code) => {
    const { cloud } = testCloud();
    expect(values((await query(cloud, service, action, { [name]: value })).body, 'Code')).toEqual([code]);
  });

  it('of aliases are cut, and those of one key are found', async () => {
    const { cloud } = testCloud({ kmsKeys: ['alias/a', 'alias/b'] });
    const first = await json(cloud, 'kms', 'ListAliases', { Limit: 2 });
    expect(first.body).toMatchObject({ Truncated: true, Aliases: [{}, {}] });
    const { NextMarker: Marker } = first.body;
    expect((await json(cloud, 'kms', 'ListAliases', { Limit: 2, Marker })).body).toMatchObject({
      Truncated: false,
      Aliases: [{ AliasName: 'alias/b' }],
    });
    expect((await json(cloud, 'kms', 'ListAliases', { KeyId: 'alias/a' })).body['Aliases']).toEqual([
      expect.objectContaining({ AliasName: 'alias/a' }),
    ]);
    expect((await json(cloud, 'kms', 'ListAliases', { Limit: 0 })).body).toMatchObject({
      __type: 'ValidationException',
    });
  });

  it('of managed instances have a size of 5 to 50', async () => {
    const { cloud } = testCloud();
    const answer = await json(cloud, 'ssm', 'DescribeInstanceInformation', { MaxResults: 4 });
    expect(answer.body).toMatchObject({ __type: 'ValidationException' });
  });
});

describe('snapshots', () => {
  it('are found by who may make volumes of them', async () => {
    const { cloud } = testCloud();
    const count = async (who: string): Promise<number> =>
      values((await query(cloud, 'ec2', 'DescribeSnapshots', { 'RestorableBy.1': who })).body, 'snapshotId').length;
    expect(await count('all')).toBeGreaterThan(10);
    expect(await count('self')).toBe(0);
    expect(await count('111122223333')).toBe(0);
  });
});

describe('auto scaling groups', () => {
  it('are found by their tags', async () => {
    const { cloud } = testCloud();
    const image = values(
      (await query(cloud, 'ec2', 'DescribeImages', { 'Filter.1.Name': 'name', 'Filter.1.Value.1': '*jammy*amd64*' }))
        .body,
      'imageId',
    )[0];
    const configuration = { LaunchConfigurationName: 'lc', ImageId: image ?? '', InstanceType: 't3.micro' };
    await query(cloud, 'autoscaling', 'CreateLaunchConfiguration', configuration);
    for (const name of ['one', 'two']) {
      await query(cloud, 'autoscaling', 'CreateAutoScalingGroup', {
        AutoScalingGroupName: name,
        LaunchConfigurationName: 'lc',
        MinSize: '0',
        MaxSize: '1',
        'Tags.member.1.Key': 'Name',
        'Tags.member.1.Value': name,
      });
    }
    const found = async (Name: string, Value: string): Promise<readonly string[]> => {
      const filters = { 'Filters.member.1.Name': Name, 'Filters.member.1.Values.member.1': Value };
      const { body } = await query(cloud, 'autoscaling', 'DescribeAutoScalingGroups', filters);
      return [...values(body, 'AutoScalingGroupName'), ...values(body, 'Code')];
    };
    expect(await found('tag:Name', 'two')).toEqual(['two']);
    expect(await found('tag-key', 'Name')).toEqual(['one', 'two']);
    expect(await found('tag-value', 'three')).toEqual([]);
    expect(await found('color', 'red')).toEqual(['ValidationError']);
  });
});

describe('the versions of a launch template', () => {
  it('are cut out by their numbers, and a client token makes one of them', async () => {
    const { cloud } = testCloud();
    const LaunchTemplateName = 'lt-name';
    await query(cloud, 'ec2', 'CreateLaunchTemplate', {
      LaunchTemplateName,
      'LaunchTemplateData.InstanceType': 't3.nano',
    });
    const version = (ClientToken: string, type: string) =>
      query(cloud, 'ec2', 'CreateLaunchTemplateVersion', {
        LaunchTemplateName,
        ClientToken,
        'LaunchTemplateData.InstanceType': type,
      });
    expect(values((await version('a', 't3.micro')).body, 'versionNumber')).toEqual(['2']);
    expect(values((await version('a', 't3.micro')).body, 'versionNumber')).toEqual(['2']);
    expect(values((await version('a', 't3.small')).body, 'Code')).toEqual(['IdempotentParameterMismatch']);
    expect(values((await version('b', 't3.small')).body, 'versionNumber')).toEqual(['3']);
    const shown = async (range: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const { body } = await query(cloud, 'ec2', 'DescribeLaunchTemplateVersions', { LaunchTemplateName, ...range });
      return [...values(body, 'versionNumber'), ...values(body, 'Code')];
    };
    expect(await shown({ MinVersion: '2' })).toEqual(['2', '3']);
    expect(await shown({ MaxVersion: '2' })).toEqual(['1', '2']);
    expect(await shown({ MinVersion: '2', MaxVersion: '2' })).toEqual(['2']);
    expect(await shown({ MinVersion: '2', 'LaunchTemplateVersion.1': '1' })).toEqual(['InvalidParameterCombination']);
    expect(await shown({ MinVersion: 'x' })).toEqual(['InvalidParameterValue']);
  });
});
