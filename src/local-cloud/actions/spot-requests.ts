import { type Action, ec2Action } from '../action.ts';
import { applyFilters, filterList, tagFilters } from '../filters.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { listOf, text } from '../protocol/parameters.ts';
import { findSpotRequests } from '../resource-lookup.ts';
import { tagSet } from '../tagging.ts';

const describeSpotInstanceRequests = ec2Action({
  name: 'DescribeSpotInstanceRequests',
  parameters: { SpotInstanceRequestId: listOf(text), Filter: filterList, ...pagingParameters },
  run: (context, input) => {
    const found = applyFilters(findSpotRequests(context.region, input.SpotInstanceRequestId), input.Filter, {
      ...tagFilters,
      'instance-id': ({ instanceId }) => instanceId,
      'launch.instance-type': ({ instanceType }) => instanceType,
      'spot-instance-request-id': ({ id }) => id,
      state: ({ state }) => state,
      type: ({ kind }) => kind,
    });
    const page = pageOf(context, found, input, { ids: input.SpotInstanceRequestId, set: 'spotInstanceRequestSet' });
    return {
      spotInstanceRequestSet: page.items.map((request) => ({
        spotInstanceRequestId: request.id,
        spotPrice: request.maxPrice,
        type: request.kind,
        state: request.state,
        status: {
          code: request.state === 'active' ? 'fulfilled' : 'instance-terminated-by-user',
          message:
            request.state === 'active' ? 'Your spot request is fulfilled.' : 'Your Spot instance was terminated.',
        },
        instanceId: request.instanceId,
        launchSpecification: { instanceType: request.instanceType },
        createTime: new Date(request.createdAt),
        productDescription: 'Linux/UNIX',
        instanceInterruptionBehavior: 'terminate',
        tagSet: tagSet(request.tags),
      })),
      nextToken: page.nextToken,
    };
  },
});

/** Spot requests come about with their instances; none can be made on its own. */
export const spotRequestActions: readonly Action[] = [describeSpotInstanceRequests];
