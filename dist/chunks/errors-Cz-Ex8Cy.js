import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { t as printableLine } from "./hostile-text-DGh0Qabk.js";
import { t as isRecord } from "./is-record-DahPzVSt.js";
import { Readable } from "node:stream";
// src/aws/foreign-answer.ts
const NOT_UNDERSTOOD = "AnswerNotUnderstood";
var ForeignAnswer = class extends Error {
	name = NOT_UNDERSTOOD;
	origin;
	$metadata;
	constructor(what, status, origin, cause) {
		super(status === void 0 ? what : `${what}, with status ${status}`, { cause });
		this.origin = origin;
		this.$metadata = { httpStatusCode: status };
	}
};
function tellForeignAnswers(client) {
	client.middlewareStack.add((next) => async (args) => {
		try {
			return await next(args);
		} catch (thrown) {
			throw foreignAnswer(thrown, originOf(args.request)) ?? thrown;
		}
	}, {
		step: "deserialize",
		priority: "high",
		name: "tellForeignAnswers"
	});
	client.middlewareStack.add((next) => async (args) => {
		const result = await next(args);
		const { response } = result;
		if (isRecord(response) && response["body"] instanceof Readable) refusePages(response["body"]);
		return result;
	}, {
		step: "deserialize",
		priority: "low",
		name: "refusePages"
	});
}
function foreignAnswer(thrown, origin) {
	if (thrown instanceof ForeignAnswer || !(thrown instanceof Error)) return void 0;
	const response = "$response" in thrown ? thrown.$response : void 0;
	if (!(thrown instanceof WebPage) && (response === void 0 || hasCode(thrown))) return void 0;
	const status = isRecord(response) && typeof response["statusCode"] === "number" ? response["statusCode"] : void 0;
	return new ForeignAnswer(describe(thrown), status, origin, thrown);
}
var WebPage = class extends Error {
	text;
	constructor(text) {
		super("a web page");
		this.text = text;
	}
};
const HTML = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i;
function refusePages(body) {
	body.once("data", (chunk) => {
		const text = chunk.toString();
		if (HTML.test(text)) body.destroy(new WebPage(text));
	});
	body.pause();
}
function hasCode(error) {
	if (error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError) return false;
	if ("code" in error && typeof error.code === "string") return true;
	return !/^(?:Error|Unknown|UnknownError|\w+ServiceException)$/.test(error.name);
}
function describe(error) {
	const text = textOf(error);
	if (text !== void 0 && HTML.test(text)) {
		const title = /<title[^>]*>([^<]{1,100})/i.exec(text)?.[1]?.trim();
		return title ? `it is a web page ("${printableLine(title, false)}")` : "it is a web page";
	}
	if (error instanceof RangeError) return "it is nested so deep that it can not be read";
	const [reason = ""] = error.message.split("\n");
	const why = printableLine(reason.replace("@aws-sdk XML parse error: ", "").replace(/\.$/, ""), false);
	return why === "" || why.startsWith("Unknown") ? "it has no error code" : `it is broken or cut off (${why})`;
}
function textOf(error) {
	if (error instanceof WebPage) return error.text;
	return "$responseBodyText" in error && typeof error.$responseBodyText === "string" ? error.$responseBodyText : void 0;
}
function originOf(request) {
	if (!isRecord(request)) return void 0;
	const { protocol, hostname, port } = request;
	if (typeof protocol !== "string" || typeof hostname !== "string") return void 0;
	return `${protocol}//${hostname}${typeof port === "number" ? `:${port}` : ""}`;
}
// src/aws/error-codes.ts
const OF_KIND = {
	"credentials-missing": "CredentialsProviderError TokenProviderError",
	"credentials-invalid": `AuthFailure InvalidClientTokenId UnrecognizedClientException SignatureDoesNotMatch
    IncompleteSignature MissingAuthenticationToken MissingAuthenticationTokenException InvalidIdentityToken
    IDPRejectedClaim InvalidAccessKeyId InvalidSecurity InvalidToken UnauthorizedException`,
	"credentials-expired": `ExpiredToken ExpiredTokenException RequestExpired RequestTimeTooSkewed
    ExpiredTradeInTokenException`,
	"not-authorised": `UnauthorizedOperation AccessDenied AccessDeniedException NotAuthorized UnauthorizedAccess`,
	"region-not-enabled": "OptInRequired RegionDisabledException RegionDisabled",
	"account-not-verified": "PendingVerification",
	"account-blocked": "Blocked AccountProblem",
	"key-unusable": `CustomerKeyHasBeenRevoked InvalidKmsKey.InvalidState InvalidKMSKey.InvalidState KMSInvalidStateException
    KMSAccessDeniedException KMSDisabledException KMSNotFoundException KMSKeyNotAccessibleFault DisabledException
    KeyUnavailableException KmsKeyInaccessible InvalidKmsKey InvalidKMSKey`,
	"not-found": "NoSuchEntity NoSuchEntityException ParameterNotFound InvalidAMIID.Unavailable InvalidGroupId.NotFound",
	"ami-name-taken": "InvalidAMIName.Duplicate",
	"duplicate-name": "EntityAlreadyExists EntityAlreadyExistsException",
	"quota-exceeded": `LimitExceeded LimitExceededException ResourceCountExceeded ServiceQuotaExceededException
    MaxFleetCountExceeded`,
	"insufficient-capacity": `InsufficientInstanceCapacity InsufficientHostCapacity InsufficientReservedInstanceCapacity
    InsufficientCapacity InsufficientCapacityOnHost InsufficientVolumeCapacity InsufficientAddressCapacity
    InsufficientFreeAddressesInSubnet ReservationCapacityExceeded UnfulfillableCapacity
    UnavailableHostRequirements`,
	"spot-price-too-low": "SpotMaxPriceTooLow",
	"service-linked-role": "AuthFailure.ServiceLinkedRoleCreationNotPermitted",
	unsupported: `Unsupported UnsupportedOperation UnsupportedInstanceAttribute UnsupportedHostConfiguration
    UnsupportedTenancy InstanceCreditSpecification.NotSupported EncryptedVolumesNotSupported
    VolumeTypeNotAvailableInZone VolumeTypeNotAvailableInRegion ZonesMismatched NonEBSInstance
    SnapshotCopyUnsupported.InterRegion`,
	"in-use": `DependencyViolation VolumeInUse InvalidGroup.InUse InvalidNetworkInterface.InUse
    InvalidAMIID.InUse DeleteConflict DeleteConflictException`,
	"wrong-state": "IncorrectInstanceState IncorrectState IncorrectModificationState InvalidState",
	"concurrent-change": `ConcurrentTagAccess ConcurrentModification ConcurrentModificationException
    OperationAborted IDPCommunicationError TooManyUpdates`,
	throttled: `RequestLimitExceeded Throttling ThrottlingException ThrottledException RequestThrottled
    RequestThrottledException TooManyRequestsException EC2ThrottledException SlowDown BandwidthLimitExceeded
    PriorRequestNotComplete TransactionInProgressException ProvisionedThroughputExceededException
    SnapshotCreationPerVolumeRateExceeded ConcurrentCreateImageNoRebootLimitExceeded`,
	"aws-unavailable": `InternalError InternalFailure InternalServerError InternalServiceError InternalServerException
    ServiceUnavailable ServiceUnavailableException ServiceFailure ServiceFailureException Unavailable`,
	network: `TimeoutError RequestTimeout RequestTimeoutException ECONNRESET ECONNREFUSED ECONNABORTED ETIMEDOUT ENOTFOUND
    EAI_AGAIN EHOSTUNREACH ENETUNREACH ENETDOWN EPIPE EPROTO ERR_INVALID_URL ERR_TLS_CERT_ALTNAME_INVALID
    CERT_HAS_EXPIRED DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT_LOCALLY
    UNABLE_TO_VERIFY_LEAF_SIGNATURE`,
	"answer-not-understood": NOT_UNDERSTOOD,
	"dry-run-passed": "DryRunOperation"
};
const WITH_REMEDY = {
	VcpuLimitExceeded: {
		kind: "quota-exceeded",
		remedy: "The quota counts vCPUs per family of instance types (\"Running On-Demand Standard instances\" and the like): end instances that are not needed, take a smaller instance_type or fewer parallel builds, or ask for more in the Service Quotas console."
	},
	MaxSpotInstanceCountExceeded: {
		kind: "quota-exceeded",
		remedy: "The quota \"All Standard Spot Instance Requests\" counts vCPUs of spot instances: run fewer builds at once, or ask for more in the Service Quotas console."
	},
	ConcurrentSnapshotLimitExceeded: {
		kind: "quota-exceeded",
		remedy: "Too many snapshots are being made of volumes of this type: run fewer builds at once, or ask for more in the Service Quotas console."
	},
	RulesPerSecurityGroupLimitExceeded: {
		kind: "quota-exceeded",
		remedy: "Write fewer networks into temporary_security_group_source_cidrs."
	},
	TagLimitExceeded: {
		kind: "quota-exceeded",
		remedy: "A resource has at most 50 tags: write fewer into the template."
	},
	InsufficientFreeAddressesInSubnet: {
		kind: "insufficient-capacity",
		remedy: "No private address is left in the subnet: take another one, or subnet_filter with most_free = true."
	},
	IdempotentParameterMismatch: {
		kind: "aws-error",
		remedy: "A repeated request differed from the first one. This is a defect of bake-ami: please report it."
	},
	DefaultVpcDoesNotExist: {
		kind: "not-found",
		remedy: "The region has no default VPC: name a subnet with subnet_id or subnet_filter."
	},
	VPCIdNotSpecified: {
		kind: "not-found",
		remedy: "The region has no default VPC: name a subnet with subnet_id or subnet_filter."
	},
	MissingInput: {
		kind: "not-found",
		remedy: "Name a subnet with subnet_id or subnet_filter."
	},
	"InvalidSubnetID.NotFound": {
		kind: "not-found",
		remedy: "Check subnet_id, and that it is the build region's."
	},
	"InvalidVpcID.NotFound": {
		kind: "not-found",
		remedy: "Check vpc_id, and that it is the build region's."
	},
	"InvalidGroup.NotFound": {
		kind: "not-found",
		remedy: "Check security_group_ids, and that they are the build region's and of the subnet's VPC."
	},
	"InvalidKeyPair.NotFound": {
		kind: "not-found",
		remedy: "Check ssh_keypair_name, and that it is the build region's."
	},
	"InvalidSnapshot.NotFound": {
		kind: "not-found",
		remedy: "Check snapshot_id of the block device mappings: snapshots belong to one region."
	},
	"InvalidSnapshot.InUse": {
		kind: "in-use",
		remedy: "Another AMI is made of the snapshot: deregister that one first, or leave the snapshot to it."
	},
	"InvalidAMIID.Malformed": {
		kind: "aws-error",
		remedy: "An AMI id is `ami-` and 8 or 17 hexadecimal digits."
	},
	"InvalidAMIName.Malformed": {
		kind: "aws-error",
		remedy: "ami_name has 3 to 128 letters, digits, blanks and ( ) [ ] . / - ' @ _; the template function clean_resource_name replaces all others."
	},
	InvalidInstanceType: {
		kind: "unsupported",
		remedy: "Check the spelling of instance_type."
	},
	OperationNotPermitted: {
		kind: "wrong-state",
		remedy: "The resource is protected (deregistration, stop or termination protection): switch that off first."
	},
	"InvalidKey.Format": {
		kind: "aws-error",
		remedy: "EC2 takes RSA and ED25519 keys only."
	},
	ParameterMaxVersionLimitExceeded: {
		kind: "quota-exceeded",
		remedy: "Parameter Store keeps 100 versions of a parameter, and drops none that has a label: take the label off its oldest version, or move it to a newer one."
	},
	PackedPolicyTooLarge: {
		kind: "aws-error",
		remedy: "Write fewer session tags and policies into assume_role."
	}
};
const TABLE = new Map([...Object.entries(OF_KIND).flatMap(([kind, codes]) => codes.split(/\s+/).map((code) => [code, { kind }])), ...Object.entries(WITH_REMEDY)]);
const FAMILIES = [
	[/Throttl|TooManyRequests|RateExceeded$|RequestLimitExceeded/, "throttled"],
	[/\.NotFound$|NotFound(Exception|Fault)?$|^NoSuch|DoesNotExist$/, "not-found"],
	[/\.Duplicate$|AlreadyExists(Exception)?$/, "duplicate-name"],
	[/LimitExceeded(Exception)?$|QuotaExceeded(Exception)?$/, "quota-exceeded"],
	[/^Insufficient\w*Capacity/, "insufficient-capacity"],
	[/\.InUse$/, "in-use"],
	[/^KMS\w*(Exception|Fault)$/, "key-unusable"],
	[/^AccessDenied|Unauthori[sz]ed/, "not-authorised"],
	[/Unsupported|NotSupported$/, "unsupported"]
];
function factsOfCode(code) {
	const known = TABLE.get(code);
	if (known !== void 0) return known;
	const family = FAMILIES.find(([pattern]) => pattern.test(code));
	return family === void 0 ? void 0 : { kind: family[1] };
}
[...TABLE.keys()];
// src/aws/error-kinds.ts
const KINDS = {
	"credentials-missing": {
		category: "auth",
		retry: false,
		remedy: findCredentials
	},
	"credentials-invalid": {
		category: "auth",
		retry: false,
		remedy: ({ region }) => `Check that the access key exists, belongs to the account meant and is complete (temporary keys also need their session token), and that the region ${region} is enabled for the account.`
	},
	"credentials-expired": {
		category: "auth",
		retry: false,
		remedy: () => "Get new ones before the build, with a session long enough for all of it: configure-aws-credentials takes `role-duration-seconds`, and the role must allow that long a session. Where they are fresh, check this machine's clock."
	},
	"not-authorised": {
		category: "auth",
		retry: false,
		remedy: ({ service, action }) => allow(`${service}:${action}`)
	},
	"region-not-enabled": {
		category: "auth",
		retry: false,
		remedy: ({ region }) => `Enable the region ${region} for the account, or use another one.`
	},
	"not-subscribed": {
		category: "auth",
		retry: false,
		remedy: () => "The source image is sold on AWS Marketplace: subscribe with this account (free products too), accept the terms on the product page, and run the build again."
	},
	"account-not-verified": {
		category: "auth",
		retry: false,
		remedy: () => "AWS verifies a new account before it may launch in a region, usually within minutes and at most four hours: run the build again then, and ask AWS Support if it lasts."
	},
	"account-blocked": {
		category: "auth",
		retry: false,
		remedy: () => "Only AWS Support can unblock the account; unpaid bills and leaked keys are the usual reasons."
	},
	"key-unusable": {
		category: "auth",
		retry: false,
		remedy: ({ region }) => `Check in KMS that the key exists in ${region}, is enabled and not about to be deleted, and that its policy lets these credentials use it (kms:CreateGrant, kms:DescribeKey, kms:ReEncrypt*, kms:GenerateDataKey*, kms:Decrypt).`
	},
	"not-found": {
		category: "cloud",
		retry: false
	},
	"ami-name-taken": {
		category: "cloud",
		retry: false,
		remedy: () => "Put {{timestamp}} into ami_name, or replace the older image with force_deregister = true (or -force). With that already on, another build took the name at the same time."
	},
	"duplicate-name": {
		category: "cloud",
		retry: false
	},
	"quota-exceeded": {
		category: "cloud",
		retry: false,
		remedy: () => "Free what is not needed any more, or ask for more in the Service Quotas console."
	},
	"insufficient-capacity": {
		category: "cloud",
		retry: false,
		remedy: () => "Try again later, name other types in spot_instance_types or in the input fallback-instance-types, or let subnet_filter match subnets of several zones."
	},
	"spot-price-too-low": {
		category: "cloud",
		retry: false,
		remedy: () => "Set spot_price = \"auto\" (never more than the on-demand price), name further types in spot_instance_types, or on-demand ones in the input fallback-instance-types."
	},
	"service-linked-role": {
		category: "auth",
		retry: false,
		remedy: () => "The first spot instance of an account needs service-linked roles. Make them once, with `aws iam create-service-linked-role --aws-service-name spot.amazonaws.com` and `… ec2fleet.amazonaws.com`, or allow iam:CreateServiceLinkedRole."
	},
	unsupported: {
		category: "cloud",
		retry: false,
		remedy: () => "Check that the instance type is offered in that availability zone and fits the source image (architecture, boot mode); another subnet or instance_type may do."
	},
	"in-use": {
		category: "cloud",
		retry: false
	},
	"wrong-state": {
		category: "cloud",
		retry: false
	},
	"concurrent-change": {
		category: "cloud",
		retry: true,
		remedy: () => "Something else changes the same resource at this moment; run the build again."
	},
	throttled: {
		category: "cloud",
		retry: true,
		remedy: () => "The account makes too many calls at the moment. Run fewer builds at once, or raise max_retries."
	},
	"aws-unavailable": {
		category: "cloud",
		retry: true,
		remedy: ({ region }) => `It failed each time that it was tried. Look at the AWS Health Dashboard for ${region}, and run the build again later.`
	},
	"answer-not-understood": {
		category: "cloud",
		retry: true,
		remedy: () => "Something between this machine and AWS has answered in its place, or cut the answer off: check the proxy (HTTPS_PROXY), a sign-in page of the network, and AWS_ENDPOINT_URL where it is set."
	},
	network: {
		category: "cloud",
		retry: true,
		remedy: ({ region }) => `Check that "${region}" is a region's name, that this machine may reach its endpoint (proxy, firewall), and AWS_ENDPOINT_URL where it is set.`
	},
	"dry-run-passed": {
		category: "cloud",
		retry: false
	},
	"aws-error": {
		category: "cloud",
		retry: false
	}
};
function allow(action) {
	return `Allow ${action} in the IAM policy of the role or user that bakes; a permissions boundary or a service control policy may deny it too.`;
}
function findCredentials({ onGitHub }) {
	return onGitHub ? "Give the job `permissions: id-token: write` and run aws-actions/configure-aws-credentials with `role-to-assume` before this step, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY from secrets." : "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (with AWS_SESSION_TOKEN for temporary ones), or sign in with `aws sso login`.";
}
// src/aws/errors.ts
var AwsError = class extends BakeError {
	name = "AwsError";
	awsCode;
	constructor(message, awsCode, options) {
		super(message, options);
		this.awsCode = awsCode;
	}
};
const LASTING_NETWORK_ERRORS = /^(?:ENOTFOUND|ECONNREFUSED|EPROTO|ERR_INVALID_URL)$|CERT|UNABLE_TO_VERIFY/;
function awsCodeOf(thrown) {
	if (thrown instanceof AwsError) return thrown.awsCode;
	if (!(thrown instanceof Error)) return void 0;
	if ("code" in thrown && typeof thrown.code === "string") return thrown.code;
	return NOT_A_CODE.test(thrown.name) ? void 0 : thrown.name;
}
const NOT_A_CODE = /^(Error|Unknown|UnknownError|\w+ServiceException)$/;
function isNotFound(thrown) {
	return thrown instanceof AwsError && thrown.code === "not-found";
}
function isDenied(thrown) {
	return thrown instanceof AwsError && thrown.code === "not-authorised";
}
function shortageOf(thrown) {
	if (!(thrown instanceof AwsError)) return void 0;
	switch (kindOf(thrown)) {
		case "insufficient-capacity":
		case "spot-price-too-low": return "zone";
		case "unsupported": return NOT_IN_ZONE.test(thrown.message) ? "zone" : void 0;
		case "quota-exceeded": return LAUNCH_QUOTAS.has(thrown.awsCode) ? "type" : void 0;
		default: return NOT_IN_ZONE.test(thrown.message) ? "zone" : void 0;
	}
}
const NOT_IN_ZONE = /not supported in your requested Availability Zone/i;
const LAUNCH_QUOTAS = /* @__PURE__ */ new Set([
	"InstanceLimitExceeded",
	"VcpuLimitExceeded",
	"MaxSpotInstanceCountExceeded",
	"MaxFleetCountExceeded"
]);
function isUnknownProfile(thrown) {
	return thrown instanceof AwsError && /iamInstanceProfile|IAM Instance Profile/i.test(thrown.message);
}
function isForeign(thrown) {
	const original = thrown instanceof AwsError ? thrown.cause : thrown;
	return !(awsCodeOf(original) !== void 0 && !(original instanceof ForeignAnswer)) && statusOf(original) === 500;
}
function isWorthFewTries(thrown) {
	return isForeign(thrown) || thrown instanceof ForeignAnswer && (statusOf(thrown) ?? 0) < 500;
}
function isThrottled(thrown) {
	return kindOf(thrown) === "throttled";
}
function isRetryable(thrown) {
	if (thrown instanceof AwsError) return thrown.retryable;
	const kind = kindOf(thrown);
	if (kind === "network") return !LASTING_NETWORK_ERRORS.test(awsCodeOf(thrown) ?? "");
	return KINDS[kind].retry;
}
function kindOf(thrown) {
	const code = awsCodeOf(thrown) ?? "";
	if (code === "OptInRequired" && thrown instanceof Error && /marketplace|subscri/i.test(thrown.message)) return "not-subscribed";
	const known = factsOfCode(code)?.kind;
	if (known !== void 0) return known;
	const status = statusOf(thrown);
	if (status === 429) return "throttled";
	return status !== void 0 && status >= 500 ? "aws-unavailable" : "aws-error";
}
function statusOf(thrown) {
	if (!(thrown instanceof Error) || !("$metadata" in thrown)) return void 0;
	const metadata = thrown.$metadata;
	if (typeof metadata !== "object" || metadata === null || !("httpStatusCode" in metadata)) return void 0;
	return typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : void 0;
}
function awsError(thrown, call, denial) {
	if (thrown instanceof BakeError) return thrown;
	return explain(foreignAnswer(thrown) ?? thrown, call, denial);
}
function explain(thrown, call, denial) {
	const awsCode = awsCodeOf(thrown) ?? "Unknown";
	const kind = kindOf(thrown);
	const text = thrown instanceof Error ? readable(thrown.message) : String(thrown);
	const missing = denial?.action ?? missingAction(text);
	const hint = kind === "not-authorised" && missing !== void 0 ? allow(missing) : factsOfCode(awsCode)?.remedy ?? KINDS[kind].remedy?.(call);
	return new AwsError(thrown instanceof ForeignAnswer ? messageOfForeign(thrown, call) : messageOf(kind, awsCode, text, call, missing, denial), awsCode, {
		code: kind,
		category: KINDS[kind].category,
		retryable: isRetryable(thrown),
		...hint === void 0 ? {} : { hint },
		cause: thrown
	});
}
function messageOfForeign({ message, origin }, { service, action, region, tries }) {
	return `The answer to ${service}:${action} ${origin === void 0 ? `in ${region}` : `from ${origin}`} is not one of AWS: ${message}${tries === void 0 ? "" : `; tried ${tries === 1 ? "once" : `${tries} times`}`}`;
}
function messageOf(kind, awsCode, text, call, missing, denial) {
	const action = `${call.service}:${call.action}`;
	switch (kind) {
		case "credentials-missing": return `There are no AWS credentials: ${text}`;
		case "credentials-invalid": return `AWS does not accept the credentials (${awsCode}): ${text}`;
		case "credentials-expired": return `The AWS credentials have expired (${awsCode}): ${text}`;
		case "not-authorised": {
			const why = denial === void 0 ? text : `${text}. AWS decodes that as: ${denial.text}`;
			return `The credentials may not call ${missing ?? action} (${awsCode} from ${action} in ${call.region}): ${why}`;
		}
		case "aws-unavailable": return `AWS failed at ${action} in ${call.region} (${awsCode}): ${text}`;
		case "network": return `AWS could not be reached for ${action} in ${call.region} (${awsCode}): ${text}`;
		default: return `AWS refused ${action} in ${call.region} (${awsCode}): ${text}`;
	}
}
function missingAction(text) {
	return /not authorized to perform:? (\w[\w-]*:\w+)/i.exec(text)?.[1];
}
const ENCODED = /\s*Encoded authorization failure message: (\S+)/;
function encodedDenialIn(thrown) {
	return thrown instanceof Error ? ENCODED.exec(thrown.message)?.[1] : void 0;
}
function readable(text) {
	return text.replace(ENCODED, "").trim().replace(/\.$/, "");
}
export { isDenied as a, isRetryable as c, isWorthFewTries as d, shortageOf as f, encodedDenialIn as i, isThrottled as l, awsCodeOf as n, isForeign as o, tellForeignAnswers as p, awsError as r, isNotFound as s, AwsError as t, isUnknownProfile as u };
