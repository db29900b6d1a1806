import { t as printableLine } from "./hostile-text-DGh0Qabk.js";
import { t as diagnosticText } from "./diagnostic-text-BE2lGN9b.js";
import { t as errorPage } from "./error-page-Zq6tgGJA.js";
// src/action/cut-markdown.ts
const SPARE = 2048;
function cutMarkdown(text, { limit, lengthOf, note }) {
	if (lengthOf(text) <= limit) return text;
	const room = limit - SPARE - lengthOf(note);
	const kept = [];
	const open = new OpenBlocks();
	let length = 0;
	for (const line of text.split("\n")) {
		length += lengthOf(line) + 1;
		if (length > room) break;
		kept.push(line);
		open.read(line);
	}
	return [
		...kept,
		...open.closing(),
		"",
		note,
		""
	].join("\n");
}
var OpenBlocks = class {
	#details = 0;
	#fence;
	read(line) {
		const [, indent = "", ticks, info = ""] = /^(\s*)(`{3,})(.*)$/.exec(line) ?? [];
		if (this.#fence !== void 0) {
			if (ticks !== void 0 && ticks.length >= this.#fence.ticks.length && info.trim() === "") this.#fence = void 0;
		} else if (ticks !== void 0) this.#fence = {
			indent,
			ticks
		};
		else if (line.startsWith("<details>")) this.#details += 1;
		else if (line === "</details>") this.#details -= 1;
	}
	closing() {
		return [...this.#fence === void 0 ? [] : [this.#fence.indent + this.#fence.ticks], ...Array.from({ length: this.#details }, () => "\n</details>")];
	}
};
// src/action/markdown.ts
const LIMIT_BYTES = 921600;
function withinLimit(text) {
	return cutMarkdown(text, {
		limit: LIMIT_BYTES,
		lengthOf: (part) => Buffer.byteLength(part),
		note: "The rest was cut off: a summary may have 1 MiB. The log has all of it."
	});
}
const MOST_ITEMS = 50;
function section(title, items) {
	if (items.length === 0) return "";
	const more = items.length > MOST_ITEMS ? [`- and ${items.length - MOST_ITEMS} more, in the log`] : [];
	return `### ${title}\n\n${[...items.slice(0, MOST_ITEMS), ...more].join("\n")}`;
}
const LONGEST_LINE = 300;
const HTTPS = /^https:\/\/[^\s"'<>`|\\]+$/;
function table(columns, rows) {
	return [
		`| ${columns.join(" | ")} |`,
		`|${" --- |".repeat(columns.length)}`,
		...rows
	].join("\n");
}
function details(title, content) {
	return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
const APART = "&#8203;";
var MarkdownWriter = class {
	#mask;
	constructor(mask) {
		this.#mask = mask;
	}
	text(text) {
		return oneLine(this.#mask(text)).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replace(/[\\`*_{}[\]()!|~]|#(?!\d)/g, "\\$&").replace(/@|#(?=\d)|\bGH-(?=\d)|\/(?:issues|pull|discussions)\/(?=\d)/gi, `$&${APART}`);
	}
	firstLine(text) {
		const line = printableLine(this.#mask(text).split("\n")[0] ?? "", false);
		return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
	}
	code(text) {
		return `<code>${this.text(text)}</code>`;
	}
	row(cells) {
		return `| ${cells.map((cell) => typeof cell === "string" ? this.text(cell) : this.cell(cell)).join(" | ")} |`;
	}
	block(lines) {
		const shown = lines.map((line) => printableLine(this.#mask(line), false));
		const longest = Math.max(2, ...shown.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length));
		const fence = "`".repeat(longest + 1);
		return `${fence}text\n${shown.join("\n")}\n${fence}`;
	}
	cell({ text = "", code = "", href, note }) {
		const shown = code === "" ? this.text(text) : this.code(code);
		const linked = href !== void 0 && HTTPS.test(href) ? `<a href="${href}">${shown}</a>` : shown;
		return note === void 0 ? linked : `${linked}${shown === "" ? "" : "<br>"}<sub>${this.text(note)}</sub>`;
	}
};
function oneLine(text) {
	const [first = "", ...others] = text.split(/[\r\n\u2028\u2029]+/);
	const all = others.length === 0 ? [first] : [first.trimEnd(), ...others.map((line) => line.trim())];
	return printableLine(all.join(" "), false);
}
// src/action/diagnostic-list.ts
function diagnosticList(diagnostics, write) {
	return diagnostics.map((diagnostic) => {
		const { summary, subject } = diagnostic;
		const place = subject === void 0 ? "" : write.code(`${subject.filename}:${subject.start.line}`);
		const text = diagnosticText(diagnostic).split("\n");
		return [`- **${write.text(summary)}**${place === "" ? "" : ` in ${place}`}`, ...text.filter((line) => line !== "").map((line) => write.text(line))].join("<br>");
	});
}
// src/action/error-list.ts
function errorText({ message, hint }, write) {
	return `${write.text(message)}${hint === void 0 ? "" : `<br>➜ ${write.text(hint)}`}`;
}
function errorCodes(errors, write) {
	const pages = errors.map(errorPage).filter((page) => page !== void 0);
	const links = new Map(pages.map(({ code, address }) => [code, `<a href="${address}">${write.code(code)}</a>`]));
	if (links.size === 0) return "";
	return `<sub>Error ${links.size === 1 ? "code" : "codes"} ${[...links.values()].join(", ")}</sub>`;
}
export { details as a, withinLimit as c, MarkdownWriter as i, cutMarkdown as l, errorText as n, section as o, diagnosticList as r, table as s, errorCodes as t };
