import type { Action, ActionContext } from './action.ts';
import { autoScalingActions } from './actions/auto-scaling.ts';
import { ec2Actions } from './actions/ec2-actions.ts';
import { iamActions } from './actions/iam.ts';
import { stsActions } from './actions/identity.ts';
import type { JsonAction, JsonInput } from './actions/json-action.ts';
import { kmsActions } from './actions/kms.ts';
import { parameterStoreActions } from './actions/parameter-store.ts';
import { secretsActions } from './actions/secrets.ts';
import { sessionManagerActions } from './actions/session-manager.ts';
import { encodeDenial } from './encoded-denial.ts';
import type { Demand } from './permissions/policy.ts';
import { CloudError } from './protocol/cloud-error.ts';
import type { CloudRequest, CloudResponse } from './protocol/http.ts';
import { parameterTree } from './protocol/parameters.ts';
import { ec2Format, jsonFailure, jsonSuccess, queryFormat, type WireFormat } from './protocol/wire-format.ts';

/** A call that was read but not yet answered. */
export interface ServiceCall {
  readonly action: string;
  /** As they came, for the call log. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Checks the parameters; afterwards the call only needs to be run. Throws CloudError. */
  prepare(): {
    readonly dryRun: boolean;
    check(context: ActionContext): void;
    run(context: ActionContext, requestId: string): Promise<CloudResponse>;
  };
}

/** One AWS service: how requests are read, how answers are written, and its words for what every service refuses. */
export interface Service {
  readonly name: string;
  /** IAM and STS are not bound to a region here; Auto Scaling is. */
  readonly isGlobal: boolean;
  read(request: CloudRequest): ServiceCall;
  failure(error: CloudError, requestId: string): CloudResponse;
  /** The access key is not known. */
  readonly rejectedKey: CloudError;
  readonly throttled: CloudError;
  denied(demand: Demand, arn: string): CloudError;
}

/** Parameters of every Query request, and those of presigned ones, which are no parameters of the action. */
const ENVELOPE = /^(?:Action|Version|X-Amz-.*|AWSAccessKeyId|Signature|SignatureVersion|SignatureMethod|Timestamp)$/;

function readQuery(request: CloudRequest, actions: ReadonlyMap<string, Action>, format: WireFormat): ServiceCall {
  const parameters = new Map([...request.query, ...new URLSearchParams(request.body)]);
  const name = parameters.get('Action') ?? '';
  const own = [...parameters].filter(([key]) => !ENVELOPE.test(key));
  return {
    action: name,
    parameters: Object.fromEntries(own),
    prepare: () => {
      if (name === '') {
        throw new CloudError('MissingAction', 'The request is missing an action or a required parameter.');
      }
      const action = actions.get(name);
      if (action === undefined) {
        throw new CloudError('InvalidAction', `The action ${name} is not valid for this web service.`);
      }
      const call = action.prepare(parameterTree(own));
      return {
        dryRun: call.dryRun,
        check: (context) => call.check(context),
        run: async (context, requestId) => format.success(name, await call.run(context), requestId),
      };
    },
  };
}

function readJson(request: CloudRequest, actions: ReadonlyMap<string, JsonAction>): ServiceCall {
  const name = (request.headers['x-amz-target'] ?? '').split('.').at(-1) ?? '';
  return {
    action: name,
    parameters: { body: request.body },
    prepare: () => {
      const action = actions.get(name);
      if (action === undefined)
        throw new CloudError('UnknownOperationException', `The operation ${name} is not known.`);
      const input = parseObject(request.body);
      return {
        dryRun: false,
        check: () => undefined,
        run: async (context, requestId) => jsonSuccess(await action.run(context, input), requestId),
      };
    },
  };
}

function parseObject(body: string): JsonInput {
  let value: unknown;
  try {
    value = JSON.parse(body || '{}');
  } catch {
    throw new CloudError('SerializationException', 'The body is not valid JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CloudError('SerializationException', 'The body is not a JSON object.');
  }
  return Object.fromEntries(Object.entries(value));
}

function byName<T extends { readonly name: string }>(actions: readonly T[]): ReadonlyMap<string, T> {
  return new Map(actions.map((action) => [action.name, action]));
}

function refusal({ action, resource }: Demand, arn: string): string {
  const on = resource === '*' ? '' : ` on resource: ${resource}`;
  return `User: ${arn} is not authorized to perform: ${action}${on} because no identity-based policy allows the ${action} action`;
}

const INVALID_TOKEN = 'The security token included in the request is invalid.';

function ec2Service(): Service {
  const actions = byName(ec2Actions);
  return {
    name: 'ec2',
    isGlobal: false,
    read: (request) => readQuery(request, actions, ec2Format),
    failure: ec2Format.failure,
    rejectedKey: new CloudError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401),
    throttled: new CloudError('RequestLimitExceeded', 'Request limit exceeded.', 503),
    denied: (demand, arn) =>
      new CloudError(
        'UnauthorizedOperation',
        `You are not authorized to perform this operation. ${refusal(demand, arn)}. Encoded authorization failure message: ` +
          encodeDenial(demand.action, arn),
        403,
      ),
  };
}

function queryService(name: string, namespace: string, list: readonly Action[], isGlobal = true): Service {
  const actions = byName(list);
  const format = queryFormat(namespace);
  return {
    name,
    isGlobal,
    read: (request) => readQuery(request, actions, format),
    failure: format.failure,
    rejectedKey: new CloudError('InvalidClientTokenId', INVALID_TOKEN, 403),
    throttled: new CloudError('Throttling', 'Rate exceeded'),
    denied: (demand, arn) => new CloudError('AccessDenied', refusal(demand, arn), 403),
  };
}

function jsonService(name: string, list: readonly JsonAction[]): Service {
  const actions = byName(list);
  return {
    name,
    isGlobal: false,
    read: (request) => readJson(request, actions),
    failure: jsonFailure,
    rejectedKey: new CloudError('UnrecognizedClientException', INVALID_TOKEN),
    throttled: new CloudError('ThrottlingException', 'Rate exceeded'),
    denied: (demand, arn) => new CloudError('AccessDeniedException', refusal(demand, arn)),
  };
}

const SERVICES = byName([
  ec2Service(),
  queryService('sts', 'https://sts.amazonaws.com/doc/2011-06-15/', stsActions),
  queryService('iam', 'https://iam.amazonaws.com/doc/2010-05-08/', iamActions),
  queryService('autoscaling', 'http://autoscaling.amazonaws.com/doc/2011-01-01/', autoScalingActions, false),
  jsonService('kms', kmsActions),
  jsonService('ssm', [...parameterStoreActions, ...sessionManagerActions]),
  jsonService('secretsmanager', secretsActions),
]);

export function serviceNamed(name: string): Service | undefined {
  return SERVICES.get(name);
}
