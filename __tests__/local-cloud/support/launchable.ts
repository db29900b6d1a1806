import type { LocalCloud } from '../../../src/local-cloud/cloud.ts';
import { query, values } from './raw-calls.ts';

/** The parameters of a launch that is taken, as a Query request has them. */
export async function launchable(
  cloud: LocalCloud,
): Promise<Readonly<Record<string, string>> & { readonly ImageId: string }> {
  const filter = { 'Filter.1.Name': 'name', 'Filter.1.Value.1': '*jammy*amd64-server-20251203' };
  const [ImageId = ''] = values((await query(cloud, 'ec2', 'DescribeImages', filter)).body, 'imageId');
  return { ImageId, InstanceType: 't3.nano', MinCount: '1', MaxCount: '1' };
}
