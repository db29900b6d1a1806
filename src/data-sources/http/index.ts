import { mapOf, STRING } from '../../hcl/values/types.ts';
import type { Clock } from '../../kernel/clock.ts';
import { BakeError } from '../../kernel/errors.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';
import type { DataSource } from '../../template/data-source.ts';
import { askHttp } from '../shared/ask-http.ts';
import { shownUrl, urlProblem } from '../shared/http-url.ts';
import type { RedirectRule } from '../shared/redirect.ts';

const METHODS = ['HEAD', 'GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];

/** As Go's http client does, and so Packer. */
const REDIRECTS: RedirectRule = { most: 10, elsewhere: 'without-credentials' };

const schema = {
  url: option.string.required({ doc: 'Address, http or https.' }),
  method: option.string.withDefault('GET', { doc: 'Method of the request.', choices: METHODS }),
  request_headers: option.stringMap.withDefault({}, { doc: 'Headers of the request.' }),
  request_body: option.string.optional({ doc: 'Body of the request.' }),
} as const;

type Options = OptionsOf<typeof schema>;

/** Asks a web server once, and takes what it answers. */
export function httpDataSource(clock: Clock): DataSource<Options> {
  return {
    type: 'http',
    schema,
    // Packer's name for the headers of the answer is that of the option, too.
    actions: [],
    outputs: { url: STRING, body: STRING, request_headers: mapOf(STRING) },
    secretOutputs: () => [],
    validate: (decoded) => {
      const findings = new OptionFindings(decoded);
      const { url, method, request_body } = findings.options;
      const problem = findings.known('url') ? urlProblem(url) : undefined;
      if (problem !== undefined) {
        findings.error({
          at: 'url',
          code: 'invalid-url',
          summary: 'Invalid URL',
          detail: `The data source "http" can't ask this address: ${problem}.`,
        });
      }
      if (request_body && ['GET', 'HEAD'].includes(method) && findings.known('method')) {
        findings.error({
          at: 'request_body',
          code: 'conflicting-options',
          summary: `A ${method} request has no body`,
          detail: 'Write method = "POST" (or another one that sends something), or leave the body out.',
        });
      }
      return findings.diagnostics;
    },
    read: async ({ options }, signal) => {
      const { url, method, request_headers: headers, request_body: body } = options;
      const answer = await askHttp({ url, method, headers, body, redirects: REDIRECTS }, clock, signal);
      if (answer.status < 200 || answer.status > 299) {
        throw new BakeError(`${method} ${shownUrl(url)} answered with status ${answer.status}`, {
          code: 'http-status',
          category: 'connection',
          hint: 'Only 200 to 299 is a success. Check the address, and the credentials in request_headers.',
        });
      }
      return { url, body: answer.body, request_headers: answer.headers };
    },
  };
}
