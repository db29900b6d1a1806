import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Artifact, PostProcessContext, PostProcessor } from '../../engine/ports.ts';
import { atRun, type DecodedOptions, type OptionsOf, option, type Schema } from '../../kernel/schema.ts';
import { appendToManifest } from './manifest-file.ts';
import type { ManifestEntry, ManifestEntryFile } from './manifest-json.ts';

const schema = {
  output: option.string.withDefault('packer-manifest.json', { doc: 'The file that the build is appended to.' }),
  strip_path: option.bool.withDefault(false, { doc: 'Write only the names of files, not their folders.' }),
  strip_time: option.bool.withDefault(false, { doc: 'Leave out `build_time`.' }),
  custom_data: option.stringMap.optional({
    rendering: atRun(),
    doc: "Texts of your own. `{{ build `ID` }}` and the like are replaced by the build's data.",
  }),
} satisfies Schema;

export type ManifestOptions = OptionsOf<typeof schema>;

/** Writes down what was made in Packer's manifest file, which scripts after the build read. */
export const manifestPostProcessor: PostProcessor<ManifestOptions> = {
  type: 'manifest',
  schema,
  keepsInput: 'always',
  runsOnReused: true,
  validate: () => [],
  async process(decoded, artifact, context) {
    const file = path.resolve(context.workingDirectory, decoded.options.output);
    const entry = await manifestEntry(decoded, artifact, context);
    await appendToManifest(file, [entry], context.runUuid, context);
    context.emit({ type: 'file-written', build: context.build, kind: 'manifest', path: file });
    return artifact;
  },
};

async function manifestEntry(
  decoded: DecodedOptions<ManifestOptions>,
  artifact: Artifact,
  context: PostProcessContext,
): Promise<ManifestEntry> {
  const { strip_path: stripPath, strip_time: stripTime, custom_data: customData } = decoded.options;
  return {
    name: context.source.name,
    builderType: context.source.type,
    buildTime: stripTime ? undefined : Math.floor(context.clock.now() / 1_000),
    files: await filesOf(artifact, stripPath),
    artifactId: artifact.summary.id,
    runUuid: context.runUuid,
    customData: customData === undefined || !decoded.given('custom_data') ? undefined : render(customData, context),
  };
}

function render(data: Readonly<Record<string, string>>, context: PostProcessContext): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, context.render(value, context.generated)]),
  );
}

async function filesOf({ files }: Artifact, stripPath: boolean): Promise<readonly ManifestEntryFile[] | undefined> {
  if (files.length === 0) return undefined;
  return Promise.all(
    files.map(async (file) => ({
      name: stripPath ? path.basename(file) : file,
      size: await stat(file).then(
        (found) => found.size,
        () => 0,
      ),
    })),
  );
}
