// src/app/cloud-access/instance-type-name.ts
function isInstanceTypeName(text) {
	return /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(text);
}
export { isInstanceTypeName as t };
