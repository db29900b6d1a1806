import { describe, expect, it } from '@jest/globals';
import { tagMap } from '../../../src/aws/tags.ts';
import { IncompleteArtifactError } from '../../../src/kernel/errors.ts';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { type CallRecord, type Fault, quickDelays } from '../../../src/local-cloud/options.ts';
import { Rig } from './support/rig.ts';

const quick = { delays: quickDelays };

const isNoDryRun = ({ parameters }: CallRecord): boolean => parameters['DryRun'] === undefined;

describe('the name of an image', () => {
  it('must be free: otherwise the build ends before anything is made', async () => {
    const rig = new Rig({ cloud: quick });
    const first = await rig.bake();
    const id = first.artifact?.summary.images[0]?.id;
    const before = rig.cloud.calls.length;
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'ami-name-taken',
      message: `There is an AMI with the name "app-1" already: ${id} in us-east-1`,
      hint: 'Make the name unique, for example with {{timestamp}} in ami_name, or replace the older image with force_deregister = true (or -force).',
    });
    expect(
      rig
        .calls()
        .slice(before)
        .filter((action) => !/^(Describe|Get)/.test(action)),
    ).toEqual([]);
  });

  it('is taken by an image that is disabled, too', async () => {
    const rig = new Rig({ cloud: quick });
    const { artifact } = await rig.bake();
    const [image] = artifact?.summary.images ?? [];
    const aws = await rig.connections.open({ region: 'us-east-1' });
    await aws.ec2('us-east-1').disableImage({ ImageId: image?.id }, new AbortController().signal);
    const before = rig.calls().length;
    expect((await rig.bake()).error).toMatchObject({
      code: 'ami-name-taken',
      message: `There is an AMI with the name "app-1" already: ${image?.id} in us-east-1 (disabled)`,
    });
    expect(rig.calls().slice(before)).not.toContain('RunInstances');
    const forced = new Rig({ shares: rig, force: true });
    expect((await forced.bake()).error).toBeUndefined();
  });

  it('must be free in every region that the image goes to', async () => {
    const rigWithCopies = new Rig({ cloud: quick, source: 'ami_regions = ["eu-west-1"]' });
    await rigWithCopies.bake();
    const second = await rigWithCopies.bake();
    expect(second.error).toMatchObject({
      code: 'ami-name-taken',
      message: expect.stringMatching(/already: ami-\w+ in us-east-1, ami-\w+ in eu-west-1$/),
    });
  });

  it('stays the one of the build that came first where two builds of a run replace it at the same moment', async () => {
    const first = new Rig({ cloud: quick, force: true });
    const second = new Rig({ shares: first, force: true, buildName: 'test.amazon-ebs.other' });
    const outcomes = await Promise.all([first.bake(), second.bake()]);
    const made = outcomes.flatMap(({ artifact }) => artifact?.summary.images ?? []);
    expect(outcomes.flatMap(({ error }) => (error === undefined ? [] : [error]))).toEqual([
      expect.objectContaining({ message: expect.stringContaining('InvalidAMIName.Duplicate') }),
    ]);
    expect((await first.ownImages()).map(({ ImageId }) => ImageId)).toEqual(made.map(({ id }) => id));
    assertEmpty(first.cloud);
  });

  it.each([
    ['force_deregister = true', false],
    ['', true],
  ])(
    'is taken over with %j or -force: the older image goes right before, its snapshots stay',
    async (source, force) => {
      const rig = new Rig({ cloud: quick, source, force });
      const first = await rig.bake();
      const before = rig.cloud.calls.length;
      const second = await rig.bake();
      expect(second.error).toBeUndefined();
      const calls = rig.calls().slice(before);
      expect(calls[calls.indexOf('DeregisterImage') + 1]).toBe('CreateImage');
      expect(calls).not.toContain('DeleteSnapshot');
      const images = await rig.ownImages();
      expect(images.map(({ ImageId }) => ImageId)).toEqual([second.artifact?.summary.images[0]?.id]);
      expect(images[0]?.ImageId).not.toBe(first.artifact?.summary.images[0]?.id);
    },
  );

  it('takes the snapshots of the older image too with force_delete_snapshot, once the new one is available', async () => {
    const rig = new Rig({ cloud: quick, source: 'force_deregister = true\nforce_delete_snapshot = true' });
    await rig.bake();
    const before = rig.cloud.calls.length;
    await rig.bake();
    const calls = rig.calls().slice(before);
    expect(calls.indexOf('DeleteSnapshot')).toBeGreaterThan(calls.lastIndexOf('DescribeImages'));
    assertEmpty(rig.cloud);
  });

  it('is not taken over from an image that is protected: that is said before anything is made', async () => {
    const rig = new Rig({
      cloud: quick,
      source: 'ami_regions = ["eu-west-1"]\nderegistration_protection {\n  enabled = true\n}',
      force: true,
    });
    const first = await rig.bake();
    const [ireland, virginia] = first.artifact?.summary.images ?? [];
    const before = rig.cloud.calls.length;
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'ami-protected',
      message: `The AMI with the name "app-1" is protected from being deregistered: ${virginia?.id} in us-east-1, ${ireland?.id} in eu-west-1`,
      hint: expect.stringContaining(
        `aws ec2 disable-image-deregistration-protection --region us-east-1 --image-id ${virginia?.id}`,
      ),
    });
    expect(rig.calls().slice(before)).not.toContain('ImportKeyPair');
  });

  it('adopts the image whose answer was lost, instead of calling its own name taken', async () => {
    const rig = new Rig({ cloud: { ...quick, faults: [{ action: 'CreateImage', call: 1, fault: 'drop-answer' }] } });
    const { error, artifact } = await rig.bake();
    expect(error).toBeUndefined();
    expect(artifact?.summary.images).toHaveLength(1);
    expect(rig.calls().filter((action) => action === 'CreateImage')).toHaveLength(2);
  });
});

