import type { CallRecord, Fault, FaultPlan } from './options.ts';

/** The fault plans of a cloud; counts calls so that a plan can name one by its number. */
export class FaultInjector {
  #plans: readonly FaultPlan[];
  readonly #counts = new Map<string, number>();

  constructor(plans: readonly FaultPlan[]) {
    this.#plans = plans;
  }

  /** Adds a plan; returns the way to take it back. */
  add(plan: FaultPlan): () => void {
    this.#plans = [...this.#plans, plan];
    return () => {
      this.#plans = this.#plans.filter((other) => other !== plan);
    };
  }

  /** The number of this call among those of its action, from 1; a dry run, which does nothing, has the number 0. */
  count(action: string, { DryRun: dryRun }: CallRecord['parameters']): number {
    if (dryRun === 'true') return 0;
    const number = (this.#counts.get(action) ?? 0) + 1;
    this.#counts.set(action, number);
    return number;
  }

  /** The first fault planned for this call. */
  faultFor(call: CallRecord): Fault | undefined {
    return this.#plans.find((plan) => matches(plan, call))?.fault;
  }
}

function matches(plan: FaultPlan, call: CallRecord): boolean {
  if (plan.action !== '*' && plan.action !== call.action) return false;
  if (plan.call !== undefined && ![plan.call].flat().includes(call.number)) return false;
  return plan.when === undefined || plan.when(call);
}
