// src/cli/terminal.ts
const BREAK = Symbol("break");
export { BREAK as t };
