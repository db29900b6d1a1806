import { c as errorMessage, t as BakeError } from "./errors-Bd0aY3lr.js";
import { resolve } from "node:path";
import { readFile } from "node:fs/promises";
// src/kernel/go-format.ts
function goFormat(pattern, values) {
	let next = 0;
	return pattern.replace(/%[s%]/g, (verb) => {
		if (verb === "%%") return "%";
		const value = values[next] ?? "";
		next += 1;
		return value;
	});
}
// src/provisioners/shell/scripts.ts
function scriptPaths({ script, scripts }) {
	return [...script ? [script] : [], ...scripts ?? []];
}
function scriptsOf(options, context) {
	if (options.inline !== void 0 && options.inline.length > 0) {
		const lines = options.inline.map((line) => context.render(line, context.generated));
		return [{
			name: "inline script",
			content: async () => inlineScript(lines, options)
		}];
	}
	return scriptPaths(options).map((path) => ({
		name: path,
		content: async () => {
			const local = resolve(context.workingDirectory, path);
			return options.binary ? { path: local } : { bytes: unixLines(await readScript(local, path)) };
		}
	}));
}
function inlineScript(lines, options) {
	const body = lines.join("\n");
	const shebang = options.inline_shebang ?? (body.startsWith("#!") ? void 0 : "/bin/sh -e");
	const text = Buffer.from(`${shebang === void 0 ? "" : `#!${shebang}\n`}${body}\n`);
	return { bytes: options.binary ? text : unixLines(text) };
}
async function readScript(local, path) {
	return readFile(local).catch((error) => {
		throw new BakeError(`Cannot read the script ${path}: ${errorMessage(error)}`, {
			code: "script-not-found",
			category: "provision",
			cause: error
		});
	});
}
function unixLines(bytes) {
	const text = bytes.toString("latin1").replace(/\r\n/g, "\n").replace(/\r$/, "");
	return Buffer.from(text === "" || text.endsWith("\n") ? text : `${text}\n`, "latin1");
}
export { scriptsOf as n, goFormat as r, scriptPaths as t };
