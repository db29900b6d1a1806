import { a as describeError } from "./errors-Bd0aY3lr.js";
import { o as kindInWords, t as errorDiagnostic } from "./diagnostics-D6HUwDnG.js";
import { n as describeDuration, t as briefDuration } from "./duration-Bo3QJcs-.js";
// src/app/texts/narration.ts
function narrate(event) {
	switch (event.type) {
		case "run-started": return line("heading", void 0, beginning(event));
		case "build-started": return line("debug", event.build, "Build started");
		case "build-finished": return finished(event);
		case "step-started": return line("heading", event.build, event.title);
		case "step-finished": return line("detail", event.build, `${event.title}: ${event.outcome === "succeeded" ? "done" : event.outcome} after ${briefDuration(event.elapsedMs)}`);
		case "instance-launched": return line("detail", event.build, `Building on ${describeInstance(event.instance)}`);
		case "resource-created": return line("detail", event.build, `Created ${describeResource(event.resource)}`);
		case "resource-removed": return line("detail", event.build, `Removed ${describeResource(event.resource)}`);
		case "resource-kept": return line("detail", event.build, `Kept ${describeResource(event.resource)}: ${event.reason}`);
		case "resource-left": return line("error", event.build, `Left behind: ${describeResource(event.resource)}. ${describeError(event.error)}`);
		case "remote-line": return line("remote", event.build, `${event.source}: ${event.text}`);
		case "waiting": return line("detail", event.build, describeWaiting(event));
		case "progress": return line("detail", event.build, event.message);
		case "file-written": return line("detail", event.build, `Wrote the ${event.kind} ${event.path}`);
		case "artifact": return line("debug", event.build, `Artifact ${event.artifact.id}`);
		case "log": return line(event.level === "info" ? "detail" : event.level, event.build, event.message);
		case "diagnostic": return;
	}
}
function describeWaiting({ what, state, percent, elapsedMs }) {
	return `Waiting for ${what}: ${percent === void 0 ? state : `${state}, ${percent} %`}, after ${briefDuration(elapsedMs)}`;
}
function beginning({ builds, looksOnly }) {
	const what = looksOnly === true ? "Looking for images of" : "Baking";
	return builds.length === 1 ? `${what} ${builds[0]}` : `${what} ${builds.length} builds: ${builds.join(", ")}`;
}
function describeInstance({ id, type, market, availabilityZone }) {
	return `${market === "spot" ? `the spot ${type}` : `the ${type}`} ${id}${availabilityZone === void 0 ? "" : ` in ${availabilityZone}`}`;
}
function describeMachine({ type, market, availabilityZone }) {
	return `${market === "spot" ? `spot ${type}` : type}${availabilityZone === void 0 ? "" : ` in ${availabilityZone}`}`;
}
function describeResource({ kind, id, name, region }) {
	const label = name === void 0 || name === id ? "" : ` "${name}"`;
	return `${kindInWords(kind)} ${id}${label} in ${region}`;
}
function causeChain(error) {
	const messages = [];
	let cause = error.cause;
	while (cause instanceof Error && messages.length < 10) {
		const { message } = cause;
		if (![error.message, ...messages].some((told) => told.includes(message))) messages.push(message);
		cause = cause.cause;
	}
	return messages;
}
function finished(event) {
	const after = describeDuration(event.elapsedMs);
	if (event.outcome === "succeeded") {
		if (event.looksOnly === true) return line("debug", event.build, `Looked for an image in ${after}`);
		return line("heading", void 0, `Build '${event.build}' finished after ${after}.`);
	}
	const reason = event.error === void 0 ? event.outcome : describeError(event.error);
	return line("error", void 0, `${event.looksOnly === true ? `The look for an image of '${event.build}' failed` : `Build '${event.build}' errored`} after ${after}: ${reason}`);
}
function line(weight, build, text) {
	return {
		weight,
		build,
		text
	};
}
// node_modules/jsonc-parser/lib/esm/impl/scanner.js
function createScanner$1(text, ignoreTrivia = false) {
	const len = text.length;
	let pos = 0, value = "", tokenOffset = 0, token = 16, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0;
	function scanHexDigits(count, exact) {
		let digits = 0;
		let value = 0;
		while (digits < count || !exact) {
			let ch = text.charCodeAt(pos);
			if (ch >= 48 && ch <= 57) value = value * 16 + ch - 48;
			else if (ch >= 65 && ch <= 70) value = value * 16 + ch - 65 + 10;
			else if (ch >= 97 && ch <= 102) value = value * 16 + ch - 97 + 10;
			else break;
			pos++;
			digits++;
		}
		if (digits < count) value = -1;
		return value;
	}
	function setPosition(newPosition) {
		pos = newPosition;
		value = "";
		tokenOffset = 0;
		token = 16;
		scanError = 0;
	}
	function scanNumber() {
		let start = pos;
		if (text.charCodeAt(pos) === 48) pos++;
		else {
			pos++;
			while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
		}
		if (pos < text.length && text.charCodeAt(pos) === 46) {
			pos++;
			if (pos < text.length && isDigit(text.charCodeAt(pos))) {
				pos++;
				while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
			} else {
				scanError = 3;
				return text.substring(start, pos);
			}
		}
		let end = pos;
		if (pos < text.length && (text.charCodeAt(pos) === 69 || text.charCodeAt(pos) === 101)) {
			pos++;
			if (pos < text.length && text.charCodeAt(pos) === 43 || text.charCodeAt(pos) === 45) pos++;
			if (pos < text.length && isDigit(text.charCodeAt(pos))) {
				pos++;
				while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
				end = pos;
			} else scanError = 3;
		}
		return text.substring(start, end);
	}
	function scanString() {
		let result = "", start = pos;
		while (true) {
			if (pos >= len) {
				result += text.substring(start, pos);
				scanError = 2;
				break;
			}
			const ch = text.charCodeAt(pos);
			if (ch === 34) {
				result += text.substring(start, pos);
				pos++;
				break;
			}
			if (ch === 92) {
				result += text.substring(start, pos);
				pos++;
				if (pos >= len) {
					scanError = 2;
					break;
				}
				switch (text.charCodeAt(pos++)) {
					case 34:
						result += "\"";
						break;
					case 92:
						result += "\\";
						break;
					case 47:
						result += "/";
						break;
					case 98:
						result += "\b";
						break;
					case 102:
						result += "\f";
						break;
					case 110:
						result += "\n";
						break;
					case 114:
						result += "\r";
						break;
					case 116:
						result += "	";
						break;
					case 117:
						const ch3 = scanHexDigits(4, true);
						if (ch3 >= 0) result += String.fromCharCode(ch3);
						else scanError = 4;
						break;
					default: scanError = 5;
				}
				start = pos;
				continue;
			}
			if (ch >= 0 && ch <= 31) {
				if (isLineBreak(ch)) {
					result += text.substring(start, pos);
					scanError = 2;
					break;
				} else scanError = 6;
			}
			pos++;
		}
		return result;
	}
	function scanNext() {
		value = "";
		scanError = 0;
		tokenOffset = pos;
		lineStartOffset = lineNumber;
		prevTokenLineStartOffset = tokenLineStartOffset;
		if (pos >= len) {
			tokenOffset = len;
			return token = 17;
		}
		let code = text.charCodeAt(pos);
		if (isWhiteSpace(code)) {
			do {
				pos++;
				value += String.fromCharCode(code);
				code = text.charCodeAt(pos);
			} while (isWhiteSpace(code));
			return token = 15;
		}
		if (isLineBreak(code)) {
			pos++;
			value += String.fromCharCode(code);
			if (code === 13 && text.charCodeAt(pos) === 10) {
				pos++;
				value += "\n";
			}
			lineNumber++;
			tokenLineStartOffset = pos;
			return token = 14;
		}
		switch (code) {
			case 123:
				pos++;
				return token = 1;
			case 125:
				pos++;
				return token = 2;
			case 91:
				pos++;
				return token = 3;
			case 93:
				pos++;
				return token = 4;
			case 58:
				pos++;
				return token = 6;
			case 44:
				pos++;
				return token = 5;
			case 34:
				pos++;
				value = scanString();
				return token = 10;
			case 47:
				const start = pos - 1;
				if (text.charCodeAt(pos + 1) === 47) {
					pos += 2;
					while (pos < len) {
						if (isLineBreak(text.charCodeAt(pos))) break;
						pos++;
					}
					value = text.substring(start, pos);
					return token = 12;
				}
				if (text.charCodeAt(pos + 1) === 42) {
					pos += 2;
					const safeLength = len - 1;
					let commentClosed = false;
					while (pos < safeLength) {
						const ch = text.charCodeAt(pos);
						if (ch === 42 && text.charCodeAt(pos + 1) === 47) {
							pos += 2;
							commentClosed = true;
							break;
						}
						pos++;
						if (isLineBreak(ch)) {
							if (ch === 13 && text.charCodeAt(pos) === 10) pos++;
							lineNumber++;
							tokenLineStartOffset = pos;
						}
					}
					if (!commentClosed) {
						pos++;
						scanError = 1;
					}
					value = text.substring(start, pos);
					return token = 13;
				}
				value += String.fromCharCode(code);
				pos++;
				return token = 16;
			case 45:
				value += String.fromCharCode(code);
				pos++;
				if (pos === len || !isDigit(text.charCodeAt(pos))) return token = 16;
			case 48:
			case 49:
			case 50:
			case 51:
			case 52:
			case 53:
			case 54:
			case 55:
			case 56:
			case 57:
				value += scanNumber();
				return token = 11;
			default:
				while (pos < len && isUnknownContentCharacter(code)) {
					pos++;
					code = text.charCodeAt(pos);
				}
				if (tokenOffset !== pos) {
					value = text.substring(tokenOffset, pos);
					switch (value) {
						case "true": return token = 8;
						case "false": return token = 9;
						case "null": return token = 7;
					}
					return token = 16;
				}
				value += String.fromCharCode(code);
				pos++;
				return token = 16;
		}
	}
	function isUnknownContentCharacter(code) {
		if (isWhiteSpace(code) || isLineBreak(code)) return false;
		switch (code) {
			case 125:
			case 93:
			case 123:
			case 91:
			case 34:
			case 58:
			case 44:
			case 47: return false;
		}
		return true;
	}
	function scanNextNonTrivia() {
		let result;
		do
			result = scanNext();
		while (result >= 12 && result <= 15);
		return result;
	}
	return {
		setPosition,
		getPosition: () => pos,
		scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
		getToken: () => token,
		getTokenValue: () => value,
		getTokenOffset: () => tokenOffset,
		getTokenLength: () => pos - tokenOffset,
		getTokenStartLine: () => lineStartOffset,
		getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
		getTokenError: () => scanError
	};
}
function isWhiteSpace(ch) {
	return ch === 32 || ch === 9;
}
function isLineBreak(ch) {
	return ch === 10 || ch === 13;
}
function isDigit(ch) {
	return ch >= 48 && ch <= 57;
}
var CharacterCodes;
(function(CharacterCodes) {
	CharacterCodes[CharacterCodes["lineFeed"] = 10] = "lineFeed";
	CharacterCodes[CharacterCodes["carriageReturn"] = 13] = "carriageReturn";
	CharacterCodes[CharacterCodes["space"] = 32] = "space";
	CharacterCodes[CharacterCodes["_0"] = 48] = "_0";
	CharacterCodes[CharacterCodes["_1"] = 49] = "_1";
	CharacterCodes[CharacterCodes["_2"] = 50] = "_2";
	CharacterCodes[CharacterCodes["_3"] = 51] = "_3";
	CharacterCodes[CharacterCodes["_4"] = 52] = "_4";
	CharacterCodes[CharacterCodes["_5"] = 53] = "_5";
	CharacterCodes[CharacterCodes["_6"] = 54] = "_6";
	CharacterCodes[CharacterCodes["_7"] = 55] = "_7";
	CharacterCodes[CharacterCodes["_8"] = 56] = "_8";
	CharacterCodes[CharacterCodes["_9"] = 57] = "_9";
	CharacterCodes[CharacterCodes["a"] = 97] = "a";
	CharacterCodes[CharacterCodes["b"] = 98] = "b";
	CharacterCodes[CharacterCodes["c"] = 99] = "c";
	CharacterCodes[CharacterCodes["d"] = 100] = "d";
	CharacterCodes[CharacterCodes["e"] = 101] = "e";
	CharacterCodes[CharacterCodes["f"] = 102] = "f";
	CharacterCodes[CharacterCodes["g"] = 103] = "g";
	CharacterCodes[CharacterCodes["h"] = 104] = "h";
	CharacterCodes[CharacterCodes["i"] = 105] = "i";
	CharacterCodes[CharacterCodes["j"] = 106] = "j";
	CharacterCodes[CharacterCodes["k"] = 107] = "k";
	CharacterCodes[CharacterCodes["l"] = 108] = "l";
	CharacterCodes[CharacterCodes["m"] = 109] = "m";
	CharacterCodes[CharacterCodes["n"] = 110] = "n";
	CharacterCodes[CharacterCodes["o"] = 111] = "o";
	CharacterCodes[CharacterCodes["p"] = 112] = "p";
	CharacterCodes[CharacterCodes["q"] = 113] = "q";
	CharacterCodes[CharacterCodes["r"] = 114] = "r";
	CharacterCodes[CharacterCodes["s"] = 115] = "s";
	CharacterCodes[CharacterCodes["t"] = 116] = "t";
	CharacterCodes[CharacterCodes["u"] = 117] = "u";
	CharacterCodes[CharacterCodes["v"] = 118] = "v";
	CharacterCodes[CharacterCodes["w"] = 119] = "w";
	CharacterCodes[CharacterCodes["x"] = 120] = "x";
	CharacterCodes[CharacterCodes["y"] = 121] = "y";
	CharacterCodes[CharacterCodes["z"] = 122] = "z";
	CharacterCodes[CharacterCodes["A"] = 65] = "A";
	CharacterCodes[CharacterCodes["B"] = 66] = "B";
	CharacterCodes[CharacterCodes["C"] = 67] = "C";
	CharacterCodes[CharacterCodes["D"] = 68] = "D";
	CharacterCodes[CharacterCodes["E"] = 69] = "E";
	CharacterCodes[CharacterCodes["F"] = 70] = "F";
	CharacterCodes[CharacterCodes["G"] = 71] = "G";
	CharacterCodes[CharacterCodes["H"] = 72] = "H";
	CharacterCodes[CharacterCodes["I"] = 73] = "I";
	CharacterCodes[CharacterCodes["J"] = 74] = "J";
	CharacterCodes[CharacterCodes["K"] = 75] = "K";
	CharacterCodes[CharacterCodes["L"] = 76] = "L";
	CharacterCodes[CharacterCodes["M"] = 77] = "M";
	CharacterCodes[CharacterCodes["N"] = 78] = "N";
	CharacterCodes[CharacterCodes["O"] = 79] = "O";
	CharacterCodes[CharacterCodes["P"] = 80] = "P";
	CharacterCodes[CharacterCodes["Q"] = 81] = "Q";
	CharacterCodes[CharacterCodes["R"] = 82] = "R";
	CharacterCodes[CharacterCodes["S"] = 83] = "S";
	CharacterCodes[CharacterCodes["T"] = 84] = "T";
	CharacterCodes[CharacterCodes["U"] = 85] = "U";
	CharacterCodes[CharacterCodes["V"] = 86] = "V";
	CharacterCodes[CharacterCodes["W"] = 87] = "W";
	CharacterCodes[CharacterCodes["X"] = 88] = "X";
	CharacterCodes[CharacterCodes["Y"] = 89] = "Y";
	CharacterCodes[CharacterCodes["Z"] = 90] = "Z";
	CharacterCodes[CharacterCodes["asterisk"] = 42] = "asterisk";
	CharacterCodes[CharacterCodes["backslash"] = 92] = "backslash";
	CharacterCodes[CharacterCodes["closeBrace"] = 125] = "closeBrace";
	CharacterCodes[CharacterCodes["closeBracket"] = 93] = "closeBracket";
	CharacterCodes[CharacterCodes["colon"] = 58] = "colon";
	CharacterCodes[CharacterCodes["comma"] = 44] = "comma";
	CharacterCodes[CharacterCodes["dot"] = 46] = "dot";
	CharacterCodes[CharacterCodes["doubleQuote"] = 34] = "doubleQuote";
	CharacterCodes[CharacterCodes["minus"] = 45] = "minus";
	CharacterCodes[CharacterCodes["openBrace"] = 123] = "openBrace";
	CharacterCodes[CharacterCodes["openBracket"] = 91] = "openBracket";
	CharacterCodes[CharacterCodes["plus"] = 43] = "plus";
	CharacterCodes[CharacterCodes["slash"] = 47] = "slash";
	CharacterCodes[CharacterCodes["formFeed"] = 12] = "formFeed";
	CharacterCodes[CharacterCodes["tab"] = 9] = "tab";
})(CharacterCodes || (CharacterCodes = {}));
new Array(20).fill(0).map((_, index) => {
	return " ".repeat(index);
});
const maxCachedValues = 200;
new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\n" + " ".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r" + " ".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r\n" + " ".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\n" + "	".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r" + "	".repeat(index);
}), new Array(maxCachedValues).fill(0).map((_, index) => {
	return "\r\n" + "	".repeat(index);
});
// node_modules/jsonc-parser/lib/esm/impl/parser.js
var ParseOptions;
(function(ParseOptions) {
	ParseOptions.DEFAULT = { allowTrailingComma: false };
})(ParseOptions || (ParseOptions = {}));
function getLocation$1(text, position) {
	const segments = [];
	const earlyReturnException = /* @__PURE__ */ new Object();
	let previousNode = void 0;
	const previousNodeInst = {
		value: {},
		offset: 0,
		length: 0,
		type: "object",
		parent: void 0
	};
	let isAtPropertyKey = false;
	function setPreviousNode(value, offset, length, type) {
		previousNodeInst.value = value;
		previousNodeInst.offset = offset;
		previousNodeInst.length = length;
		previousNodeInst.type = type;
		previousNodeInst.colonOffset = void 0;
		previousNode = previousNodeInst;
	}
	try {
		visit(text, {
			onObjectBegin: (offset, length) => {
				if (position <= offset) throw earlyReturnException;
				previousNode = void 0;
				isAtPropertyKey = position > offset;
				segments.push("");
			},
			onObjectProperty: (name, offset, length) => {
				if (position < offset) throw earlyReturnException;
				setPreviousNode(name, offset, length, "property");
				segments[segments.length - 1] = name;
				if (position <= offset + length) throw earlyReturnException;
			},
			onObjectEnd: (offset, length) => {
				if (position <= offset) throw earlyReturnException;
				previousNode = void 0;
				segments.pop();
			},
			onArrayBegin: (offset, length) => {
				if (position <= offset) throw earlyReturnException;
				previousNode = void 0;
				segments.push(0);
			},
			onArrayEnd: (offset, length) => {
				if (position <= offset) throw earlyReturnException;
				previousNode = void 0;
				segments.pop();
			},
			onLiteralValue: (value, offset, length) => {
				if (position < offset) throw earlyReturnException;
				setPreviousNode(value, offset, length, getNodeType(value));
				if (position <= offset + length) throw earlyReturnException;
			},
			onSeparator: (sep, offset, length) => {
				if (position <= offset) throw earlyReturnException;
				if (sep === ":" && previousNode && previousNode.type === "property") {
					previousNode.colonOffset = offset;
					isAtPropertyKey = false;
					previousNode = void 0;
				} else if (sep === ",") {
					const last = segments[segments.length - 1];
					if (typeof last === "number") segments[segments.length - 1] = last + 1;
					else {
						isAtPropertyKey = true;
						segments[segments.length - 1] = "";
					}
					previousNode = void 0;
				}
			}
		});
	} catch (e) {
		if (e !== earlyReturnException) throw e;
	}
	return {
		path: segments,
		previousNode,
		isAtPropertyKey,
		matches: (pattern) => {
			let k = 0;
			for (let i = 0; k < pattern.length && i < segments.length; i++) if (pattern[k] === segments[i] || pattern[k] === "*") k++;
			else if (pattern[k] !== "**") return false;
			return k === pattern.length;
		}
	};
}
function parseTree$1(text, errors = [], options = ParseOptions.DEFAULT) {
	let currentParent = {
		type: "array",
		offset: -1,
		length: -1,
		children: [],
		parent: void 0
	};
	function ensurePropertyComplete(endOffset) {
		if (currentParent.type === "property") {
			currentParent.length = endOffset - currentParent.offset;
			currentParent = currentParent.parent;
		}
	}
	function onValue(valueNode) {
		currentParent.children.push(valueNode);
		return valueNode;
	}
	visit(text, {
		onObjectBegin: (offset) => {
			currentParent = onValue({
				type: "object",
				offset,
				length: -1,
				parent: currentParent,
				children: []
			});
		},
		onObjectProperty: (name, offset, length) => {
			currentParent = onValue({
				type: "property",
				offset,
				length: -1,
				parent: currentParent,
				children: []
			});
			currentParent.children.push({
				type: "string",
				value: name,
				offset,
				length,
				parent: currentParent
			});
		},
		onObjectEnd: (offset, length) => {
			ensurePropertyComplete(offset + length);
			currentParent.length = offset + length - currentParent.offset;
			currentParent = currentParent.parent;
			ensurePropertyComplete(offset + length);
		},
		onArrayBegin: (offset, length) => {
			currentParent = onValue({
				type: "array",
				offset,
				length: -1,
				parent: currentParent,
				children: []
			});
		},
		onArrayEnd: (offset, length) => {
			currentParent.length = offset + length - currentParent.offset;
			currentParent = currentParent.parent;
			ensurePropertyComplete(offset + length);
		},
		onLiteralValue: (value, offset, length) => {
			onValue({
				type: getNodeType(value),
				offset,
				length,
				parent: currentParent,
				value
			});
			ensurePropertyComplete(offset + length);
		},
		onSeparator: (sep, offset, length) => {
			if (currentParent.type === "property") {
				if (sep === ":") currentParent.colonOffset = offset;
				else if (sep === ",") ensurePropertyComplete(offset);
			}
		},
		onError: (error, offset, length) => {
			errors.push({
				error,
				offset,
				length
			});
		}
	}, options);
	const result = currentParent.children[0];
	if (result) delete result.parent;
	return result;
}
function visit(text, visitor, options = ParseOptions.DEFAULT) {
	const _scanner = createScanner$1(text, false);
	const _jsonPath = [];
	let suppressedCallbacks = 0;
	function toNoArgVisit(visitFunction) {
		return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
	}
	function toOneArgVisit(visitFunction) {
		return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
	}
	function toOneArgVisitWithPath(visitFunction) {
		return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => true;
	}
	function toBeginVisit(visitFunction) {
		return visitFunction ? () => {
			if (suppressedCallbacks > 0) suppressedCallbacks++;
			else if (visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) === false) suppressedCallbacks = 1;
		} : () => true;
	}
	function toEndVisit(visitFunction) {
		return visitFunction ? () => {
			if (suppressedCallbacks > 0) suppressedCallbacks--;
			if (suppressedCallbacks === 0) visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
		} : () => true;
	}
	const onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError);
	const disallowComments = options && options.disallowComments;
	const allowTrailingComma = options && options.allowTrailingComma;
	function scanNext() {
		while (true) {
			const token = _scanner.scan();
			switch (_scanner.getTokenError()) {
				case 4:
					handleError(14);
					break;
				case 5:
					handleError(15);
					break;
				case 3:
					handleError(13);
					break;
				case 1:
					if (!disallowComments) handleError(11);
					break;
				case 2:
					handleError(12);
					break;
				case 6: handleError(16);
			}
			switch (token) {
				case 12:
				case 13:
					if (disallowComments) handleError(10);
					else onComment();
					break;
				case 16:
					handleError(1);
					break;
				case 15:
				case 14: break;
				default: return token;
			}
		}
	}
	function handleError(error, skipUntilAfter = [], skipUntil = []) {
		onError(error);
		if (skipUntilAfter.length + skipUntil.length > 0) {
			let token = _scanner.getToken();
			while (token !== 17) {
				if (skipUntilAfter.indexOf(token) !== -1) {
					scanNext();
					break;
				} else if (skipUntil.indexOf(token) !== -1) break;
				token = scanNext();
			}
		}
	}
	function parseString(isValue) {
		const value = _scanner.getTokenValue();
		if (isValue) onLiteralValue(value);
		else {
			onObjectProperty(value);
			_jsonPath.push(value);
		}
		scanNext();
		return true;
	}
	function parseLiteral() {
		switch (_scanner.getToken()) {
			case 11:
				const tokenValue = _scanner.getTokenValue();
				let value = Number(tokenValue);
				if (isNaN(value)) {
					handleError(2);
					value = 0;
				}
				onLiteralValue(value);
				break;
			case 7:
				onLiteralValue(null);
				break;
			case 8:
				onLiteralValue(true);
				break;
			case 9:
				onLiteralValue(false);
				break;
			default: return false;
		}
		scanNext();
		return true;
	}
	function parseProperty() {
		if (_scanner.getToken() !== 10) {
			handleError(3, [], [2, 5]);
			return false;
		}
		parseString(false);
		if (_scanner.getToken() === 6) {
			onSeparator(":");
			scanNext();
			if (!parseValue()) handleError(4, [], [2, 5]);
		} else handleError(5, [], [2, 5]);
		_jsonPath.pop();
		return true;
	}
	function parseObject() {
		onObjectBegin();
		scanNext();
		let needsComma = false;
		while (_scanner.getToken() !== 2 && _scanner.getToken() !== 17) {
			if (_scanner.getToken() === 5) {
				if (!needsComma) handleError(4, [], []);
				onSeparator(",");
				scanNext();
				if (_scanner.getToken() === 2 && allowTrailingComma) break;
			} else if (needsComma) handleError(6, [], []);
			if (!parseProperty()) handleError(4, [], [2, 5]);
			needsComma = true;
		}
		onObjectEnd();
		if (_scanner.getToken() !== 2) handleError(7, [2], []);
		else scanNext();
		return true;
	}
	function parseArray() {
		onArrayBegin();
		scanNext();
		let isFirstElement = true;
		let needsComma = false;
		while (_scanner.getToken() !== 4 && _scanner.getToken() !== 17) {
			if (_scanner.getToken() === 5) {
				if (!needsComma) handleError(4, [], []);
				onSeparator(",");
				scanNext();
				if (_scanner.getToken() === 4 && allowTrailingComma) break;
			} else if (needsComma) handleError(6, [], []);
			if (isFirstElement) {
				_jsonPath.push(0);
				isFirstElement = false;
			} else _jsonPath[_jsonPath.length - 1]++;
			if (!parseValue()) handleError(4, [], [4, 5]);
			needsComma = true;
		}
		onArrayEnd();
		if (!isFirstElement) _jsonPath.pop();
		if (_scanner.getToken() !== 4) handleError(8, [4], []);
		else scanNext();
		return true;
	}
	function parseValue() {
		switch (_scanner.getToken()) {
			case 3: return parseArray();
			case 1: return parseObject();
			case 10: return parseString(true);
			default: return parseLiteral();
		}
	}
	scanNext();
	if (_scanner.getToken() === 17) {
		if (options.allowEmptyContent) return true;
		handleError(4, [], []);
		return false;
	}
	if (!parseValue()) {
		handleError(4, [], []);
		return false;
	}
	if (_scanner.getToken() !== 17) handleError(9, [], []);
	return true;
}
function getNodeType(value) {
	switch (typeof value) {
		case "boolean": return "boolean";
		case "number": return "number";
		case "string": return "string";
		case "object":
			if (!value) return "null";
			else if (Array.isArray(value)) return "array";
			return "object";
		default: return "null";
	}
}
// node_modules/jsonc-parser/lib/esm/main.js
const createScanner = createScanner$1;
var ScanError;
(function(ScanError) {
	ScanError[ScanError["None"] = 0] = "None";
	ScanError[ScanError["UnexpectedEndOfComment"] = 1] = "UnexpectedEndOfComment";
	ScanError[ScanError["UnexpectedEndOfString"] = 2] = "UnexpectedEndOfString";
	ScanError[ScanError["UnexpectedEndOfNumber"] = 3] = "UnexpectedEndOfNumber";
	ScanError[ScanError["InvalidUnicode"] = 4] = "InvalidUnicode";
	ScanError[ScanError["InvalidEscapeCharacter"] = 5] = "InvalidEscapeCharacter";
	ScanError[ScanError["InvalidCharacter"] = 6] = "InvalidCharacter";
})(ScanError || (ScanError = {}));
var SyntaxKind;
(function(SyntaxKind) {
	SyntaxKind[SyntaxKind["OpenBraceToken"] = 1] = "OpenBraceToken";
	SyntaxKind[SyntaxKind["CloseBraceToken"] = 2] = "CloseBraceToken";
	SyntaxKind[SyntaxKind["OpenBracketToken"] = 3] = "OpenBracketToken";
	SyntaxKind[SyntaxKind["CloseBracketToken"] = 4] = "CloseBracketToken";
	SyntaxKind[SyntaxKind["CommaToken"] = 5] = "CommaToken";
	SyntaxKind[SyntaxKind["ColonToken"] = 6] = "ColonToken";
	SyntaxKind[SyntaxKind["NullKeyword"] = 7] = "NullKeyword";
	SyntaxKind[SyntaxKind["TrueKeyword"] = 8] = "TrueKeyword";
	SyntaxKind[SyntaxKind["FalseKeyword"] = 9] = "FalseKeyword";
	SyntaxKind[SyntaxKind["StringLiteral"] = 10] = "StringLiteral";
	SyntaxKind[SyntaxKind["NumericLiteral"] = 11] = "NumericLiteral";
	SyntaxKind[SyntaxKind["LineCommentTrivia"] = 12] = "LineCommentTrivia";
	SyntaxKind[SyntaxKind["BlockCommentTrivia"] = 13] = "BlockCommentTrivia";
	SyntaxKind[SyntaxKind["LineBreakTrivia"] = 14] = "LineBreakTrivia";
	SyntaxKind[SyntaxKind["Trivia"] = 15] = "Trivia";
	SyntaxKind[SyntaxKind["Unknown"] = 16] = "Unknown";
	SyntaxKind[SyntaxKind["EOF"] = 17] = "EOF";
})(SyntaxKind || (SyntaxKind = {}));
const getLocation = getLocation$1;
const parseTree = parseTree$1;
var ParseErrorCode;
(function(ParseErrorCode) {
	ParseErrorCode[ParseErrorCode["InvalidSymbol"] = 1] = "InvalidSymbol";
	ParseErrorCode[ParseErrorCode["InvalidNumberFormat"] = 2] = "InvalidNumberFormat";
	ParseErrorCode[ParseErrorCode["PropertyNameExpected"] = 3] = "PropertyNameExpected";
	ParseErrorCode[ParseErrorCode["ValueExpected"] = 4] = "ValueExpected";
	ParseErrorCode[ParseErrorCode["ColonExpected"] = 5] = "ColonExpected";
	ParseErrorCode[ParseErrorCode["CommaExpected"] = 6] = "CommaExpected";
	ParseErrorCode[ParseErrorCode["CloseBraceExpected"] = 7] = "CloseBraceExpected";
	ParseErrorCode[ParseErrorCode["CloseBracketExpected"] = 8] = "CloseBracketExpected";
	ParseErrorCode[ParseErrorCode["EndOfFileExpected"] = 9] = "EndOfFileExpected";
	ParseErrorCode[ParseErrorCode["InvalidCommentToken"] = 10] = "InvalidCommentToken";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfComment"] = 11] = "UnexpectedEndOfComment";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfString"] = 12] = "UnexpectedEndOfString";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfNumber"] = 13] = "UnexpectedEndOfNumber";
	ParseErrorCode[ParseErrorCode["InvalidUnicode"] = 14] = "InvalidUnicode";
	ParseErrorCode[ParseErrorCode["InvalidEscapeCharacter"] = 15] = "InvalidEscapeCharacter";
	ParseErrorCode[ParseErrorCode["InvalidCharacter"] = 16] = "InvalidCharacter";
})(ParseErrorCode || (ParseErrorCode = {}));
function printParseErrorCode(code) {
	switch (code) {
		case 1: return "InvalidSymbol";
		case 2: return "InvalidNumberFormat";
		case 3: return "PropertyNameExpected";
		case 4: return "ValueExpected";
		case 5: return "ColonExpected";
		case 6: return "CommaExpected";
		case 7: return "CloseBraceExpected";
		case 8: return "CloseBracketExpected";
		case 9: return "EndOfFileExpected";
		case 10: return "InvalidCommentToken";
		case 11: return "UnexpectedEndOfComment";
		case 12: return "UnexpectedEndOfString";
		case 13: return "UnexpectedEndOfNumber";
		case 14: return "InvalidUnicode";
		case 15: return "InvalidEscapeCharacter";
		case 16: return "InvalidCharacter";
	}
	return "<unknown ParseErrorCode>";
}
// src/kernel/source-range.ts
function rangeBetween(first, last) {
	return {
		filename: first.filename,
		start: first.start,
		end: last.end
	};
}
// src/hcl/attribute-parts.ts
function attributeOf(stream, name, equals, expression) {
	const nameRange = stream.range(name);
	return {
		kind: "attribute",
		name: stream.text(name),
		nameRange,
		equalsRange: stream.range(equals),
		expression,
		range: rangeBetween(nameRange, expression.range)
	};
}
// src/hcl/template-literals.ts
const SPACE = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const LEADING_SPACE = new RegExp(`^${SPACE}+`);
const TRAILING_SPACE = new RegExp(`(?<!${SPACE})${SPACE}+$`);
const SEQUENCE_ESCAPE = /\$\$\{|%%\{/g;
const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^uU]|[uU])|\\$|\$\$\{|%%\{/gsu;
const SIMPLE_ESCAPES = {
	n: "\n",
	r: "\r",
	t: "	",
	"\"": "\"",
	"\\": "\\"
};
function unescapeTemplateText(text) {
	return text.replace(SEQUENCE_ESCAPE, (sequence) => sequence.slice(1));
}
function unescapeQuotedText(source, start, end, report) {
	return source.text.slice(start, end).replace(ESCAPE, (written, at) => {
		if (!written.startsWith("\\")) return written.slice(1);
		const selector = Array.from(written)[1] ?? "";
		const simple = Object.hasOwn(SIMPLE_ESCAPES, selector) ? SIMPLE_ESCAPES[selector] : void 0;
		if (simple !== void 0) return simple;
		const point = written.length > 2 ? Number.parseInt(written.slice(2), 16) : NaN;
		if (/[uU]/.test(selector) && point <= 1114111) return String.fromCodePoint(point);
		const length = /[uU]/.test(selector) ? hexLength(source.text, start + at, written) : written.length;
		report(wrongEscape(source, start + at, length, selector));
		return written;
	});
}
function hexLength(text, at, written) {
	const wanted = written[1] === "u" ? 4 : 8;
	return /^\\[uU][0-9a-fA-F]*/.exec(text.slice(at, at + 2 + wanted))?.[0].length ?? written.length;
}
function wrongEscape(source, at, length, selector) {
	return errorDiagnostic({
		code: "invalid-escape",
		summary: "Invalid escape sequence",
		detail: {
			u: "\"\\u\" must be followed by exactly four hexadecimal digits, as in \"\\u00e9\".",
			U: "\"\\U\" must be followed by exactly eight hexadecimal digits that name a Unicode character, as in \"\\U0001F600\"."
		}[selector] ?? `"\\${selector}" is no escape sequence. For a backslash itself write two ("\\\\"); valid are \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN.`,
		subject: source.range(at, at + length)
	});
}
function splitLines(text) {
	return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
function flushIndentation(pieces) {
	const leading = [];
	let indentation = Number.POSITIVE_INFINITY;
	let atLineStart = true;
	for (const piece of pieces) {
		const literal = isLiteral(piece) ? piece : void 0;
		if (atLineStart && literal === void 0) indentation = 0;
		if (atLineStart && literal !== void 0 && !isBlankLine(literal.text)) {
			indentation = Math.min(indentation, literal.text.length - stripLeading(literal.text).length);
			leading.push(literal);
		}
		atLineStart = literal?.text.endsWith("\n") ?? false;
	}
	for (const literal of leading) literal.text = literal.text.slice(indentation);
}
function isLiteral(piece) {
	return piece.kind === "literal";
}
function isBlankLine(text) {
	return text.endsWith("\n") && stripLeading(text) === "";
}
function stripLeading(text) {
	return text.replace(LEADING_SPACE, "");
}
function stripTrailing(text) {
	return text.replace(TRAILING_SPACE, "");
}
// src/hcl/unexpected-token.ts
function describeToken(stream, token) {
	const text = stream.text(token);
	switch (token.kind) {
		case "end": return "the end of the text";
		case "newline": return "the end of the line";
		case "identifier": return `the name "${text}"`;
		case "number": return `the number ${text}`;
		case "open-quote": return "a quoted string";
		case "open-heredoc": return "a heredoc";
		case "close-sequence": return "the \"}\" that ends the template sequence";
		case "missing-quote": return "the end of the line, within a string that is not closed";
		case "invalid": return describeInvalid(text);
		default: return `"${text}"`;
	}
}
function adviceOn(stream, token) {
	const text = stream.text(token);
	const following = stream.source.text.slice(token.start, token.start + 8);
	if (token.kind === "invalid") return adviceOnInvalid(text);
	if (/^<<(?!=)/.test(following)) return " A heredoc is introduced by \"<<\" and a name, both unquoted, with nothing after them on their line: <<EOT";
	if (token.kind === "open-quote" && stream.source.text.slice(token.start - 2, token.start) === "\"\"") return " Three quotes have no meaning; a text of several lines is written as a heredoc (<<EOT).";
	if (token.kind === "*" && stream.source.text[token.start - 1] === "*") return " There is no operator for powers; call a function such as pow(2, 8).";
	if (token.kind === "=" && !following.startsWith("==")) return " To compare two values, write \"==\".";
	return "";
}
function describeInvalid(text) {
	if (text.startsWith("/*")) return "a comment that is not closed";
	if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(text)) return `the character ${text === "\"" ? text : `"${text}"`}`;
	return `the invisible character U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
function adviceOnInvalid(text) {
	if (text.startsWith("/*")) return " Close it with \"*/\".";
	switch (text) {
		case "'": return " Enclose strings in double quotes (\").";
		case "`": return " Enclose strings in double quotes (\"), or write a text of several lines as a heredoc (<<EOT).";
		case "“":
		case "”":
		case "„":
		case "«":
		case "»":
		case "‘":
		case "’": return " Replace the typographic quotation marks by straight double quotes (\"); word processors put them in.";
		case ";": return " Write each argument on a line of its own, and commas between the items of a list.";
		case "&": return " The operator for \"and\" is \"&&\"; there are no operators on bits.";
		case "|": return " The operator for \"or\" is \"||\"; there are no operators on bits.";
		case "~": return " The operator for \"not\" is \"!\"; there are no operators on bits.";
		case "$": return ` Outside of strings an expression is written as it is, without "\${" and "}".`;
		case "\r": return " It is half of a Windows line ending; save the file with LF or CR LF line endings.";
		default: return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(text) ? " It has no meaning in this language outside of strings and comments." : " Delete it and type the text around it again; it may have come with copied text.";
	}
}
// src/hcl/block-header-parser.ts
function parseBlockHeader(stream) {
	const type = stream.next();
	const typeRange = stream.range(type);
	const labels = [];
	for (;;) {
		const token = stream.peek();
		switch (token.kind) {
			case "{": {
				const headerRange = rangeBetween(typeRange, labels.at(-1)?.range ?? typeRange);
				return {
					type: stream.text(type),
					typeRange,
					labels,
					headerRange
				};
			}
			case "identifier":
				stream.next();
				labels.push({
					text: stream.text(token),
					quoted: false,
					range: stream.range(token)
				});
				break;
			case "open-quote":
				labels.push(parseQuotedLabel(stream));
				break;
			default: if (!skipToBraceOnNextLine(stream, token)) throw braceExpected(stream, type, labels, token);
		}
	}
}
function parseQuotedLabel(stream) {
	const open = stream.next();
	const literal = stream.accept("quoted-literal");
	const text = literal === void 0 ? "" : unescapeQuotedText(stream.source, literal.start, literal.end, (diagnostic) => stream.report(diagnostic));
	const close = stream.peek();
	if (literal !== void 0 && stream.text(literal).includes("\n")) throw multiLineLabel(stream, literal);
	if (close.kind === "open-interpolation" || close.kind === "open-directive") throw stream.fail({
		code: "template-in-label",
		summary: "Template sequence in a block label",
		detail: `Block labels are literal text and can't hold expressions. For the characters "${stream.text(close).slice(0, 2)}" themselves, double the first one.`,
		subject: stream.range(close)
	});
	if (close.kind !== "close-quote") throw stream.fail({
		code: "unclosed-string",
		summary: "Unclosed string",
		detail: "There is no closing quote (\") for this block label on its line.",
		subject: stream.rangeFrom(open, close)
	});
	stream.next();
	return {
		text,
		quoted: true,
		range: stream.rangeFrom(open, close)
	};
}
function multiLineLabel(stream, literal) {
	return stream.fail({
		code: "multi-line-string",
		summary: "Line ending in a quoted string",
		detail: "A block label must end on the line on which it starts.",
		subject: stream.range(literal)
	});
}
function skipToBraceOnNextLine(stream, token) {
	const brace = stream.peek(1);
	if (token.kind !== "newline" || brace.kind !== "{") return false;
	stream.report({
		code: "brace-on-next-line",
		summary: "Opening brace on the next line",
		detail: "The opening brace of a block must be on the line of its type and labels.",
		subject: stream.range(brace)
	});
	stream.next();
	return true;
}
function braceExpected(stream, type, labels, token) {
	const name = stream.text(type);
	const subject = stream.range(token);
	if (labels.length === 0) return stream.fail({
		code: "value-or-block-expected",
		summary: "Argument or block expected",
		detail: `Expected "=" and a value (to set the argument "${name}") or "{" (to start a block "${name}"), but found ${describeToken(stream, token)}.${headerAdvice(stream, token)}`,
		subject,
		context: stream.rangeFrom(type, token)
	});
	return stream.fail({
		code: "brace-expected",
		summary: "Invalid block header",
		detail: `Expected another label or "{" after the header of the block "${name}", but found ${describeToken(stream, token)}.${headerAdvice(stream, token)}`,
		subject,
		context: stream.rangeFrom(type, token)
	});
}
function headerAdvice(stream, token) {
	if (token.kind === ":") return " Arguments are set by \"=\", not by \":\".";
	if (token.kind === "==") return " Arguments are set by a single \"=\".";
	if (token.kind === "." || token.kind === "[") return " Only whole arguments can be set, not parts of their values.";
	if (token.kind === "+" || token.kind === "-") return " There are no assignments that add to a value.";
	return adviceOn(stream, token);
}
// src/hcl/item-start.ts
function startsNewItem(stream, token) {
	if (!isFirstOnLine(stream, token)) return false;
	if (token.kind === "}") return true;
	if (token.kind !== "identifier") return false;
	const follower = stream.peek(1);
	return !stream.source.text.slice(token.end, follower.start).includes("\n") && [
		"=",
		"{",
		"open-quote"
	].includes(follower.kind);
}
function isFirstOnLine(stream, token) {
	const { text } = stream.source;
	let at = token.start;
	while (at > 0 && (text[at - 1] === " " || text[at - 1] === "	")) at -= 1;
	return at === stream.source.start || text[at - 1] === "\n";
}
// src/hcl/sequence-parser.ts
function parseSequence(stream, rules) {
	return stream.withNewlines("ignored", () => {
		const items = [];
		for (;;) {
			const end = stream.accept(rules.close);
			if (end !== void 0) return {
				items,
				close: end
			};
			refuseUnclosed(stream, rules.open, rules.close, rules.what);
			items.push(rules.item());
			if (stream.peek().kind === rules.close) continue;
			if (stream.accept(",") === void 0) throw separatorExpected$1(stream, rules);
		}
	});
}
function closing(stream, open, kind, what) {
	const token = stream.accept(kind);
	if (token !== void 0) return token;
	refuseUnclosed(stream, open, kind, what);
	const found = stream.peek();
	throw stream.fail({
		code: "closing-bracket-expected",
		summary: `Missing "${kind}"`,
		detail: `Expected "${kind}" to end the ${what}, but found ${describeToken(stream, found)}.${adviceOn(stream, found)}`,
		subject: stream.range(found),
		context: stream.rangeFrom(open, found)
	});
}
function refuseUnclosed(stream, open, close, what) {
	const token = stream.peek();
	const ended = token.kind === "end" || token.kind === "missing-quote";
	if (!ended && !startsNewItem(stream, token)) return;
	const where = ended ? "before the text ends" : `before ${describeToken(stream, token)} starts something new`;
	throw stream.fail({
		code: "unclosed-bracket",
		summary: `Unclosed "${stream.text(open)}"`,
		detail: `There is no "${close}" to end this ${what} ${where}. Brackets that do not match further on can also be the reason.`,
		subject: stream.range(open)
	});
}
function separatorExpected$1(stream, rules) {
	refuseUnclosed(stream, rules.open, rules.close, rules.what);
	const token = stream.peek();
	return stream.fail({
		code: "comma-expected",
		summary: "Missing comma",
		detail: `Expected "," or "${rules.close}" after an item of this ${rules.what}, but found ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
		subject: stream.range(token),
		context: stream.rangeFrom(rules.open, token)
	});
}
// src/hcl/access-parser.ts
function parseSteps(stream, parseExpression) {
	const steps = [];
	for (;;) {
		const token = stream.peek();
		if (token.kind === ".") steps.push(parseDotStep(stream));
		else if (token.kind === "[") steps.push(parseBracketStep(stream, parseExpression));
		else return steps;
	}
}
function parseDotStep(stream) {
	const dot = stream.next();
	const star = stream.accept("*");
	if (star !== void 0) return parseAttributeOnlySplat(stream, dot, star);
	return parseDottedName(stream, dot);
}
function parseDottedName(stream, dot) {
	const token = stream.peek();
	const text = stream.text(token);
	if (token.kind === "identifier") {
		stream.next();
		return {
			kind: "attribute",
			name: text,
			range: stream.rangeFrom(dot, token)
		};
	}
	if (token.kind === "number") return parseLegacyIndex(stream, dot, token);
	throw stream.fail({
		code: "attribute-name-expected",
		summary: "Missing attribute name",
		detail: `Expected the name of an attribute after ".", but found ${describeToken(stream, token)}.`,
		subject: stream.range(token),
		context: stream.rangeFrom(dot, token)
	});
}
function parseLegacyIndex(stream, dot, token) {
	const text = stream.text(token);
	if (!/^\d+$/.test(text)) {
		const indexes = text.split(".").map((index) => `[${index}]`).join("");
		throw stream.fail({
			code: "invalid-legacy-index",
			summary: "Invalid index after a dot",
			detail: /^\d+\.\d+$/.test(text) ? `".${text}" would be two indexes, which can't be chained by dots. Write them in brackets: ${indexes}` : `An index must be a whole number, but found ${text}.`,
			subject: stream.range(token),
			context: stream.rangeFrom(dot, token)
		});
	}
	stream.next();
	return {
		kind: "index",
		key: {
			kind: "number",
			text,
			range: stream.range(token)
		},
		legacy: true,
		range: stream.rangeFrom(dot, token)
	};
}
function parseAttributeOnlySplat(stream, dot, star) {
	const each = [];
	let last = star;
	while (stream.peek().kind === ".") {
		const next = stream.next();
		const nested = stream.peek();
		if (nested.kind === "*") throw stream.fail({
			code: "nested-splat",
			summary: "Splat within an attribute-only splat",
			detail: "After \".*\" only attributes can follow. To go through lists within lists, write \"[*]\" for both.",
			subject: stream.range(nested),
			context: stream.rangeFrom(dot, nested)
		});
		each.push(parseDottedName(stream, next));
		last = stream.previous();
	}
	return {
		kind: "splat",
		form: "attribute-only",
		each,
		markerRange: stream.rangeFrom(dot, star),
		range: stream.rangeFrom(dot, last)
	};
}
function parseBracketStep(stream, parseExpression) {
	const open = stream.next();
	const step = stream.withNewlines("ignored", () => {
		const star = stream.accept("*");
		const key = star === void 0 ? parseExpression(stream) : void 0;
		const close = closing(stream, open, "]", "index");
		if (key !== void 0) return {
			kind: "index",
			key,
			legacy: false,
			range: stream.rangeFrom(open, close)
		};
		return {
			star: star ?? open,
			close
		};
	});
	if ("kind" in step) return step;
	const each = stream.nested(() => parseSteps(stream, parseExpression));
	const last = each.length === 0 ? step.close : stream.previous();
	return {
		kind: "splat",
		form: "full",
		each,
		markerRange: stream.rangeFrom(open, step.close),
		range: stream.rangeFrom(open, last)
	};
}
// src/hcl/collection-parser.ts
function parseTupleOrFor(stream, parseExpression) {
	const open = stream.next();
	if (startsFor(stream)) return stream.withNewlines("ignored", () => parseForTuple(stream, open, parseExpression));
	const { items, close } = parseSequence(stream, {
		open,
		close: "]",
		what: "list",
		item: () => parseExpression(stream)
	});
	return {
		kind: "tuple",
		items,
		range: stream.rangeFrom(open, close)
	};
}
function parseObjectOrFor(stream, parseExpression) {
	const open = stream.next();
	if (startsFor(stream)) return stream.withNewlines("ignored", () => parseForObject(stream, open, parseExpression));
	return stream.withNewlines("count", () => parseObject(stream, open, parseExpression));
}
function startsFor(stream) {
	return stream.withNewlines("ignored", () => stream.atKeyword("for"));
}
function parseObject(stream, open, parseExpression) {
	const items = [];
	for (;;) {
		while (stream.accept("newline") !== void 0);
		const close = stream.accept("}");
		if (close !== void 0) return {
			kind: "object",
			items,
			range: stream.rangeFrom(open, close)
		};
		refuseEnd(stream, open);
		const key = parseObjectKey(stream, parseExpression);
		readAssignment(stream, open, key);
		items.push({
			key,
			value: parseExpression(stream)
		});
		const { kind } = stream.peek();
		if (kind === "}") continue;
		if (stream.accept(",") === void 0 && stream.accept("newline") === void 0) throw separatorExpected(stream, open);
	}
}
function refuseEnd(stream, open) {
	const { kind } = stream.peek();
	if (kind === "end" || kind === "missing-quote") refuseUnclosed(stream, open, "}", "object");
}
function parseObjectKey(stream, parseExpression) {
	const token = stream.peek();
	const follower = stream.peek(1).kind;
	if (token.kind === "identifier" && (follower === "=" || follower === ":")) {
		stream.next();
		return {
			kind: "name",
			name: stream.text(token),
			range: stream.range(token)
		};
	}
	const expression = parseExpression(stream);
	return {
		kind: "expression",
		expression,
		range: expression.range
	};
}
function readAssignment(stream, open, key) {
	if (stream.accept("=") !== void 0 || stream.accept(":") !== void 0) return;
	refuseEnd(stream, open);
	const token = stream.peek();
	throw stream.fail({
		code: "object-value-expected",
		summary: "Missing value of an object item",
		detail: `Expected "=" and a value after the name of this item, but found ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
		subject: stream.range(token),
		context: {
			...key.range,
			end: stream.range(token).end
		}
	});
}
function separatorExpected(stream, open) {
	refuseEnd(stream, open);
	const token = stream.peek();
	return stream.fail({
		code: "item-separator-expected",
		summary: "Missing comma or new line",
		detail: `Items of an object are separated by commas or line endings, but after this one comes ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
		subject: stream.range(token),
		context: stream.rangeFrom(open, token)
	});
}
function parseForTuple(stream, open, parseExpression) {
	const introduction = parseForHead(stream, parseExpression);
	const value = parseExpression(stream);
	const arrow = stream.peek();
	if (arrow.kind === "=>") throw stream.fail({
		code: "key-in-tuple-for",
		summary: "Key in a for expression that makes a list",
		detail: "A for expression in square brackets has one result per element. To make keys and values, use braces: { for … : key => value }",
		subject: stream.range(arrow),
		context: stream.rangeFrom(open, arrow)
	});
	const condition = parseForCondition(stream, parseExpression);
	const close = closing(stream, open, "]", "for expression");
	return {
		kind: "for-tuple",
		...introduction,
		value,
		condition,
		range: stream.rangeFrom(open, close)
	};
}
function parseForObject(stream, open, parseExpression) {
	const introduction = parseForHead(stream, parseExpression);
	const key = parseExpression(stream);
	const arrow = stream.peek();
	if (stream.accept("=>") === void 0) throw stream.fail({
		code: "for-value-expected",
		summary: "Missing value of a for expression",
		detail: `A for expression in braces makes keys and values; expected "=>" after the key, but found ${describeToken(stream, arrow)}. To make a list, use square brackets.`,
		subject: stream.range(arrow),
		context: stream.rangeFrom(open, arrow)
	});
	const value = parseExpression(stream);
	const grouping = stream.accept("...") !== void 0;
	const condition = parseForCondition(stream, parseExpression);
	const close = closing(stream, open, "}", "for expression");
	return {
		kind: "for-object",
		...introduction,
		key,
		value,
		grouping,
		condition,
		range: stream.rangeFrom(open, close)
	};
}
function parseForHead(stream, parseExpression) {
	const introduction = parseForIntroduction(stream, parseExpression);
	if (stream.accept(":") !== void 0) return introduction;
	const token = stream.peek();
	throw stream.fail({
		code: "invalid-for",
		summary: "Invalid for expression",
		detail: `Expected ":" after the collection, but found ${describeToken(stream, token)}. Write: for name in collection : result`,
		subject: stream.range(token)
	});
}
function parseForCondition(stream, parseExpression) {
	if (!stream.atKeyword("if")) return void 0;
	stream.next();
	return parseExpression(stream);
}
function parseForIntroduction(stream, parseExpression) {
	stream.next();
	const first = parseLoopName(stream);
	const second = stream.accept(",") === void 0 ? void 0 : parseLoopName(stream);
	const token = stream.peek();
	if (!stream.atKeyword("in")) throw stream.fail({
		code: "invalid-for",
		summary: "Invalid for expression",
		detail: `Expected "in" and a collection after the variable names, but found ${describeToken(stream, token)}. Write: for name in collection`,
		subject: stream.range(token)
	});
	stream.next();
	const collection = parseExpression(stream);
	return second === void 0 ? {
		keyName: void 0,
		valueName: first,
		collection
	} : {
		keyName: first,
		valueName: second,
		collection
	};
}
function parseLoopName(stream) {
	const token = stream.peek();
	if (token.kind === "identifier") {
		stream.next();
		return {
			text: stream.text(token),
			range: stream.range(token)
		};
	}
	throw stream.fail({
		code: "invalid-for",
		summary: "Invalid for expression",
		detail: `Expected the name of a variable after "for", but found ${describeToken(stream, token)}. Write: for name in collection. (A key that is called "for" must be quoted.)`,
		subject: stream.range(token)
	});
}
// src/hcl/look-ahead.ts
const BLANKS$1 = /[\t\v\f \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/y;
const NEWLINE$1 = /\r?\n/y;
const STRUCTURE_LINE = /^[ \t]*(?:[\p{L}_][\p{L}\p{N}_-]*[ \t]*(?:=|\{|"[^"]*"[ \t]*[{"])|[}\])]|#|\/\/)/u;
const LINES_TO_JUDGE_BY = 20;
const LONGEST_LOOK_AHEAD = 2e4;
const MOST_LOOK_AHEADS = 50;
var LookAhead = class {
	#text;
	#multiLineUntil = 0;
	#left = MOST_LOOK_AHEADS;
	constructor(text) {
		this.#text = text;
	}
	stringGoesOn(newline) {
		if (newline < this.#multiLineUntil) return true;
		let lineStart = newline + 1;
		for (let count = 0; count < LINES_TO_JUDGE_BY && lineStart < this.#text.length; count += 1) {
			const next = this.#text.indexOf("\n", lineStart);
			const lineEnd = next === -1 ? this.#text.length : next;
			const line = this.#text.slice(lineStart, Math.min(lineEnd, lineStart + 1e3));
			if (STRUCTURE_LINE.test(line)) return false;
			if (line.includes("\"")) {
				this.#multiLineUntil = lineEnd;
				return true;
			}
			lineStart = lineEnd + 1;
		}
		return false;
	}
	heredocEnd(lineStart, marker) {
		const start = this.afterBlanks(lineStart);
		if (!this.#text.startsWith(marker, start)) return void 0;
		const end = start + marker.length;
		const next = this.afterBlanks(end);
		return next === this.#text.length || this.#after(NEWLINE$1, next) !== void 0 ? start : void 0;
	}
	afterBlanks(at) {
		return this.#after(BLANKS$1, at) ?? at;
	}
	heredocEndsLater(marker, from) {
		this.#left -= 1;
		if (this.#left < 0) return false;
		for (let lineStart = from; lineStart < this.#text.length;) {
			if (this.heredocEnd(lineStart, marker) !== void 0) return true;
			const newline = this.#text.indexOf("\n", lineStart);
			if (newline === -1 || newline > from + LONGEST_LOOK_AHEAD) return false;
			lineStart = newline + 1;
		}
		return false;
	}
	#after(pattern, at) {
		pattern.lastIndex = at;
		return pattern.test(this.#text) ? pattern.lastIndex : void 0;
	}
};
// src/hcl/token.ts
const PUNCTUATION = [
	"...",
	"&&",
	"||",
	"==",
	"!=",
	"<=",
	">=",
	"=>",
	"::",
	"{",
	"}",
	"[",
	"]",
	"(",
	")",
	"<",
	">",
	"=",
	"!",
	"?",
	":",
	".",
	",",
	"+",
	"-",
	"*",
	"/",
	"%"
];
// src/hcl/lexer.ts
const BLANKS = /[ \t]+/y;
const NEWLINE = /\r?\n/y;
const LINE_COMMENT = /(?:#|\/\/)[^\n]*/y;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const HEREDOC = /<<[-~]?[ \t]*["']?([\p{ID_Start}_][\p{ID_Continue}-]*)["']?[^\n]*\n/uy;
const SEQUENCE = /([$%])\{~?/y;
const QUOTED_STOP = /["\\\n$%]/g;
const HEREDOC_STOP = /[\n$%]/g;
const TEMPLATE_STOP = /[$%]/g;
const ITEM_LINE = /[ \t]*(?:[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*(?:=(?![=>])|\{|"[^"\n]*"[ \t]*[{"])|\}[ \t]*\r?$)/muy;
const MAXIMUM_TOKENS = 25e4;
function tokenize(source) {
	return new Lexer(source, { kind: "structure" }).run();
}
function tokenizeTemplate(source) {
	return new Lexer(source, { kind: "template" }).run();
}
function isHeredocIntroducer(text) {
	return /^<<-?[\p{ID_Start}_][\p{ID_Continue}-]*\r?\n$/u.test(text);
}
var Lexer = class {
	#text;
	#ahead;
	#tokens = [];
	#modes;
	#at;
	constructor(source, mode) {
		this.#text = source.text;
		this.#ahead = new LookAhead(source.text);
		this.#at = source.start;
		this.#modes = [mode];
	}
	run() {
		while (this.#at < this.#text.length && this.#tokens.length <= 25e4) {
			const mode = this.#mode();
			if (mode.kind === "quoted") this.#lexQuoted(mode);
			else if (mode.kind === "heredoc") this.#lexHeredoc(mode.marker);
			else if (mode.kind === "template") this.#lexTemplate();
			else this.#lexStructure(mode);
		}
		if (this.#modes.some((mode) => mode.kind === "quoted")) this.#push("missing-quote", this.#at);
		this.#push("end", this.#at);
		return this.#tokens;
	}
	#mode() {
		return this.#modes.at(-1) ?? { kind: "structure" };
	}
	#push(kind, end) {
		this.#tokens.push({
			kind,
			start: this.#at,
			end
		});
		this.#at = end;
	}
	#match(pattern) {
		pattern.lastIndex = this.#at;
		return pattern.test(this.#text) ? pattern.lastIndex : void 0;
	}
	#lexStructure(mode) {
		const blanks = this.#match(BLANKS);
		if (blanks !== void 0) {
			this.#at = blanks;
			return;
		}
		const newline = this.#match(NEWLINE);
		if (newline !== void 0 && mode.kind === "sequence") this.#leaveOpenSequence(mode, newline);
		if (this.#lexPattern("newline", NEWLINE) || this.#lexPattern("comment", LINE_COMMENT) || this.#lexInlineComment() || this.#lexPattern("identifier", IDENTIFIER) || this.#lexPattern("number", NUMBER)) return;
		if (this.#text[this.#at] === "\"") {
			this.#modes.push({
				kind: "quoted",
				start: this.#at
			});
			this.#push("open-quote", this.#at + 1);
		} else if (!this.#lexHeredocStart() && !this.#lexSequenceEnd(mode)) this.#lexPunctuation(mode);
	}
	#lexPattern(kind, pattern) {
		const end = this.#match(pattern);
		if (end === void 0) return false;
		const endsBefore = kind === "comment" && this.#text.startsWith("\r\n", end - 1);
		this.#push(kind, endsBefore ? end - 1 : end);
		return true;
	}
	#lexInlineComment() {
		if (!this.#text.startsWith("/*", this.#at)) return false;
		const end = this.#text.indexOf("*/", this.#at + 2);
		if (end !== -1) this.#push("comment", end + 2);
		else {
			this.#push("invalid", this.#at + 2);
			this.#at = this.#text.length;
		}
		return true;
	}
	#lexHeredocStart() {
		HEREDOC.lastIndex = this.#at;
		const marker = HEREDOC.exec(this.#text)?.[1];
		if (marker === void 0) return false;
		const end = HEREDOC.lastIndex;
		if (!isHeredocIntroducer(this.#text.slice(this.#at, end)) && !this.#ahead.heredocEndsLater(marker, end)) return false;
		this.#push("open-heredoc", end);
		this.#modes.push({
			kind: "heredoc",
			marker
		});
		if (this.#ahead.heredocEnd(this.#at, marker) !== void 0) this.#closeHeredoc(marker);
		return true;
	}
	#leaveOpenSequence(mode, lineStart) {
		const around = this.#modes.at(-2);
		if (around?.kind === "heredoc" && this.#ahead.heredocEnd(lineStart, around.marker) !== void 0) {
			this.#push("missing-quote", this.#at);
			this.#modes.pop();
		} else if (around?.kind === "quoted" && mode.braces === 0 && this.#matchAt(ITEM_LINE, lineStart)) {
			this.#push("missing-quote", this.#at);
			this.#modes.pop();
			this.#leaveTemplatesOfThisLine(around.start);
		}
	}
	#matchAt(pattern, at) {
		pattern.lastIndex = at;
		return pattern.test(this.#text);
	}
	#lexSequenceEnd(mode) {
		if (mode.kind !== "sequence" || mode.braces > 0) return false;
		const stripped = this.#text.startsWith("~}", this.#at);
		if (!stripped && this.#text[this.#at] !== "}") return false;
		this.#push("close-sequence", this.#at + (stripped ? 2 : 1));
		this.#modes.pop();
		return true;
	}
	#lexPunctuation(mode) {
		const kind = PUNCTUATION.find((candidate) => this.#text.startsWith(candidate, this.#at));
		if (kind === void 0) {
			const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
			this.#push("invalid", this.#at + character.length);
			return;
		}
		if (mode.kind === "sequence") mode.braces += braceStep(kind);
		this.#push(kind, this.#at + kind.length);
	}
	#lexQuoted(mode) {
		let end = this.#at;
		for (;;) {
			end = this.#seek(QUOTED_STOP, end);
			const character = this.#text[end];
			if (character === "\\") end += this.#text[end + 1] === "\n" ? 1 : 2;
			else if (character === "\n" && this.#ahead.stringGoesOn(end)) end += 1;
			else if ((character === "$" || character === "%") && !this.#startsSequence(end)) end += escapeLength(this.#text, end);
			else break;
		}
		end = Math.min(end, this.#text.length);
		if (end > this.#at) this.#push("quoted-literal", this.#text[end] === "\n" && this.#text[end - 1] === "\r" ? end - 1 : end);
		if (this.#at < end) this.#at = end;
		const character = this.#text[this.#at];
		if (character === "\"") {
			this.#push("close-quote", this.#at + 1);
			this.#modes.pop();
		} else if (character === "\n") {
			this.#push("missing-quote", this.#at);
			this.#leaveTemplatesOfThisLine(mode.start);
		} else if (character !== void 0) this.#lexSequenceStart();
	}
	#seek(stop, from) {
		stop.lastIndex = from;
		return stop.exec(this.#text)?.index ?? this.#text.length;
	}
	#startsSequence(at) {
		return this.#text[at + 1] === "{";
	}
	#lexSequenceStart() {
		const end = this.#match(SEQUENCE) ?? this.#at + 2;
		this.#push(this.#text[this.#at] === "$" ? "open-interpolation" : "open-directive", end);
		this.#modes.push({
			kind: "sequence",
			braces: 0
		});
	}
	#leaveTemplatesOfThisLine(start) {
		this.#modes.pop();
		const lineStart = this.#text.lastIndexOf("\n", start) + 1;
		const outermost = this.#modes.findIndex((mode) => mode.kind === "quoted" && mode.start >= lineStart);
		if (outermost !== -1) this.#modes.length = outermost;
	}
	#lexHeredoc(marker) {
		let end = this.#at;
		for (;;) {
			end = this.#seek(HEREDOC_STOP, end);
			const character = this.#text[end];
			if (character === void 0) {
				this.#push("template-literal", end);
				return;
			}
			if (character === "\n") {
				end += 1;
				if (this.#ahead.heredocEnd(end, marker) === void 0) continue;
				this.#push("template-literal", end);
				this.#closeHeredoc(marker);
				return;
			}
			if (this.#startsSequence(end)) break;
			end += escapeLength(this.#text, end);
		}
		if (end > this.#at) this.#push("template-literal", end);
		this.#lexSequenceStart();
	}
	#closeHeredoc(marker) {
		this.#at = this.#ahead.heredocEnd(this.#at, marker) ?? this.#at;
		this.#push("close-heredoc", this.#at + marker.length);
		this.#at = this.#ahead.afterBlanks(this.#at);
		this.#modes.pop();
	}
	#lexTemplate() {
		let end = this.#seek(TEMPLATE_STOP, this.#at);
		while (end < this.#text.length && !this.#startsSequence(end)) end = this.#seek(TEMPLATE_STOP, end + escapeLength(this.#text, end));
		if (end > this.#at) this.#push("template-literal", end);
		if (end < this.#text.length) this.#lexSequenceStart();
	}
};
function braceStep(kind) {
	if (kind === "{") return 1;
	return kind === "}" ? -1 : 0;
}
function escapeLength(text, at) {
	const character = text[at];
	return text[at + 1] === character && text[at + 2] === "{" ? 3 : 1;
}
// src/hcl/template-directives.ts
function buildParts(stream, items, end) {
	return new PartBuilder(stream, items, end).all();
}
var PartBuilder = class {
	#stream;
	#items;
	#end;
	#index = 0;
	constructor(stream, items, end) {
		this.#stream = stream;
		this.#items = items;
		this.#end = end;
	}
	all() {
		const parts = this.#parts();
		const item = this.#items[this.#index];
		if (item === void 0) return parts;
		throw this.#stream.fail({
			code: "unexpected-directive",
			summary: `Unexpected ${item.kind} directive`,
			detail: `There is no directive open that this "${item.kind}" could belong to.`,
			subject: item.range
		});
	}
	#parts() {
		const parts = [];
		for (let item = this.#items[this.#index]; item !== void 0; item = this.#items[this.#index]) {
			if (item.kind === "else" || item.kind === "endif" || item.kind === "endfor") return parts;
			this.#index += 1;
			if (item.kind === "literal") appendLiteral(parts, item.text, item.range);
			else if (item.kind === "interpolation") parts.push({
				kind: "interpolation",
				expression: item.expression,
				range: item.range
			});
			else if (isDirective(item)) parts.push(this.#directive(item));
		}
		return parts;
	}
	#directive(item) {
		return this.#stream.nested(() => {
			const body = this.#parts();
			if (item.kind === "for") {
				const { keyName, valueName, collection } = item;
				return {
					kind: "for",
					keyName,
					valueName,
					collection,
					body,
					range: rangeBetween(item.range, this.#endOf(item, "endfor"))
				};
			}
			let whenFalse = [];
			if (this.#items[this.#index]?.kind === "else") {
				this.#index += 1;
				whenFalse = this.#parts();
			}
			const range = rangeBetween(item.range, this.#endOf(item, "endif"));
			return {
				kind: "if",
				condition: item.condition,
				whenTrue: body,
				whenFalse,
				range
			};
		});
	}
	#endOf(start, keyword) {
		const item = this.#items[this.#index];
		if (item?.kind === keyword) {
			this.#index += 1;
			return item.range;
		}
		const { line } = start.range.start;
		throw this.#stream.fail(item === void 0 ? {
			code: "unclosed-directive",
			summary: `Unclosed ${start.kind} directive`,
			detail: `The template ends without the %{ ${keyword} } that belongs to this directive.`,
			subject: start.range,
			context: rangeBetween(start.range, this.#end)
		} : {
			code: "unexpected-directive",
			summary: `Unexpected ${item.kind} directive`,
			detail: `The ${start.kind} directive that starts on line ${line} must be ended by %{ ${keyword} } first.`,
			subject: item.range,
			context: rangeBetween(start.range, item.range)
		});
	}
};
function isDirective(item) {
	return item.kind === "if" || item.kind === "for";
}
function appendLiteral(parts, text, range) {
	const last = parts.at(-1);
	if (last?.kind === "literal") parts[parts.length - 1] = {
		kind: "literal",
		text: last.text + text,
		range: rangeBetween(last.range, range)
	};
	else parts.push({
		kind: "literal",
		text,
		range
	});
}
// src/hcl/template-sequences.ts
function parseSequenceItem(stream, parseExpression) {
	const open = stream.next();
	return stream.withNewlines("ignored", () => {
		const content = open.kind === "open-interpolation" ? {
			kind: "interpolation",
			expression: parseInterpolated(stream, open, parseExpression)
		} : parseDirective(stream, open, parseExpression);
		const close = closeSequence(stream, open);
		return {
			...content,
			range: stream.rangeFrom(open, close),
			stripBefore: stream.text(open).endsWith("~"),
			stripAfter: stream.text(close).startsWith("~")
		};
	});
}
function parseInterpolated(stream, open, parseExpression) {
	const token = stream.peek();
	refuseOpenEnd(stream, open, token);
	if (token.kind !== "close-sequence") return parseExpression(stream);
	throw stream.fail({
		code: "expression-expected",
		summary: "Empty interpolation",
		detail: `Expected an expression between "\${" and "}". For these characters themselves, write "$\${".`,
		subject: stream.rangeFrom(open, token)
	});
}
function closeSequence(stream, open) {
	const close = stream.accept("close-sequence");
	if (close !== void 0) return close;
	const token = stream.peek();
	refuseOpenEnd(stream, open, token);
	const opening = stream.text(open).slice(0, 2);
	throw stream.fail({
		code: "sequence-end-expected",
		summary: opening === "${" ? "Extra text in an interpolation" : "Extra text in a template directive",
		detail: `Expected "}" to end this sequence, but found ${describeToken(stream, token)}. If "${opening}" is meant for another language, a shell for instance, write "${opening.charAt(0)}${opening}" to have it left alone.`,
		subject: stream.range(token),
		context: stream.rangeFrom(open, token)
	});
}
function refuseOpenEnd(stream, open, token) {
	if (!isOpenEnd(stream, token)) return;
	const opening = stream.text(open).slice(0, 2);
	throw stream.fail({
		code: "unclosed-sequence",
		summary: opening === "${" ? "Unclosed interpolation" : "Unclosed template directive",
		detail: `There is no "}" to end this sequence before the ${token.kind === "end" ? "text" : "string"} ends. For the characters "${opening}" themselves, write "${opening.charAt(0)}${opening}".`,
		subject: stream.range(open),
		context: stream.rangeFrom(open, token)
	});
}
function isOpenEnd(stream, token) {
	if (token.kind === "end" || token.kind === "missing-quote") return true;
	if (token.kind !== "open-quote") return false;
	const literal = stream.peek(1).kind === "quoted-literal";
	return stream.peek(literal ? 2 : 1).kind === "missing-quote";
}
function parseDirective(stream, open, parseExpression) {
	const token = stream.peek();
	refuseOpenEnd(stream, open, token);
	const keyword = token.kind === "identifier" ? stream.text(token) : "";
	switch (keyword) {
		case "if":
			stream.next();
			return {
				kind: "if",
				condition: parseExpression(stream)
			};
		case "for": return {
			kind: "for",
			...parseForIntroduction(stream, parseExpression)
		};
		case "else":
		case "endif":
		case "endfor":
			stream.next();
			return { kind: keyword };
		default: throw stream.fail({
			code: "unknown-directive",
			summary: "Unknown template directive",
			detail: `Expected if, else, endif, for or endfor after "%{", but found ${describeToken(stream, token)}. For the characters "%{" themselves, write "%%{".`,
			subject: stream.range(token),
			context: stream.rangeFrom(open, token)
		});
	}
}
// src/hcl/template-parser.ts
function parseQuoted(stream, parseExpression) {
	const open = stream.next();
	return stream.nested(() => {
		const items = parseItems$1(stream, "close-quote", parseExpression);
		const close = stream.peek();
		if (close.kind !== "close-quote") throw unclosedQuote(stream, open, close);
		const parts = buildParts(stream, items, stream.range(close));
		stream.next();
		return {
			kind: "template",
			form: "quoted",
			parts,
			range: stream.rangeFrom(open, close)
		};
	});
}
function unclosedQuote(stream, open, end) {
	const text = stream.source.text.slice(open.start, open.start + 3);
	return stream.fail({
		code: "unclosed-string",
		summary: "Unclosed string",
		detail: text === "\"\"\"" ? "Three quotes do not enclose a text of several lines here; write it as a heredoc (<<EOT)." : "There is no closing quote (\") for this string on its line. A quote within a string is written \\\", and a text of several lines as a heredoc (<<EOT).",
		subject: stream.rangeFrom(open, end)
	});
}
function parseHeredoc(stream, parseExpression) {
	const open = stream.next();
	return stream.nested(() => {
		const items = parseItems$1(stream, "close-heredoc", parseExpression);
		const close = stream.peek();
		const introducer = stream.text(open).trimEnd();
		if (!isHeredocIntroducer(stream.text(open))) reportIntroducer(stream, open, introducer);
		if (close.kind !== "close-heredoc") {
			const marker = introducer.replace(/^<<-?/, "");
			throw stream.fail({
				code: "unclosed-heredoc",
				summary: "Unclosed heredoc",
				detail: `There is no line that holds nothing but "${marker}" to end this heredoc.`,
				subject: stream.source.range(open.start, open.start + introducer.length)
			});
		}
		if (introducer.startsWith("<<-")) flushIndentation(items);
		const parts = buildParts(stream, items, stream.range(close));
		stream.next();
		return {
			kind: "template",
			form: "heredoc",
			parts,
			range: stream.rangeFrom(open, close)
		};
	});
}
function reportIntroducer(stream, open, introducer) {
	stream.report({
		code: "invalid-heredoc",
		summary: "Invalid start of a heredoc",
		detail: "A heredoc starts with \"<<\" or \"<<-\" and a name without quotes, with nothing after it on its line: <<EOT",
		subject: stream.source.range(open.start, open.start + introducer.length)
	});
}
function parseBareTemplate(stream, parseExpression) {
	return {
		kind: "template",
		form: "bare",
		parts: buildParts(stream, parseItems$1(stream, "end", parseExpression), stream.range(stream.peek())),
		range: stream.source.range(stream.source.start, stream.source.text.length)
	};
}
function parseItems$1(stream, end, parseExpression) {
	const items = readItems(stream, end, parseExpression);
	strip(items);
	return items;
}
function strip(items) {
	for (const [index, item] of items.entries()) {
		if (item.kind === "literal") continue;
		const before = items[index - 1];
		const after = items[index + 1];
		if (item.stripBefore && before?.kind === "literal") before.text = stripTrailing(before.text);
		if (item.stripAfter && after?.kind === "literal") after.text = stripLeading(after.text);
	}
}
function readItems(stream, end, parseExpression) {
	const items = [];
	for (;;) {
		const token = stream.peek();
		if (token.kind === end) return items;
		switch (token.kind) {
			case "quoted-literal":
				items.push(quotedLiteral(stream, stream.next()));
				break;
			case "template-literal":
				for (const line of templateLiterals(stream, stream.next())) items.push(line);
				break;
			case "open-interpolation":
			case "open-directive":
				items.push(parseSequenceItem(stream, parseExpression));
				break;
			default: return items;
		}
	}
}
function quotedLiteral(stream, token) {
	const newline = stream.text(token).search(/\r?\n/);
	if (newline !== -1) throw stream.fail({
		code: "multi-line-string",
		summary: "Line ending in a quoted string",
		detail: "A quoted string must end on the line on which it starts. Write \\n for a line ending, or a heredoc (<<EOT) for a text of several lines.",
		subject: lineEndingRange(stream, token, newline)
	});
	return {
		kind: "literal",
		text: unescapeQuotedText(stream.source, token.start, token.end, (diagnostic) => stream.report(diagnostic)),
		range: stream.range(token)
	};
}
function lineEndingRange(stream, token, newline) {
	const start = token.start + newline;
	return stream.source.range(start, stream.source.text.indexOf("\n", start) + 1);
}
function templateLiterals(stream, token) {
	let at = token.start;
	return splitLines(stream.text(token)).map((line) => {
		const range = stream.source.range(at, at + line.length);
		at += line.length;
		return {
			kind: "literal",
			text: unescapeTemplateText(line),
			range
		};
	});
}
// src/hcl/expression-parser.ts
const LEVELS = {
	"||": 1,
	"&&": 2,
	"==": 3,
	"!=": 3,
	"<": 4,
	">": 4,
	"<=": 4,
	">=": 4,
	"+": 5,
	"-": 5,
	"*": 6,
	"/": 6,
	"%": 6
};
function parseExpression$1(stream) {
	return stream.nested(() => parseConditional(stream));
}
function parseConditional(stream) {
	const condition = parseOperation(stream, 1);
	if (stream.accept("?") === void 0) return condition;
	const whenTrue = parseExpression$1(stream);
	if (stream.accept(":") === void 0) {
		const token = stream.peek();
		throw stream.fail({
			code: "missing-alternative",
			summary: "Missing second result of a conditional",
			detail: `Expected ":" and the value for when the condition is false, but found ${describeToken(stream, token)}. Write: condition ? value : other value`,
			subject: stream.range(token),
			context: condition.range
		});
	}
	const whenFalse = parseExpression$1(stream);
	return {
		kind: "conditional",
		condition,
		whenTrue,
		whenFalse,
		range: rangeBetween(condition.range, whenFalse.range)
	};
}
function parseOperation(stream, level) {
	let first = parseUnary(stream);
	for (;;) {
		const found = operatorAt(stream);
		if (found === void 0 || LEVELS[found] < level) return first;
		const rest = parseOperands(stream, LEVELS[found]);
		const last = rest.at(-1)?.operand.range ?? first.range;
		first = {
			kind: "operation",
			first,
			rest,
			range: rangeBetween(first.range, last)
		};
	}
}
function parseOperands(stream, level) {
	const operands = [];
	for (;;) {
		const operator = operatorAt(stream);
		if (operator === void 0 || LEVELS[operator] !== level) return operands;
		const operatorRange = stream.range(stream.next());
		operands.push({
			operator,
			operatorRange,
			operand: parseOperation(stream, level + 1)
		});
	}
}
function operatorAt(stream) {
	const { kind } = stream.peek();
	return isBinaryOperator(kind) ? kind : void 0;
}
function isBinaryOperator(kind) {
	return Object.hasOwn(LEVELS, kind);
}
function parseUnary(stream) {
	const operator = stream.peek();
	if (operator.kind !== "-" && operator.kind !== "!") return parseAccess(stream);
	stream.next();
	const operand = stream.nested(() => parseUnary(stream));
	const operatorRange = stream.range(operator);
	return {
		kind: "unary",
		operator: operator.kind,
		operatorRange,
		operand,
		range: rangeBetween(operatorRange, operand.range)
	};
}
function parseAccess(stream) {
	const target = parseTerm(stream);
	const steps = parseSteps(stream, parseExpression$1);
	const last = steps.at(-1);
	return last === void 0 ? target : {
		kind: "access",
		target,
		steps,
		range: rangeBetween(target.range, last.range)
	};
}
function parseTerm(stream) {
	const token = stream.peek();
	switch (token.kind) {
		case "number":
			stream.next();
			return {
				kind: "number",
				text: stream.text(token),
				range: stream.range(token)
			};
		case "identifier": return parseNamed(stream);
		case "open-quote": return parseQuoted(stream, parseExpression$1);
		case "open-heredoc": return parseHeredoc(stream, parseExpression$1);
		case "(": return parseParenthesized(stream);
		case "[": return parseTupleOrFor(stream, parseExpression$1);
		case "{": return parseObjectOrFor(stream, parseExpression$1);
		default: throw expressionExpected(stream, token);
	}
}
function expressionExpected(stream, token) {
	return stream.fail({
		code: "expression-expected",
		summary: token.kind === "end" || token.kind === "newline" ? "Missing expression" : "Invalid expression",
		detail: `Expected a value, but found ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
		subject: stream.range(token)
	});
}
function parseNamed(stream) {
	const token = stream.next();
	const follower = stream.peek().kind;
	if (follower === "(" || follower === "::") return parseCall(stream, token);
	const range = stream.range(token);
	const name = stream.text(token);
	if (name === "true" || name === "false") return {
		kind: "boolean",
		value: name === "true",
		range
	};
	return name === "null" ? {
		kind: "null",
		range
	} : {
		kind: "variable",
		name,
		range
	};
}
function parseCall(stream, first) {
	const names = [stream.text(first)];
	let last = first;
	while (stream.accept("::") !== void 0) {
		last = stream.peek();
		if (last.kind !== "identifier") throw stream.fail({
			code: "function-name-expected",
			summary: "Missing function name",
			detail: `Expected the name of a function after "::", but found ${describeToken(stream, last)}.`,
			subject: stream.range(last)
		});
		names.push(stream.text(stream.next()));
	}
	const name = names.join("::");
	const nameRange = stream.rangeFrom(first, last);
	const open = stream.accept("(");
	if (open === void 0) throw stream.fail({
		code: "call-expected",
		summary: "Missing arguments of a function call",
		detail: `"${name}" is the name of a function in a namespace and must be called: ${name}(…)`,
		subject: nameRange
	});
	return finishCall(stream, name, nameRange, open);
}
function finishCall(stream, name, nameRange, open) {
	let expansion;
	const { items, close } = parseSequence(stream, {
		open,
		close: ")",
		what: `call of the function "${name}"`,
		item: () => {
			const argument = parseExpression$1(stream);
			const ellipsis = stream.accept("...");
			if (ellipsis !== void 0) {
				expansion = stream.range(ellipsis);
				if (stream.peek().kind !== ")") throw stream.fail({
					code: "expansion-not-last",
					summary: "Expansion of an argument that is not the last one",
					detail: `Only the last argument can be expanded by "...", which the closing parenthesis must follow; found ${describeToken(stream, stream.peek())}.`,
					subject: expansion
				});
			}
			return argument;
		}
	});
	const closeRange = stream.range(close);
	return {
		kind: "call",
		name,
		nameRange,
		arguments: items,
		expansion,
		closeRange,
		range: rangeBetween(nameRange, closeRange)
	};
}
function parseParenthesized(stream) {
	const open = stream.next();
	return stream.withNewlines("ignored", () => {
		const expression = parseExpression$1(stream);
		const close = closing(stream, open, ")", "expression in parentheses");
		return {
			kind: "parenthesized",
			expression,
			range: stream.rangeFrom(open, close)
		};
	});
}
// src/hcl/one-line-block.ts
function parseOneLine(stream, parseRest) {
	const name = stream.peek();
	if (name.kind === "}") return [];
	const follower = stream.peek(1);
	if (name.kind === "identifier" && follower.kind === "=") {
		const attribute = parseAttribute$1(stream);
		const token = stream.peek();
		if (token.kind === "}") return [attribute];
		report(stream, token, token);
		if (token.kind === ",") stream.next();
		return [attribute, ...parseRest()];
	}
	report(stream, name, name.kind === "identifier" ? follower : name);
	return parseRest();
}
function parseAttribute$1(stream) {
	return attributeOf(stream, stream.next(), stream.next(), parseExpression$1(stream));
}
function report(stream, first, last) {
	const nested = first !== last;
	const open = first.kind === "newline";
	stream.report({
		code: "invalid-one-line-block",
		summary: "Invalid block on one line",
		detail: nested ? `A block on one line holds a single argument (name { argument = value }), and no other blocks. Put "${stream.text(first)}" on a line of its own.` : open ? "This block has an argument on the line of its opening brace, so it must be closed on that line too. Otherwise start a new line after the opening brace." : `A block on one line must be closed by "}" after its single argument, but found ${describeToken(stream, first)}. Put each argument on a line of its own.`,
		subject: stream.rangeFrom(first, last)
	});
}
// src/hcl/recovery.ts
const OPENING = /* @__PURE__ */ new Set([
	"{",
	"[",
	"(",
	"open-quote",
	"open-heredoc",
	"open-interpolation",
	"open-directive"
]);
const CLOSING = /* @__PURE__ */ new Set([
	"}",
	"]",
	")",
	"close-quote",
	"close-heredoc",
	"close-sequence"
]);
function skipItem(stream, itemStart) {
	const failedAt = stream.mark();
	const first = stream.tokenAt(itemStart);
	const { column } = stream.source.position(first.start);
	const open = [];
	stream.withNewlines("count", () => {
		stream.goTo(itemStart);
		for (let token = stream.peek(); token.kind !== "end"; token = stream.peek()) {
			const mayStop = stream.mark() >= failedAt && token !== first;
			const ends = open.length === 0 ? token.kind === "newline" || token.kind === "}" : startsOutside(stream, token, column);
			if (mayStop && ends) return;
			if (OPENING.has(token.kind)) open.push(token);
			else if (CLOSING.has(token.kind)) open.pop();
			else if (token.kind === "missing-quote") leaveTemplates(stream, open, token);
			stream.next();
		}
	});
}
function leaveTemplates(stream, open, end) {
	const lineStart = stream.source.text.lastIndexOf("\n", end.start - 1) + 1;
	const outermost = open.findIndex((token) => token.kind.startsWith("open-") && token.start >= lineStart);
	if (outermost !== -1) open.length = outermost;
}
function startsOutside(stream, token, itemColumn) {
	if (!isFirstOnLine(stream, token)) return false;
	const { column } = stream.source.position(token.start);
	if (token.kind === "}") return column < itemColumn;
	return column <= itemColumn && startsNewItem(stream, token);
}
const MAXIMUM_DIAGNOSTICS = 100;
var SyntaxFailure = class extends Error {
	name = "SyntaxFailure";
	final;
	constructor(message, final) {
		super(message);
		this.final = final;
	}
};
var TokenStream = class {
	source;
	diagnostics = [];
	#tokens;
	#index = 0;
	#newlinesCount = true;
	#nesting = 0;
	constructor(source, tokens) {
		this.source = source;
		this.#tokens = tokens.filter((token) => token.kind !== "comment");
	}
	peek(ahead = 0) {
		let index = this.#significant(this.#index);
		for (let count = 0; count < ahead; count += 1) index = this.#significant(index + 1);
		return this.#at(index);
	}
	next() {
		const index = this.#significant(this.#index);
		this.#index = Math.min(index + 1, this.#tokens.length - 1);
		return this.#at(index);
	}
	accept(kind) {
		return this.peek().kind === kind ? this.next() : void 0;
	}
	atKeyword(word) {
		const token = this.peek();
		return token.kind === "identifier" && this.text(token) === word;
	}
	text(token) {
		return this.source.text.slice(token.start, token.end);
	}
	range(token) {
		return this.source.range(token.start, token.end);
	}
	rangeFrom(first, last) {
		return this.source.range(first.start, last.end);
	}
	previous() {
		return this.#at(Math.max(this.#index - 1, 0));
	}
	mark() {
		return this.#index;
	}
	tokenAt(mark) {
		return this.#at(mark);
	}
	goTo(mark) {
		this.#index = Math.min(mark, this.#tokens.length - 1);
	}
	withNewlines(meaning, read) {
		const before = this.#newlinesCount;
		this.#newlinesCount = meaning === "count";
		try {
			return read();
		} finally {
			this.#newlinesCount = before;
		}
	}
	nested(read) {
		if (this.#nesting >= 100) throw this.fail({
			code: "nesting-too-deep",
			summary: "Nesting too deep",
			detail: `Expressions and blocks can't be nested more than 100 levels deep. Move the inner part to a local value.`,
			subject: this.range(this.peek())
		}, true);
		this.#nesting += 1;
		try {
			return read();
		} finally {
			this.#nesting -= 1;
		}
	}
	report(parts) {
		if (this.diagnostics.length < MAXIMUM_DIAGNOSTICS) this.diagnostics.push(errorDiagnostic(parts));
	}
	reportOnce(parts) {
		if (!this.hasReported(parts.code)) this.report(parts);
	}
	hasReported(code) {
		return this.diagnostics.some((diagnostic) => diagnostic.code === code);
	}
	fail(parts, final = false) {
		this.report(parts);
		return new SyntaxFailure(parts.detail, final);
	}
	#at(index) {
		return this.#tokens[index] ?? this.#tokens.at(-1) ?? {
			kind: "end",
			start: 0,
			end: 0
		};
	}
	#significant(from) {
		let index = from;
		if (!this.#newlinesCount) while (this.#tokens[index]?.kind === "newline") index += 1;
		return Math.min(index, this.#tokens.length - 1);
	}
};
// src/hcl/body-parser.ts
function parseFileBody(stream) {
	const items = [];
	while (stream.peek().kind !== "end") {
		for (const item of parseItems(stream, "strict")) items.push(item);
		const stray = stream.accept("}");
		if (stray !== void 0) stream.report({
			code: "unexpected-closing-brace",
			summary: "Unexpected \"}\"",
			detail: "There is no open block that this brace could close. Remove it, or look for a block above that is closed too early.",
			subject: stream.range(stray)
		});
	}
	return body(stream, items, stream.source.start, stream.source.text.length);
}
function parseItems(stream, layout) {
	const items = [];
	for (;;) {
		while ((stream.accept("newline") ?? stream.accept("missing-quote")) !== void 0);
		const token = stream.peek();
		if (token.kind === "end" || token.kind === "}") return items;
		const mark = stream.mark();
		try {
			items.push(parseItem(stream, layout));
		} catch (failure) {
			recover(stream, failure, mark);
		}
	}
}
function recover(stream, failure, itemStart) {
	if (!(failure instanceof SyntaxFailure) || failure.final) throw failure;
	skipItem(stream, itemStart);
}
function parseItem(stream, layout) {
	const token = stream.peek();
	if (token.kind !== "identifier") throw itemExpected(stream, token);
	return stream.peek(1).kind === "=" ? parseAttribute(stream, layout) : parseBlock(stream, layout);
}
function itemExpected(stream, token) {
	if (token.kind === "open-quote") return stream.fail({
		code: "quoted-name",
		summary: "Quoted argument name",
		detail: "The names of arguments and blocks are written without quotes.",
		subject: stream.range(token)
	});
	return stream.fail({
		code: "item-expected",
		summary: "Argument or block expected",
		detail: `Expected an argument (name = value) or a block (name { … }), but found ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
		subject: stream.range(token)
	});
}
function parseAttribute(stream, layout) {
	const mark = stream.mark();
	const name = stream.next();
	const equals = stream.next();
	const valueMark = stream.mark();
	let expression;
	try {
		skipToValueOnNextLine(stream);
		expression = parseExpression$1(stream);
		endAttribute(stream, layout);
	} catch (failure) {
		recover(stream, failure, mark);
		const start = stream.tokenAt(valueMark).start;
		expression = {
			kind: "invalid",
			range: stream.source.range(start, Math.max(start, stream.previous().start))
		};
	}
	return attributeOf(stream, name, equals, expression);
}
function skipToValueOnNextLine(stream) {
	const [newline, value, follower] = [
		stream.peek(),
		stream.peek(1),
		stream.peek(2)
	];
	if (newline.kind !== "newline") return;
	if ([
		"newline",
		"end",
		"}"
	].includes(value.kind)) return;
	if (value.kind === "identifier" && [
		"=",
		"{",
		"open-quote",
		"identifier"
	].includes(follower.kind)) return;
	stream.report({
		code: "value-on-next-line",
		summary: "Value on the next line",
		detail: "A value must start on the line of its equals sign. It can go on over several lines within brackets.",
		subject: stream.range(value)
	});
	stream.next();
}
function endAttribute(stream, layout) {
	const token = stream.peek();
	if (token.kind === "newline" || token.kind === "end" || layout === "lenient" && token.kind === "}") return;
	const mark = stream.mark();
	stream.report({
		code: "line-ending-expected",
		summary: token.kind === "," ? "Comma after an argument" : "Missing line ending after an argument",
		detail: token.kind === "," ? "Arguments are separated by line endings, not by commas. Write each argument on a line of its own." : `Each argument must be on a line of its own, but after the value comes ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
		subject: stream.range(token)
	});
	if (token.kind !== "}") skipItem(stream, mark);
}
function parseBlock(stream, layout) {
	const header = parseBlockHeader(stream);
	return stream.nested(() => {
		const open = stream.next();
		const inner = stream.peek();
		const items = inner.kind !== "newline" && inner.kind !== "end" ? parseOneLine(stream, () => parseItems(stream, "lenient")) : parseItems(stream, "strict");
		const close = closeBlock(stream, open);
		endBlock(stream, layout);
		const closeBraceRange = stream.range(close);
		return {
			kind: "block",
			...header,
			openBraceRange: stream.range(open),
			closeBraceRange,
			body: body(stream, items, open.end, close.start),
			range: rangeBetween(header.typeRange, closeBraceRange)
		};
	});
}
function closeBlock(stream, open) {
	const close = stream.accept("}");
	if (close !== void 0) return close;
	if (stream.hasReported("unclosed-heredoc")) return stream.peek();
	stream.reportOnce({
		code: "unclosed-block",
		summary: "Unclosed block",
		detail: "There is no closing brace for this block before the text ends. Braces that do not match further on can also be the reason.",
		subject: stream.range(open)
	});
	return stream.peek();
}
function endBlock(stream, layout) {
	const token = stream.peek();
	if (token.kind === "newline" || token.kind === "end" || layout === "lenient" && token.kind === "}") return;
	const mark = stream.mark();
	stream.report({
		code: "line-ending-expected",
		summary: "Missing line ending after a block",
		detail: `A block must be followed by a new line, but after its closing brace comes ${describeToken(stream, token)}.`,
		subject: stream.range(token)
	});
	if (token.kind === "," || token.kind === "invalid") skipItem(stream, mark);
}
function body(stream, items, start, end) {
	const attributes = /* @__PURE__ */ new Map();
	const kept = [];
	for (const item of items) {
		const earlier = item.kind === "attribute" ? attributes.get(item.name) : void 0;
		if (item.kind === "attribute" && earlier !== void 0) {
			reportDuplicate(stream, item, earlier);
			continue;
		}
		if (item.kind === "attribute") attributes.set(item.name, item);
		kept.push(item);
	}
	return {
		kind: "body",
		items: kept,
		attributes,
		blocks: kept.filter((item) => item.kind === "block"),
		range: stream.source.range(start, end),
		endRange: stream.source.range(end, end)
	};
}
function reportDuplicate(stream, item, earlier) {
	const { line, column } = earlier.nameRange.start;
	stream.report({
		code: "duplicate-argument",
		summary: "Argument set twice",
		detail: `The argument "${item.name}" was already set at ${stream.source.filename}:${line}:${column}. Each argument may be set only once.`,
		subject: item.nameRange
	});
}
// src/hcl/values/graphemes.ts
function isPlain(text) {
	return /^[\t\x20-\x7e]*$/.test(text);
}
let made$1;
function segmenter() {
	made$1 ??= new Intl.Segmenter("en", { granularity: "grapheme" });
	return made$1;
}
const PART = 1024;
function* graphemeClusters(text) {
	let start = 0;
	let length = PART;
	while (start < text.length) {
		const end = wholeCharacters(text, start + length);
		let last;
		for (const { segment, index } of segmenter().segment(text.slice(start, end))) {
			if (last !== void 0) yield last;
			last = {
				segment,
				index: start + index
			};
		}
		if (last === void 0) return;
		if (end === text.length) yield last;
		length = last.index === start ? 2 * length : PART;
		start = end === text.length ? end : last.index;
	}
}
function wholeCharacters(text, end) {
	if (end >= text.length) return text.length;
	return (text.codePointAt(end - 1) ?? 0) > 65535 ? end + 1 : end;
}
function graphemes(text) {
	if (isPlain(text)) return text.split("");
	return Array.from(graphemeClusters(text), ({ segment }) => segment);
}
function graphemeSteps(text) {
	return isPlain(text) ? Math.ceil(text.length / 16) : 4 * text.length;
}
function graphemeCount(text) {
	if (isPlain(text)) return text.length;
	let count = 0;
	for (const _ of graphemeClusters(text)) count += 1;
	return count;
}
// src/hcl/source.ts
const LONGEST_COUNTED = 1e5;
var Source = class {
	filename;
	text;
	start;
	#lineStarts = [0];
	#clusters = /* @__PURE__ */ new Map();
	constructor(filename, text) {
		this.filename = filename;
		this.text = text;
		this.start = text.startsWith("﻿") ? 1 : 0;
		for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#lineStarts.push(at + 1);
	}
	get lineCount() {
		return this.#lineStarts.length;
	}
	line(line) {
		if (line < 1 || line > this.lineCount) return "";
		const end = this.#lineStarts[line] ?? this.text.length + 1;
		const content = this.text.slice(this.lineStart(line), end - 1);
		return content.endsWith("\r") ? content.slice(0, -1) : content;
	}
	lineStart(line) {
		return line === 1 ? this.start : this.#lineStarts[line - 1] ?? this.text.length;
	}
	position(offset) {
		const bounded = Math.min(Math.max(offset, 0), this.text.length);
		const index = this.#lineIndex(bounded);
		const lineStart = this.lineStart(index + 1);
		return {
			line: index + 1,
			column: this.#column(index, lineStart, bounded),
			offset: bounded
		};
	}
	range(start, end) {
		return {
			filename: this.filename,
			start: this.position(start),
			end: this.position(end)
		};
	}
	slice(range) {
		return this.text.slice(range.start.offset, range.end.offset);
	}
	#lineIndex(offset) {
		let low = 0;
		let high = this.#lineStarts.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}
	#column(index, lineStart, offset) {
		const clusters = this.#clustersOf(index, lineStart);
		if (clusters.length === 0) return Math.max(offset - lineStart, 0) + 1;
		let low = 0;
		let high = clusters.length;
		while (low < high) {
			const middle = low + high >> 1;
			if ((clusters[middle] ?? 0) < offset) low = middle + 1;
			else high = middle;
		}
		return low + 1;
	}
	#clustersOf(index, lineStart) {
		let clusters = this.#clusters.get(index);
		if (clusters === void 0) {
			const line = this.text.slice(lineStart, this.#lineStarts[index + 1] ?? this.text.length);
			const content = line.endsWith("\n") ? line.slice(0, -1) : line;
			clusters = content.length > LONGEST_COUNTED || isPlain(content) ? [] : Array.from(graphemeClusters(line), ({ index }) => lineStart + index);
			this.#clusters.set(index, clusters);
		}
		return clusters;
	}
};
// src/hcl/parser.ts
const MAXIMUM_LENGTH$1 = 4194304;
function parseFile(source) {
	const { value, diagnostics } = parse(source, tokenize, parseFileBody);
	return {
		body: value ?? emptyBody(source),
		diagnostics
	};
}
function parseExpression(text, filename) {
	return parseExpressionIn(new Source(filename, text));
}
function parseExpressionIn(source) {
	return parse(source, tokenize, (stream) => stream.withNewlines("ignored", () => {
		const expression = parseExpression$1(stream);
		const extra = stream.peek();
		if (extra.kind === "end") return expression;
		throw stream.fail({
			code: "extra-text",
			summary: "Extra text after an expression",
			detail: `The expression is complete, but after it comes ${describeToken(stream, extra)}.${adviceOn(stream, extra)}`,
			subject: stream.range(extra),
			context: expression.range
		});
	}));
}
function parseTemplate(text, filename) {
	return parseTemplateIn(new Source(filename, text));
}
function parseTemplateIn(source) {
	return parse(source, tokenizeTemplate, (stream) => parseBareTemplate(stream, parseExpression$1));
}
function parse(source, lex, read) {
	const excess = checkLength(source);
	if (excess !== void 0) return {
		value: void 0,
		diagnostics: [excess]
	};
	const tokens = lex(source);
	if (tokens.length > 25e4) return {
		value: void 0,
		diagnostics: [tooManyTokens(source)]
	};
	const stream = new TokenStream(source, tokens);
	try {
		return {
			value: read(stream),
			diagnostics: stream.diagnostics
		};
	} catch (failure) {
		if (failure instanceof SyntaxFailure) return {
			value: void 0,
			diagnostics: stream.diagnostics
		};
		throw failure;
	}
}
function tooManyTokens(source) {
	return errorDiagnostic({
		code: "text-too-long",
		summary: "Text too long",
		detail: `"${source.filename}" has more than ${MAXIMUM_TOKENS} words and signs; no more are read. Is it really a template? Large data can stay in a file of its own, for the functions file, jsondecode, yamldecode or csvdecode.`,
		subject: source.range(source.start, source.start)
	});
}
function checkLength(source) {
	if (source.text.length <= 4194304) return void 0;
	return errorDiagnostic({
		code: "text-too-long",
		summary: "Text too long",
		detail: `"${source.filename}" has ${source.text.length} characters; at most ${MAXIMUM_LENGTH$1} are read. Is it really a template?`,
		subject: source.range(source.start, source.start)
	});
}
function emptyBody(source) {
	const end = source.range(source.text.length, source.text.length);
	const range = source.range(source.start, source.text.length);
	return {
		kind: "body",
		items: [],
		attributes: /* @__PURE__ */ new Map(),
		blocks: [],
		range,
		endRange: end
	};
}
// src/hcl/concealed-source.ts
const CONCEALED = "￾";
const CONCEALED_RUN = /\uFFFE+/g;
const made = /* @__PURE__ */ new WeakMap();
function concealedSource(source, secrets) {
	const known = made.get(source);
	if (known !== void 0 && known.secrets === secrets && known.revision === secrets.revision) return known.source;
	const { filename, text } = source;
	const spans = [...secrets.spansIn(filename, text)].sort((a, b) => a.start - b.start);
	const parts = [];
	let at = 0;
	for (const { start, end } of spans) {
		if (end <= at) continue;
		const from = Math.max(start, at);
		parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\r\n]/g, CONCEALED));
		at = end;
	}
	const concealed = spans.length === 0 ? source : new Source(filename, parts.join("") + text.slice(at));
	made.set(source, {
		revision: secrets.revision,
		secrets,
		source: concealed
	});
	return concealed;
}
function withoutLengths(text) {
	return text.replace(CONCEALED_RUN, CONCEALED);
}
function withMasks(text) {
	return text.replace(CONCEALED_RUN, "***");
}
// src/hcl/enclosing-blocks.ts
const blocksOf = /* @__PURE__ */ new WeakMap();
function enclosingBlocks(source, offset) {
	if (source.filename.startsWith("<")) return "";
	if (source.filename.endsWith(".json")) return jsonPath(source, offset);
	const headers = [];
	let blocks = blocksIn(source);
	for (;;) {
		const around = blocks.find(({ range }) => range.start.offset < offset && offset < range.end.offset);
		if (around === void 0) return headers.join(", ");
		headers.push([around.type, ...around.labels.map(({ text }) => JSON.stringify(text))].join(" "));
		blocks = around.body.blocks;
	}
}
function blocksIn(source) {
	const known = blocksOf.get(source);
	if (known !== void 0) return known;
	const { blocks } = parseFile(source).body;
	blocksOf.set(source, blocks);
	return blocks;
}
function jsonPath({ text, start }, offset) {
	const { path } = getLocation(text.slice(start), offset - start);
	return path.slice(0, -1).map((part, index) => typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${part}`).join("");
}
// src/hcl/diagnostic-text.ts
function diagnosticText({ detail, values = [] }) {
	const lines = values.map(({ expression, value }) => `with ${expression} as ${value}`);
	return [detail, ...lines.length === 0 ? [] : ["", ...lines]].join("\n");
}
const MAXIMUM_LINES = 20;
const MAXIMUM_LENGTH = 8192;
function snippetOf({ subject }, source) {
	if (subject === void 0) return void 0;
	const { start, end } = subject;
	const last = Math.min(end.line, start.line + MAXIMUM_LINES - 1);
	const from = Math.max(source.lineStart(start.line), start.offset - MAXIMUM_LENGTH / 4);
	const lineEnd = source.lineStart(last) + source.line(last).length;
	const code = source.text.slice(from, Math.min(lineEnd, from + MAXIMUM_LENGTH));
	const within = (offset) => Math.min(Math.max(offset - from, 0), code.length);
	return {
		context: withMasks(enclosingBlocks(source, start.offset)),
		code: withMasks(code),
		startLine: start.line,
		highlightStart: withMasks(code.slice(0, within(start.offset))).length,
		highlightEnd: withMasks(code.slice(0, within(end.offset))).length
	};
}
export { printParseErrorCode as C, narrate as D, describeResource as E, parseTree as S, describeMachine as T, graphemes as _, withMasks as a, rangeBetween as b, parseExpression as c, parseTemplate as d, parseTemplateIn as f, graphemeSteps as g, graphemeCount as h, concealedSource as i, parseExpressionIn as l, graphemeClusters as m, snippetOf as n, withoutLengths as o, Source as p, enclosingBlocks as r, checkLength as s, diagnosticText as t, parseFile as u, MAXIMUM_TOKENS as v, causeChain as w, createScanner as x, tokenize as y };
