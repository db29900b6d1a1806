import { l as quoted } from "./read-template-BJ9AH9-X.js";
import { t as splitAssignment } from "./assignment-CO06e-o7.js";
import { a as flagList, i as flagChoice, n as UsageError } from "./command-TwrA_UT7.js";
// src/cli/template-flags.ts
const CONFIG_TYPES = ["hcl2", "json"];
const TEMPLATE_FLAGS = {
	var: {
		kind: "strings",
		placeholder: "NAME=VALUE",
		doc: "The value of a variable; may be given several times."
	},
	"var-file": {
		kind: "strings",
		placeholder: "FILE",
		doc: "A file with values of variables (.pkrvars.hcl or .json)."
	},
	only: {
		kind: "list",
		placeholder: "NAME,…",
		doc: "Only these builds, by full name; with wildcards in an HCL2 template."
	},
	except: {
		kind: "list",
		placeholder: "NAME,…",
		doc: "All builds and post-processors but these."
	},
	"config-type": {
		kind: "string",
		placeholder: "hcl2|json",
		doc: "What a file is whose name ends in neither .pkr.hcl nor .pkr.json; default json, the older format."
	}
};
const EVALUATION_FLAGS = { "evaluate-datasources": {
	kind: "boolean",
	doc: "Read the data sources too, which asks AWS and other services; else what they tell counts as unknown."
} };
function templateRequest(command, parsed, workingDirectory) {
	const [template, ...rest] = parsed.positionals;
	if (template === void 0 || rest.length > 0) {
		const { lastValueOf: flag } = parsed;
		const swallowed = flag === void 0 ? "" : ` The last word is the value of -${flag}.`;
		throw new UsageError(template === void 0 ? `No template was given.${swallowed}` : `${parsed.positionals.length} templates were given.`, `Usage: bake-ami ${command} [FLAGS] TEMPLATE, one file or folder. bake-ami ${command} -help lists all flags.`);
	}
	return {
		template,
		configType: flagChoice(parsed, "config-type", CONFIG_TYPES) ?? "json",
		variables: flagList(parsed, "var").map(assignment),
		variableFiles: flagList(parsed, "var-file"),
		only: flagList(parsed, "only"),
		except: flagList(parsed, "except"),
		workingDirectory
	};
}
function assignment(text) {
	const split = splitAssignment(text);
	if (split === void 0) {
		const wrong = text.startsWith("=") ? "has no name before its \"=\"" : `${quoted(text)} has no "="`;
		throw new UsageError(`-var ${wrong}.`, "Write -var NAME=VALUE.");
	}
	return split;
}
export { templateRequest as i, EVALUATION_FLAGS as n, TEMPLATE_FLAGS as r, CONFIG_TYPES as t };
