/** The names that builds of one run will give to images: no two images of an account have the same in a region. */
export class NameClaims {
  readonly #builds = new Map<string, string>();

  /**
   * Claims a name for a build, unless it is claimed already.
   *
   * @param accountId undefined: not known, and taken as one account
   * @returns the build that came first; undefined: this one
   */
  claim(build: string, image: { accountId: string | undefined; region: string; name: string }): string | undefined {
    const key = JSON.stringify([image.accountId, image.region, image.name]);
    const first = this.#builds.get(key);
    if (first === undefined) this.#builds.set(key, build);
    return first;
  }
}
