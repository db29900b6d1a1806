import { type Action, ec2Action } from '../action.ts';
import { instanceTypeNamed } from '../instance-types.ts';
import { CloudError, invalidCombination, invalidValue } from '../protocol/cloud-error.ts';
import { flag, listOf, required, structure, text } from '../protocol/parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { findInstance, findSecurityGroups } from '../resource-lookup.ts';
import type { RegionState } from '../state/region-state.ts';
import type { Instance } from '../state/resources.ts';
import { groupsXml, interfacesOf } from './instance-xml.ts';

const describeInstanceAttribute = ec2Action({
  name: 'DescribeInstanceAttribute',
  parameters: { InstanceId: required(text), Attribute: required(text) },
  run: ({ region }, input) => {
    const instance = findInstance(region, input.InstanceId);
    return { instanceId: instance.id, ...attributeXml(region, instance, input.Attribute) };
  },
});

function attributeXml(region: RegionState, instance: Instance, attribute: string): XmlFields {
  const value = (content: string | boolean | undefined): XmlFields => ({ [attribute]: { value: content } });
  switch (attribute) {
    case 'disableApiTermination':
      return value(instance.disableApiTermination);
    case 'disableApiStop':
      return value(instance.disableApiStop);
    case 'ebsOptimized':
      return value(instance.ebsOptimized);
    case 'enaSupport':
      return value(instance.enaSupport);
    case 'instanceInitiatedShutdownBehavior':
      return value(instance.shutdownBehavior);
    case 'instanceType':
      return value(instance.instanceType);
    case 'rootDeviceName':
      return value(instance.rootDeviceName);
    case 'sourceDestCheck':
      return value(instance.sourceDestCheck);
    case 'sriovNetSupport':
      return value(instance.sriovNetSupport);
    case 'userData':
      return value(instance.userData);
    case 'kernel':
    case 'ramdisk':
      return value(undefined);
    case 'enclaveOptions':
      return { enclaveOptions: { enabled: instance.features.enclave } };
    case 'groupSet':
      return { groupSet: groupsXml(region, interfacesOf(region, instance)[0]) };
    case 'productCodes':
      return { productCodes: [] };
    case 'blockDeviceMapping':
      return {
        blockDeviceMapping: region.volumes
          .all()
          .filter(({ attachment }) => attachment?.instanceId === instance.id)
          .map(({ id, attachment }) => ({
            deviceName: attachment?.device,
            ebs: { volumeId: id, status: 'attached', deleteOnTermination: attachment?.deleteOnTermination },
          })),
      };
    default:
      throw invalidValue(attribute, 'attribute', 'Unknown instance attribute.');
  }
}

const flagValue = structure({ Value: flag });
const textValue = structure({ Value: text });

const modifyInstanceAttribute = ec2Action({
  name: 'ModifyInstanceAttribute',
  parameters: {
    InstanceId: required(text),
    Attribute: text,
    Value: text,
    DisableApiTermination: flagValue,
    DisableApiStop: flagValue,
    EbsOptimized: flagValue,
    EnaSupport: flagValue,
    SourceDestCheck: flagValue,
    SriovNetSupport: textValue,
    InstanceInitiatedShutdownBehavior: textValue,
    InstanceType: textValue,
    UserData: textValue,
    Kernel: textValue,
    Ramdisk: textValue,
    GroupId: listOf(text),
    BlockDeviceMapping: listOf(
      structure({
        DeviceName: required(text),
        Ebs: structure({ VolumeId: text, DeleteOnTermination: flag }),
        VirtualName: text,
        NoDevice: text,
      }),
    ),
  },
  run: ({ region }, input) => {
    const instance = findInstance(region, input.InstanceId);
    const named = (attribute: string): string | undefined =>
      input.Attribute === attribute ? (input.Value ?? '') : undefined;
    const namedFlag = (attribute: string): boolean | undefined => {
      const value = named(attribute);
      return value === undefined ? undefined : value === 'true';
    };
    const changes: (() => void)[] = [];
    const change = <T>(value: T | undefined, apply: (value: T) => void): void => {
      if (value !== undefined) changes.push(() => apply(value));
    };
    change(input.DisableApiTermination?.Value ?? namedFlag('disableApiTermination'), (value) => {
      instance.disableApiTermination = value;
    });
    change(input.DisableApiStop?.Value ?? namedFlag('disableApiStop'), (value) => {
      instance.disableApiStop = value;
    });
    change(input.SourceDestCheck?.Value ?? namedFlag('sourceDestCheck'), (value) => {
      instance.sourceDestCheck = value;
    });
    change(input.EbsOptimized?.Value ?? namedFlag('ebsOptimized'), (value) => {
      requireStopped(instance, 'ebsOptimized');
      instance.ebsOptimized = value;
    });
    change(input.EnaSupport?.Value ?? namedFlag('enaSupport'), (value) => {
      requireStopped(instance, 'enaSupport');
      instance.enaSupport = value;
    });
    change(input.SriovNetSupport?.Value ?? named('sriovNetSupport'), (value) => {
      if (value !== 'simple') throw invalidValue(value, 'sriovNetSupport', 'Valid values: simple.');
      requireStopped(instance, 'sriovNetSupport');
      instance.sriovNetSupport = value;
    });
    change(input.InstanceInitiatedShutdownBehavior?.Value ?? named('instanceInitiatedShutdownBehavior'), (value) => {
      if (value !== 'stop' && value !== 'terminate') {
        throw invalidValue(value, 'instanceInitiatedShutdownBehavior', 'Valid values: stop, terminate.');
      }
      instance.shutdownBehavior = value;
    });
    change(input.InstanceType?.Value ?? named('instanceType'), (value) => {
      requireStopped(instance, 'instanceType');
      if (instanceTypeNamed(value) === undefined) throw invalidValue(value, 'instanceType', 'Unknown instance type.');
      instance.instanceType = value;
    });
    change(input.UserData?.Value ?? named('userData'), (value) => {
      requireStopped(instance, 'userData');
      instance.userData = value;
    });
    if (input.GroupId.length > 0) {
      const groupIds = findSecurityGroups(region, input.GroupId).map(({ id }) => id);
      changes.push(() => {
        const [primary] = interfacesOf(region, instance);
        if (primary !== undefined) primary.groupIds = groupIds;
      });
    }
    for (const { DeviceName: device, Ebs: ebs } of input.BlockDeviceMapping) {
      change(ebs?.DeleteOnTermination, (value) => {
        const volume = region.volumes
          .all()
          .find(({ attachment }) => attachment?.instanceId === instance.id && attachment.device === device);
        if (volume?.attachment === undefined) {
          throw new CloudError('InvalidInstanceAttributeValue', `No device is currently mapped at ${device}`);
        }
        volume.attachment.deleteOnTermination = value;
      });
    }
    if (changes.length === 0) throw invalidCombination('No attributes specified.');
    // EC2 takes one attribute per call.
    if (changes.length > 1) throw invalidCombination('Fields for multiple attribute types specified.');
    for (const apply of changes) apply();
    return { return: true };
  },
});

function requireStopped(instance: Instance, attribute: string): void {
  if (instance.state !== 'stopped') {
    throw new CloudError(
      'IncorrectInstanceState',
      `The instance '${instance.id}' is not in the 'stopped' state; its attribute '${attribute}' can't be changed.`,
    );
  }
}

export const instanceAttributeActions: readonly Action[] = [describeInstanceAttribute, modifyInstanceAttribute];
