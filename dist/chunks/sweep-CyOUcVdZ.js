import "./rolldown-runtime-BVN1G_yT.js";
import { a as describeError } from "./errors-Bd0aY3lr.js";
import { i as sweep, n as sweepRecord, r as sweepTable, t as sweepHeadline } from "./sweep-text-Ccc3zFcN.js";
import { n as errorPages } from "./error-page-Zq6tgGJA.js";
import "./diagnostic-text-BE2lGN9b.js";
import { r as parseDuration } from "./duration-Bo3QJcs-.js";
import { a as flagList, c as flagText, n as UsageError, s as flagOn, t as EXIT } from "./command-TwrA_UT7.js";
import { t as aligned } from "./table-DCGP6FP4.js";
import { t as TerminalReporter } from "./terminal-reporter-Br51SO9i.js";
// src/cli/commands/sweep.ts
const FLAGS = {
	"dry-run": {
		kind: "boolean",
		doc: "Only say what would be removed (the default); -dry-run=false removes it."
	},
	regions: {
		kind: "list",
		placeholder: "REGION,…",
		doc: "Where to look; every enabled region by default."
	},
	runs: {
		kind: "list",
		placeholder: "ID,…",
		doc: "Only what these runs made (tag bake-ami:run)."
	},
	"older-than": {
		kind: "string",
		placeholder: "DURATION",
		doc: "Only what has expired at least this long ago, for example 72h."
	},
	"aws-region": {
		kind: "string",
		placeholder: "REGION",
		doc: "The region to ask for the list of regions."
	},
	json: {
		kind: "boolean",
		doc: "Say the result in one line of JSON."
	}
};
const BUDGET_MS = 12e5;
const sweepCommand = {
	name: "sweep",
	summary: "Remove what killed runs have left behind and what has expired; a dry run unless told otherwise",
	positionals: "",
	flags: FLAGS,
	async run(parsed, terminal) {
		if (parsed.positionals.length > 0) throw new UsageError(`bake-ami sweep takes no "${parsed.positionals[0]}".`, "It looks at an account, not at a template; regions are named with -regions.");
		const { out, err, secrets, signal, workingDirectory } = terminal;
		const json = flagOn(parsed, "json");
		const dryRun = flagOn(parsed, "dry-run", true);
		const options = {
			colours: false,
			timestamps: false,
			debug: false,
			workingDirectory
		};
		const result = await sweep({
			...terminal.surroundings(new TerminalReporter(json ? err : out, secrets, options)),
			regions: flagList(parsed, "regions"),
			region: flagText(parsed, "aws-region"),
			runs: flagList(parsed, "runs"),
			olderThanMs: olderThan(parsed),
			dryRun,
			budgetMs: BUDGET_MS
		});
		const say = (output, text) => output.write(`${secrets.mask(text)}\n`);
		if (json) say(out, JSON.stringify(toJson(result, dryRun)));
		else if (result.accountId !== void 0) {
			if (result.findings.length > 0) {
				const { columns, rows } = sweepTable(result);
				say(out, aligned(columns, rows));
			}
			say(out, sweepHeadline(result, dryRun));
			if (dryRun && result.findings.some(({ verdict }) => verdict === "expired")) say(out, "bake-ami sweep -dry-run=false removes what has expired.");
		}
		for (const { region, error } of result.unread) say(err, `${region} could not be looked through: ${describeError(error)}`);
		if (result.error === void 0) return EXIT.done;
		say(err, `Error: ${describeError(result.error)}`);
		for (const page of errorPages([result.error])) say(err, page);
		return signal.aborted ? EXIT.interrupted : EXIT.failed;
	}
};
function olderThan(parsed) {
	const text = flagText(parsed, "older-than") ?? "0";
	const milliseconds = parseDuration(text);
	if (milliseconds !== void 0 && milliseconds >= 0) return milliseconds;
	throw new UsageError(`The flag -older-than is "${text}".`, "It takes a duration such as 90m or 72h.");
}
function toJson({ accountId, regions, findings, removed, left, unread, error }, dryRun) {
	return {
		account: accountId ?? "",
		dry_run: dryRun,
		regions,
		found: findings.map(sweepRecord),
		removed,
		left: left.map((each) => ({
			...each.resource,
			error: describeError(each.error)
		})),
		unread: unread.map((each) => ({
			region: each.region,
			error: describeError(each.error)
		})),
		...error === void 0 ? {} : {
			error: describeError(error),
			error_code: error.code
		}
	};
}
export { sweepCommand };
