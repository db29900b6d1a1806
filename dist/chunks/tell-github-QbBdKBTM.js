import "./rolldown-runtime-BVN1G_yT.js";
import { t as systemClock } from "./clock-Di85Azey.js";
import { n as withDeadline, t as orAborted } from "./deadline-BStsF6u5.js";
import { c as errorMessage } from "./errors-Bd0aY3lr.js";
import { a as warnings, i as problems, o as images, r as verificationLines, t as headline } from "./summary-DBg7YZXC.js";
import { t as HttpClient } from "./lib-zSlcTDn9.js";
import { t as isRecord } from "./is-record-DahPzVSt.js";
import { l as cutMarkdown } from "./error-list-C5VYcyhh.js";
import { readFileSync } from "node:fs";
// src/action/pull-request-comment.ts
function pullRequestComment({ result, cloud, markdown }, { url, sha }) {
	return [
		`### ${headline(result)}`,
		cloud === "local" ? "A rehearsal on the local cloud: nothing was made in AWS." : "",
		problems(result, markdown),
		images(result, cloud, markdown),
		verificationLines(result, markdown),
		warnings(result, markdown),
		`<sub>For ${sha.slice(0, 12)}; [log and timeline](${url})</sub>`
	].filter((part) => part !== "").join("\n\n");
}
// src/action/github/api.ts
var GitHubRefusal = class extends Error {
	name = "GitHubRefusal";
	status;
	constructor(status, message) {
		super(message);
		this.status = status;
	}
};
function gitHubCall({ apiUrl, token, signal }) {
	const headers = {
		accept: "application/vnd.github+json",
		authorization: `Bearer ${token}`,
		"x-github-api-version": "2022-11-28"
	};
	return async (method, path, body) => {
		const client = new HttpClient("bake-ami", void 0, {
			headers,
			socketTimeout: 2e4,
			allowRetries: true,
			maxRetries: 2
		});
		try {
			const sent = body === void 0 ? null : JSON.stringify(body);
			const { status, text } = await orAborted(client.request(method, `${apiUrl}${path}`, sent, { "content-type": "application/json" }).then(async ({ message }) => ({
				status: message.statusCode ?? 0,
				text: await bodyOf(message)
			})), signal);
			if (status < 200 || status > 299) throw new GitHubRefusal(status, `GitHub answered ${status}: ${reasonIn(text)}`);
			return text === "" ? void 0 : JSON.parse(text);
		} finally {
			client.dispose();
		}
	};
}
async function bodyOf(message) {
	const chunks = [];
	for await (const chunk of message) chunks.push(chunk);
	return Buffer.concat(chunks).toString("utf8");
}
function reasonIn(text) {
	try {
		const answer = JSON.parse(text);
		if (isRecord(answer) && typeof answer["message"] === "string") return answer["message"];
	} catch {}
	return "without a reason";
}
// src/action/github/commit-status.ts
const LONGEST$1 = 140;
async function setCommitStatus(call, repository, sha, { context, state, description, url }) {
	const short = description.length <= LONGEST$1 ? description : `${description.slice(0, 139)}…`;
	await call("POST", `/repos/${repository}/statuses/${sha}`, {
		state,
		context,
		description: short,
		target_url: url
	});
}
// src/action/github/event.ts
function placeOnGitHub(event, repository, sha) {
	const pullRequest = isRecord(event) ? event["pull_request"] : void 0;
	if (!isRecord(pullRequest)) return {
		sha,
		pullRequest: void 0,
		isFromFork: false
	};
	const { number, head } = pullRequest;
	const headSha = isRecord(head) ? head["sha"] : void 0;
	const headRepository = isRecord(head) && isRecord(head["repo"]) ? head["repo"]["full_name"] : void 0;
	return {
		sha: typeof headSha === "string" ? headSha : sha,
		pullRequest: typeof number === "number" ? number : void 0,
		isFromFork: headRepository !== repository
	};
}
// src/action/github/sticky-comment.ts
const LONGEST = 65536;
const PER_PAGE = 100;
const MOST_PAGES = 20;
async function stickyComment(call, repository, pullRequest, { key, text }) {
	const marker = `<!-- bake-ami ${key.replace(/[^\p{L}\p{N}]+/gu, "-")} -->`;
	const body = cutMarkdown(`${marker}\n${text}`, {
		limit: LONGEST,
		lengthOf: (part) => part.length,
		note: "The rest was cut off: a comment may have 65,536 characters. The job summary has all of it."
	});
	const comments = `/repos/${repository}/issues/${pullRequest}/comments`;
	const id = await findOwn(call, comments, marker);
	if (id === void 0) await call("POST", comments, { body });
	else await call("PATCH", `/repos/${repository}/issues/comments/${id}`, { body });
}
async function findOwn(call, comments, marker) {
	let viewer;
	for (let page = 1; page <= MOST_PAGES; page += 1) {
		const answer = await call("GET", `${comments}?per_page=${PER_PAGE}&page=${page}`);
		const found = Array.isArray(answer) ? answer.filter(isRecord) : [];
		for (const { id, body, user } of found) {
			if (typeof id !== "number" || typeof body !== "string" || !body.startsWith(marker) || !isRecord(user)) continue;
			viewer ??= { login: await ownLogin(call) };
			if (viewer.login === void 0 ? user["type"] === "Bot" : user["login"] === viewer.login) return id;
		}
		if (found.length < PER_PAGE) return void 0;
	}
}
async function ownLogin(call) {
	try {
		const user = await call("GET", "/user");
		return isRecord(user) && typeof user["login"] === "string" ? user["login"] : void 0;
	} catch (error) {
		if (error instanceof GitHubRefusal) return void 0;
		throw error;
	}
}
// src/action/github/tell-github.ts
const LIMIT_MS = 6e4;
async function tellGitHub({ token, pullRequestComment: comments, commitStatus }, told, environment, clock = systemClock) {
	const { GITHUB_REPOSITORY: repository = "", GITHUB_SHA: commit = "" } = environment;
	const { sha, pullRequest, isFromFork } = placeOnGitHub(eventOf(environment), repository, commit);
	if (isFromFork || repository === "") return [];
	const apiUrl = environment["GITHUB_API_URL"] ?? "https://api.github.com";
	const tooLate = () => /* @__PURE__ */ new Error(`GitHub did not answer within ${LIMIT_MS / 1e3} seconds`);
	return withDeadline(clock, LIMIT_MS, tooLate, void 0, async (signal) => {
		const github = gitHubCall({
			apiUrl,
			token,
			signal
		});
		const name = [
			"bake-ami",
			environment["GITHUB_JOB"],
			told.template
		].filter((part) => part && part !== ".").join(" / ");
		const url = runUrl(environment);
		const tasks = [];
		if (comments && pullRequest !== void 0) {
			const key = `${environment["GITHUB_WORKFLOW"] ?? ""} ${name}`;
			const text = pullRequestComment(told, {
				url,
				sha
			});
			const done = stickyComment(github, repository, pullRequest, {
				key,
				text
			});
			tasks.push({
				what: "The comment on the pull request",
				permission: "pull-requests: write",
				done
			});
		}
		if (commitStatus) {
			const { outcome } = told.result;
			const done = setCommitStatus(github, repository, sha, {
				context: name,
				state: outcome === "succeeded" ? "success" : outcome === "failed" ? "failure" : "error",
				description: headline(told.result),
				url
			});
			tasks.push({
				what: "The status of the commit",
				permission: "statuses: write",
				done
			});
		}
		return (await Promise.allSettled(tasks.map(({ done }) => done))).flatMap((outcome, index) => {
			const task = tasks[index];
			if (outcome.status === "fulfilled" || task === void 0) return [];
			const { reason } = outcome;
			const remedy = reason instanceof GitHubRefusal && [
				401,
				403,
				404
			].includes(reason.status) && !/rate limit/i.test(reason.message) ? ` The job needs "permissions: ${task.permission}", and github-token a token of it.` : "";
			return [`${task.what} could not be written: ${errorMessage(reason)}.${remedy}`];
		});
	});
}
function runUrl(environment) {
	const { GITHUB_SERVER_URL: server = "https://github.com", GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = environment;
	return `${server}/${repository}/actions/runs/${run}`;
}
function eventOf({ GITHUB_EVENT_PATH: path }) {
	try {
		return path === void 0 ? void 0 : JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return;
	}
}
export { tellGitHub };
