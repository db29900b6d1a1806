import { hasErrors } from '../kernel/diagnostics.ts';
import { type BakeError, TemplateError, toBakeError } from '../kernel/errors.ts';
import type { GeneratedData, PlannedBuild, PlannedPostProcessor } from '../template/plan.ts';
import type { Artifact, BuildContext, PostProcessor, Registry } from './ports.ts';
import { atRun, missingPlugin } from './provision.ts';

export interface PostProcessed {
  /** All that remains: the builder's own artifact first, where it was kept. Each artifact once. */
  readonly artifacts: readonly Artifact[];
  /** One for each chain that failed, in order. */
  readonly errors: readonly BakeError[];
}

/**
 * Runs the chains one after the other, each of them from the builder's artifact on. What becomes of an artifact that was
 * handed on is the post-processor's to say (`keepsInput`), or the template's (`keep_input_artifact`). The builder's own
 * one is removed only when no chain wants it kept and nothing went wrong: Packer removes it then too. What was there
 * before this run is never removed, and only those run for it that say so (`runsOnReused`).
 */
export async function postProcess(
  planned: PlannedBuild,
  original: Artifact,
  common: GeneratedData,
  registry: Registry,
  context: BuildContext,
): Promise<PostProcessed> {
  const chains = planned.postProcessorChains.filter((chain) => chain.length > 0);
  const results = new Set<Artifact>();
  const errors: BakeError[] = [];
  const isReused = original.summary.isReused === true;
  let keepOriginal = chains.length === 0 || isReused;

  for (const chain of chains) {
    let artifact: Artifact | undefined = original;
    try {
      for (const [index, link] of chain.entries()) {
        if (artifact === undefined) break;
        context.signal.throwIfAborted();
        const plugin = registry.postProcessors.get(link.type);
        if (plugin === undefined) throw missingPlugin('post-processor', link.type);
        if (isReused && !plugin.runsOnReused) {
          sayLeftOut(link, context);
          continue;
        }
        const input: Artifact = artifact;
        const output = await runPostProcessor(link, plugin, input, common, context);
        artifact = output;

        const keep = keepsInput(link, plugin);
        if (index === 0) keepOriginal ||= keep;
        if (input !== original && input !== output) {
          if (keep) results.add(input);
          else await input.destroy(context.signal);
        }
      }
    } catch (thrown) {
      keepOriginal = true;
      errors.push(toBakeError(thrown));
    }
    if (artifact === original) keepOriginal = true;
    else if (artifact !== undefined) results.add(artifact);
    if (context.signal.aborted) break;
  }

  if (keepOriginal) return { artifacts: [original, ...results], errors };
  try {
    await original.destroy(context.signal);
    return { artifacts: [...results], errors };
  } catch (thrown) {
    return { artifacts: [original, ...results], errors: [...errors, toBakeError(thrown)] };
  }
}

function sayLeftOut({ type }: PlannedPostProcessor, { emit, build }: BuildContext): void {
  const message = `The post-processor ${type} is left out: it had its turn when this image was made`;
  emit({ type: 'log', level: 'info', build, message });
}

function runPostProcessor(
  link: PlannedPostProcessor,
  plugin: PostProcessor<unknown>,
  input: Artifact,
  common: GeneratedData,
  context: BuildContext,
): Promise<Artifact | undefined> {
  const title = link.name === undefined ? `Post-processor ${link.type}` : `Post-processor ${link.type} "${link.name}"`;
  const run = async (): Promise<Artifact | undefined> => {
    const generated = { ...common, ...input.generated };
    const decoded = await atRun(link, generated);
    const diagnostics = plugin.validate(decoded, context);
    if (hasErrors(diagnostics)) throw new TemplateError(diagnostics);
    return plugin.process(decoded, input, {
      ...context,
      generated,
      line: (stream, text) =>
        context.emit({ type: 'remote-line', build: context.build, source: link.type, stream, text }),
    });
  };
  return context.step(`post-processor-${link.type}`, title, run, { time: 'template', at: link.range });
}

function keepsInput(
  { keepInputArtifact }: PlannedPostProcessor,
  { keepsInput: nature }: PostProcessor<unknown>,
): boolean {
  return nature === 'always' || (keepInputArtifact ?? nature === 'by-default');
}
