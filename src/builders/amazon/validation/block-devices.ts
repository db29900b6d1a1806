import type { OptionFindings } from '../../../kernel/option-findings.ts';
import type { BlockDevice } from '../options/block-devices.ts';

/**
 * Limits of IOPS by volume type; `perGiB` is how many each GiB of the volume allows. Sources: EC2 API reference,
 * `EbsBlockDevice`; EBS User Guide, "volume types". Packer's are those of before Block Express and of gp3's first years.
 */
const IOPS: Readonly<Record<string, { readonly least: number; readonly most: number; readonly perGiB: number }>> = {
  io1: { least: 100, most: 64_000, perGiB: 50 },
  io2: { least: 100, most: 256_000, perGiB: 1_000 },
  gp3: { least: 3_000, most: 80_000, perGiB: Number.POSITIVE_INFINITY },
};
const THROUGHPUT = { least: 125, most: 2_000 };

/** Checks one option that lists block devices: `launch_block_device_mappings`, say. */
export function checkBlockDevices<N extends string>(
  findings: OptionFindings<Readonly<Record<N, readonly BlockDevice[]>>>,
  name: N,
): void {
  if (!findings.known(name)) return;
  for (const [index, device] of findings.options[name].entries()) checkDevice(findings, `${name}[${index}]`, device);
}

function checkDevice(findings: OptionFindings<unknown>, at: string, device: BlockDevice): void {
  if (!device.device_name && findings.known(`${at}.device_name`)) {
    findings.error({
      at,
      code: 'missing-option',
      summary: 'A block device mapping needs a device_name',
      detail: 'Name the device, for example device_name = "/dev/sda1" for the root device of most images.',
    });
  }
  if (device.encrypted === false && device.kms_key_id) {
    findings.error({
      at: `${at}.kms_key_id`,
      code: 'conflicting-options',
      summary: 'kms_key_id needs an encrypted volume',
      detail: 'encrypted = false is written for the same device. Remove one of the two.',
    });
  }
  if (findings.known(`${at}.iops`) && findings.known(`${at}.volume_type`)) checkIops(findings, at, device);
  if (findings.known(`${at}.throughput`) && findings.known(`${at}.volume_type`)) checkThroughput(findings, at, device);
}

function checkIops(
  findings: OptionFindings<unknown>,
  at: string,
  { iops, volume_type: type = '', volume_size: size }: BlockDevice,
): void {
  const limits = IOPS[type];
  if (iops === undefined || limits === undefined) return;
  if (iops < limits.least || iops > limits.most) {
    findings.error({
      at: `${at}.iops`,
      code: 'invalid-value',
      summary: `iops of ${type} volumes must be ${limits.least} to ${limits.most}`,
      detail: `${iops} is out of that range.`,
    });
  } else if (size !== undefined && size > 0 && iops > size * limits.perGiB) {
    findings.error({
      at: `${at}.iops`,
      code: 'invalid-value',
      summary: `iops of ${type} volumes may be at most ${limits.perGiB} for each GiB`,
      detail: `${iops} needs a volume_size of at least ${Math.ceil(iops / limits.perGiB)}; it is ${size}.`,
    });
  }
}

function checkThroughput(
  findings: OptionFindings<unknown>,
  at: string,
  { throughput, volume_type: type }: BlockDevice,
): void {
  if (throughput === undefined) return;
  if (type !== 'gp3') {
    findings.error({
      at: `${at}.throughput`,
      code: 'conflicting-options',
      summary: 'throughput is only for gp3 volumes',
      detail: type ? `The volume_type is "${type}".` : 'Add volume_type = "gp3", or remove throughput.',
    });
  } else if (throughput < THROUGHPUT.least || throughput > THROUGHPUT.most) {
    findings.error({
      at: `${at}.throughput`,
      code: 'invalid-value',
      summary: `throughput must be ${THROUGHPUT.least} to ${THROUGHPUT.most}`,
      detail: `${throughput} MiB per second is out of that range.`,
    });
  }
}
