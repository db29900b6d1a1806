import { a as warningDiagnostic, i as notYetDiagnostic, o as kindInWords, t as errorDiagnostic } from "./diagnostics-D6HUwDnG.js";
import { a as NEVER, c as VERIFIED_TAG, d as isReservedTag, f as tagMap, i as FINGERPRINT_TAG, l as crowdedOut, m as tagValue, n as BUILD_TAG, o as RUN_TAG, p as tagSpecification, r as EXPIRES_AT_TAG, s as SOURCE_AMI_TAG, t as allPages, u as ec2Tags } from "./all-pages-DbyY6m54.js";
import { t as NO_LONGER_NEEDED } from "./abort-DcY-MBHM.js";
import { a as describeError, c as errorMessage, n as IncompleteArtifactError, o as toBakeError, s as errorCode, t as BakeError } from "./errors-Bd0aY3lr.js";
import { _ as isWindows, a as imageById, c as removeImage, g as unlessGone, i as deleteSnapshots, l as snapshotIdsOf, r as wayInOf, v as describeFastLaunch, y as retryWhile } from "./settings-8GxVHhfZ.js";
import { a as isDenied, f as shortageOf, n as awsCodeOf, o as isForeign, r as awsError, s as isNotFound, t as AwsError, u as isUnknownProfile } from "./errors-Cz-Ex8Cy.js";
import { n as withDeadline, t as orAborted } from "./deadline-BStsF6u5.js";
import { n as didYouMean } from "./suggestion-CB4l7Gry.js";
import { t as printableLine } from "./hostile-text-DGh0Qabk.js";
import { t as _usingCtx } from "./usingCtx-BNVI0pxM.js";
import { r as parseTunnel, t as localPath } from "./local-path-C0NtclZX.js";
import { i as STRING, u as mapOf } from "./types-BpsgGM5S.js";
import { t as isRecord } from "./is-record-DahPzVSt.js";
import { t as splitAssignment } from "./assignment-CO06e-o7.js";
import { n as shellWord, t as escapeForSingleQuotes } from "./posix-shell-DMV6XIRl.js";
import { r as goFormat, t as scriptPaths } from "./scripts-CjtWBVpV.js";
import { t as runLocalProcess } from "./local-process-CXkfOmdb.js";
import { t as isHostList } from "./inventory-aA-Y_buc.js";
import { n as describeDuration } from "./duration-Bo3QJcs-.js";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { networkInterfaces } from "node:os";
import path, { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { BlockList, isIP, isIPv4, isIPv6 } from "node:net";
import { readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
// src/kernel/schema.ts
function atRun(...fields) {
	return {
		fields,
		hasBuildData: true
	};
}
function atRunWithOnly(...fields) {
	return {
		fields,
		hasBuildData: false
	};
}
function attribute(type) {
	return {
		optional: (settings) => ({
			kind: "attribute",
			type,
			required: false,
			default: void 0,
			...common(settings)
		}),
		required: (settings) => ({
			kind: "attribute",
			type,
			required: true,
			default: void 0,
			...common(settings)
		}),
		withDefault: (value, settings) => ({
			kind: "attribute",
			type,
			required: false,
			default: value,
			...common(settings)
		})
	};
}
function common(settings) {
	return {
		doc: settings.doc,
		sensitive: settings.sensitive ?? false,
		rendering: settings.rendering ?? "prepare",
		emptyIsValue: settings.emptyIsValue ?? false,
		choices: settings.choices,
		notYet: settings.notYet,
		note: settings.note,
		decides: settings.decides ?? "image"
	};
}
function blockOption(schema, repeated, settings) {
	return {
		kind: "block",
		schema,
		repeated,
		doc: settings.doc,
		required: settings.required ?? false,
		note: settings.note,
		notYet: settings.notYet,
		decides: settings.decides ?? "image"
	};
}
const option = {
	string: attribute("string"),
	number: attribute("number"),
	bool: attribute("bool"),
	duration: attribute("duration"),
	strings: attribute("strings"),
	stringLists: attribute("string-lists"),
	stringMap: attribute("string-map"),
	block: (schema, settings) => blockOption(schema, false, settings),
	blocks: (schema, settings) => blockOption(schema, true, settings)
};
function deciding(decides, schema, names = Object.keys(schema)) {
	const entries = Object.entries(schema).map(([name, each]) => [name, names.includes(name) ? {
		...each,
		decides
	} : each]);
	return Object.fromEntries(entries);
}
function mergedCatalog(registry, foreign) {
	const { declared } = registry;
	const communication = communicatorOptions(registry);
	const builders = /* @__PURE__ */ new Map();
	for (const { type, schema, generatedNames } of registry.builders.values()) builders.set(type, {
		type,
		schema: {
			...communication,
			...schema
		},
		generatedNames
	});
	for (const { type, schema, generatedNames, connects } of declared.builders.values()) builders.set(type, {
		type,
		schema: connects ? {
			...communication,
			...schema
		} : schema,
		generatedNames
	});
	return {
		builders,
		provisioners: new Map([...registry.provisioners, ...declared.provisioners]),
		postProcessors: new Map([...registry.postProcessors, ...declared.postProcessors]),
		foreign
	};
}
function communicatorOptions({ communicators, declared }) {
	const all = new Map([...communicators, ...declared.communicators]);
	const merged = { communicator: option.string.withDefault("ssh", {
		doc: "How to talk to the machine.",
		choices: [...all.keys()]
	}) };
	for (const { schema } of all.values()) Object.assign(merged, withoutRequired(schema));
	return merged;
}
function withoutRequired(schema) {
	return Object.fromEntries(Object.entries(schema).map(([name, each]) => [name, {
		...each,
		required: false
	}]));
}
// src/engine/judged-plan.ts
function judgePlan({ builds }, registry, context) {
	return withoutRepetition(builds.flatMap((planned) => judgeBuild(planned, registry, context)));
}
function judgeBuild(planned, registry, context) {
	const { declared } = registry;
	const diagnostics = [];
	const judge = (kind, component, what) => {
		const plugin = registry[kind].get(component.type) ?? declaredComponent(declared[kind], component, what, diagnostics);
		if (plugin === void 0) diagnostics.push(unknownComponent(registry, kind, component, what));
		else diagnostics.push(...plugin.validate(component.decoded, context));
	};
	judge("builders", planned.builder, "builder");
	if (declared.builders.get(planned.builder.type)?.connects !== false) diagnostics.push(...judgeCommunicator(registry, planned.builder, context));
	if (registry.builders.has(planned.builder.type)) diagnostics.push(...judgeConnections(registry, planned));
	for (const provisioner of provisionersOf(planned)) judge("provisioners", provisioner, "provisioner");
	for (const postProcessor of planned.postProcessorChains.flat()) judge("postProcessors", postProcessor, "post-processor");
	return diagnostics;
}
function declaredComponent(plugins, { type, range }, what, diagnostics) {
	const plugin = plugins.get(type);
	if (plugin !== void 0) {
		const summary = `The ${what} "${type}" does not run yet`;
		diagnostics.push(notYetDiagnostic({
			code: `${what}-not-yet`,
			summary,
			detail: plugin.instead,
			subject: range
		}));
	}
	return plugin;
}
function provisionersOf({ provisioners, errorCleanupProvisioner }) {
	return errorCleanupProvisioner === void 0 ? provisioners : [...provisioners, errorCleanupProvisioner];
}
function unknownComponent(registry, kind, { type, range }, what) {
	const known = [...registry[kind].keys(), ...registry.declared[kind].keys()];
	return errorDiagnostic({
		code: `unknown-${what}`,
		summary: `Unknown ${what} "${type}"`,
		detail: `There is no ${what} named "${type}".${didYouMean(type, known)}`,
		subject: range
	});
}
function judgeCommunicator({ communicators, declared }, source, context) {
	const type = communicatorType(source.decoded);
	const subject = source.decoded.range("communicator");
	const diagnostics = [];
	const communicator = communicators.get(type) ?? declaredComponent(declared.communicators, {
		...source,
		type,
		range: subject
	}, "communicator", diagnostics);
	if (communicator === void 0) {
		const known = [...communicators.keys(), ...declared.communicators.keys()];
		return [errorDiagnostic({
			code: "unknown-communicator",
			summary: `Unknown communicator "${type}"`,
			detail: `There is no communicator named "${type}"; there are ${known.join(", ")}.${didYouMean(type, known)}`,
			subject
		})];
	}
	const missing = missingOptions(communicator, source);
	return [...diagnostics, ...missing.length > 0 ? missing : communicator.validate(source.decoded, context)];
}
function judgeConnections({ provisioners }, planned) {
	if (communicatorType(planned.builder.decoded) !== "none") return [];
	return planned.provisioners.filter(({ type, continueOnError }) => provisioners.get(type)?.isLocal !== true && !continueOnError).filter(({ type }) => provisioners.has(type)).map(({ type, range }) => ({
		...warningDiagnostic({
			code: "provisioner-without-communicator",
			summary: `The provisioner "${type}" needs a connection, and the source has none`,
			detail: `communicator = "none" says that nobody connects to the machine of ${planned.name}. Write communicator = "ssh", leave the provisioner out for this source with "only" or "except", or put what it does into user_data.`,
			subject: range
		}),
		stopsBuild: true
	}));
}
function missingOptions({ type, schema }, source) {
	return Object.entries(schema).filter(([name, each]) => each.required && !source.decoded.given(name) && !source.decoded.unknown(name)).map(([name]) => errorDiagnostic({
		code: "missing-option",
		summary: "Missing argument",
		detail: `The argument "${name}" is required by the communicator "${type}", but it is not written.`,
		subject: source.range
	}));
}
function communicatorType({ options }) {
	const named = typeof options === "object" && options !== null && "communicator" in options && options.communicator;
	return typeof named === "string" && named !== "" ? named : "ssh";
}
function withoutRepetition(diagnostics) {
	const seen = /* @__PURE__ */ new Set();
	return diagnostics.filter((diagnostic) => {
		const key = JSON.stringify([
			diagnostic.code,
			diagnostic.summary,
			diagnostic.detail,
			diagnostic.subject
		]);
		return !seen.has(key) && seen.add(key);
	});
}
// src/engine/mentions-shutdown.ts
const WORDS = /\b(shutdown|poweroff|halt|telinit|init\s+0|power_state)\b/;
const LARGEST_BYTES = 262144;
async function mentionsShutdown(provisioners, workingDirectory) {
	const texts = provisioners.flatMap(({ decoded }) => [...strings(decoded.options)]);
	if (texts.some(speaksOfShutdown)) return true;
	return (await Promise.all([...new Set(texts)].map((text) => fileText(text, workingDirectory)))).some(speaksOfShutdown);
}
function speaksOfShutdown(text) {
	return WORDS.test(text);
}
function* strings(value) {
	if (typeof value === "string") yield value;
	else if (typeof value === "object" && value !== null) for (const each of Object.values(value)) yield* strings(each);
}
async function fileText(name, workingDirectory) {
	if (name === "" || name.length > 4096 || /[\0\n]/.test(name)) return "";
	try {
		const file = path.resolve(workingDirectory, name);
		const found = await stat(file);
		return found.isFile() && found.size <= LARGEST_BYTES ? await readFile(file, "utf8") : "";
	} catch {
		return "";
	}
}
// src/aws/partition.ts
const COMMERCIAL = {
	name: "aws",
	dnsSuffix: "amazonaws.com"
};
const OTHERS = [
	["cn-", {
		name: "aws-cn",
		dnsSuffix: "amazonaws.com.cn"
	}],
	["us-gov-", {
		name: "aws-us-gov",
		dnsSuffix: "amazonaws.com"
	}],
	["us-iso-", {
		name: "aws-iso",
		dnsSuffix: "c2s.ic.gov"
	}],
	["us-isob-", {
		name: "aws-iso-b",
		dnsSuffix: "sc2s.sgov.gov"
	}],
	["eu-isoe-", {
		name: "aws-iso-e",
		dnsSuffix: "cloud.adc-e.uk"
	}],
	["us-isof-", {
		name: "aws-iso-f",
		dnsSuffix: "csp.hci.ic.gov"
	}],
	["eusc-", {
		name: "aws-eusc",
		dnsSuffix: "amazonaws.eu"
	}]
];
function partitionOf(region) {
	return OTHERS.find(([prefix]) => region?.startsWith(prefix) === true)?.[1] ?? COMMERCIAL;
}
// src/aws/check-access.ts
function checkAccess(findings) {
	const { options } = findings;
	for (const [one, other] of [["access_key", "secret_key"], ["secret_key", "access_key"]]) if (options[one] && !options[other] && findings.known(other)) findings.error({
		at: one,
		code: "incomplete-credentials",
		summary: `${one} is given without ${other}`,
		detail: `An access key has two parts. Add ${other}, or remove ${one} so that the credentials of the environment are used.`
	});
	if (findings.known("max_retries") && options.max_retries < 1) findings.error({
		at: "max_retries",
		code: "invalid-value",
		summary: "max_retries must be at least 1",
		detail: `It counts all tries of one call, the first one included; ${options.max_retries} would make none.`
	});
	const { delay_seconds: delay = 0, max_attempts: attempts = 0 } = options.aws_polling ?? {};
	if (findings.known("aws_polling") && (delay < 0 || attempts < 0)) findings.error({
		at: "aws_polling",
		code: "invalid-value",
		summary: "delay_seconds and max_attempts of aws_polling can not be negative",
		detail: `They are ${delay} and ${attempts}. Leave out the block to wait at bake-ami's own pace until the job ends.`
	});
}
// src/kernel/option-findings.ts
var OptionFindings = class {
	options;
	#decoded;
	#found = [];
	constructor(decoded) {
		this.options = decoded.options;
		this.#decoded = decoded;
	}
	get diagnostics() {
		return this.#found;
	}
	error(finding) {
		this.#found.push(errorDiagnostic(this.#parts(finding)));
	}
	warning(finding) {
		this.#found.push(warningDiagnostic(this.#parts(finding)));
	}
	notYet(finding) {
		this.#found.push(notYetDiagnostic(this.#parts(finding)));
	}
	given(path) {
		return this.#decoded.given(path);
	}
	known(path) {
		return !this.#decoded.unknown(path);
	}
	fileOf(path) {
		return this.#decoded.range(path).filename;
	}
	exclusive(first, second, remedy) {
		if (!this.given(first) || !this.given(second)) return;
		this.error({
			at: second,
			code: "conflicting-options",
			summary: `${first} and ${second} exclude each other`,
			detail: remedy
		});
	}
	#parts({ at, ...finding }) {
		return {
			...finding,
			subject: this.#decoded.range(at === "" ? void 0 : at)
		};
	}
};
// src/builders/amazon/generated-names.ts
const generatedNames = [
	"SourceAMIName",
	"BuildRegion",
	"SourceAMI",
	"SourceAMICreationDate",
	"SourceAMIOwner",
	"SourceAMIOwnerName"
];
// src/builders/amazon/validation/boot.ts
function checkBoot$1(findings) {
	const { uefi_data: data, boot_mode: mode, ami_architecture: architecture } = findings.options;
	if (!data || !findings.known("boot_mode") || !findings.known("ami_architecture")) return;
	if (mode ? mode !== "legacy-bios" : architecture === "arm64") return;
	findings.error({
		at: "uefi_data",
		code: "conflicting-options",
		summary: "uefi_data needs an image that boots with UEFI",
		detail: mode ? `The boot_mode is "${mode}".` : "Add boot_mode = \"uefi\"."
	});
}
// src/builders/amazon/validation/kms-key.ts
const KMS_KEY = /^(arn:aws[\w-]*:kms:[a-z0-9-]+:\d{12}:(key\/(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})|alias\/[\w/-]+)|alias\/[\w/-]+|mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
function checkKey(findings, at, key) {
	if (KMS_KEY.test(key)) return;
	findings.error({
		at,
		code: "invalid-kms-key",
		summary: "This is no KMS key",
		detail: `${JSON.stringify(key)} is neither a key id, nor an alias ("alias/NAME"), nor the ARN of either.`
	});
}
// src/builders/amazon/validation/image.ts
const NAME_ALPHABET = /^[A-Za-z0-9()[\] ./\-'@_]*$/;
const SHORTEST_NAME = 3;
const LONGEST_NAME = 128;
const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
function checkImage(findings) {
	checkName$1(findings);
	checkRegions$1(findings);
	checkEncryption(findings);
	checkFeatures(findings);
}
function checkName$1(findings) {
	const { ami_name: name } = findings.options;
	if (!findings.given("ami_name") || !findings.known("ami_name")) return;
	if (name.length < SHORTEST_NAME || name.length > LONGEST_NAME) findings.error({
		at: "ami_name",
		code: "invalid-ami-name",
		summary: `ami_name must have ${SHORTEST_NAME} to ${LONGEST_NAME} characters`,
		detail: `${JSON.stringify(name)} has ${name.length}.`
	});
	if (!NAME_ALPHABET.test(name)) {
		const wrong = [...new Set(name.match(/[^A-Za-z0-9()[\] ./\-'@_]/gu))];
		findings.error({
			at: "ami_name",
			code: "invalid-ami-name",
			summary: "ami_name holds characters that EC2 does not allow",
			detail: `${JSON.stringify(name)} holds ${wrong.map((character) => JSON.stringify(character)).join(", ")}. Allowed are letters, digits and ( ) [ ] space . / - ' @ _. The template function clean_resource_name replaces all others, for example {{isotime | clean_resource_name}}.`
		});
	}
}
function checkRegions$1(findings) {
	const { options } = findings;
	const keyed = Object.keys(options.region_kms_key_ids);
	if (keyed.length > 0 && findings.known("region_kms_key_ids") && findings.known("ami_regions")) {
		for (const region of keyed) {
			if (options.ami_regions.includes(region)) continue;
			findings.error({
				at: `region_kms_key_ids.${region}`,
				code: "unknown-region",
				summary: `region_kms_key_ids names ${region}, which is not in ami_regions`,
				detail: `Add "${region}" to ami_regions, or remove its key.`
			});
		}
		for (const region of options.ami_regions) {
			if (keyed.includes(region)) continue;
			findings.error({
				at: "region_kms_key_ids",
				code: "missing-region-key",
				summary: `region_kms_key_ids has no key for ${region}`,
				detail: `ami_regions names "${region}". Give it a key; an empty text stands for the default key of the region.`
			});
		}
	}
	const minutes = options.snapshot_copy_duration_minutes;
	if (minutes !== void 0 && findings.known("snapshot_copy_duration_minutes") && (minutes <= 0 || minutes % 15 !== 0)) findings.error({
		at: "snapshot_copy_duration_minutes",
		code: "invalid-value",
		summary: "snapshot_copy_duration_minutes must be a multiple of 15",
		detail: `${minutes} is not; EC2 takes 15, 30, 45 and so on.`
	});
}
function checkThatAnImageIsLeft(findings) {
	const { skip_save_build_region, ami_regions } = findings.options;
	if (!skip_save_build_region || ami_regions.length > 0 || !findings.known("ami_regions")) return;
	findings.error({
		at: "skip_save_build_region",
		code: "conflicting-options",
		summary: "skip_save_build_region without ami_regions leaves no AMI",
		detail: "The AMI of the build region is removed and copied nowhere. Name the regions in ami_regions."
	});
}
function checkEncryption(findings) {
	const { options } = findings;
	const encrypts = options.encrypt_boot === true;
	if (findings.known("kms_key_id") && options.kms_key_id) {
		if (!encrypts && findings.known("encrypt_boot")) findings.error({
			at: "kms_key_id",
			code: "conflicting-options",
			summary: "kms_key_id needs encrypt_boot = true",
			detail: "The key is used for the encrypted copy of the image. Add encrypt_boot = true, or remove kms_key_id."
		});
		checkKey(findings, "kms_key_id", options.kms_key_id);
	}
	if (findings.known("region_kms_key_ids")) {
		for (const [region, key] of Object.entries(options.region_kms_key_ids)) if (key !== "") checkKey(findings, `region_kms_key_ids.${region}`, key);
	}
	const [shared] = [
		"ami_users",
		"ami_org_arns",
		"ami_ou_arns",
		"snapshot_users"
	].filter((name) => options[name].length > 0);
	if (!encrypts || shared === void 0 || !findings.known("kms_key_id") || !findings.known("region_kms_key_ids")) return;
	const withoutKey = Object.entries(options.region_kms_key_ids).filter(([, key]) => key === "");
	if (!options.kms_key_id && Object.keys(options.region_kms_key_ids).length === 0) findings.error({
		at: shared,
		code: "conflicting-options",
		summary: `${shared} with encrypt_boot needs a KMS key of your own`,
		detail: "What is encrypted with the account's default key can't be shared. Give kms_key_id a key whose policy lets the others use it."
	});
	for (const [region] of withoutKey) findings.error({
		at: `region_kms_key_ids.${region}`,
		code: "conflicting-options",
		summary: `${shared} with encrypt_boot needs a KMS key of your own in ${region}`,
		detail: "An empty text stands for the region's default key, and what that encrypts can't be shared."
	});
}
function checkFeatures(findings) {
	const { options } = findings;
	const virtualization = options.ami_virtualization_type;
	if (virtualization && !["hvm", "paravirtual"].includes(virtualization) && findings.known("ami_virtualization_type")) findings.warning({
		at: "ami_virtualization_type",
		code: "invalid-value",
		summary: "ami_virtualization_type is neither \"hvm\" nor \"paravirtual\"",
		detail: `${JSON.stringify(virtualization)} is no virtualization type of EC2. Write "hvm", or leave it out.`
	});
	if (virtualization === "paravirtual") for (const name of ["ena_support", "sriov_support"]) {
		if (options[name] !== true) continue;
		findings.error({
			at: name,
			code: "conflicting-options",
			summary: `${name} needs an HVM image`,
			detail: "Enhanced networking does not work with paravirtual images. Remove it, or start from an HVM image."
		});
	}
	const { deprecate_at: deprecation } = options;
	if (deprecation && findings.known("deprecate_at")) {
		if (!RFC_3339.test(deprecation) || Number.isNaN(Date.parse(deprecation))) findings.error({
			at: "deprecate_at",
			code: "invalid-value",
			summary: "deprecate_at must be a time as in RFC 3339",
			detail: `${JSON.stringify(deprecation)} is not; write it like "2027-01-31T00:00:00Z".`
		});
	}
}
// src/builders/amazon/validation/source-image.ts
function checkSourceImage(findings) {
	const { options } = findings;
	if (options.source_ami || !findings.known("source_ami")) return;
	if (options.source_ami_filter === void 0 && findings.known("source_ami_filter")) findings.error({
		at: "",
		code: "missing-option",
		summary: "source_ami or source_ami_filter is missing",
		detail: "Name the AMI to start from in source_ami, or say in source_ami_filter how to find it."
	});
}
function checkOwners(findings) {
	const { source_ami: id, source_ami_filter: filter } = findings.options;
	if (id || filter === void 0 || !findings.known("source_ami")) return;
	if (filter.owners.length > 0 || !findings.known("source_ami_filter.owners")) return;
	findings.error({
		at: "source_ami_filter",
		code: "missing-option",
		summary: "source_ami_filter has no owners",
		detail: "Anybody may publish an AMI of any name. Say whose to take: account numbers, \"amazon\", \"aws-marketplace\" or \"self\", for example owners = [\"099720109477\"] for Canonical."
	});
}
// src/builders/amazon-chroot/check-volume.ts
const FROM_SCRATCH = [
	"root_volume_size",
	"pre_mount_commands",
	"ami_virtualization_type",
	"root_device_name",
	"ami_block_device_mappings"
];
function checkVolume$1(findings) {
	if (!findings.known("from_scratch")) return;
	if (findings.options.from_scratch) {
		for (const name of FROM_SCRATCH) needs(findings, name, "from_scratch");
		return;
	}
	checkSourceImage(findings);
	checkMappings(findings);
	const { root_volume_kms_key_id: key, root_volume_encrypt_boot: encrypted } = findings.options;
	if (!key || !findings.known("root_volume_kms_key_id")) return;
	if (encrypted === false && findings.known("root_volume_encrypt_boot")) findings.error({
		at: "root_volume_kms_key_id",
		code: "conflicting-options",
		summary: "root_volume_kms_key_id needs an encrypted volume",
		detail: "root_volume_encrypt_boot = false is written. Remove one of the two."
	});
	else if (encrypted === true) checkKey(findings, "root_volume_kms_key_id", key);
}
function checkMappings(findings) {
	const { ami_block_device_mappings: mappings, root_device_name: root } = findings.options;
	if (!findings.known("ami_block_device_mappings") || !findings.known("root_device_name")) return;
	if (mappings.length > 0) needs(findings, root ? "root_volume_size" : "root_device_name", "ami_block_device_mappings");
	else if (root) needs(findings, "ami_block_device_mappings", "root_device_name");
}
function needs(findings, name, by) {
	const value = findings.options[name];
	if ((Array.isArray(value) ? value.length > 0 : Boolean(value)) || !findings.known(name)) return;
	findings.error({
		at: by,
		code: "missing-option",
		summary: `${by} needs ${name}`,
		detail: `Add ${name}, or remove ${by}.`
	});
}
const accessOptions = {
	access_key: option.string.optional({ doc: "Identifier of an access key; together with `secret_key`. Without both, credentials are found as the AWS SDKs do: environment, profile, web identity (OpenID Connect), container, instance metadata." }),
	secret_key: option.string.optional({
		doc: "Secret of the access key; together with `access_key`.",
		sensitive: true
	}),
	token: option.string.optional({
		doc: "Session token of temporary credentials.",
		sensitive: true
	}),
	profile: option.string.optional({ doc: "Profile of the AWS configuration files; one that they do not have is an error. Default: AWS_PROFILE." }),
	shared_credentials_file: option.string.optional({ doc: "Path of the credentials file. Default: `~/.aws/credentials`. A file whose sections are called `[profile NAME]` stands in the place of `~/.aws/config` instead." }),
	region: option.string.optional({ doc: "Region to build in. Default: AWS_REGION, AWS_DEFAULT_REGION, or the region of the profile." }),
	max_retries: option.number.withDefault(10, { doc: "How often one call to AWS is tried when it is throttled or fails for a moment, the first time included." }),
	assume_role: option.block({
		role_arn: option.string.optional({ doc: "ARN of the role; without it the block does nothing." }),
		session_name: option.string.optional({ doc: "Name of the session." }),
		external_id: option.string.optional({ doc: "External id that the role asks for." }),
		duration_seconds: option.number.optional({ doc: "How long the session lasts, in seconds." }),
		policy: option.string.optional({ doc: "Inline session policy, JSON." }),
		policy_arns: option.strings.withDefault([], { doc: "ARNs of managed session policies." }),
		tags: option.stringMap.withDefault({}, { doc: "Session tags." }),
		transitive_tag_keys: option.strings.withDefault([], { doc: "Session tags that later sessions inherit." })
	}, { doc: "Role to take on, by STS AssumeRole, with the credentials found otherwise." }),
	custom_endpoint_ec2: option.string.optional({ doc: "URL of an EC2 endpoint for the build's own region. The other services are reached as AWS_ENDPOINT_URL says." }),
	insecure_skip_tls_verify: option.bool.withDefault(false, { doc: "Does not check the certificates of AWS endpoints." }),
	skip_credential_validation: option.bool.withDefault(false, { doc: "Goes on when STS does not say at the start whose credentials these are." }),
	skip_metadata_api_check: option.bool.withDefault(false, { doc: "Does not look for credentials at the instance metadata service." }),
	aws_polling: option.block({
		delay_seconds: option.number.optional({ doc: "Seconds between two looks. Default: AWS_POLL_DELAY_SECONDS, else 0.5 to 2 for instances and 1 to 5 for images, the longer the wait lasts." }),
		max_attempts: option.number.optional({ doc: "Ends a wait that goes on for so many looks (times `delay_seconds`, or 5 seconds) without any progress. Default: AWS_MAX_ATTEMPTS, else AWS_TIMEOUT_SECONDS gives the seconds, else waits follow AWS until the job ends." })
	}, { doc: "How AWS is waited for. Packer counts all looks of a wait and gives up an image that is still growing; here only those without progress count. On the local cloud it has no effect." }),
	mfa_code: option.string.optional({
		doc: "One-time code of the device that the profile names (`mfa_serial` beside `role_arn`). It holds for one session: where the run takes longer than an hour, write `duration_seconds` into the profile too.",
		sensitive: true
	}),
	decode_authorization_messages: option.bool.withDefault(false, { doc: "Decodes with STS what AWS adds in encoded form to the message about a denied call: the resource, and the statements of policies that deny it. It takes the permission sts:DecodeAuthorizationMessage; without it, the error names the missing IAM action only." }),
	vault_aws_engine: option.block({
		name: option.string.optional({ doc: "Role of the engine." }),
		role_arn: option.string.optional({ doc: "ARN of the AWS role, where the engine knows several." }),
		ttl: option.string.optional({ doc: "How long the credentials hold." }),
		engine_name: option.string.optional({ doc: "Path of the engine. Default: `aws`." })
	}, {
		doc: "Credentials from HashiCorp Vault's AWS engine.",
		notYet: "Use the credentials of an earlier step (for instance aws-actions/configure-aws-credentials) instead."
	})
};
// src/builders/amazon/options/boot.ts
const tpmOptions = { tpm_support: option.string.optional({
	doc: "`v2.0`: instances of the AMI have a TPM.",
	choices: ["v2.0"]
}) };
const bootOptions = {
	...tpmOptions,
	ami_architecture: option.string.withDefault("x86_64", {
		doc: "Architecture of the AMI.",
		choices: [
			"arm64",
			"arm64_mac",
			"i386",
			"x86_64",
			"x86_64_mac"
		]
	}),
	boot_mode: option.string.optional({
		doc: "How it boots. Default: as its architecture does.",
		choices: [
			"legacy-bios",
			"uefi",
			"uefi-preferred"
		]
	}),
	uefi_data: option.string.optional({ doc: "UEFI variables, in base64." })
};
const SOURCE_IMAGE_AT_RUN = atRunWithOnly(...[...generatedNames, "SourceAMITags"]);
// src/builders/amazon/options/block-devices.ts
const blockDeviceMappings$1 = {
	device_name: option.string.optional({ doc: "Name of the device, for example `/dev/sda1`; always needed." }),
	delete_on_termination: option.bool.withDefault(false, { doc: "Whether the volume goes with its instance. The AMI takes this over; the volumes of the build itself are removed in any case." }),
	encrypted: option.bool.optional({ doc: "Whether the volume is encrypted. Default: as its snapshot, or as the account says." }),
	kms_key_id: option.string.optional({ doc: "KMS key of an encrypted volume: id, alias or ARN." }),
	snapshot_id: option.string.optional({ doc: "Snapshot that the volume is made of." }),
	volume_type: option.string.optional({ doc: "`gp2`, `gp3`, `io1`, `io2`, `st1`, `sc1` or `standard`." }),
	volume_size: option.number.optional({ doc: "Size in GiB." }),
	iops: option.number.optional({ doc: "I/O operations per second; for `io1` (100 to 64,000, 50 for each GiB), `io2` (100 to 256,000, 1,000 for each GiB) and `gp3` (3,000 to 80,000)." }),
	throughput: option.number.optional({ doc: "MiB per second, 125 to 2000; for `gp3`." }),
	no_device: option.bool.withDefault(false, { doc: "Leaves out a device that the source AMI has." }),
	virtual_name: option.string.optional({ doc: "Instance store volume: `ephemeral0`, `ephemeral1`, …" })
};
const launchBlockDeviceOptions = { launch_block_device_mappings: option.blocks(blockDeviceMappings$1, { doc: "Block devices that the instance has beside those of the source AMI, or instead of them." }) };
// src/builders/amazon/options/tags.ts
const keyValue = {
	key: option.string.required({
		doc: "Key of the tag.",
		rendering: SOURCE_IMAGE_AT_RUN
	}),
	value: option.string.withDefault("", {
		doc: "Value of the tag.",
		rendering: SOURCE_IMAGE_AT_RUN
	})
};
// src/builders/amazon/options/image.ts
const enhancedNetworkingOptions = {
	ena_support: option.bool.optional({ doc: "Marks the instance, and so the AMI, as supporting enhanced networking with ENA, or as not." }),
	sriov_support: option.bool.withDefault(false, { doc: "Marks the instance, and so the AMI, as supporting enhanced networking with the Intel 82599 VF interface." })
};
const imageOptions = {
	ami_name: option.string.required({ doc: "Name of the AMI: 3 to 128 letters, digits and `( ) [ ] space . / - ' @ _`. It must be free in the account, in every region that the AMI goes to." }),
	ami_description: option.string.optional({
		doc: "Description of the AMI.",
		rendering: SOURCE_IMAGE_AT_RUN
	}),
	ami_virtualization_type: option.string.optional({ doc: "Virtualization type that the source AMI has, `hvm` or `paravirtual`; only `hvm` allows `ena_support` and `sriov_support`." }),
	ami_users: option.strings.withDefault([], { doc: "Accounts that may launch the AMI." }),
	ami_groups: option.strings.withDefault([], { doc: "Groups that may launch the AMI; `all` makes it public." }),
	ami_org_arns: option.strings.withDefault([], { doc: "ARNs of organizations that may launch the AMI." }),
	ami_ou_arns: option.strings.withDefault([], { doc: "ARNs of organizational units that may launch the AMI." }),
	ami_product_codes: option.strings.withDefault([], { doc: "Product codes of the AMI." }),
	ami_regions: option.strings.withDefault([], { doc: "Regions that the AMI is copied to." }),
	skip_region_validation: option.bool.withDefault(false, { doc: "Does not ask EC2 whether the regions exist and are enabled." }),
	snapshot_copy_duration_minutes: option.number.optional({ doc: "Time-based copy: minutes within which copies to other regions shall be done; a multiple of 15." }),
	tags: option.stringMap.withDefault({}, {
		doc: "Tags of the AMI and of its snapshots, in all regions.",
		rendering: SOURCE_IMAGE_AT_RUN
	}),
	tag: option.blocks(keyValue, { doc: "A tag as in `tags`; goes before it." }),
	snapshot_tags: option.stringMap.withDefault({}, {
		doc: "Further tags of the snapshots; they go before `tags`.",
		rendering: SOURCE_IMAGE_AT_RUN
	}),
	snapshot_tag: option.blocks(keyValue, { doc: "A tag as in `snapshot_tags`; goes before it." }),
	snapshot_users: option.strings.withDefault([], { doc: "Accounts that may make volumes of the snapshots." }),
	snapshot_groups: option.strings.withDefault([], { doc: "Groups that may make volumes of the snapshots; `all` makes them public." }),
	...enhancedNetworkingOptions,
	force_deregister: option.bool.withDefault(false, { doc: "Deregisters an own AMI of the same name, in every region that the AMI goes to; the flag `-force` does the same. It happens right before the new image is made." }),
	force_delete_snapshot: option.bool.withDefault(false, { doc: "Deletes the snapshots of the AMIs that `force_deregister` removed, once the new AMI is available." }),
	encrypt_boot: option.bool.optional({ doc: "`true`: the AMI is an encrypted copy of an intermediate one, which is removed. `false`: copies to other regions are asked to be unencrypted. Without it, encryption stays as it is." }),
	kms_key_id: option.string.optional({ doc: "KMS key for the encrypted copy in the build's region: id, alias or ARN. Needs `encrypt_boot = true`." }),
	region_kms_key_ids: option.stringMap.withDefault({}, { doc: "KMS key by region, for the encrypted copies; an empty text is the default key of that region. The same regions as in `ami_regions`." }),
	skip_save_build_region: option.bool.withDefault(false, { doc: "Makes an intermediate AMI in the build region, copies it to `ami_regions` and removes it." }),
	imds_support: option.string.optional({
		doc: "`v2.0`: instances of the AMI use version 2 of the instance metadata service only, unless told otherwise.",
		choices: ["v2.0"]
	}),
	deprecate_at: option.string.optional({ doc: "When the AMI becomes deprecated: RFC 3339, for example `2027-01-31T00:00:00Z`." }),
	deregistration_protection: option.block({
		enabled: option.bool.withDefault(false, { doc: "Protects the AMI from being deregistered." }),
		with_cooldown: option.bool.withDefault(false, { doc: "Protection goes on for 24 hours after it is switched off; implies `enabled`." })
	}, { doc: "Deregistration protection of the AMI, in all regions." }),
	ami_block_device_mappings: option.blocks(blockDeviceMappings$1, { doc: "Block devices that the AMI has beside those of the instance, or instead of them." })
};
// src/aws/filter-options.ts
const keyValueFilter = {
	filters: option.stringMap.withDefault({}, { doc: "Filters as in the EC2 API, name to value; several values are separated by commas, and one of them has to match." }),
	filter: option.blocks({
		name: option.string.required({ doc: "Name of the filter." }),
		value: option.string.required({ doc: "Value, or several separated by commas." })
	}, { doc: "A filter as in `filters`; goes before it." })
};
// src/builders/amazon/options/instance.ts
const sourceImageOptions = {
	source_ami: option.string.optional({ doc: "AMI to start from; or `source_ami_filter`." }),
	source_ami_filter: option.block({
		filters: keyValueFilter.filters,
		owners: option.strings.withDefault([], { doc: "Whose AMIs: account numbers, `self`, `amazon`, `aws-marketplace`. Needed unless `source_ami` is given." }),
		most_recent: option.bool.withDefault(false, { doc: "Takes the newest of several that match." }),
		include_deprecated: option.bool.withDefault(false, { doc: "Looks at deprecated AMIs too." })
	}, { doc: "Finds the AMI to start from. Exactly one may match, unless `most_recent` is set." })
};
const instanceOptions = {
	instance_type: option.string.optional({ doc: "Type of the instance, for example `t3.micro`." }),
	...sourceImageOptions,
	user_data: option.string.optional({ doc: "User data for the instance; text, or the same in base64." }),
	user_data_file: option.string.optional({ doc: "File with the user data." }),
	iam_instance_profile: option.string.optional({ doc: "Name of an IAM instance profile for the instance." }),
	skip_profile_validation: option.bool.withDefault(false, { doc: "Does not ask IAM whether the instance profile exists." }),
	run_tags: option.stringMap.withDefault({}, {
		doc: "Tags of the instance, its network interface, the temporary key pair and security group, and (unless `skip_ami_run_tags`) of the AMI and its snapshots.",
		rendering: SOURCE_IMAGE_AT_RUN
	}),
	run_tag: option.blocks(keyValue, { doc: "A tag as in `run_tags`; goes before it." }),
	shutdown_behavior: option.string.withDefault("stop", {
		doc: "What becomes of the instance when it shuts itself down: `stop` or `terminate`.",
		choices: ["stop", "terminate"]
	}),
	disable_stop_instance: option.bool.withDefault(false, { doc: "Does not stop the instance but waits until it has stopped: for machines that shut themselves down, such as Windows after Sysprep." }),
	ebs_optimized: option.bool.withDefault(false, { doc: "Launches an EBS-optimized instance." }),
	enable_nitro_enclave: option.bool.withDefault(false, { doc: "Switches Nitro Enclaves on for the instance." }),
	enable_unlimited_credits: option.bool.withDefault(false, { doc: "CPU credits of burstable types (T2, T3, T3a, T4g): `unlimited` instead of `standard`." }),
	enable_t2_unlimited: option.bool.withDefault(false, { doc: "Old name of `enable_unlimited_credits`." }),
	capacity_reservation_preference: option.string.optional({
		doc: "`open` uses a matching capacity reservation, `none` does not.",
		choices: ["open", "none"]
	}),
	capacity_reservation_id: option.string.optional({ doc: "Capacity reservation to use." }),
	capacity_reservation_group_arn: option.string.optional({ doc: "Resource group with capacity reservations to use." }),
	placement: option.block({
		host_resource_group_arn: option.string.optional({ doc: "Host resource group to launch in." }),
		host_id: option.string.optional({ doc: "Dedicated host to launch on." }),
		tenancy: option.string.optional({
			doc: "`default`, `dedicated` or `host`.",
			choices: [
				"default",
				"dedicated",
				"host"
			]
		})
	}, { doc: "Where the instance is placed." }),
	tenancy: option.string.optional({
		doc: "Old place of `placement.tenancy`.",
		choices: [
			"default",
			"dedicated",
			"host"
		]
	}),
	license_specifications: option.blocks({ license_configuration_request: option.block({ license_configuration_arn: option.string.required({ doc: "ARN of the license configuration." }) }, {
		doc: "The license configuration.",
		required: true
	}) }, { doc: "License configurations that the instance is counted against." }),
	metadata_options: option.block({
		http_endpoint: option.string.optional({
			doc: "Whether the instance metadata service answers.",
			choices: ["enabled", "disabled"]
		}),
		http_tokens: option.string.optional({
			doc: "`required`: version 2 (session tokens) only.",
			choices: ["optional", "required"]
		}),
		http_put_response_hop_limit: option.number.optional({ doc: "How many network hops a session token may travel, 1 to 64." }),
		instance_metadata_tags: option.string.optional({
			doc: "Whether the metadata service shows the tags of the instance.",
			choices: ["enabled", "disabled"]
		})
	}, { doc: "Instance metadata service of the build instance. Only what is written is sent: otherwise the defaults of the AMI and of the account hold." }),
	availability_zone: option.string.optional({ doc: "Availability zone to launch in." }),
	temporary_iam_instance_profile_policy_document: option.block({
		Version: option.string.optional({ doc: "Version of the policy language. Default: `2012-10-17`." }),
		Statement: option.blocks({
			Effect: option.string.optional({
				doc: "`Allow` or `Deny`.",
				choices: ["Allow", "Deny"]
			}),
			Action: option.strings.withDefault([], { doc: "Actions." }),
			Resource: option.strings.withDefault([], { doc: "ARNs of resources." })
		}, { doc: "A statement of the policy." })
	}, { doc: "Policy of an instance profile that is made for the build and removed after it; `iam_instance_profile` goes before it." }),
	windows_password_timeout: option.duration.withDefault(12e5, { doc: "How long to wait for the password of a Windows instance that is reached over WinRM." })
};
// src/builders/amazon-chroot/index.ts
const amazonChrootBuilder = {
	type: "amazon-chroot",
	schema: {
		...accessOptions,
		...imageOptions,
		...bootOptions,
		...sourceImageOptions,
		chroot_mounts: option.stringLists.withDefault([], { doc: "What to mount into the image: type, source and target of each. Default: `/proc`, `/sys`, `/dev` and the like." }),
		command_wrapper: option.string.withDefault("{{.Command}}", {
			doc: "How commands on this machine are run, with `{{ .Command }}`.",
			rendering: atRunWithOnly("Command")
		}),
		copy_files: option.strings.optional({ doc: "Files to copy into the image for the time of the build." }),
		device_path: option.string.optional({ doc: "Device to attach the volume as. Default: a free one." }),
		nvme_device_path: option.string.optional({ doc: "Name that the device has on this machine." }),
		from_scratch: option.bool.withDefault(false, { doc: "Starts from an empty volume." }),
		mount_options: option.strings.withDefault([], { doc: "Options of `mount`." }),
		mount_partition: option.string.withDefault("1", { doc: "Number of the partition to mount." }),
		mount_path: option.string.withDefault("/mnt/packer-amazon-chroot-volumes/{{.Device}}", {
			doc: "Folder to mount it at, with `{{ .Device }}`.",
			rendering: atRunWithOnly("Device")
		}),
		pre_mount_commands: option.strings.withDefault([], {
			doc: "What to run before it is mounted.",
			rendering: atRunWithOnly("Device")
		}),
		post_mount_commands: option.strings.withDefault([], {
			doc: "What to run after that.",
			rendering: atRunWithOnly("Device", "MountPath")
		}),
		root_device_name: option.string.optional({ doc: "Root device of the AMI." }),
		root_volume_size: option.number.optional({ doc: "Size of the root volume in GiB." }),
		root_volume_type: option.string.optional({ doc: "Type of the root volume." }),
		root_volume_tags: option.stringMap.withDefault({}, {
			doc: "Tags of the root volume.",
			rendering: SOURCE_IMAGE_AT_RUN
		}),
		root_volume_tag: option.blocks(keyValue, { doc: "A tag as in `root_volume_tags`; goes before it." }),
		root_volume_encrypt_boot: option.bool.optional({ doc: "Encrypts the root volume." }),
		root_volume_kms_key_id: option.string.optional({ doc: "KMS key for that." })
	},
	generatedNames: [
		...generatedNames,
		"Device",
		"MountPath"
	],
	connects: false,
	instead: "Use \"amazon-ebs\", which launches an instance for the build.",
	validate: (decoded) => {
		const findings = new OptionFindings(decoded);
		checkAccess(findings);
		checkImage(findings);
		checkMounts(findings);
		checkVolume$1(findings);
		checkBoot$1(findings);
		return findings.diagnostics;
	}
};
function checkMounts(findings) {
	if (!findings.known("chroot_mounts")) return;
	for (const [index, mount] of findings.options.chroot_mounts.entries()) {
		if (mount.length === 3) continue;
		findings.error({
			at: `chroot_mounts[${index}]`,
			code: "invalid-value",
			summary: "A mount has three parts",
			detail: `This one has ${mount.length}. Write type, source and target, for example ["bind", "/dev", "/dev"].`
		});
	}
}
// src/builders/amazon-ebs/regions.ts
function targetRegions({ options, region }) {
	const copies = options.ami_regions.filter((other) => other !== region);
	return [...new Set(options.skip_save_build_region ? copies : [region, ...copies])];
}
function replacesOldImage({ options, context }) {
	return options.force_deregister || context.force;
}
// src/builders/amazon-ebs/site.ts
function ownershipTags(site, sourceImageId) {
	const { context, dependencies } = site;
	return {
		...dependencies.tags,
		[RUN_TAG]: context.runId,
		[BUILD_TAG]: context.build,
		[EXPIRES_AT_TAG]: new Date(context.clock.now() + dependencies.lifetimeMs).toISOString(),
		[SOURCE_AMI_TAG]: sourceImageId
	};
}
const GRACE_MS = 3e3;
async function make(bake, intent, create) {
	const { clock, signal } = bake.context;
	signal.throwIfAborted();
	bake.dependencies.connections.remember(intent.kind, intent.region, intent.name, bake.aws);
	const limit = new AbortController();
	const done = new AbortController();
	const onAbort = () => {
		clock.sleep(GRACE_MS, done.signal).then(() => limit.abort(signal.reason), () => void 0);
	};
	signal.addEventListener("abort", onAbort, { once: true });
	try {
		return await bake.scope.own(intent, async (token) => {
			const made = await create(token, limit.signal);
			if (made.id === "") throw withoutId(intent);
			return made;
		});
	} finally {
		signal.removeEventListener("abort", onAbort);
		done.abort(NO_LONGER_NEEDED);
	}
}
function withoutId({ kind, name, region }) {
	return new BakeError(`The answer to the request for the ${kindInWords(kind)} ${name} in ${region} names none`, {
		code: "answer-without-id",
		category: "cloud",
		retryable: true,
		hint: "Something between this machine and AWS may have answered in its place: check the proxy (HTTPS_PROXY) and AWS_ENDPOINT_URL."
	});
}
function note(site, message) {
	site.context.emit({
		type: "log",
		level: "info",
		message,
		build: site.context.build
	});
}
function warn(site, message) {
	site.context.emit({
		type: "log",
		level: "warning",
		message,
		build: site.context.build
	});
}
// src/builders/amazon-ebs/template-data.ts
function sourceData(source, region) {
	return {
		BuildRegion: region,
		SourceAMI: source.ImageId,
		SourceAMIName: source.Name ?? "",
		SourceAMICreationDate: source.CreationDate ?? "",
		SourceAMIOwner: source.OwnerId ?? "",
		SourceAMIOwnerName: source.ImageOwnerAlias ?? ""
	};
}
function optionData(source, region) {
	return {
		...sourceData(source, region),
		SourceAMITags: tagMap(source.Tags)
	};
}
// src/builders/amazon-ebs/announcement.ts
async function planAnnouncement(site, accountId, source) {
	const { aws, context, dependencies, options, region } = site;
	const { parameters } = dependencies;
	if (parameters === void 0 || options.skip_create_ami) return void 0;
	const { build, clock, signal } = context;
	const data = optionData(source, region);
	const parameterSite = {
		aws,
		build,
		accountId,
		region,
		regions: targetRegions(site),
		tags: {
			...dependencies.tags,
			[RUN_TAG]: context.runId,
			[BUILD_TAG]: build
		},
		clock,
		signal,
		render: (text) => context.render(text, data),
		note: (message) => note(site, message),
		warn: (message) => warn(site, message)
	};
	const planned = await parameters.plan(parameterSite);
	if (planned.length === 0) return void 0;
	return (images) => context.step("announce", titleOf(planned), () => parameters.write(planned, images, parameterSite));
}
function titleOf(planned) {
	return `Writing ${planned.map(({ name, region }) => `${name} in ${region}`).join(", ")}`;
}
function announced(artifact, announcement) {
	if (artifact === void 0 || announcement === void 0) return artifact;
	return {
		...artifact,
		announce: () => announcement(artifact.summary.images)
	};
}
// src/builders/amazon/validation/spot.ts
function isSpot({ spot_price: price }) {
	return price !== void 0 && price !== "" && price !== "0";
}
function checkSpot(findings) {
	const { options } = findings;
	const types = options.spot_instance_types;
	if (options.instance_type && types.length > 0) findings.exclusive("instance_type", "spot_instance_types", "Name one type, or several to choose from. Keep one of them.");
	checkTags$1(findings);
	checkBlock(findings);
	checkPrice(findings);
	if (isSpot(options)) noteWithoutEffect(findings);
}
const PRICE = /^\d*\.?\d+$/;
function checkPrice(findings) {
	const { options } = findings;
	if (!findings.known("spot_price")) return;
	if (isSpot(options) && options.spot_price !== "auto" && !PRICE.test(options.spot_price ?? "")) findings.error({
		at: "spot_price",
		code: "invalid-value",
		summary: "spot_price must be a price or \"auto\"",
		detail: `${JSON.stringify(options.spot_price)} is neither: write US dollars per hour, like "0.05", or "auto" for at most the on-demand price.`
	});
	if (options.spot_instance_types.length > 0 && !isSpot(options)) findings.error({
		at: "spot_instance_types",
		code: "conflicting-options",
		summary: "spot_instance_types is for spot instances only",
		detail: "No spot instance is asked for. Add spot_price = \"auto\", or name one type in instance_type."
	});
}
const ON_DEMAND_ONLY = [
	"capacity_reservation_preference",
	"capacity_reservation_id",
	"capacity_reservation_group_arn",
	"license_specifications",
	"placement.host_id",
	"placement.host_resource_group_arn",
	"shutdown_behavior",
	"disable_stop_instance"
];
function noteWithoutEffect(findings) {
	const given = ON_DEMAND_ONLY.filter((name) => findings.given(name));
	for (const name of given) findings.warning({
		at: name,
		code: "option-without-effect",
		summary: `${name} has no effect on a spot instance`,
		detail: "It counts only where the build falls back to an on-demand instance. Remove it, or remove spot_price."
	});
}
function checkSpotFeatures(findings) {
	if (!isSpot(findings.options)) return;
	for (const name of ["ena_support", "sriov_support"]) {
		if (findings.options[name] === void 0 || name === "sriov_support" && !findings.options[name]) continue;
		findings.error({
			at: name,
			code: "conflicting-options",
			summary: `${name} can't be set on a spot instance`,
			detail: "Start from an AMI that is so already and remove the option, or remove spot_price."
		});
	}
}
function checkTags$1(findings) {
	if (isSpot(findings.options) || !findings.known("spot_price")) return;
	for (const name of [
		"spot_tags",
		"spot_tag",
		"fleet_tags",
		"fleet_tag"
	]) {
		if (Object.keys(findings.options[name]).length === 0) continue;
		findings.error({
			at: name === "spot_tags" || name === "fleet_tags" ? name : `${name}[0]`,
			code: "conflicting-options",
			summary: `${name} is for spot instances only`,
			detail: `No spot instance is asked for. Remove ${name}, or set spot_price.`
		});
	}
}
function checkBlock(findings) {
	const minutes = findings.options.block_duration_minutes;
	if (minutes === void 0 || !findings.known("block_duration_minutes") || minutes % 60 === 0) return;
	findings.error({
		at: "block_duration_minutes",
		code: "invalid-value",
		summary: "block_duration_minutes must be a multiple of 60",
		detail: `${minutes} is not. The option has no effect any more: remove it.`
	});
}
// src/builders/amazon-ebs/fast-launch/asked.ts
function fastLaunchAsked({ fast_launch: fastLaunch }) {
	if (fastLaunch === void 0) return void 0;
	const { enable_fast_launch: enabled, region_launch_templates: regions, ...others } = fastLaunch;
	return enabled || regions.length > 0 || Object.values(others).some((value) => value !== void 0 && value !== "" && value !== 0) ? fastLaunch : void 0;
}
// src/builders/amazon-ebs/fast-launch/disable.ts
async function disableFastLaunch(site, region, imageId, signal) {
	if (fastLaunchAsked(site.options) === void 0) return;
	const ec2 = site.aws.ec2(region);
	try {
		const [known] = await describeFastLaunch(ec2, [imageId], signal);
		if (known === void 0 || known.State === "disabling") return;
		await ec2.disableFastLaunch({
			ImageId: imageId,
			Force: true
		}, signal);
	} catch (thrown) {
		if (signal.aborted) throw thrown;
		const reason = toBakeError(thrown).message;
		warn(site, `Snapshots that EC2 prepared of ${imageId} in ${region} may be left: ${reason}`);
	}
}
// src/builders/amazon-ebs/artifact.ts
const BUILDER_ID = "mitchellh.amazonebs";
function summarise(images, { source, fingerprint, isReused, previous, madeBy }) {
	const sorted = images.toSorted((a, b) => a.region < b.region ? -1 : 1);
	return {
		builderId: BUILDER_ID,
		id: sorted.map(({ region, id }) => `${region}:${id}`).join(","),
		description: `AMIs were ${isReused ? "reused" : "created"}:\n${sorted.map(({ region, id }) => `${region}: ${id}\n`).join("")}`,
		images: sorted.map(({ region, id, name, snapshotIds, sizeGib }) => ({
			region,
			id,
			name,
			snapshotIds,
			...sizeGib !== void 0 && { sizeGib }
		})),
		sourceImageId: source.ImageId,
		...source.Name !== void 0 && { sourceImageName: source.Name },
		...fingerprint !== void 0 && { fingerprint },
		...isReused && { isReused },
		...madeBy !== void 0 && { madeBy },
		...previous !== void 0 && { previous }
	};
}
function amiArtifact(site, images, story, generated) {
	const { aws, context } = site;
	return {
		summary: summarise(images, story),
		files: [],
		generated,
		destroy: async (signal) => {
			if (story.isReused) return;
			await Promise.all(images.map(async ({ region, id }) => {
				await disableFastLaunch(site, region, id, signal);
				await removeImage(aws.ec2(region), context.clock, id, signal);
			}));
		}
	};
}
// src/builders/amazon-ebs/dead-mans-switch.ts
const PID_FILE = "/run/bake-ami-deadline.pid";
function reasonNotToArm({ dependencies, options }) {
	if (dependencies.deadlineMs === void 0) return "it is switched off (deadline: 0)";
	if (options.disable_stop_instance) return "with disable_stop_instance the machine itself says when it goes off";
}
function shutdownBehavior({ options, given, context }, { isArmed, userData }) {
	if (given("shutdown_behavior") || !isArmed) return options.shutdown_behavior === "terminate" ? "terminate" : "stop";
	return context.mentionsShutdown || speaksOfShutdown(userData?.toString("utf8") ?? "") ? "stop" : "terminate";
}
function bootHook(deadline, longestMs) {
	const longest = Math.ceil(longestMs / 1e3);
	return `#cloud-boothook
#!/bin/sh
# bake-ami: switches this machine off at the deadline of its build.
rm -f "$0"
tag=$(cat /sys/devices/virtual/dmi/id/board_asset_tag 2>/dev/null)
case $tag in i-*) [ "$tag" = "\${INSTANCE_ID:-$tag}" ] || exit 0 ;; esac
left=$((${Math.ceil(deadline / 1e3)} - $(date +%s)))
[ "$left" -gt 0 ] || exit 0
[ "$left" -le ${longest} ] || left=${longest}
[ ! -e ${PID_FILE} ] || kill -- "-$(cat ${PID_FILE})" 2>/dev/null
setsid sh -c 'echo $$ >${PID_FILE}; sleep "$1"; shutdown -P now || poweroff || halt -p' bake-ami-deadline "$left" </dev/null >/dev/null 2>&1 &
`;
}
function disarmingCommand() {
	const disarm = `kill -- "-$(cat ${PID_FILE})" && rm -f ${PID_FILE}`;
	return `if [ ! -e ${PID_FILE} ]; then :; elif [ "$(id -u)" = 0 ]; then ${disarm}; elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo -n sh -c '${disarm}'; else exit 77; fi`;
}
// src/builders/amazon-ebs/launch/spot-options.ts
const SPOT_SHUTDOWN = "terminate";
function spotTypes({ options }) {
	return options.spot_instance_types.length > 0 ? options.spot_instance_types : [options.instance_type ?? ""];
}
function spotMaxPrice({ options }) {
	return options.spot_price === void 0 || options.spot_price === "auto" ? {} : { MaxPrice: options.spot_price };
}
function sharedTenancy({ options }) {
	const tenancy = options.placement?.tenancy || options.tenancy;
	return tenancy === "default" || tenancy === "dedicated" ? { Tenancy: tenancy } : {};
}
// src/builders/amazon-ebs/tell-waiting.ts
function tellWaiting({ context }, what, percent = () => void 0) {
	return (state, elapsedMs) => {
		const known = percent();
		context.emit({
			type: "waiting",
			build: context.build,
			what,
			state: state ?? "not shown by EC2 yet",
			elapsedMs,
			...known !== void 0 && { percent: known }
		});
	};
}
// src/builders/amazon-ebs/fast-launch/enable.ts
const VISIBLE_AFTER_TRIES$2 = 8;
const TAKE_BACK_LIMIT_MS = 2e3;
async function enableFastLaunch(bake, image, template) {
	const { aws, context } = bake;
	const { id, region } = image;
	try {
		await request(bake, image, template);
		await aws.poller(region).fastLaunch(id, (described) => {
			if (described === void 0 || described.State === "enabling") return void 0;
			if (described.State === "enabled") return true;
			throw failed$1(described.State, described.StateTransitionReason);
		}, {
			signal: context.signal,
			onLook: tellWaiting(bake, `fast launch of ${id} in ${region}`)
		});
	} catch (thrown) {
		if (!context.signal.aborted) throw notEnabled(image, toBakeError(thrown));
		await takeBackFastLaunch(bake, image);
		throw thrown;
	}
}
async function request({ aws, context, options }, { id, region }, template) {
	const { max_parallel_launches: parallel, target_resource_count: count } = fastLaunchAsked(options) ?? {};
	await retryWhile(context.clock, context.signal, (thrown, attempt) => isNotFound(thrown) && attempt <= VISIBLE_AFTER_TRIES$2, () => aws.ec2(region).enableFastLaunch({
		ImageId: id,
		...parallel ? { MaxParallelLaunches: parallel } : {},
		...count ? { SnapshotConfiguration: { TargetResourceCount: count } } : {},
		...template && { LaunchTemplate: {
			LaunchTemplateId: template.id,
			Version: String(template.version)
		} }
	}, context.signal));
}
async function takeBackFastLaunch({ aws, context, ...bake }, { id, region }) {
	const tooLate = () => /* @__PURE__ */ new Error(`no answer within ${TAKE_BACK_LIMIT_MS / 1e3} seconds`);
	try {
		await withDeadline(context.clock, TAKE_BACK_LIMIT_MS, tooLate, void 0, (signal) => aws.ec2(region).disableFastLaunch({
			ImageId: id,
			Force: true
		}, signal));
	} catch (thrown) {
		const reason = toBakeError(thrown).message;
		warn({
			...bake,
			aws,
			context
		}, `Snapshots that EC2 prepared of ${id} in ${region} may be left: ${reason}`);
	}
}
function failed$1(state, reason = "EC2 gives no reason") {
	return new BakeError(`it is ${state}: ${reason}`, {
		code: "fast-launch-failed",
		category: "cloud",
		hint: "EC2 launches instances of the AMI for it: the image must be prepared with Sysprep and shut down by it, and there must be a default VPC, or a launch template that names a subnet."
	});
}
function notEnabled({ id, region }, error) {
	const again = `aws ec2 enable-fast-launch --region ${region} --image-id ${id}`;
	return new BakeError(`Fast launch of ${id} in ${region} could not be switched on: ${error.message}`, {
		code: error.code,
		category: error.category,
		hint: `${error.hint ?? ""} The AMI itself is finished. Try again with \`${again}\`.`.trim(),
		cause: error
	});
}
// src/builders/amazon-ebs/incomplete.ts
function incomplete(failures, result) {
	const { made, story } = result;
	if (made.length === 0) return failures[0];
	const reasons = failures.map((thrown) => toBakeError(thrown));
	const [first] = reasons;
	const kept = made.map(({ region, id }) => `${id} in ${region}`).join(", ");
	const hint = [first?.hint, ...wayToTheRest(result)].filter((part) => part !== void 0).join(" ");
	return new IncompleteArtifactError(`${reasons.map(({ message }) => message).join("; ")}. Finished and kept: ${kept}`, summarise(made, story), {
		code: first?.code ?? "incomplete-artifact",
		category: first?.category ?? "cloud",
		...hint === "" ? {} : { hint },
		cause: failures[0]
	});
}
function wayToTheRest({ made, missing, name, story }) {
	const [from] = made;
	if (from === void 0 || missing.length === 0) return [];
	if (story.fingerprint !== void 0) return [`Once that is mended, run the same again with reuse: if-unchanged (-reuse=if-unchanged): it finds what is finished, and only makes what is missing in ${missing.join(", ")}.`];
	return [
		"Once that is mended, the missing images can be copied from a finished one, without what is set afterwards (sharing, deprecation and the like):",
		missing.map((region) => `\`aws ec2 copy-image --region ${region} --source-region ${from.region} --source-image-id ${from.id} --name "${name}" --copy-image-tags\``).join(", "),
		"Or run the build again with force_deregister = true (or -force), which replaces the finished ones."
	];
}
// src/builders/amazon-ebs/made-image.ts
function madeImage(region, image) {
	const { ImageId: id = "", Name: name = "", Tags: tags = [] } = image;
	return {
		region,
		id,
		name,
		snapshotIds: snapshotIdsOf(image),
		sizeGib: sizeOf(image),
		tags
	};
}
function sizeOf({ BlockDeviceMappings = [] }) {
	const sizes = BlockDeviceMappings.flatMap(({ Ebs }) => Ebs?.VolumeSize === void 0 ? [] : [Ebs.VolumeSize]);
	return sizes.length === 0 ? void 0 : sizes.reduce((sum, size) => sum + size, 0);
}
function imageRef({ region, id, name }) {
	return {
		kind: "image",
		id,
		region,
		name
	};
}
// src/builders/amazon-ebs/reuse/with-fingerprint.ts
const TO_PRUNE = 1;
function withFingerprint(bake, { snapshot }, fingerprint) {
	const later = bake.dependencies.verification === void 0 ? 0 : 1;
	if (fingerprint === void 0) return withRoom(bake, snapshot, 50 - later);
	const { id, tags } = fingerprint;
	const withTags = (more) => ({
		...bake.ownership,
		...more
	});
	const fits = (ownership) => Object.keys({
		...snapshot,
		...ownership
	}).length + later + TO_PRUNE <= 50;
	const ownership = [withTags(tags), withTags({ [FINGERPRINT_TAG]: id })].find(fits);
	if (ownership !== void 0) return {
		...bake,
		ownership
	};
	note(bake, `The AMI has no fingerprint, because the template has too many tags: EC2 takes 50`);
	return withRoom(bake, snapshot, 50 - later);
}
function withRoom(bake, template, most) {
	const without = crowdedOut({
		...template,
		...bake.ownership
	}, most);
	if (without.size === 0) return bake;
	const ownership = Object.fromEntries(Object.entries(bake.ownership).filter(([key]) => !without.has(key)));
	return {
		...bake,
		ownership
	};
}
function withoutFingerprint(bake) {
	const { [FINGERPRINT_TAG]: _fingerprint, ...others } = bake.ownership;
	const ownership = Object.fromEntries(Object.entries(others).filter(([key]) => !key.startsWith("bake-ami:inputs")));
	return {
		...bake,
		ownership
	};
}
// src/builders/amazon-ebs/permissions/need.ts
function askedOf(decoded, { region, force, verifies = false, parameters = [] }) {
	return {
		options: decoded.options,
		given: (option) => decoded.given(option),
		communicator: communicatorType(decoded),
		region: decoded.options.region || region,
		replaces: decoded.options.force_deregister || force,
		verifies,
		parameters
	};
}
const FAILS = { kind: "fails" };
function fallsBack(how, ...takes) {
	return {
		kind: "falls-back",
		how,
		takes
	};
}
function leaves(what) {
	return {
		kind: "leaves",
		what
	};
}
function onlyInTrouble(what) {
	return {
		kind: "only-in-trouble",
		what
	};
}
// src/builders/amazon-ebs/permissions/image-features.ts
const KEY_ACTIONS = [
	"kms:CreateGrant",
	"kms:Decrypt",
	"kms:DescribeKey",
	"kms:GenerateDataKeyWithoutPlaintext",
	"kms:ReEncrypt*"
];
const imageFeatures = [
	{
		name: "No `skip_create_ami`",
		isAsked: makesImage,
		needs: [
			{
				actions: ["ec2:CreateImage"],
				scope: "image-of-ours",
				why: "make the AMI of the build instance",
				without: FAILS
			},
			{
				actions: ["ec2:CreateTags"],
				scope: "expiry-tag",
				why: "say of the finished AMI and its snapshots that they are meant to stay",
				without: fallsBack("they get no expiry at all: should the run be killed, `sweep` does not find them")
			},
			{
				actions: ["ec2:DeregisterImage", "ec2:DeleteSnapshot"],
				scope: "ours",
				why: "remove an AMI whose build fails or is cancelled",
				without: onlyInTrouble("it is left")
			}
		]
	},
	{
		name: "An instance that is not spot, and no `disable_stop_instance`",
		isAsked: ({ options }) => !options.skip_create_ami && !isSpot(options) && !options.disable_stop_instance,
		needs: [{
			actions: ["ec2:StopInstances"],
			scope: "ours",
			why: "stop the instance before the image is made of it",
			without: FAILS
		}]
	},
	{
		name: "`encrypt_boot = true`, `skip_save_build_region`",
		isAsked: ({ options }) => !options.skip_create_ami && (options.encrypt_boot === true || options.skip_save_build_region),
		needs: [{
			actions: ["ec2:DeregisterImage", "ec2:DeleteSnapshot"],
			scope: "ours",
			why: "remove the intermediate AMI that was copied",
			without: leaves("the intermediate AMI")
		}]
	},
	{
		name: "`ami_regions`, `encrypt_boot = true`",
		isAsked: ({ options, region }) => !options.skip_create_ami && (options.encrypt_boot === true || options.ami_regions.some((target) => target !== region)),
		needs: [{
			actions: ["ec2:CopyImage"],
			scope: "regions",
			why: "copy the AMI into its regions, or encrypt it",
			without: FAILS
		}]
	},
	{
		name: "`kms_key_id`, `region_kms_key_ids`",
		isAsked: ({ options }) => kmsKeysOf({
			options,
			region: void 0
		}).length > 0,
		needs: [{
			actions: ["kms:DescribeKey"],
			scope: "kms-keys-to-see",
			why: "see before anything is made whether the keys exist and can be used",
			without: fallsBack("a note says that they were not checked")
		}, {
			actions: KEY_ACTIONS,
			scope: "kms-keys",
			why: "let EC2 encrypt and decrypt volumes and snapshots with the key",
			without: FAILS
		}]
	},
	{
		name: "`ami_users`, `ami_groups`, `ami_org_arns`, `ami_ou_arns`, `ami_product_codes`, `imds_support`",
		isAsked: ({ options }) => !options.skip_create_ami && ([
			options.ami_users,
			options.ami_groups,
			options.ami_org_arns,
			options.ami_ou_arns,
			options.ami_product_codes
		].some((list) => list.length > 0) || options.imds_support === "v2.0"),
		needs: [{
			actions: ["ec2:ModifyImageAttribute"],
			scope: "ours",
			why: "change the AMI",
			without: FAILS
		}]
	},
	{
		name: "`snapshot_users`, `snapshot_groups`",
		isAsked: ({ options }) => !options.skip_create_ami && (options.snapshot_users.length > 0 || options.snapshot_groups.length > 0),
		needs: [{
			actions: ["ec2:ModifySnapshotAttribute"],
			scope: "ours",
			why: "share the snapshots",
			without: FAILS
		}]
	},
	{
		name: "`deprecate_at`",
		isAsked: ({ options }) => !options.skip_create_ami && Boolean(options.deprecate_at),
		needs: [{
			actions: ["ec2:EnableImageDeprecation"],
			scope: "ours",
			why: "set the date of deprecation",
			without: FAILS
		}]
	},
	{
		name: "`deregistration_protection`",
		isAsked: ({ options: { skip_create_ami: skip, deregistration_protection: protection } }) => !skip && (protection?.enabled === true || protection?.with_cooldown === true),
		needs: [{
			actions: ["ec2:EnableImageDeregistrationProtection"],
			scope: "ours",
			why: "protect the AMI",
			without: FAILS
		}]
	},
	{
		name: "`force_deregister`, or the flag `-force`",
		isAsked: ({ options, replaces }) => !options.skip_create_ami && replaces,
		needs: [{
			actions: ["ec2:DeregisterImage"],
			scope: "regions",
			why: "remove the older AMI of the same name, which may not be ours",
			without: FAILS
		}]
	},
	{
		name: "Inputs `verify`, `verify-goss`",
		isAsked: ({ options, verifies }) => verifies && !options.skip_create_ami,
		needs: [{
			actions: ["ec2:GetConsoleOutput"],
			scope: "regions",
			why: "see the host key that the machine has made; `ssh-host-key: first` does without",
			without: FAILS
		}, {
			actions: ["ec2:CreateTags"],
			scope: "verified-tag",
			why: "say of the AMI that it is verified",
			without: fallsBack("it does not carry the tag `bake-ami:verified`, which a warning says")
		}]
	},
	{
		name: "Inputs `verify`, `verify-goss` with `force_deregister` or `-force`",
		isAsked: ({ options, replaces, verifies }) => verifies && replaces && !options.skip_create_ami,
		needs: [{
			actions: ["ec2:CopyImage"],
			scope: "regions",
			why: "give the verified AMI the name of the older one",
			without: FAILS
		}]
	},
	{
		name: "Input `ssm-parameter`",
		isAsked: ({ options, parameters }) => parameters.length > 0 && !options.skip_create_ami,
		needs: [
			{
				actions: ["ssm:PutParameter"],
				scope: "parameters",
				why: "write the id of the AMI",
				without: FAILS
			},
			{
				actions: ["ssm:GetParameter"],
				scope: "parameters",
				why: "see what a parameter holds, and wait until the new id can be read",
				without: fallsBack("nobody waits for that, which a note says")
			},
			{
				actions: ["ssm:AddTagsToResource"],
				scope: "parameters",
				why: "tag the parameter with the run",
				without: fallsBack("it gets no tags of ours, which a note says")
			}
		]
	},
	{
		name: "`force_delete_snapshot`",
		isAsked: ({ options, replaces }) => !options.skip_create_ami && replaces && options.force_delete_snapshot,
		needs: [{
			actions: ["ec2:DeleteSnapshot"],
			scope: "regions",
			why: "remove the snapshots of the older AMI",
			without: FAILS
		}]
	},
	{
		name: "`fast_launch`",
		isAsked: ({ options }) => !options.skip_create_ami && fastLaunchAsked(options) !== void 0,
		needs: [
			{
				actions: ["ec2:EnableFastLaunch", "ec2:DescribeFastLaunchImages"],
				scope: "regions",
				why: "let EC2 prepare snapshots of the AMI, and wait for that",
				without: FAILS
			},
			{
				actions: ["ec2:DescribeLaunchTemplates"],
				scope: "regions",
				why: "find the launch templates that are named",
				without: FAILS
			},
			{
				actions: ["ec2:DisableFastLaunch"],
				scope: "regions",
				why: "remove the prepared snapshots of an AMI that goes away",
				without: onlyInTrouble("they are left, which is said")
			},
			{
				actions: ["iam:CreateServiceLinkedRole"],
				scope: "fast-launch-role",
				why: "the first such AMI of an account makes the role AWSServiceRoleForEC2FastLaunch",
				without: fallsBack("the role has to be there already")
			}
		]
	}
];
function makesImage({ options }) {
	return !options.skip_create_ami;
}
function kmsKeysOf({ options, region }) {
	const own = [options.kms_key_id, ...[...options.launch_block_device_mappings, ...options.ami_block_device_mappings].map((device) => device.kms_key_id)].flatMap((key) => key ? [{
		key,
		region
	}] : []);
	const others = Object.entries(options.region_kms_key_ids).flatMap(([each, key]) => key ? [{
		key,
		region: each
	}] : []);
	return [...own, ...others];
}
// src/builders/amazon-ebs/instance-state.ts
function assertAlive(id, instance) {
	const state = instance?.State?.Name;
	if (state === void 0 || state === "pending" || state === "running") return;
	const reason = instance?.StateReason?.Message || instance?.StateTransitionReason;
	throw new BakeError(`The instance ${id} is ${state}${reason ? `: ${reason}` : ""}`, {
		code: "instance-lost",
		category: "cloud",
		hint: hintFor(instance?.StateReason?.Code)
	});
}
const ALLOW_KEY = `allow ${KEY_ACTIONS.join(", ")} on it, in the IAM policy of the role or user that bakes or in the policy of the key.`;
function isAboutKey(reason) {
	return /^Client\.Invalid(KMS|Kms)Key/.test(reason ?? "");
}
function hintFor(code) {
	if (isAboutKey(code)) return "Check in KMS that the key exists in this region, is enabled and is for encryption.";
	switch (code) {
		case "Client.VolumeLimitExceeded": return "The quota for EBS volumes is used up: free some, or ask for more in the Service Quotas console.";
		case "Client.InvalidSnapshot.NotFound": return "A snapshot of a block device mapping does not exist in this region.";
		case "Client.InternalError": return `Often the volume is encrypted with a KMS key that the credentials may not use: ${ALLOW_KEY}`;
		case "Server.InsufficientInstanceCapacity": return "Try again later, with another instance_type, or in another subnet or availability zone.";
		case "Server.SpotInstanceTermination":
		case "Server.SpotInstanceShutdown": return "EC2 took the spot instance back. Build again, name further types in spot_instance_types, or build on demand: remove spot_price.";
		case "Client.InstanceInitiatedShutdown": return "The machine switched itself off: something on it did, or its deadline came (input and flag `deadline`, in minutes; 0 means none).";
		default: return "If nobody ended it, look at its console output and at the CloudTrail events of the instance.";
	}
}
// src/builders/amazon-ebs/snapshot-progress.ts
const TELLING_PERCENT = 5;
const ROUNDED_OFF_PERCENT = .5;
const FIRST_LOOK_MS = 2e3;
var SnapshotProgress = class {
	#bake;
	#region;
	#imageId;
	#tell;
	#startedAt;
	#end = new AbortController();
	#percent = /* @__PURE__ */ new Map();
	#growing = 0;
	#highest = -1;
	#roseAt = 0;
	constructor(bake, region, imageId) {
		this.#bake = bake;
		this.#region = region;
		this.#imageId = imageId;
		this.#tell = tellWaiting(bake, `the AMI ${imageId} in ${region}`, () => this.known);
		this.#startedAt = bake.context.clock.monotonic();
	}
	get onLook() {
		return this.#tell;
	}
	follow(image) {
		if (image?.State !== "pending") return;
		for (const id of snapshotIdsOf(image)) if (!this.#percent.has(id)) this.#watch(id);
	}
	get snapshotIds() {
		return [...this.#percent.keys()];
	}
	get percent() {
		const all = [...this.#percent.values()];
		return all.length === 0 ? 0 : Math.floor(all.reduce((sum, one) => sum + one, 0) / all.length);
	}
	remainingMs() {
		const slowest = Math.min(...this.#percent.values());
		if (this.#percent.size === 0 || slowest < TELLING_PERCENT) return void 0;
		const done = Math.min(100, slowest + ROUNDED_OFF_PERCENT);
		const taken = this.#roseAt - this.#startedAt;
		const since = this.#bake.context.clock.monotonic() - this.#roseAt;
		return taken * (100 - done) / done - since;
	}
	get known() {
		return this.#percent.size === 0 ? void 0 : this.percent;
	}
	end() {
		this.#end.abort();
	}
	#watch(id) {
		const { aws, context } = this.#bake;
		const poller = aws.poller(this.#region);
		const signal = AbortSignal.any([context.signal, this.#end.signal]);
		this.#percent.set(id, 0);
		this.#growing += 1;
		poller.snapshot(id, (snapshot) => {
			this.#percent.set(id, Number.parseInt(snapshot?.Progress || "0", 10) || 0);
			this.#rise();
			return snapshot?.State === "completed" || snapshot?.State === "error" ? true : void 0;
		}, {
			signal,
			firstLookMs: FIRST_LOOK_MS
		}).then(async () => {
			this.#growing -= 1;
			if (this.#growing === 0) await poller.image(this.#imageId, () => true, {
				signal,
				mayBeGone: true
			});
		}).catch(() => void 0);
	}
	#rise() {
		const { percent } = this;
		if (percent <= this.#highest) return;
		this.#highest = percent;
		this.#roseAt = this.#bake.context.clock.monotonic();
		this.#tell("pending", this.#roseAt - this.#startedAt);
	}
};
// src/builders/amazon-ebs/steps/await-image.ts
const UNDER_WAY = /* @__PURE__ */ new Set(["pending", "transient"]);
const ENDED = /* @__PURE__ */ new Set(["image-failed", "image-deregistered"]);
const AVAILABLE_AFTER_MS = 1500;
const TAGGING_LIMIT_MS = 1e4;
async function awaitImage(bake, image) {
	const { region, id } = image;
	const { aws, context, scope } = bake;
	const progress = new SnapshotProgress(bake, region, id);
	try {
		return madeImage(region, await aws.poller(region).image(id, (described) => {
			progress.follow(described);
			if (described?.State === "available") return described;
			if (described?.State === void 0 || UNDER_WAY.has(described.State)) return void 0;
			throw described.State === "deregistered" ? deregistered(image) : failed(id, region, described);
		}, {
			signal: context.signal,
			firstLookMs: AVAILABLE_AFTER_MS,
			remainingMs: () => progress.remainingMs(),
			progress: () => progress.percent,
			onLook: progress.onLook
		}));
	} catch (thrown) {
		const error = toBakeError(thrown);
		if (error.code === "resource-gone") throw deregistered(image, error);
		if (error.code === "resource-never-seen" && await isUnknown(bake, image)) throw deregistered(image, error);
		if (context.signal.aborted || image.isIntermediate || ENDED.has(error.code)) throw thrown;
		scope.keep(imageRef(image), "it may still be growing, although it can not be watched any more");
		await tagAsLasting$1(bake, image, progress.snapshotIds);
		throw stillGrowing(image, error);
	} finally {
		progress.end();
	}
}
async function isUnknown({ aws, context }, { region, id }) {
	try {
		return await imageById(aws.ec2(region), id, context.signal) === void 0;
	} catch {
		return false;
	}
}
async function tagAsLasting$1(bake, { region, id }, snapshotIds) {
	const { aws, context } = bake;
	if (bake.ownership["bake-ami:expires-at"] === void 0) return;
	const request = {
		Resources: [id, ...snapshotIds],
		Tags: ec2Tags({ [EXPIRES_AT_TAG]: NEVER })
	};
	const tooLate = () => /* @__PURE__ */ new Error(`no answer within ${TAGGING_LIMIT_MS / 1e3} seconds`);
	try {
		await withDeadline(context.clock, TAGGING_LIMIT_MS, tooLate, context.signal, (limited) => orAborted(aws.ec2(region).createTags(request, limited), limited));
	} catch (thrown) {
		warn(bake, `${id} in ${region} keeps its tag ${EXPIRES_AT_TAG}, so a sweep may remove it: ${toBakeError(thrown).message}`);
	}
}
function stillGrowing({ id, region }, error) {
	return new BakeError(`The AMI ${id} in ${region} can not be watched any more: ${error.message}`, {
		code: "image-not-watched",
		category: error.category,
		hint: `It was left as it is and may become available: look with \`aws ec2 describe-images --region ${region} --image-ids ${id}\`. Once it is, use it as it is (attributes and copies to other regions are still to be made), or deregister it and run the build again. ${error.hint ?? ""}`.trim(),
		cause: error
	});
}
function deregistered({ id, region, name }, cause) {
	return new BakeError(`The AMI ${id} in ${region} was deregistered by somebody else while it was being made`, {
		code: "image-deregistered",
		category: "cloud",
		hint: `Another build of the name "${name}" with force_deregister (or -force) does that, and so does a clean-up by age or name: let only one build at a time make this name, or put {{timestamp}} into ami_name.`,
		...cause === void 0 ? {} : { cause }
	});
}
function failed(id, region, { State, StateReason }) {
	const reason = StateReason?.Message;
	return new BakeError(`The AMI ${id} in ${region} is ${State}${reason === void 0 ? "" : `: ${reason}`}`, {
		code: "image-failed",
		category: "cloud",
		hint: `With encryption, check that the KMS key exists in that region, is enabled and may be used by the credentials: ${ALLOW_KEY}`
	});
}
// src/aws/once-visible.ts
const TRIES = 8;
function onceVisible(clock, signal, call, isTooEarly = isNotFound) {
	return retryWhile(clock, signal, (thrown, attempt) => attempt <= TRIES && isTooEarly(thrown), call);
}
// src/builders/amazon-ebs/copy-key.ts
function keyFor({ options, region: own }, region) {
	if (options.encrypt_boot !== true) return void 0;
	return options.region_kms_key_ids[region] || (region === own ? options.kms_key_id : void 0) || void 0;
}
// src/builders/amazon-ebs/ownership.ts
async function withOwnership(bake, what, create) {
	try {
		return await create(bake.ownership);
	} catch (thrown) {
		if (!isDenied(thrown)) throw thrown;
		let created;
		try {
			created = await create({});
		} catch (again) {
			throw isDenied(again) ? thrown : again;
		}
		note(bake, `${what} is not marked as ours, because ec2:CreateTags is not allowed for it: should this run be killed, a sweep does not find it`);
		return created;
	}
}
function specifications(...all) {
	const TagSpecifications = all.filter(({ Tags = [] }) => Tags.length > 0);
	return TagSpecifications.length === 0 ? {} : { TagSpecifications };
}
const ANSWER_LIMIT_MS$4 = 1e4;
async function mayChangeExpiry({ aws, region, context }, imageId) {
	try {
		await withDeadline(context.clock, ANSWER_LIMIT_MS$4, noAnswer$3, context.signal, (limited) => aws.batches(region).tryToTag(imageId, ec2Tags({ [EXPIRES_AT_TAG]: NEVER }), limited));
		return false;
	} catch (thrown) {
		return awsCodeOf(thrown) === "DryRunOperation" || isNotFound(thrown);
	}
}
function noAnswer$3() {
	return /* @__PURE__ */ new Error(`no answer within ${ANSWER_LIMIT_MS$4 / 1e3} seconds`);
}
function withoutExpiry(bake) {
	const { [EXPIRES_AT_TAG]: _expiry, ...ownership } = bake.ownership;
	note(bake, "The AMI gets no expiry while it is made, because ec2:CreateTags does not allow to take it off again: should this run be killed, a sweep does not find it");
	return {
		...bake,
		ownership
	};
}
// src/builders/amazon-ebs/block-devices.ts
const TYPES_WITH_IOPS = /* @__PURE__ */ new Set([
	"io1",
	"io2",
	"gp3"
]);
const INSTANCE_STORE_DEVICES = 26;
function blockDeviceMappings(devices) {
	return devices.map(blockDeviceMapping);
}
function blockDeviceMapping(device) {
	const DeviceName = device.device_name ?? "";
	if (device.no_device) return {
		DeviceName,
		NoDevice: ""
	};
	if (device.virtual_name?.startsWith("ephemeral")) return {
		DeviceName,
		VirtualName: device.virtual_name
	};
	const type = device.volume_type || void 0;
	return {
		DeviceName,
		Ebs: {
			DeleteOnTermination: device.delete_on_termination,
			...type === void 0 ? {} : { VolumeType: type },
			...device.volume_size ? { VolumeSize: device.volume_size } : {},
			...device.iops !== void 0 && TYPES_WITH_IOPS.has(type ?? "") ? { Iops: device.iops } : {},
			...device.throughput === void 0 ? {} : { Throughput: device.throughput },
			...device.encrypted === void 0 ? {} : { Encrypted: device.encrypted },
			...device.kms_key_id ? { KmsKeyId: device.kms_key_id } : {},
			...device.snapshot_id ? { SnapshotId: device.snapshot_id } : {}
		}
	};
}
function withoutInstanceStore() {
	return Array.from({ length: INSTANCE_STORE_DEVICES }, (_, index) => ({
		DeviceName: `xvdc${String.fromCharCode("a".charCodeAt(0) + index)}`,
		NoDevice: ""
	}));
}
// src/builders/amazon-ebs/steps/create-image.ts
const STOPPED_AFTER_TRIES = 24;
const LOOKS_FOR_HOLDER = 5;
const HOLDER_PAUSE_MS = 1e3;
function createImageInput({ options }, instanceId, { name, description }) {
	const devices = blockDeviceMappings(options.ami_block_device_mappings);
	return {
		InstanceId: instanceId,
		Name: name,
		...description ? { Description: description } : {},
		...devices.length === 0 ? {} : { BlockDeviceMappings: devices }
	};
}
function imageTags({ tags }, ownership) {
	return specifications(tagSpecification("image", tags.image, ownership), tagSpecification("snapshot", tags.snapshot, ownership));
}
async function createImage(bake, instanceId, request) {
	const { ec2, context, region } = bake;
	const { clock } = context;
	const { name } = request;
	const input = createImageInput(bake, instanceId, request);
	const { id } = await make(bake, {
		kind: "image",
		region,
		name,
		madeOf: instanceId
	}, async (_token, signal) => {
		const attempt = (request) => retryWhile(clock, signal, (thrown, number) => (awsCodeOf(thrown) === "IncorrectState" || isNotFound(thrown)) && number <= STOPPED_AFTER_TRIES, () => ec2.createImage(request, signal));
		try {
			const create = (ownership) => attempt({
				...input,
				...imageTags(request, ownership)
			});
			const { ImageId } = await withOwnership(bake, `The AMI ${name}`, create).catch((thrown) => {
				if (isForeign(thrown)) return attempt(input);
				throw thrown;
			});
			return { id: ImageId ?? "" };
		} catch (thrown) {
			if (awsCodeOf(thrown) !== "InvalidAMIName.Duplicate") throw thrown;
			const own = await madeBefore(bake, instanceId, name, signal);
			if (own === void 0) throw thrown;
			return { id: own };
		}
	});
	return id;
}
async function madeBefore(bake, instanceId, name, signal) {
	const { ec2, context } = bake;
	const Filters = [{
		Name: "name",
		Values: [name]
	}];
	for (let look = 1; look <= LOOKS_FOR_HOLDER; look += 1) {
		const { Images = [] } = await ec2.describeImages({
			Owners: ["self"],
			Filters
		}, signal);
		if (Images.length > 0) return Images.find(({ Tags, SourceInstanceId }) => SourceInstanceId === instanceId || SourceInstanceId === void 0 && tagValue(Tags, "bake-ami:run") === context.runId)?.ImageId;
		await context.clock.sleep(HOLDER_PAUSE_MS, signal);
	}
}
// src/builders/amazon-ebs/steps/copy-image.ts
function copyImageInput(site, source, region, { name, description }) {
	const { options } = site;
	const key = keyFor(site, region);
	return {
		SourceImageId: source.id,
		SourceRegion: source.region,
		Name: name,
		...description ? { Description: description } : {},
		...options.encrypt_boot === void 0 ? {} : { Encrypted: options.encrypt_boot },
		...key === void 0 ? {} : { KmsKeyId: key },
		...options.snapshot_copy_duration_minutes === void 0 ? {} : { SnapshotCopyCompletionDurationMinutes: options.snapshot_copy_duration_minutes }
	};
}
async function copyImage(bake, { image: source, isOwn }, region, request) {
	const { aws, context } = bake;
	const { name } = request;
	const { id } = await make(bake, {
		kind: "image",
		region,
		name,
		...isOwn ? { madeOf: source.id } : {}
	}, async (token, signal) => {
		const copy = (ownership, ClientToken) => aws.ec2(region).copyImage({
			...copyImageInput(bake, source, region, request),
			...imageTags(request, ownership),
			ClientToken
		}, signal);
		const { ImageId } = await withOwnership(bake, `The AMI ${name} in ${region}`, (ownership) => onceVisible(context.clock, signal, () => copy(ownership, ownership === bake.ownership ? token : `${token}-0`)));
		return { id: ImageId ?? "" };
	});
	return id;
}
// src/builders/amazon-ebs/together.ts
const SAME_FOR_ALL = /* @__PURE__ */ new Set([
	"account-blocked",
	"aws-unavailable",
	"credentials-expired",
	"credentials-invalid",
	"credentials-missing",
	"network",
	"region-not-enabled",
	"throttled"
]);
var SeveralErrors = class extends BakeError {
	name = "SeveralErrors";
	all;
	constructor(first, others) {
		const all = [first, ...others];
		const list = all.map((error, index) => `\n  ${index + 1}. ${describeError(error)}`).join("");
		super(`${all.length} things are wrong:${list}`, {
			code: first.code,
			category: first.category,
			cause: first
		});
		this.all = all;
	}
};
async function together(checks) {
	const failures = (await Promise.allSettled(checks)).filter((result) => result.status === "rejected").map(({ reason }) => reason);
	if (failures.length === 0) return Promise.all(checks);
	const found = /* @__PURE__ */ new Map();
	for (const failure of failures.flatMap(partsOf)) {
		const { code, message } = toBakeError(failure);
		const key = SAME_FOR_ALL.has(code) ? code : message;
		if (!found.has(key)) found.set(key, failure);
	}
	const [first, ...others] = found.values();
	if (others.length === 0) throw first;
	throw new SeveralErrors(toBakeError(first), others.map(toBakeError));
}
function partsOf(thrown) {
	return thrown instanceof SeveralErrors ? thrown.all : [thrown];
}
// src/builders/amazon-ebs/steps/finish-image.ts
async function finishImage(bake, image, tags) {
	const { aws, context } = bake;
	const ec2 = aws.ec2(image.region);
	await together([
		...imageChanges(bake, ec2, image),
		...snapshotChanges(bake, ec2, image),
		() => tagAsLasting(bake, ec2, image, tags)
	].map((change) => onceVisible(context.clock, context.signal, change)));
}
function imageChanges({ options, context }, ec2, { id: ImageId }) {
	const { signal } = context;
	const Add = [
		...options.ami_groups.map((group) => ({ Group: group })),
		...options.ami_users.map((UserId) => ({ UserId })),
		...options.ami_org_arns.map((OrganizationArn) => ({ OrganizationArn })),
		...options.ami_ou_arns.map((OrganizationalUnitArn) => ({ OrganizationalUnitArn }))
	];
	const changes = [];
	if (Add.length > 0) changes.push(() => ec2.modifyImageAttribute({
		ImageId,
		LaunchPermission: { Add }
	}, signal));
	if (options.ami_product_codes.length > 0) {
		const ProductCodes = [...options.ami_product_codes];
		changes.push(() => ec2.modifyImageAttribute({
			ImageId,
			Attribute: "productCodes",
			ProductCodes
		}, signal));
	}
	if (options.imds_support === "v2.0") changes.push(() => ec2.modifyImageAttribute({
		ImageId,
		ImdsSupport: { Value: "v2.0" }
	}, signal));
	if (options.deprecate_at) {
		const DeprecateAt = new Date(options.deprecate_at);
		changes.push(() => ec2.enableImageDeprecation({
			ImageId,
			DeprecateAt
		}, signal));
	}
	return changes;
}
async function protectImage({ aws, context, options }, { id, region }) {
	const protection = options.deregistration_protection;
	if (protection === void 0 || !(protection.enabled || protection.with_cooldown)) return;
	const request = {
		ImageId: id,
		WithCooldown: protection.with_cooldown
	};
	await aws.ec2(region).enableImageDeregistrationProtection(request, context.signal);
}
function snapshotChanges({ options, context }, ec2, { snapshotIds }) {
	const Add = [...options.snapshot_groups.map((group) => ({ Group: group })), ...options.snapshot_users.map((UserId) => ({ UserId }))];
	if (Add.length === 0) return [];
	return snapshotIds.map((SnapshotId) => () => ec2.modifySnapshotAttribute({
		SnapshotId,
		CreateVolumePermission: { Add }
	}, context.signal));
}
async function tagAsLasting(bake, ec2, image, tags) {
	const { id, region, snapshotIds } = image;
	const { signal } = bake.context;
	const expires = tagValue(image.tags, "bake-ami:expires-at") !== void 0 || bake.ownership["bake-ami:expires-at"] !== void 0;
	const lasting = { [EXPIRES_AT_TAG]: NEVER };
	const missing = ec2Tags(tags.image, bake.ownership).some(({ Key = "" }) => tagValue(image.tags, Key) === void 0);
	if (!missing && !expires) return;
	try {
		if (!missing) {
			await bake.aws.batches(region).tag([id, ...snapshotIds], ec2Tags(lasting), signal);
			return;
		}
		await ec2.createTags({
			Resources: [id],
			Tags: ec2Tags(tags.image, bake.ownership, lasting)
		}, signal);
		if (snapshotIds.length === 0) return;
		const Tags = ec2Tags(tags.snapshot, bake.ownership, lasting);
		await ec2.createTags({
			Resources: [...snapshotIds],
			Tags
		}, signal);
	} catch (thrown) {
		if (!isDenied(thrown)) throw thrown;
		if (missing) warn(bake, `Tags are missing on ${id} in ${region} and its snapshots, because ec2:CreateTags is not allowed`);
		if (expires) await letStay(bake, ec2, image);
	}
}
async function letStay(bake, ec2, { id, region, snapshotIds }) {
	const Tags = ec2Tags({ [EXPIRES_AT_TAG]: NEVER });
	const expiring = (await Promise.all([[id], snapshotIds].map(async (resources) => {
		if (resources.length === 0) return [];
		try {
			await ec2.createTags({
				Resources: [...resources],
				Tags
			}, bake.context.signal);
			return [];
		} catch (thrown) {
			if (!isDenied(thrown)) throw thrown;
			return resources;
		}
	}))).flat();
	if (expiring.length === 0) return;
	const [keep, them] = expiring.length === 1 ? ["keeps its", "it"] : ["keep their", "them"];
	warn(bake, `${expiring.join(", ")} in ${region} ${keep} tag ${EXPIRES_AT_TAG}, because ec2:CreateTags is not allowed for ${them}: take it off, or a sweep removes ${them}`);
}
// src/builders/amazon-ebs/steps/replace-old-images.ts
async function deregisterOldImages(site, region, name) {
	if (!replacesOldImage(site)) return [];
	const { aws, context } = site;
	const ec2 = aws.ec2(region);
	const Images = await imagesNamed(site, region, name);
	for (const { ImageId = "" } of Images) {
		await disableFastLaunch(site, region, ImageId, context.signal);
		note(site, `Deregistering the older AMI ${ImageId} in ${region}`);
		await unlessGone(ec2.deregisterImage({ ImageId }, context.signal));
	}
	return Images.flatMap(snapshotIdsOf);
}
async function isTakingAPlace(site, name) {
	return replacesOldImage(site) && (await imagesNamed(site, site.region, name)).length > 0;
}
async function imagesNamed({ aws, context }, region, name) {
	const request = {
		Owners: ["self"],
		Filters: [{
			Name: "name",
			Values: [name]
		}],
		IncludeDisabled: true
	};
	const { Images = [] } = await aws.ec2(region).describeImages(request, context.signal);
	return Images;
}
async function deleteOldSnapshots(site, region, snapshotIds) {
	const { options, aws, context } = site;
	if (!options.force_delete_snapshot || snapshotIds.length === 0) return;
	note(site, `Deleting the snapshots of the older AMI in ${region}: ${snapshotIds.join(", ")}`);
	await deleteSnapshots(aws.ec2(region), context.clock, snapshotIds, context.signal);
}
// src/builders/amazon-ebs/make-images.ts
async function makeImages(bake, instanceId, request) {
	const { context, options, region, scope } = bake;
	const isFinal = options.encrypt_boot !== true && !options.skip_save_build_region && !(request.verify !== void 0 && await isTakingAPlace(bake, request.name));
	const first = isFinal ? request : {
		...request,
		name: `bake-ami-intermediate-${context.ids.token(12)}`
	};
	let oldSnapshots = [];
	const create = async () => {
		if (isFinal) oldSnapshots = await deregisterOldImages(bake, region, request.name);
		return createImage(isFinal ? bake : withoutFingerprint(bake), instanceId, first);
	};
	const imageId = await context.step("create-image", `Creating the AMI ${first.name}`, create, { time: "image" });
	const available = await context.step("await-image", `Waiting for ${imageId} to become available`, () => awaitImage(bake, {
		region,
		id: imageId,
		name: first.name,
		isIntermediate: !isFinal
	}), { time: "image" });
	scope.release({
		kind: "instance",
		id: instanceId,
		region
	});
	const image = request.verify === void 0 ? available : await request.verify(available);
	const verified = markedLike(bake, image);
	const copies = targetRegions(bake).filter((target) => !isFinal || target !== region);
	const finishing = [...isFinal ? [finishFirst(verified, {
		image,
		oldSnapshots
	}, request.tags)] : [], ...copies.map((target) => copyTo(verified, {
		image,
		isOwn: true
	}, target, request))];
	const settled = Promise.allSettled(finishing.map((finished) => finished.then((made) => afterwards(bake, made, request.fastLaunch))));
	await Promise.allSettled(finishing);
	if (!isFinal) scope.release(imageRef(image));
	const outcomes = await settled;
	await endIfCancelled(bake, outcomes);
	return conclude(bake, outcomes, isFinal ? [region, ...copies] : copies, [], request);
}
async function copyMissing(bake, images, missing, request) {
	const [source] = images;
	if (source === void 0) return [];
	const outcomes = await Promise.allSettled(missing.map(async (target) => afterwards(bake, await copyTo(bake, {
		image: source,
		isOwn: false
	}, target, request), request.fastLaunch)));
	await endIfCancelled(bake, outcomes);
	return conclude(bake, outcomes, missing, images, request);
}
async function endIfCancelled(bake, outcomes) {
	const { signal } = bake.context;
	if (!signal.aborted) return;
	const prepared = outcomes.flatMap((outcome) => outcome.status === "fulfilled" && outcome.value.hasFastLaunch ? [outcome.value.image] : []);
	await Promise.all(prepared.map((image) => takeBackFastLaunch(bake, image)));
	signal.throwIfAborted();
}
async function conclude(bake, outcomes, wanted, before, { name, story }) {
	const finished = outcomes.map((outcome) => outcome.status === "fulfilled" ? keepFinished(bake, outcome) : outcome);
	const results = finished.filter((outcome) => outcome.status === "fulfilled").map(({ value }) => value);
	const made = results.map(({ image }) => image);
	const guarded = await Promise.allSettled(made.map((done) => protectImage(bake, done)));
	const failures = [
		...rejections(finished),
		...results.flatMap(({ flaws }) => flaws),
		...rejections(guarded)
	];
	if (failures.length === 0) return made;
	const missing = wanted.filter((_, index) => finished[index]?.status === "rejected");
	throw incomplete(failures, {
		made: [...before, ...made],
		missing,
		name,
		story
	});
}
function keepFinished({ scope }, outcome) {
	try {
		scope.keep(imageRef(outcome.value.image), "it is the result of the build");
		return outcome;
	} catch (reason) {
		return {
			status: "rejected",
			reason
		};
	}
}
function markedLike(bake, { tags }) {
	const at = tagValue(tags, VERIFIED_TAG);
	return at === void 0 ? bake : {
		...bake,
		ownership: {
			...bake.ownership,
			[VERIFIED_TAG]: at
		}
	};
}
function rejections(settled) {
	return settled.filter((outcome) => outcome.status === "rejected").map(({ reason }) => reason);
}
async function finishFirst(bake, first, tags) {
	await bake.context.step("finish-image", `Setting attributes of ${first.image.id}`, () => finishImage(bake, first.image, tags));
	return first;
}
async function copyTo(bake, source, region, request) {
	const { image: from } = source;
	const within = bake.options.encrypt_boot === true ? "Encrypting the AMI" : `Giving the AMI the name ${request.name}`;
	const title = region === from.region ? `${within} in ${region}` : `Copying the AMI ${from.id} to ${region}`;
	const copy = async () => {
		const oldSnapshots = await deregisterOldImages(bake, region, request.name);
		const image = await awaitImage(bake, {
			region,
			id: await copyImage(bake, source, region, request),
			name: request.name,
			isIntermediate: false
		});
		await finishImage(bake, image, request.tags);
		return {
			image,
			oldSnapshots
		};
	};
	return bake.context.step(`copy-image-${region}`, title, copy, { time: "image" });
}
async function afterwards(bake, { image, oldSnapshots }, plan) {
	const { context } = bake;
	const { id, region } = image;
	const flaws = [];
	let hasFastLaunch = false;
	const note = (flaw) => void flaws.push(flaw);
	await deleteOldSnapshots(bake, region, oldSnapshots).catch(note);
	if (plan.has(region)) {
		const enable = async () => {
			await enableFastLaunch(bake, image, plan.get(region));
			hasFastLaunch = true;
		};
		const title = `Enabling fast launch of ${id} in ${region}`;
		await context.step(`fast-launch-${region}`, title, enable, { time: "image" }).catch(note);
	}
	return {
		image,
		flaws,
		hasFastLaunch
	};
}
// src/engine/look-at-path.ts
function lookAtPath(path, workingDirectory) {
	try {
		const found = statSync(resolve(workingDirectory, path), { throwIfNoEntry: false });
		if (found === void 0) return {
			kind: void 0,
			why: void 0
		};
		return {
			kind: found.isFile() ? "file" : found.isDirectory() ? "folder" : "special",
			why: void 0
		};
	} catch (error) {
		return {
			kind: void 0,
			why: reasonOf$1(error)
		};
	}
}
function reasonOf$1(error) {
	switch (errorCode(error)) {
		case "ENOTDIR": return "The path goes through a file as if it were a folder.";
		case "ELOOP": return "The links on its way lead in a circle.";
		case "ENAMETOOLONG": return "The path, or a name in it, is longer than the system takes.";
		case "ERR_INVALID_ARG_VALUE": return "No path holds a NUL character.";
		case "EACCES":
		case "EPERM": return "The user that runs this may not go through a folder on its way.";
		default: return `The system does not tell: ${errorMessage(error)}.`;
	}
}
// src/engine/missing-path.ts
function whereItWasLookedFor(path, workingDirectory, writtenIn) {
	const { why } = lookAtPath(path, workingDirectory);
	if (why !== void 0) return why;
	if (isAbsolute(path) || path.startsWith("~/")) return "It has to be on the machine that runs this: check the path.";
	const templateFolder = dirname(resolve(workingDirectory, writtenIn));
	const start = `A relative path starts at ${workingDirectory}`;
	if (templateFolder === workingDirectory || lookAtPath(path, templateFolder).kind === void 0) return `${start}; "${startingAtTemplate("…", writtenIn)}" starts at the template's folder.`;
	const found = shownFrom(workingDirectory, join(templateFolder, path));
	const folder = shownFrom(workingDirectory, templateFolder);
	return `${start}, as in Packer; but there is ${found}. Write "${startingAtTemplate(path, writtenIn)}", or run in ${folder}.`;
}
function startingAtTemplate(path, writtenIn) {
	const isLegacy = !/\.(hcl|pkr\.json)$/.test(writtenIn);
	const below = path.replace(/^(\.\/)+/, "");
	return isLegacy ? `{{ template_dir }}/${below}` : `\${path.root}/${below}`;
}
function shownFrom(workingDirectory, path) {
	const short = relative(workingDirectory, path);
	return short.startsWith("..") ? path : short;
}
// src/builders/amazon/validation/temporary-profile.ts
const NAME$1 = "temporary_iam_instance_profile_policy_document";
function checkTemporaryProfile(findings) {
	const { [NAME$1]: policy, iam_instance_profile: profile } = findings.options;
	if (policy === void 0) return;
	if (profile) {
		findings.warning({
			at: NAME$1,
			code: "option-without-effect",
			summary: `${NAME$1} has no effect beside iam_instance_profile`,
			detail: `The instance gets the profile "${profile}". Remove one of the two.`
		});
		return;
	}
	if (policy.Statement.length === 0 && findings.known(`${NAME$1}.Statement`)) missing$1(findings, NAME$1, "a Statement block");
	for (const [index, { Effect: effect, Action: actions, Resource: resources }] of policy.Statement.entries()) {
		const at = `${NAME$1}.Statement[${index}]`;
		if (!effect && findings.known(`${at}.Effect`)) missing$1(findings, at, "an Effect, \"Allow\" or \"Deny\"");
		if (actions.length === 0 && findings.known(`${at}.Action`)) missing$1(findings, at, "an Action");
		if (resources.length === 0 && findings.known(`${at}.Resource`)) missing$1(findings, at, "a Resource, for example [\"*\"]");
	}
}
function missing$1(findings, at, what) {
	findings.error({
		at,
		code: "missing-option",
		summary: "The policy document is incomplete",
		detail: `IAM takes it only with ${what}.`
	});
}
// src/builders/amazon/validation/instance.ts
function isBurstable(instanceType) {
	return /^(t2|t3|t3a|t4g)\./.test(instanceType);
}
function checkInstance(findings, workingDirectory) {
	checkType(findings);
	checkSourceImage(findings);
	checkOwners(findings);
	checkUserData(findings, workingDirectory);
	checkPlacement(findings);
	checkTypeFeatures(findings);
	checkMetadata(findings);
	checkTemporaryProfile(findings);
}
function checkType(findings) {
	const { options } = findings;
	const spotTypes = options.spot_instance_types.length > 0 || !findings.known("spot_instance_types");
	if (!options.instance_type && findings.known("instance_type") && !spotTypes) findings.error({
		at: "",
		code: "missing-option",
		summary: "instance_type is missing",
		detail: "Name the type of the instance to build on, for example instance_type = \"t3.micro\"."
	});
}
function checkUserData(findings, workingDirectory) {
	findings.exclusive("user_data", "user_data_file", "Keep the text or the file.");
	const { user_data_file: path } = findings.options;
	if (!path || !findings.known("user_data_file")) return;
	if (lookAtPath(path, workingDirectory).kind === "file") return;
	findings.error({
		at: "user_data_file",
		code: "file-not-found",
		summary: "user_data_file does not exist",
		detail: `There is no file ${JSON.stringify(path)}. ${whereItWasLookedFor(path, workingDirectory, findings.fileOf("user_data_file"))}`
	});
}
function checkPlacement(findings) {
	const { placement, tenancy } = findings.options;
	if (tenancy && placement?.tenancy) findings.exclusive("tenancy", "placement.tenancy", "tenancy is the old place of placement.tenancy; keep the latter.");
	findings.exclusive("placement.host_id", "placement.host_resource_group_arn", "Name the host or the group of hosts.");
	const onHost = placement?.host_id ? "host_id" : placement?.host_resource_group_arn ? "host_resource_group_arn" : void 0;
	const effective = placement?.tenancy || tenancy;
	if (onHost !== void 0 && effective && effective !== "host") findings.error({
		at: `placement.${onHost}`,
		code: "conflicting-options",
		summary: `placement.${onHost} needs the tenancy "host"`,
		detail: `The tenancy is "${effective}". Remove it: it is "host" by itself then.`
	});
	const [first, second] = [
		"capacity_reservation_preference",
		"capacity_reservation_id",
		"capacity_reservation_group_arn"
	].filter((name) => findings.given(name));
	if (first !== void 0 && second !== void 0) findings.exclusive(first, second, "A capacity reservation is chosen in one way only. Keep one of them.");
}
function checkTypeFeatures(findings) {
	const { options } = findings;
	const types = options.instance_type ? [options.instance_type] : options.spot_instance_types;
	if (types.length === 0 || !findings.known("instance_type") || !findings.known("spot_instance_types")) return;
	if (options.enable_nitro_enclave && isSpot(options)) findings.error({
		at: "enable_nitro_enclave",
		code: "conflicting-options",
		summary: "A spot instance has no Nitro Enclaves",
		detail: "Remove enable_nitro_enclave or spot_price."
	});
	const small = types.find((type) => type.startsWith("t"));
	if (options.enable_nitro_enclave && small !== void 0) findings.error({
		at: "enable_nitro_enclave",
		code: "conflicting-options",
		summary: `${small} has no Nitro Enclaves`,
		detail: "Take an instance_type that is not burstable."
	});
	for (const name of ["enable_unlimited_credits", "enable_t2_unlimited"]) {
		if (!options[name]) continue;
		const fixed = types.find((type) => !isBurstable(type));
		const spotT2 = isSpot(options) ? types.find((type) => type.startsWith("t2.")) : void 0;
		if (fixed !== void 0) findings.error({
			at: name,
			code: "conflicting-options",
			summary: `${fixed} has no CPU credits`,
			detail: `${name} is for the types T2, T3, T3a and T4g. Remove it, or take one of those.`
		});
		else if (spotT2 !== void 0) findings.error({
			at: name,
			code: "conflicting-options",
			summary: `A spot ${spotT2} has no unlimited CPU credits`,
			detail: `Remove ${name} or spot_price, or take a T3, T3a or T4g.`
		});
	}
}
function checkMetadata(findings) {
	const hops = findings.options.metadata_options?.http_put_response_hop_limit;
	if (hops === void 0 || !findings.known("metadata_options.http_put_response_hop_limit")) return;
	if (Number.isInteger(hops) && hops >= 1 && hops <= 64) return;
	findings.error({
		at: "metadata_options.http_put_response_hop_limit",
		code: "invalid-value",
		summary: "http_put_response_hop_limit must be 1 to 64",
		detail: `${hops} is out of that range.`
	});
}
// src/builders/amazon-ebs/launch/common-input.ts
const NAME = { Name: "Packer Builder" };
function commonInput(bake, inputs) {
	const { options, ownership } = bake;
	const { source, keyName, instanceProfile, userData, tags } = inputs;
	const devices = [...blockDeviceMappings(options.launch_block_device_mappings), ...options.no_ephemeral ? withoutInstanceStore() : []];
	const metadata = metadataInput(options.metadata_options);
	return {
		ImageId: source.ImageId,
		EbsOptimized: options.ebs_optimized,
		TagSpecifications: [
			tagSpecification("instance", NAME, tags.run, ownership),
			tagSpecification("volume", tags.volume, ownership),
			...Object.keys(ownership).length === 0 ? [] : [tagSpecification("network-interface", tags.run, ownership)]
		].filter(({ Tags = [] }) => Tags.length > 0),
		...keyName === void 0 ? {} : { KeyName: keyName },
		...userData === void 0 ? {} : { UserData: userData.toString("base64") },
		...devices.length === 0 ? {} : { BlockDeviceMappings: devices },
		...instanceProfile === void 0 ? {} : { IamInstanceProfile: { Name: instanceProfile } },
		...metadata === void 0 ? {} : { MetadataOptions: metadata }
	};
}
function creditInput({ options }, types) {
	const isUnlimited = options.enable_unlimited_credits || options.enable_t2_unlimited;
	if (types.length === 0 || !types.every(isBurstable)) return {};
	return { CreditSpecification: { CpuCredits: isUnlimited ? "unlimited" : "standard" } };
}
function metadataInput(options) {
	if (options === void 0) return void 0;
	if (options.http_endpoint === "disabled") return { HttpEndpoint: "disabled" };
	return {
		...options.http_endpoint === void 0 ? {} : { HttpEndpoint: "enabled" },
		...options.http_tokens === void 0 ? {} : { HttpTokens: options.http_tokens === "required" ? "required" : "optional" },
		...options.http_put_response_hop_limit === void 0 ? {} : { HttpPutResponseHopLimit: options.http_put_response_hop_limit },
		...options.instance_metadata_tags === void 0 ? {} : { InstanceMetadataTags: options.instance_metadata_tags === "enabled" ? "enabled" : "disabled" }
	};
}
// src/builders/amazon-ebs/launch/run-instances-input.ts
function runInstancesInput(bake, inputs, target) {
	const common = commonInput(bake, inputs);
	const { market, type, place } = target;
	return {
		...common,
		InstanceType: type,
		MinCount: 1,
		MaxCount: 1,
		...creditInput(bake, [type]),
		...networkInput(bake, place, inputs.securityGroupIds),
		...market === "spot" ? spotInput(bake, inputs, place, common.TagSpecifications) : {
			InstanceInitiatedShutdownBehavior: inputs.shutdownBehavior,
			...placementInput(bake, place),
			...onDemandInput(bake)
		}
	};
}
function networkInput({ options }, { subnetId }, securityGroupIds) {
	const wantsPublicAddress = options.associate_public_ip_address;
	const groups = [...securityGroupIds];
	const subnet = subnetId === void 0 ? {} : { SubnetId: subnetId };
	if (wantsPublicAddress === void 0 || subnetId === void 0) return {
		...subnet,
		...groups.length === 0 ? {} : { SecurityGroupIds: groups }
	};
	return { NetworkInterfaces: [{
		DeviceIndex: 0,
		AssociatePublicIpAddress: wantsPublicAddress,
		DeleteOnTermination: true,
		...subnet,
		...groups.length === 0 ? {} : { Groups: groups }
	}] };
}
function spotInput(bake, { tags }, { availabilityZone }, specifications) {
	const Placement = {
		...availabilityZone === void 0 ? {} : { AvailabilityZone: availabilityZone },
		...sharedTenancy(bake)
	};
	return {
		InstanceInitiatedShutdownBehavior: SPOT_SHUTDOWN,
		InstanceMarketOptions: {
			MarketType: "spot",
			SpotOptions: {
				SpotInstanceType: "one-time",
				...spotMaxPrice(bake)
			}
		},
		...Object.keys(Placement).length === 0 ? {} : { Placement },
		...Object.keys(tags.spot).length === 0 ? {} : { TagSpecifications: [...specifications, tagSpecification("spot-instances-request", tags.spot)] }
	};
}
function placementInput({ options }, { availabilityZone }) {
	const { placement } = options;
	const tenancy = placement?.tenancy || options.tenancy || void 0;
	const onHost = placement?.host_id || placement?.host_resource_group_arn;
	const Placement = {
		...availabilityZone === void 0 ? {} : { AvailabilityZone: availabilityZone },
		...tenancy === void 0 ? onHost ? { Tenancy: "host" } : {} : { Tenancy: tenancy },
		...placement?.host_id ? { HostId: placement.host_id } : {},
		...placement?.host_resource_group_arn ? { HostResourceGroupArn: placement.host_resource_group_arn } : {}
	};
	return Object.keys(Placement).length === 0 ? {} : { Placement };
}
function onDemandInput({ options }) {
	const licenses = options.license_specifications.map(({ license_configuration_request: request }) => request?.license_configuration_arn).filter((arn) => arn !== void 0);
	return {
		...options.enable_nitro_enclave ? { EnclaveOptions: { Enabled: true } } : {},
		...licenses.length === 0 ? {} : { LicenseSpecifications: licenses.map((LicenseConfigurationArn) => ({ LicenseConfigurationArn })) },
		...capacityInput(options)
	};
}
function capacityInput(options) {
	const target = {
		...options.capacity_reservation_id ? { CapacityReservationId: options.capacity_reservation_id } : {},
		...options.capacity_reservation_group_arn ? { CapacityReservationResourceGroupArn: options.capacity_reservation_group_arn } : {}
	};
	if (Object.keys(target).length > 0) return { CapacityReservationSpecification: { CapacityReservationTarget: target } };
	return { CapacityReservationSpecification: { CapacityReservationPreference: options.capacity_reservation_preference === "open" ? "open" : "none" } };
}
// src/builders/amazon-ebs/session-manager/asked.ts
function usesSessionManager({ ssh_interface }) {
	return ssh_interface === "session_manager";
}
// src/builders/amazon-ebs/source-cidrs.ts
const PRIVATE_NETWORKS = [
	"10.0.0.0/8",
	"172.16.0.0/12",
	"192.168.0.0/16",
	"100.64.0.0/10"
];
const LOOPBACK$1 = "127.0.0.0/8";
const ANSWER_LIMIT_MS$3 = 5e3;
async function sourceCidrs(site, network) {
	const { options, dependencies } = site;
	if (options.temporary_security_group_source_cidrs.length > 0) return options.temporary_security_group_source_cidrs;
	if (isOnThisComputer(site)) return [LOOPBACK$1];
	if (options.temporary_security_group_source_public_ip) return [await onlyPublicAddress(site)];
	const local = dependencies.localAddresses();
	if (options.ssh_interface === "ipv6") {
		const own = local.filter((address) => isIPv6(address) && !address.startsWith("fe80"));
		if (own.length > 0) return own.map((address) => `${address}/128`);
		throw unknownSource("This machine has no IPv6 address of its own, and ssh_interface is \"ipv6\"");
	}
	const own = local.filter((address) => isIPv4(address)).map((address) => `${address}/32`);
	const other = otherMachine(site);
	const within = other === void 0 ? own : PRIVATE_NETWORKS;
	const outside = await publicAddressIfKnown(site);
	const admitted = [.../* @__PURE__ */ new Set([...outside === void 0 ? [] : [outside], ...within])];
	if (admitted.length === 0) throw unknownSource("It is not known by which address this machine reaches the instance");
	if (other !== void 0) note(site, `The address that ${other} connects from is not known here, so all private ones may reach the instance (${PRIVATE_NETWORKS.join(", ")}): to let fewer in, write temporary_security_group_source_cidrs`);
	else if (isReachedPrivately(site, network)) note(site, `Only this machine's own addresses may reach the instance (${admitted.join(", ")}): where others take their place on the way (a container's host, a NAT gateway), write temporary_security_group_source_cidrs`);
	return admitted;
}
function isOnThisComputer({ aws }) {
	if (aws.ec2Endpoint === void 0 || !URL.canParse(aws.ec2Endpoint)) return false;
	const { hostname } = new URL(aws.ec2Endpoint);
	return hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.") || hostname.endsWith(".localhost");
}
function otherMachine({ connector, given }) {
	if (given("ssh_bastion_host")) return "the jump host (ssh_bastion_host)";
	return connector.fixedHost === void 0 ? void 0 : `what listens at ${connector.fixedHost} (ssh_host)`;
}
function isReachedPrivately({ options }, network) {
	return network.isPrivate || options.ssh_interface === "private_ip" || options.ssh_interface === "private_dns";
}
async function onlyPublicAddress(site) {
	try {
		return await publicAddress$2(site);
	} catch (thrown) {
		if (site.context.signal.aborted) throw thrown;
		throw unknownSource(`temporary_security_group_source_public_ip lets only the public address of this machine in, which could not be found out (${errorMessage(thrown)})`);
	}
}
async function publicAddressIfKnown(site) {
	try {
		return await publicAddress$2(site);
	} catch (thrown) {
		if (site.context.signal.aborted) throw thrown;
		warn(site, `The public address of this machine could not be found out (${errorMessage(thrown)}), so only private ones may reach the instance; if connecting fails, write temporary_security_group_source_cidrs`);
		return;
	}
}
async function publicAddress$2({ dependencies, context }) {
	const address = await withDeadline(context.clock, ANSWER_LIMIT_MS$3, tooLate, context.signal, (limited) => orAborted(dependencies.publicAddress(limited), limited));
	if (isIPv4(address)) return `${address}/32`;
	if (isIPv6(address)) return `${address}/128`;
	throw new Error(`${JSON.stringify(address.slice(0, 40))} is no address`);
}
function tooLate() {
	return /* @__PURE__ */ new Error(`no answer within ${ANSWER_LIMIT_MS$3 / 1e3} seconds`);
}
function unknownSource(message) {
	return new BakeError(message, {
		code: "source-address-unknown",
		category: "connection",
		hint: "Say who may connect while the image is built: temporary_security_group_source_cidrs = [\"203.0.113.7/32\"], or [\"0.0.0.0/0\"] for everybody."
	});
}
// src/builders/amazon-ebs/steps/make-security-group.ts
function securityGroupInput(name, { vpcId }, tags, ownership) {
	return {
		GroupName: name,
		Description: "Temporary group for Packer (bake-ami)",
		...vpcId === void 0 ? {} : { VpcId: vpcId },
		...specifications(tagSpecification("security-group", tags.run, ownership))
	};
}
async function makeSecurityGroup(bake, network, tags) {
	const { ec2, context, connector, region } = bake;
	const { signal, clock } = context;
	const name = `packer_${context.ids.uuid()}`;
	const cidrs = connector.port === 0 || usesSessionManager(bake.options) ? Promise.resolve([]) : sourceCidrs(bake, network);
	cidrs.catch(() => void 0);
	const { id } = await make(bake, {
		kind: "security-group",
		region,
		name
	}, async (_token, limited) => {
		try {
			const { GroupId } = await withOwnership(bake, `The security group ${name}`, (ownership) => ec2.createSecurityGroup(securityGroupInput(name, network, tags, ownership), limited));
			return { id: GroupId ?? "" };
		} catch (thrown) {
			if (awsCodeOf(thrown) !== "InvalidGroup.Duplicate") throw thrown;
			return { id: await onceVisible(clock, limited, async () => {
				const Filters = [{
					Name: "group-name",
					Values: [name]
				}];
				const { SecurityGroups: [group] = [] } = await ec2.describeSecurityGroups({ Filters }, limited);
				if (group?.GroupId === void 0) throw thrown;
				return group.GroupId;
			}, (again) => again === thrown) };
		}
	});
	const IpPermissions = (await cidrs).length === 0 ? [] : [permission(connector.port, await cidrs)];
	if (IpPermissions.length > 0) await onceVisible(clock, signal, () => ec2.authorizeSecurityGroupIngress({
		GroupId: id,
		IpPermissions
	}, signal).catch(unlessAllowedBefore));
	return id;
}
function permission(port, cidrs) {
	const v4 = cidrs.filter((cidr) => !cidr.includes(":"));
	const v6 = cidrs.filter((cidr) => cidr.includes(":"));
	return {
		IpProtocol: "tcp",
		FromPort: port,
		ToPort: port,
		...v4.length === 0 ? {} : { IpRanges: v4.map((CidrIp) => ({ CidrIp })) },
		...v6.length === 0 ? {} : { Ipv6Ranges: v6.map((CidrIpv6) => ({ CidrIpv6 })) }
	};
}
function unlessAllowedBefore(thrown) {
	if (awsCodeOf(thrown) !== "InvalidPermission.Duplicate") throw thrown;
}
// src/builders/amazon-ebs/permissions/machine-features.ts
const machineFeatures = [
	{
		name: "Every build",
		isAsked: () => true,
		needs: [
			{
				actions: ["ec2:DescribeImages", "ec2:DescribeInstances"],
				scope: "regions",
				why: "find the source AMI, see whether the name is free, follow the instance and the AMI",
				without: FAILS
			},
			{
				actions: ["ec2:RunInstances"],
				scope: "regions",
				why: "launch the build instance",
				without: FAILS
			},
			{
				actions: ["ec2:CreateTags"],
				scope: "new-tags",
				why: "mark everything that is made in the very call that makes it, so that nothing can be lost",
				without: FAILS
			},
			{
				actions: ["ec2:TerminateInstances"],
				scope: "ours",
				why: "remove the build instance",
				without: leaves("the instance")
			},
			{
				actions: [
					"ec2:DescribeKeyPairs",
					"ec2:DescribeNetworkInterfaces",
					"ec2:DescribeSecurityGroups",
					"ec2:DescribeSnapshots",
					"ec2:DescribeVolumes"
				],
				scope: "regions",
				why: "search by tag for what a killed or cancelled run has left, and see how far snapshots are",
				without: onlyInTrouble("what the journal of the run does not name is not found, and no percentages are shown")
			},
			{
				actions: ["ec2:DeleteNetworkInterface", "ec2:DeleteVolume"],
				scope: "ours",
				why: "remove what outlives its instance",
				without: onlyInTrouble("it is left")
			}
		]
	},
	{
		name: "Checks before anything is made",
		isAsked: () => true,
		needs: [{
			actions: ["ec2:DescribeInstanceTypes", "ec2:DescribeInstanceTypeOfferings"],
			scope: "regions",
			why: "see whether the instance type exists and fits the source AMI, and which zones offer it",
			without: fallsBack("that is not checked, and shows when the instance is launched")
		}]
	},
	{
		name: "No `skip_region_validation`",
		isAsked: ({ options }) => !options.skip_region_validation,
		needs: [{
			actions: ["ec2:DescribeRegions"],
			scope: "regions",
			why: "see whether the regions exist and are enabled",
			without: fallsBack("a warning says that the regions were not checked")
		}]
	},
	{
		name: "`subnet_id`, `subnet_filter`",
		isAsked: ({ options }) => Boolean(options.subnet_id) || options.subnet_filter !== void 0,
		needs: [{
			actions: ["ec2:DescribeSubnets"],
			scope: "regions",
			why: "find the subnet",
			without: FAILS
		}]
	},
	{
		name: "No subnet in the template",
		isAsked: ({ options }) => !options.subnet_id && options.subnet_filter === void 0,
		needs: [{
			actions: ["ec2:DescribeSubnets"],
			scope: "regions",
			why: "find a subnet of the default VPC: for `associate_public_ip_address`, and when a zone has no room",
			without: fallsBack("EC2 chooses the subnet, and no other zone is tried")
		}]
	},
	{
		name: "`vpc_filter`, `vpc_id` without a subnet",
		isAsked: ({ options }) => options.vpc_filter !== void 0 || Boolean(options.vpc_id) && !options.subnet_id && options.subnet_filter === void 0,
		needs: [{
			actions: ["ec2:DescribeVpcs"],
			scope: "regions",
			why: "find the VPC",
			without: FAILS
		}]
	},
	{
		name: "`security_group_id`, `security_group_ids`, `security_group_filter`",
		isAsked: (asked) => !makesGroup(asked),
		needs: [{
			actions: ["ec2:DescribeSecurityGroups"],
			scope: "regions",
			why: "find the groups",
			without: FAILS
		}]
	},
	{
		name: "A temporary security group",
		isAsked: makesGroup,
		needs: [{
			actions: ["ec2:CreateSecurityGroup"],
			scope: "regions",
			why: "make a group for this build alone",
			without: FAILS
		}, {
			actions: ["ec2:DeleteSecurityGroup"],
			scope: "ours",
			why: "remove it",
			without: leaves("the security group")
		}]
	},
	{
		name: "A temporary security group, and a communicator that connects to an address",
		isAsked: (asked) => makesGroup(asked) && asked.communicator !== "none" && !usesSessionManager(asked.options),
		needs: [{
			actions: ["ec2:AuthorizeSecurityGroupIngress"],
			scope: "ours",
			why: "let this machine, and no other, connect",
			without: FAILS
		}]
	},
	{
		name: "SSH",
		isAsked: ({ communicator }) => communicator === "ssh",
		needs: [
			{
				actions: ["ec2:GetConsoleOutput"],
				scope: "ours",
				why: "prove the machine's host key where none could be planted, and explain why nobody can connect",
				without: fallsBack("a host key that is not the planted one is refused, with the remedy")
			},
			{
				actions: ["ec2:DescribeRouteTables"],
				scope: "regions",
				why: "see whether a subnet has a way to the internet, where the instance is reached at its public address",
				without: fallsBack("that is not checked, and shows when nobody can connect")
			},
			{
				actions: ["ec2:DescribeNetworkAcls"],
				scope: "regions",
				why: "explain why nobody can connect",
				without: onlyInTrouble("less is explained")
			}
		]
	},
	{
		name: "`ssh_interface = \"session_manager\"`",
		isAsked: ({ communicator, options }) => communicator === "ssh" && usesSessionManager(options),
		needs: [
			{
				actions: ["ssm:StartSession"],
				scope: "port-session",
				why: "reach the SSH server of the build instance through its SSM agent",
				without: FAILS
			},
			{
				actions: ["ssm:TerminateSession"],
				scope: "sessions",
				why: "end the session",
				without: fallsBack("the session ends with its connection, or with the instance")
			},
			{
				actions: ["ssm:ResumeSession"],
				scope: "sessions",
				why: "go on where a connection was lost",
				without: onlyInTrouble("the provisioner that was running fails")
			},
			{
				actions: ["ssm:DescribeInstanceInformation"],
				scope: "regions",
				why: "explain why nobody can connect",
				without: onlyInTrouble("less is explained")
			}
		]
	},
	{
		name: "A temporary key pair",
		isAsked: ({ communicator, given, options }) => communicator === "ssh" && !options.ssh_keypair_name && ![
			"ssh_password",
			"ssh_private_key_file",
			"ssh_agent_auth"
		].some(given),
		needs: [{
			actions: ["ec2:ImportKeyPair"],
			scope: "regions",
			why: "tell EC2 the public half of the key that is made here",
			without: fallsBack("EC2 makes the key, as with Packer", "ec2:CreateKeyPair")
		}, {
			actions: ["ec2:DeleteKeyPair"],
			scope: "ours",
			why: "remove it",
			without: leaves("the key pair")
		}]
	},
	{
		name: "`iam_instance_profile`",
		isAsked: ({ options }) => Boolean(options.iam_instance_profile),
		needs: [{
			actions: ["iam:PassRole"],
			scope: "instance-role",
			why: "hand the role of the profile to the instance",
			without: FAILS
		}]
	},
	{
		name: "`ssh_keypair_name`",
		isAsked: ({ options }) => Boolean(options.ssh_keypair_name),
		needs: [{
			actions: ["ec2:DescribeKeyPairs"],
			scope: "regions",
			why: "see whether it exists",
			without: fallsBack("a note says that it was not checked, and it shows when the instance is launched")
		}]
	},
	{
		name: "`iam_instance_profile` without `skip_profile_validation`",
		isAsked: ({ options }) => Boolean(options.iam_instance_profile) && !options.skip_profile_validation,
		needs: [{
			actions: ["iam:GetInstanceProfile"],
			scope: "instance-profile",
			why: "see whether it exists",
			without: fallsBack("a note says that it was not checked")
		}]
	},
	{
		name: "`temporary_iam_instance_profile_policy_document`",
		isAsked: ({ options }) => options.temporary_iam_instance_profile_policy_document !== void 0 && !options.iam_instance_profile,
		needs: [
			{
				actions: [
					"iam:CreateRole",
					"iam:PassRole",
					"iam:PutRolePolicy"
				],
				scope: "temporary-role",
				why: "make a role for this build alone and hand it to the instance",
				without: FAILS
			},
			{
				actions: ["iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile"],
				scope: "temporary-profile",
				why: "make the instance profile that the role is handed over with",
				without: FAILS
			},
			{
				actions: ["iam:TagRole"],
				scope: "temporary-role",
				why: "mark it",
				without: fallsBack("it has the template's tags only")
			},
			{
				actions: ["iam:TagInstanceProfile"],
				scope: "temporary-profile",
				why: "mark it",
				without: fallsBack("it has the template's tags only")
			},
			{
				actions: ["iam:DeleteRole", "iam:DeleteRolePolicy"],
				scope: "temporary-role",
				why: "remove them",
				without: leaves("the role")
			},
			{
				actions: ["iam:DeleteInstanceProfile", "iam:RemoveRoleFromInstanceProfile"],
				scope: "temporary-profile",
				why: "remove them",
				without: leaves("the instance profile")
			},
			{
				actions: ["iam:GetRole"],
				scope: "temporary-role",
				why: "see whether a call whose answer was lost has made it",
				without: onlyInTrouble("it is removed by its name, whether or not it exists")
			},
			{
				actions: ["iam:GetInstanceProfile"],
				scope: "temporary-profile",
				why: "see whether a call whose answer was lost has made it",
				without: onlyInTrouble("it is removed by its name, whether or not it exists")
			}
		]
	},
	{
		name: "`spot_price`",
		isAsked: ({ options }) => isSpot(options),
		needs: [
			{
				actions: ["ec2:CreateFleet", "ec2:CreateLaunchTemplate"],
				scope: "regions",
				why: "let EC2 choose among types and zones",
				without: fallsBack("the spot instance is asked for with `ec2:RunInstances`: `spot_allocation_strategy` and `fleet_tags` have no effect")
			},
			{
				actions: ["ec2:DeleteLaunchTemplate"],
				scope: "ours",
				why: "remove the launch template",
				without: leaves("the launch template")
			},
			{
				actions: ["ec2:DescribeLaunchTemplates"],
				scope: "regions",
				why: "see whether a call whose answer was lost has made it",
				without: onlyInTrouble("it is removed by its name, whether or not it exists")
			},
			{
				actions: ["iam:CreateServiceLinkedRole"],
				scope: "spot-roles",
				why: "the first spot instance of an account makes the roles AWSServiceRoleForEC2Spot and …EC2Fleet",
				without: fallsBack("the roles have to be there already; the error says how to make them")
			}
		]
	},
	{
		name: "`ena_support`, `sriov_support`",
		isAsked: ({ options }) => !options.skip_create_ami && !isSpot(options) && (options.ena_support !== void 0 || options.sriov_support),
		needs: [{
			actions: ["ec2:ModifyInstanceAttribute"],
			scope: "ours",
			why: "change the instance before the image is made of it",
			without: FAILS
		}]
	},
	{
		name: "`delete_on_termination = false` in `launch_block_device_mappings`",
		isAsked: ({ options }) => options.launch_block_device_mappings.some((device) => !device.delete_on_termination),
		needs: [{
			actions: ["ec2:DeleteVolume"],
			scope: "ours",
			why: "remove the volumes of the build, which would outlive its instance",
			without: leaves("the volumes")
		}]
	},
	{
		name: "`decode_authorization_messages`",
		isAsked: ({ options }) => options.decode_authorization_messages,
		needs: [{
			actions: ["sts:DecodeAuthorizationMessage"],
			scope: "nothing",
			why: "say what AWS has encoded into a refusal",
			without: onlyInTrouble("it is not said")
		}]
	}
];
function makesGroup({ options }) {
	return !options.security_group_id && options.security_group_ids.length === 0 && options.security_group_filter === void 0;
}
// src/builders/amazon-ebs/permissions/features.ts
const features = [...machineFeatures, ...imageFeatures];
function needsOf(asked) {
	return features.filter(({ isAsked }) => isAsked(asked)).flatMap(({ needs }) => needs);
}
// src/builders/amazon-ebs/permissions/dry-runs.ts
const DryRun = true;
const BEFORE_LAUNCH = /* @__PURE__ */ new Map([
	["ec2:RunInstances", ({ site, tags, source, network, securityGroupIds }) => [{
		region: site.region,
		question: `RunInstances ${site.options.iam_instance_profile ?? ""}`,
		call: (ownership, signal) => {
			const inputs = {
				source,
				network,
				keyName: site.options.ssh_keypair_name || void 0,
				securityGroupIds: securityGroupIds ?? [],
				instanceProfile: site.options.iam_instance_profile || void 0,
				userData: void 0,
				shutdownBehavior: "terminate",
				tags
			};
			const { subnetId, availabilityZone } = network;
			const target = {
				market: isSpot(site.options) ? "spot" : "on-demand",
				type: spotTypes(site)[0] ?? "",
				place: {
					subnetId,
					availabilityZone
				}
			};
			const input = runInstancesInput({
				options: site.options,
				ownership
			}, inputs, target);
			return site.ec2.runInstances({
				...input,
				DryRun
			}, signal);
		}
	}]],
	["ec2:CreateSecurityGroup", ({ site, network, tags }) => [{
		region: site.region,
		question: "CreateSecurityGroup",
		call: (ownership, signal) => site.ec2.createSecurityGroup({
			...securityGroupInput("packer_dry-run", network, tags, ownership),
			DryRun
		}, signal)
	}]],
	["ec2:CopyImage", ({ site, source, image }) => copiesOf(site).map((region) => ({
		region,
		question: "CopyImage",
		call: (ownership, signal) => {
			const input = copyImageInput(site, {
				id: source.ImageId,
				region: site.region
			}, region, image);
			return site.aws.ec2(region).copyImage({
				...input,
				...imageTags(image, ownership),
				DryRun
			}, signal);
		}
	}))]
]);
const AFTER_LAUNCH = /* @__PURE__ */ new Map([["ec2:StopInstances", ({ site, instanceId = "" }) => [{
	region: site.region,
	question: "StopInstances",
	call: (_, signal) => site.ec2.stopInstances({
		InstanceIds: [instanceId],
		DryRun
	}, signal)
}]], ["ec2:CreateImage", ({ site, instanceId = "", image }) => [{
	region: site.region,
	question: "CreateImage",
	call: (ownership, signal) => site.ec2.createImage({
		...createImageInput(site, instanceId, image),
		...imageTags(image, ownership),
		DryRun
	}, signal)
}]]]);
function copiesOf(site) {
	const { options, region: own } = site;
	return targetRegions(site).filter((region) => region !== own || options.encrypt_boot === true);
}
function dryRunsOf(tries, asked, known) {
	const needed = needsOf(asked).flatMap(({ actions, without }) => without.kind === "fails" ? actions : []);
	return [...new Set(needed)].flatMap((action) => tries.get(action)?.(known) ?? []);
}
async function denialsOf(site, dryRuns, ownership, signal) {
	return (await Promise.all(dryRuns.map(({ region, question, call }) => site.aws.batches(region).denialOf(question, async () => {
		try {
			return await call(ownership, signal);
		} catch (thrown) {
			if (isDenied(thrown)) return call({}, signal);
			throw thrown;
		}
	})))).filter((denial) => denial !== void 0);
}
// src/builders/amazon-ebs/permissions/missing.ts
function deniedAction(thrown) {
	return /may not call ([\w-]+:\w+)/.exec(toBakeError(thrown).message)?.[1];
}
function allMissing(asked, first, others) {
	const error = toBakeError(first);
	const own = deniedAction(first);
	const found = new Set(others.flatMap((other) => deniedAction(other) ?? []));
	if (own !== void 0) found.delete(own);
	const missing = [...found].toSorted();
	const either = missing.length === 0 ? "" : `. Dry runs say that they may not call ${missing.join(", ")} either`;
	const all = [...own === void 0 ? [] : [own], ...missing];
	if (all.length === 0) return error;
	return new BakeError(`${error.message}${either}`, {
		code: error.code,
		category: error.category,
		hint: `Allow ${all.map((action) => withReason(asked, action)).join(", ")} in the IAM policy of the role or user that bakes; a permissions boundary or a service control policy may deny it too. \`bake-ami policy\` prints all that the template needs.`,
		cause: error
	});
}
function withReason(asked, action) {
	const need = needsOf(asked).find(({ actions }) => actions.includes(action));
	return need === void 0 ? action : `${action} (${need.why})`;
}
// src/builders/amazon-ebs/missing-actions.ts
const ANSWER_LIMIT_MS$2 = 1e4;
const FIRST = /* @__PURE__ */ new Set(["ec2:RunInstances", "ec2:CopyImage"]);
async function checkBeforeLaunch(known) {
	const { site } = known;
	const denials = await tried(site, dryRunsOf(new Map([...BEFORE_LAUNCH].filter(([action]) => FIRST.has(action))), askedBy(site), known), known);
	const certain = denials.filter(isCertain);
	if (certain.length === 0) return;
	throw allMissing(askedBy(site), certain[0], [...denials, ...await allTried(known)]);
}
async function checkAfterLaunch(known) {
	const { site } = known;
	const [first, ...others] = await tried(site, dryRunsOf(AFTER_LAUNCH, askedBy(site), known), known);
	if (first !== void 0) throw allMissing(askedBy(site), first, others);
}
async function withAllThatIsMissing(known, thrown) {
	const { site } = known;
	if (!isDenied(thrown) || site.context.signal.aborted) return thrown;
	return allMissing(askedBy(site), thrown, await allTried(known));
}
function allTried(known) {
	return tried(known.site, dryRunsOf(BEFORE_LAUNCH, askedBy(known.site), known), known);
}
async function tried(site, dryRuns, { ownership }) {
	const { clock, signal } = site.context;
	if (!isAws(site)) return [];
	return withDeadline(clock, ANSWER_LIMIT_MS$2, noAnswer$2, signal, (limited) => orAborted(denialsOf(site, dryRuns, ownership, limited), limited)).catch(() => []);
}
function isAws({ aws, dependencies }) {
	if (dependencies.locateMachine !== void 0) return false;
	if (aws.ec2Endpoint === void 0) return true;
	const { protocol, hostname } = URL.canParse(aws.ec2Endpoint) ? new URL(aws.ec2Endpoint) : {};
	return protocol === "https:" && hostname?.endsWith(`.${partitionOf(aws.region).dnsSuffix}`) === true;
}
function isCertain(denial) {
	const { message } = denial;
	if (!message.includes("from ec2:RunInstances")) return true;
	return /on resource: arn:[\w-]+:\w+:[^:]*:[^:]*:(instance|volume|network-interface|image|snapshot|subnet|role|spot-instances-request)\//.test(message);
}
function askedBy(site) {
	const { options, given, connector, dependencies, region } = site;
	const verifies = dependencies.verification !== void 0;
	return {
		options,
		given,
		communicator: connector.type,
		region,
		replaces: replacesOldImage(site),
		verifies,
		parameters: []
	};
}
function noAnswer$2() {
	return /* @__PURE__ */ new Error(`no answer within ${ANSWER_LIMIT_MS$2 / 1e3} seconds`);
}
// src/builders/amazon-ebs/no-connection.ts
var NoConnection = class {
	type = "none";
	host;
	port = 0;
	username = "";
	access = {
		privateKey: void 0,
		privateKeyFile: void 0,
		agent: false,
		password: void 0,
		knownHosts: [],
		bastion: void 0
	};
	#machine;
	constructor(machine, host) {
		this.#machine = machine;
		this.host = host;
	}
	exec() {
		return this.#refuse();
	}
	upload() {
		return this.#refuse();
	}
	uploadDirectory() {
		return this.#refuse();
	}
	download() {
		return this.#refuse();
	}
	downloadDirectory() {
		return this.#refuse();
	}
	reconnect() {
		return this.#refuse();
	}
	close() {
		return Promise.resolve();
	}
	[Symbol.asyncDispose]() {
		return Promise.resolve();
	}
	#refuse() {
		return Promise.reject(new BakeError(`There is no connection to ${this.#machine}: the template says communicator = "none"`, {
			code: "no-communicator",
			category: "connection",
			hint: "Set communicator = \"ssh\" to run provisioners on the machine."
		}));
	}
};
// src/builders/amazon-ebs/steps/await-running.ts
async function awaitRunning(bake, instanceId) {
	const { aws, region, context } = bake;
	return aws.poller(region).instance(instanceId, (instance) => {
		assertAlive(instanceId, instance);
		if (instance?.State?.Name !== "running") return void 0;
		return new NoConnection(instanceId, instance.PublicIpAddress || instance.PrivateIpAddress || "");
	}, {
		signal: context.signal,
		onLook: tellWaiting(bake, `the instance ${instanceId}`)
	});
}
// src/builders/amazon-ebs/session-manager/start-session.ts
const DOCUMENT = "AWS-StartPortForwardingSession";
async function startSession(bake, instanceId, signal) {
	const { scope, region, dependencies } = bake;
	const intent = {
		kind: "session",
		region,
		name: instanceId
	};
	const started = make(bake, intent, (_token, limited) => grantOf(bake, instanceId, limited));
	const grant = await orAborted(started, signal).catch((thrown) => {
		if (awsCodeOf(thrown) !== "TargetNotConnected") throw thrown;
		throw new Error("its SSM agent has not reported yet (TargetNotConnected)", { cause: thrown });
	});
	const release = () => scope.release({
		...intent,
		id: grant.id
	});
	try {
		const stream = await dependencies.portSessions.open(grant, signal);
		if (stream.destroyed) release();
		else stream.once("close", release);
		return stream;
	} catch (error) {
		release();
		throw error;
	}
}
async function grantOf(bake, instanceId, signal) {
	const { aws, region, context, connector, options } = bake;
	const ssm = await aws.ssm(region);
	const answer = await ssm.startSession({
		Target: instanceId,
		DocumentName: DOCUMENT,
		Parameters: { portNumber: [String(connector.port)] },
		Reason: `bake-ami ${context.runId}`
	}, signal);
	const { SessionId: id } = answer;
	const connection = connectionOf(bake, instanceId, answer);
	if (id === void 0 || connection === void 0) throw withoutToken(instanceId);
	return {
		id,
		sessionId: id,
		machine: instanceId,
		...connection,
		isInsecure: options.insecure_skip_tls_verify,
		resume: async (until) => {
			const resumed = connectionOf(bake, instanceId, await ssm.resumeSession({ SessionId: id }, until));
			if (resumed === void 0) throw withoutToken(instanceId);
			return resumed;
		}
	};
}
function connectionOf({ context }, instanceId, { StreamUrl, TokenValue }) {
	if (!StreamUrl || !TokenValue) return void 0;
	context.secrets.register(TokenValue);
	if (URL.canParse(StreamUrl) && /^wss?:$/.test(new URL(StreamUrl).protocol)) return {
		streamUrl: StreamUrl,
		token: TokenValue
	};
	throw new BakeError(`SSM gave no address for the session with ${instanceId}`, {
		code: "session-address",
		category: "cloud",
		hint: "Check what answers at the endpoint of SSM (AWS_ENDPOINT_URL_SSM)."
	});
}
function withoutToken(instanceId) {
	return new BakeError(`The Session Manager session with ${instanceId} is over`, {
		code: "session-over",
		category: "connection",
		hint: "It has ended by itself or was terminated by somebody: see the history of Session Manager, and its preferences for the longest duration of a session."
	});
}
// src/builders/amazon-ebs/session-manager/tunnel.ts
const TRY_PAUSE_MS = 2e3;
async function openTunnel(bake, instanceId) {
	const { options, context, dependencies } = bake;
	const { clock, signal } = context;
	await awaitRunning(bake, instanceId);
	const pause = options.pause_before_ssm ?? 0;
	if (pause > 0) {
		note(bake, `Nothing is tried for ${pause / 1e3} s (pause_before_ssm)`);
		await clock.sleep(pause, signal);
	}
	const open = paced(bake, (until) => startSession(bake, instanceId, until));
	const listener = await dependencies.portSessions.listen(options.session_manager_port ?? 0, () => open(signal));
	return {
		name: "Session Manager",
		host: listener.host,
		port: listener.port,
		open,
		[Symbol.asyncDispose]: () => listener[Symbol.asyncDispose]()
	};
}
function paced({ context: { clock } }, start) {
	let notBefore = 0;
	return async (signal) => {
		const wait = notBefore - clock.monotonic();
		if (wait > 0) await clock.sleep(wait, signal);
		const from = clock.monotonic();
		try {
			return await start(signal);
		} catch (error) {
			notBefore = from + TRY_PAUSE_MS;
			throw error;
		}
	};
}
// src/builders/amazon-ebs/steps/clear-authorized-keys.ts
async function clearAuthorizedKeys(bake, communicator) {
	const { connector, context } = bake;
	if (connector.login.kind !== "temporary-key") return;
	const key = /^\S+ ([A-Za-z0-9+/=]+)/.exec(connector.login.publicKey)?.[1];
	if (key === void 0) return;
	const complaints = [];
	try {
		const { exitCode } = await communicator.exec(clearingCommand(key), {
			signal: context.signal,
			onLine: (_stream, line) => complaints.push(line)
		});
		if (exitCode !== 0) throw new Error(complaints.join(" ") || `exit status ${exitCode}`);
	} catch (thrown) {
		if (context.signal.aborted) throw thrown;
		warn(bake, `The temporary SSH key may still be in authorized_keys of the image: ${errorMessage(thrown)}`);
	}
}
function clearingCommand(key) {
	const clear = (file) => `f=${file}; if [ -f "$f" ] && grep -qF ${key} "$f"; then n=$(grep -vF ${key} "$f" || true); if [ -n "$n" ]; then printf "%s\\n" "$n" >"$f"; else : >"$f"; fi; fi`;
	const root = `if [ "$(id -u)" = 0 ]; then ${clear("/root/.ssh/authorized_keys")}; elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo -n sh -c '${clear("/root/.ssh/authorized_keys")}'; fi`;
	return `${clear("\"$HOME/.ssh/authorized_keys\"")}; ${root}`;
}
// src/builders/amazon-ebs/addresses.ts
function addressOf(instance, sshInterface) {
	switch (sshInterface) {
		case "public_ip": return instance.PublicIpAddress || void 0;
		case "private_ip": return instance.PrivateIpAddress || void 0;
		case "public_dns": return instance.PublicDnsName || void 0;
		case "private_dns": return instance.PrivateDnsName || void 0;
		case "ipv6": return instance.Ipv6Address || instance.NetworkInterfaces?.flatMap(({ Ipv6Addresses = [] }) => Ipv6Addresses)[0]?.Ipv6Address || void 0;
		default: return instance.PublicIpAddress || void 0;
	}
}
// src/builders/amazon-ebs/console-host-keys.ts
const BLOCK = /-----BEGIN SSH HOST KEY FINGERPRINTS-----([\s\S]*?)-----END SSH HOST KEY FINGERPRINTS-----/g;
function hostKeysInConsole(output) {
	const last = [...output.matchAll(BLOCK)].at(-1)?.[1] ?? "";
	return [...new Set(last.match(/SHA256:[A-Za-z0-9+/]{43}/g) ?? [])];
}
var ConsoleHostKeys = class {
	#bake;
	#instanceId;
	#denied = false;
	#latest = true;
	constructor(bake, instanceId) {
		this.#bake = bake;
		this.#instanceId = instanceId;
	}
	get isOpen() {
		return !this.#denied;
	}
	async read(signal) {
		const { ec2 } = this.#bake;
		try {
			const { Output = "" } = await ec2.getConsoleOutput({
				InstanceId: this.#instanceId,
				...this.#latest ? { Latest: true } : {}
			}, signal);
			return hostKeysInConsole(Buffer.from(Output, "base64").toString("utf8"));
		} catch (thrown) {
			if (isDenied(thrown)) {
				this.#denied = true;
				note(this.#bake, "The console output can not prove the host key: ec2:GetConsoleOutput is not allowed");
			} else if (awsCodeOf(thrown) === "UnsupportedOperation" && this.#latest) this.#latest = false;
			else throw thrown;
			return [];
		}
	}
};
// src/builders/amazon-ebs/diagnosis/cidr.ts
function isWithin(address, cidr) {
	const [network = "", prefix = ""] = cidr.split("/");
	const family = familyOf(address);
	if (family === void 0 || familyOf(network) !== family || !/^\d+$/.test(prefix)) return false;
	const list = new BlockList();
	try {
		list.addSubnet(network, Number(prefix), family);
	} catch {
		return false;
	}
	return list.check(address, family);
}
function familyOf(address) {
	if (isIPv4(address)) return "ipv4";
	return isIPv6(address) ? "ipv6" : void 0;
}
// src/builders/amazon-ebs/diagnosis/console-tail.ts
const LINE_LENGTH = 200;
async function consoleTail({ bake, instanceId, signal }) {
	const read = async (latest) => {
		const input = {
			InstanceId: instanceId,
			...latest ? { Latest: true } : {}
		};
		const { Output = "" } = await bake.ec2.getConsoleOutput(input, signal);
		return Buffer.from(Output, "base64").toString("utf8");
	};
	return (await read(true).catch((thrown) => {
		if (awsCodeOf(thrown) === "UnsupportedOperation") return read(false);
		throw thrown;
	})).split(/\r?\n/).map((line) => printableLine(line, false).trimEnd().slice(0, LINE_LENGTH)).filter((line) => line !== "").slice(-20);
}
// src/builders/amazon-ebs/diagnosis/instance-state.ts
const instanceState = ({ instance, instanceId }) => {
	if (instance === void 0) return {
		what: `EC2 does not show the instance ${instanceId} any more`,
		remedy: "Somebody terminated it; CloudTrail tells who."
	};
	try {
		assertAlive(instanceId, instance);
		return;
	} catch (thrown) {
		const remedy = thrown instanceof Error && "hint" in thrown && typeof thrown.hint === "string" ? thrown.hint : "";
		return {
			what: errorMessage(thrown),
			remedy
		};
	}
};
// src/builders/amazon-ebs/diagnosis/login.ts
const USERS = [
	[/ubuntu/i, "ubuntu"],
	[/^debian|\/debian/i, "admin"],
	[/^(amzn|al20|amazon)/i, "ec2-user"],
	[/rhel|suse|sles/i, "ec2-user"],
	[/fedora/i, "fedora"],
	[/centos/i, "centos"],
	[/rocky/i, "rocky"],
	[/alma/i, "ec2-user"],
	[/oracle|^OL\d/i, "ec2-user"],
	[/flatcar|coreos/i, "core"],
	[/arch-linux|^arch/i, "arch"],
	[/freebsd/i, "ec2-user"],
	[/bitnami/i, "bitnami"],
	[/alpine/i, "alpine"]
];
const login = ({ bake, error }) => {
	if (error.code !== "ssh-login-refused") return void 0;
	const { username } = bake.connector;
	const name = bake.data["SourceAMIName"];
	if (typeof name !== "string") return void 0;
	const usual = USERS.find(([pattern]) => pattern.test(name))?.[1];
	if (usual === void 0 || usual === username) return void 0;
	return {
		what: `Images like ${name} usually let the user "${usual}" log in, and ssh_username is "${username}"`,
		remedy: `Set ssh_username = "${usual}".`
	};
};
// src/builders/amazon-ebs/diagnosis/question.ts
function wasReached({ error }) {
	return error.code === "ssh-login-refused" || error.code === "ssh-silent" || error.code.startsWith("host-key-");
}
// src/builders/amazon-ebs/diagnosis/network-acl.ts
const TCP = "6";
const EVERY_PROTOCOL = "-1";
const EPHEMERAL_PORT = 32768;
const networkAcl = async (facts) => {
	const { bake, instance, from, signal } = facts;
	const subnetId = instance?.SubnetId;
	if (wasReached(facts) || subnetId === void 0 || from.length === 0) return void 0;
	const { NetworkAcls: [acl] = [] } = await bake.ec2.describeNetworkAcls({ Filters: [{
		Name: "association.subnet-id",
		Values: [subnetId]
	}] }, signal);
	if (acl === void 0) return void 0;
	const { port } = bake.connector;
	const entries = acl.Entries ?? [];
	const letsIn = from.some((address) => isAllowed(entries, false, address, port));
	const letsOut = from.some((address) => isAllowed(entries, true, address, EPHEMERAL_PORT));
	if (letsIn && letsOut) return void 0;
	const what = letsIn ? `lets no answers out to ports from ${EPHEMERAL_PORT} on of ${from.join(" or ")}` : `lets ${from.join(" or ")} not in on port ${port}`;
	return {
		what: `The network ACL ${acl.NetworkAclId} of the subnet ${subnetId} ${what}`,
		remedy: "Network ACLs know no connections: allow the port inbound and ports 1024-65535 outbound, or take another subnet."
	};
};
function isAllowed(entries, outbound, address, port) {
	return entries.filter(({ Egress = false }) => Egress === outbound).toSorted((a, b) => (a.RuleNumber ?? 0) - (b.RuleNumber ?? 0)).find((entry) => matches(entry, address, port))?.RuleAction === "allow";
}
function matches(entry, address, port) {
	const { Protocol, CidrBlock, Ipv6CidrBlock, PortRange } = entry;
	if (Protocol !== EVERY_PROTOCOL && Protocol !== TCP) return false;
	if (Protocol === TCP && PortRange !== void 0) {
		if (port < (PortRange.From ?? 0) || port > (PortRange.To ?? 65535)) return false;
	}
	return isWithin(address, (familyOf(address) === "ipv6" ? Ipv6CidrBlock : CidrBlock) ?? "");
}
// src/builders/amazon-ebs/diagnosis/public-address.ts
const SAME_NETWORK = [
	"10.0.0.0/8",
	"172.16.0.0/12",
	"192.168.0.0/16",
	"100.64.0.0/10"
];
const publicAddress$1 = (facts) => {
	const { address, isPublic, instance, from } = facts;
	if (wasReached(facts) || isPublic || address === void 0) return void 0;
	const network = SAME_NETWORK.find((cidr) => isWithin(address, cidr));
	if (network === void 0 || from.some((own) => isWithin(own, network))) return void 0;
	return {
		what: `The instance was tried at its private address ${address}, which this machine has no network in common with, ${instance?.PublicIpAddress ? `and its public address ${instance.PublicIpAddress} is not used, because ssh_interface says so` : "and it has no public address"}`,
		remedy: instance?.PublicIpAddress ? "Remove ssh_interface, or go through a jump host (ssh_bastion_host)." : "Set associate_public_ip_address = true in a public subnet, go through a jump host (ssh_bastion_host), or run the job on a machine in that network."
	};
};
// src/builders/amazon-ebs/route-tables.ts
async function tableOf(ec2, { subnetId, vpcId }, signal) {
	const Filters = [{
		Name: "vpc-id",
		Values: [vpcId]
	}];
	const tables = (await allPages((NextToken) => ec2.describeRouteTables({
		Filters,
		NextToken
	}, signal))).flatMap(({ RouteTables = [] }) => RouteTables);
	return tables.find(({ Associations = [] }) => Associations.some(({ SubnetId }) => SubnetId === subnetId)) ?? tables.find(({ Associations = [] }) => Associations.some(({ Main }) => Main === true));
}
function wayOut({ Routes = [] }, everywhere) {
	return Routes.find(({ DestinationCidrBlock, DestinationIpv6CidrBlock }) => DestinationCidrBlock === everywhere || DestinationIpv6CidrBlock === everywhere);
}
const OPEN_GATEWAY = /^(igw|vpce)-/;
function leadsBothWays(route) {
	if (route.State === "blackhole" || isToService(route)) return false;
	return OPEN_GATEWAY.test(route.GatewayId ?? "") || route.CarrierGatewayId !== void 0;
}
function isToService({ DestinationPrefixListId: list, GatewayId: gateway }) {
	return list !== void 0 && gateway?.startsWith("vpce-") === true;
}
function letsNobodyIn(route) {
	return route.State === "blackhole" || route.GatewayId === "local" || isToService(route) || route.NatGatewayId !== void 0 || route.EgressOnlyInternetGatewayId !== void 0;
}
// src/builders/amazon-ebs/diagnosis/route.ts
const route = async (facts) => {
	const { bake, instance, isPublic, address, signal } = facts;
	const subnetId = instance?.SubnetId;
	if (wasReached(facts) || !isPublic || subnetId === void 0 || instance?.VpcId === void 0) return void 0;
	const table = await tableOf(bake.ec2, {
		subnetId,
		vpcId: instance.VpcId
	}, signal);
	if (table === void 0) return void 0;
	const everywhere = address?.includes(":") === true ? "::/0" : "0.0.0.0/0";
	const way = wayOut(table, everywhere);
	if (way !== void 0 && leadsBothWays(way)) return void 0;
	const instead = way === void 0 ? `has no route to ${everywhere}` : way.State === "blackhole" ? `leads ${everywhere} to ${way.GatewayId ?? way.NatGatewayId ?? "something"} that does not exist any more` : `leads ${everywhere} to ${way.NatGatewayId ?? way.TransitGatewayId ?? way.GatewayId ?? way.NetworkInterfaceId ?? "something else"}, which lets nobody in`;
	return {
		what: `The subnet ${subnetId} is not public: its route table ${table.RouteTableId} ${instead}`,
		remedy: "Take a subnet whose route table leads 0.0.0.0/0 to an internet gateway (subnet_id, subnet_filter), or connect from within the network (ssh_interface = \"private_ip\", ssh_bastion_host)."
	};
};
// src/builders/amazon-ebs/diagnosis/security-groups.ts
const securityGroups = async (facts) => {
	const { bake, instance, from, signal } = facts;
	const GroupIds = (instance?.SecurityGroups ?? []).map(({ GroupId }) => GroupId).filter((id) => id !== void 0);
	if (wasReached(facts) || GroupIds.length === 0 || from.length === 0) return void 0;
	const { port } = bake.connector;
	const { SecurityGroups = [] } = await bake.ec2.describeSecurityGroups({ GroupIds }, signal);
	const open = SecurityGroups.flatMap(({ IpPermissions = [] }) => IpPermissions).filter((each) => opens(each, port));
	if (open.some((permission) => from.some((address) => admits(permission, address)))) return void 0;
	if (open.some(({ PrefixListIds = [], UserIdGroupPairs = [] }) => PrefixListIds.length + UserIdGroupPairs.length > 0)) return;
	const admitted = open.flatMap(({ IpRanges = [], Ipv6Ranges = [] }) => [...IpRanges.map(({ CidrIp }) => CidrIp), ...Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6)]);
	return {
		what: `The security group ${SecurityGroups.map(nameOf).join(" and ")} lets ${admitted.length === 0 ? "nobody" : `only ${admitted.join(", ")}`} in on port ${port}, and this machine comes from ${from.join(" or ")}`,
		remedy: `Add a rule for this machine to the group, or let bake-ami make a temporary one: remove security_group_id, and write temporary_security_group_source_cidrs where another machine (a NAT gateway, a proxy) stands in between.`
	};
};
function opens({ IpProtocol, FromPort, ToPort }, port) {
	if (IpProtocol === "-1") return true;
	return IpProtocol === "tcp" && (FromPort ?? 0) <= port && port <= (ToPort ?? 65535);
}
function admits({ IpRanges = [], Ipv6Ranges = [] }, address) {
	return IpRanges.some(({ CidrIp = "" }) => isWithin(address, CidrIp)) || Ipv6Ranges.some(({ CidrIpv6 = "" }) => isWithin(address, CidrIpv6));
}
function nameOf({ GroupId, GroupName }) {
	return GroupName === void 0 ? `${GroupId}` : `${GroupId} (${GroupName})`;
}
// src/builders/amazon-ebs/diagnosis/session-manager.ts
const PROFILE = "The instance profile (iam_instance_profile, or temporary_iam_instance_profile_policy_document) has to allow what AmazonSSMManagedInstanceCore does";
const ENDPOINTS = "a NAT gateway, or VPC endpoints for ssm and ssmmessages";
const WAY_OUT = `Give the subnet a way to Systems Manager: ${ENDPOINTS}; or set associate_public_ip_address = true in a public subnet. Where it has such endpoints: ${PROFILE.replace(/^The/, "the")}.`;
const sessionManager = async (facts) => {
	const { instance, instanceId, bake, signal, error } = facts;
	if (instance !== void 0 && instance.IamInstanceProfile === void 0) return {
		what: `The instance ${instanceId} has no instance profile`,
		remedy: `${PROFILE}.`
	};
	const ssm = await bake.aws.ssm(bake.region);
	const Filters = [{
		Key: "InstanceIds",
		Values: [instanceId]
	}];
	const known = await ssm.describeInstanceInformation({ Filters }, signal).then(({ InstanceInformationList: [found] = [] }) => ({ found }), () => void 0);
	if (known === void 0 ? /TargetNotConnected/.test(error.message) : known.found === void 0) return neverReported(facts);
	const { PingStatus: status, AgentVersion: version = "unknown" } = known?.found ?? {};
	if (status !== void 0 && status !== "Online") return {
		what: `The SSM agent of ${instanceId} (${version}) has reported and does so no more: its state is ${status}`,
		remedy: "See the end of the console: the machine hangs, restarts, or has lost its way to Systems Manager."
	};
	if (error.code === "ssh-login-refused" || error.code.startsWith("host-key-")) return void 0;
	return {
		what: `The SSM agent of ${instanceId} (${version}) is online, and no SSH server answered behind it on port ${bake.connector.port}`,
		remedy: "The image has to start an SSH server: check that it is installed, and ssh_port."
	};
};
async function neverReported({ instance, instanceId, bake, signal }) {
	const what = `The SSM agent of ${instanceId} has never reported to Systems Manager`;
	const place = instance?.SubnetId === void 0 || instance.VpcId === void 0 ? void 0 : {
		subnetId: instance.SubnetId,
		vpcId: instance.VpcId
	};
	const table = place === void 0 ? void 0 : await tableOf(bake.ec2, place, signal).catch(() => void 0);
	const way = table === void 0 ? void 0 : wayOut(table, "0.0.0.0/0");
	if (place !== void 0 && table !== void 0 && way === void 0) return {
		what: `${what}, and its subnet ${place.subnetId} has no route to the internet`,
		remedy: WAY_OUT
	};
	if (way?.GatewayId?.startsWith("igw-") === true && !instance?.PublicIpAddress) return {
		what: `${what}: ${`it has no public address, which the route of its subnet to ${way.GatewayId} is of no use without`}`,
		remedy: WAY_OUT
	};
	return {
		what,
		remedy: `${PROFILE}; the subnet needs a way to Systems Manager (${ENDPOINTS}), and the image the SSM agent (Amazon Linux and Ubuntu of Canonical have it, Debian does not: install it by user_data).`
	};
}
// src/builders/amazon-ebs/diagnosis/silent-port.ts
const silentPort = ({ bake, error, address }) => {
	if (error.code !== "ssh-silent") return void 0;
	const { port } = bake.connector;
	return {
		what: `Port ${port} of ${address ?? "the machine"} accepts connections, and no SSH server answers there`,
		remedy: "The machine is overloaded while it boots (a larger instance_type, a longer ssh_timeout), its SSH server hangs, or a firewall or proxy on the way accepts connections in its place."
	};
};
// src/builders/amazon-ebs/diagnosis/diagnose.ts
const QUESTIONS = [
	instanceState,
	publicAddress$1,
	route,
	securityGroups,
	networkAcl,
	login,
	silentPort
];
const QUESTIONS_OF_SESSIONS = [
	instanceState,
	sessionManager,
	login
];
const LIMIT_MS = 15e3;
const LOOPBACK = "127.0.0.0/8";
const NOT_ON_THE_INTERNET = [
	"10.0.0.0/8",
	"172.16.0.0/12",
	"192.168.0.0/16",
	"100.64.0.0/10",
	LOOPBACK
];
async function diagnose(bake, instanceId, error) {
	const { context } = bake;
	const isLost = error.code === "instance-lost";
	if (error.category !== "connection" && !isLost || error.code === "no-address") return error;
	const asked = usesSessionManager(bake.options) ? QUESTIONS_OF_SESSIONS : QUESTIONS;
	const questions = isLost ? [] : asked;
	try {
		return await withDeadline(context.clock, LIMIT_MS, tooLong$1, context.signal, async (signal) => {
			const facts = await orAborted(factsOf(bake, instanceId, error, signal), signal);
			const console = tellConsole(facts);
			const found = [];
			for (const answer of await Promise.allSettled(questions.map((ask) => orAborted(answered(ask, facts), signal)))) if (answer.status === "fulfilled" && answer.value !== void 0) found.push(answer.value);
			await orAborted(console, signal).catch(() => void 0);
			return explained(error, found);
		});
	} catch {
		return error;
	}
}
async function answered(ask, facts) {
	return ask(facts);
}
async function factsOf(bake, instanceId, error, signal) {
	const { ec2, options, connector } = bake;
	const instance = await ec2.describeInstances({ InstanceIds: [instanceId] }, signal).then(({ Reservations: [reservation] = [] }) => reservation?.Instances?.[0], () => void 0);
	const wanted = options.ssh_interface || void 0;
	const own = instance === void 0 ? void 0 : addressOf(instance, wanted) ?? instance.PrivateIpAddress;
	const address = connector.fixedHost ?? own;
	const isPublic = address !== void 0 && !NOT_ON_THE_INTERNET.some((cidr) => isWithin(address, cidr));
	return {
		bake,
		instanceId,
		instance,
		address,
		isPublic,
		from: await ownAddresses(bake, address, isPublic, signal),
		error,
		signal
	};
}
async function ownAddresses({ dependencies }, address, isPublic, signal) {
	if (address !== void 0 && isWithin(address, LOOPBACK)) return [];
	if (!isPublic) return dependencies.localAddresses();
	return dependencies.publicAddress(signal).then((found) => [found], () => []);
}
async function tellConsole(facts) {
	const { bake, instanceId } = facts;
	const { emit, build } = bake.context;
	const lines = await consoleTail(facts);
	if (lines.length === 0) return;
	note(bake, `The last lines on the console of ${instanceId}:`);
	for (const text of lines) emit({
		type: "remote-line",
		build,
		source: "console",
		stream: "stdout",
		text
	});
}
function explained(error, found) {
	const [first] = found;
	if (first === void 0) return error;
	const what = found.map((finding) => finding.what).filter((text) => text !== error.message);
	const remedies = [...new Set(found.map(({ remedy }) => remedy).filter((text) => text !== ""))];
	return new BakeError([error.message, ...what].join(". "), {
		code: error.code,
		category: error.category,
		hint: remedies.join(" ") || (error.hint ?? ""),
		cause: error
	});
}
function tooLong$1() {
	return toBakeError(/* @__PURE__ */ new Error(`no diagnosis within ${LIMIT_MS / 1e3} seconds`));
}
// src/builders/amazon-ebs/steps/connect.ts
const LOOKS_FOR_PUBLIC_ADDRESS = 2;
const WATCH_PACE_MS = 5e3;
async function connect(bake, instanceId, tunnel) {
	const { connector, context } = bake;
	const giveUp = new AbortController();
	let isConnected = false;
	const connected = connector.connect(connectTarget(bake, instanceId, tunnel, () => isConnected), AbortSignal.any([context.signal, giveUp.signal]));
	const enough = new AbortController();
	const lost = watch(bake, instanceId, AbortSignal.any([context.signal, enough.signal]));
	try {
		const communicator = await Promise.race([connected, lost]);
		isConnected = true;
		return communicator;
	} catch (thrown) {
		let reason = thrown;
		giveUp.abort(thrown);
		if (!context.signal.aborted) reason = await diagnose(bake, instanceId, toBakeError(thrown));
		connected.then((communicator) => communicator.close(), () => void 0);
		throw reason;
	} finally {
		enough.abort();
		lost.catch(() => void 0);
	}
}
async function watch(bake, instanceId, signal) {
	const { aws, region } = bake;
	return aws.poller(region).instance(instanceId, (instance) => {
		assertAlive(instanceId, instance);
	}, {
		signal,
		paceMs: WATCH_PACE_MS,
		firstLookMs: WATCH_PACE_MS,
		onLook: tellWaiting(bake, `an answer of ${instanceId}`)
	});
}
function connectTarget(bake, instanceId, tunnel, isConnected) {
	const { dependencies, connector } = bake;
	const consoleKeys = new ConsoleHostKeys(bake, instanceId);
	const { clock } = bake.context;
	let known;
	let nextLookAt = 0;
	return {
		name: instanceId,
		tunnel,
		async checkAlive(signal) {
			if (!isConnected() || clock.monotonic() < nextLookAt) return;
			nextLookAt = clock.monotonic() + WATCH_PACE_MS;
			const lost = await whyLost(bake, instanceId, signal);
			if (lost !== void 0) throw lost;
		},
		async address(signal) {
			if (tunnel !== void 0) return tunnel;
			if (dependencies.locateMachine !== void 0 && connector.fixedHost === void 0) return dependencies.locateMachine(instanceId, signal);
			known ??= connector.fixedHost ?? await firstAddress(bake, instanceId, signal);
			return { host: known };
		},
		get provenHostKeys() {
			return consoleKeys.isOpen ? (signal) => consoleKeys.read(signal) : void 0;
		}
	};
}
async function whyLost(bake, instanceId, signal) {
	const { aws, region } = bake;
	try {
		const look = (instance) => {
			assertAlive(instanceId, instance);
			return true;
		};
		await aws.poller(region).instance(instanceId, look, { signal });
	} catch (thrown) {
		const error = toBakeError(thrown);
		return error.code === "instance-lost" ? error : void 0;
	}
}
async function firstAddress(bake, instanceId, signal) {
	const { aws, region, options } = bake;
	const wanted = options.ssh_interface || void 0;
	let looks = 0;
	return aws.poller(region).instance(instanceId, (instance) => {
		assertAlive(instanceId, instance);
		if (instance === void 0) return void 0;
		const address = addressOf(instance, wanted);
		if (address !== void 0) return address;
		if (instance.State?.Name !== "running") return void 0;
		looks += 1;
		if (looks < LOOKS_FOR_PUBLIC_ADDRESS) return void 0;
		if (wanted !== void 0 || !instance.PrivateIpAddress) throw withoutAddress(instanceId, wanted);
		note(bake, `The instance ${instanceId} has no public address: connecting to ${instance.PrivateIpAddress}`);
		return instance.PrivateIpAddress;
	}, {
		signal,
		onLook: tellWaiting(bake, `an address of the instance ${instanceId}`)
	});
}
function withoutAddress(instanceId, wanted) {
	return new BakeError(`The instance ${instanceId} runs and has no ${wanted ?? "address"}`, {
		code: "no-address",
		category: "connection",
		hint: wanted === "public_ip" || wanted === "public_dns" ? "Give it one with associate_public_ip_address = true in a public subnet (DNS names also need enableDnsHostnames in the VPC), or connect from within the network with ssh_interface = \"private_ip\"." : "Check the subnet and ssh_interface."
	});
}
// src/builders/amazon-ebs/steps/disarm.ts
async function disarm(bake, communicator) {
	const { context } = bake;
	const complaints = [];
	let why;
	try {
		const { exitCode } = await communicator.exec(disarmingCommand(), {
			signal: context.signal,
			onLine: (_stream, line) => complaints.push(line)
		});
		if (exitCode === 77) why = `${communicator.username} can't become root without a password`;
		else if (exitCode !== 0) why = complaints.join(" ") || `exit status ${exitCode}`;
	} catch (thrown) {
		if (context.signal.aborted) throw thrown;
		why = errorMessage(thrown);
	}
	if (why !== void 0) note(bake, `The machine's deadline could not be cancelled; it ends when the machine stops: ${why}`);
}
// src/builders/amazon-ebs/provision-machine.ts
async function provisionMachine(bake, instanceId, generated, isArmed, provision) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { context, options, connector } = bake;
		const tunnel = _usingCtx$1.a(connector.type !== "none" && usesSessionManager(options) ? await context.step("await-running", "Waiting for the instance to run", () => openTunnel(bake, instanceId), { time: "boot" }) : void 0);
		const communicator = _usingCtx$1.a(await context.step("connect", connectTitle(bake), () => connector.type === "none" ? awaitRunning(bake, instanceId) : connect(bake, instanceId, tunnel), { time: "boot" }));
		try {
			await provision(communicator, generated);
		} catch (thrown) {
			throw await withItsCause(bake, instanceId, toBakeError(thrown));
		}
		context.signal.throwIfAborted();
		const goodbyes = [];
		if (isArmed && connector.type !== "none") goodbyes.push(context.step("disarm", "Cancelling the machine's deadline", () => disarm(bake, communicator)));
		if (options.ssh_clear_authorized_keys && connector.login.kind === "temporary-key") goodbyes.push(context.step("clear-authorized-keys", "Removing the temporary SSH key from the machine", () => clearAuthorizedKeys(bake, communicator)));
		await together(goodbyes);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function withItsCause(bake, instanceId, error) {
	const { signal } = bake.context;
	if (signal.aborted || error.category !== "connection" && error.category !== "provision") return error;
	const lost = await whyLost(bake, instanceId, signal);
	if (lost === void 0) return error;
	return new BakeError(`${lost.message}. ${error.message}`, {
		code: "instance-lost",
		category: lost.category,
		...lost.hint === void 0 ? {} : { hint: lost.hint },
		cause: error
	});
}
function connectTitle({ connector, options }) {
	if (connector.type === "none") return "Waiting for the instance";
	const through = usesSessionManager(options) ? " through Session Manager" : "";
	return `Connecting by ${connector.type.toUpperCase()}${through}`;
}
// src/builders/amazon-ebs/steps/enhance-network.ts
async function enhanceNetwork({ ec2, options, context }, instanceId) {
	const { clock, signal } = context;
	const change = (attribute) => onceVisible(clock, signal, () => ec2.modifyInstanceAttribute({
		InstanceId: instanceId,
		...attribute
	}, signal));
	if (options.sriov_support) await change({ SriovNetSupport: { Value: "simple" } });
	if (options.ena_support !== void 0) await change({ EnaSupport: { Value: options.ena_support } });
}
// src/builders/amazon-ebs/launch/not-visible-yet.ts
const VISIBLE_AFTER_TRIES$1 = 8;
const KNOWN_AFTER_TRIES = 16;
function isNotVisibleYet(thrown, attempt) {
	if (isUnknownProfile(thrown)) return attempt <= KNOWN_AFTER_TRIES;
	return attempt <= VISIBLE_AFTER_TRIES$1 && isNotFound(thrown) && isOurs(awsCodeOf(thrown) ?? "");
}
function isOurs(code) {
	return /^Invalid(Group|KeyPair|LaunchTemplateId|LaunchTemplateName)\./.test(code);
}
// src/builders/amazon-ebs/launch/launch-by-type.ts
async function launchByType(attempt, market, types) {
	for (const type of types) {
		const first = await launchAt(attempt, market, type, attempt.places.first);
		if (first === "type") continue;
		if (first !== "zone") return first;
		for (const place of await attempt.places.others()) {
			if (attempt.refusals.covers(market, type, place)) continue;
			const next = await launchAt(attempt, market, type, place);
			if (next === "type") break;
			if (next !== "zone") return next;
		}
	}
}
async function launchAt({ bake, inputs, refusals, nextToken, signal }, market, type, place) {
	const { context, ec2 } = bake;
	context.signal.throwIfAborted();
	const request = {
		...runInstancesInput(bake, inputs, {
			market,
			type,
			place
		}),
		ClientToken: nextToken()
	};
	try {
		const { Instances: [instance] = [] } = await retryWhile(context.clock, signal, isNotVisibleYet, () => ec2.runInstances(request, signal));
		const availabilityZone = instance?.Placement?.AvailabilityZone ?? place.availabilityZone;
		return {
			id: idOf(instance),
			type,
			market,
			...availabilityZone === void 0 ? {} : { availabilityZone }
		};
	} catch (thrown) {
		const scope = shortageOf(thrown);
		if (scope === void 0 || !(thrown instanceof AwsError)) throw thrown;
		refusals.add({
			market,
			type,
			place,
			error: thrown
		});
		return scope;
	}
}
function idOf(instance) {
	if (instance?.InstanceId !== void 0) return instance.InstanceId;
	throw new AwsError("RunInstances answered without an instance", "Unknown", {
		code: "aws-error",
		category: "cloud",
		retryable: true
	});
}
// src/aws/fleet-errors.ts
function fleetErrors({ Errors = [] }, region) {
	return Errors.map(({ ErrorCode = "Unknown", ErrorMessage = "", LaunchTemplateAndOverrides: tried }) => ({
		error: awsError(Object.assign(new Error(ErrorMessage), { name: ErrorCode }), {
			service: "ec2",
			action: "CreateFleet",
			region,
			onGitHub: false
		}),
		instanceType: tried?.Overrides?.InstanceType,
		subnetId: tried?.Overrides?.SubnetId
	}));
}
// src/builders/amazon-ebs/launch/fleet-input.ts
function fleetInput(bake, inputs, launchTemplateId, places) {
	const { options } = bake;
	const strategy = options.spot_allocation_strategy;
	const isPrioritised = strategy === "capacity-optimized-prioritized";
	const Overrides = spotTypes(bake).flatMap((type, index) => places.map(({ subnetId, availabilityZone }) => ({
		InstanceType: type,
		...subnetId === void 0 ? availabilityZone === void 0 ? {} : { AvailabilityZone: availabilityZone } : { SubnetId: subnetId },
		...isPrioritised ? { Priority: index } : {}
	})));
	const fleetTags = inputs.tags.fleet;
	return {
		Type: "instant",
		ReplaceUnhealthyInstances: false,
		LaunchTemplateConfigs: [{
			LaunchTemplateSpecification: {
				LaunchTemplateId: launchTemplateId,
				Version: "1"
			},
			Overrides
		}],
		TargetCapacitySpecification: {
			TotalTargetCapacity: 1,
			DefaultTargetCapacityType: "spot"
		},
		...strategy ? { SpotOptions: { AllocationStrategy: strategy } } : {},
		...Object.keys(fleetTags).length === 0 ? {} : { TagSpecifications: [tagSpecification("fleet", fleetTags)] }
	};
}
// src/builders/amazon-ebs/launch/launch-fleet.ts
const PATIENCE_MS$1 = 15e4;
const FIRST_PAUSE_MS = 5e3;
const LONGEST_PAUSE_MS = 3e4;
const FAILED_TRIES = 4;
async function launchFleet(attempt, launchTemplateId) {
	const first = await launchIn(attempt, launchTemplateId, [attempt.places.first]);
	if (first !== void 0) return first;
	if (attempt.places.first.subnetId === void 0) return void 0;
	const others = await attempt.places.others();
	return others.length === 0 ? void 0 : launchIn(attempt, launchTemplateId, others);
}
async function patientlyForSpot({ bake, refusals }, tryOnce) {
	const { clock, signal, emit, build } = bake.context;
	const until = clock.monotonic() + PATIENCE_MS$1;
	for (let pause = FIRST_PAUSE_MS;; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
		const before = refusals.count;
		const launched = await tryOnce();
		const isOnlyFull = refusals.since(before).every(({ error }) => error.code === "insufficient-capacity");
		if (launched !== void 0 || !isOnlyFull || clock.monotonic() + pause > until) return launched;
		emit({
			type: "progress",
			build,
			message: `No spot instance can be had yet: trying again in ${pause / 1e3} s`
		});
		await clock.sleep(pause, signal);
	}
}
async function launchIn(attempt, launchTemplateId, places) {
	const { bake, inputs, refusals } = attempt;
	const { context, region } = bake;
	context.signal.throwIfAborted();
	const answer = await answerTo(attempt, fleetInput(bake, inputs, launchTemplateId, places)).catch((thrown) => {
		if (shortageOf(thrown) === void 0 || !(thrown instanceof AwsError)) throw thrown;
		refusals.add({
			market: "spot",
			type: void 0,
			place: attempt.places.first,
			error: thrown
		});
	});
	if (answer === void 0) return void 0;
	const launched = launchedBy(answer, attempt, places);
	if (launched !== void 0) return launched;
	const errors = fleetErrors(answer, region);
	const lacking = errors.filter(({ error }) => shortageOf(error) !== void 0);
	const [other] = errors.filter(({ error }) => shortageOf(error) === void 0);
	if (lacking.length === 0) throw other?.error ?? withoutReason();
	if (other !== void 0) note(bake, `The fleet can not have ${other.instanceType ?? "one of the types"}: ${other.error.message}`);
	for (const { error, instanceType, subnetId } of lacking) {
		if (!(error instanceof AwsError)) throw error;
		const place = places.find((candidate) => candidate.subnetId === subnetId) ?? attempt.places.first;
		refusals.add({
			market: "spot",
			type: instanceType,
			place,
			error
		});
	}
}
function launchedBy({ Instances: [launched] = [] }, { bake }, places) {
	const [id] = launched?.InstanceIds ?? [];
	if (id === void 0) return void 0;
	const { SubnetId: subnetId, AvailabilityZone: zone } = launched?.LaunchTemplateAndOverrides?.Overrides ?? {};
	const place = places.find((candidate) => candidate.subnetId !== void 0 && candidate.subnetId === subnetId);
	const availabilityZone = zone ?? place?.availabilityZone;
	return {
		id,
		type: launched?.InstanceType ?? spotTypes(bake)[0] ?? "",
		market: "spot",
		...availabilityZone === void 0 ? {} : { availabilityZone }
	};
}
function answerTo({ bake, nextToken, signal }, input) {
	const { context, ec2, region } = bake;
	return retryWhile(context.clock, signal, (thrown, number) => isNotVisibleYet(thrown, number) || thrown instanceof FleetFailure && number <= FAILED_TRIES, async () => {
		const output = await ec2.createFleet({
			...input,
			ClientToken: nextToken()
		}, signal);
		throwIfEarly(output, region);
		return output;
	});
}
var FleetFailure = class extends AwsError {};
function throwIfEarly(output, region) {
	if ((output.Instances ?? []).some(({ InstanceIds = [] }) => InstanceIds.length > 0)) return;
	const errors = fleetErrors(output, region).map(({ error }) => error);
	const early = errors.find((error) => isNotVisibleYet(error, 1));
	if (early !== void 0) throw early;
	const failed = errors.find((error) => error.retryable);
	if (failed === void 0 || errors.some((error) => shortageOf(error) !== void 0)) return;
	const awsCode = failed instanceof AwsError ? failed.awsCode : "Unknown";
	throw new FleetFailure(failed.message, awsCode, {
		code: failed.code,
		category: failed.category,
		cause: failed
	});
}
function withoutReason() {
	return new AwsError("CreateFleet answered without an instance and without a reason", "Unknown", {
		code: "aws-error",
		category: "cloud",
		retryable: true
	});
}
// src/builders/amazon-ebs/launch/launch-template-data.ts
function launchTemplateData(bake, inputs) {
	const { options } = bake;
	const { TagSpecifications: tags, ...common } = commonInput(bake, inputs);
	const groups = [...inputs.securityGroupIds];
	const wantsPublicAddress = options.associate_public_ip_address;
	const hasInterface = wantsPublicAddress !== void 0 && inputs.network.subnetId !== void 0;
	const spotTags = Object.keys(inputs.tags.spot).length === 0 ? [] : [tagSpecification("spot-instances-request", inputs.tags.spot)];
	const TagSpecifications = [...tags, ...spotTags];
	const Placement = sharedTenancy(bake);
	return {
		...common,
		TagSpecifications,
		InstanceMarketOptions: {
			MarketType: "spot",
			SpotOptions: spotMaxPrice(bake)
		},
		InstanceInitiatedShutdownBehavior: SPOT_SHUTDOWN,
		...creditInput(bake, spotTypes(bake)),
		...Object.keys(Placement).length === 0 ? {} : { Placement },
		...hasInterface ? { NetworkInterfaces: [{
			DeviceIndex: 0,
			AssociatePublicIpAddress: wantsPublicAddress,
			DeleteOnTermination: true,
			...groups.length === 0 ? {} : { Groups: groups }
		}] } : groups.length === 0 ? {} : { SecurityGroupIds: groups }
	};
}
// src/aws/filter-map.ts
function filterMap({ filters, filter }) {
	return {
		...filters,
		...Object.fromEntries(filter.map(({ name, value }) => [name, value]))
	};
}
// src/aws/filters.ts
function ec2Filters(filters) {
	return Object.entries(filters).sort(([a], [b]) => a < b ? -1 : 1).map(([name, value]) => ({
		Name: name,
		Values: csvRecord(value)
	}));
}
function csvRecord(text) {
	const fields = [];
	let rest = text.replace(/^\s+/, "");
	for (;;) {
		const [field, length] = rest.startsWith("\"") ? quotedField(rest, text) : plainField(rest);
		fields.push(field);
		if (length >= rest.length) return fields;
		rest = rest.slice(length + 1).replace(/^\s+/, "");
	}
}
function plainField(text) {
	const comma = text.indexOf(",");
	const length = comma < 0 ? text.length : comma;
	return [text.slice(0, length), length];
}
function quotedField(text, whole) {
	let field = "";
	for (let index = 1; index < text.length; index += 1) {
		const character = text.charAt(index);
		if (character !== "\"") field += character;
		else if (text[index + 1] === "\"") {
			field += "\"";
			index += 1;
		} else if (index + 1 === text.length || text[index + 1] === ",") return [field, index + 1];
		else field += "\"";
	}
	throw new BakeError(`The filter value ${JSON.stringify(whole)} opens a quote that it does not close`, {
		code: "invalid-filter",
		category: "template",
		hint: "A filter value is a list separated by commas; a value that holds a comma itself is written in double quotes."
	});
}
// src/builders/amazon-ebs/steps/choose-network.ts
async function chooseNetwork(site) {
	const { options } = site;
	const offers = Boolean(options.subnet_id) || options.subnet_filter !== void 0 || options.availability_zone ? zonesAsFarAsKnown(site) : void 0;
	const vpcId = options.vpc_id || (options.vpc_filter === void 0 ? void 0 : await findVpc(site));
	const found = fittingFirst(site, await findSubnets(site, vpcId), await offers);
	if (found.length === 0 && vpcId !== void 0) await assertDefaultVpc(site, vpcId);
	const [chosen, ...others] = found.length > 0 || options.associate_public_ip_address === void 0 ? found : await inferSubnets(site, vpcId);
	assertRoom(site, found);
	return {
		vpcId: chosen?.VpcId ?? vpcId,
		subnetId: chosen?.SubnetId,
		availabilityZone: chosen?.AvailabilityZone ?? (options.availability_zone || void 0),
		isPrivate: options.associate_public_ip_address === false || options.associate_public_ip_address === void 0 && chosen?.MapPublicIpOnLaunch === false,
		isPublic: chosen !== void 0 && (options.associate_public_ip_address ?? chosen.MapPublicIpOnLaunch === true),
		alternatives: chosen === void 0 ? options.availability_zone ? [] : void 0 : alternativesTo(site, chosen, others)
	};
}
async function zonesAsFarAsKnown(site) {
	try {
		const [wanted, fallback] = await Promise.all([zonesOffering(site, spotTypes(site)), zonesOffering(site, site.dependencies.fallbackInstanceTypes)]);
		return wanted.size === 0 ? void 0 : {
			wanted,
			fallback
		};
	} catch {
		return;
	}
}
async function zonesOffering({ aws, context, region }, types) {
	const sets = await Promise.all(types.filter((type) => type !== "").map((type) => aws.batches(region).zonesOffering(type, context.signal)));
	return new Set(sets.flatMap((zones) => [...zones]));
}
function fittingFirst(site, subnets, offers) {
	if (offers === void 0) return subnets;
	const isWanted = ({ AvailabilityZone: zone = "" }) => offers.wanted.has(zone);
	const isFallback = ({ AvailabilityZone: zone = "" }) => offers.fallback.has(zone);
	const { availability_zone: zone } = site.options;
	const named = subnets.length > 0 ? subnets : zone ? [{ AvailabilityZone: zone }] : [];
	const fitting = [...named.filter(isWanted), ...named.filter((each) => !isWanted(each) && isFallback(each))];
	if (fitting.length === 0 && named.length > 0) throw notOffered(site, named, offers);
	return subnets.length === 0 ? subnets : fitting;
}
function notOffered(site, places, { wanted }) {
	const types = spotTypes(site).join(" or ");
	const where = places.map(({ SubnetId, AvailabilityZone: zone }) => SubnetId === void 0 ? zone : `${SubnetId} (${zone})`).join(", ");
	return new BakeError(`The instance type ${types} is not offered in ${where}`, {
		code: "instance-type-not-in-zone",
		category: "cloud",
		hint: `Take a subnet or availability_zone in ${[...wanted].toSorted().join(", ")}, or another instance_type.`
	});
}
function assertRoom({ region }, subnets) {
	if (subnets.length === 0 || subnets.some(({ AvailableIpAddressCount: free }) => free !== 0)) return;
	const names = subnets.map(({ SubnetId }) => SubnetId).join(", ");
	throw new BakeError(`No private address is left in ${names} in ${region}`, {
		code: "subnet-full",
		category: "cloud",
		hint: "Take another subnet, let subnet_filter match others too with most_free = true, or remove what has addresses in it and is not needed."
	});
}
async function findVpc({ options, ec2, context, region }) {
	const filters = filterMap(options.vpc_filter ?? {
		filters: {},
		filter: []
	});
	const { Vpcs = [] } = await ec2.describeVpcs({ Filters: ec2Filters({
		state: "available",
		...filters
	}) }, context.signal);
	const [vpc, ...others] = Vpcs;
	if (vpc?.VpcId !== void 0 && others.length === 0) return vpc.VpcId;
	throw new BakeError(Vpcs.length === 0 ? `No VPC in ${region} matches vpc_filter: ${shown$1(filters)}` : `${Vpcs.length} VPCs in ${region} match vpc_filter: ${Vpcs.map(({ VpcId }) => VpcId).join(", ")}`, {
		code: Vpcs.length === 0 ? "vpc-not-found" : "vpc-ambiguous",
		category: "cloud",
		hint: "Exactly one VPC must match: change the filters, or name it in vpc_id."
	});
}
function alternativesTo({ options }, chosen, others) {
	return others.filter(({ VpcId, MapPublicIpOnLaunch }) => VpcId === chosen.VpcId && (options.associate_public_ip_address !== void 0 || MapPublicIpOnLaunch === chosen.MapPublicIpOnLaunch)).map(placeOf);
}
function placeOf({ SubnetId, AvailabilityZone }) {
	return {
		subnetId: SubnetId,
		availabilityZone: AvailabilityZone
	};
}
async function findSubnets(site, vpcId) {
	const { options, ec2, context, region } = site;
	if (options.subnet_id) return (await ec2.describeSubnets({ SubnetIds: [options.subnet_id] }, context.signal)).Subnets ?? [];
	const filter = options.subnet_filter;
	if (filter === void 0) return [];
	const filters = {
		...filterMap(filter),
		state: "available",
		...vpcId === void 0 ? {} : { "vpc-id": vpcId },
		...options.availability_zone ? { "availability-zone": options.availability_zone } : {}
	};
	const { Subnets = [] } = await ec2.describeSubnets({ Filters: ec2Filters(filters) }, context.signal);
	if (Subnets.length === 0) throw new BakeError(`No subnet in ${region} matches subnet_filter: ${shown$1(filters)}`, {
		code: "subnet-not-found",
		category: "cloud",
		hint: "All filters must match, in the VPC and availability zone of the template. Change them, or name the subnet in subnet_id."
	});
	if (Subnets.length === 1 || filter.most_free) return mostFreeFirst(Subnets);
	if (filter.random) {
		const start = Number.parseInt(context.ids.token(6), 36) % Subnets.length;
		return [...Subnets.slice(start), ...Subnets.slice(0, start)];
	}
	throw new BakeError(`${Subnets.length} subnets in ${region} match subnet_filter: ${Subnets.map(({ SubnetId }) => SubnetId).join(", ")}`, {
		code: "subnet-ambiguous",
		category: "cloud",
		hint: "Take the one with the most free addresses with most_free = true, any one with random = true, or add filters."
	});
}
async function assertDefaultVpc({ ec2, context }, vpcId) {
	const { Vpcs = [] } = await ec2.describeVpcs({ VpcIds: [vpcId] }, context.signal);
	if (Vpcs[0]?.IsDefault !== false) return;
	throw new BakeError(`The VPC ${vpcId} is not the default one, and no subnet of it is named`, {
		code: "subnet-missing",
		category: "input",
		hint: "Add subnet_id, or subnet_filter with most_free = true."
	});
}
async function inferSubnets(site, vpcId) {
	const { options, ec2, context, region } = site;
	const { signal } = context;
	const types = spotTypes(site);
	try {
		const vpc = vpcId === void 0 ? {
			Name: "default-for-az",
			Values: ["true"]
		} : {
			Name: "vpc-id",
			Values: [vpcId]
		};
		const [{ Subnets = [] }, zones] = await Promise.all([ec2.describeSubnets({ Filters: [vpc, {
			Name: "state",
			Values: ["available"]
		}] }, signal), zonesThatOffer(site, types)]);
		const fitting = Subnets.filter(({ AvailabilityZone }) => zones?.has(AvailabilityZone ?? "") !== false && (!options.availability_zone || AvailabilityZone === options.availability_zone));
		if (fitting.length > 0) return mostFreeFirst(fitting);
		warn(site, `No subnet of the default VPC in ${region} is in a zone that offers ${types.join(" or ")}: associate_public_ip_address has no effect without subnet_id`);
	} catch (thrown) {
		if (signal.aborted) throw thrown;
		warn(site, `No subnet could be chosen, so associate_public_ip_address has no effect: ${toBakeError(thrown).message}`);
	}
	return [];
}
async function zonesThatOffer(site, types) {
	try {
		return await zonesOffering(site, types);
	} catch (thrown) {
		if (!isDenied(thrown)) throw thrown;
		note(site, `Whether a zone offers ${types.join(" or ")} could not be found out (ec2:DescribeInstanceTypeOfferings is not allowed): the subnet with the most free addresses is taken`);
		return;
	}
}
function mostFreeFirst(subnets) {
	return subnets.toSorted((a, b) => (b.AvailableIpAddressCount ?? 0) - (a.AvailableIpAddressCount ?? 0));
}
function shown$1(filters) {
	return Object.entries(filters).map(([name, value]) => `${name} = ${value}`).join(", ");
}
// src/builders/amazon-ebs/launch/places.ts
var Places = class {
	first;
	#site;
	#network;
	#others;
	constructor(site, network) {
		this.#site = site;
		this.#network = network;
		this.first = {
			subnetId: network.subnetId,
			availabilityZone: network.availabilityZone
		};
	}
	others() {
		const { alternatives } = this.#network;
		this.#others ??= alternatives === void 0 ? subnetsOfDefaultVpc(this.#site) : Promise.resolve(alternatives);
		return this.#others;
	}
};
async function subnetsOfDefaultVpc(site) {
	const Filters = [{
		Name: "default-for-az",
		Values: ["true"]
	}, {
		Name: "state",
		Values: ["available"]
	}];
	try {
		const { Subnets = [] } = await site.ec2.describeSubnets({ Filters }, site.context.signal);
		return mostFreeFirst(Subnets).map(placeOf);
	} catch (thrown) {
		if (site.context.signal.aborted) throw thrown;
		note(site, `The other zones could not be found out: ${toBakeError(thrown).message}`);
		return [];
	}
}
// src/builders/amazon-ebs/launch/inputs.ts
function describePlace({ subnetId, availabilityZone }, region) {
	if (subnetId === void 0) return availabilityZone ?? region;
	return availabilityZone === void 0 ? subnetId : `${subnetId} (${availabilityZone})`;
}
// src/builders/amazon-ebs/launch/refusals.ts
var Refusals = class {
	#site;
	#all = [];
	#told = /* @__PURE__ */ new Set();
	constructor(site) {
		this.#site = site;
	}
	get count() {
		return this.#all.length;
	}
	since(count) {
		return this.#all.slice(count);
	}
	add(refusal) {
		const message = `EC2 has no ${this.#describe(refusal)}`;
		if (!this.#told.has(message)) note(this.#site, message);
		this.#told.add(message);
		this.#all.push(refusal);
	}
	covers(market, type, { subnetId, availabilityZone }) {
		return this.#all.some((refusal) => refusal.market === market && refusal.type === type && (refusal.place.subnetId === subnetId || isZoneEmpty(refusal)) && refusal.place.availabilityZone === availabilityZone && availabilityZone !== void 0);
	}
	error() {
		const [first] = this.#all;
		const last = this.#all.at(-1);
		if (first === void 0 || last === void 0) throw new Error("Nothing was refused");
		if (this.#all.length === 1) return last.error;
		const attempts = [...new Set(this.#all.map((refusal) => this.#describe(refusal)))].join("; ");
		const { awsCode, code, category, hint } = last.error;
		return new AwsError(`EC2 has no room for the instance: ${attempts}`, awsCode, {
			code,
			category,
			...hint === void 0 ? {} : { hint },
			cause: last.error
		});
	}
	#describe({ market, type, place, error }) {
		return `${market} ${type ?? "instance"} in ${describePlace(place, this.#site.region)} (${error.awsCode})`;
	}
};
function isZoneEmpty({ error }) {
	return shortageOf(error) === "zone" && error.awsCode !== "InsufficientFreeAddressesInSubnet";
}
// src/builders/amazon-ebs/steps/make-launch-template.ts
async function makeLaunchTemplate(bake, tags, data) {
	const { context, region, ec2, ownership } = bake;
	const name = `packer-fleet-launch-template-${context.ids.token(12)}`;
	const { id } = await make(bake, {
		kind: "launch-template",
		region,
		name
	}, async (token, signal) => {
		const { LaunchTemplate } = await ec2.createLaunchTemplate({
			LaunchTemplateName: name,
			LaunchTemplateData: data,
			VersionDescription: "Launches a spot instance of bake-ami",
			ClientToken: token,
			TagSpecifications: [tagSpecification("launch-template", tags.spot, ownership)]
		}, signal);
		return { id: LaunchTemplate?.LaunchTemplateId ?? name };
	});
	return id;
}
// src/builders/amazon-ebs/steps/launch.ts
async function launch(bake, inputs) {
	const { context, region, scope, options, dependencies } = bake;
	const template = isSpot(options) ? await launchTemplate$1(bake, inputs) : void 0;
	const launched = await make(bake, {
		kind: "instance",
		region,
		name: context.build
	}, (token, signal) => {
		let attempts = 0;
		const attempt = {
			bake,
			inputs,
			places: new Places(bake, inputs.network),
			refusals: new Refusals(bake),
			nextToken: () => {
				attempts += 1;
				return `${token}-${attempts}`;
			},
			signal
		};
		return withOwnership(bake, "The instance", (ownership) => firstThatWorks({
			...attempt,
			bake: {
				...bake,
				ownership
			}
		}, template, dependencies.fallbackInstanceTypes));
	});
	if (template !== void 0) scope.release({
		kind: "launch-template",
		id: template,
		region
	});
	return launched;
}
async function firstThatWorks(attempt, template, fallbackTypes) {
	const { bake, refusals } = attempt;
	const { options } = bake;
	if (!isSpot(options)) return await launchByType(attempt, "on-demand", [.../* @__PURE__ */ new Set([options.instance_type ?? "", ...fallbackTypes])]) ?? fail(refusals);
	const spot = () => launchSpot(attempt, template);
	const launched = fallbackTypes.length > 0 ? await spot() : await patientlyForSpot(attempt, spot);
	if (launched !== void 0) return launched;
	if (fallbackTypes.length > 0) note(bake, `There is no spot instance to be had: trying ${fallbackTypes.join(", ")} on demand`);
	return await launchByType(attempt, "on-demand", fallbackTypes) ?? fail(refusals);
}
async function launchSpot(attempt, template) {
	const byType = () => launchByType(attempt, "spot", spotTypes(attempt.bake));
	if (template === void 0) return byType();
	try {
		return await launchFleet(attempt, template);
	} catch (thrown) {
		if (!isDenied(thrown)) throw thrown;
		noteWithoutFleet(attempt.bake, "ec2:CreateFleet");
		return byType();
	}
}
async function launchTemplate$1(bake, inputs) {
	try {
		noteOfCredits(bake);
		return await makeLaunchTemplate(bake, inputs.tags, launchTemplateData(bake, inputs));
	} catch (thrown) {
		if (!isDenied(thrown)) throw thrown;
		noteWithoutFleet(bake, "ec2:CreateLaunchTemplate");
		return;
	}
}
function noteOfCredits(bake) {
	const types = spotTypes(bake);
	const burstable = types.filter(isBurstable);
	if (burstable.length === 0 || burstable.length === types.length) return;
	note(bake, `CPU credits are left to the account's default for ${burstable.join(", ")} (unlimited for T3, T3a and T4g, unless the account says otherwise): a fleet that also takes ${types.filter((type) => !isBurstable(type)).join(", ")} can't be told`);
}
function noteWithoutFleet(bake, action) {
	const { options } = bake;
	const lost = [...options.spot_allocation_strategy ? ["spot_allocation_strategy"] : [], ...Object.keys(options.fleet_tags).length > 0 || options.fleet_tag.length > 0 ? ["fleet_tags"] : []];
	note(bake, `The spot instance is asked for without a fleet, because ${action} is not allowed${lost.length === 0 ? "" : `; ${lost.join(" and ")} have no effect then`}`);
}
function fail(refusals) {
	throw refusals.error();
}
// src/builders/amazon-ebs/steps/make-instance-profile.ts
const VISIBLE_AFTER_TRIES = 10;
const TRUST_POLICY = JSON.stringify({
	Version: "2012-10-17",
	Statement: [{
		Effect: "Allow",
		Principal: { Service: "ec2.amazonaws.com" },
		Action: "sts:AssumeRole"
	}]
});
async function makeInstanceProfile(bake, tags) {
	const { options, context } = bake;
	if (options.iam_instance_profile) return options.iam_instance_profile;
	const policy = policyDocument(bake);
	if (policy === void 0) return void 0;
	const name = `packer-${context.ids.uuid()}`;
	await Promise.all([makeRole(bake, name, policy, tags), makeProfile(bake, name, tags)]);
	await untilVisible(bake, async (iam) => {
		try {
			await iam.addRoleToInstanceProfile({
				InstanceProfileName: name,
				RoleName: name
			}, context.signal);
		} catch (thrown) {
			if (awsCodeOf(thrown)?.startsWith("LimitExceeded") !== true) throw thrown;
		}
	});
	return name;
}
function policyDocument({ options }) {
	const document = options.temporary_iam_instance_profile_policy_document;
	if (document === void 0) return void 0;
	return JSON.stringify({
		Version: document.Version || "2012-10-17",
		Statement: document.Statement.map(({ Effect, Action, Resource }) => ({
			Effect,
			Action,
			Resource
		}))
	});
}
async function makeRole(bake, name, policy, tags) {
	const { region, context } = bake;
	await make(bake, {
		kind: "iam-role",
		region,
		name
	}, async (_token, signal) => {
		const iam = await bake.aws.iam();
		const request = {
			RoleName: name,
			Description: "Temporary role for Packer (bake-ami)",
			AssumeRolePolicyDocument: TRUST_POLICY
		};
		await tagged(bake, tags, (Tags) => iam.createRole({
			...request,
			...Tags
		}, signal));
		return { id: name };
	});
	await untilVisible(bake, (iam) => iam.putRolePolicy({
		RoleName: name,
		PolicyName: name,
		PolicyDocument: policy
	}, context.signal));
}
async function makeProfile(bake, name, tags) {
	await make(bake, {
		kind: "instance-profile",
		region: bake.region,
		name
	}, async (_token, signal) => {
		const iam = await bake.aws.iam();
		await tagged(bake, tags, (Tags) => iam.createInstanceProfile({
			InstanceProfileName: name,
			...Tags
		}, signal));
		return { id: name };
	});
}
async function tagged(bake, { run }, create) {
	const attempt = async (...maps) => {
		const Tags = ec2Tags(...maps).map(({ Key = "", Value = "" }) => ({
			Key,
			Value
		}));
		try {
			await create(Tags.length === 0 ? {} : { Tags });
		} catch (thrown) {
			if (awsCodeOf(thrown)?.startsWith("EntityAlreadyExists") !== true) throw thrown;
		}
	};
	try {
		await attempt(run, bake.ownership);
	} catch (thrown) {
		if (!isDenied(thrown) || !(thrown instanceof Error) || !/:Tag(Role|InstanceProfile)/.test(thrown.message)) throw thrown;
		note(bake, "The temporary role or instance profile is not marked as ours, because iam:TagRole or iam:TagInstanceProfile is not allowed");
		await attempt(run);
	}
}
async function untilVisible(bake, call) {
	const { clock, signal } = bake.context;
	const iam = await bake.aws.iam();
	await retryWhile(clock, signal, (thrown, attempt) => isNotFound(thrown) && attempt <= VISIBLE_AFTER_TRIES, () => call(iam));
}
// src/builders/amazon-ebs/steps/make-key-pair.ts
async function makeKeyPair(bake, tags) {
	const { options, connector, context, region, ec2 } = bake;
	if (options.ssh_keypair_name) return options.ssh_keypair_name;
	const { login } = connector;
	if (login.kind !== "temporary-key") return void 0;
	const name = options.temporary_key_pair_name || `packer_${context.ids.uuid()}`;
	const tagged = (ownership) => specifications(tagSpecification("key-pair", tags.run, ownership));
	const create = (call) => withOwnership(bake, `The key pair ${name}`, call);
	await make(bake, {
		kind: "key-pair",
		region,
		name
	}, async (_token, signal) => {
		try {
			const PublicKeyMaterial = Buffer.from(login.publicKey);
			const { KeyPairId } = await unlessMadeBefore(bake, name, signal, () => create((ownership) => ec2.importKeyPair({
				KeyName: name,
				PublicKeyMaterial,
				...tagged(ownership)
			}, signal)));
			return { id: KeyPairId ?? name };
		} catch (thrown) {
			if (!isDenied(thrown)) throw thrown;
		}
		note(bake, "The credentials may not import a key (ec2:ImportKeyPair), so EC2 makes the temporary one");
		const { KeyPairId, KeyMaterial } = await unlessMadeBefore(bake, name, signal, () => create((ownership) => ec2.createKeyPair({
			KeyName: name,
			KeyType: login.keyType,
			...tagged(ownership)
		}, signal)));
		if (KeyMaterial !== void 0) {
			context.secrets.register(KeyMaterial);
			await connector.adoptPrivateKey(KeyMaterial);
		}
		return { id: KeyPairId ?? name };
	});
	return name;
}
async function unlessMadeBefore({ ec2, options }, name, signal, create) {
	try {
		return await create();
	} catch (thrown) {
		const isOwnName = !options.temporary_key_pair_name;
		if (awsCodeOf(thrown) !== "InvalidKeyPair.Duplicate" || !isOwnName) throw thrown;
		await ec2.deleteKeyPair({ KeyName: name }, signal);
		return create();
	}
}
// src/builders/amazon-ebs/steps/stop.ts
const READY_AFTER_TRIES = 24;
const STOPPED_AFTER_MS = 500;
async function stop(bake, instanceId) {
	const { ec2, aws, options, context, region } = bake;
	const { signal, clock } = context;
	const poller = aws.poller(region);
	const assertThere = () => poller.instance(instanceId, (instance) => {
		assertStoppable(instanceId, instance);
		return true;
	}, {
		signal,
		mayBeGone: true
	});
	if (!options.disable_stop_instance) await retryWhile(clock, signal, (thrown, attempt) => isTooEarly(thrown) && attempt <= READY_AFTER_TRIES, () => ec2.stopInstances({ InstanceIds: [instanceId] }, signal).catch(async (thrown) => {
		if (awsCodeOf(thrown) === "IncorrectInstanceState") await assertThere();
		throw thrown;
	}));
	await poller.instance(instanceId, (instance) => {
		assertStoppable(instanceId, instance);
		return instance?.State?.Name === "stopped" ? true : void 0;
	}, {
		signal,
		firstLookMs: STOPPED_AFTER_MS,
		onLook: tellWaiting(bake, `the instance ${instanceId}`)
	});
}
function assertStoppable(id, instance) {
	const state = instance?.State?.Name;
	if (state !== "terminated" && state !== "shutting-down") return;
	const reason = instance?.StateReason?.Message;
	throw new BakeError(`The instance ${id} is ${state}, so no image can be made of it${reason ? `: ${reason}` : ""}`, {
		code: "instance-lost",
		category: "cloud",
		hint: "If the machine shuts itself down at the end, that must stop it: shutdown_behavior = \"stop\"."
	});
}
function isTooEarly(thrown) {
	return isNotFound(thrown) || awsCodeOf(thrown) === "IncorrectInstanceState";
}
// src/builders/amazon-ebs/tell-crowded-out.ts
function tellCrowdedOut(bake, { run, volume, snapshot, spot, fleet }) {
	const { ownership } = bake;
	const without = new Set([
		{
			...NAME,
			...run
		},
		volume,
		snapshot,
		spot,
		fleet
	].flatMap((tags) => [...crowdedOut({
		...tags,
		...ownership
	})]));
	if (without.size === 0) return;
	const consequence = without.has("bake-ami:run") || without.has("bake-ami:expires-at") ? ": should this run be killed, a sweep does not find everything" : "";
	note(bake, `The template has so many tags that not all of ours have room, since EC2 takes 50: ${[...without].sort().join(", ")} are left out where that is so${consequence}`);
}
// src/builders/amazon-ebs/user-data.ts
const LONGEST = 16384;
const CLOUD_INIT = /^(#!|#cloud-config\b|#include\b|#include-once\b|#cloud-boothook\b|#part-handler\b|## template: jinja)/;
const MIME = /^(content-type:\s*multipart\/|mime-version:)/i;
async function readUserData({ options, context }) {
	if (options.user_data_file) return decoded(await readFile(resolve(context.workingDirectory, options.user_data_file)));
	return options.user_data ? decoded(Buffer.from(options.user_data)) : void 0;
}
function decoded(bytes) {
	const text = bytes.toString("latin1").replace(/[\r\n]/g, "");
	return text.length > 0 && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, "base64") : bytes;
}
function obstacleIn(image) {
	return isWindows(image) ? {
		why: "the image is Windows",
		provable: false
	} : void 0;
}
function withPlanted(template, planted, ids) {
	const none = {
		hostKey: void 0,
		bootHook: void 0
	};
	const isEmpty = template === void 0 || template.length === 0;
	const inAll = isEmpty ? void 0 : obstacle$1(template);
	const keys = isEmpty ? void 0 : hostKeyObstacle(template);
	const wanted = inAll === void 0 ? {
		...planted,
		...keys === void 0 ? {} : { hostKey: void 0 }
	} : none;
	const blocked = {
		hostKey: planted.hostKey === void 0 ? void 0 : inAll ?? keys,
		bootHook: planted.bootHook === void 0 ? void 0 : inAll
	};
	for (const parts of [wanted, {
		...wanted,
		bootHook: void 0
	}]) {
		const bytes = assembled(isEmpty ? void 0 : template, parts, ids);
		if (bytes === void 0 || bytes.length > LONGEST) continue;
		return {
			bytes,
			unplanted: parts.bootHook !== wanted.bootHook ? {
				...blocked,
				bootHook: tooLong(template)
			} : blocked
		};
	}
	const long = tooLong(template);
	return {
		bytes: template,
		unplanted: {
			hostKey: wanted.hostKey === void 0 ? blocked.hostKey : long,
			bootHook: wanted.bootHook === void 0 ? blocked.bootHook : long
		}
	};
}
function tooLong(template) {
	return {
		why: `the user data is ${template?.length ?? 0} bytes long already`,
		provable: true
	};
}
function assembled(template, { hostKey, bootHook }, ids) {
	const ours = [...hostKey === void 0 ? [] : [{
		type: "text/cloud-config",
		text: hostKey
	}], ...bootHook === void 0 ? [] : [{
		type: "text/cloud-boothook",
		text: bootHook
	}]];
	const [only] = ours;
	if (only === void 0) return template;
	if (template === void 0 && ours.length === 1) return Buffer.from(only.text);
	return multipart(template, ours, `bake-ami-${ids.token(24)}`);
}
function obstacle$1(template) {
	const text = template.toString("utf8").trimStart();
	if (/^<(powershell|script)>/i.test(text)) return {
		why: "the user data is for Windows",
		provable: false
	};
	if (text.startsWith("{")) return {
		why: "the user data is JSON, as Ignition takes it",
		provable: false
	};
	if (template[0] === 31 && template[1] === 139) return {
		why: "the user data is compressed",
		provable: true
	};
	if (CLOUD_INIT.test(text) || MIME.test(text)) return void 0;
	return {
		why: "the user data is nothing that cloud-init understands",
		provable: true
	};
}
function hostKeyObstacle(template) {
	return /^ssh_keys:/m.test(template.toString("utf8")) ? {
		why: "the user data sets host keys itself (ssh_keys)",
		provable: true
	} : void 0;
}
function multipart(template, ours, boundary) {
	const lines = [
		`Content-Type: multipart/mixed; boundary="${boundary}"`,
		"MIME-Version: 1.0",
		"",
		...ours.flatMap(({ type, text }) => [
			`--${boundary}`,
			`Content-Type: ${type}; charset="utf-8"`,
			"",
			text
		]),
		...template === void 0 ? [] : [`--${boundary}`, ...templatePart(template)],
		`--${boundary}--`,
		""
	];
	return Buffer.from(lines.join("\n"), "latin1");
}
function templatePart(template) {
	const text = template.toString("latin1");
	if (MIME.test(text.trimStart())) return [text];
	return [
		"Content-Type: text/plain; charset=\"utf-8\"",
		"Content-Transfer-Encoding: base64",
		"",
		template.toString("base64").replace(/.{76}/g, "$&\n")
	];
}
// src/builders/amazon-ebs/verify-image.ts
async function prepareVerification({ connector, context, dependencies, options }, architecture) {
	const { verification } = dependencies;
	if (verification === void 0 || options.skip_create_ami) return;
	if (connector.type === "none") throw unverifiable("without a communicator: the template says communicator = \"none\"", "Set communicator = \"ssh\", or do without the verification.");
	if (connector.fixedHost !== void 0) throw unverifiable(`with ssh_host: the machine that is booted from it is not at ${connector.fixedHost}`, "Use ssh_interface instead of ssh_host, or do without the verification.");
	await verification.prepare(architecture, context.signal);
}
function unverifiable(why, hint) {
	return new BakeError(`The image can not be verified ${why}`, {
		code: "verification-impossible",
		category: "input",
		hint
	});
}
async function verifyImage(bake, built, image) {
	const { context, dependencies, scope } = bake;
	const { verification } = dependencies;
	if (verification === void 0) return image;
	let id;
	try {
		await verification.verify(image, context, async (limited) => {
			const machine = await machineFor(bake, limited, image);
			id = await boot(machine, verification, built, image);
			const title = `Connecting to the machine that verifies ${image.id}`;
			const communicator = await context.step("verify-connect", title, () => connect(machine, id ?? ""), { time: "boot" });
			const { login } = machine.connector;
			return {
				communicator,
				publicKey: login.kind === "temporary-key" ? login.publicKey : void 0
			};
		});
	} catch (thrown) {
		if (context.signal.aborted) throw thrown;
		throw await notVerified(bake, verification, image, toBakeError(thrown));
	} finally {
		if (id !== void 0) scope.release({
			kind: "instance",
			id,
			region: image.region
		});
	}
	return markVerified(bake, image);
}
async function machineFor(bake, limited, image) {
	const site = {
		...bake,
		context: limited,
		connector: await bake.connector.another()
	};
	return {
		...site,
		ownership: ownershipTags(site, image.id),
		options: {
			...bake.options,
			temporary_key_pair_name: void 0,
			launch_block_device_mappings: []
		}
	};
}
async function boot(machine, verification, built, image) {
	const { context, options } = machine;
	const source = {
		...built.source,
		ImageId: image.id,
		Name: image.name
	};
	const { bytes } = obstacleIn(source) === void 0 ? withPlanted(void 0, {
		hostKey: void 0,
		bootHook: switchFor$1(machine, verification)
	}, context.ids) : { bytes: void 0 };
	const title = `Launching a ${options.instance_type ?? "machine"} from ${image.id} to verify it`;
	const launchOne = async () => {
		const keyName = await makeKeyPair(machine, built.tags);
		return (await launch(machine, {
			...built,
			source,
			keyName,
			userData: bytes,
			shutdownBehavior: "terminate"
		})).id;
	};
	return context.step("verify-launch", title, launchOne, { time: "boot" });
}
const SPARE_MS = 6e5;
function switchFor$1({ context, dependencies }, { limitMs }) {
	if (dependencies.deadlineMs === void 0) return void 0;
	const longest = Math.min(dependencies.deadlineMs, limitMs + SPARE_MS);
	return bootHook(context.clock.now() + longest, longest);
}
async function markVerified(bake, image) {
	const { aws, context } = bake;
	const tags = ec2Tags({ [VERIFIED_TAG]: new Date(context.clock.now()).toISOString() });
	try {
		await aws.batches(image.region).tag([image.id], tags, context.signal);
	} catch (thrown) {
		context.signal.throwIfAborted();
		warn(bake, `${image.id} does not carry the tag ${VERIFIED_TAG}, although it is verified: ${toBakeError(thrown).message}`);
	}
	return {
		...image,
		tags: [...image.tags, ...tags]
	};
}
async function notVerified(bake, { onFailure }, image, error) {
	const { context, scope } = bake;
	if (onFailure === "remove") scope.release(imageRef(image));
	const fate = onFailure === "remove" ? "The image is removed; with the input verify-on-failure: keep it stays to be looked at." : await keepFor(bake, image, onFailure.keepMs);
	const hint = [error.hint, fate].filter((part) => part !== void 0).join(" ");
	const failed = new BakeError(`The image ${image.id} is not verified: ${error.message}`, {
		code: error.code,
		category: error.category,
		hint,
		cause: error
	});
	context.emit({
		type: "log",
		level: "debug",
		build: context.build,
		message: describeError(failed)
	});
	return failed;
}
async function keepFor(bake, image, keepMs) {
	const { aws, context, scope } = bake;
	const until = new Date(context.clock.now() + keepMs).toISOString();
	try {
		scope.keep(imageRef(image), `it is to be looked at, although it is not verified: it expires at ${until}`);
	} catch (thrown) {
		return `The image is removed, since it can not be written down that it is to stay: ${toBakeError(thrown).message}.`;
	}
	const resources = [image.id, ...image.snapshotIds];
	try {
		await aws.batches(image.region).tag(resources, ec2Tags({ [EXPIRES_AT_TAG]: until }), context.signal);
	} catch (thrown) {
		warn(bake, `${image.id} has no expiry, so no sweep removes it: ${toBakeError(thrown).message}`);
	}
	return `The image is kept to be looked at (verify-on-failure: keep); a sweep removes it after ${until}.`;
}
// src/builders/amazon-ebs/bake.ts
async function bake(groundwork, scope, provision) {
	const { site, source, accountId, wayIn, known } = groundwork;
	const { context, dependencies, options, region } = site;
	const work = {
		...site,
		scope,
		ownership: known.ownership,
		data: optionData(source, region)
	};
	const { tags } = known;
	tellCrowdedOut(work, tags);
	scope.account(accountId, wayIn, [.../* @__PURE__ */ new Set([region, ...targetRegions(site)])]);
	const { instance: { id: instanceId, market }, inputs, isArmed } = await launchMachine(work, groundwork, tags).catch(async (thrown) => {
		const error = await withAllThatIsMissing(known, thrown);
		await Promise.allSettled([groundwork.permitted, groundwork.mayExpire]);
		throw error;
	});
	const makes = await groundwork.mayExpire || options.skip_create_ami ? work : withoutExpiry(work);
	const mayFinish = checkAfterLaunch({
		...known,
		ownership: makes.ownership,
		instanceId
	});
	mayFinish.catch(() => void 0);
	const generated = {
		...sourceData(source, region),
		ID: instanceId
	};
	await provisionMachine(work, instanceId, generated, isArmed, async (communicator, data) => {
		await mayFinish;
		await provision(communicator, data);
	});
	if (options.skip_create_ami) {
		note(work, "No AMI is made: skip_create_ami");
		return;
	}
	const unchanged = whereUnchanged(work, groundwork.fingerprint);
	unchanged.catch(() => void 0);
	if (market === "spot") note(work, "A spot instance can not be stopped: the AMI is made of it as it runs, and EC2 reboots it for that");
	else {
		const stopAndPrepare = async () => {
			await stop(work, instanceId);
			await enhanceNetwork(work, instanceId);
		};
		await context.step("stop", `Stopping the instance ${instanceId}`, stopAndPrepare, { time: "stop" });
	}
	const fingerprint = await unchanged;
	const story = {
		source,
		fingerprint: fingerprint?.id,
		isReused: false,
		previous: groundwork.previous
	};
	const request = {
		...known.image,
		fastLaunch: groundwork.fastLaunch,
		story,
		verify: dependencies.verification && ((image) => verifyImage(makes, inputs, image))
	};
	return amiArtifact(work, await makeImages(withFingerprint(makes, tags, findableFingerprint(makes, fingerprint)), instanceId, request), story, generated);
}
async function whereUnchanged(work, madeOut) {
	const fingerprint = await madeOut;
	const changed = await fingerprint?.changedMeanwhile() ?? [];
	if (changed.length === 0) return fingerprint;
	warn(work, `The AMI has no fingerprint, so it is not reused: while it was made, this changed on this machine: ${changed.join(", ")}`);
}
function findableFingerprint(makes, fingerprint) {
	if (makes.dependencies.verification === void 0 || makes.ownership["bake-ami:expires-at"] !== void 0 || fingerprint === void 0) return fingerprint;
	note(makes, "The AMI has no fingerprint, because nothing would keep others from it as long as it is not verified yet");
}
async function launchMachine(work, groundwork, tags) {
	const { source, network, securityGroupIds, permitted } = groundwork;
	const { context, options } = work;
	const title = `Launching a ${isSpot(options) ? `spot ${spotTypes(work).join(" or ")}` : options.instance_type} from ${source.ImageId} (${source.Name ?? "without a name"})`;
	const launchWithAll = async () => {
		const [keyName, groups, instanceProfile, userData] = await Promise.all([
			makeKeyPair(work, tags),
			securityGroupIds ?? makeSecurityGroup(work, network, tags).then((id) => [id]),
			makeInstanceProfile(work, tags),
			userDataFor(work, source),
			permitted
		]);
		const { bytes, isArmed, behavior: shutdownBehavior } = userData;
		const inputs = {
			source,
			network,
			keyName,
			securityGroupIds: groups,
			instanceProfile,
			userData: bytes,
			shutdownBehavior,
			tags
		};
		const instance = await launch(work, inputs);
		context.emit({
			type: "instance-launched",
			build: context.build,
			instance
		});
		return {
			instance,
			inputs,
			isArmed
		};
	};
	return context.step("launch", title, launchWithAll, { time: "boot" });
}
async function userDataFor(work, source) {
	const template = await readUserData(work);
	const { plantedHostKey } = work.connector;
	const notArmed = reasonNotToArm(work);
	const planted = {
		hostKey: plantedHostKey?.cloudConfig,
		bootHook: notArmed === void 0 ? switchFor(work) : void 0
	};
	const inImage = obstacleIn(source);
	const { bytes, unplanted } = inImage === void 0 ? withPlanted(template, planted, work.context.ids) : {
		bytes: template,
		unplanted: {
			hostKey: plantedHostKey && inImage,
			bootHook: inImage
		}
	};
	if (unplanted.hostKey !== void 0) {
		const { why, provable } = unplanted.hostKey;
		if (!provable) work.connector.pinFirstHostKey();
		note(work, `No SSH host key is planted, because ${why}: ${provable ? "the console output has to prove the machine's own" : "the first key that it shows is pinned"}`);
	}
	const why = notArmed ?? unplanted.bootHook?.why;
	const isArmed = why === void 0;
	const behavior = shutdownBehavior(work, {
		isArmed,
		userData: template
	});
	sayWhetherArmed(work, why, behavior);
	return {
		bytes,
		isArmed,
		behavior
	};
}
function switchFor({ context, dependencies }) {
	const { deadlineMs } = dependencies;
	return deadlineMs === void 0 ? void 0 : bootHook(context.clock.now() + deadlineMs, deadlineMs);
}
function sayWhetherArmed(work, whyNot, behavior) {
	const { context, dependencies, options } = work;
	if (whyNot !== void 0) {
		note(work, `The machine does not switch itself off at a deadline, because ${whyNot}: ${`should this run be killed, a sweep removes it after ${work.ownership[EXPIRES_AT_TAG]}`}`);
		return;
	}
	const at = new Date(context.clock.now() + (dependencies.deadlineMs ?? 0)).toISOString();
	const onDemand = behavior === "terminate" ? "terminated" : "stopped";
	const mayBeEither = isSpot(options) && onDemand === "stopped" && dependencies.fallbackInstanceTypes.length > 0;
	note(work, `Should this run be killed, the machine switches itself off at ${at} (deadline), and is ${isSpot(options) ? `terminated${mayBeEither ? " (on demand: stopped)" : ""}` : onDemand}`);
}
// src/aws/find-image.ts
const SHOWN$1 = 5;
async function findImage(batches, search, signal) {
	const { id, filter, region, soughtBy } = search;
	const query = {
		...id ? { ImageIds: [id] } : {},
		...filter === void 0 ? {} : {
			Filters: ec2Filters(filter.filters),
			...filter.owners.length === 0 ? {} : { Owners: [...filter.owners] },
			IncludeDeprecated: filter.include_deprecated
		}
	};
	const newestFirst = (await batches.findImages(query, signal).catch((thrown) => {
		if (isNotFound(thrown)) return [];
		throw thrown;
	})).toSorted((a, b) => (b.CreationDate ?? "").localeCompare(a.CreationDate ?? ""));
	const [image, ...others] = newestFirst;
	if (image?.ImageId === void 0) throw nothingFound(search, query);
	if (others.length > 0 && filter?.most_recent !== true) {
		const shown = newestFirst.slice(0, SHOWN$1).map(({ ImageId, Name }) => `${ImageId} (${Name})`);
		throw new BakeError(`${newestFirst.length} AMIs in ${region} match ${soughtBy}: ${shown.join(", ")}${newestFirst.length > SHOWN$1 ? ", …" : ""}`, {
			code: "source-ami-ambiguous",
			category: "cloud",
			hint: "Take the newest with most_recent = true, or add filters until one is left."
		});
	}
	return {
		...image,
		ImageId: image.ImageId
	};
}
function nothingFound({ id, filter, region, soughtBy }, query) {
	if (filter === void 0) return new BakeError(`There is no AMI ${id} in ${region} that this account may use`, {
		code: "source-ami-not-found",
		category: "cloud",
		hint: "An AMI has another id in each region. Check the region, and that the AMI is public or shared with this account; source_ami_filter finds the right one anywhere."
	});
	const wanted = [
		...(query.ImageIds ?? []).map((each) => `id ${each}`),
		...(query.Filters ?? []).map(({ Name, Values }) => `${Name} = ${Values?.join(" or ")}`),
		...query.Owners === void 0 ? [] : [`owner ${query.Owners.join(" or ")}`]
	];
	return new BakeError(`No AMI in ${region} matches ${soughtBy}: ${wanted.join(", ")}`, {
		code: "source-ami-not-found",
		category: "cloud",
		hint: "Check the owners, the region, and each filter: all of them must match. Deprecated AMIs are only found with include_deprecated = true."
	});
}
// src/builders/amazon-ebs/steps/find-source-image.ts
async function findSourceImage(site) {
	const { options, aws, context, region } = site;
	const found = await findImage(aws.batches(region), {
		id: options.source_ami,
		filter: options.source_ami_filter,
		region,
		soughtBy: "source_ami_filter"
	}, context.signal);
	checkSuitable(site, found);
	warnWhenDeprecated(site, found);
	return found;
}
const SOON_MS = 2592e6;
function warnWhenDeprecated(site, { ImageId, Name, DeprecationTime }) {
	const at = Date.parse(DeprecationTime ?? "");
	const left = at - site.context.clock.now();
	if (Number.isNaN(at) || left > SOON_MS) return;
	const what = `The source AMI ${ImageId} (${Name ?? "without a name"})`;
	const date = new Date(at).toISOString().slice(0, 10);
	warn(site, left <= 0 ? `${what} is deprecated since ${date}: it may have known vulnerabilities, and its owner may remove it. Start from a newer one` : `${what} is to be deprecated on ${date}: a filter without include_deprecated does not find it then. Start from a newer one`);
}
function checkSuitable({ options }, image) {
	if (image.RootDeviceType !== void 0 && image.RootDeviceType !== "ebs") throw new BakeError(`The source AMI ${image.ImageId} is not backed by EBS: its root device is ${image.RootDeviceType}`, {
		code: "source-ami-unsuitable",
		category: "cloud",
		hint: "amazon-ebs needs an EBS-backed AMI; add root-device-type = \"ebs\" to the filters."
	});
	const feature = options.ena_support === true ? "ena_support" : options.sriov_support ? "sriov_support" : void 0;
	if (feature !== void 0 && image.VirtualizationType === "paravirtual") throw new BakeError(`${feature} needs an HVM image, and the source AMI ${image.ImageId} is paravirtual`, {
		code: "source-ami-unsuitable",
		category: "cloud",
		hint: `Start from an HVM image (virtualization-type = "hvm"), or remove ${feature}.`
	});
}
// src/builders/amazon-ebs/steps/identify.ts
const ANSWER_LIMIT_MS$1 = 5e3;
async function identify(site) {
	const { aws, context, options, region } = site;
	const accountId = options.skip_credential_validation ? await ifAnswered(site) : await aws.accountId(context.signal);
	if (accountId !== void 0) note(site, `Building in ${region} of the AWS account ${accountId}`);
	return accountId;
}
async function ifAnswered({ aws, context }) {
	try {
		return await withDeadline(context.clock, ANSWER_LIMIT_MS$1, noAnswer$1, context.signal, (limited) => orAborted(aws.accountId(limited), limited));
	} catch (thrown) {
		if (context.signal.aborted) throw thrown;
		return;
	}
}
function noAnswer$1() {
	return new BakeError("STS does not answer", {
		code: "account-unknown",
		category: "cloud"
	});
}
// src/builders/amazon-ebs/beginnings.ts
function begin(site) {
	const { context, options, region } = site;
	const accountId = identify(site);
	const source = findSourceImage(site);
	const fingerprint = options.skip_create_ami ? Promise.resolve(void 0) : Promise.all([accountId, source]).then(([account, found]) => context.fingerprint({
		sourceImageId: found.ImageId,
		accountId: account,
		generated: sourceData(found, region)
	}), () => void 0);
	const announcement = Promise.all([accountId, source]).then(([account, found]) => planAnnouncement(site, account, found));
	announcement.catch(() => void 0);
	return {
		accountId,
		source,
		fingerprint,
		announcement
	};
}
// src/builders/amazon-ebs/name-claims.ts
var NameClaims = class {
	#builds = /* @__PURE__ */ new Map();
	claim(build, image) {
		const key = JSON.stringify([
			image.accountId,
			image.region,
			image.name
		]);
		const first = this.#builds.get(key);
		if (first === void 0) this.#builds.set(key, build);
		return first;
	}
};
// src/aws/access-settings.ts
function accessSettings(options) {
	return {
		region: options.region || void 0,
		accessKey: options.access_key || void 0,
		secretKey: options.secret_key || void 0,
		token: options.token || void 0,
		profile: options.profile || void 0,
		sharedCredentialsFile: options.shared_credentials_file || void 0,
		assumeRole: assumeRole(options),
		mfaCode: options.mfa_code || void 0,
		maxRetries: options.max_retries,
		customEndpointEc2: options.custom_endpoint_ec2 || void 0,
		insecureSkipTlsVerify: options.insecure_skip_tls_verify,
		skipMetadataApiCheck: options.skip_metadata_api_check,
		decodesDenials: options.decode_authorization_messages,
		polling: options.aws_polling === void 0 ? void 0 : {
			delaySeconds: options.aws_polling.delay_seconds,
			maxAttempts: options.aws_polling.max_attempts
		}
	};
}
function assumeRole({ assume_role: role }) {
	if (!role?.role_arn) return void 0;
	return {
		roleArn: role.role_arn,
		sessionName: role.session_name,
		externalId: role.external_id,
		durationSeconds: role.duration_seconds,
		policy: role.policy,
		policyArns: role.policy_arns,
		tags: role.tags,
		transitiveTagKeys: role.transitive_tag_keys
	};
}
// src/builders/amazon-ebs/open-site.ts
async function openSite(decoded, context, connector, dependencies) {
	const { options } = decoded;
	if (options.ssh_keypair_name && connector.login.kind === "temporary-key") throw withoutPrivateKey(options.ssh_keypair_name);
	const aws = await dependencies.connections.open(accessSettings(options));
	return {
		options,
		given: (option) => decoded.given(option),
		context,
		connector,
		dependencies,
		aws,
		ec2: aws.ec2(aws.region),
		region: aws.region
	};
}
function withoutPrivateKey(name) {
	return new BakeError(`The private key of the key pair "${name}" is not known`, {
		code: "private-key-missing",
		category: "input",
		hint: "EC2 only knows its public half. Add ssh_private_key_file or ssh_agent_auth = true, or remove ssh_keypair_name so that a temporary key is made."
	});
}
// src/builders/amazon/options/connection.ts
const connectionOptions = {
	ssh_interface: option.string.optional({
		doc: "Which address of the instance to connect to. Default: the public one, or the private one of an instance without. `session_manager`: none, but through AWS Systems Manager, see [Session Manager](../../session-manager.md).",
		choices: [
			"public_ip",
			"private_ip",
			"public_dns",
			"private_dns",
			"ipv6",
			"session_manager"
		]
	}),
	ssh_keypair_name: option.string.optional({ doc: "Existing key pair of EC2 to launch with; needs `ssh_private_key_file` or `ssh_agent_auth`." }),
	temporary_key_pair_name: option.string.optional({ doc: "Name of the temporary key pair. Default: a name of its own." }),
	temporary_key_pair_bits: option.number.optional({
		doc: "Length of a temporary RSA key.",
		note: "It has no effect: EC2 fixes the lengths of its keys."
	}),
	ssh_clear_authorized_keys: option.bool.withDefault(true, { doc: "Removes the temporary key from the machine's `authorized_keys` at the end. Packer's default is to leave it there." }),
	session_manager_port: option.number.optional({ doc: "Port of 127.0.0.1 where the Session Manager tunnel begins for programs that connect by themselves (Ansible), with `ssh_interface = \"session_manager\"`. Default: any free one." }),
	pause_before_ssm: option.duration.optional({ doc: "Pause between the start of the instance and the first try to reach it, with `ssh_interface = \"session_manager\"`." })
};
// src/builders/amazon/options/network.ts
const networkOptions = {
	vpc_id: option.string.optional({ doc: "VPC of the temporary security group. Default: that of the subnet, or the default VPC." }),
	vpc_filter: option.block(keyValueFilter, { doc: "Finds the VPC; exactly one must match." }),
	subnet_id: option.string.optional({ doc: "Subnet to launch in." }),
	subnet_filter: option.block({
		...keyValueFilter,
		most_free: option.bool.withDefault(false, { doc: "Takes the subnet with the most free addresses." }),
		random: option.bool.withDefault(false, { doc: "Takes any one of those that match." })
	}, { doc: "Finds the subnet. Exactly one may match, unless `most_free` or `random` is set." }),
	security_group_id: option.string.optional({ doc: "Security group to use instead of a temporary one." }),
	security_group_ids: option.strings.withDefault([], { doc: "Security groups to use instead of a temporary one." }),
	security_group_filter: option.block(keyValueFilter, { doc: "Finds the security groups to use instead of a temporary one." }),
	temporary_security_group_source_cidrs: option.strings.withDefault([], { doc: "Who may reach the instance while it is built, in CIDR notation. Default: the public address of this machine and its private ones, where Packer opens the port to everybody." }),
	temporary_security_group_source_public_ip: option.bool.withDefault(false, { doc: "Lets only the public address of this machine in, and not its private ones." }),
	associate_public_ip_address: option.bool.optional({ doc: "Whether the instance gets a public address. Default: as the subnet says." })
};
// src/builders/amazon/options/spot.ts
const spotOptions = {
	spot_price: option.string.optional({ doc: "Builds on a spot instance: the highest price to pay, in US dollars per hour, or `auto` for at most the on-demand price. `0` is none." }),
	spot_instance_types: option.strings.withDefault([], { doc: "Types to choose a spot instance from, in place of `instance_type`. On-demand ones to fall back to are named in the input `fallback-instance-types`." }),
	spot_allocation_strategy: option.string.optional({
		doc: "How EC2 chooses among the types and subnets that it may take: `lowest-price` by default; with `capacity-optimized-prioritized`, the order of `spot_instance_types` counts.",
		choices: [
			"lowest-price",
			"diversified",
			"capacity-optimized",
			"capacity-optimized-prioritized",
			"price-capacity-optimized"
		]
	}),
	spot_tags: option.stringMap.withDefault({}, {
		doc: "Tags of the spot request, and of the launch template that it is made with.",
		rendering: SOURCE_IMAGE_AT_RUN
	}),
	spot_tag: option.blocks(keyValue, { doc: "A tag as in `spot_tags`; goes before it." }),
	fleet_tags: option.stringMap.withDefault({}, {
		doc: "Tags of the fleet.",
		rendering: SOURCE_IMAGE_AT_RUN
	}),
	fleet_tag: option.blocks(keyValue, { doc: "A tag as in `fleet_tags`; goes before it." }),
	block_duration_minutes: option.number.optional({
		doc: "Duration of a spot block; AWS no longer has them.",
		note: "It has no effect, neither here nor in Packer: AWS no longer has spot blocks."
	}),
	spot_price_auto_product: option.string.optional({
		doc: "Product for automatic spot prices.",
		note: "It has no effect, neither here nor in Packer."
	})
};
// src/builders/amazon/options/volumes.ts
const volumeTagOptions = {
	run_volume_tags: option.stringMap.withDefault({}, {
		doc: "Tags of the instance's volumes.",
		rendering: SOURCE_IMAGE_AT_RUN
	}),
	run_volume_tag: option.blocks({
		name: option.string.required({
			doc: "Key of the tag.",
			rendering: SOURCE_IMAGE_AT_RUN
		}),
		value: option.string.withDefault("", {
			doc: "Value of the tag.",
			rendering: SOURCE_IMAGE_AT_RUN
		})
	}, { doc: "A tag as in `run_volume_tags`; goes before it." })
};
// src/builders/amazon-ebs/fast-launch/options.ts
const launchTemplate = {
	template_id: option.string.optional({ doc: "Launch template by its id; or `template_name`." }),
	template_name: option.string.optional({ doc: "Launch template by its name; or `template_id`." }),
	template_version: option.number.optional({ doc: "Version of the launch template. Default: the latest." })
};
const fastLaunchOptions = { fast_launch: option.block({
	enable_fast_launch: option.bool.withDefault(false, { doc: "Switches it on; any other option here does too." }),
	...launchTemplate,
	region_launch_templates: option.blocks({
		region: option.string.optional({ doc: "Region of the launch template; always needed." }),
		enable_fast_launch: option.bool.optional({ doc: "`false` leaves the region out." }),
		...launchTemplate
	}, { doc: "Launch template of one region; a region without one gets the defaults of AWS." }),
	max_parallel_launches: option.number.optional({ doc: "Instances at a time that prepare snapshots; 6 or more." }),
	target_resource_count: option.number.optional({ doc: "Snapshots to keep ready; 1 or more." })
}, { doc: "Fast launch of Windows AMIs: EC2 prepares snapshots, from which instances start. The template named here is that of the region of the build. Where it fails, the AMI stays." }) };
// src/builders/amazon-ebs/options.ts
const OF_FINISHED_IMAGE = [
	"ami_description",
	"ami_regions",
	"deprecate_at",
	"force_delete_snapshot",
	"force_deregister",
	"skip_region_validation",
	"skip_save_build_region",
	"snapshot_copy_duration_minutes",
	"snapshot_tag",
	"snapshot_tags",
	"tag",
	"tags"
];
const OF_BUILD_INSTANCE = [
	"availability_zone",
	"capacity_reservation_group_arn",
	"capacity_reservation_id",
	"capacity_reservation_preference",
	"disable_stop_instance",
	"ebs_optimized",
	"enable_t2_unlimited",
	"enable_unlimited_credits",
	"license_specifications",
	"placement",
	"run_tag",
	"run_tags",
	"shutdown_behavior",
	"skip_profile_validation",
	"source_ami",
	"source_ami_filter",
	"tenancy",
	"user_data_file",
	"windows_password_timeout"
];
const amazonEbsSchema = {
	...deciding("run", accessOptions),
	...deciding("name", deciding("run", imageOptions, OF_FINISHED_IMAGE), ["ami_name"]),
	...deciding("run", instanceOptions, OF_BUILD_INSTANCE),
	...deciding("run", spotOptions),
	...launchBlockDeviceOptions,
	...deciding("run", volumeTagOptions),
	...deciding("run", networkOptions),
	...deciding("image", deciding("run", connectionOptions), ["ssh_clear_authorized_keys"]),
	...fastLaunchOptions,
	skip_create_ami: option.bool.withDefault(false, { doc: "Does everything up to the last provisioner and makes no AMI; post-processors do not run." }),
	skip_ami_run_tags: option.bool.withDefault(false, {
		doc: "Does not put `run_tags` on the AMI and its snapshots.",
		decides: "run"
	}),
	no_ephemeral: option.bool.withDefault(false, { doc: "Leaves out the instance store devices xvdca to xvdcz, which Windows AMIs map." })
};
// src/builders/amazon-ebs/permissions/statements.ts
const TEMPORARY = "packer-*";
const OURS$1 = { Null: { [`aws:ResourceTag/${RUN_TAG}`]: ["false"] } };
function viaEc2(region) {
	return { StringLike: { "kms:ViaService": [`ec2.*.${partitionOf(region).dnsSuffix}`] } };
}
const CREATING = new Set([
	"CopyImage",
	"CreateFleet",
	"CreateImage",
	"CreateLaunchTemplate",
	"CreateSecurityGroup",
	"ImportKeyPair",
	"RunInstances"
].map((name) => `ec2:${name}`));
function statementsOf(asked) {
	const needs = needsOf(asked);
	return needs.flatMap((need) => statementsFor(need, asked, needs));
}
function statementsFor({ actions, scope }, asked, needs) {
	const { name: aws, dnsSuffix } = partitionOf(asked.region);
	const iam = (kind, name) => `arn:${aws}:iam::*:${kind}/${name}`;
	const statement = (sid, resources, conditions) => [{
		sid,
		actions,
		resources,
		...conditions && { conditions }
	}];
	return {
		regions: () => statement("BakeInTheseRegions", ["*"], inRegions(asked)),
		ours: () => statement("OnlyWhatBakesHaveMade", ["*"], OURS$1),
		"new-tags": () => statement("TagWhatIsMade", [`arn:${aws}:ec2:*:*:*/*`], { StringEquals: { "ec2:CreateAction": [...new Set(needs.flatMap((need) => need.actions))].filter((action) => CREATING.has(action)).map((action) => action.replace("ec2:", "")).toSorted() } }),
		"expiry-tag": () => statement("LetFinishedImagesStay", [`arn:${aws}:ec2:*::image/*`, `arn:${aws}:ec2:*::snapshot/*`], { "ForAllValues:StringEquals": { "aws:TagKeys": [EXPIRES_AT_TAG] } }),
		"verified-tag": () => statement("MarkVerifiedImages", [`arn:${aws}:ec2:*::image/*`], { "ForAllValues:StringEquals": { "aws:TagKeys": [VERIFIED_TAG] } }),
		parameters: () => statement("WriteParameters", asked.parameters.map(({ name, region = asked.region }) => {
			const any = name.replace(/\{\{.*?\}\}/gs, "*").replace(/^\//, "");
			return `arn:${partitionOf(region).name}:ssm:${region ?? "*"}:*:parameter/${any}`;
		})),
		"image-of-ours": () => [...statement("ImagesOfBuildInstances", [`arn:${aws}:ec2:*:*:instance/*`], OURS$1), ...statement("MakeImages", [`arn:${aws}:ec2:*::image/*`, `arn:${aws}:ec2:*::snapshot/*`])],
		"port-session": () => [...statement("OnlyBuildInstances", [`arn:${aws}:ec2:*:*:instance/*`], OURS$1), ...statement("SessionsToOnePort", [`arn:${aws}:ssm:*::document/AWS-StartPortForwardingSession`])],
		sessions: () => statement("EndSessions", [`arn:${aws}:ssm:*:*:session/*`]),
		"instance-role": () => statement("PassTheInstanceRole", [iam("role", asked.options.iam_instance_profile ?? "*")], { StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com", ...aws === "aws-cn" ? [`ec2.${dnsSuffix}`] : []] } }),
		"instance-profile": () => statement("SeeTheInstanceProfile", [iam("instance-profile", asked.options.iam_instance_profile ?? "*")]),
		"temporary-role": () => statement("TemporaryRole", [iam("role", TEMPORARY)]),
		"temporary-profile": () => statement("TemporaryInstanceProfile", [iam("instance-profile", TEMPORARY)]),
		"spot-roles": () => serviceLinkedRoles(actions, iam, ["spot.amazonaws.com", "ec2fleet.amazonaws.com"]),
		"fast-launch-role": () => serviceLinkedRoles(actions, iam, ["ec2fastlaunch.amazonaws.com"]),
		"kms-keys": () => kmsKeysOf(asked).map((key) => keyStatement(key, actions, "KmsKeys", viaEc2(key.region ?? asked.region))),
		"kms-keys-to-see": () => kmsKeysOf(asked).map((key) => keyStatement(key, actions, "SeeKmsKeys", {})),
		nothing: () => statement("WithoutAResource", ["*"])
	}[scope]();
}
function inRegions({ options, region }) {
	if (region === void 0) return void 0;
	return { StringEquals: { "aws:RequestedRegion": [.../* @__PURE__ */ new Set([region, ...options.ami_regions])].toSorted() } };
}
function serviceLinkedRoles(actions, iam, services) {
	const conditions = { StringEquals: { "iam:AWSServiceName": services } };
	return [{
		sid: "FirstOfTheAccount",
		actions,
		resources: [iam("role", "aws-service-role/*")],
		conditions
	}];
}
function keyStatement({ key, region = "*" }, actions, sid, by) {
	const [, arnRegion, account, rest] = /^arn:[\w-]+:kms:([\w-]+):(\d+):(.+)$/.exec(key) ?? [];
	const at = `arn:${partitionOf(arnRegion ?? region).name}:kms:${arnRegion ?? region}:${account ?? "*"}`;
	const name = rest ?? key;
	if (name.startsWith("alias/")) {
		const conditions = {
			...by,
			"ForAnyValue:StringEquals": { "kms:ResourceAliases": [name] }
		};
		return {
			sid: `${sid}ByAlias`,
			actions,
			resources: [`${at}:key/*`],
			conditions
		};
	}
	return {
		sid,
		actions,
		resources: [`${at}:key/${name.replace(/^key\//, "")}`],
		...Object.keys(by).length > 0 && { conditions: by }
	};
}
// src/builders/amazon-ebs/fast-launch/plan.ts
async function planFastLaunch(site, source) {
	const { options, region: own } = site;
	const asked = fastLaunchAsked(options);
	if (asked === void 0 || options.skip_create_ami) return /* @__PURE__ */ new Map();
	checkPlatform(source);
	const targets = targetRegions(site);
	const written = new Map(asked.region_launch_templates.map((entry) => [entry.region ?? "", entry]));
	if (namesTemplate(asked) && written.has(own)) throw twoTemplates(own);
	for (const region of [...written.keys(), ...namesTemplate(asked) ? [own] : []]) {
		if (targets.includes(region)) continue;
		warn(site, `fast_launch has a launch template for ${region}, where the AMI is not to be: it has no effect`);
	}
	const regions = targets.filter((region) => written.get(region)?.enable_fast_launch !== false);
	const templates = await together(regions.map((region) => findTemplate(site, region, written.get(region) ?? (region === own ? asked : {}))));
	return new Map(regions.map((region, index) => [region, templates[index]]));
}
function namesTemplate({ template_id: id, template_name: name }) {
	return Boolean(id) || Boolean(name);
}
function checkPlatform(source) {
	if (isWindows(source)) return;
	const { ImageId, Name, PlatformDetails } = source;
	throw new BakeError(`fast_launch is for Windows AMIs, and ${ImageId} (${Name ?? "without a name"}) is none: its platform is ${PlatformDetails || "Linux/UNIX"}`, {
		code: "fast-launch-needs-windows",
		category: "template",
		hint: "Remove the block fast_launch, or start from a Windows image."
	});
}
async function findTemplate({ aws, context }, region, wanted) {
	const { template_id: id, template_name: name, template_version: version } = wanted;
	if (!id && !name) return void 0;
	const called = id || name || "";
	const template = (await aws.ec2(region).describeLaunchTemplates(id ? { LaunchTemplateIds: [id] } : { LaunchTemplateNames: [called] }, context.signal).catch((thrown) => {
		if (isNotFound(thrown)) throw noTemplate(called, region, thrown);
		throw thrown;
	})).LaunchTemplates?.[0];
	if (template?.LaunchTemplateId === void 0) throw noTemplate(called, region);
	const { LatestVersionNumber: latest = 1 } = template;
	if (version && version > latest) throw new BakeError(`The launch template ${called} in ${region} has no version ${version}: the latest is ${latest}`, {
		code: "launch-template-not-found",
		category: "input",
		hint: "Correct template_version in fast_launch, or remove it for the latest one."
	});
	return {
		id: template.LaunchTemplateId,
		version: version || latest
	};
}
function noTemplate(called, region, cause) {
	return new BakeError(`There is no launch template ${called} in ${region}`, {
		code: "launch-template-not-found",
		category: "input",
		hint: "Launch templates belong to one region: name that of each region in a block region_launch_templates of fast_launch.",
		...cause === void 0 ? {} : { cause }
	});
}
function twoTemplates(region) {
	return new BakeError(`fast_launch has two launch templates for ${region}, the region of the build`, {
		code: "conflicting-options",
		category: "template",
		hint: "Keep the one in fast_launch itself, or that in its block region_launch_templates."
	});
}
// src/builders/amazon-ebs/steps/check-instance-profile.ts
async function checkInstanceProfile(site) {
	const { options, aws, context } = site;
	const name = options.iam_instance_profile;
	if (!name || options.skip_profile_validation) return;
	try {
		await (await aws.iam()).getInstanceProfile({ InstanceProfileName: name }, context.signal);
	} catch (thrown) {
		if (isDenied(thrown)) note(site, `Whether the instance profile ${name} exists could not be checked: iam:GetInstanceProfile is not allowed`);
		else if (isNotFound(thrown)) throw new BakeError(`There is no IAM instance profile "${name}"`, {
			code: "instance-profile-not-found",
			category: "cloud",
			hint: "iam_instance_profile takes the name of an instance profile, which is often but not always that of its role.",
			cause: thrown
		});
		else throw thrown;
	}
}
// src/builders/amazon-ebs/steps/check-instance-type.ts
async function checkInstanceType(site, image) {
	const types = spotTypes(site).filter((name) => name !== "");
	const [source, ...found] = await Promise.all([image.catch(() => void 0), ...types.map((name) => describe$1(site, name))]);
	if (source === void 0) return;
	const market = isSpot(site.options) ? "spot" : "on-demand";
	const known = found.map((info) => info === void 0 ? void 0 : misfit(info, source, market)).filter((why) => why !== void 0);
	const [first] = known;
	if (first === void 0) return;
	if (known.length === types.length) throw new BakeError(known.map(({ what }) => what).join("; "), {
		code: "instance-type-misfit",
		category: "template",
		hint: first.remedy
	});
	for (const { what } of known) note(site, `${what}: it is not going to be launched`);
}
async function describe$1({ aws, region, context }, name) {
	try {
		return await aws.batches(region).instanceType(name, context.signal);
	} catch (thrown) {
		if (context.signal.aborted) throw thrown;
		if (awsCodeOf(thrown) !== "InvalidInstanceType") return void 0;
		throw new BakeError(`There is no instance type "${name}" in ${region}`, {
			code: "instance-type-unknown",
			category: "template",
			hint: `Check the spelling of instance_type, and that AWS offers it in ${region}: \`aws ec2 describe-instance-type-offerings --region ${region}\`.`,
			cause: thrown
		});
	}
}
function misfit(type, image, market) {
	const the = `The instance type ${type.InstanceType}`;
	const source = `the source AMI ${image.ImageId} (${image.Name ?? "without a name"})`;
	const { Architecture: architecture, BootMode: bootMode, VirtualizationType: virtualization } = image;
	const architectures = type.ProcessorInfo?.SupportedArchitectures ?? [];
	if (isMissing(architecture, architectures)) return {
		what: `${the} is ${architectures.join(" or ")}, and ${source} is ${architecture}`,
		remedy: `Take an instance_type for ${architecture}, or a source AMI for ${architectures.join(" or ")} (a filter for architecture, or a name with ${architectures.includes("arm64") ? "arm64" : "amd64 or x86_64"} in it).`
	};
	const bootModes = type.SupportedBootModes ?? [];
	const needed = bootMode === "uefi-preferred" ? void 0 : bootMode;
	if (isMissing(needed, bootModes)) return {
		what: `${the} boots by ${bootModes.join(" or ")}, and ${source} by ${needed}`,
		remedy: `Take an instance_type that boots by ${needed}, or a source AMI that boots by ${bootModes.join(" or ")}.`
	};
	if (isMissing(virtualization, type.SupportedVirtualizationTypes ?? [])) return {
		what: `${the} takes ${type.SupportedVirtualizationTypes?.join(" or ")} images, and ${source} is ${virtualization}`,
		remedy: "Start from an HVM image: virtualization-type = \"hvm\" in the filters."
	};
	if (type.NetworkInfo?.EnaSupport === "required" && image.EnaSupport === false) return {
		what: `${the} needs an image with ENA (enhanced networking), and ${source} has it switched off`,
		remedy: "Start from an image with it (ena-support = \"true\" in the filters), or take a type that can do without, as t2."
	};
	if (image.TpmSupport !== void 0 && type.NitroTpmSupport === "unsupported") return {
		what: `${the} has no NitroTPM, and ${source} needs one (${image.TpmSupport})`,
		remedy: "Take an instance_type with NitroTPM: `aws ec2 describe-instance-types --filters Name=nitro-tpm-support,Values=supported`."
	};
	if (isMissing(market, type.SupportedUsageClasses ?? [])) return {
		what: `${the} can not be had ${market === "spot" ? "as a spot instance" : "on demand"}`,
		remedy: market === "spot" ? "Take another type, or remove spot_price." : "Take another instance_type."
	};
}
function isMissing(needed, supported) {
	return needed !== void 0 && supported.length > 0 && !supported.includes(needed);
}
// src/builders/amazon-ebs/steps/check-key-pair.ts
async function checkKeyPair$1(site) {
	const { options, ec2, region, context } = site;
	const name = options.ssh_keypair_name;
	if (!name) return;
	try {
		await ec2.describeKeyPairs({ KeyNames: [name] }, context.signal);
	} catch (thrown) {
		if (isDenied(thrown)) note(site, `Whether the key pair ${name} exists could not be checked: ec2:DescribeKeyPairs is not allowed`);
		else if (isNotFound(thrown)) throw new BakeError(`There is no key pair "${name}" in ${region}`, {
			code: "key-pair-not-found",
			category: "cloud",
			hint: "ssh_keypair_name takes the name of a key pair of the region of the build. Without it a temporary key pair is made.",
			cause: thrown
		});
		else throw thrown;
	}
}
// src/builders/amazon-ebs/steps/check-regions.ts
const UNKNOWN_REGION = "unknown-region";
async function checkRegions(site) {
	const { options, ec2, context, region } = site;
	if (options.skip_region_validation) return;
	try {
		const { Regions = [] } = await ec2.describeRegions({}, context.signal);
		const enabled = Regions.map(({ RegionName }) => RegionName).filter((name) => name !== void 0);
		const unknown = [.../* @__PURE__ */ new Set([region, ...options.ami_regions])].filter((name) => !enabled.includes(name));
		const [first] = unknown;
		if (first === void 0) return;
		throw new BakeError(unknown.length === 1 ? `There is no region ${first}` : `There are no regions ${unknown.join(", ")}`, {
			code: UNKNOWN_REGION,
			category: "input",
			hint: `${didYouMean(first, enabled).trim()} Enabled for this account: ${enabled.sort().join(", ")}.`.trim()
		});
	} catch (thrown) {
		if (!isDenied(thrown)) throw thrown;
		warn(site, `The regions could not be checked: ${thrown.message}`);
	}
}
async function explainedBy(regions, thrown) {
	const [check] = await Promise.allSettled([regions]);
	if (check.status === "fulfilled") return thrown;
	return toBakeError(check.reason).code === UNKNOWN_REGION ? check.reason : thrown;
}
// src/builders/amazon-ebs/steps/check-keys.ts
const ANSWER_LIMIT_MS = 5e3;
async function checkKeys(site, regions) {
	const keys = keysInUse(site);
	const unanswered = [];
	await together(keys.map(async (used) => {
		try {
			assertUsable(used, await describe(site, used));
		} catch (thrown) {
			if (site.context.signal.aborted || isFinding(thrown)) throw thrown;
			const reason = await explainedBy(regions, thrown);
			if (reason !== thrown) throw reason;
			unanswered.push({
				used,
				reason
			});
		}
	}));
	const [first] = unanswered;
	if (first === void 0) return;
	note(site, `Whether EC2 can use the KMS key ${unanswered.map(({ used: { key, region } }) => `${key} in ${region}`).join(", ")} could not be checked: ${isDenied(first.reason) ? "kms:DescribeKey is not allowed" : toBakeError(first.reason).message}`);
}
function keysInUse(site) {
	const { options, region: own } = site;
	const found = [...[...options.launch_block_device_mappings, ...options.skip_create_ami ? [] : options.ami_block_device_mappings].map(({ kms_key_id: key }) => ({
		key,
		region: own
	})), ...(options.skip_create_ami ? [] : targetRegions(site)).map((region) => ({
		key: keyFor(site, region),
		region
	}))].flatMap(({ key, region }) => key ? [{
		key,
		region
	}] : []);
	return [...new Map(found.map((each) => [JSON.stringify([each.key, each.region]), each])).values()];
}
async function describe({ aws, context }, { key, region }) {
	const { clock, signal } = context;
	try {
		return await withDeadline(clock, ANSWER_LIMIT_MS, noAnswer, signal, (limited) => orAborted(aws.kmsKey(region, key, limited), limited));
	} catch (thrown) {
		if (!isNotFound(thrown)) throw thrown;
		throw new BakeError(`There is no KMS key ${key} in ${region}`, {
			code: "kms-key-not-found",
			category: "cloud",
			hint: "Check its spelling and its account. A key belongs to one region: region_kms_key_ids names one for each region of the AMI, and a multi-Region key has a replica in each.",
			cause: thrown
		});
	}
}
function assertUsable({ key, region }, found) {
	const { KeyState: state = "Enabled", KeySpec: spec = "SYMMETRIC_DEFAULT", DeletionDate: deletion } = found ?? {};
	if (state === "Enabled" && spec === "SYMMETRIC_DEFAULT") return;
	const { is, remedy } = (spec === "SYMMETRIC_DEFAULT" ? STATES[state] : void 0) ?? {
		is: spec === "SYMMETRIC_DEFAULT" ? `in the state ${state}` : `no symmetric key for encryption, but ${spec}`,
		remedy: "EBS encrypts with symmetric, enabled keys only."
	};
	const when = deletion === void 0 ? "" : ` on ${deletion.toISOString().slice(0, 10)}`;
	throw new BakeError(`The KMS key ${key} in ${region} is ${is}${when}`, {
		code: "kms-key-unusable",
		category: "cloud",
		hint: `${remedy} Or name another key.`.replaceAll("%", `--region ${region} --key-id ${found?.KeyId ?? key}`)
	});
}
const STATES = {
	Disabled: {
		is: "disabled",
		remedy: "Enable it: `aws kms enable-key %`."
	},
	PendingDeletion: {
		is: "going to be deleted",
		remedy: "Keep it, and enable it again: `aws kms cancel-key-deletion %`, `aws kms enable-key %`."
	},
	PendingImport: {
		is: "without its key material",
		remedy: "Import that first."
	}
};
const FINDINGS = /* @__PURE__ */ new Set(["kms-key-not-found", "kms-key-unusable"]);
function isFinding(thrown) {
	return thrown instanceof BakeError && FINDINGS.has(thrown.code);
}
function noAnswer() {
	return new BakeError("KMS does not answer", {
		code: "kms-silent",
		category: "cloud"
	});
}
// src/builders/amazon-ebs/steps/check-name.ts
async function checkName(site, regions) {
	const { options, aws, context } = site;
	if (options.skip_create_ami) return;
	const looks = await Promise.allSettled(targetRegions(site).map(async (region) => {
		return (await aws.batches(region).ownImagesNamed(options.ami_name, context.signal)).map((image) => ({
			region,
			image
		}));
	}));
	const failed = looks.find((look) => look.status === "rejected");
	if (failed !== void 0) throw await explainedBy(regions, failed.reason);
	const found = looks.flatMap((look) => look.status === "fulfilled" ? look.value : []);
	if (replacesOldImage(site)) return checkReplaceable(options.ami_name, found);
	if (found.length === 0) return;
	const owners = found.map(({ region, image }) => `${image.ImageId} in ${region}${image.State === "disabled" ? " (disabled)" : ""}`);
	throw new BakeError(`There is an AMI with the name "${options.ami_name}" already: ${owners.join(", ")}`, {
		code: "ami-name-taken",
		category: "cloud",
		hint: "Make the name unique, for example with {{timestamp}} in ami_name, or replace the older image with force_deregister = true (or -force)."
	});
}
function claimName(site, accountId, names) {
	const { options, context } = site;
	if (options.skip_create_ami || replacesOldImage(site)) return;
	const name = options.ami_name;
	for (const region of targetRegions(site)) {
		const first = names.claim(context.build, {
			accountId,
			region,
			name
		});
		if (first === void 0) continue;
		throw new BakeError(`The build "${first}" of this run makes an AMI with the name "${name}" in ${region} as well`, {
			code: "ami-name-taken",
			category: "cloud",
			hint: "Give each an ami_name of its own. Where a build block uses a source several times, ami_name can be written there, beside \"name\"; {{build_name}} in the source block itself is its label, the same for all of them."
		});
	}
}
function checkReplaceable(name, found) {
	const isProtected = ({ image }) => image.DeregistrationProtection?.startsWith("enabled") === true;
	const [first, ...others] = found.filter(isProtected);
	if (first === void 0) return;
	const all = [first, ...others].map(({ region, image }) => `${image.ImageId} in ${region}`).join(", ");
	const { region, image } = first;
	throw new BakeError(`The AMI with the name "${name}" is protected from being deregistered: ${all}`, {
		code: "ami-protected",
		category: "cloud",
		hint: `Give the new AMI another name, or switch the protection off with \`aws ec2 disable-image-deregistration-protection --region ${region} --image-id ${image.ImageId}\`; after a protection with cooldown that takes 24 hours.`
	});
}
// src/builders/amazon-ebs/steps/check-route.ts
async function checkRoute(site, network) {
	const { subnetId, vpcId } = network;
	if (subnetId === void 0 || vpcId === void 0 || !needsPublicAddress(site, network)) return;
	const table = await tableOf(site.ec2, {
		subnetId,
		vpcId
	}, site.context.signal).catch((thrown) => {
		if (site.context.signal.aborted) throw thrown;
	});
	const routes = table?.Routes ?? [];
	if (table === void 0 || routes.some(leadsBothWays)) return;
	const what = `The subnet ${subnetId} has no way to an internet gateway, and the machine is to be reached at its public address: its route table ${table.RouteTableId} ${describeWay(table)}`;
	const remedy = "Take a subnet whose route table leads 0.0.0.0/0 to an internet gateway (subnet_id, subnet_filter), or connect from within the network (ssh_interface = \"private_ip\", ssh_bastion_host).";
	if (!routes.every(letsNobodyIn)) {
		warn(site, `${what}. ${remedy}`);
		return;
	}
	throw new BakeError(what, {
		code: "subnet-not-public",
		category: "cloud",
		hint: remedy
	});
}
function needsPublicAddress({ options, connector, given }, { isPublic }) {
	return isPublic && (options.ssh_interface || "public_ip") === "public_ip" && connector.type !== "none" && connector.fixedHost === void 0 && !given("ssh_bastion_host");
}
function describeWay(table) {
	const way = wayOut(table, "0.0.0.0/0");
	if (way === void 0) return "has no route to 0.0.0.0/0";
	const { GatewayId, NatGatewayId, TransitGatewayId, NetworkInterfaceId, State } = way;
	return `leads 0.0.0.0/0 to ${NatGatewayId ?? TransitGatewayId ?? GatewayId ?? NetworkInterfaceId ?? "something else"}${State === "blackhole" ? ", which does not exist any more" : ""}`;
}
// src/builders/amazon-ebs/steps/check-tags.ts
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;
const SHOWN = 40;
function checkTags(site, { run, volume, image, snapshot, spot, fleet, leftOut }) {
	const { options } = site;
	if (leftOut.length > 0) warn(site, `Not taken from the template: ${leftOut.length === 1 ? "the tag" : "the tags"} ${leftOut.join(", ")}, by which bake-ami judges what it finds`);
	const groups = {
		run_tags: {
			...NAME,
			...run
		},
		run_volume_tags: volume,
		...!options.skip_create_ami && {
			"tags (with run_tags)": image,
			"snapshot_tags (with tags and run_tags)": snapshot
		},
		...isSpot(options) && {
			spot_tags: spot,
			fleet_tags: fleet
		}
	};
	const single = new Set(Object.values(groups).flatMap((tags) => Object.entries(tags).flatMap(([key, value]) => problemWith(key, value))));
	const many = Object.entries(groups).flatMap(([option, tags]) => {
		const { length } = Object.keys(tags);
		return length > 50 ? [`${option} come to ${length} tags, and a resource may have 50`] : [];
	});
	const problems = [...single, ...many];
	if (problems.length === 0) return;
	throw new BakeError(`EC2 takes no such tags: ${problems.join("; ")}`, {
		code: "tags-refused",
		category: "template",
		hint: `A key has 1 to ${LONGEST_KEY} characters and does not begin with "aws:", a value has at most ${LONGEST_VALUE}.`
	});
}
function problemWith(key, value) {
	const [ofKey, ofValue] = [Array.from(key).length, Array.from(value).length];
	return [
		...ofKey === 0 ? ["a key is empty"] : [],
		.../^aws:/i.test(key) ? [`the key "${shown(key)}" begins with "aws:", which is kept for AWS`] : [],
		...ofKey > LONGEST_KEY ? [`the key "${shown(key)}" has ${ofKey} characters`] : [],
		...ofValue > LONGEST_VALUE ? [`the value of "${shown(key)}" has ${ofValue} characters`] : []
	];
}
function shown(text) {
	const characters = Array.from(text);
	return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join("")}…` : text;
}
// src/builders/amazon-ebs/steps/find-security-groups.ts
async function findSecurityGroups(site, network) {
	const { options, ec2, context } = site;
	const named = options.security_group_id ? [options.security_group_id] : [...options.security_group_ids];
	if (named.length > 0) {
		await ec2.describeSecurityGroups({ GroupIds: named }, context.signal);
		return named;
	}
	const filter = options.security_group_filter;
	if (filter === void 0) return void 0;
	const filters = {
		...filterMap(filter),
		...network.vpcId === void 0 ? {} : { "vpc-id": network.vpcId }
	};
	const { SecurityGroups = [] } = await ec2.describeSecurityGroups({ Filters: ec2Filters(filters) }, context.signal);
	const ids = SecurityGroups.map(({ GroupId }) => GroupId).filter((id) => id !== void 0);
	if (ids.length === 0) warn(site, "No security group matches security_group_filter: the instance gets the default group of its VPC");
	return ids;
}
// src/builders/amazon-ebs/template-tags.ts
function templateTags(options, render, data) {
	const leftOut = /* @__PURE__ */ new Set();
	const leavesOut = (key) => {
		if (isReservedTag(key)) leftOut.add(key);
		return leftOut.has(key);
	};
	const rendered = (map, blocks) => Object.fromEntries([...Object.entries(map), ...blocks].map(([key, value]) => [render(key, data), render(value, data)]).filter(([key]) => !leavesOut(key)));
	const keyed = (blocks) => blocks.map(({ key, value }) => [key, value]);
	const run = rendered(options.run_tags, keyed(options.run_tag));
	const image = {
		...options.skip_ami_run_tags ? {} : run,
		...rendered(options.tags, keyed(options.tag))
	};
	return {
		run,
		volume: rendered(options.run_volume_tags, options.run_volume_tag.map(({ name, value }) => [name, value])),
		image,
		spot: rendered(options.spot_tags, keyed(options.spot_tag)),
		fleet: rendered(options.fleet_tags, keyed(options.fleet_tag)),
		snapshot: {
			...image,
			...rendered(options.snapshot_tags, keyed(options.snapshot_tag))
		},
		leftOut: [...leftOut]
	};
}
// src/builders/amazon-ebs/prepare.ts
async function prepare(site, beginnings, names) {
	const { options, context, region: own } = site;
	return context.step("prepare", `Checking with AWS in ${own}`, async () => {
		const network = chooseNetwork(site);
		const { accountId: identified, source: image, fingerprint } = beginnings;
		const regions = checkRegions(site);
		const groups = network.then((found) => findSecurityGroups(site, found));
		const known = Promise.all([
			image,
			network,
			groups
		]).then((found) => knownFrom(site, ...found));
		const permitted = known.then(checkBeforeLaunch, () => void 0);
		permitted.catch(() => void 0);
		const mayExpire = image.then(({ ImageId }) => !options.skip_create_ami && mayChangeExpiry(site, ImageId), () => false);
		const [accountId, source, chosen, securityGroupIds, fastLaunch] = await together([
			identified,
			image,
			network,
			groups,
			image.then((found) => planFastLaunch(site, found)),
			checkInstanceType(site, image),
			regions,
			checkName(site, regions),
			identified.then((account) => claimName(site, account, names)),
			checkInstanceProfile(site),
			checkKeyPair$1(site),
			checkKeys(site, regions),
			image.then((found) => checkTags(site, templateTags(options, context.render, optionData(found, own)))),
			network.then((found) => checkRoute(site, found)),
			beginnings.announcement,
			image.then(({ Architecture }) => prepareVerification(site, Architecture))
		]).catch(async (thrown) => {
			await together([
				Promise.reject(thrown),
				permitted,
				mayExpire
			]);
			throw thrown;
		});
		return {
			site,
			accountId,
			wayIn: wayInOf({
				...accessSettings(options),
				region: own
			}),
			source,
			fingerprint,
			network: chosen,
			securityGroupIds,
			fastLaunch,
			known: await known,
			permitted,
			mayExpire
		};
	});
}
function knownFrom(site, source, network, securityGroupIds) {
	const { options, context, region } = site;
	const data = optionData(source, region);
	const tags = templateTags(options, context.render, data);
	const description = options.ami_description && context.render(options.ami_description, data);
	const image = {
		name: options.ami_name,
		description,
		tags
	};
	return {
		site,
		ownership: ownershipTags(site, source.ImageId),
		tags,
		source,
		network,
		securityGroupIds,
		instanceId: void 0,
		image
	};
}
// src/builders/amazon-ebs/reuse/existing.ts
const NOTHING = {
	existing: void 0,
	previous: void 0
};
async function findExisting(site, beginnings) {
	const { context, options } = site;
	if (context.reuse.mode === "never" || options.skip_create_ami) return NOTHING;
	return context.step("reuse", "Looking for an AMI that was made of the very same", async () => {
		const fingerprint = await beginnings.fingerprint;
		if (fingerprint === void 0) return NOTHING;
		try {
			const existing = await look(site, beginnings, fingerprint);
			return {
				existing,
				previous: existing === void 0 ? await sayWhy(site, fingerprint) : void 0
			};
		} catch (thrown) {
			if (context.signal.aborted) throw thrown;
			warn(site, `Whether there is an AMI to reuse could not be found out, so it is made: ${toBakeError(thrown).message}`);
			return NOTHING;
		}
	});
}
async function look(site, { accountId, source }, fingerprint) {
	const { aws, context } = site;
	const targets = targetRegions(site);
	const found = await Promise.all(targets.map(async (region) => {
		const [newest] = newestFirst((await aws.batches(region).ownImagesTagged(FINGERPRINT_TAG, fingerprint.id, context.signal)).filter((image) => obstacle(site, image) === void 0));
		return newest && madeImage(region, newest);
	}));
	const images = found.filter((image) => image !== void 0);
	if (images.length === 0) return void 0;
	return {
		images,
		missing: targets.filter((_, index) => found[index] === void 0),
		fingerprint,
		source: await source,
		accountId: await accountId
	};
}
function newestFirst(images) {
	return images.toSorted((a, b) => (b.CreationDate ?? "").localeCompare(a.CreationDate ?? ""));
}
function obstacle({ context }, { State, Tags, DeprecationTime }) {
	if (State !== "available") return `it is ${State ?? "in no known state"}`;
	const expires = tagValue(Tags, EXPIRES_AT_TAG);
	if (expires !== void 0 && expires !== "never") return "the run that made it has not finished it";
	if (Date.parse(DeprecationTime ?? "") <= context.clock.now()) return `it is deprecated since ${DeprecationTime}`;
	const lacking = context.reuse.requiredTags.find((key) => tagValue(Tags, key) === void 0);
	return lacking === void 0 ? void 0 : `it has no tag ${lacking}`;
}
async function sayWhy(site, fingerprint) {
	const { aws, context, region } = site;
	const [last] = newestFirst((await aws.batches(region).ownImagesTagged(BUILD_TAG, context.build, context.signal)).filter(({ State }) => State !== "failed"));
	const changes = last && fingerprint.changesSince(tagMap(last.Tags));
	note(site, `${reason(site, last, changes)} A new one has to be made, with the fingerprint ${fingerprint.id}`);
	return last?.ImageId === void 0 || changes === void 0 ? void 0 : {
		id: last.ImageId,
		changes: changes.map(sentence)
	};
}
function sentence(change) {
	const [, what, state] = /^(.*) \((new|gone)\)$/.exec(change) ?? [];
	return state === void 0 ? `${change} changed` : `${what} is ${state}`;
}
function reason(site, last, changes) {
	if (last === void 0) return `There is no AMI of the build ${site.context.build} in ${site.region} yet.`;
	const { ImageId, Name, CreationDate } = last;
	const what = `${ImageId} (${Name}, ${CreationDate})`;
	if (changes === void 0) return `The last AMI of this build, ${what}, does not say what it was made of.`;
	if (changes.length === 0) return `${what} was made of the very same, and can not be reused: ${obstacle(site, last) ?? "it is not where it has to be"}.`;
	return `Since ${what} was made, this changed: ${changes.join(", ")}.`;
}
// src/builders/amazon-ebs/reuse/reuse.ts
async function reuse(site, existing, scope) {
	const { images, missing, fingerprint } = existing;
	note(site, `Reused, because nothing changed that decides the image: ${images.map(({ id, region, name }) => `${id} in ${region} (${name})`).join(", ")}${described(makerOf(images))}`);
	note(site, `Its fingerprint is ${fingerprint.id}`);
	for (const { region, name } of images) site.dependencies.connections.remember("image", region, name, site.aws);
	const copies = missing.length === 0 ? [] : await complete(site, existing, scope);
	return artifactOf(site, existing, [...images, ...copies], copies.length === 0);
}
function whole(site, existing) {
	return existing.missing.length > 0 ? void 0 : artifactOf(site, existing, existing.images, true);
}
function artifactOf(site, { fingerprint, source }, images, isReused) {
	const madeBy = isReused ? makerOf(images) : void 0;
	return amiArtifact(site, images, {
		source,
		fingerprint: fingerprint.id,
		isReused,
		previous: void 0,
		madeBy
	}, {
		...sourceData(source, site.region),
		ID: ""
	});
}
function makerOf([image]) {
	const commit = tagValue(image?.tags, "bake-ami:commit");
	const url = tagValue(image?.tags, "bake-ami:run-url");
	const runUrl = url !== void 0 && /^https?:\/\/[\w.:/-]+$/.test(url) ? url : void 0;
	if (commit === void 0 && runUrl === void 0) return void 0;
	return {
		...commit !== void 0 && { commit },
		...runUrl !== void 0 && { runUrl }
	};
}
function described({ commit, runUrl } = {}) {
	const parts = [...commit === void 0 ? [] : [`of commit ${commit}`], ...runUrl === void 0 ? [] : [`by ${runUrl}`]];
	return parts.length === 0 ? "" : `, made ${parts.join(" ")}`;
}
async function complete(site, existing, scope) {
	const { images, missing, fingerprint, source, accountId } = existing;
	const { context, options, region } = site;
	const [from] = images;
	if (from === void 0) return [];
	note(site, `Only what is missing is made: copies in ${missing.join(", ")}`);
	scope.account(accountId, wayInOf({
		...accessSettings(options),
		region
	}), [.../* @__PURE__ */ new Set([region, ...targetRegions(site)])]);
	const data = optionData(source, region);
	const { own, theirs } = divided(tagMap(from.tags));
	const ownership = {
		...own,
		...ownershipTags(site, source.ImageId),
		...originOf(own)
	};
	const rendered = templateTags(options, context.render, data);
	const tags = {
		...rendered,
		image: theirs,
		snapshot: {
			...rendered.snapshot,
			...theirs
		}
	};
	const [fastLaunch, mayExpire] = await Promise.all([planFastLaunch(site, source), mayChangeExpiry(site, from.id)]);
	const work = {
		...site,
		scope,
		ownership,
		data
	};
	const makes = withFingerprint(mayExpire ? work : withoutExpiry(work), tags, fingerprint);
	const description = options.ami_description && context.render(options.ami_description, data);
	const story = {
		source,
		fingerprint: fingerprint.id,
		isReused: false,
		previous: void 0
	};
	return copyMissing(makes, images, missing, {
		name: from.name,
		description,
		tags,
		fastLaunch,
		story
	});
}
const OURS = "bake-ami:";
function divided(tags) {
	const pick = (isOurs) => Object.fromEntries(Object.entries(tags).filter(([key]) => key.startsWith(OURS) === isOurs && !key.startsWith("aws:")));
	return {
		own: pick(true),
		theirs: pick(false)
	};
}
function originOf(own) {
	return Object.fromEntries(Object.entries(own).filter(([key]) => /^bake-ami:(commit|run-url|source-ami)$/.test(key)));
}
// src/builders/amazon/validation/block-devices.ts
const IOPS = {
	io1: {
		least: 100,
		most: 64e3,
		perGiB: 50
	},
	io2: {
		least: 100,
		most: 256e3,
		perGiB: 1e3
	},
	gp3: {
		least: 3e3,
		most: 8e4,
		perGiB: Number.POSITIVE_INFINITY
	}
};
const THROUGHPUT = {
	least: 125,
	most: 2e3
};
function checkBlockDevices(findings, name) {
	if (!findings.known(name)) return;
	for (const [index, device] of findings.options[name].entries()) checkDevice(findings, `${name}[${index}]`, device);
}
function checkDevice(findings, at, device) {
	if (!device.device_name && findings.known(`${at}.device_name`)) findings.error({
		at,
		code: "missing-option",
		summary: "A block device mapping needs a device_name",
		detail: "Name the device, for example device_name = \"/dev/sda1\" for the root device of most images."
	});
	if (device.encrypted === false && device.kms_key_id) findings.error({
		at: `${at}.kms_key_id`,
		code: "conflicting-options",
		summary: "kms_key_id needs an encrypted volume",
		detail: "encrypted = false is written for the same device. Remove one of the two."
	});
	if (findings.known(`${at}.iops`) && findings.known(`${at}.volume_type`)) checkIops(findings, at, device);
	if (findings.known(`${at}.throughput`) && findings.known(`${at}.volume_type`)) checkThroughput(findings, at, device);
}
function checkIops(findings, at, { iops, volume_type: type = "", volume_size: size }) {
	const limits = IOPS[type];
	if (iops === void 0 || limits === void 0) return;
	if (iops < limits.least || iops > limits.most) findings.error({
		at: `${at}.iops`,
		code: "invalid-value",
		summary: `iops of ${type} volumes must be ${limits.least} to ${limits.most}`,
		detail: `${iops} is out of that range.`
	});
	else if (size !== void 0 && size > 0 && iops > size * limits.perGiB) findings.error({
		at: `${at}.iops`,
		code: "invalid-value",
		summary: `iops of ${type} volumes may be at most ${limits.perGiB} for each GiB`,
		detail: `${iops} needs a volume_size of at least ${Math.ceil(iops / limits.perGiB)}; it is ${size}.`
	});
}
function checkThroughput(findings, at, { throughput, volume_type: type }) {
	if (throughput === void 0) return;
	if (type !== "gp3") findings.error({
		at: `${at}.throughput`,
		code: "conflicting-options",
		summary: "throughput is only for gp3 volumes",
		detail: type ? `The volume_type is "${type}".` : "Add volume_type = \"gp3\", or remove throughput."
	});
	else if (throughput < THROUGHPUT.least || throughput > THROUGHPUT.most) findings.error({
		at: `${at}.throughput`,
		code: "invalid-value",
		summary: `throughput must be ${THROUGHPUT.least} to ${THROUGHPUT.most}`,
		detail: `${throughput} MiB per second is out of that range.`
	});
}
// src/builders/amazon/validation/connection.ts
function checkConnection(findings) {
	checkKeyPair(findings);
	checkSessionManager(findings);
}
function checkKeyPair(findings) {
	const type = communicatorType(findings);
	if (!findings.options.ssh_keypair_name || !findings.known("ssh_keypair_name") || type === "none") return;
	const reads = type === "winrm" && !findings.given("winrm_password");
	if (findings.given("ssh_private_key_file") || !reads && findings.given("ssh_agent_auth")) return;
	findings.error({
		at: "ssh_keypair_name",
		code: "missing-option",
		summary: "ssh_keypair_name needs the private key",
		detail: reads ? "The password of a Windows instance can only be read with it. Add ssh_private_key_file, or winrm_password." : "EC2 only knows the public half of the key pair. Add ssh_private_key_file or ssh_agent_auth = true, or remove ssh_keypair_name so that a temporary key is made."
	});
}
function checkSessionManager(findings) {
	const { options } = findings;
	if (options.ssh_interface !== "session_manager") return;
	if (communicatorType(findings) === "winrm") findings.error({
		at: "ssh_interface",
		code: "conflicting-options",
		summary: "ssh_interface = \"session_manager\" is for SSH",
		detail: "The communicator is \"winrm\". Use \"ssh\", or another ssh_interface."
	});
	if (findings.given("ssh_bastion_host")) findings.error({
		at: "ssh_interface",
		code: "conflicting-options",
		summary: "ssh_interface = \"session_manager\" needs no jump host",
		detail: "The tunnel leads straight to the machine: remove ssh_bastion_host, or use ssh_interface = \"private_ip\" with it."
	});
	const { session_manager_port: port } = options;
	if (port !== void 0 && findings.known("session_manager_port") && !isPort(port)) findings.error({
		at: "session_manager_port",
		code: "port-out-of-range",
		summary: `session_manager_port is no port: ${port}`,
		detail: "A port is a whole number from 1 to 65535; 0 or leaving it out takes any free one."
	});
	if (options.iam_instance_profile || !findings.known("iam_instance_profile") || options.temporary_iam_instance_profile_policy_document !== void 0) return;
	findings.error({
		at: "ssh_interface",
		code: "missing-option",
		summary: "ssh_interface = \"session_manager\" needs an instance profile",
		detail: "Name one in iam_instance_profile that has the policy AmazonSSMManagedInstanceCore."
	});
}
function isPort(port) {
	return Number.isInteger(port) && port >= 0 && port <= 65535;
}
// src/builders/amazon/validation/network.ts
function checkNetwork(findings) {
	const { options } = findings;
	findings.exclusive("security_group_id", "security_group_ids", "Put all groups into security_group_ids.");
	const name = "temporary_security_group_source_cidrs";
	if (findings.known(name)) for (const cidr of options[name]) {
		if (isCidr(cidr)) continue;
		findings.error({
			at: name,
			code: "invalid-cidr",
			summary: `${name} holds something that is no CIDR block`,
			detail: `${JSON.stringify(cidr)} must be an address and a prefix length, for example "203.0.113.7/32" for one machine.`
		});
	}
	if (options[name].length > 0 && options.temporary_security_group_source_public_ip) findings.warning({
		at: "temporary_security_group_source_public_ip",
		code: "option-without-effect",
		summary: `temporary_security_group_source_public_ip has no effect beside ${name}`,
		detail: `The blocks in ${name} are used alone.`
	});
}
function isCidr(text) {
	const [address = "", length = "", ...more] = text.split("/");
	const version = isIP(address);
	if (version === 0 || more.length > 0 || !/^\d{1,3}$/.test(length)) return false;
	return Number(length) <= (version === 4 ? 32 : 128);
}
// src/builders/amazon-ebs/fast-launch/check.ts
function checkFastLaunch(findings) {
	const launch = fastLaunchAsked(findings.options);
	if (launch === void 0) return;
	atLeast(findings, "max_parallel_launches", launch.max_parallel_launches, 6);
	atLeast(findings, "target_resource_count", launch.target_resource_count, 1);
	checkTemplate(findings, "fast_launch", launch);
	if (isSpot(findings.options)) findings.warning({
		at: "fast_launch",
		code: "spot-image-not-generalised",
		summary: "fast_launch needs an AMI that Sysprep has generalised, and a spot instance does not survive its shutdown",
		detail: "The AMI of a spot instance is made of it as it runs. Let Sysprep quit instead of shutting down as the last step, or remove spot_price."
	});
	const regions = /* @__PURE__ */ new Set();
	for (const [index, template] of launch.region_launch_templates.entries()) {
		const at = `fast_launch.region_launch_templates[${index}]`;
		const { region = "" } = template;
		if (findings.known(`${at}.region`)) checkRegion(findings, at, region, regions);
		if (template.enable_fast_launch !== false) checkTemplate(findings, at, template);
	}
}
function atLeast(findings, name, value = 0, least) {
	if (value === 0 || value >= least) return;
	findings.error({
		at: `fast_launch.${name}`,
		code: "invalid-value",
		summary: `${name} must be at least ${least}`,
		detail: `${value} is too few for EC2.`
	});
}
function checkRegion(findings, at, region, before) {
	if (region === "") findings.error({
		at,
		code: "missing-option",
		summary: "A launch template of fast_launch needs its region",
		detail: "Add region = \"…\": the region of the build, or one of ami_regions."
	});
	else if (before.has(region)) findings.error({
		at: `${at}.region`,
		code: "conflicting-options",
		summary: `fast_launch has two launch templates for ${region}`,
		detail: "Keep one of them."
	});
	else if (isElsewhere(findings, region)) findings.error({
		at: `${at}.region`,
		code: "invalid-value",
		summary: `fast_launch has a launch template for ${region}, where the AMI is not to be`,
		detail: "Add the region to ami_regions, or remove the block."
	});
	before.add(region);
}
function isElsewhere(findings, region) {
	const { region: own = "", ami_regions: copies } = findings.options;
	if (own === "" || !findings.known("region") || !findings.known("ami_regions")) return false;
	return region !== own && !copies.includes(region);
}
function checkTemplate(findings, at, template) {
	const { template_id: id, template_name: name, template_version: version = 0 } = template;
	if (id && name) findings.exclusive(`${at}.template_id`, `${at}.template_name`, "Name the launch template in one of the two ways.");
	if (version === 0) return;
	if (version < 1) findings.error({
		at: `${at}.template_version`,
		code: "invalid-value",
		summary: "template_version must be at least 1",
		detail: `${version} is no version of a launch template.`
	});
	if (!id && !name && findings.known(`${at}.template_id`) && findings.known(`${at}.template_name`)) findings.error({
		at: `${at}.template_version`,
		code: "missing-option",
		summary: "template_version without a launch template",
		detail: "Add template_id or template_name beside it."
	});
}
// src/builders/amazon-ebs/validate.ts
function validate(decoded, { workingDirectory }) {
	const findings = new OptionFindings(decoded);
	checkAccess(findings);
	checkImage(findings);
	if (!findings.options.skip_create_ami && findings.known("skip_create_ami")) checkThatAnImageIsLeft(findings);
	checkBlockDevices(findings, "launch_block_device_mappings");
	checkBlockDevices(findings, "ami_block_device_mappings");
	checkInstance(findings, workingDirectory);
	checkSpot(findings);
	checkSpotFeatures(findings);
	checkNetwork(findings);
	checkConnection(findings);
	checkFastLaunch(findings);
	return findings.diagnostics;
}
// src/builders/amazon-ebs/index.ts
function amazonEbsBuilder(dependencies) {
	const names = new NameClaims();
	return {
		type: "amazon-ebs",
		schema: amazonEbsSchema,
		generatedNames,
		validate,
		behaviourVersion: 1,
		localInputs: ({ options }) => options.user_data_file ? [{
			path: options.user_data_file,
			modes: "none"
		}] : [],
		permissions: (decoded, surroundings) => statementsOf(askedOf(decoded, surroundings)),
		prepare: async (decoded, context, connector) => {
			const site = await openSite(decoded, context, connector, dependencies);
			const beginnings = begin(site);
			const { existing, previous } = await findExisting(site, beginnings);
			if (context.reuse.mode === "look") return {
				isMade: true,
				bake: async () => existing && whole(site, existing)
			};
			if (existing !== void 0) {
				const announcement = await beginnings.announcement;
				return {
					isMade: true,
					bake: async (scope) => announced(await reuse(site, existing, scope), announcement)
				};
			}
			const groundwork = await prepare(site, beginnings, names);
			const announcement = await beginnings.announcement;
			return { bake: async (scope, provision) => announced(await bake({
				...groundwork,
				previous
			}, scope, provision), announcement) };
		}
	};
}
// src/builders/amazon/validation/launched.ts
function checkLaunched(findings, { workingDirectory }) {
	checkAccess(findings);
	checkInstance(findings, workingDirectory);
	checkSpot(findings);
	checkNetwork(findings);
	checkConnection(findings);
}
// src/builders/amazon-ebssurrogate/check-root-device.ts
function checkRootDevice(findings) {
	const { ami_root_device: root, launch_block_device_mappings: devices } = findings.options;
	if (!findings.known("ami_root_device") || !findings.known("launch_block_device_mappings")) return;
	if (root === void 0) {
		findings.error({
			at: "",
			code: "missing-option",
			summary: "ami_root_device is missing",
			detail: "Say which device of the instance becomes the root device: ami_root_device { source_device_name = \"…\", device_name = \"…\" }."
		});
		return;
	}
	for (const name of ["source_device_name", "device_name"]) {
		if (root[name]) continue;
		findings.error({
			at: "ami_root_device",
			code: "missing-option",
			summary: `ami_root_device needs a ${name}`,
			detail: `Add ${name}, for example ${name} = "${name === "device_name" ? "/dev/xvda" : "/dev/xvdf"}".`
		});
	}
	checkVolume(findings, root);
	if (!root.source_device_name) return;
	const index = devices.findIndex(({ device_name: name }) => name === root.source_device_name);
	if (index < 0) findings.error({
		at: "ami_root_device.source_device_name",
		code: "unknown-device",
		summary: `The instance has no device ${root.source_device_name}`,
		detail: "Name the device_name of one of the blocks launch_block_device_mappings."
	});
	else if (devices[index]?.omit_from_artifact) findings.error({
		at: `launch_block_device_mappings[${index}].omit_from_artifact`,
		code: "conflicting-options",
		summary: "The AMI's root device can't be left out of it",
		detail: "ami_root_device is made of this device. Remove omit_from_artifact."
	});
}
function checkVolume(findings, { volume_type: type, volume_size: size = 0, iops = 0 }) {
	if (type === "gp2" && iops !== 0) findings.error({
		at: "ami_root_device.iops",
		code: "conflicting-options",
		summary: "iops is not for gp2 volumes",
		detail: "Remove iops, or take volume_type = \"gp3\"."
	});
	for (const [name, value] of [["iops", iops], ["volume_size", size]]) {
		if (value >= 0) continue;
		findings.error({
			at: `ami_root_device.${name}`,
			code: "invalid-value",
			summary: `${name} must be more than 0`,
			detail: `${value} is not.`
		});
	}
}
// src/builders/amazon-ebssurrogate/index.ts
const ebsSurrogateBuilder = {
	type: "amazon-ebssurrogate",
	schema: {
		...accessOptions,
		...imageOptions,
		...bootOptions,
		...instanceOptions,
		...spotOptions,
		...volumeTagOptions,
		...networkOptions,
		...connectionOptions,
		launch_block_device_mappings: option.blocks({
			...blockDeviceMappings$1,
			omit_from_artifact: option.bool.withDefault(false, { doc: "Leaves the volume out of the AMI." })
		}, { doc: "Block devices of the instance; one of them becomes the root device of the AMI." }),
		ami_root_device: option.block({
			source_device_name: option.string.optional({ doc: "Device of the instance that it is made of; always needed." }),
			device_name: option.string.optional({ doc: "Its name in the AMI; always needed." }),
			delete_on_termination: option.bool.withDefault(false, { doc: "Whether the volume goes with its instance." }),
			volume_type: option.string.optional({ doc: "Type of the volume." }),
			volume_size: option.number.optional({ doc: "Size in GiB." }),
			iops: option.number.optional({ doc: "I/O operations per second." })
		}, { doc: "Root device of the AMI." }),
		snapshot_description: option.string.optional({ doc: "Description of the snapshots." }),
		use_create_image: option.bool.withDefault(false, { doc: "Swaps the volumes and makes the AMI of the instance." }),
		skip_ami_run_tags: option.bool.withDefault(false, { doc: "Does not put `run_tags` on the AMI and its snapshots." })
	},
	generatedNames,
	connects: true,
	instead: "Use \"amazon-ebs\", which makes an image of a running instance's volumes.",
	validate: (decoded, context) => {
		const findings = new OptionFindings(decoded);
		checkLaunched(findings, context);
		checkImage(findings);
		checkBlockDevices(findings, "ami_block_device_mappings");
		checkBlockDevices(findings, "launch_block_device_mappings");
		checkRootDevice(findings);
		checkBoot$1(findings);
		if (!decoded.options.ami_virtualization_type && findings.known("ami_virtualization_type")) findings.error({
			at: "",
			code: "missing-option",
			summary: "ami_virtualization_type is missing",
			detail: "An AMI that is registered from snapshots has to say it: add ami_virtualization_type = \"hvm\"."
		});
		return findings.diagnostics;
	}
};
// src/builders/amazon-ebsvolume/index.ts
const ebsVolumeBuilder = {
	type: "amazon-ebsvolume",
	schema: {
		...accessOptions,
		...enhancedNetworkingOptions,
		...instanceOptions,
		...spotOptions,
		...networkOptions,
		...connectionOptions,
		...volumeTagOptions,
		run_volume_tag: option.blocks(keyValue, { doc: "A tag as in `run_volume_tags`; goes before it." }),
		ebs_volumes: option.blocks({
			...blockDeviceMappings$1,
			tags: option.stringMap.withDefault({}, {
				doc: "Tags of the volume.",
				rendering: SOURCE_IMAGE_AT_RUN
			}),
			tag: option.blocks(keyValue, { doc: "A tag as in `tags`; goes before it." }),
			snapshot_volume: option.bool.withDefault(false, { doc: "Makes a snapshot of the volume." }),
			snapshot_description: option.string.optional({ doc: "Description of the snapshot." }),
			snapshot_tags: option.stringMap.withDefault({}, {
				doc: "Tags of the snapshot.",
				rendering: SOURCE_IMAGE_AT_RUN
			}),
			snapshot_tag: option.blocks(keyValue, { doc: "A tag as in `snapshot_tags`; goes before it." }),
			snapshot_users: option.strings.withDefault([], { doc: "Accounts that may make volumes of the snapshot." }),
			snapshot_groups: option.strings.withDefault([], { doc: "Groups that may make volumes of the snapshot." })
		}, { doc: "Volumes to make." })
	},
	generatedNames,
	connects: true,
	instead: "Use \"amazon-ebs\" with launch_block_device_mappings; the snapshots of its AMI hold the volumes.",
	validate: (decoded, context) => {
		const findings = new OptionFindings(decoded);
		checkLaunched(findings, context);
		checkSpotFeatures(findings);
		checkBlockDevices(findings, "ebs_volumes");
		for (const [index, volume] of decoded.options.ebs_volumes.entries()) {
			if (!volume.snapshot_description || volume.snapshot_volume) continue;
			findings.error({
				at: `ebs_volumes[${index}].snapshot_description`,
				code: "conflicting-options",
				summary: "snapshot_description needs snapshot_volume = true",
				detail: "No snapshot of this volume is made. Add snapshot_volume = true, or remove snapshot_description."
			});
		}
		return findings.diagnostics;
	}
};
// src/engine/check-local-paths.ts
function eachPath(name, paths, kind) {
	return paths.map((path, index) => ({
		at: `${name}[${index}]`,
		path,
		kind
	}));
}
function checkLocalPaths(findings, paths, { workingDirectory }) {
	for (const { at, path, kind } of paths) {
		if (!path || !findings.known(at)) continue;
		const found = lookAtPath(path, workingDirectory).kind;
		if (found !== void 0 && kind === "folder" === (found === "folder")) continue;
		const instead = found === void 0 ? "" : `It is a ${found === "folder" ? "folder" : "file"}. `;
		findings.error({
			at,
			code: `${kind}-not-found`,
			summary: `There is no ${kind} ${path}`,
			detail: `${instead}${whereItWasLookedFor(path, workingDirectory, findings.fileOf(at))}`
		});
	}
}
// src/builders/amazon-instance/index.ts
const amazonInstanceBuilder = {
	type: "amazon-instance",
	schema: {
		...accessOptions,
		...imageOptions,
		...tpmOptions,
		...instanceOptions,
		...spotOptions,
		...launchBlockDeviceOptions,
		...networkOptions,
		...connectionOptions,
		account_id: option.string.optional({ doc: "Account that the bundle is for; always needed." }),
		s3_bucket: option.string.optional({ doc: "Bucket for the bundle; always needed." }),
		x509_cert_path: option.string.optional({ doc: "Certificate file to bundle with; always needed." }),
		x509_key_path: option.string.optional({ doc: "Private key file of the certificate; always needed." }),
		x509_upload_path: option.string.withDefault("/tmp", { doc: "Folder on the machine for both." }),
		bundle_destination: option.string.withDefault("/tmp", { doc: "Folder on the machine for the bundle." }),
		bundle_prefix: option.string.withDefault("image-{{timestamp}}", { doc: "Beginning of the bundle's file names." }),
		bundle_vol_command: option.string.optional({
			doc: "What makes the bundle.",
			rendering: atRunWithOnly("AccountId", "Architecture", "CertPath", "Destination", "KeyPath", "Prefix", "PrivatePath")
		}),
		bundle_upload_command: option.string.optional({
			doc: "What uploads it.",
			rendering: atRunWithOnly("AccessKey", "BucketName", "BundleDirectory", "ManifestPath", "Region", "SecretKey", "Token")
		})
	},
	generatedNames,
	connects: true,
	instead: "Use \"amazon-ebs\": today's instance types start from EBS volumes.",
	validate: (decoded, context) => {
		const findings = new OptionFindings(decoded);
		checkLaunched(findings, context);
		checkSpotFeatures(findings);
		checkImage(findings);
		checkBlockDevices(findings, "ami_block_device_mappings");
		checkBlockDevices(findings, "launch_block_device_mappings");
		for (const name of [
			"account_id",
			"s3_bucket",
			"x509_cert_path",
			"x509_key_path"
		]) {
			if (decoded.options[name] || !findings.known(name)) continue;
			findings.error({
				at: "",
				code: "missing-option",
				summary: `${name} is missing`,
				detail: `An instance store AMI needs it. Add ${name}.`
			});
		}
		checkLocalPaths(findings, ["x509_cert_path", "x509_key_path"].map((at) => ({
			at,
			path: decoded.options[at],
			kind: "file"
		})), context);
		return findings.diagnostics;
	}
};
const fileBuilder = {
	type: "file",
	schema: {
		target: option.string.optional({ doc: "File to write; always needed." }),
		source: option.string.optional({ doc: "File to copy; or `content`." }),
		content: option.string.optional({ doc: "Text to write; or `source`." })
	},
	generatedNames: [],
	connects: false,
	instead: "Write the file in a step of its own.",
	validate: (decoded) => {
		const findings = new OptionFindings(decoded);
		const { target, source, content } = decoded.options;
		if (!target && findings.known("target")) findings.error({
			at: "",
			code: "missing-option",
			summary: "target is missing",
			detail: "Name the file to write in target."
		});
		if (source && content) findings.exclusive("source", "content", "Copy a file or write a text. Keep one of them.");
		return findings.diagnostics;
	}
};
// src/builders/null/index.ts
const NO_KEY = "No key is made: the machine is there already.";
const nullSchema = {
	ssh_keypair_name: option.string.optional({ doc: NO_KEY }),
	ssh_clear_authorized_keys: option.bool.withDefault(false, { doc: NO_KEY }),
	temporary_key_pair_name: option.string.optional({ doc: NO_KEY }),
	temporary_key_pair_bits: option.number.optional({ doc: NO_KEY })
};
const ADDRESS = {
	ssh: "ssh_host",
	winrm: "winrm_host"
};
const SSH_LOGINS = [
	"ssh_agent_auth",
	"ssh_password",
	"ssh_private_key_file"
];
const nullBuilder = {
	type: "null",
	schema: nullSchema,
	generatedNames: [],
	connects: true,
	instead: "Run the steps with \"shell-local\" provisioners of an \"amazon-ebs\" source, or outside of bake-ami.",
	validate: (decoded) => {
		const findings = new OptionFindings(decoded);
		const type = communicatorType(decoded);
		const address = type === "ssh" || type === "winrm" ? ADDRESS[type] : void 0;
		if (address === void 0) return [];
		if (!findings.given(address)) missing(findings, address, "The machine is there already: say where.");
		const [first, second] = SSH_LOGINS.filter((name) => findings.given(name));
		if (type === "ssh" && first !== void 0 && second !== void 0) findings.exclusive(first, second, "Log in in one way only. Keep one of them.");
		else if (type === "ssh" && first === void 0) missing(findings, "ssh_private_key_file", "Say how to log in: with it, ssh_password or ssh_agent_auth = true.");
		else if (type === "winrm" && !findings.given("winrm_password") && first === void 0) missing(findings, "winrm_password", "Say how to log in.");
		return findings.diagnostics;
	}
};
function missing(findings, name, detail) {
	findings.error({
		at: "",
		code: "missing-option",
		summary: `${name} is missing`,
		detail
	});
}
// src/communicators/none/index.ts
const noneCommunicator = {
	type: "none",
	schema: {},
	validate: () => [],
	connector: async () => connector
};
const connector = {
	type: "none",
	port: 0,
	username: "",
	fixedHost: void 0,
	login: { kind: "given" },
	plantedHostKey: void 0,
	adoptPrivateKey: async () => void 0,
	pinFirstHostKey: () => void 0,
	another: async () => connector,
	connect: async (target) => {
		throw new BakeError(`Cannot connect to ${target.name}: the template says communicator = "none"`, {
			code: "no-communicator",
			category: "connection",
			hint: "Set communicator = \"ssh\" to run provisioners on the machine."
		});
	}
};
// src/communicators/ssh/options.ts
const IGNORED_TRANSFER = "Files travel over SFTP, folders as one tar stream, whichever method is written.";
const NO_PROXY$1 = "Use a jump host (ssh_bastion_host) instead.";
const NO_BYTES = "Use ssh_private_key_file.";
const sshSchema = deciding("image", deciding("run", {
	ssh_host: option.string.optional({ doc: "Address to connect to instead of the instance's own." }),
	ssh_port: option.number.withDefault(22, { doc: "Port of the SSH server; the temporary security group opens it." }),
	ssh_username: option.string.required({ doc: "User to log in as." }),
	ssh_password: option.string.optional({
		doc: "Password to log in with (`password` and `keyboard-interactive`). No temporary key is made then.",
		sensitive: true
	}),
	ssh_private_key_file: option.string.optional({ doc: "Private key file to log in with, without a passphrase; `~` is the home folder. No temporary key is made then." }),
	ssh_certificate_file: option.string.optional({
		doc: "SSH certificate to log in with; beside `ssh_private_key_file`.",
		notYet: "Log in with the key alone (ssh_private_key_file), or load key and certificate into an agent and set ssh_agent_auth = true."
	}),
	ssh_agent_auth: option.bool.withDefault(false, { doc: "Logs in with the keys of the SSH agent at `SSH_AUTH_SOCK`. No temporary key is made then." }),
	ssh_timeout: option.duration.optional({ doc: "How long to try until the machine can be logged in to. Default `5m`." }),
	ssh_wait_timeout: option.duration.optional({ doc: "Old name of `ssh_timeout`; goes before it." }),
	ssh_handshake_attempts: option.number.optional({ doc: "How many refused logins to accept before giving up. Default 10, or no limit where `ssh_timeout` is written; 0 and less is no limit." }),
	ssh_keep_alive_interval: option.duration.withDefault(5e3, { doc: "How often to ask a quiet connection whether it still is alive; 0 or less: never." }),
	ssh_read_write_timeout: option.duration.withDefault(0, { doc: "A connection on which nothing came for this long is given up; 0: never. Answers to `ssh_keep_alive_interval` count." }),
	ssh_pty: option.bool.withDefault(false, { doc: "Runs commands on a pseudo-terminal." }),
	ssh_disable_agent_forwarding: option.bool.optional({ doc: "Accepted for templates that set it: the agent is never forwarded to the machine." }),
	ssh_ciphers: option.strings.optional({ doc: "Ciphers to offer, best first; the library's own list without it." }),
	ssh_key_exchange_algorithms: option.strings.optional({ doc: "Key exchange methods to offer, best first; the library's own list without it." }),
	ssh_file_transfer_method: option.string.withDefault("scp", {
		doc: `\`scp\` or \`sftp\`. ${IGNORED_TRANSFER} With \`scp\`, \`$NAME\` and \`~user\` in remote paths mean what they mean to the machine's shell.`,
		choices: ["scp", "sftp"]
	}),
	ssh_bastion_host: option.string.optional({ doc: "Jump host to go through." }),
	ssh_bastion_port: option.number.withDefault(22, { doc: "Port of the jump host." }),
	ssh_bastion_username: option.string.optional({ doc: "User on the jump host. Default: `ssh_username`." }),
	ssh_bastion_password: option.string.optional({
		doc: "Password for the jump host.",
		sensitive: true
	}),
	ssh_bastion_private_key_file: option.string.optional({ doc: "Private key file for the jump host. Default: `ssh_private_key_file`." }),
	ssh_bastion_agent_auth: option.bool.withDefault(false, { doc: "Logs in to the jump host with the SSH agent." }),
	ssh_bastion_interactive: option.bool.withDefault(false, {
		doc: "Asks for the password of the jump host.",
		notYet: "Nobody is there to ask: set ssh_bastion_password, ssh_bastion_private_key_file or ssh_bastion_agent_auth."
	}),
	ssh_bastion_certificate_file: option.string.optional({
		doc: "SSH certificate for the jump host; beside `ssh_bastion_private_key_file`.",
		notYet: "Log in to the jump host with the key alone (ssh_bastion_private_key_file), or through an agent that holds the certificate."
	}),
	ssh_proxy_host: option.string.optional({
		doc: "SOCKS5 proxy to go through.",
		notYet: NO_PROXY$1
	}),
	ssh_proxy_port: option.number.withDefault(1080, { doc: "Port of the SOCKS5 proxy." }),
	ssh_proxy_username: option.string.optional({ doc: "User of the SOCKS5 proxy." }),
	ssh_proxy_password: option.string.optional({
		doc: "Password of the SOCKS5 proxy.",
		sensitive: true
	}),
	ssh_local_tunnels: option.strings.withDefault([], { doc: "Ports of this computer that lead to what the machine reaches, each `port:host:port` (`8080:localhost:80`)." }),
	ssh_remote_tunnels: option.strings.withDefault([], { doc: "Ports of the machine that lead to what this computer reaches, each `port:host:port` (`8081:localhost:8081`). Whatever runs on the machine can use them." }),
	ssh_public_key: option.strings.optional({
		doc: "Key as a list of bytes, internal to Packer.",
		notYet: NO_BYTES
	}),
	ssh_private_key: option.strings.optional({
		doc: "Key as a list of bytes, internal to Packer.",
		sensitive: true,
		notYet: NO_BYTES
	}),
	temporary_key_pair_type: option.string.withDefault("ed25519", {
		doc: "Kind of the key that is made for the build: `ed25519`, or `rsa` (3072 bits) for machines that know nothing newer.",
		choices: ["ed25519", "rsa"]
	}),
	pause_before_connecting: option.duration.withDefault(0, { doc: "After the first login: disconnects, waits this long, and connects again." })
}), ["ssh_username", "ssh_pty"]);
// src/communicators/ssh/check-routes.ts
function checkRoutes(findings) {
	const { options } = findings;
	for (const [certificate, key] of [["ssh_certificate_file", "ssh_private_key_file"], ["ssh_bastion_certificate_file", "ssh_bastion_private_key_file"]]) {
		if (!options[certificate] || options[key] || !findings.known(key)) continue;
		findings.error({
			at: certificate,
			code: "missing-option",
			summary: `${certificate} needs ${key}`,
			detail: `A certificate is of no use without its private key. Add ${key}.`
		});
	}
	if (options.ssh_bastion_host && options.ssh_proxy_host) findings.exclusive("ssh_bastion_host", "ssh_proxy_host", "Go through one of the two.");
	for (const name of ["ssh_local_tunnels", "ssh_remote_tunnels"]) for (const [index, tunnel] of options[name].entries()) {
		if (parseTunnel(tunnel) !== void 0 || !findings.known(`${name}[${index}]`)) continue;
		findings.error({
			at: `${name}[${index}]`,
			code: "invalid-value",
			summary: "This is no tunnel",
			detail: `${JSON.stringify(tunnel)} must be a port, a host and its port, for example "8080:localhost:80".`
		});
	}
}
// src/communicators/ssh/key-file.ts
const LOOKED_AT = 65536;
const PRIVATE = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|^PuTTY-User-Key-File-\d:/m;
const PUBLIC = /^(?:ssh-|ecdsa-|sk-)\S+ AAAA|-----BEGIN [A-Z0-9 ]*PUBLIC KEY-----|---- BEGIN SSH2 PUBLIC KEY ----/m;
function wrongWithKeyFile(path) {
	let text;
	try {
		const kind = statSync(path);
		if (kind.isDirectory()) return "It is a folder";
		if (!kind.isFile()) return void 0;
		text = beginningOf(path);
	} catch (error) {
		return errorMessage(error);
	}
	if (PRIVATE.test(text)) return void 0;
	return PUBLIC.test(text) ? "It is a public key; the private one is usually in the file without .pub" : "It holds no private key in OpenSSH or PEM format";
}
function beginningOf(path) {
	const file = openSync(path, "r");
	try {
		const buffer = Buffer.alloc(LOOKED_AT);
		return buffer.toString("latin1", 0, readSync(file, buffer));
	} finally {
		closeSync(file);
	}
}
// src/communicators/ssh/validate.ts
function validateSsh(decoded, context) {
	const { options } = decoded;
	const found = [];
	const wrong = (option, code, summary, detail) => {
		if (!decoded.unknown(option)) found.push(errorDiagnostic({
			code,
			summary,
			detail,
			subject: decoded.range(option)
		}));
	};
	if (options.ssh_username === "") wrong("ssh_username", "ssh-username-empty", "ssh_username is empty", "Set it to the user of the image: ubuntu, ec2-user, admin, …");
	const hasBastion = options.ssh_bastion_host !== void 0;
	const ports = ["ssh_port", "ssh_bastion_port"];
	for (const name of hasBastion ? ports : ports.slice(0, 1)) {
		const port = options[name];
		if (port < 1 || port > 65535) wrong(name, "port-out-of-range", `${name} is no port: ${port}`, "A port is a whole number from 1 to 65535.");
	}
	const keyFiles = ["ssh_private_key_file", "ssh_bastion_private_key_file"];
	for (const name of hasBastion ? keyFiles : keyFiles.slice(0, 1)) {
		const path = options[name];
		if (path === void 0 || decoded.unknown(name)) continue;
		const file = localPath(path, context.workingDirectory);
		const look = lookAtPath(file, context.workingDirectory);
		if (look.kind === void 0) {
			wrong(name, "ssh-key-file-missing", `There is no file ${path}`, `${name} must name an existing private key file. ${look.why ?? whereItWasLookedFor(path, context.workingDirectory, decoded.range(name).filename)}`);
			continue;
		}
		const why = wrongWithKeyFile(file);
		if (why !== void 0) wrong(name, "ssh-key-unusable", `${path} is no private key`, `${why}. ${name} must name a private key file.`);
	}
	if (hasBastion && !hasBastionLogin(options)) wrong("ssh_bastion_host", "ssh-bastion-login-missing", "Nothing says how to log in to the jump host", "Set ssh_bastion_private_key_file, ssh_bastion_password or ssh_bastion_agent_auth beside ssh_bastion_host.");
	if (options.ssh_disable_agent_forwarding === false && !decoded.unknown("ssh_disable_agent_forwarding")) found.push(warningDiagnostic({
		code: "ssh-agent-not-forwarded",
		summary: "The SSH agent is not forwarded",
		detail: "With a forwarded agent, whatever runs on the machine could log in as you elsewhere. Fetch what the build needs on this machine, and upload it with a file provisioner.",
		subject: decoded.range("ssh_disable_agent_forwarding")
	}));
	const routes = new OptionFindings(decoded);
	checkRoutes(routes);
	return [...found, ...routes.diagnostics];
}
function hasBastionLogin(options) {
	return options.ssh_bastion_agent_auth || options.ssh_bastion_password !== void 0 || options.ssh_bastion_private_key_file !== void 0 || options.ssh_private_key_file !== void 0;
}
// src/communicators/ssh/index.ts
function sshCommunicator(settings) {
	return {
		type: "ssh",
		schema: sshSchema,
		validate: validateSsh,
		connector: async (decoded, context) => {
			const { makeSshConnector } = await import("./connector-Dey9fjwx.js");
			return makeSshConnector(decoded, context, settings.hostKeyPolicy);
		}
	};
}
// src/communicators/ssm/index.ts
function portSessions(settings) {
	return {
		open: async (grant, signal) => {
			const { openDataChannel } = await import("./data-channel-BAmlZDDg.js");
			return openDataChannel(grant, settings, signal);
		},
		listen: async (port, open) => {
			const { listenForTunnel } = await import("./tunnel-listener-C7zzeaY2.js");
			return listenForTunnel(port, open);
		}
	};
}
// src/communicators/winrm/index.ts
const winrmCommunicator = {
	type: "winrm",
	schema: deciding("image", deciding("run", {
		winrm_username: option.string.required({ doc: "User to log in as." }),
		winrm_password: option.string.optional({
			doc: "Password to log in with. Without it, the password that EC2 has for the instance is asked for.",
			sensitive: true
		}),
		winrm_host: option.string.optional({ doc: "Address to connect to instead of the instance's own." }),
		winrm_port: option.number.optional({ doc: "Port of the WinRM service. Default 5985, or 5986 with TLS." }),
		winrm_timeout: option.duration.withDefault(18e5, { doc: "How long to try until the machine can be logged in to." }),
		winrm_use_ssl: option.bool.withDefault(false, { doc: "Connects over TLS." }),
		winrm_insecure: option.bool.withDefault(false, { doc: "Does not check the certificate." }),
		winrm_use_ntlm: option.bool.optional({ doc: "Logs in with NTLM instead of basic authentication." }),
		winrm_no_proxy: option.bool.withDefault(false, { doc: "Goes past the proxy of the environment." })
	}), ["winrm_username"]),
	instead: "Use \"ssh\" for a machine that has an SSH server; Packer for this template otherwise.",
	validate: (decoded) => {
		const findings = new OptionFindings(decoded);
		if (findings.known("winrm_username") && decoded.options.winrm_username === "") findings.error({
			at: "winrm_username",
			code: "missing-option",
			summary: "winrm_username is empty",
			detail: "Set it to the user to log in as, for example \"Administrator\"."
		});
		return findings.diagnostics;
	}
};
// src/data-sources/amazon-ami/index.ts
const schema$5 = {
	...accessOptions,
	filters: keyValueFilter.filters,
	owners: option.strings.withDefault([], { doc: "Accounts, or `self`, `amazon`, `aws-marketplace`; at least one." }),
	most_recent: option.bool.withDefault(false, { doc: "Takes the newest of several." }),
	include_deprecated: option.bool.withDefault(false, { doc: "Finds deprecated AMIs too." })
};
function amazonAmiDataSource(connections) {
	return {
		type: "amazon-ami",
		schema: schema$5,
		actions: ["ec2:DescribeImages"],
		outputs: {
			id: STRING,
			name: STRING,
			creation_date: STRING,
			owner: STRING,
			owner_name: STRING,
			tags: mapOf(STRING)
		},
		secretOutputs: () => [],
		validate: (decoded) => {
			const findings = new OptionFindings(decoded);
			checkAccess(findings);
			const { options } = findings;
			if (options.owners.length === 0 && findings.known("owners")) findings.error({
				at: "",
				code: "missing-owners",
				summary: "data \"amazon-ami\" has no owners",
				detail: "Anybody may publish an AMI under any name. Say whose is meant: owners = [\"099720109477\"], \"amazon\" or \"self\"."
			});
			if (options.owners.length === 0 && Object.keys(options.filters).length === 0 && findings.known("owners") && findings.known("filters")) findings.error({
				at: "",
				code: "missing-filters",
				summary: "data \"amazon-ami\" has no filters",
				detail: "Say which AMI is meant: filters = { name = \"…\", virtualization-type = \"hvm\" }."
			});
			return findings.diagnostics;
		},
		read: async ({ options }, signal) => {
			const aws = await (await connections()).open(accessSettings(options));
			const image = await findImage(aws.batches(aws.region), {
				id: void 0,
				filter: options,
				region: aws.region,
				soughtBy: "data \"amazon-ami\""
			}, signal);
			return {
				id: image.ImageId,
				name: image.Name ?? "",
				creation_date: image.CreationDate ?? "",
				owner: image.OwnerId ?? "",
				owner_name: image.ImageOwnerAlias ?? "",
				tags: tagMap(image.Tags)
			};
		}
	};
}
// src/data-sources/amazon-parameterstore/index.ts
const schema$4 = {
	...accessOptions,
	name: option.string.required({ doc: "Name of the parameter, or its ARN." }),
	with_decryption: option.bool.withDefault(false, { doc: "Decrypts a parameter of type SecureString; the value counts as a secret then." })
};
function amazonParameterstoreDataSource(connections) {
	return {
		type: "amazon-parameterstore",
		schema: schema$4,
		actions: ["ssm:GetParameter"],
		outputs: {
			value: STRING,
			version: STRING,
			arn: STRING
		},
		secretOutputs: ({ with_decryption }) => with_decryption ? ["value"] : [],
		validate: (decoded) => {
			const findings = new OptionFindings(decoded);
			checkAccess(findings);
			if (decoded.options.name === "") findings.error({
				at: "name",
				code: "invalid-value",
				summary: "The name is empty",
				detail: "Name the parameter: name = \"/images/base\"."
			});
			return findings.diagnostics;
		},
		read: async ({ options }, signal) => {
			const aws = await (await connections()).open(accessSettings(options));
			const ssm = await aws.ssm();
			const query = {
				Name: options.name,
				WithDecryption: options.with_decryption
			};
			const { Parameter } = await ssm.getParameter(query, signal).catch((thrown) => {
				throw isNotFound(thrown) ? notFound(options.name, aws.region, thrown) : thrown;
			});
			return {
				value: Parameter?.Value ?? "",
				version: String(Parameter?.Version ?? ""),
				arn: Parameter?.ARN ?? ""
			};
		}
	};
}
function notFound(name, region, cause) {
	return new BakeError(`There is no parameter "${name}" in ${region}`, {
		code: "parameter-not-found",
		category: "cloud",
		hint: "Check the name (a path begins with a slash), the region and the account.",
		cause
	});
}
// src/aws/read-secret.ts
async function readSecret(aws, query, signal) {
	const { name, versionId, versionStage } = query;
	const secretsManager = await aws.secretsManager();
	try {
		return await secretsManager.getSecretValue({
			SecretId: name,
			...versionId ? { VersionId: versionId } : {},
			...versionStage ? { VersionStage: versionStage } : {}
		}, signal);
	} catch (thrown) {
		if (!isNotFound(thrown)) throw thrown;
		throw new BakeError(`There is no secret "${name}", or no such version of it, in ${aws.region}`, {
			code: "secret-not-found",
			category: "cloud",
			hint: "Check its name, the region and the account; a secret of another account is named by its ARN.",
			cause: thrown
		});
	}
}
// src/aws/secret-value.ts
function secretField(name, text, key) {
	const fields = fieldsOf(name, text);
	if (fields === void 0) return text;
	const names = Object.keys(fields);
	const known = `The secret "${name}" has ${names.length === 0 ? "no fields" : `the fields: ${names.sort().join(", ")}`}`;
	const wanted = key || (names.length === 1 ? names[0] : void 0);
	if (wanted === void 0) throw new BakeError(`It is not said which field of the secret "${name}" is meant`, {
		code: "secret-key-missing",
		category: "template",
		hint: `${known}. Packer takes any of them, by chance: name one as the key.`
	});
	const value = Object.hasOwn(fields, wanted) ? fields[wanted] : void 0;
	if (typeof value === "string") return value;
	if (typeof value === "number") return String(value);
	const isThere = value !== void 0;
	throw new BakeError(isThere ? `The field "${wanted}" of the secret "${name}" is neither a text nor a number` : `The secret "${name}" has no field "${wanted}"`, {
		code: isThere ? "invalid-secret" : "secret-key-not-found",
		category: "cloud",
		hint: isThere ? "Take the whole secret, and read it with jsondecode()." : `${known}.`
	});
}
function fieldsOf(name, text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return;
	}
	if (typeof value === "string" || typeof value === "number") return void 0;
	if (isRecord(value) && !Array.isArray(value)) return value;
	throw new BakeError(`The secret "${name}" is JSON, but no object with fields`, {
		code: "invalid-secret",
		category: "cloud",
		hint: "Take the whole secret instead (secret_string, aws_secretsmanager_raw), and read it with jsondecode()."
	});
}
// src/data-sources/amazon-secretsmanager/index.ts
const schema$3 = {
	...accessOptions,
	name: option.string.required({ doc: "Name or ARN of the secret." }),
	key: option.string.optional({ doc: "Field of a secret that is a JSON object; needed when it has several." }),
	version_id: option.string.optional({ doc: "Version of the secret." }),
	version_stage: option.string.withDefault("AWSCURRENT", { doc: "Stage of the version." })
};
function amazonSecretsmanagerDataSource(connections) {
	return {
		type: "amazon-secretsmanager",
		schema: schema$3,
		actions: ["secretsmanager:GetSecretValue"],
		outputs: {
			value: STRING,
			secret_string: STRING,
			secret_binary: STRING,
			version_id: STRING
		},
		secretOutputs: () => [
			"value",
			"secret_string",
			"secret_binary"
		],
		validate: (decoded) => {
			const findings = new OptionFindings(decoded);
			checkAccess(findings);
			if (decoded.options.name === "") findings.error({
				at: "name",
				code: "invalid-value",
				summary: "The name is empty",
				detail: "Name the secret: name = \"images/registry\"."
			});
			return findings.diagnostics;
		},
		read: async ({ options }, signal) => {
			const { name, key, version_id, version_stage } = options;
			const { SecretString = "", SecretBinary, VersionId = "" } = await readSecret(await (await connections()).open(accessSettings(options)), {
				name,
				versionId: version_id,
				versionStage: version_stage
			}, signal);
			return {
				value: secretField(name, SecretString, key),
				secret_string: SecretString,
				secret_binary: SecretBinary === void 0 ? "" : Buffer.from(SecretBinary).toString("utf8"),
				version_id: VersionId
			};
		}
	};
}
// src/data-sources/shared/http-url.ts
const HIGHEST_PORT = 65535;
function urlProblem(url) {
	if (!/^https?:\/\//i.test(url)) return "it has to begin with https:// or http://, and a host";
	if (URL.parse(url) !== null) return void 0;
	const authority = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? "";
	const host = authority.slice(authority.lastIndexOf("@") + 1);
	const port = /:([^:\]]*)$/.exec(host)?.[1];
	if (host === "" || host.startsWith(":")) return "there is no host in it";
	if (port !== void 0 && /^\d+$/.test(port) && Number(port) > HIGHEST_PORT) return `its port ${port} is above ${HIGHEST_PORT}, the highest that there is`;
	if (port !== void 0 && !/^\d*$/.test(port)) return "what stands behind the host is no port: that is a number";
	return "its host is none that an address can have";
}
function shownUrl(url) {
	const parsed = URL.parse(url);
	if (parsed === null) return "an address that is no URL";
	return `${parsed.protocol}//${parsed.host}${parsed.pathname}${parsed.search === "" ? "" : "?…"}`;
}
// src/data-sources/shared/redirect.ts
const REDIRECTS$2 = /* @__PURE__ */ new Set([
	301,
	302,
	303,
	307,
	308
]);
const KEEPS_METHOD = /* @__PURE__ */ new Set([307, 308]);
const HOLDS_CREDENTIALS = /^(?:www-authenticate|cookie2?|(?:proxy-)?authorization)$|token|secret|password|api-?key/i;
function redirected(request, answer, before, rule) {
	if (!REDIRECTS$2.has(answer.status) || answer.location === null) return void 0;
	const from = new URL(request.url);
	const to = URL.parse(answer.location, from);
	const shown = `${request.method} ${shownUrl(request.url)}`;
	const problem = to === null ? "it is no URL" : urlProblem(to.href);
	if (to === null || problem !== void 0) throw refusal(`${shown} was redirected to an address that can't be asked: ${problem}`, "Check the server.");
	if (before >= rule.most) {
		const times = rule.most === 1 ? "once" : `${rule.most} times`;
		throw refusal(`${shown} was redirected again, to ${shownUrl(to.href)}, after it had been redirected ${times}`, "Write the address at which the answer is.");
	}
	const isElsewhere = isOtherHost(from, to) || from.protocol === "https:" && to.protocol === "http:";
	if (isElsewhere && rule.elsewhere === "refused") {
		const why = isOtherHost(from, to) ? "another host" : "a connection that is not encrypted";
		throw refusal(`${shown} was redirected to ${shownUrl(to.href)}; the token is not sent there, which is ${why}`, `If that is where the service is, set its address to ${to.origin}.`);
	}
	const keeps = KEEPS_METHOD.has(answer.status) || ["GET", "HEAD"].includes(request.method);
	const headers = Object.entries(request.headers).filter(([name]) => !(isElsewhere && HOLDS_CREDENTIALS.test(name)) && (keeps || !/^content-/i.test(name)));
	return {
		url: to.href,
		method: keeps ? request.method : "GET",
		headers: Object.fromEntries(headers),
		body: keeps ? request.body : void 0
	};
}
function isOtherHost(from, to) {
	return to.hostname !== from.hostname && !to.hostname.endsWith(`.${from.hostname}`);
}
function refusal(message, hint) {
	return new BakeError(message, {
		code: "http-redirect",
		category: "connection",
		hint
	});
}
// src/data-sources/shared/ask-http.ts
const TIME_LIMIT_MS = 6e4;
const SIZE_LIMIT = 10485760;
async function askHttp(question, clock, signal) {
	const { method } = question;
	const shown = `${method} ${shownUrl(question.url)}`;
	const failed = (why, cause) => new BakeError(`${shown} failed: ${why}`, {
		code: "http-failed",
		category: "connection",
		hint: "Check the address, and that this machine may reach it (proxy, firewall).",
		cause
	});
	const first = withoutUserInfo(question, failed);
	const late = () => failed(`no whole answer within ${TIME_LIMIT_MS / 1e3} seconds`);
	return withDeadline(clock, TIME_LIMIT_MS, late, signal, async (limited) => {
		try {
			const response = await follow(first, question.redirects, failed, limited);
			return {
				status: response.status,
				headers: Object.fromEntries(response.headers),
				body: await textOf$1(response, failed)
			};
		} catch (thrown) {
			if (limited.aborted) throw limited.reason;
			throw thrown instanceof BakeError ? thrown : failed(reasonOf(thrown));
		}
	});
}
async function follow(first, rule, failed, signal) {
	let request = first;
	for (let count = 0;; count += 1) {
		const { url, method, headers, body } = request;
		const response = await fetch(url, {
			method,
			headers,
			signal,
			redirect: "manual",
			...body ? { body } : {}
		});
		const location = response.headers.get("location");
		const next = redirected(request, {
			status: response.status,
			location
		}, count, rule);
		if (next === void 0) return response;
		await response.body?.cancel();
		request = withoutUserInfo(next, failed);
	}
}
async function textOf$1(response, failed) {
	const parts = [];
	let size = 0;
	for await (const part of response.body ?? []) {
		size += part.byteLength;
		if (size > SIZE_LIMIT) throw failed(`the answer is longer than ${SIZE_LIMIT / 1024 / 1024} MiB`);
		parts.push(part);
	}
	return Buffer.concat(parts).toString("utf8");
}
const BLOCKED_PORT = "the port belongs to another protocol, and Node.js asks none of those by HTTP (Packer does); let the service listen on another port";
function reasonOf(thrown) {
	const hasCause = typeof thrown === "object" && thrown !== null && "cause" in thrown && thrown.cause !== void 0;
	const reason = errorMessage(hasCause ? thrown.cause : thrown);
	return reason === "bad port" ? BLOCKED_PORT : reason;
}
function withoutUserInfo(request, failed) {
	const { url, headers } = request;
	const problem = urlProblem(url);
	if (problem !== void 0) throw failed(problem);
	const parsed = new URL(url);
	const { username, password } = parsed;
	if (username === "" && password === "") return request;
	parsed.username = "";
	parsed.password = "";
	let pair;
	try {
		pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	} catch {
		throw failed("in the user or the password stands a % that begins no code such as %25, which is % itself");
	}
	const authorization = `Basic ${Buffer.from(pair).toString("base64")}`;
	return {
		...request,
		url: parsed.href,
		headers: {
			Authorization: authorization,
			...headers
		}
	};
}
// src/data-sources/http/index.ts
const METHODS = [
	"HEAD",
	"GET",
	"POST",
	"PUT",
	"DELETE",
	"OPTIONS",
	"PATCH"
];
const REDIRECTS$1 = {
	most: 10,
	elsewhere: "without-credentials"
};
const schema$2 = {
	url: option.string.required({ doc: "Address, http or https." }),
	method: option.string.withDefault("GET", {
		doc: "Method of the request.",
		choices: METHODS
	}),
	request_headers: option.stringMap.withDefault({}, { doc: "Headers of the request." }),
	request_body: option.string.optional({ doc: "Body of the request." })
};
function httpDataSource(clock) {
	return {
		type: "http",
		schema: schema$2,
		actions: [],
		outputs: {
			url: STRING,
			body: STRING,
			request_headers: mapOf(STRING)
		},
		secretOutputs: () => [],
		validate: (decoded) => {
			const findings = new OptionFindings(decoded);
			const { url, method, request_body } = findings.options;
			const problem = findings.known("url") ? urlProblem(url) : void 0;
			if (problem !== void 0) findings.error({
				at: "url",
				code: "invalid-url",
				summary: "Invalid URL",
				detail: `The data source "http" can't ask this address: ${problem}.`
			});
			if (request_body && ["GET", "HEAD"].includes(method) && findings.known("method")) findings.error({
				at: "request_body",
				code: "conflicting-options",
				summary: `A ${method} request has no body`,
				detail: "Write method = \"POST\" (or another one that sends something), or leave the body out."
			});
			return findings.diagnostics;
		},
		read: async ({ options }, signal) => {
			const { url, method, request_headers: headers, request_body: body } = options;
			const answer = await askHttp({
				url,
				method,
				headers,
				body,
				redirects: REDIRECTS$1
			}, clock, signal);
			if (answer.status < 200 || answer.status > 299) throw new BakeError(`${method} ${shownUrl(url)} answered with status ${answer.status}`, {
				code: "http-status",
				category: "connection",
				hint: "Only 200 to 299 is a success. Check the address, and the credentials in request_headers."
			});
			return {
				url,
				body: answer.body,
				request_headers: answer.headers
			};
		}
	};
}
const nullDataSource = {
	type: "null",
	schema: { input: option.string.required({ doc: "A text." }) },
	actions: [],
	outputs: { output: STRING },
	secretOutputs: () => [],
	validate: () => [],
	read: ({ options }) => Promise.resolve({ output: options.input })
};
// src/data-sources/remote-functions/path-below.ts
function pathBelow(path, what) {
	const segments = path.replace(/^\/+/, "").split("/");
	const leading = segments.find((segment) => segment === "." || segment === "..");
	if (leading === void 0) return segments.map(encodeURIComponent).join("/");
	throw new BakeError(`"${path}" can't be ${what}: "${leading}" is a segment of it`, {
		code: "invalid-path",
		category: "input",
		hint: "Write it without \".\" and \"..\" between slashes."
	});
}
// src/data-sources/remote-functions/service.ts
const REDIRECTS = {
	most: 1,
	elsewhere: "refused"
};
function required(name, environment, service) {
	const value = environment[name];
	if (value) return value;
	throw new BakeError(`${service} can't be asked: ${name} is not set`, {
		code: "environment-missing",
		category: "input",
		hint: `Set ${name} in the environment of this step.`
	});
}
function checkStatus(status, { service, what, token, missing }) {
	if (status >= 200 && status <= 299) return;
	if (status === 401 || status === 403) throw new BakeError(`${service} does not let this token read ${what} (status ${status})`, {
		code: "not-authorised",
		category: "auth",
		hint: `Check that ${token} is valid, and that its policies allow reading it.`
	});
	if (status === 404) throw new BakeError(`${service} has nothing at ${what}`, {
		code: "secret-not-found",
		category: "cloud",
		hint: missing
	});
	throw new BakeError(`${service} answered with status ${status} when asked for ${what}`, {
		code: "http-status",
		category: "connection",
		hint: `Check the address, and the state of the server.`
	});
}
// src/data-sources/remote-functions/consul.ts
const DEFAULT_ADDRESS = "127.0.0.1:8500";
async function readConsul(key, environment, clock, signal) {
	const written = environment["CONSUL_HTTP_ADDR"] || DEFAULT_ADDRESS;
	const scheme = environment["CONSUL_HTTP_SSL"] === "true" ? "https" : "http";
	const address = written.includes("://") ? written : `${scheme}://${written}`;
	const token = environment["CONSUL_HTTP_TOKEN"];
	const path = pathBelow(key, "a key in Consul");
	const answer = await askHttp({
		url: `${address.replace(/\/+$/, "")}/v1/kv/${path}?raw`,
		method: "GET",
		headers: token ? { "X-Consul-Token": token } : {},
		body: void 0,
		redirects: REDIRECTS
	}, clock, signal);
	checkStatus(answer.status, {
		service: "Consul",
		what: `the key "${key}"`,
		token: "CONSUL_HTTP_TOKEN",
		missing: "Check the key, and CONSUL_HTTP_ADDR."
	});
	if (answer.body === "") throw new BakeError(`The key "${key}" in Consul is empty`, {
		code: "secret-not-found",
		category: "cloud",
		hint: "An empty value counts as a missing one, as in Packer. Write one into Consul, or leave the function out."
	});
	return answer.body;
}
// src/data-sources/remote-functions/vault.ts
const SERVICE = "Vault";
async function readVault(path, key, environment, clock, signal) {
	const address = required("VAULT_ADDR", environment, SERVICE);
	const token = required("VAULT_TOKEN", environment, SERVICE);
	const namespace = environment["VAULT_NAMESPACE"];
	const answer = await askHttp({
		url: `${address.replace(/\/+$/, "")}/v1/${pathBelow(path, "the path of a secret in Vault")}`,
		method: "GET",
		headers: {
			"X-Vault-Token": token,
			"X-Vault-Request": "true",
			...namespace ? { "X-Vault-Namespace": namespace } : {}
		},
		body: void 0,
		redirects: REDIRECTS
	}, clock, signal);
	checkStatus(answer.status, {
		service: SERVICE,
		what: `the secret "${path}"`,
		token: "VAULT_TOKEN",
		missing: "With a key-value engine of version 2 the path has \"data\" after the name of the engine: secret/data/app."
	});
	const data = memberOf(parsed(answer.body), "data");
	const versioned = memberOf(data, "data");
	const fields = isRecord(versioned) ? versioned : data;
	const value = memberOf(fields, key);
	if (typeof value === "string") return value;
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	const names = isRecord(fields) ? Object.keys(fields).sort().join(", ") : "";
	throw new BakeError(`The secret "${path}" in Vault has no text "${key}"`, {
		code: "secret-key-not-found",
		category: "cloud",
		hint: names === "" ? "It has no fields." : `Its fields are: ${names}.`
	});
}
function memberOf(value, name) {
	return isRecord(value) && Object.hasOwn(value, name) ? value[name] : void 0;
}
function parsed(body) {
	try {
		return JSON.parse(body);
	} catch {
		throw new BakeError("What answers at VAULT_ADDR is not Vault: it does not speak JSON", {
			code: "invalid-answer",
			category: "connection",
			hint: "Check VAULT_ADDR."
		});
	}
}
// src/data-sources/remote-functions/index.ts
function remoteFunctions(services) {
	return async (question, signal) => {
		const text = await answer(question.function, question.arguments, services, signal);
		services.registerSecret(text);
		return text;
	};
}
async function answer(name, [first = "", second], { environment, clock, connections }, signal) {
	switch (name) {
		case "vault": return readVault(first, second ?? "", environment, clock, signal);
		case "consul_key": return readConsul(first, environment, clock, signal);
		case "aws_secretsmanager":
		case "aws_secretsmanager_raw": {
			const { SecretString = "" } = await readSecret(await (await connections()).open({}), { name: first }, signal);
			return name === "aws_secretsmanager" ? secretField(first, SecretString, second) : SecretString;
		}
		default: throw new BakeError(`Nobody is known who answers "${name}"`, {
			code: "internal",
			category: "internal"
		});
	}
}
// src/post-processors/amazon-import/index.ts
const amazonImportPostProcessor = {
	type: "amazon-import",
	schema: {
		...accessOptions,
		s3_bucket_name: option.string.required({ doc: "Bucket to upload the image to." }),
		s3_key_name: option.string.optional({
			doc: "Its name in the bucket.",
			rendering: atRun()
		}),
		s3_encryption: option.string.optional({
			doc: "How the bucket encrypts it.",
			choices: ["AES256", "aws:kms"]
		}),
		s3_encryption_key: option.string.optional({ doc: "KMS key for that." }),
		skip_clean: option.bool.withDefault(false, { doc: "Leaves the upload in the bucket." }),
		tags: option.stringMap.withDefault({}, { doc: "Tags of the AMI and of its snapshots." }),
		ami_name: option.string.optional({ doc: "Name of the AMI." }),
		ami_description: option.string.optional({ doc: "Description of the AMI." }),
		ami_users: option.strings.withDefault([], { doc: "Accounts that may launch the AMI." }),
		ami_groups: option.strings.withDefault([], { doc: "Groups that may launch the AMI." }),
		ami_org_arns: option.strings.withDefault([], { doc: "ARNs of organizations that may launch the AMI." }),
		ami_ou_arns: option.strings.withDefault([], { doc: "ARNs of organizational units that may launch the AMI." }),
		ami_encrypt: option.bool.withDefault(false, { doc: "Encrypts the AMI." }),
		ami_kms_key: option.string.optional({ doc: "KMS key for that." }),
		imds_support: option.string.optional({
			doc: "Version of the instance metadata service that instances use.",
			choices: ["v2.0"]
		}),
		license_type: option.string.optional({ doc: "License of the operating system." }),
		role_name: option.string.optional({ doc: "Role of the import service. Default: `vmimport`." }),
		format: option.string.withDefault("ova", {
			doc: "Format of the image.",
			choices: [
				"ova",
				"raw",
				"vmdk",
				"vhd",
				"vhdx"
			]
		}),
		architecture: option.string.withDefault("x86_64", { doc: "Architecture of the image." }),
		boot_mode: option.string.optional({
			doc: "How it boots. Default: `legacy-bios`, or `uefi` on `arm64`.",
			choices: ["legacy-bios", "uefi"]
		}),
		platform: option.string.optional({
			doc: "Its operating system.",
			choices: ["linux", "windows"]
		})
	},
	instead: "Import the image in a step of its own with `aws ec2 import-image`.",
	validate: (decoded) => {
		const findings = new OptionFindings(decoded);
		checkAccess(findings);
		checkBoot(findings);
		return findings.diagnostics;
	}
};
function checkBoot(findings) {
	const { architecture, boot_mode: written, platform, s3_bucket_name: bucket } = findings.options;
	if (bucket === "" && findings.known("s3_bucket_name")) findings.error({
		at: "s3_bucket_name",
		code: "missing-option",
		summary: "s3_bucket_name is empty",
		detail: "Name the bucket to upload the image to."
	});
	if (!findings.known("architecture") || !findings.known("boot_mode")) return;
	if (architecture === "arm64" && written === "legacy-bios") findings.error({
		at: "boot_mode",
		code: "conflicting-options",
		summary: "An arm64 image boots with UEFI only",
		detail: "Set boot_mode = \"uefi\", or remove it."
	});
	if ((written || (architecture === "arm64" ? "uefi" : "legacy-bios")) !== "uefi" || platform || !findings.known("platform")) return;
	findings.error({
		at: written ? "boot_mode" : "architecture",
		code: "missing-option",
		summary: "An image that boots with UEFI needs its platform",
		detail: "Add platform = \"linux\" or platform = \"windows\"."
	});
}
const artificePostProcessor = {
	type: "artifice",
	schema: {
		files: option.strings.withDefault([], { doc: "Files, or patterns of files, that become the artifact." }),
		keep_input_artifact: option.bool.withDefault(false, { doc: "Keeps what the builder made too." })
	},
	instead: "Name the files to the post-processors that need them, and leave it out.",
	validate: (decoded) => {
		const findings = new OptionFindings(decoded);
		if (decoded.options.files.length === 0 && findings.known("files")) findings.error({
			at: "files",
			code: "missing-option",
			summary: "There are no files",
			detail: "Name the files that become the artifact, for example files = [\"build/*.tar.gz\"]."
		});
		return findings.diagnostics;
	}
};
const checksumPostProcessor = {
	type: "checksum",
	schema: {
		checksum_types: option.strings.withDefault(["md5"], {
			doc: "Kinds of checksums to write.",
			choices: [
				"md5",
				"sha1",
				"sha224",
				"sha256",
				"sha384",
				"sha512"
			]
		}),
		output: option.string.withDefault("packer_{{.BuildName}}_{{.BuilderType}}_{{.ChecksumType}}.checksum", {
			doc: "File to append the checksums to, with `{{ .BuildName }}`, `{{ .BuilderType }}` and `{{ .ChecksumType }}`.",
			rendering: atRun("BuildName", "BuilderType", "ChecksumType")
		})
	},
	instead: "It works on local files, and an AMI has none. Leave it out.",
	validate: () => []
};
const compressPostProcessor = {
	type: "compress",
	schema: {
		output: option.string.withDefault("packer_{{.BuildName}}_{{.BuilderType}}", {
			doc: "File to write; its endings say how it is packed. With `{{ .BuildName }}` and `{{ .BuilderType }}`.",
			rendering: atRun("BuildName", "BuilderType")
		}),
		format: option.string.optional({ doc: "How to pack, where `output` has no ending: `zip`, `tar.gz`, `lz4`, …" }),
		compression_level: option.number.optional({ doc: "How hard to try, 1 to 9." }),
		archive: option.string.optional({ doc: "Kind of archive; Packer finds it by the ending of `output`." }),
		algorithm: option.string.optional({ doc: "Kind of compression; Packer finds it by the ending of `output`." })
	},
	instead: "It works on local files, and an AMI has none. Leave it out.",
	validate: () => []
};
// src/post-processors/manifest/lock-file.ts
const RETRY_MS = 50;
const STALE_MS = 3e4;
const PATIENCE_MS = 12e4;
async function withLockFile(file, options, work) {
	const token = options.ids.uuid();
	await acquire(file, token, options);
	try {
		return await work();
	} finally {
		if (await readFile(file, "utf8").catch(() => "") === token) await rm(file, { force: true });
	}
}
async function acquire(file, token, { clock, ids, signal }) {
	const start = clock.monotonic();
	for (;;) {
		try {
			await writeFile(file, token, { flag: "wx" });
			return;
		} catch (error) {
			if (errorCode(error) !== "EEXIST") throw error;
		}
		if (await removeStale(file, clock, ids)) continue;
		if (clock.monotonic() - start > PATIENCE_MS) throw timeout(file);
		await clock.sleep(RETRY_MS, signal);
	}
}
async function removeStale(file, clock, ids) {
	if (!await isStale(file, clock)) return false;
	const aside = `${file}.${ids.token(8)}`;
	try {
		await rename(file, aside);
	} catch (error) {
		if (errorCode(error) === "ENOENT") return true;
		throw error;
	}
	const stale = await isStale(aside, clock);
	if (stale) await rm(aside, { force: true });
	else await rename(aside, file);
	return stale;
}
async function isStale(file, clock) {
	const found = await stat(file).catch(() => void 0);
	return found !== void 0 && clock.now() - found.mtimeMs > STALE_MS;
}
function timeout(file) {
	return new BakeError(`Another program holds the lock ${file}`, {
		code: "lock-timeout",
		category: "artifact",
		hint: "If no other build is writing this manifest, remove the lock file."
	});
}
// src/post-processors/manifest/manifest-json.ts
const EMPTY_MANIFEST = {
	builds: [],
	lastRunUuid: ""
};
function printManifest({ builds, lastRunUuid }) {
	return print(/* @__PURE__ */ new Map([["builds", builds.map(entryJson)], ["last_run_uuid", lastRunUuid]]), "");
}
function parseManifest(text, file) {
	if (text === "") return EMPTY_MANIFEST;
	let parsed;
	try {
		parsed = JSON.parse(text);
	} catch (cause) {
		throw unreadable(file, cause);
	}
	if (!isRecord(parsed)) throw unreadable(file);
	const builds = parsed["builds"] ?? [];
	if (!Array.isArray(builds)) throw unreadable(file);
	return {
		builds: builds.map((entry) => parseEntry(entry, file)),
		lastRunUuid: textOf(parsed["last_run_uuid"], file)
	};
}
function entryJson(entry) {
	const { customData } = entry;
	return new Map([
		["name", entry.name],
		["builder_type", entry.builderType],
		...entry.buildTime === void 0 ? [] : [["build_time", entry.buildTime]],
		["files", entry.files?.map(({ name, size }) => /* @__PURE__ */ new Map([["name", name], ["size", size]])) ?? null],
		["artifact_id", entry.artifactId],
		["packer_run_uuid", entry.runUuid],
		["custom_data", customData === void 0 ? null : new Map(Object.entries(customData).sort(byBytes))]
	]);
}
function byBytes([a], [b]) {
	return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
function print(value, indent) {
	if (typeof value === "string") return printString(value);
	if (value === null || typeof value === "number") return String(value);
	const inner = `${indent}  `;
	const [open, close, items] = value instanceof Map ? [
		"{",
		"}",
		[...value].map(([key, item]) => `${printString(key)}: ${print(item, inner)}`)
	] : [
		"[",
		"]",
		[...value.values()].map((item) => print(item, inner))
	];
	if (items.length === 0) return open + close;
	return `${open}\n${items.map((item) => inner + item).join(",\n")}\n${indent}${close}`;
}
function printString(text) {
	return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function parseEntry(entry, file) {
	if (!isRecord(entry)) throw unreadable(file);
	const buildTime = entry["build_time"];
	return {
		name: textOf(entry["name"], file),
		builderType: textOf(entry["builder_type"], file),
		buildTime: typeof buildTime === "number" && buildTime !== 0 ? buildTime : void 0,
		files: parseFiles(entry["files"], file),
		artifactId: textOf(entry["artifact_id"], file),
		runUuid: textOf(entry["packer_run_uuid"], file),
		customData: parseCustomData(entry["custom_data"], file)
	};
}
function parseFiles(files, file) {
	if (files === null || files === void 0) return void 0;
	if (!Array.isArray(files)) throw unreadable(file);
	return files.map((item) => {
		if (!isRecord(item)) throw unreadable(file);
		const size = item["size"];
		return {
			name: textOf(item["name"], file),
			size: typeof size === "number" ? size : 0
		};
	});
}
function parseCustomData(data, file) {
	if (data === null || data === void 0) return void 0;
	if (!isRecord(data)) throw unreadable(file);
	return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, textOf(value, file)]));
}
function textOf(value, file) {
	if (value === void 0 || value === null) return "";
	if (typeof value !== "string") throw unreadable(file);
	return value;
}
function unreadable(file, cause) {
	return new BakeError(`${file} is there already, and it is not a manifest`, {
		code: "manifest-unreadable",
		category: "artifact",
		hint: "Builds are appended to it. Remove it, or write the manifest elsewhere with \"output\".",
		cause
	});
}
// src/post-processors/manifest/manifest-file.ts
async function appendToManifest(file, entries, runUuid, options) {
	const target = await realpath(file).catch(() => file);
	try {
		await withLockFile(`${target}.lock`, options, async () => {
			const existing = await read(target, file);
			const builds = [...options.force && existing.lastRunUuid !== runUuid ? [] : existing.builds, ...entries];
			await replace(target, printManifest({
				builds,
				lastRunUuid: runUuid
			}), options);
		});
	} catch (thrown) {
		throw errorCode(thrown) === void 0 || thrown instanceof BakeError ? thrown : unwritable(file, thrown);
	}
}
function unwritable(file, cause) {
	return new BakeError(`Could not write the manifest ${file}: ${toBakeError(cause).message}`, {
		code: "manifest-unwritable",
		category: "artifact",
		hint: "The folder has to exist and be writable. The option \"output\" of the post-processor or the input \"manifest\" says where it goes.",
		cause
	});
}
async function read(target, shown) {
	let text;
	try {
		text = await readFile(target, "utf8");
	} catch (error) {
		if (errorCode(error) === "ENOENT") return EMPTY_MANIFEST;
		throw error;
	}
	return parseManifest(text, shown);
}
async function replace(target, text, { ids }) {
	const mode = await stat(target).then((found) => found.mode & 511, () => 436);
	const temporary = `${target}.${ids.token(8)}.tmp`;
	try {
		await writeFile(temporary, text, {
			mode,
			flag: "wx"
		});
		await rename(temporary, target);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
}
const manifestPostProcessor = {
	type: "manifest",
	schema: {
		output: option.string.withDefault("packer-manifest.json", { doc: "The file that the build is appended to." }),
		strip_path: option.bool.withDefault(false, { doc: "Write only the names of files, not their folders." }),
		strip_time: option.bool.withDefault(false, { doc: "Leave out `build_time`." }),
		custom_data: option.stringMap.optional({
			rendering: atRun(),
			doc: "Texts of your own. `{{ build `ID` }}` and the like are replaced by the build's data."
		})
	},
	keepsInput: "always",
	runsOnReused: true,
	validate: () => [],
	async process(decoded, artifact, context) {
		const file = path.resolve(context.workingDirectory, decoded.options.output);
		await appendToManifest(file, [await manifestEntry(decoded, artifact, context)], context.runUuid, context);
		context.emit({
			type: "file-written",
			build: context.build,
			kind: "manifest",
			path: file
		});
		return artifact;
	}
};
async function manifestEntry(decoded, artifact, context) {
	const { strip_path: stripPath, strip_time: stripTime, custom_data: customData } = decoded.options;
	return {
		name: context.source.name,
		builderType: context.source.type,
		buildTime: stripTime ? void 0 : Math.floor(context.clock.now() / 1e3),
		files: await filesOf(artifact, stripPath),
		artifactId: artifact.summary.id,
		runUuid: context.runUuid,
		customData: customData === void 0 || !decoded.given("custom_data") ? void 0 : render(customData, context)
	};
}
function render(data, context) {
	return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, context.render(value, context.generated)]));
}
async function filesOf({ files }, stripPath) {
	if (files.length === 0) return void 0;
	return Promise.all(files.map(async (file) => ({
		name: stripPath ? path.basename(file) : file,
		size: await stat(file).then((found) => found.size, () => 0)
	})));
}
// src/post-processors/provenance/options.ts
const provenanceSchema = {
	provenance: option.bool.withDefault(true, { doc: "`false` writes nothing." }),
	build_type: option.string.withDefault("https://packer.io/buildtypes/hcl2/v1", { doc: "Build type of the statement." }),
	output_dir: option.string.optional({ doc: "Folder to write to. Default: that of the first file, or this one." }),
	template: option.string.optional({ doc: "The template, as the statement names it." }),
	only_builds: option.strings.withDefault([], { doc: "The builds that were selected, as the statement names them." }),
	user_variables: option.stringMap.withDefault({}, { doc: "Variables to name in the statement." }),
	source_uri: option.string.optional({ doc: "Where the sources are from. Default: as the repository says." }),
	sbom: option.bool.withDefault(false, { doc: "Makes a software bill of materials too." }),
	sbom_format: option.string.withDefault("cyclonedx", { doc: "Format of the bill of materials." }),
	sbom_scan_path: option.string.optional({ doc: "Folder to scan for it." }),
	sbom_scope: option.string.withDefault("squashed", { doc: "What to scan of layered files." }),
	sbom_exclude: option.strings.withDefault([], { doc: "What not to scan." }),
	signing_mode: option.string.withDefault("none", {
		doc: "How to sign.",
		choices: [
			"none",
			"key",
			"kms",
			"keyless"
		]
	}),
	signer: option.string.optional({ doc: "Key file, or URI of a key management service, to sign with." }),
	key: option.string.optional({ doc: "Other name of `signer`." }),
	verifier: option.string.optional({ doc: "Public key to verify with." }),
	fulcio_url: option.string.withDefault("https://fulcio.sigstore.dev", { doc: "Certificate authority of Sigstore." }),
	rekor_url: option.string.withDefault("https://rekor.sigstore.dev", { doc: "Transparency log of Sigstore." }),
	upload_tlog: option.bool.withDefault(false, { doc: "Writes to the transparency log." }),
	trusted_root_path: option.string.optional({ doc: "Trusted root of Sigstore." }),
	keyless_identity: option.string.optional({ doc: "Who signs, with `signing_mode = \"keyless\"`." }),
	keyless_oidc_issuer: option.string.optional({ doc: "Who vouches for that, with `signing_mode = \"keyless\"`." })
};
// src/post-processors/provenance/index.ts
const KEY_SERVICES = [
	"awskms://",
	"gcpkms://",
	"azurekms://",
	"hashivault://"
];
const provenancePostProcessor = {
	type: "provenance",
	schema: provenanceSchema,
	instead: "Attest the image in a step of its own after the bake.",
	validate: (decoded) => {
		const findings = new OptionFindings(decoded);
		checkSigner(findings);
		if (decoded.options.signing_mode === "keyless") checkKeyless(findings);
		return findings.diagnostics;
	}
};
function checkSigner(findings) {
	const { signer, key, signing_mode: mode } = findings.options;
	if (!findings.known("signer") || !findings.known("key")) return;
	if (signer && key && signer !== key) findings.error({
		at: "key",
		code: "conflicting-options",
		summary: "signer and key name different keys",
		detail: "They are two names of one option. Keep one of them."
	});
	const named = key || signer;
	if (!named && (mode === "key" || mode === "kms")) findings.error({
		at: "signing_mode",
		code: "missing-option",
		summary: `signing_mode = "${mode}" needs a signer`,
		detail: "Name the key in signer."
	});
	else if (named && mode === "kms" && !KEY_SERVICES.some((scheme) => named.startsWith(scheme))) findings.error({
		at: key ? "key" : "signer",
		code: "invalid-value",
		summary: "This is no key of a key management service",
		detail: `${JSON.stringify(named)} must begin with one of ${KEY_SERVICES.join(", ")}.`
	});
}
function checkKeyless(findings) {
	if (findings.options.verifier) findings.error({
		at: "verifier",
		code: "conflicting-options",
		summary: "verifier and signing_mode = \"keyless\" exclude each other",
		detail: "Without a key there is none to verify with: keyless_identity and keyless_oidc_issuer say who signed."
	});
	for (const name of ["keyless_identity", "keyless_oidc_issuer"]) {
		if (!findings.known(name) || findings.options[name]?.trim()) continue;
		findings.error({
			at: "signing_mode",
			code: "missing-option",
			summary: `signing_mode = "keyless" needs ${name}`,
			detail: `Add ${name}.`
		});
	}
}
const localScriptSchema = {
	command: option.string.optional({
		doc: "One command line. The older way to write `inline` with one line.",
		rendering: "twice"
	}),
	inline: option.strings.optional({
		doc: "Lines of a script.",
		rendering: "twice"
	}),
	inline_shebang: option.string.withDefault("/bin/sh -e", { doc: "The interpreter of `inline`, written after `#!` in its first line." }),
	script: option.string.optional({ doc: "A script file on this machine; it must be executable." }),
	scripts: option.strings.optional({ doc: "Several script files, run one after the other." }),
	execute_command: option.strings.optional({
		rendering: atRun(...[
			"Vars",
			"Script",
			"Command"
		]),
		doc: "The program to start and its arguments, each with `{{ .Vars }}` (the environment variables as an assignment), `{{ .Script }}` (the script) and the build data. Default: `/bin/sh -c` with the script, and the environment variables given to the process itself."
	}),
	environment_vars: option.strings.withDefault([], {
		doc: "Environment variables, each `NAME=value`.",
		rendering: "twice"
	}),
	env: option.stringMap.withDefault({}, { doc: "Environment variables; they win over `environment_vars`." }),
	env_var_format: option.string.optional({ doc: "How a variable is written in `{{ .Vars }}`: printf with name and value. Default: `%s='%s' `." }),
	only_on: option.strings.withDefault([], { doc: "Run only where bake-ami itself runs on one of these systems; else the block is skipped." }),
	tempfile_extension: option.string.withDefault("", { doc: "Ending of the file that `inline` is written to." }),
	use_linux_pathing: option.bool.withDefault(false, { doc: "On Windows: write the path of the script as the Windows Subsystem for Linux sees it." }),
	valid_exit_codes: option.strings.withDefault(["0"], { doc: "Exit statuses that mean success; -1 is that of a script that a signal ended." })
};
const OPERATING_SYSTEMS = [
	"darwin",
	"freebsd",
	"linux",
	"openbsd",
	"solaris",
	"windows"
];
function validateLocalScript(decoded, { workingDirectory }) {
	const { options } = decoded;
	const diagnostics = [];
	const report = (code, option, summary, detail) => {
		diagnostics.push(errorDiagnostic({
			code,
			summary,
			detail,
			subject: decoded.range(option)
		}));
	};
	const given = [
		"command",
		"inline",
		"script",
		"scripts"
	].filter((name) => decoded.given(name));
	if (given.length === 0) report("missing-script", void 0, "Nothing to run", "Write one of \"inline\", \"script\", \"scripts\" or \"command\".");
	else if (given.length > 1) {
		const names = given.map((name) => `"${name}"`).join(" and ");
		report("conflicting-options", given[1], "More than one script", `${names} exclude each other: write one of them.`);
	}
	for (const { script, option } of scriptFiles(decoded)) if (lookAtPath(script, workingDirectory).kind === void 0) report("script-not-found", option, "Script not found", `There is no file "${script}". ${whereItWasLookedFor(script, workingDirectory, decoded.range(option).filename)}`);
	for (const [index, assignment] of options.environment_vars.entries()) {
		if (decoded.unknown(`environment_vars[${index}]`) || splitAssignment(assignment) !== void 0) continue;
		const detail = `"${assignment}" is not of the form NAME=value.`;
		report("invalid-environment-variable", `environment_vars[${index}]`, "Not an environment variable", detail);
	}
	for (const [index, status] of options.valid_exit_codes.entries()) {
		if (decoded.unknown(`valid_exit_codes[${index}]`) || /^-?\d+$/.test(status)) continue;
		const detail = `"${status}" is not a whole number.`;
		report("invalid-exit-code", `valid_exit_codes[${index}]`, "Not an exit status", detail);
	}
	const systems = OPERATING_SYSTEMS;
	for (const [index, system] of options.only_on.entries()) {
		if (decoded.unknown(`only_on[${index}]`) || systems.includes(system)) continue;
		const detail = `There is no operating system "${system}"; there are ${systems.join(", ")}.`;
		report("invalid-operating-system", `only_on[${index}]`, "Unknown operating system", detail);
	}
	if (options.use_linux_pathing && (decoded.given("inline") || decoded.given("command"))) report("conflicting-options", "use_linux_pathing", "Linux paths need a script file", "The file that an inline script is written to has no Linux path. Write the script to a file.");
	return diagnostics;
}
function scriptFiles(decoded) {
	const { script, scripts } = decoded.options;
	const files = (scripts ?? []).map((file, index) => ({
		script: file,
		option: `scripts[${index}]`
	}));
	if (script !== void 0) files.push({
		script,
		option: "script"
	});
	return files.filter(({ option }) => !decoded.unknown(option));
}
// src/engine/local-script/environment-variables.ts
function scriptVariables({ environment_vars, env }, render) {
	const variables = {};
	for (const entry of environment_vars) {
		const assignment = splitAssignment(render(entry));
		if (assignment !== void 0) variables[assignment.name] = assignment.value;
	}
	return {
		...variables,
		...env
	};
}
function assignments(variables, format) {
	return Object.keys(variables).sort().map((name) => goFormat(format, [name, escapeForSingleQuotes(variables[name] ?? "")])).join("");
}
// src/engine/local-script/run-local-script.ts
const GOOS = {
	win32: "windows",
	sunos: "solaris"
};
const ENDED_BY_SIGNAL = -1;
async function runLocalScript(decoded, context) {
	const { options } = decoded;
	const platform = context.platform ?? process.platform;
	const system = GOOS[platform] ?? platform;
	if (options.only_on.length > 0 && !options.only_on.includes(system)) {
		const message = `Skipped: this is ${system}, and only_on says ${options.only_on.join(", ")}`;
		context.emit({
			type: "progress",
			build: context.build,
			message
		});
		return;
	}
	const lines = options.inline ?? (options.command === void 0 ? void 0 : [options.command]);
	if (lines !== void 0) {
		const file = path.join(context.temporaryDirectory, `shell-local-${context.ids.token(12)}${temporaryEnding(options, platform)}`);
		try {
			await writeFile(file, inlineScript(lines, options, platform, context), {
				mode: 448,
				flag: "wx"
			});
			await runOne(file, options, platform, context);
		} finally {
			await rm(file, { force: true });
		}
		return;
	}
	const scripts = options.scripts ?? (options.script === void 0 ? [] : [options.script]);
	for (const script of scripts) await runOne(path.resolve(context.workingDirectory, script), options, platform, context);
}
function temporaryEnding({ tempfile_extension }, platform) {
	const ending = tempfile_extension || (platform === "win32" ? "cmd" : "");
	return ending === "" || ending.startsWith(".") ? ending : `.${ending}`;
}
function inlineScript(lines, { inline_shebang }, platform, { render, generated }) {
	const rendered = lines.map((line) => render(line, generated));
	return `${[...platform === "win32" || inline_shebang === "" ? [] : [`#!${inline_shebang}`], ...rendered].join("\n")}\n`;
}
async function runOne(script, options, platform, context) {
	const variables = {
		...scriptVariables(options, (text) => context.render(text, context.generated)),
		PACKER_BUILD_NAME: context.source.name,
		PACKER_BUILDER_TYPE: context.source.type
	};
	const [program, ...args] = commandLine(script, variables, options, platform, context);
	if (program === void 0) throw noProgram();
	const { status, bySignal } = await runLocalProcess({
		program,
		args,
		environment: {
			...context.environment,
			PACKER_RUN_UUID: context.runUuid,
			...options.execute_command === void 0 && variables
		},
		workingDirectory: context.workingDirectory,
		clock: context.clock,
		signal: context.signal,
		onLine: (stream, line) => {
			const text = line.trimEnd();
			if (text !== "") context.line(stream, text);
		}
	});
	const valid = options.valid_exit_codes.map(Number);
	if (valid.includes(status) || bySignal && valid.includes(ENDED_BY_SIGNAL)) return;
	throw exitError(script, status, options);
}
function commandLine(script, variables, options, platform, context) {
	const file = options.use_linux_pathing && platform === "win32" ? linuxPath(script) : script;
	if (options.execute_command === void 0) return platform === "win32" ? [
		"cmd",
		"/V",
		"/C",
		"call",
		file
	] : [
		"/bin/sh",
		"-c",
		shellWord(file)
	];
	const own = {
		Vars: assignments(variables, options.env_var_format ?? (platform === "win32" ? "set %s=%s && " : "%s='%s' ")),
		Script: file,
		Command: file
	};
	return options.execute_command.map((argument) => context.render(argument, {
		...context.generated,
		...own
	}));
}
function linuxPath(file) {
	return file.replaceAll("\\", "/").replace(/^([A-Za-z]):/, (_, drive) => `/mnt/${drive.toLowerCase()}`);
}
function noProgram() {
	return new BakeError("execute_command is empty", {
		code: "invalid-execute-command",
		category: "template",
		hint: "Leave it out, or write the program and its arguments as a list."
	});
}
function exitError(script, status, { valid_exit_codes, inline, command }) {
	const what = inline === void 0 && command === void 0 ? `Script ${script}` : "The inline script";
	const expected = valid_exit_codes.join(", ");
	return new BakeError(`${what} exited with status ${status} on this machine; expected ${expected}`, {
		code: "script-failed",
		category: "provision",
		hint: "The log has its output. Other statuses can be allowed with \"valid_exit_codes\"."
	});
}
// src/post-processors/shell-local/index.ts
const shellLocalPostProcessor = {
	type: "shell-local",
	schema: localScriptSchema,
	keepsInput: "always",
	runsOnReused: false,
	validate: validateLocalScript,
	async process(decoded, artifact, context) {
		await runLocalScript(throughShell(decoded), context);
		return artifact;
	}
};
function throughShell(decoded) {
	const command = decoded.options.execute_command;
	if (command?.length !== 1) return decoded;
	return {
		options: {
			...decoded.options,
			execute_command: [
				"sh",
				"-c",
				...command
			]
		},
		range: (path) => decoded.range(path),
		given: (path) => decoded.given(path),
		unknown: (path) => decoded.unknown(path)
	};
}
// src/provisioners/ansible/local-inputs.ts
const BESIDE_PLAYBOOK = /^(collections|files|group_vars|handlers|host_vars|inventor(y|ies)|library|meta|module_utils|playbooks|roles|tasks|templates|vars|[a-z]+_plugins)$/;
const READ_BY_NAME = /\.(ya?ml|json|j2|cfg)$/i;
const LEFT_OUT = /(^|\/)(\.git|__pycache__|\.ansible|.*\.pyc|.*\.retry)$/;
function localInputs(options, workingDirectory) {
	const folder = path.dirname(path.resolve(workingDirectory, options.playbook_file));
	const named = [
		"ansible.cfg",
		...optional(options.galaxy_file),
		...optional(options.inventory_file).filter((inventory) => !isHostList(inventory)),
		...optional(options.inventory_directory),
		...optional(options.roles_path),
		...optional(options.collections_path),
		...variableFiles(options.extra_arguments ?? [])
	];
	return [
		{
			path: folder,
			modes: "executable",
			includes: (name, isFolder) => {
				if (LEFT_OUT.test(name)) return false;
				if (!isAbove(folder, workingDirectory) || name.includes("/")) return true;
				return isFolder ? BESIDE_PLAYBOOK.test(name) : READ_BY_NAME.test(name);
			}
		},
		{
			path: options.playbook_file,
			modes: "none"
		},
		...named.map((each) => ({
			path: each,
			modes: "executable",
			includes: (name) => !LEFT_OUT.test(name)
		}))
	];
}
function optional(value) {
	return value === void 0 || value === "" ? [] : [value];
}
function variableFiles(extra) {
	return extra.flatMap((argument, index) => {
		const value = /^(?:-e|--extra-vars=?)(.*)$/.exec(argument)?.[1];
		if (value === void 0) return [];
		const given = value === "" ? extra[index + 1] ?? "" : value;
		return given.startsWith("@") ? [given.slice(1)] : [];
	});
}
function isAbove(folder, inner) {
	const way = path.relative(folder, inner);
	return way === "" || !way.startsWith("..") && !path.isAbsolute(way);
}
// src/provisioners/ansible/options.ts
const NO_PROXY = "Ansible connects straight to the machine here; there is no proxy that this option could be for.";
const ansibleSchema = {
	playbook_file: option.string.required({ doc: "The playbook to run." }),
	command: option.string.withDefault("ansible-playbook", { doc: "The program that runs it; no shell is in between." }),
	extra_arguments: option.strings.optional({
		doc: "Arguments for the program, before those that lead it to the machine.",
		rendering: atRun()
	}),
	ansible_env_vars: option.strings.optional({
		doc: "Environment variables for Ansible, each `NAME=value`.",
		rendering: atRun()
	}),
	ansible_ssh_extra_args: option.strings.optional({
		doc: "Arguments for `ssh`, handed over with `--ssh-extra-args`.",
		rendering: atRun()
	}),
	groups: option.strings.optional({ doc: "Inventory groups that the machine is in." }),
	empty_groups: option.strings.optional({ doc: "Inventory groups without a machine." }),
	host_alias: option.string.withDefault("default", { doc: "The machine's name in the inventory." }),
	user: option.string.optional({ doc: "User to log in as when `use_proxy = false`; default: the communicator's. Otherwise it always is the communicator's, who is also the one that Packer's proxy logs in as." }),
	inventory_directory: option.string.optional({ doc: "Folder for the generated inventory: `group_vars` and `host_vars` in it are then read." }),
	inventory_file: option.string.optional({ doc: "An inventory of the template's own, or a list of hosts with a comma in it, such as `localhost,`; none is generated. Its hosts all lead to the machine, unless `use_proxy = false`." }),
	inventory_file_template: option.string.optional({
		doc: "The machine's line in the inventory, with `{{ .HostAlias }}`, `{{ .Host }}`, `{{ .User }}` and `{{ .Port }}`.",
		rendering: atRun(...[
			"HostAlias",
			"Host",
			"User",
			"Port"
		])
	}),
	keep_inventory_file: option.bool.withDefault(false, { doc: "Keeps the generated inventory." }),
	galaxy_file: option.string.optional({ doc: "Roles and collections to install with ansible-galaxy first (requirements.yml)." }),
	galaxy_command: option.string.withDefault("ansible-galaxy", { doc: "The program that installs them." }),
	galaxy_force_install: option.bool.withDefault(false, { doc: "Installs them even if they are there (`-f`)." }),
	galaxy_force_with_deps: option.bool.withDefault(false, { doc: "Installs them and what they need even if they are there (`--force-with-deps`)." }),
	roles_path: option.string.optional({ doc: "Where ansible-galaxy puts roles." }),
	collections_path: option.string.optional({ doc: "Where ansible-galaxy puts collections." }),
	skip_version_check: option.bool.optional({ doc: "Does not look for Ansible (`--version`) before the machine is launched." }),
	use_proxy: option.bool.optional({ doc: "Accepted for templates that set it: Ansible always connects straight to the machine, whose host key it checks." }),
	local_port: option.number.optional({
		doc: "Port of Packer's proxy; no effect.",
		note: NO_PROXY
	}),
	ssh_host_key_file: option.string.optional({
		doc: "Host key of Packer's proxy; no effect.",
		note: NO_PROXY
	}),
	ssh_authorized_key_file: option.string.optional({
		doc: "Key that Packer's proxy accepts; no effect.",
		note: NO_PROXY
	}),
	ansible_proxy_key_type: option.string.optional({
		doc: "Kind of the proxy's key; no effect.",
		note: NO_PROXY
	}),
	sftp_command: option.string.optional({
		doc: "What Packer's proxy runs for SFTP; no effect.",
		note: NO_PROXY
	}),
	use_sftp: option.bool.optional({
		doc: "How files go through the proxy; no effect.",
		note: `${NO_PROXY} Ansible chooses how files travel; ANSIBLE_SSH_TRANSFER_METHOD in ansible_env_vars decides it.`
	}),
	ansible_winrm_use_http: option.bool.withDefault(false, {
		doc: "Reaches a machine over WinRM without encryption; no effect.",
		note: "Ansible connects by SSH only here, so WinRM is not used."
	})
};
// src/provisioners/ansible/validate.ts
const PATHS = {
	playbook_file: "file",
	galaxy_file: "file",
	inventory_file: "any",
	inventory_directory: "folder"
};
function validateAnsible(decoded, context) {
	return [
		...checkPaths(decoded, context),
		...checkVariables$1(decoded),
		...noteProxy(decoded)
	];
}
function checkPaths(decoded, context) {
	return [
		"playbook_file",
		"galaxy_file",
		"inventory_file",
		"inventory_directory"
	].flatMap((name) => {
		const path = decoded.options[name];
		if (path === void 0 || decoded.unknown(name)) return [];
		if (name === "inventory_file" && isHostList(path)) return [];
		const kind = PATHS[name];
		const found = lookAtPath(path, context.workingDirectory).kind;
		if (found !== void 0 && (kind === "any" || kind === found)) return [];
		return [(name === "inventory_file" ? warningDiagnostic : errorDiagnostic)({
			code: "ansible-file-not-found",
			summary: `There is no ${kind === "folder" ? "folder" : "file"} ${path}`,
			detail: `${name} must exist. ${whereItWasLookedFor(path, context.workingDirectory, decoded.range(name).filename)}`,
			subject: decoded.range(name)
		})];
	});
}
function checkVariables$1(decoded) {
	return (decoded.options.ansible_env_vars ?? []).flatMap((entry, index) => {
		const option = `ansible_env_vars[${index}]`;
		if (splitAssignment(entry) !== void 0 || decoded.unknown(option)) return [];
		return [warningDiagnostic({
			code: "environment-variable-shape",
			summary: "An environment variable is not written as NAME=value",
			detail: `It is "${entry}", which sets nothing. Write "NAME=value".`,
			subject: decoded.range(option)
		})];
	});
}
function noteProxy(decoded) {
	if (decoded.options.use_proxy !== true || decoded.unknown("use_proxy")) return [];
	return [warningDiagnostic({
		code: "ansible-no-proxy",
		summary: "No proxy is used",
		detail: "Ansible connects straight to the machine, which is faster and checks its host key. Leave use_proxy out, or set it to false.",
		subject: decoded.range("use_proxy")
	})];
}
// src/provisioners/ansible/index.ts
const ansibleProvisioner = {
	type: "ansible",
	schema: ansibleSchema,
	validate: validateAnsible,
	behaviourVersion: 1,
	localInputs: ({ options }, context) => localInputs(options, context.workingDirectory),
	prepare: async (decoded, context) => {
		const { checkAnsibleInstalled } = await import("./check-installed-Bk61qfwU.js");
		await checkAnsibleInstalled(decoded, context);
	},
	provision: async (decoded, context) => {
		const { runAnsible } = await import("./provision-flH26HkN.js");
		await runAnsible(decoded, context);
	}
};
// src/provisioners/ansible-local/index.ts
const ansibleLocalProvisioner = {
	type: "ansible-local",
	schema: {
		command: option.string.withDefault("ANSIBLE_FORCE_COLOR=1 PYTHONUNBUFFERED=1 ansible-playbook", { doc: "What runs a playbook on the machine." }),
		extra_arguments: option.strings.withDefault([], { doc: "Further arguments of the command." }),
		playbook_file: option.string.optional({ doc: "Playbook to upload and run; one of `playbook_file` and `playbook_files` is required." }),
		playbook_files: option.strings.withDefault([], { doc: "Playbooks to upload and run, one after the other." }),
		playbook_dir: option.string.optional({ doc: "Folder of the playbooks, uploaded as a whole." }),
		playbook_paths: option.strings.withDefault([], { doc: "Folders with further playbooks to upload." }),
		role_paths: option.strings.withDefault([], { doc: "Folders of roles to upload." }),
		collection_paths: option.strings.withDefault([], { doc: "Folders of collections to upload." }),
		group_vars: option.string.optional({ doc: "Folder with variables of groups to upload." }),
		host_vars: option.string.optional({ doc: "Folder with variables of hosts to upload." }),
		staging_directory: option.string.optional({ doc: "Folder on the machine for all of it. Default: one in `/tmp`." }),
		clean_staging_directory: option.bool.withDefault(false, { doc: "Removes that folder at the end." }),
		inventory_file: option.string.optional({ doc: "Inventory to upload. Default: one with the machine itself." }),
		inventory_groups: option.strings.withDefault([], { doc: "Groups of the machine in the default inventory." }),
		galaxy_file: option.string.optional({ doc: "Requirements for Ansible Galaxy, installed on the machine." }),
		galaxy_command: option.string.withDefault("ansible-galaxy", { doc: "What runs Ansible Galaxy on the machine." }),
		galaxy_force_install: option.bool.withDefault(false, { doc: "Installs anew what is installed already." }),
		galaxy_roles_path: option.string.optional({ doc: "Folder on the machine for roles of Ansible Galaxy." }),
		galaxy_collections_path: option.string.optional({ doc: "Folder on the machine for collections of Ansible Galaxy." })
	},
	instead: "Use the \"ansible\" provisioner, which runs the playbook from this machine.",
	validate: (decoded, context) => {
		const findings = new OptionFindings(decoded);
		checkPlaybooks(findings);
		const { options } = decoded;
		checkLocalPaths(findings, [
			{
				at: "playbook_file",
				path: options.playbook_file,
				kind: "file"
			},
			...eachPath("playbook_files", options.playbook_files, "file"),
			{
				at: "inventory_file",
				path: options.inventory_file,
				kind: "file"
			},
			{
				at: "galaxy_file",
				path: options.galaxy_file,
				kind: "file"
			},
			{
				at: "playbook_dir",
				path: options.playbook_dir,
				kind: "folder"
			},
			{
				at: "group_vars",
				path: options.group_vars,
				kind: "folder"
			},
			{
				at: "host_vars",
				path: options.host_vars,
				kind: "folder"
			},
			...eachPath("playbook_paths", options.playbook_paths, "folder"),
			...eachPath("role_paths", options.role_paths, "folder"),
			...eachPath("collection_paths", options.collection_paths, "folder")
		], context);
		return findings.diagnostics;
	}
};
function checkPlaybooks(findings) {
	const { playbook_file: file, playbook_files: files } = findings.options;
	if (!findings.known("playbook_file") || !findings.known("playbook_files")) return;
	if (file && files.length > 0) findings.exclusive("playbook_file", "playbook_files", "Put all playbooks into playbook_files.");
	else if (!file && files.length === 0) findings.error({
		at: "",
		code: "missing-option",
		summary: "There is no playbook to run",
		detail: "Name it in playbook_file, or several in playbook_files."
	});
}
const breakpointProvisioner = {
	type: "breakpoint",
	isLocal: true,
	schema: {
		note: option.string.optional({ doc: "What the log says of it." }),
		disable: option.bool.withDefault(false, { doc: "Goes past it. It must be true: nobody is there to go on." })
	},
	behaviourVersion: 1,
	localInputs: () => [],
	validate(decoded) {
		if (decoded.options.disable || decoded.unknown("disable")) return [];
		return [notYetDiagnostic({
			code: "breakpoint-enabled",
			summary: "A breakpoint that waits for a person",
			detail: "Nobody is at the terminal of a job, so the build would wait for ever. Set disable = true, or leave the block out. To look at the machine of a build that fails, keep it with on-error: abort; to wait for a while, use the \"sleep\" provisioner.",
			subject: decoded.range("disable")
		})];
	},
	async provision({ options: { note } }, { build, emit }) {
		emit({
			type: "progress",
			build,
			message: `Going past the breakpoint${note === void 0 || note === "" ? "" : ` "${note}"`}: it is disabled`
		});
	}
};
// src/provisioners/file/options.ts
const fileSchema = {
	source: option.string.optional({ doc: "File or folder to copy. A folder that ends with a slash stands for what is in it." }),
	sources: option.strings.optional({ doc: "Several of them." }),
	content: option.string.optional({
		emptyIsValue: true,
		doc: "Text to upload instead of a file; the file on the machine gets mode 0600."
	}),
	destination: option.string.required({
		doc: "Where to copy to, as the login user. A path that ends with a slash is a folder, into which a file goes under its own name. The machine's folder must exist.",
		rendering: atRun()
	}),
	direction: option.string.withDefault("upload", {
		doc: "`upload` to the machine, or `download` from it.",
		choices: ["upload", "download"]
	}),
	generated: option.bool.withDefault(false, { doc: "The source is made by an earlier provisioner: that it is missing now is no error." })
};
// src/provisioners/file/validate.ts
function validateFile(decoded, context) {
	return [...checkWhatToCopy(decoded), ...checkSources$1(decoded, context)];
}
function checkWhatToCopy(decoded) {
	const { source, sources, content, direction, destination } = decoded.options;
	const hasSource = isThere(decoded, "source", source) || isThere(decoded, "sources", sources);
	const hasContent = isThere(decoded, "content", content);
	if (hasContent && hasSource && content !== "") return [errorDiagnostic({
		code: "file-content-and-source",
		summary: "content and source are given together",
		detail: "A file provisioner copies either the text in content or the files in source and sources. Use two of them.",
		subject: decoded.range("content")
	})];
	if (hasContent && !hasSource && direction === "download") return [errorDiagnostic({
		code: "file-content-download",
		summary: "content can not be downloaded",
		detail: "Name the file on the machine in source, or leave direction out.",
		subject: decoded.range("content")
	})];
	if (!hasContent && !hasSource) return [warningDiagnostic({
		code: "file-source-missing",
		summary: "There is nothing to copy",
		detail: "Without source, sources or content a file provisioner does nothing.",
		subject: decoded.range()
	})];
	if (destination === "" && !decoded.unknown("destination")) return [errorDiagnostic({
		code: "file-destination-empty",
		summary: "destination is empty",
		detail: "Say where to copy to, for example \"/tmp/\" for a file of the same name in /tmp.",
		subject: decoded.range("destination")
	})];
	return [];
}
function isThere(decoded, name, value) {
	return decoded.unknown(name) || value !== void 0 && (value.length > 0 || name === "content");
}
function checkSources$1(decoded, context) {
	const { source, sources = [], direction, generated } = decoded.options;
	if (direction === "download" || generated) return [];
	return [...sources.map((path, index) => ({
		option: `sources[${index}]`,
		path
	})), ...source === void 0 || source === "" ? [] : [{
		option: "source",
		path: source
	}]].filter(({ option, path }) => !decoded.unknown(option) && lookAtPath(path, context.workingDirectory).kind === void 0).map(({ option, path }) => errorDiagnostic({
		code: "file-not-found",
		summary: `There is no file ${path}`,
		detail: `${whereItWasLookedFor(path, context.workingDirectory, decoded.range(option).filename)} Set generated = true when an earlier provisioner makes it.`,
		subject: decoded.range(option)
	}));
}
// src/provisioners/file/index.ts
const fileProvisioner = {
	type: "file",
	schema: fileSchema,
	validate: validateFile,
	behaviourVersion: 1,
	localInputs: ({ options: { source, sources = [], direction, generated } }) => direction === "download" || generated ? [] : [...sources, ...source ? [source] : []].map((path) => ({
		path,
		modes: "all"
	})),
	writesLocalFiles: ({ options: { direction } }) => direction === "download",
	provision: async (decoded, context) => {
		const { copyFiles } = await import("./provision-DEfS7peS.js");
		await copyFiles(decoded, context);
	}
};
// src/provisioners/hcp-sbom/options.ts
const IGNORED = "It has no effect, neither here nor in Packer.";
const hcpSbomSchema = {
	source: option.string.optional({ doc: "Software bill of materials on the machine; or `auto_generate`." }),
	destination: option.string.optional({ doc: "Where to keep a copy on this machine." }),
	sbom_name: option.string.optional({ doc: "Its name in HCP Packer: 3 to 36 letters, digits and `-`." }),
	auto_generate: option.bool.withDefault(false, { doc: "Makes the bill of materials on the machine." }),
	scanner_args: option.strings.withDefault(["-o", "cyclonedx-json"], { doc: "Arguments of the scanner." }),
	scanner_url: option.string.optional({
		doc: "Where the scanner is from.",
		note: IGNORED
	}),
	scanner_checksum: option.string.optional({
		doc: "Checksum of the scanner.",
		note: IGNORED
	}),
	scan_path: option.string.withDefault("/", { doc: "Folder of the machine to scan." }),
	execute_command: option.string.optional({
		doc: "How the scanner is run, with `{{ .Path }}`, `{{ .Args }}`, `{{ .ScanPath }}` and `{{ .Output }}`.",
		rendering: atRunWithOnly("Path", "Args", "ScanPath", "Output")
	}),
	elevated_user: option.string.optional({ doc: "User to run the scanner as, on Windows." }),
	elevated_password: option.string.optional({
		doc: "Password of `elevated_user`.",
		sensitive: true
	})
};
// src/provisioners/hcp-sbom/index.ts
const SBOM_NAME = /^[0-9A-Za-z-]{3,36}$/;
const hcpSbomProvisioner = {
	type: "hcp-sbom",
	schema: hcpSbomSchema,
	instead: "Leave it out; HCP Packer's registry is not written to.",
	validate: (decoded) => {
		const findings = new OptionFindings(decoded);
		checkSource(findings);
		const { options } = decoded;
		if (options.sbom_name && findings.known("sbom_name") && !SBOM_NAME.test(options.sbom_name)) findings.error({
			at: "sbom_name",
			code: "invalid-value",
			summary: "sbom_name must have 3 to 36 letters, digits and \"-\"",
			detail: `${JSON.stringify(options.sbom_name)} is no name for a bill of materials.`
		});
		return findings.diagnostics;
	}
};
function checkSource(findings) {
	const { source, auto_generate: generates, ...options } = findings.options;
	if (!findings.known("source") || !findings.known("auto_generate")) return;
	if (!generates) {
		if (source) return;
		findings.error({
			at: "",
			code: "missing-option",
			summary: "There is no bill of materials",
			detail: "Name the file on the machine in source, or set auto_generate = true."
		});
		return;
	}
	if (source) findings.exclusive("auto_generate", "source", "Name a file, or have one made. Keep one of them.");
	for (const [name, other] of [["scanner_checksum", "scanner_url"], ["elevated_password", "elevated_user"]]) {
		if (!options[name] || options[other] || !findings.known(other)) continue;
		findings.error({
			at: name,
			code: "missing-option",
			summary: `${name} needs ${other}`,
			detail: `Add ${other}, or remove ${name}.`
		});
	}
}
// src/engine/remote-script/check.ts
const SOURCES = [
	"inline",
	"script",
	"scripts"
];
function checkRemoteScript(findings, context) {
	checkSources(findings);
	checkFiles(findings, context);
	checkVariables(findings);
	checkExitCodes(findings);
}
function checkSources(findings) {
	const given = SOURCES.filter((name) => !findings.known(name) || isGiven(findings.options[name]));
	if (given.length === 1) return;
	findings.error({
		at: given[1] ?? "",
		code: "shell-script-count",
		summary: given.length === 0 ? "There is no script to run" : `${given.join(" and ")} are given together`,
		detail: "Exactly one of inline, script and scripts is needed."
	});
}
function isGiven(value) {
	return value !== void 0 && value.length > 0;
}
function checkFiles(findings, { workingDirectory }) {
	const { script, scripts = [] } = findings.options;
	const named = [...script === void 0 || script === "" ? [] : [{
		at: "script",
		path: script
	}], ...scripts.map((path, index) => ({
		at: `scripts[${index}]`,
		path
	}))];
	for (const { at, path } of named) {
		if (!findings.known(at)) continue;
		if (lookAtPath(path, workingDirectory).kind === "file") continue;
		findings.error({
			at,
			code: "script-not-found",
			summary: `There is no script ${path}`,
			detail: whereItWasLookedFor(path, workingDirectory, findings.fileOf(at))
		});
	}
}
function checkVariables(findings) {
	for (const [index, entry] of (findings.options.environment_vars ?? []).entries()) {
		const at = `environment_vars[${index}]`;
		if (splitAssignment(entry) !== void 0 || !findings.known(at)) continue;
		findings.error({
			at,
			code: "environment-variable-shape",
			summary: "An environment variable is not written as NAME=value",
			detail: `It is "${entry}". Write "NAME=value", or use env = { NAME = "value" }.`
		});
	}
}
function checkExitCodes(findings) {
	for (const [index, code] of findings.options.valid_exit_codes.entries()) {
		const at = `valid_exit_codes[${index}]`;
		if (/^-?\d+$/.test(code) || !findings.known(at)) continue;
		findings.error({
			at,
			code: "exit-code-shape",
			summary: `${code} is no exit status`,
			detail: "valid_exit_codes lists whole numbers, for example [0, 3]."
		});
	}
}
// src/engine/remote-script/options.ts
const remoteScriptOptions = {
	inline: option.strings.optional({
		doc: "Lines of a script. One of `inline`, `script` and `scripts` is required.",
		rendering: atRun()
	}),
	script: option.string.optional({ doc: "A script file to upload and run." }),
	scripts: option.strings.optional({ doc: "Script files to upload and run, one after the other." }),
	environment_vars: option.strings.optional({ doc: "Environment variables for the scripts, each `NAME=value`." }),
	env: option.stringMap.optional({ doc: "Environment variables for the scripts; goes before `environment_vars`." }),
	binary: option.bool.withDefault(false, { doc: "Uploads the script as it is. Otherwise `\\r\\n` becomes `\\n`, and a last line end is added." }),
	valid_exit_codes: option.strings.withDefault(["0"], { doc: "Exit statuses that are a success, as numbers; the list replaces 0." }),
	start_retry_timeout: option.duration.withDefault(3e5, { doc: "How long to try to reach the machine and start the script: after a reboot it takes a while." })
};
// src/provisioners/powershell/index.ts
const powershellProvisioner = {
	type: "powershell",
	schema: {
		...remoteScriptOptions,
		remote_path: option.string.optional({ doc: "Path of the script on the machine. Default: one in `c:/Windows/Temp`." }),
		remote_env_var_path: option.string.optional({ doc: "Path of the file with the environment variables. Default: one in `c:/Windows/Temp`." }),
		env_var_format: option.string.withDefault("$env:%s=\"%s\"; ", { doc: "How a variable is written, with `%s` for its name and again for its value." }),
		elevated_env_var_format: option.string.withDefault("$env:%s=\"%s\"; ", { doc: "As `env_var_format`, for scripts that run elevated." }),
		execute_command: option.string.optional({
			doc: "How a script is run, with `{{ .Path }}` and `{{ .Vars }}`.",
			rendering: atRun("Path", "Vars")
		}),
		elevated_execute_command: option.string.optional({
			doc: "As `execute_command`, for scripts that run elevated.",
			rendering: atRun("Path", "Vars")
		}),
		execution_policy: option.string.withDefault("bypass", {
			doc: "PowerShell's execution policy; `none` calls the script without naming one.",
			choices: [
				"bypass",
				"allsigned",
				"default",
				"remotesigned",
				"restricted",
				"undefined",
				"unrestricted",
				"none"
			]
		}),
		elevated_user: option.string.optional({ doc: "User to run the scripts as, with elevated rights." }),
		elevated_password: option.string.optional({
			doc: "Password of `elevated_user`.",
			sensitive: true,
			rendering: atRun()
		}),
		debug_mode: option.number.withDefault(0, { doc: "Level of `Set-PSDebug -Trace`: 0, 1 or 2." }),
		skip_clean: option.bool.withDefault(false, { doc: "Leaves the scripts on the machine." }),
		pause_after: option.duration.withDefault(0, { doc: "Waits this long after the last script." }),
		use_pwsh: option.bool.withDefault(false, { doc: "Runs `pwsh` in place of `powershell`." })
	},
	instead: "Windows images are not built yet. Use Packer for this template.",
	validate: (decoded, context) => {
		const findings = new OptionFindings(decoded);
		const { elevated_user: user, elevated_password: password, debug_mode: level } = decoded.options;
		if (password && !user && findings.known("elevated_user")) findings.error({
			at: "elevated_password",
			code: "missing-option",
			summary: "elevated_password needs elevated_user",
			detail: "Say whose password it is: add elevated_user, or remove elevated_password."
		});
		checkRemoteScript(findings, context);
		if (findings.known("debug_mode") && ![
			0,
			1,
			2
		].includes(level)) findings.error({
			at: "debug_mode",
			code: "invalid-value",
			summary: "debug_mode must be 0, 1 or 2",
			detail: `${level} is no trace level of Set-PSDebug.`
		});
		return findings.diagnostics;
	}
};
// src/provisioners/shell/options.ts
const COMMAND_FIELDS = [
	"Path",
	"Vars",
	"EnvVarFile"
];
const shellSchema = {
	...remoteScriptOptions,
	inline_shebang: option.string.optional({ doc: "First line of the script made of `inline`, without `#!`. Default `/bin/sh -e`, unless the lines begin with `#!`." }),
	env_var_format: option.string.optional({ doc: "How a variable is written, with `%s` for its name and again for its value. Default `%s='%s' `; in a variable file `export %s='%s'` and a line end." }),
	use_env_var_file: option.bool.withDefault(false, { doc: "Uploads the variables as a file (mode 0600) and reads it in before the script: they then are in no command line." }),
	execute_command: option.string.optional({
		doc: "How a script is run, with `{{ .Path }}`, `{{ .Vars }}` and `{{ .EnvVarFile }}`. Default `chmod +x {{.Path}}; {{.Vars}} {{.Path}}`; with a variable file `chmod +x {{.Path}}; . {{.EnvVarFile}} && {{.Path}}`.",
		rendering: atRun(...COMMAND_FIELDS)
	}),
	remote_folder: option.string.withDefault("/tmp", { doc: "Folder on the machine for the script." }),
	remote_file: option.string.optional({ doc: "Its file name there. Default: a random one." }),
	remote_path: option.string.optional({ doc: "The whole path on the machine, for every script of this block; goes before `remote_folder` and `remote_file`." }),
	expect_disconnect: option.bool.withDefault(false, { doc: "A connection that ends while the script runs (a reboot) is no error." }),
	skip_clean: option.bool.withDefault(false, { doc: "Leaves the script and the variable file on the machine." }),
	pause_after: option.duration.withDefault(0, { doc: "Waits this long after the last script." })
};
// src/provisioners/shell/validate.ts
function validateShell(decoded, context) {
	const findings = new OptionFindings(decoded);
	checkRemoteScript(findings, context);
	return findings.diagnostics;
}
// src/provisioners/shell/index.ts
const shellProvisioner = {
	type: "shell",
	schema: shellSchema,
	validate: validateShell,
	behaviourVersion: 1,
	localInputs: ({ options }) => scriptPaths(options).map((path) => ({
		path,
		modes: "none"
	})),
	provision: async (decoded, context) => {
		const { runShell } = await import("./provision-BKRMdJy3.js");
		await runShell(decoded, context);
	}
};
// src/provisioners/shell-local/index.ts
const shellLocalProvisioner = {
	type: "shell-local",
	isLocal: true,
	writesLocalFiles: () => true,
	schema: localScriptSchema,
	validate: validateLocalScript,
	provision: runLocalScript,
	behaviourVersion: 1,
	localInputs: ({ options: { script, scripts = [] } }) => [...script === void 0 ? [] : [script], ...scripts].map((path) => ({
		path,
		modes: "none"
	}))
};
const sleepProvisioner = {
	type: "sleep",
	isLocal: true,
	schema: { duration: option.duration.withDefault(0, {
		doc: "How long to wait.",
		decides: "run"
	}) },
	behaviourVersion: 1,
	localInputs: () => [],
	validate: () => [],
	async provision({ options: { duration } }, { build, clock, emit, signal }) {
		emit({
			type: "progress",
			build,
			message: `Sleeping for ${describeDuration(duration)}`
		});
		await clock.sleep(duration, signal);
	}
};
const windowsRestartProvisioner = {
	type: "windows-restart",
	schema: {
		restart_command: option.string.withDefault("shutdown /r /f /t 0 /c \"packer restart\"", { doc: "What restarts the machine." }),
		restart_check_command: option.string.optional({ doc: "What is run on the machine until it succeeds, to see that it is back." }),
		restart_timeout: option.duration.withDefault(3e5, { doc: "How long to wait for the machine." }),
		check_registry: option.bool.withDefault(false, { doc: "Waits until no key of `registry_keys` is there any more." }),
		registry_keys: option.strings.optional({ doc: "Registry keys that are there while a restart is due. Default: those of the component store." })
	},
	instead: "Windows images are not built yet. Use Packer for this template.",
	validate: () => []
};
// src/provisioners/windows-shell/index.ts
const windowsShellProvisioner = {
	type: "windows-shell",
	schema: {
		...remoteScriptOptions,
		remote_path: option.string.withDefault("c:/Windows/Temp/script.bat", { doc: "Path of the script on the machine." }),
		env_var_format: option.string.withDefault("set \"%s=%s\" && ", { doc: "How a variable is written, with `%s` for its name and again for its value." }),
		execute_command: option.string.withDefault("{{.Vars}}\"{{.Path}}\"", {
			doc: "How a script is run, with `{{ .Path }}` and `{{ .Vars }}`.",
			rendering: atRunWithOnly("Path", "Vars")
		})
	},
	instead: "Windows images are not built yet. Use Packer for this template.",
	validate: (decoded, context) => {
		const findings = new OptionFindings(decoded);
		checkRemoteScript(findings, context);
		return findings.diagnostics;
	}
};
// src/app/run/deadline.ts
const HOSTED_MINUTES = 360;
const ELSEWHERE_MINUTES = 1440;
const LONGEST_MINUTES = 7200;
const MARGIN_MINUTES = 120;
function lifetimes(minutes, environment) {
	const isHosted = environment["RUNNER_ENVIRONMENT"] === "github-hosted";
	const deadline = minutes ?? (isHosted ? HOSTED_MINUTES : ELSEWHERE_MINUTES);
	return {
		deadlineMs: deadline === 0 ? void 0 : deadline * 6e4,
		lifetimeMs: ((deadline || LONGEST_MINUTES) + MARGIN_MINUTES) * 6e4
	};
}
// src/app/templates/foreign-components.ts
const SHELL_INSTEAD = "Use a \"shell\" provisioner that calls the tool on the machine.";
const AMI_ONLY = "bake-ami makes AWS images only: use the \"amazon-ebs\" builder, or Packer for other platforms.";
const foreignComponents = new Map([
	[
		AMI_ONLY,
		"azure-arm",
		"azure-chroot",
		"azure-dtl",
		"googlecompute",
		"docker",
		"digitalocean",
		"hcloud"
	],
	[
		AMI_ONLY,
		"qemu",
		"virtualbox-iso",
		"virtualbox-ovf",
		"virtualbox-vm",
		"vmware-iso",
		"vmware-vmx",
		"vagrant"
	],
	[
		AMI_ONLY,
		"vsphere-iso",
		"vsphere-clone",
		"proxmox-iso",
		"proxmox-clone",
		"openstack",
		"oracle-oci",
		"linode"
	],
	[
		AMI_ONLY,
		"parallels-iso",
		"parallels-pvm",
		"hyperv-iso",
		"hyperv-vmcx",
		"alicloud-ecs",
		"tencentcloud-cvm"
	],
	[
		AMI_ONLY,
		"lxc",
		"lxd",
		"scaleway",
		"vultr",
		"yandex",
		"ibmcloud-vpc",
		"nutanix",
		"tart-cli",
		"cloudstack"
	],
	["Windows images are not built yet. Use Packer for this template.", "windows-update"],
	[
		SHELL_INSTEAD,
		"chef-client",
		"chef-solo",
		"puppet-masterless",
		"puppet-server",
		"salt-masterless"
	],
	[
		SHELL_INSTEAD,
		"converge",
		"inspec",
		"goss",
		"mondoo"
	],
	["Use \"shell-local\" with the AWS CLI.", "amazon-ami-management"],
	[
		AMI_ONLY,
		"docker-import",
		"docker-push",
		"docker-save",
		"docker-tag",
		"vagrant-cloud",
		"vagrant-registry"
	],
	[
		AMI_ONLY,
		"vsphere",
		"vsphere-template",
		"exoscale-import"
	],
	[
		AMI_ONLY,
		"googlecompute-export",
		"googlecompute-import",
		"digitalocean-import"
	]
].flatMap(([remedy, ...names]) => names.map((name) => [name, remedy])));
// src/app/templates/origin.ts
function originTags(environment) {
	const { GITHUB_SHA: commit, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = environment;
	return {
		...commit && { "bake-ami:commit": commit },
		...server && repository && run && { "bake-ami:run-url": `${server}/${repository}/actions/runs/${run}` }
	};
}
function localAddresses() {
	return Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).filter(({ internal }) => !internal).map(({ address }) => address));
}
const WHAT_IS_MY_ADDRESS = "https://checkip.amazonaws.com/";
async function publicAddress(signal) {
	let cause;
	try {
		const response = await fetch(WHAT_IS_MY_ADDRESS, {
			signal,
			redirect: "error"
		});
		const address = (await response.text()).trim();
		if (response.ok && isIP(address) !== 0) return address;
	} catch (thrown) {
		cause = thrown;
	}
	throw new BakeError(`${WHAT_IS_MY_ADDRESS} did not tell this machine's public address`, {
		code: "public-address-unknown",
		category: "connection",
		hint: "Write \"temporary_security_group_source_cidrs\", or \"security_group_id\" with a group of your own.",
		cause
	});
}
// src/app/registry.ts
function createRegistry(request) {
	const { connections, dataConnections, environment, clock, ids, secrets, hostKeyPolicy, locateMachine } = request;
	return {
		builders: byType(amazonEbsBuilder({
			connections,
			tags: originTags(environment),
			fallbackInstanceTypes: request.fallbackInstanceTypes,
			verification: request.verification,
			parameters: request.parameters,
			...lifetimes(request.deadlineMinutes, environment),
			publicAddress,
			localAddresses,
			portSessions: portSessions({
				clock,
				ids,
				secrets,
				agentFor: async ({ isSecure, isInsecure }) => {
					const { agentsOf } = await import("./http-handler-D87LP-W6.js");
					return agentsOf(environment, isInsecure)[isSecure ? "https" : "http"];
				}
			}),
			...locateMachine !== void 0 && { locateMachine }
		})),
		communicators: byType(sshCommunicator({ hostKeyPolicy }), noneCommunicator),
		provisioners: byType(shellProvisioner, shellLocalProvisioner, fileProvisioner, ansibleProvisioner, sleepProvisioner, breakpointProvisioner),
		postProcessors: byType(manifestPostProcessor, shellLocalPostProcessor),
		declared: DECLARED,
		dataSources: byType(amazonAmiDataSource(dataConnections), amazonParameterstoreDataSource(dataConnections), amazonSecretsmanagerDataSource(dataConnections), httpDataSource(clock), nullDataSource),
		askRemote: remoteFunctions({
			environment,
			clock,
			connections: dataConnections,
			registerSecret: (secret) => secrets.register(secret)
		})
	};
}
const DECLARED = {
	builders: byType(ebsSurrogateBuilder, ebsVolumeBuilder, amazonChrootBuilder, amazonInstanceBuilder, nullBuilder, fileBuilder),
	communicators: byType(winrmCommunicator),
	provisioners: byType(powershellProvisioner, windowsShellProvisioner, windowsRestartProvisioner, ansibleLocalProvisioner, hcpSbomProvisioner),
	postProcessors: byType(checksumPostProcessor, compressPostProcessor, artificePostProcessor, provenancePostProcessor, amazonImportPostProcessor)
};
function catalogOf(registry) {
	return mergedCatalog(registry, foreignComponents);
}
function byType(...plugins) {
	return new Map(plugins.map((plugin) => [plugin.type, plugin]));
}
export { printManifest as a, mentionsShutdown as c, parseManifest as i, communicatorType as l, createRegistry as n, lookAtPath as o, appendToManifest as r, partitionOf as s, catalogOf as t, judgePlan as u };
