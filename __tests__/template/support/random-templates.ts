import fc, { type GeneratorValue } from 'fast-check';
import { inspect } from '../../../src/hcl/values/inspect.ts';
import { fromPlain } from '../../../src/hcl/values/json.ts';
import { ExpressionMaker, type Made, type Plain } from './random-expressions.ts';

/** A template made at random, with what is given to its variables, and what has to come of it. */
export interface RandomTemplate {
  /** Relative to the working directory, the template's folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  readonly variableFiles: readonly string[];
  readonly expected: {
    readonly variables: Readonly<Record<string, Plain>>;
    readonly locals: Readonly<Record<string, Plain>>;
    readonly builder: Readonly<Record<string, unknown>>;
    /** The type and an option of each. */
    readonly provisioners: readonly (readonly [type: string, option: unknown])[];
    readonly postProcessors: readonly (readonly Readonly<Record<string, Plain>>[])[];
  };
}

const NAMES = ['a', 'b-c', 'für', '_d', 'e2'];

/** A type, how a value of it is written outside of HCL, and such values. */
interface Kind {
  readonly type: string | undefined;
  /** Whether the environment and -var give it as it is, and not as HCL. */
  readonly isRaw: boolean;
  make(maker: ExpressionMaker): Plain;
}
const KINDS: readonly Kind[] = [
  { type: 'string', isRaw: true, make: (maker) => maker.text(3).value },
  { type: 'number', isRaw: true, make: (maker) => maker.number(3).value },
  { type: 'bool', isRaw: false, make: (maker) => maker.bool(3).value },
  { type: 'list(string)', isRaw: false, make: (maker) => maker.texts(2).value },
  { type: 'map(string)', isRaw: false, make: (maker) => maker.textMap(2).value },
  {
    type: 'object({ t = string, n = number, o = optional(list(string), []) })',
    isRaw: false,
    make: (maker) => ({ n: maker.number(3).value, o: maker.texts(2).value, t: maker.text(3).value }),
  },
  { type: 'set(string)', isRaw: false, make: (maker) => [...new Set(maker.texts(2).value)].sort(inUtf8Order) },
];

