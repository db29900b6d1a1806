import { orAborted, withDeadline } from '../../../kernel/deadline.ts';
import { BakeError, toBakeError } from '../../../kernel/errors.ts';
import { addressOf } from '../addresses.ts';
import { usesSessionManager } from '../session-manager/asked.ts';
import { type Bake, note } from '../site.ts';
import { isWithin } from './cidr.ts';
import { consoleTail } from './console-tail.ts';
import { instanceState } from './instance-state.ts';
import { login } from './login.ts';
import { networkAcl } from './network-acl.ts';
import { publicAddress } from './public-address.ts';
import type { Facts, Finding, Question } from './question.ts';
import { route } from './route.ts';
import { securityGroups } from './security-groups.ts';
import { sessionManager } from './session-manager.ts';
import { silentPort } from './silent-port.ts';

/** The likeliest cause first. */
const QUESTIONS: readonly Question[] = [
  instanceState,
  publicAddress,
  route,
  securityGroups,
  networkAcl,
  login,
  silentPort,
];

/** With Session Manager no address and no rule stands in the way. */
const QUESTIONS_OF_SESSIONS: readonly Question[] = [instanceState, sessionManager, login];

/** The build has failed already: nobody wants to wait long for the reason. */
const LIMIT_MS = 15_000;
const LOOPBACK = '127.0.0.0/8';
const NOT_ON_THE_INTERNET = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', LOOPBACK];

/**
 * Why no connection to an instance came about: asks AWS what may be wrong, and adds what it finds to the error. The end
 * of the machine's console output goes into the log. What may not be asked is left out without a word, since the error
 * itself stands: the minimal policy of a baking role lets none of this be asked.
 */
export async function diagnose(bake: Bake, instanceId: string, error: BakeError): Promise<BakeError> {
  const { context } = bake;
  // EC2 has said itself why an instance was lost; what it printed before that may say more.
  const isLost = error.code === 'instance-lost';
  // Without an address nothing was tried, and the error says so.
  if ((error.category !== 'connection' && !isLost) || error.code === 'no-address') return error;
  const asked = usesSessionManager(bake.options) ? QUESTIONS_OF_SESSIONS : QUESTIONS;
  const questions = isLost ? [] : asked;
  try {
    return await withDeadline(context.clock, LIMIT_MS, tooLong, context.signal, async (signal) => {
      const facts = await orAborted(factsOf(bake, instanceId, error, signal), signal);
      const console = tellConsole(facts);
      const found: Finding[] = [];
      for (const answer of await Promise.allSettled(questions.map((ask) => orAborted(answered(ask, facts), signal)))) {
        if (answer.status === 'fulfilled' && answer.value !== undefined) found.push(answer.value);
      }
      await orAborted(console, signal).catch(() => undefined);
      return explained(error, found);
    });
  } catch {
    return error;
  }
}

async function answered(ask: Question, facts: Facts): Promise<Finding | undefined> {
  return ask(facts);
}

async function factsOf(bake: Bake, instanceId: string, error: BakeError, signal: AbortSignal): Promise<Facts> {
  const { ec2, options, connector } = bake;
  const instance = await ec2.describeInstances({ InstanceIds: [instanceId] }, signal).then(
    ({ Reservations: [reservation] = [] }) => reservation?.Instances?.[0],
    () => undefined,
  );
  const wanted = options.ssh_interface || undefined;
  const own = instance === undefined ? undefined : (addressOf(instance, wanted) ?? instance.PrivateIpAddress);
  const address = connector.fixedHost ?? own;
  const isPublic = address !== undefined && !NOT_ON_THE_INTERNET.some((cidr) => isWithin(address, cidr));
  const from = await ownAddresses(bake, address, isPublic, signal);
  return { bake, instanceId, instance, address, isPublic, from, error, signal };
}

/** The addresses that this machine has towards that one; none where they can't be found out or count for nothing. */
async function ownAddresses(
  { dependencies }: Bake,
  address: string | undefined,
  isPublic: boolean,
  signal: AbortSignal,
): Promise<readonly string[]> {
  // A machine of a cloud on this very computer: no security group stands in between.
  if (address !== undefined && isWithin(address, LOOPBACK)) return [];
  if (!isPublic) return dependencies.localAddresses();
  return dependencies.publicAddress(signal).then(
    (found) => [found],
    () => [],
  );
}

async function tellConsole(facts: Facts): Promise<void> {
  const { bake, instanceId } = facts;
  const { emit, build } = bake.context;
  const lines = await consoleTail(facts);
  if (lines.length === 0) return;
  note(bake, `The last lines on the console of ${instanceId}:`);
  for (const text of lines) emit({ type: 'remote-line', build, source: 'console', stream: 'stdout', text });
}

/** The first error, with what was found; what was found is what to do first. */
function explained(error: BakeError, found: readonly Finding[]): BakeError {
  const [first] = found;
  if (first === undefined) return error;
  const what = found.map((finding) => finding.what).filter((text) => text !== error.message);
  const remedies = [...new Set(found.map(({ remedy }) => remedy).filter((text) => text !== ''))];
  return new BakeError([error.message, ...what].join('. '), {
    code: error.code,
    category: error.category,
    hint: remedies.join(' ') || (error.hint ?? ''),
    cause: error,
  });
}

function tooLong(): Error {
  return toBakeError(new Error(`no diagnosis within ${LIMIT_MS / 1_000} seconds`));
}
