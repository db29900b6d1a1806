import { BakeError, type BakeErrorOptions } from '../kernel/errors.ts';
import type { Denial } from './decode-denial.ts';
import { factsOfCode } from './error-codes.ts';
import { type AwsCall, allow, KINDS, type Kind } from './error-kinds.ts';
import { ForeignAnswer, foreignAnswer } from './foreign-answer.ts';

/** A call that AWS refused, or that never got there. */
export class AwsError extends BakeError {
  override readonly name = 'AwsError';
  /** AWS's own error code, for example `InvalidAMIID.NotFound`; for failures of the network, Node's (`ECONNRESET`). */
  readonly awsCode: string;

  constructor(message: string, awsCode: string, options: BakeErrorOptions) {
    super(message, options);
    this.awsCode = awsCode;
  }
}

/**
 * A name that does not resolve, a port where nobody listens or somebody else does, and a certificate that is not trusted
 * stay so: a wrong region or a wrong endpoint.
 */
const LASTING_NETWORK_ERRORS = /^(?:ENOTFOUND|ECONNREFUSED|EPROTO|ERR_INVALID_URL)$|CERT|UNABLE_TO_VERIFY/;

/** AWS's code of an error that a call rejected with; of a failure of the network, Node's. */
export function awsCodeOf(thrown: unknown): string | undefined {
  if (thrown instanceof AwsError) return thrown.awsCode;
  if (!(thrown instanceof Error)) return undefined;
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return NOT_A_CODE.test(thrown.name) ? undefined : thrown.name;
}

/** What the SDK calls an error that came without a code. */
const NOT_A_CODE = /^(Error|Unknown|UnknownError|\w+ServiceException)$/;

/** The resource that the call was about does not exist (any more, or not yet). */
export function isNotFound(thrown: unknown): boolean {
  return thrown instanceof AwsError && thrown.code === 'not-found';
}

/** The credentials may not make this call. */
export function isDenied(thrown: unknown): boolean {
  return thrown instanceof AwsError && thrown.code === 'not-authorised';
}

/**
 * How far a launch is from where it could work, by what EC2 refused it with: `zone`, another zone or subnet may do (and
 * another type or market); `type`, only another type or market, because the limit holds for the region; undefined: it is
 * no question of capacity.
 */
export function shortageOf(thrown: unknown): 'zone' | 'type' | undefined {
  if (!(thrown instanceof AwsError)) return undefined;
  switch (kindOf(thrown)) {
    case 'insufficient-capacity':
    case 'spot-price-too-low':
      return 'zone';
    case 'unsupported':
      // The same codes also say that an image does not fit its instance type, which is so everywhere.
      return NOT_IN_ZONE.test(thrown.message) ? 'zone' : undefined;
    case 'quota-exceeded':
      return LAUNCH_QUOTAS.has(thrown.awsCode) ? 'type' : undefined;
    default:
      return NOT_IN_ZONE.test(thrown.message) ? 'zone' : undefined;
  }
}

/** `Your requested instance type (…) is not supported in your requested Availability Zone (…)`. */
const NOT_IN_ZONE = /not supported in your requested Availability Zone/i;
const LAUNCH_QUOTAS = new Set([
  'InstanceLimitExceeded',
  'VcpuLimitExceeded',
  'MaxSpotInstanceCountExceeded',
  'MaxFleetCountExceeded',
]);

/** An instance profile that was made just now is not known to EC2 yet, or there is none of that name. */
export function isUnknownProfile(thrown: unknown): boolean {
  return thrown instanceof AwsError && /iamInstanceProfile|IAM Instance Profile/i.test(thrown.message);
}

/**
 * An internal error in a form that AWS never uses: the endpoint is another program, and there is something that it can't
 * do. What stands between here and AWS says 502 to 504.
 */
export function isForeign(thrown: unknown): boolean {
  const original = thrown instanceof AwsError ? thrown.cause : thrown;
  const isCoded = awsCodeOf(original) !== undefined && !(original instanceof ForeignAnswer);
  return !isCoded && statusOf(original) === 500;
}

/**
 * Whether to try it a few times only: it is a hiccup, or stays so. What says that AWS is unavailable is a gateway's word, and
 * may take as long as AWS needs.
 */
export function isWorthFewTries(thrown: unknown): boolean {
  return isForeign(thrown) || (thrown instanceof ForeignAnswer && (statusOf(thrown) ?? 0) < 500);
}

export function isThrottled(thrown: unknown): boolean {
  return kindOf(thrown) === 'throttled';
}

