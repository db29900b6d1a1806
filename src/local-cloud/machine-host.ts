/**
 * What the EC2 endpoint needs of the machines behind its instances. Two implementations: `none` (instances without a
 * machine: for tests and for API-only use) and `sandbox` (namespaces over a copy-on-write layer of a root file system).
 */
export interface MachineHost {
  /** Starts a machine for the first time. Rejects with a BakeError that says what is missing on this computer. */
  boot(specification: MachineSpecification): Promise<Machine>;
  /** Forgets a disk that was kept by `Machine.snapshot`; unknown ids are fine. */
  removeDisk(diskId: string): Promise<void>;
  /** Ends every machine and removes everything the host made, mounts included. */
  close(): Promise<void>;
}

export interface MachineSpecification {
  readonly instanceId: string;
  /** EC2's private DNS name without the domain, for example `ip-10-0-0-12`. */
  readonly hostName: string;
  /** The disk to boot from: an id that `snapshot` returned; undefined is the base root file system as it is. */
  readonly diskId: string | undefined;
  /** Raw bytes, already base64-decoded. */
  readonly userData: Buffer | undefined;
  /** Public keys in OpenSSH format (the instance's key pair), as the metadata service would hand them out. */
  readonly authorizedKeys: readonly string[];
  /** The user that cloud-init would create: `ubuntu`, `ec2-user`, `admin`, … */
  readonly defaultUser: string;
}

export interface Machine {
  /** A loopback address of this machine's own (127.x.y.z) on which its SSH server listens. */
  readonly address: string;
  /** 22 where this process may bind it, else another one. */
  readonly sshPort: number;
  /** What the serial console has shown so far, cloud-init's lines with the host keys' fingerprints included. */
  consoleOutput(): string;
  /** Ends all processes; the disk stays. Resolves when the machine is off. */
  stop(): Promise<void>;
  /** Boots again from its own disk after `stop`. */
  start(): Promise<void>;
  /** Keeps the disk as it is now under a new id, for images; works on a running and on a stopped machine. */
  snapshot(): Promise<string>;
  /** Ends all processes and removes the disk. */
  terminate(): Promise<void>;
  /** Called when the machine switches itself off (`shutdown`, `poweroff` inside). */
  onShutdown(listener: () => void): void;
}
