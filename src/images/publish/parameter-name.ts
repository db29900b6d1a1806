const MOST_LEVELS = 15;
/** What Systems Manager leaves of 2048 for the ARN around it. */
const LONGEST = 1_011;

/**
 * Why this can't be the name of a parameter; undefined: it can (Systems Manager API reference, PutParameter, and User
 * Guide, "Requirements and constraints for parameter names").
 */
export function problemWithName(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.length > LONGEST) return `is ${name.length} characters long, and may be ${LONGEST}`;
  const wrong = /[^a-zA-Z0-9_.\-/]/u.exec(name)?.[0];
  if (wrong !== undefined) return `holds "${wrong}", and may hold letters, digits and _ . - /`;
  if (name.includes('/') && !name.startsWith('/')) return 'has levels, and so has to begin with "/"';
  if (/\/\/|\/$/.test(name)) return 'has an empty level';
  const levels = name.split('/').length - 1;
  if (levels > MOST_LEVELS) return `has ${levels} levels, and may have ${MOST_LEVELS}`;
  if (/^\/?(?:aws|ssm)/i.test(name)) return 'begins with "aws" or "ssm", which is kept for AWS';
  return undefined;
}
