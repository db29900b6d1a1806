import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BakeError } from '../kernel/errors.ts';
import { build } from './build.ts';
import type { BuildRequest, BuildResult } from './build-request.ts';
import { cloudAccess } from './cloud-access/cloud-access.ts';
import { type LocalCloudHandle, onLocalCloud } from './local-cloud/local-cloud-handle.ts';
import { localCloudContents, startLocalCloudHost, stopLocalCloudHost } from './local-cloud/local-cloud-host.ts';
import { createRunDirectory, type RunDirectory, removeRunDirectory } from './run/run-directory.ts';
import { newRunId } from './run/run-id.ts';
import type { Surroundings } from './surroundings.ts';

/** Bakes the example template on the local cloud, launches the image, looks inside, and removes everything. */
export interface DemoRequest extends Surroundings {
  /** `examples/node-app`, absolute. */
  readonly exampleDirectory: string;
  /** `dist/cli.js`, absolute. */
  readonly cliPath: string;
  /** A folder for the demo's run; made, and removed at the end. */
  readonly runDirectory: string;
  /** One sentence for the person who watches, between the events of the bake. */
  narrate(text: string): void;
}

export interface DemoResult {
  /** The image that was baked, launched and removed again. */
  readonly imageId: string;
  readonly elapsedMs: number;
}

const VERSION = '1.0.0';
const REGION = 'eu-central-1';

/** Launches an image, asks the application in it how it is, and keeps nothing. */
const CHECK_TEMPLATE = `
source "amazon-ebs" "check" {
  ami_name        = "check"
  skip_create_ami = true
  source_ami      = var.image
  region          = "${REGION}"
  instance_type   = "t3.micro"
  ssh_username    = "ubuntu"
}
variable "image" {
  type = string
}
build {
  sources = ["source.amazon-ebs.check"]
  provisioner "shell" {
    inline = [
      "test \\"$(cat /opt/node-app/VERSION)\\" = ${VERSION}",
      "sudo systemctl start node-app",
      "/opt/node-app/check.sh 8080",
    ]
  }
}
`;

/** Rejects with the first thing that went wrong. Removes everything that it made in any case. */
export async function runDemo(request: DemoRequest): Promise<DemoResult> {
  const { clock } = request;
  const start = clock.monotonic();
  const directory = createRunDirectory(request.runDirectory);
  try {
    request.narrate('Starting a local cloud: an EC2 of your own on this machine. No AWS account is used.');
    const localCloud = await startLocalCloudHost({
      ...request,
      directory,
      region: REGION,
      // The example downloads nothing, and nothing on this computer is to be in its way.
      network: 'isolated',
      hide: [],
      endsWithProcess: true,
    });
    try {
      const imageId = await bakeAndCheck(request, directory, localCloud);
      return { imageId, elapsedMs: clock.monotonic() - start };
    } finally {
      await stopLocalCloudHost(localCloud, clock);
    }
  } finally {
    removeRunDirectory(directory);
  }
}

async function bakeAndCheck(
  request: DemoRequest,
  directory: RunDirectory,
  localCloud: LocalCloudHandle,
): Promise<string> {
  const { clock, exampleDirectory } = request;
  request.narrate(
    `Baking the Packer template in ${exampleDirectory}: instance, SSH, provisioners, snapshot, AMI, manifest.`,
  );
  const bake = demoBuild(request, directory, localCloud, 'bake');
  const { outputs } = succeeded(
    await build({ ...bake, template: exampleDirectory, variables: [{ name: 'app_version', value: VERSION }] }),
  );
  const imageId = outputs.amiId;
  if (imageId === undefined) throw defect('The bake succeeded without an image');

  request.narrate(`${imageId} is made. Launching it, to see whether it holds what was provisioned.`);
  const check = demoBuild(request, directory, localCloud, 'check');
  writeFileSync(path.join(check.workingDirectory, 'check.pkr.hcl'), CHECK_TEMPLATE);
  succeeded(await build({ ...check, template: 'check.pkr.hcl', variables: [{ name: 'image', value: imageId }] }));

  request.narrate('The application answers. Removing the image, and looking whether anything is left.');
  const { undo } = cloudAccess(request, onLocalCloud(request.environment, localCloud), 'local');
  const image = { kind: 'image', id: imageId, region: REGION };
  await undo('image')?.confirm(image, request.signal);
  const left = (await localCloudContents(localCloud, clock))?.left ?? [];
  if (left.length > 0) throw defect(`The demo left something behind: ${left.join('; ')}`);
  request.narrate('Nothing is left: no instance, no volume, no key pair, no security group.');
  return imageId;
}

/** What both builds of the demo have in common; what they write goes into a folder that is removed. */
function demoBuild(
  request: DemoRequest,
  { path: parent }: RunDirectory,
  localCloud: LocalCloudHandle,
  name: string,
): Omit<BuildRequest, 'template' | 'variables'> {
  const workingDirectory = path.join(parent, name);
  mkdirSync(workingDirectory, { mode: 0o700 });
  const environment = Object.entries(request.environment).filter(([variable]) => !variable.startsWith('PKR_VAR_'));
  return {
    ...request,
    environment: Object.fromEntries(environment),
    variableFiles: [],
    only: [],
    except: [],
    workingDirectory,
    cloud: 'local',
    localCloud,
    region: undefined,
    onError: 'cleanup',
    force: false,
    reuse: 'never',
    fingerprintKey: undefined,
    parallelBuilds: 0,
    hostKeyPolicy: 'proven',
    fallbackInstanceTypes: [],
    deadlineMinutes: undefined,
    manifest: undefined,
    runId: newRunId(request.ids),
    runDirectory: path.join(workingDirectory, 'run'),
  };
}

function succeeded(result: BuildResult): BuildResult {
  if (result.outcome === 'succeeded') return result;
  throw result.error ?? defect(`A build of the demo ${result.outcome}`);
}

function defect(message: string): BakeError {
  return new BakeError(message, {
    code: 'demo-failed',
    category: 'internal',
    hint: 'This is a defect of bake-ami. Please report it with the log.',
  });
}
