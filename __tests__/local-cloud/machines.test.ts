import {
  CopyImageCommand,
  CreateImageCommand,
  CreateSnapshotCommand,
  DeleteSnapshotCommand,
  DeregisterImageCommand,
  DescribeImagesCommand,
  DescribeInstancesCommand,
  DescribeSnapshotsCommand,
  DescribeVolumesCommand,
  EC2Client,
  GetConsoleOutputCommand,
  ImportKeyPairCommand,
  type Instance,
  RebootInstancesCommand,
  RunInstancesCommand,
  type RunInstancesCommandInput,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { BakeError } from '../../src/kernel/errors.ts';
import type { Machine, MachineHost, MachineSpecification } from '../../src/local-cloud/machine-host.ts';
import { clientConfig, testCloud } from '../support/local-cloud.ts';
import { imageIdOf } from './support/images.ts';

const PUBLIC_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE4Jw2VqAyN1e9T0cVUqtTqE2jmA1Z0rV3mT1aR0Q2lA';

/** A machine host that only keeps a diary; `boot` can be held back or made to fail. */
class DiaryHost implements MachineHost {
  readonly diary: string[] = [];
  readonly specifications: MachineSpecification[] = [];
  readonly machines: DiaryMachine[] = [];
  beforeBoot: Promise<void> = Promise.resolve();
  sshPort = 22;
  #disks = 0;

  async boot(specification: MachineSpecification): Promise<Machine> {
    await this.beforeBoot;
    this.specifications.push(specification);
    const machine = new DiaryMachine(this, this.machines.length + 1);
    this.machines.push(machine);
    this.diary.push(`boot ${machine.number} from ${specification.diskId ?? 'the base'}`);
    return machine;
  }

  async removeDisk(diskId: string): Promise<void> {
    this.diary.push(`remove ${diskId}`);
  }

  async close(): Promise<void> {
    this.diary.push('close');
  }

  newDisk(): string {
    this.#disks += 1;
    return `disk-${this.#disks}`;
  }
}

class DiaryMachine implements Machine {
  readonly number: number;
  readonly address: string;
  readonly #host: DiaryHost;
  switchOff: () => void = () => undefined;

  constructor(host: DiaryHost, number: number) {
    this.#host = host;
    this.number = number;
    this.address = `127.11.0.${number}`;
  }

  get sshPort(): number {
    return this.#host.sshPort;
  }

  consoleOutput(): string {
    return `machine ${this.number} is up\n`;
  }

  async stop(): Promise<void> {
    this.#host.diary.push(`stop ${this.number}`);
  }

  async start(): Promise<void> {
    this.#host.diary.push(`start ${this.number}`);
  }

  async snapshot(): Promise<string> {
    const disk = this.#host.newDisk();
    this.#host.diary.push(`keep ${this.number} as ${disk}`);
    return disk;
  }

  async terminate(): Promise<void> {
    this.#host.diary.push(`terminate ${this.number}`);
  }

  onShutdown(listener: () => void): void {
    this.switchOff = listener;
  }
}

async function cloudWithMachines() {
  const host = new DiaryHost();
  const { clock, cloud, ec2 } = testCloud({ machineHost: host });
  const imageId = await imageIdOf(ec2);
  const launch = async (input: Partial<RunInstancesCommandInput> = {}): Promise<string> => {
    const command = new RunInstancesCommand({
      ImageId: imageId,
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      ...input,
    });
    return (await ec2.send(command)).Instances?.[0]?.InstanceId ?? '';
  };
  const look = async (id: string): Promise<Instance> => {
    const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }));
    return Reservations?.[0]?.Instances?.[0] ?? {};
  };
  const running = async (input: Partial<RunInstancesCommandInput> = {}): Promise<string> => {
    const id = await launch(input);
    await clock.advance(600);
    expect((await look(id)).State?.Name).toBe('running');
    return id;
  };
  return { host, clock, cloud, ec2, imageId, launch, look, running };
}

