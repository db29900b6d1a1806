import { c as errorMessage, s as errorCode, t as BakeError } from "./errors-Bd0aY3lr.js";
import { a as printManifest, i as parseManifest, o as lookAtPath, s as partitionOf } from "./registry-B0TjLCQL.js";
import { t as isRecord } from "./is-record-DahPzVSt.js";
import { t as printableLine } from "./hostile-text-DGh0Qabk.js";
import { t as makeFolder } from "./make-folder-DHBi_oe7.js";
import { accessSync, constants, existsSync, lstatSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createHash } from "node:crypto";
// src/images/provenance/arn.ts
function imageArn(region, id) {
	return `arn:${partitionOf(region).name}:ec2:${region}::image/${id}`;
}
function snapshotArn(region, id) {
	return `arn:${partitionOf(region).name}:ec2:${region}::snapshot/${id}`;
}
// src/images/provenance/statement.ts
const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
const PREDICATE_TYPE = "https://slsa.dev/provenance/v1";
const BUILD_TYPE = "https://github.com/bake-ami/bake-ami/blob/main/docs/provenance.md#v1";
function provenanceStatement(run) {
	const images = run.builds.flatMap(({ name, artifact }) => artifact.images.map((image) => ({
		build: name,
		image
	})));
	return {
		_type: STATEMENT_TYPE,
		subject: images.map(({ image }) => subjectOf(imageArn(image.region, image.id))),
		predicateType: PREDICATE_TYPE,
		predicate: {
			buildDefinition: {
				buildType: BUILD_TYPE,
				externalParameters: {
					template: run.template,
					...run.repository !== void 0 && { repository: run.repository },
					...run.ref !== void 0 && { ref: run.ref },
					builds: Object.fromEntries(run.builds.map((build) => [build.name, parametersOf(build)]))
				},
				internalParameters: {
					cloud: run.cloud,
					packer: run.behavesAs
				},
				resolvedDependencies: [...sourceImages(run), ...sourceCode(run)]
			},
			runDetails: {
				builder: {
					id: run.builder ?? "urn:bake-ami:terminal",
					version: { "bake-ami": run.version }
				},
				metadata: {
					invocationId: run.runUrl ?? run.runId,
					startedOn: run.startedAt,
					finishedOn: run.finishedAt
				},
				byproducts: images.map(({ build, image }) => ({
					uri: imageArn(image.region, image.id),
					annotations: {
						build,
						name: image.name,
						region: image.region,
						snapshots: image.snapshotIds.map((id) => snapshotArn(image.region, id))
					}
				}))
			}
		}
	};
}
function checksums({ subject }) {
	return subject.map(({ name, digest }) => `${digest.sha256}  ${name}\n`).join("");
}
function subjectOf(name) {
	return {
		name,
		digest: { sha256: createHash("sha256").update(name).digest("hex") }
	};
}
function parametersOf({ artifact, inputs, isKeyed }) {
	return {
		...artifact.fingerprint !== void 0 && { fingerprint: artifact.fingerprint },
		...inputs !== void 0 && {
			digestsAreKeyed: isKeyed,
			inputs: Object.fromEntries(inputs.map(({ name, digest }) => [name, digest]))
		}
	};
}
function sourceImages({ builds }) {
	return [...new Map(builds.flatMap(({ region, artifact: { sourceImageId: id, sourceImageName: name } }) => id === void 0 || region === void 0 ? [] : [[id, {
		region,
		name
	}]]))].map(([id, { region, name }]) => ({
		uri: imageArn(region, id),
		name: "source-ami",
		...name !== void 0 && { annotations: { name } }
	}));
}
function sourceCode({ repository, ref, commit }) {
	if (repository === void 0 || commit === void 0) return [];
	return [{
		uri: `git+${repository}${ref === void 0 ? "" : `@${ref}`}`,
		digest: { gitCommit: commit }
	}];
}
// src/images/provenance/own-files.ts
function provenancePaths(statement) {
	const stem = statement.replace(/\.json$/, "");
	return {
		statement,
		predicate: `${stem}.predicate.json`,
		subjects: `${stem}.subjects.txt`
	};
}
function isProvenance(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return false;
	}
	if (!isRecord(value)) return false;
	const definition = (isRecord(value["predicate"]) ? value["predicate"] : value)["buildDefinition"];
	if (!isRecord(definition) || typeof definition["buildType"] !== "string") return false;
	return definition["buildType"].startsWith(BUILD_TYPE.replace(/#.*$/, "#"));
}
function isSubjects(text) {
	const lines = text.split("\n").slice(0, -1);
	return lines.length > 0 && lines.every((line) => isSubject(line.slice(66), line));
}
function isSubject(name, line) {
	return /^arn:[a-z-]+:ec2:/.test(name) && line === `${subjectOf(name).digest.sha256}  ${name}`;
}
// src/images/verify/junit.ts
const DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const OURS = "bake-ami";
const BEGINNING = `${DECLARATION}\n<testsuites name="${OURS}" `;
function junit(suites, mask) {
	const write = new Writer(mask);
	const checks = suites.flatMap((suite) => suite.checks);
	return `${[
		DECLARATION,
		write.open("testsuites", {
			name: OURS,
			...counts(checks),
			time: seconds(suites.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0))
		}),
		...suites.flatMap((suite) => suiteLines(suite, write)),
		"</testsuites>"
	].join("\n")}\n`;
}
function isOwnJunit(text) {
	return text.startsWith(BEGINNING);
}
function suiteLines({ build, image, startedAt, elapsedMs, checks }, write) {
	const { id, region, name } = image;
	return [
		`  ${write.open("testsuite", {
			name: `${build} ${id}`,
			...counts(checks),
			errors: "0",
			time: seconds(elapsedMs),
			timestamp: startedAt.replace(/\.\d+Z$/, "")
		})}`,
		"    <properties>",
		...Object.entries({
			image: id,
			region,
			name
		}).map(([key, value]) => `      ${write.empty("property", {
			name: key,
			value
		})}`),
		"    </properties>",
		...checks.flatMap((check) => checkLines(check, build, write)),
		"  </testsuite>"
	];
}
function checkLines(check, build, write) {
	const { name, outcome, elapsedMs, message = "failed", output } = check;
	const attributes = {
		classname: build,
		name,
		time: seconds(elapsedMs)
	};
	const inner = [
		...outcome === "skipped" ? ["      <skipped/>"] : [],
		...outcome === "failed" ? [`      ${write.open("failure", {
			message,
			type: "verification"
		})}${write.text(output ?? message)}</failure>`] : [],
		...outcome === "passed" && output ? [`      <system-out>${write.text(output)}</system-out>`] : []
	];
	if (inner.length === 0) return [`    ${write.empty("testcase", attributes)}`];
	return [
		`    ${write.open("testcase", attributes)}`,
		...inner,
		"    </testcase>"
	];
}
function counts(checks) {
	const of = (outcome) => String(checks.filter((check) => check.outcome === outcome).length);
	return {
		tests: String(checks.length),
		failures: of("failed"),
		skipped: of("skipped")
	};
}
function seconds(milliseconds) {
	return (milliseconds / 1e3).toFixed(3);
}
const NO_CHARACTER = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
var Writer = class {
	#mask;
	constructor(mask) {
		this.#mask = mask;
	}
	open(element, attributes) {
		return `<${element}${this.#attributes(attributes)}>`;
	}
	empty(element, attributes) {
		return `<${element}${this.#attributes(attributes)}/>`;
	}
	text(text) {
		return escaped(this.#mask(text).split("\n").map((line) => printableLine(line, false)).join("\n"));
	}
	#attributes(attributes) {
		return Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(printableLine(this.#mask(value), false)).replaceAll("\"", "&quot;")}"`).join("");
	}
};
function escaped(text) {
	return text.replace(NO_CHARACTER, "�").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
// src/app/outputs/link-target.ts
const MOST_LINKS = 40;
function linkTarget(file) {
	let target = file;
	for (let links = 0; links < MOST_LINKS; links += 1) {
		const link = linkAt(target);
		if (link === void 0) return target;
		target = path.resolve(realpathSync(path.dirname(target)), link);
	}
	throw new Error(`The links of ${file} lead in a circle`);
}
function linkAt(file) {
	try {
		return readlinkSync(file);
	} catch (error) {
		const code = errorCode(error);
		if (code === "EINVAL" || code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw error;
	}
}
// src/app/outputs/write-whole-file.ts
function writeWholeFile(file, text, ids) {
	const target = linkTarget(file);
	makeFolder(path.dirname(target));
	const temporary = `${target}.${ids.token(8)}.tmp`;
	try {
		writeFileSync(temporary, text, { flag: "wx" });
		renameSync(temporary, target);
	} finally {
		rmSync(temporary, { force: true });
	}
}
// src/app/outputs/leg-file.ts
const FAMILY = "bake-ami/outputs/";
const FORMAT = `${FAMILY}1`;
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
function isLegText(text) {
	try {
		const record = JSON.parse(text);
		return isRecord(record) && typeof record["format"] === "string" && record["format"].startsWith(FAMILY);
	} catch {
		return false;
	}
}
function readLeg(name, workingDirectory) {
	let record;
	try {
		const file = path.resolve(workingDirectory, name);
		const stats = statSync(file);
		if (!stats.isFile()) throw new Error("it is no file");
		if (stats.size > 16777216) throw new Error("it has more than 16 MiB");
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
		"source_ami_id",
		"fingerprint"
	].every((name) => isId(value[name])) && isText(value["manifest"]) && typeof value["reused"] === "boolean" && isRecordOf(value["ami_ids"], isId) && Object.keys(value["ami_ids"]).every(isId) && isListOf(value["snapshot_ids"], isId) && isRecordOf(value["artifacts"], isArtifacts);
}
function isArtifacts(value) {
	return isListOf(value, isArtifact);
}
function isArtifact(value) {
	return isRecord(value) && ["builder_id", "artifact_id"].every((name) => isText(value[name])) && ["source_ami_id", "fingerprint"].every((name) => isId(value[name])) && isAddress(value["reused_from"]) && typeof value["reused"] === "boolean" && isListOf(value["images"], isImage);
}
function isImage(value) {
	return isRecord(value) && ["region", "id"].every((name) => isId(value[name])) && isText(value["name"]) && isListOf(value["snapshot_ids"], isId) && (value["size_gib"] === null || typeof value["size_gib"] === "number");
}
function isText(value) {
	return typeof value === "string";
}
function isId(value) {
	return isText(value) && /^(?:[A-Za-z0-9*][\w.:*-]*)?$/.test(value);
}
function isAddress(value) {
	return isText(value) && /^(?:https?:\/\/[\w.:/*-]+)?$/.test(value);
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
// src/app/outputs/terraform-variables.ts
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
function isTerraformVariablesText(text) {
	try {
		const value = JSON.parse(text);
		return isRecord(value) && isRecord(value["ami_ids"]) && Object.keys(value).every((name) => NAMES.has(name));
	} catch {
		return false;
	}
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
// src/app/outputs/why-unwritable.ts
const ROOM = Buffer.alloc(65536);
function whyUnwritable(file, ids) {
	const { kind, why } = lookAtPath(file, path.parse(file).root);
	if (why !== void 0) return why;
	if (kind === "folder") return "It is a folder.";
	if (kind === "special") return "It is a device, a pipe or a socket.";
	if (kind === "file" && !mayWrite(file)) return "The file that is there is read-only.";
	const target = linkTarget(file);
	const folder = path.dirname(target);
	if (target !== file && !existsSync(folder)) return `It is a link to ${target}, and ${folder} is not there.`;
	const present = nearestPresent(folder);
	if (statSync(present, { throwIfNoEntry: false }) === void 0) return `${present}, which is on its way, is a link that leads nowhere.`;
	return whyNoRoom(present, ids);
}
function mayWrite(file) {
	try {
		accessSync(file, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}
function nearestPresent(folder) {
	const parent = path.dirname(folder);
	if (parent === folder || lstatSync(folder, { throwIfNoEntry: false }) !== void 0) return folder;
	return nearestPresent(parent);
}
function whyNoRoom(folder, ids) {
	const attempt = path.join(folder, `.bake-ami.${ids.token(8)}.tmp`);
	try {
		writeFileSync(attempt, ROOM, { flag: "wx" });
		return;
	} catch (error) {
		return reasonOf(error, folder);
	} finally {
		rmSync(attempt, { force: true });
	}
}
function reasonOf(error, folder) {
	switch (errorCode(error)) {
		case "ENOSPC":
		case "EDQUOT": return `There is not enough room in ${folder}: it takes ${ROOM.length / 1024} KiB.`;
		case "EROFS": return `${folder} is mounted read-only.`;
		case "EACCES":
		case "EPERM": return `The user that runs this may not make files in ${folder}.`;
		case "ENOENT": return `No files can be made in ${folder}.`;
		default: return `${folder} takes no file: ${errorMessage(error)}.`;
	}
}
// src/app/outputs/files-of-run.ts
function makeWayForFiles(request) {
	const files = filesOf(request);
	const own = files.filter(isOwnFile);
	const stuck = new Map(own.map((each) => [each, whyNotRemoved(each)]));
	const gone = own.filter((each) => stuck.get(each) === void 0).map(({ name }) => name);
	const message = `Removed what an earlier run had written: ${gone.join(", ")}`;
	if (gone.length > 0) request.reporter?.report({
		type: "log",
		level: "info",
		message
	});
	refuseFileNamedTwice(files);
	if (request.tfvars) terraformVariablesFile(request.tfvars, request.workingDirectory);
	const troubles = /* @__PURE__ */ new Map();
	for (const each of files) {
		const why = stuck.get(each) ?? whyUnwritable(each.file, request.ids);
		const key = JSON.stringify([
			each.input,
			path.dirname(each.file),
			why
		]);
		if (why === void 0 || troubles.has(key)) continue;
		troubles.set(key, `The input "${each.input}" names "${each.name}", where no file can be written. ${why}`);
	}
	if (troubles.size === 0) return;
	throw new BakeError([...troubles.values()].join(" "), {
		code: "file-unwritable",
		category: "input",
		hint: `A path starts at ${request.workingDirectory}. Nothing was made.`
	});
}
function filesOf({ outputsFile, provenance, tfvars, verify, manifest, workingDirectory }) {
	const named = (input, name, isOwn) => name ? [{
		input,
		name,
		file: path.resolve(workingDirectory, name),
		isOwn
	}] : [];
	const { statement, predicate, subjects } = provenancePaths(provenance ?? "");
	return [
		...named("outputs-file", outputsFile, isLegText),
		...provenance ? [
			...named("provenance", statement, isProvenance),
			...named("provenance", predicate, isProvenance),
			...named("provenance", subjects, isSubjects)
		] : [],
		...named("tfvars", tfvars, isTerraformVariablesText),
		...named("verify-junit", verify?.junit, isOwnJunit),
		...named("manifest", manifest, void 0)
	];
}
function isOwnFile({ file, isOwn }) {
	return isOwn?.(textIn(file)) === true;
}
function whyNotRemoved({ file }) {
	try {
		rmSync(linkTarget(file));
		return;
	} catch (error) {
		return `What an earlier run has written there can't be removed: ${errorMessage(error)}.`;
	}
}
function textIn(file) {
	try {
		const found = statSync(file);
		return found.isFile() && found.size <= 16777216 ? readFileSync(file, "utf8") : "";
	} catch {
		return "";
	}
}
function refuseFileNamedTwice(files) {
	const first = /* @__PURE__ */ new Map();
	for (const each of files) {
		const other = first.get(each.file);
		if (other !== void 0) throw new BakeError(`The inputs "${other.input}" and "${each.input}" both name ${each.file}`, {
			code: "file-named-twice",
			category: "input",
			hint: "Give each a file of its own."
		});
		first.set(each.file, each);
	}
}
// src/app/outputs/images-by-region.ts
function imagesByRegion(images) {
	const alone = images.filter(({ region }) => images.filter((other) => other.region === region).length === 1);
	return Object.fromEntries(alone.map(({ region, id }) => [region, id]));
}
export { readLeg as a, junit as c, provenanceStatement as d, writeTerraformVariables as i, provenancePaths as l, makeWayForFiles as n, writeLeg as o, terraformVariablesFile as r, writeWholeFile as s, imagesByRegion as t, checksums as u };
