import "./rolldown-runtime-BVN1G_yT.js";
import { n as merge, r as notWhole, t as outputsFilesIn } from "./outputs-files-in-xVWsS9dk.js";
import { t as randomIds } from "./ids-DfFYDptU.js";
import { a as flagList, c as flagText, n as UsageError, s as flagOn, t as EXIT } from "./command-TwrA_UT7.js";
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
		const result = merge({
			files: parsed.positionals.flatMap((name) => outputsFilesIn(name, workingDirectory)),
			expected: flagList(parsed, "builds"),
			manifest: flagText(parsed, "manifest"),
			tfvars: flagText(parsed, "tfvars"),
			workingDirectory,
			ids: randomIds
		});
		out.write(`${JSON.stringify(result.outputs)}\n`);
		const lack = notWhole(result);
		if (lack === void 0) return EXIT.done;
		if (!flagOn(parsed, "allow-missing")) throw lack;
		err.write(`${lack.message}.\n`);
		return EXIT.done;
	}
};
export { mergeCommand };
