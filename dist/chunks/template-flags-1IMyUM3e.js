import { t as splitAssignment } from "./assignment-CO06e-o7.js";
import { i as flagList, n as UsageError } from "./command-B1HTpwtu.js";
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
		doc: "A file with values of variables (.pkrvars.hcl)."
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
	}
};
function templateRequest(command, parsed, workingDirectory) {
	const [template, ...rest] = parsed.positionals;
	if (template === void 0 || rest.length > 0) throw new UsageError(template === void 0 ? "No template was given." : `${parsed.positionals.length} templates were given.`, `Name one file or folder: bake-ami ${command} [FLAGS] TEMPLATE.`);
	return {
		template,
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
export { templateRequest as n, TEMPLATE_FLAGS as t };
