import "./rolldown-runtime-COqNOauY.js";
import { t as validate } from "./validate-Bl0C83t4.js";
import { t as EXIT } from "./command-B1HTpwtu.js";
import { n as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-DynlyhXn.js";
import { n as templateRequest, t as TEMPLATE_FLAGS } from "./template-flags-1IMyUM3e.js";
const inspectCommand = {
	name: "inspect",
	summary: "Show the variables and builds of a template",
	positionals: "TEMPLATE",
	flags: {
		...TEMPLATE_FLAGS,
		...OUTPUT_FLAGS
	},
	async run(parsed, terminal) {
		const { plan } = await validate({
			...terminal.surroundings(reporterFor(parsed, terminal)),
			...templateRequest("inspect", parsed, terminal.workingDirectory),
			syntaxOnly: false
		});
		if (plan === void 0) return EXIT.failed;
		const write = (text = "") => terminal.out.write(`${terminal.secrets.mask(text)}\n`);
		write("> input-variables:\n");
		for (const { name, value } of plan.variables) write(`var.${name}: ${value}`);
		write("\n> builds:\n");
		for (const build of plan.builds) {
			write(`  > ${build.name}:`);
			const provisioners = build.provisioners.map(({ type }) => `      ${type}`);
			write(`\n    provisioners:\n${provisioners.length === 0 ? "      <no provisioner>" : provisioners.join("\n")}`);
			const chains = build.postProcessorChains.map((chain) => `      ${chain.map(({ type }) => type).join(" -> ")}`);
			write(`\n    post-processors:\n${chains.length === 0 ? "      <no post-processor>" : chains.join("\n")}\n`);
		}
		return EXIT.done;
	}
};
export { inspectCommand };
