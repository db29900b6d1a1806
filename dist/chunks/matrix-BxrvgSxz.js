import { t as errorDiagnostic } from "./diagnostics-D6HUwDnG.js";
import { r as TemplateError } from "./errors-Bd0aY3lr.js";
import { n as build, o as NO_OUTPUTS, t as newRunId } from "./run-id-D-zkXjwp.js";
import { t as registryForReading } from "./registry-for-reading-D0ZOuxw0.js";
import { t as planTemplate } from "./plan-template-CarJlxyL.js";
// src/app/matrix.ts
const MOST_LEGS = 256;
async function matrixOf(request, look) {
	const { plan, diagnostics, outputs, error } = await planned(request, look);
	if (plan === void 0 || error !== void 0) return {
		legs: void 0,
		diagnostics,
		error: error instanceof TemplateError ? void 0 : error
	};
	const legs = legsOf(plan).map((leg) => ({
		...leg,
		ami_id: imageOf(outputs.artifacts[leg.build])
	}));
	const toBake = legs.filter(({ ami_id: ami }) => ami === "").length;
	if (toBake <= MOST_LEGS) return {
		legs,
		diagnostics,
		error: void 0
	};
	const tooMany = moreThanAllowed(toBake, legs.length);
	request.reporter.report({
		type: "diagnostic",
		diagnostic: tooMany
	});
	return {
		legs: void 0,
		diagnostics: [...diagnostics, tooMany],
		error: void 0
	};
}
async function planned(request, look) {
	if (look !== void 0) return build(lookingFor(request, look));
	const purpose = {
		...request,
		force: false,
		toBuild: true
	};
	return {
		...await planTemplate(purpose, registryForReading(request)),
		outputs: NO_OUTPUTS,
		error: void 0
	};
}
function lookingFor(request, look) {
	const { region, fingerprintKey, verifiedOnly, outputsFile, runDirectory } = look;
	return {
		...request,
		cloud: "aws",
		region,
		onError: "cleanup",
		force: false,
		reuse: "look",
		reusesVerifiedOnly: verifiedOnly,
		fingerprintKey,
		parallelBuilds: 0,
		hostKeyPolicy: "proven",
		fallbackInstanceTypes: [],
		deadlineMinutes: void 0,
		manifest: void 0,
		outputsFile,
		runId: newRunId(request.ids),
		runDirectory,
		cliPath: ""
	};
}
function imageOf(artifacts) {
	return artifacts?.[0]?.images[0]?.id ?? "";
}
function legsOf({ builds }) {
	const byName = new Map(builds.map((build) => [build.only, build]));
	const ids = /* @__PURE__ */ new Set();
	return [...byName.values()].map(({ name, only, source }) => {
		const id = distinct(name.replace(/[^A-Za-z0-9._-]+/g, "-"), ids);
		ids.add(id);
		return {
			id,
			build: name,
			only,
			builder: source.type,
			source: source.name,
			ami_id: ""
		};
	});
}
function distinct(name, taken) {
	const isTaken = (candidate) => [...taken].some((other) => other.toLowerCase() === candidate.toLowerCase());
	if (!isTaken(name)) return name;
	for (let number = 2;; number += 1) if (!isTaken(`${name}-${number}`)) return `${name}-${number}`;
}
function moreThanAllowed(toBake, all) {
	const builds = toBake === all ? `The template has ${all} builds` : `${toBake} of ${all} builds have to be baked`;
	return errorDiagnostic({
		code: "matrix-too-large",
		summary: `${builds}, and GitHub takes a matrix of ${MOST_LEGS} jobs`,
		detail: "Select some of them with \"only\" or \"except\", or bake several of them on one runner."
	});
}
export { matrixOf as t };
