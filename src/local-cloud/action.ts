import type { Judge } from './permissions/policy.ts';
import { type Fields, flag, type ParameterNode, readFields, type Values } from './protocol/parameters.ts';
import type { XmlFields } from './protocol/xml.ts';
import type { CloudState } from './state/cloud-state.ts';
import type { RegionState } from './state/region-state.ts';

/** What an action sees when it runs. */
export interface ActionContext {
  readonly cloud: CloudState;
  readonly region: RegionState;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  readonly accessKeyId: string;
  /** Whether the caller may do something that EC2 does on its behalf. */
  readonly allows: Judge;
}

/** One action of an AWS Query API, ready to be called. */
export interface Action {
  readonly name: string;
  /** Reads the parameters, refusing what is unknown, malformed or missing; the answer comes from `run`. */
  prepare(parameters: ParameterNode): PreparedCall;
}

export interface PreparedCall {
  readonly dryRun: boolean;
  /** What a dry run refuses beside permissions and malformed parameters. */
  check(context: ActionContext): void;
  run(context: ActionContext): XmlFields | Promise<XmlFields>;
}

interface Definition<F extends Fields> {
  readonly name: string;
  readonly parameters: F;
  /** Of what EC2 looks at in a dry run too. */
  check?(context: ActionContext, input: Values<F>): void;
  run(context: ActionContext, input: Values<F>): XmlFields | Promise<XmlFields>;
}

/** An EC2 action: every one of them takes DryRun. */
export function ec2Action<F extends Fields>(definition: Definition<F>): Action {
  return {
    name: definition.name,
    prepare: (parameters) => {
      const dryRun = readDryRun(parameters);
      const input = readFields(definition.parameters, parameters);
      return {
        dryRun,
        check: (context) => definition.check?.(context, input),
        run: (context) => definition.run(context, input),
      };
    },
  };
}

function readDryRun(parameters: ParameterNode): boolean {
  const dryRun = flag.read(parameters.children.get('DryRun'), 'DryRun') ?? false;
  parameters.children.delete('DryRun');
  return dryRun;
}

/** An action of the other Query services (STS, IAM). */
export function queryAction<F extends Fields>(definition: Definition<F>): Action {
  return {
    name: definition.name,
    prepare: (parameters) => {
      const input = readFields(definition.parameters, parameters);
      return { dryRun: false, check: () => undefined, run: (context) => definition.run(context, input) };
    },
  };
}
