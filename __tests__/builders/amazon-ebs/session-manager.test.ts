import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { AmazonEbsOptions } from '../../../src/builders/amazon-ebs/options.ts';
import { askedOf } from '../../../src/builders/amazon-ebs/permissions/need.ts';
import { statementsOf } from '../../../src/builders/amazon-ebs/permissions/statements.ts';
import type { ConnectTarget, PortSessionGrant, PortSessions } from '../../../src/engine/ports.ts';
import { BakeError } from '../../../src/kernel/errors.ts';
import { policyDocument } from '../../../src/kernel/iam-policy.ts';
import type { DecodedOptions } from '../../../src/kernel/schema.ts';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import type { Machine, MachineHost } from '../../../src/local-cloud/machine-host.ts';
import { decode, findings, MINIMUM } from './support/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

const SESSION = 'ssh_interface = "session_manager"\niam_instance_profile = "bake-ami"\n';
const TEN_MINUTES_MS = 10 * 60_000;

/** Machines that only are there. */
const machineHost: MachineHost = {
  boot: async () => idleMachine,
  removeDisk: async () => undefined,
  close: async () => undefined,
};
const idleMachine: Machine = {
  address: '127.0.0.1',
  sshPort: 22,
  consoleOutput: () => '',
  stop: async () => undefined,
  start: async () => undefined,
  snapshot: async () => 'disk',
  terminate: async () => undefined,
  onShutdown: () => undefined,
};

/** Sessions whose streams nobody is behind; what they were opened with. */
class RecordedSessions implements PortSessions {
  readonly grants: PortSessionGrant[] = [];
  readonly ports: number[] = [];

  async open(grant: PortSessionGrant): Promise<PassThrough> {
    this.grants.push(grant);
    return new PassThrough();
  }

  async listen(port: number) {
    this.ports.push(port);
    return { host: '127.0.0.1', port: port || 40_000, [Symbol.asyncDispose]: async () => undefined };
  }
}

/** A bake whose connector tries to open a stream as SSH does: until it works, or it is told not to. */
function bakeOf(options: RigOptions & { readonly limitMs?: number } = {}) {
  const sessions = new RecordedSessions();
  const tried: ConnectTarget[] = [];
  const rig: Rig = new Rig({
    portSessions: sessions,
    ...options,
    source: options.source ?? SESSION,
    cloud: { machineHost, ...options.cloud },
    connector: {
      connect: async (target, signal) => {
        tried.push(target);
        const until = rig.clock.monotonic() + (options.limitMs ?? TEN_MINUTES_MS);
        for (;;) {
          try {
            const stream = await target.tunnel?.open(signal);
            const { communicator } = rig;
            communicator.close = async () => {
              stream?.destroy();
            };
            return communicator;
          } catch (error) {
            const isLate = rig.clock.monotonic() > until;
            if (isLate && error instanceof Error) throw timeoutOf(error);
            if (!/TargetNotConnected/.test(String(error))) throw error;
            await rig.clock.sleep(250, signal);
          }
        }
      },
    },
  });
  rig.cloud.sessions.servedAt = 'http://127.0.0.1:9';
  return { rig, sessions, tried };
}

function timeoutOf(cause: Error): Error {
  return new BakeError(`Cannot connect by SSH: ${cause.message}`, {
    code: 'ssh-timeout',
    category: 'connection',
    cause,
  });
}

