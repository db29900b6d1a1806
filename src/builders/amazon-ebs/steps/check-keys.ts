import type { KeyMetadata } from '@aws-sdk/client-kms';
import { isDenied, isNotFound } from '../../../aws/errors.ts';
import { orAborted, withDeadline } from '../../../kernel/deadline.ts';
import { BakeError, toBakeError } from '../../../kernel/errors.ts';
import { keyFor } from '../copy-key.ts';
import { targetRegions } from '../regions.ts';
import { note, type Site } from '../site.ts';
import { together } from '../together.ts';
import { explainedBy } from './check-regions.ts';

/** EC2 may be reached from where KMS can't be, which shows as silence. */
const ANSWER_LIMIT_MS = 5_000;

interface UsedKey {
  /** Id, ARN, or either of an alias. */
  readonly key: string;
  readonly region: string;
}

/**
 * The KMS keys that the build uses must exist where they are used, be enabled and be for encryption. EC2 takes any key and
 * tries it later: an instance ends without a word, a copy fails after minutes. Who may not ask KMS (the policy that Packer
 * documents does not allow it) gets a note. `regions` is the check of the regions themselves.
 */
export async function checkKeys(site: Site, regions: Promise<void>): Promise<void> {
  const keys = keysInUse(site);
  const unanswered: { readonly used: UsedKey; readonly reason: unknown }[] = [];
  await together(
    keys.map(async (used) => {
      try {
        assertUsable(used, await describe(site, used));
      } catch (thrown) {
        if (site.context.signal.aborted || isFinding(thrown)) throw thrown;
        const reason = await explainedBy(regions, thrown);
        if (reason !== thrown) throw reason;
        unanswered.push({ used, reason });
      }
    }),
  );
  const [first] = unanswered;
  if (first === undefined) return;
  const names = unanswered.map(({ used: { key, region } }) => `${key} in ${region}`).join(', ');
  const why = isDenied(first.reason) ? 'kms:DescribeKey is not allowed' : toBakeError(first.reason).message;
  note(site, `Whether EC2 can use the KMS key ${names} could not be checked: ${why}`);
}

/** Each key with a region where it is used. */
function keysInUse(site: Site): readonly UsedKey[] {
  const { options, region: own } = site;
  const devices = [
    ...options.launch_block_device_mappings,
    ...(options.skip_create_ami ? [] : options.ami_block_device_mappings),
  ];
  const used = [
    ...devices.map(({ kms_key_id: key }) => ({ key, region: own })),
    ...(options.skip_create_ami ? [] : targetRegions(site)).map((region) => ({ key: keyFor(site, region), region })),
  ];
  const found = used.flatMap(({ key, region }) => (key ? [{ key, region }] : []));
  return [...new Map(found.map((each) => [JSON.stringify([each.key, each.region]), each])).values()];
}

async function describe({ aws, context }: Site, { key, region }: UsedKey): Promise<KeyMetadata | undefined> {
  const { clock, signal } = context;
  try {
    return await withDeadline(clock, ANSWER_LIMIT_MS, noAnswer, signal, (limited) =>
      orAborted(aws.kmsKey(region, key, limited), limited),
    );
  } catch (thrown) {
    if (!isNotFound(thrown)) throw thrown;
    throw new BakeError(`There is no KMS key ${key} in ${region}`, {
      code: 'kms-key-not-found',
      category: 'cloud',
      hint: 'Check its spelling and its account. A key belongs to one region: region_kms_key_ids names one for each region of the AMI, and a multi-Region key has a replica in each.',
      cause: thrown,
    });
  }
}

function assertUsable({ key, region }: UsedKey, found: KeyMetadata | undefined): void {
  const { KeyState: state = 'Enabled', KeySpec: spec = 'SYMMETRIC_DEFAULT', DeletionDate: deletion } = found ?? {};
  const isUsable = state === 'Enabled' && spec === 'SYMMETRIC_DEFAULT';
  if (isUsable) return;
  const what = spec === 'SYMMETRIC_DEFAULT' ? STATES[state] : undefined;
  const { is, remedy } = what ?? {
    is: spec === 'SYMMETRIC_DEFAULT' ? `in the state ${state}` : `no symmetric key for encryption, but ${spec}`,
    remedy: 'EBS encrypts with symmetric, enabled keys only.',
  };
  const when = deletion === undefined ? '' : ` on ${deletion.toISOString().slice(0, 10)}`;
  throw new BakeError(`The KMS key ${key} in ${region} is ${is}${when}`, {
    code: 'kms-key-unusable',
    category: 'cloud',
    hint: `${remedy} Or name another key.`.replaceAll('%', `--region ${region} --key-id ${found?.KeyId ?? key}`),
  });
}

/** KMS Developer Guide, "Key states". */
const STATES: Readonly<Record<string, { readonly is: string; readonly remedy: string }>> = {
  Disabled: { is: 'disabled', remedy: 'Enable it: `aws kms enable-key %`.' },
  PendingDeletion: {
    is: 'going to be deleted',
    remedy: 'Keep it, and enable it again: `aws kms cancel-key-deletion %`, `aws kms enable-key %`.',
  },
  PendingImport: { is: 'without its key material', remedy: 'Import that first.' },
};

const FINDINGS = new Set(['kms-key-not-found', 'kms-key-unusable']);

function isFinding(thrown: unknown): boolean {
  return thrown instanceof BakeError && FINDINGS.has(thrown.code);
}

function noAnswer(): BakeError {
  return new BakeError('KMS does not answer', { code: 'kms-silent', category: 'cloud' });
}
