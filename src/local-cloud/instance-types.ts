/** What this cloud knows of an instance type. */
export interface InstanceType {
  readonly name: string;
  readonly architecture: 'x86_64' | 'arm64';
  readonly vcpus: number;
  readonly memoryMib: number;
  readonly burstable: boolean;
  readonly currentGeneration: boolean;
}

/** Older types, of before the Nitro system: no ENA, no NVMe, no UEFI. */
export function isXen({ name }: InstanceType): boolean {
  return /^(t2|m4|c4|r4)\./.test(name);
}

export function bootModesOf(type: InstanceType): readonly string[] {
  if (type.architecture === 'arm64') return ['uefi'];
  return isXen(type) ? ['legacy-bios'] : ['legacy-bios', 'uefi'];
}

/** EC2 User Guide, "Requirements for using NitroTPM": neither Xen nor the second generation of Graviton has it. */
export function hasTpm(type: InstanceType): boolean {
  return !isXen(type) && !/^(t4g|[a-z]6g)\./.test(type.name);
}

/** vCPUs and GiB of memory per size of the burstable families (EC2 User Guide, "Burstable performance instances"). */
const BURSTABLE_SIZES: Readonly<Record<string, readonly [vcpus: number, gib: number]>> = {
  nano: [2, 0.5],
  micro: [2, 1],
  small: [2, 2],
  medium: [2, 4],
  large: [2, 8],
  xlarge: [4, 16],
  '2xlarge': [8, 32],
};

/** vCPUs per size of the other families; memory is a fixed ratio. */
const FIXED_SIZES: Readonly<Record<string, number>> = {
  medium: 1,
  large: 2,
  xlarge: 4,
  '2xlarge': 8,
  '4xlarge': 16,
  '8xlarge': 32,
  '12xlarge': 48,
  '16xlarge': 64,
};

const BURSTABLE_FAMILIES = ['t3', 't3a', 't4g'];

const FIXED_FAMILIES = ['m', 'c', 'r'].flatMap((letter) =>
  ['4', '5', '5a', '6i', '6a', '6g', '7i', '7a', '7g', '8g'].map((generation) => letter + generation),
);

/** Older families have other sizes in place of these (EC2 instance types, "previous generations" and "compute optimized"). */
const NOT_MADE: Readonly<Record<string, readonly string[]>> = {
  m4: ['8xlarge', '12xlarge'],
  c4: ['8xlarge', '12xlarge', '16xlarge'],
  r4: ['12xlarge'],
  c5: ['8xlarge', '16xlarge'],
};

const GIB_PER_VCPU: Readonly<Record<string, number>> = { m: 4, c: 2, r: 8 };

function architectureOf(family: string): InstanceType['architecture'] {
  return /\dg/.test(family) ? 'arm64' : 'x86_64';
}

const TYPES: readonly InstanceType[] = [
  ...Object.entries(BURSTABLE_SIZES).map(
    ([size, [vcpus, gib]]): InstanceType => ({
      name: `t2.${size}`,
      architecture: 'x86_64',
      vcpus: ['nano', 'micro', 'small'].includes(size) ? 1 : vcpus,
      memoryMib: gib * 1_024,
      burstable: true,
      currentGeneration: true,
    }),
  ),
  ...BURSTABLE_FAMILIES.flatMap((family) =>
    Object.entries(BURSTABLE_SIZES).map(
      ([size, [vcpus, gib]]): InstanceType => ({
        name: `${family}.${size}`,
        architecture: architectureOf(family),
        vcpus,
        memoryMib: gib * 1_024,
        burstable: true,
        currentGeneration: true,
      }),
    ),
  ),
  ...FIXED_FAMILIES.flatMap((family) =>
    Object.entries(FIXED_SIZES)
      // Only the Graviton families and the newest AMD ones start at `medium`.
      .filter(([size]) => size !== 'medium' || /\dg|7a/.test(family))
      .filter(([size]) => NOT_MADE[family]?.includes(size) !== true)
      .map(
        ([size, vcpus]): InstanceType => ({
          name: `${family}.${size}`,
          architecture: architectureOf(family),
          vcpus,
          memoryMib: vcpus * (GIB_PER_VCPU[family.charAt(0)] ?? 4) * 1_024,
          burstable: false,
          currentGeneration: !family.endsWith('4'),
        }),
      ),
  ),
];

const BY_NAME = new Map(TYPES.map((type) => [type.name, type]));

export function instanceTypes(): readonly InstanceType[] {
  return TYPES;
}

export function instanceTypeNamed(name: string): InstanceType | undefined {
  return BY_NAME.get(name);
}
