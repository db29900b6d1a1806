import { i as __toESM } from "./rolldown-runtime-BVN1G_yT.js";
import { n as localCloudEnvironment } from "./local-cloud-handle-Cf04HMCY.js";
import { t as tellMetadataRole } from "./metadata-role-BeeLn6WA.js";
import { n as withDeadline, t as orAborted } from "./deadline-BStsF6u5.js";
import { c as errorMessage, o as toBakeError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { t as isRecord } from "./is-record-DahPzVSt.js";
import { t as require_lib } from "./lib-B3OFSjJV.js";
import { r as makeEd25519KeyPair } from "./ssh-keys-DDzqGrJg.js";
import { i as PayloadType, o as writeAgentMessage, r as MalformedFrame, t as Flag } from "./agent-message-DDO4RNET.js";
import { i as frameSender, n as jsonPayload, t as MessageStream } from "./message-stream-Dhb4C345.js";
import { t as systemClock } from "./clock-Di85Azey.js";
import { t as randomIds } from "./ids-DfFYDptU.js";
import { n as shellWord } from "./posix-shell-DMV6XIRl.js";
import { t as require_dist } from "./dist-DpAnlEql.js";
import { r as parseDuration } from "./duration-Bo3QJcs-.js";
import { a as flagList, c as flagText, i as flagChoice, n as UsageError, o as flagNumber, s as flagOn, t as EXIT, u as refusePositionals } from "./command-TwrA_UT7.js";
import { closeSync, existsSync, openSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Socket, connect as connect$1, createServer, isIPv4, isIPv6 } from "node:net";
import { createServer as createServer$1 } from "node:http";
import { finished } from "node:stream";
import { once } from "node:events";
import { gunzipSync } from "node:zlib";
import { createHash, createPrivateKey, generateKeyPairSync, timingSafeEqual } from "node:crypto";
import { chmod, chown, copyFile, cp, lstat, mkdir, mkdtemp, readFile, readdir, realpath, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { execFile, spawn } from "node:child_process";
// src/local-cloud/permissions/demands.ts
const MADE = {
	RunInstances: [
		"instance",
		"volume",
		"network-interface"
	],
	CreateFleet: ["fleet"],
	CreateLaunchTemplate: ["launch-template"],
	CreateImage: ["image", "snapshot"],
	CopyImage: ["image", "snapshot"],
	CreateKeyPair: ["key-pair"],
	ImportKeyPair: ["key-pair"],
	CreateSecurityGroup: ["security-group"]
};
function demandsOf(call, place) {
	const common = [
		["aws:requestedregion", [place.region.name]],
		["aws:tagkeys", tagKeysOf(call)],
		...requestTagsOf(call)
	];
	const own = `${call.service}:${call.action}`;
	const demand = (action, resource, more = []) => ({
		action,
		resource,
		context: new Map([...common, ...more])
	});
	if (call.service === "iam") {
		const [kind, tag] = call.parameters["InstanceProfileName"] === void 0 ? ["role", "TagRole"] : PROFILE;
		const name = call.parameters["InstanceProfileName"] ?? call.parameters["RoleName"] ?? "*";
		const arn = `arn:aws:iam::${place.cloud.accountId}:${kind}/${name}`;
		const isTagged = call.parameters["Tags.member.1.Key"] !== void 0;
		const passed = call.action === "AddRoleToInstanceProfile" ? call.parameters["RoleName"] : void 0;
		return [
			demand(own, arn),
			...isTagged ? [demand(`iam:${tag}`, arn)] : [],
			...passed === void 0 ? [] : [demand("iam:PassRole", roleArn(place, passed))]
		];
	}
	if (call.service === "kms") {
		const key = keyOf(call, place);
		if (key === void 0) return [demand(own, "*")];
		return [demand(own, key.arn, [["kms:resourcealiases", place.region.keys.aliasesOf(key)]])];
	}
	if (call.service === "secretsmanager") return [demand(own, secretOf(call, place))];
	if (call.service === "sts") return [demand(own, call.parameters["RoleArn"] ?? "*")];
	if (call.service === "ssm") {
		if (SESSION_ACTIONS.test(call.action)) return sessionResources(call, place).map(({ arn, tags }) => demand(own, arn, ssmTagKeys(tags)));
		const arns = parametersOf(call, place);
		const { Tags: tags } = bodyOf(call);
		const isTagged = call.action === "PutParameter" && Array.isArray(tags) && tags.length > 0;
		return [...arns.map((arn) => demand(own, arn)), ...isTagged ? arns.map((arn) => demand("ssm:AddTagsToResource", arn)) : []];
	}
	if (call.service !== "ec2") return [demand(own, "*")];
	const named = namedResources(call, place);
	const ownDemands = [...(MADE[call.action] ?? []).map((kind) => ({
		kind,
		arn: ec2Arn(place, kind, "*"),
		tags: void 0
	})), ...named].map(({ arn, tags }) => demand(own, arn, tagKeys(tags)));
	return [
		...ownDemands.length === 0 ? [demand(own, "*")] : ownDemands,
		...call.action === "CreateFleet" ? [demand("ec2:RunInstances", ec2Arn(place, "instance", "*"))] : [],
		...taggedKinds(call).map((kind) => demand("ec2:CreateTags", ec2Arn(place, kind, "*"), [["ec2:createaction", [call.action]]])),
		...profilesOf(call, place).map((profile) => demand("iam:PassRole", roleArn(place, place.cloud.iam.profiles.get(profile)?.role ?? profile), [["iam:passedtoservice", ["ec2.amazonaws.com"]]]))
	];
}
function bodyOf({ parameters }) {
	try {
		const body = JSON.parse(parameters["body"] ?? "");
		return isRecord(body) ? body : {};
	} catch {
		return {};
	}
}
function textIn(call, ...names) {
	const body = bodyOf(call);
	return names.map((name) => body[name]).find((value) => typeof value === "string");
}
function secretOf(call, { cloud, region }) {
	const given = textIn(call, "SecretId", "Name");
	if (given === void 0) return "*";
	return [...region.secrets.values()].find(({ name, arn }) => name === given || arn === given || arn.slice(0, -7) === given)?.arn ?? `arn:aws:secretsmanager:${region.name}:${cloud.accountId}:secret:${given}-??????`;
}
function parametersOf(call, { cloud, region }) {
	const { action } = call;
	const { Name, Names, ResourceId } = bodyOf(call);
	const arns = (action === "DescribeParameters" ? [] : [
		Name,
		ResourceId,
		...Array.isArray(Names) ? Names : []
	]).filter((name) => typeof name === "string").map((name) => name.replace(/:\d+$/, "")).map((name) => name.startsWith("arn:") ? name : `arn:aws:ssm:${region.name}:${name.startsWith("/aws/") ? "" : cloud.accountId}:parameter/${name.replace(/^\//, "")}`);
	return arns.length === 0 ? ["*"] : arns;
}
function keyOf(call, { region }) {
	const identifier = textIn(call, "KeyId", "TargetKeyId");
	return identifier === void 0 ? void 0 : region.keys.find(identifier);
}
const SESSION_ACTIONS = /Session$|^DescribeInstanceInformation$/;
function sessionResources(call, place) {
	const { action } = call;
	const given = (name) => textIn(call, name);
	const { region, cloud } = place;
	if (action === "StartSession") {
		const target = given("Target") ?? "*";
		const document = given("DocumentName") ?? "SSM-SessionManagerRunShell";
		return [{
			arn: ec2Arn(place, "instance", target),
			tags: region.instances.get(target)?.tags
		}, {
			arn: `arn:aws:ssm:${region.name}::document/${document}`,
			tags: void 0
		}];
	}
	const session = action === "ResumeSession" || action === "TerminateSession" ? given("SessionId") : void 0;
	if (session === void 0) return [{
		arn: "*",
		tags: void 0
	}];
	return [{
		arn: `arn:aws:ssm:${region.name}:${cloud.accountId}:session/${session}`,
		tags: void 0
	}];
}
function ssmTagKeys(tags) {
	return [...tags ?? []].flatMap(([key, value]) => ["aws", "ssm"].map((prefix) => [`${prefix}:resourcetag/${key.toLowerCase()}`, [value]]));
}
const PROFILE = ["instance-profile", "TagInstanceProfile"];
function namedResources({ action, parameters }, place) {
	if (action.startsWith("Describe")) return [];
	const { region } = place;
	const names = Object.entries(parameters).flatMap(([name, value]) => {
		if (/^(SourceImageId|VpcId)$/.test(name) || SAYS_NOTHING.test(name)) return [];
		if (name === "KeyName" && MADE[action]?.includes("key-pair") !== true) {
			const pair = region.keyPairs.all().find((each) => each.name === value);
			return [{
				arn: ec2Arn(place, "key-pair", value),
				tags: pair?.tags
			}];
		}
		if (name === "LaunchTemplateName" && action !== "CreateLaunchTemplate") {
			const template = region.launchTemplates.all().find((each) => each.name === value);
			return [{
				arn: ec2Arn(place, "launch-template", template?.id ?? value),
				tags: template?.tags
			}];
		}
		const [, prefix = ""] = /^([a-z]+)-[0-9a-f]{8,17}$/.exec(value) ?? [];
		const found = tableOf(region, prefix);
		return found === void 0 ? [] : [{
			arn: ec2Arn(place, found.kind, value),
			tags: found.table.get(value)?.tags
		}];
	});
	return [...new Map(names.map((named) => [named.arn, named])).values()];
}
const SAYS_NOTHING = /(^|\.)(Tag\.\d+\.(Key|Value)|Description|ClientToken|Name)$|^LaunchTemplateData\./;
function tableOf(region, prefix) {
	const tables = {
		i: ["instance", region.instances],
		ami: ["image", region.images],
		snap: ["snapshot", region.snapshots],
		vol: ["volume", region.volumes],
		sg: ["security-group", region.securityGroups],
		subnet: ["subnet", region.subnets],
		key: ["key-pair", region.keyPairs],
		lt: ["launch-template", region.launchTemplates],
		eni: ["network-interface", region.interfaces]
	};
	const found = Object.hasOwn(tables, prefix) ? tables[prefix] : void 0;
	return found === void 0 ? void 0 : {
		kind: found[0],
		table: found[1]
	};
}
function taggedKinds({ action, parameters }) {
	if (action === "CreateTags") return [];
	return Object.entries(parameters).flatMap(([name, kind]) => {
		const [, index] = /^TagSpecification\.(\d+)\.ResourceType$/.exec(name) ?? [];
		return index !== void 0 && parameters[`TagSpecification.${index}.Tag.1.Key`] !== void 0 ? [kind] : [];
	});
}
function profilesOf({ action, parameters }, { region }) {
	const templates = action === "CreateFleet" ? Object.values(parameters).map((id) => region.launchTemplates.get(id)) : [];
	return [...(action === "RunInstances" ? [parameters] : []).flatMap((launch) => [launch["IamInstanceProfile.Name"], launch["IamInstanceProfile.Arn"]]), ...templates.flatMap((template) => [template?.versions.at(-1)?.data.IamInstanceProfile?.Name, template?.versions.at(-1)?.data.IamInstanceProfile?.Arn])].flatMap((name) => name === void 0 ? [] : [name.replace(/^.*\//, "")]);
}
function tagKeysOf({ parameters }) {
	return Object.entries(parameters).flatMap(([name, key]) => /(^|\.)Tags?\.(member\.)?\d+\.Key$/.test(name) ? [key] : []);
}
function requestTagsOf({ parameters }) {
	return Object.entries(parameters).flatMap(([name, key]) => {
		const [, tag] = /^((?:.+\.)?Tags?\.(?:member\.)?\d+)\.Key$/.exec(name) ?? [];
		return tag === void 0 ? [] : [[`aws:requesttag/${key.toLowerCase()}`, [parameters[`${tag}.Value`] ?? ""]]];
	});
}
function tagKeys(tags) {
	return [...tags ?? []].flatMap(([key, value]) => ["aws", "ec2"].map((prefix) => [`${prefix}:resourcetag/${key.toLowerCase()}`, [value]]));
}
function ec2Arn({ cloud, region }, kind, id) {
	const account = kind === "image" || kind === "snapshot" ? "" : cloud.accountId;
	return `arn:aws:ec2:${region.name}:${account}:${kind}/${id}`;
}
function roleArn({ cloud }, name) {
	return `arn:aws:iam::${cloud.accountId}:role/${name}`;
}
// src/local-cloud/protocol/cloud-error.ts
var CloudError = class extends Error {
	name = "CloudError";
	code;
	status;
	constructor(code, message, status = 400) {
		super(message);
		this.code = code;
		this.status = status;
	}
};
function invalidValue(value, parameter, remark) {
	return new CloudError("InvalidParameterValue", `Value (${value}) for parameter ${parameter} is invalid. ${remark}`);
}
function invalidCombination(message) {
	return new CloudError("InvalidParameterCombination", message);
}
function missingParameter(name) {
	return new CloudError("MissingParameter", `The request must contain the parameter ${name}`);
}
// src/local-cloud/actions/policy-document.ts
const VERSIONS = ["2012-10-17", "2008-10-17"];
function checkPolicy(document, kind) {
	const policy = parsed(document);
	if (!isRecord(policy)) throw malformed("Syntax errors in policy.");
	const { Version: version, Statement: statement } = policy;
	if (version !== void 0 && !VERSIONS.some((known) => known === version)) throw malformed("The policy must contain a valid version string.");
	const statements = [statement].flat().filter((each) => each !== void 0);
	if (statements.length === 0) throw malformed("Syntax errors in policy.");
	for (const each of statements) checkStatement(each, kind);
}
function checkStatement(statement, kind) {
	if (!isRecord(statement)) throw malformed("Syntax errors in policy.");
	const { Effect: effect } = statement;
	if (effect !== "Allow" && effect !== "Deny") throw malformed("Syntax errors in policy.");
	if (!isGiven(statement["Action"]) && !isGiven(statement["NotAction"])) throw malformed("Policy statement must contain actions.");
	if (kind === "trust") {
		if (statement["Resource"] !== void 0) throw malformed("Has prohibited field Resource");
		if (statement["Principal"] === void 0) throw malformed("Missing required field Principal");
		return;
	}
	if (statement["Principal"] !== void 0) throw malformed("Policy document should not specify a principal.");
	if (!isGiven(statement["Resource"]) && !isGiven(statement["NotResource"])) throw malformed("Policy statement must contain resources.");
	for (const action of [statement["Action"]].flat()) if (typeof action === "string" && action !== "*" && !/^[\w-]+:[\w*?]+$/.test(action)) throw malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
}
function isGiven(value) {
	return typeof value === "string" && value !== "" || Array.isArray(value) && value.length > 0;
}
function parsed(document) {
	try {
		return JSON.parse(document);
	} catch {
		throw malformed("This policy contains invalid Json");
	}
}
function malformed(message) {
	return new CloudError("MalformedPolicyDocument", message);
}
// src/local-cloud/wildcards.ts
const ANY_ONE = Symbol("?");
const ANY = Symbol("*");
function readWildcards(pattern) {
	return (pattern.match(/\\?[\s\S]/gu) ?? []).map((token) => {
		if (token === "*") return ANY;
		if (token === "?") return ANY_ONE;
		return token.length > 1 && token.startsWith("\\") ? token.slice(1) : token;
	});
}
function matchesWildcards(pattern, text) {
	const characters = Array.from(text);
	let position = 0;
	let index = 0;
	let star;
	while (index < characters.length) {
		const token = pattern[position];
		if (token === ANY) {
			star = {
				position,
				index
			};
			position += 1;
		} else if (token !== void 0 && (token === ANY_ONE || token === characters[index])) {
			position += 1;
			index += 1;
		} else if (star !== void 0) {
			star.index += 1;
			index = star.index;
			position = star.position + 1;
		} else return false;
	}
	return pattern.slice(position).every((token) => token === ANY);
}
// src/local-cloud/permissions/conditions.ts
const OPERATORS = {
	StringEquals: { test: (actual, wanted) => actual === wanted },
	StringNotEquals: {
		test: (actual, wanted) => actual === wanted,
		negated: true
	},
	StringEqualsIgnoreCase: { test: isSameButCase },
	StringNotEqualsIgnoreCase: {
		test: isSameButCase,
		negated: true
	},
	StringLike: { test: isLike },
	StringNotLike: {
		test: isLike,
		negated: true
	},
	ArnEquals: { test: isLike },
	ArnLike: { test: isLike },
	ArnNotEquals: {
		test: isLike,
		negated: true
	},
	ArnNotLike: {
		test: isLike,
		negated: true
	},
	Bool: { test: isSameButCase }
};
function isSameButCase(actual, wanted) {
	return actual.toLowerCase() === wanted.toLowerCase();
}
function isLike(actual, pattern) {
	return matchesWildcards(readWildcards(pattern), actual);
}
function conditionsHold(conditions, context) {
	if (!isRecord(conditions)) return true;
	return Object.entries(conditions).every(([operator, keys]) => Object.entries(isRecord(keys) ? keys : {}).every(([key, wanted]) => holds(operator, context.get(key.toLowerCase()) ?? [], listOf$1(wanted))));
}
function holds(written, actual, wanted) {
	const [, quantifier = "", operator = "", ifExists = ""] = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
	if (operator === "Null") return wanted.includes(String(actual.length === 0));
	const known = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : void 0;
	if (known === void 0) throw new CloudError("MalformedPolicyDocument", `The local cloud does not know the condition operator ${written}.`);
	if (actual.length === 0 && quantifier !== "") return ifExists !== "" || quantifier === "ForAllValues";
	if (actual.length === 0) return ifExists !== "" || known.negated === true;
	const one = (value) => wanted.some((each) => known.test(value, each)) !== (known.negated ?? false);
	return quantifier === "ForAllValues" ? actual.every(one) : actual.some(one);
}
function listOf$1(value) {
	return [value].flat().filter((each) => each !== void 0).map(String);
}
// src/local-cloud/permissions/policy.ts
function judgeOf(document) {
	if (document === void 0) return () => true;
	checkPolicy(document, "permissions");
	const policy = JSON.parse(document);
	const statements = (isRecord(policy) ? [policy["Statement"]].flat() : []).filter(isRecord);
	for (const { Condition: conditions } of statements) conditionsHold(conditions, /* @__PURE__ */ new Map());
	return (demand) => {
		if (demand.action === "sts:GetCallerIdentity") return true;
		const effects = statements.filter((statement) => isAbout(statement, demand)).map(({ Effect: effect }) => effect);
		return effects.includes("Allow") && !effects.includes("Deny");
	};
}
function isAbout(statement, { action, resource, context }) {
	const { Action: actions, NotAction: otherActions, Resource: resources, NotResource: otherResources, Condition: conditions } = statement;
	const isAction = (pattern) => isLike(action.toLowerCase(), pattern.toLowerCase());
	const isResource = (pattern) => isLike(resource, pattern);
	return (actions === void 0 ? !listOf$1(otherActions).some(isAction) : listOf$1(actions).some(isAction)) && (resources === void 0 ? !listOf$1(otherResources).some(isResource) : listOf$1(resources).some(isResource)) && conditionsHold(conditions, context);
}
// src/local-cloud/protocol/http.ts
const BROKEN_CONNECTION = "broken-connection";
// src/local-cloud/protocol/signature.ts
function credentialScope(headers, query) {
	const header = /^AWS4-HMAC-SHA256\s.*Credential=([^\s,]+).*Signature=[0-9a-f]+/i.exec(headers["authorization"] ?? "");
	const presigned = query.has("X-Amz-Signature") ? query.get("X-Amz-Credential") : void 0;
	const [accessKeyId, , region, service, terminator] = (header?.[1] ?? presigned)?.split("/") ?? [];
	if (accessKeyId === void 0 || region === void 0 || service === void 0 || terminator !== "aws4_request") return;
	return {
		accessKeyId,
		region,
		service
	};
}
// src/local-cloud/protocol/xml.ts
function writeXml(fields, elementName) {
	return Object.entries(fields).map(([name, value]) => writeElement(name, value, elementName)).join("");
}
function writeElement(name, value, elementName) {
	if (value === void 0) return "";
	const content = writeContent(value, elementName);
	return content === "" ? `<${name}/>` : `<${name}>${content}</${name}>`;
}
function writeContent(value, elementName) {
	if (value instanceof Date) return value.toISOString();
	if (isList$1(value)) return value.map((element) => writeElement(elementName, element, elementName)).join("");
	return typeof value === "object" ? writeXml(value, elementName) : escapeXml(String(value));
}
function isList$1(value) {
	return Array.isArray(value);
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"	": "	",
	"\n": "\n",
	"\r": "&#13;"
};
function escapeXml(value) {
	return Buffer.from(value, "utf8").toString("utf8").replace(/[&<>"]|\p{Cc}/gu, (character) => ENTITIES[character] ?? (character < " " ? "" : character));
}
// src/local-cloud/protocol/wire-format.ts
const XML_DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const ec2Format = {
	success: (action, result, requestId) => xmlResponse(200, `<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">${writeXml({
		requestId,
		...result
	}, "item")}</${action}Response>`, requestId),
	failure: ({ code, message, status }, requestId) => xmlResponse(status, writeXml({ Response: {
		Errors: { Error: {
			Code: code,
			Message: message
		} },
		RequestID: requestId
	} }, "item"), requestId)
};
function queryFormat(namespace) {
	return {
		success: (action, result, requestId) => xmlResponse(200, `<${action}Response xmlns="${namespace}">${writeXml({
			[`${action}Result`]: result,
			ResponseMetadata: { RequestId: requestId }
		}, "member")}</${action}Response>`, requestId),
		failure: ({ code, message, status }, requestId) => xmlResponse(status, `<ErrorResponse xmlns="${namespace}">${writeXml({
			Error: {
				Type: status < 500 ? "Sender" : "Receiver",
				Code: code,
				Message: message
			},
			RequestId: requestId
		}, "member")}</ErrorResponse>`, requestId)
	};
}
function xmlResponse(status, xml, requestId) {
	return {
		status,
		headers: {
			"content-type": "text/xml;charset=UTF-8",
			"x-amzn-requestid": requestId
		},
		body: XML_DECLARATION + xml
	};
}
function jsonSuccess(result, requestId) {
	return jsonResponse(200, result, requestId);
}
function jsonFailure({ code, message, status }, requestId) {
	return jsonResponse(status, {
		__type: code,
		message
	}, requestId);
}
function jsonResponse(status, value, requestId) {
	return {
		status,
		headers: {
			"content-type": "application/x-amz-json-1.1",
			"x-amzn-requestid": requestId
		},
		body: JSON.stringify(value)
	};
}
// src/local-cloud/protocol/parameters.ts
const MOST_PARTS = 30;
function parameterTree(parameters) {
	const root = {
		value: void 0,
		children: /* @__PURE__ */ new Map()
	};
	for (const [name, value] of parameters) {
		let node = root;
		const parts = name.split(".", 31);
		if (parts.length > MOST_PARTS) throw unknownParameter(`${name.slice(0, 100)}…`);
		for (const part of parts) {
			let child = node.children.get(part);
			if (child === void 0) {
				child = {
					value: void 0,
					children: /* @__PURE__ */ new Map()
				};
				node.children.set(part, child);
			}
			node = child;
		}
		node.value = value;
	}
	return root;
}
function readFields(fields, node, path = "") {
	for (const name of node.children.keys()) if (!Object.hasOwn(fields, name)) throw unknownParameter(path + name);
	const values = {};
	for (const [name, kind] of Object.entries(fields)) values[name] = kind.read(node.children.get(name), path + name);
	return values;
}
function unknownParameter(path) {
	return new CloudError("UnknownParameter", `The parameter ${path} is not recognized`);
}
function leaf(node, path) {
	const [part] = node?.children.keys() ?? [];
	if (part !== void 0) throw unknownParameter(`${path}.${part}`);
	return node?.value;
}
const text$1 = { read: leaf };
const identifier = { read: (node, path) => leaf(node, path) || void 0 };
const integer = { read: (node, path) => {
	const value = leaf(node, path);
	if (value === void 0) return void 0;
	if (!/^-?\d{1,15}$/.test(value)) throw invalidValue(value, path, "Expected an integer.");
	return Number(value);
} };
const flag = { read: (node, path) => {
	const value = leaf(node, path)?.toLowerCase();
	if (value === void 0) return void 0;
	if (value !== "true" && value !== "false") throw invalidValue(value, path, "Expected 'true' or 'false'.");
	return value === "true";
} };
const timestamp = { read: (node, path) => {
	const value = leaf(node, path);
	if (value === void 0) return void 0;
	const moment = Date.parse(value);
	if (Number.isNaN(moment)) throw invalidValue(value, path, "Expected a timestamp in ISO 8601 format.");
	return moment;
} };
function oneOf(...allowed) {
	return { read: (node, path) => {
		const value = leaf(node, path);
		if (value === void 0) return void 0;
		const found = allowed.find((candidate) => candidate === value);
		if (found === void 0) throw invalidValue(value, path, `Valid values: ${allowed.join(", ")}.`);
		return found;
	} };
}
function listOf(element) {
	return { read: (node, path) => {
		const values = [];
		for (const [index, child] of orderedElements(node, path)) {
			const value = element.read(child, `${path}.${index}`);
			if (isPresent(value)) values.push(value);
		}
		return values;
	} };
}
function membersOf(element) {
	const list = listOf(element);
	return { read: (node, path) => {
		const stray = [...node?.children.keys() ?? []].find((name) => name !== "member");
		if (stray !== void 0) throw unknownParameter(`${path}.${stray}`);
		return list.read(node?.children.get("member"), `${path}.member`);
	} };
}
function isPresent(value) {
	return value !== void 0;
}
function orderedElements(node, path) {
	const elements = [...node?.children ?? []];
	const stray = elements.find(([index]) => !/^\d{1,6}$/.test(index));
	if (stray !== void 0) throw unknownParameter(`${path}.${stray[0]}`);
	return elements.sort(([a], [b]) => Number(a) - Number(b));
}
function structure(fields) {
	return { read: (node, path) => node === void 0 ? void 0 : readFields(fields, node, `${path}.`) };
}
function required(kind) {
	return { read: (node, path) => {
		const value = kind.read(node, path);
		if (!isPresent(value) || Array.isArray(value) && value.length === 0) throw missingParameter(path);
		return value;
	} };
}
const accepted = { read: () => void 0 };
// src/local-cloud/action.ts
function ec2Action(definition) {
	return {
		name: definition.name,
		prepare: (parameters) => {
			const dryRun = readDryRun(parameters);
			const input = readFields(definition.parameters, parameters);
			return {
				dryRun,
				check: (context) => definition.check?.(context, input),
				run: (context) => definition.run(context, input)
			};
		}
	};
}
function readDryRun(parameters) {
	const dryRun = flag.read(parameters.children.get("DryRun"), "DryRun") ?? false;
	parameters.children.delete("DryRun");
	return dryRun;
}
function queryAction(definition) {
	return {
		name: definition.name,
		prepare: (parameters) => {
			const input = readFields(definition.parameters, parameters);
			return {
				dryRun: false,
				check: () => void 0,
				run: (context) => definition.run(context, input)
			};
		}
	};
}
// src/local-cloud/launch-template-versions.ts
function versionOf(template, named) {
	const latest = template.versions.at(-1)?.number ?? 0;
	const wanted = named === void 0 || named === "$Default" ? template.defaultVersion : named;
	const number = wanted === "$Latest" ? latest : Number(wanted);
	const found = template.versions.find((version) => version.number === number);
	if (found !== void 0) return found;
	throw new CloudError("InvalidLaunchTemplateId.VersionNotFound", `Could not find the specified version ${named} for the launch template with ID ${template.id}.`);
}
// src/local-cloud/paging.ts
const pagingParameters = {
	MaxResults: integer,
	NextToken: text$1
};
function pageOf$1({ cloud }, items, input, { ids, set, least = 5, most = 1e3 }) {
	const { MaxResults: wanted, NextToken: token } = input;
	if (wanted !== void 0 && ids.length > 0) throw invalidCombination(`The parameter ${set} cannot be used with the parameter maxResults`);
	if (wanted !== void 0 && wanted < least) throw invalidValue(wanted, "maxResults", `Expecting a value greater than ${least}.`);
	if (wanted !== void 0 && wanted > most) throw invalidValue(wanted, "maxResults", `Expecting a value less than or equal to ${most}.`);
	const start = token === void 0 ? 0 : readToken(token);
	const limit = ids.length > 0 ? void 0 : cloud.limits.pageSize;
	const end = start + Math.min(wanted ?? Number.POSITIVE_INFINITY, limit ?? Number.POSITIVE_INFINITY);
	return {
		items: items.slice(start, end),
		nextToken: end < items.length ? writeToken(end) : void 0
	};
}
function writeToken(offset) {
	return Buffer.from(`bake-ami page ${offset}`).toString("base64");
}
function readToken(token) {
	const [, offset] = /^bake-ami page (\d{1,9})$/.exec(Buffer.from(token, "base64").toString("utf8")) ?? [];
	if (offset === void 0) throw new CloudError("InvalidNextToken", `The token '${token}' is invalid`);
	return Number(offset);
}
function cutPage(all, token, size, invalid) {
	if (token !== void 0 && !/^\d{1,9}$/.test(token)) throw invalid;
	const start = Number(token ?? "0");
	const end = start + size;
	return {
		items: all.slice(start, end),
		next: end < all.length ? String(end) : void 0
	};
}
// src/local-cloud/resource-lookup.ts
const quoted = (ids) => `'${ids.join(", ")}'`;
const WORDS = {
	image: {
		prefix: "ami",
		malformedCode: "InvalidAMIID.Malformed",
		notFoundCode: "InvalidAMIID.NotFound",
		notFound: (ids) => `The image id${ids.length > 1 ? "s" : ""} '[${ids.join(", ")}]' ${doNotExist(ids)}`
	},
	instance: {
		prefix: "i",
		malformedCode: "InvalidInstanceID.Malformed",
		notFoundCode: "InvalidInstanceID.NotFound",
		notFound: (ids) => `The instance ID${ids.length > 1 ? "s" : ""} ${quoted(ids)} ${doNotExist(ids)}`
	},
	volume: {
		prefix: "vol",
		malformedCode: "InvalidVolumeID.Malformed",
		notFoundCode: "InvalidVolume.NotFound",
		notFound: (ids) => `The volume ${quoted(ids)} ${doNotExist(ids)}.`
	},
	snapshot: {
		prefix: "snap",
		malformedCode: "InvalidSnapshotID.Malformed",
		notFoundCode: "InvalidSnapshot.NotFound",
		notFound: (ids) => `The snapshot ${quoted(ids)} ${doNotExist(ids)}.`
	},
	securityGroup: {
		prefix: "sg",
		malformedCode: "InvalidGroupId.Malformed",
		notFoundCode: "InvalidGroup.NotFound",
		notFound: (ids) => `The security group ${quoted(ids)} ${doNotExist(ids)}`
	},
	vpc: {
		prefix: "vpc",
		malformedCode: "InvalidVpcID.Malformed",
		notFoundCode: "InvalidVpcID.NotFound",
		notFound: (ids) => `The vpc ID ${quoted(ids)} ${doNotExist(ids)}`
	},
	subnet: {
		prefix: "subnet",
		malformedCode: "InvalidSubnetID.Malformed",
		notFoundCode: "InvalidSubnetID.NotFound",
		notFound: (ids) => `The subnet ID ${quoted(ids)} ${doNotExist(ids)}`
	},
	interface: {
		prefix: "eni",
		malformedCode: "InvalidNetworkInterfaceId.Malformed",
		notFoundCode: "InvalidNetworkInterfaceID.NotFound",
		notFound: (ids) => `The networkInterface ID ${quoted(ids)} ${doNotExist(ids)}`
	},
	spotRequest: {
		prefix: "sir",
		malformedCode: "InvalidSpotInstanceRequestID.Malformed",
		notFoundCode: "InvalidSpotInstanceRequestID.NotFound",
		notFound: (ids) => `The spot instance request ID ${quoted(ids)} ${doNotExist(ids)}`
	},
	launchTemplate: {
		prefix: "lt",
		malformedCode: "InvalidLaunchTemplateId.Malformed",
		notFoundCode: "InvalidLaunchTemplateId.NotFound",
		notFound: (ids) => `The specified launch template, with template ID ${ids.join(", ")}, ${doNotExist(ids)}.`
	}
};
function doNotExist(ids) {
	return ids.length > 1 ? "do not exist" : "does not exist";
}
function select(table, ids, words) {
	if (ids.length === 0) return table.visible();
	const pattern = new RegExp(`^${words.prefix}-(?:[0-9a-f]{8}|[0-9a-f]{17})$`);
	for (const id of ids) if (!pattern.test(id)) throw new CloudError(words.malformedCode, `Invalid id: "${id}" (expecting "${words.prefix}-...")`);
	const found = [...new Set(ids)].map((id) => ({
		id,
		row: table.named(id)
	}));
	const missing = found.filter(({ row }) => row === void 0).map(({ id }) => id);
	if (missing.length > 0) throw new CloudError(words.notFoundCode, words.notFound(missing));
	return found.map(({ row }) => row).filter((row) => row !== void 0);
}
function single(rows) {
	const [row] = rows;
	if (row === void 0) throw new CloudError("InternalError", "A lookup by one identifier found nothing", 500);
	return row;
}
const findImages = (region, ids) => select(region.images, ids, WORDS.image);
const findImage = (region, id) => single(findImages(region, [id]));
const findInstances = (region, ids) => select(region.instances, ids, WORDS.instance);
const findInstance = (region, id) => single(findInstances(region, [id]));
const findVolumes = (region, ids) => select(region.volumes, ids, WORDS.volume);
const findVolume = (region, id) => single(findVolumes(region, [id]));
const findSnapshots = (region, ids) => select(region.snapshots, ids, WORDS.snapshot);
const findSnapshot = (region, id) => single(findSnapshots(region, [id]));
const findSecurityGroups = (region, ids) => select(region.securityGroups, ids, WORDS.securityGroup);
const findSecurityGroup = (region, id) => single(findSecurityGroups(region, [id]));
const findVpcs = (region, ids) => select(region.vpcs, ids, WORDS.vpc);
const findVpc = (region, id) => single(findVpcs(region, [id]));
const findSubnets = (region, ids) => select(region.subnets, ids, WORDS.subnet);
const findSubnet = (region, id) => single(findSubnets(region, [id]));
const findSpotRequests = (region, ids) => select(region.spotRequests, ids, WORDS.spotRequest);
const findLaunchTemplates = (region, ids) => select(region.launchTemplates, ids, WORDS.launchTemplate);
const findLaunchTemplate = (region, id) => single(findLaunchTemplates(region, [id]));
function launchTemplateNamed(region, name) {
	const { id } = region.launchTemplates.all().find((each) => each.name === name) ?? {};
	const template = id === void 0 ? void 0 : region.launchTemplates.named(id);
	if (template !== void 0) return template;
	throw new CloudError("InvalidLaunchTemplateName.NotFoundException", `The specified launch template, with template name ${name}, does not exist.`);
}
const findInterfaces = (region, ids) => select(region.interfaces, ids, WORDS.interface);
// src/local-cloud/client-tokens.ts
function clientToken({ clientTokens }, action, input) {
	if (input.ClientToken === void 0) return {
		made: void 0,
		keep: () => void 0
	};
	const key = `${action} ${input.ClientToken}`;
	const fingerprint = JSON.stringify(input);
	const known = clientTokens.get(key);
	if (known !== void 0 && known.fingerprint !== fingerprint) throw new CloudError("IdempotentParameterMismatch", "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).");
	return {
		made: known?.result,
		keep: (result) => void clientTokens.set(key, {
			fingerprint,
			result
		})
	};
}
// src/local-cloud/filters.ts
const filterList = listOf(structure({
	Name: required(text$1),
	Value: listOf(text$1)
}));
const tagFilters = {
	"tag-key": ({ tags }) => [...tags.keys()],
	"tag-value": ({ tags }) => [...tags.values()]
};
function unmatched(...names) {
	return Object.fromEntries(names.map((name) => [name, () => void 0]));
}
function applyFilters(items, filters, table) {
	return filters.reduce((rest, filter) => {
		const select = selector(filter.Name, table);
		const patterns = filter.Value.map(readWildcards);
		return rest.filter((item) => {
			const selected = select(item);
			const values = (isList(selected) ? selected : [selected]).filter((value) => value !== void 0);
			return patterns.some((pattern) => values.some((value) => matchesWildcards(pattern, String(value))));
		});
	}, [...items]);
}
function isList(value) {
	return Array.isArray(value);
}
function selector(name, table) {
	const key = name.startsWith("tag:") ? name.slice(4) : void 0;
	if (key !== void 0 && Object.hasOwn(table, "tag-key")) return (item) => tagOf(item, key);
	const select = Object.hasOwn(table, name) ? table[name] : void 0;
	if (select === void 0) throw new CloudError("InvalidParameterValue", `The filter '${name}' is invalid`);
	return select;
}
function tagOf(item, key) {
	const tags = typeof item === "object" && item !== null && "tags" in item ? item.tags : void 0;
	const value = tags instanceof Map ? tags.get(key) : void 0;
	return typeof value === "string" ? value : void 0;
}
// src/local-cloud/tagging.ts
const tag = structure({
	Key: required(text$1),
	Value: text$1
});
const tagList = listOf(tag);
const tagSpecificationList = listOf(structure({
	ResourceType: required(text$1),
	Tag: tagList
}));
const MAXIMUM_TAGS = 50;
const MAXIMUM_KEY_LENGTH = 128;
const MAXIMUM_VALUE_LENGTH = 256;
function specifiedTags(specifications, ...allowed) {
	const tags = Object.fromEntries(allowed.map((type) => [type, /* @__PURE__ */ new Map()]));
	const seen = /* @__PURE__ */ new Set();
	for (const specification of specifications) {
		const type = allowed.find((candidate) => candidate === specification.ResourceType);
		if (type === void 0) throw new CloudError("InvalidParameterValue", `'${specification.ResourceType}' is not a valid taggable resource type for this operation.`);
		if (seen.has(type)) throw new CloudError("InvalidParameterValue", `Tag specification resource type '${type}' is given twice.`);
		seen.add(type);
		if (specification.Tag.length === 0) throw new CloudError("InvalidParameterValue", "Tag specification must have at least one tag");
		addTags(tags[type], specification.Tag);
	}
	return tags;
}
function addTags(target, tags) {
	const keys = /* @__PURE__ */ new Set();
	for (const { Key: key, Value: value } of tags) {
		checkTag(key, value ?? "");
		if (keys.has(key)) throw new CloudError("InvalidParameterValue", `Duplicate tag key '${key}' specified.`);
		keys.add(key);
	}
	if ((/* @__PURE__ */ new Set([...target.keys(), ...keys])).size > MAXIMUM_TAGS) throw new CloudError("TagLimitExceeded", `The maximum number of Tags for a resource has been reached (${MAXIMUM_TAGS}).`);
	for (const { Key: key, Value: value } of tags) target.set(key, value ?? "");
}
function checkTag(key, value) {
	if (key === "") throw new CloudError("InvalidParameterValue", "Tag key cannot be empty");
	if (/^aws:/i.test(key)) throw new CloudError("InvalidParameterValue", `Tag keys starting with 'aws:' are reserved for internal use`);
	if (key.length > MAXIMUM_KEY_LENGTH) throw new CloudError("InvalidParameterValue", `Tag key exceeds the maximum length of ${MAXIMUM_KEY_LENGTH} characters`);
	if (value.length > MAXIMUM_VALUE_LENGTH) throw new CloudError("InvalidParameterValue", `Tag value exceeds the maximum length of ${MAXIMUM_VALUE_LENGTH} characters`);
}
function tagSet(tags) {
	return [...tags].map(([key, value]) => ({
		key,
		value
	}));
}
// src/local-cloud/key-use.ts
const ACTIONS = [
	"CreateGrant",
	"Decrypt",
	"DescribeKey",
	"GenerateDataKeyWithoutPlaintext",
	"ReEncryptFrom",
	"ReEncryptTo"
];
function keyProblem(context, identifier) {
	if (identifier === void 0) return void 0;
	const { region } = context;
	const key = region.keys.find(identifier);
	if (key === void 0) return `Client.InvalidKmsKey.NotFound: The KMS key provided, ${identifier}, is not accessible`;
	if (key.state !== "Enabled") return `Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state: ${key.arn} is ${key.state}`;
	if (key.spec !== "SYMMETRIC_DEFAULT") return `Client.InvalidKmsKey.InvalidKeyUsage: ${key.arn} is no symmetric key for encryption`;
	if (key.manager === "AWS" || ACTIONS.every((action) => mayUse$1(context, key, action))) return void 0;
	return `Client.InternalError: Client error on launch: the KMS key ${key.arn} may not be used`;
}
function deviceKeyProblem(context, devices) {
	return devices.map(({ kmsKeyId }) => keyProblem(context, kmsKeyId)).find((problem) => problem !== void 0);
}
function shownKey({ region }, identifier) {
	return region.keys.find(identifier)?.arn ?? identifier;
}
function mayUse$1({ allows, region }, key, action) {
	return allows({
		action: `kms:${action}`,
		resource: key.arn,
		context: /* @__PURE__ */ new Map([
			["aws:requestedregion", [region.name]],
			["kms:viaservice", [`ec2.${region.name}.amazonaws.com`]],
			["kms:resourcealiases", region.keys.aliasesOf(key)]
		])
	});
}
const blockDeviceList = listOf(structure({
	DeviceName: text$1,
	VirtualName: identifier,
	NoDevice: text$1,
	Ebs: structure({
		DeleteOnTermination: flag,
		Iops: integer,
		SnapshotId: identifier,
		VolumeSize: integer,
		VolumeType: oneOf(...[
			"standard",
			"io1",
			"io2",
			"gp2",
			"gp3",
			"sc1",
			"st1"
		]),
		KmsKeyId: identifier,
		Throughput: integer,
		Encrypted: flag,
		OutpostArn: accepted,
		AvailabilityZone: accepted,
		AvailabilityZoneId: accepted,
		VolumeInitializationRate: accepted,
		EbsCardIndex: accepted
	})
}));
function mergeBlockDevices(region, base, changes) {
	const devices = new Map(base.map((device) => [device.deviceName, device]));
	const seen = /* @__PURE__ */ new Set();
	for (const change of changes) {
		const name = change.DeviceName;
		if (name === void 0) throw missingParameter("deviceName");
		if (seen.has(name)) throw new CloudError("InvalidBlockDeviceMapping", `The device '${name}' is used in more than one block-device mapping`);
		seen.add(name);
		if (change.NoDevice !== void 0) devices.delete(name);
		else devices.set(name, changedDevice(region, name, devices.get(name), change));
	}
	return [...devices.values()];
}
function changedDevice(region, name, base, change) {
	const ebs = change.Ebs;
	if (ebs === void 0) {
		if (change.VirtualName === void 0) throw new CloudError("InvalidBlockDeviceMapping", `The device '${name}' needs ebs, virtualName or noDevice`);
		return {
			...emptyDevice(name),
			virtualName: change.VirtualName
		};
	}
	const snapshotId = ebs.SnapshotId ?? base?.snapshotId;
	const snapshot = snapshotId === void 0 ? void 0 : findSnapshot(region, snapshotId);
	const size = ebs.VolumeSize ?? snapshot?.volumeSize ?? base?.volumeSize;
	if (size === void 0) throw new CloudError("MissingParameter", "The request must contain the parameter size or snapshotId");
	if (snapshot !== void 0 && size < snapshot.volumeSize) throw new CloudError("InvalidBlockDeviceMapping", `Volume of size ${size}GB is smaller than snapshot '${snapshot.id}', expect size >= ${snapshot.volumeSize}GB`);
	const type = ebs.VolumeType ?? base?.volumeType ?? "gp2";
	checkPerformance(ebs, type, size);
	const encrypted = ebs.Encrypted ?? (snapshot?.encrypted || base?.encrypted || ebs.KmsKeyId !== void 0);
	if (snapshot?.encrypted === true && ebs.Encrypted === false) throw new CloudError("InvalidParameter", `The snapshot '${snapshot.id}' is encrypted; its volume can't be unencrypted.`);
	if (ebs.KmsKeyId !== void 0 && ebs.Encrypted === false) throw new CloudError("InvalidParameterDependency", "The parameter KmsKeyId requires the parameter Encrypted to be set.");
	return {
		deviceName: name,
		virtualName: void 0,
		snapshotId,
		volumeSize: size,
		volumeType: type,
		iops: ebs.Iops ?? (type === "gp3" ? 3e3 : void 0),
		throughput: ebs.Throughput ?? (type === "gp3" ? 125 : void 0),
		encrypted,
		kmsKeyId: ebs.KmsKeyId === void 0 ? base?.kmsKeyId : shownKey({ region }, ebs.KmsKeyId),
		deleteOnTermination: ebs.DeleteOnTermination ?? base?.deleteOnTermination ?? true
	};
}
function emptyDevice(deviceName) {
	return {
		deviceName,
		virtualName: void 0,
		snapshotId: void 0,
		volumeSize: 0,
		volumeType: "gp2",
		iops: void 0,
		throughput: void 0,
		encrypted: false,
		kmsKeyId: void 0,
		deleteOnTermination: true
	};
}
function checkPerformance(ebs, type, size) {
	if (size < 1 || size > 65536) throw invalidValue(size, "volumeSize", "Expected a size in GiB from 1 to 65536.");
	const takesIops = type === "io1" || type === "io2" || type === "gp3";
	if (ebs.Iops !== void 0 && !takesIops) throw new CloudError("InvalidParameterCombination", `The parameter iops is not supported for ${type} volumes.`);
	if (ebs.Iops === void 0 && (type === "io1" || type === "io2")) throw new CloudError("MissingParameter", `The request must contain the parameter iops for ${type} volumes`);
	if (ebs.Throughput !== void 0 && type !== "gp3") throw new CloudError("InvalidParameterCombination", `The parameter throughput is not supported for ${type} volumes.`);
}
function blockDeviceXml(device) {
	if (device.virtualName !== void 0) return {
		deviceName: device.deviceName,
		virtualName: device.virtualName
	};
	return {
		deviceName: device.deviceName,
		ebs: {
			snapshotId: device.snapshotId,
			volumeSize: device.volumeSize,
			deleteOnTermination: device.deleteOnTermination,
			volumeType: device.volumeType,
			iops: device.iops,
			throughput: device.throughput,
			encrypted: device.encrypted,
			kmsKeyId: device.kmsKeyId
		}
	};
}
// src/local-cloud/actions/run-instances-parameters.ts
const networkInterfaceParameters = {
	AssociatePublicIpAddress: flag,
	DeleteOnTermination: flag,
	Description: text$1,
	DeviceIndex: required(integer),
	SecurityGroupId: listOf(text$1),
	NetworkInterfaceId: identifier,
	PrivateIpAddress: identifier,
	SubnetId: identifier,
	Ipv6AddressCount: accepted,
	Ipv6Addresses: accepted,
	PrivateIpAddresses: accepted,
	SecondaryPrivateIpAddressCount: accepted,
	AssociateCarrierIpAddress: accepted,
	InterfaceType: accepted,
	NetworkCardIndex: accepted,
	Ipv4Prefix: accepted,
	Ipv4PrefixCount: accepted,
	Ipv6Prefix: accepted,
	Ipv6PrefixCount: accepted,
	PrimaryIpv6: accepted,
	EnaSrdSpecification: accepted,
	ConnectionTrackingSpecification: accepted,
	EnaQueueCount: accepted
};
const metadataParameters = {
	HttpTokens: oneOf("optional", "required"),
	HttpPutResponseHopLimit: integer,
	HttpEndpoint: oneOf("enabled", "disabled"),
	HttpProtocolIpv6: oneOf("enabled", "disabled"),
	InstanceMetadataTags: oneOf("enabled", "disabled")
};
const placementParameters = {
	AvailabilityZone: identifier,
	Tenancy: oneOf("default", "dedicated", "host"),
	AvailabilityZoneId: accepted,
	Affinity: accepted,
	GroupName: accepted,
	GroupId: accepted,
	PartitionNumber: accepted,
	HostId: identifier,
	SpreadDomain: accepted,
	HostResourceGroupArn: identifier
};
const spotParameters = {
	MaxPrice: identifier,
	SpotInstanceType: oneOf("one-time", "persistent"),
	InstanceInterruptionBehavior: oneOf("hibernate", "stop", "terminate"),
	BlockDurationMinutes: accepted,
	ValidUntil: accepted
};
const capacityReservationParameters = {
	CapacityReservationPreference: oneOf("open", "none", "capacity-reservations-only"),
	CapacityReservationTarget: structure({
		CapacityReservationId: identifier,
		CapacityReservationResourceGroupArn: identifier
	})
};
const launchTemplateDataParameters = {
	ImageId: identifier,
	InstanceType: identifier,
	KeyName: identifier,
	SecurityGroupId: listOf(text$1),
	SecurityGroup: listOf(text$1),
	UserData: identifier,
	BlockDeviceMapping: blockDeviceList,
	NetworkInterface: listOf(structure(networkInterfaceParameters)),
	IamInstanceProfile: structure({
		Arn: identifier,
		Name: identifier
	}),
	TagSpecification: tagSpecificationList,
	MetadataOptions: structure(metadataParameters),
	Placement: structure(placementParameters),
	Monitoring: structure({ Enabled: required(flag) }),
	InstanceInitiatedShutdownBehavior: oneOf("stop", "terminate"),
	DisableApiTermination: flag,
	DisableApiStop: flag,
	EbsOptimized: flag,
	InstanceMarketOptions: structure({
		MarketType: oneOf("spot", "capacity-block"),
		SpotOptions: structure(spotParameters)
	}),
	CreditSpecification: structure({ CpuCredits: required(oneOf("standard", "unlimited")) }),
	CpuOptions: accepted,
	CapacityReservationSpecification: structure(capacityReservationParameters),
	HibernationOptions: accepted,
	LicenseSpecification: listOf(structure({ LicenseConfigurationArn: required(text$1) })),
	EnclaveOptions: structure({ Enabled: flag }),
	PrivateDnsNameOptions: accepted,
	MaintenanceOptions: accepted,
	EnablePrimaryIpv6: accepted,
	NetworkPerformanceOptions: accepted,
	Operator: accepted,
	SecondaryInterface: accepted,
	KernelId: accepted,
	RamdiskId: accepted,
	ElasticGpuSpecification: accepted,
	ElasticInferenceAccelerator: accepted
};
const runInstancesParameters = {
	...launchTemplateDataParameters,
	MinCount: required(integer),
	MaxCount: required(integer),
	SubnetId: identifier,
	PrivateIpAddress: identifier,
	ClientToken: identifier,
	LaunchTemplate: structure({
		LaunchTemplateId: text$1,
		LaunchTemplateName: text$1,
		Version: text$1
	}),
	Ipv6AddressCount: accepted,
	Ipv6Address: accepted,
	AdditionalInfo: accepted
};
// src/local-cloud/actions/launch-templates.ts
const NAME$1 = /^[\w().\-/]{3,128}$/;
const createLaunchTemplate = ec2Action({
	name: "CreateLaunchTemplate",
	parameters: {
		LaunchTemplateName: required(text$1),
		LaunchTemplateData: required(structure(launchTemplateDataParameters)),
		VersionDescription: text$1,
		ClientToken: identifier,
		TagSpecification: tagSpecificationList,
		Operator: accepted
	},
	run: (context, input) => {
		const { cloud, region, now } = context;
		const { LaunchTemplateName: name, LaunchTemplateData: data } = input;
		const token = clientToken(region, "CreateLaunchTemplate", input);
		if (token.made !== void 0) return templateXml(context, findLaunchTemplate(region, token.made));
		if (!NAME$1.test(name)) throw new CloudError("InvalidLaunchTemplateName.MalformedException", "A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the following characters: - ( ) . / _.");
		if (region.launchTemplates.all().some((template) => template.name === name)) throw new CloudError("InvalidLaunchTemplateName.AlreadyExistsException", "Launch template name already in use.");
		const { "launch-template": tags } = specifiedTags(input.TagSpecification, "launch-template");
		specifiedTags(data.TagSpecification, "instance", "volume", "network-interface", "spot-instances-request");
		const template = region.launchTemplates.add({
			id: cloud.newId("lt"),
			createdAt: now,
			tags,
			name,
			defaultVersion: 1,
			versions: [{
				number: 1,
				createdAt: now,
				description: input.VersionDescription,
				data
			}]
		});
		token.keep(template.id);
		return templateXml(context, template);
	}
});
const deleteLaunchTemplate = ec2Action({
	name: "DeleteLaunchTemplate",
	parameters: {
		LaunchTemplateId: identifier,
		LaunchTemplateName: identifier
	},
	run: (context, input) => {
		const template = namedTemplate(context, input);
		context.region.launchTemplates.delete(template.id);
		return templateXml(context, template);
	}
});
const describeLaunchTemplates = ec2Action({
	name: "DescribeLaunchTemplates",
	parameters: {
		LaunchTemplateId: listOf(text$1),
		LaunchTemplateName: listOf(text$1),
		Filter: filterList,
		...pagingParameters
	},
	run: (context, input) => {
		const { region } = context;
		const named = input.LaunchTemplateName.map((name) => launchTemplateNamed(region, name));
		const page = pageOf$1(context, applyFilters(named.length > 0 ? named : findLaunchTemplates(region, input.LaunchTemplateId), input.Filter, {
			...tagFilters,
			"create-time": ({ createdAt }) => new Date(createdAt).toISOString(),
			"launch-template-name": ({ name }) => name
		}), input, {
			ids: input.LaunchTemplateId,
			set: "launchTemplates",
			least: 1,
			most: 200
		});
		return {
			launchTemplates: page.items.map((template) => fieldsOf(context, template)),
			nextToken: page.nextToken
		};
	}
});
const createLaunchTemplateVersion = ec2Action({
	name: "CreateLaunchTemplateVersion",
	parameters: {
		LaunchTemplateId: identifier,
		LaunchTemplateName: identifier,
		SourceVersion: identifier,
		VersionDescription: text$1,
		LaunchTemplateData: required(structure(launchTemplateDataParameters)),
		ClientToken: identifier,
		ResolveAlias: flag
	},
	run: (context, input) => {
		const template = namedTemplate(context, input);
		const token = clientToken(context.region, `CreateLaunchTemplateVersion ${template.id}`, input);
		const before = template.versions.find(({ number }) => String(number) === token.made);
		if (before !== void 0) return { launchTemplateVersion: versionXml(context, template, before) };
		const source = input.SourceVersion === void 0 ? void 0 : versionOf(template, input.SourceVersion);
		const version = {
			number: (template.versions.at(-1)?.number ?? 0) + 1,
			createdAt: context.now,
			description: input.VersionDescription,
			data: source === void 0 ? input.LaunchTemplateData : over(source.data, input.LaunchTemplateData)
		};
		template.versions.push(version);
		token.keep(String(version.number));
		return { launchTemplateVersion: versionXml(context, template, version) };
	}
});
function over(source, data) {
	const given = Object.entries(data).filter(([, value]) => !(Array.isArray(value) ? value.length === 0 : value === void 0));
	return Object.assign({}, source, Object.fromEntries(given));
}
const modifyLaunchTemplate = ec2Action({
	name: "ModifyLaunchTemplate",
	parameters: {
		LaunchTemplateId: identifier,
		LaunchTemplateName: identifier,
		SetDefaultVersion: required(text$1),
		ClientToken: accepted
	},
	run: (context, input) => {
		const template = namedTemplate(context, input);
		template.defaultVersion = versionOf(template, input.SetDefaultVersion).number;
		return templateXml(context, template);
	}
});
const versionNumber = { read: (node, path) => integer.read(node?.value === "" ? void 0 : node, path) };
const launchTemplateActions = [
	createLaunchTemplate,
	createLaunchTemplateVersion,
	modifyLaunchTemplate,
	ec2Action({
		name: "DescribeLaunchTemplateVersions",
		parameters: {
			LaunchTemplateId: identifier,
			LaunchTemplateName: identifier,
			LaunchTemplateVersion: listOf(text$1),
			MinVersion: versionNumber,
			MaxVersion: versionNumber,
			Filter: filterList,
			ResolveAlias: flag,
			...pagingParameters
		},
		run: (context, input) => {
			const { region } = context;
			const wanted = input.LaunchTemplateVersion;
			const isNamed = input.LaunchTemplateId !== void 0 || input.LaunchTemplateName !== void 0;
			if (!isNamed && (wanted.length === 0 || wanted.some((version) => !/^\$(?:Latest|Default)$/.test(version)))) throw new CloudError("InvalidParameterCombination", "A launch template ID or name must be specified, or versions $Latest or $Default.");
			if (wanted.length > 0 && (input.MinVersion ?? input.MaxVersion) !== void 0) throw new CloudError("InvalidParameterCombination", "Versions can be named, or be a range, but not both.");
			const page = pageOf$1(context, applyFilters((isNamed ? [namedTemplate(context, input)] : region.launchTemplates.visible()).flatMap((template) => (wanted.length === 0 ? template.versions : [...new Set(wanted.map((version) => versionOf(template, version)))]).filter(({ number }) => number >= (input.MinVersion ?? 1) && number <= (input.MaxVersion ?? number)).map((version) => ({
				template,
				version
			}))), input.Filter, {
				"image-id": ({ version }) => version.data.ImageId,
				"instance-type": ({ version }) => version.data.InstanceType,
				"is-default-version": ({ template, version }) => template.defaultVersion === version.number
			}), input, {
				ids: [],
				set: "launchTemplateVersionSet",
				least: 1,
				most: 200
			});
			return {
				launchTemplateVersionSet: page.items.map(({ template, version }) => versionXml(context, template, version)),
				nextToken: page.nextToken
			};
		}
	}),
	deleteLaunchTemplate,
	describeLaunchTemplates
];
function namedTemplate({ region }, named) {
	const { LaunchTemplateId: id, LaunchTemplateName: name } = named;
	if (id !== void 0 && name !== void 0) throw new CloudError("InvalidParameterCombination", "Specify either the launch template ID or the launch template name, but not both.");
	if (id !== void 0) return findLaunchTemplate(region, id);
	if (name === void 0) throw missingParameter("LaunchTemplateId");
	return launchTemplateNamed(region, name);
}
function templateXml(context, template) {
	return { launchTemplate: fieldsOf(context, template) };
}
function fieldsOf({ cloud }, template) {
	return {
		launchTemplateId: template.id,
		launchTemplateName: template.name,
		createTime: new Date(template.createdAt),
		createdBy: `arn:aws:iam::${cloud.accountId}:user/local`,
		defaultVersionNumber: template.defaultVersion,
		latestVersionNumber: template.versions.at(-1)?.number,
		tagSet: tagSet(template.tags)
	};
}
function versionXml({ cloud }, template, { number, createdAt, description, data }) {
	return {
		launchTemplateId: template.id,
		launchTemplateName: template.name,
		versionNumber: number,
		versionDescription: description,
		createTime: new Date(createdAt),
		createdBy: `arn:aws:iam::${cloud.accountId}:user/local`,
		defaultVersion: template.defaultVersion === number,
		launchTemplateData: {
			imageId: data.ImageId,
			instanceType: data.InstanceType,
			keyName: data.KeyName
		}
	};
}
// src/local-cloud/actions/auto-scaling.ts
const templateSpecification = structure({
	LaunchTemplateId: identifier,
	LaunchTemplateName: identifier,
	Version: identifier
});
const mixedInstancesPolicy = structure({
	LaunchTemplate: required(structure({
		LaunchTemplateSpecification: required(templateSpecification),
		Overrides: membersOf(structure({
			InstanceType: identifier,
			WeightedCapacity: accepted,
			LaunchTemplateSpecification: templateSpecification,
			ImageId: identifier,
			InstanceRequirements: accepted
		}))
	})),
	InstancesDistribution: accepted
});
const createLaunchConfiguration = queryAction({
	name: "CreateLaunchConfiguration",
	parameters: {
		LaunchConfigurationName: required(text$1),
		ImageId: required(text$1),
		InstanceType: required(text$1),
		KeyName: accepted,
		SecurityGroups: accepted,
		UserData: accepted,
		InstanceMonitoring: accepted,
		IamInstanceProfile: accepted,
		EbsOptimized: accepted,
		MetadataOptions: accepted,
		BlockDeviceMappings: accepted
	},
	run: ({ region, now }, input) => {
		const name = input.LaunchConfigurationName;
		if (region.launchConfigurations.has(name)) throw new CloudError("AlreadyExists", `Launch Configuration by this name already exists - A launch configuration already exists with the name ${name}`);
		const imageId = input.ImageId;
		findImage(region, imageId);
		region.launchConfigurations.set(name, {
			name,
			imageId,
			instanceType: input.InstanceType,
			createdAt: now
		});
		return {};
	}
});
const createAutoScalingGroup = queryAction({
	name: "CreateAutoScalingGroup",
	parameters: {
		AutoScalingGroupName: required(text$1),
		MinSize: required(integer),
		MaxSize: required(integer),
		DesiredCapacity: integer,
		LaunchConfigurationName: identifier,
		LaunchTemplate: templateSpecification,
		MixedInstancesPolicy: mixedInstancesPolicy,
		AvailabilityZones: accepted,
		VPCZoneIdentifier: accepted,
		HealthCheckType: accepted,
		HealthCheckGracePeriod: accepted,
		DefaultCooldown: accepted,
		Tags: membersOf(structure({
			Key: required(text$1),
			Value: text$1,
			PropagateAtLaunch: accepted,
			ResourceId: accepted,
			ResourceType: accepted
		}))
	},
	run: (context, input) => {
		const { region, now } = context;
		const { AutoScalingGroupName: name, LaunchTemplate: template, MixedInstancesPolicy: mixed } = input;
		if (region.autoScalingGroups.has(name)) throw new CloudError("AlreadyExists", `AutoScalingGroup by this name already exists - A group with the name ${name} already exists`);
		if ((input.DesiredCapacity ?? input.MinSize) !== 0) throw validation("The auto scaling groups of the local cloud launch nothing: MinSize and DesiredCapacity must be 0.");
		if ([
			input.LaunchConfigurationName,
			template,
			mixed
		].filter((source) => source !== void 0).length !== 1) throw validation("Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.");
		const configuration = input.LaunchConfigurationName;
		if (configuration !== void 0 && !region.launchConfigurations.has(configuration)) throw validation(`Launch configuration name not found - Launch configuration ${configuration} not found`);
		region.autoScalingGroups.set(name, {
			name,
			maxSize: input.MaxSize,
			launchConfigurationName: configuration,
			launchTemplate: template === void 0 ? void 0 : specificationXml(context, template),
			mixedInstancesPolicy: mixed === void 0 ? void 0 : mixedXml(context, mixed),
			tags: input.Tags.map(({ Key, Value }) => ({
				key: Key,
				value: Value ?? ""
			})),
			createdAt: now
		});
		return {};
	}
});
function specificationXml(context, named) {
	const template = namedTemplate(context, named);
	versionOf(template, named.Version);
	return {
		LaunchTemplateId: template.id,
		LaunchTemplateName: template.name,
		Version: named.Version
	};
}
function mixedXml(context, { LaunchTemplate: launch }) {
	return { LaunchTemplate: {
		LaunchTemplateSpecification: specificationXml(context, launch.LaunchTemplateSpecification),
		Overrides: launch.Overrides.map(({ InstanceType, ImageId, LaunchTemplateSpecification: own }) => ({
			InstanceType,
			ImageId,
			LaunchTemplateSpecification: own === void 0 ? void 0 : specificationXml(context, own)
		}))
	} };
}
const deleteAutoScalingGroup = queryAction({
	name: "DeleteAutoScalingGroup",
	parameters: {
		AutoScalingGroupName: required(text$1),
		ForceDelete: accepted
	},
	run: ({ region }, { AutoScalingGroupName: name }) => {
		if (!region.autoScalingGroups.delete(name)) throw validation(`AutoScalingGroup name not found - AutoScalingGroup '${name}' not found`);
		return {};
	}
});
const deleteLaunchConfiguration = queryAction({
	name: "DeleteLaunchConfiguration",
	parameters: { LaunchConfigurationName: required(text$1) },
	run: ({ region }, { LaunchConfigurationName: name }) => {
		const user = [...region.autoScalingGroups.values()].find((group) => group.launchConfigurationName === name);
		if (user !== void 0) throw new CloudError("ResourceInUse", `Cannot delete launch configuration ${name} because it is attached to AutoScalingGroup ${user.name}`);
		if (!region.launchConfigurations.delete(name)) throw validation(`Launch configuration name not found - Launch configuration ${name} not found`);
		return {};
	}
});
const paging = {
	MaxRecords: integer,
	NextToken: text$1
};
const groupFilters$1 = membersOf(structure({
	Name: text$1,
	Values: membersOf(text$1)
}));
const describeAutoScalingGroups = queryAction({
	name: "DescribeAutoScalingGroups",
	parameters: {
		AutoScalingGroupNames: membersOf(text$1),
		Filters: groupFilters$1,
		IncludeInstances: accepted,
		...paging
	},
	run: (context, input) => {
		const { cloud, region } = context;
		const wanted = input.AutoScalingGroupNames;
		const { items, NextToken } = pageOf(context, [...region.autoScalingGroups.values()].filter((group) => (wanted.length === 0 || wanted.includes(group.name)) && matches$1(group, input.Filters)), input);
		return {
			AutoScalingGroups: items.map((group) => groupXml(region.name, cloud.accountId, group)),
			NextToken
		};
	}
});
const describeLaunchConfigurations = queryAction({
	name: "DescribeLaunchConfigurations",
	parameters: {
		LaunchConfigurationNames: membersOf(text$1),
		...paging
	},
	run: (context, input) => {
		const wanted = input.LaunchConfigurationNames;
		const { items, NextToken } = pageOf(context, [...context.region.launchConfigurations.values()].filter(({ name }) => wanted.length === 0 || wanted.includes(name)), input);
		return {
			LaunchConfigurations: items.map(configurationXml),
			NextToken
		};
	}
});
function groupXml(region, accountId, group) {
	return {
		AutoScalingGroupName: group.name,
		AutoScalingGroupARN: `arn:aws:autoscaling:${region}:${accountId}:autoScalingGroup:0:autoScalingGroupName/${group.name}`,
		LaunchConfigurationName: group.launchConfigurationName,
		LaunchTemplate: group.launchTemplate,
		MixedInstancesPolicy: group.mixedInstancesPolicy,
		MinSize: 0,
		MaxSize: group.maxSize,
		DesiredCapacity: 0,
		DefaultCooldown: 300,
		AvailabilityZones: [`${region}a`],
		LoadBalancerNames: [],
		HealthCheckType: "EC2",
		Instances: [],
		CreatedTime: new Date(group.createdAt),
		Tags: group.tags.map(({ key, value }) => ({
			Key: key,
			Value: value,
			PropagateAtLaunch: false
		}))
	};
}
function configurationXml({ name, imageId, instanceType, createdAt }) {
	return {
		LaunchConfigurationName: name,
		ImageId: imageId,
		InstanceType: instanceType,
		KeyName: "",
		SecurityGroups: [],
		UserData: "",
		KernelId: "",
		RamdiskId: "",
		EbsOptimized: false,
		BlockDeviceMappings: [],
		CreatedTime: new Date(createdAt)
	};
}
function pageOf({ cloud }, all, { MaxRecords = 50, NextToken }) {
	if (MaxRecords < 1 || MaxRecords > 100) throw validation(`The number of records must be between 1 and 100, and is ${MaxRecords}.`);
	const { items, next } = cutPage(all, NextToken, Math.min(MaxRecords, cloud.limits.pageSize ?? MaxRecords), new CloudError("InvalidNextToken", "The NextToken value is not valid."));
	return {
		items,
		NextToken: next
	};
}
function matches$1(group, filters) {
	return filters.every(({ Name: name = "", Values: values }) => {
		const has = (select) => group.tags.some((tag) => values.includes(select(tag)));
		if (name === "tag-key") return has(({ key }) => key);
		if (name === "tag-value") return has(({ value }) => value);
		if (!name.startsWith("tag:")) throw validation(`Filter name ${name} is not supported.`);
		return group.tags.some(({ key, value }) => name === `tag:${key}` && values.includes(value));
	});
}
function validation(message) {
	return new CloudError("ValidationError", message);
}
const autoScalingActions = [
	createLaunchConfiguration,
	createAutoScalingGroup,
	deleteAutoScalingGroup,
	deleteLaunchConfiguration,
	describeAutoScalingGroups,
	describeLaunchConfigurations
];
// src/local-cloud/capacity.ts
function checkCapacity(cloud, place) {
	const shortage = cloud.shortages.find((candidate) => applies(candidate, place));
	if (shortage === void 0) return;
	const { error = "InsufficientInstanceCapacity" } = shortage;
	throw new CloudError(error, MESSAGES[error](place), error === "InsufficientInstanceCapacity" ? 500 : 400);
}
function isOffered(cloud, type, zone) {
	return !cloud.shortages.some((shortage) => shortage.error === "Unsupported" && shortage.market === void 0 && applies(shortage, {
		type,
		zone,
		market: "on-demand"
	}));
}
function applies({ type, zone, market }, place) {
	return [
		[type, place.type],
		[zone, place.zone],
		[market, place.market]
	].every(([wanted, actual]) => wanted === void 0 || wanted === actual);
}
const MESSAGES = {
	InsufficientInstanceCapacity: ({ type, zone, market }) => market === "spot" ? "There is no Spot capacity available that matches your request." : `We currently do not have sufficient ${type} capacity in the Availability Zone you requested (${zone}). Our system will be working on provisioning additional capacity.`,
	Unsupported: ({ type, zone }) => `Your requested instance type (${type}) is not supported in your requested Availability Zone (${zone}). Please retry your request by not specifying an Availability Zone or choosing another one.`,
	VcpuLimitExceeded: ({ type }) => `You have requested more vCPU capacity than your current vCPU limit allows for the instance bucket that the specified instance type ${type} belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.`
};
// src/local-cloud/actions/image-access.ts
function isOwn(cloud, image) {
	return image.ownerId === cloud.accountId;
}
function isPublic(image) {
	return image.launchPermissions.some(({ kind, value }) => kind === "group" && value === "all");
}
function mayUse(cloud, image) {
	return isOwn(cloud, image) || isPublic(image) || image.launchPermissions.some(({ kind, value }) => kind === "user" && value === cloud.accountId);
}
function lastLaunched({ launchedAt }, now) {
	return launchedAt === void 0 || now - launchedAt < 864e5 ? void 0 : new Date(launchedAt);
}
// src/local-cloud/actions/fast-launch.ts
const DEFAULT_SNAPSHOTS = 5;
const LEAST_PARALLEL_LAUNCHES = 6;
const DEFAULT_TYPE = "t3.medium";
const enableFastLaunch = ec2Action({
	name: "EnableFastLaunch",
	parameters: {
		ImageId: required(text$1),
		ResourceType: oneOf("snapshot"),
		SnapshotConfiguration: structure({ TargetResourceCount: integer }),
		LaunchTemplate: structure({
			LaunchTemplateId: identifier,
			LaunchTemplateName: identifier,
			Version: required(text$1)
		}),
		MaxParallelLaunches: integer
	},
	run: (context, input) => {
		const { cloud, region, now } = context;
		const image = windowsImage(context, input.ImageId);
		const { MaxParallelLaunches: parallel = LEAST_PARALLEL_LAUNCHES, LaunchTemplate: wanted } = input;
		const count = input.SnapshotConfiguration?.TargetResourceCount ?? DEFAULT_SNAPSHOTS;
		if (parallel < LEAST_PARALLEL_LAUNCHES) throw invalidValue(parallel, "maxParallelLaunches", `Expecting a value of ${LEAST_PARALLEL_LAUNCHES} or more.`);
		if (count < 1) throw invalidValue(count, "targetResourceCount", "Expecting a value of 1 or more.");
		const template = wanted === void 0 ? void 0 : namedTemplate(context, wanted);
		const version = template === void 0 ? void 0 : versionOf(template, wanted?.Version);
		if (region.fastLaunches.get(image.id)?.state === "disabling") throw new CloudError("IncorrectState", `Fast launch is still being disabled for the image '${image.id}'.`);
		const fastLaunch = {
			imageId: image.id,
			targetResourceCount: count,
			maxParallelLaunches: parallel,
			launchTemplate: template && {
				id: template.id,
				name: template.name,
				version: wanted?.Version ?? ""
			},
			state: "enabling",
			stateReason: "Client.UserInitiated",
			stateAt: now
		};
		region.fastLaunches.set(image.id, fastLaunch);
		const place = {
			type: version?.data.InstanceType ?? DEFAULT_TYPE,
			zone: region.availabilityZones[0] ?? "",
			market: "on-demand"
		};
		region.timeline.schedule(now + cloud.delays.fastLaunch, (at) => {
			if (region.fastLaunches.get(image.id) !== fastLaunch || fastLaunch.state !== "enabling") return;
			fastLaunch.stateAt = at;
			try {
				checkCapacity(cloud, place);
				fastLaunch.state = "enabled";
			} catch (thrown) {
				if (!(thrown instanceof CloudError)) throw thrown;
				fastLaunch.state = "enabling-failed";
				fastLaunch.stateReason = `Client.${thrown.code}: ${thrown.message}`;
			}
		});
		return fastLaunchXml(context, fastLaunch);
	}
});
const disableFastLaunch = ec2Action({
	name: "DisableFastLaunch",
	parameters: {
		ImageId: required(text$1),
		Force: flag
	},
	run: (context, input) => {
		const { cloud, region, now } = context;
		const { id } = findImage(region, input.ImageId);
		const fastLaunch = region.fastLaunches.get(id);
		if (fastLaunch === void 0) throw new CloudError("IncorrectState", `Fast launch is not enabled for the image '${id}'.`);
		fastLaunch.state = "disabling";
		fastLaunch.stateReason = "Client.UserInitiated";
		fastLaunch.stateAt = now;
		region.timeline.schedule(now + cloud.delays.fastLaunch, () => {
			if (region.fastLaunches.get(id) === fastLaunch) region.fastLaunches.delete(id);
		});
		return fastLaunchXml(context, fastLaunch);
	}
});
const describeFastLaunchImages = ec2Action({
	name: "DescribeFastLaunchImages",
	parameters: {
		ImageId: listOf(text$1),
		Filter: filterList,
		...pagingParameters
	},
	run: (context, input) => {
		const { cloud, region } = context;
		const named = input.ImageId.length === 0 ? void 0 : new Set(findImages(region, input.ImageId).map(({ id }) => id));
		const page = pageOf$1(context, applyFilters([...region.fastLaunches.values()].filter(({ imageId }) => named?.has(imageId) ?? true), input.Filter, {
			"owner-id": () => cloud.accountId,
			"resource-type": () => "snapshot",
			state: ({ state }) => state
		}), input, {
			ids: input.ImageId,
			set: "imageIds",
			least: 0,
			most: 200
		});
		return {
			fastLaunchImageSet: page.items.map((each) => fastLaunchXml(context, each)),
			nextToken: page.nextToken
		};
	}
});
function windowsImage({ cloud, region }, id) {
	const image = findImage(region, id);
	if (!mayUse(cloud, image)) throw new CloudError("AuthFailure", `Not authorized for image:${id}`, 403);
	if (image.state !== "available") throw new CloudError("InvalidAMIID.Unavailable", `The image ID '${id}' is not available`);
	if (image.platform !== "windows") throw new CloudError("InvalidParameter", `The image '${id}' is not a Windows image.`);
	return image;
}
function fastLaunchXml({ cloud }, fastLaunch) {
	const { launchTemplate: template } = fastLaunch;
	return {
		imageId: fastLaunch.imageId,
		resourceType: "snapshot",
		snapshotConfiguration: { targetResourceCount: fastLaunch.targetResourceCount },
		launchTemplate: template && {
			launchTemplateId: template.id,
			launchTemplateName: template.name,
			version: template.version
		},
		maxParallelLaunches: fastLaunch.maxParallelLaunches,
		ownerId: cloud.accountId,
		state: fastLaunch.state,
		stateTransitionReason: fastLaunch.stateReason,
		stateTransitionTime: new Date(fastLaunch.stateAt)
	};
}
const fastLaunchActions = [
	enableFastLaunch,
	disableFastLaunch,
	describeFastLaunchImages
];
// src/local-cloud/instance-types.ts
function isXen({ name }) {
	return /^(t2|m4|c4|r4)\./.test(name);
}
function bootModesOf(type) {
	if (type.architecture === "arm64") return ["uefi"];
	return isXen(type) ? ["legacy-bios"] : ["legacy-bios", "uefi"];
}
function hasTpm(type) {
	return !isXen(type) && !/^(t4g|[a-z]6g)\./.test(type.name);
}
const BURSTABLE_SIZES = {
	nano: [2, .5],
	micro: [2, 1],
	small: [2, 2],
	medium: [2, 4],
	large: [2, 8],
	xlarge: [4, 16],
	"2xlarge": [8, 32]
};
const FIXED_SIZES = {
	medium: 1,
	large: 2,
	xlarge: 4,
	"2xlarge": 8,
	"4xlarge": 16,
	"8xlarge": 32,
	"12xlarge": 48,
	"16xlarge": 64
};
const BURSTABLE_FAMILIES = [
	"t3",
	"t3a",
	"t4g"
];
const FIXED_FAMILIES = [
	"m",
	"c",
	"r"
].flatMap((letter) => [
	"4",
	"5",
	"5a",
	"6i",
	"6a",
	"6g",
	"7i",
	"7a",
	"7g",
	"8g"
].map((generation) => letter + generation));
const NOT_MADE = {
	m4: ["8xlarge", "12xlarge"],
	c4: [
		"8xlarge",
		"12xlarge",
		"16xlarge"
	],
	r4: ["12xlarge"],
	c5: ["8xlarge", "16xlarge"]
};
const GIB_PER_VCPU = {
	m: 4,
	c: 2,
	r: 8
};
function architectureOf(family) {
	return /\dg/.test(family) ? "arm64" : "x86_64";
}
const TYPES = [
	...Object.entries(BURSTABLE_SIZES).map(([size, [vcpus, gib]]) => ({
		name: `t2.${size}`,
		architecture: "x86_64",
		vcpus: [
			"nano",
			"micro",
			"small"
		].includes(size) ? 1 : vcpus,
		memoryMib: gib * 1024,
		burstable: true,
		currentGeneration: true
	})),
	...BURSTABLE_FAMILIES.flatMap((family) => Object.entries(BURSTABLE_SIZES).map(([size, [vcpus, gib]]) => ({
		name: `${family}.${size}`,
		architecture: architectureOf(family),
		vcpus,
		memoryMib: gib * 1024,
		burstable: true,
		currentGeneration: true
	}))),
	...FIXED_FAMILIES.flatMap((family) => Object.entries(FIXED_SIZES).filter(([size]) => size !== "medium" || /\dg|7a/.test(family)).filter(([size]) => NOT_MADE[family]?.includes(size) !== true).map(([size, vcpus]) => ({
		name: `${family}.${size}`,
		architecture: architectureOf(family),
		vcpus,
		memoryMib: vcpus * (GIB_PER_VCPU[family.charAt(0)] ?? 4) * 1024,
		burstable: false,
		currentGeneration: !family.endsWith("4")
	})))
];
const BY_NAME = new Map(TYPES.map((type) => [type.name, type]));
function instanceTypes() {
	return TYPES;
}
function instanceTypeNamed(name) {
	return BY_NAME.get(name);
}
// src/local-cloud/spot-market.ts
function spotPrice({ vcpus }) {
	return vcpus / 100;
}
function planSpot(context, { InstanceMarketOptions: market, MinCount: minimum }, type, tags) {
	if (market?.MarketType !== "spot") return void 0;
	const { MaxPrice: maxPrice, SpotInstanceType: kind = "one-time" } = market.SpotOptions ?? {};
	if (maxPrice !== void 0) checkPrice(maxPrice, type);
	if (minimum > spotInstancesLeft(context)) throw new CloudError("MaxSpotInstanceCountExceeded", "Max spot instance count exceeded");
	return {
		maxPrice,
		kind,
		tags
	};
}
function spotInstancesLeft({ cloud, region }) {
	const running = region.instances.all().filter(({ spotRequestId, state }) => spotRequestId && state !== "terminated");
	return (cloud.limits.spotInstances ?? Number.POSITIVE_INFINITY) - running.length;
}
function checkPrice(maxPrice, type) {
	if (!/^\d*\.?\d+$/.test(maxPrice) || Number(maxPrice) <= 0) throw new CloudError("InvalidParameterValue", `Invalid value '${maxPrice}' for SpotOptions.MaxPrice.`);
	const price = spotPrice(type);
	if (Number(maxPrice) >= price) return;
	throw new CloudError("SpotMaxPriceTooLow", `Your Spot request price of ${maxPrice} is lower than the minimum required Spot request fulfillment price of ${price}.`);
}
function addSpotRequest({ cloud, region, now }, instanceId, plan) {
	const { maxPrice, kind, tags } = plan.spot ?? {
		maxPrice: void 0,
		kind: "one-time",
		tags: /* @__PURE__ */ new Map()
	};
	const id = cloud.newId("sir").slice(0, 12);
	region.spotRequests.add({
		id,
		createdAt: now,
		tags: new Map(tags),
		instanceId,
		instanceType: plan.type.name,
		maxPrice,
		kind,
		state: "active"
	});
	return id;
}
// src/local-cloud/actions/fleet-launch.ts
function requestOf({ data, override }, market) {
	const { SubnetId: subnet, AvailabilityZone: zone, InstanceType: type, MaxPrice: price } = override;
	const [first, ...others] = data.NetworkInterface;
	const interfaces = first === void 0 || subnet === void 0 ? data.NetworkInterface : [{
		...first,
		SubnetId: subnet
	}, ...others];
	const spot = data.InstanceMarketOptions?.SpotOptions;
	return {
		...data,
		ImageId: override.ImageId ?? data.ImageId,
		InstanceType: type ?? data.InstanceType,
		NetworkInterface: interfaces,
		Placement: zone === void 0 ? data.Placement : {
			...noPlacement,
			...data.Placement,
			AvailabilityZone: zone
		},
		InstanceMarketOptions: market === "spot" ? {
			MarketType: "spot",
			SpotOptions: {
				...noSpotOptions,
				...spot,
				MaxPrice: price ?? spot?.MaxPrice
			}
		} : void 0,
		SubnetId: first === void 0 ? subnet : void 0,
		MinCount: 1,
		MaxCount: 1,
		PrivateIpAddress: void 0,
		ClientToken: void 0,
		LaunchTemplate: void 0,
		Ipv6AddressCount: void 0,
		Ipv6Address: void 0,
		AdditionalInfo: void 0
	};
}
const noPlacement = {
	AvailabilityZone: void 0,
	Tenancy: void 0,
	AvailabilityZoneId: void 0,
	Affinity: void 0,
	GroupName: void 0,
	GroupId: void 0,
	PartitionNumber: void 0,
	HostId: void 0,
	SpreadDomain: void 0,
	HostResourceGroupArn: void 0
};
const noSpotOptions = {
	MaxPrice: void 0,
	SpotInstanceType: void 0,
	InstanceInterruptionBehavior: void 0,
	BlockDurationMinutes: void 0,
	ValidUntil: void 0
};
// src/local-cloud/actions/fleet-parameters.ts
const overrideParameters = {
	InstanceType: identifier,
	SubnetId: identifier,
	AvailabilityZone: identifier,
	MaxPrice: identifier,
	Priority: text$1,
	WeightedCapacity: accepted,
	AvailabilityZoneId: accepted,
	ImageId: identifier
};
const fleetParameters = {
	Type: oneOf("request", "maintain", "instant"),
	LaunchTemplateConfigs: required(listOf(structure({
		LaunchTemplateSpecification: required(structure({
			LaunchTemplateId: identifier,
			LaunchTemplateName: identifier,
			Version: identifier
		})),
		Overrides: listOf(structure(overrideParameters))
	}))),
	TargetCapacitySpecification: required(structure({
		TotalTargetCapacity: required(integer),
		DefaultTargetCapacityType: oneOf("spot", "on-demand"),
		SpotTargetCapacity: integer,
		OnDemandTargetCapacity: integer,
		TargetCapacityUnitType: accepted
	})),
	SpotOptions: structure({
		AllocationStrategy: oneOf("lowest-price", "diversified", "capacity-optimized", "capacity-optimized-prioritized", "price-capacity-optimized"),
		InstanceInterruptionBehavior: accepted,
		InstancePoolsToUseCount: accepted,
		SingleInstanceType: accepted,
		SingleAvailabilityZone: accepted,
		MinTargetCapacity: accepted,
		MaxTotalPrice: accepted
	}),
	ClientToken: identifier,
	TagSpecification: tagSpecificationList,
	ReplaceUnhealthyInstances: flag,
	TerminateInstancesWithExpiration: accepted,
	ExcessCapacityTerminationPolicy: accepted,
	OnDemandOptions: accepted,
	ReservedCapacityOptions: accepted,
	ValidFrom: accepted,
	ValidUntil: accepted,
	Context: accepted
};
// src/local-cloud/instance-lifecycle.ts
const REMEMBERED_MS = 36e5;
var InstanceLifecycle = class {
	#cloud;
	#region;
	constructor(cloud, region) {
		this.#cloud = cloud;
		this.#region = region;
	}
	launch(instance, machine) {
		instance.machine?.boot(machine, () => this.#machineWentOff(instance));
		this.#comeUp(instance, instance.createdAt);
	}
	failToLaunch(instance, problem) {
		const reason = {
			code: problem.replace(/:.*$/s, ""),
			message: problem
		};
		const at = instance.createdAt + this.#cloud.delays.address;
		instance.cancelTransition = this.#region.timeline.schedule(at, () => this.#end(instance, reason));
	}
	start(instances) {
		for (const { id, state } of instances) if (![
			"pending",
			"running",
			"stopped"
		].includes(state)) throw incorrectState(`The instance '${id}' is not in a state from which it can be started.`);
		return instances.map((instance) => this.#start(instance));
	}
	#start(instance) {
		const { state } = instance;
		if (state !== "stopped") return {
			instance,
			previous: state
		};
		const now = this.#cloud.clock.now();
		instance.state = "pending";
		instance.launchedAt = now;
		instance.stateReason = void 0;
		instance.transitionReason = "";
		instance.machine?.start();
		this.#comeUp(instance, now);
		return {
			instance,
			previous: state
		};
	}
	stop(instances) {
		for (const instance of instances) this.#checkStop(instance);
		return instances.map((instance) => {
			const { state } = instance;
			if (state === "stopping" || state === "stopped") return {
				instance,
				previous: state
			};
			instance.machine?.stop();
			this.#goDown(instance, userShutdown());
			return {
				instance,
				previous: state
			};
		});
	}
	#checkStop(instance) {
		const { state } = instance;
		if (state === "stopping" || state === "stopped") return;
		if (state !== "running" && state !== "pending") throw incorrectState(`The instance '${instance.id}' is not in a state from which it can be stopped.`);
		if (this.#spotRequest(instance)?.kind === "one-time") throw new CloudError("UnsupportedOperation", `You can't stop the Spot Instance '${instance.id}' because it is associated with a one-time Spot Instance request. You can only stop Spot Instances associated with persistent Spot Instance requests.`);
		if (instance.disableApiStop) throw protectedInstance(instance, "stopped", "disableApiStop");
	}
	reboot(instances) {
		for (const { id, state } of instances) if (state !== "running") throw incorrectState(`The instance '${id}' is not in a state from which it can be rebooted.`);
		for (const { machine } of instances) {
			machine?.stop();
			machine?.start();
		}
	}
	terminate(instances) {
		const isOver = ({ state }) => state === "shutting-down" || state === "terminated";
		const guarded = instances.filter((instance) => instance.disableApiTermination && !isOver(instance));
		const zones = new Set(guarded.map(({ availabilityZone }) => availabilityZone));
		const changes = instances.filter(({ availabilityZone }) => !zones.has(availabilityZone)).map((instance) => {
			const { state } = instance;
			if (!isOver(instance)) this.#end(instance, userShutdown());
			return {
				instance,
				previous: state
			};
		});
		const [first] = guarded;
		if (first !== void 0) throw protectedInstance(first, "terminated", "disableApiTermination");
		return changes;
	}
	reclaim(instance) {
		if (instance.state === "shutting-down" || instance.state === "terminated") return;
		this.#end(instance, {
			code: "Server.SpotInstanceTermination",
			message: "Server.SpotInstanceTermination: Spot instance termination"
		});
	}
	#spotRequest({ spotRequestId }) {
		return spotRequestId === void 0 ? void 0 : this.#region.spotRequests.get(spotRequestId);
	}
	#comeUp(instance, from) {
		const { delays } = this.#cloud;
		instance.cancelTransition();
		const isUp = () => instance.machine?.isIdle ?? true;
		const cancelAddress = this.#region.timeline.schedule(from + Math.min(delays.address, delays.running), () => this.#assignAddresses(instance), isUp);
		const cancelRunning = this.#region.timeline.schedule(from + delays.running, () => {
			if (instance.machine?.failure !== void 0) {
				this.#end(instance, {
					code: "Server.InternalError",
					message: `Server.InternalError: Internal error on launch: ${instance.machine.failure}`
				});
				return;
			}
			instance.state = "running";
			instance.stateReason = void 0;
		}, isUp);
		instance.cancelTransition = () => {
			cancelAddress();
			cancelRunning();
		};
	}
	#assignAddresses(instance) {
		const address = instance.machine?.machine?.address;
		this.#interfaces(instance).forEach((networkInterface, index) => {
			if (address !== void 0 && index === 0) networkInterface.privateAddress = address;
			if (!networkInterface.wantsPublicAddress) return;
			networkInterface.publicAddress = address ?? documentationAddress(networkInterface.id);
		});
	}
	#machineWentOff(instance) {
		if (instance.state !== "running" && instance.state !== "pending") return;
		const reason = {
			code: "Client.InstanceInitiatedShutdown",
			message: "Client.InstanceInitiatedShutdown: Instance initiated shutdown"
		};
		if (instance.shutdownBehavior === "terminate") this.#end(instance, reason);
		else this.#goDown(instance, reason);
	}
	#goDown(instance, reason) {
		this.#change(instance, "stopping", reason);
		instance.cancelTransition = this.#region.timeline.schedule(this.#cloud.clock.now() + this.#cloud.delays.stopped, () => {
			instance.state = "stopped";
			for (const networkInterface of this.#interfaces(instance)) networkInterface.publicAddress = void 0;
		}, () => instance.machine?.isIdle ?? true);
	}
	#end(instance, reason) {
		this.#change(instance, "shutting-down", reason);
		instance.machine?.terminate();
		instance.cancelTransition = this.#region.timeline.schedule(this.#cloud.clock.now() + this.#cloud.delays.terminated, (at) => this.#bury(instance, at), () => instance.machine?.isIdle ?? true);
	}
	#bury(instance, at) {
		instance.state = "terminated";
		instance.endedAt = at;
		this.#cloud.sessions.endOf(instance.id);
		const request = this.#spotRequest(instance);
		if (request !== void 0) request.state = "closed";
		for (const id of instance.interfaceIds) this.#region.interfaces.delete(id);
		for (const volume of this.#region.volumes.all()) {
			if (volume.attachment?.instanceId !== instance.id) continue;
			if (volume.attachment.deleteOnTermination) this.#region.volumes.delete(volume.id);
			else volume.attachment = void 0;
		}
		this.#region.timeline.schedule(at + REMEMBERED_MS, () => this.#region.instances.delete(instance.id));
	}
	#change(instance, state, reason) {
		instance.cancelTransition();
		instance.state = state;
		instance.stateReason = reason;
		const moment = new Date(this.#cloud.clock.now()).toISOString().slice(0, 19).replace("T", " ");
		instance.transitionReason = reason.code.startsWith("Client.User") ? `User initiated (${moment} GMT)` : reason.message;
	}
	#interfaces(instance) {
		return instance.interfaceIds.map((id) => this.#region.interfaces.get(id)).filter((networkInterface) => networkInterface !== void 0);
	}
};
function userShutdown() {
	return {
		code: "Client.UserInitiatedShutdown",
		message: "Client.UserInitiatedShutdown: User initiated shutdown"
	};
}
function incorrectState(message) {
	return new CloudError("IncorrectInstanceState", message);
}
function protectedInstance(instance, participle, attribute) {
	return new CloudError("OperationNotPermitted", `The instance '${instance.id}' may not be ${participle}. Modify its '${attribute}' instance attribute and try again.`);
}
function documentationAddress(seed) {
	const number = Number.parseInt(seed.slice(-4), 16) || 0;
	return `${number & 256 ? "203.0.113" : "198.51.100"}.${number % 254 + 1}`;
}
// src/local-cloud/machine-slot.ts
var MachineSlot = class {
	#host;
	#machine;
	#tail = Promise.resolve();
	#pending = 0;
	#failure;
	#lastConsole = "";
	constructor(host) {
		this.#host = host;
	}
	get machine() {
		return this.#machine;
	}
	get isIdle() {
		return this.#pending === 0;
	}
	get failure() {
		return this.#failure;
	}
	consoleOutput() {
		const machine = this.#machine;
		if (machine === void 0) return this.#lastConsole;
		return (machine.sshPort === 22 ? "" : `bake-ami: SSH on this machine is at ${machine.address}:${machine.sshPort}\n`) + machine.consoleOutput();
	}
	boot(specification, onShutdown) {
		this.#enqueue(async () => {
			this.#machine = await this.#host.boot(specification);
			this.#machine.onShutdown(onShutdown);
		});
	}
	stop() {
		this.#enqueue(async () => this.#machine?.stop());
	}
	start() {
		this.#failure = void 0;
		this.#enqueue(async () => this.#machine?.start());
	}
	terminate() {
		this.#enqueue(async () => {
			const machine = this.#machine;
			this.#lastConsole = this.consoleOutput();
			this.#machine = void 0;
			await machine?.terminate();
		});
	}
	snapshot(options, onKept) {
		let isTold = false;
		this.#enqueue(async () => {
			if (options.reboot) await this.#machine?.stop();
			const diskId = await this.#machine?.snapshot();
			isTold = true;
			onKept(diskId);
			if (options.reboot) await this.#machine?.start();
		}, () => {
			if (!isTold) onKept(void 0);
		});
	}
	settled() {
		return this.#tail;
	}
	#enqueue(work, onFailure = () => void 0) {
		this.#pending += 1;
		this.#tail = this.#tail.then(work).then(() => {
			this.#pending -= 1;
		}, (thrown) => {
			const error = toBakeError(thrown);
			this.#failure = error.hint === void 0 ? error.message : `${error.message}. ${error.hint}`;
			this.#pending -= 1;
			onFailure();
		});
	}
};
// src/local-cloud/state/identifiers.ts
function stableHex(seed) {
	return createHash("sha256").update(seed).digest("hex").slice(0, 17);
}
// src/local-cloud/actions/launch-network.ts
function planInterfaces(context, input) {
	if (input.NetworkInterface.length === 0) {
		const subnet = chooseSubnet(context, input, input.SubnetId);
		return [{
			deviceIndex: 0,
			description: "",
			subnet,
			groupIds: chooseGroups(context, input, subnet, input.SecurityGroupId),
			wantsPublicAddress: subnet.mapPublicIpOnLaunch,
			privateAddress: checkedAddress(context, subnet, input.PrivateIpAddress)
		}];
	}
	if (input.SubnetId !== void 0) throw invalidCombination("Network interfaces and an instance-level subnet ID may not be specified on the same request");
	if (input.SecurityGroupId.length > 0 || input.SecurityGroup.length > 0) throw invalidCombination("Network interfaces and an instance-level security groups may not be specified on the same request");
	const plans = input.NetworkInterface.map((each) => planInterface(context, input, each));
	plans.sort((a, b) => a.deviceIndex - b.deviceIndex);
	if (plans[0]?.deviceIndex !== 0) throw new CloudError("InvalidParameterValue", "A network interface with device index 0 is required.");
	return plans;
}
function planInterface(context, input, given) {
	if (given.NetworkInterfaceId !== void 0) throw new CloudError("UnsupportedOperation", "The local cloud makes the network interfaces of its instances; an existing one can not be attached.");
	if (given.AssociatePublicIpAddress !== void 0 && input.NetworkInterface.length > 1) throw invalidCombination("The associatePublicIPAddress parameter cannot be specified when launching with multiple network interfaces.");
	const subnet = chooseSubnet(context, input, given.SubnetId);
	return {
		deviceIndex: given.DeviceIndex,
		description: given.Description ?? "",
		subnet,
		groupIds: chooseGroups(context, input, subnet, given.SecurityGroupId),
		wantsPublicAddress: given.AssociatePublicIpAddress ?? (given.DeviceIndex === 0 && subnet.mapPublicIpOnLaunch),
		privateAddress: checkedAddress(context, subnet, given.PrivateIpAddress)
	};
}
function chooseSubnet({ region }, input, subnetId) {
	const zone = input.Placement?.AvailabilityZone;
	if (subnetId !== void 0) {
		const subnet = findSubnet(region, subnetId);
		if (zone !== void 0 && zone !== subnet.availabilityZone) throw new CloudError("InvalidParameterValue", `The availability zone '${zone}' does not match the zone of the subnet '${subnetId}', '${subnet.availabilityZone}'.`);
		return subnet;
	}
	if (zone !== void 0 && !region.availabilityZones.includes(zone)) throw invalidValue(zone, "availabilityZone", `Subnets can currently only be created in the following availability zones: ${region.availabilityZones.join(", ")}.`);
	const subnet = region.subnets.all().find((candidate) => candidate.isDefault && (zone === void 0 || candidate.availabilityZone === zone));
	if (subnet === void 0) throw new CloudError("MissingInput", "No subnets found for the default VPC. Please specify a subnet.");
	return subnet;
}
function chooseGroups({ region }, input, subnet, groupIds) {
	const ids = [...groupIds, ...input.SecurityGroup.map((name) => groupNamed(region, name, subnet.vpcId))];
	if (ids.length === 0) return [groupNamed(region, "default", subnet.vpcId)];
	for (const group of findSecurityGroups(region, ids)) if (group.vpcId !== subnet.vpcId) throw new CloudError("InvalidParameter", `Security group ${group.id} and subnet ${subnet.id} belong to different networks.`);
	return [...new Set(ids)];
}
function groupNamed(region, name, vpcId) {
	const group = region.securityGroups.visible().find((each) => each.name === name && each.vpcId === vpcId);
	if (group === void 0) throw new CloudError("InvalidGroup.NotFound", `The security group '${name}' does not exist in VPC '${vpcId}'`);
	return group.id;
}
function checkedAddress({ region }, subnet, address) {
	if (address === void 0) return void 0;
	const { base, size } = rangeOf(subnet);
	const place = isIPv4(address) ? numberOf(address) - base : -1;
	if (place < 4 || place > size - 2) throw invalidValue(address, "address", "Address does not fall within the subnet's address range");
	if (isTaken$1(region, subnet, address)) throw new CloudError("InvalidIPAddress.InUse", `Address ${address} is in use.`);
	return address;
}
function isTaken$1(region, subnet, address) {
	return region.interfaces.all().some((each) => each.subnetId === subnet.id && each.privateAddress === address);
}
function rangeOf({ cidrBlock }) {
	const [address = "0.0.0.0", bits = "32"] = cidrBlock.split("/");
	return {
		base: numberOf(address),
		size: 2 ** (32 - Number(bits))
	};
}
function numberOf(address) {
	return address.split(".").reduce((number, part) => number * 256 + Number(part), 0);
}
function nextAddress(region, subnet) {
	if (availableAddresses(subnet) <= 0) throw new CloudError("InsufficientFreeAddressesInSubnet", `There are not enough free addresses in subnet '${subnet.id}'.`);
	subnet.used += 1;
	const next = rangeOf(subnet).base + 3 + subnet.used;
	const address = [
		24,
		16,
		8,
		0
	].map((bits) => Math.floor(next / 2 ** bits) % 256).join(".");
	return isTaken$1(region, subnet, address) ? nextAddress(region, subnet) : address;
}
function availableAddresses(subnet) {
	return rangeOf(subnet).size - 5 - subnet.used;
}
// src/local-cloud/actions/launch-instance.ts
function launchInstance(context, input, plan, { reservationId, index }) {
	const { cloud, region, now } = context;
	const { image, keyPair } = plan;
	const id = cloud.newId("i");
	image.launchedAt = now;
	const interfaceIds = plan.interfaces.map((each) => addInterface(context, id, each, plan.tags["network-interface"]));
	const [primary] = plan.interfaces;
	if (primary === void 0) throw new CloudError("InternalError", "A launch was planned without an interface", 500);
	for (const device of plan.devices) addVolume(context, id, primary.subnet.availabilityZone, device, plan.tags.volume);
	const instance = {
		id,
		createdAt: now,
		tags: new Map(plan.tags.instance),
		reservationId,
		launchIndex: index,
		clientToken: input.ClientToken,
		imageId: image.id,
		instanceType: plan.type.name,
		architecture: image.architecture,
		platform: image.platform,
		platformDetails: image.platformDetails,
		keyName: keyPair?.name,
		subnetId: primary.subnet.id,
		vpcId: primary.subnet.vpcId,
		availabilityZone: primary.subnet.availabilityZone,
		placement: {
			tenancy: input.Placement?.Tenancy ?? (isOnHost(input) ? "host" : "default"),
			hostId: input.Placement?.HostId,
			hostResourceGroupArn: input.Placement?.HostResourceGroupArn
		},
		features: plan.features,
		spotRequestId: plan.spot === void 0 ? void 0 : addSpotRequest(context, id, plan),
		rootDeviceName: image.rootDeviceName,
		instanceProfile: plan.instanceProfile,
		monitoring: input.Monitoring?.Enabled ?? false,
		ebsOptimized: input.EbsOptimized ?? false,
		enaSupport: image.enaSupport,
		sriovNetSupport: void 0,
		sourceDestCheck: true,
		disableApiTermination: input.DisableApiTermination ?? false,
		disableApiStop: input.DisableApiStop ?? false,
		shutdownBehavior: input.InstanceInitiatedShutdownBehavior ?? (plan.spot === void 0 ? "stop" : "terminate"),
		metadataOptions: {
			httpTokens: input.MetadataOptions?.HttpTokens ?? (image.imdsSupport === "v2.0" ? "required" : "optional"),
			httpPutResponseHopLimit: input.MetadataOptions?.HttpPutResponseHopLimit ?? (image.imdsSupport === "v2.0" ? 2 : 1),
			httpEndpoint: input.MetadataOptions?.HttpEndpoint ?? "enabled",
			httpProtocolIpv6: input.MetadataOptions?.HttpProtocolIpv6 ?? "disabled",
			instanceMetadataTags: input.MetadataOptions?.InstanceMetadataTags ?? "disabled"
		},
		userData: input.UserData,
		interfaceIds,
		state: "pending",
		launchedAt: now,
		stateReason: {
			code: "pending",
			message: "pending"
		},
		transitionReason: "",
		endedAt: void 0,
		machine: cloud.machineHost === void 0 ? void 0 : new MachineSlot(cloud.machineHost),
		cancelTransition: () => void 0
	};
	region.instances.add(instance);
	const rootDevice = plan.devices.find((device) => device.deviceName === image.rootDeviceName);
	const address = region.interfaces.get(interfaceIds[0] ?? "")?.privateAddress ?? "";
	const problem = deviceKeyProblem(context, plan.devices);
	const lifecycle = new InstanceLifecycle(cloud, region);
	if (problem !== void 0) {
		lifecycle.failToLaunch(instance, problem);
		return instance;
	}
	lifecycle.launch(instance, {
		instanceId: id,
		hostName: `ip-${address.replaceAll(".", "-")}`,
		diskId: rootDevice?.snapshotId === void 0 ? void 0 : region.snapshots.get(rootDevice.snapshotId)?.diskId,
		userData: plan.userData,
		authorizedKeys: keyPair === void 0 ? [] : [keyPair.publicKey],
		defaultUser: image.defaultUser
	});
	return instance;
}
function addInterface({ cloud, region, now }, instanceId, plan, tags) {
	const id = cloud.newId("eni");
	region.interfaces.add({
		id,
		createdAt: now,
		tags: new Map(tags),
		instanceId,
		deviceIndex: plan.deviceIndex,
		description: plan.description,
		subnetId: plan.subnet.id,
		vpcId: plan.subnet.vpcId,
		availabilityZone: plan.subnet.availabilityZone,
		groupIds: plan.groupIds,
		privateAddress: plan.privateAddress ?? nextAddress(region, plan.subnet),
		wantsPublicAddress: plan.wantsPublicAddress,
		publicAddress: void 0,
		ipv6Address: plan.subnet.ipv6CidrBlock?.replace(/\/64$/, stableHex(id).slice(0, 4)),
		macAddress: `0a:${stableHex(id).slice(0, 10).match(/../g)?.join(":") ?? ""}`
	});
	return id;
}
function addVolume({ cloud, region, now }, instanceId, availabilityZone, device, tags) {
	if (device.virtualName !== void 0) return;
	region.volumes.add({
		id: cloud.newId("vol"),
		createdAt: now,
		tags: new Map(tags),
		availabilityZone,
		size: device.volumeSize,
		type: device.volumeType,
		iops: device.iops,
		throughput: device.throughput,
		encrypted: device.encrypted,
		kmsKeyId: device.kmsKeyId,
		snapshotId: device.snapshotId,
		attachment: {
			instanceId,
			device: device.deviceName,
			deleteOnTermination: device.deleteOnTermination,
			at: now
		}
	});
}
function isOnHost({ Placement: placement }) {
	return placement?.HostId !== void 0 || placement?.HostResourceGroupArn !== void 0;
}
// src/local-cloud/actions/launch-features.ts
function plannedFeatures(input, type) {
	const { CreditSpecification: credits, EnclaveOptions: enclave, CapacityReservationSpecification: capacity } = input;
	const isSpot = input.InstanceMarketOptions?.MarketType === "spot";
	if (credits !== void 0 && !type.burstable) throw invalidCombination("The T2/T3 unlimited and standard CPU credit options are not supported for this type.");
	if (credits?.CpuCredits === "unlimited" && isSpot && type.name.startsWith("t2.")) throw invalidCombination("T2 Unlimited can not be used with Spot Instances.");
	if (enclave?.Enabled === true && type.burstable) throw new CloudError("InvalidParameterValue", `Nitro Enclaves are not supported for the type ${type.name}.`);
	const target = capacity?.CapacityReservationTarget;
	if (target !== void 0 && capacity?.CapacityReservationPreference !== void 0) throw invalidCombination("CapacityReservationPreference and CapacityReservationTarget can not both be specified.");
	if (target !== void 0 && isSpot) throw invalidCombination("A capacity reservation can not be used with Spot Instances.");
	return {
		cpuCredits: credits?.CpuCredits ?? (type.burstable ? type.name.startsWith("t2.") ? "standard" : "unlimited" : void 0),
		enclave: enclave?.Enabled ?? false,
		licenses: input.LicenseSpecification.map(({ LicenseConfigurationArn: arn }) => arn),
		capacityReservation: {
			preference: capacity?.CapacityReservationPreference,
			id: target?.CapacityReservationId,
			groupArn: target?.CapacityReservationResourceGroupArn
		}
	};
}
function checkMetadata({ MetadataOptions: metadata }) {
	if (metadata?.HttpEndpoint !== "disabled") return;
	const { HttpTokens: tokens, HttpPutResponseHopLimit: hops, InstanceMetadataTags: tags } = metadata;
	if (tokens === void 0 && hops === void 0 && tags === void 0) return;
	throw invalidCombination("Metadata options are not allowed unless HttpEndpoint is enabled.");
}
function checkPlacement({ Placement: placement, InstanceMarketOptions: market }) {
	const onHost = placement?.HostId ?? placement?.HostResourceGroupArn;
	const { Tenancy: tenancy } = placement ?? {};
	if (onHost !== void 0 && tenancy !== void 0 && tenancy !== "host") throw invalidCombination(`The tenancy '${tenancy}' can not be used with a host.`);
	if (market?.MarketType === "spot" && (onHost !== void 0 || tenancy === "host")) throw invalidCombination("Spot Instances can not run on Dedicated Hosts.");
}
// src/local-cloud/actions/launch-plan.ts
const MAXIMUM_USER_DATA = 16384;
function planLaunch(context, input) {
	const { cloud, region } = context;
	if (input.LaunchTemplate !== void 0) throw unsupported("Launch templates are");
	if (input.InstanceMarketOptions?.MarketType === "capacity-block") throw unsupported("Capacity blocks are");
	if (input.ImageId === void 0) throw missingParameter("ImageId");
	const image = findImage(region, input.ImageId);
	if (!mayUse(cloud, image)) throw new CloudError("InvalidAMIID.NotFound", `The image id '[${image.id}]' does not exist`);
	if (image.state !== "available") throw new CloudError("InvalidAMIID.Unavailable", `The image ID '${image.id}' is not available`);
	const type = checkedType(input.InstanceType ?? "m1.small", image);
	const { "spot-instances-request": spotTags, ...tags } = specifiedTags(input.TagSpecification, "instance", "volume", "network-interface", "spot-instances-request");
	const interfaces = planInterfaces(context, input);
	checkMetadata(input);
	checkPlacement(input);
	const spot = planSpot(context, input, type, spotTags);
	const zone = interfaces[0]?.subnet.availabilityZone ?? "";
	const plan = {
		image,
		type,
		keyPair: findKeyPair$1(context, input.KeyName),
		devices: mergeBlockDevices(region, image.blockDevices, input.BlockDeviceMapping),
		interfaces,
		userData: decodedUserData(input.UserData),
		instanceProfile: checkedProfile(context, input),
		features: plannedFeatures(input, type),
		spot,
		tags
	};
	checkCapacity(cloud, {
		type: type.name,
		zone,
		market: spot === void 0 ? "on-demand" : "spot"
	});
	return plan;
}
function checkedType(name, image) {
	const type = instanceTypeNamed(name);
	if (type === void 0) throw new CloudError("InvalidParameterValue", `Invalid value '${name}' for InstanceType.`);
	if (type.architecture !== image.architecture) throw new CloudError("InvalidParameterValue", `The architecture '${type.architecture}' of the specified instance type does not match the architecture '${image.architecture}' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI.`);
	if (image.bootMode !== void 0 && image.bootMode !== "uefi-preferred" && !bootModesOf(type).includes(image.bootMode)) throw invalidCombination(`The instance type '${name}' does not support the boot mode '${image.bootMode}' of the AMI.`);
	if (!image.enaSupport && !isXen(type)) throw invalidCombination(`Enhanced networking with the Elastic Network Adapter (ENA) is required for the '${name}' instance type. Ensure that you are using an AMI that is enabled for ENA.`);
	if (image.tpmSupport !== void 0 && !hasTpm(type)) throw invalidCombination(`The instance type '${name}' does not support NitroTPM, which the AMI requires.`);
	return type;
}
function findKeyPair$1({ region }, name) {
	if (name === void 0) return void 0;
	const keyPair = region.keyPairs.visible().find((each) => each.name === name);
	if (keyPair === void 0) throw new CloudError("InvalidKeyPair.NotFound", `The key pair '${name}' does not exist`);
	return keyPair;
}
function decodedUserData(encoded) {
	if (encoded === void 0) return void 0;
	if (!/^[A-Za-z0-9+/]*={0,2}$/.test(encoded.replaceAll(/\s/g, ""))) throw new CloudError("InvalidUserData.Malformed", "Invalid BASE64 encoding of user data.");
	const data = Buffer.from(encoded, "base64");
	if (data.length > MAXIMUM_USER_DATA) throw new CloudError("InvalidParameterValue", `User data is limited to ${MAXIMUM_USER_DATA} bytes`);
	return data;
}
function checkProfile(context, input) {
	checkedProfile(context, input);
}
function checkedProfile({ cloud, now }, input) {
	const profile = input.IamInstanceProfile;
	const name = profile?.Name ?? profile?.Arn?.replace(/^.*\//, "");
	if (name === void 0) return void 0;
	const known = cloud.iam.profiles.get(name);
	if (known === void 0 || known.role !== void 0 && now < known.knownAt) throw invalidValue(name, "iamInstanceProfile.name", "Invalid IAM Instance Profile name");
	if (known.role === void 0) throw invalidValue(name, "iamInstanceProfile.name", `IAM Instance Profile "${name}" has no associated IAM Roles`);
	return name;
}
function unsupported(subject) {
	return new CloudError("UnsupportedOperation", `${subject} not supported by the local cloud.`);
}
const fleetActions = [ec2Action({
	name: "CreateFleet",
	parameters: fleetParameters,
	run: (context, input) => {
		const { cloud, region, now } = context;
		const token = clientToken(region, "CreateFleet", input);
		if (token.made !== void 0) return answeredBefore(context, token.made);
		const tags = specifiedTags(input.TagSpecification, "fleet", "instance");
		const type = input.Type ?? "maintain";
		const attempt = type === "instant" ? launchFirst(context, input, tags.instance) : ofNothing(context, input);
		const id = `fleet-${cloud.newRequestId()}`;
		region.fleets.add({
			id,
			createdAt: now,
			tags: tags.fleet,
			type,
			launchTemplateConfigs: input.LaunchTemplateConfigs.map((config) => configXml(context, config)),
			instanceIds: attempt.launched === void 0 ? [] : [attempt.launched.instance.id],
			errors: attempt.errors
		});
		token.keep(id);
		return {
			fleetId: id,
			errorSet: attempt.errors,
			fleetInstanceSet: launchedXml(attempt.launched)
		};
	}
}), ec2Action({
	name: "DescribeFleets",
	parameters: {
		FleetId: listOf(text$1),
		Filter: filterList,
		...pagingParameters
	},
	run: (context, input) => {
		const page = pageOf$1(context, applyFilters(context.region.fleets.visible().filter(({ id, type }) => input.FleetId.length === 0 ? type !== "instant" : input.FleetId.includes(id)), input.Filter, {
			...tagFilters,
			type: ({ type }) => type
		}), input, {
			ids: input.FleetId,
			set: "fleetSet",
			least: 1
		});
		return {
			fleetSet: page.items.map(({ id, type, createdAt, tags, launchTemplateConfigs }) => ({
				fleetId: id,
				type,
				fleetState: "active",
				createTime: new Date(createdAt),
				launchTemplateConfigs,
				targetCapacitySpecification: { totalTargetCapacity: type === "instant" ? 1 : 0 },
				tagSet: tagSet(tags)
			})),
			nextToken: page.nextToken
		};
	}
})];
function ofNothing(context, input) {
	pools(context, input);
	if (input.TargetCapacitySpecification.TotalTargetCapacity === 0) return {
		launched: void 0,
		errors: []
	};
	throw new CloudError("UnsupportedOperation", "Fleets of other types than instant launch nothing in the local cloud: their capacity must be 0.");
}
function configXml(context, { LaunchTemplateSpecification: named, Overrides: overrides }) {
	const template = namedTemplate(context, named);
	return {
		launchTemplateSpecification: {
			launchTemplateId: template.id,
			launchTemplateName: template.name,
			version: named.Version
		},
		overrides: overrides.map((override) => ({
			instanceType: override.InstanceType,
			subnetId: override.SubnetId,
			imageId: override.ImageId
		}))
	};
}
function answeredBefore({ region }, fleetId) {
	const fleet = region.fleets.get(fleetId);
	const instances = (fleet?.instanceIds ?? []).map((id) => region.instances.get(id));
	return {
		fleetId,
		errorSet: fleet?.errors ?? [],
		fleetInstanceSet: instances.filter((instance) => instance !== void 0).map(({ id, instanceType, spotRequestId }) => ({
			lifecycle: spotRequestId === void 0 ? "on-demand" : "spot",
			instanceIds: [id],
			instanceType
		}))
	};
}
function launchFirst(context, input, tags) {
	const { TotalTargetCapacity: count, ...capacity } = input.TargetCapacitySpecification;
	const market = marketOf(capacity);
	if (count !== 1) throw new CloudError("UnsupportedOperation", "The local cloud's fleets have one instance.");
	const errors = [];
	for (const pool of pools(context, input)) try {
		const request = requestOf(pool, market);
		const plan = planLaunch(context, request);
		addTags(plan.tags.instance, [...tags].map(([Key, Value]) => ({
			Key,
			Value
		})));
		return {
			launched: {
				pool,
				instance: launchInstance(context, request, plan, {
					reservationId: context.cloud.newId("r"),
					index: 0
				})
			},
			errors
		};
	} catch (thrown) {
		if (!(thrown instanceof CloudError)) throw thrown;
		errors.push({
			...poolXml(pool),
			lifecycle: market,
			errorCode: thrown.code,
			errorMessage: thrown.message
		});
	}
	return {
		launched: void 0,
		errors
	};
}
function marketOf(capacity) {
	const { SpotTargetCapacity: spot = 0, OnDemandTargetCapacity: onDemand = 0, DefaultTargetCapacityType } = capacity;
	if (spot + onDemand > 1) throw new CloudError("InvalidTargetCapacitySpecification", "The target capacities for Spot and On-Demand must not be more than the total target capacity.");
	if (spot === 1) return "spot";
	return onDemand === 1 ? "on-demand" : DefaultTargetCapacityType ?? "on-demand";
}
function pools(context, input) {
	const all = input.LaunchTemplateConfigs.flatMap(({ LaunchTemplateSpecification: named, Overrides: overrides }) => {
		const template = namedTemplate(context, named);
		if (named.Version === void 0) throw new CloudError("InvalidLaunchTemplateId.VersionNotFound", `Could not find the specified version ${named.Version} for the launch template with ID ${template.id}.`);
		const { data, number: version } = versionOf(template, named.Version);
		return overrides.length === 0 ? [{
			template,
			version,
			data,
			override: {}
		}] : overrides.map((override) => ({
			template,
			version,
			data,
			override
		}));
	});
	switch (input.SpotOptions?.AllocationStrategy ?? "lowest-price") {
		case "capacity-optimized-prioritized": return all.toSorted((a, b) => priorityOf(a) - priorityOf(b));
		case "lowest-price":
		case "price-capacity-optimized": return all.toSorted((a, b) => priceOf(a) - priceOf(b));
		default: return all;
	}
}
function priorityOf({ override }) {
	return Number(override.Priority ?? Number.POSITIVE_INFINITY);
}
function priceOf({ data, override }) {
	const type = instanceTypeNamed(override.InstanceType ?? data.InstanceType ?? "");
	return type === void 0 ? 0 : spotPrice(type);
}
function poolXml({ template, version, override }) {
	return { launchTemplateAndOverrides: {
		launchTemplateSpecification: {
			launchTemplateId: template.id,
			version: String(version)
		},
		overrides: {
			instanceType: override.InstanceType,
			subnetId: override.SubnetId,
			availabilityZone: override.AvailabilityZone
		}
	} };
}
function launchedXml(launched) {
	if (launched === void 0) return [];
	const { pool, instance } = launched;
	return [{
		...poolXml(pool),
		lifecycle: instance.spotRequestId === void 0 ? "on-demand" : "spot",
		instanceIds: [instance.id],
		instanceType: instance.instanceType,
		platform: instance.platform
	}];
}
// src/local-cloud/actions/permissions.ts
function permissionChange(input) {
	const listed = [
		...input.UserId.map((UserId) => ({ UserId })),
		...input.UserGroup.map((Group) => ({ Group })),
		...input.OrganizationArn.map((OrganizationArn) => ({ OrganizationArn })),
		...input.OrganizationalUnitArn.map((OrganizationalUnitArn) => ({ OrganizationalUnitArn }))
	].map(readPermission);
	return {
		add: [...(input.LaunchPermission?.Add ?? []).map(readPermission), ...input.OperationType === "remove" ? [] : listed],
		remove: [...(input.LaunchPermission?.Remove ?? []).map(readPermission), ...input.OperationType === "remove" ? listed : []]
	};
}
function readPermission(given) {
	if (given.Group !== void 0) {
		if (given.Group !== "all") throw invalidItem(given.Group, "UserGroup");
		return {
			kind: "group",
			value: given.Group
		};
	}
	if (given.UserId !== void 0) {
		const account = given.UserId.replaceAll("-", "");
		if (!/^\d{12}$/.test(account)) throw invalidItem(given.UserId, "userId");
		return {
			kind: "user",
			value: account
		};
	}
	if (given.OrganizationArn !== void 0) return {
		kind: "organization",
		value: given.OrganizationArn
	};
	if (given.OrganizationalUnitArn !== void 0) return {
		kind: "organizational-unit",
		value: given.OrganizationalUnitArn
	};
	throw invalidCombination("A permission needs a user, a group, an organization or an organizational unit.");
}
function invalidItem(value, type) {
	return new CloudError("InvalidAMIAttributeItemValue", `Invalid attribute item value "${value}" for ${type} item type.`);
}
function changedPermissions(current, change) {
	const key = ({ kind, value }) => `${kind} ${value}`;
	const permissions = new Map(current.map((each) => [key(each), each]));
	for (const each of change.add) permissions.set(key(each), each);
	for (const each of change.remove) permissions.delete(key(each));
	return [...permissions.values()];
}
// src/local-cloud/image-lifecycle.ts
function checkImageName(region, accountId, name) {
	if (!/^[A-Za-z0-9()[\] ./\-'@_]{3,128}$/.test(name)) throw new CloudError("InvalidAMIName.Malformed", "AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '.', '-', '/' and '_'");
	const holder = region.images.all().find((image) => image.ownerId === accountId && image.name === name && isTaken(image));
	if (holder !== void 0) throw new CloudError("InvalidAMIName.Duplicate", `AMI name ${name} is already in use by AMI ${holder.id}`);
}
function isTaken({ state }) {
	return state !== "deregistered" && state !== "failed";
}
function checkImageQuota({ limits, accountId }, region) {
	if (limits.images === void 0) return;
	if (region.images.all().filter((image) => image.ownerId === accountId && isTaken(image)).length >= limits.images) throw new CloudError("ImageLimitExceeded", `The maximum number of AMIs per region (${limits.images}) has been reached.`);
}
function addSnapshot(cloud, region, given) {
	const now = cloud.clock.now();
	return region.snapshots.add({
		id: cloud.newId("snap"),
		createdAt: now,
		tags: new Map(given.tags),
		ownerId: cloud.accountId,
		ownerAlias: void 0,
		description: given.description,
		volumeId: given.volumeId,
		volumeSize: given.volumeSize,
		encrypted: given.encrypted,
		kmsKeyId: given.kmsKeyId,
		state: "pending",
		dueAt: now + given.delay,
		diskId: given.diskId,
		createVolumePermissions: []
	});
}
function completeLater(region, image, snapshots, dueAt, work = {
	isReady: () => true,
	failure: () => void 0
}) {
	region.timeline.schedule(dueAt, () => {
		const failure = work.failure();
		for (const snapshot of snapshots) snapshot.state = failure === void 0 ? "completed" : "error";
		if (image === void 0 || image.state !== "pending") return;
		image.state = failure === void 0 ? "available" : "failed";
		image.stateReason = failure;
	}, work.isReady);
}
function snapshotProgress(snapshot, now) {
	if (snapshot.state === "completed") return "100%";
	const whole = Math.max(1, snapshot.dueAt - snapshot.createdAt);
	return `${Math.min(99, Math.max(0, Math.floor((now - snapshot.createdAt) / whole * 100)))}%`;
}
function withSnapshots(devices, snapshotFor) {
	return devices.map((device) => {
		const snapshot = snapshotFor(device);
		if (snapshot === void 0) return device;
		return {
			...device,
			snapshotId: snapshot.id,
			encrypted: snapshot.encrypted,
			kmsKeyId: snapshot.kmsKeyId
		};
	});
}
// src/local-cloud/actions/snapshots.ts
function snapshotFilters({ now }) {
	return {
		...tagFilters,
		description: ({ description }) => description,
		encrypted: ({ encrypted }) => encrypted,
		"owner-alias": ({ ownerAlias }) => ownerAlias,
		"owner-id": ({ ownerId }) => ownerId,
		progress: (snapshot) => snapshotProgress(snapshot, now),
		"snapshot-id": ({ id }) => id,
		"start-time": ({ createdAt }) => new Date(createdAt).toISOString(),
		status: ({ state }) => state,
		"storage-tier": () => "standard",
		"volume-id": ({ volumeId }) => volumeId,
		"volume-size": ({ volumeSize }) => volumeSize
	};
}
const describeSnapshots = ec2Action({
	name: "DescribeSnapshots",
	parameters: {
		SnapshotId: listOf(text$1),
		Owner: listOf(text$1),
		RestorableBy: listOf(text$1),
		Filter: filterList,
		...pagingParameters
	},
	run: (context, input) => {
		const { cloud, region } = context;
		const isOwnedBy = ({ ownerId, ownerAlias }, who) => who === ownerId || who === ownerAlias || who === "self" && ownerId === cloud.accountId;
		const page = pageOf$1(context, applyFilters(findSnapshots(region, input.SnapshotId).filter((snapshot) => input.Owner.length === 0 || input.Owner.some((owner) => isOwnedBy(snapshot, owner))).filter((snapshot) => input.RestorableBy.length === 0 || input.RestorableBy.some((who) => isRestorableBy(snapshot, who === "self" ? cloud.accountId : who))), input.Filter, snapshotFilters(context)), input, {
			ids: input.SnapshotId,
			set: "snapshotSet"
		});
		return {
			snapshotSet: page.items.map((snapshot) => snapshotXml(context, snapshot)),
			nextToken: page.nextToken
		};
	}
});
function isRestorableBy({ ownerId, createVolumePermissions }, who) {
	return ownerId === who || createVolumePermissions.some(({ value }) => value === who);
}
function snapshotXml({ now }, snapshot) {
	return {
		snapshotId: snapshot.id,
		volumeId: snapshot.volumeId,
		status: snapshot.state,
		startTime: new Date(snapshot.createdAt),
		progress: snapshotProgress(snapshot, now),
		ownerId: snapshot.ownerId,
		ownerAlias: snapshot.ownerAlias,
		volumeSize: snapshot.volumeSize,
		description: snapshot.description,
		encrypted: snapshot.encrypted,
		kmsKeyId: snapshot.kmsKeyId,
		tagSet: tagSet(snapshot.tags),
		storageTier: "standard"
	};
}
const createSnapshot = ec2Action({
	name: "CreateSnapshot",
	parameters: {
		VolumeId: required(text$1),
		Description: text$1,
		TagSpecification: tagSpecificationList,
		OutpostArn: accepted,
		Location: accepted
	},
	run: (context, input) => {
		const { cloud, region, now } = context;
		const volume = findVolume(region, input.VolumeId);
		const tags = specifiedTags(input.TagSpecification, "snapshot");
		const snapshot = addSnapshot(cloud, region, {
			description: input.Description ?? "",
			volumeId: volume.id,
			volumeSize: volume.size,
			encrypted: volume.encrypted,
			kmsKeyId: volume.kmsKeyId,
			tags: tags.snapshot,
			delay: cloud.delays.image
		});
		const instance = region.instances.get(volume.attachment?.instanceId ?? "");
		const isRoot = instance !== void 0 && volume.attachment?.device === instance.rootDeviceName;
		let isKept = true;
		let failure;
		if (isRoot && instance.machine !== void 0) {
			isKept = false;
			instance.machine.snapshot({ reboot: false }, (diskId) => {
				isKept = true;
				if (diskId === void 0) failure = "the disk could not be kept";
				if (region.snapshots.get(snapshot.id) === void 0) cloud.releaseDiskLater(diskId);
				else snapshot.diskId = diskId;
			});
		}
		completeLater(region, void 0, [snapshot], now + cloud.delays.image, {
			isReady: () => isKept,
			failure: () => failure
		});
		return snapshotXml(context, snapshot);
	}
});
const deleteSnapshot = ec2Action({
	name: "DeleteSnapshot",
	parameters: { SnapshotId: required(text$1) },
	run: async (context, input) => {
		await removeSnapshot(context, input.SnapshotId);
		return { return: true };
	}
});
async function removeSnapshot(context, id) {
	const { cloud, region } = context;
	const snapshot = ownedSnapshot(context, id);
	const user = region.images.all().find(({ state, blockDevices }) => state !== "deregistered" && blockDevices.some((device) => device.snapshotId === id));
	if (user !== void 0) throw new CloudError("InvalidSnapshot.InUse", `The snapshot ${id} is currently in use by ${user.id}`);
	region.snapshots.delete(id);
	await cloud.releaseDisk(snapshot.diskId);
}
function ownedSnapshot({ cloud, region }, id) {
	const snapshot = findSnapshot(region, id);
	if (snapshot.ownerId !== cloud.accountId) throw new CloudError("UnauthorizedOperation", `You do not have permission to access the snapshot '${id}'.`, 403);
	return snapshot;
}
const volumePermission = structure({
	UserId: text$1,
	Group: text$1
});
const snapshotActions = [
	describeSnapshots,
	createSnapshot,
	deleteSnapshot,
	ec2Action({
		name: "ModifySnapshotAttribute",
		parameters: {
			SnapshotId: required(text$1),
			Attribute: oneOf("createVolumePermission", "productCodes"),
			OperationType: oneOf("add", "remove"),
			UserId: listOf(text$1),
			UserGroup: listOf(text$1),
			CreateVolumePermission: structure({
				Add: listOf(volumePermission),
				Remove: listOf(volumePermission)
			})
		},
		run: (context, input) => {
			const snapshot = ownedSnapshot(context, input.SnapshotId);
			const listed = [...input.UserId.map((UserId) => readPermission({ UserId })), ...input.UserGroup.map((Group) => readPermission({ Group }))];
			const isRemoval = input.OperationType === "remove";
			const change = {
				add: [...(input.CreateVolumePermission?.Add ?? []).map(readPermission), ...isRemoval ? [] : listed],
				remove: [...(input.CreateVolumePermission?.Remove ?? []).map(readPermission), ...isRemoval ? listed : []]
			};
			if (change.add.length + change.remove.length === 0) throw invalidCombination("No attributes specified.");
			if (change.add.length > 0 && context.region.keys.find(snapshot.kmsKeyId ?? "")?.manager === "AWS") throw new CloudError("OperationNotPermitted", "Encrypted snapshots with EBS default key cannot be shared");
			snapshot.createVolumePermissions = changedPermissions(snapshot.createVolumePermissions, change);
			return { return: true };
		}
	}),
	ec2Action({
		name: "DescribeSnapshotAttribute",
		parameters: {
			SnapshotId: required(text$1),
			Attribute: required(oneOf("createVolumePermission", "productCodes"))
		},
		run: (context, input) => {
			const snapshot = ownedSnapshot(context, input.SnapshotId);
			if (input.Attribute === "productCodes") return {
				snapshotId: snapshot.id,
				productCodes: []
			};
			return {
				snapshotId: snapshot.id,
				createVolumePermission: snapshot.createVolumePermissions.map(({ kind, value }) => kind === "group" ? { group: value } : { userId: value })
			};
		}
	})
];
// src/local-cloud/actions/image-changes.ts
function ownedImage({ cloud, region }, id) {
	const image = findImage(region, id);
	if (image.state === "deregistered") throw new CloudError("InvalidAMIID.Unavailable", `The image ID '${id}' is no longer available`);
	if (!isOwn(cloud, image)) throw new CloudError("AuthFailure", `Not authorized for image:${id}`, 403);
	return image;
}
const deregisterImage = ec2Action({
	name: "DeregisterImage",
	parameters: {
		ImageId: required(text$1),
		DeleteAssociatedSnapshots: flag
	},
	run: async (context, input) => {
		const image = ownedImage(context, input.ImageId);
		if (image.deregistrationProtection !== "disabled") throw new CloudError("OperationNotPermitted", `The image '${image.id}' is protected from deregistration. Disable its deregistration protection and try again.`);
		image.state = "deregistered";
		if (context.region.fastLaunches.get(image.id)?.state !== "disabling") {
			if (context.region.fastLaunches.delete(image.id)) context.region.lostFastLaunches.add(image.id);
		}
		if (input.DeleteAssociatedSnapshots !== true) return { return: true };
		const results = [];
		for (const { snapshotId } of image.blockDevices) {
			if (snapshotId === void 0) continue;
			const isUsed = await removeSnapshot(context, snapshotId).then(() => false, (error) => {
				if (error instanceof CloudError && error.code === "InvalidSnapshot.InUse") return true;
				throw error;
			});
			results.push({
				snapshotId,
				returnCode: isUsed ? "skipped" : "success"
			});
		}
		return {
			return: true,
			deleteSnapshotResultSet: results
		};
	}
});
const permission = structure({
	UserId: text$1,
	Group: text$1,
	OrganizationArn: text$1,
	OrganizationalUnitArn: text$1
});
const modifyImageAttribute = ec2Action({
	name: "ModifyImageAttribute",
	parameters: {
		ImageId: required(text$1),
		Attribute: text$1,
		OperationType: oneOf("add", "remove"),
		Value: text$1,
		Description: structure({ Value: text$1 }),
		ImdsSupport: structure({ Value: text$1 }),
		LaunchPermission: structure({
			Add: listOf(permission),
			Remove: listOf(permission)
		}),
		UserId: listOf(text$1),
		UserGroup: listOf(text$1),
		OrganizationArn: listOf(text$1),
		OrganizationalUnitArn: listOf(text$1),
		ProductCode: listOf(text$1)
	},
	run: (context, input) => {
		const image = ownedImage(context, input.ImageId);
		if (input.Description !== void 0 || input.Attribute === "description") {
			image.description = input.Description?.Value ?? input.Value ?? "";
			return { return: true };
		}
		if (input.ImdsSupport !== void 0 || input.Attribute === "imdsSupport") {
			const value = input.ImdsSupport?.Value ?? input.Value;
			if (value !== "v2.0") throw invalidValue(value ?? "", "imdsSupport", "Valid values: v2.0.");
			image.imdsSupport = value;
			return { return: true };
		}
		if (input.ProductCode.length > 0) {
			image.productCodes = [.../* @__PURE__ */ new Set([...image.productCodes, ...input.ProductCode])];
			return { return: true };
		}
		const change = permissionChange(input);
		if (change.add.length + change.remove.length === 0) throw invalidCombination("No attributes specified.");
		image.launchPermissions = changedPermissions(image.launchPermissions, change);
		return { return: true };
	}
});
const describeImageAttribute = ec2Action({
	name: "DescribeImageAttribute",
	parameters: {
		ImageId: required(text$1),
		Attribute: required(text$1)
	},
	run: (context, input) => {
		const image = ownedImage(context, input.ImageId);
		return {
			imageId: image.id,
			...attributeXml$1(image, input.Attribute, context.now)
		};
	}
});
function attributeXml$1(image, attribute, now) {
	switch (attribute) {
		case "description": return { description: { value: image.description } };
		case "launchPermission": return { launchPermission: image.launchPermissions.map(({ kind, value }) => ({
			userId: kind === "user" ? value : void 0,
			group: kind === "group" ? value : void 0,
			organizationArn: kind === "organization" ? value : void 0,
			organizationalUnitArn: kind === "organizational-unit" ? value : void 0
		})) };
		case "productCodes": return { productCodes: image.productCodes.map((productCode) => ({
			productCode,
			type: "marketplace"
		})) };
		case "blockDeviceMapping": return { blockDeviceMapping: image.blockDevices.map(blockDeviceXml) };
		case "imdsSupport": return { imdsSupport: { value: image.imdsSupport } };
		case "bootMode": return { bootMode: { value: image.bootMode } };
		case "sriovNetSupport": return { sriovNetSupport: { value: "simple" } };
		case "tpmSupport": return { tpmSupport: { value: image.tpmSupport } };
		case "lastLaunchedTime": return { lastLaunchedTime: { value: lastLaunched(image, now)?.toISOString() } };
		case "kernel":
		case "ramdisk":
		case "uefiData": return { [attribute]: {} };
		case "deregistrationProtection": return { deregistrationProtection: { value: image.deregistrationProtection } };
		default: throw invalidValue(attribute, "attribute", "Unknown image attribute.");
	}
}
const enableImageDeprecation = ec2Action({
	name: "EnableImageDeprecation",
	parameters: {
		ImageId: required(text$1),
		DeprecateAt: required(timestamp)
	},
	run: (context, input) => {
		const image = ownedImage(context, input.ImageId);
		if (input.DeprecateAt <= context.now) throw invalidValue(new Date(input.DeprecateAt).toISOString(), "DeprecateAt", "The deprecation date must be in the future.");
		image.deprecatedAt = Math.round(input.DeprecateAt / 6e4) * 6e4;
		return { return: true };
	}
});
const disableImageDeprecation = ec2Action({
	name: "DisableImageDeprecation",
	parameters: { ImageId: required(text$1) },
	run: (context, input) => {
		ownedImage(context, input.ImageId).deprecatedAt = void 0;
		return { return: true };
	}
});
const enableDeregistrationProtection = ec2Action({
	name: "EnableImageDeregistrationProtection",
	parameters: {
		ImageId: required(text$1),
		WithCooldown: flag
	},
	run: (context, input) => {
		const protection = input.WithCooldown === true ? "enabled-with-cooldown" : "enabled-without-cooldown";
		ownedImage(context, input.ImageId).deregistrationProtection = protection;
		return { return: protection };
	}
});
const disableDeregistrationProtection = ec2Action({
	name: "DisableImageDeregistrationProtection",
	parameters: { ImageId: required(text$1) },
	run: (context, input) => {
		ownedImage(context, input.ImageId).deregistrationProtection = "disabled";
		return { return: "disabled" };
	}
});
const imageChangeActions = [
	ec2Action({
		name: "DisableImage",
		parameters: { ImageId: required(text$1) },
		run: (context, input) => {
			const image = ownedImage(context, input.ImageId);
			if (image.state !== "available" && image.state !== "disabled") throw new CloudError("InvalidAMIID.Unavailable", `The image ID '${image.id}' is not available`);
			image.state = "disabled";
			image.launchPermissions = [];
			return { return: true };
		}
	}),
	ec2Action({
		name: "EnableImage",
		parameters: { ImageId: required(text$1) },
		run: (context, input) => {
			const image = ownedImage(context, input.ImageId);
			if (image.state === "disabled") image.state = "available";
			return { return: true };
		}
	}),
	deregisterImage,
	modifyImageAttribute,
	describeImageAttribute,
	enableImageDeprecation,
	disableImageDeprecation,
	enableDeregistrationProtection,
	disableDeregistrationProtection
];
// src/local-cloud/state/kms-keys.ts
const EBS_ALIAS = "alias/aws/ebs";
var KmsKeys = class {
	#place;
	#hasAny;
	#keys = /* @__PURE__ */ new Map();
	#aliases = /* @__PURE__ */ new Map();
	constructor(place, kmsKeys) {
		this.#place = place;
		this.#hasAny = kmsKeys === "any";
		for (const name of [EBS_ALIAS, ...kmsKeys === "any" ? [] : kmsKeys]) this.#seed(name);
	}
	get aliases() {
		return [...this.#aliases].flatMap(([alias, id]) => {
			const key = this.#keys.get(id);
			return key === void 0 ? [] : [[alias, key]];
		});
	}
	aliasesOf({ id }) {
		return [...this.#aliases].filter(([, target]) => target === id).map(([alias]) => alias);
	}
	add(key) {
		const made = {
			...key,
			arn: this.arn(`key/${key.id}`),
			state: "Enabled",
			deletedAt: void 0
		};
		this.#keys.set(key.id, made);
		return made;
	}
	name(alias, { id }) {
		this.#aliases.set(alias, id);
	}
	find(identifier) {
		const prefix = this.arn("");
		const name = identifier.startsWith(prefix) ? identifier.slice(prefix.length) : identifier;
		if (name.startsWith("arn:")) return void 0;
		const bare = name.replace(/^key\//, "");
		const found = this.#keys.get(this.#aliases.get(bare) ?? bare);
		if (found !== void 0 || !this.#hasAny || name.startsWith("alias/aws/")) return found;
		return this.#seed(bare);
	}
	arn(name) {
		return `arn:aws:kms:${this.#place.region}:${this.#place.accountId}:${name}`;
	}
	#seed(name) {
		const isAlias = name.startsWith("alias/");
		if (!isAlias && !/^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(name)) return void 0;
		const key = this.add({
			id: isAlias ? uuidOf(this.arn(name)) : name,
			manager: name.startsWith("alias/aws/") ? "AWS" : "CUSTOMER",
			description: name === "alias/aws/ebs" ? "Default key that protects my EBS volumes when no other key is defined" : "",
			usage: "ENCRYPT_DECRYPT",
			spec: "SYMMETRIC_DEFAULT",
			createdAt: 0
		});
		if (isAlias) this.name(name, key);
		return key;
	}
};
function uuidOf(seed) {
	return (stableHex(seed) + stableHex(`${seed}/`)).replace(/^(.{8})(.{3})(.{3})(.{3})(.{12}).*$/, "$1-4$2-4$3-8$4-$5");
}
// src/local-cloud/actions/new-image.ts
function inherited(source) {
	const { architecture, platform, platformDetails, rootDeviceName, defaultUser } = source;
	const { enaSupport, bootMode, tpmSupport, imdsSupport } = source;
	return {
		architecture,
		platform,
		platformDetails,
		rootDeviceName,
		defaultUser,
		enaSupport,
		bootMode,
		tpmSupport,
		imdsSupport
	};
}
function ownImage(accountId) {
	return {
		ownerId: accountId,
		ownerAlias: void 0,
		state: "pending",
		stateReason: void 0,
		deprecatedAt: void 0,
		deregistrationProtection: "disabled",
		launchPermissions: [],
		productCodes: [],
		launchedAt: void 0
	};
}
// src/local-cloud/actions/image-copy.ts
const copyImage = ec2Action({
	name: "CopyImage",
	parameters: {
		Name: required(text$1),
		SourceImageId: required(text$1),
		SourceRegion: required(text$1),
		Description: text$1,
		Encrypted: flag,
		KmsKeyId: identifier,
		ClientToken: identifier,
		CopyImageTags: flag,
		TagSpecification: tagSpecificationList,
		SnapshotCopyCompletionDurationMinutes: integer,
		DestinationOutpostArn: accepted,
		DestinationAvailabilityZone: accepted,
		DestinationAvailabilityZoneId: accepted
	},
	run: (context, input) => {
		const { cloud, region, now } = context;
		const token = clientToken(region, "CopyImage", input);
		if (token.made !== void 0) return { imageId: token.made };
		const sourceRegion = cloud.regions.get(input.SourceRegion);
		if (sourceRegion === void 0) throw invalidValue(input.SourceRegion, "sourceRegion", "Invalid region.");
		const source = findImage(sourceRegion, input.SourceImageId);
		if (!mayUse(cloud, source)) throw new CloudError("InvalidAMIID.NotFound", `The image id '[${source.id}]' does not exist`);
		if (source.state !== "available") throw new CloudError("InvalidAMIID.Unavailable", `The image ID '${source.id}' is not available`);
		if (input.KmsKeyId !== void 0 && input.Encrypted !== true) throw new CloudError("InvalidParameterCombination", "KmsKeyId can only be used with Encrypted.");
		checkImageName(region, cloud.accountId, input.Name);
		checkImageQuota(cloud, region);
		const tags = specifiedTags(input.TagSpecification, "image", "snapshot");
		const imageId = cloud.newId("ami");
		const copies = /* @__PURE__ */ new Map();
		for (const device of source.blockDevices) {
			const original = device.snapshotId === void 0 ? void 0 : sourceRegion.snapshots.get(device.snapshotId);
			if (original === void 0) continue;
			const encryption = copiedEncryption(original, input.Encrypted, input.KmsKeyId, context);
			const copy = addSnapshot(cloud, region, {
				description: `Copied for DestinationAmi ${imageId} from SourceAmi ${source.id} for SourceSnapshot ${original.id}.`,
				volumeId: "vol-ffffffff",
				volumeSize: original.volumeSize,
				...encryption,
				tags: tags.snapshot,
				delay: cloud.delays.copy,
				diskId: original.diskId
			});
			copies.set(device.deviceName, copy);
		}
		completeLater(region, region.images.add({
			...inherited(source),
			id: imageId,
			createdAt: now,
			tags: new Map([...input.CopyImageTags === true && isOwn(cloud, source) ? source.tags : [], ...tags.image]),
			name: input.Name,
			description: input.Description ?? `[Copied ${source.id} from ${input.SourceRegion}] ${source.name}`,
			...ownImage(cloud.accountId),
			blockDevices: withSnapshots(source.blockDevices, ({ deviceName }) => copies.get(deviceName)),
			sourceInstanceId: void 0,
			sourceImageId: source.id,
			sourceImageRegion: input.SourceRegion
		}), [...copies.values()], now + cloud.delays.copy, {
			isReady: () => true,
			failure: () => keyProblem(context, input.KmsKeyId)
		});
		token.keep(imageId);
		return { imageId };
	}
});
function copiedEncryption(original, encrypted, keyId, context) {
	if (encrypted !== true && !original.encrypted) return {
		encrypted: false,
		kmsKeyId: void 0
	};
	return {
		encrypted: true,
		kmsKeyId: shownKey(context, keyId ?? "alias/aws/ebs")
	};
}
const imageCopyActions = [copyImage];
// src/local-cloud/actions/image-creation.ts
const createImage = ec2Action({
	name: "CreateImage",
	parameters: {
		InstanceId: required(text$1),
		Name: required(text$1),
		Description: text$1,
		NoReboot: flag,
		BlockDeviceMapping: blockDeviceList,
		TagSpecification: tagSpecificationList,
		SnapshotLocation: accepted
	},
	run: (context, input) => {
		const { cloud, region, now } = context;
		const instance = findInstance(region, input.InstanceId);
		if (![
			"running",
			"stopping",
			"stopped"
		].includes(instance.state)) throw new CloudError("IncorrectState", `Instance is not in state 'running' or 'stopped': the instance '${instance.id}' is ${instance.state}`);
		checkImageName(region, cloud.accountId, input.Name);
		checkImageQuota(cloud, region);
		const tags = specifiedTags(input.TagSpecification, "image", "snapshot");
		const source = region.images.get(instance.imageId);
		if (source === void 0) throw new CloudError("InternalError", "The image of the instance is unknown", 500);
		const devices = mergeBlockDevices(region, attachedDevices(context, instance), input.BlockDeviceMapping);
		const imageId = cloud.newId("ami");
		const snapshots = /* @__PURE__ */ new Map();
		for (const volume of region.volumes.all().filter(({ attachment }) => attachment?.instanceId === instance.id)) {
			const device = devices.find(({ deviceName }) => deviceName === volume.attachment?.device);
			if (device === void 0) continue;
			const snapshot = addSnapshot(cloud, region, {
				description: `Created by CreateImage(${instance.id}) for ${imageId}`,
				volumeId: volume.id,
				volumeSize: volume.size,
				encrypted: volume.encrypted,
				kmsKeyId: volume.kmsKeyId,
				tags: tags.snapshot,
				delay: cloud.delays.image
			});
			snapshots.set(device.deviceName, snapshot);
		}
		const image = region.images.add({
			...inherited(source),
			id: imageId,
			createdAt: now,
			tags: tags.image,
			name: input.Name,
			description: input.Description,
			...ownImage(cloud.accountId),
			blockDevices: withSnapshots(devices, ({ deviceName }) => snapshots.get(deviceName)),
			enaSupport: instance.enaSupport,
			sourceInstanceId: instance.id,
			sourceImageId: source.id,
			sourceImageRegion: region.name
		});
		const root = snapshots.get(image.rootDeviceName);
		const reboot = instance.state === "running" && input.NoReboot !== true;
		let failure;
		let isKept = instance.machine === void 0;
		instance.machine?.snapshot({ reboot }, (diskId) => {
			isKept = true;
			if (diskId === void 0) failure = `Client.InternalError: ${instance.machine?.failure ?? "the disk could not be kept"}`;
			else if (root !== void 0 && region.snapshots.get(root.id) !== void 0) root.diskId = diskId;
			else cloud.releaseDiskLater(diskId);
		});
		completeLater(region, image, [...snapshots.values()], now + cloud.delays.image, {
			isReady: () => isKept,
			failure: () => failure ?? deviceKeyProblem(context, devices)
		});
		return { imageId };
	}
});
function attachedDevices({ region }, instance) {
	return region.volumes.all().filter(({ attachment }) => attachment?.instanceId === instance.id).map((volume) => ({
		deviceName: volume.attachment?.device ?? "",
		virtualName: void 0,
		snapshotId: void 0,
		volumeSize: volume.size,
		volumeType: volume.type,
		iops: volume.iops,
		throughput: volume.throughput,
		encrypted: volume.encrypted,
		kmsKeyId: volume.kmsKeyId,
		deleteOnTermination: volume.attachment?.deleteOnTermination ?? true
	}));
}
const registerImage = ec2Action({
	name: "RegisterImage",
	parameters: {
		Name: required(text$1),
		Description: text$1,
		Architecture: oneOf("x86_64", "arm64"),
		RootDeviceName: text$1,
		BlockDeviceMapping: blockDeviceList,
		VirtualizationType: oneOf("hvm", "paravirtual"),
		EnaSupport: flag,
		BootMode: oneOf("legacy-bios", "uefi", "uefi-preferred"),
		ImdsSupport: oneOf("v2.0"),
		TagSpecification: tagSpecificationList,
		ImageLocation: accepted,
		BillingProduct: accepted,
		TpmSupport: oneOf("v2.0"),
		UefiData: accepted,
		KernelId: accepted,
		RamdiskId: accepted,
		SriovNetSupport: accepted
	},
	run: (context, input) => {
		const { cloud, region, now } = context;
		checkImageName(region, cloud.accountId, input.Name);
		checkImageQuota(cloud, region);
		if (input.TpmSupport !== void 0 && input.BootMode !== "uefi") throw invalidCombination("TpmSupport can only be used with the boot mode uefi.");
		const devices = mergeBlockDevices(region, [], input.BlockDeviceMapping);
		const rootDeviceName = input.RootDeviceName ?? devices[0]?.deviceName;
		const root = devices.find(({ deviceName }) => deviceName === rootDeviceName);
		if (rootDeviceName === void 0 || root?.snapshotId === void 0) throw new CloudError("InvalidBlockDeviceMapping", "No snapshot is given for the root device.");
		return { imageId: region.images.add({
			id: cloud.newId("ami"),
			createdAt: now,
			tags: specifiedTags(input.TagSpecification, "image").image,
			name: input.Name,
			description: input.Description,
			...ownImage(cloud.accountId),
			architecture: input.Architecture ?? "x86_64",
			platform: void 0,
			platformDetails: "Linux/UNIX",
			state: "available",
			rootDeviceName,
			blockDevices: devices,
			enaSupport: input.EnaSupport ?? false,
			bootMode: input.BootMode,
			tpmSupport: input.TpmSupport,
			imdsSupport: input.ImdsSupport,
			sourceInstanceId: void 0,
			sourceImageId: void 0,
			sourceImageRegion: void 0,
			defaultUser: defaultUserOf(context, root.snapshotId)
		}).id };
	}
});
function defaultUserOf({ region }, snapshotId) {
	return region.images.all().find(({ blockDevices }) => blockDevices.some((device) => device.snapshotId === snapshotId))?.defaultUser ?? "ec2-user";
}
const imageCreationActions = [createImage, registerImage];
// src/local-cloud/actions/images.ts
const devices = (select) => ({ blockDevices }) => blockDevices.map(select);
const imageFilters = {
	...tagFilters,
	architecture: ({ architecture }) => architecture,
	"boot-mode": ({ bootMode }) => bootMode,
	"block-device-mapping.delete-on-termination": devices(({ deleteOnTermination }) => deleteOnTermination),
	"block-device-mapping.device-name": devices(({ deviceName }) => deviceName),
	"block-device-mapping.encrypted": devices(({ encrypted }) => encrypted),
	"block-device-mapping.snapshot-id": devices(({ snapshotId }) => snapshotId),
	"block-device-mapping.volume-size": devices(({ volumeSize }) => volumeSize),
	"block-device-mapping.volume-type": devices(({ volumeType }) => volumeType),
	"creation-date": ({ createdAt }) => new Date(createdAt).toISOString(),
	description: ({ description }) => description ?? "",
	"ena-support": ({ enaSupport }) => enaSupport,
	"free-tier-eligible": () => false,
	hypervisor: () => "xen",
	"image-allowed": () => true,
	"image-id": ({ id }) => id,
	"image-type": () => "machine",
	"is-public": isPublic,
	"manifest-location": ({ ownerId, name }) => `${ownerId}/${name}`,
	name: ({ name }) => name,
	"owner-alias": ({ ownerAlias }) => ownerAlias,
	"owner-id": ({ ownerId }) => ownerId,
	platform: ({ platform }) => platform,
	"product-code": ({ productCodes }) => productCodes,
	"product-code.type": ({ productCodes }) => productCodes.map(() => "marketplace"),
	"root-device-name": ({ rootDeviceName }) => rootDeviceName,
	"root-device-type": () => "ebs",
	"source-image-id": ({ sourceImageId }) => sourceImageId,
	"source-image-region": ({ sourceImageRegion }) => sourceImageRegion,
	"source-instance-id": ({ sourceInstanceId }) => sourceInstanceId,
	state: ({ state }) => state,
	"state-reason-code": ({ stateReason }) => stateReason && reasonCode(stateReason),
	"state-reason-message": ({ stateReason }) => stateReason,
	"sriov-net-support": () => "simple",
	"virtualization-type": () => "hvm",
	...unmatched("kernel-id", "ramdisk-id", "public-ssm-parameter-name", "instance-type-specification.supported-instance-type", "instance-type-specification.unsupported-instance-type")
};
function reasonCode(stateReason) {
	return /^[\w.]+(?=: )/.exec(stateReason)?.[0] ?? "Server.InternalError";
}
const describeImages = ec2Action({
	name: "DescribeImages",
	parameters: {
		ImageId: listOf(text$1),
		Owner: listOf(text$1),
		ExecutableBy: listOf(text$1),
		IncludeDeprecated: flag,
		IncludeDisabled: flag,
		Filter: filterList,
		...pagingParameters
	},
	run: (context, input) => {
		const { cloud, region, now } = context;
		checkOwners(input.Owner);
		const page = pageOf$1(context, applyFilters(findImages(region, input.ImageId).filter((image) => image.state !== "deregistered" && mayUse(cloud, image)).filter((image) => image.state !== "disabled" || input.IncludeDisabled === true || input.ImageId.length > 0).filter((image) => input.Owner.length === 0 || input.Owner.some((owner) => isOwnedBy(cloud, image, owner))).filter((image) => input.ExecutableBy.length === 0 || input.ExecutableBy.some((who) => isExecutableBy(cloud, image, who))).filter((image) => input.IncludeDeprecated === true || input.ImageId.length > 0 || isOwn(cloud, image) || image.deprecatedAt === void 0 || image.deprecatedAt > now), input.Filter, imageFilters), input, {
			ids: input.ImageId,
			set: "imagesSet"
		});
		return {
			imagesSet: page.items.map((image) => imageXml(context, image)),
			nextToken: page.nextToken
		};
	}
});
const OWNER = /^(?:self|amazon|aws-marketplace|aws-backup-vault|\d{12})$/;
function checkOwners(owners) {
	const malformed = owners.find((owner) => !OWNER.test(owner));
	if (malformed !== void 0) throw new CloudError("InvalidUserID.Malformed", `Invalid user id: "${malformed}"`);
}
function isOwnedBy(cloud, image, owner) {
	if (owner === "self") return isOwn(cloud, image);
	return owner === image.ownerId || owner === image.ownerAlias;
}
function isExecutableBy(cloud, image, who) {
	if (who === "all") return isPublic(image);
	const account = who === "self" ? cloud.accountId : who;
	return image.launchPermissions.some(({ kind, value }) => kind === "user" && value === account);
}
function imageXml({ cloud, now }, image) {
	return {
		imageId: image.id,
		imageLocation: `${isOwn(cloud, image) ? cloud.accountId : image.ownerAlias ?? image.ownerId}/${image.name}`,
		imageState: image.state,
		imageOwnerId: image.ownerId,
		creationDate: new Date(image.createdAt),
		isPublic: isPublic(image),
		productCodes: image.productCodes.map((productCode) => ({
			productCode,
			type: "marketplace"
		})),
		architecture: image.architecture,
		imageType: "machine",
		platform: image.platform,
		platformDetails: image.platformDetails,
		usageOperation: image.platform === "windows" ? "RunInstances:0002" : "RunInstances",
		imageOwnerAlias: image.ownerAlias,
		name: image.name,
		description: image.description,
		rootDeviceType: "ebs",
		rootDeviceName: image.rootDeviceName,
		blockDeviceMapping: image.blockDevices.map(blockDeviceXml),
		virtualizationType: "hvm",
		tagSet: tagSet(image.tags),
		hypervisor: "xen",
		enaSupport: image.enaSupport,
		sriovNetSupport: "simple",
		bootMode: image.bootMode,
		tpmSupport: image.tpmSupport,
		imdsSupport: image.imdsSupport,
		deprecationTime: image.deprecatedAt === void 0 ? void 0 : new Date(image.deprecatedAt),
		deregistrationProtection: image.deregistrationProtection,
		lastLaunchedTime: lastLaunched(image, now),
		sourceInstanceId: image.sourceInstanceId,
		sourceImageId: image.sourceImageId,
		sourceImageRegion: image.sourceImageRegion,
		stateReason: image.stateReason === void 0 ? void 0 : {
			code: reasonCode(image.stateReason),
			message: image.stateReason
		}
	};
}
const imageActions = [describeImages];
// src/local-cloud/state/seed-images.ts
const DATES = [
	"20250610",
	"20250925",
	"20251203"
];
const CANONICAL = { id: "099720109477" };
const AMAZON = {
	id: "137112412989",
	alias: "amazon"
};
const AMAZON_WINDOWS = {
	id: "801119661308",
	alias: "amazon"
};
const AMAZON_ECS = {
	id: "591542846629",
	alias: "amazon"
};
const DEBIAN = { id: "136693071363" };
const RED_HAT = { id: "309956199498" };
const ROCKY = { id: "792107900819" };
const DEBIAN_WORDS = [{
	ours: "x86_64",
	theirs: "amd64"
}, {
	ours: "arm64",
	theirs: "arm64"
}];
const KERNEL_WORDS = [{
	ours: "x86_64",
	theirs: "x86_64"
}, {
	ours: "arm64",
	theirs: "arm64"
}];
const RPM_WORDS = [{
	ours: "x86_64",
	theirs: "x86_64"
}, {
	ours: "arm64",
	theirs: "aarch64"
}];
const UBUNTU_RELEASES = [
	{
		codename: "xenial",
		version: "16.04",
		store: "hvm-ssd"
	},
	{
		codename: "bionic",
		version: "18.04",
		store: "hvm-ssd"
	},
	{
		codename: "focal",
		version: "20.04",
		store: "hvm-ssd"
	},
	{
		codename: "jammy",
		version: "22.04",
		store: "hvm-ssd"
	},
	{
		codename: "noble",
		version: "24.04",
		store: "hvm-ssd-gp3"
	},
	{
		codename: "resolute",
		version: "26.04",
		store: "hvm-ssd-gp3"
	}
];
function ubuntuLines() {
	return UBUNTU_RELEASES.flatMap(({ codename, version, store }) => ["server", "minimal"].map((flavour) => {
		return {
			name: `${flavour === "server" ? "ubuntu" : "ubuntu-minimal"}/images/${store}/ubuntu-${codename}-${version}-{arch}-${flavour}-{date}`,
			description: `Canonical, Ubuntu, ${version} LTS, {arch} ${codename} image build on {date}`,
			owner: CANONICAL,
			architectures: DEBIAN_WORDS,
			rootDeviceName: "/dev/sda1",
			size: 8,
			volumeType: store === "hvm-ssd" ? "gp2" : "gp3",
			defaultUser: "ubuntu"
		};
	}));
}
function debianLine(release) {
	return {
		name: `debian-${release}-{arch}-{date}-1890`,
		description: `Debian ${release} ({date}-1890)`,
		owner: DEBIAN,
		architectures: DEBIAN_WORDS,
		rootDeviceName: "/dev/xvda",
		size: 8,
		volumeType: "gp3",
		defaultUser: "admin"
	};
}
function amazonLine(name, description, volumeType, owner = AMAZON) {
	return {
		name,
		description,
		owner,
		architectures: KERNEL_WORDS,
		rootDeviceName: "/dev/xvda",
		size: 8,
		volumeType,
		defaultUser: "ec2-user",
		...name.startsWith("al2023") ? { imdsSupport: "v2.0" } : {}
	};
}
const LINES = [
	...ubuntuLines(),
	debianLine(11),
	debianLine(12),
	debianLine(13),
	amazonLine("amzn2-ami-hvm-2.0.{date}.0-{arch}-gp2", "Amazon Linux 2 AMI 2.0.{date}.0 {arch} HVM gp2", "gp2"),
	amazonLine("amzn2-ami-kernel-5.10-hvm-2.0.{date}.0-{arch}-gp2", "Amazon Linux 2 Kernel 5.10 AMI 2.0.{date}.0 {arch} HVM gp2", "gp2"),
	amazonLine("al2023-ami-2023.9.{date}.0-kernel-6.1-{arch}", "Amazon Linux 2023 AMI 2023.9.{date}.0 {arch} HVM kernel-6.1", "gp3"),
	amazonLine("al2023-ami-minimal-2023.9.{date}.0-kernel-6.1-{arch}", "Amazon Linux 2023 AMI 2023.9.{date}.0 {arch} Minimal HVM kernel-6.1", "gp3"),
	amazonLine("amzn2-ami-ecs-hvm-2.0.{date}-{arch}-ebs", "Amazon Linux AMI 2.0.{date} {arch} ECS HVM GP2", "gp2", AMAZON_ECS),
	{
		name: "RHEL-9.6.0_HVM-{date}-{arch}-0-Hourly2-GP3",
		description: "Provided by Red Hat, Inc.",
		owner: RED_HAT,
		architectures: KERNEL_WORDS,
		rootDeviceName: "/dev/sda1",
		size: 10,
		volumeType: "gp3",
		defaultUser: "ec2-user"
	},
	{
		name: "Rocky-9-EC2-Base-9.6-{date}.0.{arch}",
		description: "Rocky-9-EC2-Base-9.6-{date}.0.{arch}",
		owner: ROCKY,
		architectures: RPM_WORDS,
		rootDeviceName: "/dev/sda1",
		size: 10,
		volumeType: "gp3",
		defaultUser: "rocky"
	},
	...[
		"2016",
		"2019",
		"2022",
		"2025"
	].map((year) => ({
		name: `Windows_Server-${year}-English-Full-Base-{dotted}`,
		description: `Microsoft Windows Server ${year} with Desktop Experience Locale English AMI provided by Amazon`,
		owner: AMAZON_WINDOWS,
		architectures: [{
			ours: "x86_64",
			theirs: "x86_64"
		}],
		rootDeviceName: "/dev/sda1",
		size: 30,
		volumeType: "gp2",
		defaultUser: "Administrator",
		platform: "windows"
	}))
];
function seedImages(region) {
	for (const line of LINES) for (const architecture of line.architectures) for (const date of DATES) seedImage(region, line, architecture, date);
}
function seedImage(region, line, architecture, date) {
	const dashed = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
	const fill = (text) => text.replaceAll("{arch}", architecture.theirs).replaceAll("{date}", date).replaceAll("{dotted}", dashed.replaceAll("-", "."));
	const name = fill(line.name);
	const createdAt = Date.parse(`${dashed}T07:31:52Z`);
	const snapshotId = `snap-${stableHex(`${region.name}/snapshot/${name}`)}`;
	const imageId = `ami-${stableHex(`${region.name}/image/${name}`)}`;
	region.snapshots.seed({
		id: snapshotId,
		createdAt,
		tags: /* @__PURE__ */ new Map(),
		ownerId: line.owner.id,
		ownerAlias: line.owner.alias,
		description: `Created by CreateImage for ${imageId}`,
		volumeId: "vol-ffffffff",
		volumeSize: line.size,
		encrypted: false,
		kmsKeyId: void 0,
		state: "completed",
		dueAt: createdAt,
		diskId: void 0,
		createVolumePermissions: [{
			kind: "group",
			value: "all"
		}]
	});
	region.images.seed({
		id: imageId,
		createdAt,
		tags: /* @__PURE__ */ new Map(),
		name,
		description: fill(line.description),
		ownerId: line.owner.id,
		ownerAlias: line.owner.alias,
		architecture: architecture.ours,
		platform: line.platform,
		platformDetails: line.platform === "windows" ? "Windows" : "Linux/UNIX",
		state: "available",
		stateReason: void 0,
		rootDeviceName: line.rootDeviceName,
		blockDevices: [{
			deviceName: line.rootDeviceName,
			virtualName: void 0,
			snapshotId,
			volumeSize: line.size,
			volumeType: line.volumeType,
			iops: line.volumeType === "gp3" ? 3e3 : void 0,
			throughput: line.volumeType === "gp3" ? 125 : void 0,
			encrypted: false,
			kmsKeyId: void 0,
			deleteOnTermination: true
		}],
		enaSupport: true,
		tpmSupport: void 0,
		bootMode: architecture.ours === "arm64" ? "uefi" : "uefi-preferred",
		imdsSupport: line.imdsSupport,
		deprecatedAt: createdAt + 63072e6,
		deregistrationProtection: "disabled",
		launchPermissions: [{
			kind: "group",
			value: "all"
		}],
		productCodes: [],
		launchedAt: void 0,
		sourceInstanceId: void 0,
		sourceImageId: void 0,
		sourceImageRegion: void 0,
		defaultUser: line.defaultUser
	});
}
// src/local-cloud/state/table.ts
var Table = class {
	#rows = /* @__PURE__ */ new Map();
	#hiddenCalls = /* @__PURE__ */ new Map();
	#clock;
	#consistency;
	constructor(clock, consistency) {
		this.#clock = clock;
		this.#consistency = consistency;
	}
	add(row) {
		this.#rows.set(row.id, row);
		const calls = this.#consistency.calls ?? 0;
		if (calls > 0) this.#hiddenCalls.set(row.id, calls);
		return row;
	}
	seed(row) {
		this.#rows.set(row.id, row);
		return row;
	}
	delete(id) {
		this.#rows.delete(id);
		this.#hiddenCalls.delete(id);
	}
	named(id) {
		const row = this.#rows.get(id);
		const calls = this.#hiddenCalls.get(id) ?? 0;
		if (calls > 0) {
			this.#hiddenCalls.set(id, calls - 1);
			return;
		}
		return row !== void 0 && this.#isOldEnough(row) ? row : void 0;
	}
	visible() {
		return this.all().filter((row) => (this.#hiddenCalls.get(row.id) ?? 0) === 0 && this.#isOldEnough(row));
	}
	get(id) {
		return this.#rows.get(id);
	}
	all() {
		return [...this.#rows.values()];
	}
	#isOldEnough(row) {
		return this.#clock.now() - row.createdAt >= (this.#consistency.milliseconds ?? 0);
	}
};
// src/local-cloud/state/timeline.ts
var Timeline = class {
	#entries = [];
	#sequence = 0;
	schedule(dueAt, happen, isReady = () => true) {
		const entry = {
			dueAt,
			sequence: this.#sequence++,
			isReady,
			happen
		};
		this.#entries.push(entry);
		return () => {
			this.#entries = this.#entries.filter((other) => other !== entry);
		};
	}
	catchUp(now) {
		for (let entry = this.#firstDue(now); entry !== void 0; entry = this.#firstDue(now)) {
			const happening = entry;
			this.#entries = this.#entries.filter((other) => other !== happening);
			happening.happen(happening.dueAt);
		}
	}
	#firstDue(now) {
		return this.#entries.filter((entry) => entry.dueAt <= now && entry.isReady()).sort((a, b) => a.dueAt - b.dueAt || a.sequence - b.sequence)[0];
	}
};
// src/local-cloud/state/region-state.ts
var RegionState = class {
	name;
	timeline = new Timeline();
	vpcs;
	subnets;
	securityGroups;
	keyPairs;
	images;
	snapshots;
	volumes;
	interfaces;
	instances;
	spotRequests;
	launchTemplates;
	fleets;
	spotFleets;
	launchConfigurations = /* @__PURE__ */ new Map();
	autoScalingGroups = /* @__PURE__ */ new Map();
	fastLaunches = /* @__PURE__ */ new Map();
	lostFastLaunches = /* @__PURE__ */ new Set();
	parameters = /* @__PURE__ */ new Map();
	keys;
	secrets = /* @__PURE__ */ new Map();
	clientTokens = /* @__PURE__ */ new Map();
	constructor(name, accountId, { clock, consistency = {}, ipv6 = false, kmsKeys = [] }) {
		this.name = name;
		this.keys = new KmsKeys({
			region: name,
			accountId
		}, kmsKeys);
		this.vpcs = new Table(clock, consistency);
		this.subnets = new Table(clock, consistency);
		this.securityGroups = new Table(clock, consistency);
		this.keyPairs = new Table(clock, consistency);
		this.images = new Table(clock, consistency);
		this.snapshots = new Table(clock, consistency);
		this.volumes = new Table(clock, consistency);
		this.interfaces = new Table(clock, consistency);
		this.instances = new Table(clock, consistency);
		this.spotRequests = new Table(clock, consistency);
		this.launchTemplates = new Table(clock, consistency);
		this.fleets = new Table(clock, consistency);
		this.spotFleets = new Table(clock, consistency);
		this.#seedNetwork(accountId, ipv6);
		seedImages(this);
	}
	get availabilityZones() {
		return [
			"a",
			"b",
			"c"
		].map((letter) => this.name + letter);
	}
	get defaultVpc() {
		return this.vpcs.all().find((vpc) => vpc.isDefault);
	}
	#seedNetwork(accountId, ipv6) {
		const id = (prefix, what) => `${prefix}-${stableHex(`${accountId}/${this.name}/${prefix}/${what}`)}`;
		const vpc = this.vpcs.seed({
			id: id("vpc", "default"),
			createdAt: 0,
			tags: /* @__PURE__ */ new Map(),
			cidrBlock: "172.31.0.0/16",
			isDefault: true
		});
		this.availabilityZones.forEach((zone, index) => {
			this.subnets.seed({
				id: id("subnet", zone),
				createdAt: 0,
				tags: /* @__PURE__ */ new Map(),
				vpcId: vpc.id,
				cidrBlock: `172.31.${index * 16}.0/20`,
				availabilityZone: zone,
				availabilityZoneId: zoneId(zone),
				isDefault: true,
				mapPublicIpOnLaunch: true,
				ipv6CidrBlock: ipv6 ? `2001:db8:0:${index + 1}::/64` : void 0,
				used: 0
			});
		});
		const groupId = id("sg", "default");
		this.securityGroups.seed({
			id: groupId,
			createdAt: 0,
			tags: /* @__PURE__ */ new Map(),
			name: "default",
			description: "default VPC security group",
			vpcId: vpc.id,
			ingress: [{
				id: id("sgr", "default"),
				protocol: "-1",
				fromPort: void 0,
				toPort: void 0,
				range: {
					kind: "group",
					peer: groupId,
					description: void 0
				}
			}]
		});
	}
};
function zoneId(zone) {
	const [, area, direction, number, letter] = /^([a-z]+)-(?:[a-z]+-)?([a-z]+)-(\d+)([a-z])$/.exec(zone) ?? [];
	if (area === void 0 || direction === void 0 || number === void 0 || letter === void 0) return zone;
	return `${area}${/^(north|south|east|west|central)/.test(direction) ? direction.replace(/north|south|east|west|central/g, (word) => word.charAt(0)) : direction}${number}-az${letter.charCodeAt(0) - 96}`;
}
// src/local-cloud/state/resources.ts
const INSTANCE_STATE_CODES = {
	pending: 0,
	running: 16,
	"shutting-down": 32,
	terminated: 48,
	stopping: 64,
	stopped: 80
};
// src/local-cloud/actions/instance-xml.ts
function instanceXml(cloud, region, instance) {
	const image = region.images.get(instance.imageId);
	const interfaces = interfacesOf(region, instance);
	const [primary] = interfaces;
	const isGone = instance.state === "terminated";
	return {
		instanceId: instance.id,
		imageId: instance.imageId,
		instanceState: stateXml(instance.state),
		...dnsNamesXml(region, instance),
		reason: instance.transitionReason,
		keyName: instance.keyName,
		amiLaunchIndex: instance.launchIndex,
		productCodes: [],
		instanceType: instance.instanceType,
		launchTime: new Date(instance.launchedAt),
		placement: {
			availabilityZone: instance.availabilityZone,
			availabilityZoneId: zoneId(instance.availabilityZone),
			groupName: "",
			tenancy: instance.placement.tenancy,
			hostId: instance.placement.hostId,
			hostResourceGroupArn: instance.placement.hostResourceGroupArn
		},
		platform: instance.platform,
		monitoring: { state: instance.monitoring ? "enabled" : "disabled" },
		subnetId: isGone ? void 0 : instance.subnetId,
		vpcId: isGone ? void 0 : instance.vpcId,
		privateIpAddress: primary?.privateAddress,
		ipAddress: primary?.publicAddress,
		ipv6Address: primary?.ipv6Address,
		sourceDestCheck: instance.sourceDestCheck,
		groupSet: groupsXml(region, primary),
		stateReason: instance.stateReason,
		architecture: instance.architecture,
		rootDeviceType: "ebs",
		rootDeviceName: instance.rootDeviceName,
		blockDeviceMapping: region.volumes.all().filter((volume) => volume.attachment?.instanceId === instance.id).map((volume) => ({
			deviceName: volume.attachment?.device,
			ebs: {
				volumeId: volume.id,
				status: instance.state === "pending" ? "attaching" : "attached",
				attachTime: new Date(volume.attachment?.at ?? volume.createdAt),
				deleteOnTermination: volume.attachment?.deleteOnTermination
			}
		})),
		virtualizationType: "hvm",
		clientToken: instance.clientToken ?? "",
		tagSet: tagSet(instance.tags),
		hypervisor: "xen",
		networkInterfaceSet: interfaces.map((each) => interfaceOfInstanceXml(cloud, region, instance, each)),
		iamInstanceProfile: profileOf(cloud, instance),
		ebsOptimized: instance.ebsOptimized,
		enaSupport: instance.enaSupport,
		sriovNetSupport: instance.sriovNetSupport,
		bootMode: image?.bootMode,
		metadataOptions: {
			state: instance.state === "pending" ? "pending" : "applied",
			...instance.metadataOptions
		},
		instanceLifecycle: instance.spotRequestId === void 0 ? void 0 : "spot",
		spotInstanceRequestId: instance.spotRequestId,
		...featuresXml(instance),
		platformDetails: instance.platformDetails,
		usageOperation: instance.platform === "windows" ? "RunInstances:0002" : "RunInstances"
	};
}
function profileOf({ iam, accountId }, { instanceProfile: name }) {
	if (name === void 0) return void 0;
	const profile = iam.profiles.get(name);
	return {
		arn: `arn:aws:iam::${accountId}:instance-profile${profile?.path ?? "/"}${name}`,
		id: profile?.id
	};
}
function dnsNamesXml(region, instance) {
	const [primary] = interfacesOf(region, instance);
	return {
		privateDnsName: primary === void 0 ? "" : privateDnsName(region.name, primary.privateAddress),
		dnsName: primary?.publicAddress === void 0 ? "" : publicDnsName(region.name, primary.publicAddress)
	};
}
function featuresXml({ features: { enclave, licenses, capacityReservation } }) {
	const { preference, id, groupArn } = capacityReservation;
	const target = {
		capacityReservationId: id,
		capacityReservationResourceGroupArn: groupArn
	};
	return {
		enclaveOptions: { enabled: enclave },
		licenseSet: licenses.map((licenseConfigurationArn) => ({ licenseConfigurationArn })),
		capacityReservationSpecification: id === void 0 && groupArn === void 0 ? { capacityReservationPreference: preference ?? "open" } : { capacityReservationTarget: target }
	};
}
function stateXml(state) {
	return {
		code: INSTANCE_STATE_CODES[state],
		name: state
	};
}
function interfacesOf(region, instance) {
	return instance.interfaceIds.map((id) => region.interfaces.get(id)).filter((networkInterface) => networkInterface !== void 0);
}
function groupsXml(region, networkInterface) {
	return (networkInterface?.groupIds ?? []).map((groupId) => ({
		groupId,
		groupName: region.securityGroups.get(groupId)?.name
	}));
}
function associationXml(region, { publicAddress }) {
	if (publicAddress === void 0) return void 0;
	return {
		publicIp: publicAddress,
		publicDnsName: publicDnsName(region.name, publicAddress),
		ipOwnerId: "amazon"
	};
}
function attachmentXml(instance, networkInterface) {
	return {
		attachmentId: networkInterface.id.replace(/^eni-/, "eni-attach-"),
		deviceIndex: networkInterface.deviceIndex,
		status: instance.state === "pending" ? "attaching" : "attached",
		attachTime: new Date(networkInterface.createdAt),
		deleteOnTermination: true,
		networkCardIndex: 0
	};
}
function privateAddressesXml(region, networkInterface) {
	return [{
		privateIpAddress: networkInterface.privateAddress,
		privateDnsName: privateDnsName(region.name, networkInterface.privateAddress),
		primary: true,
		association: associationXml(region, networkInterface)
	}];
}
function ipv6AddressesXml({ ipv6Address }) {
	return ipv6Address === void 0 ? [] : [{
		ipv6Address,
		isPrimaryIpv6: false
	}];
}
function interfaceOfInstanceXml(cloud, region, instance, networkInterface) {
	return {
		networkInterfaceId: networkInterface.id,
		subnetId: networkInterface.subnetId,
		vpcId: networkInterface.vpcId,
		description: networkInterface.description,
		ownerId: cloud.accountId,
		status: "in-use",
		macAddress: networkInterface.macAddress,
		privateIpAddress: networkInterface.privateAddress,
		privateDnsName: privateDnsName(region.name, networkInterface.privateAddress),
		sourceDestCheck: instance.sourceDestCheck,
		groupSet: groupsXml(region, networkInterface),
		attachment: attachmentXml(instance, networkInterface),
		association: associationXml(region, networkInterface),
		privateIpAddressesSet: privateAddressesXml(region, networkInterface),
		ipv6AddressesSet: ipv6AddressesXml(networkInterface),
		interfaceType: "interface"
	};
}
function privateDnsName(region, address) {
	const domain = region === "us-east-1" ? "ec2.internal" : `${region}.compute.internal`;
	return `ip-${address.replaceAll(".", "-")}.${domain}`;
}
function publicDnsName(region, address) {
	const domain = region === "us-east-1" ? "compute-1" : `${region}.compute`;
	return `ec2-${address.replaceAll(".", "-")}.${domain}.amazonaws.com`;
}
// src/local-cloud/actions/instance-attributes.ts
const describeInstanceAttribute = ec2Action({
	name: "DescribeInstanceAttribute",
	parameters: {
		InstanceId: required(text$1),
		Attribute: required(text$1)
	},
	run: ({ region }, input) => {
		const instance = findInstance(region, input.InstanceId);
		return {
			instanceId: instance.id,
			...attributeXml(region, instance, input.Attribute)
		};
	}
});
function attributeXml(region, instance, attribute) {
	const value = (content) => ({ [attribute]: { value: content } });
	switch (attribute) {
		case "disableApiTermination": return value(instance.disableApiTermination);
		case "disableApiStop": return value(instance.disableApiStop);
		case "ebsOptimized": return value(instance.ebsOptimized);
		case "enaSupport": return value(instance.enaSupport);
		case "instanceInitiatedShutdownBehavior": return value(instance.shutdownBehavior);
		case "instanceType": return value(instance.instanceType);
		case "rootDeviceName": return value(instance.rootDeviceName);
		case "sourceDestCheck": return value(instance.sourceDestCheck);
		case "sriovNetSupport": return value(instance.sriovNetSupport);
		case "userData": return value(instance.userData);
		case "kernel":
		case "ramdisk": return value(void 0);
		case "enclaveOptions": return { enclaveOptions: { enabled: instance.features.enclave } };
		case "groupSet": return { groupSet: groupsXml(region, interfacesOf(region, instance)[0]) };
		case "productCodes": return { productCodes: [] };
		case "blockDeviceMapping": return { blockDeviceMapping: region.volumes.all().filter(({ attachment }) => attachment?.instanceId === instance.id).map(({ id, attachment }) => ({
			deviceName: attachment?.device,
			ebs: {
				volumeId: id,
				status: "attached",
				deleteOnTermination: attachment?.deleteOnTermination
			}
		})) };
		default: throw invalidValue(attribute, "attribute", "Unknown instance attribute.");
	}
}
const flagValue = structure({ Value: flag });
const textValue = structure({ Value: text$1 });
const modifyInstanceAttribute = ec2Action({
	name: "ModifyInstanceAttribute",
	parameters: {
		InstanceId: required(text$1),
		Attribute: text$1,
		Value: text$1,
		DisableApiTermination: flagValue,
		DisableApiStop: flagValue,
		EbsOptimized: flagValue,
		EnaSupport: flagValue,
		SourceDestCheck: flagValue,
		SriovNetSupport: textValue,
		InstanceInitiatedShutdownBehavior: textValue,
		InstanceType: textValue,
		UserData: textValue,
		Kernel: textValue,
		Ramdisk: textValue,
		GroupId: listOf(text$1),
		BlockDeviceMapping: listOf(structure({
			DeviceName: required(text$1),
			Ebs: structure({
				VolumeId: text$1,
				DeleteOnTermination: flag
			}),
			VirtualName: text$1,
			NoDevice: text$1
		}))
	},
	run: ({ region }, input) => {
		const instance = findInstance(region, input.InstanceId);
		const named = (attribute) => input.Attribute === attribute ? input.Value ?? "" : void 0;
		const namedFlag = (attribute) => {
			const value = named(attribute);
			return value === void 0 ? void 0 : value === "true";
		};
		const changes = [];
		const change = (value, apply) => {
			if (value !== void 0) changes.push(() => apply(value));
		};
		change(input.DisableApiTermination?.Value ?? namedFlag("disableApiTermination"), (value) => {
			instance.disableApiTermination = value;
		});
		change(input.DisableApiStop?.Value ?? namedFlag("disableApiStop"), (value) => {
			instance.disableApiStop = value;
		});
		change(input.SourceDestCheck?.Value ?? namedFlag("sourceDestCheck"), (value) => {
			instance.sourceDestCheck = value;
		});
		change(input.EbsOptimized?.Value ?? namedFlag("ebsOptimized"), (value) => {
			requireStopped(instance, "ebsOptimized");
			instance.ebsOptimized = value;
		});
		change(input.EnaSupport?.Value ?? namedFlag("enaSupport"), (value) => {
			requireStopped(instance, "enaSupport");
			instance.enaSupport = value;
		});
		change(input.SriovNetSupport?.Value ?? named("sriovNetSupport"), (value) => {
			if (value !== "simple") throw invalidValue(value, "sriovNetSupport", "Valid values: simple.");
			requireStopped(instance, "sriovNetSupport");
			instance.sriovNetSupport = value;
		});
		change(input.InstanceInitiatedShutdownBehavior?.Value ?? named("instanceInitiatedShutdownBehavior"), (value) => {
			if (value !== "stop" && value !== "terminate") throw invalidValue(value, "instanceInitiatedShutdownBehavior", "Valid values: stop, terminate.");
			instance.shutdownBehavior = value;
		});
		change(input.InstanceType?.Value ?? named("instanceType"), (value) => {
			requireStopped(instance, "instanceType");
			if (instanceTypeNamed(value) === void 0) throw invalidValue(value, "instanceType", "Unknown instance type.");
			instance.instanceType = value;
		});
		change(input.UserData?.Value ?? named("userData"), (value) => {
			requireStopped(instance, "userData");
			instance.userData = value;
		});
		if (input.GroupId.length > 0) {
			const groupIds = findSecurityGroups(region, input.GroupId).map(({ id }) => id);
			changes.push(() => {
				const [primary] = interfacesOf(region, instance);
				if (primary !== void 0) primary.groupIds = groupIds;
			});
		}
		for (const { DeviceName: device, Ebs: ebs } of input.BlockDeviceMapping) change(ebs?.DeleteOnTermination, (value) => {
			const volume = region.volumes.all().find(({ attachment }) => attachment?.instanceId === instance.id && attachment.device === device);
			if (volume?.attachment === void 0) throw new CloudError("InvalidInstanceAttributeValue", `No device is currently mapped at ${device}`);
			volume.attachment.deleteOnTermination = value;
		});
		if (changes.length === 0) throw invalidCombination("No attributes specified.");
		if (changes.length > 1) throw invalidCombination("Fields for multiple attribute types specified.");
		for (const apply of changes) apply();
		return { return: true };
	}
});
function requireStopped(instance, attribute) {
	if (instance.state !== "stopped") throw new CloudError("IncorrectInstanceState", `The instance '${instance.id}' is not in the 'stopped' state; its attribute '${attribute}' can't be changed.`);
}
const instanceAttributeActions = [describeInstanceAttribute, modifyInstanceAttribute];
// src/local-cloud/actions/instance-type-catalog.ts
const describeInstanceTypes = ec2Action({
	name: "DescribeInstanceTypes",
	parameters: {
		InstanceType: listOf(text$1),
		Filter: filterList,
		IncludeUnsupportedInRegion: accepted,
		...pagingParameters
	},
	run: (context, input) => {
		const unknown = input.InstanceType.filter((name) => instanceTypeNamed(name) === void 0);
		if (unknown.length > 0) throw new CloudError("InvalidInstanceType", `The following supplied instance types do not exist: [${unknown.join(", ")}]`);
		const page = pageOf$1(context, applyFilters(instanceTypes().filter(({ name }) => input.InstanceType.length === 0 || input.InstanceType.includes(name)), input.Filter, {
			"bare-metal": () => false,
			"burstable-performance-supported": ({ burstable }) => burstable,
			"current-generation": ({ currentGeneration }) => currentGeneration,
			hypervisor: hypervisorOf,
			"instance-type": ({ name }) => name,
			"memory-info.size-in-mib": ({ memoryMib }) => memoryMib,
			"processor-info.supported-architecture": ({ architecture }) => architecture,
			"supported-root-device-type": () => "ebs",
			"supported-virtualization-type": () => "hvm",
			"vcpu-info.default-vcpus": ({ vcpus }) => vcpus
		}), input, {
			ids: input.InstanceType,
			set: "instanceTypeSet",
			most: 100
		});
		return {
			instanceTypeSet: page.items.map(typeXml),
			nextToken: page.nextToken
		};
	}
});
function hypervisorOf(type) {
	return isXen(type) ? "xen" : "nitro";
}
function typeXml(type) {
	const isNitro = !isXen(type);
	return {
		instanceType: type.name,
		currentGeneration: type.currentGeneration,
		freeTierEligible: type.name === "t3.micro",
		supportedUsageClasses: ["on-demand", "spot"],
		supportedRootDeviceTypes: ["ebs"],
		supportedVirtualizationTypes: ["hvm"],
		bareMetal: false,
		hypervisor: hypervisorOf(type),
		processorInfo: { supportedArchitectures: [type.architecture] },
		vCpuInfo: { defaultVCpus: type.vcpus },
		memoryInfo: { sizeInMiB: type.memoryMib },
		instanceStorageSupported: false,
		ebsInfo: {
			ebsOptimizedSupport: isNitro ? "default" : "unsupported",
			encryptionSupport: "supported",
			nvmeSupport: isNitro ? "required" : "unsupported"
		},
		networkInfo: {
			ipv6Supported: true,
			enaSupport: isNitro ? "required" : "unsupported",
			efaSupported: false
		},
		burstablePerformanceSupported: type.burstable,
		hibernationSupported: false,
		dedicatedHostsSupported: false,
		supportedBootModes: bootModesOf(type),
		nitroTpmSupport: hasTpm(type) ? "supported" : "unsupported",
		nitroTpmInfo: hasTpm(type) ? { supportedVersions: ["2.0"] } : void 0
	};
}
const instanceTypeActions = [describeInstanceTypes, ec2Action({
	name: "DescribeInstanceTypeOfferings",
	parameters: {
		LocationType: oneOf("region", "availability-zone", "availability-zone-id"),
		Filter: filterList,
		...pagingParameters
	},
	run: (context, input) => {
		const { cloud, region } = context;
		const locationType = input.LocationType ?? "region";
		const page = pageOf$1(context, applyFilters(instanceTypes().flatMap(({ name: instanceType }) => {
			const zones = region.availabilityZones.filter((zone) => isOffered(cloud, instanceType, zone));
			const names = locationType === "availability-zone" ? zones : zones.map(zoneId);
			return (locationType !== "region" ? names : zones.length > 0 ? [region.name] : []).map((location) => ({
				instanceType,
				locationType,
				location
			}));
		}), input.Filter, {
			"instance-type": ({ instanceType }) => instanceType,
			location: ({ location }) => location
		}), input, {
			ids: [],
			set: "instanceTypeOfferingSet"
		});
		return {
			instanceTypeOfferingSet: page.items,
			nextToken: page.nextToken
		};
	}
})];
// src/local-cloud/actions/instances.ts
function instanceFilters(cloud, region) {
	const volumesOf = ({ id }) => region.volumes.all().filter(({ attachment }) => attachment?.instanceId === id);
	const shown = (instance) => dnsNamesXml(region, instance);
	const primary = (instance) => interfacesOf(region, instance)[0];
	return {
		...tagFilters,
		architecture: ({ architecture }) => architecture,
		"availability-zone": ({ availabilityZone }) => availabilityZone,
		"availability-zone-id": ({ availabilityZone }) => zoneId(availabilityZone),
		"block-device-mapping.delete-on-termination": (instance) => volumesOf(instance).map(({ attachment }) => attachment?.deleteOnTermination),
		"block-device-mapping.device-name": (instance) => volumesOf(instance).map(({ attachment }) => attachment?.device),
		"block-device-mapping.volume-id": (instance) => volumesOf(instance).map(({ id }) => id),
		"boot-mode": ({ imageId }) => region.images.get(imageId)?.bootMode,
		"dns-name": (instance) => shown(instance).dnsName,
		"ebs-optimized": ({ ebsOptimized }) => ebsOptimized,
		"ena-support": ({ enaSupport }) => enaSupport,
		"enclave-options.enabled": ({ features }) => features.enclave,
		"host-id": ({ placement }) => placement.hostId,
		hypervisor: () => "xen",
		"iam-instance-profile.arn": (instance) => profileOf(cloud, instance)?.arn,
		"iam-instance-profile.id": (instance) => profileOf(cloud, instance)?.id,
		"iam-instance-profile.name": ({ instanceProfile }) => instanceProfile,
		"ipv6-address": (instance) => primary(instance)?.ipv6Address,
		"launch-index": ({ launchIndex }) => launchIndex,
		"launch-time": ({ launchedAt }) => new Date(launchedAt).toISOString(),
		"metadata-options.http-endpoint": ({ metadataOptions }) => metadataOptions.httpEndpoint,
		"metadata-options.http-put-response-hop-limit": ({ metadataOptions }) => metadataOptions.httpPutResponseHopLimit,
		"metadata-options.http-tokens": ({ metadataOptions }) => metadataOptions.httpTokens,
		"metadata-options.instance-metadata-tags": ({ metadataOptions }) => metadataOptions.instanceMetadataTags,
		"monitoring-state": ({ monitoring }) => monitoring ? "enabled" : "disabled",
		"client-token": ({ clientToken }) => clientToken,
		"image-id": ({ imageId }) => imageId,
		"instance-id": ({ id }) => id,
		"instance-state-code": ({ state }) => INSTANCE_STATE_CODES[state],
		"instance-state-name": ({ state }) => state,
		"instance-type": ({ instanceType }) => instanceType,
		"instance.group-id": (instance) => primary(instance)?.groupIds ?? [],
		"instance.group-name": (instance) => (primary(instance)?.groupIds ?? []).map((id) => region.securityGroups.get(id)?.name),
		"ip-address": (instance) => primary(instance)?.publicAddress,
		"key-name": ({ keyName }) => keyName,
		"network-interface.addresses.private-ip-address": (instance) => interfacesOf(region, instance).map(({ privateAddress }) => privateAddress),
		"network-interface.association.public-ip": (instance) => interfacesOf(region, instance).map(({ publicAddress }) => publicAddress),
		"network-interface.group-id": (instance) => interfacesOf(region, instance).flatMap(({ groupIds }) => groupIds),
		"network-interface.network-interface-id": ({ interfaceIds }) => interfaceIds,
		"network-interface.subnet-id": (instance) => interfacesOf(region, instance).map(({ subnetId }) => subnetId),
		"network-interface.vpc-id": (instance) => interfacesOf(region, instance).map(({ vpcId }) => vpcId),
		"owner-id": () => cloud.accountId,
		platform: ({ platform }) => platform,
		"platform-details": ({ platformDetails }) => platformDetails,
		"private-dns-name": (instance) => shown(instance).privateDnsName,
		"private-ip-address": (instance) => primary(instance)?.privateAddress,
		"reservation-id": ({ reservationId }) => reservationId,
		reason: ({ transitionReason }) => transitionReason,
		"root-device-name": ({ rootDeviceName }) => rootDeviceName,
		"source-dest-check": ({ sourceDestCheck }) => sourceDestCheck,
		"state-reason-code": ({ stateReason }) => stateReason?.code,
		"state-reason-message": ({ stateReason }) => stateReason?.message,
		"root-device-type": () => "ebs",
		"subnet-id": ({ subnetId }) => subnetId,
		"instance-lifecycle": ({ spotRequestId }) => spotRequestId === void 0 ? void 0 : "spot",
		"spot-instance-request-id": ({ spotRequestId }) => spotRequestId,
		tenancy: ({ placement }) => placement.tenancy,
		"virtualization-type": () => "hvm",
		"vpc-id": ({ vpcId }) => vpcId
	};
}
const describeInstances = ec2Action({
	name: "DescribeInstances",
	parameters: {
		InstanceId: listOf(text$1),
		Filter: filterList,
		IncludeManagedResources: accepted,
		...pagingParameters
	},
	run: (context, input) => {
		const { cloud, region } = context;
		const page = pageOf$1(context, applyFilters(findInstances(region, input.InstanceId), input.Filter, instanceFilters(cloud, region)), input, {
			ids: input.InstanceId,
			set: "instancesSet"
		});
		const reservations = /* @__PURE__ */ new Map();
		for (const instance of page.items) reservations.set(instance.reservationId, [...reservations.get(instance.reservationId) ?? [], instance]);
		return {
			reservationSet: [...reservations].map(([reservationId, instances]) => ({
				reservationId,
				ownerId: cloud.accountId,
				groupSet: [],
				instancesSet: instances.map((instance) => instanceXml(cloud, region, instance))
			})),
			nextToken: page.nextToken
		};
	}
});
const describeInstanceStatus = ec2Action({
	name: "DescribeInstanceStatus",
	parameters: {
		InstanceId: listOf(text$1),
		Filter: filterList,
		IncludeAllInstances: flag,
		IncludeManagedResources: accepted,
		...pagingParameters
	},
	run: (context, input) => {
		const { cloud, region, now } = context;
		const statusOf = ({ state, launchedAt }) => {
			if (state !== "running") return "not-applicable";
			return now >= launchedAt + 2 * cloud.delays.running ? "ok" : "initializing";
		};
		const page = pageOf$1(context, applyFilters(findInstances(region, input.InstanceId).filter(({ state }) => input.IncludeAllInstances === true || state === "running"), input.Filter, {
			"availability-zone": ({ availabilityZone }) => availabilityZone,
			"availability-zone-id": ({ availabilityZone }) => zoneId(availabilityZone),
			"instance-state-code": ({ state }) => INSTANCE_STATE_CODES[state],
			"instance-state-name": ({ state }) => state,
			"instance-status.status": statusOf,
			"system-status.status": statusOf
		}), input, {
			ids: input.InstanceId,
			set: "instancesSet"
		});
		return {
			instanceStatusSet: page.items.map((instance) => {
				const hasPassed = statusOf(instance) === "ok";
				const status = statusOf(instance);
				const details = instance.state === "running" ? [{
					name: "reachability",
					status: hasPassed ? "passed" : "initializing"
				}] : [];
				return {
					instanceId: instance.id,
					availabilityZone: instance.availabilityZone,
					instanceState: stateXml(instance.state),
					systemStatus: {
						status,
						details
					},
					instanceStatus: {
						status,
						details
					}
				};
			}),
			nextToken: page.nextToken
		};
	}
});
const stopInstances = ec2Action({
	name: "StopInstances",
	parameters: {
		InstanceId: required(listOf(text$1)),
		Force: accepted,
		Hibernate: accepted,
		SkipOsShutdown: accepted
	},
	run: ({ cloud, region }, input) => changesXml(new InstanceLifecycle(cloud, region).stop(findInstances(region, input.InstanceId)))
});
const startInstances = ec2Action({
	name: "StartInstances",
	parameters: {
		InstanceId: required(listOf(text$1)),
		AdditionalInfo: accepted
	},
	run: ({ cloud, region }, input) => changesXml(new InstanceLifecycle(cloud, region).start(findInstances(region, input.InstanceId)))
});
const terminateInstances = ec2Action({
	name: "TerminateInstances",
	parameters: {
		InstanceId: required(listOf(text$1)),
		Force: accepted,
		SkipOsShutdown: accepted
	},
	run: ({ cloud, region }, input) => changesXml(new InstanceLifecycle(cloud, region).terminate(findInstances(region, input.InstanceId)))
});
const rebootInstances = ec2Action({
	name: "RebootInstances",
	parameters: { InstanceId: required(listOf(text$1)) },
	run: ({ cloud, region }, input) => {
		new InstanceLifecycle(cloud, region).reboot(findInstances(region, input.InstanceId));
		return { return: true };
	}
});
function changesXml(changes) {
	return { instancesSet: changes.map(({ instance, previous }) => ({
		instanceId: instance.id,
		currentState: stateXml(instance.state),
		previousState: stateXml(previous)
	})) };
}
const instanceActions = [
	describeInstances,
	describeInstanceStatus,
	stopInstances,
	startInstances,
	terminateInstances,
	rebootInstances,
	ec2Action({
		name: "GetConsoleOutput",
		parameters: {
			InstanceId: required(text$1),
			Latest: accepted
		},
		run: ({ region, now }, input) => {
			const instance = findInstance(region, input.InstanceId);
			return {
				instanceId: instance.id,
				timestamp: new Date(now),
				output: Buffer.from(instance.machine?.consoleOutput() ?? "", "utf8").toString("base64")
			};
		}
	}),
	ec2Action({
		name: "GetPasswordData",
		parameters: { InstanceId: required(text$1) },
		run: ({ region, now }, input) => {
			return {
				instanceId: findInstance(region, input.InstanceId).id,
				timestamp: new Date(now),
				passwordData: ""
			};
		}
	})
];
// src/local-cloud/actions/key-pairs.ts
var import_lib = /* @__PURE__ */ __toESM(require_lib(), 1);
const keyPairFilters = {
	...tagFilters,
	fingerprint: ({ fingerprint }) => fingerprint,
	"key-name": ({ name }) => name,
	"key-pair-id": ({ id }) => id
};
const describeKeyPairs = ec2Action({
	name: "DescribeKeyPairs",
	parameters: {
		KeyName: listOf(text$1),
		KeyPairId: listOf(text$1),
		IncludePublicKey: flag,
		Filter: filterList
	},
	run: ({ region }, input) => {
		const visible = region.keyPairs.visible();
		const missingName = input.KeyName.find((name) => !visible.some((keyPair) => keyPair.name === name));
		if (missingName !== void 0) throw notFound(missingName);
		const missingId = input.KeyPairId.find((id) => !visible.some((keyPair) => keyPair.id === id));
		if (missingId !== void 0) throw notFound(missingId);
		return { keySet: applyFilters(visible.filter(({ name }) => input.KeyName.length === 0 || input.KeyName.includes(name)).filter(({ id }) => input.KeyPairId.length === 0 || input.KeyPairId.includes(id)), input.Filter, keyPairFilters).map((keyPair) => ({
			...keyPairXml(keyPair),
			keyType: keyPair.type,
			createTime: new Date(keyPair.createdAt),
			publicKey: input.IncludePublicKey === true ? keyPair.publicKey : void 0
		})) };
	}
});
function keyPairXml(keyPair) {
	return {
		keyPairId: keyPair.id,
		keyName: keyPair.name,
		keyFingerprint: keyPair.fingerprint,
		tagSet: tagSet(keyPair.tags)
	};
}
const createKeyPair = ec2Action({
	name: "CreateKeyPair",
	parameters: {
		KeyName: required(text$1),
		KeyType: oneOf("rsa", "ed25519"),
		KeyFormat: oneOf("pem", "ppk"),
		TagSpecification: tagSpecificationList
	},
	run: (context, input) => {
		if (input.KeyFormat === "ppk") throw new CloudError("UnsupportedOperation", "The local cloud makes keys in the format pem only.");
		checkKeyName(context, input.KeyName);
		const type = input.KeyType ?? "rsa";
		const { privateKey, publicKey, fingerprint } = type === "rsa" ? newRsaKey() : newEd25519Key();
		return {
			...keyPairXml(context.region.keyPairs.add({
				id: context.cloud.newId("key"),
				createdAt: context.now,
				tags: specifiedTags(input.TagSpecification, "key-pair")["key-pair"],
				name: input.KeyName,
				type,
				fingerprint,
				publicKey: `${publicKey} ${input.KeyName}`
			})),
			keyMaterial: privateKey
		};
	}
});
function newRsaKey() {
	const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
		type: "pkcs1",
		format: "pem"
	}).toString();
	const der = createPrivateKey(privateKey).export({
		type: "pkcs8",
		format: "der"
	});
	return {
		privateKey,
		publicKey: openSshPublicKey(privateKey),
		fingerprint: colons$1(createHash("sha1").update(der).digest("hex"))
	};
}
function newEd25519Key() {
	const { privateKey, publicKey } = makeEd25519KeyPair("");
	return {
		privateKey,
		publicKey: publicKey.trim(),
		fingerprint: sha256Fingerprint(publicKey)
	};
}
function openSshPublicKey(privateKey) {
	const parsed = import_lib.default.utils.parseKey(privateKey);
	if (parsed instanceof Error) throw new CloudError("InternalError", parsed.message, 500);
	return `${parsed.type} ${parsed.getPublicSSH().toString("base64")}`;
}
function sha256Fingerprint(publicKey) {
	return createHash("sha256").update(Buffer.from(publicKey.split(" ")[1] ?? "", "base64")).digest("base64");
}
function colons$1(hex) {
	return hex.match(/../g)?.join(":") ?? "";
}
const importKeyPair = ec2Action({
	name: "ImportKeyPair",
	parameters: {
		KeyName: required(text$1),
		PublicKeyMaterial: required(text$1),
		TagSpecification: tagSpecificationList
	},
	run: (context, input) => {
		checkKeyName(context, input.KeyName);
		const material = Buffer.from(input.PublicKeyMaterial, "base64").toString("utf8").trim();
		const parsed = import_lib.default.utils.parseKey(material);
		if (parsed instanceof Error || parsed.isPrivateKey()) throw new CloudError("InvalidKey.Format", "Key is not in valid OpenSSH public key format");
		if (parsed.type !== "ssh-rsa" && parsed.type !== "ssh-ed25519") throw new CloudError("InvalidKey.Format", `Key type ${parsed.type} is not supported: only RSA and ED25519 are.`);
		const publicKey = `${parsed.type} ${parsed.getPublicSSH().toString("base64")}`;
		return keyPairXml(context.region.keyPairs.add({
			id: context.cloud.newId("key"),
			createdAt: context.now,
			tags: specifiedTags(input.TagSpecification, "key-pair")["key-pair"],
			name: input.KeyName,
			type: parsed.type === "ssh-rsa" ? "rsa" : "ed25519",
			fingerprint: parsed.type === "ssh-rsa" ? colons$1(md5OfPublicPem(parsed.getPublicPEM())) : sha256Fingerprint(publicKey),
			publicKey: `${publicKey} ${input.KeyName}`
		}));
	}
});
function md5OfPublicPem(pem) {
	const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
	return createHash("md5").update(der).digest("hex");
}
function checkKeyName({ cloud, region }, name) {
	if (name.length === 0 || name.length > 255) throw invalidValue(name, "keyName", "Expected 1 to 255 characters.");
	if (region.keyPairs.all().some((keyPair) => keyPair.name === name)) throw new CloudError("InvalidKeyPair.Duplicate", `The keypair '${name}' already exists.`);
	const limit = cloud.limits.keyPairs;
	if (limit !== void 0 && region.keyPairs.all().length >= limit) throw new CloudError("KeyPairLimitExceeded", `The maximum number of key pairs (${limit}) has been reached.`);
}
const deleteKeyPair = ec2Action({
	name: "DeleteKeyPair",
	parameters: {
		KeyName: text$1,
		KeyPairId: text$1
	},
	run: ({ region }, input) => {
		if (input.KeyName === void 0 && input.KeyPairId === void 0) throw new CloudError("MissingParameter", "The request must contain the parameter KeyName or KeyPairId");
		const keyPair = findKeyPair(region, input.KeyName, input.KeyPairId);
		if (keyPair !== void 0) region.keyPairs.delete(keyPair.id);
		return {
			return: true,
			keyPairId: keyPair?.id
		};
	}
});
function findKeyPair(region, name, id) {
	return region.keyPairs.all().find((keyPair) => id === void 0 ? keyPair.name === name : keyPair.id === id);
}
function notFound(name) {
	return new CloudError("InvalidKeyPair.NotFound", `The key pair '${name}' does not exist`);
}
const keyPairActions = [
	describeKeyPairs,
	createKeyPair,
	importKeyPair,
	deleteKeyPair
];
// src/local-cloud/actions/networks.ts
const DHCP_OPTIONS = "dopt-0a1b2c3d4e5f60718";
const vpcFilters = {
	...tagFilters,
	cidr: ({ cidrBlock }) => cidrBlock,
	"cidr-block-association.association-id": cidrAssociation,
	"cidr-block-association.cidr-block": ({ cidrBlock }) => cidrBlock,
	"cidr-block-association.state": () => "associated",
	"dhcp-options-id": () => DHCP_OPTIONS,
	"is-default": ({ isDefault }) => isDefault,
	isDefault: ({ isDefault }) => isDefault,
	state: () => "available",
	"vpc-id": ({ id }) => id,
	...unmatched("ipv6-cidr-block-association.association-id", "ipv6-cidr-block-association.ipv6-cidr-block", "ipv6-cidr-block-association.ipv6-pool", "ipv6-cidr-block-association.state")
};
function cidrAssociation({ id }) {
	return id.replace(/^vpc-/, "vpc-cidr-assoc-");
}
const describeVpcs = ec2Action({
	name: "DescribeVpcs",
	parameters: {
		VpcId: listOf(text$1),
		Filter: filterList,
		...pagingParameters
	},
	run: (context, input) => {
		const { cloud, region } = context;
		const page = pageOf$1(context, applyFilters(findVpcs(region, input.VpcId), input.Filter, {
			...vpcFilters,
			"owner-id": () => cloud.accountId
		}), input, {
			ids: input.VpcId,
			set: "vpcSet"
		});
		return {
			vpcSet: page.items.map((vpc) => ({
				vpcId: vpc.id,
				ownerId: cloud.accountId,
				state: "available",
				cidrBlock: vpc.cidrBlock,
				cidrBlockAssociationSet: [{
					cidrBlock: vpc.cidrBlock,
					associationId: cidrAssociation(vpc),
					cidrBlockState: { state: "associated" }
				}],
				dhcpOptionsId: DHCP_OPTIONS,
				instanceTenancy: "default",
				isDefault: vpc.isDefault,
				tagSet: tagSet(vpc.tags)
			})),
			nextToken: page.nextToken
		};
	}
});
const subnetFilters = {
	...tagFilters,
	"availability-zone": ({ availabilityZone }) => availabilityZone,
	availabilityZone: ({ availabilityZone }) => availabilityZone,
	"availability-zone-id": ({ availabilityZoneId }) => availabilityZoneId,
	availabilityZoneId: ({ availabilityZoneId }) => availabilityZoneId,
	"available-ip-address-count": availableAddresses,
	cidr: ({ cidrBlock }) => cidrBlock,
	cidrBlock: ({ cidrBlock }) => cidrBlock,
	"cidr-block": ({ cidrBlock }) => cidrBlock,
	"default-for-az": ({ isDefault }) => isDefault,
	defaultForAz: ({ isDefault }) => isDefault,
	"enable-dns64": () => false,
	"ipv6-cidr-block-association.association-id": ({ id, ipv6CidrBlock }) => ipv6CidrBlock && ipv6Association(id),
	"ipv6-cidr-block-association.ipv6-cidr-block": ({ ipv6CidrBlock }) => ipv6CidrBlock,
	"ipv6-cidr-block-association.state": ({ ipv6CidrBlock }) => ipv6CidrBlock && "associated",
	"ipv6-native": () => false,
	"map-customer-owned-ip-on-launch": () => false,
	"map-public-ip-on-launch": ({ mapPublicIpOnLaunch }) => mapPublicIpOnLaunch,
	"private-dns-name-options-on-launch.enable-resource-name-dns-a-record": () => false,
	"private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record": () => false,
	"private-dns-name-options-on-launch.hostname-type": () => "ip-name",
	state: () => "available",
	"subnet-id": ({ id }) => id,
	"vpc-id": ({ vpcId }) => vpcId,
	...unmatched("customer-owned-ipv4-pool", "enable-lni-at-device-index", "outpost-arn")
};
function ipv6Association(subnetId) {
	return subnetId.replace(/^subnet-/, "subnet-cidr-assoc-");
}
const describeSubnets = ec2Action({
	name: "DescribeSubnets",
	parameters: {
		SubnetId: listOf(text$1),
		Filter: filterList,
		...pagingParameters
	},
	run: (context, input) => {
		const { cloud, region } = context;
		const arnOf = (id) => `arn:aws:ec2:${region.name}:${cloud.accountId}:subnet/${id}`;
		const page = pageOf$1(context, applyFilters(findSubnets(region, input.SubnetId), input.Filter, {
			...subnetFilters,
			"owner-id": () => cloud.accountId,
			"subnet-arn": ({ id }) => arnOf(id)
		}), input, {
			ids: input.SubnetId,
			set: "subnetSet"
		});
		return {
			subnetSet: page.items.map((subnet) => ({
				subnetId: subnet.id,
				subnetArn: arnOf(subnet.id),
				state: "available",
				ownerId: cloud.accountId,
				vpcId: subnet.vpcId,
				cidrBlock: subnet.cidrBlock,
				ipv6CidrBlockAssociationSet: subnet.ipv6CidrBlock === void 0 ? [] : [{
					associationId: ipv6Association(subnet.id),
					ipv6CidrBlock: subnet.ipv6CidrBlock,
					ipv6CidrBlockState: { state: "associated" }
				}],
				availableIpAddressCount: availableAddresses(subnet),
				availabilityZone: subnet.availabilityZone,
				availabilityZoneId: subnet.availabilityZoneId,
				defaultForAz: subnet.isDefault,
				mapPublicIpOnLaunch: subnet.mapPublicIpOnLaunch,
				assignIpv6AddressOnCreation: subnet.ipv6CidrBlock !== void 0,
				tagSet: tagSet(subnet.tags)
			})),
			nextToken: page.nextToken
		};
	}
});
const interfaceFilters = {
	...tagFilters,
	"addresses.association.public-ip": ({ publicAddress }) => publicAddress,
	"addresses.primary": () => true,
	"addresses.private-ip-address": ({ privateAddress }) => privateAddress,
	"association.public-ip": ({ publicAddress }) => publicAddress,
	"attachment.attachment-id": ({ id }) => id.replace(/^eni-/, "eni-attach-"),
	"attachment.delete-on-termination": () => true,
	"attachment.device-index": ({ deviceIndex }) => deviceIndex,
	"interface-type": () => "interface",
	"ipv6-addresses.ipv6-address": ({ ipv6Address }) => ipv6Address,
	"requester-managed": () => false,
	"attachment.instance-id": ({ instanceId }) => instanceId,
	"availability-zone": ({ availabilityZone }) => availabilityZone,
	description: ({ description }) => description,
	"group-id": ({ groupIds }) => groupIds,
	"mac-address": ({ macAddress }) => macAddress,
	"network-interface-id": ({ id }) => id,
	"private-ip-address": ({ privateAddress }) => privateAddress,
	status: () => "in-use",
	"subnet-id": ({ subnetId }) => subnetId,
	"vpc-id": ({ vpcId }) => vpcId
};
const networkActions = [
	describeVpcs,
	describeSubnets,
	ec2Action({
		name: "DescribeNetworkInterfaces",
		parameters: {
			NetworkInterfaceId: listOf(text$1),
			Filter: filterList,
			IncludeManagedResources: accepted,
			...pagingParameters
		},
		run: (context, input) => {
			const { cloud, region } = context;
			const page = pageOf$1(context, applyFilters(findInterfaces(region, input.NetworkInterfaceId), input.Filter, {
				...interfaceFilters,
				"attachment.instance-owner-id": () => cloud.accountId,
				"attachment.status": ({ instanceId }) => region.instances.get(instanceId)?.state === "pending" ? "attaching" : "attached",
				"owner-id": () => cloud.accountId,
				"private-dns-name": ({ privateAddress }) => privateDnsName(region.name, privateAddress),
				"source-dest-check": ({ instanceId }) => region.instances.get(instanceId)?.sourceDestCheck
			}), input, {
				ids: input.NetworkInterfaceId,
				set: "networkInterfaceSet"
			});
			return {
				networkInterfaceSet: page.items.map((each) => {
					const instance = region.instances.get(each.instanceId);
					return {
						networkInterfaceId: each.id,
						subnetId: each.subnetId,
						vpcId: each.vpcId,
						availabilityZone: each.availabilityZone,
						description: each.description,
						ownerId: cloud.accountId,
						requesterManaged: false,
						status: "in-use",
						macAddress: each.macAddress,
						privateIpAddress: each.privateAddress,
						privateDnsName: privateDnsName(region.name, each.privateAddress),
						sourceDestCheck: instance?.sourceDestCheck,
						groupSet: groupsXml(region, each),
						attachment: instance === void 0 ? void 0 : {
							...attachmentXml(instance, each),
							instanceId: instance.id,
							instanceOwnerId: cloud.accountId
						},
						association: associationXml(region, each),
						privateIpAddressesSet: privateAddressesXml(region, each),
						ipv6AddressesSet: ipv6AddressesXml(each),
						interfaceType: "interface",
						tagSet: tagSet(each.tags)
					};
				}),
				nextToken: page.nextToken
			};
		}
	}),
	ec2Action({
		name: "DeleteNetworkInterface",
		parameters: { NetworkInterfaceId: required(text$1) },
		run: ({ region }, input) => {
			const [found] = findInterfaces(region, [input.NetworkInterfaceId]);
			throw new CloudError("InvalidParameterValue", `Network interface '${found?.id}' is currently in use.`);
		}
	})
];
const regionActions = [ec2Action({
	name: "DescribeRegions",
	parameters: {
		RegionName: listOf(text$1),
		AllRegions: flag,
		Filter: filterList
	},
	run: ({ cloud }, input) => {
		const known = [...cloud.regions.keys()];
		const unknown = input.RegionName.find((name) => !known.includes(name));
		if (unknown !== void 0) throw invalidValue(unknown, "region", "Invalid region name.");
		const wanted = input.RegionName.length > 0 ? input.RegionName : known;
		const endpoint = (name) => `ec2.${name}.amazonaws.com`;
		return { regionInfo: applyFilters(wanted, input.Filter, {
			endpoint,
			"opt-in-status": () => "opt-in-not-required",
			"region-name": (name) => name
		}).map((name) => ({
			regionName: name,
			regionEndpoint: endpoint(name),
			optInStatus: "opt-in-not-required"
		})) };
	}
}), ec2Action({
	name: "DescribeAvailabilityZones",
	parameters: {
		ZoneName: listOf(text$1),
		ZoneId: listOf(text$1),
		AllAvailabilityZones: accepted,
		Filter: filterList
	},
	run: ({ region }, input) => {
		const zones = region.availabilityZones.map((name) => ({
			name,
			id: zoneId(name)
		}));
		const unknown = [...input.ZoneName.filter((name) => !zones.some((zone) => zone.name === name)), ...input.ZoneId.filter((id) => !zones.some((zone) => zone.id === id))];
		if (unknown.length > 0) throw new CloudError("InvalidParameterValue", `Invalid availability zone: [${unknown.join(", ")}]`);
		return { availabilityZoneInfo: applyFilters(zones.filter(({ name }) => input.ZoneName.length === 0 || input.ZoneName.includes(name)).filter(({ id }) => input.ZoneId.length === 0 || input.ZoneId.includes(id)), input.Filter, {
			"group-name": () => `${region.name}-zg-1`,
			"opt-in-status": () => "opt-in-not-required",
			"region-name": () => region.name,
			state: () => "available",
			"zone-id": ({ id }) => id,
			"zone-name": ({ name }) => name,
			"zone-type": () => "availability-zone"
		}).map(({ name, id }) => ({
			zoneName: name,
			zoneId: id,
			zoneState: "available",
			regionName: region.name,
			messageSet: [],
			optInStatus: "opt-in-not-required",
			groupName: `${region.name}-zg-1`,
			networkBorderGroup: region.name,
			zoneType: "availability-zone"
		})) };
	}
})];
// src/local-cloud/actions/routing.ts
function idFor(vpc, prefix) {
	return vpc.id.replace(/^vpc-/, `${prefix}-`);
}
function vpcsNamed(region, prefix, ids, code) {
	const all = region.vpcs.all();
	if (ids.length === 0) return all;
	return ids.map((id) => {
		const vpc = all.find((each) => idFor(each, prefix) === id);
		if (vpc === void 0) throw new CloudError(code, `The ID '${id}' does not exist`);
		return vpc;
	});
}
function wayOut(to, vpc) {
	if (to === "none") return [];
	return [{
		destinationCidrBlock: "0.0.0.0/0",
		gatewayId: to === "internet-gateway" ? idFor(vpc, "igw") : void 0,
		natGatewayId: to === "nat-gateway" ? idFor(vpc, "nat") : void 0,
		state: "active",
		origin: "CreateRoute"
	}];
}
function untagged(filters) {
	return unmatched("tag-key", ...filters.map(({ Name: name }) => name).filter((name) => name.startsWith("tag:")));
}
function aclAssociation(subnetId) {
	return subnetId.replace(/^subnet-/, "aclassoc-");
}
const routingActions = [ec2Action({
	name: "DescribeRouteTables",
	parameters: {
		RouteTableId: listOf(text$1),
		Filter: filterList,
		...pagingParameters
	},
	run: (context, input) => {
		const { cloud, region } = context;
		const page = pageOf$1(context, applyFilters(vpcsNamed(region, "rtb", input.RouteTableId, "InvalidRouteTableID.NotFound"), input.Filter, {
			"association.main": () => true,
			"association.route-table-association-id": (vpc) => idFor(vpc, "rtbassoc"),
			"association.route-table-id": (vpc) => idFor(vpc, "rtb"),
			...unmatched("association.gateway-id", "association.subnet-id"),
			...unmatched("route.destination-ipv6-cidr-block", "route.destination-prefix-list-id", "route.instance-id"),
			...unmatched("route.egress-only-internet-gateway-id", "route.transit-gateway-id", "route.vpc-peering-connection-id"),
			...untagged(input.Filter),
			"owner-id": () => cloud.accountId,
			"route-table-id": (vpc) => idFor(vpc, "rtb"),
			"route.destination-cidr-block": (vpc) => [vpc.cidrBlock, ...wayOut(cloud.defaultRoute, vpc).map(({ destinationCidrBlock }) => destinationCidrBlock)],
			"route.origin": (vpc) => ["CreateRouteTable", ...wayOut(cloud.defaultRoute, vpc).map(({ origin }) => origin)],
			"route.state": () => "active",
			"route.gateway-id": (vpc) => ["local", ...wayOut(cloud.defaultRoute, vpc).map(({ gatewayId }) => gatewayId)],
			"route.nat-gateway-id": (vpc) => wayOut(cloud.defaultRoute, vpc).map(({ natGatewayId }) => natGatewayId),
			"vpc-id": ({ id }) => id
		}), input, {
			ids: input.RouteTableId,
			set: "routeTableSet",
			most: 100
		});
		return {
			routeTableSet: page.items.map((vpc) => ({
				routeTableId: idFor(vpc, "rtb"),
				vpcId: vpc.id,
				ownerId: cloud.accountId,
				routeSet: [{
					destinationCidrBlock: vpc.cidrBlock,
					gatewayId: "local",
					state: "active",
					origin: "CreateRouteTable"
				}, ...wayOut(cloud.defaultRoute, vpc)],
				associationSet: [{
					routeTableAssociationId: idFor(vpc, "rtbassoc"),
					routeTableId: idFor(vpc, "rtb"),
					main: true,
					associationState: { state: "associated" }
				}],
				propagatingVgwSet: [],
				tagSet: []
			})),
			nextToken: page.nextToken
		};
	}
}), ec2Action({
	name: "DescribeNetworkAcls",
	parameters: {
		NetworkAclId: listOf(text$1),
		Filter: filterList,
		...pagingParameters
	},
	run: (context, input) => {
		const { cloud, region } = context;
		const subnetsOf = (vpc) => region.subnets.all().filter(({ vpcId }) => vpcId === vpc.id);
		const page = pageOf$1(context, applyFilters(vpcsNamed(region, "acl", input.NetworkAclId, "InvalidNetworkAclID.NotFound"), input.Filter, {
			"association.subnet-id": (vpc) => subnetsOf(vpc).map(({ id }) => id),
			"association.association-id": (vpc) => subnetsOf(vpc).map(({ id }) => aclAssociation(id)),
			"association.network-acl-id": (vpc) => idFor(vpc, "acl"),
			...untagged(input.Filter),
			"owner-id": () => cloud.accountId,
			default: () => true,
			"network-acl-id": (vpc) => idFor(vpc, "acl"),
			"vpc-id": ({ id }) => id
		}), input, {
			ids: input.NetworkAclId,
			set: "networkAclSet"
		});
		return {
			networkAclSet: page.items.map((vpc) => ({
				networkAclId: idFor(vpc, "acl"),
				vpcId: vpc.id,
				ownerId: cloud.accountId,
				default: true,
				entrySet: [true, false].flatMap((egress) => [{
					ruleNumber: 100,
					protocol: "-1",
					ruleAction: "allow",
					egress,
					cidrBlock: "0.0.0.0/0"
				}, {
					ruleNumber: 32767,
					protocol: "-1",
					ruleAction: "deny",
					egress,
					cidrBlock: "0.0.0.0/0"
				}]),
				associationSet: subnetsOf(vpc).map(({ id }) => ({
					networkAclAssociationId: aclAssociation(id),
					networkAclId: idFor(vpc, "acl"),
					subnetId: id
				})),
				tagSet: []
			})),
			nextToken: page.nextToken
		};
	}
})];
// src/local-cloud/actions/run-instances.ts
const runInstances = ec2Action({
	name: "RunInstances",
	parameters: runInstancesParameters,
	check: checkProfile,
	run: (context, input) => {
		const { instances: all } = context.region;
		const token = clientToken(context.region, "RunInstances", input);
		if (token.made !== void 0) return reservationXml(context, all.all().filter(({ reservationId }) => reservationId === token.made));
		const count = launchCount(context, input);
		const plan = planLaunch(context, input);
		const reservationId = context.cloud.newId("r");
		const instances = Array.from({ length: count }, (_, index) => launchInstance(context, input, plan, {
			reservationId,
			index
		}));
		token.keep(reservationId);
		return reservationXml(context, instances);
	}
});
const MOST_AT_ONCE = 1e3;
function launchCount(context, input) {
	const { cloud, region } = context;
	const { MinCount: minimum, MaxCount: maximum } = input;
	if (maximum > 1 && input.PrivateIpAddress !== void 0) throw invalidCombination("A private IP address can be given to one instance only.");
	if (minimum < 1) throw invalidValue(minimum, "minCount", "Expected a number greater than 0.");
	if (maximum < minimum) throw invalidCombination("The maximum number of instances must not be less than the minimum number.");
	if (input.InstanceMarketOptions?.MarketType === "spot") return Math.min(maximum, Math.max(minimum, spotInstancesLeft(context)), MOST_AT_ONCE);
	const active = region.instances.all().filter(({ state, spotRequestId }) => state !== "terminated" && spotRequestId === void 0).length;
	const limit = Math.min(cloud.limits.instances ?? Number.POSITIVE_INFINITY, active + MOST_AT_ONCE);
	if (active + minimum > limit) throw new CloudError("InstanceLimitExceeded", `You have requested more instances (${active + minimum}) than your current instance limit of ${limit} allows for the specified instance type. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.`);
	return Math.min(maximum, limit - active);
}
function reservationXml({ cloud, region }, instances) {
	return {
		reservationId: instances[0]?.reservationId,
		ownerId: cloud.accountId,
		groupSet: [],
		instancesSet: instances.map((instance) => instanceXml(cloud, region, instance))
	};
}
// src/local-cloud/actions/security-group-rules.ts
const permissionList = listOf(structure({
	IpProtocol: required(text$1),
	FromPort: integer,
	ToPort: integer,
	IpRanges: listOf(structure({
		CidrIp: required(text$1),
		Description: text$1
	})),
	Ipv6Ranges: listOf(structure({
		CidrIpv6: required(text$1),
		Description: text$1
	})),
	PrefixListIds: listOf(structure({
		PrefixListId: required(text$1),
		Description: text$1
	})),
	Groups: listOf(structure({
		GroupId: text$1,
		GroupName: text$1,
		UserId: text$1,
		Description: text$1,
		VpcId: accepted,
		VpcPeeringConnectionId: accepted,
		PeeringStatus: accepted
	}))
}));
function rulesOf(region, permission) {
	const protocol = protocolName(permission.IpProtocol);
	const ports = portsOf(protocol, permission.FromPort, permission.ToPort);
	const ranges = [
		...permission.IpRanges.map((range) => ({
			kind: "cidr",
			peer: checkedCidr(range.CidrIp, 4),
			description: range.Description
		})),
		...permission.Ipv6Ranges.map((range) => ({
			kind: "cidr6",
			peer: checkedCidr(range.CidrIpv6, 6),
			description: range.Description
		})),
		...permission.PrefixListIds.map((list) => ({
			kind: "prefix-list",
			peer: list.PrefixListId,
			description: list.Description
		})),
		...permission.Groups.map((group) => ({
			kind: "group",
			peer: peerGroup(region, group.GroupId, group.GroupName),
			description: group.Description
		}))
	];
	if (ranges.length === 0) throw missingParameter("ipRanges");
	return ranges.map((range) => ({
		protocol,
		...ports,
		range
	}));
}
const PROTOCOL_NAMES = {
	"6": "tcp",
	"17": "udp",
	"1": "icmp",
	"58": "icmpv6",
	all: "-1"
};
function protocolName(given) {
	const name = PROTOCOL_NAMES[given.toLowerCase()] ?? given.toLowerCase();
	if (!/^(?:tcp|udp|icmp|icmpv6|-1|\d{1,3})$/.test(name)) throw invalidValue(given, "IpProtocol", "Unknown protocol.");
	return name;
}
function portsOf(protocol, from, to) {
	if (protocol === "-1") return {
		fromPort: void 0,
		toPort: void 0
	};
	if (protocol !== "tcp" && protocol !== "udp") return {
		fromPort: from ?? -1,
		toPort: to ?? -1
	};
	if (from === void 0 || to === void 0) throw new CloudError("InvalidParameterValue", `Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.`);
	for (const port of [from, to]) if (port < 0 || port > 65535) throw new CloudError("InvalidParameterValue", `Invalid value '${port}' for portRange. Must be in 0-65535.`);
	if (from > to) throw new CloudError("InvalidParameterValue", `Invalid TCP/UDP port range (${from}:${to})`);
	return {
		fromPort: from,
		toPort: to
	};
}
function checkedCidr(given, version) {
	const [address = "", prefix = "", ...rest] = given.split("/");
	if (!(version === 4 ? isIPv4(address) : isIPv6(address)) || rest.length > 0 || !/^\d{1,3}$/.test(prefix) || Number(prefix) > (version === 4 ? 32 : 128)) throw new CloudError("InvalidParameterValue", `CIDR block ${given} is malformed`);
	return given;
}
function peerGroup(region, id, name) {
	if (id !== void 0) return findSecurityGroup(region, id).id;
	const group = region.securityGroups.visible().find((each) => each.name === name);
	if (group === void 0) throw new CloudError("InvalidGroup.NotFound", `The security group '${name ?? ""}' does not exist`);
	return group.id;
}
function isSameRule(a, b) {
	return ruleKey(a) === ruleKey(b);
}
function ruleKey({ protocol, fromPort, toPort, range }) {
	return [
		protocol,
		fromPort,
		toPort,
		range.kind,
		range.peer
	].join(" ");
}
function describeRule({ protocol, fromPort, toPort, range }) {
	const ports = fromPort === void 0 ? "" : ` from port: ${fromPort}, to port: ${toPort},`;
	return `peer: ${range.peer}, ${protocol === "-1" ? "ALL" : protocol.toUpperCase()},${ports} ALLOW`;
}
function permissionsXml(accountId, rules) {
	const groups = /* @__PURE__ */ new Map();
	for (const rule of rules) {
		const key = [
			rule.protocol,
			rule.fromPort,
			rule.toPort
		].join(" ");
		groups.set(key, [...groups.get(key) ?? [], rule]);
	}
	return [...groups.values()].map((same) => {
		const of = (kind) => same.map(({ range }) => range).filter((range) => range.kind === kind);
		return {
			ipProtocol: same[0]?.protocol,
			fromPort: same[0]?.fromPort,
			toPort: same[0]?.toPort,
			groups: of("group").map(({ peer, description }) => ({
				userId: accountId,
				groupId: peer,
				description
			})),
			ipRanges: of("cidr").map(({ peer, description }) => ({
				cidrIp: peer,
				description
			})),
			ipv6Ranges: of("cidr6").map(({ peer, description }) => ({
				cidrIpv6: peer,
				description
			})),
			prefixListIds: of("prefix-list").map(({ peer, description }) => ({
				prefixListId: peer,
				description
			}))
		};
	});
}
function ruleXml(accountId, group, rule, tags) {
	const { kind, peer, description } = rule.range;
	return {
		securityGroupRuleId: rule.id,
		groupId: group.id,
		groupOwnerId: accountId,
		isEgress: false,
		ipProtocol: rule.protocol,
		fromPort: rule.fromPort ?? -1,
		toPort: rule.toPort ?? -1,
		cidrIpv4: kind === "cidr" ? peer : void 0,
		cidrIpv6: kind === "cidr6" ? peer : void 0,
		prefixListId: kind === "prefix-list" ? peer : void 0,
		referencedGroupInfo: kind === "group" ? {
			groupId: peer,
			userId: accountId
		} : void 0,
		description,
		tagSet: tagSet(tags)
	};
}
// src/local-cloud/actions/security-groups.ts
const EVERYWHERE = "0.0.0.0/0";
const peers = (kind) => ({ ingress }) => ingress.filter(({ range }) => range.kind === kind).map(({ range }) => range.peer);
const groupFilters = {
	...tagFilters,
	description: ({ description }) => description,
	"group-id": ({ id }) => id,
	"group-name": ({ name }) => name,
	"ip-permission.cidr": peers("cidr"),
	"ip-permission.from-port": ({ ingress }) => ingress.map(({ fromPort }) => fromPort),
	"ip-permission.group-id": peers("group"),
	"ip-permission.prefix-list-id": peers("prefix-list"),
	"ip-permission.ipv6-cidr": peers("cidr6"),
	"ip-permission.protocol": ({ ingress }) => ingress.map(({ protocol }) => protocol),
	"ip-permission.to-port": ({ ingress }) => ingress.map(({ toPort }) => toPort),
	"vpc-id": ({ vpcId }) => vpcId,
	"egress.ip-permission.cidr": () => EVERYWHERE,
	"egress.ip-permission.protocol": () => "-1",
	...unmatched("egress.ip-permission.from-port", "egress.ip-permission.group-id", "egress.ip-permission.group-name", "egress.ip-permission.ipv6-cidr", "egress.ip-permission.prefix-list-id", "egress.ip-permission.to-port", "egress.ip-permission.user-id")
};
const describeSecurityGroups = ec2Action({
	name: "DescribeSecurityGroups",
	parameters: {
		GroupId: listOf(text$1),
		GroupName: listOf(text$1),
		Filter: filterList,
		...pagingParameters
	},
	run: (context, input) => {
		const { cloud, region } = context;
		const wanted = findSecurityGroups(region, input.GroupId).filter(({ name }) => input.GroupName.length === 0 || input.GroupName.includes(name));
		const missing = input.GroupName.find((name) => !wanted.some((group) => group.name === name));
		if (missing !== void 0) throw groupNotFound(missing);
		const page = pageOf$1(context, applyFilters(wanted, input.Filter, {
			...groupFilters,
			"ip-permission.group-name": (group) => peers("group")(group).map((id) => region.securityGroups.get(id)?.name),
			"ip-permission.user-id": (group) => peers("group")(group).map(() => cloud.accountId),
			"owner-id": () => cloud.accountId
		}), input, {
			ids: [...input.GroupId, ...input.GroupName],
			set: "securityGroupInfo"
		});
		return {
			securityGroupInfo: page.items.map((group) => ({
				ownerId: cloud.accountId,
				groupId: group.id,
				groupName: group.name,
				groupDescription: group.description,
				vpcId: group.vpcId,
				securityGroupArn: groupArn(context, group.id),
				ipPermissions: permissionsXml(cloud.accountId, group.ingress),
				ipPermissionsEgress: [{
					ipProtocol: "-1",
					groups: [],
					ipRanges: [{ cidrIp: EVERYWHERE }],
					ipv6Ranges: [],
					prefixListIds: []
				}],
				tagSet: tagSet(group.tags)
			})),
			nextToken: page.nextToken
		};
	}
});
function groupArn({ cloud, region }, id) {
	return `arn:aws:ec2:${region.name}:${cloud.accountId}:security-group/${id}`;
}
const createSecurityGroup = ec2Action({
	name: "CreateSecurityGroup",
	parameters: {
		GroupName: required(text$1),
		GroupDescription: required(text$1),
		VpcId: identifier,
		TagSpecification: tagSpecificationList
	},
	run: (context, input) => {
		const { cloud, region, now } = context;
		const vpc = input.VpcId === void 0 ? region.defaultVpc : findVpc(region, input.VpcId);
		if (vpc === void 0) throw new CloudError("VPCIdNotSpecified", "No default VPC for this user");
		checkNames(input.GroupName, input.GroupDescription);
		if (region.securityGroups.all().filter(({ vpcId }) => vpcId === vpc.id).some(({ name }) => name === input.GroupName)) throw new CloudError("InvalidGroup.Duplicate", `The security group '${input.GroupName}' already exists for VPC '${vpc.id}'`);
		const limit = cloud.limits.securityGroups;
		if (limit !== void 0 && region.securityGroups.all().length >= limit) throw new CloudError("SecurityGroupLimitExceeded", `The maximum number of security groups for VPC '${vpc.id}' has been reached.`);
		const group = region.securityGroups.add({
			id: cloud.newId("sg"),
			createdAt: now,
			tags: specifiedTags(input.TagSpecification, "security-group")["security-group"],
			name: input.GroupName,
			description: input.GroupDescription,
			vpcId: vpc.id,
			ingress: []
		});
		return {
			groupId: group.id,
			tagSet: tagSet(group.tags),
			securityGroupArn: groupArn(context, group.id)
		};
	}
});
function checkNames(name, description) {
	const allowed = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/;
	if (!allowed.test(name) || name.startsWith("sg-")) throw new CloudError("InvalidParameterValue", `Value (${name}) for parameter GroupName is invalid. Character sets beyond ASCII are not supported.`);
	if (!allowed.test(description)) throw new CloudError("InvalidParameterValue", `Value (${description}) for parameter GroupDescription is invalid. Character sets beyond ASCII are not supported.`);
}
const ruleParameters = {
	GroupId: identifier,
	GroupName: identifier,
	IpPermissions: permissionList,
	IpProtocol: text$1,
	FromPort: integer,
	ToPort: integer,
	CidrIp: text$1,
	SourceSecurityGroupName: accepted,
	SourceSecurityGroupOwnerId: accepted
};
function requestedRules(region, input) {
	const rules = [...input.IpProtocol === void 0 ? [] : rulesOf(region, {
		IpProtocol: input.IpProtocol,
		FromPort: input.FromPort,
		ToPort: input.ToPort,
		IpRanges: input.CidrIp === void 0 ? [] : [{
			CidrIp: input.CidrIp,
			Description: void 0
		}],
		Ipv6Ranges: [],
		PrefixListIds: [],
		Groups: []
	}), ...input.IpPermissions.flatMap((permission) => rulesOf(region, permission))];
	if (rules.length === 0) throw missingParameter("ipPermissions");
	return rules;
}
const authorizeIngress = ec2Action({
	name: "AuthorizeSecurityGroupIngress",
	parameters: {
		...ruleParameters,
		TagSpecification: tagSpecificationList
	},
	run: ({ cloud, region }, input) => {
		const group = namedGroup(region, input.GroupId, input.GroupName);
		const rules = requestedRules(region, input).map((rule) => ({
			...rule,
			id: cloud.newId("sgr")
		}));
		const { "security-group-rule": tags } = specifiedTags(input.TagSpecification, "security-group-rule");
		if (rules.some((rule, index) => rules.findIndex((other) => isSameRule(other, rule)) !== index)) throw new CloudError("InvalidParameterValue", "The same permission must not appear multiple times");
		const duplicate = rules.find((rule) => group.ingress.some((existing) => isSameRule(existing, rule)));
		if (duplicate !== void 0) throw new CloudError("InvalidPermission.Duplicate", `the specified rule "${describeRule(duplicate)}" already exists`);
		group.ingress = [...group.ingress, ...rules];
		return {
			return: true,
			securityGroupRuleSet: rules.map((rule) => ruleXml(cloud.accountId, group, rule, tags))
		};
	}
});
const revokeIngress = ec2Action({
	name: "RevokeSecurityGroupIngress",
	parameters: {
		...ruleParameters,
		SecurityGroupRuleId: listOf(text$1)
	},
	run: ({ region }, input) => {
		const group = namedGroup(region, input.GroupId, input.GroupName);
		const rules = input.SecurityGroupRuleId.length > 0 ? [] : requestedRules(region, input);
		const isRevoked = (existing) => input.SecurityGroupRuleId.includes(existing.id) || rules.some((rule) => isSameRule(rule, existing));
		if (!group.ingress.some(isRevoked)) throw new CloudError("InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
		group.ingress = group.ingress.filter((existing) => !isRevoked(existing));
		return { return: true };
	}
});
const deleteSecurityGroup = ec2Action({
	name: "DeleteSecurityGroup",
	parameters: {
		GroupId: identifier,
		GroupName: identifier
	},
	run: ({ region }, input) => {
		const group = namedGroup(region, input.GroupId, input.GroupName);
		if (group.name === "default") throw new CloudError("CannotDelete", `the specified group: "${group.id}" name: "default" cannot be deleted by a user`);
		const isAttached = region.interfaces.all().some(({ groupIds }) => groupIds.includes(group.id));
		const isReferenced = region.securityGroups.all().some(({ id, ingress }) => id !== group.id && ingress.some(({ range }) => range.peer === group.id));
		if (isAttached || isReferenced) throw new CloudError("DependencyViolation", `resource ${group.id} has a dependent object`);
		region.securityGroups.delete(group.id);
		return {
			return: true,
			groupId: group.id
		};
	}
});
function namedGroup(region, id, name) {
	if (id !== void 0) return findSecurityGroup(region, id);
	if (name === void 0) throw new CloudError("MissingParameter", "The request must contain the parameter GroupName or GroupId");
	const group = region.securityGroups.visible().find((each) => each.name === name && each.vpcId === region.defaultVpc?.id);
	if (group === void 0) throw groupNotFound(name);
	return group;
}
function groupNotFound(name) {
	return new CloudError("InvalidGroup.NotFound", `The security group '${name}' does not exist`);
}
const securityGroupActions = [
	describeSecurityGroups,
	createSecurityGroup,
	authorizeIngress,
	revokeIngress,
	deleteSecurityGroup
];
// src/local-cloud/actions/spot-fleets.ts
const launchSpecification = structure({
	ImageId: required(text$1),
	InstanceType: identifier,
	KeyName: accepted,
	SubnetId: accepted,
	SecurityGroupSet: accepted,
	SpotPrice: accepted,
	UserData: accepted,
	WeightedCapacity: accepted
});
const launchTemplateConfig = structure({
	LaunchTemplateSpecification: required(structure({
		LaunchTemplateId: identifier,
		LaunchTemplateName: identifier,
		Version: identifier
	})),
	Overrides: listOf(structure({
		InstanceType: identifier,
		SubnetId: accepted,
		SpotPrice: accepted
	}))
});
const spotFleetActions = [
	ec2Action({
		name: "RequestSpotFleet",
		parameters: { SpotFleetRequestConfig: required(structure({
			IamFleetRole: required(text$1),
			TargetCapacity: required(integer),
			Type: oneOf("request", "maintain"),
			LaunchSpecifications: listOf(launchSpecification),
			LaunchTemplateConfigs: listOf(launchTemplateConfig),
			AllocationStrategy: accepted,
			SpotPrice: accepted,
			TerminateInstancesWithExpiration: flag,
			ValidFrom: accepted,
			ValidUntil: accepted,
			ClientToken: accepted,
			TagSpecification: tagSpecificationList
		})) },
		run: ({ cloud, region, now }, { SpotFleetRequestConfig: config }) => {
			if (config.TargetCapacity !== 0) throw new CloudError("UnsupportedOperation", "Spot Fleets launch nothing in the local cloud: their capacity must be 0.");
			const { LaunchSpecifications: specifications, LaunchTemplateConfigs: templates } = config;
			if (specifications.length === 0 === (templates.length === 0)) throw new CloudError("InvalidParameterCombination", "Specify either launch specifications or launch template configs, but not both.");
			return { spotFleetRequestId: region.spotFleets.add({
				id: `sfr-${cloud.newRequestId()}`,
				createdAt: now,
				tags: specifiedTags(config.TagSpecification, "spot-fleet-request")["spot-fleet-request"],
				role: config.IamFleetRole,
				launchSpecifications: specifications.map(({ ImageId, InstanceType }) => ({
					imageId: ImageId,
					instanceType: InstanceType
				})),
				launchTemplateConfigs: templates.map(({ LaunchTemplateSpecification: named, Overrides: overrides }) => ({
					launchTemplateSpecification: {
						launchTemplateId: named.LaunchTemplateId,
						launchTemplateName: named.LaunchTemplateName,
						version: named.Version
					},
					overrides: overrides.map(({ InstanceType }) => ({ instanceType: InstanceType }))
				})),
				state: "active"
			}).id };
		}
	}),
	ec2Action({
		name: "CancelSpotFleetRequests",
		parameters: {
			SpotFleetRequestId: required(listOf(text$1)),
			TerminateInstances: required(flag)
		},
		run: ({ region }, input) => {
			const ids = [...new Set(input.SpotFleetRequestId)];
			const found = ids.map((id) => region.spotFleets.named(id)).filter((each) => each !== void 0);
			const missing = ids.filter((id) => !found.some((fleet) => fleet.id === id));
			const before = new Map(found.map(({ id, state }) => [id, state]));
			for (const fleet of found) fleet.state = "cancelled";
			return {
				successfulFleetRequestSet: found.map(({ id, state }) => ({
					spotFleetRequestId: id,
					currentSpotFleetRequestState: state,
					previousSpotFleetRequestState: before.get(id)
				})),
				unsuccessfulFleetRequestSet: missing.map((id) => ({
					spotFleetRequestId: id,
					error: {
						code: "fleetRequestIdDoesNotExist",
						message: `The Spot Fleet request ${id} does not exist.`
					}
				}))
			};
		}
	}),
	ec2Action({
		name: "DescribeSpotFleetRequests",
		parameters: {
			SpotFleetRequestId: listOf(text$1),
			...pagingParameters
		},
		run: (context, input) => {
			const page = pageOf$1(context, context.region.spotFleets.visible().filter(({ id }) => input.SpotFleetRequestId.length === 0 || input.SpotFleetRequestId.includes(id)), input, {
				ids: input.SpotFleetRequestId,
				set: "spotFleetRequestConfigSet",
				least: 1
			});
			return {
				spotFleetRequestConfigSet: page.items.map((fleet) => ({
					spotFleetRequestId: fleet.id,
					spotFleetRequestState: fleet.state,
					createTime: new Date(fleet.createdAt),
					spotFleetRequestConfig: {
						iamFleetRole: fleet.role,
						targetCapacity: 0,
						launchSpecifications: fleet.launchSpecifications,
						launchTemplateConfigs: fleet.launchTemplateConfigs
					},
					tagSet: tagSet(fleet.tags)
				})),
				nextToken: page.nextToken
			};
		}
	})
];
const spotRequestActions = [ec2Action({
	name: "DescribeSpotInstanceRequests",
	parameters: {
		SpotInstanceRequestId: listOf(text$1),
		Filter: filterList,
		...pagingParameters
	},
	run: (context, input) => {
		const page = pageOf$1(context, applyFilters(findSpotRequests(context.region, input.SpotInstanceRequestId), input.Filter, {
			...tagFilters,
			"instance-id": ({ instanceId }) => instanceId,
			"launch.instance-type": ({ instanceType }) => instanceType,
			"spot-instance-request-id": ({ id }) => id,
			state: ({ state }) => state,
			type: ({ kind }) => kind
		}), input, {
			ids: input.SpotInstanceRequestId,
			set: "spotInstanceRequestSet"
		});
		return {
			spotInstanceRequestSet: page.items.map((request) => ({
				spotInstanceRequestId: request.id,
				spotPrice: request.maxPrice,
				type: request.kind,
				state: request.state,
				status: {
					code: request.state === "active" ? "fulfilled" : "instance-terminated-by-user",
					message: request.state === "active" ? "Your spot request is fulfilled." : "Your Spot instance was terminated."
				},
				instanceId: request.instanceId,
				launchSpecification: { instanceType: request.instanceType },
				createTime: new Date(request.createdAt),
				productDescription: "Linux/UNIX",
				instanceInterruptionBehavior: "terminate",
				tagSet: tagSet(request.tags)
			})),
			nextToken: page.nextToken
		};
	}
})];
// src/local-cloud/actions/tags.ts
const TAGGABLE = {
	ami: {
		name: "image",
		find: findImage,
		all: ({ images }) => images.visible()
	},
	i: {
		name: "instance",
		find: findInstance,
		all: ({ instances }) => instances.visible()
	},
	vol: {
		name: "volume",
		find: findVolume,
		all: ({ volumes }) => volumes.visible()
	},
	snap: {
		name: "snapshot",
		find: findSnapshot,
		all: ({ snapshots }) => snapshots.visible()
	},
	sg: {
		name: "security-group",
		find: findSecurityGroup,
		all: ({ securityGroups }) => securityGroups.visible()
	},
	vpc: {
		name: "vpc",
		find: findVpc,
		all: ({ vpcs }) => vpcs.visible()
	},
	subnet: {
		name: "subnet",
		find: findSubnet,
		all: ({ subnets }) => subnets.visible()
	},
	eni: {
		name: "network-interface",
		find: (region, id) => findInterfaces(region, [id])[0],
		all: ({ interfaces }) => interfaces.visible()
	},
	sir: {
		name: "spot-instances-request",
		find: (region, id) => findSpotRequests(region, [id])[0],
		all: ({ spotRequests }) => spotRequests.visible()
	},
	lt: {
		name: "launch-template",
		find: findLaunchTemplate,
		all: ({ launchTemplates }) => launchTemplates.visible()
	},
	fleet: {
		name: "fleet",
		find: (region, id) => region.fleets.named(id),
		all: ({ fleets }) => fleets.visible()
	},
	sfr: {
		name: "spot-fleet-request",
		find: (region, id) => region.spotFleets.named(id),
		all: ({ spotFleets }) => spotFleets.visible()
	},
	key: {
		name: "key-pair",
		find: (region, id) => region.keyPairs.named(id),
		all: ({ keyPairs }) => keyPairs.visible()
	}
};
function findTaggable(region, id) {
	const prefix = id.slice(0, id.indexOf("-"));
	const resource = (Object.hasOwn(TAGGABLE, prefix) ? TAGGABLE[prefix] : void 0)?.find(region, id);
	if (resource === void 0) throw new CloudError("InvalidID", `The ID '${id}' is not valid`);
	return resource;
}
const tagActions = [
	ec2Action({
		name: "CreateTags",
		parameters: {
			ResourceId: required(listOf(text$1)),
			Tag: required(tagList)
		},
		run: ({ region }, input) => {
			const resources = input.ResourceId.map((id) => findTaggable(region, id));
			for (const { tags } of resources) addTags(tags, input.Tag);
			return { return: true };
		}
	}),
	ec2Action({
		name: "DeleteTags",
		parameters: {
			ResourceId: required(listOf(text$1)),
			Tag: listOf(structure({
				Key: text$1,
				Value: text$1
			}))
		},
		run: ({ region }, input) => {
			const resources = input.ResourceId.map((id) => findTaggable(region, id));
			for (const { tags } of resources) {
				if (input.Tag.length === 0) tags.clear();
				for (const { Key: key, Value: value } of input.Tag) if (key !== void 0 && (value === void 0 || tags.get(key) === value)) tags.delete(key);
			}
			return { return: true };
		}
	}),
	ec2Action({
		name: "DescribeTags",
		parameters: {
			Filter: filterList,
			...pagingParameters
		},
		run: (context, input) => {
			const rows = Object.values(TAGGABLE).flatMap((type) => type.all(context.region).flatMap(({ id, tags }) => [...tags].map(([key, value]) => ({
				resourceId: id,
				resourceType: type.name,
				key,
				value
			}))));
			const ofKeys = input.Filter.map(({ Name: name }) => name).filter((name) => name.startsWith("tag:"));
			const page = pageOf$1(context, applyFilters(rows, input.Filter, {
				key: ({ key }) => key,
				"resource-id": ({ resourceId }) => resourceId,
				"resource-type": ({ resourceType }) => resourceType,
				value: ({ value }) => value,
				...Object.fromEntries(ofKeys.map((name) => [name, ({ key, value }) => name === `tag:${key}` ? value : void 0]))
			}), input, {
				ids: [],
				set: "tagSet"
			});
			return {
				tagSet: page.items,
				nextToken: page.nextToken
			};
		}
	})
];
// src/local-cloud/actions/volumes.ts
const volumeFilters = {
	...tagFilters,
	"attachment.attach-time": ({ attachment }) => attachment && new Date(attachment.at).toISOString(),
	"attachment.delete-on-termination": ({ attachment }) => attachment?.deleteOnTermination,
	"attachment.device": ({ attachment }) => attachment?.device,
	"attachment.instance-id": ({ attachment }) => attachment?.instanceId,
	"attachment.status": ({ attachment }) => attachment && "attached",
	"availability-zone": ({ availabilityZone }) => availabilityZone,
	"availability-zone-id": ({ availabilityZone }) => zoneId(availabilityZone),
	"create-time": ({ createdAt }) => new Date(createdAt).toISOString(),
	"fast-restored": () => false,
	"multi-attach-enabled": () => false,
	encrypted: ({ encrypted }) => encrypted,
	size: ({ size }) => size,
	"snapshot-id": ({ snapshotId }) => snapshotId,
	status: (volume) => statusOf$1(volume),
	"volume-id": ({ id }) => id,
	"volume-type": ({ type }) => type
};
function statusOf$1({ attachment }) {
	return attachment === void 0 ? "available" : "in-use";
}
const volumeActions = [ec2Action({
	name: "DescribeVolumes",
	parameters: {
		VolumeId: listOf(text$1),
		Filter: filterList,
		IncludeManagedResources: accepted,
		...pagingParameters
	},
	run: (context, input) => {
		const page = pageOf$1(context, applyFilters(findVolumes(context.region, input.VolumeId), input.Filter, volumeFilters), input, {
			ids: input.VolumeId,
			set: "volumeSet"
		});
		return {
			volumeSet: page.items.map((volume) => ({
				volumeId: volume.id,
				size: volume.size,
				snapshotId: volume.snapshotId ?? "",
				availabilityZone: volume.availabilityZone,
				status: statusOf$1(volume),
				createTime: new Date(volume.createdAt),
				attachmentSet: volume.attachment === void 0 ? [] : [{
					volumeId: volume.id,
					instanceId: volume.attachment.instanceId,
					device: volume.attachment.device,
					status: "attached",
					attachTime: new Date(volume.attachment.at),
					deleteOnTermination: volume.attachment.deleteOnTermination
				}],
				volumeType: volume.type,
				iops: volume.iops,
				throughput: volume.throughput,
				encrypted: volume.encrypted,
				kmsKeyId: volume.kmsKeyId,
				multiAttachEnabled: false,
				tagSet: tagSet(volume.tags)
			})),
			nextToken: page.nextToken
		};
	}
}), ec2Action({
	name: "DeleteVolume",
	parameters: { VolumeId: required(text$1) },
	run: ({ region }, input) => {
		const volume = findVolume(region, input.VolumeId);
		if (volume.attachment !== void 0) throw new CloudError("VolumeInUse", `Volume ${volume.id} is currently attached to ${volume.attachment.instanceId}`);
		region.volumes.delete(volume.id);
		return { return: true };
	}
})];
// src/local-cloud/actions/ec2-actions.ts
const ec2Actions = [
	...regionActions,
	...networkActions,
	...routingActions,
	...securityGroupActions,
	...keyPairActions,
	...instanceTypeActions,
	runInstances,
	...launchTemplateActions,
	...fleetActions,
	...spotRequestActions,
	...spotFleetActions,
	...instanceActions,
	...instanceAttributeActions,
	...volumeActions,
	...imageActions,
	...imageCreationActions,
	...imageCopyActions,
	...imageChangeActions,
	...fastLaunchActions,
	...snapshotActions,
	...tagActions
];
// src/local-cloud/actions/iam.ts
const NAME = /^[\w+=,.@-]{1,128}$/;
const PATH = /^(\/|\/[!-~]+\/)$/;
const createRole = queryAction({
	name: "CreateRole",
	parameters: {
		RoleName: required(text$1),
		AssumeRolePolicyDocument: required(text$1),
		Path: text$1,
		Description: text$1,
		MaxSessionDuration: integer,
		PermissionsBoundary: text$1,
		Tags: membersOf(tag)
	},
	run: ({ cloud: { iam, accountId }, now }, input) => {
		const name = checkedName(input.RoleName, "roleName", 64);
		if (iam.roles.has(name)) throw exists(`Role with name ${name}`);
		checkPolicy(input.AssumeRolePolicyDocument, "trust");
		const role = {
			name,
			path: checkedPath(input.Path),
			id: iam.newId("AROA"),
			description: input.Description,
			trustPolicy: input.AssumeRolePolicyDocument,
			policies: /* @__PURE__ */ new Map(),
			tags: tagsOf$1(input.Tags),
			createdAt: now,
			isSeeded: false
		};
		iam.roles.set(name, role);
		return { Role: roleXml(accountId, role) };
	}
});
const getRole = queryAction({
	name: "GetRole",
	parameters: { RoleName: required(text$1) },
	run: (context, input) => ({ Role: roleXml(context.cloud.accountId, roleNamed(context, input.RoleName)) })
});
const listRoles = queryAction({
	name: "ListRoles",
	parameters: {
		PathPrefix: text$1,
		Marker: text$1,
		MaxItems: integer
	},
	run: (context, input) => {
		const { iam, accountId } = context.cloud;
		const { items, ...rest } = listPage(context, [...iam.roles.values()].filter(({ path }) => path.startsWith(input.PathPrefix ?? "/")), input);
		return {
			Roles: items.map((role) => ({
				...roleXml(accountId, role),
				Tags: void 0
			})),
			...rest
		};
	}
});
const listInstanceProfiles = queryAction({
	name: "ListInstanceProfiles",
	parameters: {
		PathPrefix: text$1,
		Marker: text$1,
		MaxItems: integer
	},
	run: (context, input) => {
		const { iam } = context.cloud;
		const { items, ...rest } = listPage(context, [...iam.profiles.values()].filter(({ path }) => path.startsWith(input.PathPrefix ?? "/")), input);
		return {
			InstanceProfiles: items.map((each) => ({
				...profileXml(context, each),
				Tags: void 0
			})),
			...rest
		};
	}
});
function listPage({ cloud }, all, { Marker: marker, MaxItems: wanted = 100 }) {
	if (wanted < 1 || wanted > 1e3) throw new CloudError("ValidationError", `1 validation error detected: Value '${wanted}' at 'maxItems' failed to satisfy constraint: Member must have value between 1 and 1000`);
	const invalid = new CloudError("ValidationError", `Invalid Marker: ${marker}`);
	const { items, next } = cutPage(all, marker, Math.min(wanted, cloud.limits.pageSize ?? wanted), invalid);
	return {
		items,
		IsTruncated: next !== void 0,
		Marker: next
	};
}
const iamActions = [
	createRole,
	getRole,
	listRoles,
	listInstanceProfiles,
	queryAction({
		name: "PutRolePolicy",
		parameters: {
			RoleName: required(text$1),
			PolicyName: required(text$1),
			PolicyDocument: required(text$1)
		},
		run: (context, input) => {
			const role = roleNamed(context, input.RoleName);
			checkPolicy(input.PolicyDocument, "permissions");
			role.policies.set(checkedName(input.PolicyName, "policyName", 128), input.PolicyDocument);
			return {};
		}
	}),
	queryAction({
		name: "GetRolePolicy",
		parameters: {
			RoleName: required(text$1),
			PolicyName: required(text$1)
		},
		run: (context, input) => {
			const { policies, name } = roleNamed(context, input.RoleName);
			const document = policies.get(input.PolicyName);
			if (document === void 0) throw noPolicy(input.PolicyName);
			return {
				RoleName: name,
				PolicyName: input.PolicyName,
				PolicyDocument: encodeURIComponent(document)
			};
		}
	}),
	queryAction({
		name: "DeleteRolePolicy",
		parameters: {
			RoleName: required(text$1),
			PolicyName: required(text$1)
		},
		run: (context, input) => {
			if (!roleNamed(context, input.RoleName).policies.delete(input.PolicyName)) throw noPolicy(input.PolicyName);
			return {};
		}
	}),
	queryAction({
		name: "DeleteRole",
		parameters: { RoleName: required(text$1) },
		run: (context, input) => {
			const { iam } = context.cloud;
			const { name, policies } = roleNamed(context, input.RoleName);
			if ([...iam.profiles.values()].some(({ role }) => role === name)) throw conflict("Cannot delete entity, must remove roles from instance profile first.");
			if (policies.size > 0) throw conflict("Cannot delete entity, must delete policies first.");
			iam.roles.delete(name);
			return {};
		}
	}),
	queryAction({
		name: "CreateInstanceProfile",
		parameters: {
			InstanceProfileName: required(text$1),
			Path: text$1,
			Tags: membersOf(tag)
		},
		run: (context, input) => {
			const { iam } = context.cloud;
			const name = checkedName(input.InstanceProfileName, "instanceProfileName", 128);
			if (iam.profiles.has(name)) throw exists(`Instance Profile ${name}`);
			const profile = {
				name,
				path: checkedPath(input.Path),
				id: iam.newId("AIPA"),
				tags: tagsOf$1(input.Tags),
				createdAt: context.now,
				isSeeded: false,
				role: void 0,
				knownAt: Number.POSITIVE_INFINITY
			};
			iam.profiles.set(name, profile);
			return { InstanceProfile: profileXml(context, profile) };
		}
	}),
	queryAction({
		name: "GetInstanceProfile",
		parameters: { InstanceProfileName: required(text$1) },
		run: (context, input) => ({ InstanceProfile: profileXml(context, profileNamed(context, input.InstanceProfileName)) })
	}),
	queryAction({
		name: "AddRoleToInstanceProfile",
		parameters: {
			InstanceProfileName: required(text$1),
			RoleName: required(text$1)
		},
		run: (context, input) => {
			const profile = profileNamed(context, input.InstanceProfileName);
			const role = roleNamed(context, input.RoleName);
			if (profile.role !== void 0) throw new CloudError("LimitExceeded", "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1", 409);
			profile.role = role.name;
			profile.knownAt = context.now + context.cloud.delays.instanceProfile;
			return {};
		}
	}),
	queryAction({
		name: "RemoveRoleFromInstanceProfile",
		parameters: {
			InstanceProfileName: required(text$1),
			RoleName: required(text$1)
		},
		run: (context, input) => {
			const profile = profileNamed(context, input.InstanceProfileName);
			if (profile.role !== input.RoleName) throw missing(`Role ${input.RoleName} is not in instance profile ${profile.name}, and`);
			profile.role = void 0;
			return {};
		}
	}),
	queryAction({
		name: "DeleteInstanceProfile",
		parameters: { InstanceProfileName: required(text$1) },
		run: (context, input) => {
			const { name, role } = profileNamed(context, input.InstanceProfileName);
			if (role !== void 0) throw conflict("Cannot delete entity, must remove roles from instance profile first.");
			context.cloud.iam.profiles.delete(name);
			return {};
		}
	})
];
function roleNamed({ cloud }, name) {
	const role = cloud.iam.roles.get(name);
	if (role === void 0) throw missing(`The role with name ${name}`);
	return role;
}
function profileNamed({ cloud }, name) {
	const profile = cloud.iam.profiles.get(name);
	if (profile === void 0) throw missing(`Instance Profile ${name}`);
	return profile;
}
function roleXml(accountId, role) {
	return {
		Path: role.path,
		RoleName: role.name,
		RoleId: role.id,
		Arn: `arn:aws:iam::${accountId}:role${role.path}${role.name}`,
		CreateDate: new Date(role.createdAt),
		AssumeRolePolicyDocument: encodeURIComponent(role.trustPolicy),
		Description: role.description,
		Tags: tagsXml(role.tags)
	};
}
function profileXml({ cloud }, profile) {
	const role = profile.role === void 0 ? void 0 : cloud.iam.roles.get(profile.role);
	return {
		InstanceProfileId: profile.id,
		InstanceProfileName: profile.name,
		Path: profile.path,
		Arn: `arn:aws:iam::${cloud.accountId}:instance-profile${profile.path}${profile.name}`,
		CreateDate: new Date(profile.createdAt),
		Roles: role === void 0 ? [] : [roleXml(cloud.accountId, role)],
		Tags: tagsXml(profile.tags)
	};
}
function tagsXml(tags) {
	return [...tags].map(([Key, Value]) => ({
		Key,
		Value
	}));
}
function tagsOf$1(tags) {
	const all = /* @__PURE__ */ new Map();
	addTags(all, tags);
	for (const [key, value] of all) if (!IAM_TAG.test(key) || !IAM_TAG.test(value)) throw new CloudError("ValidationError", `1 validation error detected: the tag ${key} must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*`);
	return all;
}
const IAM_TAG = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
function checkedName(name, parameter, longest) {
	if (NAME.test(name) && name.length <= longest) return name;
	throw new CloudError("ValidationError", `1 validation error detected: Value '${name}' at '${parameter}' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+ and have a length of at most ${longest}`);
}
function checkedPath(path = "/") {
	if (PATH.test(path)) return path;
	throw new CloudError("ValidationError", `The specified value for path is invalid: ${path}`);
}
function exists(what) {
	return new CloudError("EntityAlreadyExists", `${what} already exists.`, 409);
}
function missing(what) {
	return new CloudError("NoSuchEntity", `${what} cannot be found.`, 404);
}
function noPolicy(name) {
	return missing(`The role policy with name ${name}`);
}
function conflict(message) {
	return new CloudError("DeleteConflict", message, 409);
}
// src/local-cloud/encoded-denial.ts
function encodeDenial(action, principal) {
	const message = {
		allowed: false,
		explicitDeny: false,
		matchedStatements: { items: [] },
		failures: { items: [] },
		context: {
			principal: {
				id: "AIDALOCALCLOUD0000001",
				name: principal.split("/").at(-1),
				arn: principal
			},
			action,
			resource: "*",
			conditions: { items: [] }
		}
	};
	return Buffer.from(JSON.stringify(message)).toString("base64url");
}
function decodeDenial(encoded) {
	const text = Buffer.from(encoded, "base64url").toString("utf8");
	if (text.startsWith("{\"allowed\":")) return text;
	throw new CloudError("InvalidAuthorizationMessageException", "Invalid Authorization Message");
}
// src/local-cloud/actions/identity.ts
const stsActions = [
	queryAction({
		name: "GetCallerIdentity",
		parameters: {},
		run: ({ cloud }) => ({
			Arn: `arn:aws:iam::${cloud.accountId}:user/local`,
			UserId: "AIDALOCALCLOUD0000001",
			Account: cloud.accountId
		})
	}),
	queryAction({
		name: "AssumeRole",
		parameters: {
			RoleArn: required(text$1),
			RoleSessionName: required(text$1),
			DurationSeconds: integer,
			ExternalId: text$1,
			Policy: accepted,
			PolicyArns: accepted,
			Tags: accepted,
			TransitiveTagKeys: accepted,
			SourceIdentity: accepted,
			SerialNumber: text$1,
			TokenCode: text$1
		},
		run: (context, input) => {
			checkMfaCode(input.SerialNumber, input.TokenCode);
			return sessionOf(context, input);
		}
	}),
	queryAction({
		name: "AssumeRoleWithWebIdentity",
		parameters: {
			RoleArn: required(text$1),
			RoleSessionName: required(text$1),
			WebIdentityToken: required(text$1),
			DurationSeconds: integer,
			ProviderId: accepted,
			Policy: accepted,
			PolicyArns: accepted
		},
		run: (context, input) => {
			if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(input.WebIdentityToken)) throw new CloudError("InvalidIdentityToken", "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
			return sessionOf(context, input);
		}
	}),
	queryAction({
		name: "DecodeAuthorizationMessage",
		parameters: { EncodedMessage: required(text$1) },
		run: (_, { EncodedMessage }) => ({ DecodedMessage: decodeDenial(EncodedMessage) })
	})
];
function checkMfaCode(serialNumber, tokenCode) {
	if (serialNumber === void 0 && tokenCode === void 0) return;
	if (serialNumber === void 0 || tokenCode === void 0) throw new CloudError("AccessDenied", "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.", 403);
	if (!/^\d{6}$/.test(tokenCode)) throw new CloudError("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.", 403);
}
function sessionOf({ cloud, now }, input) {
	const { RoleArn, RoleSessionName, DurationSeconds: seconds = 3600 } = input;
	if (seconds < 900 || seconds > 43200) throw invalidMember(String(seconds), "durationSeconds", "900 to 43200");
	if (!/^[\w+=,.@-]{2,64}$/.test(RoleSessionName)) throw invalidMember(RoleSessionName, "roleSessionName", "2 to 64 of the characters [\\w+=,.@-]");
	const [, account, name] = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(RoleArn) ?? [];
	if (account === void 0 || name === void 0) throw new CloudError("ValidationError", `${RoleArn} is invalid`);
	const id = stableHex(`${RoleArn}/${cloud.newRequestId()}`).toUpperCase();
	return {
		AssumedRoleUser: {
			Arn: `arn:aws:sts::${account}:assumed-role/${name}/${RoleSessionName}`,
			AssumedRoleId: `AROALOCALCLOUD0000001:${RoleSessionName}`
		},
		Credentials: {
			AccessKeyId: `ASIA${account}${id.slice(0, 4)}`,
			SecretAccessKey: `secret-${id}`,
			SessionToken: `session-${id}`,
			Expiration: new Date(now + seconds * 1e3)
		}
	};
}
function invalidMember(value, member, allowed) {
	return new CloudError("ValidationError", `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must be ${allowed}`);
}
// src/local-cloud/actions/json-action.ts
function textOf(input, name) {
	const value = input[name];
	if (value === void 0 || value === null) return void 0;
	if (typeof value !== "string") throw new CloudError("SerializationException", `${name} must be a string`);
	return value;
}
function requiredText(input, name) {
	const value = textOf(input, name);
	if (value === void 0 || value === "") throw new CloudError("ValidationException", `1 validation error detected: Value null at '${name.charAt(0).toLowerCase() + name.slice(1)}' failed to satisfy constraint: Member must not be null`);
	return value;
}
// src/local-cloud/actions/kms.ts
const USAGES = [
	"ENCRYPT_DECRYPT",
	"SIGN_VERIFY",
	"GENERATE_VERIFY_MAC",
	"KEY_AGREEMENT"
];
const SPECS = [
	{
		name: /^SYMMETRIC_DEFAULT$/,
		usages: ["ENCRYPT_DECRYPT"],
		algorithms: ["SYMMETRIC_DEFAULT"]
	},
	{
		name: /^RSA_(?:2048|3072|4096)$/,
		usages: ["ENCRYPT_DECRYPT", "SIGN_VERIFY"],
		algorithms: ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"]
	},
	{
		name: /^ECC_NIST_P(?:256|384|521)$/,
		usages: ["SIGN_VERIFY", "KEY_AGREEMENT"],
		algorithms: []
	},
	{
		name: /^ECC_SECG_P256K1$/,
		usages: ["SIGN_VERIFY"],
		algorithms: []
	},
	{
		name: /^HMAC_(?:224|256|384|512)$/,
		usages: ["GENERATE_VERIFY_MAC"],
		algorithms: []
	}
];
const DAY_MS = 864e5;
const createKey = {
	name: "CreateKey",
	run: ({ cloud, region, now }, input) => {
		const usage = textOf(input, "KeyUsage") ?? "ENCRYPT_DECRYPT";
		const spec = textOf(input, "KeySpec") ?? textOf(input, "CustomerMasterKeySpec") ?? "SYMMETRIC_DEFAULT";
		if (!USAGES.includes(usage)) throw new CloudError("ValidationException", `1 validation error detected: Value '${usage}' at 'keyUsage' failed to satisfy constraint: Member must satisfy enum value set: [${USAGES.join(", ")}]`);
		if (specOf(spec)?.usages.includes(usage) !== true) throw new CloudError("ValidationException", `KeyUsage ${usage} is not compatible with KeySpec ${spec}`);
		if (input["MultiRegion"] === true || (textOf(input, "Origin") ?? "AWS_KMS") !== "AWS_KMS") throw new CloudError("UnsupportedOperationException", "The local cloud makes keys of one region only, and their material itself.");
		const description = textOf(input, "Description") ?? "";
		const id = cloud.newUuid();
		return { KeyMetadata: metadata(region.keys.add({
			id,
			manager: "CUSTOMER",
			description,
			usage,
			spec,
			createdAt: now
		})) };
	}
};
const describeKey = {
	name: "DescribeKey",
	run: (context, input) => ({ KeyMetadata: metadata(findKey(context, input, "KeyId")) })
};
const createAlias = {
	name: "CreateAlias",
	run: (context, input) => {
		const { keys } = context.region;
		const alias = requiredText(input, "AliasName");
		if (!/^alias\/[\w/-]+$/.test(alias) || alias.startsWith("alias/aws/")) throw new CloudError("ValidationException", `Alias must start with the prefix "alias/", and not "alias/aws/".`);
		const key = findKey(context, input, "TargetKeyId");
		if (keys.aliases.some(([name]) => name === alias)) throw new CloudError("AlreadyExistsException", `An alias with the name ${keys.arn(alias)} already exists`);
		refusePendingDeletion(key);
		keys.name(alias, key);
		return {};
	}
};
const listAliases = {
	name: "ListAliases",
	run: (context, input) => {
		const { cloud, region } = context;
		const { keys } = region;
		const of = textOf(input, "KeyId") === void 0 ? void 0 : findKey(context, input, "KeyId");
		const { items, next } = cutPage(keys.aliases.filter(([, key]) => of === void 0 || key === of), textOf(input, "Marker"), Math.min(limitOf(input["Limit"]), cloud.limits.pageSize ?? 100), new CloudError("InvalidMarkerException", "The marker is not valid."));
		return {
			Aliases: items.map(([alias, key]) => ({
				AliasName: alias,
				AliasArn: keys.arn(alias),
				TargetKeyId: key.id
			})),
			Truncated: next !== void 0,
			...next === void 0 ? {} : { NextMarker: next }
		};
	}
};
const enableKey = {
	name: "EnableKey",
	run: (context, input) => switchTo(context, input, "Enabled")
};
const disableKey = {
	name: "DisableKey",
	run: (context, input) => switchTo(context, input, "Disabled")
};
const scheduleKeyDeletion = {
	name: "ScheduleKeyDeletion",
	run: (context, input) => {
		const key = ownKey(context, input);
		refusePendingDeletion(key);
		const days = input["PendingWindowInDays"] ?? 30;
		if (typeof days !== "number" || !Number.isInteger(days) || days < 7 || days > 30) throw new CloudError("ValidationException", `PendingWindowInDays must be between 7 and 30, and is ${JSON.stringify(days)}.`);
		key.state = "PendingDeletion";
		key.deletedAt = context.now + days * DAY_MS;
		return {
			KeyId: key.arn,
			DeletionDate: key.deletedAt / 1e3,
			KeyState: key.state,
			PendingWindowInDays: days
		};
	}
};
function switchTo(context, input, state) {
	const key = ownKey(context, input);
	refusePendingDeletion(key);
	key.state = state;
	return {};
}
function ownKey(context, input) {
	const key = findKey(context, input, "KeyId");
	if (key.manager === "CUSTOMER") return key;
	throw new CloudError("AccessDeniedException", `${key.arn} is managed by AWS`);
}
function refusePendingDeletion(key) {
	if (key.state === "PendingDeletion") throw new CloudError("KMSInvalidStateException", `${key.arn} is pending deletion.`);
}
function findKey({ region }, input, name) {
	const identifier = requiredText(input, name);
	const key = region.keys.find(identifier);
	if (key !== void 0) return key;
	const ofArn = /^arn:[^:]+:kms:([^:]*):/.exec(identifier)?.[1];
	if (ofArn !== void 0 && ofArn !== region.name) throw new CloudError("NotFoundException", `Invalid arn ${ofArn}`);
	const resource = identifier.replace(/^arn:.*?:(?=alias\/|key\/)/, "");
	throw new CloudError("NotFoundException", resource.startsWith("alias/") ? `Alias ${region.keys.arn(resource)} is not found.` : `Key '${region.keys.arn(`key/${resource.replace(/^key\//, "")}`)}' does not exist`);
}
function specOf(spec) {
	return SPECS.find(({ name }) => name.test(spec));
}
function limitOf(given) {
	if (given === void 0) return 50;
	if (typeof given === "number" && Number.isInteger(given) && given >= 1 && given <= 100) return given;
	throw new CloudError("ValidationException", `1 validation error detected: Value '${JSON.stringify(given)}' at 'limit' failed to satisfy constraint: Member must have value between 1 and 100`);
}
function metadata(key) {
	return {
		AWSAccountId: key.arn.split(":")[4],
		KeyId: key.id,
		Arn: key.arn,
		CreationDate: key.createdAt / 1e3,
		Enabled: key.state === "Enabled",
		Description: key.description,
		KeyUsage: key.usage,
		KeyState: key.state,
		...key.deletedAt === void 0 ? {} : { DeletionDate: key.deletedAt / 1e3 },
		Origin: "AWS_KMS",
		KeyManager: key.manager,
		CustomerMasterKeySpec: key.spec,
		KeySpec: key.spec,
		...key.usage === "ENCRYPT_DECRYPT" ? { EncryptionAlgorithms: specOf(key.spec)?.algorithms } : {},
		MultiRegion: key.id.startsWith("mrk-")
	};
}
const kmsActions = [
	createKey,
	describeKey,
	createAlias,
	listAliases,
	enableKey,
	disableKey,
	scheduleKeyDeletion
];
// src/local-cloud/actions/public-parameters.ts
const FAMILIES = [
	{
		path: /^\/aws\/service\/canonical\/ubuntu\/(server|server-minimal)\/([a-z0-9.]+)\/stable\/current\/(amd64|arm64)\/hvm\/ebs-gp[23]\/ami-id$/,
		image: (flavour, release, architecture) => new RegExp(`^ubuntu(-minimal)?/images/.*-(?:${literal(release)}-[0-9.]+|[a-z]+-${literal(release)})-${architecture}-${flavour === "server" ? "server" : "minimal"}-\\d+$`)
	},
	{
		path: /^\/aws\/service\/ami-amazon-linux-latest\/al2023-ami(-minimal)?-kernel-(?:default|6\.1)-(x86_64|arm64)$/,
		image: (minimal, architecture) => new RegExp(`^al2023-ami${literal(minimal)}-2023\\..*-${architecture}$`)
	},
	{
		path: /^\/aws\/service\/ami-amazon-linux-latest\/amzn2-ami-(kernel-5\.10-)?hvm-(x86_64|arm64)-gp2$/,
		image: (kernel, architecture) => new RegExp(`^amzn2-ami-${literal(kernel)}hvm-2\\.0\\.\\d+\\.0-${architecture}-gp2$`)
	},
	{
		path: /^\/aws\/service\/debian\/release\/(\d+)\/latest\/(amd64|arm64)$/,
		image: (release, architecture) => new RegExp(`^debian-${release}-${architecture}-\\d+-\\d+$`)
	},
	{
		path: /^\/aws\/service\/ami-windows-latest\/(Windows_Server-\d{4}-English-Full-Base)$/,
		image: (name) => new RegExp(`^${literal(name)}-`)
	}
];
function literal(text) {
	return (text ?? "").replace(/[.\\+*?()[\]{}|^$]/g, "\\$&");
}
function publicParameter(region, accountId, name) {
	for (const family of FAMILIES) {
		const match = family.path.exec(name);
		if (match === null) continue;
		const pattern = family.image(...match.slice(1).map((group) => group ?? ""));
		const [newest] = region.images.all().filter((image) => image.ownerId !== accountId && pattern.test(image.name)).sort((a, b) => b.createdAt - a.createdAt);
		return newest?.id;
	}
}
// src/local-cloud/actions/parameter-store.ts
const getParameter = {
	name: "GetParameter",
	run: (context, input) => {
		const name = requiredText(input, "Name");
		const parameter = findParameter(context, name);
		if (parameter === void 0) throw new CloudError("ParameterNotFound", "");
		return { Parameter: parameterJson(context, parameter, input, selectorOf(name)) };
	}
};
const getParameters = {
	name: "GetParameters",
	run: (context, input) => {
		const names = input["Names"];
		if (!Array.isArray(names) || !names.every((name) => typeof name === "string") || names.length === 0) throw new CloudError("ValidationException", "Names must be a list of strings");
		if (names.length > 10) throw new CloudError("ValidationException", "1 validation error detected: Value at 'names' failed to satisfy constraint: Member must have length less than or equal to 10");
		const found = names.map((name) => ({
			name,
			parameter: versionOrNone(context, name)
		}));
		return {
			Parameters: found.flatMap(({ name, parameter }) => parameter === void 0 ? [] : [parameterJson(context, parameter, input, selectorOf(name))]),
			InvalidParameters: found.filter(({ parameter }) => parameter === void 0).map(({ name }) => name)
		};
	}
};
const PARAMETER_TYPES = [
	"String",
	"StringList",
	"SecureString"
];
const DATA_TYPES = [
	"text",
	"aws:ec2:image",
	"aws:ssm:integration"
];
const LONGEST_STANDARD_VALUE = 4096;
const LONGEST_VALUE = 8192;
const putParameter = {
	name: "PutParameter",
	run: (context, input) => {
		const { region, now } = context;
		const name = requiredText(input, "Name");
		const value = requiredText(input, "Value");
		checkName$1(name);
		for (const option of ["AllowedPattern", "Policies"]) if (input[option] !== void 0) throw new CloudError("ValidationException", `The local cloud does not know ${option} of parameters.`);
		const tier = textOf(input, "Tier") ?? "Standard";
		if (tier === "Standard" && Buffer.byteLength(value) > LONGEST_STANDARD_VALUE) throw new CloudError("ValidationException", `Standard tier parameters support a maximum parameter value of ${LONGEST_STANDARD_VALUE} characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier.`);
		if (Buffer.byteLength(value) > LONGEST_VALUE) throw new CloudError("ValidationException", `A parameter value has ${LONGEST_VALUE} characters at most.`);
		const existing = region.parameters.get(name);
		if (existing !== void 0 && input["Overwrite"] !== true) throw new CloudError("ParameterAlreadyExists", "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
		const type = textOf(input, "Type") ?? existing?.type;
		if (type === void 0) throw new CloudError("ValidationException", "A parameter type is required when you create a parameter.");
		if (!PARAMETER_TYPES.includes(type)) throw new CloudError("UnsupportedParameterType", `Parameter type ${type} is not one of ${PARAMETER_TYPES.join(", ")}.`);
		const dataType = textOf(input, "DataType") ?? existing?.dataType ?? "text";
		if (!DATA_TYPES.includes(dataType)) throw new CloudError("ValidationException", `The data type ${dataType} is not one of ${DATA_TYPES.join(", ")}.`);
		if (dataType === "aws:ec2:image" && !/^ami-[0-9a-f]{8}(?:[0-9a-f]{9})?$/.test(value)) throw new CloudError("ValidationException", `The value ${value} is not an image id, which the data type aws:ec2:image asks for.`);
		const given = tagsOf(input);
		if (given.size > 0 && input["Overwrite"] === true) throw new CloudError("ValidationException", "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.");
		if (existing !== void 0 && existing.type !== type) throw new CloudError("HierarchyTypeMismatch", `The parameter ${name} is a ${existing.type}, and its type can't be changed.`);
		const version = (existing?.version ?? 0) + 1;
		const keep = () => {
			const tags = region.parameters.get(name)?.tags ?? given;
			region.parameters.set(name, {
				name,
				type,
				value,
				version,
				dataType,
				modifiedAt: now,
				tags
			});
		};
		if (dataType !== "aws:ec2:image") keep();
		else region.timeline.schedule(now + IMAGE_CHECK_MS, () => {
			if (region.images.get(value)?.state === "available") keep();
		});
		return {
			Version: version,
			Tier: tier === "Advanced" || Buffer.byteLength(value) > LONGEST_STANDARD_VALUE ? "Advanced" : "Standard"
		};
	}
};
const IMAGE_CHECK_MS = 500;
function tagsOf(input) {
	const tags = input["Tags"] ?? [];
	if (!Array.isArray(tags)) throw new CloudError("SerializationException", "Tags must be a list");
	if (tags.length > 50) throw new CloudError("TooManyTagsError", "The Tags parameter holds more than 50 tags.");
	return new Map(tags.map((tag) => {
		const { Key, Value } = Object.assign({}, tag);
		const isValid = (text, most) => typeof text === "string" && text.length <= most && /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(text);
		if (!isValid(Key, 128) || Key === "" || !isValid(Value, 256)) throw new CloudError("ValidationException", `The tag ${JSON.stringify(tag)} is not valid.`);
		return [Key, Value];
	}));
}
function taggedParameter({ region }, input) {
	const kind = requiredText(input, "ResourceType");
	const id = requiredText(input, "ResourceId");
	if (kind !== "Parameter") throw new CloudError("InvalidResourceType", `The resource type ${kind} is not known here; only Parameter is.`);
	const parameter = region.parameters.get(id);
	if (parameter === void 0) throw new CloudError("InvalidResourceId", `The resource ${id} was not found.`);
	return parameter;
}
const addTagsToResource = {
	name: "AddTagsToResource",
	run: (context, input) => {
		const parameter = taggedParameter(context, input);
		const tags = new Map([...parameter.tags, ...tagsOf(input)]);
		context.region.parameters.set(parameter.name, {
			...parameter,
			tags
		});
		return {};
	}
};
const listTagsForResource = {
	name: "ListTagsForResource",
	run: (context, input) => ({ TagList: [...taggedParameter(context, input).tags].map(([Key, Value]) => ({
		Key,
		Value
	})) })
};
function checkName$1(name) {
	if (!/^[a-zA-Z0-9_.\-/]{1,1011}$/.test(name)) throw new CloudError("ValidationException", "Parameter name must not be empty and may contain only letters, digits and the characters _ . - /");
	if (name.split("/").length > 16) throw new CloudError("HierarchyLevelLimitExceededException", "A hierarchy can have a maximum of 15 levels.");
	if (name.includes("/") && !name.startsWith("/")) throw new CloudError("ValidationException", "Parameter name must be a fully qualified name.");
	if (/^\/?(?:aws|ssm)/i.test(name)) throw new CloudError("ValidationException", "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
}
function findParameter({ cloud, region }, given) {
	const path = given.replace(/^arn:[^:]+:ssm:[^:]+:\d*:parameter(?=\/)/, "");
	const [, bare = path, version] = /^(.*?)(?::(\d+))?$/.exec(path) ?? [];
	const imageId = publicParameter(region, cloud.accountId, bare);
	const parameter = imageId === void 0 ? region.parameters.get(bare) ?? region.parameters.get(bare.replace(/^\//, "")) : {
		name: bare,
		type: "String",
		value: imageId,
		version: 1,
		dataType: "aws:ec2:image",
		modifiedAt: 0,
		tags: /* @__PURE__ */ new Map()
	};
	if (parameter === void 0 || version === void 0 || Number(version) === parameter.version) return parameter;
	throw new CloudError("ParameterVersionNotFound", `Systems Manager could not find version ${version} of ${bare}.`);
}
function versionOrNone(context, name) {
	try {
		return findParameter(context, name);
	} catch (thrown) {
		if (thrown instanceof CloudError && thrown.code === "ParameterVersionNotFound") return void 0;
		throw thrown;
	}
}
function selectorOf(given) {
	return /:\d+$/.exec(given)?.[0];
}
function parameterJson({ cloud, region }, parameter, { WithDecryption }, selector) {
	const isEncrypted = parameter.type === "SecureString" && WithDecryption !== true;
	const isPublic = parameter.name.startsWith("/aws/service/");
	return {
		Name: parameter.name,
		Type: parameter.type,
		Value: isEncrypted ? `AQICAH${stableHex(`${parameter.name}/${parameter.value}`)}` : parameter.value,
		Version: parameter.version,
		...selector === void 0 ? {} : { Selector: selector },
		LastModifiedDate: parameter.modifiedAt / 1e3,
		ARN: `arn:aws:ssm:${region.name}:${isPublic ? "" : cloud.accountId}:parameter/${parameter.name.replace(/^\//, "")}`,
		DataType: parameter.dataType
	};
}
const FILTER_KEYS = {
	Type: ({ type }) => type,
	DataType: ({ dataType }) => dataType,
	Name: ({ name }) => name
};
const describeParameters = {
	name: "DescribeParameters",
	run: ({ cloud, region }, input) => {
		const filters = parameterFilters(input);
		const found = [...region.parameters.values()].filter((parameter) => filters.every(({ key, values }) => values.includes(FILTER_KEYS[key]?.(parameter) ?? "")));
		const wanted = input["MaxResults"] ?? 50;
		if (typeof wanted !== "number" || !Number.isInteger(wanted) || wanted < 1 || wanted > 50) throw new CloudError("ValidationException", `MaxResults is ${JSON.stringify(wanted)}; it takes 1 to 50`);
		const invalid = new CloudError("InvalidNextToken", "The specified token is not valid.");
		const size = Math.min(wanted, cloud.limits.pageSize ?? wanted);
		const { items, next } = cutPage(found, textOf(input, "NextToken"), size, invalid);
		return {
			Parameters: items.map(({ name, type, version, dataType, modifiedAt }) => ({
				Name: name,
				Type: type,
				Version: version,
				DataType: dataType,
				LastModifiedDate: modifiedAt / 1e3,
				Tier: "Standard"
			})),
			...next === void 0 ? {} : { NextToken: next }
		};
	}
};
function parameterFilters(input) {
	const given = input["ParameterFilters"] ?? [];
	if (!Array.isArray(given)) throw new CloudError("SerializationException", "ParameterFilters must be a list");
	return given.map((filter) => {
		const { Key, Values, Option = "Equals" } = Object.assign({}, filter);
		if (typeof Key !== "string" || !Object.hasOwn(FILTER_KEYS, Key) || Option !== "Equals") throw new CloudError("InvalidFilterKey", "The specified key is not valid.");
		if (!Array.isArray(Values) || !Values.every((value) => typeof value === "string")) throw new CloudError("InvalidFilterValue", "The filter value is not valid.");
		return {
			key: Key,
			values: Values
		};
	});
}
const parameterStoreActions = [
	getParameter,
	getParameters,
	describeParameters,
	putParameter,
	addTagsToResource,
	listTagsForResource
];
// src/local-cloud/actions/secrets.ts
const createSecret = {
	name: "CreateSecret",
	run: (context, input) => {
		const { cloud, region, now } = context;
		const name = requiredText(input, "Name");
		if (!/^[\w/+=.@!-]{1,512}$/.test(name)) throw new CloudError("ValidationException", "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!");
		if (region.secrets.has(name)) throw new CloudError("ResourceExistsException", `The operation failed because the secret ${name} already exists.`);
		const arn = `arn:aws:secretsmanager:${region.name}:${cloud.accountId}:secret:${name}-${stableHex(cloud.newUuid()).slice(0, 6)}`;
		const version = readVersion(name, 1, input, now);
		region.secrets.set(name, {
			name,
			arn,
			createdAt: now,
			versions: version === void 0 ? [] : [version]
		});
		return {
			ARN: arn,
			Name: name,
			...version === void 0 ? {} : { VersionId: version.id }
		};
	}
};
const putSecretValue = {
	name: "PutSecretValue",
	run: (context, input) => {
		const secret = findSecret(context, requiredText(input, "SecretId"));
		const version = readVersion(secret.name, secret.versions.length + 1, input, context.now);
		if (version === void 0) throw new CloudError("InvalidRequestException", "You must provide either SecretString or SecretBinary.");
		context.region.secrets.set(secret.name, {
			...secret,
			versions: [...secret.versions, version]
		});
		return {
			ARN: secret.arn,
			Name: secret.name,
			VersionId: version.id,
			VersionStages: ["AWSCURRENT"]
		};
	}
};
const getSecretValue = {
	name: "GetSecretValue",
	run: (context, input) => {
		const secret = findSecret(context, requiredText(input, "SecretId"));
		const id = textOf(input, "VersionId");
		const stage = textOf(input, "VersionStage") ?? (id === void 0 ? "AWSCURRENT" : void 0);
		const version = secret.versions.find((each) => (id === void 0 || each.id === id) && (stage === void 0 || stagesOf(secret, each).includes(stage)));
		if (version === void 0) throw new CloudError("ResourceNotFoundException", `Secrets Manager can't find the specified secret value for ${id === void 0 ? `staging label: ${stage}` : `VersionId: ${id}`}`);
		return {
			ARN: secret.arn,
			Name: secret.name,
			VersionId: version.id,
			...version.text === void 0 ? { SecretBinary: version.binary } : { SecretString: version.text },
			VersionStages: stagesOf(secret, version),
			CreatedDate: version.createdAt / 1e3
		};
	}
};
function readVersion(name, number, input, createdAt) {
	const text = textOf(input, "SecretString");
	const binary = textOf(input, "SecretBinary");
	if (text !== void 0 && binary !== void 0) throw new CloudError("InvalidParameterException", "You can't specify both SecretString and SecretBinary.");
	if (text === void 0 && binary === void 0) return void 0;
	return {
		id: textOf(input, "ClientRequestToken") ?? versionId(`${name}/${number}`),
		text,
		binary,
		createdAt
	};
}
function versionId(seed) {
	return (stableHex(seed) + stableHex(`${seed}/`)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}
function stagesOf({ versions }, version) {
	if (version === versions.at(-1)) return ["AWSCURRENT"];
	return version === versions.at(-2) ? ["AWSPREVIOUS"] : [];
}
function findSecret({ region }, given) {
	for (const secret of region.secrets.values()) if ([
		secret.name,
		secret.arn,
		secret.arn.slice(0, -7)
	].includes(given)) return secret;
	throw new CloudError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
}
const secretsActions = [
	createSecret,
	putSecretValue,
	getSecretValue
];
// src/local-cloud/session-manager/agent-session.ts
const AGENT_VERSION = "3.0.161.0";
const CHUNK = 1024;
const MOST_UNWRITTEN = 8388608;
var AgentSession = class {
	#options;
	#stream;
	#socket;
	#tcp;
	#hasGreeted = false;
	#isReady = false;
	#hasEnded = false;
	constructor(options) {
		this.#options = options;
		const { clock, ids } = options;
		this.#stream = new MessageStream({
			sends: "output_stream_data",
			takes: "input_stream_data",
			clock,
			ids,
			onMessage: (type, payload) => this.#onMessage(type, payload),
			onClosed: () => void 0,
			onStalled: () => this.#socket?.terminate()
		});
	}
	attach(socket) {
		if (this.#hasEnded) {
			socket.close(1e3);
			return;
		}
		this.#socket?.terminate();
		this.#socket = socket;
		socket.on("message", (data, isBinary) => {
			if (!isBinary || !Buffer.isBuffer(data) || this.#socket !== socket) return;
			try {
				this.#stream.receive(data);
			} catch (error) {
				if (!(error instanceof MalformedFrame)) throw error;
			}
		});
		socket.once("close", () => {
			if (this.#socket === socket) this.#stream.detach();
		});
		this.#stream.attach(frameSender(socket));
		if (this.#hasGreeted) return;
		this.#hasGreeted = true;
		const { portNumber, localPortNumber } = this.#options;
		this.#stream.send(PayloadType.handshakeRequest, jsonPayload({
			AgentVersion: AGENT_VERSION,
			RequestedClientActions: [{
				ActionType: "SessionType",
				ActionParameters: {
					SessionType: "Port",
					Properties: {
						localPortNumber,
						portNumber,
						type: "LocalPortForwarding"
					}
				}
			}]
		}));
	}
	drop() {
		this.#socket?.terminate();
	}
	end(reason) {
		if (this.#hasEnded) return;
		this.#hasEnded = true;
		const { clock, ids, sessionId, instanceId } = this.#options;
		const socket = this.#socket;
		if (socket?.readyState === socket?.OPEN) {
			const id = ids.uuid();
			const closing = {
				MessageType: "channel_closed",
				MessageId: id,
				DestinationId: instanceId,
				SessionId: sessionId,
				SchemaVersion: 1,
				CreatedDate: new Date(clock.now()).toISOString(),
				Output: reason
			};
			const head = {
				type: "channel_closed",
				createdAt: clock.now(),
				sequenceNumber: 0,
				flags: 0,
				id,
				payloadType: 0
			};
			socket?.send(writeAgentMessage({
				...head,
				payload: jsonPayload(closing)
			}));
			socket?.close(1e3);
		}
		this.#stream.end();
		this.#tcp?.destroy();
		this.#options.onEnd();
	}
	#onMessage(type, payload) {
		switch (type) {
			case PayloadType.handshakeResponse:
				this.#stream.send(PayloadType.handshakeComplete, jsonPayload({
					HandshakeTimeToComplete: 1e6,
					CustomerMessage: ""
				}));
				this.#dial();
				return true;
			case PayloadType.flag: {
				const flag = payload.length === 4 ? payload.readUInt32BE(0) : 0;
				if (flag === Flag.terminateSession) this.end("");
				if (flag === Flag.disconnectFromPort) this.#tcp?.destroy();
				return true;
			}
			case PayloadType.output:
				if (!this.#isReady) return false;
				if (this.#tcp === void 0 || this.#tcp.destroyed) this.#dial();
				if ((this.#tcp?.writableLength ?? 0) > MOST_UNWRITTEN) return false;
				this.#tcp?.write(payload);
				return true;
			default: return true;
		}
	}
	#dial() {
		const at = this.#options.where();
		if (at === void 0) {
			this.#cannotConnect("connection refused");
			return;
		}
		const tcp = connect$1({
			...at,
			noDelay: true
		});
		this.#tcp = tcp;
		this.#isReady = true;
		let connected = false;
		tcp.once("connect", () => {
			connected = true;
		});
		tcp.on("error", (error) => {
			if (!connected) this.#cannotConnect(error.message);
		});
		tcp.on("data", (bytes) => void this.#forward(tcp, bytes));
	}
	async #forward(tcp, bytes) {
		tcp.pause();
		for (let at = 0; at < bytes.length; at += CHUNK) await this.#stream.send(PayloadType.output, bytes.subarray(at, at + CHUNK));
		tcp.resume();
	}
	#cannotConnect(why) {
		const { portNumber } = this.#options;
		this.end(`Unable to connect to specified port: dial tcp 127.0.0.1:${portNumber}: connect: ${why}`);
	}
};
// src/local-cloud/session-manager/sessions.ts
function streamUrl(servedAt, sessionId) {
	return `${servedAt.replace(/^http/, "ws")}/v1/data-channel/${sessionId}?role=publish_subscribe`;
}
var Sessions = class {
	servedAt;
	#open = /* @__PURE__ */ new Map();
	get(id) {
		return this.#open.get(id);
	}
	all() {
		return [...this.#open.values()];
	}
	add(session) {
		this.#open.set(session.id, session);
	}
	endOf(instanceId) {
		for (const session of this.all()) if (session.instanceId === instanceId) this.end(session.id, "");
	}
	end(id, reason) {
		const session = this.#open.get(id);
		this.#open.delete(id);
		session?.agent.end(reason);
	}
};
// src/local-cloud/actions/session-manager.ts
const AGENT_ACTIONS = [
	"ssm:UpdateInstanceInformation",
	"ssmmessages:CreateControlChannel",
	"ssmmessages:CreateDataChannel",
	"ssmmessages:OpenControlChannel",
	"ssmmessages:OpenDataChannel"
];
const PORT_FORWARDING = "AWS-StartPortForwardingSession";
const sessionManagerActions = [
	{
		name: "DescribeInstanceInformation",
		run: (context, input) => {
			const wanted = wantedInstances(input);
			const managed = context.region.instances.all().filter((instance) => isManaged(context, instance) && (wanted === void 0 || wanted.includes(instance.id)));
			const most = input["MaxResults"] ?? 50;
			if (typeof most !== "number" || !Number.isInteger(most) || most < 5 || most > 50) throw new CloudError("ValidationException", `MaxResults is ${JSON.stringify(most)}; it takes 5 to 50`);
			const { items, next } = cutPage(managed, textOf(input, "NextToken"), Math.min(most, context.cloud.limits.pageSize ?? most), new CloudError("InvalidNextToken", "The specified token is not valid."));
			return {
				...next === void 0 ? {} : { NextToken: next },
				InstanceInformationList: items.map((instance) => ({
					InstanceId: instance.id,
					PingStatus: "Online",
					LastPingDateTime: context.now / 1e3,
					AgentVersion: AGENT_VERSION,
					IsLatestVersion: false,
					PlatformType: "Linux",
					ResourceType: "EC2Instance"
				}))
			};
		}
	},
	{
		name: "ResumeSession",
		run: (context, input) => {
			const id = requiredText(input, "SessionId");
			const session = context.cloud.sessions.get(id);
			if (session === void 0) throw noSession(id);
			return wayInto(context, session);
		}
	},
	{
		name: "StartSession",
		run: (context, input) => {
			const target = requiredText(input, "Target");
			const document = textOf(input, "DocumentName") ?? "SSM-SessionManagerRunShell";
			if (document !== PORT_FORWARDING) throw new CloudError("InvalidDocument", `The document ${document} is not part of the local cloud.`);
			const portNumber = parameter(input, "portNumber", "80");
			const localPortNumber = parameter(input, "localPortNumber", "0");
			const instance = context.region.instances.all().find(({ id }) => id === target);
			if (instance === void 0 || !isManaged(context, instance)) throw new CloudError("TargetNotConnected", `${target} is not connected.`);
			const { cloud } = context;
			const { sessions, clock } = cloud;
			const id = `local-${cloud.newId("s").slice(2)}`;
			const session = {
				id,
				instanceId: target,
				agent: new AgentSession({
					sessionId: id,
					instanceId: target,
					portNumber,
					localPortNumber,
					clock,
					ids: cloud.ids,
					where: () => portOf$1(instance, portNumber),
					onEnd: () => sessions.end(id, "")
				}),
				tokens: /* @__PURE__ */ new Set()
			};
			const answer = wayInto(context, session);
			sessions.add(session);
			return answer;
		}
	},
	{
		name: "TerminateSession",
		run: ({ cloud }, input) => {
			const id = requiredText(input, "SessionId");
			cloud.sessions.end(id, "");
			return { SessionId: id };
		}
	}
];
function wayInto({ cloud }, { id, tokens }) {
	const { servedAt } = cloud.sessions;
	if (servedAt === void 0) throw new CloudError("InternalServerError", "This cloud is not served: it has no data channels.", 500);
	const token = `token-${cloud.newUuid()}${cloud.newUuid()}`;
	tokens.add(token);
	return {
		SessionId: id,
		StreamUrl: streamUrl(servedAt, id),
		TokenValue: token
	};
}
function portOf$1({ machine }, portNumber) {
	const running = machine?.machine;
	if (running === void 0) return void 0;
	return portNumber === "22" || portNumber === String(running.sshPort) ? {
		host: running.address,
		port: running.sshPort
	} : void 0;
}
function isManaged({ cloud }, { state, machine, instanceProfile }) {
	if (state !== "running" || machine?.machine === void 0 || !machine.isIdle) return false;
	const name = instanceProfile?.replace(/^.*\//, "");
	const role = cloud.iam.roles.get(cloud.iam.profiles.get(name ?? "")?.role ?? "");
	if (role === void 0) return false;
	if (role.isSeeded) return true;
	const judges = [...role.policies.values()].map((policy) => judgeOf(policy));
	return AGENT_ACTIONS.every((action) => judges.some((allows) => allows({
		action,
		resource: "*",
		context: /* @__PURE__ */ new Map()
	})));
}
function wantedInstances(input) {
	const filters = [input["Filters"], input["InstanceInformationFilterList"]].flat().filter(isRecord);
	const values = filters.flatMap(({ Key: key, key: listKey, Values: some, valueSet }) => {
		if ((key ?? listKey) === "InstanceIds") return [some ?? valueSet].flat();
		throw new CloudError("InvalidFilterKey", "The local cloud filters by InstanceIds only.");
	});
	return filters.length === 0 ? void 0 : values;
}
function parameter(input, name, otherwise) {
	const { Parameters: parameters } = input;
	const values = isRecord(parameters) ? parameters[name] : void 0;
	if (values === void 0) return otherwise;
	const [value] = Array.isArray(values) ? values : [];
	if (typeof value === "string" && /^\d{1,5}$/.test(value)) return value;
	throw new CloudError("InvalidParameters", `The parameter ${name} has to be one port number.`);
}
function noSession(id) {
	return new CloudError("DoesNotExistException", `The session ${id} does not exist or has ended.`);
}
// src/local-cloud/services.ts
const ENVELOPE = /^(?:Action|Version|X-Amz-.*|AWSAccessKeyId|Signature|SignatureVersion|SignatureMethod|Timestamp)$/;
function readQuery(request, actions, format) {
	const parameters = new Map([...request.query, ...new URLSearchParams(request.body)]);
	const name = parameters.get("Action") ?? "";
	const own = [...parameters].filter(([key]) => !ENVELOPE.test(key));
	return {
		action: name,
		parameters: Object.fromEntries(own),
		prepare: () => {
			if (name === "") throw new CloudError("MissingAction", "The request is missing an action or a required parameter.");
			const action = actions.get(name);
			if (action === void 0) throw new CloudError("InvalidAction", `The action ${name} is not valid for this web service.`);
			const call = action.prepare(parameterTree(own));
			return {
				dryRun: call.dryRun,
				check: (context) => call.check(context),
				run: async (context, requestId) => format.success(name, await call.run(context), requestId)
			};
		}
	};
}
function readJson(request, actions) {
	const name = (request.headers["x-amz-target"] ?? "").split(".").at(-1) ?? "";
	return {
		action: name,
		parameters: { body: request.body },
		prepare: () => {
			const action = actions.get(name);
			if (action === void 0) throw new CloudError("UnknownOperationException", `The operation ${name} is not known.`);
			const input = parseObject(request.body);
			return {
				dryRun: false,
				check: () => void 0,
				run: async (context, requestId) => jsonSuccess(await action.run(context, input), requestId)
			};
		}
	};
}
function parseObject(body) {
	let value;
	try {
		value = JSON.parse(body || "{}");
	} catch {
		throw new CloudError("SerializationException", "The body is not valid JSON.");
	}
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw new CloudError("SerializationException", "The body is not a JSON object.");
	return Object.fromEntries(Object.entries(value));
}
function byName(actions) {
	return new Map(actions.map((action) => [action.name, action]));
}
function refusal({ action, resource }, arn) {
	return `User: ${arn} is not authorized to perform: ${action}${resource === "*" ? "" : ` on resource: ${resource}`} because no identity-based policy allows the ${action} action`;
}
const INVALID_TOKEN = "The security token included in the request is invalid.";
function ec2Service() {
	const actions = byName(ec2Actions);
	return {
		name: "ec2",
		isGlobal: false,
		read: (request) => readQuery(request, actions, ec2Format),
		failure: ec2Format.failure,
		rejectedKey: new CloudError("AuthFailure", "AWS was not able to validate the provided access credentials", 401),
		throttled: new CloudError("RequestLimitExceeded", "Request limit exceeded.", 503),
		denied: (demand, arn) => new CloudError("UnauthorizedOperation", `You are not authorized to perform this operation. ${refusal(demand, arn)}. Encoded authorization failure message: ` + encodeDenial(demand.action, arn), 403)
	};
}
function queryService(name, namespace, list, isGlobal = true) {
	const actions = byName(list);
	const format = queryFormat(namespace);
	return {
		name,
		isGlobal,
		read: (request) => readQuery(request, actions, format),
		failure: format.failure,
		rejectedKey: new CloudError("InvalidClientTokenId", INVALID_TOKEN, 403),
		throttled: new CloudError("Throttling", "Rate exceeded"),
		denied: (demand, arn) => new CloudError("AccessDenied", refusal(demand, arn), 403)
	};
}
function jsonService(name, list) {
	const actions = byName(list);
	return {
		name,
		isGlobal: false,
		read: (request) => readJson(request, actions),
		failure: jsonFailure,
		rejectedKey: new CloudError("UnrecognizedClientException", INVALID_TOKEN),
		throttled: new CloudError("ThrottlingException", "Rate exceeded"),
		denied: (demand, arn) => new CloudError("AccessDeniedException", refusal(demand, arn))
	};
}
const SERVICES = byName([
	ec2Service(),
	queryService("sts", "https://sts.amazonaws.com/doc/2011-06-15/", stsActions),
	queryService("iam", "https://iam.amazonaws.com/doc/2010-05-08/", iamActions),
	queryService("autoscaling", "http://autoscaling.amazonaws.com/doc/2011-01-01/", autoScalingActions, false),
	jsonService("kms", kmsActions),
	jsonService("ssm", [...parameterStoreActions, ...sessionManagerActions]),
	jsonService("secretsmanager", secretsActions)
]);
function serviceNamed(name) {
	return SERVICES.get(name);
}
// src/local-cloud/throttle.ts
var Throttle = class {
	#clock;
	#limits;
	#buckets = /* @__PURE__ */ new Map();
	constructor(clock, limits) {
		this.#clock = clock;
		this.#limits = limits;
	}
	allows(service, region, action) {
		const { requestsPerSecond: perSecond, requestBuckets = [] } = this.#limits;
		if (perSecond !== void 0 && !this.#take(`${service} ${region}`, {
			size: perSecond,
			perSecond
		})) return false;
		if (service !== "ec2") return true;
		const index = requestBuckets.findIndex(({ actions }) => actions.test(action));
		const bucket = requestBuckets[index];
		return bucket === void 0 || this.#take(`${service} ${region} ${index}`, bucket);
	}
	#take(name, { size, perSecond }) {
		const now = this.#clock.now();
		const bucket = this.#buckets.get(name) ?? {
			tokens: size,
			at: now
		};
		const tokens = Math.min(size, bucket.tokens + (now - bucket.at) / 1e3 * perSecond);
		const isAllowed = tokens >= 1;
		this.#buckets.set(name, {
			tokens: isAllowed ? tokens - 1 : tokens,
			at: now
		});
		return isAllowed;
	}
};
// src/local-cloud/endpoint.ts
var Endpoint = class {
	#cloud;
	#faults;
	#throttle;
	#acceptsAccessKey;
	#deniedActions;
	#allows;
	#record;
	constructor(cloud, options, faults, record) {
		this.#cloud = cloud;
		this.#faults = faults;
		this.#throttle = new Throttle(cloud.clock, cloud.limits);
		this.#acceptsAccessKey = options.acceptsAccessKey ?? (() => true);
		this.#deniedActions = options.deniedActions ?? [];
		this.#allows = judgeOf(options.policy);
		this.#record = record;
	}
	async answer(request) {
		const requestId = this.#cloud.newRequestId();
		const scope = credentialScope(request.headers, request.query) ?? unsignedScope(request);
		if (scope === void 0) {
			const error = new CloudError("MissingAuthenticationToken", "Request is missing Authentication Token", 403);
			return isJson(request) ? jsonFailure(error, requestId) : ec2Format.failure(error, requestId);
		}
		const service = serviceNamed(scope.service);
		if (service === void 0) {
			const error = new CloudError("InvalidAction", `The service ${scope.service} is not part of the local cloud.`);
			return isJson(request) ? jsonFailure(error, requestId) : ec2Format.failure(error, requestId);
		}
		const call = service.read(request);
		const record = {
			service: service.name,
			action: call.action,
			region: scope.region,
			at: this.#cloud.clock.now(),
			number: this.#faults.count(call.action, call.parameters),
			parameters: call.parameters
		};
		this.#record(record);
		const fault = this.#faults.faultFor(record);
		if (fault === "drop-connection") return BROKEN_CONNECTION;
		if (fault === "hang") return hang(request.signal);
		try {
			if (fault !== void 0) await this.#applyFault(fault, request.signal);
			const answer = await this.#act(service, call, scope, requestId);
			return fault === "drop-answer" ? BROKEN_CONNECTION : answer;
		} catch (thrown) {
			return service.failure(thrown instanceof CloudError ? thrown : internalError(thrown), requestId);
		}
	}
	async #applyFault(fault, signal) {
		if (typeof fault === "string") return;
		if ("delay" in fault) await this.#cloud.clock.sleep(fault.delay, signal);
		else throw new CloudError(fault.error, fault.message ?? `Planned fault ${fault.error}.`, fault.status ?? statusOf(fault.error));
	}
	async #act(service, call, scope, requestId) {
		const isSigned = scope.accessKeyId !== "";
		if (isSigned && !this.#acceptsAccessKey(scope.accessKeyId)) throw service.rejectedKey;
		const region = this.#regionOf(service, scope);
		if (!this.#throttle.allows(service.name, region.name, call.action)) throw service.throttled;
		const asked = {
			service: service.name,
			action: call.action,
			parameters: call.parameters
		};
		const denied = (isSigned ? demandsOf(asked, {
			cloud: this.#cloud,
			region
		}) : []).find((demand) => this.#isDenied(demand));
		if (denied !== void 0) throw service.denied(denied, `arn:aws:iam::${this.#cloud.accountId}:user/local`);
		const prepared = call.prepare();
		this.#cloud.catchUp();
		const context = {
			cloud: this.#cloud,
			region,
			now: this.#cloud.clock.now(),
			accessKeyId: scope.accessKeyId,
			allows: (demand) => !this.#isDenied(demand)
		};
		if (prepared.dryRun) {
			prepared.check(context);
			throw new CloudError("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
		}
		const answer = await prepared.run(context, requestId);
		this.#cloud.catchUp();
		return answer;
	}
	#regionOf(service, scope) {
		const region = this.#cloud.regions.get(scope.region);
		if (region !== void 0) return region;
		const [first] = this.#cloud.regions.values();
		if (!service.isGlobal || first === void 0) throw service.rejectedKey;
		return first;
	}
	#isDenied(demand) {
		const { action } = demand;
		const all = action.replace(/:.*$/, ":*");
		return this.#deniedActions.some((denied) => denied === action || denied === all) || !this.#allows(demand);
	}
};
function unsignedScope({ body }) {
	return new URLSearchParams(body).get("Action") === "AssumeRoleWithWebIdentity" ? {
		accessKeyId: "",
		region: "",
		service: "sts"
	} : void 0;
}
function isJson(request) {
	return request.headers["x-amz-target"] !== void 0;
}
function statusOf(code) {
	if (code === "RequestLimitExceeded" || code === "Unavailable" || code === "ServiceUnavailable") return 503;
	if (code === "InternalError" || code === "InternalFailure") return 500;
	return code === "UnauthorizedOperation" || code === "AuthFailure" ? 403 : 400;
}
function internalError(thrown) {
	return new CloudError("InternalError", `An internal error has occurred: ${errorMessage(thrown)}`, 500);
}
function hang(signal) {
	return new Promise((resolve) => {
		if (signal?.aborted) resolve(BROKEN_CONNECTION);
		signal?.addEventListener("abort", () => resolve(BROKEN_CONNECTION), { once: true });
	});
}
// src/local-cloud/faults.ts
var FaultInjector = class {
	#plans;
	#counts = /* @__PURE__ */ new Map();
	constructor(plans) {
		this.#plans = plans;
	}
	add(plan) {
		this.#plans = [...this.#plans, plan];
		return () => {
			this.#plans = this.#plans.filter((other) => other !== plan);
		};
	}
	count(action, { DryRun: dryRun }) {
		if (dryRun === "true") return 0;
		const number = (this.#counts.get(action) ?? 0) + 1;
		this.#counts.set(action, number);
		return number;
	}
	faultFor(call) {
		return this.#plans.find((plan) => matches(plan, call))?.fault;
	}
};
function matches(plan, call) {
	if (plan.action !== "*" && plan.action !== call.action) return false;
	if (plan.call !== void 0 && ![plan.call].flat().includes(call.number)) return false;
	return plan.when === void 0 || plan.when(call);
}
// src/local-cloud/leftovers.ts
function leftoversOf(cloud) {
	cloud.catchUp();
	return [...[...cloud.regions.values()].flatMap((region) => leftoversIn(cloud, region)), ...leftoversInIam(cloud)];
}
function leftoversIn(cloud, region) {
	const own = region.images.all().filter(({ ownerId, state }) => ownerId === cloud.accountId && state !== "deregistered");
	const used = new Set(own.flatMap(({ blockDevices }) => blockDevices.map(({ snapshotId }) => snapshotId)));
	return [
		...region.instances.all().filter(({ state }) => state !== "terminated").map(({ id, state, tags }) => ({
			kind: "instance",
			id,
			state,
			...named(tags.get("Name"))
		})),
		...region.interfaces.all().map(({ id }) => ({
			kind: "network-interface",
			id
		})),
		...region.volumes.all().map(({ id, attachment }) => ({
			kind: "volume",
			id,
			state: attachment === void 0 ? "available" : "in-use"
		})),
		...region.keyPairs.all().map(({ id, name }) => ({
			kind: "key-pair",
			id,
			name
		})),
		...region.fleets.all().filter(({ type }) => type !== "instant").map(({ id }) => ({
			kind: "fleet",
			id
		})),
		...region.spotRequests.all().filter(({ state }) => state === "active").map(({ id, state }) => ({
			kind: "spot-instances-request",
			id,
			state
		})),
		...cloud.sessions.all().filter(({ instanceId }) => region.instances.get(instanceId) !== void 0).map(({ id, instanceId }) => ({
			kind: "session",
			id,
			name: instanceId
		})),
		...region.launchTemplates.all().map(({ id, name }) => ({
			kind: "launch-template",
			id,
			name
		})),
		...region.securityGroups.all().filter(({ name }) => name !== "default").map(({ id, name }) => ({
			kind: "security-group",
			id,
			name
		})),
		...own.filter(({ state }) => state !== "available" && state !== "disabled").map(({ id, name, state }) => ({
			kind: "image",
			id,
			name,
			state
		})),
		...region.snapshots.all().filter(({ id, ownerId }) => ownerId === cloud.accountId && !used.has(id)).map(({ id, state }) => ({
			kind: "snapshot",
			id,
			state
		})),
		...[...region.lostFastLaunches].map((id) => ({
			kind: "fast-launch",
			id
		}))
	].map((leftover) => ({
		region: region.name,
		...leftover
	}));
}
function leftoversInIam({ iam, regions }) {
	const region = [...regions.keys()][0] ?? "";
	const made = (kind, all) => [...all].filter(({ isSeeded }) => !isSeeded).map(({ name }) => ({
		region,
		kind,
		id: name,
		name
	}));
	return [...made("iam-role", iam.roles.values()), ...made("instance-profile", iam.profiles.values())];
}
function named(name) {
	return name === void 0 ? {} : { name };
}
function describeLeftover({ region, kind, id, name, state }) {
	const details = [name, state].filter((detail) => detail !== void 0).join(", ");
	return `${region} ${kind} ${id}${details === "" ? "" : ` (${details})`}`;
}
// src/local-cloud/options.ts
const quickDelays = {
	address: 200,
	running: 600,
	stopped: 600,
	terminated: 400,
	image: 1500,
	copy: 2e3,
	instanceProfile: 500,
	fastLaunch: 3e3
};
// src/local-cloud/state/iam-state.ts
var IamState = class {
	roles = /* @__PURE__ */ new Map();
	profiles = /* @__PURE__ */ new Map();
	#count = 0;
	constructor(names) {
		for (const name of names) {
			const common = {
				name,
				path: "/",
				tags: /* @__PURE__ */ new Map(),
				createdAt: 0,
				isSeeded: true
			};
			const trustPolicy = JSON.stringify({
				Version: "2012-10-17",
				Statement: [{
					Effect: "Allow",
					Principal: { Service: "ec2.amazonaws.com" },
					Action: "sts:AssumeRole"
				}]
			});
			this.roles.set(name, {
				...common,
				id: this.newId("AROA"),
				description: void 0,
				trustPolicy,
				policies: /* @__PURE__ */ new Map()
			});
			this.profiles.set(name, {
				...common,
				id: this.newId("AIPA"),
				role: name,
				knownAt: 0
			});
		}
	}
	newId(prefix) {
		this.#count += 1;
		return `${prefix}LOCALCLOUD${String(this.#count).padStart(7, "0")}`;
	}
};
// src/local-cloud/state/cloud-state.ts
const DEFAULT_REGIONS = [
	"us-east-1",
	"us-east-2",
	"us-west-2",
	"eu-west-1",
	"eu-central-1"
];
var CloudState = class {
	clock;
	accountId;
	delays;
	limits;
	machineHost;
	shortages;
	defaultRoute;
	iam;
	sessions = new Sessions();
	regions;
	ids;
	constructor(options) {
		this.clock = options.clock;
		this.ids = options.ids;
		this.accountId = options.accountId ?? "123456789012";
		this.delays = {
			...quickDelays,
			...options.delays
		};
		this.limits = options.limits ?? {};
		this.machineHost = options.machineHost;
		this.shortages = options.shortages ?? [];
		this.defaultRoute = options.defaultRoute ?? "internet-gateway";
		this.iam = new IamState(options.instanceProfiles ?? ["bake-ami"]);
		const names = options.regions ?? DEFAULT_REGIONS;
		this.regions = new Map(names.map((name) => [name, new RegionState(name, this.accountId, options)]));
	}
	newId(prefix) {
		return `${prefix}-${stableHex(this.ids.uuid())}`;
	}
	newUuid() {
		return this.ids.uuid();
	}
	newRequestId() {
		return this.ids.uuid();
	}
	catchUp() {
		const now = this.clock.now();
		for (const region of this.regions.values()) region.timeline.catchUp(now);
	}
	async releaseDisk(diskId) {
		if (diskId === void 0) return;
		if (![...this.regions.values()].some((region) => region.snapshots.all().some((snapshot) => snapshot.diskId === diskId))) await this.machineHost?.removeDisk(diskId);
	}
	releaseDiskLater(diskId) {
		this.releaseDisk(diskId).catch(() => void 0);
	}
};
// src/local-cloud/cloud.ts
const CLOSE_MS = 2e4;
function createLocalCloud(options) {
	const state = new CloudState(options);
	const faults = new FaultInjector(options.faults ?? []);
	const calls = [];
	const endpoint = new Endpoint(state, options, faults, (call) => {
		if (options.keepsCalls ?? true) calls.push(call);
	});
	const cloud = {
		accountId: state.accountId,
		handle: async (request) => ownRoute(cloud, request) ?? endpoint.answer(request),
		calls,
		addFault: (plan) => faults.add(plan),
		reclaim: (instanceId) => reclaim(state, instanceId),
		sessions: state.sessions,
		leftovers: () => leftoversOf(state),
		machines: () => machinesOf(state),
		close: async () => {
			for (const { id } of state.sessions.all()) state.sessions.end(id, "");
			const instances = [...state.regions.values()].flatMap((region) => region.instances.all());
			const work = Promise.all(instances.flatMap(({ machine }) => machine === void 0 ? [] : [machine.settled()]));
			await withDeadline(options.clock, CLOSE_MS, () => void 0, void 0, (signal) => orAborted(work, signal)).catch(() => void 0);
			await options.machineHost?.close();
		}
	};
	return cloud;
}
function reclaim(state, instanceId) {
	state.catchUp();
	for (const region of state.regions.values()) {
		const instance = region.instances.get(instanceId);
		if (instance?.spotRequestId !== void 0) new InstanceLifecycle(state, region).reclaim(instance);
	}
}
function machinesOf(state) {
	state.catchUp();
	return [...state.regions.values()].flatMap((region) => region.instances.all().flatMap((instance) => {
		const machine = instance.machine?.machine;
		if (machine === void 0) return [];
		const { address, sshPort } = machine;
		return [{
			region: region.name,
			instanceId: instance.id,
			state: instance.state,
			address,
			sshPort
		}];
	}));
}
function ownRoute(cloud, request) {
	if (!request.path.startsWith("/_bake-ami/")) return void 0;
	if (request.method !== "GET") return json(405, { error: "Only GET is possible here." });
	switch (request.path) {
		case "/_bake-ami/health": return json(200, {
			status: "ok",
			accountId: cloud.accountId
		});
		case "/_bake-ami/leftovers": return json(200, cloud.leftovers());
		case "/_bake-ami/machines": return json(200, cloud.machines());
		default: return json(404, { error: `There is nothing at ${request.path}. Known: health, leftovers, machines.` });
	}
}
function json(status, value) {
	return {
		status,
		headers: { "content-type": "application/json" },
		body: JSON.stringify(value)
	};
}
// src/local-cloud/sandbox/inherited-descriptors.ts
const CLOSE_ON_EXEC = 524288;
function closeInheritedDescriptors() {
	for (const name of readdirSync("/proc/self/fd")) {
		const descriptor = Number(name);
		if (descriptor > 2 && isInherited(descriptor)) closeSync(descriptor);
	}
}
function isInherited(descriptor) {
	try {
		const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, "utf8"))?.[1];
		return flags !== void 0 && (Number.parseInt(flags, 8) & CLOSE_ON_EXEC) === 0;
	} catch {
		return false;
	}
}
// src/local-cloud/sandbox/accounts.ts
const FIRST_PERSON = 1e3;
const LAST_PERSON = 6e4;
function findAccount(passwd, name) {
	return accounts(passwd).find((account) => account.name === name);
}
function accounts(passwd) {
	return records(passwd).flatMap(([name = "", , uid = "", gid = "", , home = "", shell = ""]) => {
		if (name === "" || !/^\d+$/.test(uid) || !/^\d+$/.test(gid)) return [];
		return [{
			name,
			uid: Number(uid),
			gid: Number(gid),
			home: home || "/",
			shell: shell || "/bin/sh"
		}];
	});
}
function groupsOf(group, account) {
	const member = records(group).filter(([, , , members = ""]) => members.split(",").includes(account.name)).map(([, , gid = ""]) => Number(gid)).filter((gid) => Number.isInteger(gid));
	return [.../* @__PURE__ */ new Set([account.gid, ...member])];
}
function groupId(group, name) {
	const gid = records(group).find(([found]) => found === name)?.[2];
	return gid !== void 0 && /^\d+$/.test(gid) ? Number(gid) : void 0;
}
function withoutPeople(files) {
	const people = new Set(accounts(files.passwd).filter(({ uid }) => isPerson(uid)).map(({ name }) => name));
	const personal = new Set(records(files.group).filter(([, , gid]) => isPerson(Number(gid))).map(([name = ""]) => name));
	const members = (list = "") => list.split(",").filter((name) => !people.has(name)).join(",");
	return {
		passwd: text(records(files.passwd).filter(([name = ""]) => !people.has(name))),
		group: text(records(files.group).filter(([name = ""]) => !personal.has(name)).map(([name = "", password = "", gid = "", list]) => [
			name,
			password,
			gid,
			members(list)
		])),
		shadow: files.shadow && text(records(files.shadow).filter(([name = ""]) => !people.has(name)).map(([name = "", , ...rest]) => [
			name,
			"*",
			...rest
		])),
		gshadow: files.gshadow && text(records(files.gshadow).filter(([name = ""]) => !personal.has(name)).map(([name = "", , , list]) => [
			name,
			"*",
			"",
			members(list)
		]))
	};
}
function addPerson(files, name, groups) {
	const taken = /* @__PURE__ */ new Set([...accounts(files.passwd).map(({ uid }) => uid), ...records(files.group).map(([, , gid]) => Number(gid))]);
	let id = FIRST_PERSON;
	while (taken.has(id)) id += 1;
	const join = (content, field) => text(records(content).map((record) => groups.includes(record[0] ?? "") ? record.map((value, index) => index === field ? [value, name].filter(Boolean).join(",") : value) : record));
	const ownGroup = groupId(files.group, name);
	const gid = ownGroup ?? id;
	return {
		passwd: `${ended$1(files.passwd)}${name}:x:${id}:${gid}:${name}:/home/${name}:/bin/bash\n`,
		group: `${join(files.group, 3)}${ownGroup === void 0 ? `${name}:x:${gid}:\n` : ""}`,
		shadow: files.shadow && `${ended$1(files.shadow)}${name}:!:19000:0:99999:7:::\n`,
		gshadow: files.gshadow && `${join(files.gshadow, 3)}${ownGroup === void 0 ? `${name}:!::\n` : ""}`
	};
}
function withGroup(files, name) {
	if (groupId(files.group, name) !== void 0) return files;
	const taken = new Set(records(files.group).map(([, , gid]) => Number(gid)));
	let gid = 999;
	while (taken.has(gid)) gid -= 1;
	return {
		...files,
		group: `${ended$1(files.group)}${name}:x:${gid}:\n`,
		gshadow: files.gshadow && `${ended$1(files.gshadow)}${name}:*::\n`
	};
}
function isPerson(id) {
	return id >= FIRST_PERSON && id <= LAST_PERSON;
}
function records(content) {
	return content.split("\n").filter((line) => line.trim() !== "").map((line) => line.split(":"));
}
function text(all) {
	return all.map((record) => `${record.join(":")}\n`).join("");
}
function ended$1(content) {
	return content === "" || content.endsWith("\n") ? content : `${content}\n`;
}
// src/local-cloud/sandbox/command.ts
const TOOL_ENVIRONMENT = {
	PATH: "/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin",
	LC_ALL: "C"
};
function run$1(program, args, input = "") {
	return new Promise((resolve) => {
		const child = execFile(program, args, {
			env: TOOL_ENVIRONMENT,
			maxBuffer: 16777216
		}, (error, stdout, stderr) => {
			resolve({
				code: error === null ? 0 : typeof error.code === "number" ? error.code : 127,
				stdout,
				stderr: stderr || (error?.message ?? "")
			});
		});
		child.stdin?.on("error", () => void 0);
		child.stdin?.end(input);
	});
}
async function must(purpose, program, args, input = "") {
	const result = await run$1(program, args, input);
	if (result.code === 0) return result.stdout;
	throw new BakeError(`Could not ${purpose}: ${result.stderr.trim() || `${program} ended with ${result.code}`}`, {
		code: "sandbox-failed",
		category: "internal",
		hint: "Sandbox machines need Linux, root, and the right to mount file systems."
	});
}
async function removeTree(folder) {
	await must(`remove ${folder}`, "rm", [
		"-rf",
		"--",
		folder
	]);
}
// src/local-cloud/sandbox/hidden-paths.ts
const KEPT_AT_TOP = [
	"bin",
	"boot",
	"etc",
	"lib",
	"lib32",
	"lib64",
	"libx32",
	"sbin",
	"usr",
	"var"
];
const FRESH_AT_TOP = {
	dev: 493,
	home: 493,
	media: 493,
	mnt: 493,
	opt: 493,
	proc: 365,
	root: 448,
	run: 493,
	srv: 493,
	sys: 365,
	tmp: 1023
};
const HIDDEN = [
	"/etc/ssl/private",
	"/etc/pki/tls/private",
	"/etc/letsencrypt",
	"/etc/krb5.keytab",
	"/etc/security/opasswd",
	"/etc/passwd-",
	"/etc/shadow-",
	"/etc/group-",
	"/etc/gshadow-",
	"/etc/subuid",
	"/etc/subgid",
	"/etc/NetworkManager/system-connections",
	"/etc/netplan",
	"/etc/wireguard",
	"/etc/openvpn",
	"/etc/wpa_supplicant",
	"/etc/ppp",
	"/etc/cloud",
	"/etc/apt/auth.conf",
	"/etc/apt/auth.conf.d",
	"/etc/aws",
	"/etc/boto.cfg",
	"/etc/docker",
	"/etc/containers",
	"/etc/gitconfig",
	"/etc/kubernetes",
	"/etc/rancher",
	"/etc/vault.d",
	"/etc/sudoers.d",
	"/usr/local/etc",
	"/etc/crypttab",
	"/var/backups",
	"/var/crash",
	"/var/lib/amazon",
	"/var/lib/cloud",
	"/var/lib/containerd",
	"/var/lib/containers",
	"/var/lib/docker",
	"/var/lib/etcd",
	"/var/lib/gitlab-runner",
	"/var/lib/google",
	"/var/lib/jenkins",
	"/var/lib/kubelet",
	"/var/lib/lxd",
	"/var/lib/libvirt",
	"/var/lib/mysql",
	"/var/lib/postgresql",
	"/var/lib/private",
	"/var/lib/snapd",
	"/var/lib/sudo",
	"/var/lib/systemd",
	"/var/lib/waagent",
	"/var/log",
	"/var/mail",
	"/var/spool/cron",
	"/var/spool/mail",
	"/var/snap",
	"/var/tmp",
	"/var/www"
];
const HIDDEN_IN_SSH = /^ssh_host_.*$/;
// src/local-cloud/sandbox/stand-ins/cloud-init.ts
const CLOUD_INIT = `#!/bin/sh
# Stand-in for cloud-init in a bake-ami sandbox machine: the host does its work.
finished=/var/lib/cloud/instance/boot-finished
command=\${1:-}
[ $# -eq 0 ] || shift
case $command in
  status)
    for argument in "$@"; do
      case $argument in
        -w | --wait) while [ ! -e "$finished" ]; do sleep 0.2; done ;;
      esac
    done
    if [ -e "$finished" ]; then echo 'status: done'; else echo 'status: running'; fi
    ;;
  clean)
    rm -rf /var/lib/cloud/instance /var/lib/cloud/instances /var/lib/cloud/data /var/lib/cloud/sem
    for argument in "$@"; do
      case $argument in
        -l | --logs) rm -f /var/log/cloud-init.log /var/log/cloud-init-output.log ;;
        --machine-id) : >/etc/machine-id ;;
        -r | --reboot) reboot ;;
      esac
    done
    ;;
  -v | --version) echo 'cloud-init stand-in of bake-ami' ;;
  init | modules | single | query | schema | features) echo "cloud-init $command: nothing to do in a sandbox machine" ;;
  *)
    echo "cloud-init: the stand-in of bake-ami does not know '$command'" >&2
    exit 2
    ;;
esac
`;
// src/local-cloud/sandbox/guest/protocol.ts
const GUEST_TOOLS = "/run/bake-ami/tools";
const OLD_ROOT = "/run/.host";
const AGENT_PID_FILE = "/run/bake-ami/agent.pid";
function lineReader(limit, onLine) {
	let pieces = [];
	let length = 0;
	return (chunk) => {
		let start = 0;
		for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", start)) {
			const line = pieces.join("") + chunk.slice(start, end);
			pieces = [];
			length = 0;
			start = end + 1;
			onLine(line);
		}
		pieces.push(chunk.slice(start));
		length += chunk.length - start;
		if (length > limit) throw new Error(`A line of more than ${limit} characters`);
	};
}
// src/local-cloud/sandbox/stand-ins/power.ts
const POWER_NAMES = [
	"shutdown",
	"poweroff",
	"halt",
	"reboot"
];
const POWER = `#!/bin/sh
# Stand-in for shutdown, poweroff, halt and reboot in a bake-ami sandbox machine.
pending=/run/bake-ami/shutdown.pid
name=\${0##*/}
signal=USR2
[ "$name" != reboot ] || signal=TERM
when=
cancel=

while [ $# -gt 0 ]; do
  case $1 in
    -r | --reboot) signal=TERM ;;
    -c) cancel=yes ;;
    -h | -H | -P | -p | --poweroff | --halt) signal=USR2 ;;
    -k) exit 0 ;;
    --help) echo "Usage: $name [OPTIONS...] [TIME]"; exit 0 ;;
    -t) shift ;;
    -*) ;;
    *)
      # What follows the time is a message to users.
      when=$1
      break
      ;;
  esac
  shift
done

if [ "$(id -u)" != 0 ]; then
  echo "$name: must be superuser." >&2
  exit 1
fi

if [ -e "$pending" ]; then
  kill -s TERM -- "-$(cat "$pending")" 2>/dev/null
  rm -f "$pending"
fi
[ -z "$cancel" ] || exit 0

# Without a time, shutdown waits for a minute and the others do not wait.
[ -n "$when" ] || if [ "$name" = shutdown ]; then when=+1; else when=now; fi
case $when in
  now | +0 | 0) delay=0 ;;
  *:*)
    hours=\${when%%:*}
    minutes=\${when#*:}
    at=$((\${hours#0} * 3600 + \${minutes#0} * 60))
    hours=$(date +%H)
    minutes=$(date +%M)
    delay=$(((at - \${hours#0} * 3600 - \${minutes#0} * 60 + 86400) % 86400))
    ;;
  *)
    when=\${when#+}
    case $when in
      '' | *[!0-9]*)
        echo "$name: Failed to parse time specification: $when" >&2
        exit 1
        ;;
    esac
    delay=$((when * 60))
    ;;
esac

agent=$(cat ${AGENT_PID_FILE})
[ "$delay" -gt 0 ] || exec kill -s "$signal" "$agent"
echo "Shutdown scheduled, in $delay seconds, use 'shutdown -c' to cancel." >&2
setsid sh -c 'sleep "$1" && kill -s "$2" "$3"' shutdown "$delay" "$signal" "$agent" </dev/null >/dev/null 2>&1 &
echo $! >"$pending"
`;
// src/local-cloud/sandbox/stand-ins/sudo.ts
const BECOME = "/usr/lib/bake-ami/become";
const SUDO = `#!/bin/sh
# Stand-in for sudo in a bake-ami sandbox machine: members of the group sudo may do anything without a password.
become=${BECOME}
user=root
group=
keep=
keep_list=
home=
login=
shell=
directory=
background=
status_only=

fail() {
  echo "sudo: $*" >&2
  exit 1
}

usage() {
  echo 'usage: sudo [-AbEHknPSVlvis] [-C num] [-D directory] [-g group] [-p prompt] [-u user] [VAR=value] [command [arg ...]]' >&2
  exit 1
}

while [ $# -gt 0 ]; do
  case $1 in
    --) shift; break ;;
    --user=*) user=\${1#*=} ;;
    --group=*) group=\${1#*=} ;;
    --chdir=*) directory=\${1#*=} ;;
    --preserve-env=*) keep_list=$(echo "\${1#*=}" | tr , ' ') ;;
    --prompt=* | --close-from=* | --host=* | --command-timeout=* | --role=* | --type=*) ;;
    --preserve-env) keep=yes ;;
    --set-home) home=yes ;;
    --login) login=yes ;;
    --shell) shell=yes ;;
    --background) background=yes ;;
    --list | --validate | --reset-timestamp | --remove-timestamp) status_only=\${1#--} ;;
    --version) echo 'sudo stand-in of bake-ami'; exit 0 ;;
    --help) usage ;;
    --user) [ $# -gt 1 ] || usage; user=$2; shift ;;
    --group) [ $# -gt 1 ] || usage; group=$2; shift ;;
    --chdir) [ $# -gt 1 ] || usage; directory=$2; shift ;;
    --prompt | --close-from | --host | --command-timeout) [ $# -gt 1 ] || usage; shift ;;
    --non-interactive | --stdin | --askpass | --preserve-groups | --bell) ;;
    --*) fail "unrecognized option '$1'" ;;
    -[!-]*)
      letters=\${1#-}
      while [ -n "$letters" ]; do
        letter=\${letters%"\${letters#?}"}
        letters=\${letters#?}
        case $letter in
          E) keep=yes ;;
          H) home=yes ;;
          i) login=yes ;;
          s) shell=yes ;;
          b) background=yes ;;
          A | B | N | n | P | S) ;;
          V) echo 'sudo stand-in of bake-ami'; exit 0 ;;
          h) usage ;;
          k | K) status_only=\${status_only:-reset-timestamp} ;;
          l) status_only=list ;;
          v) status_only=validate ;;
          u | g | p | C | D | T | r | t)
            if [ -n "$letters" ]; then value=$letters; letters=; else [ $# -gt 1 ] || usage; value=$2; shift; fi
            case $letter in
              u) user=$value ;;
              g) group=$value ;;
              D) directory=$value ;;
            esac
            ;;
          *) fail "invalid option -- '$letter'" ;;
        esac
      done
      ;;
    *) break ;;
  esac
  shift
done

me=$(id -un)
my_uid=$(id -u)
my_gid=$(id -g)
if [ "$my_uid" != 0 ] && [ ! -x "$become" ]; then
  fail "a password is required ($me is not in the group sudo)"
fi

if [ -n "$status_only" ] && { [ $# -eq 0 ] || [ "$status_only" = list ]; }; then
  [ "$status_only" != list ] || printf 'User %s may run the following commands on %s:\\n    (ALL : ALL) NOPASSWD: ALL\\n' "$me" "$(uname -n)"
  exit 0
fi

case $user in
  \\#*) entry=$(getent passwd "\${user#?}") ;;
  *) entry=$(getent passwd "$user") ;;
esac || fail "unknown user $user"
IFS=: read -r name _ uid gid _ target_home target_shell <<ENTRY
$entry
ENTRY
[ -z "$group" ] || case $group in
  \\#*) gid=\${group#?} ;;
  *) gid=$(getent group "$group" | cut -d: -f3); [ -n "$gid" ] || fail "unknown group $group" ;;
esac
[ -n "$target_shell" ] || target_shell=/bin/sh

# VAR=value words come before the command.
assigned=0
for word in "$@"; do
  case $word in
    [A-Za-z_]*=*) case \${word%%=*} in *[!A-Za-z0-9_]*) break ;; esac ;;
    *) break ;;
  esac
  assigned=$((assigned + 1))
done
if [ $# -eq "$assigned" ] && [ -z "$login$shell" ]; then usage; fi

# The words after the assignments become: the command, or a shell for it.
total=$#
if [ -n "$login$shell" ]; then
  if [ -n "$login" ]; then run_shell=$target_shell; else run_shell=\${SHELL:-$target_shell}; fi
  if [ "$total" -gt "$assigned" ]; then
    line=
    index=0
    for word in "$@"; do
      index=$((index + 1))
      [ "$index" -gt "$assigned" ] || continue
      # As sudo does: everything but letters, digits, _ - and $ is escaped.
      line="$line $(printf '%s' "$word" | sed 's/[^A-Za-z0-9_$-]/\\\\&/g')"
    done
    shell_words=2
  else
    shell_words=0
  fi
fi

index=0
while [ "$index" -lt "$total" ]; do
  word=$1
  shift
  index=$((index + 1))
  if [ "$index" -le "$assigned" ] || [ -z "$login$shell" ]; then set -- "$@" "$word"; fi
done
if [ -n "$login$shell" ]; then
  set -- "$@" "$run_shell"
  [ -z "$login" ] || set -- "$@" -l
  if [ "$shell_words" -eq 2 ]; then set -- "$@" -c "\${line# }"; fi
fi

path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
caller_path=$PATH
if [ -n "$keep" ] && [ -z "$login" ]; then
  [ -z "$home" ] || export HOME="$target_home"
  set -- env PATH="$path" USER="$name" LOGNAME="$name" \\
    SUDO_USER="$me" SUDO_UID="$my_uid" SUDO_GID="$my_gid" SUDO_COMMAND="$*" "$@"
else
  for variable in TERM LANG LANGUAGE LC_ALL LC_CTYPE LC_MESSAGES COLORTERM DISPLAY XAUTHORITY LS_COLORS SSH_AUTH_SOCK $keep_list; do
    case $variable in *[!A-Za-z0-9_]* | '' | PATH) continue ;; esac
    eval "value=\\\${$variable-} present=\\\${$variable+yes}"
    [ -z "$present" ] || set -- "$variable=$value" "$@"
  done
  case " $keep_list " in
    *' HOME '*) [ -z "$home" ] || target_home_entry=yes ;;
    *) target_home_entry=yes ;;
  esac
  [ -z "\${target_home_entry:-}" ] || set -- HOME="$target_home" "$@"
  [ -z "$login" ] && [ -z "\${SHELL:-}" ] || set -- SHELL="$target_shell" "$@"
  set -- env -i PATH="$path" USER="$name" LOGNAME="$name" MAIL="/var/mail/$name" \\
    SUDO_USER="$me" SUDO_UID="$my_uid" SUDO_GID="$my_gid" SUDO_COMMAND="$*" "$@"
fi
export PATH="$path"

# Only the target user may be able to enter its home folder.
[ -z "$login" ] || directory=\${directory:-$target_home}
[ -z "$directory" ] || set -- /bin/sh -c 'cd "$0" || exit 1; exec "$@"' "$directory" "$@"
if [ "$my_uid" = 0 ]; then become=$(command -v setpriv); fi
if [ -n "$background" ]; then
  "$become" --reuid="$uid" --regid="$gid" --init-groups -- "$@" &
  exit 0
fi
exec "$become" --reuid="$uid" --regid="$gid" --init-groups -- "$@"
`;
const SYSTEMCTL = `#!/bin/sh
# Stand-in for systemctl in a bake-ami sandbox machine, where systemd does not run. It starts and stops simple services.
enabled=/etc/bake-ami/enabled-units
state=/run/bake-ami/units
now=
quiet=
command=

note() {
  [ -n "$quiet" ] || echo "systemctl (stand-in): $*" >&2
}

unit_file() {
  for folder in /etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system /usr/lib/systemd/system /lib/systemd/system; do
    [ ! -f "$folder/$1" ] || { echo "$folder/$1"; return; }
    case $1 in *@*.*)
      template="\${1%%@*}@.\${1##*.}"
      [ ! -f "$folder/$template" ] || { echo "$folder/$template"; return; }
      ;;
    esac
  done
  return 1
}

# All values of one key of the [Service] section; an empty value forgets the ones before it.
setting() {
  instance=\${unit#*@}
  instance=\${instance%.*}
  for file in "$unit_path" "/etc/systemd/system/$unit.d"/*.conf; do [ ! -f "$file" ] || cat "$file"; echo; done |
    awk -v key="$1" '
      /\\\\$/ { sub(/\\\\$/, ""); held = held $0 " "; next }
      { line = held $0; held = "" }
      line ~ /^\\[/ { inside = (line ~ /^\\[Service\\]/); next }
      inside && index(line, key "=") == 1 {
        value = substr(line, length(key) + 2); gsub(/^[ \\t]+|[ \\t]+$/, "", value)
        if (value == "") count = 0; else values[++count] = value
      }
      END { for (i = 1; i <= count; i++) print values[i] }' |
    sed -e "s|%i|$instance|g" -e "s|%n|$unit|g" -e "s|%N|\${unit%.*}|g" -e 's|%%|%|g'
}

# Anybody may ask, so not by a signal.
running() {
  [ -f "$state/$unit.pid" ] && grep -q '^State:[[:space:]]*[^ZX]' "/proc/$(cat "$state/$unit.pid")/status" 2>/dev/null
}

start() {
  unit_path=$(unit_file "$unit") || { echo "Failed to start $unit: Unit $unit not found." >&2; return 5; }
  case $unit in *.service) ;; *) note "$unit is no service, nothing is started"; return 0 ;; esac
  if running; then return 0; fi
  mkdir -p "$state" /var/log/bake-ami-units
  log=/var/log/bake-ami-units/$unit.log
  type=$(setting Type | tail -n 1)
  user=$(setting User | tail -n 1)
  group=$(setting Group | tail -n 1)
  folder=$(setting WorkingDirectory | tail -n 1)
  script=$state/$unit.sh
  {
    echo 'set -a'
    setting EnvironmentFile | while read -r file; do
      case $file in -*) file=\${file#-}; [ -r "$file" ] || continue ;; esac
      echo ". '$file' || exit 1"
    done
    setting Environment | awk '{
      while (length($0)) {
        sub(/^[ \\t]+/, "")
        if (match($0, /^"[^"]*"/)) { word = substr($0, 2, RLENGTH - 2) } else { match($0, /^[^ \\t]+/); word = substr($0, 1, RLENGTH) }
        $0 = substr($0, RLENGTH + 1)
        equals = index(word, "="); value = substr(word, equals + 1); gsub(/"/, "", value)
        if (equals) printf "%s=\\"%s\\"\\n", substr(word, 1, equals - 1), value
      }
    }'
    echo 'set +a'
    [ -z "$folder" ] || case $folder in
      -*) echo "cd '\${folder#-}' 2>/dev/null" ;;
      '~') echo 'cd ~' ;;
      *) echo "cd '$folder' || exit 200" ;;
    esac
    setting ExecStartPre | while read -r line; do
      case $line in -*) echo "\${line#-} || true" ;; *) echo "\${line#[+!@:]} || exit 1" ;; esac
    done
    if [ "$type" = oneshot ]; then
      setting ExecStart | while read -r line; do
        case $line in -*) echo "\${line#-} || true" ;; *) echo "\${line#[+!@:]} || exit 1" ;; esac
      done
    else
      setting ExecStart | tail -n 1 | sed -e 's/^[-+!@:]*/exec /'
    fi
  } >"$script"
  chmod 644 "$script"
  : >>"$log"
  set -- sh "$script"
  if [ -n "$user" ] && [ "$user" != root ]; then
    uid=$(id -u "$user" 2>/dev/null) || { echo "Failed to start $unit: there is no user $user." >&2; return 217; }
    gid=$(id -g "$user")
    [ -z "$group" ] || gid=$(getent group "$group" | cut -d: -f3)
    home=$(getent passwd "$user" | cut -d: -f6)
    set -- env HOME="$home" USER="$user" LOGNAME="$user" setpriv --reuid="$uid" --regid="$gid" --init-groups -- "$@"
  fi
  case $type in
    oneshot | forking)
      (cd / && setsid "$@" </dev/null >>"$log" 2>&1) || { echo "Job for $unit failed. See $log." >&2; return 1; }
      [ "$type" != oneshot ] || return 0
      pid_file=$(setting PIDFile | tail -n 1)
      [ -z "$pid_file" ] || cp "$pid_file" "$state/$unit.pid" 2>/dev/null
      ;;
    *)
      cd /
      setsid "$@" </dev/null >>"$log" 2>&1 &
      echo $! >"$state/$unit.pid"
      sleep 0.1
      running || { echo "Job for $unit failed. See $log." >&2; return 1; }
      ;;
  esac
}

stop() {
  unit_path=$(unit_file "$unit") || { echo "Failed to stop $unit: Unit $unit not loaded." >&2; return 5; }
  running || return 0
  pid=$(cat "$state/$unit.pid")
  MAINPID=$pid
  export MAINPID
  setting ExecStop | while read -r line; do sh -c "\${line#-}" >/dev/null 2>&1; done
  kill -s TERM -- "-$pid" 2>/dev/null || kill "$pid" 2>/dev/null
  tries=0
  while running && [ "$tries" -lt 50 ]; do
    sleep 0.1
    tries=$((tries + 1))
  done
  ! running || kill -s KILL -- "-$pid" 2>/dev/null || kill -s KILL "$pid" 2>/dev/null
  rm -f "$state/$unit.pid"
}

for argument in "$@"; do
  shift
  case $argument in
    --now) now=yes ;;
    -q | --quiet) quiet=yes ;;
    --version) echo 'systemctl stand-in of bake-ami'; exit 0 ;;
    --*=* | --*) ;;
    -?*) ;;
    *) if [ -z "$command" ]; then command=$argument; else set -- "$@" "$argument"; fi ;;
  esac
done

case $command in
  start | stop | restart | reload | try-restart | reload-or-restart | enable | disable | reenable | mask | unmask | kill | reset-failed)
    if [ "$(id -u)" != 0 ]; then
      echo "Failed to $command \${1:-}: Access denied" >&2
      exit 4
    fi
    ;;
  daemon-reload | daemon-reexec | preset | preset-all | set-default | set-property | import-environment | set-environment)
    note "$command: nothing to do without systemd"
    exit 0
    ;;
  is-system-running) echo running; exit 0 ;;
  get-default) echo multi-user.target; exit 0 ;;
  '' | list-units | list-unit-files | list-timers) ls "$state" 2>/dev/null | sed -n 's/\\.pid$//p'; exit 0 ;;
  poweroff | reboot | halt) exec "/usr/sbin/$command" ;;
esac

status=0
for unit in "$@"; do
  case $unit in *.*) ;; *) unit=$unit.service ;; esac
  case $command in
    start) start ;;
    stop | kill) stop ;;
    restart | reload | reload-or-restart) stop 2>/dev/null; start ;;
    try-restart) if running; then stop; start; fi ;;
    enable | reenable)
      if unit_file "$unit" >/dev/null; then
        mkdir -p "\${enabled%/*}"
        touch "$enabled"
        grep -qxF "$unit" "$enabled" || echo "$unit" >>"$enabled"
        note "$unit is started at every boot from now on"
        if [ -n "$now" ]; then start; fi
      else
        echo "Failed to enable unit: Unit file $unit does not exist." >&2
        false
      fi
      ;;
    disable | mask)
      if [ -f "$enabled" ]; then
        rest=$(grep -vxF "$unit" "$enabled")
        if [ -n "$rest" ]; then printf '%s\\n' "$rest" >"$enabled"; else rm -f "$enabled"; fi
      fi
      if [ -n "$now" ]; then stop; fi
      true
      ;;
    unmask | reset-failed) true ;;
    is-active) if running; then [ -n "$quiet" ] || echo active; else [ -n "$quiet" ] || echo inactive; status=3; fi; true ;;
    is-failed) [ -n "$quiet" ] || echo inactive; status=1; true ;;
    is-enabled)
      if grep -qxF "$unit" "$enabled" 2>/dev/null; then [ -n "$quiet" ] || echo enabled; else [ -n "$quiet" ] || echo disabled; status=1; fi
      true
      ;;
    status)
      if running; then echo "$unit: active (running), process $(cat "$state/$unit.pid")"; else echo "$unit: inactive (dead)"; status=3; fi
      tail -n 10 "/var/log/bake-ami-units/$unit.log" 2>/dev/null
      true
      ;;
    cat) unit_path=$(unit_file "$unit") && cat "$unit_path" ;;
    show) if running; then echo ActiveState=active; else echo ActiveState=inactive; fi ;;
    *) echo "Unknown command verb $command in this stand-in for systemctl." >&2; exit 1 ;;
  esac || status=$?
done
exit $status
`;
// src/local-cloud/sandbox/stand-ins/stand-ins.ts
function standIns(exists) {
	const all = POWER_NAMES.map((name) => ({
		path: `/usr/sbin/${name}`,
		content: POWER
	}));
	all.push({
		path: "/usr/bin/systemctl",
		content: SYSTEMCTL
	}, {
		path: "/usr/bin/cloud-init",
		content: CLOUD_INIT
	});
	const setpriv = exists("usr/bin/setpriv") || exists("bin/setpriv");
	if (!exists("usr/bin/sudo") && setpriv) all.push({
		path: "/usr/bin/sudo",
		content: SUDO
	});
	return all;
}
// src/local-cloud/sandbox/base-layers.ts
async function prepareBaseLayers(folder, rootFolder, hide) {
	const layers = new LayerPair(folder, rootFolder);
	await mkdir(layers.hidden, {
		recursive: true,
		mode: 493
	});
	await mkdir(layers.fresh, {
		recursive: true,
		mode: 493
	});
	const ofHost = await realpath(rootFolder) === "/";
	if (ofHost) await coverHost(layers, hide);
	else await renewTop(layers, [
		"dev",
		"proc",
		"run",
		"sys",
		"tmp"
	]);
	await addAccounts(layers, ofHost);
	for (const standIn of standIns((file) => existsSync(path.join(rootFolder, file)))) await layers.write(standIn.path, standIn.content, 493);
	await addBecome(layers);
	await layers.applyWhiteouts();
}
async function coverHost(layers, hide) {
	for (const name of await readdir(layers.root)) {
		const isLink = await stat(path.join(layers.root, name)).catch(() => void 0) === void 0;
		if (!KEPT_AT_TOP.includes(name) || isLink) layers.hide(`/${name}`);
	}
	await renewTop(layers, Object.keys(FRESH_AT_TOP));
	const hostKeys = (await readdir(path.join(layers.root, "etc/ssh")).catch(() => [])).filter((name) => HIDDEN_IN_SSH.test(name));
	for (const hidden of [
		...HIDDEN,
		...hostKeys.map((name) => `/etc/ssh/${name}`),
		...hide
	]) layers.hide(hidden);
	await copyFolders(layers, "/var/log", 3);
	await layers.makeFolder("/var/tmp", 1023);
	await layers.makeFolder("/var/backups", 493);
	await layers.makeFolder("/var/mail", 1533);
	await layers.makeFolder("/var/spool/cron/crontabs", 984);
	await layers.makeFolder("/var/lib/systemd", 493);
	await layers.makeFolder("/etc/sudoers.d", 488);
	await layers.makeFolder("/etc/ssl/private", 456);
	if (existsSync(path.join(layers.root, "etc/skel"))) await cp(path.join(layers.root, "etc/skel"), path.join(layers.fresh, "root"), { recursive: true });
	await layers.write("/etc/environment", `PATH="${MACHINE_PATH}"\n`, 420);
	await layers.write("/etc/fstab", "", 420);
	await layers.write("/etc/machine-id", "", 292);
	await layers.write("/etc/resolv.conf", await readFile("/etc/resolv.conf").catch(() => ""), 420);
}
const MACHINE_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
async function renewTop(layers, names) {
	for (const name of names) {
		if (existsSync(path.join(layers.root, name))) layers.hide(`/${name}`);
		await layers.makeFolder(`/${name}`, FRESH_AT_TOP[name] ?? 493);
	}
}
async function copyFolders(layers, folder, depth) {
	const status = await stat(path.join(layers.root, folder)).catch(() => void 0);
	if (status === void 0 || !status.isDirectory()) return;
	await layers.makeFolder(folder, status.mode & 4095);
	await chown(path.join(layers.fresh, folder), status.uid, status.gid);
	if (depth === 0) return;
	const entries = await readdir(path.join(layers.root, folder), { withFileTypes: true });
	for (const entry of entries) if (entry.isDirectory()) await copyFolders(layers, path.join(folder, entry.name), depth - 1);
}
async function addAccounts(layers, ofHost) {
	const read = (name) => readFile(path.join(layers.root, "etc", name), "utf8").catch(() => void 0);
	const files = {
		passwd: await read("passwd") ?? "root:x:0:0:root:/root:/bin/sh\n",
		group: await read("group") ?? "root:x:0:\n",
		shadow: await read("shadow"),
		gshadow: await read("gshadow")
	};
	const clean = withGroup(ofHost ? withoutPeople(files) : files, "sudo");
	const shadowGroup = groupId(clean.group, "shadow") ?? 0;
	for (const [name, content] of Object.entries(clean)) {
		if (content === void 0) continue;
		const secret = name.endsWith("shadow");
		await layers.write(`/etc/${name}`, content, secret ? 416 : 420);
		if (secret) await chown(path.join(layers.fresh, "etc", name), 0, shadowGroup);
	}
}
async function addBecome(layers) {
	if (!existsSync(path.join(layers.fresh, "usr/bin/sudo"))) return;
	const source = ["usr/bin/setpriv", "bin/setpriv"].map((file) => path.join(layers.root, file)).find(existsSync);
	if (source === void 0) return;
	await layers.write(BECOME, await readFile(source), 493);
	const group = await readFile(path.join(layers.fresh, "etc/group"), "utf8");
	const target = path.join(layers.fresh, BECOME);
	await chown(target, 0, groupId(group, "sudo") ?? 0);
	await chmod(target, 2536);
}
var LayerPair = class {
	hidden;
	fresh;
	root;
	#whiteouts = /* @__PURE__ */ new Set();
	constructor(folder, root) {
		this.hidden = path.join(folder, "hidden");
		this.fresh = path.join(folder, "fresh");
		this.root = root;
	}
	hide(file) {
		this.#whiteouts.add(path.posix.normalize(file).replace(/\/+$/, ""));
	}
	async makeFolder(folder, mode) {
		const target = path.join(this.fresh, folder);
		await this.#parents(this.fresh, folder);
		await mkdir(target, { recursive: true });
		await chmod(target, mode);
	}
	async write(file, content, mode) {
		await this.#parents(this.fresh, file);
		const target = path.join(this.fresh, file);
		await writeFile(target, content);
		await chmod(target, mode);
	}
	async applyWhiteouts() {
		const existing = [...this.#whiteouts].filter((file) => file !== "" && existsSync(path.join(this.root, file))).filter((file) => !this.#isBelowAnother(file));
		for (const file of existing) await this.#parents(this.hidden, file);
		const script = "while IFS= read -r file; do mknod \"$file\" c 0 0; done";
		const list = existing.map((file) => `${path.join(this.hidden, file)}\n`).join("");
		await must("cover the host’s files", "sh", ["-ec", script], list);
	}
	#isBelowAnother(file) {
		return [...this.#whiteouts].some((other) => other !== "" && file.startsWith(`${other}/`));
	}
	async #parents(layer, file) {
		const names = path.posix.dirname(path.posix.normalize(file)).split("/").filter(Boolean);
		for (let depth = 1; depth <= names.length; depth += 1) {
			const parent = names.slice(0, depth).join("/");
			const target = path.join(layer, parent);
			if (existsSync(target)) continue;
			const status = await stat(path.join(this.root, parent)).catch(() => void 0);
			await mkdir(target, { mode: 493 });
			if (status === void 0) continue;
			await chown(target, status.uid, status.gid);
			await chmod(target, status.mode & 4095);
		}
	}
};
// src/local-cloud/sandbox/disks.ts
var Disks = class {
	#folder;
	#ids;
	#users = /* @__PURE__ */ new Map();
	#kept = /* @__PURE__ */ new Map();
	constructor(folder, ids) {
		this.#folder = folder;
		this.#ids = ids;
	}
	pathOf(layer) {
		return path.join(this.#folder, layer);
	}
	layersOf(diskId) {
		if (diskId === void 0) return [];
		const layers = this.#kept.get(diskId);
		if (layers !== void 0) return layers;
		throw new BakeError(`There is no disk ${diskId}`, {
			code: "disk-not-found",
			category: "internal"
		});
	}
	async create() {
		const layer = this.#ids.token(10);
		await mkdir(this.pathOf(layer), {
			recursive: true,
			mode: 493
		});
		this.#users.set(layer, 1);
		return layer;
	}
	async copy(layer) {
		const copy = this.#ids.token(10);
		const partial = `${this.pathOf(copy)}.partial`;
		await must("copy a disk", "cp", [
			"-a",
			"--reflink=auto",
			this.pathOf(layer),
			partial
		]);
		await rename(partial, this.pathOf(copy));
		this.#users.set(copy, 1);
		return copy;
	}
	use(layers) {
		for (const layer of layers) this.#users.set(layer, (this.#users.get(layer) ?? 0) + 1);
	}
	async release(layers) {
		for (const layer of layers) {
			const users = (this.#users.get(layer) ?? 0) - 1;
			if (users > 0) {
				this.#users.set(layer, users);
				continue;
			}
			this.#users.delete(layer);
			await removeTree(this.pathOf(layer));
		}
	}
	keep(layers) {
		const diskId = `disk-${this.#ids.token(10)}`;
		this.#kept.set(diskId, layers);
		this.use(layers);
		return diskId;
	}
	async remove(diskId) {
		const layers = this.#kept.get(diskId);
		if (layers === void 0) return;
		this.#kept.delete(diskId);
		await this.release(layers);
	}
};
// src/local-cloud/sandbox/guest-program.ts
const GUEST_BUNDLE = "sandbox-guest.js";
function guestProgram() {
	const found = [
		`./${GUEST_BUNDLE}`,
		`../${GUEST_BUNDLE}`,
		`../../../dist/${GUEST_BUNDLE}`
	].map((place) => fileURLToPath(new URL(place, import.meta.url))).find((file) => existsSync(file));
	if (found !== void 0) return found;
	throw new BakeError(`${GUEST_BUNDLE} is missing`, {
		code: "sandbox-guest-missing",
		category: "internal",
		hint: "Run \"npm run build\", which makes it in dist/."
	});
}
// src/local-cloud/sandbox/host-tools.ts
const PROGRAMS$1 = [
	"sh",
	"setpriv",
	"umount"
];
async function gatherTools(folder, node, guestProgram) {
	await mkdir(path.join(folder, "lib"), {
		recursive: true,
		mode: 493
	});
	const loaders = /* @__PURE__ */ new Map();
	for (const tool of [...PROGRAMS$1, "node"]) {
		const source = tool === "node" ? node : (await must(`find ${tool}`, "sh", ["-c", `command -v ${tool}`])).trim();
		loaders.set(tool, await copyWithLibraries(source, path.join(folder, tool), path.join(folder, "lib")));
	}
	await copyFile(guestProgram, path.join(folder, "guest.mjs"));
	await chmod(path.join(folder, "guest.mjs"), 420);
	await writeFile(path.join(folder, "openssl.cnf"), "");
	return {
		folder,
		command: (tool) => {
			const loader = loaders.get(tool);
			const program = `${GUEST_TOOLS}/${tool}`;
			if (loader === void 0) return [program];
			return [
				`${GUEST_TOOLS}/lib/${loader}`,
				"--inhibit-cache",
				"--library-path",
				`${GUEST_TOOLS}/lib`,
				program
			];
		}
	};
}
async function copyWithLibraries(source, target, libraries) {
	await copyFile(source, target);
	await chmod(target, 493);
	const { code, stdout } = await run$1("ldd", [source]);
	if (code !== 0) return void 0;
	let loader;
	for (const line of stdout.split("\n")) {
		const file = /(?:=> )?(\/\S+) \(0x[0-9a-f]+\)$/.exec(line.trim())?.[1];
		if (file === void 0) continue;
		const name = path.basename(file);
		await copyFile(file, path.join(libraries, name));
		await chmod(path.join(libraries, name), 493);
		if (/^ld[-.]/.test(name)) loader = name;
	}
	return loader;
}
// src/local-cloud/sandbox/probe.ts
const PROGRAMS = [
	"unshare",
	"setpriv",
	"mount",
	"umount",
	"pivot_root",
	"mknod",
	"ldd",
	"cp",
	"rm",
	"sh"
];
const TRIAL = `set -e
mount -t tmpfs -o mode=700 bake-ami "$1"
mkdir "$1/lower" "$1/upper" "$1/work" "$1/root"
mknod "$1/lower/whiteout" c 0 0
mount -t overlay -o lowerdir="$1/lower",upperdir="$1/upper",workdir="$1/work" bake-ami "$1/root"
mkdir "$1/root/proc"
mount -t proc proc "$1/root/proc"`;
async function probeSandbox() {
	if (process.platform !== "linux") return {
		ok: false,
		missing: [`Linux (this is ${process.platform})`],
		remedy: "Use a Linux machine, or bake in a real AWS account."
	};
	const present = await Promise.all(PROGRAMS.map(async (name) => (await run$1("sh", ["-c", `command -v ${name}`])).code === 0));
	const missing = PROGRAMS.filter((_, index) => present[index] !== true);
	if (missing.length > 0) return {
		ok: false,
		missing: missing.map((name) => `the program ${name}`),
		remedy: "Install util-linux and the GNU core utilities (Debian, Ubuntu: apt-get install util-linux coreutils libc-bin)."
	};
	const isRoot = process.geteuid?.() === 0;
	if (!isRoot && (await run$1("sudo", ["-n", "true"])).code !== 0) return {
		ok: false,
		missing: ["root, or sudo without a password"],
		remedy: "Run it as root, or let this user use sudo without a password."
	};
	return await trial(isRoot) ?? {
		ok: true,
		needsSudo: !isRoot
	};
}
async function trial(isRoot) {
	const folder = await mkdtemp(path.join(tmpdir(), "bake-ami-probe-"));
	try {
		const unshare = [
			"unshare",
			"--mount",
			"--pid",
			"--uts",
			"--ipc",
			"--net",
			"--propagation",
			"private",
			"--fork"
		];
		const [program = "", ...args] = [
			...isRoot ? [] : ["sudo", "-n"],
			...unshare,
			"--kill-child=KILL",
			"sh",
			"-c",
			TRIAL,
			"trial",
			folder
		];
		const { code, stderr } = await run$1(program, args);
		if (code === 0) return void 0;
		return {
			ok: false,
			missing: [`the right to make namespaces and overlay mounts (${stderr.trim().split("\n").join("; ")})`],
			remedy: "In a container, start it with --privileged; elsewhere the kernel needs overlayfs and namespaces."
		};
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
// src/local-cloud/sandbox/boot-script.ts
const CAPABILITIES = [
	"chown",
	"dac_override",
	"fowner",
	"fsetid",
	"kill",
	"setgid",
	"setuid",
	"setpcap",
	"net_bind_service",
	"sys_chroot",
	"audit_write",
	"setfcap"
];
const CAPABILITIES_OF_OWN_NETWORK = ["net_raw"];
const PROC_READ_ONLY = [
	"sys",
	"sysrq-trigger",
	"irq",
	"bus",
	"fs",
	"acpi",
	"scsi",
	"driver"
];
const PROC_HIDDEN = [
	"kcore",
	"keys",
	"key-users",
	"kmsg",
	"kallsyms",
	"timer_list",
	"sched_debug",
	"latency_stats"
];
const DEVICES = [
	"null",
	"zero",
	"full",
	"random",
	"urandom",
	"tty"
];
function bootScript(plan, tools) {
	const tool = (name) => tools.command(name).map(shellWord).join(" ");
	const bounding = `-all,${[...CAPABILITIES, ...plan.isolatedNetwork ? CAPABILITIES_OF_OWN_NETWORK : []].map((name) => `+${name}`).join(",")}`;
	const init = `${`${tool("node")} ${GUEST_TOOLS}/guest.mjs agent`} & wait $!`;
	return `set -eu
cd ${shellWord(plan.machineFolder)}
umask 022
mkdir -p mask base root rootfs
mount --bind ${shellWord(plan.rootFolder)} rootfs
mount -t tmpfs -o mode=755,nodev bake-ami mask
cp -a ${shellWord(`${plan.baseLayers}/.`)} mask/
${overlayMounts(plan)}
cd root
# The disk is whatever an earlier root of this machine has made of it: no mount may follow its links, and the programs
# that run before the capabilities are dropped load nothing of its choice.
for part in etc proc sys dev run; do
  if [ -L "$part" ] || [ ! -d "$part" ]; then
    echo "/$part of the machine's disk is no folder" >&2
    exit 1
  fi
done
rm -rf etc/ld.so.preload
mount -t proc -o nosuid,nodev,noexec proc proc
for part in ${PROC_READ_ONLY.join(" ")}; do
  [ -e "proc/$part" ] || continue
  mount --bind "proc/$part" "proc/$part"
  mount -o remount,bind,ro,nosuid,nodev,noexec "proc/$part"
done
for part in ${PROC_HIDDEN.join(" ")}; do
  [ -e "proc/$part" ] || continue
  mount --bind /dev/null "proc/$part"
  mount -o remount,bind,ro "proc/$part"
done
${plan.isolatedNetwork ? "mount -t sysfs -o ro,nosuid,nodev,noexec sysfs sys" : "mount --bind /sys sys; mount -o remount,bind,ro,nosuid,nodev,noexec sys"}
[ ! -d sys/firmware ] || mount -t tmpfs -o ro,mode=755 firmware sys/firmware
# Which computer this is; on EC2 even which instance.
[ ! -d sys/devices/virtual/dmi/id ] || mount -t tmpfs -o ro,mode=755 dmi sys/devices/virtual/dmi/id
mount -t tmpfs -o mode=755,nosuid,noexec,size=64k dev dev
mkdir dev/pts dev/shm dev/mqueue
for device in ${DEVICES.join(" ")}; do
  : >"dev/$device"
  mount --bind "/dev/$device" "dev/$device"
  mount -o remount,bind,ro,nosuid,noexec "dev/$device"
done
mount -t devpts -o newinstance,ptmxmode=666,mode=620,gid=5,nosuid,noexec devpts dev/pts
mount -t tmpfs -o mode=1777,nosuid,nodev shm dev/shm
ln -s pts/ptmx dev/ptmx
ln -s null dev/console
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr
mount -t tmpfs -o mode=755,nosuid,nodev run run
mkdir -p run/lock run/bake-ami/tools run/bake-ami/channel run/user ${OLD_ROOT.slice(1)}
chmod 1777 run/lock
chmod 700 ${OLD_ROOT.slice(1)}
mount --bind ${shellWord(tools.folder)} run/bake-ami/tools
mount -o remount,bind,ro,nosuid,nodev run/bake-ami/tools
mount --bind ../channel run/bake-ami/channel
mount -o remount,bind,ro,nosuid,nodev,noexec run/bake-ami/channel
printf '%s\\n' ${shellWord(plan.hostName)} >/proc/sys/kernel/hostname
${plan.isolatedNetwork ? LOOPBACK_UP : ""}
pivot_root . ${OLD_ROOT.slice(1)}
cd /
${tool("umount")} -i -l ${OLD_ROOT}
exec ${tool("setpriv")} --bounding-set=${bounding} --inh-caps=-all --ambient-caps=-all ${tool("sh")} -c ${shellWord(init)}
`;
}
const LOOPBACK_UP = `ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || perl -e '
  socket(S, 2, 2, 0) or exit 1; my $request = pack("a16 s x22", "lo", 0x41); ioctl(S, 0x8914, $request) or exit 1;'`;
function overlayMounts(plan) {
	const base = [
		"mask/fresh",
		"mask/hidden",
		"rootfs"
	];
	const lower = (layers) => layers.join(":");
	const writable = (layers) => {
		const options = `lowerdir=${lower([...plan.frozen, ...layers])},upperdir=${plan.upper},workdir=work`;
		return `mount -t overlay -o nodev,${options},volatile bake-ami root 2>/dev/null ||
  mount -t overlay -o nodev,${options} bake-ami root`;
	};
	if (!plan.nested) return writable(base);
	return `mount -t overlay -o ro,nodev,lowerdir=${lower(base)} bake-ami base
${writable(["base"])}`;
}
// src/local-cloud/sandbox/login.ts
async function spawnAs(guest, login, argv, env) {
	const home = await guest.files.firstExisting([login.home]);
	const ids = [
		`--reuid=${login.uid}`,
		`--regid=${login.gid}`,
		`--groups=${login.groups.join(",")}`
	];
	const become = login.uid === 0 ? [] : [
		...guest.tools.command("setpriv"),
		...ids,
		"--"
	];
	return guest.link.spawn([...become, ...argv], env, home ?? "/");
}
async function loginEnvironment(files, login) {
	const texts = await Promise.all(["/etc/environment", "/etc/default/locale"].map((file) => files.read(file)));
	return {
		PATH: MACHINE_PATH,
		LANG: "C.UTF-8",
		...assignments(texts.join("\n")),
		HOME: login.home,
		USER: login.name,
		LOGNAME: login.name,
		SHELL: login.shell
	};
}
function assignments(text) {
	const found = {};
	for (const line of text.split("\n")) {
		const [, name, value = ""] = /^(?:export\s+)?([A-Za-z_]\w*)=(.*)$/s.exec(line.trim()) ?? [];
		if (name !== void 0) found[name] = /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
	}
	return found;
}
// src/local-cloud/sandbox/cloud-init/host-key.ts
const FILE = "/etc/ssh/ssh_host_ed25519_key";
async function readHostKey(files, comment) {
	const content = await files.read(FILE);
	return content === void 0 ? void 0 : usable(content, comment);
}
function usable(privateKey, comment) {
	const parsed = import_lib.default.utils.parseKey(privateKey);
	if (parsed instanceof Error) return void 0;
	const blob = parsed.getPublicSSH().toString("base64");
	return {
		private: ended(privateKey),
		public: `${parsed.type} ${blob} ${parsed.comment || comment}`
	};
}
function generateHostKey(comment) {
	const { privateKey, publicKey } = makeEd25519KeyPair(comment);
	return {
		private: privateKey,
		public: publicKey
	};
}
async function writeHostKey(files, key) {
	await files.write(FILE, key.private, { mode: 384 });
	await files.write(`${FILE}.pub`, `${key.public}\n`, { mode: 420 });
}
async function removeHostKeys(files) {
	for (const name of await files.list("/etc/ssh")) if (/^ssh_host_.*key/.test(name)) await files.remove(`/etc/ssh/${name}`);
}
function ended(text) {
	return text.endsWith("\n") ? text : `${text}\n`;
}
// src/local-cloud/sandbox/cloud-init/user-data.ts
var import_dist = require_dist();
const LARGEST = 16777216;
const SUPPORTED = [
	"ssh_keys",
	"ssh_deletekeys",
	"ssh_authorized_keys",
	"disable_root",
	"write_files",
	"runcmd",
	"output",
	"merge_how"
];
function readUserData(raw) {
	const scripts = [];
	const bootHooks = [];
	const notes = [];
	let config = {};
	for (const part of raw === void 0 ? [] : parts(unpacked(raw), notes)) {
		const kind = kindOf(part);
		if (kind === "script") scripts.push(part.body.toString("utf8"));
		else if (kind === "boot-hook") bootHooks.push(part.body.toString("utf8"));
		else if (kind === "cloud-config") config = {
			...config,
			...yamlObject(part.body.toString("utf8"), notes)
		};
		else if (part.body.length > 0) notes.push(`Unhandled non-multipart (${part.type}) userdata: ${excerpt(part.body)}`);
	}
	for (const key of Object.keys(config)) if (!SUPPORTED.includes(key)) notes.push(`cloud-config key "${key}" is ignored in a sandbox machine`);
	return {
		scripts,
		bootHooks,
		notes,
		config: cloudConfig(config)
	};
}
function unpacked(raw) {
	if (raw[0] !== 31 || raw[1] !== 139) return raw;
	try {
		return gunzipSync(raw, { maxOutputLength: LARGEST });
	} catch {
		return raw;
	}
}
function parts(raw, notes, depth = 0) {
	const text = raw.toString("latin1");
	const header = /^(?:From [^\n]*\n)?((?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+)\r?\n/.exec(text);
	const fields = header === null ? /* @__PURE__ */ new Map() : headerFields(header[1] ?? "");
	const type = fields.get("content-type");
	if (header === null || type === void 0) return [{
		type: "text/plain",
		body: raw
	}];
	const content = text.slice(header[0].length);
	const boundary = /boundary="?([^";\r\n]+)"?/i.exec(type)?.[1];
	if (!/^multipart\//i.test(type) || boundary === void 0) {
		const encoding = (fields.get("content-transfer-encoding") ?? "7bit").toLowerCase();
		return [{
			type: type.split(";")[0]?.trim().toLowerCase() ?? "",
			body: unpacked(decoded(content, encoding))
		}];
	}
	if (depth > 3) {
		notes.push("Multipart user data is nested too deeply");
		return [];
	}
	return content.split(new RegExp(`(?:^|\\r?\\n)--${escaped(boundary)}(?:--)?[ \\t]*(?:\\r?\\n|$)`)).slice(1).filter((part) => part.trim() !== "").flatMap((part) => parts(Buffer.from(/^\r?\n/.test(part) ? `Content-Type: text/plain\n${part}` : part, "latin1"), notes, depth + 1));
}
function headerFields(header) {
	const fields = /* @__PURE__ */ new Map();
	for (const line of header.replaceAll(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
		const colon = line.indexOf(":");
		if (colon > 0) fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
	}
	return fields;
}
function decoded(content, encoding) {
	if (encoding === "base64") return Buffer.from(content, "base64");
	if (encoding !== "quoted-printable") return Buffer.from(content, "latin1");
	const text = content.replaceAll(/=\r?\n/g, "").replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
	return Buffer.from(text, "latin1");
}
function escaped(text) {
	return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function kindOf(part) {
	const start = part.body.subarray(0, 200).toString("latin1").trimStart();
	if (start.startsWith("#!")) return "script";
	if (start.startsWith("#cloud-boothook")) return "boot-hook";
	if (start.startsWith("#cloud-config") || part.type === "text/cloud-config") return "cloud-config";
	if (part.type === "text/cloud-boothook") return "boot-hook";
	return part.type === "text/x-shellscript" ? "script" : "unknown";
}
function excerpt(body) {
	return `'${body.subarray(0, 24).toString("latin1").replaceAll(/[^ -~]/g, ".")}...'`;
}
function yamlObject(text, notes) {
	try {
		const value = (0, import_dist.parse)(text);
		return isObject(value) ? value : {};
	} catch (error) {
		notes.push(`Failed loading yaml blob: ${errorMessage(error)}`);
		return {};
	}
}
function cloudConfig(config) {
	const keys = isObject(config["ssh_keys"]) ? config["ssh_keys"] : {};
	const [privateKey, publicKey] = [keys["ed25519_private"], keys["ed25519_public"]];
	return {
		hostKeys: {
			...typeof privateKey === "string" ? { private: privateKey } : {},
			...typeof publicKey === "string" ? { public: publicKey } : {}
		},
		deleteHostKeys: config["ssh_deletekeys"] !== false,
		authorizedKeys: list(config["ssh_authorized_keys"]).filter((key) => typeof key === "string"),
		disableRoot: config["disable_root"] !== false,
		writeFiles: list(config["write_files"]).flatMap(plannedFile),
		runCommands: list(config["runcmd"]).flatMap((command) => {
			if (typeof command === "string") return [command];
			return Array.isArray(command) ? [command.map(String)] : [];
		})
	};
}
function plannedFile(entry) {
	if (!isObject(entry) || typeof entry["path"] !== "string") return [];
	const content = typeof entry["content"] === "string" ? entry["content"] : "";
	const encodings = (typeof entry["encoding"] === "string" ? entry["encoding"] : "").toLowerCase();
	let bytes = /b64|base64/.test(encodings) ? Buffer.from(content, "base64") : Buffer.from(content, "utf8");
	if (/gz|gzip/.test(encodings)) bytes = unpacked(bytes);
	const permissions = entry["permissions"];
	const mode = typeof permissions === "number" ? permissions : typeof permissions === "string" ? Number.parseInt(permissions, 8) : 420;
	return [{
		path: entry["path"],
		content: bytes,
		mode: Number.isInteger(mode) ? mode & 4095 : 420,
		owner: typeof entry["owner"] === "string" ? entry["owner"] : "root:root",
		append: entry["append"] === true,
		deferred: entry["defer"] === true
	}];
}
function list(value) {
	return Array.isArray(value) ? value : [];
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/local-cloud/sandbox/cloud-init/cloud-init.ts
const DEFAULT_GROUPS = [
	"adm",
	"sudo",
	"wheel",
	"dialout",
	"cdrom",
	"audio",
	"video",
	"plugdev",
	"netdev"
];
const INSTANCE_ID = "/var/lib/cloud/data/instance-id";
const INSTANCE = "/var/lib/cloud/instance";
const OUTPUT_LOG = "/var/log/cloud-init-output.log";
const ROOT_OPTIONS = (user) => `no-port-forwarding,no-agent-forwarding,no-X11-forwarding,command="echo 'Please login as the user \\"${user}\\" rather than the user \\"root\\".';echo;sleep 10;exit 142" `;
var CloudInit = class {
	#specification;
	#userData;
	#console;
	#ids;
	constructor(specification, console, ids) {
		this.#specification = specification;
		this.#userData = readUserData(specification.userData);
		this.#console = console;
		this.#ids = ids;
	}
	async initialize(guest) {
		const { files } = guest;
		const { instanceId, hostName } = this.#specification;
		const first = (await files.read(INSTANCE_ID))?.trim() !== instanceId;
		this.#console.stamped(`cloud-init[1]: Cloud-init v. bake-ami running 'init' at ${this.#console.date()}. Up ${this.#console.uptime()} seconds.`);
		for (const note of this.#userData.notes) this.#console.stamped(`cloud-init[1]: ${note}`);
		await this.#cleanTemporary(files);
		await files.remove(`${INSTANCE}/boot-finished`);
		if (first) await this.#newInstance(guest);
		else await this.#runBootHooks(guest);
		const hostKey = await readHostKey(files, `root@${hostName}`) ?? await this.#newHostKey(files);
		this.#console.printAuthorizedKeys(this.#specification.defaultUser, `/home/${this.#specification.defaultUser}/.ssh/authorized_keys`, this.#specification.authorizedKeys);
		this.#console.printHostKeys([hostKey.public]);
		return {
			hostKey,
			first
		};
	}
	async finish(guest, first) {
		const { files } = guest;
		if (first) {
			for (const file of this.#userData.config.writeFiles.filter(({ deferred }) => deferred)) await this.#writeFile(files, file);
			await this.#runScripts(guest, this.#scripts());
		}
		const units = (await files.read("/etc/bake-ami/enabled-units") ?? "").split("\n").filter(Boolean);
		if (units.length > 0) await this.#run(guest, [
			"systemctl",
			"--quiet",
			"start",
			...units
		], "units");
		const end = `Cloud-init v. bake-ami finished at ${this.#console.date()}. Datasource DataSourceEc2Local.  Up ${this.#console.uptime()} seconds`;
		await files.write(`${INSTANCE}/boot-finished`, `${end}\n`);
		this.#console.stamped(`cloud-init[1]: ${end}`);
	}
	async #newInstance(guest) {
		const { files } = guest;
		const { instanceId, hostName, authorizedKeys, defaultUser } = this.#specification;
		const { config } = this.#userData;
		await files.remove(INSTANCE);
		await files.write(INSTANCE_ID, `${instanceId}\n`);
		await files.makeDirectory(`${INSTANCE}/scripts`, { mode: 493 });
		await files.write("/etc/hostname", `${hostName}\n`);
		await files.write("/etc/hosts", `127.0.0.1 localhost\n127.0.1.1 ${hostName}\n::1 localhost ip6-localhost\n`);
		await files.write("/etc/machine-id", `${this.#ids.uuid().replaceAll("-", "")}\n`, { mode: 292 });
		await this.#runBootHooks(guest);
		for (const file of config.writeFiles.filter(({ deferred }) => !deferred)) await this.#writeFile(files, file);
		if (config.deleteHostKeys) await removeHostKeys(files);
		if (await readHostKey(files, "") === void 0) await this.#newHostKey(files);
		const user = await this.#ensureUser(files, defaultUser);
		const keys = [...authorizedKeys, ...config.authorizedKeys].map((key) => key.trim()).filter(Boolean);
		await addKeys(files, user, keys, "");
		const root = await files.login("root");
		if (root !== void 0 && user.uid !== 0) await addKeys(files, root, keys, config.disableRoot ? ROOT_OPTIONS(defaultUser) : "");
	}
	async #runBootHooks(guest) {
		const scripts = this.#userData.bootHooks.map((script) => script.replace(/^#cloud-boothook[^\n]*\n/, ""));
		await this.#runScripts(guest, scripts, "boothook", { INSTANCE_ID: this.#specification.instanceId });
	}
	async #newHostKey(files) {
		const comment = `root@${this.#specification.hostName}`;
		const planted = this.#userData.config.hostKeys.private;
		const given = planted === void 0 ? void 0 : usable(planted, comment);
		if (planted !== void 0 && given === void 0) this.#console.stamped("cloud-init[1]: ssh_keys: ed25519_private is no private key; a new one is generated");
		const key = given ?? generateHostKey(comment);
		if (given === void 0) this.#console.stamped("cloud-init[1]: Generating public/private ed25519 key pair.");
		await writeHostKey(files, key);
		return key;
	}
	async #ensureUser(files, name) {
		let login = await files.login(name);
		if (login === void 0) {
			const before = await files.accountFiles();
			const after = addPerson(before, name, DEFAULT_GROUPS);
			const shadowGroup = groupId(before.group, "shadow") ?? 0;
			await files.write("/etc/passwd", after.passwd);
			await files.write("/etc/group", after.group);
			if (after.shadow !== void 0) await files.write("/etc/shadow", after.shadow, {
				mode: 416,
				gid: shadowGroup
			});
			if (after.gshadow !== void 0) await files.write("/etc/gshadow", after.gshadow, {
				mode: 416,
				gid: shadowGroup
			});
			const account = findAccount(after.passwd, name);
			login = await files.login(name);
			if (account === void 0 || login === void 0) throw new Error(`The user ${name} could not be made`);
			await files.makeDirectory(account.home, {
				mode: 488,
				uid: account.uid,
				gid: account.gid
			});
			await files.copySkeleton(account.home, account.uid, account.gid);
		}
		if (login.uid !== 0) {
			const rule = `# Created by cloud-init\n\n# User rules for ${name}\n${name} ALL=(ALL) NOPASSWD:ALL\n`;
			await files.write("/etc/sudoers.d/90-cloud-init-users", rule, { mode: 288 });
		}
		return login;
	}
	async #writeFile(files, file) {
		const [user = "root", group = ""] = file.owner.split(":");
		const accounts = await files.accountFiles();
		const account = findAccount(accounts.passwd, user);
		if (account === void 0) this.#console.stamped(`cloud-init[1]: write_files: ${file.path}: there is no user ${user}; it belongs to root`);
		await files.write(file.path, file.content, {
			mode: file.mode,
			uid: account?.uid ?? 0,
			gid: groupId(accounts.group, group) ?? account?.gid ?? 0,
			append: file.append
		});
	}
	#scripts() {
		const lines = this.#userData.config.runCommands.map((command) => typeof command === "string" ? command : command.map(shellWord).join(" "));
		return [...lines.length === 0 ? [] : [`#!/bin/sh\n${lines.join("\n")}\n`], ...this.#userData.scripts];
	}
	async #runScripts(guest, scripts, kind = "part", environment = {}) {
		for (const [index, script] of scripts.entries()) {
			const file = `${INSTANCE}/scripts/${kind}-${String(index + 1).padStart(3, "0")}`;
			await guest.files.write(file, script, { mode: 448 });
			await this.#run(guest, [file], file, environment);
		}
	}
	async #run(guest, argv, what, environment = {}) {
		const { files } = guest;
		const root = await files.login("root") ?? {
			name: "root",
			uid: 0,
			gid: 0,
			home: "/root",
			shell: "/bin/sh",
			groups: [0]
		};
		try {
			const process = await spawnAs(guest, root, argv, {
				...await loginEnvironment(files, root),
				...environment
			});
			process.stdin.end();
			let pending = "";
			const take = (text) => {
				const lines = (pending + text).split("\n");
				pending = (lines.pop() ?? "").slice(-1e4);
				for (const line of lines) this.#console.stamped(`cloud-init[1]: ${line}`);
			};
			let log = "";
			for (const stream of [process.stdout, process.stderr]) stream.setEncoding("utf8").on("data", (text) => {
				take(text);
				log = (log + text).slice(-262144);
			});
			const { code, signal } = await process.exit;
			if (code !== 0) this.#console.stamped(`cloud-init[1]: ${what}: Failed to run, ended with ${code ?? signal ?? "the machine"}`);
			await files.write(OUTPUT_LOG, log, {
				append: true,
				mode: 416
			});
		} catch (error) {
			this.#console.stamped(`cloud-init[1]: ${what}: ${errorMessage(error)}`);
		}
	}
	async #cleanTemporary(files) {
		for (const name of await files.list("/tmp")) await files.remove(`/tmp/${name}`);
	}
};
async function addKeys(files, login, keys, options) {
	const folder = `${login.home}/.ssh`;
	const file = `${folder}/authorized_keys`;
	const owner = {
		uid: login.uid,
		gid: login.gid
	};
	await files.makeDirectory(folder, {
		mode: 448,
		...owner
	});
	const before = await files.read(file) ?? "";
	const missing = keys.map((key) => `${options}${key}`).filter((line) => !before.split("\n").includes(line));
	const start = before === "" || before.endsWith("\n") ? before : `${before}\n`;
	await files.write(file, `${start}${missing.map((line) => `${line}\n`).join("")}`, {
		mode: 384,
		...owner
	});
}
// src/local-cloud/sandbox/cloud-init/console.ts
const KEPT = 65536;
var SerialConsole = class {
	#text = "";
	#clock;
	#bootedAt;
	constructor(clock) {
		this.#clock = clock;
		this.#bootedAt = clock.monotonic();
	}
	text() {
		return this.#text.slice(-65536);
	}
	uptime() {
		return ((this.#clock.monotonic() - this.#bootedAt) / 1e3).toFixed(2);
	}
	switchedOn() {
		this.#bootedAt = this.#clock.monotonic();
	}
	print(...lines) {
		const text = lines.map((line) => `${line.replaceAll(/\r?\n/g, "\r\n")}\r\n`).join("");
		this.#text += text;
		if (this.#text.length > 2 * KEPT) this.#text = this.#text.slice(-65536);
	}
	stamped(line) {
		this.print(`[${this.uptime().padStart(12)}] ${line}`);
	}
	date() {
		return new Date(this.#clock.now()).toUTCString().replace("GMT", "+0000");
	}
	#logged() {
		const [, day = "", month = "", , time = ""] = new Date(this.#clock.now()).toUTCString().split(" ");
		return `<14>${month} ${String(Number(day)).padStart(2)} ${time}`;
	}
	printHostKeys(publicKeys) {
		const line = (text) => `${this.#logged()} cloud-init: ${text}`;
		this.print(line("#############################################################"), line("-----BEGIN SSH HOST KEY FINGERPRINTS-----"), ...publicKeys.map((key) => line(fingerprintLine(key))), line("-----END SSH HOST KEY FINGERPRINTS-----"), line("#############################################################"), "-----BEGIN SSH HOST KEY KEYS-----", ...publicKeys, "-----END SSH HOST KEY KEYS-----");
	}
	printAuthorizedKeys(user, file, keys) {
		if (keys.length === 0) {
			this.print(`ci-info: no authorized SSH keys fingerprints found for user ${user}.`);
			return;
		}
		const rows = [[
			"Keytype",
			"Fingerprint (sha256)",
			"Options",
			"Comment"
		], ...keys.map((key) => {
			const [type = "", blob = "", ...comment] = key.trim().split(/\s+/);
			return [
				type,
				colons(blob),
				"-",
				comment.join(" ") || "-"
			];
		})];
		const widths = [
			0,
			1,
			2,
			3
		].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
		const rule = `ci-info: +${widths.map((width) => "-".repeat(width + 2)).join("+")}+`;
		const body = rows.map((row) => `ci-info: |${row.map((cell, column) => ` ${centred(cell, widths[column] ?? 0)} `).join("|")}|`);
		const title = `Authorized keys from ${file} for user ${user}`;
		const [head = "", ...rest] = body;
		this.print(`ci-info: ${padded(title, rule.length - 9)}`, rule, head, rule, ...rest, rule);
	}
};
function fingerprintLine(publicKey) {
	const [type = "", blob = "", ...comment] = publicKey.trim().split(/\s+/);
	const kind = type.replace(/^ssh-/, "").replace(/^ecdsa-.*/, "ecdsa").toUpperCase();
	return `${kind === "ED25519" || kind === "ECDSA" ? 256 : Math.max(0, (Buffer.from(blob, "base64").length - 22) * 8)} ${fingerprint(publicKey)} ${comment.join(" ") || "no comment"} (${kind})`;
}
function fingerprint(publicKey) {
	const blob = Buffer.from(publicKey.trim().split(/\s+/)[1] ?? "", "base64");
	return `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/, "")}`;
}
function colons(blob) {
	return createHash("sha256").update(Buffer.from(blob, "base64")).digest("hex").replaceAll(/(..)(?=.)/g, "$1:");
}
function centred(text, width) {
	const before = Math.floor((width - text.length) / 2);
	return text.padStart(text.length + Math.max(0, before)).padEnd(width);
}
function padded(title, width) {
	const before = Math.max(0, Math.floor((width - title.length) / 2));
	return ("+".repeat(before) + title).padEnd(width, "+");
}
// src/local-cloud/sandbox/guest-files.ts
const LARGEST_CONFIGURATION = 1048576;
var GuestFiles = class {
	#link;
	constructor(link) {
		this.#link = link;
	}
	async read(path) {
		const content = await this.#link.request({
			op: "read-file",
			path,
			limit: LARGEST_CONFIGURATION
		});
		return typeof content === "string" ? Buffer.from(content, "base64").toString("utf8") : void 0;
	}
	async write(path, content, { mode = 420, uid = 0, gid = 0, append = false } = {}) {
		const base64 = Buffer.from(content).toString("base64");
		await this.#link.request({
			op: "write-file",
			path,
			content: base64,
			mode,
			uid,
			gid,
			append
		});
	}
	async makeDirectory(path, { mode = 493, uid = 0, gid = 0 } = {}) {
		await this.#link.request({
			op: "make-directory",
			path,
			mode,
			uid,
			gid
		});
	}
	async list(path) {
		const names = await this.#link.request({
			op: "list",
			path
		});
		return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
	}
	async remove(path) {
		await this.#link.request({
			op: "remove",
			path
		});
	}
	async copySkeleton(path, uid, gid) {
		await this.#link.request({
			op: "copy-skeleton",
			path,
			uid,
			gid
		});
	}
	async firstExisting(paths) {
		const found = await this.#link.request({
			op: "first-existing",
			paths
		});
		return typeof found === "string" ? found : void 0;
	}
	async accountFiles() {
		const [passwd = "", group = "", shadow, gshadow] = await Promise.all([
			"passwd",
			"group",
			"shadow",
			"gshadow"
		].map((name) => this.read(`/etc/${name}`)));
		return {
			passwd,
			group,
			shadow,
			gshadow
		};
	}
	async login(name) {
		const files = await this.accountFiles();
		const account = findAccount(files.passwd, name);
		return account && {
			...account,
			groups: groupsOf(files.group, account)
		};
	}
};
// src/local-cloud/sandbox/guest-link.ts
const LONGEST_MESSAGE = 8388608;
const MOST_STRANGERS = 1e3;
const LONGEST_INTRODUCTION = 100;
var GuestRefusal = class extends Error {
	code;
	constructor(code, message) {
		super(message);
		this.code = code;
	}
};
var GuestLink = class GuestLink {
	#control;
	#ids;
	#server;
	#waiting = /* @__PURE__ */ new Map();
	#arrivals = /* @__PURE__ */ new Map();
	#exits = /* @__PURE__ */ new Map();
	#sockets = /* @__PURE__ */ new Set();
	#strangers = 0;
	#onPower;
	hello;
	#greeted = () => void 0;
	#counter = 0;
	#closed;
	constructor(control, server, ids, onPower) {
		this.#control = control;
		this.#server = server;
		this.#ids = ids;
		this.#onPower = onPower;
		this.hello = new Promise((resolve) => {
			this.#greeted = resolve;
		});
		const read = lineReader(LONGEST_MESSAGE, (line) => this.#receive(JSON.parse(line)));
		control.setEncoding("utf8");
		control.on("data", (chunk) => {
			try {
				read(chunk);
			} catch (cause) {
				this.#end(cause instanceof Error ? cause : new Error(String(cause)));
				control.destroy();
			}
		});
		control.on("error", () => void 0);
		control.on("close", () => this.#end(/* @__PURE__ */ new Error("The machine is off")));
		server.on("connection", (socket) => this.#introduce(socket));
	}
	static async open(folder, control, ids, onPower) {
		const server = await listenInFolder(folder);
		return new GuestLink(control, server, ids, onPower);
	}
	request(request) {
		if (this.#closed !== void 0) return Promise.reject(gone(this.#closed));
		this.#counter += 1;
		const id = this.#counter;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, {
				resolve,
				reject
			});
			this.#control.write(`${JSON.stringify({
				id,
				...request
			})}\n`);
		});
	}
	async spawn(argv, env, cwd) {
		this.#counter += 1;
		const process = this.#counter;
		const exit = new Promise((resolve) => {
			this.#exits.set(process, resolve);
		});
		const [stdin, stdout, stderr] = await this.#withStreams(3, (token) => this.request({
			op: "spawn",
			process,
			argv,
			env,
			cwd,
			token
		})).catch((error) => {
			this.#exits.delete(process);
			throw error;
		});
		if (stdin === void 0 || stdout === void 0 || stderr === void 0) throw new Error("Streams are missing");
		return {
			stdin,
			stdout,
			stderr,
			exit,
			signal: (signal) => void this.request({
				op: "signal",
				process,
				signal
			}).catch(() => void 0),
			resize: (rows, columns) => void this.request({
				op: "resize",
				process,
				rows,
				columns
			}).catch(() => void 0)
		};
	}
	async connect(host, port) {
		const [socket] = await this.#withStreams(1, (token) => this.request({
			op: "connect",
			host,
			port,
			token
		}));
		if (socket === void 0) throw new Error("The stream is missing");
		return socket;
	}
	close() {
		this.#end(/* @__PURE__ */ new Error("The machine is off"));
		this.#control.destroy();
	}
	async #withStreams(count, start) {
		const token = this.#ids.token(32);
		const streams = new Promise((complete, fail) => {
			const sockets = Array.from({ length: count }, () => void 0);
			this.#arrivals.set(token, {
				sockets,
				complete,
				fail
			});
		});
		streams.catch(() => void 0);
		try {
			await start(token);
			return await streams;
		} catch (error) {
			for (const socket of this.#arrivals.get(token)?.sockets ?? []) socket?.destroy();
			throw error;
		} finally {
			this.#arrivals.delete(token);
		}
	}
	#introduce(socket) {
		socket.on("error", () => void 0);
		if (this.#strangers >= MOST_STRANGERS) {
			socket.destroy();
			return;
		}
		this.#sockets.add(socket);
		this.#strangers += 1;
		let isStranger = true;
		const known = () => {
			if (isStranger) this.#strangers -= 1;
			isStranger = false;
		};
		socket.on("close", () => {
			this.#sockets.delete(socket);
			known();
		});
		const onEnd = () => void socket.destroy();
		socket.on("end", onEnd);
		let introduction = Buffer.alloc(0);
		const onReadable = () => {
			const chunk = socket.read();
			if (chunk === null) return;
			introduction = Buffer.concat([introduction, chunk]);
			const end = introduction.indexOf("\n");
			if (end < 0) {
				if (introduction.length > LONGEST_INTRODUCTION) socket.destroy();
				return;
			}
			socket.off("readable", onReadable);
			socket.off("end", onEnd);
			known();
			const rest = introduction.subarray(end + 1);
			if (rest.length > 0) socket.unshift(rest);
			this.#arrive(introduction.subarray(0, end).toString("latin1"), socket);
		};
		socket.on("readable", onReadable);
	}
	#arrive(introduction, socket) {
		const [token = "", index = ""] = introduction.split(" ");
		const arrival = this.#arrivals.get(token);
		const place = Number(index);
		if (arrival === void 0 || !(place in arrival.sockets) || arrival.sockets[place] !== void 0) {
			socket.destroy();
			return;
		}
		arrival.sockets[place] = socket;
		const present = arrival.sockets.filter((one) => one !== void 0);
		if (present.length === arrival.sockets.length) arrival.complete(present);
	}
	#receive(message) {
		switch (message.type) {
			case "hello":
				this.#greeted();
				break;
			case "answer":
				this.#take(message.id)?.resolve(message.result);
				break;
			case "refusal":
				this.#take(message.id)?.reject(new GuestRefusal(String(message.code), String(message.message)));
				break;
			case "exit":
				this.#exits.get(message.process)?.({
					code: exitCode(message.code),
					signal: signalName(message.signal)
				});
				this.#exits.delete(message.process);
				break;
			case "power": this.#onPower(message.action === "reboot" ? "reboot" : "off");
		}
	}
	#take(id) {
		const waiting = this.#waiting.get(id);
		this.#waiting.delete(id);
		return waiting;
	}
	#end(reason) {
		if (this.#closed !== void 0) return;
		this.#closed = reason;
		this.#server.close();
		for (const socket of this.#sockets) socket.destroy();
		for (const waiting of this.#waiting.values()) waiting.reject(gone(reason));
		for (const arrival of this.#arrivals.values()) arrival.fail(gone(reason));
		for (const exit of this.#exits.values()) exit({
			code: null,
			signal: null
		});
		this.#waiting.clear();
		this.#exits.clear();
	}
};
function exitCode(code) {
	return typeof code === "number" && Number.isInteger(code) && code >= 0 && code <= 255 ? code : null;
}
function signalName(signal) {
	return typeof signal === "string" && /^SIG[A-Z0-9]{1,12}$/.test(signal) ? signal : null;
}
function gone(cause) {
	return new BakeError("The machine is off", {
		code: "machine-off",
		category: "connection",
		cause
	});
}
async function listenInFolder(folder) {
	await mkdir(folder, {
		recursive: true,
		mode: 448
	});
	const descriptor = openSync(folder, "r");
	try {
		const server = createServer({ allowHalfOpen: true });
		server.once("close", () => closeSync(descriptor));
		await new Promise((resolve, reject) => {
			server.on("error", reject);
			server.listen(`/proc/self/fd/${descriptor}/host.sock`, resolve);
		});
		await chmod(path.join(folder, "host.sock"), 384);
		return server;
	} catch (error) {
		closeSync(descriptor);
		throw error;
	}
}
// src/local-cloud/sandbox/namespace.ts
function startNamespace(script, isolatedNetwork) {
	const unshare = [
		"unshare",
		...[
			"--mount",
			"--pid",
			"--uts",
			"--ipc",
			...isolatedNetwork ? ["--net"] : []
		],
		"--propagation",
		"private",
		"--fork",
		"--kill-child=KILL",
		"sh",
		"-c"
	];
	const child = spawn("setpriv", [
		"--pdeathsig",
		"KILL",
		...unshare,
		script
	], {
		env: TOOL_ENVIRONMENT,
		cwd: "/",
		stdio: [
			"ignore",
			"ignore",
			"pipe",
			"pipe"
		],
		detached: true
	});
	const control = child.stdio[3];
	if (!(control instanceof Socket)) throw new Error("No control channel");
	let errors = "";
	child.stderr?.setEncoding("utf8").on("data", (text) => {
		errors = (errors + text).slice(-16384);
	});
	const failure = new Promise((_, reject) => {
		child.once("error", (cause) => {
			reject(new BakeError(`Could not start a sandbox: ${cause.message}`, {
				code: "sandbox-failed",
				category: "internal",
				cause
			}));
		});
	});
	const ended = Promise.race([once(child, "exit").then(() => errors), failure]);
	ended.catch(() => void 0);
	return {
		control,
		ended,
		kill: () => void child.kill("SIGKILL")
	};
}
// src/local-cloud/sandbox/ssh/address.ts
const OTHER_PORTS = [2222, 0];
const ADDRESSES_TO_TRY = 8;
async function listenForInstance(instanceId) {
	const server = createServer({ noDelay: true });
	for (const port of [22, ...OTHER_PORTS]) for (let attempt = 0; attempt < ADDRESSES_TO_TRY; attempt += 1) {
		const address = addressOf(instanceId, attempt);
		const code = await listen(server, address, port);
		if (code === void 0) return {
			server,
			address,
			port: portOf(server)
		};
		if (code !== "EADDRINUSE") break;
	}
	throw new Error(`No loopback address is free for ${instanceId}`);
}
async function listenAgain(address, port) {
	const server = createServer({ noDelay: true });
	const code = await listen(server, address, port);
	if (code !== void 0) throw new Error(`Could not listen on ${address}:${port} again: ${code}`);
	return {
		server,
		address,
		port
	};
}
function addressOf(instanceId, attempt) {
	const [first = 0, second = 0, third = 0] = createHash("sha256").update(`${instanceId}/${attempt}`).digest();
	return `127.${64 + first % 128}.${second}.${1 + third % 254}`;
}
function listen(server, address, port) {
	return new Promise((resolve, reject) => {
		const onError = (error) => {
			server.off("listening", onListening);
			if (error.code === void 0) reject(error);
			else resolve(error.code);
		};
		const onListening = () => {
			server.off("error", onError);
			resolve(void 0);
		};
		server.once("error", onError);
		server.once("listening", onListening);
		server.listen(port, address);
	});
}
function portOf(server) {
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The server does not listen");
	return address.port;
}
// src/local-cloud/sandbox/ssh/authorized-keys.ts
function readAuthorizedKeys(text) {
	return text.split("\n").flatMap((line) => {
		const key = readLine(line.trim());
		return key === void 0 ? [] : [key];
	});
}
function readLine(line) {
	if (line === "" || line.startsWith("#")) return void 0;
	const bare = /^(?:ssh-|ecdsa-|sk-)/.test(line);
	const match = bare ? null : /^((?:[^\s"]|"(?:[^"\\]|\\.)*")+)\s+([\s\S]*)$/.exec(line);
	const [, options = "", rest = line] = match ?? [];
	if (!bare && match === null) return void 0;
	const parsed = import_lib.default.utils.parseKey(rest);
	if (parsed instanceof Error) return void 0;
	let command;
	let terminal = true;
	let forwarding = true;
	for (const option of options.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? []) {
		const [name = "", ...value] = option.split("=");
		switch (name.toLowerCase()) {
			case "command":
				command = value.join("=").replace(/^"|"$/g, "").replaceAll("\\\"", "\"");
				break;
			case "restrict":
				terminal = false;
				forwarding = false;
				break;
			case "no-pty":
				terminal = false;
				break;
			case "pty":
				terminal = true;
				break;
			case "no-port-forwarding":
				forwarding = false;
				break;
			case "port-forwarding":
				forwarding = true;
				break;
			case "no-agent-forwarding":
			case "agent-forwarding":
			case "no-x11-forwarding":
			case "x11-forwarding":
			case "no-user-rc":
			case "user-rc":
			case "no-touch-required": break;
			default: return;
		}
	}
	return {
		blob: parsed.getPublicSSH(),
		verify: (data, signature, hash) => parsed.verify(data, signature, hash) === true,
		command,
		terminal,
		forwarding
	};
}
// src/local-cloud/sandbox/ssh/forwarding.ts
function serveForwarding(accept, reject, link, host, port) {
	link.connect(host, port).then((service) => {
		const channel = accept();
		channel.on("error", () => service.destroy());
		channel.on("close", () => service.destroy());
		service.on("error", () => channel.close());
		channel.pipe(service);
		service.pipe(channel);
	}, () => reject());
}
// src/local-cloud/sandbox/ssh/session.ts
const SFTP_SERVERS = [
	"/usr/lib/openssh/sftp-server",
	"/usr/libexec/openssh/sftp-server",
	"/usr/lib/ssh/sftp-server",
	"/usr/libexec/sftp-server"
];
const ACCEPTED_ENVIRONMENT = /^(?:LANG|LC_\w+|COLORTERM|NO_COLOR|TZ)$/;
function serveSession(session, who, guest) {
	const asked = {};
	let terminal;
	let running;
	const start = (channel, command, subsystem) => {
		run(channel, who, guest, {
			command,
			subsystem,
			terminal: subsystem ? void 0 : terminal,
			asked
		}).then((process) => {
			running = process;
		}, (error) => {
			channel.stderr.write(`${errorMessage(error)}\n`);
			channel.exit(127);
			channel.end();
		});
	};
	session.on("env", (accept, reject, { key, val }) => {
		if (!ACCEPTED_ENVIRONMENT.test(key)) return reject?.();
		asked[key] = val;
		accept?.();
	});
	session.on("pty", (accept, reject, info) => {
		if (!who.key.terminal) return reject?.();
		terminal = {
			term: termOf(info),
			rows: info.rows,
			columns: info.cols
		};
		accept?.();
	});
	session.on("window-change", (accept, _reject, { rows, cols }) => {
		running?.resize(rows, cols);
		accept?.();
	});
	session.on("signal", (accept, _reject, { name }) => {
		running?.signal(name.replace(/^SIG/, ""));
		accept?.();
	});
	session.on("exec", (accept, _reject, { command }) => start(accept(), command, false));
	session.on("shell", (accept) => start(accept(), void 0, false));
	session.on("subsystem", (accept, reject, { name }) => {
		if (name === "sftp") start(accept(), void 0, true);
		else reject();
	});
}
function termOf(info) {
	const term = "term" in info ? info.term : void 0;
	return typeof term === "string" && term !== "" ? term : "xterm";
}
async function run(channel, who, guest, wanted) {
	const { login, key } = who;
	const env = {
		...await loginEnvironment(guest.files, login),
		...wanted.asked
	};
	env["SSH_CONNECTION"] = who.connection;
	const [clientAddress, clientPort, , serverPort] = who.connection.split(" ");
	env["SSH_CLIENT"] = `${clientAddress} ${clientPort} ${serverPort}`;
	if (key.command !== void 0 && wanted.command !== void 0) env["SSH_ORIGINAL_COMMAND"] = wanted.command;
	const terminal = wanted.terminal;
	if (terminal !== void 0) env["TERM"] = terminal.term;
	const process = await spawnAs(guest, login, await argv(who, guest, wanted), env);
	connect(channel, process, terminal !== void 0);
	return process;
}
async function argv({ login, key }, guest, wanted) {
	const command = key.command ?? wanted.command;
	if (wanted.subsystem && key.command === void 0) {
		const server = await guest.files.firstExisting(SFTP_SERVERS);
		return server === void 0 ? [
			...guest.tools.command("node"),
			`${GUEST_TOOLS}/guest.mjs`,
			"sftp"
		] : [
			login.shell,
			"-c",
			server
		];
	}
	const shell = command === void 0 ? [login.shell, "-l"] : [
		login.shell,
		"-c",
		command
	];
	if (wanted.terminal === void 0) return shell;
	const script = await guest.files.firstExisting(["/usr/bin/script", "/bin/script"]);
	if (script === void 0) return shell;
	const { rows, columns } = wanted.terminal;
	return [
		script,
		"-qefc",
		`stty rows ${rows} cols ${columns} 2>/dev/null; exec ${shell.map(shellWord).join(" ")}`,
		"/dev/null"
	];
}
function connect(channel, process, terminal) {
	channel.on("error", () => void 0);
	for (const stream of [
		process.stdin,
		process.stdout,
		process.stderr
	]) stream.on("error", () => void 0);
	channel.pipe(process.stdin);
	process.stdout.pipe(channel, { end: false });
	process.stderr.pipe(channel.stderr, { end: false });
	let over = false;
	channel.on("close", () => {
		over = true;
		if (terminal) process.signal("HUP");
		for (const stream of [
			process.stdin,
			process.stdout,
			process.stderr
		]) stream.destroy();
	});
	const drained = [process.stdout, process.stderr].map((stream) => new Promise((resolve) => finished(stream, { writable: false }, () => resolve())));
	Promise.all([process.exit, ...drained]).then(([{ code, signal }]) => {
		process.stdin.destroy();
		if (over) return;
		if (code !== null) channel.exit(code);
		else if (signal !== null) channel.exit(signal.replace(/^SIG/, ""), false, "");
		channel.end();
	});
}
// src/local-cloud/sandbox/ssh/server.ts
function serveSsh(listening, hostKey, guest) {
	const sockets = /* @__PURE__ */ new Set();
	const ssh = new import_lib.default.Server({
		hostKeys: [hostKey],
		ident: "OpenSSH_9.2 bake-ami"
	}, (connection, client) => serveConnection(connection, `${client.ip} ${client.port} ${listening.address} ${listening.port}`, guest));
	ssh.on("error", () => void 0);
	const accept = (socket) => {
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket));
		socket.on("error", () => void 0);
		ssh.injectSocket(socket);
	};
	listening.server.on("connection", accept);
	listening.server.on("error", () => void 0);
	return { close: () => new Promise((resolve) => {
		listening.server.close(() => resolve());
		for (const socket of sockets) socket.destroy();
	}) };
}
function serveConnection(connection, ends, guest) {
	let loggedIn;
	connection.on("error", () => void 0);
	connection.on("authentication", (context) => {
		authenticate(context, guest).then((found) => {
			if (found === void 0) {
				context.reject(["publickey"]);
				return;
			}
			loggedIn = {
				...found,
				connection: ends
			};
			context.accept();
		}, () => context.reject(["publickey"]));
	});
	connection.on("ready", () => {
		if (loggedIn === void 0) return;
		const who = loggedIn;
		connection.on("session", (accept) => serveSession(accept(), who, guest));
		connection.on("tcpip", (accept, reject, { destIP, destPort }) => {
			if (who.key.forwarding) serveForwarding(accept, reject, guest.link, destIP, destPort);
			else reject();
		});
	});
}
async function authenticate(context, guest) {
	if (context.method !== "publickey") return void 0;
	const login = await guest.files.login(context.username);
	if (login === void 0) return void 0;
	const texts = await Promise.all(["authorized_keys", "authorized_keys2"].map((name) => guest.files.read(`${login.home}/.ssh/${name}`)));
	const offered = context.key.data;
	const key = readAuthorizedKeys(texts.join("\n")).find(({ blob }) => blob.length === offered.length && timingSafeEqual(blob, offered));
	if (key === void 0) return void 0;
	const { signature, blob, hashAlgo } = context;
	if (signature === void 0) {
		if (hashAlgo !== void 0) context.key.algo = `rsa-sha2-${hashAlgo === "sha256" ? 256 : 512}`;
		return {
			login,
			key
		};
	}
	return blob !== void 0 && key.verify(blob, signature, hashAlgo) ? {
		login,
		key
	} : void 0;
}
// src/local-cloud/sandbox/sandbox-machine.ts
const PATIENCE_MS = 2e3;
const UNANSWERED_MS = 1e3;
const BOOT_LIMIT_MS = 6e4;
var SandboxMachine = class SandboxMachine {
	#around;
	#specification;
	#console;
	#cloudInit;
	#listeners = [];
	#onGone;
	#upper;
	#frozen;
	#listening;
	#on;
	#gone = false;
	#queue = Promise.resolve();
	constructor(specification, around, upper, frozen, onGone) {
		this.#specification = specification;
		this.#around = around;
		this.#upper = upper;
		this.#frozen = frozen;
		this.#onGone = onGone;
		this.#console = new SerialConsole(around.clock);
		this.#cloudInit = new CloudInit(specification, this.#console, around.ids);
	}
	static async boot(specification, around, onGone) {
		const frozen = around.disks.layersOf(specification.diskId);
		around.disks.use(frozen);
		const machine = new SandboxMachine(specification, around, await around.disks.create(), frozen, onGone);
		try {
			await machine.#inTurn(() => machine.#powerOn());
			return machine;
		} catch (error) {
			await machine.terminate();
			throw error;
		}
	}
	get address() {
		return this.#whereListening().address;
	}
	get sshPort() {
		return this.#whereListening().port;
	}
	consoleOutput() {
		return this.#console.text();
	}
	onShutdown(listener) {
		this.#listeners.push(listener);
	}
	start() {
		return this.#inTurn(async () => {
			if (this.#on === void 0) await this.#powerOn();
		});
	}
	stop() {
		return this.#inTurn(() => this.#powerOff());
	}
	snapshot() {
		return this.#inTurn(async () => {
			const { disks } = this.#around;
			this.#mustExist();
			if (this.#on !== void 0) {
				const copy = await disks.copy(this.#upper);
				const diskId = disks.keep([copy, ...this.#frozen]);
				await disks.release([copy]);
				return diskId;
			}
			this.#frozen = [this.#upper, ...this.#frozen];
			this.#upper = await disks.create();
			return disks.keep(this.#frozen);
		});
	}
	terminate() {
		return this.#inTurn(async () => {
			if (this.#gone) return;
			await this.#powerOff(0);
			this.#gone = true;
			await this.#around.disks.release([this.#upper, ...this.#frozen]);
			await rm(this.#around.folder, {
				recursive: true,
				force: true
			});
			this.#onGone();
		});
	}
	async #powerOn() {
		this.#mustExist();
		const { folder, tools, ids, disks } = this.#around;
		this.#console.switchedOn();
		this.#console.stamped(`bake-ami sandbox machine ${this.#specification.instanceId} (${this.#specification.hostName})`);
		await rm(path.join(folder, "work"), {
			recursive: true,
			force: true
		});
		await mkdir(path.join(folder, "work"), {
			recursive: true,
			mode: 448
		});
		await rm(path.join(folder, "channel"), {
			recursive: true,
			force: true
		});
		await mkdir(path.join(folder, "channel"), { mode: 448 });
		const relative = (layer) => path.relative(folder, disks.pathOf(layer));
		const namespace = startNamespace(bootScript({
			machineFolder: folder,
			baseLayers: this.#around.baseLayers,
			rootFolder: this.#around.rootFolder,
			upper: relative(this.#upper),
			frozen: this.#frozen.map(relative),
			nested: this.#around.nested,
			hostName: this.#specification.hostName,
			isolatedNetwork: this.#around.isolatedNetwork
		}, tools), this.#around.isolatedNetwork);
		let link;
		let ssh;
		try {
			link = await GuestLink.open(path.join(folder, "channel"), namespace.control, ids, (action) => this.#onPower(action));
			await this.#greeting(namespace, link);
			const guest = {
				link,
				files: new GuestFiles(link),
				tools
			};
			const { hostKey, first } = await this.#cloudInit.initialize(guest);
			const before = this.#listening;
			this.#listening = before === void 0 ? await listenForInstance(this.#specification.instanceId) : await listenAgain(before.address, before.port);
			ssh = serveSsh(this.#listening, hostKey.private, guest);
			const finished = this.#cloudInit.finish(guest, first).catch(() => void 0);
			const on = {
				namespace,
				link,
				ssh,
				finished
			};
			this.#on = on;
			namespace.ended.catch(() => void 0).then(() => this.#onEnded(on));
		} catch (error) {
			await ssh?.close();
			link?.close();
			namespace.kill();
			await namespace.ended.catch(() => void 0);
			throw error;
		}
	}
	async #greeting(namespace, link) {
		const limit = new AbortController();
		const failed = namespace.ended.then((errors) => {
			throw bootError(errors.trim() || "it ended at once");
		});
		const tooLate = this.#around.clock.sleep(BOOT_LIMIT_MS, limit.signal).then(() => {
			throw bootError(`it said nothing for ${BOOT_LIMIT_MS / 1e3} seconds`);
		}, () => void 0);
		try {
			failed.catch(() => void 0);
			await Promise.race([
				link.hello,
				failed,
				tooLate
			]);
		} finally {
			limit.abort();
		}
	}
	async #powerOff(patienceMs = PATIENCE_MS) {
		const on = this.#on;
		if (on === void 0) return;
		this.#on = void 0;
		if (patienceMs > 0) {
			const answered = new AbortController();
			const quiet = on.link.request({
				op: "quiesce",
				patienceMs
			}).catch(() => void 0);
			const enough = this.#around.clock.sleep(patienceMs + UNANSWERED_MS, answered.signal).catch(() => void 0);
			await Promise.race([quiet, enough]);
			answered.abort();
		}
		await on.ssh.close();
		on.link.close();
		on.namespace.kill();
		await on.namespace.ended.catch(() => void 0);
		await on.finished;
		this.#console.stamped("reboot: Power down");
	}
	#onPower(action) {
		this.#inTurn(async () => {
			if (this.#on === void 0) return;
			await this.#powerOff();
			if (action === "reboot") await this.#powerOn();
			else this.#tellShutdown();
		}).catch((error) => {
			this.#console.stamped(`bake-ami: ${errorMessage(error)}`);
			this.#tellShutdown();
		});
	}
	#onEnded(on) {
		if (this.#on !== on) return;
		this.#inTurn(async () => {
			if (this.#on !== on) return;
			await this.#powerOff(0);
			this.#tellShutdown();
		});
	}
	#tellShutdown() {
		for (const listener of this.#listeners) listener();
	}
	#inTurn(operation) {
		const result = this.#queue.then(operation);
		this.#queue = result.catch(() => void 0);
		return result;
	}
	#whereListening() {
		if (this.#listening === void 0) throw new Error("The machine has not booted yet");
		return this.#listening;
	}
	#mustExist() {
		if (!this.#gone) return;
		throw new BakeError(`${this.#specification.instanceId} has been terminated`, {
			code: "machine-terminated",
			category: "internal"
		});
	}
};
function bootError(reason) {
	return new BakeError(`A sandbox machine could not be booted: ${reason}`, {
		code: "sandbox-failed",
		category: "internal",
		hint: "Sandbox machines need Linux, root, overlayfs, and the right to mount file systems (in a container: --privileged)."
	});
}
// src/local-cloud/sandbox/state-folder.ts
const WRITABLE_LAYER_TYPES = /* @__PURE__ */ new Set([
	61267,
	1481003842,
	2435016766,
	4076150800,
	16914836
]);
const OVERLAY_TYPE = 2035054128;
async function takeStateFolder(folder) {
	await removeStale(folder);
	await mkdir(folder, {
		recursive: true,
		mode: 448
	});
	const lock = path.join(folder, "lock");
	const owner = `${process.pid} ${await startTime(process.pid)}\n`;
	try {
		await writeFile(lock, owner, {
			flag: "wx",
			mode: 384
		});
	} catch (cause) {
		throw inUse(folder, cause);
	}
	const data = path.join(folder, "data");
	await mkdir(data, {
		recursive: true,
		mode: 448
	});
	const { type } = await statfs(data);
	const onTmpfs = !WRITABLE_LAYER_TYPES.has(type);
	if (onTmpfs) await must("mount a tmpfs for the machines", "mount", [
		"-t",
		"tmpfs",
		"-o",
		"mode=700",
		"bake-ami",
		data
	]);
	return {
		data,
		remove: async () => {
			if (onTmpfs) await run$1("umount", ["-l", data]);
			await removeTree(folder);
		}
	};
}
async function removeStale(folder) {
	const status = await lstat(folder).catch(() => void 0);
	if (status === void 0) return;
	if (!status.isDirectory() || status.uid !== process.geteuid?.()) throw unavailable(`The state folder ${folder} is no folder of this user's`, void 0);
	const lock = await readFile(path.join(folder, "lock"), "utf8").catch(() => void 0);
	if (lock === void 0) return;
	const [pid = "", started = ""] = lock.trim().split(" ");
	if (started !== "" && await startTime(Number(pid)) === started) throw inUse(folder, void 0);
	await run$1("umount", ["-l", path.join(folder, "data")]);
	await removeTree(folder);
}
async function startTime(pid) {
	const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => void 0);
	return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}
function inUse(folder, cause) {
	return unavailable(`The state folder ${folder} is in use by another process`, cause);
}
function unavailable(message, cause) {
	return new BakeError(message, {
		code: "state-folder-in-use",
		category: "input",
		hint: "End the other local cloud, or give this one a state folder of its own.",
		cause
	});
}
// src/local-cloud/sandbox/sandbox-machine-host.ts
function sandboxMachineHost(options) {
	const { clock = systemClock, ids = randomIds, rootFolder = "/" } = options;
	const isolatedNetwork = options.network !== "host";
	const boots = /* @__PURE__ */ new Set();
	let prepared;
	let closed = false;
	const prepare = async () => {
		const probe = await probeSandbox();
		if (!probe.ok) throw cannot(probe.missing.join("; "), probe.remedy);
		if (probe.needsSudo) throw cannot("this process is not root", "Run it as root, for example with sudo.");
		const root = await realpath(rootFolder).catch((cause) => {
			throw cannot(`there is no root file system in ${rootFolder}`, "Name a folder that holds one.", cause);
		});
		const state = await takeStateFolder(options.stateFolder);
		try {
			const own = await realpath(options.stateFolder);
			const tools = await gatherTools(path.join(state.data, "tools"), options.node ?? process.execPath, options.guestProgram ?? guestProgram());
			const baseLayers = path.join(state.data, "base");
			await prepareBaseLayers(baseLayers, root, [
				own,
				process.cwd(),
				...options.hide ?? []
			].filter((hidden) => hidden !== "/"));
			const nested = (await statfs(root)).type !== OVERLAY_TYPE;
			return {
				state,
				tools,
				disks: new Disks(path.join(state.data, "layers"), ids),
				baseLayers,
				nested,
				rootFolder: root
			};
		} catch (error) {
			await state.remove();
			throw error;
		}
	};
	return {
		async boot(specification) {
			if (closed) throw cannot("the machine host has been closed", "Make a new one.");
			checkName(specification);
			prepared ??= prepare();
			const { state, ...rest } = await prepared;
			if (closed) throw cannot("the machine host has been closed", "Make a new one.");
			const around = {
				folder: path.join(state.data, "machines", specification.instanceId),
				...rest
			};
			const boot = SandboxMachine.boot(specification, {
				...around,
				isolatedNetwork,
				clock,
				ids
			}, () => boots.delete(boot));
			boots.add(boot);
			boot.catch(() => boots.delete(boot));
			return boot;
		},
		async removeDisk(diskId) {
			if (prepared !== void 0) await (await prepared).disks.remove(diskId);
		},
		async close() {
			closed = true;
			const ready = await prepared?.catch(() => void 0);
			const ended = [...boots].map((boot) => boot.then((machine) => machine.terminate(), () => void 0));
			await Promise.all(ended);
			await ready?.state.remove();
		}
	};
}
function checkName({ instanceId, hostName, defaultUser }) {
	for (const [what, name] of Object.entries({
		instanceId,
		hostName,
		defaultUser
	})) if (!/^[a-z0-9_][a-z0-9._-]{0,62}$/i.test(name)) throw cannot(`"${name}" is no ${what}`, "Use letters, digits, - and _.");
}
function cannot(what, hint, cause) {
	return new BakeError(`Sandbox machines can't run here: ${what}`, {
		code: "sandbox-unavailable",
		category: "input",
		hint,
		cause
	});
}
// src/local-cloud/protocol/web-pages.ts
const LOCAL_NAME = /^(?:localhost|[\w.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
function isFromWebPage({ origin, host, "sec-fetch-site": site }) {
	if (origin !== void 0) return true;
	if (site !== void 0 && site !== "none") return true;
	return host !== void 0 && !LOCAL_NAME.test(host);
}
// src/local-cloud/server.ts
const MAXIMUM_BODY = 4194304;
const IDLE_CONNECTION_MS = 75e3;
const LOOPBACK = /* @__PURE__ */ new Set([
	"127.0.0.1",
	"::1",
	"localhost"
]);
async function serveLocalCloud(cloud, options = {}) {
	const host = options.host ?? "127.0.0.1";
	if (!LOOPBACK.has(host)) throw new BakeError(`The local cloud can't listen on ${host}`, {
		code: "local-cloud-not-loopback",
		category: "input",
		hint: "It accepts every key, so it only listens on 127.0.0.1, ::1 or localhost."
	});
	const server = createServer$1((request, response) => {
		serve(cloud, request, response).catch((thrown) => {
			if (!response.headersSent) response.writeHead(500);
			response.end(String(thrown));
		});
	});
	server.keepAliveTimeout = IDLE_CONNECTION_MS;
	let channels;
	server.on("upgrade", (request, socket, head) => {
		socket.on("error", () => void 0);
		if (isFromWebPage(request.headers)) {
			socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
			return;
		}
		channels ??= import("./data-channels-DPqSGOpd.js").then((module) => new module.DataChannels(cloud.sessions));
		channels.then((served) => served.upgrade(request, socket, head), () => socket.destroy());
	});
	const port = await new Promise((resolve, reject) => {
		server.on("error", (cause) => reject(new BakeError(`The local cloud can't listen on ${host}:${options.port ?? 0}: ${cause.message}`, {
			code: "local-cloud-port",
			category: "input",
			hint: "Choose another port, or 0 for any free one.",
			cause
		})));
		server.listen(options.port ?? 0, host, () => {
			const address = server.address();
			resolve(typeof address === "object" && address !== null ? address.port : 0);
		});
	});
	const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
	cloud.sessions.servedAt = url;
	return {
		url,
		close: () => new Promise((resolve) => {
			cloud.sessions.servedAt = void 0;
			server.close(() => resolve());
			server.closeAllConnections();
			channels?.then((served) => served.close());
		})
	};
}
async function serve(cloud, request, response) {
	const gone = new AbortController();
	response.on("close", () => gone.abort());
	if (isFromWebPage(request.headers)) {
		response.writeHead(403, { connection: "close" }).end("The local cloud answers programs on this computer, not web pages.\n");
		return;
	}
	const body = await readBody(request);
	if (body === void 0) {
		response.writeHead(413, { connection: "close" }).end();
		return;
	}
	const outcome = await cloud.handle(cloudRequest(request, body, gone.signal));
	if (outcome === "broken-connection") {
		request.socket.destroy();
		return;
	}
	response.writeHead(outcome.status, {
		...outcome.headers,
		"content-length": Buffer.byteLength(outcome.body)
	});
	response.end(outcome.body);
}
async function readBody(request) {
	const chunks = [];
	let size = 0;
	for await (const chunk of request) {
		const bytes = Buffer.from(chunk);
		size += bytes.length;
		if (size <= MAXIMUM_BODY) chunks.push(bytes);
	}
	return size > MAXIMUM_BODY ? void 0 : Buffer.concat(chunks).toString("utf8");
}
function cloudRequest(request, body, signal) {
	const address = new URL(request.url ?? "/", "http://localhost");
	const headers = {};
	for (const [name, value] of Object.entries(request.headers)) if (value !== void 0) headers[name] = Array.isArray(value) ? value.join(", ") : value;
	return {
		method: request.method ?? "GET",
		path: address.pathname,
		headers,
		query: new Map(address.searchParams),
		body,
		signal
	};
}
// src/app/local-cloud/local-cloud-control.ts
async function serveControl(token, control) {
	const server = createServer$1((request, response) => {
		const answer = (status, body) => {
			response.writeHead(status, {
				"content-type": "application/json",
				connection: "close"
			});
			response.end(JSON.stringify(body));
		};
		act(request, token, control).then(([status, body]) => answer(status, body), (error) => answer(500, { error: String(error) }));
	});
	return {
		url: `http://127.0.0.1:${await new Promise((resolve, reject) => {
			server.once("error", reject);
			server.listen(0, "127.0.0.1", () => {
				const address = server.address();
				resolve(typeof address === "object" && address !== null ? address.port : 0);
			});
		})}`,
		close: () => new Promise((resolve) => server.close(() => resolve()))
	};
}
async function act(request, token, control) {
	if (!isAuthorised(request, token)) return [401, { error: "The token is missing or wrong." }];
	switch (`${request.method} ${request.url}`) {
		case "GET /left": return [200, { left: control.left() }];
		case "POST /stop": {
			const left = control.left();
			await control.stop();
			return [200, { left }];
		}
		default: return [404, { error: "Only GET /left and POST /stop are possible here." }];
	}
}
function isAuthorised({ headers }, token) {
	const given = Buffer.from(headers.authorization ?? "");
	const expected = Buffer.from(`Bearer ${token}`);
	return given.length === expected.length && timingSafeEqual(given, expected);
}
// src/app/local-cloud.ts
const STATE_PARENT = "/var/tmp";
const STATE_PREFIX = "bake-ami-local-cloud-";
const REGIONS = `us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1
  eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3
  ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2`.split(/\s+/);
async function openLocalCloud(request) {
	const { clock, ids, lifetimeMs, port, region, signal } = request;
	const machineHost = request.machines === "sandbox" ? await sandbox(request) : void 0;
	const cloud = createLocalCloud({
		clock,
		ids,
		regions: [.../* @__PURE__ */ new Set([...REGIONS, region])],
		keepsCalls: false,
		kmsKeys: "any",
		...request.accountId !== void 0 && { accountId: request.accountId },
		...machineHost !== void 0 && { machineHost }
	});
	const server = await serveLocalCloud(cloud, { port });
	const closing = new AbortController();
	let closed;
	const close = () => {
		closed ??= (async () => {
			closing.abort();
			await server.close();
			await cloud.close();
		})();
		return closed;
	};
	const token = ids.token(32);
	const control = await serveControl(token, {
		left: () => leftIn(cloud),
		stop: close
	});
	const ended = ending(clock, lifetimeMs, AbortSignal.any([signal, closing.signal])).then(close).then(() => control.close());
	return {
		handle: {
			endpoint: server.url,
			region,
			accessKeyId: `LOCAL${ids.token(15).toUpperCase()}`,
			secretAccessKey: ids.token(40),
			pid: process.pid,
			control: {
				url: control.url,
				token
			}
		},
		ended,
		close: async () => {
			await close();
			await ended;
		}
	};
}
async function sandbox({ clock, ids, network, hide, ownsProcess }) {
	await removeDeadState();
	if (ownsProcess) closeInheritedDescriptors();
	return sandboxMachineHost({
		stateFolder: path.join(STATE_PARENT, STATE_PREFIX + ids.token(12)),
		network,
		hide,
		clock,
		ids
	});
}
async function removeDeadState() {
	const folders = (await readdir(STATE_PARENT).catch(() => [])).filter((name) => name.startsWith(STATE_PREFIX)).map((name) => path.join(STATE_PARENT, name));
	await Promise.allSettled(folders.map((folder) => removeStale(folder)));
}
async function ending(clock, lifetimeMs, signal) {
	const untilAborted = new Promise((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener("abort", () => resolve(), { once: true });
	});
	const lifetime = lifetimeMs === void 0 ? untilAborted : clock.sleep(lifetimeMs, signal).catch(() => void 0);
	await Promise.race([untilAborted, lifetime]);
}
function leftIn(cloud) {
	return cloud.leftovers().map(describeLeftover);
}
const localCloudCommand = {
	name: "local-cloud",
	summary: "Run the embedded local cloud for other programs, and print what to export",
	positionals: "",
	flags: {
		port: {
			kind: "string",
			placeholder: "N",
			doc: "The port of the endpoint on 127.0.0.1; a free one by default."
		},
		region: {
			kind: "string",
			placeholder: "REGION",
			doc: "The region to export; us-east-1 by default."
		},
		machines: {
			kind: "string",
			placeholder: "sandbox|none",
			doc: "Instances with a machine behind them (the default; Linux, root), or with states only."
		},
		network: {
			kind: "string",
			placeholder: "host|isolated",
			doc: "The machines' network: this computer's (the default), or none."
		},
		hide: {
			kind: "strings",
			placeholder: "DIR",
			doc: "A folder that machines must not see; may be given several times."
		},
		"account-id": {
			kind: "string",
			placeholder: "DIGITS",
			doc: "The id of its account; 123456789012 by default."
		},
		lifetime: {
			kind: "string",
			placeholder: "DURATION",
			doc: "End after this long, for example 2h; never by default."
		},
		"until-input-ends": {
			kind: "boolean",
			doc: "End when standard input does: with the program that started it, however that ends."
		},
		json: {
			kind: "boolean",
			doc: "Say where it is in one line of JSON."
		}
	},
	async run(parsed, terminal) {
		refusePositionals("local-cloud", parsed);
		const network = flagChoice(parsed, "network", ["host", "isolated"]) ?? "host";
		const machines = flagChoice(parsed, "machines", ["sandbox", "none"]) ?? "sandbox";
		if (network === "host" && machines === "sandbox") {
			const { environment, err, signal } = terminal;
			tellMetadataRole({
				environment,
				clock: systemClock,
				signal
			}, "With -network=isolated they have no network.", (text) => err.write(`Warning: ${text}\n`));
		}
		const cloud = await openLocalCloud({
			clock: systemClock,
			ids: randomIds,
			port: flagNumber(parsed, "port", 0, 65535) ?? 0,
			region: flagText(parsed, "region") ?? "us-east-1",
			machines,
			network,
			hide: flagList(parsed, "hide"),
			ownsProcess: true,
			accountId: accountId(flagText(parsed, "account-id")),
			lifetimeMs: lifetime(flagText(parsed, "lifetime")),
			signal: flagOn(parsed, "until-input-ends") ? AbortSignal.any([terminal.signal, endOf(terminal.input)]) : terminal.signal
		});
		if (flagOn(parsed, "json")) terminal.out.write(`${JSON.stringify(cloud.handle)}\n`);
		else {
			const exports = Object.entries(localCloudEnvironment(cloud.handle)).map(([name, value]) => `export ${name}=${value}`);
			terminal.out.write(`# The local cloud is up until Ctrl-C. In another terminal:\n${exports.join("\n")}\n`);
		}
		await cloud.ended;
		return EXIT.done;
	}
};
function endOf(input) {
	const controller = new AbortController();
	const end = () => controller.abort();
	input.bytes().then(end, end);
	return controller.signal;
}
function lifetime(text) {
	if (text === void 0) return void 0;
	const milliseconds = parseDuration(text);
	if (milliseconds === void 0 || milliseconds <= 0) throw new UsageError(`The flag -lifetime is "${text}".`, "It takes a duration such as 90m or 2h.");
	return milliseconds;
}
function accountId(text) {
	if (text === void 0 || /^\d{12}$/.test(text)) return text;
	throw new UsageError(`The flag -account-id is "${text}".`, "It takes twelve digits.");
}
export { localCloudCommand };
