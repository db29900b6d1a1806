import { BakeError, type BakeErrorOptions } from '../kernel/errors.ts';

/** Which call it was, for messages. */
export interface AwsCall {
  /** The prefix of its IAM actions: `ec2`, `sts`, `iam`. */
  readonly service: string;
  /** `RunInstances`, … */
  readonly action: string;
  readonly region: string;
  /** Whether this runs in a job of GitHub Actions, where credentials usually come from OpenID Connect. */
  readonly onGitHub: boolean;
}

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

/** What kind of failure it is; the stable code of the BakeError that is made of it. */
type Kind =
  | 'credentials-missing'
  | 'credentials-invalid'
  | 'credentials-expired'
  | 'not-authorised'
  | 'region-not-enabled'
  | 'not-found'
  | 'ami-name-taken'
  | 'duplicate-name'
  | 'quota-exceeded'
  | 'insufficient-capacity'
  | 'spot-price-too-low'
  | 'service-linked-role'
  | 'unsupported'
  | 'in-use'
  | 'wrong-state'
  | 'throttled'
  | 'aws-unavailable'
  | 'network'
  | 'aws-error';

/** Exact codes first. Source: EC2 API reference, "Error codes for the Amazon EC2 API"; "Common errors" of STS, SSM, IAM. */
const KIND_OF_CODE: Readonly<Record<string, Kind>> = {
  CredentialsProviderError: 'credentials-missing',
  TokenProviderError: 'credentials-missing',
  AuthFailure: 'credentials-invalid',
  InvalidClientTokenId: 'credentials-invalid',
  UnrecognizedClientException: 'credentials-invalid',
  SignatureDoesNotMatch: 'credentials-invalid',
  MissingAuthenticationToken: 'credentials-invalid',
  InvalidIdentityToken: 'credentials-invalid',
  ExpiredToken: 'credentials-expired',
  ExpiredTokenException: 'credentials-expired',
  RequestExpired: 'credentials-expired',
  UnauthorizedOperation: 'not-authorised',
  AccessDenied: 'not-authorised',
  AccessDeniedException: 'not-authorised',
  OptInRequired: 'region-not-enabled',
  RegionDisabledException: 'region-not-enabled',
  NoSuchEntity: 'not-found',
  NoSuchEntityException: 'not-found',
  EntityAlreadyExists: 'duplicate-name',
  DeleteConflict: 'in-use',
  ConcurrentModification: 'aws-unavailable',
  ParameterNotFound: 'not-found',
  'InvalidAMIID.Unavailable': 'not-found',
  'InvalidAMIName.Duplicate': 'ami-name-taken',
  InstanceLimitExceeded: 'quota-exceeded',
  VcpuLimitExceeded: 'quota-exceeded',
  VolumeLimitExceeded: 'quota-exceeded',
  SnapshotLimitExceeded: 'quota-exceeded',
  ResourceLimitExceeded: 'quota-exceeded',
  MaxSpotInstanceCountExceeded: 'quota-exceeded',
  MaxFleetCountExceeded: 'quota-exceeded',
  InsufficientInstanceCapacity: 'insufficient-capacity',
  InsufficientHostCapacity: 'insufficient-capacity',
  InsufficientReservedInstanceCapacity: 'insufficient-capacity',
  InsufficientFreeAddressesInSubnet: 'insufficient-capacity',
  InsufficientCapacityOnHost: 'insufficient-capacity',
  ReservationCapacityExceeded: 'insufficient-capacity',
  UnfulfillableCapacity: 'insufficient-capacity',
  SpotMaxPriceTooLow: 'spot-price-too-low',
  'AuthFailure.ServiceLinkedRoleCreationNotPermitted': 'service-linked-role',
  Unsupported: 'unsupported',
  UnsupportedOperation: 'unsupported',
  DependencyViolation: 'in-use',
  VolumeInUse: 'in-use',
  'InvalidSnapshot.InUse': 'in-use',
  'InvalidGroup.InUse': 'in-use',
  IncorrectInstanceState: 'wrong-state',
  IncorrectState: 'wrong-state',
  RequestLimitExceeded: 'throttled',
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  ThrottledException: 'throttled',
  TooManyRequestsException: 'throttled',
  EC2ThrottledException: 'throttled',
  SnapshotCreationPerVolumeRateExceeded: 'throttled',
  InternalError: 'aws-unavailable',
  InternalFailure: 'aws-unavailable',
  ServiceUnavailable: 'aws-unavailable',
  Unavailable: 'aws-unavailable',
  TimeoutError: 'network',
  ECONNRESET: 'network',
  ECONNREFUSED: 'network',
  ECONNABORTED: 'network',
  ETIMEDOUT: 'network',
  ENOTFOUND: 'network',
  EAI_AGAIN: 'network',
  EHOSTUNREACH: 'network',
  ENETUNREACH: 'network',
  EPIPE: 'network',
};

/** A name that does not resolve and a port where nobody listens stay so: a wrong region or a wrong endpoint. */
const LASTING_NETWORK_ERRORS = new Set(['ENOTFOUND', 'ECONNREFUSED']);

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
  return awsCodeOf(original) === undefined && statusOf(original) === 500;
}

export function isThrottled(thrown: unknown): boolean {
  return kindOf(thrown) === 'throttled';
}

/** Whether the very same call may succeed a little later. */
export function isRetryable(thrown: unknown): boolean {
  if (thrown instanceof AwsError) return thrown.retryable;
  const kind = kindOf(thrown);
  if (kind === 'network') return !LASTING_NETWORK_ERRORS.has(awsCodeOf(thrown) ?? '');
  if (isForeign(thrown)) return false;
  return kind === 'throttled' || kind === 'aws-unavailable';
}

