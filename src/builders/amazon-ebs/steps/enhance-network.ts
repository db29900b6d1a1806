import type { Bake } from '../site.ts';

/** Marks the stopped instance, and so the image, as having enhanced networking drivers, or not. */
export async function enhanceNetwork({ ec2, options, context }: Bake, instanceId: string): Promise<void> {
  const { signal } = context;
  if (options.sriov_support) {
    await ec2.modifyInstanceAttribute({ InstanceId: instanceId, SriovNetSupport: { Value: 'simple' } }, signal);
  }
  if (options.ena_support !== undefined) {
    await ec2.modifyInstanceAttribute({ InstanceId: instanceId, EnaSupport: { Value: options.ena_support } }, signal);
  }
}
