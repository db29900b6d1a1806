import path from 'node:path';
import { firstError } from '../../engine/run.ts';
import type { RunReport } from '../../engine/run-report.ts';
import type { Verification } from '../../images/verify/verification.ts';
import { cancelledError, describeError, toBakeError } from '../../kernel/errors.ts';
import type { BuildRequest, BuildResult } from '../build-request.ts';
import type { Fingerprints } from '../run/fingerprints.ts';
import { type BuildOutputs, buildOutputs } from '../run/run-report.ts';
import { writeJunit } from '../run/verification.ts';
import { writeLeg } from './leg-file.ts';
import { manifestOfRun, writeRunManifest } from './manifest-of-run.ts';
import { maskedLeg } from './masked-leg.ts';
import { outputsRecord } from './outputs-record.ts';
import { writeProvenance } from './provenance-files.ts';
import { terraformVariablesFile, writeTerraformVariables } from './terraform-variables.ts';

/** What a run has to hand on, beside its report. */
interface Made {
  /** What the template's own post-processor wrote last. */
  readonly manifest: string | undefined;
  readonly verification: Verification | undefined;
  readonly fingerprints: Fingerprints;
}

type HandedOn = Pick<BuildResult, 'outcome' | 'error' | 'report' | 'outputs' | 'verification'>;

/** Writes the files that a run was asked for, and says what else it hands on; also of a run that failed. */
export async function handOn(request: BuildRequest, report: RunReport, made: Made): Promise<HandedOn> {
  const { verification, fingerprints } = made;
  tellJunit(request, verification);
  let error = firstError(report) ?? (report.outcome === 'cancelled' ? cancelledError('the run') : undefined);
  /** The first error is that of the run; what fails beside it is told all the same. */
  const fail = (thrown: unknown): void => {
    const failure = toBakeError(thrown);
    if (error === undefined) error = failure;
    else request.reporter.report({ type: 'log', level: 'warning', message: describeError(failure) });
  };
  let { manifest } = made;
  try {
    manifest = (await writeRunManifest(request, report, manifest)) ?? manifest;
  } catch (thrown) {
    fail(thrown);
  }
  const outputs = buildOutputs(report, manifest);
  const write = (file: () => void): void => {
    try {
      file();
    } catch (thrown) {
      fail(thrown);
    }
  };
  write(() => writeProvenance(request, report, fingerprints.made));
  write(() => writeOutputsFile(request, report, outputs));
  if (error === undefined) write(() => writeTfvars(request, outputs));
  const outcome = error !== undefined && report.outcome === 'succeeded' ? 'failed' : report.outcome;
  const handedOn = { outcome, error, report, outputs };
  return verification === undefined ? handedOn : { ...handedOn, verification: verification.suites };
}

/** Only of a run that succeeded: Terraform loads it whether or not anybody looks at how the run ended. */
function writeTfvars({ tfvars, workingDirectory, ids, reporter }: BuildRequest, outputs: BuildOutputs): void {
  if (!tfvars) return;
  const file = terraformVariablesFile(tfvars, workingDirectory);
  const isWritten = writeTerraformVariables(file, outputsRecord(outputs), ids);
  const message = isWritten
    ? `Wrote Terraform's variables to ${file}`
    : `There is no image, so nothing is written to ${file}`;
  reporter.report({ type: 'log', level: isWritten ? 'info' : 'warning', message });
}

function writeOutputsFile(
  { outputsFile, workingDirectory, ids, clock, reuse, secrets, reporter }: BuildRequest,
  report: RunReport,
  outputs: BuildOutputs,
) {
  if (!outputsFile) return;
  // A look for what is there hands on no more than that.
  const told = reuse === 'look' ? report.builds.filter(({ artifact }) => artifact !== undefined) : report.builds;
  const builds = Object.fromEntries(told.map(({ build, outcome }) => [build, outcome]));
  const manifest = manifestOfRun(outputs.manifest, report, clock);
  const leg = { outcome: report.outcome, builds, outputs: outputsRecord(outputs), manifest };
  const masked = maskedLeg(leg, (text) => secrets.mask(text));
  writeLeg(path.resolve(workingDirectory, outputsFile), masked.leg, ids);
  if (masked.piece === undefined) return;
  const message = `${outputsFile} (outputs-file) has "***" where the outputs hold a secret (the value of a sensitive variable, in "${masked.piece}"), and merge hands it on so. Leave the value out of names and paths, or take "sensitive" off a variable that is no secret.`;
  reporter.report({ type: 'log', level: 'warning', message });
}

/** A report that can't be written is told, and changes nothing of what became of the images. */
function tellJunit(request: BuildRequest, verification: Verification | undefined): void {
  const { reporter } = request;
  try {
    const file = writeJunit(verification, request);
    if (file === undefined) return;
    reporter.report({
      type: 'log',
      level: 'info',
      message: `How each check of the images ended is in ${file} (JUnit)`,
    });
  } catch (thrown) {
    const message = `The JUnit report could not be written: ${toBakeError(thrown).message}`;
    reporter.report({ type: 'log', level: 'warning', message });
  }
}
