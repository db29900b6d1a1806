import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { promisify } from "node:util";
import { createHash, generateKeyPair, generateKeyPairSync } from "node:crypto";
// src/kernel/ssh-keys.ts
const makePair = promisify(generateKeyPair);
async function makeKeyPair(type, comment) {
	return type === "ed25519" ? makeEd25519KeyPair(comment) : makeRsa(comment);
}
function fingerprint(publicBlob) {
	return `SHA256:${createHash("sha256").update(publicBlob).digest("base64").replace(/=+$/, "")}`;
}
function keyTypeName(publicBlob) {
	const length = publicBlob.readUInt32BE(0);
	return publicBlob.toString("latin1", 4, 4 + length);
}
function makeEd25519KeyPair(comment) {
	const { privateKey } = generateKeyPairSync("ed25519");
	const { x, d } = privateKey.export({ format: "jwk" });
	const publicPart = bytesOf(x);
	const publicBlob = Buffer.concat([field("ssh-ed25519"), field(publicPart)]);
	return {
		type: "ed25519",
		privateKey: openSshPrivateKey(publicBlob, publicPart, bytesOf(d), comment),
		publicKey: `ssh-ed25519 ${publicBlob.toString("base64")} ${comment}`,
		publicBlob
	};
}
async function makeRsa(comment) {
	const { privateKey, publicKey } = await makePair("rsa", { modulusLength: 3072 });
	const { e, n } = publicKey.export({ format: "jwk" });
	const publicBlob = Buffer.concat([
		field("ssh-rsa"),
		field(positive(bytesOf(e))),
		field(positive(bytesOf(n)))
	]);
	return {
		type: "rsa",
		privateKey: privateKey.export({
			format: "pem",
			type: "pkcs1"
		}).toString(),
		publicKey: `ssh-rsa ${publicBlob.toString("base64")} ${comment}`,
		publicBlob
	};
}
function openSshPrivateKey(publicBlob, publicPart, seed, comment) {
	const check = createHash("sha256").update(publicBlob).digest().subarray(0, 4);
	const unpadded = Buffer.concat([
		check,
		check,
		publicBlob,
		field(Buffer.concat([seed, publicPart])),
		field(comment)
	]);
	const padding = Buffer.from(Array.from({ length: (8 - unpadded.length % 8) % 8 }, (_, index) => index + 1));
	const one = Buffer.alloc(4);
	one.writeUInt32BE(1);
	return `-----BEGIN OPENSSH PRIVATE KEY-----\n${Buffer.concat([
		Buffer.from("openssh-key-v1\0", "latin1"),
		field("none"),
		field("none"),
		field(""),
		one,
		field(publicBlob),
		field(Buffer.concat([unpadded, padding]))
	]).toString("base64").replace(/.{70}/g, "$&\n").trimEnd()}\n-----END OPENSSH PRIVATE KEY-----\n`;
}
function field(content) {
	const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
	const length = Buffer.alloc(4);
	length.writeUInt32BE(bytes.length);
	return Buffer.concat([length, bytes]);
}
function positive(bytes) {
	return (bytes[0] ?? 0) >= 128 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes;
}
function bytesOf(base64url) {
	if (base64url === void 0) throw new BakeError("A key was made without its numbers", {
		code: "internal",
		category: "internal"
	});
	return Buffer.from(base64url, "base64url");
}
export { makeKeyPair as i, keyTypeName as n, makeEd25519KeyPair as r, fingerprint as t };
