import { t as errorDiagnostic } from "./diagnostics-C8g__mJ1.js";
import { n as build, t as newRunId } from "./run-id-Bttfrcky.js";
import { t as planTemplate } from "./plan-template-B6G7OTYW.js";
import { t as registryForReading } from "./registry-for-reading-CPnBOejh.js";
// src/app/matrix.ts
const MOST_LEGS = 256;
async function matrixOf(request, look) {
	const { plan, diagnostics } = await planTemplate({
		...request,
		force: false,
		toBuild: true
	}, registryForReading(request));
	if (plan === void 0) return {
		legs: void 0,
		diagnostics,
		error: void 0
	};
	const legs = legsOf(plan);
	if (legs.length > MOST_LEGS) {
		const tooMany = moreThanAllowed(legs.length);
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
	if (look === void 0) return {
		legs,
		diagnostics,
		error: void 0
	};
	const { outputs, error } = await build(lookingFor(request, look));
	const found = legs.map((leg) => ({
		...leg,
		ami_id: imageOf(outputs.artifacts[leg.build])
	}));
	return {
		legs: error === void 0 ? found : void 0,
		diagnostics,
		error
	};
}
function lookingFor(request, look) {
	const { region, fingerprintKey, verifiedOnly, outputsFile, runDirectory } = look;
	const { reporter } = request;
	return {
		...request,
		reporter: { report: (event) => event.type !== "diagnostic" && reporter.report(event) },
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
function moreThanAllowed(number) {
	return errorDiagnostic({
		code: "matrix-too-large",
		summary: `The template has ${number} builds, and GitHub takes a matrix of ${MOST_LEGS} jobs`,
		detail: "Select some of them with \"only\" or \"except\", or bake several of them on one runner."
	});
}
export { matrixOf as t };