describe('copies to other regions', () => {
  it('are made side by side, have the tags from the start, and are listed with the first image', async () => {
    const rig = new Rig({
      cloud: quick,
      source: 'ami_regions = ["eu-west-1", "us-west-2", "us-east-1"]\ntags = { Name = "app" }',
    });
    const { artifact, error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(artifact?.summary.images.map(({ region }) => region)).toEqual(['eu-west-1', 'us-east-1', 'us-west-2']);
    expect(artifact?.summary.id).toMatch(/^eu-west-1:ami-\w+,us-east-1:ami-\w+,us-west-2:ami-\w+$/);
    const [image] = await rig.ownImages('eu-west-1');
    expect(image?.Tags).toEqual(expect.arrayContaining([{ Key: 'Name', Value: 'app' }]));
    const copies = rig.realCalls.filter(({ action }) => action === 'CopyImage');
    expect(copies.map(({ at }) => at)).toEqual([copies[0]?.at, copies[0]?.at]);
  });

  it('keep what could be made when one of them fails, and the error says what that is', async () => {
    const rig = new Rig({
      cloud: {
        ...quick,
        faults: [
          {
            action: 'CopyImage',
            when: ({ region }) => region === 'eu-west-1',
            fault: { error: 'ImageLimitExceeded', message: 'Too many.', status: 400 },
          },
        ],
      },
      source: 'ami_regions = ["eu-west-1", "us-west-2"]',
    });
    const { error } = await rig.bake();
    expect(error).toBeInstanceOf(IncompleteArtifactError);
    expect(error).toMatchObject({
      code: 'quota-exceeded',
      message: expect.stringMatching(
        /^AWS refused ec2:CopyImage in eu-west-1 \(ImageLimitExceeded\): Too many\. Finished and kept: ami-\w+ in us-east-1, ami-\w+ in us-west-2$/,
      ),
      hint: expect.stringMatching(
        /`aws ec2 copy-image --region eu-west-1 --source-region us-east-1 --source-image-id ami-\w+ --name "app-1" --copy-image-tags` Or run/,
      ),
      artifact: { images: [{ region: 'us-east-1' }, { region: 'us-west-2' }] },
    });
    expect(await rig.ownImages()).toHaveLength(1);
    expect(await rig.ownImages('us-west-2')).toHaveLength(1);
    assertEmpty(rig.cloud);
  });

  it('must be to regions that exist', async () => {
    const rig = new Rig({ cloud: quick, source: 'ami_regions = ["eu-wset-1"]' });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'unknown-region',
      message: 'There is no region eu-wset-1',
      hint: 'Did you mean "eu-west-1"? Enabled for this account: eu-central-1, eu-west-1, us-east-1, us-east-2, us-west-2.',
    });
  });
});

