import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2';
import { tagSpecification } from '../../../aws/tags.ts';
import { type Bake, make } from '../site.ts';
import type { TemplateTags } from '../template-tags.ts';

/** The launch template that a fleet needs; it can go as soon as the fleet has launched. Returns its identifier. */
export async function makeLaunchTemplate(
  bake: Bake,
  tags: TemplateTags,
  data: RequestLaunchTemplateData,
): Promise<string> {
  const { context, region, ec2, ownership } = bake;
  // The prefix is Packer's: IAM policies and clean-up scripts go by it.
  const name = `packer-fleet-launch-template-${context.ids.token(12)}`;
  const { id } = await make(bake, { kind: 'launch-template', region, name }, async (token, signal) => {
    const { LaunchTemplate } = await ec2.createLaunchTemplate(
      {
        LaunchTemplateName: name,
        LaunchTemplateData: data,
        VersionDescription: 'Launches a spot instance of bake-ami',
        ClientToken: token,
        TagSpecifications: [tagSpecification('launch-template', tags.spot, ownership)],
      },
      signal,
    );
    return { id: LaunchTemplate?.LaunchTemplateId ?? name };
  });
  return id;
}
