import { isRecord } from '../kernel/is-record.ts';
import type { StsApi } from './api.ts';

/** What the encoded message about a denied call says. */
export interface Denial {
  /** `iam:PassRole`, …; undefined where the message does not say. */
  readonly action: string | undefined;
  /** For people, without a full stop. */
  readonly text: string;
}

/**
 * Decodes the messages about denied calls with STS. Resolves to undefined, never rejects, where that is not possible: most
 * roles may not call sts:DecodeAuthorizationMessage.
 */
export function denialDecoder(
  sts: () => Promise<StsApi>,
): (encoded: string, signal: AbortSignal) => Promise<Denial | undefined> {
  return async (EncodedMessage, signal) => {
    try {
      const { DecodedMessage = '' } = await (await sts()).decodeAuthorizationMessage({ EncodedMessage }, signal);
      return denialIn(JSON.parse(DecodedMessage));
    } catch {
      return undefined;
    }
  };
}

/** Shape: STS API reference, DecodeAuthorizationMessage. */
function denialIn(message: unknown): Denial | undefined {
  if (!isRecord(message)) return undefined;
  const context = record(message['context']);
  const action = text(context['action']);
  const principal = text(record(context['principal'])['arn']);
  const resource = text(context['resource']);
  const statements = items(record(message['matchedStatements'])['items'])
    .map((statement) => text(record(statement)['statementId']))
    .filter((id) => id !== undefined && id !== '');
  const what = [
    `${principal ?? 'the caller'} asked for ${action ?? 'an action'}${resource === undefined ? '' : ` on ${resource}`}`,
    message['explicitDeny'] === true
      ? `a statement denies it explicitly${statements.length === 0 ? '' : ` (${statements.join(', ')})`}`
      : 'no statement allows it',
    ...conditions(context['conditions']),
  ];
  return { action, text: what.join('; ') };
}

/** The condition keys of the request, which tell why a statement did not match. */
function conditions(given: unknown): string[] {
  const pairs = items(record(given)['items']).flatMap((condition) => {
    const { key, values } = record(condition);
    const shown = items(record(values)['items']).flatMap((each) => text(record(each)['value']) ?? []);
    return typeof key === 'string' ? [`${key} = ${shown.join(', ')}`] : [];
  });
  return pairs.length === 0 ? [] : [`with ${pairs.join('; ')}`];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
