// src/cli/table.ts
function aligned(columns, rows) {
	const lines = [columns, ...rows];
	const widths = columns.map((_, index) => Math.max(...lines.map((cells) => (cells[index] ?? "").length)));
	return lines.map((cells) => cells.map((cell, index) => index === cells.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)).join("  ")).join("\n");
}
export { aligned as t };
