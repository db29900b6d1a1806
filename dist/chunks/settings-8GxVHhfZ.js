import { m as tagValue, o as RUN_TAG, t as allPages } from "./all-pages-DbyY6m54.js";
import { a as isDenied, n as awsCodeOf, s as isNotFound } from "./errors-Cz-Ex8Cy.js";
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
// src/aws/polling/describe-fast-launch.ts
async function describeFastLaunch(ec2, ids, signal) {
	try {
		return (await allPages((NextToken) => ec2.describeFastLaunchImages({
			ImageIds: [...ids],
			NextToken
		}, signal))).flatMap(({ FastLaunchImages = [] }) => FastLaunchImages);
	} catch (thrown) {
		if (!isNotFound(thrown)) throw thrown;
		if (ids.length === 1) return [];
		return (await Promise.all(ids.map((id) => describeFastLaunch(ec2, [id], signal)))).flat();
	}
}
// src/aws/windows.ts
function isWindows({ Platform, PlatformDetails }) {
	return Platform?.toLowerCase() === "windows" || PlatformDetails?.startsWith("Windows") === true;
}
// src/aws/undo/fast-launch.ts
async function endFastLaunch(ec2, image, signal) {
	if (!isWindows(image)) return;
	const { ImageId = "" } = image;
	try {
		const [known] = await describeFastLaunch(ec2, [ImageId], signal);
		if (known === void 0 || known.State === "disabling") return;
	} catch (thrown) {
		if (isDenied(thrown)) return;
		throw thrown;
	}
	await ec2.disableFastLaunch({
		ImageId,
		Force: true
	}, signal);
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
const MADE_UP_NAME = /^packer_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
function isMadeUp(name) {
	return MADE_UP_NAME.test(name);
}
function byName(filter, { name }, runId) {
	const named = {
		Name: filter,
		Values: [name]
	};
	return isMadeUp(name) ? [named] : [ofRun(runId), named];
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
	const flaws = /* @__PURE__ */ new Map();
	const remove = async (ec2, id, signal) => {
		const image = await imageById(ec2, id, signal);
		if (image === void 0) return remembered.get(id);
		remembered.set(id, image);
		try {
			await endFastLaunch(ec2, image, signal);
			flaws.delete(id);
		} catch (thrown) {
			signal.throwIfAborted();
			flaws.set(id, thrown);
		}
		await unlessGone(ec2.deregisterImage({ ImageId: id }, signal));
		return image;
	};
	return {
		async find(intent, runId, signal) {
			const ec2 = await ec2Of(tools, intent);
			const filters = [{
				Name: "name",
				Values: [intent.name]
			}];
			const { Images = [] } = await ec2.describeImages({
				Owners: ["self"],
				Filters: filters
			}, signal);
			return found(intent, Images.filter((image) => isOf(runId, intent, image)).map(({ ImageId }) => ImageId));
		},
		async request(resource, signal) {
			await remove(await ec2Of(tools, resource), resource.id, signal);
		},
		async confirm(resource, signal) {
			const ec2 = await ec2Of(tools, resource);
			const image = await remove(ec2, resource.id, signal);
			const snapshots = await snapshotsMadeFor(ec2, resource.id, image, signal);
			await deleteSnapshots(ec2, tools.clock, snapshots, signal);
			if (flaws.has(resource.id)) throw flaws.get(resource.id);
		}
	};
}
function isOf(runId, { build, madeOf }, { Tags, SourceInstanceId, SourceImageId }) {
	const run = tagValue(Tags, RUN_TAG);
	if ((tagValue(Tags, "bake-ami:build") ?? build) !== build) return false;
	if (run !== void 0 || madeOf === void 0) return run === runId;
	return SourceInstanceId === madeOf || SourceImageId === madeOf;
}
const FREE_AFTER_TRIES = 24;
function isSnapshotInUse(thrown, attempt) {
	return attempt < FREE_AFTER_TRIES && awsCodeOf(thrown) === "InvalidSnapshot.InUse";
}
async function removeImage(ec2, clock, imageId, signal) {
	const image = await imageById(ec2, imageId, signal);
	if (image !== void 0) await unlessGone(ec2.deregisterImage({ ImageId: imageId }, signal));
	await deleteSnapshots(ec2, clock, await snapshotsMadeFor(ec2, imageId, image, signal), signal);
}
async function deleteSnapshots(ec2, clock, ids, signal) {
	await Promise.all(ids.map((SnapshotId) => retryWhile(clock, signal, isSnapshotInUse, () => unlessGone(ec2.deleteSnapshot({ SnapshotId }, signal)))));
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
// src/aws/settings.ts
function wayInOf({ accessKey, secretKey, token, mfaCode, ...settings }) {
	return {
		...settings,
		keysInTemplate: accessKey !== void 0 || secretKey !== void 0 || token !== void 0,
		...mfaCode === void 0 ? {} : { mfaCodeInTemplate: true }
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
export { isWindows as _, imageById as a, removeImage as c, ec2Of as d, found as f, unlessGone as g, onceFree as h, deleteSnapshots as i, snapshotIdsOf as l, ofRun as m, settingsOf as n, imageUndo as o, isMadeUp as p, wayInOf as r, isOlder as s, endpointOf as t, byName as u, describeFastLaunch as v, retryWhile as y };
