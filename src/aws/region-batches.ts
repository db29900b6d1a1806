import type { _InstanceType, DescribeImagesCommandInput, Image, InstanceTypeInfo, Tag } from '@aws-sdk/client-ec2';
import type { Clock } from '../kernel/clock.ts';
import { allPages } from './all-pages.ts';
import type { Ec2Api } from './api.ts';
import { Batch } from './batch.ts';
import { awsCodeOf, isDenied } from './errors.ts';
import { tagValue } from './tags.ts';

/** EC2's limits: values of one filter, and resources of one CreateTags call. */
const NAMES_PER_CALL = 200;
const TAGGINGS_PER_CALL = 50;
const INSTANCES_PER_CALL = 100;

/** What the builds of a region that run at the same time ask EC2 for together. */
export class RegionBatches {
  readonly #ec2: Ec2Api;
  readonly #clock: Clock;
  readonly #names: Batch<string, readonly Image[]>;
  readonly #searches = new Map<string, Batch<undefined, readonly Image[]>>();
  readonly #tagged = new Map<string, Batch<string, readonly Image[]>>();
  readonly #types: Batch<string, InstanceTypeInfo | undefined>;
  readonly #offerings: Batch<string, ReadonlySet<string>>;
  readonly #terminations: Batch<string, undefined>;
  readonly #taggings = new Map<string, Batch<readonly string[], undefined>>();
  /** By question: whether EC2 has said that it would do it. */
  readonly #tried = new Map<string, Promise<boolean>>();
  readonly #dryTaggings = new Map<string, Batch<undefined, undefined>>();

