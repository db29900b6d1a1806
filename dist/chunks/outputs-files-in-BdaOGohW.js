import { c as errorMessage, t as BakeError } from "./errors-Bd0aY3lr.js";
import { a as printManifest } from "./registry-BBwiZzDr.js";
import { i as readLeg, n as writeTerraformVariables, r as imagesByRegion, s as writeWholeFile, t as terraformVariablesFile } from "./terraform-variables-CQih-_mw.js";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
// src/app/merge.ts
function merge({ files, expected, manifest, tfvars, workingDirectory, ids }) {
	if (files.length === 0) throw nothingToMerge();
	const tfvarsFile = tfvars ? terraformVariablesFile(tfvars, workingDirectory) : void 0;
	const legs = files.map((name) => ({
		name,
		...readLeg(name, workingDirectory)
	}));
	refuseBuildsInTwo(legs);
	const builds = allOf(legs.map((leg) => leg.builds));
	const file = writeManifest(manifest, legs.flatMap((leg) => leg.manifest?.builds ?? []), workingDirectory, ids);
	const outputs = joined(legs.map((leg) => leg.outputs), file ?? "");
	const missing = expected.filter((build) => !Object.hasOwn(builds, build));
	const unsuccessful = Object.keys(builds).filter((build) => builds[build] !== "succeeded");
	const isWhole = missing.length === 0 && unsuccessful.length === 0;
	if (tfvarsFile !== void 0 && isWhole) writeTerraformVariables(tfvarsFile, outputs, ids);
	return {
		outputs,
		builds,
		missing,
		unsuccessful
	};
}
function joined(all, manifest) {
	const artifacts = allOf(all.map((outputs) => outputs.artifacts));
	const made = Object.values(artifacts).flatMap(([first]) => first && first.images.length > 0 ? [first] : []);
	return {
		ami_id: (made.length === 1 ? all.find(({ ami_id: id }) => id !== "") : void 0)?.ami_id ?? "",
		ami_ids: imagesByRegion(made.flatMap(({ images }) => images)),
		artifacts,
		manifest,
		source_ami_id: theOnly(made.map(({ source_ami_id: id }) => id)),
		snapshot_ids: made.flatMap(({ images }) => images.flatMap(({ snapshot_ids: snapshots }) => snapshots)),
		reused: made.length > 0 && made.every(({ reused }) => reused),
		fingerprint: made.length === 1 ? made[0]?.fingerprint ?? "" : ""
	};
}
function allOf(records) {
	return Object.fromEntries(records.flatMap((record) => Object.entries(record)));
}
function theOnly(values) {
	const [first = "", ...others] = new Set(values);
	return others.length === 0 ? first : "";
}
function writeManifest(manifest, entries, workingDirectory, ids) {
	if (manifest === void 0 || entries.length === 0) return void 0;
	const file = path.resolve(workingDirectory, manifest);
	const runUuid = ids.uuid();
	const builds = entries.map((entry) => ({
		...entry,
		runUuid
	}));
	writeWholeFile(file, printManifest({
		builds,
		lastRunUuid: runUuid
	}), ids);
	return file;
}
function refuseBuildsInTwo(legs) {
	const files = /* @__PURE__ */ new Map();
	for (const { name, builds } of legs) for (const build of Object.keys(builds)) {
		const other = files.get(build);
		if (other !== void 0) throw new BakeError(`${other} and ${name} both hold the build "${build}"`, {
			code: "build-merged-twice",
			category: "input",
			hint: "Merge the files of one run of the workflow only, and give each leg of the matrix a file of its own."
		});
		files.set(build, name);
	}
}
function nothingToMerge() {
	return new BakeError("There are no outputs to merge", {
		code: "nothing-to-merge",
		category: "input",
		hint: "Each leg of the matrix writes a file with the input outputs-file and uploads it; download them all before."
	});
}
// src/app/outputs-files-in.ts
function outputsFilesIn(name, workingDirectory) {
	const absolute = path.resolve(workingDirectory, name);
	try {
		if (!statSync(absolute).isDirectory()) return [name];
		return readdirSync(absolute, {
			recursive: true,
			withFileTypes: true
		}).filter((entry) => entry.isFile() && entry.name.endsWith(".json")).map((entry) => path.join(name, path.relative(absolute, path.join(entry.parentPath, entry.name)))).sort();
	} catch (cause) {
		throw new BakeError(`${name} can't be read: ${errorMessage(cause)}`, {
			code: "outputs-folder-unreadable",
			category: "input",
			hint: "Download what the legs of the matrix have uploaded into it before.",
			cause
		});
	}
}
export { merge as n, outputsFilesIn as t };
