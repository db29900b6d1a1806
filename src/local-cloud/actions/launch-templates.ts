import { type Action, type ActionContext, ec2Action } from '../action.ts';
import { applyFilters, filterList, tagFilters } from '../filters.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CloudError, missingParameter } from '../protocol/cloud-error.ts';
import { accepted, identifier, listOf, required, structure, text } from '../protocol/parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { findLaunchTemplate, findLaunchTemplates, launchTemplateNamed } from '../resource-lookup.ts';
import type { LaunchTemplate } from '../state/fleet-resources.ts';
import { specifiedTags, tagSet, tagSpecificationList } from '../tagging.ts';
import { launchTemplateDataParameters } from './run-instances-parameters.ts';

/** EC2 API reference, CreateLaunchTemplate: 3 to 128 of these. */
const NAME = /^[\w().\-/]{3,128}$/;

const createLaunchTemplate = ec2Action({
  name: 'CreateLaunchTemplate',
  parameters: {
    LaunchTemplateName: required(text),
    LaunchTemplateData: required(structure(launchTemplateDataParameters)),
    VersionDescription: text,
    ClientToken: identifier,
    TagSpecification: tagSpecificationList,
    Operator: accepted,
  },
  run: (context, input) => {
    const { cloud, region, now } = context;
    const { LaunchTemplateName: name, ClientToken: token, LaunchTemplateData: data } = input;
    const fingerprint = JSON.stringify(input);
    const known = token === undefined ? undefined : region.clientTokens.get(`CreateLaunchTemplate ${token}`);
    if (known?.fingerprint === fingerprint) return templateXml(context, findLaunchTemplate(region, known.result));
    if (known !== undefined) {
      throw new CloudError(
        'IdempotentParameterMismatch',
        'Client token already used before with a different configuration.',
      );
    }
    if (!NAME.test(name)) {
      throw new CloudError(
        'InvalidLaunchTemplateName.MalformedException',
        'A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the ' +
          'following characters: - ( ) . / _.',
      );
    }
    if (region.launchTemplates.all().some((template) => template.name === name)) {
      throw new CloudError('InvalidLaunchTemplateName.AlreadyExistsException', 'Launch template name already in use.');
    }
    const { 'launch-template': tags } = specifiedTags(input.TagSpecification, 'launch-template');
    // Refused now, not when it is used.
    specifiedTags(data.TagSpecification, 'instance', 'volume', 'network-interface', 'spot-instances-request');
    const template = region.launchTemplates.add({
      id: cloud.newId('lt'),
      createdAt: now,
      tags,
      name,
      versionDescription: input.VersionDescription,
      data,
    });
    if (token !== undefined) {
      region.clientTokens.set(`CreateLaunchTemplate ${token}`, { fingerprint, result: template.id });
    }
    return templateXml(context, template);
  },
});

const deleteLaunchTemplate = ec2Action({
  name: 'DeleteLaunchTemplate',
  parameters: { LaunchTemplateId: identifier, LaunchTemplateName: identifier },
  run: (context, input) => {
    const template = namedTemplate(context, input);
    context.region.launchTemplates.delete(template.id);
    return templateXml(context, template);
  },
});

const describeLaunchTemplates = ec2Action({
  name: 'DescribeLaunchTemplates',
  parameters: {
    LaunchTemplateId: listOf(text),
    LaunchTemplateName: listOf(text),
    Filter: filterList,
    ...pagingParameters,
  },
  run: (context, input) => {
    const { region } = context;
    const named = input.LaunchTemplateName.map((name) => launchTemplateNamed(region, name));
    const wanted = named.length > 0 ? named : findLaunchTemplates(region, input.LaunchTemplateId);
    const found = applyFilters(wanted, input.Filter, {
      ...tagFilters,
      'create-time': ({ createdAt }) => new Date(createdAt).toISOString(),
      'launch-template-name': ({ name }) => name,
    });
    const page = pageOf(context, found, input, { ids: input.LaunchTemplateId, set: 'launchTemplates' });
    return {
      launchTemplates: page.items.map((template) => fieldsOf(context, template)),
      nextToken: page.nextToken,
    };
  },
});

export const launchTemplateActions: readonly Action[] = [
  createLaunchTemplate,
  deleteLaunchTemplate,
  describeLaunchTemplates,
];

/** The template that a request names, by identifier or by name. */
export function namedTemplate(
  { region }: ActionContext,
  named: { readonly LaunchTemplateId: string | undefined; readonly LaunchTemplateName: string | undefined },
): LaunchTemplate {
  const { LaunchTemplateId: id, LaunchTemplateName: name } = named;
  if (id !== undefined && name !== undefined) {
    throw new CloudError(
      'InvalidParameterCombination',
      'Specify either the launch template ID or the launch template name, but not both.',
    );
  }
  if (id !== undefined) return findLaunchTemplate(region, id);
  if (name === undefined) throw missingParameter('LaunchTemplateId');
  return launchTemplateNamed(region, name);
}

function templateXml(context: ActionContext, template: LaunchTemplate): XmlFields {
  return { launchTemplate: fieldsOf(context, template) };
}

function fieldsOf({ cloud }: ActionContext, template: LaunchTemplate): XmlFields {
  return {
    launchTemplateId: template.id,
    launchTemplateName: template.name,
    createTime: new Date(template.createdAt),
    createdBy: `arn:aws:iam::${cloud.accountId}:user/local`,
    defaultVersionNumber: 1,
    latestVersionNumber: 1,
    tagSet: tagSet(template.tags),
  };
}
