import type { ActionContext } from '../action.ts';
import { cutPage } from '../paging.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { stableHex } from '../state/identifiers.ts';
import type { StoredParameter } from '../state/resources.ts';
import { type JsonAction, type JsonInput, requiredText, textOf } from './json-action.ts';
import { publicParameter } from './public-parameters.ts';

const getParameter: JsonAction = {
  name: 'GetParameter',
  run: (context, input) => {
    const name = requiredText(input, 'Name');
    const parameter = findParameter(context, name);
    // SSM sends no message with this error.
    if (parameter === undefined) throw new CloudError('ParameterNotFound', '');
    return { Parameter: parameterJson(context, parameter, input, selectorOf(name)) };
  },
};

const getParameters: JsonAction = {
  name: 'GetParameters',
  run: (context, input) => {
    const names = input['Names'];
    if (!Array.isArray(names) || !names.every((name) => typeof name === 'string') || names.length === 0) {
      throw new CloudError('ValidationException', 'Names must be a list of strings');
    }
    if (names.length > 10) {
      throw new CloudError(
        'ValidationException',
        "1 validation error detected: Value at 'names' failed to satisfy constraint: Member must have length less than or equal to 10",
      );
    }
    const found = names.map((name) => ({ name, parameter: versionOrNone(context, name) }));
    return {
      Parameters: found.flatMap(({ name, parameter }) =>
        parameter === undefined ? [] : [parameterJson(context, parameter, input, selectorOf(name))],
      ),
      InvalidParameters: found.filter(({ parameter }) => parameter === undefined).map(({ name }) => name),
    };
  },
};

const PARAMETER_TYPES = ['String', 'StringList', 'SecureString'];
const DATA_TYPES = ['text', 'aws:ec2:image', 'aws:ssm:integration'];

/** In bytes (Systems Manager User Guide, "Managing parameter tiers"). */
const LONGEST_STANDARD_VALUE = 4_096;
const LONGEST_VALUE = 8_192;

const putParameter: JsonAction = {
  name: 'PutParameter',
  run: (context, input) => {
    const { region, now } = context;
    const name = requiredText(input, 'Name');
    const value = requiredText(input, 'Value');
    checkName(name);
    for (const option of ['AllowedPattern', 'Policies']) {
      if (input[option] !== undefined) {
        throw new CloudError('ValidationException', `The local cloud does not know ${option} of parameters.`);
      }
    }
    const tier = textOf(input, 'Tier') ?? 'Standard';
    if (tier === 'Standard' && Buffer.byteLength(value) > LONGEST_STANDARD_VALUE) {
      throw new CloudError(
        'ValidationException',
        `Standard tier parameters support a maximum parameter value of ${LONGEST_STANDARD_VALUE} characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier.`,
      );
    }
    if (Buffer.byteLength(value) > LONGEST_VALUE) {
      throw new CloudError('ValidationException', `A parameter value has ${LONGEST_VALUE} characters at most.`);
    }
    const existing = region.parameters.get(name);
    if (existing !== undefined && input['Overwrite'] !== true) {
      throw new CloudError(
        'ParameterAlreadyExists',
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
      );
    }
    const type = textOf(input, 'Type') ?? existing?.type;
    if (type === undefined) {
      throw new CloudError('ValidationException', 'A parameter type is required when you create a parameter.');
    }
    if (!PARAMETER_TYPES.includes(type)) {
      throw new CloudError(
        'UnsupportedParameterType',
        `Parameter type ${type} is not one of ${PARAMETER_TYPES.join(', ')}.`,
      );
    }
    const dataType = textOf(input, 'DataType') ?? existing?.dataType ?? 'text';
    if (!DATA_TYPES.includes(dataType)) {
      throw new CloudError('ValidationException', `The data type ${dataType} is not one of ${DATA_TYPES.join(', ')}.`);
    }
    if (dataType === 'aws:ec2:image' && !/^ami-[0-9a-f]{8}(?:[0-9a-f]{9})?$/.test(value)) {
      throw new CloudError(
        'ValidationException',
        `The value ${value} is not an image id, which the data type aws:ec2:image asks for.`,
      );
    }
    const given = tagsOf(input);
    if (given.size > 0 && input['Overwrite'] === true) {
      throw new CloudError(
        'ValidationException',
        "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
      );
    }
    if (existing !== undefined && existing.type !== type) {
      throw new CloudError(
        'HierarchyTypeMismatch',
        `The parameter ${name} is a ${existing.type}, and its type can't be changed.`,
      );
    }
    const version = (existing?.version ?? 0) + 1;
    const keep = (): void => {
      const tags = region.parameters.get(name)?.tags ?? given;
      region.parameters.set(name, { name, type, value, version, dataType, modifiedAt: now, tags });
    };
    // An image is looked at after the answer (Systems Manager User Guide, "Native parameter support for AMI IDs"); where
    // there is none, the version is never to be seen.
    if (dataType !== 'aws:ec2:image') keep();
    else {
      region.timeline.schedule(now + IMAGE_CHECK_MS, () => {
        if (region.images.get(value)?.state === 'available') keep();
      });
    }
    const isAdvanced = tier === 'Advanced' || Buffer.byteLength(value) > LONGEST_STANDARD_VALUE;
    return { Version: version, Tier: isAdvanced ? 'Advanced' : 'Standard' };
  },
};

