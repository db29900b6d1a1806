import { a as withMasks, i as concealedSource, m as graphemeClusters, o as withoutLengths, p as Source, r as enclosingBlocks, t as diagnosticText } from "./diagnostic-text-BE2lGN9b.js";
import { readFileSync } from "node:fs";
import path from "node:path";
import { styleText } from "node:util";
// src/app/templates/source-lines.ts
function sourceLines(workingDirectory) {
	const read = /* @__PURE__ */ new Map();
	return (filename) => {
		if (!read.has(filename)) read.set(filename, readSource(path.resolve(workingDirectory, filename), filename));
		return read.get(filename);
	};
}
function readSource(file, filename) {
	try {
		return new Source(filename, readFileSync(file, "utf8"));
	} catch {
		return;
	}
}
// src/app/texts/build-colours.ts
const COLOURS = [
	36,
	35,
	32,
	34,
	96,
	95,
	92,
	94
];
var BuildNames = class {
	#colours;
	#isPadded;
	#names = [];
	#width = 0;
	constructor(colours, { isPadded = true } = {}) {
		this.#colours = colours;
		this.#isPadded = isPadded;
	}
	set names(names) {
		this.#names = names;
		this.#width = Math.max(0, ...names.map((name) => name.length));
	}
	get areSeveral() {
		return this.#names.length > 1;
	}
	label(name) {
		const index = this.#names.indexOf(name);
		const padding = " ".repeat(this.#isPadded ? Math.max(0, this.#width - name.length) + 1 : 1);
		const colour = COLOURS[index % COLOURS.length];
		if (!this.#colours || !this.areSeveral || colour === void 0) return `${name}:${padding}`;
		return `\u001b[${colour}m${name}:\u001b[39m${padding}`;
	}
};
// src/app/texts/waiting-lines.ts
const FIRST_LINE_MS = 1e4;
const LEAST_GAP_MS = 1e4;
const NEWS_PERCENT = 10;
const QUIET_MS = 6e4;
const LONG_QUIET_MS = 3e5;
const LONG_WAIT_MS = 6e5;
var WaitingLines = class {
	#told = /* @__PURE__ */ new Map();
	isWorthALine({ build, what, state, percent = 0, elapsedMs }) {
		const wait = `${build}\n${what}`;
		let told = this.#told.get(wait);
		if (told !== void 0 && elapsedMs < told.elapsedMs) told = void 0;
		if (!isNews(told, state, percent, elapsedMs)) return false;
		this.#told.set(wait, {
			state,
			percent,
			elapsedMs
		});
		return true;
	}
};
function isNews(told, state, percent, elapsedMs) {
	if (told === void 0) return elapsedMs >= FIRST_LINE_MS;
	const gap = elapsedMs - told.elapsedMs;
	if (gap >= (elapsedMs > LONG_WAIT_MS ? LONG_QUIET_MS : QUIET_MS)) return true;
	return gap >= LEAST_GAP_MS && (state !== told.state || percent - told.percent >= NEWS_PERCENT);
}
// src/kernel/masked-diagnostic.ts
function maskedDiagnostic(diagnostic, secrets) {
	const { summary, detail, values } = diagnostic;
	return {
		...diagnostic,
		summary: secrets.mask(summary),
		detail: secrets.mask(detail),
		...values === void 0 ? {} : { values: values.map(({ expression, value }) => ({
			expression: secrets.mask(expression),
			value: secrets.mask(value)
		})) }
	};
}
// src/hcl/visible-text.ts
const INVISIBLE = /(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
function visibleLine(text) {
	return text.replaceAll("	", "  ").replace(INVISIBLE, (character) => {
		return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
	});
}
const PLAIN$1 = /^[\x20-\x7e]*$/;
function columnsOf(text) {
	if (PLAIN$1.test(text)) return text.length;
	let columns = 0;
	for (const { segment } of graphemeClusters(text)) columns += WIDE.test(segment) ? 2 : 1;
	return columns;
}
function wrap(text, width) {
	return text.split("\n").flatMap((paragraph) => {
		const lines = [];
		let line = "";
		for (const word of visibleLine(paragraph).split(" ")) {
			const longer = line === "" ? word : `${line} ${word}`;
			if (line !== "" && columnsOf(longer) > width) {
				lines.push(line);
				line = word;
			} else line = longer;
		}
		return [...lines, line];
	});
}
// src/hcl/shortened-text.ts
const LONG_WORD = /\S{201,}/g;
const LONG_PARAGRAPH = /.{2001,}/g;
function shortenedText(text) {
	return text.replace(LONG_WORD, (word) => `${firstColumns(word, 100)}…${lastColumns(word, 40)}`).replace(LONG_PARAGRAPH, (paragraph) => `${firstColumns(paragraph, 1200)}…${lastColumns(paragraph, 400)}`);
}
const PLAIN = /^[\x20-\x7e]*$/;
function firstColumns(text, columns, shown = visibleLine) {
	const plain = text.slice(0, columns);
	if (PLAIN.test(plain)) return plain;
	const beginning = text.slice(0, 16 * columns);
	let width = 0;
	for (const { segment, index } of graphemeClusters(beginning)) {
		width += columnsOf(shown(segment));
		if (width > columns) return text.slice(0, index);
	}
	return beginning;
}
function lastColumns(text, columns, shown = visibleLine) {
	const plain = text.slice(-columns);
	if (PLAIN.test(plain)) return plain;
	const end = text.slice(-16 * columns);
	let width = 0;
	let from = end.length;
	for (const { segment, index } of [...graphemeClusters(end)].toReversed()) {
		width += columnsOf(shown(segment));
		if (width > columns) break;
		from = index;
	}
	return end.slice(from);
}
// src/hcl/print-diagnostic.ts
const MAXIMUM_LINES = 5;
const MAXIMUM_CONTEXT = 2;
const MAXIMUM_COLUMNS = 160;
const MAXIMUM_UNITS = 2560;
function renderDiagnostic(found, options = {}) {
	const diagnostic = options.secrets === void 0 ? found : maskedDiagnostic(found, options.secrets);
	const paint = (style, text) => options.colours === true ? styleText(style, text, { validateStream: false }) : text;
	const { severity, summary, subject } = diagnostic;
	const colour = severity === "error" ? "red" : "yellow";
	const parts = [`${paint([colour, "bold"], severity === "error" ? "Error:" : "Warning:")} ${paint("bold", visibleLine(shortenedText(summary)))}`];
	if (subject !== void 0) parts.push(renderPlace({
		...diagnostic,
		subject
	}, options, paint, colour));
	const detail = diagnosticText(diagnostic);
	if (detail !== "") parts.push(wrap(shortenedText(detail), options.width ?? 80).join("\n"));
	return parts.join("\n\n");
}
function renderPlace(place, options, paint, colour) {
	const { filename, start } = place.subject;
	const position = `  on ${visibleLine(options.secrets?.mask(filename) ?? filename)}:${start.line}:${start.column}`;
	const found = options.source?.(filename);
	if (found === void 0) return position;
	const source = options.secrets === void 0 ? found : concealedSource(found, options.secrets);
	const blocks = enclosingBlocks(source, start.offset);
	return [
		blocks === "" ? `${position}:` : `${position}, in ${visibleLine(shortenedText(withMasks(blocks)))}:`,
		"",
		...renderExcerpt(source, place, paint, colour)
	].join("\n");
}
function renderExcerpt(source, { subject, context }, paint, colour) {
	const { start, end } = subject;
	const endLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
	const last = Math.min(endLine, start.line + MAXIMUM_LINES - 1);
	const before = linesBefore(start.line, context);
	const after = last < endLine ? [] : linesAfter(endLine, context);
	const margin = Math.max(String(after.at(-1) ?? last).length, 3);
	const bar = paint("dim", "│");
	const numbered = (line, text) => `${paint("dim", `${String(line).padStart(margin)} │`)} ${text}`.trimEnd();
	const gap = `${" ".repeat(margin)} ${bar} …`;
	const whole = (line) => {
		const after = source.line(line).slice(0, MAXIMUM_UNITS);
		return numbered(line, shorten({
			before: "",
			subject: "",
			after
		}).after);
	};
	const excerpt = before.map(whole);
	if ((before.at(-1) ?? start.line) < start.line - 1) excerpt.push(gap);
	for (let line = start.line; line <= last; line += 1) {
		const cut = cutLine(source, line, start, end);
		excerpt.push(numbered(line, `${cut.before}${paint("underline", cut.subject)}${cut.after}`));
		const carets = "^".repeat(Math.max(columnsOf(cut.subject), 1));
		const indent = " ".repeat(columnsOf(cut.before));
		if (cut.subject !== "" || line === start.line) excerpt.push(`${" ".repeat(margin)} ${bar} ${indent}${paint(colour, carets)}`);
	}
	if (last < endLine) excerpt.push(gap);
	return [...excerpt, ...after.map(whole)];
}
function linesBefore(subject, context) {
	if (context === void 0 || context.start.line >= subject) return [];
	const first = context.start.line;
	if (subject - first > MAXIMUM_CONTEXT) return [first];
	return Array.from({ length: subject - first }, (_, index) => first + index);
}
function linesAfter(subject, context) {
	const count = context === void 0 ? 0 : context.end.line - subject;
	return count > 0 && count <= MAXIMUM_CONTEXT ? Array.from({ length: count }, (_, index) => subject + 1 + index) : [];
}
function cutLine(source, line, start, end) {
	const text = source.line(line);
	const lineStart = source.lineStart(line);
	const clamp = (offset) => Math.min(Math.max(offset - lineStart, 0), text.length);
	const from = line === start.line ? clamp(start.offset) : text.length - text.trimStart().length;
	const to = Math.max(line === end.line ? clamp(end.offset) : text.length, from);
	const most = MAXIMUM_UNITS;
	return shorten({
		before: text.slice(Math.max(0, from - most), from),
		subject: text.slice(from, Math.min(to, from + most)),
		after: text.slice(to, to + most)
	});
}
function shorten(line) {
	const before = withoutLengths(line.before);
	const subject = withoutLengths(line.subject);
	const after = withoutLengths(line.after);
	const whole = {
		before: shown(before),
		subject: shown(subject),
		after: shown(after)
	};
	const columns = {
		before: columnsOf(whole.before),
		subject: columnsOf(whole.subject),
		after: columnsOf(whole.after)
	};
	if (columns.before + columns.subject + columns.after <= MAXIMUM_COLUMNS) return whole;
	const third = Math.floor(MAXIMUM_COLUMNS / 3);
	const first = (text) => `${shown(firstColumns(text, third, shown))}…`;
	return {
		before: columns.before > third ? `…${shown(lastColumns(before, third, shown))}` : whole.before,
		subject: columns.subject > third ? first(subject) : whole.subject,
		after: columns.after > third ? first(after) : whole.after
	};
}
function shown(text) {
	return visibleLine(withMasks(text));
}
export { sourceLines as a, BuildNames as i, maskedDiagnostic as n, WaitingLines as r, renderDiagnostic as t };