describe('an encrypted image', () => {
  it('is a copy of an intermediate one that is gone afterwards', async () => {
    const rig = new Rig({
      cloud: quick,
      source:
        'encrypt_boot = true\nkms_key_id = "alias/images"\nami_regions = ["eu-west-1"]\nregion_kms_key_ids = { eu-west-1 = "" }',
    });
    const { artifact, error } = await rig.bake();
    expect(error).toBeUndefined();
    const images = await rig.ownImages();
    expect(images.map(({ Name }) => Name)).toEqual(['app-1']);
    expect(images[0]?.BlockDeviceMappings?.[0]?.Ebs?.Encrypted).toBe(true);
    expect(rig.call('CreateImage')['Name']).toMatch(/^bake-ami-intermediate-/);
    const keys = rig.realCalls
      .filter(({ action }) => action === 'CopyImage')
      .map(({ region, parameters }) => [region, parameters['Encrypted'], parameters['KmsKeyId']]);
    expect(keys).toEqual([
      ['us-east-1', 'true', 'alias/images'],
      ['eu-west-1', 'true', undefined],
    ]);
    expect(artifact?.summary.images.map(({ region }) => region)).toEqual(['eu-west-1', 'us-east-1']);
    assertEmpty(rig.cloud);
  });

  it('asks for unencrypted copies with encrypt_boot = false, and for nothing without it', async () => {
    const asked = async (source: string): Promise<string | undefined> => {
      const rig = new Rig({ cloud: quick, source: `ami_regions = ["eu-west-1"]\n${source}` });
      await rig.bake();
      return rig.call('CopyImage')['Encrypted'];
    };
    expect(await asked('encrypt_boot = false')).toBe('false');
    expect(await asked('')).toBeUndefined();
  });
});

