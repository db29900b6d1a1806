import { lookAtPath } from '../../engine/look-at-path.ts';
import { whereItWasLookedFor } from '../../engine/missing-path.ts';
import type { ValidationContext } from '../../engine/ports.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import { errorDiagnostic, warningDiagnostic } from '../../kernel/diagnostics.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import type { FileOptions } from './options.ts';

export function validateFile(decoded: DecodedOptions<FileOptions>, context: ValidationContext): readonly Diagnostic[] {
  return [...checkWhatToCopy(decoded), ...checkSources(decoded, context)];
}

function checkWhatToCopy(decoded: DecodedOptions<FileOptions>): readonly Diagnostic[] {
  const { source, sources, content, direction, destination } = decoded.options;
  const hasSource = isThere(decoded, 'source', source) || isThere(decoded, 'sources', sources);
  const hasContent = isThere(decoded, 'content', content);
  // An empty text beside a source is how a template leaves it out.
  if (hasContent && hasSource && content !== '') {
    return [
      errorDiagnostic({
        code: 'file-content-and-source',
        summary: 'content and source are given together',
        detail:
          'A file provisioner copies either the text in content or the files in source and sources. Use two of them.',
        subject: decoded.range('content'),
      }),
    ];
  }
  if (hasContent && !hasSource && direction === 'download') {
    return [
      errorDiagnostic({
        code: 'file-content-download',
        summary: 'content can not be downloaded',
        detail: 'Name the file on the machine in source, or leave direction out.',
        subject: decoded.range('content'),
      }),
    ];
  }
  if (!hasContent && !hasSource) {
    return [
      warningDiagnostic({
        code: 'file-source-missing',
        summary: 'There is nothing to copy',
        detail: 'Without source, sources or content a file provisioner does nothing.',
        subject: decoded.range(),
      }),
    ];
  }
  if (destination === '' && !decoded.unknown('destination')) {
    return [
      errorDiagnostic({
        code: 'file-destination-empty',
        summary: 'destination is empty',
        detail: 'Say where to copy to, for example "/tmp/" for a file of the same name in /tmp.',
        subject: decoded.range('destination'),
      }),
    ];
  }
  return [];
}

function isThere(
  decoded: DecodedOptions<FileOptions>,
  name: string,
  value: string | readonly string[] | undefined,
): boolean {
  return decoded.unknown(name) || (value !== undefined && (value.length > 0 || name === 'content'));
}

function checkSources(decoded: DecodedOptions<FileOptions>, context: ValidationContext): readonly Diagnostic[] {
  const { source, sources = [], direction, generated } = decoded.options;
  if (direction === 'download' || generated) return [];
  const named = [
    ...sources.map((path, index) => ({ option: `sources[${index}]`, path })),
    ...(source === undefined || source === '' ? [] : [{ option: 'source', path: source }]),
  ];
  return named
    .filter(
      ({ option, path }) => !decoded.unknown(option) && lookAtPath(path, context.workingDirectory).kind === undefined,
    )
    .map(({ option, path }) =>
      errorDiagnostic({
        code: 'file-not-found',
        summary: `There is no file ${path}`,
        detail: `${whereItWasLookedFor(path, context.workingDirectory, decoded.range(option).filename)} Set generated = true when an earlier provisioner makes it.`,
        subject: decoded.range(option),
      }),
    );
}
