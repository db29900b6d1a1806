/** What `build.*` holds beside the names that every builder has. */
export const generatedNames = [
  'SourceAMIName',
  'BuildRegion',
  'SourceAMI',
  'SourceAMICreationDate',
  'SourceAMIOwner',
  'SourceAMIOwnerName',
] as const;
