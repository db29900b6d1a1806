import { t as orAborted } from "./deadline-BStsF6u5.js";
import { o as toBakeError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { o as kindInWords } from "./diagnostics-D6HUwDnG.js";
// src/engine/undo.ts
const LOOKS = 3;
const BETWEEN_LOOKS_MS = 3e3;
async function findLost(lost, answered, { runId, undo, clock, signal }) {
	const way = undoOf(lost.kind, undo);
	const { madeOf: _source, ...named } = lost;
	const sought = answered ? named : lost;
	for (let look = 1;; look += 1) {
		const found = await orAborted(way.find(sought, runId, signal), signal);
		if (found.length > 0 || answered || look === LOOKS) return found;
		await clock.sleep(BETWEEN_LOOKS_MS, signal);
	}
}
async function requestRemoval(resource, { undo, signal }) {
	try {
		await orAborted(undoOf(resource.kind, undo).request(resource, signal), signal);
	} catch {}
}
async function confirmRemoval(resource, { undo, signal }) {
	try {
		await orAborted(undoOf(resource.kind, undo).confirm(resource, signal), signal);
		return;
	} catch (thrown) {
		return leftBehind(resource, thrown);
	}
}
function leftBehind(resource, cause) {
	const what = kindInWords(resource.kind);
	return new BakeError(`Could not remove ${what} ${resource.id} in ${resource.region}: ${withoutFullStop(toBakeError(cause).message)}`, {
		code: "resource-left-behind",
		category: "left-behind",
		hint: `Remove it by hand: it may cost money or keep a door open. It carries the run's id in its tag "bake-ami:run".`,
		cause
	});
}
function outOfTime() {
	return new BakeError("The time for cleaning up is over", {
		code: "clean-up-timeout",
		category: "left-behind"
	});
}
function supposed(intent) {
	return {
		kind: intent.kind,
		id: intent.name,
		name: intent.name,
		region: intent.region
	};
}
function undoOf(kind, undo) {
	const way = undo(kind);
	if (way !== void 0) return way;
	throw new BakeError(`Nobody knows how to remove a resource of the kind "${kind}"`, {
		code: "no-undo",
		category: "internal",
		hint: "This is a defect of bake-ami. Please report it."
	});
}
function withoutFullStop(message) {
	return message.replace(/\.$/, "");
}
export { requestRemoval as a, outOfTime as i, findLost as n, supposed as o, leftBehind as r, confirmRemoval as t };
