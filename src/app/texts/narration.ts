import { briefDuration, describeDuration } from '../../kernel/duration.ts';
import { describeError } from '../../kernel/errors.ts';
import type { BakeEvent, LaunchedInstance, ResourceRef } from '../../kernel/events.ts';
import { kindInWords } from '../../kernel/resources.ts';

export { describeError };

type WaitingEvent = Extract<BakeEvent, { type: 'waiting' }>;

/** How much weight a line has: a heading starts something, a detail belongs to the heading before it. */
export type Weight = 'heading' | 'detail' | 'remote' | 'warning' | 'error' | 'debug';

/** An event in words. `text` may have several lines; a remote line's text is hostile and still raw. */
export interface Narration {
  readonly weight: Weight;
  readonly build: string | undefined;
  readonly text: string;
}

/**
 * Tells an event in words, the same in every reporter; undefined for what needs no words. The sentences about finished
 * builds and artifacts are Packer's own, since people search logs for them.
 */
export function narrate(event: BakeEvent): Narration | undefined {
  switch (event.type) {
    case 'run-started':
      return line('heading', undefined, beginning(event));
    case 'build-started':
      return line('debug', event.build, 'Build started');
    case 'build-finished':
      return finished(event);
    case 'step-started':
      return line('heading', event.build, event.title);
    case 'step-finished':
      return line(
        'detail',
        event.build,
        `${event.title}: ${event.outcome === 'succeeded' ? 'done' : event.outcome} after ${briefDuration(event.elapsedMs)}`,
      );
    case 'instance-launched':
      return line('detail', event.build, `Building on ${describeInstance(event.instance)}`);
    case 'resource-created':
      return line('detail', event.build, `Created ${describeResource(event.resource)}`);
    case 'resource-removed':
      return line('detail', event.build, `Removed ${describeResource(event.resource)}`);
    case 'resource-kept':
      return line('detail', event.build, `Kept ${describeResource(event.resource)}: ${event.reason}`);
    case 'resource-left':
      return line(
        'error',
        event.build,
        `Left behind: ${describeResource(event.resource)}. ${describeError(event.error)}`,
      );
    case 'remote-line':
      return line('remote', event.build, `${event.source}: ${event.text}`);
    case 'waiting':
      return line('detail', event.build, describeWaiting(event));
    case 'progress':
      return line('detail', event.build, event.message);
    case 'file-written':
      return line('detail', event.build, `Wrote the ${event.kind} ${event.path}`);
    case 'artifact':
      return line('debug', event.build, `Artifact ${event.artifact.id}`);
    case 'log':
      return line(event.level === 'info' ? 'detail' : event.level, event.build, event.message);
    case 'diagnostic':
      return undefined;
  }
}

/** `Waiting for the AMI ami-0123 in eu-central-1: pending, 43 %, after 1 min 5 s` */
function describeWaiting({ what, state, percent, elapsedMs }: WaitingEvent): string {
  const known = percent === undefined ? state : `${state}, ${percent} %`;
  return `Waiting for ${what}: ${known}, after ${briefDuration(elapsedMs)}`;
}

function beginning({ builds, looksOnly }: Extract<BakeEvent, { type: 'run-started' }>): string {
  const what = looksOnly === true ? 'Looking for images of' : 'Baking';
  return builds.length === 1 ? `${what} ${builds[0]}` : `${what} ${builds.length} builds: ${builds.join(', ')}`;
}

/** `the spot t3.micro i-0123 in us-east-1a` */
function describeInstance({ id, type, market, availabilityZone }: LaunchedInstance): string {
  const kind = market === 'spot' ? `the spot ${type}` : `the ${type}`;
  return `${kind} ${id}${availabilityZone === undefined ? '' : ` in ${availabilityZone}`}`;
}

/** `spot t3.micro in us-east-1a` */
export function describeMachine({ type, market, availabilityZone }: LaunchedInstance): string {
  return `${market === 'spot' ? `spot ${type}` : type}${availabilityZone === undefined ? '' : ` in ${availabilityZone}`}`;
}

/** `instance i-0123 "name" in eu-central-1` */
export function describeResource({ kind, id, name, region }: ResourceRef): string {
  const label = name === undefined || name === id ? '' : ` "${name}"`;
  return `${kindInWords(kind)} ${id}${label} in ${region}`;
}

/** The messages of what caused an error, outermost first, but for those that it has in its own: for the log, below it. */
export function causeChain(error: Error): readonly string[] {
  const messages: string[] = [];
  let cause: unknown = error.cause;
  while (cause instanceof Error && messages.length < 10) {
    const { message } = cause;
    if (![error.message, ...messages].some((told) => told.includes(message))) messages.push(message);
    cause = cause.cause;
  }
  return messages;
}

function finished(event: Extract<BakeEvent, { type: 'build-finished' }>): Narration {
  const after = describeDuration(event.elapsedMs);
  if (event.outcome === 'succeeded') {
    // Nothing was built.
    if (event.looksOnly === true) return line('debug', event.build, `Looked for an image in ${after}`);
    return line('heading', undefined, `Build '${event.build}' finished after ${after}.`);
  }
  const reason = event.error === undefined ? event.outcome : describeError(event.error);
  const what =
    event.looksOnly === true ? `The look for an image of '${event.build}' failed` : `Build '${event.build}' errored`;
  return line('error', undefined, `${what} after ${after}: ${reason}`);
}

function line(weight: Weight, build: string | undefined, text: string): Narration {
  return { weight, build, text };
}
