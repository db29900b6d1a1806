import { t as allPages } from "./all-pages-DbyY6m54.js";
import { o as toBakeError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as withDeadline } from "./deadline-BStsF6u5.js";
import { a as requestRemoval, t as confirmRemoval } from "./undo-Vfxg9CgW.js";
import { l as snapshotIdsOf } from "./settings-8GxVHhfZ.js";
import { t as chunks } from "./find-gEk1bIBo.js";
import { setMaxListeners } from "node:events";
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
export { inOrderOfRemoval as n, inspect as r, removeResources as t };
