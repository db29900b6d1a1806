import type { Attribute, Block } from '../hcl/ast.ts';
import type { Scope } from '../hcl/scope.ts';
import { contentOf, shape } from './block-content.ts';
import { checkTextMap, constantText, constantTexts } from './constants.ts';
import type { Findings } from './findings.ts';

const SHAPE = shape(['bucket_name', 'description', 'labels', 'bucket_labels', 'build_labels', 'channels']);

/** What HCP Packer takes as the name of a bucket, and as its description. */
const BUCKET_NAME = /^[a-zA-Z0-9-]{3,36}$/;
const LONGEST_DESCRIPTION = 255;

/**
 * The `hcp_packer_registry` blocks of a template, of which there may be one: checked as Packer does, and then passed over,
 * since nothing is sent to HCP Packer.
 */
export class HcpRegistryReader {
  readonly #findings: Findings;
  #seen = false;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  read(block: Block, scope: Scope): void {
    const { attributes } = contentOf(block.body, SHAPE, this.#findings, block.headerRange);
    this.#once(block);
    this.#name(attributes.get('bucket_name'), scope);
    this.#description(attributes.get('description'), scope);
    const labels = attributes.get('labels');
    if (labels !== undefined && attributes.has('bucket_labels')) {
      this.#findings.error({
        code: 'conflicting-arguments',
        summary: 'Both "labels" and "bucket_labels"',
        detail: 'They are two names of the same; "labels" is the older one. Keep "bucket_labels".',
        subject: labels.nameRange,
      });
    }
    for (const name of ['labels', 'bucket_labels', 'build_labels']) {
      checkTextMap(attributes.get(name), this.#findings, scope);
    }
    constantTexts(attributes.get('channels'), this.#findings, scope);
    this.#findings.warning({
      code: 'ignored-block',
      summary: 'The block "hcp_packer_registry" does nothing here',
      detail: 'Nothing is sent to HCP Packer; the rest of the template is not affected.',
      subject: block.headerRange,
    });
  }

  #once({ headerRange }: Block): void {
    if (this.#seen) {
      this.#findings.error({
        code: 'duplicate-block',
        summary: 'A second hcp_packer_registry',
        detail: 'A template has at most one hcp_packer_registry, best outside of its builds.',
        subject: headerRange,
      });
    }
    this.#seen = true;
  }

  #name(attribute: Attribute | undefined, scope: Scope): void {
    const name = constantText(attribute, this.#findings, scope);
    // Without one, Packer takes it from HCP_PACKER_BUCKET_NAME.
    if (attribute === undefined || name === undefined || name === '' || BUCKET_NAME.test(name)) return;
    this.#findings.error({
      code: 'invalid-value',
      summary: 'Invalid value for "bucket_name"',
      detail: `"${name}" is no name of a bucket: those have 3 to 36 letters (a to z), digits and dashes.`,
      subject: attribute.expression.range,
    });
  }

  #description(attribute: Attribute | undefined, scope: Scope): void {
    const length = Buffer.byteLength(constantText(attribute, this.#findings, scope) ?? '');
    if (attribute === undefined || length <= LONGEST_DESCRIPTION) return;
    this.#findings.error({
      code: 'invalid-value',
      summary: 'Invalid value for "description"',
      detail: `It may have ${LONGEST_DESCRIPTION} bytes; this one has ${length}.`,
      subject: attribute.expression.range,
    });
  }
}
