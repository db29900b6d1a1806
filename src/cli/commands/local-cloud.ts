import { localCloudEnvironment } from '../../app/local-cloud/local-cloud-handle.ts';
import { tellMetadataRole } from '../../app/local-cloud/metadata-role.ts';
import { openLocalCloud } from '../../app/local-cloud.ts';
import { systemClock } from '../../kernel/clock.ts';
import { parseDuration } from '../../kernel/duration.ts';
import { randomIds } from '../../kernel/ids.ts';
import {
  type Flag,
  flagChoice,
  flagList,
  flagNumber,
  flagOn,
  flagText,
  refusePositionals,
  UsageError,
} from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import type { Input } from '../terminal.ts';

const FLAGS = {
  port: { kind: 'string', placeholder: 'N', doc: 'The port of the endpoint on 127.0.0.1; a free one by default.' },
  region: { kind: 'string', placeholder: 'REGION', doc: 'The region to export; us-east-1 by default.' },
  machines: {
    kind: 'string',
    placeholder: 'sandbox|none',
    doc: 'Instances with a machine behind them (the default; Linux, root), or with states only.',
  },
  network: {
    kind: 'string',
    placeholder: 'host|isolated',
    doc: "The machines' network: this computer's (the default), or none.",
  },
  hide: {
    kind: 'strings',
    placeholder: 'DIR',
    doc: 'A folder that machines must not see; may be given several times.',
  },
  'account-id': { kind: 'string', placeholder: 'DIGITS', doc: 'The id of its account; 123456789012 by default.' },
  lifetime: { kind: 'string', placeholder: 'DURATION', doc: 'End after this long, for example 2h; never by default.' },
  'until-input-ends': {
    kind: 'boolean',
    doc: 'End when standard input does: with the program that started it, however that ends.',
  },
  json: { kind: 'boolean', doc: 'Say where it is in one line of JSON.' },
} as const satisfies Record<string, Flag>;

export const localCloudCommand: Command = {
  name: 'local-cloud',
  summary: 'Run the embedded local cloud for other programs, and print what to export',
  positionals: '',
  flags: FLAGS,
  async run(parsed, terminal) {
    refusePositionals('local-cloud', parsed);
    const network = flagChoice(parsed, 'network', ['host', 'isolated']) ?? 'host';
    const machines = flagChoice(parsed, 'machines', ['sandbox', 'none']) ?? 'sandbox';
    if (network === 'host' && machines === 'sandbox') {
      const { environment, err, signal } = terminal;
      void tellMetadataRole(
        { environment, clock: systemClock, signal },
        'With -network=isolated they have no network.',
        (text) => err.write(`Warning: ${text}\n`),
      );
    }
    const cloud = await openLocalCloud({
      clock: systemClock,
      ids: randomIds,
      port: flagNumber(parsed, 'port', 0, 65_535) ?? 0,
      region: flagText(parsed, 'region') ?? 'us-east-1',
      machines,
      network,
      hide: flagList(parsed, 'hide'),
      ownsProcess: true,
      accountId: accountId(flagText(parsed, 'account-id')),
      lifetimeMs: lifetime(flagText(parsed, 'lifetime')),
      signal: flagOn(parsed, 'until-input-ends')
        ? AbortSignal.any([terminal.signal, endOf(terminal.input)])
        : terminal.signal,
    });
    if (flagOn(parsed, 'json')) terminal.out.write(`${JSON.stringify(cloud.handle)}\n`);
    else {
      const exports = Object.entries(localCloudEnvironment(cloud.handle)).map(
        ([name, value]) => `export ${name}=${value}`,
      );
      terminal.out.write(`# The local cloud is up until Ctrl-C. In another terminal:\n${exports.join('\n')}\n`);
    }
    await cloud.ended;
    return EXIT.done;
  },
};

/** Aborted when there is nothing more to read. */
function endOf(input: Input): AbortSignal {
  const controller = new AbortController();
  const end = (): void => controller.abort();
  input.bytes().then(end, end);
  return controller.signal;
}

function lifetime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined || milliseconds <= 0) {
    throw new UsageError(`The flag -lifetime is "${text}".`, 'It takes a duration such as 90m or 2h.');
  }
  return milliseconds;
}

function accountId(text: string | undefined): string | undefined {
  if (text === undefined || /^\d{12}$/.test(text)) return text;
  throw new UsageError(`The flag -account-id is "${text}".`, 'It takes twelve digits.');
}
