import { STRING } from '../values/types.ts';
import { SENSITIVE, Value } from '../values/value.ts';
import type { FunctionEnvironment } from './environment.ts';
import { fault, type Parameter, type PlainFunction } from './function.ts';

/*
 * Functions that ask a service elsewhere. Their results are secrets.
 */

function remoteFunction(name: string, params: readonly Parameter[], doc: string): PlainFunction {
  return {
    name,
    params,
    returns: STRING,
    doc,
    // Answers of services are registered as secrets before they are used.
    tellsReason: true,
    call: (args, environment) => answerTo(name, args, environment),
  };
}

function answerTo(name: string, args: readonly Value[], { remote }: FunctionEnvironment): Value {
  const answer = remote(
    name,
    args.map((each) => (each.isNull ? undefined : each.asString())),
  );
  if (answer.kind === 'failed') fault(answer.text.replace(/\.$/, ''));
  const value = answer.kind === 'unknown' ? Value.unknownOf(STRING) : Value.string(answer.text);
  return value.withMarks([SENSITIVE]);
}

export const vault = remoteFunction(
  'vault',
  [
    { name: 'path', type: STRING },
    { name: 'key', type: STRING },
  ],
  'A field of a secret in HashiCorp Vault (VAULT_ADDR, VAULT_TOKEN), of a key-value engine of version 1 or 2.',
);

export const consulKey = remoteFunction(
  'consul_key',
  [{ name: 'key', type: STRING }],
  'The value of a key in the store of Consul (CONSUL_HTTP_ADDR, CONSUL_HTTP_TOKEN).',
);

export const awsSecretsmanager = remoteFunction(
  'aws_secretsmanager',
  [
    { name: 'name', type: STRING },
    { name: 'key', type: STRING, allowNull: true },
  ],
  'A field of a secret in AWS Secrets Manager; with null as key, its only field or its whole text.',
);

export const awsSecretsmanagerRaw = remoteFunction(
  'aws_secretsmanager_raw',
  [{ name: 'name', type: STRING }],
  'The whole text of a secret in AWS Secrets Manager.',
);
