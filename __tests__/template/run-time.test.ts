import { describe, expect, it } from '@jest/globals';
import type { PlannedComponent } from '../../src/template/plan.ts';
import { load, loadBuild, message } from './support/load.ts';

const BUILD = (steps: string): string => `source "amazon-ebs" "base" {
  ami_name = "x"
}
build {
  name    = "web"
  sources = ["source.amazon-ebs.base"]
${steps}
}
`;

async function step(steps: string): Promise<PlannedComponent> {
  const { provisioners, postProcessorChains } = await loadBuild(BUILD(steps));
  const planned = provisioners[0] ?? postProcessorChains[0]?.[0];
  if (planned === undefined) throw new Error('No step was planned');
  return planned;
}

describe('{{ }} in options', () => {
  const source = (options: string): string =>
    `source "amazon-ebs" "base" {\n${options}\n}\nbuild {\n  sources = ["amazon-ebs.base"]\n}\n`;

  it('is rendered once while the template is read, but where the component does it', async () => {
    const { builder } = await loadBuild(
      source(`  ami_name        = "app-{{timestamp}}-{{ isotime \`2006-01-02\` }}"
  ami_description = "of {{ .SourceAMIName }} {{ build_name }}"
  ami_regions     = ["{{ lower \\"EU-WEST-1\\" }}"]
  tags            = { Base = "{{ .SourceAMI }}" }
  source_ami_filter {
    filters = { name = "{{ \`a*\` | upper }}" }
  }`),
    );
    expect(builder.decoded.options).toMatchObject({
      ami_name: 'app-1772895849-2026-03-07',
      ami_description: 'of {{ .SourceAMIName }} {{ build_name }}',
      ami_regions: ['eu-west-1'],
      tags: { Base: '{{ .SourceAMI }}' },
      source_ami_filter: { filters: { name: 'A*' } },
    });
  });

  it('is pointed at where it is wrong, whenever it would have been rendered', async () => {
    const { plan, messages } = await load(
      BUILD(`  provisioner "shell" {
    inline = [
      "docker ps --format '{{ json . }}'",
      "echo \\"\${var.a}\\" {{ user \`x\` }}",
    ]
    execute_command  = "{{ .Vars }} sudo {{ .Path"
    environment_vars = ["ID={{ build \`ID\` }}"]
    timeout_note     = "{{ not ours"
  }`).replace(/^/, 'variable "a" {\n  default = "b"\n}\n'),
    );
    expect(messages).toEqual([
      'error 12:31-12:35 unknown-template-function: Invalid {{ }} in "inline[0]" | There is no function "json" in {{ }}. To have two braces in the text itself, write {{ "{{" }}.',
      `error 13:29-13:37 refused-template-function: Invalid {{ }} in "inline[1]" | {{ user }} belongs to the older JSON templates. In an HCL2 template a variable is written \${var.name}.`,
      'error 15:42-15:44 unclosed-action: Invalid {{ }} in "execute_command" | "{{" has no "}}". To have two braces in the text itself, write {{ "{{" }}.',
      `error 16:32-16:42 unknown-build-data: Invalid {{ }} in "environment_vars[0]" | {{ build "ID" }}: "ID" is not known before the build runs. In an HCL2 template write \${build.ID} in a provisioner or a post-processor.`,
    ]);
    expect(plan).toBeUndefined();
  });

  it('warns of what silently becomes <no value>', async () => {
    const { plan, messages } = await load(
      BUILD('  provisioner "shell" {\n    inline = ["docker inspect -f \'{{.Id}}\' x"]\n  }'),
    );
    expect(messages).toEqual([
      'warning 8:37-8:40 no-template-value: A {{ }} action without a value | Nothing of that name is known in "inline[0]", so the text "<no value>" takes its place, as in Packer. To keep the two braces as they are, write {{ "{{" }}.',
    ]);
    expect(plan?.builds[0]?.provisioners[0]?.decoded.options).toMatchObject({
      inline: ["docker inspect -f '<no value>' x"],
    });
  });

  it('does not show a sensitive text', async () => {
    const template = `variable "p" {
  default   = "a-b"
  sensitive = true
}
${BUILD(`  provisioner "shell" {\n    inline = ["{{ split \\"\${var.p}\\" \\"-\\" 9 }}"]\n  }`)}`;
    expect((await load(template)).messages).toEqual([
      'error 12:15-12:49 template-index: Invalid {{ }} in "inline[0]" | An action in this sensitive text is wrong.',
    ]);
  });

  it('is rendered at the run with the data of the run', async () => {
    const { render } = await loadBuild(BUILD(''));
    expect(
      render('{{ .Vars }} {{ .Path }} {{ build_name }} {{ build `ID` }}', { Path: '/p', Vars: "A='1'", ID: 'i-1' }),
    ).toBe("A='1' /p base i-1");
  });
});

describe('build.*', () => {
  it('is unknown in the plan, and checked by name', async () => {
    const { decoded } = await step(`  provisioner "shell" {
    inline           = ["echo \${build.ID}", "echo \${build.name}"]
    environment_vars = ["IMAGE=\${build.SourceAMIName}"]
  }`);
    expect(decoded.options).toMatchObject({ inline: ['<unknown>', 'echo web'], environment_vars: ['<unknown>'] });
    expect(['inline[0]', 'inline[1]', 'environment_vars', 'script'].map((path) => decoded.unknown(path))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('is known at the run, where everything is evaluated again', async () => {
    const planned = await step(`  provisioner "shell" {
    inline = ["\${build.Host}:\${build.Port + 1} \${build.User} \${build.SourceAMI}", "{{timestamp}}"]
  }`);
    const { value, diagnostics } = await planned.atRun({
      Host: '10.0.0.1',
      Port: 22,
      User: 'ubuntu',
      SourceAMI: 'ami-1',
    });
    expect(diagnostics).toEqual([]);
    expect(value?.options).toMatchObject({ inline: ['10.0.0.1:23 ubuntu ami-1', '1772895849'] });
    expect(value?.unknown('inline')).toBe(false);
  });

  it('stays a stand-in in a post-processor whose artifact does not tell', async () => {
    const planned = await step(
      `  post-processor "manifest" {\n    custom_data = { source = "\${build.SourceAMI}", id = build.ID }\n  }`,
    );
    expect((await planned.atRun({ ID: 'i-1' })).value?.options).toMatchObject({
      custom_data: { source: '<unknown>', id: 'i-1' },
    });
  });

  it('says at the run what is wrong only then', async () => {
    const planned = await step('  provisioner "shell" {\n    inline = [build.Host + 1]\n  }');
    expect((await planned.atRun({ Host: 'x' })).diagnostics.map(message)).toEqual([
      expect.stringMatching(/^error 8:15-8:25 [a-z-]+: Invalid operand \|/),
    ]);
  });

  it.each([
    [
      '  provisioner "shell" {\n    inline = [build.Hos]\n  }',
      '8:20-8:24 unsupported-attribute: Unsupported attribute | This object does not have an attribute named "Hos". Did you mean "Host"?',
    ],
    [
      '  description = build.ID',
      '7:17-7:22 unknown-variable: Unknown variable | build.… is what the run finds out: it is only known in provisioners and post-processors.',
    ],
  ])('has no other names, and no other places: %j', async (steps, expected) => {
    expect((await load(BUILD(steps))).messages).toEqual([`error ${expected}`]);
  });
});
