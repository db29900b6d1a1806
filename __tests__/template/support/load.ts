import type { Diagnostic } from '../../../src/kernel/diagnostics.ts';
import { loadTemplate } from '../../../src/template/load-template.ts';
import type { BuildPlan, PlannedBuild, PlanResult } from '../../../src/template/plan.ts';
import type { TemplateReading } from '../../../src/template/reading.ts';
import type { PlanRequest, TemplatePorts } from '../../../src/template/request.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { catalog } from './catalog.ts';
import { memoryFiles } from './memory-files.ts';

export interface Given extends Partial<PlanRequest> {
  /** Relative to the working directory; `main` is the template itself. */
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: TemplatePorts['environment'];
  readonly dataSources?: TemplatePorts['dataSources'];
  readonly askRemote?: TemplatePorts['askRemote'];
}

export interface Loaded {
  readonly plan: BuildPlan | undefined;
  readonly sensitiveValues: readonly string[];
  readonly hidden: PlanResult['hidden'];
  readonly reading: TemplateReading | undefined;
  /** Each as `<severity> <line>:<column>-<line>:<column> <code>: <summary> | <detail>`, with the file where it is not `a`. */
  readonly messages: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A source and a build that use it, for templates whose point is something else. */
export const SMALLEST = `
source "amazon-ebs" "base" {
  ami_name = "x"
}
build {
  sources = ["source.amazon-ebs.base"]
}
`;

const nobody: TemplatePorts['askRemote'] = () => Promise.reject(new Error('Nobody may be asked'));

/** A world with these files (by their absolute paths), and nothing else in it. */
export function ports(files: Readonly<Record<string, string>> = {}): TemplatePorts {
  return {
    fileSystem: memoryFiles(files),
    catalog,
    dataSources: new Map(),
    askRemote: nobody,
    signal: new AbortController().signal,
    clock: new VirtualClock(),
    ids: { uuid: () => 'ffffffff-1111-4222-8333-444444444444', token: (length) => 'x'.repeat(length) },
    startTime: Date.parse('2026-03-07T15:04:09Z'),
    environment: {},
    homeDirectory: '/home/me',
  };
}

/** Loads a template of one file, `a.pkr.hcl`, or of all files given. */
export async function load(template: string, given: Given = {}): Promise<Loaded> {
  const { files = {}, environment = {}, dataSources = new Map(), askRemote = nobody, ...request } = given;
  const paths = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/project/${name}`, text]));
  const { value, diagnostics, sensitiveValues, hidden, reading } = await loadTemplate(
    {
      template: 'a.pkr.hcl',
      variables: [],
      variableFiles: [],
      only: [],
      except: [],
      workingDirectory: '/project',
      ...request,
    },
    { ...ports({ '/project/a.pkr.hcl': template, ...paths }), dataSources, askRemote, environment },
  );
  return { plan: value, sensitiveValues, hidden, reading, messages: diagnostics.map(message), diagnostics };
}

/** The only build of a template that has nothing wrong with it. */
export async function loadBuild(template: string, given: Given = {}): Promise<PlannedBuild> {
  const { plan, messages } = await load(template, given);
  const [build, second] = plan?.builds ?? [];
  if (build === undefined || second !== undefined) throw new Error(`Not one build: ${messages.join('\n')}`);
  return build;
}

/** The options of that build's builder. */
export async function builderOptions(template: string, given: Given = {}): Promise<unknown> {
  return (await loadBuild(template, given)).builder.decoded.options;
}

export function message({ severity, code, summary, detail, subject }: Diagnostic): string {
  const place =
    subject === undefined
      ? '-'
      : `${subject.filename === 'a.pkr.hcl' ? '' : `${subject.filename} `}${subject.start.line}:${subject.start.column}-${subject.end.line}:${subject.end.column}`;
  return `${severity} ${place} ${code}: ${summary} | ${detail}`;
}
