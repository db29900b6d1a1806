import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { i as onAbort, n as abortError } from "./abort-DcY-MBHM.js";
import { t as orAborted } from "./deadline-BStsF6u5.js";
import { t as isRecord } from "./is-record-DahPzVSt.js";
import { m as tagValue, n as BUILD_TAG, o as RUN_TAG, t as allPages } from "./all-pages-DbyY6m54.js";
import { a as isDenied, c as isRetryable, l as isThrottled, n as awsCodeOf, o as isForeign, s as isNotFound } from "./errors-Cz-Ex8Cy.js";
import { d as ec2Of, f as found, g as unlessGone, h as onceFree, i as deleteSnapshots, m as ofRun, o as imageUndo, p as isMadeUp, t as endpointOf, u as byName, v as describeFastLaunch, y as retryWhile } from "./settings-8GxVHhfZ.js";
import { n as describeDuration } from "./duration-Bo3QJcs-.js";
import { t as VERSION } from "./version-sfNoc_v3.js";
// src/aws/batch.ts
const WINDOW_MS = 10;
var Batch = class {
	#parts;
	#waiting = [];
	#sent = new AbortController();
	constructor(parts) {
		this.#parts = parts;
	}
	async ask(key, signal) {
		const answer = new Promise((resolve, reject) => {
			this.#waiting.push({
				key,
				signal,
				resolve,
				reject
			});
			if (this.#waiting.length >= this.#parts.limit) this.#send();
			else if (this.#waiting.length === 1) this.#sendLater();
		});
		try {
			return await orAborted(answer, signal);
		} finally {
			if (signal.aborted && this.#waiting.every((member) => member.signal.aborted)) this.#send();
		}
	}
	async #sendLater() {
		const sent = new AbortController();
		this.#sent = sent;
		await this.#parts.clock.sleep(WINDOW_MS, sent.signal).catch(() => void 0);
		if (!sent.signal.aborted) this.#send();
	}
	#send() {
		const members = this.#waiting.filter(({ signal }) => !signal.aborted);
		this.#waiting = [];
		this.#sent.abort();
		if (members.length > 0) this.#together(members);
	}
	async #together(members) {
		const over = new AbortController();
		const endIfAll = () => {
			if (members.every(({ signal }) => signal.aborted)) over.abort(members[0]?.signal.reason);
		};
		const listening = members.map(({ signal }) => onAbort(signal, endIfAll));
		try {
			const answerFor = await this.#parts.call(members.map(({ key }) => key), over.signal);
			for (const member of members) member.resolve(answerFor(member.key));
		} catch (thrown) {
			if (members.length === 1 || this.#parts.isOneQuestion === true || over.signal.aborted) for (const member of members) member.reject(thrown);
			else await Promise.all(members.map((member) => this.#together([member])));
		} finally {
			for (const stopListening of listening) stopListening();
		}
	}
};
// src/aws/decode-denial.ts
function denialDecoder(sts) {
	return async (EncodedMessage, signal) => {
		try {
			const { DecodedMessage = "" } = await (await sts()).decodeAuthorizationMessage({ EncodedMessage }, signal);
			return denialIn(JSON.parse(DecodedMessage));
		} catch {
			return;
		}
	};
}
function denialIn(message) {
	if (!isRecord(message)) return void 0;
	const context = record(message["context"]);
	const action = text(context["action"]);
	const principal = text(record(context["principal"])["arn"]);
	const resource = text(context["resource"]);
	const statements = items(record(message["matchedStatements"])["items"]).map((statement) => text(record(statement)["statementId"])).filter((id) => id !== void 0 && id !== "");
	return {
		action,
		text: [
			`${principal ?? "the caller"} asked for ${action ?? "an action"}${resource === void 0 ? "" : ` on ${resource}`}`,
			message["explicitDeny"] === true ? `a statement denies it explicitly${statements.length === 0 ? "" : ` (${statements.join(", ")})`}` : "no statement allows it",
			...conditions(context["conditions"])
		].join("; ")
	};
}
function conditions(given) {
	const pairs = items(record(given)["items"]).flatMap((condition) => {
		const { key, values } = record(condition);
		const shown = items(record(values)["items"]).flatMap((each) => text(record(each)["value"]) ?? []);
		return typeof key === "string" ? [`${key} = ${shown.join(", ")}`] : [];
	});
	return pairs.length === 0 ? [] : [`with ${pairs.join("; ")}`];
}
function record(value) {
	return isRecord(value) ? value : {};
}
function items(value) {
	return Array.isArray(value) ? value : [];
}
function text(value) {
	return typeof value === "string" ? value : void 0;
}
// src/aws/polling/settings.ts
const DEFAULT_POLLING = {
	paceMs: void 0,
	stalledAfterMs: void 0
};
const ATTEMPT_SECONDS = 5;
function pollingOf(written, environment) {
	const delay = written?.delaySeconds || wholeNumber(environment["AWS_POLL_DELAY_SECONDS"]);
	const attempts = written?.maxAttempts || wholeNumber(environment["AWS_MAX_ATTEMPTS"]);
	const seconds = attempts ? attempts * (delay || ATTEMPT_SECONDS) : wholeNumber(environment["AWS_TIMEOUT_SECONDS"]);
	return {
		paceMs: delay ? delay * 1e3 : void 0,
		stalledAfterMs: seconds ? seconds * 1e3 : void 0
	};
}
function wholeNumber(text) {
	return text !== void 0 && /^\d+$/.test(text) ? Number(text) : void 0;
}
// src/aws/region-batches.ts
const NAMES_PER_CALL = 200;
const TAGGINGS_PER_CALL = 50;
const INSTANCES_PER_CALL = 100;
var RegionBatches = class {
	#ec2;
	#clock;
	#names;
	#searches = /* @__PURE__ */ new Map();
	#tagged = /* @__PURE__ */ new Map();
	#types;
	#offerings;
	#terminations;
	#taggings = /* @__PURE__ */ new Map();
	#tried = /* @__PURE__ */ new Map();
	#dryTaggings = /* @__PURE__ */ new Map();
	constructor(ec2, clock) {
		this.#ec2 = ec2;
		this.#clock = clock;
		this.#names = new Batch({
			clock,
			limit: NAMES_PER_CALL,
			call: async (names, signal) => {
				const request = {
					Owners: ["self"],
					Filters: [{
						Name: "name",
						Values: [...new Set(names)]
					}],
					IncludeDisabled: true
				};
				const { Images = [] } = await ec2.describeImages(request, signal);
				return (name) => Images.filter(({ Name }) => Name === name);
			}
		});
		this.#types = new Batch({
			clock,
			limit: NAMES_PER_CALL,
			call: async (names, signal) => {
				const InstanceTypes = [...new Set(names)];
				const found = await ec2.describeInstanceTypes({ InstanceTypes }, signal);
				return (name) => found.InstanceTypes?.find(({ InstanceType }) => InstanceType === name);
			}
		});
		this.#offerings = new Batch({
			clock,
			limit: NAMES_PER_CALL,
			call: async (names, signal) => {
				const Filters = [{
					Name: "instance-type",
					Values: [...new Set(names)]
				}];
				const offerings = (await allPages((NextToken) => ec2.describeInstanceTypeOfferings({
					LocationType: "availability-zone",
					Filters,
					NextToken
				}, signal))).flatMap(({ InstanceTypeOfferings = [] }) => InstanceTypeOfferings);
				return (name) => new Set(offerings.flatMap(({ InstanceType, Location }) => InstanceType === name && Location !== void 0 ? [Location] : []));
			}
		});
		this.#terminations = new Batch({
			clock,
			limit: INSTANCES_PER_CALL,
			call: async (InstanceIds, signal) => {
				await ec2.terminateInstances({ InstanceIds: [...InstanceIds] }, signal);
				return () => void 0;
			}
		});
	}
	ownImagesNamed(name, signal) {
		return this.#names.ask(name, signal);
	}
	ownImagesTagged(key, value, signal) {
		return kept(this.#tagged, key, () => {
			return new Batch({
				clock: this.#clock,
				limit: NAMES_PER_CALL,
				call: async (values, limited) => {
					const Filters = [{
						Name: `tag:${key}`,
						Values: [...new Set(values)]
					}];
					const { Images = [] } = await this.#ec2.describeImages({
						Owners: ["self"],
						Filters
					}, limited);
					return (wanted) => Images.filter(({ Tags }) => tagValue(Tags, key) === wanted);
				}
			});
		}).ask(value, signal);
	}
	findImages(input, signal) {
		return kept(this.#searches, JSON.stringify(input), () => {
			return new Batch({
				clock: this.#clock,
				limit: Number.POSITIVE_INFINITY,
				isOneQuestion: true,
				call: async (_, limited) => {
					const { Images = [] } = await this.#ec2.describeImages(input, limited);
					return () => Images;
				}
			});
		}).ask(void 0, signal);
	}
	instanceType(name, signal) {
		return this.#types.ask(name, signal);
	}
	zonesOffering(type, signal) {
		return this.#offerings.ask(type, signal);
	}
	terminate(instanceId, signal) {
		return this.#terminations.ask(instanceId, signal);
	}
	tag(resources, tags, signal) {
		return kept(this.#taggings, JSON.stringify(tags), () => {
			return new Batch({
				clock: this.#clock,
				limit: TAGGINGS_PER_CALL,
				call: async (lists, limited) => {
					await this.#ec2.createTags({
						Resources: lists.flat(),
						Tags: [...tags]
					}, limited);
					return () => void 0;
				}
			});
		}).ask(resources, signal);
	}
	async denialOf(question, dryRun) {
		if (await this.#tried.get(question) === true) return void 0;
		const refusal = dryRun().then(() => void 0, (thrown) => thrown);
		this.#tried.set(question, refusal.then((thrown) => awsCodeOf(thrown) === "DryRunOperation"));
		const thrown = await refusal;
		return isDenied(thrown) ? thrown : void 0;
	}
	tryToTag(resource, tags, signal) {
		const request = {
			Resources: [resource],
			Tags: [...tags],
			DryRun: true
		};
		return kept(this.#dryTaggings, JSON.stringify(request), () => {
			return new Batch({
				clock: this.#clock,
				limit: Number.POSITIVE_INFINITY,
				isOneQuestion: true,
				call: async (_, limited) => {
					await this.#ec2.createTags(request, limited);
					return () => void 0;
				}
			});
		}).ask(void 0, signal);
	}
};
function kept(map, key, make) {
	const value = map.get(key) ?? make();
	map.set(key, value);
	return value;
}
// src/aws/request-pace.ts
const FIRST_GAP_MS = 500;
const LONGEST_GAP_MS = 4e3;
const SHORTEST_GAP_MS$1 = 50;
const FASTER = .9;
const SLOWER = 1.5;
var RequestPace = class {
	#clock;
	#lines = /* @__PURE__ */ new Map();
	constructor(clock) {
		this.#clock = clock;
	}
	async turn(action, signal) {
		const line = this.#lines.get(action);
		if (line === void 0) return;
		const now = this.#clock.monotonic();
		const at = Math.max(now, line.nextAt);
		line.nextAt = at + line.gapMs;
		if (at > now) await this.#clock.sleep(at - now, signal);
	}
	throttled(action) {
		const now = this.#clock.monotonic();
		const line = this.#lines.get(action);
		if (line === void 0) this.#lines.set(action, {
			gapMs: FIRST_GAP_MS,
			nextAt: now + FIRST_GAP_MS,
			widenedAt: now
		});
		else if (now - line.widenedAt >= 2 * line.gapMs) {
			line.gapMs = Math.min(LONGEST_GAP_MS, line.gapMs * SLOWER);
			line.widenedAt = now;
		}
	}
	answered(action) {
		const line = this.#lines.get(action);
		if (line === void 0) return;
		line.gapMs *= FASTER;
		if (line.gapMs < SHORTEST_GAP_MS$1) this.#lines.delete(action);
	}
};
// src/aws/polling/pace.ts
const GAPS = {
	instance: {
		first: 1e3,
		ofWaited: 1 / 20,
		longest: 2e3,
		nearest: 500,
		far: 2e3
	},
	image: {
		first: 2e3,
		ofWaited: 1 / 2,
		longest: 5e3,
		nearest: 500,
		far: 15e3
	},
	snapshot: {
		first: 5e3,
		ofWaited: 1 / 2,
		longest: 1e4,
		nearest: 5e3,
		far: 1e4
	},
	"fast-launch": {
		first: 2e3,
		ofWaited: 1 / 2,
		longest: 15e3,
		nearest: 2e3,
		far: 15e3
	}
};
const OF_OVERDUE = 1 / 2;
function gapAfter(kind, waitedMs, remainingMs) {
	const { first, ofWaited, longest, nearest, far } = GAPS[kind];
	if (remainingMs === void 0) return within(first, waitedMs * ofWaited, longest);
	return remainingMs > 0 ? within(nearest, remainingMs, far) : within(nearest, -remainingMs * OF_OVERDUE, longest);
}
function within(least, value, most) {
	return Math.min(most, Math.max(least, value));
}
const SLOWEST = 8;
var Slowness = class {
	#factor = 1;
	get factor() {
		return this.#factor;
	}
	throttled() {
		this.#factor = Math.min(SLOWEST, this.#factor * 2);
	}
	answered() {
		this.#factor = Math.max(1, this.#factor / 2);
	}
};
// src/aws/polling/wait.ts
const GONE_AFTER_LOOKS = 4;
const GONE_AFTER_MS = 1e4;
const NEVER_SEEN_AFTER_MS = 3e5;
var Wait = class {
	id;
	promise;
	#parts;
	#judge;
	#options;
	#startedAt;
	#leave;
	#resolve = () => void 0;
	#reject = () => void 0;
	#dueAt;
	#hasLooked = false;
	#state;
	#lastSeenAt;
	#absentLooks = 0;
	#progress = "";
	#progressAt;
	constructor(parts, judge, options, onEnd) {
		this.#parts = parts;
		this.#judge = judge;
		this.#options = options;
		this.id = parts.id;
		this.#startedAt = parts.clock.monotonic();
		this.#dueAt = this.#startedAt + (options.firstLookMs ?? 0);
		this.#progressAt = this.#startedAt;
		this.promise = new Promise((resolve, reject) => {
			this.#resolve = resolve;
			this.#reject = reject;
		});
		const { signal } = options;
		const stopListening = onAbort(signal, () => this.cancel());
		this.#leave = () => {
			stopListening();
			onEnd();
		};
	}
	get dueAt() {
		return this.#dueAt;
	}
	get gapMs() {
		const { kind, clock, polling } = this.#parts;
		const { paceMs = polling.paceMs, remainingMs } = this.#options;
		return paceMs ?? gapAfter(kind, clock.monotonic() - this.#startedAt, remainingMs?.());
	}
	get hasLooked() {
		return this.#hasLooked;
	}
	schedule(slowness) {
		this.#dueAt = this.#parts.clock.monotonic() + this.gapMs * slowness;
	}
	see(described) {
		try {
			this.#note(described);
			const result = this.#judge(described);
			if (result === void 0) {
				this.#options.onLook?.(this.#state, this.#parts.clock.monotonic() - this.#startedAt);
				this.#checkPresence(described);
				this.#checkProgress();
				return;
			}
			this.#leave();
			this.#resolve(result);
		} catch (thrown) {
			this.fail(thrown);
		}
	}
	fail(reason) {
		this.#leave();
		this.#reject(reason);
	}
	cancel() {
		this.fail(abortError(this.#options.signal, `while waiting for ${this.#described()}`));
	}
	#note(described) {
		this.#hasLooked = true;
		if (described === void 0) {
			this.#absentLooks += 1;
			return;
		}
		this.#absentLooks = 0;
		this.#lastSeenAt = this.#parts.clock.monotonic();
		this.#state = this.#parts.stateOf(described);
	}
	#checkPresence(described) {
		if (described !== void 0 || this.#options.mayBeGone === true) return;
		const { kind, id, clock } = this.#parts;
		const now = clock.monotonic();
		if (this.#lastSeenAt !== void 0) {
			if (this.#absentLooks < GONE_AFTER_LOOKS || now - this.#lastSeenAt < GONE_AFTER_MS) return;
			throw new BakeError(`The ${kind} ${id} is gone: EC2 showed it as ${this.#state}, and does not any more`, {
				code: "resource-gone",
				category: "cloud",
				hint: "Somebody else removed it while it was waited for; CloudTrail tells who."
			});
		}
		if (now - this.#startedAt < NEVER_SEEN_AFTER_MS) return;
		throw new BakeError(`EC2 has not shown the ${kind} ${id} for ${describeDuration(now - this.#startedAt)}`, {
			code: "resource-never-seen",
			category: "cloud",
			hint: "Check that the credentials may describe it, and look at the AWS Health Dashboard."
		});
	}
	#checkProgress() {
		const { clock, polling } = this.#parts;
		const now = clock.monotonic();
		const progress = `${this.#state} ${this.#options.progress?.() ?? ""}`;
		if (progress !== this.#progress) {
			this.#progress = progress;
			this.#progressAt = now;
		}
		if (polling.stalledAfterMs === void 0 || now - this.#progressAt < polling.stalledAfterMs) return;
		throw new BakeError(`No progress for ${describeDuration(now - this.#progressAt)} while waiting for ${this.#described()}`, {
			code: "wait-stalled",
			category: "cloud",
			hint: "That is the limit of aws_polling (or of AWS_MAX_ATTEMPTS, AWS_POLL_DELAY_SECONDS, AWS_TIMEOUT_SECONDS): raise it, or remove it to wait as long as the job lasts."
		});
	}
	#described() {
		const { kind, id, clock } = this.#parts;
		if (this.#state === void 0) return `${kind} ${id}`;
		return `${kind} ${id} (${this.#state}, after ${describeDuration(clock.monotonic() - this.#startedAt)})`;
	}
};
// src/aws/polling/kind-poller.ts
const PER_CALL = 200;
const SHORTEST_GAP_MS = 250;
var KindPoller = class {
	#parts;
	#waits = /* @__PURE__ */ new Set();
	#running = false;
	#lastLookAt = Number.NEGATIVE_INFINITY;
	#alarm = new AbortController();
	#calls = new AbortController();
	constructor(parts) {
		this.#parts = parts;
	}
	wait(id, judge, options) {
		const { kind, clock, polling, stateOf } = this.#parts;
		const wait = new Wait({
			kind,
			id,
			clock,
			polling,
			stateOf
		}, judge, options, () => {
			this.#waits.delete(wait);
			if (this.#waits.size > 0) return;
			this.#calls.abort();
			this.#alarm.abort();
		});
		this.#waits.add(wait);
		if (options.signal.aborted) wait.cancel();
		this.#alarm.abort();
		if (!this.#running && this.#waits.size > 0) this.#run();
		return wait.promise;
	}
	async #run() {
		this.#running = true;
		await Promise.resolve();
		while (this.#waits.size > 0) {
			if (!await this.#sleepUntil(this.#nextLook())) continue;
			this.#calls = new AbortController();
			await this.#look(this.#calls.signal);
		}
		this.#running = false;
	}
	#nextLook() {
		const due = Math.min(...[...this.#waits].map(({ dueAt }) => dueAt));
		return Math.max(due, this.#lastLookAt + SHORTEST_GAP_MS);
	}
	async #sleepUntil(moment) {
		const { clock } = this.#parts;
		const pause = Math.ceil(moment - clock.monotonic());
		if (pause <= 0) return true;
		this.#alarm = new AbortController();
		return clock.sleep(pause, this.#alarm.signal).then(() => true, () => false);
	}
	async #look(signal) {
		const now = this.#parts.clock.monotonic();
		this.#lastLookAt = now;
		const isDue = ({ dueAt, gapMs }) => dueAt <= now + gapMs / 2;
		const ids = new Set([...this.#waits].filter(isDue).map(({ id }) => id));
		const told = [...this.#waits].filter((wait) => ids.has(wait.id) && (wait.hasLooked || isDue(wait)));
		await Promise.all(chunks([...ids], PER_CALL).map((some) => this.#ask(some, told, signal)));
	}
	async #ask(ids, told, signal) {
		const { slowness, describe } = this.#parts;
		const asking = new Set(ids);
		const waits = told.filter(({ id }) => asking.has(id));
		const waiting = () => waits.filter((wait) => this.#waits.has(wait));
		try {
			const described = await describe(ids, signal);
			slowness.answered();
			for (const wait of waiting()) {
				wait.see(described.get(wait.id));
				wait.schedule(slowness.factor);
			}
		} catch (thrown) {
			if (isThrottled(thrown)) slowness.throttled();
			for (const wait of waiting()) if (signal.aborted || isRetryable(thrown)) wait.schedule(slowness.factor);
			else wait.fail(thrown);
		}
	}
};
function chunks(items, size) {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
// src/aws/status-poller.ts
var StatusPoller = class {
	#instances;
	#images;
	#snapshots;
	#fastLaunches;
	constructor(ec2, clock, polling = DEFAULT_POLLING) {
		const common = {
			clock,
			polling,
			slowness: new Slowness()
		};
		const filter = (Name, Values) => ({ Filters: [{
			Name,
			Values: [...Values]
		}] });
		this.#instances = new KindPoller({
			...common,
			kind: "instance",
			stateOf: ({ State }) => State?.Name ?? "unknown",
			describe: async (ids, signal) => {
				const { Reservations = [] } = await ec2.describeInstances(filter("instance-id", ids), signal);
				return byId(Reservations.flatMap(({ Instances = [] }) => Instances), ({ InstanceId }) => InstanceId);
			}
		});
		this.#images = new KindPoller({
			...common,
			kind: "image",
			stateOf: ({ State }) => State ?? "unknown",
			describe: async (ids, signal) => {
				const { Images = [] } = await ec2.describeImages(filter("image-id", ids), signal);
				return byId(Images, ({ ImageId }) => ImageId);
			}
		});
		this.#snapshots = new KindPoller({
			...common,
			kind: "snapshot",
			stateOf: ({ State, Progress }) => `${State ?? "unknown"} ${Progress ?? ""}`.trim(),
			describe: async (ids, signal) => {
				const { Snapshots = [] } = await ec2.describeSnapshots(filter("snapshot-id", ids), signal);
				return byId(Snapshots, ({ SnapshotId }) => SnapshotId);
			}
		});
		this.#fastLaunches = new KindPoller({
			...common,
			kind: "fast-launch",
			stateOf: ({ State }) => State ?? "unknown",
			describe: async (ids, signal) => byId(await describeFastLaunch(ec2, ids, signal), ({ ImageId }) => ImageId)
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
	fastLaunch(imageId, judge, options) {
		return this.#fastLaunches.wait(imageId, judge, options);
	}
};
function byId(described, idOf) {
	return new Map(described.map((item) => [idOf(item) ?? "", item]));
}
// src/aws/connections.ts
const DEFAULT_ATTEMPTS = 10;
var AwsConnections = class {
	#surroundings;
	#open = /* @__PURE__ */ new Map();
	#makers = /* @__PURE__ */ new Map();
	#credentials = /* @__PURE__ */ new Map();
	constructor(surroundings) {
		this.#surroundings = surroundings;
	}
	open(written) {
		const { region, maxRetries, decodesDenials } = written;
		const settings = this.#surroundings.isLocal === true ? {
			region,
			maxRetries,
			decodesDenials
		} : written;
		const key = JSON.stringify(settings);
		let opened = this.#open.get(key);
		if (opened === void 0) {
			opened = connect(settings, this.#surroundings, (make) => this.#credentialsFor(settings, make));
			opened.catch(() => this.#open.delete(key));
			this.#open.set(key, opened);
		}
		return opened;
	}
	#credentialsFor(settings, make) {
		const key = credentialsKey(settings);
		const credentials = this.#credentials.get(key) ?? make();
		this.#credentials.set(key, credentials);
		return credentials;
	}
	remember(kind, region, name, aws) {
		this.#makers.set(makerKey(kind, region, name), aws);
	}
	makerOf(kind, region, name) {
		const maker = name === void 0 ? void 0 : this.#makers.get(makerKey(kind, region, name));
		return maker === void 0 ? this.open({ region }) : Promise.resolve(maker);
	}
};
function credentialsKey(settings) {
	const { accessKey, secretKey, token, profile, sharedCredentialsFile, assumeRole, mfaCode } = settings;
	const { skipMetadataApiCheck, insecureSkipTlsVerify } = settings;
	return JSON.stringify([[
		accessKey,
		secretKey,
		token,
		profile,
		sharedCredentialsFile,
		assumeRole,
		mfaCode
	], [skipMetadataApiCheck === true, insecureSkipTlsVerify === true]]);
}
function makerKey(...parts) {
	return JSON.stringify(parts);
}
async function connect(settings, surroundings, shared) {
	const { environment, clock, ids } = surroundings;
	const [{ createEc2 }, { credentialsOf }, { httpHandler }, { SteadyHandler }] = await Promise.all([
		import("./ec2-client-DrMITvNi.js"),
		import("./credentials-BmxriyUk.js"),
		import("./http-handler-D87LP-W6.js"),
		import("./steady-handler-O60Enjb2.js")
	]);
	const region = await regionOf(settings, environment);
	const requestHandler = surroundings.requestHandler ?? new SteadyHandler(httpHandler(settings, environment), clock);
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
	const credentials = shared(() => credentialsOf(settings, surroundings, config("sts", region)));
	const pace = perName(() => new RequestPace(clock));
	const callSettings = (inRegion) => ({
		clock,
		ids,
		pace: pace(inRegion),
		maxAttempts: settings.maxRetries ?? DEFAULT_ATTEMPTS,
		region: inRegion,
		onGitHub: environment["GITHUB_ACTIONS"] === "true",
		...settings.decodesDenials === true ? { decodeDenial: denialDecoder(() => sts()) } : {}
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
		const { createSts } = await import("./sts-client-nBKHFbeF.js");
		const { decodeDenial: _, ...plain } = callSettings(region);
		return createSts({
			...config("sts", region),
			credentials
		}, plain);
	});
	const iam = once(async () => {
		const { createIam } = await import("./iam-client-BkFWgOBU.js");
		return createIam({
			...config("iam", region),
			credentials
		}, callSettings(region));
	});
	const kms = perName(async (inRegion) => {
		const { createKms } = await import("./kms-client-SJmLlwWJ.js");
		return createKms({
			...config("kms", inRegion),
			credentials
		}, callSettings(inRegion));
	});
	const kmsKey = perName((inRegion) => perName((KeyId) => new Batch({
		clock,
		limit: Number.POSITIVE_INFINITY,
		isOneQuestion: true,
		call: async (_, signal) => {
			const { KeyMetadata: found } = await (await kms(inRegion)).describeKey({ KeyId }, signal);
			return () => found;
		}
	})));
	const ssm = perName(async (inRegion) => {
		const { createSsm } = await import("./ssm-client-DzlQVJ3I.js");
		return createSsm({
			...config("ssm", inRegion),
			credentials
		}, callSettings(inRegion));
	});
	const autoScaling = perName(async (inRegion) => {
		const { createAutoScaling } = await import("./auto-scaling-client-CtBUzbDw.js");
		return createAutoScaling({
			...config("auto_scaling", inRegion),
			credentials
		}, callSettings(inRegion));
	});
	const secretsManager = once(async () => {
		const { createSecretsManager } = await import("./secrets-manager-client-D-a-lOGs.js");
		return createSecretsManager({
			...config("secrets_manager", region),
			credentials
		}, callSettings(region));
	});
	const polling = surroundings.isLocal === true ? DEFAULT_POLLING : pollingOf(settings.polling, environment);
	const ec2 = perName((inRegion) => ec2Client(inRegion, callSettings(inRegion)));
	const account = new Batch({
		clock,
		limit: Number.POSITIVE_INFINITY,
		isOneQuestion: true,
		call: async (_, signal) => {
			const { Account = "" } = await (await sts()).getCallerIdentity({}, signal);
			return () => Account;
		}
	});
	let accountId;
	return {
		region,
		ec2Endpoint,
		ec2,
		batches: perName((inRegion) => new RegionBatches(ec2(inRegion), clock)),
		sts,
		iam,
		kmsKey: (inRegion, key, signal) => kmsKey(inRegion)(key).ask(void 0, signal),
		ssm: (inRegion = region) => ssm(inRegion),
		autoScaling,
		secretsManager,
		poller: perName((inRegion) => new StatusPoller(ec2Client(inRegion, {
			...callSettings(inRegion),
			maxAttempts: 1
		}), clock, polling)),
		accountId: async (signal) => {
			accountId ??= await account.ask(void 0, signal);
			return accountId;
		}
	};
}
async function regionOf(settings, environment) {
	const named = settings.region || environment["AWS_REGION"] || environment["AWS_DEFAULT_REGION"];
	if (named) return named;
	const { profileFiles, regionOfProfile } = await import("./profile-files-Dg-1Ximp.js");
	const found = await regionOfProfile(settings.profile ?? (environment["AWS_PROFILE"] || void 0), await profileFiles(settings.sharedCredentialsFile));
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
function perName(make) {
	const made = /* @__PURE__ */ new Map();
	return (name) => {
		const value = made.get(name) ?? make(name);
		made.set(name, value);
		return value;
	};
}
// src/aws/undo/iam-role.ts
function iamRoleUndo(tools) {
	return {
		find: (intent, _runId, signal) => findByName(tools, intent, (iam) => iam.getRole({ RoleName: intent.name }, signal)),
		async request(resource, signal) {
			const iam = await iamOf(tools, resource);
			await freeRole(iam, resource.id, signal);
			await unlessGone(iam.deleteRole({ RoleName: resource.id }, signal));
		},
		async confirm(resource, signal) {
			const iam = await iamOf(tools, resource);
			await onceFree(tools, signal, isInUse, async () => {
				await freeRole(iam, resource.id, signal);
				return iam.deleteRole({ RoleName: resource.id }, signal);
			});
		}
	};
}
function instanceProfileUndo(tools) {
	return {
		find: (intent, _runId, signal) => findByName(tools, intent, (iam) => iam.getInstanceProfile({ InstanceProfileName: intent.name }, signal)),
		async request(resource, signal) {
			const iam = await iamOf(tools, resource);
			await takeRoleOut(iam, resource.id, signal);
			await unlessGone(iam.deleteInstanceProfile({ InstanceProfileName: resource.id }, signal));
		},
		async confirm(resource, signal) {
			const iam = await iamOf(tools, resource);
			await onceFree(tools, signal, isInUse, async () => {
				await takeRoleOut(iam, resource.id, signal);
				return iam.deleteInstanceProfile({ InstanceProfileName: resource.id }, signal);
			});
		}
	};
}
async function iamOf(tools, resource) {
	return (await tools.aws(resource.kind, resource)).iam();
}
async function findByName(tools, intent, look) {
	try {
		await look(await iamOf(tools, intent));
	} catch (thrown) {
		if (isNotFound(thrown)) return [];
		if (!isDenied(thrown)) throw thrown;
	}
	return found(intent, [intent.name]);
}
async function freeRole(iam, name, signal) {
	await Promise.all([takeRoleOut(iam, name, signal), unlessGone(iam.deleteRolePolicy({
		RoleName: name,
		PolicyName: name
	}, signal))]);
}
async function takeRoleOut(iam, name, signal) {
	try {
		await iam.removeRoleFromInstanceProfile({
			InstanceProfileName: name,
			RoleName: name
		}, signal);
	} catch (thrown) {
		if (!isNotFound(thrown) && !isForeign(thrown)) throw thrown;
	}
}
function isInUse(thrown) {
	return awsCodeOf(thrown)?.startsWith("DeleteConflict") === true;
}
// src/aws/undo/volume.ts
function volumeUndo(tools) {
	return {
		async find(intent, runId, signal) {
			const ec2 = await ec2Of(tools, intent);
			const filters = [ofRun(runId), {
				Name: `tag:${BUILD_TAG}`,
				Values: [intent.name]
			}];
			const { Volumes = [] } = await ec2.describeVolumes({ Filters: filters }, signal);
			return found(intent, Volumes.map(({ VolumeId }) => VolumeId));
		},
		async request(resource, signal) {
			const ec2 = await ec2Of(tools, resource);
			await unlessGone(ec2.deleteVolume({ VolumeId: resource.id }, signal));
		},
		async confirm(resource, signal) {
			const ec2 = await ec2Of(tools, resource);
			await onceFree(tools, signal, isVolumeInUse, () => ec2.deleteVolume({ VolumeId: resource.id }, signal));
		}
	};
}
function isVolumeInUse(thrown) {
	return awsCodeOf(thrown) === "VolumeInUse" || awsCodeOf(thrown) === "IncorrectState";
}
// src/aws/undo/instance.ts
const UNKNOWN_FOR_MS = 1e4;
const TERMINATED_AFTER_MS = 500;
function instanceUndo(tools) {
	const lasting = /* @__PURE__ */ new Map();
	const toldAt = /* @__PURE__ */ new Map();
	const noteVolumes = (id, instance) => {
		const mappings = instance?.BlockDeviceMappings ?? [];
		if (mappings.length === 0) return;
		const volumes = mappings.filter(({ Ebs }) => Ebs?.DeleteOnTermination === false).map(({ Ebs }) => Ebs?.VolumeId);
		lasting.set(id, volumes.filter((volume) => volume !== void 0));
	};
	return {
		async find(intent, runId, signal) {
			const ec2 = await ec2Of(tools, intent);
			const alive = {
				Name: "instance-state-name",
				Values: [
					"pending",
					"running",
					"shutting-down",
					"stopping",
					"stopped"
				]
			};
			const look = async (...filters) => {
				const { Reservations = [] } = await ec2.describeInstances({ Filters: [...filters, alive] }, signal);
				return Reservations.flatMap(({ Instances = [] }) => Instances).map(({ InstanceId }) => InstanceId);
			};
			const ids = await Promise.all([look(ofRun(runId), {
				Name: `tag:${BUILD_TAG}`,
				Values: [intent.name]
			}), look({
				Name: "client-token",
				Values: [`${intent.token}-*`]
			})]);
			return found(intent, [...new Set(ids.flat())]);
		},
		async request(resource, signal) {
			const aws = await tools.aws(resource.kind, resource);
			const [described, terminated] = await Promise.allSettled([aws.poller(resource.region).instance(resource.id, (instance) => ({ instance }), {
				signal,
				mayBeGone: true
			}), unlessGone(aws.batches(resource.region).terminate(resource.id, signal))]);
			if (described.status === "fulfilled") noteVolumes(resource.id, described.value.instance);
			if (terminated.status === "rejected") throw terminated.reason;
			toldAt.set(resource.id, tools.clock.monotonic());
		},
		async confirm(resource, signal) {
			const aws = await tools.aws(resource.kind, resource);
			const ec2 = aws.ec2(resource.region);
			const poller = aws.poller(resource.region);
			const told = toldAt.get(resource.id) ?? Number.NEGATIVE_INFINITY;
			let seen = await ended(poller, resource, tools, signal, { firstLookMs: Math.max(0, told + TERMINATED_AFTER_MS - tools.clock.monotonic()) });
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
function ended(poller, { id }, { clock }, signal, { isAsked = false, firstLookMs = 0 } = {}) {
	const start = clock.monotonic();
	const remainingMs = () => start + firstLookMs - clock.monotonic();
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
		firstLookMs,
		remainingMs,
		mayBeGone: true
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
function keyPairUndo(tools) {
	const deleted = /* @__PURE__ */ new Set();
	const keyOf = ({ region, id }) => JSON.stringify([region, id]);
	const remove = async (resource, signal) => {
		const ec2 = await ec2Of(tools, resource);
		await unlessGone(ec2.deleteKeyPair(keyPairParameter(resource), signal));
	};
	return {
		async find(intent, runId, signal) {
			const ec2 = await ec2Of(tools, intent);
			const filters = byName("key-name", intent, runId);
			try {
				const { KeyPairs = [] } = await ec2.describeKeyPairs({ Filters: filters }, signal);
				return found(intent, KeyPairs.map(({ KeyPairId }) => KeyPairId));
			} catch (thrown) {
				if (isDenied(thrown) && isMadeUp(intent.name)) return found(intent, [intent.name]);
				throw thrown;
			}
		},
		request: async (resource, signal) => {
			await remove(resource, signal);
			deleted.add(keyOf(resource));
		},
		confirm: async (resource, signal) => {
			if (!deleted.delete(keyOf(resource))) await remove(resource, signal);
		}
	};
}
function keyPairParameter({ id, name }) {
	return name === void 0 ? { KeyPairId: id } : { KeyName: name };
}
// src/aws/undo/launch-template.ts
function launchTemplateUndo(tools) {
	const remove = async (resource, signal) => {
		const ec2 = await ec2Of(tools, resource);
		await unlessGone(ec2.deleteLaunchTemplate(parameter(resource), signal));
	};
	return {
		async find(intent, runId, signal) {
			const ec2 = await ec2Of(tools, intent);
			const filters = [ofRun(runId), {
				Name: "launch-template-name",
				Values: [intent.name]
			}];
			try {
				const { LaunchTemplates = [] } = await ec2.describeLaunchTemplates({ Filters: filters }, signal);
				return found(intent, LaunchTemplates.map(({ LaunchTemplateId }) => LaunchTemplateId));
			} catch (thrown) {
				if (isDenied(thrown)) return found(intent, [intent.name]);
				throw thrown;
			}
		},
		request: remove,
		confirm: remove
	};
}
function parameter({ id, name }) {
	return id.startsWith("lt-") ? { LaunchTemplateId: id } : { LaunchTemplateName: name ?? id };
}
// src/aws/undo/network-interface.ts
function networkInterfaceUndo(tools) {
	return {
		async find(intent, runId, signal) {
			const { NetworkInterfaces = [] } = await (await ec2Of(tools, intent)).describeNetworkInterfaces({ Filters: [ofRun(runId)] }, signal);
			return found(intent, NetworkInterfaces.map(({ NetworkInterfaceId }) => NetworkInterfaceId));
		},
		async request(resource, signal) {
			const ec2 = await ec2Of(tools, resource);
			await unlessGone(ec2.deleteNetworkInterface({ NetworkInterfaceId: resource.id }, signal));
		},
		async confirm(resource, signal) {
			const ec2 = await ec2Of(tools, resource);
			const inUse = (thrown) => awsCodeOf(thrown) === "InvalidNetworkInterface.InUse" || awsCodeOf(thrown) === "InvalidParameterValue";
			await onceFree(tools, signal, inUse, () => ec2.deleteNetworkInterface({ NetworkInterfaceId: resource.id }, signal));
		}
	};
}
// src/aws/undo/security-group.ts
function securityGroupUndo(tools) {
	return {
		goesAfter: ["instance"],
		async find(intent, runId, signal) {
			const ec2 = await ec2Of(tools, intent);
			const filters = byName("group-name", intent, runId);
			const { SecurityGroups = [] } = await ec2.describeSecurityGroups({ Filters: filters }, signal);
			return found(intent, SecurityGroups.map(({ GroupId }) => GroupId));
		},
		async request(resource, signal) {
			const ec2 = await ec2Of(tools, resource);
			await unlessGone(ec2.deleteSecurityGroup({ GroupId: resource.id }, signal));
		},
		async confirm(resource, signal) {
			const ec2 = await ec2Of(tools, resource);
			const inUse = (thrown) => awsCodeOf(thrown) === "DependencyViolation" || awsCodeOf(thrown) === "InvalidGroup.InUse";
			await onceFree(tools, signal, inUse, () => ec2.deleteSecurityGroup({ GroupId: resource.id }, signal));
		}
	};
}
// src/aws/undo/session.ts
function sessionUndo(tools) {
	const terminated = /* @__PURE__ */ new Set();
	const terminate = async (resource, signal) => {
		const ssm = await (await tools.aws(resource.kind, resource)).ssm(resource.region);
		try {
			await ssm.terminateSession({ SessionId: resource.id }, signal);
		} catch (thrown) {
			if (!isDenied(thrown) && awsCodeOf(thrown) !== "DoesNotExistException") throw thrown;
		}
		terminated.add(resource.id);
	};
	return {
		find: async () => [],
		request: terminate,
		confirm: async (resource, signal) => {
			if (!terminated.delete(resource.id)) await terminate(resource, signal);
		}
	};
}
// src/aws/undo/snapshot.ts
function snapshotUndo(tools) {
	return {
		async find(intent, runId, signal) {
			const ec2 = await ec2Of(tools, intent);
			const filters = [ofRun(runId), {
				Name: `tag:${BUILD_TAG}`,
				Values: [intent.name]
			}];
			const { Snapshots = [] } = await ec2.describeSnapshots({
				OwnerIds: ["self"],
				Filters: filters
			}, signal);
			return found(intent, Snapshots.map(({ SnapshotId }) => SnapshotId));
		},
		async request(resource, signal) {
			const ec2 = await ec2Of(tools, resource);
			await unlessGone(ec2.deleteSnapshot({ SnapshotId: resource.id }, signal));
		},
		async confirm(resource, signal) {
			await deleteSnapshots(await ec2Of(tools, resource), tools.clock, [resource.id], signal);
		}
	};
}
// src/aws/undo/table.ts
function undoTable(connections, clock) {
	return undoTableOf({
		clock,
		aws: (kind, { region, name }) => connections.makerOf(kind, region, name)
	});
}
function undoTableOf(tools) {
	const { clock } = tools;
	const table = /* @__PURE__ */ new Map([
		["instance", instanceUndo(tools)],
		["key-pair", byOneCall(keyPairUndo(tools))],
		["security-group", byOneCall(securityGroupUndo(tools))],
		["launch-template", byOneCall(launchTemplateUndo(tools))],
		["session", sessionUndo(tools)],
		["iam-role", iamRoleUndo(tools)],
		["instance-profile", instanceProfileUndo(tools)],
		["image", imageUndo(tools)],
		["network-interface", byOneCall(networkInterfaceUndo(tools))],
		["volume", byOneCall(volumeUndo(tools))],
		["snapshot", byOneCall(snapshotUndo(tools))]
	]);
	return (kind) => {
		const undo = table.get(kind);
		return undo === void 0 ? void 0 : stubborn(undo, clock);
	};
}
function byOneCall(undo) {
	const removed = /* @__PURE__ */ new Set();
	const key = ({ region, id }) => `${region} ${id}`;
	return {
		...undo,
		request: async (resource, signal) => {
			await undo.request(resource, signal);
			removed.add(key(resource));
		},
		confirm: async (resource, signal) => {
			try {
				await undo.confirm(resource, signal);
			} catch (thrown) {
				if (!isDenied(thrown) || !removed.has(key(resource))) throw thrown;
			}
		}
	};
}
const TRIES = 3;
function stubborn(undo, clock) {
	return {
		...undo,
		confirm: (resource, signal) => retryWhile(clock, signal, (_, attempt) => attempt < TRIES, () => undo.confirm(resource, signal))
	};
}
// src/app/cloud-access/cloud-access.ts
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
export { undoTableOf as n, cloudAccess as t };
