import { briefDuration } from '../../kernel/duration.ts';
import type { Check, Suite } from '../run/verification.ts';

/** What the checks of an image come to: `3 checks passed, 1 skipped in 4.2 s`, `1 of 4 checks failed in 4.2 s` */
export function describeSuite({ checks, elapsedMs }: Pick<Suite, 'checks' | 'elapsedMs'>): string {
  const of = (outcome: Check['outcome']): number => checks.filter((check) => check.outcome === outcome).length;
  const [failed, skipped] = [of('failed'), of('skipped')];
  const many = (number: number): string => `${number} ${number === 1 ? 'check' : 'checks'}`;
  const ended = failed > 0 ? `${failed} of ${many(checks.length)} failed` : `${many(of('passed'))} passed`;
  return `${ended}${skipped === 0 ? '' : `, ${skipped} skipped`} in ${briefDuration(elapsedMs)}`;
}
