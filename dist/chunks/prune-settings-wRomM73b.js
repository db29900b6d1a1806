import { r as STEPS } from "./prune-Dw4TlNrn.js";
import { c as CHECK_NAMES } from "./prune-text-DvknMqDs.js";
import { t as splitAssignment } from "./assignment-CO06e-o7.js";
import { n as didYouMean, t as alternatives } from "./suggestion-CB4l7Gry.js";
// src/app/prune/prune-settings.ts
const PRUNE_SETTINGS = {
	"keep-last": "How many images of each family stay in each region, the newest ones; 1 where only keep-days is given.",
	"keep-days": "Images that were made, or launched, less than so many days ago stay, too.",
	family: "Tags whose values together say which images follow each other; where none is named: build, name without dates and hashes, architecture.",
	"keep-tag": "Images with this tag stay, whatever its value is.",
	mode: "How far images go that are too old: deprecate, disable or deregister (with their snapshots).",
	"grace-days": "Days between deprecating, disabling and deregistering an image; 0 takes the last step at once.",
	"max-deletions": "If more images than this would be disabled or deregistered, nothing is done.",
	"image-tags": "Prune images with these tags (Key=Value, * and ? allowed), whoever made them; where neither these nor names are given, what bake-ami made.",
	"image-names": "Prune images with one of these names (* and ? allowed), whoever made them.",
	"skip-checks": `Ways to be in use that do not count: ${CHECK_NAMES.join(", ")}.`,
	"usage-roles": "ARNs of roles in other accounts that use the images: what is in use there stays."
};
const PRUNE_DEFAULTS = {
	"keep-tag": "bake-ami:keep",
	mode: "deregister",
	"grace-days": "0",
	"max-deletions": "50"
};
const PRUNE_LISTS = [
	"family",
	"image-tags",
	"image-names",
	"skip-checks",
	"usage-roles"
];
function readPruneSettings(reader) {
	const { text } = reader;
	if (text("keep-last") === "" && text("keep-days") === "") throw reader.invalid("keep-last", "is not given, nor is keep-days", "Give one of them, or both: how many images are to be kept, or those of how many days.");
	return {
		keepLast: wholeNumber(reader, "keep-last", "1", 1),
		keepDays: wholeNumber(reader, "keep-days", "0", 0),
		familyTags: reader.list("family"),
		keepTag: text("keep-tag") || PRUNE_DEFAULTS["keep-tag"],
		mode: choice(reader, "mode", text("mode") || PRUNE_DEFAULTS.mode, STEPS),
		graceDays: wholeNumber(reader, "grace-days", PRUNE_DEFAULTS["grace-days"], 0),
		maxDeletions: wholeNumber(reader, "max-deletions", PRUNE_DEFAULTS["max-deletions"], 0),
		selection: selectionOf(reader),
		skippedChecks: new Set(reader.list("skip-checks").map((name) => choice(reader, "skip-checks", name, CHECK_NAMES))),
		usageRoles: reader.list("usage-roles").map((arn) => roleArn(reader, arn))
	};
}
function wholeNumber(reader, name, byDefault, least) {
	const value = reader.text(name) || byDefault;
	if (/^\d{1,5}$/.test(value) && Number(value) >= least) return Number(value);
	const why = name === "keep-last" ? ": the newest image of a family always stays" : "";
	throw reader.invalid(name, `is "${value}"`, `It takes a whole number, at least ${least}${why}.`);
}
function choice(reader, name, value, choices) {
	const found = choices.find((candidate) => candidate === value);
	if (found !== void 0) return found;
	throw reader.invalid(name, `is "${value}"`, `It takes ${alternatives(choices)}.${didYouMean(value, choices)}`);
}
function selectionOf(reader) {
	const names = reader.list("image-names");
	const all = names.find((name) => /^[*?]*$/.test(name));
	if (all !== void 0) throw reader.invalid("image-names", `holds "${all}", which every image of the account matches`, "Write what the names begin with, for example web-*.");
	return {
		names,
		tags: reader.list("image-tags").map((entry) => {
			const { name: key = "", value = "" } = splitAssignment(entry) ?? {};
			if (key !== "" && !/[*?]/.test(key)) return {
				key,
				value
			};
			throw reader.invalid("image-tags", `holds "${entry}"`, "It takes Key=Value, for example Service=web.");
		})
	};
}
function roleArn(reader, arn) {
	if (/^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(arn)) return arn;
	throw reader.invalid("usage-roles", `holds "${arn}"`, "It takes ARNs of roles, for example arn:aws:iam::111122223333:role/image-usage.");
}
function readRetention(lines, invalid) {
	if (lines.length === 0) return void 0;
	const names = [...Object.keys(PRUNE_SETTINGS), DRY_RUN];
	const values = /* @__PURE__ */ new Map();
	for (const line of lines) {
		const { name = line, value } = splitAssignment(line) ?? {};
		const found = names.find((each) => each === name.trim());
		if (found === void 0 || value === void 0) throw invalid(`holds "${line}"`, `It takes lines such as keep-last=5, of ${names.join(", ")}.${didYouMean(name, names)}`);
		const before = values.get(found);
		if (before !== void 0 && !PRUNE_LISTS.some((each) => each === found)) throw invalid(`says ${found} twice`, "Write it once.");
		values.set(found, [...before ?? [], value.trim()]);
	}
	const dryRun = values.get(DRY_RUN)?.[0] ?? "false";
	if (dryRun !== "true" && dryRun !== "false") throw invalid(`says ${DRY_RUN}=${dryRun}`, "It takes \"true\" or \"false\".");
	return {
		...readPruneSettings({
			text: (name) => values.get(name)?.[0] ?? "",
			list: (name) => values.get(name) ?? [],
			invalid: (name, what, remedy) => invalid(`is wrong: ${name} ${what}`, remedy)
		}),
		dryRun: dryRun === "true"
	};
}
const DRY_RUN = "dry-run";
export { readRetention as a, readPruneSettings as i, PRUNE_LISTS as n, PRUNE_SETTINGS as r, PRUNE_DEFAULTS as t };
