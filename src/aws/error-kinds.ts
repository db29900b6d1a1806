/** Which call it was, for messages. */
export interface AwsCall {
  /** The prefix of its IAM actions: `ec2`, `sts`, `iam`. */
  readonly service: string;
  /** `RunInstances`, … */
  readonly action: string;
  readonly region: string;
  /** Whether this runs in a job of GitHub Actions, where credentials usually come from OpenID Connect. */
  readonly onGitHub: boolean;
  /** How often it was made; absent: it is not told. */
  readonly tries?: number;
}

/** What kind of failure it is; the stable code of the BakeError that is made of it. */
export type Kind =
  | 'credentials-missing'
  | 'credentials-invalid'
  | 'credentials-expired'
  | 'not-authorised'
  | 'region-not-enabled'
  | 'not-subscribed'
  | 'account-not-verified'
  | 'account-blocked'
  | 'key-unusable'
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
  | 'concurrent-change'
  | 'throttled'
  | 'aws-unavailable'
  | 'answer-not-understood'
  | 'network'
  | 'dry-run-passed'
  | 'aws-error';

/** What holds for every code of a kind. */
export interface KindFacts {
  /** Who has to act: whoever gives the credentials and permissions (`auth`), or whoever runs the build (`cloud`). */
  readonly category: 'auth' | 'cloud';
  /** Whether the very same call may succeed a little later. */
  readonly retry: boolean;
  /** One or two whole sentences; undefined: AWS's own words have to do. */
  readonly remedy?: (call: AwsCall) => string;
}

export const KINDS: Readonly<Record<Kind, KindFacts>> = {
  'credentials-missing': { category: 'auth', retry: false, remedy: findCredentials },
  'credentials-invalid': {
    category: 'auth',
    retry: false,
    remedy: ({ region }) =>
      `Check that the access key exists, belongs to the account meant and is complete (temporary keys also need their session token), and that the region ${region} is enabled for the account.`,
  },
  'credentials-expired': {
    category: 'auth',
    retry: false,
    remedy: () =>
      "Get new ones before the build, with a session long enough for all of it: configure-aws-credentials takes `role-duration-seconds`, and the role must allow that long a session. Where they are fresh, check this machine's clock.",
  },
  'not-authorised': {
    category: 'auth',
    retry: false,
    remedy: ({ service, action }) => allow(`${service}:${action}`),
  },
  'region-not-enabled': {
    category: 'auth',
    retry: false,
    remedy: ({ region }) => `Enable the region ${region} for the account, or use another one.`,
  },
  'not-subscribed': {
    category: 'auth',
    retry: false,
    remedy: () =>
      'The source image is sold on AWS Marketplace: subscribe with this account (free products too), accept the terms on the product page, and run the build again.',
  },
  'account-not-verified': {
    category: 'auth',
    retry: false,
    remedy: () =>
      'AWS verifies a new account before it may launch in a region, usually within minutes and at most four hours: run the build again then, and ask AWS Support if it lasts.',
  },
  'account-blocked': {
    category: 'auth',
    retry: false,
    remedy: () => 'Only AWS Support can unblock the account; unpaid bills and leaked keys are the usual reasons.',
  },
  'key-unusable': {
    category: 'auth',
    retry: false,
    remedy: ({ region }) =>
      `Check in KMS that the key exists in ${region}, is enabled and not about to be deleted, and that its policy lets these credentials use it (kms:CreateGrant, kms:DescribeKey, kms:ReEncrypt*, kms:GenerateDataKey*, kms:Decrypt).`,
  },
  'not-found': { category: 'cloud', retry: false },
  'ami-name-taken': {
    category: 'cloud',
    retry: false,
    remedy: () =>
      'Put {{timestamp}} into ami_name, or replace the older image with force_deregister = true (or -force). With that already on, another build took the name at the same time.',
  },
  'duplicate-name': { category: 'cloud', retry: false },
  'quota-exceeded': {
    category: 'cloud',
    retry: false,
    remedy: () => 'Free what is not needed any more, or ask for more in the Service Quotas console.',
  },
  'insufficient-capacity': {
    category: 'cloud',
    retry: false,
    remedy: () =>
      'Try again later, name other types in spot_instance_types or in the input fallback-instance-types, or let subnet_filter match subnets of several zones.',
  },
  'spot-price-too-low': {
    category: 'cloud',
    retry: false,
    remedy: () =>
      'Set spot_price = "auto" (never more than the on-demand price), name further types in spot_instance_types, or on-demand ones in the input fallback-instance-types.',
  },
  'service-linked-role': {
    category: 'auth',
    retry: false,
    remedy: () =>
      'The first spot instance of an account needs service-linked roles. Make them once, with `aws iam create-service-linked-role --aws-service-name spot.amazonaws.com` and `… ec2fleet.amazonaws.com`, or allow iam:CreateServiceLinkedRole.',
  },
  unsupported: {
    category: 'cloud',
    retry: false,
    remedy: () =>
      'Check that the instance type is offered in that availability zone and fits the source image (architecture, boot mode); another subnet or instance_type may do.',
  },
  'in-use': { category: 'cloud', retry: false },
  'wrong-state': { category: 'cloud', retry: false },
  'concurrent-change': {
    category: 'cloud',
    retry: true,
    remedy: () => 'Something else changes the same resource at this moment; run the build again.',
  },
  throttled: {
    category: 'cloud',
    retry: true,
    remedy: () => 'The account makes too many calls at the moment. Run fewer builds at once, or raise max_retries.',
  },
  'aws-unavailable': {
    category: 'cloud',
    retry: true,
    remedy: ({ region }) =>
      `It failed each time that it was tried. Look at the AWS Health Dashboard for ${region}, and run the build again later.`,
  },
  'answer-not-understood': {
    category: 'cloud',
    retry: true,
    remedy: () =>
      'Something between this machine and AWS has answered in its place, or cut the answer off: check the proxy (HTTPS_PROXY), a sign-in page of the network, and AWS_ENDPOINT_URL where it is set.',
  },
  network: {
    category: 'cloud',
    retry: true,
    remedy: ({ region }) =>
      `Check that "${region}" is a region's name, that this machine may reach its endpoint (proxy, firewall), and AWS_ENDPOINT_URL where it is set.`,
  },
  'dry-run-passed': { category: 'cloud', retry: false },
  'aws-error': { category: 'cloud', retry: false },
};

/** The remedy for a missing permission. */
export function allow(action: string): string {
  return `Allow ${action} in the IAM policy of the role or user that bakes; a permissions boundary or a service control policy may deny it too.`;
}

function findCredentials({ onGitHub }: AwsCall): string {
  return onGitHub
    ? 'Give the job `permissions: id-token: write` and run aws-actions/configure-aws-credentials with `role-to-assume` before this step, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY from secrets.'
    : 'Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (with AWS_SESSION_TOKEN for temporary ones), or sign in with `aws sso login`.';
}
