const SEQUENCES = new RegExp(`${'\u001b'}\\[([?0-9;]*[A-Za-z])|([\\s\\S])`, 'gu');

/** As much of a terminal as live lines use: cursor up and down, to the left, erasing a line (ECMA-48); no wrapping. */
export class Screen {
  text = '';
  readonly #rows: string[] = [''];
  #row = 0;
  #column = 0;

  write(text: string): void {
    this.text += text;
    for (const [, control, character] of text.matchAll(SEQUENCES)) {
      if (control !== undefined) this.#control(control);
      else this.#put(character ?? '');
    }
  }

  /** What is to be seen, without colours and without empty lines at the end. */
  get lines(): readonly string[] {
    return this.#rows.slice(0, this.#rows.findLastIndex((row) => row !== '') + 1);
  }

  #put(character: string): void {
    if (character === '\n') {
      this.#row += 1;
      this.#column = 0;
      if (this.#row === this.#rows.length) this.#rows.push('');
      return;
    }
    const row = this.#rows[this.#row] ?? '';
    this.#rows[this.#row] = row.slice(0, this.#column) + character + row.slice(this.#column + character.length);
    this.#column += character.length;
  }

  #control(control: string): void {
    const count = Number.parseInt(control, 10) || 1;
    if (control.endsWith('A')) this.#row = Math.max(0, this.#row - count);
    else if (control.endsWith('B')) this.#row = Math.min(this.#rows.length - 1, this.#row + count);
    else if (control.endsWith('G')) this.#column = count - 1;
    else if (control === '2K') this.#rows[this.#row] = '';
    else if (control.endsWith('K')) this.#rows[this.#row] = (this.#rows[this.#row] ?? '').slice(0, this.#column);
    else if (!/[mhl]$/.test(control)) throw new Error(`This screen does not know ${control}`);
  }
}