describe('a bake through Session Manager', () => {
  it('opens a session to the port of SSH, by the document that policies name, and lets nobody in by the network', async () => {
    const { rig, sessions, tried } = bakeOf();
    const { error, left } = await rig.bake();
    expect(error).toBeUndefined();
    expect(left).toEqual([]);
    const started = JSON.parse(
      rig.cloud.calls.filter(({ action }) => action === 'StartSession').at(-1)?.parameters['body'] ?? '',
    );
    expect(started).toEqual({
      Target: sessions.grants[0]?.machine,
      DocumentName: 'AWS-StartPortForwardingSession',
      Parameters: { portNumber: ['22'] },
      Reason: 'bake-ami run1',
    });
    expect(rig.calls()).toContain('CreateSecurityGroup');
    expect(rig.calls()).not.toContain('AuthorizeSecurityGroupIngress');
    expect(tried[0]?.tunnel?.name).toBe('Session Manager');
    assertEmpty(rig.cloud);
  });

  it('terminates the session as soon as its connection ends, and leaves none', async () => {
    const { rig, sessions } = bakeOf();
    await rig.bake();
    const terminated = rig.cloud.calls.filter(({ action }) => action === 'TerminateSession');
    expect(terminated.map(({ parameters }) => parameters['body'])).toEqual([
      JSON.stringify({ SessionId: sessions.grants[0]?.sessionId }),
    ]);
    const order = rig.calls();
    expect(order.indexOf('TerminateSession')).toBeLessThan(order.indexOf('CreateImage'));
    expect(rig.cloud.sessions.all()).toEqual([]);
  });

  it('tells its token to nobody: no event and no line of the journal has it, and it is registered as a secret', async () => {
    const { rig, sessions } = bakeOf();
    await rig.bake();
    const token = sessions.grants[0]?.token ?? '';
    expect(token).toMatch(/^token-/);
    expect(JSON.stringify([rig.events, rig.journal])).not.toContain(token);
    expect(rig.secrets.mask(`with ${token}`)).toBe('with ***');
  });

  it('asks every two seconds until the agent has reported', async () => {
    const { rig } = bakeOf({ cloud: { faults: [{ action: 'StartSession', call: [1, 2, 3], fault: NOT_CONNECTED }] } });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    const at = rig.cloud.calls.filter(({ action }) => action === 'StartSession').map((call) => call.at);
    expect(at).toHaveLength(4);
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2_000);
    expect(Math.max(...pauses)).toBeLessThan(3_000);
  });

  it('waits for pause_before_ssm from the moment that the instance runs', async () => {
    const { rig } = bakeOf({ source: `${SESSION}pause_before_ssm = "90s"\n` });
    await rig.bake();
    const startedAt = (action: string) => rig.cloud.calls.find((call) => call.action === action)?.at ?? 0;
    expect(startedAt('StartSession') - startedAt('RunInstances')).toBeGreaterThanOrEqual(90_000);
    expect(rig.logs().join('\n')).toContain('Nothing is tried for 90 s (pause_before_ssm)');
    const { rig: without } = bakeOf();
    await without.bake();
    const launched = without.cloud.calls.find((call) => call.action === 'RunInstances')?.at ?? 0;
    const first = without.cloud.calls.find((call) => call.action === 'StartSession')?.at ?? 0;
    expect(first - launched).toBeLessThan(60_000);
  });

  it('begins at session_manager_port for programs that connect by themselves', async () => {
    const { rig, sessions, tried } = bakeOf({ source: `${SESSION}session_manager_port = 8765\n` });
    await rig.bake();
    expect(sessions.ports).toEqual([8_765]);
    expect(tried[0]?.tunnel).toMatchObject({ host: '127.0.0.1', port: 8_765 });
    const { rig: other, sessions: free } = bakeOf();
    await other.bake();
    expect(free.ports).toEqual([0]);
  });

  it('ends at once when the role may not start sessions, and names the action', async () => {
    const { rig } = bakeOf({ cloud: { deniedActions: ['ssm:StartSession'] } });
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({ code: 'not-authorised', message: expect.stringContaining('ssm:StartSession') });
    expect(rig.calls().filter((action) => action === 'StartSession')).toHaveLength(1);
    expect(left).toEqual([]);
    assertEmpty(rig.cloud);
  });

  it('leaves nothing either where the role may not terminate sessions', async () => {
    const { rig } = bakeOf({ cloud: { deniedActions: ['ssm:TerminateSession'] } });
    const { error, left } = await rig.bake();
    expect(error).toBeUndefined();
    expect(left).toEqual([]);
    expect(rig.calls()).toContain('TerminateSession');
  });
});

