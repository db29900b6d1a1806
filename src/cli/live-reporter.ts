import { styleText } from 'node:util';
import { BuildNames } from '../app/texts/build-colours.ts';
import type { Clock } from '../kernel/clock.ts';
import { briefDuration } from '../kernel/duration.ts';
import type { BakeEvent, Reporter } from '../kernel/events.ts';
import { printableLine } from '../kernel/hostile-text.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import type { LiveLines } from './live-lines.ts';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 120;

/** Between two steps nothing is shown, unless that lasts: then what is left is the clean-up. */
const PAUSE_MS = 500;

interface RunningBuild {
  /** The latest last. */
  readonly steps: RunningStep[];
  /** When the last one ended, or the build began. */
  idleSince: number;
}

interface RunningStep {
  readonly title: string;
  readonly startedAt: number;
  /** `pending, 43 %`: what the last look at what is waited for has shown. */
  state: string;
}

/** Shows for each running build, at the bottom of a terminal, what it is at and for how long; all else goes to `lines`. */
export class LiveReporter implements Reporter {
  readonly #live: LiveLines;
  readonly #lines: Reporter;
  readonly #clock: Clock;
  readonly #secrets: SecretRegistry;
  readonly #names = new BuildNames(true);
  readonly #running = new Map<string, RunningBuild>();
  #isTicking = false;
  #hasEnded = false;

  /** @param stop aborted: everything is told in lines from then on, since others write to the terminal, too */
  constructor(live: LiveLines, lines: Reporter, clock: Clock, secrets: SecretRegistry, stop: AbortSignal) {
    this.#live = live;
    this.#lines = lines;
    this.#clock = clock;
    this.#secrets = secrets;
    stop.addEventListener('abort', () => this.#end(), { once: true });
  }

  report(event: BakeEvent): void {
    this.#follow(event);
    if (event.type !== 'waiting' || this.#hasEnded) this.#lines.report(event);
    if (!this.#hasEnded) this.#draw();
  }

  #follow(event: BakeEvent): void {
    switch (event.type) {
      case 'run-started':
        this.#names.names = event.builds;
        return;
      case 'build-started':
        this.#running.set(event.build, { steps: [], idleSince: this.#clock.monotonic() });
        void this.#tick();
        return;
      case 'build-finished':
        this.#running.delete(event.build);
        return;
      case 'step-started':
        this.#running
          .get(event.build)
          ?.steps.push({ title: event.title, startedAt: this.#clock.monotonic(), state: '' });
        return;
      case 'step-finished': {
        const build = this.#running.get(event.build);
        const index = build?.steps.findIndex(({ title }) => title === event.title) ?? -1;
        if (build === undefined || index === -1) return;
        build.steps.splice(index, 1);
        build.idleSince = this.#clock.monotonic();
        return;
      }
      case 'waiting': {
        const step = this.#running.get(event.build)?.steps.at(-1);
        if (step !== undefined) {
          step.state = event.percent === undefined ? event.state : `${event.state}, ${event.percent} %`;
        }
      }
    }
  }

  /** Turns the wheels as long as a build runs. */
  async #tick(): Promise<void> {
    if (this.#isTicking) return;
    this.#isTicking = true;
    while (this.#running.size > 0 && !this.#hasEnded) {
      await this.#clock.sleep(FRAME_MS);
      if (!this.#hasEnded) this.#draw();
    }
    this.#isTicking = false;
  }

  #draw(): void {
    const now = this.#clock.monotonic();
    const wheel = FRAMES[Math.floor(now / FRAME_MS) % FRAMES.length] ?? '';
    const lines = [...this.#running].flatMap(([build, { steps, idleSince }]) => {
      const idle = now - idleSince < PAUSE_MS ? undefined : { title: 'Cleaning up', startedAt: idleSince, state: '' };
      const step = steps.at(-1) ?? idle;
      return step === undefined ? [] : [this.#line(wheel, build, step, now)];
    });
    this.#live.show(lines);
  }

  /** The time and the state come first: what is too long for the terminal is cut off at the end. */
  #line(wheel: string, build: string, { title, startedAt, state }: RunningStep, now: number): string {
    const safe = (text: string): string => printableLine(this.#secrets.mask(text), false);
    const name = this.#names.areSeveral ? this.#names.label(safe(build)) : '';
    const elapsed = briefDuration(Math.floor((now - startedAt) / 100) * 100);
    const known = state === '' ? '' : ` ${styleText('yellow', safe(state), { validateStream: false })}`;
    const head = styleText('cyan', `${wheel} ${elapsed.padStart(7)}`, { validateStream: false });
    return `${head}  ${name}${safe(title)}${known}`;
  }

  #end(): void {
    this.#hasEnded = true;
    this.#live.show([]);
  }
}
