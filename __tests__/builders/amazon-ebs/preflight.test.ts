import type { InstanceTypeInfo, Subnet } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { Site } from '../../../src/builders/amazon-ebs/site.ts';
import { checkInstanceType } from '../../../src/builders/amazon-ebs/steps/check-instance-type.ts';
import { chooseNetwork } from '../../../src/builders/amazon-ebs/steps/choose-network.ts';
import type { SourceImage } from '../../../src/builders/amazon-ebs/steps/find-source-image.ts';
import type { BakeError } from '../../../src/kernel/errors.ts';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { decode, MINIMUM } from './support/options.ts';
import { Rig } from './support/rig.ts';

const quick = { delays: quickDelays };
const DAY_MS = 24 * 3_600_000;

/** A site with answers of EC2 that the local cloud never gives. */
function siteWith({ source = '', ...answers }: { source?: string; info?: InstanceTypeInfo; subnets?: Subnet[] }): Site {
  const { options } = decode(MINIMUM + source).decoded;
  return {
    options,
    region: 'us-east-1',
    context: { signal: new AbortController().signal },
    dependencies: { fallbackInstanceTypes: [] },
    aws: { batches: () => ({ instanceType: async () => answers.info, zonesOffering: async () => new Set() }) },
    ec2: { describeSubnets: async () => ({ Subnets: answers.subnets }) },
  } as unknown as Site;
}

describe('before anything is made, a build ends', () => {
  it.each([
    [
      'for an instance type that does not exist',
      't3.mikro',
      'instance-type-unknown',
      'There is no instance type "t3.mikro" in us-east-1',
    ],
    [
      'for a type of another architecture',
      'm6g.large',
      'instance-type-misfit',
      'The instance type m6g.large is arm64, and the source AMI',
    ],
  ])('%s, with the remedy', async (_, type, code, message) => {
    const rig = new Rig({ cloud: quick, wholeSource: MINIMUM.replace('t3.micro', type) });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ code, message: expect.stringContaining(message), hint: expect.any(String) });
    expect(rig.calls().filter((call) => !/^(Describe|GetCaller)/.test(call))).toEqual([]);
  });

  it.each<readonly [string, InstanceTypeInfo, Partial<SourceImage>, string]>([
    [
      'does not boot as the source AMI does',
      { SupportedBootModes: ['legacy-bios'] },
      { BootMode: 'uefi' },
      'The instance type t2.micro boots by legacy-bios, and the source AMI ami-1 (secure) by uefi',
    ],
    [
      'takes other images',
      { SupportedVirtualizationTypes: ['hvm'] },
      { VirtualizationType: 'paravirtual' },
      'The instance type t2.micro takes hvm images, and the source AMI ami-1 (secure) is paravirtual',
    ],
    [
      'needs ENA',
      { NetworkInfo: { EnaSupport: 'required' } },
      { EnaSupport: false },
      'The instance type t2.micro needs an image with ENA (enhanced networking), and the source AMI ami-1 (secure) has it switched off',
    ],
    [
      'has no TPM',
      { NitroTpmSupport: 'unsupported' },
      { TpmSupport: 'v2.0' },
      'The instance type t2.micro has no NitroTPM, and the source AMI ami-1 (secure) needs one (v2.0)',
    ],
    [
      'is for spot instances only',
      { SupportedUsageClasses: ['spot'] },
      {},
      'The instance type t2.micro can not be had on demand',
    ],
  ])('for a type that %s', async (_, about, image, message) => {
    const info: InstanceTypeInfo = { InstanceType: 't2.micro', ...about };
    const source: SourceImage = { ImageId: 'ami-1', Name: 'secure', ...image };
    await expect(checkInstanceType(siteWith({ info }), Promise.resolve(source))).rejects.toMatchObject({
      code: 'instance-type-misfit',
      message,
      hint: expect.any(String),
    });
  });

  it('not for an image that boots either way, nor where nothing is known of the type', async () => {
    const info: InstanceTypeInfo = { InstanceType: 't2.micro', SupportedBootModes: ['legacy-bios'] };
    const preferred: SourceImage = { ImageId: 'ami-1', BootMode: 'uefi-preferred', TpmSupport: 'v2.0' };
    await expect(checkInstanceType(siteWith({ info }), Promise.resolve(preferred))).resolves.toBeUndefined();
  });

  it('for a subnet without a free address, unless another one that matches has some', async () => {
    const full: Subnet = { SubnetId: 'subnet-1', VpcId: 'vpc-1', AvailableIpAddressCount: 0 };
    const source = 'subnet_filter {\n  filters = { "tag:x" = "y" }\n  most_free = true\n}';
    await expect(chooseNetwork(siteWith({ source, subnets: [full] }))).rejects.toMatchObject({
      code: 'subnet-full',
      message: 'No private address is left in subnet-1 in us-east-1',
    });
    const other: Subnet = { SubnetId: 'subnet-2', VpcId: 'vpc-1', AvailableIpAddressCount: 7 };
    await expect(chooseNetwork(siteWith({ source, subnets: [full, other] }))).resolves.toMatchObject({
      subnetId: 'subnet-2',
    });
  });

  it('with all that is wrong told at once, each with its remedy', async () => {
    const source = `${MINIMUM.replace('t3.micro', 'm6g.large')}
ami_regions          = ["mars-north-1"]
subnet_id            = "subnet-00000000"
iam_instance_profile = "nobody"`;
    const rig = new Rig({ cloud: quick, wholeSource: source });
    const { error } = await rig.bake();
    const { message, code, hint } = error as BakeError;
    expect({ code, hint }).toEqual({ code: 'not-found', hint: undefined });
    expect(message.split('\n')).toEqual([
      '4 things are wrong:',
      expect.stringMatching(/^ {2}1\. .*subnet-00000000.* Check subnet_id, and that it is the build region's\.$/),
      expect.stringMatching(/^ {2}2\. The instance type m6g\.large is arm64, .*Take an instance_type for x86_64/),
      expect.stringMatching(/^ {2}3\. There is no region mars-north-1\. Enabled for this account: /),
      expect.stringMatching(/^ {2}4\. There is no IAM instance profile "nobody"\. /),
    ]);
    expect(rig.logs().filter((line) => line.startsWith('error'))).toEqual([]);
    expect(rig.calls().filter((call) => !/^(Describe|Get)/.test(call))).toEqual([]);
  });

  it('with one error only where the same hinders every call', async () => {
    const rig = new Rig({ cloud: { ...quick, acceptsAccessKey: () => false } });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ code: 'credentials-invalid', message: expect.not.stringContaining('things are') });
  });
});

