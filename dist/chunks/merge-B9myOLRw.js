import "./rolldown-runtime-COqNOauY.js";
import { n as merge, t as outputsFilesIn } from "./outputs-files-in-BdaOGohW.js";
import { t as randomIds } from "./ids-DfFYDptU.js";
import { a as flagList, c as flagText, n as UsageError, s as flagOn, t as EXIT } from "./command-BzTZ-rX3.js";
const mergeCommand = {
	name: "merge",
	summary: "Join what several runs wrote with -outputs-file, as if one had baked everything; prints JSON",
	positionals: "FILE-OR-FOLDER…",
	flags: {
		builds: {
			kind: "list",
			placeholder: "NAME,…",
			doc: "Builds that have to be there, by full name."
		},
		"allow-missing": {
			kind: "boolean",
			doc: "End with 0 although builds failed or are not there."
		},
		manifest: {
			kind: "string",
			placeholder: "FILE",
			doc: "Write one manifest of all builds."
		},
		tfvars: {
			kind: "string",
			placeholder: "FILE",
			doc: "Write the images as variables of Terraform (*.auto.tfvars.json)."
		}
	},
	async run(parsed, { out, err, workingDirectory }) {
		if (parsed.positionals.length === 0) throw new UsageError("No file was given.", "Usage: bake-ami merge [FLAGS] FILE-OR-FOLDER…");
		const { outputs, missing, unsuccessful } = merge({
			files: parsed.positionals.flatMap((name) => outputsFilesIn(name, workingDirectory)),
			expected: flagList(parsed, "builds"),
			manifest: flagText(parsed, "manifest"),
			tfvars: flagText(parsed, "tfvars"),
			workingDirectory,
			ids: randomIds
		});
		out.write(`${JSON.stringify(outputs)}\n`);
		for (const build of missing) err.write(`Nothing was handed on for ${build}.\n`);
		for (const build of unsuccessful) err.write(`${build} did not succeed.\n`);
		return missing.length === 0 && unsuccessful.length === 0 || flagOn(parsed, "allow-missing") ? EXIT.done : EXIT.failed;
	}
};
export { mergeCommand };
