import "./rolldown-runtime-BVN1G_yT.js";
import { t as makeFolder } from "./make-folder-DHBi_oe7.js";
import { c as errorMessage, t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as shellWord } from "./posix-shell-DMV6XIRl.js";
import { basename, dirname, join, posix, resolve } from "node:path";
import { stat } from "node:fs/promises";
// src/provisioners/file/remote-files.ts
function isPattern(path) {
	return /[*?[]/.test(path);
}
async function isRemoteFolder(path, communicator, signal) {
	const { exitCode } = await communicator.exec(`test -d ${word(path)}`, { signal });
	return exitCode === 0;
}
async function matchingPaths(pattern, communicator, signal) {
	const paths = [];
	await communicator.exec(`for f in ${patternWord(pattern)}; do if [ -e "$f" ]; then printf '%s\\n' "$f"; fi; done`, {
		signal,
		onLine: (stream, line) => stream === "stdout" && paths.push(line)
	});
	if (paths.length > 0) return paths;
	throw new BakeError(`Nothing on the machine matches ${pattern}`, {
		code: "remote-file-not-found",
		category: "provision"
	});
}
function word(path) {
	return path.split(/(^~[^/]*|\$\w+|\$\{\w+\})/).map((part, index) => index % 2 === 1 ? variable(part) : part === "" ? "" : shellWord(part)).join("");
}
function variable(part) {
	return part.startsWith("~") ? part : `"${part}"`;
}
function patternWord(pattern) {
	return pattern.split(/([*?]|\[[^\]]*\])/).map((part, index) => index % 2 === 1 ? part : part === "" ? "" : word(part)).join("");
}
// src/provisioners/file/provision.ts
async function copyFiles(decoded, context) {
	const { options } = decoded;
	const destination = context.render(options.destination, context.generated);
	const sources = [...options.sources ?? [], ...options.source ? [options.source] : []];
	if (options.content !== void 0 && sources.length === 0) {
		await uploadContent(options.content, destination, context);
		return;
	}
	for (const source of sources) if (options.direction === "download") await download(source, destination, context);
	else await upload(source, destination, context);
}
async function uploadContent(content, destination, context) {
	if (destination.endsWith("/")) throw new BakeError(`Cannot upload content to ${destination}: it is a folder`, {
		code: "file-destination-folder",
		category: "provision",
		hint: "Give destination the name of the file too; content has none of its own."
	});
	say(context, `Uploading content => ${destination}`);
	await context.communicator.upload({ bytes: Buffer.from(content) }, destination, {
		mode: 384,
		signal: context.signal
	});
}
async function upload(source, destination, context) {
	const { communicator, signal } = context;
	const local = resolve(context.workingDirectory, source);
	const found = await stat(local).catch((error) => {
		throw new BakeError(`Cannot upload ${source}: ${errorMessage(error)}`, {
			code: "file-not-found",
			category: "provision",
			hint: `A relative path starts at ${context.workingDirectory}.`,
			cause: error
		});
	});
	if (found.isDirectory()) {
		const target = await folderTarget(source, destination, context);
		say(context, `Uploading ${source} => ${target}`);
		await communicator.uploadDirectory(local, target, { signal });
		return;
	}
	const target = destination.endsWith("/") ? destination + basename(local) : destination;
	say(context, `Uploading ${source} => ${target}`);
	await communicator.upload({ path: local }, target, {
		mode: permissions(found),
		signal
	});
}
async function folderTarget(source, destination, context) {
	if (source.endsWith("/")) return destination;
	const { communicator, signal } = context;
	if (!await isRemoteFolder(destination, communicator, signal)) return destination;
	return posix.join(destination, basename(source));
}
async function download(source, destination, context) {
	const { communicator, signal } = context;
	const local = resolve(context.workingDirectory, destination);
	if (source.endsWith("/") || isPattern(source)) {
		const paths = isPattern(source) ? await matchingPaths(source, communicator, signal) : [source];
		makeFolder(local);
		for (const path of paths) {
			const target = join(local, posix.basename(path));
			say(context, `Downloading ${path} => ${join(destination, posix.basename(path))}`);
			if (await isRemoteFolder(path, communicator, signal)) await communicator.downloadDirectory(path, target, { signal });
			else await communicator.download(path, target, { signal });
		}
		return;
	}
	const target = destination.endsWith("/") ? join(local, posix.basename(source)) : local;
	makeFolder(dirname(target));
	say(context, `Downloading ${source} => ${destination.endsWith("/") ? destination + posix.basename(source) : destination}`);
	await communicator.download(source, target, { signal });
}
function permissions(found) {
	return found.mode & 511;
}
function say(context, message) {
	context.emit({
		type: "progress",
		build: context.build,
		message
	});
}
export { copyFiles };
