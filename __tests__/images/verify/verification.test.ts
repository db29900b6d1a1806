import { describe, expect, it } from '@jest/globals';
import type { Communicator } from '../../../src/engine/ports.ts';
import { Verification, type VerificationSettings } from '../../../src/images/verify/verification.ts';
import { SecretRegistry } from '../../../src/kernel/secrets.ts';
import { buildContext } from '../../support/plugin-context.ts';
import { RecordingCommunicator } from '../../support/recording-communicator.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const IMAGE = { id: 'ami-1', region: 'eu-west-1', name: 'app-1' };
const KEY = 'AAAAC3NzaC1lZDI1NTE5AAAAIE4Jw2VqAyN1e9T0cVUqtTqE2jmA1Z0rV3mT1aR0Q2lA';
const OTHER = 'AAAAC3NzaC1lZDI1NTE5AAAAIEzzzzVqAyN1e9T0cVUqtTqE2jmA1Z0rV3mT1aR0Q2lB';
const SCRIPT = { name: 'checks.sh', content: { bytes: Buffer.from('true') } };

interface Trial {
  readonly settings?: Partial<VerificationSettings>;
  readonly answer?: RecordingCommunicator['answer'];
  readonly boot?: () => Promise<Communicator>;
}

async function verify({ settings, answer, boot }: Trial = {}) {
  const machine = new RecordingCommunicator();
  if (answer !== undefined) machine.answer = answer;
  const clock = new VirtualClock({ autoAdvance: true });
  const context = buildContext({ clock, secrets: new SecretRegistry() });
  const verification = new Verification({
    script: SCRIPT,
    goss: undefined,
    gossProgram: async () => '/nowhere/goss',
    bootTimeoutMs: 60_000,
    checksTimeoutMs: 120_000,
    onFailure: 'remove',
    ...settings,
  });
  const error: unknown = await verification
    .verify(IMAGE, context, async () => ({
      communicator: await (boot?.() ?? Promise.resolve(machine)),
      publicKey: `ssh-ed25519 ${KEY} ours`,
    }))
    .catch((thrown: unknown) => thrown);
  const outcomes = verification.suites[0]?.checks.map(({ name, outcome }) => `${outcome}: ${name}`);
  return { machine, context, verification, error, outcomes };
}

