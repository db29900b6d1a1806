import "./rolldown-runtime-COqNOauY.js";
import "./behaves-as-uOYKlknw.js";
import { r as PACKER_VERSION } from "./compatibility-b_LVe9Mu.js";
import { t as VERSION } from "./version-sfNoc_v3.js";
import { t as EXIT } from "./command-BzTZ-rX3.js";
import { i as uiFor, t as OUTPUT_FLAGS } from "./output-flags-D8C45zmz.js";
const versionCommand = {
	name: "version",
	summary: "Print the version",
	positionals: "",
	flags: { "machine-readable": OUTPUT_FLAGS["machine-readable"] },
	async run(parsed, terminal) {
		const ui = uiFor(parsed, terminal);
		ui.machine("version", [VERSION]);
		ui.machine("version-prelease", [""]);
		ui.machine("version-commit", [""]);
		ui.say(`bake-ami ${VERSION} (behaves as Packer ${PACKER_VERSION})`);
		return EXIT.done;
	}
};
export { versionCommand };
