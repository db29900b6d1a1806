import type { LeftResource } from '../../engine/run-report.ts';
import { imageRef, retire } from '../../images/retention/retire.ts';
import { type BakeError, toBakeError } from '../../kernel/errors.ts';
import type { ResourceRef } from '../../kernel/events.ts';
import { inParallel } from '../../kernel/parallel.ts';
import type { Plan } from './plan-prune.ts';
import type { PruneRequest, PruneResult, PruneScope } from './prune-request.ts';

const AT_ONCE = 8;

export type Outcome = Pick<PruneResult, 'done' | 'kept' | 'left'>;

export async function carryOut(
  { aws }: PruneScope,
  { findings, images, looks }: Plan,
  { clock, reporter, signal }: PruneRequest,
): Promise<Outcome> {
  const done: ResourceRef[] = [];
  const kept: { readonly resource: ResourceRef; readonly why: string }[] = [];
  const left: LeftResource[] = [];
  const familyOf = new Map(findings.map(({ resource, family }) => [resource.id, family]));
  // A snapshot is told of in the name of its image's family; one of an earlier run has none any more.
  const build = ({ id }: ResourceRef, imageId = id): string => familyOf.get(imageId) || 'prune';
  await inParallel(looks, AT_ONCE, async ({ region, marked }) => {
    const theirs = findings.filter(({ resource }) => resource.region === region);
    const steps = theirs.flatMap(({ resource, verdict }) => {
      const image = images.get(resource.id);
      return image === undefined || verdict === 'keep' || verdict === 'delete' ? [] : [{ image, step: verdict }];
    });
    const orphans = theirs.filter(({ verdict }) => verdict === 'delete').map(({ resource }) => resource.id);
    const going = new Set(steps.filter(({ step }) => step === 'deregister').map(({ image }) => image.ImageId));
    const unmark = [...marked.premature].filter(([, image]) => !going.has(image)).map(([id]) => id);
    if (steps.length + orphans.length + unmark.length === 0) return;
    const onLeft = (resource: ResourceRef, error: BakeError): void => {
      left.push({ resource, error });
      reporter.report({ type: 'resource-left', build: build(resource), resource, error });
    };
    try {
      await retire(
        { ec2: aws.ec2(region), region, images: steps, orphans, unmark },
        {
          clock,
          signal,
          onStep: (resource, step) => {
            done.push(resource);
            const message = `${STEP_DONE[step]} the image ${resource.id} in ${region}`;
            if (step !== 'deregister') reporter.report({ type: 'log', level: 'info', message });
            else reporter.report({ type: 'resource-removed', build: build(resource), resource });
          },
          onDeleted: (resource, imageId) => {
            done.push(resource);
            reporter.report({ type: 'resource-removed', build: build(resource, imageId), resource });
          },
          onKept: (resource, why) => void kept.push({ resource, why }),
          onLeft,
        },
      );
    } catch (thrown) {
      // Nothing was begun in this region.
      const error = toBakeError(thrown);
      for (const { image } of steps) onLeft(imageRef(image, region), error);
      for (const id of orphans) onLeft({ kind: 'snapshot', id, region }, error);
    }
  });
  return { done, kept, left };
}

const STEP_DONE = { deprecate: 'Deprecated', disable: 'Disabled', deregister: 'Deregistered' } as const;
