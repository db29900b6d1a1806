import type { BuildRequest } from '../build-request.ts';
import { type CloudAccess, cloudAccess } from '../cloud-access/cloud-access.ts';
import { defaultRegion } from '../cloud-access/default-region.ts';
import { type LocalCloudHandle, onLocalCloud } from '../local-cloud/local-cloud-handle.ts';
import { locateMachine, startLocalCloudHost } from '../local-cloud/local-cloud-host.ts';
import { tellMetadataRole } from '../local-cloud/metadata-role.ts';
import { createRegistry, type Plugins, type RegistryRequest } from '../registry.ts';
import type { Surroundings } from '../surroundings.ts';
import { createRunDirectory, type RunDirectory, removeTemporaryFiles } from './run-directory.ts';

/** The cloud that a run bakes in, and what it is reached by. */
export interface Cloud extends CloudAccess {
  readonly environment: Surroundings['environment'];
  readonly locateMachine: RegistryRequest['locateMachine'];
}

/** Where a run works: its own folder and its cloud, made when they are first needed. */
export class RunSite {
  readonly #request: BuildRequest;
  #directory: RunDirectory | undefined;
  #cloud: Promise<Cloud> | undefined;

  constructor(request: BuildRequest) {
    this.#request = request;
  }

  get directory(): RunDirectory {
    this.#directory ??= createRunDirectory(this.#request.runDirectory);
    return this.#directory;
  }

  /** A data source may need the cloud before the plan is made. */
  cloud(): Promise<Cloud> {
    this.#cloud ??= openCloud(this.#request, this.directory);
    return this.#cloud;
  }

  /** What a template can be read with while there is no cloud yet: data sources open it where they need it. */
  readingPlugins(): Plugins {
    return this.#pluginsOn(cloudOf(this.#request, this.#request.environment), {});
  }

  /** What a run bakes with, and what is to become of its images. */
  async plugins(afterwards: Pick<RegistryRequest, 'verification' | 'parameters'>): Promise<Plugins> {
    return this.#pluginsOn(await this.cloud(), afterwards);
  }

  close(): void {
    if (this.#directory !== undefined) removeTemporaryFiles(this.#directory);
  }

  #pluginsOn(cloud: Cloud, afterwards: Pick<RegistryRequest, 'verification' | 'parameters'>): Plugins {
    const { hostKeyPolicy, fallbackInstanceTypes, deadlineMinutes, clock, ids, secrets } = this.#request;
    const dataConnections = async () => (this.#request.cloud === 'local' ? await this.cloud() : cloud).connections;
    const given = { hostKeyPolicy, fallbackInstanceTypes, deadlineMinutes, clock, ids, secrets, ...afterwards };
    return createRegistry({ ...cloud, ...given, dataConnections });
  }
}

/** Where sources that name no region build, as far as this process knows. */
export function regionOf({ region, environment }: Pick<BuildRequest, 'region' | 'environment'>): string | undefined {
  return region || defaultRegion(environment);
}

/** One whose machines can download, as templates do. */
function startLocalCloud(request: BuildRequest, directory: RunDirectory): Promise<LocalCloudHandle> {
  const { environment, reporter, workingDirectory } = request;
  void tellMetadataRole(request, 'Rehearse what you do not trust on a runner without a role.', (message) =>
    reporter.report({ type: 'log', level: 'warning', message }),
  );
  return startLocalCloudHost({
    ...request,
    directory,
    network: 'host',
    endsWithProcess: request.localCloudEndsWithProcess === true,
    hide: [workingDirectory, environment['GITHUB_WORKSPACE'] ?? '', environment['RUNNER_TEMP'] ?? ''].filter(
      (folder) => folder !== '',
    ),
    region: regionOf(request) ?? 'us-east-1',
  });
}

async function openCloud(request: BuildRequest, directory: RunDirectory): Promise<Cloud> {
  if (request.cloud === 'aws') return cloudOf(request, request.environment);
  const { environment } = request;
  const handle = request.localCloud ?? (await startLocalCloud(request, directory));
  return {
    ...cloudOf(request, onLocalCloud(environment, handle)),
    locateMachine: (instanceId, signal) => locateMachine(handle, instanceId, signal),
  };
}

function cloudOf(request: BuildRequest, surroundings: Surroundings['environment']): Cloud {
  const { region } = request;
  const environment = region ? { ...surroundings, AWS_REGION: region, AWS_DEFAULT_REGION: region } : surroundings;
  return { ...cloudAccess(request, environment, request.cloud), environment, locateMachine: undefined };
}
