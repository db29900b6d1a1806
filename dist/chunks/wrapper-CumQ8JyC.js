import { t as import_websocket } from "./wrapper-B6XYziGK.js";
var WebSocket = import_websocket.default;
export { WebSocket };
