import "./rolldown-runtime-BVN1G_yT.js";
import { n as ProviderError, t as CredentialsProviderError } from "./CredentialsProviderError-BtFEgKxl.js";
import { t as loadConfig } from "./configLoader-BPmHsaRP.js";
import { n as NODE_REGION_CONFIG_FILE_OPTIONS, t as normalizeProvider } from "./normalizeProvider-D_W3DXGG.js";
import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { r as awsError } from "./errors-Cz-Ex8Cy.js";
import { n as profileFiles, t as assertProfile } from "./profile-files-C1HsVC4D.js";
// node_modules/@aws-sdk/credential-providers/dist-es/createCredentialChain.js
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
// node_modules/@aws-sdk/credential-providers/dist-es/fromContainerMetadata.js
const fromContainerMetadata = (init) => {
	return async (props) => {
		init?.logger?.debug("@smithy/credential-provider-imds", "fromContainerMetadata");
		const { fromContainerMetadata: _fromContainerMetadata } = await import("./dist-es-CiN472Tq.js");
		return _fromContainerMetadata(init)();
	};
};
// node_modules/@aws-sdk/credential-providers/dist-es/fromHttp.js
const fromHttp = (options = {}) => {
	return async (args) => {
		const { fromHttp: _fromHttp } = await import("./dist-es-DxyK6u9C.js");
		return _fromHttp(options)(args);
	};
};
// node_modules/@aws-sdk/credential-providers/dist-es/fromIni.js
const fromIni = (init = {}) => {
	return async (args) => {
		const { fromIni: _fromIni } = await import("./dist-es-Bh08_2P2.js");
		return _fromIni({ ...init })(args);
	};
};
// node_modules/@aws-sdk/credential-providers/dist-es/fromInstanceMetadata.js
const fromInstanceMetadata = (init) => {
	return async (props) => {
		init?.logger?.debug("@smithy/credential-provider-imds", "fromInstanceMetadata");
		const { setCredentialFeature } = await import("./client-cKq5tox2.js");
		const { fromInstanceMetadata: _fromInstanceMetadata } = await import("./dist-es-CiN472Tq.js");
		return _fromInstanceMetadata(init)().then((creds) => setCredentialFeature(creds, "CREDENTIALS_IMDS", "0"));
	};
};
// node_modules/@aws-sdk/credential-providers/dist-es/fromNodeProviderChain.js
const fromNodeProviderChain = (init = {}) => {
	let chain;
	return async (args) => {
		if (!chain) {
			const { defaultProvider } = await import("./dist-es-DT__amO9.js");
			chain = defaultProvider({ ...init });
		}
		return chain(args);
	};
};
// node_modules/@aws-sdk/credential-providers/dist-es/fromTemporaryCredentials.base.js
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
		const { AssumeRoleCommand, STSClient } = await import("./loadSts-DnSJ_bxk.js");
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
// node_modules/@aws-sdk/credential-providers/dist-es/fromTemporaryCredentials.js
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
// node_modules/@aws-sdk/credential-providers/dist-es/fromTokenFile.js
const fromTokenFile = (init = {}) => {
	return async (args) => {
		const { fromTokenFile: _fromTokenFile } = await import("./dist-es--qW0J4L5.js");
		return _fromTokenFile({ ...init })(args);
	};
};
// src/aws/credentials.ts
const REFRESH_BEFORE_MS = 3e5;
function credentialsOf(settings, surroundings, stsConfig) {
	const base = withMfaCode(settings, surroundings, stsConfig);
	const role = settings.assumeRole;
	const provider = role === void 0 ? base : fromTemporaryCredentials({
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
	});
	const call = {
		service: "sts",
		action: "AssumeRole",
		region: typeof stsConfig.region === "string" ? stsConfig.region : "",
		onGitHub: surroundings.environment["GITHUB_ACTIONS"] === "true"
	};
	const explained = (properties) => provider(properties).catch((error) => Promise.reject(ofSts(error, call)));
	return kept(explained, surroundings.clock, surroundings.registerSecret);
}
function withMfaCode(settings, surroundings, stsConfig) {
	const { mfaCode } = settings;
	let isAskedFor = false;
	let isSpent = false;
	const codeFor = (serial) => {
		if (mfaCode === void 0) return Promise.reject(mfaCodeMissing(serial));
		if (isSpent) return Promise.reject(mfaCodeSpent(serial));
		isAskedFor = true;
		return Promise.resolve(mfaCode);
	};
	const provider = baseProvider(settings, surroundings, codeFor, stsConfig);
	if (mfaCode === void 0) return provider;
	surroundings.registerSecret(mfaCode);
	return async (properties) => {
		const identity = await provider(properties);
		if (!isAskedFor) throw mfaCodeUnused();
		isSpent = true;
		return identity;
	};
}
function ofSts(error, call) {
	if (!(error instanceof Error && "$fault" in error)) return error;
	return /MultiFactorAuthentication failed/.test(error.message) ? mfaCodeRefused(error) : awsError(error, call);
}
function mfaCodeRefused(cause) {
	return new BakeError(`AWS does not take the code of the MFA device: ${cause.message.replace(/\.$/, "")}`, {
		code: "mfa-code-refused",
		category: "auth",
		hint: "Give the code that the device shows now: each holds for half a minute, and for one session only.",
		cause
	});
}
function mfaCodeMissing(serial) {
	return new BakeError(`The AWS profile asks for a code of the MFA device ${serial}, and none is given`, {
		code: "mfa-code-missing",
		category: "auth",
		hint: "Give the code that the device shows now as mfa_code, best by a variable: mfa_code = var.mfa_code."
	});
}
function mfaCodeSpent(serial) {
	return new BakeError(`The session that was opened with a code of the MFA device ${serial} has ended, and a code opens one session only`, {
		code: "mfa-code-spent",
		category: "auth",
		hint: "Let the session last as long as the run: duration_seconds in the profile, up to what the role allows."
	});
}
function mfaCodeUnused() {
	return new BakeError("mfa_code is given, and the AWS credentials that were found ask for no code", {
		code: "mfa-code-unused",
		category: "auth",
		hint: "The code is for a profile that has mfa_serial beside role_arn: name that one in profile (or AWS_PROFILE; access keys in the environment go before it). Without such a profile, leave mfa_code out."
	});
}
function baseProvider(settings, { environment }, mfaCodeProvider, { requestHandler }) {
	if (settings.accessKey !== void 0 && settings.secretKey !== void 0) return fixed(settings.accessKey, settings.secretKey, settings.token);
	const accessKey = environment["AWS_ACCESS_KEY_ID"];
	const secretKey = environment["AWS_SECRET_ACCESS_KEY"];
	if (settings.profile === void 0 && accessKey && secretKey) return fixed(accessKey, secretKey, settings.token ?? environment["AWS_SESSION_TOKEN"]);
	const profile = settings.profile ?? (environment["AWS_PROFILE"] || void 0);
	const others = withoutFiles(settings, environment);
	const common = {
		mfaCodeProvider,
		...requestHandler === void 0 ? {} : { clientConfig: { requestHandler } },
		...profile === void 0 ? {} : { profile }
	};
	return async (properties) => {
		const files = await profileFiles(settings.sharedCredentialsFile);
		const init = {
			...common,
			...files
		};
		if (profile !== void 0) {
			await assertProfile(profile, files);
			return ofProfile(fromIni(init), others)(properties);
		}
		if (settings.skipMetadataApiCheck !== true) return fromNodeProviderChain(init)(properties);
		return createCredentialChain(fromIni(init), fromTokenFile(init), ...others)(properties);
	};
}
function ofProfile(profile, others) {
	return async (properties) => {
		try {
			return await profile(properties);
		} catch (ofTheProfile) {
			if (!mayAskOthers(ofTheProfile) || others.length === 0) throw ofTheProfile;
			return createCredentialChain(...others)(properties).catch((error) => Promise.reject(mayAskOthers(error) ? ofTheProfile : error));
		}
	};
}
function mayAskOthers(error) {
	return error instanceof Error && "tryNextLink" in error && error.tryNextLink === true;
}
function withoutFiles({ skipMetadataApiCheck }, environment) {
	if (environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] || environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"]) return [fromHttp(), fromContainerMetadata()];
	const isSwitchedOff = (environment["AWS_EC2_METADATA_DISABLED"] || "false") !== "false";
	return skipMetadataApiCheck === true || isSwitchedOff ? [] : [fromInstanceMetadata()];
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
