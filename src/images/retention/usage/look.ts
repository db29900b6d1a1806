import type { Aws } from '../../../aws/connections.ts';
import { type BakeError, toBakeError } from '../../../kernel/errors.ts';
import { inParallel } from '../../../kernel/parallel.ts';
import type { CheckName, UsageCheck } from './check.ts';
import { USAGE_CHECKS } from './checks.ts';

/** An account that may use the images. */
export interface UsingAccount {
  readonly aws: Aws;
  /** Undefined: the one that the images belong to. */
  readonly accountId: string | undefined;
  readonly regions: readonly string[];
}

export interface UsageQuestion {
  readonly accounts: readonly UsingAccount[];
  /** The images that it is about, by region. */
  readonly candidates: ReadonlyMap<string, readonly string[]>;
  /** Ways to be in use that do not count. */
  readonly skipped: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

/** What is known of the use of images. */
export interface Usage {
  /** By image: the end of a sentence that begins with "it is used by". */
  readonly uses: ReadonlyMap<string, string>;
  readonly failures: readonly UsageFailure[];
}

/** Something that could not be looked through: what is in use there is not known. */
export interface UsageFailure {
  readonly check: CheckName;
  readonly about: string;
  readonly region: string;
  /** Undefined: the account of the images. */
  readonly accountId: string | undefined;
  /** Whether images of other regions may be in use there, too. */
  readonly isEverywhere: boolean;
  readonly error: BakeError;
}

const LOOKS_AT_A_TIME = 8;

/** Looks for whoever uses the images. Rejects only when the signal is aborted. */
export async function lookForUses({ accounts, candidates, skipped, signal }: UsageQuestion): Promise<Usage> {
  const all = new Set([...candidates.values()].flat());
  const looks = accounts.flatMap(({ aws, accountId, regions }) =>
    regions.flatMap((region) =>
      USAGE_CHECKS.filter(({ name }) => !skipped.has(name)).flatMap((check) => {
        // A parameter may name an image of another region; who launches one launches it where it is.
        const isEverywhere = check.name === 'parameters';
        const wanted = isEverywhere ? all : new Set(candidates.get(region));
        return wanted.size === 0 ? [] : [{ aws, accountId, region, check, isEverywhere, wanted }];
      }),
    ),
  );
  const uses = new Map<string, string>();
  const failures: UsageFailure[] = [];
  await inParallel(looks, LOOKS_AT_A_TIME, async ({ aws, accountId, region, check, isEverywhere, wanted }) => {
    try {
      for (const [id, user] of await check.find({ aws, region, signal }, wanted)) {
        if (!uses.has(id)) uses.set(id, accountId === undefined ? user : `${user} of the account ${accountId}`);
      }
    } catch (thrown) {
      failures.push(failure(check, { region, accountId, isEverywhere }, thrown));
    }
  });
  signal.throwIfAborted();
  return { uses, failures };
}

function failure(
  { name, about }: UsageCheck,
  where: Pick<UsageFailure, 'region' | 'accountId' | 'isEverywhere'>,
  thrown: unknown,
): UsageFailure {
  return { check: name, about, ...where, error: toBakeError(thrown) };
}

/** Why images of a region have to stay, since their use is not known; undefined: it is. */
export function unknownUse(region: string, failures: readonly UsageFailure[]): string | undefined {
  const found = failures.find((each) => each.isEverywhere || each.region === region);
  return found === undefined ? undefined : `it is not known whether it is in use: ${describeFailure(found)}`;
}

/** A sentence without its full stop. */
export function describeFailure({ about, region, accountId, error }: UsageFailure): string {
  const whose = accountId === undefined ? '' : ` of the account ${accountId}`;
  return `${about} in ${region}${whose} can't be read: ${error.message}`;
}
