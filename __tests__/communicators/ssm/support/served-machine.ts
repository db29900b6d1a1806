import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { DescribeImagesCommand, DescribeInstancesCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { ResumeSessionCommand, SSMClient, StartSessionCommand } from '@aws-sdk/client-ssm';
import type { DataChannelSettings } from '../../../../src/communicators/ssm/data-channel.ts';
import type { PortSessionGrant } from '../../../../src/engine/ports.ts';
import { systemClock } from '../../../../src/kernel/clock.ts';
import { randomIds } from '../../../../src/kernel/ids.ts';
import { SecretRegistry } from '../../../../src/kernel/secrets.ts';
import { createLocalCloud, type LocalCloud } from '../../../../src/local-cloud/cloud.ts';
import { serveLocalCloud } from '../../../../src/local-cloud/server.ts';
import { clientConfig } from '../../../support/local-cloud.ts';

/** A local cloud that is served, with one machine in it, whose port 22 is a server of the test. */
export interface ServedMachine extends AsyncDisposable {
  readonly cloud: LocalCloud;
  readonly url: string;
  readonly instanceId: string;
  readonly settings: DataChannelSettings;
  /** StartSession, as the builder calls it. */
  start(port?: number, localPort?: number): Promise<PortSessionGrant>;
  /** Closes the machine's port. */
  closePort(): Promise<void>;
}

export async function servedMachine(onConnection: (socket: Socket) => void): Promise<ServedMachine> {
  const sockets = new Set<Socket>();
  const door = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  const sshPort = typeof address === 'object' && address !== null ? address.port : 0;
  const machine = {
    address: '127.0.0.1',
    sshPort,
    consoleOutput: () => '',
    stop: async () => undefined,
    start: async () => undefined,
    snapshot: async () => 'disk',
    terminate: async () => undefined,
    onShutdown: () => undefined,
  };
  const cloud = createLocalCloud({
    clock: systemClock,
    ids: randomIds,
    delays: { address: 0, running: 0 },
    machineHost: { boot: async () => machine, removeDisk: async () => undefined, close: async () => undefined },
  });
  const server = await serveLocalCloud(cloud);
  const ec2 = new EC2Client(clientConfig(cloud));
  const ssm = new SSMClient(clientConfig(cloud));
  const { Instances: [{ InstanceId: instanceId = '' } = {}] = [] } = await ec2.send(
    new RunInstancesCommand({
      ImageId: await newestImage(ec2),
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      IamInstanceProfile: { Name: 'bake-ami' },
    }),
  );
  for (let state: string | undefined; state !== 'running'; ) {
    const { Reservations: [{ Instances: [instance] = [] } = {}] = [] } = await ec2.send(
      new DescribeInstancesCommand({ InstanceIds: [instanceId] }),
    );
    state = instance?.State?.Name;
    await systemClock.sleep(5);
  }
  const secrets = new SecretRegistry();
  return {
    cloud,
    url: server.url,
    instanceId,
    settings: { clock: systemClock, ids: randomIds, secrets, agentFor: async () => undefined },
    start: async (port = 22, localPort = 0) => {
      const {
        SessionId = '',
        StreamUrl = '',
        TokenValue = '',
      } = await ssm.send(
        new StartSessionCommand({
          Target: instanceId,
          DocumentName: 'AWS-StartPortForwardingSession',
          Parameters: { portNumber: [String(port)], localPortNumber: [String(localPort)] },
        }),
      );
      return {
        machine: instanceId,
        sessionId: SessionId,
        streamUrl: StreamUrl,
        token: TokenValue,
        isInsecure: false,
        resume: async () => {
          const resumed = await ssm.send(new ResumeSessionCommand({ SessionId }));
          return { streamUrl: resumed.StreamUrl ?? '', token: resumed.TokenValue ?? '' };
        },
      };
    },
    closePort: async () => {
      for (const socket of sockets) socket.destroy();
      door.close();
      await once(door, 'close');
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      door.close();
      await server.close();
      await cloud.close();
    },
  };
}

async function newestImage(ec2: EC2Client): Promise<string> {
  const { Images = [] } = await ec2.send(
    new DescribeImagesCommand({
      Owners: ['099720109477'],
      Filters: [{ Name: 'name', Values: ['ubuntu/images/*ubuntu-jammy-22.04-amd64-server-*'] }],
    }),
  );
  return Images[0]?.ImageId ?? '';
}
