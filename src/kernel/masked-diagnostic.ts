import type { Diagnostic } from './diagnostics.ts';
import type { SecretRegistry } from './secrets.ts';

/**
 * A diagnostic whose texts hold no secret any more. Before it is laid out, quoted or escaped: afterwards a secret may be
 * broken over lines, or spelled otherwise.
 */
export function maskedDiagnostic(diagnostic: Diagnostic, secrets: SecretRegistry): Diagnostic {
  const { summary, detail, values } = diagnostic;
  return {
    ...diagnostic,
    summary: secrets.mask(summary),
    detail: secrets.mask(detail),
    ...(values === undefined
      ? {}
      : {
          values: values.map(({ expression, value }) => ({
            expression: secrets.mask(expression),
            value: secrets.mask(value),
          })),
        }),
  };
}
