import { describe, expect, it } from '@jest/globals';
import type { PlannedBuild } from '../../src/template/plan.ts';
import { load, loadBuild } from './support/load.ts';

const SOURCES = `source "amazon-ebs" "ubuntu" {
  ami_name      = "\${source.type}/\${source.name}"
  instance_type = "t3.micro"
}
source "amazon-ebs" "debian" {
  ami_name = "debian"
}
`;

/** Builds with what their provisioners and post-processors are. */
function outline(builds: readonly PlannedBuild[] | undefined): readonly string[] | undefined {
  return builds?.map(
    ({ name, provisioners, postProcessorChains }) =>
      `${name}: ${provisioners.map((each) => each.name ?? each.type).join(' ')} | ${postProcessorChains
        .map((chain) => chain.map((each) => each.name ?? each.type).join('>'))
        .join(' ')}`,
  );
}

describe('a build', () => {
  it('makes one plan of each of its sources, in the order of the template', async () => {
    const { plan, messages } = await load(`${SOURCES}
build {
  name    = "web"
  sources = ["source.amazon-ebs.ubuntu", "amazon-ebs.debian", "sources.amazon-ebs.ubuntu"]
}
build {
  sources = ["source.amazon-ebs.debian"]
}
`);
    expect(messages).toEqual([]);
    expect(plan?.builds.map(({ name, source }) => [name, source])).toEqual([
      ['web.amazon-ebs.ubuntu', { type: 'amazon-ebs', name: 'ubuntu', localName: 'ubuntu' }],
      ['web.amazon-ebs.debian', { type: 'amazon-ebs', name: 'debian', localName: 'debian' }],
      ['web.amazon-ebs.ubuntu', { type: 'amazon-ebs', name: 'ubuntu', localName: 'ubuntu' }],
      ['amazon-ebs.debian', { type: 'amazon-ebs', name: 'debian', localName: 'debian' }],
    ]);
  });

  it('takes expressions for its sources', async () => {
    const { plan } = await load(`${SOURCES}
build {
  sources = [for name in ["ubuntu", "debian"] : "amazon-ebs.\${name}"]
}
`);
    expect(outline(plan?.builds)).toEqual(['amazon-ebs.ubuntu:  | ', 'amazon-ebs.debian:  | ']);
  });

  it('adds to a source, and gives it another name', async () => {
    const build = await loadBuild(`${SOURCES}
build {
  source "amazon-ebs.ubuntu" {
    name   = "arm"
    region = "eu-west-1"
    launch_block_device_mappings {
      device_name = "/dev/sda1"
      volume_size = 8
    }
  }
  provisioner "shell" {
    inline = ["\${source.type}.\${source.name} {{ build_name }}-{{ build_type }}"]
  }
}
`);
    expect([build.name, build.source]).toEqual([
      'amazon-ebs.arm',
      { type: 'amazon-ebs', name: 'ubuntu', localName: 'arm' },
    ]);
    expect(build.builder.decoded.options).toMatchObject({
      ami_name: 'amazon-ebs/arm',
      region: 'eu-west-1',
      launch_block_device_mappings: [{ device_name: '/dev/sda1', volume_size: 8 }],
    });
    // Packer tells its plugins the source's own name, and expressions the local one.
    expect(build.provisioners[0]?.decoded.options).toMatchObject({ inline: ['amazon-ebs.arm ubuntu-amazon-ebs'] });
  });

  it('is put together from all files of a folder', async () => {
    const { plan, messages } = await load('', {
      template: 'packer',
      files: {
        'packer/1.pkr.hcl': 'build {\n  sources = ["amazon-ebs.ubuntu"]\n}',
        'packer/2.pkr.hcl': SOURCES,
        'packer/sub/3.pkr.hcl': 'not read',
      },
    });
    expect(messages).toEqual([]);
    expect([plan?.template, outline(plan?.builds)]).toEqual(['packer', ['amazon-ebs.ubuntu:  | ']]);
  });

  it('has its provisioners in order, with what they all take', async () => {
    const build = await loadBuild(`${SOURCES}
build {
  sources = ["amazon-ebs.ubuntu"]
  provisioner "file" {
    name        = "upload"
    content     = "x"
    destination = "/tmp/x"
  }
  provisioner "shell" {
    inline            = ["a"]
    pause_before      = "1m30s"
    timeout           = "10m"
    max_retries       = 3
    continue_on_error = true
  }
  error-cleanup-provisioner "shell" {
    inline = ["clean"]
  }
}
`);
    expect(build.provisioners[0]).toMatchObject({
      type: 'file',
      range: expect.objectContaining({ start: { line: 11, column: 3, offset: 212 } }),
      name: 'upload',
      pauseBeforeMs: 0,
      timeoutMs: undefined,
      maxRetries: 0,
      continueOnError: false,
    });
    expect(build.provisioners[1]).toMatchObject({
      type: 'shell',
      name: undefined,
      pauseBeforeMs: 90_000,
      timeoutMs: 600_000,
      maxRetries: 3,
      continueOnError: true,
    });
    expect(build.errorCleanupProvisioner?.decoded.options).toMatchObject({ inline: ['clean'] });
  });

  it('runs a step for some of its sources only', async () => {
    const { plan, messages } = await load(`${SOURCES}
build {
  sources = ["amazon-ebs.ubuntu", "amazon-ebs.debian"]
  provisioner "shell" {
    only   = ["amazon-ebs.ubuntu"]
    inline = ["apt"]
    name   = "1"
  }
  provisioner "shell" {
    except = ["amazon-ebs.ubuntu", "ubuntu"]
    name   = "2"
  }
  post-processors {
    post-processor "shell-local" {
      only = ["amazon-ebs.debian"]
    }
    post-processor "manifest" {
      keep_input_artifact = false
    }
  }
}
`);
    expect(outline(plan?.builds)).toEqual([
      'amazon-ebs.ubuntu: 1 | manifest',
      'amazon-ebs.debian: 2 | shell-local>manifest',
    ]);
    expect(plan?.builds[0]?.postProcessorChains[0]?.[0]).toMatchObject({ keepInputArtifact: false });
    expect(messages).toEqual([
      'warning 17:14-17:45 unmatched-step-selection: "except" names "ubuntu", which is no source of this build | The sources of the build are: amazon-ebs.ubuntu, amazon-ebs.debian. Names are written type.name, without wildcards.',
    ]);
  });

  it('overrides options for one source', async () => {
    const { plan } = await load(`${SOURCES}
build {
  sources = ["amazon-ebs.ubuntu", "amazon-ebs.debian"]
  provisioner "shell" {
    inline = ["all"]
    override = {
      debian = {
        inline           = ["debian"]
        "environment_vars" = ["A=1"]
      }
    }
  }
}
`);
    expect(plan?.builds.map(({ provisioners }) => provisioners[0]?.decoded.options)).toMatchObject([
      { inline: ['all'], environment_vars: [] },
      { inline: ['debian'], environment_vars: ['A=1'] },
    ]);
  });

  it('takes overrides that are computed, by the local names of its sources', async () => {
    const { plan, messages } = await load(`${SOURCES}
locals {
  lines = { small = ["first"], big = ["second"] }
}
build {
  source "amazon-ebs.ubuntu" {
    name = "small"
  }
  source "amazon-ebs.ubuntu" {
    name = "big"
  }
  provisioner "shell" {
    inline   = ["all"]
    override = { for name, lines in local.lines : name => { inline = concat(lines, [source.name]) } }
  }
  provisioner "shell" {
    inline   = ["all"]
    override = {
      ("small") = merge({ environment_vars = ["A=1"] }, { inline = [build.ID] })
    }
  }
}
`);
    expect(messages).toEqual([]);
    expect(plan?.builds.map(({ provisioners }) => provisioners.map(({ decoded }) => decoded.options))).toMatchObject([
      [{ inline: ['first', 'small'] }, { environment_vars: ['A=1'] }],
      [{ inline: ['second', 'big'] }, { inline: ['all'], environment_vars: [] }],
    ]);
    const atRun = await plan?.builds[0]?.provisioners[1]?.atRun({ ID: 'i-1' });
    expect(atRun?.value?.options).toMatchObject({ inline: ['i-1'] });
  });

  it('is told of overrides for what is no source of it, and of what is no override', async () => {
    const { messages } = await load(`${SOURCES}
build {
  sources = ["amazon-ebs.ubuntu"]
  provisioner "shell" {
    override = { ubunto = { inline = ["x"] } }
  }
  provisioner "shell" {
    override = "ubuntu"
  }
  provisioner "shell" {
    override = { ubuntu = "x" }
  }
}
`);
    expect(messages).toEqual([
      'warning 12:18-12:24 unmatched-override: "override" names "ubunto", which is no source of this build | The sources of the build are: ubuntu. Did you mean "ubuntu"? They are named without their type.',
      'error 15:16-15:24 invalid-override: Invalid override | An override has to be an object that is known before the build: override = { ubuntu = { option = value } }.',
      'error 18:27-18:30 invalid-override: Invalid override | The override for ubuntu has to be an object that is known before the build: override = { ubuntu = { option = value } }.',
    ]);
  });

  it('neither pauses nor limits where the time is none, and takes null for what is not written', async () => {
    const build = await loadBuild(`${SOURCES}
build {
  sources = ["amazon-ebs.ubuntu"]
  provisioner "shell" {
    pause_before      = "0s"
    timeout           = "0s"
    max_retries       = "2"
    continue_on_error = null
    only              = null
    except            = []
    override          = null
  }
  post-processor "manifest" {
    keep_input_artifact = null
  }
}
`);
    expect(build.provisioners[0]).toMatchObject({
      pauseBeforeMs: 0,
      timeoutMs: undefined,
      maxRetries: 2,
      continueOnError: false,
    });
    expect(build.postProcessorChains[0]?.[0]?.keepInputArtifact).toBeUndefined();
  });

  it('has a source, whatever its expression comes to', async () => {
    const { messages } = await load(`${SOURCES}
build {
  sources = [for name in [] : "amazon-ebs.\${name}"]
}
build {
  sources = ["amazon-ebs.debian"]
}
`);
    expect(messages).toEqual([
      'error 9:1-9:6 missing-sources: A build without a source | A build names what it builds: sources = ["source.amazon-ebs.ubuntu"].',
    ]);
  });

  it('may speak of the registry of HCP Packer once, in its form, to which nothing is sent', async () => {
    const build = 'build {\n  sources = ["amazon-ebs.ubuntu"]\n';
    const registry = (text: string) => load(`${SOURCES}hcp_packer_registry {\n${text}\n}\n${build}}\n`);
    const errors = async (loaded: ReturnType<typeof registry>) =>
      (await loaded).messages.filter((message) => message.startsWith('error')).map((each) => each.split(' | ')[0]);
    expect(
      await errors(
        registry(
          'bucket_name = "my-images"\ndescription = "x"\nbucket_labels = { a = 1 }\nbuild_labels = {}\nchannels = ["prod"]',
        ),
      ),
    ).toEqual([]);
    expect(await errors(registry('bucket_name = "no blanks"'))).toEqual([
      'error 9:15-9:26 invalid-value: Invalid value for "bucket_name"',
    ]);
    expect(await errors(registry(`description = "${'x'.repeat(256)}"`))).toEqual([
      'error 9:15-9:273 invalid-value: Invalid value for "description"',
    ]);
    expect(await errors(registry('labels = { a = "b" }\nbucket_labels = { a = "b" }'))).toEqual([
      'error 9:1-9:7 conflicting-arguments: Both "labels" and "bucket_labels"',
    ]);
    expect(await errors(registry('bucket = "x"'))).toEqual(['error 9:1-9:7 unknown-option: Unsupported argument']);
    const twice = load(`${SOURCES}hcp_packer_registry {}\n${build}  hcp_packer_registry {}\n}\n`);
    expect(await errors(twice)).toEqual(['error 11:3-11:22 duplicate-block: A second hcp_packer_registry']);
  });

  it('makes sources by dynamic, whose iterator only the added options see', async () => {
    const { plan, messages } = await load(`
locals {
  images = { one = "eu-west-1", two = "eu-west-2" }
}
source "amazon-ebs" "base" {
  instance_type = "\${source.type}/\${source.name}"
}
build {
  dynamic "source" {
    for_each = local.images
    labels   = ["amazon-ebs.base"]
    content {
      name     = source.key
      ami_name = "x-\${source.key}"
      region   = source.value
      launch_block_device_mappings {
        device_name = "/dev/\${source.key}"
      }
    }
  }
}
`);
    expect(messages).toEqual([]);
    expect(plan?.builds.map(({ name, builder }) => [name, builder.decoded.options])).toMatchObject([
      [
        'amazon-ebs.one',
        {
          ami_name: 'x-one',
          region: 'eu-west-1',
          instance_type: 'amazon-ebs/one',
          launch_block_device_mappings: [{ device_name: '/dev/one' }],
        },
      ],
      [
        'amazon-ebs.two',
        {
          ami_name: 'x-two',
          region: 'eu-west-2',
          instance_type: 'amazon-ebs/two',
          launch_block_device_mappings: [{ device_name: '/dev/two' }],
        },
      ],
    ]);
  });

  it('makes blocks by dynamic', async () => {
    const build = await loadBuild(`
variable "disks" {
  default = { sda = 8, sdb = 16 }
}
source "amazon-ebs" "ubuntu" {
  ami_name = "x"
  dynamic "launch_block_device_mappings" {
    for_each = var.disks
    iterator = disk
    content {
      device_name = "/dev/\${disk.key}"
      volume_size = disk.value
    }
  }
}
build {
  sources = ["amazon-ebs.ubuntu"]
  dynamic "provisioner" {
    for_each = ["one", "two"]
    labels   = ["shell"]
    content {
      inline = [provisioner.value, "\${build.name}\${source.name}"]
    }
  }
  dynamic "post-processors" {
    for_each = [1]
    content {
      post-processor "manifest" {
        output = "m\${post-processors.value}.json"
      }
    }
  }
}
`);
    expect(build.builder.decoded.options).toMatchObject({
      launch_block_device_mappings: [
        { device_name: '/dev/sda', volume_size: 8 },
        { device_name: '/dev/sdb', volume_size: 16 },
      ],
    });
    expect(build.provisioners.map(({ decoded }) => decoded.options)).toMatchObject([
      { inline: ['one', 'ubuntu'] },
      { inline: ['two', 'ubuntu'] },
    ]);
    expect(build.postProcessorChains[0]?.[0]?.decoded.options).toMatchObject({ output: 'm1.json' });
  });
});

