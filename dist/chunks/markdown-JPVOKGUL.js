import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { t as didYouMean } from "./suggestion-fpXa-kxj.js";
import { n as parseDuration } from "./duration-C2R6mXwG.js";
import { EOL } from "os";
import { constants, promises } from "fs";
// node_modules/@actions/core/lib/summary.js
var __awaiter = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(EOL);
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
// src/action/input-values.ts
function lines(text) {
	return text.split(/\r?\n/).map((entry) => entry.trim()).filter((entry) => entry !== "" && !entry.startsWith("#"));
}
function choice(input, value, choices) {
	const found = choices.find((candidate) => candidate === value);
	if (found !== void 0) return found;
	const allowed = choices.map((candidate) => `"${candidate}"`).join(", ");
	throw invalid(input, `is "${value}"`, `It takes ${allowed}.${didYouMean(value, choices)}`);
}
function boolean(input, value) {
	if (/^(true|True|TRUE)$/.test(value)) return true;
	if (/^(false|False|FALSE)$/.test(value)) return false;
	throw invalid(input, `is "${value}"`, "It takes \"true\" or \"false\".");
}
function wholeNumber(input, value) {
	if (/^\d{1,6}$/.test(value)) return Number(value);
	throw invalid(input, `is "${value}"`, "It takes a whole number; 0 means no limit.");
}
function invalid(input, what, remedy) {
	return new BakeError(`The input "${input}" ${what}`, {
		code: "invalid-input",
		category: "input",
		hint: remedy
	});
}
function duration(input, value) {
	const milliseconds = parseDuration(value);
	if (milliseconds !== void 0 && milliseconds >= 0) return milliseconds;
	throw invalid(input, `is "${value}"`, "It takes a duration such as \"90m\" or \"72h\".");
}
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
var MarkdownWriter = class {
	#mask;
	constructor(mask) {
		this.#mask = mask;
	}
	text(text) {
		return this.#mask(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replace(/[\\`*_{}[\]()#!|@~]/g, "\\$&").replace(/\s*\r?\n\s*/g, " ");
	}
	row(cells) {
		return `| ${cells.map((cell) => typeof cell === "string" ? this.text(cell) : `<code>${this.text(cell.code)}</code>`).join(" | ")} |`;
	}
};
export { choice as a, lines as c, boolean as i, wholeNumber as l, table as n, duration as o, withinLimit as r, invalid as s, MarkdownWriter as t, summary as u };
