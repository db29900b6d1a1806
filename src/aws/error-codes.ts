import type { Kind } from './error-kinds.ts';
import { NOT_UNDERSTOOD } from './foreign-answer.ts';

/** What is known about one code: its kind, and a remedy of its own where that of the kind says too little. */
export interface CodeFacts {
  readonly kind: Kind;
  readonly remedy?: string;
}

/*
 * The one table of what AWS may answer. Sources: Amazon EC2 API reference, "Error codes for the Amazon EC2 API"; "Common
 * errors" of the API references of STS, IAM, SSM and KMS; Node.js, "Common system errors" for the network's.
 */
const OF_KIND: Readonly<Partial<Record<Kind, string>>> = {
  'credentials-missing': 'CredentialsProviderError TokenProviderError',
  'credentials-invalid': `AuthFailure InvalidClientTokenId UnrecognizedClientException SignatureDoesNotMatch
    IncompleteSignature MissingAuthenticationToken MissingAuthenticationTokenException InvalidIdentityToken
    IDPRejectedClaim InvalidAccessKeyId InvalidSecurity InvalidToken UnauthorizedException`,
  'credentials-expired': `ExpiredToken ExpiredTokenException RequestExpired RequestTimeTooSkewed
    ExpiredTradeInTokenException`,
  'not-authorised': `UnauthorizedOperation AccessDenied AccessDeniedException NotAuthorized UnauthorizedAccess`,
  'region-not-enabled': 'OptInRequired RegionDisabledException RegionDisabled',
  'account-not-verified': 'PendingVerification',
  'account-blocked': 'Blocked AccountProblem',
  'key-unusable': `CustomerKeyHasBeenRevoked InvalidKmsKey.InvalidState InvalidKMSKey.InvalidState KMSInvalidStateException
    KMSAccessDeniedException KMSDisabledException KMSNotFoundException KMSKeyNotAccessibleFault DisabledException
    KeyUnavailableException KmsKeyInaccessible InvalidKmsKey InvalidKMSKey`,
  'not-found': 'NoSuchEntity NoSuchEntityException ParameterNotFound InvalidAMIID.Unavailable InvalidGroupId.NotFound',
  'ami-name-taken': 'InvalidAMIName.Duplicate',
  'duplicate-name': 'EntityAlreadyExists EntityAlreadyExistsException',
  'quota-exceeded': `LimitExceeded LimitExceededException ResourceCountExceeded ServiceQuotaExceededException
    MaxFleetCountExceeded`,
  'insufficient-capacity': `InsufficientInstanceCapacity InsufficientHostCapacity InsufficientReservedInstanceCapacity
    InsufficientCapacity InsufficientCapacityOnHost InsufficientVolumeCapacity InsufficientAddressCapacity
    InsufficientFreeAddressesInSubnet ReservationCapacityExceeded UnfulfillableCapacity
    UnavailableHostRequirements`,
  'spot-price-too-low': 'SpotMaxPriceTooLow',
  'service-linked-role': 'AuthFailure.ServiceLinkedRoleCreationNotPermitted',
  unsupported: `Unsupported UnsupportedOperation UnsupportedInstanceAttribute UnsupportedHostConfiguration
    UnsupportedTenancy InstanceCreditSpecification.NotSupported EncryptedVolumesNotSupported
    VolumeTypeNotAvailableInZone VolumeTypeNotAvailableInRegion ZonesMismatched NonEBSInstance
    SnapshotCopyUnsupported.InterRegion`,
  'in-use': `DependencyViolation VolumeInUse InvalidGroup.InUse InvalidNetworkInterface.InUse
    InvalidAMIID.InUse DeleteConflict DeleteConflictException`,
  'wrong-state': 'IncorrectInstanceState IncorrectState IncorrectModificationState InvalidState',
  'concurrent-change': `ConcurrentTagAccess ConcurrentModification ConcurrentModificationException
    OperationAborted IDPCommunicationError TooManyUpdates`,
  throttled: `RequestLimitExceeded Throttling ThrottlingException ThrottledException RequestThrottled
    RequestThrottledException TooManyRequestsException EC2ThrottledException SlowDown BandwidthLimitExceeded
    PriorRequestNotComplete TransactionInProgressException ProvisionedThroughputExceededException
    SnapshotCreationPerVolumeRateExceeded ConcurrentCreateImageNoRebootLimitExceeded`,
  'aws-unavailable': `InternalError InternalFailure InternalServerError InternalServiceError InternalServerException
    ServiceUnavailable ServiceUnavailableException ServiceFailure ServiceFailureException Unavailable`,
  network: `TimeoutError RequestTimeout RequestTimeoutException ECONNRESET ECONNREFUSED ECONNABORTED ETIMEDOUT ENOTFOUND
    EAI_AGAIN EHOSTUNREACH ENETUNREACH ENETDOWN EPIPE EPROTO ERR_INVALID_URL ERR_TLS_CERT_ALTNAME_INVALID
    CERT_HAS_EXPIRED DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT_LOCALLY
    UNABLE_TO_VERIFY_LEAF_SIGNATURE`,
  'answer-not-understood': NOT_UNDERSTOOD,
  'dry-run-passed': 'DryRunOperation',
};

