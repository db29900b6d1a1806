import { realpath, statfs } from 'node:fs/promises';
import path from 'node:path';
import { type Clock, systemClock } from '../../kernel/clock.ts';
import { BakeError } from '../../kernel/errors.ts';
import { type Ids, randomIds } from '../../kernel/ids.ts';
import type { Machine, MachineHost, MachineSpecification } from '../machine-host.ts';
import { prepareBaseLayers } from './base-layers.ts';
import { Disks } from './disks.ts';
import { guestProgram } from './guest-program.ts';
import { gatherTools, type HostTools } from './host-tools.ts';
import { probeSandbox } from './probe.ts';
import { SandboxMachine } from './sandbox-machine.ts';
import { OVERLAY_TYPE, type StateFolder, takeStateFolder } from './state-folder.ts';

export interface SandboxOptions {
  /** Where layers are kept while the host lives, for example below `/var/tmp`. One process at a time. */
  readonly stateFolder: string;
  /** The root file system that machines start from; default `/`, whose private parts machines do not see. */
  readonly rootFolder?: string;
  /** Further absolute paths of the host that machines must not see: the workspace, a runner's folders. */
  readonly hide?: readonly string[];
  /**
   * `isolated`: a machine has a loopback interface of its own and nothing else, so neither the host's services nor the
   * internet can be reached. `host`: it shares all of the host's network, ports included. Default `isolated`.
   */
  readonly network?: 'isolated' | 'host';
  /** The bundled guest program; default is the one beside the bundle that runs. */
  readonly guestProgram?: string;
  /** The Node binary that runs the guest program; default the one that runs us. */
  readonly node?: string;
  readonly clock?: Clock;
  readonly ids?: Ids;
}

interface Prepared {
  readonly state: StateFolder;
  readonly tools: HostTools;
  readonly disks: Disks;
  readonly baseLayers: string;
  readonly nested: boolean;
  readonly rootFolder: string;
}

/**
 * Machines as namespaces over copy-on-write layers of a root file system. Nothing is touched before the first boot,
 * which rejects with a BakeError where this computer can't do it: there is no unsandboxed run.
 */
export function sandboxMachineHost(options: SandboxOptions): MachineHost {
  const { clock = systemClock, ids = randomIds, rootFolder = '/' } = options;
  const isolatedNetwork = options.network !== 'host';
  const boots = new Set<Promise<Machine>>();
  let prepared: Promise<Prepared> | undefined;
  let closed = false;

  const prepare = async (): Promise<Prepared> => {
    const probe = await probeSandbox();
    if (!probe.ok) throw cannot(probe.missing.join('; '), probe.remedy);
    if (probe.needsSudo) throw cannot('this process is not root', 'Run it as root, for example with sudo.');
    const root = await realpath(rootFolder).catch((cause: unknown) => {
      throw cannot(`there is no root file system in ${rootFolder}`, 'Name a folder that holds one.', cause);
    });
    const state = await takeStateFolder(options.stateFolder);
    try {
      const own = await realpath(options.stateFolder);
      const tools = await gatherTools(
        path.join(state.data, 'tools'),
        options.node ?? process.execPath,
        options.guestProgram ?? guestProgram(),
      );
      const baseLayers = path.join(state.data, 'base');
      await prepareBaseLayers(
        baseLayers,
        root,
        [own, process.cwd(), ...(options.hide ?? [])].filter((hidden) => hidden !== '/'),
      );
      const nested = (await statfs(root)).type !== OVERLAY_TYPE;
      return {
        state,
        tools,
        disks: new Disks(path.join(state.data, 'layers'), ids),
        baseLayers,
        nested,
        rootFolder: root,
      };
    } catch (error) {
      await state.remove();
      throw error;
    }
  };

  return {
    async boot(specification: MachineSpecification): Promise<Machine> {
      if (closed) throw cannot('the machine host has been closed', 'Make a new one.');
      checkName(specification);
      prepared ??= prepare();
      const { state, ...rest } = await prepared;
      // Closing may come between any two steps.
      if (closed) throw cannot('the machine host has been closed', 'Make a new one.');
      const around = { folder: path.join(state.data, 'machines', specification.instanceId), ...rest };
      const boot: Promise<Machine> = SandboxMachine.boot(
        specification,
        { ...around, isolatedNetwork, clock, ids },
        () => boots.delete(boot),
      );
      boots.add(boot);
      boot.catch(() => boots.delete(boot));
      return boot;
    },
    async removeDisk(diskId: string): Promise<void> {
      if (prepared !== undefined) await (await prepared).disks.remove(diskId);
    },
    async close(): Promise<void> {
      closed = true;
      const ready = await prepared?.catch(() => undefined);
      const ended = [...boots].map((boot) =>
        boot.then(
          (machine) => machine.terminate(),
          () => undefined,
        ),
      );
      await Promise.all(ended);
      await ready?.state.remove();
    },
  };
}

/** These become parts of paths and of shell scripts. */
function checkName({ instanceId, hostName, defaultUser }: MachineSpecification): void {
  for (const [what, name] of Object.entries({ instanceId, hostName, defaultUser })) {
    if (!/^[a-z0-9_][a-z0-9._-]{0,62}$/i.test(name))
      throw cannot(`"${name}" is no ${what}`, 'Use letters, digits, - and _.');
  }
}

function cannot(what: string, hint: string, cause?: unknown): BakeError {
  return new BakeError(`Sandbox machines can't run here: ${what}`, {
    code: 'sandbox-unavailable',
    category: 'input',
    hint,
    cause,
  });
}
