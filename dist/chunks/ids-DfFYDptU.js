import { randomBytes, randomUUID } from "node:crypto";
// src/kernel/ids.ts
const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
const randomIds = {
	uuid: () => randomUUID(),
	token: (length) => {
		let token = "";
		while (token.length < length) for (const byte of randomBytes(length)) if (byte < 252 && token.length < length) token += ALPHABET.charAt(byte % 36);
		return token;
	}
};
export { randomIds as t };
