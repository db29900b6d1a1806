import "./rolldown-runtime-BVN1G_yT.js";
import "./behaves-as-C3oYV6wQ.js";
import { r as PACKER_VERSION } from "./compatibility-T0dhVuAe.js";
import { t as VERSION } from "./version-sfNoc_v3.js";
import { t as EXIT, u as refusePositionals } from "./command-TwrA_UT7.js";
import { i as uiFor, t as OUTPUT_FLAGS } from "./output-flags-CZWO_VLq.js";
const versionCommand = {
	name: "version",
	summary: "Print the version",
	positionals: "",
	flags: { "machine-readable": OUTPUT_FLAGS["machine-readable"] },
	async run(parsed, terminal) {
		refusePositionals("version", parsed);
		const ui = uiFor(parsed, terminal);
		ui.machine("version", [VERSION]);
		ui.machine("version-prelease", [""]);
		ui.machine("version-commit", [""]);
		ui.say(`bake-ami ${VERSION} (behaves as Packer ${PACKER_VERSION})`);
		return EXIT.done;
	}
};
export { versionCommand };
