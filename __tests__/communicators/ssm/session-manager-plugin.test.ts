import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/kernel/clock.ts';
import { cleanEnvironment, Program, stranger } from '../../e2e/support/programs.ts';
import { freePort } from '../../support/free-port.ts';
import { servedMachine } from './support/served-machine.ts';

/*
 * AWS's own client against the local cloud: what both of our sides agree on could still be wrong. It is built from its
 * source (.ci/run says how); without it the tests are left out.
 */

const plugin = stranger('session-manager-plugin');
const withPlugin = plugin === undefined ? it.skip : it;

/** `session-manager-plugin ANSWER REGION StartSession PROFILE REQUEST ENDPOINT`, as the AWS CLI starts it. */
async function startPlugin(machine: Awaited<ReturnType<typeof servedMachine>>, port: number): Promise<Program> {
  const grant = await machine.start(22, port);
  const answer = { SessionId: grant.sessionId, StreamUrl: grant.streamUrl, TokenValue: grant.token };
  const request = { Target: machine.instanceId, DocumentName: 'AWS-StartPortForwardingSession' };
  const program = new Program(
    plugin ?? '',
    [JSON.stringify(answer), 'us-east-1', 'StartSession', '', JSON.stringify(request), machine.url],
    {
      env: cleanEnvironment({
        AWS_ACCESS_KEY_ID: 'LOCAL',
        AWS_SECRET_ACCESS_KEY: 'worthless',
        AWS_REGION: 'us-east-1',
      }),
    },
  );
  await program.until(/Port \d+ opened for sessionId/);
  return program;
}

function echo(socket: Socket): void {
  socket.write('hello\n');
  socket.pipe(socket);
}

async function read(socket: Socket, length: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of socket.iterator({ destroyOnReturn: false })) {
    parts.push(part);
    size += part.length;
    if (size >= length) break;
  }
  return Buffer.concat(parts);
}

describe("AWS's session-manager-plugin", () => {
  withPlugin('opens a tunnel through the local cloud, and what goes through it is whole', async () => {
    await using machine = await servedMachine(echo);
    const port = await freePort();
    const program = await startPlugin(machine, port);
    const client = connect(port, '127.0.0.1');
    await once(client, 'connect');
    expect((await read(client, 6)).toString()).toBe('hello\n');
    const sent = Buffer.alloc(200_000, 'the quick brown fox ');
    client.write(sent);
    expect((await read(client, sent.length)).equals(sent)).toBe(true);
    client.destroy();
    await program.stop('SIGKILL');
  });

  withPlugin('goes on after its connection was lost', async () => {
    await using machine = await servedMachine(echo);
    const port = await freePort();
    const program = await startPlugin(machine, port);
    const client = connect(port, '127.0.0.1');
    expect((await read(client, 6)).toString()).toBe('hello\n');
    machine.cloud.sessions.all()[0]?.agent.drop();
    await systemClock.sleep(200);
    client.write('still there?');
    expect((await read(client, 12)).toString()).toBe('still there?');
    expect(machine.cloud.calls.map(({ action }) => action)).toContain('ResumeSession');
    client.destroy();
    await program.stop('SIGKILL');
  });

  withPlugin('is told that the session has ended, and ends the session when it is stopped', async () => {
    await using machine = await servedMachine(echo);
    const ended = await startPlugin(machine, await freePort());
    const [first] = machine.cloud.sessions.all();
    machine.cloud.sessions.end(first?.id ?? '', 'by a test');
    expect((await ended.finished).output).toContain('by a test');
    const port = await freePort();
    const stopped = await startPlugin(machine, port);
    const client = connect(port, '127.0.0.1');
    await read(client, 6);
    await stopped.stop('SIGINT');
    client.destroy();
    for (let tries = 0; machine.cloud.sessions.all().length > 0 && tries < 300; tries += 1) await systemClock.sleep(10);
    expect(machine.cloud.sessions.all()).toEqual([]);
  });
});
