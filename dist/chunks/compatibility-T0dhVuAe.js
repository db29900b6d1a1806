// src/template/compatibility.ts
const PACKER_VERSION = "1.16.0";
const BUILT_IN_PLUGINS = /* @__PURE__ */ new Map([["github.com/hashicorp/amazon", "1.8.3"], ["github.com/hashicorp/ansible", "1.1.4"]]);
const COMMON_BUILD_NAMES = [
	"ID",
	"Host",
	"Port",
	"User",
	"Password",
	"ConnType",
	"PackerRunUUID",
	"PackerHTTPPort",
	"PackerHTTPIP",
	"PackerHTTPAddr",
	"SSHPublicKey",
	"SSHPrivateKey",
	"WinRMPassword"
];
const RUN_ONLY_BUILD_NAMES = ["SSHPrivateKeyFile", "SSHAgentAuth"];
export { RUN_ONLY_BUILD_NAMES as i, COMMON_BUILD_NAMES as n, PACKER_VERSION as r, BUILT_IN_PLUGINS as t };
