import { d as Value, l as fault, o as textAt } from "./arguments-BFZ6lT17.js";
import { i as STRING } from "./types-BpsgGM5S.js";
import { isUtf8 } from "node:buffer";
import { gzipSync } from "node:zlib";
// src/hcl/functions/text-function.ts
function textFunction(name, params, doc, transform, expense) {
	return {
		name,
		params: params.map((parameter) => ({
			name: parameter,
			type: STRING
		})),
		returns: STRING,
		doc,
		...expense === void 0 ? {} : { expense: (args) => expense(...textsOf(params, args)) },
		call: (args) => Value.string(transform(...textsOf(params, args)))
	};
}
function eachCharacter(...texts) {
	return { steps: texts.reduce((total, text) => total + Math.ceil(text.length / CHARACTERS_PER_STEP), 0) };
}
const CHARACTERS_PER_STEP = 4;
function textsOf(params, args) {
	return mapTuple(params, (_, index) => textAt(args, index));
}
function mapTuple(names, change) {
	return names.map(change);
}
// src/hcl/functions/encoding/base64.ts
const base64encode = textFunction("base64encode", ["str"], "The UTF-8 bytes of the string in Base64.", (text) => Buffer.from(text, "utf8").toString("base64"));
const base64decode = textFunction("base64decode", ["str"], "The text whose UTF-8 bytes are given in Base64.", (text) => {
	const bytes = decodeBase64(text);
	if (!isUtf8(bytes)) fault("the result of decoding the provided string is not valid UTF-8", 0);
	return bytes.toString("utf8");
});
function decodeBase64(text) {
	const compact = text.replace(/[\r\n]/g, "");
	if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)) fault("the string is not valid Base64 (standard alphabet, with padding)", 0);
	return Buffer.from(compact, "base64");
}
const base64gzip = textFunction("base64gzip", ["str"], "The string, compressed with gzip, in Base64.", (text) => {
	const compressed = gzipSync(Buffer.from(text, "utf8"));
	compressed[9] = 255;
	return compressed.toString("base64");
}, (text) => ({ steps: 50 + Math.ceil(text.length / 16) }));
export { eachCharacter as a, decodeBase64 as i, base64encode as n, textFunction as o, base64gzip as r, base64decode as t };
