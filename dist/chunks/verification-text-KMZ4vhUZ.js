import { i as counted, t as briefDuration } from "./duration-Bo3QJcs-.js";
// src/app/texts/time-spent.ts
const PRECEDENCE = [
	"template",
	"boot",
	"stop",
	"image",
	"own"
];
function timeSpent(build) {
	const { steps, startMs, elapsedMs } = build;
	const spent = {
		boot: 0,
		stop: 0,
		image: 0,
		template: 0,
		own: 0
	};
	const end = lastStepEnd(build);
	const edges = steps.flatMap((step) => [step.startMs, step.startMs + step.elapsedMs]);
	const times = [.../* @__PURE__ */ new Set([
		startMs,
		...edges,
		end
	])].filter((at) => at >= startMs && at <= end).sort((a, b) => a - b);
	for (const [index, from] of times.entries()) {
		const to = times[index + 1];
		if (to === void 0) break;
		const under = steps.filter((step) => step.startMs <= from && step.startMs + step.elapsedMs >= to);
		const time = PRECEDENCE.find((each) => under.some((step) => step.time === each)) ?? "own";
		spent[time] += to - from;
	}
	return {
		...spent,
		cleanUp: startMs + elapsedMs - end
	};
}
function describeTimeSpent(build) {
	const { boot, stop, image, template, own, cleanUp } = timeSpent(build);
	const list = (parts) => Object.entries(parts).filter(([, milliseconds]) => milliseconds >= 1).map(([name, milliseconds]) => `${name} ${briefDuration(milliseconds)}`).join(", ");
	const cloud = boot + stop + image;
	const ofCloud = cloud < 1 ? "" : `the cloud ${briefDuration(cloud)} (${list({
		boot,
		stop,
		image
	})})`;
	const others = list({
		"the template": template,
		"bake-ami": own,
		"clean-up": cleanUp
	});
	return `${briefDuration(build.elapsedMs)}: ${[ofCloud, others].filter((part) => part !== "").join(", ")}`;
}
function lastStepEnd({ steps, startMs }) {
	return Math.max(startMs, ...steps.map((step) => step.startMs + step.elapsedMs));
}
function cloudTime({ boot, stop, image }) {
	return boot + stop + image;
}
// src/app/texts/verification-text.ts
function describeSuite({ checks, elapsedMs }) {
	const of = (outcome) => checks.filter((check) => check.outcome === outcome).length;
	const [failed, skipped] = [of("failed"), of("skipped")];
	return `${failed > 0 ? `${failed} of ${counted(checks.length, "check")} failed` : `${counted(of("passed"), "check")} passed`}${skipped === 0 ? "" : `, ${skipped} skipped`} in ${briefDuration(elapsedMs)}`;
}
export { timeSpent as a, lastStepEnd as i, cloudTime as n, describeTimeSpent as r, describeSuite as t };
