import { lookAtPath } from '../../../engine/look-at-path.ts';
import { whereItWasLookedFor } from '../../../engine/missing-path.ts';
import type { OptionFindings } from '../../../kernel/option-findings.ts';
import type { InstanceOptions } from '../options/instance.ts';
import type { SpotOptions } from '../options/spot.ts';
import { checkOwners, checkSourceImage } from './source-image.ts';
import { isSpot } from './spot.ts';
import { checkTemporaryProfile } from './temporary-profile.ts';

/** Of a machine that is launched for the build. */
type LaunchedOptions = InstanceOptions & SpotOptions;

/** Types whose CPU performance is paid in credits (EC2 User Guide, "Burstable performance instances"). */
export function isBurstable(instanceType: string): boolean {
  return /^(t2|t3|t3a|t4g)\./.test(instanceType);
}

export function checkInstance(findings: OptionFindings<LaunchedOptions>, workingDirectory: string): void {
  checkType(findings);
  checkSourceImage(findings);
  checkOwners(findings);
  checkUserData(findings, workingDirectory);
  checkPlacement(findings);
  checkTypeFeatures(findings);
  checkMetadata(findings);
  checkTemporaryProfile(findings);
}

function checkType(findings: OptionFindings<LaunchedOptions>): void {
  const { options } = findings;
  const spotTypes = options.spot_instance_types.length > 0 || !findings.known('spot_instance_types');
  if (!options.instance_type && findings.known('instance_type') && !spotTypes) {
    findings.error({
      at: '',
      code: 'missing-option',
      summary: 'instance_type is missing',
      detail: 'Name the type of the instance to build on, for example instance_type = "t3.micro".',
    });
  }
}

function checkUserData(findings: OptionFindings<LaunchedOptions>, workingDirectory: string): void {
  findings.exclusive('user_data', 'user_data_file', 'Keep the text or the file.');
  const { user_data_file: path } = findings.options;
  if (!path || !findings.known('user_data_file')) return;
  if (lookAtPath(path, workingDirectory).kind === 'file') return;
  findings.error({
    at: 'user_data_file',
    code: 'file-not-found',
    summary: 'user_data_file does not exist',
    detail: `There is no file ${JSON.stringify(path)}. ${whereItWasLookedFor(path, workingDirectory, findings.fileOf('user_data_file'))}`,
  });
}

function checkPlacement(findings: OptionFindings<LaunchedOptions>): void {
  const { placement, tenancy } = findings.options;
  if (tenancy && placement?.tenancy) {
    findings.exclusive(
      'tenancy',
      'placement.tenancy',
      'tenancy is the old place of placement.tenancy; keep the latter.',
    );
  }
  findings.exclusive('placement.host_id', 'placement.host_resource_group_arn', 'Name the host or the group of hosts.');
  const onHost = placement?.host_id
    ? 'host_id'
    : placement?.host_resource_group_arn
      ? 'host_resource_group_arn'
      : undefined;
  const effective = placement?.tenancy || tenancy;
  if (onHost !== undefined && effective && effective !== 'host') {
    findings.error({
      at: `placement.${onHost}`,
      code: 'conflicting-options',
      summary: `placement.${onHost} needs the tenancy "host"`,
      detail: `The tenancy is "${effective}". Remove it: it is "host" by itself then.`,
    });
  }
  const reservations = ['capacity_reservation_preference', 'capacity_reservation_id', 'capacity_reservation_group_arn'];
  const [first, second] = reservations.filter((name) => findings.given(name));
  if (first !== undefined && second !== undefined) {
    findings.exclusive(first, second, 'A capacity reservation is chosen in one way only. Keep one of them.');
  }
}

function checkTypeFeatures(findings: OptionFindings<LaunchedOptions>): void {
  const { options } = findings;
  const types = options.instance_type ? [options.instance_type] : options.spot_instance_types;
  if (types.length === 0 || !findings.known('instance_type') || !findings.known('spot_instance_types')) return;
  if (options.enable_nitro_enclave && isSpot(options)) {
    findings.error({
      at: 'enable_nitro_enclave',
      code: 'conflicting-options',
      summary: 'A spot instance has no Nitro Enclaves',
      detail: 'Remove enable_nitro_enclave or spot_price.',
    });
  }
  const small = types.find((type) => type.startsWith('t'));
  if (options.enable_nitro_enclave && small !== undefined) {
    findings.error({
      at: 'enable_nitro_enclave',
      code: 'conflicting-options',
      summary: `${small} has no Nitro Enclaves`,
      detail: 'Take an instance_type that is not burstable.',
    });
  }
  for (const name of ['enable_unlimited_credits', 'enable_t2_unlimited'] as const) {
    if (!options[name]) continue;
    const fixed = types.find((type) => !isBurstable(type));
    const spotT2 = isSpot(options) ? types.find((type) => type.startsWith('t2.')) : undefined;
    if (fixed !== undefined) {
      findings.error({
        at: name,
        code: 'conflicting-options',
        summary: `${fixed} has no CPU credits`,
        detail: `${name} is for the types T2, T3, T3a and T4g. Remove it, or take one of those.`,
      });
    } else if (spotT2 !== undefined) {
      findings.error({
        at: name,
        code: 'conflicting-options',
        summary: `A spot ${spotT2} has no unlimited CPU credits`,
        detail: `Remove ${name} or spot_price, or take a T3, T3a or T4g.`,
      });
    }
  }
}

function checkMetadata(findings: OptionFindings<LaunchedOptions>): void {
  const hops = findings.options.metadata_options?.http_put_response_hop_limit;
  if (hops === undefined || !findings.known('metadata_options.http_put_response_hop_limit')) return;
  if (Number.isInteger(hops) && hops >= 1 && hops <= 64) return;
  findings.error({
    at: 'metadata_options.http_put_response_hop_limit',
    code: 'invalid-value',
    summary: 'http_put_response_hop_limit must be 1 to 64',
    detail: `${hops} is out of that range.`,
  });
}
