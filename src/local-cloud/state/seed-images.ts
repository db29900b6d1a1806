import { stableHex } from './identifiers.ts';
import type { RegionState } from './region-state.ts';
import type { Image } from './resources.ts';

/** A line of images that a publisher keeps renewing. */
interface ImageLine {
  /** The name with `{arch}` and `{date}` (YYYYMMDD) in it, for the dates in `dates`. */
  readonly name: string;
  readonly description: string;
  readonly owner: Publisher;
  readonly architectures: readonly { readonly ours: Image['architecture']; readonly theirs: string }[];
  readonly rootDeviceName: string;
  /** GiB. */
  readonly size: number;
  readonly volumeType: 'gp2' | 'gp3';
  readonly defaultUser: string;
  readonly imdsSupport?: 'v2.0';
  readonly platform?: 'windows';
}

interface Publisher {
  readonly id: string;
  /** Amazon's own images and the marketplace have one. */
  readonly alias?: string;
}

/** The newest one is last. A publisher's real cadence does not matter: `most_recent` has something to choose from. */
const DATES = ['20250610', '20250925', '20251203'];

const CANONICAL: Publisher = { id: '099720109477' };
const AMAZON: Publisher = { id: '137112412989', alias: 'amazon' };
const AMAZON_WINDOWS: Publisher = { id: '801119661308', alias: 'amazon' };
const AMAZON_ECS: Publisher = { id: '591542846629', alias: 'amazon' };
const DEBIAN: Publisher = { id: '136693071363' };
const RED_HAT: Publisher = { id: '309956199498' };
const ROCKY: Publisher = { id: '792107900819' };

const DEBIAN_WORDS = [
  { ours: 'x86_64', theirs: 'amd64' },
  { ours: 'arm64', theirs: 'arm64' },
] as const;
const KERNEL_WORDS = [
  { ours: 'x86_64', theirs: 'x86_64' },
  { ours: 'arm64', theirs: 'arm64' },
] as const;
const RPM_WORDS = [
  { ours: 'x86_64', theirs: 'x86_64' },
  { ours: 'arm64', theirs: 'aarch64' },
] as const;

const UBUNTU_RELEASES = [
  { codename: 'xenial', version: '16.04', store: 'hvm-ssd' },
  { codename: 'bionic', version: '18.04', store: 'hvm-ssd' },
  { codename: 'focal', version: '20.04', store: 'hvm-ssd' },
  { codename: 'jammy', version: '22.04', store: 'hvm-ssd' },
  { codename: 'noble', version: '24.04', store: 'hvm-ssd-gp3' },
  { codename: 'resolute', version: '26.04', store: 'hvm-ssd-gp3' },
] as const;

function ubuntuLines(): ImageLine[] {
  return UBUNTU_RELEASES.flatMap(({ codename, version, store }) =>
    (['server', 'minimal'] as const).map((flavour): ImageLine => {
      const family = flavour === 'server' ? 'ubuntu' : 'ubuntu-minimal';
      return {
        name: `${family}/images/${store}/ubuntu-${codename}-${version}-{arch}-${flavour}-{date}`,
        description: `Canonical, Ubuntu, ${version} LTS, {arch} ${codename} image build on {date}`,
        owner: CANONICAL,
        architectures: DEBIAN_WORDS,
        rootDeviceName: '/dev/sda1',
        size: 8,
        volumeType: store === 'hvm-ssd' ? 'gp2' : 'gp3',
        defaultUser: 'ubuntu',
      };
    }),
  );
}

function debianLine(release: number): ImageLine {
  return {
    name: `debian-${release}-{arch}-{date}-1890`,
    description: `Debian ${release} ({date}-1890)`,
    owner: DEBIAN,
    architectures: DEBIAN_WORDS,
    rootDeviceName: '/dev/xvda',
    size: 8,
    volumeType: 'gp3',
    defaultUser: 'admin',
  };
}

function amazonLine(name: string, description: string, volumeType: 'gp2' | 'gp3', owner = AMAZON): ImageLine {
  return {
    name,
    description,
    owner,
    architectures: KERNEL_WORDS,
    rootDeviceName: '/dev/xvda',
    size: 8,
    volumeType,
    defaultUser: 'ec2-user',
    ...(name.startsWith('al2023') ? { imdsSupport: 'v2.0' } : {}),
  };
}

