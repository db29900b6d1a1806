import { t as BakeError } from "./errors-Bd0aY3lr.js";
// src/aws/errors.ts
var AwsError = class extends BakeError {
	name = "AwsError";
	awsCode;
	constructor(message, awsCode, options) {
		super(message, options);
		this.awsCode = awsCode;
	}
};
const KIND_OF_CODE = {
	CredentialsProviderError: "credentials-missing",
	TokenProviderError: "credentials-missing",
	AuthFailure: "credentials-invalid",
	InvalidClientTokenId: "credentials-invalid",
	UnrecognizedClientException: "credentials-invalid",
	SignatureDoesNotMatch: "credentials-invalid",
	MissingAuthenticationToken: "credentials-invalid",
	InvalidIdentityToken: "credentials-invalid",
	ExpiredToken: "credentials-expired",
	ExpiredTokenException: "credentials-expired",
	RequestExpired: "credentials-expired",
	UnauthorizedOperation: "not-authorised",
	AccessDenied: "not-authorised",
	AccessDeniedException: "not-authorised",
	OptInRequired: "region-not-enabled",
	RegionDisabledException: "region-not-enabled",
	NoSuchEntity: "not-found",
	NoSuchEntityException: "not-found",
	ParameterNotFound: "not-found",
	"InvalidAMIID.Unavailable": "not-found",
	"InvalidAMIName.Duplicate": "ami-name-taken",
	InstanceLimitExceeded: "quota-exceeded",
	VcpuLimitExceeded: "quota-exceeded",
	VolumeLimitExceeded: "quota-exceeded",
	SnapshotLimitExceeded: "quota-exceeded",
	ResourceLimitExceeded: "quota-exceeded",
	InsufficientInstanceCapacity: "insufficient-capacity",
	InsufficientHostCapacity: "insufficient-capacity",
	InsufficientReservedInstanceCapacity: "insufficient-capacity",
	InsufficientFreeAddressesInSubnet: "insufficient-capacity",
	Unsupported: "unsupported",
	UnsupportedOperation: "unsupported",
	DependencyViolation: "in-use",
	VolumeInUse: "in-use",
	"InvalidSnapshot.InUse": "in-use",
	"InvalidGroup.InUse": "in-use",
	IncorrectInstanceState: "wrong-state",
	IncorrectState: "wrong-state",
	RequestLimitExceeded: "throttled",
	Throttling: "throttled",
	ThrottlingException: "throttled",
	ThrottledException: "throttled",
	TooManyRequestsException: "throttled",
	EC2ThrottledException: "throttled",
	SnapshotCreationPerVolumeRateExceeded: "throttled",
	InternalError: "aws-unavailable",
	InternalFailure: "aws-unavailable",
	ServiceUnavailable: "aws-unavailable",
	Unavailable: "aws-unavailable",
	TimeoutError: "network",
	ECONNRESET: "network",
	ECONNREFUSED: "network",
	ECONNABORTED: "network",
	ETIMEDOUT: "network",
	ENOTFOUND: "network",
	EAI_AGAIN: "network",
	EHOSTUNREACH: "network",
	ENETUNREACH: "network",
	EPIPE: "network"
};
const LASTING_NETWORK_ERRORS = /* @__PURE__ */ new Set(["ENOTFOUND", "ECONNREFUSED"]);
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
function isForeign(thrown) {
	const original = thrown instanceof AwsError ? thrown.cause : thrown;
	return awsCodeOf(original) === void 0 && statusOf(original) === 500;
}
function isThrottled(thrown) {
	return kindOf(thrown) === "throttled";
}
function isRetryable(thrown) {
	if (thrown instanceof AwsError) return thrown.retryable;
	const kind = kindOf(thrown);
	if (kind === "network") return !LASTING_NETWORK_ERRORS.has(awsCodeOf(thrown) ?? "");
	if (isForeign(thrown)) return false;
	return kind === "throttled" || kind === "aws-unavailable";
}
function kindOf(thrown) {
	const code = awsCodeOf(thrown) ?? "";
	const known = KIND_OF_CODE[code];
	if (known !== void 0) return known;
	if (/\.NotFound$|NotFoundException$/.test(code)) return "not-found";
	if (code.endsWith(".Duplicate")) return "duplicate-name";
	if (/LimitExceeded(Exception)?$/.test(code)) return "quota-exceeded";
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
function awsError(thrown, call) {
	if (thrown instanceof BakeError) return thrown;
	const awsCode = awsCodeOf(thrown) ?? "Unknown";
	const kind = kindOf(thrown);
	const { message, hint, category } = describe(kind, awsCode, thrown instanceof Error ? readable(thrown.message) : String(thrown), call);
	return new AwsError(message, awsCode, {
		code: kind,
		category,
		retryable: isRetryable(thrown),
		...hint === void 0 ? {} : { hint },
		cause: thrown
	});
}
function describe(kind, awsCode, text, call) {
	const action = `${call.service}:${call.action}`;
	const refused = `AWS refused ${action} in ${call.region} (${awsCode}): ${text}`;
	switch (kind) {
		case "credentials-missing": return {
			category: "auth",
			message: `There are no AWS credentials: ${text}`,
			hint: missingCredentialsHint(call)
		};
		case "credentials-invalid": return {
			category: "auth",
			message: `AWS does not accept the credentials (${awsCode}): ${text}`,
			hint: `Check that the access key exists, belongs to the account meant and is complete (temporary keys also need their session token), and that the region ${call.region} is enabled for the account.`
		};
		case "credentials-expired": return {
			category: "auth",
			message: `The AWS credentials have expired (${awsCode}): ${text}`,
			hint: "Get new ones before the build, with a session long enough for all of it: configure-aws-credentials takes `role-duration-seconds`, and the role must allow that long a session."
		};
		case "not-authorised": {
			const missing = missingAction(text) ?? action;
			return {
				category: "auth",
				message: `The credentials may not call ${missing} (${awsCode} from ${action} in ${call.region}): ${text}`,
				hint: `Allow ${missing} in the IAM policy of the role or user that bakes; a permissions boundary or a service control policy may deny it too.`
			};
		}
		case "region-not-enabled": return {
			category: "auth",
			message: refused,
			hint: `Enable the region ${call.region} for the account, or use another one.`
		};
		case "ami-name-taken": return {
			category: "cloud",
			message: refused,
			hint: "Put {{timestamp}} into ami_name, or replace the older image with force_deregister = true (or -force)."
		};
		case "quota-exceeded": return {
			category: "cloud",
			message: refused,
			hint: "Free what is not needed any more, or ask for more in the Service Quotas console."
		};
		case "insufficient-capacity": return {
			category: "cloud",
			message: refused,
			hint: "Try again later, with another instance_type, or in another subnet or availability zone."
		};
		case "unsupported": return {
			category: "cloud",
			message: refused,
			hint: "Check that the instance type is offered in that availability zone and fits the source image (architecture, boot mode); another subnet or instance_type may do."
		};
		case "throttled": return {
			category: "cloud",
			message: refused,
			hint: "The account makes too many calls at the moment. Run fewer builds at once, or raise max_retries."
		};
		case "aws-unavailable": return {
			category: "cloud",
			message: `AWS failed at ${action} in ${call.region} (${awsCode}): ${text}`
		};
		case "network": return {
			category: "cloud",
			message: `AWS could not be reached for ${action} in ${call.region} (${awsCode}): ${text}`,
			hint: `Check that "${call.region}" is a region's name, that this machine may reach its endpoint (proxy, firewall), and AWS_ENDPOINT_URL where it is set.`
		};
		default: return {
			category: "cloud",
			message: refused
		};
	}
}
function missingCredentialsHint(call) {
	return call.onGitHub ? "Give the job `permissions: id-token: write` and run aws-actions/configure-aws-credentials with `role-to-assume` before this step, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY from secrets." : "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (with AWS_SESSION_TOKEN for temporary ones), or sign in with `aws sso login`.";
}
function missingAction(text) {
	return /not authorized to perform:? (\w[\w-]*:\w+)/i.exec(text)?.[1];
}
function readable(text) {
	return text.replace(/\s*Encoded authorization failure message: \S+/, "").trim().replace(/\.$/, "");
}
export { isForeign as a, isThrottled as c, isDenied as i, awsCodeOf as n, isNotFound as o, awsError as r, isRetryable as s, AwsError as t };
