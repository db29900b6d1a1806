import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CreateSecurityGroupCommand, EC2Client, ImportKeyPairCommand } from '@aws-sdk/client-ec2';
import { build } from '../../../src/app/build.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { SecretRegistry } from '../../../src/kernel/secrets.ts';
import { makeEd25519KeyPair } from '../../../src/kernel/ssh-keys.ts';
import { createLocalCloud, type LocalCloud } from '../../../src/local-cloud/cloud.ts';
import type { CallRecord } from '../../../src/local-cloud/options.ts';
import { BROKEN_CONNECTION } from '../../../src/local-cloud/protocol/http.ts';
import { serveLocalCloud } from '../../../src/local-cloud/server.ts';
import { loopbackMachines } from '../../support/loopback-machines.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { cleanEnvironment, expectExit, run } from '../support/programs.ts';
import { type Recording, recordingOf } from './requests.ts';
import { completed } from './templates.ts';

/** Bakes in a folder with `app.pkr.hcl`; rejects where that fails. */
export type Baker = (
  folder: string,
  variables: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
) => Promise<void>;

export interface Baked {
  readonly recording: Recording;
  /** What is left in the cloud and costs money or opens a door. */
  readonly leftovers: readonly string[];
}

const DELAYS = { address: 100, running: 300, stopped: 300, terminated: 300, image: 500, copy: 500 };

/** Bakes a template on a cloud of its own, and tells what was asked of it. */
export async function bakeOn(source: string, port: number, baker: Baker): Promise<Baked> {
  const machineHost = loopbackMachines({ port, sshMs: DELAYS.running });
  const cloud = createLocalCloud({ clock: systemClock, ids: randomIds, machineHost, delays: DELAYS });
  // A deletion is asked for until there is nothing left to delete: how often is a matter of pace, like looking.
  const refused = new Set<CallRecord>();
  const handle: LocalCloud['handle'] = async (request) => {
    const number = cloud.calls.length;
    const answering = cloud.handle(request);
    // A call is on record as soon as it is made.
    const call = cloud.calls[number];
    const outcome = await answering;
    if (call?.action.startsWith('Delete') && outcome !== BROKEN_CONNECTION && outcome.status >= 400) refused.add(call);
    return outcome;
  };
  const left = () => cloud.leftovers().map(({ kind, id }) => `${kind} ${id}`);
  const server = await serveLocalCloud({ ...cloud, handle });
  try {
    const folder = temporaryFolder('parity');
    writeFileSync(path.join(folder, 'app.pkr.hcl'), completed(source, server.url, port));
    const variables = await existing(server.url, folder);
    const before = cloud.calls.length;
    const there = new Set(left());
    await baker(folder, variables, {
      AWS_ENDPOINT_URL: server.url,
      AWS_ACCESS_KEY_ID: 'AKIAPARITY',
      AWS_SECRET_ACCESS_KEY: 'worthless',
      AWS_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
      // Else the SDKs look into the files of whoever runs this.
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_CONFIG_FILE: '/dev/null',
    });
    return {
      recording: recordingOf(cloud.calls.slice(before).filter((call) => !refused.has(call))),
      leftovers: left().filter((each) => !there.has(each)),
    };
  } finally {
    await server.close();
    await cloud.close();
  }
}

/** A security group and a key pair that are there before the bake, as variables of the template. */
async function existing(endpoint: string, folder: string): Promise<Record<string, string>> {
  const credentials = { accessKeyId: 'AKIAPARITY', secretAccessKey: 'worthless' };
  const ec2 = new EC2Client({ endpoint, region: 'us-east-1', credentials });
  const { GroupId = '' } = await ec2.send(new CreateSecurityGroupCommand({ GroupName: 'mine', Description: 'mine' }));
  const pair = makeEd25519KeyPair('mine');
  const KeyName = 'mine';
  await ec2.send(new ImportKeyPairCommand({ KeyName, PublicKeyMaterial: Buffer.from(pair.publicKey) }));
  const file = path.join(folder, 'mine.pem');
  writeFileSync(file, pair.privateKey, { mode: 0o600 });
  ec2.destroy();
  return { group: GroupId, key: KeyName, key_file: file };
}

/** Packer as it is installed; it polls less and less often, unless it is told. */
export function bakePacker(program: string): Baker {
  return async (folder, variables, env) => {
    const words = Object.entries(variables).flatMap(([name, value]) => ['-var', `${name}=${value}`]);
    const environment = cleanEnvironment({ ...env, AWS_POLL_DELAY_SECONDS: '1', AWS_MAX_ATTEMPTS: '120' });
    expectExit(await run(program, ['build', '-color=false', ...words, 'app.pkr.hcl'], environment, folder), 0);
  };
}

/** The use case `build`, from the source, with what the command line gives it by default. */
export const bakeOurs: Baker = async (folder, variables, env) => {
  const runDirectory = path.join(folder, 'run');
  mkdirSync(runDirectory, { mode: 0o700 });
  const { outcome, error } = await build({
    template: 'app.pkr.hcl',
    variables: Object.entries(variables).map(([name, value]) => ({ name, value })),
    variableFiles: [],
    only: [],
    except: [],
    workingDirectory: folder,
    clock: systemClock,
    ids: randomIds,
    environment: { PATH: process.env['PATH'], ...env },
    reporter: { report: () => undefined },
    secrets: new SecretRegistry(),
    signal: new AbortController().signal,
    cloud: 'aws',
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
    runId: randomIds.token(16),
    runDirectory,
    cliPath: '/nowhere/cli.js',
  });
  if (outcome !== 'succeeded') throw error ?? new Error(`the build ${outcome}`);
};
