import type { ModifyInstanceAttributeCommandInput } from '@aws-sdk/client-ec2';
import { onceVisible } from '../../../aws/once-visible.ts';
import type { Bake } from '../site.ts';

/** Marks the stopped instance, and so the image, as having enhanced networking drivers, or not. */
export async function enhanceNetwork({ ec2, options, context }: Bake, instanceId: string): Promise<void> {
  const { clock, signal } = context;
  const change = (attribute: Partial<ModifyInstanceAttributeCommandInput>) =>
    onceVisible(clock, signal, () => ec2.modifyInstanceAttribute({ InstanceId: instanceId, ...attribute }, signal));
  if (options.sriov_support) {
    await change({ SriovNetSupport: { Value: 'simple' } });
  }
  if (options.ena_support !== undefined) {
    await change({ EnaSupport: { Value: options.ena_support } });
  }
}
