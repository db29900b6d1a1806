import { n as BUILD_TAG, o as RUN_TAG, r as EXPIRES_AT_TAG } from "./all-pages-DbyY6m54.js";
import { t as inParallel } from "./parallel-jqwNTQDD.js";
import { o as toBakeError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as withDeadline } from "./deadline-BStsF6u5.js";
import { o as kindInWords } from "./diagnostics-D6HUwDnG.js";
import { i as outOfTime } from "./undo-Vfxg9CgW.js";
import { i as counted, n as describeDuration } from "./duration-Bo3QJcs-.js";
import { t as printableLine } from "./hostile-text-DGh0Qabk.js";
import { a as isDenied, s as isNotFound } from "./errors-Cz-Ex8Cy.js";
import { t as cloudAccess } from "./cloud-access-hZVEo-9e.js";
import { n as enabledRegions, r as openSomewhere, t as livingRuns } from "./living-runs-RFCEU0eC.js";
import { a as isLasting, i as findTagged, n as expiryOf } from "./find-gEk1bIBo.js";
import { n as inOrderOfRemoval, r as inspect, t as removeResources } from "./remove-resources-DDWhJ0IH.js";
import { setMaxListeners } from "node:events";
// src/aws/tagged/find-iam.ts
const MADE_UP_NAME = /^packer-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
async function findTaggedIam(iam, region, signal) {
	const [roles, profiles] = await Promise.all([names((Marker) => iam.listRoles({ Marker }, signal), ({ Roles = [] }) => Roles.map(({ RoleName }) => RoleName)), names((Marker) => iam.listInstanceProfiles({ Marker }, signal), ({ InstanceProfiles = [] }) => InstanceProfiles.map(({ InstanceProfileName }) => InstanceProfileName))]);
	return (await Promise.all([...roles.map((id) => tagged({
		kind: "iam-role",
		id,
		region
	}, async () => (await iam.getRole({ RoleName: id }, signal)).Role?.Tags)), ...profiles.map((id) => tagged({
		kind: "instance-profile",
		id,
		region
	}, async () => (await iam.getInstanceProfile({ InstanceProfileName: id }, signal)).InstanceProfile?.Tags))])).flat();
}
async function names(list, read) {
	const all = [];
	let marker;
	do {
		const page = await list(marker);
		for (const name of read(page)) if (name !== void 0 && MADE_UP_NAME.test(name)) all.push(name);
		marker = page.IsTruncated === true ? page.Marker : void 0;
	} while (marker !== void 0);
	return all;
}
async function tagged(resource, read) {
	let tags;
	try {
		tags = [...await read() ?? []];
	} catch (thrown) {
		if (isNotFound(thrown)) return [];
		throw thrown;
	}
	const value = (key) => tags.find(({ Key }) => Key === key)?.Value;
	const runId = value(RUN_TAG);
	if (runId === void 0) return [];
	return [{
		resource,
		runId,
		build: value(BUILD_TAG),
		expiresAt: value(EXPIRES_AT_TAG)
	}];
}
// src/app/sweep.ts
const REGIONS_AT_A_TIME = 8;
const IAM = "IAM";
const LIMIT_PER_RESOURCE_MS = 24e4;
async function sweep(request, cloud = cloudAccess(request, request.environment, "aws")) {
	const nothing = {
		accountId: void 0,
		regions: [],
		findings: [],
		removed: [],
		left: [],
		unread: []
	};
	try {
		return await sweepAccount(request, cloud);
	} catch (thrown) {
		return {
			...nothing,
			error: toBakeError(thrown)
		};
	}
}
async function sweepAccount(request, cloud) {
	const { clock, signal, reporter, dryRun } = request;
	setMaxListeners(0, signal);
	const aws = await openSomewhere(request, cloud);
	const accountId = await aws.accountId(signal);
	const regions = request.regions.length > 0 ? [...new Set(request.regions)] : await enabledRegions(aws, signal);
	const [regional, global] = await Promise.all([inParallel(regions, REGIONS_AT_A_TIME, (region) => lookThrough(region, signal, () => findTagged(aws.ec2(region), region, signal))), lookThrough(IAM, signal, async () => findTaggedIam(await aws.iam(), aws.region, signal))]);
	const looks = [...regional, global];
	const unread = looks.flatMap(({ region, error }) => error === void 0 ? [] : [{
		region,
		error
	}]);
	const findings = await judge(looks.flatMap(({ found }) => found).filter((each) => !isLasting(each)), aws, cloud, request);
	const expired = findings.filter(({ verdict }) => verdict === "expired");
	const builds = new Map(expired.map(({ resource, build, runId }) => [resource, build ?? runId]));
	const buildOf = (resource) => builds.get(resource) ?? "";
	const { removed, left } = dryRun ? {
		removed: [],
		left: []
	} : await withDeadline(clock, request.budgetMs, outOfTime, signal, (until) => removeResources(inOrderOfRemoval(expired.map(({ resource }) => resource)), {
		runId: "",
		undo: cloud.undo,
		clock,
		signal: until,
		limitMs: LIMIT_PER_RESOURCE_MS,
		onRemoved: (resource) => reporter.report({
			type: "resource-removed",
			build: buildOf(resource),
			resource
		}),
		onLeft: ({ resource, error }) => reporter.report({
			type: "resource-left",
			build: buildOf(resource),
			resource,
			error
		})
	}));
	return {
		accountId,
		regions: regional.filter(({ error }) => error === void 0).map(({ region }) => region),
		findings,
		removed,
		left,
		unread,
		error: failure(request, left, unread)
	};
}
async function lookThrough(region, signal, look) {
	try {
		return {
			region,
			found: await look(),
			error: void 0
		};
	} catch (thrown) {
		if (signal.aborted) throw thrown;
		return {
			region,
			found: [],
			error: toBakeError(thrown)
		};
	}
}
async function judge(tagged, aws, { undo }, { clock, olderThanMs, runs, signal }) {
	const now = clock.now();
	const alive = livingRuns(tagged, now);
	const first = tagged.filter(({ runId }) => runs.length === 0 || runs.includes(runId)).map((each) => ({
		each,
		why: reasonToStay(each, {
			now,
			alive,
			olderThanMs
		}, undo)
	}));
	const candidates = first.filter(({ why }) => why === void 0).map(({ each }) => each);
	const others = first.filter(({ why }) => why !== void 0).map(({ each }) => each);
	const [inspections, presences] = await Promise.all([inspectByRegion(candidates, aws, signal), inspectByRegion(others, aws, signal)]);
	return first.flatMap(({ each, why: early }) => {
		const { resource, runId, build, expiresAt } = each;
		const seen = (early === void 0 ? inspections : presences).get(resource.region);
		if (seen?.gone.has(resource.id) === true) return [];
		const why = early ?? seen?.reasons.get(resource.id);
		return [{
			resource,
			runId,
			build,
			expiresAt,
			verdict: why === void 0 ? "expired" : "stays",
			why: why ?? `it expired at ${expiresAt}`
		}];
	});
}
async function inspectByRegion(resources, aws, signal) {
	const regions = [...new Set(resources.map(({ resource }) => resource.region))];
	const inspectOne = async (region) => {
		const theirs = resources.filter(({ resource }) => resource.region === region);
		return [region, await inspect(aws.ec2(region), theirs, signal)];
	};
	return new Map(await Promise.all(regions.map(inspectOne)));
}
function reasonToStay(each, { now, alive, olderThanMs }, undo) {
	const expiry = expiryOf(each);
	const until = alive.get(each.runId);
	if (each.expiresAt === void 0) return "it has no tag bake-ami:expires-at";
	if (expiry === void 0) return `its tag bake-ami:expires-at is "${each.expiresAt}", which is not a time`;
	if (expiry > now) return `it expires at ${each.expiresAt}`;
	if (until !== void 0) return `its run may still be going on, until ${new Date(until).toISOString()}`;
	if (now - expiry < olderThanMs) return `it expired at ${each.expiresAt}, less than ${describeDuration(olderThanMs)} ago`;
	if (undo(each.resource.kind) === void 0) return `a sweep can't remove anything of the kind ${each.resource.kind}`;
}
function failure({ regions }, left, unread) {
	const [first] = left;
	if (first !== void 0) {
		const message = left.length === 1 ? first.error.message : `${left.length} resources could not be removed: ${first.error.message}`;
		return new BakeError(message, {
			code: "resource-left-behind",
			category: "left-behind",
			cause: first.error
		});
	}
	const wrong = unread.find(({ error, region }) => regions.length > 0 && region !== IAM || !isDenied(error));
	if (wrong === void 0) return void 0;
	const { message, category, hint } = wrong.error;
	return new BakeError(`${wrong.region} could not be looked through: ${message}`, {
		code: "region-unread",
		category,
		...hint === void 0 ? {} : { hint },
		cause: wrong.error
	});
}
// src/app/texts/sweep-text.ts
function sweepTable(result) {
	return {
		columns: [
			"Region",
			"Resource",
			"Run",
			"Build",
			"What becomes of it"
		],
		rows: [...result.findings].sort((one, other) => Number(other.verdict === "expired") - Number(one.verdict === "expired") || (placeOf(one) < placeOf(other) ? -1 : 1)).map((finding) => {
			const { resource, runId, build } = finding;
			const id = `${kindInWords(resource.kind)} ${resource.id}`;
			return [
				resource.region,
				id,
				runId,
				build ?? "",
				outcomeOf(finding, result)
			].map((cell) => printableLine(cell, false));
		})
	};
}
function sweepHeadline(result, dryRun) {
	const { accountId, regions, findings, removed, left } = result;
	const expired = findings.filter(({ verdict }) => verdict === "expired").length;
	const where = `in ${counted(regions.length, "region")} of the AWS account ${accountId}`;
	if (findings.length === 0) return `No run has left anything behind ${where}.`;
	const stays = findings.length - expired;
	const staying = stays === 0 ? "" : ` ${counted(stays, "resource")} stay${stays === 1 ? "s" : ""}.`;
	if (dryRun) {
		const more = expired === 0 ? "" : " A dry run: nothing was removed.";
		return `${counted(expired, "resource")} ${expired === 1 ? "has" : "have"} expired ${where}.${staying}${more}`;
	}
	const notRemoved = left.length === 0 ? "" : ` ${left.length} could not be removed.`;
	return `Removed ${counted(removed.length, "resource")} ${where}.${notRemoved}${staying}`;
}
function outcomeOf({ resource, verdict, why }, { removed, left }) {
	if (verdict === "stays") return `stays: ${why}`;
	if (removed.includes(resource)) return `removed: ${why}`;
	const failed = left.find((each) => each.resource === resource);
	return failed === void 0 ? `would be removed: ${why}` : `left: ${failed.error.message}`;
}
function placeOf({ resource }) {
	return `${resource.region} ${resource.kind} ${resource.id}`;
}
function sweepRecord({ resource, runId, build, expiresAt, verdict, why }) {
	const { kind, id, region } = resource;
	return {
		region,
		kind,
		id,
		run: runId,
		build: build ?? "",
		expires_at: expiresAt ?? "",
		verdict,
		why
	};
}
export { sweep as i, sweepRecord as n, sweepTable as r, sweepHeadline as t };
