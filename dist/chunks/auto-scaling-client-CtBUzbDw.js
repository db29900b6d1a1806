import "./rolldown-runtime-BVN1G_yT.js";
import { A as DefaultIdentityProviderConfig, At as toBase64, C as NODE_MAX_ATTEMPT_CONFIG_OPTIONS, Ct as NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, E as DEFAULT_RETRY_MODE, G as resolveHttpHandlerRuntimeConfig, H as resolveHostHeaderConfig, I as getLoggerPlugin, M as getHttpAuthSchemeEndpointRuleSetPlugin, Mt as getDefaultSocketTimeout, N as getRecursionDetectionPlugin, Ot as normalizeProvider, Pt as emitWarningIfUnsupportedVersion$1, S as getRetryPlugin, St as Client, T as resolveRetryConfig, Tt as calculateBodyLength, U as getContentLengthPlugin, W as getHttpHandlerExtensionConfiguration, _ as createDefaultUserAgentProvider, _t as ServiceException, a as NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, b as getUserAgentPlugin, bt as getSchemaSerdePlugin, d as awsEndpointFunctions, dt as makeBuilder, et as getEndpointPlugin, ft as NoOpLogger, gt as loadConfigsForDefaultMode, ht as emitWarningIfUnsupportedVersion, it as customEndpointFunctions, j as getHttpSigningPlugin, jt as fromBase64, k as resolveUserAgentConfig, kt as getSmithyContext, l as getAwsRegionExtensionConfiguration, lt as resolveDefaultsModeConfig, m as NODE_APP_ID_CONFIG_OPTIONS, mt as resolveDefaultRuntimeConfig, nt as decideEndpoint, o as AwsSdkSigV4Signer, ot as EndpointCache, pt as getDefaultExtensionConfiguration, r as resolveAwsSdkSigV4Config, st as BinaryDecisionDiagram, t as Sha256Node, tt as resolveEndpointConfig, u as resolveAwsRegionExtensionConfiguration, ut as resolveRegionConfig, w as NODE_RETRY_MODE_CONFIG_OPTIONS, wt as NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, z as getHostHeaderPlugin } from "./Sha256Node-C0HCgfV8.js";
import { n as defaultProvider } from "./dist-es-RQVr9aCc.js";
import { t as loadConfig } from "./configLoader-BPmHsaRP.js";
import { n as NODE_REGION_CONFIG_FILE_OPTIONS, r as NODE_REGION_CONFIG_OPTIONS } from "./normalizeProvider-D_W3DXGG.js";
import { t as NodeHttpHandler } from "./node-http-handler-Dsrb2ILe.js";
import { t as streamCollector } from "./stream-collector-pLwtCRWo.js";
import { t as AwsQueryProtocol } from "./AwsQueryProtocol-D6J3AWv8.js";
import { t as parseUrl } from "./parseUrl-bOxSXPlj.js";
import { n as toUtf8, r as fromUtf8, t as TypeRegistry } from "./TypeRegistry-CuZiS3jU.js";
import { t as caller } from "./calls-CHC6qKUN.js";
// node_modules/@aws-sdk/client-auto-scaling/dist-es/auth/httpAuthSchemeProvider.js
const defaultAutoScalingHttpAuthSchemeParametersProvider = async (config, context, input) => {
	return {
		operation: getSmithyContext(context).operation,
		region: await normalizeProvider(config.region)() || (() => {
			throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
		})()
	};
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
	return {
		schemeId: "aws.auth#sigv4",
		signingProperties: {
			name: "autoscaling",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultAutoScalingHttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		default: options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
	}
	return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
	const config_0 = resolveAwsSdkSigV4Config(config);
	return Object.assign(config_0, { authSchemePreference: normalizeProvider(config.authSchemePreference ?? []) });
};
// node_modules/@aws-sdk/client-auto-scaling/dist-es/endpoint/EndpointParameters.js
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		defaultSigningName: "autoscaling"
	});
};
const commonParams = {
	UseFIPS: {
		type: "builtInParams",
		name: "useFipsEndpoint"
	},
	Endpoint: {
		type: "builtInParams",
		name: "endpoint"
	},
	Region: {
		type: "builtInParams",
		name: "region"
	},
	UseDualStack: {
		type: "builtInParams",
		name: "useDualstackEndpoint"
	}
};
// node_modules/@aws-sdk/client-auto-scaling/package.json
var version = "3.1169.0";
// node_modules/@aws-sdk/client-auto-scaling/dist-es/endpoint/bdd.js
const k = "ref";
const a = -1;
const b = true;
const c = "isSet";
const d = "PartitionResult";
const e = "booleanEquals";
const f = "getAttr";
const g = { [k]: "Endpoint" };
const h = { [k]: d };
const i = {};
const j = [{ [k]: "Region" }];
const _data = {
	conditions: [
		[c, [g]],
		[c, j],
		[
			"aws.partition",
			j,
			d
		],
		[e, [{ [k]: "UseFIPS" }, b]],
		[e, [{ [k]: "UseDualStack" }, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsDualStack"]
		}, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsFIPS"]
		}, b]],
		["stringEquals", [{
			fn: f,
			argv: [h, "name"]
		}, "aws-us-gov"]]
	],
	results: [
		[a],
		[a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
		[a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
		[g, i],
		["https://autoscaling-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://autoscaling.{Region}.amazonaws.com", i],
		["https://autoscaling-fips.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://autoscaling.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://autoscaling.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "Invalid Configuration: Missing Region"]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	13,
	3,
	1,
	4,
	100000012,
	2,
	5,
	100000012,
	3,
	8,
	6,
	4,
	7,
	100000011,
	5,
	100000009,
	100000010,
	4,
	11,
	9,
	6,
	10,
	100000008,
	7,
	100000006,
	100000007,
	5,
	12,
	100000005,
	6,
	100000004,
	100000005,
	3,
	100000001,
	14,
	4,
	100000002,
	100000003
]);
const bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);
// node_modules/@aws-sdk/client-auto-scaling/dist-es/endpoint/endpointResolver.js
const cache = new EndpointCache({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"UseDualStack",
		"UseFIPS"
	]
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
	return cache.get(endpointParams, () => decideEndpoint(bdd, {
		endpointParams,
		logger: context.logger
	}));
};
customEndpointFunctions.aws = awsEndpointFunctions;
// node_modules/@aws-sdk/client-auto-scaling/dist-es/models/AutoScalingServiceException.js
var AutoScalingServiceException = class AutoScalingServiceException extends ServiceException {
	static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.autoscaling#AutoScalingServiceException";
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, AutoScalingServiceException.prototype);
	}
};
// node_modules/@aws-sdk/client-auto-scaling/dist-es/models/errors.js
var ActiveInstanceRefreshNotFoundFault = class ActiveInstanceRefreshNotFoundFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ActiveInstanceRefreshNotFoundFault";
	name = "ActiveInstanceRefreshNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ActiveInstanceRefreshNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ActiveInstanceRefreshNotFoundFault.prototype);
	}
};
var AlreadyExistsFault = class AlreadyExistsFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#AlreadyExistsFault";
	name = "AlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "AlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, AlreadyExistsFault.prototype);
	}
};
var ResourceContentionFault = class ResourceContentionFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ResourceContentionFault";
	name = "ResourceContentionFault";
	$fault = "server";
	constructor(opts) {
		super({
			name: "ResourceContentionFault",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, ResourceContentionFault.prototype);
	}
};
var ServiceLinkedRoleFailure = class ServiceLinkedRoleFailure extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ServiceLinkedRoleFailure";
	name = "ServiceLinkedRoleFailure";
	$fault = "server";
	constructor(opts) {
		super({
			name: "ServiceLinkedRoleFailure",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, ServiceLinkedRoleFailure.prototype);
	}
};
var InstanceRefreshInProgressFault = class InstanceRefreshInProgressFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#InstanceRefreshInProgressFault";
	name = "InstanceRefreshInProgressFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InstanceRefreshInProgressFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InstanceRefreshInProgressFault.prototype);
	}
};
var LimitExceededFault = class LimitExceededFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#LimitExceededFault";
	name = "LimitExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "LimitExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, LimitExceededFault.prototype);
	}
};
var ResourceInUseFault = class ResourceInUseFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ResourceInUseFault";
	name = "ResourceInUseFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ResourceInUseFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceInUseFault.prototype);
	}
};
var ScalingActivityInProgressFault = class ScalingActivityInProgressFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ScalingActivityInProgressFault";
	name = "ScalingActivityInProgressFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ScalingActivityInProgressFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ScalingActivityInProgressFault.prototype);
	}
};
var InvalidNextToken = class InvalidNextToken extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#InvalidNextToken";
	name = "InvalidNextToken";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidNextToken",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidNextToken.prototype);
	}
};
var IdempotentCallInProgressFault = class IdempotentCallInProgressFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#IdempotentCallInProgressFault";
	name = "IdempotentCallInProgressFault";
	$fault = "server";
	Message;
	constructor(opts) {
		super({
			name: "IdempotentCallInProgressFault",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, IdempotentCallInProgressFault.prototype);
		this.Message = opts.Message;
	}
};
var IdempotentParameterMismatchError = class IdempotentParameterMismatchError extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#IdempotentParameterMismatchError";
	name = "IdempotentParameterMismatchError";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "IdempotentParameterMismatchError",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, IdempotentParameterMismatchError.prototype);
		this.Message = opts.Message;
	}
};
var IrreversibleInstanceRefreshFault = class IrreversibleInstanceRefreshFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#IrreversibleInstanceRefreshFault";
	name = "IrreversibleInstanceRefreshFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "IrreversibleInstanceRefreshFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, IrreversibleInstanceRefreshFault.prototype);
	}
};
// node_modules/@aws-sdk/client-auto-scaling/dist-es/schemas/schemas_0.js
const _AC = "AcceleratorCount";
const _ACR = "AcceleratorCountRequest";
const _AEF = "AlreadyExistsFault";
const _AIRNFF = "ActiveInstanceRefreshNotFoundFault";
const _AIT = "AllowedInstanceTypes";
const _AM = "AcceleratorManufacturers";
const _ANc = "AcceleratorNames";
const _APIA = "AssociatePublicIpAddress";
const _ASG = "AutoScalingGroup";
const _ASGARN = "AutoScalingGroupARN";
const _ASGN = "AutoScalingGroupName";
const _ASGNT = "AutoScalingGroupNamesType";
const _ASGNu = "AutoScalingGroupNames";
const _ASGT = "AutoScalingGroupsType";
const _ASGu = "AutoScalingGroups";
const _ATMMB = "AcceleratorTotalMemoryMiB";
const _ATMMBR = "AcceleratorTotalMemoryMiBRequest";
const _ATcc = "AcceleratorTypes";
const _AZ = "AvailabilityZones";
const _AZD = "AvailabilityZoneDistribution";
const _AZI = "AvailabilityZoneIds";
const _AZIP = "AvailabilityZoneImpairmentPolicy";
const _AZIv = "AvailabilityZoneId";
const _AZv = "AvailabilityZone";
const _BDM = "BlockDeviceMapping";
const _BDMl = "BlockDeviceMappings";
const _BEBM = "BaselineEbsBandwidthMbps";
const _BEBMR = "BaselineEbsBandwidthMbpsRequest";
const _BM = "BareMetal";
const _BP = "BurstablePerformance";
const _BPF = "BaselinePerformanceFactors";
const _BPFR = "BaselinePerformanceFactorsRequest";
const _CDS = "CapacityDistributionStrategy";
const _CLVPCI = "ClassicLinkVPCId";
const _CLVPCSG = "ClassicLinkVPCSecurityGroups";
const _CM = "CpuManufacturers";
const _CPFR = "CpuPerformanceFactorRequest";
const _CR = "CapacityRebalance";
const _CRI = "CapacityReservationIds";
const _CRP = "CapacityReservationPreference";
const _CRRGA = "CapacityReservationResourceGroupArns";
const _CRS = "CapacityReservationSpecification";
const _CRT = "CapacityReservationTarget";
const _CT = "CreatedTime";
const _Co = "Context";
const _Cp = "Cpu";
const _DASGe = "DescribeAutoScalingGroups";
const _DC = "DesiredCapacity";
const _DCT = "DesiredCapacityType";
const _DCe = "DefaultCooldown";
const _DIW = "DefaultInstanceWarmup";
const _DLCe = "DescribeLaunchConfigurations";
const _DN = "DeviceName";
const _DOT = "DeleteOnTermination";
const _DP = "DeletionProtection";
const _DS = "DistributionSegment";
const _DSi = "DistributionSegments";
const _E = "Ebs";
const _EIT = "ExcludedInstanceTypes";
const _EM = "EnabledMetrics";
const _EMn = "EnabledMetric";
const _EO = "EbsOptimized";
const _En = "Encrypted";
const _Ena = "Enabled";
const _F = "Filters";
const _Fi = "Filter";
const _Gr = "Granularity";
const _HCGP = "HealthCheckGracePeriod";
const _HCT = "HealthCheckType";
const _HE = "HttpEndpoint";
const _HPRHL = "HttpPutResponseHopLimit";
const _HS = "HealthStatus";
const _HT = "HttpTokens";
const _I = "Instances";
const _ICIPF = "IdempotentCallInProgressFault";
const _ID = "InstancesDistribution";
const _IF = "InstanceFamily";
const _IG = "InstanceGenerations";
const _IIP = "IamInstanceProfile";
const _IIRF = "IrreversibleInstanceRefreshFault";
const _IIm = "ImageId";
const _IIn = "IncludeInstances";
const _IIns = "InstanceId";
const _ILP = "InstanceLifecyclePolicy";
const _IM = "InstanceMonitoring";
const _IMO = "InstanceMetadataOptions";
const _IMP = "InstanceMaintenancePolicy";
const _IMR = "IncludeManagedResources";
const _INT = "InvalidNextToken";
const _IPME = "IdempotentParameterMismatchError";
const _IRIPF = "InstanceRefreshInProgressFault";
const _IRP = "InstanceReusePolicy";
const _IRns = "InstanceRequirements";
const _IT = "InstanceType";
const _IZHCB = "ImpairedZoneHealthCheckBehavior";
const _Ide = "Identifier";
const _In = "Instance";
const _Io = "Iops";
const _K = "Key";
const _KI = "KernelId";
const _KN = "KeyName";
const _LBN = "LoadBalancerNames";
const _LC = "LaunchConfiguration";
const _LCARN = "LaunchConfigurationARN";
const _LCN = "LaunchConfigurationName";
const _LCNT = "LaunchConfigurationNamesType";
const _LCNa = "LaunchConfigurationNames";
const _LCT = "LaunchConfigurationsType";
const _LCa = "LaunchConfigurations";
const _LEF = "LimitExceededFault";
const _LS = "LifecycleState";
const _LST = "LocalStorageTypes";
const _LSo = "LocalStorage";
const _LT = "LaunchTemplate";
const _LTI = "LaunchTemplateId";
const _LTN = "LaunchTemplateName";
const _LTO = "LaunchTemplateOverrides";
const _LTS = "LaunchTemplateSpecification";
const _M = "Message";
const _MGBPVC = "MemoryGiBPerVCpu";
const _MGBPVCR = "MemoryGiBPerVCpuRequest";
const _MGPC = "MaxGroupPreparedCapacity";
const _MHP = "MinHealthyPercentage";
const _MHPa = "MaxHealthyPercentage";
const _MIL = "MaxInstanceLifetime";
const _MIP = "MixedInstancesPolicy";
const _MMB = "MemoryMiB";
const _MMBR = "MemoryMiBRequest";
const _MO = "MetadataOptions";
const _MR = "MaxRecords";
const _MS = "MinSize";
const _MSPAPOOODP = "MaxSpotPriceAsPercentageOfOptimalOnDemandPrice";
const _MSa = "MaxSize";
const _Ma = "Max";
const _Met = "Metric";
const _Mi = "Min";
const _N = "Name";
const _NBG = "NetworkBandwidthGbps";
const _NBGR = "NetworkBandwidthGbpsRequest";
const _ND = "NoDevice";
const _NIC = "NetworkInterfaceCount";
const _NICR = "NetworkInterfaceCountRequest";
const _NIPFSI = "NewInstancesProtectedFromScaleIn";
const _NT = "NextToken";
const _O = "Operator";
const _ODAS = "OnDemandAllocationStrategy";
const _ODBC = "OnDemandBaseCapacity";
const _ODMPPOLP = "OnDemandMaxPricePercentageOverLowestPrice";
const _ODPABC = "OnDemandPercentageAboveBaseCapacity";
const _Ov = "Overrides";
const _PAL = "PropagateAtLaunch";
const _PC = "PredictedCapacity";
const _PFRR = "PerformanceFactorReferenceRequest";
const _PFRSR = "PerformanceFactorReferenceSetRequest";
const _PFSI = "ProtectedFromScaleIn";
const _PG = "PlacementGroup";
const _PNr = "ProcessName";
const _PS = "PoolState";
const _PT = "PlacementTenancy";
const _Pri = "Principal";
const _R = "References";
const _RCF = "ResourceContentionFault";
const _RHS = "RequireHibernateSupport";
const _RI = "RamdiskId";
const _RIUF = "ResourceInUseFault";
const _RIe = "ResourceId";
const _ROSI = "ReuseOnScaleIn";
const _RT = "RetentionTriggers";
const _RTe = "ResourceType";
const _Re = "Reference";
const _S = "Status";
const _SAIPF = "ScalingActivityInProgressFault";
const _SAS = "SpotAllocationStrategy";
const _SG = "SecurityGroups";
const _SI = "SnapshotId";
const _SIP = "SpotInstancePools";
const _SLRARN = "ServiceLinkedRoleARN";
const _SLRF = "ServiceLinkedRoleFailure";
const _SMP = "SpotMaxPrice";
const _SMPPOLP = "SpotMaxPricePercentageOverLowestPrice";
const _SP = "SuspendedProcesses";
const _SPp = "SpotPrice";
const _SPu = "SuspendedProcess";
const _SRu = "SuspensionReason";
const _T = "Tags";
const _TCT = "TargetCapacityTypes";
const _TD = "TagDescription";
const _TDL = "TagDescriptionList";
const _TGARN = "TargetGroupARNs";
const _THA = "TerminateHookAbandon";
const _TLSGB = "TotalLocalStorageGB";
const _TLSGBR = "TotalLocalStorageGBRequest";
const _TP = "TerminationPolicies";
const _TS = "TrafficSources";
const _TSI = "TrafficSourceIdentifier";
const _Th = "Throughput";
const _Ty = "Type";
const _UD = "UserData";
const _V = "Value";
const _VCC = "VCpuCount";
const _VCCR = "VCpuCountRequest";
const _VN = "VirtualName";
const _VPCZI = "VPCZoneIdentifier";
const _VS = "VolumeSize";
const _VT = "VolumeType";
const _Va = "Values";
const _Ve = "Version";
const _WC = "WeightedCapacity";
const _WPC = "WarmPoolConfiguration";
const _WPS = "WarmPoolSize";
const _ZSE = "ZonalShiftEnabled";
const _aQE = "awsQueryError";
const _c = "client";
const _e = "error";
const _hE = "httpError";
const _i = "item";
const _m = "message";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.autoscaling";
const _se = "server";
const _xN = "xmlName";
const n0 = "com.amazonaws.autoscaling";
const _s_registry = new TypeRegistry(_s);
var AutoScalingServiceException$ = [
	-3,
	_s,
	"AutoScalingServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(AutoScalingServiceException$, AutoScalingServiceException);
const n0_registry = new TypeRegistry(n0);
var ActiveInstanceRefreshNotFoundFault$ = [
	-3,
	n0,
	_AIRNFF,
	{
		[_aQE]: [`ActiveInstanceRefreshNotFound`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ActiveInstanceRefreshNotFoundFault$, ActiveInstanceRefreshNotFoundFault);
var AlreadyExistsFault$ = [
	-3,
	n0,
	_AEF,
	{
		[_aQE]: [`AlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(AlreadyExistsFault$, AlreadyExistsFault);
var IdempotentCallInProgressFault$ = [
	-3,
	n0,
	_ICIPF,
	{
		[_aQE]: [`IdempotentCallInProgress`, 500],
		[_e]: _se,
		[_hE]: 500
	},
	[_M],
	[0]
];
n0_registry.registerError(IdempotentCallInProgressFault$, IdempotentCallInProgressFault);
var IdempotentParameterMismatchError$ = [
	-3,
	n0,
	_IPME,
	{
		[_aQE]: [`IdempotentParameterMismatch`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(IdempotentParameterMismatchError$, IdempotentParameterMismatchError);
var InstanceRefreshInProgressFault$ = [
	-3,
	n0,
	_IRIPF,
	{
		[_aQE]: [`InstanceRefreshInProgress`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InstanceRefreshInProgressFault$, InstanceRefreshInProgressFault);
var InvalidNextToken$ = [
	-3,
	n0,
	_INT,
	{
		[_aQE]: [`InvalidNextToken`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidNextToken$, InvalidNextToken);
var IrreversibleInstanceRefreshFault$ = [
	-3,
	n0,
	_IIRF,
	{
		[_aQE]: [`IrreversibleInstanceRefresh`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(IrreversibleInstanceRefreshFault$, IrreversibleInstanceRefreshFault);
var LimitExceededFault$ = [
	-3,
	n0,
	_LEF,
	{
		[_aQE]: [`LimitExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(LimitExceededFault$, LimitExceededFault);
var ResourceContentionFault$ = [
	-3,
	n0,
	_RCF,
	{
		[_aQE]: [`ResourceContention`, 500],
		[_e]: _se,
		[_hE]: 500
	},
	[_m],
	[0]
];
n0_registry.registerError(ResourceContentionFault$, ResourceContentionFault);
var ResourceInUseFault$ = [
	-3,
	n0,
	_RIUF,
	{
		[_aQE]: [`ResourceInUse`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ResourceInUseFault$, ResourceInUseFault);
var ScalingActivityInProgressFault$ = [
	-3,
	n0,
	_SAIPF,
	{
		[_aQE]: [`ScalingActivityInProgress`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ScalingActivityInProgressFault$, ScalingActivityInProgressFault);
var ServiceLinkedRoleFailure$ = [
	-3,
	n0,
	_SLRF,
	{
		[_aQE]: [`ServiceLinkedRoleFailure`, 500],
		[_e]: _se,
		[_hE]: 500
	},
	[_m],
	[0]
];
n0_registry.registerError(ServiceLinkedRoleFailure$, ServiceLinkedRoleFailure);
const errorTypeRegistries = [_s_registry, n0_registry];
var AcceleratorCountRequest$ = [
	3,
	n0,
	_ACR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var AcceleratorTotalMemoryMiBRequest$ = [
	3,
	n0,
	_ATMMBR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var AutoScalingGroup$ = [
	3,
	n0,
	_ASG,
	0,
	[
		_ASGN,
		_MS,
		_MSa,
		_DC,
		_DCe,
		_AZ,
		_HCT,
		_CT,
		_ASGARN,
		_LCN,
		_LT,
		_MIP,
		_PC,
		_AZI,
		_LBN,
		_TGARN,
		_HCGP,
		_I,
		_SP,
		_PG,
		_VPCZI,
		_EM,
		_S,
		_T,
		_TP,
		_NIPFSI,
		_SLRARN,
		_MIL,
		_CR,
		_WPC,
		_WPS,
		_Co,
		_DCT,
		_DIW,
		_TS,
		_IMP,
		_DP,
		_AZD,
		_AZIP,
		_CRS,
		_ILP,
		_O
	],
	[
		0,
		1,
		1,
		1,
		1,
		64,
		0,
		4,
		0,
		0,
		() => LaunchTemplateSpecification$,
		[() => MixedInstancesPolicy$, 0],
		1,
		64,
		64,
		64,
		1,
		() => Instances,
		() => SuspendedProcesses,
		0,
		0,
		() => EnabledMetrics,
		0,
		() => TagDescriptionList,
		64,
		2,
		0,
		1,
		2,
		() => WarmPoolConfiguration$,
		1,
		0,
		0,
		1,
		() => TrafficSources,
		() => InstanceMaintenancePolicy$,
		0,
		() => AvailabilityZoneDistribution$,
		() => AvailabilityZoneImpairmentPolicy$,
		() => CapacityReservationSpecification$,
		() => InstanceLifecyclePolicy$,
		() => Operator$
	],
	8
];
var AutoScalingGroupNamesType$ = [
	3,
	n0,
	_ASGNT,
	0,
	[
		_ASGNu,
		_IIn,
		_IMR,
		_NT,
		_MR,
		_F
	],
	[
		64,
		2,
		2,
		0,
		1,
		() => Filters
	]
];
var AutoScalingGroupsType$ = [
	3,
	n0,
	_ASGT,
	0,
	[_ASGu, _NT],
	[[() => AutoScalingGroups, 0], 0],
	1
];
var AvailabilityZoneDistribution$ = [
	3,
	n0,
	_AZD,
	0,
	[_CDS],
	[0]
];
var AvailabilityZoneImpairmentPolicy$ = [
	3,
	n0,
	_AZIP,
	0,
	[_ZSE, _IZHCB],
	[2, 0]
];
var BaselineEbsBandwidthMbpsRequest$ = [
	3,
	n0,
	_BEBMR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var BaselinePerformanceFactorsRequest$ = [
	3,
	n0,
	_BPFR,
	0,
	[_Cp],
	[[() => CpuPerformanceFactorRequest$, 0]]
];
var BlockDeviceMapping$ = [
	3,
	n0,
	_BDM,
	0,
	[
		_DN,
		_VN,
		_E,
		_ND
	],
	[
		0,
		0,
		() => Ebs$,
		2
	],
	1
];
var CapacityReservationSpecification$ = [
	3,
	n0,
	_CRS,
	0,
	[_CRP, _CRT],
	[0, () => CapacityReservationTarget$]
];
var CapacityReservationTarget$ = [
	3,
	n0,
	_CRT,
	0,
	[_CRI, _CRRGA],
	[64, 64]
];
var CpuPerformanceFactorRequest$ = [
	3,
	n0,
	_CPFR,
	0,
	[_R],
	[[() => PerformanceFactorReferenceSetRequest, { [_xN]: _Re }]]
];
var DistributionSegment$ = [
	3,
	n0,
	_DS,
	0,
	[_TCT],
	[64]
];
var Ebs$ = [
	3,
	n0,
	_E,
	0,
	[
		_SI,
		_VS,
		_VT,
		_DOT,
		_Io,
		_En,
		_Th
	],
	[
		0,
		1,
		0,
		2,
		1,
		2,
		1
	]
];
var EnabledMetric$ = [
	3,
	n0,
	_EMn,
	0,
	[_Met, _Gr],
	[0, 0]
];
var Filter$ = [
	3,
	n0,
	_Fi,
	0,
	[_N, _Va],
	[0, 64]
];
var Instance$ = [
	3,
	n0,
	_In,
	0,
	[
		_IIns,
		_AZv,
		_LS,
		_HS,
		_PFSI,
		_IT,
		_AZIv,
		_LCN,
		_LT,
		_IIm,
		_WC
	],
	[
		0,
		0,
		0,
		0,
		2,
		0,
		0,
		0,
		() => LaunchTemplateSpecification$,
		0,
		0
	],
	5
];
var InstanceLifecyclePolicy$ = [
	3,
	n0,
	_ILP,
	0,
	[_RT],
	[() => RetentionTriggers$]
];
var InstanceMaintenancePolicy$ = [
	3,
	n0,
	_IMP,
	0,
	[_MHP, _MHPa],
	[1, 1]
];
var InstanceMetadataOptions$ = [
	3,
	n0,
	_IMO,
	0,
	[
		_HT,
		_HPRHL,
		_HE
	],
	[
		0,
		1,
		0
	]
];
var InstanceMonitoring$ = [
	3,
	n0,
	_IM,
	0,
	[_Ena],
	[2]
];
var InstanceRequirements$ = [
	3,
	n0,
	_IRns,
	0,
	[
		_VCC,
		_MMB,
		_CM,
		_MGBPVC,
		_EIT,
		_IG,
		_SMPPOLP,
		_MSPAPOOODP,
		_ODMPPOLP,
		_BM,
		_BP,
		_RHS,
		_NIC,
		_LSo,
		_LST,
		_TLSGB,
		_BEBM,
		_ATcc,
		_AC,
		_AM,
		_ANc,
		_ATMMB,
		_NBG,
		_AIT,
		_BPF
	],
	[
		() => VCpuCountRequest$,
		() => MemoryMiBRequest$,
		64,
		() => MemoryGiBPerVCpuRequest$,
		64,
		64,
		1,
		1,
		1,
		0,
		0,
		2,
		() => NetworkInterfaceCountRequest$,
		0,
		64,
		() => TotalLocalStorageGBRequest$,
		() => BaselineEbsBandwidthMbpsRequest$,
		64,
		() => AcceleratorCountRequest$,
		64,
		64,
		() => AcceleratorTotalMemoryMiBRequest$,
		() => NetworkBandwidthGbpsRequest$,
		64,
		[() => BaselinePerformanceFactorsRequest$, 0]
	],
	2
];
var InstanceReusePolicy$ = [
	3,
	n0,
	_IRP,
	0,
	[_ROSI],
	[2]
];
var InstancesDistribution$ = [
	3,
	n0,
	_ID,
	0,
	[
		_ODAS,
		_ODBC,
		_ODPABC,
		_SAS,
		_SIP,
		_SMP,
		_DSi
	],
	[
		0,
		1,
		1,
		0,
		1,
		0,
		() => DistributionSegments
	]
];
var LaunchConfiguration$ = [
	3,
	n0,
	_LC,
	0,
	[
		_LCN,
		_IIm,
		_IT,
		_CT,
		_LCARN,
		_KN,
		_SG,
		_CLVPCI,
		_CLVPCSG,
		_UD,
		_KI,
		_RI,
		_BDMl,
		_IM,
		_SPp,
		_IIP,
		_EO,
		_APIA,
		_PT,
		_MO
	],
	[
		0,
		0,
		0,
		4,
		0,
		0,
		64,
		0,
		64,
		0,
		0,
		0,
		() => BlockDeviceMappings,
		() => InstanceMonitoring$,
		0,
		0,
		2,
		2,
		0,
		() => InstanceMetadataOptions$
	],
	4
];
var LaunchConfigurationNamesType$ = [
	3,
	n0,
	_LCNT,
	0,
	[
		_LCNa,
		_NT,
		_MR
	],
	[
		64,
		0,
		1
	]
];
var LaunchConfigurationsType$ = [
	3,
	n0,
	_LCT,
	0,
	[_LCa, _NT],
	[() => LaunchConfigurations, 0],
	1
];
var LaunchTemplate$ = [
	3,
	n0,
	_LT,
	0,
	[_LTS, _Ov],
	[() => LaunchTemplateSpecification$, [() => Overrides, 0]]
];
var LaunchTemplateOverrides$ = [
	3,
	n0,
	_LTO,
	0,
	[
		_IT,
		_WC,
		_LTS,
		_IRns,
		_IIm
	],
	[
		0,
		0,
		() => LaunchTemplateSpecification$,
		[() => InstanceRequirements$, 0],
		0
	]
];
var LaunchTemplateSpecification$ = [
	3,
	n0,
	_LTS,
	0,
	[
		_LTI,
		_LTN,
		_Ve
	],
	[
		0,
		0,
		0
	]
];
var MemoryGiBPerVCpuRequest$ = [
	3,
	n0,
	_MGBPVCR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var MemoryMiBRequest$ = [
	3,
	n0,
	_MMBR,
	0,
	[_Mi, _Ma],
	[1, 1],
	1
];
var MixedInstancesPolicy$ = [
	3,
	n0,
	_MIP,
	0,
	[_LT, _ID],
	[[() => LaunchTemplate$, 0], () => InstancesDistribution$]
];
var NetworkBandwidthGbpsRequest$ = [
	3,
	n0,
	_NBGR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var NetworkInterfaceCountRequest$ = [
	3,
	n0,
	_NICR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var Operator$ = [
	3,
	n0,
	_O,
	0,
	[_Pri],
	[0],
	1
];
var PerformanceFactorReferenceRequest$ = [
	3,
	n0,
	_PFRR,
	0,
	[_IF],
	[0]
];
var RetentionTriggers$ = [
	3,
	n0,
	_RT,
	0,
	[_THA],
	[0]
];
var SuspendedProcess$ = [
	3,
	n0,
	_SPu,
	0,
	[_PNr, _SRu],
	[0, 0]
];
var TagDescription$ = [
	3,
	n0,
	_TD,
	0,
	[
		_RIe,
		_RTe,
		_K,
		_V,
		_PAL
	],
	[
		0,
		0,
		0,
		0,
		2
	]
];
var TotalLocalStorageGBRequest$ = [
	3,
	n0,
	_TLSGBR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var TrafficSourceIdentifier$ = [
	3,
	n0,
	_TSI,
	0,
	[_Ide, _Ty],
	[0, 0],
	1
];
var VCpuCountRequest$ = [
	3,
	n0,
	_VCCR,
	0,
	[_Mi, _Ma],
	[1, 1],
	1
];
var WarmPoolConfiguration$ = [
	3,
	n0,
	_WPC,
	0,
	[
		_MGPC,
		_MS,
		_PS,
		_S,
		_IRP
	],
	[
		1,
		1,
		0,
		0,
		() => InstanceReusePolicy$
	]
];
var AutoScalingGroups = [
	1,
	n0,
	_ASGu,
	0,
	[() => AutoScalingGroup$, 0]
];
var BlockDeviceMappings = [
	1,
	n0,
	_BDMl,
	0,
	() => BlockDeviceMapping$
];
var DistributionSegments = [
	1,
	n0,
	_DSi,
	0,
	() => DistributionSegment$
];
var EnabledMetrics = [
	1,
	n0,
	_EM,
	0,
	() => EnabledMetric$
];
var Filters = [
	1,
	n0,
	_F,
	0,
	() => Filter$
];
var Instances = [
	1,
	n0,
	_I,
	0,
	() => Instance$
];
var LaunchConfigurations = [
	1,
	n0,
	_LCa,
	0,
	() => LaunchConfiguration$
];
var Overrides = [
	1,
	n0,
	_Ov,
	0,
	[() => LaunchTemplateOverrides$, 0]
];
var PerformanceFactorReferenceSetRequest = [
	1,
	n0,
	_PFRSR,
	0,
	[() => PerformanceFactorReferenceRequest$, { [_xN]: _i }]
];
var SuspendedProcesses = [
	1,
	n0,
	_SP,
	0,
	() => SuspendedProcess$
];
var TagDescriptionList = [
	1,
	n0,
	_TDL,
	0,
	() => TagDescription$
];
var TrafficSources = [
	1,
	n0,
	_TS,
	0,
	() => TrafficSourceIdentifier$
];
var DescribeAutoScalingGroups$ = [
	9,
	n0,
	_DASGe,
	0,
	() => AutoScalingGroupNamesType$,
	() => AutoScalingGroupsType$
];
var DescribeLaunchConfigurations$ = [
	9,
	n0,
	_DLCe,
	0,
	() => LaunchConfigurationNamesType$,
	() => LaunchConfigurationsType$
];
// node_modules/@aws-sdk/client-auto-scaling/dist-es/runtimeConfig.shared.js
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2011-01-01",
		base64Decoder: config?.base64Decoder ?? fromBase64,
		base64Encoder: config?.base64Encoder ?? toBase64,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultAutoScalingHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new AwsSdkSigV4Signer()
		}],
		logger: config?.logger ?? new NoOpLogger(),
		protocol: config?.protocol ?? AwsQueryProtocol,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.autoscaling",
			errorTypeRegistries,
			xmlNamespace: "http://autoscaling.amazonaws.com/doc/2011-01-01/",
			version: "2011-01-01",
			serviceTarget: "AutoScaling_2011_01_01"
		},
		serviceId: config?.serviceId ?? "Auto Scaling",
		sha256: config?.sha256 ?? Sha256Node,
		urlParser: config?.urlParser ?? parseUrl,
		utf8Decoder: config?.utf8Decoder ?? fromUtf8,
		utf8Encoder: config?.utf8Encoder ?? toUtf8
	};
};
// node_modules/@aws-sdk/client-auto-scaling/dist-es/runtimeConfig.js
const getRuntimeConfig = (config) => {
	emitWarningIfUnsupportedVersion(process.version);
	const defaultsMode = resolveDefaultsModeConfig(config);
	const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
	const clientSharedValues = getRuntimeConfig$1(config);
	emitWarningIfUnsupportedVersion$1(process.version);
	const loaderConfig = {
		profile: config?.profile,
		logger: clientSharedValues.logger
	};
	return {
		...clientSharedValues,
		...config,
		runtime: "node",
		defaultsMode,
		authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
		bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
		credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
		defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 9e5),
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({
			serviceId: clientSharedValues.serviceId,
			clientVersion: version
		}),
		maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
		region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, {
			...NODE_REGION_CONFIG_FILE_OPTIONS,
			...loaderConfig
		}),
		requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
		retryMode: config?.retryMode ?? loadConfig({
			...NODE_RETRY_MODE_CONFIG_OPTIONS,
			default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
		}, config),
		streamCollector: config?.streamCollector ?? streamCollector,
		useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
		useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
		userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
	};
};
// node_modules/@aws-sdk/client-auto-scaling/dist-es/auth/httpAuthExtensionConfiguration.js
const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
	const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
	let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
	let _credentials = runtimeConfig.credentials;
	return {
		setHttpAuthScheme(httpAuthScheme) {
			const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
			if (index === -1) _httpAuthSchemes.push(httpAuthScheme);
			else _httpAuthSchemes.splice(index, 1, httpAuthScheme);
		},
		httpAuthSchemes() {
			return _httpAuthSchemes;
		},
		setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
			_httpAuthSchemeProvider = httpAuthSchemeProvider;
		},
		httpAuthSchemeProvider() {
			return _httpAuthSchemeProvider;
		},
		setCredentials(credentials) {
			_credentials = credentials;
		},
		credentials() {
			return _credentials;
		}
	};
};
const resolveHttpAuthRuntimeConfig = (config) => {
	return {
		httpAuthSchemes: config.httpAuthSchemes(),
		httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
		credentials: config.credentials()
	};
};
// node_modules/@aws-sdk/client-auto-scaling/dist-es/runtimeExtensions.js
const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
	const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
	extensions.forEach((extension) => extension.configure(extensionConfiguration));
	return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};
// node_modules/@aws-sdk/client-auto-scaling/dist-es/AutoScalingClient.js
var AutoScalingClient = class extends Client {
	config;
	constructor(...[configuration]) {
		const _config_0 = getRuntimeConfig(configuration || {});
		super(_config_0);
		this.initConfig = _config_0;
		const _config_1 = resolveClientEndpointParameters(_config_0);
		const _config_2 = resolveUserAgentConfig(_config_1);
		const _config_3 = resolveRetryConfig(_config_2);
		const _config_4 = resolveRegionConfig(_config_3);
		const _config_5 = resolveHostHeaderConfig(_config_4);
		const _config_6 = resolveEndpointConfig(_config_5);
		const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
		const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
		this.config = _config_8;
		this.middlewareStack.use(getSchemaSerdePlugin(this.config));
		this.middlewareStack.use(getUserAgentPlugin(this.config));
		this.middlewareStack.use(getRetryPlugin(this.config));
		this.middlewareStack.use(getContentLengthPlugin(this.config));
		this.middlewareStack.use(getHostHeaderPlugin(this.config));
		this.middlewareStack.use(getLoggerPlugin(this.config));
		this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
		this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
			httpAuthSchemeParametersProvider: defaultAutoScalingHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use(getHttpSigningPlugin(this.config));
	}
	destroy() {
		super.destroy();
	}
};
// node_modules/@aws-sdk/client-auto-scaling/dist-es/commandBuilder.js
const command = makeBuilder(commonParams, "AutoScaling_2011_01_01", "AutoScalingClient", getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];
// node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeAutoScalingGroupsCommand.js
var DescribeAutoScalingGroupsCommand = class extends command(_ep0, _mw0, "DescribeAutoScalingGroups", DescribeAutoScalingGroups$) {};
// node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeLaunchConfigurationsCommand.js
var DescribeLaunchConfigurationsCommand = class extends command(_ep0, _mw0, "DescribeLaunchConfigurations", DescribeLaunchConfigurations$) {};
// src/aws/auto-scaling-client.ts
function createAutoScaling(config, settings) {
	const client = new AutoScalingClient(config);
	const call = caller(client, {
		...settings,
		service: "autoscaling"
	});
	return {
		describeAutoScalingGroups: call("DescribeAutoScalingGroups", DescribeAutoScalingGroupsCommand),
		describeLaunchConfigurations: call("DescribeLaunchConfigurations", DescribeLaunchConfigurationsCommand)
	};
}
export { createAutoScaling };
