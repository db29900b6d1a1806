import { type Action, type ActionContext, ec2Action } from '../action.ts';
import { clientToken } from '../client-tokens.ts';
import { applyFilters, filterList, tagFilters } from '../filters.ts';
import { versionOf } from '../launch-template-versions.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CloudError, missingParameter } from '../protocol/cloud-error.ts';
import {
  accepted,
  flag,
  identifier,
  integer,
  type Kind,
  listOf,
  required,
  structure,
  text,
} from '../protocol/parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { findLaunchTemplate, findLaunchTemplates, launchTemplateNamed } from '../resource-lookup.ts';
import type { LaunchTemplate, LaunchTemplateVersion } from '../state/fleet-resources.ts';
import { specifiedTags, tagSet, tagSpecificationList } from '../tagging.ts';
import { type LaunchTemplateData, launchTemplateDataParameters } from './run-instances-parameters.ts';

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
    const { LaunchTemplateName: name, LaunchTemplateData: data } = input;
    const token = clientToken(region, 'CreateLaunchTemplate', input);
    if (token.made !== undefined) return templateXml(context, findLaunchTemplate(region, token.made));
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
      defaultVersion: 1,
      versions: [{ number: 1, createdAt: now, description: input.VersionDescription, data }],
    });
    token.keep(template.id);
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
    const page = pageOf(context, found, input, {
      ids: input.LaunchTemplateId,
      set: 'launchTemplates',
      least: 1,
      most: 200,
    });
    return {
      launchTemplates: page.items.map((template) => fieldsOf(context, template)),
      nextToken: page.nextToken,
    };
  },
});

const createLaunchTemplateVersion = ec2Action({
  name: 'CreateLaunchTemplateVersion',
  parameters: {
    LaunchTemplateId: identifier,
    LaunchTemplateName: identifier,
    SourceVersion: identifier,
    VersionDescription: text,
    LaunchTemplateData: required(structure(launchTemplateDataParameters)),
    ClientToken: identifier,
    ResolveAlias: flag,
  },
  run: (context, input) => {
    const template = namedTemplate(context, input);
    const token = clientToken(context.region, `CreateLaunchTemplateVersion ${template.id}`, input);
    const before = template.versions.find(({ number }) => String(number) === token.made);
    if (before !== undefined) return { launchTemplateVersion: versionXml(context, template, before) };
    const source = input.SourceVersion === undefined ? undefined : versionOf(template, input.SourceVersion);
    const version = {
      number: (template.versions.at(-1)?.number ?? 0) + 1,
      createdAt: context.now,
      description: input.VersionDescription,
      data: source === undefined ? input.LaunchTemplateData : over(source.data, input.LaunchTemplateData),
    };
    template.versions.push(version);
    token.keep(String(version.number));
    return { launchTemplateVersion: versionXml(context, template, version) };
  },
});

/** What a new version says counts before what its source says. */
function over(source: LaunchTemplateData, data: LaunchTemplateData): LaunchTemplateData {
  const given = Object.entries(data).filter(
    ([, value]) => !(Array.isArray(value) ? value.length === 0 : value === undefined),
  );
  return Object.assign({}, source, Object.fromEntries(given));
}

const modifyLaunchTemplate = ec2Action({
  name: 'ModifyLaunchTemplate',
  parameters: {
    LaunchTemplateId: identifier,
    LaunchTemplateName: identifier,
    SetDefaultVersion: required(text),
    ClientToken: accepted,
  },
  run: (context, input) => {
    const template = namedTemplate(context, input);
    template.defaultVersion = versionOf(template, input.SetDefaultVersion).number;
    return templateXml(context, template);
  },
});

/** `MinVersion` and `MaxVersion` are texts in the model, and numbers. */
const versionNumber: Kind<number | undefined> = {
  read: (node, path) => integer.read(node?.value === '' ? undefined : node, path),
};

const describeLaunchTemplateVersions = ec2Action({
  name: 'DescribeLaunchTemplateVersions',
  parameters: {
    LaunchTemplateId: identifier,
    LaunchTemplateName: identifier,
    LaunchTemplateVersion: listOf(text),
    MinVersion: versionNumber,
    MaxVersion: versionNumber,
    Filter: filterList,
    ResolveAlias: flag,
    ...pagingParameters,
  },
  run: (context, input) => {
    const { region } = context;
    const wanted = input.LaunchTemplateVersion;
    const isNamed = input.LaunchTemplateId !== undefined || input.LaunchTemplateName !== undefined;
    // Over all templates only these two can be asked for (API reference, DescribeLaunchTemplateVersions).
    if (!isNamed && (wanted.length === 0 || wanted.some((version) => !/^\$(?:Latest|Default)$/.test(version)))) {
      throw new CloudError(
        'InvalidParameterCombination',
        'A launch template ID or name must be specified, or versions $Latest or $Default.',
      );
    }
    if (wanted.length > 0 && (input.MinVersion ?? input.MaxVersion) !== undefined) {
      throw new CloudError('InvalidParameterCombination', 'Versions can be named, or be a range, but not both.');
    }
    const templates = isNamed ? [namedTemplate(context, input)] : region.launchTemplates.visible();
    const candidates = templates.flatMap((template) =>
      (wanted.length === 0 ? template.versions : [...new Set(wanted.map((version) => versionOf(template, version)))])
        .filter(({ number }) => number >= (input.MinVersion ?? 1) && number <= (input.MaxVersion ?? number))
        .map((version) => ({ template, version })),
    );
    const found = applyFilters(candidates, input.Filter, {
      'image-id': ({ version }) => version.data.ImageId,
      'instance-type': ({ version }) => version.data.InstanceType,
      'is-default-version': ({ template, version }) => template.defaultVersion === version.number,
    });
    const page = pageOf(context, found, input, { ids: [], set: 'launchTemplateVersionSet', least: 1, most: 200 });
    return {
      launchTemplateVersionSet: page.items.map(({ template, version }) => versionXml(context, template, version)),
      nextToken: page.nextToken,
    };
  },
});

export const launchTemplateActions: readonly Action[] = [
  createLaunchTemplate,
  createLaunchTemplateVersion,
  modifyLaunchTemplate,
  describeLaunchTemplateVersions,
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
    defaultVersionNumber: template.defaultVersion,
    latestVersionNumber: template.versions.at(-1)?.number,
    tagSet: tagSet(template.tags),
  };
}

/** Of the data what is asked for here; the rest is kept for fleets. */
function versionXml(
  { cloud }: ActionContext,
  template: LaunchTemplate,
  { number, createdAt, description, data }: LaunchTemplateVersion,
): XmlFields {
  return {
    launchTemplateId: template.id,
    launchTemplateName: template.name,
    versionNumber: number,
    versionDescription: description,
    createTime: new Date(createdAt),
    createdBy: `arn:aws:iam::${cloud.accountId}:user/local`,
    defaultVersion: template.defaultVersion === number,
    launchTemplateData: { imageId: data.ImageId, instanceType: data.InstanceType, keyName: data.KeyName },
  };
}
