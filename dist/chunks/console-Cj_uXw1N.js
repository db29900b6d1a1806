import "./rolldown-runtime-COqNOauY.js";
import { D as hasErrors, h as Source, n as renderDiagnostic, t as printableLine, u as parseExpression } from "./hostile-text-DwEQVxIB.js";
import { a as RemoteAnswers, c as clearer, d as EvaluationBudget, l as constantScope, n as templatePorts, o as templateFunctions, u as evaluate } from "./read-template-B5uEgkZO.js";
import { t as inspectTemplate } from "./inspect-BuGUmkIj.js";
import { t as registryForReading } from "./registry-for-reading-ikjZoYjB.js";
import { a as variableLines, o as displayValue, t as noteErrors } from "./template-errors-3latFhQO.js";
import { s as flagOn, t as EXIT } from "./command-lCcgxLPH.js";
import { n as noteHarmlessFlags, t as harmlessFlags } from "./harmless-flags-BuUuhSXr.js";
import { a as wantsColours, r as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-o3_MWUxR.js";
import { n as TEMPLATE_FLAGS, r as templateRequest, t as EVALUATION_FLAGS } from "./template-flags-B5KSym36.js";
import { t as BREAK } from "./terminal-CUo1YJwE.js";
// src/template/single-expressions.ts
var SingleExpressions = class SingleExpressions {
	functions;
	#scope;
	#remote;
	constructor(functions, scope, remote) {
		this.functions = functions;
		this.#scope = scope;
		this.#remote = remote;
	}
	static async open(scope, ports, place) {
		const { templateDirectory, workingDirectory, asksRemote } = place;
		const remote = new RemoteAnswers(asksRemote ? ports.askRemote : void 0, ports.signal);
		const { standard } = await templateFunctions(ports, templateDirectory, workingDirectory, void 0, remote);
		return new SingleExpressions(standard, scope, remote);
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
// src/app/console.ts
const INPUT = "<console-input>";
async function openConsole(request) {
	const { template, workingDirectory, evaluateDataSources: asksRemote = false } = request;
	const ports = templatePorts(request, registryForReading(request));
	if (template === void 0) {
		const scope = constantScope(".", workingDirectory);
		const place = {
			templateDirectory: workingDirectory,
			workingDirectory,
			asksRemote
		};
		return new Session(await SingleExpressions.open(scope, ports, place), void 0, []);
	}
	const { reading, diagnostics } = await inspectTemplate({
		...request,
		template
	});
	if (reading === void 0) return void 0;
	const place = {
		templateDirectory: reading.directory,
		workingDirectory,
		asksRemote
	};
	return new Session(await SingleExpressions.open(reading.scope, ports, place), reading, diagnostics);
}
var Session = class {
	reading;
	diagnostics;
	#expressions;
	constructor(expressions, reading, diagnostics) {
		this.#expressions = expressions;
		this.reading = reading;
		this.diagnostics = diagnostics;
	}
	get names() {
		const { variables = [], locals = [], dataSources = [] } = this.reading ?? {};
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
	async evaluate(text) {
		const source = new Source(INPUT, text);
		const parsed = parseExpression(text, INPUT);
		if (parsed.value === void 0 || hasErrors(parsed.diagnostics)) return {
			...parsed,
			value: void 0,
			source
		};
		const { value, diagnostics } = await this.#expressions.evaluate(parsed.value);
		const names = {
			variables: this.reading?.variables.map(({ name }) => name) ?? [],
			locals: this.reading?.locals.map(({ name }) => name) ?? [],
			data: this.reading?.dataSources.map(({ type, name }) => `${type}.${name}`) ?? []
		};
		const clear = diagnostics.map((each) => clearer(each, () => source, names));
		return {
			value: hasErrors(clear) ? void 0 : value,
			diagnostics: clear,
			source
		};
	}
};
// src/cli/console-dialogue.ts
const HELP = `The console evaluates expressions as they would be evaluated in the template.

  upper(var.name)    an expression: its value is printed
  variables          all variables and locals with their values
  help               this text
  exit               the end, as is Ctrl-D

An expression may go on over several lines, as long as a bracket or a heredoc is open; an empty line gives it up.
{{ }} in texts is not rendered here.`;
var ConsoleDialogue = class {
	failed = false;
	#session;
	#colours;
	#onError;
	#unfinished = [];
	constructor(session, colours, onError) {
		this.#session = session;
		this.#colours = colours;
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
			case "help": return HELP;
			case "variables": return this.#variables();
		}
		this.#unfinished.push(line);
		if (line.trim() !== "" && expectsMore(this.#unfinished.join("\n"))) return void 0;
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
			source: () => source
		}));
		if (value !== void 0) return displayValue(value);
		this.failed = true;
	}
	#variables() {
		const { reading } = this.#session;
		return variableLines(reading ?? {
			variables: [],
			locals: []
		}).join("\n");
	}
};
// src/cli/commands/console.ts
const { var: variable, "var-file": variableFile, "config-type": configType } = TEMPLATE_FLAGS;
const consoleCommand = {
	name: "console",
	summary: "Try expressions with the values of a template; in a pipe, print the last result",
	positionals: "[TEMPLATE]",
	flags: {
		var: variable,
		"var-file": variableFile,
		"config-type": configType,
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
		const dialogue = new ConsoleDialogue(session, wantsColours(parsed, terminal), (text) => terminal.err.write(`${terminal.secrets.mask(text)}\n\n`));
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
