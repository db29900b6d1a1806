import { a as describeError } from "./errors-Bd0aY3lr.js";
import { i as counted, t as briefDuration } from "./duration-Bo3QJcs-.js";
import { a as details, c as withinLimit, n as errorText, o as section, r as diagnosticList, s as table, t as errorCodes } from "./error-list-C5VYcyhh.js";
import { E as describeResource, T as describeMachine } from "./diagnostic-text-BE2lGN9b.js";
import { o as kindInWords } from "./diagnostics-D6HUwDnG.js";
import { i as pruneTable } from "./prune-text-DvknMqDs.js";
import { a as timeSpent, i as lastStepEnd, n as cloudTime, t as describeSuite } from "./verification-text-KMZ4vhUZ.js";
// src/action/summary/clean-up.ts
function leftBehind({ report }, write) {
	const left = (report?.builds ?? []).flatMap((build) => build.left);
	if (left.length === 0) return "";
	return `### Left behind\n\nThese may cost money; the post step tries again.\n\n${left.map(({ resource, error }) => `- ${write.text(describeResource(resource))}: ${write.text(describeError(error))}`).join("\n")}`;
}
function cleanedUp({ report, story }, write) {
	const results = new Set((report?.builds ?? []).flatMap(({ artifacts }) => artifacts.flatMap(idsOf)));
	const kept = story.kept.filter(({ resource }) => !results.has(resource.id));
	return [kept.length === 0 ? "" : `### Kept\n\n${kept.map(({ resource, reason }) => `- ${write.text(`${describeResource(resource)}: ${reason}`)}`).join("\n")}`, story.removed.length === 0 ? "" : details(`Cleaned up: ${write.text(countedByKind(story.removed.map(({ resource }) => resource)))}`, story.removed.map(({ resource }) => `- ${write.text(describeResource(resource))}`).join("\n"))].filter((part) => part !== "").join("\n\n");
}
function idsOf({ images }) {
	return images.flatMap(({ id, snapshotIds }) => [id, ...snapshotIds]);
}
function countedByKind(resources) {
	const counts = /* @__PURE__ */ new Map();
	for (const { kind } of resources) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return [...counts].map(([kind, count]) => counted(count, kindInWords(kind))).join(", ");
}
// src/app/texts/console-link.ts
const CONSOLES = [
	[/^cn-/, (region) => `${region}.console.amazonaws.cn`],
	[/^us-gov-/, (region) => `${region}.console.amazonaws-us-gov.com`],
	[/^eusc-/, (region) => `${region}.console.amazonaws-eusc.eu`],
	[/^[a-z]{2}-[a-z]+-\d+$/, (region) => `${region}.console.aws.amazon.com`]
];
function imageConsoleLink(region, imageId) {
	if (!/^[a-z]+(-[a-z]+)+-\d+$/.test(region) || !/^ami-[0-9a-f]+$/.test(imageId)) return void 0;
	const host = CONSOLES.find(([pattern]) => pattern.test(region))?.[1](region);
	return host === void 0 ? void 0 : `https://${host}/ec2/home?region=${region}#ImageDetails:imageId=${imageId}`;
}
// src/action/summary/images.ts
const COLUMNS$1 = [
	"Region",
	"AMI",
	"Size",
	"Built on"
];
function images({ outputs, report }, cloud, write) {
	const builds = new Map((report?.builds ?? []).map((build) => [build.build, build]));
	const made = Object.entries(outputs.artifacts).flatMap(([build, artifacts]) => artifacts.map((artifact) => ({
		build,
		artifact
	})));
	const several = builds.size > 1;
	const rows = made.flatMap(({ build, artifact }) => imageRows(artifact, builds.get(build), cloud).map((cells) => write.row(several ? [build, ...cells] : cells)));
	if (rows.length === 0) return "";
	return [
		table(several ? ["Build", ...COLUMNS$1] : COLUMNS$1, rows),
		sources(made, builds, cloud, write),
		changes(made, write)
	].filter((part) => part !== "").join("\n\n");
}
function imageRows(artifact, report, cloud) {
	const machine = artifact.isReused === true ? reused(artifact) : report?.launched && describeMachine(report.launched);
	return artifact.images.map(({ region, id, name, sizeGib }) => [
		region,
		linked(id, region, name, cloud),
		sizeGib === void 0 ? "" : `${sizeGib}\u00a0GiB`,
		machine ?? ""
	]);
}
function reused({ madeBy: { commit, runUrl } = {} }) {
	return {
		text: "reused",
		href: runUrl,
		note: commit === void 0 ? void 0 : `of commit ${commit.slice(0, 12)}`
	};
}
function linked(id, region, note, cloud) {
	return {
		code: id,
		href: cloud === "local" || region === void 0 ? void 0 : imageConsoleLink(region, id),
		note: note === "" ? void 0 : note
	};
}
function sources(made, builds, cloud, write) {
	const found = /* @__PURE__ */ new Map();
	for (const { build, artifact } of made) {
		const { sourceImageId: id, sourceImageName: name = "", images: own } = artifact;
		if (id === void 0 || own.length === 0) continue;
		const text = `${write.cell(linked(id, builds.get(build)?.region, void 0, cloud))}${name === "" ? "" : ` ${write.text(name)}`}`;
		const source = found.get(text) ?? {
			text,
			builds: /* @__PURE__ */ new Set()
		};
		source.builds.add(build);
		found.set(text, source);
	}
	return [...found.values()].map(({ text, builds: theirs }) => {
		return `<sub>Source AMI${found.size === 1 ? "" : ` of ${[...theirs].map((each) => write.text(each)).join(", ")}`}: ${text}</sub>`;
	}).join("<br>\n");
}
function changes(made, write) {
	const known = made.flatMap(({ build, artifact: { previous } }) => previous === void 0 ? [] : [{
		build,
		previous
	}]);
	if (known.length === 0) return "";
	return `### What is different\n\n${known.flatMap(({ build, previous: { id, changes: found } }) => {
		const lead = `${known.length > 1 ? `${write.text(build)}, since` : "Since"} <code>${write.text(id)}</code>`;
		const list = found.map((change) => `  - ${write.text(change)}`);
		return [`- ${lead}${list.length === 0 ? ": nothing that is known" : ""}`, ...list];
	}).join("\n")}`;
}
// src/action/summary/problems.ts
function problems({ error, outcome, report, diagnostics, story }, write) {
	const wrong = diagnosticList(diagnostics.filter(({ severity }) => severity === "error"), write);
	const builds = report?.builds ?? [];
	const ofBuilds = builds.flatMap((build) => buildItems(build, story.tails.get(build.build), write));
	const found = [...wrong, ...ofBuilds];
	const errors = builds.flatMap((build) => [build.error ?? [], build.furtherErrors].flat());
	if (error !== void 0 && outcome !== "succeeded") {
		if (found.length === 0) found.push(errorItem("", error, write));
		errors.push(error);
	}
	const list = section("What went wrong", found);
	const codes = list === "" ? "" : errorCodes(errors, write);
	return codes === "" ? list : `${list}\n\n${codes}`;
}
function warnings({ diagnostics, story }, write) {
	const ofTemplate = diagnostics.filter(({ severity }) => severity === "warning");
	const items = [...diagnosticList(ofTemplate, write), ...story.warnings.map(({ build, text }) => `- ${build === void 0 ? "" : `**${write.text(build)}**: `}${write.text(text)}`)];
	if (story.moreWarnings > 0) items.push(`- and ${story.moreWarnings} more`);
	return section("Warnings", items);
}
function buildItems({ build, error, furtherErrors }, tail, write) {
	if (error === void 0) return furtherErrors.map((further) => errorItem(build, further, write));
	return [errorItem(build, error, write) + (tail === void 0 ? "" : `\n\n  ${write.text(tail.step)} printed last:\n\n${indented(write.block(tail.lines))}`), ...furtherErrors.map((further) => errorItem(build, further, write))];
}
function errorItem(build, error, write) {
	return `- ${build === "" ? "" : `**${write.text(build)}**: `}${errorText(error, write)}`;
}
function indented(text) {
	return text.replace(/^/gm, "  ");
}
// src/action/summary/pruned-images.ts
function prunedImages({ pruned: results = [] }, write) {
	const parts = results.flatMap((result) => {
		const findings = result.findings.filter(({ verdict }) => verdict !== "keep");
		const { columns, rows } = pruneTable({
			...result,
			findings
		});
		const failure = result.error === void 0 ? "" : write.text(`Not pruned as it should be: ${describeError(result.error)}`);
		const lines = rows.map((cells) => write.row(cells));
		return [failure, rows.length === 0 ? "" : table(columns, lines)].filter((part) => part !== "");
	});
	return parts.length === 0 ? "" : `### Old images\n\n${parts.join("\n\n")}`;
}
// src/action/gantt.ts
const TAGS = {
	cloud: "",
	template: "crit, ",
	own: "done, ",
	"clean-up": "done, ",
	failed: "active, "
};
const GANTT_LEGEND = "🟦 the cloud boots, stops, makes images · 🟩 your template · 🟨 bake-ami · 🟥 failed";
const THEME_VARIABLES = {
	taskBkgColor: "#3b78d8",
	taskBorderColor: "#3b78d8",
	critBkgColor: "#2f8f46",
	critBorderColor: "#2f8f46",
	doneTaskBkgColor: "#f2c46d",
	doneTaskBorderColor: "#f2c46d",
	activeTaskBkgColor: "#f0a8a8",
	activeTaskBorderColor: "#c24141",
	taskTextColor: "#ffffff",
	taskTextDarkColor: "#b33a3a",
	taskTextOutsideColor: "#848d97",
	textColor: "#848d97",
	titleColor: "#848d97",
	gridColor: "#9aa2ab",
	sectionBkgColor: "transparent",
	sectionBkgColor2: "transparent",
	altSectionBkgColor: "transparent"
};
const LONGEST_TEXT = 45e3;
const LONGEST_TITLE = 50;
function gantt(sections) {
	const drawn = sections.filter(({ bars }) => bars.length > 0);
	if (drawn.length === 0) return void 0;
	const text = [
		`%%{init: ${JSON.stringify(settings(drawn))}}%%`,
		"gantt",
		"  dateFormat YYYY-MM-DD HH:mm:ss.SSS",
		`  axisFormat ${longestMs(drawn) < HOUR_MS ? "%M:%S" : "%H:%M"}`,
		...longestMs(drawn) < 1e4 ? ["  tickInterval 1second"] : [],
		...drawn.flatMap(({ title, bars }) => [`  section ${ganttText(title)}`, ...bars.map(bar)])
	].join("\n");
	return text.length > LONGEST_TEXT ? void 0 : `\`\`\`mermaid\n${text}\n\`\`\``;
}
function settings(sections) {
	const longest = Math.max(...sections.map(({ title }) => ganttText(title).length));
	return {
		theme: "base",
		themeVariables: THEME_VARIABLES,
		gantt: {
			barHeight: 18,
			barGap: 4,
			fontSize: 12,
			sectionFontSize: 12,
			leftPadding: 20 + 7 * longest,
			useWidth: 960
		}
	};
}
function bar({ title, startMs, elapsedMs, colour }) {
	return `  ${ganttText(title)} ${briefDuration(elapsedMs)} :${TAGS[colour]}${date(startMs)}, ${date(startMs + elapsedMs)}`;
}
function date(milliseconds) {
	return new Date(Date.UTC(2e3, 0, 1) + Math.round(milliseconds)).toISOString().slice(0, 23).replace("T", " ");
}
const HOUR_MS = 36e5;
function longestMs(sections) {
	return Math.max(...sections.flatMap(({ bars }) => bars.map(({ startMs, elapsedMs }) => startMs + elapsedMs)));
}
function ganttText(text) {
	const plain = text.replace(/[^\p{L}\p{N} ._/()@+='-]+/gu, " ").replace(/\s+/g, " ").trim();
	const cut = plain.length > LONGEST_TITLE ? `${plain.slice(0, 49).trimEnd()}…` : plain;
	return KEYWORDS.test(cut) ? `. ${cut}` : cut || ".";
}
const KEYWORDS = /^(gantt|dateformat|inclusiveenddates|topaxis|axisformat|tickinterval|includes|excludes|todaymarker|weekday|weekend|title|acctitle|accdescr|accdescription|section|click|call|href)\b|^\d{4}-\d\d-\d\d\b/i;
// src/action/summary/timeline.ts
const SHORTEST_PART = .01;
const COLOURS = {
	boot: "cloud",
	stop: "cloud",
	image: "cloud",
	template: "template",
	own: "own"
};
const COLUMNS = [
	"In all",
	"Cloud: boot",
	"Cloud: stop",
	"Cloud: image",
	"Your template",
	"bake-ami",
	"Clean-up"
];
const STEP_COLUMNS = [
	"Step",
	"Outcome",
	"Began",
	"Took"
];
function timeline({ report }, write) {
	if (report === void 0) return "";
	const builds = report.builds.filter(({ steps, artifact }) => steps.length > 0 && artifact?.isReused !== true);
	if (builds.length === 0) return "";
	const least = report.elapsedMs * SHORTEST_PART;
	const picture = gantt(builds.map((build) => ({
		title: build.build,
		bars: bars(build, least)
	})));
	return [
		"### Where the time went",
		...picture === void 0 ? [] : [picture, `<sub>${GANTT_LEGEND}</sub>`],
		perBuild(builds, COLUMNS, (build) => [sums(build)], write),
		details("Every step", perBuild(builds, STEP_COLUMNS, everyStep, write))
	].join("\n\n");
}
function bars(build, leastMs) {
	const steps = build.steps.toSorted((a, b) => a.startMs - b.startMs).filter(({ elapsedMs, outcome }) => elapsedMs >= leastMs || outcome === "failed").map((step) => ({
		...step,
		title: withoutIds(step.title),
		colour: colourOf(step)
	}));
	const { cleanUp } = timeSpent(build);
	if (cleanUp < leastMs) return steps;
	return [...steps, {
		title: "Cleaning up",
		startMs: lastStepEnd(build),
		elapsedMs: cleanUp,
		colour: "clean-up"
	}];
}
function withoutIds(title) {
	return title.replace(/(?:the AMI )?\bami-[0-9a-f]{8,17}\b(?: \([^)]*\))?/g, "the AMI").replace(/ i-[0-9a-f]{8,17}\b/g, "");
}
function colourOf({ outcome, time }) {
	return outcome === "succeeded" ? COLOURS[time] : "failed";
}
function sums(build) {
	const spent = timeSpent(build);
	const { elapsedMs } = build;
	const part = (milliseconds, note) => milliseconds === 0 ? "" : {
		text: unbroken(milliseconds),
		note: note ?? `${Math.round(100 * milliseconds / elapsedMs)}\u00a0%`
	};
	return [part(elapsedMs, `${Math.round(100 * cloudTime(spent) / (elapsedMs || 1))}\u00a0%\u00a0cloud`), ...[
		spent.boot,
		spent.stop,
		spent.image,
		spent.template,
		spent.own,
		spent.cleanUp
	].map((each) => part(each))];
}
function unbroken(milliseconds) {
	return briefDuration(milliseconds).replaceAll(" ", "\xA0");
}
function everyStep({ startMs, steps }) {
	return steps.toSorted((a, b) => a.startMs - b.startMs).map((step) => [
		step.title,
		step.outcome,
		`+${unbroken(step.startMs - startMs)}`,
		unbroken(step.elapsedMs)
	]);
}
function perBuild(builds, columns, rowsOf, write) {
	const several = builds.length > 1;
	const rows = builds.flatMap((build) => rowsOf(build).map((cells) => write.row(several ? [build.build, ...cells] : cells)));
	return table(several ? ["Build", ...columns] : columns, rows);
}
// src/action/summary/verification.ts
const RESULTS = {
	passed: "✅ passed",
	failed: "❌ failed",
	skipped: "⚪ skipped"
};
function verification(result, write) {
	const suites = inOrder(result);
	if (suites.length === 0) return "";
	return ["### Verification", ...suites.map((suite) => suiteBlock(suite, suites.length > 1, write))].join("\n\n");
}
function verificationLines(result, write) {
	const suites = inOrder(result);
	return suites.map((suite) => `Verification: ${sum(suite, suites.length > 1, write)}`).join("<br>\n");
}
function inOrder({ verification: suites = [], report }) {
	const names = (report?.builds ?? []).map(({ build }) => build);
	return suites.toSorted((one, other) => names.indexOf(one.build) - names.indexOf(other.build));
}
function suiteBlock(suite, areSeveral, write) {
	const failed = suite.checks.filter(({ outcome }) => outcome === "failed");
	const others = suite.checks.filter(({ outcome }) => outcome !== "failed");
	const ofOthers = table([
		"Check",
		"Result",
		"Took"
	], others.map((check) => write.row(cellsOf(check, write))));
	if (failed.length === 0) return details(sum(suite, areSeveral, write), ofOthers);
	const ofFailed = table([
		"Check",
		"Result",
		"Took",
		"What is wrong"
	], failed.map((check) => write.row([...cellsOf(check, write), write.firstLine(check.message ?? "")])));
	const parts = [sum(suite, areSeveral, write), ofFailed];
	return (others.length === 0 ? parts : [...parts, details("The other checks", ofOthers)]).join("\n\n");
}
function sum(suite, areSeveral, write) {
	const { build, checks, image } = suite;
	const sign = checks.some(({ outcome }) => outcome === "failed") ? "❌" : "✅";
	const name = areSeveral ? `, ${write.text(build)}` : "";
	return `${sign} ${describeSuite(suite)}${name}: ${write.code(image.id)} in ${write.text(image.region)}`;
}
function cellsOf({ name, outcome, elapsedMs }, write) {
	return [
		write.firstLine(name),
		RESULTS[outcome],
		briefDuration(elapsedMs).replaceAll(" ", "\xA0")
	];
}
// src/action/summary.ts
function jobSummary(result, cloud, write) {
	const parts = [
		`## ${headline(result)}`,
		onlyBuild(result, write),
		cloud === "local" ? "A rehearsal on the local cloud: nothing was made in AWS, and these images are gone after the job." : "",
		problems(result, write),
		leftBehind(result, write),
		images(result, cloud, write),
		verification(result, write),
		warnings(result, write),
		timeline(result, write),
		cleanedUp(result, write),
		prunedImages(result, write)
	];
	return withinLimit(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
}
function headline({ outcome, outputs, report }) {
	const after = report === void 0 ? "" : ` after ${briefDuration(report.elapsedMs)}`;
	const builds = report?.builds ?? [];
	const made = builds.flatMap(({ artifact }) => artifact?.images ?? []).length;
	if (outcome === "cancelled") return `Cancelled${after}`;
	if (outcome === "failed") {
		const failures = builds.filter((build) => build.outcome !== "succeeded").length;
		return builds.length > 1 && failures > 0 ? `${failures} of ${builds.length} builds failed${after}` : `Failed${after}`;
	}
	if (outputs.isReused) return `Nothing to bake: the ${made === 1 ? "image is" : `${made} images are`} there already`;
	const time = report === void 0 ? "" : ` in ${briefDuration(report.elapsedMs)}`;
	if (made === 0) return `Built without an image${time}`;
	return `Baked ${counted(made, "image")}${time}`;
}
function onlyBuild({ report }, write) {
	const [build, ...others] = report?.builds ?? [];
	return build === void 0 || others.length > 0 ? "" : `<code>${write.text(build.build)}</code>`;
}
export { warnings as a, problems as i, jobSummary as n, images as o, verificationLines as r, headline as t };
