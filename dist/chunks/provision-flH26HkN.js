import "./rolldown-runtime-BVN1G_yT.js";
import { t as runLocalProcess } from "./local-process-CXkfOmdb.js";
import { t as splitAssignment } from "./assignment-CO06e-o7.js";
import { n as withDeadline } from "./deadline-BStsF6u5.js";
import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as writeInventory, t as isHostList } from "./inventory-aA-Y_buc.js";
import { n as shellWord } from "./posix-shell-DMV6XIRl.js";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
// src/provisioners/ansible/galaxy.ts
async function galaxyRuns(options, workingDirectory) {
	if (options.galaxy_file === void 0) return [];
	const file = resolve(workingDirectory, options.galaxy_file);
	const text = await readFile(file, "utf8");
	const hasCollections = /^collections:/m.test(text);
	const hasRoles = /^roles:/m.test(text) || !hasCollections;
	const force = [...options.galaxy_force_install ? ["-f"] : [], ...options.galaxy_force_with_deps ? ["--force-with-deps"] : []];
	const into = (path) => path === void 0 ? [] : ["-p", resolve(workingDirectory, path)];
	return [...hasRoles ? [[
		"install",
		"-r",
		file,
		...force,
		...into(options.roles_path)
	]] : [], ...hasCollections ? [[
		"collection",
		"install",
		"-r",
		file,
		...force,
		...into(options.collections_path)
	]] : []];
}
// src/provisioners/ansible/ssh-access.ts
async function prepareSshAccess(communicator, folder) {
	const { access } = communicator;
	const knownHosts = join(folder, "known_hosts");
	await writeFile(knownHosts, access.knownHosts.map((line) => `${line}\n`).join(""), { mode: 384 });
	const privateKeyFile = access.privateKeyFile ?? await writeKey(access.privateKey, folder);
	const words = [
		...hostKeyOptions(knownHosts),
		...privateKeyFile === void 0 ? [] : ["-o", "IdentitiesOnly=yes"],
		...access.bastion === void 0 ? [] : ["-o", `ProxyCommand=${proxyCommand(access.bastion, knownHosts)}`]
	];
	return {
		privateKeyFile,
		password: access.password,
		commonArguments: words.map((word) => shellWord(word)).join(" ")
	};
}
async function writeKey(privateKey, folder) {
	if (privateKey === void 0) return void 0;
	const file = join(folder, "id");
	await writeFile(file, privateKey.endsWith("\n") ? privateKey : `${privateKey}\n`, { mode: 384 });
	return file;
}
function hostKeyOptions(knownHosts) {
	return [
		"-o",
		`UserKnownHostsFile=${configPath(knownHosts)}`,
		"-o",
		"GlobalKnownHostsFile=/dev/null",
		"-o",
		"StrictHostKeyChecking=yes"
	];
}
function proxyCommand(bastion, knownHosts) {
	const { host, port, username, privateKeyFile } = bastion;
	const key = privateKeyFile === void 0 ? [] : [
		"-i",
		privateKeyFile,
		"-o",
		"IdentitiesOnly=yes"
	];
	const words = [
		...[
			"ssh",
			...hostKeyOptions(knownHosts),
			"-o",
			"BatchMode=yes",
			"-p",
			String(port),
			...key
		],
		"-l",
		username,
		"--",
		host
	].map((word) => shellWord(word).replaceAll("%", "%%"));
	return [
		...words.slice(0, 1),
		"-W",
		"%h:%p",
		...words.slice(1)
	].join(" ");
}
function configPath(path) {
	return `"${path.replaceAll("%", "%%")}"`;
}
// src/provisioners/ansible/provision.ts
const LONGEST_SOCKET_FOLDER = 79;
const CLOSING_MS = 5e3;
async function runAnsible(decoded, context) {
	const { options } = decoded;
	if (context.communicator.type !== "ssh") throw new BakeError(`Ansible connects by SSH, but the template says communicator = "${context.communicator.type}"`, {
		code: "ansible-needs-ssh",
		category: "provision",
		hint: "Set communicator = \"ssh\", or run the playbook on the machine itself with ansible-local."
	});
	const folder = await mkdtemp(join(context.temporaryDirectory, "ansible-"));
	const sockets = folder.length + 3 <= LONGEST_SOCKET_FOLDER ? join(folder, "cp") : await mkdtemp(join(tmpdir(), "ba-"));
	await mkdir(sockets, {
		recursive: true,
		mode: 448
	});
	const run = new AnsibleRun(options, context, folder, sockets);
	try {
		await run.installRequirements();
		await run.playbook();
	} finally {
		await run.closeSharedConnections();
		await rm(folder, {
			recursive: true,
			force: true
		});
		await rm(sockets, {
			recursive: true,
			force: true
		});
	}
}
var AnsibleRun = class {
	#options;
	#context;
	#folder;
	#sockets;
	constructor(options, context, folder, sockets) {
		this.#options = options;
		this.#context = context;
		this.#folder = folder;
		this.#sockets = sockets;
	}
	async installRequirements() {
		for (const args of await galaxyRuns(this.#options, this.#context.workingDirectory)) await this.#run(this.#options.galaxy_command, args);
	}
	async playbook() {
		const { source, generated, render, workingDirectory } = this.#context;
		const access = await prepareSshAccess(this.#context.communicator, this.#folder);
		const variables = join(this.#folder, "variables.json");
		const extra = (this.#options.extra_arguments ?? []).map((argument) => render(argument, generated));
		await writeFile(variables, JSON.stringify(this.#variables(access, extra)), { mode: 384 });
		const sshArguments = this.#options.ansible_ssh_extra_args ?? [];
		const inventory = await this.#inventory();
		try {
			await this.#run(this.#options.command, [
				"-e",
				`packer_build_name=${JSON.stringify(source.name)}`,
				"-e",
				`packer_builder_type=${source.type}`,
				"-e",
				`@${variables}`,
				...sshArguments.length === 0 ? [] : ["--ssh-extra-args", sshArguments.map((argument) => `'${render(argument, generated)}'`).join(" ")],
				...extra,
				"-i",
				inventory.path,
				resolve(workingDirectory, this.#options.playbook_file)
			]);
		} finally {
			if (inventory.generated && !this.#options.keep_inventory_file) await rm(inventory.path, { force: true });
		}
	}
	async closeSharedConnections() {
		const { clock, workingDirectory, environment } = this.#context;
		const names = await readdir(this.#sockets).catch(() => []);
		await withDeadline(clock, CLOSING_MS, () => /* @__PURE__ */ new Error("too slow"), void 0, async (signal) => {
			for (const name of names) await runLocalProcess({
				program: "ssh",
				args: [
					"-O",
					"exit",
					"-o",
					`ControlPath=${join(this.#sockets, name).replaceAll("%", "%%")}`,
					"machine"
				],
				environment,
				workingDirectory,
				clock,
				signal,
				onLine: () => void 0
			}).catch(() => void 0);
		});
	}
	#variables(access, extra) {
		const { host, port } = this.#context.communicator;
		const redirected = this.#options.inventory_file !== void 0 && this.#options.use_proxy !== false;
		const ownPassword = extra.some((argument) => /ansible_(ssh_)?pass(word)?=/.test(argument));
		return {
			ansible_ssh_common_args: access.commonArguments,
			...redirected && {
				ansible_host: host,
				ansible_port: port,
				ansible_user: this.#user()
			},
			...access.privateKeyFile !== void 0 && !ownPassword && { ansible_ssh_private_key_file: access.privateKeyFile },
			...access.password !== void 0 && !ownPassword && { ansible_password: access.password }
		};
	}
	#user() {
		const { use_proxy, user } = this.#options;
		return use_proxy === false && user !== void 0 ? user : this.#context.communicator.username;
	}
	async #inventory() {
		const { communicator, ids, render, generated, workingDirectory } = this.#context;
		const { inventory_file, inventory_directory, keep_inventory_file } = this.#options;
		if (inventory_file !== void 0) return {
			path: isHostList(inventory_file) ? inventory_file : resolve(workingDirectory, inventory_file),
			generated: false
		};
		const { host, port } = communicator;
		const text = writeInventory(this.#options, {
			host,
			port,
			user: this.#user()
		}, render, generated);
		const folder = inventory_directory === void 0 ? keep_inventory_file ? tmpdir() : this.#folder : resolve(workingDirectory, inventory_directory);
		const path = join(folder, `packer-provisioner-ansible-${ids.token(10)}`);
		await writeFile(path, text, { mode: 384 });
		if (keep_inventory_file) this.#say(`The inventory is kept: ${path}`);
		return {
			path,
			generated: true
		};
	}
	async #run(program, args) {
		const { clock, signal, workingDirectory } = this.#context;
		this.#say(`Executing Ansible: ${[program, ...args.map((argument) => masked(argument))].join(" ")}`);
		const { status } = await runLocalProcess({
			program,
			args,
			environment: this.#environment(),
			workingDirectory,
			clock,
			signal,
			onLine: (stream, line) => this.#context.line(stream, line)
		});
		if (status === 0) return;
		throw new BakeError(`${program} exited with status ${status}`, {
			code: "ansible-failed",
			category: "provision",
			hint: HINTS[status] ?? "The log has its output."
		});
	}
	#environment() {
		const { environment, generated, render } = this.#context;
		const given = (this.#options.ansible_env_vars ?? []).flatMap((entry) => {
			const assignment = splitAssignment(render(entry, generated));
			return assignment === void 0 ? [] : [[assignment.name, assignment.value]];
		});
		return {
			PYTHONUNBUFFERED: "1",
			ANSIBLE_PIPELINING: "True",
			...environment,
			ANSIBLE_HOST_KEY_CHECKING: "True",
			ANSIBLE_SSH_CONTROL_PATH_DIR: this.#sockets,
			...Object.fromEntries(given)
		};
	}
	#say(message) {
		this.#context.emit({
			type: "progress",
			build: this.#context.build,
			message
		});
	}
};
const HINTS = {
	2: "A task failed on the machine; the log has its output.",
	4: "Ansible could not reach the machine; its output in the log says why. extra_arguments = [\"-vvvv\"] shows how it connects.",
	5: "Ansible could not read the playbook; the log has its output."
};
function masked(argument) {
	return /^[^=]*(password|secret|token)[^=]*=/i.test(argument) ? argument.replace(/=.*$/s, "=*****") : argument;
}
export { runAnsible };
