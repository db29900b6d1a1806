import type { AwsConnections } from '../aws/connections.ts';
import type { ImageParameters } from '../aws/image-parameters.ts';
import { amazonChrootBuilder } from '../builders/amazon-chroot/index.ts';
import { type AmazonEbsDependencies, amazonEbsBuilder } from '../builders/amazon-ebs/index.ts';
import { ebsSurrogateBuilder } from '../builders/amazon-ebssurrogate/index.ts';
import { ebsVolumeBuilder } from '../builders/amazon-ebsvolume/index.ts';
import { amazonInstanceBuilder } from '../builders/amazon-instance/index.ts';
import { fileBuilder } from '../builders/file/index.ts';
import { nullBuilder } from '../builders/null/index.ts';
import { noneCommunicator } from '../communicators/none/index.ts';
import { type HostKeyPolicy, sshCommunicator } from '../communicators/ssh/index.ts';
import { portSessions } from '../communicators/ssm/index.ts';
import { winrmCommunicator } from '../communicators/winrm/index.ts';
import { amazonAmiDataSource } from '../data-sources/amazon-ami/index.ts';
import { amazonParameterstoreDataSource } from '../data-sources/amazon-parameterstore/index.ts';
import { amazonSecretsmanagerDataSource } from '../data-sources/amazon-secretsmanager/index.ts';
import { httpDataSource } from '../data-sources/http/index.ts';
import { nullDataSource } from '../data-sources/null/index.ts';
import { remoteFunctions } from '../data-sources/remote-functions/index.ts';
import { mergedCatalog } from '../engine/merged-catalog.ts';
import type {
  Builder,
  CommunicatorFactory,
  DeclaredBuilder,
  DeclaredComponent,
  DeclaredComponents,
  ImageVerification,
  PostProcessor,
  Provisioner,
  Registry,
} from '../engine/ports.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import { amazonImportPostProcessor } from '../post-processors/amazon-import/index.ts';
import { artificePostProcessor } from '../post-processors/artifice/index.ts';
import { checksumPostProcessor } from '../post-processors/checksum/index.ts';
import { compressPostProcessor } from '../post-processors/compress/index.ts';
import { manifestPostProcessor } from '../post-processors/manifest/index.ts';
import { provenancePostProcessor } from '../post-processors/provenance/index.ts';
import { shellLocalPostProcessor } from '../post-processors/shell-local/index.ts';
import { ansibleProvisioner } from '../provisioners/ansible/index.ts';
import { ansibleLocalProvisioner } from '../provisioners/ansible-local/index.ts';
import { breakpointProvisioner } from '../provisioners/breakpoint/index.ts';
import { fileProvisioner } from '../provisioners/file/index.ts';
import { hcpSbomProvisioner } from '../provisioners/hcp-sbom/index.ts';
import { powershellProvisioner } from '../provisioners/powershell/index.ts';
import { shellProvisioner } from '../provisioners/shell/index.ts';
import { shellLocalProvisioner } from '../provisioners/shell-local/index.ts';
import { sleepProvisioner } from '../provisioners/sleep/index.ts';
import { windowsRestartProvisioner } from '../provisioners/windows-restart/index.ts';
import { windowsShellProvisioner } from '../provisioners/windows-shell/index.ts';
import type { DataSource } from '../template/data-source.ts';
import type { ComponentCatalog } from '../template/plan.ts';
import type { TemplatePorts } from '../template/request.ts';
import { lifetimes } from './run/deadline.ts';
import { foreignComponents } from './templates/foreign-components.ts';
import { localAddresses, originTags, publicAddress } from './templates/origin.ts';

/** What docs/iam.md tells. */
export { features as iamFeatures } from '../builders/amazon-ebs/permissions/features.ts';
export type { Need as IamNeed, Without as IamWithout } from '../builders/amazon-ebs/permissions/need.ts';
export type { HostKeyPolicy } from '../communicators/ssh/index.ts';
/** For a manifest that is asked for beside the template. */
export { appendToManifest } from '../post-processors/manifest/manifest-file.ts';
export {
  type Manifest,
  type ManifestEntry,
  parseManifest,
  printManifest,
} from '../post-processors/manifest/manifest-json.ts';

