import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { validate } from '../../src/app/validate.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { registry } from './support/registry.ts';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder('declared');
  mkdirSync(path.join(folder, 'roles'));
  for (const name of ['play.yml', 'run.ps1', 'cert.pem', 'key.pem']) writeFileSync(path.join(folder, name), '');
});

/** Every finding as `severity line: summary`, lines counted from the first one of `body`, which is 0. */
async function judge(kind: Kind, type: string, body: string): Promise<readonly string[]> {
  const template = path.join(folder, 'app.pkr.hcl');
  writeFileSync(template, TEMPLATES[kind].replaceAll('TYPE', type).replace('BODY', body));
  const first = TEMPLATES[kind].split('\n').indexOf('BODY');
  const { valid, diagnostics } = await validate({
    template: 'app.pkr.hcl',
    variables: [],
    variableFiles: [],
    only: [],
    except: [],
    workingDirectory: folder,
    clock: systemClock,
    ids: randomIds,
    environment: {},
    reporter: { report: () => undefined },
    secrets: new SecretRegistry(),
    signal: new AbortController().signal,
    syntaxOnly: false,
  });
  expect(valid).toBe(!diagnostics.some(({ severity }) => severity === 'error'));
  return diagnostics.map(
    ({ severity, subject, summary }) => `${severity} ${(subject?.start.line ?? 0) - first - 1}: ${summary}`,
  );
}

type Kind = 'builder' | 'communicator' | 'provisioner' | 'post-processor';

const EBS = `region = "eu-west-1"
ami_name = "app"
instance_type = "t3.micro"
source_ami = "ami-12345678"
`;
const STEP = `source "amazon-ebs" "app" {
${EBS}ssh_username = "ubuntu"
}
build {
  sources = ["amazon-ebs.app"]
  KIND "TYPE" {
BODY
  }
}
`;
const TEMPLATES: Readonly<Record<Kind, string>> = {
  builder: 'source "TYPE" "app" {\nBODY\n}\nbuild {\n  sources = ["TYPE.app"]\n}\n',
  communicator: `source "amazon-ebs" "app" {\nBODY\n${EBS}communicator = "TYPE"\n}\nbuild {\n  sources = ["amazon-ebs.app"]\n}\n`,
  provisioner: STEP.replace('KIND', 'provisioner'),
  'post-processor': STEP.replace('KIND', 'post-processor'),
};

const LAUNCHED = 'instance_type = "t3.micro"\nsource_ami = "ami-1"\nssh_username = "ubuntu"';
const SURROGATE = `ami_name = "app"
ami_virtualization_type = "hvm"
${LAUNCHED}
launch_block_device_mappings {
  device_name = "/dev/xvdf"
}
ami_root_device {
  source_device_name = "/dev/xvdf"
  device_name = "/dev/xvda"
}`;
const INSTANCE = `ami_name = "app"
${LAUNCHED}
account_id = "123456789012"
s3_bucket = "b"
x509_cert_path = "cert.pem"
x509_key_path = "key.pem"`;

/** The least that each takes. */
const MINIMAL: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  builder: {
    'amazon-ebssurrogate': SURROGATE,
    'amazon-ebsvolume': LAUNCHED,
    'amazon-chroot': 'ami_name = "app"\nsource_ami = "ami-1"',
    'amazon-instance': INSTANCE,
    null: 'communicator = "none"',
    file: 'target = "out.txt"\ncontent = "x"',
  },
  communicator: { winrm: 'winrm_username = "Administrator"' },
  provisioner: {
    powershell: 'inline = ["Get-Date"]',
    'windows-shell': 'inline = ["ver"]',
    'windows-restart': '',
    'ansible-local': 'playbook_file = "play.yml"',
    'hcp-sbom': 'source = "/tmp/sbom.json"',
  },
  'post-processor': {
    checksum: '',
    compress: '',
    artifice: 'files = ["out/*"]',
    provenance: '',
    'amazon-import': 's3_bucket_name = "b"',
  },
};
const CASES = Object.entries(MINIMAL).flatMap(([kind, types]) =>
  Object.entries(types).map(([type, body]) => [kind as Kind, type, body] as const),
);

