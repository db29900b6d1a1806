import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { t as abortError } from "./abort-VECdT5zR.js";
import { c as isThrottled, i as isDenied, n as awsCodeOf, o as isNotFound, s as isRetryable } from "./errors-CF2EPzhF.js";
import { t as VERSION } from "./version-sfNoc_v3.js";
// src/aws/settings.ts
function wayInOf({ accessKey, secretKey, token, ...settings }) {
	return {
		...settings,
		keysInTemplate: accessKey !== void 0 || secretKey !== void 0 || token !== void 0
	};
}
function settingsOf(wayIn) {
	const text = (name) => {
		const value = wayIn[name];
		return typeof value === "string" ? value : void 0;
	};
	return {
		region: text("region"),
		profile: text("profile"),
		sharedCredentialsFile: text("sharedCredentialsFile"),
		assumeRole: isAssumeRole(wayIn["assumeRole"]) ? wayIn["assumeRole"] : void 0,
		customEndpointEc2: text("customEndpointEc2"),
		insecureSkipTlsVerify: wayIn["insecureSkipTlsVerify"] === true,
		skipMetadataApiCheck: wayIn["skipMetadataApiCheck"] === true
	};
}
function isAssumeRole(value) {
	return typeof value === "object" && value !== null && "roleArn" in value && typeof value.roleArn === "string" && "policyArns" in value && Array.isArray(value.policyArns) && "transitiveTagKeys" in value && Array.isArray(value.transitiveTagKeys) && "tags" in value && typeof value.tags === "object";
}
function endpointOf(service, environment) {
	if (environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] === "true") return void 0;
	return environment[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || environment["AWS_ENDPOINT_URL"] || void 0;
}
// src/aws/status-poller.ts
const PACE = {
	instance: 1500,
	image: 5e3,
	snapshot: 5e3
};
const SLOWEST = 8;
const PER_CALL = 100;
var StatusPoller = class {
	#instances;
	#images;
	#snapshots;
	constructor(ec2, clock) {
		const filter = (Name, Values) => ({ Filters: [{
			Name,
			Values: [...Values]
		}] });
		this.#instances = new KindPoller("instance", clock, async (ids, signal) => {
			const { Reservations = [] } = await ec2.describeInstances(filter("instance-id", ids), signal);
			return byId(Reservations.flatMap(({ Instances = [] }) => Instances), ({ InstanceId }) => InstanceId);
		});
		this.#images = new KindPoller("image", clock, async (ids, signal) => {
			const { Images = [] } = await ec2.describeImages(filter("image-id", ids), signal);
			return byId(Images, ({ ImageId }) => ImageId);
		});
		this.#snapshots = new KindPoller("snapshot", clock, async (ids, signal) => {
			const { Snapshots = [] } = await ec2.describeSnapshots(filter("snapshot-id", ids), signal);
			return byId(Snapshots, ({ SnapshotId }) => SnapshotId);
		});
	}
	instance(id, judge, options) {
		return this.#instances.wait(id, judge, options);
	}
	image(id, judge, options) {
		return this.#images.wait(id, judge, options);
	}
	snapshot(id, judge, options) {
		return this.#snapshots.wait(id, judge, options);
	}
};
var KindPoller = class {
	#kind;
	#clock;
	#describe;
	#waiters = /* @__PURE__ */ new Set();
	#slowness = 1;
	#running = false;
	#alarm = new AbortController();
	#calls = new AbortController();
	constructor(kind, clock, describe) {
		this.#kind = kind;
		this.#clock = clock;
		this.#describe = describe;
	}
	wait(id, judge, { signal, paceMs = PACE[this.#kind] }) {
		return new Promise((resolve, reject) => {
			if (signal.aborted) {
				reject(abortError(signal, `while waiting for ${this.#kind} ${id}`));
				return;
			}
			const leave = () => {
				signal.removeEventListener("abort", onAbort);
				this.#waiters.delete(waiter);
				if (this.#waiters.size === 0) {
					this.#calls.abort();
					this.#alarm.abort();
				}
			};
			const fail = (reason) => {
				leave();
				reject(reason);
			};
			const onAbort = () => fail(abortError(signal, `while waiting for ${this.#kind} ${id}`));
			const waiter = {
				id,
				paceMs,
				dueAt: this.#clock.monotonic(),
				see: (described) => {
					try {
						const result = judge(described);
						if (result === void 0) return;
						leave();
						resolve(result);
					} catch (thrown) {
						fail(thrown);
					}
				},
				fail
			};
			signal.addEventListener("abort", onAbort, { once: true });
			this.#waiters.add(waiter);
			this.#alarm.abort();
			if (!this.#running) this.#run();
		});
	}
	async #run() {
		this.#running = true;
		await Promise.resolve();
		while (this.#waiters.size > 0) {
			this.#calls = new AbortController();
			await this.#look(this.#calls.signal);
			if (this.#waiters.size === 0) break;
			const next = Math.min(...[...this.#waiters].map(({ dueAt }) => dueAt));
			this.#alarm = new AbortController();
			await this.#clock.sleep(next - this.#clock.monotonic(), this.#alarm.signal).catch(() => void 0);
		}
		this.#running = false;
	}
	async #look(signal) {
		const now = this.#clock.monotonic();
		const due = [...this.#waiters].filter(({ dueAt, paceMs }) => dueAt <= now + paceMs / 2);
		const ids = [...new Set(due.map(({ id }) => id))];
		await Promise.all(chunks(ids, PER_CALL).map(async (some) => {
			const waiting = due.filter(({ id }) => some.includes(id));
			try {
				const described = await this.#describe(some, signal);
				this.#slowness = Math.max(1, this.#slowness / 2);
				this.#schedule(waiting);
				for (const waiter of waiting) if (this.#waiters.has(waiter)) waiter.see(described.get(waiter.id));
			} catch (thrown) {
				if (isThrottled(thrown)) this.#slowness = Math.min(SLOWEST, this.#slowness * 2);
				if (signal.aborted || isRetryable(thrown)) this.#schedule(waiting);
				else for (const waiter of waiting) if (this.#waiters.has(waiter)) waiter.fail(thrown);
			}
		}));
	}
	#schedule(waiters) {
		const now = this.#clock.monotonic();
		for (const waiter of waiters) waiter.dueAt = now + waiter.paceMs * this.#slowness;
	}
};
function byId(described, idOf) {
	return new Map(described.map((item) => [idOf(item) ?? "", item]));
}
function chunks(items, size) {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
// src/aws/connections.ts
const DEFAULT_ATTEMPTS = 10;
var AwsConnections = class {
	#surroundings;
	#open = /* @__PURE__ */ new Map();
	#makers = /* @__PURE__ */ new Map();
	constructor(surroundings) {
		this.#surroundings = surroundings;
	}
	open(written) {
		const { region, maxRetries } = written;
		const settings = this.#surroundings.isLocal === true ? {
			region,
			maxRetries
		} : written;
		const key = JSON.stringify(settings);
		let opened = this.#open.get(key);
		if (opened === void 0) {
			opened = connect(settings, this.#surroundings);
			opened.catch(() => this.#open.delete(key));
			this.#open.set(key, opened);
		}
		return opened;
	}
	remember(kind, region, name, aws) {
		this.#makers.set(makerKey(kind, region, name), aws);
	}
	makerOf(kind, region, name) {
		const maker = name === void 0 ? void 0 : this.#makers.get(makerKey(kind, region, name));
		return maker === void 0 ? this.open({ region }) : Promise.resolve(maker);
	}
};
function makerKey(...parts) {
	return JSON.stringify(parts);
}
async function connect(settings, surroundings) {
	const { environment, clock, ids } = surroundings;
	const [{ createEc2 }, { credentialsOf }, { httpHandler }] = await Promise.all([
		import("./ec2-client-D89kYPaR.js"),
		import("./credentials-Dn2uRK-v.js"),
		import("./http-handler-B9zCAmDL.js")
	]);
	const region = await regionOf(settings, environment);
	const requestHandler = surroundings.requestHandler ?? httpHandler(settings, environment);
	const config = (service, inRegion) => {
		const endpoint = endpointOf(service, environment);
		return {
			region: inRegion,
			requestHandler,
			maxAttempts: 1,
			customUserAgent: surroundings.userAgent,
			...endpoint === void 0 ? {} : { endpoint }
		};
	};
	const credentials = credentialsOf(settings, surroundings, config("sts", region));
	const callSettings = (inRegion) => ({
		clock,
		ids,
		maxAttempts: settings.maxRetries ?? DEFAULT_ATTEMPTS,
		region: inRegion,
		onGitHub: environment["GITHUB_ACTIONS"] === "true"
	});
	const ec2Endpoint = settings.customEndpointEc2 ?? endpointOf("ec2", environment);
	const ec2Client = (inRegion, call) => {
		const custom = inRegion === region ? settings.customEndpointEc2 : void 0;
		const endpoint = custom === void 0 ? {} : { endpoint: custom };
		return createEc2({
			...config("ec2", inRegion),
			credentials,
			...endpoint
		}, call);
	};
	const sts = once(async () => {
		const { createSts } = await import("./sts-client-C51e7CXg.js");
		return createSts({
			...config("sts", region),
			credentials
		}, callSettings(region));
	});
	const iam = once(async () => {
		const { createIam } = await import("./iam-client-DWpQcC77.js");
		return createIam({
			...config("iam", region),
			credentials
		}, callSettings(region));
	});
	const ssm = once(async () => {
		const { createSsm } = await import("./ssm-client-YIQdu4gt.js");
		return createSsm({
			...config("ssm", region),
			credentials
		}, callSettings(region));
	});
	const secretsManager = once(async () => {
		const { createSecretsManager } = await import("./secrets-manager-client-BiikE96e.js");
		return createSecretsManager({
			...config("secrets_manager", region),
			credentials
		}, callSettings(region));
	});
	let account;
	return {
		region,
		ec2Endpoint,
		ec2: perRegion((inRegion) => ec2Client(inRegion, callSettings(inRegion))),
		sts,
		iam,
		ssm,
		secretsManager,
		poller: perRegion((inRegion) => new StatusPoller(ec2Client(inRegion, {
			...callSettings(inRegion),
			maxAttempts: 1
		}), clock)),
		accountId: async (signal) => {
			account ??= (await (await sts()).getCallerIdentity({}, signal)).Account ?? "";
			return account;
		}
	};
}
async function regionOf(settings, environment) {
	const named = settings.region || environment["AWS_REGION"] || environment["AWS_DEFAULT_REGION"];
	if (named) return named;
	const { regionOfProfile } = await import("./sts-client-C51e7CXg.js");
	const found = await regionOfProfile(settings.profile ?? (environment["AWS_PROFILE"] || void 0));
	if (found !== void 0) return found;
	throw new BakeError("It is not said in which AWS region to build", {
		code: "region-missing",
		category: "input",
		hint: "Write `region` in the source block, or set AWS_REGION (the action: input aws-region)."
	});
}
function once(make) {
	const made = [];
	return () => {
		const value = made[0] ?? make();
		made[0] = value;
		return value;
	};
}
function perRegion(make) {
	const made = /* @__PURE__ */ new Map();
	return (region) => {
		const value = made.get(region) ?? make(region);
		made.set(region, value);
		return value;
	};
}
// src/aws/retry-while.ts
const FIRST_PAUSE_MS = 1e3;
const LONGEST_PAUSE_MS = 5e3;
async function retryWhile(clock, signal, worthIt, attempt) {
	for (let number = 1;; number += 1) try {
		return await attempt();
	} catch (thrown) {
		if (signal.aborted || !worthIt(thrown, number)) throw thrown;
		await clock.sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (number - 1)), signal);
	}
}
// src/aws/tags.ts
const RUN_TAG = "bake-ami:run";
const BUILD_TAG = "bake-ami:build";
const EXPIRES_AT_TAG = "bake-ami:expires-at";
const SOURCE_AMI_TAG = "bake-ami:source-ami";
const NEVER = "never";
function ec2Tags(...maps) {
	const merged = Object.assign({}, ...maps);
	return Object.entries(merged).sort(([a], [b]) => a < b ? -1 : 1).map(([Key, Value]) => ({
		Key,
		Value
	}));
}
function tagSpecification(type, ...maps) {
	return {
		ResourceType: type,
		Tags: ec2Tags(...maps)
	};
}
function tagValue(tags, key) {
	return tags?.find((tag) => tag.Key === key)?.Value;
}
function tagMap(tags) {
	return Object.fromEntries((tags ?? []).map((tag) => [tag.Key ?? "", tag.Value ?? ""]));
}
// src/aws/undo/tools.ts
async function ec2Of(tools, resource) {
	return (await tools.aws(resource.kind, resource)).ec2(resource.region);
}
function ofRun(runId) {
	return {
		Name: `tag:${RUN_TAG}`,
		Values: [runId]
	};
}
function found(intent, ids) {
	return ids.filter((id) => id !== void 0).map((id) => ({
		kind: intent.kind,
		id,
		region: intent.region,
		name: intent.name
	}));
}
async function unlessGone(removal) {
	try {
		await removal;
	} catch (thrown) {
		if (!isNotFound(thrown)) throw thrown;
	}
}
function onceFree({ clock }, signal, inUse, removal) {
	return retryWhile(clock, signal, inUse, () => unlessGone(removal()));
}
// src/aws/undo/image.ts
function snapshotIdsOf(image) {
	return (image?.BlockDeviceMappings ?? []).map(({ Ebs }) => Ebs?.SnapshotId).filter((id) => id !== void 0);
}
function imageUndo(tools) {
	const remembered = /* @__PURE__ */ new Map();
	return {
		async find(intent, runId, signal) {
			const ec2 = await ec2Of(tools, intent);
			const filters = [ofRun(runId), {
				Name: "name",
				Values: [intent.name]
			}];
			const { Images = [] } = await ec2.describeImages({
				Owners: ["self"],
				Filters: filters
			}, signal);
			return found(intent, Images.map(({ ImageId }) => ImageId));
		},
		async request(resource, signal) {
			const image = await deregister(await ec2Of(tools, resource), resource.id, signal);
			if (image !== void 0) remembered.set(resource.id, image);
		},
		async confirm(resource, signal) {
			const ec2 = await ec2Of(tools, resource);
			const image = await deregister(ec2, resource.id, signal) ?? remembered.get(resource.id);
			const snapshots = await snapshotsMadeFor(ec2, resource.id, image, signal);
			await deleteSnapshots(ec2, tools.clock, snapshots, signal);
		}
	};
}
function isSnapshotInUse(thrown) {
	return awsCodeOf(thrown) === "InvalidSnapshot.InUse";
}
async function removeImage(ec2, clock, imageId, signal) {
	await deleteSnapshots(ec2, clock, await snapshotsMadeFor(ec2, imageId, await deregister(ec2, imageId, signal), signal), signal);
}
async function deleteSnapshots(ec2, clock, ids, signal) {
	await Promise.all(ids.map((SnapshotId) => retryWhile(clock, signal, isSnapshotInUse, () => unlessGone(ec2.deleteSnapshot({ SnapshotId }, signal)))));
}
async function deregister(ec2, ImageId, signal) {
	const image = await imageById(ec2, ImageId, signal);
	if (image !== void 0) await unlessGone(ec2.deregisterImage({ ImageId }, signal));
	return image;
}
async function imageById(ec2, id, signal) {
	try {
		return (await ec2.describeImages({ ImageIds: [id] }, signal)).Images?.[0];
	} catch (thrown) {
		if (awsCodeOf(thrown)?.startsWith("InvalidAMIID.") === true) return void 0;
		throw thrown;
	}
}
async function snapshotsMadeFor(ec2, imageId, image, signal) {
	const mapped = snapshotIdsOf(image);
	const made = [`Created by CreateImage(*) for ${imageId}*`, `Copied for DestinationAmi ${imageId} *`];
	const look = async (Name, Values) => Values.length === 0 ? [] : (await ec2.describeSnapshots({
		OwnerIds: ["self"],
		Filters: [{
			Name,
			Values
		}]
	}, signal)).Snapshots ?? [];
	try {
		const [described, named] = await Promise.all([look("snapshot-id", mapped), look("description", made)]);
		const ours = described.filter((snapshot) => !isOlder(snapshot, image));
		return [...new Set([...ours, ...named].map(({ SnapshotId }) => SnapshotId))].filter((id) => id !== void 0);
	} catch (thrown) {
		if (isDenied(thrown)) return mapped;
		throw thrown;
	}
}
const SAME_TIME_MS = 6e4;
function isOlder({ Tags, StartTime }, image) {
	if (tagValue(Tags, "bake-ami:run") !== void 0 || StartTime === void 0) return false;
	return StartTime.getTime() < Date.parse(image?.CreationDate ?? "") - SAME_TIME_MS;
}
// src/aws/undo/instance.ts
const UNKNOWN_FOR_MS = 1e4;
const PACE_MS = 2e3;
function instanceUndo(tools) {
	const lasting = /* @__PURE__ */ new Map();
	const noteVolumes = (id, instance) => {
		const mappings = instance?.BlockDeviceMappings ?? [];
		if (mappings.length === 0) return;
		const volumes = mappings.filter(({ Ebs }) => Ebs?.DeleteOnTermination === false).map(({ Ebs }) => Ebs?.VolumeId);
		lasting.set(id, volumes.filter((volume) => volume !== void 0));
	};
	return {
		async find(intent, runId, signal) {
			const { Reservations = [] } = await (await ec2Of(tools, intent)).describeInstances({ Filters: [
				ofRun(runId),
				{
					Name: `tag:${BUILD_TAG}`,
					Values: [intent.name]
				},
				{
					Name: "instance-state-name",
					Values: [
						"pending",
						"running",
						"shutting-down",
						"stopping",
						"stopped"
					]
				}
			] }, signal);
			return found(intent, Reservations.flatMap(({ Instances = [] }) => Instances).map(({ InstanceId }) => InstanceId));
		},
		async request(resource, signal) {
			const ec2 = await ec2Of(tools, resource);
			const ids = { InstanceIds: [resource.id] };
			const [described, terminated] = await Promise.allSettled([ec2.describeInstances(ids, signal), unlessGone(ec2.terminateInstances(ids, signal))]);
			if (described.status === "fulfilled") noteVolumes(resource.id, described.value.Reservations?.[0]?.Instances?.[0]);
			if (terminated.status === "rejected") throw terminated.reason;
		},
		async confirm(resource, signal) {
			const aws = await tools.aws(resource.kind, resource);
			const ec2 = aws.ec2(resource.region);
			const poller = aws.poller(resource.region);
			let seen = await ended(poller, resource, tools, signal);
			noteVolumes(resource.id, seen.instance);
			if (seen.state === "running") {
				await unlessGone(ec2.terminateInstances({ InstanceIds: [resource.id] }, signal));
				seen = await ended(poller, resource, tools, signal, { isAsked: true });
			}
			const volumes = lasting.get(resource.id) ?? await volumesOf(ec2, seen.instance, signal);
			for (const VolumeId of volumes) await onceFree(tools, signal, isVolumeInUse, () => ec2.deleteVolume({ VolumeId }, signal));
		}
	};
}
function isVolumeInUse(thrown) {
	return awsCodeOf(thrown) === "VolumeInUse" || awsCodeOf(thrown) === "IncorrectState";
}
function ended(poller, { id }, { clock }, signal, { isAsked = false } = {}) {
	const start = clock.monotonic();
	return poller.instance(id, (instance) => {
		const state = instance?.State?.Name;
		if (instance === void 0 || state === void 0) return clock.monotonic() - start >= UNKNOWN_FOR_MS ? { state: "unknown" } : void 0;
		if (state === "terminated") return {
			state,
			instance
		};
		return state === "shutting-down" || isAsked ? void 0 : {
			state: "running",
			instance
		};
	}, {
		signal,
		paceMs: PACE_MS
	});
}
async function volumesOf(ec2, instance, signal) {
	const run = tagValue(instance?.Tags, RUN_TAG);
	const build = tagValue(instance?.Tags, BUILD_TAG);
	if (run === void 0 || build === void 0) return [];
	const { Volumes = [] } = await ec2.describeVolumes({ Filters: [ofRun(run), {
		Name: `tag:${BUILD_TAG}`,
		Values: [build]
	}] }, signal);
	return Volumes.map(({ VolumeId }) => VolumeId).filter((id) => id !== void 0);
}
// src/aws/undo/key-pair.ts
const MADE_UP_NAME = /^packer_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
function keyPairUndo(tools) {
	const remove = async (resource, signal) => {
		await unlessGone((await ec2Of(tools, resource)).deleteKeyPair(keyPairParameter(resource), signal));
	};
	return {
		async find(intent, runId, signal) {
			const ec2 = await ec2Of(tools, intent);
			const filters = [ofRun(runId), {
				Name: "key-name",
				Values: [intent.name]
			}];
			try {
				const { KeyPairs = [] } = await ec2.describeKeyPairs({ Filters: filters }, signal);
				return found(intent, KeyPairs.map(({ KeyPairId }) => KeyPairId));
			} catch (thrown) {
				if (isDenied(thrown) && MADE_UP_NAME.test(intent.name)) return found(intent, [intent.name]);
				throw thrown;
			}
		},
		request: remove,
		confirm: remove
	};
}
function keyPairParameter({ id, name }) {
	return name === void 0 ? { KeyPairId: id } : { KeyName: name };
}
// src/aws/undo/security-group.ts
function securityGroupUndo(tools) {
	return {
		async find(intent, runId, signal) {
			const ec2 = await ec2Of(tools, intent);
			const filters = [ofRun(runId), {
				Name: "group-name",
				Values: [intent.name]
			}];
			const { SecurityGroups = [] } = await ec2.describeSecurityGroups({ Filters: filters }, signal);
			return found(intent, SecurityGroups.map(({ GroupId }) => GroupId));
		},
		async request(resource, signal) {
			await unlessGone((await ec2Of(tools, resource)).deleteSecurityGroup({ GroupId: resource.id }, signal));
		},
		async confirm(resource, signal) {
			const ec2 = await ec2Of(tools, resource);
			const inUse = (thrown) => awsCodeOf(thrown) === "DependencyViolation" || awsCodeOf(thrown) === "InvalidGroup.InUse";
			await onceFree(tools, signal, inUse, () => ec2.deleteSecurityGroup({ GroupId: resource.id }, signal));
		}
	};
}
// src/aws/undo/table.ts
function undoTable(connections, clock) {
	const tools = {
		clock,
		aws: (kind, { region, name }) => connections.makerOf(kind, region, name)
	};
	const table = /* @__PURE__ */ new Map([
		["instance", instanceUndo(tools)],
		["key-pair", keyPairUndo(tools)],
		["security-group", securityGroupUndo(tools)],
		["image", imageUndo(tools)]
	]);
	return (kind) => {
		const undo = table.get(kind);
		return undo === void 0 ? void 0 : stubborn(undo, clock);
	};
}
const TRIES = 3;
function stubborn(undo, clock) {
	return {
		...undo,
		confirm: (resource, signal) => retryWhile(clock, signal, (_, attempt) => attempt < TRIES, () => undo.confirm(resource, signal))
	};
}
// src/app/cloud-access.ts
function cloudAccess({ clock, ids, secrets }, environment, cloud) {
	const connections = new AwsConnections({
		environment,
		clock,
		ids,
		registerSecret: (secret) => secrets.register(secret),
		userAgent: `bake-ami/${VERSION}`,
		isLocal: cloud === "local"
	});
	return {
		connections,
		undo: undoTable(connections, clock)
	};
}
// \0@oxc-project+runtime@0.158.0/helpers/esm/usingCtx.js
function _usingCtx() {
	var r = "function" == typeof SuppressedError ? SuppressedError : function(r, e) {
		var n = Error();
		return n.name = "SuppressedError", n.error = r, n.suppressed = e, n;
	}, e = {}, n = [];
	function using(r, e) {
		if (null != e) {
			if (Object(e) !== e) throw new TypeError("using declarations can only be used with objects, functions, null, or undefined.");
			if (r) var o = e[Symbol.asyncDispose || Symbol["for"]("Symbol.asyncDispose")];
			if (void 0 === o && (o = e[Symbol.dispose || Symbol["for"]("Symbol.dispose")], r)) var t = o;
			if ("function" != typeof o) throw new TypeError("Object is not disposable.");
			t && (o = function o() {
				try {
					t.call(e);
				} catch (r) {
					return Promise.reject(r);
				}
			}), n.push({
				v: e,
				d: o,
				a: r
			});
		} else r && n.push({
			d: e,
			a: r
		});
		return e;
	}
	return {
		e,
		u: using.bind(null, !1),
		a: using.bind(null, !0),
		d: function d() {
			var o, t = this.e, s = 0;
			function next() {
				for (; o = n.pop();) try {
					if (!o.a && 1 === s) return s = 0, n.push(o), Promise.resolve().then(next);
					if (o.d) {
						var r = o.d.call(o.v);
						if (o.a) return s |= 2, Promise.resolve(r).then(next, err);
					} else s |= 1;
				} catch (r) {
					return err(r);
				}
				if (1 === s) return t !== e ? Promise.reject(t) : Promise.resolve();
				if (t !== e) throw t;
			}
			function err(n) {
				return t = t !== e ? new r(n, t) : n, next();
			}
			return next();
		}
	};
}
export { settingsOf as _, snapshotIdsOf as a, EXPIRES_AT_TAG as c, SOURCE_AMI_TAG as d, ec2Tags as f, retryWhile as g, tagValue as h, removeImage as i, NEVER as l, tagSpecification as m, cloudAccess as n, unlessGone as o, tagMap as p, deleteSnapshots as r, BUILD_TAG as s, _usingCtx as t, RUN_TAG as u, wayInOf as v };