  constructor(ec2: Ec2Api, clock: Clock) {
    this.#ec2 = ec2;
    this.#clock = clock;
    this.#names = new Batch({
      clock,
      limit: NAMES_PER_CALL,
      call: async (names, signal) => {
        const Filters = [{ Name: 'name', Values: [...new Set(names)] }];
        const request = { Owners: ['self'], Filters, IncludeDisabled: true };
        const { Images = [] } = await ec2.describeImages(request, signal);
        return (name) => Images.filter(({ Name }) => Name === name);
      },
    });
    this.#types = new Batch({
      clock,
      limit: NAMES_PER_CALL,
      call: async (names, signal) => {
        // EC2 judges them: types that are newer than this program are types too.
        const InstanceTypes = [...new Set(names)] as _InstanceType[];
        const found = await ec2.describeInstanceTypes({ InstanceTypes }, signal);
        return (name) => found.InstanceTypes?.find(({ InstanceType }) => InstanceType === name);
      },
    });
    this.#offerings = new Batch({
      clock,
      limit: NAMES_PER_CALL,
      call: async (names, signal) => {
        const Filters = [{ Name: 'instance-type', Values: [...new Set(names)] }];
        const pages = await allPages((NextToken) =>
          ec2.describeInstanceTypeOfferings({ LocationType: 'availability-zone', Filters, NextToken }, signal),
        );
        const offerings = pages.flatMap(({ InstanceTypeOfferings = [] }) => InstanceTypeOfferings);
        return (name) =>
          new Set(
            offerings.flatMap(({ InstanceType, Location }) =>
              InstanceType === name && Location !== undefined ? [Location] : [],
            ),
          );
      },
    });
    this.#terminations = new Batch({
      clock,
      limit: INSTANCES_PER_CALL,
      call: async (InstanceIds, signal) => {
        await ec2.terminateInstances({ InstanceIds: [...InstanceIds] }, signal);
        return () => undefined;
      },
    });
  }

  /** The account's own images of that name, in any state: one that is disabled holds its name too. */
  ownImagesNamed(name: string, signal: AbortSignal): Promise<readonly Image[]> {
    return this.#names.ask(name, signal);
  }

  /** The account's own images, in any state, that have a tag with that value. */
  ownImagesTagged(key: string, value: string, signal: AbortSignal): Promise<readonly Image[]> {
    const search = kept(this.#tagged, key, () => {
      return new Batch<string, readonly Image[]>({
        clock: this.#clock,
        limit: NAMES_PER_CALL,
        call: async (values, limited) => {
          const Filters = [{ Name: `tag:${key}`, Values: [...new Set(values)] }];
          const { Images = [] } = await this.#ec2.describeImages({ Owners: ['self'], Filters }, limited);
          return (wanted) => Images.filter(({ Tags }) => tagValue(Tags, key) === wanted);
        },
      });
    });
    return search.ask(value, signal);
  }

  /** DescribeImages; the same question of several builds is asked once. */
  findImages(input: DescribeImagesCommandInput, signal: AbortSignal): Promise<readonly Image[]> {
    const search = kept(this.#searches, JSON.stringify(input), () => {
      return new Batch<undefined, readonly Image[]>({
        clock: this.#clock,
        limit: Number.POSITIVE_INFINITY,
        isOneQuestion: true,
        call: async (_, limited) => {
          const { Images = [] } = await this.#ec2.describeImages(input, limited);
          return () => Images;
        },
      });
    });
    return search.ask(undefined, signal);
  }

  /** DescribeInstanceTypes. */
  instanceType(name: string, signal: AbortSignal): Promise<InstanceTypeInfo | undefined> {
    return this.#types.ask(name, signal);
  }

  /** DescribeInstanceTypeOfferings: the names of the zones that have the type. */
  zonesOffering(type: string, signal: AbortSignal): Promise<ReadonlySet<string>> {
    return this.#offerings.ask(type, signal);
  }

  /** TerminateInstances. */
  terminate(instanceId: string, signal: AbortSignal): Promise<void> {
    return this.#terminations.ask(instanceId, signal);
  }

  /** Puts tags on an image and its snapshots; several that get the same ones get them in one call. */
  tag(resources: readonly string[], tags: readonly Tag[], signal: AbortSignal): Promise<void> {
    const tagging = kept(this.#taggings, JSON.stringify(tags), () => {
      return new Batch<readonly string[], undefined>({
        clock: this.#clock,
        limit: TAGGINGS_PER_CALL,
        call: async (lists, limited) => {
          await this.#ec2.createTags({ Resources: lists.flat(), Tags: [...tags] }, limited);
          return () => undefined;
        },
      });
    });
    return tagging.ask(resources, signal);
  }

  /**
   * Whether a call is denied, by a dry run: resolves to what denies it, or to undefined where nothing clearly does. What is
   * allowed to one build of the run is not asked again by the next; what is not, may be allowed with other parameters.
   *
   * @param question the same for calls that a policy is taken to treat alike
   */
  async denialOf(question: string, dryRun: () => Promise<unknown>): Promise<unknown> {
    if ((await this.#tried.get(question)) === true) return undefined;
    const refusal = dryRun().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    this.#tried.set(
      question,
      refusal.then((thrown) => awsCodeOf(thrown) === 'DryRunOperation'),
    );
    const thrown = await refusal;
    return isDenied(thrown) ? thrown : undefined;
  }

  /** Asks whether tags could be put on a resource: a dry run, which EC2 answers with an error whatever comes of it. */
  tryToTag(resource: string, tags: readonly Tag[], signal: AbortSignal): Promise<undefined> {
    const request = { Resources: [resource], Tags: [...tags], DryRun: true };
    const tagging = kept(this.#dryTaggings, JSON.stringify(request), () => {
      return new Batch<undefined, undefined>({
        clock: this.#clock,
        limit: Number.POSITIVE_INFINITY,
        isOneQuestion: true,
        call: async (_, limited) => {
          await this.#ec2.createTags(request, limited);
          return () => undefined;
        },
      });
    });
    return tagging.ask(undefined, signal);
  }
}

function kept<V>(map: Map<string, V>, key: string, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
