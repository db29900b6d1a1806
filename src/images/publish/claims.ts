import { BakeError } from '../../kernel/errors.ts';

/** Which build of a run writes which parameter: two that write the same one would hide each other's image. */
export class Claims {
  readonly #holders = new Map<string, Claim>();

  /** Throws BakeError when another build has it. */
  claim(claim: Claim): void {
    const { account, region, name, build } = claim;
    const key = JSON.stringify([account, region, name.replace(/^\/(?=[^/]+$)/, '')]);
    const holder = this.#holders.get(key) ?? claim;
    this.#holders.set(key, holder);
    if (holder.build === build) return;
    throw new BakeError(`The builds ${holder.build} and ${build} would both write the parameter ${name} in ${region}`, {
      code: 'ssm-parameter-shared',
      category: 'input',
      hint: remedy(holder, claim),
    });
  }
}

export interface Claim {
  /** Whatever tells accounts apart. */
  readonly account: string;
  readonly region: string;
  readonly name: string;
  /** The full build name. */
  readonly build: string;
  /** What this build fills in for `{{ }}` that a name may hold, by how they are written; undefined: not known yet. */
  readonly filledIn: Readonly<Record<'{{ build_name }}' | '{{ .BuildRegion }}', string | undefined>>;
}

/** Sources that only have other local names, or are used by two `build` blocks, have all of it in common. */
function remedy({ filledIn: one }: Claim, { filledIn: other }: Claim): string {
  const different = (['{{ build_name }}', '{{ .BuildRegion }}'] as const).filter((each) => one[each] !== other[each]);
  if (different.length > 0) {
    return `Put ${different.join(' or ')} into the name (input ssm-parameter), or bake one of the builds with \`only\`.`;
  }
  return `Nothing in a name can tell them apart: for both, {{ build_name }} is the label of the source block, ${one['{{ build_name }}']}. Bake them in two steps, each with \`only\` and a parameter of its own, or give them source blocks of their own.`;
}