/** Codes that have a remedy of their own. */
const WITH_REMEDY: Readonly<Record<string, CodeFacts>> = {
  VcpuLimitExceeded: {
    kind: 'quota-exceeded',
    remedy:
      'The quota counts vCPUs per family of instance types ("Running On-Demand Standard instances" and the like): end instances that are not needed, take a smaller instance_type or fewer parallel builds, or ask for more in the Service Quotas console.',
  },
  MaxSpotInstanceCountExceeded: {
    kind: 'quota-exceeded',
    remedy:
      'The quota "All Standard Spot Instance Requests" counts vCPUs of spot instances: run fewer builds at once, or ask for more in the Service Quotas console.',
  },
  ConcurrentSnapshotLimitExceeded: {
    kind: 'quota-exceeded',
    remedy:
      'Too many snapshots are being made of volumes of this type: run fewer builds at once, or ask for more in the Service Quotas console.',
  },
  RulesPerSecurityGroupLimitExceeded: {
    kind: 'quota-exceeded',
    remedy: 'Write fewer networks into temporary_security_group_source_cidrs.',
  },
  TagLimitExceeded: {
    kind: 'quota-exceeded',
    remedy: 'A resource has at most 50 tags: write fewer into the template.',
  },
  InsufficientFreeAddressesInSubnet: {
    kind: 'insufficient-capacity',
    remedy: 'No private address is left in the subnet: take another one, or subnet_filter with most_free = true.',
  },
  IdempotentParameterMismatch: {
    kind: 'aws-error',
    remedy: 'A repeated request differed from the first one. This is a defect of bake-ami: please report it.',
  },
  DefaultVpcDoesNotExist: {
    kind: 'not-found',
    remedy: 'The region has no default VPC: name a subnet with subnet_id or subnet_filter.',
  },
  VPCIdNotSpecified: {
    kind: 'not-found',
    remedy: 'The region has no default VPC: name a subnet with subnet_id or subnet_filter.',
  },
  MissingInput: { kind: 'not-found', remedy: 'Name a subnet with subnet_id or subnet_filter.' },
  'InvalidSubnetID.NotFound': { kind: 'not-found', remedy: "Check subnet_id, and that it is the build region's." },
  'InvalidVpcID.NotFound': { kind: 'not-found', remedy: "Check vpc_id, and that it is the build region's." },
  'InvalidGroup.NotFound': {
    kind: 'not-found',
    remedy: "Check security_group_ids, and that they are the build region's and of the subnet's VPC.",
  },
  'InvalidKeyPair.NotFound': {
    kind: 'not-found',
    remedy: "Check ssh_keypair_name, and that it is the build region's.",
  },
  'InvalidSnapshot.NotFound': {
    kind: 'not-found',
    remedy: 'Check snapshot_id of the block device mappings: snapshots belong to one region.',
  },
  'InvalidSnapshot.InUse': {
    kind: 'in-use',
    remedy: 'Another AMI is made of the snapshot: deregister that one first, or leave the snapshot to it.',
  },
  'InvalidAMIID.Malformed': { kind: 'aws-error', remedy: 'An AMI id is `ami-` and 8 or 17 hexadecimal digits.' },
  'InvalidAMIName.Malformed': {
    kind: 'aws-error',
    remedy:
      "ami_name has 3 to 128 letters, digits, blanks and ( ) [ ] . / - ' @ _; the template function clean_resource_name replaces all others.",
  },
  InvalidInstanceType: { kind: 'unsupported', remedy: 'Check the spelling of instance_type.' },
  OperationNotPermitted: {
    kind: 'wrong-state',
    remedy: 'The resource is protected (deregistration, stop or termination protection): switch that off first.',
  },
  'InvalidKey.Format': { kind: 'aws-error', remedy: 'EC2 takes RSA and ED25519 keys only.' },
  ParameterMaxVersionLimitExceeded: {
    kind: 'quota-exceeded',
    remedy:
      'Parameter Store keeps 100 versions of a parameter, and drops none that has a label: take the label off its oldest version, or move it to a newer one.',
  },
  PackedPolicyTooLarge: { kind: 'aws-error', remedy: 'Write fewer session tags and policies into assume_role.' },
};

const TABLE: ReadonlyMap<string, CodeFacts> = new Map<string, CodeFacts>([
  ...Object.entries(OF_KIND).flatMap(([kind, codes]) =>
    codes.split(/\s+/).map((code): [string, CodeFacts] => [code, { kind: kind as Kind }]),
  ),
  ...Object.entries(WITH_REMEDY),
]);

/** Codes that are not in the table are known by how AWS builds them. In order. */
const FAMILIES: readonly (readonly [RegExp, Kind])[] = [
  [/Throttl|TooManyRequests|RateExceeded$|RequestLimitExceeded/, 'throttled'],
  [/\.NotFound$|NotFound(Exception|Fault)?$|^NoSuch|DoesNotExist$/, 'not-found'],
  [/\.Duplicate$|AlreadyExists(Exception)?$/, 'duplicate-name'],
  [/LimitExceeded(Exception)?$|QuotaExceeded(Exception)?$/, 'quota-exceeded'],
  [/^Insufficient\w*Capacity/, 'insufficient-capacity'],
  [/\.InUse$/, 'in-use'],
  [/^KMS\w*(Exception|Fault)$/, 'key-unusable'],
  [/^AccessDenied|Unauthori[sz]ed/, 'not-authorised'],
  [/Unsupported|NotSupported$/, 'unsupported'],
];

/** What is known of a code, by itself or by its family; undefined: nothing. */
export function factsOfCode(code: string): CodeFacts | undefined {
  const known = TABLE.get(code);
  if (known !== undefined) return known;
  const family = FAMILIES.find(([pattern]) => pattern.test(code));
  return family === undefined ? undefined : { kind: family[1] };
}

/** Every code of the table, for tests. */
export const KNOWN_CODES: readonly string[] = [...TABLE.keys()];