describe('a source AMI', () => {
  it('that is deprecated, or will be within a month, is a warning', async () => {
    const rig = new Rig({ cloud: quick });
    const [image] =
      (
        await (
          await rig.connections.open({ region: 'us-east-1' })
        )
          .ec2('us-east-1')
          .describeImages({ Owners: ['099720109477'] }, new AbortController().signal)
      ).Images?.toSorted((a, b) => (b.CreationDate ?? '').localeCompare(a.CreationDate ?? '')) ?? [];
    const deprecated = Date.parse(image?.DeprecationTime ?? '');
    const logsAt = async (moment: number): Promise<string[]> => {
      await rig.clock.advance(moment - rig.clock.now());
      const source = MINIMUM.replace(/source_ami_filter \{[\s\S]*?\n\}/, `source_ami = "${image?.ImageId}"`)
        .replace('app-1', `app-${moment}`)
        .replace('t3.micro', image?.Architecture === 'arm64' ? 't4g.micro' : 't3.micro');
      const bake = new Rig({ shares: rig, wholeSource: source });
      expect((await bake.bake()).error).toBeUndefined();
      return bake.logs().filter((line) => line.includes('deprecated'));
    };
    const date = new Date(deprecated).toISOString().slice(0, 10);
    expect(await logsAt(deprecated - 40 * DAY_MS)).toEqual([]);
    expect(await logsAt(deprecated - 10 * DAY_MS)).toEqual([
      expect.stringContaining(
        `warning: The source AMI ${image?.ImageId} (${image?.Name}) is to be deprecated on ${date}`,
      ),
    ]);
    expect(await logsAt(deprecated + DAY_MS)).toEqual([
      expect.stringContaining(`is deprecated since ${date}: it may have known vulnerabilities`),
    ]);
  });
});
