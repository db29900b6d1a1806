import { c as errorMessage, s as errorCode, t as BakeError } from "./errors-Bd0aY3lr.js";
import { a as printManifest } from "./registry-B0TjLCQL.js";
import { a as readLeg, i as writeTerraformVariables, n as makeWayForFiles, r as terraformVariablesFile, s as writeWholeFile, t as imagesByRegion } from "./images-by-region-CUIcZR6n.js";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
// src/app/outputs/each-build-once.ts
function eachBuildOnce(legs) {
	const winners = /* @__PURE__ */ new Map();
	for (const leg of legs) for (const build of Object.keys(leg.builds)) {
		const other = winners.get(build);
		winners.set(build, other === void 0 ? leg : better(other, leg, build));
	}
	return legs.map((leg) => only(leg, (build) => winners.get(build) === leg));
}
function better(one, other, build) {
	const [images, others] = [imagesOf(one, build), imagesOf(other, build)];
	if (images !== "" && others !== "" && images !== others) throw differentImages(one, other, build);
	return rank(other, build) > rank(one, build) ? other : one;
}
function rank(leg, build) {
	if (leg.builds[build] !== "succeeded") return imagesOf(leg, build) === "" ? 0 : 1;
	return artifactsOf(leg, build)[0]?.reused === true ? 2 : 3;
}
function imagesOf(leg, build) {
	return (artifactsOf(leg, build)[0]?.images ?? []).map(({ region, id }) => `${region}:${id}`).sort().join(",");
}
function artifactsOf({ outputs: { artifacts } }, build) {
	return Object.hasOwn(artifacts, build) ? artifacts[build] ?? [] : [];
}
function only(leg, counts) {
	const { builds, outputs, manifest } = leg;
	const lost = Object.keys(builds).filter((build) => !counts(build));
	if (lost.length === 0) return leg;
	const artifacts = new Set(lost.flatMap((build) => artifactsOf(leg, build)).map(({ artifact_id: id }) => id));
	const without = (record) => Object.fromEntries(Object.entries(record).filter(([build]) => !lost.includes(build)));
	return {
		...leg,
		builds: without(builds),
		outputs: {
			...outputs,
			artifacts: without(outputs.artifacts)
		},
		manifest: manifest && {
			...manifest,
			builds: manifest.builds.filter(({ artifactId: id }) => !artifacts.has(id))
		}
	};
}
function differentImages({ name: one }, { name: other }, build) {
	return new BakeError(`${one} and ${other} hold different images of the build "${build}"`, {
		code: "build-merged-twice",
		category: "input",
		hint: "Merge the files of one run of the workflow only, and give each leg of the matrix a file of its own."
	});
}
// src/app/merge.ts
function merge({ files, expected, manifest, tfvars, workingDirectory, ids }) {
	makeWayForFiles({
		tfvars,
		manifest,
		workingDirectory,
		ids
	});
	if (files.length === 0) throw nothingToMerge();
	const tfvarsFile = tfvars ? terraformVariablesFile(tfvars, workingDirectory) : void 0;
	const legs = eachBuildOnce(files.map((name) => ({
		name,
		...readLeg(name, workingDirectory)
	})));
	const handedOnBy = allOf(legs.map(({ name, builds }) => Object.fromEntries(Object.keys(builds).map((build) => [build, name]))));
	const builds = inOrder(allOf(legs.map((leg) => leg.builds)), expected);
	const file = writeManifest(manifest, legs.flatMap((leg) => leg.manifest?.builds ?? []), workingDirectory, ids);
	const outputs = joined(legs.map((leg) => leg.outputs), Object.keys(builds), file ?? "");
	const missing = expected.filter((build) => !Object.hasOwn(builds, build));
	const unsuccessful = Object.keys(builds).filter((build) => builds[build] !== "succeeded");
	const isWhole = missing.length === 0 && unsuccessful.length === 0;
	if (tfvarsFile !== void 0 && isWhole) writeTerraformVariables(tfvarsFile, outputs, ids);
	return {
		outputs,
		builds,
		files: handedOnBy,
		missing,
		unsuccessful
	};
}
function notWhole({ missing, unsuccessful }) {
	const lacks = [...missing.length === 0 ? [] : [`Nothing was handed on for ${missing.join(", ")}`], ...unsuccessful.length === 0 ? [] : [`${unsuccessful.join(", ")} did not succeed`]];
	if (lacks.length === 0) return void 0;
	return new BakeError(lacks.join("; "), {
		code: "legs-missing",
		category: "artifact",
		hint: "The outputs hold what there is. The jobs of these builds say why; run them again, or do without them (allow-missing)."
	});
}
function joined(all, order, manifest) {
	const artifacts = inOrder(allOf(all.map((outputs) => outputs.artifacts)), order);
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
function inOrder(record, keys) {
	const places = new Map(keys.map((key, index) => [key, index]));
	const place = (key) => places.get(key) ?? keys.length;
	return allOf([Object.fromEntries(Object.entries(record).sort(([a], [b]) => place(a) - place(b)))]);
}
function allOf(records) {
	const all = Object.fromEntries(records.flatMap((record) => Object.entries(record)));
	return Object.setPrototypeOf(all, null);
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
function nothingToMerge() {
	return new BakeError("There are no outputs to merge", {
		code: "nothing-to-merge",
		category: "input",
		hint: "Each leg of the matrix writes a file with the input outputs-file and uploads it; download them all before."
	});
}
// src/app/outputs/outputs-files-in.ts
function outputsFilesIn(name, workingDirectory) {
	const absolute = path.resolve(workingDirectory, name);
	try {
		if (!statSync(absolute).isDirectory()) return [name];
		return readdirSync(absolute, {
			recursive: true,
			withFileTypes: true
		}).filter((entry) => entry.isFile() && entry.name.endsWith(".json")).map((entry) => path.join(name, path.relative(absolute, path.join(entry.parentPath, entry.name)))).sort();
	} catch (cause) {
		const isGone = errorCode(cause) === "ENOENT";
		throw new BakeError(isGone ? `There is nothing at ${name}` : `${name} can't be read: ${errorMessage(cause)}`, {
			code: "outputs-folder-unreadable",
			category: "input",
			hint: "Name the file, or the folder of the files, that the runs have written with outputs-file; from other jobs they are downloaded first.",
			...!isGone && { cause }
		});
	}
}
export { merge as n, notWhole as r, outputsFilesIn as t };
