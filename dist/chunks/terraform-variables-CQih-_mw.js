import { c as errorMessage, t as BakeError } from "./errors-Bd0aY3lr.js";
import { a as printManifest, i as parseManifest } from "./registry-BBwiZzDr.js";
import { t as isRecord } from "./is-record-DahPzVSt.js";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
// src/app/write-whole-file.ts
function writeWholeFile(file, text, ids) {
	mkdirSync(path.dirname(file), { recursive: true });
	const temporary = `${file}.${ids.token(8)}.tmp`;
	try {
		writeFileSync(temporary, text, { flag: "wx" });
		renameSync(temporary, file);
	} finally {
		rmSync(temporary, { force: true });
	}
}
// src/app/leg-file.ts
const FORMAT = "bake-ami/outputs/1";
const LARGEST_BYTES = 16777216;
function writeLeg(file, { manifest, ...leg }, ids) {
	const record = {
		format: FORMAT,
		...leg,
		manifest: manifest && JSON.parse(printManifest(manifest))
	};
	try {
		writeWholeFile(file, `${JSON.stringify(record, void 0, 2)}\n`, ids);
	} catch (cause) {
		throw new BakeError(`Could not write the outputs to ${file}: ${errorMessage(cause)}`, {
			code: "outputs-file-unwritable",
			category: "artifact",
			hint: "The input outputs-file names a file, relative to the working directory, that can be written.",
			cause
		});
	}
}
function removeLeg(file) {
	try {
		readLeg(file, path.dirname(file));
		rmSync(file);
	} catch {}
}
function readLeg(name, workingDirectory) {
	let record;
	try {
		const file = path.resolve(workingDirectory, name);
		if (statSync(file).size > LARGEST_BYTES) throw new Error("it has more than 16 MiB");
		record = JSON.parse(readFileSync(file, "utf8"));
	} catch (cause) {
		throw unreadable(name, errorMessage(cause), cause);
	}
	if (!isRecord(record)) throw unreadable(name, "it is no object of JSON");
	if (record["format"] !== FORMAT) throw unreadable(name, `"format" is not "${FORMAT}"`);
	const { outcome, builds, outputs, manifest } = record;
	if (!isRunOutcome(outcome)) throw unreadable(name, "\"outcome\" is not the outcome of a run");
	if (!isRecordOf(builds, isOutcome)) throw unreadable(name, "\"builds\" does not hold outcomes of builds");
	if (!isOutputs(outputs)) throw unreadable(name, "\"outputs\" does not hold the outputs of a run");
	return {
		outcome,
		builds,
		outputs,
		manifest: manifest === void 0 ? void 0 : readManifest(manifest, name)
	};
}
function readManifest(manifest, name) {
	try {
		return parseManifest(JSON.stringify(manifest), name);
	} catch (cause) {
		throw unreadable(name, "\"manifest\" is not a manifest", cause);
	}
}
function isRunOutcome(value) {
	return value === "succeeded" || value === "failed" || value === "cancelled";
}
function isOutcome(value) {
	return isRunOutcome(value) || value === "skipped";
}
function isOutputs(value) {
	return isRecord(value) && [
		"ami_id",
		"manifest",
		"source_ami_id",
		"fingerprint"
	].every((name) => isText(value[name])) && typeof value["reused"] === "boolean" && isRecordOf(value["ami_ids"], isText) && isListOf(value["snapshot_ids"], isText) && isRecordOf(value["artifacts"], isArtifacts);
}
function isArtifacts(value) {
	return isListOf(value, isArtifact);
}
function isArtifact(value) {
	return isRecord(value) && [
		"builder_id",
		"artifact_id",
		"source_ami_id",
		"fingerprint"
	].every((name) => isText(value[name])) && typeof value["reused"] === "boolean" && isListOf(value["images"], isImage);
}
function isImage(value) {
	return isRecord(value) && [
		"region",
		"id",
		"name"
	].every((name) => isText(value[name])) && isListOf(value["snapshot_ids"], isText) && (value["size_gib"] === null || typeof value["size_gib"] === "number");
}
function isText(value) {
	return typeof value === "string";
}
function isListOf(value, isItem) {
	return Array.isArray(value) && value.every(isItem);
}
function isRecordOf(value, isItem) {
	return isRecord(value) && Object.values(value).every(isItem);
}
function unreadable(name, why, cause) {
	return new BakeError(`${name} can't be merged: ${why}`, {
		code: "outputs-file-unreadable",
		category: "input",
		hint: "Name files that bake-ami has written to the input outputs-file, of the same version.",
		cause
	});
}
// src/app/images-by-region.ts
function imagesByRegion(images) {
	const alone = images.filter(({ region }) => images.filter((other) => other.region === region).length === 1);
	return Object.fromEntries(alone.map(({ region, id }) => [region, id]));
}
// src/app/terraform-variables.ts
const NAMES = /* @__PURE__ */ new Set([
	"ami_id",
	"ami_ids",
	"ami_ids_by_build"
]);
function terraformVariablesFile(name, workingDirectory) {
	const file = path.resolve(workingDirectory, name);
	if (!/[^/\\]\.tfvars\.json$/.test(file)) throw refused(`The file for Terraform's variables is "${name}", which does not end in ".tfvars.json"`, "Terraform loads names such as ami.auto.tfvars.json by itself, and other .tfvars.json files with -var-file.");
	if (!existsSync(file)) return file;
	const others = otherNames(file, name);
	if (others.length > 0) throw refused(`"${name}" holds other variables than those of bake-ami (${others.join(", ")}), which would get lost`, "Name a file of its own, for example ami.auto.tfvars.json beside it: Terraform loads them all.");
	return file;
}
function writeTerraformVariables(file, { ami_id, ami_ids, artifacts }, ids) {
	const byBuild = Object.fromEntries(Object.entries(artifacts).map(([build, made]) => [build, idsByRegion(made.flatMap(({ images }) => images))]).filter(([, regions]) => Object.keys(regions).length > 0));
	const builds = Object.keys(byBuild).length;
	if (builds === 0) return false;
	const values = {
		...ami_id !== "" && { ami_id },
		ami_ids,
		...builds > 1 && { ami_ids_by_build: byBuild }
	};
	try {
		writeWholeFile(file, `${JSON.stringify(values, void 0, 2)}\n`, ids);
	} catch (cause) {
		throw new BakeError(`The file for Terraform's variables, ${file}, can't be written: ${errorMessage(cause)}`, {
			code: "tfvars-unwritable",
			category: "input",
			hint: "Name a file in a folder that can be written, relative to the working directory. The images are made and are in the outputs.",
			cause
		});
	}
	return true;
}
function idsByRegion(images) {
	return Object.fromEntries(images.map(({ region, id }) => [region, id]));
}
function otherNames(file, name) {
	let present;
	try {
		present = JSON.parse(readFileSync(file, "utf8"));
	} catch (cause) {
		throw refused(`"${name}" is there already, and is no JSON that could be replaced: ${errorMessage(cause)}`, "Remove it, or name another file.", cause);
	}
	if (!isRecord(present)) throw refused(`"${name}" is there already, and is no object of JSON`, "Name another file.");
	return Object.keys(present).filter((key) => !NAMES.has(key));
}
function refused(message, hint, cause) {
	return new BakeError(message, {
		code: "invalid-tfvars",
		category: "input",
		hint,
		cause
	});
}
export { removeLeg as a, readLeg as i, writeTerraformVariables as n, writeLeg as o, imagesByRegion as r, writeWholeFile as s, terraformVariablesFile as t };
