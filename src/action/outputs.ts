import type { OutputsRecord } from '../app/outputs/outputs-record.ts';

/** The outputs as the runner takes them: every one is a string, lists and objects as JSON. */
export function actionOutputs(outputs: OutputsRecord): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}
