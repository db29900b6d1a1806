import { CreateKeyCommand, DisableKeyCommand, KMSClient, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from '@jest/globals';
import { type LocalCloudOptions, quickDelays } from '../../../src/local-cloud/options.ts';
import { clientConfig } from '../../support/local-cloud.ts';
import { packerPolicy } from './support/packer-policy.ts';
import { Rig } from './support/rig.ts';

const COPIES = 'encrypt_boot = true\nami_regions = ["eu-west-1"]';
const DISK = `launch_block_device_mappings {
  device_name = "/dev/sda1"
  encrypted   = true
  kms_key_id  = "alias/disks"
}`;

function rigWith(source: string, cloud: Partial<LocalCloudOptions>): Rig {
  return new Rig({ source, cloud: { delays: quickDelays, kmsKeys: [], ...cloud } });
}

/** The regions and keys that KMS was asked about. */
function asked(rig: Rig): string[] {
  return rig.cloud.calls
    .filter(({ service }) => service === 'kms')
    .map(({ region, parameters }) => `${region} ${JSON.parse(parameters['body'] ?? '{}').KeyId}`)
    .toSorted();
}

describe('KMS keys', () => {
  it('are looked at where they are used, and nothing is made when one is missing', async () => {
    const source = `${COPIES}\nkms_key_id = "alias/images"\nregion_kms_key_ids = { eu-west-1 = "alias/west" }\n${DISK}`;
    const rig = rigWith(source, { kmsKeys: ['alias/images'] });
    const { error } = await rig.bake();
    expect((error as Error).message.split('\n')).toEqual([
      '2 things are wrong:',
      expect.stringMatching(/^ {2}1\. There is no KMS key alias\/disks in us-east-1\. Check its spelling/),
      expect.stringMatching(/^ {2}2\. There is no KMS key alias\/west in eu-west-1\. /),
    ]);
    expect(asked(rig)).toEqual(['eu-west-1 alias/west', 'us-east-1 alias/disks', 'us-east-1 alias/images']);
    expect(rig.calls().filter((call) => !/^(Describe|Get)/.test(call))).toEqual([]);
  });

  it('are not looked at where none is named, or where another one goes before it', async () => {
    const plain = rigWith(COPIES, {});
    expect((await plain.bake()).error).toBeUndefined();
    expect(asked(plain)).toEqual([]);
    const source = `encrypt_boot = true\nami_regions = ["us-east-1"]
kms_key_id = "alias/other"\nregion_kms_key_ids = { us-east-1 = "alias/own" }`;
    const own = rigWith(source, { kmsKeys: ['alias/own'] });
    expect((await own.bake()).error).toBeUndefined();
    expect(asked(own)).toEqual(['us-east-1 alias/own']);
  });

  it('must be enabled, and for encryption', async () => {
    const first = rigWith('', {});
    const kms = new KMSClient(clientConfig(first.cloud));
    const make = async (KeySpec: 'SYMMETRIC_DEFAULT' | 'RSA_2048' = 'SYMMETRIC_DEFAULT'): Promise<string> =>
      (await kms.send(new CreateKeyCommand({ KeySpec }))).KeyMetadata?.KeyId ?? '';
    const said = async (key: string) => {
      const source = `encrypt_boot = true\nkms_key_id = "${key}"`;
      const { error } = await new Rig({ shares: first, source }).bake();
      const { code, message, hint } = error as { code: string; message: string; hint: string };
      return [code, message.replace(key, 'KEY'), hint.replace(key, 'KEY')];
    };
    const off = await make();
    await kms.send(new DisableKeyCommand({ KeyId: off }));
    expect(await said(off)).toEqual([
      'kms-key-unusable',
      'The KMS key KEY in us-east-1 is disabled',
      'Enable it: `aws kms enable-key --region us-east-1 --key-id KEY`. Or name another key.',
    ]);
    const going = await make();
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId: going, PendingWindowInDays: 7 }));
    expect((await said(going))[1]).toMatch(/^The KMS key KEY in us-east-1 is going to be deleted on \d{4}-\d\d-\d\d$/);
    const rsa = await make('RSA_2048');
    expect((await said(rsa))[1]).toBe('The KMS key KEY in us-east-1 is no symmetric key for encryption, but RSA_2048');
  });

  it.each<readonly [string, Partial<LocalCloudOptions>, string]>([
    ['may not be asked', { deniedActions: ['kms:DescribeKey'] }, 'kms:DescribeKey is not allowed'],
    ['does not answer', { faults: [{ action: 'DescribeKey', fault: 'hang' }] }, 'KMS does not answer'],
    [
      'is no AWS that knows the credentials',
      { faults: [{ action: 'DescribeKey', fault: { error: 'UnrecognizedClientException' } }] },
      'AWS does not accept the credentials',
    ],
  ])('are a note where KMS %s', async (_, cloud, why) => {
    const rig = rigWith('encrypt_boot = true\nkms_key_id = "alias/images"', { kmsKeys: ['alias/images'], ...cloud });
    const { error } = await rig.bake();
    // Without DescribeKey EC2 can't use the key either: it says so when it tries.
    expect(error === undefined).toBe(cloud.deniedActions === undefined);
    expect(rig.logs()).toContainEqual(
      expect.stringMatching(
        new RegExp(`^info: Whether EC2 can use the KMS key alias/images in us-east-1 could not be checked: ${why}`),
      ),
    );
  });

  it('work under the policy that Packer documents, where their own policy lets EC2 use them', async () => {
    const source = 'encrypt_boot = true\nkms_key_id = "alias/aws/ebs"';
    const rig = rigWith(source, { policy: packerPolicy() });
    expect((await rig.bake()).error).toBeUndefined();
    expect(rig.logs().filter((line) => line.includes('kms:DescribeKey is not allowed'))).toHaveLength(1);
  });

  it('in a region that does not exist are no second finding', async () => {
    const source = `encrypt_boot = true\nami_regions = ["mars-north-1"]\nregion_kms_key_ids = { mars-north-1 = "alias/m" }`;
    const { error } = await rigWith(source, {}).bake();
    expect(error).toMatchObject({ code: 'unknown-region', message: 'There is no region mars-north-1' });
  });

  it('are asked for once by builds that run at the same time', async () => {
    const source = 'encrypt_boot = true\nkms_key_id = "alias/images"';
    const first = rigWith(source, { kmsKeys: ['alias/images'] });
    const second = new Rig({ shares: first, source });
    await Promise.all([first.bake(), second.bake()]);
    expect(asked(first)).toEqual(['us-east-1 alias/images']);
  });
});
