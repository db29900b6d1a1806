import "./rolldown-runtime-BVN1G_yT.js";
export { i as AssumeRoleCommand, a as STSClient } from "./sts-BGZ_LXb_.js";
