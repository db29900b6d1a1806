import { a as localCloudContents, d as readJournalFile, f as confirmRemoval, g as supposed, h as requestRemoval, i as runDirectory, l as stopLocalCloudHost, m as leftBehind, n as removeRunDirectory, p as findLost, r as removeTemporaryFiles, s as readLocalCloudHandle, u as JournalFile } from "./run-directory-CYoqKOZE.js";
import { n as withDeadline } from "./deadline-YgD0Q8NY.js";
import { a as toBakeError, t as BakeError } from "./errors-BFxv46ub.js";
import { a as _usingCtx, s as cloudAccess } from "./hostile-text-BZFbeYjr.js";
import { r as onLocalCloud } from "./local-cloud-handle-BSQrHuf5.js";
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
			accounts.set(entry.build, entry.accountId);
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
		const first = open[0];
		if (runId === void 0 || first === void 0) return CLEAN;
		if (localCloud !== void 0 && await localCloudContents(localCloud, request.clock) === void 0) return CLEAN;
		const { clock, reporter, signal } = request;
		const environment = localCloud === void 0 ? request.environment : onLocalCloud(request.environment, localCloud);
		const { connections, undo } = cloudAccess(request, environment);
		const account = await (await connections.open({ region: first.intent.region })).accountId(signal);
		const ours = open.filter(({ build }) => (accounts.get(build) ?? account) === account);
		const foreign = open.filter((entry) => !ours.includes(entry)).map((entry) => leftInOtherAccount(entry, accounts));
		const journal = _usingCtx$1.u(new JournalFile(directory.journal));
		const { removed, left } = await withDeadline(clock, request.budgetMs, outOfTime, signal, (until) => replayJournal(ours, {
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
		const allLeft = [...foreign.map(({ left: each }) => each), ...left];
		for (const { build, left: each } of foreign) reporter.report({
			type: "resource-left",
			build,
			...each
		});
		const error = foreign.length === 0 ? void 0 : otherAccount(account, accounts);
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
function leftInOtherAccount({ build, intent, resource = supposed(intent) }, accounts) {
	const cause = /* @__PURE__ */ new Error(`it is in the account ${accounts.get(build)}`);
	return {
		build,
		left: {
			resource,
			error: leftBehind(resource, cause)
		}
	};
}
function otherAccount(account, accounts) {
	const others = [...new Set(accounts.values())].filter((other) => other !== account);
	return new BakeError(`The run worked in the account ${others.join(" and ")}, but the credentials now are for ${account}`, {
		code: "other-account",
		category: "left-behind",
		hint: "Let the credentials of the bake be in force until the end of the job: configure others in another job, or after it."
	});
}
function outOfTime() {
	return new BakeError("The time for cleaning up is over", {
		code: "clean-up-timeout",
		category: "left-behind"
	});
}
export { cleanUp as t };
