import { u as ec2Tags } from "./all-pages-DbyY6m54.js";
import { o as toBakeError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { t as isRecord } from "./is-record-DahPzVSt.js";
import { a as isDenied, n as awsCodeOf, s as isNotFound } from "./errors-Cz-Ex8Cy.js";
// src/app/cloud-access/default-region.ts
function defaultRegion(environment) {
	return environment["AWS_REGION"] || environment["AWS_DEFAULT_REGION"] || void 0;
}
// src/images/publish/claims.ts
var Claims = class {
	#holders = /* @__PURE__ */ new Map();
	claim(claim) {
		const { account, region, name, build } = claim;
		const key = JSON.stringify([
			account,
			region,
			name.replace(/^\/(?=[^/]+$)/, "")
		]);
		const holder = this.#holders.get(key) ?? claim;
		this.#holders.set(key, holder);
		if (holder.build === build) return;
		throw new BakeError(`The builds ${holder.build} and ${build} would both write the parameter ${name} in ${region}`, {
			code: "ssm-parameter-shared",
			category: "input",
			hint: remedy(holder, claim)
		});
	}
};
function remedy({ filledIn: one }, { filledIn: other }) {
	const different = ["{{ build_name }}", "{{ .BuildRegion }}"].filter((each) => one[each] !== other[each]);
	if (different.length > 0) return `Put ${different.join(" or ")} into the name (input ssm-parameter), or bake one of the builds with \`only\`.`;
	return `Nothing in a name can tell them apart: for both, {{ build_name }} is the label of the source block, ${one["{{ build_name }}"]}. Bake them in two steps, each with \`only\` and a parameter of its own, or give them source blocks of their own.`;
}
// src/images/publish/parameter-line.ts
function parseParameterLine(line) {
	const text = line.trim();
	const at = text.replace(/\{\{.*?\}\}/gs, (braces) => "_".repeat(braces.length)).indexOf("=");
	if (at === -1) return text === "" ? void 0 : {
		name: text,
		region: void 0
	};
	const name = text.slice(0, at).trim();
	const region = text.slice(at + 1).trim();
	return name !== "" && /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(region) ? {
		name,
		region
	} : void 0;
}
// src/images/publish/parameter-name.ts
const MOST_LEVELS = 15;
const LONGEST = 1011;
function problemWithName(name) {
	if (name === "") return "is empty";
	if (name.length > LONGEST) return `is ${name.length} characters long, and may be ${LONGEST}`;
	const wrong = /[^a-zA-Z0-9_.\-/]/u.exec(name)?.[0];
	if (wrong !== void 0) return `holds "${wrong}", and may hold letters, digits and _ . - /`;
	if (name.includes("/") && !name.startsWith("/")) return "has levels, and so has to begin with \"/\"";
	if (/\/\/|\/$/.test(name)) return "has an empty level";
	const levels = name.split("/").length - 1;
	if (levels > MOST_LEVELS) return `has ${levels} levels, and may have ${MOST_LEVELS}`;
	if (/^\/?(?:aws|ssm)/i.test(name)) return "begins with \"aws\" or \"ssm\", which is kept for AWS";
}
// src/images/publish/parameter-store.ts
const IMAGE_TYPE = "aws:ec2:image";
const IMAGE_ID = /^ami-[0-9a-f]{8,17}$/;
const CHECK_LIMIT_MS = 12e4;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5e3;
var ParameterStore = class {
	#lines;
	#claims = new Claims();
	constructor(lines) {
		this.#lines = lines;
	}
	async plan(site) {
		const wanted = this.#lines.map((line) => placed(line, site));
		const { build, accountId: account = "", region: own, render } = site;
		const filledIn = {
			"{{ build_name }}": render("{{ build_name }}"),
			"{{ .BuildRegion }}": own
		};
		for (const { name, region } of wanted) this.#claims.claim({
			account,
			region,
			name,
			build,
			filledIn
		});
		const unique = [...new Map(wanted.map((each) => [`${each.region} ${each.name}`, each])).values()];
		return Promise.all(unique.map((each) => looked(each, site)));
	}
	async write(planned, images, site) {
		const failure = (await Promise.allSettled(planned.map(async (parameter) => {
			const image = images.find(({ region }) => region === parameter.region);
			if (image !== void 0) await writeOne(parameter, image.id, site);
		}))).find((outcome) => outcome.status === "rejected");
		if (failure !== void 0) throw failure.reason;
	}
};
function placed(line, { region: own, regions, build, render }) {
	const region = line.region ?? own;
	if (!regions.includes(region)) throw invalid(`can not be written in ${region}: the build ${build} ${regions.length === 0 ? "makes none" : `makes its images in ${regions.join(", ")}`}`, line.name, line.region === void 0 ? "Name the region: name=region." : "Add the region to ami_regions, or name another.");
	let name;
	try {
		name = render(line.name);
	} catch (thrown) {
		throw invalid(`can not be filled in: ${toBakeError(thrown).message}`, line.name, "It takes what ami_description takes: {{ .SourceAMI }}, {{ .BuildRegion }}, {{ build_name }}, {{ timestamp }} and the like.");
	}
	const problem = problemWithName(name);
	if (problem === void 0) return {
		name,
		region
	};
	throw invalid(problem, name, "Take a name such as /images/app.");
}
function invalid(problem, name, hint) {
	return new BakeError(`The parameter "${name}" (input ssm-parameter) ${problem}`, {
		code: "ssm-parameter-invalid",
		category: "input",
		hint
	});
}
async function looked({ name, region }, { aws, signal, note, warn }) {
	const ssm = await aws.ssm(region);
	try {
		const { Parameter } = await ssm.getParameter({ Name: name }, signal);
		if (Parameter?.Type !== void 0 && Parameter.Type !== "String") throw invalid(`is a ${Parameter.Type} in ${region} already, and the type of a parameter can not be changed`, name, "Delete it there, or take another name.");
		if (Parameter?.Value !== void 0 && !IMAGE_ID.test(Parameter.Value)) warn(`The parameter ${name} in ${region} holds something that is not the id of an image, and the id of the image replaces it (its version ${Parameter.Version} keeps it): is it the right name?`);
		return {
			name,
			region,
			value: Parameter?.DataType === IMAGE_TYPE ? Parameter.Value : void 0
		};
	} catch (thrown) {
		if (isNotFound(thrown)) return {
			name,
			region,
			value: void 0
		};
		if (!isDenied(thrown)) throw thrown;
		note(`What the parameter ${name} in ${region} holds can not be seen, because ssm:GetParameter is not allowed: it is written without a look, and nobody waits until it can be read`);
		return {
			name,
			region,
			value: void 0
		};
	}
}
async function writeOne({ name, region, value }, imageId, site) {
	const { note } = site;
	if (value === imageId) {
		note(`The parameter ${name} in ${region} holds ${imageId} already`);
		return;
	}
	const version = await put({
		name,
		region
	}, imageId, site);
	if (await isReadable({
		name,
		region
	}, imageId, version, site)) note(`The parameter ${name} in ${region} is ${imageId} now (version ${version})`);
}
async function put({ name, region }, imageId, site) {
	const { aws, signal, tags, note } = site;
	const ssm = await aws.ssm(region);
	const request = {
		Name: name,
		Value: imageId,
		Type: "String",
		DataType: IMAGE_TYPE
	};
	const Tags = ec2Tags(tags).map(({ Key = "", Value = "" }) => ({
		Key,
		Value
	}));
	try {
		return (await ssm.putParameter({
			...request,
			Tags
		}, signal)).Version ?? 0;
	} catch (thrown) {
		if (awsCodeOf(thrown) !== "ParameterAlreadyExists" && !isDenied(thrown)) throw thrown;
		if (isDenied(thrown)) {
			const made = await ssm.putParameter({
				...request,
				Overwrite: true
			}, signal);
			note(`The parameter ${name} in ${region} has no tags of ours, because ssm:AddTagsToResource is not allowed`);
			return made.Version ?? 0;
		}
	}
	const { Version = 0 } = await ssm.putParameter({
		...request,
		Overwrite: true
	}, signal);
	try {
		await ssm.addTagsToResource({
			ResourceType: "Parameter",
			ResourceId: name,
			Tags
		}, signal);
	} catch (thrown) {
		if (!isDenied(thrown)) throw thrown;
		note(`The parameter ${name} in ${region} has no tags of ours, because ssm:AddTagsToResource is not allowed`);
	}
	return Version;
}
async function isReadable({ name, region }, imageId, version, { aws, clock, signal }) {
	const ssm = await aws.ssm(region);
	const end = clock.monotonic() + CHECK_LIMIT_MS;
	for (let pause = FIRST_PAUSE_MS;; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
		try {
			const { Parameter } = await ssm.getParameter({ Name: name }, signal);
			if (Parameter?.Value === imageId || (Parameter?.Version ?? 0) > version) return true;
		} catch (thrown) {
			if (isDenied(thrown)) return false;
			if (!isNotFound(thrown)) throw thrown;
		}
		if (clock.monotonic() >= end) throw notTaken({
			name,
			region
		}, imageId);
		await clock.sleep(pause, signal);
	}
}
function notTaken({ name, region }, imageId) {
	return new BakeError(`Systems Manager took ${imageId} for the parameter ${name} in ${region}, and it can not be read after ${CHECK_LIMIT_MS / 1e3} seconds`, {
		code: "ssm-parameter-not-validated",
		category: "cloud",
		hint: `Parameters of the data type ${IMAGE_TYPE} are checked against EC2 first, with the caller's permission ec2:DescribeImages; an event of Parameter Store in EventBridge says why one was refused. The image exists and is of use.`
	});
}
// src/app/run/ssm-parameters.ts
function readParameters(lines, wrong) {
	return lines.map((line) => {
		const parsed = parseParameterLine(line);
		if (parsed !== void 0) return parsed;
		throw wrong(`holds "${line}"`, "Write one name or name=region per line, for example /images/app or /images/app=eu-west-1.");
	});
}
function parametersOfRun(lines, builds, region) {
	if (lines.length === 0) return void 0;
	const claims = new Claims();
	for (const planned of builds) {
		const options = isRecord(planned.builder.decoded.options) ? planned.builder.decoded.options : {};
		if (options["skip_create_ami"] === true) continue;
		const account = JSON.stringify([
			"access_key",
			"profile",
			"assume_role"
		].map((name) => options[name] ?? null));
		const own = typeof options["region"] === "string" && options["region"] !== "" ? options["region"] : region;
		const filledIn = {
			"{{ build_name }}": withoutData(planned, "{{ build_name }}"),
			"{{ .BuildRegion }}": own
		};
		for (const line of lines) {
			const name = withoutData(planned, line.name);
			if (name === void 0) continue;
			claims.claim({
				account,
				region: line.region ?? own ?? "",
				name,
				build: planned.name,
				filledIn
			});
		}
	}
	return new ParameterStore(lines);
}
function withoutData({ render }, text) {
	try {
		return render(text, {});
	} catch {
		return;
	}
}
export { readParameters as n, defaultRegion as r, parametersOfRun as t };
