import { _ as settingsOf, n as cloudAccess, t as _usingCtx } from "./usingCtx-Cvq7-77y.js";
import { _ as supposed, a as localCloudContents, d as readJournalFile, f as confirmRemoval, g as requestRemoval, h as outOfTime, i as runDirectory, l as stopLocalCloudHost, m as leftBehind, n as removeRunDirectory, p as findLost, r as removeTemporaryFiles, s as readLocalCloudHandle, u as JournalFile } from "./run-directory-Dq_ZqsMR.js";
import { n as withDeadline } from "./deadline-YgD0Q8NY.js";
import { o as toBakeError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { r as onLocalCloud } from "./local-cloud-handle-Dxs6XsPg.js";
import { existsSync } from "node:fs";
// src/engine/journal-replay.ts
function readJournal(entries) {
	let runId;
	const accounts = /* @__PURE__ */ new Map();
	const open = /* @__PURE__ */ new Map();
	for (const entry of entries) switch (entry.type) {
		case "run":
			runId = entry.runId;
			break;
		case "account":
			accounts.set(entry.build, {
				accountId: entry.accountId,
				wayIn: entry.wayIn ?? {}
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
		case "removed":
		case "kept": open.delete(entry.token);
	}
	return {
		runId,
		accounts,
		open: [...open.values()]
	};
}
async function replayJournal(open, context) {
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
		const resources = entry.resource === void 0 ? await findLost(entry.intent, false, context) : [entry.resource];
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
// src/app/clean-up.ts
const CLEAN = {
	clean: true,
	removed: [],
	left: [],
	error: void 0
};
async function cleanUp(request) {
	const directory = runDirectory(request.runDirectory);
	if (!existsSync(directory.path)) return CLEAN;
	const localCloud = readLocalCloudHandle(directory);
	const result = await attempt(async () => {
		removeTemporaryFiles(directory);
		return removeOpen(readJournal(readJournalFile(directory.journal)), localCloud, directory, request);
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
async function removeOpen({ runId, accounts, open }, localCloud, directory, request) {
	try {
		var _usingCtx$1 = _usingCtx();
		if (runId === void 0 || open.length === 0) return CLEAN;
		if (localCloud !== void 0 && await localCloudContents(localCloud, request.clock) === void 0) return CLEAN;
		const { clock, reporter } = request;
		const environment = localCloud === void 0 ? request.environment : onLocalCloud(request.environment, localCloud);
		const { connections, undo } = cloudAccess(request, environment, localCloud === void 0 ? "aws" : "local");
		const entrances = await Promise.all([...groupByBuild(open)].map(([build, entries]) => entrance(build, entries, accounts.get(build), connections, request.signal)));
		const within = entrances.flatMap(({ entries, error }) => error === void 0 ? entries : []);
		const journal = _usingCtx$1.u(new JournalFile(directory.journal));
		const { removed, left } = await withDeadline(clock, request.budgetMs, outOfTime, request.signal, (until) => replayJournal(within, {
			runId,
			undo,
			clock,
			signal: until,
			journal,
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
		}));
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
		return {
			clean: allLeft.length === 0,
			removed,
			left: allLeft,
			error: entrances.find(({ error }) => error !== void 0)?.error
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
async function entrance(build, entries, note, connections, signal) {
	try {
		if (note?.accountId === void 0 && note?.wayIn["keysInTemplate"] === true) throw unknownAccount();
		const settings = settingsOf(note?.wayIn ?? {});
		const aws = await connections.open({
			...settings,
			region: settings.region ?? entries[0]?.intent.region
		});
		if (note?.accountId !== void 0) {
			const now = await aws.accountId(signal);
			if (now !== note.accountId) return {
				entries,
				error: otherAccount(note, now)
			};
		}
		for (const { intent } of entries) connections.remember(intent.kind, intent.region, intent.name, aws);
		return {
			entries,
			error: void 0
		};
	} catch (thrown) {
		return {
			entries,
			error: noWayIn(build, note, thrown)
		};
	}
}
function leftOutside({ intent, resource = supposed(intent) }, error) {
	return {
		resource,
		error: leftBehind(resource, error)
	};
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
	return wayIn["keysInTemplate"] === true ? "The template has keys of its own (access_key, secret_key), which are not written down: give them in the environment of the job instead." : "Let the credentials of the bake be in force until the end of the job: configure others in another job, or after it.";
}
export { cleanUp as t };
