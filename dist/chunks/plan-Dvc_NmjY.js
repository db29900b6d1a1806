import "./rolldown-runtime-BVN1G_yT.js";
import { t as matrixOf } from "./matrix-BxrvgSxz.js";
import { c as flagText, i as flagChoice, s as flagOn, t as EXIT } from "./command-TwrA_UT7.js";
import { r as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-CZWO_VLq.js";
import { i as templateRequest, r as TEMPLATE_FLAGS } from "./template-flags-DFYDXade.js";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
const planCommand = {
	name: "plan",
	summary: "List the builds of a template, one line each, or as a job matrix; AWS is asked with -reuse only",
	positionals: "TEMPLATE",
	flags: {
		...TEMPLATE_FLAGS,
		matrix: {
			kind: "boolean",
			doc: "One line of JSON, as strategy.matrix of a GitHub workflow takes it."
		},
		reuse: {
			kind: "string",
			placeholder: "never|if-unchanged",
			doc: "Ask AWS which images are there already. BAKE_AMI_FINGERPRINT_KEY keys fingerprints."
		},
		"verified-only": {
			kind: "boolean",
			doc: "With -reuse: only images that were verified count."
		},
		"outputs-file": {
			kind: "string",
			placeholder: "FILE",
			doc: "With -reuse: write the images that are there, for merge."
		},
		"aws-region": {
			kind: "string",
			placeholder: "REGION",
			doc: "For templates that name none."
		},
		color: OUTPUT_FLAGS.color
	},
	async run(parsed, terminal) {
		const beside = {
			...terminal,
			out: terminal.err
		};
		const request = templateRequest("plan", parsed, terminal.workingDirectory);
		const surroundings = terminal.surroundings(reporterFor(parsed, beside));
		const { legs, error } = await matrixOf({
			...surroundings,
			...request
		}, lookOf(parsed, terminal.environment));
		if (error !== void 0) throw error;
		if (legs === void 0) return EXIT.failed;
		const text = flagOn(parsed, "matrix") ? JSON.stringify({ include: legs }) : legs.map(({ build, ami_id: ami }) => ami === "" ? build : `${build}  ${ami} is there already`).join("\n");
		terminal.out.write(`${terminal.secrets.mask(text)}\n`);
		return EXIT.done;
	}
};
function lookOf(parsed, environment) {
	if ((flagChoice(parsed, "reuse", ["never", "if-unchanged"]) ?? "never") === "never") return void 0;
	return {
		region: flagText(parsed, "aws-region"),
		fingerprintKey: environment["BAKE_AMI_FINGERPRINT_KEY"] || void 0,
		verifiedOnly: flagOn(parsed, "verified-only"),
		outputsFile: flagText(parsed, "outputs-file"),
		runDirectory: mkdtempSync(path.join(tmpdir(), "bake-ami-"))
	};
}
export { planCommand };
