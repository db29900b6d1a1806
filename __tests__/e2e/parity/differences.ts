import type { templates } from './templates.ts';

/** Differences between the requests of Packer 1.6.6 and of bake-ami, and why they are there. */
export interface Difference {
  readonly reason: string;
  /** In which templates they occur; in the others they must not. */
  readonly templates: readonly (keyof typeof templates)[];
  /** As `differencesOf` words them. */
  readonly requests: readonly string[];
}

const ALL = ['plain', 'shared', 'encrypted', 'encrypted copies', 'own doors', 'own disks'] as const;
/** Where there is a temporary key pair and a temporary security group. */
const OPENED = ['plain', 'shared', 'encrypted', 'encrypted copies', 'own disks'] as const;
/** Where the image of the instance is copied to be encrypted, and goes away. */
const ENCRYPTED = ['encrypted', 'encrypted copies'] as const;
const OWN_TAGS = 'build, expires-at, run, source-ami';
const IMAGE_TAGS = 'build, expires-at, fingerprint, inputs, run, source-ami';

/** What a call that makes these resources has beside Packer's, one line for each. */
function alone(call: string, resources: readonly string[], parameter: string): string[] {
  return resources.map((resource) => `${call}: bake-ami alone sends TagSpecification(${resource}).${parameter}`);
}