describe('the printed policy for a bake through Session Manager', () => {
  const { decoded } = decode(MINIMUM + SESSION);
  const policy = policyDocument(
    statementsOf(askedOf(decoded as DecodedOptions<AmazonEbsOptions>, { region: undefined, force: false })),
  );

  it('is all that it needs', async () => {
    const { rig } = bakeOf({ cloud: { policy } });
    const { error, left } = await rig.bake();
    expect(error).toBeUndefined();
    expect(left).toEqual([]);
    expect(rig.cloud.sessions.all()).toEqual([]);
  });

  it('opens sessions to build instances only, to one port only, and no door in a security group', () => {
    const statements: readonly { Action: string[]; Resource: string; Condition?: unknown }[] =
      JSON.parse(policy).Statement;
    expect(statements.filter(({ Action }) => Action.includes('ssm:StartSession'))).toEqual([
      expect.objectContaining({
        Resource: 'arn:aws:ec2:*:*:instance/*',
        Condition: { Null: { 'aws:ResourceTag/bake-ami:run': ['false'] } },
      }),
      expect.objectContaining({ Resource: 'arn:aws:ssm:*::document/AWS-StartPortForwardingSession' }),
    ]);
    expect(policy).not.toContain('AuthorizeSecurityGroupIngress');
  });
});

const NOT_CONNECTED = { error: 'TargetNotConnected', message: 'i-0 is not connected.' };
const limitMs = 30_000;
const POLICY = `ssh_interface = "session_manager"
temporary_iam_instance_profile_policy_document {
  Statement {
    Effect   = "Allow"
    Action   = ["ssm:UpdateInstanceInformation"]
    Resource = ["*"]
  }
}
`;

describe('a machine that Session Manager does not reach', () => {
  it('has a profile that does not allow its agent to report: the policy, the way and the agent are named', async () => {
    const { rig } = bakeOf({ source: POLICY, limitMs });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /TargetNotConnected.*The SSM agent of i-\w+ has never reported to Systems Manager/,
      ),
      hint: expect.stringContaining('AmazonSSMManagedInstanceCore'),
    });
  });

  it('has no way out of its subnet', async () => {
    const { rig } = bakeOf({ source: POLICY, limitMs, cloud: { defaultRoute: 'none' } });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      message: expect.stringMatching(/never reported.*its subnet subnet-\w+ has no route to the internet/),
      hint: expect.stringContaining('VPC endpoints for ssm and ssmmessages'),
    });
  });

  it('has no public address in a public subnet', async () => {
    const { rig } = bakeOf({ source: `${POLICY}associate_public_ip_address = false\n`, limitMs });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ message: expect.stringContaining('it has no public address') });
  });

  it('has an agent that is online, and no SSH server', async () => {
    const { rig } = bakeOf({
      limitMs: 1_000,
      portSessions: {
        open: () => Promise.reject(new Error('TargetNotConnected in disguise: Unable to connect to specified port')),
        listen: (port) => new RecordedSessions().listen(port),
      },
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /The SSM agent of i-\w+ \(3\.0\.161\.0\) is online, and no SSH server answered behind it on port 22/,
      ),
    });
  });

  it('is still explained as far as the error goes where nothing may be asked', async () => {
    const deniedActions = ['ssm:DescribeInstanceInformation', 'ec2:DescribeRouteTables'];
    const { rig } = bakeOf({ source: POLICY, limitMs, cloud: { deniedActions } });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ message: expect.stringContaining('has never reported') });
  });
});

describe('ssh_interface = "session_manager"', () => {
  it('does not go with a jump host, which would never be asked', () => {
    expect(findings(`${MINIMUM}${SESSION}ssh_bastion_host = "jump.example.com"\n`)).toEqual([
      expect.stringContaining('needs no jump host'),
    ]);
  });

  it('needs an instance profile', () => {
    expect(findings(`${MINIMUM}ssh_interface = "session_manager"\n`)).toEqual([
      expect.stringContaining('needs an instance profile'),
    ]);
    expect(findings(MINIMUM + SESSION)).toEqual([]);
    expect(findings(MINIMUM + POLICY)).toEqual([]);
  });
});
