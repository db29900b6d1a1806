import type { Builder } from '../../../src/engine/ports.ts';
import type { ResourceScope } from '../../../src/engine/resource-scope.ts';
import { artifact, builder, communicator } from './fake-components.ts';
import type { FakeCloud } from './fake-world.ts';

const REGION = 'eu-west-1';

/**
 * A builder that makes what amazon-ebs makes, in its order: key pair and security group, instance, provisioners, image.
 * `point` is awaited wherever the real one would wait: tests fail, cancel or "kill" there.
 */
export function bakingBuilder(cloud: FakeCloud, point: (name: string) => Promise<void>): Builder<{ build: string }> {
  return builder((build, signal) => async (scope, provision) => {
    const make = (kind: string, id: string) => makeResource(scope, cloud, kind, `${id}-${build}`, point);
    scope.account('123456789012', {}, ['eu-west-1']);
    await Promise.all([make('key-pair', 'key'), make('security-group', 'sg')]);
    const instance = await make('instance', 'i');
    await point('connecting');
    await provision(communicator(), { ID: instance.id });
    await point('stopping');
    const image = await make('image', 'ami');
    scope.release({ kind: 'instance', id: instance.id, region: REGION });
    await point('waiting for the image');
    signal.throwIfAborted();
    scope.keep({ kind: 'image', id: image.id, region: REGION }, 'the image is finished');
    return artifact(image.id);
  });
}

async function makeResource(
  scope: ResourceScope,
  cloud: FakeCloud,
  kind: string,
  id: string,
  point: (name: string) => Promise<void>,
): Promise<{ readonly id: string }> {
  const name = `name-of-${id}`;
  return scope.own({ kind, region: REGION, name }, async () => {
    await point(`before ${kind}`);
    const created = cloud.create(kind, id, name);
    await point(`after ${kind}`);
    return created;
  });
}
