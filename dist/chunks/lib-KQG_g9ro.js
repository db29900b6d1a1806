import { t as require_lib } from "./lib-B3OFSjJV.js";
export default require_lib();
export {};
