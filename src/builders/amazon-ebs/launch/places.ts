import { toBakeError } from '../../../kernel/errors.ts';
import { note, type Site } from '../site.ts';
import { mostFreeFirst, type Network, placeOf } from '../steps/choose-network.ts';
import type { Place } from './inputs.ts';

/** Where the instance may go: the place that was chosen, and, once that is full, the others. */
export class Places {
  readonly first: Place;
  readonly #site: Site;
  readonly #network: Network;
  #others: Promise<readonly Place[]> | undefined;

  constructor(site: Site, network: Network) {
    this.#site = site;
    this.#network = network;
    this.first = { subnetId: network.subnetId, availabilityZone: network.availabilityZone };
  }

  /** Asked for only when they are needed. */
  others(): Promise<readonly Place[]> {
    const { alternatives } = this.#network;
    this.#others ??= alternatives === undefined ? subnetsOfDefaultVpc(this.#site) : Promise.resolve(alternatives);
    return this.#others;
  }
}

/** One subnet per zone: EC2 has chosen one by itself before, and tells only in words which. */
async function subnetsOfDefaultVpc(site: Site): Promise<readonly Place[]> {
  const Filters = [
    { Name: 'default-for-az', Values: ['true'] },
    { Name: 'state', Values: ['available'] },
  ];
  try {
    const { Subnets = [] } = await site.ec2.describeSubnets({ Filters }, site.context.signal);
    return mostFreeFirst(Subnets).map(placeOf);
  } catch (thrown) {
    if (site.context.signal.aborted) throw thrown;
    note(site, `The other zones could not be found out: ${toBakeError(thrown).message}`);
    return [];
  }
}
