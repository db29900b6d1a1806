// src/provisioners/ansible/inventory.ts
const LINE = "{{ .HostAlias }} ansible_host={{ .Host }} ansible_user={{ .User }} ansible_port={{ .Port }}";
function writeInventory(options, { host, port, user }, render, generated) {
	const own = {
		HostAlias: options.host_alias,
		Host: host,
		User: user,
		Port: port
	};
	const line = render(options.inventory_file_template ?? LINE, {
		...generated,
		...own
	}).trimEnd();
	const groups = (options.groups ?? []).map((group) => `[${group}]\n${line}\n`);
	const emptyGroups = (options.empty_groups ?? []).map((group) => `[${group}]\n`);
	return [
		`${line}\n`,
		...groups,
		...emptyGroups
	].join("");
}
function isHostList(inventory) {
	return inventory.includes(",");
}
export { writeInventory as n, isHostList as t };
