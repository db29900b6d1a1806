export { n as profileFiles, r as regionOfProfile } from "./profile-files-BFI2RBRD.js";
