import { BakeError } from '../../kernel/errors.ts';

/** Which build of a run writes which parameter: two that write the same one would hide each other's image. */
export class Claims {
  readonly #builds = new Map<string, string>();

  /** Throws BakeError when another build has it. @param account whatever tells accounts apart */
  claim({ account, region, name, build }: Claim): void {
    const key = JSON.stringify([account, region, name.replace(/^\/(?=[^/]+$)/, '')]);
    const holder = this.#builds.get(key) ?? build;
    this.#builds.set(key, holder);
    if (holder === build) return;
    throw new BakeError(`The builds ${holder} and ${build} would both write the parameter ${name} in ${region}`, {
      code: 'ssm-parameter-shared',
      category: 'input',
      hint: 'Put {{ build_name }} or {{ .BuildRegion }} into the name (input ssm-parameter), or bake one of the builds with `only`.',
    });
  }
}

export interface Claim {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  /** The full build name. */
  readonly build: string;
}
