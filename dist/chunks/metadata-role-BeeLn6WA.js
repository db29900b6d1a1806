import { n as withDeadline } from "./deadline-BStsF6u5.js";
// src/app/local-cloud/metadata-role.ts
const SERVICE = "http://169.254.169.254";
const LIMIT_MS = 1e3;
const TOKEN = "x-aws-ec2-metadata-token";
const ROLE = /^[\w+=,.@-]{1,128}$/;
async function tellMetadataRole(site, remedy, say) {
	const role = await metadataRole(site).catch(() => void 0);
	if (role === void 0) return;
	say(`The machines of the local cloud share this computer's network, and its instance metadata with it: what a template runs in them can get the credentials of the role ${role}. ${remedy}`);
}
async function metadataRole({ environment, clock, signal }) {
	if (environment["AWS_EC2_METADATA_DISABLED"]?.toLowerCase() === "true") return void 0;
	const service = environment["AWS_EC2_METADATA_SERVICE_ENDPOINT"] || SERVICE;
	const noAnswer = () => /* @__PURE__ */ new Error("no answer");
	return withDeadline(clock, LIMIT_MS, noAnswer, signal, async (until) => {
		const ask = async (path, method, headers) => {
			const response = await fetch(new URL(path, service), {
				method,
				headers,
				signal: until,
				redirect: "error"
			});
			return response.ok ? await response.text() : void 0;
		};
		const token = await ask("/latest/api/token", "PUT", { [`${TOKEN}-ttl-seconds`]: "60" });
		const role = (await ask("/latest/meta-data/iam/security-credentials/", "GET", token === void 0 ? {} : { [TOKEN]: token }))?.trim();
		return role !== void 0 && ROLE.test(role) ? role : void 0;
	});
}
export { tellMetadataRole as t };
