import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { validate } from '../../src/app/validate.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import type { BakeEvent, Reporter } from '../../src/kernel/events.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder: string;
let events: BakeEvent[];
beforeEach(() => {
  folder = temporaryFolder('validate');
  events = [];
});

const keeping: Reporter = { report: (event) => void events.push(event) };

function run(text: string, { syntaxOnly = false, secrets = new SecretRegistry(), reporter = keeping } = {}) {
  writeFileSync(path.join(folder, 'app.pkr.hcl'), text);
  return validate({
    template: '.',
    variables: [],
    variableFiles: [],
    only: [],
    except: [],
    workingDirectory: folder,
    clock: systemClock,
    ids: randomIds,
    // No region, no credentials, no network: nothing of AWS is needed.
    environment: {},
    reporter,
    secrets,
    signal: new AbortController().signal,
    syntaxOnly,
  });
}

const GOOD = `
source "amazon-ebs" "app" {
  ami_name      = "app"
  instance_type = "t3.micro"
  region        = "eu-west-1"
  source_ami    = "ami-12345678"
  ssh_username  = "ubuntu"
}
build {
  sources = ["source.amazon-ebs.app"]
  provisioner "shell" { inline = ["true"] }
}
`;

describe('the use case validate', () => {
  it('finds a good template good, without asking AWS', async () => {
    const { valid, diagnostics, plan } = await run(GOOD);
    expect({ valid, diagnostics }).toEqual({ valid: true, diagnostics: [] });
    expect(plan?.builds.map(({ name }) => name)).toEqual(['amazon-ebs.app']);
  });

  it('tells what the language, the template and the plugins find wrong, in one go', async () => {
    const wrong = GOOD.replace('ssh_username  = "ubuntu"', '').replace('inline = ["true"]', 'script = "gone.sh"');
    const { valid, diagnostics, plan } = await run(wrong);
    expect({ valid, plan }).toEqual({ valid: false, plan: undefined });
    expect(diagnostics.map(({ summary, subject }) => [summary, subject?.start.line])).toEqual([
      ['Missing argument', 2],
      [expect.stringContaining('gone.sh'), 11],
    ]);
    expect(events.map((event) => event.type === 'diagnostic' && event.diagnostic)).toEqual(diagnostics);
  });

  it('judges the rest of a template that is wrong somewhere, once everything could be read', async () => {
    const wrong = GOOD.replace('ssh_username  = "ubuntu"', 'ebs_optimized = "maybe"').replace('inline = ["true"]', '');
    const { diagnostics } = await run(wrong);
    expect(diagnostics.map(({ summary, subject }) => [summary, subject?.start.line])).toEqual([
      ['Invalid value for "ebs_optimized"', 7],
      ['Missing argument', 2],
      ['There is no script to run', 11],
    ]);
    // Of what stands behind an error of syntax nobody knows.
    const broken = await run(`${GOOD.replace('ssh_username  = "ubuntu"', '')}\n}\n`);
    expect(broken.diagnostics).toHaveLength(1);
  });

  it('knows the secrets of a wrong template before it tells what is wrong with it', async () => {
    const secrets = new SecretRegistry();
    const told: string[] = [];
    const reporter = { report: (event: BakeEvent) => void told.push(secrets.mask(JSON.stringify(event))) };
    const wrong = `variable "pw" {
  default   = "hunter2-secret"
  sensitive = true
}
${GOOD.replace('{ inline = ["true"] }', '{\n pause_before = var.pw\n inline = ["true"]\n }')}`;
    const { valid } = await run(wrong, { secrets, reporter });
    expect(valid).toBe(false);
    expect(told).toEqual([expect.stringContaining('\\"***\\" is no duration')]);
  });

  it('needs no user name where nobody logs in', async () => {
    const { valid } = await run(GOOD.replace('ssh_username  = "ubuntu"', 'communicator = "none"'));
    expect(valid).toBe(true);
  });

  it('finds a template good that asks for what does not run yet, and says so', async () => {
    const { valid, diagnostics } = await run(
      `${GOOD.replace('ssh_username  = "ubuntu"', 'communicator = "winrm"\n  winrm_username = "Administrator"')}
source "azure-arm" "app" {
  location = "West Europe"
}
build {
  sources = ["source.azure-arm.app"]
}
`,
    );
    expect(valid).toBe(true);
    expect(diagnostics.map(({ severity, summary, subject }) => [severity, summary, subject?.start.line])).toEqual([
      ['warning', 'The builder "azure-arm" is not built in', 15],
      ['warning', 'The communicator "winrm" does not run yet', 7],
    ]);
  });

  it('misses nothing that stands there under a name that was told to be wrong', async () => {
    const wrong = GOOD.replace('ssh_username ', 'ssh_usernam ').replace(
      'source_ami    = "ami-12345678"',
      'source_ami_filter = {\n    owners = ["self"]\n  }',
    );
    const { valid, diagnostics } = await run(wrong);
    expect(valid).toBe(false);
    expect(diagnostics.map(({ summary, subject }) => [summary, subject?.start.line])).toEqual([
      ['Unsupported argument', 6],
      ['Unsupported argument', 9],
    ]);
  });

  it('asks for what WinRM requires', async () => {
    const { valid, diagnostics } = await run(GOOD.replace('ssh_username  = "ubuntu"', 'communicator = "winrm"'));
    expect(valid).toBe(false);
    expect(diagnostics.map(({ detail }) => detail)).toContain(
      'The argument "winrm_username" is required by the communicator "winrm", but it is not written.',
    );
  });

  it('only reads the text with syntaxOnly', async () => {
    expect(await run('source "nothing" "of" "this" { exists = yes }', { syntaxOnly: true })).toEqual({
      valid: true,
      diagnostics: [],
      plan: undefined,
    });
    const { valid, diagnostics } = await run('source {', { syntaxOnly: true });
    expect(valid).toBe(false);
    expect(diagnostics[0]?.subject).toMatchObject({ filename: 'app.pkr.hcl', start: { line: 1 } });
  });

  it('hides the password in a URL with syntaxOnly too, before it tells what is wrong in its line', async () => {
    const secrets = new SecretRegistry();
    const told: string[] = [];
    const reporter: Reporter = { report: () => void told.push(secrets.mask('https://ada:hunter2-secret@x')) };
    await run('a = "https://ada:hunter2-secret@x" b', { syntaxOnly: true, secrets, reporter });
    expect(told[0]).toBe('https://ada:***@x');
  });
});
