import { t as isRecord } from "./is-record-DahPzVSt.js";
// src/app/local-cloud/local-cloud-handle.ts
function localCloudEnvironment(handle) {
	return {
		AWS_ENDPOINT_URL: handle.endpoint,
		AWS_ACCESS_KEY_ID: handle.accessKeyId,
		AWS_SECRET_ACCESS_KEY: handle.secretAccessKey,
		AWS_REGION: handle.region,
		AWS_DEFAULT_REGION: handle.region,
		AWS_EC2_METADATA_DISABLED: "true"
	};
}
function onLocalCloud(environment, handle) {
	const neutral = Object.entries(environment).filter(([name]) => !name.startsWith("AWS_"));
	return {
		...Object.fromEntries(neutral),
		...localCloudEnvironment(handle)
	};
}
function isLocalCloudHandle(value) {
	if (!isRecord(value)) return false;
	const { control } = value;
	return [
		"endpoint",
		"region",
		"accessKeyId",
		"secretAccessKey"
	].every((name) => typeof value[name] === "string") && typeof value["pid"] === "number" && isRecord(control) && typeof control["url"] === "string" && typeof control["token"] === "string";
}
export { localCloudEnvironment as n, onLocalCloud as r, isLocalCloudHandle as t };
