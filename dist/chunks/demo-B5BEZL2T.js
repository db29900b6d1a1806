import "./rolldown-runtime-BVN1G_yT.js";
import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as build, t as newRunId } from "./run-id-D-zkXjwp.js";
import { t as cloudAccess } from "./cloud-access-hZVEo-9e.js";
import { r as onLocalCloud } from "./local-cloud-handle-Cf04HMCY.js";
import { a as localCloudContents, c as startLocalCloudHost, l as stopLocalCloudHost, n as removeRunDirectory, t as createRunDirectory } from "./run-directory-C0LVk12C.js";
import { n as describeDuration } from "./duration-Bo3QJcs-.js";
import { t as EXIT, u as refusePositionals } from "./command-TwrA_UT7.js";
import { r as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-CZWO_VLq.js";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { styleText } from "node:util";
// src/app/demo.ts
const VERSION = "1.0.0";
const REGION = "eu-central-1";
const CHECK_TEMPLATE = `
source "amazon-ebs" "check" {
  ami_name        = "check"
  skip_create_ami = true
  source_ami      = var.image
  region          = "${REGION}"
  instance_type   = "t3.micro"
  ssh_username    = "ubuntu"
}
variable "image" {
  type = string
}
build {
  sources = ["source.amazon-ebs.check"]
  provisioner "shell" {
    inline = [
      "test \\"$(cat /opt/node-app/VERSION)\\" = ${VERSION}",
      "sudo systemctl start node-app",
      "/opt/node-app/check.sh 8080",
    ]
  }
}
`;
async function runDemo(request) {
	const { clock } = request;
	const start = clock.monotonic();
	const directory = createRunDirectory(request.runDirectory);
	try {
		request.narrate("Starting a local cloud: an EC2 of your own on this machine. No AWS account is used.");
		const localCloud = await startLocalCloudHost({
			...request,
			directory,
			region: REGION,
			network: "isolated",
			hide: [],
			endsWithProcess: true
		});
		try {
			return {
				imageId: await bakeAndCheck(request, directory, localCloud),
				elapsedMs: clock.monotonic() - start
			};
		} finally {
			await stopLocalCloudHost(localCloud, clock);
		}
	} finally {
		removeRunDirectory(directory);
	}
}
async function bakeAndCheck(request, directory, localCloud) {
	const { clock, exampleDirectory } = request;
	request.narrate(`Baking the Packer template in ${exampleDirectory}: instance, SSH, provisioners, snapshot, AMI, manifest.`);
	const bake = demoBuild(request, directory, localCloud, "bake");
	const { outputs } = succeeded(await build({
		...bake,
		template: exampleDirectory,
		variables: [{
			name: "app_version",
			value: VERSION
		}]
	}));
	const imageId = outputs.amiId;
	if (imageId === void 0) throw defect("The bake succeeded without an image");
	request.narrate(`${imageId} is made. Launching it, to see whether it holds what was provisioned.`);
	const check = demoBuild(request, directory, localCloud, "check");
	writeFileSync(path.join(check.workingDirectory, "check.pkr.hcl"), CHECK_TEMPLATE);
	succeeded(await build({
		...check,
		template: "check.pkr.hcl",
		variables: [{
			name: "image",
			value: imageId
		}]
	}));
	request.narrate("The application answers. Removing the image, and looking whether anything is left.");
	const { undo } = cloudAccess(request, onLocalCloud(request.environment, localCloud), "local");
	const image = {
		kind: "image",
		id: imageId,
		region: REGION
	};
	await undo("image")?.confirm(image, request.signal);
	const left = (await localCloudContents(localCloud, clock))?.left ?? [];
	if (left.length > 0) throw defect(`The demo left something behind: ${left.join("; ")}`);
	request.narrate("Nothing is left: no instance, no volume, no key pair, no security group.");
	return imageId;
}
function demoBuild(request, { path: parent }, localCloud, name) {
	const workingDirectory = path.join(parent, name);
	mkdirSync(workingDirectory, { mode: 448 });
	const environment = Object.entries(request.environment).filter(([variable]) => !variable.startsWith("PKR_VAR_"));
	return {
		...request,
		environment: Object.fromEntries(environment),
		variableFiles: [],
		only: [],
		except: [],
		workingDirectory,
		cloud: "local",
		localCloud,
		region: void 0,
		onError: "cleanup",
		force: false,
		reuse: "never",
		fingerprintKey: void 0,
		parallelBuilds: 0,
		hostKeyPolicy: "proven",
		fallbackInstanceTypes: [],
		deadlineMinutes: void 0,
		manifest: void 0,
		runId: newRunId(request.ids),
		runDirectory: path.join(workingDirectory, "run")
	};
}
function succeeded(result) {
	if (result.outcome === "succeeded") return result;
	throw result.error ?? defect(`A build of the demo ${result.outcome}`);
}
function defect(message) {
	return new BakeError(message, {
		code: "demo-failed",
		category: "internal",
		hint: "This is a defect of bake-ami. Please report it with the log."
	});
}
// src/cli/commands/demo.ts
const demoCommand = {
	name: "demo",
	summary: "Bake the example on the embedded local cloud: no AWS account, no network, nothing to install",
	positionals: "",
	flags: OUTPUT_FLAGS,
	async run(parsed, terminal) {
		refusePositionals("demo", parsed);
		const { imageId, elapsedMs } = await runDemo({
			...terminal.surroundings(reporterFor(parsed, terminal)),
			exampleDirectory: path.join(terminal.installation, "..", "examples", "node-app"),
			cliPath: path.join(terminal.installation, "cli.js"),
			runDirectory: mkdtempSync(path.join(tmpdir(), "bake-ami-")),
			narrate: (text) => terminal.out.write(`\n${terminal.out.isTTY ? styleText("cyan", `# ${text}`, { validateStream: false }) : `# ${text}`}\n\n`)
		});
		terminal.out.write(`\nThe demo is over after ${describeDuration(elapsedMs)}: ${imageId} was baked, launched, looked into and removed.\n`);
		return EXIT.done;
	}
};
export { demoCommand };
