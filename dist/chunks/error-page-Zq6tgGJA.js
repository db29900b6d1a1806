// src/app/texts/error-page.ts
const PAGE = "https://github.com/bake-ami/bake-ami/blob/main/docs/troubleshooting.md";
const SAYS_ALL = ["cancelled", "usage"];
const TEMPLATE_ROWS = [
	"conflicting-options",
	"fast-launch-needs-windows",
	"instance-type-misfit",
	"instance-type-unknown",
	"invalid-execute-command",
	"invalid-filter",
	"invalid-template",
	"not-formatted",
	"secret-key-missing",
	"unknown-builder",
	"unknown-communicator",
	"unknown-post-processor",
	"unknown-provisioner"
];
function errorPage({ code, category }) {
	if (SAYS_ALL.includes(code)) return void 0;
	const hasRow = category !== "template" || TEMPLATE_ROWS.includes(code);
	return {
		code,
		address: `${PAGE}#${hasRow ? code : "template"}`
	};
}
function errorPages(errors) {
	const pages = errors.map(errorPage).filter((page) => page !== void 0);
	return [...new Set(pages.map(({ code, address }) => `Error code ${code}: ${address}`))];
}
export { errorPages as n, errorPage as t };
