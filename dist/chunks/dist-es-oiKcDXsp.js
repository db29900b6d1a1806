export { s as fromEnv } from "./dist-es-FNpCtbNa.js";
