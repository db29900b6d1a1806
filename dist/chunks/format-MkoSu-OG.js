import { h as graphemeCount, p as Source, u as parseFile, y as tokenize } from "./diagnostic-text-BE2lGN9b.js";
import { r as hasErrors, t as errorDiagnostic } from "./diagnostics-D6HUwDnG.js";
import { c as errorMessage } from "./errors-Bd0aY3lr.js";
import { a as sourceOf, i as readSource, n as kindAt, t as localFileSystem } from "./local-file-system-COSnxANI.js";
import { chmodSync, chownSync, closeSync, openSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
// src/hcl/format/brackets.ts
const STEPS = {
	"{": 1,
	"[": 1,
	"(": 1,
	"open-interpolation": 1,
	"open-directive": 1,
	"}": -1,
	"]": -1,
	")": -1,
	"close-sequence": -1
};
function bracketStep({ kind }) {
	return STEPS[kind] ?? 0;
}
function bracketBalance(pieces) {
	return pieces.reduce((balance, piece) => balance + bracketStep(piece), 0);
}
// src/hcl/format/alignment.ts
function alignEquals(lines) {
	align(lines, equalsOf);
}
function alignComments(lines) {
	align(lines, trailingCommentOf);
}
function align(lines, find) {
	let group = [];
	const finish = () => {
		const widest = group.reduce((width, member) => Math.max(width, member.width), 0);
		for (const { piece, width } of group) piece.blanks = widest - width + 1;
		group = [];
	};
	for (const line of lines) {
		const index = find(line);
		const piece = index === void 0 ? void 0 : line.pieces[index];
		if (piece === void 0) finish();
		else group.push({
			piece,
			width: widthOf(line.pieces.slice(0, index))
		});
	}
	finish();
}
function widthOf(pieces) {
	return pieces.reduce((width, { text, blanks }) => width + blanks + graphemeCount(text), 0);
}
function equalsOf({ pieces }) {
	const index = pieces.findIndex(({ kind }) => kind === "=");
	return index < 1 || bracketBalance(pieces.slice(index)) !== 0 ? void 0 : index;
}
function trailingCommentOf({ pieces, ending }) {
	const last = pieces.at(-1);
	if (last?.kind !== "comment" || pieces.length === 1) return void 0;
	return last.text.startsWith("/*") && ending.endsWith("\n") ? void 0 : pieces.length - 1;
}
// src/hcl/format/indentation.ts
const WIDTH = 2;
function indentLines(lines) {
	const levels = [];
	for (const { pieces } of lines) {
		const [first] = pieces;
		if (first === void 0) continue;
		const balance = bracketBalance(upToHeredoc(pieces));
		if (balance < 0) close(levels, -balance);
		first.blanks = WIDTH * levels.length;
		if (balance > 0) levels.push(balance);
	}
}
function close(levels, count) {
	let left = count;
	while (left > 0) {
		const innermost = levels.pop();
		if (innermost === void 0) return;
		if (innermost > left) levels.push(innermost - left);
		left -= innermost;
	}
}
function upToHeredoc(pieces) {
	const heredoc = pieces.findIndex(({ kind }) => kind === "open-heredoc");
	return heredoc === -1 ? pieces : pieces.slice(0, heredoc);
}
// src/hcl/format/piece.ts
function linesOf({ text, start: textStart }, tokens) {
	const lines = [];
	let pieces = [];
	let before = textStart;
	for (const { kind, start, end } of tokens) {
		const written = text.slice(start, end);
		const gap = text.slice(before, start);
		if (kind === "newline" || kind === "end") {
			const kept = pieces.at(-1)?.kind === "close-heredoc" ? gap : " ".repeat(kind === "end" ? gap.length : 0);
			lines.push({
				pieces,
				ending: kept + written
			});
			pieces = [];
		} else pieces.push({
			kind,
			text: kind === "close-heredoc" ? gap + written : written,
			blanks: 0
		});
		before = end;
	}
	return lines;
}
// src/hcl/format/spacing.ts
const BEFORE_NEGATION = /* @__PURE__ */ new Set([
	"(",
	"[",
	"{",
	",",
	"?",
	":",
	"=",
	"==",
	"!=",
	"<",
	"<=",
	">",
	">=",
	"&&",
	"||",
	"!",
	"+",
	"-",
	"*",
	"/",
	"%"
]);
const TEMPLATE_PARTS = /* @__PURE__ */ new Set([
	"open-quote",
	"quoted-literal",
	"template-literal",
	"open-heredoc"
]);
const ENDS_TEMPLATE_PART = /* @__PURE__ */ new Set([
	"close-quote",
	"quoted-literal",
	"template-literal",
	"close-heredoc"
]);
function setSpaces(pieces) {
	for (const [index, piece] of pieces.entries()) {
		const left = pieces[index - 1];
		piece.blanks = left !== void 0 && isSpaced(pieces[index - 2], left, piece, pieces[index - 3]) ? 1 : 0;
	}
}
function isSpaced(before, left, right, earlier) {
	if (TEMPLATE_PARTS.has(left.kind) || ENDS_TEMPLATE_PART.has(right.kind)) return false;
	if (left.kind === "close-sequence" && isTemplatePart(right)) return false;
	if (opensSequence(left)) return right.kind === "{";
	if (right.kind === "close-sequence") return left.kind === "}" || isKeywordIn(before, left);
	if (left.kind === "." && right.kind === "number") return before?.kind === "number" && earlier?.kind === ".";
	return !isJoined(before, left, right);
}
function opensSequence({ kind }) {
	return kind === "open-interpolation" || kind === "open-directive";
}
function isTemplatePart({ kind }) {
	return ENDS_TEMPLATE_PART.has(kind) || kind === "open-interpolation" || kind === "open-directive";
}
function isJoined(before, left, right) {
	switch (left.kind) {
		case "(":
		case "[":
		case ".":
		case "!": return true;
		case "-":
			if (before === void 0 || BEFORE_NEGATION.has(before.kind)) return true;
			break;
		case "{":
			if (right.kind === "}") return true;
			break;
		case "::": if (right.kind === "identifier") return true;
	}
	switch (right.kind) {
		case ",":
		case ".":
		case "...": return true;
		case ")":
		case "]": return left.kind !== "," && !isKeywordIn(before, left);
		case "[": return isIndexed(before, left);
		case "(":
		case "::": return left.kind === "identifier";
		default: return false;
	}
}
function isIndexed(before, left) {
	if (left.kind === "identifier") return !isKeywordIn(before, left);
	return left.kind === "number" || left.kind === ")" || left.kind === "]" || left.kind === "}";
}
function isKeywordIn(before, { kind, text }) {
	return kind === "identifier" && text === "in" && before?.kind === "identifier";
}
// src/hcl/format/format.ts
function formatHcl(text) {
	const source = new Source("", text);
	const tokens = tokenize(source);
	if (tokens.length > 25e4) return text;
	const lines = linesOf(source, tokens);
	for (const { pieces } of lines) setSpaces(pieces);
	indentLines(lines);
	alignEquals(lines);
	alignComments(lines);
	return lines.map(write).join("");
}
function write({ pieces, ending }) {
	return pieces.map(({ text, blanks }) => " ".repeat(blanks) + text).join("") + ending;
}
// src/app/templates/formattable-files.ts
const FORMATTABLE = /\.(pkr|pkrvars)\.hcl$/;
const IGNORED = /^\.|~$|^#.*#$/;
function* findFormattable(paths, workingDirectory, recursive) {
	for (const name of paths) if (kindAt(path.resolve(workingDirectory, name), localFileSystem) === "directory") yield* findInFolder(name, workingDirectory, recursive);
	else if (FORMATTABLE.test(name)) yield {
		value: name,
		diagnostics: []
	};
	else yield {
		value: void 0,
		diagnostics: [notFormattable(name)]
	};
}
function* findInFolder(folder, workingDirectory, recursive) {
	let entries;
	try {
		entries = readdirSync(path.resolve(workingDirectory, folder), { withFileTypes: true });
	} catch (cause) {
		yield {
			value: void 0,
			diagnostics: [unreadableFolder(folder, cause)]
		};
		return;
	}
	const wanted = entries.filter(({ name }) => !IGNORED.test(name));
	for (const entry of wanted.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))) {
		const name = path.join(folder, entry.name);
		if (entry.isDirectory()) {
			if (recursive) yield* findInFolder(name, workingDirectory, recursive);
		} else if (FORMATTABLE.test(entry.name)) yield {
			value: name,
			diagnostics: []
		};
	}
}
function notFormattable(name) {
	const isJson = name.endsWith(".json");
	return errorDiagnostic({
		code: "not-formattable",
		summary: `"${name}" is no file to format`,
		detail: isJson ? "Only native HCL is formatted, in files whose names end in .pkr.hcl or .pkrvars.hcl. JSON has formatters of its own." : "Name a folder, or a file whose name ends in .pkr.hcl or .pkrvars.hcl."
	});
}
function unreadableFolder(name, cause) {
	return errorDiagnostic({
		code: "unreadable-file",
		summary: `The folder "${name}" can't be read`,
		detail: `${errorMessage(cause)}.`
	});
}
// src/app/templates/replace-file.ts
function replaceFile(file, before, after, ids) {
	const target = realpathSync(file);
	const stats = statSync(target);
	const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${ids.token(8)}`);
	const descriptor = openSync(temporary, "wx", 384);
	try {
		writeAndClose(descriptor, after);
		const takesPlace = stats.nlink === 1 && adopt(temporary, stats);
		const present = readFileSync(target, "utf8");
		if (present === after) return;
		if (present !== before) throw new Error(`Somebody else has just changed ${file}`);
		if (takesPlace) renameSync(temporary, target);
		else writeFileSync(target, after);
	} finally {
		rmSync(temporary, { force: true });
	}
}
function writeAndClose(descriptor, text) {
	try {
		writeFileSync(descriptor, text);
	} finally {
		closeSync(descriptor);
	}
}
function adopt(file, { mode, uid, gid }) {
	const own = statSync(file);
	try {
		if (own.uid !== uid || own.gid !== gid) chownSync(file, uid, gid);
	} catch {
		return false;
	}
	chmodSync(file, mode & 4095);
	return true;
}
// src/app/format.ts
function* formatFiles(request) {
	for (const file of findFormattable(request.paths, request.workingDirectory, request.recursive)) if (file.value === void 0) yield {
		kind: "failed",
		source: void 0,
		diagnostics: file.diagnostics
	};
	else yield formatFile(file.value, request);
}
function formatText(name, bytes) {
	return formatSource(sourceOf(name, name, () => bytes));
}
function formatFile(name, { workingDirectory, write, ids }) {
	const outcome = formatSource(readSource(name, workingDirectory, localFileSystem));
	if (outcome.kind === "failed" || !write || outcome.before === outcome.after) return outcome;
	try {
		replaceFile(path.resolve(workingDirectory, name), outcome.before, outcome.after, ids);
		return outcome;
	} catch (cause) {
		return {
			kind: "failed",
			source: void 0,
			diagnostics: [errorDiagnostic({
				code: "unwritable-file",
				summary: `The file "${name}" can't be written`,
				detail: `${errorMessage(cause)}.`
			})]
		};
	}
}
function formatSource({ value: source, diagnostics }) {
	if (source === void 0) return {
		kind: "failed",
		source,
		diagnostics
	};
	const parsed = parseFile(source);
	if (hasErrors(parsed.diagnostics)) return {
		kind: "failed",
		source,
		diagnostics: parsed.diagnostics
	};
	return {
		kind: "formatted",
		name: source.filename,
		before: source.text,
		after: formatHcl(source.text)
	};
}
export { formatText as n, formatFiles as t };
