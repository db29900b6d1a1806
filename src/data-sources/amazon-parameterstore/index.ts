import { accessOptions } from '../../aws/access-options.ts';
import { accessSettings } from '../../aws/access-settings.ts';
import { checkAccess } from '../../aws/check-access.ts';
import type { AwsConnections } from '../../aws/connections.ts';
import { isNotFound } from '../../aws/errors.ts';
import { STRING } from '../../hcl/values/types.ts';
import { BakeError } from '../../kernel/errors.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';
import type { DataSource } from '../../template/data-source.ts';

const schema = {
  ...accessOptions,
  name: option.string.required({ doc: 'Name of the parameter, or its ARN.' }),
  with_decryption: option.bool.withDefault(false, {
    doc: 'Decrypts a parameter of type SecureString; the value counts as a secret then.',
  }),
} as const;

type Options = OptionsOf<typeof schema>;

/** A parameter of Systems Manager's Parameter Store. `connections` is asked for when something is read. */
export function amazonParameterstoreDataSource(connections: () => Promise<AwsConnections>): DataSource<Options> {
  return {
    type: 'amazon-parameterstore',
    schema,
    actions: ['ssm:GetParameter'],
    outputs: { value: STRING, version: STRING, arn: STRING },
    secretOutputs: ({ with_decryption }) => (with_decryption ? ['value'] : []),
    validate: (decoded) => {
      const findings = new OptionFindings(decoded);
      checkAccess(findings);
      if (decoded.options.name === '') {
        const detail = 'Name the parameter: name = "/images/base".';
        findings.error({ at: 'name', code: 'invalid-value', summary: 'The name is empty', detail });
      }
      return findings.diagnostics;
    },
    read: async ({ options }, signal) => {
      const aws = await (await connections()).open(accessSettings(options));
      const ssm = await aws.ssm();
      const query = { Name: options.name, WithDecryption: options.with_decryption };
      const { Parameter } = await ssm.getParameter(query, signal).catch((thrown: unknown) => {
        throw isNotFound(thrown) ? notFound(options.name, aws.region, thrown) : thrown;
      });
      return {
        value: Parameter?.Value ?? '',
        version: String(Parameter?.Version ?? ''),
        arn: Parameter?.ARN ?? '',
      };
    },
  };
}

function notFound(name: string, region: string, cause: unknown): BakeError {
  return new BakeError(`There is no parameter "${name}" in ${region}`, {
    code: 'parameter-not-found',
    category: 'cloud',
    hint: 'Check the name (a path begins with a slash), the region and the account.',
    cause,
  });
}
