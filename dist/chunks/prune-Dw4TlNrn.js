import { i as outOfTime } from "./undo-Vfxg9CgW.js";
import { n as withDeadline } from "./deadline-BStsF6u5.js";
import { o as toBakeError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { t as cloudAccess } from "./cloud-access-hZVEo-9e.js";
import { n as enabledRegions, r as openSomewhere, t as livingRuns } from "./living-runs-RFCEU0eC.js";
import { a as isDenied, n as awsCodeOf } from "./errors-Cz-Ex8Cy.js";
import { m as tagValue, n as BUILD_TAG, o as RUN_TAG, r as EXPIRES_AT_TAG, t as allPages, u as ec2Tags } from "./all-pages-DbyY6m54.js";
import { _ as isWindows, g as unlessGone, i as deleteSnapshots, l as snapshotIdsOf, s as isOlder } from "./settings-8GxVHhfZ.js";
import { t as inParallel } from "./parallel-jqwNTQDD.js";
import { i as findTagged, t as chunks } from "./find-gEk1bIBo.js";
import { i as counted } from "./duration-Bo3QJcs-.js";
import { a as describeFailure, o as lookForUses, s as unknownUse } from "./prune-text-DvknMqDs.js";
import { setMaxListeners } from "node:events";
// src/images/retention/family.ts
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const DATE = /(?<![0-9A-Za-z])(?:19|20)\d\d[-_. ]?(?:0[1-9]|1[0-2])[-_. ]?(?:0[1-9]|[12]\d|3[01])(?:[-_. T]?[0-2]\d[-_.: ]?[0-5]\d(?:[-_.: ]?[0-5]\d)?)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?(?![0-9A-Za-z])/g;
const LONG_NUMBER = /(?<![0-9A-Za-z])\d{9,}(?![0-9A-Za-z])/g;
const HASH = /(?<![0-9A-Za-z])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}(?![0-9A-Za-z])/g;
function nameStem(name) {
	return name.replace(UUID, "*").replace(DATE, "*").replace(LONG_NUMBER, "*").replace(HASH, "*");
}
function familyOf({ Name = "", Architecture, Tags }, familyTags) {
	if (familyTags.length === 0) {
		const [build, stem] = [tagValue(Tags, "bake-ami:build") ?? "", nameStem(Name)];
		return family([build, stem], Architecture ?? "");
	}
	const values = familyTags.map((key) => ({
		key,
		value: tagValue(Tags, key)
	}));
	if (values.some(({ value }) => value === void 0)) return void 0;
	return family(values.map(({ key, value = "" }) => `${key}=${value}`), Architecture ?? "");
}
function family(parts, architecture) {
	const shown = parts.filter((part) => part !== "").join(" ");
	return {
		key: JSON.stringify([...parts, architecture]),
		label: architecture === "" ? shown : `${shown} (${architecture})`
	};
}
// src/images/retention/fast-launch.ts
async function planFastLaunchEnds(ec2, images, signal) {
	if (!images.some(isWindows)) return async () => void 0;
	const enabled = await imagesWithFastLaunch(ec2, signal).then((ids) => ({ ids }), (thrown) => ({ thrown }));
	return async (image) => {
		if (!isWindows(image)) return;
		if ("thrown" in enabled) throw enabled.thrown;
		const { ImageId = "" } = image;
		if (enabled.ids.has(ImageId)) await ec2.disableFastLaunch({
			ImageId,
			Force: true
		}, signal);
	};
}
async function imagesWithFastLaunch(ec2, signal) {
	const all = (await allPages((NextToken) => ec2.describeFastLaunchImages({ NextToken }, signal))).flatMap(({ FastLaunchImages = [] }) => FastLaunchImages);
	return new Set(all.filter(({ State }) => State !== "disabling").map(({ ImageId = "" }) => ImageId));
}
// src/images/retention/owned-images.ts
function selectionFilters({ tags, names }) {
	if (tags.length === 0 && names.length === 0) return [RUN_TAG, BUILD_TAG].map((key) => ({
		Name: "tag-key",
		Values: [key]
	}));
	return [...tags.map(({ key, value }) => ({
		Name: `tag:${key}`,
		Values: [value]
	})), ...names.length === 0 ? [] : [{
		Name: "name",
		Values: [...names]
	}]];
}
async function ownImages(ec2, Filters, signal) {
	const request = {
		Owners: ["self"],
		Filters,
		IncludeDeprecated: true,
		IncludeDisabled: true
	};
	return (await allPages((NextToken) => ec2.describeImages({
		...request,
		NextToken
	}, signal))).flatMap(({ Images = [] }) => Images);
}
async function ownImagesBy(ec2, Name, values, signal) {
	const found = [];
	for (const Values of chunks(values, 200)) found.push(...await ownImages(ec2, [{
		Name,
		Values
	}], signal));
	return found;
}
function momentOf(text) {
	const moment = Date.parse(text ?? "");
	return Number.isNaN(moment) ? void 0 : moment;
}
// src/images/retention/policy.ts
const STEPS = [
	"deprecate",
	"disable",
	"deregister"
];
const DAY_MS = 864e5;
// src/images/retention/next-step.ts
const DISABLED_AT_TAG = "bake-ami:disabled-at";
function nextStep(image, { mode, graceDays }, now) {
	const deprecatedAt = momentOf(image.DeprecationTime);
	const isDeprecated = deprecatedAt !== void 0 && deprecatedAt <= now;
	const isDisabled = image.State === "disabled";
	if (graceDays === 0) {
		if (mode === "deregister") return {
			step: "deregister",
			why: ""
		};
		if (mode === "disable") return isDisabled ? done("disabled") : {
			step: "disable",
			why: ""
		};
		return isDeprecated || isDisabled ? done(isDisabled ? "disabled" : "deprecated") : {
			step: "deprecate",
			why: ""
		};
	}
	if (!isDeprecated && !isDisabled) return {
		step: "deprecate",
		why: ""
	};
	if (mode === "deprecate") return done(isDisabled ? "disabled" : "deprecated");
	if (!isDisabled) return after(deprecatedAt ?? now, "deprecated", "disable", graceDays, now);
	if (mode === "disable") return done("disabled");
	const disabledAt = momentOf(tagValue(image.Tags, DISABLED_AT_TAG));
	if (disabledAt === void 0 && deprecatedAt !== void 0 && (image.Tags ?? []).length >= 50) return after(deprecatedAt + graceDays * DAY_MS, "disabled", "deregister", graceDays, now);
	if (disabledAt === void 0) return {
		step: "disable",
		why: ", disabled by somebody, since when is not known"
	};
	return after(disabledAt, "disabled", "deregister", graceDays, now);
}
function done(state) {
	return {
		step: void 0,
		why: `it is ${state}, which is as far as mode lets it go`
	};
}
function after(since, state, step, graceDays, now) {
	const due = since + graceDays * DAY_MS;
	const day = (moment) => new Date(moment).toISOString().slice(0, 10);
	return now >= due ? {
		step,
		why: `, ${state} since ${day(since)}`
	} : {
		step: void 0,
		why: `it is ${state} since ${day(since)}, and grace-days let it be until ${day(due)}`
	};
}
// src/images/retention/snapshots.ts
const PRUNED_IMAGE_TAG = "bake-ami:pruned-image";
async function planSnapshots(ec2, images, signal) {
	const mapped = [...new Set(images.flatMap(snapshotIdsOf))];
	const own = new Map((await snapshotsBy(ec2, "snapshot-id", mapped, signal)).map((each) => [each.SnapshotId, each]));
	const ofImage = /* @__PURE__ */ new Map();
	for (const image of images) {
		const made = snapshotIdsOf(image).filter((id) => {
			const snapshot = own.get(id);
			return snapshot !== void 0 && !isOlder(snapshot, image);
		});
		ofImage.set(image.ImageId ?? "", made);
	}
	const going = new Set(images.map(({ ImageId }) => ImageId));
	return {
		ofImage,
		staying: await usedSnapshots(ec2, [...ofImage.values()].flat(), going, signal)
	};
}
async function markedSnapshots(ec2, signal) {
	const tagged = await snapshotsBy(ec2, "tag-key", [PRUNED_IMAGE_TAG], signal);
	const imageOf = /* @__PURE__ */ new Map();
	for (const { SnapshotId, Tags } of tagged) {
		const image = tagValue(Tags, PRUNED_IMAGE_TAG);
		if (SnapshotId !== void 0 && image?.startsWith("ami-")) imageOf.set(SnapshotId, image);
	}
	const there = new Set((await ownImagesBy(ec2, "image-id", [...new Set(imageOf.values())], signal)).map(({ ImageId }) => ImageId));
	const those = (areThere) => new Map([...imageOf].filter(([, image]) => there.has(image) === areThere));
	return {
		orphans: those(false),
		premature: those(true)
	};
}
async function usedSnapshots(ec2, ids, going, signal) {
	const staying = /* @__PURE__ */ new Map();
	if (ids.length === 0) return staying;
	const asked = new Set(ids);
	for (const image of await ownImages(ec2, [], signal)) {
		if (going.has(image.ImageId)) continue;
		for (const id of snapshotIdsOf(image).filter((each) => asked.has(each))) staying.set(id, {
			why: `the image ${image.ImageId} is made of it`,
			isForNow: false
		});
	}
	for (const Values of chunks(ids, 200)) {
		const Filters = [{
			Name: "snapshot-id",
			Values
		}];
		const pages = await allPages((NextToken) => ec2.describeVolumes({
			Filters,
			NextToken
		}, signal));
		for (const { SnapshotId = "", VolumeId } of pages.flatMap(({ Volumes = [] }) => Volumes)) {
			if (staying.has(SnapshotId)) continue;
			staying.set(SnapshotId, {
				why: `the volume ${VolumeId} was made from it`,
				isForNow: true
			});
		}
	}
	return staying;
}
async function snapshotsBy(ec2, Name, values, signal) {
	const found = [];
	for (const Values of chunks(values, 200)) {
		const request = {
			OwnerIds: ["self"],
			Filters: [{
				Name,
				Values
			}]
		};
		const pages = await allPages((NextToken) => ec2.describeSnapshots({
			...request,
			NextToken
		}, signal));
		found.push(...pages.flatMap(({ Snapshots = [] }) => Snapshots));
	}
	return found;
}
// src/images/retention/retire.ts
const AT_ONCE$2 = 8;
const LIMIT_PER_SNAPSHOT_MS = 12e4;
const DEPRECATION_AHEAD_MS = 12e4;
async function retire(retirement, context) {
	const { ec2, images, orphans, region } = retirement;
	const { signal } = context;
	const going = images.filter(({ step }) => step === "deregister").map(({ image }) => image);
	const { ofImage, staying } = await planSnapshots(ec2, going, signal);
	const toMark = (image) => (ofImage.get(image) ?? []).filter((id) => staying.get(id)?.isForNow !== false);
	const endFastLaunch = await planFastLaunchEnds(ec2, going, signal);
	await takeMarksBack(retirement, context);
	const gone = [];
	await inParallel(images, AT_ONCE$2, async ({ image, step }) => {
		const resource = imageRef(image, region);
		try {
			signal.throwIfAborted();
			await take(ec2, image, step, toMark(resource.id), endFastLaunch, context);
			if (step === "deregister") gone.push(resource.id);
			context.onStep(resource, step);
		} catch (thrown) {
			context.onLeft(resource, toBakeError(thrown));
		}
	});
	const imageOf = new Map(gone.flatMap((image) => (ofImage.get(image) ?? []).map((id) => [id, image])));
	await inParallel([.../* @__PURE__ */ new Set([...imageOf.keys(), ...orphans])], AT_ONCE$2, async (id) => {
		const resource = {
			kind: "snapshot",
			id,
			region
		};
		const stays = staying.get(id);
		if (stays !== void 0) return context.onKept(resource, stays.why);
		try {
			await withDeadline(context.clock, LIMIT_PER_SNAPSHOT_MS, stillInUse, signal, (until) => deleteSnapshots(ec2, context.clock, [id], until));
			context.onDeleted(resource, imageOf.get(id));
		} catch (thrown) {
			context.onLeft(resource, toBakeError(thrown));
		}
	});
}
function imageRef({ ImageId: id = "", Name: name = "" }, region) {
	return {
		kind: "image",
		id,
		region,
		name
	};
}
async function take(ec2, image, step, snapshots, endFastLaunch, { clock, signal }) {
	const { ImageId = "" } = image;
	switch (step) {
		case "deprecate":
			await ec2.enableImageDeprecation({
				ImageId,
				DeprecateAt: new Date(clock.now() + DEPRECATION_AHEAD_MS)
			}, signal);
			return;
		case "disable":
			await tag(ec2, [ImageId], { [DISABLED_AT_TAG]: new Date(clock.now()).toISOString() }, signal);
			await ec2.disableImage({ ImageId }, signal);
			return;
		case "deregister":
			await endFastLaunch(image);
			if (snapshots.length > 0) await mark(ec2, snapshots, ImageId, signal);
			await unlessGone(ec2.deregisterImage({ ImageId }, signal));
	}
}
async function takeMarksBack({ ec2, region, unmark }, context) {
	if (unmark.length === 0) return;
	try {
		await mark(ec2, unmark, "", context.signal);
	} catch (thrown) {
		const cause = toBakeError(thrown);
		for (const id of unmark) context.onLeft({
			kind: "snapshot",
			id,
			region
		}, stillMarked(id, cause));
	}
}
function stillMarked(id, cause) {
	const { hint, message } = cause;
	return new BakeError(`The snapshot ${id} keeps its tag ${PRUNED_IMAGE_TAG}, although its image stays: ${message}`, {
		code: "resource-left-behind",
		category: "left-behind",
		cause,
		...hint === void 0 ? {} : { hint }
	});
}
async function mark(ec2, snapshots, image, signal) {
	await tag(ec2, snapshots, { [PRUNED_IMAGE_TAG]: image }, signal);
}
async function tag(ec2, ids, tags, signal) {
	try {
		await ec2.createTags({
			Resources: [...ids],
			Tags: ec2Tags(tags)
		}, signal);
	} catch (thrown) {
		if (awsCodeOf(thrown) !== "TagLimitExceeded") throw thrown;
	}
}
function stillInUse() {
	return new BakeError("an image is still made of it", {
		code: "removal-timeout",
		category: "left-behind"
	});
}
// src/app/prune/carry-out-prune.ts
const AT_ONCE$1 = 8;
async function carryOut({ aws }, { findings, images, looks }, { clock, reporter, signal }) {
	const done = [];
	const kept = [];
	const left = [];
	const familyOf = new Map(findings.map(({ resource, family }) => [resource.id, family]));
	const build = ({ id }, imageId = id) => familyOf.get(imageId) || "prune";
	await inParallel(looks, AT_ONCE$1, async ({ region, marked }) => {
		const theirs = findings.filter(({ resource }) => resource.region === region);
		const steps = theirs.flatMap(({ resource, verdict }) => {
			const image = images.get(resource.id);
			return image === void 0 || verdict === "keep" || verdict === "delete" ? [] : [{
				image,
				step: verdict
			}];
		});
		const orphans = theirs.filter(({ verdict }) => verdict === "delete").map(({ resource }) => resource.id);
		const going = new Set(steps.filter(({ step }) => step === "deregister").map(({ image }) => image.ImageId));
		const unmark = [...marked.premature].filter(([, image]) => !going.has(image)).map(([id]) => id);
		if (steps.length + orphans.length + unmark.length === 0) return;
		const onLeft = (resource, error) => {
			left.push({
				resource,
				error
			});
			reporter.report({
				type: "resource-left",
				build: build(resource),
				resource,
				error
			});
		};
		try {
			await retire({
				ec2: aws.ec2(region),
				region,
				images: steps,
				orphans,
				unmark
			}, {
				clock,
				signal,
				onStep: (resource, step) => {
					done.push(resource);
					const message = `${STEP_DONE[step]} the image ${resource.id} in ${region}`;
					if (step !== "deregister") reporter.report({
						type: "log",
						level: "info",
						message
					});
					else reporter.report({
						type: "resource-removed",
						build: build(resource),
						resource
					});
				},
				onDeleted: (resource, imageId) => {
					done.push(resource);
					reporter.report({
						type: "resource-removed",
						build: build(resource, imageId),
						resource
					});
				},
				onKept: (resource, why) => void kept.push({
					resource,
					why
				}),
				onLeft
			});
		} catch (thrown) {
			const error = toBakeError(thrown);
			for (const { image } of steps) onLeft(imageRef(image, region), error);
			for (const id of orphans) onLeft({
				kind: "snapshot",
				id,
				region
			}, error);
		}
	});
	return {
		done,
		kept,
		left
	};
}
const STEP_DONE = {
	deprecate: "Deprecated",
	disable: "Disabled",
	deregister: "Deregistered"
};
// src/images/retention/judge.ts
function judge(images, policy, circumstances) {
	const families = /* @__PURE__ */ new Map();
	const judged = [];
	for (const image of images) {
		const candidate = candidateOf(image, policy);
		const { family } = candidate;
		if (family === void 0) {
			if (circumstances.families === void 0) judged.push(stays(candidate, missingTag(image, policy.familyTags)));
			continue;
		}
		if (circumstances.families?.has(family.key) === false) continue;
		const members = families.get(family.key) ?? [];
		members.push(candidate);
		families.set(family.key, members);
	}
	for (const members of families.values()) judged.push(...judgeFamily(members, policy, circumstances));
	return judged;
}
function candidateOf(image, { familyTags }) {
	return {
		image,
		id: image.ImageId ?? "",
		family: familyOf(image, familyTags),
		madeAt: momentOf(image.CreationDate)
	};
}
function stays(candidate, why) {
	return {
		...candidate,
		verdict: "stays",
		why
	};
}
function judgeFamily(members, policy, circumstances) {
	const newestFirst = members.toSorted((one, other) => (other.madeAt ?? Number.POSITIVE_INFINITY) - (one.madeAt ?? Number.POSITIVE_INFINITY) || (one.id < other.id ? 1 : -1));
	let rank = 0;
	return newestFirst.map((member) => {
		const counts = member.image.State === "available" && unfinished(member.image) === void 0;
		if (counts) rank += 1;
		const why = reasonToStay(member, {
			counts,
			rank
		}, policy, circumstances);
		return why === void 0 ? {
			...member,
			verdict: "too-old",
			why: tooOld(policy)
		} : stays(member, why);
	});
}
function tooOld({ keepLast, keepDays }) {
	const days = keepDays === 0 ? "" : `, and it is more than ${counted(keepDays, "day")} old`;
	return `there ${keepLast === 1 ? "is a newer one" : `are ${keepLast} newer ones`} of its family${days}`;
}
function reasonToStay({ image, madeAt }, { counts, rank }, { keepLast, keepDays, keepTag }, { now, alive }) {
	const { State, Tags, DeregistrationProtection, LastLaunchedTime } = image;
	if (State !== "available" && State !== "disabled") return `its state is ${State}`;
	const expiry = unfinished(image);
	if (expiry !== void 0) return expiry;
	if (counts && rank === 1) return "it is the newest one of its family";
	if (counts && rank <= keepLast) return `it is one of the newest ${keepLast} of its family`;
	if (rank < keepLast) return `only ${counted(rank, "newer one")} of its family can be launched`;
	if (tagValue(Tags, keepTag) !== void 0) return `it has the tag ${keepTag}`;
	if (DeregistrationProtection !== void 0 && DeregistrationProtection !== "disabled") return `it is protected from deregistration (${DeregistrationProtection})`;
	const until = alive.get(tagValue(Tags, "bake-ami:run") ?? "");
	if (until !== void 0) return `its run may still be going on, until ${new Date(until).toISOString()}`;
	if (madeAt === void 0) return "it is not known when it was made";
	if (keepDays === 0) return void 0;
	if (now - madeAt < keepDays * 864e5) return `it was made less than ${counted(keepDays, "day")} ago`;
	const launchedAt = momentOf(LastLaunchedTime);
	if (launchedAt !== void 0 && now - launchedAt < keepDays * 864e5) return `it was launched less than ${counted(keepDays, "day")} ago`;
}
function unfinished({ Tags }) {
	const expiresAt = tagValue(Tags, EXPIRES_AT_TAG);
	if (expiresAt === void 0 || expiresAt === "never") return void 0;
	return `its tag ${EXPIRES_AT_TAG} is "${expiresAt}": it is not finished, and a sweep's business`;
}
function missingTag({ Tags }, familyTags) {
	return `it has no tag ${familyTags.find((key) => tagValue(Tags, key) === void 0) ?? ""}, so its family is not known`;
}
// src/images/retention/name-series.ts
const LEAST = 3;
const NUMBER = /\d+(?:[._]\d+)*/g;
function nameSeries(images, region, families) {
	const groups = /* @__PURE__ */ new Map();
	for (const image of images) {
		const { Architecture = "", Name = "", Tags } = image;
		const like = JSON.stringify([
			tagValue(Tags, "bake-ami:build") ?? "",
			nameStem(Name).replace(NUMBER, "#"),
			Architecture
		]);
		const group = groups.get(like) ?? [];
		group.push(image);
		groups.set(like, group);
	}
	return [...groups.values()].flatMap((group) => {
		const keys = new Set(group.map((image) => familyOf(image, [])?.key ?? ""));
		if (!(keys.size === group.length && group.length >= LEAST) || families !== void 0 && ![...keys].some((key) => families.has(key))) return [];
		return [{
			region,
			names: group.toSorted((a, b) => (b.CreationDate ?? "").localeCompare(a.CreationDate ?? "")).map(({ Name = "" }) => Name)
		}];
	});
}
// src/images/retention/usage/sharing.ts
async function sharedWith({ aws, region, signal }, { ImageId, Public }, accounts) {
	if (Public === true) return "everybody";
	const request = {
		ImageId: ImageId ?? "",
		Attribute: "launchPermission"
	};
	const { LaunchPermissions = [] } = await aws.ec2(region).describeImageAttribute(request, signal);
	return LaunchPermissions.map((permission) => unknownUser(permission, accounts)).find((who) => who !== void 0);
}
function unknownUser({ Group, OrganizationArn, OrganizationalUnitArn, UserId }, accounts) {
	if (Group !== void 0) return "everybody";
	if (OrganizationArn !== void 0) return `the organisation ${OrganizationArn}`;
	if (OrganizationalUnitArn !== void 0) return `the organisational unit ${OrganizationalUnitArn}`;
	if (UserId !== void 0 && accounts.has(UserId)) return void 0;
	return `the account ${UserId}`;
}
// src/app/prune/plan-prune.ts
const AT_ONCE = 8;
async function planPrune(scope, request, cloud) {
	const { clock, signal, skippedChecks } = request;
	const filters = selectionFilters(request.selection);
	const looks = await inParallel(scope.regions, AT_ONCE, (region) => lookThrough(scope.aws, region, filters, signal));
	signal.throwIfAborted();
	const alive = livingRuns(looks.flatMap(({ tagged }) => tagged), clock.now());
	const judged = looks.map(({ region, images }) => ({
		region,
		images: judge(images, request, {
			now: clock.now(),
			alive,
			families: scope.families
		})
	}));
	const candidates = new Map(judged.map(({ region, images }) => [region, images.filter(({ verdict }) => verdict === "too-old").map(({ id }) => id)]));
	const accounts = await usingAccounts(scope, candidates, request, cloud);
	const usage = await lookForUses({
		accounts,
		candidates,
		skipped: skippedChecks,
		signal
	});
	const failures = usage.failures.filter((failure) => !isOfClosedRegion(failure, looks));
	const unknown = [...failures];
	const findings = [];
	const lookedUp = new Set(accounts.flatMap(({ accountId }) => accountId ?? []));
	for (const { region, images } of judged) {
		const reasons = (each) => scope.handedOn?.has(each.id) === true ? "this run hands it on" : reasonByUse(each, region, usage.uses, failures);
		const free = images.filter((each) => each.verdict === "too-old" && reasons(each) === void 0);
		const shared = await sharedImages(scope.aws, region, free, lookedUp, request);
		if (shared.failure !== void 0) unknown.push(shared.failure);
		for (const each of images) findings.push(findingOf(each, region, reasons(each) ?? shared.reasons.get(each.id), request));
	}
	for (const { region, marked, needed } of looks) for (const [id, image] of marked.orphans) findings.push(orphanFinding(id, image, region, needed.get(id)));
	return {
		looks,
		findings,
		images: new Map(judged.flatMap(({ images }) => images.map(({ id, image }) => [id, image]))),
		unread: looks.flatMap(({ region, error }) => error === void 0 ? [] : [{
			region,
			error
		}]),
		unknown,
		series: request.familyTags.length > 0 ? [] : looks.flatMap(({ images, region }) => nameSeries(images, region, scope.families))
	};
}
function agreed({ findings }, later) {
	const before = new Map(findings.map((each) => [`${each.resource.region} ${each.resource.id}`, each]));
	const both = later.findings.map((now) => {
		const earlier = before.get(`${now.resource.region} ${now.resource.id}`);
		if (now.verdict === "keep" || earlier?.verdict === now.verdict) return now;
		const why = earlier?.verdict === "keep" ? earlier.why : "it has changed since the plan was made";
		return {
			...now,
			verdict: "keep",
			why
		};
	});
	return {
		...later,
		findings: both
	};
}
async function lookThrough(aws, region, filters, signal) {
	const ec2 = aws.ec2(region);
	try {
		const [images, tagged, terminated, marked] = await Promise.all([
			ownImages(ec2, filters, signal),
			findTagged(ec2, region, signal),
			terminatedInstances(ec2, signal),
			markedSnapshots(ec2, signal)
		]);
		return {
			region,
			images,
			marked,
			needed: await usedSnapshots(ec2, [...marked.orphans.keys()], /* @__PURE__ */ new Set(), signal),
			tagged: tagged.filter(({ resource }) => !terminated.has(resource.id)),
			error: void 0
		};
	} catch (thrown) {
		return {
			region,
			images: [],
			marked: {
				orphans: /* @__PURE__ */ new Map(),
				premature: /* @__PURE__ */ new Map()
			},
			needed: /* @__PURE__ */ new Map(),
			tagged: [],
			error: toBakeError(thrown)
		};
	}
}
async function terminatedInstances(ec2, signal) {
	const Filters = [{
		Name: "tag-key",
		Values: [RUN_TAG]
	}, {
		Name: "instance-state-name",
		Values: ["terminated"]
	}];
	const instances = (await allPages((NextToken) => ec2.describeInstances({
		Filters,
		NextToken
	}, signal))).flatMap(({ Reservations = [] }) => Reservations.flatMap((each) => each.Instances ?? []));
	return new Set(instances.map(({ InstanceId }) => InstanceId));
}
async function usingAccounts({ aws, regions }, candidates, { usageRoles }, { connections }) {
	const withCandidates = regions.filter((region) => (candidates.get(region)?.length ?? 0) > 0);
	if (withCandidates.length === 0) return [];
	const others = await Promise.all(usageRoles.map(async (roleArn) => {
		const assumeRole = {
			roleArn,
			sessionName: "bake-ami-prune",
			policyArns: [],
			tags: {},
			transitiveTagKeys: []
		};
		return {
			aws: await connections.open({
				region: aws.region,
				assumeRole
			}),
			accountId: roleArn.split(":")[4],
			regions: withCandidates
		};
	}));
	return [{
		aws,
		accountId: void 0,
		regions
	}, ...others];
}
function isOfClosedRegion({ accountId, error, region }, looks) {
	const look = looks.find((each) => each.region === region);
	return accountId === void 0 && isDenied(error) && look?.error !== void 0 && isDenied(look.error);
}
function reasonByUse({ id, verdict }, region, uses, failures) {
	if (verdict !== "too-old") return void 0;
	const user = uses.get(id);
	return user === void 0 ? unknownUse(region, failures) : `it is used by ${user}`;
}
async function sharedImages(aws, region, images, lookedUp, { signal, skippedChecks }) {
	const reasons = /* @__PURE__ */ new Map();
	const failures = [];
	if (skippedChecks.has("sharing")) return {
		reasons,
		failure: void 0
	};
	await inParallel(images, AT_ONCE, async ({ id, image }) => {
		try {
			const who = await sharedWith({
				aws,
				region,
				signal
			}, image, lookedUp);
			if (who !== void 0) reasons.set(id, `it is shared with ${who}`);
		} catch (thrown) {
			const failure = {
				check: "sharing",
				about: "with whom images are shared",
				region,
				accountId: void 0,
				isEverywhere: false,
				error: toBakeError(thrown)
			};
			failures.push(failure);
			reasons.set(id, unknownUse(region, [failure]) ?? "");
		}
	});
	signal.throwIfAborted();
	return {
		reasons,
		failure: failures[0]
	};
}
function findingOf({ image, family, madeAt, verdict, why }, region, inTheWay, request) {
	const about = {
		resource: imageRef(image, region),
		family: family?.label ?? "",
		madeAt
	};
	if (verdict === "stays") return {
		...about,
		verdict: "keep",
		why
	};
	if (inTheWay !== void 0) return {
		...about,
		verdict: "keep",
		why: inTheWay
	};
	const next = nextStep(image, request, request.clock.now());
	if (next.step === void 0) return {
		...about,
		verdict: "keep",
		why: next.why
	};
	return {
		...about,
		verdict: next.step,
		why: why + next.why
	};
}
function orphanFinding(id, image, region, stays) {
	const about = {
		resource: {
			kind: "snapshot",
			id,
			region
		},
		family: "",
		madeAt: void 0
	};
	if (stays !== void 0) return {
		...about,
		verdict: "keep",
		why: stays.why
	};
	return {
		...about,
		verdict: "delete",
		why: `its image ${image} was deregistered by an earlier run`
	};
}
// src/app/prune/prune-error.ts
function pruneError(result, asked) {
	const { dryRun, maxDeletions, deletions, areNamed } = asked;
	if (result.isTooMuch && !dryRun) return new BakeError(`${counted(deletions, "image")} would be disabled or deregistered, and max-deletions is ${maxDeletions}: nothing was done`, {
		code: "too-many-deletions",
		category: "input",
		hint: "Look at the plan. If it is what you want, set max-deletions to that number for this once."
	});
	const [left] = result.left;
	if (left !== void 0) {
		const { length } = result.left;
		const message = length === 1 ? left.error.message : `${length} resources could not be removed: ${left.error.message}`;
		const options = {
			code: "resource-left-behind",
			category: "left-behind",
			cause: left.error
		};
		return new BakeError(message, left.error.hint === void 0 ? options : {
			...options,
			hint: left.error.hint
		});
	}
	const [unknown] = result.unknown;
	if (unknown !== void 0) {
		const { check, error, isEverywhere } = unknown;
		const where = isEverywhere ? "" : ` in ${unknown.region}`;
		const skip = `To prune without that check, name it in skip-checks: ${check}.`;
		return new BakeError(`Nothing is pruned${where}, since ${describeFailure(unknown)}`, {
			code: "usage-unknown",
			category: error.category,
			hint: error.hint === void 0 ? skip : `${error.hint} ${skip}`,
			cause: error
		});
	}
	const wrong = result.unread.find(({ error }) => areNamed || !isDenied(error));
	if (wrong === void 0) return void 0;
	const { message, category, hint } = wrong.error;
	return new BakeError(`The images in ${wrong.region} can't be read: ${message}`, {
		code: "region-unread",
		category,
		...hint === void 0 ? {} : { hint },
		cause: wrong.error
	});
}
// src/app/prune.ts
const FRESH_MS = 6e4;
const NOTHING = {
	accountId: void 0,
	regions: [],
	findings: [],
	done: [],
	kept: [],
	left: [],
	unread: [],
	unknown: [],
	series: [],
	isTooMuch: false
};
async function prune(request, cloud = cloudAccess(request, request.environment, "aws")) {
	try {
		const aws = await openSomewhere(request, cloud);
		const areNamed = request.regions.length > 0;
		return await pruneScope({
			aws,
			regions: areNamed ? [...new Set(request.regions)] : await enabledRegions(aws, request.signal),
			areNamed,
			families: void 0
		}, request, cloud);
	} catch (thrown) {
		return {
			...NOTHING,
			error: toBakeError(thrown)
		};
	}
}
async function pruneScope(scope, request, cloud) {
	setMaxListeners(0, request.signal);
	return withDeadline(request.clock, request.budgetMs, outOfTime, request.signal, async (signal) => {
		setMaxListeners(0, signal);
		const within = {
			...request,
			signal
		};
		const accountId = await scope.aws.accountId(signal);
		const start = request.clock.monotonic();
		const plan = await planPrune(scope, within, cloud);
		const finish = ({ looks, findings, unread, unknown, series }, outcome) => {
			const deletions = findings.filter(({ verdict }) => verdict === "disable" || verdict === "deregister").length;
			const isTooMuch = deletions > request.maxDeletions;
			const regions = looks.filter(({ error }) => error === void 0).map(({ region }) => region);
			const result = {
				accountId,
				regions,
				findings,
				unread,
				unknown,
				series,
				isTooMuch,
				...outcome
			};
			return {
				...result,
				error: pruneError(result, {
					...request,
					deletions,
					areNamed: scope.areNamed
				})
			};
		};
		const planned = finish(plan, {
			done: [],
			kept: [],
			left: []
		});
		request.onPlan?.(planned);
		if (request.dryRun || planned.isTooMuch) return planned;
		const last = request.clock.monotonic() - start > FRESH_MS ? agreed(plan, await planPrune(scope, within, cloud)) : plan;
		return finish(last, await carryOut(scope, last, within));
	});
}
export { familyOf as i, pruneScope as n, STEPS as r, prune as t };
