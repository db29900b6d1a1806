import { parseFile } from '../../../src/hcl/parser.ts';
import { Source } from '../../../src/hcl/source.ts';
import { typeFromExpression } from '../../../src/hcl/type-expression.ts';
import { DYNAMIC, STRING, type Type } from '../../../src/hcl/values/types.ts';
import type { SourceRange } from '../../../src/kernel/source-range.ts';

/** Where a text of any kind would not do: by the name of the variable, of the attribute or in the environment. */
const BY_NAME: readonly (readonly [name: RegExp, value: string])[] = [
  [/region/i, 'us-east-1'],
  [/(^|_)ami_id$|source_ami$|source_ami_\w+_hvm$|amazon_ebssurrogate/i, 'ami-0123456789abcdef0'],
  [/^communicator$/, 'ssh'],
  [/^ssh_interface$/, 'private_ip'],
  [/^imds_support$/, 'v2.0'],
  [/timeout$/, '10m'],
  [/^instance_type$/, 't3.micro'],
  [/^associate_public_ip_address$/, 'true'],
];

const BOXES = {
  home_directory: '/home/sample',
  images: '{ sample = { core = { image_description = "sample" }, native = { source_image = "sample" } } }',
};

/** What the user of a template has to give although its variables have defaults, or in a shape that no type tells. */
const BY_TEMPLATE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'buildkite/elastic-ci-stack-for-aws packer/linux/stack/buildkite-ami.pkr.hcl': {
    base_ami_id: 'ami-0123456789abcdef0',
  },
  // Kept in AWS Secrets Manager, which is not asked.
  'hashicorp/packer command/test-fixtures/hcl2_upgrade/complete/input.json': { password: 'x', password_key: 'x' },
  'hashicorp/packer command/test-fixtures/hcl2_upgrade/without-annotations/input.json': {
    password: 'x',
    password_key: 'x',
  },
  'nwarila-platform/aws-packer-framework packer': {
    source_ami: '{ ami_id = "ami-0123456789abcdef0", owners = null, filters = null, most_recent = true }',
  },
  'buildkite/elastic-ci-stack-for-aws packer/windows/stack/buildkite-ami.pkr.hcl': {
    base_ami_id: 'ami-0123456789abcdef0',
  },
  'cloudboss/easyto packer/slow/build.pkr.hcl': { asset_dir: '.' },
  'gusztavvargadr/packer src/windows': { ...BOXES, provider: 'qemu', build: 'native' },
  'gusztavvargadr/packer src/ubuntu': { ...BOXES, provider: 'qemu', build: 'native' },
};

/** What every user of the template gives, whether or not it asks for it. */
export function valuesFor(repository: string, template: string): Readonly<Record<string, string>> {
  return BY_TEMPLATE[`${repository} ${template}`] ?? {};
}

/** A text for something of that name. */
export function sampleText(name: string): string {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'sample';
}

/** What to give, as on the command line, for the variable that `text` declares at this place. */
export function sampleFor(name: string, declaration: SourceRange | undefined, text: string): string {
  const type = declaration === undefined ? STRING : declaredType(declaration, text);
  return type.kind === 'string' || type.kind === 'dynamic' ? sampleText(name) : sampleOf(type, name);
}

function declaredType({ filename, start }: SourceRange, text: string): Type {
  const { body } = parseFile(new Source(filename, text));
  const block = body.blocks.find(({ headerRange }) => headerRange.start.offset === start.offset);
  const type = block?.body.attributes.get('type');
  return type === undefined ? STRING : (typeFromExpression(type.expression).value ?? DYNAMIC);
}

/** A value of the type, written as HCL. */
function sampleOf(type: Type, name: string): string {
  switch (type.kind) {
    case 'number':
      return '1';
    case 'bool':
      return 'true';
    case 'list':
    case 'set':
      return `[${sampleOf(type.element, name)}]`;
    case 'map':
      return `{ sample = ${sampleOf(type.element, name)} }`;
    case 'tuple':
      return `[${type.elements.map((each) => sampleOf(each, name)).join(', ')}]`;
    case 'object':
      return `{ ${Array.from(type.attributes, ([key, each]) => `${key} = ${sampleOf(each.type, key)}`).join(', ')} }`;
    default:
      return JSON.stringify(sampleText(name));
  }
}
