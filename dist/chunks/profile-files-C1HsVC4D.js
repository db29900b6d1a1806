import "./rolldown-runtime-BVN1G_yT.js";
import { t as loadSharedConfigFiles } from "./loadSharedConfigFiles-BC0EHPyt.js";
import { t as parseKnownFiles } from "./parseKnownFiles-AftzGcJM.js";
import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as didYouMean } from "./suggestion-CB4l7Gry.js";
// src/aws/profile-files.ts
const DEFAULT_PROFILE = "default";
async function profileFiles(written) {
	if (written === void 0) return {};
	const { configFile } = await loadSharedConfigFiles({
		filepath: written,
		configFilepath: written
	});
	return Object.keys(configFile).some((section) => section !== DEFAULT_PROFILE) ? { configFilepath: written } : { filepath: written };
}
async function assertProfile(name, files) {
	const profiles = await parseKnownFiles(files);
	if (Object.hasOwn(profiles, name)) return;
	const known = Object.keys(profiles).filter((other) => !/^(sso-session|services)\./.test(other));
	const where = files.filepath ?? files.configFilepath ?? "~/.aws/config and ~/.aws/credentials (or where AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE say)";
	throw new BakeError(`There is no AWS profile "${name}" in ${where}`, {
		code: "profile-not-found",
		category: "auth",
		hint: `${didYouMean(name, known).trim()} ${known.length === 0 ? "There are no profiles on this machine." : `There are: ${known.toSorted().join(", ")}.`} Correct profile in the template (or AWS_PROFILE), or remove it so that other credentials are found: those of the environment, which aws-actions/configure-aws-credentials sets, or of this machine's own role.`.trim()
	});
}
async function regionOfProfile(named, files) {
	if (named !== void 0) await assertProfile(named, files);
	return (await parseKnownFiles(files))[named ?? DEFAULT_PROFILE]?.["region"] || void 0;
}
export { profileFiles as n, regionOfProfile as r, assertProfile as t };
