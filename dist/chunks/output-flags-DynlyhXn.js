import { o as flagOn } from "./command-B1HTpwtu.js";
import { t as BakeError } from "./errors-B7WcGKTd.js";
import { r as narrate } from "./narration-DU_dDXII.js";
import { n as renderDiagnostic, r as sourceLines, t as printableLine } from "./hostile-text-D5YkQhqw.js";
import { styleText } from "node:util";
// src/cli/json-reporter.ts
var JsonReporter = class {
	#out;
	#secrets;
	#now;
	constructor(out, secrets, now) {
		this.#out = out;
		this.#secrets = secrets;
		this.#now = now;
	}
	report(event) {
		const line = JSON.stringify({
			time: new Date(this.#now()).toISOString(),
			...event
		}, (_key, value) => {
			if (typeof value === "string") return this.#secrets.mask(value);
			if (value instanceof BakeError) {
				const { code, category, retryable, message, hint } = value;
				return {
					code,
					category,
					retryable,
					message,
					hint
				};
			}
			return value;
		});
		this.#out.write(`${line}\n`);
	}
};
// src/cli/terminal-reporter.ts
const STYLES = {
	heading: "bold",
	detail: void 0,
	remote: "dim",
	warning: "yellow",
	error: "red",
	debug: "gray"
};
var TerminalReporter = class {
	#out;
	#secrets;
	#options;
	#source;
	constructor(out, secrets, options) {
		this.#out = out;
		this.#secrets = secrets;
		this.#options = options;
		this.#source = sourceLines(options.workingDirectory);
	}
	report(event) {
		if (event.type === "diagnostic") {
			const text = renderDiagnostic(event.diagnostic, {
				colours: this.#options.colours,
				source: this.#source
			});
			this.#out.write(`${this.#secrets.mask(text)}\n\n`);
			return;
		}
		const narration = narrate(event);
		if (narration === void 0 || narration.weight === "debug" && !this.#options.debug) return;
		const { weight, build, text } = narration;
		const lead = weight === "heading" || weight === "error" ? "==> " : "    ";
		const name = build === void 0 ? "" : `${build}: `;
		for (const line of this.#secrets.mask(text).split("\n")) {
			const time = this.#options.timestamps ? `${(/* @__PURE__ */ new Date()).toISOString()}: ` : "";
			this.#out.write(`${this.#paint(weight, `${time}${lead}${name}${printableLine(line, this.#options.colours)}`)}\n`);
		}
	}
	#paint(weight, text) {
		const style = STYLES[weight];
		return this.#options.colours && style !== void 0 ? styleText(style, text, { validateStream: false }) : text;
	}
};
// src/cli/output-flags.ts
const OUTPUT_FLAGS = {
	color: {
		kind: "boolean",
		doc: "Colours; on by default in a terminal. -color=false switches them off."
	},
	"timestamp-ui": {
		kind: "boolean",
		doc: "The time before each line."
	},
	json: {
		kind: "boolean",
		doc: "Each event as one line of JSON, for programs."
	}
};
function reporterFor(parsed, terminal) {
	const { out, secrets, environment, workingDirectory } = terminal;
	if (flagOn(parsed, "json")) return new JsonReporter(out, secrets, () => Date.now());
	const wanted = out.isTTY && !environment["NO_COLOR"] && !environment["PACKER_NO_COLOR"];
	return new TerminalReporter(out, secrets, {
		colours: flagOn(parsed, "color", wanted),
		timestamps: flagOn(parsed, "timestamp-ui"),
		debug: ![
			"",
			"0",
			void 0
		].includes(environment["PACKER_LOG"]),
		workingDirectory
	});
}
export { reporterFor as n, OUTPUT_FLAGS as t };
