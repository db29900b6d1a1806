import { o as toBakeError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { a as isDenied } from "./errors-Cz-Ex8Cy.js";
import { n as expiryOf } from "./find-gEk1bIBo.js";
// src/app/cloud-access/enabled-regions.ts
async function openSomewhere({ regions, region }, { connections }) {
	try {
		return await connections.open({ region: region ?? regions[0] });
	} catch (thrown) {
		const error = toBakeError(thrown);
		if (error.code !== "region-missing") throw error;
		throw new BakeError("It is not said in which AWS region to ask for the others", {
			code: error.code,
			category: "input",
			hint: "Name the regions to look through (-regions; the action: input regions), or set AWS_REGION."
		});
	}
}
async function enabledRegions(aws, signal) {
	try {
		const { Regions = [] } = await aws.ec2(aws.region).describeRegions({}, signal);
		return Regions.map(({ RegionName }) => RegionName).filter((name) => name !== void 0).sort();
	} catch (thrown) {
		if (!isDenied(thrown)) throw thrown;
		throw new BakeError(`The regions of the account can't be listed: ${toBakeError(thrown).message}`, {
			code: "regions-unknown",
			category: "auth",
			hint: "Allow ec2:DescribeRegions, or name the regions to look through (-regions; the action: input regions).",
			cause: thrown
		});
	}
}
// src/aws/tagged/living-runs.ts
function livingRuns(tagged, now) {
	const alive = /* @__PURE__ */ new Map();
	for (const each of tagged) {
		const expiry = expiryOf(each);
		if (expiry !== void 0 && expiry > now) alive.set(each.runId, Math.max(expiry, alive.get(each.runId) ?? 0));
	}
	return alive;
}
export { enabledRegions as n, openSomewhere as r, livingRuns as t };