export const differences: readonly Difference[] = [
  // Deliberately different: README.md, "What is different from Packer", and docs/differences.md.
  {
    reason: 'The key pair is made here, ed25519, and imported, so that the private key never crosses the network.',
    templates: ['plain', 'encrypted', 'own disks'],
    requests: [
      'Packer alone: CreateKeyPair with KeyName = packer_<uuid>',
      `bake-ami alone: ImportKeyPair with KeyName = packer_<uuid>, PublicKeyMaterial = ssh-ed25519 …, TagSpecification(key-pair).Tag(bake-ami:*) = ${OWN_TAGS}`,
    ],
  },
  {
    reason: 'The same; run_tags are on the key pair too, as in newer versions of Packer.',
    templates: ['shared', 'encrypted copies'],
    requests: [
      'Packer alone: CreateKeyPair with KeyName = packer_<uuid>',
      `bake-ami alone: ImportKeyPair with KeyName = packer_<uuid>, PublicKeyMaterial = ssh-ed25519 …, TagSpecification(key-pair).Tag(Owner) = team, TagSpecification(key-pair).Tag(bake-ami:*) = ${OWN_TAGS}`,
    ],
  },
  {
    reason:
      'The temporary security group is open to this computer only: EC2 is on the loopback here, so that is where the machines see it. Where the template says who may come ("own disks"), both do as it says.',
    templates: ['plain', 'shared', 'encrypted', 'encrypted copies'],
    requests: ['AuthorizeSecurityGroupIngress: IpPermissions to = 0.0.0.0/0 by Packer, 127.0.0.0/8 by bake-ami'],
  },
  {
    reason: 'Whoever finds a security group left over sees whose it is.',
    templates: OPENED,
    requests: [
      'CreateSecurityGroup: GroupDescription = Temporary group for Packer by Packer, Temporary group for Packer (bake-ami) by bake-ami',
    ],
  },
  {
    reason:
      "The host key is planted, so that it can be verified; the dead man's switch ends the instance at the deadline, and its shutdown is its end.",
    templates: ALL,
    requests: [
      'RunInstances: InstanceInitiatedShutdownBehavior = stop by Packer, terminate by bake-ami',
      'RunInstances: bake-ami alone sends UserData = a host key, a boot hook that switches off',
    ],
  },
  {
    reason: 'Run and expiry are in the create calls of all that costs money, for the clean-up and for sweep.',
    templates: ALL,
    requests: [...alone('RunInstances', ['instance', 'network-interface', 'volume'], `Tag(bake-ami:*) = ${OWN_TAGS}`)],
  },
  {
    reason:
      'The same, of the image and its snapshots; the fingerprint is what they are found by when nothing has changed.',
    templates: ['plain', 'shared', 'own doors', 'own disks'],
    requests: alone('CreateImage', ['image', 'snapshot'], `Tag(bake-ami:*) = ${IMAGE_TAGS}`),
  },
  {
    reason: 'The same, of the intermediate image, which must not be found.',
    templates: ENCRYPTED,
    requests: alone('CreateImage', ['image', 'snapshot'], `Tag(bake-ami:*) = ${OWN_TAGS}`),
  },
  {
    reason: 'The same, of the temporary security group.',
    templates: OPENED,
    requests: alone('CreateSecurityGroup', ['security-group'], `Tag(bake-ami:*) = ${OWN_TAGS}`),
  },
  {
    reason: 'The same, of the encrypted copy.',
    templates: ENCRYPTED,
    requests: alone('CopyImage', ['image', 'snapshot'], `Tag(bake-ami:*) = ${IMAGE_TAGS}`),
  },
  {
    reason: 'The same, of the encrypted copy in another region.',
    templates: ['encrypted copies'],
    requests: alone('CopyImage in eu-west-1', ['image', 'snapshot'], `Tag(bake-ami:*) = ${IMAGE_TAGS}`),
  },
  {
    reason: 'The same, of the copies in other regions.',
    templates: ['shared'],
    requests: ['CopyImage in eu-west-1', 'CopyImage in us-west-2'].flatMap((call) =>
      alone(call, ['image', 'snapshot'], `Tag(bake-ami:*) = ${IMAGE_TAGS}`),
    ),
  },
  {
    reason: 'An image that is whole no longer expires; whether that can be said is tried before anything is made.',
    templates: ALL,
    requests: [
      'bake-ami alone: CreateTags as a dry run with ResourceId.1 = <us-east-1 ami 1>, Tag(bake-ami:expires-at) = never',
    ],
  },
  {
    reason: 'The same, where Packer has no tags to set.',
    templates: ['plain', 'own doors'],
    requests: [
      'bake-ami alone: CreateTags with ResourceId.1 = <us-east-1 ami 2>, ResourceId.2 = <us-east-1 snap 1>, Tag(bake-ami:expires-at) = never',
    ],
  },
  {
    reason: 'The same, of an image with two snapshots.',
    templates: ['own disks'],
    requests: [
      'bake-ami alone: CreateTags with ResourceId.1 = <us-east-1 ami 2>, ResourceId.2 = <us-east-1 snap 1>, ResourceId.3 = <us-east-1 snap 2>, Tag(bake-ami:expires-at) = never',
    ],
  },
  {
    reason:
      'Packer sets tags when the image is whole; they are in the create calls, and what is set then is the expiry.',
    templates: ENCRYPTED,
    requests: [
      'CreateTags: Packer alone sends Tag(Role) = vault',
      'CreateTags: bake-ami alone sends Tag(bake-ami:expires-at) = never',
      ...alone('CreateImage', ['image', 'snapshot'], 'Tag(Role) = vault'),
      ...alone('CopyImage', ['image', 'snapshot'], 'Tag(Role) = vault'),
    ],
  },
  {
    reason: 'The same in the other region of an encrypted image, with the tags of snapshots.',
    templates: ['encrypted copies'],
    requests: [
      'CreateTags in eu-west-1: Packer alone sends Tag(Role) = vault',
      'CreateTags in eu-west-1: bake-ami alone sends Tag(bake-ami:expires-at) = never',
      'Packer alone: CreateTags with ResourceId.1 = <us-east-1 snap 1>, Tag(Kind) = root',
      'Packer alone: CreateTags in eu-west-1 with ResourceId.1 = <eu-west-1 snap 1>, Tag(Kind) = root',
      ...alone('CopyImage in eu-west-1', ['image', 'snapshot'], 'Tag(Role) = vault'),
      ...['CreateImage', 'CopyImage', 'CopyImage in eu-west-1'].flatMap((call) =>
        alone(call, ['snapshot'], 'Tag(Kind) = root'),
      ),
    ],
  },
  {
    reason: 'The same in each region, with the tags of snapshots.',
    templates: ['shared'],
    requests: [
      ...['', ' in eu-west-1', ' in us-west-2'].flatMap((where) => [
        `CreateTags${where}: Packer alone sends Tag(Role) = web`,
        `CreateTags${where}: bake-ami alone sends Tag(bake-ami:expires-at) = never`,
      ]),
      'Packer alone: CreateTags with ResourceId.1 = <us-east-1 snap 1>, Tag(Kind) = root',
      'Packer alone: CreateTags in eu-west-1 with ResourceId.1 = <eu-west-1 snap 1>, Tag(Kind) = root',
      'Packer alone: CreateTags in us-west-2 with ResourceId.1 = <us-west-2 snap 1>, Tag(Kind) = root',
      ...['CreateImage', 'CopyImage in eu-west-1', 'CopyImage in us-west-2'].flatMap((call) => [
        ...alone(call, ['image', 'snapshot'], 'Tag(Role) = web'),
        ...alone(call, ['snapshot'], 'Tag(Kind) = root'),
      ]),
    ],
  },
  {
    reason: 'The description is in the create calls, which saves a call in each region.',
    templates: ['shared'],
    requests: [
      ...['CreateImage', 'CopyImage in eu-west-1', 'CopyImage in us-west-2'].map(
        (call) => `${call}: bake-ami alone sends Description = for others`,
      ),
      'Packer alone: ModifyImageAttribute with Description.Value = for others, ImageId = <us-east-1 ami 2>',
      'Packer alone: ModifyImageAttribute in eu-west-1 with Description.Value = for others, ImageId = <eu-west-1 ami 1>',
      'Packer alone: ModifyImageAttribute in us-west-2 with Description.Value = for others, ImageId = <us-west-2 ami 1>',
    ],
  },
  {
    reason: 'The same of an encrypted image, whose description tells its source.',
    templates: ['encrypted copies'],
    requests: [
      ...['CreateImage', 'CopyImage', 'CopyImage in eu-west-1'].map(
        (call) => `${call}: bake-ami alone sends Description = of <us-east-1 ami 1>`,
      ),
      'Packer alone: ModifyImageAttribute with Description.Value = of <us-east-1 ami 1>, ImageId = <us-east-1 ami 3>',
      'Packer alone: ModifyImageAttribute in eu-west-1 with Description.Value = of <us-east-1 ami 1>, ImageId = <eu-west-1 ami 1>',
    ],
  },
  {
    reason: 'An image that goes away once it is encrypted says whose it is, for whoever finds it.',
    templates: ENCRYPTED,
    requests: ['CreateImage: Name = … by Packer, bake-ami-intermediate-… by bake-ami'],
  },
  {
    reason: 'An instance type that does not exist, or does not fit the source image, is told before anything is made.',
    templates: ALL,
    requests: ['bake-ami alone looks: DescribeInstanceTypes'],
  },
  {
    reason:
      'A subnet without a way to the internet is told before anything is made, where the machine is reached at its public address.',
    templates: ['own doors'],
    requests: ['bake-ami alone looks: DescribeRouteTables'],
  },
  {
    reason: 'A key pair that does not exist is told before anything is made.',
    templates: ['own doors'],
    requests: ['bake-ami alone looks: DescribeKeyPairs'],
  },

  // Newer versions of Packer.
  {
    reason: "Newer versions say what the account's defaults would decide: credits of burstable types, reservations.",
    templates: ALL,
    requests: [
      'RunInstances: bake-ami alone sends CapacityReservationSpecification.CapacityReservationPreference = none',
      'RunInstances: bake-ami alone sends CreditSpecification.CpuCredits = standard',
    ],
  },
  {
    reason:
      'Packer 1.6.6 ignores associate_public_ip_address without a subnet; newer versions look for one whose zone has the type.',
    templates: ['own doors'],
    requests: [
      'bake-ami alone looks: DescribeInstanceTypeOfferings',
      'bake-ami alone looks: DescribeSubnets',
      'RunInstances: Packer alone sends SecurityGroupId.1 = <us-east-1 sg 1>',
      'RunInstances: bake-ami alone sends NetworkInterface.1.AssociatePublicIpAddress = true',
      'RunInstances: bake-ami alone sends NetworkInterface.1.DeleteOnTermination = true',
      'RunInstances: bake-ami alone sends NetworkInterface.1.DeviceIndex = 0',
      'RunInstances: bake-ami alone sends NetworkInterface.1.SecurityGroupId.1 = <us-east-1 sg 1>',
      'RunInstances: bake-ami alone sends NetworkInterface.1.SubnetId = <us-east-1 subnet 1>',
      'RunInstances: bake-ami alone sends Placement.AvailabilityZone = us-east-1a',
    ],
  },
  {
    reason:
      'In newer versions run_tags are on the security group and the network interface too, and the image inherits them.',
    templates: ['shared'],
    requests: [
      ...alone('CreateSecurityGroup', ['security-group'], 'Tag(Owner) = team'),
      ...alone('RunInstances', ['network-interface'], 'Tag(Owner) = team'),
      ...['CreateImage', 'CopyImage in eu-west-1', 'CopyImage in us-west-2'].flatMap((call) =>
        alone(call, ['image', 'snapshot'], 'Tag(Owner) = team'),
      ),
    ],
  },

  {
    reason: 'The same, where the image is encrypted: its copies have them too.',
    templates: ['encrypted copies'],
    requests: [
      ...alone('CreateSecurityGroup', ['security-group'], 'Tag(Owner) = team'),
      ...alone('RunInstances', ['network-interface'], 'Tag(Owner) = team'),
      ...['CreateImage', 'CopyImage', 'CopyImage in eu-west-1'].flatMap((call) =>
        alone(call, ['image', 'snapshot'], 'Tag(Owner) = team'),
      ),
    ],
  },

  // The same with fewer calls or parameters.
  {
    reason: 'Packer names the accounts twice, also in the older UserId; EC2 needs one of them.',
    templates: ['shared'],
    requests: ['', ' in eu-west-1', ' in us-west-2'].flatMap((where) => [
      `ModifyImageAttribute${where}: Packer alone sends UserId.1 = 210987654321`,
      `ModifySnapshotAttribute${where}: Packer alone sends UserId.1 = 210987654321`,
    ]),
  },
  {
    reason: 'Packer asks until the new group is there; the call that needs it says whether it is.',
    templates: OPENED,
    requests: ['Packer alone looks: DescribeSecurityGroups'],
  },
  {
    reason:
      'Packer looks for volumes that outlived the instance; here they are known from the instance, before it ends.',
    templates: ALL,
    requests: ['Packer alone looks: DescribeVolumes'],
  },
  {
    reason:
      'Of the image that goes away only the snapshots that EC2 made for it are deleted, not those that a template maps into it.',
    templates: ENCRYPTED,
    requests: ['bake-ami alone looks: DescribeSnapshots'],
  },
];