/** Whether the very same call may succeed a little later. */
export function isRetryable(thrown: unknown): boolean {
  if (thrown instanceof AwsError) return thrown.retryable;
  const kind = kindOf(thrown);
  if (kind === 'network') return !LASTING_NETWORK_ERRORS.test(awsCodeOf(thrown) ?? '');
  return KINDS[kind].retry;
}

function kindOf(thrown: unknown): Kind {
  const code = awsCodeOf(thrown) ?? '';
  // The same code for a region that is switched off and for a product that nobody has bought.
  if (code === 'OptInRequired' && thrown instanceof Error && /marketplace|subscri/i.test(thrown.message)) {
    return 'not-subscribed';
  }
  const known = factsOfCode(code)?.kind;
  if (known !== undefined) return known;
  const status = statusOf(thrown);
  if (status === 429) return 'throttled';
  return status !== undefined && status >= 500 ? 'aws-unavailable' : 'aws-error';
}

function statusOf(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || !('$metadata' in thrown)) return undefined;
  const metadata = thrown.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

/**
 * Makes what the SDK threw into an error that says what happened, with which call, and what to do. `denial` is what AWS's
 * encoded message about a denied call says, where it could be decoded.
 */
export function awsError(thrown: unknown, call: AwsCall, denial?: Denial): BakeError {
  if (thrown instanceof BakeError) return thrown;
  return explain(foreignAnswer(thrown) ?? thrown, call, denial);
}

function explain(thrown: unknown, call: AwsCall, denial: Denial | undefined): AwsError {
  const awsCode = awsCodeOf(thrown) ?? 'Unknown';
  const kind = kindOf(thrown);
  const text = thrown instanceof Error ? readable(thrown.message) : String(thrown);
  const missing = denial?.action ?? missingAction(text);
  const hint =
    kind === 'not-authorised' && missing !== undefined
      ? allow(missing)
      : (factsOfCode(awsCode)?.remedy ?? KINDS[kind].remedy?.(call));
  const message =
    thrown instanceof ForeignAnswer
      ? messageOfForeign(thrown, call)
      : messageOf(kind, awsCode, text, call, missing, denial);
  return new AwsError(message, awsCode, {
    code: kind,
    category: KINDS[kind].category,
    retryable: isRetryable(thrown),
    ...(hint === undefined ? {} : { hint }),
    cause: thrown,
  });
}

function messageOfForeign({ message, origin }: ForeignAnswer, { service, action, region, tries }: AwsCall): string {
  const from = origin === undefined ? `in ${region}` : `from ${origin}`;
  const tried = tries === undefined ? '' : `; tried ${tries === 1 ? 'once' : `${tries} times`}`;
  return `The answer to ${service}:${action} ${from} is not one of AWS: ${message}${tried}`;
}

function messageOf(
  kind: Kind,
  awsCode: string,
  text: string,
  call: AwsCall,
  missing: string | undefined,
  denial: Denial | undefined,
): string {
  const action = `${call.service}:${call.action}`;
  switch (kind) {
    case 'credentials-missing':
      return `There are no AWS credentials: ${text}`;
    case 'credentials-invalid':
      return `AWS does not accept the credentials (${awsCode}): ${text}`;
    case 'credentials-expired':
      return `The AWS credentials have expired (${awsCode}): ${text}`;
    case 'not-authorised': {
      const why = denial === undefined ? text : `${text}. AWS decodes that as: ${denial.text}`;
      return `The credentials may not call ${missing ?? action} (${awsCode} from ${action} in ${call.region}): ${why}`;
    }
    case 'aws-unavailable':
      return `AWS failed at ${action} in ${call.region} (${awsCode}): ${text}`;
    case 'network':
      return `AWS could not be reached for ${action} in ${call.region} (${awsCode}): ${text}`;
    default:
      return `AWS refused ${action} in ${call.region} (${awsCode}): ${text}`;
  }
}

/** `… is not authorized to perform: iam:PassRole on resource: …`: the action that AWS itself names. */
function missingAction(text: string): string | undefined {
  return /not authorized to perform:? (\w[\w-]*:\w+)/i.exec(text)?.[1];
}

const ENCODED = /\s*Encoded authorization failure message: (\S+)/;

/** What EC2 adds to a denied call for those who may decode it (STS DecodeAuthorizationMessage). */
export function encodedDenialIn(thrown: unknown): string | undefined {
  return thrown instanceof Error ? ENCODED.exec(thrown.message)?.[1] : undefined;
}

/**
 * Without the encoded authorisation message (up to thousands of characters that only AWS can read), and without a full
 * stop, since the text becomes a part of ours.
 */
function readable(text: string): string {
  return text.replace(ENCODED, '').trim().replace(/\.$/, '');
}
