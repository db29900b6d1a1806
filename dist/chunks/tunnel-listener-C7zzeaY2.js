import "./rolldown-runtime-BVN1G_yT.js";
import { c as errorMessage, t as BakeError } from "./errors-Bd0aY3lr.js";
import { createServer } from "node:net";
import { pipeline } from "node:stream";
// src/communicators/ssm/tunnel-listener.ts
const HOST = "127.0.0.1";
async function listenForTunnel(port, open) {
	const sockets = /* @__PURE__ */ new Set();
	const server = createServer({
		pauseOnConnect: true,
		noDelay: true
	}, (socket) => {
		sockets.add(socket);
		socket.on("error", () => void 0).once("close", () => sockets.delete(socket));
		open().then((stream) => {
			pipeline(stream, socket, () => socket.destroy());
			pipeline(socket, stream, () => stream.destroy());
		}, () => socket.destroy());
	});
	const taken = await new Promise((resolve, reject) => {
		server.on("error", (cause) => reject(portTaken(port, cause)));
		server.listen(port, HOST, () => {
			const address = server.address();
			resolve(typeof address === "object" && address !== null ? address.port : port);
		});
	});
	return {
		host: HOST,
		port: taken,
		[Symbol.asyncDispose]: () => new Promise((resolve) => {
			server.close(() => resolve());
			for (const socket of sockets) socket.destroy();
		})
	};
}
function portTaken(port, cause) {
	return new BakeError(`Cannot listen on ${HOST}:${port} for the Session Manager tunnel: ${errorMessage(cause)}`, {
		code: "tunnel-port",
		category: "input",
		hint: "Remove session_manager_port, so that a free port is taken, or name another one; builds at the same time need one each.",
		cause
	});
}
export { listenForTunnel };
