import { parseJsonFile } from '../hcl/json/parse-json.ts';
import { type ParsedFile, parseFile } from '../hcl/parser.ts';
import type { Source } from '../hcl/source.ts';

/** Parses a file of a template, or a variable file, in the syntax that its name says: `.json`, else HCL's own. */
export function parseTemplateFile(source: Source): ParsedFile {
  return source.filename.endsWith('.json') ? parseJsonFile(source) : parseFile(source);
}
