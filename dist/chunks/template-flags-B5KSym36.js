import { t as splitAssignment } from "./assignment-CO06e-o7.js";
import { a as flagList, i as flagChoice, n as UsageError } from "./command-lCcgxLPH.js";
// src/cli/template-flags.ts
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
		doc: "Only these builds; names may hold wildcards."
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
	if (template === void 0 || rest.length > 0) throw new UsageError(template === void 0 ? "No template was given." : `${parsed.positionals.length} templates were given.`, `Name one file or folder: bake-ami ${command} [FLAGS] TEMPLATE.`);
	return {
		template,
		configType: flagChoice(parsed, "config-type", ["hcl2", "json"]) ?? "json",
		variables: flagList(parsed, "var").map(assignment),
		variableFiles: flagList(parsed, "var-file"),
		only: flagList(parsed, "only"),
		except: flagList(parsed, "except"),
		workingDirectory
	};
}
function assignment(text) {
	const split = splitAssignment(text);
	if (split === void 0) throw new UsageError("A -var has no name.", "Write -var NAME=VALUE.");
	return split;
}
export { TEMPLATE_FLAGS as n, templateRequest as r, EVALUATION_FLAGS as t };
