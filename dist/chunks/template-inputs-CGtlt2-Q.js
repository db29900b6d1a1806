import { t as splitAssignment } from "./assignment-CO06e-o7.js";
import { c as invalid, l as lines } from "./step-CSc0RH4l.js";
import path from "node:path";
// src/action/template-inputs.ts
function readTemplateInputs(read, workspace) {
	return {
		template: read("template") || ".",
		variables: lines(read("vars")).map(assignment),
		variableFiles: lines(read("var-files")),
		only: lines(read("only")),
		except: lines(read("except")),
		workingDirectory: path.resolve(workspace, read("working-directory") || ".")
	};
}
function assignment(entry) {
	const split = splitAssignment(entry);
	if (split === void 0) throw invalid("vars", `holds a line without "name="${entry.startsWith("=") ? " before its \"=\"" : ""}`, "Write one name=value per line.");
	return {
		...split,
		name: split.name.trim()
	};
}
export { readTemplateInputs as t };
