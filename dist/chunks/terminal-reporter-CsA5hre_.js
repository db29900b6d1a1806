import { E as printableLine, l as narrate, o as sourceLines, t as renderDiagnostic } from "./print-diagnostic-DzljT0bL.js";
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
				source: this.#source,
				secrets: this.#secrets
			});
			this.#out.write(`${text}\n\n`);
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
export { TerminalReporter as t };
