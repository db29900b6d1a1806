import { DescribeImagesCommand, type EC2Client } from '@aws-sdk/client-ec2';

/** The id of one image by its whole name; by default a small Ubuntu for x86_64. */
export async function imageIdOf(
  ec2: EC2Client,
  name = 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20251203',
): Promise<string> {
  const { Images = [] } = await ec2.send(new DescribeImagesCommand({ Filters: [{ Name: 'name', Values: [name] }] }));
  const [image] = Images;
  if (image?.ImageId === undefined) throw new Error(`There is no image ${name}`);
  return image.ImageId;
}
