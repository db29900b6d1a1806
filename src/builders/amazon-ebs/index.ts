import type { Builder } from '../../engine/ports.ts';
import { generatedNames } from '../amazon/generated-names.ts';
import { announced } from './announcement.ts';
import { bake } from './bake.ts';
import { begin } from './beginnings.ts';
import { NameClaims } from './name-claims.ts';
import { openSite } from './open-site.ts';
import { type AmazonEbsOptions, amazonEbsSchema } from './options.ts';
import { askedOf } from './permissions/need.ts';
import { statementsOf } from './permissions/statements.ts';
import { prepare } from './prepare.ts';
import { findExisting } from './reuse/existing.ts';
import { reuse, whole } from './reuse/reuse.ts';
import type { AmazonEbsDependencies } from './site.ts';
import { validate } from './validate.ts';

export type { AmazonEbsDependencies } from './site.ts';

/** Bakes an AMI from an EBS-backed instance, as Packer's builder of the same name. */
export function amazonEbsBuilder(dependencies: AmazonEbsDependencies): Builder<AmazonEbsOptions> {
  const names = new NameClaims();
  return {
    type: 'amazon-ebs',
    schema: amazonEbsSchema,
    generatedNames,
    validate,
    behaviourVersion: 1,
    localInputs: ({ options }) => (options.user_data_file ? [{ path: options.user_data_file, modes: 'none' }] : []),
    permissions: (decoded, surroundings) => statementsOf(askedOf(decoded, surroundings)),
    prepare: async (decoded, context, connector) => {
      const site = await openSite(decoded, context, connector, dependencies);
      const beginnings = begin(site);
      const { existing, previous } = await findExisting(site, beginnings);
      if (context.reuse.mode === 'look') {
        return { isMade: true, bake: async () => existing && whole(site, existing) };
      }
      if (existing !== undefined) {
        const announcement = await beginnings.announcement;
        return { isMade: true, bake: async (scope) => announced(await reuse(site, existing, scope), announcement) };
      }
      const groundwork = await prepare(site, beginnings, names);
      const announcement = await beginnings.announcement;
      return {
        bake: async (scope, provision) =>
          announced(await bake({ ...groundwork, previous }, scope, provision), announcement),
      };
    },
  };
}
