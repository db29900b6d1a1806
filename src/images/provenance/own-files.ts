import { isRecord } from '../../kernel/is-record.ts';
import { BUILD_TYPE, subjectOf } from './statement.ts';

/** Where a provenance goes: the statement where it was asked for, the other two beside it. */
export interface ProvenancePaths {
  readonly statement: string;
  readonly predicate: string;
  readonly subjects: string;
}

export function provenancePaths(statement: string): ProvenancePaths {
  const stem = statement.replace(/\.json$/, '');
  return { statement, predicate: `${stem}.predicate.json`, subjects: `${stem}.subjects.txt` };
}

/** Whether a text is a statement of ours, or the predicate of one, of whichever version. */
export function isProvenance(text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  if (!isRecord(value)) return false;
  const predicate = isRecord(value['predicate']) ? value['predicate'] : value;
  const definition = predicate['buildDefinition'];
  if (!isRecord(definition) || typeof definition['buildType'] !== 'string') return false;
  return definition['buildType'].startsWith(BUILD_TYPE.replace(/#.*$/, '#'));
}

/** Whether a text is a list of subjects of ours: each is an image, and its digest is that of its name. */
export function isSubjects(text: string): boolean {
  const lines = text.split('\n').slice(0, -1);
  return lines.length > 0 && lines.every((line) => isSubject(line.slice(66), line));
}

function isSubject(name: string, line: string): boolean {
  return /^arn:[a-z-]+:ec2:/.test(name) && line === `${subjectOf(name).digest.sha256}  ${name}`;
}
