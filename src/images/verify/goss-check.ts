import { shellWord } from '../../kernel/posix-shell.ts';
import { parseGossReport } from './goss-report.ts';
import { asRootWherePossible, type CheckedMachine, remotePath, tellLine } from './machine.ts';
import { RemoteOutput } from './remote-output.ts';
import type { Check } from './suite.ts';

/** A file of goss, and the program that reads it on the machine. */
export interface GossToRun {
  /** For people: `goss.yaml`. */
  readonly name: string;
  /** A file, or a folder with a `goss.yaml` in it that may name the others; absolute. */
  readonly path: string;
  readonly isFolder: boolean;
  /** The program for the machine's architecture; absolute. */
  readonly program: string;
}

/** A report of more than that is none. */
const LONGEST_REPORT = 16 * 1024 * 1024;

/** Uploads goss and its file, validates as root where that is possible, and takes each result as a check. */
export async function runGoss(goss: GossToRun, machine: CheckedMachine): Promise<readonly Check[]> {
  const { communicator, context } = machine;
  const { clock, signal } = context;
  const start = clock.monotonic();
  const folder = remotePath(context, 'goss');
  const { exitCode: made } = await communicator.exec(`mkdir -m 700 ${shellWord(folder)}`, { signal });
  if (made !== 0) return [failed(goss, `The folder ${folder} could not be made on the machine`, '', 0)];
  await Promise.all([
    communicator.upload({ path: goss.program }, `${folder}/goss`, { mode: 0o755, signal }),
    goss.isFolder
      ? communicator.uploadDirectory(goss.path, `${folder}/checks`, { signal })
      : communicator.upload({ path: goss.path }, `${folder}/goss.yaml`, { mode: 0o644, signal }),
  ]);

  let report = '';
  const complaints = new RemoteOutput();
  const at = goss.isFolder ? `${folder}/checks` : folder;
  const command = `cd ${shellWord(at)} && ${shellWord(`${folder}/goss`)} -g goss.yaml validate --format json --no-color`;
  const { exitCode } = await communicator.exec(asRootWherePossible(command), {
    signal,
    onLine: (stream, line) => {
      if (stream === 'stdout') report = report.length + line.length > LONGEST_REPORT ? report : `${report}${line}\n`;
      else complaints.add(line);
    },
  });
  const elapsedMs = clock.monotonic() - start;
  const checks = parseGossReport(report);
  if (checks === undefined) {
    for (const line of complaints.text.split('\n')) tellLine(context, 'stderr', line);
    return [failed(goss, `goss ended with exit status ${exitCode} and without a report`, complaints.text, elapsedMs)];
  }
  for (const check of checks) tellLine(context, check.outcome === 'failed' ? 'stderr' : 'stdout', described(check));
  const passes = checks.length > 0 && checks.every(({ outcome }) => outcome !== 'failed');
  if (checks.length === 0) return [failed(goss, `${goss.name} holds no checks`, '', elapsedMs)];
  if (passes && exitCode !== 0) {
    return [...checks, failed(goss, `goss ended with exit status ${exitCode}`, complaints.text, elapsedMs)];
  }
  return checks;
}

function failed({ name }: GossToRun, message: string, output: string, elapsedMs: number): Check {
  return { name, outcome: 'failed', elapsedMs, message, output: output || message };
}

function described({ name, outcome, message }: Check): string {
  return outcome === 'failed' ? `failed: ${message ?? name}` : `${outcome}: ${name}`;
}