describe('an image that is not to stay in the build region', () => {
  it('is only in the others afterwards', async () => {
    const rig = new Rig({ cloud: quick, source: 'skip_save_build_region = true\nami_regions = ["eu-west-1"]' });
    const { artifact, error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(artifact?.summary.images.map(({ region }) => region)).toEqual(['eu-west-1']);
    expect(await rig.ownImages()).toEqual([]);
    assertEmpty(rig.cloud);
  });
});

describe('an image that can not be watched any more', () => {
  const denied = {
    error: 'UnauthorizedOperation',
    message: 'You are not authorized to perform this operation.',
    status: 403,
  };
  const unwatchable = (rig: Rig) =>
    rig.cloud.addFault({
      action: 'DescribeImages',
      when: ({ parameters }) => parameters['Filter.1.Name'] === 'image-id',
      fault: denied,
    });

  it('is marked as lasting, so that no sweep takes it', async () => {
    const rig = new Rig({ cloud: quick });
    const fail = unwatchable(rig);
    await rig.bake();
    fail();
    const [image] = await rig.ownImages();
    expect(tagMap(image?.Tags)).toMatchObject({ 'bake-ami:expires-at': 'never' });
  });

  it.each<[string, Fault, string]>([
    ['denied', denied, 'ec2:CreateTags'],
    ['silent', 'hang', 'no answer within 10 seconds'],
  ])('says that a sweep may take it when tagging is %s', async (_, fault, why) => {
    const rig = new Rig({ cloud: { ...quick, faults: [{ action: 'CreateTags', when: isNoDryRun, fault }] } });
    unwatchable(rig);
    const { error } = await rig.bake();
    expect(error).toMatchObject({ code: 'image-not-watched' });
    const [warning = ''] = rig.logs().filter((line) => line.includes('expires-at'));
    expect(warning).toMatch(
      /^warning: ami-\w+ in us-east-1 keeps its tag bake-ami:expires-at, so a sweep may remove it: /,
    );
    expect(warning).toContain(why);
    expect(rig.clock.sleeping).toBe(0);
  });

  it('is left alone, because it may still be growing', async () => {
    const rig = new Rig({ cloud: quick });
    const fail = unwatchable(rig);
    const { error } = await rig.bake();
    fail();
    expect(error).toMatchObject({
      code: 'image-not-watched',
      category: 'auth',
      hint: expect.stringContaining('It was left as it is and may become available'),
    });
    expect(rig.events).toContainEqual(
      expect.objectContaining({ type: 'resource-kept', reason: expect.stringContaining('may still be growing') }),
    );
    await rig.clock.sleep(60_000);
    expect((await rig.ownImages()).map(({ State }) => State)).toEqual(['available']);
  });
});

describe('attributes of an image', () => {
  it('are set in all regions, and the snapshots are shared too', async () => {
    const rig = new Rig({
      cloud: quick,
      source: `
        ami_users          = ["111122223333"]
        ami_groups         = ["all"]
        ami_product_codes  = ["abc"]
        imds_support       = "v2.0"
        snapshot_users     = ["111122223333"]
        deprecate_at       = "2027-01-31T00:00:00Z"
        ami_regions        = ["eu-west-1"]
        deregistration_protection { enabled = true }
      `,
    });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    for (const region of ['us-east-1', 'eu-west-1']) {
      const [image] = await rig.ownImages(region);
      expect(image).toMatchObject({
        Public: true,
        ImdsSupport: 'v2.0',
        DeprecationTime: '2027-01-31T00:00:00.000Z',
        DeregistrationProtection: 'enabled-without-cooldown',
      });
      const permission = rig.realCalls.find(
        (call) => call.region === region && 'LaunchPermission.Add.1.Group' in call.parameters,
      );
      expect(permission?.parameters).toMatchObject({
        'LaunchPermission.Add.1.Group': 'all',
        'LaunchPermission.Add.2.UserId': '111122223333',
      });
      expect(rig.cloud.calls).toContainEqual(expect.objectContaining({ region, action: 'ModifySnapshotAttribute' }));
    }
  });
});

describe('a region in which one of the last calls is denied', () => {
  const source = `
    ami_regions     = ["eu-west-1", "us-west-2"]
    ami_users       = ["111122223333"]
    snapshot_users  = ["111122223333"]
    deprecate_at    = "2027-01-31T00:00:00Z"
    deregistration_protection {
      enabled = true
    }
  `;
  const deniedIn = (action: string, region: string) => ({
    action,
    when: (call: { readonly region: string }) => call.region === region,
    fault: {
      error: 'UnauthorizedOperation',
      message: 'You are not authorized to perform this operation.',
      status: 403,
    },
  });

  it.each(['ModifyImageAttribute', 'ModifySnapshotAttribute', 'EnableImageDeprecation'])(
    'has no image after %s, is named, and the others are finished and kept',
    async (action) => {
      const rig = new Rig({ cloud: { ...quick, faults: [deniedIn(action, 'eu-west-1')] }, source });
      const { error, left } = await rig.bake();
      expect(error).toBeInstanceOf(IncompleteArtifactError);
      expect(error).toMatchObject({
        category: 'auth',
        message: expect.stringMatching(
          new RegExp(`ec2:${action}.* Finished and kept: ami-\\w+ in us-east-1, ami-\\w+ in us-west-2$`, 's'),
        ),
        hint: expect.stringContaining(`ec2:${action}`),
        artifact: { images: [{ region: 'us-east-1' }, { region: 'us-west-2' }] },
      });
      expect(left).toEqual([]);
      expect(await rig.ownImages('eu-west-1')).toEqual([]);
      for (const region of ['us-east-1', 'us-west-2']) {
        expect((await rig.ownImages(region))[0]).toMatchObject({
          DeregistrationProtection: 'enabled-without-cooldown',
        });
      }
      assertEmpty(rig.cloud);
    },
  );

  it('keeps the image that could not be protected, which is the last thing of all', async () => {
    const action = 'EnableImageDeregistrationProtection';
    const rig = new Rig({ cloud: { ...quick, faults: [deniedIn(action, 'eu-west-1')] }, source });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /Finished and kept: ami-\w+ in us-east-1, ami-\w+ in eu-west-1, ami-\w+ in us-west-2$/,
      ),
    });
    expect(await rig.ownImages('eu-west-1')).toHaveLength(1);
    const calls = rig.calls();
    expect(calls.indexOf(action)).toBeGreaterThan(
      Math.max(...['ModifyImageAttribute', 'CreateTags', 'CopyImage'].map((name) => calls.lastIndexOf(name))),
    );
  });

  it('does not wait for ever to delete the snapshots of the older image where another image is made of them', async () => {
    const rig = new Rig({ cloud: quick, source: 'force_deregister = true\nforce_delete_snapshot = true' });
    await rig.bake();
    const fault = { error: 'InvalidSnapshot.InUse', message: 'The snapshot is currently in use by ami-0123' };
    rig.cloud.addFault({ action: 'DeleteSnapshot', fault });
    const start = rig.clock.monotonic();
    const { error } = await rig.bake();
    expect(error).toBeInstanceOf(IncompleteArtifactError);
    expect(error).toMatchObject({
      code: 'in-use',
      message: expect.stringContaining('currently in use by ami-0123'),
      hint: expect.stringContaining('deregister'),
    });
    expect(rig.clock.monotonic() - start).toBeLessThan(5 * 60_000);
  }, 20_000);

  it('keeps the new image where the snapshots of the older one can not be deleted', async () => {
    const rig = new Rig({ cloud: quick, source: 'force_deregister = true\nforce_delete_snapshot = true' });
    await rig.bake();
    rig.cloud.addFault(deniedIn('DeleteSnapshot', 'us-east-1'));
    const { error } = await rig.bake();
    expect(error).toBeInstanceOf(IncompleteArtifactError);
    expect(error).toMatchObject({ hint: expect.stringContaining('ec2:DeleteSnapshot') });
    expect(await rig.ownImages()).toHaveLength(1);
  });
});

