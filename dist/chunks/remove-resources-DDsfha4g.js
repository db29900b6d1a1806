import { o as toBakeError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as withDeadline } from "./deadline-YgD0Q8NY.js";
import { a as requestRemoval, t as confirmRemoval } from "./undo-CNR1Oq8j.js";
import { a as snapshotIdsOf, c as EXPIRES_AT_TAG, l as NEVER, s as BUILD_TAG, u as RUN_TAG, v as allPages } from "./cloud-access-KZEzfC3D.js";
import { setMaxListeners } from "node:events";
// src/aws/tagged/find.ts
const KEYS = [
	RUN_TAG,
	BUILD_TAG,
	EXPIRES_AT_TAG
];
const PAGE = 1e3;
async function findTagged(ec2, region, signal) {
	return grouped(await rows(ec2, [{
		Name: "key",
		Values: KEYS
	}], signal), region);
}
async function findOfRun(ec2, region, runId, signal) {
	const ids = (await rows(ec2, [{
		Name: "key",
		Values: [RUN_TAG]
	}, {
		Name: "value",
		Values: [runId]
	}], signal)).map(({ ResourceId }) => ResourceId).filter((id) => id !== void 0);
	const all = [];
	for (const Values of chunks(ids, 200)) {
		const theirs = [{
			Name: "resource-id",
			Values
		}, {
			Name: "key",
			Values: KEYS
		}];
		all.push(...await rows(ec2, theirs, signal));
	}
	return grouped(all, region).filter((each) => each.runId === runId);
}
function isLasting({ expiresAt }) {
	return expiresAt === NEVER;
}
function expiryOf({ expiresAt }) {
	if (expiresAt === void 0 || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(expiresAt)) return void 0;
	const moment = Date.parse(expiresAt);
	return Number.isNaN(moment) ? void 0 : moment;
}
function chunks(items, size) {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
async function rows(ec2, Filters, signal) {
	return (await allPages((NextToken) => ec2.describeTags({
		Filters,
		MaxResults: PAGE,
		NextToken
	}, signal))).flatMap(({ Tags = [] }) => Tags);
}
function grouped(all, region) {
	const byId = /* @__PURE__ */ new Map();
	for (const { ResourceId: id, ResourceType: kind, Key: key, Value: value } of all) {
		if (id === void 0 || kind === void 0 || key === void 0) continue;
		const found = byId.get(id) ?? {
			kind,
			tags: /* @__PURE__ */ new Map()
		};
		found.tags.set(key, value ?? "");
		byId.set(id, found);
	}
	return [...byId].flatMap(([id, { kind, tags }]) => {
		const runId = tags.get(RUN_TAG);
		if (runId === void 0) return [];
		const [build, expiresAt] = [tags.get(BUILD_TAG), tags.get(EXPIRES_AT_TAG)];
		return [{
			resource: {
				kind,
				id,
				region
			},
			runId,
			build,
			expiresAt
		}];
	});
}
// src/aws/tagged/inspect.ts
async function inspect(ec2, candidates, signal, alsoGoing = []) {
	const inspection = {
		gone: /* @__PURE__ */ new Set(),
		reasons: /* @__PURE__ */ new Map()
	};
	const theirs = candidates.map(({ resource }) => resource);
	const ids = (kind, resources = theirs) => resources.filter(({ id, kind: each }) => each === kind && !inspection.reasons.has(id)).map(({ id }) => id);
	const going = (kind) => ids(kind, [...theirs, ...alsoGoing]);
	for (const [kind, look] of Object.entries(LOOKS)) {
		const ofKind = ids(kind);
		if (ofKind.length === 0) continue;
		try {
			await look(ec2, ofKind, going, inspection, signal);
		} catch (thrown) {
			if (signal.aborted) throw thrown;
			const why = `it could not be looked at: ${toBakeError(thrown).message}`;
			for (const id of ofKind) inspection.reasons.set(id, why);
		}
	}
	return inspection;
}
const LOOKS = {
	async instance(ec2, ids, _candidates, { gone }, signal) {
		const instances = await instancesBy(ec2, "instance-id", ids, signal);
		const there = new Set(instances.filter((instance) => !isEnding(instance)).map(({ InstanceId }) => InstanceId));
		for (const id of ids) if (!there.has(id)) gone.add(id);
	},
	async volume(ec2, ids, candidates, { gone, reasons }, signal) {
		const going = new Set(candidates("instance"));
		const seen = /* @__PURE__ */ new Set();
		for (const { VolumeId = "", Attachments = [] } of await volumesBy(ec2, "volume-id", ids, signal)) {
			seen.add(VolumeId);
			const user = Attachments.find(({ InstanceId }) => !going.has(InstanceId ?? ""))?.InstanceId;
			if (user !== void 0) reasons.set(VolumeId, `it is attached to ${user}`);
		}
		for (const id of ids) if (!seen.has(id)) gone.add(id);
	},
	async image(ec2, ids, candidates, { gone, reasons }, signal) {
		const going = new Set(candidates("instance"));
		const images = await imagesBy(ec2, "image-id", ids, signal);
		for (const image of images) {
			const why = await userOf(ec2, image, going, signal);
			if (why !== void 0) reasons.set(image.ImageId ?? "", why);
		}
		const seen = new Set(images.map(({ ImageId }) => ImageId));
		for (const id of ids) if (!seen.has(id)) gone.add(id);
	},
	async snapshot(ec2, ids, candidates, { reasons }, signal) {
		const going = new Set(candidates("image"));
		for (const image of await imagesBy(ec2, "block-device-mapping.snapshot-id", ids, signal)) {
			if (going.has(image.ImageId ?? "")) continue;
			for (const id of snapshotIdsOf(image)) if (ids.includes(id)) reasons.set(id, `${image.ImageId} is made of it`);
		}
	}
};
async function userOf(ec2, { ImageId = "", LastLaunchedTime, Public, State }, going, signal) {
	if (State !== "available") return void 0;
	if (Public === true) return "the image is public";
	if (LastLaunchedTime !== void 0) return `the image was launched at ${LastLaunchedTime}`;
	const [{ LaunchPermissions = [] }, launched] = await Promise.all([ec2.describeImageAttribute({
		ImageId,
		Attribute: "launchPermission"
	}, signal), instancesBy(ec2, "image-id", [ImageId], signal)]);
	if (LaunchPermissions.length > 0) return "the image is shared";
	const user = launched.find((instance) => !isEnding(instance) && !going.has(instance.InstanceId ?? ""));
	return user === void 0 ? void 0 : `${user.InstanceId} was launched from the image`;
}
function isEnding({ State }) {
	return State?.Name === "terminated" || State?.Name === "shutting-down";
}
async function instancesBy(ec2, Name, values, signal) {
	return (await eachFilter(Name, values, (Filters, NextToken) => ec2.describeInstances({
		Filters,
		NextToken
	}, signal))).flatMap(({ Reservations = [] }) => Reservations).flatMap(({ Instances = [] }) => Instances);
}
async function imagesBy(ec2, Name, values, signal) {
	return (await eachFilter(Name, values, (Filters, NextToken) => ec2.describeImages({
		Owners: ["self"],
		Filters,
		NextToken
	}, signal))).flatMap(({ Images = [] }) => Images);
}
async function volumesBy(ec2, Name, values, signal) {
	return (await eachFilter(Name, values, (Filters, NextToken) => ec2.describeVolumes({
		Filters,
		NextToken
	}, signal))).flatMap(({ Volumes = [] }) => Volumes);
}
async function eachFilter(Name, values, call) {
	const pages = [];
	for (const Values of chunks(values, 200)) pages.push(...await allPages((token) => call([{
		Name,
		Values
	}], token)));
	return pages;
}
// src/aws/undo/order.ts
const ORDER = [
	["fleet", "spot-instances-request"],
	["instance"],
	[
		"network-interface",
		"volume",
		"launch-template",
		"key-pair"
	],
	["security-group", "iam-role"],
	["instance-profile"],
	["image"],
	["snapshot"]
];
function inOrderOfRemoval(resources) {
	const rank = ({ kind }) => {
		const found = ORDER.findIndex((kinds) => kinds.some((known) => known === kind));
		return found < 0 ? ORDER.length : found;
	};
	return Array.from({ length: ORDER.length + 1 }, (_, index) => resources.filter((resource) => rank(resource) === index)).filter((group) => group.length > 0);
}
// src/engine/remove-resources.ts
async function removeResources(groups, context) {
	const removed = [];
	const left = [];
	setMaxListeners(0, context.signal);
	await Promise.all(groups.flat().map((resource) => requestRemoval(resource, context)));
	for (const group of groups) await Promise.all(group.map(async (resource) => {
		const error = await withDeadline(context.clock, context.limitMs, takesTooLong, context.signal, (signal) => confirmRemoval(resource, {
			...context,
			signal
		}));
		if (error === void 0) {
			removed.push(resource);
			context.onRemoved(resource);
		} else {
			left.push({
				resource,
				error
			});
			context.onLeft({
				resource,
				error
			});
		}
	}));
	return {
		removed,
		left
	};
}
function takesTooLong() {
	return new BakeError("it takes too long, most likely because something else uses it", {
		code: "removal-timeout",
		category: "left-behind"
	});
}
export { findOfRun as a, expiryOf as i, inOrderOfRemoval as n, findTagged as o, inspect as r, isLasting as s, removeResources as t };
