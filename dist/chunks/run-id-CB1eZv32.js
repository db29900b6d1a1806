import { t as inParallel } from "./parallel-jqwNTQDD.js";
import { a as describeError, i as cancelledError, n as IncompleteArtifactError, o as toBakeError, r as TemplateError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as withDeadline, t as orAborted } from "./deadline-YgD0Q8NY.js";
import { a as requestRemoval, i as outOfTime, n as findLost, o as supposed, r as leftBehind, t as confirmRemoval } from "./undo-CNR1Oq8j.js";
import { k as hasErrors } from "./print-diagnostic-DzljT0bL.js";
import { _ as createRegistry, b as communicatorType, v as appendToManifest, y as mentionsShutdown } from "./read-template-DX1-bLvp.js";
import { t as describeDuration } from "./duration-C2R6mXwG.js";
import { t as cloudAccess } from "./cloud-access-KZEzfC3D.js";
import { c as startLocalCloudHost, o as locateMachine, r as removeTemporaryFiles, t as createRunDirectory, u as JournalFile } from "./run-directory-BYFn5l1Q.js";
import { r as onLocalCloud } from "./local-cloud-handle-Dxs6XsPg.js";
import { t as _usingCtx } from "./usingCtx-BNVI0pxM.js";
import { t as planTemplate } from "./plan-template-BeX3yYiK.js";
import path from "node:path";
import { setMaxListeners } from "node:events";
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
		if (this.#ending) throw cancelledError(`before the ${intent.kind.replaceAll("-", " ")} ${intent.name} was made`);
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
		this.#ending = true;
		await Promise.all(this.#owned.map(async (ownership) => {
			await this.#settled(ownership);
			if (!ownership.kept) await this.#request(ownership);
		}));
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
			await this.requestAll();
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
			resources = ownership.resource === void 0 ? await findLost(ownership.intent, ownership.refused, context) : [ownership.resource];
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
async function runProvisioner(planned, machine, registry, context) {
	try {
		await context.step(`provisioner-${planned.type}`, describe(planned), () => withRetries(planned, machine, context, async () => {
			await pause(planned, context);
			await attempt(planned, machine, registry, context);
		}));
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
		hint: "Raise its \"timeout\", or look in the log above for what it was waiting for."
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
	let keepOriginal = chains.length === 0;
	for (const chain of chains) {
		let artifact = original;
		try {
			for (const [index, link] of chain.entries()) {
				if (artifact === void 0) break;
				context.signal.throwIfAborted();
				const plugin = registry.postProcessors.get(link.type);
				if (plugin === void 0) throw missingPlugin("post-processor", link.type);
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
function runPostProcessor(link, plugin, input, common, context) {
	const title = link.name === void 0 ? `Post-processor ${link.type}` : `Post-processor ${link.type} "${link.name}"`;
	return context.step(`post-processor-${link.type}`, title, async () => {
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
function stepLog(build, clock, emit, signal) {
	const reports = [];
	return {
		reports,
		async step(name, title, run) {
			const start = clock.monotonic();
			const finish = (outcome) => {
				const report = {
					name,
					title,
					outcome,
					elapsedMs: clock.monotonic() - start
				};
				reports.push(report);
				emit({
					type: "step-finished",
					build,
					step: name,
					title,
					outcome,
					elapsedMs: report.elapsedMs
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
	const steps = stepLog(build, clock, emit, signal);
	const context = {
		...run,
		emit,
		build,
		source: planned.source,
		render: planned.render,
		step: steps.step,
		mentionsShutdown: await mentionsShutdown(planned.provisioners, run.workingDirectory)
	};
	const progress = {
		made: void 0,
		artifacts: [],
		errors: [],
		left: [],
		machine: void 0
	};
	emit({
		type: "build-started",
		build
	});
	try {
		const { builder, communicator } = pluginsOf(planned, run.registry);
		const connector = await communicator.connector(planned.builder.decoded, context);
		await prepareProvisioners(planned, run.registry, context);
		const prepared = await builder.prepare(planned.builder.decoded, context, connector);
		signal.throwIfAborted();
		await bakeInScope(prepared, connector, planned, run, context, progress);
	} catch (thrown) {
		fail(thrown, context, progress);
	}
	const report = {
		build,
		source: planned.source,
		outcome: outcomeOf$1(progress),
		elapsedMs: clock.monotonic() - start,
		region: regionOf(progress),
		artifact: progress.artifacts.find((summary) => summary === progress.made),
		artifacts: progress.artifacts,
		error: progress.errors[0],
		furtherErrors: progress.errors.slice(1),
		launched,
		steps: steps.reports,
		left: progress.left
	};
	finish$1(report, run);
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
	finish$1(report, run);
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
		onAbort();
		if (artifact !== void 0) await handOn(artifact, connector, planned, run, context, progress);
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
			for (const provisioner of planned.provisioners) {
				context.signal.throwIfAborted();
				await runProvisioner(provisioner, machine, run.registry, context);
			}
		} catch (thrown) {
			const error = fail(thrown, context, progress);
			const { errorCleanupProvisioner } = planned;
			if (errorCleanupProvisioner !== void 0 && error.category !== "cancelled" && runsErrorCleanup(run.onError)) await runProvisioner(errorCleanupProvisioner, machine, run.registry, context).catch((further) => fail(further, context, progress));
			throw error;
		}
	};
}
async function handOn(artifact, connector, planned, run, context, progress) {
	publish(artifact.summary, context, progress);
	const { artifacts, errors } = await postProcess(planned, artifact, progress.machine?.generated ?? withoutMachine(run.runUuid, connector), run.registry, context);
	progress.artifacts = artifacts.map(({ summary }) => summary);
	for (const error of errors) fail(error, context, progress);
	for (const summary of progress.artifacts) if (summary !== artifact.summary) context.emit({
		type: "artifact",
		build: context.build,
		artifact: summary
	});
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
function regionOf({ machine, made }) {
	const region = machine?.generated["BuildRegion"];
	return typeof region === "string" ? region : made?.images[0]?.region;
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
		message: describeError(error)
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
function finish$1({ build, outcome, elapsedMs, error, artifact }, { emit }) {
	emit({
		type: "build-finished",
		build,
		outcome,
		elapsedMs,
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
		emit
	};
	journal.append({
		type: "run",
		runId,
		startedAt
	});
	emit({
		type: "run-started",
		runId,
		builds: builds.map(({ name }) => name)
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
// src/app/manifest-of-run.ts
var ManifestWatch = class {
	#reporter;
	#last;
	constructor(reporter) {
		this.#reporter = reporter;
	}
	get last() {
		return this.#last;
	}
	report(event) {
		if (event.type === "file-written" && event.kind === "manifest") this.#last = event.path;
		this.#reporter.report(event);
	}
};
async function writeRunManifest(request, report, alreadyWritten) {
	if (!request.manifest) return void 0;
	const file = path.resolve(request.workingDirectory, request.manifest);
	if (file === alreadyWritten) return file;
	const buildTime = Math.floor(request.clock.now() / 1e3);
	const entries = report.builds.flatMap(({ artifact, source }) => artifact === void 0 ? [] : [{
		name: source.name,
		builderType: source.type,
		buildTime,
		files: void 0,
		artifactId: artifact.id,
		runUuid: report.runUuid,
		customData: void 0
	}]);
	if (entries.length === 0) return void 0;
	const { signal } = new AbortController();
	await appendToManifest(file, entries, report.runUuid, {
		...request,
		signal
	});
	return file;
}
// src/app/run-report.ts
const NO_OUTPUTS = {
	amiId: void 0,
	amiIds: {},
	artifacts: {},
	manifest: void 0,
	sourceAmiId: void 0,
	snapshotIds: []
};
function buildOutputs({ builds }, manifest) {
	const made = builds.filter(({ artifact }) => (artifact?.images.length ?? 0) > 0);
	const sources = new Set(made.map(({ artifact }) => artifact?.sourceImageId));
	return {
		amiId: made.length === 1 ? ownImage(made[0])?.id : void 0,
		amiIds: imagesByRegion(builds),
		artifacts: artifactsByBuild(builds),
		manifest,
		sourceAmiId: sources.size === 1 ? [...sources][0] : void 0,
		snapshotIds: made.flatMap(({ artifact }) => artifact?.images.flatMap(({ snapshotIds }) => snapshotIds) ?? [])
	};
}
function ownImage(build) {
	const images = build?.artifact?.images ?? [];
	return images.find(({ region }) => region === build?.region) ?? images[0];
}
function imagesByRegion(builds) {
	const images = builds.flatMap(({ artifact }) => artifact?.images ?? []);
	const alone = images.filter(({ region }) => images.filter((other) => other.region === region).length === 1);
	return Object.fromEntries(alone.map(({ region, id }) => [region, id]));
}
function artifactsByBuild(builds) {
	return Object.fromEntries(builds.filter(({ artifacts }) => artifacts.length > 0).map(({ build, artifacts }) => [build, artifacts]));
}
// src/app/build.ts
async function build(request) {
	const site = new RunSite(request);
	try {
		const { plan, diagnostics } = await planTemplate({
			...request,
			toBuild: true,
			evaluateDataSources: true
		}, registryFor(request, cloudOf(request, request.environment), site));
		if (plan === void 0) return failed(new TemplateError(diagnostics), diagnostics);
		return await bake(request, site, plan, diagnostics);
	} catch (thrown) {
		return failed(request.signal.aborted ? cancelledError("the run", thrown) : toBakeError(thrown), []);
	} finally {
		site.close();
	}
}
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
	close() {
		if (this.#directory !== void 0) removeTemporaryFiles(this.#directory);
	}
};
async function bake(request, site, plan, diagnostics) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { directory } = site;
		const cloud = await site.cloud();
		const registry = registryFor(request, cloud, site);
		const reporter = new ManifestWatch(request.reporter);
		const file = _usingCtx$1.u(new JournalFile(directory.journal));
		const report = await runPlan(plan, {
			...request,
			reporter,
			environment: cloud.environment,
			registry,
			journal: { append: (entry) => append(entry, file, request) },
			undo: cloud.undo,
			temporaryDirectory: directory.temporary
		});
		if (endsWithItsCloud(request, report)) {
			const message = `on-error is "${request.onError}", but what a build on the local cloud leaves ends with that cloud, at the end of this job`;
			reporter.report({
				type: "log",
				level: "warning",
				message
			});
		}
		return await finish(request, report, reporter.last, diagnostics);
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
function endsWithItsCloud({ cloud, localCloud, onError }, { outcome }) {
	return cloud === "local" && localCloud === void 0 && onError !== "cleanup" && outcome === "failed";
}
async function openCloud(request, directory) {
	if (request.cloud === "aws") return cloudOf(request, request.environment);
	const { environment, region } = request;
	const handle = request.localCloud ?? await startLocalCloudHost({
		...request,
		directory,
		network: "host",
		endsWithProcess: request.localCloudEndsWithProcess === true,
		hide: [
			request.workingDirectory,
			environment["GITHUB_WORKSPACE"] ?? "",
			environment["RUNNER_TEMP"] ?? ""
		].filter((folder) => folder !== ""),
		region: region || environment["AWS_REGION"] || environment["AWS_DEFAULT_REGION"] || "us-east-1"
	});
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
function registryFor({ hostKeyPolicy, fallbackInstanceTypes, deadlineMinutes, clock, secrets, cloud: where }, cloud, site) {
	const dataConnections = async () => (where === "local" ? await site.cloud() : cloud).connections;
	const given = {
		hostKeyPolicy,
		fallbackInstanceTypes,
		deadlineMinutes
	};
	return createRegistry({
		...cloud,
		...given,
		clock,
		secrets,
		dataConnections
	});
}
async function finish(request, report, ofTemplate, diagnostics) {
	let error = firstError(report) ?? (report.outcome === "cancelled" ? cancelledError("the run") : void 0);
	let manifest = ofTemplate;
	try {
		manifest = await writeRunManifest(request, report, manifest) ?? manifest;
	} catch (thrown) {
		error ??= toBakeError(thrown);
	}
	return {
		outcome: error !== void 0 && report.outcome === "succeeded" ? "failed" : report.outcome,
		diagnostics,
		error,
		report,
		outputs: buildOutputs(report, manifest)
	};
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
// src/app/run-id.ts
function newRunId(ids) {
	return ids.token(16);
}
export { build as n, newRunId as t };