export interface RegistryRequest {
  readonly connections: AwsConnections;
  /** For data sources, asked for when the first one is read: a local cloud need not be there before. */
  readonly dataConnections: () => Promise<AwsConnections>;
  readonly clock: Clock;
  readonly secrets: SecretRegistry;
  readonly ids: Ids;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly hostKeyPolicy: HostKeyPolicy;
  /** See `AmazonEbsDependencies`. */
  readonly fallbackInstanceTypes: readonly string[];
  /** When machines switch themselves off; 0: never, undefined: as the job's limit says. */
  readonly deadlineMinutes: number | undefined;
  /** Where the ids of finished images are written; undefined: nowhere. */
  readonly parameters?: ImageParameters | undefined;
  /** What images have to stand; undefined: nothing. */
  readonly verification?: ImageVerification | undefined;
  /** How machines are reached on a cloud that runs on this computer. */
  readonly locateMachine: AmazonEbsDependencies['locateMachine'];
}

/** All plugins: those that the engine runs, and those that the template layer asks. */
export interface Plugins extends Registry, Pick<TemplatePorts, 'dataSources' | 'askRemote'> {}

/** All plugins. A new one is one new folder and one line here. */
export function createRegistry(request: RegistryRequest): Plugins {
  const { connections, dataConnections, environment, clock, ids, secrets, hostKeyPolicy, locateMachine } = request;
  const amazonEbs = amazonEbsBuilder({
    connections,
    tags: originTags(environment),
    fallbackInstanceTypes: request.fallbackInstanceTypes,
    verification: request.verification,
    parameters: request.parameters,
    ...lifetimes(request.deadlineMinutes, environment),
    publicAddress,
    localAddresses,
    portSessions: portSessions({
      clock,
      ids,
      secrets,
      agentFor: async ({ isSecure, isInsecure }) => {
        const { agentsOf } = await import('../aws/http-handler.ts');
        return agentsOf(environment, isInsecure)[isSecure ? 'https' : 'http'];
      },
    }),
    ...(locateMachine !== undefined && { locateMachine }),
  });
  return {
    builders: byType<Builder<unknown>>(amazonEbs),
    communicators: byType<CommunicatorFactory<unknown>>(sshCommunicator({ hostKeyPolicy }), noneCommunicator),
    provisioners: byType<Provisioner<unknown>>(
      shellProvisioner,
      shellLocalProvisioner,
      fileProvisioner,
      ansibleProvisioner,
      sleepProvisioner,
      breakpointProvisioner,
    ),
    postProcessors: byType<PostProcessor<unknown>>(manifestPostProcessor, shellLocalPostProcessor),
    declared: DECLARED,
    dataSources: byType<DataSource<unknown>>(
      amazonAmiDataSource(dataConnections),
      amazonParameterstoreDataSource(dataConnections),
      amazonSecretsmanagerDataSource(dataConnections),
      httpDataSource(clock),
      nullDataSource,
    ),
    askRemote: remoteFunctions({
      environment,
      clock,
      connections: dataConnections,
      registerSecret: (secret) => secrets.register(secret),
    }),
  };
}

/** What is judged as Packer does, and does not run yet. */
const DECLARED: DeclaredComponents = {
  builders: byType<DeclaredBuilder<unknown>>(
    ebsSurrogateBuilder,
    ebsVolumeBuilder,
    amazonChrootBuilder,
    amazonInstanceBuilder,
    nullBuilder,
    fileBuilder,
  ),
  communicators: byType<DeclaredComponent<unknown>>(winrmCommunicator),
  provisioners: byType<DeclaredComponent<unknown>>(
    powershellProvisioner,
    windowsShellProvisioner,
    windowsRestartProvisioner,
    ansibleLocalProvisioner,
    hcpSbomProvisioner,
  ),
  postProcessors: byType<DeclaredComponent<unknown>>(
    checksumPostProcessor,
    compressPostProcessor,
    artificePostProcessor,
    provenancePostProcessor,
    amazonImportPostProcessor,
  ),
};

/** What the template layer has to know of a registry. */
export function catalogOf(registry: Registry): ComponentCatalog {
  return mergedCatalog(registry, foreignComponents);
}

function byType<P extends { readonly type: string }>(...plugins: readonly P[]): ReadonlyMap<string, P> {
  return new Map(plugins.map((plugin) => [plugin.type, plugin]));
}
