// src/aws/tags.ts
const RUN_TAG = "bake-ami:run";
const BUILD_TAG = "bake-ami:build";
const EXPIRES_AT_TAG = "bake-ami:expires-at";
const SOURCE_AMI_TAG = "bake-ami:source-ami";
const VERIFIED_TAG = "bake-ami:verified";
const FINGERPRINT_TAG = "bake-ami:fingerprint";
const NEVER = "never";
const RESERVED = /^bake-ami:(?:run|build|expires-at|source-ami|verified|fingerprint|inputs(?:-\d+)?|commit|run-url|disabled-at|pruned-image)$/;
function isReservedTag(key) {
	return RESERVED.test(key);
}
const BY_WORTH = [
	RUN_TAG,
	EXPIRES_AT_TAG,
	BUILD_TAG,
	VERIFIED_TAG,
	FINGERPRINT_TAG,
	SOURCE_AMI_TAG
];
const OURS = "bake-ami:";
function crowdedOut(tags, most = 50) {
	const keys = Object.keys(tags);
	if (keys.length <= most) return /* @__PURE__ */ new Set();
	const worth = (key) => BY_WORTH.includes(key) ? BY_WORTH.indexOf(key) : BY_WORTH.length;
	const ours = keys.filter((key) => key.startsWith(OURS)).sort((a, b) => worth(a) - worth(b));
	return new Set(ours.slice(Math.max(0, ours.length - (keys.length - most))));
}
function ec2Tags(...maps) {
	const merged = Object.assign({}, ...maps);
	const without = crowdedOut(merged);
	return Object.entries(merged).filter(([key]) => !without.has(key)).sort(([a], [b]) => a < b ? -1 : 1).map(([Key, Value]) => ({
		Key,
		Value
	}));
}
function tagSpecification(type, ...maps) {
	return {
		ResourceType: type,
		Tags: ec2Tags(...maps)
	};
}
function tagValue(tags, key) {
	return tags?.find((tag) => tag.Key === key)?.Value;
}
function tagMap(tags) {
	return Object.fromEntries((tags ?? []).map((tag) => [tag.Key ?? "", tag.Value ?? ""]));
}
// src/aws/all-pages.ts
async function allPages(call) {
	const pages = [];
	let token;
	do {
		const page = await call(token);
		pages.push(page);
		token = page.NextToken || void 0;
	} while (token !== void 0);
	return pages;
}
export { NEVER as a, VERIFIED_TAG as c, isReservedTag as d, tagMap as f, FINGERPRINT_TAG as i, crowdedOut as l, tagValue as m, BUILD_TAG as n, RUN_TAG as o, tagSpecification as p, EXPIRES_AT_TAG as r, SOURCE_AMI_TAG as s, allPages as t, ec2Tags as u };
