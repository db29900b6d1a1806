import { t as require_lib } from "./lib-BBTOx_Ju.js";
export default require_lib();
export {};
