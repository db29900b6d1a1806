import { o as __toESM, r as __exportAll, t as __commonJSMin } from "./rolldown-runtime-COqNOauY.js";
import { n as suggestion, t as didYouMean } from "./suggestion-ENnSlTJ0.js";
import { S as wayInOf, _ as tagMap, a as _usingCtx, b as retryWhile, c as removeImage, d as BUILD_TAG, f as EXPIRES_AT_TAG, g as ec2Tags, h as SOURCE_AMI_TAG, i as Source, l as snapshotIdsOf, m as RUN_TAG, p as NEVER, s as deleteSnapshots, u as unlessGone, v as tagSpecification, y as tagValue } from "./hostile-text-D5YkQhqw.js";
import { A as identityText, C as mapOf, D as typesEqual, E as tupleOf, M as formatNumber, N as parseNumber, O as withoutOptional, P as toSafeInteger, S as listOf, T as setOf, _ as STRING$2, a as isSequence, b as isCollection, c as FunctionFault, d as SENSITIVE, f as TRUE, g as NUMBER$3, h as DYNAMIC, i as isMapping, j as HclNumber, k as compareText, l as fault, m as BOOL, n as argumentAt, o as textAt, p as Value, r as integerAt, s as textList, t as STRINGS, u as FALSE, v as friendlyName, w as objectOf, x as isPrimitive, y as hasDynamic } from "./arguments-Ct1bpPHE.js";
import { n as parseDuration, t as describeDuration } from "./duration-CvR11Ozc.js";
import { i as parseTimestamp, n as formatTimestamp, r as localDate, t as formatOffset } from "./timestamp-BcXWUhnp.js";
import { a as textFunction, i as decodeBase64, n as base64encode, r as base64gzip, t as base64decode } from "./base64-DP2pEMir.js";
import { n as IncompleteArtifactError, o as toBakeError, s as errorMessage, t as BakeError } from "./errors-B7WcGKTd.js";
import { t as errorCode } from "./error-code-HEWbmr7s.js";
import { n as withDeadline, t as orAborted } from "./deadline-YgD0Q8NY.js";
import { a as isForeign, i as isDenied, n as awsCodeOf, o as isNotFound, t as AwsError } from "./errors-DDMrcXFu.js";
import { t as localPath } from "./local-path-QQi097pr.js";
import { t as isRecord } from "./is-record-DahPzVSt.js";
import { t as splitAssignment } from "./assignment-CO06e-o7.js";
import { n as shellWord, t as escapeForSingleQuotes } from "./posix-shell-DMV6XIRl.js";
import { t as runLocalProcess } from "./local-process-DQAnTVDG.js";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { homedir, networkInterfaces } from "node:os";
import path, { basename as basename$1, dirname as dirname$1, join as join$1, resolve } from "node:path";
import { isIP, isIPv4, isIPv6 } from "node:net";
import { isUtf8 } from "node:buffer";
import { constants as constants$1, createHash, createPrivateKey, privateDecrypt } from "node:crypto";
import { readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
// src/kernel/diagnostics.ts
function errorDiagnostic(parts) {
	return {
		severity: "error",
		...parts
	};
}
function warningDiagnostic(parts) {
	return {
		severity: "warning",
		...parts
	};
}
function hasErrors(diagnostics) {
	return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
// src/kernel/schema.ts
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
		choices: settings.choices,
		refusedChoices: settings.refusedChoices,
		note: settings.note
	};
}
function blockOption(schema, repeated, settings) {
	return {
		kind: "block",
		schema,
		repeated,
		doc: settings.doc,
		required: settings.required ?? false,
		note: settings.note
	};
}
const option = {
	string: attribute("string"),
	number: attribute("number"),
	bool: attribute("bool"),
	duration: attribute("duration"),
	strings: attribute("strings"),
	stringMap: attribute("string-map"),
	block: (schema, settings) => blockOption(schema, false, settings),
	blocks: (schema, settings) => blockOption(schema, true, settings),
	unsupported: (doc, remedy) => ({
		kind: "unsupported",
		doc,
		remedy
	})
};
const NO_WINRM$2 = "WinRM and Windows images are not supported yet. Use \"ssh\" for a machine that has an SSH server; Packer for this template otherwise.";
function mergedCatalog(registry, unsupported) {
	const communication = communicatorOptions(registry);
	const builders = /* @__PURE__ */ new Map();
	for (const [type, { schema, generatedNames }] of registry.builders) builders.set(type, {
		type,
		schema: {
			...communication,
			...schema
		},
		generatedNames
	});
	return {
		builders,
		provisioners: registry.provisioners,
		postProcessors: registry.postProcessors,
		unsupported
	};
}
function communicatorOptions({ communicators }) {
	const merged = { communicator: option.string.withDefault("ssh", {
		doc: "How to talk to the machine.",
		choices: [...communicators.keys()],
		refusedChoices: { winrm: NO_WINRM$2 }
	}) };
	for (const { schema } of communicators.values()) Object.assign(merged, withoutRequired(schema));
	return merged;
}
function withoutRequired(schema) {
	return Object.fromEntries(Object.entries(schema).map(([name, each]) => [name, each.kind === "unsupported" ? each : {
		...each,
		required: false
	}]));
}
// src/engine/judged-plan.ts
function judgePlan({ builds }, registry, context) {
	return withoutRepetition(builds.flatMap((planned) => judgeBuild(planned, registry, context)));
}
function judgeBuild(planned, registry, context) {
	const diagnostics = [];
	const judge = (plugins, component, what) => {
		const plugin = find(plugins, component, what, diagnostics);
		if (plugin !== void 0) diagnostics.push(...plugin.validate(component.decoded, context));
	};
	judge(registry.builders, planned.builder, "builder");
	const communicator = findCommunicator(registry, planned.builder, diagnostics);
	if (communicator !== void 0) {
		const missing = missingOptions(communicator, planned.builder);
		diagnostics.push(...missing.length > 0 ? missing : communicator.validate(planned.builder.decoded, context));
	}
	for (const provisioner of provisionersOf(planned)) judge(registry.provisioners, provisioner, "provisioner");
	for (const postProcessor of planned.postProcessorChains.flat()) judge(registry.postProcessors, postProcessor, "post-processor");
	return diagnostics;
}
function provisionersOf({ provisioners, errorCleanupProvisioner }) {
	return errorCleanupProvisioner === void 0 ? provisioners : [...provisioners, errorCleanupProvisioner];
}
function find(plugins, component, what, diagnostics) {
	const plugin = plugins.get(component.type);
	if (plugin === void 0) diagnostics.push(errorDiagnostic({
		code: `unknown-${what}`,
		summary: `Unknown ${what} "${component.type}"`,
		detail: `There is no ${what} named "${component.type}".${didYouMean(component.type, plugins.keys())}`,
		subject: component.range
	}));
	return plugin;
}
function findCommunicator(registry, source, diagnostics) {
	const type = communicatorType(source.decoded);
	const communicator = registry.communicators.get(type);
	if (communicator === void 0) {
		const known = [...registry.communicators.keys()];
		diagnostics.push(errorDiagnostic({
			code: "unknown-communicator",
			summary: `Unknown communicator "${type}"`,
			detail: `There is no communicator named "${type}"; there are ${known.join(", ")}.${didYouMean(type, known)}`,
			subject: source.decoded.range("communicator")
		}));
	}
	return communicator;
}
function missingOptions({ type, schema }, source) {
	return Object.entries(schema).filter(([name, each]) => each.kind !== "unsupported" && each.required && !source.decoded.given(name)).map(([name]) => errorDiagnostic({
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
// src/builders/amazon-ebs/artifact.ts
const BUILDER_ID = "mitchellh.amazonebs";
function summarise(images, sourceImageId) {
	const sorted = images.toSorted((a, b) => a.region < b.region ? -1 : 1);
	return {
		builderId: BUILDER_ID,
		id: sorted.map(({ region, id }) => `${region}:${id}`).join(","),
		description: `AMIs were created:\n${sorted.map(({ region, id }) => `${region}: ${id}\n`).join("")}`,
		images: sorted.map(({ region, id, name, snapshotIds }) => ({
			region,
			id,
			name,
			snapshotIds
		})),
		sourceImageId
	};
}
function amiArtifact({ aws, context }, images, sourceImageId, generated) {
	return {
		summary: summarise(images, sourceImageId),
		files: [],
		generated,
		destroy: async (signal) => {
			await Promise.all(images.map(({ region, id }) => removeImage(aws.ec2(region), context.clock, id, signal)));
		}
	};
}
// src/builders/amazon-ebs/made-image.ts
function imageRef({ region, id, name }) {
	return {
		kind: "image",
		id,
		region,
		name
	};
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
		return await bake.scope.own(intent, (token) => create(token, limit.signal));
	} finally {
		signal.removeEventListener("abort", onAbort);
		done.abort();
	}
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
// src/builders/amazon-ebs/steps/await-image.ts
const TAGGING_LIMIT_MS = 1e4;
async function awaitImage(bake, image) {
	const { region, id, name } = image;
	const { aws, context, scope } = bake;
	const progress = new SnapshotProgress(bake, region, id);
	try {
		const available = await aws.poller(region).image(id, (described) => {
			progress.follow(described);
			if (described?.State === "available") return described;
			if (described?.State === void 0 || described.State === "pending") return void 0;
			throw failed(id, region, described);
		}, { signal: context.signal });
		return {
			region,
			id,
			name,
			snapshotIds: snapshotIdsOf(available),
			tags: available.Tags ?? []
		};
	} catch (thrown) {
		const error = toBakeError(thrown);
		if (context.signal.aborted || image.isIntermediate || error.code === "image-failed") throw thrown;
		scope.keep(imageRef(image), "it may still be growing, although it can not be watched any more");
		await tagAsLasting$1(bake, image, progress.snapshotIds);
		throw stillGrowing(image, error);
	} finally {
		progress.end();
	}
}
async function tagAsLasting$1(bake, { region, id }, snapshotIds) {
	const { aws, context } = bake;
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
		hint: `It was left as it is and may become available: look with \`aws ec2 describe-images --region ${region} --image-ids ${id}\`. ${error.hint ?? ""}`.trim(),
		cause: error
	});
}
function failed(id, region, { State, StateReason }) {
	const reason = StateReason?.Message;
	return new BakeError(`The AMI ${id} in ${region} is ${State}${reason === void 0 ? "" : `: ${reason}`}`, {
		code: "image-failed",
		category: "cloud",
		hint: "With encryption, check that the credentials may use the KMS key (kms:CreateGrant, kms:DescribeKey, kms:ReEncrypt*, kms:GenerateDataKey*, kms:Decrypt), and that its policy allows it in that region."
	});
}
var SnapshotProgress = class {
	#bake;
	#region;
	#imageId;
	#end = new AbortController();
	#percent = /* @__PURE__ */ new Map();
	#told = -1;
	constructor(bake, region, imageId) {
		this.#bake = bake;
		this.#region = region;
		this.#imageId = imageId;
	}
	follow(image) {
		if (image?.State !== "pending") return;
		for (const id of snapshotIdsOf(image)) if (!this.#percent.has(id)) this.#watch(id);
	}
	get snapshotIds() {
		return [...this.#percent.keys()];
	}
	end() {
		this.#end.abort();
	}
	#watch(id) {
		const { aws, context } = this.#bake;
		this.#percent.set(id, 0);
		aws.poller(this.#region).snapshot(id, (snapshot) => {
			this.#percent.set(id, Number.parseInt(snapshot?.Progress || "0", 10) || 0);
			this.#tell();
			return snapshot?.State === "completed" || snapshot?.State === "error" ? true : void 0;
		}, { signal: AbortSignal.any([context.signal, this.#end.signal]) }).catch(() => void 0);
	}
	#tell() {
		const all = [...this.#percent.values()];
		const percent = Math.floor(all.reduce((sum, one) => sum + one, 0) / all.length);
		if (percent <= this.#told) return;
		this.#told = percent;
		const message = `${this.#imageId} in ${this.#region}: its snapshots are ${percent} % done`;
		this.#bake.context.emit({
			type: "progress",
			build: this.#bake.context.build,
			message,
			percent
		});
	}
};
// src/builders/amazon-ebs/steps/copy-image.ts
async function copyImage(bake, source, region, request) {
	const { aws, options, ownership } = bake;
	const { name, description, tags } = request;
	const key = keyFor(bake, region);
	const { id } = await make(bake, {
		kind: "image",
		region,
		name
	}, async (token, signal) => {
		const { ImageId } = await aws.ec2(region).copyImage({
			SourceImageId: source.id,
			SourceRegion: source.region,
			Name: name,
			ClientToken: token,
			...description ? { Description: description } : {},
			...options.encrypt_boot === void 0 ? {} : { Encrypted: options.encrypt_boot },
			...key === void 0 ? {} : { KmsKeyId: key },
			...options.snapshot_copy_duration_minutes === void 0 ? {} : { SnapshotCopyCompletionDurationMinutes: options.snapshot_copy_duration_minutes },
			TagSpecifications: [tagSpecification("image", tags.image, ownership), tagSpecification("snapshot", tags.snapshot, ownership)]
		}, signal);
		return { id: ImageId ?? "" };
	});
	return id;
}
function keyFor({ options, region: own }, region) {
	if (options.encrypt_boot !== true) return void 0;
	return options.region_kms_key_ids[region] || (region === own ? options.kms_key_id : void 0) || void 0;
}
// src/builders/amazon-ebs/block-devices.ts
const TYPES_WITH_IOPS = /* @__PURE__ */ new Set([
	"io1",
	"io2",
	"gp3"
]);
const INSTANCE_STORE_DEVICES = 26;
function blockDeviceMappings$1(devices) {
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
async function createImage(bake, instanceId, request) {
	const { ec2, options, context, region, ownership } = bake;
	const { clock } = context;
	const { name, description, tags } = request;
	const devices = blockDeviceMappings$1(options.ami_block_device_mappings);
	const input = {
		InstanceId: instanceId,
		Name: name,
		...description ? { Description: description } : {},
		...devices.length === 0 ? {} : { BlockDeviceMappings: devices }
	};
	const TagSpecifications = [tagSpecification("image", tags.image, ownership), tagSpecification("snapshot", tags.snapshot, ownership)];
	const { id } = await make(bake, {
		kind: "image",
		region,
		name
	}, async (_token, signal) => {
		const attempt = (request) => retryWhile(clock, signal, (thrown, number) => awsCodeOf(thrown) === "IncorrectState" && number <= STOPPED_AFTER_TRIES, () => ec2.createImage(request, signal));
		try {
			const { ImageId } = await attempt({
				...input,
				TagSpecifications
			}).catch((thrown) => {
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
	const { Images = [] } = await ec2.describeImages({
		Owners: ["self"],
		Filters: [{
			Name: "name",
			Values: [name]
		}]
	}, signal);
	return Images.find(({ Tags, SourceInstanceId }) => tagValue(Tags, "bake-ami:run") === context.runId && (SourceInstanceId ?? instanceId) === instanceId)?.ImageId;
}
// src/builders/amazon-ebs/steps/finish-image.ts
const VISIBLE_AFTER_TRIES$2 = 8;
async function finishImage(bake, image, tags) {
	const { aws, context } = bake;
	const ec2 = aws.ec2(image.region);
	await Promise.all([
		...imageChanges(bake, ec2, image),
		...snapshotChanges(bake, ec2, image),
		() => tagAsLasting(bake, ec2, image, tags)
	].map((change) => retryWhile(context.clock, context.signal, (thrown, attempt) => isNotFound(thrown) && attempt <= VISIBLE_AFTER_TRIES$2, change)));
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
	const protection = options.deregistration_protection;
	if (protection !== void 0 && (protection.enabled || protection.with_cooldown)) {
		const WithCooldown = protection.with_cooldown;
		changes.push(() => ec2.enableImageDeregistrationProtection({
			ImageId,
			WithCooldown
		}, signal));
	}
	return changes;
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
	const lasting = { [EXPIRES_AT_TAG]: NEVER };
	const missing = ec2Tags(tags.image, bake.ownership).some(({ Key = "" }) => tagValue(image.tags, Key) === void 0);
	try {
		if (!missing) {
			await ec2.createTags({
				Resources: [id, ...snapshotIds],
				Tags: ec2Tags(lasting)
			}, signal);
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
		warn(bake, `${id} in ${region} keeps its tag ${EXPIRES_AT_TAG}, because ec2:CreateTags is not allowed: a sweep would remove it`);
	}
}
// src/builders/amazon-ebs/steps/replace-old-images.ts
async function deregisterOldImages(site, region, name) {
	if (!replacesOldImage(site)) return [];
	const { aws, context } = site;
	const ec2 = aws.ec2(region);
	const { Images = [] } = await ec2.describeImages({
		Owners: ["self"],
		Filters: [{
			Name: "name",
			Values: [name]
		}]
	}, context.signal);
	for (const { ImageId } of Images) {
		note(site, `Deregistering the older AMI ${ImageId} in ${region}`);
		await unlessGone(ec2.deregisterImage({ ImageId }, context.signal));
	}
	return Images.flatMap(snapshotIdsOf);
}
async function deleteOldSnapshots(site, region, snapshotIds) {
	const { options, aws, context } = site;
	if (!options.force_delete_snapshot || snapshotIds.length === 0) return;
	note(site, `Deleting the snapshots of the older AMI in ${region}: ${snapshotIds.join(", ")}`);
	await deleteSnapshots(aws.ec2(region), context.clock, snapshotIds, context.signal);
}
// src/builders/amazon-ebs/make-images.ts
async function makeImages(bake, instanceId, sourceImageId, request) {
	const { context, options, region, scope } = bake;
	const isFinal = options.encrypt_boot !== true && !options.skip_save_build_region;
	const first = isFinal ? request : {
		...request,
		name: `bake-ami-intermediate-${context.ids.token(12)}`
	};
	let oldSnapshots = [];
	const imageId = await context.step("create-image", `Creating the AMI ${first.name}`, async () => {
		if (isFinal) oldSnapshots = await deregisterOldImages(bake, region, request.name);
		return createImage(bake, instanceId, first);
	});
	const image = await context.step("await-image", `Waiting for ${imageId} to become available`, () => awaitImage(bake, {
		region,
		id: imageId,
		name: first.name,
		isIntermediate: !isFinal
	}));
	scope.release({
		kind: "instance",
		id: instanceId,
		region
	});
	const copies = targetRegions(bake).filter((target) => !isFinal || target !== region);
	const outcomes = await Promise.allSettled([...isFinal ? [finishFirst(bake, image, request.tags, oldSnapshots)] : [], ...copies.map((target) => copyTo(bake, image, target, request))]);
	if (!isFinal) scope.release(imageRef(image));
	context.signal.throwIfAborted();
	const made = outcomes.filter((outcome) => outcome.status === "fulfilled").map(({ value }) => value);
	for (const done of made) scope.keep(imageRef(done), "it is the result of the build");
	const failures = outcomes.filter((outcome) => outcome.status === "rejected").map(({ reason }) => reason);
	if (failures.length > 0) throw failure(failures, made, sourceImageId);
	return made;
}
async function finishFirst(bake, image, tags, oldSnapshots) {
	await bake.context.step("finish-image", `Setting attributes of ${image.id}`, async () => {
		await finishImage(bake, image, tags);
		await deleteOldSnapshots(bake, image.region, oldSnapshots);
	});
	return image;
}
async function copyTo(bake, source, region, request) {
	const title = region === source.region ? `Encrypting the AMI in ${region}` : `Copying the AMI ${source.id} to ${region}`;
	return bake.context.step(`copy-image-${region}`, title, async () => {
		const oldSnapshots = await deregisterOldImages(bake, region, request.name);
		const image = await awaitImage(bake, {
			region,
			id: await copyImage(bake, source, region, request),
			name: request.name,
			isIntermediate: false
		});
		await finishImage(bake, image, request.tags);
		await deleteOldSnapshots(bake, region, oldSnapshots);
		return image;
	});
}
function failure(failures, made, sourceImageId) {
	if (made.length === 0) return failures[0];
	const reasons = failures.map((thrown) => toBakeError(thrown));
	const [first] = reasons;
	const kept = made.map(({ region, id }) => `${id} in ${region}`).join(", ");
	return new IncompleteArtifactError(`${reasons.map(({ message }) => message).join("; ")}. Finished and kept: ${kept}`, summarise(made, sourceImageId), {
		code: first?.code ?? "incomplete-artifact",
		category: first?.category ?? "cloud",
		...first?.hint === void 0 ? {} : { hint: first.hint },
		cause: failures[0]
	});
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
function hintFor(code) {
	switch (code) {
		case "Client.VolumeLimitExceeded": return "The quota for EBS volumes is used up: free some, or ask for more in the Service Quotas console.";
		case "Client.InvalidSnapshot.NotFound": return "A snapshot of a block device mapping does not exist in this region.";
		case "Client.InternalError": return "Often the volume is encrypted with a KMS key that the credentials may not use: allow kms:CreateGrant, kms:Decrypt, kms:DescribeKey and kms:GenerateDataKeyWithoutPlaintext on it.";
		case "Server.InsufficientInstanceCapacity": return "Try again later, with another instance_type, or in another subnet or availability zone.";
		default: return "If nobody ended it, look at its console output and at the CloudTrail events of the instance.";
	}
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
async function awaitRunning({ aws, region, context }, instanceId) {
	return aws.poller(region).instance(instanceId, (instance) => {
		assertAlive(instanceId, instance);
		if (instance?.State?.Name !== "running") return void 0;
		return new NoConnection(instanceId, instance.PublicIpAddress || instance.PrivateIpAddress || "");
	}, { signal: context.signal });
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
// src/builders/amazon-ebs/steps/connect.ts
const LOOKS_FOR_PUBLIC_ADDRESS = 2;
const WATCH_PACE_MS = 5e3;
async function connect(bake, instanceId) {
	const { connector, context } = bake;
	const giveUp = new AbortController();
	const connected = connector.connect(connectTarget(bake, instanceId), AbortSignal.any([context.signal, giveUp.signal]));
	const enough = new AbortController();
	const lost = watch(bake, instanceId, AbortSignal.any([context.signal, enough.signal]));
	try {
		return await Promise.race([connected, lost]);
	} catch (thrown) {
		giveUp.abort(thrown);
		connected.then((communicator) => communicator.close(), () => void 0);
		throw thrown;
	} finally {
		enough.abort();
		lost.catch(() => void 0);
	}
}
async function watch({ aws, region }, instanceId, signal) {
	return aws.poller(region).instance(instanceId, (instance) => {
		assertAlive(instanceId, instance);
	}, {
		signal,
		paceMs: WATCH_PACE_MS
	});
}
function connectTarget(bake, instanceId) {
	const { dependencies, connector } = bake;
	const consoleKeys = new ConsoleHostKeys(bake, instanceId);
	let known;
	return {
		name: instanceId,
		async address(signal) {
			if (dependencies.locateMachine !== void 0 && connector.fixedHost === void 0) return dependencies.locateMachine(instanceId, signal);
			known ??= connector.fixedHost ?? await firstAddress(bake, instanceId, signal);
			return { host: known };
		},
		get provenHostKeys() {
			return consoleKeys.isOpen ? (signal) => consoleKeys.read(signal) : void 0;
		}
	};
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
	}, { signal });
}
function withoutAddress(instanceId, wanted) {
	return new BakeError(`The instance ${instanceId} runs and has no ${wanted ?? "address"}`, {
		code: "no-address",
		category: "connection",
		hint: wanted === "public_ip" || wanted === "public_dns" ? "Give it one with associate_public_ip_address = true in a public subnet (DNS names also need enableDnsHostnames in the VPC), or connect from within the network with ssh_interface = \"private_ip\"." : "Check the subnet and ssh_interface."
	});
}
// src/builders/amazon-ebs/provision-machine.ts
async function provisionMachine(bake, instanceId, generated, provision) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { context, options, connector } = bake;
		const communicator = _usingCtx$1.a(await context.step("connect", connectTitle(bake), () => connector.type === "none" ? awaitRunning(bake, instanceId) : connect(bake, instanceId)));
		await provision(communicator, generated);
		context.signal.throwIfAborted();
		if (options.ssh_clear_authorized_keys && connector.login.kind === "temporary-key") await context.step("clear-authorized-keys", "Removing the temporary SSH key from the machine", () => clearAuthorizedKeys(bake, communicator));
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function connectTitle({ connector }) {
	return connector.type === "none" ? "Waiting for the instance" : `Connecting by ${connector.type.toUpperCase()}`;
}
// src/builders/amazon-ebs/steps/enhance-network.ts
async function enhanceNetwork({ ec2, options, context }, instanceId) {
	const { signal } = context;
	if (options.sriov_support) await ec2.modifyInstanceAttribute({
		InstanceId: instanceId,
		SriovNetSupport: { Value: "simple" }
	}, signal);
	if (options.ena_support !== void 0) await ec2.modifyInstanceAttribute({
		InstanceId: instanceId,
		EnaSupport: { Value: options.ena_support }
	}, signal);
}
// src/builders/amazon-ebs/validation/instance.ts
function isBurstable(instanceType) {
	return /^(t2|t3|t3a|t4g)\./.test(instanceType);
}
function checkInstance(findings, workingDirectory) {
	checkSource(findings);
	checkUserData(findings, workingDirectory);
	checkPlacement(findings);
	checkTypeFeatures(findings);
	checkMetadata(findings);
}
function checkSource(findings) {
	const { options } = findings;
	if (!options.instance_type && findings.known("instance_type")) findings.error({
		at: "",
		code: "missing-option",
		summary: "instance_type is missing",
		detail: "Name the type of the instance to build on, for example instance_type = \"t3.micro\"."
	});
	if (options.source_ami || !findings.known("source_ami")) return;
	const filter = options.source_ami_filter;
	if (filter === void 0) findings.error({
		at: "",
		code: "missing-option",
		summary: "source_ami or source_ami_filter is missing",
		detail: "Name the AMI to start from in source_ami, or say in source_ami_filter how to find it."
	});
	else if (filter.owners.length === 0 && findings.known("source_ami_filter.owners")) findings.error({
		at: "source_ami_filter",
		code: "missing-option",
		summary: "source_ami_filter has no owners",
		detail: "Anybody may publish an AMI of any name. Say whose to take: account numbers, \"amazon\", \"aws-marketplace\" or \"self\", for example owners = [\"099720109477\"] for Canonical."
	});
}
function checkUserData(findings, workingDirectory) {
	findings.exclusive("user_data", "user_data_file", "Keep the text or the file.");
	const { user_data_file: path } = findings.options;
	if (!path || !findings.known("user_data_file")) return;
	if (statSync(resolve(workingDirectory, path), { throwIfNoEntry: false })?.isFile() === true) return;
	findings.error({
		at: "user_data_file",
		code: "file-not-found",
		summary: "user_data_file does not exist",
		detail: `There is no file ${JSON.stringify(path)} in ${workingDirectory}.`
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
	const type = options.instance_type ?? "";
	if (type === "" || !findings.known("instance_type")) return;
	if (options.enable_nitro_enclave && type.startsWith("t")) findings.error({
		at: "enable_nitro_enclave",
		code: "conflicting-options",
		summary: `${type} has no Nitro Enclaves`,
		detail: "Take an instance_type that is not burstable."
	});
	for (const name of ["enable_unlimited_credits", "enable_t2_unlimited"]) {
		if (!options[name] || isBurstable(type)) continue;
		findings.error({
			at: name,
			code: "conflicting-options",
			summary: `${type} has no CPU credits`,
			detail: `${name} is for the types T2, T3, T3a and T4g. Remove it, or take one of those.`
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
// src/builders/amazon-ebs/run-instances-input.ts
const NAME = { Name: "Packer Builder" };
function runInstancesInput(bake, inputs) {
	const { options, ownership } = bake;
	const { source, network, keyName, securityGroupIds, userData, tags } = inputs;
	const devices = [...blockDeviceMappings$1(options.launch_block_device_mappings), ...options.no_ephemeral ? withoutInstanceStore() : []];
	return {
		ImageId: source.ImageId,
		InstanceType: options.instance_type,
		MinCount: 1,
		MaxCount: 1,
		EbsOptimized: options.ebs_optimized,
		InstanceInitiatedShutdownBehavior: options.shutdown_behavior === "terminate" ? "terminate" : "stop",
		TagSpecifications: [
			tagSpecification("instance", NAME, tags.run, ownership),
			tagSpecification("volume", tags.volume, ownership),
			tagSpecification("network-interface", tags.run, ownership)
		],
		...keyName === void 0 ? {} : { KeyName: keyName },
		...userData === void 0 ? {} : { UserData: userData.toString("base64") },
		...devices.length === 0 ? {} : { BlockDeviceMappings: devices },
		...networkInput(bake, network, securityGroupIds),
		...placementInput(bake, network),
		...featureInput(bake)
	};
}
function networkInput({ options }, network, securityGroupIds) {
	const wantsPublicAddress = options.associate_public_ip_address;
	const groups = [...securityGroupIds];
	const subnet = network.subnetId === void 0 ? {} : { SubnetId: network.subnetId };
	if (wantsPublicAddress === void 0 || network.subnetId === void 0) return {
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
function placementInput({ options }, network) {
	const { placement } = options;
	const tenancy = placement?.tenancy || options.tenancy || void 0;
	const onHost = placement?.host_id || placement?.host_resource_group_arn;
	const Placement = {
		...network.availabilityZone === void 0 ? {} : { AvailabilityZone: network.availabilityZone },
		...tenancy === void 0 ? onHost ? { Tenancy: "host" } : {} : { Tenancy: tenancy },
		...placement?.host_id ? { HostId: placement.host_id } : {},
		...placement?.host_resource_group_arn ? { HostResourceGroupArn: placement.host_resource_group_arn } : {}
	};
	return Object.keys(Placement).length === 0 ? {} : { Placement };
}
function featureInput({ options }) {
	const credits = options.enable_unlimited_credits || options.enable_t2_unlimited ? "unlimited" : "standard";
	const licenses = options.license_specifications.map(({ license_configuration_request: request }) => request?.license_configuration_arn).filter((arn) => arn !== void 0);
	const metadata = metadataInput(options.metadata_options);
	return {
		...options.iam_instance_profile ? { IamInstanceProfile: { Name: options.iam_instance_profile } } : {},
		...isBurstable(options.instance_type ?? "") ? { CreditSpecification: { CpuCredits: credits } } : {},
		...options.enable_nitro_enclave ? { EnclaveOptions: { Enabled: true } } : {},
		...licenses.length === 0 ? {} : { LicenseSpecifications: licenses.map((LicenseConfigurationArn) => ({ LicenseConfigurationArn })) },
		...capacityInput(options),
		...metadata === void 0 ? {} : { MetadataOptions: metadata }
	};
}
function metadataInput(options) {
	if (options === void 0) return void 0;
	const switched = (value) => value === "disabled" ? "disabled" : "enabled";
	return {
		...options.http_endpoint === void 0 ? {} : { HttpEndpoint: switched(options.http_endpoint) },
		...options.http_tokens === void 0 ? {} : { HttpTokens: options.http_tokens === "required" ? "required" : "optional" },
		...options.http_put_response_hop_limit === void 0 ? {} : { HttpPutResponseHopLimit: options.http_put_response_hop_limit },
		...options.instance_metadata_tags === void 0 ? {} : { InstanceMetadataTags: switched(options.instance_metadata_tags) }
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
// src/builders/amazon-ebs/steps/launch.ts
const VISIBLE_AFTER_TRIES$1 = 8;
async function launch(bake, inputs) {
	const { ec2, context, region } = bake;
	const { clock, build } = context;
	const { id } = await make(bake, {
		kind: "instance",
		region,
		name: build
	}, (token, signal) => {
		const request = {
			...runInstancesInput(bake, inputs),
			ClientToken: token
		};
		return retryWhile(clock, signal, (thrown, attempt) => attempt <= VISIBLE_AFTER_TRIES$1 && isNotVisibleYet(thrown), async () => {
			const { Instances: [instance] = [] } = await ec2.runInstances(request, signal);
			return { id: idOf(instance) };
		});
	});
	return id;
}
function idOf(instance) {
	if (instance?.InstanceId !== void 0) return instance.InstanceId;
	throw new AwsError("RunInstances answered without an instance", "Unknown", {
		code: "aws-error",
		category: "cloud"
	});
}
function isNotVisibleYet(thrown) {
	if (awsCodeOf(thrown) === "InvalidGroup.NotFound" || awsCodeOf(thrown) === "InvalidKeyPair.NotFound") return isNotFound(thrown);
	return awsCodeOf(thrown) === "InvalidParameterValue" && thrown instanceof Error && /iamInstanceProfile/i.test(thrown.message);
}
// src/builders/amazon-ebs/steps/make-key-pair.ts
async function makeKeyPair(bake, tags) {
	const { options, connector, context, region, ec2, ownership } = bake;
	if (options.ssh_keypair_name) return options.ssh_keypair_name;
	const { login } = connector;
	if (login.kind !== "temporary-key") return void 0;
	const name = options.temporary_key_pair_name || `packer_${context.ids.uuid()}`;
	const TagSpecifications = [tagSpecification("key-pair", tags.run, ownership)];
	await make(bake, {
		kind: "key-pair",
		region,
		name
	}, async (_token, signal) => {
		try {
			const PublicKeyMaterial = Buffer.from(login.publicKey);
			const { KeyPairId } = await unlessMadeBefore(bake, name, signal, () => ec2.importKeyPair({
				KeyName: name,
				PublicKeyMaterial,
				TagSpecifications
			}, signal));
			return { id: KeyPairId ?? name };
		} catch (thrown) {
			if (!isDenied(thrown)) throw thrown;
		}
		note(bake, "The credentials may not import a key (ec2:ImportKeyPair), so EC2 makes the temporary one");
		const { KeyPairId, KeyMaterial } = await unlessMadeBefore(bake, name, signal, () => ec2.createKeyPair({
			KeyName: name,
			KeyType: login.keyType,
			TagSpecifications
		}, signal));
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
// src/builders/amazon-ebs/source-cidrs.ts
const PRIVATE_NETWORKS = [
	"10.0.0.0/8",
	"172.16.0.0/12",
	"192.168.0.0/16",
	"100.64.0.0/10"
];
const LOOPBACK = "127.0.0.0/8";
const ANSWER_LIMIT_MS$1 = 5e3;
async function sourceCidrs(site, network) {
	const { options, dependencies } = site;
	if (options.temporary_security_group_source_cidrs.length > 0) return options.temporary_security_group_source_cidrs;
	if (isOnThisComputer(site)) return [LOOPBACK];
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
		return await publicAddress$1(site);
	} catch (thrown) {
		if (site.context.signal.aborted) throw thrown;
		throw unknownSource(`temporary_security_group_source_public_ip lets only the public address of this machine in, which could not be found out (${errorMessage(thrown)})`);
	}
}
async function publicAddressIfKnown(site) {
	try {
		return await publicAddress$1(site);
	} catch (thrown) {
		if (site.context.signal.aborted) throw thrown;
		warn(site, `The public address of this machine could not be found out (${errorMessage(thrown)}), so only private ones may reach the instance; if connecting fails, write temporary_security_group_source_cidrs`);
		return;
	}
}
async function publicAddress$1({ dependencies, context }) {
	const address = await withDeadline(context.clock, ANSWER_LIMIT_MS$1, tooLate, context.signal, (limited) => orAborted(dependencies.publicAddress(limited), limited));
	if (isIPv4(address)) return `${address}/32`;
	if (isIPv6(address)) return `${address}/128`;
	throw new Error(`${JSON.stringify(address.slice(0, 40))} is no address`);
}
function tooLate() {
	return /* @__PURE__ */ new Error(`no answer within ${ANSWER_LIMIT_MS$1 / 1e3} seconds`);
}
function unknownSource(message) {
	return new BakeError(message, {
		code: "source-address-unknown",
		category: "connection",
		hint: "Say who may connect while the image is built: temporary_security_group_source_cidrs = [\"203.0.113.7/32\"], or [\"0.0.0.0/0\"] for everybody."
	});
}
// src/builders/amazon-ebs/steps/make-security-group.ts
const VISIBLE_AFTER_TRIES = 8;
async function makeSecurityGroup(bake, network, tags) {
	const { ec2, context, connector, region, ownership } = bake;
	const { signal, clock } = context;
	const name = `packer_${context.ids.uuid()}`;
	const cidrs = connector.port === 0 ? Promise.resolve([]) : sourceCidrs(bake, network);
	cidrs.catch(() => void 0);
	const { id } = await make(bake, {
		kind: "security-group",
		region,
		name
	}, async (_token, limited) => {
		try {
			const { GroupId } = await ec2.createSecurityGroup({
				GroupName: name,
				Description: "Temporary group for Packer (bake-ami)",
				...network.vpcId === void 0 ? {} : { VpcId: network.vpcId },
				TagSpecifications: [tagSpecification("security-group", tags.run, ownership)]
			}, limited);
			return { id: GroupId ?? "" };
		} catch (thrown) {
			if (awsCodeOf(thrown) !== "InvalidGroup.Duplicate") throw thrown;
			const { SecurityGroups = [] } = await ec2.describeSecurityGroups({ Filters: [{
				Name: "group-name",
				Values: [name]
			}] }, limited);
			const [group] = SecurityGroups;
			if (group?.GroupId === void 0) throw thrown;
			return { id: group.GroupId };
		}
	});
	const IpPermissions = (await cidrs).length === 0 ? [] : [permission(connector.port, await cidrs)];
	if (IpPermissions.length > 0) await retryWhile(clock, signal, (thrown, attempt) => isNotFound(thrown) && attempt <= VISIBLE_AFTER_TRIES, () => ec2.authorizeSecurityGroupIngress({
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
// src/builders/amazon-ebs/steps/stop.ts
const READY_AFTER_TRIES = 24;
async function stop(bake, instanceId) {
	const { ec2, aws, options, context, region } = bake;
	const { signal, clock } = context;
	if (!options.disable_stop_instance) await retryWhile(clock, signal, (thrown, attempt) => isTooEarly(thrown) && attempt <= READY_AFTER_TRIES, () => ec2.stopInstances({ InstanceIds: [instanceId] }, signal));
	await aws.poller(region).instance(instanceId, (instance) => {
		const state = instance?.State?.Name;
		if (state === "stopped") return true;
		if (state !== "terminated" && state !== "shutting-down") return void 0;
		throw new BakeError(`The instance ${instanceId} is ${state}, so no image can be made of it`, {
			code: "instance-lost",
			category: "cloud",
			hint: "If the machine shuts itself down at the end, that must stop it: shutdown_behavior = \"stop\"."
		});
	}, { signal });
}
function isTooEarly(thrown) {
	return isNotFound(thrown) || awsCodeOf(thrown) === "IncorrectInstanceState";
}
// src/builders/amazon-ebs/template-data.ts
const generatedNames = [
	"SourceAMIName",
	"BuildRegion",
	"SourceAMI",
	"SourceAMICreationDate",
	"SourceAMIOwner",
	"SourceAMIOwnerName"
];
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
// src/builders/amazon-ebs/template-tags.ts
function templateTags(options, render, data) {
	const rendered = (map, blocks) => Object.fromEntries([...Object.entries(map), ...blocks].map(([key, value]) => [render(key, data), render(value, data)]));
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
		snapshot: {
			...image,
			...rendered(options.snapshot_tags, keyed(options.snapshot_tag))
		}
	};
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
	const text = bytes.toString("latin1").trim();
	return text.length > 0 && text.length % 4 === 0 && /^[A-Za-z0-9+/\r\n]+={0,2}$/.test(text) ? Buffer.from(text, "base64") : bytes;
}
function obstacleIn({ Platform, PlatformDetails }) {
	return /^windows/i.test(Platform ?? PlatformDetails ?? "") ? {
		why: "the image is Windows",
		provable: false
	} : void 0;
}
function withHostKey(template, cloudConfig, ids) {
	if (template === void 0 || template.length === 0) return {
		bytes: Buffer.from(cloudConfig),
		unplanted: void 0
	};
	const unplanted = obstacle(template);
	if (unplanted !== void 0) return {
		bytes: template,
		unplanted
	};
	const merged = multipart(template, cloudConfig, `bake-ami-${ids.token(24)}`);
	if (merged.length > LONGEST) return {
		bytes: template,
		unplanted: {
			why: `the user data is ${template.length} bytes long already`,
			provable: true
		}
	};
	return {
		bytes: merged,
		unplanted: void 0
	};
}
function obstacle(template) {
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
	if (/^ssh_keys:/m.test(text)) return {
		why: "the user data sets host keys itself (ssh_keys)",
		provable: true
	};
	if (CLOUD_INIT.test(text) || MIME.test(text)) return void 0;
	return {
		why: "the user data is nothing that cloud-init understands",
		provable: true
	};
}
function multipart(template, cloudConfig, boundary) {
	const text = template.toString("latin1");
	const templatePart = MIME.test(text.trimStart()) ? [text] : [
		"Content-Type: text/plain; charset=\"utf-8\"",
		"Content-Transfer-Encoding: base64",
		"",
		template.toString("base64").replace(/.{76}/g, "$&\n")
	];
	const lines = [
		`Content-Type: multipart/mixed; boundary="${boundary}"`,
		"MIME-Version: 1.0",
		"",
		`--${boundary}`,
		...templatePart,
		`--${boundary}`,
		"Content-Type: text/cloud-config; charset=\"utf-8\"",
		"",
		cloudConfig,
		`--${boundary}--`,
		""
	];
	return Buffer.from(lines.join("\n"), "latin1");
}
// src/builders/amazon-ebs/bake.ts
async function bake(groundwork, scope, provision) {
	const { site, source, accountId, wayIn } = groundwork;
	const { context, options, region } = site;
	const data = optionData(source, region);
	const ownership = ownershipTags(site, source.ImageId);
	const work = {
		...site,
		scope,
		ownership,
		data
	};
	const tags = templateTags(options, context.render, data);
	const description = options.ami_description && context.render(options.ami_description, data);
	scope.account(accountId, wayIn);
	const instanceId = await launchMachine(work, groundwork, tags);
	const generated = {
		...sourceData(source, region),
		ID: instanceId
	};
	await provisionMachine(work, instanceId, generated, provision);
	if (options.skip_create_ami) {
		note(work, "No AMI is made: skip_create_ami");
		return;
	}
	await context.step("stop", `Stopping the instance ${instanceId}`, async () => {
		await stop(work, instanceId);
		await enhanceNetwork(work, instanceId);
	});
	return amiArtifact(work, await makeImages(work, instanceId, source.ImageId, {
		name: options.ami_name,
		description,
		tags
	}), source.ImageId, generated);
}
async function launchMachine(work, groundwork, tags) {
	const { source, network, securityGroupIds } = groundwork;
	const { context, options } = work;
	const title = `Launching a ${options.instance_type} from ${source.ImageId} (${source.Name ?? "without a name"})`;
	return context.step("launch", title, async () => {
		const [keyName, groups, userData] = await Promise.all([
			makeKeyPair(work, tags),
			securityGroupIds ?? makeSecurityGroup(work, network, tags).then((id) => [id]),
			userDataFor(work, source)
		]);
		return launch(work, {
			source,
			network,
			keyName,
			securityGroupIds: groups,
			userData,
			tags
		});
	});
}
async function userDataFor(work, source) {
	const template = await readUserData(work);
	const planted = work.connector.plantedHostKey;
	if (planted === void 0) return template;
	const inImage = obstacleIn(source);
	const { bytes, unplanted } = inImage === void 0 ? withHostKey(template, planted.cloudConfig, work.context.ids) : {
		bytes: template,
		unplanted: inImage
	};
	if (unplanted !== void 0) {
		const { why, provable } = unplanted;
		if (!provable) work.connector.pinFirstHostKey();
		note(work, `No SSH host key is planted, because ${why}: ${provable ? "the console output has to prove the machine's own" : "the first key that it shows is pinned"}`);
	}
	return bytes;
}
// src/builders/amazon-ebs/options/access.ts
const SESSION = "Use the credentials of an earlier step (for instance aws-actions/configure-aws-credentials) instead.";
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
	profile: option.string.optional({ doc: "Profile of the AWS configuration files." }),
	shared_credentials_file: option.string.optional({ doc: "Path of the credentials file. Default: `~/.aws/credentials`." }),
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
		delay_seconds: option.number.optional({ doc: "Seconds between two looks." }),
		max_attempts: option.number.optional({ doc: "How often to look before giving up." })
	}, {
		doc: "How Packer waits. Here waits have their own pace and no fixed end: they follow AWS's progress.",
		note: "It has no effect: bake-ami looks every 1.5 to 5 seconds, slower when AWS throttles it, and waits as long as AWS makes progress."
	}),
	mfa_code: option.unsupported("One-time code for AssumeRole.", `Packer never sends an MFA serial number with it. ${SESSION}`),
	decode_authorization_messages: option.unsupported("Decodes the messages of denied calls with STS.", "Remove it: a denied call is reported with the IAM action that is missing."),
	vault_aws_engine: option.unsupported("Credentials from HashiCorp Vault's AWS engine.", SESSION)
};
// src/builders/amazon-ebs/options/connection.ts
const NO_WINRM$1 = "WinRM comes with a later version; use an SSH server on the machine.";
const NO_SESSION_INTERFACE = "Session Manager is not supported yet. Use \"public_ip\", or \"private_ip\" from a runner in the same network or through a bastion (ssh_bastion_host).";
const NO_SESSION_MANAGER = "Session Manager comes with a later version; use another ssh_interface.";
const connectionOptions = {
	ssh_interface: option.string.optional({
		doc: "Which address of the instance to connect to. Default: the public one, or the private one of an instance without.",
		choices: [
			"",
			"public_ip",
			"private_ip",
			"public_dns",
			"private_dns",
			"ipv6"
		],
		refusedChoices: { session_manager: NO_SESSION_INTERFACE }
	}),
	ssh_keypair_name: option.string.optional({ doc: "Existing key pair of EC2 to launch with; needs `ssh_private_key_file` or `ssh_agent_auth`." }),
	temporary_key_pair_name: option.string.optional({ doc: "Name of the temporary key pair. Default: a name of its own." }),
	temporary_key_pair_bits: option.number.optional({
		doc: "Length of a temporary RSA key.",
		note: "It has no effect: EC2 fixes the lengths of its keys."
	}),
	ssh_clear_authorized_keys: option.bool.withDefault(true, { doc: "Removes the temporary key from the machine's `authorized_keys` at the end. Packer's default is to leave it there." }),
	session_manager_port: option.unsupported("Local port of the Session Manager tunnel.", NO_SESSION_MANAGER),
	pause_before_ssm: option.unsupported("Pause before the Session Manager tunnel.", NO_SESSION_MANAGER),
	winrm_username: option.unsupported("User to log in as over WinRM.", NO_WINRM$1),
	winrm_password: option.unsupported("Password for WinRM.", NO_WINRM$1),
	winrm_host: option.unsupported("Address for WinRM.", NO_WINRM$1),
	winrm_port: option.unsupported("Port for WinRM.", NO_WINRM$1),
	winrm_timeout: option.unsupported("How long to try to connect over WinRM.", NO_WINRM$1),
	winrm_use_ssl: option.unsupported("WinRM over HTTPS.", NO_WINRM$1),
	winrm_insecure: option.unsupported("WinRM without checking the certificate.", NO_WINRM$1),
	winrm_use_ntlm: option.unsupported("NTLM for WinRM.", NO_WINRM$1),
	winrm_no_proxy: option.unsupported("WinRM past the proxy.", NO_WINRM$1)
};
// src/builders/amazon-ebs/options/block-devices.ts
const blockDeviceMappings = {
	device_name: option.string.optional({ doc: "Name of the device, for example `/dev/sda1`; always needed." }),
	delete_on_termination: option.bool.withDefault(false, { doc: "Whether the volume goes with its instance. The AMI takes this over; the volumes of the build itself are removed in any case." }),
	encrypted: option.bool.optional({ doc: "Whether the volume is encrypted. Default: as its snapshot, or as the account says." }),
	kms_key_id: option.string.optional({ doc: "KMS key of an encrypted volume: id, alias or ARN." }),
	snapshot_id: option.string.optional({ doc: "Snapshot that the volume is made of." }),
	volume_type: option.string.optional({ doc: "`gp2`, `gp3`, `io1`, `io2`, `st1`, `sc1` or `standard`." }),
	volume_size: option.number.optional({ doc: "Size in GiB." }),
	iops: option.number.optional({ doc: "I/O operations per second; for `io1`, `io2` and `gp3`." }),
	throughput: option.number.optional({ doc: "MiB per second, 125 to 1000; for `gp3`." }),
	no_device: option.bool.withDefault(false, { doc: "Leaves out a device that the source AMI has." }),
	virtual_name: option.string.optional({ doc: "Instance store volume: `ephemeral0`, `ephemeral1`, …" })
};
// src/builders/amazon-ebs/options/image.ts
const keyValue = {
	key: option.string.required({
		doc: "Key of the tag.",
		rendering: "run"
	}),
	value: option.string.required({
		doc: "Value of the tag.",
		rendering: "run"
	})
};
const imageOptions = {
	ami_name: option.string.required({ doc: "Name of the AMI: 3 to 128 letters, digits and `( ) [ ] space . / - ' @ _`. It must be free in the account, in every region that the AMI goes to." }),
	ami_description: option.string.optional({
		doc: "Description of the AMI.",
		rendering: "run"
	}),
	ami_virtualization_type: option.string.optional({
		doc: "Virtualization type that the source AMI has; only `hvm` allows `ena_support` and `sriov_support`.",
		choices: [
			"",
			"hvm",
			"paravirtual"
		]
	}),
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
		rendering: "run"
	}),
	tag: option.blocks(keyValue, { doc: "A tag as in `tags`; goes before it." }),
	snapshot_tags: option.stringMap.withDefault({}, {
		doc: "Further tags of the snapshots; they go before `tags`.",
		rendering: "run"
	}),
	snapshot_tag: option.blocks(keyValue, { doc: "A tag as in `snapshot_tags`; goes before it." }),
	snapshot_users: option.strings.withDefault([], { doc: "Accounts that may make volumes of the snapshots." }),
	snapshot_groups: option.strings.withDefault([], { doc: "Groups that may make volumes of the snapshots; `all` makes them public." }),
	ena_support: option.bool.optional({ doc: "Marks the instance, and so the AMI, as supporting enhanced networking with ENA, or as not." }),
	sriov_support: option.bool.withDefault(false, { doc: "Marks the instance, and so the AMI, as supporting enhanced networking with the Intel 82599 VF interface." }),
	force_deregister: option.bool.withDefault(false, { doc: "Deregisters an own AMI of the same name, in every region that the AMI goes to; the flag `-force` does the same. It happens right before the new image is made." }),
	force_delete_snapshot: option.bool.withDefault(false, { doc: "Deletes the snapshots of the AMIs that `force_deregister` removed, once the new AMI is available." }),
	encrypt_boot: option.bool.optional({ doc: "`true`: the AMI is an encrypted copy of an intermediate one, which is removed. `false`: copies to other regions are asked to be unencrypted. Without it, encryption stays as it is." }),
	kms_key_id: option.string.optional({ doc: "KMS key for the encrypted copy in the build's region: id, alias or ARN. Needs `encrypt_boot = true`." }),
	region_kms_key_ids: option.stringMap.withDefault({}, { doc: "KMS key by region, for the encrypted copies; an empty text is the default key of that region. The same regions as in `ami_regions`." }),
	skip_save_build_region: option.bool.withDefault(false, { doc: "Makes an intermediate AMI in the build region, copies it to `ami_regions` and removes it." }),
	skip_create_ami: option.bool.withDefault(false, { doc: "Does everything up to the last provisioner and makes no AMI; post-processors do not run." }),
	skip_ami_run_tags: option.bool.withDefault(false, { doc: "Does not put `run_tags` on the AMI and its snapshots." }),
	imds_support: option.string.optional({
		doc: "`v2.0`: instances of the AMI use version 2 of the instance metadata service only, unless told otherwise.",
		choices: ["", "v2.0"]
	}),
	deprecate_at: option.string.optional({ doc: "When the AMI becomes deprecated: RFC 3339, for example `2027-01-31T00:00:00Z`." }),
	deregistration_protection: option.block({
		enabled: option.bool.withDefault(false, { doc: "Protects the AMI from being deregistered." }),
		with_cooldown: option.bool.withDefault(false, { doc: "Protection goes on for 24 hours after it is switched off; implies `enabled`." })
	}, { doc: "Deregistration protection of the AMI, in all regions." }),
	ami_block_device_mappings: option.blocks(blockDeviceMappings, { doc: "Block devices that the AMI has beside those of the instance, or instead of them." }),
	fast_launch: option.unsupported("Fast launch of Windows AMIs.", "Switch it on after the build with `aws ec2 enable-fast-launch`.")
};
// src/builders/amazon-ebs/options/filters.ts
const keyValueFilter = {
	filters: option.stringMap.withDefault({}, { doc: "Filters as in the EC2 API, name to value; several values are separated by commas, and one of them has to match." }),
	filter: option.blocks({
		name: option.string.required({ doc: "Name of the filter." }),
		value: option.string.required({ doc: "Value, or several separated by commas." })
	}, { doc: "A filter as in `filters`; goes before it." })
};
// src/builders/amazon-ebs/options/instance.ts
const NO_SPOT = "Spot instances come with a later version; use instance_type alone for now.";
const instanceOptions = {
	instance_type: option.string.optional({ doc: "Type of the instance, for example `t3.micro`." }),
	source_ami: option.string.optional({ doc: "AMI to start from; or `source_ami_filter`." }),
	source_ami_filter: option.block({
		...keyValueFilter,
		owners: option.strings.withDefault([], { doc: "Whose AMIs: account numbers, `self`, `amazon`, `aws-marketplace`. Needed unless `source_ami` is given." }),
		most_recent: option.bool.withDefault(false, { doc: "Takes the newest of several that match." }),
		include_deprecated: option.bool.withDefault(false, { doc: "Looks at deprecated AMIs too." })
	}, { doc: "Finds the AMI to start from. Exactly one may match, unless `most_recent` is set." }),
	user_data: option.string.optional({ doc: "User data for the instance; text, or the same in base64." }),
	user_data_file: option.string.optional({ doc: "File with the user data." }),
	iam_instance_profile: option.string.optional({ doc: "Name of an IAM instance profile for the instance." }),
	skip_profile_validation: option.bool.withDefault(false, { doc: "Does not ask IAM whether the instance profile exists." }),
	run_tags: option.stringMap.withDefault({}, {
		doc: "Tags of the instance, its network interface, the temporary key pair and security group, and (unless `skip_ami_run_tags`) of the AMI and its snapshots.",
		rendering: "run"
	}),
	run_tag: option.blocks({
		key: option.string.required({
			doc: "Key of the tag.",
			rendering: "run"
		}),
		value: option.string.required({
			doc: "Value of the tag.",
			rendering: "run"
		})
	}, { doc: "A tag as in `run_tags`; goes before it." }),
	run_volume_tags: option.stringMap.withDefault({}, {
		doc: "Tags of the instance's volumes.",
		rendering: "run"
	}),
	run_volume_tag: option.blocks({
		name: option.string.required({
			doc: "Key of the tag.",
			rendering: "run"
		}),
		value: option.string.required({
			doc: "Value of the tag.",
			rendering: "run"
		})
	}, { doc: "A tag as in `run_volume_tags`; goes before it." }),
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
				"",
				"default",
				"dedicated",
				"host"
			]
		})
	}, { doc: "Where the instance is placed." }),
	tenancy: option.string.optional({
		doc: "Old place of `placement.tenancy`.",
		choices: [
			"",
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
	no_ephemeral: option.bool.withDefault(false, { doc: "Leaves out the instance store devices xvdca to xvdcz, which Windows AMIs map." }),
	launch_block_device_mappings: option.blocks(blockDeviceMappings, { doc: "Block devices that the instance has beside those of the source AMI, or instead of them." }),
	availability_zone: option.string.optional({ doc: "Availability zone to launch in." }),
	block_duration_minutes: option.number.optional({
		doc: "Duration of a spot block; AWS no longer has them.",
		note: "It has no effect, neither here nor in Packer: AWS no longer has spot blocks."
	}),
	spot_price_auto_product: option.string.optional({
		doc: "Product for automatic spot prices.",
		note: "It has no effect, neither here nor in Packer."
	}),
	spot_price: option.unsupported("Highest price for a spot instance, or `auto`.", NO_SPOT),
	spot_instance_types: option.unsupported("Types to choose a spot instance from.", NO_SPOT),
	spot_allocation_strategy: option.unsupported("How a spot instance is chosen.", NO_SPOT),
	spot_tags: option.unsupported("Tags of the spot request.", NO_SPOT),
	spot_tag: option.unsupported("A tag of the spot request.", NO_SPOT),
	fleet_tags: option.unsupported("Tags of the fleet.", NO_SPOT),
	fleet_tag: option.unsupported("A tag of the fleet.", NO_SPOT),
	temporary_iam_instance_profile_policy_document: option.unsupported("Policy of an instance profile made for the build.", "Make the instance profile beforehand and name it in iam_instance_profile."),
	windows_password_timeout: option.unsupported("How long to wait for the password of a Windows instance.", "WinRM comes with a later version; Windows images with an SSH server can be built with ssh_private_key_file.")
};
// src/builders/amazon-ebs/options/network.ts
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
// src/builders/amazon-ebs/options.ts
const amazonEbsSchema = {
	...accessOptions,
	...imageOptions,
	...instanceOptions,
	...networkOptions,
	...connectionOptions
};
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
// src/builders/amazon-ebs/steps/check-name.ts
async function checkName$1(site) {
	const { options, aws, context } = site;
	if (options.skip_create_ami || replacesOldImage(site)) return;
	const owners = (await Promise.all(targetRegions(site).map(async (region) => {
		const { Images = [] } = await aws.ec2(region).describeImages({
			Owners: ["self"],
			Filters: [{
				Name: "name",
				Values: [options.ami_name]
			}]
		}, context.signal);
		return Images.map(({ ImageId }) => `${ImageId} in ${region}`);
	}))).flat();
	if (owners.length === 0) return;
	throw new BakeError(`There is an AMI with the name "${options.ami_name}" already: ${owners.join(", ")}`, {
		code: "ami-name-taken",
		category: "cloud",
		hint: "Make the name unique, for example with {{timestamp}} in ami_name, or replace the older image with force_deregister = true (or -force)."
	});
}
// src/builders/amazon-ebs/steps/check-regions.ts
async function checkRegions$1(site) {
	const { options, ec2, context, region } = site;
	if (options.skip_region_validation) return;
	try {
		const { Regions = [] } = await ec2.describeRegions({}, context.signal);
		const enabled = Regions.map(({ RegionName }) => RegionName).filter((name) => name !== void 0);
		const unknown = [.../* @__PURE__ */ new Set([region, ...options.ami_regions])].filter((name) => !enabled.includes(name));
		const [first] = unknown;
		if (first === void 0) return;
		throw new BakeError(unknown.length === 1 ? `There is no region ${first}` : `There are no regions ${unknown.join(", ")}`, {
			code: "unknown-region",
			category: "input",
			hint: `${didYouMean(first, enabled).trim()} Enabled for this account: ${enabled.sort().join(", ")}.`.trim()
		});
	} catch (thrown) {
		if (!isDenied(thrown)) throw thrown;
		warn(site, `The regions could not be checked: ${thrown.message}`);
	}
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
// src/builders/amazon-ebs/filter-map.ts
function filterMap({ filters, filter }) {
	return {
		...filters,
		...Object.fromEntries(filter.map(({ name, value }) => [name, value]))
	};
}
// src/builders/amazon-ebs/steps/choose-network.ts
async function chooseNetwork(site) {
	const { options } = site;
	const vpcId = options.vpc_id || (options.vpc_filter === void 0 ? void 0 : await findVpc(site));
	const subnet = await findSubnet(site, vpcId);
	if (subnet === void 0 && vpcId !== void 0) await assertDefaultVpc(site, vpcId);
	const chosen = subnet ?? (options.associate_public_ip_address === void 0 ? void 0 : await inferSubnet(site, vpcId));
	return {
		vpcId: chosen?.VpcId ?? vpcId,
		subnetId: chosen?.SubnetId,
		availabilityZone: chosen?.AvailabilityZone ?? (options.availability_zone || void 0),
		isPrivate: options.associate_public_ip_address === false || options.associate_public_ip_address === void 0 && chosen?.MapPublicIpOnLaunch === false
	};
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
	throw new BakeError(Vpcs.length === 0 ? `No VPC in ${region} matches vpc_filter: ${shown(filters)}` : `${Vpcs.length} VPCs in ${region} match vpc_filter: ${Vpcs.map(({ VpcId }) => VpcId).join(", ")}`, {
		code: Vpcs.length === 0 ? "vpc-not-found" : "vpc-ambiguous",
		category: "cloud",
		hint: "Exactly one VPC must match: change the filters, or name it in vpc_id."
	});
}
async function findSubnet(site, vpcId) {
	const { options, ec2, context, region } = site;
	if (options.subnet_id) return (await ec2.describeSubnets({ SubnetIds: [options.subnet_id] }, context.signal)).Subnets?.[0];
	const filter = options.subnet_filter;
	if (filter === void 0) return void 0;
	const filters = {
		...filterMap(filter),
		state: "available",
		...vpcId === void 0 ? {} : { "vpc-id": vpcId },
		...options.availability_zone ? { "availability-zone": options.availability_zone } : {}
	};
	const { Subnets = [] } = await ec2.describeSubnets({ Filters: ec2Filters(filters) }, context.signal);
	if (Subnets.length === 0) throw new BakeError(`No subnet in ${region} matches subnet_filter: ${shown(filters)}`, {
		code: "subnet-not-found",
		category: "cloud",
		hint: "All filters must match, in the VPC and availability zone of the template. Change them, or name the subnet in subnet_id."
	});
	if (Subnets.length === 1 || filter.most_free) return mostFree(Subnets);
	if (filter.random) return Subnets[Number.parseInt(context.ids.token(6), 36) % Subnets.length];
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
async function inferSubnet(site, vpcId) {
	const { options, ec2, context, region } = site;
	const { signal } = context;
	try {
		const vpc = vpcId === void 0 ? {
			Name: "default-for-az",
			Values: ["true"]
		} : {
			Name: "vpc-id",
			Values: [vpcId]
		};
		const [{ Subnets = [] }, { InstanceTypeOfferings = [] }] = await Promise.all([ec2.describeSubnets({ Filters: [vpc, {
			Name: "state",
			Values: ["available"]
		}] }, signal), ec2.describeInstanceTypeOfferings({
			LocationType: "availability-zone",
			Filters: [{
				Name: "instance-type",
				Values: [options.instance_type ?? ""]
			}]
		}, signal)]);
		const zones = new Set(InstanceTypeOfferings.map(({ Location }) => Location));
		const fitting = Subnets.filter(({ AvailabilityZone }) => zones.has(AvailabilityZone) && (!options.availability_zone || AvailabilityZone === options.availability_zone));
		if (fitting.length > 0) return mostFree(fitting);
		warn(site, `No subnet of the default VPC in ${region} is in a zone that offers ${options.instance_type}: associate_public_ip_address has no effect without subnet_id`);
	} catch (thrown) {
		if (signal.aborted) throw thrown;
		warn(site, `No subnet could be chosen, so associate_public_ip_address has no effect: ${toBakeError(thrown).message}`);
	}
}
function mostFree(subnets) {
	return subnets.toSorted((a, b) => (b.AvailableIpAddressCount ?? 0) - (a.AvailableIpAddressCount ?? 0))[0];
}
function shown(filters) {
	return Object.entries(filters).map(([name, value]) => `${name} = ${value}`).join(", ");
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
// src/builders/amazon-ebs/steps/find-source-image.ts
const SHOWN = 5;
async function findSourceImage(site) {
	const { options, ec2, context, region } = site;
	const filter = options.source_ami_filter;
	const query = {
		...options.source_ami ? { ImageIds: [options.source_ami] } : {},
		...filter === void 0 ? {} : {
			Filters: ec2Filters(filterMap(filter)),
			...filter.owners.length === 0 ? {} : { Owners: [...filter.owners] },
			IncludeDeprecated: filter.include_deprecated
		}
	};
	const { Images = [] } = await ec2.describeImages(query, context.signal).catch((thrown) => {
		if (isNotFound(thrown)) return { Images: [] };
		throw thrown;
	});
	const newestFirst = Images.toSorted((a, b) => (b.CreationDate ?? "").localeCompare(a.CreationDate ?? ""));
	const [image, ...others] = newestFirst;
	if (image?.ImageId === void 0) throw nothingFound(site, query);
	if (others.length > 0 && filter?.most_recent !== true) {
		const shown = newestFirst.slice(0, SHOWN).map(({ ImageId, Name }) => `${ImageId} (${Name})`);
		throw new BakeError(`${newestFirst.length} AMIs in ${region} match source_ami_filter: ${shown.join(", ")}${newestFirst.length > SHOWN ? ", …" : ""}`, {
			code: "source-ami-ambiguous",
			category: "cloud",
			hint: "Take the newest with most_recent = true, or add filters until one is left."
		});
	}
	const found = {
		...image,
		ImageId: image.ImageId
	};
	checkSuitable(site, found);
	return found;
}
function nothingFound({ options, region }, query) {
	if (options.source_ami_filter === void 0) return new BakeError(`There is no AMI ${options.source_ami} in ${region} that this account may use`, {
		code: "source-ami-not-found",
		category: "cloud",
		hint: "An AMI has another id in each region. Check the region, and that the AMI is public or shared with this account; source_ami_filter finds the right one anywhere."
	});
	const wanted = [
		...(query.ImageIds ?? []).map((id) => `id ${id}`),
		...(query.Filters ?? []).map(({ Name, Values }) => `${Name} = ${Values?.join(" or ")}`),
		...query.Owners === void 0 ? [] : [`owner ${query.Owners.join(" or ")}`]
	];
	return new BakeError(`No AMI in ${region} matches source_ami_filter: ${wanted.join(", ")}`, {
		code: "source-ami-not-found",
		category: "cloud",
		hint: "Check the owners, the region, and each filter: all of them must match. Deprecated AMIs are only found with include_deprecated = true."
	});
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
const ANSWER_LIMIT_MS = 5e3;
async function identify(site) {
	const { aws, context, options, region } = site;
	const accountId = options.skip_credential_validation ? await ifAnswered(site) : await aws.accountId(context.signal);
	if (accountId !== void 0) note(site, `Building in ${region} of the AWS account ${accountId}`);
	return accountId;
}
async function ifAnswered({ aws, context }) {
	try {
		return await withDeadline(context.clock, ANSWER_LIMIT_MS, noAnswer, context.signal, (limited) => orAborted(aws.accountId(limited), limited));
	} catch (thrown) {
		if (context.signal.aborted) throw thrown;
		return;
	}
}
function noAnswer() {
	return new BakeError("STS does not answer", {
		code: "account-unknown",
		category: "cloud"
	});
}
// src/builders/amazon-ebs/together.ts
async function together(site, checks) {
	const failures = (await Promise.allSettled(checks)).filter((result) => result.status === "rejected").map(({ reason }) => reason);
	if (failures.length === 0) return Promise.all(checks);
	const [first, ...further] = failures.map(toBakeError);
	if (!site.context.signal.aborted) for (const error of further.filter(({ message }) => message !== first?.message)) {
		const message = error.hint === void 0 ? error.message : `${error.message}. ${error.hint}`;
		site.context.emit({
			type: "log",
			level: "error",
			message,
			build: site.context.build
		});
	}
	throw failures[0];
}
// src/builders/amazon-ebs/prepare.ts
async function prepare(decoded, context, connector, dependencies) {
	const { options } = decoded;
	if (options.ssh_keypair_name && connector.login.kind === "temporary-key") throw withoutPrivateKey(options.ssh_keypair_name);
	const settings = {
		region: options.region || void 0,
		accessKey: options.access_key || void 0,
		secretKey: options.secret_key || void 0,
		token: options.token || void 0,
		profile: options.profile || void 0,
		sharedCredentialsFile: options.shared_credentials_file || void 0,
		assumeRole: assumeRole(options),
		maxRetries: options.max_retries,
		customEndpointEc2: options.custom_endpoint_ec2 || void 0,
		insecureSkipTlsVerify: options.insecure_skip_tls_verify,
		skipMetadataApiCheck: options.skip_metadata_api_check
	};
	const aws = await dependencies.connections.open(settings);
	const site = {
		options,
		given: (option) => decoded.given(option),
		context,
		connector,
		dependencies,
		aws,
		ec2: aws.ec2(aws.region),
		region: aws.region
	};
	return context.step("prepare", `Checking with AWS in ${aws.region}`, async () => {
		const network = chooseNetwork(site);
		const [accountId, source, chosen, securityGroupIds] = await together(site, [
			identify(site),
			findSourceImage(site),
			network,
			network.then((found) => findSecurityGroups(site, found)),
			checkRegions$1(site),
			checkName$1(site),
			checkInstanceProfile(site)
		]);
		return {
			site,
			accountId,
			wayIn: wayInOf({
				...settings,
				region: aws.region
			}),
			source,
			network: chosen,
			securityGroupIds
		};
	});
}
function withoutPrivateKey(name) {
	return new BakeError(`The private key of the key pair "${name}" is not known`, {
		code: "private-key-missing",
		category: "input",
		hint: "EC2 only knows its public half. Add ssh_private_key_file or ssh_agent_auth = true, or remove ssh_keypair_name so that a temporary key is made."
	});
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
// src/builders/amazon-ebs/validation/access.ts
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
}
// src/builders/amazon-ebs/validation/block-devices.ts
const IOPS = {
	io1: {
		least: 100,
		most: 64e3,
		perGiB: 50
	},
	io2: {
		least: 100,
		most: 64e3,
		perGiB: 500
	},
	gp3: {
		least: 3e3,
		most: 16e3,
		perGiB: Number.POSITIVE_INFINITY
	}
};
const THROUGHPUT = {
	least: 125,
	most: 1e3
};
function checkBlockDevices(findings) {
	for (const name of ["launch_block_device_mappings", "ami_block_device_mappings"]) {
		if (!findings.known(name)) continue;
		for (const [index, device] of findings.options[name].entries()) checkDevice(findings, `${name}[${index}]`, device);
	}
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
// src/builders/amazon-ebs/validation/connection.ts
function checkConnection(findings) {
	const { options } = findings;
	if (!options.ssh_keypair_name || !findings.known("ssh_keypair_name") || findings.given("communicator")) return;
	if (findings.given("ssh_private_key_file") || findings.given("ssh_agent_auth")) return;
	findings.error({
		at: "ssh_keypair_name",
		code: "missing-option",
		summary: "ssh_keypair_name needs the private key",
		detail: "EC2 only knows the public half of the key pair. Add ssh_private_key_file or ssh_agent_auth = true, or remove ssh_keypair_name so that a temporary key is made."
	});
}
// src/builders/amazon-ebs/validation/findings.ts
var Findings$1 = class {
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
	error({ at, ...finding }) {
		this.#found.push(errorDiagnostic({
			...finding,
			subject: this.#decoded.range(at === "" ? void 0 : at)
		}));
	}
	warning({ at, ...finding }) {
		this.#found.push(warningDiagnostic({
			...finding,
			subject: this.#decoded.range(at === "" ? void 0 : at)
		}));
	}
	given(path) {
		return this.#decoded.given(path);
	}
	known(path) {
		return !this.#decoded.unknown(path);
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
};
// src/builders/amazon-ebs/validation/image.ts
const NAME_ALPHABET = /^[A-Za-z0-9()[\] ./\-'@_]*$/;
const SHORTEST_NAME = 3;
const LONGEST_NAME = 128;
const KMS_KEY = /^(arn:aws[\w-]*:kms:[a-z0-9-]+:\d{12}:(key\/(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})|alias\/[\w/-]+)|alias\/[\w/-]+|mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
function checkImage(findings) {
	checkName(findings);
	checkRegions(findings);
	checkEncryption(findings);
	checkFeatures(findings);
}
function checkName(findings) {
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
function checkRegions(findings) {
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
	if (options.skip_save_build_region && options.ami_regions.length === 0 && findings.known("ami_regions")) findings.error({
		at: "skip_save_build_region",
		code: "conflicting-options",
		summary: "skip_save_build_region without ami_regions leaves no AMI",
		detail: "The AMI of the build region is removed and copied nowhere. Name the regions in ami_regions."
	});
	const minutes = options.snapshot_copy_duration_minutes;
	if (minutes !== void 0 && findings.known("snapshot_copy_duration_minutes") && (minutes <= 0 || minutes % 15 !== 0)) findings.error({
		at: "snapshot_copy_duration_minutes",
		code: "invalid-value",
		summary: "snapshot_copy_duration_minutes must be a multiple of 15",
		detail: `${minutes} is not; EC2 takes 15, 30, 45 and so on.`
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
function checkKey(findings, at, key) {
	if (KMS_KEY.test(key)) return;
	findings.error({
		at,
		code: "invalid-kms-key",
		summary: "This is no KMS key",
		detail: `${JSON.stringify(key)} is neither a key id, nor an alias ("alias/NAME"), nor the ARN of either.`
	});
}
function checkFeatures(findings) {
	const { options } = findings;
	if (options.ami_virtualization_type === "paravirtual") for (const name of ["ena_support", "sriov_support"]) {
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
// src/builders/amazon-ebs/validation/network.ts
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
// src/builders/amazon-ebs/validate.ts
function validate(decoded, { workingDirectory }) {
	const findings = new Findings$1(decoded);
	checkAccess(findings);
	checkImage(findings);
	checkBlockDevices(findings);
	checkInstance(findings, workingDirectory);
	checkNetwork(findings);
	checkConnection(findings);
	return findings.diagnostics;
}
// src/builders/amazon-ebs/index.ts
function amazonEbsBuilder(dependencies) {
	return {
		type: "amazon-ebs",
		schema: amazonEbsSchema,
		generatedNames,
		validate,
		prepare: async (decoded, context, connector) => {
			const groundwork = await prepare(decoded, context, connector, dependencies);
			return { bake: (scope, provision) => bake(groundwork, scope, provision) };
		}
	};
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
	connect: async (target) => {
		throw new BakeError(`Cannot connect to ${target.name}: the template says communicator = "none"`, {
			code: "no-communicator",
			category: "connection",
			hint: "Set communicator = \"ssh\" to run provisioners on the machine."
		});
	}
};
const sshSchema = {
	ssh_host: option.string.optional({ doc: "Address to connect to instead of the instance's own." }),
	ssh_port: option.number.withDefault(22, { doc: "Port of the SSH server; the temporary security group opens it." }),
	ssh_username: option.string.required({ doc: "User to log in as." }),
	ssh_password: option.string.optional({
		doc: "Password to log in with (`password` and `keyboard-interactive`). No temporary key is made then.",
		sensitive: true
	}),
	ssh_private_key_file: option.string.optional({ doc: "Private key file to log in with, without a passphrase; `~` is the home folder. No temporary key is made then." }),
	ssh_certificate_file: option.unsupported("SSH certificate to log in with.", "Log in with the key alone (ssh_private_key_file), or load key and certificate into an agent and set ssh_agent_auth = true."),
	ssh_agent_auth: option.bool.withDefault(false, { doc: "Logs in with the keys of the SSH agent at `SSH_AUTH_SOCK`. No temporary key is made then." }),
	ssh_timeout: option.duration.optional({ doc: "How long to try until the machine can be logged in to. Default `5m`." }),
	ssh_wait_timeout: option.duration.optional({ doc: "Old name of `ssh_timeout`; goes before it." }),
	ssh_handshake_attempts: option.number.optional({ doc: "How many refused logins to accept before giving up. Default 10, or no limit where `ssh_timeout` is written; 0 is no limit." }),
	ssh_keep_alive_interval: option.duration.withDefault(5e3, { doc: "How often to ask a quiet connection whether it still is alive; 0 or less: never." }),
	ssh_read_write_timeout: option.duration.withDefault(0, { doc: "A connection on which nothing came or went for this long is given up; 0: never." }),
	ssh_pty: option.bool.withDefault(false, { doc: "Runs commands on a pseudo-terminal." }),
	ssh_disable_agent_forwarding: option.bool.optional({ doc: "Accepted for templates that set it: the agent is never forwarded to the machine." }),
	ssh_ciphers: option.strings.optional({ doc: "Ciphers to offer, best first; the library's own list without it." }),
	ssh_key_exchange_algorithms: option.strings.optional({ doc: "Key exchange methods to offer, best first; the library's own list without it." }),
	ssh_file_transfer_method: option.string.withDefault("scp", {
		doc: `\`scp\` or \`sftp\`. Files travel over SFTP, folders as one tar stream, whichever method is written. With \`scp\`, \`$NAME\` and \`~user\` in remote paths mean what they mean to the machine's shell.`,
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
	ssh_bastion_interactive: option.unsupported("Asks for the password of the jump host.", "Nobody is there to ask: set ssh_bastion_password, ssh_bastion_private_key_file or ssh_bastion_agent_auth."),
	ssh_bastion_certificate_file: option.unsupported("SSH certificate for the jump host.", "Log in to the jump host with the key alone (ssh_bastion_private_key_file), or through an agent that holds the certificate."),
	ssh_proxy_host: option.unsupported("SOCKS5 proxy to go through.", "Use a jump host (ssh_bastion_host) instead."),
	ssh_proxy_port: option.unsupported("Port of the SOCKS5 proxy.", "Use a jump host (ssh_bastion_host) instead."),
	ssh_proxy_username: option.unsupported("User of the SOCKS5 proxy.", "Use a jump host (ssh_bastion_host) instead."),
	ssh_proxy_password: option.unsupported("Password of the SOCKS5 proxy.", "Use a jump host (ssh_bastion_host) instead."),
	ssh_local_tunnels: option.unsupported("Local ports that lead to the machine.", "Open the tunnel from a shell-local provisioner with ssh -L."),
	ssh_remote_tunnels: option.unsupported("Ports on the machine that lead here.", "Upload what the machine needs with a file provisioner, or open the tunnel from a shell-local provisioner with ssh -R."),
	ssh_public_key: option.unsupported("Key as bytes, internal to Packer.", "Use ssh_private_key_file."),
	ssh_private_key: option.unsupported("Key as bytes, internal to Packer.", "Use ssh_private_key_file."),
	temporary_key_pair_type: option.string.withDefault("ed25519", {
		doc: "Kind of the key that is made for the build: `ed25519`, or `rsa` (3072 bits) for machines that know nothing newer.",
		choices: ["ed25519", "rsa"]
	}),
	pause_before_connecting: option.duration.withDefault(0, { doc: "After the first login: disconnects, waits this long, and connects again." })
};
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
	for (const name of ["ssh_port", "ssh_bastion_port"]) {
		const port = options[name];
		if (!Number.isInteger(port) || port < 1 || port > 65535) wrong(name, "port-out-of-range", `${name} is no port: ${port}`, "A port is a whole number from 1 to 65535.");
	}
	if (options.ssh_handshake_attempts !== void 0 && options.ssh_handshake_attempts < 0) wrong("ssh_handshake_attempts", "negative-attempts", "ssh_handshake_attempts is negative", "Set how many refused logins to accept; 0 is no limit.");
	for (const name of ["ssh_private_key_file", "ssh_bastion_private_key_file"]) {
		const path = options[name];
		if (path !== void 0 && !decoded.unknown(name) && !existsSync(localPath(path, context.workingDirectory))) wrong(name, "ssh-key-file-missing", `There is no file ${path}`, `${name} must name an existing private key file. A relative path starts at ${context.workingDirectory}.`);
	}
	if (options.ssh_bastion_host !== void 0 && !hasBastionLogin(options)) wrong("ssh_bastion_host", "ssh-bastion-login-missing", "Nothing says how to log in to the jump host", "Set ssh_bastion_private_key_file, ssh_bastion_password or ssh_bastion_agent_auth beside ssh_bastion_host.");
	if (options.ssh_disable_agent_forwarding === false && !decoded.unknown("ssh_disable_agent_forwarding")) found.push(warningDiagnostic({
		code: "ssh-agent-not-forwarded",
		summary: "The SSH agent is not forwarded",
		detail: "With a forwarded agent, whatever runs on the machine could log in as you elsewhere. Fetch what the build needs on this machine, and upload it with a file provisioner.",
		subject: decoded.range("ssh_disable_agent_forwarding")
	}));
	return found;
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
			const { makeSshConnector } = await import("./connector-BxkPzL2P.js");
			return makeSshConnector(decoded, context, settings.hostKeyPolicy);
		}
	};
}
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
	return print$1(/* @__PURE__ */ new Map([["builds", builds.map(entryJson)], ["last_run_uuid", lastRunUuid]]), "");
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
		lastRunUuid: textOf$1(parsed["last_run_uuid"], file)
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
function print$1(value, indent) {
	if (typeof value === "string") return printString(value);
	if (value === null || typeof value === "number") return String(value);
	const inner = `${indent}  `;
	const [open, close, items] = value instanceof Map ? [
		"{",
		"}",
		[...value].map(([key, item]) => `${printString(key)}: ${print$1(item, inner)}`)
	] : [
		"[",
		"]",
		[...value.values()].map((item) => print$1(item, inner))
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
		name: textOf$1(entry["name"], file),
		builderType: textOf$1(entry["builder_type"], file),
		buildTime: typeof buildTime === "number" && buildTime !== 0 ? buildTime : void 0,
		files: parseFiles(entry["files"], file),
		artifactId: textOf$1(entry["artifact_id"], file),
		runUuid: textOf$1(entry["packer_run_uuid"], file),
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
			name: textOf$1(item["name"], file),
			size: typeof size === "number" ? size : 0
		};
	});
}
function parseCustomData(data, file) {
	if (data === null || data === void 0) return void 0;
	if (!isRecord(data)) throw unreadable(file);
	return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, textOf$1(value, file)]));
}
function textOf$1(value, file) {
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
	await withLockFile(`${target}.lock`, options, async () => {
		const existing = await read(target, file);
		const builds = [...options.force && existing.lastRunUuid !== runUuid ? [] : existing.builds, ...entries];
		await replace$1(target, printManifest({
			builds,
			lastRunUuid: runUuid
		}), options);
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
async function replace$1(target, text, { ids }) {
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
			rendering: "run",
			doc: "Texts of your own. `{{ build `ID` }}` and the like are replaced by the build's data."
		})
	},
	keepsInput: "always",
	validate: () => [],
	async process(decoded, artifact, context) {
		const file = path.resolve(context.workingDirectory, decoded.options.output);
		const entry = await manifestEntry(decoded, artifact, context);
		try {
			await appendToManifest(file, [entry], context.runUuid, context);
		} catch (thrown) {
			throw errorCode(thrown) === void 0 || thrown instanceof BakeError ? thrown : unwritable(file, thrown);
		}
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
function unwritable(file, cause) {
	return new BakeError(`Could not write the manifest ${file}: ${toBakeError(cause).message}`, {
		code: "manifest-unwritable",
		category: "artifact",
		hint: "The folder has to exist and be writable; \"output\" says where the manifest goes.",
		cause
	});
}
// src/engine/local-script/options.ts
const localScriptSchema = {
	command: option.string.optional({ doc: "One command line. The older way to write `inline` with one line." }),
	inline: option.strings.optional({ doc: "Lines of a script." }),
	inline_shebang: option.string.withDefault("/bin/sh -e", { doc: "The interpreter of `inline`, written after `#!` in its first line." }),
	script: option.string.optional({ doc: "A script file on this machine; it must be executable." }),
	scripts: option.strings.optional({ doc: "Several script files, run one after the other." }),
	execute_command: option.strings.optional({
		rendering: "run",
		doc: "The program to start and its arguments, each with `{{ .Vars }}` (the environment variables as an assignment), `{{ .Script }}` (the script) and the build data. Default: `/bin/sh -c` with the script, and the environment variables given to the process itself."
	}),
	environment_vars: option.strings.withDefault([], { doc: "Environment variables, each `NAME=value`." }),
	env: option.stringMap.withDefault({}, { doc: "Environment variables; they win over `environment_vars`." }),
	env_var_format: option.string.optional({ doc: "How a variable is written in `{{ .Vars }}`: printf with name and value. Default: `%s='%s' `." }),
	only_on: option.strings.withDefault([], { doc: "Run only where bake-ami itself runs on one of these systems; else the block is skipped." }),
	tempfile_extension: option.string.withDefault("", { doc: "Ending of the file that `inline` is written to." }),
	use_linux_pathing: option.bool.withDefault(false, { doc: "On Windows: write the path of the script as the Windows Subsystem for Linux sees it." }),
	valid_exit_codes: option.strings.withDefault(["0"], { doc: "Exit statuses that mean success." })
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
	for (const { script, option } of scriptFiles(decoded)) if (!existsSync(path.resolve(workingDirectory, script))) report("script-not-found", option, "Script not found", `There is no file "${script}". It is looked for in ${workingDirectory}.`);
	for (const [index, assignment] of options.environment_vars.entries()) {
		if (decoded.unknown(`environment_vars[${index}]`) || splitAssignment(assignment) !== void 0) continue;
		const detail = `"${assignment}" is not of the form NAME=value.`;
		report("invalid-environment-variable", `environment_vars[${index}]`, "Not an environment variable", detail);
	}
	for (const [index, status] of options.valid_exit_codes.entries()) {
		if (decoded.unknown(`valid_exit_codes[${index}]`) || /^\d+$/.test(status)) continue;
		const detail = `"${status}" is not a whole number from 0 on.`;
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
	return Object.keys(variables).sort().map((name) => {
		const values = [name, escapeForSingleQuotes(variables[name] ?? "")];
		return format.replace(/%s|%%/g, (verb) => verb === "%%" ? "%" : values.shift() ?? "");
	}).join("");
}
// src/engine/local-script/run-local-script.ts
const GOOS = {
	win32: "windows",
	sunos: "solaris"
};
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
	const status = await runLocalProcess({
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
	if (!options.valid_exit_codes.map(Number).includes(status)) throw exitError(script, status, options);
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
	const format = options.env_var_format ?? (platform === "win32" ? "set %s=%s && " : "%s='%s' ");
	const data = {
		...context.generated,
		Vars: assignments(variables, format),
		Script: file,
		Command: file
	};
	return options.execute_command.map((argument) => context.render(argument, data));
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
		hint: "Its output is in the log above. Other statuses can be allowed with \"valid_exit_codes\"."
	});
}
// src/post-processors/shell-local/index.ts
const shellLocalPostProcessor = {
	type: "shell-local",
	schema: localScriptSchema,
	keepsInput: "always",
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
// src/provisioners/ansible/options.ts
const NO_PROXY = "Ansible connects straight to the machine here; there is no proxy that this option could be for.";
const ansibleSchema = {
	playbook_file: option.string.required({ doc: "The playbook to run." }),
	command: option.string.withDefault("ansible-playbook", { doc: "The program that runs it; no shell is in between." }),
	extra_arguments: option.strings.optional({
		doc: "Arguments for the program, before those that lead it to the machine.",
		rendering: "run"
	}),
	ansible_env_vars: option.strings.optional({
		doc: "Environment variables for Ansible, each `NAME=value`.",
		rendering: "run"
	}),
	ansible_ssh_extra_args: option.strings.optional({
		doc: "Arguments for `ssh`, handed over with `--ssh-extra-args`.",
		rendering: "run"
	}),
	groups: option.strings.optional({ doc: "Inventory groups that the machine is in." }),
	empty_groups: option.strings.optional({ doc: "Inventory groups without a machine." }),
	host_alias: option.string.withDefault("default", { doc: "The machine's name in the inventory." }),
	user: option.string.optional({ doc: "User to log in as when `use_proxy = false`; default: the communicator's. Otherwise it always is the communicator's, who is also the one that Packer's proxy logs in as." }),
	inventory_directory: option.string.optional({ doc: "Folder for the generated inventory: `group_vars` and `host_vars` in it are then read." }),
	inventory_file: option.string.optional({ doc: "An inventory of the template's own; none is generated. Its hosts all lead to the machine, unless `use_proxy = false`." }),
	inventory_file_template: option.string.optional({
		doc: "The machine's line in the inventory, with `{{ .HostAlias }}`, `{{ .Host }}`, `{{ .User }}` and `{{ .Port }}`.",
		rendering: "run"
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
	ansible_winrm_use_http: option.unsupported("WinRM without encryption.", "Ansible over WinRM is not supported yet.")
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
		const kind = PATHS[name];
		const found = statSync(resolve(context.workingDirectory, path), { throwIfNoEntry: false });
		if (found !== void 0 && (kind === "any" || (kind === "file" ? found.isFile() : found.isDirectory()))) return [];
		return [errorDiagnostic({
			code: "ansible-file-not-found",
			summary: `There is no ${kind === "folder" ? "folder" : "file"} ${path}`,
			detail: `${name} must exist. A relative path starts at ${context.workingDirectory}; "\${path.root}/…" starts at the template's folder.`,
			subject: decoded.range(name)
		})];
	});
}
function checkVariables$1(decoded) {
	return (decoded.options.ansible_env_vars ?? []).flatMap((entry, index) => {
		const option = `ansible_env_vars[${index}]`;
		if (splitAssignment(entry) !== void 0 || decoded.unknown(option)) return [];
		return [errorDiagnostic({
			code: "environment-variable-shape",
			summary: "An environment variable is not written as NAME=value",
			detail: `It is "${entry}". Write "NAME=value".`,
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
	prepare: async (decoded, context) => {
		const { checkAnsibleInstalled } = await import("./check-installed-BooubwOc.js");
		await checkAnsibleInstalled(decoded, context);
	},
	provision: async (decoded, context) => {
		const { runAnsible } = await import("./provision-dUc2ioQy.js");
		await runAnsible(decoded, context);
	}
};
const breakpointProvisioner = {
	type: "breakpoint",
	schema: {
		note: option.string.optional({ doc: "What the log says of it." }),
		disable: option.bool.withDefault(false, { doc: "Goes past it. It must be true: nobody is there to go on." })
	},
	validate(decoded) {
		if (decoded.options.disable || decoded.unknown("disable")) return [];
		return [errorDiagnostic({
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
	content: option.string.optional({ doc: "Text to upload instead of a file; the file on the machine gets mode 0600." }),
	destination: option.string.required({
		doc: "Where to copy to, as the login user. A path that ends with a slash is a folder, into which a file goes under its own name. The machine's folder must exist.",
		rendering: "run"
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
	}]].filter(({ option, path }) => !decoded.unknown(option) && !existsSync(resolve(context.workingDirectory, path))).map(({ option, path }) => errorDiagnostic({
		code: "file-not-found",
		summary: `There is no file ${path}`,
		detail: `A relative path starts at ${context.workingDirectory}; "\${path.root}/…" starts at the template's folder. Set generated = true when an earlier provisioner makes it.`,
		subject: decoded.range(option)
	}));
}
// src/provisioners/file/index.ts
const fileProvisioner = {
	type: "file",
	schema: fileSchema,
	validate: validateFile,
	provision: async (decoded, context) => {
		const { copyFiles } = await import("./provision-BqqTiaY_.js");
		await copyFiles(decoded, context);
	}
};
// src/provisioners/shell/options.ts
const shellSchema = {
	inline: option.strings.optional({
		doc: "Lines of a script. One of `inline`, `script` and `scripts` is required.",
		rendering: "run"
	}),
	script: option.string.optional({ doc: "A script file to upload and run." }),
	scripts: option.strings.optional({ doc: "Script files to upload and run, one after the other." }),
	inline_shebang: option.string.optional({ doc: "First line of the script made of `inline`, without `#!`. Default `/bin/sh -e`, unless the lines begin with `#!`." }),
	environment_vars: option.strings.optional({ doc: "Environment variables for the scripts, each `NAME=value`." }),
	env: option.stringMap.optional({ doc: "Environment variables for the scripts; goes before `environment_vars`." }),
	env_var_format: option.string.optional({ doc: "How a variable is written, with `%s` for its name and again for its value. Default `%s='%s' `; in a variable file `export %s='%s'` and a line end." }),
	use_env_var_file: option.bool.withDefault(false, { doc: "Uploads the variables as a file (mode 0600) and reads it in before the script: they then are in no command line." }),
	execute_command: option.string.optional({
		doc: "How a script is run, with `{{ .Path }}`, `{{ .Vars }}` and `{{ .EnvVarFile }}`. Default `chmod +x {{.Path}}; {{.Vars}} {{.Path}}`; with a variable file `chmod +x {{.Path}}; . {{.EnvVarFile}} && {{.Path}}`.",
		rendering: "run"
	}),
	remote_folder: option.string.withDefault("/tmp", { doc: "Folder on the machine for the script." }),
	remote_file: option.string.optional({ doc: "Its file name there. Default: a random one." }),
	remote_path: option.string.optional({ doc: "The whole path on the machine, for every script of this block; goes before `remote_folder` and `remote_file`." }),
	binary: option.bool.withDefault(false, { doc: "Uploads the script as it is. Otherwise `\\r\\n` becomes `\\n`, and a last line end is added." }),
	valid_exit_codes: option.strings.withDefault(["0"], { doc: "Exit statuses that are a success, as numbers; the list replaces 0." }),
	expect_disconnect: option.bool.withDefault(false, { doc: "A connection that ends while the script runs (a reboot) is no error." }),
	start_retry_timeout: option.duration.withDefault(3e5, { doc: "How long to try to reach the machine and start the script: after a reboot it takes a while." }),
	skip_clean: option.bool.withDefault(false, { doc: "Leaves the script and the variable file on the machine." }),
	pause_after: option.duration.withDefault(0, { doc: "Waits this long after the last script." })
};
// src/provisioners/shell/validate.ts
const SOURCES = [
	"inline",
	"script",
	"scripts"
];
function validateShell(decoded, context) {
	return [
		...checkSources(decoded),
		...checkFiles(decoded, context),
		...checkVariables(decoded),
		...checkExitCodes(decoded)
	];
}
function checkSources(decoded) {
	const given = SOURCES.filter((name) => decoded.unknown(name) || isGiven(decoded.options[name]));
	if (given.length === 1) return [];
	const subject = given.length === 0 ? decoded.range() : decoded.range(given[1]);
	return [errorDiagnostic({
		code: "shell-script-count",
		summary: given.length === 0 ? "There is no script to run" : `${given.join(" and ")} are given together`,
		detail: "A shell provisioner needs exactly one of inline, script and scripts.",
		subject
	})];
}
function isGiven(value) {
	return value !== void 0 && value.length > 0;
}
function checkFiles(decoded, context) {
	const { script, scripts = [] } = decoded.options;
	return [...script === void 0 || script === "" ? [] : [{
		option: "script",
		path: script
	}], ...scripts.map((path, index) => ({
		option: `scripts[${index}]`,
		path
	}))].filter(({ option }) => !decoded.unknown(option)).filter(({ path }) => statSync(resolve(context.workingDirectory, path), { throwIfNoEntry: false })?.isFile() !== true).map(({ option, path }) => errorDiagnostic({
		code: "script-not-found",
		summary: `There is no script ${path}`,
		detail: `A relative path starts at ${context.workingDirectory}; "\${path.root}/…" starts at the template's folder.`,
		subject: decoded.range(option)
	}));
}
function checkVariables(decoded) {
	return (decoded.options.environment_vars ?? []).flatMap((entry, index) => {
		const option = `environment_vars[${index}]`;
		if (splitAssignment(entry) !== void 0 || decoded.unknown(option)) return [];
		return [errorDiagnostic({
			code: "environment-variable-shape",
			summary: "An environment variable is not written as NAME=value",
			detail: `It is "${entry}". Write "NAME=value", or use env = { NAME = "value" }.`,
			subject: decoded.range(option)
		})];
	});
}
function checkExitCodes(decoded) {
	return decoded.options.valid_exit_codes.flatMap((code, index) => {
		const option = `valid_exit_codes[${index}]`;
		if (/^\d+$/.test(code) || decoded.unknown(option)) return [];
		return [errorDiagnostic({
			code: "exit-code-shape",
			summary: `${code} is no exit status`,
			detail: "valid_exit_codes lists whole numbers, for example [0, 3].",
			subject: decoded.range(option)
		})];
	});
}
// src/provisioners/shell/index.ts
const shellProvisioner = {
	type: "shell",
	schema: shellSchema,
	validate: validateShell,
	provision: async (decoded, context) => {
		const { runShell } = await import("./provision-wZr1McXB.js");
		await runShell(decoded, context);
	}
};
// src/provisioners/shell-local/index.ts
const shellLocalProvisioner = {
	type: "shell-local",
	schema: localScriptSchema,
	validate: validateLocalScript,
	provision: runLocalScript
};
const sleepProvisioner = {
	type: "sleep",
	schema: { duration: option.duration.withDefault(0, { doc: "How long to wait." }) },
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
// src/app/origin.ts
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
// src/app/unsupported-components.ts
const LATER = "It is not supported yet.";
const ANSIBLE_INSTEAD = "Use the \"ansible\" provisioner, which runs the playbook from this machine.";
const SHELL_INSTEAD = "Use a \"shell\" provisioner that calls the tool on the machine.";
const AMI_ONLY = "bake-ami makes AWS images only: use the \"amazon-ebs\" builder, or Packer for other platforms.";
const unsupportedComponents = new Map([
	[`${LATER} Use "amazon-ebs", which makes an image of a running instance's volumes.`, "amazon-ebssurrogate"],
	[
		`${LATER} Use "amazon-ebs".`,
		"amazon-ebsvolume",
		"amazon-chroot",
		"amazon-instance"
	],
	[`${LATER} Use "amazon-ebs" with the communicator "none" where no machine is to be connected to.`, "null"],
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
		"file"
	],
	[
		`Windows images are not supported yet. Use Packer for this template.`,
		"powershell",
		"windows-shell",
		"windows-restart",
		"windows-update"
	],
	[`${LATER} ${ANSIBLE_INSTEAD}`, "ansible-local"],
	[`${LATER} Leave it out; HCP Packer's registry is not written to.`, "hcp-sbom"],
	[
		`${LATER} ${SHELL_INSTEAD}`,
		"chef-client",
		"chef-solo",
		"puppet-masterless",
		"puppet-server",
		"salt-masterless"
	],
	[
		`${LATER} ${SHELL_INSTEAD}`,
		"converge",
		"inspec",
		"goss"
	],
	[
		"It works on local files, and an AMI has none. Leave it out.",
		"compress",
		"checksum",
		"artifice"
	],
	[
		`${LATER} Use "shell-local" with the AWS CLI.`,
		"amazon-import",
		"amazon-ami-management"
	],
	[`${LATER} Attest the image in a step of its own after the bake.`, "provenance"],
	[
		AMI_ONLY,
		"docker-import",
		"docker-push",
		"docker-save",
		"docker-tag",
		"vagrant-cloud",
		"vsphere-template"
	],
	[
		AMI_ONLY,
		"googlecompute-export",
		"googlecompute-import",
		"digitalocean-import",
		"exoscale-import"
	]
].flatMap(([remedy, ...names]) => names.map((name) => [name, remedy])));
// src/app/registry.ts
const LIFETIME_MS = 288e5;
function createRegistry({ connections, environment, hostKeyPolicy, locateMachine }) {
	return {
		builders: byType(amazonEbsBuilder({
			connections,
			tags: originTags(environment),
			lifetimeMs: LIFETIME_MS,
			publicAddress,
			localAddresses,
			...locateMachine !== void 0 && { locateMachine }
		})),
		communicators: byType(sshCommunicator({ hostKeyPolicy }), noneCommunicator),
		provisioners: byType(shellProvisioner, shellLocalProvisioner, fileProvisioner, ansibleProvisioner, sleepProvisioner, breakpointProvisioner),
		postProcessors: byType(manifestPostProcessor, shellLocalPostProcessor)
	};
}
function catalogOf(registry) {
	return mergedCatalog(registry, unsupportedComponents);
}
function byType(...plugins) {
	return new Map(plugins.map((plugin) => [plugin.type, plugin]));
}
// src/kernel/source-range.ts
function rangeBetween(first, last) {
	return {
		filename: first.filename,
		start: first.start,
		end: last.end
	};
}
// src/hcl/template-literals.ts
const SPACE$1 = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const LEADING_SPACE = new RegExp(`^${SPACE$1}+`);
const TRAILING_SPACE = new RegExp(`(?<!${SPACE$1})${SPACE$1}+$`);
const SEQUENCE_ESCAPE = /\$\$\{|%%\{/g;
const ESCAPE$1 = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^uU]|[uU])|\\$|\$\$\{|%%\{/gsu;
const SIMPLE_ESCAPES$1 = {
	n: "\n",
	r: "\r",
	t: "	",
	"\"": "\"",
	"\\": "\\"
};
function unescapeTemplateText(text) {
	return text.replace(SEQUENCE_ESCAPE, (sequence) => sequence.slice(1));
}
function unescapeQuotedText(source, start, end, report) {
	return source.text.slice(start, end).replace(ESCAPE$1, (written, at) => {
		if (!written.startsWith("\\")) return written.slice(1);
		const selector = Array.from(written)[1] ?? "";
		const simple = Object.hasOwn(SIMPLE_ESCAPES$1, selector) ? SIMPLE_ESCAPES$1[selector] : void 0;
		if (simple !== void 0) return simple;
		const point = written.length > 2 ? Number.parseInt(written.slice(2), 16) : NaN;
		if (/[uU]/.test(selector) && point <= 1114111) return String.fromCodePoint(point);
		const length = /[uU]/.test(selector) ? hexLength(source.text, start + at, written) : written.length;
		report(wrongEscape(source, start + at, length, selector));
		return written;
	});
}
function hexLength(text, at, written) {
	const wanted = written[1] === "u" ? 4 : 8;
	return /^\\[uU][0-9a-fA-F]*/.exec(text.slice(at, at + 2 + wanted))?.[0].length ?? written.length;
}
function wrongEscape(source, at, length, selector) {
	return errorDiagnostic({
		code: "invalid-escape",
		summary: "Invalid escape sequence",
		detail: {
			u: "\"\\u\" must be followed by exactly four hexadecimal digits, as in \"\\u00e9\".",
			U: "\"\\U\" must be followed by exactly eight hexadecimal digits that name a Unicode character, as in \"\\U0001F600\"."
		}[selector] ?? `"\\${selector}" is no escape sequence. For a backslash itself write two ("\\\\"); valid are \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN.`,
		subject: source.range(at, at + length)
	});
}
function splitLines(text) {
	return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
function flushIndentation(pieces) {
	const leading = [];
	let indentation = Number.POSITIVE_INFINITY;
	let atLineStart = true;
	for (const piece of pieces) {
		const literal = isLiteral(piece) ? piece : void 0;
		if (atLineStart && literal === void 0) indentation = 0;
		if (atLineStart && literal !== void 0 && !isBlankLine(literal.text)) {
			indentation = Math.min(indentation, literal.text.length - stripLeading(literal.text).length);
			leading.push(literal);
		}
		atLineStart = literal?.text.endsWith("\n") ?? false;
	}
	for (const literal of leading) literal.text = literal.text.slice(indentation);
}
function isLiteral(piece) {
	return piece.kind === "literal";
}
function isBlankLine(text) {
	return text.endsWith("\n") && stripLeading(text) === "";
}
function stripLeading(text) {
	return text.replace(LEADING_SPACE, "");
}
function stripTrailing(text) {
	return text.replace(TRAILING_SPACE, "");
}
// src/hcl/unexpected-token.ts
function describeToken(stream, token) {
	const text = stream.text(token);
	switch (token.kind) {
		case "end": return "the end of the text";
		case "newline": return "the end of the line";
		case "identifier": return `the name "${text}"`;
		case "number": return `the number ${text}`;
		case "open-quote": return "a quoted string";
		case "open-heredoc": return "a heredoc";
		case "close-sequence": return "the \"}\" that ends the template sequence";
		case "missing-quote": return "the end of the line, within a string that is not closed";
		case "invalid": return describeInvalid(text);
		default: return `"${text}"`;
	}
}
function adviceOn(stream, token) {
	const text = stream.text(token);
	const following = stream.source.text.slice(token.start, token.start + 8);
	if (token.kind === "invalid") return adviceOnInvalid(text);
	if (/^<<(?!=)/.test(following)) return " A heredoc is introduced by \"<<\" and a name, both unquoted, with nothing after them on their line: <<EOT";
	if (token.kind === "open-quote" && stream.source.text.slice(token.start - 2, token.start) === "\"\"") return " Three quotes have no meaning; a text of several lines is written as a heredoc (<<EOT).";
	if (token.kind === "*" && stream.source.text[token.start - 1] === "*") return " There is no operator for powers; call a function such as pow(2, 8).";
	if (token.kind === "=" && !following.startsWith("==")) return " To compare two values, write \"==\".";
	return "";
}
function describeInvalid(text) {
	if (text.startsWith("/*")) return "a comment that is not closed";
	if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(text)) return `the character ${text === "\"" ? text : `"${text}"`}`;
	return `the invisible character U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
function adviceOnInvalid(text) {
	if (text.startsWith("/*")) return " Close it with \"*/\".";
	switch (text) {
		case "'": return " Enclose strings in double quotes (\").";
		case "`": return " Enclose strings in double quotes (\"), or write a text of several lines as a heredoc (<<EOT).";
		case "“":
		case "”":
		case "„":
		case "«":
		case "»":
		case "‘":
		case "’": return " Replace the typographic quotation marks by straight double quotes (\"); word processors put them in.";
		case ";": return " Write each argument on a line of its own, and commas between the items of a list.";
		case "&": return " The operator for \"and\" is \"&&\"; there are no operators on bits.";
		case "|": return " The operator for \"or\" is \"||\"; there are no operators on bits.";
		case "~": return " The operator for \"not\" is \"!\"; there are no operators on bits.";
		case "$": return ` Outside of strings an expression is written as it is, without "\${" and "}".`;
		case "\r": return " It is half of a Windows line ending; save the file with LF or CR LF line endings.";
		default: return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(text) ? " It has no meaning in this language outside of strings and comments." : " Delete it and type the text around it again; it may have come with copied text.";
	}
}
// src/hcl/block-header-parser.ts
function parseBlockHeader(stream) {
	const type = stream.next();
	const typeRange = stream.range(type);
	const labels = [];
	for (;;) {
		const token = stream.peek();
		switch (token.kind) {
			case "{": {
				const headerRange = rangeBetween(typeRange, labels.at(-1)?.range ?? typeRange);
				return {
					type: stream.text(type),
					typeRange,
					labels,
					headerRange
				};
			}
			case "identifier":
				stream.next();
				labels.push({
					text: stream.text(token),
					quoted: false,
					range: stream.range(token)
				});
				break;
			case "open-quote":
				labels.push(parseQuotedLabel(stream));
				break;
			default: if (!skipToBraceOnNextLine(stream, token)) throw braceExpected(stream, type, labels, token);
		}
	}
}
function parseQuotedLabel(stream) {
	const open = stream.next();
	const literal = stream.accept("quoted-literal");
	const text = literal === void 0 ? "" : unescapeQuotedText(stream.source, literal.start, literal.end, (diagnostic) => stream.report(diagnostic));
	const close = stream.peek();
	if (literal !== void 0 && stream.text(literal).includes("\n")) throw multiLineLabel(stream, literal);
	if (close.kind === "open-interpolation" || close.kind === "open-directive") throw stream.fail({
		code: "template-in-label",
		summary: "Template sequence in a block label",
		detail: `Block labels are literal text and can't hold expressions. For the characters "${stream.text(close).slice(0, 2)}" themselves, double the first one.`,
		subject: stream.range(close)
	});
	if (close.kind !== "close-quote") throw stream.fail({
		code: "unclosed-string",
		summary: "Unclosed string",
		detail: "There is no closing quote (\") for this block label on its line.",
		subject: stream.rangeFrom(open, close)
	});
	stream.next();
	return {
		text,
		quoted: true,
		range: stream.rangeFrom(open, close)
	};
}
function multiLineLabel(stream, literal) {
	return stream.fail({
		code: "multi-line-string",
		summary: "Line ending in a quoted string",
		detail: "A block label must end on the line on which it starts.",
		subject: stream.range(literal)
	});
}
function skipToBraceOnNextLine(stream, token) {
	const brace = stream.peek(1);
	if (token.kind !== "newline" || brace.kind !== "{") return false;
	stream.report({
		code: "brace-on-next-line",
		summary: "Opening brace on the next line",
		detail: "The opening brace of a block must be on the line of its type and labels.",
		subject: stream.range(brace)
	});
	stream.next();
	return true;
}
function braceExpected(stream, type, labels, token) {
	const name = stream.text(type);
	const subject = stream.range(token);
	if (labels.length === 0) return stream.fail({
		code: "value-or-block-expected",
		summary: "Argument or block expected",
		detail: `Expected "=" and a value (to set the argument "${name}") or "{" (to start a block "${name}"), but found ${describeToken(stream, token)}.${headerAdvice(stream, token)}`,
		subject,
		context: stream.rangeFrom(type, token)
	});
	return stream.fail({
		code: "brace-expected",
		summary: "Invalid block header",
		detail: `Expected another label or "{" after the header of the block "${name}", but found ${describeToken(stream, token)}.${headerAdvice(stream, token)}`,
		subject,
		context: stream.rangeFrom(type, token)
	});
}
function headerAdvice(stream, token) {
	if (token.kind === ":") return " Arguments are set by \"=\", not by \":\".";
	if (token.kind === "==") return " Arguments are set by a single \"=\".";
	if (token.kind === "." || token.kind === "[") return " Only whole arguments can be set, not parts of their values.";
	if (token.kind === "+" || token.kind === "-") return " There are no assignments that add to a value.";
	return adviceOn(stream, token);
}
// src/hcl/item-start.ts
function startsNewItem(stream, token) {
	if (!isFirstOnLine(stream, token)) return false;
	if (token.kind === "}") return true;
	if (token.kind !== "identifier") return false;
	const follower = stream.peek(1);
	return !stream.source.text.slice(token.end, follower.start).includes("\n") && [
		"=",
		"{",
		"open-quote"
	].includes(follower.kind);
}
function isFirstOnLine(stream, token) {
	const { text } = stream.source;
	let at = token.start;
	while (at > 0 && (text[at - 1] === " " || text[at - 1] === "	")) at -= 1;
	return at === stream.source.start || text[at - 1] === "\n";
}
// src/hcl/sequence-parser.ts
function parseSequence(stream, rules) {
	return stream.withNewlines("ignored", () => {
		const items = [];
		for (;;) {
			const end = stream.accept(rules.close);
			if (end !== void 0) return {
				items,
				close: end
			};
			refuseUnclosed(stream, rules.open, rules.close, rules.what);
			items.push(rules.item());
			if (stream.peek().kind === rules.close) continue;
			if (stream.accept(",") === void 0) throw separatorExpected$1(stream, rules);
		}
	});
}
function closing(stream, open, kind, what) {
	const token = stream.accept(kind);
	if (token !== void 0) return token;
	refuseUnclosed(stream, open, kind, what);
	const found = stream.peek();
	throw stream.fail({
		code: "closing-bracket-expected",
		summary: `Missing "${kind}"`,
		detail: `Expected "${kind}" to end the ${what}, but found ${describeToken(stream, found)}.${adviceOn(stream, found)}`,
		subject: stream.range(found),
		context: stream.rangeFrom(open, found)
	});
}
function refuseUnclosed(stream, open, close, what) {
	const token = stream.peek();
	const ended = token.kind === "end" || token.kind === "missing-quote";
	if (!ended && !startsNewItem(stream, token)) return;
	const where = ended ? "before the text ends" : `before ${describeToken(stream, token)} starts something new`;
	throw stream.fail({
		code: "unclosed-bracket",
		summary: `Unclosed "${stream.text(open)}"`,
		detail: `There is no "${close}" to end this ${what} ${where}. Brackets that do not match further on can also be the reason.`,
		subject: stream.range(open)
	});
}
function separatorExpected$1(stream, rules) {
	refuseUnclosed(stream, rules.open, rules.close, rules.what);
	const token = stream.peek();
	return stream.fail({
		code: "comma-expected",
		summary: "Missing comma",
		detail: `Expected "," or "${rules.close}" after an item of this ${rules.what}, but found ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
		subject: stream.range(token),
		context: stream.rangeFrom(rules.open, token)
	});
}
// src/hcl/access-parser.ts
function parseSteps(stream, parseExpression) {
	const steps = [];
	for (;;) {
		const token = stream.peek();
		if (token.kind === ".") steps.push(parseDotStep(stream));
		else if (token.kind === "[") steps.push(parseBracketStep(stream, parseExpression));
		else return steps;
	}
}
function parseDotStep(stream) {
	const dot = stream.next();
	const star = stream.accept("*");
	if (star !== void 0) return parseAttributeOnlySplat(stream, dot, star);
	return parseDottedName(stream, dot);
}
function parseDottedName(stream, dot) {
	const token = stream.peek();
	const text = stream.text(token);
	if (token.kind === "identifier") {
		stream.next();
		return {
			kind: "attribute",
			name: text,
			range: stream.rangeFrom(dot, token)
		};
	}
	if (token.kind === "number") return parseLegacyIndex(stream, dot, token);
	throw stream.fail({
		code: "attribute-name-expected",
		summary: "Missing attribute name",
		detail: `Expected the name of an attribute after ".", but found ${describeToken(stream, token)}.`,
		subject: stream.range(token),
		context: stream.rangeFrom(dot, token)
	});
}
function parseLegacyIndex(stream, dot, token) {
	const text = stream.text(token);
	if (!/^\d+$/.test(text)) {
		const indexes = text.split(".").map((index) => `[${index}]`).join("");
		throw stream.fail({
			code: "invalid-legacy-index",
			summary: "Invalid index after a dot",
			detail: /^\d+\.\d+$/.test(text) ? `".${text}" would be two indexes, which can't be chained by dots. Write them in brackets: ${indexes}` : `An index must be a whole number, but found ${text}.`,
			subject: stream.range(token),
			context: stream.rangeFrom(dot, token)
		});
	}
	stream.next();
	return {
		kind: "index",
		key: {
			kind: "number",
			text,
			range: stream.range(token)
		},
		legacy: true,
		range: stream.rangeFrom(dot, token)
	};
}
function parseAttributeOnlySplat(stream, dot, star) {
	const each = [];
	let last = star;
	while (stream.peek().kind === ".") {
		const next = stream.next();
		const nested = stream.peek();
		if (nested.kind === "*") throw stream.fail({
			code: "nested-splat",
			summary: "Splat within an attribute-only splat",
			detail: "After \".*\" only attributes can follow. To go through lists within lists, write \"[*]\" for both.",
			subject: stream.range(nested),
			context: stream.rangeFrom(dot, nested)
		});
		each.push(parseDottedName(stream, next));
		last = stream.previous();
	}
	return {
		kind: "splat",
		form: "attribute-only",
		each,
		markerRange: stream.rangeFrom(dot, star),
		range: stream.rangeFrom(dot, last)
	};
}
function parseBracketStep(stream, parseExpression) {
	const open = stream.next();
	const step = stream.withNewlines("ignored", () => {
		const star = stream.accept("*");
		const key = star === void 0 ? parseExpression(stream) : void 0;
		refuseUnclosed(stream, open, "]", "index");
		const close = stream.accept("]");
		if (close === void 0) throw closeExpected(stream, open);
		if (key !== void 0) return {
			kind: "index",
			key,
			legacy: false,
			range: stream.rangeFrom(open, close)
		};
		return {
			star: star ?? open,
			close
		};
	});
	if ("kind" in step) return step;
	const each = stream.nested(() => parseSteps(stream, parseExpression));
	const last = each.length === 0 ? step.close : stream.previous();
	return {
		kind: "splat",
		form: "full",
		each,
		markerRange: stream.rangeFrom(open, step.close),
		range: stream.rangeFrom(open, last)
	};
}
function closeExpected(stream, open) {
	const token = stream.peek();
	return stream.fail({
		code: "closing-bracket-expected",
		summary: "Missing \"]\"",
		detail: `Expected "]" to end the index, but found ${describeToken(stream, token)}.`,
		subject: stream.range(token),
		context: stream.rangeFrom(open, token)
	});
}
// src/hcl/collection-parser.ts
function parseTupleOrFor(stream, parseExpression) {
	const open = stream.next();
	if (startsFor(stream)) return stream.withNewlines("ignored", () => parseForTuple(stream, open, parseExpression));
	const { items, close } = parseSequence(stream, {
		open,
		close: "]",
		what: "list",
		item: () => parseExpression(stream)
	});
	return {
		kind: "tuple",
		items,
		range: stream.rangeFrom(open, close)
	};
}
function parseObjectOrFor(stream, parseExpression) {
	const open = stream.next();
	if (startsFor(stream)) return stream.withNewlines("ignored", () => parseForObject(stream, open, parseExpression));
	return stream.withNewlines("count", () => parseObject(stream, open, parseExpression));
}
function startsFor(stream) {
	return stream.withNewlines("ignored", () => stream.atKeyword("for"));
}
function parseObject(stream, open, parseExpression) {
	const items = [];
	for (;;) {
		while (stream.accept("newline") !== void 0);
		const close = stream.accept("}");
		if (close !== void 0) return {
			kind: "object",
			items,
			range: stream.rangeFrom(open, close)
		};
		refuseEnd(stream, open);
		const key = parseObjectKey(stream, parseExpression);
		readAssignment(stream, open, key);
		items.push({
			key,
			value: parseExpression(stream)
		});
		const { kind } = stream.peek();
		if (kind === "}") continue;
		if (stream.accept(",") === void 0 && stream.accept("newline") === void 0) throw separatorExpected(stream, open);
	}
}
function refuseEnd(stream, open) {
	const { kind } = stream.peek();
	if (kind === "end" || kind === "missing-quote") refuseUnclosed(stream, open, "}", "object");
}
function parseObjectKey(stream, parseExpression) {
	const token = stream.peek();
	const follower = stream.peek(1).kind;
	if (token.kind === "identifier" && (follower === "=" || follower === ":")) {
		stream.next();
		return {
			kind: "name",
			name: stream.text(token),
			range: stream.range(token)
		};
	}
	const expression = parseExpression(stream);
	return {
		kind: "expression",
		expression,
		range: expression.range
	};
}
function readAssignment(stream, open, key) {
	if (stream.accept("=") !== void 0 || stream.accept(":") !== void 0) return;
	refuseEnd(stream, open);
	const token = stream.peek();
	throw stream.fail({
		code: "object-value-expected",
		summary: "Missing value of an object item",
		detail: `Expected "=" and a value after the name of this item, but found ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
		subject: stream.range(token),
		context: {
			...key.range,
			end: stream.range(token).end
		}
	});
}
function separatorExpected(stream, open) {
	refuseEnd(stream, open);
	const token = stream.peek();
	return stream.fail({
		code: "item-separator-expected",
		summary: "Missing comma or new line",
		detail: `Items of an object are separated by commas or line endings, but after this one comes ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
		subject: stream.range(token),
		context: stream.rangeFrom(open, token)
	});
}
function parseForTuple(stream, open, parseExpression) {
	const introduction = parseForHead(stream, parseExpression);
	const value = parseExpression(stream);
	const arrow = stream.peek();
	if (arrow.kind === "=>") throw stream.fail({
		code: "key-in-tuple-for",
		summary: "Key in a for expression that makes a list",
		detail: "A for expression in square brackets has one result per element. To make keys and values, use braces: { for … : key => value }",
		subject: stream.range(arrow),
		context: stream.rangeFrom(open, arrow)
	});
	const condition = parseForCondition(stream, parseExpression);
	const close = closing(stream, open, "]", "for expression");
	return {
		kind: "for-tuple",
		...introduction,
		value,
		condition,
		range: stream.rangeFrom(open, close)
	};
}
function parseForObject(stream, open, parseExpression) {
	const introduction = parseForHead(stream, parseExpression);
	const key = parseExpression(stream);
	const arrow = stream.peek();
	if (stream.accept("=>") === void 0) throw stream.fail({
		code: "for-value-expected",
		summary: "Missing value of a for expression",
		detail: `A for expression in braces makes keys and values; expected "=>" after the key, but found ${describeToken(stream, arrow)}. To make a list, use square brackets.`,
		subject: stream.range(arrow),
		context: stream.rangeFrom(open, arrow)
	});
	const value = parseExpression(stream);
	const grouping = stream.accept("...") !== void 0;
	const condition = parseForCondition(stream, parseExpression);
	const close = closing(stream, open, "}", "for expression");
	return {
		kind: "for-object",
		...introduction,
		key,
		value,
		grouping,
		condition,
		range: stream.rangeFrom(open, close)
	};
}
function parseForHead(stream, parseExpression) {
	const introduction = parseForIntroduction(stream, parseExpression);
	if (stream.accept(":") !== void 0) return introduction;
	const token = stream.peek();
	throw stream.fail({
		code: "invalid-for",
		summary: "Invalid for expression",
		detail: `Expected ":" after the collection, but found ${describeToken(stream, token)}. Write: for name in collection : result`,
		subject: stream.range(token)
	});
}
function parseForCondition(stream, parseExpression) {
	if (!stream.atKeyword("if")) return void 0;
	stream.next();
	return parseExpression(stream);
}
function parseForIntroduction(stream, parseExpression) {
	stream.next();
	const first = parseLoopName(stream);
	const second = stream.accept(",") === void 0 ? void 0 : parseLoopName(stream);
	const token = stream.peek();
	if (!stream.atKeyword("in")) throw stream.fail({
		code: "invalid-for",
		summary: "Invalid for expression",
		detail: `Expected "in" and a collection after the variable names, but found ${describeToken(stream, token)}. Write: for name in collection`,
		subject: stream.range(token)
	});
	stream.next();
	const collection = parseExpression(stream);
	return second === void 0 ? {
		keyName: void 0,
		valueName: first,
		collection
	} : {
		keyName: first,
		valueName: second,
		collection
	};
}
function parseLoopName(stream) {
	const token = stream.peek();
	if (token.kind === "identifier") {
		stream.next();
		return {
			text: stream.text(token),
			range: stream.range(token)
		};
	}
	throw stream.fail({
		code: "invalid-for",
		summary: "Invalid for expression",
		detail: `Expected the name of a variable after "for", but found ${describeToken(stream, token)}. Write: for name in collection. (A key that is called "for" must be quoted.)`,
		subject: stream.range(token)
	});
}
// src/hcl/look-ahead.ts
const BLANKS$2 = /[ \t]+/y;
const NEWLINE$1 = /\r?\n/y;
const STRUCTURE_LINE = /^[ \t]*(?:[\p{L}_][\p{L}\p{N}_-]*[ \t]*(?:=|\{|"[^"]*"[ \t]*[{"])|[}\])]|#|\/\/)/u;
const LINES_TO_JUDGE_BY = 20;
const LONGEST_LOOK_AHEAD = 2e4;
const MOST_LOOK_AHEADS = 50;
var LookAhead = class {
	#text;
	#multiLineUntil = 0;
	#left = MOST_LOOK_AHEADS;
	constructor(text) {
		this.#text = text;
	}
	stringGoesOn(newline) {
		if (newline < this.#multiLineUntil) return true;
		let lineStart = newline + 1;
		for (let count = 0; count < LINES_TO_JUDGE_BY && lineStart < this.#text.length; count += 1) {
			const next = this.#text.indexOf("\n", lineStart);
			const lineEnd = next === -1 ? this.#text.length : next;
			const line = this.#text.slice(lineStart, Math.min(lineEnd, lineStart + 1e3));
			if (STRUCTURE_LINE.test(line)) return false;
			if (line.includes("\"")) {
				this.#multiLineUntil = lineEnd;
				return true;
			}
			lineStart = lineEnd + 1;
		}
		return false;
	}
	heredocEnd(lineStart, marker) {
		const start = this.#after(BLANKS$2, lineStart) ?? lineStart;
		if (!this.#text.startsWith(marker, start)) return void 0;
		const end = start + marker.length;
		const next = this.#after(BLANKS$2, end) ?? end;
		return next === this.#text.length || this.#after(NEWLINE$1, next) !== void 0 ? start : void 0;
	}
	heredocEndsLater(marker, from) {
		this.#left -= 1;
		if (this.#left < 0) return false;
		for (let lineStart = from; lineStart < this.#text.length;) {
			if (this.heredocEnd(lineStart, marker) !== void 0) return true;
			const newline = this.#text.indexOf("\n", lineStart);
			if (newline === -1 || newline > from + LONGEST_LOOK_AHEAD) return false;
			lineStart = newline + 1;
		}
		return false;
	}
	#after(pattern, at) {
		pattern.lastIndex = at;
		return pattern.test(this.#text) ? pattern.lastIndex : void 0;
	}
};
// src/hcl/token.ts
const PUNCTUATION$1 = [
	"...",
	"&&",
	"||",
	"==",
	"!=",
	"<=",
	">=",
	"=>",
	"::",
	"{",
	"}",
	"[",
	"]",
	"(",
	")",
	"<",
	">",
	"=",
	"!",
	"?",
	":",
	".",
	",",
	"+",
	"-",
	"*",
	"/",
	"%"
];
// src/hcl/lexer.ts
const BLANKS$1 = /[ \t]+/y;
const NEWLINE = /\r?\n/y;
const LINE_COMMENT = /(?:#|\/\/)[^\n]*/y;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER$2 = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const HEREDOC = /<<[-~]?[ \t]*["']?([\p{ID_Start}_][\p{ID_Continue}-]*)["']?[^\n]*\n/uy;
const SEQUENCE = /([$%])\{~?/y;
const QUOTED_STOP = /["\\\n$%]/g;
const HEREDOC_STOP = /[\n$%]/g;
const TEMPLATE_STOP = /[$%]/g;
const ITEM_LINE = /[ \t]*(?:[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*(?:=(?![=>])|\{|"[^"\n]*"[ \t]*[{"])|\}[ \t]*\r?$)/muy;
function tokenize$1(source) {
	return new Lexer$1(source, { kind: "structure" }).run();
}
function tokenizeTemplate(source) {
	return new Lexer$1(source, { kind: "template" }).run();
}
function isHeredocIntroducer(text) {
	return /^<<-?[\p{ID_Start}_][\p{ID_Continue}-]*\r?\n$/u.test(text);
}
var Lexer$1 = class {
	#text;
	#ahead;
	#tokens = [];
	#modes;
	#at;
	constructor(source, mode) {
		this.#text = source.text;
		this.#ahead = new LookAhead(source.text);
		this.#at = source.start;
		this.#modes = [mode];
	}
	run() {
		while (this.#at < this.#text.length) {
			const mode = this.#mode();
			if (mode.kind === "quoted") this.#lexQuoted(mode);
			else if (mode.kind === "heredoc") this.#lexHeredoc(mode.marker);
			else if (mode.kind === "template") this.#lexTemplate();
			else this.#lexStructure(mode);
		}
		if (this.#modes.some((mode) => mode.kind === "quoted")) this.#push("missing-quote", this.#at);
		this.#push("end", this.#at);
		return this.#tokens;
	}
	#mode() {
		return this.#modes.at(-1) ?? { kind: "structure" };
	}
	#push(kind, end) {
		this.#tokens.push({
			kind,
			start: this.#at,
			end
		});
		this.#at = end;
	}
	#match(pattern) {
		pattern.lastIndex = this.#at;
		return pattern.test(this.#text) ? pattern.lastIndex : void 0;
	}
	#lexStructure(mode) {
		const blanks = this.#match(BLANKS$1);
		if (blanks !== void 0) {
			this.#at = blanks;
			return;
		}
		const newline = this.#match(NEWLINE);
		if (newline !== void 0 && mode.kind === "sequence") this.#leaveOpenSequence(mode, newline);
		if (this.#lexPattern("newline", NEWLINE) || this.#lexPattern("comment", LINE_COMMENT) || this.#lexInlineComment() || this.#lexPattern("identifier", IDENTIFIER) || this.#lexPattern("number", NUMBER$2)) return;
		if (this.#text[this.#at] === "\"") {
			this.#modes.push({
				kind: "quoted",
				start: this.#at
			});
			this.#push("open-quote", this.#at + 1);
		} else if (!this.#lexHeredocStart() && !this.#lexSequenceEnd(mode)) this.#lexPunctuation(mode);
	}
	#lexPattern(kind, pattern) {
		const end = this.#match(pattern);
		if (end === void 0) return false;
		this.#push(kind, kind === "comment" && this.#text[end - 1] === "\r" ? end - 1 : end);
		return true;
	}
	#lexInlineComment() {
		if (!this.#text.startsWith("/*", this.#at)) return false;
		const end = this.#text.indexOf("*/", this.#at + 2);
		if (end !== -1) this.#push("comment", end + 2);
		else {
			this.#push("invalid", this.#at + 2);
			this.#at = this.#text.length;
		}
		return true;
	}
	#lexHeredocStart() {
		HEREDOC.lastIndex = this.#at;
		const marker = HEREDOC.exec(this.#text)?.[1];
		if (marker === void 0) return false;
		const end = HEREDOC.lastIndex;
		if (!isHeredocIntroducer(this.#text.slice(this.#at, end)) && !this.#ahead.heredocEndsLater(marker, end)) return false;
		this.#push("open-heredoc", end);
		this.#modes.push({
			kind: "heredoc",
			marker
		});
		if (this.#ahead.heredocEnd(this.#at, marker) !== void 0) this.#closeHeredoc(marker);
		return true;
	}
	#leaveOpenSequence(mode, lineStart) {
		const around = this.#modes.at(-2);
		if (around?.kind === "heredoc" && this.#ahead.heredocEnd(lineStart, around.marker) !== void 0) {
			this.#push("missing-quote", this.#at);
			this.#modes.pop();
		} else if (around?.kind === "quoted" && mode.braces === 0 && this.#matchAt(ITEM_LINE, lineStart)) {
			this.#push("missing-quote", this.#at);
			this.#modes.pop();
			this.#leaveTemplatesOfThisLine(around.start);
		}
	}
	#matchAt(pattern, at) {
		pattern.lastIndex = at;
		return pattern.test(this.#text);
	}
	#lexSequenceEnd(mode) {
		if (mode.kind !== "sequence" || mode.braces > 0) return false;
		const stripped = this.#text.startsWith("~}", this.#at);
		if (!stripped && this.#text[this.#at] !== "}") return false;
		this.#push("close-sequence", this.#at + (stripped ? 2 : 1));
		this.#modes.pop();
		return true;
	}
	#lexPunctuation(mode) {
		const kind = PUNCTUATION$1.find((candidate) => this.#text.startsWith(candidate, this.#at));
		if (kind === void 0) {
			const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
			this.#push("invalid", this.#at + character.length);
			return;
		}
		if (mode.kind === "sequence") mode.braces += braceStep(kind);
		this.#push(kind, this.#at + kind.length);
	}
	#lexQuoted(mode) {
		let end = this.#at;
		for (;;) {
			end = this.#seek(QUOTED_STOP, end);
			const character = this.#text[end];
			if (character === "\\") end += this.#text[end + 1] === "\n" ? 1 : 2;
			else if (character === "\n" && this.#ahead.stringGoesOn(end)) end += 1;
			else if ((character === "$" || character === "%") && !this.#startsSequence(end)) end += escapeLength(this.#text, end);
			else break;
		}
		end = Math.min(end, this.#text.length);
		if (end > this.#at) this.#push("quoted-literal", this.#text[end] === "\n" && this.#text[end - 1] === "\r" ? end - 1 : end);
		if (this.#at < end) this.#at = end;
		const character = this.#text[this.#at];
		if (character === "\"") {
			this.#push("close-quote", this.#at + 1);
			this.#modes.pop();
		} else if (character === "\n") {
			this.#push("missing-quote", this.#at);
			this.#leaveTemplatesOfThisLine(mode.start);
		} else if (character !== void 0) this.#lexSequenceStart();
	}
	#seek(stop, from) {
		stop.lastIndex = from;
		return stop.exec(this.#text)?.index ?? this.#text.length;
	}
	#startsSequence(at) {
		return this.#text[at + 1] === "{";
	}
	#lexSequenceStart() {
		const end = this.#match(SEQUENCE) ?? this.#at + 2;
		this.#push(this.#text[this.#at] === "$" ? "open-interpolation" : "open-directive", end);
		this.#modes.push({
			kind: "sequence",
			braces: 0
		});
	}
	#leaveTemplatesOfThisLine(start) {
		this.#modes.pop();
		const lineStart = this.#text.lastIndexOf("\n", start) + 1;
		const outermost = this.#modes.findIndex((mode) => mode.kind === "quoted" && mode.start >= lineStart);
		if (outermost !== -1) this.#modes.length = outermost;
	}
	#lexHeredoc(marker) {
		let end = this.#at;
		for (;;) {
			end = this.#seek(HEREDOC_STOP, end);
			const character = this.#text[end];
			if (character === void 0) {
				this.#push("template-literal", end);
				return;
			}
			if (character === "\n") {
				end += 1;
				if (this.#ahead.heredocEnd(end, marker) === void 0) continue;
				this.#push("template-literal", end);
				this.#closeHeredoc(marker);
				return;
			}
			if (this.#startsSequence(end)) break;
			end += escapeLength(this.#text, end);
		}
		if (end > this.#at) this.#push("template-literal", end);
		this.#lexSequenceStart();
	}
	#closeHeredoc(marker) {
		this.#at = this.#ahead.heredocEnd(this.#at, marker) ?? this.#at;
		this.#push("close-heredoc", this.#at + marker.length);
		this.#modes.pop();
	}
	#lexTemplate() {
		let end = this.#seek(TEMPLATE_STOP, this.#at);
		while (end < this.#text.length && !this.#startsSequence(end)) end = this.#seek(TEMPLATE_STOP, end + escapeLength(this.#text, end));
		if (end > this.#at) this.#push("template-literal", end);
		if (end < this.#text.length) this.#lexSequenceStart();
	}
};
function braceStep(kind) {
	if (kind === "{") return 1;
	return kind === "}" ? -1 : 0;
}
function escapeLength(text, at) {
	const character = text[at];
	return text[at + 1] === character && text[at + 2] === "{" ? 3 : 1;
}
// src/hcl/template-directives.ts
function buildParts(stream, items, end) {
	return new PartBuilder(stream, items, end).all();
}
var PartBuilder = class {
	#stream;
	#items;
	#end;
	#index = 0;
	constructor(stream, items, end) {
		this.#stream = stream;
		this.#items = items;
		this.#end = end;
	}
	all() {
		const parts = this.#parts();
		const item = this.#items[this.#index];
		if (item === void 0) return parts;
		throw this.#stream.fail({
			code: "unexpected-directive",
			summary: `Unexpected ${item.kind} directive`,
			detail: `There is no directive open that this "${item.kind}" could belong to.`,
			subject: item.range
		});
	}
	#parts() {
		const parts = [];
		for (let item = this.#items[this.#index]; item !== void 0; item = this.#items[this.#index]) {
			if (item.kind === "else" || item.kind === "endif" || item.kind === "endfor") return parts;
			this.#index += 1;
			if (item.kind === "literal") appendLiteral(parts, item.text, item.range);
			else if (item.kind === "interpolation") parts.push({
				kind: "interpolation",
				expression: item.expression,
				range: item.range
			});
			else if (isDirective(item)) parts.push(this.#directive(item));
		}
		return parts;
	}
	#directive(item) {
		return this.#stream.nested(() => {
			const body = this.#parts();
			if (item.kind === "for") {
				const { keyName, valueName, collection } = item;
				return {
					kind: "for",
					keyName,
					valueName,
					collection,
					body,
					range: rangeBetween(item.range, this.#endOf(item, "endfor"))
				};
			}
			let whenFalse = [];
			if (this.#items[this.#index]?.kind === "else") {
				this.#index += 1;
				whenFalse = this.#parts();
			}
			const range = rangeBetween(item.range, this.#endOf(item, "endif"));
			return {
				kind: "if",
				condition: item.condition,
				whenTrue: body,
				whenFalse,
				range
			};
		});
	}
	#endOf(start, keyword) {
		const item = this.#items[this.#index];
		if (item?.kind === keyword) {
			this.#index += 1;
			return item.range;
		}
		const { line } = start.range.start;
		throw this.#stream.fail(item === void 0 ? {
			code: "unclosed-directive",
			summary: `Unclosed ${start.kind} directive`,
			detail: `The template ends without the %{ ${keyword} } that belongs to this directive.`,
			subject: start.range,
			context: rangeBetween(start.range, this.#end)
		} : {
			code: "unexpected-directive",
			summary: `Unexpected ${item.kind} directive`,
			detail: `The ${start.kind} directive that starts on line ${line} must be ended by %{ ${keyword} } first.`,
			subject: item.range,
			context: rangeBetween(start.range, item.range)
		});
	}
};
function isDirective(item) {
	return item.kind === "if" || item.kind === "for";
}
function appendLiteral(parts, text, range) {
	const last = parts.at(-1);
	if (last?.kind === "literal") parts[parts.length - 1] = {
		kind: "literal",
		text: last.text + text,
		range: rangeBetween(last.range, range)
	};
	else parts.push({
		kind: "literal",
		text,
		range
	});
}
// src/hcl/template-sequences.ts
function parseSequenceItem(stream, parseExpression) {
	const open = stream.next();
	return stream.withNewlines("ignored", () => {
		const content = open.kind === "open-interpolation" ? {
			kind: "interpolation",
			expression: parseInterpolated(stream, open, parseExpression)
		} : parseDirective(stream, open, parseExpression);
		const close = closeSequence(stream, open);
		return {
			...content,
			range: stream.rangeFrom(open, close),
			stripBefore: stream.text(open).endsWith("~"),
			stripAfter: stream.text(close).startsWith("~")
		};
	});
}
function parseInterpolated(stream, open, parseExpression) {
	const token = stream.peek();
	refuseOpenEnd(stream, open, token);
	if (token.kind !== "close-sequence") return parseExpression(stream);
	throw stream.fail({
		code: "expression-expected",
		summary: "Empty interpolation",
		detail: `Expected an expression between "\${" and "}". For these characters themselves, write "$\${".`,
		subject: stream.rangeFrom(open, token)
	});
}
function closeSequence(stream, open) {
	const close = stream.accept("close-sequence");
	if (close !== void 0) return close;
	const token = stream.peek();
	refuseOpenEnd(stream, open, token);
	const opening = stream.text(open).slice(0, 2);
	throw stream.fail({
		code: "sequence-end-expected",
		summary: opening === "${" ? "Extra text in an interpolation" : "Extra text in a template directive",
		detail: `Expected "}" to end this sequence, but found ${describeToken(stream, token)}. If "${opening}" is meant for another language, a shell for instance, write "${opening.charAt(0)}${opening}" to have it left alone.`,
		subject: stream.range(token),
		context: stream.rangeFrom(open, token)
	});
}
function refuseOpenEnd(stream, open, token) {
	if (!isOpenEnd(stream, token)) return;
	const opening = stream.text(open).slice(0, 2);
	throw stream.fail({
		code: "unclosed-sequence",
		summary: opening === "${" ? "Unclosed interpolation" : "Unclosed template directive",
		detail: `There is no "}" to end this sequence before the ${token.kind === "end" ? "text" : "string"} ends. For the characters "${opening}" themselves, write "${opening.charAt(0)}${opening}".`,
		subject: stream.range(open),
		context: stream.rangeFrom(open, token)
	});
}
function isOpenEnd(stream, token) {
	if (token.kind === "end" || token.kind === "missing-quote") return true;
	if (token.kind !== "open-quote") return false;
	const literal = stream.peek(1).kind === "quoted-literal";
	return stream.peek(literal ? 2 : 1).kind === "missing-quote";
}
function parseDirective(stream, open, parseExpression) {
	const token = stream.peek();
	refuseOpenEnd(stream, open, token);
	const keyword = token.kind === "identifier" ? stream.text(token) : "";
	switch (keyword) {
		case "if":
			stream.next();
			return {
				kind: "if",
				condition: parseExpression(stream)
			};
		case "for": return {
			kind: "for",
			...parseForIntroduction(stream, parseExpression)
		};
		case "else":
		case "endif":
		case "endfor":
			stream.next();
			return { kind: keyword };
		default: throw stream.fail({
			code: "unknown-directive",
			summary: "Unknown template directive",
			detail: `Expected if, else, endif, for or endfor after "%{", but found ${describeToken(stream, token)}. For the characters "%{" themselves, write "%%{".`,
			subject: stream.range(token),
			context: stream.rangeFrom(open, token)
		});
	}
}
// src/hcl/template-parser.ts
function parseQuoted(stream, parseExpression) {
	const open = stream.next();
	return stream.nested(() => {
		const items = parseItems$1(stream, "close-quote", parseExpression);
		const close = stream.peek();
		if (close.kind !== "close-quote") throw unclosedQuote(stream, open, close);
		const parts = buildParts(stream, items, stream.range(close));
		stream.next();
		return {
			kind: "template",
			form: "quoted",
			parts,
			range: stream.rangeFrom(open, close)
		};
	});
}
function unclosedQuote(stream, open, end) {
	const text = stream.source.text.slice(open.start, open.start + 3);
	return stream.fail({
		code: "unclosed-string",
		summary: "Unclosed string",
		detail: text === "\"\"\"" ? "Three quotes do not enclose a text of several lines here; write it as a heredoc (<<EOT)." : "There is no closing quote (\") for this string on its line. A quote within a string is written \\\", and a text of several lines as a heredoc (<<EOT).",
		subject: stream.rangeFrom(open, end)
	});
}
function parseHeredoc(stream, parseExpression) {
	const open = stream.next();
	return stream.nested(() => {
		const items = parseItems$1(stream, "close-heredoc", parseExpression);
		const close = stream.peek();
		const introducer = stream.text(open).trimEnd();
		if (!isHeredocIntroducer(stream.text(open))) reportIntroducer(stream, open, introducer);
		if (close.kind !== "close-heredoc") {
			const marker = introducer.replace(/^<<-?/, "");
			throw stream.fail({
				code: "unclosed-heredoc",
				summary: "Unclosed heredoc",
				detail: `There is no line that holds nothing but "${marker}" to end this heredoc.`,
				subject: stream.source.range(open.start, open.start + introducer.length)
			});
		}
		if (introducer.startsWith("<<-")) flushIndentation(items);
		const parts = buildParts(stream, items, stream.range(close));
		stream.next();
		return {
			kind: "template",
			form: "heredoc",
			parts,
			range: stream.rangeFrom(open, close)
		};
	});
}
function reportIntroducer(stream, open, introducer) {
	stream.report({
		code: "invalid-heredoc",
		summary: "Invalid start of a heredoc",
		detail: "A heredoc starts with \"<<\" or \"<<-\" and a name without quotes, with nothing after it on its line: <<EOT",
		subject: stream.source.range(open.start, open.start + introducer.length)
	});
}
function parseBareTemplate(stream, parseExpression) {
	return {
		kind: "template",
		form: "bare",
		parts: buildParts(stream, parseItems$1(stream, "end", parseExpression), stream.range(stream.peek())),
		range: stream.source.range(stream.source.start, stream.source.text.length)
	};
}
function parseItems$1(stream, end, parseExpression) {
	const items = readItems(stream, end, parseExpression);
	strip(items);
	return items;
}
function strip(items) {
	for (const [index, item] of items.entries()) {
		if (item.kind === "literal") continue;
		const before = items[index - 1];
		const after = items[index + 1];
		if (item.stripBefore && before?.kind === "literal") before.text = stripTrailing(before.text);
		if (item.stripAfter && after?.kind === "literal") after.text = stripLeading(after.text);
	}
}
function readItems(stream, end, parseExpression) {
	const items = [];
	for (;;) {
		const token = stream.peek();
		if (token.kind === end) return items;
		switch (token.kind) {
			case "quoted-literal":
				items.push(quotedLiteral(stream, stream.next()));
				break;
			case "template-literal":
				for (const line of templateLiterals(stream, stream.next())) items.push(line);
				break;
			case "open-interpolation":
			case "open-directive":
				items.push(parseSequenceItem(stream, parseExpression));
				break;
			default: return items;
		}
	}
}
function quotedLiteral(stream, token) {
	const newline = stream.text(token).search(/\r?\n/);
	if (newline !== -1) throw stream.fail({
		code: "multi-line-string",
		summary: "Line ending in a quoted string",
		detail: "A quoted string must end on the line on which it starts. Write \\n for a line ending, or a heredoc (<<EOT) for a text of several lines.",
		subject: lineEndingRange(stream, token, newline)
	});
	return {
		kind: "literal",
		text: unescapeQuotedText(stream.source, token.start, token.end, (diagnostic) => stream.report(diagnostic)),
		range: stream.range(token)
	};
}
function lineEndingRange(stream, token, newline) {
	const start = token.start + newline;
	return stream.source.range(start, stream.source.text.indexOf("\n", start) + 1);
}
function templateLiterals(stream, token) {
	let at = token.start;
	return splitLines(stream.text(token)).map((line) => {
		const range = stream.source.range(at, at + line.length);
		at += line.length;
		return {
			kind: "literal",
			text: unescapeTemplateText(line),
			range
		};
	});
}
// src/hcl/expression-parser.ts
const LEVELS = {
	"||": 1,
	"&&": 2,
	"==": 3,
	"!=": 3,
	"<": 4,
	">": 4,
	"<=": 4,
	">=": 4,
	"+": 5,
	"-": 5,
	"*": 6,
	"/": 6,
	"%": 6
};
function parseExpression$1(stream) {
	return stream.nested(() => parseConditional(stream));
}
function parseConditional(stream) {
	const condition = parseOperation(stream, 1);
	if (stream.accept("?") === void 0) return condition;
	const whenTrue = parseExpression$1(stream);
	if (stream.accept(":") === void 0) {
		const token = stream.peek();
		throw stream.fail({
			code: "missing-alternative",
			summary: "Missing second result of a conditional",
			detail: `Expected ":" and the value for when the condition is false, but found ${describeToken(stream, token)}. Write: condition ? value : other value`,
			subject: stream.range(token),
			context: condition.range
		});
	}
	const whenFalse = parseExpression$1(stream);
	return {
		kind: "conditional",
		condition,
		whenTrue,
		whenFalse,
		range: rangeBetween(condition.range, whenFalse.range)
	};
}
function parseOperation(stream, level) {
	let first = parseUnary(stream);
	for (;;) {
		const found = operatorAt(stream);
		if (found === void 0 || LEVELS[found] < level) return first;
		const rest = parseOperands(stream, LEVELS[found]);
		const last = rest.at(-1)?.operand.range ?? first.range;
		first = {
			kind: "operation",
			first,
			rest,
			range: rangeBetween(first.range, last)
		};
	}
}
function parseOperands(stream, level) {
	const operands = [];
	for (;;) {
		const operator = operatorAt(stream);
		if (operator === void 0 || LEVELS[operator] !== level) return operands;
		const operatorRange = stream.range(stream.next());
		operands.push({
			operator,
			operatorRange,
			operand: parseOperation(stream, level + 1)
		});
	}
}
function operatorAt(stream) {
	const { kind } = stream.peek();
	return isBinaryOperator(kind) ? kind : void 0;
}
function isBinaryOperator(kind) {
	return Object.hasOwn(LEVELS, kind);
}
function parseUnary(stream) {
	const operator = stream.peek();
	if (operator.kind !== "-" && operator.kind !== "!") return parseAccess(stream);
	stream.next();
	const operand = stream.nested(() => parseUnary(stream));
	const operatorRange = stream.range(operator);
	return {
		kind: "unary",
		operator: operator.kind,
		operatorRange,
		operand,
		range: rangeBetween(operatorRange, operand.range)
	};
}
function parseAccess(stream) {
	const target = parseTerm(stream);
	const steps = parseSteps(stream, parseExpression$1);
	const last = steps.at(-1);
	return last === void 0 ? target : {
		kind: "access",
		target,
		steps,
		range: rangeBetween(target.range, last.range)
	};
}
function parseTerm(stream) {
	const token = stream.peek();
	switch (token.kind) {
		case "number":
			stream.next();
			return {
				kind: "number",
				text: stream.text(token),
				range: stream.range(token)
			};
		case "identifier": return parseNamed(stream);
		case "open-quote": return parseQuoted(stream, parseExpression$1);
		case "open-heredoc": return parseHeredoc(stream, parseExpression$1);
		case "(": return parseParenthesized(stream);
		case "[": return parseTupleOrFor(stream, parseExpression$1);
		case "{": return parseObjectOrFor(stream, parseExpression$1);
		default: throw expressionExpected(stream, token);
	}
}
function expressionExpected(stream, token) {
	return stream.fail({
		code: "expression-expected",
		summary: token.kind === "end" || token.kind === "newline" ? "Missing expression" : "Invalid expression",
		detail: `Expected a value, but found ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
		subject: stream.range(token)
	});
}
function parseNamed(stream) {
	const token = stream.next();
	const follower = stream.peek().kind;
	if (follower === "(" || follower === "::") return parseCall(stream, token);
	const range = stream.range(token);
	const name = stream.text(token);
	if (name === "true" || name === "false") return {
		kind: "boolean",
		value: name === "true",
		range
	};
	return name === "null" ? {
		kind: "null",
		range
	} : {
		kind: "variable",
		name,
		range
	};
}
function parseCall(stream, first) {
	const names = [stream.text(first)];
	let last = first;
	while (stream.accept("::") !== void 0) {
		last = stream.peek();
		if (last.kind !== "identifier") throw stream.fail({
			code: "function-name-expected",
			summary: "Missing function name",
			detail: `Expected the name of a function after "::", but found ${describeToken(stream, last)}.`,
			subject: stream.range(last)
		});
		names.push(stream.text(stream.next()));
	}
	const name = names.join("::");
	const nameRange = stream.rangeFrom(first, last);
	const open = stream.accept("(");
	if (open === void 0) throw stream.fail({
		code: "call-expected",
		summary: "Missing arguments of a function call",
		detail: `"${name}" is the name of a function in a namespace and must be called: ${name}(…)`,
		subject: nameRange
	});
	return finishCall(stream, name, nameRange, open);
}
function finishCall(stream, name, nameRange, open) {
	let expansion;
	const { items, close } = parseSequence(stream, {
		open,
		close: ")",
		what: `call of the function "${name}"`,
		item: () => {
			const argument = parseExpression$1(stream);
			const ellipsis = stream.accept("...");
			if (ellipsis !== void 0) {
				expansion = stream.range(ellipsis);
				if (stream.peek().kind !== ")") throw stream.fail({
					code: "expansion-not-last",
					summary: "Expansion of an argument that is not the last one",
					detail: `Only the last argument can be expanded by "...", which the closing parenthesis must follow; found ${describeToken(stream, stream.peek())}.`,
					subject: expansion
				});
			}
			return argument;
		}
	});
	const closeRange = stream.range(close);
	return {
		kind: "call",
		name,
		nameRange,
		arguments: items,
		expansion,
		closeRange,
		range: rangeBetween(nameRange, closeRange)
	};
}
function parseParenthesized(stream) {
	const open = stream.next();
	return stream.withNewlines("ignored", () => {
		const expression = parseExpression$1(stream);
		const close = closing(stream, open, ")", "expression in parentheses");
		return {
			kind: "parenthesized",
			expression,
			range: stream.rangeFrom(open, close)
		};
	});
}
// src/hcl/one-line-block.ts
function parseOneLine(stream, parseRest) {
	const name = stream.peek();
	if (name.kind === "}") return [];
	const follower = stream.peek(1);
	if (name.kind === "identifier" && follower.kind === "=") {
		const attribute = parseAttribute$1(stream);
		const token = stream.peek();
		if (token.kind === "}") return [attribute];
		report(stream, token, token);
		if (token.kind === ",") stream.next();
		return [attribute, ...parseRest()];
	}
	report(stream, name, name.kind === "identifier" ? follower : name);
	return parseRest();
}
function parseAttribute$1(stream) {
	const name = stream.next();
	const equals = stream.next();
	const nameRange = stream.range(name);
	const expression = parseExpression$1(stream);
	return {
		kind: "attribute",
		name: stream.text(name),
		nameRange,
		equalsRange: stream.range(equals),
		expression,
		range: rangeBetween(nameRange, expression.range)
	};
}
function report(stream, first, last) {
	const nested = first !== last;
	const open = first.kind === "newline";
	stream.report({
		code: "invalid-one-line-block",
		summary: "Invalid block on one line",
		detail: nested ? `A block on one line holds a single argument (name { argument = value }), and no other blocks. Put "${stream.text(first)}" on a line of its own.` : open ? "This block has an argument on the line of its opening brace, so it must be closed on that line too. Otherwise start a new line after the opening brace." : `A block on one line must be closed by "}" after its single argument, but found ${describeToken(stream, first)}. Put each argument on a line of its own.`,
		subject: stream.rangeFrom(first, last)
	});
}
// src/hcl/recovery.ts
const OPENING = /* @__PURE__ */ new Set([
	"{",
	"[",
	"(",
	"open-quote",
	"open-heredoc",
	"open-interpolation",
	"open-directive"
]);
const CLOSING = /* @__PURE__ */ new Set([
	"}",
	"]",
	")",
	"close-quote",
	"close-heredoc",
	"close-sequence"
]);
function skipItem(stream, itemStart) {
	const failedAt = stream.mark();
	const first = stream.tokenAt(itemStart);
	const { column } = stream.source.position(first.start);
	const open = [];
	stream.withNewlines("count", () => {
		stream.goTo(itemStart);
		for (let token = stream.peek(); token.kind !== "end"; token = stream.peek()) {
			const mayStop = stream.mark() >= failedAt && token !== first;
			const ends = open.length === 0 ? token.kind === "newline" || token.kind === "}" : startsOutside(stream, token, column);
			if (mayStop && ends) return;
			if (OPENING.has(token.kind)) open.push(token);
			else if (CLOSING.has(token.kind)) open.pop();
			else if (token.kind === "missing-quote") leaveTemplates(stream, open, token);
			stream.next();
		}
	});
}
function leaveTemplates(stream, open, end) {
	const lineStart = stream.source.text.lastIndexOf("\n", end.start - 1) + 1;
	const outermost = open.findIndex((token) => token.kind.startsWith("open-") && token.start >= lineStart);
	if (outermost !== -1) open.length = outermost;
}
function startsOutside(stream, token, itemColumn) {
	if (!isFirstOnLine(stream, token)) return false;
	const { column } = stream.source.position(token.start);
	if (token.kind === "}") return column < itemColumn;
	return column <= itemColumn && startsNewItem(stream, token);
}
const MAXIMUM_DIAGNOSTICS$1 = 100;
var SyntaxFailure = class extends Error {
	name = "SyntaxFailure";
	final;
	constructor(message, final) {
		super(message);
		this.final = final;
	}
};
var TokenStream = class {
	source;
	diagnostics = [];
	#tokens;
	#index = 0;
	#newlinesCount = true;
	#nesting = 0;
	constructor(source, tokens) {
		this.source = source;
		this.#tokens = tokens.filter((token) => token.kind !== "comment");
	}
	peek(ahead = 0) {
		let index = this.#significant(this.#index);
		for (let count = 0; count < ahead; count += 1) index = this.#significant(index + 1);
		return this.#at(index);
	}
	next() {
		const index = this.#significant(this.#index);
		this.#index = Math.min(index + 1, this.#tokens.length - 1);
		return this.#at(index);
	}
	accept(kind) {
		return this.peek().kind === kind ? this.next() : void 0;
	}
	atKeyword(word, ahead = 0) {
		const token = this.peek(ahead);
		return token.kind === "identifier" && this.text(token) === word;
	}
	text(token) {
		return this.source.text.slice(token.start, token.end);
	}
	range(token) {
		return this.source.range(token.start, token.end);
	}
	rangeFrom(first, last) {
		return this.source.range(first.start, last.end);
	}
	previous() {
		return this.#at(Math.max(this.#index - 1, 0));
	}
	mark() {
		return this.#index;
	}
	tokenAt(mark) {
		return this.#at(mark);
	}
	goTo(mark) {
		this.#index = Math.min(mark, this.#tokens.length - 1);
	}
	withNewlines(meaning, read) {
		const before = this.#newlinesCount;
		this.#newlinesCount = meaning === "count";
		try {
			return read();
		} finally {
			this.#newlinesCount = before;
		}
	}
	nested(read) {
		if (this.#nesting >= 100) throw this.fail({
			code: "nesting-too-deep",
			summary: "Nesting too deep",
			detail: `Expressions and blocks can't be nested more than 100 levels deep. Move the inner part to a local value.`,
			subject: this.range(this.peek())
		}, true);
		this.#nesting += 1;
		try {
			return read();
		} finally {
			this.#nesting -= 1;
		}
	}
	report(parts) {
		if (this.diagnostics.length < MAXIMUM_DIAGNOSTICS$1) this.diagnostics.push(errorDiagnostic(parts));
	}
	reportOnce(parts) {
		if (!this.diagnostics.some((diagnostic) => diagnostic.code === parts.code)) this.report(parts);
	}
	fail(parts, final = false) {
		this.report(parts);
		return new SyntaxFailure(parts.detail, final);
	}
	#at(index) {
		return this.#tokens[index] ?? this.#tokens.at(-1) ?? {
			kind: "end",
			start: 0,
			end: 0
		};
	}
	#significant(from) {
		let index = from;
		if (!this.#newlinesCount) while (this.#tokens[index]?.kind === "newline") index += 1;
		return Math.min(index, this.#tokens.length - 1);
	}
};
// src/hcl/body-parser.ts
function parseFileBody(stream) {
	const items = [];
	while (stream.peek().kind !== "end") {
		for (const item of parseItems(stream, "strict")) items.push(item);
		const stray = stream.accept("}");
		if (stray !== void 0) stream.report({
			code: "unexpected-closing-brace",
			summary: "Unexpected \"}\"",
			detail: "There is no open block that this brace could close. Remove it, or look for a block above that is closed too early.",
			subject: stream.range(stray)
		});
	}
	return body(stream, items, stream.source.start, stream.source.text.length);
}
function parseItems(stream, layout) {
	const items = [];
	for (;;) {
		while ((stream.accept("newline") ?? stream.accept("missing-quote")) !== void 0);
		const token = stream.peek();
		if (token.kind === "end" || token.kind === "}") return items;
		const mark = stream.mark();
		try {
			items.push(parseItem(stream, layout));
		} catch (failure) {
			recover(stream, failure, mark);
		}
	}
}
function recover(stream, failure, itemStart) {
	if (!(failure instanceof SyntaxFailure) || failure.final) throw failure;
	skipItem(stream, itemStart);
}
function parseItem(stream, layout) {
	const token = stream.peek();
	if (token.kind !== "identifier") throw itemExpected(stream, token);
	return stream.peek(1).kind === "=" ? parseAttribute(stream, layout) : parseBlock(stream, layout);
}
function itemExpected(stream, token) {
	if (token.kind === "open-quote") return stream.fail({
		code: "quoted-name",
		summary: "Quoted argument name",
		detail: "The names of arguments and blocks are written without quotes.",
		subject: stream.range(token)
	});
	return stream.fail({
		code: "item-expected",
		summary: "Argument or block expected",
		detail: `Expected an argument (name = value) or a block (name { … }), but found ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
		subject: stream.range(token)
	});
}
function parseAttribute(stream, layout) {
	const mark = stream.mark();
	const name = stream.next();
	const equals = stream.next();
	const valueMark = stream.mark();
	const nameRange = stream.range(name);
	let expression;
	try {
		skipToValueOnNextLine(stream);
		expression = parseExpression$1(stream);
		endAttribute(stream, layout);
	} catch (failure) {
		recover(stream, failure, mark);
		const start = stream.tokenAt(valueMark).start;
		expression = {
			kind: "invalid",
			range: stream.source.range(start, Math.max(start, stream.previous().start))
		};
	}
	return {
		kind: "attribute",
		name: stream.text(name),
		nameRange,
		equalsRange: stream.range(equals),
		expression,
		range: rangeBetween(nameRange, expression.range)
	};
}
function skipToValueOnNextLine(stream) {
	const [newline, value, follower] = [
		stream.peek(),
		stream.peek(1),
		stream.peek(2)
	];
	if (newline.kind !== "newline") return;
	if ([
		"newline",
		"end",
		"}"
	].includes(value.kind)) return;
	if (value.kind === "identifier" && [
		"=",
		"{",
		"open-quote",
		"identifier"
	].includes(follower.kind)) return;
	stream.report({
		code: "value-on-next-line",
		summary: "Value on the next line",
		detail: "A value must start on the line of its equals sign. It can go on over several lines within brackets.",
		subject: stream.range(value)
	});
	stream.next();
}
function endAttribute(stream, layout) {
	const token = stream.peek();
	if (token.kind === "newline" || token.kind === "end" || layout === "lenient" && token.kind === "}") return;
	const mark = stream.mark();
	stream.report({
		code: "line-ending-expected",
		summary: token.kind === "," ? "Comma after an argument" : "Missing line ending after an argument",
		detail: token.kind === "," ? "Arguments are separated by line endings, not by commas. Write each argument on a line of its own." : `Each argument must be on a line of its own, but after the value comes ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
		subject: stream.range(token)
	});
	if (token.kind !== "}") skipItem(stream, mark);
}
function parseBlock(stream, layout) {
	const header = parseBlockHeader(stream);
	return stream.nested(() => {
		const open = stream.next();
		const inner = stream.peek();
		const items = inner.kind !== "newline" && inner.kind !== "end" ? parseOneLine(stream, () => parseItems(stream, "lenient")) : parseItems(stream, "strict");
		const close = closeBlock(stream, open);
		endBlock(stream, layout);
		const closeBraceRange = stream.range(close);
		return {
			kind: "block",
			...header,
			openBraceRange: stream.range(open),
			closeBraceRange,
			body: body(stream, items, open.end, close.start),
			range: rangeBetween(header.typeRange, closeBraceRange)
		};
	});
}
function closeBlock(stream, open) {
	const close = stream.accept("}");
	if (close !== void 0) return close;
	stream.reportOnce({
		code: "unclosed-block",
		summary: "Unclosed block",
		detail: "There is no closing brace for this block before the text ends. Braces that do not match further on can also be the reason.",
		subject: stream.range(open)
	});
	return stream.peek();
}
function endBlock(stream, layout) {
	const token = stream.peek();
	if (token.kind === "newline" || token.kind === "end" || layout === "lenient" && token.kind === "}") return;
	const mark = stream.mark();
	stream.report({
		code: "line-ending-expected",
		summary: "Missing line ending after a block",
		detail: `A block must be followed by a new line, but after its closing brace comes ${describeToken(stream, token)}.`,
		subject: stream.range(token)
	});
	if (token.kind === "," || token.kind === "invalid") skipItem(stream, mark);
}
function body(stream, items, start, end) {
	const attributes = /* @__PURE__ */ new Map();
	const kept = [];
	for (const item of items) {
		const earlier = item.kind === "attribute" ? attributes.get(item.name) : void 0;
		if (item.kind === "attribute" && earlier !== void 0) {
			reportDuplicate$1(stream, item, earlier);
			continue;
		}
		if (item.kind === "attribute") attributes.set(item.name, item);
		kept.push(item);
	}
	return {
		kind: "body",
		items: kept,
		attributes,
		blocks: kept.filter((item) => item.kind === "block"),
		range: stream.source.range(start, end),
		endRange: stream.source.range(end, end)
	};
}
function reportDuplicate$1(stream, item, earlier) {
	const { line, column } = earlier.nameRange.start;
	stream.report({
		code: "duplicate-argument",
		summary: "Argument set twice",
		detail: `The argument "${item.name}" was already set at ${stream.source.filename}:${line}:${column}. Each argument may be set only once.`,
		subject: item.nameRange
	});
}
// src/hcl/parser.ts
const MAXIMUM_LENGTH = 4194304;
function parseFile(source) {
	const { value, diagnostics } = parse$1(source, tokenize$1, parseFileBody);
	return {
		body: value ?? emptyBody(source),
		diagnostics
	};
}
function parseExpression(text, filename) {
	return parse$1(new Source(filename, text), tokenize$1, (stream) => stream.withNewlines("ignored", () => {
		const expression = parseExpression$1(stream);
		const extra = stream.peek();
		if (extra.kind === "end") return expression;
		throw stream.fail({
			code: "extra-text",
			summary: "Extra text after an expression",
			detail: `The expression is complete, but after it comes ${describeToken(stream, extra)}.${adviceOn(stream, extra)}`,
			subject: stream.range(extra),
			context: expression.range
		});
	}));
}
function parseTemplate(text, filename) {
	return parse$1(new Source(filename, text), tokenizeTemplate, (stream) => parseBareTemplate(stream, parseExpression$1));
}
function parse$1(source, lex, read) {
	if (source.text.length > 4194304) return {
		value: void 0,
		diagnostics: [tooLong$1(source)]
	};
	const stream = new TokenStream(source, lex(source));
	try {
		return {
			value: read(stream),
			diagnostics: stream.diagnostics
		};
	} catch (failure) {
		if (failure instanceof SyntaxFailure) return {
			value: void 0,
			diagnostics: stream.diagnostics
		};
		throw failure;
	}
}
function tooLong$1(source) {
	return errorDiagnostic({
		code: "text-too-long",
		summary: "Text too long",
		detail: `"${source.filename}" has ${source.text.length} characters; at most ${MAXIMUM_LENGTH} are read. Is it really a template?`,
		subject: source.range(source.start, source.start)
	});
}
function emptyBody(source) {
	const end = source.range(source.text.length, source.text.length);
	const range = source.range(source.start, source.text.length);
	return {
		kind: "body",
		items: [],
		attributes: /* @__PURE__ */ new Map(),
		blocks: [],
		range,
		endRange: end
	};
}
// src/hcl/scope.ts
const EMPTY_SCOPE = { variables: /* @__PURE__ */ new Map() };
function childScope(parent, variables) {
	return {
		parent,
		variables: new Map(variables)
	};
}
function findVariable(scope, name) {
	for (const each of withAncestors(scope)) {
		const value = each.variables.get(name);
		if (value !== void 0) return value;
	}
}
function variableNames(scope) {
	return Array.from(withAncestors(scope)).flatMap(({ variables }) => [...variables.keys()]);
}
function functionsOf(scope) {
	for (const { functions } of withAncestors(scope)) if (functions !== void 0) return functions;
}
function* withAncestors(scope) {
	for (let each = scope; each !== void 0; each = each.parent) yield each;
}
// src/hcl/decode/bodies.ts
function bodyOf(original, items) {
	const attributes = new Map(items.filter((item) => item.kind === "attribute").map((item) => [item.name, item]));
	return {
		...original,
		items,
		attributes,
		blocks: items.filter((item) => item.kind === "block")
	};
}
function mergeBodies(first, second) {
	const diagnostics = [...second.attributes.values()].flatMap((attribute) => {
		const earlier = first.attributes.get(attribute.name);
		if (earlier === void 0) return [];
		const { filename, start } = earlier.nameRange;
		return errorDiagnostic({
			code: "duplicate-argument",
			summary: "Argument set twice",
			detail: `The argument "${attribute.name}" was already set at ${filename}:${start.line}:${start.column}. Each argument may be set only once.`,
			subject: attribute.nameRange
		});
	});
	const added = second.items.filter((item) => item.kind === "block" || !first.attributes.has(item.name));
	return {
		value: bodyOf(first, [...first.items, ...added]),
		diagnostics
	};
}
// src/hcl/decode/content.ts
function bodyContent(body, schema, header) {
	const { attributes, blocks, rest, diagnostics } = partialContent(body, schema, header);
	return {
		attributes,
		blocks,
		diagnostics: [...rest.items.map((item) => unexpected$1(item, schema)), ...diagnostics]
	};
}
function partialContent(body, schema, header) {
	const diagnostics = [];
	const labelsOf = new Map(schema.blocks.map(({ type, labels }) => [type, labels]));
	const names = new Set(schema.attributes.map(({ name }) => name));
	const attributes = new Map([...body.attributes].filter(([name]) => names.has(name)));
	for (const { name, required } of schema.attributes) if (required === true && !attributes.has(name)) diagnostics.push(missing(name, header ?? body.endRange));
	return {
		attributes,
		blocks: body.blocks.filter((block) => {
			const labels = labelsOf.get(block.type);
			const wrong = labels === void 0 ? void 0 : wrongLabels(block, labels);
			if (wrong !== void 0) diagnostics.push(wrong);
			return labels !== void 0 && wrong === void 0;
		}),
		rest: bodyOf(body, body.items.filter((item) => item.kind === "attribute" ? !names.has(item.name) : !labelsOf.has(item.type))),
		diagnostics
	};
}
function missing(name, subject) {
	return errorDiagnostic({
		code: "missing-option",
		summary: "Missing argument",
		detail: `The argument "${name}" is required, but it is not set.`,
		subject
	});
}
function wrongLabels(block, labels) {
	if (block.labels.length === labels.length) return void 0;
	const extra = block.labels[labels.length];
	const form = [block.type, ...labels.map((label) => `"${label}"`)].join(" ");
	return errorDiagnostic({
		code: extra === void 0 ? "missing-label" : "extra-label",
		summary: extra === void 0 ? "Missing block label" : "Extra block label",
		detail: `A block of this type is written: ${form} { … }`,
		subject: extra?.range ?? block.openBraceRange,
		context: block.headerRange
	});
}
function unexpected$1(item, schema) {
	const names = schema.attributes.map(({ name }) => name);
	const types = schema.blocks.map(({ type }) => type);
	return item.kind === "attribute" ? unexpectedAttribute(item, names, types) : unexpectedBlock(item, names, types);
}
function unexpectedAttribute(attribute, names, types) {
	const { name } = attribute;
	return errorDiagnostic({
		code: "unknown-option",
		summary: "Unsupported argument",
		detail: types.includes(name) ? `"${name}" is a block, not an argument. Write it without "=": ${name} { … }` : `An argument named "${name}" is not expected here.${didYouMean(name, [...names, ...types])}`,
		subject: attribute.nameRange,
		context: attribute.range
	});
}
function unexpectedBlock(block, names, types) {
	const { type } = block;
	return errorDiagnostic({
		code: "unknown-option",
		summary: "Unsupported block type",
		detail: names.includes(type) ? `"${type}" is an argument, not a block. Write it with "=": ${type} = …` : `Blocks of type "${type}" are not expected here.${didYouMean(type, [...types, ...names])}`,
		subject: block.typeRange,
		context: block.headerRange
	});
}
// src/hcl/evaluation.ts
const NOTHING_KNOWN = Value.unknownOf(DYNAMIC);
const MAXIMUM_STEPS = 1e6;
const MAXIMUM_DIAGNOSTICS = 100;
var EvaluationLimit = class extends Error {
	name = "EvaluationLimit";
};
var StepBudget = class {
	#left = MAXIMUM_STEPS;
	spend() {
		this.#left -= 1;
		if (this.#left < 0) throw new EvaluationLimit();
	}
};
var Evaluation = class Evaluation {
	scope;
	diagnostics = [];
	#evaluate;
	#budget;
	constructor(scope, evaluate, budget) {
		this.scope = scope;
		this.#evaluate = evaluate;
		this.#budget = budget;
	}
	value(expression) {
		this.#budget.spend();
		return this.#evaluate(expression, this);
	}
	attempt(expression) {
		const inner = this.within(this.scope);
		return {
			value: inner.value(expression),
			diagnostics: inner.diagnostics
		};
	}
	within(scope) {
		return new Evaluation(scope, this.#evaluate, this.#budget);
	}
	report(diagnostics) {
		for (const diagnostic of diagnostics) if (this.diagnostics.length < MAXIMUM_DIAGNOSTICS) this.diagnostics.push(diagnostic);
	}
	fail(parts) {
		this.report([errorDiagnostic(parts)]);
		return NOTHING_KNOWN;
	}
};
// src/hcl/values/unify.ts
function canConvert(from, to, safety = "unsafe") {
	if (to.kind === "dynamic" || typesEqual(from, to)) return true;
	if (from.kind === "dynamic") return safety === "unsafe";
	switch (to.kind) {
		case "string": return isPrimitive(from);
		case "number":
		case "bool": return from.kind === "string" && safety === "unsafe";
		case "list":
		case "set":
			if (from.kind === "tuple") return allConvert(from.elements, to.element, safety);
			if (from.kind === "list" && to.kind === "set" && safety === "safe") return false;
			return (from.kind === "list" || from.kind === "set") && canConvert(from.element, to.element, safety);
		case "map":
			if (from.kind === "object") return allConvert(attributeTypes(from), to.element, safety);
			return from.kind === "map" && canConvert(from.element, to.element, safety);
		case "tuple": return from.kind === "tuple" && from.elements.length === to.elements.length && from.elements.every((element, index) => canConvert(element, to.elements[index] ?? DYNAMIC, safety));
		case "object":
			if (from.kind === "map") return safety === "unsafe" && mapFitsObject(from, to);
			return from.kind === "object" && objectFitsObject(from, to, safety);
	}
}
function allConvert(types, to, safety) {
	if (!types.every((type) => canConvert(type, to, safety))) return false;
	return !hasDynamic(to) || types.length === 0 || unify(types, safety) !== void 0;
}
function mapFitsObject(from, to) {
	return attributeTypes(to).every((type) => canConvert(from.element, type, "unsafe"));
}
function objectFitsObject(from, to, safety) {
	for (const [name, attribute] of to.attributes) {
		const source = from.attributes.get(name);
		if (source === void 0 ? !attribute.optional : !canConvert(source.type, attribute.type, safety)) return false;
	}
	return true;
}
function unify(types, safety = "safe") {
	const [first] = types;
	if (first === void 0) return void 0;
	if (types.every((type) => typesEqual(type, first))) return first;
	const structured = unifyStructured(types, safety);
	if (structured !== "none") return structured;
	return byPreference(types).find((candidate) => types.every((type) => canConvert(type, candidate, safety)));
}
function unifyStructured(types, safety) {
	const concrete = types.filter((type) => type.kind !== "dynamic");
	const kinds = new Set(concrete.map((type) => type.kind));
	const only = (...allowed) => [...kinds].every((kind) => allowed.includes(kind));
	if (kinds.size === 0 || concrete.some(isPrimitive)) return "none";
	if (kinds.has("object") && kinds.has("tuple")) return void 0;
	if (kinds.has("map") && kinds.has("object") && only("map", "object")) return unifyAs(types, "object", "map", safety);
	if (kinds.has("list") && kinds.has("tuple") && only("list", "tuple")) return unifyAs(types, "tuple", "list", safety);
	if (kinds.size > 1) return "none";
	if (concrete.length < types.length) return DYNAMIC;
	if (only("object")) return unifyObjects(concrete.filter(isObject), safety);
	if (only("tuple")) return unifyTuples(concrete, safety);
	return unifyCollections(concrete, safety);
}
function unifyAs(types, structure, collection, safety) {
	const element = unify(types.filter(({ kind }) => kind === structure).flatMap(partTypes), safety);
	if (element === void 0) return "none";
	return unify(types.map((type) => type.kind === structure ? {
		kind: collection,
		element
	} : type), safety) ?? "none";
}
function unifyCollections(types, safety) {
	const element = unify(types.flatMap((type) => "element" in type ? [type.element] : []), safety);
	const kind = types[0]?.kind;
	if (element === void 0 || kind !== "list" && kind !== "set" && kind !== "map") return void 0;
	return {
		kind,
		element
	};
}
function unifyObjects(types, safety) {
	const [first] = types;
	if (first === void 0) return void 0;
	const names = [...first.attributes.keys()];
	if (!types.every(({ attributes }) => attributes.size === names.length && names.every((name) => attributes.has(name)))) {
		const element = unify(types.flatMap(attributeTypes), safety);
		return element === void 0 ? void 0 : ifAllConvert(types, mapOf(element), safety);
	}
	const attributes = [];
	for (const name of names) {
		const type = unify(types.map(({ attributes: each }) => each.get(name)?.type ?? DYNAMIC), safety);
		if (type === void 0) return void 0;
		attributes.push([name, type]);
	}
	return objectOf(attributes);
}
function unifyTuples(types, safety) {
	const rows = types.flatMap((type) => type.kind === "tuple" ? [type.elements] : []);
	const [first] = rows;
	if (first === void 0) return void 0;
	if (!rows.every((row) => row.length === first.length)) {
		const element = unify(rows.flat(), safety);
		return element === void 0 ? void 0 : ifAllConvert(types, listOf(element), safety);
	}
	const elements = first.map((_, index) => unify(rows.map((row) => row[index] ?? DYNAMIC), safety));
	const known = elements.filter((element) => element !== void 0);
	return known.length === elements.length ? tupleOf(known) : void 0;
}
function ifAllConvert(types, to, safety) {
	return types.every((type) => canConvert(type, to, safety)) ? to : void 0;
}
function byPreference(types) {
	return [...types].sort((a, b) => rank(a) - rank(b));
}
function rank({ kind }) {
	if (kind === "string" || kind === "list" || kind === "map") return 0;
	return kind === "dynamic" ? 2 : 1;
}
function partTypes(type) {
	if (type.kind === "object") return attributeTypes(type);
	return type.kind === "tuple" ? type.elements : [];
}
function attributeTypes(type) {
	return Array.from(type.attributes.values(), (attribute) => attribute.type);
}
function isObject(type) {
	return type.kind === "object";
}
// src/hcl/values/mismatch.ts
function mismatchMessage(from, to) {
	if (from.kind === "object" && to.kind === "object") return objectMismatch(from, to);
	if (isCollection(to)) {
		if (from.kind === "tuple" && to.kind !== "map" || from.kind === "object" && to.kind === "map") return elementMismatch(from, to.element, to.kind);
		if (isCollection(from)) {
			if (!(to.kind === "map" ? from.kind === "map" : from.kind !== "map")) return `${friendlyName(to)} required, but have ${friendlyName(from)}`;
			return `incorrect ${to.kind} element type: ${mismatchMessage(from.element, to.element)}`;
		}
	}
	if (from.kind === "tuple" && to.kind === "tuple" && from.elements.length === to.elements.length) {
		const index = from.elements.findIndex((element, at) => !canConvert(element, to.elements[at] ?? DYNAMIC));
		return `element ${index}: ${mismatchMessage(from.elements[index] ?? DYNAMIC, to.elements[index] ?? DYNAMIC)}`;
	}
	if (from.kind === "tuple" && to.kind === "tuple") return `a tuple of ${to.elements.length} elements required, but have ${from.elements.length}`;
	if (isPrimitive(from) && isPrimitive(to) && from.kind === "string") return `${article(to)} required`;
	return `${friendlyName(to)} required, but have ${friendlyName(from)}`;
}
function article(type) {
	return isPrimitive(type) ? `a ${type.kind}` : friendlyName(type);
}
function objectMismatch(from, to) {
	const missing = [...to.attributes].filter(([name, { optional }]) => !optional && !from.attributes.has(name));
	if (missing.length > 0) {
		const names = missing.map(([name]) => `"${name}"`);
		const last = names.pop() ?? "";
		return names.length === 0 ? `attribute ${last} is required` : `attributes ${names.join(", ")} and ${last} are required`;
	}
	for (const [name, { type }] of to.attributes) {
		const source = from.attributes.get(name);
		if (source !== void 0 && !canConvert(source.type, type)) return `attribute "${name}": ${mismatchMessage(source.type, type)}`;
	}
	return "incorrect object attributes";
}
function elementMismatch(from, to, kind) {
	const parts = from.kind === "object" ? Array.from(from.attributes, ([name, { type }]) => [`"${name}"`, type]) : from.kind === "tuple" ? from.elements.map((type, index) => [String(index), type]) : [];
	for (const [name, type] of parts) if (!canConvert(type, to)) return `element ${name}: ${mismatchMessage(type, to)}`;
	return hasDynamic(to) ? `all ${kind} elements must have the same type` : `all elements must be ${friendlyName(to)}`;
}
// src/hcl/values/convert.ts
function convert(value, type) {
	try {
		return {
			ok: true,
			value: convertAt(value, type, [])
		};
	} catch (error) {
		if (error instanceof Mismatch) return {
			ok: false,
			error: {
				path: error.path,
				message: error.message
			}
		};
		throw error;
	}
}
var Mismatch = class extends Error {
	path;
	constructor(path, message) {
		super(message);
		this.path = path;
	}
};
function convertAt(marked, type, path) {
	const { value, marks } = marked.unmark();
	if (type.kind === "dynamic" || typesEqual(value.type, type)) return marked;
	return convertBare(value, type, path).withMarks(marks);
}
function convertBare(value, type, path) {
	if (!canConvert(value.type, type)) throw new Mismatch(path, mismatchMessage(value.type, type));
	if (value.isNull || value.isUnknown) {
		const concrete = concreteType(value.type, withoutOptional(type));
		return value.isNull ? Value.nullOf(concrete) : Value.unknownOf(concrete);
	}
	switch (type.kind) {
		case "dynamic": return value;
		case "string":
		case "number":
		case "bool": return convertPrimitive(value, type, path);
		case "list":
		case "set":
		case "map": return convertCollection(value, type, path);
		case "tuple": return convertTuple(value, type, path);
		case "object": return convertObject(value, type, path);
	}
}
function convertPrimitive(value, type, path) {
	const from = value.type.kind;
	if (type.kind === "string" && from === "number") return Value.string(formatNumber(value.asNumber()));
	if (type.kind === "string" && from === "bool") return Value.string(String(value.asBool()));
	if (from !== "string" || type.kind === "string") throw new Mismatch(path, mismatchMessage(value.type, type));
	const text = value.asString();
	if (type.kind === "number") {
		const number = parseNumber(text);
		if (number === void 0) throw new Mismatch(path, "a number is required");
		return Value.number(number);
	}
	if (text === "true" || text === "1") return Value.bool(true);
	if (text === "false" || text === "0") return Value.bool(false);
	const lower = text.toLowerCase();
	const hint = lower === "true" || lower === "false" ? `; to convert from string, use lowercase "${lower}"` : "";
	throw new Mismatch(path, `${article(type)} is required${hint}`);
}
function convertCollection(value, type, path) {
	const from = value.type;
	const keyed = type.kind === "map";
	if (!(keyed ? from.kind === "map" || from.kind === "object" : from.kind === "list" || from.kind === "set" || from.kind === "tuple")) throw new Mismatch(path, mismatchMessage(from, type));
	const keys = keyed ? [...value.asEntries().keys()] : [];
	const step = (index) => ({
		kind: "index",
		key: keys[index] ?? index
	});
	const convertAll = (items, to) => items.map((item, index) => convertAt(item, to, [...path, step(index)]));
	let elements = convertAll(value.children(), type.element);
	let element = withoutOptional(type.element);
	if (hasDynamic(element)) {
		if (elements.length === 0) element = "element" in from ? concreteType(from.element, element) : element;
		else {
			const common = unify(elements.map((each) => each.type), "unsafe");
			if (common === void 0) throw new Mismatch(path, `all ${type.kind} elements must have the same type`);
			if (hasDynamic(common) && !elements.every((each) => typesEqual(each.type, common))) return Value.unknownOf({
				kind: type.kind,
				element
			});
			element = common;
			elements = convertAll(elements, common);
		}
	}
	if (type.kind === "list") return Value.list(element, elements);
	if (type.kind === "set") return Value.set(element, elements);
	return Value.map(element, elements.map((each, index) => [keys[index] ?? "", each]));
}
function convertTuple(value, type, path) {
	if (value.type.kind !== "tuple" || value.type.elements.length !== type.elements.length) throw new Mismatch(path, mismatchMessage(value.type, type));
	return Value.tuple(value.asElements().map((item, index) => convertAt(item, type.elements[index] ?? DYNAMIC, [...path, {
		kind: "index",
		key: index
	}])));
}
function convertObject(value, type, path) {
	if (value.type.kind !== "object" && value.type.kind !== "map") throw new Mismatch(path, mismatchMessage(value.type, type));
	const source = value.asEntries();
	const missing = [...type.attributes].find(([name, { optional }]) => !optional && !source.has(name));
	if (missing !== void 0) throw new Mismatch(path, value.type.kind === "object" ? mismatchMessage(value.type, type) : required(missing[0]));
	return Value.object(Array.from(type.attributes, ([name, attribute]) => [name, convertAttribute(source.get(name), attribute, [...path, {
		kind: "attribute",
		name
	}])]));
}
function convertAttribute(value, attribute, path) {
	const { type, fallback } = attribute;
	if (fallback !== void 0 && (value === void 0 || value.isNull)) return convertAt(fallback, type, path).withMarks(value?.marks ?? []);
	return convertAt(value ?? Value.nullOf(withoutOptional(type)), type, path);
}
function required(name) {
	return `attribute "${name}" is required`;
}
function concreteType(from, to) {
	if (to.kind === "dynamic") return from;
	if (!hasDynamic(to)) return to;
	switch (to.kind) {
		case "list":
		case "set":
		case "map": return {
			kind: to.kind,
			element: concreteElement(from, to.element)
		};
		case "tuple": return from.kind === "tuple" ? tupleOf(to.elements.map((element, index) => concreteType(from.elements[index] ?? DYNAMIC, element))) : to;
		case "object": return objectOf(Array.from(to.attributes, ([name, { type }]) => [name, concreteType(partType(from, name), type)]));
		default: return to;
	}
}
function concreteElement(from, to) {
	if ("element" in from) return concreteType(from.element, to);
	return concreteType(unify(from.kind === "tuple" ? from.elements : from.kind === "object" ? Array.from(from.attributes.values(), ({ type }) => type) : [], "unsafe") ?? DYNAMIC, to);
}
function partType(from, name) {
	if (from.kind === "object") return from.attributes.get(name)?.type ?? DYNAMIC;
	return from.kind === "map" ? from.element : DYNAMIC;
}
// src/hcl/values/path.ts
function describePath(path) {
	return path.map((step) => {
		if (step.kind === "attribute") return `.${step.name}`;
		return typeof step.key === "string" ? `[${JSON.stringify(step.key)}]` : `[${step.key}]`;
	}).join("");
}
function describeKey(key) {
	if (key.isNull) return "null";
	if (key.isUnknown) return "unknown";
	return key.type.kind === "number" ? formatNumber(key.asNumber()) : JSON.stringify(key.asString());
}
// src/hcl/values/index-access.ts
const INDEX = {
	code: "invalid-index",
	summary: "Invalid index"
};
const ATTRIBUTE = {
	code: "unsupported-attribute",
	summary: "Unsupported attribute"
};
function indexAccess(collection, key) {
	const marks = [...collection.marks, ...key.marks];
	const result = indexBare(collection.unmark().value, key.unmark().value);
	return result.ok ? {
		ok: true,
		value: result.value.withMarks(marks)
	} : result;
}
function indexBare(collection, key) {
	if (collection.isNull) return fail({
		code: "null-value",
		summary: "Attempt to index null value"
	}, "This value is null, so it does not have any indices.");
	if (key.isNull) return fail(INDEX, "Can't use a null value as an indexing key.");
	const { type } = collection;
	switch (type.kind) {
		case "dynamic": return found(Value.unknownOf(DYNAMIC));
		case "list":
		case "tuple": return indexSequence(collection, key);
		case "map":
		case "object": return indexKeyed(collection, key);
		case "set": return fail(INDEX, "Elements of a set are identified only by their value and don't have any separate index or key to select with, so it's only possible to perform operations across all elements of the set. To take one by position, convert the set first: tolist is written convert(value, list(string)).");
		default: return fail(INDEX, `This value does not have any indices: it is a ${friendlyName(type)}.`);
	}
}
function indexSequence(collection, key) {
	const { type } = collection;
	const converted = convert(key, NUMBER$3);
	if (!converted.ok) return fail(INDEX, `The given key does not identify an element in this collection value: a number is required.`);
	if (converted.value.isUnknown) return found(Value.unknownOf(type.kind === "list" ? type.element : DYNAMIC));
	const number = converted.value.asNumber();
	const index = toSafeInteger(number);
	if (index === void 0) return fail(INDEX, `The given key ${formatNumber(number)} does not identify an element in this collection value: indices are whole numbers.`);
	if (collection.isUnknown) {
		if (type.kind === "list") return index < 0 ? negative(index) : found(Value.unknownOf(type.element));
		const part = type.kind === "tuple" ? type.elements[index] : void 0;
		return part === void 0 ? outside(index, type.kind === "tuple" ? type.elements.length : 0) : found(Value.unknownOf(part));
	}
	if (index < 0) return negative(index);
	const elements = collection.asElements();
	const element = elements[index];
	return element === void 0 ? outside(index, elements.length) : found(element);
}
function indexKeyed(collection, key) {
	const { type } = collection;
	const converted = convert(key, STRING$2);
	if (!converted.ok) return fail(INDEX, `The given key does not identify an element in this collection value: a string is required.`);
	if (converted.value.isUnknown) return found(Value.unknownOf(type.kind === "map" ? type.element : DYNAMIC));
	const name = converted.value.asString();
	if (type.kind === "object") {
		const result = attributeOfObject(collection, name);
		if (result !== void 0) return result;
	} else if (collection.isUnknown) return found(Value.unknownOf(type.kind === "map" ? type.element : DYNAMIC));
	else {
		const element = collection.asEntries().get(name);
		if (element !== void 0) return found(element);
	}
	return fail(INDEX, `The given key ${describeKey(converted.value)} does not identify an element in this collection value.${didYouMean(name, keysOf(collection))}`);
}
function attributeAccess(source, name) {
	const result = attributeBare(source.unmark().value, name);
	return result.ok ? {
		ok: true,
		value: result.value.withMarks(source.marks)
	} : result;
}
function attributeBare(source, name) {
	if (source.isNull) return fail({
		code: "null-value",
		summary: "Attempt to get attribute from null value"
	}, `This value is null, so it does not have any attributes, such as "${name}".`);
	const { type } = source;
	switch (type.kind) {
		case "dynamic": return found(Value.unknownOf(DYNAMIC));
		case "object": return attributeOfObject(source, name) ?? fail(ATTRIBUTE, `This object does not have an attribute named "${name}".${didYouMean(name, keysOf(source))}`);
		case "map": {
			if (source.isUnknown) return found(Value.unknownOf(type.element));
			const element = source.asEntries().get(name);
			if (element !== void 0) return found(element);
			return fail({
				code: "missing-map-element",
				summary: "Missing map element"
			}, `This map does not have an element with the key "${name}".${didYouMean(name, keysOf(source))}`);
		}
		case "list":
		case "set":
		case "tuple": return fail(ATTRIBUTE, `Can't access attributes on a ${type.kind}. ${hintForSequence(type, name)}`);
		default: return fail(ATTRIBUTE, `Can't access attributes on a primitive-typed value (${friendlyName(type)}).`);
	}
}
function hintForSequence(type, name) {
	if (type.kind === "set") return `Did you mean to take the attribute of every element, as in [for each in the set : each.${name}]?`;
	return `Did you mean to access an attribute of one element ([0].${name}), or of all of them ([*].${name})?`;
}
function attributeOfObject(source, name) {
	if (source.type.kind !== "object") return void 0;
	if (source.isUnknown) {
		const attribute = source.type.attributes.get(name);
		return attribute === void 0 ? void 0 : found(Value.unknownOf(attribute.type));
	}
	const value = source.asEntries().get(name);
	return value === void 0 ? void 0 : found(value);
}
function splatElements(source) {
	const { value } = source.unmark();
	const { kind } = value.type;
	if (value.isNull) return [];
	if (kind === "list" || kind === "set") return value.isUnknown ? void 0 : value.asElements();
	if (value.type.kind === "tuple") return value.isUnknown ? value.type.elements.map((type) => Value.unknownOf(type)) : value.asElements();
	return value.isUnknown ? void 0 : [value];
}
function keysOf(value) {
	if (value.isKnown) return value.asEntries().keys();
	return value.type.kind === "object" ? value.type.attributes.keys() : [];
}
function found(value) {
	return {
		ok: true,
		value
	};
}
function fail(kind, detail) {
	return {
		ok: false,
		...kind,
		detail
	};
}
function negative(index) {
	return fail(INDEX, `The given key ${index} does not identify an element in this collection value: a negative number is not a valid index for a sequence.`);
}
function outside(index, length) {
	const has = length === 0 ? "the collection has no elements" : `the collection has ${length} element${length === 1 ? "" : "s"}, and the first has index 0`;
	return fail(INDEX, `The given key ${index} does not identify an element in this collection value: ${has}.`);
}
// src/hcl/evaluate-access.ts
function evaluateAccess(expression, evaluation) {
	return applySteps(evaluation.value(expression.target), expression.steps, expression, evaluation);
}
function applySteps(source, steps, expression, evaluation) {
	let value = source;
	for (const step of steps) value = step.kind === "splat" ? applySplat(value, step, expression, evaluation) : accessStep(value, step, expression, evaluation);
	return value;
}
function accessStep(source, step, expression, evaluation) {
	const access = step.kind === "attribute" ? attributeAccess(source, step.name) : indexAccess(source, evaluation.value(step.key));
	if (access.ok) return access.value;
	const { code, summary, detail } = access;
	return evaluation.fail({
		code,
		summary,
		detail,
		subject: step.range,
		context: expression.range
	});
}
function applySplat(source, step, expression, evaluation) {
	const { kind } = source.type;
	const sequence = kind === "list" || kind === "set" || kind === "tuple";
	if (source.isNull && sequence) return evaluation.fail({
		code: "null-value",
		summary: "Splat of null value",
		detail: `This ${kind} is null, so there are no elements that "*" could go over.`,
		subject: step.markerRange,
		context: expression.range
	});
	const elements = splatElements(source);
	if (elements === void 0) return unknownSplat(source, step, expression, evaluation);
	const results = [];
	for (const element of elements) {
		const before = evaluation.diagnostics.length;
		results.push(applySteps(element, step.each, expression, evaluation));
		if (evaluation.diagnostics.length > before) return NOTHING_KNOWN;
	}
	return (kind === "list" || kind === "set" ? listOrTuple(results, () => elementType$1(source, step, expression, evaluation)) : Value.tuple(results)).withMarks(source.marks);
}
function listOrTuple(results, typeOfNone) {
	const type = results[0]?.type ?? typeOfNone();
	return results.every((result) => typesEqual(result.type, type)) ? Value.list(type, results) : Value.tuple(results);
}
function unknownSplat(source, step, expression, evaluation) {
	const { kind } = source.type;
	if (kind !== "list" && kind !== "set") return NOTHING_KNOWN.withMarks(source.marks);
	return Value.unknownOf(listOf(elementType$1(source, step, expression, evaluation))).withMarks(source.marks);
}
function elementType$1(source, step, expression, evaluation) {
	if (source.type.kind !== "list" && source.type.kind !== "set") return NOTHING_KNOWN.type;
	return applySteps(Value.unknownOf(source.type.element), step.each, expression, evaluation).type;
}
// src/hcl/functions/call.ts
function callFunction(record, args, environment) {
	const wrongCount = checkArgumentCount(record, args.length);
	if (wrongCount !== void 0) return wrongCount;
	const marks = /* @__PURE__ */ new Set();
	const prepared = [];
	let unknown = false;
	for (const [index, argument] of args.entries()) {
		const parameter = parameterAt(record, index);
		if (parameter === void 0) continue;
		const converted = convert(argument, parameter.type);
		if (!converted.ok) {
			const place = describePath(converted.error.path);
			return invalidArgument(parameter, index, `${place === "" ? "" : `${place}: `}${converted.error.message}`);
		}
		const bare = parameter.keepsMarksInside === true ? converted.value.unmark() : converted.value.unmarkDeep();
		for (const mark of bare.marks) marks.add(mark);
		if (bare.value.isNull && parameter.allowNull !== true) return invalidArgument(parameter, index, "the value must not be null");
		unknown ||= !isKnownEnough(bare.value, parameter);
		prepared.push(bare.value);
	}
	return guard(record, () => {
		return (unknown ? Value.unknownOf(returnType(record, prepared)) : record.call(prepared, environment)).withMarks(marks);
	});
}
function callTypeFunction(record, value, type) {
	return guard(record, () => record.call(value, type));
}
function checkArgumentCount(record, count) {
	const wanted = record.params.length;
	const expects = `Function "${record.name}" expects ${record.variadic === void 0 ? "" : "at least "}${wanted} argument${wanted === 1 ? "" : "s"}`;
	if (count < wanted) {
		const missing = record.params[count]?.name ?? "";
		return {
			ok: false,
			code: "too-few-arguments",
			summary: "Not enough function arguments",
			detail: `${expects}: ${signature(record)}. The value for "${missing}" is missing.`,
			diagnostics: []
		};
	}
	if (count > wanted && record.variadic === void 0) return {
		ok: false,
		code: "too-many-arguments",
		summary: "Too many function arguments",
		detail: `${expects}: ${signature(record)}. There are ${count}.`,
		argument: wanted,
		diagnostics: []
	};
}
function signature(record) {
	const names = record.params.map((parameter) => parameter.name);
	if (record.variadic !== void 0) names.push(`${record.variadic.name}...`);
	return `${record.name}(${names.join(", ")})`;
}
function parameterAt(record, index) {
	return record.params[index] ?? record.variadic;
}
function isKnownEnough(value, parameter) {
	if (parameter.allowUnknown === "anywhere") return true;
	return parameter.allowUnknown === "inside" ? value.isKnown : value.isWhollyKnown();
}
function returnType(record, args) {
	if (typeof record.returns !== "function") return record.returns;
	return args.some((argument) => argument.type.kind === "dynamic") ? DYNAMIC : record.returns(args);
}
function guard(record, call) {
	try {
		return {
			ok: true,
			value: call()
		};
	} catch (error) {
		if (!(error instanceof FunctionFault)) throw error;
		const { argument, message, diagnostics } = error;
		const parameter = argument === void 0 ? void 0 : parameterAt(record, argument);
		if (argument !== void 0 && parameter !== void 0) return {
			...invalidArgument(parameter, argument, message),
			diagnostics
		};
		return {
			ok: false,
			code: "function-failed",
			summary: "Error in function call",
			detail: `Call to function "${record.name}" failed: ${message}.`,
			diagnostics
		};
	}
}
function invalidArgument(parameter, argument, message) {
	return {
		ok: false,
		code: "invalid-argument",
		summary: "Invalid function argument",
		detail: `Invalid value for "${parameter.name}" parameter: ${message}.`,
		argument,
		diagnostics: []
	};
}
// src/hcl/static-analysis.ts
function staticTraversal(expression) {
	const { range } = expression;
	const root = keyword(expression);
	if (root !== void 0) return {
		root,
		rootRange: range,
		steps: [],
		range
	};
	if (expression.kind !== "access") return void 0;
	const rootOfAccess = keyword(expression.target);
	const steps = expression.steps.map(staticStep).filter((step) => step !== void 0);
	if (rootOfAccess === void 0 || steps.length < expression.steps.length) return void 0;
	return {
		root: rootOfAccess,
		rootRange: expression.target.range,
		steps,
		range
	};
}
function staticStep(step) {
	if (step.kind === "attribute") return {
		kind: "attribute",
		name: step.name,
		range: step.range
	};
	if (step.kind === "splat") return void 0;
	const { key, range } = step;
	if (key.kind === "number") return {
		kind: "index",
		key: Number(key.text),
		range
	};
	const text = stringLiteral(key);
	return text === void 0 ? void 0 : {
		kind: "index",
		key: text,
		range
	};
}
function keyword(expression) {
	switch (expression.kind) {
		case "variable": return expression.name;
		case "boolean": return String(expression.value);
		case "null": return "null";
		default: return;
	}
}
function stringLiteral(expression) {
	if (expression.kind !== "template") return void 0;
	const [first] = expression.parts;
	if (first === void 0) return "";
	return expression.parts.length === 1 && first.kind === "literal" ? first.text : void 0;
}
// src/hcl/type-reader.ts
const KEYWORDS$1 = /* @__PURE__ */ new Map([
	["any", DYNAMIC],
	["bool", BOOL],
	["number", NUMBER$3],
	["string", STRING$2]
]);
const COLLECTIONS = /* @__PURE__ */ new Map([
	["list", listOf],
	["map", mapOf],
	["set", setOf]
]);
const CONSTRUCTORS = [
	...COLLECTIONS.keys(),
	"object",
	"tuple"
];
function readType(expression, evaluate) {
	const reader = new TypeReader(evaluate);
	return {
		value: reader.read(expression),
		diagnostics: reader.diagnostics
	};
}
var TypeReader = class {
	diagnostics = [];
	#evaluate;
	constructor(evaluate) {
		this.#evaluate = evaluate;
	}
	read(expression) {
		if (expression.kind === "invalid") return void 0;
		if (expression.kind === "call") return this.#readCall(expression);
		const word = keyword(expression);
		return (word === void 0 ? void 0 : KEYWORDS$1.get(word)) ?? this.#fail(expression.range, wrongType$1(expression, word));
	}
	#readCall(call) {
		const [argument, extra] = call.arguments;
		const collection = COLLECTIONS.get(call.name);
		if (collection === void 0 && call.name !== "object" && call.name !== "tuple") return this.#fail(call.nameRange, unknownConstructor(call.name), call.range);
		if (argument === void 0) return this.#fail(call.range, `The type "${call.name}" needs one argument: ${example(call.name)}`);
		if (extra !== void 0 || call.expansion !== void 0) return this.#fail(extra?.range ?? call.range, `The type "${call.name}" takes one argument: ${example(call.name)}`, call.range);
		if (collection !== void 0) {
			const element = this.read(argument);
			return element === void 0 ? void 0 : collection(element);
		}
		return call.name === "object" ? this.#readObject(argument) : this.#readTuple(argument);
	}
	#readTuple(expression) {
		if (expression.kind !== "tuple") return this.#fail(expression.range, `The elements of a tuple type are a list of types: ${example("tuple")}`);
		const elements = expression.items.map((item) => this.read(item));
		const known = elements.filter((element) => element !== void 0);
		return known.length === elements.length ? tupleOf(known) : void 0;
	}
	#readObject(expression) {
		if (expression.kind !== "object") return this.#fail(expression.range, `The attributes of an object type are names with types: ${example("object")}`);
		const attributes = /* @__PURE__ */ new Map();
		let complete = true;
		for (const item of expression.items) {
			const name = this.#attributeName(item);
			const attribute = this.#readAttribute(item.value);
			if (name !== void 0 && attributes.has(name)) this.#fail(item.key.range, `The attribute "${name}" is declared twice.`);
			if (name === void 0 || attribute === void 0) complete = false;
			else attributes.set(name, attribute);
		}
		return complete ? objectOf(attributes) : void 0;
	}
	#attributeName({ key }) {
		if (key.kind === "name") return key.name;
		return stringLiteral(key.expression) ?? this.#fail(key.range, "The name of an attribute must be written literally.");
	}
	#readAttribute(expression) {
		if (expression.kind !== "call" || expression.name !== "optional") {
			const type = this.read(expression);
			return type === void 0 ? void 0 : {
				type,
				optional: false
			};
		}
		const [written, fallback, extra] = expression.arguments;
		if (written === void 0 || extra !== void 0) return this.#fail(expression.range, "An optional attribute has a type and may have a default: optional(string, \"none\")");
		const type = this.read(written);
		if (type === void 0) return void 0;
		return fallback === void 0 ? {
			type,
			optional: true
		} : this.#readFallback(type, fallback);
	}
	#readFallback(type, expression) {
		const { value, diagnostics } = this.#evaluate(expression, EMPTY_SCOPE);
		this.diagnostics.push(...diagnostics);
		if (value === void 0 || diagnostics.length > 0) return void 0;
		const converted = convert(value, type);
		if (converted.ok) return {
			type,
			optional: true,
			fallback: converted.value
		};
		return this.#fail(expression.range, `This default does not fit the attribute's type: ${converted.error.message}.`);
	}
	#fail(subject, detail, context = subject) {
		this.diagnostics.push(errorDiagnostic({
			code: "invalid-type",
			summary: "Invalid type",
			detail,
			subject,
			context
		}));
	}
};
function wrongType$1(expression, word) {
	const text = stringLiteral(expression);
	if (text !== void 0 && (KEYWORDS$1.has(text) || CONSTRUCTORS.includes(text))) return `Types are written without quotes: ${KEYWORDS$1.has(text) ? text : example(text)}`;
	if (word !== void 0 && CONSTRUCTORS.includes(word)) return `The type "${word}" needs an argument that says what it holds: ${example(word)}`;
	const all = "Types are string, number, bool, any, list(…), set(…), map(…), object({…}) and tuple([…]).";
	return word === void 0 ? `This is no type. ${all}` : `There is no type named "${word}".${didYouMean(word, [...KEYWORDS$1.keys(), ...CONSTRUCTORS])} ${all}`;
}
function unknownConstructor(name) {
	if (KEYWORDS$1.has(name)) return `The type "${name}" takes no argument: write ${name}`;
	if (name === "optional") return "Only attributes of an object type can be optional.";
	return `There is no type named "${name}".${didYouMean(name, [...KEYWORDS$1.keys(), ...CONSTRUCTORS])}`;
}
function example(name) {
	if (name === "object") return "object({ name = string })";
	return name === "tuple" ? "tuple([string, number])" : `${name}(string)`;
}
// src/hcl/evaluate-call.ts
function evaluateCall(call, evaluation, evaluate) {
	const table = functionsOf(evaluation.scope);
	const record = table?.functions.get(call.name);
	if (table === void 0 || record === void 0) return evaluation.fail(unknownFunction(call, table));
	switch (record.kind) {
		case "lazy": return callLazy(call, record, evaluation, evaluate);
		case "type-argument": return callWithType(call, record, evaluation, evaluate);
		default: return callPlain(call, record, table, evaluation);
	}
}
function unknownFunction(call, table) {
	const { name, nameRange: subject, range: context } = call;
	const place = {
		subject,
		context
	};
	if (table === void 0) return {
		code: "functions-not-allowed",
		summary: "Functions not allowed",
		detail: "Functions can't be called here.",
		...place
	};
	const refusal = table.refused.get(name);
	if (refusal !== void 0) return {
		code: "unsupported-function",
		summary: `Unsupported function "${name}"`,
		detail: refusal,
		...place
	};
	return {
		code: "unknown-function",
		summary: "Unknown function",
		detail: `There is no function named "${name}".${didYouMean(name, table.functions.keys())}`,
		...place
	};
}
function callPlain(call, record, table, evaluation) {
	const before = evaluation.diagnostics.length;
	const args = evaluateArguments(call, evaluation);
	if (args === void 0 || evaluation.diagnostics.length > before) return NOTHING_KNOWN;
	const result = callFunction(record, args.values, table.environment);
	return result.ok ? result.value.withMarks(args.marks) : failCall(call, result, args.ranges, evaluation);
}
function evaluateArguments(call, evaluation) {
	const values = call.arguments.map((argument) => evaluation.value(argument));
	const ranges = call.arguments.map(({ range }) => range);
	const expanded = values.at(-1);
	const expandedRange = ranges.at(-1);
	if (call.expansion === void 0 || expanded === void 0 || expandedRange === void 0) return {
		values,
		ranges,
		marks: /* @__PURE__ */ new Set()
	};
	const { value, marks } = expanded.unmark();
	if (!canExpand(value, expandedRange, call, evaluation)) return void 0;
	const elements = value.asElements();
	return {
		values: [...values.slice(0, -1), ...elements],
		ranges: [...ranges.slice(0, -1), ...elements.map(() => expandedRange)],
		marks
	};
}
function canExpand(value, subject, call, evaluation) {
	const place = {
		code: "invalid-expansion",
		summary: "Invalid argument expansion",
		subject,
		context: call.range
	};
	if (value.isNull) {
		evaluation.fail({
			...place,
			detail: "The value before \"...\" is null, so there are no elements to use as arguments."
		});
		return false;
	}
	const { kind } = value.type;
	if (kind !== "list" && kind !== "set" && kind !== "tuple" && kind !== "dynamic") {
		evaluation.fail({
			...place,
			detail: `Only a list, set or tuple can be expanded into arguments by "...", but this is a ${friendlyName(value.type)}.`
		});
		return false;
	}
	return value.isKnown;
}
function callLazy(call, record, evaluation, evaluate) {
	if (!hasPlainArguments(call, record, evaluation)) return NOTHING_KNOWN;
	const result = record.call(call.arguments.map((argument) => () => evaluate(argument, evaluation.scope)));
	if (result.ok) return result.value;
	return evaluation.fail({
		code: "function-failed",
		summary: "Error in function call",
		detail: `Call to function "${record.name}" failed: ${result.message}`,
		subject: call.range
	});
}
function callWithType(call, record, evaluation, evaluate) {
	if (!hasPlainArguments(call, record, evaluation)) return NOTHING_KNOWN;
	const [source, written] = call.arguments;
	if (source === void 0 || written === void 0) return NOTHING_KNOWN;
	const before = evaluation.diagnostics.length;
	const value = evaluation.value(source);
	const type = readType(written, evaluate);
	evaluation.report(type.diagnostics);
	if (type.value === void 0 || evaluation.diagnostics.length > before) return NOTHING_KNOWN;
	const result = callTypeFunction(record, value, type.value);
	return result.ok ? result.value : failCall(call, result, call.arguments.map(({ range }) => range), evaluation);
}
function hasPlainArguments(call, record, evaluation) {
	if (call.expansion !== void 0) {
		evaluation.fail({
			code: "invalid-expansion",
			summary: "Invalid argument expansion",
			detail: `The arguments of "${record.name}" must be written one by one; "..." can't be used.`,
			subject: call.expansion,
			context: call.range
		});
		return false;
	}
	const failure = checkArgumentCount(record, call.arguments.length);
	if (failure === void 0) return true;
	failCall(call, failure, call.arguments.map(({ range }) => range), evaluation);
	return false;
}
function failCall(call, failure, ranges, evaluation) {
	const { code, summary, detail } = failure;
	evaluation.report([errorDiagnostic({
		code,
		summary,
		detail,
		subject: faultRange(call, failure, ranges),
		context: call.range
	}), ...failure.diagnostics]);
	return NOTHING_KNOWN;
}
function faultRange(call, failure, ranges) {
	const last = ranges.at(-1);
	const argument = failure.argument === void 0 ? void 0 : ranges[failure.argument];
	switch (failure.code) {
		case "too-few-arguments": return call.closeRange;
		case "too-many-arguments": return argument === void 0 || last === void 0 ? call.range : rangeBetween(argument, last);
		case "invalid-argument": return argument ?? call.range;
		default: return argument ?? call.nameRange;
	}
}
// src/hcl/evaluate-collection.ts
function evaluateTuple(expression, evaluation) {
	return Value.tuple(expression.items.map((item) => evaluation.value(item)));
}
function evaluateObject(expression, evaluation) {
	const entries = [];
	const marks = /* @__PURE__ */ new Set();
	let known = true;
	for (const item of expression.items) {
		const key = evaluateKey(item.key, evaluation);
		const value = evaluation.value(item.value);
		for (const mark of key.marks) marks.add(mark);
		if (key.isUnknown) known = false;
		else entries.push([key.asString(), value]);
	}
	return (known ? Value.object(entries) : NOTHING_KNOWN).withMarks(marks);
}
function evaluateKey(key, evaluation) {
	if (key.kind === "name") return Value.string(key.name);
	const { expression, range } = key;
	const traversal = staticTraversal(expression);
	if (traversal !== void 0 && traversal.steps.length > 0) return evaluation.fail({
		code: "ambiguous-key",
		summary: "Ambiguous key",
		detail: "Is this a name that has a dot, or a reference? Put it in double quotes for a name, or in parentheses for a reference.",
		subject: range
	});
	if (traversal !== void 0) return Value.string(traversal.root);
	return asKey(evaluation.value(expression), range, evaluation);
}
function asKey(value, range, evaluation) {
	const converted = convert(value, STRING$2);
	if (converted.ok && !converted.value.isNull) return converted.value;
	return evaluation.fail({
		code: "invalid-key",
		summary: "Invalid key",
		detail: converted.ok ? "A key must be a string, but this value is null." : `This value can't be a key: ${converted.error.message}.`,
		subject: range
	});
}
// src/hcl/values/equality.ts
function equals(left, right) {
	const oneNull = left.isNull !== right.isNull;
	const a = left.unmarkDeep();
	const b = right.unmarkDeep();
	const marks = oneNull ? [...left.marks, ...right.marks] : [...a.marks, ...b.marks];
	const result = compare(a.value, b.value);
	return (result === void 0 ? Value.unknownOf(BOOL) : Value.bool(result)).withMarks(marks);
}
function compare(a, b) {
	if (a.isUnknown || b.isUnknown) return compareUnknown(a, b);
	if (a.isNull || b.isNull) return a.isNull && b.isNull;
	if (!typesEqual(a.type, b.type)) return (hasDynamic(a.type) || hasDynamic(b.type)) && a.type.kind === b.type.kind ? compareChildren(a, b) : false;
	switch (a.type.kind) {
		case "string":
		case "number":
		case "bool": return sameContent(a, b);
		case "set":
			if (!a.isWhollyKnown() || !b.isWhollyKnown()) return void 0;
			return compareChildren(a, b);
		default: return compareChildren(a, b);
	}
}
function compareUnknown(a, b) {
	const known = a.isUnknown ? b : a;
	if (known.isUnknown || known.isNull || hasDynamic(a.type) || hasDynamic(b.type)) return void 0;
	return typesEqual(a.type, b.type) ? void 0 : false;
}
function compareChildren(a, b) {
	const left = a.children();
	const right = b.children();
	if (left.length !== right.length || !sameKeys(a, b)) return false;
	let result = true;
	for (const [index, child] of left.entries()) {
		const other = right[index];
		const same = other === void 0 ? false : compare(child, other);
		if (same === false) return false;
		if (same === void 0) result = void 0;
	}
	return result;
}
function sameKeys(a, b) {
	if (a.isNull || a.isUnknown || a.type.kind !== "map" && a.type.kind !== "object") return true;
	const keys = b.asEntries();
	return [...a.asEntries().keys()].every((key) => keys.has(key));
}
function sameContent(a, b) {
	switch (a.type.kind) {
		case "string": return a.asString() === b.asString();
		case "number": return a.asNumber().equals(b.asNumber());
		case "bool": return a.asBool() === b.asBool();
		default: return true;
	}
}
// src/hcl/values/operators.ts
const ARITHMETIC = {
	"+": (a, b) => a.plus(b),
	"-": (a, b) => a.minus(b),
	"*": (a, b) => a.times(b),
	"/": (a, b) => a.dividedBy(b),
	"%": (a, b) => a.modulo(b)
};
const COMPARISON = {
	"<": (a, b) => a.lessThan(b),
	"<=": (a, b) => a.lessThanOrEqualTo(b),
	">": (a, b) => a.greaterThan(b),
	">=": (a, b) => a.greaterThanOrEqualTo(b)
};
function applyBinary(operator, left, right) {
	if (operator === "==") return done(equals(left, right));
	if (operator === "!=") return done(negation(equals(left, right)));
	const logical = operator === "&&" || operator === "||";
	const a = operand(left, logical ? BOOL : NUMBER$3, "left");
	if (!a.ok) return a;
	const b = operand(right, logical ? BOOL : NUMBER$3, "right");
	if (!b.ok) return b;
	const marks = [...left.marks, ...right.marks];
	if (logical) return done(logic(operator, a.value, b.value).withMarks(marks));
	const arithmetic = ARITHMETIC[operator];
	if ((operator === "/" || operator === "%") && b.value.isKnown && b.value.asNumber().isZero()) return {
		ok: false,
		operand: "right",
		message: "division by zero"
	};
	if (a.value.isUnknown || b.value.isUnknown) return done(Value.unknownOf(arithmetic === void 0 ? BOOL : NUMBER$3).withMarks(marks));
	const [x, y] = [a.value.asNumber(), b.value.asNumber()];
	if (arithmetic === void 0) return done(Value.bool(COMPARISON[operator]?.(x, y) ?? false).withMarks(marks));
	const result = arithmetic(x, y);
	if (!result.isFinite()) return {
		ok: false,
		operand: "right",
		message: "the result is too large a number"
	};
	return done(Value.number(result).withMarks(marks));
}
function applyUnary(operator, value) {
	const converted = operand(value, operator === "-" ? NUMBER$3 : BOOL, "operand");
	if (!converted.ok || converted.value.isUnknown) return converted;
	if (operator === "!") return done(negation(converted.value));
	return done(Value.number(converted.value.asNumber().negated()).withMarks(value.marks));
}
function done(value) {
	return {
		ok: true,
		value
	};
}
function operand(value, type, side) {
	const converted = convert(value, type);
	if (!converted.ok) return {
		ok: false,
		operand: side,
		message: converted.error.message
	};
	if (converted.value.isNull) return {
		ok: false,
		operand: side,
		message: "the value must not be null"
	};
	return done(converted.value);
}
function negation(value) {
	return value.isUnknown ? value : Value.bool(!value.asBool()).withMarks(value.marks);
}
function logic(operator, a, b) {
	const settling = operator === "||";
	if ([a, b].some((value) => value.isKnown && value.asBool() === settling)) return Value.bool(settling);
	return a.isUnknown || b.isUnknown ? Value.unknownOf(BOOL) : Value.bool(!settling);
}
// src/hcl/evaluate-operation.ts
function evaluateUnary(expression, evaluation) {
	const operation = applyUnary(expression.operator, evaluation.value(expression.operand));
	if (operation.ok) return operation.value;
	return evaluation.fail({
		code: "invalid-operand",
		summary: "Invalid operand",
		detail: `Unsuitable value for the operand of "${expression.operator}": ${operation.message}.`,
		subject: expression.operand.range,
		context: expression.range
	});
}
function evaluateOperation(expression, evaluation) {
	let left = evaluation.attempt(expression.first);
	let leftRange = expression.first.range;
	for (const operand of expression.rest) {
		const inner = evaluation.within(evaluation.scope);
		left = {
			value: applyOperand(left, leftRange, operand, inner),
			diagnostics: inner.diagnostics
		};
		leftRange = rangeBetween(leftRange, operand.operand.range);
	}
	evaluation.report(left.diagnostics);
	return left.value;
}
function applyOperand(left, leftRange, operand, evaluation) {
	const { operator } = operand;
	const right = evaluation.attempt(operand.operand);
	const settled = settledBy(operator, left, right, true) ?? settledBy(operator, right, left, false);
	if (settled !== void 0) return settled;
	evaluation.report(left.diagnostics);
	evaluation.report(right.diagnostics);
	const operation = applyBinary(operator, left.value, right.value);
	if (operation.ok) return operation.value;
	const { range } = operand.operand;
	return evaluation.fail({
		code: "invalid-operand",
		summary: "Invalid operand",
		detail: `Unsuitable value for the ${operation.operand} operand of "${operator}": ${operation.message}.`,
		subject: operation.operand === "left" ? leftRange : range,
		context: rangeBetween(leftRange, range)
	});
}
function settledBy(operator, deciding, other, isLeft) {
	if (other.diagnostics.length === 0 || deciding.diagnostics.length > 0) return void 0;
	const settling = operator === "&&" ? FALSE : operator === "||" ? TRUE : void 0;
	if (settling === void 0) return void 0;
	const condition = convert(deciding.value, BOOL);
	if (!condition.ok || condition.value.isNull) return void 0;
	const { value } = condition;
	if (value.isUnknown) return isLeft ? value : void 0;
	return value.asBool() === settling.asBool() ? value : void 0;
}
function evaluateConditional(expression, evaluation) {
	const condition = evaluateCondition(expression, evaluation);
	const whenTrue = evaluation.attempt(expression.whenTrue);
	const whenFalse = evaluation.attempt(expression.whenFalse);
	const type = resultType(whenTrue.value, whenFalse.value);
	if (type === void 0) return evaluation.fail({
		code: "inconsistent-conditional",
		summary: "Inconsistent types of a conditional",
		detail: `Both results of a conditional must be of one type, but the first is ${describe(whenTrue.value.type)} and the second ${describe(whenFalse.value.type)}.`,
		subject: rangeBetween(expression.whenTrue.range, expression.whenFalse.range),
		context: expression.range
	});
	const marks = [
		...condition.marks,
		...whenTrue.value.marks,
		...whenFalse.value.marks
	];
	if (condition.isUnknown) return Value.unknownOf(type).withMarks(marks);
	const chosen = condition.asBool() ? whenTrue : whenFalse;
	evaluation.report(chosen.diagnostics);
	const converted = convert(chosen.value, type);
	if (converted.ok) return converted.value.withMarks(marks);
	return evaluation.fail({
		code: "inconsistent-conditional",
		summary: "Inconsistent types of a conditional",
		detail: `The chosen result can't be converted to the type of the other one: ${converted.error.message}.`,
		subject: (condition.asBool() ? expression.whenTrue : expression.whenFalse).range,
		context: expression.range
	});
}
function describe(type) {
	const name = friendlyName(type);
	return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}
function evaluateCondition(expression, evaluation) {
	return asCondition(evaluation.value(expression.condition), expression.condition.range, evaluation);
}
function asCondition(value, range, evaluation) {
	const converted = convert(value, BOOL);
	if (converted.ok && !converted.value.isNull) return converted.value;
	evaluation.fail(converted.ok ? {
		code: "null-condition",
		summary: "Condition is null",
		detail: "A condition must be true or false, but this value is null.",
		subject: range
	} : {
		code: "invalid-condition",
		summary: "Invalid condition",
		detail: `A condition must be true or false: ${converted.error.message}.`,
		subject: range
	});
	return Value.unknownOf(BOOL);
}
function resultType(a, b) {
	if (isBareNull(a)) return b.type;
	if (isBareNull(b)) return a.type;
	if (a.type.kind === "dynamic" || b.type.kind === "dynamic") return DYNAMIC;
	return unify([a.type, b.type], "unsafe");
}
function isBareNull(value) {
	return value.isNull && value.type.kind === "dynamic";
}
// src/hcl/values/iterate.ts
function isIterable(value) {
	return [
		"list",
		"set",
		"tuple",
		"map",
		"object"
	].includes(value.type.kind);
}
function* iterate(value) {
	if (value.type.kind === "map" || value.type.kind === "object") {
		for (const [key, element] of value.asEntries()) yield {
			key: Value.string(key),
			value: element
		};
		return;
	}
	for (const [index, element] of value.asElements().entries()) yield {
		key: value.type.kind === "set" ? element : Value.number(index),
		value: element
	};
}
// src/hcl/evaluate-for.ts
function evaluateForTuple(expression, evaluation) {
	const results = [];
	const { unknown, marks } = runLoop(expression, evaluation, (turn, marks) => {
		const wanted = isWanted(expression.condition, turn, marks);
		if (wanted === "yes") results.push(turn.value(expression.value));
		return wanted === "unknown" ? "unknown" : "known";
	});
	return (unknown ? NOTHING_KNOWN : Value.tuple(results)).withMarks(marks);
}
function evaluateForObject(expression, evaluation) {
	const groups = /* @__PURE__ */ new Map();
	const { unknown, marks } = runLoop(expression, evaluation, (turn, marks) => {
		const wanted = isWanted(expression.condition, turn, marks);
		if (wanted !== "yes") return wanted === "unknown" ? "unknown" : "known";
		const key = asKey(turn.value(expression.key), expression.key.range, turn);
		for (const mark of key.marks) marks.add(mark);
		const value = turn.value(expression.value);
		if (key.isUnknown) return "unknown";
		const name = key.asString();
		const group = groups.get(name);
		if (group === void 0) groups.set(name, [value]);
		else if (expression.grouping) group.push(value);
		else reportDuplicate(expression, key, turn);
		return "known";
	});
	if (unknown) return NOTHING_KNOWN.withMarks(marks);
	const entries = Array.from(groups, ([name, values]) => [name, expression.grouping ? Value.tuple(values) : values[0] ?? NOTHING_KNOWN]);
	return Value.object(entries).withMarks(marks);
}
function reportDuplicate(expression, key, turn) {
	const name = key.isSensitive ? "the same key, which is sensitive" : `the key ${JSON.stringify(key.asString())}`;
	turn.fail({
		code: "duplicate-key",
		summary: "Duplicate key",
		detail: `Two elements give ${name}. If that is expected, write "..." after the value to collect the values of each key into a list.`,
		subject: expression.key.range,
		context: expression.range
	});
}
function isWanted(condition, turn, marks) {
	if (condition === void 0) return "yes";
	const value = asCondition(turn.value(condition), condition.range, turn);
	for (const mark of value.marks) marks.add(mark);
	if (value.isUnknown) return "unknown";
	return value.asBool() ? "yes" : "no";
}
function runLoop(loop, evaluation, run) {
	const collection = evaluation.value(loop.collection);
	const marks = new Set(collection.marks);
	if (!canIterate(collection, loop.collection.range, evaluation)) return {
		unknown: true,
		marks
	};
	let unknown = false;
	for (const { key, value } of iterate(collection.unmark().value)) {
		const variables = [[loop.valueName.text, value]];
		if (loop.keyName !== void 0) variables.unshift([loop.keyName.text, key]);
		const turn = evaluation.within(childScope(evaluation.scope, variables));
		if (run(turn, marks) === "unknown") unknown = true;
		evaluation.report(turn.diagnostics);
		if (turn.diagnostics.length > 0) return {
			unknown: true,
			marks
		};
	}
	return {
		unknown,
		marks
	};
}
function canIterate(value, range, evaluation) {
	if (value.isNull) {
		evaluation.fail({
			code: "null-value",
			summary: "Iteration over null value",
			detail: "This value is null, so there is nothing that \"for\" could go over.",
			subject: range
		});
		return false;
	}
	if (value.type.kind === "dynamic") return false;
	if (!isIterable(value)) {
		evaluation.fail({
			code: "not-iterable",
			summary: "Iteration over a value that is no collection",
			detail: `"for" goes over lists, sets, tuples, maps and objects, but this is a ${friendlyName(value.type)}.`,
			subject: range
		});
		return false;
	}
	return !value.isUnknown;
}
// src/hcl/evaluate-template.ts
const MAXIMUM_TEXT = 16777216;
function evaluateTemplate(expression, evaluation) {
	const [only] = expression.parts;
	if (expression.parts.length === 1 && only?.kind === "interpolation") return evaluation.value(only.expression);
	const rendering = {
		text: "",
		marks: /* @__PURE__ */ new Set()
	};
	renderParts(expression.parts, evaluation, rendering);
	const { text, marks } = rendering;
	if (text !== void 0 && text.length > MAXIMUM_TEXT) return evaluation.fail({
		code: "text-too-long",
		summary: "Text too long",
		detail: `This template gives a text of more than ${MAXIMUM_TEXT} characters.`,
		subject: expression.range
	});
	return (text === void 0 ? Value.unknownOf(STRING$2) : Value.string(text)).withMarks(marks);
}
function renderParts(parts, evaluation, rendering) {
	for (const part of parts) switch (part.kind) {
		case "literal":
			append(rendering, part.text);
			break;
		case "interpolation":
			renderInterpolation(part, evaluation, rendering);
			break;
		case "if":
			renderIf(part, evaluation, rendering);
			break;
		case "for": renderFor(part, evaluation, rendering);
	}
}
function append(rendering, text) {
	if (rendering.text !== void 0 && rendering.text.length <= MAXIMUM_TEXT) rendering.text += text;
}
function renderInterpolation(part, evaluation, rendering) {
	const value = evaluation.value(part.expression);
	for (const mark of value.marks) rendering.marks.add(mark);
	const converted = convert(value, STRING$2);
	if (converted.ok && !converted.value.isNull) {
		if (converted.value.isUnknown) rendering.text = void 0;
		else append(rendering, converted.value.asString());
		return;
	}
	rendering.text = void 0;
	evaluation.fail({
		code: "invalid-interpolation",
		summary: "Value that can't be part of a text",
		detail: converted.ok ? "This value is null, which can't be put into a text." : `Only strings, numbers and bools can be put into a text, but this is a ${friendlyName(value.type)}. Functions such as join and jsonencode turn collections into text.`,
		subject: part.expression.range,
		context: part.range
	});
}
function renderIf(part, evaluation, rendering) {
	const condition = asCondition(evaluation.value(part.condition), part.condition.range, evaluation);
	for (const mark of condition.marks) rendering.marks.add(mark);
	if (condition.isUnknown) rendering.text = void 0;
	else renderParts(condition.asBool() ? part.whenTrue : part.whenFalse, evaluation, rendering);
}
function renderFor(part, evaluation, rendering) {
	const { unknown, marks } = runLoop(part, evaluation, (turn) => {
		renderParts(part.body, turn, rendering);
		return "known";
	});
	for (const mark of marks) rendering.marks.add(mark);
	if (unknown) rendering.text = void 0;
}
// src/hcl/evaluator.ts
function evaluate(expression, scope) {
	const evaluation = new Evaluation(scope, dispatch, new StepBudget());
	try {
		return {
			value: evaluation.value(expression),
			diagnostics: evaluation.diagnostics
		};
	} catch (error) {
		if (!(error instanceof EvaluationLimit)) throw error;
		const tooLong = errorDiagnostic({
			code: "evaluation-limit",
			summary: "Expression takes too long",
			detail: "This expression was given up after a million steps. Look for loops within loops over large collections.",
			subject: expression.range
		});
		return {
			value: NOTHING_KNOWN,
			diagnostics: [tooLong]
		};
	}
}
function dispatch(expression, evaluation) {
	switch (expression.kind) {
		case "number": return evaluateNumber(expression, evaluation);
		case "boolean": return Value.bool(expression.value);
		case "null": return Value.nullOf(DYNAMIC);
		case "template": return evaluateTemplate(expression, evaluation);
		case "variable": return evaluateVariable(expression, evaluation);
		case "access": return evaluateAccess(expression, evaluation);
		case "call": return evaluateCall(expression, evaluation, evaluate);
		case "unary": return evaluateUnary(expression, evaluation);
		case "operation": return evaluateOperation(expression, evaluation);
		case "conditional": return evaluateConditional(expression, evaluation);
		case "tuple": return evaluateTuple(expression, evaluation);
		case "object": return evaluateObject(expression, evaluation);
		case "for-tuple": return evaluateForTuple(expression, evaluation);
		case "for-object": return evaluateForObject(expression, evaluation);
		case "parenthesized": return evaluation.value(expression.expression);
		case "invalid": return NOTHING_KNOWN;
	}
}
function evaluateNumber(expression, evaluation) {
	const number = parseNumber(expression.text);
	if (number !== void 0) return Value.number(number);
	return evaluation.fail({
		code: "number-too-large",
		summary: "Number too large",
		detail: "This number has an exponent that is too large to be written out.",
		subject: expression.range
	});
}
function evaluateVariable(expression, evaluation) {
	const { name, range } = expression;
	const value = findVariable(evaluation.scope, name);
	if (value !== void 0) return value;
	const names = variableNames(evaluation.scope);
	if (names.length === 0) return evaluation.fail({
		code: "variables-not-allowed",
		summary: "Variables not allowed",
		detail: `Only literal values can be used here, so "${name}" has no meaning. To write text, enclose it in double quotes.`,
		subject: range
	});
	return evaluation.fail({
		code: "unknown-variable",
		summary: "Unknown variable",
		detail: `There is no variable named "${name}".${didYouMean(name, names)} To write text, enclose it in double quotes.`,
		subject: range
	});
}
// src/hcl/decode/dynamic-blocks.ts
const DYNAMIC_SCHEMA = {
	attributes: [
		{
			name: "for_each",
			required: true
		},
		{ name: "iterator" },
		{ name: "labels" }
	],
	blocks: [{
		type: "content",
		labels: []
	}]
};
const MAXIMUM_BLOCKS = 1e4;
function expandBlocks(body, scope, scopeOf = () => void 0) {
	const diagnostics = [];
	return {
		blocks: body.blocks.flatMap((block) => {
			const own = scopeOf(block) ?? scope;
			if (block.type !== "dynamic") return [{
				block,
				scope: own,
				undetermined: false
			}];
			const expanded = new DynamicBlock(block, own).expand();
			diagnostics.push(...expanded.diagnostics);
			return expanded.blocks;
		}),
		diagnostics
	};
}
var DynamicBlock = class {
	#block;
	#scope;
	#diagnostics = [];
	constructor(block, scope) {
		this.#block = block;
		this.#scope = scope;
	}
	expand() {
		return {
			blocks: this.#blocks(),
			diagnostics: this.#diagnostics
		};
	}
	#blocks() {
		const [type, extra] = this.#block.labels;
		if (type === void 0 || extra !== void 0) return this.#fail("invalid-dynamic-block", "A dynamic block has one label, the type of the blocks that it makes: dynamic \"tag\" { … }", extra?.range ?? this.#block.headerRange);
		const { attributes, blocks, diagnostics } = bodyContent(this.#block.body, DYNAMIC_SCHEMA, this.#block.headerRange);
		this.#diagnostics.push(...diagnostics);
		const forEach = attributes.get("for_each");
		const [content, secondContent] = blocks;
		if (content === void 0) return this.#fail("invalid-dynamic-block", `A dynamic block must hold a block "content" with what each block "${type.text}" is to hold.`, this.#block.headerRange);
		if (secondContent !== void 0) this.#fail("invalid-dynamic-block", "A dynamic block holds only one block \"content\".", secondContent.typeRange);
		const iterator = this.#iterator(attributes.get("iterator"), type);
		if (forEach === void 0 || iterator === void 0) return [];
		const elements = this.#elements(forEach);
		if (elements === void 0) return [];
		return elements.map(({ key, value, undetermined }) => {
			const scope = childScope(this.#scope, [[iterator, Value.object({
				key,
				value
			})]]);
			const labels = this.#labels(attributes.get("labels"), scope);
			return {
				block: this.#make(type, labels, content),
				scope,
				undetermined
			};
		});
	}
	#make(type, labels, content) {
		return {
			...content,
			type: type.text,
			typeRange: type.range,
			labels,
			headerRange: this.#block.headerRange,
			range: this.#block.range
		};
	}
	#iterator(attribute, type) {
		if (attribute === void 0) return type.text;
		const name = keyword(attribute.expression);
		if (name !== void 0) return name;
		this.#fail("invalid-dynamic-block", "The iterator is the name of a variable, written without quotes: iterator = each", attribute.expression.range);
	}
	#elements(attribute) {
		const { range } = attribute.expression;
		const { value, diagnostics } = evaluate(attribute.expression, this.#scope);
		this.#diagnostics.push(...diagnostics);
		const { value: collection, marks } = value.unmark();
		if (collection.isNull) {
			this.#fail("invalid-for-each", "The value of \"for_each\" is null. To make no blocks, use an empty list.", range);
			return;
		}
		if (collection.type.kind !== "dynamic" && !isIterable(collection)) {
			const given = friendlyName(collection.type);
			this.#fail("invalid-for-each", `The value of "for_each" must be a list, set, tuple, map or object, but is a ${given}.`, range);
			return;
		}
		if (collection.isUnknown) {
			const unknown = Value.unknownOf(DYNAMIC).withMarks(marks);
			return [{
				key: unknown,
				value: unknown,
				undetermined: true
			}];
		}
		const elements = [...iterate(collection)];
		if (elements.length > MAXIMUM_BLOCKS) {
			this.#fail("invalid-for-each", `"for_each" has ${elements.length} elements; at most ${MAXIMUM_BLOCKS} blocks can be made.`, range);
			return;
		}
		return elements.map((each) => ({
			key: each.key.withMarks(marks),
			value: each.value.withMarks(marks),
			undetermined: false
		}));
	}
	#labels(attribute, scope) {
		if (attribute === void 0) return [];
		const { expression } = attribute;
		if (expression.kind !== "tuple") {
			this.#fail("invalid-dynamic-block", "The labels of a dynamic block are written as a list: labels = [\"a\", \"b\"]", expression.range);
			return [];
		}
		return expression.items.map((item) => {
			const { value, diagnostics } = evaluate(item, scope);
			this.#diagnostics.push(...diagnostics);
			const converted = convert(value.unmark().value, STRING$2);
			const known = converted.ok && converted.value.isKnown && !converted.value.isNull;
			if (!known && diagnostics.length === 0) this.#fail("invalid-dynamic-block", "A block label must be a string that is known before the build.", item.range);
			return {
				text: known ? converted.value.asString() : "",
				quoted: true,
				range: item.range
			};
		});
	}
	#fail(code, detail, subject) {
		const context = this.#block.headerRange;
		this.#diagnostics.push(errorDiagnostic({
			code,
			summary: "Invalid dynamic block",
			detail,
			subject,
			context
		}));
		return [];
	}
};
// src/template/block-content.ts
function shape(attributes, blocks = {}) {
	return {
		attributes: attributes.map((name) => ({ name })),
		blocks: Object.entries(blocks).map(([type, labels]) => ({
			type,
			labels
		}))
	};
}
function contentOf(body, schema, findings, header) {
	const content = bodyContent(body, schema, header);
	findings.add(content.diagnostics);
	return content;
}
function expandedContentOf(body, schema, scope, findings) {
	const expanded = expandBlocks(body, scope);
	findings.add(expanded.diagnostics);
	const scopes = /* @__PURE__ */ new Map();
	for (const each of expanded.blocks) if (!each.undetermined) scopes.set(each.block, each.scope);
	const { attributes, blocks } = contentOf(bodyOf(body, [...body.attributes.values(), ...scopes.keys()]), schema, findings);
	return {
		attributes,
		blocks: blocks.map((block) => ({
			block,
			scope: scopes.get(block) ?? scope
		}))
	};
}
// src/template/constants.ts
function constantText(attribute, findings, scope = EMPTY_SCOPE) {
	return attributeValue(attribute, STRING$2, findings, scope)?.asString();
}
function constantBool(attribute, findings, scope = EMPTY_SCOPE) {
	return attributeValue(attribute, BOOL, findings, scope)?.asBool();
}
function constantNumber(attribute, findings, scope = EMPTY_SCOPE) {
	return attributeValue(attribute, NUMBER$3, findings, scope)?.asNumber().toNumber();
}
function constantTexts(attribute, findings, scope = EMPTY_SCOPE) {
	return attributeValue(attribute, listOf(STRING$2), findings, scope)?.asElements().filter((element) => element.isKnown && !element.isNull).map((element) => element.asString());
}
function attributeValue(attribute, type, findings, scope) {
	if (attribute === void 0) return void 0;
	const converted = convert(findings.take(evaluate(attribute.expression, scope)), type);
	if (!converted.ok) {
		findings.error({
			code: "invalid-value",
			summary: `Invalid value for "${attribute.name}"`,
			detail: `${sentence(converted.error.message)}.`,
			subject: attribute.expression.range
		});
		return;
	}
	return converted.value.isNull || converted.value.isUnknown ? void 0 : converted.value;
}
function sentence(clause) {
	return clause.charAt(0).toUpperCase() + clause.slice(1);
}
// src/template/source-reference.ts
function parseSourceReference(text) {
	const parts = text.split(".");
	const [type, name, ...rest] = parts.length === 3 ? parts.slice(1) : parts;
	if (type === void 0 || name === void 0 || type === "" || name === "" || rest.length > 0) return void 0;
	return {
		type,
		name
	};
}
function fullBuildName(buildName, { type, localName }) {
	return buildName === "" ? `${type}.${localName}` : `${buildName}.${type}.${localName}`;
}
// src/template/build-declarations.ts
const SHAPE$4 = shape([
	"name",
	"description",
	"sources"
], {
	source: ["reference"],
	provisioner: ["type"],
	"error-cleanup-provisioner": ["type"],
	"post-processor": ["type"],
	"post-processors": [],
	hcp_packer_registry: [],
	from: ["type"]
});
const CHAIN_SHAPE = shape([], { "post-processor": ["type"] });
const SOURCE_USE_SHAPE = shape(["name"]);
function readBuild(block, sources, scope, findings) {
	return new BuildReader(sources, scope, findings).read(block);
}
var BuildReader = class {
	#sources;
	#scope;
	#findings;
	constructor(sources, scope, findings) {
		this.#sources = sources;
		this.#scope = scope;
		this.#findings = findings;
	}
	read(block) {
		const { attributes, blocks } = expandedContentOf(block.body, SHAPE$4, this.#scope, this.#findings);
		const ofType = (type) => blocks.filter((each) => each.block.type === type);
		const listed = this.#listedSources(attributes.get("sources"));
		const written = ofType("source").map((each) => this.#writtenSource(each));
		if (attributes.get("sources") === void 0 && written.length === 0) this.#missingSources(block);
		constantText(attributes.get("description"), this.#findings, this.#scope);
		for (const ignored of [...ofType("hcp_packer_registry"), ...ofType("from")]) this.#passOver(ignored.block);
		return {
			name: constantText(attributes.get("name"), this.#findings, this.#scope) ?? "",
			sources: [...listed, ...written].filter((use) => use !== void 0),
			provisioners: ofType("provisioner"),
			errorCleanupProvisioner: this.#atMostOne(ofType("error-cleanup-provisioner")),
			postProcessorChains: this.#chains(blocks)
		};
	}
	#listedSources(attribute) {
		if (attribute === void 0) return [];
		const { expression } = attribute;
		const texts = constantTexts(attribute, this.#findings, this.#scope) ?? [];
		const items = expression.kind === "tuple" && expression.items.length === texts.length ? expression.items : [];
		return texts.map((text, index) => this.#use(text, items[index]?.range ?? expression.range, void 0));
	}
	#writtenSource(written) {
		const [label] = written.block.labels;
		return this.#use(label?.text ?? "", label?.range ?? written.block.headerRange, written);
	}
	#use(reference, range, written) {
		const parsed = parseSourceReference(reference);
		if (parsed === void 0) {
			this.#findings.error({
				code: "invalid-source-reference",
				summary: `Invalid source reference "${reference}"`,
				detail: "A source is referred to by its type and its name: \"source.amazon-ebs.ubuntu\".",
				subject: range
			});
			return;
		}
		const declaration = this.#sources.get(`${parsed.type}.${parsed.name}`);
		if (declaration === void 0) {
			const name = `${parsed.type}.${parsed.name}`;
			this.#findings.error({
				code: "unknown-source",
				summary: `Unknown source "${reference}"`,
				detail: `The template has no block source "${parsed.type}" "${parsed.name}".${didYouMean(name, this.#sources.keys())}`,
				subject: range
			});
			return;
		}
		const { type, name } = declaration;
		if (written === void 0) return {
			source: {
				type,
				name,
				localName: name
			},
			body: declaration.body,
			iterated: void 0,
			declaration
		};
		const added = partialContent(written.block.body, SOURCE_USE_SHAPE);
		const localName = constantText(added.attributes.get("name"), this.#findings, written.scope) ?? name;
		const body = this.#findings.take(mergeBodies(declaration.body, added.rest));
		const iterated = written.scope === this.#scope ? void 0 : {
			items: new Set(added.rest.items),
			variables: written.scope.variables
		};
		return {
			source: {
				type,
				name,
				localName
			},
			body,
			iterated,
			declaration
		};
	}
	#chains(blocks) {
		return blocks.flatMap((each) => {
			if (each.block.type === "post-processor") return [[each]];
			if (each.block.type !== "post-processors") return [];
			return [expandedContentOf(each.block.body, CHAIN_SHAPE, each.scope, this.#findings).blocks];
		});
	}
	#atMostOne(blocks) {
		const [first, second] = blocks;
		if (second !== void 0) this.#findings.error({
			code: "duplicate-block",
			summary: "A second error-cleanup-provisioner",
			detail: "A build has at most one error-cleanup-provisioner.",
			subject: second.block.headerRange
		});
		return first;
	}
	#missingSources(block) {
		const example = [...this.#sources.keys()][0] ?? "amazon-ebs.ubuntu";
		this.#findings.error({
			code: "missing-sources",
			summary: "A build without a source",
			detail: `A build names what it builds: sources = ["source.${example}"].`,
			subject: block.headerRange
		});
	}
	#passOver(block) {
		this.#findings.warning({
			code: "ignored-block",
			summary: `The block "${block.type}" does nothing here`,
			detail: block.type === "from" ? "Packer accepts this block and never uses it." : "Nothing is sent to HCP Packer; the rest of the build is not affected.",
			subject: block.headerRange
		});
	}
};
// src/hcl/decode/attribute-values.ts
const UNKNOWN_TEXT = "<unknown>";
const TYPES = {
	string: STRING$2,
	number: NUMBER$3,
	bool: BOOL,
	duration: STRING$2,
	strings: listOf(STRING$2),
	"string-map": mapOf(STRING$2)
};
const DESCRIPTIONS = {
	string: "a string",
	number: "a number",
	bool: "true or false",
	duration: "a duration, such as \"30s\", \"5m\" or \"1h30m\"",
	strings: "a list of strings, such as [\"a\", \"b\"]",
	"string-map": "a map of strings, such as { name = \"value\" }"
};
function standIn(type) {
	switch (type) {
		case "string": return UNKNOWN_TEXT;
		case "number":
		case "duration": return 0;
		case "bool": return false;
		case "strings": return [];
		case "string-map": return {};
	}
}
function plainAttribute(value, type, text) {
	const converted = convert(value, TYPES[type]);
	if (!converted.ok) {
		const { path, message } = elementFault(value, type) ?? converted.error;
		return {
			kind: "fault",
			fault: {
				path,
				message: `Expected ${DESCRIPTIONS[type]}: ${message}.`
			}
		};
	}
	if (converted.value.isNull) return { kind: "null" };
	return new PlainReader(text).read(converted.value, type);
}
function elementFault(value, type) {
	const { kind } = value.type;
	if (!(type === "strings" ? kind === "tuple" : type === "string-map" && kind === "object") || value.isNull || value.isUnknown) return void 0;
	const keys = kind === "object" ? [...value.asEntries().keys()] : void 0;
	for (const [index, element] of value.children().entries()) {
		const converted = convert(element, STRING$2);
		const key = keys?.[index] ?? index;
		if (!converted.ok) return {
			path: [{
				kind: "index",
				key
			}],
			message: converted.error.message
		};
	}
}
var PlainReader = class {
	#text;
	#unknownPaths = [];
	constructor(text) {
		this.#text = text;
	}
	read(value, type) {
		if (value.isUnknown) return {
			kind: "value",
			data: standIn(type),
			unknownPaths: [""]
		};
		if (type === "duration") return this.#duration(value);
		return {
			kind: "value",
			data: this.#data(value, type),
			unknownPaths: this.#unknownPaths
		};
	}
	#data(value, type) {
		switch (type) {
			case "string": return this.#textAt(value, [], "", value.isSensitive);
			case "number": return value.asNumber().toNumber();
			case "bool": return value.asBool();
			case "strings": return value.asElements().map((element, index) => this.#textAt(element, [{
				kind: "index",
				key: index
			}], `[${index}]`, value.isSensitive));
			case "string-map": return Object.fromEntries(Array.from(value.asEntries(), ([name, element]) => [name, this.#textAt(element, [{
				kind: "index",
				key: name
			}], `.${name}`, value.isSensitive)]));
		}
	}
	#textAt(value, path, suffix, sensitive) {
		if (value.isUnknown) {
			this.#unknownPaths.push(suffix);
			return UNKNOWN_TEXT;
		}
		if (value.isNull) return "";
		return this.#text(value.asString(), path, sensitive || value.isSensitive) ?? "";
	}
	#duration(value) {
		const text = this.#text(value.asString(), [], value.isSensitive);
		const milliseconds = text === void 0 ? 0 : parseDuration(text);
		if (text === void 0 || milliseconds !== void 0) return {
			kind: "value",
			data: milliseconds,
			unknownPaths: []
		};
		const shown = value.isSensitive ? "This" : JSON.stringify(text);
		const unit = /^\d+$/.test(text) && !value.isSensitive ? ` The unit is missing: "${text}s" would be seconds.` : "";
		return {
			kind: "fault",
			fault: {
				path: [],
				message: `${shown} is not ${DESCRIPTIONS.duration}.${unit}`
			}
		};
	}
};
// src/hcl/decode/option-places.ts
var OptionPlaces = class {
	#root;
	#ranges = /* @__PURE__ */ new Map();
	#unknown = /* @__PURE__ */ new Set();
	constructor(root) {
		this.#root = root;
	}
	addAttribute(path, expression) {
		this.#ranges.set(path, expression.range);
		if (expression.kind === "tuple") for (const [index, item] of expression.items.entries()) this.#ranges.set(`${path}[${index}]`, item.range);
		else if (expression.kind === "object") for (const { key, value } of expression.items) {
			const name = key.kind === "name" ? key.name : stringLiteral(key.expression);
			if (name !== void 0) this.#ranges.set(`${path}.${name}`, value.range);
		}
	}
	removeAttribute(path) {
		this.#ranges.delete(path);
	}
	addBlock(path, header) {
		this.#ranges.set(path, header);
	}
	addUnknown(path) {
		this.#unknown.add(path);
	}
	rangeWithin(path, part) {
		const [step] = part;
		if (step === void 0) return this.range(path);
		const key = step.kind === "attribute" ? step.name : step.key;
		return this.range(typeof key === "number" ? `${path}[${key}]` : `${path}.${key}`);
	}
	range(path = "") {
		for (let each = path; each !== ""; each = parent(each)) {
			const range = this.#ranges.get(each);
			if (range !== void 0) return range;
		}
		return this.#root;
	}
	given(path) {
		return this.#ranges.has(path);
	}
	unknown(path) {
		for (let each = path; each !== ""; each = parent(each)) if (this.#unknown.has(each)) return true;
		return [...this.#unknown].some((each) => each.startsWith(`${path}.`) || each.startsWith(`${path}[`));
	}
};
function parent(path) {
	return path.slice(0, Math.max(path.lastIndexOf("."), path.lastIndexOf("["), 0));
}
// src/hcl/decode/option-decoder.ts
var OptionDecoder = class OptionDecoder {
	diagnostics = [];
	#places;
	#render;
	#scopeOf;
	constructor(places, render, scopeOf = () => void 0) {
		this.#places = places;
		this.#render = render;
		this.#scopeOf = scopeOf;
	}
	decode(body, schema, scope, path, header) {
		const options = {};
		const blocks = this.#expectedBlocks(body, schema, scope);
		for (const attribute of body.attributes.values()) this.#checkName(attribute, schema);
		for (const [name, option] of Object.entries(schema)) {
			const at = path === "" ? name : `${path}.${name}`;
			if (option.kind === "attribute") options[name] = this.#decodeAttribute(name, option, body.attributes.get(name), scope, at, header);
			else if (option.kind === "block") options[name] = this.#decodeBlocks(name, option, blocks.get(name) ?? [], at, header);
		}
		return options;
	}
	#checkName(attribute, schema) {
		const option = optionOf(schema, attribute.name);
		if (option?.kind === "unsupported") this.#refuse(attribute.name, option.remedy, attribute.nameRange);
		else if (option?.kind !== "attribute") this.diagnostics.push(unexpectedAttribute(attribute, namesOf(schema, "attribute"), namesOf(schema, "block")));
	}
	#expectedBlocks(body, schema, scope) {
		const expanded = expandBlocks(body, scope, this.#scopeOf);
		this.diagnostics.push(...expanded.diagnostics);
		const byType = /* @__PURE__ */ new Map();
		for (const scoped of expanded.blocks) {
			const { block } = scoped;
			const option = optionOf(schema, block.type);
			const [label] = block.labels;
			if (option?.kind === "unsupported") this.#refuse(block.type, option.remedy, block.typeRange);
			else if (option?.kind !== "block") this.diagnostics.push(unexpectedBlock(block, namesOf(schema, "attribute"), namesOf(schema, "block")));
			else {
				if (label !== void 0) this.#reportLabel(block.type, label.range);
				const others = byType.get(block.type);
				if (others === void 0) byType.set(block.type, [scoped]);
				else others.push(scoped);
			}
		}
		return byType;
	}
	#refuse(name, remedy, subject) {
		this.#error({
			code: "unsupported-option",
			summary: `Option "${name}" is not supported`,
			detail: remedy,
			subject
		});
	}
	#reportLabel(type, subject) {
		this.#error({
			code: "extra-label",
			summary: "Extra block label",
			detail: `A block "${type}" has no labels. Write it: ${type} { … }`,
			subject
		});
	}
	#decodeAttribute(name, option, attribute, scope, path, header) {
		if (attribute === void 0) {
			if (!option.required) return option.default;
			this.#reportMissing("argument", name, header);
			return this.#standIn(option, path);
		}
		this.#note(option, name, attribute.nameRange);
		const { expression } = attribute;
		const { value, diagnostics } = evaluate(expression, this.#scopeOf(attribute) ?? scope);
		this.diagnostics.push(...diagnostics);
		this.#places.addAttribute(path, expression);
		const plain = plainAttribute(value, option.type, (text, part, sensitive) => this.#text(text, {
			path,
			option,
			sensitive: sensitive || option.sensitive
		}, part));
		switch (plain.kind) {
			case "value":
				for (const suffix of plain.unknownPaths) this.#places.addUnknown(`${path}${suffix}`);
				this.#checkChoice(name, option, plain.data, value.isSensitive, expression.range, plain.unknownPaths.length > 0);
				return plain.data;
			case "null":
				this.#places.removeAttribute(path);
				if (!option.required) return option.default;
				this.#reportNull(name, expression.range);
				return this.#standIn(option, path);
			case "fault":
				this.#error({
					code: "invalid-option-value",
					summary: `Invalid value for "${name}${describePath(plain.fault.path)}"`,
					detail: plain.fault.message,
					subject: this.#places.rangeWithin(path, plain.fault.path),
					context: attribute.range
				});
				return this.#standIn(option, path);
		}
	}
	#standIn(option, path) {
		this.#places.addUnknown(path);
		return standIn(option.type);
	}
	#text(text, place, part) {
		if (this.#render === void 0) return text;
		const range = this.#places.rangeWithin(place.path, part);
		const rendered = this.#render(text, {
			...place,
			path: place.path + pathSuffix(part),
			range
		});
		if (typeof rendered === "string") return rendered;
		this.diagnostics.push(rendered);
		this.#places.addUnknown(place.path);
	}
	#checkChoice(name, option, data, sensitive, subject, unknown) {
		const { choices } = option;
		if (choices === void 0 || unknown) return;
		const given = Array.isArray(data) ? data : [data];
		for (const each of given) {
			if (typeof each !== "string" || choices.includes(each)) continue;
			const secret = sensitive || option.sensitive;
			const refused = option.refusedChoices ?? {};
			if (!secret && Object.hasOwn(refused, each)) {
				const summary = `${name} = ${JSON.stringify(each)} is not supported`;
				this.#error({
					code: "unsupported-value",
					summary,
					detail: refused[each] ?? "",
					subject
				});
				continue;
			}
			const shown = secret ? "This value" : JSON.stringify(each);
			const named = choices.filter((choice) => choice !== "");
			const suggested = secret ? "" : didYouMean(each, named);
			this.#error({
				code: "invalid-option-value",
				summary: `Invalid value for "${name}"`,
				detail: `${shown} is not one of the values that "${name}" can have: ${named.join(", ")}.${suggested}`,
				subject
			});
		}
	}
	#decodeBlocks(name, option, blocks, path, header) {
		const undetermined = blocks.filter((scoped) => scoped.undetermined);
		for (const { block, scope } of undetermined) {
			this.#places.addUnknown(path);
			this.#places.addBlock(path, block.headerRange);
			const decoder = new OptionDecoder(new OptionPlaces(block.headerRange), this.#render);
			decoder.decode(block.body, option.schema, scope, path, block.headerRange);
			this.diagnostics.push(...decoder.diagnostics);
		}
		const determined = blocks.filter((scoped) => !scoped.undetermined);
		if (blocks.length === 0 && option.required) this.#reportMissing("block", name, header);
		const [first] = determined;
		if (first !== void 0) {
			this.#note(option, name, first.block.typeRange);
			this.#places.addBlock(path, first.block.headerRange);
		}
		if (option.repeated) return determined.map((scoped, index) => this.#decodeBlock(scoped, option, `${path}[${index}]`));
		for (const { block } of determined.slice(1)) this.#reportSecond(name, block.typeRange);
		return first === void 0 ? void 0 : this.#decodeBlock(first, option, path);
	}
	#decodeBlock({ block, scope }, option, path) {
		this.#places.addBlock(path, block.headerRange);
		return this.decode(block.body, option.schema, scope, path, block.headerRange);
	}
	#note(option, name, subject) {
		if (option.note === void 0) return;
		const parts = {
			code: "option-note",
			summary: `Note on "${name}"`,
			detail: option.note,
			subject
		};
		this.diagnostics.push(warningDiagnostic(parts));
	}
	#reportMissing(kind, name, subject) {
		this.#error({
			code: "missing-option",
			summary: kind === "argument" ? "Missing argument" : "Missing block",
			detail: `The ${kind} "${name}" is required, but it is not written.`,
			subject
		});
	}
	#reportNull(name, subject) {
		this.#error({
			code: "missing-option",
			summary: "Missing argument",
			detail: `The argument "${name}" is required, but its value is null, which counts as not written.`,
			subject
		});
	}
	#reportSecond(name, subject) {
		this.#error({
			code: "duplicate-block",
			summary: "Block written twice",
			detail: `There may be only one block "${name}" here.`,
			subject
		});
	}
	#error(parts) {
		this.diagnostics.push(errorDiagnostic(parts));
	}
};
function optionOf(schema, name) {
	return Object.hasOwn(schema, name) ? schema[name] : void 0;
}
function namesOf(schema, kind) {
	return Object.entries(schema).filter(([, option]) => option.kind === kind).map(([name]) => name);
}
function pathSuffix(path) {
	return path.map((step) => {
		const key = step.kind === "attribute" ? step.name : step.key;
		return typeof key === "number" ? `[${key}]` : `.${key}`;
	}).join("");
}
// src/hcl/decode/options.ts
function decodeOptions(body, schema, scope, hooks = {}) {
	const header = hooks.header ?? body.endRange;
	const places = new OptionPlaces(header);
	const decoder = new OptionDecoder(places, hooks.text?.bind(hooks), hooks.scopeOf?.bind(hooks));
	return {
		value: {
			options: decoder.decode(body, schema, scope, "", header),
			range: (path) => places.range(path),
			given: (path) => places.given(path),
			unknown: (path) => places.unknown(path)
		},
		diagnostics: decoder.diagnostics
	};
}
// src/template/frozen.ts
function deepFreeze(data) {
	if (typeof data !== "object" || data === null || Object.isFrozen(data)) return data;
	const prototype = Object.getPrototypeOf(data);
	if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null) return data;
	Object.freeze(data);
	for (const value of Object.values(data)) deepFreeze(value);
	return data;
}
// src/template/go-template/problem.ts
var GoTemplateProblem = class GoTemplateProblem extends Error {
	name = "GoTemplateProblem";
	code;
	span;
	remedy;
	constructor(message, code, options = {}) {
		super(message);
		this.code = code;
		this.span = options.span;
		this.remedy = options.remedy;
	}
	at(span) {
		if (this.span !== void 0) return this;
		return new GoTemplateProblem(this.message, this.code, {
			span,
			...this.remedy === void 0 ? {} : { remedy: this.remedy }
		});
	}
};
// src/template/text-place.ts
const OPEN$1 = "{{";
function placeInSource(source, expression, text, part) {
	const raw = source.slice(expression);
	const written = occurrences(raw);
	const made = occurrences(text);
	const which = made.findLastIndex((at) => at <= part.start);
	const rawStart = written[which];
	const textStart = made[which];
	if (written.length !== made.length || rawStart === void 0 || textStart === void 0) return expression;
	const quoted = raw.startsWith("\"");
	const start = follow(raw, rawStart, text, textStart, part.start, quoted);
	const end = start === void 0 ? void 0 : follow(raw, start, text, part.start, part.end, quoted);
	if (start === void 0 || end === void 0) return expression;
	return source.range(expression.start.offset + start, expression.start.offset + end);
}
function occurrences(text) {
	const found = [];
	for (let at = text.indexOf(OPEN$1); at !== -1; at = text.indexOf(OPEN$1, at + 2)) found.push(at);
	return found;
}
function follow(raw, rawFrom, text, from, to, quoted) {
	let rawAt = rawFrom;
	let at = from;
	while (at < to || !quoted && plainAt(raw, rawAt, text, at)?.text === 0) {
		const step = quoted && raw[rawAt] === "\\" ? escapeAt(raw, rawAt) : plainAt(raw, rawAt, text, at);
		if (step === void 0) return void 0;
		rawAt += step.raw;
		at += step.text;
	}
	return rawAt;
}
function escapeAt(raw, at) {
	const match = /^\\(?:[nrt"\\]|u[0-9a-fA-F]{4}|U([0-9a-fA-F]{8}))/.exec(raw.slice(at, at + 10));
	if (match === null) return void 0;
	const astral = match[1] !== void 0 && Number.parseInt(match[1], 16) > 65535;
	return {
		raw: match[0].length,
		text: astral ? 2 : 1
	};
}
function plainAt(raw, at, text, textAt) {
	if (/^(?:\$\$|%%)\{/.test(raw.slice(at, at + 3))) return {
		raw: 3,
		text: 2
	};
	if (raw[at] === text[textAt]) return {
		raw: 1,
		text: 1
	};
	return /[ \t\r]/.test(raw[at] ?? "") ? {
		raw: 1,
		text: 0
	} : void 0;
}
// src/template/planned-component.ts
function planComponent(block, findSource, findings) {
	const decode = (generated) => {
		const warnings = [];
		const scope = block.scope(generated);
		const { iterated } = block;
		const inner = iterated === void 0 ? void 0 : childScope(scope, iterated.variables);
		const hooks = {
			header: block.range,
			text: (text, place) => renderText(text, place, block.renderer, findSource, warnings),
			scopeOf: (item) => iterated?.items.has(item) ? inner : void 0
		};
		const { value, diagnostics } = decodeOptions(block.body, block.schema, scope, hooks);
		deepFreeze(value.options);
		return {
			value,
			diagnostics: [...diagnostics, ...warnings]
		};
	};
	const planned = decode(void 0);
	findings.add(planned.diagnostics);
	const { type, range } = block;
	return {
		type,
		range,
		decoded: planned.value,
		atRun: decode
	};
}
function renderText(text, place, renderer, findSource, warnings) {
	const { rendering } = place.option;
	if (rendering === "never") return text;
	const placeOf = (span) => {
		const source = findSource(place.range.filename);
		return {
			subject: source !== void 0 && span !== void 0 ? placeInSource(source, place.range, text, span) : place.range,
			context: place.range
		};
	};
	try {
		if (rendering === "run") {
			renderer.check(text);
			return text;
		}
		const { text: rendered, withoutValue } = renderer.atPlan(text);
		for (const span of withoutValue) warnings.push(warningDiagnostic({
			code: "no-template-value",
			summary: "A {{ }} action without a value",
			detail: `Nothing of that name is known in "${place.path}", so the text "<no value>" takes its place, as in Packer. To keep the two braces as they are, write {{ "{{" }}.`,
			...placeOf(span)
		}));
		return rendered;
	} catch (thrown) {
		if (!(thrown instanceof GoTemplateProblem)) throw thrown;
		const message = place.sensitive ? "An action in this sensitive text is wrong" : thrown.message;
		return errorDiagnostic({
			code: thrown.code,
			summary: `Invalid {{ }} in "${place.path}"`,
			detail: `${message}.${thrown.remedy === void 0 ? "" : ` ${thrown.remedy}`}`,
			...placeOf(thrown.span)
		});
	}
}
// src/hcl/values/json.ts
function toJson(value) {
	if (value.isNull) return "null";
	switch (value.type.kind) {
		case "string": return quoteJson(value.asString());
		case "number": return formatNumber(value.asNumber());
		case "bool": return String(value.asBool());
		case "map":
		case "object": return `{${Array.from(value.asEntries(), ([key, item]) => `${quoteJson(key)}:${toJson(item)}`).join(",")}}`;
		default: return `[${value.asElements().map(toJson).join(",")}]`;
	}
}
function quoteJson(text) {
	return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function fromPlain(data) {
	if (data === null || data === void 0) return Value.nullOf(DYNAMIC);
	switch (typeof data) {
		case "string": return Value.string(data);
		case "boolean": return Value.bool(data);
		case "number":
		case "bigint": return Value.number(data);
		case "object":
			if (Array.isArray(data)) return Value.tuple(data.map(fromPlain));
			if (data instanceof Map) return Value.object(Array.from(data, ([key, item]) => [String(key), fromPlain(item)]));
			return Value.object(Object.entries(data).map(([key, item]) => [key, fromPlain(item)]));
		default: throw new Error(`Not plain data: a ${typeof data}`);
	}
}
var JsonError = class extends Error {
	name = "JsonError";
	line;
	column;
	constructor(message, text, offset) {
		super(message);
		const before = text.slice(0, offset);
		this.line = before.split("\n").length;
		this.column = offset - before.lastIndexOf("\n");
	}
};
function fromJson(text) {
	return new JsonReader(text).read();
}
const BLANKS = /[ \t\r\n]*/y;
const STRING$1 = /"[^"\\\p{Cc}]*(?:(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\u007f-\u009f])[^"\\\p{Cc}]*)*"/uy;
const NUMBER$1 = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD$1 = /true|false|null/y;
const DEEPEST = 1e3;
var JsonReader = class {
	#text;
	#offset = 0;
	#depth = 0;
	constructor(text) {
		this.#text = text;
	}
	read() {
		const value = this.#value();
		this.#take(BLANKS);
		if (this.#offset < this.#text.length) throw this.#expected("nothing more");
		return value;
	}
	#value() {
		if (this.#depth > DEEPEST) throw new JsonError("it is nested too deeply", this.#text, this.#offset);
		this.#take(BLANKS);
		switch (this.#text[this.#offset]) {
			case "{": return Value.object(this.#items("}", () => this.#entry()));
			case "[": return Value.tuple(this.#items("]", () => this.#value()));
			case "\"": return Value.string(this.#string());
			default: return this.#scalar();
		}
	}
	#items(close, readItem) {
		const items = [];
		this.#offset += 1;
		this.#depth += 1;
		if (!this.#skip(close)) {
			do
				items.push(readItem());
			while (this.#skip(","));
			if (!this.#skip(close)) throw this.#expected(`"," or "${close}"`);
		}
		this.#depth -= 1;
		return items;
	}
	#entry() {
		this.#take(BLANKS);
		const key = this.#string();
		if (!this.#skip(":")) throw this.#expected("\":\"");
		return [key, this.#value()];
	}
	#string() {
		const literal = this.#take(STRING$1);
		if (literal === void 0) throw this.#expected("a string in double quotes");
		return String(JSON.parse(literal));
	}
	#scalar() {
		const word = this.#take(WORD$1);
		if (word !== void 0) return word === "null" ? Value.nullOf(DYNAMIC) : Value.bool(word === "true");
		const start = this.#offset;
		const digits = this.#take(NUMBER$1);
		if (digits === void 0) throw this.#expected("a value");
		const number = parseNumber(digits);
		if (number === void 0) throw new JsonError("the number is too large", this.#text, start);
		return Value.number(number);
	}
	#skip(character) {
		this.#take(BLANKS);
		if (this.#text[this.#offset] !== character) return false;
		this.#offset += 1;
		return true;
	}
	#take(pattern) {
		pattern.lastIndex = this.#offset;
		const match = pattern.exec(this.#text);
		if (match === null) return void 0;
		this.#offset = pattern.lastIndex;
		return match[0];
	}
	#expected(what) {
		return new JsonError(`${what} is expected here${this.#offset < this.#text.length ? "" : ", but the text ends"}`, this.#text, this.#offset);
	}
};
// src/template/compatibility.ts
const PACKER_VERSION = "1.16.0";
const BUILT_IN_PLUGINS = /* @__PURE__ */ new Map([["github.com/hashicorp/amazon", "1.8.3"], ["github.com/hashicorp/ansible", "1.1.4"]]);
const COMMON_BUILD_NAMES = [
	"ID",
	"Host",
	"Port",
	"User",
	"Password",
	"ConnType",
	"PackerRunUUID",
	"PackerHTTPPort",
	"PackerHTTPIP",
	"PackerHTTPAddr",
	"SSHPublicKey",
	"SSHPrivateKey",
	"WinRMPassword"
];
// src/template/scopes.ts
function constantObjects(root, workingDirectory) {
	return [["path", Value.object({
		cwd: Value.string(workingDirectory),
		root: Value.string(root)
	})], ["packer", Value.object({
		version: Value.string(PACKER_VERSION),
		iterationID: Value.unknownOf(STRING$2),
		versionFingerprint: Value.unknownOf(STRING$2)
	})]];
}
const UNKNOWN_DATA = ["data", Value.unknownOf(DYNAMIC)];
const UNKNOWN_SOURCE = ["source", Value.object({
	type: Value.unknownOf(STRING$2),
	name: Value.unknownOf(STRING$2)
})];
function sourceScope(parent, { type, localName }) {
	return childScope(parent, [["source", Value.object({
		type: Value.string(type),
		name: Value.string(localName)
	})]]);
}
function buildScope(parent, buildName, announced, generated) {
	const values = /* @__PURE__ */ new Map();
	for (const name of [...COMMON_BUILD_NAMES, ...announced]) values.set(name, generated === void 0 ? Value.unknownOf(DYNAMIC) : Value.string(UNKNOWN_TEXT));
	for (const [name, value] of Object.entries(generated ?? {})) values.set(name, fromPlain(value));
	values.set("name", Value.string(buildName));
	return childScope(parent, [["build", Value.object(values)]]);
}
// src/template/step-settings.ts
const PROVISIONER_SETTINGS = [
	"name",
	"only",
	"except",
	"pause_before",
	"timeout",
	"max_retries",
	"continue_on_error",
	"override"
];
const POST_PROCESSOR_SETTINGS = [
	"name",
	"only",
	"except",
	"keep_input_artifact"
];
var StepSettings = class {
	#block;
	#scope;
	#findings;
	constructor(block, scope, findings) {
		this.#block = block;
		this.#scope = scope;
		this.#findings = findings;
	}
	get name() {
		return constantText(this.#attribute("name"), this.#findings, this.#scope);
	}
	runsFor(source, all) {
		const only = this.#names("only", all);
		const except = this.#names("except", all);
		if (only.length > 0 && except.length > 0) this.#findings.error({
			code: "only-and-except",
			summary: "Both \"only\" and \"except\"",
			detail: "A block takes either \"only\" or \"except\", not both.",
			subject: this.#attribute("except")?.nameRange ?? this.#block.headerRange
		});
		return only.length > 0 ? only.includes(source) : !except.includes(source);
	}
	#names(setting, all) {
		const attribute = this.#attribute(setting);
		const names = constantTexts(attribute, this.#findings, this.#scope) ?? [];
		for (const name of names) {
			if (all.includes(name) || attribute === void 0) continue;
			this.#findings.warning({
				code: "unmatched-step-selection",
				summary: `"${setting}" names "${name}", which is no source of this build`,
				detail: `The sources of the build are: ${all.join(", ")}.${didYouMean(name, all)} Names are written type.name, without wildcards.`,
				subject: attribute.expression.range
			});
		}
		return names;
	}
	duration(setting) {
		const attribute = this.#attribute(setting);
		const text = constantText(attribute, this.#findings, this.#scope);
		if (attribute === void 0 || text === void 0 || text === "") return void 0;
		const milliseconds = parseDuration(text);
		if (milliseconds !== void 0 && milliseconds >= 0) return milliseconds;
		this.#findings.error({
			code: "invalid-duration",
			summary: `Invalid duration for "${setting}"`,
			detail: `"${text}" is no duration. Write a number with its unit, such as "30s", "5m" or "1h30m".`,
			subject: attribute.expression.range
		});
	}
	get maxRetries() {
		const attribute = this.#attribute("max_retries");
		const retries = constantNumber(attribute, this.#findings, this.#scope) ?? 0;
		if (attribute === void 0 || Number.isSafeInteger(retries) && retries >= 0) return retries;
		this.#findings.error({
			code: "invalid-value",
			summary: "Invalid value for \"max_retries\"",
			detail: `The number of tries after the first one has to be a whole number, 0 or more; ${retries} is not.`,
			subject: attribute.expression.range
		});
		return 0;
	}
	bool(setting) {
		return constantBool(this.#attribute(setting), this.#findings, this.#scope);
	}
	overrides(localName) {
		const attribute = this.#attribute("override");
		if (attribute === void 0) return [];
		const forSource = this.#items(attribute.expression, "override")?.get(localName);
		if (forSource === void 0) return [];
		return [...this.#items(forSource.expression, `the override for ${localName}`)?.values() ?? []];
	}
	#items(expression, what) {
		if (expression.kind === "parenthesized") return this.#items(expression.expression, what);
		if (expression.kind !== "object") {
			this.#findings.error({
				code: "invalid-override",
				summary: "Invalid override",
				detail: `${what === "override" ? "An override" : what} is written out as an object: override = { ubuntu = { option = value } }.`,
				subject: expression.range
			});
			return;
		}
		const entries = /* @__PURE__ */ new Map();
		for (const { key, value } of expression.items) {
			const name = key.kind === "name" ? key.name : keyword(key.expression) ?? stringLiteral(key.expression);
			if (name === void 0) continue;
			const { filename } = key.range;
			entries.set(name, {
				kind: "attribute",
				name,
				nameRange: key.range,
				equalsRange: {
					filename,
					start: key.range.end,
					end: value.range.start
				},
				expression: value,
				range: {
					filename,
					start: key.range.start,
					end: value.range.end
				}
			});
		}
		return entries;
	}
	#attribute(name) {
		return this.#block.body.attributes.get(name);
	}
};
// src/template/unknown-component.ts
function unknownComponent(kind, type, subject, catalog, plugins) {
	const remedy = catalog.unsupported.get(type);
	if (remedy !== void 0) return {
		code: `unsupported-${kind}`,
		summary: `The ${kind} "${type}" is not supported`,
		detail: `${remedy}${leaveOut(kind)}`,
		subject
	};
	const plugin = plugins.find(({ name }) => type === name || type.startsWith(`${name}-`));
	const known = {
		builder: catalog.builders,
		provisioner: catalog.provisioners,
		"post-processor": catalog.postProcessors
	}[kind];
	const suggested = didYouMean(type, known.keys());
	if (plugin !== void 0 && suggested === "") return {
		code: `unsupported-${kind}`,
		summary: `The ${kind} "${type}" is not supported`,
		detail: `It belongs to the plugin "${plugin.name}" (${plugin.source}), which is not built in; plugins are not downloaded.${leaveOut(kind)}`,
		subject
	};
	return {
		code: `unknown-${kind}`,
		summary: `Unknown ${kind} "${type}"`,
		detail: `There is no ${kind} of that name.${suggested} There are: ${[...known.keys()].sort().join(", ")}.`,
		subject
	};
}
function leaveOut(kind) {
	if (kind === "builder") return " To build the other sources, leave this one out with -except or -only.";
	return kind === "post-processor" ? " To keep the template as it is, skip it with -except." : "";
}
// src/template/build-planner.ts
function planBuilds(planning) {
	const { declarations, scope, selector, findings } = planning;
	return declarations.builds.flatMap((block) => {
		const declaration = readBuild(block, declarations.sources, scope, findings);
		return declaration.sources.flatMap((use) => {
			const name = fullBuildName(declaration.name, use.source);
			if (!selector.selects(name)) return [];
			const planned = new BuildPlanner(planning, declaration, use).plan(name);
			return planned === void 0 ? [] : [planned];
		});
	});
}
var BuildPlanner = class {
	#planning;
	#build;
	#use;
	#builder;
	#renderer;
	#sourceName;
	#sourceNames;
	constructor(planning, build, use) {
		this.#planning = planning;
		this.#build = build;
		this.#use = use;
		this.#builder = planning.catalog.builders.get(use.source.type);
		this.#renderer = planning.renderer(use.source.name, use.source.type);
		this.#sourceName = `${use.source.type}.${use.source.localName}`;
		this.#sourceNames = build.sources.map(({ source }) => `${source.type}.${source.localName}`);
	}
	plan(name) {
		const builder = this.#planBuilder();
		const provisioners = this.#build.provisioners.map((each) => this.#planProvisioner(each));
		const cleanup = this.#build.errorCleanupProvisioner;
		const errorCleanupProvisioner = cleanup === void 0 ? void 0 : this.#planProvisioner(cleanup);
		const chains = this.#build.postProcessorChains.map((chain) => this.#planChain(chain));
		if (builder === void 0) return void 0;
		return {
			name,
			source: this.#use.source,
			builder,
			provisioners: provisioners.filter((each) => each !== void 0),
			errorCleanupProvisioner,
			postProcessorChains: chains.filter((chain) => chain.length > 0),
			render: this.#renderer.atRun
		};
	}
	#planBuilder() {
		const { declaration, body, iterated, source } = this.#use;
		const { scope } = this.#planning;
		const description = this.#known("builder", source.type, declaration.typeRange, this.#builder);
		if (description === void 0) return void 0;
		const own = childScope(sourceScope(scope, source), [["build", Value.object({ name: Value.string(this.#build.name) })]]);
		return this.#component(description, body, declaration.range, () => own, iterated);
	}
	#planProvisioner(step) {
		const settings = new StepSettings(step.block, this.#stepScope(step, void 0), this.#planning.findings);
		if (!settings.runsFor(this.#sourceName, this.#sourceNames)) return void 0;
		const overrides = settings.overrides(this.#use.source.localName);
		const component = this.#planStep("provisioner", step, PROVISIONER_SETTINGS, overrides);
		if (component === void 0) return void 0;
		return {
			...component,
			name: settings.name,
			pauseBeforeMs: settings.duration("pause_before") ?? 0,
			timeoutMs: settings.duration("timeout"),
			maxRetries: settings.maxRetries,
			continueOnError: settings.bool("continue_on_error") ?? false
		};
	}
	#planChain(chain) {
		const planned = [];
		for (const step of chain) {
			const settings = new StepSettings(step.block, this.#stepScope(step, void 0), this.#planning.findings);
			if (!settings.runsFor(this.#sourceName, this.#sourceNames)) continue;
			const { name } = settings;
			if (this.#planning.selector.drops(name ?? typeOf(step.block))) break;
			const component = this.#planStep("post-processor", step, POST_PROCESSOR_SETTINGS, []);
			if (component === void 0) continue;
			planned.push({
				...component,
				name,
				keepInputArtifact: settings.bool("keep_input_artifact")
			});
		}
		return planned;
	}
	#planStep(kind, step, settings, overrides) {
		const { block } = step;
		const { provisioners, postProcessors } = this.#planning.catalog;
		const type = typeOf(block);
		const description = (kind === "provisioner" ? provisioners : postProcessors).get(type);
		const known = this.#known(kind, type, block.labels[0]?.range ?? block.headerRange, description);
		if (known === void 0) return void 0;
		const options = withoutAttributes(block.body, [...settings, ...overrides.map(({ name }) => name)]);
		const body = bodyOf(options, [...options.items, ...overrides]);
		return this.#component(known, body, block.headerRange, (generated) => this.#stepScope(step, generated));
	}
	#stepScope(step, generated) {
		const own = sourceScope(step.scope, this.#use.source);
		if (this.#builder === void 0) return childScope(own, [["build", Value.unknownOf(DYNAMIC)]]);
		return buildScope(own, this.#build.name, this.#builder.generatedNames, generated);
	}
	#component({ type, schema }, body, range, scope, iterated) {
		const { findSource, findings } = this.#planning;
		const renderer = this.#renderer;
		return planComponent({
			type,
			schema,
			body,
			range,
			renderer,
			scope,
			iterated
		}, findSource, findings);
	}
	#known(kind, type, range, description) {
		const { catalog, declarations, findings } = this.#planning;
		if (description === void 0) findings.error(unknownComponent(kind, type, range, catalog, declarations.plugins));
		return description;
	}
};
function typeOf(block) {
	return block.labels[0]?.text ?? "";
}
function withoutAttributes(body, names) {
	return partialContent(body, {
		attributes: names.map((name) => ({ name })),
		blocks: []
	}).rest;
}
// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE: {
			__proto__: null,
			alnum: "a-zA-Z0-9",
			alpha: "a-zA-Z",
			ascii: "\\x00-\\x7F",
			blank: " \\t",
			cntrl: "\\x00-\\x1F\\x7F",
			digit: "0-9",
			graph: "\\x21-\\x7E",
			lower: "a-z",
			print: "\\x20-\\x7E ",
			punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
			space: " \\t\\r\\n\\v\\f",
			upper: "A-Z",
			word: "A-Za-z0-9_",
			xdigit: "A-Fa-f0-9"
		},
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));
// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));
// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? 1e400 : 1;
	};
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));
// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));
// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	picomatch.scan = (input, options) => scan(input, options);
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	picomatch.constants = constants;
	module.exports = picomatch;
}));
// src/template/build-selection.ts
var import_picomatch = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
})))(), 1);
var BuildSelector = class {
	#only;
	#except;
	#buildNames = [];
	#postProcessorNames = [];
	constructor({ only, except }) {
		this.#only = only.map((text) => new Pattern(text));
		this.#except = except.map((text) => new Pattern(text));
	}
	selects(build) {
		this.#buildNames.push(build);
		const wanted = matching(this.#only, build).length > 0 || this.#only.length === 0;
		const unwanted = matching(this.#except, build).length > 0;
		return wanted && !unwanted;
	}
	drops(postProcessor) {
		this.#postProcessorNames.push(postProcessor);
		return matching(this.#except, postProcessor).length > 0;
	}
	diagnostics() {
		return [...this.#only.filter(({ used }) => !used).map(({ text }) => this.#unmatched("only", text, this.#buildNames)), ...this.#except.filter(({ used }) => !used).map(({ text }) => this.#unmatched("except", text, [...this.#buildNames, ...this.#postProcessorNames]))];
	}
	#unmatched(option, text, names) {
		const known = [...new Set(this.#buildNames)];
		const listed = known.length === 0 ? "There are no builds." : `The builds are: ${known.join(", ")}.`;
		return warningDiagnostic({
			code: "unmatched-selection",
			summary: `"${option}" names "${text}", which fits no build`,
			detail: `${listed}${didYouMean(text, names)} A "*" stands for any characters.`
		});
	}
};
var Pattern = class {
	text;
	used = false;
	#matches;
	constructor(text) {
		this.text = text;
		this.#matches = (0, import_picomatch.default)(text, {
			bash: true,
			dot: true,
			noextglob: true,
			nonegate: true
		});
	}
	matches(name) {
		const matches = name === this.text || this.#matches(name);
		this.used ||= matches;
		return matches;
	}
};
function matching(patterns, name) {
	return patterns.filter((pattern) => pattern.matches(name));
}
// src/template/clearer-diagnostics.ts
function clearer(diagnostic, findSource, names) {
	const { code, subject, context } = diagnostic;
	const source = subject === void 0 ? void 0 : findSource(subject.filename);
	if (subject === void 0 || source === void 0) return diagnostic;
	const text = source.slice(subject);
	if (code === "unknown-variable" && text === "build") return {
		...diagnostic,
		detail: "build.… is what the run finds out: it is only known in provisioners and post-processors."
	};
	if (code === "unknown-variable") return bareName(diagnostic, text, names);
	if (code !== "unsupported-attribute" || context === void 0) return diagnostic;
	const owner = source.text.slice(context.start.offset, subject.start.offset).trim();
	const name = text.replace(/^\s*\.\s*/, "");
	if (owner === "var") return undeclared(diagnostic, "variable", name, names.variables, names.locals);
	if (owner === "local") return undeclared(diagnostic, "local", name, names.locals, names.variables);
	return diagnostic;
}
function bareName(diagnostic, name, { variables, locals }) {
	const declared = [...Array.from(variables, (each) => ["var", each]), ...Array.from(locals, (each) => ["local", each])];
	const exact = declared.filter(([, each]) => each === name);
	const others = diagnostic.detail.includes("Did you mean") ? [] : declared;
	const nearest = suggestion(name, others.map(([, each]) => each ?? ""));
	const meant = exact.length > 0 ? exact : declared.filter(([, each]) => each === nearest);
	if (meant.length === 0) return diagnostic;
	return {
		...diagnostic,
		detail: `There is no variable named "${name}". Did you mean ${meant.map((each) => each.join(".")).join(" or ")}? To write text, enclose it in double quotes.`
	};
}
function undeclared(diagnostic, kind, name, known, others) {
	const other = kind === "variable" ? "local" : "variable";
	const hint = [...others].includes(name) ? ` There is a ${other} of that name: write ${other === "local" ? "local" : "var"}.${name}.` : didYouMean(name, known) || (kind === "variable" ? ` To declare it, write variable "${name}" {}.` : ` To declare it, write ${name} = … in a locals block.`);
	return {
		...diagnostic,
		code: `undeclared-${kind}`,
		summary: `Undeclared ${kind} "${name}"`,
		detail: `The template declares no ${kind} "${name}".${hint}`
	};
}
// src/template/data-sources.ts
const VARIABLE$1 = "Look the value up in a step before this one, and pass it in as a variable.";
const REMEDIES = /* @__PURE__ */ new Map([
	["amazon-ami", "Write the same filters, owners and most_recent in a block source_ami_filter of the source, in place of source_ami."],
	["amazon-parameterstore", `${VARIABLE$1} (aws ssm get-parameter reads a parameter.)`],
	["amazon-secretsmanager", `${VARIABLE$1} (aws secretsmanager get-secret-value reads a secret; declare the variable as sensitive.)`]
]);
function refuseDataSources(blocks, findings) {
	for (const { labels, headerRange } of blocks) {
		const [type, name] = labels.map(({ text }) => text);
		findings.error({
			code: "unsupported-data-source",
			summary: `The data source "${type}" is not supported yet`,
			detail: `data.${type}.${name} can't be read. ${REMEDIES.get(type ?? "") ?? VARIABLE$1}`,
			subject: headerRange
		});
	}
}
// src/template/version-constraint.ts
const VERSION = /^v?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.~-]+))?(?:\+[0-9A-Za-z.~-]+)?$/;
const CONSTRAINT = /^(=|!=|>=|<=|>|<|~>)?\s*(\S+)$/;
function parseVersion(text) {
	const match = VERSION.exec(text.trim());
	if (match === null) return void 0;
	return {
		numbers: (match[1] ?? "").split(".").map(Number),
		prerelease: match[2] ?? ""
	};
}
function parseConstraints(text) {
	const constraints = [];
	for (const part of text.split(",")) {
		const match = CONSTRAINT.exec(part.trim());
		const version = match === null ? void 0 : parseVersion(match[2] ?? "");
		if (match === null || version === void 0) return void 0;
		constraints.push({
			operator: match[1] ?? "=",
			version,
			precision: version.numbers.length
		});
	}
	return constraints;
}
function satisfies(version, constraints) {
	return constraints.every((constraint) => satisfiesOne(version, constraint));
}
function satisfiesOne(version, { operator, version: wanted, precision }) {
	const order = compareVersions(version, wanted);
	switch (operator) {
		case "=": return order === 0;
		case "!=": return order !== 0;
		case ">": return order > 0;
		case "<": return order < 0;
		case ">=": return order >= 0;
		case "<=": return order <= 0;
		case "~>": return order >= 0 && wanted.numbers.slice(0, precision - 1).every((number, index) => numberAt(version, index) === number);
	}
}
function compareVersions(a, b) {
	const length = Math.max(a.numbers.length, b.numbers.length);
	for (let index = 0; index < length; index += 1) {
		const difference = numberAt(a, index) - numberAt(b, index);
		if (difference !== 0) return difference;
	}
	if (a.prerelease === b.prerelease) return 0;
	if (a.prerelease === "" || b.prerelease === "") return a.prerelease === "" ? 1 : -1;
	return a.prerelease < b.prerelease ? -1 : 1;
}
function numberAt(version, index) {
	return version.numbers[index] ?? 0;
}
// src/template/packer-block.ts
const SHAPE$3 = shape(["required_version"], { required_plugins: [] });
function readPackerBlock(block, findings) {
	const { attributes, blocks } = contentOf(block.body, SHAPE$3, findings);
	const required = attributes.get("required_version");
	const constraint = constantText(required, findings);
	if (required !== void 0 && constraint !== void 0) checkVersion({
		what: "Packer",
		version: PACKER_VERSION,
		constraint,
		attribute: required
	}, findings);
	return blocks.flatMap((plugins) => {
		for (const nested of plugins.body.blocks) findings.error({
			code: "unknown-block",
			summary: "Unsupported block type",
			detail: `A plugin is written ${nested.type} = { source = "…", version = "…" }, with "=".`,
			subject: nested.typeRange
		});
		return [...plugins.body.attributes.values()].map((attribute) => readPlugin(attribute, findings)).filter((plugin) => plugin !== void 0);
	});
}
function readPlugin(attribute, findings) {
	const { name, nameRange, expression } = attribute;
	const value = findings.take(evaluate(expression, EMPTY_SCOPE));
	if (value.isUnknown) return void 0;
	const isObject = value.type.kind === "object" && !value.isNull;
	const entries = isObject ? value.asEntries() : /* @__PURE__ */ new Map();
	const source = textOf(entries.get("source"));
	const version = textOf(entries.get("version"));
	if (version === void 0 || source === void 0) {
		findings.error({
			code: "invalid-plugin-requirement",
			summary: `Invalid plugin requirement "${name}"`,
			detail: `A plugin is written ${name} = { source = "github.com/hashicorp/${name}", version = ">= 1.0.0" }; both are needed.`,
			subject: isObject ? nameRange : expression.range
		});
		return;
	}
	if (name !== name.toLowerCase()) findings.error({
		code: "invalid-plugin-requirement",
		summary: `Invalid plugin name "${name}"`,
		detail: `Names of plugins are written in small letters: "${name.toLowerCase()}".`,
		subject: nameRange
	});
	const builtIn = BUILT_IN_PLUGINS.get(source.toLowerCase());
	checkVersion({
		what: `The plugin "${name}"`,
		version: builtIn,
		constraint: version,
		attribute
	}, findings);
	return {
		name,
		source
	};
}
function textOf(value) {
	return value?.type.kind === "string" && value.isKnown && !value.isNull ? value.asString() : void 0;
}
function checkVersion({ what, version, constraint, attribute }, findings) {
	const constraints = parseConstraints(constraint);
	const subject = attribute.expression.range;
	if (constraints === void 0) {
		findings.error({
			code: "invalid-version-constraint",
			summary: "Invalid version constraint",
			detail: `"${constraint}" is no version constraint. Write for example ">= 1.2.0", "~> 1.2" or ">= 1.2.0, < 2.0.0".`,
			subject
		});
		return;
	}
	const builtIn = version === void 0 ? void 0 : parseVersion(version);
	if (builtIn === void 0 || satisfies(builtIn, constraints)) return;
	findings.warning({
		code: "unmet-version-constraint",
		summary: `${what} is required in another version`,
		detail: `The template asks for "${constraint}"; bake-ami behaves as version ${version}, and downloads nothing. The build goes on with what is built in; an option that it does not know would be refused by name.`,
		subject
	});
}
// src/hcl/type-expression.ts
function typeFromExpression(expression) {
	return readType(expression, evaluate);
}
// src/hcl/references.ts
function references(expression) {
	const found = [];
	visit(expression, /* @__PURE__ */ new Set(), found);
	return found;
}
function visit(expression, bound, found) {
	const visitAll = (parts, names = bound) => {
		for (const part of parts) visit(part, names, found);
	};
	switch (expression.kind) {
		case "variable":
			if (!bound.has(expression.name)) found.push({
				root: expression.name,
				rootRange: expression.range,
				steps: [],
				range: expression.range
			});
			break;
		case "access":
			visitAccess(expression, bound, found);
			break;
		case "template":
			visitParts(expression.parts, bound, found);
			break;
		case "call":
			visitAll(expression.arguments);
			break;
		case "unary":
			visit(expression.operand, bound, found);
			break;
		case "operation":
			visitAll([expression.first, ...expression.rest.map(({ operand }) => operand)]);
			break;
		case "conditional":
			visitAll([
				expression.condition,
				expression.whenTrue,
				expression.whenFalse
			]);
			break;
		case "tuple":
			visitAll(expression.items);
			break;
		case "object":
			for (const item of expression.items) visitAll(itemParts(item));
			break;
		case "for-tuple":
		case "for-object": {
			visit(expression.collection, bound, found);
			const inner = withNames(bound, expression);
			if (expression.kind === "for-object") visit(expression.key, inner, found);
			visitAll([expression.value, ...expression.condition === void 0 ? [] : [expression.condition]], inner);
			break;
		}
		case "parenthesized": visit(expression.expression, bound, found);
	}
}
function itemParts({ key, value }) {
	return key.kind === "name" || keyword(key.expression) !== void 0 ? [value] : [key.expression, value];
}
function visitAccess(expression, bound, found) {
	const { target, steps } = expression;
	if (target.kind !== "variable") visit(target, bound, found);
	else if (!bound.has(target.name)) {
		const constant = constantSteps(steps);
		const range = rangeBetween(target.range, constant.at(-1)?.range ?? target.range);
		found.push({
			root: target.name,
			rootRange: target.range,
			steps: constant,
			range
		});
	}
	visitKeys(steps, bound, found);
}
function constantSteps(steps) {
	const constant = [];
	for (const step of steps) {
		const each = staticStep(step);
		if (each === void 0) break;
		constant.push(each);
	}
	return constant;
}
function visitKeys(steps, bound, found) {
	for (const step of steps) if (step.kind === "index") visit(step.key, bound, found);
	else if (step.kind === "splat") visitKeys(step.each, bound, found);
}
function visitParts(parts, bound, found) {
	for (const part of parts) switch (part.kind) {
		case "literal": break;
		case "interpolation":
			visit(part.expression, bound, found);
			break;
		case "if":
			visit(part.condition, bound, found);
			visitParts(part.whenTrue, bound, found);
			visitParts(part.whenFalse, bound, found);
			break;
		case "for":
			visit(part.collection, bound, found);
			visitParts(part.body, withNames(bound, part), found);
	}
}
function withNames(bound, { keyName, valueName }) {
	const names = new Set(bound).add(valueName.text);
	return keyName === void 0 ? names : names.add(keyName.text);
}
// src/template/variable-validation.ts
const SHAPE$2 = {
	attributes: [{
		name: "condition",
		required: true
	}, {
		name: "error_message",
		required: true
	}],
	blocks: []
};
function readValidation(block, name, findings) {
	const { attributes } = contentOf(block.body, SHAPE$2, findings, block.headerRange);
	const condition = attributes.get("condition")?.expression;
	const messageAttribute = attributes.get("error_message");
	if (condition === void 0 || messageAttribute === void 0) return void 0;
	const message = constantText(messageAttribute, findings);
	if (message === void 0) return void 0;
	if (!isSentence(message)) findings.error({
		code: "invalid-validation",
		summary: "Invalid validation error message",
		detail: "The error message has to be a whole English sentence: it begins with a capital letter and ends with a full stop, a question mark or an exclamation mark.",
		subject: messageAttribute.expression.range
	});
	return looksAtItself(condition, name, findings) ? {
		condition,
		message
	} : void 0;
}
function validateValue(variable, value, given, scope, findings) {
	const own = childScope(scope, [["var", Value.object({ [variable.name]: value })]]);
	let fits = true;
	for (const { condition, message } of variable.validations) {
		const verdict = convert(findings.take(evaluate(condition, own)), BOOL);
		if (!verdict.ok || verdict.value.isNull) {
			findings.error({
				code: "invalid-validation",
				summary: "Invalid variable validation result",
				detail: "A condition has to give true or false.",
				subject: condition.range
			});
			fits = false;
		} else if (verdict.value.isKnown && !verdict.value.unmark().value.asBool()) {
			const { filename, start } = condition.range;
			findings.error({
				code: "invalid-variable-value",
				summary: `Invalid value for variable "${variable.name}"`,
				detail: `${message} (The condition is at ${filename}:${start.line}.)`,
				subject: given ?? variable.range
			});
			fits = false;
		}
	}
	return fits;
}
function looksAtItself(condition, name, findings) {
	const used = references(condition);
	const isOwn = ({ root, steps: [first] }) => root === "var" && first !== void 0 && (first.kind === "attribute" ? first.name : first.key) === name;
	const other = used.find((reference) => !isOwn(reference));
	if (other === void 0 && used.length > 0) return true;
	findings.error({
		code: "invalid-validation",
		summary: `Invalid condition in the validation of variable "${name}"`,
		detail: `The condition has to look at var.${name}, and at no other variable or value.`,
		subject: other?.range ?? condition.range
	});
	return false;
}
function isSentence(message) {
	const first = message.charAt(0);
	return first.toUpperCase() === first && /[.?!]$/.test(message);
}
// src/template/variable-declarations.ts
const SHAPE$1 = shape([
	"type",
	"default",
	"description",
	"sensitive"
], { validation: [] });
function readVariable(block, name, scope, findings) {
	const { attributes, blocks } = contentOf(block.body, SHAPE$1, findings);
	const typeAttribute = attributes.get("type");
	const type = typeAttribute === void 0 ? void 0 : findings.take(typeFromExpression(typeAttribute.expression));
	const fallback = readDefault(attributes.get("default"), type, name, scope, findings);
	return {
		name,
		type: type ?? (typeAttribute === void 0 ? typeOfDefault(fallback) : DYNAMIC),
		fallback,
		description: constantText(attributes.get("description"), findings),
		sensitive: constantBool(attributes.get("sensitive"), findings) ?? false,
		validations: blocks.map((validation) => readValidation(validation, name, findings)).filter((rule) => rule !== void 0),
		range: block.headerRange
	};
}
function readOldVariable(attribute, scope, findings) {
	const fallback = readDefault(attribute, void 0, attribute.name, scope, findings);
	return {
		name: attribute.name,
		type: typeOfDefault(fallback),
		fallback,
		description: void 0,
		sensitive: false,
		validations: [],
		range: attribute.nameRange
	};
}
function readDefault(attribute, type, name, scope, findings) {
	if (attribute === void 0) return void 0;
	const value = findings.take(evaluate(attribute.expression, scope));
	if (type === void 0 || value.isUnknown) return value;
	const converted = convert(value, type);
	if (converted.ok) return converted.value;
	const { path, message } = converted.error;
	findings.error({
		code: "invalid-variable-default",
		summary: `Invalid default value for variable "${name}"`,
		detail: `The default does not fit the variable's type: ${describePath(path)}${path.length > 0 ? ": " : ""}${message}.`,
		subject: attribute.expression.range
	});
	return value;
}
function typeOfDefault(fallback) {
	if (fallback === void 0 || fallback.isNull) return DYNAMIC;
	const { kind } = fallback.type;
	return (kind === "object" || kind === "tuple") && fallback.isKnown && fallback.children().length === 0 ? DYNAMIC : fallback.type;
}
// src/template/declarations.ts
const SHAPE = shape([], {
	packer: [],
	variable: ["name"],
	variables: [],
	locals: [],
	local: ["name"],
	source: ["type", "name"],
	data: ["type", "name"],
	build: [],
	communicator: ["type", "name"],
	hcp_packer_registry: []
});
const LOCAL_SHAPE = {
	attributes: [{
		name: "expression",
		required: true
	}, { name: "sensitive" }],
	blocks: []
};
function readDeclarations(bodies, scope, findings) {
	const reader = new DeclarationReader(scope, findings);
	for (const body of bodies) for (const block of contentOf(body, SHAPE, findings).blocks) reader.read(block);
	return reader;
}
var DeclarationReader = class {
	plugins = [];
	variables = /* @__PURE__ */ new Map();
	locals = /* @__PURE__ */ new Map();
	sources = /* @__PURE__ */ new Map();
	dataSources = [];
	builds = [];
	#scope;
	#findings;
	constructor(scope, findings) {
		this.#scope = scope;
		this.#findings = findings;
	}
	read(block) {
		const [first, second] = block.labels.map(({ text }) => text);
		switch (block.type) {
			case "packer":
				this.plugins.push(...readPackerBlock(block, this.#findings));
				break;
			case "variable":
				this.#variable(block, first ?? "");
				break;
			case "variables":
				for (const attribute of this.#attributesOnly(block)) this.#add(this.variables, attribute.name, readOldVariable(attribute, this.#scope, this.#findings), "variable");
				break;
			case "locals":
				for (const { name, expression, nameRange } of this.#attributesOnly(block)) this.#add(this.locals, name, {
					name,
					expression,
					sensitive: false,
					range: nameRange
				}, "local");
				break;
			case "local":
				this.#local(block, first ?? "");
				break;
			case "source":
				this.#source(block, first ?? "", second ?? "");
				break;
			case "data":
				this.dataSources.push(block);
				break;
			case "build":
				this.builds.push(block);
				break;
			default: this.#passOver(block);
		}
	}
	#variable(block, name) {
		if (!/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(name)) {
			this.#findings.error({
				code: "invalid-name",
				summary: `Invalid variable name "${name}"`,
				detail: "A name begins with a letter or an underscore, and holds only letters, digits, underscores and dashes.",
				subject: block.labels[0]?.range ?? block.headerRange
			});
			return;
		}
		this.#add(this.variables, name, readVariable(block, name, this.#scope, this.#findings), "variable");
	}
	#local(block, name) {
		const { attributes } = contentOf(block.body, LOCAL_SHAPE, this.#findings, block.headerRange);
		const expression = attributes.get("expression")?.expression;
		const sensitive = constantBool(attributes.get("sensitive"), this.#findings) ?? false;
		if (expression === void 0) return;
		this.#add(this.locals, name, {
			name,
			expression,
			sensitive,
			range: block.headerRange
		}, "local");
	}
	#source(block, type, name) {
		const typeRange = block.labels[0]?.range ?? block.headerRange;
		this.#add(this.sources, `${type}.${name}`, {
			type,
			name,
			body: block.body,
			range: block.headerRange,
			typeRange
		}, "source");
	}
	#attributesOnly(block) {
		return contentOf(block.body, shape([...block.body.attributes.keys()]), this.#findings).attributes.values();
	}
	#passOver(block) {
		this.#findings.warning({
			code: "ignored-block",
			summary: `The block "${block.type}" does nothing here`,
			detail: block.type === "communicator" ? "Packer accepts this block and never uses it; communicator options belong in the source." : "Nothing is sent to HCP Packer; the rest of the template is not affected.",
			subject: block.headerRange
		});
	}
	#add(all, name, declared, what) {
		const before = all.get(name);
		if (before === void 0) {
			all.set(name, declared);
			return;
		}
		const { filename, start } = before.range;
		this.#findings.error({
			code: `duplicate-${what}`,
			summary: `Duplicate ${what} "${name}"`,
			detail: `A ${what} of that name is declared at ${filename}:${start.line} already.`,
			subject: declared.range
		});
	}
};
// src/template/findings.ts
var Findings = class {
	#diagnostics = [];
	#seen = /* @__PURE__ */ new Set();
	get diagnostics() {
		return this.#diagnostics;
	}
	add(diagnostics) {
		for (const diagnostic of diagnostics) {
			const { code, summary, detail, subject } = diagnostic;
			const key = JSON.stringify([
				code,
				summary,
				detail,
				subject
			]);
			if (this.#seen.has(key)) continue;
			this.#seen.add(key);
			this.#diagnostics.push(diagnostic);
		}
	}
	error(parts) {
		this.add([errorDiagnostic(parts)]);
	}
	warning(parts) {
		this.add([warningDiagnostic(parts)]);
	}
	take({ value, diagnostics }) {
		this.add(diagnostics);
		return value;
	}
};
// src/hcl/functions/env.ts
const env = {
	name: "env",
	params: [{
		name: "key",
		type: STRING$2
	}],
	returns: STRING$2,
	doc: "An environment variable, or an empty string when it is not set. For the default of a variable only.",
	call: (args, environment) => Value.string(environment.env(textAt(args, 0)) ?? "")
};
// src/hcl/functions/collection/choice.ts
var choice_exports = /* @__PURE__ */ __exportAll({
	coalesce: () => coalesce,
	coalescelist: () => coalescelist
});
const coalesce = {
	name: "coalesce",
	params: [],
	variadic: {
		name: "vals",
		type: DYNAMIC,
		allowNull: true,
		allowUnknown: "anywhere"
	},
	returns: commonType,
	doc: "The first value that is neither null nor an empty string.",
	call(args) {
		if (args.length === 0) fault("at least one argument is required");
		const type = commonType(args);
		for (const argument of args) {
			const converted = convert(argument, type);
			if (!converted.ok) return fault(converted.error.message);
			if (converted.value.isUnknown) return Value.unknownOf(type);
			const { value } = converted;
			if (!value.isNull && !(value.type.kind === "string" && value.asString() === "")) return value;
		}
		return fault("no non-null, non-empty-string arguments");
	}
};
function commonType(args) {
	return unify(args.map((argument) => argument.type), "unsafe") ?? fault("all arguments must have the same type");
}
const coalescelist = {
	name: "coalescelist",
	params: [],
	variadic: {
		name: "vals",
		type: DYNAMIC,
		allowNull: true,
		allowUnknown: "anywhere"
	},
	returns: listType,
	doc: "The first list or tuple that has an element.",
	call(args) {
		if (args.length === 0) fault("at least one argument is required");
		for (const [index, argument] of args.entries()) {
			if (argument.isUnknown) return Value.unknownOf(listType(args));
			if (argument.isNull) continue;
			if (argument.type.kind !== "list" && argument.type.kind !== "tuple") fault("coalescelist arguments must be lists or tuples", index);
			if (argument.asElements().length > 0) return argument;
		}
		return fault("no non-empty arguments");
	}
};
function listType(args) {
	const [first, ...rest] = args.map((argument) => argument.type);
	return first !== void 0 && rest.every((type) => typesEqual(type, first)) ? first : DYNAMIC;
}
// src/hcl/values/graphemes.ts
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
function graphemes(text) {
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
function graphemeCount(text) {
	let count = 0;
	for (const _ of segmenter.segment(text)) count += 1;
	return count;
}
// src/hcl/functions/collection/length.ts
const length = {
	name: "length",
	params: [{
		name: "value",
		type: DYNAMIC,
		allowUnknown: "anywhere",
		keepsMarksInside: true
	}],
	returns: NUMBER$3,
	doc: "The number of elements of a list, set, tuple, map or object, or of characters (grapheme clusters) of a string.",
	call(args) {
		const value = argumentAt(args, 0);
		const { type } = value;
		if (type.kind === "tuple") return Value.number(type.elements.length);
		if (type.kind === "object") return Value.number(type.attributes.size);
		if (type.kind !== "dynamic" && type.kind !== "string" && !isSequence(value) && !isMapping(value)) fault(`argument must be a string, a collection type, or a structural type, not ${friendlyName(type)}`, 0);
		if (value.isUnknown) return Value.unknownOf(NUMBER$3);
		if (type.kind === "string") return Value.number(graphemeCount(value.asString()));
		if (type.kind === "set" && !value.isWhollyKnown()) return Value.unknownOf(NUMBER$3);
		return Value.number(value.children().length);
	}
};
// src/hcl/functions/collection/mappings.ts
var mappings_exports = /* @__PURE__ */ __exportAll({
	keys: () => keys,
	lookup: () => lookup,
	merge: () => merge,
	values: () => values
});
const keys = {
	name: "keys",
	params: [{
		name: "inputMap",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	}],
	returns: (args) => {
		const { type } = argumentAt(args, 0);
		return type.kind === "object" ? tupleOf([...type.attributes].map(() => STRING$2)) : listOf(STRING$2);
	},
	doc: "The keys of a map, or the names of an object, in order.",
	call(args) {
		const mapping = argumentAt(args, 0);
		if (!isMapping(mapping)) fault("must have map or object type", 0);
		const names = [...mapping.asEntries().keys()];
		return mapping.type.kind === "map" ? textList(names) : Value.tuple(names.map(Value.string));
	}
};
const values = {
	name: "values",
	params: [{
		name: "mapping",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	}],
	returns: (args) => {
		const { type } = argumentAt(args, 0);
		if (type.kind === "object") return tupleOf(Array.from(type.attributes.values(), (attribute) => attribute.type));
		return type.kind === "map" ? listOf(type.element) : DYNAMIC;
	},
	doc: "The elements of a map or object, in the order of their keys.",
	call(args) {
		const mapping = argumentAt(args, 0);
		if (!isMapping(mapping)) fault("values() requires a map as the first argument", 0);
		const elements = mapping.children();
		return mapping.type.kind === "map" ? Value.list(mapping.type.element, elements) : Value.tuple(elements);
	}
};
const lookup = {
	name: "lookup",
	params: [
		{
			name: "inputMap",
			type: DYNAMIC,
			allowUnknown: "inside",
			keepsMarksInside: true
		},
		{
			name: "key",
			type: STRING$2
		},
		{
			name: "default",
			type: DYNAMIC,
			allowUnknown: "anywhere",
			keepsMarksInside: true
		}
	],
	returns: (args) => {
		const { type } = argumentAt(args, 0);
		return type.kind === "map" ? type.element : DYNAMIC;
	},
	doc: "The element of the map or object with the key, or the default when there is none.",
	call(args) {
		const mapping = argumentAt(args, 0);
		if (!isMapping(mapping)) fault("lookup() requires a map as the first argument", 0);
		const type = mapping.type.kind === "map" ? mapping.type.element : DYNAMIC;
		const fallback = convert(argumentAt(args, 2), type);
		if (!fallback.ok) return fault("the default value must have the same type as the map elements", 2);
		return mapping.asEntries().get(textAt(args, 1)) ?? fallback.value;
	}
};
const merge = {
	name: "merge",
	params: [],
	variadic: {
		name: "maps",
		type: DYNAMIC,
		allowNull: true,
		allowUnknown: "inside",
		keepsMarksInside: true
	},
	returns: (args) => mergeType(args) ?? DYNAMIC,
	doc: "All elements of the maps or objects in one; of equal keys the last one counts.",
	call(args) {
		const entries = /* @__PURE__ */ new Map();
		for (const [index, argument] of args.entries()) {
			if (argument.isNull && argument.type.kind === "dynamic") continue;
			if (!isMapping(argument)) fault(`arguments must be maps or objects, got "${friendlyName(argument.type)}"`, index);
			if (argument.isNull) continue;
			for (const [key, value] of argument.asEntries()) entries.set(key, value);
		}
		const type = mergeType(args);
		return type?.kind === "map" ? Value.map(type.element, entries) : Value.object(entries);
	}
};
function mergeType(args) {
	const [first, ...rest] = args.map((argument) => argument.type);
	return first?.kind === "map" && rest.every((type) => typesEqual(type, first)) ? first : void 0;
}
// src/hcl/functions/collection/predicates.ts
var predicates_exports = /* @__PURE__ */ __exportAll({
	alltrue: () => alltrue,
	anytrue: () => anytrue,
	contains: () => contains
});
const alltrue = quantifier("alltrue", false, "Whether all elements are true; true for an empty list.");
const anytrue = quantifier("anytrue", true, "Whether any element is true; false for an empty list.");
function quantifier(name, settling, doc) {
	return {
		name,
		params: [{
			name: "list",
			type: listOf(BOOL),
			allowUnknown: "inside"
		}],
		returns: BOOL,
		doc,
		call(args) {
			const elements = argumentAt(args, 0).asElements();
			const truth = (element) => !element.isNull && element.asBool();
			if (elements.some((element) => element.isKnown && truth(element) === settling)) return Value.bool(settling);
			return elements.some((element) => element.isUnknown) ? Value.unknownOf(BOOL) : Value.bool(!settling);
		}
	};
}
const contains = {
	name: "contains",
	params: [{
		name: "list",
		type: DYNAMIC,
		allowUnknown: "inside"
	}, {
		name: "value",
		type: DYNAMIC,
		allowNull: true,
		allowUnknown: "inside"
	}],
	returns: BOOL,
	doc: "Whether the list, tuple or set has an element that equals the value. Nothing is converted: 1 is not in [\"1\"].",
	call(args) {
		const list = argumentAt(args, 0);
		if (!isSequence(list)) fault("a list, tuple or set is required", 0);
		const results = list.asElements().map((element) => equals(argumentAt(args, 1), element));
		if (results.some((result) => result.isKnown && result.asBool())) return Value.bool(true);
		return results.some((result) => result.isUnknown) ? Value.unknownOf(BOOL) : Value.bool(false);
	}
};
// src/hcl/functions/collection/sequence-result.ts
function sequenceLike(source, elements) {
	return "element" in source.type ? Value.list(source.type.element, elements) : Value.tuple(elements);
}
function sequenceTypeLike(source, elements) {
	return "element" in source ? listOf(source.element) : tupleOf(elements);
}
function tupleElements(type) {
	return type.kind === "tuple" ? type.elements : [];
}
// src/hcl/functions/collection/selection.ts
var selection_exports = /* @__PURE__ */ __exportAll({
	compact: () => compact,
	distinct: () => distinct,
	element: () => element,
	index: () => index,
	reverse: () => reverse,
	slice: () => slice
});
const element = {
	name: "element",
	params: [{
		name: "list",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	}, {
		name: "index",
		type: NUMBER$3
	}],
	returns: (args) => elementType(argumentAt(args, 0).type),
	doc: "The element at the index, which starts again from 0 behind the last one; negative indices count from the end.",
	call(args) {
		const list = argumentAt(args, 0);
		if (list.type.kind !== "list" && list.type.kind !== "tuple") fault(`cannot read elements from ${friendlyName(list.type)}`, 0);
		const elements = list.asElements();
		if (elements.length === 0) fault("cannot use element function with an empty list", 0);
		const index = integerAt(args, 1) % elements.length;
		return argumentAt(elements, index < 0 ? index + elements.length : index);
	}
};
function elementType(type) {
	return type.kind === "list" ? type.element : DYNAMIC;
}
const index = {
	name: "index",
	params: [{
		name: "list",
		type: DYNAMIC
	}, {
		name: "value",
		type: DYNAMIC
	}],
	returns: NUMBER$3,
	doc: "The index of the first element that equals the value. An error when there is none.",
	call(args) {
		const list = argumentAt(args, 0);
		if (list.type.kind !== "list" && list.type.kind !== "tuple") fault("argument must be a list or tuple", 0);
		if (list.asElements().length === 0) fault("cannot search an empty list", 0);
		const position = list.asElements().findIndex((candidate) => equals(candidate, argumentAt(args, 1)).asBool());
		return position === -1 ? fault("item not found") : Value.number(position);
	}
};
const slice = {
	name: "slice",
	params: [
		{
			name: "list",
			type: DYNAMIC,
			allowUnknown: "inside",
			keepsMarksInside: true
		},
		{
			name: "start_index",
			type: NUMBER$3
		},
		{
			name: "end_index",
			type: NUMBER$3
		}
	],
	returns: (args) => argumentAt(args, 0).type.kind === "list" ? argumentAt(args, 0).type : DYNAMIC,
	doc: "The elements from the start index up to, not including, the end index.",
	call(args) {
		const list = argumentAt(args, 0);
		if (list.type.kind === "set") fault("cannot slice a set, because its elements do not have indices; convert it to a list first", 0);
		if (list.type.kind !== "list" && list.type.kind !== "tuple") fault("must be a list or tuple value", 0);
		const elements = list.asElements();
		const start = sliceIndex(args, 1, "start", elements.length);
		const end = sliceIndex(args, 2, "end", elements.length);
		if (start > end) fault("start index must not be greater than end index", 1);
		return sequenceLike(list, elements.slice(start, end));
	}
};
function sliceIndex(args, position, which, length) {
	const value = integerAt(args, position);
	if (value < 0) fault(`${which} index must not be less than zero`, position);
	if (value > length) fault(`${which} index must not be greater than the length of the list`, position);
	return value;
}
const compact = {
	name: "compact",
	params: [{
		name: "list",
		type: STRINGS
	}],
	returns: STRINGS,
	doc: "The list without empty strings and nulls.",
	call(args) {
		const list = argumentAt(args, 0);
		return sequenceLike(list, list.asElements().filter((text) => !text.isNull && text.asString() !== ""));
	}
};
const distinct = {
	name: "distinct",
	params: [{
		name: "list",
		type: listOf(DYNAMIC)
	}],
	returns: (args) => argumentAt(args, 0).type,
	doc: "The list without repetitions; the first of equal elements stays.",
	call(args) {
		const list = argumentAt(args, 0);
		const kept = [];
		for (const candidate of list.asElements()) if (!kept.some((other) => equals(other, candidate).asBool())) kept.push(candidate);
		return sequenceLike(list, kept);
	}
};
const reverse = {
	name: "reverse",
	params: [{
		name: "list",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	}],
	returns: ([list]) => list === void 0 ? DYNAMIC : sequenceTypeLike(list.type, [...tupleElements(list.type)].reverse()),
	doc: "The elements in reverse order.",
	call(args) {
		const list = argumentAt(args, 0);
		if (list.type.kind !== "list" && list.type.kind !== "tuple" && list.type.kind !== "set") fault(`can only reverse list or tuple values, not ${friendlyName(list.type)}`, 0);
		return sequenceLike(list, [...list.asElements()].reverse());
	}
};
// src/hcl/functions/collection/sequences.ts
var sequences_exports = /* @__PURE__ */ __exportAll({
	chunklist: () => chunklist,
	concat: () => concat,
	flatten: () => flatten,
	range: () => range,
	sort: () => sort,
	zipmap: () => zipmap
});
const concat = {
	name: "concat",
	params: [],
	variadic: {
		name: "seqs",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	},
	returns: (args) => concatType(args) ?? tupleOf(args.flatMap((argument) => tupleElements(argument.type))),
	doc: "The elements of all lists or tuples, one after the other.",
	call(args) {
		if (args.length === 0) fault("at least one argument is required");
		for (const [index, argument] of args.entries()) if (argument.type.kind !== "list" && argument.type.kind !== "tuple") fault(`all arguments must be lists or tuples; got ${friendlyName(argument.type)}`, index);
		const elements = args.flatMap((argument) => argument.asElements());
		const type = concatType(args);
		if (type === void 0 || !("element" in type)) return Value.tuple(elements);
		return Value.list(type.element, elements.map((element) => convertTo(element, type.element)));
	}
};
function concatType(args) {
	if (!args.every((argument) => argument.type.kind === "list")) return args.some((argument) => argument.isUnknown && argument.type.kind !== "tuple") ? DYNAMIC : void 0;
	return unify(args.map((argument) => argument.type), "unsafe");
}
function convertTo(value, type) {
	const converted = convert(value, type);
	return converted.ok ? converted.value : fault(converted.error.message);
}
const flatten = {
	name: "flatten",
	params: [{
		name: "list",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	}],
	returns: DYNAMIC,
	doc: "All elements of the list, and in place of lists, sets and tuples in it their elements, at any depth.",
	call(args) {
		const list = argumentAt(args, 0);
		if (!isSequence(list)) fault("can only flatten lists, sets and tuples", 0);
		const flat = flattened(list);
		return flat === void 0 ? Value.unknownOf(DYNAMIC).withMarks(list.allMarks()) : Value.tuple(flat);
	}
};
function flattened(list) {
	const result = [];
	for (const element of list.asElements()) {
		if (element.isUnknown && (isSequence(element) || element.type.kind === "dynamic")) return void 0;
		if (isSequence(element) && !element.isNull) {
			const inner = flattened(element);
			if (inner === void 0) return void 0;
			result.push(...inner.map((each) => each.withMarks(element.marks)));
		} else result.push(element);
	}
	return result;
}
const chunklist = {
	name: "chunklist",
	params: [{
		name: "list",
		type: listOf(DYNAMIC),
		allowUnknown: "inside",
		keepsMarksInside: true
	}, {
		name: "size",
		type: NUMBER$3
	}],
	returns: (args) => listOf(argumentAt(args, 0).type),
	doc: "The list cut into lists of at most this many elements; with 0 into a single one.",
	call(args) {
		const list = argumentAt(args, 0);
		const size = integerAt(args, 1);
		if (size < 0) fault("the size argument must be positive", 1);
		const elements = list.asElements();
		const element = "element" in list.type ? list.type.element : DYNAMIC;
		const step = size === 0 ? Math.max(1, elements.length) : size;
		const chunks = [];
		for (let start = 0; start < elements.length; start += step) chunks.push(Value.list(element, elements.slice(start, start + step)));
		return Value.list(list.type, chunks);
	}
};
const sort = {
	name: "sort",
	params: [{
		name: "list",
		type: STRINGS
	}],
	returns: STRINGS,
	doc: "The strings in the order of their code points: capitals come before small letters.",
	call(args) {
		const texts = argumentAt(args, 0).asElements().map((element, position) => element.isNull ? fault(`given list element ${position} is null; a null string cannot be sorted`, 0) : element.asString());
		return textList(texts.sort(compareText));
	}
};
const LONGEST_RANGE = 1024;
const range = {
	name: "range",
	params: [],
	variadic: {
		name: "params",
		type: NUMBER$3
	},
	returns: listOf(NUMBER$3),
	doc: "range(end), range(start, end) or range(start, end, step): the numbers from the start (0) up to, not including, the end.",
	call(args) {
		const numbers = args.map((argument) => argument.asNumber());
		const [first, second, third] = numbers;
		if (first === void 0 || numbers.length > 3) return fault("must have one, two or three arguments");
		const start = second === void 0 ? new HclNumber(0) : first;
		const end = second ?? first;
		const step = third ?? new HclNumber(end.lessThan(start) ? -1 : 1);
		if (step.isZero()) fault("step must not be zero", 2);
		const down = step.isNegative();
		if (down && end.greaterThan(start)) fault("end must be less than start when step is negative", 1);
		if (!down && end.lessThan(start)) fault("end must be greater than start when step is positive", 1);
		const values = [];
		for (let next = start; down ? next.greaterThan(end) : next.lessThan(end); next = next.plus(step)) {
			if (values.length >= LONGEST_RANGE) fault(`more than ${LONGEST_RANGE} values were generated; either decrease the difference between start and end or use a larger step`);
			values.push(Value.number(next));
		}
		return Value.list(NUMBER$3, values);
	}
};
const zipmap = {
	name: "zipmap",
	params: [{
		name: "keys",
		type: STRINGS
	}, {
		name: "values",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	}],
	returns: (args) => {
		const { type } = argumentAt(args, 1);
		return type.kind === "list" ? {
			kind: "map",
			element: type.element
		} : DYNAMIC;
	},
	doc: "A map from the keys to the values, which must be as many.",
	call(args) {
		const keys = argumentAt(args, 0).asElements();
		const values = argumentAt(args, 1);
		if (values.type.kind !== "list" && values.type.kind !== "tuple") fault("values argument must be a list or tuple value", 1);
		const elements = values.asElements();
		if (keys.length !== elements.length) fault(`number of keys (${keys.length}) does not match number of values (${elements.length})`);
		const entries = keys.map((key, position) => {
			if (key.isNull) fault(`keys list has null value at index ${position}`, 0);
			return [key.asString(), argumentAt(elements, position)];
		});
		return values.type.kind === "list" ? Value.map(values.type.element, entries) : Value.object(entries);
	}
};
// src/hcl/functions/collection/sets.ts
var sets_exports = /* @__PURE__ */ __exportAll({
	setintersection: () => setintersection,
	setproduct: () => setproduct,
	setunion: () => setunion
});
const setunion = setOperation("setunion", "All elements that are in any of the sets.", (sets) => sets.flat());
const setintersection = setOperation("setintersection", "The elements that are in all of the sets.", (sets) => {
	const [first = [], ...others] = sets.map((set) => new Map(set.map((element) => [identityText(element), element])));
	return Array.from(first).filter(([identity]) => others.every((other) => other instanceof Map && other.has(identity))).map(([, element]) => element);
});
function setOperation(name, doc, combine) {
	return {
		name,
		params: [{
			name: "first_set",
			type: setOf(DYNAMIC)
		}],
		variadic: {
			name: "other_sets",
			type: setOf(DYNAMIC)
		},
		returns: setType,
		doc,
		call(args) {
			const type = setType(args);
			const sets = args.map((argument) => {
				const converted = convert(argument, type);
				return converted.ok ? converted.value.asElements() : fault(converted.error.message);
			});
			return Value.set(type.element, combine(sets));
		}
	};
}
function setType(args) {
	const elements = args.flatMap(({ type }) => "element" in type && type.element.kind !== "dynamic" ? [type.element] : []);
	const element = elements.length === 0 ? DYNAMIC : unify(elements);
	return element === void 0 ? fault("given sets must all have compatible element types") : {
		kind: "set",
		element
	};
}
const LARGEST_PRODUCT = 1e5;
const setproduct = {
	name: "setproduct",
	params: [],
	variadic: {
		name: "sets",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	},
	returns: productType,
	doc: "Every combination of one element from each of the sets; in the order of the arguments when they are lists.",
	call(args) {
		const type = productType(args);
		const row = type.element;
		const columns = args.map((argument, index) => {
			const element = tupleElements(row)[index] ?? DYNAMIC;
			return argument.asElements().map((value) => {
				const converted = convert(value, element);
				return converted.ok ? converted.value : fault(converted.error.message, index);
			});
		});
		if (columns.reduce((total, column) => total * column.length, 1) > LARGEST_PRODUCT) fault(`the product would have more than ${LARGEST_PRODUCT} elements`);
		let rows = [[]];
		for (const column of columns) rows = rows.flatMap((start) => column.map((value) => [...start, value]));
		const tuples = rows.map((values) => Value.tuple(values));
		return type.kind === "list" ? Value.list(row, tuples) : Value.set(row, tuples);
	}
};
function productType(args) {
	if (args.length < 2) fault("at least two arguments are required");
	const elements = args.map((argument, index) => {
		if (!isSequence(argument)) fault("a set or a list is required", index);
		const { type } = argument;
		if ("element" in type) return type.element;
		const parts = tupleElements(type);
		return parts.length === 0 ? DYNAMIC : unify(parts, "unsafe") ?? fault("all elements must be of the same type", index);
	});
	const row = tupleOf(elements);
	return args.some((argument) => argument.type.kind === "set") ? setOf(row) : listOf(row);
}
// src/kernel/time-format.ts
const MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December"
];
const DAYS = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday"
];
const DAY_MS = 864e5;
const LAYOUT_PART = /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|Z07:00:00|Z070000|Z07:00|Z0700|Z07|-07:00:00|-070000|-07:00|-0700|-07|[.,](?:0+|9+)(?!\d)|__2|002|01|02|03|04|05|06|15|_2(?!006)|1|2|3|4|5|PM|pm/g;
function formatGoTime(time, layout) {
	const date = new Date(time);
	return layout.replace(LAYOUT_PART, (part) => goPart(date, part));
}
function goPart(date, part) {
	const fraction = /^([.,])(0+|9+)$/.exec(part);
	if (fraction !== null) return secondFraction(date, fraction[1] ?? ".", fraction[2] ?? "");
	const write = GO_PARTS[part];
	return write === void 0 ? part : write(date);
}
const GO_PARTS = {
	January: monthName,
	Jan: (date) => monthName(date).slice(0, 3),
	"1": (date) => String(date.getUTCMonth() + 1),
	"01": (date) => pad$2(date.getUTCMonth() + 1),
	Monday: dayName,
	Mon: (date) => dayName(date).slice(0, 3),
	"2": (date) => String(date.getUTCDate()),
	_2: (date) => String(date.getUTCDate()).padStart(2),
	"02": (date) => pad$2(date.getUTCDate()),
	__2: (date) => String(dayOfYear(date)).padStart(3),
	"002": (date) => pad$2(dayOfYear(date), 3),
	"15": (date) => pad$2(date.getUTCHours()),
	"3": (date) => String(twelveHour(date)),
	"03": (date) => pad$2(twelveHour(date)),
	"4": (date) => String(date.getUTCMinutes()),
	"04": (date) => pad$2(date.getUTCMinutes()),
	"5": (date) => String(date.getUTCSeconds()),
	"05": (date) => pad$2(date.getUTCSeconds()),
	"2006": year,
	"06": (date) => pad$2(date.getUTCFullYear() % 100),
	PM: halfDay$1,
	pm: (date) => halfDay$1(date).toLowerCase(),
	MST: () => "UTC",
	Z0700: () => "Z",
	Z070000: () => "Z",
	"Z07:00": () => "Z",
	"Z07:00:00": () => "Z",
	Z07: () => "Z",
	"-0700": () => "+0000",
	"-070000": () => "+000000",
	"-07:00": () => "+00:00",
	"-07:00:00": () => "+00:00:00",
	"-07": () => "+00"
};
function secondFraction(date, point, pattern) {
	const digits = pad$2(date.getUTCMilliseconds(), 3).padEnd(pattern.length, "0").slice(0, pattern.length);
	if (pattern.startsWith("0")) return point + digits;
	const significant = digits.replace(/0+$/, "");
	return significant === "" ? "" : point + significant;
}
function formatStrftime(time, format) {
	const date = new Date(time);
	return format.replace(/%(.)/gs, (whole, letter) => STRFTIME_LETTERS[letter]?.(date) ?? whole);
}
const STRFTIME_LETTERS = {
	A: dayName,
	a: (date) => dayName(date).slice(0, 3),
	B: monthName,
	b: (date) => monthName(date).slice(0, 3),
	h: (date) => monthName(date).slice(0, 3),
	C: (date) => pad$2(Math.floor(date.getUTCFullYear() / 100)),
	c: (date) => formatGoTime(date.getTime(), "Mon Jan _2 15:04:05 2006"),
	D: (date) => formatGoTime(date.getTime(), "01/02/06"),
	d: (date) => pad$2(date.getUTCDate()),
	e: (date) => String(date.getUTCDate()).padStart(2),
	F: (date) => formatGoTime(date.getTime(), "2006-01-02"),
	H: (date) => pad$2(date.getUTCHours()),
	I: (date) => pad$2(twelveHour(date)),
	j: (date) => pad$2(dayOfYear(date), 3),
	k: (date) => String(date.getUTCHours()).padStart(2),
	l: (date) => String(twelveHour(date)).padStart(2),
	M: (date) => pad$2(date.getUTCMinutes()),
	m: (date) => pad$2(date.getUTCMonth() + 1),
	n: () => "\n",
	p: halfDay$1,
	R: (date) => formatGoTime(date.getTime(), "15:04"),
	r: (date) => formatGoTime(date.getTime(), "03:04:05 PM"),
	S: (date) => pad$2(date.getUTCSeconds()),
	s: (date) => String(Math.floor(date.getTime() / 1e3)),
	T: (date) => formatGoTime(date.getTime(), "15:04:05"),
	t: () => "	",
	U: (date) => pad$2(Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7)),
	u: (date) => String(date.getUTCDay() || 7),
	V: (date) => pad$2(isoWeek(date).week),
	G: (date) => String(isoWeek(date).year),
	v: (date) => formatGoTime(date.getTime(), "_2-Jan-2006"),
	W: (date) => pad$2(Math.floor((dayOfYear(date) + 6 - (date.getUTCDay() + 6) % 7) / 7)),
	w: (date) => String(date.getUTCDay()),
	X: (date) => formatGoTime(date.getTime(), "15:04:05"),
	x: (date) => formatGoTime(date.getTime(), "01/02/06"),
	Y: year,
	y: (date) => pad$2(date.getUTCFullYear() % 100),
	Z: () => "UTC",
	z: () => "+0000",
	"%": () => "%"
};
function isoWeek(date) {
	const thursday = new Date(date.getTime() + (3 - (date.getUTCDay() + 6) % 7) * DAY_MS);
	return {
		year: thursday.getUTCFullYear(),
		week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1
	};
}
function dayOfYear(date) {
	return (Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY_MS + 1;
}
function monthName(date) {
	return MONTHS[date.getUTCMonth()] ?? "";
}
function dayName(date) {
	return DAYS[date.getUTCDay()] ?? "";
}
function year(date) {
	return pad$2(date.getUTCFullYear(), 4);
}
function twelveHour(date) {
	return date.getUTCHours() % 12 || 12;
}
function halfDay$1(date) {
	return date.getUTCHours() < 12 ? "AM" : "PM";
}
function pad$2(number, width = 2) {
	return String(number).padStart(width, "0");
}
// src/hcl/functions/date/timestamp-argument.ts
function timestampAt(args, index) {
	const text = textAt(args, index);
	return parseTimestamp(text) ?? fault(`not a valid RFC3339 timestamp: "${text}" is not of the form 2006-01-02T15:04:05Z`, index);
}
// src/hcl/functions/date/clock-functions.ts
var clock_functions_exports = /* @__PURE__ */ __exportAll({
	legacyIsotime: () => legacyIsotime,
	legacyStrftime: () => legacyStrftime,
	timeadd: () => timeadd,
	timestamp: () => timestamp
});
const timestamp = {
	name: "timestamp",
	params: [],
	returns: STRING$2,
	doc: "The current time in UTC, as RFC 3339; a new one on every call.",
	call: (_, { clock }) => Value.string(formatTimestamp({
		time: clock.now(),
		offsetMinutes: 0
	}))
};
const timeadd = {
	name: "timeadd",
	params: [{
		name: "timestamp",
		type: STRING$2
	}, {
		name: "duration",
		type: STRING$2
	}],
	returns: STRING$2,
	doc: "The timestamp (RFC 3339), later by the duration (1h30m) or earlier (-10s).",
	call(args) {
		const start = timestampAt(args, 0);
		const text = textAt(args, 1);
		const duration = parseDuration(text);
		if (duration === void 0) return fault(`invalid duration "${text}": it is written like 1h30m or -10s`, 1);
		const time = start.time + duration;
		if (Math.abs(time) > 864e13) fault("the result is out of the range of dates", 1);
		return Value.string(formatTimestamp({
			...start,
			time
		}));
	}
};
const legacyIsotime = legacy("legacy_isotime", "The time when the run began, in UTC, in Go's layout (2006-01-02 15:04:05); RFC 3339 without one.", formatGoTime);
const legacyStrftime = legacy("legacy_strftime", "The time when the run began, in UTC, by strftime letters (%Y-%m-%d); RFC 3339 without them.", formatStrftime);
function legacy(name, doc, write) {
	return {
		name,
		params: [],
		variadic: {
			name: "format",
			type: STRING$2
		},
		returns: STRING$2,
		doc,
		call([format, extra], { startedAt }) {
			if (extra !== void 0) fault("too many arguments: one format at most", 1);
			if (format === void 0) return Value.string(formatTimestamp({
				time: startedAt,
				offsetMinutes: 0
			}));
			return Value.string(write(startedAt, format.asString()));
		}
	};
}
// src/hcl/functions/date/formatdate.ts
const formatdate = {
	name: "formatdate",
	params: [{
		name: "format",
		type: STRING$2
	}, {
		name: "time",
		type: STRING$2
	}],
	returns: STRING$2,
	doc: "The timestamp (RFC 3339) in another form: YYYY, MM, DD, hh (24 hours), HH (12 hours), mm, ss, EEE, MMM, AA, ZZZ, …; other letters in quotes ('T').",
	call(args) {
		const timestamp = timestampAt(args, 1);
		const tokens = textAt(args, 0).match(/'(?:[^']|'')*(?:'|$)|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
		return Value.string(tokens.map((token) => writeToken(token, timestamp)).join(""));
	}
};
function writeToken(token, timestamp) {
	if (token.startsWith("'")) return unquote(token);
	return /^[A-Za-z]/.test(token) ? writeVerb$1(token, timestamp) : token;
}
function unquote(token) {
	if (token.length === 1 || !token.endsWith("'")) return fault("unterminated literal '", 0);
	return token === "''" ? "'" : token.slice(1, -1).replaceAll("''", "'");
}
const pad$1 = (amount) => String(amount).padStart(2, "0");
const name = (date, part, width) => new Intl.DateTimeFormat("en-US", {
	[part]: width,
	timeZone: "UTC"
}).format(date);
const twelve = (date) => date.getUTCHours() % 12 || 12;
const halfDay = (date) => date.getUTCHours() < 12 ? "AM" : "PM";
const VERBS = {
	YY: (date) => pad$1(date.getUTCFullYear() % 100),
	YYYY: (date) => String(date.getUTCFullYear()).padStart(4, "0"),
	M: (date) => String(date.getUTCMonth() + 1),
	MM: (date) => pad$1(date.getUTCMonth() + 1),
	MMM: (date) => name(date, "month", "short"),
	MMMM: (date) => name(date, "month", "long"),
	D: (date) => String(date.getUTCDate()),
	DD: (date) => pad$1(date.getUTCDate()),
	EEE: (date) => name(date, "weekday", "short"),
	EEEE: (date) => name(date, "weekday", "long"),
	h: (date) => String(date.getUTCHours()),
	hh: (date) => pad$1(date.getUTCHours()),
	H: (date) => String(twelve(date)),
	HH: (date) => pad$1(twelve(date)),
	AA: (date) => halfDay(date),
	aa: (date) => halfDay(date).toLowerCase(),
	m: (date) => String(date.getUTCMinutes()),
	mm: (date) => pad$1(date.getUTCMinutes()),
	s: (date) => String(date.getUTCSeconds()),
	ss: (date) => pad$1(date.getUTCSeconds()),
	Z: (_, timestamp) => formatOffset(timestamp, ":", "Z"),
	ZZZ: (_, timestamp) => formatOffset(timestamp, "", "UTC"),
	ZZZZ: (_, timestamp) => formatOffset(timestamp, ""),
	ZZZZZ: (_, timestamp) => formatOffset(timestamp, ":")
};
const MEANINGS = {
	Y: "year must either be \"YY\" or \"YYYY\"",
	M: "month must be \"M\", \"MM\", \"MMM\" or \"MMMM\"",
	D: "day of month must either be \"D\" or \"DD\"",
	E: "day of week must either be \"EEE\" or \"EEEE\"",
	h: "24-hour must either be \"h\" or \"hh\"",
	H: "12-hour must either be \"H\" or \"HH\"",
	A: "must be \"AA\"",
	a: "must be \"aa\"",
	m: "minute must either be \"m\" or \"mm\"",
	s: "second must either be \"s\" or \"ss\"",
	Z: "timezone must be Z, ZZZ, ZZZZ or ZZZZZ"
};
function writeVerb$1(verb, timestamp) {
	const write = VERBS[verb];
	if (write !== void 0) return write(localDate(timestamp), timestamp);
	const meaning = MEANINGS[verb.charAt(0)] ?? `letters that stand for themselves must be in quotes: '${verb}'`;
	return fault(`invalid date format verb "${verb}": ${meaning}`, 0);
}
// src/hcl/functions/date/time-parts.ts
var time_parts_exports = /* @__PURE__ */ __exportAll({
	rfc3339Parse: () => rfc3339Parse,
	unixTimestampParse: () => unixTimestampParse
});
const PARTS = {
	year: NUMBER$3,
	year_day: NUMBER$3,
	day: NUMBER$3,
	month: NUMBER$3,
	month_name: STRING$2,
	weekday: NUMBER$3,
	weekday_name: STRING$2,
	hour: NUMBER$3,
	minute: NUMBER$3,
	second: NUMBER$3,
	iso_year: NUMBER$3,
	iso_week: NUMBER$3
};
const rfc3339Parse = {
	name: "rfc3339_parse",
	params: [{
		name: "timestamp",
		type: STRING$2
	}],
	returns: objectOf({
		...PARTS,
		unix: NUMBER$3
	}),
	doc: "The parts of a timestamp (RFC 3339; a blank may stand for the T): year, month, day, hour, weekday_name, and so on.",
	call(args) {
		const text = textAt(args, 0);
		const parsed = parseTimestamp(text.replace(/^(\d{4}-\d\d-\d\d) /, "$1T"));
		if (parsed === void 0) return fault(`"${text}" is not a timestamp of RFC 3339, which is of the form 2006-01-02T15:04:05Z`, 0);
		return Value.object({
			...partsOf(parsed),
			unix: Value.number(Math.floor(parsed.time / 1e3))
		});
	}
};
const unixTimestampParse = {
	name: "unix_timestamp_parse",
	params: [{
		name: "unix_timestamp",
		type: NUMBER$3
	}],
	returns: objectOf({
		...PARTS,
		rfc3339: STRING$2
	}),
	doc: "The parts, in UTC, of a time that is given in whole seconds since 1970: year, month, …, and rfc3339.",
	call(args) {
		const seconds = integerAt(args, 0);
		if (Math.abs(seconds) > 864e10) fault("the time is out of the range of dates", 0);
		const parsed = {
			time: seconds * 1e3,
			offsetMinutes: 0
		};
		return Value.object({
			...partsOf(parsed),
			rfc3339: Value.string(formatTimestamp(parsed))
		});
	}
};
function partsOf(timestamp) {
	const date = localDate(timestamp);
	const week = isoWeek(date);
	return {
		year: Value.number(date.getUTCFullYear()),
		year_day: Value.number(dayOfYear(date)),
		day: Value.number(date.getUTCDate()),
		month: Value.number(date.getUTCMonth() + 1),
		month_name: Value.string(formatGoTime(date.getTime(), "January")),
		weekday: Value.number(date.getUTCDay()),
		weekday_name: Value.string(formatGoTime(date.getTime(), "Monday")),
		hour: Value.number(date.getUTCHours()),
		minute: Value.number(date.getUTCMinutes()),
		second: Value.number(date.getUTCSeconds()),
		iso_year: Value.number(week.year),
		iso_week: Value.number(week.week)
	};
}
// src/hcl/functions/encoding/json.ts
var json_exports = /* @__PURE__ */ __exportAll({
	jsondecode: () => jsondecode,
	jsonencode: () => jsonencode
});
const jsonencode = {
	name: "jsonencode",
	params: [{
		name: "val",
		type: DYNAMIC,
		allowNull: true
	}],
	returns: STRING$2,
	doc: "The value as JSON, with <, > and & written as \\u003c and the like.",
	call: (args) => Value.string(toJson(argumentAt(args, 0)))
};
const jsondecode = {
	name: "jsondecode",
	params: [{
		name: "str",
		type: STRING$2
	}],
	returns: DYNAMIC,
	doc: "The value that a JSON text stands for: objects and tuples, strings, numbers, bools and null.",
	call(args) {
		try {
			return fromJson(textAt(args, 0));
		} catch (error) {
			if (!(error instanceof JsonError)) throw error;
			const place = `line ${error.line}, column ${error.column}`;
			throw new FunctionFault(`the string is not JSON: ${error.message} (${place})`, 0);
		}
	}
};
// src/hcl/functions/encoding/url.ts
const urlencode = textFunction("urlencode", ["str"], "The string as it can stand in the query of a URL; a blank becomes +.", (text) => encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%20", "+"));
// src/hcl/functions/filesystem/resolve.ts
function expandHome(name, files) {
	if (!name.startsWith("~")) return name;
	if (!/^~(?:[/\\]|$)/.test(name)) return fault(`cannot expand "${name}": only ~ alone stands for a home directory`, 0);
	return files.homeDirectory === void 0 ? fault(`cannot expand "${name}": there is no home directory`, 0) : path.join(files.homeDirectory, name.slice(1));
}
function resolveFromTemplate(name, files) {
	return path.resolve(files.templateDirectory, expandHome(name, files));
}
function readBytes(file, name, files) {
	const kind = files.kind(file);
	if (kind === void 0) {
		const looked = file === name ? "" : ` (looked for ${file})`;
		return fault(`no file exists at "${name}"${looked}`, 0);
	}
	if (kind === "directory") return fault(`"${name}" is a directory, not a file`, 0);
	try {
		return files.read(file);
	} catch (error) {
		return fault(`failed to read "${name}": ${errorMessage(error)}`, 0);
	}
}
function readText(file, name, files) {
	const bytes = readBytes(file, name, files);
	if (!isUtf8(bytes)) fault(`contents of "${name}" are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents`, 0);
	return Buffer.from(bytes).toString("utf8");
}
// src/hcl/functions/filesystem/files.ts
var files_exports = /* @__PURE__ */ __exportAll({
	file: () => file,
	filebase64: () => filebase64,
	fileexists: () => fileexists
});
const PARAMS = [{
	name: "path",
	type: STRING$2
}];
const file = {
	name: "file",
	params: PARAMS,
	returns: STRING$2,
	doc: "The content of a text file; relative paths start from the template's directory.",
	call(args, { files }) {
		const name = textAt(args, 0);
		return Value.string(readText(resolveFromTemplate(name, files), name, files));
	}
};
const fileexists = {
	name: "fileexists",
	params: PARAMS,
	returns: BOOL,
	doc: "Whether there is a file at the path (a directory is an error); relative paths start from the template's directory.",
	call(args, { files }) {
		const name = textAt(args, 0);
		const kind = files.kind(resolveFromTemplate(name, files));
		if (kind === "directory") fault(`"${name}" is a directory, not a file`, 0);
		if (kind === "other") fault(`"${name}" is not a regular file`, 0);
		return Value.bool(kind === "file");
	}
};
const filebase64 = {
	name: "filebase64",
	params: PARAMS,
	returns: STRING$2,
	doc: "The bytes of a file in Base64; relative paths start from the working directory.",
	call(args, { files }) {
		const name = textAt(args, 0);
		const absolute = path.resolve(files.workingDirectory, expandHome(name, files));
		return Value.string(Buffer.from(readBytes(absolute, name, files)).toString("base64"));
	}
};
// src/hcl/functions/filesystem/fileset.ts
const MOST_ENTRIES = 1e5;
const fileset = {
	name: "fileset",
	params: [{
		name: "path",
		type: STRING$2
	}, {
		name: "pattern",
		type: STRING$2
	}],
	returns: setOf(STRING$2),
	doc: "The files below the path (relative to the template's directory) that match the pattern: *, ?, [a-z], {a,b} and ** for any number of directories.",
	call(args, { files }) {
		const root = path.resolve(files.templateDirectory, textAt(args, 0));
		const pattern = textAt(args, 1);
		return Value.set(STRING$2, matchingFiles(root, pattern, files).map(Value.string));
	}
};
function matchingFiles(root, pattern, files) {
	const matches = (0, import_picomatch.default)(pattern.replaceAll("[!", "[^"), {
		dot: true,
		noextglob: true,
		nonegate: true,
		strictSlashes: true
	});
	const deepest = pattern.includes("**") ? Number.POSITIVE_INFINITY : pattern.split("/").length;
	const found = [];
	let seen = 0;
	const walk = (directory, depth) => {
		for (const name of files.list(path.join(root, directory))) {
			seen += 1;
			if (seen > MOST_ENTRIES) fault(`there are more than ${MOST_ENTRIES} files below "${root}"`, 0);
			const relative = directory === "" ? name : `${directory}/${name}`;
			const kind = files.kind(path.join(root, relative));
			if (kind === "file" && matches(relative)) found.push(relative);
			if (kind === "directory" && depth < deepest) walk(relative, depth + 1);
		}
	};
	if (files.kind(root) === "directory") walkReadable(() => walk("", 1), root);
	return found;
}
function walkReadable(walk, root) {
	try {
		walk();
	} catch (error) {
		if (!(error instanceof Error) || error.name === "FunctionFault") throw error;
		fault(`failed to list "${root}": ${error.message}`, 0);
	}
}
// src/hcl/functions/filesystem/path-names.ts
const basename = textFunction("basename", ["path"], "The last part of the path.", (name) => name === "" ? "." : path.basename(name) || "/");
const dirname = textFunction("dirname", ["path"], "The path without its last part.", (name) => withSlashes(path.normalize(/[/\\]$/.test(name) ? `${name}.` : name === "" ? "." : path.dirname(name))).replace(/(.)\/$/, "$1"));
const abspath = {
	name: "abspath",
	params: [{
		name: "path",
		type: STRING$2
	}],
	returns: STRING$2,
	doc: "The absolute path; a relative one starts from the working directory.",
	call: (args, { files }) => Value.string(withSlashes(path.resolve(files.workingDirectory, textAt(args, 0))))
};
const pathexpand = {
	name: "pathexpand",
	params: [{
		name: "path",
		type: STRING$2
	}],
	returns: STRING$2,
	doc: "The path with a ~ at its start replaced by the home directory.",
	call: (args, { files }) => Value.string(expandHome(textAt(args, 0), files))
};
function withSlashes(name) {
	return path.sep === "/" ? name : name.replaceAll(path.sep, "/");
}
// src/hcl/functions/filesystem/templatefile.ts
const templatefile = {
	name: "templatefile",
	params: [{
		name: "path",
		type: STRING$2
	}, {
		name: "vars",
		type: DYNAMIC
	}],
	returns: DYNAMIC,
	doc: "The text file, rendered as a template with these variables; relative paths start from the template's directory.",
	call(args, environment) {
		const name = textAt(args, 0);
		const variables = argumentAt(args, 1);
		if (!isMapping(variables)) fault("invalid vars value: must be a map or an object", 1);
		const entries = variables.asEntries();
		const wrong = [...entries.keys()].find((key) => !/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(key));
		if (wrong !== void 0) fault(`invalid template variable name "${wrong}": must start with a letter, followed by zero or more letters, digits, and underscores`, 1);
		const file = resolveFromTemplate(name, environment.files);
		const { value, diagnostics } = environment.renderTemplate(readText(file, name, environment.files), name, entries);
		if (value !== void 0 && !hasErrors(diagnostics)) return value;
		const errors = diagnostics.filter(({ severity }) => severity === "error");
		const [first] = errors;
		const place = first?.subject === void 0 ? "" : ` (line ${first.subject.start.line}, column ${first.subject.start.column})`;
		const reason = first === void 0 ? "no value" : `${first.summary}${place}: ${first.detail.replace(/\.$/, "")}`;
		throw new FunctionFault(`the template "${name}" cannot be rendered: ${reason}`, void 0, errors);
	}
};
// src/hcl/functions/hash/digests.ts
var digests_exports = /* @__PURE__ */ __exportAll({
	md5: () => md5,
	sha1: () => sha1,
	sha256: () => sha256,
	sha512: () => sha512
});
const md5 = digest("md5");
const sha1 = digest("sha1");
const sha256 = digest("sha256");
const sha512 = digest("sha512");
function digest(name) {
	return textFunction(name, ["str"], `The ${name.toUpperCase()} digest of the string, in hexadecimal digits.`, (text) => createHash(name).update(text, "utf8").digest("hex"));
}
// src/hcl/functions/hash/rsadecrypt.ts
const rsadecrypt = textFunction("rsadecrypt", ["ciphertext", "privatekey"], "The text that was encrypted with RSA (PKCS #1 v1.5) and is given in Base64; the private key is a PEM text.", (ciphertext, pem) => {
	return decrypt(decodeBase64(ciphertext), readKey(pem)).toString("utf8");
});
function readKey(pem) {
	try {
		const key = createPrivateKey(pem);
		if (key.asymmetricKeyType === "rsa") return key;
	} catch {}
	return fault("the private key is not an RSA key in PEM that is free of a passphrase", 1);
}
function decrypt(encrypted, key) {
	let padded;
	try {
		padded = privateDecrypt({
			key,
			padding: constants$1.RSA_NO_PADDING
		}, encrypted);
	} catch {
		return fault("the text was not encrypted for this key", 0);
	}
	const end = padded.indexOf(0, 2);
	if (padded[0] !== 0 || padded[1] !== 2 || end < 10) fault("the text was not encrypted for this key", 0);
	return padded.subarray(end + 1);
}
// src/hcl/functions/network/prefix.ts
function parsePrefix(text) {
	const match = /^([^/%]+)\/(0|[1-9]\d{0,2})$/.exec(text);
	const address = match?.[1] ?? "";
	const length = Number(match?.[2]);
	const bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : void 0;
	if (match === null || bits === void 0 || length > bits) return void 0;
	const number = bits === 32 ? parseV4(address) : parseV6(address);
	const hostBits = BigInt(bits - length);
	return {
		bits,
		network: number >> hostBits << hostBits,
		length
	};
}
function formatAddress(address, bits) {
	return bits === 32 ? formatV4(address) : formatV6(address);
}
function formatPrefix({ network, bits, length }) {
	return `${formatAddress(network, bits)}/${length}`;
}
function parseV4(text) {
	return text.split(".").reduce((number, part) => number << 8n | BigInt(part), 0n);
}
function parseV6(text) {
	const [head = "", tail] = text.split("::").map(withHexTail);
	const left = groups(head);
	const right = groups(tail ?? "");
	const zeros = Array.from({ length: 8 - left.length - right.length }, () => "0");
	return [
		...left,
		...zeros,
		...right
	].reduce((number, group) => number << 16n | BigInt(`0x${group}`), 0n);
}
function groups(text) {
	return text === "" ? [] : text.split(":");
}
function withHexTail(text) {
	return text.replace(/\d+\.\d+\.\d+\.\d+$/, (address) => {
		const number = parseV4(address);
		return `${(number >> 16n).toString(16)}:${(number & 65535n).toString(16)}`;
	});
}
function formatV4(address) {
	return [
		24n,
		16n,
		8n,
		0n
	].map((shift) => address >> shift & 255n).join(".");
}
function formatV6(address) {
	if (address >> 32n === 65535n) return formatV4(address & 4294967295n);
	const text = Array.from({ length: 8 }, (_, index) => (address >> BigInt(112 - index * 16) & 65535n).toString(16)).join(":");
	const runs = [...text.matchAll(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/g)];
	const longest = runs.reduce((best, [run]) => run.length > best.length ? run : best, "");
	const run = runs.find(([each]) => each === longest);
	if (run === void 0) return text;
	return `${text.slice(0, run.index).replace(/:$/, "")}::${text.slice(run.index + longest.length).replace(/^:/, "")}`;
}
// src/hcl/functions/network/cidr.ts
var cidr_exports = /* @__PURE__ */ __exportAll({
	cidrhost: () => cidrhost,
	cidrnetmask: () => cidrnetmask,
	cidrsubnet: () => cidrsubnet,
	cidrsubnets: () => cidrsubnets
});
const PREFIX$1 = {
	name: "prefix",
	type: STRING$2
};
const cidrhost = {
	name: "cidrhost",
	params: [PREFIX$1, {
		name: "hostnum",
		type: NUMBER$3
	}],
	returns: STRING$2,
	doc: "The address of a host in the block; a negative number counts from the end.",
	call(args) {
		const { bits, network, length } = prefixAt(args);
		const number = argumentAt(args, 1).asNumber();
		if (!number.isInteger()) fault("a whole number is required", 1);
		const host = BigInt(number.toFixed());
		const size = 1n << BigInt(bits - length);
		if (host >= size || -host > size) fault(`prefix of ${length} does not accommodate a host numbered ${host}`, 1);
		return Value.string(formatAddress(network + (host < 0n ? size + host : host), bits));
	}
};
const cidrnetmask = {
	name: "cidrnetmask",
	params: [PREFIX$1],
	returns: STRING$2,
	doc: "The block's net mask as an address: 255.255.255.0.",
	call(args) {
		const { bits, length } = prefixAt(args);
		const hostBits = BigInt(bits - length);
		const all = (1n << BigInt(bits)) - 1n;
		return Value.string(formatAddress(all >> hostBits << hostBits, bits));
	}
};
const cidrsubnet = {
	name: "cidrsubnet",
	params: [
		PREFIX$1,
		{
			name: "newbits",
			type: NUMBER$3
		},
		{
			name: "netnum",
			type: NUMBER$3
		}
	],
	returns: STRING$2,
	doc: "The block with this number among the blocks whose prefix is longer by `newbits`.",
	call(args) {
		const prefix = prefixAt(args);
		const newBits = integerAt(args, 1);
		const number = argumentAt(args, 2).asNumber();
		const length = extended(prefix, newBits, 1);
		if (!number.isInteger() || number.isNegative()) fault("a whole number that is not negative is required", 2);
		const index = BigInt(number.toFixed());
		if (index >= 1n << BigInt(newBits)) fault(`prefix extension of ${newBits} does not accommodate a subnet numbered ${index}`, 2);
		return Value.string(formatPrefix({
			...prefix,
			length,
			network: prefix.network + (index << BigInt(prefix.bits - length))
		}));
	}
};
const cidrsubnets = {
	name: "cidrsubnets",
	params: [PREFIX$1],
	variadic: {
		name: "newbits",
		type: NUMBER$3
	},
	returns: listOf(STRING$2),
	doc: "Consecutive blocks in the prefix, each longer by the number of bits given for it.",
	call(args) {
		const prefix = prefixAt(args);
		const end = prefix.network + (1n << BigInt(prefix.bits - prefix.length));
		let next = prefix.network;
		const subnets = [];
		for (let position = 1; position < args.length; position += 1) {
			const newBits = integerAt(args, position);
			if (newBits < 1) fault("must extend prefix by at least one bit", position);
			const length = extended(prefix, newBits, position);
			const size = 1n << BigInt(prefix.bits - length);
			const network = (next + size - 1n) / size * size;
			next = network + size;
			if (next > end) fault(`not enough remaining address space for a subnet with a prefix of ${length} bits after ${subnets.at(-1) ?? formatPrefix(prefix)}`, position);
			subnets.push(formatPrefix({
				...prefix,
				length,
				network
			}));
		}
		return textList(subnets);
	}
};
function prefixAt(args) {
	const text = textAt(args, 0);
	return parsePrefix(text) ?? fault(`invalid CIDR expression: "${text}" is not of the form 10.0.0.0/8 or fd00::/8`, 0);
}
function extended(prefix, newBits, position) {
	const length = prefix.length + newBits;
	if (newBits < 0) fault("must not be negative", position);
	if (length > prefix.bits) fault(`insufficient address space to extend prefix of ${prefix.length} by ${newBits}`, position);
	return length;
}
// src/hcl/functions/numeric/extremes.ts
var extremes_exports = /* @__PURE__ */ __exportAll({
	max: () => max,
	min: () => min
});
const max = extreme("max", "The largest of the numbers.", (a, b) => a.greaterThan(b));
const min = extreme("min", "The smallest of the numbers.", (a, b) => a.lessThan(b));
function extreme(name, doc, beats) {
	return {
		name,
		params: [],
		variadic: {
			name: "numbers",
			type: NUMBER$3
		},
		returns: NUMBER$3,
		doc,
		call(args) {
			const [first, ...rest] = args.map((argument) => argument.asNumber());
			if (first === void 0) fault("at least one number is required");
			return Value.number(rest.reduce((best, number) => beats(number, best) ? number : best, first));
		}
	};
}
// src/hcl/functions/numeric/parseint.ts
const parseint = {
	name: "parseint",
	params: [{
		name: "number",
		type: DYNAMIC
	}, {
		name: "base",
		type: NUMBER$3
	}],
	returns: NUMBER$3,
	doc: "Reads a whole number that is written in the base (2 to 62). Above base 36, capital letters follow the small ones.",
	call(args) {
		const text = argumentAt(args, 0);
		if (text.type.kind !== "string") fault(`a string is required, not ${friendlyName(text.type)}`, 0);
		const base = integerAt(args, 1);
		if (base < 2 || base > 62) fault("the base must be a whole number between 2 and 62", 1);
		const digits = text.asString();
		return Value.number(parse(digits, base) ?? fault(`cannot parse "${digits}" as a base ${base} integer`, 0));
	}
};
function parse(text, base) {
	const digits = /^[+-]?([0-9a-zA-Z]+)$/.exec(text)?.[1];
	if (digits === void 0) return void 0;
	let total = 0n;
	for (const digit of digits) {
		const value = digitValue(digit, base);
		if (value >= base) return void 0;
		total = total * BigInt(base) + BigInt(value);
	}
	return text.startsWith("-") ? -total : total;
}
function digitValue(digit, base) {
	const smallOrNumeral = Number.parseInt(digit, 36);
	return base > 36 && /[A-Z]/.test(digit) ? smallOrNumeral + 26 : smallOrNumeral;
}
// src/hcl/functions/numeric/powers.ts
var powers_exports = /* @__PURE__ */ __exportAll({
	log: () => log,
	pow: () => pow
});
const log = {
	name: "log",
	params: [{
		name: "num",
		type: NUMBER$3
	}, {
		name: "base",
		type: NUMBER$3
	}],
	returns: NUMBER$3,
	doc: "The logarithm of the number to the base.",
	call(args) {
		const number = argumentAt(args, 0).asNumber().toNumber();
		const base = argumentAt(args, 1).asNumber().toNumber();
		if (number <= 0) fault("a number above 0 is required", 0);
		if (base <= 0 || base === 1) fault("a number above 0 and other than 1 is required", 1);
		return Value.number(Math.log(number) / Math.log(base));
	}
};
const pow = {
	name: "pow",
	params: [{
		name: "num",
		type: NUMBER$3
	}, {
		name: "power",
		type: NUMBER$3
	}],
	returns: NUMBER$3,
	doc: "The number raised to the power.",
	call(args) {
		const result = argumentAt(args, 0).asNumber().toNumber() ** argumentAt(args, 1).asNumber().toNumber();
		if (!Number.isFinite(result)) fault("the result is not a number that can be written");
		return Value.number(result);
	}
};
// src/hcl/functions/numeric/rounding.ts
var rounding_exports = /* @__PURE__ */ __exportAll({
	abs: () => abs,
	ceil: () => ceil,
	floor: () => floor,
	signum: () => signum
});
const abs = unary("abs", "The number without its sign.", (number) => number.abs());
const ceil = unary("ceil", "The smallest whole number that is not below the number.", (number) => number.ceil());
const floor = unary("floor", "The largest whole number that is not above the number.", (number) => number.floor());
const signum = unary("signum", "-1, 0 or 1: the sign of the number.", (number) => number.isZero() ? 0 : number.isNegative() ? -1 : 1);
function unary(name, doc, compute) {
	return {
		name,
		params: [{
			name: "num",
			type: NUMBER$3
		}],
		returns: NUMBER$3,
		doc,
		call: (args) => Value.number(compute(argumentAt(args, 0).asNumber()))
	};
}
// src/hcl/functions/numeric/sum.ts
const sum = {
	name: "sum",
	params: [{
		name: "list",
		type: DYNAMIC
	}],
	returns: NUMBER$3,
	doc: "The sum of all numbers in a list, set or tuple, which must not be empty.",
	call(args) {
		const list = argumentAt(args, 0);
		if (!isSequence(list)) fault(`a list, set or tuple of numbers is required, not ${friendlyName(list.type)}`, 0);
		if (list.asElements().length === 0) fault("cannot sum an empty list", 0);
		return Value.number(list.asElements().reduce((total, element) => total.plus(numberIn(element)), new HclNumber(0)));
	}
};
function numberIn(element) {
	const converted = convert(element, NUMBER$3);
	if (!converted.ok || converted.value.isNull) return fault("a list, set or tuple of numbers is required", 0);
	return converted.value.asNumber();
}
// src/hcl/functions/refused.ts
const REFUSED_FUNCTIONS = new Map([
	...notYet(["aws_secretsmanager", "aws_secretsmanager_raw"], "a sensitive variable that a step before this one sets from AWS Secrets Manager"),
	...notYet(["vault"], "a sensitive variable; in GitHub Actions, hashicorp/vault-action can set it"),
	...notYet(["consul_key"], "a variable that a step before this one sets"),
	...[
		"string",
		"number",
		"bool"
	].map((type) => [`to${type}`, `Packer has no function "to${type}": use convert(value, ${type}).`]),
	...[
		"list",
		"set",
		"map"
	].map((kind) => [`to${kind}`, `Packer has no function "to${kind}": use convert(value, ${kind}(string)), or another type.`]),
	...["sensitive", "nonsensitive"].map((name) => [name, `Packer has no function "${name}": a variable or local is made sensitive by "sensitive = true" in it.`]),
	...[
		"md5",
		"sha1",
		"sha256",
		"sha512"
	].map((digest) => [`file${digest}`, `Packer has no function "file${digest}": use ${digest}(file(path)) for text files.`]),
	["one", "Packer has no function \"one\": use element(list, 0), or try(list[0], null)."],
	["plantimestamp", "Packer has no function \"plantimestamp\": use timestamp()."],
	["env", "The function \"env\" can be called only in the default of a variable: declare one, and use var.name here."]
]);
function notYet(names, instead) {
	return names.map((name) => [name, `The function "${name}" is not supported yet: use ${instead}.`]);
}
// src/hcl/functions/string/affixes.ts
var affixes_exports = /* @__PURE__ */ __exportAll({
	endswith: () => endswith,
	startswith: () => startswith,
	strcontains: () => strcontains,
	trimprefix: () => trimprefix,
	trimsuffix: () => trimsuffix
});
const startswith = predicate("startswith", "prefix", "Whether the string begins with the prefix.", (text, part) => text.startsWith(part));
const endswith = predicate("endswith", "suffix", "Whether the string ends with the suffix.", (text, part) => text.endsWith(part));
const strcontains = predicate("strcontains", "substr", "Whether the string contains the other one.", (text, part) => text.includes(part));
const trimprefix = textFunction("trimprefix", ["str", "prefix"], "The string without the prefix, if it has it.", (text, prefix) => text.startsWith(prefix) ? text.slice(prefix.length) : text);
const trimsuffix = textFunction("trimsuffix", ["str", "suffix"], "The string without the suffix, if it has it.", (text, suffix) => text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text);
function predicate(name, second, doc, test) {
	return {
		name,
		params: [{
			name: "str",
			type: STRING$2
		}, {
			name: second,
			type: STRING$2
		}],
		returns: BOOL,
		doc,
		call: (args) => Value.bool(test(textAt(args, 0), textAt(args, 1)))
	};
}
// src/hcl/functions/string/format-numbers.ts
function formatShortest(number) {
	const text = formatFloat(number.abs(), "g", void 0);
	return number.isNegative() && !number.isZero() ? `-${text}` : text;
}
function formatFloat(number, letter, precision) {
	switch (letter) {
		case "f": return number.toFixed(precision ?? 6);
		case "e":
		case "E": return withGoExponent(number.toExponential(precision ?? 6), letter);
		default: return formatGeneral(number, letter === "G" ? "E" : "e", precision);
	}
}
function formatGeneral(number, exponentLetter, precision) {
	if (number.isZero()) return "0";
	const rounded = precision === void 0 ? number : number.toSignificantDigits(Math.max(precision, 1));
	const digits = rounded.precision();
	const exponent = rounded.e;
	let limit = 6;
	if (precision !== void 0) {
		limit = Math.max(precision, 1);
		if (limit > digits && digits >= exponent + 1) limit = digits;
	}
	if (exponent >= -4 && exponent < limit) return rounded.toFixed();
	return withGoExponent(rounded.toExponential(), exponentLetter);
}
function withGoExponent(text, letter) {
	return text.replace(/e([+-])(\d+)$/, (_, sign, digits) => `${letter}${sign}${digits.padStart(2, "0")}`);
}
// src/hcl/functions/string/format-verbs.ts
const VERB$1 = /%([ +\-0#]*)([1-9]\d*)?(?:\.(\d*))?(?:\[([1-9]\d*)\])?([a-zA-Z%])/uy;
const WIDEST = 1e5;
function formatText(format, values) {
	let result = "";
	let next = 1;
	let highest = 0;
	for (let offset = 0; offset < format.length;) {
		const percent = format.indexOf("%", offset);
		if (percent === -1) {
			result += format.slice(offset);
			break;
		}
		result += format.slice(offset, percent);
		VERB$1.lastIndex = percent;
		const match = VERB$1.exec(format);
		if (match === null) return fault(badVerb(format, percent), 0);
		offset = VERB$1.lastIndex;
		const [raw, flags = "", width, precision, index, letter = ""] = match;
		if (letter === "%") {
			if (raw !== "%%") fault(`unsupported format verb '%' in "${raw}" at offset ${percent}`, 0);
			result += "%";
			continue;
		}
		const position = index === void 0 ? next : Number(index);
		next = position + 1;
		highest = Math.max(highest, position);
		const value = values[position - 1];
		if (value === void 0) return fault(`not enough arguments for "${raw}" at ${percent}: need index ${position} but have ${values.length} total`, 0);
		const verb = {
			raw,
			offset: percent,
			flags,
			width: number(width),
			precision: number(precision),
			letter
		};
		if ((verb.width ?? 0) > WIDEST || (verb.precision ?? 0) > WIDEST) fault(`"${raw}" asks for too wide a field`, 0);
		result += writeVerb(verb, value, position);
	}
	if (values.length > highest) fault(`too many arguments; ${highest === 0 ? "no verbs in format string" : `only ${highest} used by format string`}`, highest + 1);
	return result;
}
function number(digits) {
	return digits === void 0 ? void 0 : Number(digits);
}
function badVerb(format, percent) {
	return /^%[ +\-0#]*\d*(?:\.\d*)?(?:\[\d*\]?)?$/.test(format.slice(percent)) ? "unterminated format string: the \"%\" at its end needs a verb (write %% for a percent sign)" : `unrecognized format verb at offset ${percent}: "${format.slice(percent, percent + 8)}" (write %% for a percent sign)`;
}
function writeVerb(verb, value, position) {
	if (value.isNull && verb.letter !== "v") return fault(`unsupported value for "${verb.raw}" at ${verb.offset}: null value cannot be formatted`, position);
	switch (verb.letter) {
		case "v": return pad(verb, writePlain(verb, value));
		case "t": return String(convertFor(verb, value, BOOL, position).asBool());
		case "b":
		case "d":
		case "o":
		case "x":
		case "X": return writeInteger(verb, convertFor(verb, value, NUMBER$3, position).asNumber(), position);
		case "e":
		case "E":
		case "f":
		case "g":
		case "G": return writeFloat(verb, convertFor(verb, value, NUMBER$3, position).asNumber());
		case "s": return pad(verb, truncate(verb, convertFor(verb, value, STRING$2, position).asString()));
		case "q": return pad(verb, toJson(Value.string(truncate(verb, convertFor(verb, value, STRING$2, position).asString()))));
		default: return fault(`unsupported format verb '${verb.letter}' in "${verb.raw}" at offset ${verb.offset}`, 0);
	}
}
function convertFor(verb, value, type, position) {
	const converted = convert(value, type);
	if (converted.ok) return converted.value;
	return fault(`unsupported value for "${verb.raw}" at ${verb.offset}: ${converted.error.message}`, position);
}
function writePlain(verb, value) {
	if (!verb.flags.includes("#") && !value.isNull) {
		if (value.type.kind === "string") return value.asString();
		if (value.type.kind === "number") return formatShortest(value.asNumber());
	}
	return toJson(value);
}
function truncate(verb, text) {
	return verb.precision === void 0 || verb.precision === 0 ? text : graphemes(text).slice(0, verb.precision).join("");
}
function pad(verb, text) {
	const missing = (verb.width ?? 0) - graphemes(text).length;
	if (missing <= 0) return text;
	const padding = (verb.flags.includes("0") ? "0" : " ").repeat(missing);
	return verb.flags.includes("-") ? text + padding : padding + text;
}
const RADIX = {
	b: 2,
	o: 8,
	d: 10,
	x: 16,
	X: 16
};
const PREFIX = {
	b: "0b",
	o: "0",
	x: "0x",
	X: "0X"
};
function writeInteger(verb, value, position) {
	if (!value.isInteger()) return fault(`unsupported value for "${verb.raw}" at ${verb.offset}: an integer is required`, position);
	let digits = BigInt(value.abs().toFixed()).toString(RADIX[verb.letter] ?? 10);
	if (verb.letter === "X") digits = digits.toUpperCase();
	if (verb.precision !== void 0) digits = verb.precision === 0 && digits === "0" ? "" : digits.padStart(verb.precision, "0");
	return padNumber(verb, value, verb.flags.includes("#") ? PREFIX[verb.letter] ?? "" : "", digits, verb.precision === void 0);
}
function writeFloat(verb, value) {
	return padNumber(verb, value, "", formatFloat(value.abs(), verb.letter, verb.precision), true);
}
function padNumber(verb, value, prefix, digits, zeros) {
	const positive = verb.flags.includes("+") ? "+" : verb.flags.includes(" ") ? " " : "";
	const sign = value.isNegative() && !value.isZero() ? "-" : positive;
	const missing = Math.max(0, (verb.width ?? 0) - sign.length - prefix.length - digits.length);
	if (verb.flags.includes("-")) return sign + prefix + digits + " ".repeat(missing);
	if (zeros && verb.flags.includes("0")) return sign + prefix + "0".repeat(missing) + digits;
	return " ".repeat(missing) + sign + prefix + digits;
}
// src/hcl/functions/string/format.ts
var format_exports = /* @__PURE__ */ __exportAll({
	format: () => format,
	formatlist: () => formatlist
});
const format = {
	name: "format",
	params: [{
		name: "format",
		type: STRING$2
	}],
	variadic: {
		name: "args",
		type: DYNAMIC,
		allowNull: true
	},
	returns: STRING$2,
	doc: "The format string with its verbs (%s, %d, %q, %v, %.2f, …) replaced by the values.",
	call: ([text, ...values]) => Value.string(formatText(text?.asString() ?? "", values))
};
const formatlist = {
	name: "formatlist",
	params: [{
		name: "format",
		type: STRING$2
	}],
	variadic: {
		name: "args",
		type: DYNAMIC,
		allowNull: true,
		allowUnknown: "inside"
	},
	returns: STRINGS,
	doc: "`format` for each element of the lists among the values, which must be of one length; other values are used again each time.",
	call(args) {
		const text = textAt(args, 0);
		const values = args.slice(1);
		const length = commonLength(values);
		return Value.list(STRING$2, Array.from({ length }, (_, index) => formatAt(text, values, index)));
	}
};
function commonLength(values) {
	const first = values.findIndex(isList);
	if (first === -1) return 1;
	const length = argumentAt(values, first).asElements().length;
	for (const [index, value] of values.entries()) {
		const own = isList(value) ? value.asElements().length : length;
		if (own !== length) fault(`argument ${index + 1} has length ${own}, which is inconsistent with argument ${first + 1} of length ${length}`, index + 1);
	}
	return length;
}
function isList(value) {
	return isSequence(value) && !value.isNull;
}
function formatAt(text, values, index) {
	const row = values.map((value) => isList(value) ? argumentAt(value.asElements(), index) : value);
	if (!row.every((value) => value.isWhollyKnown())) return Value.unknownOf(STRING$2);
	try {
		return Value.string(formatText(text, row));
	} catch (error) {
		if (!(error instanceof FunctionFault)) throw error;
		throw new FunctionFault(`error on format iteration ${index}: ${error.message}`, error.argument);
	}
}
// src/hcl/functions/string/letter-case.ts
var letter_case_exports = /* @__PURE__ */ __exportAll({
	lower: () => lower,
	title: () => title,
	upper: () => upper
});
const lower = textFunction("lower", ["str"], "The string in small letters.", (text) => mapLetters(text, (letter) => firstCodePoint(letter.toLowerCase())));
const upper = textFunction("upper", ["str"], "The string in capital letters.", (text) => mapLetters(text, (letter) => letter.toUpperCase()));
const title = textFunction("title", ["str"], "The string with the first letter of each word as a capital.", (text) => {
	let previous = " ";
	return mapLetters(text, (letter) => {
		const begins = separatesWords(previous);
		previous = letter;
		return begins ? letter.toUpperCase() : letter;
	});
});
function mapLetters(text, change) {
	return Array.from(text, (letter) => {
		const changed = change(letter);
		return Array.from(changed).length === 1 ? changed : letter;
	}).join("");
}
function firstCodePoint(letter) {
	return Array.from(letter)[0] ?? letter;
}
function separatesWords(character) {
	if (character.charCodeAt(0) < 128) return !/[0-9A-Za-z_]/.test(character);
	return /\p{White_Space}/u.test(character);
}
// src/hcl/functions/string/parts.ts
var parts_exports = /* @__PURE__ */ __exportAll({
	indent: () => indent,
	join: () => join,
	replace: () => replace,
	split: () => split,
	strrev: () => strrev,
	substr: () => substr
});
const join = {
	name: "join",
	params: [{
		name: "separator",
		type: STRING$2
	}],
	variadic: {
		name: "lists",
		type: STRINGS
	},
	returns: STRING$2,
	doc: "The strings of all lists in one, with the separator between them.",
	call([separator, ...lists]) {
		if (separator === void 0 || lists.length === 0) return fault("at least one list is required");
		const parts = lists.flatMap((list, index) => list.asElements().map((element, position) => {
			if (element.isNull) fault(`element ${position} is null; null can't be joined`, index + 1);
			return element.asString();
		}));
		return Value.string(parts.join(separator.asString()));
	}
};
const split = {
	name: "split",
	params: [{
		name: "separator",
		type: STRING$2
	}, {
		name: "str",
		type: STRING$2
	}],
	returns: STRINGS,
	doc: "The parts of the string between the separators; with an empty separator, its characters.",
	call(args) {
		const separator = textAt(args, 0);
		const text = textAt(args, 1);
		return textList(separator === "" ? Array.from(text) : text.split(separator));
	}
};
const replace = textFunction("replace", [
	"str",
	"substr",
	"replace"
], "The string with every occurrence of the substring replaced. For regular expressions there is regex_replace.", (text, substring, replacement) => substring === "" ? `${replacement}${Array.from(text, (character) => character + replacement).join("")}` : text.split(substring).join(replacement));
const strrev = textFunction("strrev", ["str"], "The characters of the string in reverse order.", (text) => graphemes(text).reverse().join(""));
const substr = {
	name: "substr",
	params: [
		{
			name: "str",
			type: STRING$2
		},
		{
			name: "offset",
			type: NUMBER$3
		},
		{
			name: "length",
			type: NUMBER$3
		}
	],
	returns: STRING$2,
	doc: "At most `length` characters from `offset` on (from the end when negative); a negative length means all the rest.",
	call(args) {
		const characters = graphemes(textAt(args, 0));
		const offset = integerAt(args, 1);
		const length = integerAt(args, 2);
		const start = offset < 0 ? Math.max(0, characters.length + offset) : offset;
		return Value.string(characters.slice(start, length < 0 ? void 0 : start + length).join(""));
	}
};
const indent = {
	name: "indent",
	params: [{
		name: "spaces",
		type: NUMBER$3
	}, {
		name: "str",
		type: STRING$2
	}],
	returns: STRING$2,
	doc: "The string with this many blanks at the start of every line but the first.",
	call(args) {
		const spaces = integerAt(args, 0);
		if (spaces < 0 || spaces > 1e4) fault("a number of blanks between 0 and 10000 is required", 0);
		return Value.string(argumentAt(args, 1).asString().replaceAll("\n", `\n${" ".repeat(spaces)}`));
	}
};
// src/hcl/functions/string/trimming.ts
var trimming_exports = /* @__PURE__ */ __exportAll({
	chomp: () => chomp,
	trim: () => trim,
	trimspace: () => trimspace
});
const chomp = textFunction("chomp", ["str"], "The string without the line breaks at its end.", (text) => text.replace(/[\r\n]+$/, ""));
const trimspace = textFunction("trimspace", ["str"], "The string without white space (as Unicode defines it) at its start and end.", (text) => {
	return trimWhile(Array.from(text), (character) => /\p{White_Space}/u.test(character));
});
const trim = textFunction("trim", ["str", "cutset"], "The string without any of the characters of the cutset at its start and end.", (text, cutset) => {
	const cut = new Set(cutset);
	return trimWhile(Array.from(text), (character) => cut.has(character));
});
function trimWhile(characters, cut) {
	const start = characters.findIndex((character) => !cut(character));
	const end = characters.findLastIndex((character) => !cut(character));
	return start === -1 ? "" : characters.slice(start, end + 1).join("");
}
// src/hcl/functions/type/attempts.ts
var attempts_exports = /* @__PURE__ */ __exportAll({
	can: () => can,
	tryFunction: () => tryFunction
});
const tryFunction = {
	kind: "lazy",
	name: "try",
	params: [],
	variadic: {
		name: "expressions",
		type: DYNAMIC
	},
	doc: "The value of the first expression that can be evaluated without an error.",
	call(args) {
		const diagnostics = [];
		for (const evaluate of args) {
			const attempt = evaluate();
			if (attempt.value !== void 0 && !hasErrors(attempt.diagnostics)) return {
				ok: true,
				value: !attempt.value.isWhollyKnown() && args.length > 1 && evaluate !== args.at(-1) ? Value.unknownOf(DYNAMIC).withMarks(attempt.value.allMarks()) : attempt.value
			};
			diagnostics.push(...attempt.diagnostics);
		}
		if (args.length === 0) return {
			ok: false,
			message: "at least one argument is required",
			diagnostics
		};
		return {
			ok: false,
			message: `no expression succeeded: ${diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`).join(" ")}`,
			diagnostics
		};
	}
};
const can = {
	kind: "lazy",
	name: "can",
	params: [{
		name: "expression",
		type: DYNAMIC
	}],
	doc: "Whether the expression can be evaluated without an error.",
	call([evaluate]) {
		const attempt = evaluate?.() ?? {
			value: void 0,
			diagnostics: []
		};
		if (attempt.value === void 0 || hasErrors(attempt.diagnostics)) return {
			ok: true,
			value: Value.bool(false)
		};
		const marks = attempt.value.allMarks();
		return {
			ok: true,
			value: (attempt.value.isWhollyKnown() ? Value.bool(true) : Value.unknownOf(BOOL)).withMarks(marks)
		};
	}
};
// src/hcl/functions/type/convert.ts
const convertFunction = {
	kind: "type-argument",
	name: "convert",
	params: [{
		name: "value",
		type: DYNAMIC
	}, {
		name: "type",
		type: DYNAMIC
	}],
	doc: "The value, converted to a type that is written as in a variable: convert(var.ports, list(number)).",
	call(value, type) {
		const converted = convert(value, type);
		if (converted.ok) return converted.value;
		const place = describePath(converted.error.path);
		return fault(`${place === "" ? "" : `${place}: `}${converted.error.message}`, 0);
	}
};
// src/hcl/functions/uuid/uuid.ts
var uuid_exports = /* @__PURE__ */ __exportAll({
	uuidv4: () => uuidv4,
	uuidv5: () => uuidv5
});
const uuidv4 = {
	name: "uuidv4",
	params: [],
	returns: STRING$2,
	doc: "A random UUID (version 4); a new one on every call.",
	call: (_, { ids }) => Value.string(ids.uuid())
};
const NAMESPACES = /* @__PURE__ */ new Map([
	["dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"],
	["url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"],
	["oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8"],
	["x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8"]
]);
const uuidv5 = textFunction("uuidv5", ["namespace", "name"], "The UUID (version 5) of the name in the namespace: dns, url, oid, x500 or a UUID.", (namespace, name) => {
	const id = (NAMESPACES.get(namespace) ?? namespace).toLowerCase();
	if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)) fault(`uuidv5() doesn't support namespace "${namespace}": it takes dns, url, oid, x500 or a UUID`, 0);
	const digest = createHash("sha1").update(Buffer.from(id.replaceAll("-", ""), "hex")).update(name, "utf8").digest();
	digest.writeUInt8(digest.readUInt8(6) & 15 | 80, 6);
	digest.writeUInt8(digest.readUInt8(8) & 63 | 128, 8);
	return digest.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
});
// src/hcl/functions/table.ts
const LIGHT = [
	choice_exports,
	{ length },
	mappings_exports,
	predicates_exports,
	selection_exports,
	sequences_exports,
	sets_exports,
	clock_functions_exports,
	{ formatdate },
	time_parts_exports,
	{
		base64decode,
		base64encode,
		base64gzip
	},
	json_exports,
	{ urlencode },
	files_exports,
	{
		fileset,
		abspath,
		basename,
		dirname,
		pathexpand,
		templatefile
	},
	digests_exports,
	{ rsadecrypt },
	cidr_exports,
	extremes_exports,
	{ parseint },
	powers_exports,
	rounding_exports,
	{ sum },
	affixes_exports,
	format_exports,
	letter_case_exports,
	parts_exports,
	trimming_exports,
	attempts_exports,
	{ convertFunction },
	uuid_exports
].flatMap((family) => Object.values(family));
const HEAVY = [
	{
		names: [
			"regex",
			"regexall",
			"regex_replace"
		],
		load: async () => Object.values(await import("./regex-CnCnoVXB.js"))
	},
	{
		names: ["yamldecode", "yamlencode"],
		load: async () => Object.values(await import("./yaml-CPirF9dc.js"))
	},
	{
		names: ["csvdecode"],
		load: async () => Object.values(await import("./csv-CR8BpJZi.js"))
	},
	{
		names: ["textencodebase64", "textdecodebase64"],
		load: async () => Object.values(await import("./text-DNK5iu0f.js"))
	},
	{
		names: ["bcrypt"],
		load: async () => Object.values(await import("./bcrypt-BJHrAz_J.js"))
	}
];
[...LIGHT.map(({ name }) => name), ...HEAVY.flatMap(({ names }) => names)].sort();
async function loadFunctions(environment, mentions = () => true) {
	const wanted = mentions("templatefile") ? HEAVY : HEAVY.filter(({ names }) => names.some(mentions));
	const heavy = await Promise.all(wanted.map((family) => family.load()));
	return {
		functions: new Map([...LIGHT, ...heavy.flat()].map((record) => [record.name, record])),
		environment,
		refused: REFUSED_FUNCTIONS
	};
}
function changeTable(table, { add = [], remove = [] }) {
	const functions = new Map(table.functions);
	for (const name of remove) functions.delete(name);
	for (const record of add) functions.set(record.name, record);
	return {
		...table,
		functions
	};
}
// src/template/functions.ts
async function templateFunctions(ports, templateDirectory, workingDirectory, texts) {
	const { fileSystem, clock, startTime, ids, homeDirectory, environment: variables } = ports;
	const environment = {
		files: {
			templateDirectory,
			workingDirectory,
			homeDirectory,
			kind: (path) => fileSystem.kind(path),
			read: (path) => fileSystem.read(path),
			list: (path) => fileSystem.list(path)
		},
		clock,
		startedAt: startTime,
		ids,
		env: (name) => variables[name],
		renderTemplate(text, filename, given) {
			const parsed = parseTemplate(text, filename);
			if (parsed.value === void 0 || hasErrors(parsed.diagnostics)) return {
				...parsed,
				value: void 0
			};
			const inside = changeTable(standard, { remove: ["templatefile"] });
			return evaluate(parsed.value, {
				variables: given,
				functions: inside
			});
		}
	};
	const standard = await loadFunctions(environment, (name) => texts.some(({ text }) => text.includes(name)));
	return {
		standard,
		defaults: {
			functions: /* @__PURE__ */ new Map([[env.name, env]]),
			environment,
			refused: /* @__PURE__ */ new Map()
		}
	};
}
// src/template/locals-order.ts
function dependencyOrder(dependencies) {
	const order = [];
	const cycles = [];
	const done = /* @__PURE__ */ new Set();
	for (const start of dependencies.keys()) {
		const trail = [{
			name: start,
			next: 0
		}];
		const onTrail = /* @__PURE__ */ new Set([start]);
		while (!done.has(start)) {
			const top = trail.at(-1);
			if (top === void 0) break;
			const child = dependencies.get(top.name)?.[top.next];
			top.next += 1;
			if (child === void 0) {
				trail.pop();
				onTrail.delete(top.name);
				done.add(top.name);
				order.push(top.name);
			} else if (onTrail.has(child)) cycles.push(trail.slice(trail.findIndex(({ name }) => name === child)).map(({ name }) => name));
			else if (dependencies.has(child) && !done.has(child)) {
				trail.push({
					name: child,
					next: 0
				});
				onTrail.add(child);
			}
		}
	}
	return {
		order,
		cycles
	};
}
// src/template/locals.ts
function evaluateLocals(locals, scope, findings) {
	const { order, cycles } = dependencyOrder(new Map(Array.from(locals, ([name, { expression }]) => [name, usedLocals(expression, locals)])));
	const values = /* @__PURE__ */ new Map();
	for (const cycle of cycles) {
		for (const name of cycle) values.set(name, Value.unknownOf(DYNAMIC));
		reportCycle(cycle, locals, findings);
	}
	for (const name of order) {
		const local = locals.get(name);
		if (local === void 0 || values.has(name)) continue;
		const own = childScope(scope, [["local", Value.object(values)]]);
		const value = findings.take(evaluate(local.expression, own));
		values.set(name, local.sensitive ? value.withMarks([SENSITIVE]) : value);
	}
	return values;
}
function usedLocals(expression, locals) {
	return references(expression).flatMap(({ root, steps: [first] }) => {
		if (root !== "local") return [];
		if (first === void 0) return [];
		const name = String(first.kind === "attribute" ? first.name : first.key);
		return locals.has(name) ? [name] : [];
	});
}
function reportCycle(cycle, locals, findings) {
	const [first] = cycle;
	const range = first === void 0 ? void 0 : locals.get(first)?.range;
	const circle = [...cycle, first].map((name) => `local.${name}`).join(" → ");
	findings.error({
		code: "local-cycle",
		summary: cycle.length === 1 ? `A local that needs itself: ${first}` : "Locals that need each other",
		detail: `None of these can be computed first: ${circle}.`,
		...range === void 0 ? {} : { subject: range }
	});
}
// src/template/sensitive-values.ts
function sensitiveTexts(evaluated) {
	const { declarations, variables, locals, builds, catalog } = evaluated;
	const texts = /* @__PURE__ */ new Set();
	for (const text of givenTexts(evaluated)) texts.add(text);
	const addFrom = (values, declared) => {
		for (const { name, sensitive } of declared) {
			const value = values.get(name);
			if (sensitive && value !== void 0) for (const text of textsIn(value)) texts.add(text);
		}
	};
	addFrom(variables, declarations.variables.values());
	addFrom(locals, declarations.locals.values());
	const addOptions = (descriptions, planned) => {
		const schema = descriptions.get(planned.type)?.schema ?? {};
		for (const text of optionTexts(schema, planned.decoded.options)) texts.add(text);
	};
	for (const { builder, provisioners, errorCleanupProvisioner, postProcessorChains } of builds) {
		addOptions(catalog.builders, builder);
		for (const each of provisioners) addOptions(catalog.provisioners, each);
		if (errorCleanupProvisioner !== void 0) addOptions(catalog.provisioners, errorCleanupProvisioner);
		for (const each of postProcessorChains.flat()) addOptions(catalog.postProcessors, each);
	}
	texts.delete(UNKNOWN_TEXT);
	return [...texts];
}
function givenTexts({ declarations, assignments }) {
	return Array.from(declarations.variables.values()).flatMap(({ name, sensitive, fallback }) => {
		if (!sensitive) return [];
		const own = assignments.filter((assignment) => assignment.name === name);
		if (own.length === 0) return fallback === void 0 ? [] : textsIn(fallback);
		return own.flatMap(({ given }) => "value" in given ? textsIn(given.value) : plainTexts(given.text));
	});
}
function textsIn(value) {
	if (value.isUnknown || value.isNull) return [];
	if (value.type.kind === "string") return plainTexts(value.asString());
	if (value.type.kind === "number") return numberTexts(formatNumber(value.asNumber()));
	return value.children().flatMap(textsIn);
}
function numberTexts(text) {
	return text.replace(/\D/g, "").length >= 4 ? [text] : [];
}
function optionTexts(schema, options) {
	return Object.entries(schema).flatMap(([name, option]) => {
		const value = entryOf$1(options, name);
		if (option.kind === "block") return (Array.isArray(value) ? value : [value]).flatMap((block) => optionTexts(option.schema, block));
		return option.kind === "attribute" && option.sensitive ? plainTexts(value) : [];
	});
}
function plainTexts(value) {
	if (typeof value === "string") return value === "" ? [] : [value];
	if (typeof value === "number") return numberTexts(String(value));
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(plainTexts) : [];
}
function entryOf$1(options, name) {
	return typeof options === "object" && options !== null ? Reflect.get(options, name) : void 0;
}
// src/template/source-files.ts
function readSource(name, workingDirectory, files) {
	const path = resolve(workingDirectory, name);
	try {
		return {
			value: new Source(name, decodeUtf8(files.read(path))),
			diagnostics: []
		};
	} catch (cause) {
		return {
			value: void 0,
			diagnostics: [errorDiagnostic({
				code: "unreadable-file",
				summary: `The file "${name}" can't be read`,
				detail: reasonOf(cause, path)
			})]
		};
	}
}
function reasonOf(cause, path) {
	if (cause instanceof NotUtf8) return `${path} is not UTF-8; save it in that encoding.`;
	switch (errorCode(cause)) {
		case "ENOENT":
		case "ENOTDIR": return `There is no file ${path}.`;
		case "EISDIR": return `${path} is a folder, not a file.`;
		case "EACCES":
		case "EPERM": return `The user that runs this may not read ${path}.`;
		default: return `${path}: ${errorMessage(cause)}.`;
	}
}
var NotUtf8 = class extends Error {};
function decodeUtf8(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch (cause) {
		throw new NotUtf8("Not UTF-8", { cause });
	}
}
// src/template/template-files.ts
const ENDING = ".pkr.hcl";
const JSON_ENDING = ".pkr.json";
const AUTO_VARIABLES_ENDINGS = [".auto.pkrvars.hcl", ".auto.pkrvars.json"];
function readTemplateFiles(path, workingDirectory, files) {
	const absolute = resolve(workingDirectory, path);
	const kind = files.kind(absolute);
	if (kind === "directory") return readFolder(path, workingDirectory, files);
	const root = dirname$1(path);
	const directory = dirname$1(absolute);
	const refusal = kind === void 0 ? notFound(path, absolute, files) : refusalByName(path);
	if (refusal !== void 0) return {
		templates: [],
		autoVariables: [],
		root,
		directory,
		diagnostics: [errorDiagnostic(refusal)]
	};
	const { value, diagnostics } = readSource(path, workingDirectory, files);
	return {
		templates: value === void 0 ? [] : [value],
		autoVariables: [],
		root,
		directory,
		diagnostics
	};
}
function readFolder(path, workingDirectory, files) {
	const directory = resolve(workingDirectory, path);
	const diagnostics = [];
	const names = files.list(directory).filter((name) => files.kind(join$1(directory, name)) === "file").sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
	const read = (endings) => endings.flatMap((ending) => names.filter((name) => name.endsWith(ending))).flatMap((name) => {
		const result = readSource(join$1(path, name), workingDirectory, files);
		diagnostics.push(...result.diagnostics);
		return result.value === void 0 ? [] : [result.value];
	});
	for (const name of names.filter((candidate) => candidate.endsWith(JSON_ENDING))) diagnostics.push(errorDiagnostic(hclInJson(join$1(path, name))));
	if (!names.some((name) => name.endsWith(ENDING) || name.endsWith(JSON_ENDING))) diagnostics.push(errorDiagnostic(emptyFolder(path, directory, names)));
	return {
		templates: read([ENDING]),
		autoVariables: read(AUTO_VARIABLES_ENDINGS),
		root: path.replaceAll("\\", "/"),
		directory,
		diagnostics
	};
}
function notFound(path, absolute, files) {
	const parent = dirname$1(absolute);
	const neighbours = files.kind(parent) === "directory" ? files.list(parent) : [];
	return {
		code: "template-not-found",
		summary: `There is no template "${path}"`,
		detail: `Neither a file nor a folder is at ${absolute}. Name a file that ends in ${ENDING}, or the folder that holds such files.${didYouMean(basename$1(absolute), neighbours)}`
	};
}
function refusalByName(path) {
	if (path.endsWith(ENDING)) return void 0;
	if (path.endsWith(JSON_ENDING)) return hclInJson(path);
	if (path.endsWith(".json")) return {
		code: "legacy-json-template",
		summary: `"${path}" is one of the older JSON templates`,
		detail: `Templates in Packer's older JSON format are not supported yet. Convert it once with "packer hcl2_upgrade ${path}", and use the file ${basename$1(path)}.pkr.hcl which that writes.`
	};
	return {
		code: "not-a-template",
		summary: `"${path}" is not named as a template`,
		detail: `Only a file whose name ends in ${ENDING} is read as an HCL2 template, as in Packer. Rename it, or name the folder that holds the template.`
	};
}
function hclInJson(path) {
	return {
		code: "hcl-in-json",
		summary: `HCL2 in JSON is not supported yet ("${path}")`,
		detail: `Files that end in ${JSON_ENDING} can't be read yet. Write the same blocks in HCL's own syntax, in a file that ends in ${ENDING}.`
	};
}
function emptyFolder(path, directory, names) {
	const similar = names.filter((name) => name.endsWith(".hcl") && !name.endsWith(".pkrvars.hcl"));
	const json = names.filter((name) => name.endsWith(".json"));
	const hint = similar.length > 0 ? ` There is ${similar.join(", ")}: only names that end in ${ENDING} count.` : json.length > 0 ? ` There is ${json.join(", ")}: templates in the older JSON format are not supported yet; "packer hcl2_upgrade FILE" converts one.` : "";
	return {
		code: "no-template-files",
		summary: `There is no template in the folder "${path}"`,
		detail: `No file in ${directory} has a name that ends in ${ENDING}; sub-folders are not searched.${hint}`
	};
}
// src/template/go-template/values.ts
function isTemplateMap(value) {
	return typeof value === "object" && !Array.isArray(value);
}
function isTemplateList(value) {
	return Array.isArray(value);
}
function entryOf(map, key) {
	return Object.hasOwn(map, key) ? map[key] : void 0;
}
function isTruthy(value) {
	if (isTemplateList(value)) return value.length > 0;
	if (isTemplateMap(value)) return Object.keys(value).length > 0;
	return Boolean(value);
}
function showValue(value, missing = "<no value>") {
	if (value === void 0) return missing;
	if (typeof value === "number") return showNumber$1(value);
	if (isTemplateList(value)) return `[${value.map((element) => showValue(element, "<nil>")).join(" ")}]`;
	if (isTemplateMap(value)) return `map[${Object.keys(value).sort().map((key) => `${key}:${showValue(value[key], "<nil>")}`).join(" ")}]`;
	return String(value);
}
function showNumber$1(value) {
	if (Number.isNaN(value)) return "NaN";
	if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
	const scientific = value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
	const exponent = Number(scientific.slice(scientific.indexOf("e") + 1));
	return Number.isInteger(value) || exponent >= -4 && exponent < 6 ? String(value) : scientific;
}
function nameOfType(value) {
	if (value === void 0) return "no value";
	if (isTemplateList(value)) return "a list";
	if (isTemplateMap(value)) return "a map";
	return {
		string: "a text",
		number: "a number",
		boolean: "true or false"
	}[typeof value];
}
// src/template/go-template/functions.ts
var Arguments = class {
	#name;
	all;
	constructor(name, all) {
		this.#name = name;
		this.all = all;
	}
	text(index) {
		const value = this.all[index];
		if (typeof value !== "string") throw this.#mismatch(index, "a text");
		return value;
	}
	integer(index) {
		const value = this.all[index];
		if (typeof value !== "number" || !Number.isInteger(value)) throw this.#mismatch(index, "a whole number");
		return value;
	}
	#mismatch(index, wanted) {
		return new GoTemplateProblem(`Argument ${index + 1} of the function ${this.#name} has to be ${wanted}, not ${nameOfType(this.all[index])}`, "template-function-arguments");
	}
};
function templateFunction(name, count, call) {
	const [min, max] = typeof count === "number" ? [count, count] : count;
	return {
		name,
		call(args) {
			if (args.length < min || args.length > max) throw wrongCount(name, args.length, min, max);
			return call(new Arguments(name, args));
		}
	};
}
function refusedFunction(name, message, remedy) {
	return {
		name,
		call() {
			throw new GoTemplateProblem(message, "refused-template-function", { remedy });
		}
	};
}
function wrongCount(name, count, min, max) {
	const wanted = min === max ? String(min) : max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`;
	return new GoTemplateProblem(`The function ${name} takes ${wanted} ${wanted === "1" || wanted === "at least 1" ? "argument" : "arguments"}, not ${count}`, "template-function-arguments");
}
// src/template/go-template/evaluator.ts
const MAX_OUTPUT = 16777216;
const MAX_ITERATIONS = 1e5;
function evaluateGoTemplate(nodes, data, functions) {
	return new Evaluator(data, functions).run(nodes);
}
var Evaluator = class {
	#functions;
	#variables;
	#data;
	#withoutValue = [];
	#output = "";
	#iterations = 0;
	constructor(data, functions) {
		this.#data = data;
		this.#functions = functions;
		this.#variables = [{
			name: "$",
			value: data
		}];
	}
	run(nodes) {
		this.#nodes(nodes, this.#data);
		return {
			text: this.#output,
			withoutValue: this.#withoutValue
		};
	}
	#nodes(nodes, dot) {
		for (const node of nodes) {
			const flow = this.#node(node, dot);
			if (flow !== "next") return flow;
		}
		return "next";
	}
	#node(node, dot) {
		switch (node.kind) {
			case "text":
				this.#write(node.text);
				return "next";
			case "action": {
				const value = this.#pipeline(node.pipeline, dot);
				if (node.pipeline.variables.length > 0) return "next";
				if (value === void 0) this.#withoutValue.push(node.pipeline.span);
				this.#write(showValue(value));
				return "next";
			}
			case "break":
			case "continue": return node.kind;
			default: return this.#scoped(() => this.#branch(node, dot));
		}
	}
	#write(text) {
		if (this.#output.length + text.length > MAX_OUTPUT) throw tooLong();
		this.#output += text;
	}
	#branch(node, dot) {
		const value = this.#pipeline(node.pipeline, dot);
		if (node.kind === "range") return this.#range(node, value, dot);
		const taken = isTruthy(value);
		return this.#nodes(taken ? node.body : node.otherwise, taken && node.kind === "with" ? value : dot);
	}
	#range(node, collection, dot) {
		const entries = this.#entries(collection, node.pipeline.span);
		if (entries.length === 0) return this.#nodes(node.otherwise, dot);
		const names = node.pipeline.variables;
		for (const [key, value] of entries) {
			this.#iterations += 1;
			if (this.#iterations > MAX_ITERATIONS) throw new GoTemplateProblem(`More than ${MAX_ITERATIONS} rounds of {{ range }}`, "template-iteration-limit", { span: node.span });
			if (this.#scoped(() => {
				if (names.length === 1) this.#bind(node.pipeline, [value]);
				if (names.length === 2) this.#bind(node.pipeline, [key, value]);
				return this.#nodes(node.body, value);
			}) === "break") break;
		}
		return "next";
	}
	#entries(collection, span) {
		if (collection === void 0) return [];
		if (isTemplateList(collection)) return collection.map((value, index) => [index, value]);
		if (isTemplateMap(collection)) return Object.keys(collection).sort().map((key) => [key, collection[key]]);
		if (typeof collection === "number" && Number.isInteger(collection)) {
			const rounds = Math.min(Math.max(collection, 0), 100001);
			return Array.from({ length: rounds }, (_, index) => [index, index]);
		}
		throw new GoTemplateProblem(`{{ range }} can't go over ${nameOfType(collection)}`, "template-range", { span });
	}
	#pipeline(pipeline, dot) {
		let value;
		let piped = false;
		for (const command of pipeline.commands) {
			value = this.#command(command, dot, piped ? [value] : []);
			piped = true;
		}
		if (pipeline.variables.length > 0) this.#bind(pipeline, [value, value]);
		return value;
	}
	#command({ operands, span }, dot, piped) {
		const [callee, ...args] = operands;
		if (callee === void 0) return void 0;
		if (callee.kind !== "function") return this.#operand(callee, dot);
		return this.#call(callee.name, args, dot, piped, span);
	}
	#call(name, args, dot, piped, span) {
		if (name === "and" || name === "or") return this.#shortCircuit(name, args, dot, piped, span);
		const called = this.#functions.get(name);
		if (called === void 0) throw new Error(`The parser let the unknown function ${name} pass`);
		const values = [...args.map((argument) => this.#operand(argument, dot)), ...piped];
		try {
			const result = called.call(values);
			if (typeof result === "string" && result.length > MAX_OUTPUT) throw tooLong();
			return result;
		} catch (thrown) {
			if (thrown instanceof GoTemplateProblem) throw thrown.at(span);
			throw thrown instanceof RangeError ? tooLong().at(span) : thrown;
		}
	}
	#shortCircuit(name, args, dot, piped, span) {
		if (args.length + piped.length === 0) throw wrongCount(name, 0, 1, Number.POSITIVE_INFINITY).at(span);
		let value;
		for (const argument of args) {
			value = this.#operand(argument, dot);
			if (isTruthy(value) === (name === "or")) return value;
		}
		return piped.length > 0 ? piped[0] : value;
	}
	#operand(operand, dot) {
		switch (operand.kind) {
			case "literal": return operand.value;
			case "nil": return;
			case "dot": return dot;
			case "variable": return this.#find(operand.name).value;
			case "group": return this.#scoped(() => this.#pipeline(operand.pipeline, dot));
			case "function": return this.#call(operand.name, [], dot, [], operand.span);
			case "field": return this.#field(this.#operand(operand.of, dot), operand);
		}
	}
	#field(owner, { name, span }) {
		if (owner === void 0) return void 0;
		if (isTemplateMap(owner)) return entryOf(owner, name);
		throw new GoTemplateProblem(`${nameOfType(owner)} has no field ".${name}"`, "template-field", { span });
	}
	#bind({ variables, assigns }, values) {
		variables.forEach((name, index) => {
			if (assigns) this.#find(name).value = values[index];
			else this.#variables.push({
				name,
				value: values[index]
			});
		});
	}
	#find(name) {
		const variable = this.#variables.findLast((candidate) => candidate.name === name);
		if (variable === void 0) throw new Error(`The parser let the unknown variable ${name} pass`);
		return variable;
	}
	#scoped(run) {
		const depth = this.#variables.length;
		const result = run();
		this.#variables.length = depth;
		return result;
	}
};
function tooLong() {
	return new GoTemplateProblem("The text grows beyond 16 MiB", "template-output-limit");
}
// src/template/go-template/printf.ts
const VERB = /%([-+# 0]*)(\d+)?(?:\.(\d+)?)?([\s\S])?/gu;
const MAX_WIDTH = 1e3;
function goPrintf(format, args) {
	let used = 0;
	const text = format.replace(VERB, (whole, flags, width, precision, verb) => {
		if (verb === "%") return "%";
		if (verb === void 0) return "%!(NOVERB)";
		if (used >= args.length) return `%!${verb}(MISSING)`;
		const value = args[used];
		used += 1;
		return padded(showByVerb(verb, value, whole.includes(".") ? Number(precision ?? 0) : void 0, flags) ?? `%!${verb}(${goType(value)}=${showValue(value)})`, Math.min(Number(width ?? 0), MAX_WIDTH), flags, typeof value === "number");
	});
	if (used >= args.length) return text;
	return `${text}%!(EXTRA ${args.slice(used).map((value) => `${goType(value)}=${showValue(value)}`).join(", ")})`;
}
function showByVerb(verb, value, precision, flags) {
	if (verb === "v") return signed(showValue(value, "<nil>"), value, flags);
	if (verb === "T") return goType(value);
	if (typeof value === "string") return showText(verb, value, precision);
	if (typeof value === "number") return showNumber(verb, value, precision, flags);
	return typeof value === "boolean" && verb === "t" ? String(value) : void 0;
}
function showText(verb, value, precision) {
	switch (verb) {
		case "s": return precision === void 0 ? value : Array.from(value).slice(0, precision).join("");
		case "q": return JSON.stringify(value);
		case "x": return Buffer.from(value, "utf8").toString("hex");
		case "X": return Buffer.from(value, "utf8").toString("hex").toUpperCase();
		default: return;
	}
}
const BASES = {
	d: 10,
	b: 2,
	o: 8,
	x: 16,
	X: 16
};
function showNumber(verb, value, precision, flags) {
	const base = BASES[verb];
	if (base !== void 0) {
		if (!Number.isInteger(value)) return void 0;
		const digits = value.toString(base);
		return signed(verb === "X" ? digits.toUpperCase() : digits, value, flags);
	}
	switch (verb) {
		case "c": return Number.isInteger(value) && value >= 0 && value <= 1114111 ? String.fromCodePoint(value) : void 0;
		case "f": return signed(value.toFixed(Math.min(precision ?? 6, 100)), value, flags);
		case "e": return signed(twoDigitExponent(value.toExponential(Math.min(precision ?? 6, 100))), value, flags);
		case "g": return signed(showValue(value), value, flags);
		default: return;
	}
}
function twoDigitExponent(text) {
	return text.replace(/e([+-])(\d)$/, "e$10$2");
}
function signed(text, value, flags) {
	if (typeof value !== "number" || value < 0) return text;
	return flags.includes("+") ? `+${text}` : flags.includes(" ") ? ` ${text}` : text;
}
function padded(text, width, flags, isNumber) {
	const missing = width - Array.from(text).length;
	if (missing <= 0) return text;
	if (flags.includes("-")) return text + " ".repeat(missing);
	if (!flags.includes("0")) return " ".repeat(missing) + text;
	const sign = isNumber ? /^[+-]/.exec(text)?.[0] ?? "" : "";
	return sign + "0".repeat(missing) + text.slice(sign.length);
}
function goType(value) {
	if (value === void 0) return "<nil>";
	if (typeof value === "number") return Number.isInteger(value) ? "int" : "float64";
	if (typeof value === "boolean") return "bool";
	if (typeof value === "string") return "string";
	return Array.isArray(value) ? "[]interface {}" : "map[string]interface {}";
}
// src/template/go-template/builtins.ts
const ANY_NUMBER = Number.POSITIVE_INFINITY;
const builtinFunctions = [
	templateFunction("not", 1, ({ all: [value] }) => !isTruthy(value)),
	templateFunction("len", 1, ({ all: [value] }) => lengthOf(value)),
	templateFunction("index", [1, ANY_NUMBER], ({ all: [collection, ...keys] }) => keys.reduce(indexed, collection)),
	templateFunction("slice", [1, 4], ({ all: [collection, ...bounds] }) => sliced(collection, bounds)),
	templateFunction("print", [0, ANY_NUMBER], ({ all }) => printed(all)),
	templateFunction("println", [0, ANY_NUMBER], ({ all }) => `${all.map((value) => showValue(value, "<nil>")).join(" ")}\n`),
	templateFunction("printf", [1, ANY_NUMBER], (args) => goPrintf(args.text(0), args.all.slice(1))),
	templateFunction("html", [0, ANY_NUMBER], ({ all }) => htmlEscaped(printed(all))),
	templateFunction("urlquery", [0, ANY_NUMBER], ({ all }) => queryEscaped(printed(all))),
	templateFunction("eq", [2, ANY_NUMBER], ({ all: [first, ...others] }) => others.some((other) => equal(first, other))),
	templateFunction("ne", 2, ({ all: [a, b] }) => !equal(a, b)),
	templateFunction("lt", 2, ({ all: [a, b] }) => ordered(a, b) < 0),
	templateFunction("le", 2, ({ all: [a, b] }) => ordered(a, b) <= 0),
	templateFunction("gt", 2, ({ all: [a, b] }) => ordered(a, b) > 0),
	templateFunction("ge", 2, ({ all: [a, b] }) => ordered(a, b) >= 0)
];
function lengthOf(value) {
	if (typeof value === "string") return Buffer.byteLength(value, "utf8");
	if (isTemplateList(value)) return value.length;
	if (isTemplateMap(value)) return Object.keys(value).length;
	throw wrongType("len takes a text, a list or a map", value);
}
function indexed(collection, key) {
	if (isTemplateMap(collection)) {
		if (typeof key !== "string") throw wrongType("The key of a map has to be a text", key);
		return entryOf(collection, key);
	}
	if (typeof collection !== "string" && !isTemplateList(collection)) throw wrongType("index takes a list, a map or a text", collection);
	const bytes = typeof collection === "string" ? [...Buffer.from(collection, "utf8")] : collection;
	return bytes[checkedIndex(key, bytes.length - 1)];
}
function sliced(collection, bounds) {
	if (typeof collection !== "string" && !isTemplateList(collection)) throw wrongType("slice takes a list or a text", collection);
	const elements = typeof collection === "string" ? Buffer.from(collection, "utf8") : collection;
	const [from = 0, to = elements.length] = bounds.map((bound) => checkedIndex(bound, elements.length));
	if (from > to) throw new GoTemplateProblem(`slice can't go from ${from} back to ${to}`, "template-index");
	return typeof collection === "string" ? Buffer.from(collection, "utf8").subarray(from, to).toString("utf8") : collection.slice(from, to);
}
function checkedIndex(index, last) {
	if (typeof index !== "number" || !Number.isInteger(index)) throw wrongType("An index has to be a whole number", index);
	if (index < 0 || index > last) throw new GoTemplateProblem(`The index ${index} is out of range`, "template-index");
	return index;
}
function printed(args) {
	return args.map((value, index) => {
		return (index === 0 || typeof value === "string" || typeof args[index - 1] === "string" ? "" : " ") + showValue(value, "<nil>");
	}).join("");
}
function equal(a, b) {
	if (typeof a === "object" || typeof b === "object") throw wrongType("Only texts, numbers and truth values can be compared", typeof a === "object" ? a : b);
	if (a !== void 0 && b !== void 0 && typeof a !== typeof b) throw incomparable(a, b);
	return a === b;
}
function ordered(a, b) {
	if (typeof a === "number" && typeof b === "number") return a - b;
	if (typeof a === "string" && typeof b === "string") return Buffer.compare(Buffer.from(a), Buffer.from(b));
	throw incomparable(a, b);
}
function incomparable(a, b) {
	return new GoTemplateProblem(`${nameOfType(a)} can't be compared with ${nameOfType(b)}`, "template-comparison");
}
function wrongType(rule, value) {
	return new GoTemplateProblem(`${rule}, not ${nameOfType(value)}`, "template-function-arguments");
}
const HTML_ESCAPES = {
	"<": "&lt;",
	">": "&gt;",
	"&": "&amp;",
	"'": "&#39;",
	"\"": "&#34;"
};
function htmlEscaped(text) {
	return text.replace(/[<>&'"]/g, (character) => HTML_ESCAPES[character] ?? character);
}
function queryEscaped(text) {
	return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%20", "+");
}
// src/template/go-template/refused-functions.ts
const refusedFunctions = [
	refusedFunction("env", "The environment can't be read with {{ env }} here", `Declare a variable whose default is env("NAME"), and write \${var.name} here.`),
	refusedFunction("user", "{{ user }} belongs to the older JSON templates", `In an HCL2 template a variable is written \${var.name}.`),
	...[
		"consul_key",
		"vault",
		"aws_secretsmanager",
		"aws_secretsmanager_raw"
	].map((name) => refusedFunction(name, `{{ ${name} }} only works in the variables of the older JSON templates`, "Pass the value in as a sensitive variable, for example through the environment as PKR_VAR_name.")),
	refusedFunction("sed", "{{ sed }} was taken out of Packer", "Use {{ replace_all \"old\" \"new\" \"text\" }}, or regex_replace() in HCL."),
	refusedFunction("clean_ami_name", "{{ clean_ami_name }} was taken out of Packer", "Use {{ clean_resource_name }} instead.")
];
// src/template/go-template/text-functions.ts
const textFunctions = [
	templateFunction("split", 3, (args) => part(args.text(0), args.text(1), args.integer(2))),
	templateFunction("replace", 4, (args) => replaced(args.text(3), args.text(0), args.text(1), args.integer(2))),
	templateFunction("replace_all", 3, (args) => replaced(args.text(2), args.text(0), args.text(1), -1)),
	templateFunction("upper", 1, (args) => args.text(0).toUpperCase()),
	templateFunction("lower", 1, (args) => args.text(0).toLowerCase()),
	templateFunction("clean_resource_name", 1, (args) => cleanResourceName(args.text(0)))
];
function part(text, separator, index) {
	const parts = text.split(separator);
	const found = index < 0 ? void 0 : parts[index];
	if (found !== void 0) return found;
	throw new GoTemplateProblem(`split makes ${parts.length} ${parts.length === 1 ? "part" : "parts"} of "${text}", and part ${index} is not among them`, "template-index", { remedy: "Parts are counted from 0." });
}
function replaced(text, old, replacement, count) {
	const limit = count < 0 ? Number.POSITIVE_INFINITY : count;
	return (old === "" ? [
		"",
		...Array.from(text),
		""
	] : text.split(old)).reduce((result, piece, index) => result + (index <= limit ? replacement : old) + piece);
}
const AMI_NAME_BYTE = /[A-Za-z0-9()[\] ./'@_-]/;
function cleanResourceName(text) {
	return [...Buffer.from(text, "utf8")].map((byte) => String.fromCharCode(byte)).map((character) => AMI_NAME_BYTE.test(character) ? character : "-").join("");
}
// src/template/go-template/packer-functions.ts
function packerTemplateFunctions(around) {
	const all = [
		...builtinFunctions,
		...textFunctions,
		...refusedFunctions,
		...contextFunctions(around)
	];
	return new Map(all.map((each) => [each.name, each]));
}
function contextFunctions(around) {
	return [
		templateFunction("build_name", 0, () => known("build_name", around.buildName)),
		templateFunction("build_type", 0, () => known("build_type", around.buildType)),
		templateFunction("timestamp", 0, () => String(Math.floor(around.startTime / 1e3))),
		templateFunction("isotime", [0, 1], (args) => formatGoTime(around.startTime, args.all.length === 0 ? "2006-01-02T15:04:05Z07:00" : args.text(0))),
		templateFunction("strftime", 1, (args) => formatStrftime(around.startTime, args.text(0))),
		templateFunction("uuid", 0, () => timeOrderedUuid(around)),
		templateFunction("build", 1, (args) => generatedValue(around.generated, args.text(0))),
		templateFunction("packer_version", 0, () => around.packerVersion),
		templateFunction("pwd", 0, () => around.workingDirectory),
		templateFunction("template_dir", 0, () => around.templateDirectory)
	];
}
function known(name, value) {
	if (value !== void 0) return value;
	throw new GoTemplateProblem(`{{ ${name} }} is only known inside a build`, "template-function-context");
}
function generatedValue(generated, key) {
	const value = generated === void 0 ? void 0 : entryOf(generated, key);
	if (value !== void 0) return value;
	throw new GoTemplateProblem(`{{ build "${key}" }}: "${key}" ${generated === void 0 ? "is not known before the build runs" : "is not among the data of this build"}`, "unknown-build-data", { remedy: `In an HCL2 template write \${build.${key}} in a provisioner or a post-processor.` });
}
function timeOrderedUuid({ startTime, ids }) {
	return (Math.floor(startTime / 1e3) % 2 ** 32).toString(16).padStart(8, "0") + ids.uuid().slice(8);
}
// src/template/go-template/literals.ts
const SIMPLE_ESCAPES = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	"\\": "\\",
	"'": "'",
	"\"": "\""
};
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.?))/gs;
function unescapeGoText(quoted) {
	let valid = true;
	const text = quoted.replace(ESCAPE, (_, byte, short, long, octal, simple) => {
		const digits = byte ?? short ?? long;
		const code = digits === void 0 ? Number.parseInt(octal ?? "", 8) : Number.parseInt(digits, 16);
		if (!Number.isNaN(code)) {
			if (code <= 1114111) return String.fromCodePoint(code);
		} else if (simple !== void 0 && SIMPLE_ESCAPES[simple] !== void 0) return SIMPLE_ESCAPES[simple];
		valid = false;
		return "";
	});
	return valid ? text : void 0;
}
function readGoNumber(text) {
	const match = /^([+-]?)(0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)$/.exec(text);
	if (match === null) return void 0;
	const digits = (match[2] ?? "").replaceAll("_", "");
	const isOctal = /^0\d+$/.test(digits);
	if (isOctal && /[89]/.test(digits)) return void 0;
	const number = isOctal ? Number.parseInt(digits, 8) : Number(digits);
	return match[1] === "-" ? -number : number;
}
// src/template/go-template/lexer.ts
const OPEN = "{{";
const CLOSE = "}}";
const SPACE = /[ \t\r\n]/;
const ACTION_END = /[ \t\r\n]-}}|}}/y;
const COMMENT_END = /\*\/(?:}}|[ \t\r\n]-}})/y;
const PUNCTUATION = /:=|[=|(),]/y;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const VARIABLE = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?/uy;
const FIELD = /\.([\p{L}_][\p{L}\p{N}_]*)/uy;
const NUMBER = /[+-]?\.?\d[\w.]*(?:(?<=[eE])[+-]\d+)?/y;
const RAW_STRING = /`[^`]*`/y;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;
const CHARACTER = /'(?:[^'\\\n]|\\[^\n])+'/y;
function tokenize(text) {
	return new Lexer(text).run();
}
var Lexer = class {
	#text;
	#tokens = [];
	#offset = 0;
	#afterSpace = false;
	#trimsNext = false;
	constructor(text) {
		this.#text = text;
	}
	run() {
		while (this.#offset < this.#text.length) {
			const open = this.#text.indexOf(OPEN, this.#offset);
			this.#literalText(open === -1 ? this.#text.length : open);
			if (open !== -1) this.#action(open);
		}
		this.#push("end", "", this.#text.length, this.#text.length);
		return this.#tokens;
	}
	#literalText(end) {
		let text = this.#text.slice(this.#offset, end);
		if (this.#trimsNext) text = text.replace(/^[ \t\r\n]+/, "");
		if (this.#opensWithTrim(end)) text = text.replace(/[ \t\r\n]+$/, "");
		if (text !== "") this.#push("text", text, this.#offset, end);
		this.#trimsNext = false;
		this.#offset = end;
	}
	#opensWithTrim(open) {
		return this.#text[open + 2] === "-" && SPACE.test(this.#text[open + 3] ?? "");
	}
	#action(open) {
		this.#offset = open + (this.#opensWithTrim(open) ? 4 : 2);
		if (this.#text.startsWith("/*", this.#offset)) {
			this.#comment(open);
			return;
		}
		this.#push("open", OPEN, open, open + 2);
		while (!this.#actionEnds(open)) this.#actionToken(open);
	}
	#comment(open) {
		const end = this.#text.indexOf("*/", this.#offset + 2);
		const match = end === -1 ? void 0 : this.#matchAt(COMMENT_END, end);
		if (match === void 0) throw new GoTemplateProblem("The comment has no end; a comment is written {{/* like this */}}", "unclosed-comment", { span: {
			start: open,
			end: open + 2
		} });
		this.#trimsNext = match.includes("-");
		this.#offset = end + match.length;
	}
	#actionEnds(open) {
		if (this.#offset >= this.#text.length) throw unclosed(open);
		const end = this.#matchAt(ACTION_END, this.#offset);
		if (end === void 0) return false;
		this.#trimsNext = end.length > 2;
		this.#push("close", CLOSE, this.#offset + end.length - 2, this.#offset + end.length);
		this.#offset += end.length;
		return true;
	}
	#actionToken(open) {
		const start = this.#offset;
		const first = this.#text[start] ?? "";
		if (SPACE.test(first)) {
			this.#afterSpace = true;
			this.#offset += 1;
			return;
		}
		if (first === "\"" || first === "`" || first === "'") this.#quoted(first);
		else if (!this.#plainToken()) {
			const shown = String.fromCodePoint(this.#text.codePointAt(start) ?? 0);
			if (this.#text.indexOf(CLOSE, start) === -1) throw unclosed(open);
			throw new GoTemplateProblem(`Unexpected ${JSON.stringify(shown)} in a {{ }} action`, "unexpected-character", { span: {
				start,
				end: start + shown.length
			} });
		}
	}
	#plainToken() {
		const start = this.#offset;
		const number = this.#matchAt(NUMBER, start);
		if (number !== void 0 && /\d/.test(number.slice(0, 2))) {
			if (readGoNumber(number) === void 0) throw new GoTemplateProblem(`"${number}" is not a number`, "invalid-number", { span: {
				start,
				end: start + number.length
			} });
			this.#take("number", number, number.length);
			return true;
		}
		const kinds = [
			["word", WORD],
			["variable", VARIABLE],
			["field", FIELD],
			["punctuation", PUNCTUATION]
		];
		for (const [kind, pattern] of kinds) {
			const found = this.#matchAt(pattern, start);
			if (found !== void 0) {
				this.#take(kind, kind === "field" ? found.slice(1) : found, found.length);
				return true;
			}
		}
		if (this.#text[start] !== ".") return false;
		this.#take("dot", ".", 1);
		return true;
	}
	#quoted(quote) {
		const start = this.#offset;
		const pattern = quote === "\"" ? STRING : quote === "`" ? RAW_STRING : CHARACTER;
		const found = this.#matchAt(pattern, start);
		if (found === void 0) throw new GoTemplateProblem(`The text that begins with ${quote} has no end`, "unclosed-string", { span: {
			start,
			end: start + 1
		} });
		const inside = found.slice(1, -1);
		const value = quote === "`" ? inside.replaceAll("\r", "") : unescapeGoText(inside);
		if (value === void 0 || quote === "'" && Array.from(value).length !== 1) throw new GoTemplateProblem(value === void 0 ? `${found} holds a "\\" that begins no escape` : `${found} is not one character`, "invalid-string", {
			span: {
				start,
				end: start + found.length
			},
			remedy: value === void 0 ? "Write \"\\\\\" for a backslash, or put the text between backquotes, where a backslash is itself." : "Texts stand between double quotes or backquotes."
		});
		if (quote === "'") this.#take("number", String(value.codePointAt(0)), found.length);
		else this.#take("string", value, found.length);
	}
	#matchAt(pattern, offset) {
		pattern.lastIndex = offset;
		return pattern.exec(this.#text)?.[0];
	}
	#take(kind, text, length) {
		this.#push(kind, text, this.#offset, this.#offset + length);
		this.#offset += length;
	}
	#push(kind, text, start, end) {
		this.#tokens.push({
			kind,
			text,
			start,
			end,
			afterSpace: this.#afterSpace
		});
		this.#afterSpace = false;
	}
};
function unclosed(open) {
	return new GoTemplateProblem("\"{{\" has no \"}}\"", "unclosed-action", {
		span: {
			start: open,
			end: open + 2
		},
		remedy: "To have two braces in the text itself, write {{ \"{{\" }}."
	});
}
// src/template/go-template/token-reader.ts
var TokenReader = class {
	#tokens;
	#position = 0;
	constructor(tokens) {
		this.#tokens = tokens;
	}
	peek() {
		return this.#at(this.#position);
	}
	next() {
		const token = this.peek();
		this.#position += 1;
		return token;
	}
	previous() {
		return this.#at(this.#position - 1);
	}
	mark() {
		return this.#position;
	}
	goBack(mark) {
		this.#position = mark;
	}
	isPunctuation(text) {
		const token = this.peek();
		return token.kind === "punctuation" && token.text === text;
	}
	takes(punctuation) {
		if (!this.isPunctuation(punctuation)) return false;
		this.#position += 1;
		return true;
	}
	close() {
		const token = this.next();
		if (token.kind !== "close") throw unexpected(token);
	}
	#at(position) {
		const token = this.#tokens[Math.max(0, Math.min(position, this.#tokens.length - 1))];
		if (token === void 0) throw new Error("There is always a token \"end\"");
		return token;
	}
};
function unexpected(token) {
	return new GoTemplateProblem(`Unexpected ${token.kind === "string" ? JSON.stringify(token.text) : `"${token.text}"`} in a {{ }} action`, "unexpected-token", { span: {
		start: token.start,
		end: token.end
	} });
}
// src/template/go-template/pipeline-parser.ts
const MAX_DEPTH = 100;
const SHORT_CIRCUITS = ["and", "or"];
var PipelineParser = class {
	#reader;
	#functions;
	#variables = ["$"];
	#depth = 0;
	constructor(reader, functions) {
		this.#reader = reader;
		this.#functions = functions;
	}
	get variableCount() {
		return this.#variables.length;
	}
	forgetFrom(count) {
		this.#variables.length = count;
	}
	parse(maxVariables) {
		const start = this.#reader.peek().start;
		const { variables, assigns } = this.#declaration(maxVariables);
		const commands = [this.#command(false)];
		while (this.#reader.takes("|")) commands.push(this.#command(true));
		if (!assigns) this.#variables.push(...variables);
		return {
			span: {
				start,
				end: this.#reader.previous().end
			},
			variables,
			assigns,
			commands
		};
	}
	#declaration(maxVariables) {
		const begin = this.#reader.mark();
		const variables = [];
		do {
			if (this.#reader.peek().kind !== "variable") break;
			variables.push(this.#reader.next());
		} while (variables.length < maxVariables && this.#reader.takes(","));
		const assigns = this.#reader.isPunctuation("=");
		if (variables.length === 0 || !(assigns || this.#reader.isPunctuation(":="))) {
			this.#reader.goBack(begin);
			return {
				variables: [],
				assigns: false
			};
		}
		if (assigns) for (const variable of variables) this.#knownVariable(variable);
		this.#reader.next();
		return {
			variables: variables.map(({ text }) => text),
			assigns
		};
	}
	#command(piped) {
		const first = this.#reader.peek();
		const operands = [];
		while (!this.#atCommandEnd()) {
			if (operands.length > 0 && !this.#reader.peek().afterSpace) throw unexpected(this.#reader.peek());
			operands.push(this.#operand());
		}
		const callee = operands[0];
		if (callee === void 0) throw new GoTemplateProblem("A value is missing here", "missing-value", { span: first });
		if (callee.kind === "nil") throw new GoTemplateProblem("nil is not a command", "nil-command", { span: callee.span });
		if (callee.kind !== "function" && (operands.length > 1 || piped)) throw new GoTemplateProblem("Only a function can be given arguments, and this isn't one", "not-a-function", { span: callee.span });
		return {
			span: {
				start: first.start,
				end: this.#reader.previous().end
			},
			operands
		};
	}
	#operand() {
		let operand = this.#term();
		while (this.#reader.peek().kind === "field" && !this.#reader.peek().afterSpace) {
			const field = this.#reader.next();
			if (operand.kind === "literal" || operand.kind === "nil" || operand.kind === "dot") throw unexpected(field);
			operand = fieldOf(operand, field, operand.span.start);
		}
		return operand;
	}
	#term() {
		const token = this.#reader.next();
		const span = {
			start: token.start,
			end: token.end
		};
		switch (token.kind) {
			case "string": return {
				kind: "literal",
				span,
				value: token.text
			};
			case "number": return {
				kind: "literal",
				span,
				value: readGoNumber(token.text) ?? NaN
			};
			case "dot": return {
				kind: "dot",
				span
			};
			case "field": return fieldOf({
				kind: "dot",
				span: {
					start: token.start,
					end: token.start
				}
			}, token, token.start);
			case "variable": return {
				kind: "variable",
				span,
				name: this.#knownVariable(token)
			};
			case "word": return this.#word(token, span);
			default:
				if (token.text !== "(") throw unexpected(token);
				return this.#group(token);
		}
	}
	#word({ text }, span) {
		if (text === "true" || text === "false") return {
			kind: "literal",
			span,
			value: text === "true"
		};
		if (text === "nil") return {
			kind: "nil",
			span
		};
		if (!this.#functions.has(text) && !SHORT_CIRCUITS.includes(text)) throw new GoTemplateProblem(`There is no function "${text}" in {{ }}`, "unknown-template-function", {
			span,
			remedy: `${didYouMean(text, [...SHORT_CIRCUITS, ...this.#functions.keys()])} To have two braces in the text itself, write {{ "{{" }}.`.trimStart()
		});
		return {
			kind: "function",
			span,
			name: text
		};
	}
	#group(open) {
		this.enter(open);
		const pipeline = this.parse(1);
		if (!this.#reader.takes(")")) throw new GoTemplateProblem("\"(\" has no \")\"", "unclosed-parenthesis", { span: {
			start: open.start,
			end: open.end
		} });
		this.leave();
		return {
			kind: "group",
			span: {
				start: open.start,
				end: this.#reader.previous().end
			},
			pipeline
		};
	}
	#knownVariable(token) {
		if (!this.#variables.includes(token.text)) throw new GoTemplateProblem(`There is no variable ${token.text} here`, "unknown-template-variable", { span: {
			start: token.start,
			end: token.end
		} });
		return token.text;
	}
	enter(span) {
		this.#depth += 1;
		if (this.#depth > MAX_DEPTH) throw new GoTemplateProblem(`Actions are nested more than ${MAX_DEPTH} deep`, "nested-too-deep", { span: {
			start: span.start,
			end: span.end
		} });
	}
	leave() {
		this.#depth -= 1;
	}
	#atCommandEnd() {
		return this.#reader.peek().kind === "close" || this.#reader.isPunctuation("|") || this.#reader.isPunctuation(")");
	}
};
function fieldOf(operand, field, start) {
	return {
		kind: "field",
		span: {
			start,
			end: field.end
		},
		of: operand,
		name: field.text
	};
}
// src/template/go-template/parser.ts
const KEYWORDS = new Set("if with range else end break continue define template block".split(" "));
function parseGoTemplate(text, functions) {
	return new Parser(tokenize(text), functions).template();
}
var Parser = class {
	#reader;
	#pipelines;
	#loops = 0;
	constructor(tokens, functions) {
		this.#reader = new TokenReader(tokens);
		this.#pipelines = new PipelineParser(this.#reader, functions);
	}
	template() {
		return this.#block(void 0).nodes;
	}
	#block(opener) {
		const nodes = [];
		for (;;) {
			const token = this.#reader.next();
			if (token.kind === "end") {
				if (opener === void 0) return {
					nodes,
					ending: void 0
				};
				throw new GoTemplateProblem("This action has no {{ end }}", "missing-end", { span: opener });
			}
			if (token.kind === "text") {
				nodes.push({
					kind: "text",
					text: token.text
				});
				continue;
			}
			const word = this.#reader.peek();
			if (word.kind === "word" && (word.text === "end" || word.text === "else")) {
				if (opener === void 0) throw new GoTemplateProblem(`{{ ${word.text} }} without an {{ if }}, {{ with }} or {{ range }}`, "stray-end", { span: word });
				this.#reader.next();
				return {
					nodes,
					ending: word.text
				};
			}
			nodes.push(this.#actionNode());
		}
	}
	#actionNode() {
		const word = this.#reader.peek();
		if (word.kind === "word" && KEYWORDS.has(word.text)) return this.#keyword(this.#reader.next());
		const pipeline = this.#pipelines.parse(1);
		this.#reader.close();
		return {
			kind: "action",
			pipeline
		};
	}
	#keyword(word) {
		const { text } = word;
		if (text === "if" || text === "with" || text === "range") return this.#branch(text, word);
		if (text === "break" || text === "continue") {
			if (this.#loops === 0) throw new GoTemplateProblem(`{{ ${text} }} outside a {{ range }}`, "stray-loop-control", { span: word });
			this.#reader.close();
			return { kind: text };
		}
		throw new GoTemplateProblem(`{{ ${text} }} can't be used here`, "unsupported-action", {
			span: word,
			remedy: "A text of its own template can only use if, with, range and functions."
		});
	}
	#branch(kind, word) {
		this.#pipelines.enter(word);
		const outer = this.#pipelines.variableCount;
		const pipeline = this.#pipelines.parse(kind === "range" ? 2 : 1);
		this.#reader.close();
		if (kind === "range") this.#loops += 1;
		const inner = this.#pipelines.variableCount;
		const body = this.#block(word);
		if (kind === "range") this.#loops -= 1;
		this.#pipelines.forgetFrom(inner);
		const otherwise = body.ending === "else" ? this.#otherwise(kind, word) : [];
		if (body.ending === "end") this.#reader.close();
		this.#pipelines.forgetFrom(outer);
		this.#pipelines.leave();
		return {
			kind,
			span: word,
			pipeline,
			body: body.nodes,
			otherwise
		};
	}
	#otherwise(kind, opener) {
		const word = this.#reader.peek();
		if (word.kind === "word" && (word.text === "if" || word.text === "with") && word.text === kind) return [this.#branch(kind, this.#reader.next())];
		this.#reader.close();
		const { nodes, ending } = this.#block(opener);
		if (ending === "else") throw new GoTemplateProblem("A second {{ else }}", "stray-else", { span: this.#reader.previous() });
		this.#reader.close();
		return nodes;
	}
};
// src/template/text-renderer.ts
const MAX_ROUNDS = 100;
const SHOWN_LENGTH = 200;
var TextRenderer = class {
	#surroundings;
	constructor(surroundings) {
		this.#surroundings = surroundings;
	}
	atPlan(text) {
		if (!text.includes("{{")) return {
			text,
			withoutValue: []
		};
		return this.#render(text, void 0);
	}
	check(text) {
		if (text.includes("{{")) parseGoTemplate(text, this.#functions(void 0));
	}
	atRun = (text, data) => {
		let rendered = text;
		for (let round = 0; rendered.includes("{{") && round < MAX_ROUNDS; round += 1) {
			const next = this.#round(rendered, data, round);
			if (next === rendered) break;
			rendered = next;
		}
		return rendered;
	};
	#round(text, data, round) {
		try {
			return this.#render(text, data).text;
		} catch (thrown) {
			if (!(thrown instanceof GoTemplateProblem)) throw thrown;
			if (round > 0) return text;
			throw new BakeError(`${thrown.message} (in the text ${JSON.stringify(text.slice(0, SHOWN_LENGTH))})`, {
				code: thrown.code,
				category: "template",
				...thrown.remedy === void 0 ? {} : { hint: thrown.remedy }
			});
		}
	}
	#render(text, data) {
		const functions = this.#functions(data);
		return evaluateGoTemplate(parseGoTemplate(text, functions), data, functions);
	}
	#functions(generated) {
		return packerTemplateFunctions({
			...this.#surroundings,
			generated
		});
	}
};
// src/template/variable-assignments.ts
const ENVIRONMENT_PREFIX = "PKR_VAR_";
function environmentAssignments(environment) {
	const assignments = [];
	for (const [key, text] of Object.entries(environment)) {
		if (!key.startsWith(ENVIRONMENT_PREFIX) || text === void 0) continue;
		const name = key.slice(8);
		assignments.push({
			name,
			given: { text },
			origin: "environment",
			range: void 0
		});
	}
	return assignments;
}
function commandAssignments(variables) {
	return variables.map(({ name, value }) => ({
		name,
		given: { text: value },
		origin: "command",
		range: void 0
	}));
}
// src/template/variable-files.ts
function fileAssignments(source, findings) {
	return source.filename.endsWith(".json") ? jsonAssignments(source, findings) : hclAssignments(source, findings);
}
function hclAssignments(source, findings) {
	const { body, diagnostics } = parseFile(source);
	findings.add(diagnostics);
	for (const block of body.blocks) {
		const declares = block.type === "variable" || block.type === "variables";
		findings.error({
			code: "block-in-variable-file",
			summary: declares ? "Variable declared in a variable file" : "A block in a variable file",
			detail: declares ? `A variable file gives values: name = value. Declare the variable in a file whose name ends in .pkr.hcl.` : `A variable file holds only lines such as name = value. Blocks of type "${block.type}" belong in a file whose name ends in .pkr.hcl.`,
			subject: block.headerRange
		});
	}
	return Array.from(body.attributes.values(), ({ name, expression, nameRange }) => ({
		name,
		given: { value: findings.take(evaluate(expression, EMPTY_SCOPE)) },
		origin: "file",
		range: nameRange
	}));
}
function jsonAssignments(source, findings) {
	const range = source.range(source.start, source.start);
	try {
		const values = fromJson(source.text.slice(source.start));
		if (values.type.kind === "object" && values.isKnown && !values.isNull) return Array.from(values.asEntries(), ([name, value]) => ({
			name,
			given: { value },
			origin: "file",
			range
		}));
		findings.error({
			code: "invalid-variable-file",
			summary: "Not a variable file",
			detail: "A variable file in JSON holds one object: { \"name\": value, … }.",
			subject: range
		});
	} catch (thrown) {
		if (!(thrown instanceof JsonError)) throw thrown;
		findings.error({
			code: "invalid-variable-file",
			summary: "A variable file that is no JSON",
			detail: `"${source.filename}" can't be read as JSON: at line ${thrown.line}, column ${thrown.column}, ${thrown.message}.`,
			subject: range
		});
	}
	return [];
}
// src/hcl/values/inspect.ts
function inspect(value, options = {}) {
	const text = print(value, options.multiline === true ? "" : void 0);
	const { limit } = options;
	return limit === void 0 || text.length <= limit ? text : `${text.slice(0, limit)}…`;
}
function print(value, indent) {
	if (value.marks.has("sensitive")) return "(sensitive value)";
	if (value.isUnknown) return "(known after evaluation)";
	if (value.isNull) return "null";
	switch (value.type.kind) {
		case "string": return quoteHcl(value.asString());
		case "number": return formatNumber(value.asNumber());
		case "bool": return String(value.asBool());
		case "map":
		case "object": {
			const entries = [...value.asEntries()];
			const inner = deeper(indent);
			return bracket("{", entries.map(([key, item]) => `${printKey(key)} = ${print(item, inner)}`), "}", indent, " ");
		}
		default: {
			const inner = deeper(indent);
			return bracket("[", value.asElements().map((item) => print(item, inner)), "]", indent, "", ",");
		}
	}
}
function quoteHcl(text) {
	return `"${text.replace(/[\\"\n\r\t]/g, (character) => ESCAPES[character] ?? character).replace(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).replace(/([$%])\{/g, "$1$1{")}"`;
}
const ESCAPES = {
	"\\": "\\\\",
	"\"": "\\\"",
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
function printKey(key) {
	return /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(key) ? key : quoteHcl(key);
}
function deeper(indent) {
	return indent === void 0 ? void 0 : `${indent}  `;
}
function bracket(open, items, close, indent, padding, separator = "") {
	if (items.length === 0) return open + close;
	if (indent === void 0) return `${open}${padding}${items.join(", ")}${padding}${close}`;
	const inner = `${indent}  `;
	return `${open}\n${items.map((item) => `${inner}${item}${separator}\n`).join("")}${indent}${close}`;
}
// src/template/variable-values.ts
function variableValues(declarations, assignments, scope, findings) {
	const given = /* @__PURE__ */ new Map();
	for (const assignment of assignments) {
		const declaration = declarations.get(assignment.name);
		if (declaration === void 0) reportUndeclared(assignment, declarations.keys(), findings);
		else given.set(assignment.name, {
			value: typedValue(assignment, declaration, findings),
			range: assignment.range
		});
	}
	const values = /* @__PURE__ */ new Map();
	for (const [name, declaration] of declarations) {
		const assigned = given.get(name);
		const value = assigned === void 0 ? declaration.fallback : assigned.value;
		if (value === void 0 && assigned === void 0) reportUnset(declaration, findings);
		const fits = value?.isKnown && validateValue(declaration, value, assigned?.range, scope, findings);
		const known = value !== void 0 && fits ? value : Value.unknownOf(DYNAMIC);
		values.set(name, declaration.sensitive ? known.withMarks([SENSITIVE]) : known);
	}
	return values;
}
function plannedVariables(declarations, values) {
	return Array.from(declarations.values(), ({ name, description, sensitive, range }) => {
		const value = values.get(name);
		return {
			name,
			description,
			sensitive,
			value: value === void 0 ? "" : inspect(value),
			range
		};
	});
}
function typedValue(assignment, declaration, findings) {
	const { given, range } = assignment;
	const raw = "value" in given ? given.value : textValue(given.text, assignment, declaration, findings);
	if (raw === void 0) return void 0;
	const converted = convert(raw, declaration.type);
	if (converted.ok) return converted.value;
	const { path, message } = converted.error;
	findings.error({
		code: "invalid-variable-value",
		summary: `Invalid value for variable "${declaration.name}"`,
		detail: `The value given ${giver(assignment)} does not fit: ${describePath(path)}${path.length > 0 ? ": " : ""}${message}.`,
		subject: range ?? declaration.range
	});
}
function textValue(text, assignment, { name, type, range, sensitive }, findings) {
	if (type.kind === "string" || type.kind === "number" || type.kind === "dynamic") return Value.string(text);
	const parsed = parseExpression(text, `<value of ${name}>`);
	const result = parsed.value === void 0 ? void 0 : evaluate(parsed.value, EMPTY_SCOPE);
	const problems = [...parsed.diagnostics, ...result?.diagnostics ?? []];
	if (result !== void 0 && !hasErrors(problems)) return result.value;
	const reason = sensitive ? "." : `: ${problems[0]?.detail ?? "it is empty."}`;
	findings.error({
		code: "invalid-variable-value",
		summary: `Invalid value for variable "${name}"`,
		detail: `The value given ${giver(assignment)} can't be read as HCL${reason} A value of this type is written as in a template, for example ${exampleOf(type.kind)}.`,
		subject: range
	});
}
function exampleOf(kind) {
	if (kind === "bool") return "true";
	return kind === "map" || kind === "object" ? "{ key = \"value\" }" : "[\"a\", \"b\"]";
}
function giver({ name, origin }) {
	return {
		environment: `in the environment (PKR_VAR_${name})`,
		file: "here",
		command: `for "${name}" on the command line or in the inputs`
	}[origin];
}
function reportUndeclared({ name, origin, range }, known, findings) {
	if (origin === "environment") return;
	const names = [...known];
	const detail = `The template declares no variable "${name}".${didYouMean(name, names)} To declare it, write variable "${name}" {} in the template.`;
	if (origin === "file") findings.warning({
		code: "undeclared-variable",
		summary: `Value for undeclared variable "${name}"`,
		detail,
		...range === void 0 ? {} : { subject: range }
	});
	else findings.error({
		code: "undeclared-variable",
		summary: `Value for undeclared variable "${name}"`,
		detail
	});
}
function reportUnset({ name, range }, findings) {
	findings.error({
		code: "unset-variable",
		summary: `Unset variable "${name}"`,
		detail: `The variable has no default, and no value was given. Give one in the input vars (or with -var ${name}=VALUE), in a variable file, or in the environment as PKR_VAR_${name}; or give the variable a default.`,
		subject: range
	});
}
// src/template/load-template.ts
async function loadTemplate(request, ports) {
	const findings = new Findings();
	const files = readTemplateFiles(request.template, request.workingDirectory, ports.fileSystem);
	findings.add(files.diagnostics);
	if (files.templates.length === 0) return {
		value: void 0,
		diagnostics: findings.diagnostics,
		sensitiveValues: []
	};
	return new TemplateReader(request, ports, files, await templateFunctions(ports, files.directory, request.workingDirectory, files.templates), findings).read();
}
var TemplateReader = class {
	#request;
	#ports;
	#files;
	#functions;
	#findings;
	#sources;
	constructor(request, ports, files, functions, findings) {
		this.#request = request;
		this.#ports = ports;
		this.#files = files;
		this.#functions = functions;
		this.#findings = findings;
		this.#sources = new Map([...files.templates, ...files.autoVariables].map((source) => [source.filename, source]));
	}
	read() {
		const declarations = this.#declarations();
		const assignments = this.#assignments();
		const variables = this.#variables(declarations, assignments);
		const constants = constantObjects(this.#files.root, this.#request.workingDirectory);
		const scope = childScope({
			...EMPTY_SCOPE,
			functions: this.#functions.standard
		}, [
			...constants,
			["var", Value.object(variables)],
			UNKNOWN_DATA,
			UNKNOWN_SOURCE
		]);
		refuseDataSources(declarations.dataSources, this.#findings);
		const locals = evaluateLocals(declarations.locals, scope, this.#findings);
		const builds = this.#builds(declarations, childScope(scope, [["local", Value.object(locals)]]));
		const sensitiveValues = sensitiveTexts({
			declarations,
			assignments,
			variables,
			locals,
			builds,
			catalog: this.#ports.catalog
		});
		const diagnostics = this.#diagnostics(declarations);
		if (hasErrors(diagnostics)) return {
			value: void 0,
			diagnostics,
			sensitiveValues
		};
		return {
			value: deepFreeze({
				template: this.#request.template,
				builds,
				variables: plannedVariables(declarations.variables, variables)
			}),
			diagnostics,
			sensitiveValues
		};
	}
	#declarations() {
		return readDeclarations(this.#files.templates.map((source) => {
			const { body, diagnostics } = parseFile(source);
			this.#findings.add(diagnostics);
			return body;
		}), {
			...EMPTY_SCOPE,
			functions: this.#functions.defaults
		}, this.#findings);
	}
	#assignments() {
		const { workingDirectory, variableFiles, variables: given } = this.#request;
		const named = variableFiles.map((name) => this.#findings.take(readSource(name, workingDirectory, this.#ports.fileSystem))).filter((source) => source !== void 0);
		for (const source of named) this.#sources.set(source.filename, source);
		return [
			...environmentAssignments(this.#ports.environment),
			...[...this.#files.autoVariables, ...named].flatMap((source) => fileAssignments(source, this.#findings)),
			...commandAssignments(given)
		];
	}
	#variables({ variables }, assignments) {
		return variableValues(variables, assignments, {
			...EMPTY_SCOPE,
			functions: this.#functions.standard
		}, this.#findings);
	}
	#builds(declarations, scope) {
		const selector = new BuildSelector(this.#request);
		const builds = planBuilds({
			declarations,
			catalog: this.#ports.catalog,
			selector,
			scope,
			findSource: (filename) => this.#sources.get(filename),
			findings: this.#findings,
			renderer: (name, type) => this.#renderer(name, type)
		});
		this.#findings.add(selector.diagnostics());
		if (builds.length === 0 && !hasErrors(this.#findings.diagnostics)) this.#nothingToBuild(declarations);
		return builds;
	}
	#diagnostics({ variables, locals }) {
		const files = [...this.#sources.keys()];
		const names = {
			variables: [...variables.keys()],
			locals: [...locals.keys()]
		};
		const place = ({ subject }) => subject === void 0 ? [-1, 0] : [files.indexOf(subject.filename), subject.start.offset];
		return this.#findings.diagnostics.map((each) => clearer(each, (filename) => this.#sources.get(filename), names)).sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
	}
	#renderer(buildName, buildType) {
		return new TextRenderer({
			startTime: this.#ports.startTime,
			ids: this.#ports.ids,
			packerVersion: PACKER_VERSION,
			workingDirectory: this.#request.workingDirectory,
			templateDirectory: this.#files.directory,
			buildName,
			buildType
		});
	}
	#nothingToBuild({ builds }) {
		const template = this.#request.template;
		this.#findings.error({
			code: "nothing-to-build",
			summary: "There is nothing to build",
			detail: builds.length === 0 ? `The template "${template}" has no build block. A build names its sources: build { sources = ["source.amazon-ebs.ubuntu"] }. If it is in another file, name the folder that holds both.` : `"only" and "except" leave no build of the template "${template}".`
		});
	}
};
// src/app/local-file-system.ts
const localFileSystem = {
	kind(path) {
		const found = statSync(path, { throwIfNoEntry: false });
		if (found === void 0) return void 0;
		if (found.isFile()) return "file";
		return found.isDirectory() ? "directory" : "other";
	},
	read: (path) => readFileSync(path),
	list: (path) => readdirSync(path)
};
// src/app/plan-template.ts
async function planTemplate(request, registry) {
	const { value: plan, diagnostics: ofTemplate, sensitiveValues } = await loadTemplate(request, {
		fileSystem: localFileSystem,
		catalog: catalogOf(registry),
		clock: request.clock,
		ids: request.ids,
		startTime: request.clock.now(),
		environment: request.environment,
		homeDirectory: request.environment["HOME"] || homedir()
	});
	for (const value of sensitiveValues) request.secrets.register(value);
	const judgement = plan === void 0 ? [] : judgePlan(plan, registry, request);
	const diagnostics = [...ofTemplate, ...judgement];
	for (const diagnostic of diagnostics) request.reporter.report({
		type: "diagnostic",
		diagnostic
	});
	return {
		plan: hasErrors(diagnostics) ? void 0 : plan,
		diagnostics
	};
}
export { createRegistry as a, hasErrors as c, parseFile as i, localFileSystem as n, appendToManifest as o, readTemplateFiles as r, communicatorType as s, planTemplate as t };
