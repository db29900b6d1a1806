import type { RemoteAnswer } from '../../hcl/functions/environment.ts';
import type { Ids } from '../../kernel/ids.ts';
import { didYouMean } from '../../kernel/suggestion.ts';
import { formatGoTime, formatStrftime } from '../../kernel/time-format.ts';
import { builtinFunctions } from './builtins.ts';
import { type Arguments, type TemplateFunction, templateFunction } from './functions.ts';
import { GoTemplateProblem } from './problem.ts';
import { REMOTE_FUNCTIONS, refusedFunctions, refusedOutsideOfVariables, refusedVar } from './refused-functions.ts';
import { textFunctions } from './text-functions.ts';
import { entryOf, type TemplateMap, type TemplateValue } from './values.ts';

/** What the functions of Packer's `{{ }}` language answer with. */
export interface TemplateSurroundings {
  /** When the process began, in milliseconds since the epoch: one moment for a whole run. */
  readonly startTime: number;
  readonly ids: Ids;
  /** The version of Packer whose behaviour this is. */
  readonly packerVersion: string;
  readonly workingDirectory: string;
  /** The folder of the template. */
  readonly templateDirectory: string;
  /** The label of the source block and its type; undefined where no build is being looked at. */
  readonly buildName: string | undefined;
  readonly buildType: string | undefined;
  /** What `{{ build }}` looks up; undefined before the run, when nothing of it is known. */
  readonly generated: TemplateMap | undefined;
  /** Names that `{{ build }}` passes through as `{{.Name}}` before the run: in the older JSON templates, whose texts are rendered again then. */
  readonly announced?: readonly string[];
  /** What `{{ user }}` reads, in the older JSON templates; it is refused elsewhere. */
  readonly userVariables?: UserVariables;
  /** What `{{ env }}` reads, in the variables of the older JSON templates; it is refused elsewhere. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What services elsewhere say, in the variables of the older JSON templates; asking them is refused elsewhere. */
  readonly remote?: (name: string, args: readonly (string | undefined)[]) => RemoteAnswer;
}

export interface UserVariables {
  readonly names: { keys(): Iterable<string>; has(name: string): boolean };
  /** May throw GoTemplateProblem. */
  value(name: string): string;
  readonly sensitive: ReadonlySet<string>;
  /** Those whose value depends on a service that has not been asked. */
  readonly unknown?: ReadonlySet<string>;
}

/** Go's own functions and Packer's, by name. */
export function packerTemplateFunctions(around: TemplateSurroundings): ReadonlyMap<string, TemplateFunction> {
  const all = [...builtinFunctions, ...textFunctions, ...refusedFunctions, ...contextFunctions(around)];
  return new Map(all.map((each) => [each.name, each]));
}

function contextFunctions(around: TemplateSurroundings): readonly TemplateFunction[] {
  return [
    templateFunction('build_name', 0, () => known('build_name', around.buildName)),
    templateFunction('build_type', 0, () => known('build_type', around.buildType)),
    templateFunction('timestamp', 0, () => String(Math.floor(around.startTime / 1000))),
    templateFunction('isotime', [0, 1], (args) =>
      formatGoTime(around.startTime, args.all.length === 0 ? '2006-01-02T15:04:05Z07:00' : args.text(0)),
    ),
    templateFunction('strftime', 1, (args) => formatStrftime(around.startTime, args.text(0))),
    templateFunction('uuid', 0, () => timeOrderedUuid(around)),
    templateFunction('build', 1, (args) => generatedValue(around, args.text(0))),
    ...legacyFunctions(around),
    templateFunction('packer_version', 0, () => around.packerVersion),
    templateFunction('pwd', 0, () => around.workingDirectory),
    templateFunction('template_dir', 0, () => around.templateDirectory),
  ];
}

function known(name: string, value: string | undefined): string {
  if (value !== undefined) return value;
  throw new GoTemplateProblem(`{{ ${name} }} is only known inside a build`, 'template-function-context');
}

/** Those that only the older JSON templates have; they take the place of the refusals. */
function legacyFunctions({ userVariables, environment, remote }: TemplateSurroundings): readonly TemplateFunction[] {
  return [
    ...(userVariables === undefined
      ? []
      : [
          templateFunction('user', 1, (args) => userVariables.value(args.text(0))),
          refusedVar,
          ...refusedOutsideOfVariables,
        ]),
    ...(environment === undefined ? [] : [templateFunction('env', 1, (args) => environment[args.text(0)] ?? '')]),
    ...(remote === undefined
      ? []
      : Array.from(REMOTE_FUNCTIONS, ([name, count]) =>
          templateFunction(name, count, (args) => remoteText(name, remote, args)),
        )),
  ];
}

function remoteText(name: string, remote: NonNullable<TemplateSurroundings['remote']>, args: Arguments): string {
  const [, most] = [REMOTE_FUNCTIONS.get(name) ?? 0].flat();
  const given = args.all.map((_, index) => args.text(index));
  // As the functions of HCL2 ask: an argument that may be left out is there, as undefined.
  const answer = remote(name, [
    ...given,
    ...Array.from({ length: (most ?? given.length) - given.length }, () => undefined),
  ]);
  if (answer.kind === 'failed') throw new GoTemplateProblem(answer.text.replace(/\.$/, ''), 'remote-function-failed');
  return answer.text;
}

function generatedValue({ generated, announced }: TemplateSurroundings, key: string): TemplateValue {
  const value = generated === undefined ? undefined : entryOf(generated, key);
  if (value !== undefined) return value;
  if (announced !== undefined) {
    if (generated === undefined && announced.includes(key)) return `{{.${key}}}`;
    throw unknownBuildData(key, announced);
  }
  const when = generated === undefined ? 'is not known before the build runs' : 'is not among the data of this build';
  throw new GoTemplateProblem(`{{ build "${key}" }}: "${key}" ${when}`, 'unknown-build-data', {
    remedy: `In an HCL2 template write \${build.${key}} in a provisioner or a post-processor.`,
  });
}

/** What to say of a name that `{{ build }}` will not find; `known` are those that it would. */
export function unknownBuildData(key: string, known: readonly string[]): GoTemplateProblem {
  const listed =
    known.length === 0
      ? 'Only provisioners, post-processors and the options of a builder that are read when the machine runs have any.'
      : `There are: ${known.join(', ')}.`;
  return new GoTemplateProblem(
    `{{ build "${key}" }}: "${key}" is not among the data of this build`,
    'unknown-build-data',
    { remedy: didYouMean(key, known) || listed },
  );
}

/** Packer's own form: 32 bits of Unix time first, so that identifiers sort by their age, then a random UUID's rest. */
function timeOrderedUuid({ startTime, ids }: TemplateSurroundings): string {
  const seconds = Math.floor(startTime / 1000) % 2 ** 32;
  return seconds.toString(16).padStart(8, '0') + ids.uuid().slice(8);
}
