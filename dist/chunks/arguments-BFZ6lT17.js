import { C as formatNumber, S as NumberTooLarge, T as toSafeInteger, b as identityText, d as measureType, f as objectOf, g as typesEqual, i as STRING, l as listOf, m as tupleOf, p as setOf, r as NUMBER, t as BOOL, u as mapOf, v as compareSetElements, x as HclNumber, y as compareText } from "./types-BpsgGM5S.js";
// src/hcl/values/normal-form.ts
const LONG_RUN_OF_MARKS = /\p{M}{31,}/gu;
const THIRTY_MARKS = /\p{M}{30}(?=\p{M})/gu;
const COMBINING_GRAPHEME_JOINER = "͏";
function normalize(text) {
	if (isAscii(text)) return text;
	return text.replace(/\p{Surrogate}/gu, "�").replace(LONG_RUN_OF_MARKS, (marks) => marks.replace(THIRTY_MARKS, `$&${COMBINING_GRAPHEME_JOINER}`)).normalize("NFC");
}
function isAscii(text) {
	return !/[^\p{ASCII}]/u.test(text);
}
// src/hcl/values/value.ts
const SENSITIVE = "sensitive";
const OWN_SIZE = 128;
const NO_MARKS = /* @__PURE__ */ new Set();
var Value = class Value {
	type;
	marks;
	isNull;
	isUnknown;
	size;
	depth;
	#content;
	#isWhollyKnown;
	#allMarks;
	constructor(type, state, content, marks = NO_MARKS, { size, depth } = measure(type, content)) {
		this.type = type;
		this.isNull = state === "null";
		this.isUnknown = state === "unknown";
		this.#content = content;
		this.marks = marks;
		this.size = size;
		this.depth = depth;
	}
	static string(text) {
		return new Value(STRING, "known", normalize(text));
	}
	static number(number) {
		const decimal = typeof number === "bigint" ? new HclNumber(number.toString()) : new HclNumber(number);
		if (!decimal.isFinite() && !decimal.isNaN()) throw new NumberTooLarge();
		if (!decimal.isFinite()) throw new Error(`Not a number that HCL knows: ${decimal.toString()}`);
		return new Value(NUMBER, "known", decimal);
	}
	static bool(truth) {
		return new Value(BOOL, "known", truth);
	}
	static list(elementType, elements) {
		const list = [...elements];
		for (const element of list) assertType(element, elementType);
		return new Value(listOf(elementType), "known", list);
	}
	static set(elementType, elements) {
		const marks = /* @__PURE__ */ new Set();
		const seen = /* @__PURE__ */ new Set();
		const unique = [];
		for (const element of elements) {
			assertType(element, elementType);
			const bare = element.unmarkDeep();
			for (const mark of bare.marks) marks.add(mark);
			const identity = identityText(bare.value);
			if (seen.has(identity) && bare.value.isWhollyKnown()) continue;
			seen.add(identity);
			unique.push(bare.value);
		}
		return new Value(setOf(elementType), "known", unique.sort(compareSetElements), marks);
	}
	static map(elementType, entries) {
		const sorted = sortedEntries(entries);
		for (const element of sorted.values()) assertType(element, elementType);
		return new Value(mapOf(elementType), "known", sorted);
	}
	static object(attributes) {
		const sorted = sortedEntries(attributes);
		return new Value(objectOf([...sorted].map(([name, value]) => [name, value.type])), "known", sorted);
	}
	static tuple(elements) {
		const list = [...elements];
		return new Value(tupleOf(list.map((element) => element.type)), "known", list);
	}
	static nullOf(type) {
		return new Value(type, "null", void 0);
	}
	static unknownOf(type) {
		return new Value(type, "unknown", void 0);
	}
	get isKnown() {
		return !this.isUnknown;
	}
	get isSensitive() {
		return this.marks.has(SENSITIVE);
	}
	asString() {
		return typeof this.#content === "string" ? this.#content : this.#refuse("a string");
	}
	asNumber() {
		return this.#content instanceof HclNumber ? this.#content : this.#refuse("a number");
	}
	asBool() {
		return typeof this.#content === "boolean" ? this.#content : this.#refuse("a bool");
	}
	asElements() {
		return isElements(this.#content) ? this.#content : this.#refuse("elements");
	}
	asEntries() {
		return this.#content instanceof Map ? this.#content : this.#refuse("entries");
	}
	children() {
		if (isElements(this.#content)) return this.#content;
		return this.#content instanceof Map ? [...this.#content.values()] : [];
	}
	isWhollyKnown() {
		this.#isWhollyKnown ??= !this.isUnknown && this.children().every((child) => child.isWhollyKnown());
		return this.#isWhollyKnown;
	}
	containsMark(mark) {
		return this.allMarks().has(mark);
	}
	allMarks() {
		this.#allMarks ??= this.#collectMarks();
		return this.#allMarks;
	}
	#collectMarks() {
		let all;
		for (const child of this.children()) for (const mark of child.allMarks()) if (!this.marks.has(mark)) all = (all ?? new Set(this.marks)).add(mark);
		return all ?? this.marks;
	}
	withoutMarks(marks) {
		if (![...this.marks].some((mark) => marks.has(mark))) return this;
		return this.unmark().value.withMarks([...this.marks].filter((mark) => !marks.has(mark)));
	}
	withMarks(marks) {
		const all = /* @__PURE__ */ new Set([...this.marks, ...marks]);
		return all.size === this.marks.size ? this : new Value(this.type, this.#state, this.#content, all, this);
	}
	unmark() {
		return {
			value: this.marks.size === 0 ? this : new Value(this.type, this.#state, this.#content, NO_MARKS, this),
			marks: this.marks
		};
	}
	unmarkDeep() {
		const marks = this.allMarks();
		return {
			value: marks.size === 0 ? this : this.#bare(),
			marks
		};
	}
	#bare() {
		let content = this.#content;
		if (isElements(content)) content = content.map((child) => child.#bare());
		else if (content instanceof Map) content = new Map([...content].map(([key, child]) => [key, child.#bare()]));
		return new Value(this.type, this.#state, content, NO_MARKS, this);
	}
	get #state() {
		if (this.isNull) return "null";
		return this.isUnknown ? "unknown" : "known";
	}
	#refuse(wanted) {
		throw new Error(`Asked a ${this.#state} ${this.type.kind} value for ${wanted}`);
	}
};
function measure(type, content) {
	if (typeof content === "string") return {
		size: OWN_SIZE + content.length,
		depth: 0
	};
	if (isElements(content)) return content.length === 0 ? measureType(type) : measureParts(content);
	if (content instanceof Map) return content.size === 0 ? measureType(type) : measureParts(content.values());
	if (content instanceof HclNumber) return {
		size: OWN_SIZE + zerosOf(content),
		depth: 0
	};
	return content === void 0 ? measureType(type) : {
		size: OWN_SIZE,
		depth: 0
	};
}
function zerosOf(number) {
	return Math.max(0, Math.abs(number.e) - OWN_SIZE);
}
function measureParts(parts) {
	let size = OWN_SIZE;
	let depth = 0;
	for (const part of parts) {
		size += part.size;
		if (part.depth > depth) depth = part.depth;
	}
	return {
		size,
		depth: depth + 1
	};
}
function isElements(content) {
	return Array.isArray(content);
}
function sortedEntries(entries) {
	const pairs = isPairs(entries) ? entries : Object.entries(entries);
	const normalized = new Map(Array.from(pairs, ([key, value]) => [normalize(key), value]));
	return new Map([...normalized].sort(([a], [b]) => compareText(a, b)));
}
function isPairs(entries) {
	return typeof Reflect.get(entries, Symbol.iterator) === "function";
}
function assertType(element, type) {
	if (type.kind === "dynamic" || typesEqual(element.type, type)) return;
	throw new Error(`An element of type ${element.type.kind} in a collection of ${type.kind}`);
}
// src/hcl/functions/function.ts
var FunctionFault = class extends Error {
	name = "FunctionFault";
	argument;
	diagnostics;
	constructor(message, argument, diagnostics = []) {
		super(message);
		this.argument = argument;
		this.diagnostics = diagnostics;
	}
};
function fault(message, argument) {
	throw new FunctionFault(message, argument);
}
// src/hcl/functions/arguments.ts
function argumentAt(args, index) {
	const value = args[index];
	if (value === void 0) throw new Error(`There is no argument ${index}`);
	return value;
}
function textAt(args, index) {
	return argumentAt(args, index).asString();
}
function integerAt(args, index) {
	const number = argumentAt(args, index).asNumber();
	return toSafeInteger(number) ?? fault(`a whole number is required, not ${formatNumber(number)}`, index);
}
function textList(texts) {
	return Value.list(STRING, Array.from(texts, Value.string));
}
const STRINGS = listOf(STRING);
function isSequence(value) {
	return value.type.kind === "list" || value.type.kind === "set" || value.type.kind === "tuple";
}
function isMapping(value) {
	return value.type.kind === "map" || value.type.kind === "object";
}
export { isSequence as a, FunctionFault as c, Value as d, isMapping as i, fault as l, argumentAt as n, textAt as o, integerAt as r, textList as s, STRINGS as t, SENSITIVE as u };
