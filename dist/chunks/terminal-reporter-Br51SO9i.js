import { a as sourceLines, i as BuildNames, r as WaitingLines, t as renderDiagnostic } from "./print-diagnostic-C2j8FLrp.js";
import { D as narrate } from "./diagnostic-text-BE2lGN9b.js";
import { t as printableLine } from "./hostile-text-DGh0Qabk.js";
import { styleText } from "node:util";
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
	#waits = new WaitingLines();
	#names;
	#options;
	#source;
	constructor(out, secrets, options) {
		this.#out = out;
		this.#secrets = secrets;
		this.#options = options;
		this.#names = new BuildNames(options.colours, { isPadded: false });
		this.#source = sourceLines(options.workingDirectory);
	}
	report(event) {
		if (event.type === "diagnostic") {
			const text = renderDiagnostic(event.diagnostic, {
				colours: this.#options.colours,
				source: this.#source,
				secrets: this.#secrets
			});
			this.#out.write(`${text}\n\n`);
			return;
		}
		if (event.type === "run-started") this.#names.names = event.builds;
		if (event.type === "waiting" && !this.#waits.isWorthALine(event)) return;
		const narration = narrate(event);
		if (narration === void 0 || narration.weight === "debug" && !this.#options.debug) return;
		const { weight, build, text } = narration;
		const lead = weight === "heading" || weight === "error" ? "==> " : "    ";
		const name = build === void 0 ? "" : this.#names.label(build);
		for (const line of this.#secrets.mask(text).split("\n")) {
			const time = this.#options.timestamps ? `${(/* @__PURE__ */ new Date()).toISOString()}: ` : "";
			const shown = printableLine(line, this.#options.colours);
			const end = shown.includes("\x1B[") ? "\x1B[0m" : "";
			this.#out.write(`${this.#paint(weight, `${time}${lead}${name}${shown}`)}${end}\n`);
		}
	}
	#paint(weight, text) {
		const style = STYLES[weight];
		return this.#options.colours && style !== void 0 ? styleText(style, text, { validateStream: false }) : text;
	}
};
export { TerminalReporter as t };
