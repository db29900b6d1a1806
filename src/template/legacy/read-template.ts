import type { JsonNode, JsonObject, JsonProperty } from '../../hcl/json/nodes.ts';
import type { Source } from '../../hcl/source.ts';
import { didYouMean } from '../../kernel/suggestion.ts';
import { PACKER_VERSION } from '../compatibility.ts';
import { Findings } from '../findings.ts';
import { compareVersions, parseVersion } from '../version-constraint.ts';
import type { LegacyTemplate, LegacyVariable } from './declarations.ts';
import { duplicateBuilder } from './duplicate-builder.ts';
import { warnOfHclReferences } from './hcl-references.ts';
import { JsonReader, property, reportDuplicates } from './json-reader.ts';
import { parseLegacyJson } from './parse-legacy-json.ts';
import { ComponentReader } from './read-step.ts';

const ROOT_KEYS: readonly string[] = [
  'min_packer_version',
  'description',
  'variables',
  'sensitive-variables',
  'builders',
  'provisioners',
  'error-cleanup-provisioner',
  'post-processors',
  'push',
];
/** What only HCL2 in JSON has at its root. */
const HCL_KEYS: readonly string[] = ['packer', 'source', 'build', 'variable', 'locals', 'local', 'data'];

/** Reads a template in the older JSON format, as far as it goes; undefined when it is no such template at all. */
export function readLegacyTemplate(source: Source, findings: Findings): LegacyTemplate | undefined {
  const root = findings.take(parseLegacyJson(source));
  const object = root === undefined ? undefined : new JsonReader(findings).object(root, 'A template');
  if (object === undefined) return undefined;
  reportDuplicates(object, findings);
  warnOfHclReferences(object, findings);
  return new TemplateReader(object, findings).read(source);
}

class TemplateReader {
  readonly #root: JsonObject;
  readonly #findings: Findings;
  /** Of what can be read and still makes no sense. */
  readonly #checks = new Findings();
  readonly #json: JsonReader;

  constructor(root: JsonObject, findings: Findings) {
    this.#root = root;
    this.#findings = findings;
    this.#json = new JsonReader(findings);
  }

  read(source: Source): LegacyTemplate | undefined {
    const foreign = this.#root.properties.find(({ name }) => HCL_KEYS.includes(name));
    if (foreign !== undefined && property(this.#root, 'builders') === undefined) {
      this.#hclInJson(foreign, source.filename);
      return undefined;
    }
    for (const each of this.#root.properties) this.#checkKey(each);
    this.#checkVersion(property(this.#root, 'min_packer_version'));
    const components = new ComponentReader(this.#findings, this.#checks);
    const builders = this.#items('builders')
      .map((node) => components.builder(node))
      .filter((each) => each !== undefined);
    const names = builders.map(({ name }) => name);
    for (const [index, builder] of builders.entries()) {
      const earlier = builders[names.indexOf(builder.name)];
      if (earlier !== undefined && earlier !== builders[index]) {
        this.#findings.error(duplicateBuilder(builder.name, builder, earlier));
      }
    }
    const cleanup = property(this.#root, 'error-cleanup-provisioner');
    const written = property(this.#root, 'builders');
    if (written === undefined || (written.value.kind === 'json-array' && written.value.items.length === 0)) {
      this.#noBuilder();
    }
    return {
      description: this.#text('description'),
      variables: this.#variables(),
      sensitiveVariables: new Set(this.#sensitive().map(({ text }) => text)),
      builders,
      provisioners: this.#items('provisioners')
        .map((node) => components.provisioner(node, names))
        .filter((each) => each !== undefined),
      errorCleanupProvisioner: cleanup === undefined ? undefined : components.provisioner(cleanup.value, names),
      postProcessorChains: this.#items('post-processors').map((node) => components.postProcessors(node, names)),
      problems: this.#checks.diagnostics,
    };
  }

  #items(name: string): readonly JsonNode[] {
    const written = property(this.#root, name);
    return written === undefined ? [] : (this.#json.array(written.value, `"${name}"`) ?? []);
  }

  #text(name: string): string | undefined {
    const written = property(this.#root, name);
    return written === undefined ? undefined : this.#json.text(written.value, `"${name}"`);
  }

  #sensitive() {
    const written = property(this.#root, 'sensitive-variables');
    return written === undefined ? [] : this.#json.texts(written.value, '"sensitive-variables"');
  }

  #variables(): ReadonlyMap<string, LegacyVariable> {
    const written = property(this.#root, 'variables');
    const object = written === undefined ? undefined : this.#json.object(written.value, '"variables"');
    const variables = new Map<string, LegacyVariable>();
    for (const { name, key, value } of object?.properties ?? []) {
      const fallback =
        value.kind === 'null' ? undefined : this.#json.text(value, `The value of the variable "${name}"`);
      if (fallback === undefined && value.kind !== 'null') continue;
      variables.set(name, { name, fallback, range: key.range, valueRange: value.range });
    }
    return variables;
  }

  #checkKey({ name, key, value }: JsonProperty): void {
    if (ROOT_KEYS.includes(name)) {
      if (name === 'push') {
        this.#findings.warning({
          code: 'ignored-block',
          summary: '"push" does nothing',
          detail: 'The service that it was for has ended; Packer passes it over too. Leave it out.',
          subject: key.range,
        });
      }
      return;
    }
    if (name.startsWith('_')) {
      this.#json.text(value, `A comment, as "${name}" is one because of its underscore,`);
      return;
    }
    this.#findings.error({
      code: 'unknown-option',
      summary: `Unknown key "${name}" in the template`,
      detail: `A template in the older JSON format can't have "${name}" at its root.${didYouMean(name, ROOT_KEYS)} A key that begins with an underscore, such as "_comment", is a comment.`,
      subject: key.range,
    });
  }

  #hclInJson({ name, key }: JsonProperty, filename: string): void {
    this.#findings.error({
      code: 'hcl-in-json',
      summary: 'An HCL2 template in JSON by a name of the older format',
      detail: `"${name}" belongs to HCL2 templates in JSON, which are read from files that end in .pkr.json; a file that ends otherwise is one of the older JSON templates, with "builders". Rename it to ${filename.replace(/\.json$/, '')}.pkr.json.`,
      subject: key.range,
    });
  }

  #noBuilder(): void {
    this.#checks.error({
      code: 'nothing-to-build',
      summary: 'There is nothing to build',
      detail: 'A template has at least one builder: "builders": [{ "type": "amazon-ebs" }].',
      subject: property(this.#root, 'builders')?.key.range ?? this.#root.openRange,
    });
  }

  #checkVersion(written: JsonProperty | undefined): void {
    const text = written === undefined ? undefined : this.#json.text(written.value, '"min_packer_version"');
    if (written === undefined || text === undefined || text === '') return;
    const wanted = parseVersion(text);
    const ours = parseVersion(PACKER_VERSION);
    if (wanted !== undefined && ours !== undefined && compareVersions(ours, wanted) >= 0) return;
    this.#checks.error({
      code: wanted === undefined ? 'invalid-version-constraint' : 'unmet-version-constraint',
      summary: wanted === undefined ? 'Invalid version' : `The template needs Packer ${text} or newer`,
      detail:
        wanted === undefined
          ? `${JSON.stringify(text)} is no version; write it such as "1.8.0".`
          : `What Packer ${PACKER_VERSION} does is done here.`,
      subject: written.value.range,
    });
  }
}
