import { n as shellWord } from "./posix-shell-DMV6XIRl.js";
import { c as displayValue, l as quoted, s as SENSITIVE_DISPLAY } from "./read-template-BJ9AH9-X.js";
import { a as flagList, c as flagText, s as flagOn } from "./command-TwrA_UT7.js";
// src/app/texts/inspection-text.ts
function variableLines({ variables, locals }) {
	return [
		"> input-variables:",
		"",
		...byName(variables).flatMap(({ name, value, description }) => [...description === void 0 || description === "" ? [] : description.split("\n").map((line) => `# ${line}`), `var.${name}: ${quoted(displayValue(value))}`]),
		"",
		"> local-variables:",
		"",
		...byName(locals).map(({ name, value }) => `local.${name}: ${quoted(displayValue(value))}`),
		""
	];
}
function dataSourceLines({ dataSources }) {
	if (dataSources.length === 0) return [];
	return [
		"> data-sources:",
		"",
		...dataSources.map(({ type, name }) => `data.${type}.${name}`),
		""
	];
}
function buildLines({ builds }) {
	return ["> builds:", ...builds.flatMap(oneBuild)];
}
function oneBuild(build, index) {
	const { name, description, sources, provisioners, errorCleanupProvisioner, postProcessorChains } = build;
	return [
		"",
		`  > ${name === "" ? `<unnamed build ${index}>` : name}:`,
		...description === void 0 || description === "" ? [] : ["", `  > Description: ${description}`],
		"",
		"    sources:",
		...(sources.length === 0 ? ["<no source>"] : sources).flatMap((source) => ["", `      ${source}`]),
		"",
		"    provisioners:",
		"",
		...(provisioners.length === 0 ? ["<no provisioner>"] : provisioners.map(stepName)).map((step) => `      ${step}`),
		...errorCleanupProvisioner === void 0 ? [] : [
			"",
			"    error-cleanup-provisioner:",
			"",
			`      ${stepName(errorCleanupProvisioner)}`
		],
		"",
		"    post-processors:",
		...postProcessorChains.length === 0 ? ["", "      <no post-processor>"] : [],
		...postProcessorChains.flatMap((chain, position) => [
			"",
			`      ${position}:`,
			...chain.map((step) => `        ${stepName(step)}`)
		])
	];
}
function stepName({ type, name }) {
	return name === void 0 ? type : `${type}.${name}`;
}
function byName(named) {
	return [...named].sort((a, b) => a.name < b.name ? -1 : 1);
}
function legacyLines({ description, variables, builders, provisioners }) {
	const sorted = byName(variables);
	const required = sorted.filter(({ fallback }) => fallback === void 0);
	const optional = sorted.filter(({ fallback }) => fallback !== void 0);
	const width = (names) => Math.max(0, ...names.map(({ name }) => name.length));
	return [
		...description === void 0 || description === "" ? [] : [{ text: "Description:\n" }, { text: `${description}\n` }],
		...variables.length === 0 ? [{ text: "Variables:\n" }, { text: "  <No variables>" }] : [],
		...required.length === 0 ? [] : [{ text: "Required variables:\n" }],
		...required.map(({ name }) => ({
			text: `  ${name}`,
			fact: [
				"template-variable",
				name,
				"",
				"1"
			]
		})),
		...required.length === 0 ? [] : [{ text: "" }],
		...optional.length === 0 ? [] : [{ text: "Optional variables and their defaults:\n" }],
		...optional.map(({ name, fallback = "", sensitive }) => {
			const shown = sensitive ? SENSITIVE_DISPLAY : fallback;
			return {
				text: `  ${name.padEnd(width(variables))} = ${shown}`,
				fact: [
					"template-variable",
					name,
					shown,
					"0"
				]
			};
		}),
		{ text: "" },
		{ text: "Builders:\n" },
		...builders.length === 0 ? [{ text: "  <No builders>" }] : [],
		...byName(builders).map(({ name, type }) => ({
			text: `  ${name.padEnd(width(builders))}${name === type ? "" : ` (${type})`}`,
			fact: [
				"template-builder",
				name,
				type
			]
		})),
		{ text: "" },
		{ text: "Provisioners:\n" },
		...provisioners.length === 0 ? [{ text: "  <No provisioners>" }] : [],
		...provisioners.map((type) => ({
			text: `  ${type}`,
			fact: ["template-provisioner", type]
		})),
		{ text: "\nNote: If your build names contain user variables or template\nfunctions such as 'timestamp', these are processed at build time,\nand therefore only show in their raw form here." }
	];
}
// src/cli/template-errors.ts
function noteErrors(diagnostics, parsed, terminal) {
	const errors = diagnostics.filter(({ severity }) => severity === "error");
	if (errors.length === 0) return;
	const note = `Note: the template can't be built as it is: ${errors[0]?.summary ?? ""}${errors.length === 1 ? "" : `, and ${errors.length - 1} more`}. See: ${validateCommandLine(parsed, (text) => terminal.secrets.mask(text) === text)}`;
	terminal.err.write(`${terminal.secrets.mask(note)}\n`);
}
function validateCommandLine(parsed, isShown) {
	const variables = flagList(parsed, "var").map((each) => {
		const equals = each.indexOf("=");
		return isShown(each.slice(equals + 1)) ? each : `${each.slice(0, equals)}=…`;
	});
	const configType = flagText(parsed, "config-type");
	return [
		"bake-ami validate",
		...flagList(parsed, "var-file").map((file) => `-var-file=${shellWord(file)}`),
		...variables.map((each) => `-var ${shellWord(each)}`),
		...configType === void 0 ? [] : [`-config-type=${configType}`],
		...flagOn(parsed, "evaluate-datasources") ? ["-evaluate-datasources"] : [],
		shellWord(parsed.positionals[0] ?? ".")
	].join(" ");
}
export { variableLines as a, legacyLines as i, buildLines as n, dataSourceLines as r, noteErrors as t };
