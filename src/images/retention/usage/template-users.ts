import { chunks } from '../../../aws/tagged/find.ts';
import type { UsageSite } from './check.ts';
import type { ImageReference } from './image-references.ts';
import { references, type TemplateName, versionsOf } from './launch-templates.ts';

/** A version of a launch template that something would launch by. */
export interface TemplateUse extends TemplateName {
  /** Undefined: the default one. */
  readonly version: string | undefined;
  /** For people: `the auto scaling group web`. */
  readonly user: string;
}

const AT_ONCE = 8;

/** What those templates would launch; each is read once, whoever uses it. */
export async function throughTemplates(
  site: UsageSite,
  uses: readonly TemplateUse[],
): Promise<readonly ImageReference[]> {
  const named = uses.filter(({ id, name }) => id !== undefined || name !== undefined);
  const distinct = [...new Map(named.map((use) => [JSON.stringify([use.id ?? use.name, use.version]), use])).values()];
  const found: ImageReference[] = [];
  for (const some of chunks(distinct, AT_ONCE)) {
    const read = await Promise.all(
      some.map(async (use) => references(await versionsOf(site, use, use.version ?? '$Default'), use.user)),
    );
    found.push(...read.flat());
  }
  return found;
}
