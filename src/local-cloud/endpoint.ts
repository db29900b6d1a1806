import { errorMessage } from '../kernel/error-message.ts';
import type { FaultInjector } from './faults.ts';
import type { CallRecord, Fault, LocalCloudOptions } from './options.ts';
import { demandsOf } from './permissions/demands.ts';
import { type Demand, type Judge, judgeOf } from './permissions/policy.ts';
import { CloudError } from './protocol/cloud-error.ts';
import { BROKEN_CONNECTION, type CloudOutcome, type CloudRequest } from './protocol/http.ts';
import { type CredentialScope, credentialScope } from './protocol/signature.ts';
import { ec2Format, jsonFailure } from './protocol/wire-format.ts';
import { type Service, type ServiceCall, serviceNamed } from './services.ts';
import type { CloudState } from './state/cloud-state.ts';
import type { RegionState } from './state/region-state.ts';
import { Throttle } from './throttle.ts';

/** Answers requests in AWS's protocols: who asks, for which service and region, whether it may, then the action itself. */
export class Endpoint {
  readonly #cloud: CloudState;
  readonly #faults: FaultInjector;
  readonly #throttle: Throttle;
  readonly #acceptsAccessKey: (accessKeyId: string) => boolean;
  readonly #deniedActions: readonly string[];
  readonly #allows: Judge;
  readonly #record: (call: CallRecord) => void;

  constructor(
    cloud: CloudState,
    options: Pick<LocalCloudOptions, 'acceptsAccessKey' | 'deniedActions' | 'policy'>,
    faults: FaultInjector,
    record: (call: CallRecord) => void,
  ) {
    this.#cloud = cloud;
    this.#faults = faults;
    this.#throttle = new Throttle(cloud.clock, cloud.limits);
    this.#acceptsAccessKey = options.acceptsAccessKey ?? (() => true);
    this.#deniedActions = options.deniedActions ?? [];
    this.#allows = judgeOf(options.policy);
    this.#record = record;
  }

  async answer(request: CloudRequest): Promise<CloudOutcome> {
    const requestId = this.#cloud.newRequestId();
    const scope = credentialScope(request.headers, request.query) ?? unsignedScope(request);
    if (scope === undefined) {
      const error = new CloudError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
      return isJson(request) ? jsonFailure(error, requestId) : ec2Format.failure(error, requestId);
    }
    const service = serviceNamed(scope.service);
    if (service === undefined) {
      const error = new CloudError('InvalidAction', `The service ${scope.service} is not part of the local cloud.`);
      return isJson(request) ? jsonFailure(error, requestId) : ec2Format.failure(error, requestId);
    }
    const call = service.read(request);
    const record: CallRecord = {
      service: service.name,
      action: call.action,
      region: scope.region,
      at: this.#cloud.clock.now(),
      number: this.#faults.count(call.action, call.parameters),
      parameters: call.parameters,
    };
    this.#record(record);
    const fault = this.#faults.faultFor(record);
    if (fault === 'drop-connection') return BROKEN_CONNECTION;
    if (fault === 'hang') return hang(request.signal);
    try {
      if (fault !== undefined) await this.#applyFault(fault, request.signal);
      const answer = await this.#act(service, call, scope, requestId);
      return fault === 'drop-answer' ? BROKEN_CONNECTION : answer;
    } catch (thrown) {
      return service.failure(thrown instanceof CloudError ? thrown : internalError(thrown), requestId);
    }
  }

  async #applyFault(fault: Fault, signal: AbortSignal | undefined): Promise<void> {
    if (typeof fault === 'string') return;
    if ('delay' in fault) await this.#cloud.clock.sleep(fault.delay, signal);
    else
      throw new CloudError(
        fault.error,
        fault.message ?? `Planned fault ${fault.error}.`,
        fault.status ?? statusOf(fault.error),
      );
  }

  async #act(service: Service, call: ServiceCall, scope: CredentialScope, requestId: string): Promise<CloudOutcome> {
    const isSigned = scope.accessKeyId !== '';
    if (isSigned && !this.#acceptsAccessKey(scope.accessKeyId)) throw service.rejectedKey;
    const region = this.#regionOf(service, scope);
    if (!this.#throttle.allows(service.name, region.name, call.action)) throw service.throttled;
    const asked = { service: service.name, action: call.action, parameters: call.parameters };
    // Whether a token is good for a role is for the role's trust policy to say, and roles here trust everybody.
    const demands = isSigned ? demandsOf(asked, { cloud: this.#cloud, region }) : [];
    const denied = demands.find((demand) => this.#isDenied(demand));
    if (denied !== undefined) throw service.denied(denied, `arn:aws:iam::${this.#cloud.accountId}:user/local`);
    const prepared = call.prepare();
    this.#cloud.catchUp();
    const context = {
      cloud: this.#cloud,
      region,
      now: this.#cloud.clock.now(),
      accessKeyId: scope.accessKeyId,
      allows: (demand: Demand) => !this.#isDenied(demand),
    };
    if (prepared.dryRun) {
      prepared.check(context);
      throw new CloudError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
    }
    const answer = await prepared.run(context, requestId);
    this.#cloud.catchUp();
    return answer;
  }

  #regionOf(service: Service, scope: CredentialScope): RegionState {
    const region = this.#cloud.regions.get(scope.region);
    if (region !== undefined) return region;
    const [first] = this.#cloud.regions.values();
    // A region that is not enabled refuses the account's keys, as a real opt-in region does.
    if (!service.isGlobal || first === undefined) throw service.rejectedKey;
    return first;
  }

  #isDenied(demand: Demand): boolean {
    const { action } = demand;
    const all = action.replace(/:.*$/, ':*');
    return this.#deniedActions.some((denied) => denied === action || denied === all) || !this.#allows(demand);
  }
}

/** Who has only a token of an identity provider can't sign yet (STS API reference, AssumeRoleWithWebIdentity). */
function unsignedScope({ body }: CloudRequest): CredentialScope | undefined {
  const isUnsigned = new URLSearchParams(body).get('Action') === 'AssumeRoleWithWebIdentity';
  return isUnsigned ? { accessKeyId: '', region: '', service: 'sts' } : undefined;
}

function isJson(request: CloudRequest): boolean {
  return request.headers['x-amz-target'] !== undefined;
}

/** The HTTP status that goes with a planned error: throttling is 503 as in EC2, the server's own faults are 5xx. */
function statusOf(code: string): number {
  if (code === 'RequestLimitExceeded' || code === 'Unavailable' || code === 'ServiceUnavailable') return 503;
  if (code === 'InternalError' || code === 'InternalFailure') return 500;
  return code === 'UnauthorizedOperation' || code === 'AuthFailure' ? 403 : 400;
}

function internalError(thrown: unknown): CloudError {
  const message = errorMessage(thrown);
  return new CloudError('InternalError', `An internal error has occurred: ${message}`, 500);
}

function hang(signal: AbortSignal | undefined): Promise<CloudOutcome> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve(BROKEN_CONNECTION);
    signal?.addEventListener('abort', () => resolve(BROKEN_CONNECTION), { once: true });
  });
}