const LINES: readonly ImageLine[] = [
  ...ubuntuLines(),
  debianLine(11),
  debianLine(12),
  debianLine(13),
  amazonLine('amzn2-ami-hvm-2.0.{date}.0-{arch}-gp2', 'Amazon Linux 2 AMI 2.0.{date}.0 {arch} HVM gp2', 'gp2'),
  amazonLine(
    'amzn2-ami-kernel-5.10-hvm-2.0.{date}.0-{arch}-gp2',
    'Amazon Linux 2 Kernel 5.10 AMI 2.0.{date}.0 {arch} HVM gp2',
    'gp2',
  ),
  amazonLine(
    'al2023-ami-2023.9.{date}.0-kernel-6.1-{arch}',
    'Amazon Linux 2023 AMI 2023.9.{date}.0 {arch} HVM kernel-6.1',
    'gp3',
  ),
  amazonLine(
    'al2023-ami-minimal-2023.9.{date}.0-kernel-6.1-{arch}',
    'Amazon Linux 2023 AMI 2023.9.{date}.0 {arch} Minimal HVM kernel-6.1',
    'gp3',
  ),
  amazonLine(
    'amzn2-ami-ecs-hvm-2.0.{date}-{arch}-ebs',
    'Amazon Linux AMI 2.0.{date} {arch} ECS HVM GP2',
    'gp2',
    AMAZON_ECS,
  ),
  {
    name: 'RHEL-9.6.0_HVM-{date}-{arch}-0-Hourly2-GP3',
    description: 'Provided by Red Hat, Inc.',
    owner: RED_HAT,
    architectures: KERNEL_WORDS,
    rootDeviceName: '/dev/sda1',
    size: 10,
    volumeType: 'gp3',
    defaultUser: 'ec2-user',
  },
  {
    name: 'Rocky-9-EC2-Base-9.6-{date}.0.{arch}',
    description: 'Rocky-9-EC2-Base-9.6-{date}.0.{arch}',
    owner: ROCKY,
    architectures: RPM_WORDS,
    rootDeviceName: '/dev/sda1',
    size: 10,
    volumeType: 'gp3',
    defaultUser: 'rocky',
  },
  ...['2016', '2019', '2022', '2025'].map(
    (year): ImageLine => ({
      name: `Windows_Server-${year}-English-Full-Base-{dotted}`,
      description: `Microsoft Windows Server ${year} with Desktop Experience Locale English AMI provided by Amazon`,
      owner: AMAZON_WINDOWS,
      architectures: [{ ours: 'x86_64', theirs: 'x86_64' }],
      rootDeviceName: '/dev/sda1',
      size: 30,
      volumeType: 'gp2',
      defaultUser: 'Administrator',
      platform: 'windows',
    }),
  ),
];

/** Puts the public images into a region that templates commonly start from, with identifiers that never change. */
export function seedImages(region: RegionState): void {
  for (const line of LINES) {
    for (const architecture of line.architectures) {
      for (const date of DATES) seedImage(region, line, architecture, date);
    }
  }
}

function seedImage(
  region: RegionState,
  line: ImageLine,
  architecture: ImageLine['architectures'][number],
  date: string,
): void {
  const dashed = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  const fill = (text: string): string =>
    text
      .replaceAll('{arch}', architecture.theirs)
      .replaceAll('{date}', date)
      .replaceAll('{dotted}', dashed.replaceAll('-', '.'));
  const name = fill(line.name);
  const createdAt = Date.parse(`${dashed}T07:31:52Z`);
  const snapshotId = `snap-${stableHex(`${region.name}/snapshot/${name}`)}`;
  const imageId = `ami-${stableHex(`${region.name}/image/${name}`)}`;
  region.snapshots.seed({
    id: snapshotId,
    createdAt,
    tags: new Map(),
    ownerId: line.owner.id,
    ownerAlias: line.owner.alias,
    description: `Created by CreateImage for ${imageId}`,
    volumeId: 'vol-ffffffff',
    volumeSize: line.size,
    encrypted: false,
    kmsKeyId: undefined,
    state: 'completed',
    dueAt: createdAt,
    diskId: undefined,
    createVolumePermissions: [{ kind: 'group', value: 'all' }],
  });
  region.images.seed({
    id: imageId,
    createdAt,
    tags: new Map(),
    name,
    description: fill(line.description),
    ownerId: line.owner.id,
    ownerAlias: line.owner.alias,
    architecture: architecture.ours,
    platform: line.platform,
    platformDetails: line.platform === 'windows' ? 'Windows' : 'Linux/UNIX',
    state: 'available',
    stateReason: undefined,
    rootDeviceName: line.rootDeviceName,
    blockDevices: [
      {
        deviceName: line.rootDeviceName,
        virtualName: undefined,
        snapshotId,
        volumeSize: line.size,
        volumeType: line.volumeType,
        iops: line.volumeType === 'gp3' ? 3_000 : undefined,
        throughput: line.volumeType === 'gp3' ? 125 : undefined,
        encrypted: false,
        kmsKeyId: undefined,
        deleteOnTermination: true,
      },
    ],
    enaSupport: true,
    tpmSupport: undefined,
    bootMode: architecture.ours === 'arm64' ? 'uefi' : 'uefi-preferred',
    imdsSupport: line.imdsSupport,
    // Publishers deprecate after two years; counted from the image's own date.
    deprecatedAt: createdAt + 730 * 86_400_000,
    deregistrationProtection: 'disabled',
    launchPermissions: [{ kind: 'group', value: 'all' }],
    productCodes: [],
    launchedAt: undefined,
    sourceInstanceId: undefined,
    sourceImageId: undefined,
    sourceImageRegion: undefined,
    defaultUser: line.defaultUser,
  });
}
