import { describe, expect, it } from '@jest/globals';
import { disarmingCommand } from '../../../src/builders/amazon-ebs/dead-mans-switch.ts';
import { assertAlive } from '../../../src/builders/amazon-ebs/instance-state.ts';
import { Rig, type RigOptions } from './support/rig.ts';

const HOUR = 3_600_000;

async function baked(options: RigOptions = {}): Promise<Rig> {
  const rig = new Rig({ deadlineMs: HOUR, ...options });
  const { error } = await rig.bake();
  expect(error).toBeUndefined();
  return rig;
}

const userData = (rig: Rig): string => Buffer.from(rig.call('RunInstances')['UserData'] ?? '', 'base64').toString();
const behavior = (rig: Rig): string | undefined => rig.call('RunInstances')['InstanceInitiatedShutdownBehavior'];
const note = (rig: Rig): string | undefined => rig.logs().find((line) => /switch(es)? itself off/.test(line));

describe('the dead-man’s switch of a build', () => {
  it('is planted beside the host key, terminates the instance, is said, and is cancelled after the provisioners', async () => {
    const rig = await baked({
      provision: async (communicator) => {
        await communicator.exec('provision', { signal: new AbortController().signal });
      },
    });
    expect(userData(rig)).toMatch(
      /\nContent-Type: text\/cloud-boothook; charset="utf-8"\n\n#cloud-boothook\n#!\/bin\/sh\n/,
    );
    expect(userData(rig)).toContain('ssh_keys: {}');
    expect(behavior(rig)).toBe('terminate');
    expect(note(rig)).toMatch(
      /^info: Should this run be killed, the machine switches itself off at 2026-01-02T04:04:\d\d\.\d{3}Z \(deadline\), and is terminated$/,
    );
    const { calls } = rig.communicator;
    expect(calls.indexOf(`exec ${disarmingCommand()}`)).toBeGreaterThan(calls.indexOf('exec provision'));
    expect(rig.calls().indexOf('StopInstances')).toBeGreaterThan(0);
  });

  it.each([
    ['', [], 'terminated'],
    ['', ['m5.large'], 'terminated (on demand: stopped)'],
    ['shutdown_behavior = "terminate"', ['m5.large'], 'terminated'],
  ])('of a spot instance says what becomes of it: with %j and the types %j it is %s', async (more, types, end) => {
    const rig = await baked({
      source: `spot_price = "auto"\n${more}`,
      fallbackInstanceTypes: types,
      mentionsShutdown: true,
    });
    expect(note(rig)).toMatch(/, and is .*$/);
    expect(note(rig)?.split(', and is ')[1]).toBe(end);
    const launchData = rig.call('CreateLaunchTemplate');
    expect(launchData['LaunchTemplateData.InstanceInitiatedShutdownBehavior']).toBe('terminate');
  });

  it('names the moment in seconds, and what it may be at the most', async () => {
    const rig = await baked();
    const [, moment] = /left=\$\(\((\d+) - /.exec(userData(rig)) ?? [];
    expect(Number(moment) - Date.parse('2026-01-02T04:04:05Z') / 1_000).toBeLessThan(60);
    expect(Number(moment) - Date.parse('2026-01-02T04:04:05Z') / 1_000).toBeGreaterThanOrEqual(0);
    expect(userData(rig)).toContain('[ "$left" -le 3600 ] || left=3600\n');
  });

  it('is not there when it is switched off, and what a sweep does then is said', async () => {
    const rig = new Rig();
    await rig.bake();
    expect(userData(rig)).not.toContain('boothook');
    expect(behavior(rig)).toBe('stop');
    expect(note(rig)).toMatch(
      /does not switch itself off .* because it is switched off \(deadline: 0\): should this run/,
    );
    expect(rig.communicator.calls).not.toContain(`exec ${disarmingCommand()}`);
  });

  it.each([
    ['stop', 'stop'],
    ['terminate', 'terminate'],
  ])('leaves a shutdown_behavior that is written: %s', async (written, sent) => {
    const rig = await baked({ source: `shutdown_behavior = "${written}"` });
    expect(behavior(rig)).toBe(sent);
    expect(userData(rig)).toContain('#cloud-boothook');
  });

  it('only stops the machine of a template that speaks of shutting it down', async () => {
    expect(behavior(await baked({ mentionsShutdown: true }))).toBe('stop');
    const rig = await baked({ source: 'user_data = "#!/bin/sh\\nshutdown -h now\\n"' });
    expect(behavior(rig)).toBe('stop');
    expect(note(rig)).toMatch(/and is stopped$/);
  });

  it.each([
    ['a machine that says itself when it goes off', 'disable_stop_instance = true', /disable_stop_instance/],
    ['user data for Ignition', 'user_data = "{\\"ignition\\": {}}"', /Ignition/],
  ])('is not planted in %s, and the reason is said', async (_what, source, why) => {
    const rig = new Rig({ deadlineMs: HOUR, source });
    const baking = rig.bake();
    if (source.startsWith('disable')) {
      // Nobody stops it here: the launch is all that is looked at.
      await rig.clock.sleep(60_000);
      rig.controller.abort(new Error('enough'));
    }
    await baking;
    expect(userData(rig)).not.toContain('boothook');
    expect(behavior(rig)).toBe('stop');
    expect(note(rig)).toMatch(why);
  });

  it('is planted without a communicator too, where nobody can cancel it', async () => {
    const rig = await baked({ connector: { type: 'none', plantedHostKey: undefined, login: { kind: 'given' } } });
    expect(userData(rig)).toMatch(/^#cloud-boothook\n/);
    expect(rig.communicator.calls).toEqual([]);
  });

  it('does not end the build when it can not be cancelled', async () => {
    const rig = new Rig({ deadlineMs: HOUR });
    rig.communicator.answer = (command) => ({ exitCode: command === disarmingCommand() ? 77 : 0 });
    expect((await rig.bake()).error).toBeUndefined();
    expect(rig.logs().join()).toMatch(/could not be cancelled; it ends when the machine stops: \w+ can't become root/);
  });
});

describe('a machine that goes off while its build goes on', () => {
  it('is told of with the deadline as a reason', () => {
    const instance = {
      State: { Name: 'shutting-down' as const },
      StateReason: {
        Code: 'Client.InstanceInitiatedShutdown',
        Message: 'Client.InstanceInitiatedShutdown: Instance initiated shutdown',
      },
    };
    expect(() => assertAlive('i-1', instance)).toThrow(
      expect.objectContaining({
        code: 'instance-lost',
        hint: expect.stringMatching(/its deadline came \(input and flag `deadline`/),
      }),
    );
  });
});
