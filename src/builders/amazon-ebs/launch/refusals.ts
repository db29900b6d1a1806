import { AwsError, shortageOf } from '../../../aws/errors.ts';
import { note, type Site } from '../site.ts';
import { describePlace, type Market, type Place } from './inputs.ts';

/** A launch that EC2 had no room for. */
export interface Refusal {
  readonly market: Market;
  readonly type: string | undefined;
  readonly place: Place;
  readonly error: AwsError;
}

/** What EC2 had no room for so far; each is told once. */
export class Refusals {
  readonly #site: Site;
  readonly #all: Refusal[] = [];
  readonly #told = new Set<string>();

  constructor(site: Site) {
    this.#site = site;
  }

  get count(): number {
    return this.#all.length;
  }

  /** Those since there were so many. */
  since(count: number): readonly Refusal[] {
    return this.#all.slice(count);
  }

  add(refusal: Refusal): void {
    const message = `EC2 has no ${this.#describe(refusal)}`;
    if (!this.#told.has(message)) note(this.#site, message);
    this.#told.add(message);
    this.#all.push(refusal);
  }

  /** Whether it makes no sense to try: another subnet of a zone that has none of the type. */
  covers(market: Market, type: string, { subnetId, availabilityZone }: Place): boolean {
    return this.#all.some(
      (refusal) =>
        refusal.market === market &&
        refusal.type === type &&
        (refusal.place.subnetId === subnetId || isZoneEmpty(refusal)) &&
        refusal.place.availabilityZone === availabilityZone &&
        availabilityZone !== undefined,
    );
  }

  /** The last one as it is; where there were several, an error that tells them all. */
  error(): AwsError {
    const [first] = this.#all;
    const last = this.#all.at(-1);
    if (first === undefined || last === undefined) {
      throw new Error('Nothing was refused');
    }
    if (this.#all.length === 1) return last.error;
    const attempts = [...new Set(this.#all.map((refusal) => this.#describe(refusal)))].join('; ');
    const { awsCode, code, category, hint } = last.error;
    return new AwsError(`EC2 has no room for the instance: ${attempts}`, awsCode, {
      code,
      category,
      ...(hint === undefined ? {} : { hint }),
      cause: last.error,
    });
  }

  #describe({ market, type, place, error }: Refusal): string {
    return `${market} ${type ?? 'instance'} in ${describePlace(place, this.#site.region)} (${error.awsCode})`;
  }
}

/** Addresses are of the subnet, not of the zone. */
function isZoneEmpty({ error }: Refusal): boolean {
  return shortageOf(error) === 'zone' && error.awsCode !== 'InsufficientFreeAddressesInSubnet';
}
