import { counted } from '../../kernel/counted.ts';
import { briefDuration } from '../../kernel/duration.ts';
import type { Check, Suite } from '../run/verification.ts';

/** What the checks of an image come to: `3 checks passed, 1 skipped in 4.2 s`, `1 of 4 checks failed in 4.2 s` */
export function describeSuite({ checks, elapsedMs }: Pick<Suite, 'checks' | 'elapsedMs'>): string {
  const of = (outcome: Check['outcome']): number => checks.filter((check) => check.outcome === outcome).length;
  const [failed, skipped] = [of('failed'), of('skipped')];
  const ended =
    failed > 0 ? `${failed} of ${counted(checks.length, 'check')} failed` : `${counted(of('passed'), 'check')} passed`;
  return `${ended}${skipped === 0 ? '' : `, ${skipped} skipped`} in ${briefDuration(elapsedMs)}`;
}
