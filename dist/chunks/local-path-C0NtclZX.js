import { c as errorMessage, t as BakeError } from "./errors-Bd0aY3lr.js";
import { homedir } from "node:os";
import { join as join$1, resolve } from "node:path";
import { connect, createServer } from "node:net";
// src/communicators/ssh/tunnels.ts
const HALF_OPEN = { allowHalfOpen: true };
const TUNNEL = /^(\d+):(?:\[([^\]]*)\]|([^:]*)):(\d+)$/;
function parseTunnel(text) {
	const [, port, v6, name, hostPort] = TUNNEL.exec(text) ?? [];
	if (port === void 0 || hostPort === void 0) return void 0;
	return {
		port: Number(port),
		host: (v6 ?? name) || "localhost",
		hostPort: Number(hostPort)
	};
}
async function openTunnels(connection, { local, remote }) {
	if (remote.length > 0) acceptFromMachine(connection, remote);
	await Promise.all([...local.map((tunnel) => listenHere(connection, tunnel)), ...remote.map((tunnel) => listenThere(connection, tunnel))]);
}
function listenHere({ client, ended }, tunnel) {
	const open = /* @__PURE__ */ new Set();
	const server = createServer(HALF_OPEN, (socket) => {
		open.add(socket);
		socket.once("close", () => open.delete(socket));
		socket.on("error", () => void 0);
		const { port = 0 } = socket.address();
		client.forwardOut("127.0.0.1", port, tunnel.host, tunnel.hostPort, (error, channel) => {
			if (error !== void 0) socket.destroy();
			else if (socket.destroyed) channel.destroy();
			else join(socket, channel);
		});
	});
	server.unref();
	ended.then(() => {
		server.close();
		for (const socket of open) socket.destroy();
	});
	return new Promise((resolve, reject) => {
		server.once("error", (error) => reject(refused("ssh_local_tunnels", "this computer", tunnel, error)));
		server.listen(tunnel.port, "127.0.0.1", resolve);
	});
}
function listenThere({ client }, tunnel) {
	return new Promise((resolve, reject) => {
		client.forwardIn("localhost", tunnel.port, (error) => {
			if (error === void 0) resolve();
			else reject(refused("ssh_remote_tunnels", "the machine", tunnel, error));
		});
	});
}
function acceptFromMachine({ client, ended }, tunnels) {
	client.on("tcp connection", ({ destPort }, accept, reject) => {
		const tunnel = tunnels.find(({ port }) => port === destPort);
		if (tunnel === void 0) {
			reject();
			return;
		}
		const socket = connect({
			...HALF_OPEN,
			host: tunnel.host,
			port: tunnel.hostPort
		});
		const giveUp = () => reject();
		socket.once("error", giveUp).once("connect", () => {
			socket.off("error", giveUp);
			join(socket, accept());
		});
		ended.then(() => socket.destroy());
	});
}
function join(one, other) {
	for (const [from, to] of [[one, other], [other, one]]) {
		from.on("error", () => to.destroy());
		from.once("close", () => to.destroy());
		from.pipe(to);
	}
}
function refused(option, where, { port }, cause) {
	return new BakeError(`No tunnel can be opened at port ${port} of ${where}: ${errorMessage(cause)}`, {
		code: "ssh-tunnel-refused",
		category: "connection",
		hint: `Take a port in ${option} that is free there; the SSH server must allow forwarding (AllowTcpForwarding), and builds that run at once can't share a port.`,
		cause
	});
}
// src/communicators/ssh/local-path.ts
function localPath(path, workingDirectory) {
	return path === "~" || path.startsWith("~/") ? join$1(homedir(), path.slice(1)) : resolve(workingDirectory, path);
}
export { openTunnels as n, parseTunnel as r, localPath as t };
