export { n as profileFiles, r as regionOfProfile } from "./profile-files-C1HsVC4D.js";