describe('the choice of builds', () => {
  const template = `${SOURCES}
build {
  name    = "web"
  sources = ["amazon-ebs.ubuntu", "amazon-ebs.debian"]
  post-processors {
    post-processor "shell-local" {
      name = "upload"
    }
    post-processor "manifest" {}
  }
  post-processor "manifest" {}
}
source "docker" "local" {
  image = "x"
}
build {
  sources = ["docker.local"]
}
`;

  it.each([
    [['*.ubuntu'], [], ['web.amazon-ebs.ubuntu:  | upload>manifest manifest']],
    [['web.*'], ['*.debian', 'upload'], ['web.amazon-ebs.ubuntu:  | manifest']],
    [['web.*'], ['*.debian', 'manifest'], ['web.amazon-ebs.ubuntu:  | upload']],
  ])('only %j except %j', async (only, except, expected) => {
    const { plan, messages } = await load(template, { only, except });
    expect(messages).toEqual([]);
    expect(outline(plan?.builds)).toEqual(expected);
  });

  it('is warned of where a pattern fits nothing, and fails where nothing is left', async () => {
    expect(await load(template, { only: ['web.amazon-ebs.ubunu'] })).toMatchObject({
      plan: undefined,
      messages: [
        'warning - unmatched-selection: "only" names "web.amazon-ebs.ubunu", which fits no build | The builds are: web.amazon-ebs.ubuntu, web.amazon-ebs.debian, docker.local. Did you mean "web.amazon-ebs.ubuntu"? A "*" stands for any characters.',
        'error - nothing-to-build: There is nothing to build | "only" and "except" leave no build of the template "a.pkr.hcl".',
      ],
    });
  });

  it('does not look into sources that are not built', async () => {
    const broken = `${template}\nsource "amazon-ebs" "unused" {\n  nonsense = nowhere.x\n}\n`;
    expect((await load(broken, { except: ['docker.*'] })).messages).toEqual([]);
  });
});