/** How long the look at an image takes. */
const IMAGE_CHECK_MS = 500;

/** Throws CloudError for what is no list of tags. */
function tagsOf(input: JsonInput): ReadonlyMap<string, string> {
  const tags = input['Tags'] ?? [];
  if (!Array.isArray(tags)) throw new CloudError('SerializationException', 'Tags must be a list');
  if (tags.length > 50) throw new CloudError('TooManyTagsError', 'The Tags parameter holds more than 50 tags.');
  return new Map(
    tags.map((tag: unknown) => {
      const { Key, Value }: Record<string, unknown> = Object.assign({}, tag);
      const isValid = (text: unknown, most: number): text is string =>
        typeof text === 'string' && text.length <= most && /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(text);
      if (!isValid(Key, 128) || Key === '' || !isValid(Value, 256)) {
        throw new CloudError('ValidationException', `The tag ${JSON.stringify(tag)} is not valid.`);
      }
      return [Key, Value];
    }),
  );
}

/** The parameter whose tags are asked for; throws CloudError for other kinds of resources, and where there is none. */
function taggedParameter({ region }: ActionContext, input: JsonInput): StoredParameter {
  const kind = requiredText(input, 'ResourceType');
  const id = requiredText(input, 'ResourceId');
  if (kind !== 'Parameter') {
    throw new CloudError('InvalidResourceType', `The resource type ${kind} is not known here; only Parameter is.`);
  }
  const parameter = region.parameters.get(id);
  if (parameter === undefined) throw new CloudError('InvalidResourceId', `The resource ${id} was not found.`);
  return parameter;
}

const addTagsToResource: JsonAction = {
  name: 'AddTagsToResource',
  run: (context, input) => {
    const parameter = taggedParameter(context, input);
    const tags = new Map([...parameter.tags, ...tagsOf(input)]);
    context.region.parameters.set(parameter.name, { ...parameter, tags });
    return {};
  },
};

const listTagsForResource: JsonAction = {
  name: 'ListTagsForResource',
  run: (context, input) => ({
    TagList: [...taggedParameter(context, input).tags].map(([Key, Value]) => ({ Key, Value })),
  }),
};

/** The rules for names (API reference, PutParameter). */
function checkName(name: string): void {
  if (!/^[a-zA-Z0-9_.\-/]{1,1011}$/.test(name)) {
    throw new CloudError(
      'ValidationException',
      'Parameter name must not be empty and may contain only letters, digits and the characters _ . - /',
    );
  }
  if (name.split('/').length > 16) {
    throw new CloudError('HierarchyLevelLimitExceededException', 'A hierarchy can have a maximum of 15 levels.');
  }
  if (name.includes('/') && !name.startsWith('/')) {
    throw new CloudError('ValidationException', 'Parameter name must be a fully qualified name.');
  }
  if (/^\/?(?:aws|ssm)/i.test(name)) {
    throw new CloudError(
      'ValidationException',
      'Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive).',
    );
  }
}

