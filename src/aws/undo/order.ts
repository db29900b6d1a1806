import type { ResourceRef } from '../../kernel/events.ts';

/** Kinds of resources in the order in which they go away: what uses others before what it uses. */
const ORDER = [
  ['instance'],
  ['network-interface', 'volume', 'launch-template', 'key-pair'],
  ['security-group', 'iam-role'],
  ['instance-profile'],
  ['image'],
  ['snapshot'],
] as const;

/** Resources in groups, to be removed one group after the other; kinds that are not known come last. */
export function inOrderOfRemoval(resources: readonly ResourceRef[]): readonly (readonly ResourceRef[])[] {
  const rank = ({ kind }: ResourceRef): number => {
    const found = ORDER.findIndex((kinds) => kinds.some((known) => known === kind));
    return found < 0 ? ORDER.length : found;
  };
  return Array.from({ length: ORDER.length + 1 }, (_, index) =>
    resources.filter((resource) => rank(resource) === index),
  ).filter((group) => group.length > 0);
}
