import type { Filter } from '@aws-sdk/client-ec2';
import type { Clock } from '../../kernel/clock.ts';
import type { ResourceRef } from '../../kernel/events.ts';
import type { ResourceIntent } from '../../kernel/resources.ts';
import type { Ec2Api } from '../api.ts';
import type { Aws } from '../connections.ts';
import { isNotFound } from '../errors.ts';
import { retryWhile } from '../retry-while.ts';
import { RUN_TAG } from '../tags.ts';

/** What the undo of every kind of resource needs. */
export interface UndoTools {
  readonly clock: Clock;
  /** With the credentials that the resource was made with. */
  aws(kind: string, resource: { readonly region: string; readonly name?: string }): Promise<Aws>;
}

/** EC2 in the region of a resource, with the credentials that it was made with. */
export async function ec2Of(tools: UndoTools, resource: ResourceRef | ResourceIntent): Promise<Ec2Api> {
  return (await tools.aws(resource.kind, resource)).ec2(resource.region);
}

export function ofRun(runId: string): Filter {
  return { Name: `tag:${RUN_TAG}`, Values: [runId] };
}

/** Made of a UUID for one build: nobody else has the name, whether or not it could be tagged. */
const MADE_UP_NAME = /^packer_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isMadeUp(name: string): boolean {
  return MADE_UP_NAME.test(name);
}

/** Filters for what an intent may have made: by its name, and by the run where others may have that name. */
export function byName(filter: string, { name }: ResourceIntent, runId: string): Filter[] {
  const named = { Name: filter, Values: [name] };
  return isMadeUp(name) ? [named] : [ofRun(runId), named];
}

export function found(intent: ResourceIntent, ids: readonly (string | undefined)[]): ResourceRef[] {
  return ids
    .filter((id) => id !== undefined)
    .map((id) => ({ kind: intent.kind, id, region: intent.region, name: intent.name }));
}

/** Something that does not exist needs no removal. */
export async function unlessGone(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (thrown) {
    if (!isNotFound(thrown)) throw thrown;
  }
}

/** Removes what may still be in use for a while by something that is going away itself. */
export function onceFree(
  { clock }: UndoTools,
  signal: AbortSignal,
  inUse: (thrown: unknown) => boolean,
  removal: () => Promise<unknown>,
): Promise<void> {
  return retryWhile(clock, signal, inUse, () => unlessGone(removal()));
}