/** A parameter by name, ARN, or either with a version (`name:3`). */
function findParameter({ cloud, region }: ActionContext, given: string): StoredParameter | undefined {
  const path = given.replace(/^arn:[^:]+:ssm:[^:]+:\d*:parameter(?=\/)/, '');
  const [, bare = path, version] = /^(.*?)(?::(\d+))?$/.exec(path) ?? [];
  const imageId = publicParameter(region, cloud.accountId, bare);
  const parameter =
    imageId === undefined
      ? (region.parameters.get(bare) ?? region.parameters.get(bare.replace(/^\//, '')))
      : {
          name: bare,
          type: 'String',
          value: imageId,
          version: 1,
          dataType: 'aws:ec2:image',
          modifiedAt: 0,
          tags: new Map<string, string>(),
        };
  if (parameter === undefined || version === undefined || Number(version) === parameter.version) return parameter;
  throw new CloudError('ParameterVersionNotFound', `Systems Manager could not find version ${version} of ${bare}.`);
}

/** Among several, one without that version is an invalid name like any other. */
function versionOrNone(context: ActionContext, name: string): StoredParameter | undefined {
  try {
    return findParameter(context, name);
  } catch (thrown) {
    if (thrown instanceof CloudError && thrown.code === 'ParameterVersionNotFound') return undefined;
    throw thrown;
  }
}

/** `:3` of `name:3`. */
function selectorOf(given: string): string | undefined {
  return /:\d+$/.exec(given)?.[0];
}

function parameterJson(
  { cloud, region }: ActionContext,
  parameter: StoredParameter,
  { WithDecryption }: JsonInput,
  selector: string | undefined,
): Record<string, unknown> {
  const isEncrypted = parameter.type === 'SecureString' && WithDecryption !== true;
  const isPublic = parameter.name.startsWith('/aws/service/');
  return {
    Name: parameter.name,
    Type: parameter.type,
    // Without decryption SSM gives what KMS made of it: a text that says nothing of the value.
    Value: isEncrypted ? `AQICAH${stableHex(`${parameter.name}/${parameter.value}`)}` : parameter.value,
    Version: parameter.version,
    ...(selector === undefined ? {} : { Selector: selector }),
    LastModifiedDate: parameter.modifiedAt / 1_000,
    ARN: `arn:aws:ssm:${region.name}:${isPublic ? '' : cloud.accountId}:parameter/${parameter.name.replace(/^\//, '')}`,
    DataType: parameter.dataType,
  };
}

const FILTER_KEYS: Readonly<Record<string, (parameter: StoredParameter) => string>> = {
  Type: ({ type }) => type,
  DataType: ({ dataType }) => dataType,
  Name: ({ name }) => name,
};

/** The account's own parameters without their values, 50 at a time (API reference, DescribeParameters). */
const describeParameters: JsonAction = {
  name: 'DescribeParameters',
  run: ({ cloud, region }, input) => {
    const filters = parameterFilters(input);
    const found = [...region.parameters.values()].filter((parameter) =>
      filters.every(({ key, values }) => values.includes(FILTER_KEYS[key]?.(parameter) ?? '')),
    );
    const wanted = input['MaxResults'] ?? 50;
    if (typeof wanted !== 'number' || !Number.isInteger(wanted) || wanted < 1 || wanted > 50) {
      throw new CloudError('ValidationException', `MaxResults is ${JSON.stringify(wanted)}; it takes 1 to 50`);
    }
    const invalid = new CloudError('InvalidNextToken', 'The specified token is not valid.');
    const size = Math.min(wanted, cloud.limits.pageSize ?? wanted);
    const { items, next } = cutPage(found, textOf(input, 'NextToken'), size, invalid);
    return {
      Parameters: items.map(({ name, type, version, dataType, modifiedAt }) => ({
        Name: name,
        Type: type,
        Version: version,
        DataType: dataType,
        LastModifiedDate: modifiedAt / 1_000,
        Tier: 'Standard',
      })),
      ...(next === undefined ? {} : { NextToken: next }),
    };
  },
};

function parameterFilters(input: JsonInput): readonly { readonly key: string; readonly values: readonly string[] }[] {
  const given = input['ParameterFilters'] ?? [];
  if (!Array.isArray(given)) throw new CloudError('SerializationException', 'ParameterFilters must be a list');
  return given.map((filter: unknown) => {
    const { Key, Values, Option = 'Equals' }: Record<string, unknown> = Object.assign({}, filter);
    if (typeof Key !== 'string' || !Object.hasOwn(FILTER_KEYS, Key) || Option !== 'Equals') {
      throw new CloudError('InvalidFilterKey', 'The specified key is not valid.');
    }
    if (!Array.isArray(Values) || !Values.every((value) => typeof value === 'string')) {
      throw new CloudError('InvalidFilterValue', 'The filter value is not valid.');
    }
    return { key: Key, values: Values };
  });
}

export const parameterStoreActions: readonly JsonAction[] = [
  getParameter,
  getParameters,
  describeParameters,
  putParameter,
  addTagsToResource,
  listTagsForResource,
];
