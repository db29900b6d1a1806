import { communicatorType } from '../../../engine/judged-plan.ts';
import type { PermissionSurroundings } from '../../../engine/ports.ts';
import type { DecodedOptions } from '../../../kernel/schema.ts';
import type { AmazonEbsOptions } from '../options.ts';

/** What of a build decides what it has to be allowed. */
export interface Asked {
  readonly options: AmazonEbsOptions;
  /** Whether the template itself writes an option; those of the communicator count too. */
  readonly given: (option: string) => boolean;
  /** `ssh`, `none`, … */
  readonly communicator: string;
  /** Undefined: neither the template nor the environment says it. */
  readonly region: string | undefined;
  /** Whether images are verified (input `verify`). */
  readonly verifies: boolean;
  /** Of Systems Manager, with their `{{ }}` (input `ssm-parameter`). */
  readonly parameters: readonly { readonly name: string; readonly region: string | undefined }[];
  /** Whether an older image of the same name gives way: `force_deregister` or `-force`. */
  readonly replaces: boolean;
}

export function askedOf(
  decoded: DecodedOptions<AmazonEbsOptions>,
  { region, force, verifies = false, parameters = [] }: PermissionSurroundings,
): Asked {
  return {
    options: decoded.options,
    given: (option) => decoded.given(option),
    communicator: communicatorType(decoded),
    region: decoded.options.region || region,
    replaces: decoded.options.force_deregister || force,
    verifies,
    parameters,
  };
}

/** What a permission is limited to; how that is written in a policy is in `statements.ts`. */
export type Scope =
  /** The regions of the build. */
  | 'regions'
  /** Resources that carry the tag of a run. */
  | 'ours'
  /** Tags that are given by a create call. */
  | 'new-tags'
  /** The tag with the expiry of finished images and their snapshots. */
  | 'expiry-tag'
  /** The tag of verified images. */
  | 'verified-tag'
  /** The parameters of Systems Manager that are named. */
  | 'parameters'
  /** Instances of ours, and the images and snapshots that are made of them. */
  | 'image-of-ours'
  /** Instances of ours, and the document that opens a session to one port. */
  | 'port-session'
  /** Sessions of Session Manager: which one is whose can't be told by a tag. */
  | 'sessions'
  | 'instance-role'
  | 'instance-profile'
  | 'temporary-role'
  | 'temporary-profile'
  | 'spot-roles'
  | 'fast-launch-role'
  /** The KMS keys that are named, for EC2. */
  | 'kms-keys'
  /** The same, for ourselves. */
  | 'kms-keys-to-see'
  /** No resource can be named. */
  | 'nothing';

/** What happens where it is not allowed. */
export type Without =
  /** The build ends with an error that names the action. */
  | { readonly kind: 'fails' }
  /** The build goes on, in another way; Markdown, a whole clause. `takes`: what has to be allowed in its place. */
  | { readonly kind: 'falls-back'; readonly how: string; readonly takes: readonly string[] }
  /** The build works and something is left behind, which is an error at its end. */
  | { readonly kind: 'leaves'; readonly what: string }
  /** Used only when a build fails, is cancelled or is killed: then this is left, or not told. */
  | { readonly kind: 'only-in-trouble'; readonly what: string };

/** Actions that are needed for one thing. */
export interface Need {
  /** `ec2:RunInstances` */
  readonly actions: readonly string[];
  readonly scope: Scope;
  /** What for; a clause for people. */
  readonly why: string;
  readonly without: Without;
}

/** Something that a template may ask for, and what it has to be allowed for that. */
export interface Feature {
  /** For people, Markdown: `Every build`, `` `deprecate_at` ``. */
  readonly name: string;
  readonly isAsked: (asked: Asked) => boolean;
  readonly needs: readonly Need[];
}

export const FAILS: Without = { kind: 'fails' };

export function fallsBack(how: string, ...takes: readonly string[]): Without {
  return { kind: 'falls-back', how, takes };
}

export function leaves(what: string): Without {
  return { kind: 'leaves', what };
}

export function onlyInTrouble(what: string): Without {
  return { kind: 'only-in-trouble', what };
}
