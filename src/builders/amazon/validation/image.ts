import type { OptionFindings } from '../../../kernel/option-findings.ts';
import type { ImageOptions } from '../options/image.ts';
import { checkKey } from './kms-key.ts';

/** EC2 API reference, CreateImage, "Name". */
const NAME_ALPHABET = /^[A-Za-z0-9()[\] ./\-'@_]*$/;
const SHORTEST_NAME = 3;
const LONGEST_NAME = 128;

const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

export function checkImage(findings: OptionFindings<ImageOptions>): void {
  checkName(findings);
  checkRegions(findings);
  checkEncryption(findings);
  checkFeatures(findings);
}

function checkName(findings: OptionFindings<ImageOptions>): void {
  const { ami_name: name } = findings.options;
  if (!findings.given('ami_name') || !findings.known('ami_name')) return;
  if (name.length < SHORTEST_NAME || name.length > LONGEST_NAME) {
    findings.error({
      at: 'ami_name',
      code: 'invalid-ami-name',
      summary: `ami_name must have ${SHORTEST_NAME} to ${LONGEST_NAME} characters`,
      detail: `${JSON.stringify(name)} has ${name.length}.`,
    });
  }
  if (!NAME_ALPHABET.test(name)) {
    const wrong = [...new Set(name.match(/[^A-Za-z0-9()[\] ./\-'@_]/gu))];
    findings.error({
      at: 'ami_name',
      code: 'invalid-ami-name',
      summary: 'ami_name holds characters that EC2 does not allow',
      detail:
        `${JSON.stringify(name)} holds ${wrong.map((character) => JSON.stringify(character)).join(', ')}. ` +
        `Allowed are letters, digits and ( ) [ ] space . / - ' @ _. ` +
        'The template function clean_resource_name replaces all others, for example {{isotime | clean_resource_name}}.',
    });
  }
}

function checkRegions(findings: OptionFindings<ImageOptions>): void {
  const { options } = findings;
  const keyed = Object.keys(options.region_kms_key_ids);
  if (keyed.length > 0 && findings.known('region_kms_key_ids') && findings.known('ami_regions')) {
    for (const region of keyed) {
      if (options.ami_regions.includes(region)) continue;
      findings.error({
        at: `region_kms_key_ids.${region}`,
        code: 'unknown-region',
        summary: `region_kms_key_ids names ${region}, which is not in ami_regions`,
        detail: `Add "${region}" to ami_regions, or remove its key.`,
      });
    }
    for (const region of options.ami_regions) {
      if (keyed.includes(region)) continue;
      findings.error({
        at: 'region_kms_key_ids',
        code: 'missing-region-key',
        summary: `region_kms_key_ids has no key for ${region}`,
        detail: `ami_regions names "${region}". Give it a key; an empty text stands for the default key of the region.`,
      });
    }
  }
  const minutes = options.snapshot_copy_duration_minutes;
  if (
    minutes !== undefined &&
    findings.known('snapshot_copy_duration_minutes') &&
    (minutes <= 0 || minutes % 15 !== 0)
  ) {
    findings.error({
      at: 'snapshot_copy_duration_minutes',
      code: 'invalid-value',
      summary: 'snapshot_copy_duration_minutes must be a multiple of 15',
      detail: `${minutes} is not; EC2 takes 15, 30, 45 and so on.`,
    });
  }
}

/** For a builder that makes an AMI at all. */
export function checkThatAnImageIsLeft(findings: OptionFindings<ImageOptions>): void {
  const { skip_save_build_region, ami_regions } = findings.options;
  if (!skip_save_build_region || ami_regions.length > 0 || !findings.known('ami_regions')) return;
  findings.error({
    at: 'skip_save_build_region',
    code: 'conflicting-options',
    summary: 'skip_save_build_region without ami_regions leaves no AMI',
    detail: 'The AMI of the build region is removed and copied nowhere. Name the regions in ami_regions.',
  });
}

function checkEncryption(findings: OptionFindings<ImageOptions>): void {
  const { options } = findings;
  const encrypts = options.encrypt_boot === true;
  if (findings.known('kms_key_id') && options.kms_key_id) {
    if (!encrypts && findings.known('encrypt_boot')) {
      findings.error({
        at: 'kms_key_id',
        code: 'conflicting-options',
        summary: 'kms_key_id needs encrypt_boot = true',
        detail: 'The key is used for the encrypted copy of the image. Add encrypt_boot = true, or remove kms_key_id.',
      });
    }
    checkKey(findings, 'kms_key_id', options.kms_key_id);
  }
  if (findings.known('region_kms_key_ids')) {
    for (const [region, key] of Object.entries(options.region_kms_key_ids)) {
      if (key !== '') checkKey(findings, `region_kms_key_ids.${region}`, key);
    }
  }
  const sharing = (['ami_users', 'ami_org_arns', 'ami_ou_arns', 'snapshot_users'] as const).filter(
    (name) => options[name].length > 0,
  );
  const [shared] = sharing;
  if (!encrypts || shared === undefined || !findings.known('kms_key_id') || !findings.known('region_kms_key_ids'))
    return;
  const withoutKey = Object.entries(options.region_kms_key_ids).filter(([, key]) => key === '');
  if (!options.kms_key_id && Object.keys(options.region_kms_key_ids).length === 0) {
    findings.error({
      at: shared,
      code: 'conflicting-options',
      summary: `${shared} with encrypt_boot needs a KMS key of your own`,
      detail:
        "What is encrypted with the account's default key can't be shared. Give kms_key_id a key whose policy lets the others use it.",
    });
  }
  for (const [region] of withoutKey) {
    findings.error({
      at: `region_kms_key_ids.${region}`,
      code: 'conflicting-options',
      summary: `${shared} with encrypt_boot needs a KMS key of your own in ${region}`,
      detail: "An empty text stands for the region's default key, and what that encrypts can't be shared.",
    });
  }
}

function checkFeatures(findings: OptionFindings<ImageOptions>): void {
  const { options } = findings;
  const virtualization = options.ami_virtualization_type;
  if (virtualization && !['hvm', 'paravirtual'].includes(virtualization) && findings.known('ami_virtualization_type')) {
    // Packer asks nothing of it but that it is not "paravirtual" with the two options below.
    findings.warning({
      at: 'ami_virtualization_type',
      code: 'invalid-value',
      summary: 'ami_virtualization_type is neither "hvm" nor "paravirtual"',
      detail: `${JSON.stringify(virtualization)} is no virtualization type of EC2. Write "hvm", or leave it out.`,
    });
  }
  if (virtualization === 'paravirtual') {
    for (const name of ['ena_support', 'sriov_support'] as const) {
      if (options[name] !== true) continue;
      findings.error({
        at: name,
        code: 'conflicting-options',
        summary: `${name} needs an HVM image`,
        detail: 'Enhanced networking does not work with paravirtual images. Remove it, or start from an HVM image.',
      });
    }
  }
  const { deprecate_at: deprecation } = options;
  if (deprecation && findings.known('deprecate_at')) {
    if (!RFC_3339.test(deprecation) || Number.isNaN(Date.parse(deprecation))) {
      findings.error({
        at: 'deprecate_at',
        code: 'invalid-value',
        summary: 'deprecate_at must be a time as in RFC 3339',
        detail: `${JSON.stringify(deprecation)} is not; write it like "2027-01-31T00:00:00Z".`,
      });
    }
  }
}