function kindOf(thrown: unknown): Kind {
  const code = awsCodeOf(thrown) ?? '';
  const known = KIND_OF_CODE[code];
  if (known !== undefined) return known;
  if (/\.NotFound$|NotFoundException$/.test(code)) return 'not-found';
  if (code.endsWith('.Duplicate')) return 'duplicate-name';
  if (/LimitExceeded(Exception)?$/.test(code)) return 'quota-exceeded';
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

/** Makes what the SDK threw into an error that says what happened, with which call, and what to do. */
export function awsError(thrown: unknown, call: AwsCall): BakeError {
  if (thrown instanceof BakeError) return thrown;
  const awsCode = awsCodeOf(thrown) ?? 'Unknown';
  const kind = kindOf(thrown);
  const text = thrown instanceof Error ? readable(thrown.message) : String(thrown);
  const { message, hint, category } = describe(kind, awsCode, text, call);
  return new AwsError(message, awsCode, {
    code: kind,
    category,
    retryable: isRetryable(thrown),
    ...(hint === undefined ? {} : { hint }),
    cause: thrown,
  });
}

interface Description {
  readonly message: string;
  readonly hint?: string;
  readonly category: 'auth' | 'cloud';
}

function describe(kind: Kind, awsCode: string, text: string, call: AwsCall): Description {
  const action = `${call.service}:${call.action}`;
  const refused = `AWS refused ${action} in ${call.region} (${awsCode}): ${text}`;
  switch (kind) {
    case 'credentials-missing':
      return { category: 'auth', message: `There are no AWS credentials: ${text}`, hint: missingCredentialsHint(call) };
    case 'credentials-invalid':
      return {
        category: 'auth',
        message: `AWS does not accept the credentials (${awsCode}): ${text}`,
        hint: `Check that the access key exists, belongs to the account meant and is complete (temporary keys also need their session token), and that the region ${call.region} is enabled for the account.`,
      };
    case 'credentials-expired':
      return {
        category: 'auth',
        message: `The AWS credentials have expired (${awsCode}): ${text}`,
        hint: 'Get new ones before the build, with a session long enough for all of it: configure-aws-credentials takes `role-duration-seconds`, and the role must allow that long a session.',
      };
    case 'not-authorised': {
      const missing = missingAction(text) ?? action;
      return {
        category: 'auth',
        message: `The credentials may not call ${missing} (${awsCode} from ${action} in ${call.region}): ${text}`,
        hint: `Allow ${missing} in the IAM policy of the role or user that bakes; a permissions boundary or a service control policy may deny it too.`,
      };
    }
    case 'region-not-enabled':
      return {
        category: 'auth',
        message: refused,
        hint: `Enable the region ${call.region} for the account, or use another one.`,
      };
    case 'ami-name-taken':
      return {
        category: 'cloud',
        message: refused,
        hint: 'Put {{timestamp}} into ami_name, or replace the older image with force_deregister = true (or -force).',
      };
    case 'quota-exceeded':
      return {
        category: 'cloud',
        message: refused,
        hint: 'Free what is not needed any more, or ask for more in the Service Quotas console.',
      };
    case 'insufficient-capacity':
      return {
        category: 'cloud',
        message: refused,
        hint: 'Try again later, name other types in spot_instance_types or in the input fallback-instance-types, or let subnet_filter match subnets of several zones.',
      };
    case 'spot-price-too-low':
      return {
        category: 'cloud',
        message: refused,
        hint: 'Set spot_price = "auto" (never more than the on-demand price), name further types in spot_instance_types, or on-demand ones in the input fallback-instance-types.',
      };
    case 'service-linked-role':
      return {
        category: 'auth',
        message: refused,
        hint: 'The first spot instance of an account needs service-linked roles. Make them once, with `aws iam create-service-linked-role --aws-service-name spot.amazonaws.com` and `… ec2fleet.amazonaws.com`, or allow iam:CreateServiceLinkedRole.',
      };
    case 'unsupported':
      return {
        category: 'cloud',
        message: refused,
        hint: 'Check that the instance type is offered in that availability zone and fits the source image (architecture, boot mode); another subnet or instance_type may do.',
      };
    case 'throttled':
      return {
        category: 'cloud',
        message: refused,
        hint: 'The account makes too many calls at the moment. Run fewer builds at once, or raise max_retries.',
      };
    case 'aws-unavailable':
      return { category: 'cloud', message: `AWS failed at ${action} in ${call.region} (${awsCode}): ${text}` };
    case 'network':
      return {
        category: 'cloud',
        message: `AWS could not be reached for ${action} in ${call.region} (${awsCode}): ${text}`,
        hint: `Check that "${call.region}" is a region's name, that this machine may reach its endpoint (proxy, firewall), and AWS_ENDPOINT_URL where it is set.`,
      };
    default:
      return { category: 'cloud', message: refused };
  }
}

function missingCredentialsHint(call: AwsCall): string {
  return call.onGitHub
    ? 'Give the job `permissions: id-token: write` and run aws-actions/configure-aws-credentials with `role-to-assume` before this step, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY from secrets.'
    : 'Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (with AWS_SESSION_TOKEN for temporary ones), or sign in with `aws sso login`.';
}

/** `… is not authorized to perform: iam:PassRole on resource: …`: the action that AWS itself names. */
function missingAction(text: string): string | undefined {
  return /not authorized to perform:? (\w[\w-]*:\w+)/i.exec(text)?.[1];
}

/**
 * Without the encoded authorisation message (up to thousands of characters that only AWS can read), and without a full
 * stop, since the text becomes a part of ours.
 */
function readable(text: string): string {
  return text
    .replace(/\s*Encoded authorization failure message: \S+/, '')
    .trim()
    .replace(/\.$/, '');
}