describe('the checks of an image', () => {
  it('run once the first boot is over, and hang up', async () => {
    const { machine, error, outcomes } = await verify();
    expect(error).toBeUndefined();
    expect(machine.calls[0]).toMatch(/boot-finished/);
    expect(machine.calls.slice(-3)).toEqual([
      expect.stringMatching(/^upload \/tmp\/bake-ami-\w+-verify\.sh 755$/),
      expect.stringMatching(/^exec \/tmp\/bake-ami-\w+-verify\.sh$/),
      'close',
    ]);
    expect(outcomes).toEqual([
      'passed: a machine boots from the image and lets us log in',
      'passed: keys that came with the image',
      'passed: checks.sh',
    ]);
  });

  it('fail with the exit status of the script, whose output is told and kept', async () => {
    const { error, context, verification } = await verify({
      answer: (command, { onLine }) => {
        if (!command.endsWith('verify.sh')) return { exitCode: 0 };
        onLine?.('stderr', 'nginx: inactive');
        return { exitCode: 3 };
      },
    });
    expect(error).toMatchObject({ code: 'verification-failed', message: 'checks.sh ended with exit status 3' });
    expect(context.events).toContainEqual(
      expect.objectContaining({ type: 'remote-line', source: 'verify', text: 'nginx: inactive' }),
    );
    expect(verification.suites[0]?.checks.at(-1)).toMatchObject({ outcome: 'failed', output: 'nginx: inactive' });
  });

  it('fail when they take too long, and say which limit it was', async () => {
    const { error, outcomes } = await verify({
      answer: (command, { signal }) =>
        command.endsWith('verify.sh')
          ? new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
          : { exitCode: 0 },
    });
    expect(error).toMatchObject({
      code: 'verification-timeout',
      message: 'The checks of ami-1 did not end within 2 minutes',
      hint: expect.stringContaining('verify-timeout'),
    });
    expect(outcomes?.at(-1)).toBe('failed: the checks');
  });

  it('fail when the first boot does not end', async () => {
    const { error, outcomes } = await verify({
      answer: (command, { signal }) =>
        command.includes('boot-finished')
          ? new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
          : { exitCode: 0 },
    });
    expect(error).toMatchObject({ message: expect.stringMatching(/did not finish its first boot within 1 minute$/) });
    expect(outcomes).toEqual(['failed: a machine boots from the image and lets us log in']);
  });

  it('tell of host keys and logins that came with the image, and of no others', async () => {
    const { error, context } = await verify({
      answer: (command, { onLine }) => {
        if (!command.includes('authorized-key')) return { exitCode: 0 };
        onLine?.('stdout', 'host-key /etc/ssh/ssh_host_rsa_key');
        onLine?.('stdout', `authorized-key /root/.ssh/authorized_keys no-pty,command="x" ssh-ed25519 ${KEY} ours`);
        onLine?.('stdout', `authorized-key /home/u/.ssh/authorized_keys ssh-ed25519 ${OTHER} mallory`);
        onLine?.('stdout', 'authorized-key /home/u/.ssh/authorized_keys # a comment');
        return { exitCode: 0 };
      },
    });
    expect(error).toBeUndefined();
    const warnings = context.events.flatMap((event) => (event.type === 'log' ? [event.message] : []));
    expect(warnings).toEqual([
      'The host key /etc/ssh/ssh_host_rsa_key came with the image: all machines that are made of it share it',
      expect.stringMatching(
        /^The key SHA256:\S+ \(ssh-ed25519\) in \/home\/u\/.ssh\/authorized_keys came with the image/,
      ),
    ]);
  });

  it('are those of goss too, each by itself, whatever else fails', async () => {
    const results = [
      {
        'resource-type': 'File',
        'resource-id': '/etc/x',
        property: 'exists',
        successful: true,
        skipped: false,
        duration: 2e6,
      },
      {
        'resource-type': 'Service',
        'resource-id': 'nginx',
        property: 'running',
        successful: false,
        skipped: false,
        'summary-line': 'Service: nginx: running:\nExpected\n    false',
        'summary-line-compact': 'Service: nginx: running: Expected false',
      },
    ];
    const { error, outcomes } = await verify({
      settings: {
        goss: { name: 'goss.yaml', path: import.meta.filename ?? '', isFolder: false },
        gossProgram: async () => import.meta.filename ?? '',
      },
      answer: (command, { onLine }) => {
        if (command === 'uname -m') onLine?.('stdout', 'x86_64');
        if (command.endsWith('verify.sh')) return { exitCode: 1 };
        if (!command.includes('validate --format json')) return { exitCode: 0 };
        onLine?.('stdout', JSON.stringify({ results, summary: {} }));
        return { exitCode: 1 };
      },
    });
    expect(outcomes?.slice(2)).toEqual([
      'failed: checks.sh',
      'passed: File: /etc/x: exists',
      'failed: Service: nginx: running',
    ]);
    expect(error).toMatchObject({ message: 'checks.sh ended with exit status 1, and 1 more' });
  });

  it.each([
    ['no report', ''],
    ['no results', '{"results": []}'],
    ['half a report', '{"results": ['],
  ])('fail when goss gives %s, also with exit status 0', async (_what, printed) => {
    const { error } = await verify({
      settings: {
        script: undefined,
        goss: { name: 'goss.yaml', path: import.meta.filename ?? '', isFolder: false },
        gossProgram: async () => import.meta.filename ?? '',
      },
      answer: (command, { onLine }) => {
        if (command.includes('validate')) onLine?.('stdout', printed);
        return { exitCode: 0 };
      },
    });
    expect(error).toMatchObject({ code: 'verification-failed' });
  });
});
