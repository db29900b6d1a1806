import "./rolldown-runtime-BVN1G_yT.js";
import { n as import_websocket_server } from "./wrapper-X24lsQyF.js";
import { t as isRecord } from "./is-record-DahPzVSt.js";
import { n as LONGEST_FRAME } from "./agent-message-DDO4RNET.js";
// src/local-cloud/session-manager/data-channels.ts
const PATH = /^\/v1\/data-channel\/([^/]+)$/;
var DataChannels = class {
	#sessions;
	#server = new import_websocket_server.default({
		noServer: true,
		maxPayload: LONGEST_FRAME,
		perMessageDeflate: false
	});
	constructor(sessions) {
		this.#sessions = sessions;
	}
	upgrade(request, socket, head) {
		const [path = ""] = (request.url ?? "").split("?");
		const session = this.#sessions.get(PATH.exec(path)?.[1] ?? "");
		if (session === void 0) {
			socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
			return;
		}
		this.#server.handleUpgrade(request, socket, head, (client) => {
			client.on("error", () => void 0);
			client.once("message", (data, isBinary) => {
				const text = !isBinary && Buffer.isBuffer(data) ? data.toString("utf8") : "";
				if (mayEnter(session, text)) session.agent.attach(client);
				else client.close(1008, "The token is not valid.");
			});
		});
	}
	close() {
		for (const client of this.#server.clients) client.terminate();
		this.#server.close();
	}
};
function mayEnter({ tokens }, text) {
	let opening;
	try {
		opening = JSON.parse(text);
	} catch {
		return false;
	}
	return isRecord(opening) && typeof opening["TokenValue"] === "string" && tokens.delete(opening["TokenValue"]);
}
export { DataChannels };
