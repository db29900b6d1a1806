import { o as toBakeError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { t as inParallel } from "./parallel-jqwNTQDD.js";
import { t as allPages } from "./all-pages-DbyY6m54.js";
import { t as chunks } from "./find-gEk1bIBo.js";
import { s as isNotFound } from "./errors-Cz-Ex8Cy.js";
import { i as counted } from "./duration-Bo3QJcs-.js";
import { t as printableLine } from "./hostile-text-DGh0Qabk.js";
// src/images/retention/usage/check.ts
const CHECK_NAMES = [
	"instances",
	"launch-templates",
	"launch-template-versions",
	"auto-scaling",
	"fleets",
	"parameters",
	"sharing"
];
var UseCollector = class {
	#candidates;
	uses = /* @__PURE__ */ new Map();
	constructor(candidates) {
		this.#candidates = candidates;
	}
	add(imageId, user) {
		if (imageId !== void 0 && this.#candidates.has(imageId) && !this.uses.has(imageId)) this.uses.set(imageId, user);
	}
};
// src/images/retention/usage/image-references.ts
const BY_PARAMETER = "resolve:ssm:";
const PARAMETERS_PER_CALL = 10;
const IMAGE_ID = /\bami-(?:[0-9a-f]{17}|[0-9a-f]{8})\b/g;
async function resolved(site, references, candidates) {
	const found = new UseCollector(candidates);
	const byParameter = /* @__PURE__ */ new Map();
	for (const { image, user } of references) if (image?.startsWith(BY_PARAMETER)) byParameter.set(image.slice(12), user);
	else found.add(image, user);
	const values = await parameterValues(site, [...byParameter.keys()]);
	for (const [name, user] of byParameter) for (const id of imageIdsIn(values.get(name) ?? "")) found.add(id, `${user}, by the parameter ${name}`);
	return found.uses;
}
function imageIdsIn(text) {
	return text.match(IMAGE_ID) ?? [];
}
async function parameterValues({ aws, region, signal }, names) {
	const values = /* @__PURE__ */ new Map();
	if (names.length === 0) return values;
	const ssm = await aws.ssm(region);
	for (const Names of chunks(names, PARAMETERS_PER_CALL)) {
		const { Parameters = [], InvalidParameters = [] } = await ssm.getParameters({ Names }, signal);
		for (const { Name = "", Selector = "", ARN = "", Value = "" } of Parameters) {
			const selector = Selector === "" || Selector.startsWith(":") ? Selector : `:${Selector}`;
			for (const asked of [`${Name}${selector}`, `${ARN}${selector}`]) if (Names.includes(asked)) values.set(asked, Value);
		}
		const missing = Names.find((name) => !values.has(name) && !InvalidParameters.includes(name));
		if (missing !== void 0) throw unanswered(missing);
	}
	return values;
}
function unanswered(name) {
	return new BakeError(`The parameter ${name} is not in the answer of ssm:GetParameters`, {
		code: "parameter-unanswered",
		category: "cloud"
	});
}
// src/images/retention/usage/launch-templates.ts
const AT_ONCE$1 = 8;
const launchTemplates = {
	name: "launch-templates",
	about: "the default and the newest version of launch templates",
	actions: ["ec2:DescribeLaunchTemplateVersions", "ssm:GetParameters"],
	async find(site, candidates) {
		const { aws, region, signal } = site;
		const request = { Versions: ["$Default", "$Latest"] };
		return resolved(site, references((await allPages((NextToken) => aws.ec2(region).describeLaunchTemplateVersions({
			...request,
			NextToken
		}, signal))).flatMap((page) => page.LaunchTemplateVersions ?? [])), candidates);
	}
};
const launchTemplateVersions = {
	name: "launch-template-versions",
	about: "every version of every launch template",
	actions: [
		"ec2:DescribeLaunchTemplates",
		"ec2:DescribeLaunchTemplateVersions",
		"ssm:GetParameters"
	],
	async find(site, candidates) {
		const { aws, region, signal } = site;
		const ids = (await allPages((NextToken) => aws.ec2(region).describeLaunchTemplates({ NextToken }, signal))).flatMap(({ LaunchTemplates = [] }) => LaunchTemplates.map((each) => each.LaunchTemplateId));
		const found = [];
		for (const some of chunks(ids, AT_ONCE$1)) {
			const versions = await Promise.all(some.map((id) => versionsOf(site, {
				id,
				name: void 0
			}, void 0)));
			found.push(...references(versions.flat()));
		}
		return resolved(site, found, candidates);
	}
};
async function versionsOf({ aws, region, signal }, { id, name }, version) {
	const request = {
		...id === void 0 ? { LaunchTemplateName: name } : { LaunchTemplateId: id },
		...version === void 0 ? {} : { Versions: [version] }
	};
	try {
		return (await allPages((NextToken) => aws.ec2(region).describeLaunchTemplateVersions({
			...request,
			NextToken
		}, signal))).flatMap(({ LaunchTemplateVersions = [] }) => LaunchTemplateVersions);
	} catch (thrown) {
		if (isNotFound(thrown)) return [];
		throw thrown;
	}
}
function references(versions, user) {
	return versions.map(({ LaunchTemplateName: name, VersionNumber: version, LaunchTemplateData: data }) => {
		const template = `version ${version} of the launch template ${name}`;
		return {
			image: data?.ImageId,
			user: user === void 0 ? template : `${user}, by ${template}`
		};
	});
}
// src/images/retention/usage/template-users.ts
const AT_ONCE = 8;
async function throughTemplates(site, uses) {
	const named = uses.filter(({ id, name }) => id !== void 0 || name !== void 0);
	const distinct = [...new Map(named.map((use) => [JSON.stringify([use.id ?? use.name, use.version]), use])).values()];
	const found = [];
	for (const some of chunks(distinct, AT_ONCE)) {
		const read = await Promise.all(some.map(async (use) => references(await versionsOf(site, use, use.version ?? "$Default"), use.user)));
		found.push(...read.flat());
	}
	return found;
}
// src/images/retention/usage/auto-scaling.ts
const autoScaling = {
	name: "auto-scaling",
	about: "auto scaling groups of any size and launch configurations",
	actions: [
		"autoscaling:DescribeAutoScalingGroups",
		"autoscaling:DescribeLaunchConfigurations",
		"ec2:DescribeLaunchTemplateVersions",
		"ssm:GetParameters"
	],
	async find(site, candidates) {
		const { aws, region, signal } = site;
		const api = await aws.autoScaling(region);
		const [groupPages, configurationPages] = await Promise.all([allPages((NextToken) => api.describeAutoScalingGroups({ NextToken }, signal)), allPages((NextToken) => api.describeLaunchConfigurations({ NextToken }, signal))]);
		const groups = groupPages.flatMap(({ AutoScalingGroups = [] }) => AutoScalingGroups);
		const direct = configurationPages.flatMap((page) => page.LaunchConfigurations ?? []).map(({ ImageId, LaunchConfigurationName: name }) => ({
			image: ImageId,
			user: `the launch configuration ${name}`
		}));
		const overridden = groups.flatMap((group) => overridesOf(group).map(({ ImageId }) => ({
			image: ImageId,
			user: userOf(group)
		})));
		const byTemplate = await throughTemplates(site, groups.flatMap(templateUses$1));
		return resolved(site, [
			...direct,
			...overridden,
			...byTemplate
		], candidates);
	}
};
function userOf({ AutoScalingGroupName: name }) {
	return `the auto scaling group ${name}`;
}
function overridesOf({ MixedInstancesPolicy: mixed }) {
	return mixed?.LaunchTemplate?.Overrides ?? [];
}
function templateUses$1(group) {
	const mixed = group.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification;
	const running = (group.Instances ?? []).map((instance) => instance.LaunchTemplate);
	const overridden = overridesOf(group).map((override) => override.LaunchTemplateSpecification);
	return [
		group.LaunchTemplate,
		mixed,
		...overridden,
		...running
	].flatMap((specification) => specification === void 0 ? [] : [{
		id: specification.LaunchTemplateId,
		name: specification.LaunchTemplateName,
		version: specification.Version,
		user: userOf(group)
	}]);
}
// src/images/retention/usage/fleets.ts
const fleets = {
	name: "fleets",
	about: "EC2 Fleets, Spot Fleets and spot requests",
	actions: [
		"ec2:DescribeFleets",
		"ec2:DescribeSpotFleetRequests",
		"ec2:DescribeSpotInstanceRequests",
		"ec2:DescribeLaunchTemplateVersions",
		"ssm:GetParameters"
	],
	async find(site, candidates) {
		const { aws, region, signal } = site;
		const ec2 = aws.ec2(region);
		const Filters = [{
			Name: "state",
			Values: ["open", "active"]
		}];
		const [fleetPages, spotFleetPages, spotPages] = await Promise.all([
			allPages((NextToken) => ec2.describeFleets({ NextToken }, signal)),
			allPages((NextToken) => ec2.describeSpotFleetRequests({ NextToken }, signal)),
			allPages((NextToken) => ec2.describeSpotInstanceRequests({
				Filters,
				NextToken
			}, signal))
		]);
		const direct = [];
		const uses = [];
		for (const { FleetId, LaunchTemplateConfigs = [] } of fleetPages.flatMap(({ Fleets = [] }) => Fleets)) {
			const user = `the EC2 Fleet ${FleetId}`;
			for (const { Overrides = [] } of LaunchTemplateConfigs) direct.push(...Overrides.map(({ ImageId }) => ({
				image: ImageId,
				user
			})));
			uses.push(...templateUses(LaunchTemplateConfigs, user));
		}
		const spotFleets = spotFleetPages.flatMap((page) => page.SpotFleetRequestConfigs ?? []);
		for (const { SpotFleetRequestId, SpotFleetRequestConfig: config } of spotFleets) {
			const user = `the Spot Fleet ${SpotFleetRequestId}`;
			direct.push(...(config?.LaunchSpecifications ?? []).map(({ ImageId }) => ({
				image: ImageId,
				user
			})));
			uses.push(...templateUses(config?.LaunchTemplateConfigs ?? [], user));
		}
		for (const request of spotPages.flatMap((page) => page.SpotInstanceRequests ?? [])) {
			const user = `the spot request ${request.SpotInstanceRequestId}`;
			direct.push({
				image: request.LaunchSpecification?.ImageId,
				user
			});
		}
		return resolved(site, [...direct, ...await throughTemplates(site, uses)], candidates);
	}
};
function templateUses(configs, user) {
	return configs.flatMap(({ LaunchTemplateSpecification: named }) => named === void 0 ? [] : [{
		id: named.LaunchTemplateId,
		name: named.LaunchTemplateName,
		version: named.Version,
		user
	}]);
}
// src/images/retention/usage/checks.ts
const USAGE_CHECKS = [
	{
		name: "instances",
		about: "instances that are not terminated",
		actions: ["ec2:DescribeInstances"],
		async find({ aws, region, signal }, candidates) {
			const found = new UseCollector(candidates);
			for (const Values of chunks([...candidates], 200)) {
				const Filters = [{
					Name: "image-id",
					Values
				}];
				const pages = await allPages((NextToken) => aws.ec2(region).describeInstances({
					Filters,
					NextToken
				}, signal));
				for (const { Instances = [] } of pages.flatMap(({ Reservations = [] }) => Reservations)) for (const { ImageId, InstanceId, State } of Instances) if (State?.Name !== "terminated") found.add(ImageId, `the instance ${InstanceId} (${State?.Name})`);
			}
			return found.uses;
		}
	},
	launchTemplates,
	launchTemplateVersions,
	autoScaling,
	fleets,
	{
		name: "parameters",
		about: "parameters of Parameter Store",
		actions: ["ssm:DescribeParameters", "ssm:GetParameters"],
		async find(site, candidates) {
			const { aws, region, signal } = site;
			const ssm = await aws.ssm(region);
			const ParameterFilters = [{
				Key: "Type",
				Values: ["String", "StringList"]
			}];
			const names = (await allPages((NextToken) => ssm.describeParameters({
				ParameterFilters,
				MaxResults: 50,
				NextToken
			}, signal))).flatMap((page) => page.Parameters ?? []).flatMap(({ Name }) => Name === void 0 ? [] : [Name]);
			const found = new UseCollector(candidates);
			for (const [name, value] of await parameterValues(site, names)) for (const id of imageIdsIn(value)) found.add(id, `the parameter ${name} in ${region}`);
			return found.uses;
		}
	}
];
// src/images/retention/usage/look.ts
const LOOKS_AT_A_TIME = 8;
async function lookForUses({ accounts, candidates, skipped, signal }) {
	const all = new Set([...candidates.values()].flat());
	const looks = accounts.flatMap(({ aws, accountId, regions }) => regions.flatMap((region) => USAGE_CHECKS.filter(({ name }) => !skipped.has(name)).flatMap((check) => {
		const isEverywhere = check.name === "parameters";
		const wanted = isEverywhere ? all : new Set(candidates.get(region));
		return wanted.size === 0 ? [] : [{
			aws,
			accountId,
			region,
			check,
			isEverywhere,
			wanted
		}];
	})));
	const uses = /* @__PURE__ */ new Map();
	const failures = [];
	await inParallel(looks, LOOKS_AT_A_TIME, async ({ aws, accountId, region, check, isEverywhere, wanted }) => {
		try {
			for (const [id, user] of await check.find({
				aws,
				region,
				signal
			}, wanted)) if (!uses.has(id)) uses.set(id, accountId === void 0 ? user : `${user} of the account ${accountId}`);
		} catch (thrown) {
			failures.push(failure(check, {
				region,
				accountId,
				isEverywhere
			}, thrown));
		}
	});
	signal.throwIfAborted();
	return {
		uses,
		failures
	};
}
function failure({ name, about }, where, thrown) {
	return {
		check: name,
		about,
		...where,
		error: toBakeError(thrown)
	};
}
function unknownUse(region, failures) {
	const found = failures.find((each) => each.isEverywhere || each.region === region);
	return found === void 0 ? void 0 : `it is not known whether it is in use: ${describeFailure(found)}`;
}
function describeFailure({ about, region, accountId, error }) {
	return `${about} in ${region}${accountId === void 0 ? "" : ` of the account ${accountId}`} can't be read: ${error.message}`;
}
// src/app/texts/prune-text.ts
function pruneTable(result, ahead = "would be") {
	return {
		columns: [
			"Region",
			"Image",
			"Name",
			"Made",
			"Family",
			"What becomes of it"
		],
		rows: result.findings.toSorted(inOrder).map((finding) => {
			const { resource, madeAt, family } = finding;
			const made = madeAt === void 0 ? "" : new Date(madeAt).toISOString().slice(0, 10);
			return [
				resource.region,
				resource.id,
				resource.name ?? "",
				made,
				family,
				outcomeOf(finding, result, ahead)
			].map((cell) => printableLine(cell, false));
		})
	};
}
function inOrder(one, other) {
	const place = ({ verdict, resource: { region }, family }) => `${verdict === "keep" ? 1 : 0} ${region} ${family}`;
	const [a, b] = [place(one), place(other)];
	if (a !== b) return a < b ? -1 : 1;
	return (other.madeAt ?? 0) - (one.madeAt ?? 0) || (one.resource.id < other.resource.id ? -1 : 1);
}
const DONE = {
	deprecate: "deprecated",
	disable: "disabled",
	deregister: "deregistered",
	delete: "deleted"
};
function outcomeOf({ resource, verdict, why }, { done, left }, ahead) {
	if (verdict === "keep") return `stays: ${why}`;
	const failed = left.find(({ resource: { id } }) => id === resource.id);
	if (failed !== void 0) return `left: ${failed.error.message}`;
	return `${done.some(({ id }) => id === resource.id) ? "" : `${ahead} `}${DONE[verdict]}: ${why}`;
}
function pruneHeadline(result, dryRun) {
	const { accountId, regions, findings, done, kept, left } = result;
	const where = `in ${counted(regions.length, "region")} of the AWS account ${accountId}`;
	if (findings.length === 0) return `No images to be judged ${where}.`;
	const going = findings.filter(({ verdict }) => verdict !== "keep");
	const stays = findings.length - going.length;
	const staying = stays === 0 ? "" : ` ${counted(stays, "image")} stay${stays === 1 ? "s" : ""}.`;
	if (dryRun || result.isTooMuch) {
		const steps = told(going, "would be ");
		const nothing = going.length === 0 ? "" : dryRun ? " A dry run: nothing was changed." : " Nothing was changed.";
		const tooMuch = dryRun && result.isTooMuch ? " That is more than max-deletions: without dry-run, nothing would be done." : "";
		return `${steps === "" ? "Nothing would go" : steps} ${where}.${staying}${nothing}${tooMuch}`;
	}
	const ids = new Set(done.map(({ id }) => id));
	const steps = told(going.filter(({ resource }) => ids.has(resource.id)), "");
	const snapshots = done.filter(({ kind }) => kind === "snapshot").length;
	const deleted = snapshots === 0 ? "" : `; ${counted(snapshots, "snapshot")} deleted`;
	const stillThere = kept.length === 0 ? "" : ` ${counted(kept.length, "snapshot")} of them still in use.`;
	const notDone = left.length === 0 ? "" : ` ${left.length} could not be removed.`;
	return `${steps === "" ? "Nothing had to go" : steps} ${where}${deleted}.${stillThere}${notDone}${staying}`;
}
function told(findings, ahead) {
	const parts = [
		"deprecate",
		"disable",
		"deregister"
	].flatMap((step) => {
		const number = findings.filter(({ verdict }) => verdict === step).length;
		return number === 0 ? [] : [`${counted(number, "image")} ${ahead}${DONE[step]}`];
	});
	const orphans = findings.filter(({ verdict }) => verdict === "delete").length;
	if (orphans > 0) parts.push(`${counted(orphans, "snapshot")} of an earlier run ${ahead}deleted`);
	return parts.join(", ");
}
function pruneNotes({ kept, unknown, unread, series }) {
	return [
		...unknown.map((failure) => `${capital(describeFailure(failure))}.`),
		...unread.map(({ region, error }) => `The images in ${region} can't be read: ${error.message}.`),
		...kept.map(({ resource, why }) => `The snapshot ${resource.id} in ${resource.region} stays: ${why}.`),
		...series.length === 0 ? [] : [seriesNote(series)]
	];
}
function seriesNote(series) {
	const [longest] = series.toSorted((a, b) => b.names.length - a.names.length);
	const [first = "", second = ""] = (longest?.names ?? []).map((name) => printableLine(name, false));
	return `${series.reduce((sum, { names }) => sum + names.length, 0)} images, ${first} and ${second} among them, stay for ever: numbers in their names may be releases that all have to stay, so each image is a family of its own. Where they follow each other, give all of them one tag with the same value (in the template: tags = { Service = "app" }) and name it: family: Service, in a terminal -family=Service.`;
}
function capital(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
function pruneRecord({ resource, family, madeAt, verdict, why }) {
	const { region, kind, id, name = "" } = resource;
	return {
		region,
		kind,
		id,
		name,
		family,
		created_at: madeAt === void 0 ? "" : new Date(madeAt).toISOString(),
		verdict,
		why
	};
}
export { describeFailure as a, CHECK_NAMES as c, pruneTable as i, pruneNotes as n, lookForUses as o, pruneRecord as r, unknownUse as s, pruneHeadline as t };
