import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as didYouMean, t as alternatives } from "./suggestion-CB4l7Gry.js";
// src/cli/arguments.ts
var UsageError = class extends BakeError {
	name = "UsageError";
	constructor(message, hint) {
		super(message, {
			code: "usage",
			category: "input",
			hint
		});
	}
};
function commandFirst(words) {
	const [first, command, ...rest] = words;
	return first !== void 0 && command !== void 0 && /^--?machine-readable(=\w+)?$/.test(first) ? [
		command,
		first,
		...rest
	] : words;
}
function parseArguments(command, words, flags) {
	const found = /* @__PURE__ */ new Map();
	const positionals = [];
	let lastValueOf;
	for (let index = 0; index < words.length; index += 1) {
		const word = words[index] ?? "";
		if (word === "--") {
			positionals.push(...words.slice(index + 1));
			break;
		}
		if (word === "-" || !word.startsWith("-")) {
			positionals.push(word);
			continue;
		}
		const [, name = "", , inline] = /^--?([^=]+)(=([\s\S]*))?$/.exec(word) ?? [];
		const flag = Object.hasOwn(flags, name) ? flags[name] : void 0;
		if (flag === void 0) throw new UsageError(`bake-ami ${command} has no flag -${name}.`, `${didYouMean(`-${name}`, Object.keys(flags).map((known) => `-${known}`)).trim()} bake-ami ${command} -help lists all.`.trim());
		let value = inline;
		if (value === void 0 && flag.kind === "boolean") value = "true";
		if (value === void 0) {
			index += 1;
			value = words[index];
			lastValueOf = index === words.length - 1 ? name : void 0;
			if (value === void 0) throw new UsageError(`The flag -${name} needs a value.`, `Write -${name}=VALUE.`);
		}
		if (flag.kind === "boolean" && !/^(true|false|1|0)$/.test(value)) throw new UsageError(`The flag -${name} is "${value}".`, "It takes true or false.");
		const values = flag.kind === "list" ? value.split(",").filter((part) => part !== "") : [value];
		found.set(name, flag.kind === "string" || flag.kind === "boolean" ? values : [...found.get(name) ?? [], ...values]);
	}
	return {
		flags: found,
		positionals,
		...lastValueOf !== void 0 && { lastValueOf }
	};
}
function refusePositionals(command, { positionals: [word] }) {
	if (word === void 0) return;
	throw new UsageError(`bake-ami ${command} takes no "${word}".`, `It takes flags only. bake-ami ${command} -help lists all.`);
}
function flagText({ flags }, name) {
	return flags.get(name)?.[0];
}
function flagOn({ flags }, name, byDefault = false) {
	const value = flags.get(name)?.[0];
	return value === void 0 ? byDefault : value === "true" || value === "1";
}
function flagList({ flags }, name) {
	return flags.get(name) ?? [];
}
function flagChoice(parsed, name, choices) {
	const value = flagText(parsed, name);
	if (value === void 0) return void 0;
	const found = choices.find((candidate) => candidate === value);
	if (found !== void 0) return found;
	throw new UsageError(`The flag -${name} is "${value}".`, `It takes ${alternatives(choices)}.`);
}
function flagNumber(parsed, name, least = 0, most = 999999) {
	const value = flagText(parsed, name);
	if (value === void 0) return void 0;
	if (/^\d{1,6}$/.test(value) && Number(value) <= most || value === String(least)) return Number(value);
	throw new UsageError(`The flag -${name} is "${value}".`, `It takes a whole number from ${least} to ${most}.`);
}
// src/cli/command.ts
const EXIT = {
	done: 0,
	failed: 1,
	usage: 2,
	interrupted: 130
};
export { flagList as a, flagText as c, flagChoice as i, parseArguments as l, UsageError as n, flagNumber as o, commandFirst as r, flagOn as s, EXIT as t, refusePositionals as u };
