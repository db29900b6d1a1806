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

  const IN_A_FILE = 'What has to keep its braces belongs in a file (a script, say): files are not rendered.';

  it('advises a file for braces in a text that is rendered again at the run', async () => {
    const { messages } = await load(
      BUILD('  post-processor "shell-local" {\n    inline = ["x {{.Id}}", "x {{json .}}", "x {{"]\n  }'),
    );
    expect(messages).toEqual([
      `warning 8:20-8:23 no-template-value: A {{ }} action without a value | Nothing of that name is known in "inline[0]", so the text "<no value>" takes its place, as in Packer. ${IN_A_FILE}`,
      `error 8:33-8:37 unknown-template-function: Invalid {{ }} in "inline[1]" | There is no function "json" in {{ }}. ${IN_A_FILE}`,
      `error 8:47-8:49 unclosed-action: Invalid {{ }} in "inline[2]" | "{{" has no "}}". ${IN_A_FILE}`,
    ]);
  });

  it.each([
    ['inline', '["{{ .CreateTime }}"]'],
    ['execute_command', '"{{ .Path }} {{ .CreateTime }}"'],
  ])('says what Packer has in place of a field that it once had, in %s', async (option, value) => {
    const { messages } = await load(BUILD(`  provisioner "shell" {\n    ${option} = ${value}\n  }`));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('as in Packer. Packer has no {{ .CreateTime }} any more: write {{ timestamp }}.');
  });

  const command = (text: string): string =>
    BUILD(`  provisioner "shell" {\n    execute_command = ${JSON.stringify(text)}\n  }`);

  it.each([
    [
      '{{ .Vars }} sudo {{ .Path }} {{ .ID }} {{ .SSHPrivateKeyFile }} {{ if .SSHAgentAuth }}x{{ end }} {{ .SourceAMI }} {{ build `Host` }}',
    ],
    ['{{ if .Missing }}{{ .Missing }}{{ else }}{{ $.Path }}{{ end }}'],
    ['{{ or .Missing "a" }} {{ with .Path }}{{ .More }}{{ end }} {{ range .Paths }}{{ .Name }}{{ end }}'],
    ['{{ define "x" }}{{ .Any }}{{ $.Any }}{{ end }}{{ template "x" .Path }} {{ $y := .Maybe }}'],
    ['{{ if eq build_type "other" }}{{ build `Device` }}{{ end }}'],
    ['{{ . }} {{ (index . "Anything") }}'],
  ])('says nothing of what the component fills in, or what may well be missing: %s', async (text) => {
    expect((await load(command(text))).messages).toEqual([]);
  });

  it('warns of names that nobody will fill in when the build runs, where they stand', async () => {
    const { plan, messages } = await load(
      command('{{ .Var }} {{ if .Path }}{{ $.Pth | upper }}{{ end }} {{ (printf "%v" .Script.Name) }}'),
    );
    const because =
      'is known in "execute_command" when the build runs, so the text "<no value>" takes its place, as in Packer.';
    const instead = 'What has to keep its braces belongs in a file (a script, say): files are not rendered.';
    expect(messages).toEqual([
      `warning 8:27-8:31 no-template-value: There is no "{{ .Var }}" here | Nothing of that name ${because} Did you mean "Vars"? ${instead}`,
      `warning 8:52-8:57 no-template-value: There is no "{{ .Pth }}" here | Nothing of that name ${because} Did you mean "Path"? ${instead}`,
      `warning 8:96-8:103 no-template-value: There is no "{{ .Script }}" here | Nothing of that name ${because} ${instead}`,
    ]);
    expect(plan).toBeDefined();
  });

  it('refuses to look up at the run what {{ build }} will not find', async () => {
    expect((await load(command('{{ build `Hots` }}'))).messages).toEqual([
      'error 8:33-8:39 unknown-build-data: Invalid {{ }} in "execute_command" | {{ build "Hots" }}: "Hots" is not among the data of this build. Did you mean "Host"?',
    ]);
  });

  it('knows for each option what it can show', async () => {
    const { messages } = await load(
      source('  ami_name = "x"\n  tags = { A = "{{ .SourceAMITags.Name }} {{ .SourceAMIID }} {{ .ID }}" }'),
    );
    expect(messages.map((each) => each.replace(/ here .*Packer\.| What has .*/g, ''))).toEqual([
      'warning 3:46-3:58 no-template-value: There is no "{{ .SourceAMIID }}" Did you mean "SourceAMI"?',
      'warning 3:65-3:68 no-template-value: There is no "{{ .ID }}"',
    ]);
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
