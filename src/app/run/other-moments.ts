import { closeTo, idsAt, type Moment, OTHER_MOMENTS } from '../../images/fingerprint/moments.ts';
import type { Clock } from '../../kernel/clock.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { DataOutputs, DataSource } from '../../template/data-source.ts';
import { loadTemplate } from '../../template/load-template.ts';
import type { BuildPlan, PlannedBuild } from '../../template/plan.ts';
import type { TemplateRequest } from '../build-request.ts';
import type { Plugins } from '../registry.ts';
import type { Surroundings } from '../surroundings.ts';
import { templatePorts } from '../templates/read-template.ts';

/**
 * Plans a template again as it would be at other times, so that it shows what depends on the time or on chance. Nobody is
 * asked twice: data sources and remote functions give what they gave the first time.
 */
export class OtherMoments {
  /** The plugins to plan with the first time. */
  readonly plugins: Plugins;
  readonly #request: TemplateRequest & Surroundings;
  readonly #startTime: number;
  readonly #heard = new Map<string, Promise<DataOutputs>>();
  readonly #told = new Map<string, Promise<string>>();
  #far: Promise<readonly BuildPlan[]> | undefined;
  #near: Promise<BuildPlan | undefined> | undefined;

  constructor(request: TemplateRequest & Surroundings, plugins: Plugins) {
    this.#request = request;
    this.#startTime = request.clock.now();
    this.plugins = this.#remembering(plugins);
  }

  async farFrom(build: PlannedBuild): Promise<readonly PlannedBuild[]> {
    this.#far ??= Promise.all(OTHER_MOMENTS.map((moment) => this.#planAt(moment))).then((plans) =>
      plans.filter((plan) => plan !== undefined),
    );
    const plans = await this.#far;
    return plans.flatMap((plan) => sameBuild(plan, build) ?? []);
  }

  async closeTo(build: PlannedBuild): Promise<PlannedBuild | undefined> {
    this.#near ??= this.#planAt(closeTo(this.#startTime));
    const plan = await this.#near;
    return plan && sameBuild(plan, build);
  }

  /** Undefined where the template can't be planned then: it may have other data sources to ask. */
  async #planAt(moment: Moment): Promise<BuildPlan | undefined> {
    const request = this.#request;
    const clock = shifted(request.clock, moment.shiftMs);
    const ports = templatePorts({ ...request, clock, ids: idsAt(moment) }, this.#recalling(this.plugins));
    const startTime = this.#startTime + moment.shiftMs;
    const { value } = await loadTemplate({ ...request, evaluateDataSources: true }, { ...ports, startTime });
    return value;
  }

  /** Asks, and keeps the answers. */
  #remembering(plugins: Plugins): Plugins {
    return answering(plugins, {
      data: (key, ask) => kept(this.#heard, key, ask),
      remote: (key, ask) => kept(this.#told, key, ask),
    });
  }

  /** Gives what was answered, and asks nobody. */
  #recalling(plugins: Plugins): Plugins {
    return answering(plugins, {
      data: (key) => this.#heard.get(key) ?? Promise.reject(notAskedAgain()),
      remote: (key) => this.#told.get(key) ?? Promise.reject(notAskedAgain()),
    });
  }
}

interface Answers {
  data(key: string, ask: () => Promise<DataOutputs>): Promise<DataOutputs>;
  remote(key: string, ask: () => Promise<string>): Promise<string>;
}

function answering(plugins: Plugins, answers: Answers): Plugins {
  const dataSources = [...plugins.dataSources].map(([type, source]): [string, DataSource<unknown>] => [
    type,
    {
      ...source,
      read: (decoded, signal) =>
        answers.data(JSON.stringify([type, decoded.options]), () => source.read(decoded, signal)),
    },
  ]);
  return {
    ...plugins,
    dataSources: new Map(dataSources),
    askRemote: (question, signal) =>
      answers.remote(JSON.stringify(question), () => plugins.askRemote(question, signal)),
  };
}

function kept<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  return answer;
}

function sameBuild({ builds }: BuildPlan, { name }: PlannedBuild): PlannedBuild | undefined {
  const found = builds.filter((each) => each.name === name);
  return found.length === 1 ? found[0] : undefined;
}

function shifted(clock: Clock, shiftMs: number): Clock {
  return {
    now: () => clock.now() + shiftMs,
    monotonic: () => clock.monotonic(),
    sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
  };
}

function notAskedAgain(): BakeError {
  return new BakeError('It is not asked for a second time', { code: 'not-asked-again', category: 'internal' });
}
