import { describe, expect, it } from '@jest/globals';
import { testCloud } from '../../support/local-cloud.ts';
import { json, query, values } from '../support/raw-calls.ts';

describe('a public parameter', () => {
  it('leads to an image of its publisher, and not to a public one of the same name', async () => {
    const { cloud, clock } = testCloud();
    const Name = '/aws/service/debian/release/12/latest/amd64';
    const value = async () => (await json(cloud, 'ssm', 'GetParameter', { Name })).body['Parameter'];
    const before = await value();
    const filter = { 'Filter.1.Name': 'name', 'Filter.1.Value.1': 'debian-12-amd64-20251203-1890' };
    const [SourceImageId = ''] = values((await query(cloud, 'ec2', 'DescribeImages', filter)).body, 'imageId');
    const copy = { Name: 'debian-12-amd64-20251203-1890', SourceImageId, SourceRegion: 'us-east-1' };
    const [ImageId = ''] = values((await query(cloud, 'ec2', 'CopyImage', copy)).body, 'imageId');
    await clock.advance(5_000);
    await query(cloud, 'ec2', 'ModifyImageAttribute', { ImageId, 'LaunchPermission.Add.1.Group': 'all' });
    expect(await value()).toEqual(before);
  });
});
