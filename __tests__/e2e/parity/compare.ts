import type { Change, Recording } from './requests.ts';

/** Every difference, one line each, sorted: what one of the two asks alone, and parameters of what both ask. */
export function differencesOf(packer: Recording, ours: Recording): string[] {
  const lines = [
    ...packer.looks.filter((look) => !ours.looks.includes(look)).map((look) => `Packer alone looks: ${look}`),
    ...ours.looks.filter((look) => !packer.looks.includes(look)).map((look) => `bake-ami alone looks: ${look}`),
  ];
  for (const what of new Set([...packer.changes, ...ours.changes].map((change) => change.what))) {
    lines.push(...differencesIn(what, ofKind(packer, what), ofKind(ours, what)));
  }
  return lines.sort();
}

function ofKind({ changes }: Recording, what: string): Change[] {
  return changes.filter((change) => change.what === what);
}

/** Calls of the same parameters are partners; of what remains, those that have most in common. */
function differencesIn(what: string, packer: Change[], ours: Change[]): string[] {
  const lines: string[] = [];
  const pairs = packer
    .flatMap((theirs) => ours.map((own) => ({ theirs, own, apart: parametersApart(theirs, own) })))
    .sort((a, b) => a.apart.length - b.apart.length);
  const met = new Set<Change>();
  for (const { theirs, own, apart } of pairs) {
    if (met.has(theirs) || met.has(own)) continue;
    met.add(theirs).add(own);
    lines.push(...apart.map((line) => `${what}: ${line}`));
  }
  lines.push(...packer.filter((call) => !met.has(call)).map((call) => `Packer alone: ${what}${listed(call)}`));
  lines.push(...ours.filter((call) => !met.has(call)).map((call) => `bake-ami alone: ${what}${listed(call)}`));
  return lines;
}

function parametersApart(packer: Change, ours: Change): string[] {
  const names = [...new Set([...Object.keys(packer.parameters), ...Object.keys(ours.parameters)])];
  return names.flatMap((name) => {
    const [theirs, own] = [packer.parameters[name], ours.parameters[name]];
    if (theirs === own) return [];
    if (own === undefined) return [`Packer alone sends ${name} = ${theirs}`];
    if (theirs === undefined) return [`bake-ami alone sends ${name} = ${own}`];
    return [`${name} = ${theirs} by Packer, ${own} by bake-ami`];
  });
}

function listed({ parameters }: Change): string {
  return Object.entries(parameters)
    .map(([name, value], index) => `${index === 0 ? ' with ' : ', '}${name} = ${value}`)
    .join('');
}
