import "./rolldown-runtime-BVN1G_yT.js";
import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as readParameters, r as defaultRegion } from "./ssm-parameters-BX5SM69S.js";
import { t as registryForReading } from "./registry-for-reading-D0ZOuxw0.js";
import { t as planTemplate } from "./plan-template-CarJlxyL.js";
import { a as flagList, n as UsageError, s as flagOn, t as EXIT } from "./command-TwrA_UT7.js";
import { r as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-CZWO_VLq.js";
import { i as templateRequest, n as EVALUATION_FLAGS, r as TEMPLATE_FLAGS } from "./template-flags-DFYDXade.js";
// src/kernel/iam-policy.ts
function policyDocument(statements) {
	const sids = /* @__PURE__ */ new Map();
	const unique = (sid) => {
		const count = (sids.get(sid) ?? 0) + 1;
		sids.set(sid, count);
		return count === 1 ? sid : `${sid}${count}`;
	};
	const Statement = merged(statements).map(({ sid, actions, resources, conditions }) => ({
		Sid: unique(sid),
		Effect: "Allow",
		Action: actions,
		Resource: resources.length === 1 ? resources[0] : resources,
		...conditions === void 0 ? {} : { Condition: conditions }
	}));
	return JSON.stringify({
		Version: "2012-10-17",
		Statement
	}, void 0, 2);
}
function merged(statements) {
	return joined(joined(statements, ({ resources, conditions = {} }) => [resources, Object.entries(conditions).map(([operator, keys]) => [operator, Object.keys(keys)])], (one, other) => ({
		...one,
		actions: union(one.actions, other.actions),
		...one.conditions && { conditions: together(one.conditions, other.conditions ?? {}) }
	})), ({ actions, conditions }) => [actions, conditions], (one, other) => ({
		...one,
		resources: union(one.resources, other.resources)
	}));
}
function together(one, other) {
	return Object.fromEntries(Object.entries(one).map(([operator, keys]) => [operator, Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, union(values, other[operator]?.[key] ?? [])]))]));
}
function joined(statements, keyOf, join) {
	const byKey = /* @__PURE__ */ new Map();
	for (const statement of statements) {
		const key = JSON.stringify(keyOf(statement));
		const known = byKey.get(key);
		const sorted = {
			...statement,
			actions: union(statement.actions),
			resources: union(statement.resources)
		};
		byKey.set(key, known === void 0 ? sorted : join(known, sorted));
	}
	return [...byKey.values()];
}
function union(...lists) {
	return [...new Set(lists.flat())].toSorted();
}
// src/app/policy.ts
const LONGEST_MANAGED_POLICY = 6144;
async function policyOf(request) {
	const registry = registryForReading(request);
	const { plan, reading } = await planTemplate({
		...request,
		toBuild: false
	}, registry);
	if (plan === void 0) return {
		policy: void 0,
		notes: []
	};
	const { environment, force, verifies = false, parameters = [] } = request;
	const region = defaultRegion(environment);
	const ofBuilds = plan.builds.flatMap((planned) => permissionsOf(planned, registry, {
		region,
		force,
		verifies,
		parameters
	}));
	const ofData = dataStatements(reading, registry);
	const policy = policyDocument([...ofBuilds, ...ofData]);
	return {
		policy,
		notes: [
			...notesOn(plan, region),
			...dataNotes(ofData),
			...sizeNotes(policy)
		]
	};
}
function permissionsOf({ name, builder: { type, decoded } }, { builders }, surroundings) {
	const builder = builders.get(type);
	if (builder !== void 0) return builder.permissions(decoded, surroundings);
	throw new BakeError(`What the build ${name} needs is not known: its builder is "${type}"`, {
		code: "no-policy",
		category: "input",
		hint: `There are policies for ${[...builders.keys()].join(", ")}. Leave this build out with -except=${name}.`
	});
}
function dataStatements(reading, registry) {
	const actions = (reading?.dataSources ?? []).flatMap(({ type }) => registry.dataSources.get(type)?.actions ?? []);
	return actions.length === 0 ? [] : [{
		sid: "ReadDataSources",
		actions,
		resources: ["*"]
	}];
}
function notesOn({ builds }, region) {
	const options = builds.map(({ builder }) => builder.decoded);
	const text = (name) => options.flatMap(({ options: each }) => {
		const value = typeof each === "object" && each !== null ? Object.entries(each).find(([key]) => key === name) : [];
		return typeof value?.[1] === "string" && value[1] !== "" ? [value[1]] : [];
	});
	const profiles = [...new Set(text("iam_instance_profile"))];
	return [
		...region === void 0 && text("region").length < builds.length ? ["No region is named, so the policy holds in all of them: write region, or set AWS_REGION."] : [],
		...profiles.map((name) => `iam:PassRole takes the role's name, which is taken to be that of the instance profile: ${name}. Where it is another, change Resource.`),
		...options.some((decoded) => decoded.given("assume_role")) ? ["The template assumes a role: the policy is for that role, and its caller needs sts:AssumeRole on it."] : [],
		...options.some((decoded) => namesOf(decoded.options).some((name) => decoded.unknown(name))) ? ["Some options are not known before the data sources are read: -evaluate-datasources reads them."] : []
	];
}
function namesOf(options) {
	return typeof options === "object" && options !== null ? Object.keys(options) : [];
}
function dataNotes(statements) {
	const reads = statements.flatMap(({ actions }) => actions).filter((action) => !action.startsWith("ec2:"));
	return reads.length === 0 ? [] : [`Data sources read with ${[...new Set(reads)].join(" and ")}: narrow Resource to what they read.`];
}
function sizeNotes(policy) {
	const length = policy.replace(/\s/g, "").length;
	return length <= LONGEST_MANAGED_POLICY ? [] : [`The policy has ${length} characters, and a managed policy may have ${LONGEST_MANAGED_POLICY}: make one for some of the builds each, with -only.`];
}
// src/cli/commands/policy.ts
const { color } = OUTPUT_FLAGS;
const force = {
	kind: "boolean",
	doc: "For builds with -force, which replace an image of the same name."
};
const verify = {
	kind: "boolean",
	doc: "For builds that verify their images (-verify, -verify-goss)."
};
const ssmParameter = {
	kind: "strings",
	placeholder: "NAME[=REGION]",
	doc: "For builds that write the id of the image into this parameter."
};
const policyCommand = {
	name: "policy",
	summary: "Print the least IAM policy (JSON) that a template needs; AWS is not asked",
	positionals: "TEMPLATE",
	flags: {
		...TEMPLATE_FLAGS,
		...EVALUATION_FLAGS,
		force,
		verify,
		"ssm-parameter": ssmParameter,
		color
	},
	async run(parsed, terminal) {
		const beside = {
			...terminal,
			out: terminal.err
		};
		const { policy, notes } = await policyOf({
			...terminal.surroundings(reporterFor(parsed, beside)),
			...templateRequest("policy", parsed, terminal.workingDirectory),
			force: flagOn(parsed, "force"),
			verifies: flagOn(parsed, "verify"),
			parameters: readParameters(flagList(parsed, "ssm-parameter"), (what, remedy) => new UsageError(`The flag -ssm-parameter ${what}.`, remedy)),
			evaluateDataSources: flagOn(parsed, "evaluate-datasources")
		});
		for (const note of notes) terminal.err.write(`${terminal.secrets.mask(`Note: ${note}`)}\n`);
		if (policy === void 0) return EXIT.failed;
		terminal.out.write(`${terminal.secrets.mask(policy)}\n`);
		return EXIT.done;
	}
};
export { policyCommand };
