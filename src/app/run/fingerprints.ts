import type { ImageOrigin, Registry } from '../../engine/ports.ts';
import type { FingerprintOf } from '../../engine/run.ts';
import { type MadeOutFingerprint, makeOutFingerprint } from '../../images/fingerprint/fingerprint.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import { toBakeError } from '../../kernel/errors.ts';
import type { PlannedBuild } from '../../template/plan.ts';
import type { BuildRequest } from '../build-request.ts';
import { catalogOf } from '../registry.ts';
import type { OtherMoments } from './other-moments.ts';

/** Makes out the fingerprints of a run's builds, and remembers what they were made of. */
export class Fingerprints {
  readonly #request: BuildRequest;
  readonly #registry: Registry;
  readonly #moments: OtherMoments;
  readonly #made = new Map<string, MadeOutFingerprint>();
  /** Places that were told: builds of several sources have their provisioners in common. */
  readonly #told = new Set<string>();

  constructor(request: BuildRequest, registry: Registry, moments: OtherMoments) {
    this.#request = request;
    this.#registry = registry;
    this.#moments = moments;
  }

  /** By full build name. */
  get made(): ReadonlyMap<string, MadeOutFingerprint> {
    return this.#made;
  }

  /** Never rejects: a build without a fingerprint is one that bakes. */
  readonly of: FingerprintOf = async (planned, origin) => {
    const { reuse, reporter } = this.#request;
    try {
      const made = await this.#makeOut(planned, origin);
      // Digests of secrets are shown to nobody who has not asked for what they are good for.
      if (made.exposesSecrets && reuse === 'never') return undefined;
      this.#made.set(planned.name, made);
      if (reuse !== 'never') this.#tell(made.moot);
      return made;
    } catch (thrown) {
      const message = `What decides the image can not be made out, so it has no fingerprint: ${toBakeError(thrown).message}`;
      reporter.report({ type: 'log', level: reuse === 'never' ? 'info' : 'warning', build: planned.name, message });
      return undefined;
    }
  };

  #tell(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      const place = JSON.stringify([diagnostic.detail, diagnostic.subject]);
      if (this.#told.has(place)) continue;
      this.#told.add(place);
      this.#request.reporter.report({ type: 'diagnostic', diagnostic });
    }
  }

  async #makeOut(planned: PlannedBuild, origin: ImageOrigin): Promise<MadeOutFingerprint> {
    const { secrets, fingerprintKey } = this.#request;
    return makeOutFingerprint({
      planned,
      atOtherTimes: await this.#moments.farFrom(planned),
      aMomentLater: () => this.#moments.closeTo(planned),
      origin,
      registry: this.#registry,
      catalog: catalogOf(this.#registry),
      context: this.#request,
      secrets,
      key: fingerprintKey,
    });
  }
}
