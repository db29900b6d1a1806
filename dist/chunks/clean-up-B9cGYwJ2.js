import { a as requestRemoval, i as outOfTime, n as findLost, o as supposed, r as leftBehind, t as confirmRemoval } from "./undo-Vfxg9CgW.js";
import { n as withDeadline } from "./deadline-BStsF6u5.js";
import { a as describeError, o as toBakeError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as settingsOf } from "./settings-8GxVHhfZ.js";
import { a as isLasting, r as findOfRun } from "./find-gEk1bIBo.js";
import { n as inOrderOfRemoval, r as inspect, t as removeResources } from "./remove-resources-DDWhJ0IH.js";
import { n as undoTableOf, t as cloudAccess } from "./cloud-access-hZVEo-9e.js";
import { r as onLocalCloud } from "./local-cloud-handle-Cf04HMCY.js";
import { a as localCloudContents, d as readJournalFile, i as runDirectory, l as stopLocalCloudHost, n as removeRunDirectory, r as removeTemporaryFiles, s as readLocalCloudHandle, u as JournalFile } from "./run-directory-C0LVk12C.js";
import { t as mergedPlaces } from "./run-places-BYOFtoK_.js";
import { t as _usingCtx } from "./usingCtx-BNVI0pxM.js";
import { existsSync } from "node:fs";
import { setMaxListeners } from "node:events";
// src/engine/journal-replay.ts
function readJournal(entries) {
	let runId;
	const accounts = /* @__PURE__ */ new Map();
	const open = /* @__PURE__ */ new Map();
	const kept = [];
	for (const entry of entries) switch (entry.type) {
		case "run":
			runId = entry.runId;
			break;
		case "account":
			accounts.set(entry.build, {
				accountId: entry.accountId,
				wayIn: entry.wayIn ?? {},
				regions: entry.regions
			});
			break;
		case "intent":
			open.set(entry.token, {
				build: entry.build,
				token: entry.token,
				intent: entry.intent,
				resource: void 0
			});
			break;
		case "receipt": {
			const { build, token, resource } = entry;
			open.set(token, {
				build,
				token,
				intent: open.get(token)?.intent ?? intentOf(resource),
				resource
			});
			break;
		}
		case "kept": {
			const { build = "", resource } = open.get(entry.token) ?? {};
			if (resource !== void 0) kept.push({
				build,
				resource
			});
			open.delete(entry.token);
			break;
		}
		case "removed": open.delete(entry.token);
	}
	return {
		runId,
		accounts,
		open: [...open.values()],
		kept
	};
}
async function replayJournal(open, context) {
	setMaxListeners(0, context.signal);
	const removed = [];
	const left = [];
	const leave = (build, leftResource) => {
		left.push(leftResource);
		context.onLeft(build, leftResource);
	};
	const found = await Promise.all(open.map((entry) => findAndRequest(entry, context)));
	for (const { entry, resources, error } of found.toReversed()) {
		if (error !== void 0) {
			leave(entry.build, {
				resource: supposed(entry.intent),
				error
			});
			continue;
		}
		let gone = true;
		for (const resource of resources) {
			const problem = await confirmRemoval(resource, context);
			if (problem === void 0) {
				removed.push(resource);
				context.onRemoved(entry.build, resource);
			} else {
				gone = false;
				leave(entry.build, {
					resource,
					error: problem
				});
			}
		}
		if (gone) context.journal.append({
			type: "removed",
			token: entry.token
		});
	}
	return {
		removed,
		left
	};
}
async function findAndRequest(entry, context) {
	try {
		const { build, intent, token, resource } = entry;
		const resources = resource === void 0 ? await findLost({
			...intent,
			build,
			token
		}, false, context) : [resource];
		await Promise.all(resources.map((resource) => requestRemoval(resource, context)));
		return {
			entry,
			resources,
			error: void 0
		};
	} catch (thrown) {
		return {
			entry,
			resources: [],
			error: leftBehind(supposed(entry.intent), thrown)
		};
	}
}
function intentOf(resource) {
	return {
		kind: resource.kind,
		region: resource.region,
		name: resource.name ?? resource.id
	};
}
// src/app/clean-up/clean-up-entrance.ts
async function enter(build, note, region, connections, signal) {
	try {
		if (note === void 0 || note.accountId === void 0 && note.wayIn["keysInTemplate"] === true) throw unknownAccount();
		const settings = settingsOf(note.wayIn);
		const aws = await connections.open({
			...settings,
			region: settings.region ?? region
		});
		if (note.accountId === void 0) return aws;
		const now = await aws.accountId(signal);
		if (now !== note.accountId) throw otherAccount(note, now);
		return aws;
	} catch (thrown) {
		if (thrown instanceof BakeError && thrown.code === "other-account") throw thrown;
		throw noWayIn(build, note, thrown);
	}
}
function otherAccount({ accountId, wayIn }, now) {
	return new BakeError(`The run worked in the account ${accountId}, but the credentials now are for ${now}`, {
		code: "other-account",
		category: "left-behind",
		hint: hintFor(wayIn)
	});
}
function unknownAccount() {
	return new BakeError("it is not known which account that was", {
		code: "account-unknown",
		category: "left-behind"
	});
}
function noWayIn(build, note, cause) {
	const reason = toBakeError(cause).message;
	return new BakeError(`There is no way back into the account that ${build} worked in: ${reason}`, {
		code: "no-way-in",
		category: "left-behind",
		hint: hintFor(note?.wayIn ?? {}),
		cause
	});
}
function hintFor(wayIn) {
	if (wayIn["mfaCodeInTemplate"] === true) return "The code of the MFA device (mfa_code) held for the bake only: take the role again in a terminal and run `bake-ami sweep` with it.";
	return wayIn["keysInTemplate"] === true ? "The template has keys of its own (access_key, secret_key), which are not written down: give them in the environment of the job instead." : "Let the credentials of the bake be in force until the end of the job: configure others in another job, or after it.";
}
// src/app/clean-up/clean-up-search.ts
const LIMIT_PER_RESOURCE_MS = 18e4;
async function searchByTag(request) {
	const results = await Promise.all(request.places.map((place) => searchPlace(place, request)));
	return {
		removed: results.flatMap(({ removed }) => removed),
		left: results.flatMap(({ left }) => left),
		errors: results.flatMap(({ errors }) => errors)
	};
}
async function searchPlace(place, request) {
	const { connections, signal } = request;
	let aws;
	try {
		aws = await enter(place.build, place, place.regions[0], connections, signal);
	} catch (thrown) {
		return {
			removed: [],
			left: [],
			errors: [toBakeError(thrown)]
		};
	}
	const results = await Promise.all(place.regions.map((region) => searchRegion(aws, region, request)));
	return {
		removed: results.flatMap(({ removed }) => removed),
		left: results.flatMap(({ left }) => left),
		errors: results.flatMap(({ errors }) => errors)
	};
}
async function searchRegion(aws, region, request) {
	const { clock, reporter, runId, signal, forbidden, inJournal } = request;
	let found;
	let reasons;
	try {
		const candidates = (await findOfRun(aws.ec2(region), region, runId, signal)).filter((each) => mayGo(each, request));
		const inspection = await inspect(aws.ec2(region), candidates, signal, inJournal);
		found = candidates.filter(({ resource }) => !inspection.gone.has(resource.id));
		({reasons} = inspection);
	} catch (thrown) {
		return {
			removed: [],
			left: [],
			errors: [notSearched(region, thrown)]
		};
	}
	const buildOf = ({ id }) => found.find(({ resource }) => resource.id === id)?.build ?? `run ${runId}`;
	const onLeft = ({ resource, error }) => reporter.report({
		type: "resource-left",
		build: buildOf(resource),
		resource,
		error
	});
	const staying = found.flatMap(({ resource }) => {
		const why = reasons.get(resource.id);
		const cause = forbidden ?? (why === void 0 ? void 0 : new Error(why));
		return cause === void 0 ? [] : [{
			resource,
			error: leftBehind(resource, cause)
		}];
	});
	for (const each of staying) onLeft(each);
	const going = found.map(({ resource }) => resource).filter((each) => !staying.some((one) => one.resource === each));
	const { removed, left } = await removeResources(inOrderOfRemoval(going), {
		runId,
		undo: undoTableOf({
			clock,
			aws: () => Promise.resolve(aws)
		}),
		clock,
		signal,
		limitMs: LIMIT_PER_RESOURCE_MS,
		onRemoved: (resource) => reporter.report({
			type: "resource-removed",
			build: buildOf(resource),
			resource
		}),
		onLeft
	});
	return {
		removed,
		left: [...staying, ...left],
		errors: []
	};
}
function mayGo(each, { inJournal, kept, imagesMayGo }) {
	const { resource, build, expiresAt } = each;
	if (expiresAt === void 0 || isLasting(each)) return false;
	if ([...inJournal, ...kept.map((one) => one.resource)].some(({ id }) => id === resource.id)) return false;
	const theirs = kept.filter((one) => one.build === build);
	if (theirs.some(({ resource: { kind } }) => kind !== "image")) return false;
	return !(resource.kind === "image" || resource.kind === "snapshot") || imagesMayGo && theirs.length === 0;
}
function notSearched(region, cause) {
	const { message, hint } = toBakeError(cause);
	return new BakeError(`${region} could not be searched for what the run has left: ${message}`, {
		code: "search-failed",
		category: "left-behind",
		...hint === void 0 ? {} : { hint },
		cause
	});
}
// src/app/clean-up.ts
const CLEAN = {
	clean: true,
	removed: [],
	left: [],
	error: void 0
};
async function cleanUp(request) {
	const directory = runDirectory(request.runDirectory);
	if (!existsSync(directory.path) && (request.known?.places ?? []).length === 0) return CLEAN;
	const localCloud = readLocalCloudHandle(directory);
	const result = await attempt(async () => {
		removeTemporaryFiles(directory);
		return removeLeft(localCloud, directory, request);
	});
	if (localCloud === void 0) return finish(result, directory);
	return finish(await attempt(async () => {
		await stopLocalCloudHost(localCloud, request.clock);
		return result;
	}), directory);
}
async function attempt(work) {
	try {
		return await work();
	} catch (thrown) {
		return {
			...CLEAN,
			clean: false,
			error: toBakeError(thrown)
		};
	}
}
function finish(result, directory) {
	if (result.clean) removeRunDirectory(directory);
	return result;
}
async function removeLeft(localCloud, directory, request) {
	const { clock, known, reporter, signal } = request;
	const { entries, unreadable } = readJournalFile(directory.journal);
	const journal = readJournal(entries);
	const damage = damageOf(journal, unreadable, known, directory);
	for (const message of damage) reporter.report({
		type: "log",
		level: "warning",
		message
	});
	const runId = journal.runId ?? known?.runId;
	const notes = [...journal.accounts].map(([build, note]) => ({
		build,
		...note
	}));
	const places = mergedPlaces([...notes, ...known?.places ?? []]);
	const isSearched = localCloud === void 0 && (known !== void 0 || damage.length > 0);
	if (localCloud !== void 0 && await localCloudContents(localCloud, clock) === void 0) return CLEAN;
	if (runId === void 0) return damage.length > 0 && localCloud === void 0 ? failed(unknownRun(directory)) : CLEAN;
	if (journal.open.length === 0 && !isSearched) return CLEAN;
	const environment = localCloud === void 0 ? request.environment : onLocalCloud(request.environment, localCloud);
	const { connections, undo } = cloudAccess(request, environment, localCloud === void 0 ? "aws" : "local");
	return withDeadline(clock, request.budgetMs, outOfTime, signal, async (until) => {
		const replaying = replay(journal, runId, {
			request,
			directory,
			connections,
			undo,
			until
		});
		if (!isSearched) return replaying;
		const searching = searchByTag({
			runId,
			places,
			inJournal: journal.open.flatMap(({ resource }) => resource ?? []),
			kept: journal.kept,
			imagesMayGo: known?.hasEnded === false,
			forbidden: damage.length > 0 && known?.keepsOnError !== false ? meantToStay() : void 0,
			connections,
			clock,
			reporter,
			signal: until
		});
		const [replayed, searched] = await Promise.all([replaying, searching]);
		const isNeeded = damage.length > 0 || journal.open.length > 0;
		for (const error of searched.errors) {
			const level = isNeeded ? "warning" : "debug";
			if (error.message !== replayed.error?.message) reporter.report({
				type: "log",
				level,
				message: describeError(error)
			});
		}
		const error = replayed.error ?? (damage.length > 0 && places.length === 0 ? unknownRun(directory) : void 0) ?? (damage.length > 0 ? searched.errors[0] : void 0);
		const removed = [...replayed.removed, ...searched.removed.filter((each) => !isAmong(replayed.removed, each))];
		const left = [...replayed.left, ...searched.left].filter(({ resource }) => !isAmong(removed, resource));
		return {
			clean: left.length === 0 && error === void 0,
			removed,
			left,
			error
		};
	});
}
function isAmong(resources, { id, region }) {
	return resources.some((each) => each.id === id && each.region === region);
}
function damageOf({ accounts }, unreadable, known, { journal }) {
	const instead = "what it was about is searched for by the run's tag";
	const lines = unreadable.map((place) => `The journal of the run can't be read at ${place}: ${instead}`);
	return accounts.size === 0 && unreadable.length === 0 && (known?.places ?? []).length > 0 ? [`The journal of the run, ${journal}, is gone or empty: ${instead}`] : lines;
}
function failed(error) {
	return {
		...CLEAN,
		clean: false,
		error
	};
}
function unknownRun({ journal }) {
	return new BakeError(`The journal of the run, ${journal}, can't be read, and where the run worked is not known`, {
		code: "journal-unreadable",
		category: "left-behind",
		hint: "Look for resources with the tag \"bake-ami:run\" in the account (`bake-ami sweep` lists them), and remove those of this run by hand."
	});
}
function meantToStay() {
	return new BakeError("what on-error was to leave can't be told from what was left, since the journal is damaged", {
		code: "journal-unreadable",
		category: "left-behind"
	});
}
async function replay({ accounts, open }, runId, { request, directory, connections, undo, until }) {
	try {
		var _usingCtx$1 = _usingCtx();
		if (open.length === 0) return CLEAN;
		const { clock, reporter, known } = request;
		const noteOf = (build) => accounts.get(build) ?? known?.places.find((place) => place.build === build);
		const entrances = await Promise.all([...groupByBuild(open)].map(async ([build, entries]) => {
			try {
				const aws = await enter(build, noteOf(build), entries[0]?.intent.region, connections, request.signal);
				for (const { intent } of entries) connections.remember(intent.kind, intent.region, intent.name, aws);
				return {
					entries,
					error: void 0
				};
			} catch (thrown) {
				return {
					entries,
					error: toBakeError(thrown)
				};
			}
		}));
		const { removed, left } = await replayJournal(entrances.flatMap(({ entries, error }) => error === void 0 ? entries : []), {
			runId,
			undo,
			clock,
			signal: until,
			journal: _usingCtx$1.u(new JournalFile(directory.journal)),
			onRemoved: (build, resource) => reporter.report({
				type: "resource-removed",
				build,
				resource
			}),
			onLeft: (build, { resource, error }) => reporter.report({
				type: "resource-left",
				build,
				resource,
				error
			})
		});
		const outside = entrances.flatMap(({ entries, error }) => error === void 0 ? [] : entries.map((entry) => ({
			build: entry.build,
			left: leftOutside(entry, error)
		})));
		for (const { build, left: each } of outside) reporter.report({
			type: "resource-left",
			build,
			...each
		});
		const allLeft = [...outside.map(({ left: each }) => each), ...left];
		const error = entrances.find((entrance) => entrance.error !== void 0)?.error;
		return {
			clean: allLeft.length === 0,
			removed,
			left: allLeft,
			error
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
function groupByBuild(open) {
	const builds = /* @__PURE__ */ new Map();
	for (const entry of open) builds.set(entry.build, [...builds.get(entry.build) ?? [], entry]);
	return builds;
}
function leftOutside({ intent, resource = supposed(intent) }, error) {
	return {
		resource,
		error: leftBehind(resource, error)
	};
}
export { cleanUp as t };
