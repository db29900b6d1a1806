import type { CallRecord } from '../../../src/local-cloud/options.ts';
import { readUserData } from '../../../src/local-cloud/sandbox/cloud-init/user-data.ts';

/** What a program asked of EC2, without what differs from run to run by nature. */
export interface Recording {
  /** Actions that only look, each once: how often one looks is a matter of pace. */
  readonly looks: readonly string[];
  /** Everything else, each call; what was only tried (DryRun) included. */
  readonly changes: readonly Change[];
}

export interface Change {
  /** `CopyImage in eu-west-1`, `CreateTags as a dry run`. */
  readonly what: string;
  /** `BlockDeviceMapping(/dev/sdf).Ebs.VolumeSize`: elements of lists go by what they are about, not by their place. */
  readonly parameters: Readonly<Record<string, string>>;
}

export function recordingOf(calls: readonly CallRecord[]): Recording {
  const ec2 = calls.filter(({ service }) => service === 'ec2');
  const isLook = ({ action, parameters }: CallRecord) =>
    /^(Describe|Get)/.test(action) && parameters['DryRun'] !== 'true';
  const identifiers = identifiersIn(ec2.filter((call) => !isLook(call)));
  return {
    looks: [...new Set(ec2.filter((call) => isLook(call) && !isProgress(call)).map(({ action }) => action))].sort(),
    changes: ec2.filter((call) => !isLook(call)).map((call) => changeOf(call, identifiers)),
  };
}

/** How far snapshots are is looked at where an image takes longer than expected: on a slow computer, or not at all. */
function isProgress({ action, parameters }: CallRecord): boolean {
  return action === 'DescribeSnapshots' && parameters['Filter.1.Name'] === 'snapshot-id';
}

const IDENTIFIER = /\b(ami|i|sg|snap|vol|subnet|vpc|eni|key)-[0-9a-f]{8,17}\b/g;
const HOME = 'us-east-1';

/**
 * Identifiers by their order in each region, the region of the build first: its image is there before its copies are
 * asked for, and the other regions' calls go out at once.
 */
function identifiersIn(calls: readonly CallRecord[]): Map<string, string> {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const isHome = ({ region }: CallRecord) => region === HOME;
  for (const { region, parameters } of [...calls.filter(isHome), ...calls.filter((call) => !isHome(call))]) {
    for (const [id, kind] of Object.values(parameters).flatMap((value) => [...value.matchAll(IDENTIFIER)])) {
      if (names.has(id)) continue;
      const series = `${region} ${kind}`;
      counts.set(series, (counts.get(series) ?? 0) + 1);
      names.set(id, `<${series} ${counts.get(series)}>`);
    }
  }
  return names;
}

/** Parameters that say how, not what; an empty one (Packer's SDK sends those) says nothing. */
const PROTOCOL = /^(Action|Version|DryRun|ClientToken)$/;

function changeOf({ action, region, parameters }: CallRecord, identifiers: ReadonlyMap<string, string>): Change {
  const home = region === HOME ? '' : ` in ${region}`;
  const dry = parameters['DryRun'] === 'true' ? ' as a dry run' : '';
  const kept = Object.entries(parameters).filter(([name, value]) => !PROTOCOL.test(name) && value !== '');
  const stable = [...named(new Map(kept))].map(([name, value]): [string, string] => [
    name,
    stableValue(name, value, identifiers),
  ]);
  return {
    what: `${action}${home}${dry}`,
    parameters: Object.fromEntries(stable.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** `Tag.1.Key=Name, Tag.1.Value=app` becomes `Tag(Name)=app`; addresses of rules become one set. */
function named(parameters: ReadonlyMap<string, string>): Map<string, string> {
  let result = new Map(parameters);
  for (const member of ['ResourceType', 'DeviceName', 'Key']) {
    for (const [name, value] of result) {
      const list = new RegExp(`^(.*)\\.\\d+\\.${member}$`).exec(name)?.[1];
      if (list === undefined) continue;
      const element = name.slice(0, -member.length);
      result.delete(name);
      result = new Map(
        [...result].map(([other, own]) => [
          other.startsWith(element) ? elementName(list, member, value, other.slice(element.length)) : other,
          own,
        ]),
      );
    }
  }
  const addresses = [...result].filter(([name]) => /\.Cidr(Ip|Ipv6)$/.test(name));
  for (const [name] of addresses) result.delete(name);
  if (addresses.length > 0) {
    const ones = addresses.map(([, range]) => (/\/(32|128)$/.test(range) ? 'addresses of this computer' : range));
    result.set('IpPermissions to', [...new Set(ones)].sort().join(', '));
  }
  return withOwnTagsTogether(result);
}

/** The tags that bake-ami gives what it creates, as one parameter: their values are this run's. */
function withOwnTagsTogether(parameters: ReadonlyMap<string, string>): Map<string, string> {
  const result = new Map<string, string>();
  for (const [name, value] of parameters) {
    const [, resource, tag] = /^(TagSpecification\(.*\))\.Tag\(bake-ami:(.*)\)$/.exec(name) ?? [];
    const own = `${resource}.Tag(bake-ami:*)`;
    if (tag === undefined) result.set(name, value);
    else result.set(own, [...(result.get(own)?.split(', ') ?? []), tag].sort().join(', '));
  }
  return result;
}

function elementName(list: string, member: string, value: string, rest: string): string {
  return member === 'Key' && rest === 'Value' ? `${list}(${value})` : `${list}(${value}).${rest}`;
}

function stableValue(name: string, value: string, identifiers: ReadonlyMap<string, string>): string {
  if (name === 'UserData') return userDataOutline(value);
  if (name === 'PublicKeyMaterial') return `${Buffer.from(value, 'base64').toString().split(' ')[0]} …`;
  // Of an image that goes away once it is encrypted: Packer's is seven letters and digits.
  if (name === 'Name' && /^([0-9A-Za-z]{7}|bake-ami-intermediate-\w+)$/.test(value)) return value.replace(/\w+$/, '…');
  return value
    .replace(IDENTIFIER, (id) => identifiers.get(id) ?? id)
    .replace(/(?<![0-9a-f])[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])/g, '<uuid>');
}

function userDataOutline(encoded: string): string {
  const { config, scripts, bootHooks } = readUserData(Buffer.from(encoded, 'base64'));
  return [
    ...(config.hostKeys.private === undefined ? [] : ['a host key']),
    ...bootHooks.map((hook) => (/shutdown|poweroff/.test(hook) ? 'a boot hook that switches off' : 'a boot hook')),
    ...scripts.map((script) => (/shutdown|poweroff/.test(script) ? 'a script that switches off' : 'a script')),
    ...config.runCommands.map((command) => `runs ${JSON.stringify(command)}`),
  ].join(', ');
}