function inUtf8Order(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** HCL that stands for a value. */
function literal(value: Plain): string {
  return inspect(fromPlain(value));
}

export function randomTemplate(g: GeneratorValue): RandomTemplate {
  return new TemplateMaker(g).make();
}

class TemplateMaker {
  readonly #g: GeneratorValue;
  readonly #blocks: string[] = [];
  readonly #names: Made[] = [];
  readonly #environment: Record<string, string> = {};
  readonly #variables: { name: string; value: string }[] = [];
  readonly #autoFile: [string, Plain][] = [];
  readonly #namedFile: [string, Plain][] = [];

  constructor(g: GeneratorValue) {
    this.#g = g;
  }

  make(): RandomTemplate {
    const variables = this.#someOf(NAMES, (name) => this.#variable(name));
    const locals = this.#someOf(NAMES, (name) => this.#local(name));
    const builder = this.#source();
    const { provisioners, postProcessors } = this.#build();
    const isJson = this.#g(fc.boolean);
    const auto = isJson ? 'x.auto.pkrvars.json' : 'x.auto.pkrvars.hcl';
    const named = this.#g(fc.boolean) ? 'values/named.json' : 'values/named.hcl';
    return {
      files: {
        ...this.#templates(),
        [auto]: valueFile(auto, this.#autoFile),
        [named]: valueFile(named, this.#namedFile),
      },
      environment: this.#environment,
      variables: this.#variables,
      variableFiles: [named],
      expected: { variables, locals, builder, provisioners, postProcessors },
    };
  }

  /** Declares a variable, and gives it a value in one way or in several, of which the last one wins. */
  #variable(name: string): Plain {
    const g = this.#g;
    const maker = new ExpressionMaker(g, []);
    const kind = g(fc.constantFrom<Kind[]>, ...KINDS);
    const fallback = g(fc.boolean) ? kind.make(maker) : undefined;
    let value = fallback;
    const give = (to: (given: Plain) => void): void => {
      value = kind.make(maker);
      to(value);
    };
    const written = (given: Plain): string =>
      kind.isRaw && (typeof given === 'string' || typeof given === 'number') ? String(given) : literal(given);
    if (g(fc.boolean)) give((given) => Object.assign(this.#environment, { [`PKR_VAR_${name}`]: written(given) }));
    if (g(fc.boolean)) give((given) => this.#autoFile.push([name, given]));
    if (g(fc.boolean)) give((given) => this.#namedFile.push([name, given]));
    if (g(fc.boolean) || value === undefined) {
      give((given) => this.#variables.push({ name, value: written(given) }));
    }
    const lines = [
      `type = ${kind.type}`,
      ...(fallback === undefined ? [] : [`default = ${literal(fallback)}`]),
      ...(g(fc.boolean)
        ? [`validation {\n    condition     = var.${name} != "nothing"\n    error_message = "No."\n  }`]
        : []),
    ];
    this.#blocks.push(`variable "${name}" {\n  ${lines.join('\n  ')}\n}`);
    const result = value ?? null;
    this.#names.push({ text: `var.${name}`, value: result });
    return result;
  }

  /** One that may use all that has been declared before it. */
  #local(name: string): Plain {
    const made = new ExpressionMaker(this.#g, [...this.#names]).any();
    this.#blocks.push(
      this.#g(fc.boolean)
        ? `locals {\n  ${name} = ${made.text}\n}`
        : `local "${name}" {\n  expression = ${made.text}\n  sensitive  = false\n}`,
    );
    this.#names.push({ text: `local.${name}`, value: made.value });
    return made.value;
  }

  #source(): Readonly<Record<string, unknown>> {
    const maker = new ExpressionMaker(this.#g, this.#names);
    const [name, regions, tags] = [plain(maker.text(1)), maker.texts(1), maker.textMap(1)];
    const [force, size, devices] = [maker.bool(1), maker.number(2), maker.texts(1)];
    this.#blocks.push(`source "amazon-ebs" "base" {
  ami_name         = "n\${${name.text}}"
  ami_regions      = [for r in ${regions.text} : ${plain({ text: '"r${r}"', value: '' }).text}]
  force_deregister = ${force.text}
  tags             = { for k, v in ${tags.text} : k => ${plain({ text: 'v', value: '' }).text} }
  launch_block_device_mappings {
    device_name = "first"
    volume_size = 8 + ${size.text} * 0
  }
  dynamic "launch_block_device_mappings" {
    for_each = ${devices.text}
    iterator = each
    content {
      device_name = "/dev/\${${plain({ text: 'each.value', value: '' }).text}}"
      volume_size = each.key + 1
    }
  }
}`);
    return {
      ami_name: `n${name.value}`,
      ami_regions: regions.value.map((region) => plainText(`r${region}`)),
      force_deregister: force.value,
      tags: Object.fromEntries(Object.entries(tags.value).map(([key, value]) => [key, plainText(value)])),
      launch_block_device_mappings: [
        { device_name: 'first', volume_size: 8 },
        ...devices.value.map((device, index) => ({ device_name: `/dev/${plainText(device)}`, volume_size: index + 1 })),
      ],
    };
  }

  #build() {
    const maker = new ExpressionMaker(this.#g, this.#names);
    const provisioners: (readonly [string, unknown])[] = [];
    const steps = this.#someOf(['1', '2', '3'], () => {
      const made = plain(maker.text(1));
      const isHere = this.#g(fc.boolean);
      const isShell = this.#g(fc.boolean);
      const where = isHere ? 'only = ["amazon-ebs.base"]' : 'except = ["amazon-ebs.base"]';
      if (isHere) provisioners.push(isShell ? ['shell', [`x${made.value}`]] : ['file', `x${made.value}`]);
      return isShell
        ? `provisioner "shell" {\n    ${where}\n    inline = ["x\${${made.text}}"]\n  }`
        : `provisioner "file" {\n    ${where}\n    content = "x\${${made.text}}"\n    destination = "/x"\n  }`;
    });
    const postProcessors: Readonly<Record<string, Plain>>[][] = [];
    const chains = this.#someOf(['1', '2'], () => {
      const made = plain(maker.text(1));
      postProcessors.push([{ d: made.value }]);
      return `post-processor "manifest" {\n    custom_data = { d = ${made.text} }\n  }`;
    });
    const inner = [...Object.values(steps), ...Object.values(chains)].join('\n  ');
    this.#blocks.push(`build {\n  sources = ["source.amazon-ebs.base"]\n  ${inner}\n}`);
    return { provisioners, postProcessors };
  }

  /** The blocks in any order, in two files, with comments between them, and lines that end in either way. */
  #templates(): Record<string, string> {
    const order = this.#blocks.map((block) => ({ block, at: this.#g(fc.nat), isSecond: this.#g(fc.boolean) }));
    order.sort((a, b) => a.at - b.at);
    const gap = this.#g(fc.constantFrom, '\n', '\n\n', '\n# x\n', '\n/* x\n*/\n', '\n// "${\n');
    const ending = this.#g(fc.constantFrom, '\n', '\r\n');
    const file = (second: boolean): string =>
      `${order
        .filter(({ isSecond }) => isSecond === second)
        .map(({ block }) => block)
        .join(gap)}\n`.replaceAll('\n', ending);
    return { 'a.pkr.hcl': file(false), 'b.pkr.hcl': file(true) };
  }

  /** What is made of some of the names, by their names. */
  #someOf<T>(names: readonly string[], make: (name: string) => T): Record<string, T> {
    const chosen = names.filter(() => this.#g(fc.boolean));
    return Object.fromEntries(chosen.map((name) => [name, make(name)]));
  }
}

/** The text of an option without what the {{ }} language would be looked for in. */
function plain({ text: written, value }: Made<string>): Made<string> {
  return { text: `replace(${written}, "{", "(")`, value: plainText(value) };
}

function plainText(value: string): string {
  return value.replaceAll('{', '(');
}

function valueFile(name: string, values: readonly (readonly [string, Plain])[]): string {
  if (name.endsWith('.json')) return JSON.stringify(Object.fromEntries(values), null, 2);
  return values.map(([key, value]) => `${key} = ${literal(value)}\n`).join('');
}
