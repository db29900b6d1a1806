import { t as printableLine } from "./hostile-text-CjRb8_4K.js";
// src/action/markdown.ts
const LIMIT_BYTES = 921600;
function withinLimit(text) {
	if (Buffer.byteLength(text) <= LIMIT_BYTES) return text;
	const cut = Buffer.from(text).subarray(0, LIMIT_BYTES).toString("utf8");
	return `${cut.slice(0, cut.lastIndexOf("\n"))}\n\nThe rest was cut off: a summary may have 1 MiB.\n`;
}
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
		return this.#mask(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replace(/[\\`*_{}[\]()!|~]|#(?!\d)/g, "\\$&").replace(/@|#(?=\d)/g, `$&${APART}`).replace(/\s*\r?\n\s*/g, " ");
	}
	row(cells) {
		return `| ${cells.map((cell) => typeof cell === "string" ? this.text(cell) : this.#rich(cell)).join(" | ")} |`;
	}
	block(lines) {
		const shown = lines.map((line) => printableLine(this.#mask(line), false));
		const longest = Math.max(2, ...shown.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length));
		const fence = "`".repeat(longest + 1);
		return `${fence}text\n${shown.join("\n")}\n${fence}`;
	}
	#rich({ text = "", code = "", href, note }) {
		const shown = code === "" ? this.text(text) : `<code>${this.text(code)}</code>`;
		const linked = href === void 0 ? shown : `<a href="${href}">${shown}</a>`;
		return note === void 0 ? linked : `${linked}${shown === "" ? "" : "<br>"}<sub>${this.text(note)}</sub>`;
	}
};
export { withinLimit as i, details as n, table as r, MarkdownWriter as t };
