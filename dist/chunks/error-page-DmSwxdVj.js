// src/app/error-page.ts
const PAGE = "https://github.com/bake-ami/bake-ami/blob/main/docs/troubleshooting.md";
const SAYS_ALL = ["cancelled", "usage"];
function errorPage(error) {
	if (SAYS_ALL.includes(error.code)) return void 0;
	return `Error code ${error.code}: ${PAGE}#${error.category === "template" ? "template" : error.code}`;
}
function errorPages(errors) {
	return [...new Set(errors.map(errorPage))].filter((line) => line !== void 0);
}
export { errorPages as t };
