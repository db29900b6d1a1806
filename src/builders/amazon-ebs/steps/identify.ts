import { note, type Site } from '../site.ts';

/** Whose account this is; undefined when the template does not want STS to be asked. */
export async function identify(site: Site): Promise<string | undefined> {
  if (site.options.skip_credential_validation) return undefined;
  const accountId = await site.aws.accountId(site.context.signal);
  note(site, `Building in ${site.region} of the AWS account ${accountId}`);
  return accountId;
}
