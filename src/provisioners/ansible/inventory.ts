import type { GeneratedData, RenderTemplate } from '../../template/plan.ts';
import type { AnsibleOptions, INVENTORY_FIELDS } from './options.ts';

const LINE = '{{ .HostAlias }} ansible_host={{ .Host }} ansible_user={{ .User }} ansible_port={{ .Port }}';

export interface InventoryHost {
  readonly host: string;
  readonly port: number;
  readonly user: string;
}

/** The inventory as Packer writes it: the machine's line, and again in each of its groups; then the empty groups. */
export function writeInventory(
  options: AnsibleOptions,
  { host, port, user }: InventoryHost,
  render: RenderTemplate,
  generated: GeneratedData,
): string {
  const own: Record<(typeof INVENTORY_FIELDS)[number], string | number> = {
    HostAlias: options.host_alias,
    Host: host,
    User: user,
    Port: port,
  };
  const line = render(options.inventory_file_template ?? LINE, { ...generated, ...own }).trimEnd();
  const groups = (options.groups ?? []).map((group) => `[${group}]\n${line}\n`);
  const emptyGroups = (options.empty_groups ?? []).map((group) => `[${group}]\n`);
  return [`${line}\n`, ...groups, ...emptyGroups].join('');
}

/** Whether Ansible takes the text after `-i` for hosts (`localhost,` or `web1,web2`) rather than for a path. */
export function isHostList(inventory: string): boolean {
  return inventory.includes(',');
}
