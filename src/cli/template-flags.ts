import type { TemplateRequest } from '../app/build-request.ts';
import { quoted } from '../hcl/values/display.ts';
import { type Assignment, splitAssignment } from '../kernel/assignment.ts';
import { type Flag, flagChoice, flagList, type ParsedArguments, UsageError } from './arguments.ts';

/** What `-config-type` may say. */
export const CONFIG_TYPES = ['hcl2', 'json'] as const;

/** The flags of every command that reads a template, as Packer has them. */
export const TEMPLATE_FLAGS = {
  var: { kind: 'strings', placeholder: 'NAME=VALUE', doc: 'The value of a variable; may be given several times.' },
  'var-file': { kind: 'strings', placeholder: 'FILE', doc: 'A file with values of variables (.pkrvars.hcl or .json).' },
  only: {
    kind: 'list',
    placeholder: 'NAME,…',
    doc: 'Only these builds, by full name; with wildcards in an HCL2 template.',
  },
  except: { kind: 'list', placeholder: 'NAME,…', doc: 'All builds and post-processors but these.' },
  'config-type': {
    kind: 'string',
    placeholder: 'hcl2|json',
    doc: 'What a file is whose name ends in neither .pkr.hcl nor .pkr.json; default json, the older format.',
  },
} as const satisfies Record<string, Flag>;

/** For commands that build nothing, and so ask nobody unless they are told to. */
export const EVALUATION_FLAGS = {
  'evaluate-datasources': {
    kind: 'boolean',
    doc: 'Read the data sources too, which asks AWS and other services; else what they tell counts as unknown.',
  },
} as const satisfies Record<string, Flag>;

/** What these flags, and the one argument that is left, say about the template. */
export function templateRequest(command: string, parsed: ParsedArguments, workingDirectory: string): TemplateRequest {
  const [template, ...rest] = parsed.positionals;
  if (template === undefined || rest.length > 0) {
    const { lastValueOf: flag } = parsed;
    const swallowed = flag === undefined ? '' : ` The last word is the value of -${flag}.`;
    throw new UsageError(
      template === undefined
        ? `No template was given.${swallowed}`
        : `${parsed.positionals.length} templates were given.`,
      `Usage: bake-ami ${command} [FLAGS] TEMPLATE, one file or folder. bake-ami ${command} -help lists all flags.`,
    );
  }
  return {
    template,
    configType: flagChoice(parsed, 'config-type', CONFIG_TYPES) ?? 'json',
    variables: flagList(parsed, 'var').map(assignment),
    variableFiles: flagList(parsed, 'var-file'),
    only: flagList(parsed, 'only'),
    except: flagList(parsed, 'except'),
    workingDirectory,
  };
}

function assignment(text: string): Assignment {
  const split = splitAssignment(text);
  if (split === undefined) {
    // What follows a "=" may be a secret.
    const wrong = text.startsWith('=') ? 'has no name before its "="' : `${quoted(text)} has no "="`;
    throw new UsageError(`-var ${wrong}.`, 'Write -var NAME=VALUE.');
  }
  return split;
}