describe('what is declared and does not run yet', () => {
  it('is all in this table', () => {
    const { builders, communicators, provisioners, postProcessors } = registry.declared;
    const all = [builders, communicators, provisioners, postProcessors].flatMap((each) => [...each.keys()]);
    expect(CASES.map(([, type]) => type)).toEqual(all);
  });

  it.each(CASES)('%s %s is valid with the least that it takes, and named', async (kind, type, body) => {
    expect(await judge(kind, type, body)).toEqual([
      expect.stringMatching(new RegExp(`^warning -?\\d+: The ${kind} "${type}" does not run yet$`)),
    ]);
  });
});

describe("Packer's rules", () => {
  it.each<readonly [Kind, string, string, readonly string[]]>([
    ['provisioner', 'powershell', '', ['-1: There is no script to run']],
    ['provisioner', 'powershell', 'inline = ["a"]\nscript = "run.ps1"', ['1: inline and script are given together']],
    ['provisioner', 'powershell', 'scripts = ["run.ps1", "gone.ps1"]', ['0: There is no script gone.ps1']],
    [
      'provisioner',
      'powershell',
      'inline = ["a"]\nelevated_password = "p"\ndebug_mode = 3',
      ['1: elevated_password needs elevated_user', '2: debug_mode must be 0, 1 or 2'],
    ],
    [
      'provisioner',
      'windows-shell',
      'inline = ["a"]\nenvironment_vars = ["A"]\nvalid_exit_codes = ["x"]',
      ['1: An environment variable is not written as NAME=value', '2: x is no exit status'],
    ],
    ['provisioner', 'ansible-local', '', ['-1: There is no playbook to run']],
    [
      'provisioner',
      'ansible-local',
      'playbook_file = "play.yml"\nplaybook_files = ["play.yml"]\nrole_paths = ["roles", "play.yml"]\ngalaxy_file = "gone.yml"',
      [
        '1: playbook_file and playbook_files exclude each other',
        '3: There is no file gone.yml',
        '2: There is no folder play.yml',
      ],
    ],
    [
      'provisioner',
      'hcp-sbom',
      'sbom_name = "a b"',
      ['-1: There is no bill of materials', '0: sbom_name must have 3 to 36 letters, digits and "-"'],
    ],
    [
      'provisioner',
      'hcp-sbom',
      'auto_generate = true\nsource = "x"\nelevated_password = "p"',
      ['1: auto_generate and source exclude each other', '2: elevated_password needs elevated_user'],
    ],
    [
      'provisioner',
      'powershell',
      'inline = ["a"]\nexecution_policy = "free"',
      ['1: Invalid value for "execution_policy"'],
    ],
    ['post-processor', 'checksum', 'checksum_types = ["crc"]', ['0: Invalid value for "checksum_types"']],
    ['post-processor', 'artifice', '', ['-1: There are no files']],
    ['post-processor', 'provenance', 'signing_mode = "key"', ['0: signing_mode = "key" needs a signer']],
    [
      'post-processor',
      'provenance',
      'signing_mode = "kms"\nsigner = "k.pem"',
      ['1: This is no key of a key management service'],
    ],
    ['post-processor', 'provenance', 'signer = "a"\nkey = "b"', ['1: signer and key name different keys']],
    [
      'post-processor',
      'provenance',
      'signing_mode = "keyless"\nverifier = "v"\nkeyless_identity = "me"',
      [
        '1: verifier and signing_mode = "keyless" exclude each other',
        '0: signing_mode = "keyless" needs keyless_oidc_issuer',
      ],
    ],
    ['post-processor', 'amazon-import', '', ['-1: Missing argument']],
    [
      'post-processor',
      'amazon-import',
      's3_bucket_name = "b"\narchitecture = "arm64"',
      ['1: An image that boots with UEFI needs its platform'],
    ],
    [
      'post-processor',
      'amazon-import',
      's3_bucket_name = "b"\narchitecture = "arm64"\nboot_mode = "legacy-bios"',
      ['2: An arm64 image boots with UEFI only'],
    ],
    [
      'builder',
      'amazon-ebssurrogate',
      `ami_name = "app"\n${LAUNCHED}`,
      ['-1: ami_root_device is missing', '-1: ami_virtualization_type is missing'],
    ],
    [
      'builder',
      'amazon-ebssurrogate',
      SURROGATE.replace('source_device_name = "/dev/xvdf"', 'source_device_name = "/dev/xvdg"'),
      ['9: The instance has no device /dev/xvdg'],
    ],
    [
      'builder',
      'amazon-ebssurrogate',
      `${SURROGATE.replace('"/dev/xvdf"\n', '"/dev/xvdf"\n  omit_from_artifact = true\n')}\nuefi_data = "x"`,
      ["7: The AMI's root device can't be left out of it", '13: uefi_data needs an image that boots with UEFI'],
    ],
    [
      'builder',
      'amazon-ebssurrogate',
      SURROGATE.replace('  device_name = "/dev/xvda"\n', '  volume_type = "gp2"\n  iops = 100\n'),
      ['8: ami_root_device needs a device_name', '11: iops is not for gp2 volumes'],
    ],
    [
      'builder',
      'amazon-ebsvolume',
      `${LAUNCHED}\nebs_volumes {\n  device_name = "/dev/xvdf"\n  snapshot_description = "x"\n}`,
      ['5: snapshot_description needs snapshot_volume = true'],
    ],
    [
      'builder',
      'amazon-instance',
      `ami_name = "app"\n${LAUNCHED}\naccount_id = "1"\ns3_bucket = "b"\nx509_cert_path = "gone.pem"`,
      ['-1: x509_key_path is missing', '6: There is no file gone.pem'],
    ],
    ['builder', 'amazon-chroot', 'ami_name = "app"', ['-1: source_ami or source_ami_filter is missing']],
    [
      'builder',
      'amazon-chroot',
      'ami_name = "app"\nfrom_scratch = true\nroot_volume_size = 8\nchroot_mounts = [["proc", "proc"]]',
      [
        '3: A mount has three parts',
        '1: from_scratch needs pre_mount_commands',
        '1: from_scratch needs ami_virtualization_type',
        '1: from_scratch needs root_device_name',
        '1: from_scratch needs ami_block_device_mappings',
      ],
    ],
    [
      'builder',
      'amazon-chroot',
      'ami_name = "app"\nsource_ami = "ami-1"\nroot_device_name = "xvda"',
      ['2: root_device_name needs ami_block_device_mappings'],
    ],
    [
      'builder',
      'amazon-chroot',
      'ami_name = "app"\nsource_ami = "ami-1"\nssh_username = "u"',
      ['2: Unsupported argument'],
    ],
    ['builder', 'null', 'ssh_username = "u"', ['-1: ssh_host is missing', '-1: ssh_private_key_file is missing']],
    [
      'builder',
      'null',
      'ssh_host = "h"\nssh_username = "u"\nssh_password = "p"\nssh_agent_auth = true',
      ['2: ssh_agent_auth and ssh_password exclude each other'],
    ],
    [
      'builder',
      'file',
      'source = "play.yml"\ncontent = "x"',
      ['-1: target is missing', '1: source and content exclude each other'],
    ],
    ['communicator', 'winrm', '', ['-1: Missing argument']],
    [
      'communicator',
      'winrm',
      'winrm_username = "u"\nssh_keypair_name = "k"\nssh_agent_auth = true\nssh_interface = "session_manager"',
      [
        '1: ssh_keypair_name needs the private key',
        '3: ssh_interface = "session_manager" is for SSH',
        '3: ssh_interface = "session_manager" needs an instance profile',
      ],
    ],
    [
      'communicator',
      'ssh',
      'ssh_username = "u"\nssh_certificate_file = "c"\nssh_proxy_host = "p"\nssh_bastion_host = "b"\nssh_bastion_password = "s"\nssh_local_tunnels = ["8080:localhost:80", "80:localhost"]',
      [
        '1: ssh_certificate_file needs ssh_private_key_file',
        '2: ssh_bastion_host and ssh_proxy_host exclude each other',
        '5: This is no tunnel',
      ],
    ],
  ])('%s %s: %j', async (kind, type, body, expected) => {
    const found = await judge(kind, type, body);
    const errors = found.filter((each) => each.startsWith('error ')).map((each) => each.slice('error '.length));
    expect(errors.toSorted()).toEqual(expected.toSorted());
  });
});