describe('tags', () => {
  it('mark everything from the create call on; run_tags go to the image, and tags before them', async () => {
    const rig = new Rig({
      cloud: quick,
      source: `
        run_tags        = { Team = "web", Name = "builder" }
        run_volume_tags = { Volume = "yes" }
        tags            = { Name = "app", Base = "{{ .SourceAMI }}" }
        tag {
          key   = "Base"
          value = "block"
        }
        tag {
          key = "Flag"
        }
        snapshot_tags   = { Name = "snapshot" }
      `,
    });
    await rig.bake();
    const ours = {
      'bake-ami:run': 'run1',
      'bake-ami:build': 'test.amazon-ebs.machine',
      'bake-ami:expires-at': expect.stringMatching(/^2026-01-02T09:04:05\.0\d\dZ$/),
      'bake-ami:commit': 'c0ffee',
      'bake-ami:source-ami': rig.call('RunInstances')['ImageId'],
    };
    const blocks = { Base: 'block', Flag: '' };
    expect(tagsOf(rig, 'RunInstances', 'instance')).toEqual({ ...ours, Team: 'web', Name: 'builder' });
    expect(tagsOf(rig, 'RunInstances', 'volume')).toEqual({ ...ours, Volume: 'yes' });
    expect(tagsOf(rig, 'RunInstances', 'network-interface')).toEqual({ ...ours, Team: 'web', Name: 'builder' });
    expect(tagsOf(rig, 'ImportKeyPair', 'key-pair')).toEqual({ ...ours, Team: 'web', Name: 'builder' });
    expect(tagsOf(rig, 'CreateSecurityGroup', 'security-group')).toEqual({ ...ours, Team: 'web', Name: 'builder' });
    expect(tagsOf(rig, 'CreateImage', 'image')).toEqual({ ...ours, Team: 'web', Name: 'app', ...blocks });
    expect(tagsOf(rig, 'CreateImage', 'snapshot')).toEqual({ ...ours, Team: 'web', Name: 'snapshot', ...blocks });
  });

  it('no longer let a finished image expire', async () => {
    const rig = new Rig({ cloud: quick });
    await rig.bake();
    const [image] = await rig.ownImages();
    expect(image?.Tags).toContainEqual({ Key: 'bake-ami:expires-at', Value: 'never' });
    expect(rig.call('CreateTags')['ResourceId.2']).toBe(image?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId);
  });

  it('are made up for where an emulator can not tag in the create call', async () => {
    const rig = new Rig({
      cloud: quick,
      source: 'tags = { Name = "app" }\nsnapshot_tags = { Name = "snapshot" }',
      cannotDo: (request) => request.get('Action') === 'CreateImage' && request.has('TagSpecification.2.ResourceType'),
    });
    const { error, artifact } = await rig.bake();
    expect(error).toBeUndefined();
    const [image] = await rig.ownImages();
    expect(image?.Tags).toEqual(
      expect.arrayContaining([
        { Key: 'Name', Value: 'app' },
        { Key: 'bake-ami:run', Value: 'run1' },
        { Key: 'bake-ami:expires-at', Value: 'never' },
      ]),
    );
    const aws = await rig.connections.open({ region: 'us-east-1' });
    const { Snapshots } = await aws
      .ec2('us-east-1')
      .describeSnapshots(
        { SnapshotIds: [...(artifact?.summary.images[0]?.snapshotIds ?? [])] },
        new AbortController().signal,
      );
    expect(Snapshots?.[0]?.Tags).toEqual(
      expect.arrayContaining([
        { Key: 'Name', Value: 'snapshot' },
        { Key: 'bake-ami:expires-at', Value: 'never' },
      ]),
    );
  });

  it('of the run stay off the image with skip_ami_run_tags; the instance is a "Packer Builder" by default', async () => {
    const rig = new Rig({ cloud: quick, source: 'run_tags = { Team = "web" }\nskip_ami_run_tags = true' });
    await rig.bake();
    expect(tagsOf(rig, 'CreateImage', 'image')).not.toHaveProperty('Team');
    expect(tagsOf(rig, 'RunInstances', 'instance')).toMatchObject({ Team: 'web', Name: 'Packer Builder' });
  });
});

/** The tags for one kind of resource in the first call of an action. */
function tagsOf(rig: Rig, action: string, type: string): Record<string, string> {
  const parameters = rig.call(action);
  const index = Object.entries(parameters)
    .find(([name, value]) => /^TagSpecification\.\d+\.ResourceType$/.test(name) && value === type)?.[0]
    .split('.')[1];
  const tags: Record<string, string> = {};
  for (let n = 1; ; n += 1) {
    const key = parameters[`TagSpecification.${index}.Tag.${n}.Key`];
    if (key === undefined) return tags;
    tags[key] = parameters[`TagSpecification.${index}.Tag.${n}.Value`] ?? '';
  }
}
