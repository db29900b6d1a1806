import "./rolldown-runtime-BVN1G_yT.js";
import { t as runLocalProcess } from "./local-process-CXkfOmdb.js";
import { t as splitAssignment } from "./assignment-CO06e-o7.js";
import { s as errorCode, t as BakeError } from "./errors-Bd0aY3lr.js";
// src/provisioners/ansible/check-installed.ts
async function checkAnsibleInstalled(decoded, context) {
	const { options } = decoded;
	if (options.skip_version_check === true || decoded.unknown("skip_version_check")) return;
	if (!decoded.unknown("command")) await checkProgram("command", options.command, decoded, context);
	if (decoded.given("galaxy_file") && !decoded.unknown("galaxy_command")) await checkProgram("galaxy_command", options.galaxy_command, decoded, context);
}
async function checkProgram(option, program, decoded, context) {
	const { clock, signal, workingDirectory } = context;
	let lastLine = "";
	const { status } = await runLocalProcess({
		program,
		args: ["--version"],
		environment: {
			...context.environment,
			...knownVariables(decoded)
		},
		workingDirectory,
		clock,
		signal,
		onLine: (_stream, line) => {
			if (line.trim() !== "") lastLine = line.trim();
		}
	}).catch((thrown) => {
		throw isNotStartable(thrown) ? notFound(option, program, thrown) : thrown;
	});
	if (status === 0) return;
	throw new BakeError(`${program} does not work on this machine: ${program} --version exited with status ${status}`, {
		code: "ansible-not-working",
		category: "provision",
		hint: `${lastLine === "" ? "It printed nothing." : `The last that it printed: "${lastLine}".`} A program that does not know --version needs skip_version_check = true.`
	});
}
function notFound(option, program, cause) {
	const message = errorCode(cause.cause) === "ENOENT" ? `The program ${program}, which provisioner "ansible" needs, is not on this machine` : `The program ${program}, which provisioner "ansible" needs, can't be started: ${cause.message}`;
	return new BakeError(message, {
		code: "ansible-not-found",
		category: "provision",
		hint: `Install Ansible in a step before this one (pip install ansible-core), or say with ${option} where it is. Nothing was launched.`,
		cause
	});
}
function knownVariables({ options }) {
	const plain = (options.ansible_env_vars ?? []).filter((entry) => !entry.includes("{{")).map(splitAssignment);
	return Object.fromEntries(plain.flatMap((each) => each === void 0 ? [] : [[each.name, each.value]]));
}
function isNotStartable(thrown) {
	return thrown instanceof BakeError && thrown.code === "program-not-startable";
}
export { checkAnsibleInstalled };