describe('an instance with a machine', () => {
  it('boots it with key, user data and login user, and has its address', async () => {
    const { clock, ec2, host, launch, look } = await cloudWithMachines();
    await ec2.send(new ImportKeyPairCommand({ KeyName: 'k', PublicKeyMaterial: Buffer.from(PUBLIC_KEY) }));
    const id = await launch({ KeyName: 'k', UserData: Buffer.from('#!/bin/sh\n').toString('base64') });
    await clock.advance(600);
    expect(host.specifications).toEqual([
      {
        instanceId: id,
        hostName: 'ip-172-31-0-4',
        diskId: undefined,
        userData: Buffer.from('#!/bin/sh\n'),
        authorizedKeys: [`${PUBLIC_KEY} k`],
        defaultUser: 'ubuntu',
      },
    ]);
    expect(await look(id)).toMatchObject({
      State: { Name: 'running' },
      PublicIpAddress: '127.11.0.1',
      PrivateIpAddress: '127.11.0.1',
    });
  });

  it('stays pending until the machine is up, however long that takes', async () => {
    const { clock, host, launch, look } = await cloudWithMachines();
    let release = (): void => undefined;
    host.beforeBoot = new Promise((resolve) => {
      release = resolve;
    });
    const id = await launch();
    await clock.advance(3_600_000);
    const waiting = await look(id);
    expect(waiting.State?.Name).toBe('pending');
    expect(waiting.PublicIpAddress).toBeUndefined();
    release();
    await clock.advance(0);
    expect((await look(id)).State?.Name).toBe('running');
  });

  it('ends when the machine can not boot, and says why', async () => {
    const { clock, host, launch, look } = await cloudWithMachines();
    host.beforeBoot = Promise.reject(
      new BakeError('No namespaces here', { code: 'x', category: 'cloud', hint: 'Run as root.' }),
    );
    const id = await launch();
    await clock.advance(2_000);
    expect(await look(id)).toMatchObject({
      State: { Name: 'shutting-down' },
      StateReason: {
        Code: 'Server.InternalError',
        Message: 'Server.InternalError: Internal error on launch: No namespaces here. Run as root.',
      },
    });
    await clock.advance(400);
    expect((await look(id)).State?.Name).toBe('terminated');
  });

  it('stops, starts, reboots and terminates it', async () => {
    const { clock, cloud, ec2, host, look, running } = await cloudWithMachines();
    const id = await running();
    await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }));
    await clock.advance(600);
    const stopped = await look(id);
    expect(stopped.State?.Name).toBe('stopped');
    expect(stopped.PublicIpAddress).toBeUndefined();
    await ec2.send(new StartInstancesCommand({ InstanceIds: [id] }));
    await clock.advance(600);
    expect(await look(id)).toMatchObject({ State: { Name: 'running' }, PublicIpAddress: '127.11.0.1' });
    await ec2.send(new RebootInstancesCommand({ InstanceIds: [id] }));
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }));
    await clock.advance(400);
    expect((await look(id)).State?.Name).toBe('terminated');
    expect(host.diary).toEqual(['boot 1 from the base', 'stop 1', 'start 1', 'stop 1', 'start 1', 'terminate 1']);
    expect(cloud.machines()).toEqual([]);
  });

  it.each([
    ['stop', 'stopping', 'stopped'],
    ['terminate', 'shutting-down', 'terminated'],
  ] as const)('that switches itself off obeys its shutdown behaviour: %s', async (behaviour, first, last) => {
    const { clock, host, look, running } = await cloudWithMachines();
    const id = await running({ InstanceInitiatedShutdownBehavior: behaviour });
    host.machines[0]?.switchOff();
    expect(await look(id)).toMatchObject({
      State: { Name: first },
      StateReason: { Code: 'Client.InstanceInitiatedShutdown' },
    });
    await clock.advance(600);
    expect((await look(id)).State?.Name).toBe(last);
  });

  it('shows its console, also when it has ended, and where SSH is when that is not port 22', async () => {
    const { clock, cloud, ec2, host, running } = await cloudWithMachines();
    const consoleOf = async (id: string): Promise<string> => {
      const { Output = '' } = await ec2.send(new GetConsoleOutputCommand({ InstanceId: id }));
      return Buffer.from(Output, 'base64').toString('utf8');
    };
    const id = await running();
    expect(await consoleOf(id)).toBe('machine 1 is up\n');
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }));
    await clock.advance(400);
    expect(await consoleOf(id)).toBe('machine 1 is up\n');
    host.sshPort = 2_222;
    const other = await running();
    expect(await consoleOf(other)).toBe('bake-ami: SSH on this machine is at 127.11.0.2:2222\nmachine 2 is up\n');
    expect(cloud.machines()).toEqual([
      { region: 'us-east-1', instanceId: other, state: 'running', address: '127.11.0.2', sshPort: 2_222 },
    ]);
  });
});