describe('what is wrong with a build', () => {
  const building = (build: string): string => `${SOURCES}build {\n${build}\n}\n`;

  it.each([
    [
      'no source',
      building('  name = "x"'),
      [
        'error 8:1-8:6 missing-sources: A build without a source | A build names what it builds: sources = ["source.amazon-ebs.ubuntu"].',
      ],
    ],
    [
      'a source that is not there',
      building('  sources = ["source.amazon-ebs.debian", "amazon-ebs.ubunut", "ubuntu"]'),
      [
        'error 9:42-9:61 unknown-source: Unknown source "amazon-ebs.ubunut" | The template has no block source "amazon-ebs" "ubunut". Did you mean "amazon-ebs.ubuntu"?',
        'error 9:63-9:71 invalid-source-reference: Invalid source reference "ubuntu" | A source is referred to by its type and its name: "source.amazon-ebs.ubuntu".',
      ],
    ],
    [
      'an option that the source sets already',
      building('  source "amazon-ebs.debian" {\n    ami_name = "y"\n  }'),
      [
        'error 10:5-10:13 duplicate-argument: Argument set twice | The argument "ami_name" was already set at a.pkr.hcl:6:3. Each argument may be set only once.',
      ],
    ],
    [
      'names of options and components',
      `source "amazon-eb" "x" {}
source "amazon-ebs" "y" {
  ami_nam       = "y"
  instance_tpe  = "z"
  spot_price    = "1"
  force_deregister = "perhaps"
}
build {
  sources = ["amazon-eb.x", "amazon-ebs.y"]
  provisioner "shel" {}
  provisioner "powershell" {}
  provisioner "file" {
    destination = 1
    soruce      = "x"
  }
  post-processor "manifests" {}
}
`,
      [
        'error 1:8-1:19 unknown-builder: Unknown builder "amazon-eb" | There is no builder of that name. Did you mean "amazon-ebs"? There are: amazon-ebs.',
        'error 3:3-3:10 unknown-option: Unsupported argument | An argument named "ami_nam" is not expected here. Did you mean "ami_name"?',
        'error 4:3-4:15 unknown-option: Unsupported argument | An argument named "instance_tpe" is not expected here. Did you mean "instance_type"?',
        'warning 5:3-5:13 option-not-yet: "spot_price" does not work yet | Use instance_type alone.',
        'error 6:22-6:31 invalid-option-value: Invalid value for "force_deregister" | Expected true or false: a bool is required.',
        'error 10:15-10:21 unknown-provisioner: Unknown provisioner "shel" | There is no provisioner of that name. Did you mean "shell"? There are: file, shell.',
        'warning 11:15-11:27 foreign-provisioner: The provisioner "powershell" is not built in | Its options are not judged, and it does not run. Windows is not supported yet.',
        'error 14:5-14:11 unknown-option: Unsupported argument | An argument named "soruce" is not expected here. Did you mean "source"?',
        'error 16:18-16:29 unknown-post-processor: Unknown post-processor "manifests" | There is no post-processor of that name. Did you mean "manifest"? There are: manifest, shell-local.',
      ],
    ],
    [
      'what every step takes',
      building(`  sources = ["amazon-ebs.debian"]
  provisioner "shell" {
    only         = ["amazon-ebs.debian"]
    except       = ["amazon-ebs.debian"]
    pause_before = "10"
    max_retries  = 1.5
    override     = "x"
    timeout      = ["x"]
  }
  error-cleanup-provisioner "shell" {}
  error-cleanup-provisioner "shell" {}
  hcp_packer_registry {}
  provisoner "shell" {}`),
      [
        'error 12:5-12:11 only-and-except: Both "only" and "except" | A step takes either "only" or "except", not both.',
        'error 13:20-13:24 invalid-duration: Invalid duration for "pause_before" | "10" is no duration. Write a number with its unit, such as "30s", "5m" or "1h30m".',
        'error 14:20-14:23 invalid-value: Invalid value for "max_retries" | The number of tries after the first one has to be a whole number, 0 or more; 1.5 is not.',
        'error 15:20-15:23 invalid-override: Invalid override | An override has to be an object that is known before the build: override = { ubuntu = { option = value } }.',
        'error 16:20-16:25 invalid-value: Invalid value for "timeout" | String required, but have tuple.',
        'error 19:3-19:36 duplicate-block: A second error-cleanup-provisioner | A build has at most one error-cleanup-provisioner.',
        'warning 20:3-20:22 ignored-block: The block "hcp_packer_registry" does nothing here | Nothing is sent to HCP Packer; the rest of the template is not affected.',
        'error 21:3-21:13 unknown-option: Unsupported block type | Blocks of type "provisoner" are not expected here. Did you mean "provisioner"?',
      ],
    ],
    [
      'nothing to build',
      SOURCES,
      [
        'error - nothing-to-build: There is nothing to build | The template "a.pkr.hcl" has no build block. A build names its sources: build { sources = ["source.amazon-ebs.ubuntu"] }. If it is in another file, name the folder that holds both.',
      ],
    ],
    [
      'syntax, and what else there is',
      `${SOURCES}build {\n  sources = ["amazon-ebs.debian"]\n  provisioner "shell" {\n    inline = ["a"\n  }\n  provisioner "shell" {\n    inlin = ["a"]\n  }\n}\n`,
      [
        expect.stringMatching(/^error 1[12]:/),
        'error 14:5-14:10 unknown-option: Unsupported argument | An argument named "inlin" is not expected here. Did you mean "inline"?',
      ],
    ],
  ])('%s', async (_, template, expected) => {
    const { plan, messages } = await load(template);
    expect(messages).toEqual(expected);
    expect(plan).toBeUndefined();
  });

  it('is said once, however many sources share it', async () => {
    const { messages } = await load(
      building('  sources = ["amazon-ebs.ubuntu", "amazon-ebs.debian"]\n  provisioner "shell" {\n    inlin = []\n  }'),
    );
    expect(messages).toEqual([
      'error 11:5-11:10 unknown-option: Unsupported argument | An argument named "inlin" is not expected here. Did you mean "inline"?',
    ]);
  });
});

