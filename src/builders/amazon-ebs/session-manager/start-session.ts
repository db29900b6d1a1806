import type { Duplex } from 'node:stream';
import { awsCodeOf } from '../../../aws/errors.ts';
import type { PortSessionGrant } from '../../../engine/ports.ts';
import { orAborted } from '../../../kernel/deadline.ts';
import { BakeError } from '../../../kernel/errors.ts';
import { type Bake, make } from '../site.ts';

/** AWS's own document, and the one that Packer uses: policies name it. */
const DOCUMENT = 'AWS-StartPortForwardingSession';

/**
 * Opens a session to the communicator's port and gives its one stream; the session is terminated when the stream ends.
 * Rejects with an ordinary error where another try makes sense: the machine has not come that far.
 */
export async function startSession(bake: Bake, instanceId: string, signal: AbortSignal): Promise<Duplex> {
  const { scope, region, dependencies } = bake;
  const intent = { kind: 'session', region, name: instanceId };
  const started = make(bake, intent, (_token, limited) => grantOf(bake, instanceId, limited));
  const grant = await orAborted(started, signal).catch((thrown: unknown) => {
    if (awsCodeOf(thrown) !== 'TargetNotConnected') throw thrown;
    throw new Error('its SSM agent has not reported yet (TargetNotConnected)', { cause: thrown });
  });
  const release = (): void => scope.release({ ...intent, id: grant.id });
  try {
    const stream = await dependencies.portSessions.open(grant, signal);
    if (stream.destroyed) release();
    else stream.once('close', release);
    return stream;
  } catch (error) {
    release();
    throw error;
  }
}

async function grantOf(
  bake: Bake,
  instanceId: string,
  signal: AbortSignal,
): Promise<PortSessionGrant & { readonly id: string }> {
  const { aws, region, context, connector, options } = bake;
  const ssm = await aws.ssm(region);
  const answer = await ssm.startSession(
    {
      Target: instanceId,
      DocumentName: DOCUMENT,
      Parameters: { portNumber: [String(connector.port)] },
      Reason: `bake-ami ${context.runId}`,
    },
    signal,
  );
  const { SessionId: id } = answer;
  const connection = connectionOf(bake, instanceId, answer);
  if (id === undefined || connection === undefined) throw withoutToken(instanceId);
  return {
    id,
    sessionId: id,
    machine: instanceId,
    ...connection,
    isInsecure: options.insecure_skip_tls_verify,
    resume: async (until) => {
      const resumed = connectionOf(bake, instanceId, await ssm.resumeSession({ SessionId: id }, until));
      if (resumed === undefined) throw withoutToken(instanceId);
      return resumed;
    },
  };
}

/** How the session is connected to; undefined: it is over. The token is registered before anything else knows it. */
function connectionOf(
  { context }: Bake,
  instanceId: string,
  { StreamUrl, TokenValue }: { readonly StreamUrl?: string | undefined; readonly TokenValue?: string | undefined },
): { readonly streamUrl: string; readonly token: string } | undefined {
  if (!StreamUrl || !TokenValue) return undefined;
  context.secrets.register(TokenValue);
  if (URL.canParse(StreamUrl) && /^wss?:$/.test(new URL(StreamUrl).protocol)) {
    return { streamUrl: StreamUrl, token: TokenValue };
  }
  throw new BakeError(`SSM gave no address for the session with ${instanceId}`, {
    code: 'session-address',
    category: 'cloud',
    hint: 'Check what answers at the endpoint of SSM (AWS_ENDPOINT_URL_SSM).',
  });
}

function withoutToken(instanceId: string): BakeError {
  return new BakeError(`The Session Manager session with ${instanceId} is over`, {
    code: 'session-over',
    category: 'connection',
    hint: 'It has ended by itself or was terminated by somebody: see the history of Session Manager, and its preferences for the longest duration of a session.',
  });
}
