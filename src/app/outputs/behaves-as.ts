/** The version of Packer whose behaviour ours is, for those who ask for ours. */
export { PACKER_VERSION } from '../../template/compatibility.ts';
