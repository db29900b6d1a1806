import type { OptionsOf } from '../../kernel/schema.ts';

/** `communicator = "none"` has no options of its own. */
export const noneSchema = {} as const;

export type NoneOptions = OptionsOf<typeof noneSchema>;
