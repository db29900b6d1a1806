import type { Leg } from './leg-file.ts';
import { maskedPiece } from './masked-piece.ts';

export interface MaskedLeg {
  readonly leg: Leg;
  /** A word of it in which something was masked, for people; undefined: nothing was. */
  readonly piece: string | undefined;
}

/**
 * What a run hands on without the secrets in it: it goes to other machines, in a file that nobody masks. The names of its
 * fields are the same in every file and stay as they are.
 */
export function maskedLeg(leg: Leg, mask: (text: string) => string): MaskedLeg {
  const pieces: string[] = [];
  const text = (value: string): string => {
    const masked = mask(value);
    if (masked !== value) pieces.push(maskedPiece(masked));
    return masked;
  };
  const { outputs, manifest } = leg;
  return {
    leg: {
      outcome: leg.outcome,
      builds: withKeys(leg.builds, text, (outcome) => outcome),
      outputs: {
        ...inTexts(outputs, text),
        ami_ids: withKeys(outputs.ami_ids, text, text),
        artifacts: withKeys(outputs.artifacts, text, (made) => inTexts(made, text)),
      },
      manifest: manifest && {
        ...inTexts(manifest, text),
        builds: manifest.builds.map((entry) => ({
          ...inTexts(entry, text),
          customData: entry.customData && withKeys(entry.customData, text, text),
        })),
      },
    },
    piece: pieces[0],
  };
}

/** A record whose keys are texts, too. */
function withKeys<T>(
  record: Readonly<Record<string, T>>,
  text: (value: string) => string,
  each: (value: T) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [text(key), each(value)]));
}

/** A copy, of what JSON can hold, in which every text has gone through `text`; keys have not. */
function inTexts<T>(value: T, text: (value: string) => string): T {
  const copy: T = JSON.parse(JSON.stringify(value), (_, item: unknown) =>
    typeof item === 'string' ? text(item) : item,
  );
  return copy;
}
