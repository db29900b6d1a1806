import type { Action } from '../action.ts';
import { fastLaunchActions } from './fast-launch.ts';
import { fleetActions } from './fleets.ts';
import { imageChangeActions } from './image-changes.ts';
import { imageCopyActions } from './image-copy.ts';
import { imageCreationActions } from './image-creation.ts';
import { imageActions } from './images.ts';
import { instanceAttributeActions } from './instance-attributes.ts';
import { instanceTypeActions } from './instance-type-catalog.ts';
import { instanceActions } from './instances.ts';
import { keyPairActions } from './key-pairs.ts';
import { launchTemplateActions } from './launch-templates.ts';
import { networkActions } from './networks.ts';
import { regionActions } from './regions.ts';
import { routingActions } from './routing.ts';
import { runInstances } from './run-instances.ts';
import { securityGroupActions } from './security-groups.ts';
import { snapshotActions } from './snapshots.ts';
import { spotFleetActions } from './spot-fleets.ts';
import { spotRequestActions } from './spot-requests.ts';
import { tagActions } from './tags.ts';
import { volumeActions } from './volumes.ts';

/** Every EC2 action that this cloud knows; another one is answered with InvalidAction. */
export const ec2Actions: readonly Action[] = [
  ...regionActions,
  ...networkActions,
  ...routingActions,
  ...securityGroupActions,
  ...keyPairActions,
  ...instanceTypeActions,
  runInstances,
  ...launchTemplateActions,
  ...fleetActions,
  ...spotRequestActions,
  ...spotFleetActions,
  ...instanceActions,
  ...instanceAttributeActions,
  ...volumeActions,
  ...imageActions,
  ...imageCreationActions,
  ...imageCopyActions,
  ...imageChangeActions,
  ...fastLaunchActions,
  ...snapshotActions,
  ...tagActions,
];
