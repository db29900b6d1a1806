import { isRecord } from '../../kernel/is-record.ts';
import type { Check } from './suite.ts';

/**
 * Reads what `goss validate --format json` prints (goss 0.3 and 0.4, "Output formats"); undefined when it is nothing of
 * that kind. The machine made it: every field may be anything.
 */
export function parseGossReport(text: string): readonly Check[] | undefined {
  let report: unknown;
  try {
    report = JSON.parse(text.slice(text.indexOf('{')));
  } catch {
    return undefined;
  }
  if (!isRecord(report) || !Array.isArray(report['results'])) return undefined;
  return report['results'].filter(isRecord).map(checkOf);
}

function checkOf(result: Readonly<Record<string, unknown>>): Check {
  const text = (field: string): string => (typeof result[field] === 'string' ? result[field] : '');
  const name = [text('resource-type'), text('resource-id'), text('property')].filter((part) => part !== '').join(': ');
  const { duration, skipped, successful } = result;
  // In nanoseconds.
  const elapsedMs = typeof duration === 'number' && duration >= 0 ? duration / 1e6 : 0;
  const base = { name: text('title') === '' ? name : `${text('title')} (${name})`, elapsedMs };
  if (skipped === true) return { ...base, outcome: 'skipped' };
  if (successful === true) return { ...base, outcome: 'passed' };
  const output = text('summary-line') || text('summary-line-compact') || JSON.stringify(result['err'] ?? null);
  const message = (text('summary-line-compact') || output).split('\n')[0] ?? '';
  return { ...base, outcome: 'failed', message, output };
}