describe('a component of a plugin that is not built in', () => {
  it('is named, and the template stays usable to look at', async () => {
    const { plan, messages } = await load(
      'packer {\n  required_plugins {\n    docker = { source = "github.com/hashicorp/docker", version = ">= 1" }\n  }\n}\nsource "docker" "x" {}\nbuild {\n  sources = ["docker.x"]\n  provisioner "shell" {\n    inline = [build.Anything]\n  }\n}\n',
    );
    expect(plan?.builds).toEqual([]);
    expect(messages).toEqual([
      'warning 6:8-6:16 foreign-builder: The builder "docker" is not built in | Its options are not judged, and it does not run. It belongs to the plugin "docker" (github.com/hashicorp/docker), and plugins are not downloaded. To build the other sources, leave this one out with -except or -only.',
    ]);
  });

  it('may be one of the well-known ones, of which the template says nothing', async () => {
    const { plan, messages } = await load(
      `${SOURCES}build {\n  sources = ["amazon-ebs.debian"]\n  post-processor "checksum" {}\n}\n`,
    );
    expect(plan?.builds.map(({ postProcessorChains }) => postProcessorChains)).toEqual([[]]);
    expect(messages).toEqual([
      'warning 10:18-10:28 foreign-post-processor: The post-processor "checksum" is not built in | Its options are not judged, and it does not run. An AMI has no files. Leave it out. To keep the template as it is, skip it with -except.',
    ]);
  });

  it('is a typing error where its plugin is built in', async () => {
    const { messages } = await load(
      'packer {\n  required_plugins {\n    amazon = { source = "github.com/hashicorp/amazon", version = ">= 1" }\n  }\n}\nsource "amazon-abs" "x" {}\nbuild {\n  sources = ["amazon-abs.x"]\n}\n',
    );
    expect(messages).toEqual([
      'error 6:8-6:20 unknown-builder: Unknown builder "amazon-abs" | There is no builder of that name. Did you mean "amazon-ebs"? There are: amazon-ebs.',
    ]);
  });
});

describe('the plan', () => {
  it('is frozen', async () => {
    const { plan } = await load(
      `${SOURCES}build {\n  sources = ["amazon-ebs.ubuntu"]\n  provisioner "shell" {\n    inline = ["a"]\n  }\n}\n`,
    );
    const frozen = [plan, plan?.builds, plan?.builds[0], plan?.builds[0]?.provisioners[0]?.decoded.options];
    expect(frozen.map((each) => each !== undefined && Object.isFrozen(each))).toEqual([true, true, true, true]);
  });
});
