/** How far an image that is too old goes: one of the steps that EC2 has for it, the last one cannot be taken back. */
export const STEPS = ['deprecate', 'disable', 'deregister'] as const;
export type Step = (typeof STEPS)[number];

/** Which images stay, and how the others go. */
export interface RetentionPolicy {
  /** The newest so many images of each family and region stay; at least 1. */
  readonly keepLast: number;
  /** Images that were made or last launched less than so many days ago stay, too; 0: age does not count. */
  readonly keepDays: number;
  /** Images with this tag stay, whatever its value is. */
  readonly keepTag: string;
  /** The last step that is taken. */
  readonly mode: Step;
  /** Days between one step and the next; 0: the last step is taken at once, and the others are left out. */
  readonly graceDays: number;
  /** Tags whose values together name the family of an image; none: its build, its name without dates, its architecture. */
  readonly familyTags: readonly string[];
}

export const DAY_MS = 86_400_000;
