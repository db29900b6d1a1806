import type { GetSecretValueCommandOutput } from '@aws-sdk/client-secrets-manager';
import { BakeError } from '../kernel/errors.ts';
import type { Aws } from './connections.ts';
import { isNotFound } from './errors.ts';

export interface SecretQuery {
  readonly name: string;
  readonly versionId?: string | undefined;
  readonly versionStage?: string | undefined;
}

/** A secret of Secrets Manager. Rejects with BakeError `secret-not-found`. */
export async function readSecret(
  aws: Aws,
  query: SecretQuery,
  signal: AbortSignal,
): Promise<GetSecretValueCommandOutput> {
  const { name, versionId, versionStage } = query;
  const secretsManager = await aws.secretsManager();
  try {
    return await secretsManager.getSecretValue(
      {
        SecretId: name,
        ...(versionId ? { VersionId: versionId } : {}),
        ...(versionStage ? { VersionStage: versionStage } : {}),
      },
      signal,
    );
  } catch (thrown) {
    if (!isNotFound(thrown)) throw thrown;
    throw new BakeError(`There is no secret "${name}", or no such version of it, in ${aws.region}`, {
      code: 'secret-not-found',
      category: 'cloud',
      hint: 'Check its name, the region and the account; a secret of another account is named by its ARN.',
      cause: thrown,
    });
  }
}
