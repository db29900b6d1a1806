import { CLOUD_INIT } from './cloud-init.ts';
import { POWER, POWER_NAMES } from './power.ts';
import { SUDO } from './sudo.ts';
import { SYSTEMCTL } from './systemctl.ts';

/** A shell script that takes the place of a program which a machine lacks, or which needs systemd as process 1. */
export interface StandIn {
  readonly path: string;
  readonly content: string;
}

/** @param exists tells whether the root file system has a file, given by its path without the first slash */
export function standIns(exists: (file: string) => boolean): readonly StandIn[] {
  const all: StandIn[] = POWER_NAMES.map((name) => ({ path: `/usr/sbin/${name}`, content: POWER }));
  all.push({ path: '/usr/bin/systemctl', content: SYSTEMCTL }, { path: '/usr/bin/cloud-init', content: CLOUD_INIT });
  const setpriv = exists('usr/bin/setpriv') || exists('bin/setpriv');
  if (!exists('usr/bin/sudo') && setpriv) all.push({ path: '/usr/bin/sudo', content: SUDO });
  return all;
}
