import { c as VERIFIED_TAG, i as FINGERPRINT_TAG, o as RUN_TAG, s as SOURCE_AMI_TAG } from "./all-pages-DbyY6m54.js";
import { t as inParallel } from "./parallel-jqwNTQDD.js";
import { a as describeError, c as errorMessage, i as cancelledError, n as IncompleteArtifactError, o as toBakeError, r as TemplateError, s as errorCode, t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as withDeadline, t as orAborted } from "./deadline-BStsF6u5.js";
import { a as warningDiagnostic, o as kindInWords, r as hasErrors } from "./diagnostics-D6HUwDnG.js";
import { a as requestRemoval, i as outOfTime, n as findLost, o as supposed, r as leftBehind, t as confirmRemoval } from "./undo-Vfxg9CgW.js";
import { c as mentionsShutdown, i as parseManifest, l as communicatorType, n as createRegistry, o as lookAtPath, r as appendToManifest, t as catalogOf } from "./registry-B0TjLCQL.js";
import { n as describeDuration } from "./duration-Bo3QJcs-.js";
import { t as isRecord } from "./is-record-DahPzVSt.js";
import { c as junit, d as provenanceStatement, i as writeTerraformVariables, l as provenancePaths, n as makeWayForFiles, o as writeLeg, r as terraformVariablesFile, s as writeWholeFile, t as imagesByRegion, u as checksums } from "./images-by-region-CUIcZR6n.js";
import { t as printableLine } from "./hostile-text-DGh0Qabk.js";
import { t as _usingCtx } from "./usingCtx-BNVI0pxM.js";
import { n as shellWord } from "./posix-shell-DMV6XIRl.js";
import { n as withoutTrailing } from "./line-splitter-BqufCBql.js";
import { t as makeFolder } from "./make-folder-DHBi_oe7.js";
import { t as fingerprint } from "./ssh-keys-DDzqGrJg.js";
import { t as VERSION$1 } from "./version-sfNoc_v3.js";
import { r as PACKER_VERSION } from "./compatibility-T0dhVuAe.js";
import "./behaves-as-C3oYV6wQ.js";
import { i as familyOf, n as pruneScope } from "./prune-Dw4TlNrn.js";
import { t as cloudAccess } from "./cloud-access-hZVEo-9e.js";
import { i as pruneTable, n as pruneNotes, t as pruneHeadline } from "./prune-text-DvknMqDs.js";
import { D as narrate } from "./diagnostic-text-BE2lGN9b.js";
import { n as templatePorts, r as loadTemplate, v as buildDataNames } from "./read-template-BJ9AH9-X.js";
import { c as startLocalCloudHost, o as locateMachine, r as removeTemporaryFiles, t as createRunDirectory, u as JournalFile } from "./run-directory-C0LVk12C.js";
import { r as defaultRegion, t as parametersOfRun } from "./ssm-parameters-BX5SM69S.js";
import { r as onLocalCloud } from "./local-cloud-handle-Cf04HMCY.js";
import { t as tellMetadataRole } from "./metadata-role-BeeLn6WA.js";
import { t as planTemplate } from "./plan-template-CarJlxyL.js";
import { closeSync, createReadStream, existsSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { setMaxListeners } from "node:events";
import { createHash, createHmac, scrypt } from "node:crypto";
import { lstat, readdir, readlink, realpath, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
// src/engine/build-scope.ts
var BuildScope = class {
	runId;
	#options;
	#owned = [];
	#requests = new AbortController();
	#ending = false;
	constructor(options) {
		this.runId = options.runId;
		setMaxListeners(0, this.#requests.signal);
		this.#options = options;
	}
	account(accountId, wayIn, regions) {
		this.#options.journal.append({
			type: "account",
			build: this.#options.build,
			accountId,
			wayIn,
			regions
		});
	}
	async own(intent, create) {
		if (this.#ending) throw cancelledError(`before the ${kindInWords(intent.kind)} ${intent.name} was made`);
		const { journal, build, ids, emit } = this.#options;
		const token = ids.token(32);
		journal.append({
			type: "intent",
			build,
			token,
			intent
		});
		const ownership = {
			token,
			intent,
			settled: Promise.resolve(),
			resource: void 0,
			refused: false,
			kept: false,
			requested: void 0
		};
		const creation = Promise.resolve().then(() => create(token)).then((created) => {
			const resource = {
				kind: intent.kind,
				id: created.id,
				region: intent.region,
				name: intent.name
			};
			ownership.resource = resource;
			journal.append({
				type: "receipt",
				build,
				token,
				resource
			});
			emit({
				type: "resource-created",
				build,
				resource
			});
			return created;
		});
		ownership.settled = creation.then(() => void 0, (thrown) => {
			ownership.refused = isDefinite(thrown);
		});
		this.#owned.push(ownership);
		return creation;
	}
	keep(resource, reason) {
		const ownership = this.#find(resource);
		if (ownership === void 0 || ownership.kept || ownership.requested !== void 0) return;
		this.#keep(ownership, reason);
	}
	release(resource) {
		const ownership = this.#find(resource);
		if (ownership !== void 0 && !ownership.kept) this.#request(ownership);
	}
	async requestAll() {
		await this.#requestEach(() => true);
	}
	async requestPossible() {
		await this.#requestEach((ownership) => !this.#isHeld(ownership));
	}
	async abandon(reason) {
		this.#ending = true;
		for (const ownership of this.#owned) {
			await this.#settled(ownership);
			if (!ownership.kept && ownership.requested === void 0) this.#keep(ownership, reason);
		}
	}
	async close() {
		const { clock, cleanUpBudgetMs } = this.#options;
		return withDeadline(clock, cleanUpBudgetMs, outOfTime, void 0, async (signal) => {
			const context = this.#context(signal);
			const onOutOfTime = () => this.#requests.abort(signal.reason);
			signal.addEventListener("abort", onOutOfTime, { once: true });
			await this.requestPossible();
			const left = [];
			for (const ownership of this.#owned.toReversed()) if (!ownership.kept) left.push(...await this.#remove(ownership, context));
			signal.removeEventListener("abort", onOutOfTime);
			return left;
		});
	}
	async #remove(ownership, context) {
		const { build, emit } = this.#options;
		const left = [];
		const leave = (resource, error) => {
			left.push({
				resource,
				error
			});
			emit({
				type: "resource-left",
				build,
				resource,
				error
			});
		};
		let resources = [];
		try {
			resources = ownership.resource === void 0 ? await findLost({
				...ownership.intent,
				build,
				token: ownership.token
			}, ownership.refused, context) : [ownership.resource];
		} catch (thrown) {
			const resource = supposed(ownership.intent);
			leave(resource, leftBehind(resource, thrown));
		}
		if (ownership.resource === void 0) await Promise.all(resources.map((resource) => requestRemoval(resource, context)));
		for (const resource of resources) {
			const error = await confirmRemoval(resource, context);
			if (error === void 0) emit({
				type: "resource-removed",
				build,
				resource
			});
			else leave(resource, error);
		}
		if (left.length === 0) this.#noteRemoval(ownership);
		return left;
	}
	async #requestEach(isWorthIt) {
		this.#ending = true;
		await Promise.all(this.#owned.map(async (ownership) => {
			await this.#settled(ownership);
			if (!ownership.kept && isWorthIt(ownership)) await this.#request(ownership);
		}));
	}
	#isHeld({ intent }) {
		const first = this.#options.undo(intent.kind)?.goesAfter ?? [];
		return this.#owned.some(({ intent: { kind }, resource }) => resource !== void 0 && first.includes(kind));
	}
	#request(ownership) {
		if (ownership.resource === void 0) return Promise.resolve();
		ownership.requested ??= requestRemoval(ownership.resource, this.#context(this.#requests.signal));
		return ownership.requested;
	}
	#keep(ownership, reason) {
		const { build, journal, emit } = this.#options;
		journal.append({
			type: "kept",
			token: ownership.token,
			reason
		});
		ownership.kept = true;
		if (ownership.resource !== void 0) emit({
			type: "resource-kept",
			build,
			resource: ownership.resource,
			reason
		});
	}
	async #settled(ownership) {
		await orAborted(ownership.settled, this.#requests.signal).catch(() => void 0);
	}
	#noteRemoval({ token }) {
		const { build, journal, emit } = this.#options;
		try {
			journal.append({
				type: "removed",
				token
			});
		} catch (thrown) {
			emit({
				type: "log",
				level: "debug",
				build,
				message: `Could not write the journal: ${toBakeError(thrown).message}`
			});
		}
	}
	#find({ kind, id, region }) {
		return this.#owned.find(({ resource }) => resource?.kind === kind && resource.id === id && resource.region === region);
	}
	#context(signal) {
		const { runId, undo, clock } = this.#options;
		return {
			runId,
			undo,
			clock,
			signal
		};
	}
};
function isDefinite(thrown) {
	if (!(thrown instanceof BakeError) || thrown.retryable) return false;
	return thrown.category !== "cancelled" && thrown.category !== "connection" && thrown.category !== "internal";
}
// src/engine/generated-data.ts
const NOT_IMPLEMENTED = {
	ID: "ERR_ID_NOT_IMPLEMENTED_BY_BUILDER",
	PackerHTTPIP: "ERR_HTTP_IP_NOT_IMPLEMENTED_BY_BUILDER",
	PackerHTTPPort: "ERR_HTTP_PORT_NOT_IMPLEMENTED_BY_BUILDER",
	PackerHTTPAddr: "ERR_HTTP_ADDR_NOT_IMPLEMENTED_BY_BUILDER"
};
function commonGeneratedData(runUuid, connector, communicator) {
	const { access } = communicator;
	return {
		...withoutMachine(runUuid, connector),
		Host: communicator.host,
		Port: communicator.port,
		User: communicator.username,
		Password: access.password ?? "",
		ConnType: communicator.type,
		SSHPrivateKey: access.privateKey ?? "",
		SSHPrivateKeyFile: access.privateKeyFile ?? "",
		SSHAgentAuth: access.agent,
		WinRMPassword: ""
	};
}
function withoutMachine(runUuid, connector) {
	return {
		...NOT_IMPLEMENTED,
		Host: "",
		Port: connector.port,
		User: connector.username,
		Password: "",
		ConnType: connector.type,
		PackerRunUUID: runUuid,
		SSHPublicKey: connector.login.kind === "temporary-key" ? connector.login.publicKey : "",
		SSHPrivateKey: "",
		SSHPrivateKeyFile: "",
		SSHAgentAuth: false,
		WinRMPassword: ""
	};
}
// src/engine/on-error.ts
function runsErrorCleanup(onError) {
	return onError !== "abort";
}
function removesResources(onError, error) {
	return error.category === "cancelled" || onError === "cleanup";
}
// src/engine/provision.ts
async function runProvisioner(planned, machine, registry, context, place = "") {
	try {
		await context.step(`provisioner-${planned.type}`, `${describe(planned)}${place}`, () => withRetries(planned, machine, context, async () => {
			await pause(planned, context);
			await attempt(planned, machine, registry, context);
		}), {
			time: "template",
			at: planned.range
		});
	} catch (thrown) {
		if (!planned.continueOnError || context.signal.aborted) throw thrown;
		const error = toBakeError(thrown);
		warn(context, `${describe(planned)} failed, and continue_on_error lets the build go on. ${error.message}`);
		await recover(error, machine, context);
	}
}
function describe({ type, name }) {
	return name === void 0 ? `Provisioner ${type}` : `Provisioner ${type} "${name}"`;
}
async function withRetries(planned, machine, context, run) {
	for (let retriesLeft = planned.maxRetries;; retriesLeft -= 1) try {
		await run();
		return;
	} catch (thrown) {
		if (retriesLeft <= 0 || context.signal.aborted) throw thrown;
		const error = toBakeError(thrown);
		warn(context, `${describe(planned)} failed, retries left: ${retriesLeft}. ${error.message}`);
		await recover(error, machine, context);
	}
}
async function recover(error, { communicator }, context) {
	if (error.category === "connection") await communicator.reconnect(context.signal);
}
async function pause({ pauseBeforeMs }, context) {
	if (pauseBeforeMs <= 0) return;
	const message = `Pausing ${describeDuration(pauseBeforeMs)} before the next provisioner`;
	context.emit({
		type: "progress",
		build: context.build,
		message
	});
	await context.clock.sleep(pauseBeforeMs, context.signal);
}
async function attempt(planned, { communicator, generated }, registry, context) {
	const plugin = registry.provisioners.get(planned.type);
	if (plugin === void 0) throw missingPlugin("provisioner", planned.type);
	const decoded = await atRun(planned, generated);
	const diagnostics = plugin.validate(decoded, context);
	if (hasErrors(diagnostics)) throw new TemplateError(diagnostics);
	const expired = () => timeoutError(planned);
	await withDeadline(context.clock, planned.timeoutMs, expired, context.signal, async (signal) => {
		try {
			await plugin.provision(decoded, {
				...context,
				signal,
				communicator,
				generated,
				line: (stream, text) => context.emit({
					type: "remote-line",
					build: context.build,
					source: planned.type,
					stream,
					text
				})
			});
		} catch (thrown) {
			if (signal.aborted && !context.signal.aborted) throw signal.reason;
			throw thrown;
		}
	});
}
async function atRun(planned, generated) {
	const { value, diagnostics } = await planned.atRun(generated);
	if (value === void 0 || hasErrors(diagnostics)) throw new TemplateError(diagnostics);
	return value;
}
function missingPlugin(what, type) {
	return new BakeError(`There is no ${what} named "${type}"`, {
		code: `unknown-${what}`,
		category: "template"
	});
}
function timeoutError(planned) {
	const limit = describeDuration(planned.timeoutMs ?? 0);
	return new BakeError(`${describe(planned)} took longer than its timeout of ${limit}`, {
		code: "provisioner-timeout",
		category: "provision",
		hint: "Raise its \"timeout\", or look in the log for what it was waiting for."
	});
}
function warn({ emit, build }, message) {
	emit({
		type: "log",
		level: "warning",
		build,
		message
	});
}
// src/engine/post-process.ts
async function postProcess(planned, original, common, registry, context) {
	const chains = planned.postProcessorChains.filter((chain) => chain.length > 0);
	const results = /* @__PURE__ */ new Set();
	const errors = [];
	const isReused = original.summary.isReused === true;
	let keepOriginal = chains.length === 0 || isReused;
	for (const chain of chains) {
		let artifact = original;
		try {
			for (const [index, link] of chain.entries()) {
				if (artifact === void 0) break;
				context.signal.throwIfAborted();
				const plugin = registry.postProcessors.get(link.type);
				if (plugin === void 0) throw missingPlugin("post-processor", link.type);
				if (isReused && !plugin.runsOnReused) {
					sayLeftOut(link, context);
					continue;
				}
				const input = artifact;
				const output = await runPostProcessor(link, plugin, input, common, context);
				artifact = output;
				const keep = keepsInput(link, plugin);
				if (index === 0) keepOriginal ||= keep;
				if (input !== original && input !== output) {
					if (keep) results.add(input);
					else await input.destroy(context.signal);
				}
			}
		} catch (thrown) {
			keepOriginal = true;
			errors.push(toBakeError(thrown));
		}
		if (artifact === original) keepOriginal = true;
		else if (artifact !== void 0) results.add(artifact);
		if (context.signal.aborted) break;
	}
	if (keepOriginal) return {
		artifacts: [original, ...results],
		errors
	};
	try {
		await original.destroy(context.signal);
		return {
			artifacts: [...results],
			errors
		};
	} catch (thrown) {
		return {
			artifacts: [original, ...results],
			errors: [...errors, toBakeError(thrown)]
		};
	}
}
function sayLeftOut({ type }, { emit, build }) {
	emit({
		type: "log",
		level: "info",
		build,
		message: `The post-processor ${type} is left out: it had its turn when this image was made`
	});
}
function runPostProcessor(link, plugin, input, common, context) {
	const title = link.name === void 0 ? `Post-processor ${link.type}` : `Post-processor ${link.type} "${link.name}"`;
	const run = async () => {
		const generated = {
			...common,
			...input.generated
		};
		const decoded = await atRun(link, generated);
		const diagnostics = plugin.validate(decoded, context);
		if (hasErrors(diagnostics)) throw new TemplateError(diagnostics);
		return plugin.process(decoded, input, {
			...context,
			generated,
			line: (stream, text) => context.emit({
				type: "remote-line",
				build: context.build,
				source: link.type,
				stream,
				text
			})
		});
	};
	return context.step(`post-processor-${link.type}`, title, run, {
		time: "template",
		at: link.range
	});
}
function keepsInput({ keepInputArtifact }, { keepsInput: nature }) {
	return nature === "always" || (keepInputArtifact ?? nature === "by-default");
}
// src/engine/prepare-provisioners.ts
async function prepareProvisioners({ provisioners, errorCleanupProvisioner }, registry, context) {
	for (const planned of [...provisioners, errorCleanupProvisioner]) {
		if (planned === void 0) continue;
		await registry.provisioners.get(planned.type)?.prepare?.(planned.decoded, context);
	}
}
// src/engine/steps.ts
function stepLog(build, { clock, emit, signal, start }) {
	const reports = [];
	return {
		reports,
		async step(name, title, run, { time = "own", at } = {}) {
			const began = clock.monotonic();
			const finish = (outcome) => {
				const report = {
					name,
					title,
					outcome,
					startMs: began - start,
					elapsedMs: clock.monotonic() - began,
					time
				};
				reports.push(report);
				emit({
					type: "step-finished",
					build,
					step: name,
					title,
					outcome,
					elapsedMs: report.elapsedMs,
					...at && { at }
				});
			};
			emit({
				type: "step-started",
				build,
				step: name,
				title
			});
			try {
				const result = await run();
				finish("succeeded");
				return result;
			} catch (thrown) {
				finish(signal.aborted || toBakeError(thrown).category === "cancelled" ? "cancelled" : "failed");
				throw thrown;
			}
		}
	};
}
// src/engine/build-runner.ts
const MAKE_ANEW = {
	mode: "never",
	requiredTags: []
};
const CLEAN_UP_BUDGET_MS = 9e5;
async function runBuild(planned, run) {
	const { clock, signal } = run;
	const build = planned.name;
	const start = clock.monotonic();
	let launched;
	const emit = (event) => {
		if (event.type === "instance-launched") launched = event.instance;
		run.emit(event);
	};
	const steps = stepLog(build, {
		clock,
		emit,
		signal,
		start: run.start
	});
	const context = {
		...run,
		emit,
		build,
		source: planned.source,
		render: planned.render,
		step: steps.step,
		mentionsShutdown: await mentionsShutdown(planned.provisioners, run.workingDirectory),
		reuse: run.reuse ?? MAKE_ANEW,
		fingerprint: async (origin) => run.fingerprintOf?.(planned, origin)
	};
	const progress = {
		made: void 0,
		artifacts: [],
		errors: [],
		left: [],
		machine: void 0,
		region: void 0
	};
	emit({
		type: "build-started",
		build
	});
	try {
		const { builder, communicator } = pluginsOf(planned, run.registry);
		const connector = await communicator.connector(planned.builder.decoded, context);
		const lookForTools = () => prepareProvisioners(planned, run.registry, context);
		const asksAwsFirst = context.reuse.mode !== "never";
		if (!asksAwsFirst) await lookForTools();
		const prepared = await builder.prepare(planned.builder.decoded, context, connector);
		if (asksAwsFirst && prepared.isMade !== true) await lookForTools();
		signal.throwIfAborted();
		await bakeInScope(prepared, connector, planned, run, context, progress);
	} catch (thrown) {
		fail(thrown, context, progress);
	}
	const report = {
		build,
		source: planned.source,
		outcome: outcomeOf$1(progress),
		startMs: start - run.start,
		elapsedMs: clock.monotonic() - start,
		region: regionOf$1(progress),
		artifact: progress.artifacts.find((summary) => summary === progress.made),
		artifacts: progress.artifacts,
		error: progress.errors[0],
		furtherErrors: progress.errors.slice(1),
		launched,
		steps: steps.reports,
		left: progress.left
	};
	finish(report, run);
	return report;
}
function pluginsOf({ builder: source }, registry) {
	const builder = registry.builders.get(source.type);
	if (builder === void 0) throw missingPlugin("builder", source.type);
	const type = communicatorType(source.decoded);
	const communicator = registry.communicators.get(type);
	if (communicator === void 0) throw missingPlugin("communicator", type);
	return {
		builder,
		communicator
	};
}
function skippedBuild(planned, run) {
	const report = {
		build: planned.name,
		source: planned.source,
		outcome: "skipped",
		startMs: run.clock.monotonic() - run.start,
		elapsedMs: 0,
		region: void 0,
		artifact: void 0,
		artifacts: [],
		error: void 0,
		furtherErrors: [],
		launched: void 0,
		steps: [],
		left: []
	};
	finish(report, run);
	return report;
}
async function bakeInScope(prepared, connector, planned, run, context, progress) {
	const scope = new BuildScope({
		...run,
		build: context.build,
		cleanUpBudgetMs: run.cleanUpBudgetMs ?? CLEAN_UP_BUDGET_MS
	});
	const onAbort = () => void scope.requestAll();
	context.signal.addEventListener("abort", onAbort, { once: true });
	try {
		const artifact = await prepared.bake(scope, provisioning(connector, planned, run, context, progress));
		scope.requestPossible();
		if (artifact !== void 0) await handOn$1(artifact, connector, planned, run, context, progress);
	} catch (thrown) {
		const error = fail(thrown, context, progress);
		if (!removesResources(run.onError, error)) await scope.abandon(`on-error is "${run.onError}"`);
	} finally {
		context.signal.removeEventListener("abort", onAbort);
		progress.left = await scope.close();
	}
}
function provisioning(connector, planned, run, context, progress) {
	return async (communicator, generated) => {
		const { privateKey, password } = communicator.access;
		for (const secret of [privateKey, password]) if (secret !== void 0) context.secrets.register(secret);
		const machine = {
			communicator,
			generated: {
				...commonGeneratedData(run.runUuid, connector, communicator),
				...generated
			}
		};
		progress.machine = machine;
		try {
			const { length } = planned.provisioners;
			for (const [index, provisioner] of planned.provisioners.entries()) {
				context.signal.throwIfAborted();
				const place = length > 1 ? ` (${index + 1} of ${length})` : "";
				await runProvisioner(provisioner, machine, run.registry, context, place);
			}
		} catch (thrown) {
			const error = fail(thrown, context, progress);
			const { errorCleanupProvisioner } = planned;
			if (errorCleanupProvisioner !== void 0 && error.category !== "cancelled" && runsErrorCleanup(run.onError)) await runProvisioner(errorCleanupProvisioner, machine, run.registry, context, " (error-cleanup-provisioner)").catch((further) => fail(further, context, progress));
			throw error;
		}
	};
}
async function handOn$1(artifact, connector, planned, run, context, progress) {
	progress.region = textOf(artifact.generated["BuildRegion"]);
	if (context.reuse.mode === "look") {
		progress.made = artifact.summary;
		progress.artifacts = [artifact.summary];
		return;
	}
	publish(artifact.summary, context, progress);
	const { artifacts, errors } = await postProcess(planned, artifact, progress.machine?.generated ?? withoutMachine(run.runUuid, connector), run.registry, context);
	progress.artifacts = artifacts.map(({ summary }) => summary);
	for (const error of errors) fail(error, context, progress);
	for (const summary of progress.artifacts) if (summary !== artifact.summary) context.emit({
		type: "artifact",
		build: context.build,
		artifact: summary
	});
	if (progress.errors.length === 0 && progress.artifacts.includes(artifact.summary)) await artifact.announce?.();
}
function publish(artifact, { emit, build }, progress) {
	progress.made = artifact;
	progress.artifacts = [artifact];
	emit({
		type: "artifact",
		build,
		artifact
	});
}
function regionOf$1({ machine, made, region }) {
	return textOf(machine?.generated["BuildRegion"]) ?? region ?? made?.images[0]?.region;
}
function textOf(value) {
	return typeof value === "string" ? value : void 0;
}
function fail(thrown, context, progress) {
	const { signal, build, emit } = context;
	const { errors } = progress;
	if (thrown instanceof IncompleteArtifactError && progress.made === void 0) publish(thrown.artifact, context, progress);
	const cause = thrown instanceof Error ? thrown.cause : void 0;
	const known = errors.find((error) => error === thrown || error === cause || error.cause === thrown);
	if (known !== void 0) return known;
	const isCancellation = signal.aborted && !(thrown instanceof TemplateError);
	if (isCancellation && errors[0] !== void 0) return errors[0];
	const error = isCancellation ? cancelledError(`the build ${build}`, thrown) : toBakeError(thrown);
	errors.push(error);
	if (errors.length > 1) emit({
		type: "log",
		level: "error",
		build,
		message: describeError(error),
		error
	});
	if (error instanceof TemplateError) for (const diagnostic of error.diagnostics) emit({
		type: "diagnostic",
		diagnostic
	});
	return error;
}
function outcomeOf$1({ errors }) {
	if (errors.length === 0) return "succeeded";
	return errors[0]?.category === "cancelled" ? "cancelled" : "failed";
}
function finish({ build, outcome, elapsedMs, error, artifact }, { emit, reuse }) {
	emit({
		type: "build-finished",
		build,
		outcome,
		elapsedMs,
		...reuse?.mode === "look" && { looksOnly: true },
		...error !== void 0 && { error },
		...artifact !== void 0 && { artifact }
	});
}
// src/engine/run.ts
async function runPlan({ builds }, options) {
	const { clock, ids, journal, reporter, runId, signal } = options;
	setMaxListeners(0, signal);
	const start = clock.monotonic();
	const startedAt = new Date(clock.now()).toISOString();
	const runUuid = ids.uuid();
	const emit = (event) => reporter.report(event);
	const run = {
		...options,
		runUuid,
		emit,
		start
	};
	journal.append({
		type: "run",
		runId,
		startedAt
	});
	const looksOnly = options.reuse?.mode === "look";
	emit({
		type: "run-started",
		runId,
		builds: builds.map(({ name }) => name),
		...looksOnly && { looksOnly }
	});
	const reports = await inParallel(builds, options.parallelBuilds, (build) => signal.aborted ? Promise.resolve(skippedBuild(build, run)) : runBuild(build, run));
	return {
		runId,
		runUuid,
		startedAt,
		elapsedMs: clock.monotonic() - start,
		outcome: outcomeOf(reports),
		builds: reports
	};
}
function outcomeOf(reports) {
	if (reports.some(({ outcome }) => outcome === "cancelled" || outcome === "skipped")) return "cancelled";
	return reports.some(({ outcome }) => outcome === "failed") ? "failed" : "succeeded";
}
function firstError({ builds }) {
	return builds.find(({ error }) => error !== void 0)?.error;
}
// src/app/run/run-report.ts
const NO_OUTPUTS = {
	amiId: void 0,
	amiIds: {},
	artifacts: {},
	manifest: void 0,
	sourceAmiId: void 0,
	snapshotIds: [],
	isReused: false,
	fingerprint: void 0
};
function buildOutputs({ builds }, manifest) {
	const made = builds.filter(({ artifact }) => (artifact?.images.length ?? 0) > 0);
	const sources = new Set(made.map(({ artifact }) => artifact?.sourceImageId));
	return {
		amiId: made.length === 1 ? ownImage(made[0])?.id : void 0,
		amiIds: imagesByRegion(builds.flatMap(({ artifact }) => artifact?.images ?? [])),
		artifacts: artifactsByBuild(builds),
		manifest,
		sourceAmiId: sources.size === 1 ? [...sources][0] : void 0,
		snapshotIds: made.flatMap(({ artifact }) => artifact?.images.flatMap(({ snapshotIds }) => snapshotIds) ?? []),
		isReused: made.length > 0 && made.every(({ artifact }) => artifact?.isReused === true),
		fingerprint: made.length === 1 ? made[0]?.artifact?.fingerprint : void 0
	};
}
function ownImage(build) {
	const images = build?.artifact?.images ?? [];
	return images.find(({ region }) => region === build?.region) ?? images[0];
}
function artifactsByBuild(builds) {
	return Object.fromEntries(builds.filter(({ artifacts }) => artifacts.length > 0).map(({ build, artifacts }) => [build, artifacts]));
}
// src/images/verify/machine.ts
function asRootWherePossible(command) {
	return `if [ "$(id -u)" != 0 ] && command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo -n sh -c '${command}'; else sh -c '${command}'; fi`;
}
function tellLine({ emit, build }, stream, text) {
	emit({
		type: "remote-line",
		build,
		source: "verify",
		stream,
		text
	});
}
function remotePath({ ids }, name) {
	return `/tmp/bake-ami-${ids.token(10)}-${name}`;
}
// src/images/verify/first-boot.ts
const AWAIT_BOOT = "if [ -e /var/lib/cloud/instance ]; then until [ -e /var/lib/cloud/instance/boot-finished ]; do sleep 1; done; fi";
async function awaitFirstBoot({ communicator, context }) {
	await communicator.exec(AWAIT_BOOT, { signal: context.signal });
}
const LIST_KEYS = `
up=$(cut -d. -f1 /proc/uptime); ticks=$(sed "s/.*) //" /proc/1/stat | cut -d" " -f20); hz=$(getconf CLK_TCK 2>/dev/null || echo 100)
age=$((up - ticks / hz)); now=$(date +%s)
for key in /etc/ssh/ssh_host_*_key; do
  [ -f "$key" ] || continue
  [ $((now - $(stat -c %Y "$key"))) -le $((age + 5)) ] || echo "host-key $key"
done
cut -d: -f6 /etc/passwd | sort -u | while read -r home; do
  for file in "$home/.ssh/authorized_keys" "$home/.ssh/authorized_keys2"; do
    [ -f "$file" ] || continue
    while read -r line || [ -n "$line" ]; do echo "authorized-key $file $line"; done <"$file"
  done
done
`;
const PUBLIC_KEY = /(?:^|\s)((?:ssh|ecdsa|sk)-\S+)\s+([A-Za-z0-9+/]{16,}={0,2})/;
async function findBakedKeys({ communicator, context, publicKey }) {
	const lines = [];
	await communicator.exec(asRootWherePossible(LIST_KEYS.trim()), {
		signal: context.signal,
		onLine: (stream, line) => {
			if (stream === "stdout" && lines.length < 1e3) lines.push(line);
		}
	});
	const own = publicKey?.split(" ")[1];
	return lines.flatMap((line) => {
		const [, hostKey] = /^host-key (\S+)$/.exec(line) ?? [];
		if (hostKey !== void 0) return [`The host key ${hostKey} came with the image: all machines that are made of it share it`];
		const [, file, rest = ""] = /^authorized-key (\S+) (.*)$/.exec(line) ?? [];
		const [, type, blob] = PUBLIC_KEY.exec(rest) ?? [];
		if (file === void 0 || own === void 0 || blob === void 0 || blob === own) return [];
		return [`The key ${fingerprint(Buffer.from(blob, "base64"))} (${type}) in ${file} came with the image: whoever has it may log in`];
	});
}
function bakedKeysCheck(findings, elapsedMs) {
	return {
		name: "keys that came with the image",
		outcome: "passed",
		elapsedMs,
		...findings.length > 0 && { output: findings.join("\n") }
	};
}
// src/images/verify/goss-report.ts
function parseGossReport(text) {
	let report;
	try {
		report = JSON.parse(text.slice(text.indexOf("{")));
	} catch {
		return;
	}
	if (!isRecord(report) || !Array.isArray(report["results"])) return void 0;
	return report["results"].filter(isRecord).map(checkOf);
}
function checkOf(result) {
	const text = (field) => typeof result[field] === "string" ? result[field] : "";
	const name = [
		text("resource-type"),
		text("resource-id"),
		text("property")
	].filter((part) => part !== "").join(": ");
	const { duration, skipped, successful } = result;
	const elapsedMs = typeof duration === "number" && duration >= 0 ? duration / 1e6 : 0;
	const base = {
		name: text("title") === "" ? name : `${text("title")} (${name})`,
		elapsedMs
	};
	if (skipped === true) return {
		...base,
		outcome: "skipped"
	};
	if (successful === true) return {
		...base,
		outcome: "passed"
	};
	const output = text("summary-line") || text("summary-line-compact") || JSON.stringify(result["err"] ?? null);
	const message = (text("summary-line-compact") || output).split("\n")[0] ?? "";
	return {
		...base,
		outcome: "failed",
		message,
		output
	};
}
// src/images/verify/remote-output.ts
const MOST_LINES = 200;
const LONGEST_LINE = 2e3;
var RemoteOutput = class {
	#lines = [];
	#left = 0;
	add(line) {
		this.#lines.push(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line);
		if (this.#lines.length < 400) return;
		this.#left += this.#lines.length - MOST_LINES;
		this.#lines = this.#lines.slice(-200);
	}
	get text() {
		const kept = this.#lines.slice(-200);
		const left = this.#left + this.#lines.length - kept.length;
		return withoutTrailing([...left > 0 ? [`(${left} lines before these)`] : [], ...kept].join("\n"), "\n");
	}
};
// src/images/verify/goss-check.ts
const LONGEST_REPORT = 16777216;
async function runGoss(goss, machine) {
	const { communicator, context } = machine;
	const { clock, signal } = context;
	const start = clock.monotonic();
	const folder = remotePath(context, "goss");
	const { exitCode: made } = await communicator.exec(`mkdir -m 700 ${shellWord(folder)}`, { signal });
	if (made !== 0) return [failed$1(goss, `The folder ${folder} could not be made on the machine`, "", 0)];
	await Promise.all([communicator.upload({ path: goss.program }, `${folder}/goss`, {
		mode: 493,
		signal
	}), goss.isFolder ? communicator.uploadDirectory(goss.path, `${folder}/checks`, { signal }) : communicator.upload({ path: goss.path }, `${folder}/goss.yaml`, {
		mode: 420,
		signal
	})]);
	let report = "";
	const complaints = new RemoteOutput();
	const at = goss.isFolder ? `${folder}/checks` : folder;
	const command = `cd ${shellWord(at)} && ${shellWord(`${folder}/goss`)} -g goss.yaml validate --format json --no-color`;
	const { exitCode } = await communicator.exec(asRootWherePossible(command), {
		signal,
		onLine: (stream, line) => {
			if (stream === "stdout") report = report.length + line.length > LONGEST_REPORT ? report : `${report}${line}\n`;
			else complaints.add(line);
		}
	});
	const elapsedMs = clock.monotonic() - start;
	const checks = parseGossReport(report);
	if (checks === void 0) {
		for (const line of complaints.text.split("\n")) tellLine(context, "stderr", line);
		return [failed$1(goss, `goss ended with exit status ${exitCode} and without a report`, complaints.text, elapsedMs)];
	}
	for (const check of checks) tellLine(context, check.outcome === "failed" ? "stderr" : "stdout", described(check));
	const passes = checks.length > 0 && checks.every(({ outcome }) => outcome !== "failed");
	if (checks.length === 0) return [failed$1(goss, `${goss.name} holds no checks`, "", elapsedMs)];
	if (passes && exitCode !== 0) return [...checks, failed$1(goss, `goss ended with exit status ${exitCode}`, complaints.text, elapsedMs)];
	return checks;
}
function failed$1({ name }, message, output, elapsedMs) {
	return {
		name,
		outcome: "failed",
		elapsedMs,
		message,
		output: output || message
	};
}
function described({ name, outcome, message }) {
	return outcome === "failed" ? `failed: ${message ?? name}` : `${outcome}: ${name}`;
}
// src/images/verify/script-check.ts
async function runScript(script, machine) {
	const { communicator, context } = machine;
	const { clock, signal } = context;
	const start = clock.monotonic();
	const output = new RemoteOutput();
	const path = remotePath(context, "verify.sh");
	await communicator.upload(script.content, path, {
		mode: 493,
		signal
	});
	const { exitCode, exitSignal } = await communicator.exec(shellWord(path), {
		signal,
		onLine: (stream, line) => {
			output.add(line);
			tellLine(context, stream, line);
		}
	});
	const name = script.name;
	const elapsedMs = clock.monotonic() - start;
	if (exitCode === 0) return {
		name,
		outcome: "passed",
		elapsedMs,
		output: output.text
	};
	return {
		name,
		outcome: "failed",
		elapsedMs,
		message: `${name} ${exitSignal === void 0 ? `ended with exit status ${exitCode}` : `was ended by SIG${exitSignal}`}`,
		output: output.text
	};
}
// src/images/verify/verification.ts
var Verification = class {
	onFailure;
	#settings;
	#suites = [];
	constructor(settings) {
		this.#settings = settings;
		this.onFailure = settings.onFailure;
	}
	get limitMs() {
		return this.#settings.bootTimeoutMs + this.#settings.checksTimeoutMs;
	}
	get suites() {
		return this.#suites;
	}
	async prepare(architecture, signal) {
		if (this.#settings.goss !== void 0) await this.#settings.gossProgram(architecture, signal);
	}
	async verify(image, context, boot) {
		const { clock } = context;
		const start = clock.monotonic();
		const startedAt = new Date(clock.now()).toISOString();
		const checks = [];
		try {
			try {
				var _usingCtx$2 = _usingCtx();
				const { communicator, publicKey } = await this.#booted(image, context, boot, checks);
				const machine = _usingCtx$2.a(communicator);
				await this.#check(image, {
					communicator: machine,
					publicKey
				}, context, checks);
			} catch (_) {
				_usingCtx$2.e = _;
			} finally {
				await _usingCtx$2.d();
			}
		} finally {
			const { build } = context;
			const { id, region, name } = image;
			const elapsedMs = clock.monotonic() - start;
			this.#suites.push({
				build,
				image: {
					id,
					region,
					name
				},
				startedAt,
				elapsedMs,
				checks
			});
		}
		throwIfFailed(checks);
	}
	async #booted(image, context, boot, checks) {
		const { bootTimeoutMs } = this.#settings;
		const { clock } = context;
		const start = clock.monotonic();
		const name = "a machine boots from the image and lets us log in";
		const late = new BakeError(`A machine of the image ${image.id} did not finish its first boot within ${describeDuration(bootTimeoutMs)}`, {
			code: "verification-timeout",
			category: "artifact",
			hint: "The console output of the machine says what it was at (ec2:GetConsoleOutput); a slow one needs a longer verify-boot-timeout."
		});
		try {
			const machine = await limited(context, bootTimeoutMs, late, async (inTime) => {
				const booted = await boot(inTime);
				const wait = () => awaitFirstBoot({
					...booted,
					context: inTime
				});
				await inTime.step("verify-first-boot", "Waiting for the first boot to end", wait, { time: "boot" });
				return booted;
			});
			checks.push({
				name,
				outcome: "passed",
				elapsedMs: clock.monotonic() - start
			});
			return machine;
		} catch (thrown) {
			const { message } = toBakeError(thrown);
			checks.push({
				name,
				outcome: "failed",
				elapsedMs: clock.monotonic() - start,
				message
			});
			throw thrown;
		}
	}
	async #check(image, machine, context, checks) {
		const { checksTimeoutMs, script, goss, gossProgram } = this.#settings;
		const { clock } = context;
		const start = clock.monotonic();
		const late = new BakeError(`The checks of ${image.id} did not end within ${describeDuration(checksTimeoutMs)}`, {
			code: "verification-timeout",
			category: "artifact",
			hint: "The log shows what they were at; checks that take longer need a longer verify-timeout."
		});
		try {
			await limited(context, checksTimeoutMs, late, async (inTime) => {
				const checked = {
					...machine,
					context: inTime
				};
				const findings = await findBakedKeys(checked);
				for (const message of findings) context.emit({
					type: "log",
					level: "warning",
					build: context.build,
					message
				});
				checks.push(bakedKeysCheck(findings, clock.monotonic() - start));
				if (script !== void 0) await this.#step(inTime, "verify-script", `Verifying ${image.id} with ${script.name}`, checks, async () => [await runScript(script, checked)]);
				if (goss !== void 0) {
					const program = await gossProgram(await architectureOf(checked), inTime.signal);
					await this.#step(inTime, "verify-goss", `Verifying ${image.id} with goss and ${goss.name}`, checks, () => runGoss({
						...goss,
						program
					}, checked));
				}
			});
		} catch (thrown) {
			if (!(thrown instanceof FailedChecks)) {
				const { message } = toBakeError(thrown);
				checks.push({
					name: "the checks",
					outcome: "failed",
					elapsedMs: clock.monotonic() - start,
					message
				});
				throw thrown;
			}
		}
	}
	async #step(context, name, title, checks, run) {
		try {
			const judge = async () => {
				const ended = await run();
				checks.push(...ended);
				throwIfFailed(ended);
			};
			await context.step(name, title, judge, { time: "template" });
		} catch (thrown) {
			if (!(thrown instanceof FailedChecks)) throw thrown;
		}
	}
};
const LONGEST_MESSAGE = 500;
var FailedChecks = class extends BakeError {};
function throwIfFailed(checks) {
	const failures = checks.filter(({ outcome }) => outcome === "failed");
	const [first] = failures;
	if (first === void 0) return;
	const others = failures.length === 1 ? "" : `, and ${failures.length - 1} more`;
	throw new FailedChecks(`${printableLine(first.message ?? first.name, false).slice(0, LONGEST_MESSAGE)}${others}`, {
		code: "verification-failed",
		category: "artifact",
		hint: "The log has what it printed."
	});
}
async function limited(context, milliseconds, late, work) {
	let isLate = false;
	const reason = () => {
		isLate = true;
		return late;
	};
	try {
		return await withDeadline(context.clock, milliseconds, reason, context.signal, (signal) => work({
			...context,
			signal
		}));
	} catch (thrown) {
		if (isLate && !context.signal.aborted) throw late;
		throw thrown;
	}
}
async function architectureOf({ communicator, context }) {
	const lines = [];
	const { signal } = context;
	await communicator.exec("uname -m", {
		signal,
		onLine: (_stream, line) => lines.push(line)
	});
	return lines[0]?.trim() === "aarch64" ? "arm64" : lines[0]?.trim();
}
// src/app/run/goss-program.ts
const VERSION = "0.4.9";
const RELEASES = /* @__PURE__ */ new Map([["x86_64", release("amd64", "x64", "87dd36cfa1b8b50554e6e2ca29168272e26755b19ba5438341f7c66b36decc19")], ["arm64", release("arm64", "arm64", "14fd24ac08236559f4809e6a627792d1b947ed98654bba1662ef1d6122d77e18")]]);
function release(suffix, architecture, sha256) {
	const url = `https://github.com/goss-org/goss/releases/download/v${VERSION}/goss-linux-${suffix}`;
	return {
		name: "goss",
		version: VERSION,
		architecture,
		url,
		sha256
	};
}
async function gossProgram({ named, workingDirectory, searchPath, fetch }, architecture = "x86_64", signal) {
	if (named !== "") {
		const file = path.resolve(workingDirectory, named);
		const found = architectureOfProgram(file);
		if (found === architecture) return file;
		throw new BakeError(`${named} is no goss for the image: ${found === void 0 ? "it is no program for Linux, or is not there" : `it is for ${found}, and the image is ${architecture}`}`, {
			code: "goss-unusable",
			category: "input",
			hint: "verify-goss-binary takes a goss for Linux and the architecture of the image; without it, goss comes from the PATH or is fetched."
		});
	}
	const inPath = searchPath.split(path.delimiter).filter((folder) => folder !== "").map((folder) => path.join(folder, "goss")).find((file) => architectureOfProgram(file) === architecture);
	if (inPath !== void 0) return inPath;
	const tool = RELEASES.get(architecture);
	if (tool !== void 0 && fetch !== void 0) return fetch(tool, signal);
	throw new BakeError(`There is no goss for Linux and ${architecture} in the PATH`, {
		code: "goss-missing",
		category: "input",
		hint: tool === void 0 ? "Name one with verify-goss-binary." : `Name one with verify-goss-binary, or put it into the PATH: ${tool.url} (SHA-256 ${tool.sha256}).`
	});
}
const MACHINES = /* @__PURE__ */ new Map([
	[62, "x86_64"],
	[183, "arm64"],
	[3, "i386"]
]);
function architectureOfProgram(file) {
	const header = Buffer.alloc(20);
	try {
		if (!statSync(file).isFile()) return void 0;
		const descriptor = openSync(file, "r");
		try {
			readSync(descriptor, header, 0, header.length, 0);
		} finally {
			closeSync(descriptor);
		}
	} catch {
		return;
	}
	if (header.readUInt32BE(0) !== 2135247942) return void 0;
	return MACHINES.get(header.readUInt16LE(18));
}
// src/app/run/verify-request.ts
const VERIFY_DEFAULTS = {
	"verify-timeout": "15m",
	"verify-boot-timeout": "10m",
	"verify-on-failure": "remove"
};
const KEEP_FAILED_MS = 6048e5;
// src/app/run/verification.ts
function verificationOf({ verify, fetchTool, workingDirectory, environment }) {
	if (verify === void 0) return void 0;
	if (verify.script.trim() === "" && verify.goss === "") {
		refuseWithoutChecks(verify);
		return;
	}
	const search = {
		named: verify.gossBinary,
		workingDirectory,
		searchPath: environment["PATH"] ?? "",
		fetch: fetchTool
	};
	return new Verification({
		script: verify.script.trim() === "" ? void 0 : scriptOf(verify.script.trim(), workingDirectory),
		goss: verify.goss === "" ? void 0 : gossFile(verify.goss, workingDirectory),
		gossProgram: (architecture, signal) => gossProgram(search, architecture, signal),
		bootTimeoutMs: verify.bootTimeoutMs,
		checksTimeoutMs: verify.checksTimeoutMs,
		onFailure: verify.onFailure === "remove" ? "remove" : { keepMs: KEEP_FAILED_MS }
	});
}
function refuseWithoutChecks({ junit: report, gossBinary }) {
	const [name] = [...report === "" ? [] : ["verify-junit"], ...gossBinary === "" ? [] : ["verify-goss-binary"]];
	if (name === void 0) return;
	throw new BakeError(`The input "${name}" is given, and no checks are`, {
		code: "verify-without-checks",
		category: "input",
		hint: "Name a script or a goss file too (verify, verify-goss), or leave it out."
	});
}
function scriptOf(text, workingDirectory) {
	if (!text.includes("\n")) {
		const file = path.resolve(workingDirectory, text);
		const { kind } = lookAtPath(text, workingDirectory);
		if (kind === "file") return {
			name: path.basename(file),
			content: { path: file }
		};
		if (kind === "folder" || /^[^\s/]\S*(?:\/\S*|\.(?:sh|bash|py|pl|rb))$/.test(text)) throw new BakeError(`The input "verify" names ${text}, ${kind === "folder" ? "a folder" : "which is not there"}`, {
			code: "verify-script-missing",
			category: "input",
			hint: `A path starts at ${workingDirectory}. Anything else is taken as lines of shell, which the machine runs.`
		});
	}
	const script = text.startsWith("#!") ? `${text}\n` : `#!/bin/sh -ex\n${text.replaceAll("\r\n", "\n")}\n`;
	return {
		name: "the lines of verify",
		content: { bytes: Buffer.from(script) }
	};
}
function gossFile(named, workingDirectory) {
	const { kind } = lookAtPath(named, workingDirectory);
	const file = path.resolve(workingDirectory, named);
	const isFolder = kind === "folder";
	if (kind === "file") return {
		name: path.basename(file),
		path: file,
		isFolder
	};
	if (isFolder && lookAtPath(path.join(named, "goss.yaml"), workingDirectory).kind === "file") return {
		name: path.basename(file),
		path: file,
		isFolder
	};
	throw new BakeError(`The input "verify-goss" names ${named}, ${isFolder ? "a folder without a goss.yaml" : "which is not there"}`, {
		code: "verify-goss-missing",
		category: "input",
		hint: `It takes a goss file, or a folder with goss.yaml and the files that it names; a path starts at ${workingDirectory}.`
	});
}
function writeJunit(verification, { verify, workingDirectory, ids, secrets }) {
	if (!verify?.junit || verification === void 0 || verification.suites.length === 0) return void 0;
	const file = path.resolve(workingDirectory, verify.junit);
	writeWholeFile(file, junit(verification.suites, (text) => secrets.mask(text)), ids);
	return file;
}
// src/app/outputs/manifest-of-run.ts
function manifestOfRun(file, report, clock) {
	const written = buildsIn(file).filter(({ runUuid }) => runUuid === report.runUuid);
	const others = entriesOf$1(report, clock).filter(({ artifactId: id }) => written.every((each) => each.artifactId !== id));
	return {
		builds: [...written, ...others],
		lastRunUuid: report.runUuid
	};
}
function buildsIn(file) {
	if (file === void 0 || !existsSync(file)) return [];
	return parseManifest(readFileSync(file, "utf8"), file).builds;
}
function entriesOf$1({ builds, runUuid }, clock) {
	const buildTime = Math.floor(clock.now() / 1e3);
	return builds.flatMap(({ artifact, source }) => artifact === void 0 ? [] : [{
		name: source.name,
		builderType: source.type,
		buildTime,
		files: void 0,
		artifactId: artifact.id,
		runUuid,
		customData: void 0
	}]);
}
function refuseForeignManifest({ manifest, workingDirectory }) {
	if (!manifest) return;
	const file = path.resolve(workingDirectory, manifest);
	if (existsSync(file)) parseManifest(readFileSync(file, "utf8"), manifest);
}
async function writeRunManifest(request, report, alreadyWritten) {
	if (!request.manifest) return void 0;
	const file = path.resolve(request.workingDirectory, request.manifest);
	if (file === alreadyWritten) return file;
	const entries = entriesOf$1(report, request.clock);
	if (entries.length === 0) return void 0;
	makeFolder(path.dirname(file));
	const { signal } = new AbortController();
	await appendToManifest(file, entries, report.runUuid, {
		...request,
		signal
	});
	return file;
}
// src/app/outputs/masked-piece.ts
function maskedPiece(masked) {
	return /[^"{}[\]\s,:]*\*\*\*[^"{}[\]\s,:]*/.exec(masked)?.[0] ?? "***";
}
// src/app/outputs/masked-leg.ts
function maskedLeg(leg, mask) {
	const pieces = [];
	const text = (value) => {
		const masked = mask(value);
		if (masked !== value) pieces.push(maskedPiece(masked));
		return masked;
	};
	const { outputs, manifest } = leg;
	return {
		leg: {
			outcome: leg.outcome,
			builds: withKeys(leg.builds, text, (outcome) => outcome),
			outputs: {
				...inTexts(outputs, text),
				ami_ids: withKeys(outputs.ami_ids, text, text),
				artifacts: withKeys(outputs.artifacts, text, (made) => inTexts(made, text))
			},
			manifest: manifest && {
				...inTexts(manifest, text),
				builds: manifest.builds.map((entry) => ({
					...inTexts(entry, text),
					customData: entry.customData && withKeys(entry.customData, text, text)
				}))
			}
		},
		piece: pieces[0]
	};
}
function withKeys(record, text, each) {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [text(key), each(value)]));
}
function inTexts(value, text) {
	return JSON.parse(JSON.stringify(value), (_, item) => typeof item === "string" ? text(item) : item);
}
// src/app/outputs/outputs-record.ts
function outputsRecord(outputs) {
	return {
		ami_id: outputs.amiId ?? "",
		ami_ids: outputs.amiIds,
		artifacts: Object.fromEntries(Object.entries(outputs.artifacts).map(([build, artifacts]) => [build, artifacts.map(artifactRecord)])),
		manifest: outputs.manifest ?? "",
		source_ami_id: outputs.sourceAmiId ?? "",
		snapshot_ids: outputs.snapshotIds,
		reused: outputs.isReused,
		fingerprint: outputs.fingerprint ?? ""
	};
}
function artifactRecord(artifact) {
	return {
		builder_id: artifact.builderId,
		artifact_id: artifact.id,
		images: artifact.images.map((image) => ({
			region: image.region,
			id: image.id,
			name: image.name,
			snapshot_ids: image.snapshotIds,
			size_gib: image.sizeGib ?? null
		})),
		source_ami_id: artifact.sourceImageId ?? "",
		fingerprint: artifact.fingerprint ?? "",
		reused: artifact.isReused === true,
		reused_from: artifact.madeBy?.runUrl ?? ""
	};
}
// src/app/outputs/provenance-files.ts
function writeProvenance(request, report, fingerprints) {
	const { provenance, workingDirectory, ids, reporter, secrets } = request;
	if (!provenance) return;
	const run = provenRun(request, report, fingerprints);
	if (run.builds.length === 0) {
		const message = `No image was made, so nothing is written to ${provenance}`;
		reporter.report({
			type: "log",
			level: "info",
			message
		});
		return;
	}
	const statement = provenanceStatement(run);
	const file = path.resolve(workingDirectory, provenance);
	const paths = provenancePaths(file);
	const json = (value) => `${secrets.mask(JSON.stringify(value, void 0, 2))}\n`;
	try {
		writeWholeFile(paths.statement, json(statement), ids);
		writeWholeFile(paths.predicate, json(statement.predicate), ids);
		writeWholeFile(paths.subjects, checksums(statement), ids);
	} catch (cause) {
		throw new BakeError(`The provenance ${file} can't be written: ${errorMessage(cause)}`, {
			code: "provenance-unwritable",
			category: "input",
			hint: "Name a file in a folder that can be written, relative to the working directory. The images are made and are in the outputs.",
			cause
		});
	}
	reporter.report({
		type: "log",
		level: "info",
		message: `Wrote the provenance to ${file}`
	});
}
function provenRun({ environment, runId, template, cloud, clock, fingerprintKey }, { startedAt, builds }, fingerprints) {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_REF: ref, GITHUB_SHA: commit, GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt = "1", GITHUB_WORKFLOW_REF: workflow } = environment;
	const repository = server && name ? `${server}/${name}` : void 0;
	return {
		runId,
		template,
		cloud,
		startedAt,
		finishedAt: new Date(clock.now()).toISOString(),
		version: VERSION$1,
		behavesAs: PACKER_VERSION,
		commit: commit || void 0,
		repository,
		ref: ref || void 0,
		runUrl: repository && run ? `${repository}/actions/runs/${run}/attempts/${attempt}` : void 0,
		builder: server && workflow ? `${server}/${workflow}` : void 0,
		builds: builds.flatMap(({ build, region, artifact }) => artifact === void 0 || artifact.images.length === 0 || artifact.isReused === true ? [] : [{
			name: build,
			region,
			artifact,
			inputs: artifact.fingerprint === void 0 ? void 0 : fingerprints.get(build)?.inputs,
			isKeyed: fingerprintKey !== void 0
		}])
	};
}
// src/app/outputs/hand-on.ts
async function handOn(request, report, made) {
	const { verification, fingerprints } = made;
	tellJunit(request, verification);
	let error = firstError(report) ?? (report.outcome === "cancelled" ? cancelledError("the run") : void 0);
	const fail = (thrown) => {
		const failure = toBakeError(thrown);
		if (error === void 0) error = failure;
		else request.reporter.report({
			type: "log",
			level: "warning",
			message: describeError(failure)
		});
	};
	let { manifest } = made;
	try {
		manifest = await writeRunManifest(request, report, manifest) ?? manifest;
	} catch (thrown) {
		fail(thrown);
	}
	const outputs = buildOutputs(report, manifest);
	const write = (file) => {
		try {
			file();
		} catch (thrown) {
			fail(thrown);
		}
	};
	write(() => writeProvenance(request, report, fingerprints.made));
	write(() => writeOutputsFile(request, report, outputs));
	if (error === void 0) write(() => writeTfvars(request, outputs));
	const handedOn = {
		outcome: error !== void 0 && report.outcome === "succeeded" ? "failed" : report.outcome,
		error,
		report,
		outputs
	};
	return verification === void 0 ? handedOn : {
		...handedOn,
		verification: verification.suites
	};
}
function writeTfvars({ tfvars, workingDirectory, ids, reporter }, outputs) {
	if (!tfvars) return;
	const file = terraformVariablesFile(tfvars, workingDirectory);
	const isWritten = writeTerraformVariables(file, outputsRecord(outputs), ids);
	const message = isWritten ? `Wrote Terraform's variables to ${file}` : `There is no image, so nothing is written to ${file}`;
	reporter.report({
		type: "log",
		level: isWritten ? "info" : "warning",
		message
	});
}
function writeOutputsFile({ outputsFile, workingDirectory, ids, clock, reuse, secrets, reporter }, report, outputs) {
	if (!outputsFile) return;
	const told = reuse === "look" ? report.builds.filter(({ artifact }) => artifact !== void 0) : report.builds;
	const builds = Object.fromEntries(told.map(({ build, outcome }) => [build, outcome]));
	const manifest = manifestOfRun(outputs.manifest, report, clock);
	const masked = maskedLeg({
		outcome: report.outcome,
		builds,
		outputs: outputsRecord(outputs),
		manifest
	}, (text) => secrets.mask(text));
	writeLeg(path.resolve(workingDirectory, outputsFile), masked.leg, ids);
	if (masked.piece === void 0) return;
	const message = `${outputsFile} (outputs-file) has "***" where the outputs hold a secret (the value of a sensitive variable, in "${masked.piece}"), and merge hands it on so. Leave the value out of names and paths, or take "sensitive" off a variable that is no secret.`;
	reporter.report({
		type: "log",
		level: "warning",
		message
	});
}
function tellJunit(request, verification) {
	const { reporter } = request;
	try {
		const file = writeJunit(verification, request);
		if (file === void 0) return;
		reporter.report({
			type: "log",
			level: "info",
			message: `How each check of the images ended is in ${file} (JUnit)`
		});
	} catch (thrown) {
		const message = `The JUnit report could not be written: ${toBakeError(thrown).message}`;
		reporter.report({
			type: "log",
			level: "warning",
			message
		});
	}
}
// src/app/retention.ts
const BUDGET_MS = 6e5;
async function pruneAfterRun(report, settings, cloud, surroundings) {
	if (report.outcome !== "succeeded") return [];
	const images = report.builds.flatMap(({ artifact }) => artifact?.images ?? []);
	const handedOn = new Set(images.map(({ id }) => id));
	const results = [];
	const failed = (thrown) => tell(surroundings, "warning", `Old images were not pruned: ${describeError(toBakeError(thrown))}`);
	try {
		for (const [aws, theirs] of await byMaker(images, cloud.connections)) {
			const result = await pruneFamilies({
				aws,
				images: theirs,
				handedOn
			}, settings, cloud, surroundings).catch(failed);
			if (result !== void 0) results.push(result);
		}
	} catch (thrown) {
		failed(thrown);
	}
	return results;
}
async function byMaker(images, connections) {
	const groups = /* @__PURE__ */ new Map();
	for (const image of images) {
		const aws = await connections.makerOf("image", image.region, image.name);
		groups.set(aws, [...groups.get(aws) ?? [], image]);
	}
	return groups;
}
async function pruneFamilies({ aws, images, handedOn }, settings, cloud, surroundings) {
	const regions = [...new Set(images.map(({ region }) => region))];
	const families = /* @__PURE__ */ new Set();
	for (const region of regions) {
		const ImageIds = images.filter((image) => image.region === region).map(({ id }) => id);
		const { Images: found = [] } = await aws.ec2(region).describeImages({ ImageIds }, surroundings.signal);
		for (const image of found) {
			const family = familyOf(image, settings.familyTags);
			if (family !== void 0) families.add(family.key);
			else {
				const tags = settings.familyTags.join(", ");
				tell(surroundings, "warning", `Old images of ${image.Name} are not pruned: ${image.ImageId} lacks the tags ${tags}`);
			}
		}
	}
	if (families.size === 0) return void 0;
	const request = {
		...surroundings,
		...settings,
		reporter: asNotes(surroundings.reporter),
		regions,
		region: void 0,
		budgetMs: BUDGET_MS,
		onPlan: (plan) => {
			const going = plan.findings.filter(({ verdict }) => verdict !== "keep");
			const { rows } = pruneTable({
				...plan,
				findings: going
			}, settings.dryRun || plan.isTooMuch ? "would be" : "will be");
			for (const cells of rows) tell(surroundings, "info", cells.filter((cell) => cell !== "").join("  "));
		}
	};
	const result = await pruneScope({
		aws,
		regions,
		areNamed: true,
		families,
		handedOn
	}, request, cloud);
	tell(surroundings, "info", `Old images: ${pruneHeadline(result, settings.dryRun)}`);
	for (const note of pruneNotes(result)) tell(surroundings, "info", note);
	if (result.error !== void 0) tell(surroundings, "warning", `Old images were not pruned as they should be: ${describeError(result.error)}`);
	return result;
}
function asNotes(reporter) {
	return { report: (event) => {
		const told = event.type === "resource-removed" || event.type === "resource-left" ? narrate(event) : void 0;
		reporter.report(told === void 0 ? event : {
			type: "log",
			level: "info",
			message: told.text
		});
	} };
}
function tell({ reporter, secrets }, level, message) {
	reporter.report({
		type: "log",
		level,
		message: secrets.mask(message)
	});
}
// src/images/fingerprint/canonical-json.ts
function canonicalJson(value) {
	if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(",")}]`;
	if (!isRecord(value)) return JSON.stringify(value) ?? "null";
	return `{${Object.entries(value).filter(([, each]) => each !== void 0).sort(([a], [b]) => a < b ? -1 : 1).map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(",")}}`;
}
// src/images/fingerprint/changing-values.ts
function differingPaths(here, there) {
	const others = new Map(there.map(({ option, value }) => [option, value]));
	return here.filter(({ decides }) => decides === "image").flatMap(({ option, value }) => differences(option, value, others.get(option)));
}
function differences(path, a, b) {
	if (Array.isArray(a) && Array.isArray(b)) return a.flatMap((each, index) => differences(`${path}[${index}]`, each, b[index]));
	if (isRecord(a) && isRecord(b)) return Object.keys(a).flatMap((key) => differences(`${path}.${key}`, a[key], b[key]));
	return a === b ? [] : [path];
}
function mootDiagnostic(block, path, decoded) {
	return warningDiagnostic({
		code: "reuse-moot",
		summary: "This has another value in each run, so no image can be reused",
		detail: `"${path}" of ${block} decides what the image is, and holds the time of the run or something random (timestamp(), {{timestamp}}, {{isotime}}, uuidv4() and the like). Pass such a value in as a variable, write it into a tag instead, or let the machine make it (date -u).`,
		subject: decoded.range(path)
	});
}
// src/images/fingerprint/deciding-values.ts
function decidingValues(schema, { options }, texts) {
	if (!isRecord(options)) return [];
	return Object.entries(schema).flatMap(([option, declared]) => {
		if (declared.decides === "run") return [];
		const value = deciding(declared, options[option], texts);
		return value === void 0 ? [] : [{
			option,
			decides: declared.decides,
			value
		}];
	});
}
function deciding(declared, value, texts) {
	if (value === void 0 || value === null) return void 0;
	if (declared.kind === "block") {
		if (Array.isArray(value)) return value.length === 0 ? void 0 : value.map((each) => blockOf(declared.schema, each, texts));
		return blockOf(declared.schema, value, texts);
	}
	if (canonicalJson(value) === canonicalJson(declared.default)) return void 0;
	if (!(typeof declared.rendering === "object" || declared.rendering === "twice")) return value;
	const fields = typeof declared.rendering === "object" ? declared.rendering.fields : [];
	return renderedAll(value, {
		...texts,
		generated: {
			...texts.generated,
			...standIns(fields)
		}
	});
}
function blockOf(schema, value, texts) {
	return Object.fromEntries(decidingValues(schema, { options: value }, texts).map((each) => [each.option, each.value]));
}
function renderedAll(value, texts) {
	if (typeof value === "string") return rendered(value, texts);
	if (Array.isArray(value)) return value.map((each) => renderedAll(each, texts));
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renderedAll(each, texts)]));
}
function rendered(text, { render, generated }) {
	if (!text.includes("{{")) return text;
	try {
		return render(text, generated);
	} catch {
		return text;
	}
}
function standIns(names) {
	return Object.fromEntries(names.map((name) => [name, `<${name}>`]));
}
// src/images/fingerprint/input-tags.ts
const INPUTS_TAG = "bake-ami:inputs";
const LONGEST_VALUE = 256;
const MOST_TAGS = 4;
const SHORT_DIGEST = 6;
const AND_MORE = "+";
function fingerprintTags(id, inputs) {
	const lines = [""];
	for (const item of inputs.map(({ name, digest }) => `${name}:${short(digest)}`)) {
		const last = lines.at(-1) ?? "";
		const longer = last === "" ? item : `${last} ${item}`;
		const room = LONGEST_VALUE - (lines.length === MOST_TAGS ? 2 : 0);
		if (longer.length <= room) lines[lines.length - 1] = longer;
		else if (lines.length < MOST_TAGS) lines.push(item);
		else {
			lines[lines.length - 1] = `${last} ${AND_MORE}`;
			break;
		}
	}
	const described = lines.map((line, index) => [index === 0 ? INPUTS_TAG : `${INPUTS_TAG}-${index + 1}`, line]);
	return {
		[FINGERPRINT_TAG]: id,
		...Object.fromEntries(described)
	};
}
function changesSince(tags, id, inputs) {
	const before = writtenInputs(tags);
	if (before === void 0) return void 0;
	if (tags["bake-ami:fingerprint"] === id) return [];
	if (tags["bake-ami:fingerprint"]?.split("-")[0] !== id.split("-")[0]) return ["the way in which fingerprints are made"];
	const common = inputs.filter(({ name }) => before.digests.has(name));
	const changed = common.filter(({ name, digest }) => before.digests.get(name) !== short(digest));
	if (common.length > 1 && changed.length === common.length) return ["all that counts, which most likely means that it was made with another fingerprint key"];
	const names = new Set(inputs.map(({ name }) => name));
	const added = before.isComplete ? inputs.filter(({ name }) => !before.digests.has(name)) : [];
	const removed = [...before.digests.keys()].filter((name) => !names.has(name));
	const all = [
		...changed.map(({ label }) => label),
		...added.map(({ label }) => `${label} (new)`),
		...removed.map((name) => `${labelOf(name, [])} (gone)`)
	];
	return all.length > 0 ? all : ["something that its tags have no room for"];
}
function writtenInputs(tags) {
	const items = Array.from({ length: MOST_TAGS }, (_, index) => tags[index === 0 ? INPUTS_TAG : `${INPUTS_TAG}-${index + 1}`]).flatMap((line) => line === void 0 || line === "" ? [] : line.split(" "));
	if (items.length === 0) return void 0;
	const digests = items.flatMap((item) => {
		const [name, digest] = item.split(":");
		return name === void 0 || digest === void 0 ? [] : [[name, digest]];
	});
	return {
		digests: new Map(digests),
		isComplete: items.at(-1) !== AND_MORE
	};
}
function labelOf(name, types) {
	const [, number, what] = /^(\d+)\.(.+)$/.exec(name) ?? [];
	if (number === void 0 || what === void 0) return `the option ${name}`;
	if (what !== "files") return `provisioner ${number} (${what})`;
	const type = types[Number(number) - 1];
	return `files of provisioner ${number}${type === void 0 ? "" : ` (${type})`}`;
}
function short(digest) {
	return Buffer.from(digest, "hex").toString("base64url").slice(0, SHORT_DIGEST);
}
// src/images/fingerprint/keyed-digest.ts
const COST = {
	N: 2 ** 15,
	r: 8,
	p: 3,
	maxmem: 67108864
};
const KEY_BYTES = 32;
async function keyedDigests(texts, { key, accountId, secrets }) {
	const found = texts.map((text) => secrets.foundIn(text));
	if (key !== void 0) {
		const hidden = createHash("sha256").update(`bake-ami fingerprint key\n${key}`).digest();
		return texts.map((text, index) => ({
			digest: hmac(hidden, text),
			holdsSecret: (found[index]?.length ?? 0) > 0
		}));
	}
	const all = [...new Set(found.flat())].sort();
	const derived = all.length === 0 ? void 0 : await derivedKey(JSON.stringify(all), accountId ?? "");
	return texts.map((text, index) => derived !== void 0 && (found[index]?.length ?? 0) > 0 ? {
		digest: hmac(derived, text),
		holdsSecret: true
	} : {
		digest: sha256(text),
		holdsSecret: false
	});
}
function sha256(text) {
	return createHash("sha256").update(text).digest("hex");
}
function hmac(key, text) {
	return createHmac("sha256", key).update(text).digest("hex");
}
const derivations = /* @__PURE__ */ new Map();
function derivedKey(secrets, accountId) {
	const known = sha256(JSON.stringify([secrets, accountId]));
	const derivation = derivations.get(known) ?? new Promise((resolve, reject) => {
		scrypt(secrets, `bake-ami fingerprint ${accountId}`, KEY_BYTES, COST, (error, key) => error === null ? resolve(key) : reject(error));
	});
	derivations.set(known, derivation);
	return derivation;
}
// src/images/fingerprint/local-input-digest.ts
const AT_A_TIME = 16;
async function digestOfLocalInput(input, workingDirectory) {
	const start = path.resolve(workingDirectory, input.path);
	const found = await stat(start).catch((thrown) => {
		if (["ENOENT", "ENOTDIR"].includes(errorCode(thrown) ?? "")) return void 0;
		throw thrown;
	});
	if (found === void 0) return digestOf(["missing"]);
	if (!found.isDirectory()) return digestOf([await entryOf("", start, found, input)]);
	const root = await realpath(start);
	return digestOf(["folder", ...(await entriesOf(root, "", {
		input,
		root,
		above: []
	})).sort()]);
}
async function entriesOf(folder, prefix, walk) {
	const names = await readdir(folder);
	const entries = [];
	const inner = {
		...walk,
		above: [...walk.above, folder]
	};
	for (let start = 0; start < names.length; start += AT_A_TIME) {
		const some = names.slice(start, start + AT_A_TIME);
		const lists = await Promise.all(some.map((name) => entryIn(folder, name, prefix, inner)));
		entries.push(...lists.flat());
	}
	return entries;
}
async function entryIn(folder, child, prefix, walk) {
	const { input, root, above } = walk;
	const name = prefix + child;
	const place = path.join(folder, child);
	const own = await lstat(place);
	const included = (isFolder) => input.includes?.(name, isFolder) !== false;
	if (!own.isSymbolicLink()) {
		if (!included(own.isDirectory())) return [];
		if (!own.isDirectory()) return [await entryOf(name, place, own, input)];
		return [record("folder", name, modeOf(own, input)), ...await entriesOf(place, `${name}/`, walk)];
	}
	const target = await readlink(place);
	const real = await realpath(place).catch(() => void 0);
	const isInside = !path.isAbsolute(target) && isWithin(root, path.resolve(folder, target));
	if (real === void 0 || isInside) return included(false) ? [record("link", name, target)] : [];
	const leadsTo = await stat(real);
	if (!included(leadsTo.isDirectory())) return [];
	if (!leadsTo.isDirectory()) return [await entryOf(name, real, leadsTo, input)];
	if (above.includes(real)) return [record("link", name, target)];
	return [record("folder", name, modeOf(leadsTo, input)), ...await entriesOf(real, `${name}/`, {
		...walk,
		root: real
	})];
}
async function entryOf(name, place, stats, input) {
	if (!stats.isFile()) return record("special", name, "");
	const hash = createHash("sha256");
	await pipeline(createReadStream(place), hash);
	return record("file", name, modeOf(stats, input), hash.digest("hex"));
}
function modeOf({ mode }, { modes }) {
	if (modes === "none") return "";
	return modes === "all" ? (mode & 511).toString(8) : String((mode & 64) !== 0);
}
function record(...parts) {
	return JSON.stringify(parts);
}
function digestOf(entries) {
	return createHash("sha256").update(entries.join("\n")).digest("hex");
}
function isWithin(root, place) {
	const way = path.relative(root, place);
	return way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
// src/images/fingerprint/stable-name.ts
function stableName(name, others) {
	if (others.every((other) => other === name)) return name;
	const prefix = others.reduce((common, other) => common.slice(0, commonStart(common, other)), name);
	const suffix = reverse(others.map(reverse).reduce((common, other) => common.slice(0, commonStart(common, other)), reverse(name)).slice(0, name.length - prefix.length));
	return `${prefix.replace(/\d+$/, "")}…${suffix.replace(/^\d+/, "")}`;
}
function commonStart(a, b) {
	const length = Math.min(a.length, b.length);
	let index = 0;
	while (index < length && a[index] === b[index]) index += 1;
	return index;
}
function reverse(text) {
	return Array.from(text).reverse().join("");
}
// src/images/fingerprint/fingerprint.ts
const FORMAT = "v1";
const SOURCE_AMI = "the source AMI";
async function makeOutFingerprint(request) {
	const { planned, origin, key, secrets } = request;
	const here = await readBlocks(planned, request);
	const elsewhere = await Promise.all(request.atOtherTimes.map((other) => readBlocks(other, request)));
	const files = await fileTexts(here, request);
	const texts = [...inputTexts(here, elsewhere, request), ...files];
	const digests = await keyedDigests(texts.map(({ text }) => text), {
		key,
		accountId: origin.accountId,
		secrets
	});
	const inputs = texts.map(({ name, label }, index) => ({
		name,
		label,
		digest: digests[index]?.digest ?? ""
	}));
	const list = inputs.map(({ name, digest }) => `${name}=${digest}`).join("\n");
	const id = `${FORMAT}-${sha256(list)}`;
	return {
		id,
		inputs,
		tags: fingerprintTags(id, inputs),
		changesSince: (tags) => changesSince(tags, id, inputs)?.map((label) => label === SOURCE_AMI ? fromWhich(tags, origin) : label),
		changedMeanwhile: () => changedFiles(files, here, request),
		exposesSecrets: key === void 0 && digests.some(({ holdsSecret }) => holdsSecret),
		moot: await moot(here, elsewhere, request)
	};
}
function fromWhich(tags, { sourceImageId }) {
	const before = tags[SOURCE_AMI_TAG];
	return before === void 0 ? SOURCE_AMI : `${SOURCE_AMI} (${before}, now ${sourceImageId})`;
}
async function readBlocks(planned, { origin, catalog }) {
	const builder = catalog.builders.get(planned.builder.type);
	const generated = {
		...standIns(buildDataNames(builder) ?? []),
		...origin.generated
	};
	const texts = {
		render: planned.render,
		generated
	};
	const read = (schema, decoded) => schema === void 0 ? [] : decidingValues(schema, decoded, texts);
	return [{
		number: 0,
		type: planned.builder.type,
		continueOnError: false,
		decoded: planned.builder.decoded,
		values: read(builder?.schema, planned.builder.decoded)
	}, ...await Promise.all(planned.provisioners.map(async (each, index) => {
		const { type, continueOnError } = each;
		const decoded = await atRun(each, generated);
		const values = read(catalog.provisioners.get(type)?.schema, decoded);
		return {
			number: index + 1,
			type,
			continueOnError,
			decoded,
			values
		};
	}))];
}
function inputTexts([builder, ...provisioners], elsewhere, { planned, origin, registry }) {
	if (builder === void 0) return [];
	const { type } = builder;
	const build = {
		name: planned.name,
		type,
		behaviour: registry.builders.get(type)?.behaviourVersion,
		communicator: communicatorType(builder.decoded)
	};
	const nameElsewhere = (option) => elsewhere.map(([other]) => String(other?.values.find((each) => each.option === option)?.value));
	return [
		{
			name: "build",
			label: "the name or the kind of the build",
			text: canonicalJson(build)
		},
		{
			name: "source-ami",
			label: SOURCE_AMI,
			text: canonicalJson(origin.sourceImageId)
		},
		...builder.values.map(({ option, decides, value }) => ({
			name: option,
			label: labelOf(option, []),
			text: canonicalJson(decides === "name" ? stableName(String(value), nameElsewhere(option)) : value)
		})),
		...provisioners.map(({ number, type: kind, continueOnError, values }) => {
			const options = Object.fromEntries(values.map(({ option, value }) => [option, value]));
			const behaviour = registry.provisioners.get(kind)?.behaviourVersion;
			const name = `${number}.${kind}`;
			return {
				name,
				label: labelOf(name, []),
				text: canonicalJson({
					type: kind,
					behaviour,
					continueOnError,
					options
				})
			};
		})
	];
}
async function fileTexts(blocks, { registry, context }) {
	const types = blocks.slice(1).map(({ type }) => type);
	return (await Promise.all(blocks.map(async ({ number, type, decoded }) => {
		const local = (number === 0 ? registry.builders.get(type) : registry.provisioners.get(type))?.localInputs(decoded, context) ?? [];
		if (local.length === 0) return [];
		const digests = await Promise.all(local.map((each) => digestOfLocalInput(each, context.workingDirectory)));
		const name = `${number}.files`;
		return [{
			name,
			label: number === 0 ? "the file with the user data" : labelOf(name, types),
			text: canonicalJson(digests)
		}];
	}))).flat();
}
async function changedFiles(before, blocks, request) {
	const { provisioners } = request.registry;
	if (blocks.slice(1).some(({ type, decoded }) => provisioners.get(type)?.writesLocalFiles?.(decoded) === true)) return [];
	const now = await fileTexts(blocks, request).catch(() => []);
	const texts = new Map(now.map(({ name, text }) => [name, text]));
	return before.filter(({ name, text }) => texts.get(name) !== text).map(({ label }) => label);
}
async function moot(here, elsewhere, request) {
	const differs = (other) => here.some(({ values }, index) => differingPaths(values, other[index]?.values ?? []).length > 0);
	if (!elsewhere.some(differs)) return [];
	const later = await request.aMomentLater();
	if (later === void 0) return [];
	const blocks = await readBlocks(later, request);
	return here.flatMap(({ number, type, values, decoded }, index) => differingPaths(values, blocks[index]?.values ?? []).map((path) => mootDiagnostic(number === 0 ? `source ${request.planned.source.type}.${request.planned.source.name}` : `provisioner ${number} (${type})`, path, decoded)));
}
// src/app/run/fingerprints.ts
var Fingerprints = class {
	#request;
	#registry;
	#moments;
	#made = /* @__PURE__ */ new Map();
	#told = /* @__PURE__ */ new Set();
	constructor(request, registry, moments) {
		this.#request = request;
		this.#registry = registry;
		this.#moments = moments;
	}
	get made() {
		return this.#made;
	}
	of = async (planned, origin) => {
		const { reuse, reporter } = this.#request;
		try {
			const made = await this.#makeOut(planned, origin);
			if (made.exposesSecrets && reuse === "never") return void 0;
			this.#made.set(planned.name, made);
			if (reuse !== "never") this.#tell(made.moot);
			return made;
		} catch (thrown) {
			const message = `What decides the image can not be made out, so it has no fingerprint: ${toBakeError(thrown).message}`;
			reporter.report({
				type: "log",
				level: reuse === "never" ? "info" : "warning",
				build: planned.name,
				message
			});
			return;
		}
	};
	#tell(diagnostics) {
		for (const diagnostic of diagnostics) {
			const place = JSON.stringify([diagnostic.detail, diagnostic.subject]);
			if (this.#told.has(place)) continue;
			this.#told.add(place);
			this.#request.reporter.report({
				type: "diagnostic",
				diagnostic
			});
		}
	}
	async #makeOut(planned, origin) {
		const { secrets, fingerprintKey } = this.#request;
		return makeOutFingerprint({
			planned,
			atOtherTimes: await this.#moments.farFrom(planned),
			aMomentLater: () => this.#moments.closeTo(planned),
			origin,
			registry: this.#registry,
			catalog: catalogOf(this.#registry),
			context: this.#request,
			secrets,
			key: fingerprintKey
		});
	}
};
// src/images/fingerprint/moments.ts
const SECOND = 1e3;
const HOUR = 36e5;
const OTHER_MOMENTS = [{
	shiftMs: 882433e3,
	character: "0"
}, {
	shiftMs: 39510677e3,
	character: "f"
}];
function closeTo(time) {
	const shiftMs = 61 * SECOND;
	return {
		shiftMs: time % HOUR < HOUR / 2 ? shiftMs : -61e3,
		character: "5"
	};
}
function idsAt({ character }) {
	const hex = (length) => character.repeat(length);
	return {
		uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
		token: (length) => character.repeat(length)
	};
}
// src/app/run/other-moments.ts
var OtherMoments = class {
	plugins;
	#request;
	#startTime;
	#heard = /* @__PURE__ */ new Map();
	#told = /* @__PURE__ */ new Map();
	#far;
	#near;
	constructor(request, plugins) {
		this.#request = request;
		this.#startTime = request.clock.now();
		this.plugins = this.#remembering(plugins);
	}
	async farFrom(build) {
		this.#far ??= Promise.all(OTHER_MOMENTS.map((moment) => this.#planAt(moment))).then((plans) => plans.filter((plan) => plan !== void 0));
		return (await this.#far).flatMap((plan) => sameBuild(plan, build) ?? []);
	}
	async closeTo(build) {
		this.#near ??= this.#planAt(closeTo(this.#startTime));
		const plan = await this.#near;
		return plan && sameBuild(plan, build);
	}
	async #planAt(moment) {
		const request = this.#request;
		const clock = shifted(request.clock, moment.shiftMs);
		const ports = templatePorts({
			...request,
			clock,
			ids: idsAt(moment)
		}, this.#recalling(this.plugins));
		const startTime = this.#startTime + moment.shiftMs;
		const { value } = await loadTemplate({
			...request,
			evaluateDataSources: true
		}, {
			...ports,
			startTime
		});
		return value;
	}
	#remembering(plugins) {
		return answering(plugins, {
			data: (key, ask) => kept(this.#heard, key, ask),
			remote: (key, ask) => kept(this.#told, key, ask)
		});
	}
	#recalling(plugins) {
		return answering(plugins, {
			data: (key) => this.#heard.get(key) ?? Promise.reject(notAskedAgain()),
			remote: (key) => this.#told.get(key) ?? Promise.reject(notAskedAgain())
		});
	}
};
function answering(plugins, answers) {
	const dataSources = [...plugins.dataSources].map(([type, source]) => [type, {
		...source,
		read: (decoded, signal) => answers.data(JSON.stringify([type, decoded.options]), () => source.read(decoded, signal))
	}]);
	return {
		...plugins,
		dataSources: new Map(dataSources),
		askRemote: (question, signal) => answers.remote(JSON.stringify(question), () => plugins.askRemote(question, signal))
	};
}
function kept(known, key, ask) {
	const answer = known.get(key) ?? ask();
	known.set(key, answer);
	return answer;
}
function sameBuild({ builds }, { name }) {
	const found = builds.filter((each) => each.name === name);
	return found.length === 1 ? found[0] : void 0;
}
function shifted(clock, shiftMs) {
	return {
		now: () => clock.now() + shiftMs,
		monotonic: () => clock.monotonic(),
		sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal)
	};
}
function notAskedAgain() {
	return new BakeError("It is not asked for a second time", {
		code: "not-asked-again",
		category: "internal"
	});
}
// src/app/run/run-site.ts
var RunSite = class {
	#request;
	#directory;
	#cloud;
	constructor(request) {
		this.#request = request;
	}
	get directory() {
		this.#directory ??= createRunDirectory(this.#request.runDirectory);
		return this.#directory;
	}
	cloud() {
		this.#cloud ??= openCloud(this.#request, this.directory);
		return this.#cloud;
	}
	readingPlugins() {
		return this.#pluginsOn(cloudOf(this.#request, this.#request.environment), {});
	}
	async plugins(afterwards) {
		return this.#pluginsOn(await this.cloud(), afterwards);
	}
	close() {
		if (this.#directory !== void 0) removeTemporaryFiles(this.#directory);
	}
	#pluginsOn(cloud, afterwards) {
		const { hostKeyPolicy, fallbackInstanceTypes, deadlineMinutes, clock, ids, secrets } = this.#request;
		const dataConnections = async () => (this.#request.cloud === "local" ? await this.cloud() : cloud).connections;
		const given = {
			hostKeyPolicy,
			fallbackInstanceTypes,
			deadlineMinutes,
			clock,
			ids,
			secrets,
			...afterwards
		};
		return createRegistry({
			...cloud,
			...given,
			dataConnections
		});
	}
};
function regionOf({ region, environment }) {
	return region || defaultRegion(environment);
}
function startLocalCloud(request, directory) {
	const { environment, reporter, workingDirectory } = request;
	tellMetadataRole(request, "Rehearse what you do not trust on a runner without a role.", (message) => reporter.report({
		type: "log",
		level: "warning",
		message
	}));
	return startLocalCloudHost({
		...request,
		directory,
		network: "host",
		endsWithProcess: request.localCloudEndsWithProcess === true,
		hide: [
			workingDirectory,
			environment["GITHUB_WORKSPACE"] ?? "",
			environment["RUNNER_TEMP"] ?? ""
		].filter((folder) => folder !== ""),
		region: regionOf(request) ?? "us-east-1"
	});
}
async function openCloud(request, directory) {
	if (request.cloud === "aws") return cloudOf(request, request.environment);
	const { environment } = request;
	const handle = request.localCloud ?? await startLocalCloud(request, directory);
	return {
		...cloudOf(request, onLocalCloud(environment, handle)),
		locateMachine: (instanceId, signal) => locateMachine(handle, instanceId, signal)
	};
}
function cloudOf(request, surroundings) {
	const { region } = request;
	const environment = region ? {
		...surroundings,
		AWS_REGION: region,
		AWS_DEFAULT_REGION: region
	} : surroundings;
	return {
		...cloudAccess(request, environment, request.cloud),
		environment,
		locateMachine: void 0
	};
}
// src/app/run/run-watch.ts
const MOST_WARNINGS = 200;
const TAIL_LINES = 20;
const LONGEST_TAIL_LINE = 500;
var RunWatch = class {
	#reporter;
	#secrets;
	#warnings = /* @__PURE__ */ new Map();
	#removed = [];
	#kept = [];
	#lines = /* @__PURE__ */ new Map();
	#tails = /* @__PURE__ */ new Map();
	#moreWarnings = 0;
	#lastManifest;
	constructor(reporter, secrets) {
		this.#reporter = reporter;
		this.#secrets = secrets;
	}
	get lastManifest() {
		return this.#lastManifest;
	}
	get story() {
		return {
			warnings: [...this.#warnings.values()],
			moreWarnings: this.#moreWarnings,
			removed: this.#removed,
			kept: this.#kept,
			tails: this.#tails
		};
	}
	report(event) {
		this.#remember(event);
		this.#reporter.report(event);
	}
	#remember(event) {
		switch (event.type) {
			case "file-written":
				if (event.kind === "manifest") this.#lastManifest = event.path;
				return;
			case "log":
				if (event.level === "warning") this.#warn(event.build, this.#secrets.mask(event.message));
				return;
			case "resource-removed":
				this.#removed.push({
					build: event.build,
					resource: event.resource
				});
				return;
			case "resource-kept":
				this.#kept.push({
					build: event.build,
					resource: event.resource,
					reason: event.reason
				});
				return;
			case "step-started":
				this.#lines.delete(event.build);
				return;
			case "remote-line":
				this.#line(event.build, event.text);
				return;
			case "step-finished": if (event.outcome === "failed") this.#keepTail(event.build, event.title);
		}
	}
	#warn(build, text) {
		const key = `${build ?? ""}\n${text}`;
		if (this.#warnings.has(key)) return;
		if (this.#warnings.size < MOST_WARNINGS) this.#warnings.set(key, {
			build,
			text
		});
		else this.#moreWarnings += 1;
	}
	#line(build, text) {
		const lines = this.#lines.get(build) ?? [];
		lines.push(text.slice(0, LONGEST_TAIL_LINE));
		if (lines.length > TAIL_LINES) lines.shift();
		this.#lines.set(build, lines);
	}
	#keepTail(build, step) {
		const lines = this.#lines.get(build) ?? [];
		if (lines.length === 0 || this.#tails.has(build)) return;
		this.#tails.set(build, {
			step,
			lines: this.#secrets.mask(lines.join("\n")).split("\n")
		});
	}
};
// src/app/build.ts
async function build(request) {
	const watch = new RunWatch(request.reporter, request.secrets);
	return {
		...await planAndBake({
			...request,
			reporter: watch
		}, watch),
		story: watch.story
	};
}
async function planAndBake(request, watch) {
	const site = new RunSite(request);
	if (request.fingerprintKey !== void 0) request.secrets.register(request.fingerprintKey);
	try {
		makeWayForFiles(request);
		refuseForeignManifest(request);
		const moments = new OtherMoments(request, site.readingPlugins());
		const { plan, diagnostics } = await planTemplate({
			...request,
			toBuild: true,
			evaluateDataSources: true
		}, moments.plugins);
		if (plan === void 0) return failed(new TemplateError(diagnostics), diagnostics);
		return {
			...await bake(request, site, watch, {
				plan,
				diagnostics,
				moments
			}),
			plan
		};
	} catch (thrown) {
		return failed(request.signal.aborted ? cancelledError("the run", thrown) : toBakeError(thrown), []);
	} finally {
		site.close();
	}
}
async function bake(request, site, watch, { plan, diagnostics, moments }) {
	try {
		var _usingCtx$1 = _usingCtx();
		const verification = verificationOf(request);
		const parameters = parametersOfRun(request.ssmParameters ?? [], plan.builds, regionOf(request));
		const { directory } = site;
		const cloud = await site.cloud();
		const registry = await site.plugins({
			verification,
			parameters
		});
		const file = _usingCtx$1.u(new JournalFile(directory.journal));
		const fingerprints = new Fingerprints(request, registry, moments);
		const report = await runPlan(plan, {
			...request,
			reuse: {
				mode: request.force ? "never" : request.reuse,
				requiredTags: verification === void 0 && request.reusesVerifiedOnly !== true ? [] : [VERIFIED_TAG]
			},
			fingerprintOf: fingerprints.of,
			environment: cloud.environment,
			registry,
			journal: { append: (entry) => append(entry, file, request) },
			undo: cloud.undo,
			temporaryDirectory: directory.temporary
		});
		if (request.onError !== "cleanup" && report.outcome === "failed") tellWhatStays(request);
		const result = {
			...await handOn(request, report, {
				manifest: watch.lastManifest,
				verification,
				fingerprints
			}),
			diagnostics
		};
		if (request.retention === void 0 || result.outcome !== "succeeded") return result;
		return {
			...result,
			pruned: await pruneAfterRun(report, request.retention, cloud, request)
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
function append(entry, file, { cloud, onPlace }) {
	file.append(entry);
	if (entry.type === "account" && cloud === "aws") onPlace?.(entry);
}
function tellWhatStays({ cloud, localCloud, onError, runId, reporter }) {
	const endsWithItsCloud = cloud === "local" && localCloud === void 0;
	const message = endsWithItsCloud ? `on-error is "${onError}", but what a build on the local cloud leaves ends with that cloud, at the end of this job` : `on-error is "${onError}": what this run leaves has the tag ${RUN_TAG} with the value ${runId}`;
	reporter.report({
		type: "log",
		level: endsWithItsCloud ? "warning" : "info",
		message
	});
}
function failed(error, diagnostics) {
	return {
		outcome: error.category === "cancelled" ? "cancelled" : "failed",
		diagnostics,
		error,
		report: void 0,
		outputs: NO_OUTPUTS
	};
}
// src/app/run/run-id.ts
function newRunId(ids) {
	return ids.token(16);
}
export { VERIFY_DEFAULTS as a, maskedPiece as i, build as n, NO_OUTPUTS as o, outputsRecord as r, newRunId as t };