describe('an image of an instance with a machine', () => {
  it('keeps the disk, boots it again, and lets go of it with the last snapshot', async () => {
    const { clock, cloud, ec2, host, running } = await cloudWithMachines();
    const id = await running();
    await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }));
    await clock.advance(600);
    const { ImageId: imageId = '' } = await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'mine' }));
    await clock.advance(1_500);
    await running({ ImageId: imageId });
    const west = new EC2Client(clientConfig(cloud, 'us-west-2'));
    const { ImageId: copyId = '' } = await west.send(
      new CopyImageCommand({ Name: 'mine', SourceImageId: imageId, SourceRegion: 'us-east-1' }),
    );
    await clock.advance(2_000);
    const remove = async (client: EC2Client, image: string): Promise<void> => {
      const { Images = [] } = await client.send(new DescribeImagesCommand({ ImageIds: [image] }));
      await client.send(new DeregisterImageCommand({ ImageId: image }));
      const SnapshotId = Images[0]?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId;
      await client.send(new DeleteSnapshotCommand({ SnapshotId }));
    };
    await remove(ec2, imageId);
    expect(host.diary).toEqual(['boot 1 from the base', 'stop 1', 'keep 1 as disk-1', 'boot 2 from disk-1']);
    await remove(west, copyId);
    expect(host.diary.at(-1)).toBe('remove disk-1');
  });

  it('is made around a reboot when the machine runs, unless that is not wanted', async () => {
    const { clock, ec2, host, running } = await cloudWithMachines();
    const id = await running();
    await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'one' }));
    await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'two', NoReboot: true }));
    await clock.advance(1_500);
    expect(host.diary).toEqual(['boot 1 from the base', 'stop 1', 'keep 1 as disk-1', 'start 1', 'keep 1 as disk-2']);
  });

  it('fails when the disk can not be kept', async () => {
    const { clock, ec2, host, running } = await cloudWithMachines();
    const id = await running();
    const [machine] = host.machines;
    if (machine !== undefined) machine.snapshot = () => Promise.reject(new Error('no space left'));
    const { ImageId: imageId = '' } = await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'one' }));
    await clock.advance(1_500);
    const { Images } = await ec2.send(new DescribeImagesCommand({ ImageIds: [imageId] }));
    expect(Images?.[0]).toMatchObject({
      State: 'failed',
      StateReason: { Message: expect.stringContaining('no space left') },
    });
  });

  it('is good when its machine does not come up again afterwards', async () => {
    const { clock, ec2, host, running } = await cloudWithMachines();
    const id = await running();
    const [machine] = host.machines;
    if (machine !== undefined) machine.start = () => Promise.reject(new Error('no power'));
    const { ImageId: imageId = '' } = await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'one' }));
    await clock.advance(1_500);
    const { Images } = await ec2.send(new DescribeImagesCommand({ ImageIds: [imageId] }));
    expect(Images?.[0]?.State).toBe('available');
  });

  it('of a volume alone is an error, too: nothing boots from a disk that is not there', async () => {
    const { clock, ec2, host, running } = await cloudWithMachines();
    await running();
    const [machine] = host.machines;
    if (machine !== undefined) machine.snapshot = () => Promise.reject(new Error('no space left'));
    const { Volumes = [] } = await ec2.send(new DescribeVolumesCommand({}));
    const { SnapshotId = '' } = await ec2.send(new CreateSnapshotCommand({ VolumeId: Volumes[0]?.VolumeId }));
    await clock.advance(1_500);
    const { Snapshots } = await ec2.send(new DescribeSnapshotsCommand({ SnapshotIds: [SnapshotId] }));
    expect(Snapshots?.[0]?.State).toBe('error');
  });

  it('that was removed while its disk was being kept keeps no disk', async () => {
    const { clock, ec2, host, running } = await cloudWithMachines();
    const id = await running();
    let release: (diskId: string) => void = () => undefined;
    const [machine] = host.machines;
    if (machine !== undefined) {
      machine.snapshot = () =>
        new Promise((resolve) => {
          release = resolve;
        });
    }
    const { ImageId: imageId = '' } = await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'one' }));
    await ec2.send(new DeregisterImageCommand({ ImageId: imageId, DeleteAssociatedSnapshots: true }));
    release('disk-9');
    await clock.advance(1_500);
    expect(host.diary).toContain('remove disk-9');
  });
});

describe('closing a cloud', () => {
  it('ends the machine host, once work under way is done', async () => {
    const { cloud, host, launch } = await cloudWithMachines();
    await launch();
    await cloud.close();
    expect(host.diary).toEqual(['boot 1 from the base', 'close']);
  });

  it('does not wait for ever for a machine that hangs', async () => {
    const { clock, cloud, host, launch } = await cloudWithMachines();
    host.beforeBoot = new Promise(() => undefined);
    await launch();
    const closing = cloud.close();
    await clock.advance(20_000);
    await closing;
    expect(host.diary).toEqual(['close']);
  });
});
