import { E as printableLine, i as concealedSource, l as narrate, o as sourceLines, r as snippetOf, t as renderDiagnostic } from "./print-diagnostic-DzljT0bL.js";
import { n as UsageError, s as flagOn } from "./command-CKPyi7e2.js";
import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { t as TerminalReporter } from "./terminal-reporter-CsA5hre_.js";
// src/cli/json-reporter.ts
var JsonReporter = class {
	#out;
	#secrets;
	#now;
	#source;
	constructor(out, secrets, now, source = () => void 0) {
		this.#out = out;
		this.#secrets = secrets;
		this.#now = now;
		this.#source = source;
	}
	report(event) {
		const line = JSON.stringify({
			time: new Date(this.#now()).toISOString(),
			...this.#withSnippet(event)
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
	#withSnippet(event) {
		if (event.type !== "diagnostic" || event.diagnostic.subject === void 0) return event;
		const source = this.#source(event.diagnostic.subject.filename);
		return source === void 0 ? event : {
			...event,
			snippet: snippetOf(event.diagnostic, concealedSource(source, this.#secrets))
		};
	}
};
// src/cli/machine-reporter.ts
var MachineReporter = class {
	#ui;
	#source;
	#debug;
	#secrets;
	constructor(ui, secrets, { workingDirectory, debug }) {
		this.#ui = ui;
		this.#secrets = secrets;
		this.#source = sourceLines(workingDirectory);
		this.#debug = debug;
	}
	report(event) {
		if (event.type === "diagnostic") {
			const text = renderDiagnostic(event.diagnostic, {
				source: this.#source,
				secrets: this.#secrets
			});
			if (event.diagnostic.severity === "error") this.#ui.error(text);
			else this.#ui.say(text);
			return;
		}
		const narration = narrate(event);
		if (narration === void 0 || narration.weight === "debug" && !this.#debug) return;
		const { weight, build, text } = narration;
		const name = build === void 0 ? "" : `${build}: `;
		if (weight === "error") this.#ui.error(`==> ${name}${text}`);
		else if (weight === "heading") this.#ui.say(build === void 0 ? text : `==> ${name}${text}`);
		else this.#ui.message(`    ${name}${text}`);
	}
};
// src/cli/machine-line.ts
function machineLine(now, target, category, data) {
	return `${[String(Math.floor(now / 1e3)), ...[
		target,
		category,
		...data
	].map(escaped)].join(",")}\n`;
}
function escaped(text) {
	return text.replaceAll(",", "%!(PACKER_COMMA)").replaceAll("\r", "\\r").replaceAll("\n", "\\n");
}
// src/cli/ui.ts
function printable(text) {
	return text.split("\n").map((line) => printableLine(line, false)).join("\n");
}
var TextUi = class {
	isMachineReadable = false;
	#out;
	#secrets;
	constructor(out, secrets) {
		this.#out = out;
		this.#secrets = secrets;
	}
	say(text) {
		this.#out.write(`${printable(this.#secrets.mask(text))}\n`);
	}
	message(text) {
		this.say(text);
	}
	error(text) {
		this.say(text);
	}
	machine() {}
};
var JsonUi = class {
	isMachineReadable = false;
	#reporter;
	constructor(reporter) {
		this.#reporter = reporter;
	}
	say(text) {
		this.#reporter.report({
			type: "log",
			level: "info",
			message: text
		});
	}
	message(text) {
		this.say(text);
	}
	error(text) {
		this.#reporter.report({
			type: "log",
			level: "error",
			message: text
		});
	}
	machine() {}
};
var MachineUi = class {
	isMachineReadable = true;
	#out;
	#secrets;
	#now;
	constructor(out, secrets, now) {
		this.#out = out;
		this.#secrets = secrets;
		this.#now = now;
	}
	say(text) {
		this.#ui("say", text);
	}
	message(text) {
		this.#ui("message", text);
	}
	error(text) {
		this.#ui("error", text);
	}
	machine(category, data, target = "") {
		const [maskedTarget = "", maskedCategory = "", ...rest] = [
			target,
			category,
			...data
		].map((each) => this.#secrets.mask(each));
		this.#out.write(machineLine(this.#now(), maskedTarget, maskedCategory, rest));
	}
	#ui(kind, text) {
		this.machine("ui", [kind, printable(this.#secrets.mask(text))]);
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
	"machine-readable": {
		kind: "boolean",
		doc: "Lines as Packer writes them for programs: time,target,category,data."
	},
	json: {
		kind: "boolean",
		doc: "Each event as one line of JSON, for programs."
	}
};
function reporterFor(parsed, terminal) {
	const { out, secrets, environment, workingDirectory } = terminal;
	const debug = ![
		"",
		"0",
		void 0
	].includes(environment["PACKER_LOG"]);
	const ui = uiFor(parsed, terminal);
	if (flagOn(parsed, "json")) return jsonReporter(terminal);
	if (ui.isMachineReadable) return new MachineReporter(ui, secrets, {
		workingDirectory,
		debug
	});
	return new TerminalReporter(out, secrets, {
		colours: wantsColours(parsed, terminal),
		timestamps: flagOn(parsed, "timestamp-ui"),
		debug,
		workingDirectory
	});
}
function uiFor(parsed, terminal) {
	const { out, secrets } = terminal;
	const json = flagOn(parsed, "json");
	if (!flagOn(parsed, "machine-readable")) return json ? new JsonUi(jsonReporter(terminal)) : new TextUi(out, secrets);
	if (json) throw new UsageError("Both -json and -machine-readable were given.", "Programs read either the one or the other.");
	return machineUi(terminal);
}
function machineUi({ out, secrets }) {
	return new MachineUi(out, secrets, () => Date.now());
}
function jsonReporter({ out, secrets, workingDirectory }) {
	return new JsonReporter(out, secrets, () => Date.now(), sourceLines(workingDirectory));
}
function wantsColours(parsed, { out, environment }) {
	const wanted = out.isTTY && !environment["NO_COLOR"] && !environment["PACKER_NO_COLOR"];
	return flagOn(parsed, "color", wanted);
}
export { wantsColours as a, uiFor as i, machineUi as n, reporterFor as r, OUTPUT_FLAGS as t };
