import { a as NEVER, n as BUILD_TAG, o as RUN_TAG, r as EXPIRES_AT_TAG, t as allPages } from "./all-pages-DbyY6m54.js";
// src/aws/tagged/find.ts
const KEYS = [
	RUN_TAG,
	BUILD_TAG,
	EXPIRES_AT_TAG
];
const PAGE = 1e3;
async function findTagged(ec2, region, signal) {
	return grouped(await rows(ec2, [{
		Name: "key",
		Values: KEYS
	}], signal), region);
}
async function findOfRun(ec2, region, runId, signal) {
	const ids = (await rows(ec2, [{
		Name: "key",
		Values: [RUN_TAG]
	}, {
		Name: "value",
		Values: [runId]
	}], signal)).map(({ ResourceId }) => ResourceId).filter((id) => id !== void 0);
	const all = [];
	for (const Values of chunks(ids, 200)) {
		const theirs = [{
			Name: "resource-id",
			Values
		}, {
			Name: "key",
			Values: KEYS
		}];
		all.push(...await rows(ec2, theirs, signal));
	}
	return grouped(all, region).filter((each) => each.runId === runId);
}
function isLasting({ expiresAt }) {
	return expiresAt === NEVER;
}
function expiryOf({ expiresAt }) {
	if (expiresAt === void 0 || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(expiresAt)) return void 0;
	const moment = Date.parse(expiresAt);
	return Number.isNaN(moment) ? void 0 : moment;
}
function chunks(items, size) {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
async function rows(ec2, Filters, signal) {
	return (await allPages((NextToken) => ec2.describeTags({
		Filters,
		MaxResults: PAGE,
		NextToken
	}, signal))).flatMap(({ Tags = [] }) => Tags);
}
function grouped(all, region) {
	const byId = /* @__PURE__ */ new Map();
	for (const { ResourceId: id, ResourceType: kind, Key: key, Value: value } of all) {
		if (id === void 0 || kind === void 0 || key === void 0) continue;
		const found = byId.get(id) ?? {
			kind,
			tags: /* @__PURE__ */ new Map()
		};
		found.tags.set(key, value ?? "");
		byId.set(id, found);
	}
	return [...byId].flatMap(([id, { kind, tags }]) => {
		const runId = tags.get(RUN_TAG);
		if (runId === void 0) return [];
		const [build, expiresAt] = [tags.get(BUILD_TAG), tags.get(EXPIRES_AT_TAG)];
		return [{
			resource: {
				kind,
				id,
				region
			},
			runId,
			build,
			expiresAt
		}];
	});
}
export { isLasting as a, findTagged as i, expiryOf as n, findOfRun as r, chunks as t };
