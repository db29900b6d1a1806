import "./rolldown-runtime-BVN1G_yT.js";
import { a as describeError } from "./errors-Bd0aY3lr.js";
import { i as readPruneSettings, n as PRUNE_LISTS, r as PRUNE_SETTINGS, t as PRUNE_DEFAULTS } from "./prune-settings-wRomM73b.js";
import { t as prune } from "./prune-Dw4TlNrn.js";
import { n as errorPages } from "./error-page-Zq6tgGJA.js";
import "./diagnostic-text-BE2lGN9b.js";
import { i as pruneTable, n as pruneNotes, r as pruneRecord, t as pruneHeadline } from "./prune-text-DvknMqDs.js";
import { a as flagList, c as flagText, n as UsageError, s as flagOn, t as EXIT } from "./command-TwrA_UT7.js";
import { t as aligned } from "./table-DCGP6FP4.js";
import { t as TerminalReporter } from "./terminal-reporter-Br51SO9i.js";
// src/cli/commands/prune.ts
const PLACEHOLDERS = {
	family: "TAG,…",
	"keep-tag": "TAG",
	mode: "STEP",
	"image-tags": "KEY=VALUE,…",
	"image-names": "PATTERN,…",
	"skip-checks": "CHECK,…",
	"usage-roles": "ARN,…"
};
const FLAGS = {
	"dry-run": {
		kind: "boolean",
		doc: "Only say what would become of each image (the default); -dry-run=false does it."
	},
	regions: {
		kind: "list",
		placeholder: "REGION,…",
		doc: "Where to look; every enabled region by default."
	},
	...settingFlags(),
	"aws-region": {
		kind: "string",
		placeholder: "REGION",
		doc: "The region to ask for the list of regions."
	},
	json: {
		kind: "boolean",
		doc: "Say the plan and what came of it in one line of JSON."
	}
};
const BUDGET_MS = 18e5;
const pruneCommand = {
	name: "prune",
	summary: "Remove images that are too old and that nobody uses; a dry run unless told otherwise",
	positionals: "",
	flags: FLAGS,
	async run(parsed, terminal) {
		if (parsed.positionals.length > 0) throw new UsageError(`bake-ami prune takes no "${parsed.positionals[0]}".`, "It looks at an account, not at a template; images are selected with -image-names and -image-tags.");
		const { out, err, secrets, signal, workingDirectory } = terminal;
		const json = flagOn(parsed, "json");
		const dryRun = flagOn(parsed, "dry-run", true);
		const options = {
			colours: false,
			timestamps: false,
			debug: false,
			workingDirectory
		};
		const say = (output, text) => output.write(`${secrets.mask(text)}\n`);
		const result = await prune({
			...terminal.surroundings(new TerminalReporter(json ? err : out, secrets, options)),
			...settingsOf(parsed),
			regions: flagList(parsed, "regions"),
			region: flagText(parsed, "aws-region"),
			dryRun,
			budgetMs: BUDGET_MS,
			onPlan: (plan) => {
				const { columns, rows } = pruneTable(plan, dryRun || plan.isTooMuch ? "would be" : "will be");
				if (!json && rows.length > 0) say(out, aligned(columns, rows));
			}
		});
		if (json) say(out, JSON.stringify(toJson(result, dryRun)));
		else if (result.accountId !== void 0) {
			say(out, pruneHeadline(result, dryRun));
			if (dryRun && !result.isTooMuch && result.findings.some(({ verdict }) => verdict !== "keep")) say(out, "With -dry-run=false, bake-ami prune does it.");
		}
		for (const note of pruneNotes(result)) say(err, note);
		if (result.error === void 0) return EXIT.done;
		say(err, `Error: ${describeError(result.error)}`);
		for (const page of errorPages([result.error])) say(err, page);
		return signal.aborted ? EXIT.interrupted : EXIT.failed;
	}
};
function settingFlags() {
	const defaults = PRUNE_DEFAULTS;
	return Object.fromEntries(Object.entries(PRUNE_SETTINGS).map(([name, text]) => {
		const isList = PRUNE_LISTS.some((each) => each === name);
		const doc = defaults[name] === void 0 ? text : `${text} Default: ${defaults[name]}.`;
		return [name, {
			kind: isList ? "list" : "string",
			placeholder: PLACEHOLDERS[name] ?? "N",
			doc
		}];
	}));
}
function settingsOf(parsed) {
	return readPruneSettings({
		text: (name) => flagText(parsed, name) ?? "",
		list: (name) => flagList(parsed, name),
		invalid: (name, what, remedy) => new UsageError(`The flag -${name} ${what}.`, remedy)
	});
}
function toJson(result, dryRun) {
	const { accountId, regions, findings, done, kept, left, unread, unknown, error } = result;
	return {
		account: accountId ?? "",
		dry_run: dryRun,
		regions,
		plan: findings.map(pruneRecord),
		done,
		kept: kept.map(({ resource, why }) => ({
			...resource,
			why
		})),
		left: left.map((each) => ({
			...each.resource,
			error: describeError(each.error)
		})),
		unread: unread.map((each) => ({
			region: each.region,
			error: describeError(each.error)
		})),
		unknown: unknown.map(({ check, region, accountId: account, error: why }) => ({
			check,
			region,
			account: account ?? "",
			error: describeError(why)
		})),
		...error === void 0 ? {} : {
			error: describeError(error),
			error_code: error.code
		}
	};
}
export { pruneCommand };
