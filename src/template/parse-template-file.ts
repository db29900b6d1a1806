import { parseJsonFile } from '../hcl/json/parse-json.ts';
import { type ParsedFile, parseFile } from '../hcl/parser.ts';
import type { Source } from '../hcl/source.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import { Findings } from './findings.ts';
import { withoutFollowUps } from './legacy/parse-legacy-json.ts';
import { readLegacyTemplate } from './legacy/read-template.ts';
import { explainQuotesInBraces } from './quotes-in-braces.ts';
import type { TemplateFiles } from './template-files.ts';

/** Parses a file of a template, or a variable file, in the syntax that its name says: `.json`, else HCL's own. */
export function parseTemplateFile(source: Source): ParsedFile {
  const { body, diagnostics } = source.filename.endsWith('.json') ? parseJsonFile(source) : parseFile(source);
  return { body, diagnostics: explainQuotesInBraces(source, diagnostics) };
}

/** Looks only whether the files of a template can be read; in the older JSON format also what every template has. */
export function checkSyntax({ templates, isLegacy }: TemplateFiles): readonly Diagnostic[] {
  if (!isLegacy) return templates.flatMap((source) => parseTemplateFile(source).diagnostics);
  return templates.flatMap((source) => {
    const findings = new Findings();
    readLegacyTemplate(source, findings);
    return withoutFollowUps(findings.diagnostics, source);
  });
}
