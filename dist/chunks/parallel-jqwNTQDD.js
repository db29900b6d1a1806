// src/kernel/parallel.ts
async function inParallel(items, limit, work) {
	const results = /* @__PURE__ */ new Map();
	const waiting = items.entries();
	const worker = async () => {
		for (const [index, item] of waiting) results.set(index, await work(item, index));
	};
	const workers = limit > 0 ? Math.min(limit, items.length) : items.length;
	await Promise.all(Array.from({ length: workers }, worker));
	return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
export { inParallel as t };
