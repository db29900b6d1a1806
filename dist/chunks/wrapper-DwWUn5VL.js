import { t as import_websocket } from "./wrapper-X24lsQyF.js";
var WebSocket = import_websocket.default;
export { WebSocket };
