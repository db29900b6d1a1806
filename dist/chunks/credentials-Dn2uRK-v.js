import { a as __toCommonJS, t as __commonJSMin } from "./rolldown-runtime-COqNOauY.js";
import { I as config_exports, L as init_config } from "./checksum-sWTxVSW1.js";
import { a as init_sts, b as dist_es_exports, c as require_dist_cjs$2, i as require_dist_cjs$5, l as require_dist_cjs$1, n as require_dist_cjs$3, o as sts_exports, r as require_dist_cjs$6, t as require_dist_cjs$4, x as init_dist_es } from "./dist-cjs-B2hBFyiB.js";
// node_modules/@aws-sdk/credential-providers/dist-cjs/loadSts-C4jOcYxJ.js
var require_loadSts_C4jOcYxJ = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { AssumeRoleCommand, STSClient } = (init_sts(), __toCommonJS(sts_exports));
	exports.AssumeRoleCommand = AssumeRoleCommand;
	exports.STSClient = STSClient;
}));
// src/aws/credentials.ts
var import_dist_cjs = (/* @__PURE__ */ __commonJSMin(((exports) => {
	const { ProviderError, CredentialsProviderError, loadConfig, NODE_REGION_CONFIG_FILE_OPTIONS } = (init_config(), __toCommonJS(config_exports));
	const { normalizeProvider } = (init_dist_es(), __toCommonJS(dist_es_exports));
	const createCredentialChain = (...credentialProviders) => {
		let expireAfter = -1;
		const baseFunction = async (awsIdentityProperties) => {
			const credentials = await propertyProviderChain(...credentialProviders)(awsIdentityProperties);
			if (!credentials.expiration && expireAfter !== -1) credentials.expiration = new Date(Date.now() + expireAfter);
			return credentials;
		};
		const withOptions = Object.assign(baseFunction, { expireAfter(milliseconds) {
			if (milliseconds < 3e5) throw new Error("@aws-sdk/credential-providers - createCredentialChain(...).expireAfter(ms) may not be called with a duration lower than five minutes.");
			expireAfter = milliseconds;
			return withOptions;
		} });
		return withOptions;
	};
	const propertyProviderChain = (...providers) => async (awsIdentityProperties) => {
		if (providers.length === 0) throw new ProviderError("No providers in chain", { tryNextLink: false });
		let lastProviderError;
		for (const provider of providers) try {
			return await provider(awsIdentityProperties);
		} catch (err) {
			lastProviderError = err;
			if (err?.tryNextLink) continue;
			throw err;
		}
		throw lastProviderError;
	};
	const fromContainerMetadata = (init) => {
		return async (props) => {
			init?.logger?.debug("@smithy/credential-provider-imds", "fromContainerMetadata");
			const { fromContainerMetadata: _fromContainerMetadata } = require_dist_cjs$1();
			return _fromContainerMetadata(init)();
		};
	};
	const fromHttp = (options = {}) => {
		return async (args) => {
			const { fromHttp: _fromHttp } = require_dist_cjs$2();
			return _fromHttp(options)(args);
		};
	};
	const fromIni = (init = {}) => {
		return async (args) => {
			const { fromIni: _fromIni } = require_dist_cjs$3();
			return _fromIni({ ...init })(args);
		};
	};
	const fromNodeProviderChain = (init = {}) => {
		let chain;
		return async (args) => {
			if (!chain) {
				const { defaultProvider } = require_dist_cjs$4();
				chain = defaultProvider({ ...init });
			}
			return chain(args);
		};
	};
	const fromProcess = (init) => {
		return async (args) => {
			const { fromProcess: _fromProcess } = require_dist_cjs$5();
			return _fromProcess(init)(args);
		};
	};
	const ASSUME_ROLE_DEFAULT_REGION = "us-east-1";
	const fromTemporaryCredentials$1 = (options, credentialDefaultProvider, regionProvider) => {
		let stsClient;
		return async (awsIdentityProperties = {}) => {
			const { callerClientConfig } = awsIdentityProperties;
			const profile = options.clientConfig?.profile ?? callerClientConfig?.profile;
			const logger = options.logger ?? callerClientConfig?.logger;
			logger?.debug("@aws-sdk/credential-providers - fromTemporaryCredentials (STS)");
			const params = {
				...options.params,
				RoleSessionName: options.params.RoleSessionName ?? "aws-sdk-js-" + Date.now()
			};
			if (params?.SerialNumber) {
				if (!options.mfaCodeProvider) throw new CredentialsProviderError(`Temporary credential requires multi-factor authentication, but no MFA code callback was provided.`, {
					tryNextLink: false,
					logger
				});
				params.TokenCode = await options.mfaCodeProvider(params?.SerialNumber);
			}
			const { AssumeRoleCommand, STSClient } = require_loadSts_C4jOcYxJ();
			if (!stsClient) {
				const defaultCredentialsOrError = typeof credentialDefaultProvider === "function" ? credentialDefaultProvider() : void 0;
				const credentialSources = [
					options.masterCredentials,
					options.clientConfig?.credentials,
					void callerClientConfig?.credentials,
					callerClientConfig?.credentialDefaultProvider?.(),
					defaultCredentialsOrError
				];
				let credentialSource = "STS client default credentials";
				if (credentialSources[0]) credentialSource = "options.masterCredentials";
				else if (credentialSources[1]) credentialSource = "options.clientConfig.credentials";
				else if (credentialSources[2]) {
					credentialSource = "caller client's credentials";
					throw new Error("fromTemporaryCredentials recursion in callerClientConfig.credentials");
				} else if (credentialSources[3]) credentialSource = "caller client's credentialDefaultProvider";
				else if (credentialSources[4]) credentialSource = "AWS SDK default credentials";
				const regionSources = [
					options.clientConfig?.region,
					callerClientConfig?.region,
					await regionProvider?.({ profile }),
					ASSUME_ROLE_DEFAULT_REGION
				];
				let regionSource = "default partition's default region";
				if (regionSources[0]) regionSource = "options.clientConfig.region";
				else if (regionSources[1]) regionSource = "caller client's region";
				else if (regionSources[2]) regionSource = "file or env region";
				const requestHandlerSources = [filterRequestHandler(options.clientConfig?.requestHandler), filterRequestHandler(callerClientConfig?.requestHandler)];
				let requestHandlerSource = "STS default requestHandler";
				if (requestHandlerSources[0]) requestHandlerSource = "options.clientConfig.requestHandler";
				else if (requestHandlerSources[1]) requestHandlerSource = "caller client's requestHandler";
				logger?.debug?.(`@aws-sdk/credential-providers - fromTemporaryCredentials STS client init with ${regionSource}=${await normalizeProvider(coalesce(regionSources))()}, ${credentialSource}, ${requestHandlerSource}.`);
				stsClient = new STSClient({
					userAgentAppId: callerClientConfig?.userAgentAppId,
					...options.clientConfig,
					credentials: coalesce(credentialSources),
					logger,
					profile,
					region: coalesce(regionSources),
					requestHandler: coalesce(requestHandlerSources)
				});
			}
			if (options.clientPlugins) for (const plugin of options.clientPlugins) stsClient.middlewareStack.use(plugin);
			const { Credentials } = await stsClient.send(new AssumeRoleCommand(params));
			if (!Credentials || !Credentials.AccessKeyId || !Credentials.SecretAccessKey) throw new CredentialsProviderError(`Invalid response from STS.assumeRole call with role ${params.RoleArn}`, { logger });
			return {
				accessKeyId: Credentials.AccessKeyId,
				secretAccessKey: Credentials.SecretAccessKey,
				sessionToken: Credentials.SessionToken,
				expiration: Credentials.Expiration,
				credentialScope: Credentials.CredentialScope
			};
		};
	};
	const filterRequestHandler = (requestHandler) => {
		return requestHandler?.metadata?.handlerProtocol === "h2" ? void 0 : requestHandler;
	};
	const coalesce = (args) => {
		for (const item of args) if (item !== void 0) return item;
	};
	const fromTemporaryCredentials = (options) => {
		return fromTemporaryCredentials$1(options, fromNodeProviderChain, async ({ profile = process.env.AWS_PROFILE }) => loadConfig({
			environmentVariableSelector: (env) => env.AWS_REGION,
			configFileSelector: (profileData) => {
				return profileData.region;
			},
			default: () => void 0
		}, {
			...NODE_REGION_CONFIG_FILE_OPTIONS,
			profile
		})());
	};
	const fromTokenFile = (init = {}) => {
		return async (args) => {
			const { fromTokenFile: _fromTokenFile } = require_dist_cjs$6();
			return _fromTokenFile({ ...init })(args);
		};
	};
	exports.createCredentialChain = createCredentialChain;
	exports.fromContainerMetadata = fromContainerMetadata;
	exports.fromHttp = fromHttp;
	exports.fromIni = fromIni;
	exports.fromNodeProviderChain = fromNodeProviderChain;
	exports.fromProcess = fromProcess;
	exports.fromTemporaryCredentials = fromTemporaryCredentials;
	exports.fromTokenFile = fromTokenFile;
})))();
const REFRESH_BEFORE_MS = 3e5;
function credentialsOf(settings, surroundings, stsConfig) {
	const base = baseProvider(settings, surroundings);
	const role = settings.assumeRole;
	return kept(role === void 0 ? base : (0, import_dist_cjs.fromTemporaryCredentials)({
		masterCredentials: base,
		clientConfig: stsConfig,
		params: {
			RoleArn: role.roleArn,
			...role.sessionName === void 0 ? {} : { RoleSessionName: role.sessionName },
			...role.externalId === void 0 ? {} : { ExternalId: role.externalId },
			...role.durationSeconds === void 0 ? {} : { DurationSeconds: role.durationSeconds },
			...role.policy === void 0 ? {} : { Policy: role.policy },
			...role.policyArns.length === 0 ? {} : { PolicyArns: role.policyArns.map((arn) => ({ arn })) },
			...Object.keys(role.tags).length === 0 ? {} : { Tags: Object.entries(role.tags).map(([Key, Value]) => ({
				Key,
				Value
			})) },
			...role.transitiveTagKeys.length === 0 ? {} : { TransitiveTagKeys: [...role.transitiveTagKeys] }
		}
	}), surroundings.clock, surroundings.registerSecret);
}
function baseProvider(settings, { environment }) {
	if (settings.accessKey !== void 0 && settings.secretKey !== void 0) return fixed(settings.accessKey, settings.secretKey, settings.token);
	const accessKey = environment["AWS_ACCESS_KEY_ID"];
	const secretKey = environment["AWS_SECRET_ACCESS_KEY"];
	if (settings.profile === void 0 && accessKey && secretKey) return fixed(accessKey, secretKey, settings.token ?? environment["AWS_SESSION_TOKEN"]);
	const profile = settings.profile ?? (environment["AWS_PROFILE"] || void 0);
	const files = {
		...profile === void 0 ? {} : { profile },
		...settings.sharedCredentialsFile === void 0 ? {} : { filepath: settings.sharedCredentialsFile }
	};
	if (settings.skipMetadataApiCheck !== true) return (0, import_dist_cjs.fromNodeProviderChain)(files);
	const inContainer = environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] || environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"];
	return (0, import_dist_cjs.createCredentialChain)((0, import_dist_cjs.fromIni)(files), (0, import_dist_cjs.fromProcess)(files), (0, import_dist_cjs.fromTokenFile)(), ...inContainer ? [(0, import_dist_cjs.fromHttp)(), (0, import_dist_cjs.fromContainerMetadata)()] : []);
}
function fixed(accessKeyId, secretAccessKey, sessionToken) {
	const identity = {
		accessKeyId,
		secretAccessKey,
		...sessionToken ? { sessionToken } : {}
	};
	return () => Promise.resolve(identity);
}
function kept(provider, clock, registerSecret) {
	let current;
	let validUntil = Number.POSITIVE_INFINITY;
	return (properties) => {
		if (current !== void 0 && clock.now() < validUntil) return current;
		validUntil = Number.POSITIVE_INFINITY;
		const asked = provider(properties).then((identity) => {
			registerSecret(identity.secretAccessKey);
			if (identity.sessionToken !== void 0) registerSecret(identity.sessionToken);
			validUntil = identity.expiration === void 0 ? Number.POSITIVE_INFINITY : identity.expiration.getTime() - REFRESH_BEFORE_MS;
			return identity;
		});
		current = asked;
		asked.catch(() => {
			if (current === asked) current = void 0;
		});
		return asked;
	};
}
export { credentialsOf };
