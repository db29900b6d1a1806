import "./Sha256Node-C0HCgfV8.js";
export { t as setCredentialFeature } from "./client-BDhzS3Ub.js";
import "./normalizeProvider-D_W3DXGG.js";
import "./sts-BGZ_LXb_.js";
