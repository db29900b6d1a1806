import { type AmazonEbsOptions, amazonEbsSchema } from '../../../../src/builders/amazon-ebs/options.ts';
import { validate } from '../../../../src/builders/amazon-ebs/validate.ts';
import { decodeOptions } from '../../../../src/hcl/decode/options.ts';
import { parseFile } from '../../../../src/hcl/parser.ts';
import { EMPTY_SCOPE } from '../../../../src/hcl/scope.ts';
import { Source } from '../../../../src/hcl/source.ts';
import type { Diagnostic } from '../../../../src/kernel/diagnostics.ts';
import { type DecodedOptions, option } from '../../../../src/kernel/schema.ts';

/** The builder's options, and the few of the SSH communicator that it looks at. */
const schema = {
  ...amazonEbsSchema,
  ssh_private_key_file: option.string.optional({ doc: '' }),
  ssh_agent_auth: option.bool.withDefault(false, { doc: '' }),
  ssh_bastion_host: option.string.optional({ doc: '' }),
} as const;

/** What every source block needs. */
export const MINIMUM = `
region        = "us-east-1"
ami_name      = "app-1"
instance_type = "t3.micro"
source_ami_filter {
  filters     = { name = "ubuntu/images/*ubuntu-jammy-22.04-amd64-server-*" }
  owners      = ["099720109477"]
  most_recent = true
}
`;

/** Decodes the body of a source block as the template layer does. */
export function decode(body: string): {
  readonly decoded: DecodedOptions<AmazonEbsOptions>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { body: parsed, diagnostics } = parseFile(new Source('test.pkr.hcl', body));
  const { value, diagnostics: more } = decodeOptions(parsed, schema, EMPTY_SCOPE);
  return { decoded: value, diagnostics: [...diagnostics, ...more] };
}

/** The findings about a source block, each as `line: summary`. */
export function findings(body: string, workingDirectory = '/'): string[] {
  return diagnose(body, workingDirectory).map(({ subject, summary }) => `${subject?.start.line}: ${summary}`);
}

export function diagnose(body: string, workingDirectory = '/'): readonly Diagnostic[] {
  const { decoded, diagnostics } = decode(body);
  return [...diagnostics, ...validate(decoded, { workingDirectory, force: false })];
}
