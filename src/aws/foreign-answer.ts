import { Readable } from 'node:stream';
import type { Client, MetadataBearer } from '@smithy/types';
import { printableLine } from '../kernel/hostile-text.ts';
import { isRecord } from '../kernel/is-record.ts';

/** Stands where AWS's own code of an error would. */
export const NOT_UNDERSTOOD = 'AnswerNotUnderstood';

/** An answer that is not AWS's: what stands between here and there (a proxy, a sign-in page) gave it, or cut it off. */
export class ForeignAnswer extends Error {
  override readonly name = NOT_UNDERSTOOD;
  /** `https://ec2.eu-west-1.amazonaws.com`; undefined: not known here. */
  readonly origin: string | undefined;
  readonly $metadata: { readonly httpStatusCode: number | undefined };

  /** `what` is a clause that calls the answer "it". */
  constructor(what: string, status: number | undefined, origin: string | undefined, cause: unknown) {
    super(status === undefined ? what : `${what}, with status ${status}`, { cause });
    this.origin = origin;
    this.$metadata = { httpStatusCode: status };
  }
}

/** Makes a client tell such answers from those of AWS. */
export function tellForeignAnswers<I extends object, O extends MetadataBearer, C>(client: Client<I, O, C>): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (thrown) {
        throw foreignAnswer(thrown, originOf(args.request)) ?? thrown;
      }
    },
    // Around the reading of the answer.
    { step: 'deserialize', priority: 'high', name: 'tellForeignAnswers' },
  );
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { response } = result;
      if (isRecord(response) && response['body'] instanceof Readable) refusePages(response['body']);
      return result;
    },
    // Nearest to the network: before the answer is read.
    { step: 'deserialize', priority: 'low', name: 'refusePages' },
  );
}

/** What the SDK threw over an answer that is not AWS's, as such; undefined: it is AWS's, or there was none. */
export function foreignAnswer(thrown: unknown, origin?: string): ForeignAnswer | undefined {
  if (thrown instanceof ForeignAnswer || !(thrown instanceof Error)) return undefined;
  const response = '$response' in thrown ? thrown.$response : undefined;
  if (!(thrown instanceof WebPage) && (response === undefined || hasCode(thrown))) return undefined;
  const status = isRecord(response) && typeof response['statusCode'] === 'number' ? response['statusCode'] : undefined;
  return new ForeignAnswer(describe(thrown), status, origin, thrown);
}

/** A page that is well-formed XML would pass for an answer that says nothing. */
class WebPage extends Error {
  readonly text: string;

  constructor(text: string) {
    super('a web page');
    this.text = text;
  }
}

const HTML = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i;

/** Looks at the beginning of what flows to whoever reads it. */
function refusePages(body: Readable): void {
  body.once('data', (chunk: Buffer | string) => {
    const text = chunk.toString();
    if (HTML.test(text)) body.destroy(new WebPage(text));
  });
  // Listening has set it flowing; the reader is yet to come.
  body.pause();
}

/** What the SDK throws over an answer that it can't read has no code; these names are the language's own. */
function hasCode(error: Error): boolean {
  if (error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError) return false;
  if ('code' in error && typeof error.code === 'string') return true;
  return !/^(?:Error|Unknown|UnknownError|\w+ServiceException)$/.test(error.name);
}

function describe(error: Error): string {
  const text = textOf(error);
  if (text !== undefined && HTML.test(text)) {
    const title = /<title[^>]*>([^<]{1,100})/i.exec(text)?.[1]?.trim();
    return title ? `it is a web page ("${printableLine(title, false)}")` : 'it is a web page';
  }
  if (error instanceof RangeError) return 'it is nested so deep that it can not be read';
  const [reason = ''] = error.message.split('\n');
  const why = printableLine(reason.replace('@aws-sdk XML parse error: ', '').replace(/\.$/, ''), false);
  return why === '' || why.startsWith('Unknown') ? 'it has no error code' : `it is broken or cut off (${why})`;
}

function textOf(error: Error): string | undefined {
  if (error instanceof WebPage) return error.text;
  return '$responseBodyText' in error && typeof error.$responseBodyText === 'string'
    ? error.$responseBodyText
    : undefined;
}

function originOf(request: unknown): string | undefined {
  if (!isRecord(request)) return undefined;
  const { protocol, hostname, port } = request;
  if (typeof protocol !== 'string' || typeof hostname !== 'string') return undefined;
  return `${protocol}//${hostname}${typeof port === 'number' ? `:${port}` : ''}`;
}
