import { allPages } from '../../../aws/all-pages.ts';
import { type UsageCheck, UseCollector } from './check.ts';
import { imageIdsIn, parameterValues } from './image-references.ts';

/**
 * Parameters of Parameter Store whose value holds an image's id, of whatever data type; a region's parameters may name
 * images of other regions. Not those of type SecureString: they hold secrets, which are nobody's business here.
 */
export const parameters: UsageCheck = {
  name: 'parameters',
  about: 'parameters of Parameter Store',
  actions: ['ssm:DescribeParameters', 'ssm:GetParameters'],
  async find(site, candidates) {
    const { aws, region, signal } = site;
    const ssm = await aws.ssm(region);
    const ParameterFilters = [{ Key: 'Type', Values: ['String', 'StringList'] }];
    const pages = await allPages((NextToken) =>
      ssm.describeParameters({ ParameterFilters, MaxResults: 50, NextToken }, signal),
    );
    const names = pages
      .flatMap((page) => page.Parameters ?? [])
      .flatMap(({ Name }) => (Name === undefined ? [] : [Name]));
    const found = new UseCollector(candidates);
    for (const [name, value] of await parameterValues(site, names)) {
      for (const id of imageIdsIn(value)) found.add(id, `the parameter ${name} in ${region}`);
    }
    return found.uses;
  },
};
