import { awsCodeOf, isDenied } from '../../aws/errors.ts';
import { type Bake, note } from './site.ts';

/** cloud-init prints this on the console at the end of the first boot (module cc_keys_to_console). */
const BLOCK = /-----BEGIN SSH HOST KEY FINGERPRINTS-----([\s\S]*?)-----END SSH HOST KEY FINGERPRINTS-----/g;

/** The fingerprints (`SHA256:…`) of host keys that a console output lists; the last boot's only. */
export function hostKeysInConsole(output: string): readonly string[] {
  const last = [...output.matchAll(BLOCK)].at(-1)?.[1] ?? '';
  return [...new Set(last.match(/SHA256:[A-Za-z0-9+/]{43}/g) ?? [])];
}

/** The machine's console as a channel that proves its host key; it closes when the credentials may not read it. */
export class ConsoleHostKeys {
  readonly #bake: Bake;
  readonly #instanceId: string;
  #denied = false;
  /** Only Nitro instances show the console as it is now. */
  #latest = true;

  constructor(bake: Bake, instanceId: string) {
    this.#bake = bake;
    this.#instanceId = instanceId;
  }

  get isOpen(): boolean {
    return !this.#denied;
  }

  async read(signal: AbortSignal): Promise<readonly string[]> {
    const { ec2 } = this.#bake;
    try {
      const { Output = '' } = await ec2.getConsoleOutput(
        { InstanceId: this.#instanceId, ...(this.#latest ? { Latest: true } : {}) },
        signal,
      );
      return hostKeysInConsole(Buffer.from(Output, 'base64').toString('utf8'));
    } catch (thrown) {
      if (isDenied(thrown)) {
        this.#denied = true;
        note(this.#bake, 'The console output can not prove the host key: ec2:GetConsoleOutput is not allowed');
      } else if (awsCodeOf(thrown) === 'UnsupportedOperation' && this.#latest) {
        this.#latest = false;
      } else {
        throw thrown;
      }
      return [];
    }
  }
}
