import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { diagnose, findings, MINIMUM } from './support/options.ts';

/** The minimum has ten lines (the first one is empty); what a test adds begins on line 10. */
function added(body: string): string[] {
  return findings(MINIMUM + body);
}

describe('validation', () => {
  it('is content with the minimum', () => {
    expect(findings(MINIMUM)).toEqual([]);
  });

  it('finds everything that is wrong at once, each at its place', () => {
    expect(
      findings(`ami_name   = "a*"
access_key = "AKIA"
kms_key_id = "nonsense"
source_ami_filter {
  filters = { name = "x" }
}
temporary_security_group_source_cidrs = ["10.0.0.0/33"]
`),
    ).toEqual([
      '2: access_key is given without secret_key',
      '1: ami_name must have 3 to 128 characters',
      '1: ami_name holds characters that EC2 does not allow',
      '3: kms_key_id needs encrypt_boot = true',
      '3: This is no KMS key',
      '8: instance_type is missing',
      '4: source_ami_filter has no owners',
      '7: temporary_security_group_source_cidrs holds something that is no CIDR block',
    ]);
  });

  it('says how to make a name that EC2 allows', () => {
    const [finding] = diagnose(MINIMUM.replace('app-1', 'app:1é'));
    expect(finding).toMatchObject({
      code: 'invalid-ami-name',
      detail:
        '"app:1é" holds ":", "é". Allowed are letters, digits and ( ) [ ] space . / - \' @ _. ' +
        'The template function clean_resource_name replaces all others, for example {{isotime | clean_resource_name}}.',
      subject: { start: { line: 3, column: 17 } },
    });
  });

  it('wants a source image', () => {
    expect(findings('ami_name = "app"\ninstance_type = "t3.micro"\n')).toEqual([
      '3: source_ami or source_ami_filter is missing',
    ]);
  });

  it('judges no value that is not known yet, and misses no option that it can do without', () => {
    expect(findings(MINIMUM.replace('"app-1"', '""'))).toEqual(['3: ami_name must have 3 to 128 characters']);
    expect(
      findings(MINIMUM.replace(/owners.*/, '').replace('source_ami_filter', 'source_ami = "ami-1"\nsource_ami_filter')),
    ).toEqual([]);
  });

  it.each([
    [
      'region_kms_key_ids = { eu-west-1 = "" }',
      ['10: region_kms_key_ids names eu-west-1, which is not in ami_regions'],
    ],
    [
      'ami_regions = ["eu-west-1", "us-west-2"]\nregion_kms_key_ids = { eu-west-1 = "" }',
      ['11: region_kms_key_ids has no key for us-west-2'],
    ],
    ['skip_create_ami = true\nskip_save_build_region = true', []],
    ['skip_save_build_region = true', ['10: skip_save_build_region without ami_regions leaves no AMI']],
    ['snapshot_copy_duration_minutes = 20', ['10: snapshot_copy_duration_minutes must be a multiple of 15']],
    ['encrypt_boot = true\nami_users = ["1"]', ['11: ami_users with encrypt_boot needs a KMS key of your own']],
    [
      'encrypt_boot = true\nami_users = ["1"]\nami_regions = ["eu-west-1"]\nregion_kms_key_ids = { eu-west-1 = "" }',
      ['13: ami_users with encrypt_boot needs a KMS key of your own in eu-west-1'],
    ],
    ['encrypt_boot = true\nkms_key_id = "alias/aws/ebs"', []],
    [
      'encrypt_boot = true\nkms_key_id = "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012"',
      [],
    ],
    ['ami_virtualization_type = "paravirtual"\nena_support = true', ['11: ena_support needs an HVM image']],
    ['deprecate_at = "tomorrow"', ['10: deprecate_at must be a time as in RFC 3339']],
    [
      'user_data = "x"\nuser_data_file = "y"',
      ['11: user_data and user_data_file exclude each other', '11: user_data_file does not exist'],
    ],
    ['tenancy = "host"\nplacement {\n  tenancy = "host"\n}', ['12: tenancy and placement.tenancy exclude each other']],
    ['placement {\n  host_id = "h-1"\n  tenancy = "dedicated"\n}', ['11: placement.host_id needs the tenancy "host"']],
    [
      'capacity_reservation_id = "cr-1"\ncapacity_reservation_preference = "open"',
      ['10: capacity_reservation_preference and capacity_reservation_id exclude each other'],
    ],
    ['enable_nitro_enclave = true', ['10: t3.micro has no Nitro Enclaves']],
    ['enable_unlimited_credits = true', []],
    ['metadata_options {\n  http_put_response_hop_limit = 65\n}', ['11: http_put_response_hop_limit must be 1 to 64']],
    [
      'security_group_id = "sg-1"\nsecurity_group_ids = ["sg-2"]',
      ['11: security_group_id and security_group_ids exclude each other'],
    ],
    [
      'temporary_security_group_source_cidrs = ["::/0", "0.0.0.0/0"]\ntemporary_security_group_source_public_ip = true',
      ['11: temporary_security_group_source_public_ip has no effect beside temporary_security_group_source_cidrs'],
    ],
    ['ssh_keypair_name = "mine"', ['10: ssh_keypair_name needs the private key']],
    ['ssh_keypair_name = "mine"\nssh_agent_auth = true', []],
    [
      'ssh_interface = "session_manager"\niam_instance_profile = "ssm"\nsession_manager_port = 70000',
      ['12: session_manager_port is no port: 70000'],
    ],
    ['ssh_interface = "session_manager"\niam_instance_profile = "ssm"\nsession_manager_port = 0', []],
    ['session_manager_port = 70000', []],
    ['max_retries = -1', ['10: max_retries must be at least 1']],
    ['max_retries = 0', []],
  ])('judges %j', (body, expected) => {
    expect(added(body)).toEqual(expected);
  });

  it.each([
    ['volume_size = 8', ['10: A block device mapping needs a device_name']],
    ['device_name = "x"\n encrypted = false\n kms_key_id = "alias/k"', ['13: kms_key_id needs an encrypted volume']],
    ['device_name = "x"\n volume_type = "io1"\n iops = 99', ['13: iops of io1 volumes must be 100 to 64000']],
    [
      'device_name = "x"\n volume_type = "io1"\n iops = 500\n volume_size = 9',
      ['13: iops of io1 volumes may be at most 50 for each GiB'],
    ],
    ['device_name = "x"\n volume_type = "gp3"\n iops = 3000\n throughput = 125', []],
    ['device_name = "x"\n volume_type = "gp3"\n iops = 80000\n throughput = 2000', []],
    ['device_name = "x"\n volume_type = "gp3"\n iops = 80001', ['13: iops of gp3 volumes must be 3000 to 80000']],
    ['device_name = "x"\n volume_type = "gp3"\n throughput = 2001', ['13: throughput must be 125 to 2000']],
    ['device_name = "x"\n volume_type = "io2"\n iops = 256000\n volume_size = 256', []],
    [
      'device_name = "x"\n volume_type = "io2"\n iops = 100001\n volume_size = 100',
      ['13: iops of io2 volumes may be at most 1000 for each GiB'],
    ],
    ['device_name = "x"\n volume_type = "gp2"\n throughput = 125', ['13: throughput is only for gp3 volumes']],
  ])('judges a block device with %j', (body, expected) => {
    for (const name of ['launch_block_device_mappings', 'ami_block_device_mappings']) {
      expect(added(`${name} {\n ${body}\n}`)).toEqual(expected);
    }
  });

  it('looks for the file with the user data in the working directory', () => {
    const folder = temporaryFolder('validate');
    writeFileSync(path.join(folder, 'init.sh'), '#!/bin/sh');
    const body = `${MINIMUM}user_data_file = "init.sh"\n`;
    expect(findings(body, folder)).toEqual([]);
    expect(diagnose(body, '/nowhere').map(({ detail }) => detail)).toEqual([
      'There is no file "init.sh". A relative path starts at /nowhere; "${path.root}/…" starts at the template\'s folder.',
    ]);
  });

  it('only warns of a virtualization type that EC2 does not have, since Packer builds with it', () => {
    const found = diagnose(`${MINIMUM}ami_virtualization_type = "HVM"\n`);
    expect(found.map(({ severity, summary, subject }) => [severity, summary, subject?.start.line])).toEqual([
      ['warning', 'ami_virtualization_type is neither "hvm" nor "paravirtual"', 10],
    ]);
    expect(diagnose(`${MINIMUM}ami_virtualization_type = "hvm"\n`)).toEqual([]);
  });

  it('warns of what has no effect', () => {
    const found = diagnose(`${MINIMUM}block_duration_minutes = 60\n`);
    expect(found.map(({ severity, summary, detail }) => [severity, summary, detail])).toEqual([
      ['warning', expect.stringContaining('block_duration_minutes'), expect.stringContaining('It has no effect')],
    ]);
  });

  it.each([
    ['spot_price = "auto"', []],
    ['spot_price = ".05"', []],
    ['spot_price = "cheap"', ['10: spot_price must be a price or "auto"']],
    ['spot_instance_types = []', []],
    [
      'spot_price = "auto"\nspot_instance_types = ["m5.large"]',
      ['11: instance_type and spot_instance_types exclude each other'],
    ],
    ['spot_tags = { a = "b" }', ['10: spot_tags is for spot instances only']],
    ['spot_price = "0"\nfleet_tags = { a = "b" }', ['11: fleet_tags is for spot instances only']],
    ['spot_price = "auto"\nena_support = true', ["11: ena_support can't be set on a spot instance"]],
    ['spot_price = "auto"\nena_support = false', ["11: ena_support can't be set on a spot instance"]],
    ['spot_price = "auto"\nsriov_support = true', ["11: sriov_support can't be set on a spot instance"]],
    ['spot_price = "auto"\nsriov_support = false', []],
    [
      'spot_price = "auto"\ncapacity_reservation_id = "cr-1"\nshutdown_behavior = "terminate"\nplacement {\n host_id = "h"\n}',
      [
        '11: capacity_reservation_id has no effect on a spot instance',
        '14: placement.host_id has no effect on a spot instance',
        '12: shutdown_behavior has no effect on a spot instance',
      ],
    ],
    ['spot_price = "auto"\nspot_allocation_strategy = "luck"', ['11: Invalid value for "spot_allocation_strategy"']],
    ['enable_unlimited_credits = true\nspot_price = "auto"', []],
  ])('judges a spot instance with %j', (body, expected) => {
    expect(added(body)).toEqual(expected);
  });

  it.each([
    ['spot_instance_types = ["m5.large"]', '3: spot_instance_types is for spot instances only'],
    [
      'spot_instance_types = ["t3.large", "m5.large"]\nspot_price = "auto"\nenable_unlimited_credits = true',
      '5: m5.large has no CPU credits',
    ],
    [
      'spot_instance_types = ["t2.large"]\nspot_price = "auto"\nenable_unlimited_credits = true',
      '5: A spot t2.large has no unlimited CPU credits',
    ],
  ])('judges the types of a spot instance in %j', (types, expected) => {
    expect(findings(MINIMUM.replace(/^instance_type.*$/m, types)).map((each) => each.replace(/^\d+/, ''))).toEqual([
      expected.replace(/^\d+/, ''),
    ]);
  });

  it('takes no negative numbers for aws_polling', () => {
    expect(findings(`${MINIMUM}aws_polling {\n  delay_seconds = -5\n}\n`)).toEqual([
      '10: delay_seconds and max_attempts of aws_polling can not be negative',
    ]);
  });
});
