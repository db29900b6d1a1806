import { n as __exportAll } from "./rolldown-runtime-BVN1G_yT.js";
import { a as isSequence, c as FunctionFault, d as Value, i as isMapping, l as fault, n as argumentAt, o as textAt, r as integerAt, s as textList, t as STRINGS, u as SENSITIVE } from "./arguments-BFZ6lT17.js";
import { a as warningDiagnostic, i as notYetDiagnostic, r as hasErrors, t as errorDiagnostic } from "./diagnostics-D6HUwDnG.js";
import { n as didYouMean, r as suggestion } from "./suggestion-CB4l7Gry.js";
import { C as printParseErrorCode, S as parseTree, _ as graphemes, b as rangeBetween, c as parseExpression, d as parseTemplate, f as parseTemplateIn, g as graphemeSteps, h as graphemeCount, l as parseExpressionIn, p as Source, s as checkLength, u as parseFile, x as createScanner } from "./diagnostic-text-BE2lGN9b.js";
import { i as counted, r as parseDuration } from "./duration-Bo3QJcs-.js";
import { C as formatNumber, S as NumberTooLarge, T as toSafeInteger, _ as withoutOptional, a as friendlyName, b as identityText, c as isPrimitive, f as objectOf, g as typesEqual, h as typeWithArticle, i as STRING$2, l as listOf, m as tupleOf, n as DYNAMIC, o as hasDynamic, p as setOf, r as NUMBER$2, s as isCollection, t as BOOL, u as mapOf, w as parseNumber, x as HclNumber, y as compareText } from "./types-BpsgGM5S.js";
import { i as RUN_ONLY_BUILD_NAMES, n as COMMON_BUILD_NAMES, r as PACKER_VERSION, t as BUILT_IN_PLUGINS } from "./compatibility-T0dhVuAe.js";
import { a as describeError, c as errorMessage, o as toBakeError, s as errorCode, t as BakeError } from "./errors-Bd0aY3lr.js";
import { i as parseTimestamp, n as formatTimestamp, r as localDate, t as formatOffset } from "./timestamp-BcXWUhnp.js";
import { a as eachCharacter, i as decodeBase64, n as base64encode, o as textFunction, r as base64gzip, t as base64decode } from "./base64-7slFWgcP.js";
import { n as withoutTrailing } from "./line-splitter-BqufCBql.js";
import { i as readSource, n as kindAt$1, r as listFolder, t as localFileSystem } from "./local-file-system-COSnxANI.js";
import { t as catalogOf } from "./registry-B0TjLCQL.js";
import { homedir } from "node:os";
import path, { basename as basename$1, dirname as dirname$1, join as join$1, resolve } from "node:path";
import { isIPv4, isIPv6 } from "node:net";
import { isUtf8 } from "node:buffer";
import { constants as constants$1, createHash, createPrivateKey, privateDecrypt } from "node:crypto";
// src/template/plan.ts
function buildDataNames(builder) {
	return builder && [
		...COMMON_BUILD_NAMES,
		...RUN_ONLY_BUILD_NAMES,
		...builder.generatedNames
	];
}
// src/hcl/scope.ts
const EMPTY_SCOPE = { variables: /* @__PURE__ */ new Map() };
function childScope(parent, variables) {
	return {
		parent,
		variables: new Map(variables)
	};
}
function findVariable(scope, name) {
	for (const each of withAncestors(scope)) {
		const value = each.variables.get(name);
		if (value !== void 0) return value;
	}
}
function definesNothing(scope) {
	for (const { variables, functions } of withAncestors(scope)) if (variables.size > 0 || functions !== void 0) return false;
	return true;
}
function variableNames(scope) {
	return Array.from(withAncestors(scope)).flatMap(({ variables }) => [...variables.keys()]);
}
function functionsOf(scope) {
	for (const { functions } of withAncestors(scope)) if (functions !== void 0) return functions;
}
function* withAncestors(scope) {
	for (let each = scope; each !== void 0; each = each.parent) yield each;
}
// src/kernel/turns.ts
var Turns = class {
	#signal;
	#last = Promise.resolve();
	constructor(signal) {
		this.#signal = signal;
	}
	async next() {
		this.#last = this.#last.then(() => new Promise((resolve) => setImmediate(resolve)));
		await this.#last;
		this.#signal.throwIfAborted();
	}
};
// src/hcl/decode/bodies.ts
function nativeBody({ range, endRange }, items) {
	return {
		kind: "body",
		items,
		attributes: new Map(items.filter((item) => item.kind === "attribute").map((item) => [item.name, item])),
		blocks: items.filter((item) => item.kind === "block"),
		range,
		endRange
	};
}
function mergeBodies(first, second) {
	const { range, endRange } = first;
	return {
		kind: "merged-body",
		parts: [...bodyParts(first), ...bodyParts(second)],
		range,
		endRange
	};
}
function bodyParts(body) {
	return body.kind === "merged-body" ? body.parts : [body];
}
function duplicateAttribute({ name, nameRange, range }, earlier) {
	const { filename, start } = earlier.nameRange;
	return errorDiagnostic({
		code: "duplicate-argument",
		summary: "Argument set twice",
		detail: `The argument "${name}" was already set at ${filename}:${start.line}:${start.column}. Each argument may be set only once.`,
		subject: nameRange,
		context: range
	});
}
// src/hcl/decode/schema-names.ts
const namesOfSchemas = /* @__PURE__ */ new WeakMap();
function schemaNames(schema) {
	const known = namesOfSchemas.get(schema) ?? {
		attributes: new Set(schema.attributes.map(({ name }) => name)),
		labelsOf: new Map(schema.blocks.map(({ type, labels }) => [type, labels]))
	};
	namesOfSchemas.set(schema, known);
	return known;
}
// src/hcl/json/json-expression.ts
function jsonExpression(node) {
	switch (node.kind) {
		case "json-object": return {
			kind: "object",
			items: node.properties.map(({ key, value }) => ({
				key: {
					kind: "expression",
					expression: key,
					range: key.range
				},
				value: jsonExpression(value)
			})),
			range: node.range
		};
		case "json-array": return {
			kind: "tuple",
			items: node.items.map(jsonExpression),
			range: node.range
		};
		default: return node;
	}
}
// src/hcl/json/brackets.ts
function* brackets(text) {
	const scanner = createScanner(text, true);
	while (scanner.getPosition() < text.length) {
		scanner.scan();
		const at = scanner.getTokenOffset();
		if (/^[{[\]}]$/.test(text.slice(at, at + scanner.getTokenLength()))) yield at;
	}
}
function isOpening(text, at) {
	return text[at] === "{" || text[at] === "[";
}
// src/hcl/json/json-problems.ts
const LOCAL = /* @__PURE__ */ new Set([
	"InvalidCommentToken",
	"InvalidUnicode",
	"InvalidEscapeCharacter",
	"InvalidCharacter"
]);
const KEYWORDS$2 = /* @__PURE__ */ new Map([
	["true", "true"],
	["false", "false"],
	["null", "null"],
	["none", "null"],
	["nil", "null"],
	["undefined", "null"]
]);
const MAXIMUM_PROBLEMS = 100;
function jsonProblems(source, errors) {
	const diagnostics = [];
	let structural = false;
	const seen = /* @__PURE__ */ new Set();
	for (const error of errors) {
		const trailing = trailingComma(source, error);
		const local = LOCAL.has(printParseErrorCode(error.error)) || trailing !== void 0;
		if (seen.has(error.offset) || structural && !local || diagnostics.length >= MAXIMUM_PROBLEMS) continue;
		seen.add(error.offset);
		structural ||= !local;
		diagnostics.push(errorDiagnostic(trailing ?? unclosed$1(source, error) ?? describe$1(source, error)));
	}
	return diagnostics;
}
function trailingComma(source, { error, offset }) {
	const code = printParseErrorCode(error);
	const expected = code === "PropertyNameExpected" || code === "ValueExpected";
	const close = source.text[offset];
	if (!expected || close !== "}" && close !== "]") return void 0;
	let comma = offset - 1;
	while (/\s/.test(source.text[comma] ?? "")) comma -= 1;
	if (source.text[comma] !== ",") return void 0;
	return {
		code: "trailing-comma",
		summary: "Comma after the last item",
		detail: `After this comma comes "${close}". JSON has commas between items only: remove this one.`,
		subject: source.range(comma, comma + 1),
		context: source.range(comma, offset + 1)
	};
}
function unclosed$1(source, { error }) {
	const code = printParseErrorCode(error);
	if (code !== "CloseBraceExpected" && code !== "CloseBracketExpected") return void 0;
	const open = [];
	for (const at of brackets(source.text)) if (isOpening(source.text, at)) open.push(at);
	else open.pop();
	const at = open.at(-1) ?? source.start;
	const [what, close] = source.text[at] === "[" ? ["array", "]"] : ["object", "}"];
	return {
		code: "invalid-json",
		summary: `Unclosed ${what}`,
		detail: `There is no "${close}" to end this ${what} before the file ends.`,
		subject: source.range(at, at + 1)
	};
}
function otherBracket(source, offset) {
	const found = source.text.charAt(offset);
	const [what, open, close] = found === "}" ? [
		"array",
		"[",
		"]"
	] : [
		"object",
		"{",
		"}"
	];
	return {
		code: "invalid-json",
		summary: `Missing "${close}"`,
		detail: `The ${what} that is open here ends with "${close}", but "${found}" comes first. Close what "${open}" has opened.`,
		subject: source.range(offset, offset + 1)
	};
}
function describe$1(source, { error, offset, length }) {
	const subject = source.range(offset, offset + length);
	const found = foundText(source, offset, length);
	const is = (code, summary, detail) => ({
		code,
		summary,
		detail,
		subject
	});
	switch (printParseErrorCode(error)) {
		case "InvalidCommentToken": return commentIn(subject);
		case "InvalidSymbol": return invalidSymbol(source, offset, length);
		case "PropertyNameExpected": return is("invalid-json", "Property name expected", `Expected the name of a property in double quotes, but found ${found}: { "name": value }`);
		case "ValueExpected": return is("invalid-json", "Value expected", `Expected a value, but found ${found}. A value is a string in double quotes, a number, true, false, null, an object or an array.`);
		case "ColonExpected": return is("invalid-json", "Colon expected", `Expected ":" between the name of a property and its value, but found ${found}.`);
		case "CommaExpected":
			if (source.text[offset] === "}" || source.text[offset] === "]") return otherBracket(source, offset);
			return is("invalid-json", "Comma expected", `Expected "," between this item and the one before it, but found ${found}.`);
		case "EndOfFileExpected": return is("invalid-json", "Text after the end", `The JSON value is complete, but after it comes ${found}.`);
		case "UnexpectedEndOfString": return is("unclosed-string", "Unclosed string", "There is no closing quote (\") for this string on its line. Within a string a quote is written \\\" and a line ending \\n.");
		case "UnexpectedEndOfNumber":
		case "InvalidNumberFormat": return is("invalid-json", "Invalid number", `A number is written such as 12, -0.5 or 1e3.`);
		case "InvalidUnicode":
		case "InvalidEscapeCharacter": return is("invalid-escape", "Invalid escape sequence", "A \"\\\" in this string begins no escape sequence. For a backslash itself write two (\"\\\\\"); valid are \\\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t and \\uNNNN.");
		default: return is("invalid-json", "Invalid character in a string", "A control character has to be written as an escape sequence: a tab \\t, a line ending \\n, any other \\uNNNN.");
	}
}
function commentIn(subject) {
	return {
		code: "comment-in-json",
		summary: "Comment in JSON",
		detail: "JSON has no comments. Remove it, or write it as a property \"//\", which is passed over in a block: \"//\": \"why it is so\".",
		subject
	};
}
function invalidSymbol(source, offset, length) {
	const text = source.text.slice(offset, offset + length);
	const subject = source.range(offset, offset + length);
	if (text.startsWith("'") || text.startsWith("`")) return {
		code: "wrong-quotes",
		summary: "Wrong quotes",
		detail: `In JSON strings and names are written in double quotes ("), not in ${text.charAt(0)}.`,
		subject
	};
	if (text.startsWith("#")) return commentIn(subject);
	const meant = KEYWORDS$2.get(text.toLowerCase());
	return {
		code: "invalid-json",
		summary: "No JSON",
		detail: meant === void 0 ? `This means nothing in JSON. Text and names are written in double quotes, and in a template an expression as a string: "\${var.name}".` : `Did you mean ${meant}? For text, enclose it in double quotes.`,
		subject
	};
}
function foundText(source, offset, length) {
	if (offset >= source.text.length) return "the end of the file";
	const first = source.text.charAt(offset);
	if (first === "\"") return "a string";
	if (/[-0-9]/.test(first)) return "a number";
	return length > 1 ? "something else" : `"${first}"`;
}
// src/hcl/json/embedded-source.ts
var EmbeddedSource = class extends Source {
	#outer;
	#offsetOf;
	constructor(outer, text, offsetOf) {
		super(outer.filename, text);
		this.#outer = outer;
		this.#offsetOf = offsetOf;
	}
	position(offset) {
		return this.#outer.position(this.#offsetOf(Math.min(Math.max(offset, 0), this.text.length)));
	}
	slice(range) {
		return this.#outer.slice(range);
	}
};
// src/hcl/json/json-string.ts
const PIECE = /\\u[0-9a-fA-F]{4}|\\u[0-9a-fA-F]*|\\.|./gs;
var JsonString = class {
	kind = "json-string";
	text;
	range;
	#source;
	#template;
	#native;
	constructor(source, range, text) {
		this.#source = source;
		this.range = range;
		this.text = text;
	}
	get template() {
		this.#template ??= parseTemplateIn(this.#content());
		return this.#template;
	}
	get native() {
		this.#native ??= parseExpressionIn(this.#content());
		return this.#native;
	}
	#content() {
		const start = this.range.start.offset + 1;
		const raw = this.#source.text.slice(start, this.range.end.offset);
		if (!raw.includes("\\")) return new EmbeddedSource(this.#source, this.text, (offset) => start + offset);
		const offsets = offsetsOf(raw);
		const end = offsets.at(-1) ?? 0;
		return new EmbeddedSource(this.#source, this.text, (offset) => start + (offsets[offset] ?? end));
	}
};
function offsetsOf(raw) {
	const offsets = [];
	let at = 0;
	for (const [piece] of raw.matchAll(PIECE)) {
		if (piece === "\"") break;
		if (isEscapeOrPlain(piece)) offsets.push(at);
		at += piece.length;
	}
	return [...offsets, at];
}
function isEscapeOrPlain(piece) {
	if (!piece.startsWith("\\")) return true;
	return piece.startsWith("\\u") ? piece.length === 6 : /^\\["\\/bfnrt]$/.test(piece);
}
// src/hcl/json/parse-json.ts
const STRICT = {
	disallowComments: true,
	allowTrailingComma: false,
	allowEmptyContent: false
};
function parseJson(source) {
	const refusal = checkLength(source) ?? checkNesting(source);
	if (refusal !== void 0) return {
		value: void 0,
		diagnostics: [refusal]
	};
	const errors = [];
	const root = parseTree(withoutMark(source), errors, STRICT);
	return {
		value: root === void 0 ? void 0 : new TreeReader(source).read(root, source.text.length),
		diagnostics: jsonProblems(source, errors)
	};
}
function parseJsonFile(source) {
	const { value, diagnostics } = parseJson(source);
	const all = source.range(source.start, source.text.length);
	if (value === void 0) return {
		body: jsonBody({
			kind: "null",
			range: all
		}),
		diagnostics
	};
	if (value.kind === "json-object" || value.kind === "json-array" || diagnostics.length > 0) return {
		body: jsonBody(value),
		diagnostics
	};
	const wrong = errorDiagnostic({
		code: "invalid-json-body",
		summary: "No JSON object",
		detail: "A file in the JSON syntax of HCL holds an object, or an array of objects: { \"name\": value }",
		subject: value.range
	});
	return {
		body: jsonBody({
			kind: "null",
			range: all
		}),
		diagnostics: [wrong]
	};
}
function jsonBody(value, hidden = /* @__PURE__ */ new Set()) {
	const endRange = value.kind === "json-object" ? value.closeRange : value.kind === "json-array" ? value.openRange : value.range;
	return {
		kind: "json-body",
		value,
		hidden,
		range: value.range,
		endRange
	};
}
function withoutMark(source) {
	return source.start === 0 ? source.text : ` ${source.text.slice(source.start)}`;
}
function checkNesting(source) {
	let depth = 0;
	for (const at of brackets(source.text)) {
		depth += isOpening(source.text, at) ? 1 : -1;
		if (depth <= 100) continue;
		return errorDiagnostic({
			code: "nesting-too-deep",
			summary: "Nesting too deep",
			detail: `Objects and arrays can't be nested more than 100 levels deep.`,
			subject: source.range(at, at + 1)
		});
	}
}
var TreeReader = class {
	#source;
	constructor(source) {
		this.#source = source;
	}
	read(node, limit) {
		const end = node.length < 0 ? limit : node.offset + node.length;
		const range = this.#source.range(node.offset, end);
		switch (node.type) {
			case "object": return {
				kind: "json-object",
				properties: (node.children ?? []).flatMap((each) => this.#property(each, end)),
				...this.#brackets(node, end),
				range
			};
			case "array": return {
				kind: "json-array",
				items: (node.children ?? []).map((each) => this.read(each, end)),
				...this.#brackets(node, end),
				range
			};
			case "string": return new JsonString(this.#source, range, String(node.value));
			case "number": return {
				kind: "number",
				text: this.#source.slice(range),
				range
			};
			case "boolean": return {
				kind: "boolean",
				value: node.value === true,
				range
			};
			case "null": return {
				kind: "null",
				range
			};
			case "property": return {
				kind: "invalid",
				range
			};
		}
	}
	#property(node, limit) {
		const [name, value] = node.children ?? [];
		if (name === void 0) return [];
		const end = node.length < 0 ? limit : node.offset + node.length;
		const keyEnd = name.offset + name.length;
		const key = new JsonString(this.#source, this.#source.range(name.offset, keyEnd), String(name.value));
		const colon = node.colonOffset ?? keyEnd;
		return [{
			kind: "json-property",
			name: key.text,
			key,
			colonRange: this.#source.range(colon, node.colonOffset === void 0 ? colon : colon + 1),
			value: value === void 0 ? {
				kind: "invalid",
				range: key.range
			} : this.read(value, end),
			range: this.#source.range(node.offset, end)
		}];
	}
	#brackets(node, end) {
		return {
			openRange: this.#source.range(node.offset, node.offset + 1),
			closeRange: this.#source.range(node.length < 0 ? end : end - 1, end)
		};
	}
};
// src/hcl/json/json-content.ts
const COMMENT$1 = "//";
function jsonContent(body, schema) {
	const reader = new ContentReader(schema);
	for (const property of propertiesOf(body, reader.diagnostics)) reader.read(property);
	const { attributes, blocks, diagnostics, used } = reader;
	return {
		attributes,
		blocks,
		diagnostics,
		rest: {
			...body,
			hidden: /* @__PURE__ */ new Set([...body.hidden, ...used])
		}
	};
}
function jsonLeftovers(body) {
	return propertiesOf(body, []).filter(({ name }) => name !== COMMENT$1);
}
function jsonAttributes(body) {
	const attributes = /* @__PURE__ */ new Map();
	const diagnostics = [];
	const { value, hidden } = body;
	if (value.kind === "json-object") {
		for (const property of value.properties) if (property.name !== COMMENT$1 && !hidden.has(property.name)) addAttribute(property, attributes, diagnostics);
	} else if (value.kind !== "invalid") diagnostics.push(wrongType$2(value, "An object with names and their values is needed here: { \"name\": value }"));
	return {
		attributes,
		diagnostics
	};
}
var ContentReader = class {
	attributes = /* @__PURE__ */ new Map();
	blocks = [];
	diagnostics = [];
	used = /* @__PURE__ */ new Set();
	#names;
	constructor(schema) {
		this.#names = schemaNames(schema);
	}
	read(property) {
		const { name } = property;
		const labels = this.#names.labelsOf.get(name);
		if (this.#names.attributes.has(name)) addAttribute(property, this.attributes, this.diagnostics);
		else if (labels !== void 0) this.#labelled(property, property.value, labels, []);
		else return;
		this.used.add(name);
	}
	#labelled(type, value, wanted, labels) {
		const [label, ...others] = wanted;
		if (label === void 0) {
			this.#bodies(type, value, labels);
			return;
		}
		const what = `whose names are each the ${label} of a block "${type.name}"`;
		const properties = collect(value, `An object, or an array of objects, is needed here, ${what}.`, this.diagnostics);
		for (const property of properties ?? []) this.#labelled(type, property.value, others, [...labels, property]);
		if (properties?.length !== 0) return;
		this.diagnostics.push(errorDiagnostic({
			code: "missing-label",
			summary: "Missing block label",
			detail: `An object with at least one property is needed here, ${what}: ${writtenForm(type.name, labels, wanted)}`,
			subject: startOf(value),
			context: value.range
		}));
	}
	#bodies(type, value, labels) {
		switch (value.kind) {
			case "null":
			case "invalid": return;
			case "json-object":
				this.blocks.push(blockOf(type, labels, value, (labels.at(-1) ?? type).key.range));
				return;
			case "json-array":
				for (const item of value.items) this.blocks.push(blockOf(type, labels, item, startOf(item)));
				return;
			default: this.diagnostics.push(wrongType$2(value, `"${type.name}" is a block here: write an object with what it holds, or an array of such objects for several: ${writtenForm(type.name, labels, [])}`));
		}
	}
};
function addAttribute(property, attributes, diagnostics) {
	const { name, key, colonRange, value, range } = property;
	const expression = jsonExpression(value);
	const attribute = {
		kind: "attribute",
		name,
		nameRange: key.range,
		equalsRange: colonRange,
		expression,
		range
	};
	const earlier = attributes.get(name);
	if (earlier === void 0) attributes.set(name, attribute);
	else diagnostics.push(duplicateAttribute(attribute, earlier));
}
function blockOf(type, labels, value, headerRange) {
	const object = value.kind === "json-object" ? value : void 0;
	return {
		kind: "block",
		type: type.name,
		typeRange: type.key.range,
		labels: labels.map(({ name, key }) => ({
			text: name,
			quoted: true,
			range: key.range
		})),
		headerRange,
		openBraceRange: object?.openRange ?? startOf(value),
		closeBraceRange: object?.closeRange ?? value.range,
		body: jsonBody(value),
		range: value.range
	};
}
function propertiesOf({ value, hidden }, diagnostics) {
	return (collect(value, "An object, or an array of objects, is needed here, with the arguments and blocks: { \"name\": value }", diagnostics) ?? []).filter(({ name }) => !hidden.has(name));
}
function collect(value, needed, diagnostics) {
	if (value.kind === "json-object") return value.properties;
	if (value.kind === "json-array") return value.items.flatMap((item) => {
		if (item.kind === "json-object") return item.properties;
		if (item.kind !== "invalid") diagnostics.push(wrongType$2(item, needed));
		return [];
	});
	if (value.kind === "null") return [];
	if (value.kind !== "invalid") diagnostics.push(wrongType$2(value, needed));
}
function wrongType$2(value, detail) {
	return errorDiagnostic({
		code: "wrong-json-type",
		summary: "Wrong type of JSON value",
		detail,
		subject: startOf(value),
		context: value.range
	});
}
function startOf(value) {
	return value.kind === "json-object" || value.kind === "json-array" ? value.openRange : value.range;
}
function writtenForm(type, labels, missing) {
	const names = [
		type,
		...labels.map(({ name }) => name),
		...missing
	].map((name) => JSON.stringify(name));
	return `{ ${names.join(": { ")}: { … }${" }".repeat(names.length)}`;
}
// src/hcl/decode/option-messages.ts
function missing(kind, name, subject) {
	return {
		code: "missing-option",
		summary: kind === "argument" ? "Missing argument" : "Missing block",
		detail: `The ${kind} "${name}" is required, but it is not written.`,
		subject
	};
}
function nullForRequired(name, subject) {
	return {
		code: "missing-option",
		summary: "Missing argument",
		detail: `The argument "${name}" is required, but its value is null, which counts as not written.`,
		subject
	};
}
function secondBlock(name, subject) {
	return {
		code: "duplicate-block",
		summary: "Block written twice",
		detail: `There may be only one block "${name}" here.`,
		subject
	};
}
// src/hcl/decode/content.ts
function bodyContent(body, schema, header) {
	const { attributes, blocks, rest, diagnostics } = partialContent(body, schema, header);
	const names = schema.attributes.map(({ name }) => name);
	const types = schema.blocks.map(({ type }) => type);
	return {
		attributes,
		blocks,
		diagnostics: [...leftovers(rest).map((item) => unexpected$1(item, names, types)), ...diagnostics]
	};
}
function partialContent(body, schema, header) {
	const content = namedContent(body, schema);
	const reports = schema.attributes.filter(({ name, required }) => required === true && !content.attributes.has(name)).map(({ name }) => errorDiagnostic(missing("argument", name, header ?? body.endRange)));
	return {
		...content,
		diagnostics: [...reports, ...content.diagnostics]
	};
}
function justAttributes(body, blockIn = (block) => unexpectedBlock(block, [], [])) {
	return mergedAttributes(bodyParts(body).map((part) => part.kind === "json-body" ? jsonAttributes(part) : {
		attributes: part.attributes,
		diagnostics: part.blocks.map(blockIn)
	}));
}
function leftovers(body) {
	return bodyParts(body).flatMap((part) => part.kind === "json-body" ? jsonLeftovers(part) : part.items);
}
function namedContent(body, schema) {
	switch (body.kind) {
		case "body": return nativeContent(body, schema);
		case "json-body": return jsonContent(body, schema);
		case "merged-body": {
			const parts = body.parts.map((part) => namedContent(part, schema));
			return {
				...mergedAttributes(parts),
				blocks: parts.flatMap(({ blocks }) => blocks),
				rest: {
					...body,
					parts: parts.flatMap(({ rest }) => bodyParts(rest))
				}
			};
		}
	}
}
function nativeContent(body, schema) {
	const diagnostics = [];
	const { attributes: names, labelsOf } = schemaNames(schema);
	return {
		attributes: new Map([...body.attributes].filter(([name]) => names.has(name))),
		blocks: body.blocks.filter((block) => {
			const labels = labelsOf.get(block.type);
			const wrong = labels === void 0 ? void 0 : wrongLabels(block, labels);
			if (wrong !== void 0) diagnostics.push(wrong);
			return labels !== void 0 && block.labels.length >= labels.length;
		}),
		rest: nativeBody(body, body.items.filter((item) => item.kind === "attribute" ? !names.has(item.name) : !labelsOf.has(item.type))),
		diagnostics
	};
}
function mergedAttributes(parts) {
	const attributes = /* @__PURE__ */ new Map();
	const diagnostics = parts.flatMap((part) => part.diagnostics);
	for (const attribute of parts.flatMap((part) => [...part.attributes.values()])) {
		const earlier = attributes.get(attribute.name);
		if (earlier === void 0) attributes.set(attribute.name, attribute);
		else diagnostics.push(duplicateAttribute(attribute, earlier));
	}
	return {
		attributes,
		diagnostics
	};
}
function wrongLabels(block, labels) {
	if (block.labels.length === labels.length) return void 0;
	const extra = block.labels[labels.length];
	const form = [block.type, ...labels.map((label) => `"${label}"`)].join(" ");
	return errorDiagnostic({
		code: extra === void 0 ? "missing-label" : "extra-label",
		summary: extra === void 0 ? "Missing block label" : "Extra block label",
		detail: labels.length === 0 ? `A block "${block.type}" has no labels. Write it: ${form} { … }` : `A block of this type is written: ${form} { … }`,
		subject: extra?.range ?? block.openBraceRange,
		context: block.headerRange
	});
}
function unexpected$1(item, names, types) {
	switch (item.kind) {
		case "attribute": return unexpectedAttribute(item, names, types);
		case "block": return unexpectedBlock(item, names, types);
		case "json-property": return errorDiagnostic({
			code: "unknown-option",
			summary: "Unsupported property",
			detail: `No argument and no block named "${item.name}" is expected here.${didYouMean(item.name, [...names, ...types])}`,
			subject: item.key.range,
			context: item.range
		});
	}
}
function meantFor(item, names, types) {
	const name = item.kind === "block" ? item.type : item.name;
	if ((item.kind === "block" ? names : types).includes(name)) return name;
	return suggestion(name, item.kind === "block" ? [...types, ...names] : [...names, ...types]);
}
function unexpectedAttribute(attribute, names, types) {
	const { name } = attribute;
	return errorDiagnostic({
		code: "unknown-option",
		summary: "Unsupported argument",
		detail: types.includes(name) ? `"${name}" is a block, not an argument. Write it without "=": ${name} { … }` : `An argument named "${name}" is not expected here.${didYouMean(name, [...names, ...types])}`,
		subject: attribute.nameRange,
		context: attribute.range
	});
}
function unexpectedBlock(block, names, types) {
	const { type } = block;
	return errorDiagnostic({
		code: "unknown-option",
		summary: "Unsupported block type",
		detail: names.includes(type) ? `"${type}" is an argument, not a block. Write it with "=": ${type} = …` : `Blocks of type "${type}" are not expected here.${didYouMean(type, [...types, ...names])}`,
		subject: block.typeRange,
		context: block.headerRange
	});
}
// src/hcl/static-analysis.ts
function staticTraversal(expression) {
	if (expression.kind === "json-string") {
		const { value } = expression.native;
		return value === void 0 ? void 0 : staticTraversal(value);
	}
	const { range } = expression;
	const root = keyword(expression);
	if (root !== void 0) return {
		root,
		rootRange: range,
		steps: [],
		range
	};
	if (expression.kind !== "access") return void 0;
	const rootOfAccess = keyword(expression.target);
	const steps = expression.steps.map(staticStep).filter((step) => step !== void 0);
	if (rootOfAccess === void 0 || steps.length < expression.steps.length) return void 0;
	return {
		root: rootOfAccess,
		rootRange: expression.target.range,
		steps,
		range
	};
}
function staticStep(step) {
	if (step.kind === "attribute") return {
		kind: "attribute",
		name: step.name,
		range: step.range
	};
	if (step.kind === "splat") return void 0;
	const { key, range } = step;
	if (key.kind === "number") return {
		kind: "index",
		key: Number(key.text),
		range
	};
	const text = stringLiteral(key);
	return text === void 0 ? void 0 : {
		kind: "index",
		key: text,
		range
	};
}
function keyword(expression) {
	switch (expression.kind) {
		case "variable": return expression.name;
		case "boolean": return String(expression.value);
		case "null": return "null";
		case "json-string": {
			const { value } = expression.native;
			return value === void 0 ? void 0 : keyword(value);
		}
		default: return;
	}
}
function stringLiteral(expression) {
	if (expression.kind === "json-string") {
		const { value } = expression.template;
		return value === void 0 ? void 0 : stringLiteral(value);
	}
	if (expression.kind !== "template") return void 0;
	const [first] = expression.parts;
	if (first === void 0) return "";
	return expression.parts.length === 1 && first.kind === "literal" ? first.text : void 0;
}
// src/hcl/references.ts
function references(expression) {
	const found = [];
	visit(expression, /* @__PURE__ */ new Set(), found);
	return found;
}
function visit(expression, bound, found) {
	const visitAll = (parts, names = bound) => {
		for (const part of parts) visit(part, names, found);
	};
	switch (expression.kind) {
		case "variable":
			if (!bound.has(expression.name)) found.push({
				root: expression.name,
				rootRange: expression.range,
				steps: [],
				range: expression.range
			});
			break;
		case "access":
			visitAccess(expression, bound, found);
			break;
		case "template":
			visitParts(expression.parts, bound, found);
			break;
		case "json-string":
			if (expression.template.value !== void 0) visit(expression.template.value, bound, found);
			break;
		case "call":
			visitAll(expression.arguments);
			break;
		case "unary":
			visit(expression.operand, bound, found);
			break;
		case "operation":
			visitAll([expression.first, ...expression.rest.map(({ operand }) => operand)]);
			break;
		case "conditional":
			visitAll([
				expression.condition,
				expression.whenTrue,
				expression.whenFalse
			]);
			break;
		case "tuple":
			visitAll(expression.items);
			break;
		case "object":
			for (const item of expression.items) visitAll(itemParts(item));
			break;
		case "for-tuple":
		case "for-object": {
			visit(expression.collection, bound, found);
			const inner = withNames(bound, expression);
			if (expression.kind === "for-object") visit(expression.key, inner, found);
			visitAll([expression.value, ...expression.condition === void 0 ? [] : [expression.condition]], inner);
			break;
		}
		case "parenthesized": visit(expression.expression, bound, found);
	}
}
function itemParts({ key, value }) {
	return key.kind === "name" || key.expression.kind !== "json-string" && keyword(key.expression) !== void 0 ? [value] : [key.expression, value];
}
function visitAccess(expression, bound, found) {
	const { target, steps } = expression;
	if (target.kind !== "variable") visit(target, bound, found);
	else if (!bound.has(target.name)) {
		const constant = constantSteps(steps);
		const range = rangeBetween(target.range, constant.at(-1)?.range ?? target.range);
		found.push({
			root: target.name,
			rootRange: target.range,
			steps: constant,
			range
		});
	}
	visitKeys(steps, bound, found);
}
function constantSteps(steps) {
	const constant = [];
	for (const step of steps) {
		const each = staticStep(step);
		if (each === void 0) break;
		constant.push(each);
	}
	return constant;
}
function visitKeys(steps, bound, found) {
	for (const step of steps) if (step.kind === "index") visit(step.key, bound, found);
	else if (step.kind === "splat") visitKeys(step.each, bound, found);
}
function visitParts(parts, bound, found) {
	for (const part of parts) switch (part.kind) {
		case "literal": break;
		case "interpolation":
			visit(part.expression, bound, found);
			break;
		case "if":
			visit(part.condition, bound, found);
			visitParts(part.whenTrue, bound, found);
			visitParts(part.whenFalse, bound, found);
			break;
		case "for":
			visit(part.collection, bound, found);
			visitParts(part.body, withNames(bound, part), found);
	}
}
function withNames(bound, { keyName, valueName }) {
	const names = new Set(bound).add(valueName.text);
	return keyName === void 0 ? names : names.add(keyName.text);
}
// src/hcl/budget.ts
const MOST_STEPS$1 = 3e6;
const MOST_MEMORY = 201326592;
const LARGEST_VALUE = 16777216;
const DEEPEST_VALUE = 500;
const BYTES_PER_STEP = 32;
var EvaluationLimit = class extends Error {
	name = "EvaluationLimit";
};
var EvaluationBudget = class {
	#steps = MOST_STEPS$1;
	#memory = MOST_MEMORY;
	#reported = false;
	spendSteps(count) {
		this.#steps -= count;
		if (this.#steps < 0) throw new EvaluationLimit("more than three million steps");
	}
	trySteps(count) {
		this.#steps -= count;
		return this.#steps >= 0;
	}
	spendMemory(bytes) {
		this.#memory -= bytes;
		if (this.#memory < 0) throw new EvaluationLimit(`values of more than ${formatBytes(MOST_MEMORY)}`);
	}
	spendOn(values) {
		for (const value of values) this.spendSteps(1 + Math.ceil(value.size / BYTES_PER_STEP));
	}
	firstReport() {
		const first = !this.#reported;
		this.#reported = true;
		return first;
	}
};
function tooLargeSize(bytes) {
	return bytes > LARGEST_VALUE ? `it would be larger than ${formatBytes(LARGEST_VALUE)}` : void 0;
}
function tooLarge(value) {
	if (value.depth > DEEPEST_VALUE) return `it would be nested more than ${DEEPEST_VALUE} levels deep`;
	return tooLargeSize(value.size);
}
function formatBytes(bytes) {
	return `${Math.round(bytes / 1024 / 1024)} MiB`;
}
// src/hcl/values/unify.ts
function canConvert(from, to, safety = "unsafe") {
	if (to.kind === "dynamic" || typesEqual(from, to)) return true;
	if (from.kind === "dynamic") return safety === "unsafe";
	switch (to.kind) {
		case "string": return isPrimitive(from);
		case "number":
		case "bool": return from.kind === "string" && safety === "unsafe";
		case "list":
		case "set":
			if (from.kind === "tuple") return allConvert(from.elements, to.element, safety);
			if (from.kind === "list" && to.kind === "set" && safety === "safe") return false;
			return (from.kind === "list" || from.kind === "set") && canConvert(from.element, to.element, safety);
		case "map":
			if (from.kind === "object") return allConvert(attributeTypes(from), to.element, safety);
			return from.kind === "map" && canConvert(from.element, to.element, safety);
		case "tuple": return from.kind === "tuple" && from.elements.length === to.elements.length && from.elements.every((element, index) => canConvert(element, to.elements[index] ?? DYNAMIC, safety));
		case "object":
			if (from.kind === "map") return safety === "unsafe" && mapFitsObject(from, to);
			return from.kind === "object" && objectFitsObject(from, to, safety);
	}
}
function allConvert(types, to, safety) {
	if (!types.every((type) => canConvert(type, to, safety))) return false;
	return !hasDynamic(to) || types.length === 0 || unify(types, safety) !== void 0;
}
function mapFitsObject(from, to) {
	return attributeTypes(to).every((type) => canConvert(from.element, type, "unsafe"));
}
function objectFitsObject(from, to, safety) {
	for (const [name, attribute] of to.attributes) {
		const source = from.attributes.get(name);
		if (source === void 0 ? !attribute.optional : !canConvert(source.type, attribute.type, safety)) return false;
	}
	return true;
}
function unify(types, safety = "safe") {
	const [first] = types;
	if (first === void 0) return void 0;
	if (types.every((type) => typesEqual(type, first))) return first;
	const structured = unifyStructured(types, safety);
	if (structured !== "none") return structured;
	const asked = [...types];
	return byPreference(types).find((candidate) => {
		const at = asked.findIndex((type) => !canConvert(type, candidate, safety));
		if (at > 0) asked.unshift(...asked.splice(at, 1));
		return at === -1;
	});
}
function unifyStructured(types, safety) {
	const concrete = types.filter((type) => type.kind !== "dynamic");
	const kinds = new Set(concrete.map((type) => type.kind));
	const only = (...allowed) => [...kinds].every((kind) => allowed.includes(kind));
	if (kinds.size === 0 || concrete.some(isPrimitive)) return "none";
	if (kinds.has("object") && kinds.has("tuple")) return void 0;
	if (kinds.has("map") && kinds.has("object") && only("map", "object")) return unifyAs(types, "object", "map", safety);
	if (kinds.has("list") && kinds.has("tuple") && only("list", "tuple")) return unifyAs(types, "tuple", "list", safety);
	if (kinds.size > 1) return "none";
	if (concrete.length < types.length) return DYNAMIC;
	if (only("object")) return unifyObjects(concrete.filter(isObject$1), safety);
	if (only("tuple")) return unifyTuples(concrete, safety);
	return unifyCollections(concrete, safety);
}
function unifyAs(types, structure, collection, safety) {
	const element = unify(types.filter(({ kind }) => kind === structure).flatMap(partTypes), safety);
	if (element === void 0) return "none";
	return unify(types.map((type) => type.kind === structure ? {
		kind: collection,
		element
	} : type), safety) ?? "none";
}
function unifyCollections(types, safety) {
	const element = unify(types.flatMap((type) => "element" in type ? [type.element] : []), safety);
	const kind = types[0]?.kind;
	if (element === void 0 || kind !== "list" && kind !== "set" && kind !== "map") return void 0;
	return {
		kind,
		element
	};
}
function unifyObjects(types, safety) {
	const [first] = types;
	if (first === void 0) return void 0;
	const names = [...first.attributes.keys()];
	if (!types.every(({ attributes }) => attributes.size === names.length && names.every((name) => attributes.has(name)))) {
		const element = unify(types.flatMap(attributeTypes), safety);
		return element === void 0 ? void 0 : ifAllConvert(types, mapOf(element), safety);
	}
	const attributes = [];
	for (const name of names) {
		const type = unify(types.map(({ attributes: each }) => each.get(name)?.type ?? DYNAMIC), safety);
		if (type === void 0) return void 0;
		attributes.push([name, type]);
	}
	return objectOf(attributes);
}
function unifyTuples(types, safety) {
	const rows = types.flatMap((type) => type.kind === "tuple" ? [type.elements] : []);
	const [first] = rows;
	if (first === void 0) return void 0;
	if (!rows.every((row) => row.length === first.length)) {
		const element = unify(rows.flat(), safety);
		return element === void 0 ? void 0 : ifAllConvert(types, listOf(element), safety);
	}
	const elements = first.map((_, index) => unify(rows.map((row) => row[index] ?? DYNAMIC), safety));
	const known = elements.filter((element) => element !== void 0);
	return known.length === elements.length ? tupleOf(known) : void 0;
}
function ifAllConvert(types, to, safety) {
	return types.every((type) => canConvert(type, to, safety)) ? to : void 0;
}
function byPreference(types) {
	return [...types].sort((a, b) => rank(a) - rank(b));
}
function rank({ kind }) {
	if (kind === "string" || kind === "list" || kind === "map") return 0;
	return kind === "dynamic" ? 2 : 1;
}
function partTypes(type) {
	if (type.kind === "object") return attributeTypes(type);
	return type.kind === "tuple" ? type.elements : [];
}
function attributeTypes(type) {
	return Array.from(type.attributes.values(), (attribute) => attribute.type);
}
function isObject$1(type) {
	return type.kind === "object";
}
// src/hcl/values/mismatch.ts
function mismatchMessage(from, to) {
	if (from.kind === "object" && to.kind === "object") return objectMismatch(from, to);
	if (isCollection(to)) {
		if (from.kind === "tuple" && to.kind !== "map" || from.kind === "object" && to.kind === "map") return elementMismatch(from, to.element, to.kind);
		if (isCollection(from)) {
			if (!(to.kind === "map" ? from.kind === "map" : from.kind !== "map")) return `${friendlyName(to)} required, but have ${friendlyName(from)}`;
			return `incorrect ${to.kind} element type: ${mismatchMessage(from.element, to.element)}`;
		}
	}
	if (from.kind === "tuple" && to.kind === "tuple" && from.elements.length === to.elements.length) {
		const index = from.elements.findIndex((element, at) => !canConvert(element, to.elements[at] ?? DYNAMIC));
		return `element ${index}: ${mismatchMessage(from.elements[index] ?? DYNAMIC, to.elements[index] ?? DYNAMIC)}`;
	}
	if (from.kind === "tuple" && to.kind === "tuple") return `a tuple of ${to.elements.length} elements required, but have ${from.elements.length}`;
	if (isPrimitive(from) && isPrimitive(to) && from.kind === "string") return `${article(to)} required`;
	return `${friendlyName(to)} required, but have ${friendlyName(from)}`;
}
function article(type) {
	return isPrimitive(type) ? `a ${type.kind}` : friendlyName(type);
}
function objectMismatch(from, to) {
	const missing = [...to.attributes].filter(([name, { optional }]) => !optional && !from.attributes.has(name));
	if (missing.length > 0) {
		const names = missing.map(([name]) => `"${name}"`);
		const last = names.pop() ?? "";
		return names.length === 0 ? `attribute ${last} is required` : `attributes ${names.join(", ")} and ${last} are required`;
	}
	for (const [name, { type }] of to.attributes) {
		const source = from.attributes.get(name);
		if (source !== void 0 && !canConvert(source.type, type)) return `attribute "${name}": ${mismatchMessage(source.type, type)}`;
	}
	return "incorrect object attributes";
}
function elementMismatch(from, to, kind) {
	const parts = from.kind === "object" ? Array.from(from.attributes, ([name, { type }]) => [`"${name}"`, type]) : from.kind === "tuple" ? from.elements.map((type, index) => [String(index), type]) : [];
	for (const [name, type] of parts) if (!canConvert(type, to)) return `element ${name}: ${mismatchMessage(type, to)}`;
	return hasDynamic(to) ? `all ${kind} elements must have the same type` : `all elements must be ${friendlyName(to)}`;
}
// src/hcl/values/convert.ts
function convert(value, type) {
	try {
		return {
			ok: true,
			value: convertAt(value, type, [])
		};
	} catch (error) {
		if (error instanceof Mismatch) return {
			ok: false,
			error: {
				path: error.path,
				message: error.message
			}
		};
		throw error;
	}
}
var Mismatch = class extends Error {
	path;
	constructor(path, message) {
		super(message);
		this.path = path;
	}
};
function convertAt(marked, type, path) {
	const { value, marks } = marked.unmark();
	if (type.kind === "dynamic" || typesEqual(value.type, type)) return marked;
	try {
		return convertBare(value, type, path).withMarks(marks);
	} catch (error) {
		if (!(error instanceof Mismatch) || !marks.has("sensitive")) throw error;
		throw new Mismatch(path, mismatchMessage(value.type, type));
	}
}
function convertBare(value, type, path) {
	if (!canConvert(value.type, type)) throw new Mismatch(path, mismatchMessage(value.type, type));
	if (value.isNull || value.isUnknown) {
		const concrete = concreteType(value.type, withoutOptional(type));
		return value.isNull ? Value.nullOf(concrete) : Value.unknownOf(concrete);
	}
	switch (type.kind) {
		case "dynamic": return value;
		case "string":
		case "number":
		case "bool": return convertPrimitive(value, type, path);
		case "list":
		case "set":
		case "map": return convertCollection(value, type, path);
		case "tuple": return convertTuple(value, type, path);
		case "object": return convertObject(value, type, path);
	}
}
function convertPrimitive(value, type, path) {
	const from = value.type.kind;
	if (type.kind === "string" && from === "number") return Value.string(formatNumber(value.asNumber()));
	if (type.kind === "string" && from === "bool") return Value.string(String(value.asBool()));
	if (from !== "string" || type.kind === "string") throw new Mismatch(path, mismatchMessage(value.type, type));
	const text = value.asString();
	if (type.kind === "number") {
		const number = parseNumber(text);
		if (number === void 0) throw new Mismatch(path, "a number is required");
		return Value.number(number);
	}
	if (text === "true" || text === "1") return Value.bool(true);
	if (text === "false" || text === "0") return Value.bool(false);
	const lower = text.toLowerCase();
	const hint = lower === "true" || lower === "false" ? `; to convert from string, use lowercase "${lower}"` : "";
	throw new Mismatch(path, `${article(type)} is required${hint}`);
}
function convertCollection(value, type, path) {
	const from = value.type;
	const keyed = type.kind === "map";
	if (!(keyed ? from.kind === "map" || from.kind === "object" : from.kind === "list" || from.kind === "set" || from.kind === "tuple")) throw new Mismatch(path, mismatchMessage(from, type));
	const keys = keyed ? [...value.asEntries().keys()] : [];
	const step = (index) => ({
		kind: "index",
		key: keys[index] ?? index
	});
	const convertAll = (items, to) => items.map((item, index) => convertAt(item, to, [...path, step(index)]));
	let elements = convertAll(value.children(), type.element);
	let element = withoutOptional(type.element);
	if (hasDynamic(element)) {
		if (elements.length === 0) element = "element" in from ? concreteType(from.element, element) : element;
		else {
			const common = unify(elements.map((each) => each.type), "unsafe");
			if (common === void 0) throw new Mismatch(path, `all ${type.kind} elements must have the same type`);
			if (hasDynamic(common) && !elements.every((each) => typesEqual(each.type, common))) return Value.unknownOf({
				kind: type.kind,
				element
			});
			element = common;
			elements = convertAll(elements, common);
		}
	}
	if (type.kind === "list") return Value.list(element, elements);
	if (type.kind === "set") return Value.set(element, elements);
	return Value.map(element, elements.map((each, index) => [keys[index] ?? "", each]));
}
function convertTuple(value, type, path) {
	if (value.type.kind !== "tuple" || value.type.elements.length !== type.elements.length) throw new Mismatch(path, mismatchMessage(value.type, type));
	return Value.tuple(value.asElements().map((item, index) => convertAt(item, type.elements[index] ?? DYNAMIC, [...path, {
		kind: "index",
		key: index
	}])));
}
function convertObject(value, type, path) {
	if (value.type.kind !== "object" && value.type.kind !== "map") throw new Mismatch(path, mismatchMessage(value.type, type));
	const source = value.asEntries();
	const missing = [...type.attributes].find(([name, { optional }]) => !optional && !source.has(name));
	if (missing !== void 0) throw new Mismatch(path, value.type.kind === "object" ? mismatchMessage(value.type, type) : required(missing[0]));
	return Value.object(Array.from(type.attributes, ([name, attribute]) => [name, convertAttribute(source.get(name), attribute, [...path, {
		kind: "attribute",
		name
	}])]));
}
function convertAttribute(value, attribute, path) {
	const { type, fallback } = attribute;
	if (fallback !== void 0 && (value === void 0 || value.isNull)) return convertAt(fallback, type, path).withMarks(value?.marks ?? []);
	return convertAt(value ?? Value.nullOf(withoutOptional(type)), type, path);
}
function required(name) {
	return `attribute "${name}" is required`;
}
function concreteType(from, to) {
	if (to.kind === "dynamic") return from;
	if (!hasDynamic(to)) return to;
	switch (to.kind) {
		case "list":
		case "set":
		case "map": return {
			kind: to.kind,
			element: concreteElement(from, to.element)
		};
		case "tuple": return from.kind === "tuple" ? tupleOf(to.elements.map((element, index) => concreteType(from.elements[index] ?? DYNAMIC, element))) : to;
		case "object": return objectOf(Array.from(to.attributes, ([name, { type }]) => [name, concreteType(partType(from, name), type)]));
		default: return to;
	}
}
function concreteElement(from, to) {
	if ("element" in from) return concreteType(from.element, to);
	return concreteType(unify(from.kind === "tuple" ? from.elements : from.kind === "object" ? Array.from(from.attributes.values(), ({ type }) => type) : [], "unsafe") ?? DYNAMIC, to);
}
function partType(from, name) {
	if (from.kind === "object") return from.attributes.get(name)?.type ?? DYNAMIC;
	return from.kind === "map" ? from.element : DYNAMIC;
}
// src/hcl/values/path.ts
function describePath(path) {
	return path.map((step) => {
		if (step.kind === "attribute") return `.${step.name}`;
		return typeof step.key === "string" ? `[${JSON.stringify(step.key)}]` : `[${step.key}]`;
	}).join("");
}
const LONGEST_KEY = 200;
function describeKey(key) {
	if (key.isNull) return "null";
	if (key.isUnknown) return "unknown";
	if (key.type.kind === "number") return formatNumber(key.asNumber());
	const text = key.asString();
	return text.length <= LONGEST_KEY ? JSON.stringify(text) : `${JSON.stringify(text.slice(0, LONGEST_KEY))}…`;
}
// src/hcl/values/index-access.ts
const INDEX = {
	code: "invalid-index",
	summary: "Invalid index"
};
const MISSING_ELEMENT = {
	code: "missing-map-element",
	summary: "Missing map element"
};
const ATTRIBUTE = {
	code: "unsupported-attribute",
	summary: "Unsupported attribute"
};
function indexAccess(collection, key) {
	const marks = [...collection.marks, ...key.marks];
	const result = indexBare(collection.unmark().value, key.unmark().value);
	if (result.ok) return {
		ok: true,
		value: result.value.withMarks(marks)
	};
	return (collection.isSensitive || key.isSensitive) && result.code === INDEX.code && !key.isNull ? fail(INDEX, "The given key does not identify an element in this collection value. One of the two is sensitive.") : result;
}
function indexBare(collection, key) {
	if (collection.isNull) return fail({
		code: "null-value",
		summary: "Attempt to index null value"
	}, "This value is null, so it does not have any indices.");
	if (key.isNull) return fail(INDEX, "Can't use a null value as an indexing key.");
	const { type } = collection;
	switch (type.kind) {
		case "dynamic": return found(Value.unknownOf(DYNAMIC));
		case "list":
		case "tuple": return indexSequence(collection, key);
		case "map":
		case "object": return indexKeyed(collection, key);
		case "set": return fail(INDEX, "Elements of a set are identified only by their value and don't have any separate index or key to select with, so it's only possible to perform operations across all elements of the set. To take one by position, convert the set first: tolist is written convert(value, list(string)).");
		default: return fail(INDEX, `This value does not have any indices: it is ${typeWithArticle(type)}.`);
	}
}
function indexSequence(collection, key) {
	const { type } = collection;
	const converted = convert(key, NUMBER$2);
	if (!converted.ok) return fail(INDEX, `The given key does not identify an element in this collection value: a number is required.`);
	if (converted.value.isUnknown) return found(Value.unknownOf(type.kind === "list" ? type.element : DYNAMIC));
	const number = converted.value.asNumber();
	const index = toSafeInteger(number);
	if (index === void 0) return fail(INDEX, `The given key ${formatNumber(number)} does not identify an element in this collection value: indices are whole numbers.`);
	if (collection.isUnknown) {
		if (type.kind === "list") return index < 0 ? negative(index) : found(Value.unknownOf(type.element));
		const part = type.kind === "tuple" ? type.elements[index] : void 0;
		return part === void 0 ? outside(index, type.kind === "tuple" ? type.elements.length : 0) : found(Value.unknownOf(part));
	}
	if (index < 0) return negative(index);
	const elements = collection.asElements();
	const element = elements[index];
	return element === void 0 ? outside(index, elements.length) : found(element);
}
function indexKeyed(collection, key) {
	const { type } = collection;
	const converted = convert(key, STRING$2);
	if (!converted.ok) return fail(INDEX, `The given key does not identify an element in this collection value: a string is required.`);
	if (converted.value.isUnknown) return found(Value.unknownOf(type.kind === "map" ? type.element : DYNAMIC));
	const name = converted.value.asString();
	if (type.kind === "object") {
		const result = attributeOfObject(collection, name);
		if (result !== void 0) return result;
	} else if (collection.isUnknown) return found(Value.unknownOf(type.kind === "map" ? type.element : DYNAMIC));
	else {
		const element = collection.asEntries().get(name);
		if (element !== void 0) return found(element);
	}
	return fail(INDEX, `The given key ${describeKey(converted.value)} does not identify an element in this collection value.${didYouMean(name, keysOf(collection))}`);
}
function attributeAccess(source, name) {
	const result = attributeBare(source.unmark().value, name);
	if (result.ok) return {
		ok: true,
		value: result.value.withMarks(source.marks)
	};
	if (source.isSensitive && source.type.kind === "map" && result.code === MISSING_ELEMENT.code) return fail(MISSING_ELEMENT, `This map, which is sensitive, does not have an element with the key "${name}".`);
	return source.isSensitive && source.type.kind === "object" && result.code === ATTRIBUTE.code ? fail(ATTRIBUTE, `This object, which is sensitive, does not have an attribute named "${name}".`) : result;
}
function attributeBare(source, name) {
	if (source.isNull) return fail({
		code: "null-value",
		summary: "Attempt to get attribute from null value"
	}, `This value is null, so it does not have any attributes, such as "${name}".`);
	const { type } = source;
	switch (type.kind) {
		case "dynamic": return found(Value.unknownOf(DYNAMIC));
		case "object": return attributeOfObject(source, name) ?? fail(ATTRIBUTE, `This object does not have an attribute named "${name}".${didYouMean(name, keysOf(source))}`);
		case "map": {
			if (source.isUnknown) return found(Value.unknownOf(type.element));
			const element = source.asEntries().get(name);
			if (element !== void 0) return found(element);
			return fail(MISSING_ELEMENT, `This map does not have an element with the key "${name}".${didYouMean(name, keysOf(source))}`);
		}
		case "list":
		case "set":
		case "tuple": return fail(ATTRIBUTE, `Can't access attributes on a ${type.kind}. ${hintForSequence(type, name)}`);
		default: return fail(ATTRIBUTE, `Can't access attributes on a primitive-typed value (${friendlyName(type)}).`);
	}
}
function hintForSequence(type, name) {
	if (type.kind === "set") return `Did you mean to take the attribute of every element, as in [for each in the set : each.${name}]?`;
	return `Did you mean to access an attribute of one element ([0].${name}), or of all of them ([*].${name})?`;
}
function attributeOfObject(source, name) {
	if (source.type.kind !== "object") return void 0;
	if (source.isUnknown) {
		const attribute = source.type.attributes.get(name);
		return attribute === void 0 ? void 0 : found(Value.unknownOf(attribute.type));
	}
	const value = source.asEntries().get(name);
	return value === void 0 ? void 0 : found(value);
}
function splatElements(source) {
	const { value } = source.unmark();
	const { kind } = value.type;
	if (value.isNull) return [];
	if (kind === "list" || kind === "set") return value.isUnknown ? void 0 : value.asElements();
	if (value.type.kind === "tuple") return value.isUnknown ? value.type.elements.map((type) => Value.unknownOf(type)) : value.asElements();
	return value.isUnknown ? void 0 : [value];
}
function keysOf(value) {
	if (value.isKnown) return value.asEntries().keys();
	return value.type.kind === "object" ? value.type.attributes.keys() : [];
}
function found(value) {
	return {
		ok: true,
		value
	};
}
function fail(kind, detail) {
	return {
		ok: false,
		...kind,
		detail
	};
}
function negative(index) {
	return fail(INDEX, `The given key ${index} does not identify an element in this collection value: a negative number is not a valid index for a sequence.`);
}
function outside(index, length) {
	const has = length === 0 ? "the collection has no elements" : `the collection has ${counted(length, "element")}, and the first has index 0`;
	return fail(INDEX, `The given key ${index} does not identify an element in this collection value: ${has}.`);
}
// src/hcl/identifier.ts
function isIdentifier(text) {
	return /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(text);
}
// src/hcl/values/inspect.ts
function inspect(value) {
	if (value.marks.has("sensitive")) return "(sensitive value)";
	if (value.isUnknown) return "(known after evaluation)";
	if (value.isNull) return "null";
	switch (value.type.kind) {
		case "string": return quoteHcl(value.asString());
		case "number": return formatNumber(value.asNumber());
		case "bool": return String(value.asBool());
		case "map":
		case "object": {
			const items = Array.from(value.asEntries(), ([key, item]) => `${printKey(key)} = ${inspect(item)}`);
			return items.length === 0 ? "{}" : `{ ${items.join(", ")} }`;
		}
		default: return `[${value.asElements().map(inspect).join(", ")}]`;
	}
}
function quoteHcl(text) {
	return `"${text.replace(/[\\"\n\r\t]/g, (character) => ESCAPES[character] ?? character).replace(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).replace(/([$%])\{/g, "$1$1{")}"`;
}
const ESCAPES = {
	"\\": "\\\\",
	"\"": "\\\"",
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
function printKey(key) {
	return key !== "for" && isIdentifier(key) ? key : quoteHcl(key);
}
// src/hcl/expression-values.ts
const ABOUT_NAMES = /* @__PURE__ */ new Set([
	"unknown-function",
	"unsupported-function",
	"functions-not-allowed",
	"unknown-variable",
	"variables-not-allowed",
	"too-few-arguments",
	"too-many-arguments",
	"ambiguous-key"
]);
function valuesMatter(code) {
	return !ABOUT_NAMES.has(code);
}
const MAXIMUM_VALUES = 6;
const MAXIMUM_TEXT$1 = 60;
function valuesIn(expression, scope) {
	const values = /* @__PURE__ */ new Map();
	for (const traversal of references(expression)) {
		const found = lastKnown(traversal, scope);
		if (found === void 0 || found.value.isUnknown || found.value.containsMark("sensitive")) continue;
		if (values.size < MAXIMUM_VALUES) values.set(found.name, describe(found.value));
	}
	return Array.from(values, ([name, value]) => ({
		expression: name,
		value
	}));
}
function lastKnown({ root, steps }, scope) {
	let value = findVariable(scope, root);
	let name = root;
	for (const [index, step] of steps.entries()) {
		if (value === void 0) return void 0;
		const access = step.kind === "attribute" ? attributeAccess(value, step.name) : indexAccess(value, keyValue(step.key));
		if (!access.ok) return index === 0 ? void 0 : {
			name,
			value
		};
		value = access.value;
		name += stepText(step);
	}
	return value === void 0 ? void 0 : {
		name,
		value
	};
}
function keyValue(key) {
	return typeof key === "number" ? Value.number(key) : Value.string(key);
}
function stepText(step) {
	if (step.kind === "attribute") return `.${step.name}`;
	return typeof step.key === "number" ? `[${step.key}]` : `[${quoteHcl(step.key)}]`;
}
function describe(value) {
	if (value.isNull) return "null";
	switch (value.type.kind) {
		case "string": return describeText(value.asString());
		case "number": return cut(formatNumber(value.asNumber()));
		case "bool": return String(value.asBool());
		case "object": {
			const names = [...value.type.attributes.keys()].slice(0, MAXIMUM_TEXT$1);
			return names.length === 0 ? "an object without attributes" : cut(`an object with ${names.join(", ")}`);
		}
		default: {
			const count = value.type.kind === "map" ? value.asEntries().size : value.asElements().length;
			return `${friendlyName(value.type)} with ${counted(count, "element")}`;
		}
	}
}
function describeText(text) {
	return cut(quoteHcl(text.slice(0, MAXIMUM_TEXT$1)) + (text.length > MAXIMUM_TEXT$1 ? "…" : ""));
}
function cut(text) {
	return text.length <= MAXIMUM_TEXT$1 ? text : `${text.slice(0, MAXIMUM_TEXT$1)}…`;
}
// src/hcl/evaluation.ts
const NOTHING_KNOWN = Value.unknownOf(DYNAMIC);
const MAXIMUM_DIAGNOSTICS = 100;
const MAKERS = /* @__PURE__ */ new Set([
	"template",
	"json-string",
	"call",
	"unary",
	"operation",
	"conditional",
	"tuple",
	"object",
	"for-tuple",
	"for-object"
]);
const STEPS_PER_ERROR = 20;
const COMPOSITIONS = /* @__PURE__ */ new Set([
	"template",
	"json-string",
	"conditional",
	"tuple",
	"object",
	"parenthesized"
]);
const OVERHEAD = 64;
const MOST_FOR_A_REFUSED_VALUE = 16777216;
var Evaluation = class Evaluation {
	scope;
	diagnostics = [];
	#evaluate;
	budget;
	watch;
	#current;
	constructor(scope, evaluate, budget, watch) {
		this.scope = scope;
		this.#evaluate = evaluate;
		this.budget = budget;
		this.watch = watch;
	}
	value(expression) {
		this.budget.spendSteps(1);
		const around = this.#current;
		this.#current = expression;
		const value = this.#evaluate(expression, this);
		this.#current = around;
		if (!COMPOSITIONS.has(expression.kind)) this.watch?.(value);
		return MAKERS.has(expression.kind) ? this.#made(value, expression) : value;
	}
	#made(value, { kind, range }) {
		const problem = tooLarge(value);
		if (problem !== void 0) {
			this.budget.spendMemory(MOST_FOR_A_REFUSED_VALUE);
			return this.fail({
				code: "value-too-large",
				summary: "Value too large",
				detail: `The value of this expression can't be used: ${problem}.`,
				subject: range
			});
		}
		const whole = kind === "call" || value.depth === 0;
		this.budget.spendMemory(whole ? value.size : OVERHEAD * (1 + value.children().length));
		return value;
	}
	spendOnElements(count) {
		this.budget.spendSteps(count);
		this.budget.spendMemory(OVERHEAD * (1 + count));
	}
	attempt(expression) {
		const inner = this.within(this.scope);
		return {
			value: inner.value(expression),
			diagnostics: inner.diagnostics
		};
	}
	within(scope) {
		const inner = new Evaluation(scope, this.#evaluate, this.budget, this.watch);
		inner.#current = this.#current;
		return inner;
	}
	report(diagnostics) {
		for (const diagnostic of diagnostics) if (this.diagnostics.length < MAXIMUM_DIAGNOSTICS) this.diagnostics.push(diagnostic);
	}
	fail(parts) {
		this.budget.spendSteps(STEPS_PER_ERROR);
		const current = valuesMatter(parts.code) ? this.#current : void 0;
		const values = current === void 0 ? [] : valuesIn(current, this.scope);
		this.report([errorDiagnostic(values.length === 0 ? parts : {
			...parts,
			values
		})]);
		return NOTHING_KNOWN;
	}
};
// src/hcl/evaluate-access.ts
function evaluateAccess(expression, evaluation) {
	return applySteps(evaluation.value(expression.target), expression.steps, expression, evaluation);
}
function applySteps(source, steps, expression, evaluation) {
	let value = source;
	evaluation.budget.spendSteps(steps.length);
	for (const step of steps) value = step.kind === "splat" ? applySplat(value, step, expression, evaluation) : accessStep(value, step, expression, evaluation);
	return value;
}
const KEYS_PER_STEP = 4;
function accessStep(source, step, expression, evaluation) {
	const access = step.kind === "attribute" ? attributeAccess(source, step.name) : indexAccess(source, evaluation.value(step.key));
	if (access.ok) return access.value;
	evaluation.budget.spendSteps(Math.ceil(source.children().length / KEYS_PER_STEP));
	const { code, summary, detail } = access;
	return evaluation.fail({
		code,
		summary,
		detail,
		subject: step.range,
		context: expression.range
	});
}
function applySplat(source, step, expression, evaluation) {
	const { kind } = source.type;
	const sequence = kind === "list" || kind === "set" || kind === "tuple";
	if (source.isNull && sequence) return evaluation.fail({
		code: "null-value",
		summary: "Splat of null value",
		detail: `This ${kind} is null, so there are no elements that "*" could go over.`,
		subject: step.markerRange,
		context: expression.range
	});
	const elements = splatElements(source);
	if (elements === void 0) return unknownSplat(source, step, expression, evaluation);
	evaluation.spendOnElements(elements.length);
	const results = [];
	for (const element of elements) {
		const before = evaluation.diagnostics.length;
		const result = applySteps(element.withMarks(source.marks), step.each, expression, evaluation);
		results.push(result.withoutMarks(source.marks));
		if (evaluation.diagnostics.length > before) return NOTHING_KNOWN;
	}
	return (kind === "list" || kind === "set" ? listOrTuple(results, () => elementType$1(source, step, expression, evaluation)) : Value.tuple(results)).withMarks(source.marks);
}
function listOrTuple(results, typeOfNone) {
	const type = results[0]?.type ?? typeOfNone();
	return results.every((result) => typesEqual(result.type, type)) ? Value.list(type, results) : Value.tuple(results);
}
function unknownSplat(source, step, expression, evaluation) {
	const { kind } = source.type;
	if (kind !== "list" && kind !== "set") return NOTHING_KNOWN.withMarks(source.marks);
	return Value.unknownOf(listOf(elementType$1(source, step, expression, evaluation))).withMarks(source.marks);
}
function elementType$1(source, step, expression, evaluation) {
	if (source.type.kind !== "list" && source.type.kind !== "set") return NOTHING_KNOWN.type;
	return applySteps(Value.unknownOf(source.type.element), step.each, expression, evaluation).type;
}
// src/hcl/functions/call.ts
const STEPS_PER_CALL = 20;
function callFunction(record, args, environment) {
	const wrongCount = checkArgumentCount(record, args.length);
	if (wrongCount !== void 0) return wrongCount;
	environment.budget.spendSteps(STEPS_PER_CALL);
	environment.budget.spendOn(args.filter((_, index) => parameterAt(record, index)?.isLookedUp !== true));
	const marks = /* @__PURE__ */ new Set();
	const prepared = [];
	let unknown = false;
	for (const [index, argument] of args.entries()) {
		const parameter = parameterAt(record, index);
		if (parameter === void 0) continue;
		const converted = convert(argument, parameter.type);
		if (!converted.ok) {
			const place = describePath(converted.error.path);
			return invalidArgument(parameter, index, `${place === "" ? "" : `${place}: `}${converted.error.message}`);
		}
		const bare = parameter.keepsMarksInside === true ? converted.value.unmark() : converted.value.unmarkDeep();
		for (const mark of bare.marks) marks.add(mark);
		if (bare.value.isNull && parameter.allowNull !== true) return invalidArgument(parameter, index, "the value must not be null");
		unknown ||= !isKnownEnough(bare.value, parameter);
		prepared.push(bare.value);
	}
	if (unknown) return guard(record, () => Value.unknownOf(returnType(record, prepared)).withMarks(marks));
	const { bytes = 0, steps = 0 } = record.expense?.(prepared) ?? {};
	const tooMuch = tooLargeSize(bytes);
	if (tooMuch !== void 0) return functionFailed(record, `the result can't be used: ${tooMuch}`);
	environment.budget.spendSteps(steps);
	const result = guard(record, () => record.call(prepared, environment).withMarks(marks));
	return result.ok || record.tellsReason === true || !marks.has("sensitive") ? result : withoutReason(record, result);
}
function withoutReason(record, { argument }) {
	const reason = "the reason is not shown, since a sensitive value is among the arguments";
	const parameter = argument === void 0 ? void 0 : parameterAt(record, argument);
	if (argument === void 0 || parameter === void 0) return functionFailed(record, reason);
	return invalidArgument(parameter, argument, reason);
}
function callTypeFunction(record, value, type) {
	const result = guard(record, () => record.call(value, type));
	return result.ok || !value.containsMark("sensitive") ? result : withoutReason(record, result);
}
function checkArgumentCount(record, count) {
	const wanted = record.params.length;
	const expects = `Function "${record.name}" expects ${record.variadic === void 0 ? "" : "at least "}${counted(wanted, "argument")}`;
	if (count < wanted) {
		const missing = record.params[count]?.name ?? "";
		return {
			ok: false,
			code: "too-few-arguments",
			summary: "Not enough function arguments",
			detail: `${expects}: ${signature(record)}. The value for "${missing}" is missing.`,
			diagnostics: []
		};
	}
	if (count > wanted && record.variadic === void 0) return {
		ok: false,
		code: "too-many-arguments",
		summary: "Too many function arguments",
		detail: `${expects}: ${signature(record)}. There are ${count}.`,
		argument: wanted,
		diagnostics: []
	};
}
function signature(record) {
	const names = record.params.map((parameter) => parameter.name);
	if (record.variadic !== void 0) names.push(`${record.variadic.name}...`);
	return `${record.name}(${names.join(", ")})`;
}
function parameterAt(record, index) {
	return record.params[index] ?? record.variadic;
}
function isKnownEnough(value, parameter) {
	if (parameter.allowUnknown === "anywhere") return true;
	return parameter.allowUnknown === "inside" ? value.isKnown : value.isWhollyKnown();
}
function returnType(record, args) {
	if (typeof record.returns !== "function") return record.returns;
	return args.some((argument) => argument.type.kind === "dynamic") ? DYNAMIC : record.returns(args);
}
function guard(record, call) {
	try {
		return {
			ok: true,
			value: call()
		};
	} catch (error) {
		if (error instanceof NumberTooLarge) return functionFailed(record, error.message);
		if (!(error instanceof FunctionFault)) throw error;
		const { argument, message, diagnostics } = error;
		const parameter = argument === void 0 ? void 0 : parameterAt(record, argument);
		if (argument !== void 0 && parameter !== void 0) return {
			...invalidArgument(parameter, argument, message),
			diagnostics
		};
		return functionFailed(record, message, diagnostics);
	}
}
function functionFailed({ name }, message, diagnostics = []) {
	return {
		ok: false,
		code: "function-failed",
		summary: "Error in function call",
		detail: `Call to function "${name}" failed: ${message}.`,
		diagnostics
	};
}
function invalidArgument(parameter, argument, message) {
	return {
		ok: false,
		code: "invalid-argument",
		summary: "Invalid function argument",
		detail: `Invalid value for "${parameter.name}" parameter: ${message}.`,
		argument,
		diagnostics: []
	};
}
// src/hcl/type-reader.ts
const KEYWORDS$1 = /* @__PURE__ */ new Map([
	["any", DYNAMIC],
	["bool", BOOL],
	["number", NUMBER$2],
	["string", STRING$2]
]);
const COLLECTIONS = /* @__PURE__ */ new Map([
	["list", listOf],
	["map", mapOf],
	["set", setOf]
]);
const CONSTRUCTORS = [
	...COLLECTIONS.keys(),
	"object",
	"tuple"
];
function readType(expression, evaluate) {
	const reader = new TypeReader(evaluate);
	return {
		value: reader.read(expression),
		diagnostics: reader.diagnostics
	};
}
var TypeReader = class {
	diagnostics = [];
	#evaluate;
	constructor(evaluate) {
		this.#evaluate = evaluate;
	}
	read(expression) {
		if (expression.kind === "invalid") return void 0;
		if (expression.kind === "json-string") return this.#readString(expression);
		if (expression.kind === "call") return this.#readCall(expression);
		const word = keyword(expression);
		return (word === void 0 ? void 0 : KEYWORDS$1.get(word)) ?? this.#fail(expression.range, wrongType$1(expression, word));
	}
	#readString({ native }) {
		this.diagnostics.push(...native.diagnostics);
		return native.value === void 0 ? void 0 : this.read(native.value);
	}
	#readCall(call) {
		const [argument, extra] = call.arguments;
		const collection = COLLECTIONS.get(call.name);
		if (collection === void 0 && call.name !== "object" && call.name !== "tuple") return this.#fail(call.nameRange, unknownConstructor(call.name), call.range);
		if (argument === void 0) return this.#fail(call.range, `The type "${call.name}" needs one argument: ${example(call.name)}`);
		if (extra !== void 0 || call.expansion !== void 0) return this.#fail(extra?.range ?? call.range, `The type "${call.name}" takes one argument: ${example(call.name)}`, call.range);
		if (collection !== void 0) {
			const element = this.read(argument);
			return element === void 0 ? void 0 : collection(element);
		}
		return call.name === "object" ? this.#readObject(argument) : this.#readTuple(argument);
	}
	#readTuple(expression) {
		if (expression.kind !== "tuple") return this.#fail(expression.range, `The elements of a tuple type are a list of types: ${example("tuple")}`);
		const elements = expression.items.map((item) => this.read(item));
		const known = elements.filter((element) => element !== void 0);
		return known.length === elements.length ? tupleOf(known) : void 0;
	}
	#readObject(expression) {
		if (expression.kind !== "object") return this.#fail(expression.range, `The attributes of an object type are names with types: ${example("object")}`);
		const attributes = /* @__PURE__ */ new Map();
		let complete = true;
		for (const item of expression.items) {
			const name = this.#attributeName(item);
			const attribute = this.#readAttribute(item.value);
			if (name !== void 0 && attributes.has(name)) this.#fail(item.key.range, `The attribute "${name}" is declared twice.`);
			if (name === void 0 || attribute === void 0) complete = false;
			else attributes.set(name, attribute);
		}
		return complete ? objectOf(attributes) : void 0;
	}
	#attributeName({ key }) {
		if (key.kind === "name") return key.name;
		return stringLiteral(key.expression) ?? this.#fail(key.range, "The name of an attribute must be written literally.");
	}
	#readAttribute(expression) {
		if (expression.kind !== "call" || expression.name !== "optional") {
			const type = this.read(expression);
			return type === void 0 ? void 0 : {
				type,
				optional: false
			};
		}
		const [written, fallback, extra] = expression.arguments;
		if (written === void 0 || extra !== void 0) return this.#fail(expression.range, "An optional attribute has a type and may have a default: optional(string, \"none\")");
		const type = this.read(written);
		if (type === void 0) return void 0;
		return fallback === void 0 ? {
			type,
			optional: true
		} : this.#readFallback(type, fallback);
	}
	#readFallback(type, expression) {
		const { value, diagnostics } = this.#evaluate(expression, EMPTY_SCOPE);
		this.diagnostics.push(...diagnostics);
		if (value === void 0 || diagnostics.length > 0) return void 0;
		const converted = convert(value, type);
		if (converted.ok) return {
			type,
			optional: true,
			fallback: converted.value
		};
		return this.#fail(expression.range, `This default does not fit the attribute's type: ${converted.error.message}.`);
	}
	#fail(subject, detail, context = subject) {
		this.diagnostics.push(errorDiagnostic({
			code: "invalid-type",
			summary: "Invalid type",
			detail,
			subject,
			context
		}));
	}
};
function wrongType$1(expression, word) {
	const text = stringLiteral(expression);
	if (text !== void 0 && (KEYWORDS$1.has(text) || CONSTRUCTORS.includes(text))) return `Types are written without quotes: ${KEYWORDS$1.has(text) ? text : example(text)}`;
	if (word !== void 0 && CONSTRUCTORS.includes(word)) return `The type "${word}" needs an argument that says what it holds: ${example(word)}`;
	const all = "Types are string, number, bool, any, list(…), set(…), map(…), object({…}) and tuple([…]).";
	return word === void 0 ? `This is no type. ${all}` : `There is no type named "${word}".${didYouMean(word, [...KEYWORDS$1.keys(), ...CONSTRUCTORS])} ${all}`;
}
function unknownConstructor(name) {
	if (KEYWORDS$1.has(name)) return `The type "${name}" takes no argument: write ${name}`;
	if (name === "optional") return "Only attributes of an object type can be optional.";
	return `There is no type named "${name}".${didYouMean(name, [...KEYWORDS$1.keys(), ...CONSTRUCTORS])}`;
}
function example(name) {
	if (name === "object") return "object({ name = string })";
	return name === "tuple" ? "tuple([string, number])" : `${name}(string)`;
}
// src/hcl/evaluate-call.ts
function evaluateCall(call, evaluation, evaluate) {
	const table = functionsOf(evaluation.scope);
	const record = table?.functions.get(call.name);
	if (table === void 0 || record === void 0) return evaluation.fail(unknownFunction(call, table));
	switch (record.kind) {
		case "lazy": return callLazy(call, record, evaluation, evaluate);
		case "type-argument": return callWithType(call, record, evaluation, evaluate);
		default: return callPlain(call, record, table, evaluation);
	}
}
function unknownFunction(call, table) {
	const { name, nameRange: subject, range: context } = call;
	const place = {
		subject,
		context
	};
	if (table === void 0) return {
		code: "functions-not-allowed",
		summary: "Functions not allowed",
		detail: "Functions can't be called here.",
		...place
	};
	const refusal = table.refused.get(name);
	if (refusal !== void 0) return {
		code: "unsupported-function",
		summary: `Unsupported function "${name}"`,
		detail: refusal,
		...place
	};
	return {
		code: "unknown-function",
		summary: "Unknown function",
		detail: `There is no function named "${name}".${didYouMean(name, table.functions.keys())}`,
		...place
	};
}
function callPlain(call, record, table, evaluation) {
	const before = evaluation.diagnostics.length;
	const args = evaluateArguments(call, evaluation);
	if (args === void 0 || evaluation.diagnostics.length > before) return NOTHING_KNOWN;
	const result = callFunction(record, args.values, table.environment);
	return result.ok ? result.value.withMarks(args.marks) : failCall(call, result, args.ranges, evaluation);
}
function evaluateArguments(call, evaluation) {
	const values = call.arguments.map((argument) => evaluation.value(argument));
	const ranges = call.arguments.map(({ range }) => range);
	const expanded = values.at(-1);
	const expandedRange = ranges.at(-1);
	if (call.expansion === void 0 || expanded === void 0 || expandedRange === void 0) return {
		values,
		ranges,
		marks: /* @__PURE__ */ new Set()
	};
	const { value, marks } = expanded.unmark();
	if (!canExpand(value, expandedRange, call, evaluation)) return void 0;
	const elements = value.asElements().map((element) => element.withMarks(marks));
	return {
		values: [...values.slice(0, -1), ...elements],
		ranges: [...ranges.slice(0, -1), ...elements.map(() => expandedRange)],
		marks
	};
}
function canExpand(value, subject, call, evaluation) {
	const place = {
		code: "invalid-expansion",
		summary: "Invalid argument expansion",
		subject,
		context: call.range
	};
	if (value.isNull) {
		evaluation.fail({
			...place,
			detail: "The value before \"...\" is null, so there are no elements to use as arguments."
		});
		return false;
	}
	const { kind } = value.type;
	if (kind !== "list" && kind !== "set" && kind !== "tuple" && kind !== "dynamic") {
		evaluation.fail({
			...place,
			detail: `Only a list, set or tuple can be expanded into arguments by "...", but this is ${typeWithArticle(value.type)}.`
		});
		return false;
	}
	return value.isKnown;
}
function callLazy(call, record, evaluation, evaluate) {
	if (!hasPlainArguments(call, record, evaluation)) return NOTHING_KNOWN;
	const result = record.call(call.arguments.map((argument) => () => evaluate(argument, evaluation.scope)));
	if (result.ok) return result.value;
	return evaluation.fail({
		code: "function-failed",
		summary: "Error in function call",
		detail: `Call to function "${record.name}" failed: ${result.message}`,
		subject: call.range
	});
}
function callWithType(call, record, evaluation, evaluate) {
	if (!hasPlainArguments(call, record, evaluation)) return NOTHING_KNOWN;
	const [source, written] = call.arguments;
	if (source === void 0 || written === void 0) return NOTHING_KNOWN;
	const before = evaluation.diagnostics.length;
	const value = evaluation.value(source);
	evaluation.budget.spendSteps(written.range.end.offset - written.range.start.offset);
	const type = readType(written, evaluate);
	evaluation.report(type.diagnostics);
	if (type.value === void 0 || evaluation.diagnostics.length > before) return NOTHING_KNOWN;
	evaluation.budget.spendOn([value]);
	const result = callTypeFunction(record, value, type.value);
	return result.ok ? result.value : failCall(call, result, call.arguments.map(({ range }) => range), evaluation);
}
function hasPlainArguments(call, record, evaluation) {
	if (call.expansion !== void 0) {
		evaluation.fail({
			code: "invalid-expansion",
			summary: "Invalid argument expansion",
			detail: `The arguments of "${record.name}" must be written one by one; "..." can't be used.`,
			subject: call.expansion,
			context: call.range
		});
		return false;
	}
	const failure = checkArgumentCount(record, call.arguments.length);
	if (failure === void 0) return true;
	failCall(call, failure, call.arguments.map(({ range }) => range), evaluation);
	return false;
}
function failCall(call, failure, ranges, evaluation) {
	const { code, summary, detail } = failure;
	evaluation.fail({
		code,
		summary,
		detail,
		subject: faultRange(call, failure, ranges),
		context: call.range
	});
	evaluation.report(failure.diagnostics);
	return NOTHING_KNOWN;
}
function faultRange(call, failure, ranges) {
	const last = ranges.at(-1);
	const argument = failure.argument === void 0 ? void 0 : ranges[failure.argument];
	switch (failure.code) {
		case "too-few-arguments": return call.closeRange;
		case "too-many-arguments": return argument === void 0 || last === void 0 ? call.range : rangeBetween(argument, last);
		case "invalid-argument": return argument ?? call.range;
		default: return argument ?? call.nameRange;
	}
}
// src/hcl/evaluate-collection.ts
function evaluateTuple(expression, evaluation) {
	return Value.tuple(expression.items.map((item) => evaluation.value(item)));
}
function evaluateObject(expression, evaluation) {
	const entries = [];
	const marks = /* @__PURE__ */ new Set();
	let known = true;
	const names = /* @__PURE__ */ new Set();
	for (const item of expression.items) {
		const key = evaluateKey(item.key, evaluation);
		const value = evaluation.value(item.value);
		for (const mark of key.marks) marks.add(mark);
		if (key.isUnknown) {
			known = false;
			continue;
		}
		const name = key.asString();
		if (isJson(item.key) && names.has(name)) reportDuplicate$1(key, item.key.range, evaluation);
		else entries.push([name, value]);
		names.add(name);
	}
	return (known ? Value.object(entries) : NOTHING_KNOWN).withMarks(marks);
}
function isJson(key) {
	return key.kind === "expression" && key.expression.kind === "json-string";
}
function reportDuplicate$1(key, subject, evaluation) {
	const name = key.isSensitive ? "of this name, which is sensitive," : `"${key.asString()}"`;
	evaluation.fail({
		code: "duplicate-key",
		summary: "Property written twice",
		detail: `The object has a property ${name} already. Each may be there only once.`,
		subject
	});
}
function evaluateKey(key, evaluation) {
	if (key.kind === "name") return Value.string(key.name);
	const { expression, range } = key;
	if (expression.kind === "json-string") return asKey(evaluation.value(expression), range, evaluation);
	const traversal = staticTraversal(expression);
	if (traversal !== void 0 && traversal.steps.length > 0) return evaluation.fail({
		code: "ambiguous-key",
		summary: "Ambiguous key",
		detail: "Is this a name that has a dot, or a reference? Put it in double quotes for a name, or in parentheses for a reference.",
		subject: range
	});
	if (traversal !== void 0) return Value.string(traversal.root);
	return asKey(evaluation.value(expression), range, evaluation);
}
function asKey(value, range, evaluation) {
	const converted = convert(value, STRING$2);
	if (converted.ok && !converted.value.isNull) return converted.value;
	return evaluation.fail({
		code: "invalid-key",
		summary: "Invalid key",
		detail: converted.ok ? "A key must be a string, but this value is null." : `This value can't be a key: ${converted.error.message}.`,
		subject: range
	});
}
// src/hcl/values/equality.ts
function equals(left, right) {
	const oneNull = left.isNull !== right.isNull;
	const a = left.unmarkDeep();
	const b = right.unmarkDeep();
	const marks = oneNull ? [...left.marks, ...right.marks] : [...a.marks, ...b.marks];
	const result = compare(a.value, b.value);
	return (result === void 0 ? Value.unknownOf(BOOL) : Value.bool(result)).withMarks(marks);
}
function compare(a, b) {
	if (a.isUnknown || b.isUnknown) return compareUnknown(a, b);
	if (a.isNull || b.isNull) return a.isNull && b.isNull;
	if (!typesEqual(a.type, b.type)) {
		if (a.type.kind !== b.type.kind) return false;
		return hasDynamic(a.type) || hasDynamic(b.type) ? compareChildren(a, b) : false;
	}
	switch (a.type.kind) {
		case "string":
		case "number":
		case "bool": return sameContent(a, b);
		case "set":
			if (!a.isWhollyKnown() || !b.isWhollyKnown()) return void 0;
			return compareChildren(a, b);
		default: return compareChildren(a, b);
	}
}
function compareUnknown(a, b) {
	const known = a.isUnknown ? b : a;
	if (known.isUnknown || known.isNull || hasDynamic(a.type) || hasDynamic(b.type)) return void 0;
	return typesEqual(a.type, b.type) ? void 0 : false;
}
function compareChildren(a, b) {
	const left = a.children();
	const right = b.children();
	if (left.length !== right.length || !sameKeys(a, b)) return false;
	let result = true;
	for (const [index, child] of left.entries()) {
		const other = right[index];
		const same = other === void 0 ? false : compare(child, other);
		if (same === false) return false;
		if (same === void 0) result = void 0;
	}
	return result;
}
function sameKeys(a, b) {
	if (a.isNull || a.isUnknown || a.type.kind !== "map" && a.type.kind !== "object") return true;
	const keys = b.asEntries();
	return [...a.asEntries().keys()].every((key) => keys.has(key));
}
function sameContent(a, b) {
	switch (a.type.kind) {
		case "string": return a.asString() === b.asString();
		case "number": return a.asNumber().equals(b.asNumber());
		case "bool": return a.asBool() === b.asBool();
		default: return true;
	}
}
// src/hcl/values/operators.ts
const ARITHMETIC = {
	"+": (a, b) => a.plus(b),
	"-": (a, b) => a.minus(b),
	"*": (a, b) => a.times(b),
	"/": (a, b) => a.dividedBy(b),
	"%": (a, b) => a.modulo(b)
};
const COMPARISON = {
	"<": (a, b) => a.lessThan(b),
	"<=": (a, b) => a.lessThanOrEqualTo(b),
	">": (a, b) => a.greaterThan(b),
	">=": (a, b) => a.greaterThanOrEqualTo(b)
};
function applyBinary(operator, left, right) {
	if (operator === "==") return done(equals(left, right));
	if (operator === "!=") return done(negation(equals(left, right)));
	if (operator === "&&" || operator === "||") return applyLogical(operator, left, right);
	const a = operand(left, NUMBER$2, "left");
	if (!a.ok) return a;
	const b = operand(right, NUMBER$2, "right");
	if (!b.ok) return b;
	const marks = [...left.marks, ...right.marks];
	const arithmetic = ARITHMETIC[operator];
	if ((operator === "/" || operator === "%") && b.value.isKnown && b.value.asNumber().isZero()) return {
		ok: false,
		operand: "right",
		message: "division by zero"
	};
	if (a.value.isUnknown || b.value.isUnknown) return done(Value.unknownOf(arithmetic === void 0 ? BOOL : NUMBER$2).withMarks(marks));
	const [x, y] = [a.value.asNumber(), b.value.asNumber()];
	if (arithmetic === void 0) return done(Value.bool(COMPARISON[operator]?.(x, y) ?? false).withMarks(marks));
	const result = arithmetic(x, y);
	if (!result.isFinite()) return {
		ok: false,
		operand: "right",
		message: "the result is too large a number"
	};
	return done(Value.number(result).withMarks(marks));
}
const WORDS_OF_A_QUOTIENT = 23;
const MULTIPLICATIONS_PER_STEP = 4;
function arithmeticSteps(operator, left, right) {
	const [x, y] = [numberIn$1(left), numberIn$1(right)];
	if (x === void 0 || y === void 0) return 0;
	const [a, b] = [x.d.length, y.d.length];
	switch (operator) {
		case "*": return Math.floor(a * b / MULTIPLICATIONS_PER_STEP);
		case "/": return Math.ceil(WORDS_OF_A_QUOTIENT * b / MULTIPLICATIONS_PER_STEP);
		case "%": return Math.ceil(Math.max(a, x.e - y.e) * b / MULTIPLICATIONS_PER_STEP);
		default: return 0;
	}
}
function numberIn$1(value) {
	return value.type.kind === "number" && value.isKnown && !value.isNull ? value.asNumber() : void 0;
}
function applyUnary(operator, value) {
	const converted = operand(value, operator === "-" ? NUMBER$2 : BOOL, "operand");
	if (!converted.ok || converted.value.isUnknown) return converted;
	if (operator === "!") return done(negation(converted.value));
	return done(Value.number(converted.value.asNumber().negated()).withMarks(value.marks));
}
function done(value) {
	return {
		ok: true,
		value
	};
}
function operand(value, type, side) {
	const converted = convert(value, type);
	if (!converted.ok) return {
		ok: false,
		operand: side,
		message: converted.error.message
	};
	if (converted.value.isNull) return {
		ok: false,
		operand: side,
		message: "the value must not be null"
	};
	return done(converted.value);
}
function negation(value) {
	return value.isUnknown ? value : Value.bool(!value.asBool()).withMarks(value.marks);
}
function applyLogical(operator, left, right) {
	const a = convert(left, BOOL);
	if (!a.ok) return {
		ok: false,
		operand: "left",
		message: a.error.message
	};
	const b = convert(right, BOOL);
	if (!b.ok) return {
		ok: false,
		operand: "right",
		message: b.error.message
	};
	const marks = [...left.marks, ...right.marks];
	const settling = operator === "||";
	if ([a.value, b.value].some((value) => settles(operator, value))) return done(Value.bool(settling).withMarks(marks));
	if (a.value.isUnknown || b.value.isUnknown) return done(Value.unknownOf(BOOL).withMarks(marks));
	if (a.value.isNull || b.value.isNull) return {
		ok: false,
		operand: a.value.isNull ? "left" : "right",
		message: "the value must not be null"
	};
	return done(Value.bool(!settling).withMarks(marks));
}
function settles(operator, bool) {
	if (bool.isUnknown) return false;
	return bool.isNull ? operator === "&&" : bool.asBool() === (operator === "||");
}
// src/hcl/evaluate-operation.ts
function evaluateUnary(expression, evaluation) {
	const operation = applyUnary(expression.operator, evaluation.value(expression.operand));
	if (operation.ok) return operation.value;
	return evaluation.fail({
		code: "invalid-operand",
		summary: "Invalid operand",
		detail: `Unsuitable value for the operand of "${expression.operator}": ${operation.message}.`,
		subject: expression.operand.range,
		context: expression.range
	});
}
function evaluateOperation(expression, evaluation) {
	let left = evaluation.attempt(expression.first);
	let leftRange = expression.first.range;
	for (const operand of expression.rest) {
		const inner = evaluation.within(evaluation.scope);
		left = {
			value: applyOperand(left, leftRange, operand, inner),
			diagnostics: inner.diagnostics
		};
		leftRange = rangeBetween(leftRange, operand.operand.range);
	}
	evaluation.report(left.diagnostics);
	return left.value;
}
function applyOperand(left, leftRange, operand, evaluation) {
	const { operator } = operand;
	const right = evaluation.attempt(operand.operand);
	const settled = settledBy(operator, left, right, true) ?? settledBy(operator, right, left, false);
	if (settled !== void 0) return settled;
	evaluation.report(left.diagnostics);
	evaluation.report(right.diagnostics);
	if (operator === "==" || operator === "!=") evaluation.budget.spendOn([left.value, right.value]);
	else evaluation.budget.spendSteps(arithmeticSteps(operator, left.value, right.value));
	const operation = applyBinary(operator, left.value, right.value);
	if (operation.ok) return operation.value;
	const { range } = operand.operand;
	return evaluation.fail({
		code: "invalid-operand",
		summary: "Invalid operand",
		detail: `Unsuitable value for the ${operation.operand} operand of "${operator}": ${operation.message}.`,
		subject: operation.operand === "left" ? leftRange : range,
		context: rangeBetween(leftRange, range)
	});
}
function settledBy(operator, deciding, other, isLeft) {
	if (other.diagnostics.length === 0 || deciding.diagnostics.length > 0) return void 0;
	if (operator !== "&&" && operator !== "||") return void 0;
	const condition = convert(deciding.value, BOOL);
	if (!condition.ok) return void 0;
	const { value } = condition;
	if (value.isUnknown) return isLeft ? value : void 0;
	return settles(operator, value) ? Value.bool(operator === "||").withMarks(value.marks) : void 0;
}
const PASSES_TO_UNIFY = 3;
function evaluateConditional(expression, evaluation) {
	const condition = evaluateCondition(expression, evaluation);
	const whenTrue = evaluation.attempt(expression.whenTrue);
	const whenFalse = evaluation.attempt(expression.whenFalse);
	const structures = [whenTrue.value, whenFalse.value].filter(({ depth }) => depth > 0);
	for (let pass = 0; pass < PASSES_TO_UNIFY; pass += 1) evaluation.budget.spendOn(structures);
	const type = resultType(whenTrue.value, whenFalse.value);
	if (type === void 0) return evaluation.fail({
		code: "inconsistent-conditional",
		summary: "Inconsistent types of a conditional",
		detail: `Both results of a conditional must be of one type, but the first is ${typeWithArticle(whenTrue.value.type)} and the second ${typeWithArticle(whenFalse.value.type)}.`,
		subject: rangeBetween(expression.whenTrue.range, expression.whenFalse.range),
		context: expression.range
	});
	const marks = [
		...condition.marks,
		...whenTrue.value.marks,
		...whenFalse.value.marks
	];
	if (isBareNull(whenTrue.value) && isBareNull(whenFalse.value)) return Value.nullOf(DYNAMIC).withMarks(marks);
	if (condition.isUnknown) return Value.unknownOf(type).withMarks(marks);
	const chosen = condition.asBool() ? whenTrue : whenFalse;
	evaluation.report(chosen.diagnostics);
	const converted = convert(chosen.value, type);
	if (converted.ok) return converted.value.withMarks(marks);
	return evaluation.fail({
		code: "inconsistent-conditional",
		summary: "Inconsistent types of a conditional",
		detail: `The chosen result can't be converted to the type of the other one: ${converted.error.message}.`,
		subject: (condition.asBool() ? expression.whenTrue : expression.whenFalse).range,
		context: expression.range
	});
}
function evaluateCondition(expression, evaluation) {
	return asCondition(evaluation.value(expression.condition), expression.condition.range, evaluation);
}
function asCondition(value, range, evaluation) {
	const converted = convert(value, BOOL);
	if (converted.ok && !converted.value.isNull) return converted.value;
	evaluation.fail(converted.ok ? {
		code: "null-condition",
		summary: "Condition is null",
		detail: "A condition must be true or false, but this value is null.",
		subject: range
	} : {
		code: "invalid-condition",
		summary: "Invalid condition",
		detail: `A condition must be true or false: ${converted.error.message}.`,
		subject: range
	});
	return Value.unknownOf(BOOL);
}
function resultType(a, b) {
	if (isBareNull(a)) return b.type;
	if (isBareNull(b)) return a.type;
	if (a.type.kind === "dynamic" || b.type.kind === "dynamic") return DYNAMIC;
	return unify([a.type, b.type], "unsafe");
}
function isBareNull(value) {
	return value.isNull && value.type.kind === "dynamic";
}
// src/hcl/values/iterate.ts
function isIterable(value) {
	return [
		"list",
		"set",
		"tuple",
		"map",
		"object"
	].includes(value.type.kind);
}
function* iterate(value) {
	if (value.type.kind === "map" || value.type.kind === "object") {
		for (const [key, element] of value.asEntries()) yield {
			key: Value.string(key),
			value: element
		};
		return;
	}
	for (const [index, element] of value.asElements().entries()) yield {
		key: value.type.kind === "set" ? element : Value.number(index),
		value: element
	};
}
// src/hcl/evaluate-for.ts
function evaluateForTuple(expression, evaluation) {
	const results = [];
	const { unknown, marks, ofCollection } = runLoop(expression, evaluation, (turn, marks) => {
		const wanted = isWanted(expression.condition, turn, marks);
		if (wanted === "yes") results.push(turn.value(expression.value));
		return wanted === "unknown" ? "unknown" : "known";
	});
	return (unknown ? NOTHING_KNOWN : Value.tuple(results.map((each) => each.withoutMarks(ofCollection)))).withMarks(marks);
}
function evaluateForObject(expression, evaluation) {
	const groups = /* @__PURE__ */ new Map();
	const { unknown, marks, ofCollection } = runLoop(expression, evaluation, (turn, marks) => {
		const wanted = isWanted(expression.condition, turn, marks);
		if (wanted !== "yes") return wanted === "unknown" ? "unknown" : "known";
		const key = asKey(turn.value(expression.key), expression.key.range, turn);
		for (const mark of key.marks) marks.add(mark);
		const value = turn.value(expression.value);
		if (key.isUnknown) return "unknown";
		const name = key.asString();
		const group = groups.get(name);
		if (group === void 0) groups.set(name, [value]);
		else if (expression.grouping) group.push(value);
		else reportDuplicate(expression, key, turn);
		return "known";
	});
	if (unknown) return NOTHING_KNOWN.withMarks(marks);
	const entries = Array.from(groups, ([name, values]) => {
		const own = values.map((each) => each.withoutMarks(ofCollection));
		return [name, expression.grouping ? Value.tuple(own) : own[0] ?? NOTHING_KNOWN];
	});
	return Value.object(entries).withMarks(marks);
}
function reportDuplicate(expression, key, turn) {
	const name = key.isSensitive ? "the same key, which is sensitive" : `the key ${JSON.stringify(key.asString())}`;
	turn.fail({
		code: "duplicate-key",
		summary: "Duplicate key",
		detail: `Two elements give ${name}. If that is expected, write "..." after the value to collect the values of each key into a list.`,
		subject: expression.key.range,
		context: expression.range
	});
}
function isWanted(condition, turn, marks) {
	if (condition === void 0) return "yes";
	const value = asCondition(turn.value(condition), condition.range, turn);
	for (const mark of value.marks) marks.add(mark);
	if (value.isUnknown) return "unknown";
	return value.asBool() ? "yes" : "no";
}
function runLoop(loop, evaluation, run) {
	const collection = evaluation.value(loop.collection);
	const ofCollection = collection.marks;
	const marks = new Set(ofCollection);
	if (!canIterate(collection, loop.collection.range, evaluation)) return {
		unknown: true,
		marks,
		ofCollection
	};
	let unknown = false;
	for (const { key, value } of iterate(collection.unmark().value)) {
		evaluation.budget.spendSteps(1);
		const variables = [[loop.valueName.text, value.withMarks(ofCollection)]];
		if (loop.keyName !== void 0) variables.unshift([loop.keyName.text, key.withMarks(ofCollection)]);
		const turn = evaluation.within(childScope(evaluation.scope, variables));
		if (run(turn, marks) === "unknown") unknown = true;
		evaluation.report(turn.diagnostics);
		if (turn.diagnostics.length > 0) return {
			unknown: true,
			marks,
			ofCollection
		};
	}
	return {
		unknown,
		marks,
		ofCollection
	};
}
function canIterate(value, range, evaluation) {
	if (value.isNull) {
		evaluation.fail({
			code: "null-value",
			summary: "Iteration over null value",
			detail: "This value is null, so there is nothing that \"for\" could go over.",
			subject: range
		});
		return false;
	}
	if (value.type.kind === "dynamic") return false;
	if (!isIterable(value)) {
		evaluation.fail({
			code: "not-iterable",
			summary: "Iteration over a value that is no collection",
			detail: `"for" goes over lists, sets, tuples, maps and objects, but this is ${typeWithArticle(value.type)}.`,
			subject: range
		});
		return false;
	}
	return !value.isUnknown;
}
// src/hcl/evaluate-template.ts
const MAXIMUM_TEXT = 16777216;
function evaluateTemplate(expression, evaluation) {
	const [only] = expression.parts;
	if (expression.parts.length === 1 && only?.kind === "interpolation") return evaluation.value(only.expression);
	const rendering = {
		text: "",
		marks: /* @__PURE__ */ new Set()
	};
	renderParts(expression.parts, evaluation, rendering);
	const { text, marks } = rendering;
	if (text !== void 0 && text.length > MAXIMUM_TEXT) return evaluation.fail({
		code: "text-too-long",
		summary: "Text too long",
		detail: `This template gives a text of more than ${MAXIMUM_TEXT} characters.`,
		subject: expression.range
	});
	return (text === void 0 ? Value.unknownOf(STRING$2) : Value.string(text)).withMarks(marks);
}
function renderParts(parts, evaluation, rendering) {
	for (const part of parts) switch (part.kind) {
		case "literal":
			append(rendering, part.text);
			break;
		case "interpolation":
			renderInterpolation(part, evaluation, rendering);
			break;
		case "if":
			renderIf(part, evaluation, rendering);
			break;
		case "for": renderFor(part, evaluation, rendering);
	}
}
function append(rendering, text) {
	if (rendering.text !== void 0 && rendering.text.length <= MAXIMUM_TEXT) rendering.text += text;
}
function renderInterpolation(part, evaluation, rendering) {
	const value = evaluation.value(part.expression);
	for (const mark of value.marks) rendering.marks.add(mark);
	const converted = convert(value, STRING$2);
	if (converted.ok && !converted.value.isNull) {
		if (converted.value.isUnknown) rendering.text = void 0;
		else append(rendering, converted.value.asString());
		return;
	}
	rendering.text = void 0;
	evaluation.fail({
		code: "invalid-interpolation",
		summary: "Value that can't be part of a text",
		detail: converted.ok ? "This value is null, which can't be put into a text." : `Only strings, numbers and bools can be put into a text, but this is ${typeWithArticle(value.type)}. Functions such as join and jsonencode turn collections into text.`,
		subject: part.expression.range,
		context: part.range
	});
}
function renderIf(part, evaluation, rendering) {
	const condition = asCondition(evaluation.value(part.condition), part.condition.range, evaluation);
	for (const mark of condition.marks) rendering.marks.add(mark);
	if (condition.isUnknown) rendering.text = void 0;
	else renderParts(condition.asBool() ? part.whenTrue : part.whenFalse, evaluation, rendering);
}
function renderFor(part, evaluation, rendering) {
	const { unknown, marks } = runLoop(part, evaluation, (turn) => {
		renderParts(part.body, turn, rendering);
		return "known";
	});
	for (const mark of marks) rendering.marks.add(mark);
	if (unknown) rendering.text = void 0;
}
// src/hcl/evaluator.ts
function evaluate(expression, scope) {
	const { budget = new EvaluationBudget(), watch } = functionsOf(scope)?.environment ?? {};
	try {
		return evaluatePart(expression, scope, budget, watch);
	} catch (error) {
		if (!(error instanceof EvaluationLimit)) throw error;
		const tooLong = errorDiagnostic({
			code: "evaluation-limit",
			summary: "The template takes too long to evaluate",
			detail: `This expression was given up: with it, the template needs ${error.message}. Look for loops within loops, and for values that grow from one local to the next.`,
			subject: expression.range
		});
		return {
			value: NOTHING_KNOWN,
			diagnostics: budget.firstReport() ? [tooLong] : []
		};
	}
}
function evaluatePart(expression, scope, budget, watch) {
	const evaluation = new Evaluation(scope, dispatch, budget, watch);
	return {
		value: evaluation.value(expression),
		diagnostics: evaluation.diagnostics
	};
}
function dispatch(expression, evaluation) {
	switch (expression.kind) {
		case "number": return evaluateNumber(expression, evaluation);
		case "boolean": return Value.bool(expression.value);
		case "null": return Value.nullOf(DYNAMIC);
		case "template": return evaluateTemplate(expression, evaluation);
		case "json-string": return evaluateJsonString(expression, evaluation);
		case "variable": return evaluateVariable(expression, evaluation);
		case "access": return evaluateAccess(expression, evaluation);
		case "call": return evaluateCall(expression, evaluation, (part, scope) => evaluatePart(part, scope, evaluation.budget, evaluation.watch));
		case "unary": return evaluateUnary(expression, evaluation);
		case "operation": return evaluateOperation(expression, evaluation);
		case "conditional": return evaluateConditional(expression, evaluation);
		case "tuple": return evaluateTuple(expression, evaluation);
		case "object": return evaluateObject(expression, evaluation);
		case "for-tuple": return evaluateForTuple(expression, evaluation);
		case "for-object": return evaluateForObject(expression, evaluation);
		case "parenthesized": return evaluation.value(expression.expression);
		case "invalid": return NOTHING_KNOWN;
	}
}
function evaluateNumber(expression, evaluation) {
	const number = parseNumber(expression.text);
	if (number !== void 0) return Value.number(number);
	return evaluation.fail({
		code: "number-too-large",
		summary: "Number too large",
		detail: "This number has an exponent that is too large to be written out.",
		subject: expression.range
	});
}
function evaluateJsonString({ text, template }, evaluation) {
	if (definesNothing(evaluation.scope)) return Value.string(text);
	evaluation.report(template.diagnostics);
	return template.value === void 0 ? NOTHING_KNOWN : evaluateTemplate(template.value, evaluation);
}
function evaluateVariable(expression, evaluation) {
	const { name, range } = expression;
	const value = findVariable(evaluation.scope, name);
	if (value !== void 0) return value;
	const names = variableNames(evaluation.scope);
	if (names.length === 0) return evaluation.fail({
		code: "variables-not-allowed",
		summary: "Variables not allowed",
		detail: `Only literal values can be used here, so "${name}" has no meaning. To write text, enclose it in double quotes.`,
		subject: range
	});
	return evaluation.fail({
		code: "unknown-variable",
		summary: "Unknown variable",
		detail: `There is no variable named "${name}".${didYouMean(name, names)} To write text, enclose it in double quotes.`,
		subject: range
	});
}
// src/hcl/decode/dynamic-block.ts
const DYNAMIC_SCHEMA = {
	attributes: [
		{
			name: "for_each",
			required: true
		},
		{ name: "iterator" },
		{ name: "labels" }
	],
	blocks: [{
		type: "content",
		labels: []
	}]
};
const MAXIMUM_BLOCKS = 1e4;
const STEPS_PER_BLOCK = 50;
var DynamicBlock = class {
	#block;
	#scope;
	#diagnostics = [];
	constructor(block, scope) {
		this.#block = block;
		this.#scope = scope;
	}
	expand() {
		return {
			blocks: this.#blocks(),
			diagnostics: this.#diagnostics
		};
	}
	#blocks() {
		const [type] = this.#block.labels;
		if (type === void 0) return [];
		const { attributes, blocks, diagnostics } = bodyContent(this.#block.body, DYNAMIC_SCHEMA, this.#block.headerRange);
		this.#diagnostics.push(...diagnostics);
		const forEach = attributes.get("for_each");
		const [content, secondContent] = blocks;
		if (content === void 0) return this.#fail("invalid-dynamic-block", `A dynamic block must hold a block "content" with what each block "${type.text}" is to hold.`, this.#block.headerRange);
		if (secondContent !== void 0) this.#fail("invalid-dynamic-block", "A dynamic block holds only one block \"content\".", secondContent.typeRange);
		const iterator = this.#iterator(attributes.get("iterator"), type);
		if (forEach === void 0 || iterator === void 0) return [];
		const elements = this.#elements(forEach);
		if (elements === void 0) return [];
		return elements.map(({ key, value, undetermined }) => {
			const scope = childScope(this.#scope, [[iterator, Value.object({
				key,
				value
			})]]);
			const labels = this.#labels(attributes.get("labels"), scope);
			return {
				block: this.#make(type, labels, content),
				scope,
				undetermined
			};
		});
	}
	#make(type, labels, content) {
		return {
			...content,
			type: type.text,
			typeRange: type.range,
			labels,
			headerRange: this.#block.headerRange,
			range: this.#block.range
		};
	}
	#iterator(attribute, type) {
		if (attribute === void 0) return type.text;
		const name = keyword(attribute.expression);
		if (name !== void 0) return name;
		this.#fail("invalid-dynamic-block", attribute.expression.kind === "json-string" ? "The iterator is the name of a variable: \"iterator\": \"each\"" : "The iterator is the name of a variable, written without quotes: iterator = each", attribute.expression.range);
	}
	#elements(attribute) {
		const { range } = attribute.expression;
		const { value, diagnostics } = evaluate(attribute.expression, this.#scope);
		this.#diagnostics.push(...diagnostics);
		const { value: collection, marks } = value.unmark();
		if (collection.isNull) {
			this.#fail("invalid-for-each", "The value of \"for_each\" is null. To make no blocks, use an empty list.", range);
			return;
		}
		if (collection.type.kind !== "dynamic" && !isIterable(collection)) {
			const given = friendlyName(collection.type);
			this.#fail("invalid-for-each", `The value of "for_each" must be a list, set, tuple, map or object, but is a ${given}.`, range);
			return;
		}
		if (collection.isUnknown) {
			const unknown = Value.unknownOf(DYNAMIC).withMarks(marks);
			return [{
				key: unknown,
				value: unknown,
				undetermined: true
			}];
		}
		const elements = [...iterate(collection)];
		if (elements.length > MAXIMUM_BLOCKS) {
			this.#fail("invalid-for-each", `"for_each" has ${elements.length} elements; at most ${MAXIMUM_BLOCKS} blocks can be made.`, range);
			return;
		}
		if (functionsOf(this.#scope)?.environment.budget.trySteps(STEPS_PER_BLOCK * elements.length) === false) {
			this.#fail("evaluation-limit", "The template makes more blocks than can be evaluated: look for \"dynamic\" blocks within each other.", range);
			return;
		}
		return elements.map((each) => ({
			key: each.key.withMarks(marks),
			value: each.value.withMarks(marks),
			undetermined: false
		}));
	}
	#labels(attribute, scope) {
		if (attribute === void 0) return [];
		const { expression } = attribute;
		if (expression.kind !== "tuple") {
			this.#fail("invalid-dynamic-block", "The labels of a dynamic block are written as a list: labels = [\"a\", \"b\"]", expression.range);
			return [];
		}
		return expression.items.map((item) => {
			const { value, diagnostics } = evaluate(item, scope);
			this.#diagnostics.push(...diagnostics);
			const converted = convert(value.unmark().value, STRING$2);
			const known = converted.ok && converted.value.isKnown && !converted.value.isNull;
			if (!known && diagnostics.length === 0) this.#fail("invalid-dynamic-block", "A block label must be a string that is known before the build.", item.range);
			return {
				text: known ? converted.value.asString() : "",
				quoted: true,
				range: item.range
			};
		});
	}
	#fail(code, detail, subject) {
		const context = this.#block.headerRange;
		this.#diagnostics.push(errorDiagnostic({
			code,
			summary: "Invalid dynamic block",
			detail,
			subject,
			context
		}));
		return [];
	}
};
// src/hcl/decode/dynamic-blocks.ts
const DYNAMIC_BLOCK = {
	type: "dynamic",
	labels: ["type"]
};
const withDynamicBlocks = /* @__PURE__ */ new WeakMap();
function withDynamic(schema) {
	const known = withDynamicBlocks.get(schema) ?? {
		...schema,
		blocks: [...schema.blocks, DYNAMIC_BLOCK]
	};
	withDynamicBlocks.set(schema, known);
	return known;
}
function expandedContent(body, schema, scope, scopeOf = () => void 0) {
	const wanted = withDynamic(schema);
	const parts = bodyParts(body).map((part) => ({
		...namedContent(part, wanted),
		scope: scopeOf(part) ?? scope
	}));
	const { attributes, diagnostics } = mergedAttributes(parts);
	const scopes = new Map(parts.flatMap((part) => Array.from(part.attributes.values(), (each) => [each, part.scope])));
	const expanded = parts.map((part) => expandBlocks(part.blocks, schema, part.scope));
	return {
		attributes: new Map(Array.from(attributes, ([name, attribute]) => [name, {
			attribute,
			scope: scopes.get(attribute) ?? scope
		}])),
		blocks: expanded.flatMap(({ blocks }) => blocks),
		leftovers: [...parts.flatMap(({ rest }) => leftovers(rest)), ...expanded.flatMap((each) => each.leftovers)],
		diagnostics: [...diagnostics, ...expanded.flatMap((each) => each.diagnostics)]
	};
}
function expandBlocks(written, schema, scope) {
	const { labelsOf } = schemaNames(schema);
	const blocks = [];
	const unknown = [];
	const diagnostics = [];
	for (const block of written) {
		if (block.type !== DYNAMIC_BLOCK.type) {
			blocks.push({
				block,
				scope,
				undetermined: false
			});
			continue;
		}
		const made = new DynamicBlock(block, scope).expand();
		diagnostics.push(...made.diagnostics);
		const [first] = made.blocks;
		const labels = first === void 0 ? void 0 : labelsOf.get(first.block.type);
		if (labels === void 0) {
			if (first !== void 0) unknown.push(first.block);
			continue;
		}
		for (const each of made.blocks) {
			const wrong = wrongLabels(each.block, labels);
			if (wrong !== void 0) diagnostics.push(wrong);
			if (each.block.labels.length >= labels.length) blocks.push(each);
		}
	}
	return {
		blocks,
		leftovers: unknown,
		diagnostics
	};
}
// src/template/block-content.ts
function shape(attributes, blocks = {}) {
	return {
		attributes: attributes.map((name) => ({ name })),
		blocks: Object.entries(blocks).map(([type, labels]) => ({
			type,
			labels
		}))
	};
}
function contentOf(body, schema, findings, header) {
	const content = bodyContent(body, schema, header);
	findings.add(content.diagnostics);
	return content;
}
function expandedContentOf(body, schema, scope, findings) {
	const { attributes, blocks, leftovers, diagnostics } = expandedContent(body, schema, scope);
	const names = schema.attributes.map(({ name }) => name);
	const types = schema.blocks.map(({ type }) => type);
	findings.add([...leftovers.map((item) => unexpected$1(item, names, types)), ...diagnostics]);
	return {
		attributes: new Map(Array.from(attributes, ([name, { attribute }]) => [name, attribute])),
		blocks: blocks.filter(({ undetermined }) => !undetermined)
	};
}
// src/template/constants.ts
function constantText(attribute, findings, scope = EMPTY_SCOPE) {
	return attributeValue(attribute, STRING$2, findings, scope)?.asString();
}
function constantBool(attribute, findings, scope = EMPTY_SCOPE) {
	return attributeValue(attribute, BOOL, findings, scope)?.asBool();
}
function constantNumber(attribute, findings, scope = EMPTY_SCOPE) {
	return attributeValue(attribute, NUMBER$2, findings, scope)?.asNumber().toNumber();
}
function constantTexts(attribute, findings, scope = EMPTY_SCOPE) {
	return attributeValue(attribute, listOf(STRING$2), findings, scope)?.asElements().filter((element) => element.isKnown && !element.isNull).map((element) => element.asString());
}
function checkTextMap(attribute, findings, scope = EMPTY_SCOPE) {
	attributeValue(attribute, mapOf(STRING$2), findings, scope);
}
function attributeValue(attribute, type, findings, scope) {
	if (attribute === void 0) return void 0;
	const converted = convert(findings.take(evaluate(attribute.expression, scope)), type);
	if (!converted.ok) {
		findings.error({
			code: "invalid-value",
			summary: `Invalid value for "${attribute.name}"`,
			detail: `${sentence(converted.error.message)}.`,
			subject: attribute.expression.range
		});
		return;
	}
	return converted.value.isNull || converted.value.isUnknown ? void 0 : converted.value;
}
function sentence(clause) {
	return clause.charAt(0).toUpperCase() + clause.slice(1);
}
// src/template/build-declarations.ts
const SHAPE$5 = shape([
	"name",
	"description",
	"sources"
], {
	source: ["reference"],
	provisioner: ["type"],
	"error-cleanup-provisioner": ["type"],
	"post-processor": ["type"],
	"post-processors": [],
	hcp_packer_registry: [],
	from: ["type"]
});
const CHAIN_SHAPE = shape([], { "post-processor": ["type"] });
const SOURCE_USE_SHAPE = shape(["name"]);
function readBuild$1(block, sources, registries, scope, findings) {
	return new BuildReader(sources, registries, scope, findings).read(block);
}
var BuildReader = class {
	#sources;
	#registries;
	#scope;
	#findings;
	constructor(sources, registries, scope, findings) {
		this.#sources = sources;
		this.#registries = registries;
		this.#scope = scope;
		this.#findings = findings;
	}
	read(block) {
		const { attributes, blocks } = expandedContentOf(block.body, SHAPE$5, this.#scope, this.#findings);
		const ofType = (type) => blocks.filter((each) => each.block.type === type);
		const listed = this.#listedSources(attributes.get("sources"));
		const written = ofType("source").map((each) => this.#writtenSource(each));
		if (listed?.length === 0 && written.length === 0) this.#missingSources(block);
		for (const registry of ofType("hcp_packer_registry")) this.#registries.read(registry.block, registry.scope);
		for (const unused of ofType("from")) this.#passOver(unused.block);
		return {
			name: constantText(attributes.get("name"), this.#findings, this.#scope) ?? "",
			description: constantText(attributes.get("description"), this.#findings, this.#scope),
			sources: [...listed ?? [], ...written].filter((use) => use !== void 0),
			provisioners: ofType("provisioner"),
			errorCleanupProvisioner: this.#atMostOne(ofType("error-cleanup-provisioner")),
			postProcessorChains: this.#chains(blocks),
			range: block.headerRange
		};
	}
	#listedSources(attribute) {
		if (attribute === void 0) return [];
		const { expression } = attribute;
		const texts = constantTexts(attribute, this.#findings, this.#scope);
		if (texts === void 0 || texts.length === 0 && references(expression).length > 0) return void 0;
		const items = expression.kind === "tuple" && expression.items.length === texts.length ? expression.items : [];
		return texts.map((text, index) => this.#use(text, items[index]?.range ?? expression.range, void 0));
	}
	#writtenSource(written) {
		const [label] = written.block.labels;
		return this.#use(label?.text ?? "", label?.range ?? written.block.headerRange, written);
	}
	#use(reference, range, written) {
		const declaration = this.#sources.find(reference, range);
		if (declaration === void 0) return void 0;
		const { type, name } = declaration;
		if (written === void 0) return {
			source: {
				type,
				name,
				localName: name
			},
			body: declaration.body,
			iterated: void 0,
			declaration
		};
		const added = partialContent(written.block.body, SOURCE_USE_SHAPE);
		this.#findings.add(added.diagnostics);
		const localName = constantText(added.attributes.get("name"), this.#findings, written.scope) ?? name;
		const body = mergeBodies(declaration.body, added.rest);
		const iterated = written.scope === this.#scope ? void 0 : {
			body: added.rest,
			variables: written.scope.variables
		};
		return {
			source: {
				type,
				name,
				localName
			},
			body,
			iterated,
			declaration
		};
	}
	#chains(blocks) {
		return blocks.flatMap((each) => {
			if (each.block.type === "post-processor") return [[each]];
			if (each.block.type !== "post-processors") return [];
			return [expandedContentOf(each.block.body, CHAIN_SHAPE, each.scope, this.#findings).blocks];
		});
	}
	#atMostOne(blocks) {
		const [first, second] = blocks;
		if (second !== void 0) this.#findings.error({
			code: "duplicate-block",
			summary: "A second error-cleanup-provisioner",
			detail: "A build has at most one error-cleanup-provisioner.",
			subject: second.block.headerRange
		});
		return first;
	}
	#missingSources(block) {
		const example = this.#sources.first ?? "amazon-ebs.ubuntu";
		this.#findings.error({
			code: "missing-sources",
			summary: "A build without a source",
			detail: `A build names what it builds: sources = ["source.${example}"].`,
			subject: block.headerRange
		});
	}
	#passOver(block) {
		this.#findings.warning({
			code: "ignored-block",
			summary: `The block "${block.type}" does nothing here`,
			detail: "Packer accepts this block and never uses it.",
			subject: block.headerRange
		});
	}
};
// src/kernel/glob.ts
var GlobBuilder = class {
	#start = newPlace();
	#choices = [];
	#current = this.#start;
	#size = 1;
	one(fits) {
		const to = this.#add();
		this.#current.step = {
			fits,
			to
		};
		this.#current = to;
	}
	many(fits) {
		const loop = this.#add();
		loop.stay = fits;
		const after = this.#add();
		loop.onward.push(after);
		this.#current.onward.push(loop);
		this.#current = after;
	}
	get inChoice() {
		return this.#choices.length > 0;
	}
	openChoice() {
		this.#choices.push({
			start: this.#current,
			end: this.#add()
		});
		this.#beginAlternative();
	}
	nextAlternative() {
		this.#endAlternative();
		this.#beginAlternative();
	}
	closeChoice() {
		this.#endAlternative();
		this.#current = this.#choices.pop()?.end ?? this.#current;
	}
	build() {
		while (this.inChoice) this.closeChoice();
		const [start, end] = [this.#start, this.#current];
		return {
			matches: (name) => matches(start, end, name),
			size: this.#size
		};
	}
	#beginAlternative() {
		const { start = this.#current } = this.#choices.at(-1) ?? {};
		this.#current = this.#add();
		start.onward.push(this.#current);
	}
	#endAlternative() {
		const choice = this.#choices.at(-1);
		if (choice !== void 0) this.#current.onward.push(choice.end);
	}
	#add() {
		this.#size += 1;
		return newPlace();
	}
};
function newPlace() {
	return { onward: [] };
}
function matches(start, end, name) {
	let reached = withOnward([start]);
	for (const character of name) {
		const next = [];
		for (const place of reached) {
			if (place.stay?.(character) === true) next.push(place);
			if (place.step?.fits(character) === true) next.push(place.step.to);
		}
		if (next.length === 0) return false;
		reached = withOnward(next);
	}
	return reached.has(end);
}
function withOnward(places) {
	const reached = new Set(places);
	for (const place of reached) for (const each of place.onward) reached.add(each);
	return reached;
}
// src/template/build-pattern.ts
const ANY$1 = () => true;
const NOT_CLOSED$1 = "A bracket is not closed.";
const SPECIAL = /[\\*?[\]{}]/g;
function patternOf(name) {
	return name.replace(SPECIAL, "\\$&");
}
function compileBuildPattern(text) {
	const builder = new GlobBuilder();
	const characters = Array.from(text);
	for (let at = 0; at < characters.length; at += 1) {
		const character = characters[at] ?? "";
		if (character === "*") builder.many(ANY$1);
		else if (character === "?") builder.one(ANY$1);
		else if (character === "{") builder.openChoice();
		else if (character === "," && builder.inChoice) builder.nextAlternative();
		else if (character === "}" && builder.inChoice) builder.closeChoice();
		else if (character === "[") {
			const brackets = bracketsAt$1(characters, at + 1);
			if (typeof brackets === "string") return brackets;
			builder.one(brackets.fits);
			at = brackets.end;
		} else if (character === "\\") {
			at += 1;
			if (at < characters.length) builder.one(isCharacter(characters[at]));
		} else builder.one(isCharacter(character));
	}
	return builder.inChoice ? NOT_CLOSED$1 : builder.build();
}
function isCharacter(wanted) {
	return (character) => character === wanted;
}
function bracketsAt$1(characters, start) {
	const negated = characters[start] === "!";
	const first = negated ? start + 1 : start;
	return characters[first + 1] === "-" ? rangeAt(characters, first, negated) : listAt(characters, first, negated);
}
function rangeAt(characters, first, negated) {
	const [low = "", , high, close] = characters.slice(first, first + 4);
	if (high === void 0 || close === void 0) return NOT_CLOSED$1;
	if (close !== "]") return `The range "${low}-${high}" shares its brackets with other characters.`;
	const [least, most] = [codePoint(low), codePoint(high)];
	if (most < least) return `The range "${low}-${high}" ends before it begins.`;
	const isIn = (character) => least <= codePoint(character) && codePoint(character) <= most;
	return {
		fits: (character) => isIn(character) !== negated,
		end: first + 3
	};
}
function listAt(characters, first, negated) {
	const listed = /* @__PURE__ */ new Set();
	for (let at = first; at < characters.length; at += 1) {
		if (characters[at] === "]") {
			if (listed.size === 0) return "There is nothing in its brackets.";
			return {
				fits: (character) => listed.has(character) !== negated,
				end: at
			};
		}
		if (characters[at] === "\\") at += 1;
		listed.add(characters[at] ?? "");
	}
	return NOT_CLOSED$1;
}
function codePoint(character) {
	return character.codePointAt(0) ?? 0;
}
// src/template/plan-size.ts
const MOST_STEPS = 4e4;
function countSteps(build) {
	const cleanup = build.errorCleanupProvisioner === void 0 ? 0 : 1;
	return build.provisioners.length + cleanup + build.postProcessorChains.flat().length;
}
function isPlannable(builds, findings) {
	const total = builds.reduce((sum, { sources, steps }) => sum + sources * (1 + steps), 0);
	const [largest] = [...builds].sort((a, b) => b.sources * b.steps - a.sources * a.steps);
	if (total <= MOST_STEPS || largest === void 0) return true;
	findings.error({
		code: "plan-too-large",
		summary: "Too many steps",
		detail: `The builds come to ${total} steps, and at most ${MOST_STEPS} can be planned at once: most of them are ${largest.sources} sources with ${largest.steps} provisioners and post-processors each. Build a part of them with -only or -except, or divide the template.`,
		subject: largest.range
	});
	return false;
}
// src/hcl/decode/attribute-values.ts
const UNKNOWN_TEXT = "<unknown>";
const TYPES = {
	string: STRING$2,
	number: NUMBER$2,
	bool: BOOL,
	duration: STRING$2,
	strings: listOf(STRING$2),
	"string-lists": listOf(listOf(STRING$2)),
	"string-map": mapOf(STRING$2)
};
const DESCRIPTIONS = {
	string: "a string",
	number: "a number",
	bool: "true or false",
	duration: "a duration, such as \"30s\", \"5m\" or \"1h30m\"",
	strings: "a list of strings, such as [\"a\", \"b\"]",
	"string-lists": "a list of lists of strings, such as [[\"a\", \"b\"], [\"c\"]]",
	"string-map": "a map of strings, such as { name = \"value\" }"
};
function standIn(type) {
	switch (type) {
		case "string": return UNKNOWN_TEXT;
		case "number":
		case "duration": return 0;
		case "bool": return false;
		case "strings":
		case "string-lists": return [];
		case "string-map": return {};
	}
}
function plainAttribute(value, type, text) {
	const converted = convert(value, TYPES[type]);
	if (!converted.ok) {
		const { path, message } = elementFault(value, type) ?? converted.error;
		return {
			kind: "fault",
			fault: {
				path,
				message: `Expected ${DESCRIPTIONS[type]}: ${message}.`
			}
		};
	}
	if (converted.value.isNull) return { kind: "null" };
	const path = pathOfNull(converted.value);
	if (path !== void 0) return {
		kind: "fault",
		fault: {
			path,
			message: NULL_ELEMENT
		}
	};
	return new PlainReader(text).read(converted.value, type);
}
function elementFault(value, type) {
	const { kind } = value.type;
	if (!(type === "strings" ? kind === "tuple" : type === "string-map" && kind === "object") || value.isNull || value.isUnknown) return void 0;
	const keys = kind === "object" ? [...value.asEntries().keys()] : void 0;
	for (const [index, element] of value.children().entries()) {
		const converted = convert(element, STRING$2);
		const key = keys?.[index] ?? index;
		if (!converted.ok) return {
			path: [{
				kind: "index",
				key
			}],
			message: converted.error.message
		};
	}
}
const NOT_WHOLE = "Expected a whole number, without a fraction and of at most 15 digits.";
const NULL_ELEMENT = "It is null, which no element of a list or map can be. Leave it out, or write \"\" for the empty text.";
function pathOfNull(value) {
	const { kind } = value.type;
	if (value.isUnknown || value.isNull || kind !== "list" && kind !== "map") return void 0;
	const keys = kind === "map" ? [...value.asEntries().keys()] : void 0;
	for (const [index, element] of value.children().entries()) {
		const below = element.isNull ? [] : pathOfNull(element);
		if (below === void 0) continue;
		return value.isSensitive ? [] : [{
			kind: "index",
			key: keys?.[index] ?? index
		}, ...below];
	}
}
var PlainReader = class {
	#text;
	#unknownPaths = [];
	constructor(text) {
		this.#text = text;
	}
	read(value, type) {
		if (value.isUnknown) return {
			kind: "value",
			data: standIn(type),
			unknownPaths: [""]
		};
		if (type === "duration") return this.#duration(value);
		if (type === "number" && !Number.isSafeInteger(value.asNumber().toNumber())) return {
			kind: "fault",
			fault: {
				path: [],
				message: NOT_WHOLE
			}
		};
		return {
			kind: "value",
			data: this.#data(value, type),
			unknownPaths: this.#unknownPaths
		};
	}
	#data(value, type) {
		switch (type) {
			case "string": return this.#textAt(value, [], "", value.isSensitive);
			case "number": return value.asNumber().toNumber();
			case "bool": return value.asBool();
			case "strings": return this.#texts(value, [], "", value.isSensitive);
			case "string-lists": return value.asElements().map((list, index) => this.#texts(list, [{
				kind: "index",
				key: index
			}], `[${index}]`, value.isSensitive));
			case "string-map": return Object.fromEntries(Array.from(value.asEntries(), ([name, element]) => [name, this.#textAt(element, [{
				kind: "index",
				key: name
			}], `.${name}`, value.isSensitive)]));
		}
	}
	#texts(value, path, suffix, sensitive) {
		if (value.isUnknown) this.#unknownPaths.push(suffix);
		if (value.isUnknown) return [];
		return value.asElements().map((element, index) => this.#textAt(element, [...path, {
			kind: "index",
			key: index
		}], `${suffix}[${index}]`, sensitive || value.isSensitive));
	}
	#textAt(value, path, suffix, sensitive) {
		if (value.isUnknown) {
			this.#unknownPaths.push(suffix);
			return UNKNOWN_TEXT;
		}
		return this.#text(value.asString(), path, sensitive || value.isSensitive) ?? "";
	}
	#duration(value) {
		const text = this.#text(value.asString(), [], value.isSensitive);
		const milliseconds = text === void 0 ? 0 : parseDuration(text);
		if (text === void 0 || milliseconds !== void 0) return {
			kind: "value",
			data: milliseconds,
			unknownPaths: []
		};
		const shown = value.isSensitive ? "This" : JSON.stringify(text);
		const unit = /^\d+$/.test(text) && !value.isSensitive ? ` The unit is missing: "${text}s" would be seconds.` : "";
		return {
			kind: "fault",
			fault: {
				path: [],
				message: `${shown} is not ${DESCRIPTIONS.duration}.${unit}`
			}
		};
	}
};
// src/hcl/decode/option-choices.ts
function checkChoices(name, { choices }, data, secret, subject) {
	if (choices === void 0) return [];
	return (Array.isArray(data) ? data : [data]).filter((each) => typeof each === "string").filter((each) => !choices.includes(each)).map((each) => {
		const shown = secret ? "This value" : JSON.stringify(each);
		const suggested = secret ? "" : didYouMean(each, choices);
		return errorDiagnostic({
			code: "invalid-option-value",
			summary: `Invalid value for "${name}"`,
			detail: `${shown} is not one of the values that "${name}" can have: ${choices.join(", ")}.${suggested}`,
			subject
		});
	});
}
// src/hcl/decode/option-places.ts
var OptionPlaces = class {
	#root;
	#ranges = /* @__PURE__ */ new Map();
	#unknown = /* @__PURE__ */ new Set();
	constructor(root) {
		this.#root = root;
	}
	addAttribute(path, expression) {
		this.#ranges.set(path, expression.range);
		if (expression.kind === "tuple") for (const [index, item] of expression.items.entries()) this.#ranges.set(`${path}[${index}]`, item.range);
		else if (expression.kind === "object") for (const { key, value } of expression.items) {
			const name = key.kind === "name" ? key.name : stringLiteral(key.expression);
			if (name !== void 0) this.#ranges.set(`${path}.${name}`, value.range);
		}
	}
	removeAttribute(path) {
		this.#ranges.delete(path);
	}
	addBlock(path, header) {
		this.#ranges.set(path, header);
	}
	addUnknown(path) {
		this.#unknown.add(path);
	}
	rangeWithin(path, part) {
		const [step] = part;
		if (step === void 0) return this.range(path);
		const key = step.kind === "attribute" ? step.name : step.key;
		return this.range(typeof key === "number" ? `${path}[${key}]` : `${path}.${key}`);
	}
	range(path = "") {
		for (let each = path; each !== ""; each = parent(each)) {
			const range = this.#ranges.get(each);
			if (range !== void 0) return range;
		}
		return this.#root;
	}
	given(path) {
		return this.#ranges.has(path);
	}
	unknown(path) {
		if (this.#unknown.size === 0) return false;
		for (let each = path; each !== ""; each = parent(each)) if (this.#unknown.has(each)) return true;
		return [...this.#unknown].some((each) => each.startsWith(`${path}.`) || each.startsWith(`${path}[`));
	}
};
function parent(path) {
	return path.slice(0, Math.max(path.lastIndexOf("."), path.lastIndexOf("["), 0));
}
// src/hcl/decode/schema-index.ts
const indexes = /* @__PURE__ */ new WeakMap();
function schemaIndex(schema) {
	const known = indexes.get(schema) ?? indexed$1(schema);
	indexes.set(schema, known);
	return known;
}
function indexed$1(schema) {
	const entries = Object.entries(schema);
	const attributes = entries.flatMap(([name, option]) => option.kind === "attribute" ? [[name, option]] : []);
	const blocks = entries.flatMap(([name, option]) => option.kind === "block" ? [[name, option]] : []);
	return {
		bodySchema: {
			attributes: attributes.map(([name]) => ({ name })),
			blocks: blocks.map(([type]) => ({
				type,
				labels: []
			}))
		},
		attributes,
		blocks,
		unwritten: Object.fromEntries(entries.map(([name, option]) => [name, unwrittenValue(option)]))
	};
}
function unwrittenValue(option) {
	if (option.kind === "attribute") return option.default;
	return option.repeated ? [] : void 0;
}
// src/hcl/decode/option-decoder.ts
var OptionDecoder = class OptionDecoder {
	diagnostics = [];
	#places;
	#hooks;
	constructor(places, hooks) {
		this.#places = places;
		this.#hooks = hooks;
	}
	decode(body, schema, scope, path, header) {
		const { bodySchema, attributes, blocks, unwritten } = schemaIndex(schema);
		const options = { ...unwritten };
		const content = expandedContent(body, bodySchema, scope, (part) => this.#hooks.scopeOf?.(part));
		this.diagnostics.push(...content.diagnostics);
		for (const leftover of content.leftovers) this.#reportLeftover(leftover, bodySchema, path);
		for (const [name, option] of attributes) {
			const written = content.attributes.get(name);
			if (written === void 0 && !option.required) continue;
			options[name] = this.#decodeAttribute(name, option, written, pathOf(path, name), header);
		}
		for (const [name, option] of blocks) {
			const written = content.blocks.filter(({ block }) => block.type === name);
			if (written.length === 0 && !option.required) continue;
			options[name] = this.#decodeBlocks(name, option, written, pathOf(path, name), header);
		}
		return options;
	}
	#reportLeftover(leftover, { attributes, blocks }, path) {
		const names = attributes.map(({ name }) => name);
		const types = blocks.map(({ type }) => type);
		this.diagnostics.push(unexpected$1(leftover, names, types));
		const meant = meantFor(leftover, names, types);
		if (meant !== void 0) this.#places.addUnknown(pathOf(path, meant));
	}
	#decodeAttribute(name, option, written, path, header) {
		if (written === void 0) {
			if (!this.#places.unknown(path)) this.#error(missing("argument", name, header));
			return this.#standIn(option, path);
		}
		const { attribute, scope } = written;
		this.#note(option, name, attribute.nameRange);
		const { expression } = attribute;
		const evaluated = evaluate(expression, scope);
		this.diagnostics.push(...evaluated.diagnostics);
		this.#places.addAttribute(path, expression);
		const read = this.#read(evaluated.value, {
			path,
			option,
			range: expression.range,
			sensitive: option.sensitive
		});
		if (read === void 0) return this.#standIn(option, path);
		const { value, isRendered } = read;
		const plain = plainAttribute(value, option.type, (text, part, sensitive) => isRendered ? text : this.#text(text, {
			path,
			option,
			sensitive: sensitive || option.sensitive
		}, part));
		switch (plain.kind) {
			case "value":
				if (plain.unknownPaths.length === 0 && !option.required && countsAsUnwritten(plain.data, option)) {
					this.#places.removeAttribute(path);
					return option.default;
				}
				for (const suffix of plain.unknownPaths) this.#places.addUnknown(`${path}${suffix}`);
				if (plain.unknownPaths.length > 0 || plain.data !== false) this.#reportNotYet(option, name, attribute.nameRange);
				if (plain.unknownPaths.length === 0) {
					const secret = value.isSensitive || option.sensitive;
					this.diagnostics.push(...checkChoices(name, option, plain.data, secret, expression.range));
				}
				return plain.data;
			case "null":
				this.#places.removeAttribute(path);
				if (!option.required) return option.default;
				this.#error(nullForRequired(name, expression.range));
				return this.#standIn(option, path);
			case "fault": {
				const values = option.sensitive ? [] : valuesIn(expression, scope);
				this.#error({
					code: "invalid-option-value",
					summary: `Invalid value for "${name}${describePath(plain.fault.path)}"`,
					detail: plain.fault.message,
					subject: this.#places.rangeWithin(path, plain.fault.path),
					context: attribute.range,
					...values.length > 0 && { values }
				});
				return this.#standIn(option, path);
			}
		}
	}
	#standIn(option, path) {
		this.#places.addUnknown(path);
		return standIn(option.type);
	}
	#read(value, place) {
		const read = this.#hooks.value?.(value, place) ?? {
			value,
			isRendered: false
		};
		if (!("severity" in read)) return read;
		this.diagnostics.push(read);
	}
	#text(text, place, part) {
		if (this.#hooks.text === void 0) return text;
		const range = this.#places.rangeWithin(place.path, part);
		const rendered = this.#hooks.text(text, {
			...place,
			path: place.path + pathSuffix(part),
			range
		});
		if (typeof rendered === "string") return rendered;
		this.diagnostics.push(rendered);
		this.#places.addUnknown(place.path);
	}
	#decodeBlocks(name, option, blocks, path, header) {
		const undetermined = blocks.filter((scoped) => scoped.undetermined);
		for (const { block, scope } of undetermined) {
			this.#places.addUnknown(path);
			this.#places.addBlock(path, block.headerRange);
			const decoder = new OptionDecoder(new OptionPlaces(block.headerRange), {
				...this.#hooks,
				scopeOf: () => void 0
			});
			decoder.decode(block.body, option.schema, scope, path, block.headerRange);
			this.diagnostics.push(...decoder.diagnostics);
		}
		const determined = blocks.filter((scoped) => !scoped.undetermined);
		if (blocks.length === 0 && option.required && !this.#places.unknown(path)) this.#error(missing("block", name, header));
		const [first] = determined;
		if (first !== void 0) {
			this.#note(option, name, first.block.typeRange);
			this.#places.addBlock(path, first.block.headerRange);
		}
		const [written] = blocks;
		if (written !== void 0) this.#reportNotYet(option, name, written.block.typeRange);
		if (option.repeated) return determined.map((scoped, index) => this.#decodeBlock(scoped, option, `${path}[${index}]`));
		for (const { block } of determined.slice(1)) this.#error(secondBlock(name, block.headerRange));
		return first === void 0 ? void 0 : this.#decodeBlock(first, option, path);
	}
	#decodeBlock({ block, scope }, option, path) {
		this.#places.addBlock(path, block.headerRange);
		return this.decode(block.body, option.schema, scope, path, block.headerRange);
	}
	#note(option, name, subject) {
		if (option.note === void 0) return;
		const parts = {
			code: "option-note",
			summary: `Note on "${name}"`,
			detail: option.note,
			subject
		};
		this.diagnostics.push(warningDiagnostic(parts));
	}
	#reportNotYet(option, name, subject) {
		if (option.notYet === void 0) return;
		const summary = `"${name}" does not work yet`;
		this.diagnostics.push(notYetDiagnostic({
			code: "option-not-yet",
			summary,
			detail: option.notYet,
			subject
		}));
	}
	#error(parts) {
		this.diagnostics.push(errorDiagnostic(parts));
	}
};
function countsAsUnwritten(data, { type, emptyIsValue }) {
	if (emptyIsValue || type === "duration") return false;
	if (typeof data === "object" && data !== null) return Object.keys(data).length === 0;
	return data === "" || data === 0;
}
function pathOf(path, name) {
	return path === "" ? name : `${path}.${name}`;
}
function pathSuffix(path) {
	return path.map((step) => {
		const key = step.kind === "attribute" ? step.name : step.key;
		return typeof key === "number" ? `[${key}]` : `.${key}`;
	}).join("");
}
// src/hcl/decode/options.ts
function decodeOptions(body, schema, scope, hooks = {}) {
	const header = hooks.header ?? body.endRange;
	const places = new OptionPlaces(header);
	const decoder = new OptionDecoder(places, hooks);
	return {
		value: {
			options: decoder.decode(body, schema, scope, "", header),
			range: (path) => places.range(path),
			given: (path) => places.given(path),
			unknown: (path) => places.unknown(path)
		},
		diagnostics: decoder.diagnostics
	};
}
// src/template/frozen.ts
function deepFreeze(data) {
	if (typeof data !== "object" || data === null || Object.isFrozen(data)) return data;
	const prototype = Object.getPrototypeOf(data);
	if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null) return data;
	Object.freeze(data);
	for (const value of Object.values(data)) deepFreeze(value);
	return data;
}
// src/template/go-template/problem.ts
const KEEP_BRACES = "To have two braces in the text itself, write {{ \"{{\" }}.";
var GoTemplateProblem = class GoTemplateProblem extends Error {
	name = "GoTemplateProblem";
	code;
	span;
	remedy;
	constructor(message, code, options = {}) {
		super(message);
		this.code = code;
		this.span = options.span;
		this.remedy = options.remedy?.trim() || void 0;
	}
	at(span) {
		if (this.span !== void 0) return this;
		return new GoTemplateProblem(this.message, this.code, {
			span,
			remedy: this.remedy
		});
	}
};
// src/template/replaced-fields.ts
const REPLACED = { CreateTime: "{{ timestamp }}" };
function replacedField(name) {
	if (!Object.hasOwn(REPLACED, name)) return void 0;
	return `Packer has no {{ .${name} }} any more: write ${REPLACED[name]}.`;
}
// src/template/text-place.ts
const OPEN$1 = "{{";
function placeInSource(source, expression, text, part) {
	const raw = source.slice(expression);
	const written = occurrences$1(raw);
	const made = occurrences$1(text);
	const which = made.findLastIndex((at) => at <= part.start);
	const rawStart = written[which];
	const textStart = made[which];
	if (written.length !== made.length || rawStart === void 0 || textStart === void 0) return expression;
	const quoted = raw.startsWith("\"");
	const start = follow(raw, rawStart, text, textStart, part.start, quoted);
	const end = start === void 0 ? void 0 : follow(raw, start, text, part.start, part.end, quoted);
	if (start === void 0 || end === void 0) return expression;
	return source.range(expression.start.offset + start, expression.start.offset + end);
}
function occurrences$1(text) {
	const found = [];
	for (let at = text.indexOf(OPEN$1); at !== -1; at = text.indexOf(OPEN$1, at + 2)) found.push(at);
	return found;
}
function follow(raw, rawFrom, text, from, to, quoted) {
	let rawAt = rawFrom;
	let at = from;
	while (at < to || !quoted && plainAt(raw, rawAt, text, at)?.text === 0) {
		const step = quoted && raw[rawAt] === "\\" ? escapeAt(raw, rawAt) : plainAt(raw, rawAt, text, at);
		if (step === void 0) return void 0;
		rawAt += step.raw;
		at += step.text;
	}
	return rawAt;
}
function escapeAt(raw, at) {
	const match = /^\\(?:[nrtbf"\\/]|u[0-9a-fA-F]{4}|U([0-9a-fA-F]{8}))/.exec(raw.slice(at, at + 10));
	if (match === null) return void 0;
	const astral = match[1] !== void 0 && Number.parseInt(match[1], 16) > 65535;
	return {
		raw: match[0].length,
		text: astral ? 2 : 1
	};
}
function plainAt(raw, at, text, textAt) {
	if (/^(?:\$\$|%%)\{/.test(raw.slice(at, at + 3))) return {
		raw: 3,
		text: 2
	};
	if (raw[at] === text[textAt]) return {
		raw: 1,
		text: 1
	};
	return /[ \t\r]/.test(raw[at] ?? "") ? {
		raw: 1,
		text: 0
	} : void 0;
}
// src/template/text-problem.ts
const IN_A_FILE = "What has to keep its braces belongs in a file (a script, say): files are not rendered.";
function placeIn$1(expression, text, findSource) {
	return (part) => {
		if (expression === void 0) return {};
		const source = findSource(expression.filename);
		return {
			subject: source !== void 0 && part !== void 0 ? placeInSource(source, expression, text, part) : expression,
			context: expression
		};
	};
}
function textProblem({ code, message, remedy, span }, named) {
	const instead = named.isRenderedTwice ? remedy?.replace(KEEP_BRACES, IN_A_FILE) : remedy;
	const detail = instead === void 0 ? `${message}.` : `${message}. ${instead}`;
	return errorDiagnostic({
		code,
		summary: `Invalid {{ }} in ${named.what}`,
		detail: named.isSensitive ? "An action in this sensitive text is wrong." : detail,
		...named.place(span)
	});
}
function undeclaredVariable({ name, span, suggestion }, named) {
	return warningDiagnostic({
		code: "undeclared-variable",
		summary: `There is no variable "${name}"`,
		detail: `Neither the template nor whoever gave values knows a variable of that name, so nothing takes its place in ${named.what}, as in Packer.${suggestion}`,
		...named.place(span)
	});
}
function withoutValue(action, text, named) {
	const field = /^\.(\w+)$/.exec(text.slice(action.start, action.end))?.[1];
	const remedy = (field && replacedField(field)) ?? (named.isRenderedTwice ? IN_A_FILE : "To keep the two braces as they are, write {{ \"{{\" }}.");
	return warningDiagnostic({
		code: "no-template-value",
		summary: "A {{ }} action without a value",
		detail: `Nothing of that name is known in ${named.what}, so the text "<no value>" takes its place, as in Packer. ${remedy}`,
		...named.place(action)
	});
}
function unknownField({ name, span, suggestion }, named) {
	const remedy = replacedField(name) ?? IN_A_FILE;
	return warningDiagnostic({
		code: "no-template-value",
		summary: `There is no "{{ .${name} }}" here`,
		detail: `Nothing of that name is known in ${named.what} when the build runs, so the text "<no value>" takes its place, as in Packer.${suggestion} ${remedy}`,
		...named.place(span)
	});
}
// src/template/option-text.ts
function renderOptionText(text, { path, option, range, sensitive }, renderer, findSource, warnings, generated) {
	const { rendering } = option;
	if (rendering === "never") return text;
	const named = {
		what: `"${path}"`,
		isSensitive: sensitive || renderer.asksForSensitive(text),
		isRenderedTwice: rendering === "twice",
		place: placeIn$1(range, text, findSource)
	};
	try {
		warnings.push(...renderer.undeclaredVariables(text).map((each) => undeclaredVariable(each, named)));
		if (typeof rendering === "object") {
			renderer.check(text);
			const unknown = renderer.unknownFields(text, rendering);
			if (generated === void 0) warnings.push(...unknown.map((each) => unknownField(each, named)));
			return text;
		}
		const rendered = renderer.atPlan(text, generated);
		warnings.push(...rendered.withoutValue.map((action) => withoutValue(action, text, named)));
		return rendered.text;
	} catch (thrown) {
		if (!(thrown instanceof GoTemplateProblem)) throw thrown;
		return textProblem(thrown, named);
	}
}
// src/template/renamed-options.ts
const RENAMED = [
	[
		/^amazon-/,
		"enhanced_networking",
		"It is named ena_support now."
	],
	[
		/^amazon-/,
		"ssh_private_ip",
		"Write ssh_interface = \"private_ip\" in place of true, and ssh_interface = \"public_ip\" in place of false."
	],
	[
		/^amazon-/,
		"shutdown_behaviour",
		"It is named shutdown_behavior now."
	],
	[
		/^amazon-/,
		"temporary_security_group_source_cidr",
		"It is named temporary_security_group_source_cidrs now, and holds a list."
	],
	[
		/^(amazon-|null$)/,
		"ssh_key_path",
		"It is named ssh_private_key_file now."
	],
	[
		/^(amazon-|null$)/,
		"ssh_disable_agent",
		"It is named ssh_disable_agent_forwarding now."
	],
	[
		/^ansible-local$/,
		"galaxycommand",
		"It is named galaxy_command now."
	],
	[
		/^manifest$/,
		"filename",
		"It is named output now."
	]
];
function withNewName(diagnostic, type, findSource) {
	const { code, subject } = diagnostic;
	const source = code !== "unknown-option" || subject === void 0 ? void 0 : findSource(subject.filename);
	if (subject === void 0 || source === void 0) return diagnostic;
	const name = source.slice(subject).replaceAll("\"", "");
	const renamed = RENAMED.find(([component, old]) => old === name && component.test(type));
	if (renamed === void 0) return diagnostic;
	return {
		...diagnostic,
		detail: `Packer has no argument named "${name}" any more. ${renamed[2]}`
	};
}
// src/template/planned-component.ts
function planComponent(block, findSource, remote, findings) {
	const decode = (generated) => {
		const warnings = [];
		const scope = block.scope(generated);
		const { iterated } = block;
		const inner = iterated === void 0 ? void 0 : childScope(scope, iterated.variables);
		const render = (text, place) => renderOptionText(text, place, block.renderer, findSource, warnings, generated);
		const hooks = {
			header: block.range,
			text: render,
			...block.typing !== void 0 && { value: (value, place) => typedValue$1(value, place, block, render) },
			scopeOf: (part) => part === iterated?.body ? inner : void 0
		};
		const { value, diagnostics } = decodeOptions(block.body, block.schema, scope, hooks);
		deepFreeze(value.options);
		return {
			value,
			diagnostics: [...diagnostics.map((each) => withNewName(each, block.type, findSource)), ...warnings]
		};
	};
	const planned = decode(void 0);
	findings.add(planned.diagnostics);
	const { type, range } = block;
	return {
		type,
		range,
		decoded: planned.value,
		atRun: (generated) => remote.settle(() => decode(generated))
	};
}
function typedValue$1(value, place, { typing, renderer }, render) {
	if (typing === void 0 || value.isNull || value.isUnknown) return {
		value,
		isRendered: false
	};
	const { type } = place.option;
	if (asksForUnknown(value, renderer)) return {
		value: Value.unknownOf(DYNAMIC),
		isRendered: true
	};
	if (!(value.type.kind === "string" && value.asString().includes("{{")) || type === "string") return {
		value: typing(value, type),
		isRendered: false
	};
	const text = render(value.asString(), place);
	return typeof text === "string" ? {
		value: typing(Value.string(text), type),
		isRendered: true
	} : text;
}
function asksForUnknown(value, renderer) {
	if (value.type.kind === "string" && !value.isNull) return renderer.asksForUnknown(value.asString());
	return value.children().some((each) => asksForUnknown(each, renderer));
}
// src/hcl/values/json.ts
function toJson(value) {
	if (value.isNull) return "null";
	switch (value.type.kind) {
		case "string": return quoteJson(value.asString());
		case "number": return formatNumber(value.asNumber());
		case "bool": return String(value.asBool());
		case "map":
		case "object": return `{${Array.from(value.asEntries(), ([key, item]) => `${quoteJson(key)}:${toJson(item)}`).join(",")}}`;
		default: return `[${value.asElements().map(toJson).join(",")}]`;
	}
}
function quoteJson(text) {
	return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function fromPlain(data) {
	if (data === null || data === void 0) return Value.nullOf(DYNAMIC);
	switch (typeof data) {
		case "string": return Value.string(data);
		case "boolean": return Value.bool(data);
		case "number":
		case "bigint": return Value.number(data);
		case "object":
			if (Array.isArray(data)) return Value.tuple(data.map(fromPlain));
			if (data instanceof Map) return Value.object(Array.from(data, ([key, item]) => [String(key), fromPlain(item)]));
			return Value.object(Object.entries(data).map(([key, item]) => [key, fromPlain(item)]));
		default: throw new Error(`Not plain data: a ${typeof data}`);
	}
}
var JsonError = class extends Error {
	name = "JsonError";
	line;
	column;
	constructor(message, text, offset) {
		super(message);
		const before = text.slice(0, offset);
		this.line = before.split("\n").length;
		this.column = offset - before.lastIndexOf("\n");
	}
};
function fromJson(text) {
	return new JsonReader$1(text).read();
}
const BLANKS = /[ \t\r\n]*/y;
const STRING$1 = /"[^"\\\p{Cc}]*(?:(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\u007f-\u009f])[^"\\\p{Cc}]*)*"/uy;
const NUMBER$1 = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD$1 = /true|false|null/y;
const DEEPEST = 1e3;
var JsonReader$1 = class {
	#text;
	#offset = 0;
	#depth = 0;
	constructor(text) {
		this.#text = text;
	}
	read() {
		const value = this.#value();
		this.#take(BLANKS);
		if (this.#offset < this.#text.length) throw this.#expected("nothing more");
		return value;
	}
	#value() {
		if (this.#depth > DEEPEST) throw new JsonError("it is nested too deeply", this.#text, this.#offset);
		this.#take(BLANKS);
		switch (this.#text[this.#offset]) {
			case "{": return Value.object(this.#items("}", () => this.#entry()));
			case "[": return Value.tuple(this.#items("]", () => this.#value()));
			case "\"": return Value.string(this.#string());
			default: return this.#scalar();
		}
	}
	#items(close, readItem) {
		const items = [];
		this.#offset += 1;
		this.#depth += 1;
		if (!this.#skip(close)) {
			do
				items.push(readItem());
			while (this.#skip(","));
			if (!this.#skip(close)) throw this.#expected(`"," or "${close}"`);
		}
		this.#depth -= 1;
		return items;
	}
	#entry() {
		this.#take(BLANKS);
		const key = this.#string();
		if (!this.#skip(":")) throw this.#expected("\":\"");
		return [key, this.#value()];
	}
	#string() {
		const literal = this.#take(STRING$1);
		if (literal === void 0) throw this.#expected("a string in double quotes");
		return String(JSON.parse(literal));
	}
	#scalar() {
		const word = this.#take(WORD$1);
		if (word !== void 0) return word === "null" ? Value.nullOf(DYNAMIC) : Value.bool(word === "true");
		const start = this.#offset;
		const digits = this.#take(NUMBER$1);
		if (digits === void 0) throw this.#expected("a value");
		const number = parseNumber(digits);
		if (number === void 0) throw new JsonError("the number is too large", this.#text, start);
		return Value.number(number);
	}
	#skip(character) {
		this.#take(BLANKS);
		if (this.#text[this.#offset] !== character) return false;
		this.#offset += 1;
		return true;
	}
	#take(pattern) {
		pattern.lastIndex = this.#offset;
		const match = pattern.exec(this.#text);
		if (match === null) return void 0;
		this.#offset = pattern.lastIndex;
		return match[0];
	}
	#expected(what) {
		return new JsonError(`${what} is expected here${this.#offset < this.#text.length ? "" : ", but the text ends"}`, this.#text, this.#offset);
	}
};
// src/template/scopes.ts
function constantObjects(root, workingDirectory) {
	return [["path", Value.object({
		cwd: Value.string(workingDirectory),
		root: Value.string(root)
	})], ["packer", Value.object({
		version: Value.string(PACKER_VERSION),
		iterationID: Value.unknownOf(STRING$2),
		versionFingerprint: Value.unknownOf(STRING$2)
	})]];
}
function constantScope(root, workingDirectory) {
	const nothing = Value.object({});
	return childScope(EMPTY_SCOPE, [
		...constantObjects(root, workingDirectory),
		["var", nothing],
		["local", nothing],
		["data", nothing],
		UNKNOWN_SOURCE
	]);
}
const UNKNOWN_SOURCE = ["source", Value.object({
	type: Value.unknownOf(STRING$2),
	name: Value.unknownOf(STRING$2)
})];
function sourceScope(parent, { type, localName }) {
	return childScope(parent, [["source", Value.object({
		type: Value.string(type),
		name: Value.string(localName)
	})]]);
}
function buildObject(buildName, announced, generated) {
	const values = /* @__PURE__ */ new Map();
	for (const name of [...COMMON_BUILD_NAMES, ...announced]) values.set(name, generated === void 0 ? Value.unknownOf(DYNAMIC) : Value.string(UNKNOWN_TEXT));
	for (const [name, value] of Object.entries(generated ?? {})) values.set(name, fromPlain(value));
	values.set("name", Value.string(buildName));
	return Value.object(values);
}
// src/template/source-reference.ts
function parseSourceReference(text) {
	const parts = text.split(".");
	const [type, name, ...rest] = parts.length === 3 ? parts.slice(1) : parts;
	if (type === void 0 || name === void 0 || type === "" || name === "" || rest.length > 0) return void 0;
	return {
		type,
		name
	};
}
function fullBuildName(buildName, { type, localName }) {
	return buildName === "" ? `${type}.${localName}` : `${buildName}.${type}.${localName}`;
}
// src/template/step-overrides.ts
function overridesFor(override, localName, all, scope, findings) {
	const reader = new OverrideReader(scope, findings);
	const sources = reader.entries(override.expression, "An override");
	for (const { name, nameRange } of sources) {
		if (all.includes(name)) continue;
		findings.warning({
			code: "unmatched-override",
			summary: `"override" names "${name}", which is no source of this build`,
			detail: `The sources of the build are: ${all.join(", ")}.${didYouMean(name, all)} They are named without their type.`,
			subject: nameRange
		});
	}
	const own = sources.find(({ name }) => name === localName);
	return own === void 0 ? [] : reader.entries(own.expression, `The override for ${localName}`);
}
var OverrideReader = class {
	#scope;
	#findings;
	constructor(scope, findings) {
		this.#scope = scope;
		this.#findings = findings;
	}
	entries(expression, what) {
		if (expression.kind === "parenthesized") return this.entries(expression.expression, what);
		if (expression.kind === "object") return expression.items.flatMap((item) => this.#written(item));
		return this.#computed(expression, what);
	}
	#written({ key, value }) {
		const name = key.kind === "name" ? key.name : this.#key(key.expression);
		return name === void 0 ? [] : [attribute$1(name, key.range, value)];
	}
	#key(expression) {
		const literal = stringLiteral(expression) ?? keyword(expression);
		if (literal !== void 0) return literal;
		const value = this.#findings.take(evaluate(expression, this.#scope));
		return value.isKnown && !value.isNull && value.type.kind === "string" ? value.asString() : void 0;
	}
	#computed(expression, what) {
		const value = this.#findings.take(evaluate(expression, this.#scope));
		if (value.isKnown && value.isNull) return [];
		const { range } = expression;
		if (!isObject(value)) {
			this.#findings.error({
				code: "invalid-override",
				summary: "Invalid override",
				detail: `${what} has to be an object that is known before the build: override = { ubuntu = { option = value } }.`,
				subject: range
			});
			return [];
		}
		return Array.from(value.asEntries(), ([name]) => attribute$1(name, range, {
			kind: "access",
			target: expression,
			steps: [{
				kind: "attribute",
				name,
				range
			}],
			range
		}));
	}
};
function isObject(value) {
	return value.isKnown && !value.isNull && (value.type.kind === "object" || value.type.kind === "map");
}
function attribute$1(name, nameRange, expression) {
	const { filename } = nameRange;
	return {
		kind: "attribute",
		name,
		nameRange,
		equalsRange: {
			filename,
			start: nameRange.end,
			end: nameRange.end
		},
		expression,
		range: {
			filename,
			start: nameRange.start,
			end: expression.range.end
		}
	};
}
// src/template/step-rules.ts
function isMeantFor(name, only, except) {
	return only.length > 0 ? only.includes(name) : !except.includes(name);
}
function onlyAndExcept(subject) {
	return {
		code: "only-and-except",
		summary: "Both \"only\" and \"except\"",
		detail: "A step takes either \"only\" or \"except\", not both.",
		subject
	};
}
function stepDuration(setting, text, range, findings, hint = "") {
	const milliseconds = parseDuration(text);
	if (milliseconds !== void 0 && milliseconds >= 0) return milliseconds || void 0;
	findings.error({
		code: "invalid-duration",
		summary: `Invalid duration for "${setting}"`,
		detail: `${JSON.stringify(text)} is no duration. Write a number with its unit, such as "30s", "5m" or "1h30m".${hint}`,
		subject: range
	});
}
function invalidRetries(written, subject) {
	return {
		code: "invalid-value",
		summary: "Invalid value for \"max_retries\"",
		detail: `The number of tries after the first one has to be a whole number, 0 or more; ${written} is not.`,
		subject
	};
}
// src/template/step-settings.ts
const PROVISIONER_SETTINGS$1 = [
	"name",
	"only",
	"except",
	"pause_before",
	"timeout",
	"max_retries",
	"continue_on_error",
	"override"
];
const POST_PROCESSOR_SETTINGS$1 = [
	"name",
	"only",
	"except",
	"keep_input_artifact"
];
var StepSettings = class {
	#block;
	#settings;
	#scope;
	#findings;
	constructor(block, names, scope, findings) {
		this.#block = block;
		const content = partialContent(block.body, shape(names));
		findings.add(content.diagnostics);
		this.#settings = content.attributes;
		this.#scope = scope;
		this.#findings = findings;
	}
	get name() {
		return constantText(this.#attribute("name"), this.#findings, this.#scope);
	}
	runsFor(source, all) {
		const only = this.#names("only", all);
		const except = this.#names("except", all);
		if (only.length > 0 && except.length > 0) this.#findings.error(onlyAndExcept(this.#attribute("except")?.nameRange ?? this.#block.headerRange));
		return isMeantFor(source, only, except);
	}
	#names(setting, all) {
		const attribute = this.#attribute(setting);
		const names = constantTexts(attribute, this.#findings, this.#scope) ?? [];
		for (const name of names) {
			if (all.includes(name) || attribute === void 0) continue;
			this.#findings.warning({
				code: "unmatched-step-selection",
				summary: `"${setting}" names "${name}", which is no source of this build`,
				detail: `The sources of the build are: ${all.join(", ")}.${didYouMean(name, all)} Names are written type.name, without wildcards.`,
				subject: attribute.expression.range
			});
		}
		return names;
	}
	duration(setting) {
		const attribute = this.#attribute(setting);
		const text = constantText(attribute, this.#findings, this.#scope);
		if (attribute === void 0 || text === void 0 || text === "") return void 0;
		return stepDuration(setting, text, attribute.expression.range, this.#findings);
	}
	get maxRetries() {
		const attribute = this.#attribute("max_retries");
		const retries = constantNumber(attribute, this.#findings, this.#scope) ?? 0;
		if (attribute === void 0 || Number.isSafeInteger(retries) && retries >= 0) return retries;
		this.#findings.error(invalidRetries(String(retries), attribute.expression.range));
		return 0;
	}
	bool(setting) {
		return constantBool(this.#attribute(setting), this.#findings, this.#scope);
	}
	overrides(localName, all) {
		const attribute = this.#attribute("override");
		return attribute === void 0 ? [] : overridesFor(attribute, localName, all, this.#scope, this.#findings);
	}
	#attribute(name) {
		return this.#settings.get(name);
	}
};
// src/template/unknown-component.ts
function unknownComponent(kind, type, subject, catalog, plugins) {
	const known = {
		builder: catalog.builders,
		provisioner: catalog.provisioners,
		"post-processor": catalog.postProcessors
	}[kind];
	const instead = catalog.foreign.get(type) ?? ofAnotherPlugin(type, plugins);
	if (instead !== void 0) return notYetDiagnostic({
		code: `foreign-${kind}`,
		summary: `The ${kind} "${type}" is not built in`,
		detail: `Its options are not judged, and it does not run. ${instead}${leaveOut(kind)}`,
		subject
	});
	return errorDiagnostic({
		code: `unknown-${kind}`,
		summary: `Unknown ${kind} "${type}"`,
		detail: `There is no ${kind} of that name.${didYouMean(type, known.keys())} There are: ${[...known.keys()].sort().join(", ")}.`,
		subject
	});
}
function ofAnotherPlugin(type, plugins) {
	const plugin = plugins.find(({ name, builtIn }) => !builtIn && (type === name || type.startsWith(`${name}-`)));
	return plugin === void 0 ? void 0 : `It belongs to the plugin "${plugin.name}" (${plugin.source}), and plugins are not downloaded.`;
}
function leaveOut(kind) {
	if (kind === "builder") return " To build the other sources, leave this one out with -except or -only.";
	return kind === "post-processor" ? " To keep the template as it is, skip it with -except." : "";
}
// src/template/build-planner.ts
async function planBuilds(planning) {
	const selected = planning.builds.map((declaration) => ({
		declaration,
		uses: declaration.sources.map((use) => ({
			use,
			name: fullBuildName(declaration.name, use.source)
		})).filter(({ name }) => planning.selector.selects(name))
	}));
	if (!isPlannable(selected.map(({ declaration, uses }) => {
		return {
			sources: uses.length,
			steps: countSteps(declaration),
			range: declaration.range
		};
	}), planning.findings)) return [];
	const builds = [];
	for (const { declaration, uses } of selected) {
		const shared = namesOfSources(declaration);
		for (const { use, name } of uses) {
			await planning.turns.next();
			const planned = new SourcePlanner(planning, declaration, use, shared).plan(name);
			if (planned !== void 0) builds.push(planned);
		}
	}
	return builds;
}
function namesOfSources({ sources }) {
	return {
		full: sources.map(({ source }) => `${source.type}.${source.localName}`),
		local: sources.map(({ source }) => source.localName)
	};
}
var SourcePlanner = class {
	#planning;
	#build;
	#use;
	#builder;
	#renderer;
	#beforeTheRun;
	#sourceName;
	#sourceNames;
	constructor(planning, build, use, names) {
		this.#planning = planning;
		this.#build = build;
		this.#use = use;
		this.#builder = planning.catalog.builders.get(use.source.type);
		const { name, type } = use.source;
		this.#renderer = planning.renderer(name, type, buildDataNames(this.#builder));
		this.#beforeTheRun = this.#buildObject(void 0);
		this.#sourceName = `${use.source.type}.${use.source.localName}`;
		this.#sourceNames = names;
	}
	plan(name) {
		const builder = this.#planBuilder();
		const provisioners = this.#build.provisioners.map((each) => this.#planProvisioner(each));
		const cleanup = this.#build.errorCleanupProvisioner;
		const errorCleanupProvisioner = cleanup === void 0 ? void 0 : this.#planProvisioner(cleanup);
		const chains = this.#build.postProcessorChains.map((chain) => this.#planChain(chain));
		if (builder === void 0) return void 0;
		return {
			name,
			only: patternOf(name),
			source: this.#use.source,
			builder,
			provisioners: provisioners.filter((each) => each !== void 0),
			errorCleanupProvisioner,
			postProcessorChains: chains.filter((chain) => chain.length > 0),
			render: this.#renderer.atRun
		};
	}
	#planBuilder() {
		const { declaration, body, iterated, source } = this.#use;
		const { scope } = this.#planning;
		const description = this.#known("builder", source.type, declaration.typeRange, this.#builder);
		if (description === void 0) return void 0;
		const own = childScope(sourceScope(scope, source), [["build", Value.object({ name: Value.string(this.#build.name) })]]);
		return this.#component(description, body, declaration.range, () => own, iterated);
	}
	#planProvisioner(step) {
		const settings = this.#settings(step, PROVISIONER_SETTINGS$1);
		if (!settings.runsFor(this.#sourceName, this.#sourceNames.full)) return void 0;
		const overrides = settings.overrides(this.#use.source.localName, this.#sourceNames.local);
		const component = this.#planStep("provisioner", step, PROVISIONER_SETTINGS$1, overrides);
		if (component === void 0) return void 0;
		return {
			...component,
			name: settings.name,
			pauseBeforeMs: settings.duration("pause_before") ?? 0,
			timeoutMs: settings.duration("timeout"),
			maxRetries: settings.maxRetries,
			continueOnError: settings.bool("continue_on_error") ?? false
		};
	}
	#planChain(chain) {
		const planned = [];
		for (const step of chain) {
			const settings = this.#settings(step, POST_PROCESSOR_SETTINGS$1);
			if (!settings.runsFor(this.#sourceName, this.#sourceNames.full)) continue;
			const { name } = settings;
			if (this.#planning.selector.drops(name ?? typeOf$1(step.block))) break;
			const component = this.#planStep("post-processor", step, POST_PROCESSOR_SETTINGS$1, []);
			if (component === void 0) continue;
			planned.push({
				...component,
				name,
				keepInputArtifact: settings.bool("keep_input_artifact")
			});
		}
		return planned;
	}
	#planStep(kind, step, settings, overrides) {
		const { block } = step;
		const { provisioners, postProcessors } = this.#planning.catalog;
		const type = typeOf$1(block);
		const description = (kind === "provisioner" ? provisioners : postProcessors).get(type);
		const known = this.#known(kind, type, block.labels[0]?.range ?? block.headerRange, description);
		if (known === void 0) return void 0;
		const options = withoutAttributes(block.body, [...settings, ...overrides.map(({ name }) => name)]);
		const body = mergeBodies(options, nativeBody(options, overrides));
		return this.#component(known, body, block.headerRange, (generated) => this.#stepScope(step, generated));
	}
	#settings(step, names) {
		return new StepSettings(step.block, names, this.#stepScope(step, void 0), this.#planning.findings);
	}
	#stepScope(step, generated) {
		return childScope(sourceScope(step.scope, this.#use.source), [["build", generated === void 0 ? this.#beforeTheRun : this.#buildObject(generated)]]);
	}
	#buildObject(generated) {
		if (this.#builder === void 0) return Value.unknownOf(DYNAMIC);
		return buildObject(this.#build.name, this.#builder.generatedNames, generated);
	}
	#component({ type, schema }, body, range, scope, iterated) {
		const { findSource, remote, findings } = this.#planning;
		const renderer = this.#renderer;
		return planComponent({
			type,
			schema,
			body,
			range,
			renderer,
			scope,
			iterated
		}, findSource, remote, findings);
	}
	#known(kind, type, range, description) {
		const { catalog, plugins, findings } = this.#planning;
		if (description === void 0) findings.add([unknownComponent(kind, type, range, catalog, plugins)]);
		return description;
	}
};
function typeOf$1(block) {
	return block.labels[0]?.text ?? "";
}
function withoutAttributes(body, names) {
	return partialContent(body, {
		attributes: names.map((name) => ({ name })),
		blocks: []
	}).rest;
}
// src/template/build-selection.ts
var BuildSelector = class {
	#only;
	#except;
	#buildNames = [];
	#postProcessorNames = [];
	#selected = 0;
	constructor({ only, except }) {
		this.#only = only.map((text) => new Pattern(text));
		this.#except = except.map((text) => new Pattern(text));
	}
	selects(build) {
		this.#buildNames.push(build);
		const wanted = matching(this.#only, build).length > 0 || this.#only.length === 0;
		const unwanted = matching(this.#except, build).length > 0;
		if (wanted && !unwanted) this.#selected += 1;
		return wanted && !unwanted;
	}
	get selectsNothing() {
		return this.#selected === 0;
	}
	drops(postProcessor) {
		this.#postProcessorNames.push(postProcessor);
		return matching(this.#except, postProcessor).length > 0;
	}
	diagnostics() {
		return [...this.#only.filter(({ used }) => !used).map((pattern) => this.#unmatched("only", pattern, this.#buildNames)), ...this.#except.filter(({ used }) => !used).map((pattern) => this.#unmatched("except", pattern, [...this.#buildNames, ...this.#postProcessorNames]))];
	}
	#unmatched(option, { text, fault }, names) {
		if (fault !== void 0) return errorDiagnostic({
			code: "invalid-selection",
			summary: `"${option}" has the pattern "${text}", which can't be read`,
			detail: `${fault} A backslash takes the meaning from the character after it.`
		});
		const known = [...new Set(this.#buildNames)];
		const listed = known.length === 0 ? "There are no builds." : `The builds are: ${known.join(", ")}.`;
		return warningDiagnostic({
			code: "unmatched-selection",
			summary: `"${option}" names "${text}", which fits no build`,
			detail: `${listed}${didYouMean(text, names)} A "*" stands for any characters.`
		});
	}
};
var Pattern = class {
	text;
	fault;
	used = false;
	#matches;
	constructor(text) {
		this.text = text;
		const glob = compileBuildPattern(text);
		this.fault = typeof glob === "string" ? glob : void 0;
		this.#matches = typeof glob === "string" ? () => false : glob.matches;
	}
	matches(name) {
		const matches = name === this.text || this.#matches(name);
		this.used ||= matches;
		return matches;
	}
};
function matching(patterns, name) {
	return patterns.filter((pattern) => pattern.matches(name));
}
// src/template/bare-names.ts
function explainBareName(diagnostic, source, range, names) {
	const name = source.slice(range);
	if (name === "build") return {
		...diagnostic,
		detail: "build.… is what the run finds out: it is only known in provisioners and post-processors."
	};
	if (name === "each") return {
		...diagnostic,
		detail: "In the content of a dynamic block the iterator is called as the block is, unless \"iterator\" names it: in dynamic \"tag\" write tag.key and tag.value."
	};
	const otherwise = fillsInterpolation(source, range) ? forTheShell(name) : TEXT;
	const meant = referable(diagnostic, name, names);
	if (meant.length === 0) return {
		...diagnostic,
		detail: diagnostic.detail.replace(TEXT, () => otherwise)
	};
	return {
		...diagnostic,
		detail: `There is no variable named "${name}". Did you mean ${meant.join(" or ")}? ${otherwise}`
	};
}
const TEXT = "To write text, enclose it in double quotes.";
function forTheShell(name) {
	return `If \${${name}} is meant for the shell, write $\${${name}} or $${name}.`;
}
function fillsInterpolation({ text }, { start, end }) {
	return text.startsWith("${", start.offset - 2) && text[end.offset] === "}";
}
function referable({ detail }, name, { variables, locals }) {
	const named = (wanted) => [...includes(variables, wanted) ? [`var.${wanted}`] : [], ...includes(locals, wanted) ? [`local.${wanted}`] : []];
	const exact = named(name);
	if (exact.length > 0 || detail.includes("Did you mean")) return exact;
	const nearest = suggestion(name, both(variables, locals));
	return nearest === void 0 ? [] : named(nearest);
}
function includes(names, wanted) {
	for (const name of names) if (name === wanted) return true;
	return false;
}
function* both(first, second) {
	yield* first;
	yield* second;
}
// src/template/undeclared-data.ts
const OF_TERRAFORM = /^aws_/;
function undeclaredData(diagnostic, owner, name, known) {
	const meant = `${owner.replace(/\s/g, "")}.${name}`.slice(5);
	const [type = "", own] = meant.split(".");
	const what = own === void 0 ? `type "${type}"` : `type "${type}" named "${own}"`;
	return {
		...diagnostic,
		code: "undeclared-data-source",
		summary: `Undeclared data source "${meant}"`,
		detail: `The template declares no data source of ${what}. ${remedy(meant, type, own, known)}`
	};
}
function remedy(meant, type, own, { data, dataTypes }) {
	const types = [...dataTypes];
	const all = [...data];
	const candidates = own === void 0 ? [...new Set(all.map(typeOf))] : all;
	const nearest = suggestion(meant, candidates);
	if (nearest !== void 0 && types.includes(typeOf(nearest))) return `Did you mean "${nearest}"?`;
	if (types.includes(type)) return nearest === void 0 ? `To declare it, write data "${type}" "${own ?? "…"}" {}.` : `The block data "${typeOf(nearest)}" has a type that does not exist: if it is meant, correct it there.`;
	const existing = `There are: ${types.sort().join(", ")}.`;
	const terraform = OF_TERRAFORM.test(type) ? "Terraform's data sources are not Packer's. " : "";
	const near = suggestion(type, types);
	return `${terraform}${near === void 0 ? "" : `Did you mean "${near}"? `}${existing}`;
}
function typeOf(key) {
	return key.split(".")[0] ?? "";
}
// src/template/clearer-diagnostics.ts
function clearer(diagnostic, findSource, names) {
	const { code, subject, context } = diagnostic;
	const source = subject === void 0 ? void 0 : findSource(subject.filename);
	if (subject === void 0 || source === void 0) return diagnostic;
	const text = source.slice(subject);
	if (code === "unknown-variable") return explainBareName(diagnostic, source, subject, names);
	if (code === "variables-not-allowed" && /^(?:var|local|data)$/.test(text)) return {
		...diagnostic,
		detail: `Only literal values and functions can be used here, so "${text}" has no meaning. Write what is made of other values as a local: locals { name = … }, and use local.name.`
	};
	if (code !== "unsupported-attribute" || context === void 0) return diagnostic;
	const owner = source.text.slice(context.start.offset, subject.start.offset).trim();
	const name = text.replace(/^\s*\.\s*/, "");
	if (owner === "var") return undeclared(diagnostic, "variable", name, names.variables, names.locals);
	if (owner === "data" || /^data\s*\.\s*[\w-]+$/.test(owner)) return undeclaredData(diagnostic, owner, name, names);
	if (owner === "source") return unquotedSource(diagnostic, name, source.text.slice(subject.end.offset));
	if (owner === "local") return undeclared(diagnostic, "local", name, names.locals, names.variables);
	return diagnostic;
}
function clearerInOrder(diagnostics, sources, names) {
	const files = [...sources.keys()];
	const place = ({ subject }) => subject === void 0 ? [-1, 0] : [files.indexOf(subject.filename), subject.start.offset];
	return diagnostics.map((each) => clearer(each, (filename) => sources.get(filename), names)).sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
}
function unquotedSource(diagnostic, type, rest) {
	const name = /^\s*\.\s*([\w-]+)/.exec(rest)?.[1];
	if (name === void 0) return diagnostic;
	return {
		...diagnostic,
		code: "unquoted-source",
		summary: "A source without quotes",
		detail: `A source is referred to by a string. Put it in quotes: "source.${type}.${name}".`
	};
}
function undeclared(diagnostic, kind, name, known, others) {
	const other = kind === "variable" ? "local" : "variable";
	const hint = [...others].includes(name) ? ` There is a ${other} of that name: write ${other === "local" ? "local" : "var"}.${name}.` : didYouMean(name, known) || (kind === "variable" ? ` To declare it, write variable "${name}" {}.` : ` To declare it, write ${name} = … in a locals block.`);
	return {
		...diagnostic,
		code: `undeclared-${kind}`,
		summary: `Undeclared ${kind} "${name}"`,
		detail: `The template declares no ${kind} "${name}".${hint}`
	};
}
// src/template/data-sources.ts
const HCP = "bake-ami does not use HCP Packer. Find the image with data \"amazon-ami\" and its filters, or pass its id in as a variable.";
function readDataDeclarations(blocks, known, findings) {
	const declared = /* @__PURE__ */ new Map();
	for (const block of blocks) {
		const [type = "", name = ""] = block.labels.map(({ text }) => text);
		const key = `${type}.${name}`;
		const before = declared.get(key);
		if (before !== void 0) {
			const { filename, start } = before.block.headerRange;
			findings.error({
				code: "duplicate-data-source",
				summary: `Duplicate data source "${key}"`,
				detail: `A data source of that type and name is declared at ${filename}:${start.line} already.`,
				subject: block.headerRange
			});
			continue;
		}
		const source = known.get(type);
		if (source === void 0) reportUnknown(block, type, known, findings);
		declared.set(key, {
			type,
			name,
			block,
			source
		});
	}
	return declared;
}
function reportUnknown({ labels, headerRange }, type, known, findings) {
	const subject = labels[0]?.range ?? headerRange;
	if (type.startsWith("hcp-packer-")) {
		const summary = `The data source "${type}" is not supported`;
		findings.error({
			code: "unsupported-data-source",
			summary,
			detail: HCP,
			subject
		});
		return;
	}
	findings.error({
		code: "unknown-data-source",
		summary: `Unknown data source "${type}"`,
		detail: `There is no data source of that type.${didYouMean(type, known.keys())} There are: ${[...known.keys()].sort().join(", ")}. Plugins are not downloaded: a value that another plugin would find can be passed in as a variable.`,
		subject
	});
}
function decodeData({ block }, source, scope, { renderer, findSource }) {
	const warnings = [];
	const decoded = decodeOptions(block.body, source.schema, scope, {
		header: block.headerRange,
		text: (text, place) => renderOptionText(text, place, renderer, findSource, warnings, void 0)
	});
	const { value } = decoded;
	const diagnostics = [...decoded.diagnostics, ...warnings];
	const all = hasErrors(diagnostics) ? diagnostics : [...diagnostics, ...source.validate(value)];
	return {
		decoded: value,
		ready: Object.keys(source.schema).every((name) => !value.unknown(name)) && !hasErrors(all),
		diagnostics: all
	};
}
async function readData({ type, name, block }, source, decoded, signal) {
	try {
		return {
			outputs: await source.read(decoded, signal),
			diagnostics: []
		};
	} catch (thrown) {
		if (signal.aborted) throw thrown;
		const { code, message, hint } = toBakeError(thrown);
		return {
			outputs: void 0,
			diagnostics: [errorDiagnostic({
				code,
				summary: `The data source ${type}.${name} could not be read`,
				detail: `${message}.${hint === void 0 ? "" : ` ${hint}`}`,
				subject: block.headerRange
			})]
		};
	}
}
function dataValue(source, options, outputs) {
	if (source === void 0) return Value.unknownOf(DYNAMIC);
	const secret = new Set(source.secretOutputs(options));
	return Value.object(Object.entries(source.outputs).map(([name, type]) => {
		const output = outputs?.[name];
		const value = output === void 0 ? Value.unknownOf(type) : typeof output === "string" ? Value.string(output) : Value.map({ kind: "string" }, Object.entries(output).map(([key, each]) => [key, Value.string(each)]));
		return [name, secret.has(name) ? value.withMarks([SENSITIVE]) : value];
	}));
}
// src/template/legacy/misnamed-template.ts
const LEGACY_ONLY = /* @__PURE__ */ new Set([
	"builders",
	"provisioners",
	"post-processors",
	"sensitive-variables",
	"min_packer_version"
]);
function misnamedLegacyTemplate(body) {
	if (body.kind !== "json-body") return void 0;
	const properties = leftovers(body).filter((item) => item.kind === "json-property");
	const [first] = properties.filter(({ name }) => LEGACY_ONLY.has(name));
	const isHcl = properties.some(({ name }) => name === "source" || name === "build");
	if (first === void 0 || isHcl) return void 0;
	const { filename } = first.key.range;
	return errorDiagnostic({
		code: "misnamed-legacy-template",
		summary: "A template in Packer's older JSON format, named as one in HCL2",
		detail: filename.endsWith(".pkr.json") ? `"${first.name}" belongs to the older JSON format, but a file that ends in .pkr.json is read as HCL2 in JSON. Rename it to ${filename.replace(/\.pkr\.json$/, ".json")} to have it read in the older format.` : `"${first.name}" belongs to the older JSON format, but -config-type=hcl2 has the file read as HCL2 in JSON. Leave that flag out.`,
		subject: first.key.range
	});
}
// src/template/plugin-source.ts
function wrongInPluginSource(source) {
	const parts = source.split("/");
	const name = parts.at(-1) ?? "";
	if (source.includes("://")) return "is a URL; leave out what stands before the host";
	if (/[?#]/.test(source)) return "has a query or a fragment; leave it out";
	if (parts.length < 3 || parts[0] === "" || name === "") return "has no host, owner and name with a slash between them";
	if (!PLUGIN_NAME.test(name)) return `ends in "${name}", which is no name of a plugin: those have letters, digits and single dashes`;
	if (name.startsWith("packer-")) return `ends in "${name}"; leave out "${/^packer-(?:plugin-)?/.exec(name)?.[0]}", which belongs to the repository alone`;
}
const PLUGIN_NAME = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;
// src/template/version-constraint.ts
const VERSION = /^v?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.~-]+))?(?:\+[0-9A-Za-z.~-]+)?$/;
const CONSTRAINT = /^(=|!=|>=|<=|>|<|~>)?\s*(\S+)$/;
function parseVersion(text) {
	const match = VERSION.exec(text.trim());
	if (match === null) return void 0;
	return {
		numbers: (match[1] ?? "").split(".").map(Number),
		prerelease: match[2] ?? ""
	};
}
function parseConstraints(text) {
	const constraints = [];
	for (const part of text.split(",")) {
		const match = CONSTRAINT.exec(part.trim());
		const version = match === null ? void 0 : parseVersion(match[2] ?? "");
		if (match === null || version === void 0) return void 0;
		constraints.push({
			operator: match[1] ?? "=",
			version,
			precision: version.numbers.length
		});
	}
	return constraints;
}
function satisfies(version, constraints) {
	return constraints.every((constraint) => satisfiesOne(version, constraint));
}
function satisfiesOne(version, { operator, version: wanted, precision }) {
	const order = compareVersions(version, wanted);
	switch (operator) {
		case "=": return order === 0;
		case "!=": return order !== 0;
		case ">": return order > 0;
		case "<": return order < 0;
		case ">=": return order >= 0;
		case "<=": return order <= 0;
		case "~>": return order >= 0 && wanted.numbers.slice(0, precision - 1).every((number, index) => numberAt(version, index) === number);
	}
}
function compareVersions(a, b) {
	const length = Math.max(a.numbers.length, b.numbers.length);
	for (let index = 0; index < length; index += 1) {
		const difference = numberAt(a, index) - numberAt(b, index);
		if (difference !== 0) return difference;
	}
	if (a.prerelease === b.prerelease) return 0;
	if (a.prerelease === "" || b.prerelease === "") return a.prerelease === "" ? 1 : -1;
	return a.prerelease < b.prerelease ? -1 : 1;
}
function numberAt(version, index) {
	return version.numbers[index] ?? 0;
}
// src/template/version-requirement.ts
function checkVersion({ what, version, constraint, subject }, findings) {
	const constraints = parseConstraints(constraint);
	if (constraints === void 0) {
		findings.error({
			code: "invalid-version-constraint",
			summary: "Invalid version constraint",
			detail: `"${constraint}" is no version constraint. Write for example ">= 1.2.0", "~> 1.2" or ">= 1.2.0, < 2.0.0".`,
			subject
		});
		return;
	}
	const builtIn = version === void 0 ? void 0 : parseVersion(version);
	if (builtIn === void 0 || satisfies(builtIn, constraints)) return;
	findings.warning({
		code: "unmet-version-constraint",
		summary: `${what} is required in another version`,
		detail: `The template asks for "${constraint}"; bake-ami behaves as version ${version}, and downloads nothing. The build goes on with what is built in; an option that it does not know would be refused by name.`,
		subject
	});
}
// src/template/required-plugin.ts
function readRequiredPlugin(attribute, findings) {
	const { name, nameRange, expression } = attribute;
	const value = findings.take(evaluate(expression, EMPTY_SCOPE));
	if (value.isUnknown) return void 0;
	const invalid = (summary, detail, subject) => {
		findings.error({
			code: "invalid-plugin-requirement",
			summary,
			detail,
			subject
		});
	};
	const isObject = value.type.kind === "object" && !value.isNull;
	const entries = isObject ? value.asEntries() : /* @__PURE__ */ new Map();
	const source = textOf(entries.get("source"));
	const constraint = textOf(entries.get("version"));
	const summary = `Invalid plugin requirement "${name}"`;
	if (constraint === void 0 || source === void 0) return invalid(summary, `A plugin is written ${name} = { source = "github.com/hashicorp/${name}", version = ">= 1.0.0" }; both are needed.`, isObject ? nameRange : expression.range);
	const superfluous = [...entries.keys()].find((key) => key !== "source" && key !== "version");
	if (superfluous !== void 0) invalid(summary, `It holds "source" and "version" only, and no "${superfluous}".`, expression.range);
	if (!PLUGIN_NAME.test(name)) invalid(`Invalid plugin name "${name}"`, "The name of a plugin has letters, digits and single dashes between them.", nameRange);
	else if (name !== name.toLowerCase()) invalid(`Invalid plugin name "${name}"`, `Names of plugins are written in small letters: "${name.toLowerCase()}".`, nameRange);
	const wrong = wrongInPluginSource(source);
	if (wrong !== void 0) return invalid(summary, `The source "${source}" ${wrong}. A source is for example "github.com/hashicorp/amazon".`, expression.range);
	checkConstraint(name, constraint, source, versionRange(expression), findings);
	return {
		name,
		source,
		constraint,
		builtIn: BUILT_IN_PLUGINS.has(source.toLowerCase()),
		range: nameRange
	};
}
function versionRange(expression) {
	return (expression.kind === "object" ? expression.items : []).find(({ key }) => (key.kind === "name" ? key.name : stringLiteral(key.expression)) === "version")?.value.range ?? expression.range;
}
function checkConstraint(name, constraint, source, subject, findings) {
	const prerelease = parseConstraints(constraint)?.find(({ version }) => version.prerelease !== "");
	if (prerelease !== void 0) {
		findings.error({
			code: "invalid-version-constraint",
			summary: "Invalid version constraint",
			detail: `"${constraint}" asks for a version before its release ("-${prerelease.version.prerelease}"), and Packer takes releases only. Leave out the dash and what follows.`,
			subject
		});
		return;
	}
	const version = BUILT_IN_PLUGINS.get(source.toLowerCase());
	checkVersion({
		what: `The plugin "${name}"`,
		version,
		constraint,
		subject
	}, findings);
}
function textOf(value) {
	return value?.type.kind === "string" && value.isKnown && !value.isNull ? value.asString() : void 0;
}
// src/template/packer-block.ts
const SHAPE$4 = shape(["required_version"], { required_plugins: [] });
function readPackerBlock(block, findings) {
	const { attributes, blocks } = contentOf(block.body, SHAPE$4, findings);
	const required = attributes.get("required_version");
	const constraint = constantText(required, findings);
	if (required !== void 0 && constraint !== void 0) {
		const subject = required.expression.range;
		checkVersion({
			what: "Packer",
			version: PACKER_VERSION,
			constraint,
			subject
		}, findings);
	}
	return blocks.flatMap((plugins) => {
		const required = justAttributes(plugins.body, ({ type, typeRange }) => errorDiagnostic({
			code: "unknown-block",
			summary: "Unsupported block type",
			detail: `A plugin is written ${type} = { source = "…", version = "…" }, with "=".`,
			subject: typeRange
		}));
		findings.add(required.diagnostics);
		return [...required.attributes.values()].map((attribute) => readRequiredPlugin(attribute, findings)).filter((plugin) => plugin !== void 0);
	});
}
// src/hcl/type-expression.ts
function typeFromExpression(expression) {
	return readType(expression, evaluate);
}
// src/template/variable-assignments.ts
const ENVIRONMENT_PREFIX = "PKR_VAR_";
function environmentAssignments(environment) {
	const assignments = [];
	for (const [key, text] of Object.entries(environment)) {
		if (!key.startsWith(ENVIRONMENT_PREFIX) || text === void 0) continue;
		const name = key.slice(8);
		assignments.push({
			name,
			given: { text },
			origin: "environment",
			range: void 0
		});
	}
	return assignments;
}
function commandAssignments(variables) {
	return variables.map(({ name, value }) => ({
		name,
		given: { text: value },
		origin: "command",
		range: void 0
	}));
}
function giver({ name, origin }) {
	return {
		environment: `${ENVIRONMENT_PREFIX}${name} in the environment`,
		"automatic file": "an automatic variable file",
		"named file": "a file of -var-file (or of the input var-files)",
		command: "-var (or the input vars)"
	}[origin];
}
// src/template/variable-validation.ts
const SHAPE$3 = {
	attributes: [{
		name: "condition",
		required: true
	}, {
		name: "error_message",
		required: true
	}],
	blocks: []
};
function readValidation(block, name, findings) {
	const { attributes } = contentOf(block.body, SHAPE$3, findings, block.headerRange);
	const condition = attributes.get("condition")?.expression;
	const messageAttribute = attributes.get("error_message");
	if (condition === void 0 || messageAttribute === void 0) return void 0;
	const message = constantText(messageAttribute, findings);
	if (message === void 0) return void 0;
	if (!isSentence(message)) findings.error({
		code: "invalid-validation",
		summary: "Invalid validation error message",
		detail: "The error message has to be a whole English sentence: it begins with a capital letter and ends with a full stop, a question mark or an exclamation mark.",
		subject: messageAttribute.expression.range
	});
	return looksAtItself(condition, name, findings) ? {
		condition,
		message
	} : void 0;
}
function validateValue(variable, value, given, scope, findings) {
	const marked = variable.sensitive ? value.withMarks([SENSITIVE]) : value;
	const own = childScope(scope, [["var", Value.object({ [variable.name]: marked })]]);
	let fits = true;
	for (const { condition, message } of variable.validations) {
		const verdict = convert(findings.take(evaluate(condition, own)), BOOL);
		if (!verdict.ok || verdict.value.isNull) {
			findings.error({
				code: "invalid-validation",
				summary: "Invalid variable validation result",
				detail: "A condition has to give true or false.",
				subject: condition.range
			});
			fits = false;
		} else if (verdict.value.isKnown && !verdict.value.unmark().value.asBool()) {
			const { filename, start } = condition.range;
			const values = valuesIn(condition, own);
			findings.error({
				code: "invalid-variable-value",
				summary: `Invalid value for variable "${variable.name}"`,
				detail: `${message} (${given === void 0 ? "The" : `The value is from ${giver(given)}; the`} condition is at ${filename}:${start.line}.)`,
				subject: given?.range ?? variable.range,
				...values.length > 0 && { values }
			});
			fits = false;
		}
	}
	return fits;
}
function looksAtItself(condition, name, findings) {
	const used = references(condition);
	const isOwn = ({ root, steps: [first] }) => root === "var" && first?.kind === "attribute" && first.name === name;
	const other = used.find((reference) => !isOwn(reference));
	if (other === void 0 && used.length > 0) return true;
	findings.error({
		code: "invalid-validation",
		summary: `Invalid condition in the validation of variable "${name}"`,
		detail: `The condition has to look at var.${name}, and at no other variable or value.`,
		subject: other?.range ?? condition.range
	});
	return false;
}
function isSentence(message) {
	const text = message.trim();
	const first = text.charAt(0);
	return first.toUpperCase() === first && /[.?!]$/.test(text);
}
// src/template/variable-declarations.ts
const SHAPE$2 = shape([
	"type",
	"default",
	"description",
	"sensitive"
], { validation: [] });
function readVariable(block, name, scope, findings) {
	const { attributes, blocks } = contentOf(block.body, SHAPE$2, findings);
	const typeAttribute = attributes.get("type");
	const type = typeAttribute === void 0 ? void 0 : findings.take(typeFromExpression(typeAttribute.expression));
	const fallback = readDefault(attributes.get("default")?.expression ?? misspeltDefault(block.body), type, name, scope, findings);
	return {
		name,
		type: type === void 0 || type.kind === "dynamic" ? typeOfDefault(fallback) : type,
		fallback,
		description: constantText(attributes.get("description"), findings),
		sensitive: constantBool(attributes.get("sensitive"), findings) ?? false,
		validations: blocks.map((validation) => readValidation(validation, name, findings)).filter((rule) => rule !== void 0),
		range: block.headerRange
	};
}
function readOldVariable(attribute, scope, findings) {
	const fallback = readDefault(attribute.expression, void 0, attribute.name, scope, findings);
	return {
		name: attribute.name,
		type: fallback === void 0 ? DYNAMIC : fallback.type,
		fallback,
		description: void 0,
		sensitive: false,
		validations: [],
		range: attribute.nameRange
	};
}
function misspeltDefault(body) {
	const names = [...SHAPE$2.attributes.map(({ name }) => name), ...SHAPE$2.blocks.map(({ type }) => type)];
	for (const item of leftovers(body)) {
		if (item.kind === "block" || names.includes(item.name) || suggestion(item.name, names) !== "default") continue;
		return item.kind === "attribute" ? item.expression : jsonExpression(item.value);
	}
}
function readDefault(expression, type, name, scope, findings) {
	if (expression === void 0) return void 0;
	const value = findings.take(evaluate(expression, scope));
	if (type === void 0 || value.isUnknown) return value;
	const converted = convert(value, type);
	if (converted.ok) return converted.value;
	const { path, message } = converted.error;
	findings.error({
		code: "invalid-variable-default",
		summary: `Invalid default value for variable "${name}"`,
		detail: `The default does not fit the variable's type: ${describePath(path)}${path.length > 0 ? ": " : ""}${message}.`,
		subject: expression.range
	});
	return value;
}
function typeOfDefault(fallback) {
	if (fallback === void 0 || fallback.isNull) return DYNAMIC;
	const { kind } = fallback.type;
	return (kind === "object" || kind === "tuple") && fallback.isKnown && fallback.children().length === 0 ? DYNAMIC : fallback.type;
}
// src/template/declarations.ts
const SHAPE$1 = shape([], {
	packer: [],
	variable: ["name"],
	variables: [],
	locals: [],
	local: ["name"],
	source: ["type", "name"],
	data: ["type", "name"],
	build: [],
	communicator: ["type", "name"],
	hcp_packer_registry: []
});
const LOCAL_SHAPE = {
	attributes: [{
		name: "expression",
		required: true
	}, { name: "sensitive" }],
	blocks: []
};
function readDeclarations(bodies, scope, findings) {
	const reader = new DeclarationReader(scope, findings);
	for (const body of bodies) {
		const misnamed = misnamedLegacyTemplate(body);
		if (misnamed !== void 0) {
			findings.add([misnamed]);
			continue;
		}
		for (const block of contentOf(body, SHAPE$1, findings).blocks) reader.read(block);
	}
	return reader;
}
var DeclarationReader = class {
	#plugins = /* @__PURE__ */ new Map();
	variables = /* @__PURE__ */ new Map();
	locals = /* @__PURE__ */ new Map();
	sources = /* @__PURE__ */ new Map();
	dataSources = [];
	builds = [];
	registries = [];
	#scope;
	#findings;
	constructor(scope, findings) {
		this.#scope = scope;
		this.#findings = findings;
	}
	get plugins() {
		return [...this.#plugins.values()];
	}
	read(block) {
		const [first, second] = block.labels.map(({ text }) => text);
		switch (block.type) {
			case "packer":
				for (const plugin of readPackerBlock(block, this.#findings)) this.#add(this.#plugins, plugin.name, plugin, "plugin");
				break;
			case "variable":
				this.#variable(block, first ?? "");
				break;
			case "variables":
				for (const attribute of this.#attributesOnly(block)) this.#add(this.variables, attribute.name, readOldVariable(attribute, this.#scope, this.#findings), "variable");
				break;
			case "locals":
				for (const { name, expression, nameRange } of this.#attributesOnly(block)) this.#add(this.locals, name, {
					name,
					expression,
					sensitive: false,
					range: nameRange
				}, "local");
				break;
			case "local":
				this.#local(block, first ?? "");
				break;
			case "source":
				this.#source(block, first ?? "", second ?? "");
				break;
			case "data":
				this.dataSources.push(block);
				break;
			case "build":
				this.builds.push(block);
				break;
			case "hcp_packer_registry":
				this.registries.push(block);
				break;
			default: this.#passOver(block);
		}
	}
	#variable(block, name) {
		if (!this.#isName(name, "variable", block)) return;
		this.#add(this.variables, name, readVariable(block, name, this.#scope, this.#findings), "variable");
	}
	#local(block, name) {
		const { attributes } = contentOf(block.body, LOCAL_SHAPE, this.#findings, block.headerRange);
		const expression = attributes.get("expression")?.expression;
		const sensitive = constantBool(attributes.get("sensitive"), this.#findings) ?? false;
		if (!this.#isName(name, "local", block) || expression === void 0) return;
		this.#add(this.locals, name, {
			name,
			expression,
			sensitive,
			range: block.headerRange
		}, "local");
	}
	#isName(name, what, { labels, headerRange }) {
		if (isIdentifier(name)) return true;
		this.#findings.error({
			code: "invalid-name",
			summary: `Invalid ${what} name "${name}"`,
			detail: "A name begins with a letter or an underscore, and holds only letters, digits, underscores and dashes.",
			subject: labels[0]?.range ?? headerRange
		});
		return false;
	}
	#source(block, type, name) {
		const typeRange = block.labels[0]?.range ?? block.headerRange;
		this.#add(this.sources, `${type}.${name}`, {
			type,
			name,
			body: block.body,
			range: block.headerRange,
			typeRange
		}, "source");
	}
	#attributesOnly(block) {
		const { attributes, diagnostics } = justAttributes(block.body);
		this.#findings.add(diagnostics);
		return attributes.values();
	}
	#passOver(block) {
		this.#findings.warning({
			code: "ignored-block",
			summary: `The block "${block.type}" does nothing here`,
			detail: "Packer accepts this block and never uses it; communicator options belong in the source.",
			subject: block.headerRange
		});
	}
	#add(all, name, declared, what) {
		const before = all.get(name);
		if (before === void 0) {
			all.set(name, declared);
			return;
		}
		const { filename, start } = before.range;
		this.#findings.error({
			code: `duplicate-${what}`,
			summary: `Duplicate ${what} "${name}"`,
			detail: `A ${what} of that name is declared at ${filename}:${start.line} already.`,
			subject: declared.range
		});
	}
};
// src/template/declared-sources.ts
var DeclaredSources = class {
	#declarations;
	#catalog;
	#findings;
	constructor(declarations, catalog, findings) {
		this.#declarations = declarations;
		this.#catalog = catalog;
		this.#findings = findings;
	}
	get first() {
		return [...this.#declarations.sources.keys()][0];
	}
	find(reference, range) {
		const parsed = parseSourceReference(reference);
		if (parsed === void 0) {
			this.#findings.error({
				code: "invalid-source-reference",
				summary: `Invalid source reference "${reference}"`,
				detail: "A source is referred to by its type and its name: \"source.amazon-ebs.ubuntu\".",
				subject: range
			});
			return;
		}
		const { type, name } = parsed;
		const found = this.#declarations.sources.get(`${type}.${name}`);
		if (found !== void 0) return found;
		this.#findings.error({
			code: "unknown-source",
			summary: `Unknown source "${reference}"`,
			detail: `The template has no block source "${type}" "${name}".${this.#hint(type, name)}`,
			subject: range
		});
	}
	#hint(type, name) {
		const { sources, plugins } = this.#declarations;
		const nearest = suggestion(`${type}.${name}`, sources.keys());
		const meant = nearest === void 0 ? void 0 : sources.get(nearest);
		if (meant === void 0) return "";
		const { builders } = this.#catalog;
		if (builders.has(meant.type) || !builders.has(type)) return ` Did you mean "${nearest}"?`;
		this.#findings.add([unknownComponent("builder", meant.type, meant.typeRange, this.#catalog, plugins)]);
		return ` There is a block source "${meant.type}" "${meant.name}": correct its type if it is meant.`;
	}
};
// src/template/findings.ts
const MOST_OF_A_KIND = 200;
var Findings = class {
	#diagnostics = [];
	#seen = /* @__PURE__ */ new Set();
	#counts = {
		error: 0,
		warning: 0
	};
	get diagnostics() {
		return [
			...this.#diagnostics,
			...this.#leftOut("error"),
			...this.#leftOut("warning")
		];
	}
	#leftOut(severity) {
		const count = this.#counts[severity] - MOST_OF_A_KIND;
		if (count <= 0) return [];
		const parts = {
			code: "too-many-problems",
			summary: counted(count, `more ${severity}`),
			detail: `Only the first ${MOST_OF_A_KIND} are shown: the others often go away with them.`
		};
		return [severity === "error" ? errorDiagnostic(parts) : warningDiagnostic(parts)];
	}
	add(diagnostics) {
		for (const diagnostic of diagnostics) {
			const { code, summary, detail, subject } = diagnostic;
			const key = JSON.stringify([
				code,
				summary,
				detail,
				subject
			]);
			if (this.#seen.has(key)) continue;
			this.#seen.add(key);
			this.#counts[diagnostic.severity] += 1;
			if (this.#counts[diagnostic.severity] <= MOST_OF_A_KIND) this.#diagnostics.push(diagnostic);
		}
	}
	error(parts) {
		this.add([errorDiagnostic(parts)]);
	}
	warning(parts) {
		this.add([warningDiagnostic(parts)]);
	}
	take({ value, diagnostics }) {
		this.add(diagnostics);
		return value;
	}
};
// src/hcl/functions/env.ts
const env = {
	name: "env",
	params: [{
		name: "key",
		type: STRING$2
	}],
	returns: STRING$2,
	doc: "An environment variable, or an empty string when it is not set. For the default of a variable only.",
	call: (args, environment) => Value.string(environment.env(textAt(args, 0)) ?? "")
};
// src/hcl/functions/collection/choice.ts
var choice_exports = /* @__PURE__ */ __exportAll({
	coalesce: () => coalesce,
	coalescelist: () => coalescelist
});
const coalesce = {
	name: "coalesce",
	params: [],
	variadic: {
		name: "vals",
		type: DYNAMIC,
		allowNull: true,
		allowUnknown: "anywhere"
	},
	returns: commonType,
	doc: "The first value that is neither null nor an empty string.",
	call(args) {
		if (args.length === 0) fault("at least one argument is required");
		const type = commonType(args);
		for (const argument of args) {
			const converted = convert(argument, type);
			if (!converted.ok) return fault(converted.error.message);
			if (converted.value.isUnknown) return Value.unknownOf(type);
			const { value } = converted;
			if (!value.isNull && !(value.type.kind === "string" && value.asString() === "")) return value;
		}
		return fault("no non-null, non-empty-string arguments");
	}
};
function commonType(args) {
	return unify(args.map((argument) => argument.type), "unsafe") ?? fault("all arguments must have the same type");
}
const coalescelist = {
	name: "coalescelist",
	params: [],
	variadic: {
		name: "vals",
		type: DYNAMIC,
		allowNull: true,
		allowUnknown: "anywhere"
	},
	returns: listType,
	doc: "The first list or tuple that has an element.",
	call(args) {
		if (args.length === 0) fault("at least one argument is required");
		for (const [index, argument] of args.entries()) {
			if (argument.isUnknown) return Value.unknownOf(listType(args));
			if (argument.isNull) continue;
			if (argument.type.kind !== "list" && argument.type.kind !== "tuple") fault("coalescelist arguments must be lists or tuples", index);
			if (argument.asElements().length > 0) return argument;
		}
		return fault("no non-empty arguments");
	}
};
function listType(args) {
	const [first, ...rest] = args.map((argument) => argument.type);
	return first !== void 0 && rest.every((type) => typesEqual(type, first)) ? first : DYNAMIC;
}
// src/hcl/functions/collection/length.ts
const length = {
	name: "length",
	params: [{
		name: "value",
		type: DYNAMIC,
		allowUnknown: "anywhere",
		keepsMarksInside: true,
		isLookedUp: true
	}],
	returns: NUMBER$2,
	expense: ([value]) => ({ steps: value?.isKnown === true && value.type.kind === "string" ? graphemeSteps(value.asString()) : 0 }),
	doc: "The number of elements of a list, set, tuple, map or object, or of characters (grapheme clusters) of a string.",
	call(args) {
		const value = argumentAt(args, 0);
		const { type } = value;
		if (type.kind === "tuple") return Value.number(type.elements.length);
		if (type.kind === "object") return Value.number(type.attributes.size);
		if (type.kind !== "dynamic" && type.kind !== "string" && !isSequence(value) && !isMapping(value)) fault(`argument must be a string, a collection type, or a structural type, not ${friendlyName(type)}`, 0);
		if (value.isUnknown) return Value.unknownOf(NUMBER$2);
		if (type.kind === "string") return Value.number(graphemeCount(value.asString()));
		if (type.kind === "set" && !value.isWhollyKnown()) return Value.unknownOf(NUMBER$2);
		return Value.number(isMapping(value) ? value.asEntries().size : value.asElements().length);
	}
};
// src/hcl/functions/collection/mappings.ts
var mappings_exports = /* @__PURE__ */ __exportAll({
	keys: () => keys,
	lookup: () => lookup,
	merge: () => merge,
	values: () => values
});
const keys = {
	name: "keys",
	params: [{
		name: "inputMap",
		type: DYNAMIC,
		allowUnknown: "anywhere",
		keepsMarksInside: true
	}],
	returns: (args) => {
		const { type } = argumentAt(args, 0);
		return type.kind === "object" ? tupleOf([...type.attributes].map(() => STRING$2)) : listOf(STRING$2);
	},
	doc: "The keys of a map, or the names of an object, in order.",
	call(args) {
		const mapping = argumentAt(args, 0);
		if (mapping.type.kind === "object") return Value.tuple(Array.from(mapping.type.attributes.keys(), Value.string));
		if (mapping.isUnknown) return Value.unknownOf(mapping.type.kind === "dynamic" ? DYNAMIC : listOf(STRING$2));
		if (!isMapping(mapping)) fault("must have map or object type", 0);
		const names = [...mapping.asEntries().keys()];
		return mapping.type.kind === "map" ? textList(names) : Value.tuple(names.map(Value.string));
	}
};
const values = {
	name: "values",
	params: [{
		name: "mapping",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	}],
	returns: (args) => {
		const { type } = argumentAt(args, 0);
		if (type.kind === "object") return tupleOf(Array.from(type.attributes.values(), (attribute) => attribute.type));
		return type.kind === "map" ? listOf(type.element) : DYNAMIC;
	},
	doc: "The elements of a map or object, in the order of their keys.",
	call(args) {
		const mapping = argumentAt(args, 0);
		if (!isMapping(mapping)) fault("values() requires a map as the first argument", 0);
		const elements = mapping.children();
		return mapping.type.kind === "map" ? Value.list(mapping.type.element, elements) : Value.tuple(elements);
	}
};
const lookup = {
	name: "lookup",
	params: [
		{
			name: "inputMap",
			type: DYNAMIC,
			allowUnknown: "inside",
			keepsMarksInside: true,
			isLookedUp: true
		},
		{
			name: "key",
			type: STRING$2
		},
		{
			name: "default",
			type: DYNAMIC,
			allowUnknown: "anywhere",
			keepsMarksInside: true
		}
	],
	returns: (args) => {
		const { type } = argumentAt(args, 0);
		if (type.kind === "map") return type.element;
		const key = argumentAt(args, 1);
		if (type.kind !== "object" || key.isUnknown) return DYNAMIC;
		return type.attributes.get(key.asString())?.type ?? argumentAt(args, 2).type;
	},
	doc: "The element of the map or object with the key, or the default when there is none.",
	call(args) {
		const mapping = argumentAt(args, 0);
		if (!isMapping(mapping)) fault("lookup() requires a map as the first argument", 0);
		const type = mapping.type.kind === "map" ? mapping.type.element : DYNAMIC;
		const fallback = convert(argumentAt(args, 2), type);
		if (!fallback.ok) return fault("the default value must have the same type as the map elements", 2);
		return mapping.asEntries().get(textAt(args, 1)) ?? fallback.value;
	}
};
const merge = {
	name: "merge",
	params: [],
	variadic: {
		name: "maps",
		type: DYNAMIC,
		allowNull: true,
		allowUnknown: "inside",
		keepsMarksInside: true
	},
	returns: (args) => mergeType(args) ?? mergedObject(args),
	doc: "All elements of the maps or objects in one; of equal keys the last one counts.",
	call(args) {
		const entries = /* @__PURE__ */ new Map();
		for (const [index, argument] of args.entries()) {
			if (argument.isNull && argument.type.kind === "dynamic") continue;
			if (!isMapping(argument)) fault(`arguments must be maps or objects, got "${friendlyName(argument.type)}"`, index);
			if (argument.isNull) continue;
			for (const [key, value] of argument.asEntries()) entries.set(key, value);
		}
		const type = mergeType(args);
		return type?.kind === "map" ? Value.map(type.element, entries) : Value.object(entries);
	}
};
function mergeType(args) {
	const [first, ...rest] = args.map((argument) => argument.type);
	return first?.kind === "map" && rest.every((type) => typesEqual(type, first)) ? first : void 0;
}
function mergedObject(args) {
	const attributes = /* @__PURE__ */ new Map();
	for (const { type, isNull } of args) {
		if (isNull) continue;
		if (type.kind !== "object") return DYNAMIC;
		for (const [name, attribute] of type.attributes) attributes.set(name, attribute.type);
	}
	return objectOf([...attributes]);
}
// src/hcl/functions/collection/predicates.ts
var predicates_exports = /* @__PURE__ */ __exportAll({
	alltrue: () => alltrue,
	anytrue: () => anytrue,
	contains: () => contains
});
const alltrue = quantifier("alltrue", false, "Whether all elements are true; true for an empty list.");
const anytrue = quantifier("anytrue", true, "Whether any element is true; false for an empty list.");
function quantifier(name, settling, doc) {
	return {
		name,
		params: [{
			name: "list",
			type: listOf(BOOL),
			allowUnknown: "inside"
		}],
		returns: BOOL,
		doc,
		call(args) {
			const elements = argumentAt(args, 0).asElements();
			const truth = (element) => !element.isNull && element.asBool();
			if (elements.some((element) => element.isKnown && truth(element) === settling)) return Value.bool(settling);
			return elements.some((element) => element.isUnknown) ? Value.unknownOf(BOOL) : Value.bool(!settling);
		}
	};
}
const contains = {
	name: "contains",
	params: [{
		name: "list",
		type: DYNAMIC,
		allowUnknown: "inside"
	}, {
		name: "value",
		type: DYNAMIC,
		allowNull: true,
		allowUnknown: "inside"
	}],
	returns: BOOL,
	doc: "Whether the list, tuple or set has an element that equals the value. Nothing is converted: 1 is not in [\"1\"].",
	call(args) {
		const list = argumentAt(args, 0);
		if (!isSequence(list)) fault("a list, tuple or set is required", 0);
		const results = list.asElements().map((element) => equals(argumentAt(args, 1), element));
		if (results.some((result) => result.isKnown && result.asBool())) return Value.bool(true);
		return results.some((result) => result.isUnknown) ? Value.unknownOf(BOOL) : Value.bool(false);
	}
};
// src/hcl/functions/collection/sequence-result.ts
function sequenceLike(source, elements) {
	return "element" in source.type ? Value.list(source.type.element, elements) : Value.tuple(elements);
}
function sequenceTypeLike(source, elements) {
	return "element" in source ? listOf(source.element) : tupleOf(elements);
}
function tupleElements(type) {
	return type.kind === "tuple" ? type.elements : [];
}
// src/hcl/functions/collection/selection.ts
var selection_exports = /* @__PURE__ */ __exportAll({
	compact: () => compact,
	distinct: () => distinct,
	element: () => element,
	index: () => index,
	reverse: () => reverse,
	slice: () => slice
});
const element = {
	name: "element",
	params: [{
		name: "list",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true,
		isLookedUp: true
	}, {
		name: "index",
		type: NUMBER$2
	}],
	returns: (args) => elementType(argumentAt(args, 0).type, args),
	doc: "The element at the index, which starts again from 0 behind the last one.",
	call(args) {
		const list = argumentAt(args, 0);
		elementType(list.type, args);
		return argumentAt(list.asElements(), placeIn(list.asElements().length, args));
	}
};
function elementType(type, args) {
	if (type.kind === "list") return type.element;
	if (type.kind !== "tuple") return fault(`cannot read elements from ${friendlyName(type)}`, 0);
	return argumentAt(args, 1).isUnknown ? DYNAMIC : type.elements[placeIn(type.elements.length, args)] ?? DYNAMIC;
}
function placeIn(length, args) {
	if (length === 0) fault("cannot use element function with an empty list", 0);
	const index = integerAt(args, 1);
	if (index < 0) fault("an index below 0 is no place in a list", 1);
	return index % length;
}
const index = {
	name: "index",
	params: [{
		name: "list",
		type: DYNAMIC
	}, {
		name: "value",
		type: DYNAMIC
	}],
	returns: NUMBER$2,
	doc: "The index of the first element that equals the value. An error when there is none.",
	call(args) {
		const list = argumentAt(args, 0);
		if (list.type.kind !== "list" && list.type.kind !== "tuple") fault("argument must be a list or tuple", 0);
		if (list.asElements().length === 0) fault("cannot search an empty list", 0);
		const position = list.asElements().findIndex((candidate) => equals(candidate, argumentAt(args, 1)).asBool());
		return position === -1 ? fault("item not found") : Value.number(position);
	}
};
const slice = {
	name: "slice",
	params: [
		{
			name: "list",
			type: DYNAMIC,
			allowUnknown: "inside",
			keepsMarksInside: true
		},
		{
			name: "start_index",
			type: NUMBER$2
		},
		{
			name: "end_index",
			type: NUMBER$2
		}
	],
	returns: (args) => sliceType(argumentAt(args, 0).type, args),
	doc: "The elements from the start index up to, not including, the end index.",
	call(args) {
		const list = argumentAt(args, 0);
		sliceType(list.type, args);
		const elements = list.asElements();
		return sequenceLike(list, elements.slice(...sliceBounds(args, elements.length)));
	}
};
function sliceType(type, args) {
	if (type.kind === "list") return type;
	if (type.kind === "set") return fault("cannot slice a set, because its elements do not have indices; convert it to a list first", 0);
	if (type.kind !== "tuple") return fault("must be a list or tuple value", 0);
	if (argumentAt(args, 1).isUnknown || argumentAt(args, 2).isUnknown) return DYNAMIC;
	return tupleOf(type.elements.slice(...sliceBounds(args, type.elements.length)));
}
function sliceBounds(args, length) {
	const start = sliceIndex(args, 1, "start", length);
	const end = sliceIndex(args, 2, "end", length);
	if (start > end) fault("start index must not be greater than end index", 1);
	return [start, end];
}
function sliceIndex(args, position, which, length) {
	const value = integerAt(args, position);
	if (value < 0) fault(`${which} index must not be less than zero`, position);
	if (value > length) fault(`${which} index must not be greater than the length of the list`, position);
	return value;
}
const compact = {
	name: "compact",
	params: [{
		name: "list",
		type: STRINGS
	}],
	returns: STRINGS,
	doc: "The list without empty strings and nulls.",
	call(args) {
		const list = argumentAt(args, 0);
		return sequenceLike(list, list.asElements().filter((text) => !text.isNull && text.asString() !== ""));
	}
};
const distinct = {
	name: "distinct",
	params: [{
		name: "list",
		type: listOf(DYNAMIC)
	}],
	returns: (args) => argumentAt(args, 0).type,
	doc: "The list without repetitions; the first of equal elements stays.",
	call(args) {
		const list = argumentAt(args, 0);
		const kept = /* @__PURE__ */ new Map();
		for (const candidate of list.asElements()) {
			const identity = identityText(candidate);
			if (!kept.has(identity)) kept.set(identity, candidate);
		}
		return sequenceLike(list, [...kept.values()]);
	}
};
const reverse = {
	name: "reverse",
	params: [{
		name: "list",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	}],
	returns: ([list]) => list === void 0 ? DYNAMIC : sequenceTypeLike(list.type, [...tupleElements(list.type)].reverse()),
	doc: "The elements in reverse order.",
	call(args) {
		const list = argumentAt(args, 0);
		if (list.type.kind !== "list" && list.type.kind !== "tuple" && list.type.kind !== "set") fault(`can only reverse list or tuple values, not ${friendlyName(list.type)}`, 0);
		return sequenceLike(list, [...list.asElements()].reverse());
	}
};
// src/hcl/functions/collection/sequences.ts
var sequences_exports = /* @__PURE__ */ __exportAll({
	chunklist: () => chunklist,
	concat: () => concat,
	flatten: () => flatten,
	range: () => range,
	sort: () => sort,
	zipmap: () => zipmap
});
const concat = {
	name: "concat",
	params: [],
	variadic: {
		name: "seqs",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	},
	returns: (args) => {
		checkSequences(args);
		return concatType(args) ?? tupleOf(args.flatMap(elementTypes));
	},
	doc: "The elements of all lists or tuples, one after the other.",
	call(args) {
		if (args.length === 0) fault("at least one argument is required");
		checkSequences(args);
		const elements = args.flatMap((argument) => argument.asElements());
		const type = concatType(args);
		if (type === void 0 || !("element" in type)) return Value.tuple(elements);
		return Value.list(type.element, elements.map((element) => convertTo(element, type.element)));
	}
};
function checkSequences(args) {
	for (const [index, { type }] of args.entries()) if (type.kind !== "list" && type.kind !== "tuple") fault(`all arguments must be lists or tuples; got ${friendlyName(type)}`, index);
}
function concatType(args) {
	const types = args.map(({ type }) => type);
	const common = types.every(({ kind }) => kind === "list") ? unify(types, "unsafe") : void 0;
	const open = args.some(({ isUnknown, type }) => isUnknown && type.kind === "list");
	return common ?? (open ? DYNAMIC : void 0);
}
function elementTypes(sequence) {
	const { type } = sequence;
	return type.kind === "list" ? sequence.asElements().map(() => type.element) : tupleElements(type);
}
function convertTo(value, type) {
	const converted = convert(value, type);
	return converted.ok ? converted.value : fault(converted.error.message);
}
const flatten = {
	name: "flatten",
	params: [{
		name: "list",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	}],
	returns: DYNAMIC,
	doc: "All elements of the list, and in place of lists, sets and tuples in it their elements, at any depth.",
	call(args) {
		const list = argumentAt(args, 0);
		if (!isSequence(list)) fault("can only flatten lists, sets and tuples", 0);
		const marks = /* @__PURE__ */ new Set();
		const flat = flattened(list, marks);
		if (flat === void 0) return Value.unknownOf(DYNAMIC).withMarks(list.allMarks());
		return Value.tuple(flat).withMarks(marks);
	}
};
function flattened(list, marks) {
	const result = [];
	for (const element of list.asElements()) {
		if (element.isUnknown && (isSequence(element) || element.type.kind === "dynamic")) return void 0;
		if (isSequence(element)) for (const mark of element.marks) marks.add(mark);
		if (isSequence(element) && !element.isNull) {
			const inner = flattened(element, marks);
			if (inner === void 0) return void 0;
			for (const each of inner) result.push(each);
		} else result.push(element);
	}
	return result;
}
const chunklist = {
	name: "chunklist",
	params: [{
		name: "list",
		type: listOf(DYNAMIC),
		allowUnknown: "inside",
		keepsMarksInside: true
	}, {
		name: "size",
		type: NUMBER$2
	}],
	returns: (args) => listOf(argumentAt(args, 0).type),
	doc: "The list cut into lists of at most this many elements; with 0 into a single one.",
	call(args) {
		const list = argumentAt(args, 0);
		const size = integerAt(args, 1);
		if (size < 0) fault("the size argument must be positive", 1);
		const elements = list.asElements();
		const element = "element" in list.type ? list.type.element : DYNAMIC;
		const step = size === 0 ? Math.max(1, elements.length) : size;
		const chunks = [];
		for (let start = 0; start < elements.length; start += step) chunks.push(Value.list(element, elements.slice(start, start + step)));
		return Value.list(list.type, chunks);
	}
};
const sort = {
	name: "sort",
	params: [{
		name: "list",
		type: STRINGS,
		allowUnknown: "inside"
	}],
	returns: STRINGS,
	doc: "The strings in the order of their code points: capitals come before small letters.",
	call(args) {
		if (!argumentAt(args, 0).isWhollyKnown()) return Value.list(STRING$2, argumentAt(args, 0).asElements().map(() => Value.unknownOf(STRING$2)));
		const texts = argumentAt(args, 0).asElements().map((element, position) => element.isNull ? fault(`given list element ${position} is null; a null string cannot be sorted`, 0) : element.asString());
		return textList(texts.sort(compareText));
	}
};
const LONGEST_RANGE = 1024;
const STEPS_PER_NUMBER = 4;
const range = {
	name: "range",
	params: [],
	variadic: {
		name: "params",
		type: NUMBER$2
	},
	returns: listOf(NUMBER$2),
	doc: "range(end), range(start, end) or range(start, end, step): the numbers from the start (0) up to, not including, the end.",
	call(args, { budget }) {
		const numbers = args.map((argument) => argument.asNumber());
		const [first, second, third] = numbers;
		if (first === void 0 || numbers.length > 3) return fault("must have one, two or three arguments");
		const start = second === void 0 ? new HclNumber(0) : first;
		const end = second ?? first;
		const step = third ?? new HclNumber(end.lessThan(start) ? -1 : 1);
		if (step.isZero()) fault("step must not be zero", 2);
		const down = step.isNegative();
		if (down && end.greaterThan(start)) fault("end must be less than start when step is negative", 1);
		if (!down && end.lessThan(start)) fault("end must be greater than start when step is positive", 1);
		const values = [];
		for (let next = start; down ? next.greaterThan(end) : next.lessThan(end); next = next.plus(step)) {
			if (values.length >= LONGEST_RANGE) fault(`more than ${LONGEST_RANGE} values were generated; either decrease the difference between start and end or use a larger step`);
			budget.spendSteps(STEPS_PER_NUMBER);
			values.push(Value.number(next));
		}
		return Value.list(NUMBER$2, values);
	}
};
const zipmap = {
	name: "zipmap",
	params: [{
		name: "keys",
		type: STRINGS
	}, {
		name: "values",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	}],
	returns: (args) => zipType(argumentAt(args, 0), argumentAt(args, 1).type),
	doc: "A map from the keys to the values, which must be as many.",
	call(args) {
		const values = argumentAt(args, 1);
		zipType(argumentAt(args, 0), values.type);
		const elements = values.asElements();
		const entries = zipKeys(argumentAt(args, 0), elements.length).map((name, position) => [name, argumentAt(elements, position)]);
		return values.type.kind === "list" ? Value.map(values.type.element, entries) : Value.object(entries);
	}
};
function zipType(keys, values) {
	if (values.kind === "list") return mapOf(values.element);
	if (values.kind !== "tuple") return fault("values argument must be a list or tuple value", 1);
	if (!keys.isWhollyKnown()) return DYNAMIC;
	const names = zipKeys(keys, values.elements.length);
	return objectOf(values.elements.map((type, position) => [names[position] ?? "", type]));
}
function zipKeys(keys, count) {
	const names = keys.asElements();
	if (names.length !== count) fault(`number of keys (${names.length}) does not match number of values (${count})`);
	return names.map((key, index) => key.isNull ? fault(`keys list has null value at index ${index}`, 0) : key.asString());
}
// src/hcl/functions/collection/sets.ts
var sets_exports = /* @__PURE__ */ __exportAll({
	setintersection: () => setintersection,
	setproduct: () => setproduct,
	setunion: () => setunion
});
const setunion = setOperation("setunion", "All elements that are in any of the sets.", (sets) => sets.flat());
const setintersection = setOperation("setintersection", "The elements that are in all of the sets.", (sets) => {
	const [first = [], ...others] = sets.map((set) => new Map(set.map((element) => [identityText(element), element])));
	return Array.from(first).filter(([identity]) => others.every((other) => other instanceof Map && other.has(identity))).map(([, element]) => element);
});
function setOperation(name, doc, combine) {
	return {
		name,
		params: [{
			name: "first_set",
			type: setOf(DYNAMIC)
		}],
		variadic: {
			name: "other_sets",
			type: setOf(DYNAMIC)
		},
		returns: setType,
		doc,
		call(args) {
			const type = setType(args);
			const sets = args.map((argument) => {
				const converted = convert(argument, type);
				return converted.ok ? converted.value.asElements() : fault(converted.error.message);
			});
			return Value.set(type.element, combine(sets));
		}
	};
}
function setType(args) {
	const elements = args.flatMap(({ type }) => "element" in type && type.element.kind !== "dynamic" ? [type.element] : []);
	const element = elements.length === 0 ? DYNAMIC : unify(elements);
	return element === void 0 ? fault("given sets must all have compatible element types") : {
		kind: "set",
		element
	};
}
const ROW_BYTES = 128;
const setproduct = {
	name: "setproduct",
	params: [],
	variadic: {
		name: "sets",
		type: DYNAMIC,
		allowUnknown: "inside",
		keepsMarksInside: true
	},
	returns: productType,
	expense: (args) => {
		const rows = args.reduce((total, argument) => total * (isSequence(argument) ? argument.asElements().length : 1), 1);
		return {
			bytes: rows * ROW_BYTES * (1 + args.length),
			steps: rows * args.length
		};
	},
	doc: "Every combination of one element from each of the sets; in the order of the arguments when they are lists.",
	call(args) {
		const type = productType(args);
		const row = type.element;
		const columns = args.map((argument, index) => {
			const element = tupleElements(row)[index] ?? DYNAMIC;
			return argument.asElements().map((value) => {
				const converted = convert(value, element);
				return converted.ok ? converted.value : fault(converted.error.message, index);
			});
		});
		let rows = [[]];
		for (const column of columns) rows = rows.flatMap((start) => column.map((value) => [...start, value]));
		const tuples = rows.map((values) => Value.tuple(values));
		return type.kind === "list" ? Value.list(row, tuples) : Value.set(row, tuples);
	}
};
function productType(args) {
	if (args.length < 2) fault("at least two arguments are required");
	const elements = args.map((argument, index) => {
		if (!isSequence(argument)) fault("a set or a list is required", index);
		const { type } = argument;
		if ("element" in type) return type.element;
		const parts = tupleElements(type);
		return parts.length === 0 ? DYNAMIC : unify(parts, "unsafe") ?? fault("all elements must be of the same type", index);
	});
	const row = tupleOf(elements);
	return args.some((argument) => argument.type.kind === "set") ? setOf(row) : listOf(row);
}
// src/kernel/time-format.ts
const MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December"
];
const DAYS = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday"
];
const DAY_MS = 864e5;
const LAYOUT_PART = /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|Z07:00:00|Z070000|Z07:00|Z0700|Z07|-07:00:00|-070000|-07:00|-0700|-07|[.,](?:0+|9+)(?!\d)|__2|002|01|02|03|04|05|06|15|_2(?!006)|1|2|3|4|5|PM|pm/g;
function formatGoTime(time, layout) {
	const date = new Date(time);
	return layout.replace(LAYOUT_PART, (part) => goPart(date, part));
}
function goPart(date, part) {
	const fraction = /^([.,])(0+|9+)$/.exec(part);
	if (fraction !== null) return secondFraction(date, fraction[1] ?? ".", fraction[2] ?? "");
	const write = GO_PARTS[part];
	return write === void 0 ? part : write(date);
}
const GO_PARTS = {
	January: monthName,
	Jan: (date) => monthName(date).slice(0, 3),
	"1": (date) => String(date.getUTCMonth() + 1),
	"01": (date) => pad$1(date.getUTCMonth() + 1),
	Monday: dayName,
	Mon: (date) => dayName(date).slice(0, 3),
	"2": (date) => String(date.getUTCDate()),
	_2: (date) => String(date.getUTCDate()).padStart(2),
	"02": (date) => pad$1(date.getUTCDate()),
	__2: (date) => String(dayOfYear(date)).padStart(3),
	"002": (date) => pad$1(dayOfYear(date), 3),
	"15": (date) => pad$1(date.getUTCHours()),
	"3": (date) => String(twelveHour(date)),
	"03": (date) => pad$1(twelveHour(date)),
	"4": (date) => String(date.getUTCMinutes()),
	"04": (date) => pad$1(date.getUTCMinutes()),
	"5": (date) => String(date.getUTCSeconds()),
	"05": (date) => pad$1(date.getUTCSeconds()),
	"2006": year,
	"06": (date) => pad$1(date.getUTCFullYear() % 100),
	PM: halfDay,
	pm: (date) => halfDay(date).toLowerCase(),
	MST: () => "UTC",
	Z0700: () => "Z",
	Z070000: () => "Z",
	"Z07:00": () => "Z",
	"Z07:00:00": () => "Z",
	Z07: () => "Z",
	"-0700": () => "+0000",
	"-070000": () => "+000000",
	"-07:00": () => "+00:00",
	"-07:00:00": () => "+00:00:00",
	"-07": () => "+00"
};
function secondFraction(date, point, pattern) {
	const digits = pad$1(date.getUTCMilliseconds(), 3).padEnd(pattern.length, "0").slice(0, pattern.length);
	if (pattern.startsWith("0")) return point + digits;
	const significant = digits.replace(/0+$/, "");
	return significant === "" ? "" : point + significant;
}
function formatStrftime(time, format) {
	const date = new Date(time);
	return format.replace(/%(.)/gs, (whole, letter) => STRFTIME_LETTERS[letter]?.(date) ?? whole);
}
const STRFTIME_LETTERS = {
	A: dayName,
	a: (date) => dayName(date).slice(0, 3),
	B: monthName,
	b: (date) => monthName(date).slice(0, 3),
	d: (date) => pad$1(date.getUTCDate()),
	H: (date) => pad$1(date.getUTCHours()),
	I: (date) => pad$1(twelveHour(date)),
	L: (date) => secondFraction(date, ".", "000"),
	M: (date) => pad$1(date.getUTCMinutes()),
	m: (date) => pad$1(date.getUTCMonth() + 1),
	p: halfDay,
	S: (date) => pad$1(date.getUTCSeconds()),
	Y: year,
	y: (date) => pad$1(date.getUTCFullYear() % 100),
	Z: () => "UTC",
	z: () => "+0000",
	"%": () => "%"
};
function isoWeek(date) {
	const thursday = new Date(date.getTime() + (3 - (date.getUTCDay() + 6) % 7) * DAY_MS);
	return {
		year: thursday.getUTCFullYear(),
		week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1
	};
}
function dayOfYear(date) {
	return (Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY_MS + 1;
}
function monthName(date) {
	return MONTHS[date.getUTCMonth()] ?? "";
}
function dayName(date) {
	return DAYS[date.getUTCDay()] ?? "";
}
function year(date) {
	return pad$1(date.getUTCFullYear(), 4);
}
function twelveHour(date) {
	return date.getUTCHours() % 12 || 12;
}
function halfDay(date) {
	return date.getUTCHours() < 12 ? "AM" : "PM";
}
function pad$1(number, width = 2) {
	return String(number).padStart(width, "0");
}
// src/hcl/functions/date/timestamp-argument.ts
function timestampAt(args, index) {
	const text = textAt(args, index);
	return parseTimestamp(text) ?? fault(`not a valid RFC3339 timestamp: "${text}" is not of the form 2006-01-02T15:04:05Z`, index);
}
// src/hcl/functions/date/clock-functions.ts
var clock_functions_exports = /* @__PURE__ */ __exportAll({
	legacyIsotime: () => legacyIsotime,
	legacyStrftime: () => legacyStrftime,
	timeadd: () => timeadd,
	timestamp: () => timestamp
});
const timestamp = {
	name: "timestamp",
	params: [],
	returns: STRING$2,
	doc: "The current time in UTC, as RFC 3339; a new one on every call.",
	call: (_, { clock }) => Value.string(formatTimestamp({
		time: clock.now(),
		offsetMinutes: 0
	}))
};
const timeadd = {
	name: "timeadd",
	params: [{
		name: "timestamp",
		type: STRING$2
	}, {
		name: "duration",
		type: STRING$2
	}],
	returns: STRING$2,
	doc: "The timestamp (RFC 3339), later by the duration (1h30m) or earlier (-10s).",
	call(args) {
		const start = timestampAt(args, 0);
		const text = textAt(args, 1);
		const duration = parseDuration(text);
		if (duration === void 0) return fault(`invalid duration "${text}": it is written like 1h30m or -10s`, 1);
		const time = start.time + duration;
		if (Math.abs(time) > 864e13) fault("the result is out of the range of dates", 1);
		return Value.string(formatTimestamp({
			...start,
			time
		}));
	}
};
const legacyIsotime = legacy("legacy_isotime", "The time when the run began, in UTC, in Go's layout (2006-01-02 15:04:05); RFC 3339 without one.", formatGoTime);
const legacyStrftime = legacy("legacy_strftime", "The time when the run began, in UTC, by strftime letters (%Y-%m-%d); RFC 3339 without them.", formatStrftime);
function legacy(name, doc, write) {
	return {
		name,
		params: [],
		variadic: {
			name: "format",
			type: STRING$2
		},
		returns: STRING$2,
		doc,
		call([format, extra], { startedAt }) {
			if (extra !== void 0) fault("too many arguments: one format at most", 1);
			if (format === void 0) return Value.string(formatTimestamp({
				time: startedAt,
				offsetMinutes: 0
			}));
			return Value.string(write(startedAt, format.asString()));
		}
	};
}
// src/hcl/functions/date/formatdate.ts
const formatdate = {
	name: "formatdate",
	params: [{
		name: "format",
		type: STRING$2
	}, {
		name: "time",
		type: STRING$2
	}],
	returns: STRING$2,
	expense: (args) => ({ steps: textAt(args, 0).length }),
	doc: "The timestamp (RFC 3339) in another form: YYYY, MM, DD, hh (24 hours), HH (12 hours), mm, ss, EEE, MMM, AA, ZZZ, …; other letters in quotes ('T').",
	call(args) {
		const timestamp = timestampAt(args, 1);
		const tokens = textAt(args, 0).match(/'(?:[^']|'')*(?:'|$)|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
		return Value.string(tokens.map((token) => writeToken(token, timestamp)).join(""));
	}
};
function writeToken(token, timestamp) {
	if (token.startsWith("'")) return unquote(token);
	return /^[A-Za-z]/.test(token) ? writeVerb$1(token, timestamp) : token;
}
function unquote(token) {
	if (token.length === 1 || !token.endsWith("'")) return fault("unterminated literal '", 0);
	return token === "''" ? "'" : token.slice(1, -1).replaceAll("''", "'");
}
const LAYOUTS = {
	YY: "06",
	YYYY: "2006",
	M: "1",
	MM: "01",
	MMM: "Jan",
	MMMM: "January",
	D: "2",
	DD: "02",
	EEE: "Mon",
	EEEE: "Monday",
	hh: "15",
	H: "3",
	HH: "03",
	AA: "PM",
	aa: "pm",
	m: "4",
	mm: "04",
	s: "5",
	ss: "05"
};
const WRITERS = {
	h: (timestamp) => String(localDate(timestamp).getUTCHours()),
	Z: (timestamp) => formatOffset(timestamp, ":", "Z"),
	ZZZ: (timestamp) => formatOffset(timestamp, "", "UTC"),
	ZZZZ: (timestamp) => formatOffset(timestamp, ""),
	ZZZZZ: (timestamp) => formatOffset(timestamp, ":")
};
const MEANINGS = {
	Y: "year must either be \"YY\" or \"YYYY\"",
	M: "month must be \"M\", \"MM\", \"MMM\" or \"MMMM\"",
	D: "day of month must either be \"D\" or \"DD\"",
	E: "day of week must either be \"EEE\" or \"EEEE\"",
	h: "24-hour must either be \"h\" or \"hh\"",
	H: "12-hour must either be \"H\" or \"HH\"",
	A: "must be \"AA\"",
	a: "must be \"aa\"",
	m: "minute must either be \"m\" or \"mm\"",
	s: "second must either be \"s\" or \"ss\"",
	Z: "timezone must be Z, ZZZ, ZZZZ or ZZZZZ"
};
function writeVerb$1(verb, timestamp) {
	const layout = LAYOUTS[verb];
	if (layout !== void 0) return formatGoTime(localDate(timestamp).getTime(), layout);
	const write = WRITERS[verb];
	if (write !== void 0) return write(timestamp);
	const meaning = MEANINGS[verb.charAt(0)] ?? `letters that stand for themselves must be in quotes: '${verb}'`;
	return fault(`invalid date format verb "${verb}": ${meaning}`, 0);
}
// src/hcl/functions/date/time-parts.ts
var time_parts_exports = /* @__PURE__ */ __exportAll({
	rfc3339Parse: () => rfc3339Parse,
	unixTimestampParse: () => unixTimestampParse
});
const PARTS = {
	year: NUMBER$2,
	year_day: NUMBER$2,
	day: NUMBER$2,
	month: NUMBER$2,
	month_name: STRING$2,
	weekday: NUMBER$2,
	weekday_name: STRING$2,
	hour: NUMBER$2,
	minute: NUMBER$2,
	second: NUMBER$2,
	iso_year: NUMBER$2,
	iso_week: NUMBER$2
};
const rfc3339Parse = {
	name: "rfc3339_parse",
	params: [{
		name: "timestamp",
		type: STRING$2
	}],
	returns: objectOf({
		...PARTS,
		unix: NUMBER$2
	}),
	doc: "The parts of a timestamp (RFC 3339; a blank may stand for the T): year, month, day, hour, weekday_name, and so on.",
	call(args) {
		const text = textAt(args, 0);
		const parsed = parseTimestamp(text.replace(/^(\d{4}-\d\d-\d\d) /, "$1T"));
		if (parsed === void 0) return fault(`"${text}" is not a timestamp of RFC 3339, which is of the form 2006-01-02T15:04:05Z`, 0);
		return Value.object({
			...partsOf(parsed),
			unix: Value.number(Math.floor(parsed.time / 1e3))
		});
	}
};
const unixTimestampParse = {
	name: "unix_timestamp_parse",
	params: [{
		name: "unix_timestamp",
		type: NUMBER$2
	}],
	returns: objectOf({
		...PARTS,
		rfc3339: STRING$2
	}),
	doc: "The parts, in UTC, of a time that is given in whole seconds since 1970: year, month, …, and rfc3339.",
	call(args) {
		const seconds = integerAt(args, 0);
		if (Math.abs(seconds) > 864e10) fault("the time is out of the range of dates", 0);
		const parsed = {
			time: seconds * 1e3,
			offsetMinutes: 0
		};
		return Value.object({
			...partsOf(parsed),
			rfc3339: Value.string(formatTimestamp(parsed))
		});
	}
};
function partsOf(timestamp) {
	const date = localDate(timestamp);
	const week = isoWeek(date);
	return {
		year: Value.number(date.getUTCFullYear()),
		year_day: Value.number(dayOfYear(date)),
		day: Value.number(date.getUTCDate()),
		month: Value.number(date.getUTCMonth() + 1),
		month_name: Value.string(formatGoTime(date.getTime(), "January")),
		weekday: Value.number(date.getUTCDay()),
		weekday_name: Value.string(formatGoTime(date.getTime(), "Monday")),
		hour: Value.number(date.getUTCHours()),
		minute: Value.number(date.getUTCMinutes()),
		second: Value.number(date.getUTCSeconds()),
		iso_year: Value.number(week.year),
		iso_week: Value.number(week.week)
	};
}
// src/hcl/functions/encoding/json.ts
var json_exports = /* @__PURE__ */ __exportAll({
	jsondecode: () => jsondecode,
	jsonencode: () => jsonencode
});
const VALUE_BYTES = 128;
const jsonencode = {
	name: "jsonencode",
	params: [{
		name: "val",
		type: DYNAMIC,
		allowNull: true
	}],
	returns: STRING$2,
	expense: (args) => ({ bytes: 2 * argumentAt(args, 0).size }),
	doc: "The value as JSON, with <, > and & written as \\u003c and the like.",
	call: (args) => Value.string(toJson(argumentAt(args, 0)))
};
const jsondecode = {
	name: "jsondecode",
	params: [{
		name: "str",
		type: STRING$2
	}],
	returns: DYNAMIC,
	expense: (args) => {
		const commas = textAt(args, 0).match(/,/g)?.length ?? 0;
		return {
			bytes: VALUE_BYTES * commas,
			steps: 2 * commas
		};
	},
	doc: "The value that a JSON text stands for: objects and tuples, strings, numbers, bools and null.",
	call(args) {
		try {
			return fromJson(textAt(args, 0));
		} catch (error) {
			if (!(error instanceof JsonError)) throw error;
			const place = `line ${error.line}, column ${error.column}`;
			throw new FunctionFault(`the string is not JSON: ${error.message} (${place})`, 0);
		}
	}
};
// src/hcl/functions/encoding/url.ts
const urlencode = textFunction("urlencode", ["str"], "The string as it can stand in the query of a URL; a blank becomes +.", (text) => encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%20", "+"), (text) => ({ bytes: 3 * text.length }));
// src/hcl/functions/filesystem/resolve.ts
function expandHome(name, files) {
	if (!name.startsWith("~")) return name;
	if (!/^~(?:[/\\]|$)/.test(name)) return fault(`cannot expand "${name}": only ~ alone stands for a home directory`, 0);
	return files.homeDirectory === void 0 ? fault(`cannot expand "${name}": there is no home directory`, 0) : path.join(files.homeDirectory, name.slice(1));
}
function resolveFromTemplate(name, files) {
	return path.resolve(files.templateDirectory, expandHome(name, files));
}
function kindAt(file, name, files) {
	try {
		return files.kind(file);
	} catch (error) {
		return fault(`failed to look at "${name}": ${systemReason(error)}`, 0);
	}
}
function systemReason(error) {
	switch (errorCode(error)) {
		case "EACCES":
		case "EPERM": return "the user that runs this may not read it";
		case "ELOOP": return "its links lead in a circle";
		default: return errorMessage(error);
	}
}
function readBytes(file, name, files) {
	const kind = kindAt(file, name, files);
	if (kind === void 0) {
		const looked = file === name ? "" : ` (looked for ${file})`;
		const meant = withoutTemplateDirectory(name, files);
		const remedy = meant === void 0 ? "" : `; a path starts at the template's directory already, so write "${meant}", without path.root`;
		return fault(`no file exists at "${name}"${looked}${remedy}`, 0);
	}
	if (kind === "directory") return fault(`"${name}" is a directory, not a file`, 0);
	if (kind === "other") return fault(`"${name}" is not a regular file`, 0);
	try {
		return files.read(file);
	} catch (error) {
		return fault(`failed to read "${name}": ${systemReason(error)}`, 0);
	}
}
function withoutTemplateDirectory(name, files) {
	const segments = path.normalize(name).split(path.sep);
	for (let length = 1; length < segments.length; length += 1) {
		const lead = segments.slice(0, length).join(path.sep);
		const rest = segments.slice(length).join(path.sep);
		if (files.templateDirectory.endsWith(path.sep + lead) && files.kind(path.join(files.templateDirectory, rest)) === "file") return rest;
	}
}
function readText(file, name, files) {
	const bytes = readBytes(file, name, files);
	if (!isUtf8(bytes)) fault(`contents of "${name}" are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents`, 0);
	return Buffer.from(bytes).toString("utf8");
}
// src/hcl/functions/filesystem/files.ts
var files_exports = /* @__PURE__ */ __exportAll({
	file: () => file,
	filebase64: () => filebase64,
	fileexists: () => fileexists
});
const PARAMS = [{
	name: "path",
	type: STRING$2
}];
const file = {
	name: "file",
	params: PARAMS,
	returns: STRING$2,
	doc: "The content of a text file; relative paths start from the template's directory.",
	call(args, { files }) {
		const name = textAt(args, 0);
		return Value.string(readText(resolveFromTemplate(name, files), name, files));
	}
};
const fileexists = {
	name: "fileexists",
	params: PARAMS,
	returns: BOOL,
	doc: "Whether there is a file at the path (a directory is an error); relative paths start from the template's directory.",
	call(args, { files }) {
		const name = textAt(args, 0);
		const kind = kindAt(resolveFromTemplate(name, files), name, files);
		if (kind === "directory") fault(`"${name}" is a directory, not a file`, 0);
		if (kind === "other") fault(`"${name}" is not a regular file`, 0);
		return Value.bool(kind === "file");
	}
};
const filebase64 = {
	name: "filebase64",
	params: PARAMS,
	returns: STRING$2,
	doc: "The bytes of a file in Base64; relative paths start from the working directory.",
	call(args, { files }) {
		const name = textAt(args, 0);
		const absolute = path.resolve(files.workingDirectory, expandHome(name, files));
		return Value.string(Buffer.from(readBytes(absolute, name, files)).toString("base64"));
	}
};
// src/hcl/functions/filesystem/path-pattern.ts
const ANY = () => true;
const IN_NAME = (character) => character !== "/";
const NOT_CLOSED = "the pattern has a bracket that is not closed";
function compilePathPattern(text) {
	const builder = new GlobBuilder();
	const characters = Array.from(text);
	for (let at = 0; at < characters.length; at += 1) {
		const character = characters[at] ?? "";
		if (isDoubleStar(characters, at)) at += addNames(builder, characters[at + 2]);
		else if (character === "*") builder.many(IN_NAME);
		else if (character === "?") builder.one(IN_NAME);
		else if (character === "{") builder.openChoice();
		else if (character === "," && builder.inChoice) builder.nextAlternative();
		else if (character === "}" && builder.inChoice) builder.closeChoice();
		else if (character === "[") {
			const brackets = bracketsAt(characters, at + 1);
			if (typeof brackets === "string") return brackets;
			builder.one(brackets.fits);
			at = brackets.end;
		} else {
			if (character === "\\") at += 1;
			const wanted = characters[at];
			if (wanted === void 0) return "the pattern ends with a backslash";
			builder.one((each) => each === wanted);
		}
	}
	return builder.inChoice ? NOT_CLOSED : builder.build();
}
function isDoubleStar(characters, at) {
	const [before = "/", first, second, after = "/"] = [characters[at - 1], ...characters.slice(at, at + 3)];
	return first === "*" && second === "*" && before === "/" && "/,}".includes(after);
}
function addNames(builder, after) {
	if (after !== "/") {
		builder.many(ANY);
		return 1;
	}
	builder.openChoice();
	builder.nextAlternative();
	builder.many(ANY);
	builder.one((character) => character === "/");
	builder.closeChoice();
	return 2;
}
function bracketsAt(characters, start) {
	const negated = characters[start] === "^";
	const ranges = [];
	let at = negated ? start + 1 : start;
	if (characters[at] === "]" && !negated) return "the pattern has brackets with nothing in them";
	while (characters[at] !== "]") {
		const low = memberAt(characters, at);
		const high = characters[low.end] === "-" ? memberAt(characters, low.end + 1) : low;
		if (low.code === void 0 || high.code === void 0) return NOT_CLOSED;
		if (!low.isPlain || !high.isPlain) return "the pattern has a \"-\" in brackets that stands between no two characters";
		ranges.push([low.code, high.code]);
		at = high.end;
	}
	const listed = (code) => ranges.some(([low, high]) => low <= code && code <= high);
	return {
		fits: (character) => character !== "/" && listed(character.codePointAt(0) ?? 0) !== negated,
		end: at
	};
}
function memberAt(characters, at) {
	const escaped = characters[at] === "\\";
	const character = characters[escaped ? at + 1 : at];
	return {
		code: character?.codePointAt(0),
		isPlain: escaped || character !== "-" && character !== "]",
		end: escaped ? at + 2 : at + 1
	};
}
// src/hcl/functions/filesystem/fileset.ts
const STEPS_PER_ENTRY = 60;
const PLACES_PER_STEP = 20;
const fileset = {
	name: "fileset",
	params: [{
		name: "path",
		type: STRING$2
	}, {
		name: "pattern",
		type: STRING$2
	}],
	returns: setOf(STRING$2),
	doc: "The files below the path (relative to the template's directory) that match the pattern: *, ?, [a-z], {a,b} and ** for any number of directories.",
	call(args, { files, budget }) {
		const [, up = "", pattern = ""] = /^((?:\.\.(?:\/|$))*)(.*)$/s.exec(cleaned(textAt(args, 1))) ?? [];
		const root = path.resolve(files.templateDirectory, textAt(args, 0), up);
		return Value.set(STRING$2, matchingFiles(root, pattern, files, budget).map((file) => Value.string(up + file)));
	}
};
function cleaned(pattern) {
	return path.posix.join(".", pattern).replace(/\/$/, "");
}
function matchingFiles(root, pattern, files, budget) {
	if (pattern === "") return [];
	const glob = compilePathPattern(pattern);
	if (typeof glob === "string") return fault(glob, 1);
	const deepest = pattern.includes("**") ? Number.POSITIVE_INFINITY : pattern.split("/").length;
	const found = [];
	const walk = (directory, depth) => {
		for (const name of files.list(path.join(root, directory))) {
			const relative = directory === "" ? name : `${directory}/${name}`;
			budget.spendSteps(STEPS_PER_ENTRY + Math.ceil(glob.size * relative.length / PLACES_PER_STEP));
			const kind = kindBelow(path.join(root, relative), files);
			if (kind === "file" && glob.matches(relative)) found.push(relative);
			if (kind === "directory" && depth < deepest) walk(relative, depth + 1);
		}
	};
	if (kindAt(root, root, files) === "directory") walkReadable(() => walk("", 1), root);
	return found;
}
function kindBelow(file, files) {
	try {
		return files.kind(file);
	} catch {
		return;
	}
}
function walkReadable(walk, root) {
	try {
		walk();
	} catch (error) {
		if (error instanceof FunctionFault || error instanceof EvaluationLimit) throw error;
		fault(`failed to list "${root}": ${systemReason(error)}`, 0);
	}
}
// src/hcl/functions/filesystem/path-names.ts
const basename = textFunction("basename", ["path"], "The last part of the path.", (name) => name === "" ? "." : path.basename(name) || "/");
const dirname = textFunction("dirname", ["path"], "The path without its last part.", (name) => withSlashes(path.normalize(/[/\\]$/.test(name) ? `${name}.` : name === "" ? "." : path.dirname(name))).replace(/(.)\/$/, "$1"));
const abspath = {
	name: "abspath",
	params: [{
		name: "path",
		type: STRING$2
	}],
	returns: STRING$2,
	doc: "The absolute path; a relative one starts from the working directory.",
	call: (args, { files }) => Value.string(withSlashes(path.resolve(files.workingDirectory, textAt(args, 0))))
};
const pathexpand = {
	name: "pathexpand",
	params: [{
		name: "path",
		type: STRING$2
	}],
	returns: STRING$2,
	doc: "The path with a ~ at its start replaced by the home directory.",
	call: (args, { files }) => Value.string(expandHome(textAt(args, 0), files))
};
function withSlashes(name) {
	return path.sep === "/" ? name : name.replaceAll(path.sep, "/");
}
// src/hcl/functions/filesystem/templatefile.ts
const STEPS_TO_RENDER = 100;
const templatefile = {
	name: "templatefile",
	params: [{
		name: "path",
		type: STRING$2
	}, {
		name: "vars",
		type: DYNAMIC,
		allowUnknown: "inside"
	}],
	returns: DYNAMIC,
	doc: "The text file, rendered as a template with these variables; relative paths start from the template's directory.",
	call(args, environment) {
		const name = textAt(args, 0);
		const variables = argumentAt(args, 1);
		if (!isMapping(variables)) fault("invalid vars value: must be a map or an object", 1);
		const entries = variables.asEntries();
		const wrong = [...entries.keys()].find((key) => !isIdentifier(key));
		if (wrong !== void 0) fault(`invalid template variable name "${wrong}": must start with a letter, followed by zero or more letters, digits, and underscores`, 1);
		const text = readText(resolveFromTemplate(name, environment.files), name, environment.files);
		environment.budget.spendSteps(STEPS_TO_RENDER + Math.ceil(text.length / 4));
		const { value, diagnostics } = environment.renderTemplate(text, name, entries);
		if (value !== void 0 && !hasErrors(diagnostics)) return value;
		const errors = diagnostics.filter(({ severity }) => severity === "error");
		const [first] = errors;
		const place = first?.subject === void 0 ? "" : ` (line ${first.subject.start.line}, column ${first.subject.start.column})`;
		const reason = first === void 0 ? "no value" : `${first.summary}${place}: ${first.detail.replace(/\.$/, "")}`;
		throw new FunctionFault(`the template "${name}" cannot be rendered: ${reason}`, void 0, errors);
	}
};
// src/hcl/functions/hash/digests.ts
var digests_exports = /* @__PURE__ */ __exportAll({
	md5: () => md5,
	sha1: () => sha1,
	sha256: () => sha256,
	sha512: () => sha512
});
const md5 = digest("md5");
const sha1 = digest("sha1");
const sha256 = digest("sha256");
const sha512 = digest("sha512");
function digest(name) {
	return textFunction(name, ["str"], `The ${name.toUpperCase()} digest of the string, in hexadecimal digits.`, (text) => createHash(name).update(text, "utf8").digest("hex"));
}
// src/hcl/functions/hash/rsadecrypt.ts
const rsadecrypt = textFunction("rsadecrypt", ["ciphertext", "privatekey"], "The text that was encrypted with RSA (PKCS #1 v1.5) and is given in Base64; the private key is a PEM text.", (ciphertext, pem) => {
	return decrypt(decodeBase64(ciphertext), readKey(pem)).toString("utf8");
}, () => ({ steps: 5e3 }));
function readKey(pem) {
	try {
		const key = createPrivateKey(pem);
		if (key.asymmetricKeyType === "rsa") return key;
	} catch {}
	return fault("the private key is not an RSA key in PEM that is free of a passphrase", 1);
}
function decrypt(encrypted, key) {
	let padded;
	try {
		padded = privateDecrypt({
			key,
			padding: constants$1.RSA_NO_PADDING
		}, encrypted);
	} catch {
		return fault("the text was not encrypted for this key", 0);
	}
	const end = padded.indexOf(0, 2);
	if (padded[0] !== 0 || padded[1] !== 2 || end < 10) fault("the text was not encrypted for this key", 0);
	return padded.subarray(end + 1);
}
// src/hcl/functions/network/prefix.ts
function parsePrefix(text) {
	const match = /^([^/%]+)\/(0|[1-9]\d{0,2})$/.exec(text);
	const address = match?.[1] ?? "";
	const length = Number(match?.[2]);
	const bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : void 0;
	if (match === null || bits === void 0 || length > bits) return void 0;
	const number = bits === 32 ? parseV4(address) : parseV6(address);
	const hostBits = BigInt(bits - length);
	return {
		bits,
		network: number >> hostBits << hostBits,
		length
	};
}
function formatAddress(address, bits) {
	return bits === 32 ? formatV4(address) : formatV6(address);
}
function formatPrefix({ network, bits, length }) {
	return `${formatAddress(network, bits)}/${length}`;
}
function parseV4(text) {
	return text.split(".").reduce((number, part) => number << 8n | BigInt(part), 0n);
}
function parseV6(text) {
	const [head = "", tail] = text.split("::").map(withHexTail);
	const left = groups(head);
	const right = groups(tail ?? "");
	const zeros = Array.from({ length: 8 - left.length - right.length }, () => "0");
	return [
		...left,
		...zeros,
		...right
	].reduce((number, group) => number << 16n | BigInt(`0x${group}`), 0n);
}
function groups(text) {
	return text === "" ? [] : text.split(":");
}
function withHexTail(text) {
	return text.replace(/\d+\.\d+\.\d+\.\d+$/, (address) => {
		const number = parseV4(address);
		return `${(number >> 16n).toString(16)}:${(number & 65535n).toString(16)}`;
	});
}
function formatV4(address) {
	return [
		24n,
		16n,
		8n,
		0n
	].map((shift) => address >> shift & 255n).join(".");
}
function formatV6(address) {
	if (address >> 32n === 65535n) return formatV4(address & 4294967295n);
	const text = Array.from({ length: 8 }, (_, index) => (address >> BigInt(112 - index * 16) & 65535n).toString(16)).join(":");
	const runs = [...text.matchAll(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/g)];
	const longest = runs.reduce((best, [run]) => run.length > best.length ? run : best, "");
	const run = runs.find(([each]) => each === longest);
	if (run === void 0) return text;
	return `${text.slice(0, run.index).replace(/:$/, "")}::${text.slice(run.index + longest.length).replace(/^:/, "")}`;
}
// src/hcl/functions/network/cidr.ts
var cidr_exports = /* @__PURE__ */ __exportAll({
	cidrhost: () => cidrhost,
	cidrnetmask: () => cidrnetmask,
	cidrsubnet: () => cidrsubnet,
	cidrsubnets: () => cidrsubnets
});
const PREFIX$1 = {
	name: "prefix",
	type: STRING$2
};
const cidrhost = {
	name: "cidrhost",
	params: [PREFIX$1, {
		name: "hostnum",
		type: NUMBER$2
	}],
	returns: STRING$2,
	doc: "The address of a host in the block; a negative number counts from the end.",
	call(args) {
		const { bits, network, length } = prefixAt(args);
		const number = argumentAt(args, 1).asNumber();
		if (!number.isInteger()) fault("a whole number is required", 1);
		const host = BigInt(number.toFixed());
		const size = 1n << BigInt(bits - length);
		if (host >= size || -host > size) fault(`prefix of ${length} does not accommodate a host numbered ${host}`, 1);
		return Value.string(formatAddress(network + (host < 0n ? size + host : host), bits));
	}
};
const cidrnetmask = {
	name: "cidrnetmask",
	params: [PREFIX$1],
	returns: STRING$2,
	doc: "The block's net mask as an address: 255.255.255.0.",
	call(args) {
		const { bits, length } = prefixAt(args);
		const hostBits = BigInt(bits - length);
		const all = (1n << BigInt(bits)) - 1n;
		return Value.string(formatAddress(all >> hostBits << hostBits, bits));
	}
};
const cidrsubnet = {
	name: "cidrsubnet",
	params: [
		PREFIX$1,
		{
			name: "newbits",
			type: NUMBER$2
		},
		{
			name: "netnum",
			type: NUMBER$2
		}
	],
	returns: STRING$2,
	doc: "The block with this number among the blocks whose prefix is longer by `newbits`.",
	call(args) {
		const prefix = prefixAt(args);
		const newBits = integerAt(args, 1);
		const number = argumentAt(args, 2).asNumber();
		const length = extended(prefix, newBits, 1);
		if (!number.isInteger() || number.isNegative()) fault("a whole number that is not negative is required", 2);
		const index = BigInt(number.toFixed());
		if (index >= 1n << BigInt(newBits)) fault(`prefix extension of ${newBits} does not accommodate a subnet numbered ${index}`, 2);
		return Value.string(formatPrefix({
			...prefix,
			length,
			network: prefix.network + (index << BigInt(prefix.bits - length))
		}));
	}
};
const cidrsubnets = {
	name: "cidrsubnets",
	params: [PREFIX$1],
	variadic: {
		name: "newbits",
		type: NUMBER$2
	},
	returns: listOf(STRING$2),
	doc: "Consecutive blocks in the prefix, each longer by the number of bits given for it.",
	call(args) {
		const prefix = prefixAt(args);
		const end = prefix.network + (1n << BigInt(prefix.bits - prefix.length));
		let next = prefix.network;
		const subnets = [];
		for (let position = 1; position < args.length; position += 1) {
			const newBits = integerAt(args, position);
			if (newBits < 1) fault("must extend prefix by at least one bit", position);
			const length = extended(prefix, newBits, position);
			const size = 1n << BigInt(prefix.bits - length);
			const network = (next + size - 1n) / size * size;
			next = network + size;
			if (next > end) fault(`not enough remaining address space for a subnet with a prefix of ${length} bits after ${subnets.at(-1) ?? formatPrefix(prefix)}`, position);
			subnets.push(formatPrefix({
				...prefix,
				length,
				network
			}));
		}
		return textList(subnets);
	}
};
function prefixAt(args) {
	const text = textAt(args, 0);
	return parsePrefix(text) ?? fault(`invalid CIDR expression: "${text}" is not of the form 10.0.0.0/8 or fd00::/8`, 0);
}
function extended(prefix, newBits, position) {
	const length = prefix.length + newBits;
	if (newBits < 0) fault("must not be negative", position);
	if (length > prefix.bits) fault(`insufficient address space to extend prefix of ${prefix.length} by ${newBits}`, position);
	return length;
}
// src/hcl/functions/numeric/extremes.ts
var extremes_exports = /* @__PURE__ */ __exportAll({
	max: () => max,
	min: () => min
});
const max = extreme("max", "The largest of the numbers.", (a, b) => a.greaterThan(b));
const min = extreme("min", "The smallest of the numbers.", (a, b) => a.lessThan(b));
function extreme(name, doc, beats) {
	return {
		name,
		params: [],
		variadic: {
			name: "numbers",
			type: NUMBER$2
		},
		returns: NUMBER$2,
		doc,
		call(args) {
			const [first, ...rest] = args.map((argument) => argument.asNumber());
			if (first === void 0) fault("at least one number is required");
			return Value.number(rest.reduce((best, number) => beats(number, best) ? number : best, first));
		}
	};
}
// src/hcl/functions/numeric/parseint.ts
const MOST_DIGITS = 1e4;
const parseint = {
	name: "parseint",
	params: [{
		name: "number",
		type: DYNAMIC
	}, {
		name: "base",
		type: NUMBER$2
	}],
	returns: NUMBER$2,
	expense: ([digits]) => ({ steps: Math.ceil(Math.min(digits?.size ?? 0, MOST_DIGITS) ** 2 / 2e3) }),
	doc: "Reads a whole number that is written in the base (2 to 62). Above base 36, capital letters follow the small ones.",
	call(args) {
		const text = argumentAt(args, 0);
		if (text.type.kind !== "string") fault(`a string is required, not ${friendlyName(text.type)}`, 0);
		const base = integerAt(args, 1);
		if (base < 2 || base > 62) fault("the base must be a whole number between 2 and 62", 1);
		const digits = text.asString();
		if (digits.length > MOST_DIGITS) fault(`a number of at most ${MOST_DIGITS} digits is required`, 0);
		return Value.number(parse(digits, base) ?? fault(`cannot parse "${digits}" as a base ${base} integer`, 0));
	}
};
function parse(text, base) {
	const digits = /^[+-]?([0-9a-zA-Z]+)$/.exec(text)?.[1];
	if (digits === void 0) return void 0;
	let total = 0n;
	for (const digit of digits) {
		const value = digitValue(digit, base);
		if (value >= base) return void 0;
		total = total * BigInt(base) + BigInt(value);
	}
	return text.startsWith("-") ? -total : total;
}
function digitValue(digit, base) {
	const smallOrNumeral = Number.parseInt(digit, 36);
	return base > 36 && /[A-Z]/.test(digit) ? smallOrNumeral + 26 : smallOrNumeral;
}
// src/hcl/functions/numeric/powers.ts
var powers_exports = /* @__PURE__ */ __exportAll({
	log: () => log,
	pow: () => pow
});
const STEPS = 50;
const log = {
	name: "log",
	params: [{
		name: "num",
		type: NUMBER$2
	}, {
		name: "base",
		type: NUMBER$2
	}],
	returns: NUMBER$2,
	expense: () => ({ steps: STEPS }),
	doc: "The logarithm of the number to the base.",
	call(args) {
		const number = argumentAt(args, 0).asNumber().toNumber();
		const base = argumentAt(args, 1).asNumber().toNumber();
		if (number <= 0) fault("a number above 0 is required", 0);
		if (base <= 0 || base === 1) fault("a number above 0 and other than 1 is required", 1);
		return Value.number(Math.log(number) / Math.log(base));
	}
};
const pow = {
	name: "pow",
	params: [{
		name: "num",
		type: NUMBER$2
	}, {
		name: "power",
		type: NUMBER$2
	}],
	returns: NUMBER$2,
	expense: () => ({ steps: STEPS }),
	doc: "The number raised to the power.",
	call(args) {
		const result = argumentAt(args, 0).asNumber().toNumber() ** argumentAt(args, 1).asNumber().toNumber();
		if (!Number.isFinite(result)) fault("the result is not a number that can be written");
		return Value.number(result);
	}
};
// src/hcl/functions/numeric/rounding.ts
var rounding_exports = /* @__PURE__ */ __exportAll({
	abs: () => abs,
	ceil: () => ceil,
	floor: () => floor,
	signum: () => signum
});
const LARGEST_WHOLE$1 = new HclNumber(2).pow(63).minus(1);
const SMALLEST_WHOLE = new HclNumber(2).pow(63).negated();
const abs = unary("abs", "The number without its sign.", (number) => number.abs());
const ceil = unary("ceil", "The smallest whole number that is not below the number.", (number) => number.ceil());
const floor = unary("floor", "The largest whole number that is not above the number.", (number) => number.floor());
const signum = unary("signum", "-1, 0 or 1: the sign of a whole number.", (number) => {
	if (!number.isInteger() || number.lt(SMALLEST_WHOLE) || number.gt(LARGEST_WHOLE$1)) fault("a whole number of 64 bits is required", 0);
	return number.isZero() ? 0 : number.isNegative() ? -1 : 1;
});
function unary(name, doc, compute) {
	return {
		name,
		params: [{
			name: "num",
			type: NUMBER$2
		}],
		returns: NUMBER$2,
		doc,
		call: (args) => Value.number(compute(argumentAt(args, 0).asNumber()))
	};
}
// src/hcl/functions/numeric/sum.ts
const sum = {
	name: "sum",
	params: [{
		name: "list",
		type: DYNAMIC
	}],
	returns: NUMBER$2,
	doc: "The sum of all numbers in a list, set or tuple, which must not be empty.",
	call(args) {
		const list = argumentAt(args, 0);
		if (!isSequence(list)) fault(`a list, set or tuple of numbers is required, not ${friendlyName(list.type)}`, 0);
		if (list.asElements().length === 0) fault("cannot sum an empty list", 0);
		return Value.number(list.asElements().reduce((total, element) => total.plus(numberIn(element)), new HclNumber(0)));
	}
};
function numberIn(element) {
	const converted = convert(element, NUMBER$2);
	if (!converted.ok || converted.value.isNull) return fault("a list, set or tuple of numbers is required", 0);
	return converted.value.asNumber();
}
// src/hcl/functions/refused.ts
const REFUSED_FUNCTIONS = new Map([
	...[
		"string",
		"number",
		"bool"
	].map((type) => [`to${type}`, `Packer has no function "to${type}": use convert(value, ${type}).`]),
	...[
		"list",
		"set",
		"map"
	].map((kind) => [`to${kind}`, `Packer has no function "to${kind}": use convert(value, ${kind}(string)), or another type.`]),
	...["sensitive", "nonsensitive"].map((name) => [name, `Packer has no function "${name}": a variable or local is made sensitive by "sensitive = true" in it.`]),
	...[
		"md5",
		"sha1",
		"sha256",
		"sha512"
	].map((digest) => [`file${digest}`, `Packer has no function "file${digest}": use ${digest}(file(path)) for text files.`]),
	["one", "Packer has no function \"one\": use element(list, 0), or try(list[0], null)."],
	["plantimestamp", "Packer has no function \"plantimestamp\": use timestamp()."],
	["env", "The function \"env\" can be called only in the default of a variable: declare one, and use var.name here."]
]);
// src/hcl/functions/remote.ts
var remote_exports = /* @__PURE__ */ __exportAll({
	awsSecretsmanager: () => awsSecretsmanager,
	awsSecretsmanagerRaw: () => awsSecretsmanagerRaw,
	consulKey: () => consulKey,
	vault: () => vault
});
function remoteFunction(name, params, doc) {
	return {
		name,
		params,
		returns: STRING$2,
		doc,
		tellsReason: true,
		call: (args, environment) => answerTo(name, args, environment)
	};
}
function answerTo(name, args, { remote }) {
	const answer = remote(name, args.map((each) => each.isNull ? void 0 : each.asString()));
	if (answer.kind === "failed") fault(answer.text.replace(/\.$/, ""));
	return (answer.kind === "unknown" ? Value.unknownOf(STRING$2) : Value.string(answer.text)).withMarks([SENSITIVE]);
}
const vault = remoteFunction("vault", [{
	name: "path",
	type: STRING$2
}, {
	name: "key",
	type: STRING$2
}], "A field of a secret in HashiCorp Vault (VAULT_ADDR, VAULT_TOKEN), of a key-value engine of version 1 or 2.");
const consulKey = remoteFunction("consul_key", [{
	name: "key",
	type: STRING$2
}], "The value of a key in the store of Consul (CONSUL_HTTP_ADDR, CONSUL_HTTP_TOKEN).");
const awsSecretsmanager = remoteFunction("aws_secretsmanager", [{
	name: "name",
	type: STRING$2
}, {
	name: "key",
	type: STRING$2,
	allowNull: true
}], "A field of a secret in AWS Secrets Manager; with null as key, its only field or its whole text.");
const awsSecretsmanagerRaw = remoteFunction("aws_secretsmanager_raw", [{
	name: "name",
	type: STRING$2
}], "The whole text of a secret in AWS Secrets Manager.");
// src/hcl/functions/string/affixes.ts
var affixes_exports = /* @__PURE__ */ __exportAll({
	endswith: () => endswith,
	startswith: () => startswith,
	strcontains: () => strcontains,
	trimprefix: () => trimprefix,
	trimsuffix: () => trimsuffix
});
const startswith = predicate("startswith", "prefix", "Whether the string begins with the prefix.", (text, part) => text.startsWith(part));
const endswith = predicate("endswith", "suffix", "Whether the string ends with the suffix.", (text, part) => text.endsWith(part));
const strcontains = predicate("strcontains", "substr", "Whether the string contains the other one.", (text, part) => text.includes(part));
const trimprefix = textFunction("trimprefix", ["str", "prefix"], "The string without the prefix, if it has it.", (text, prefix) => text.startsWith(prefix) ? text.slice(prefix.length) : text);
const trimsuffix = textFunction("trimsuffix", ["str", "suffix"], "The string without the suffix, if it has it.", (text, suffix) => text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text);
function predicate(name, second, doc, test) {
	return {
		name,
		params: [{
			name: "str",
			type: STRING$2
		}, {
			name: second,
			type: STRING$2
		}],
		returns: BOOL,
		doc,
		call: (args) => Value.bool(test(textAt(args, 0), textAt(args, 1)))
	};
}
// src/hcl/values/go-numbers.ts
function formatShortest(number) {
	const text = formatFloat(number.abs(), "g", void 0);
	return number.isNegative() && !number.isZero() ? `-${text}` : text;
}
function formatFloat(number, letter, precision) {
	switch (letter) {
		case "f": return number.toFixed(precision ?? 6);
		case "e":
		case "E": return withGoExponent(number.toExponential(precision ?? 6), letter);
		default: return formatGeneral(number, letter === "G" ? "E" : "e", precision);
	}
}
function formatGeneral(number, exponentLetter, precision) {
	if (number.isZero()) return "0";
	const rounded = precision === void 0 ? number : number.toSignificantDigits(Math.max(precision, 1));
	const digits = rounded.precision();
	const exponent = rounded.e;
	let limit = 6;
	if (precision !== void 0) {
		limit = Math.max(precision, 1);
		if (limit > digits && digits >= exponent + 1) limit = digits;
	}
	if (exponent >= -4 && exponent < limit) return rounded.toFixed();
	return withGoExponent(rounded.toExponential(), exponentLetter);
}
function withGoExponent(text, letter) {
	return text.replace(/e([+-])(\d+)$/, (_, sign, digits) => `${letter}${sign}${digits.padStart(2, "0")}`);
}
// src/hcl/functions/string/format-verbs.ts
const VERB$1 = /%([ +\-0#]*)([1-9]\d*)?(?:\.(\d*))?(?:\[([1-9]\d*)\])?([a-zA-Z%])/uy;
const WIDEST = 1e5;
const STEPS_PER_VERB = 4;
function formatText(format, values, budget) {
	let result = "";
	let next = 1;
	let highest = 0;
	for (let offset = 0; offset < format.length;) {
		const percent = format.indexOf("%", offset);
		if (percent === -1) {
			result += format.slice(offset);
			break;
		}
		result += format.slice(offset, percent);
		VERB$1.lastIndex = percent;
		const match = VERB$1.exec(format);
		if (match === null) return fault(badVerb(format, percent), 0);
		offset = VERB$1.lastIndex;
		const [raw, flags = "", width, precision, index, letter = ""] = match;
		if (letter === "%") {
			if (raw !== "%%") fault(`unsupported format verb '%' in "${raw}" at offset ${percent}`, 0);
			result += "%";
			continue;
		}
		const position = index === void 0 ? next : Number(index);
		next = position + 1;
		highest = Math.max(highest, position);
		const value = values[position - 1];
		if (value === void 0) return fault(`not enough arguments for "${raw}" at ${percent}: need index ${position} but have ${values.length} total`, 0);
		const verb = {
			raw,
			offset: percent,
			flags,
			width: number(width),
			precision: number(precision),
			letter
		};
		if ((verb.width ?? 0) > WIDEST || (verb.precision ?? 0) > WIDEST) fault(`"${raw}" asks for too wide a field`, 0);
		budget.spendSteps(STEPS_PER_VERB + stepsFor(verb, value));
		result += writeVerb(verb, value, position);
		if (tooLargeSize(result.length) !== void 0) fault(`the result can't be used: ${tooLargeSize(result.length)}`);
	}
	if (values.length > highest) fault(`too many arguments; ${highest === 0 ? "no verbs in format string" : `only ${highest} used by format string`}`, highest + 1);
	return result;
}
function stepsFor({ width, precision, letter }, value) {
	const field = Math.ceil(((width ?? 0) + (precision ?? 0)) / 16);
	if (value.isNull) return field;
	if (value.type.kind === "number") return field + Math.ceil(Math.abs(value.asNumber().e) / 16);
	if (value.type.kind !== "string") return field;
	const text = value.asString();
	if ("bdoxX".includes(letter)) return field + Math.ceil(text.length / 4);
	return width === void 0 && precision === void 0 ? field : field + graphemeSteps(text);
}
function number(digits) {
	return digits === void 0 ? void 0 : Number(digits);
}
function badVerb(format, percent) {
	return /^%[ +\-0#]*\d*(?:\.\d*)?(?:\[\d*\]?)?$/.test(format.slice(percent)) ? "unterminated format string: the \"%\" at its end needs a verb (write %% for a percent sign)" : `unrecognized format verb at offset ${percent}: "${format.slice(percent, percent + 8)}" (write %% for a percent sign)`;
}
function writeVerb(verb, value, position) {
	if (value.isNull && verb.letter !== "v") return fault(`unsupported value for "${verb.raw}" at ${verb.offset}: null value cannot be formatted`, position);
	switch (verb.letter) {
		case "v": return pad(verb, writePlain(verb, value));
		case "t": return String(convertFor(verb, value, BOOL, position).asBool());
		case "b":
		case "d":
		case "o":
		case "x":
		case "X": return writeInteger(verb, convertFor(verb, value, NUMBER$2, position).asNumber(), position);
		case "e":
		case "E":
		case "f":
		case "g":
		case "G": return writeFloat(verb, convertFor(verb, value, NUMBER$2, position).asNumber());
		case "s": return pad(verb, truncate(verb, convertFor(verb, value, STRING$2, position).asString()));
		case "q": return pad(verb, toJson(Value.string(truncate(verb, convertFor(verb, value, STRING$2, position).asString()))));
		default: return fault(`unsupported format verb '${verb.letter}' in "${verb.raw}" at offset ${verb.offset}`, 0);
	}
}
function convertFor(verb, value, type, position) {
	const converted = convert(value, type);
	if (converted.ok) return converted.value;
	return fault(`unsupported value for "${verb.raw}" at ${verb.offset}: ${converted.error.message}`, position);
}
function writePlain(verb, value) {
	if (!verb.flags.includes("#") && !value.isNull) {
		if (value.type.kind === "string") return value.asString();
		if (value.type.kind === "number") return formatShortest(value.asNumber());
	}
	return toJson(value);
}
function truncate(verb, text) {
	return verb.precision === void 0 || verb.precision === 0 ? text : graphemes(text).slice(0, verb.precision).join("");
}
function pad(verb, text) {
	if (verb.width === void 0) return text;
	const missing = verb.width - graphemeCount(text);
	if (missing <= 0) return text;
	const padding = (verb.flags.includes("0") ? "0" : " ").repeat(missing);
	return verb.flags.includes("-") ? text + padding : padding + text;
}
const RADIX = {
	b: 2,
	o: 8,
	d: 10,
	x: 16,
	X: 16
};
const PREFIX = {
	b: "0b",
	o: "0",
	x: "0x",
	X: "0X"
};
function writeInteger(verb, value, position) {
	if (!value.isInteger()) return fault(`unsupported value for "${verb.raw}" at ${verb.offset}: an integer is required`, position);
	let digits = BigInt(value.abs().toFixed()).toString(RADIX[verb.letter] ?? 10);
	if (verb.letter === "X") digits = digits.toUpperCase();
	if (verb.precision !== void 0) digits = verb.precision === 0 && digits === "0" ? "" : digits.padStart(verb.precision, "0");
	return padNumber(verb, value, verb.flags.includes("#") ? PREFIX[verb.letter] ?? "" : "", digits, verb.precision === void 0);
}
function writeFloat(verb, value) {
	return padNumber(verb, value, "", formatFloat(value.abs(), verb.letter, verb.precision), true);
}
function padNumber(verb, value, prefix, digits, zeros) {
	const positive = verb.flags.includes("+") ? "+" : verb.flags.includes(" ") ? " " : "";
	const sign = value.isNegative() && !value.isZero() ? "-" : positive;
	const missing = Math.max(0, (verb.width ?? 0) - sign.length - prefix.length - digits.length);
	if (verb.flags.includes("-")) return sign + prefix + digits + " ".repeat(missing);
	if (zeros && verb.flags.includes("0")) return sign + prefix + "0".repeat(missing) + digits;
	return " ".repeat(missing) + sign + prefix + digits;
}
// src/hcl/functions/string/format.ts
var format_exports = /* @__PURE__ */ __exportAll({
	format: () => format,
	formatlist: () => formatlist
});
const format = {
	name: "format",
	params: [{
		name: "format",
		type: STRING$2
	}],
	variadic: {
		name: "args",
		type: DYNAMIC,
		allowNull: true
	},
	returns: STRING$2,
	doc: "The format string with its verbs (%s, %d, %q, %v, %.2f, …) replaced by the values.",
	call: ([text, ...values], { budget }) => Value.string(formatText(text?.asString() ?? "", values, budget))
};
const formatlist = {
	name: "formatlist",
	params: [{
		name: "format",
		type: STRING$2
	}],
	variadic: {
		name: "args",
		type: DYNAMIC,
		allowNull: true,
		allowUnknown: "anywhere"
	},
	returns: STRINGS,
	doc: "`format` for each element of the lists among the values, which must be of one length; other values are used again each time.",
	call(args, { budget }) {
		const text = textAt(args, 0);
		const values = args.slice(1);
		if (values.some((value) => value.isUnknown && (isSequence(value) || value.type.kind === "dynamic"))) return Value.unknownOf(STRINGS);
		let bytes = 0;
		const texts = Array.from({ length: commonLength(values) }, (_, index) => {
			const formatted = formatAt(text, values, index, budget);
			bytes += formatted.size;
			const tooMuch = tooLargeSize(bytes);
			if (tooMuch !== void 0) fault(`the result can't be used: ${tooMuch}`);
			return formatted;
		});
		return Value.list(STRING$2, texts);
	}
};
function commonLength(values) {
	const first = values.findIndex(isList);
	if (first === -1) return 1;
	const length = argumentAt(values, first).asElements().length;
	for (const [index, value] of values.entries()) {
		const own = isList(value) ? value.asElements().length : length;
		if (own !== length) fault(`argument ${index + 1} has length ${own}, which is inconsistent with argument ${first + 1} of length ${length}`, index + 1);
	}
	return length;
}
function isList(value) {
	return isSequence(value) && !value.isNull;
}
function formatAt(text, values, index, budget) {
	const row = values.map((value) => isList(value) ? argumentAt(value.asElements(), index) : value);
	if (!row.every((value) => value.isWhollyKnown())) return Value.unknownOf(STRING$2);
	try {
		return Value.string(formatText(text, row, budget));
	} catch (error) {
		if (!(error instanceof FunctionFault)) throw error;
		throw new FunctionFault(`error on format iteration ${index}: ${error.message}`, error.argument);
	}
}
// src/hcl/functions/string/letter-case.ts
var letter_case_exports = /* @__PURE__ */ __exportAll({
	lower: () => lower,
	title: () => title,
	upper: () => upper
});
const lower = textFunction("lower", ["str"], "The string in small letters.", (text) => mapLetters(text, (letter) => firstCodePoint(letter.toLowerCase())), eachCharacter);
const upper = textFunction("upper", ["str"], "The string in capital letters.", (text) => mapLetters(text, (letter) => letter.toUpperCase()), eachCharacter);
const title = textFunction("title", ["str"], "The string with the first letter of each word as a capital.", (text) => {
	let previous = " ";
	return mapLetters(text, (letter) => {
		const begins = separatesWords(previous);
		previous = letter;
		return begins ? letter.toUpperCase() : letter;
	});
}, eachCharacter);
function mapLetters(text, change) {
	let mapped = "";
	for (const letter of text) {
		const changed = change(letter);
		mapped += changed.length === letter.length || isOneCodePoint(changed) ? changed : letter;
	}
	return mapped;
}
function isOneCodePoint(text) {
	return text.length === String.fromCodePoint(text.codePointAt(0) ?? 0).length;
}
function firstCodePoint(letter) {
	return Array.from(letter)[0] ?? letter;
}
function separatesWords(character) {
	if (character.charCodeAt(0) < 128) return !/[0-9A-Za-z_]/.test(character);
	return /\p{White_Space}/u.test(character);
}
// src/hcl/functions/string/parts.ts
var parts_exports = /* @__PURE__ */ __exportAll({
	indent: () => indent,
	join: () => join,
	replace: () => replace,
	split: () => split,
	strrev: () => strrev,
	substr: () => substr
});
const join = {
	name: "join",
	params: [{
		name: "separator",
		type: STRING$2
	}],
	variadic: {
		name: "lists",
		type: STRINGS
	},
	returns: STRING$2,
	expense: ([separator, ...lists]) => ({ bytes: lists.reduce((total, list) => total + list.size + list.children().length * (separator?.size ?? 0), 0) }),
	doc: "The strings of all lists in one, with the separator between them.",
	call([separator, ...lists]) {
		if (separator === void 0 || lists.length === 0) return fault("at least one list is required");
		const parts = lists.flatMap((list, index) => list.asElements().map((element, position) => {
			if (element.isNull) fault(`element ${position} is null; null can't be joined`, index + 1);
			return element.asString();
		}));
		return Value.string(parts.join(separator.asString()));
	}
};
const split = {
	name: "split",
	params: [{
		name: "separator",
		type: STRING$2
	}, {
		name: "str",
		type: STRING$2
	}],
	returns: STRINGS,
	doc: "The parts of the string between the separators; with an empty separator, its characters.",
	call(args) {
		const separator = textAt(args, 0);
		const text = textAt(args, 1);
		return textList(separator === "" ? Array.from(text) : text.split(separator));
	},
	expense: (args) => ({ steps: occurrences(textAt(args, 1), textAt(args, 0)) })
};
const replace = textFunction("replace", [
	"str",
	"substr",
	"replace"
], "The string with every occurrence of the substring replaced. For regular expressions there is regex_replace.", (text, substring, replacement) => substring === "" ? `${replacement}${Array.from(text, (character) => character + replacement).join("")}` : text.split(substring).join(replacement), (text, substring, replacement) => {
	const count = occurrences(text, substring);
	return {
		bytes: count * replacement.length,
		steps: Math.ceil(count / 4)
	};
});
function occurrences(text, part) {
	return part === "" ? text.length + 1 : text.split(part).length;
}
const strrev = textFunction("strrev", ["str"], "The characters of the string in reverse order.", (text) => graphemes(text).reverse().join(""), (text) => ({ steps: graphemeSteps(text) }));
const substr = {
	name: "substr",
	params: [
		{
			name: "str",
			type: STRING$2
		},
		{
			name: "offset",
			type: NUMBER$2
		},
		{
			name: "length",
			type: NUMBER$2
		}
	],
	returns: STRING$2,
	expense: (args) => ({ steps: graphemeSteps(textAt(args, 0)) }),
	doc: "At most `length` characters from `offset` on (from the end when negative); a negative length means all the rest.",
	call(args) {
		const characters = graphemes(textAt(args, 0));
		const offset = integerAt(args, 1);
		const length = integerAt(args, 2);
		const start = offset < 0 ? Math.max(0, characters.length + offset) : offset;
		return Value.string(characters.slice(start, length < 0 ? void 0 : start + length).join(""));
	}
};
const indent = {
	name: "indent",
	params: [{
		name: "spaces",
		type: NUMBER$2
	}, {
		name: "str",
		type: STRING$2
	}],
	returns: STRING$2,
	expense: (args) => {
		const lines = textAt(args, 1).split("\n").length;
		return {
			bytes: lines * argumentAt(args, 0).asNumber().toNumber(),
			steps: Math.ceil(lines / 4)
		};
	},
	doc: "The string with this many blanks at the start of every line but the first.",
	call(args) {
		const spaces = integerAt(args, 0);
		if (spaces < 0) fault("the number of blanks must not be negative", 0);
		return Value.string(argumentAt(args, 1).asString().replaceAll("\n", `\n${" ".repeat(spaces)}`));
	}
};
// src/hcl/functions/string/trimming.ts
var trimming_exports = /* @__PURE__ */ __exportAll({
	chomp: () => chomp,
	trim: () => trim,
	trimspace: () => trimspace
});
const chomp = textFunction("chomp", ["str"], "The string without the line breaks at its end.", (text) => withoutTrailing(text, "\r\n"));
const trimspace = textFunction("trimspace", ["str"], "The string without white space (as Unicode defines it) at its start and end.", (text) => {
	return trimWhile(Array.from(text), (character) => /\p{White_Space}/u.test(character));
}, eachCharacter);
const trim = textFunction("trim", ["str", "cutset"], "The string without any of the characters of the cutset at its start and end.", (text, cutset) => {
	const cut = new Set(cutset);
	return trimWhile(Array.from(text), (character) => cut.has(character));
}, eachCharacter);
function trimWhile(characters, cut) {
	const start = characters.findIndex((character) => !cut(character));
	const end = characters.findLastIndex((character) => !cut(character));
	return start === -1 ? "" : characters.slice(start, end + 1).join("");
}
// src/hcl/functions/type/attempts.ts
var attempts_exports = /* @__PURE__ */ __exportAll({
	can: () => can,
	tryFunction: () => tryFunction
});
const tryFunction = {
	kind: "lazy",
	name: "try",
	params: [],
	variadic: {
		name: "expressions",
		type: DYNAMIC
	},
	doc: "The value of the first expression that can be evaluated without an error.",
	call(args) {
		const diagnostics = [];
		for (const evaluate of args) {
			const attempt = evaluate();
			if (attempt.value !== void 0 && !hasErrors(attempt.diagnostics)) return {
				ok: true,
				value: !attempt.value.isWhollyKnown() && args.length > 1 && evaluate !== args.at(-1) ? Value.unknownOf(DYNAMIC).withMarks(attempt.value.allMarks()) : attempt.value
			};
			diagnostics.push(...attempt.diagnostics);
		}
		if (args.length === 0) return {
			ok: false,
			message: "at least one argument is required",
			diagnostics
		};
		return {
			ok: false,
			message: `no expression succeeded: ${diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`).join(" ")}`,
			diagnostics
		};
	}
};
const can = {
	kind: "lazy",
	name: "can",
	params: [{
		name: "expression",
		type: DYNAMIC
	}],
	doc: "Whether the expression can be evaluated without an error.",
	call([evaluate]) {
		const attempt = evaluate?.() ?? {
			value: void 0,
			diagnostics: []
		};
		if (attempt.value === void 0 || hasErrors(attempt.diagnostics)) return {
			ok: true,
			value: Value.bool(false)
		};
		const marks = attempt.value.allMarks();
		return {
			ok: true,
			value: (attempt.value.isWhollyKnown() ? Value.bool(true) : Value.unknownOf(BOOL)).withMarks(marks)
		};
	}
};
// src/hcl/functions/type/convert.ts
const convertFunction = {
	kind: "type-argument",
	name: "convert",
	params: [{
		name: "value",
		type: DYNAMIC
	}, {
		name: "type",
		type: DYNAMIC
	}],
	doc: "The value, converted to a type that is written as in a variable: convert(var.ports, list(number)).",
	call(value, type) {
		const converted = convert(value, type);
		if (converted.ok) return converted.value;
		const place = describePath(converted.error.path);
		return fault(`${place === "" ? "" : `${place}: `}${converted.error.message}`, 0);
	}
};
// src/hcl/functions/uuid/uuid.ts
var uuid_exports = /* @__PURE__ */ __exportAll({
	uuidv4: () => uuidv4,
	uuidv5: () => uuidv5
});
const uuidv4 = {
	name: "uuidv4",
	params: [],
	returns: STRING$2,
	doc: "A random UUID (version 4); a new one on every call.",
	call: (_, { ids }) => Value.string(ids.uuid())
};
const NAMESPACES = /* @__PURE__ */ new Map([
	["dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"],
	["url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"],
	["oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8"],
	["x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8"]
]);
const uuidv5 = textFunction("uuidv5", ["namespace", "name"], "The UUID (version 5) of the name in the namespace: dns, url, oid, x500 or a UUID.", (namespace, name) => {
	const id = (NAMESPACES.get(namespace) ?? namespace).toLowerCase();
	if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)) fault(`uuidv5() doesn't support namespace "${namespace}": it takes dns, url, oid, x500 or a UUID`, 0);
	const digest = createHash("sha1").update(Buffer.from(id.replaceAll("-", ""), "hex")).update(name, "utf8").digest();
	digest.writeUInt8(digest.readUInt8(6) & 15 | 80, 6);
	digest.writeUInt8(digest.readUInt8(8) & 63 | 128, 8);
	return digest.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
});
// src/hcl/functions/table.ts
const LIGHT = [
	choice_exports,
	{ length },
	mappings_exports,
	predicates_exports,
	selection_exports,
	sequences_exports,
	sets_exports,
	clock_functions_exports,
	{ formatdate },
	time_parts_exports,
	{
		base64decode,
		base64encode,
		base64gzip
	},
	json_exports,
	{ urlencode },
	files_exports,
	{
		fileset,
		abspath,
		basename,
		dirname,
		pathexpand,
		templatefile
	},
	digests_exports,
	{ rsadecrypt },
	cidr_exports,
	extremes_exports,
	{ parseint },
	powers_exports,
	rounding_exports,
	remote_exports,
	{ sum },
	affixes_exports,
	format_exports,
	letter_case_exports,
	parts_exports,
	trimming_exports,
	attempts_exports,
	{ convertFunction },
	uuid_exports
].flatMap((family) => Object.values(family));
const HEAVY = [
	{
		names: [
			"regex",
			"regexall",
			"regex_replace"
		],
		load: async () => Object.values(await import("./regex-CNsE3tcO.js"))
	},
	{
		names: ["yamldecode", "yamlencode"],
		load: async () => Object.values(await import("./yaml-BrGdbv9f.js"))
	},
	{
		names: ["csvdecode"],
		load: async () => Object.values(await import("./csv-BpL5zZON.js"))
	},
	{
		names: ["textencodebase64", "textdecodebase64"],
		load: async () => Object.values(await import("./text-XaN3fhMG.js"))
	},
	{
		names: ["bcrypt"],
		load: async () => Object.values(await import("./bcrypt-k_thadvk.js"))
	}
];
[...LIGHT.map(({ name }) => name), ...HEAVY.flatMap(({ names }) => names)].sort();
async function loadFunctions(environment, mentions = () => true) {
	const wanted = mentions("templatefile") ? HEAVY : HEAVY.filter(({ names }) => names.some(mentions));
	const heavy = await Promise.all(wanted.map((family) => family.load()));
	return {
		functions: new Map([...LIGHT, ...heavy.flat()].map((record) => [record.name, record])),
		environment,
		refused: REFUSED_FUNCTIONS
	};
}
function changeTable(table, { add = [], remove = [] }) {
	const functions = new Map(table.functions);
	for (const name of remove) functions.delete(name);
	for (const record of add) functions.set(record.name, record);
	return {
		...table,
		functions
	};
}
// src/template/sensitive-values.ts
function sensitiveTexts(evaluated) {
	const { declarations, variables, locals, data, builds, catalog } = evaluated;
	const texts = /* @__PURE__ */ new Set();
	for (const text of givenTexts(evaluated)) texts.add(text);
	const addFrom = (values, declared) => {
		for (const { name, sensitive } of declared) {
			const value = values.get(name);
			if (sensitive && value !== void 0) for (const text of textsIn(value)) texts.add(text);
		}
	};
	addFrom(variables, declarations.variables.values());
	addFrom(locals, declarations.locals.values());
	for (const value of data.values()) for (const text of markedTexts(value)) texts.add(text);
	for (const text of sensitiveOptions(builds, catalog)) texts.add(text);
	return [...texts];
}
function sensitiveOptions(builds, catalog) {
	const texts = /* @__PURE__ */ new Set();
	const addOptions = (descriptions, planned) => {
		const schema = descriptions.get(planned.type)?.schema ?? {};
		for (const text of optionTexts(schema, planned.decoded.options)) texts.add(text);
	};
	for (const { builder, provisioners, errorCleanupProvisioner, postProcessorChains } of builds) {
		addOptions(catalog.builders, builder);
		for (const each of provisioners) addOptions(catalog.provisioners, each);
		if (errorCleanupProvisioner !== void 0) addOptions(catalog.provisioners, errorCleanupProvisioner);
		for (const each of postProcessorChains.flat()) addOptions(catalog.postProcessors, each);
	}
	texts.delete(UNKNOWN_TEXT);
	return [...texts];
}
function sensitiveOptionNames(catalog) {
	const names = (schema) => secretOptions(schema).flatMap(([name, option]) => option.kind === "block" ? names(option.schema) : [name]);
	const components = [
		catalog.builders,
		catalog.provisioners,
		catalog.postProcessors
	];
	return new Set(components.flatMap((each) => [...each.values()]).flatMap(({ schema }) => names(schema)));
}
function givenTexts({ declarations, assignments }) {
	return Array.from(declarations.variables.values()).flatMap(({ name, sensitive, fallback }) => {
		if (!sensitive) return [];
		const own = assignments.filter((assignment) => assignment.name === name);
		if (own.length === 0) return fallback === void 0 ? [] : textsIn(fallback);
		return own.flatMap(({ given }) => "value" in given ? textsIn(given.value) : plainTexts(given.text));
	});
}
function markedTexts(value, seen = /* @__PURE__ */ new WeakSet()) {
	if (seen.has(value)) return [];
	seen.add(value);
	return value.isSensitive ? textsIn(value) : value.children().flatMap((child) => markedTexts(child, seen));
}
function textsIn(value) {
	if (value.isUnknown || value.isNull) return [];
	if (value.type.kind === "string") return plainTexts(value.asString());
	if (value.type.kind === "number") return numberTexts(formatNumber(value.asNumber()));
	return value.children().flatMap(textsIn);
}
function numberTexts(text) {
	return text.replace(/\D/g, "").length >= 4 ? [text] : [];
}
function optionTexts(schema, options) {
	return secretOptions(schema).flatMap(([name, option]) => {
		const value = entryOf$1(options, name);
		if (option.kind === "attribute") return plainTexts(value);
		return (Array.isArray(value) ? value : [value]).flatMap((block) => optionTexts(option.schema, block));
	});
}
const secretOptionsOf = /* @__PURE__ */ new WeakMap();
function secretOptions(schema) {
	const known = secretOptionsOf.get(schema) ?? Object.entries(schema).filter(([, option]) => option.kind === "block" ? secretOptions(option.schema).length > 0 : option.sensitive);
	secretOptionsOf.set(schema, known);
	return known;
}
function plainTexts(value) {
	if (typeof value === "string") return value === "" ? [] : [value];
	if (typeof value === "number") return numberTexts(String(value));
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(plainTexts) : [];
}
function entryOf$1(options, name) {
	return typeof options === "object" && options !== null ? Reflect.get(options, name) : void 0;
}
// src/template/noted-secrets.ts
const TRUTHS = /* @__PURE__ */ new Set(["true", "false"]);
var NotedSecrets = class {
	#texts = /* @__PURE__ */ new Set();
	#seen = /* @__PURE__ */ new WeakSet();
	get texts() {
		return this.#texts;
	}
	noteValue = (value) => {
		if (this.#seen.has(value)) return;
		for (const text of markedTexts(value, this.#seen)) this.noteText(text);
	};
	noteText(text) {
		if (text !== "" && !TRUTHS.has(text)) this.#texts.add(text);
	}
	isIn(text) {
		for (const each of this.#texts) if (text.includes(each)) return true;
		return false;
	}
};
// src/template/functions.ts
async function templateFunctions(ports, templateDirectory, workingDirectory, texts, remote) {
	const { fileSystem, clock, startTime, ids, homeDirectory, environment: variables } = ports;
	const noted = new NotedSecrets();
	const environment = {
		watch: noted.noteValue,
		budget: new EvaluationBudget(),
		files: {
			templateDirectory,
			workingDirectory,
			homeDirectory,
			kind: (path) => fileSystem.kind(path),
			read: (path) => fileSystem.read(path),
			list: (path) => fileSystem.list(path)
		},
		clock,
		startedAt: startTime,
		ids,
		env: (name) => variables[name],
		remote: remote.lookUp,
		renderTemplate(text, filename, given) {
			const parsed = parseTemplate(text, filename);
			if (parsed.value === void 0 || hasErrors(parsed.diagnostics)) return {
				...parsed,
				value: void 0
			};
			const inside = changeTable(standard, { remove: ["templatefile"] });
			return evaluate(parsed.value, {
				variables: given,
				functions: inside
			});
		}
	};
	const mentions = (name) => texts?.some(({ text }) => text.includes(name)) ?? true;
	const standard = await loadFunctions(environment, mentions);
	return {
		noted,
		standard,
		defaults: {
			functions: /* @__PURE__ */ new Map([[env.name, env]]),
			environment,
			refused: /* @__PURE__ */ new Map()
		}
	};
}
// src/template/hcp-registry.ts
const SHAPE = shape([
	"bucket_name",
	"description",
	"labels",
	"bucket_labels",
	"build_labels",
	"channels"
]);
const BUCKET_NAME = /^[a-zA-Z0-9-]{3,36}$/;
const LONGEST_DESCRIPTION = 255;
var HcpRegistryReader = class {
	#findings;
	#seen = false;
	constructor(findings) {
		this.#findings = findings;
	}
	read(block, scope) {
		const { attributes } = contentOf(block.body, SHAPE, this.#findings, block.headerRange);
		this.#once(block);
		this.#name(attributes.get("bucket_name"), scope);
		this.#description(attributes.get("description"), scope);
		const labels = attributes.get("labels");
		if (labels !== void 0 && attributes.has("bucket_labels")) this.#findings.error({
			code: "conflicting-arguments",
			summary: "Both \"labels\" and \"bucket_labels\"",
			detail: "They are two names of the same; \"labels\" is the older one. Keep \"bucket_labels\".",
			subject: labels.nameRange
		});
		for (const name of [
			"labels",
			"bucket_labels",
			"build_labels"
		]) checkTextMap(attributes.get(name), this.#findings, scope);
		constantTexts(attributes.get("channels"), this.#findings, scope);
		this.#findings.warning({
			code: "ignored-block",
			summary: "The block \"hcp_packer_registry\" does nothing here",
			detail: "Nothing is sent to HCP Packer; the rest of the template is not affected.",
			subject: block.headerRange
		});
	}
	#once({ headerRange }) {
		if (this.#seen) this.#findings.error({
			code: "duplicate-block",
			summary: "A second hcp_packer_registry",
			detail: "A template has at most one hcp_packer_registry, best outside of its builds.",
			subject: headerRange
		});
		this.#seen = true;
	}
	#name(attribute, scope) {
		const name = constantText(attribute, this.#findings, scope);
		if (attribute === void 0 || name === void 0 || name === "" || BUCKET_NAME.test(name)) return;
		this.#findings.error({
			code: "invalid-value",
			summary: "Invalid value for \"bucket_name\"",
			detail: `"${name}" is no name of a bucket: those have 3 to 36 letters (a to z), digits and dashes.`,
			subject: attribute.expression.range
		});
	}
	#description(attribute, scope) {
		const length = Buffer.byteLength(constantText(attribute, this.#findings, scope) ?? "");
		if (attribute === void 0 || length <= LONGEST_DESCRIPTION) return;
		this.#findings.error({
			code: "invalid-value",
			summary: "Invalid value for \"description\"",
			detail: `It may have ${LONGEST_DESCRIPTION} bytes; this one has ${length}.`,
			subject: attribute.expression.range
		});
	}
};
// src/template/remote-answers.ts
const MAXIMUM_ROUNDS = 50;
var RemoteAnswers = class {
	#ask;
	#signal;
	#answers = /* @__PURE__ */ new Map();
	#asked = /* @__PURE__ */ new Map();
	#wanted = /* @__PURE__ */ new Map();
	constructor(ask, signal) {
		this.#ask = ask;
		this.#signal = signal;
	}
	lookUp = (name, args) => {
		const question = {
			function: name,
			arguments: args
		};
		const key = keyOf(question);
		const answer = this.#answers.get(key);
		if (answer === void 0) this.#wanted.set(key, question);
		return answer ?? {
			kind: "unknown",
			text: ""
		};
	};
	async settle(evaluation) {
		for (let round = 1;; round += 1) {
			this.#wanted = /* @__PURE__ */ new Map();
			const begun = evaluation();
			const result = begun instanceof Promise ? await begun : begun;
			const wanted = [...this.#wanted.values()];
			if (this.#ask === void 0 || wanted.length === 0) return result;
			if (round === MAXIMUM_ROUNDS) for (const question of wanted) this.#giveUp(question);
			else await Promise.all(wanted.map((question) => this.#fetch(question)));
			if (round > MAXIMUM_ROUNDS) return result;
		}
	}
	#fetch(question) {
		const key = keyOf(question);
		const under = this.#asked.get(key) ?? this.#answer(key, question);
		this.#asked.set(key, under);
		return under;
	}
	async #answer(key, question) {
		try {
			const text = await this.#ask?.(question, this.#signal) ?? "";
			this.#answers.set(key, {
				kind: "answered",
				text
			});
		} catch (thrown) {
			if (this.#signal.aborted) throw thrown;
			this.#answers.set(key, {
				kind: "failed",
				text: describeError(toBakeError(thrown))
			});
		}
	}
	#giveUp(question) {
		this.#answers.set(keyOf(question), {
			kind: "failed",
			text: "its arguments are different each time that they are computed"
		});
	}
};
function keyOf(question) {
	return JSON.stringify([question.function, ...question.arguments.map((each) => each ?? null)]);
}
// src/template/go-template/values.ts
function isTemplateMap(value) {
	return typeof value === "object" && !Array.isArray(value);
}
function isTemplateList(value) {
	return Array.isArray(value);
}
function entryOf(map, key) {
	return Object.hasOwn(map, key) ? map[key] : void 0;
}
function isTruthy(value) {
	if (isTemplateList(value)) return value.length > 0;
	if (isTemplateMap(value)) return Object.keys(value).length > 0;
	return Boolean(value);
}
function showValue(value, missing = "<no value>") {
	if (value === void 0) return missing;
	if (typeof value === "number") return showNumber$1(value);
	if (isTemplateList(value)) return `[${value.map((element) => showValue(element, "<nil>")).join(" ")}]`;
	if (isTemplateMap(value)) return `map[${Object.keys(value).sort().map((key) => `${key}:${showValue(value[key], "<nil>")}`).join(" ")}]`;
	return String(value);
}
function showNumber$1(value) {
	if (Number.isNaN(value)) return "NaN";
	if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
	const scientific = value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
	const exponent = Number(scientific.slice(scientific.indexOf("e") + 1));
	return Number.isInteger(value) || exponent >= -4 && exponent < 6 ? String(value) : scientific;
}
function nameOfType(value) {
	if (value === void 0) return "no value";
	if (isTemplateList(value)) return "a list";
	if (isTemplateMap(value)) return "a map";
	return {
		string: "a text",
		number: "a number",
		boolean: "true or false"
	}[typeof value];
}
// src/template/go-template/functions.ts
var Arguments = class {
	#name;
	all;
	constructor(name, all) {
		this.#name = name;
		this.all = all;
	}
	text(index) {
		const value = this.all[index];
		if (typeof value !== "string") throw this.#mismatch(index, "a text");
		return value;
	}
	integer(index) {
		const value = this.all[index];
		if (typeof value !== "number" || !Number.isInteger(value)) throw this.#mismatch(index, "a whole number");
		return value;
	}
	#mismatch(index, wanted) {
		return new GoTemplateProblem(`Argument ${index + 1} of the function ${this.#name} has to be ${wanted}, not ${nameOfType(this.all[index])}`, "template-function-arguments");
	}
};
function templateFunction(name, count, call) {
	const [min, max] = typeof count === "number" ? [count, count] : count;
	return {
		name,
		call(args) {
			if (args.length < min || args.length > max) throw wrongCount(name, args.length, min, max);
			return call(new Arguments(name, args));
		}
	};
}
function refusedFunction(name, message, remedy) {
	return {
		name,
		call() {
			throw new GoTemplateProblem(message, "refused-template-function", { remedy });
		}
	};
}
function wrongCount(name, count, min, max) {
	const wanted = min === max ? String(min) : max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`;
	return new GoTemplateProblem(`The function ${name} takes ${wanted} ${wanted === "1" || wanted === "at least 1" ? "argument" : "arguments"}, not ${count}`, "template-function-arguments");
}
var PipelineEvaluator = class {
	#functions;
	#variables;
	constructor(data, functions) {
		this.#functions = functions;
		this.#variables = [{
			name: "$",
			value: data
		}];
	}
	evaluate(pipeline, dot) {
		let value;
		let piped = false;
		for (const command of pipeline.commands) {
			value = this.#command(command, dot, piped ? [value] : []);
			piped = true;
		}
		if (pipeline.variables.length > 0) this.bind(pipeline, [value, value]);
		return value;
	}
	#command({ operands, span }, dot, piped) {
		const [callee, ...args] = operands;
		if (callee === void 0) return void 0;
		if (callee.kind !== "function") return this.#operand(callee, dot);
		return this.#call(callee.name, args, dot, piped, span);
	}
	#call(name, args, dot, piped, span) {
		if (name === "and" || name === "or") return this.#shortCircuit(name, args, dot, piped, span);
		const called = this.#functions.get(name);
		if (called === void 0) throw new Error(`The parser let the unknown function ${name} pass`);
		const values = [...args.map((argument) => this.#operand(argument, dot)), ...piped];
		try {
			const result = called.call(values);
			if (typeof result === "string" && result.length > 16777216) throw tooLong();
			return result;
		} catch (thrown) {
			if (thrown instanceof GoTemplateProblem) throw thrown.at(span);
			throw thrown instanceof RangeError ? tooLong().at(span) : thrown;
		}
	}
	#shortCircuit(name, args, dot, piped, span) {
		if (args.length + piped.length === 0) throw wrongCount(name, 0, 1, Number.POSITIVE_INFINITY).at(span);
		let value;
		for (const argument of args) {
			value = this.#operand(argument, dot);
			if (isTruthy(value) === (name === "or")) return value;
		}
		return piped.length > 0 ? piped[0] : value;
	}
	#operand(operand, dot) {
		switch (operand.kind) {
			case "literal": return operand.value;
			case "nil": return;
			case "dot": return dot;
			case "variable": return this.#find(operand.name).value;
			case "group": return this.scoped(() => this.evaluate(operand.pipeline, dot));
			case "function": return this.#call(operand.name, [], dot, [], operand.span);
			case "field": return this.#field(this.#operand(operand.of, dot), operand);
		}
	}
	#field(owner, { name, span }) {
		if (owner === void 0) return void 0;
		if (isTemplateMap(owner)) return entryOf(owner, name);
		throw new GoTemplateProblem(`${nameOfType(owner)} has no field ".${name}"`, "template-field", { span });
	}
	bind({ variables, assigns }, values) {
		variables.forEach((name, index) => {
			if (assigns) this.#find(name).value = values[index];
			else this.#variables.push({
				name,
				value: values[index]
			});
		});
	}
	#find(name) {
		const variable = this.#variables.findLast((candidate) => candidate.name === name);
		if (variable === void 0) throw new Error(`The parser let the unknown variable ${name} pass`);
		return variable;
	}
	scoped(run) {
		const depth = this.#variables.length;
		const result = run();
		this.#variables.length = depth;
		return result;
	}
	isolated(data, run) {
		const around = this.#variables;
		this.#variables = [{
			name: "$",
			value: data
		}];
		const result = run();
		this.#variables = around;
		return result;
	}
};
function tooLong() {
	return new GoTemplateProblem("The text grows beyond 16 MiB", "template-output-limit");
}
// src/template/go-template/evaluator.ts
const MAX_ITERATIONS = 1e5;
const MAX_TEMPLATE_DEPTH = 100;
const MAX_DEPTH$1 = 500;
function evaluateGoTemplate(nodes, data, functions) {
	return new Evaluator(data, functions).run(nodes);
}
var Evaluator = class {
	#pipelines;
	#data;
	#withoutValue = [];
	#shown = [];
	#output = "";
	#iterations = 0;
	#templateDepth = 0;
	#depth = 0;
	constructor(data, functions) {
		this.#data = data;
		this.#pipelines = new PipelineEvaluator(data, functions);
	}
	run(nodes) {
		this.#nodes(nodes, this.#data);
		return {
			text: this.#output,
			withoutValue: this.#withoutValue,
			shown: this.#shown
		};
	}
	#nodes(nodes, dot) {
		for (const node of nodes) {
			const flow = this.#node(node, dot);
			if (flow !== "next") return flow;
		}
		return "next";
	}
	#node(node, dot) {
		switch (node.kind) {
			case "text":
				this.#write(node.text);
				return "next";
			case "action": {
				const value = this.#pipelines.evaluate(node.pipeline, dot);
				if (node.pipeline.variables.length > 0) return "next";
				if (value === void 0) this.#withoutValue.push(node.pipeline.span);
				const text = showValue(value);
				this.#shown.push({
					text,
					span: node.pipeline.span
				});
				this.#write(text);
				return "next";
			}
			case "define": return "next";
			case "template":
				this.#template(node, dot);
				return "next";
			case "break":
			case "continue": return node.kind;
			default: return this.#deeper(() => this.#pipelines.scoped(() => this.#branch(node, dot)));
		}
	}
	#deeper(evaluate) {
		this.#depth += 1;
		const result = evaluate();
		this.#depth -= 1;
		return result;
	}
	#write(text) {
		if (this.#output.length + text.length > 16777216) throw tooLong();
		this.#output += text;
	}
	#template({ name, span, pipeline, definitions }, dot) {
		const body = definitions.get(name);
		if (body === void 0) throw new GoTemplateProblem(`There is no template "${name}" in this text`, "unknown-template", {
			span,
			remedy: `${didYouMean(name, definitions.keys())} One is made by {{ define "${name}" }} … {{ end }}.`
		});
		this.#countRound(span);
		if (this.#templateDepth >= MAX_TEMPLATE_DEPTH || this.#depth >= MAX_DEPTH$1) throw new GoTemplateProblem(`Templates call each other more than ${this.#templateDepth} deep`, "template-depth-limit", { span });
		const value = pipeline === void 0 ? void 0 : this.#pipelines.scoped(() => this.#pipelines.evaluate(pipeline, dot));
		this.#templateDepth += 1;
		this.#deeper(() => this.#pipelines.isolated(value, () => this.#nodes(body, value)));
		this.#templateDepth -= 1;
	}
	#countRound(span) {
		this.#iterations += 1;
		if (this.#iterations > MAX_ITERATIONS) throw new GoTemplateProblem(`More than ${MAX_ITERATIONS} rounds of {{ range }} and uses of {{ template }}`, "template-iteration-limit", { span });
	}
	#branch(node, dot) {
		const value = this.#pipelines.evaluate(node.pipeline, dot);
		if (node.kind === "range") return this.#range(node, value, dot);
		const taken = isTruthy(value);
		return this.#nodes(taken ? node.body : node.otherwise, taken && node.kind === "with" ? value : dot);
	}
	#range(node, collection, dot) {
		const entries = this.#entries(collection, node.pipeline.span);
		if (entries.length === 0) return this.#nodes(node.otherwise, dot);
		const names = node.pipeline.variables;
		for (const [key, value] of entries) {
			this.#countRound(node.span);
			if (this.#pipelines.scoped(() => {
				if (names.length === 1) this.#pipelines.bind(node.pipeline, [value]);
				if (names.length === 2) this.#pipelines.bind(node.pipeline, [key, value]);
				return this.#nodes(node.body, value);
			}) === "break") break;
		}
		return "next";
	}
	#entries(collection, span) {
		if (collection === void 0) return [];
		if (isTemplateList(collection)) return collection.map((value, index) => [index, value]);
		if (isTemplateMap(collection)) return Object.keys(collection).sort().map((key) => [key, collection[key]]);
		if (typeof collection === "number" && Number.isInteger(collection)) {
			const rounds = Math.min(Math.max(collection, 0), 100001);
			return Array.from({ length: rounds }, (_, index) => [index, index]);
		}
		throw new GoTemplateProblem(`{{ range }} can't go over ${nameOfType(collection)}`, "template-range", { span });
	}
};
// src/template/go-template/printf.ts
const VERB = /%([-+# 0]*)(\d+)?(?:\.(\d+)?)?([\s\S])?/gu;
const MAX_WIDTH = 1e3;
function goPrintf(format, args) {
	let used = 0;
	const text = format.replace(VERB, (whole, flags, width, precision, verb) => {
		if (verb === "%") return "%";
		if (verb === void 0) return "%!(NOVERB)";
		if (used >= args.length) return `%!${verb}(MISSING)`;
		const value = args[used];
		used += 1;
		return padded(showByVerb(verb, value, whole.includes(".") ? Number(precision ?? 0) : void 0, flags) ?? `%!${verb}(${goType(value)}=${showValue(value)})`, Math.min(Number(width ?? 0), MAX_WIDTH), flags, typeof value === "number");
	});
	if (used >= args.length) return text;
	return `${text}%!(EXTRA ${args.slice(used).map((value) => `${goType(value)}=${showValue(value)}`).join(", ")})`;
}
function showByVerb(verb, value, precision, flags) {
	if (verb === "v") return signed(showValue(value, "<nil>"), value, flags);
	if (verb === "T") return goType(value);
	if (typeof value === "string") return showText(verb, value, precision);
	if (typeof value === "number") return showNumber(verb, value, precision, flags);
	return typeof value === "boolean" && verb === "t" ? String(value) : void 0;
}
function showText(verb, value, precision) {
	switch (verb) {
		case "s": return precision === void 0 ? value : Array.from(value).slice(0, precision).join("");
		case "q": return JSON.stringify(value);
		case "x": return Buffer.from(value, "utf8").toString("hex");
		case "X": return Buffer.from(value, "utf8").toString("hex").toUpperCase();
		default: return;
	}
}
const BASES = {
	d: 10,
	b: 2,
	o: 8,
	x: 16,
	X: 16
};
function showNumber(verb, value, precision, flags) {
	const base = BASES[verb];
	if (base !== void 0) {
		if (!Number.isInteger(value)) return void 0;
		const digits = value.toString(base);
		return signed(verb === "X" ? digits.toUpperCase() : digits, value, flags);
	}
	switch (verb) {
		case "c": return Number.isInteger(value) && value >= 0 && value <= 1114111 ? String.fromCodePoint(value) : void 0;
		case "U": return Number.isInteger(value) && value >= 0 ? `U+${value.toString(16).toUpperCase().padStart(4, "0")}` : void 0;
		case "f": return signed(value.toFixed(Math.min(precision ?? 6, 100)), value, flags);
		case "e": return signed(twoDigitExponent(value.toExponential(Math.min(precision ?? 6, 100))), value, flags);
		case "g": return signed(showValue(value), value, flags);
		default: return;
	}
}
function twoDigitExponent(text) {
	return text.replace(/e([+-])(\d)$/, "e$10$2");
}
function signed(text, value, flags) {
	if (typeof value !== "number" || value < 0) return text;
	return flags.includes("+") ? `+${text}` : flags.includes(" ") ? ` ${text}` : text;
}
function padded(text, width, flags, isNumber) {
	const missing = width - Array.from(text).length;
	if (missing <= 0) return text;
	if (flags.includes("-")) return text + " ".repeat(missing);
	if (!flags.includes("0")) return " ".repeat(missing) + text;
	const sign = isNumber ? /^[+-]/.exec(text)?.[0] ?? "" : "";
	return sign + "0".repeat(missing) + text.slice(sign.length);
}
function goType(value) {
	if (value === void 0) return "<nil>";
	if (typeof value === "number") return Number.isInteger(value) ? "int" : "float64";
	if (typeof value === "boolean") return "bool";
	if (typeof value === "string") return "string";
	return Array.isArray(value) ? "[]interface {}" : "map[string]interface {}";
}
// src/template/go-template/builtins.ts
const ANY_NUMBER = Number.POSITIVE_INFINITY;
const builtinFunctions = [
	templateFunction("not", 1, ({ all: [value] }) => !isTruthy(value)),
	templateFunction("len", 1, ({ all: [value] }) => lengthOf(value)),
	templateFunction("index", [1, ANY_NUMBER], ({ all: [collection, ...keys] }) => keys.reduce(indexed, collection)),
	templateFunction("slice", [1, 4], ({ all: [collection, ...bounds] }) => sliced(collection, bounds)),
	templateFunction("print", [0, ANY_NUMBER], ({ all }) => printed(all)),
	templateFunction("println", [0, ANY_NUMBER], ({ all }) => `${all.map((value) => showValue(value, "<nil>")).join(" ")}\n`),
	templateFunction("printf", [1, ANY_NUMBER], (args) => goPrintf(args.text(0), args.all.slice(1))),
	templateFunction("html", [0, ANY_NUMBER], ({ all }) => htmlEscaped(printed(all))),
	templateFunction("js", [0, ANY_NUMBER], ({ all }) => scriptEscaped(printed(all))),
	templateFunction("call", [1, ANY_NUMBER], ({ all: [callee] }) => {
		throw wrongType("call takes a function, of which there are none in what a template is given", callee);
	}),
	templateFunction("urlquery", [0, ANY_NUMBER], ({ all }) => queryEscaped(printed(all))),
	templateFunction("eq", [2, ANY_NUMBER], ({ all: [first, ...others] }) => others.some((other) => equal(first, other))),
	templateFunction("ne", 2, ({ all: [a, b] }) => !equal(a, b)),
	templateFunction("lt", 2, ({ all: [a, b] }) => ordered(a, b) < 0),
	templateFunction("le", 2, ({ all: [a, b] }) => ordered(a, b) <= 0),
	templateFunction("gt", 2, ({ all: [a, b] }) => ordered(a, b) > 0),
	templateFunction("ge", 2, ({ all: [a, b] }) => ordered(a, b) >= 0)
];
function lengthOf(value) {
	if (typeof value === "string") return Buffer.byteLength(value, "utf8");
	if (isTemplateList(value)) return value.length;
	if (isTemplateMap(value)) return Object.keys(value).length;
	throw wrongType("len takes a text, a list or a map", value);
}
function indexed(collection, key) {
	if (isTemplateMap(collection)) {
		if (typeof key !== "string") throw wrongType("The key of a map has to be a text", key);
		return entryOf(collection, key);
	}
	if (typeof collection !== "string" && !isTemplateList(collection)) throw wrongType("index takes a list, a map or a text", collection);
	const bytes = typeof collection === "string" ? [...Buffer.from(collection, "utf8")] : collection;
	return bytes[checkedIndex(key, bytes.length - 1)];
}
function sliced(collection, bounds) {
	if (typeof collection !== "string" && !isTemplateList(collection)) throw wrongType("slice takes a list or a text", collection);
	const elements = typeof collection === "string" ? Buffer.from(collection, "utf8") : collection;
	const [from = 0, to = elements.length] = bounds.map((bound) => checkedIndex(bound, elements.length));
	if (from > to) throw new GoTemplateProblem(`slice can't go from ${from} back to ${to}`, "template-index");
	return typeof collection === "string" ? Buffer.from(collection, "utf8").subarray(from, to).toString("utf8") : collection.slice(from, to);
}
function checkedIndex(index, last) {
	if (typeof index !== "number" || !Number.isInteger(index)) throw wrongType("An index has to be a whole number", index);
	if (index < 0 || index > last) throw new GoTemplateProblem(`The index ${index} is out of range`, "template-index");
	return index;
}
function printed(args) {
	return args.map((value, index) => {
		return (index === 0 || typeof value === "string" || typeof args[index - 1] === "string" ? "" : " ") + showValue(value, "<nil>");
	}).join("");
}
function equal(a, b) {
	if (typeof a === "object" || typeof b === "object") throw wrongType("Only texts, numbers and truth values can be compared", typeof a === "object" ? a : b);
	if (a !== void 0 && b !== void 0 && typeof a !== typeof b) throw incomparable(a, b);
	return a === b;
}
function ordered(a, b) {
	if (typeof a === "number" && typeof b === "number") return a - b;
	if (typeof a === "string" && typeof b === "string") return Buffer.compare(Buffer.from(a), Buffer.from(b));
	throw incomparable(a, b);
}
function incomparable(a, b) {
	return new GoTemplateProblem(`${nameOfType(a)} can't be compared with ${nameOfType(b)}`, "template-comparison");
}
function wrongType(rule, value) {
	return new GoTemplateProblem(`${rule}, not ${nameOfType(value)}`, "template-function-arguments");
}
const HTML_ESCAPES = {
	"<": "&lt;",
	">": "&gt;",
	"&": "&amp;",
	"'": "&#39;",
	"\"": "&#34;"
};
function htmlEscaped(text) {
	return text.replace(/[<>&'"]/g, (character) => HTML_ESCAPES[character] ?? character);
}
const SCRIPT_ESCAPES = {
	"\\": "\\\\",
	"'": "\\'",
	"\"": "\\\""
};
function scriptEscaped(text) {
	return text.replace(/[\\'"<>&=]|(?! )[\p{C}\p{Z}]/gu, (character) => {
		const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
		return SCRIPT_ESCAPES[character] ?? `\\u${code}`;
	});
}
function queryEscaped(text) {
	return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%20", "+");
}
// src/template/go-template/refused-functions.ts
const REMOTE_FUNCTIONS = /* @__PURE__ */ new Map([
	["consul_key", 1],
	["vault", 2],
	["aws_secretsmanager", [1, 2]],
	["aws_secretsmanager_raw", 1]
]);
const refusedOutsideOfVariables = ["env", ...REMOTE_FUNCTIONS.keys()].map((name) => refusedFunction(name, `{{ ${name} }} only works in the variables of the template`, `Give a variable such a value, "variables": { "name": "{{ ${name} … }}" }, and write {{ user "name" }} here.`));
const refusedVar = refusedFunction("var", "There is no function \"var\" in {{ }}", "In a template of the older JSON format a variable is written {{user `name`}}.");
const refusedFunctions = [
	refusedFunction("env", "The environment can't be read with {{ env }} here", `Declare a variable whose default is env("NAME"), and write \${var.name} here.`),
	refusedFunction("user", "{{ user }} belongs to the older JSON templates", `In an HCL2 template a variable is written \${var.name}.`),
	refusedFunction("var", "There is no function \"var\" in {{ }}", `In an HCL2 template a variable is written \${var.name}.`),
	...Array.from(REMOTE_FUNCTIONS.keys(), (name) => refusedFunction(name, `{{ ${name} }} only works in the variables of the older JSON templates`, "Pass the value in as a sensitive variable, for example through the environment as PKR_VAR_name.")),
	refusedFunction("sed", "{{ sed }} was taken out of Packer", "Use {{ replace_all \"old\" \"new\" \"text\" }}, or regex_replace() in HCL."),
	refusedFunction("clean_ami_name", "{{ clean_ami_name }} was taken out of Packer", "Use {{ clean_resource_name }} instead.")
];
// src/template/go-template/text-functions.ts
const textFunctions = [
	templateFunction("split", 3, (args) => part(args.text(0), args.text(1), args.integer(2))),
	templateFunction("replace", 4, (args) => replaced(args.text(0), args.text(1), args.integer(2), args.text(3))),
	templateFunction("replace_all", 3, (args) => replaced(args.text(0), args.text(1), -1, args.text(2))),
	templateFunction("upper", 1, (args) => args.text(0).toUpperCase()),
	templateFunction("lower", 1, (args) => args.text(0).toLowerCase()),
	templateFunction("clean_resource_name", 1, (args) => cleanResourceName(args.text(0)))
];
function part(text, separator, index) {
	const parts = text.split(separator);
	const found = index < 0 ? void 0 : parts[index];
	if (found !== void 0) return found;
	throw new GoTemplateProblem(`split makes ${counted(parts.length, "part")} of "${text}", and part ${index} is not among them`, "template-index", { remedy: "Parts are counted from 0." });
}
function replaced(old, replacement, count, text) {
	const limit = count < 0 ? Number.POSITIVE_INFINITY : count;
	return (old === "" ? [
		"",
		...Array.from(text),
		""
	] : text.split(old)).reduce((result, piece, index) => result + (index <= limit ? replacement : old) + piece);
}
const AMI_NAME_BYTE = /[A-Za-z0-9()[\] ./'@_-]/;
function cleanResourceName(text) {
	return [...Buffer.from(text, "utf8")].map((byte) => String.fromCharCode(byte)).map((character) => AMI_NAME_BYTE.test(character) ? character : "-").join("");
}
// src/template/go-template/packer-functions.ts
function packerTemplateFunctions(around) {
	const all = [
		...builtinFunctions,
		...textFunctions,
		...refusedFunctions,
		...contextFunctions(around)
	];
	return new Map(all.map((each) => [each.name, each]));
}
function contextFunctions(around) {
	return [
		templateFunction("build_name", 0, () => known("build_name", around.buildName)),
		templateFunction("build_type", 0, () => known("build_type", around.buildType)),
		templateFunction("timestamp", 0, () => String(Math.floor(around.startTime / 1e3))),
		templateFunction("isotime", [0, 1], (args) => formatGoTime(around.startTime, args.all.length === 0 ? "2006-01-02T15:04:05Z07:00" : args.text(0))),
		templateFunction("strftime", 1, (args) => formatStrftime(around.startTime, args.text(0))),
		templateFunction("uuid", 0, () => timeOrderedUuid(around)),
		templateFunction("build", 1, (args) => generatedValue(around, args.text(0))),
		...legacyFunctions(around),
		templateFunction("packer_version", 0, () => around.packerVersion),
		templateFunction("pwd", 0, () => around.workingDirectory),
		templateFunction("template_dir", 0, () => around.templateDirectory)
	];
}
function known(name, value) {
	if (value !== void 0) return value;
	throw new GoTemplateProblem(`{{ ${name} }} is only known inside a build`, "template-function-context");
}
function legacyFunctions({ userVariables, environment, remote }) {
	return [
		...userVariables === void 0 ? [] : [
			templateFunction("user", 1, (args) => userVariables.value(args.text(0))),
			refusedVar,
			...refusedOutsideOfVariables
		],
		...environment === void 0 ? [] : [templateFunction("env", 1, (args) => environment[args.text(0)] ?? "")],
		...remote === void 0 ? [] : Array.from(REMOTE_FUNCTIONS, ([name, count]) => templateFunction(name, count, (args) => remoteText(name, remote, args)))
	];
}
function remoteText(name, remote, args) {
	const [, most] = [REMOTE_FUNCTIONS.get(name) ?? 0].flat();
	const given = args.all.map((_, index) => args.text(index));
	const answer = remote(name, [...given, ...Array.from({ length: (most ?? given.length) - given.length }, () => void 0)]);
	if (answer.kind === "failed") throw new GoTemplateProblem(answer.text.replace(/\.$/, ""), "remote-function-failed");
	return answer.text;
}
function generatedValue({ generated, announced }, key) {
	const value = generated === void 0 ? void 0 : entryOf(generated, key);
	if (value !== void 0) return value;
	if (announced !== void 0) {
		if (generated === void 0 && announced.includes(key)) return `{{.${key}}}`;
		throw unknownBuildData(key, announced);
	}
	throw new GoTemplateProblem(`{{ build "${key}" }}: "${key}" ${generated === void 0 ? "is not known before the build runs" : "is not among the data of this build"}`, "unknown-build-data", { remedy: `In an HCL2 template write \${build.${key}} in a provisioner or a post-processor.` });
}
function unknownBuildData(key, known) {
	const listed = known.length === 0 ? "Only provisioners, post-processors and the options of a builder that are read when the machine runs have any." : `There are: ${known.join(", ")}.`;
	return new GoTemplateProblem(`{{ build "${key}" }}: "${key}" is not among the data of this build`, "unknown-build-data", { remedy: didYouMean(key, known) || listed });
}
function timeOrderedUuid({ startTime, ids }) {
	return (Math.floor(startTime / 1e3) % 2 ** 32).toString(16).padStart(8, "0") + ids.uuid().slice(8);
}
// src/template/go-template/literals.ts
const SIMPLE_ESCAPES = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	"\\": "\\",
	"'": "'",
	"\"": "\""
};
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.?))/gs;
function unescapeGoText(quoted) {
	let valid = true;
	const text = quoted.replace(ESCAPE, (_, byte, short, long, octal, simple) => {
		const digits = byte ?? short ?? long;
		const code = digits === void 0 ? Number.parseInt(octal ?? "", 8) : Number.parseInt(digits, 16);
		if (!Number.isNaN(code)) {
			if (code <= (octal === void 0 ? 1114111 : 255) && !isSurrogate(code)) return String.fromCodePoint(code);
		} else if (simple !== void 0 && SIMPLE_ESCAPES[simple] !== void 0) return SIMPLE_ESCAPES[simple];
		valid = false;
		return "";
	});
	return valid ? text : void 0;
}
function isSurrogate(code) {
	return code >= 55296 && code <= 57343;
}
function readGoNumber(text) {
	const match = /^([+-]?)(0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)$/.exec(text);
	if (match === null) return void 0;
	const digits = (match[2] ?? "").replaceAll("_", "");
	const isOctal = /^0\d+$/.test(digits);
	if (isOctal && /[89]/.test(digits)) return void 0;
	const number = isOctal ? Number.parseInt(digits, 8) : Number(digits);
	if (!Number.isFinite(number)) return void 0;
	return match[1] === "-" ? -number : number;
}
// src/template/go-template/lexer.ts
const OPEN = "{{";
const CLOSE = "}}";
const SPACE = /[ \t\r\n]/;
const ACTION_END = /[ \t\r\n]-}}|}}/y;
const COMMENT_END = /\*\/(?:}}|[ \t\r\n]-}})/y;
const PUNCTUATION = /:=|[=|(),]/y;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const VARIABLE = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?/uy;
const FIELD = /\.([\p{L}_][\p{L}\p{N}_]*)/uy;
const NUMBER = /[+-]?\.?\d[\w.]*(?:(?<=[eE])[+-]\d+)?/y;
const RAW_STRING = /`[^`]*`/y;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;
const CHARACTER = /'(?:[^'\\\n]|\\[^\n])+'/y;
function tokenize(text) {
	return new Lexer(text).run();
}
var Lexer = class {
	#text;
	#tokens = [];
	#offset = 0;
	#afterSpace = false;
	#trimsNext = false;
	constructor(text) {
		this.#text = text;
	}
	run() {
		while (this.#offset < this.#text.length) {
			const open = this.#text.indexOf(OPEN, this.#offset);
			this.#literalText(open === -1 ? this.#text.length : open);
			if (open !== -1) this.#action(open);
		}
		this.#push("end", "", this.#text.length, this.#text.length);
		return this.#tokens;
	}
	#literalText(end) {
		let text = this.#text.slice(this.#offset, end);
		if (this.#trimsNext) text = text.replace(/^[ \t\r\n]+/, "");
		if (this.#opensWithTrim(end)) text = withoutTrailing(text, " 	\r\n");
		if (text !== "") this.#push("text", text, this.#offset, end);
		this.#trimsNext = false;
		this.#offset = end;
	}
	#opensWithTrim(open) {
		return this.#text[open + 2] === "-" && SPACE.test(this.#text[open + 3] ?? "");
	}
	#action(open) {
		this.#offset = open + (this.#opensWithTrim(open) ? 4 : 2);
		if (this.#text.startsWith("/*", this.#offset)) {
			this.#comment(open);
			return;
		}
		this.#push("open", OPEN, open, open + 2);
		while (!this.#actionEnds(open)) this.#actionToken(open);
	}
	#comment(open) {
		const end = this.#text.indexOf("*/", this.#offset + 2);
		const match = end === -1 ? void 0 : this.#matchAt(COMMENT_END, end);
		if (match === void 0) throw new GoTemplateProblem("The comment has no end; a comment is written {{/* like this */}}", "unclosed-comment", { span: {
			start: open,
			end: open + 2
		} });
		this.#trimsNext = match.includes("-");
		this.#offset = end + match.length;
	}
	#actionEnds(open) {
		if (this.#offset >= this.#text.length) throw unclosed(open);
		const end = this.#matchAt(ACTION_END, this.#offset);
		if (end === void 0) return false;
		this.#trimsNext = end.length > 2;
		this.#push("close", CLOSE, this.#offset + end.length - 2, this.#offset + end.length);
		this.#offset += end.length;
		return true;
	}
	#actionToken(open) {
		const start = this.#offset;
		const first = this.#text[start] ?? "";
		if (SPACE.test(first)) {
			this.#afterSpace = true;
			this.#offset += 1;
			return;
		}
		if (first === "\"" || first === "`" || first === "'") this.#quoted(first);
		else if (!this.#plainToken()) {
			const shown = String.fromCodePoint(this.#text.codePointAt(start) ?? 0);
			if (this.#text.indexOf(CLOSE, start) === -1) throw unclosed(open);
			throw new GoTemplateProblem(`Unexpected ${JSON.stringify(shown)} in a {{ }} action`, "unexpected-character", { span: {
				start,
				end: start + shown.length
			} });
		}
	}
	#plainToken() {
		const start = this.#offset;
		const number = this.#matchAt(NUMBER, start);
		if (number !== void 0 && /\d/.test(number.slice(0, 2))) {
			if (readGoNumber(number) === void 0) throw new GoTemplateProblem(`"${number}" is not a number`, "invalid-number", { span: {
				start,
				end: start + number.length
			} });
			this.#take("number", number, number.length);
			return true;
		}
		const kinds = [
			["word", WORD],
			["variable", VARIABLE],
			["field", FIELD],
			["punctuation", PUNCTUATION]
		];
		for (const [kind, pattern] of kinds) {
			const found = this.#matchAt(pattern, start);
			if (found !== void 0) {
				this.#take(kind, kind === "field" ? found.slice(1) : found, found.length);
				return true;
			}
		}
		if (this.#text[start] !== ".") return false;
		this.#take("dot", ".", 1);
		return true;
	}
	#quoted(quote) {
		const start = this.#offset;
		const pattern = quote === "\"" ? STRING : quote === "`" ? RAW_STRING : CHARACTER;
		const found = this.#matchAt(pattern, start);
		if (found === void 0) throw new GoTemplateProblem(`The text that begins with ${quote} has no end`, "unclosed-string", { span: {
			start,
			end: start + 1
		} });
		const inside = found.slice(1, -1);
		const value = quote === "`" ? inside.replaceAll("\r", "") : unescapeGoText(inside);
		if (value === void 0 || quote === "'" && Array.from(value).length !== 1) throw new GoTemplateProblem(value === void 0 ? `${found} holds a "\\" that begins no escape` : `${found} is not one character`, "invalid-string", {
			span: {
				start,
				end: start + found.length
			},
			remedy: value === void 0 ? "Write \"\\\\\" for a backslash, or put the text between backquotes, where a backslash is itself." : "Texts stand between double quotes or backquotes."
		});
		if (quote === "'") this.#take("number", String(value.codePointAt(0)), found.length);
		else this.#take("string", value, found.length);
	}
	#matchAt(pattern, offset) {
		pattern.lastIndex = offset;
		return pattern.exec(this.#text)?.[0];
	}
	#take(kind, text, length) {
		this.#push(kind, text, this.#offset, this.#offset + length);
		this.#offset += length;
	}
	#push(kind, text, start, end) {
		this.#tokens.push({
			kind,
			text,
			start,
			end,
			afterSpace: this.#afterSpace
		});
		this.#afterSpace = false;
	}
};
function unclosed(open) {
	return new GoTemplateProblem("\"{{\" has no \"}}\"", "unclosed-action", {
		span: {
			start: open,
			end: open + 2
		},
		remedy: KEEP_BRACES
	});
}
// src/template/go-template/token-reader.ts
var TokenReader = class {
	#tokens;
	#position = 0;
	constructor(tokens) {
		this.#tokens = tokens;
	}
	peek() {
		return this.#at(this.#position);
	}
	next() {
		const token = this.peek();
		this.#position += 1;
		return token;
	}
	previous() {
		return this.#at(this.#position - 1);
	}
	mark() {
		return this.#position;
	}
	goBack(mark) {
		this.#position = mark;
	}
	isPunctuation(text) {
		const token = this.peek();
		return token.kind === "punctuation" && token.text === text;
	}
	takes(punctuation) {
		if (!this.isPunctuation(punctuation)) return false;
		this.#position += 1;
		return true;
	}
	close() {
		const token = this.next();
		if (token.kind !== "close") throw unexpected(token);
	}
	#at(position) {
		const token = this.#tokens[Math.max(0, Math.min(position, this.#tokens.length - 1))];
		if (token === void 0) throw new Error("There is always a token \"end\"");
		return token;
	}
};
function unexpected(token) {
	return new GoTemplateProblem(`Unexpected ${token.kind === "string" ? JSON.stringify(token.text) : `"${token.text}"`} in a {{ }} action`, "unexpected-token", { span: {
		start: token.start,
		end: token.end
	} });
}
// src/template/go-template/pipeline-parser.ts
const MAX_DEPTH = 100;
const MAX_FIELDS = 30;
const SHORT_CIRCUITS = ["and", "or"];
const NEVER_SUGGESTED = "js";
var PipelineParser = class {
	#reader;
	#functions;
	#variables = ["$"];
	#depth = 0;
	constructor(reader, functions) {
		this.#reader = reader;
		this.#functions = functions;
	}
	get variableCount() {
		return this.#variables.length;
	}
	forgetFrom(count) {
		this.#variables.length = count;
	}
	apart(read) {
		const around = this.#variables;
		this.#variables = ["$"];
		const result = read();
		this.#variables = around;
		return result;
	}
	parse(maxVariables) {
		const start = this.#reader.peek().start;
		const { variables, assigns } = this.#declaration(maxVariables);
		const commands = [this.#command(false)];
		while (this.#reader.takes("|")) commands.push(this.#command(true));
		if (!assigns) this.#variables.push(...variables);
		return {
			span: {
				start,
				end: this.#reader.previous().end
			},
			variables,
			assigns,
			commands
		};
	}
	#declaration(maxVariables) {
		const begin = this.#reader.mark();
		const variables = [];
		do {
			if (this.#reader.peek().kind !== "variable") break;
			variables.push(this.#reader.next());
		} while (variables.length < maxVariables && this.#reader.takes(","));
		const assigns = this.#reader.isPunctuation("=");
		if (variables.length === 0 || !(assigns || this.#reader.isPunctuation(":="))) {
			this.#reader.goBack(begin);
			return {
				variables: [],
				assigns: false
			};
		}
		if (assigns) for (const variable of variables) this.#knownVariable(variable);
		this.#reader.next();
		return {
			variables: variables.map(({ text }) => text),
			assigns
		};
	}
	#command(piped) {
		const first = this.#reader.peek();
		const operands = [];
		while (!this.#atCommandEnd()) {
			if (operands.length > 0 && !this.#reader.peek().afterSpace) throw unexpected(this.#reader.peek());
			operands.push(this.#operand());
		}
		const callee = operands[0];
		if (callee === void 0) throw new GoTemplateProblem("A value is missing here", "missing-value", { span: first });
		if (callee.kind === "nil") throw new GoTemplateProblem("nil is not a command", "nil-command", { span: callee.span });
		if (callee.kind !== "function" && (operands.length > 1 || piped)) throw new GoTemplateProblem("Only a function can be given arguments, and this isn't one", "not-a-function", { span: callee.span });
		return {
			span: {
				start: first.start,
				end: this.#reader.previous().end
			},
			operands
		};
	}
	#operand() {
		let operand = this.#term();
		let fields = operand.kind === "field" ? 1 : 0;
		while (this.#reader.peek().kind === "field" && !this.#reader.peek().afterSpace) {
			const field = this.#reader.next();
			if (operand.kind === "literal" || operand.kind === "nil" || operand.kind === "dot") throw unexpected(field);
			fields += 1;
			if (fields > MAX_FIELDS) throw new GoTemplateProblem(`More than ${MAX_FIELDS} fields in one chain`, "chain-too-long", { span: {
				start: field.start,
				end: field.end
			} });
			operand = fieldOf(operand, field, operand.span.start);
		}
		return operand;
	}
	#term() {
		const token = this.#reader.next();
		const span = {
			start: token.start,
			end: token.end
		};
		switch (token.kind) {
			case "string": return {
				kind: "literal",
				span,
				value: token.text
			};
			case "number": return {
				kind: "literal",
				span,
				value: readGoNumber(token.text) ?? NaN
			};
			case "dot": return {
				kind: "dot",
				span
			};
			case "field": return fieldOf({
				kind: "dot",
				span: {
					start: token.start,
					end: token.start
				}
			}, token, token.start);
			case "variable": return {
				kind: "variable",
				span,
				name: this.#knownVariable(token)
			};
			case "word": return this.#word(token, span);
			default:
				if (token.text !== "(") throw unexpected(token);
				return this.#group(token);
		}
	}
	#word({ text }, span) {
		if (text === "true" || text === "false") return {
			kind: "literal",
			span,
			value: text === "true"
		};
		if (text === "nil") return {
			kind: "nil",
			span
		};
		if (!this.#functions.has(text) && !SHORT_CIRCUITS.includes(text)) throw new GoTemplateProblem(`There is no function "${text}" in {{ }}`, "unknown-template-function", {
			span,
			remedy: `${didYouMean(text, [...SHORT_CIRCUITS, ...this.#functions.keys()].filter((name) => name !== NEVER_SUGGESTED))} ${KEEP_BRACES}`
		});
		return {
			kind: "function",
			span,
			name: text
		};
	}
	#group(open) {
		this.enter(open);
		const pipeline = this.parse(1);
		if (!this.#reader.takes(")")) throw new GoTemplateProblem("\"(\" has no \")\"", "unclosed-parenthesis", { span: {
			start: open.start,
			end: open.end
		} });
		this.leave();
		return {
			kind: "group",
			span: {
				start: open.start,
				end: this.#reader.previous().end
			},
			pipeline
		};
	}
	#knownVariable(token) {
		if (!this.#variables.includes(token.text)) throw new GoTemplateProblem(`There is no variable ${token.text} here`, "unknown-template-variable", { span: {
			start: token.start,
			end: token.end
		} });
		return token.text;
	}
	enter(span) {
		this.#depth += 1;
		if (this.#depth > MAX_DEPTH) throw new GoTemplateProblem(`Actions are nested more than ${MAX_DEPTH} deep`, "nested-too-deep", { span: {
			start: span.start,
			end: span.end
		} });
	}
	leave() {
		this.#depth -= 1;
	}
	#atCommandEnd() {
		return this.#reader.peek().kind === "close" || this.#reader.isPunctuation("|") || this.#reader.isPunctuation(")");
	}
};
function fieldOf(operand, field, start) {
	return {
		kind: "field",
		span: {
			start,
			end: field.end
		},
		of: operand,
		name: field.text
	};
}
// src/template/go-template/parser.ts
const KEYWORDS = new Set("if with range else end break continue define template block".split(" "));
function parseGoTemplate(text, functions) {
	return new Parser(tokenize(text), functions).template();
}
var Parser = class {
	#reader;
	#pipelines;
	#definitions = /* @__PURE__ */ new Map();
	#loops = 0;
	#open = 0;
	constructor(tokens, functions) {
		this.#reader = new TokenReader(tokens);
		this.#pipelines = new PipelineParser(this.#reader, functions);
	}
	template() {
		return this.#block(void 0).nodes;
	}
	#block(opener) {
		const nodes = [];
		for (;;) {
			const token = this.#reader.next();
			if (token.kind === "end") {
				if (opener === void 0) return {
					nodes,
					ending: void 0
				};
				throw new GoTemplateProblem("This action has no {{ end }}", "missing-end", { span: opener });
			}
			if (token.kind === "text") {
				nodes.push({
					kind: "text",
					text: token.text
				});
				continue;
			}
			const word = this.#reader.peek();
			if (word.kind === "word" && (word.text === "end" || word.text === "else")) {
				if (opener === void 0) throw new GoTemplateProblem(`{{ ${word.text} }} without an {{ if }}, {{ with }} or {{ range }}`, "stray-end", { span: word });
				this.#reader.next();
				return {
					nodes,
					ending: word.text
				};
			}
			nodes.push(...this.#actionNodes());
		}
	}
	#actionNodes() {
		const word = this.#reader.peek();
		if (word.kind === "word" && KEYWORDS.has(word.text)) return this.#keyword(this.#reader.next());
		const pipeline = this.#pipelines.parse(1);
		this.#reader.close();
		return [{
			kind: "action",
			pipeline
		}];
	}
	#keyword(word) {
		const { text } = word;
		if (text === "if" || text === "with" || text === "range") return [this.#branch(text, word)];
		if (text === "define") return [this.#define(word)];
		if (text === "template") return [this.#template()];
		if (text === "block") return this.#blockNodes(word);
		if (text === "break" || text === "continue") {
			if (this.#loops === 0) throw new GoTemplateProblem(`{{ ${text} }} outside a {{ range }}`, "stray-loop-control", { span: word });
			this.#reader.close();
			return [{ kind: text }];
		}
		throw unexpected(word);
	}
	#define(word) {
		if (this.#open > 0) throw new GoTemplateProblem("{{ define }} within another action", "nested-define", {
			span: word,
			remedy: "A definition stands by itself, outside every {{ if }}, {{ with }}, {{ range }} and {{ define }}."
		});
		const name = this.#name();
		this.#reader.close();
		return this.#definition(name, word);
	}
	#template() {
		const name = this.#name();
		const pipeline = this.#reader.peek().kind === "close" ? void 0 : this.#pipelines.parse(1);
		this.#reader.close();
		return {
			kind: "template",
			span: name,
			name: name.text,
			pipeline,
			definitions: this.#definitions
		};
	}
	#blockNodes(word) {
		const name = this.#name();
		const pipeline = this.#pipelines.parse(1);
		this.#reader.close();
		return [this.#definition(name, word), {
			kind: "template",
			span: name,
			name: name.text,
			pipeline,
			definitions: this.#definitions
		}];
	}
	#definition(name, word) {
		const loops = this.#loops;
		this.#loops = 0;
		const body = this.#pipelines.apart(() => this.#within(word, () => this.#block(word)));
		this.#loops = loops;
		if (body.ending !== "end") throw new GoTemplateProblem("{{ else }} in a definition", "stray-else", { span: this.#reader.previous() });
		this.#reader.close();
		const earlier = this.#definitions.get(name.text);
		if (earlier === void 0 || isBlank(earlier)) this.#definitions.set(name.text, body.nodes);
		else if (!isBlank(body.nodes)) throw new GoTemplateProblem(`A second definition of "${name.text}"`, "duplicate-definition", { span: name });
		return {
			kind: "define",
			name: name.text,
			body: body.nodes
		};
	}
	#name() {
		const token = this.#reader.next();
		if (token.kind === "string") return token;
		throw new GoTemplateProblem("The name of a template is a text in quotes", "template-name", { span: token });
	}
	#within(opener, read) {
		this.#pipelines.enter(opener);
		this.#open += 1;
		const result = read();
		this.#open -= 1;
		this.#pipelines.leave();
		return result;
	}
	#branch(kind, word) {
		return this.#within(word, () => this.#branchNode(kind, word));
	}
	#branchNode(kind, word) {
		const outer = this.#pipelines.variableCount;
		const pipeline = this.#pipelines.parse(kind === "range" ? 2 : 1);
		this.#reader.close();
		if (kind === "range") this.#loops += 1;
		const inner = this.#pipelines.variableCount;
		const body = this.#block(word);
		if (kind === "range") this.#loops -= 1;
		this.#pipelines.forgetFrom(inner);
		const otherwise = body.ending === "else" ? this.#otherwise(kind, word) : [];
		if (body.ending === "end") this.#reader.close();
		this.#pipelines.forgetFrom(outer);
		return {
			kind,
			span: word,
			pipeline,
			body: body.nodes,
			otherwise
		};
	}
	#otherwise(kind, opener) {
		const word = this.#reader.peek();
		if (word.kind === "word" && (word.text === "if" || word.text === "with") && word.text === kind) return [this.#branch(kind, this.#reader.next())];
		this.#reader.close();
		const { nodes, ending } = this.#block(opener);
		if (ending === "else") throw new GoTemplateProblem("A second {{ else }}", "stray-else", { span: this.#reader.previous() });
		this.#reader.close();
		return nodes;
	}
};
function isBlank(nodes) {
	return nodes.every((node) => node.kind === "define" || node.kind === "text" && node.text.trim() === "");
}
// src/template/go-template/references.ts
function namesGivenTo(called, nodes) {
	return pipelinesIn(nodes, OUTERMOST).flatMap(({ pipeline, isConditional }) => commandsIn(pipeline).flatMap(({ operands: [callee, first] }) => callee?.kind === "function" && callee.name === called && first?.kind === "literal" ? [{
		name: String(first.value),
		span: first.span,
		isConditional
	}] : []));
}
function shownFields(nodes) {
	const all = pipelinesIn(nodes, OUTERMOST);
	const asked = new Set(all.flatMap(askedFor).map(({ name }) => name));
	return all.filter(({ isShown }) => isShown).flatMap(fieldsOf).filter(({ name }) => !asked.has(name));
}
function asksOfRun(nodes) {
	return pipelinesIn(nodes, OUTERMOST).flatMap(({ pipeline }) => commandsIn(pipeline)).some(({ operands }) => operands.some(isOfRun));
}
function isOfRun(operand) {
	switch (operand.kind) {
		case "dot": return true;
		case "variable": return operand.name === "$";
		case "function": return operand.name === "build";
		case "field": return isOfRun(operand.of);
		default: return false;
	}
}
const OUTERMOST = {
	dotIsData: true,
	dollarIsData: true,
	isConditional: false
};
const DEFINITION = {
	dotIsData: false,
	dollarIsData: false,
	isConditional: true
};
function pipelinesIn(nodes, around) {
	return nodes.flatMap((node) => {
		switch (node.kind) {
			case "action": return [{
				...around,
				pipeline: node.pipeline,
				isShown: node.pipeline.variables.length === 0
			}];
			case "if":
			case "with":
			case "range": {
				const inside = {
					...around,
					isConditional: true
				};
				return [
					{
						...around,
						pipeline: node.pipeline,
						isShown: false
					},
					...pipelinesIn(node.body, {
						...inside,
						dotIsData: around.dotIsData && node.kind === "if"
					}),
					...pipelinesIn(node.otherwise, inside)
				];
			}
			case "define": return pipelinesIn(node.body, DEFINITION);
			case "template": return node.pipeline === void 0 ? [] : [{
				...around,
				pipeline: node.pipeline,
				isShown: false
			}];
			default: return [];
		}
	});
}
function commandsIn({ commands }) {
	return commands.flatMap((command) => [command, ...command.operands.flatMap(commandsInOperand)]);
}
function commandsInOperand(operand) {
	if (operand.kind === "group") return commandsIn(operand.pipeline);
	return operand.kind === "field" ? commandsInOperand(operand.of) : [];
}
const ASKING = /* @__PURE__ */ new Set([
	"and",
	"or",
	"not"
]);
function askedFor(each) {
	if (!each.isShown) return fieldsOf(each);
	return commandsIn(each.pipeline).flatMap(({ operands: [callee, ...args] }) => callee?.kind === "function" && ASKING.has(callee.name) ? args.flatMap((operand) => fieldsInOperand(operand, each)) : []);
}
function fieldsOf(each) {
	return commandsIn(each.pipeline).flatMap(({ operands }) => operands.flatMap((operand) => fieldsInOperand(operand, each)));
}
function fieldsInOperand(operand, around) {
	if (operand.kind !== "field") return [];
	const { of, name, span } = operand;
	return of.kind === "dot" && around.dotIsData || of.kind === "variable" && of.name === "$" && around.dollarIsData ? [{
		name,
		span
	}] : fieldsInOperand(of, around);
}
// src/template/text-renderer.ts
const MAX_ROUNDS = 100;
const SHOWN_LENGTH = 200;
var TextRenderer = class TextRenderer {
	#surroundings;
	constructor(surroundings) {
		this.#surroundings = surroundings;
	}
	atPlan(text, generated) {
		if (!text.includes("{{")) return {
			text,
			withoutValue: [],
			shown: []
		};
		const { announced } = this.#surroundings;
		if (announced === void 0) return this.#render(text, void 0);
		if (generated !== void 0) return this.#render(text, generated);
		const functions = this.#functions(void 0);
		const passedThrough = Object.fromEntries(announced.map((name) => [name, `{{.${name}}}`]));
		return this.#noting(text, evaluateGoTemplate(parseGoTemplate(text, functions), passedThrough, functions));
	}
	once() {
		return new TextRenderer({
			...this.#surroundings,
			announced: []
		});
	}
	undeclaredVariables(text) {
		const { userVariables } = this.#surroundings;
		if (userVariables === void 0 || !text.includes("{{")) return [];
		return namesGivenTo("user", this.#parse(text)).filter(({ name }) => !userVariables.names.has(name)).map(({ name, span }) => ({
			name,
			span,
			suggestion: didYouMean(name, userVariables.names.keys())
		}));
	}
	asksForUnknown(text) {
		return this.#asksFor(this.#surroundings.userVariables?.unknown, text);
	}
	asksForSensitive(text) {
		return this.#asksFor(this.#surroundings.userVariables?.sensitive, text);
	}
	#asksFor(names = /* @__PURE__ */ new Set(), text) {
		if (names.size === 0 || !text.includes("{{")) return false;
		try {
			return namesGivenTo("user", this.#parse(text)).some(({ name }) => names.has(name));
		} catch (thrown) {
			if (thrown instanceof GoTemplateProblem) return false;
			throw thrown;
		}
	}
	get functionNames() {
		return [...this.#functions(void 0).keys()];
	}
	check(text) {
		if (!text.includes("{{")) return;
		const nodes = this.#parse(text);
		if (asksOfRun(nodes) || this.asksForUnknown(text)) return;
		evaluateGoTemplate(nodes, void 0, this.#functions(void 0));
	}
	unknownFields(text, { fields, hasBuildData }) {
		if (!text.includes("{{")) return [];
		const nodes = this.#parse(text);
		const { buildNames } = this.#surroundings;
		if (hasBuildData && buildNames === void 0) return [];
		const known = [...fields, ...hasBuildData ? buildNames ?? [] : []];
		for (const { name, span, isConditional } of namesGivenTo("build", nodes)) if (!isConditional && !known.includes(name)) throw unknownBuildData(name, known).at(span);
		return shownFields(nodes).filter(({ name }) => !known.includes(name)).map(({ name, span }) => ({
			name,
			span,
			suggestion: didYouMean(name, known)
		}));
	}
	atRun = (text, data) => {
		try {
			return this.untilStable(text, data).text;
		} catch (thrown) {
			if (!(thrown instanceof GoTemplateProblem)) throw thrown;
			const quoted = text.length > SHOWN_LENGTH ? `a text of ${text.length} characters` : `the text ${JSON.stringify(text)}`;
			throw new BakeError(`${thrown.message} (in ${quoted})`, {
				code: thrown.code,
				category: "template",
				...thrown.remedy === void 0 ? {} : { hint: thrown.remedy }
			});
		}
	};
	untilStable(text, data) {
		if (!text.includes("{{")) return {
			text,
			withoutValue: [],
			shown: []
		};
		const first = this.#render(text, data);
		let rendered = first.text;
		for (let round = 1; rendered.includes("{{") && round < MAX_ROUNDS; round += 1) {
			const next = this.#renderAgain(rendered, data);
			if (next === rendered) break;
			rendered = next;
		}
		return {
			...first,
			text: rendered
		};
	}
	#renderAgain(text, data) {
		try {
			return this.#render(text, data).text;
		} catch (thrown) {
			if (thrown instanceof GoTemplateProblem) return text;
			throw thrown;
		}
	}
	#render(text, data) {
		const functions = this.#functions(data);
		return this.#noting(text, evaluateGoTemplate(parseGoTemplate(text, functions), data, functions));
	}
	#noting(text, rendered) {
		const { noted, userVariables } = this.#surroundings;
		if (noted === void 0 || !(this.asksForSensitive(text) || noted.isIn(text))) return rendered;
		const names = [...userVariables?.sensitive ?? []];
		for (const { text: shown, span } of rendered.shown) {
			const action = text.slice(span.start, span.end);
			if (/[$.]/.test(action) || names.some((name) => action.includes(name)) || noted.isIn(action)) noted.noteText(shown);
		}
		return rendered;
	}
	#parse(text) {
		return parseGoTemplate(text, this.#functions(void 0));
	}
	#functions(generated) {
		return packerTemplateFunctions({
			...this.#surroundings,
			generated
		});
	}
};
// src/template/unread-secrets.ts
const TOKEN = /(?:#|\/\/)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|<<-?([\w-]+)[^\n]*\n[\s\S]*?(?:\n[ \t]*\1(?=\s|$)|$)|"(?:[^"\\\n]|\\.)*"?|[{}[\]()]|[\p{L}\d_][\w-]*|\n|[^\s]/gu;
const ASSIGNS = /[ \t]*[=:](?!=)/y;
const INTERPOLATION = /[$%]\{[^{}"]*\}|\{\{[^{}]*\}\}/g;
const WORDS = /"(?:[^"\\\n]|\\.)*"?|[^\s"{}[\](),=:]+/g;
const COMMON = /^(?:true|false|null|.{0,3})$/s;
const DECLARATION$1 = /^[ \t]*(?:variable|local)[ \t]+"?[\w-]+"?[ \t]*\{[\s\S]*?(?=^[^\s}#/]|(?![\s\S]))/gm;
const DESCRIBING = /* @__PURE__ */ new Set([
	"type",
	"description",
	"sensitive",
	"condition",
	"error_message"
]);
function tokensOf(text) {
	let depth = 0;
	return Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => {
		if (/^[}\])]$/.test(token)) depth -= 1;
		const end = index + token.length;
		ASSIGNS.lastIndex = end;
		const key = /^["\p{L}\d_]/u.test(token) && ASSIGNS.test(text) ? {
			name: token.replace(/^"|"$/g, ""),
			valueStart: ASSIGNS.lastIndex
		} : void 0;
		const found = {
			text: token,
			start: index,
			end,
			depth,
			key
		};
		if (/^[{[(]$/.test(token)) depth += 1;
		return found;
	});
}
function valuesInVariableFile({ text, filename }, declared) {
	const topDepth = /^\s*\{/.test(text) ? 1 : 0;
	const spans = [];
	let from;
	let keys = 0;
	const close = (end) => {
		if (from === void 0) return;
		const value = text.slice(from, end).replace(/[\s,]+$/, "");
		const start = from + value.length - value.trimStart().length;
		if (value.trim() !== "") spans.push({
			filename,
			start,
			end: from + value.length
		});
		from = void 0;
	};
	for (const { key, start, end, depth, text: token } of tokensOf(text)) {
		if (key === void 0) {
			if (keys === 0 && /^["<]/.test(token)) spans.push({
				filename,
				start,
				end
			});
			continue;
		}
		const isSensitive = declared.get(key.name);
		if (depth > topDepth && isSensitive !== true) continue;
		keys += 1;
		close(start);
		if (isSensitive !== false) from = key.valueStart;
	}
	close(text.length);
	return spans;
}
function secretLiterals(source, optionNames) {
	const { text, filename } = source;
	const isSecret = secretKeys(text, optionNames);
	const spans = [];
	let valueDepth;
	for (const token of tokensOf(text)) {
		const { key, depth } = token;
		const ends = token.text === "\n" || token.text === "," || token.key !== void 0;
		if (valueDepth !== void 0 && (depth < valueDepth || ends && depth === valueDepth)) valueDepth = void 0;
		if (valueDepth !== void 0) spans.push(...literalParts(text, token, depth === valueDepth, filename));
		else if (key !== void 0 && isSecret(key.name, token.start)) valueDepth = depth;
	}
	return spans;
}
function secretKeys(text, optionNames) {
	const declarations = Array.from(text.matchAll(DECLARATION$1), ({ 0: block, index }) => ({
		block,
		index
	})).filter(({ block }) => /\bsensitive[ \t]*=[ \t]*"?true/.test(block));
	const hasSensitive = /"sensitive"\s*:\s*"?true/.test(text);
	const list = /"sensitive-variables"\s*:\s*\[([^\]]*)/.exec(text)?.[1] ?? "";
	const older = new Set(Array.from(list.matchAll(/"([^"\n]*)"?/g), ([, name = ""]) => name));
	let next = 0;
	const isDeclared = (at) => {
		while (at >= endOf(declarations[next])) next += 1;
		return at >= (declarations[next]?.index ?? Number.POSITIVE_INFINITY);
	};
	return (name, at) => optionNames.has(name) || older.has(name) || hasSensitive && (name === "default" || name === "expression") || !DESCRIBING.has(name) && isDeclared(at);
}
function endOf(declaration) {
	return declaration === void 0 ? Number.POSITIVE_INFINITY : declaration.index + declaration.block.length;
}
function literalParts(text, token, isWhole, filename) {
	if (token.text.startsWith("\"")) {
		const end = token.text.length > 1 && token.text.endsWith("\"") ? token.end - 1 : token.end;
		const content = text.slice(token.start + 1, end);
		const spans = [];
		let at = 0;
		for (const { 0: interpolation, index } of [...content.matchAll(INTERPOLATION), {
			0: "",
			index: content.length
		}]) {
			if (index > at) spans.push({
				filename,
				start: token.start + 1 + at,
				end: token.start + 1 + index,
				isText: true
			});
			at = index + interpolation.length;
		}
		return spans;
	}
	if (token.text.startsWith("<<")) return [{
		filename,
		start: token.start,
		end: token.end
	}];
	const isName = /^[.([]/.test(text.slice(token.end)) || text[token.start - 1] === ".";
	return isWhole && /^[\p{L}\d_]/u.test(token.text) && !isName && !COMMON.test(token.text) ? [{
		filename,
		start: token.start,
		end: token.end
	}] : [];
}
function unreadSecrets(sources, spans, diagnostics) {
	const wrong = new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ subject }) => subject?.filename));
	const texts = /* @__PURE__ */ new Set();
	const bySource = new Map(Array.from(sources, (source) => [source.filename, source.text]));
	for (const { filename, start, end, isText = false } of spans) {
		if (!wrong.has(filename)) continue;
		const piece = (bySource.get(filename) ?? "").slice(start, end);
		for (const word of isText ? [piece] : piece.match(WORDS) ?? []) {
			const bare = word.replace(/^"|"$/g, "");
			if (!COMMON.test(bare)) texts.add(bare).add(unescaped(bare));
		}
	}
	return {
		spans,
		texts: [...texts]
	};
}
function unescaped(text) {
	try {
		return String(JSON.parse(`"${text}"`));
	} catch {
		return text;
	}
}
// src/template/url-passwords.ts
const WRITTEN = /:\/\/[^\s/:@"]{0,200}:([^\s/@"]{1,200})@/g;
function urlPasswords(text) {
	return Array.from(text.matchAll(WRITTEN), ([, password = ""]) => password).filter((password) => !/[$%]\{|\{\{/.test(password));
}
// src/template/quotes-in-braces.ts
function explainQuotesInBraces(source, diagnostics) {
	const quotes = /* @__PURE__ */ new Map();
	const told = /* @__PURE__ */ new Set();
	return diagnostics.flatMap((diagnostic) => {
		const { subject } = diagnostic;
		if (subject === void 0) return [diagnostic];
		const line = source.text.lastIndexOf("\n", subject.start.offset - 1) + 1;
		if (!quotes.has(line)) quotes.set(line, quoteInBraces(source.text, line));
		const quote = quotes.get(line);
		if (quote === void 0 || subject.start.offset < quote) return [diagnostic];
		if (told.has(quote)) return [];
		told.add(quote);
		return [{
			severity: diagnostic.severity,
			code: "quote-in-braces",
			summary: "Quote within {{ }}",
			detail: "This quote ends the string here. Inside {{ }} write backticks (`) or \\\" instead.",
			subject: source.range(quote, quote + 1)
		}];
	});
}
function quoteInBraces(text, lineStart) {
	const newline = text.indexOf("\n", lineStart);
	const line = text.slice(lineStart, newline === -1 ? text.length : newline);
	for (const { 0: string, index } of line.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
		const close = index + string.length - 1;
		if (string.lastIndexOf("{{") > string.lastIndexOf("}}") && line.includes("}}", close)) return lineStart + close;
	}
}
// src/template/legacy/parse-legacy-json.ts
const BREAKING = /* @__PURE__ */ new Set([
	"invalid-json",
	"unclosed-string",
	"wrong-quotes",
	"quote-in-braces",
	"nesting-too-deep"
]);
const HARMLESS = /* @__PURE__ */ new Set([
	"comment-in-json",
	"trailing-comma",
	"invalid-escape"
]);
function parseLegacyJson(source) {
	const { value, diagnostics } = parseJson(source);
	return {
		value,
		diagnostics: explainQuotesInBraces(source, diagnostics.map((each) => each.code === "comment-in-json" ? {
			...each,
			detail: COMMENT
		} : each))
	};
}
const COMMENT = "JSON has no comments. Remove it, or write it at the root of the template, as a key that begins with an underscore: \"_comment\": \"why it is so\".";
function withoutFollowUps(diagnostics, template) {
	const isOf = ({ subject }) => subject?.filename === template.filename;
	if (!diagnostics.some((each) => isOf(each) && BREAKING.has(each.code))) return diagnostics;
	return diagnostics.filter((each) => !isOf(each) || BREAKING.has(each.code) || HARMLESS.has(each.code));
}
// src/template/legacy/duplicate-builder.ts
function duplicateBuilder(name, builder, earlier) {
	const { filename, start } = earlier.nameRange;
	return {
		code: "duplicate-builder",
		summary: `Duplicate builder "${name}"`,
		detail: `A builder of that name is at ${filename}:${start.line} already. Give this one a name of its own: "name": "${name}-2".`,
		subject: builder.nameRange
	};
}
// src/template/legacy/option-body.ts
function optionBody(place, properties, schema, findings) {
	const items = properties.flatMap((each) => {
		if (each.value.kind === "null" || each.value.kind === "invalid") return [];
		const option = Object.hasOwn(schema, each.name) ? schema[each.name] : void 0;
		return option?.kind === "block" ? blocks(each, option, findings) : [attribute(each)];
	});
	return nativeBody({
		range: place.range,
		endRange: place.closeRange
	}, items);
}
function attribute({ name, key, colonRange, value, range }) {
	return {
		kind: "attribute",
		name,
		nameRange: key.range,
		equalsRange: colonRange,
		expression: literal(value),
		range
	};
}
function blocks(written, { schema }, findings) {
	const { name, key, value } = written;
	return (value.kind === "json-array" ? value.items : [value]).flatMap((object) => {
		if (object.kind !== "json-object") {
			findings.error({
				code: "wrong-json-type",
				summary: "Wrong type of JSON value",
				detail: `"${name}" is written as an object, or as an array of objects: "${name}": { … }`,
				subject: object.range
			});
			return [];
		}
		return {
			kind: "block",
			type: name,
			typeRange: key.range,
			labels: [],
			headerRange: value === object ? key.range : object.openRange,
			openBraceRange: object.openRange,
			closeBraceRange: object.closeRange,
			body: optionBody(object, object.properties, schema, findings),
			range: object.range
		};
	});
}
function literal(node) {
	const { range } = node;
	switch (node.kind) {
		case "json-string": return {
			kind: "template",
			form: "quoted",
			parts: [{
				kind: "literal",
				text: node.text,
				range
			}],
			range
		};
		case "json-array": return {
			kind: "tuple",
			items: node.items.map(literal),
			range
		};
		case "json-object": return {
			kind: "object",
			items: node.properties.map(({ name, key, value }) => ({
				key: {
					kind: "name",
					name,
					range: key.range
				},
				value: literal(value)
			})),
			range
		};
		default: return node;
	}
}
// src/template/legacy/weak-typing.ts
function weaklyTyped(value, type) {
	const { kind } = value.type;
	switch (type) {
		case "string": return asText(value);
		case "number": return asWholeNumber(value);
		case "bool": return asBool(value);
		case "duration": return kind === "number" ? Value.string(`${formatNumber(value.asNumber())}ns`) : value;
		case "strings": return asTexts(value);
		case "string-lists": return kind === "tuple" ? Value.tuple(value.asElements().map(asTexts)) : value;
		case "string-map": return asTextMap(value);
	}
}
function asWholeNumber(value) {
	switch (value.type.kind) {
		case "bool": return Value.number(value.asBool() ? 1 : 0);
		case "number": return Value.number(value.asNumber().trunc());
		case "string": {
			if (isEmptyText(value)) return Value.nullOf(value.type);
			const [, sign, digits] = /^([+-]?)(0[box]?\w+)$/i.exec(value.asString()) ?? [];
			if (digits === void 0) return value;
			const number = Number(digits.replace(/^0(?=\d)/, "0o"));
			return Number.isNaN(number) ? value : Value.number(sign === "-" ? -number : number);
		}
		default: return value;
	}
}
function isEmptyText(value) {
	return value.type.kind === "string" && value.asString() === "";
}
function asText(value) {
	if (value.type.kind === "bool") return Value.string(value.asBool() ? "1" : "0");
	return value;
}
function elementText(value) {
	return value.isNull ? Value.string("") : asText(value);
}
const TRUE = /* @__PURE__ */ new Set([
	"1",
	"t",
	"T",
	"true",
	"TRUE",
	"True"
]);
const FALSE = /* @__PURE__ */ new Set([
	"0",
	"f",
	"F",
	"false",
	"FALSE",
	"False"
]);
function asBool(value) {
	if (value.type.kind === "number") return Value.bool(!value.asNumber().isZero());
	if (value.type.kind !== "string") return value;
	const text = value.asString();
	if (text === "") return Value.nullOf(BOOL);
	if (TRUE.has(text)) return Value.bool(true);
	return FALSE.has(text) ? Value.bool(false) : value;
}
function asTexts(value) {
	switch (value.type.kind) {
		case "string": return Value.tuple(isEmptyText(value) ? [] : value.asString().split(",").map(Value.string));
		case "number":
		case "bool": return Value.tuple([asText(value)]);
		case "tuple": return Value.tuple(value.asElements().map(elementText));
		case "object": return value.asEntries().size === 0 ? Value.tuple([]) : value;
		default: return value;
	}
}
function asTextMap(value) {
	const maps = value.type.kind === "tuple" ? value.asElements() : [value];
	if (!maps.every(({ type, isNull }) => type.kind === "object" && !isNull)) return value;
	const entries = maps.flatMap((map) => [...map.asEntries()]);
	return Value.object(new Map(entries.map(([name, each]) => [name, elementText(each)])));
}
// src/template/legacy/plan-builds.ts
async function planLegacyBuilds(planning) {
	const { template, selector, findings } = planning;
	const names = /* @__PURE__ */ new Map();
	const selected = template.builders.flatMap((builder) => {
		const name = renderedName(builder, planning);
		if (name === void 0) return [];
		const earlier = names.get(name);
		if (earlier !== void 0) findings.error(duplicateBuilder(name, builder, earlier));
		names.set(name, builder);
		return selector.selects(name) ? [{
			builder,
			name
		}] : [];
	});
	const [first] = selected;
	if (first === void 0) return [];
	if (!isPlannable([{
		sources: selected.length,
		steps: countSteps(template),
		range: first.builder.nameRange
	}], findings)) return [];
	const builds = [];
	for (const { builder, name } of selected) {
		await planning.turns.next();
		const planned = new BuilderPlanner(planning, builder, name).plan();
		if (planned !== void 0) builds.push(planned);
	}
	return builds;
}
function renderedName({ name, nameRange }, planning) {
	return rendered(name, nameRange, "the name of a builder", planning.renderer(void 0, void 0), planning);
}
function rendered(text, range, what, renderer, { findSource, findings }) {
	try {
		return renderer.atPlan(text).text;
	} catch (thrown) {
		if (!(thrown instanceof GoTemplateProblem)) throw thrown;
		const isSensitive = renderer.asksForSensitive(text);
		findings.add([textProblem(thrown, {
			what,
			isSensitive,
			place: placeIn$1(range, text, findSource)
		})]);
		return;
	}
}
var BuilderPlanner = class {
	#planning;
	#builder;
	#name;
	#renderer;
	constructor(planning, builder, name) {
		this.#planning = planning;
		this.#builder = builder;
		this.#name = name;
		this.#renderer = planning.renderer({
			name,
			type: builder.type
		}, planning.catalog.builders.get(builder.type));
	}
	plan() {
		const { template, catalog } = this.#planning;
		const { type } = this.#builder;
		const builder = this.#component("builder", this.#builder, catalog.builders.get(type), this.#builder.options);
		const provisioners = template.provisioners.map((step) => this.#runsFor(step) ? this.#provisioner(step) : void 0);
		const cleanup = template.errorCleanupProvisioner;
		const errorCleanupProvisioner = cleanup === void 0 ? void 0 : this.#provisioner(cleanup);
		const chains = template.postProcessorChains.map((chain) => this.#chain(chain));
		if (builder === void 0) return void 0;
		return {
			name: this.#builder.name === type ? this.#name : `${type}.${this.#name}`,
			only: this.#name,
			source: {
				type,
				name: this.#name,
				localName: this.#name
			},
			builder,
			provisioners: provisioners.filter((each) => each !== void 0),
			errorCleanupProvisioner,
			postProcessorChains: chains.filter((chain) => chain.length > 0),
			render: this.#renderer.atRun
		};
	}
	#runsFor({ only, except }) {
		const { name } = this.#builder;
		return isMeantFor(name, only, except);
	}
	#provisioner(step) {
		const overrides = step.override.get(this.#builder.name) ?? [];
		const overridden = new Set(overrides.map(({ name }) => name));
		const options = [...step.options.filter(({ name }) => !overridden.has(name)), ...overrides];
		const description = this.#planning.catalog.provisioners.get(step.type);
		const component = this.#component("provisioner", step, description, options);
		if (component === void 0) return void 0;
		return {
			...component,
			name: void 0,
			pauseBeforeMs: step.pauseBeforeMs,
			timeoutMs: step.timeoutMs,
			maxRetries: this.#maxRetries(step),
			continueOnError: false
		};
	}
	#maxRetries({ maxRetries }) {
		if (maxRetries === void 0 || maxRetries.text === "") return 0;
		const { text, range } = maxRetries;
		const number = rendered(text, range, "\"max_retries\"", this.#renderer, this.#planning);
		if (number === void 0) return 0;
		if (/^\+?\d{1,9}$/.test(number)) return Number(number);
		const shown = this.#renderer.asksForSensitive(text) ? "the sensitive text" : JSON.stringify(number);
		this.#planning.findings.error(invalidRetries(shown, range));
		return 0;
	}
	#chain(chain) {
		const planned = [];
		for (const step of chain) {
			if (!this.#runsFor(step)) continue;
			if (this.#planning.selector.drops(step.name ?? step.type)) break;
			const description = this.#planning.catalog.postProcessors.get(step.type);
			const component = this.#component("post-processor", step, description, step.options);
			if (component === void 0) continue;
			planned.push({
				...component,
				name: step.name === step.type ? void 0 : step.name,
				keepInputArtifact: step.keepInputArtifact
			});
		}
		return planned;
	}
	#component(kind, { type, typeRange, range, object }, description, options) {
		const { catalog, findings, findSource, remote } = this.#planning;
		if (description === void 0) {
			findings.add([unknownComponent(kind, type, typeRange, catalog, [])]);
			return;
		}
		const { schema } = description;
		return planComponent({
			type,
			schema,
			body: optionBody(object ?? emptyObject(range), options, schema, findings),
			range,
			renderer: kind === "builder" ? this.#renderer.once() : this.#renderer,
			scope: () => EMPTY_SCOPE,
			iterated: void 0,
			typing: weaklyTyped
		}, findSource, remote, findings);
	}
};
function emptyObject(range) {
	return {
		kind: "json-object",
		properties: [],
		openRange: range,
		closeRange: range,
		range
	};
}
// src/template/legacy/hcl-references.ts
const REFERENCE = /\$\{var\.([\w-]+)\}/;
function warnOfHclReferences(node, findings) {
	if (node.kind === "json-array") for (const item of node.items) warnOfHclReferences(item, findings);
	if (node.kind === "json-object") for (const { value } of node.properties) warnOfHclReferences(value, findings);
	if (node.kind !== "json-string") return;
	const [reference, name] = REFERENCE.exec(node.text) ?? [];
	if (reference === void 0) return;
	findings.warning({
		code: "hcl-reference",
		summary: `"${reference}" is left as it is`,
		detail: `It belongs to HCL2 templates. In a template of the older JSON format a variable is written {{user \`${name}\`}}.`,
		subject: node.range
	});
}
// src/template/legacy/json-reader.ts
var JsonReader = class {
	#findings;
	constructor(findings) {
		this.#findings = findings;
	}
	object(node, what) {
		return node.kind === "json-object" ? node : this.#wrong(node, `${what} is written as an object: { "name": value }`);
	}
	array(node, what) {
		return node.kind === "json-array" ? node.items : this.#wrong(node, `${what} is written as an array: [ … ]`);
	}
	text(node, what) {
		return node.kind === "json-string" ? node.text : this.#wrong(node, `${what} is written as a string: "text"`);
	}
	bool(node, what) {
		return node.kind === "boolean" ? node.value : this.#wrong(node, `${what} is true or false, without quotes`);
	}
	texts(node, what) {
		return (node.kind === "json-string" ? [node] : this.array(node, what) ?? []).flatMap((item) => {
			const text = this.text(item, `Each item of ${what.charAt(0).toLowerCase()}${what.slice(1)}`);
			return text === void 0 ? [] : [{
				text,
				node: item
			}];
		});
	}
	#wrong(node, rule) {
		if (node.kind === "invalid") return void 0;
		this.#findings.error({
			code: "wrong-json-type",
			summary: "Wrong type of JSON value",
			detail: `${rule}. Here stands ${NAMES[node.kind]}.`,
			subject: node.kind === "json-object" || node.kind === "json-array" ? node.openRange : node.range,
			context: node.range
		});
	}
};
const NAMES = {
	"json-object": "an object",
	"json-array": "an array",
	"json-string": "a string",
	number: "a number",
	boolean: "true or false",
	null: "null"
};
function property(object, name) {
	return object.properties.find((each) => each.name === name && each.value.kind !== "null");
}
function reportDuplicates(node, findings) {
	if (node.kind === "json-array") for (const item of node.items) reportDuplicates(item, findings);
	if (node.kind !== "json-object") return;
	const seen = /* @__PURE__ */ new Map();
	for (const each of node.properties) {
		const earlier = seen.get(each.name);
		if (earlier === void 0) seen.set(each.name, each);
		else {
			const { filename, start } = earlier.key.range;
			findings.error({
				code: "duplicate-argument",
				summary: "Property written twice",
				detail: `"${each.name}" was already written at ${filename}:${start.line}:${start.column}. Each property may be written only once.`,
				subject: each.key.range,
				context: each.range
			});
		}
		reportDuplicates(each.value, findings);
	}
}
// src/template/legacy/read-step.ts
const BUILDER_SETTINGS = ["type", "name"];
const PROVISIONER_SETTINGS = [
	"type",
	"only",
	"except",
	"override",
	"pause_before",
	"timeout",
	"max_retries"
];
const POST_PROCESSOR_SETTINGS = [
	"type",
	"name",
	"only",
	"except",
	"keep_input_artifact"
];
var ComponentReader = class {
	#findings;
	#checks;
	#json;
	constructor(findings, checks) {
		this.#findings = findings;
		this.#checks = checks;
		this.#json = new JsonReader(findings);
	}
	builder(node) {
		const object = this.#json.object(node, "A builder");
		const component = object === void 0 ? void 0 : this.#component(object, "builder", BUILDER_SETTINGS);
		if (object === void 0 || component === void 0) return void 0;
		const name = property(object, "name");
		return {
			...component,
			name: (name === void 0 ? void 0 : this.#json.text(name.value, "The name of a builder")) ?? component.type,
			nameRange: name?.value.range ?? component.typeRange
		};
	}
	provisioner(node, builders) {
		const object = this.#json.object(node, "A provisioner");
		const component = object === void 0 ? void 0 : this.#component(object, "provisioner", PROVISIONER_SETTINGS);
		if (object === void 0 || component === void 0) return void 0;
		const maxRetries = property(object, "max_retries")?.value;
		return {
			...component,
			...this.#selection(object, builders),
			name: void 0,
			override: this.#overrides(object, builders),
			pauseBeforeMs: this.#duration(property(object, "pause_before")) ?? 0,
			timeoutMs: this.#duration(property(object, "timeout")),
			maxRetries: maxRetries === void 0 ? void 0 : this.#retries(maxRetries),
			keepInputArtifact: void 0
		};
	}
	postProcessors(node, builders) {
		if (node.kind !== "json-array") {
			const step = this.#postProcessor(node, builders);
			return step === void 0 ? [] : [step];
		}
		return node.items.flatMap((item) => {
			if (item.kind === "json-array") {
				this.#findings.error({
					code: "nested-post-processors",
					summary: "A chain of post-processors within a chain",
					detail: "An array in \"post-processors\" is one chain, whose items are types or objects, not arrays again.",
					subject: item.openRange,
					context: item.range
				});
				return [];
			}
			const step = this.#postProcessor(item, builders);
			return step === void 0 ? [] : [step];
		});
	}
	#postProcessor(node, builders) {
		if (node.kind === "json-string") {
			const { text: type, range } = node;
			return {
				...NO_SETTINGS,
				type,
				name: type,
				range,
				typeRange: range,
				object: void 0,
				options: []
			};
		}
		const object = this.#json.object(node, "A post-processor");
		const component = object === void 0 ? void 0 : this.#component(object, "post-processor", POST_PROCESSOR_SETTINGS);
		if (object === void 0 || component === void 0) return void 0;
		const name = property(object, "name");
		const keep = property(object, "keep_input_artifact");
		return {
			...NO_SETTINGS,
			...component,
			...this.#selection(object, builders),
			name: (name === void 0 ? void 0 : this.#json.text(name.value, "The name of a post-processor")) ?? component.type,
			keepInputArtifact: keep === void 0 ? void 0 : this.#json.bool(keep.value, "\"keep_input_artifact\"")
		};
	}
	#component(object, kind, settings) {
		const type = property(object, "type");
		const text = type === void 0 ? void 0 : this.#json.text(type.value, `The type of a ${kind}`);
		if (type === void 0 || text === "") this.#findings.error({
			code: "missing-option",
			summary: `A ${kind} without a type`,
			detail: `A ${kind} says what it is: "type": "${EXAMPLES[kind] ?? "shell"}".`,
			subject: type?.value.range ?? object.openRange,
			context: object.range
		});
		if (type === void 0 || text === void 0 || text === "") return void 0;
		const options = object.properties.filter(({ name }) => !settings.includes(name));
		return {
			type: text,
			range: type.range,
			typeRange: type.value.range,
			object,
			options
		};
	}
	#selection(object, builders) {
		const names = (setting) => {
			const written = property(object, setting);
			const items = written === void 0 ? [] : this.#json.texts(written.value, `"${setting}"`);
			for (const { text, node } of items) {
				if (builders.includes(text)) continue;
				this.#unknownBuilder(`"${setting}" names "${text}", and there is no such builder`, text, builders, node.range);
			}
			return items.map(({ text }) => text);
		};
		const [only, except] = [names("only"), names("except")];
		if (only.length > 0 && except.length > 0) this.#checks.error(onlyAndExcept(property(object, "except")?.key.range ?? object.openRange));
		return {
			only,
			except
		};
	}
	#overrides(object, builders) {
		const written = property(object, "override");
		const byBuilder = written === void 0 ? void 0 : this.#json.object(written.value, "\"override\"");
		const overrides = /* @__PURE__ */ new Map();
		for (const { name, key, value } of byBuilder?.properties ?? []) {
			if (!builders.includes(name)) this.#unknownBuilder(`"override" names "${name}", and there is no such builder`, name, builders, key.range);
			const options = this.#json.object(value, `The override for "${name}"`);
			if (options !== void 0) overrides.set(name, options.properties);
		}
		return overrides;
	}
	#unknownBuilder(summary, name, builders, subject) {
		this.#checks.error({
			code: "unknown-builder-name",
			summary,
			detail: `A builder is called by its name, or by its type where it has none, as it is written in the template. There are: ${builders.join(", ")}.${didYouMean(name, builders)}`,
			subject
		});
	}
	#duration(written) {
		if (written === void 0) return void 0;
		const { name, value } = written;
		if (value.kind === "number") return Number(value.text) / 1e6 || void 0;
		const text = this.#json.text(value, `"${name}"`);
		if (text === void 0) return void 0;
		const hint = text.includes("{{") ? " Packer reads it before {{ }} mean anything." : "";
		return stepDuration(name, text, value.range, this.#findings, hint);
	}
	#retries(node) {
		if (node.kind === "number") return {
			text: node.text,
			range: node.range
		};
		const text = this.#json.text(node, "\"max_retries\"");
		return text === void 0 ? void 0 : {
			text,
			range: node.range
		};
	}
};
const EXAMPLES = {
	builder: "amazon-ebs",
	"post-processor": "manifest"
};
const NO_SETTINGS = {
	only: [],
	except: [],
	override: /* @__PURE__ */ new Map(),
	pauseBeforeMs: 0,
	timeoutMs: void 0,
	maxRetries: void 0,
	keepInputArtifact: void 0
};
// src/template/legacy/read-template.ts
const ROOT_KEYS = [
	"min_packer_version",
	"description",
	"variables",
	"sensitive-variables",
	"builders",
	"provisioners",
	"error-cleanup-provisioner",
	"post-processors",
	"push"
];
const HCL_KEYS = [
	"packer",
	"source",
	"build",
	"variable",
	"locals",
	"local",
	"data"
];
function readLegacyTemplate(source, findings) {
	const root = findings.take(parseLegacyJson(source));
	const object = root === void 0 ? void 0 : new JsonReader(findings).object(root, "A template");
	if (object === void 0) return void 0;
	reportDuplicates(object, findings);
	warnOfHclReferences(object, findings);
	return new TemplateReader$1(object, findings).read(source);
}
var TemplateReader$1 = class {
	#root;
	#findings;
	#checks = new Findings();
	#json;
	constructor(root, findings) {
		this.#root = root;
		this.#findings = findings;
		this.#json = new JsonReader(findings);
	}
	read(source) {
		const foreign = this.#root.properties.find(({ name }) => HCL_KEYS.includes(name));
		if (foreign !== void 0 && property(this.#root, "builders") === void 0) {
			this.#hclInJson(foreign, source.filename);
			return;
		}
		for (const each of this.#root.properties) this.#checkKey(each);
		this.#checkVersion(property(this.#root, "min_packer_version"));
		const components = new ComponentReader(this.#findings, this.#checks);
		const builders = this.#items("builders").map((node) => components.builder(node)).filter((each) => each !== void 0);
		const names = builders.map(({ name }) => name);
		for (const [index, builder] of builders.entries()) {
			const earlier = builders[names.indexOf(builder.name)];
			if (earlier !== void 0 && earlier !== builders[index]) this.#findings.error(duplicateBuilder(builder.name, builder, earlier));
		}
		const cleanup = property(this.#root, "error-cleanup-provisioner");
		const written = property(this.#root, "builders");
		if (written === void 0 || written.value.kind === "json-array" && written.value.items.length === 0) this.#noBuilder();
		return {
			description: this.#text("description"),
			variables: this.#variables(),
			sensitiveVariables: new Set(this.#sensitive().map(({ text }) => text)),
			builders,
			provisioners: this.#items("provisioners").map((node) => components.provisioner(node, names)).filter((each) => each !== void 0),
			errorCleanupProvisioner: cleanup === void 0 ? void 0 : components.provisioner(cleanup.value, names),
			postProcessorChains: this.#items("post-processors").map((node) => components.postProcessors(node, names)),
			problems: this.#checks.diagnostics
		};
	}
	#items(name) {
		const written = property(this.#root, name);
		return written === void 0 ? [] : this.#json.array(written.value, `"${name}"`) ?? [];
	}
	#text(name) {
		const written = property(this.#root, name);
		return written === void 0 ? void 0 : this.#json.text(written.value, `"${name}"`);
	}
	#sensitive() {
		const written = property(this.#root, "sensitive-variables");
		return written === void 0 ? [] : this.#json.texts(written.value, "\"sensitive-variables\"");
	}
	#variables() {
		const written = property(this.#root, "variables");
		const object = written === void 0 ? void 0 : this.#json.object(written.value, "\"variables\"");
		const variables = /* @__PURE__ */ new Map();
		for (const { name, key, value } of object?.properties ?? []) {
			const fallback = value.kind === "null" ? void 0 : this.#json.text(value, `The value of the variable "${name}"`);
			if (fallback === void 0 && value.kind !== "null") continue;
			variables.set(name, {
				name,
				fallback,
				range: key.range,
				valueRange: value.range
			});
		}
		return variables;
	}
	#checkKey({ name, key, value }) {
		if (ROOT_KEYS.includes(name)) {
			if (name === "push") this.#findings.warning({
				code: "ignored-block",
				summary: "\"push\" does nothing",
				detail: "The service that it was for has ended; Packer passes it over too. Leave it out.",
				subject: key.range
			});
			return;
		}
		if (name.startsWith("_")) {
			this.#json.text(value, `A comment, as "${name}" is one because of its underscore,`);
			return;
		}
		this.#findings.error({
			code: "unknown-option",
			summary: `Unknown key "${name}" in the template`,
			detail: `A template in the older JSON format can't have "${name}" at its root.${didYouMean(name, ROOT_KEYS)} A key that begins with an underscore, such as "_comment", is a comment.`,
			subject: key.range
		});
	}
	#hclInJson({ name, key }, filename) {
		this.#findings.error({
			code: "hcl-in-json",
			summary: "An HCL2 template in JSON by a name of the older format",
			detail: `"${name}" belongs to HCL2 templates in JSON, which are read from files that end in .pkr.json; a file that ends otherwise is one of the older JSON templates, with "builders". Rename it to ${filename.replace(/\.json$/, "")}.pkr.json.`,
			subject: key.range
		});
	}
	#noBuilder() {
		this.#checks.error({
			code: "nothing-to-build",
			summary: "There is nothing to build",
			detail: "A template has at least one builder: \"builders\": [{ \"type\": \"amazon-ebs\" }].",
			subject: property(this.#root, "builders")?.key.range ?? this.#root.openRange
		});
	}
	#checkVersion(written) {
		const text = written === void 0 ? void 0 : this.#json.text(written.value, "\"min_packer_version\"");
		if (written === void 0 || text === void 0 || text === "") return;
		const wanted = parseVersion(text);
		const ours = parseVersion(PACKER_VERSION);
		if (wanted !== void 0 && ours !== void 0 && compareVersions(ours, wanted) >= 0) return;
		this.#checks.error({
			code: wanted === void 0 ? "invalid-version-constraint" : "unmet-version-constraint",
			summary: wanted === void 0 ? "Invalid version" : `The template needs Packer ${text} or newer`,
			detail: wanted === void 0 ? `${JSON.stringify(text)} is no version; write it such as "1.8.0".` : `What Packer ${PACKER_VERSION} does is done here.`,
			subject: written.value.range
		});
	}
};
// src/template/legacy/reading.ts
function legacyReading(template, values, builds, texts, directory) {
	const { description, variables, sensitiveVariables, builders, provisioners } = template;
	return {
		plugins: [],
		variables: readVariables(template, values),
		locals: [],
		dataSources: [],
		builds: [readBuild(template, builds)],
		legacy: {
			description,
			variables: Array.from(variables.values(), ({ name, fallback }) => {
				return {
					name,
					fallback,
					sensitive: sensitiveVariables.has(name)
				};
			}),
			builders: builders.map(({ name, type }) => ({
				name,
				type
			})),
			provisioners: provisioners.map(({ type }) => type),
			texts
		},
		scope: EMPTY_SCOPE,
		directory
	};
}
function readVariables({ variables, sensitiveVariables }, { values, unknown }) {
	return Array.from(variables.values(), ({ name, range }) => {
		const sensitive = sensitiveVariables.has(name);
		const text = unknown.has(name) ? void 0 : values.get(name);
		const value = text === void 0 ? Value.unknownOf(DYNAMIC) : Value.string(text);
		return {
			name,
			description: void 0,
			sensitive,
			value: sensitive ? value.withMarks([SENSITIVE]) : value,
			range
		};
	});
}
function readBuild(template, builds) {
	const step = ({ type, name }) => ({
		type,
		name: name === type ? void 0 : name
	});
	const cleanup = template.errorCleanupProvisioner;
	return {
		name: "",
		description: template.description,
		sources: builds.map(({ name }) => name),
		provisioners: template.provisioners.map(step),
		errorCleanupProvisioner: cleanup === void 0 ? void 0 : step(cleanup),
		postProcessorChains: template.postProcessorChains.map((chain) => chain.map(step))
	};
}
// src/template/legacy/selection.ts
var NameSelector = class {
	#selection;
	#builders = /* @__PURE__ */ new Set();
	#postProcessors = /* @__PURE__ */ new Set();
	#selected = 0;
	constructor(selection) {
		this.#selection = selection;
	}
	selects(builder) {
		const { only, except } = this.#selection;
		this.#builders.add(builder);
		const selected = (only.length === 0 || only.includes(builder)) && !except.includes(builder);
		if (selected) this.#selected += 1;
		return selected;
	}
	get selectsNothing() {
		return this.#selected === 0;
	}
	drops(postProcessor) {
		this.#postProcessors.add(postProcessor);
		return this.#selection.except.includes(postProcessor);
	}
	diagnostics() {
		const { only, except } = this.#selection;
		const builders = [...this.#builders];
		const all = [...builders, ...this.#postProcessors];
		return [...only.filter((name) => !builders.includes(name)).map((name) => this.#unmatched("only", name, builders)), ...except.filter((name) => !all.includes(name)).map((name) => this.#unmatched("except", name, all))];
	}
	#unmatched(option, name, names) {
		const builders = [...this.#builders].join(", ");
		const listed = builders === "" ? "There are no builds." : `The builds are: ${builders}.`;
		return warningDiagnostic({
			code: "unmatched-selection",
			summary: `"${option}" names "${name}", which fits no build`,
			detail: `${listed}${didYouMean(name, names)} In a JSON template names are given whole, without wildcards and without the type before them.`
		});
	}
};
// src/hcl/values/display.ts
const UNKNOWN_DISPLAY = "<unknown>";
const SENSITIVE_DISPLAY = "<sensitive>";
const LARGEST_WHOLE = new HclNumber(2).pow(63);
function displayValue(value) {
	if (value.isUnknown) return UNKNOWN_DISPLAY;
	if (value.isSensitive) return SENSITIVE_DISPLAY;
	if (!value.isNull && value.type.kind === "string") return value.asString();
	return nested(value, "");
}
function nested(value, indent) {
	if (value.isUnknown) return UNKNOWN_DISPLAY;
	if (value.marks.has("sensitive")) return JSON.stringify(SENSITIVE_DISPLAY);
	if (value.isNull) return "null";
	switch (value.type.kind) {
		case "string": return quoted(value.asString());
		case "number": return displayNumber(value.asNumber());
		case "bool": return String(value.asBool());
		case "map":
		case "object": {
			const entries = Array.from(value.asEntries()).filter(([, item]) => !item.isKnown || !item.isNull || item.marks.has("sensitive")).map(([key, item]) => `${indent}  ${quoted(key)} = ${nested(item, `${indent}  `)}\n`);
			return entries.length === 0 ? "{}" : `{\n${entries.join("")}${indent}}`;
		}
		default: {
			const items = value.asElements().map((item) => `${indent}  ${nested(item, `${indent}  `)},\n`);
			return items.length === 0 ? "[]" : `[\n${items.join("")}${indent}]`;
		}
	}
}
function displayNumber(number) {
	const isWhole = number.isInteger() && number.abs().lt(LARGEST_WHOLE);
	const rounded = new HclNumber(number.toNumber());
	return isWhole ? formatNumber(number) : formatShortest(rounded.isFinite() ? rounded : number);
}
function quoted(text) {
	return JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}
// src/template/legacy/single-texts.ts
var SingleTexts = class {
	variables;
	#renderer;
	constructor({ values, unknown }, sensitive, surroundings, noted) {
		const secrets = [...Array.from(sensitive, (name) => values.get(name) ?? ""), ...noted.texts].filter((text) => text !== "").sort((a, b) => b.length - a.length);
		const shown = /* @__PURE__ */ new Map();
		for (const [name, value] of values) {
			const display = sensitive.has(name) ? SENSITIVE_DISPLAY : withoutSecrets(value, secrets);
			shown.set(name, unknown.has(name) ? UNKNOWN_DISPLAY : display);
		}
		this.variables = shown;
		this.#renderer = new TextRenderer({
			...surroundings,
			announced: [],
			userVariables: {
				names: shown,
				value: (name) => shown.get(name) ?? "",
				sensitive: /* @__PURE__ */ new Set()
			}
		});
	}
	get functions() {
		return this.#renderer.functionNames;
	}
	render(source) {
		const text = source.text.slice(source.start);
		const named = {
			what: "this text",
			isSensitive: false,
			place: (part) => ({ subject: source.range(source.start + (part?.start ?? 0), source.start + (part?.end ?? text.length)) })
		};
		try {
			const undeclared = this.#renderer.undeclaredVariables(text).map((each) => undeclaredVariable(each, named));
			const rendered = this.#renderer.untilStable(text, void 0);
			return {
				value: rendered.text,
				diagnostics: [...undeclared, ...rendered.withoutValue.map((action) => withoutValue(action, text, named))]
			};
		} catch (thrown) {
			if (!(thrown instanceof GoTemplateProblem)) throw thrown;
			return {
				value: void 0,
				diagnostics: [textProblem(thrown, named)]
			};
		}
	}
};
function withoutSecrets(text, secrets) {
	return secrets.reduce((shown, secret) => shown.replaceAll(secret, SENSITIVE_DISPLAY), text);
}
// src/template/legacy/user-variables.ts
const MAX_STEPS = 100;
const FIELD_ACTION = /\{\{\s?\..*?\s?\}\}/g;
function userVariables(request) {
	return new Resolver(request).resolveAll();
}
var Resolver = class {
	#request;
	#definitions = /* @__PURE__ */ new Map();
	#values = /* @__PURE__ */ new Map();
	#underWay = [];
	#failed = /* @__PURE__ */ new Set();
	#unknown = /* @__PURE__ */ new Set();
	#sensitive;
	#renderer;
	constructor(request) {
		this.#request = request;
		this.#sensitive = new Set(request.template.sensitiveVariables);
		for (const { name, fallback, valueRange } of request.template.variables.values()) if (fallback !== void 0) this.#definitions.set(name, {
			text: fallback,
			range: valueRange
		});
		for (const { name, text, range } of request.given) this.#definitions.set(name, {
			text,
			range
		});
		this.#renderer = new TextRenderer({
			...request.surroundings,
			userVariables: {
				names: this.#definitions,
				value: (name) => this.#referenced(name),
				sensitive: this.#sensitive
			},
			environment: request.environment,
			remote: (name, args) => this.#remote(name, args)
		});
	}
	resolveAll() {
		this.#reportUnset();
		for (const name of this.#definitions.keys()) this.#resolve(name);
		return {
			values: this.#values,
			unknown: this.#unknown,
			sensitive: this.#sensitive
		};
	}
	#remote(name, args) {
		const answer = this.#request.remote(name, args);
		if (answer.kind === "unknown") this.#unknownUnderWay();
		return answer;
	}
	#unknownUnderWay() {
		for (const name of this.#underWay) this.#unknown.add(name);
	}
	#reportUnset() {
		for (const { name, range } of this.#request.template.variables.values()) {
			if (this.#definitions.has(name)) continue;
			this.#request.findings.error({
				code: "unset-variable",
				summary: `Unset variable "${name}"`,
				detail: `The variable is null in the template, which means that a value has to be given. Give one in the input vars (or with -var ${name}=VALUE), or in a variable file in JSON.`,
				subject: range
			});
		}
	}
	#resolve(name) {
		const definition = this.#definitions.get(name);
		if (definition === void 0 || this.#failed.has(name)) return void 0;
		const known = this.#values.get(name);
		if (known !== void 0) return known;
		this.#underWay.push(name);
		try {
			const value = this.#render(definition.text);
			if (this.#sensitive.has(name)) this.#request.surroundings.noted?.noteText(value);
			else if (this.#renderer.asksForSensitive(definition.text)) this.#sensitive.add(name);
			this.#values.set(name, value);
			return value;
		} catch (thrown) {
			if (!(thrown instanceof GoTemplateProblem)) throw thrown;
			this.#failed.add(name);
			this.#report(name, definition, thrown);
			return;
		} finally {
			this.#underWay.pop();
		}
	}
	#render(text) {
		const fields = [];
		const masked = text.replace(FIELD_ACTION, (field) => `\u{F0000}${fields.push(field) - 1}\u{F0001}`);
		if (fields.length === 0) return this.#renderer.atPlan(text).text;
		const { text: rendered } = this.#renderer.atPlan(masked);
		return rendered.replace(/\u{F0000}(\d+)\u{F0001}/gu, (_, index) => fields[Number(index)] ?? "");
	}
	#referenced(name) {
		const { template } = this.#request;
		if (this.#underWay.includes(name)) throw new GoTemplateProblem(`The variable "${name}" refers to itself: ${[...this.#underWay.slice(this.#underWay.indexOf(name)), name].join(" → ")}`, "variable-cycle");
		if (this.#underWay.length > MAX_STEPS) throw new GoTemplateProblem(`Variables refer to each other over more than ${MAX_STEPS} steps`, "variable-depth");
		const value = this.#resolve(name);
		if (this.#unknown.has(name)) this.#unknownUnderWay();
		if (value !== void 0) return value;
		if (this.#definitions.has(name)) throw new GoTemplateProblem(`The variable "${name}" has no value, as said there`, "failed-variable");
		const isUnset = template.variables.has(name);
		throw new GoTemplateProblem(isUnset ? `The variable "${name}" has no value` : `There is no variable "${name}"`, isUnset ? "failed-variable" : "undeclared-variable", { remedy: didYouMean(name, this.#definitions.keys()) });
	}
	#report(name, { text, range }, problem) {
		if (problem.code === "failed-variable") return;
		const { findSource, findings } = this.#request;
		const isSensitive = this.#sensitive.has(name) || this.#renderer.asksForSensitive(text);
		const place = placeIn$1(range, text, findSource);
		findings.add([textProblem(problem, {
			what: `the variable "${name}"`,
			isSensitive,
			place
		})]);
	}
};
// src/template/legacy/variable-files.ts
const HCL_ASSIGNMENT = /^\s*(?:(?:#|\/\/).*\n\s*)*[\w-]+\s*=/;
function legacyVariableFile(source, findings) {
	const named = source.filename.endsWith(".hcl");
	const { value: root, diagnostics } = parseJson(source);
	if (named || hasErrors(diagnostics) && HCL_ASSIGNMENT.test(source.text.slice(source.start))) {
		findings.error({
			code: "invalid-variable-file",
			summary: "A variable file in HCL for a JSON template",
			detail: `Variable files of a template in the older JSON format are JSON, with strings as values: { "name": "value" }. ${named ? `Write "${source.filename}" so.` : "This looks like HCL."}`,
			subject: source.range(source.start, source.start)
		});
		return [];
	}
	findings.add(diagnostics);
	const json = new JsonReader(findings);
	return ((root === void 0 ? void 0 : json.object(root, "A variable file"))?.properties ?? []).flatMap(({ name, value }) => {
		if (value.kind === "null") return {
			name,
			text: "",
			range: value.range
		};
		const text = json.text(value, `The value of the variable "${name}", as every one in the file of a JSON template,`);
		if (text !== void 0) return {
			name,
			text,
			range: value.range
		};
		return value.kind === "number" ? {
			name,
			text: value.text,
			range: value.range
		} : [];
	});
}
// src/template/legacy/load-legacy-template.ts
function loadLegacyTemplate(request, ports, { directory }, source, findings) {
	return new LegacyLoader(request, ports, directory, findings).load(source);
}
async function textsWithoutTemplate(request, ports) {
	const findings = new Findings();
	return {
		value: await new LegacyLoader(request, ports, request.workingDirectory, findings).textsAlone(),
		diagnostics: findings.diagnostics
	};
}
var LegacyLoader = class {
	#request;
	#ports;
	#directory;
	#findings;
	#sources = /* @__PURE__ */ new Map();
	#remote;
	#noted = new NotedSecrets();
	constructor(request, ports, directory, findings) {
		this.#request = request;
		this.#ports = ports;
		this.#directory = directory;
		this.#findings = findings;
		this.#remote = new RemoteAnswers(request.evaluateDataSources ? ports.askRemote : void 0, ports.signal);
	}
	async load(source) {
		this.#sources.set(source.filename, source);
		const template = readLegacyTemplate(source, this.#findings);
		const given = this.#given();
		if (template === void 0) {
			const diagnostics = withoutFollowUps(this.#findings.diagnostics, source);
			const { spans: hidden, texts } = this.#unread(source, NO_TEMPLATE, diagnostics);
			return {
				value: void 0,
				diagnostics,
				sensitiveValues: [...this.#urlPasswords(), ...texts],
				hidden,
				reading: void 0,
				judged: []
			};
		}
		const isReadable = !hasErrors(this.#findings.diagnostics);
		this.#findings.add(template.problems);
		const variables = await this.#variables(template, given);
		const builds = await this.#builds(template, variables);
		const known = this.#sensitiveValues(template, given, variables.values, builds);
		const diagnostics = withoutFollowUps(this.#findings.diagnostics, source);
		const { spans: hidden, texts: unread } = this.#unread(source, template, diagnostics);
		const sensitiveValues = [.../* @__PURE__ */ new Set([...known, ...unread])];
		const texts = this.#texts(template, variables);
		const reading = isReadable ? legacyReading(template, variables, builds, texts, this.#directory) : void 0;
		const judged = isReadable ? builds : [];
		if (hasErrors(diagnostics)) return {
			value: void 0,
			diagnostics,
			sensitiveValues,
			hidden,
			reading,
			judged
		};
		return {
			value: deepFreeze({
				template: this.#request.template,
				builds
			}),
			diagnostics,
			sensitiveValues,
			hidden,
			reading,
			judged
		};
	}
	async textsAlone() {
		return this.#texts(NO_TEMPLATE, await this.#variables(NO_TEMPLATE, this.#given()));
	}
	#texts({ sensitiveVariables }, variables) {
		return new SingleTexts(variables, sensitiveVariables, this.#surroundings(), this.#noted);
	}
	#given() {
		const { workingDirectory, variableFiles, variables } = this.#request;
		return [...variableFiles.flatMap((name) => {
			const source = this.#findings.take(readSource(name, workingDirectory, this.#ports.fileSystem));
			if (source === void 0) return [];
			this.#sources.set(source.filename, source);
			return legacyVariableFile(source, this.#findings);
		}), ...variables.map(({ name, value }) => ({
			name,
			text: value,
			range: void 0
		}))];
	}
	async #variables(template, given) {
		const { variables, findings } = await this.#remote.settle(() => {
			const findings = new Findings();
			return {
				variables: userVariables({
					template,
					given,
					surroundings: this.#surroundings(),
					environment: this.#ports.environment,
					remote: this.#remote.lookUp,
					findSource: (filename) => this.#sources.get(filename),
					findings
				}),
				findings
			};
		});
		this.#findings.add(findings.diagnostics);
		return variables;
	}
	async #builds(template, { values, unknown, sensitive }) {
		const selector = new NameSelector(this.#request);
		const declared = /* @__PURE__ */ new Set([...template.variables.keys(), ...values.keys()]);
		const builds = await planLegacyBuilds({
			turns: new Turns(this.#ports.signal),
			template,
			catalog: this.#ports.catalog,
			selector,
			findSource: (filename) => this.#sources.get(filename),
			remote: this.#remote,
			findings: this.#findings,
			renderer: (build, builder) => new TextRenderer({
				...this.#surroundings(),
				buildName: build?.name,
				buildType: build?.type,
				announced: build === void 0 ? [] : [...COMMON_BUILD_NAMES, ...builder?.generatedNames ?? []],
				buildNames: buildDataNames(builder),
				userVariables: {
					names: declared,
					unknown,
					value: (name) => values.get(name) ?? "",
					sensitive
				}
			})
		});
		this.#findings.add(selector.diagnostics());
		if (selector.selectsNothing && !hasErrors(this.#findings.diagnostics)) this.#findings.error({
			code: "nothing-to-build",
			summary: "There is nothing to build",
			detail: `"only" and "except" leave no build of the template "${this.#request.template}".`
		});
		return builds;
	}
	#surroundings() {
		return {
			noted: this.#noted,
			startTime: this.#ports.startTime,
			ids: this.#ports.ids,
			packerVersion: PACKER_VERSION,
			workingDirectory: this.#request.workingDirectory,
			templateDirectory: this.#directory,
			buildName: void 0,
			buildType: void 0
		};
	}
	#sensitiveValues({ variables, sensitiveVariables }, given, values, builds) {
		const texts = [...sensitiveVariables].flatMap((name) => [values.get(name) ?? variables.get(name)?.fallback ?? "", ...given.filter((each) => each.name === name).map(({ text }) => text)]);
		const inOptions = sensitiveOptions(builds, this.#ports.catalog);
		return [.../* @__PURE__ */ new Set([
			...texts.filter((text) => text !== ""),
			...this.#noted.texts,
			...inOptions,
			...this.#urlPasswords()
		])];
	}
	#unread(template, { variables, sensitiveVariables }, diagnostics) {
		const sensitive = new Map(Array.from(variables.keys(), (name) => [name, sensitiveVariables.has(name)]));
		const optionNames = sensitiveOptionNames(this.#ports.catalog);
		const spans = Array.from(this.#sources.values()).flatMap((source) => source === template ? secretLiterals(source, optionNames) : valuesInVariableFile(source, sensitive));
		return unreadSecrets(this.#sources.values(), spans, diagnostics);
	}
	#urlPasswords() {
		return Array.from(this.#sources.values()).flatMap(({ text }) => urlPasswords(text));
	}
};
const NO_TEMPLATE = {
	description: void 0,
	variables: /* @__PURE__ */ new Map(),
	sensitiveVariables: /* @__PURE__ */ new Set(),
	builders: [],
	provisioners: [],
	errorCleanupProvisioner: void 0,
	postProcessorChains: [],
	problems: []
};
// src/template/parse-template-file.ts
function parseTemplateFile(source) {
	const { body, diagnostics } = source.filename.endsWith(".json") ? parseJsonFile(source) : parseFile(source);
	return {
		body,
		diagnostics: explainQuotesInBraces(source, diagnostics)
	};
}
function checkSyntax({ templates, isLegacy }) {
	if (!isLegacy) return templates.flatMap((source) => parseTemplateFile(source).diagnostics);
	return templates.flatMap((source) => {
		const findings = new Findings();
		readLegacyTemplate(source, findings);
		return withoutFollowUps(findings.diagnostics, source);
	});
}
// src/template/reading.ts
function readTemplate$1({ declarations, variables, locals, builds, selection, ...rest }) {
	const selector = new BuildSelector(selection);
	return {
		plugins: declarations.plugins,
		variables: Array.from(declarations.variables.values(), ({ name, description, sensitive, range }) => {
			return {
				name,
				description,
				sensitive,
				value: variables.get(name) ?? Value.unknownOf(DYNAMIC),
				range
			};
		}),
		locals: Array.from(locals, ([name, value]) => ({
			name,
			value
		})),
		dataSources: declarations.dataSources.map(({ labels: [type, name] }) => {
			return {
				type: type?.text ?? "",
				name: name?.text ?? ""
			};
		}),
		builds: builds.flatMap((build) => {
			const sources = build.sources.filter(({ source }) => selector.selects(fullBuildName(build.name, source)));
			return sources.length === 0 && build.sources.length > 0 ? [] : [readBuildSummary(build, sources)];
		}),
		scope: childScope(rest.scope, [["var", Value.object(variables)]]),
		directory: rest.directory
	};
}
function readBuildSummary(declaration, sources) {
	const { name, description, provisioners, errorCleanupProvisioner: cleanup, postProcessorChains } = declaration;
	return {
		name,
		description,
		sources: sources.map(({ source }) => `${source.type}.${source.localName}`),
		provisioners: provisioners.map(readStep),
		errorCleanupProvisioner: cleanup === void 0 ? void 0 : readStep(cleanup),
		postProcessorChains: postProcessorChains.map((chain) => chain.map(readStep))
	};
}
const NAME = shape(["name"]);
function readStep({ block, scope }) {
	const quiet = new Findings();
	const { attributes } = contentOf(block.body, NAME, quiet);
	const unknown = Value.unknownOf(DYNAMIC);
	const inStep = {
		parent: scope,
		variables: /* @__PURE__ */ new Map([["build", unknown]])
	};
	return {
		type: block.labels[0]?.text ?? "",
		name: constantText(attributes.get("name"), quiet, inStep)
	};
}
// src/template/syntax-first.ts
const FOLLOW_UPS = /* @__PURE__ */ new Set([
	"missing-sources",
	"missing-option",
	"nothing-to-build",
	"undeclared-variable",
	"undeclared-local",
	"undeclared-data-source",
	"unknown-source",
	"unmatched-override",
	"unmatched-selection"
]);
function syntaxFirst(diagnostics, syntax) {
	if (syntax.size === 0) return diagnostics;
	return [...diagnostics.filter((each) => syntax.has(each)), ...diagnostics.filter((each) => !syntax.has(each) && !FOLLOW_UPS.has(each.code))];
}
// src/template/template-files.ts
const ENDING = ".pkr.hcl";
const ENDINGS = [ENDING, ".pkr.json"];
const AUTO_VARIABLES_ENDINGS = [".auto.pkrvars.hcl", ".auto.pkrvars.json"];
function readTemplateFiles(path, workingDirectory, files, configType) {
	const absolute = resolve(workingDirectory, path);
	const kind = kindAt$1(absolute, files);
	if (kind === "directory") return readFolder(path, workingDirectory, files);
	const root = dirname$1(path);
	const directory = dirname$1(absolute);
	const isLegacy = !isTemplate(path) && configType !== "hcl2";
	const common = {
		isLegacy,
		autoVariables: [],
		root,
		directory
	};
	const refusal = kind === void 0 ? notFound(path, absolute, files) : isLegacy ? refusalByName(path) : void 0;
	if (refusal !== void 0) return {
		...common,
		templates: [],
		diagnostics: [errorDiagnostic(refusal)]
	};
	const { value, diagnostics } = readSource(path, workingDirectory, files);
	return {
		...common,
		templates: value === void 0 ? [] : [value],
		diagnostics
	};
}
function readFolder(path, workingDirectory, files) {
	const directory = resolve(workingDirectory, path);
	const diagnostics = [];
	const listed = listFolder(path, directory, files);
	if (listed.value === void 0) return {
		isLegacy: false,
		templates: [],
		autoVariables: [],
		root: path.replaceAll("\\", "/"),
		directory,
		diagnostics: listed.diagnostics
	};
	const names = listed.value.filter((name) => kindAt$1(join$1(directory, name), files) !== "directory").sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
	const read = (endings) => endings.flatMap((ending) => names.filter((name) => name.endsWith(ending))).flatMap((name) => {
		const result = kindAt$1(join$1(directory, name), files) === void 0 ? {
			value: void 0,
			diagnostics: [leadsNowhere(join$1(path, name))]
		} : readSource(join$1(path, name), workingDirectory, files);
		diagnostics.push(...result.diagnostics);
		return result.value === void 0 ? [] : [result.value];
	});
	if (!names.some(isTemplate)) diagnostics.push(errorDiagnostic(emptyFolder(path, directory, names)));
	return {
		isLegacy: false,
		templates: read(ENDINGS),
		autoVariables: read(AUTO_VARIABLES_ENDINGS),
		root: path.replaceAll("\\", "/"),
		directory,
		diagnostics
	};
}
function leadsNowhere(name) {
	return errorDiagnostic({
		code: "unreadable-file",
		summary: `The file "${name}" can't be read`,
		detail: `It is a link to something that is not there, and part of the template by its name. Mend the link or remove it.`
	});
}
function isTemplate(name) {
	return ENDINGS.some((ending) => name.endsWith(ending));
}
function notFound(path, absolute, files) {
	const parent = dirname$1(absolute);
	const neighbours = kindAt$1(parent, files) === "directory" ? listFolder(parent, parent, files).value ?? [] : [];
	return {
		code: "template-not-found",
		summary: `There is no template "${path}"`,
		detail: `Neither a file nor a folder is at ${absolute}. Name a file that ends in ${ENDINGS.join(" or ")}, or the folder that holds such files.${didYouMean(basename$1(absolute), neighbours)}`
	};
}
function refusalByName(path) {
	if (!path.endsWith(".hcl")) return void 0;
	return {
		code: "not-a-template",
		summary: `"${path}" is not named as a template`,
		detail: `Only a file whose name ends in ${ENDINGS.join(" or ")} is read as an HCL2 template, as in Packer. Rename it, name the folder that holds the template, or say -config-type=hcl2.`
	};
}
function emptyFolder(path, directory, names) {
	const similar = names.filter((name) => name.endsWith(".hcl") && !name.endsWith(".pkrvars.hcl"));
	const json = names.filter((name) => name.endsWith(".json"));
	const hint = similar.length > 0 ? ` There is ${similar.join(", ")}: only names that end in ${ENDING} count.` : json.length > 0 ? ` There is ${json.join(", ")}: a template in the older JSON format is named itself, not its folder.` : "";
	return {
		code: "no-template-files",
		summary: `There is no template in the folder "${path}"`,
		detail: `No file in ${directory} has a name that ends in ${ENDINGS.join(" or ")}; sub-folders are not searched.${hint}`
	};
}
// src/template/undeclared-variables.ts
function reportUndeclared(assignments, declared, warn, findings) {
	for (const { name, origin, range } of assignments) {
		if (declared.has(name) || origin === "environment") continue;
		const parts = {
			code: "undeclared-variable",
			summary: `Value for undeclared variable "${name}"`,
			detail: `The template declares no variable "${name}".${didYouMean(name, declared.keys())} To declare it, write variable "${name}" {} in the template.`,
			...range === void 0 ? {} : { subject: range }
		};
		if (origin === "command") findings.error(parts);
		else if (warn) findings.warning(parts);
	}
}
// src/template/dependency-order.ts
const MOST_NAMES_IN_CYCLES = 1e4;
function dependencyOrder(dependencies) {
	const order = [];
	const cycles = [];
	const circular = /* @__PURE__ */ new Set();
	const done = /* @__PURE__ */ new Set();
	let names = 0;
	for (const start of dependencies.keys()) {
		const trail = [];
		const places = /* @__PURE__ */ new Map();
		const enter = (name) => {
			places.set(name, trail.length);
			trail.push({
				name,
				next: 0,
				leadsTo: Number.POSITIVE_INFINITY
			});
		};
		if (!done.has(start)) enter(start);
		for (let top = trail.at(-1); top !== void 0; top = trail.at(-1)) {
			const child = dependencies.get(top.name)?.[top.next];
			top.next += 1;
			if (child === void 0) {
				trail.pop();
				places.delete(top.name);
				done.add(top.name);
				order.push(top.name);
				if (top.leadsTo <= trail.length) circular.add(top.name);
				const around = trail.at(-1);
				if (around !== void 0 && top.leadsTo < trail.length) around.leadsTo = Math.min(around.leadsTo, top.leadsTo);
				continue;
			}
			const place = places.get(child);
			if (place !== void 0) {
				top.leadsTo = Math.min(top.leadsTo, place);
				if (names < MOST_NAMES_IN_CYCLES) {
					const cycle = trail.slice(place).map(({ name }) => name);
					names += cycle.length;
					cycles.push(cycle);
				}
			} else if (dependencies.has(child) && !done.has(child)) enter(child);
		}
	}
	return {
		order,
		cycles,
		circular
	};
}
// src/template/value-graph.ts
const ALL_BEFORE = "*";
const STEPS_PER_KEY = 16;
async function evaluateGraph(request) {
	return new ValueGraph(request).evaluate();
}
var ValueGraph = class {
	#request;
	#nodes = /* @__PURE__ */ new Map();
	#types = /* @__PURE__ */ new Map();
	#values = /* @__PURE__ */ new Map();
	#turns;
	#typeNames;
	#noData;
	#order = [];
	constructor(request) {
		this.#request = request;
		this.#turns = new Turns(request.signal);
		for (const [name, declaration] of request.locals) this.#nodes.set(`local.${name}`, {
			kind: "local",
			name,
			declaration
		});
		for (const [name, declaration] of request.data) {
			const key = `data.${name}`;
			this.#nodes.set(key, {
				kind: "data",
				name,
				declaration
			});
			const type = `data.${splitOnce(name)[0]}`;
			const ofType = this.#types.get(type);
			if (ofType === void 0) this.#types.set(type, [key]);
			else ofType.push(key);
		}
		this.#typeNames = Array.from(this.#types.keys(), (key) => splitOnce(key)[1]);
		this.#noData = dataObject(/* @__PURE__ */ new Map(), this.#typeNames);
	}
	async evaluate() {
		const ofNodes = Array.from(this.#nodes, ([key, node]) => [key, this.#uses(node)]);
		const uses = new Map([...ofNodes, ...this.#types]);
		const { order, cycles, circular } = dependencyOrder(uses);
		this.#order = order;
		for (const key of circular) if (this.#nodes.has(key)) this.#values.set(key, Value.unknownOf(DYNAMIC));
		for (const cycle of cycles) this.#reportCycle(cycle);
		const done = /* @__PURE__ */ new Map();
		let allBefore = Promise.resolve();
		for (const [index, key] of order.entries()) {
			if (this.#values.has(key)) continue;
			const keys = uses.get(key) ?? [];
			const node = this.#nodes.get(key);
			const isAfterAll = keys.includes(ALL_BEFORE);
			const before = isAfterAll ? allBefore : Promise.all(keys.map((each) => done.get(each) ?? Promise.resolve()));
			const evaluated = node === void 0 ? before.then(() => void 0) : this.#evaluateAfter(before, key, node, {
				keys,
				first: isAfterAll ? index : 0
			});
			done.set(key, evaluated);
			allBefore = Promise.all([allBefore, evaluated]);
		}
		await allBefore;
		return {
			locals: this.#ofKind("local", this.#values.keys()),
			data: this.#ofKind("data", this.#values.keys())
		};
	}
	async #evaluateAfter(before, key, node, seen) {
		await before;
		await this.#turns.next();
		const scope = this.#scopeWith(seen);
		this.#values.set(key, await (node.kind === "local" ? this.#local(node, scope) : this.#data(node, scope)));
	}
	#scopeWith({ keys, first }) {
		const { scope } = this.#request;
		const sizes = keys.map((key) => this.#types.get(key)?.length ?? 1);
		const ofTypes = first > 0 || keys.some((key) => key.startsWith("data.")) ? this.#types.size : 0;
		const size = sizes.reduce((sum, each) => sum + each, first + ofTypes);
		if (functionsOf(scope)?.environment.budget.trySteps(STEPS_PER_KEY * size) === false) return childScope(scope, ["local", "data"].map((name) => [name, Value.unknownOf(DYNAMIC)]));
		const seen = [...this.#order.slice(0, first), ...keys.flatMap((key) => this.#types.get(key) ?? [key])];
		return childScope(scope, [["local", Value.object(this.#ofKind("local", seen))], ["data", ofTypes === 0 ? this.#noData : dataObject(this.#ofKind("data", seen), this.#typeNames)]]);
	}
	async #local({ declaration }, scope) {
		const { findings, remote } = this.#request;
		const value = findings.take(await remote.settle(() => evaluate(declaration.expression, scope)));
		return declaration.sensitive ? value.withMarks([SENSITIVE]) : value;
	}
	async #data({ declaration }, scope) {
		const { findings, remote, readsData, signal, texts } = this.#request;
		const { source } = declaration;
		if (source === void 0) return dataValue(void 0, void 0, void 0);
		const { decoded, ready, diagnostics } = await remote.settle(() => decodeData(declaration, source, scope, texts));
		findings.add(diagnostics);
		if (!readsData || !ready) return dataValue(source, decoded.options, void 0);
		const read = await readData(declaration, source, decoded, signal);
		findings.add(read.diagnostics);
		return dataValue(source, decoded.options, read.outputs);
	}
	#ofKind(kind, keys) {
		const found = /* @__PURE__ */ new Map();
		for (const key of keys) {
			const node = this.#nodes.get(key);
			const value = this.#values.get(key);
			if (node?.kind === kind && value !== void 0) found.set(node.name, value);
		}
		return found;
	}
	#uses(node) {
		const found = node.kind === "local" ? references(node.declaration.expression) : usedIn(node.declaration.block.body);
		return [...new Set(found.flatMap((traversal) => this.#used(traversal)))];
	}
	#used({ root, steps }) {
		const [first, second] = steps.map((step) => String(step.kind === "attribute" ? step.name : step.key));
		if (root !== "local" && root !== "data") return [];
		if (first === void 0) return [ALL_BEFORE];
		const key = root === "local" ? `local.${first}` : second === void 0 ? `data.${first}` : `data.${first}.${second}`;
		return this.#nodes.has(key) || this.#types.has(key) ? [key] : [];
	}
	#reportCycle(cycle) {
		const { findings } = this.#request;
		const start = cycle.findIndex((key) => this.#nodes.has(key));
		const names = [...cycle.slice(start), ...cycle.slice(0, start + 1)];
		const own = new Set(names.filter((key) => this.#nodes.has(key)));
		const node = this.#nodes.get(names[0] ?? "");
		const subject = node === void 0 ? void 0 : rangeOf(node);
		const onlyLocals = cycle.every((key) => key.startsWith("local."));
		const many = onlyLocals ? "Locals that need each other" : "Locals and data sources that need each other";
		const one = onlyLocals ? `A local that needs itself: ${node?.name}` : `A data source that needs itself: ${node?.name}`;
		findings.error({
			code: onlyLocals ? "local-cycle" : "data-source-cycle",
			summary: own.size === 1 ? one : many,
			detail: `None of these can be computed first: ${names.join(" → ")}.`,
			...subject === void 0 ? {} : { subject }
		});
	}
};
function dataObject(data, declaredTypes = []) {
	const types = /* @__PURE__ */ new Map();
	for (const type of declaredTypes) types.set(type, /* @__PURE__ */ new Map());
	for (const [key, value] of data) {
		const [type, name] = splitOnce(key);
		const named = types.get(type) ?? /* @__PURE__ */ new Map();
		types.set(type, named.set(name, value));
	}
	return Value.object(Array.from(types, ([type, named]) => [type, Value.object(named)]));
}
function splitOnce(key) {
	const dot = key.indexOf(".");
	return [key.slice(0, dot), key.slice(dot + 1)];
}
function usedIn(body) {
	return bodyParts(body).flatMap((part) => {
		if (part.kind === "json-body") return references(jsonExpression(part.value));
		return [...Array.from(part.attributes.values()).flatMap(({ expression }) => references(expression)), ...part.blocks.flatMap((block) => usedIn(block.body))];
	});
}
function rangeOf({ kind, declaration }) {
	return kind === "local" ? declaration.range : declaration.block.headerRange;
}
// src/template/variable-files.ts
const DECLARATION = {
	attributes: [],
	blocks: [{
		type: "variable",
		labels: ["name"]
	}]
};
function fileAssignments(source, origin, declared, findings) {
	const { body, diagnostics } = parseTemplateFile(source);
	findings.add(diagnostics);
	if (body.kind === "json-body" && body.value.kind === "null") return [];
	const declarations = bodyParts(body).filter(({ kind }) => kind === "json-body").flatMap((part) => partialContent(part, DECLARATION).blocks);
	if (declarations.length > 0) {
		findings.add(declarations.map(blockInVariableFile));
		return [];
	}
	const content = justAttributes(body, blockInVariableFile);
	findings.add(content.diagnostics);
	return Array.from(content.attributes.values(), ({ name, expression, nameRange }) => ({
		name,
		given: { value: declared.has(name) ? findings.take(evaluate(expression, EMPTY_SCOPE)) : Value.unknownOf(DYNAMIC) },
		origin,
		range: nameRange
	}));
}
function blockInVariableFile({ type, headerRange }) {
	const declares = type === "variable" || type === "variables";
	return errorDiagnostic({
		code: "block-in-variable-file",
		summary: declares ? "Variable declared in a variable file" : "A block in a variable file",
		detail: declares ? `A variable file gives values: name = value. Declare the variable in a file whose name ends in .pkr.hcl.` : `A variable file holds only lines such as name = value. Blocks of type "${type}" belong in a file whose name ends in .pkr.hcl.`,
		subject: headerRange
	});
}
// src/template/variable-values.ts
const MAXIMUM_SHOWN = 100;
function variableValues(declarations, assignments, scope, findings) {
	const given = /* @__PURE__ */ new Map();
	for (const assignment of assignments) {
		const declaration = declarations.get(assignment.name);
		if (declaration === void 0) continue;
		given.set(assignment.name, {
			value: typedValue(assignment, declaration, findings),
			assignment
		});
	}
	const values = /* @__PURE__ */ new Map();
	const refused = /* @__PURE__ */ new Map();
	for (const [name, declaration] of declarations) {
		const assigned = given.get(name);
		const value = assigned === void 0 ? declaration.fallback : assigned.value;
		if (value === void 0 && assigned === void 0) reportUnset(declaration, findings);
		const marked = (each) => declaration.sensitive ? each.withMarks([SENSITIVE]) : each;
		const fits = value?.isKnown && validateValue(declaration, value, assigned?.assignment, scope, findings);
		values.set(name, marked(value !== void 0 && fits ? value : Value.unknownOf(DYNAMIC)));
		if (value !== void 0 && !fits) refused.set(name, marked(value));
	}
	return {
		values,
		refused
	};
}
function typedValue(assignment, declaration, findings) {
	const { given, range } = assignment;
	const raw = "value" in given ? given.value : textValue(given.text, assignment, declaration, findings);
	if (raw === void 0) return void 0;
	const converted = convert(raw, declaration.type);
	if (converted.ok) return converted.value;
	const { path, message } = converted.error;
	findings.error({
		code: "invalid-variable-value",
		summary: `Invalid value for variable "${declaration.name}"`,
		detail: `The value ${shown(assignment, declaration)}from ${giver(assignment)} does not fit: ${describePath(path)}${path.length > 0 ? ": " : ""}${message}.`,
		subject: range ?? declaration.range
	});
}
function textValue(text, assignment, declaration, findings) {
	const { name, type, range, sensitive } = declaration;
	if (type.kind === "string" || type.kind === "number" || type.kind === "dynamic") return Value.string(text);
	const parsed = parseExpression(text, `<value of ${name}>`);
	const result = parsed.value === void 0 ? void 0 : evaluate(parsed.value, EMPTY_SCOPE);
	const problems = [...parsed.diagnostics, ...result?.diagnostics ?? []];
	if (result !== void 0 && !hasErrors(problems)) return result.value;
	const reason = sensitive ? "." : `: ${problems[0]?.detail ?? "it is empty."}`;
	findings.error({
		code: "invalid-variable-value",
		summary: `Invalid value for variable "${name}"`,
		detail: `The value ${shown(assignment, declaration)}from ${giver(assignment)} can't be read as HCL${reason} A value of this type is written as in a template, for example ${exampleOf(type.kind)}.`,
		subject: range
	});
}
function exampleOf(kind) {
	if (kind === "bool") return "true";
	return kind === "map" || kind === "object" ? "{ key = \"value\" }" : "[\"a\", \"b\"]";
}
function shown({ given }, { sensitive }) {
	if (sensitive) return "";
	const text = "value" in given ? inspect(given.value) : quoted(given.text);
	return `${text.length <= MAXIMUM_SHOWN ? text : `${text.slice(0, MAXIMUM_SHOWN)}…`} `;
}
function reportUnset({ name, range }, findings) {
	findings.error({
		code: "unset-variable",
		summary: `Unset variable "${name}"`,
		detail: `The variable has no default, and no value was given. Give one in the input vars (or with -var ${name}=VALUE), in a variable file, or in the environment as PKR_VAR_${name}; or give the variable a default.`,
		subject: range
	});
}
// src/template/load-template.ts
async function loadTemplate(request, ports) {
	const findings = new Findings();
	const files = readTemplateFiles(request.template, request.workingDirectory, ports.fileSystem, request.configType);
	findings.add(files.diagnostics);
	if (files.templates.length === 0) return {
		value: void 0,
		diagnostics: findings.diagnostics,
		sensitiveValues: [],
		hidden: [],
		reading: void 0,
		judged: []
	};
	const [first] = files.templates;
	if (files.isLegacy && first !== void 0) return loadLegacyTemplate(request, ports, files, first, findings);
	const remote = new RemoteAnswers(request.evaluateDataSources ? ports.askRemote : void 0, ports.signal);
	return new TemplateReader(request, ports, files, await templateFunctions(ports, files.directory, request.workingDirectory, files.templates, remote), remote, findings).read();
}
var TemplateReader = class {
	#request;
	#ports;
	#files;
	#functions;
	#remote;
	#findings;
	#sources;
	#syntax = /* @__PURE__ */ new Set();
	constructor(request, ports, files, functions, remote, findings) {
		this.#request = request;
		this.#ports = ports;
		this.#files = files;
		this.#functions = functions;
		this.#remote = remote;
		this.#findings = findings;
		this.#sources = new Map([...files.templates, ...files.autoVariables].map((source) => [source.filename, source]));
	}
	async read() {
		const declarations = this.#declarations();
		const assignments = this.#assignments(declarations);
		const { warnOnUndeclared = false } = this.#request;
		reportUndeclared(assignments, declarations.variables, warnOnUndeclared, this.#findings);
		const isReadable = !hasErrors(this.#findings.diagnostics);
		const { values: variables, refused } = this.#variables(declarations, assignments);
		const constants = constantObjects(this.#files.root, this.#request.workingDirectory);
		const scope = childScope({
			...EMPTY_SCOPE,
			functions: this.#functions.standard
		}, [
			...constants,
			["var", Value.object(variables)],
			UNKNOWN_SOURCE
		]);
		const { locals, data } = await this.#graph(declarations, scope);
		const withLocals = childScope(scope, [["local", Value.object(locals)], ["data", dataObject(data)]]);
		const turns = new Turns(this.#ports.signal);
		const { buildBlocks, builds, findings } = await this.#remote.settle(async () => {
			await turns.next();
			const ofBuilds = new Findings();
			const registries = new HcpRegistryReader(ofBuilds);
			for (const registry of declarations.registries) registries.read(registry, withLocals);
			const sources = new DeclaredSources(declarations, this.#ports.catalog, ofBuilds);
			const blocks = declarations.builds.map((block) => readBuild$1(block, sources, registries, withLocals, ofBuilds));
			return {
				buildBlocks: blocks,
				builds: await this.#builds(declarations, blocks, withLocals, ofBuilds, turns),
				findings: ofBuilds
			};
		});
		this.#findings.add(findings.diagnostics);
		const inUrls = Array.from(this.#sources.values()).flatMap(({ text }) => urlPasswords(text));
		const ofValues = sensitiveTexts({
			declarations,
			assignments,
			variables,
			locals,
			data,
			builds,
			catalog: this.#ports.catalog
		});
		const diagnostics = this.#diagnostics(declarations);
		const { spans: hidden, texts: unread } = this.#unread(declarations, diagnostics);
		const sensitiveValues = [.../* @__PURE__ */ new Set([
			...ofValues,
			...this.#functions.noted.texts,
			...inUrls,
			...unread
		])];
		const reading = isReadable ? readTemplate$1({
			declarations,
			variables: new Map([...variables, ...refused]),
			locals,
			builds: buildBlocks,
			selection: this.#request,
			scope: withLocals,
			directory: this.#files.directory
		}) : void 0;
		const judged = isReadable ? builds : [];
		if (hasErrors(diagnostics)) return {
			value: void 0,
			diagnostics,
			sensitiveValues,
			hidden,
			reading,
			judged
		};
		return {
			value: deepFreeze({
				template: this.#request.template,
				builds
			}),
			diagnostics,
			sensitiveValues,
			hidden,
			reading,
			judged
		};
	}
	#unread({ variables }, diagnostics) {
		const sensitive = new Map(Array.from(variables.values(), ({ name, sensitive }) => [name, sensitive]));
		const optionNames = sensitiveOptionNames(this.#ports.catalog);
		const templates = new Set(this.#files.templates);
		const spans = Array.from(this.#sources.values()).flatMap((source) => templates.has(source) ? secretLiterals(source, optionNames) : valuesInVariableFile(source, sensitive));
		return unreadSecrets(this.#sources.values(), spans, diagnostics);
	}
	#graph(declarations, scope) {
		const { evaluateDataSources = false } = this.#request;
		return evaluateGraph({
			locals: declarations.locals,
			data: readDataDeclarations(declarations.dataSources, this.#ports.dataSources, this.#findings),
			scope,
			findings: this.#findings,
			readsData: evaluateDataSources && !hasErrors(this.#findings.diagnostics),
			remote: this.#remote,
			signal: this.#ports.signal,
			texts: {
				renderer: this.#renderer({}),
				findSource: (filename) => this.#sources.get(filename)
			}
		});
	}
	#declarations() {
		return readDeclarations(this.#files.templates.map((source) => {
			const { body, diagnostics } = parseTemplateFile(source);
			this.#findings.add(diagnostics);
			for (const each of diagnostics) this.#syntax.add(each);
			return body;
		}), {
			...EMPTY_SCOPE,
			functions: this.#functions.defaults
		}, this.#findings);
	}
	#assignments({ variables }) {
		const findings = this.#findings;
		const { workingDirectory, variableFiles, variables: given } = this.#request;
		const named = variableFiles.map((name) => this.#findings.take(readSource(name, workingDirectory, this.#ports.fileSystem))).filter((source) => source !== void 0);
		for (const source of named) this.#sources.set(source.filename, source);
		return [
			...environmentAssignments(this.#ports.environment),
			...this.#files.autoVariables.flatMap((source) => fileAssignments(source, "automatic file", variables, findings)),
			...named.flatMap((source) => fileAssignments(source, "named file", variables, findings)),
			...commandAssignments(given)
		];
	}
	#variables({ variables }, assignments) {
		return variableValues(variables, assignments, {
			...EMPTY_SCOPE,
			functions: this.#functions.standard
		}, this.#findings);
	}
	async #builds(declarations, blocks, scope, findings, turns) {
		const selector = new BuildSelector(this.#request);
		const builds = await planBuilds({
			builds: blocks,
			plugins: declarations.plugins,
			catalog: this.#ports.catalog,
			selector,
			scope,
			findSource: (filename) => this.#sources.get(filename),
			remote: this.#remote,
			findings,
			turns,
			renderer: (buildName, buildType, buildNames) => this.#renderer({
				buildName,
				buildType,
				buildNames
			})
		});
		findings.add(selector.diagnostics());
		const isWrong = hasErrors(this.#findings.diagnostics) || hasErrors(findings.diagnostics);
		if (selector.selectsNothing && !isWrong) this.#nothingToBuild(declarations, findings);
		return builds;
	}
	#diagnostics({ variables, locals, dataSources }) {
		const data = dataSources.map(({ labels }) => labels.map(({ text }) => text).join("."));
		const names = {
			variables: [...variables.keys()],
			locals: [...locals.keys()],
			data,
			dataTypes: [...this.#ports.dataSources.keys()]
		};
		return syntaxFirst(clearerInOrder(this.#findings.diagnostics, this.#sources, names), this.#syntax);
	}
	#renderer(build) {
		return new TextRenderer({
			noted: this.#functions.noted,
			startTime: this.#ports.startTime,
			ids: this.#ports.ids,
			packerVersion: PACKER_VERSION,
			workingDirectory: this.#request.workingDirectory,
			templateDirectory: this.#files.directory,
			buildName: void 0,
			buildType: void 0,
			...build
		});
	}
	#nothingToBuild({ builds }, findings) {
		const template = this.#request.template;
		findings.error({
			code: "nothing-to-build",
			summary: "There is nothing to build",
			detail: builds.length === 0 ? `The template "${template}" has no build block. A build names its sources: build { sources = ["source.amazon-ebs.ubuntu"] }. If it is in another file, name the folder that holds both.` : `"only" and "except" leave no build of the template "${template}".`
		});
	}
};
// src/app/templates/read-template.ts
async function readTemplate(request, registry) {
	const result = await loadTemplate(request, templatePorts(request, registry));
	for (const value of result.sensitiveValues) request.secrets.register(value);
	for (const span of result.hidden) request.secrets.hide(span.filename, span);
	return result;
}
function templatePorts({ clock, ids, environment, signal }, registry) {
	return {
		fileSystem: localFileSystem,
		catalog: catalogOf(registry),
		dataSources: registry.dataSources,
		askRemote: registry.askRemote,
		signal,
		clock,
		ids,
		startTime: clock.now(),
		environment,
		homeDirectory: environment["HOME"] || homedir()
	};
}
export { references as _, checkSyntax as a, displayValue as c, RemoteAnswers as d, templateFunctions as f, EvaluationBudget as g, evaluate as h, readTemplateFiles as i, quoted as l, constantScope as m, templatePorts as n, textsWithoutTemplate as o, clearer as p, loadTemplate as r, SENSITIVE_DISPLAY as s, readTemplate as t, urlPasswords as u, buildDataNames as v };
