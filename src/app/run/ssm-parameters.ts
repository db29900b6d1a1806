import { Claims } from '../../images/publish/claims.ts';
import { type ParameterLine, parseParameterLine } from '../../images/publish/parameter-line.ts';
import { ParameterStore } from '../../images/publish/parameter-store.ts';
import { isRecord } from '../../kernel/is-record.ts';
import type { PlannedBuild } from '../../template/plan.ts';

export type { ParameterLine } from '../../images/publish/parameter-line.ts';

/** Reads what an input or a flag says. @param wrong makes the error that is thrown, of what is wrong and the remedy */
export function readParameters(
  lines: readonly string[],
  wrong: (what: string, remedy: string) => Error,
): readonly ParameterLine[] {
  return lines.map((line) => {
    const parsed = parseParameterLine(line);
    if (parsed !== undefined) return parsed;
    throw wrong(
      `holds "${line}"`,
      'Write one name or name=region per line, for example /images/app or /images/app=eu-west-1.',
    );
  });
}

/**
 * The parameters of a run; undefined: none are asked for. Throws BakeError where two builds are bound to write the same
 * one, as far as that shows before AWS is asked.
 *
 * @param region for sources that name none
 */
export function parametersOfRun(
  lines: readonly ParameterLine[],
  builds: readonly PlannedBuild[],
  region: string | undefined,
): ParameterStore | undefined {
  if (lines.length === 0) return undefined;
  const claims = new Claims();
  for (const planned of builds) {
    const options = isRecord(planned.builder.decoded.options) ? planned.builder.decoded.options : {};
    if (options['skip_create_ami'] === true) continue;
    // Those who log in otherwise may be in another account.
    const account = JSON.stringify(['access_key', 'profile', 'assume_role'].map((name) => options[name] ?? null));
    const own = typeof options['region'] === 'string' && options['region'] !== '' ? options['region'] : region;
    const filledIn = { '{{ build_name }}': withoutData(planned, '{{ build_name }}'), '{{ .BuildRegion }}': own };
    for (const line of lines) {
      const name = withoutData(planned, line.name);
      if (name === undefined) continue;
      claims.claim({ account, region: line.region ?? own ?? '', name, build: planned.name, filledIn });
    }
  }
  return new ParameterStore(lines);
}

/** Undefined: the name depends on what only AWS tells, or is wrong, which the build says. */
function withoutData({ render }: PlannedBuild, text: string): string | undefined {
  try {
    return render(text, {});
  } catch {
    return undefined;
  }
}
