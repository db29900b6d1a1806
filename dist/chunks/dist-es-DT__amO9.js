export { n as defaultProvider } from "./dist-es-RQVr9aCc.js";
