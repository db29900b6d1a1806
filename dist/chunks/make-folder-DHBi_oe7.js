import { s as errorCode } from "./errors-Bd0aY3lr.js";
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
// src/engine/make-folder.ts
function makeFolder(folder) {
	if (isFolder(folder)) return;
	const parent = path.dirname(folder);
	if (parent !== folder) makeFolder(parent);
	try {
		mkdirSync(folder);
	} catch (error) {
		if (errorCode(error) !== "EEXIST" || !isFolder(folder)) throw error;
	}
}
function isFolder(folder) {
	try {
		return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
	} catch {
		return false;
	}
}
export { makeFolder as t };
