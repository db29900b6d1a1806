import "./Sha256Node-C0HCgfV8.js";
export { t as getDefaultRoleAssumer, n as getDefaultRoleAssumerWithWebIdentity } from "./sts-BGZ_LXb_.js";
