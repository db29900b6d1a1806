import "./rolldown-runtime-BVN1G_yT.js";
import { _ as references, c as displayValue, d as RemoteAnswers, f as templateFunctions, g as EvaluationBudget, h as evaluate, m as constantScope, n as templatePorts, o as textsWithoutTemplate, p as clearer } from "./read-template-BJ9AH9-X.js";
import { c as parseExpression, p as Source } from "./diagnostic-text-BE2lGN9b.js";
import { r as hasErrors } from "./diagnostics-D6HUwDnG.js";
import { a as variableLines, t as noteErrors } from "./template-errors-CiRK5lPn.js";
import { t as inspectTemplate } from "./inspect-BjwsFDXu.js";
import { t as registryForReading } from "./registry-for-reading-D0ZOuxw0.js";
import { t as printableLine } from "./hostile-text-DGh0Qabk.js";
import { i as flagChoice, s as flagOn, t as EXIT } from "./command-TwrA_UT7.js";
import { t as renderDiagnostic } from "./print-diagnostic-C2j8FLrp.js";
import { n as noteHarmlessFlags, t as harmlessFlags } from "./harmless-flags-vx77DMgT.js";
import { a as wantsColours, r as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-CZWO_VLq.js";
import { i as templateRequest, n as EVALUATION_FLAGS, r as TEMPLATE_FLAGS, t as CONFIG_TYPES } from "./template-flags-DFYDXade.js";
import { t as BREAK } from "./terminal-CUo1YJwE.js";
// src/template/single-expressions.ts
var SingleExpressions = class SingleExpressions {
	functions;
	#scope;
	#remote;
	#noted;
	constructor({ standard, noted }, scope, remote) {
		this.functions = standard;
		this.#noted = noted;
		this.#scope = scope;
		this.#remote = remote;
	}
	static async open(scope, ports, place) {
		const { templateDirectory, workingDirectory, asksRemote } = place;
		const remote = new RemoteAnswers(asksRemote ? ports.askRemote : void 0, ports.signal);
		const functions = await templateFunctions(ports, templateDirectory, workingDirectory, void 0, remote);
		return new SingleExpressions(functions, scope, remote);
	}
	get sensitiveTexts() {
		return this.#noted.texts;
	}
	evaluate(expression) {
		return this.#remote.settle(() => {
			const environment = {
				...this.functions.environment,
				budget: new EvaluationBudget()
			};
			const functions = {
				...this.functions,
				environment
			};
			return evaluate(expression, {
				parent: this.#scope,
				variables: /* @__PURE__ */ new Map(),
				functions
			});
		});
	}
};
// src/hcl/expects-more.ts
const UNFINISHED = /* @__PURE__ */ new Set(["unclosed-bracket", "unclosed-heredoc"]);
function expectsMore(text) {
	const written = text.trimEnd();
	if (written === "") return false;
	if (/<<-?[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(written) && written === text) return true;
	return parseExpression(text, "input").diagnostics.some(({ code, subject }) => UNFINISHED.has(code) || (subject?.start.offset ?? 0) >= written.length);
}
// src/app/console/console-session.ts
const CONSOLE_INPUT = "<console-input>";
// src/app/console/console-expressions.ts
var ExpressionConsole = class {
	language = "hcl2";
	diagnostics;
	#expressions;
	#dataTypes;
	#reading;
	#secrets;
	constructor(expressions, dataTypes, reading, diagnostics, secrets) {
		this.#expressions = expressions;
		this.#dataTypes = [...dataTypes];
		this.#reading = reading;
		this.diagnostics = diagnostics;
		this.#secrets = secrets;
	}
	get names() {
		const { variables = [], locals = [], dataSources = [] } = this.#reading ?? {};
		return [
			...variables.map(({ name }) => `var.${name}`),
			...locals.map(({ name }) => `local.${name}`),
			...dataSources.map(({ type, name }) => `data.${type}.${name}`),
			"path.cwd",
			"path.root",
			"packer.version",
			...Array.from(this.#expressions.functions.functions.keys(), (name) => `${name}(`)
		].sort();
	}
	variableLines() {
		return variableLines(this.#reading ?? {
			variables: [],
			locals: []
		});
	}
	expectsMore(text) {
		return expectsMore(text);
	}
	async evaluate(text) {
		const source = new Source(CONSOLE_INPUT, text);
		const parsed = parseExpression(text, CONSOLE_INPUT);
		if (parsed.value === void 0 || hasErrors(parsed.diagnostics)) return {
			...parsed,
			value: void 0,
			source
		};
		const { value, diagnostics } = await this.#expressions.evaluate(parsed.value);
		for (const text of this.#expressions.sensitiveTexts) this.#secrets.register(text);
		const names = {
			variables: this.#reading?.variables.map(({ name }) => name) ?? [],
			locals: this.#reading?.locals.map(({ name }) => name) ?? [],
			data: this.#reading?.dataSources.map(({ type, name }) => `${type}.${name}`) ?? [],
			dataTypes: this.#dataTypes
		};
		const clear = diagnostics.map((each) => clearer(each, () => source, names));
		const invalid = value.isWhollyKnown() ? [] : this.#invalidVariables(parsed.value);
		if (invalid.length > 0) return {
			value: void 0,
			diagnostics: [...clear, ...invalid],
			source
		};
		return {
			value: hasErrors(clear) ? void 0 : displayValue(value),
			diagnostics: clear,
			source
		};
	}
	#invalidVariables(expression) {
		const used = references(expression).flatMap(({ root, steps: [first] }) => root === "var" && first?.kind === "attribute" ? [first.name] : []);
		const summaries = new Set(used.map((name) => `Invalid value for variable "${name}"`));
		return this.diagnostics.filter(({ code, summary }) => code === "invalid-variable-value" && summaries.has(summary)).map(({ severity, code, summary, detail }) => ({
			severity,
			code,
			summary,
			detail
		}));
	}
};
// src/app/console/console-texts.ts
var TextConsole = class {
	language = "json";
	diagnostics;
	#texts;
	constructor(texts, diagnostics) {
		this.#texts = texts;
		this.diagnostics = diagnostics;
	}
	get names() {
		return [...this.#texts.variables.keys(), ...this.#texts.functions].sort();
	}
	variableLines() {
		return [
			"",
			...Array.from(this.#texts.variables, ([name, shown]) => `${name}: ${shown},`).sort(),
			""
		];
	}
	expectsMore() {
		return false;
	}
	evaluate(text) {
		const source = new Source(CONSOLE_INPUT, text.trim());
		return Promise.resolve({
			...this.#texts.render(source),
			source
		});
	}
};
// src/app/console.ts
async function openConsole(request) {
	const { template, workingDirectory, evaluateDataSources: asksRemote = false } = request;
	const ports = templatePorts(request, registryForReading(request));
	if (template === void 0 && request.configType === "json") {
		const { value, diagnostics } = await textsWithoutTemplate({
			...request,
			template: ""
		}, ports);
		return new TextConsole(value, diagnostics);
	}
	if (template === void 0) {
		const scope = constantScope(".", workingDirectory);
		const place = {
			templateDirectory: workingDirectory,
			workingDirectory,
			asksRemote
		};
		return new ExpressionConsole(await SingleExpressions.open(scope, ports, place), ports.dataSources.keys(), void 0, [], request.secrets);
	}
	const { reading, diagnostics } = await inspectTemplate({
		...request,
		template
	});
	if (reading === void 0) return void 0;
	if (reading.legacy !== void 0) return new TextConsole(reading.legacy.texts, diagnostics);
	const place = {
		templateDirectory: reading.directory,
		workingDirectory,
		asksRemote
	};
	return new ExpressionConsole(await SingleExpressions.open(reading.scope, ports, place), ports.dataSources.keys(), reading, diagnostics, request.secrets);
}
// src/cli/console-dialogue.ts
const HELP = {
	hcl2: `The console evaluates expressions as they would be evaluated in the template.

  upper(var.name)    an expression: its value is printed
  variables          all variables and locals with their values
  help               this text
  exit               the end, as is Ctrl-D

An expression may go on over several lines, as long as a bracket or a heredoc is open; an empty line gives it up.
{{ }} in texts is rendered only in the console of a template in the older JSON format, or with -config-type=json.`,
	json: `The console renders texts as they would be rendered in the template, outside of any build.

  web-{{user \`name\`}}  a text: what it comes to is printed
  variables          all variables with their values
  help               this text
  exit               the end, as is Ctrl-D`
};
const BRACES = "{{ }} is rendered in the console of a template in the older JSON format, or without a template with -config-type=json.";
var ConsoleDialogue = class {
	failed = false;
	#session;
	#colours;
	#secrets;
	#onError;
	#unfinished = [];
	constructor(session, colours, secrets, onError) {
		this.#session = session;
		this.#colours = colours;
		this.#secrets = secrets;
		this.#onError = onError;
	}
	prompt() {
		return this.#unfinished.length === 0 ? "> " : "… ";
	}
	complete(word) {
		if (word === "") return [];
		return [
			...this.#session.names,
			"variables",
			"help",
			"exit"
		].filter((name) => name.startsWith(word));
	}
	async take(line) {
		if (this.#unfinished.length === 0) switch (line.trim()) {
			case "": return;
			case "exit": return "exit";
			case "help": return HELP[this.#session.language];
			case "variables": return this.#session.variableLines().join("\n");
		}
		this.#unfinished.push(line);
		if (line.trim() !== "" && this.#session.expectsMore(this.#unfinished.join("\n"))) return void 0;
		return this.finish();
	}
	async finish() {
		const text = this.#unfinished.join("\n");
		this.#unfinished = [];
		return text === "" ? void 0 : this.#evaluate(text);
	}
	drop() {
		const dropped = this.#unfinished.length > 0;
		this.#unfinished = [];
		return dropped;
	}
	async #evaluate(text) {
		const { value, diagnostics, source } = await this.#session.evaluate(text);
		for (const diagnostic of diagnostics) this.#onError(renderDiagnostic(diagnostic, {
			colours: this.#colours,
			source: () => source,
			secrets: this.#secrets
		}));
		if (value !== void 0) return value;
		this.failed = true;
		if (this.#session.language === "hcl2" && text.includes("{{")) this.#onError(BRACES);
	}
};
// src/cli/commands/console.ts
const { var: variable, "var-file": variableFile, "config-type": configType } = TEMPLATE_FLAGS;
const consoleCommand = {
	name: "console",
	summary: "Try expressions, or {{ }}, with the values of a template; in a pipe, print the last result",
	positionals: "[TEMPLATE]",
	flags: {
		var: variable,
		"var-file": variableFile,
		"config-type": {
			...configType,
			doc: `${configType.doc} Without a template: what is typed, {{ }} for json; default hcl2.`
		},
		...EVALUATION_FLAGS,
		color: OUTPUT_FLAGS.color,
		...harmlessFlags("use-sequential-evaluation")
	},
	async run(parsed, terminal) {
		const reporter = reporterFor(parsed, terminal);
		noteHarmlessFlags(parsed, reporter);
		const session = await openConsole({
			...terminal.surroundings(reporter),
			...consoleRequest(parsed, terminal.workingDirectory),
			evaluateDataSources: flagOn(parsed, "evaluate-datasources")
		});
		if (session === void 0) return EXIT.failed;
		const diagnostics = session.diagnostics.filter(({ code }) => code !== "nothing-to-build");
		noteErrors(diagnostics, parsed, terminal);
		const dialogue = new ConsoleDialogue(session, wantsColours(parsed, terminal), terminal.secrets, (text) => terminal.err.write(`${text}\n\n`));
		return terminal.input.isTTY ? interactive(dialogue, terminal) : piped(dialogue, terminal);
	}
};
function consoleRequest(parsed, workingDirectory) {
	if (parsed.positionals.length > 0) return templateRequest("console", parsed, workingDirectory);
	return {
		...templateRequest("console", {
			...parsed,
			positionals: ["."]
		}, workingDirectory),
		configType: flagChoice(parsed, "config-type", CONFIG_TYPES) ?? "hcl2",
		template: void 0
	};
}
async function interactive(dialogue, { input, out, secrets, signal }) {
	for await (const entry of input.lines(dialogue)) {
		if (entry === BREAK) {
			if (!dialogue.drop()) break;
			continue;
		}
		const answer = await dialogue.take(entry);
		if (answer === "exit") break;
		if (answer === void 0) continue;
		for (const line of secrets.mask(answer).split("\n")) out.write(`${printableLine(line, false)}\n`);
	}
	return signal.aborted ? EXIT.interrupted : EXIT.done;
}
async function piped(dialogue, { input, out, secrets, signal }) {
	let last;
	for await (const entry of input.lines(dialogue)) {
		const answer = entry === BREAK ? void 0 : await dialogue.take(entry);
		if (answer === "exit") break;
		last = answer ?? last;
	}
	last = await dialogue.finish() ?? last;
	if (last !== void 0) out.write(`${secrets.mask(last)}\n`);
	if (signal.aborted) return EXIT.interrupted;
	return dialogue.failed ? EXIT.failed : EXIT.done;
}
export { consoleCommand };
