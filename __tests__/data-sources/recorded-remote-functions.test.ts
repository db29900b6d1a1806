import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from '@jest/globals';
import { remoteFunctions } from '../../src/data-sources/remote-functions/index.ts';
import { parseExpression } from '../../src/hcl/parser.ts';
import { displayValue } from '../../src/hcl/values/display.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { hasErrors } from '../../src/kernel/diagnostics.ts';
import { SingleExpressions } from '../../src/template/single-expressions.ts';
import { byFunction, outcomeOf, type RecordedExpression, readVectors } from '../hcl/functions/vectors.ts';
import { clientConfig } from '../support/local-cloud.ts';
import { ports } from '../template/support/load.ts';
import { awsRig } from './support/aws.ts';
import { webServer } from './support/web-server.ts';

const recorded = readVectors<{
  vault: Readonly<Record<string, unknown>>;
  consul: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, string>>;
  expressions: readonly RecordedExpression[];
}>('remote.json');

async function services() {
  const { cloud, connections } = awsRig();
  const client = new SecretsManagerClient(clientConfig(cloud));
  for (const [Name, SecretString] of Object.entries(recorded.secrets)) {
    await client.send(new CreateSecretCommand({ Name, SecretString }));
  }
  const replies = [
    ...Object.entries(recorded.vault).map(([path, body]) => [path, JSON.stringify(body)] as const),
    ...Object.entries(recorded.consul).map(([key, body]) => [`kv/${key}?raw`, body] as const),
  ];
  const server = await webServer(
    Object.fromEntries(replies.map(([path, body]) => [`/v1/${encodeURI(path)}`, { body }])),
  );
  const environment = { VAULT_ADDR: `http://${server.host}`, VAULT_TOKEN: 't', CONSUL_HTTP_ADDR: server.host };
  const askRemote = remoteFunctions({
    environment,
    // The web server is a real one, and so is the time that it takes.
    clock: systemClock,
    connections,
    registerSecret: () => undefined,
  });
  return { server, askRemote };
}

describe('functions that ask services give what Packer’s console printed, which asked the same', () => {
  it.each(byFunction(recorded.expressions))('%s', async (_, expressions) => {
    const { server, askRemote } = await services();
    await using _server = server;
    const place = { templateDirectory: '/project', workingDirectory: '/project', asksRemote: true };
    const evaluator = await SingleExpressions.open({ variables: new Map() }, { ...ports(), askRemote }, place);
    const actual: string[] = [];
    for (const each of expressions) {
      const { value: expression } = parseExpression(each.expression, 'console');
      if (expression === undefined) throw new Error(`Not an expression: ${each.expression}`);
      const { value, diagnostics } = await evaluator.evaluate(expression);
      // Packer shows what the services say; here it is a secret.
      actual.push(outcomeOf(each, hasErrors(diagnostics) ? 'error' : displayValue(value.unmarkDeep().value)));
    }
    expect(actual).toEqual(expressions.map((each) => outcomeOf(each)));
  });
});
