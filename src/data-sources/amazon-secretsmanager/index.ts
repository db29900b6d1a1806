import { accessOptions } from '../../aws/access-options.ts';
import { accessSettings } from '../../aws/access-settings.ts';
import { checkAccess } from '../../aws/check-access.ts';
import type { AwsConnections } from '../../aws/connections.ts';
import { readSecret } from '../../aws/read-secret.ts';
import { secretField } from '../../aws/secret-value.ts';
import { STRING } from '../../hcl/values/types.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';
import type { DataSource } from '../../template/data-source.ts';

const schema = {
  ...accessOptions,
  name: option.string.required({ doc: 'Name or ARN of the secret.' }),
  key: option.string.optional({ doc: 'Field of a secret that is a JSON object; needed when it has several.' }),
  version_id: option.string.optional({ doc: 'Version of the secret.' }),
  version_stage: option.string.withDefault('AWSCURRENT', { doc: 'Stage of the version.' }),
} as const;

type Options = OptionsOf<typeof schema>;

/** A secret of AWS Secrets Manager. `connections` is asked for when something is read. */
export function amazonSecretsmanagerDataSource(connections: () => Promise<AwsConnections>): DataSource<Options> {
  return {
    type: 'amazon-secretsmanager',
    schema,
    actions: ['secretsmanager:GetSecretValue'],
    outputs: { value: STRING, secret_string: STRING, secret_binary: STRING, version_id: STRING },
    secretOutputs: () => ['value', 'secret_string', 'secret_binary'],
    validate: (decoded) => {
      const findings = new OptionFindings(decoded);
      checkAccess(findings);
      if (decoded.options.name === '') {
        const detail = 'Name the secret: name = "images/registry".';
        findings.error({ at: 'name', code: 'invalid-value', summary: 'The name is empty', detail });
      }
      return findings.diagnostics;
    },
    read: async ({ options }, signal) => {
      const { name, key, version_id, version_stage } = options;
      const aws = await (await connections()).open(accessSettings(options));
      const query = { name, versionId: version_id, versionStage: version_stage };
      const { SecretString = '', SecretBinary, VersionId = '' } = await readSecret(aws, query, signal);
      return {
        value: secretField(name, SecretString, key),
        secret_string: SecretString,
        secret_binary: SecretBinary === undefined ? '' : Buffer.from(SecretBinary).toString('utf8'),
        version_id: VersionId,
      };
    },
  };
}
