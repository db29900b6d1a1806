/** SGR codes of colours that read on light and on dark, red and yellow left out: they mean errors and warnings. */
const COLOURS = [36, 35, 32, 34, 96, 95, 92, 94];

/** How the lines of several builds side by side are told apart: names of one width, each with a colour of its own. */
export class BuildNames {
  readonly #colours: boolean;
  readonly #isPadded: boolean;
  #names: readonly string[] = [];
  #width = 0;

  constructor(colours: boolean, { isPadded = true }: { readonly isPadded?: boolean } = {}) {
    this.#colours = colours;
    this.#isPadded = isPadded;
  }

  set names(names: readonly string[]) {
    this.#names = names;
    this.#width = Math.max(0, ...names.map((name) => name.length));
  }

  get areSeveral(): boolean {
    return this.#names.length > 1;
  }

  /** `amazon-ebs.web:    `, coloured; what follows begins in one column for all builds. */
  label(name: string): string {
    const index = this.#names.indexOf(name);
    const padding = ' '.repeat(this.#isPadded ? Math.max(0, this.#width - name.length) + 1 : 1);
    const colour = COLOURS[index % COLOURS.length];
    if (!this.#colours || !this.areSeveral || colour === undefined) return `${name}:${padding}`;
    return `\u001b[${colour}m${name}:\u001b[39m${padding}`;
  }
}
