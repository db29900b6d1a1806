import type { Builder } from '../../engine/ports.ts';
import { generatedNames } from '../amazon/generated-names.ts';
import { bake } from './bake.ts';
import { type AmazonEbsOptions, amazonEbsSchema } from './options.ts';
import { askedOf } from './permissions/need.ts';
import { statementsOf } from './permissions/statements.ts';
import { prepare } from './prepare.ts';
import type { AmazonEbsDependencies } from './site.ts';
import { validate } from './validate.ts';

export type { AmazonEbsDependencies } from './site.ts';

/** Bakes an AMI from an EBS-backed instance, as Packer's builder of the same name. */
export function amazonEbsBuilder(dependencies: AmazonEbsDependencies): Builder<AmazonEbsOptions> {
  return {
    type: 'amazon-ebs',
    schema: amazonEbsSchema,
    generatedNames,
    validate,
    permissions: (decoded, surroundings) => statementsOf(askedOf(decoded, surroundings)),
    prepare: async (decoded, context, connector) => {
      const groundwork = await prepare(decoded, context, connector, dependencies);
      return { bake: (scope, provision) => bake(groundwork, scope, provision) };
    },
  };
}
