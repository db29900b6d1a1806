import "./rolldown-runtime-BVN1G_yT.js";
import { C as formatNumber, i as STRING, n as DYNAMIC, w as parseNumber } from "./types-BpsgGM5S.js";
import { d as Value, i as isMapping, l as fault, n as argumentAt, o as textAt } from "./arguments-BFZ6lT17.js";
import { t as require_dist } from "./dist-DpAnlEql.js";
import { i as parseTimestamp, n as formatTimestamp } from "./timestamp-BcXWUhnp.js";
import { i as decodeBase64 } from "./base64-7slFWgcP.js";
// src/hcl/functions/encoding/yaml-scalars.ts
var import_dist = require_dist();
const NULLS = /* @__PURE__ */ new Set([
	"",
	"~",
	"null",
	"Null",
	"NULL"
]);
const TRUE = /^(?:y|Y|yes|Yes|YES|on|On|ON|true|True|TRUE)$/;
const FALSE = /^(?:n|N|no|No|NO|off|Off|OFF|false|False|FALSE)$/;
const DATE = /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:\.\d*)?(Z|[+-]\d\d:\d\d))|(?: (\d\d?):(\d\d?):(\d\d?)(?:\.\d*)?))?$/;
const INFINITY = /^(?:[-+]?\.(?:inf|Inf|INF)|[-+][iI]nf)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
function plainScalar(text) {
	if (NOT_A_NUMBER.test(text)) return fault(`${text} is no number that HCL can work with`, 0);
	return wordScalar(text) ?? dateScalar(text) ?? numberScalar(text) ?? Value.string(text);
}
function wordScalar(text) {
	if (NULLS.has(text)) return Value.nullOf(DYNAMIC);
	if (TRUE.test(text)) return Value.bool(true);
	return FALSE.test(text) ? Value.bool(false) : void 0;
}
function numberScalar(text) {
	if (INFINITY.test(text)) return fault(`infinity (${text}) is no number that HCL can work with`, 0);
	const plain = /^[-+\d]/.test(text) ? text.replaceAll("_", "") : text;
	const number = parseNumber(plain);
	if (number !== void 0) return Value.number(number);
	return /^-?0b/.test(plain) ? wholeNumber(plain) ?? fault(`"${text}" is not a number`, 0) : void 0;
}
function wholeNumber(text) {
	const match = /^([-+]?)(0(?:x[0-9a-f]+|o[0-7]+|b[01]+))$/i.exec(text);
	if (match === null) return void 0;
	const size = BigInt(match[2] ?? "");
	return Value.number(match[1] === "-" ? -size : size);
}
function dateScalar(text) {
	const match = DATE.exec(text);
	if (match === null) return void 0;
	const [, year, month = "", day = ""] = match;
	const [hour = "0", minute = "0", second = "0"] = match[4] === void 0 ? match.slice(8) : match.slice(4);
	const pad = (digits) => digits.padStart(2, "0");
	const time = `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}${match[7] ?? "Z"}`;
	const parsed = parseTimestamp(time);
	return parsed === void 0 ? void 0 : Value.string(formatTimestamp(parsed));
}
const TAG = "tag:yaml.org,2002:";
function taggedScalar(tag, text, quoted) {
	switch (tag) {
		case "!":
		case `${TAG}str`: return Value.string(text);
		case `${TAG}binary`:
			decodeBase64(text);
			return Value.string(text);
		case `${TAG}null`: return Value.nullOf(DYNAMIC);
		case `${TAG}int`:
		case `${TAG}float`:
		case `${TAG}bool`:
		case `${TAG}timestamp`: return typedScalar(tag.replace(TAG, ""), text, quoted);
		default: return fault(`unsupported tag "${tag.replace(TAG, "!!")}"`, 0);
	}
}
function typedScalar(type, text, quoted) {
	if (quoted && /^(?:[-+.~\dyYnNtTfFoO]|$)/.test(text)) return Value.string(text);
	const isNumber = type === "int" || type === "float";
	return wordScalar(text) ?? (type === "timestamp" ? dateScalar(text) : void 0) ?? numberScalar(text) ?? (isNumber ? wholeNumber(text.replaceAll("_", "")) : void 0) ?? fault(`"${text}" is not of the type ${type}`, 0);
}
// src/hcl/functions/encoding/yaml-reader.ts
const MOST_NODES = 1e5;
const DEEPEST = 500;
const STEPS_PER_NODE = 2;
function fromYaml(text, budget) {
	const document = (0, import_dist.parseDocument)(text, {
		schema: "failsafe",
		uniqueKeys: false,
		resolveKnownTags: false
	});
	const [error] = document.errors;
	if (error !== void 0) {
		const place = error.linePos?.[0];
		const where = place === void 0 ? "" : `on line ${place.line}, column ${place.col}: `;
		fault(`${where}${firstClause(error.message)}`, 0);
	}
	if (document.contents === null) fault("on line 1, column 1: missing start of document", 0);
	return new YamlReader(document, budget).read(document.contents, 0);
}
function firstClause(message) {
	return message.split(/ at line|\n/)[0] ?? "";
}
var YamlReader = class {
	#targets;
	#budget;
	#nodes = 0;
	constructor(document, budget) {
		this.#targets = aliasTargets(document);
		this.#budget = budget;
	}
	read(node, depth) {
		this.#enter(depth);
		if ((0, import_dist.isAlias)(node)) {
			const target = this.#targets.get(node);
			if (target === void 0) fault(`reference to undefined anchor "${node.source}"`, 0);
			return this.read(target, depth + 1);
		}
		if ((0, import_dist.isScalar)(node)) {
			const text = typeof node.value === "string" ? node.value : "";
			if (node.tag !== void 0) return taggedScalar(node.tag, text, node.type !== "PLAIN");
			return node.type === "PLAIN" ? plainScalar(text) : Value.string(text);
		}
		if ((0, import_dist.isSeq)(node) || (0, import_dist.isMap)(node)) checkTag(node);
		if ((0, import_dist.isSeq)(node)) return Value.tuple(node.items.map((item) => this.read(item, depth + 1)));
		if ((0, import_dist.isMap)(node)) return Value.object(this.#entries(node, depth));
		return plainScalar("");
	}
	#enter(depth) {
		this.#nodes += 1;
		this.#budget.spendSteps(STEPS_PER_NODE);
		if (this.#nodes > MOST_NODES || depth > DEEPEST) fault("the document is too large or refers to itself", 0);
	}
	#entries(map, depth) {
		this.#enter(depth);
		const entries = /* @__PURE__ */ new Map();
		for (const { key, value } of map.items) if ((0, import_dist.isScalar)(key) && key.value === "<<") this.#merge(value, entries, depth);
		else entries.set(this.#key(key, depth), this.read(value, depth + 1));
		return entries;
	}
	#merge(source, entries, depth) {
		const target = (0, import_dist.isAlias)(source) ? this.#targets.get(source) : source;
		if (!(0, import_dist.isMap)(target)) fault("only one mapping can be merged into a mapping by \"<<\"", 0);
		for (const [key, value] of this.#entries(target, depth + 1)) entries.set(key, value);
	}
	#key(node, depth) {
		const key = this.read(node, depth + 1);
		if (!key.isNull && key.type.kind === "string") return key.asString();
		if (!key.isNull && key.type.kind === "number") return formatNumber(key.asNumber());
		if (!key.isNull && key.type.kind === "bool") return String(key.asBool());
		return fault("only strings are allowed as mapping keys", 0);
	}
};
function checkTag({ tag }) {
	if (tag !== void 0 && !/^(?:!|tag:yaml\.org,2002:(?:map|seq))$/.test(tag)) fault(`unsupported tag "${tag.replace("tag:yaml.org,2002:", "!!")}"`, 0);
}
function aliasTargets(document) {
	const anchored = /* @__PURE__ */ new Map();
	const targets = /* @__PURE__ */ new Map();
	(0, import_dist.visit)(document, { Node: (_, node) => {
		if ((0, import_dist.isAlias)(node)) {
			const target = anchored.get(node.source);
			if (target !== void 0) targets.set(node, target);
		} else if (node.anchor !== void 0) anchored.set(node.anchor, node);
	} });
	return targets;
}
// src/hcl/functions/encoding/yaml-writer.ts
const LINE_WIDTH = 80;
function toYaml(value) {
	const text = writeNode(value, 0, 0);
	return value.isNull || value.type.kind === "number" || value.type.kind === "bool" ? `${text}\n...\n` : text.endsWith("\n") ? text : `${text}\n`;
}
function writeNode(value, indent, column) {
	if (value.isNull) return "null";
	switch (value.type.kind) {
		case "number": return formatNumber(value.asNumber());
		case "bool": return String(value.asBool());
		case "string": return writeText(value.asString(), indent, column);
		case "map":
		case "object": return writeMapping(value.asEntries(), indent);
		default: return writeSequence(value.asElements(), indent);
	}
}
function writeMapping(entries, indent) {
	if (entries.size === 0) return "{}";
	return Array.from(entries, ([key, value]) => {
		const start = `${quote(key)}:`;
		if (isBlock(value)) {
			const inner = isMapping(value) ? indent + 2 : indent;
			return `${start}\n${" ".repeat(inner)}${writeNode(value, inner, inner)}`;
		}
		return `${start} ${writeNode(value, indent + 2, indent + start.length + 1)}`;
	}).map(withoutLastBreak).join(`\n${" ".repeat(indent)}`);
}
function writeSequence(elements, indent) {
	if (elements.length === 0) return "[]";
	return elements.map((element) => withoutLastBreak(`- ${writeNode(element, indent + 2, indent + 2)}`)).join(`\n${" ".repeat(indent)}`);
}
function isBlock(value) {
	return value.children().length > 0;
}
function withoutLastBreak(text) {
	return text.endsWith("\n") ? text.slice(0, -1) : text;
}
function writeText(text, indent, column) {
	return text.includes("\n") && canBeLiteral(text) ? writeLiteral(text, indent === 0 ? 2 : indent) : fold(quote(text), indent === 0 ? 2 : indent, column);
}
function canBeLiteral(text) {
	return !/[ \t]\n|[ \t]$|[^\n\P{Cc}]|[\ufeff\u{10000}-\u{10ffff}]/u.test(text);
}
function writeLiteral(text, indent) {
	return `|${/^[ \n]/.test(text) ? "2" : ""}${!text.endsWith("\n") ? "-" : /(?:^|\n)\n$/.test(text) ? "+" : ""}\n${(text.endsWith("\n") ? text.slice(0, -1).split("\n") : text.split("\n")).map((line) => line === "" ? "\n" : `${" ".repeat(indent)}${line}\n`).join("")}`;
}
const ESCAPES = {
	"\0": "\\0",
	"\x07": "\\a",
	"\b": "\\b",
	"	": "\\t",
	"\n": "\\n",
	"\v": "\\v",
	"\f": "\\f",
	"\r": "\\r",
	"\x1B": "\\e",
	"\"": "\\\"",
	"\\": "\\\\",
	"": "\\N",
	"\u2028": "\\L",
	"\u2029": "\\P",
	"﻿": "\\uFEFF"
};
function quote(text) {
	return `"${text.replace(/["\\\p{Cc}\u2028\u2029\ufeff\u{10000}-\u{10ffff}]/gu, (character) => {
		const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
		const byCode = character.length > 1 ? `\\U${code.padStart(8, "0")}` : `\\x${code.padStart(2, "0")}`;
		return ESCAPES[character] ?? byCode;
	})}"`;
}
function fold(quoted, indent, column) {
	let result = "";
	let position = column;
	for (let index = 0; index < quoted.length; index += 1) {
		const character = quoted.charAt(index);
		const inside = index > 1 && index < quoted.length - 2;
		if (character === " " && position > LINE_WIDTH && inside && quoted.charAt(index - 1) !== " ") {
			const next = quoted.charAt(index + 1) === " " ? "\\" : "";
			result += `\n${" ".repeat(indent)}${next}`;
			position = indent + next.length;
		} else {
			result += character;
			position += 1;
		}
	}
	return result;
}
// src/hcl/functions/encoding/yaml.ts
const yamldecode = {
	name: "yamldecode",
	params: [{
		name: "src",
		type: STRING
	}],
	returns: DYNAMIC,
	expense: (args) => ({ steps: 100 + 2 * textAt(args, 0).length }),
	doc: "The value that a YAML document stands for.",
	call: (args, { budget }) => fromYaml(textAt(args, 0), budget)
};
const yamlencode = {
	name: "yamlencode",
	params: [{
		name: "value",
		type: DYNAMIC,
		allowNull: true
	}],
	returns: STRING,
	expense: (args) => ({
		bytes: 2 * argumentAt(args, 0).size,
		steps: Math.ceil(argumentAt(args, 0).size / 16)
	}),
	doc: "The value as a YAML document in block style.",
	call: (args) => Value.string(toYaml(argumentAt(args, 0)))
};
export { yamldecode, yamlencode };
